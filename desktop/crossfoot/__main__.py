"""``python -m crossfoot`` is the command ``crossfoot``."""

from __future__ import annotations

import sys

if __name__ == "__main__":  # a child process imports this module too, and needs none of the commands
    from crossfoot.cli import main

    sys.exit(main())
