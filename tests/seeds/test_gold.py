"""The tables of what a careful reader finds: each line stands in the record and says what its words say."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path

import docx
import lxml.html
import pypdfium2
import pytest
from docx.table import Table

from crossfoot.assets import dictionary
from crossfoot.model import Nature, Qualifier, Unit

Rows = list[dict[str, str]]
NUMBER_WORDS = {"no": 0, "one": 1, "two": 2, "three": 3, "five": 5, "six": 6}


def letters(text: str) -> str:
    """Return the letters, digits and the signs £ and % of a text, and the points inside its numbers."""
    text = re.sub(r"</?u>", "", text)
    return "".join(re.findall(r"[^\W_]|[£%]|(?<=\d)\.(?=\d)", text)).lower()


def words_of(path: Path) -> str:
    """Return the text of a sample in any of its formats, in reading order."""
    if path.suffix == ".docx":
        parts = []
        for item in docx.Document(str(path)).iter_inner_content():
            rows = [cell.text for row in item.rows for cell in row.cells] if isinstance(item, Table) else [item.text]
            parts.append(" ".join(rows))
        return "\n".join(parts)
    if path.suffix == ".pdf":
        pdf = pypdfium2.PdfDocument(path)
        text = "\n".join(pdf[i].get_textpage().get_text_bounded() for i in range(len(pdf)))
        pdf.close()
        return re.sub(r"Page \d of \d", "", text)
    if path.suffix == ".html":
        return str(lxml.html.parse(path).getroot().text_content())
    return path.read_text(encoding="utf-8")


def quoted(row: dict[str, str]) -> str:
    found = re.search(r"\[\[(.*)\]\]", row["context"])
    assert found, row["context"]
    return found[1]


@pytest.mark.parametrize("suffix", [".txt", ".docx", ".pdf", ".html"])
def test_every_context_stands_once_in_its_record(figures: Rows, all_formats: Path, suffix: str) -> None:
    for name in {row["document"] for row in figures}:
        text = letters(words_of(all_formats / f"{name}{suffix}"))
        contexts = [letters(row["context"]) for row in figures if row["document"] == name]
        assert {context: text.count(context) for context in contexts if text.count(context) != 1} == {}, name


def test_no_place_is_named_twice(figures: Rows, all_formats: Path) -> None:
    for name in {row["document"] for row in figures}:
        text = letters(words_of(all_formats / f"{name}.txt"))
        places = Counter(
            text.find(letters(row["context"])) + len(letters(row["context"].partition("[[")[0]))
            for row in figures
            if row["document"] == name
        )
        assert max(places.values()) == 1, name


def test_every_value_is_the_one_that_its_words_say(figures: Rows) -> None:
    for row in figures:
        words = quoted(row).removesuffix("%")
        if words == "half":
            assert row["value"] == ""
            continue
        first = re.split(r"[ m k]", words.lstrip("£"))[0] if not words.isalpha() else words
        scale = {"m": 1_000_000, "k": 1_000}.get(words[-1], 1) if words.startswith("£") else 1
        number = NUMBER_WORDS.get(words.split(maxsplit=1)[0])
        said = Decimal(number) if number is not None else Decimal(first.replace(",", "")) * scale
        assert Decimal(row["value"]) == said, row["context"]


def test_units_natures_qualifiers_and_indicators_are_those_of_the_program(figures: Rows) -> None:
    known = {indicator.key for indicator in dictionary()}
    for row in figures:
        assert row["unit"] in {"", *Unit}, row
        assert row["nature"] in {"", *Nature}, row
        assert row["qualifier"] in set(Qualifier), row
        assert row["tier"] in {"core", "optional"}, row
        assert row["indicator"] in {"", *known}, row


def test_the_restructuring_has_fifteen_resolutions_and_no_figures(figures: Rows, records: Rows) -> None:
    name = "2017-03-09-social-work-teams"
    assert {row["tier"] for row in figures if row["document"] == name} == {"optional"}
    assert next(row for row in records if row["document"] == name)["resolutions"] == "15"


def test_records_agree_on_the_same_thing_at_the_same_time(figures: Rows) -> None:
    said = defaultdict(set)
    for row in figures:
        if (
            row["indicator"]
            and row["period"]
            and row["tier"] == "core"
            and row["indicator"] != "staffing_establishment"
        ):
            key = tuple(row[k] for k in ("indicator", "unit", "subject", "period", "nature"))
            said[key].add(Decimal(row["value"]))
    assert {key: values for key, values in said.items() if len(values) > 1} == {}


def test_both_quarters_report_the_same_measures(figures: Rows) -> None:
    first, second = (
        {row["indicator"] for row in figures if row["document"].endswith(f"performance-quarter-{quarter}")}
        for quarter in (1, 2)
    )
    assert first == second
    assert len(first) > 15
