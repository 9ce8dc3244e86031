"""Minutes come in: each of their records is a document of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from crossfoot import assets
from crossfoot.review.session import Review
from crossfoot.workspace import Workspace

MINUTES = """EASTMERE COUNTY COUNCIL

CABINET

A meeting of Cabinet was held on Thursday, 8 October 2015.

D150069 FOSTERING SUFFICIENCY

Cabinet heard that 41 carers were approved and that 57 were needed by March 2016.

RESOLVED that

1. the report be noted.

D150070 REFERRALS TO SOCIAL CARE

It was reported that there had been 211 referrals in July 2015 and 154 in August 2015.

RESOLVED that

1. the rise in referrals be noted.
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    """Return a file of minutes with two records."""
    path = tmp_path / "minutes.txt"
    path.write_text(MINUTES, encoding="utf-8")
    return path


def test_extract_prints_a_document_for_each_record_with_its_place_in_the_file(run: Run, minutes: Path) -> None:
    status, printed, _ = run("extract", minutes, "--format", "json")
    documents = json.loads(printed)["documents"]
    assert status == 0
    assert [(d["path"], d["part"], d["parts"], d["reference"]) for d in documents] == [
        (str(minutes), 1, 2, "D150069"),
        (str(minutes), 2, 2, "D150070"),
    ]
    for document in documents:
        assert MINUTES[document["source_start"] : document["source_end"]] in document["text"]
        assert document["meeting_date"] == "2015-10-08"
        for figure in document["figures"]:
            assert document["text"][figure["start"] : figure["end"]] == figure["quote"]
    assert [figure["value"] for document in documents for figure in document["figures"]] == [41, 57, 211, 154]


def test_import_makes_a_document_of_each_record_once(run: Run, minutes: Path, tmp_path: Path) -> None:
    workspace = tmp_path / "w.crossfoot"
    status, printed, _ = run("import", workspace, minutes)
    assert (status, printed) == (0, f"{minutes}, record 1 of 2: 2 figures\n{minutes}, record 2 of 2: 2 figures\n")
    status, printed, said = run("import", workspace, minutes)
    assert (status, printed) == (1, "")
    assert said.splitlines()[:2] == [
        f"{minutes}: already in the workspace as “FOSTERING SUFFICIENCY” of 8 Oct 2015: nothing to do.",
        f"{minutes}: already in the workspace as “REFERRALS TO SOCIAL CARE” of 8 Oct 2015: nothing to do.",
    ]
    with Workspace.open(workspace) as opened:
        review = Review(opened, assets.dictionary())
        parts = [review.document(row.id).reading.part for row in review.documents()]
        assert [(part.number, part.count) for part in parts if part is not None] == [(1, 2), (2, 2)]
        assert review.original("d2") == minutes.read_bytes()
        assert review.verify() == ()


def test_a_new_version_cannot_be_minutes(run: Run, minutes: Path, tmp_path: Path) -> None:
    workspace = tmp_path / "w.crossfoot"
    run("import", workspace, minutes)
    status, printed, said = run("import", workspace, minutes, "--replace", "d1")
    assert (status, printed) == (1, "")
    assert said == "minutes.txt holds 2 records, and --replace takes one: import it without.\n"
