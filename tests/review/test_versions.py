"""A new version of a record comes in: everything of the old one is anchored, moved, changed or lost, and told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.assets import dictionary
from crossfoot.checks.own.relations import Relation
from crossfoot.model import AnnotationKind, Origin, Presence, ReviewedFigure, Span, State, Verdict, WorldError
from crossfoot.model.judging import Judgement
from crossfoot.review.prepared import Prepared
from crossfoot.review.preparing import prepare
from crossfoot.review.session import Review
from crossfoot.review.versions.comparing import Comparison, Fate
from crossfoot.review.versions.placing import place
from crossfoot.review.versions.texts import TextFate, text_changes
from crossfoot.workspace import Workspace

HEAD = """WESTERLEIGH BOROUGH COUNCIL

CABINET RECOMMENDATIONS

PROFORMA

Cabinet Meeting 13th June 2013

1. Title of Item/Report

Workload in the Fieldwork Teams

2. Record of the Decision

"""
TAIL = """

RESOLVED that

1. the report be noted.

3. Reasons for the Decision

To keep Members informed.
"""
ACTIVE = "On 31 March 2013 there were 1,194 children active to the Fieldwork Service."
REFERRALS = "The teams took 176 referrals in the quarter, and closed 143 cases in the same time."
PLACED = "There were 312 looked after children, of whom 57.5% lived with foster carers."
BUDGET = "The placements budget was set at £5.51m and the outturn was £4.69m."
VISITS = "Some 28 visits were made to schools by the advisers during the spring."
STAFF = "On 31 March 2013 there were 41 social workers in post."

OLD = [ACTIVE, REFERRALS, PLACED, BUDGET, VISITS]
NEW = [ACTIVE, BUDGET, REFERRALS.replace("176", "181"), PLACED, STAFF]
"""The budget was moved up, a value was changed, the visits are gone and the staff is new."""


@pytest.fixture
def make_version(tmp_path: Path) -> Callable[[str, list[str]], Prepared]:
    """Return the function that prepares a record of these paragraphs."""

    def make(name: str, paragraphs: list[str]) -> Prepared:
        path = tmp_path / name
        path.write_text(HEAD + "\n\n".join(paragraphs) + TAIL, encoding="utf-8")
        return prepare(path, dictionary())

    return make


Make = Callable[[str, list[str]], Prepared]


@pytest.fixture
def versions(workspace: Workspace, make_version: Make) -> Review:
    """Return a review of the old version: two figures confirmed, one corrected, one rejected, one queried."""
    review = Review(workspace, dictionary(), reviewer="AB")
    review.store(make_version("first.txt", OLD))
    review.confirm([of(review, "1,194").id, of(review, "176").id])
    review.correct(of(review, "143").id, {"value": "134"}, "see the report")
    review.reject([of(review, "28").id], "not counted")
    review.query([of(review, "£5.51m").id], "net or gross?")
    review.set_note(of(review, "57.5%").id, "from the annex")
    return review


def of(review: Review, quote: str) -> ReviewedFigure:
    """Return the one figure that is printed so."""
    (found,) = (figure for figure in review.figures() if figure.printed.quote == quote)
    return found


def span_of(review: Review, words: str) -> Span:
    (row,) = review.documents()
    start = review.document(row.id).text.index(words)
    return Span(start, start + len(words))


def fates(comparison: Comparison) -> dict[str, Fate]:
    return {(each.old.printed if each.old else each.new).quote: each.fate for each in comparison.figures}  # type: ignore[union-attr]


def assert_counts_add_up(comparison: Comparison, review_figures: int, found: int) -> None:
    count = comparison.count
    both = count(Fate.ANCHORED) + count(Fate.MOVED) + count(Fate.CHANGED)
    carried = sum(each.added for each in comparison.figures)
    assert both + count(Fate.LOST) == review_figures
    assert both - carried + count(Fate.NEW) == found
    notes = [each.fate for each in comparison.notes]
    assert all((each.span is None) == (each.fate is Fate.LOST) for each in comparison.notes)
    assert set(notes) <= {Fate.ANCHORED, Fate.MOVED, Fate.LOST}


def test_every_figure_is_anchored_moved_changed_new_or_lost_and_the_counts_add_up(
    versions: Review, make_version: Make
) -> None:
    new = make_version("second.txt", NEW)
    comparison = versions.compare_versions("d1", new)
    assert fates(comparison) == {
        "1,194": Fate.ANCHORED,
        "£5.51m": Fate.MOVED,
        "£4.69m": Fate.MOVED,
        "176": Fate.CHANGED,
        "143": Fate.ANCHORED,
        "312": Fate.ANCHORED,
        "57.5%": Fate.ANCHORED,
        "28": Fate.LOST,
        "41": Fate.NEW,
    }
    assert_counts_add_up(comparison, len(versions.figures()), len(new.extraction.figures))
    assert comparison.words == "4 figures unchanged, 2 moved, 1 changed, 1 new, 1 lost"
    assert all(0.5 < each.score <= 1 for each in comparison.figures if each.fate is Fate.MOVED)


def test_decisions_follow_their_figures(versions: Review, make_version: Make) -> None:
    before = {figure.printed.quote: figure for figure in versions.figures()}
    done = versions.replace_document("d1", make_version("second.txt", NEW))
    assert [row.id for row in versions.documents()] == [done.document]
    for quote in ("1,194", "143", "£5.51m"):
        now = of(versions, quote)
        assert (now.state, now.corrected, now.reason) == (
            before[quote].state,
            before[quote].corrected,
            before[quote].reason,
        )
        assert (now.reviewer, now.reviewed_at) == (before[quote].reviewer, before[quote].reviewed_at)
        assert now.printed.span.cut(versions.document(done.document).text) == quote
    assert of(versions, "57.5%").note == "from the annex"
    assert of(versions, "41").state is State.UNREVIEWED


def test_a_changed_value_is_asked_about_again_with_the_old_decision_beside_it(
    versions: Review, make_version: Make
) -> None:
    versions.replace_document("d1", make_version("second.txt", NEW))
    changed = of(versions, "181")
    assert changed.state is State.UNREVIEWED
    assert changed.earlier is not None
    assert (changed.earlier.quote, changed.earlier.state, changed.earlier.reviewer) == ("176", State.CONFIRMED, "AB")
    versions.confirm([changed.id])
    assert of(versions, "181").earlier == changed.earlier


def test_what_is_lost_is_listed_and_stays_in_the_journal(versions: Review, make_version: Make) -> None:
    done = versions.replace_document("d1", make_version("second.txt", NEW))
    (lost,) = done.comparison.lost_decisions
    assert lost.old is not None
    assert (lost.old.printed.quote, lost.old.state) == ("28", State.REJECTED)
    row = next(row for row in versions.history() if row.target == done.document)
    assert '"lost":[{' in row.after
    assert '"quote":"28"' in row.after
    assert versions.predecessor_of(done.document) == "d1"
    again = versions.compare_versions("d1", done.document)
    assert again.lost_decisions == done.comparison.lost_decisions


def test_it_is_one_act_that_undo_takes_back_whole_and_redo_does_again(versions: Review, make_version: Make) -> None:
    before = versions.figures()
    versions.annotate(
        "d1", span_of(versions, "looked after children, of whom"), AnnotationKind.COMMENT, comment="which?"
    )
    notes = versions.annotations()
    done = versions.replace_document("d1", make_version("second.txt", NEW))
    after, new_notes = versions.figures(), versions.annotations()
    assert len({row.group for row in versions.history() if row.verb == "replace"}) == 1
    assert versions.undo_label() == "replace first.txt"
    versions.undo()
    assert [row.id for row in versions.documents()] == ["d1"]
    assert versions.figures() == before
    assert versions.annotations() == notes
    versions.redo()
    assert [row.id for row in versions.documents()] == [done.document]
    assert versions.figures() == after
    assert versions.annotations() == new_notes
    assert versions.verify() == ()


def test_it_is_there_again_after_a_restart(path: Path, make_version: Make) -> None:
    with Workspace.open(path, create=True) as file:
        review = Review(file, dictionary(), reviewer="AB")
        review.store(make_version("first.txt", OLD))
        review.confirm([of(review, "176").id])
        review.replace_document("d1", make_version("second.txt", NEW))
        figures, findings = review.figures(), review.findings()
    with Workspace.open(path) as file:
        review = Review(file, dictionary(), reviewer="AB")
        assert review.figures() == figures
        assert review.findings() == findings
        assert [hit.document for hit in review.search("181") if hit.kind == "figure"] == ["d2"]
        review.undo()
        assert of(review, "176").state is State.CONFIRMED


def test_annotations_go_along_with_their_words(versions: Review, make_version: Make) -> None:
    kept = span_of(versions, "looked after children, of whom")
    versions.annotate("d1", kept, AnnotationKind.COMMENT, comment="which?", tags=("ask",))
    versions.annotate("d1", span_of(versions, "the outturn was £4.69m"), AnnotationKind.HIGHLIGHT, colour="green")
    versions.annotate("d1", span_of(versions, "took 176 referrals in"), AnnotationKind.HIGHLIGHT)
    versions.annotate(
        "d1", span_of(versions, "made to schools by the advisers"), AnnotationKind.COMMENT, comment="who?"
    )
    done = versions.replace_document("d1", make_version("second.txt", NEW))
    by_quote = {each.note.quote: each for each in done.comparison.notes}
    assert {quote: each.fate for quote, each in by_quote.items()} == {
        "looked after children, of whom": Fate.ANCHORED,
        "the outturn was £4.69m": Fate.MOVED,
        "took 176 referrals in": Fate.MOVED,
        "made to schools by the advisers": Fate.LOST,
    }
    now = {note.quote: note for note in versions.annotations()}
    assert set(now) == {"looked after children, of whom", "the outturn was £4.69m", "took 181 referrals in"}
    assert (now["looked after children, of whom"].comment, now["looked after children, of whom"].tags) == (
        "which?",
        ("ask",),
    )
    assert now["the outturn was £4.69m"].colour == "green"
    text = versions.document(done.document).text
    assert all(note.span.cut(text) == quote for quote, note in now.items())
    assert [each.note.comment for each in done.comparison.lost_notes] == ["who?"]


def test_a_figure_that_the_officer_added_goes_along(versions: Review, make_version: Make) -> None:
    start = versions.document("d1").text.index("13th")
    span = Span(start, start + 2)
    added = versions.propose_figure("d1", span)
    versions.add_figure("d1", added, {"label": "the day"})
    done = versions.replace_document("d1", make_version("second.txt", NEW))
    (now,) = (figure for figure in versions.figures() if figure.origin is Origin.ADDED)
    assert now.printed.span.cut(versions.document(done.document).text) == now.printed.quote
    assert (now.state, now.current.label) == (State.CORRECTED, "the day")
    assert_counts_add_up(done.comparison, 9, 8)


def test_the_same_file_is_no_new_version(versions: Review, make_version: Make) -> None:
    with pytest.raises(WorldError, match="same file, byte for byte"):
        versions.replace_document("d1", make_version("first.txt", OLD))
    assert [row.id for row in versions.documents()] == ["d1"]


def test_a_version_that_was_imported_beside_the_old_one_is_noticed_and_takes_its_place(
    versions: Review, make_version: Make
) -> None:
    versions.store(make_version("second.txt", NEW))
    assert versions.twins({"d2"}) == (("d1", "d2"),)
    assert versions.twins({"d1"}) == ()
    versions.confirm([figure.id for figure in versions.figures("d2") if figure.printed.quote == "181"])
    versions.replace_document("d1", "d2")
    assert [row.id for row in versions.documents()] == ["d2"]
    assert of(versions, "181").state is State.CONFIRMED
    assert of(versions, "143").current.value == 134
    versions.undo()
    assert [row.id for row in versions.documents()] == ["d1", "d2"]
    assert versions.verify() == ()


def test_a_record_of_another_day_or_title_is_no_version(review: Review, make: Callable[..., Prepared]) -> None:
    review.store(make("other.txt", date(2017, 1, 1), " More."))
    review.store(make("same-day.txt", date(2016, 7, 14), " Else."))
    assert review.twins({row.id for row in review.documents()}) == ()


def test_the_same_version_may_come_again_after_undo(versions: Review, make_version: Make) -> None:
    new = make_version("second.txt", NEW)
    versions.replace_document("d1", new)
    versions.undo()
    assert versions.predecessor_of("d2") is None
    done = versions.replace_document("d1", new)
    assert done.document == "d2"
    assert versions.predecessor_of("d2") == "d1"
    assert of(versions, "143").current.value == 134
    assert versions.verify() == ()


def test_paragraphs_are_told_as_changed_moved_added_or_removed(make_version: Make) -> None:
    old, new = "\n\n".join(OLD), "\n\n".join(NEW)
    told = {
        (change.fate, (change.new.cut(new) if change.new else change.old.cut(old) if change.old else ""))
        for change in text_changes(old, new)
    }
    assert told == {
        (TextFate.MOVED, BUDGET),
        (TextFate.CHANGED, REFERRALS.replace("176", "181")),
        (TextFate.REMOVED, VISITS),
        (TextFate.ADDED, STAFF),
    }


@settings(max_examples=60, deadline=None)
@given(st.permutations([ACTIVE, REFERRALS, PLACED, BUDGET, VISITS, STAFF]), st.integers(0, 5))
def test_paragraphs_in_any_order_add_up(order: list[str], dropped: int) -> None:
    old = f"{ACTIVE}\n\n{REFERRALS}\n\n{PLACED}\n\n{BUDGET}\n\n{VISITS}\n\n{STAFF}"
    kept = [each for place, each in enumerate(order) if place != dropped]
    new = "\n\n".join(kept)
    changes = text_changes(old, new)
    removed = [change for change in changes if change.fate is TextFate.REMOVED]
    added = [change for change in changes if change.fate is TextFate.ADDED]
    assert 6 - len(removed) + len(added) == 5
    places = [change.new for change in changes if change.new is not None]
    assert places == sorted(places)


def test_words_that_stand_nowhere_with_their_neighbours_are_lost() -> None:
    old = "The children of the first team were seen. The children of the second team were not."
    start = old.rindex("children")
    assert place(old, Span(start, start + 8), "Nothing was said of the children at all in that room.") is None


def test_the_right_one_of_several_equal_words_is_found() -> None:
    old = "The report was heard. The northern team had 12 cases. The southern team lost 12 cases."
    new = "The southern team lost 12 cases. The report was heard. The northern team had 12 cases."
    start = old.index("12")
    found = place(old, Span(start, start + 2), new)
    assert found is not None
    assert found.span.start == new.rindex("12")


def test_second_checks_go_along_with_figures_that_read_as_before_and_the_signature_lapses(
    versions: Review, make_version: Make
) -> None:
    versions.reviewer = "CD"
    versions.check_again(of(versions, "1,194").id)
    versions.check_again(of(versions, "176").id)
    versions.sign_off("d1", "C. Dee")
    done = versions.replace_document("d1", make_version("second.txt", NEW))
    assert done.comparison.stays == (
        "What was given to the old text stays with it: the signature of CD, so that the new text needs its own, "
        "and 1 second check of a figure that reads otherwise now."
    )
    followed = versions.second_check(of(versions, "1,194").id)
    assert followed is not None
    assert (followed.reviewer, followed.agrees, followed.document) == ("CD", True, done.document)
    assert versions.second_check(of(versions, "181").id) is None
    assert versions.statement().signed == ()
    versions.undo()
    assert versions.second_check(of(versions, "176").id) is not None
    assert versions.verify() == ()


def test_a_dismissal_goes_along_while_the_figures_of_its_finding_are_the_same(
    versions: Review, make_version: Make
) -> None:
    sums = "Of the 40 reviews 10 were held in May, 12 in June and 17 in July, which is 40 in all."
    other = "There were 12 homes at the start, 5 more were opened, so that there were 18 homes at the end."
    versions.replace_document("d1", make_version("sums.txt", [*OLD, sums, other]))
    (row,) = versions.documents()
    asked = {each.id for _, each in versions.findings(row.id) if each.verdict is Verdict.QUERY and each.figures}
    assert asked
    versions.judge(row.id, sorted(asked), Judgement.DISMISSED, "known")
    done = versions.replace_document(
        row.id, make_version("later.txt", [VISITS.replace("28", "31"), *OLD[:4], sums, other])
    )
    again = {each.id for _, each in versions.findings(done.document)}
    held = versions.finding_decisions(done.document)
    assert asked & again
    assert asked & again <= held.keys()
    assert {each.judgement for each in held.values()} == {Judgement.DISMISSED}
    versions.undo()
    assert versions.finding_decisions(done.document) == {}
    assert versions.verify() == ()


def test_decisions_are_on_the_newest_reading_of_the_new_version(versions: Review, make_version: Make) -> None:
    new = make_version("second.txt", NEW)
    versions.store(new)
    named = tuple(
        replace(figure, subject="fieldwork") if figure.quote == "1,194" else figure for figure in new.extraction.figures
    )
    versions.keep_reading("d2", replace(new.extraction, version="9", figures=named))
    versions.replace_document("d1", "d2")
    now = of(versions, "1,194")
    assert (now.state, now.current.subject, now.presence) == (State.CONFIRMED, "fieldwork", Presence.STEADY)


def own_messages(review: Review) -> list[str]:
    """What the officer's own checks say, over all records."""
    return [finding.message for _, finding in review.findings() if finding.rule == 0]


