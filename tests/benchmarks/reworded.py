"""What the periods lose when records say the same in other words: ``.venv/bin/python tests/benchmarks/reworded.py``.

``reworded/words.tsv`` has words of comparison and of time with others that mean the same, ``reworded/asides.txt``
sentences that only tell when something else was. The first are put in the place of their like in the records that may
be read, the second behind the first sentence of each paragraph; no number's period may change by that. For each line
the periods are counted that were right before and are wrong then, and with ``--faults`` shown. So a rule that knows a
thing by one wording alone is found without a record that nobody has seen. It takes some five minutes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
GOLD = HERE.parent / "extraction" / "gold"
sys.path.insert(0, str(GOLD))

from scoring import Expected, Trace, read_table, score  # noqa: E402 - the folder of the tests is no package

from crossfoot.assets import dictionary  # noqa: E402 - as above
from crossfoot.extraction.extractor import Extractor  # noqa: E402 - as above
from crossfoot.readers import read_file  # noqa: E402 - as above

_PROSE = re.compile(r"(?:^|\n\n)([^\n|\t]{160,}(?:\n[^\n|\t]+)*)")
_FIRST_STOP = re.compile(r"(?<=[a-z)%])\.(?= [A-Z])")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Record(NamedTuple):
    """A record: its name, its text and the places of its numbers."""

    name: str
    text: str
    numbers: list[tuple[int, int]]


class Edit(NamedTuple):
    """A stretch of a text and what is put in its place."""

    start: int
    end: int
    words: str


def main() -> None:
    """Reword the records line by line, print what each line costs, and the sum."""
    extractor = Extractor(dictionary())
    records = list(_records(extractor))
    before = {record.name: _periods(extractor, record.text, record.numbers) for record in records}
    total = 0
    for line, edits_of in _rewordings():
        lost = [
            loss for record in records for loss in _lost(extractor, record, edits_of(record.text), before[record.name])
        ]
        total += len(lost)
        print(f"{len(lost):4d} lost  {line}")
        if "--faults" in sys.argv[1:]:
            print(*(f"        {each}" for each in lost), sep="\n")
    print(f"{total:4d} lost of {sum(map(len, before.values()))} for each of the lines")


def _records(extractor: Extractor) -> Iterator[Record]:
    """Yield the records that may be read, with the places of the numbers whose periods are right."""
    for half in ("development", "later", "latest"):
        table = read_table(GOLD / half / "gold.tsv")
        for path in sorted((GOLD / half).glob("*.txt")):
            text = read_file(path).text
            trace, figures = Trace.of(text), extractor.extract(text).figures

            def is_right(figure: Expected, found: tuple[str, object] = (text, figures)) -> bool:
                return figure.core and score({"": [figure]}, {"": found}).right["period"] > 0

            places = (figure.extent(trace) for figure in table.get(path.stem, ()) if is_right(figure))
            yield Record(path.stem, text, [(trace.offsets[p[0]], trace.offsets[p[1] - 1] + 1) for p in places if p])


def _periods(extractor: Extractor, text: str, numbers: list[tuple[int, int]]) -> list[object]:
    """Return the period of the figure at each of some places, None where there is none."""
    figures = extractor.extract(text).figures
    return [next((f.period for f in figures if f.span.start < b and a < f.span.end), None) for a, b in numbers]


def _rewordings() -> Iterator[tuple[str, Callable[[str], list[Edit]]]]:
    """Yield each line of the two lists with what it makes of a text."""
    for line in (HERE / "reworded" / "words.tsv").read_text(encoding="utf-8").splitlines():
        words, others = line.split("\t")
        yield line, lambda text, words=words, others=others: _in_place_of(text, re.compile(words), others)
    for line in (HERE / "reworded" / "asides.txt").read_text(encoding="utf-8").splitlines():
        yield line, lambda text, line=line: _between(text, line)


def _in_place_of(text: str, words: re.Pattern[str], others: str) -> list[Edit]:
    """Return what puts ``others`` in the place of ``words``, with a capital where these have one."""
    return [
        Edit(m.start(), m.end(), others[:1].upper() + others[1:] if m.group()[:1].isupper() else others)
        for m in words.finditer(text)
    ]


def _between(text: str, aside: str) -> list[Edit]:
    """Return what puts a sentence behind the first one of each long paragraph; its years go by the record's."""
    years = [int(year) for year in _YEAR.findall(text[:600])]
    if not years:
        return []
    year = max(years)
    said = aside.format(before=year - 2, split=f"{year - 3}/{(year - 2) % 100:02d}", after=year + 1)
    stops = ((p.start(1), _FIRST_STOP.search(p[1])) for p in _PROSE.finditer(text))
    return [Edit(start + stop.end(), start + stop.end(), f" {said}") for start, stop in stops if stop]


def _lost(extractor: Extractor, record: Record, edits: list[Edit], before: list[object]) -> Iterator[str]:
    """Yield the words around each number whose period is another one in the reworded text."""
    if not edits:
        return
    text, last = "", 0
    for edit in edits:
        text, last = text + record.text[last : edit.start] + edit.words, edit.end
    text += record.text[last:]
    moved = [(_moved(a, edits), _moved(b, edits)) for a, b in record.numbers]
    after = _periods(extractor, text, moved)
    for (start, end), (low, high), then, now in zip(record.numbers, moved, before, after, strict=True):
        if then != now and not any(edit.start < end and start < edit.end for edit in edits):
            yield f"{record.name}: {text[max(0, low - 80) : high + 30]!r}"


def _moved(place: int, edits: list[Edit]) -> int:
    """Return where a place of a text is after its edits."""
    return place + sum(len(e.words) - (e.end - e.start) for e in edits if e.end <= place)


if __name__ == "__main__":
    main()
