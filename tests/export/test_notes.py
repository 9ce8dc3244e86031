"""Notes on a record, a check and a chart's point stand in every export with their threads."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from crossfoot.export import Summary, write
from crossfoot.model import About, Annotation, AnnotationKind, Reply, Span

NOON = datetime(2024, 4, 2, 12, 0)  # noqa: DTZ001 - the machine's own clock, so that the words are the same everywhere


@pytest.fixture
def noted(summary: Summary) -> Summary:
    """Return a summary with a note on a check in the place of its marks."""
    note = Annotation(
        *("a9", "d1", Span(0, 0), "812 + 43 is 855, not 856", AnnotationKind.COMMENT, "Seen <by> Finance"),
        reviewer="AB",
        created_at=NOON,
        replies=(Reply("They agree.", "CD", NOON),),
        resolved=True,
        about=About.FINDING,
        target="f1",
    )
    first, *others = summary.documents
    return replace(summary, documents=(replace(first, annotations=(note,)), *others))


def test_the_page_says_what_a_note_is_about_what_was_answered_and_that_it_is_resolved(
    noted: Summary, tmp_path: Path
) -> None:
    write(noted, tmp_path / "s.html")
    page = (tmp_path / "s.html").read_text(encoding="utf-8")
    for words in (
        "812 + 43 is 855, not 856",
        "Seen &lt;by&gt; Finance",
        "They agree.",
        "note on the check",
        "resolved",
    ):
        assert words in page
    assert "#mark-a9" not in page  # it stands on no words of the text


def test_the_json_has_target_and_thread(noted: Summary, tmp_path: Path) -> None:
    write(noted, tmp_path / "s.json")
    (note,) = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))["documents"][0]["annotations"]
    assert (note["about"], note["target"], note["resolved"]) == ("finding", "f1", True)
    assert [reply["text"] for reply in note["replies"]] == ["They agree."]
