"""What was acknowledged is on the disk, whenever the program dies."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from crossfoot.assets import dictionary
from crossfoot.model import State
from crossfoot.review.session import Review
from crossfoot.workspace import Workspace

_OFFICER = """
import sys
from itertools import cycle
from pathlib import Path

from crossfoot.assets import dictionary
from crossfoot.review.session import Review
from crossfoot.workspace import Workspace

with Workspace.open(Path(sys.argv[1])) as workspace:
    review = Review(workspace, dictionary(), reviewer="AB")
    figures = [figure.id for figure in review.figures()]
    for turn, figure in enumerate(cycle(figures)):
        if turn // len(figures) % 2:
            review.reject([figure], "a year")
        else:
            review.confirm([figure])
        print(figure, review.figure(figure).state.value, len(review.history()), flush=True)
"""
"""Decides without end, and says each decision only after the verb has returned."""


@pytest.mark.parametrize("acknowledged", [1, 7, 23])
def test_a_decision_acknowledged_before_a_kill_is_there_after(
    workspace: Workspace, path: Path, review: Review, acknowledged: int
) -> None:
    workspace.close()
    with subprocess.Popen([sys.executable, "-c", _OFFICER, str(path)], stdout=subprocess.PIPE, text=True) as officer:
        assert officer.stdout is not None
        lines = [officer.stdout.readline() for _ in range(acknowledged)]
        officer.kill()
        lines += [line for line in officer.stdout if line.endswith("\n")]
    figure, state, rows = lines[-1].split()
    with Workspace.open(path) as again:
        found = Review(again, dictionary())
        assert len(found.history()) in {int(rows), int(rows) + 1}  # one more may be through without having been said
        if len(found.history()) == int(rows):
            assert found.figure(figure).state is State(state)
        assert found.verify() == ()
        assert found.undo_label() is not None
        found.undo()
        assert found.verify() == ()
    assert [p.name for p in path.parent.iterdir()] == [path.name]
