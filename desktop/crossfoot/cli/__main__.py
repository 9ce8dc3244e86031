"""``python -m crossfoot.cli`` is the command ``crossfoot``."""

from __future__ import annotations

import sys

from crossfoot.cli import main

if __name__ == "__main__":  # a child process imports this module too
    sys.exit(main())
