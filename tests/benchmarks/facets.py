"""How long a click on a facet takes: ``.venv/bin/python tests/benchmarks/facets.py [FIGURES]``.

Makes a workspace of that many figures (300,000 unless told) in records of thirty, and prints the first reading, the
middle and the longest of many choices with all counts, and the same with the figures table following in the window.
"""

from __future__ import annotations

import hashlib
import os
import random
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from crossfoot.assets import dictionary
from crossfoot.model import Extraction, Figure, Nature, Reading, Record, Section, SectionKind, Span, Unit
from crossfoot.review.facets import Facet
from crossfoot.review.prepared import Prepared
from crossfoot.review.session import Review
from crossfoot.ui.look.theme import light
from crossfoot.ui.panes.figures import FiguresPane
from crossfoot.ui.selection import Selection
from crossfoot.workspace import Workspace

EACH = 30
"""Figures of one record."""

CLICKS = 40

_SLICE = 100
"""Records that are stored in one transaction."""


def record(number: int, chance: random.Random) -> Prepared:
    """Return a record of figures of every kind."""
    keys = sorted(dictionary().by_key)
    words, figures, start = [], [], 0
    for place in range(EACH):
        value = str(1000 + number % 700 + 7 * place)
        figures.append(
            Figure(
                id=hashlib.sha256(f"{number} {place}".encode()).hexdigest()[:10],
                span=Span(start, start + len(value)),
                quote=value,
                value=Decimal(value),
                unit=chance.choice(list(Unit)),
                indicator=chance.choice([None, *keys]),
                nature=chance.choice(list(Nature)),
                section=SectionKind.DECISION,
            )
        )
        words.append(f"{value} cases")
        start += len(words[-1]) + 2
    text = ", ".join(words)
    data = f"{number} {text}".encode()
    day = date(2011, 1, 6) + timedelta(days=number % 5000)
    facts = Record(
        title=f"Record {number}", meeting_date=day, sections=(Section(SectionKind.DECISION, "", Span(0, len(text))),)
    )
    extraction = Extraction("1", facts, tuple(figures))
    return Prepared(f"{number}.txt", data, hashlib.sha256(data).hexdigest(), Reading("text", text), extraction)


def choices(review: Review, chance: random.Random) -> list[dict[Facet, frozenset[str]]]:
    """Return choices as an officer makes them: one value, then one more in another facet."""
    counts = review.facets({}).counts
    made = []
    for _ in range(CLICKS // 2):
        one, other = chance.sample([f for f in Facet if counts[f]], 2)
        first = {one: frozenset({chance.choice(list(counts[one]))})}
        made += [first, {**first, other: frozenset({chance.choice(list(counts[other]))})}]
    return made


def main() -> None:
    """Fill, choose, print."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 300_000
    chance = random.Random(20240506)  # noqa: S311 - the same figures in every run
    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.crossfoot"
        with Workspace.open(path, create=True) as workspace:
            review = Review(workspace, dictionary(), reviewer="AB")
            for first in range(0, wanted // EACH, _SLICE):
                numbers = range(first, min(first + _SLICE, wanted // EACH))
                review.store_some([record(number, chance) for number in numbers])
        with Workspace.open(path) as workspace:
            review = Review(workspace, dictionary(), reviewer="AB")
            began, worked = time.perf_counter(), time.process_time()
            total = review.facets({}).total
            first = f"{time.perf_counter() - began:.1f} s, {time.process_time() - worked:.1f} s of the processor"
            print(f"{total:,} figures, load {os.getloadavg()[0]:.1f}; first reading {first}")
            chosen = choices(review, chance)
            _print("all counts of a choice", [_timed(lambda c=c: review.facets(c)) for c in chosen])
            pane = FiguresPane(review, Selection(), lambda *_: "", light())
            pane.resize(938, 300)
            pane.show()
            pane.open_facets()
            application.processEvents()

            def click(choice: dict[Facet, frozenset[str]]) -> None:
                pane.facets.choose(choice)
                application.processEvents()

            _print("a click in the window, painted", [_timed(lambda c=c: click(c)) for c in chosen])


def _timed(work) -> tuple[float, float]:  # type: ignore[no-untyped-def]
    """Return the milliseconds that something takes, and those of the processor."""
    began, worked = time.perf_counter(), time.process_time()
    work()
    return (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000


def _print(name: str, times: list[tuple[float, float]]) -> None:
    """Print the middle and the longest."""
    whole, work = zip(*times, strict=True)
    said = f"middle {statistics.median(whole):.0f} ms, longest {max(whole):.0f} ms"
    print(f"{name}: {said}; of the processor {statistics.median(work):.0f} and {max(work):.0f} ms")


if __name__ == "__main__":
    main()
