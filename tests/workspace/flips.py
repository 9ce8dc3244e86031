"""Flip single bits of a workspace and see whether anything that is shown changes without being told.

``.venv/bin/python tests/workspace/flips.py FILE [FLIPS]``: of a copy of the workspace, 1,000 flips unless told. Keep
the file small: all of it is read after each flip.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from pathlib import Path

from crossfoot.model import WorldError
from crossfoot.workspace import Workspace


def shown(path: Path) -> tuple[tuple[str, ...], object]:
    """Return what verify says, and what the screens would show; raise WorldError where that is refused."""
    with Workspace.open(path) as workspace, workspace.reading():
        wrong = workspace.verify()
        if wrong:
            return wrong, None
        ids = workspace.documents.ids()
        return wrong, (
            workspace.documents.rows(),
            [workspace.documents.document(each) for each in ids],
            [workspace.documents.original(each) for each in ids],
            [workspace.officer.figure_states(each) for each in ids],
            [workspace.officer.annotations(each) for each in ids],
            workspace.journal.rows(),
            [workspace.findings.of(each) for each in ids],
            workspace.drafts.all(),
        )


def unnoticed(path: Path, flips: int, seed: int = 20240506) -> list[str]:
    """Flip that many bits, one at a time, and return those that changed what is shown and were not told."""
    whole = path.read_bytes()
    before = shown(path)[1]
    chance = random.Random(seed)  # noqa: S311 - the same flips in every run
    flipped = path.with_name("flipped.crossfoot")
    silent = []
    for _ in range(flips):
        place, bit = chance.randrange(len(whole)), chance.randrange(8)
        data = bytearray(whole)
        data[place] ^= 1 << bit
        flipped.write_bytes(data)
        try:
            wrong, now = shown(flipped)
        except WorldError:
            continue
        finally:
            flipped.with_name(flipped.name + "-journal").unlink(missing_ok=True)
            shutil.rmtree(flipped.with_name("flipped backups"), ignore_errors=True)
        if not wrong and now != before:
            silent.append(f"bit {bit} of byte {place}")
    return silent


def main() -> None:
    """Flip, and print what went unnoticed."""
    flips = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "whole.crossfoot"
        shutil.copyfile(sys.argv[1], path)
        silent = unnoticed(path, flips)
    print(f"{flips} flips, {len(silent)} unnoticed", *silent, sep="\n")  # noqa: T201 - a command
    sys.exit(1 if silent else 0)


if __name__ == "__main__":
    main()
