"""How often a confidence is right: of the figures shown at 0.9, are nine in ten as the gold table says?

Run by hand after any change to what is read, since the constants of ``extraction/figures/confidence.py`` come from
the second table that it prints:

    .venv/bin/python tests/benchmarks/calibration.py                                  the development records
    .venv/bin/python tests/benchmarks/calibration.py tests/extraction/gold/samples.tsv tests/seeds/sources

The arguments are a gold table and the folder of its texts. A reading is right where its place is that of a core figure
and value, unit, indicator and period are what the table states; what the table leaves empty is not asked. A reading
where the table has no figure is wrong; one of an optional figure is left out.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from crossfoot.assets import dictionary
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Figure

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "extraction" / "gold"
sys.path.insert(0, str(GOLD))

from scoring import Expected, read_table, score  # noqa: E402 - the folder of the scoring is no package

ASKED = ("value", "unit", "indicator", "period")


@dataclass(frozen=True, slots=True)
class Checked:
    """One reading, and whether it is right."""

    figure: Figure
    right: bool


def checked(table: dict[str, list[Expected]], folder: Path) -> Iterator[Checked]:
    """Yield the readings of all documents of a table that it says anything about."""
    extractor = Extractor(dictionary())
    for name, expected in table.items():
        text = (folder / f"{name}.txt").read_text(encoding="utf-8")
        for figure in extractor.extract(text).figures:
            result = score({name: expected}, {name: (text, [figure])})
            if result.found:
                yield Checked(figure, all(result.right[field] == result.asked[field] for field in ASKED))
            elif result.false:
                yield Checked(figure, right=False)


def evidence_of(figure: Figure, field: str) -> str:
    """Return the rule by which a figure got one of its fields; "none" where nothing speaks for it."""
    return next((evidence.rule for evidence in figure.evidence if evidence.field == field), "none")


def print_shares(title: str, groups: dict[str, list[Checked]]) -> None:
    """Print how many readings of each group are right."""
    print(f"\n{title}")
    for name in sorted(groups):
        right = sum(reading.right for reading in groups[name])
        print(f"{name:<44} {right:>5} of {len(groups[name]):>5}   {right / len(groups[name]):.2f}")


def report(readings: Sequence[Checked]) -> None:
    """Print the share that is right, by the confidence shown and by what supports the reading."""
    bands: dict[str, list[Checked]] = defaultdict(list)
    supports: dict[str, list[Checked]] = defaultdict(list)
    evidence: dict[str, list[Checked]] = defaultdict(list)
    for reading in readings:
        figure = reading.figure
        where = "table" if figure.rule.startswith("table") else "sentence"
        bands[f"{int(figure.confidence * 10) / 10:.1f}"].append(reading)
        supports[f"{where}, shown at {figure.confidence:.2f}"].append(reading)
        evidence[f"{where}, indicator by {evidence_of(figure, 'indicator')}"].append(reading)
        evidence[f"{where}, period by {evidence_of(figure, 'period')}"].append(reading)
        evidence[f"{where}, in {figure.rule.rpartition(': ')[2]}"].append(reading)
        evidence[f"{where}, unit {figure.unit}"].append(reading)
    print_shares("confidence shown, from", bands)
    print_shares("each support of confidence.py, by the confidence that it gives", supports)
    print_shares("each kind of evidence", evidence)


def main() -> None:
    """Read the arguments and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path, nargs="?", default=GOLD / "development" / "gold.tsv")
    parser.add_argument("folder", type=Path, nargs="?", default=GOLD / "development")
    arguments = parser.parse_args()
    report(list(checked(read_table(arguments.table), arguments.folder)))


if __name__ == "__main__":
    main()