def test_an_own_check_goes_on_with_the_figures_of_the_new_version_and_undo_brings_the_old_ones_back(
    versions: Review, make_version: Make
) -> None:
    ids = [of(versions, quote).id for quote in ("1,194", "176")]
    versions.keep_check(versions.draft_check(ids, Relation.FORMULA, formula="b = 176", title="referrals"))
    (kept,) = versions.own_checks()
    assert own_messages(versions) == ["“referrals” holds."]
    versions.replace_document("d1", make_version("second.txt", NEW))
    (check,) = versions.own_checks()
    assert list(check.names.values()) == [of(versions, quote).id for quote in ("1,194", "181")]
    assert (check.id, check.reviewer, check.created_at) == (kept.id, kept.reviewer, kept.created_at)
    assert own_messages(versions) == ["“referrals” does not hold: 181 on one side, 176 on the other; worth checking."]
    versions.undo()
    assert versions.own_checks() == (kept,)
    assert own_messages(versions) == ["“referrals” holds."]
    assert versions.verify() == ()


def test_an_own_check_whose_first_figure_the_new_version_lost_says_so_there(
    versions: Review, make_version: Make
) -> None:
    ids = [of(versions, quote).id for quote in ("312", "176")]
    versions.keep_check(versions.draft_check(ids, Relation.FORMULA, formula="a > b", title="placed"))
    versions.replace_document("d1", make_version("second.txt", [ACTIVE, REFERRALS, BUDGET, STAFF]))
    (said,) = own_messages(versions)
    assert said.startswith("“placed” cannot be tested: its figure a was rejected, or is not in the workspace any more")
    assert [document for document, finding in versions.findings() if finding.rule == 0] == ["d2"]
