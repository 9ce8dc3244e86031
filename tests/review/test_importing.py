"""Several records come in together: each its own act, all on the disk, all that was made ready before as it is here."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from sqlite3 import IntegrityError, connect

import pytest

from crossfoot.assets import dictionary, sample_records
from crossfoot.checks import CallInCount, CallInRule
from crossfoot.model import Changes, Verdict, WorldError
from crossfoot.review.checking import check_document
from crossfoot.review.prepared import Prepared
from crossfoot.review.preparing import prepare
from crossfoot.review.readying import with_rows
from crossfoot.review.session import Review
from crossfoot.workspace import Workspace

Make = Callable[..., Prepared]


def some(make: Make, count: int) -> list[Prepared]:
    """Return records with the same figures and other words at their end, each of another month."""
    return [make(f"{n}.txt", date(2016, 1 + n % 12, 8), f" No {n}.") for n in range(count)]


def contents(path: Path) -> Mapping[str, list[tuple[object, ...]]]:
    """Return every row of a workspace but for the moments of its acts and what is sealed with them."""
    moments = {"imported_at", "at", "digest"}
    with closing(connect(path)) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        tables.remove("_sqlite_migrations")
        found = {}
        for table in tables:
            columns = [row[1] for row in db.execute(f"PRAGMA table_xinfo({table})") if row[1] not in moments]
            found[table] = db.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()  # noqa: S608 - names of the file
        return found


def test_a_record_made_ready_in_another_process_leaves_the_same_rows_as_one_that_was_not(tmp_path: Path) -> None:
    path = sample_records()[0]
    here = prepare(path, dictionary())
    far: Prepared = pickle.loads(pickle.dumps(with_rows(here, dictionary(), {})))  # noqa: S301 - made here
    assert far.ready is not None
    kept = []
    for name, record in (("here", here), ("far", far)):
        with Workspace.open(tmp_path / f"{name}.crossfoot", create=True) as workspace:
            review = Review(workspace, dictionary())
            review.store(record)
            assert workspace.verify() == ()
            assert workspace.findings.of("d1") == check_document(review.document("d1"), review.figures("d1"))
        kept.append(contents(tmp_path / f"{name}.crossfoot"))
    assert kept[0]["findings"]
    assert kept[0] == kept[1]


def test_what_screens_ask_right_after_an_import_is_what_they_ask_after_opening(tmp_path: Path) -> None:
    path = tmp_path / "samples.crossfoot"
    with Workspace.open(path, create=True) as workspace:
        review = Review(workspace, dictionary())
        review.documents()
        review.store_some([prepare(record, dictionary()) for record in sample_records()])
        said = review.documents(), review.figures(), review.findings(), review.counts()
    with Workspace.open(path) as workspace:
        review = Review(workspace, dictionary())
        assert (review.documents(), review.figures(), review.findings(), review.counts()) == said


def test_records_that_come_in_together_are_acts_of_their_own_and_undone_one_by_one(review: Review, make: Make) -> None:
    outcomes = review.store_some(some(make, 3))
    assert [outcome.documents for outcome in outcomes if isinstance(outcome, Changes)] == [{"d2"}, {"d3"}, {"d4"}]
    rows = review.history()
    assert len({row.group for row in rows}) == 4
    assert review.verify() == ()
    assert review.undo().documents == {"d4"}
    assert {row.id for row in review.documents()} == {"d1", "d2", "d3"}
    assert review.undo().documents == {"d3"}
    assert review.verify() == ()


def test_what_has_come_in_together_is_on_the_disk_before_it_is_told(review: Review, path: Path, make: Make) -> None:
    told = review.store_some(some(make, 3))
    copy = path.with_name("copy.crossfoot")
    copy.write_bytes(path.read_bytes())
    with Workspace.open(copy) as workspace:
        assert len(workspace.documents.rows()) == 1 + len(told)


def test_a_transaction_takes_in_no_more_once_it_has_lasted_long_enough(review: Review, make: Make) -> None:
    asked: list[None] = []
    outcomes = review.store_some(some(make, 5), lambda: asked.append(None) or len(asked) == 2)
    assert len(outcomes) == 2
    assert len(review.documents()) == 3


def test_a_file_that_is_there_already_is_refused_and_those_around_it_come_in(review: Review, make: Make) -> None:
    first, second = some(make, 2)
    outcomes = review.store_some([first, make("copy.txt"), first, second])
    assert [isinstance(outcome, WorldError) for outcome in outcomes] == [False, True, True, False]
    assert str(outcomes[1]).startswith("copy.txt: already in the workspace as “Contacts”")
    assert str(outcomes[2]).startswith("0.txt: already in the workspace as “Contacts No 0.”")
    assert [row.title for row in review.documents()] == ["Contacts No 0.", "Contacts No 1.", "Contacts"]


def test_a_file_that_lies_in_the_bin_comes_out_of_it_among_others(review: Review, make: Make) -> None:
    review.remove_document("d1")
    left, came = [*some(make, 1), make("again.txt"), *some(make, 3)[1:]], []
    while left:
        outcomes = review.store_some(left)
        came += outcomes
        del left[: len(outcomes)]
    assert [sorted(outcome.documents) for outcome in came] == [["d2"], ["d1"], ["d3"], ["d4"]]
    assert review.binned_count() == 0


def test_a_record_that_cannot_be_written_keeps_no_other_out(review: Review, make: Make) -> None:
    good, bad, better = some(make, 3)
    twice = replace(bad, extraction=replace(bad.extraction, figures=bad.extraction.figures[:1] * 2))
    assert len(review.store_some([good, twice, better])) == 1
    with pytest.raises(IntegrityError):
        review.store_some([twice, better][:1])
    assert len(review.store_some([better])) == 1
    assert [row.title for row in review.documents()] == ["Contacts No 0.", "Contacts No 2.", "Contacts"]
    assert review.verify() == ()


def test_a_call_in_rule_set_after_a_record_was_made_ready_is_the_one_it_is_checked_by(
    review: Review, make: Make
) -> None:
    plain = make("x.txt", date(2016, 7, 14), " X")
    record = replace(plain.extraction.record, council="Anyborough", call_in=date(2016, 7, 22))
    record = replace(record, proper_officer_date=date(2016, 7, 18))
    ready = with_rows(replace(plain, extraction=replace(plain.extraction, record=record)), dictionary(), {})
    before = review.store(replace(ready, sha256="0", data=b"0"))
    review.undo()
    review.set_call_in("Anyborough", CallInRule(CallInCount.DAYS_AFTER_MEETING, 5))
    after = review.store(ready)
    (old,), (new,) = before.documents, after.documents
    said = [finding for _, finding in review.findings(new) if finding.rule == 10]
    assert old != new
    assert any(finding.verdict is Verdict.QUERY for finding in said)


def test_records_are_compared_with_each_other_when_all_are_in_and_not_before(review: Review, make: Make) -> None:
    review.documents()
    review.hold_comparison()
    first = make("a.txt", date(2016, 8, 11), " A")
    figure = replace(first.extraction.figures[0], value=first.extraction.figures[0].value + 6)
    figures = (figure, *first.extraction.figures[1:])
    review.store(replace(first, extraction=replace(first.extraction, figures=figures)))
    assert not [finding for _, finding in review.findings() if finding.rule == 19]
    pending = review.pending_comparison()
    assert pending is not None
    changes = review.take_comparison(pending.run())
    assert changes is not None
    assert changes.findings_of == {"d2"}
    assert [document for document, finding in review.findings() if finding.rule == 19] == ["d2"]
    assert review.pending_comparison() is None


def test_a_comparison_that_another_record_overtook_is_not_taken(review: Review, make: Make) -> None:
    review.hold_comparison()
    first, second = some(make, 2)
    review.store(first)
    pending = review.pending_comparison()
    assert pending is not None
    review.store(second)
    assert review.take_comparison(pending.run()) is None
    due = review.pending_comparison()
    assert due is not None
    assert len(due.ids) == 3
    assert review.take_comparison(due.run()) is not None
