"""Kill a deciding program again and again, and see whether anything that it acknowledged is lost.

``.venv/bin/python tests/review/kills.py [RUNS [SEED]]`` makes that many kills (3,000 unless told) and then a tenth as
many of a control that acknowledges before the commit, which must lose some: a test that cannot fail proves nothing. A
long run can be made in pieces, each with a seed of its own, and so with moments of its own.
"""

from __future__ import annotations

import hashlib
import random
import subprocess
import sys
import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path

from crossfoot.assets import dictionary
from crossfoot.model import Extraction, Figure, Reading, Record, Span, State, Unit
from crossfoot.review.prepared import Prepared
from crossfoot.review.session import Review
from crossfoot.workspace import Workspace

OFFICER = """
import sys
from itertools import cycle
from pathlib import Path

from crossfoot.assets import dictionary
from crossfoot.review.session import Review
from crossfoot.workspace import Workspace

early = sys.argv[2] == "early"
with Workspace.open(Path(sys.argv[1])) as workspace:
    review = Review(workspace, dictionary(), reviewer="AB")
    figures = [figure.id for figure in review.figures()]
    rows = len(review.history())
    for turn, figure in enumerate(cycle(figures)):
        wanted = "rejected" if turn // len(figures) % 2 else "confirmed"
        rows += review.figure(figure).state.value != wanted
        if early:
            print(figure, wanted, rows, flush=True)
        if wanted == "rejected":
            review.reject([figure], "a year")
        else:
            review.confirm([figure])
        if not early:
            print(figure, review.figure(figure).state.value, len(review.history()), flush=True)
"""
"""Decides without end; says each decision only after the verb has returned, or, as the control, before it is called."""


def kill_once(path: Path, acknowledged: int, *, early: bool = False) -> str:
    """Let a program decide on the workspace's figures, kill it after so many acknowledged decisions, and look.

    Return what was lost or is not sound, in a sentence; an empty text where all is well.
    """
    command = [sys.executable, "-c", OFFICER, str(path), "early" if early else "late"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as officer:
        assert officer.stdout is not None
        lines = [officer.stdout.readline() for _ in range(acknowledged)]
        officer.kill()
        lines += [line for line in officer.stdout if line.endswith("\n")]
    figure, state, rows = lines[-1].split()
    with Workspace.open(path) as again:
        found = Review(again, dictionary())
        there = len(found.history())
        if there not in {int(rows), int(rows) + 1}:  # one more may be through without having been said
            return f"{rows} rows were acknowledged, {there} are there"
        if there == int(rows) and found.figure(figure).state is not State(state):
            return f"{figure} was acknowledged as {state} and is {found.figure(figure).state}"
        wrong = found.verify()
        found.undo()  # work goes on, and what the dead program left beside the file goes with it
        wrong += found.verify()
    left = [each.name for each in path.parent.iterdir() if each.name != path.name]
    return "; ".join([*wrong, *(f"left behind: {name}" for name in left)])


def make(path: Path) -> None:
    """Make a workspace of one record with six figures."""
    text = "In six teams there were 1,101 and 1,202 and 1,303 and 1,404 and 1,505 and 1,606 contacts."
    figures = tuple(
        Figure(f"{number:010}", Span(start, start + 5), text[start : start + 5], Decimal(number), unit=Unit.COUNT)
        for number in (1101, 1202, 1303, 1404, 1505, 1606)
        for start in [text.index(f"{number:,}")]
    )
    data = text.encode()
    extraction = Extraction("1", Record(title="Contacts", meeting_date=date(2016, 7, 14)), figures)
    with Workspace.open(path, create=True) as workspace:
        sha256 = hashlib.sha256(data).hexdigest()
        Review(workspace, dictionary()).store(Prepared("r.txt", data, sha256, Reading("text", text), extraction))


def main() -> None:
    """Kill, count, and let the control lose."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 20240506
    chance = random.Random(seed)  # noqa: S311 - the same moments in every run
    for early, times in ((False, runs), (True, max(10, runs // 10))):
        lost = 0
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "spring.crossfoot"
            make(path)
            for run in range(times):
                if run % 40 == 39:  # the journal only grows: begin anew before it takes longer than the kills
                    for left in path.parent.iterdir():  # the control leaves behind what its dead program did not write
                        left.unlink()
                    make(path)
                said = kill_once(path, chance.randint(1, 40), early=early)
                lost += bool(said)
                if said and not early:
                    print(f"kill {run}: {said}", flush=True)  # noqa: T201 - a command
        name = "control, acknowledging before the commit" if early else "decisions"
        print(f"{name}: {times} kills, {lost} with a loss", flush=True)  # noqa: T201 - a command
        if bool(lost) != early:
            sys.exit(1)


if __name__ == "__main__":
    main()
