"""Findings as the officer meets them: raised, dismissed, across records, of their own checks, and tried out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crossfoot.checks import CallInCount, CallInRule
from crossfoot.checks.own.relations import Relation
from crossfoot.export import write
from crossfoot.model import DateRole, PrintedDate, Span, Verdict, WorldError
from crossfoot.model.judging import Judgement
from crossfoot.review.session import Review
from crossfoot.review.summary import summarise
from crossfoot.workspace import Workspace

LATE = date(2016, 9, 8)


def _own(review: Review, ids: list[str], **more):
    return review.keep_check(review.draft_check(ids[:3], Relation.SUM, title="contacts", **more))


def _queries(review: Review, document: str | None = "d1") -> list[str]:
    return [f.message for _, f in review.findings(document) if f.verdict is Verdict.QUERY]


def _asked(review: Review) -> str:
    """Make the record's own sum wrong, so that there is a query; return its id."""
    figure = review.figures("d1")[1]
    review.correct(figure.id, {"value": "186"})
    return next(f.id for _, f in review.findings("d1") if f.verdict is Verdict.QUERY and figure.id in f.figures)


def test_a_dismissed_finding_is_not_counted_and_stays_dismissed(review, workspace, path):
    finding = _asked(review)
    before = review.counts("d1").findings
    changes = review.judge("d1", [finding], Judgement.DISMISSED, "rounded in the annex")
    assert changes.findings_of == {"d1"}
    assert review.counts("d1").findings == before - 1
    again = Review(workspace, review.dictionary, reviewer="AB")
    decision = again.finding_decision("d1", finding)
    assert decision is not None
    assert (decision.judgement, decision.reason, decision.reviewer) == (
        Judgement.DISMISSED,
        "rounded in the annex",
        "AB",
    )
    assert again.counts("d1").findings == before - 1


def test_a_dismissal_needs_a_reason(review):
    finding = _asked(review)
    with pytest.raises(WorldError, match="Say why"):
        review.judge("d1", [finding], Judgement.DISMISSED, "  ")


def test_a_dismissal_ends_with_a_change_of_its_figures(review):
    finding = _asked(review)
    review.judge("d1", [finding], Judgement.DISMISSED, "known")
    review.correct(review.figures("d1")[1].id, {"value": "196"})
    new = [f.id for _, f in review.findings("d1") if f.verdict is Verdict.QUERY and f.figures]
    assert new
    assert finding not in new
    assert all(review.finding_decision("d1", each) is None for each in new)


def test_raising_dismissing_and_taking_up_again_can_be_undone(review):
    finding = _asked(review)
    review.judge("d1", [finding], Judgement.RAISED)
    review.judge("d1", [finding], Judgement.DISMISSED, "settled by telephone")
    assert review.undo_label().startswith("dismiss ")
    review.undo()
    assert review.finding_decision("d1", finding).judgement is Judgement.RAISED
    review.undo()
    assert review.finding_decision("d1", finding) is None
    review.redo()
    review.judge("d1", [finding], Judgement.OPEN)
    assert review.finding_decision("d1", finding) is None
    assert review.verify() == ()


def test_the_text_to_send_names_the_record_its_words_and_the_working(review):
    asked = _asked(review)
    finding = next(f for _, f in review.findings("d1") if f.id == asked)
    text = review.letter("d1", finding, "Please see the annex.")
    for words in (
        "Contacts (14 Jul 2016)",
        "a further 176 came in July",
        finding.message,
        "Please see the annex.",
        "AB",
    ):
        assert words in text


def test_a_figure_that_two_records_give_differently_is_asked_about_with_corrected_values(review, make):
    review.store(make("later.txt", LATE, " Later."))
    assert not [m for m in _queries(review, "d2") if "for the same date" in m]
    first = review.figures("d1")[0]
    changes = review.correct(first.id, {"value": "1,149"})
    assert "d2" in changes.findings_of
    assert [m for m in _queries(review, "d2") if "but 1,149 in the record of 14 July 2016 for the same date" in m]
    review.undo()
    assert not [m for m in _queries(review, "d2") if "for the same date" in m]


def test_what_is_said_across_records_is_the_same_after_the_workspace_is_opened_again(review, make, workspace):
    review.store(make("later.txt", LATE, " Later."))
    review.correct(review.figures("d1")[0].id, {"value": "1,149"})
    again = Review(workspace, review.dictionary)
    assert again.findings() == review.findings()


def test_a_record_in_the_bin_is_compared_with_no_other(review, make):
    review.store(make("later.txt", LATE, " Later."))
    review.correct(review.figures("d1")[0].id, {"value": "1,149"})
    review.remove_document("d1")
    assert not [m for m in _queries(review, "d2") if "for the same date" in m]


