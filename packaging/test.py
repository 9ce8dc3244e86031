"""Run every test of a checkout: ``python3 packaging/test.py [pytest arguments]``.

The environment is the one of ``run.py`` with the tools for tests, lint, types and contracts besides. Windows are
drawn offscreen. The exit code is pytest's.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - whoever has an older Python shall read this, not a traceback
    sys.exit("Crossfoot needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2])  # noqa: UP031

import os
from collections.abc import Sequence

import environment
import system


def main(arguments: Sequence[str]) -> None:
    """Prepare the machine, then become pytest with ``arguments``."""
    checkout = environment.this_checkout()
    try:
        environment.prepare(checkout, environment.DEVELOPMENT_LOCK, display=False)
        os.chdir(checkout.top)
        environment.become(checkout, ["-m", "pytest", *arguments], QT_QPA_PLATFORM="offscreen")
    except system.SetupError as error:
        sys.exit(f"Crossfoot: {error}")
    except KeyboardInterrupt:
        sys.exit("Crossfoot: stopped; the next start goes on from here.")


if __name__ == "__main__":
    main(sys.argv[1:])
