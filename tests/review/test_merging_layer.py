"""What is neither figure nor mark is merged as well: signatures, judgements, rules, checks, views, the codebook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from crossfoot.checks import CallInCount, CallInRule
from crossfoot.checks.own.relations import Relation
from crossfoot.model import About, WorldError
from crossfoot.model.codebook import CodeKind
from crossfoot.model.judging import Judgement
from crossfoot.model.teaching import RuleKind, TaughtRule
from crossfoot.model.views import ViewKind
from crossfoot.review.prepared import Prepared
from crossfoot.review.session import Review
from crossfoot.workspace import TargetKind

from .test_merging import colleague

COUNCIL = "Westerleigh Borough Council"


@pytest.fixture
def copy(review: Review, tmp_path: Path) -> Path:
    """Return a copy of the workspace as it is now, for a colleague."""
    return _copied(review, tmp_path)


def _copied(review: Review, folder: Path) -> Path:
    """Return another copy of the workspace as it is now."""
    made = folder / f"copy_{len(review.history())}" / "theirs.crossfoot"
    made.parent.mkdir()
    review.backup(made)
    return made


def _meanings(review: Review) -> dict[str, str]:
    """Return what the codebook says of each tag."""
    return {use.code.name: use.code.meaning for use in review.codebook() if use.code.kind is CodeKind.TAG}


def test_what_only_the_colleague_made_comes_in_and_one_undo_takes_all_of_it_back(
    review: Review, ids: list[str], copy: Path
) -> None:
    with colleague(copy) as theirs:
        theirs.confirm(ids)
        theirs.sign_off("d1", "J. Smith")
        theirs.save_view(ViewKind.SEARCH, "Queried", query="state:queried")
        theirs.explain_code(CodeKind.TAG, "ask", "to be asked")
        theirs.set_call_in(COUNCIL, CallInRule(CallInCount.CLEAR_DAYS_AFTER_PUBLICATION, 5))
        theirs.keep_check(theirs.draft_check(ids[:2], Relation.EQUALS, title="Same"))
        theirs.note("d1", About.DOCUMENT, "All of it")
        theirs.keep_rules([TaughtRule("", RuleKind.INDICATOR, words="placement start", gives="referrals")])
        theirs.sign_off("d1", "J. Smith")
    before = len(review.history())
    plan = review.compare_copy(copy)
    assert (plan.differences, plan.conflicts, plan.left_out) == ((), (), ())
    review.merge(plan)
    assert [view.query for view in review.views(ViewKind.SEARCH)] == ["state:queried"]
    assert _meanings(review) == {"ask": "to be asked"}
    assert list(review.call_in_rules().values()) == [CallInRule(CallInCount.CLEAR_DAYS_AFTER_PUBLICATION, 5)]
    assert [(check.title, check.reviewer) for check in review.own_checks()] == [("Same", "JS")]
    assert [rule.reviewer for rule in review.taught()] == ["JS"]
    assert [note.comment for note in review.annotations()] == ["All of it"]
    signed = review.documents()[0].sign_off
    assert signed is not None
    assert (signed.reviewer, signed.name) == ("JS", "J. Smith")
    assert review.compare_copy(copy).is_empty
    assert len({row.group for row in review.history()[: len(review.history()) - before]}) == 1
    assert review.verify() == ()
    review.undo()
    assert review.views(ViewKind.SEARCH) == review.own_checks() == review.taught() == review.annotations() == ()
    assert (review.call_in_rules(), review.documents()[0].sign_off) == ({}, None)
    assert review.verify() == ()


def test_a_meaning_and_a_mark_that_were_kept_as_here_are_not_asked_about_again(review: Review, tmp_path: Path) -> None:
    review.explain_code(CodeKind.TAG, "ask", "before")
    review.note("d1", About.DOCUMENT, "First words")
    (mark,) = review.annotations()
    copy = _copied(review, tmp_path)
    review.explain_code(CodeKind.TAG, "ask", "here")
    review.edit_annotation(mark.id, comment="Words here")
    with colleague(copy) as theirs:
        theirs.explain_code(CodeKind.TAG, "ask", "there")
        theirs.edit_annotation(mark.id, comment="Words there")
    plan = review.compare_copy(copy)
    assert len(plan.choices) == 2
    review.merge(plan, here=plan.choices)
    assert review.compare_copy(copy).kept == 2
    with colleague(copy) as theirs:
        theirs.edit_annotation(mark.id, comment="Other words there")
    again = review.compare_copy(copy)
    assert [each.theirs.words for each in again.differences] == ["Other words there"]
    with pytest.raises(WorldError, match="nothing to choose"):
        review.merge(again, here=plan.choices)
    assert review.verify() == ()


def test_what_both_changed_stays_as_it_is_here_until_theirs_is_chosen(review: Review, tmp_path: Path) -> None:
    review.save_view(ViewKind.SEARCH, "Mine", query="old")
    review.explain_code(CodeKind.TAG, "ask", "old")
    copy = _copied(review, tmp_path)
    review.save_view(ViewKind.SEARCH, "Mine", query="here")
    review.explain_code(CodeKind.TAG, "ask", "here")
    with colleague(copy) as theirs:
        theirs.save_view(ViewKind.SEARCH, "Mine", query="there")
        theirs.explain_code(CodeKind.TAG, "ask", "there")
    plan = review.compare_copy(copy)
    assert [(each.mine.words, each.theirs.words, each.theirs.reviewer) for each in plan.differences] == [
        ("here", "there", "JS"),
        ("here", "there", "JS"),
    ]
    review.merge(plan)
    assert [view.query for view in review.views(ViewKind.SEARCH)] == ["here"]
    review.merge(plan, [plan.choices[0]])
    assert [view.query for view in review.views(ViewKind.SEARCH)] == ["there"]
    assert _meanings(review) == {"ask": "here"}


def test_what_only_the_colleague_changed_is_changed_and_what_only_this_copy_changed_stays(
    review: Review, tmp_path: Path
) -> None:
    for name in ("first", "second"):
        review.save_view(ViewKind.SEARCH, name, query="old")
    copy = _copied(review, tmp_path)
    review.save_view(ViewKind.SEARCH, "second", query="here")
    with colleague(copy) as theirs:
        theirs.save_view(ViewKind.SEARCH, "first", query="there")
    plan = review.compare_copy(copy)
    assert plan.differences == ()
    review.merge(plan)
    assert {view.name: view.query for view in review.views(ViewKind.SEARCH)} == {"first": "there", "second": "here"}


def test_what_the_colleague_took_away_is_asked_about_and_never_goes_by_itself(review: Review, tmp_path: Path) -> None:
    review.save_view(ViewKind.SEARCH, "old one", query="old")
    copy = _copied(review, tmp_path)
    with colleague(copy) as theirs:
        theirs.remove_view(theirs.views(ViewKind.SEARCH)[0].id)
    plan = review.compare_copy(copy)
    assert [(each.mine.words, each.theirs.words) for each in plan.differences] == [("old", "taken away")]
    review.merge(plan)
    assert len(review.views(ViewKind.SEARCH)) == 1
    review.merge(plan, plan.choices)
    assert review.views(ViewKind.SEARCH) == ()
    assert review.verify() == ()


def test_two_views_of_one_name_made_apart_are_a_difference_and_others_get_ids_of_their_own(
    review: Review, copy: Path
) -> None:
    review.save_view(ViewKind.SEARCH, "Queried", query="here")
    with colleague(copy) as theirs:
        theirs.save_view(ViewKind.SEARCH, "Other", query="other")
        theirs.save_view(ViewKind.SEARCH, "queried", query="there")
    plan = review.compare_copy(copy)
    assert [each.arrival.name for each in plan.differences] == ["Saved search “queried”"]
    review.merge(plan)
    held = {view.name: view.query for view in review.views(ViewKind.SEARCH)}
    assert held == {"Queried": "here", "Other": "other"}
    assert len({view.id for view in review.views(ViewKind.SEARCH)}) == 2


def test_a_signature_under_other_decisions_than_stand_here_stays_out(
    review: Review, ids: list[str], copy: Path
) -> None:
    review.reject([ids[0]], "a year")
    with colleague(copy) as theirs:
        theirs.confirm(ids)
        theirs.sign_off("d1", "J. Smith")
    plan = review.compare_copy(copy)
    assert all(each.kind is not TargetKind.SIGN_OFF for each in plan.arrivals)
    assert "look and sign again" in plan.left_out[0]
    review.merge(plan)
    assert review.documents()[0].sign_off is None


def test_two_names_under_the_same_decisions_stand_side_by_side(review: Review, ids: list[str], tmp_path: Path) -> None:
    review.confirm(ids)
    copy = _copied(review, tmp_path)
    review.sign_off("d1", "A. Brown")
    with colleague(copy) as theirs:
        theirs.sign_off("d1", "J. Smith")
    plan = review.compare_copy(copy)
    (difference,) = plan.differences
    assert "A. Brown" in difference.mine.words
    assert "J. Smith" in difference.theirs.words
    review.merge(plan)
    kept = review.documents()[0].sign_off
    assert kept is not None
    assert kept.reviewer == "AB"


def test_a_check_that_both_judged_differently_is_a_difference(review: Review, copy: Path) -> None:
    finding = next(each for _, each in review.findings("d1"))
    review.judge("d1", [finding.id], Judgement.RAISED, "ask")
    with colleague(copy) as theirs:
        theirs.judge("d1", [finding.id], Judgement.DISMISSED, "rounded on purpose")
    plan = review.compare_copy(copy)
    assert [(each.mine.words, each.theirs.words) for each in plan.differences] == [
        ("raised\nask", "dismissed\nrounded on purpose")
    ]
    review.merge(plan, plan.choices)
    decision = review.finding_decision("d1", finding.id)
    assert decision is not None
    assert (decision.judgement, decision.reviewer) == (Judgement.DISMISSED, "JS")


def test_records_that_have_other_ids_here_keep_what_belongs_to_them(
    review: Review, ids: list[str], make: Callable[..., Prepared], tmp_path: Path
) -> None:
    apart = tmp_path / "apart.crossfoot"
    with colleague(apart) as theirs:
        theirs.store(make("other.txt", ending=" More."))
        theirs.store(make())
        (document,) = (row.id for row in theirs.documents() if row.title == "Contacts")
        figures = [figure.id for figure in theirs.figures(document)]
        theirs.confirm(figures)
        theirs.keep_check(theirs.draft_check(figures[:2], Relation.EQUALS, title="Same"))
        theirs.sign_off(document, "J. Smith")
    assert document != "d1"
    review.merge(review.compare_copy(apart))
    (check,) = review.own_checks()
    assert set(check.names.values()) == set(ids[:2])
    signed = review.documents()[0].sign_off
    assert signed is not None
    assert (signed.document, signed.reviewer) == ("d1", "JS")
    assert review.verify() == ()


def test_what_is_no_choice_of_the_plan_is_refused(review: Review, copy: Path) -> None:
    plan = review.compare_copy(copy)
    with pytest.raises(WorldError, match="nothing to choose"):
        review.merge(plan, ["view:v1"])