def test_an_own_check_is_kept_and_tested_again_on_each_change(review, ids, workspace):
    changes = _own(review, ids)
    assert changes.own_checks
    assert "d1" in changes.findings_of
    again = Review(workspace, review.dictionary)
    own = [f for _, f in again.findings("d1") if f.rule == 0]
    assert [(f.verdict, "".join(p.text for p in f.working)) for f in own] == [
        (Verdict.HOLDS, "1,194 + 176 = 1,370 holds")
    ]
    review.correct(ids[1], {"value": "186"})
    assert [m for m in _queries(review) if m.startswith("“contacts” does not hold")]
    assert review.undo() is not None
    assert not [m for m in _queries(review) if m.startswith("“contacts”")]


def test_an_own_check_of_pounds_and_children_is_refused_in_one_sentence(review, ids):
    with pytest.raises(WorldError, match="do not go together"):
        review.draft_check([ids[0], ids[3], ids[2]], Relation.SUM)


def test_an_own_check_whose_figure_is_rejected_says_that_it_cannot_be_tested(review, ids):
    _own(review, ids)
    review.reject([ids[1]])
    assert [m for m in _queries(review) if "cannot be tested" in m]


def test_a_template_is_tested_in_later_records(review, ids, make):
    review.keep_check(review.draft_check([ids[3], ids[3]], Relation.FORMULA, formula="a > 1,000,000", template=True))
    review.store(make("later.txt", LATE, " Later."))
    assert [f.rule for _, f in review.findings("d2") if f.rule == 0] == [0]
    later = review.figures("d2")[3]
    review.correct(later.id, {"value": "£0.9m"})
    assert [m for m in _queries(review, "d2") if "does not hold" in m]


def test_an_own_check_of_two_records_asks_in_the_other_when_the_first_goes_to_the_bin(review, ids, make):
    review.store(make("later.txt", LATE, " Later."))
    other = review.figures("d2")[0].id
    review.keep_check(review.draft_check([ids[0], other], Relation.EQUALS, title="both"))
    assert [document for document, f in review.findings() if f.rule == 0] == ["d1"]
    changes = review.remove_document("d1")
    assert "d2" in changes.findings_of
    assert [m for m in _queries(review, "d2") if m.startswith("“both” cannot be tested: its figure a")]
    assert review.counts("d2").findings == len(_queries(review, "d2"))
    review.undo()
    assert [document for document, f in review.findings() if f.rule == 0] == ["d1"]


def test_an_own_check_can_be_changed_taken_away_and_brought_back(review, ids):
    _own(review, ids)
    check = review.own_checks()[0]
    review.keep_check(replace(check, note="see annex"))
    assert review.own_checks()[0].note == "see annex"
    review.remove_check(check.id)
    assert review.own_checks() == ()
    review.undo()
    assert review.own_checks()[0].note == "see annex"
    assert review.verify() == ()


def test_what_if_says_what_would_come_and_go_and_writes_nothing(review, ids):
    before = review.findings()
    rows = len(review.history())
    tried = review.what_if(ids[1], {"value": "186"})
    assert tried.appearing
    assert tried.vanishing == ()
    assert (review.findings(), len(review.history())) == (before, rows)
    review.correct(ids[1], {"value": "186"})
    back = review.what_if(ids[1], {"value": "176"})
    assert [f.rule for f in back.vanishing] == [f.rule for f in tried.appearing]
    with pytest.raises(WorldError):
        review.what_if(ids[1], {"value": "a lot"})


def test_the_call_in_rule_of_a_council_is_a_setting_that_can_be_undone(review, make):
    record = make("called.txt", date(2016, 7, 14), " Call-in: 22 July 2016. Proper Officer 15 July 2016.")
    dated = replace(
        record.extraction.record,
        council="Anyborough Council",
        call_in=date(2016, 7, 22),
        proper_officer_date=date(2016, 7, 15),
        dates=(
            PrintedDate(Span(0, 5), "22 July 2016", date(2016, 7, 22), role=DateRole.CALL_IN),
            PrintedDate(Span(6, 9), "15 July 2016", date(2016, 7, 15), role=DateRole.PROPER_OFFICER),
        ),
    )
    review.store(replace(record, extraction=replace(record.extraction, record=dated)))

    def said() -> list[Verdict]:
        return [f.verdict for _, f in review.findings("d2") if f.rule == 10]

    assert said() == [Verdict.HOLDS]
    changes = review.set_call_in("Anyborough Council", CallInRule(CallInCount.DAYS_AFTER_MEETING, 5))
    assert "d2" in changes.findings_of
    assert said() == [Verdict.QUERY]
    assert list(review.call_in_rules()) == ["Anyborough Council"]
    review.undo()
    assert said() == [Verdict.HOLDS]
    assert review.verify() == ()


def test_the_summary_says_what_was_decided_on_a_finding(review, tmp_path, workspace: Workspace):
    finding = _asked(review)
    review.judge("d1", [finding], Judgement.DISMISSED, "rounded in the annex")
    summary = summarise(review, date(2024, 5, 6))
    assert summary.counts.findings == review.counts().findings
    for suffix in ("html", "json"):
        target = tmp_path / f"summary.{suffix}"
        write(summarise(review, review._ledger.clock()), target)  # noqa: SLF001 - the test's own clock
        assert "rounded in the annex" in target.read_text(encoding="utf-8")
