"""A file with several records in it gives a reading for each, in every format; a single record stays whole."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from crossfoot import assets
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Figure
from crossfoot.readers import read_bytes
from crossfoot.readers.parting import boundaries_of, parts_of

HERE = Path(__file__).resolve().parent
GOLD = HERE.parent / "extraction" / "gold" / "development"
REAL = HERE.parents[2] / "shared" / "seeds"
"""The real records, which are not part of the project and may be missing."""
sys.path[:0] = [str(HERE / "formats"), str(HERE.parent / "seeds")]

from rendering import FORMS  # noqa: E402 - the folder of the forms is no package
from sample_source import read_sources  # noqa: E402 - as above
from sample_text import as_text  # noqa: E402 - as above

EXTRACTOR = Extractor(assets.dictionary())
HEAD = """EASTMERE COUNTY COUNCIL

CABINET

A meeting of Cabinet was held on Thursday, 8 October 2015.

Present: Councillor Ahmed (Chair), Councillors Brook, Cole and 4 others.
"""
BODIES = (
    (
        "Fostering Sufficiency",
        "Cabinet heard that 41 carers were approved and that 57 were needed by March 2016.",
        "1. the report be noted.\n2. recruitment be widened across the county.",
    ),
    (
        "Referrals to Social Care",
        "It was reported that 211 children came to children's social care in July 2015 and 154 in August 2015.",
        "1. the rise in referrals be noted.\n2. a further report be brought in January.",
    ),
    (
        "Looked After Children",
        "The number of looked after children stood at 314 at the end of August 2015.",
        "1. the number be noted.",
    ),
)
NUMBERS = {
    "a number and its stop": ("45.", "46.", "47."),
    "a bare number": ("45", "46", "47"),
    "a code with a year": ("CAB 12/15", "CAB 13/15", "CAB 14/15"),
    "a code behind dots": ("CA.19", "CA.20", "CA.21"),
    "Stockton's reference": ("D150069", "D150070", "D150071"),
    "a minute's number": ("Minute 34", "Minute 35", "Minute 36"),
    "a minute's number with its sign": ("Minute No. 7", "Minute No. 8", "Minute No. 9"),
    "a number of a year": ("45/15", "46/15", "47/15"),
}


def minutes(numbers: tuple[str, ...], *, apologies: bool = False, own_line: bool = False) -> str:
    items = [
        f"{number}{chr(10) * 2 if own_line else ' '}{title.upper()}\n\n{words}\n\nRESOLVED that\n\n{resolutions}"
        for number, (title, words, resolutions) in zip(numbers, BODIES, strict=True)
    ]
    before = ["44. APOLOGIES FOR ABSENCE\n\nApologies were received from Councillor Dean, who was away."]
    return "\n\n".join([HEAD.strip(), *(before if apologies else []), *items]) + "\n"


def whole_records() -> list[str]:
    samples = read_sources(HERE.parent / "seeds" / "sources")
    records = [as_text(sample).decode() for sample in samples]
    return records + [path.read_text(encoding="utf-8") for path in sorted([*GOLD.glob("*.txt"), *REAL.glob("*.txt")])]


def said(figures: tuple[Figure, ...]) -> list[tuple[object, ...]]:
    return [(each.quote, each.value, each.unit, each.indicator, each.period) for each in figures]


@pytest.mark.parametrize("numbers", NUMBERS.values(), ids=NUMBERS.keys())
def test_minutes_give_a_reading_for_each_item_under_the_head_of_the_meeting(numbers: tuple[str, ...]) -> None:
    whole = read_bytes("minutes.txt", minutes(numbers).encode())
    parts = parts_of(whole)
    assert len(parts) == 3
    for number, (part, (title, words, _)) in enumerate(zip(parts, BODIES, strict=True), start=1):
        assert part.text.startswith("EASTMERE COUNTY COUNCIL\n\nCABINET\n\n")
        assert "Present" not in part.text
        assert words in part.text
        assert part.part is not None
        assert (part.part.number, part.part.count) == (number, 3)
        place = whole.text[part.part.start : part.part.end]
        assert place.startswith(numbers[number - 1])
        assert part.text.endswith(place)
        record = EXTRACTOR.extract(part.text).record
        assert record.title is not None
        assert record.title.lower() == title.lower()
        assert str(record.meeting_date) == "2015-10-08"
        if part.part.reference is not None:
            assert record.reference == part.part.reference


@pytest.mark.parametrize(
    "words", ["Resolved -", "Resolved –", "Resolved that:", "RESOLVED:-", "Resolved that", "AGREED", "Decision:"]
)
def test_minutes_are_taken_apart_however_they_say_that_something_was_decided(words: str) -> None:
    text = minutes(NUMBERS["a number and its stop"]).replace("RESOLVED that", words)
    assert len(parts_of(read_bytes("minutes.txt", text.encode()))) == 3


@pytest.mark.parametrize("form", [form for form in FORMS if form != "columns.pdf"])
def test_minutes_are_taken_apart_in_every_format(form: str) -> None:
    text = minutes(NUMBERS["a number and its stop"], apologies=True)
    parts = parts_of(read_bytes(f"minutes.{form}", FORMS[form](text)))
    wanted = [said(EXTRACTOR.extract(each.text).figures) for each in parts_of(read_bytes("m.txt", text.encode()))]
    assert len(wanted) == 3
    assert [said(EXTRACTOR.extract(each.text).figures) for each in parts] == wanted


def test_what_is_no_record_is_named_in_the_notes_and_ends_the_head() -> None:
    parts = parts_of(read_bytes("m.txt", minutes(NUMBERS["a number and its stop"], apologies=True).encode()))
    assert parts[0].notes == ("Items of the minutes that are no records were left out: APOLOGIES FOR ABSENCE.",)
    assert all("Dean" not in part.text for part in parts)
    assert parts[1].notes == ()


def test_a_number_on_a_line_of_its_own_belongs_to_the_title_below_it() -> None:
    parts = parts_of(read_bytes("m.txt", minutes(NUMBERS["a number and its stop"], own_line=True).encode()))
    assert len(parts) == 3


def test_whole_records_one_after_the_other_are_those_records() -> None:
    samples = [as_text(sample).decode().strip() for sample in read_sources(HERE.parent / "seeds" / "sources")][:4]
    parts = parts_of(read_bytes("all.txt", "\n\n".join(samples).encode()))
    assert len(parts) == 4
    for part, sample in zip(parts, samples, strict=True):
        alone, together = EXTRACTOR.extract(sample), EXTRACTOR.extract(part.text)
        assert said(together.figures) == said(alone.figures)
        assert (together.record.title, together.record.meeting_date) == (alone.record.title, alone.record.meeting_date)
        assert together.record.resolutions[-1].text == alone.record.resolutions[-1].text


def test_a_list_of_decisions_with_their_facts_is_taken_apart_at_each_title() -> None:
    page = "\n\n".join(
        f"{title}\n\nDecision Maker: Cabinet\n\nDate of decision: 8 October 2015\n\nDecision:\n\n{words}\n\n"
        f"RESOLVED that\n\n{resolutions}"
        for title, words, resolutions in BODIES
    )
    parts = parts_of(read_bytes("list.txt", ("Decisions of Cabinet\n\n" + page).encode()))
    assert [EXTRACTOR.extract(part.text).record.title for part in parts] == [title for title, _, _ in BODIES]


def test_a_single_record_stays_whole() -> None:
    for text in whole_records():
        found = boundaries_of(text)
        assert len(found) == (2 if "D13/0208" in text else 0), text[:60]


def test_a_report_with_numbered_sections_stays_whole() -> None:
    sections = (
        "Purpose",
        "Background",
        "Referrals in the Quarter",
        "Staffing",
        "Financial Implications",
        "Recommendations",
    )
    text = "\n\n".join(
        f"{number}. {title}\n\nThe Cabinet agreed in May that 41 more carers be found, as members had noted before."
        for number, title in enumerate(sections, start=1)
    )
    assert boundaries_of(f"Report to Cabinet\n\n{text}") == ()


def test_minutes_of_a_committee_system_stand_in_a_table_with_the_numbers_beside_the_items() -> None:
    items = "".join(
        f"""<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">{number}</p></td><td>
        <p class="mgAiTitleTxt">{title}</p>
        <ul class="mgBulletList"><li><a href="#">View the background to item {number}</a></li></ul>
        <p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>{words}</p><p>{words}</p>
        <p><b>RESOLVED</b> that</p><ol><li>the report be noted.</li></ol></div></td></tr>"""
        for number, (title, words, _) in zip(("45.", "46.", "47."), BODIES, strict=True)
    )
    page = f"""<html><body><div id="header">A council</div><div class="mgContent"><h1>Agenda and minutes</h1>
      <h2 class="mgSubTitleTxt">Cabinet, Thursday, 8th October, 2015 4.30 pm</h2>
      <table class="mgItemTable"><caption class="mgHide">Items</caption><tr><th>No.</th><th>Item</th></tr>
      <tr><td><p>44.</p></td><td><p>Apologies for Absence</p></td></tr>{items}</table></div></body></html>"""
    parts = parts_of(read_bytes("minutes.html", page.encode()))
    records = [EXTRACTOR.extract(part.text).record for part in parts]
    assert [record.title for record in records] == [title for title, _, _ in BODIES]
    assert {str(record.meeting_date) for record in records} == {"2015-10-08"}
    assert all("Item" not in part.text.split("\n") for part in parts)


def test_blocks_and_boxes_go_with_their_words(make_pdf: Callable[..., bytes]) -> None:
    lines = minutes(NUMBERS["a number and its stop"]).split("\n")
    placed = [(60, 800 - 14 * number, words) for number, words in enumerate(lines) if words]
    for part in parts_of(read_bytes("a.pdf", make_pdf([placed]))):
        boxes = [box for page in part.pages for box in page.boxes]
        assert "".join(box.span.cut(part.text) for box in boxes) == "".join(part.text.split())
        assert all(part.text[each.span.start - 1 : each.span.start] in {"", "\n"} for each in part.blocks)
