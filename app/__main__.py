"""``python -m app``: opens the program, or does one thing and ends."""

import sys

from app.startup.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
