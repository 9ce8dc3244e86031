"""The command line, from files in to a summary out."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from crossfoot.assets import dictionary, sample_records
from crossfoot.cli import main
from crossfoot.review.readying import CHECKED_ON_THE_WAY
from crossfoot.review.session import Review
from crossfoot.workspace import Workspace

RECORD = """HARBOUR VALE COUNCIL

CABINET RECOMMENDATIONS

PROFORMA

Cabinet Meeting 14th July 2016

1. Title of Item/Report

Contacts with Children's Services

2. Record of the Decision

At 30 June 2016 there were 1,194 open cases. This had increased by a further 176 cases to 1,370 by the end of July 2016.

RESOLVED that

1. the report be noted.

3. Reasons for the Decision

To inform Members.

4. Alternative Options Considered and Rejected

None put forward

5. Declared (Cabinet Member) Conflicts of Interest

None declared

6. Details of any Dispensations

Not needed

7. Date and Time by which Call In must be executed

By midnight on Friday, 22 July 2016

Proper Officer
18 July 2016
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Return an invented record as a file."""
    path = tmp_path / "contacts.txt"
    path.write_text(RECORD, "utf-8")
    return path


@pytest.fixture
def workspace(tmp_path: Path, record: Path, run: Run) -> Path:
    """Return a workspace with that record in it."""
    path = tmp_path / "spring.crossfoot"
    assert run("import", path, record)[0] == 0
    return path


def test_one_bad_file_gets_its_line_and_the_others_are_in(tmp_path: Path, record: Path, run: Run) -> None:
    empty, binary, missing = (tmp_path / name for name in ("empty.txt", "noise.docx", "missing.pdf"))
    empty.write_bytes(b"")
    binary.write_bytes(bytes(range(256)) * 20)
    path = tmp_path / "w.crossfoot"
    status, out, err = run("import", path, empty, record, binary, missing)
    assert status == 1
    assert [line.partition(":")[0] for line in out.splitlines()] == [str(record)]
    assert [sum(name in line for line in err.splitlines()) for name in ("empty.txt", "noise.docx", "missing.pdf")] == [
        1
    ] * 3
    assert "1 imported, 3 not." in err
    assert len(json.loads(run("figures", path, "--format", "json")[1])) >= 3


def test_several_files_at_a_time_come_in_the_order_in_which_they_were_named(tmp_path: Path, run: Run) -> None:
    files = []
    for number in range(4):
        files.append(tmp_path / f"{9 - number}.txt")
        files[-1].write_text(RECORD + f"\nPage {number}\n", "utf-8")
    status, out, _ = run("import", tmp_path / "w.crossfoot", *files, "--jobs", 2)
    assert status == 0
    assert [line.partition(":")[0] for line in out.splitlines()] == [str(file) for file in files]


def test_of_many_files_the_checks_follow_and_are_made_when_they_are_asked_for(tmp_path: Path, run: Run) -> None:
    folder, path = tmp_path / "records", tmp_path / "w.crossfoot"
    folder.mkdir()
    for number in range(CHECKED_ON_THE_WAY + 1):
        (folder / f"{number:03}.txt").write_text(RECORD + f"\nPage {number}\n", "utf-8")
    (folder / "bad.docx").write_bytes(b"no document")
    status, out, err = run("import", path, folder, "--jobs", 2)
    assert status == 1
    assert len(out.splitlines()) == CHECKED_ON_THE_WAY + 1
    assert f"{CHECKED_ON_THE_WAY + 1} imported, 1 not." in err
    assert "They are checked when the workspace is opened" in err
    found = json.loads(run("check", path, "--format", "json")[1])
    sums = [finding for finding in found if finding["message"] == "The change leads to 1,370."]
    assert len(sums) == CHECKED_ON_THE_WAY + 1


def test_a_folder_is_imported_whole(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "records"
    folder.mkdir()
    for sample in sample_records():
        shutil.copy(sample, folder)
    status, out, _ = run("import", tmp_path / "w.crossfoot", folder)
    assert status == 0
    assert len(out.splitlines()) == len(sample_records())


def test_a_file_that_is_there_already_is_told_and_not_doubled(workspace: Path, record: Path, run: Run) -> None:
    status, _, err = run("import", workspace, record)
    assert status == 1
    assert "already in the workspace as “" in err


def test_documents_of_older_rules_are_read_again_and_keep_their_decisions(workspace: Path, run: Run) -> None:
    with Workspace.open(workspace) as file:
        review = Review(file, dictionary(), reviewer="AB")
        first, *others = review.document("d1").extraction.figures
        older = replace(review.document("d1").extraction, version="0", figures=(first, *others[1:]))
        review.keep_reading("d1", older)
        review.confirm([f"d1-{first.id}"])
    status, out, err = run("reread", workspace)
    assert status == 0
    assert out.startswith("d1 Contacts with Children's Services: ")
    assert "1 new" in out
    assert "1 read again" in err
    figures = json.loads(run("figures", workspace, "--format", "json")[1])
    assert [f["presence"] for f in figures].count("new") == 1
    assert next(f for f in figures if f["id"] == f"d1-{first.id}")["state"] == "confirmed"
    assert run("verify", workspace)[0] == 0
    assert "nothing to do" in run("reread", workspace)[2]


def test_rules_taught_in_one_workspace_are_carried_to_another_and_asked_when_it_is_read(
    workspace: Path, record: Path, tmp_path: Path, run: Run
) -> None:
    def quotes(path: Path) -> list[str]:
        return [figure["quote"] for figure in json.loads(run("figures", path, "--format", "json")[1])]

    with Workspace.open(workspace) as file:
        review = Review(file, dictionary(), reviewer="AB")
        figure = next(item for item in review.figures() if item.printed.quote == "1,194")
        review.reject([figure.id], "not ours")
        offer = review.offer_after(figure.id)
        assert offer is not None
        review.teach(offer, apply=False, keep=True)
    assert "is not a figure" in run("rules", workspace)[1]
    assert "1 rule written" in run("rules", workspace, "--to", tmp_path / "rules.json")[2]
    other = tmp_path / "other.crossfoot"
    assert run("import", other, record)[0] == 0
    assert "1 rule kept" in run("rules", other, "--from", tmp_path / "rules.json")[2]
    assert "1 gone" in run("reread", other)[1]
    assert quotes(other).count("1,194") == 0
    again = record.with_name("again.txt")
    again.write_text(RECORD + "\nPage 2\n", "utf-8")
    assert run("import", other, again)[0] == 0
    assert quotes(other).count("1,194") == 0
    assert quotes(other).count("176") == 2


def test_a_bad_file_of_rules_is_one_line_and_changes_nothing(workspace: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "rules.json").write_text("{", "utf-8")
    status, out, err = run("rules", workspace, "--from", tmp_path / "rules.json")
    assert (status, out) == (1, "")
    assert err.count("\n") == 1
    assert "rules.json is damaged" in err
    assert "No rules" in run("rules", workspace)[2]


def test_extract_gives_the_json_of_the_interface(record: Path, run: Run) -> None:
    status, out, _ = run("extract", record, "--format", "json")
    (document,) = json.loads(out)["documents"]
    assert status == 0
    assert (document["title"], document["meeting_date"], document["call_in"]) == (
        "Contacts with Children's Services",
        "2016-07-14",
        "2016-07-22",
    )
    assert {figure["value"] for figure in document["figures"]} >= {1194, 176, 1370}
    for figure in document["figures"]:
        assert document["text"][figure["start"] : figure["end"]] == figure["quote"]
    assert {f["rule"] for f in document["findings"] if f["verdict"] == "holds"} >= {5, 9}
    known = {figure["id"] for figure in document["figures"]}
    assert all(figure in known for finding in document["findings"] for figure in finding["figures"])


def test_extract_goes_on_after_a_bad_file(record: Path, run: Run) -> None:
    status, out, err = run("extract", record.with_name("missing.txt"), record, "--format", "csv")
    assert status == 1
    assert "missing.txt" in err
    assert "1194" in {row["value"] for row in csv.DictReader(io.StringIO(out))}


def test_check_of_a_workspace_names_records_by_their_whole_titles(tmp_path: Path, run: Run) -> None:
    record = tmp_path / "budget.txt"
    record.write_text(
        "WESTERMERE DISTRICT COUNCIL\n\nCABINET\n\n14 March 2024\n\n1. Title of Item/Report\n\n"
        "Budget monitoring 2024/25\n\n2. Record of the Decision\n\nThere were 25 posts in all: 12 posts in the north "
        "and 10 posts in the south.\n\nRESOLVED that:\n\n1. the report be noted.\n",
        encoding="utf-8",
    )
    target = tmp_path / "titles.crossfoot"
    run("import", target, record)
    assert "Budget monitoring 2024/25" in run("check", target)[1]
    assert run("check", record)[1].splitlines()[1].startswith("budget.txt ")


def test_check_of_a_workspace_goes_by_the_corrections(workspace: Path, run: Run) -> None:
    def opening(status_and_output: tuple[int, str, str]) -> list[str]:
        return [f["verdict"] for f in json.loads(status_and_output[1]) if f["rule"] == 5]

    assert opening(run("check", workspace, "--format", "json")) == ["holds"]
    assert "[1,194 + 176 = 1,370 holds]" in run("check", workspace)[1]
    with Workspace.open(workspace) as opened:
        review = Review(opened, dictionary(), reviewer="AB")
        (wrong,) = [figure.id for figure in review.figures() if figure.printed.quote == "176"]
        review.correct(wrong, {"value": "180"}, "typing error")
    assert opening(run("check", workspace, "--format", "json")) == ["query"]


def test_figures_carry_the_officers_decisions(workspace: Path, run: Run) -> None:
    with Workspace.open(workspace) as opened:
        review = Review(opened, dictionary(), reviewer="AB")
        first, second, *_ = [figure.id for figure in review.figures()]
        review.confirm([first])
        review.correct(second, {"value": "180"}, "typing error")
    figures = json.loads(run("figures", workspace, "--format", "json")[1])
    assert [figure["state"] for figure in figures[:3]] == ["confirmed", "corrected", "unreviewed"]
    assert (figures[1]["corrected"], figures[1]["reviewer"]) == ({"value": 180}, "AB")
    assert "confirmed" in run("figures", workspace)[1]


def test_search_names_document_section_and_words(workspace: Path, run: Run) -> None:
    status, out, _ = run("search", workspace, "open", "cases")
    assert status == 0
    assert "Contacts with Children" in out
    assert "decision" in out
    assert "[open cases]" in out


@pytest.mark.parametrize("suffix", ["html", "xlsx", "csv", "json"])
def test_export_writes_the_summary_in_the_form_of_its_suffix(workspace: Path, run: Run, suffix: str) -> None:
    to = workspace.with_name(f"summary.{suffix}")
    status, out, err = run("export", workspace, "--to", to, "--document", "d1")
    assert (status, out) == (0, "")
    assert str(to) in err
    assert to.stat().st_size > 500


def test_export_to_an_unknown_form_writes_nothing(workspace: Path, run: Run) -> None:
    to = workspace.with_name("summary.xyz")
    status, _, err = run("export", workspace, "--to", to)
    assert status == 1
    assert "summary.xyz" in err
    assert not to.exists()


def test_the_journal_tells_who_did_what_and_why(workspace: Path, run: Run) -> None:
    with Workspace.open(workspace) as opened:
        review = Review(opened, dictionary(), reviewer="AB")
        review.reject([review.figures()[0].id], "a year")
    rows = json.loads(run("journal", workspace, "--format", "json")[1])
    assert [(row["verb"], row["reviewer"], row["reason"]) for row in rows] == [
        ("import", "", ""),
        ("reject", "AB", "a year"),
    ]
    assert rows[1]["after"]["state"] == "rejected"
    assert "a year" in run("journal", workspace)[1]


def test_the_journal_tells_what_was_corrected_and_what_lapsed_with_it(workspace: Path, run: Run) -> None:
    with Workspace.open(workspace) as opened:
        review = Review(opened, dictionary(), reviewer="AB")
        first = review.figures()[0]
        review.confirm([first.id])
        review.sign_off(first.document)
        review.correct(first.id, {"subject": "north team"})
        review.correct(first.id, {"subject": "south team"})
        review.undo()
    lines = run("journal", workspace)[1].splitlines()
    corrected, lapsed, again, undone = lines[-4:]
    assert "Subject: none → north team; the signature of “" in corrected
    assert " lapsed  " in lapsed
    assert "Subject: north team → south team" in again
    assert "undone" in undone
    assert "Subject: south team → north team" in undone


def test_verify_backup_and_restore_go_together(workspace: Path, run: Run) -> None:
    copy = workspace.with_name("copy.crossfoot")
    assert run("verify", workspace)[:2] == (0, f"{workspace}: sound\n")
    assert run("backup", workspace, copy)[0] == 0
    workspace.write_bytes(workspace.read_bytes().replace(b"open cases", b"shut cases"))
    status, out, _ = run("verify", workspace)
    assert status == 1
    assert "text and figures of d1" in out
    status, _, err = run("restore", workspace, copy)
    assert status == 0
    assert "what stood there is now" in err
    assert run("verify", workspace)[0] == 0


@pytest.mark.parametrize(
    "command", ["check", "figures", "journal", "verify", "search {} cases", "export {} --to x.html", "backup {} x"]
)
def test_a_workspace_that_is_none_gets_one_line(tmp_path: Path, run: Run, command: str) -> None:
    path = tmp_path / "no.crossfoot"
    path.write_bytes(b"")
    words = (command if "{}" in command else f"{command} {{}}").split()
    status, out, err = run(*[word.replace("{}", str(path)) for word in words])
    assert (status, out, len(err.splitlines())) == (1, "", 1)
    assert "is empty" in err
    assert path.read_bytes() == b""


def test_a_workspace_that_is_open_names_its_holder(workspace: Path, run: Run) -> None:
    with Workspace.open(workspace):
        status, _, err = run("figures", workspace)
    assert status == 1
    assert f"{socket.gethostname()} (process {os.getpid()})" in err


def test_a_reader_that_has_seen_enough_is_no_error(workspace: Path) -> None:
    command = [sys.executable, "-m", "crossfoot.cli", "figures", str(workspace), "--format", "json"]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith("crossfoot ")


def test_a_wrong_call_says_how_it_goes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["figures"])
    assert left.value.code == 2
    assert "WORKSPACE" in capsys.readouterr().err


def test_a_new_version_is_noticed_and_takes_the_place_of_the_old_one(tmp_path: Path, workspace: Path, run: Run) -> None:
    figures = json.loads(run("figures", workspace, "--format", "json")[1])
    with Workspace.open(workspace) as file:
        review = Review(file, dictionary(), reviewer="AB")
        review.confirm([figure.id for figure in review.figures()])
    first = figures[0]["quote"]
    changed = tmp_path / "contacts-2.txt"
    changed.write_text(RECORD.replace(first, "7,654", 1), "utf-8")
    status, _, err = run("import", workspace, changed)
    assert status == 0
    assert "looks like another version of d1 (contacts.txt)" in err
    status, out, _ = run("import", workspace, changed, "--replace", "d1")
    assert status == 0
    assert "1 changed" in out
    assert f"confirmed “{first}”: now “7,654”, to be decided again" in out
    states = {each["quote"]: each["state"] for each in json.loads(run("figures", workspace, "--format", "json")[1])}
    assert states.pop("7,654") == "unreviewed"
    assert set(states.values()) == {"confirmed"}
    assert run("verify", workspace)[0] == 0


def test_a_version_of_a_document_that_is_not_there_is_refused(workspace: Path, record: Path, run: Run) -> None:
    status, _, err = run("import", workspace, record, "--replace", "d9")
    assert status == 1
    assert "holds no document d9" in err
