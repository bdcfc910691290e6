"""``python -m app``: opens the program, or does one thing and ends."""

import gc
import sys
from importlib import import_module

if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        import_module("multiprocessing").freeze_support()
    # Nothing of what is imported at the start is garbage; it is looked for when all is read in.
    gc.disable()
    try:
        code = import_module("app.startup.main").main(sys.argv[1:])
    except KeyboardInterrupt:
        # It may strike while the program is still being read in; that too is no fault.
        code = 130
    sys.exit(code)
