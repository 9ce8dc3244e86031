"""Make both lock files anew from ``pyproject.toml``: ``.venv/bin/python packaging/lock.py [--upgrade]``.

For whoever changes a dependency; it needs the network. One resolution serves every platform and Python, each package
has its hashes, and neither an index's address nor a path of the machine gets in. Pins already there are kept unless
``--upgrade`` is given.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence

import environment

COMPILE = ("pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-emit-index-url", "--no-header")


def commands(uv: str, arguments: Sequence[str]) -> list[list[str]]:
    """Return uv's two commands, to be run at the checkout's top: the program's lock, then all of it and the tools.

    The second is held to the first's versions, so that tests see what the officer runs.
    """
    shared = [uv, *COMPILE, "--no-annotate", *arguments, "pyproject.toml"]
    program = f"packaging/{environment.PROGRAM_LOCK}"
    development = f"packaging/{environment.DEVELOPMENT_LOCK}"
    return [
        [*shared, "--output-file", program],
        [*shared, "--extra", "dev", "--constraints", program, "--output-file", development],
    ]


def main(arguments: Sequence[str]) -> None:
    """Run uv, the environment's own or another."""
    checkout = environment.this_checkout()
    uv = shutil.which("uv", path=str(checkout.scripts)) or shutil.which("uv")
    if uv is None:
        sys.exit("Crossfoot: packaging/lock.py needs uv; packaging/test.py brings it into .venv.")
    for command in commands(uv, arguments):
        subprocess.run(command, cwd=checkout.top, check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
