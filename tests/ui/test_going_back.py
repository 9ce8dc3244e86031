"""From the journal back to a point, in the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from crossfoot.review.prepared import Prepared


def test_the_officer_goes_back_to_a_row_of_the_journal_and_redo_does_it_again(
    make_world: Callable[..., Any], short_record: Prepared
) -> None:
    world = make_world(short_record)
    for _ in range(3):
        world.desk.decisions.confirm()
    world.window.actions_of["go_journal"].trigger()
    journal = world.desk.journal
    journal.list.setCurrentRow(0)
    assert not journal.back.isEnabled()
    journal.list.setCurrentRow(2)
    world.prompter.agrees = False
    journal.back.click()
    assert world.review.counts().confirmed == 3
    world.prompter.agrees = True
    journal.back.click()
    assert world.review.counts().confirmed == 1
    assert "2 steps" in world.window.status.currentMessage()
    world.window.actions_of["redo"].trigger()
    assert world.review.counts().confirmed == 3
