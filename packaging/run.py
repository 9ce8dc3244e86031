"""Start Crossfoot from a checkout: ``python3 packaging/run.py [PATH…]``.

On a machine with nothing but Python 3.11 or newer it makes ``.venv/`` from the lock file first. Without a path the
window opens on a workspace made from the sample records; a ``.crossfoot`` file is opened; other files and folders are
imported into a new workspace. Where there is no display the same work is done without a window, and the annotated
summary and a picture of the window are left in ``out/``.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - whoever has an older Python shall read this, not a traceback
    sys.exit("Crossfoot needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2])  # noqa: UP031

import argparse
import os
from collections.abc import Sequence
from itertools import count
from pathlib import Path

import environment
import system

WORKSPACE_SUFFIX = ".crossfoot"


def new_workspace(out: Path, first: Path) -> Path:
    """Return a free name in ``out`` for a workspace called after the ``first`` path imported."""
    for number in count(1):
        name = first.stem if number == 1 else f"{first.stem}-{number}"
        if not (candidate := out / f"{name}{WORKSPACE_SUFFIX}").exists():
            return candidate
    raise AssertionError("count() does not end")


def window_arguments(paths: Sequence[Path], out: Path, samples: Sequence[Path]) -> list[str]:
    """Return the program's arguments for a window on ``paths``: one workspace, or documents for a new one.

    Without paths it is the workspace of the sample records, made the first time and found again the next.
    Raises SetupError where a workspace stands among other paths: which of them to open would be a guess.
    """
    workspaces = [path for path in paths if path.suffix == WORKSPACE_SUFFIX]
    if workspaces and len(paths) > 1:
        raise system.SetupError(
            f"{workspaces[0]} is a workspace; give it alone, or give only documents for a new workspace."
        )
    if workspaces:
        return [str(workspaces[0])]
    out.mkdir(parents=True, exist_ok=True)
    if paths:
        workspace, imports = new_workspace(out, paths[0]), paths
    else:
        workspace = out / f"samples{WORKSPACE_SUFFIX}"
        imports = () if workspace.exists() else samples
    return [str(workspace), *(["--import", *map(str, imports)] if imports else [])]


def main(arguments: Sequence[str] | None = None) -> None:
    """Prepare the machine, then become the program."""
    parser = argparse.ArgumentParser(prog="run.py", description=(__doc__ or "").partition("\n\n")[2])
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="a workspace, or documents and folders")
    paths = [path.absolute() for path in parser.parse_args(arguments).paths]
    checkout = environment.this_checkout()
    out = checkout.top / "out"
    display = system.has_display(os.environ)
    try:
        environment.prepare(checkout, environment.PROGRAM_LOCK, display=display)
        if display:
            environment.become(checkout, ["-m", "crossfoot.app", *window_arguments(paths, out, checkout.seeds)])
        print(f"Crossfoot: no display here, so the work is done without a window; see {out}", flush=True)
        work = ["-m", "crossfoot.app", "--headless", "--out", str(out), *map(str, paths or checkout.seeds)]
        environment.become(checkout, work, QT_QPA_PLATFORM="offscreen")
    except system.SetupError as error:
        sys.exit(f"Crossfoot: {error}")
    except KeyboardInterrupt:
        sys.exit("Crossfoot: stopped; the next start goes on from here.")


if __name__ == "__main__":
    main()
