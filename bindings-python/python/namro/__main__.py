"""``python -m namro``: the same command line as the program ``namro``."""

import sys

from namro._namro import main as run


def main() -> int:
    """Run the command line on this process's arguments."""
    return run(["namro", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
