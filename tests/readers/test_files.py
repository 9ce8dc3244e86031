"""Files of the outside world: what is wrong with one is said in one sentence, and the next is read."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest

from crossfoot import assets
from crossfoot.extraction.extractor import Extractor
from crossfoot.extraction.record import read_record
from crossfoot.model import WorldError
from crossfoot.readers import SUFFIXES, read_bytes, read_file
from crossfoot.readers.allowance import LONGEST, allowed
from crossfoot.readers.isolation import IsolatedReader, read_isolated

Written = Callable[[str, bytes], Path]

PARAGRAPHS = [
    "EASTMERE COUNTY COUNCIL",
    "Cabinet Meeting 3rd March 2016",
    "1. Title of Item/Report",
    "Fostering Sufficiency",
    "2. Record of the Decision",
    (
        "Cabinet heard that the number of carers had risen from 41 to 57 in the year, an increase of 16, and that the "
        "budget had been set at £5.51m."
    ),
    "RESOLVED that",
    "1. the report be noted.",
    "2. a further report be brought in the autumn.",
    "3. Reasons for the Decision",
    "Demand is rising.",
]


def message(action: Callable[[], object]) -> str:
    with pytest.raises(WorldError) as caught:
        action()
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def test_every_bad_file_gives_one_sentence_that_names_it(written: Written, tmp_path: Path) -> None:
    assert message(lambda: read_file(tmp_path / "gone.txt")).startswith("gone.txt is not there")
    assert message(lambda: read_file(written("nil.pdf", b""))).startswith("nil.pdf is empty (0 bytes)")
    assert message(lambda: read_file(tmp_path)).startswith(f"{tmp_path.name} is a folder")
    assert message(lambda: read_file(written("a.xyz", b"words"))).startswith(
        "a.xyz cannot be read: files ending in .xyz"
    )
    assert message(lambda: read_file(written("noending", b"words"))).startswith("noending cannot be read")
    assert message(lambda: read_file(written("rubbish.docx", bytes(5000)))).startswith("rubbish.docx is damaged")


@pytest.mark.parametrize("name", ["a.txt", "a.doc", "a.rtf"])
def test_a_web_page_is_read_as_one_whatever_its_ending(name: str) -> None:
    head = b"<!-- saved -->\n<!DOCTYPE html><html><head><title>A 12</title></head>"
    page = head + b"<body><p>Words &amp; more.</p></body></html>"
    assert read_bytes(name, page).text == "Words & more."


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the reader of this test may read everything")
def test_a_file_that_may_not_be_read_is_named(written: Written) -> None:
    path = written("secret.txt", b"words")
    path.chmod(0)
    assert message(lambda: read_file(path)).startswith("secret.txt may not be read")


def test_a_pdf_saved_under_another_ending_is_read_as_what_it_is(
    written: Written, make_pdf: Callable[..., bytes]
) -> None:
    assert read_file(written("a.txt", make_pdf([[(60, 700, "Words")]]))).reader == "pdf"


def test_the_endings_that_can_be_read_are_told() -> None:
    assert {".txt", ".md", ".html", ".htm", ".docx", ".doc", ".pdf", ".rtf", ".odt", ".eml"} <= SUFFIXES


def test_the_same_record_gives_the_same_words_and_facts_in_every_format(
    word_file: Callable[..., bytes], make_pdf: Callable[..., bytes], set_lines: Callable[..., list[object]]
) -> None:
    def build(document: docx.document.Document) -> None:
        for words in PARAGRAPHS:
            document.add_paragraph(words)

    placed: list[object] = []
    y = 800.0
    for words in PARAGRAPHS:
        lines = textwrap.wrap(words, 84)
        placed += set_lines(60, y, lines)
        y -= 13.5 * len(lines) + 14
    texts = {
        "txt": read_bytes("a.txt", "\n\n".join(PARAGRAPHS).encode()).text,
        "html": read_bytes("a.html", "".join(f"<p>{words}</p>" for words in PARAGRAPHS).encode()).text,
        "docx": read_bytes("a.docx", word_file(build)).text,
        "pdf": read_bytes("a.pdf", make_pdf([placed])).text,
    }
    records = {name: read_record(text) for name, text in texts.items()}
    for name, text in texts.items():
        assert text.split() == texts["txt"].split(), name
        assert records[name].title == "Fostering Sufficiency"
        assert records[name].meeting_date == records["txt"].meeting_date is not None
        assert [each.text for each in records[name].resolutions] == [each.text for each in records["txt"].resolutions]


def figures_of(extractor: Extractor, text: str) -> list[tuple[object, ...]]:
    return [
        (each.value, each.unit, each.indicator, each.period, each.nature) for each in extractor.extract(text).figures
    ]


def test_every_sample_record_says_the_same_in_every_format_of_word_processors(samples: Path) -> None:
    extractor = Extractor(assets.dictionary())
    names = sorted(path.stem for path in samples.glob("*.txt"))
    assert len(names) == 8
    for name in names:
        plain = read_file(samples / f"{name}.txt").text
        words = re.sub(r"\*\*|</?u>", "", plain).split()
        figures = figures_of(extractor, plain)
        for suffix in ("rtf", "odt"):
            assert read_file(samples / f"{name}.{suffix}").text.split() == words, f"{name}.{suffix}"
        for suffix in ("docx", "pdf", "rtf", "odt"):
            assert figures_of(extractor, read_file(samples / f"{name}.{suffix}").text) == figures, f"{name}.{suffix}"


def test_a_record_sent_by_mail_gives_the_facts_and_figures_of_the_record(samples: Path) -> None:
    extractor = Extractor(assets.dictionary())
    record = samples / "2018-03-15-budget.docx"
    message = EmailMessage()
    message["Subject"] = "FW: Cabinet of 22 March, 12 records"
    message["Date"] = "Tue, 08 May 2018 09:00:00 +0000"
    message.set_content("Please find it attached.\n")
    message.add_attachment(record.read_bytes(), maintype="application", subtype="octet-stream", filename=record.name)
    mailed, plain = read_bytes("a.eml", message.as_bytes()).text, read_file(record).text
    assert figures_of(extractor, mailed) == figures_of(extractor, plain)
    facts, wanted = read_record(mailed), read_record(plain)
    assert (facts.title, facts.meeting_date, facts.call_in) == (wanted.title, wanted.meeting_date, wanted.call_in)


def test_a_child_process_reads_many_files_and_names_the_bad_ones(
    written: Written, make_pdf: Callable[..., bytes]
) -> None:
    good = [written("a.txt", b"Cabinet agreed."), written("b.pdf", make_pdf([[(60, 700, "Cabinet agreed.")]]))]
    bad = written("c.docx", b"PK\x03\x04 half")
    with IsolatedReader() as reader:
        assert [reader.read(path).text for path in good] == ["Cabinet agreed."] * 2
        assert message(lambda: reader.read(bad)).startswith("c.docx is damaged")
        assert reader.read(good[0]) == read_file(good[0])


def test_a_file_that_takes_too_long_is_one_failed_file(written: Written) -> None:
    slow = written("slow.txt", b"1 May 2013\n" * 3_000_000)
    quick = written("quick.txt", b"Cabinet agreed.")
    with IsolatedReader(seconds=0.001) as reader:
        assert "slow.txt took longer than 0.001 seconds" in message(lambda: reader.read(slow))
    with IsolatedReader() as reader:
        assert reader.read(quick).text == "Cabinet agreed."


@pytest.mark.skipif(sys.platform == "win32", reason="the system knows no limit of memory for a process")
def test_a_file_that_needs_too_much_memory_is_one_failed_file_and_the_next_is_read(written: Written) -> None:
    large = written("large.txt", b"words of a very long record\n" * 9_000_000)
    small = written("small.txt", b"Cabinet agreed.")
    with IsolatedReader(megabytes=320) as reader:
        assert message(lambda: reader.read(large)).startswith("large.txt ")
        assert reader.read(small).text == "Cabinet agreed."


def test_work_within_limits_ends_its_process_when_it_overruns_its_time() -> None:
    endless = "from crossfoot.readers.child import limited\nwith limited(0.2, 4096):\n    while True:\n        pass\n"
    assert subprocess.run([sys.executable, "-c", endless], check=False, timeout=60).returncode != 0
    short = "from crossfoot.readers.child import limited\nwith limited(30, 4096):\n    print('done')\n"
    assert subprocess.run([sys.executable, "-c", short], check=True, capture_output=True).stdout.strip() == b"done"


def test_pages_that_were_read_give_a_long_file_more_time_but_no_file_more_than_minutes() -> None:
    spin = "begun = monotonic()\n    while monotonic() < begun + 0.9:\n        pass\n    print('done')\n"
    code = "from time import monotonic\nfrom crossfoot.readers.child import limited\nwith limited(0.3, 4096) as more:\n"
    told = subprocess.run([sys.executable, "-c", f"{code}    more(400)\n    {spin}"], check=True, capture_output=True)
    assert told.stdout.strip() == b"done"
    assert subprocess.run([sys.executable, "-c", f"{code}    {spin}"], check=False, timeout=60).returncode != 0
    assert allowed(30, 0) == 30
    assert allowed(30, 500) == 280
    assert allowed(30, 1_000_000) == LONGEST


def test_the_pages_of_a_long_pdf_are_told_while_it_is_read(make_pdf: Callable[..., bytes]) -> None:
    told: list[int] = []
    read_bytes("a.pdf", make_pdf([[(60, 700, f"Cabinet agreed item {n}.")] for n in range(25)]), told.append)
    assert sum(told) == 20


def test_one_file_can_be_read_on_its_own(written: Written) -> None:
    assert read_isolated(written("a.html", b"<p>Cabinet agreed.</p>")).text == "Cabinet agreed."
