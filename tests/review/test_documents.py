"""Documents come in, are listed in order, and go to the bin."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from crossfoot.assets import dictionary
from crossfoot.export import SUFFIXES, write
from crossfoot.model import Counts, Span, State, WorldError
from crossfoot.model.judging import Judgement
from crossfoot.review.prepared import Prepared
from crossfoot.review.preparing import find_files
from crossfoot.review.session import Review
from crossfoot.review.summary import summarise
from crossfoot.workspace import Workspace

NOW = datetime(2024, 5, 6, tzinfo=UTC)


def test_documents_stand_by_meeting_date_and_those_without_one_last(
    review: Review, make: Callable[..., Prepared]
) -> None:
    review.store(make("b.txt", None, " B"))
    review.store(make("c.txt", date(2015, 1, 8), " C"))
    assert [row.title for row in review.documents()] == ["Contacts C", "Contacts", "Contacts B"]
    assert [figure.document for figure in review.figures()][::5] == ["d3", "d1", "d2"]


def test_the_same_file_comes_in_once(review: Review, make: Callable[..., Prepared]) -> None:
    rows = review.history()
    with pytest.raises(WorldError, match=r"copy\.txt: already in the workspace as “Contacts” of 14 Jul 2016: "):
        review.store(make("copy.txt"))
    assert review.history() == rows


def test_a_document_that_could_not_be_stored_leaves_nothing_behind(
    review: Review, make: Callable[..., Prepared]
) -> None:
    good, other = make("good.txt", None, " good"), make("other.txt", None, " other")
    outside = replace(good.extraction.figures[0], span=Span(10_000, 10_005))
    bad = replace(other, extraction=replace(other.extraction, figures=(outside,)))
    rows = review.history()
    with pytest.raises(ValueError, match="outside"):
        review.store(bad)
    assert (review.history(), [row.id for row in review.documents()]) == (rows, ["d1"])
    review.store(good)
    assert review.document("d2").text == good.reading.text
    assert len(review.figures("d2")) == len(good.extraction.figures)


def test_a_document_in_the_bin_is_out_of_every_list_and_comes_back_with_its_decisions(
    review: Review, ids: list[str], make: Callable[..., Prepared]
) -> None:
    review.confirm(ids)
    review.remove_document("d1")
    assert (review.documents(), review.figures(), review.counts()) == ((), (), Counts())
    review.store(make("again.txt"))
    assert review.counts() == Counts(confirmed=5)
    assert [row.id for row in review.documents()] == ["d1"]


def test_the_original_file_is_kept_byte_for_byte(review: Review, make: Callable[..., Prepared]) -> None:
    assert review.original("d1") == make().data


def test_a_summary_holds_what_the_screens_show(review: Review, ids: list[str], make: Callable[..., Prepared]) -> None:
    review.store(make("b.txt", None, " B"))
    review.confirm(ids[:1])
    whole, part = summarise(review, NOW), summarise(review, NOW, ["d1"])
    assert whole.counts == review.counts()
    assert [row.seq for row in whole.history] == [1, 2, 3]
    assert [p.document.id for p in part.documents] == ["d1"]
    assert {row.document for row in part.history} == {"d1"}
    with pytest.raises(WorldError, match="no document d7"):
        summarise(review, NOW, ["d7"])


def test_a_search_leads_to_text_figures_and_annotations(review: Review, ids: list[str]) -> None:
    review.set_note(ids[0], "asked the team")
    assert [(hit.kind.value, hit.target) for hit in review.search("1,194")] == [("figure", ids[0]), ("text", "d1")]
    assert [hit.target for hit in review.search("asked team")] == [ids[0]]
    assert "[outturn]" in review.search("OUTTURN")[0].snippet
    assert review.search("  ") == ()


def test_a_read_only_workspace_answers_and_refuses_verbs(path: Path, review: Review, ids: list[str]) -> None:
    review.confirm(ids[:1])
    copy = path.with_name("copy.crossfoot")
    review.backup(copy)
    with Workspace.open(copy, read_only=True) as workspace:
        looked_at = Review(workspace, dictionary())
        assert looked_at.read_only
        assert looked_at.figure(ids[0]).state is State.CONFIRMED
        with pytest.raises(WorldError, match="can only be read"):
            looked_at.confirm(ids)
        assert looked_at.figure(ids[1]).state is State.UNREVIEWED


def test_folders_are_gone_through_by_name_without_hidden_and_lock_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.docx", ".hidden.txt", "~$a.docx", "picture.xyz", "deeper/c.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    named = tmp_path / "picture.xyz"
    found = find_files([tmp_path, named, tmp_path / "b.txt", tmp_path / "missing.txt"])
    assert [str(p.relative_to(tmp_path)) for p in found] == [
        "a.docx", "b.txt", str(Path("deeper/c.html")), "picture.xyz", "missing.txt",
    ]  # fmt: skip


@pytest.mark.parametrize("folder", ["/home/jsmith/Records/", "C:\\Users\\jsmith\\Records\\"])
@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_an_export_names_files_without_the_folders_of_this_machine(
    workspace: Workspace, make: Callable[..., Prepared], tmp_path: Path, folder: str, suffix: str
) -> None:
    review = Review(workspace, dictionary(), reviewer="AB")
    review.store(make(f"{folder}spring.txt"))
    review.replace_document("d1", make(f"{folder}summer.txt", ending=" More."))
    target = tmp_path / f"summary{suffix}"
    write(summarise(review, NOW), target)
    with ZipFile(target) if is_zipfile(target) else nullcontext() as archive:
        data = b"".join(archive.read(name) for name in archive.namelist()) if archive else target.read_bytes()
    assert b"summer.txt" in data
    assert b"jsmith" not in data


def test_many_records_are_counted_alike_whether_each_was_read_or_all_at_once(
    workspace: Workspace, review: Review, ids: list[str], make: Callable[..., Prepared]
) -> None:
    for number in range(70):
        review.store(make(f"{number}.txt", ending=f" Number {number}."))
    review.confirm(ids[:2])
    review.confirm([f"d2-{ids[0].partition('-')[2]}"])
    review.sign_off("d2")
    review.judge("d3", [finding.id for _, finding in review.findings("d3")], Judgement.DISMISSED, "rounded")
    review.remove_document("d4")
    anew = Review(workspace, dictionary())
    at_once = anew.documents()
    for each in at_once:
        assert each.counts == Review(workspace, dictionary()).counts(each.id)
    assert at_once == review.documents()
    assert anew.counts() == review.counts()


def test_going_on_comes_round_by_all_records_and_to_the_figure_itself_last(
    review: Review, ids: list[str], make: Callable[..., Prepared]
) -> None:
    review.store(make("later.txt", date(2017, 1, 12), " Later."))
    review.store(make("last.txt", date(2018, 1, 12), " Last."))
    others = [figure.id for figure in review.figures("d2")]
    last = [figure.id for figure in review.figures("d3")]
    review.confirm(others)
    assert review.next_undecided(ids[-1]) == last[0]
    assert review.next_undecided(last[0], backwards=True) == ids[-1]
    review.confirm([*ids[1:], *last])
    assert review.next_undecided(ids[0]) == ids[0]
    review.confirm([ids[0]])
    assert review.next_undecided(ids[0]) is None


def test_reading_ahead_stops_when_its_time_is_up_and_goes_on_where_it_stopped(
    workspace: Workspace, review: Review, make: Callable[..., Prepared]
) -> None:
    for number in range(3):
        review.store(make(f"{number}.txt", ending=f" Number {number}."))
    anew = Review(workspace, dictionary())
    assert not anew.read_ahead(-1)
    assert anew.read_ahead(60)
    assert anew.read_ahead(-1)
    assert anew.figures() == review.figures()
