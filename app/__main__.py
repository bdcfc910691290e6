"""``python -m app``: opens the program, or does one thing and ends."""

import gc
import sys
from importlib import import_module

if __name__ == "__main__":
    # Nothing of what is imported at the start is garbage; the application switches it on again.
    gc.disable()
    sys.exit(import_module("app.startup.main").main(sys.argv[1:]))
