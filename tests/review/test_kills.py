"""What was acknowledged is on the disk, whenever the program dies."""

from __future__ import annotations

from pathlib import Path

import pytest

from .kills import kill_once, make


@pytest.mark.parametrize("acknowledged", [1, 7, 23])
def test_a_decision_acknowledged_before_a_kill_is_there_after(path: Path, acknowledged: int) -> None:
    make(path)
    assert kill_once(path, acknowledged) == ""


def test_a_program_that_acknowledges_before_the_commit_loses_what_it_said(path: Path) -> None:
    make(path)
    assert any(kill_once(path, acknowledged, early=True) for acknowledged in range(3, 23))
