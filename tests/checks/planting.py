"""Errors planted one at a time in records without errors: what the rules must find, and what they must leave alone.

Three sources, all of invented text. ``planted/edits.tsv`` changes words that stand in an annotated record; each row of
``planted/insertions.tsv`` is a paragraph put into a record, once as it holds and once with the error; and the functions
of ``typing_slips.MUTATIONS`` do to any record what typing slips do: a weekday, a lost full stop, a sentence twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from typing_slips import MUTATIONS

from crossfoot import assets
from crossfoot.checks import CheckInput, check_across, check_record
from crossfoot.extraction.extractor import Extractor
from crossfoot.extraction.record import read_record
from crossfoot.model import Verdict

PLANTED = Path(__file__).parent / "planted"
RECORDS = Path(__file__).parents[1] / "extraction" / "gold" / "development"
_CHOICE = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")


@dataclass(frozen=True)
class Planting:
    """One error: the record without and with it, the rules that may find it, and the words that tell it."""

    rules: frozenset[int]
    record: str
    clean: str
    planted: str
    words: str


@dataclass(frozen=True)
class Asked:
    """A query as it is compared: its rule, what identifies it, and its sentence."""

    rule: int
    id: str
    message: str


class Asker:
    """Asks the whole way, from a text to its queries; a text asked twice is read once."""

    def __init__(self) -> None:
        self._extractor = Extractor(assets.dictionary())
        self._known: dict[tuple[str, ...], frozenset[Asked]] = {}

    def __call__(self, text: str) -> frozenset[Asked]:
        """Return the queries on a text."""
        return self.together(text)

    def together(self, *texts: str) -> frozenset[Asked]:
        """Return the queries on records, and on the records against each other where there are several."""
        if texts not in self._known:
            given = []
            for number, text in enumerate(texts, 1):
                found = self._extractor.extract(text)
                given.append(
                    CheckInput(f"d{number}", text, found.record, found.figures, found.statements, found.commitments)
                )
            findings = [finding for one in given for finding in check_record(one)]
            if len(given) > 1:
                findings += [finding for several in check_across(given).values() for finding in several]
            self._known[texts] = frozenset(
                Asked(f.rule, f.id, f.message) for f in findings if f.verdict is Verdict.QUERY
            )
        return self._known[texts]

    def finds(self, planting: Planting) -> bool:
        """Tell whether the planted error brings a query of its rules that was not there without it."""
        new = self(planting.planted) - self(planting.clean)
        return any(asked.rule in planting.rules for asked in new)

    def alarms(self, planting: Planting, host: str) -> list[Asked]:
        """Return the queries that a sound paragraph brings to its record."""
        before = {(asked.rule, asked.message) for asked in self(host)}
        return [asked for asked in self(planting.clean) if (asked.rule, asked.message) not in before]


def records() -> dict[str, str]:
    """Return the annotated records by name."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(RECORDS.glob("*.txt"))}


def _rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of a table of plantings."""
    for line in (PLANTED / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t", 2)


def _rules(words: str) -> frozenset[int]:
    """Return the rules that a cell names."""
    return frozenset(int(number) for number in words.split(","))


def edits() -> Iterator[Planting]:
    """Yield the errors planted in the records' own words."""
    texts = records()
    for record, rules, words in _rows("edits.tsv"):
        text = texts[record]
        right, wrong = _CHOICE.sub(r"\1", words), _CHOICE.sub(r"\2", words)
        assert text.count(right) == 1, (record, right)
        yield Planting(_rules(rules), record, text, text.replace(right, wrong), words)


def insertions() -> list[tuple[frozenset[int], str]]:
    """Return the paragraphs to put into records, with their rules."""
    return [(_rules(rules), words) for rules, words in _rows("insertions.tsv")]


def inserted(words: str, rules: frozenset[int], record: str, text: str) -> Planting:
    """Return a paragraph put into a record behind the paragraph that ends nearest to a third of the text."""
    found = read_record(text)
    year = (found.meeting_date or date(2015, 6, 1)).year
    title = found.title or "Annual Report of the Service"
    names = {"y": str(year), "p": str(year - 1), "yy": f"{year % 100:02}", "title": title, "other": _renamed(title)}
    filled = re.sub(r"\{(\w+)\}", lambda m: names[m[1]], words).replace("¶", "\n").replace("⇥", "\t")
    at = _middle(text)
    right, wrong = (_CHOICE.sub(rf"\{side}", filled) for side in (1, 2))
    return Planting(rules, record, f"{text[:at]}{right}\n\n{text[at:]}", f"{text[:at]}{wrong}\n\n{text[at:]}", words)


def _renamed(title: str) -> str:
    """Return a title that is nearly the same: without its longest word."""
    longest = max(title.split(), key=len)
    return " ".join(title.replace(longest, "", 1).split()).strip(" :,-–")


def _middle(text: str) -> int:
    """Return where a long paragraph of the narrative ends, the one nearest to a third of the text."""
    ends = [m.end() for m in re.finditer(r"[^\n][^|\t]{150,}?\.[”\"]?\n\s*\n", text)]
    return min(ends, key=lambda end: abs(end - len(text) // 3)) if ends else text.index("\n\n") + 2


def mutations() -> Iterator[Planting]:
    """Yield the typing slips of every record that has the place for them."""
    for record, text in records().items():
        found = read_record(text)
        for rule, mutate in MUTATIONS:
            planted = mutate(text, found)
            if planted is not None and planted != text:
                yield Planting(frozenset({rule}), record, text, planted, mutate.__name__.strip("_").replace("_", " "))
