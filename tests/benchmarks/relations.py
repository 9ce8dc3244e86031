"""Of the relations that arithmetic finds in sound records, how many do the checks see, and how many slips in them?

    .venv/bin/python tests/benchmarks/relations.py [FOLDER | FILE…] [--kind share …] [--slips] [--list]

The checks look for relations by what the words mean. This looks the other way: it tries the numbers of each paragraph
and takes what fits exactly, whatever the words say. Some of that is chance; the rest is what an officer would add up,
so what the checks do not see of it is a slip they would not find. Records that hold no error are needed; ours are
taken unless others are named. Six kinds are tried:

    share   a part, a whole and the percentage that they make, in running text
    change  two numbers and the percentage from the one to the other, in running text
    row     a number and three to six in a row beside it that make it together
    sum     two numbers that make a third
    product two numbers of which the product is a third, in running text
    again   a number of three figures or more that the record's running text has in two places, and nowhere else

``seen`` are those of which a finding holds all numbers as evidence. ``--slips`` changes the first and the last number
of each relation by one digit, one at a time, reads the record anew, and counts where a query about that number comes.
``--list`` shows those not seen, or not found, with the words around them; leave it out for records not to be read.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from crossfoot.assets import dictionary
from crossfoot.checks import CheckInput, check_record
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Figure, Finding, Span, Unit, Verdict
from crossfoot.readers import read_file

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "extraction" / "gold"
OURS = (ROOT / "tests" / "checks" / "sound", *(GOLD / name for name in ("development", "later", "latest")))
KINDS = ("share", "change", "row", "sum", "product", "again")

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_CELLS = re.compile(r"\t|\||\S {3,}\S")
_MOST_CELLS = 3
"""More semicolons than these in a line part the cells of a table."""
_FAR, _NEAR = 260, 110
"""How many characters a percentage may stand from its numbers: one of whole numbers fits more of them by chance."""
_MOST_PAIRED = 14
"""In a paragraph of more numbers too many pairs make a third by chance."""
_LEAST_SUM, _LEAST_ROW, _LEAST_WHOLE = 100, 20, 10
_LEAST_SHARE, _MOST_SHARE, _LEAST_CHANGE = 3, 97, 2
_LEAST_PART = 25
"""A number next to nothing beside its sum (a twenty-fifth of it or less) fits by chance."""
_LEAST_PRODUCT, _LEAST_FACTOR = 100, 3
_MOST_ROUNDED = 0.02
"""A printed product may be rounded, but by no more than a fiftieth of itself: "about £2.6m" for 63 at £41,300."""
_LEAST_AGAIN = 100
_SLIP = 3
"""A digit becomes the third after it: no rounding hides that."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Numbers of one paragraph that fit: the whole and its parts, or two numbers and the percentage that they make."""

    kind: str
    figures: tuple[Figure, ...]

    @property
    def words(self) -> str:
        """The numbers as printed."""
        return f"{self.kind}: " + " / ".join(figure.quote for figure in self.figures)


@dataclass(frozen=True, slots=True)
class Read:
    """A record with its figures by paragraph and what the checks say of it."""

    name: str
    text: str
    paragraphs: tuple[tuple[Figure, ...], ...]
    findings: tuple[Finding, ...]

    def sees(self, relation: Relation) -> bool:
        """Tell whether one finding is about numbers of these values in this paragraph."""
        place = {f.id: (f.value, number) for number, group in enumerate(self.paragraphs) for f in group}
        wanted = Counter(place[figure.id] for figure in relation.figures)
        return any(not wanted - Counter(place[i] for i in f.figures if i in place) for f in self.findings)


class Reader:
    """Reads texts the whole way, from their words to the findings."""

    def __init__(self) -> None:
        self._extractor = Extractor(dictionary())

    def read(self, name: str, text: str) -> Read:
        """Return a record with its figures and findings."""
        found = self._extractor.extract(text)
        figures = sorted(found.figures, key=lambda figure: figure.span.start)
        given = CheckInput(name, text, found.record, found.figures, found.statements, found.commitments)
        return Read(name, text, tuple(_by_paragraph(text, figures)), check_record(given))

    def finds(self, read: Read, figure: Figure) -> bool | None:
        """Tell whether a slip in a figure is asked about at its place; None where the figure has no digit to change."""
        slip = slipped(figure.quote)
        if slip is None:
            return None
        known = {finding.message for finding in read.findings}
        planted = self.read(read.name, read.text[: figure.span.start] + slip + read.text[figure.span.end :])
        spans = {f.id: f.span for group in planted.paragraphs for f in group}
        return any(
            finding.verdict is Verdict.QUERY
            and finding.message not in known
            and any(_overlap(span, figure.span) for span in _places(finding, spans))
            for finding in planted.findings
        )


