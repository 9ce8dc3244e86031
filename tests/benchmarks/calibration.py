"""How often a confidence is right: of the figures shown at 0.9, are nine in ten as the gold table says?

Run by hand after any change to what is read, since the shares of ``extraction/figures/confidence.py`` come from the
last table that it prints. The confidence of a reading is tried on records that it was not counted from: the records
are parted in five, and each part is shown with the shares of the other four.

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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from crossfoot.assets import dictionary
from crossfoot.extraction.extractor import Extractor
from crossfoot.extraction.figures.confidence import Share, confidence, support_in_sentence, support_in_table
from crossfoot.extraction.figures.periods.sources import REPORTING
from crossfoot.model import Figure

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "extraction" / "gold"
sys.path.insert(0, str(GOLD))

from scoring import Expected, read_table, score  # noqa: E402 - the folder of the scoring is no package

FOLDS = 5
SURE = 0.9
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


def support_of(figure: Figure) -> str:
    """Return what supports a reading, as ``confidence.py`` names it."""
    how = evidence_of(figure, "period")
    if figure.rule.startswith("table"):
        return support_in_table(dated_here=how != REPORTING)
    return support_in_sentence(figure.unit, how)


def counted(readings: Iterable[Checked]) -> dict[str, Share]:
    """Return how many readings of each support are right."""
    shares: dict[str, Share] = {}
    for reading in readings:
        support = support_of(reading.figure)
        right, read = shares.get(support, Share(0, 0))
        shares[support] = Share(right + reading.right, read + 1)
    return shares


def cross_validated(by_record: Sequence[Sequence[Checked]]) -> list[tuple[float, bool]]:
    """Return the confidence of each reading by the shares of the other records, and whether it is right."""
    shown: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        others = counted(reading for k, record in enumerate(by_record) if k % FOLDS != fold for reading in record)
        for record in by_record[fold::FOLDS]:
            shown += [(confidence(support_of(reading.figure), others), reading.right) for reading in record]
    return shown


def print_calibration(shown: Sequence[tuple[float, bool]]) -> None:
    """Print for each confidence how many of the readings shown with about that are right, in records held out."""
    print(f"\nheld-out records, {FOLDS} folds: shown at, readings, share right")
    bands: dict[float, list[bool]] = defaultdict(list)
    for value, right in shown:
        bands[min(19, int(value * 20)) / 20].append(right)
    for low in sorted(bands):
        values = [value for value, _ in shown if low <= value < low + 0.05]
        right = sum(bands[low]) / len(bands[low])
        print(f"{low:.2f} to {low + 0.05:.2f} (mean {sum(values) / len(values):.2f}) {len(values):>6} {right:>7.2f}")
    sure = [right for value, right in shown if value >= SURE]
    if sure:
        print(f"of {len(sure)} shown at {SURE} or more, {sum(sure) / len(sure):.3f} are right")


def report(by_record: Sequence[Sequence[Checked]]) -> None:
    """Print the share that is right, by the confidence shown, by support and by the kinds of evidence."""
    readings = [reading for record in by_record for reading in record]
    evidence: dict[str, list[Checked]] = defaultdict(list)
    for reading in readings:
        figure = reading.figure
        where = "table" if figure.rule.startswith("table") else "sentence"
        evidence[f"{where}, indicator by {evidence_of(figure, 'indicator')}"].append(reading)
        evidence[f"{where}, period by {evidence_of(figure, 'period')}"].append(reading)
        evidence[f"{where}, in {figure.rule.rpartition(': ')[2]}"].append(reading)
        evidence[f"{where}, unit {figure.unit}"].append(reading)
    print_shares("each kind of evidence", evidence)
    print_calibration(cross_validated(by_record))
    print("\nCOUNTED for confidence.py:")
    for support, share in sorted(counted(readings).items()):
        print(f'    "{support}": Share({share.right}, {share.read}),')


def main() -> None:
    """Read the arguments and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path, nargs="?", default=GOLD / "development" / "gold.tsv")
    parser.add_argument("folder", type=Path, nargs="?", default=GOLD / "development")
    arguments = parser.parse_args()
    table = read_table(arguments.table)
    report([list(checked({name: expected}, arguments.folder)) for name, expected in table.items()])


if __name__ == "__main__":
    main()
