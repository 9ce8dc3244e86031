"""The gold tables of our own records: every context is found once, and every field is well formed."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from crossfoot.model.figure import Nature, Unit

HERE = Path(__file__).parent
DICTIONARY = HERE.parents[2] / "resources" / "indicators.tsv"
FIGURE_COLUMNS = [
    "document",
    "context",
    "value",
    "unit",
    "indicator",
    "subject",
    "period",
    "nature",
    "qualifier",
    "tier",
]
RECORD_COLUMNS = [
    "document",
    "council",
    "title",
    "meeting_date",
    "call_in",
    "proper_officer_date",
    "resolutions",
    "reasons",
    "alternatives",
    "conflicts",
    "dispensations",
]
PERIOD = re.compile(r"\d{4}-\d\d(-\d\d)?(/\d{4}-\d\d(-\d\d)?)?")
NUMBERS_TO_TWENTY = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen twenty"""
TENS = "thirty forty fifty sixty seventy eighty ninety"
ZEROS = "no none nil nobody nothing"
WORDS = {word: value for value, word in enumerate(NUMBERS_TO_TWENTY.split())}
WORDS |= {word: value for value, word in zip(range(30, 100, 10), TENS.split(), strict=True)}
WORDS |= dict.fromkeys(ZEROS.split(), 0)
WORDS |= {"a": 1, "an": 1, "double": 2, "doubled": 2, "trebled": 3}
halves = pytest.mark.parametrize("half", ["development", "later", "latest", "heldout", "short"])


def stream(text: str) -> str:
    """Letters, digits, signs and decimal points in lower case: how the score compares texts."""
    text = re.sub(r"</?[a-z]{1,2}>", lambda tag: " " * len(tag.group()), text)
    kept = [
        char.lower()
        for i, char in enumerate(text)
        if char.isalnum()
        or char in "£%"
        or (char == "." and text[i - 1 : i].isdigit() and text[i + 1 : i + 2].isdigit())
    ]
    return "".join(kept)


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a tab separated table."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def parts_of(context: str) -> tuple[str, str, str]:
    """What stands before the value, the value's own words, and what stands after."""
    match = re.fullmatch(r"(.*)\[\[(.+)\]\](.*)", context)
    assert match, context
    return match[1], match[2], match[3]


def may_mean(quote: str, value: float) -> bool:
    """Whether the words can be read as the value, at some usual scale."""
    digits = re.search(r"\d+(\.\d+)?", re.sub(r"(?<=\d),\s*(?=\d)", "", quote))
    if digits:
        number = float(digits[0]) + 0.5 * ("½" in quote)
        return any(abs(abs(value) - number * scale) < 1e-6 * max(1, abs(value)) for scale in (1, 0.01, 1e3, 1e6))
    words = re.findall(r"[a-z]+", quote.lower())
    number = float(sum(WORDS.get(word, 0) for word in words))
    named = {"half a dozen": 6, "two dozen": 24, "two and a half times": 2.5, "half a point": 0.5}
    named |= {"four hundred and six": 406, "twelve hundred": 1200, "less than ten pence": 0.1}
    named |= {"three times": 3, "nearly three to one": 3, "almost three a day": 3, "more than double": 2}
    return abs(named.get(" ".join(words), number) - value) < 1e-9


@halves
def test_every_context_is_found_once_in_its_record(half: str) -> None:
    texts = {path.stem: stream(path.read_text(encoding="utf-8")) for path in (HERE / half).glob("*.txt")}
    wrong = []
    for row in rows_of(HERE / half / "gold.tsv"):
        key = stream("".join(parts_of(row["context"])))
        if texts[row["document"]].count(key) != 1:
            wrong.append(row["context"])
    assert wrong == []


@halves
def test_no_two_figures_share_a_place(half: str) -> None:
    texts = {path.stem: stream(path.read_text(encoding="utf-8")) for path in (HERE / half).glob("*.txt")}
    taken: set[tuple[str, int]] = set()
    for row in rows_of(HERE / half / "gold.tsv"):
        before, quote, after = parts_of(row["context"])
        start = texts[row["document"]].find(stream(before + quote + after)) + len(stream(before))
        assert stream(quote), row["context"]
        for place in range(start, start + len(stream(quote))):
            assert (row["document"], place) not in taken, row["context"]
            taken.add((row["document"], place))


@halves
def test_every_value_can_be_read_from_its_words(half: str) -> None:
    wrong = []
    for row in rows_of(HERE / half / "gold.tsv"):
        _, quote, _ = parts_of(row["context"])
        if row["value"] and not may_mean(quote, float(row["value"])):
            wrong.append((row["context"], row["value"]))
    assert wrong == []


@halves
def test_only_an_optional_figure_may_lack_a_value(half: str) -> None:
    lacking = [row["context"] for row in rows_of(HERE / half / "gold.tsv") if not row["value"]]
    core = {row["context"] for row in rows_of(HERE / half / "gold.tsv") if row["tier"] == "core"}
    assert core.isdisjoint(lacking)


@halves
def test_units_natures_keys_and_periods_are_ones_the_program_knows(half: str) -> None:
    keys = {row["key"] for row in rows_of(DICTIONARY)}
    for row in rows_of(HERE / half / "gold.tsv"):
        assert list(row) == FIGURE_COLUMNS
        assert row["unit"] in {"", *Unit}, row
        assert row["nature"] in {"", *Nature}, row
        assert row["indicator"] in {"", *keys}, row
        assert row["qualifier"] in {"", "approx", "over", "under", "average"}, row
        assert row["tier"] in {"core", "optional"}, row
        assert not row["period"] or PERIOD.fullmatch(row["period"]), row


@halves
def test_the_scored_words_of_a_subject_stand_in_the_record(half: str) -> None:
    texts = {path.stem: path.read_text(encoding="utf-8").lower() for path in (HERE / half).glob("*.txt")}
    wrong = []
    for row in rows_of(HERE / half / "gold.tsv"):
        present = set(re.findall(r"[a-z0-9]+", texts[row["document"]]))
        present |= {re.sub(r"(ies|s)$", lambda m: "y" if m[1] == "ies" else "", word) for word in present}
        words = re.findall(r"[a-z0-9]+", row["subject"].split(",")[0].lower())
        if not all(word in present or word.removesuffix("s") in present for word in words):
            wrong.append((row["document"], row["context"], row["subject"]))
    assert wrong == []


@halves
def test_every_record_has_its_facts_and_its_figures(half: str) -> None:
    stems = {path.stem for path in (HERE / half).glob("*.txt")}
    facts = rows_of(HERE / half / "records.tsv")
    assert {row["document"] for row in facts} == stems
    assert {row["document"] for row in rows_of(HERE / half / "gold.tsv")} == stems
    assert len(stems) >= 16
    for row in facts:
        assert list(row) == RECORD_COLUMNS
        text = stream((HERE / half / f"{row['document']}.txt").read_text(encoding="utf-8"))
        assert stream(row["title"]) in text, row["title"]
        for field in ("meeting_date", "call_in", "proper_officer_date"):
            assert not row[field] or re.fullmatch(r"\d{4}-\d\d-\d\d", row[field])


def test_the_halves_share_no_council() -> None:
    councils = [{row["council"] for row in rows_of(HERE / half / "records.tsv")} for half in ("development", "heldout")]
    assert councils[0].isdisjoint(councils[1])