def _places(finding: Finding, spans: dict[str, Span]) -> Iterator[Span]:
    """Yield where a finding points."""
    yield from (spans[figure] for figure in finding.figures if figure in spans)
    if finding.span is not None:
        yield finding.span


def _overlap(first: Span, second: Span) -> bool:
    """Tell whether two spans share a character."""
    return first.start < second.end and second.start < first.end


def _by_paragraph(text: str, figures: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """Yield the figures of each paragraph, parted by blank lines."""
    group: list[Figure] = []
    for figure in figures:
        if group and _BLANK_LINE.search(text, group[-1].span.end, figure.span.start):
            yield tuple(group)
            group = []
        group.append(figure)
    if group:
        yield tuple(group)


def slipped(quote: str) -> str | None:
    """Return a printed number with its second digit (or its only one) changed, or None where it is told in words.

    The second digit is one that no rounding hides; "1,194" becomes "1,494", "24.1%" becomes "27.1%", "8" becomes "1".
    """
    whole = [at for at, char in enumerate(quote) if char.isdigit() and "." not in quote[:at]]
    if not whole:
        return None
    at = whole[min(1, len(whole) - 1)]
    digit = (int(quote[at]) + _SLIP) % 10
    if at == whole[0] and digit == 0:
        digit = 2
    return f"{quote[:at]}{digit}{quote[at + 1 :]}"


def relations(read: Read, kinds: Sequence[str]) -> Iterator[Relation]:
    """Yield what fits among the numbers of each paragraph, each set of numbers once."""
    yield from _told_again(read) if "again" in kinds else ()
    for group in read.paragraphs:
        numbers = [f for f in group if f.unit is not Unit.PERCENT and f.value > 0]
        seen: set[frozenset[str]] = set()
        for relation in (
            *_sums(numbers),
            *_rows(numbers),
            *_percentages(read.text, group, numbers),
            *_products(read.text, numbers),
        ):
            about = frozenset(figure.id for figure in relation.figures)
            if relation.kind in kinds and about not in seen:
                seen.add(about)
                yield relation


def _sums(numbers: Sequence[Figure]) -> Iterator[Relation]:
    """Yield the numbers that two others make."""
    if len(numbers) > _MOST_PAIRED:
        return
    for whole in numbers:
        others = [f for f in numbers if f is not whole and f.unit is whole.unit]
        for pair in combinations(others, 2):
            likely = whole.value >= _LEAST_SUM and min(f.value for f in pair) * _LEAST_PART >= whole.value
            if likely and sum(f.value for f in pair) == whole.value:
                yield Relation("sum", (whole, *pair))


def _rows(numbers: Sequence[Figure]) -> Iterator[Relation]:
    """Yield the numbers that three to six in a row beside them make."""
    for at, whole in enumerate(numbers):
        for size in range(3, 7):
            for start in range(max(0, at - size - 3), min(len(numbers) - size, at + 4) + 1):
                parts = numbers[start : start + size]
                if whole in parts or whole.value < _LEAST_ROW or any(f.unit is not whole.unit for f in parts):
                    continue
                if sum(f.value for f in parts) == whole.value:
                    yield Relation("row", (whole, *parts))


def _products(text: str, numbers: Sequence[Figure]) -> Iterator[Relation]:
    """Yield the numbers that are another times a third, or times what a fourth is more than it, as far as printed."""
    numbers = [f for f in numbers if not _is_in_a_table(text, f)]
    if len(numbers) > _MOST_PAIRED:
        return
    for product in numbers:
        off = float(product.step) / 2
        if product.value < _LEAST_PRODUCT or off > float(product.value) * _MOST_ROUNDED:
            continue
        for one, other in combinations([f for f in numbers if f is not product and f.value >= _LEAST_FACTOR], 2):
            if one.unit is not other.unit and abs(float(one.value) * float(other.value) - float(product.value)) <= off:
                yield Relation("product", (product, one, other))


def _told_again(read: Read) -> Iterator[Relation]:
    """Yield the numbers that a record tells in two places."""
    places: dict[tuple[float, Unit], list[Figure]] = {}
    for figure in (figure for group in read.paragraphs for figure in group):
        if abs(figure.value) >= _LEAST_AGAIN and figure.value % _LEAST_AGAIN:
            places.setdefault((abs(figure.value), figure.unit), []).append(figure)
    for found in places.values():
        if len(found) == 2 and not any(_is_in_a_table(read.text, figure) for figure in found):
            yield Relation("again", (found[1], found[0]))


def _percentages(text: str, group: Sequence[Figure], numbers: Sequence[Figure]) -> Iterator[Relation]:
    """Yield the shares and changes of running text, one for each printed percentage."""
    for printed in group:
        if printed.unit is not Unit.PERCENT or _is_in_a_table(text, printed):
            continue
        room = _FAR if printed.step < 1 else _NEAR
        near = [f for f in numbers if abs(f.span.start - printed.span.start) < room]
        for one, other in combinations(near, 2):
            smaller, larger = sorted((one, other), key=lambda f: f.value)
            relation = _percentage(smaller, larger, printed)
            if relation is not None:
                yield relation
                break


def _percentage(smaller: Figure, larger: Figure, printed: Figure) -> Relation | None:
    """Return the share that two numbers make or the change from one to the other, where it is the printed one."""
    if smaller.unit is not larger.unit or smaller.value == larger.value or larger.value < _LEAST_WHOLE:
        return None
    off = printed.step / 2
    value = abs(printed.value)
    if _LEAST_SHARE < value < _MOST_SHARE and abs(smaller.value / larger.value * 100 - value) <= off:
        return Relation("share", (smaller, larger, printed))
    apart = (larger.value - smaller.value) * 100
    if value >= _LEAST_CHANGE and any(abs(apart / base.value - value) <= off for base in (smaller, larger)):
        return Relation("change", (smaller, larger, printed))
    return None


def _is_in_a_table(text: str, figure: Figure) -> bool:
    """Tell whether a figure's line has cells."""
    end = text.find("\n", figure.span.end)
    line = text[text.rfind("\n", 0, figure.span.start) + 1 : end if end >= 0 else len(text)]
    return _CELLS.search(line) is not None or line.count(";") > _MOST_CELLS


def _around(text: str, relation: Relation) -> str:
    """Return the words around a relation, as one line."""
    start = min(figure.span.start for figure in relation.figures)
    end = max(figure.span.end for figure in relation.figures)
    return " ".join(text[max(0, start - 150) : end + 60].split())


def main() -> int:
    """Count the relations and what is seen of them, and list what is not where that is wanted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, help="folders of records, or records")
    parser.add_argument("--kind", choices=KINDS, action="append", help="only these kinds")
    parser.add_argument("--slips", action="store_true", help="change numbers, and count which are asked about")
    parser.add_argument("--list", action="store_true", help="show what is not seen or not found")
    given = parser.parse_args()
    reader = Reader()
    there, seen, tried, found = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for path in _files(given.paths or OURS):
        read = reader.read(path.stem, read_file(path).text)
        for relation in relations(read, given.kind or KINDS):
            kind = relation.kind
            there[kind] += 1
            seen[kind] += read.sees(relation)
            missed = [] if given.slips or read.sees(relation) else ["not seen"]
            for figure in (relation.figures[0], relation.figures[-1]) if given.slips else ():
                asked = reader.finds(read, figure)
                tried[kind] += asked is not None
                found[kind] += asked is True
                missed += [f"{figure.quote} → {slipped(figure.quote)}"] if asked is False else []
            if given.list and missed:
                print(f"{read.name}: {relation.words} ({', '.join(missed)}): {_around(read.text, relation)}")
    for kind in KINDS:
        if there[kind]:
            slips = f", slips found {found[kind]} of {tried[kind]}" if given.slips else ""
            print(f"{kind:<7} seen {seen[kind]} of {there[kind]}{slips}")
    return 0


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the records of folders, in order."""
    for path in paths:
        yield from sorted(path.glob("*.txt")) if path.is_dir() else [path]


if __name__ == "__main__":
    sys.exit(main())
