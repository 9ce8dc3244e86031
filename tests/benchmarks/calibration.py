"""How often a confidence is right: of the figures shown at 0.9, are nine in ten as the gold table says?

    .venv/bin/python tests/benchmarks/calibration.py                                  the development records
    .venv/bin/python tests/benchmarks/calibration.py tests/extraction/gold/samples.tsv tests/seeds/sources
    .venv/bin/python tests/benchmarks/calibration.py GOLD FOLDER --first-run NAME     what nobody has read yet

The arguments are a gold table and the folder of its texts. A reading is right where its place is that of a core figure
and value, unit, indicator and period are what the table states; what the table leaves empty is not asked. A reading
where the table has no figure is wrong; one of an optional figure is left out.

The last lines are the shares of ``extraction/figures/confidence.py``. They are counted from ``first_runs.tsv`` beside
this file, which holds what was right when records were read for the first time, before anybody who writes rules had
seen them: by record and support, so that no record counts for more than a few readings of a kind. ``--first-run`` adds
the records of a table to it under a name of theirs, which is done once, before their faults are looked at.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from crossfoot.assets import dictionary
from crossfoot.extraction.extractor import Extractor
from crossfoot.extraction.figures.confidence import Share, support_in_sentence, support_in_table
from crossfoot.extraction.figures.numerals import Form
from crossfoot.extraction.figures.periods.sources import REPORTING
from crossfoot.model import Figure

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "extraction" / "gold"
FIRST_RUNS = Path(__file__).parent / "first_runs.tsv"
sys.path.insert(0, str(GOLD))

from scoring import Expected, read_table, score  # noqa: E402 - the folder of the scoring is no package

SURE = 0.9
ASKED = ("value", "unit", "indicator", "period")
MOST_OF_A_RECORD = 6
"""How many readings of one support a record counts for: those of one table stand and fall together."""

Counts = Mapping[str, Mapping[str, Share]]
"""By support and then by record, how many readings were right."""


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


def support_of(figure: Figure) -> str:
    """Return what supports a reading, as ``confidence.py`` names it."""
    how = evidence_of(figure, "period")
    if figure.rule.startswith("table"):
        return support_in_table(figure.unit, dated_here=how != REPORTING)
    spelled = not figure.rule.endswith(Form.DIGITS.value)
    return support_in_sentence(figure.unit, how, keyed=figure.indicator is not None, spelled=spelled)


def counted(readings: Iterable[Checked]) -> dict[str, Share]:
    """Return how many readings of each support are right."""
    shares: dict[str, Share] = {}
    for reading in readings:
        support = support_of(reading.figure)
        right, read = shares.get(support, Share(0, 0))
        shares[support] = Share(right + reading.right, read + 1)
    return shares


def first_runs() -> Counts:
    """Return what was right of the first runs that are kept."""
    kept: dict[str, dict[str, Share]] = defaultdict(dict)
    with FIRST_RUNS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            kept[row["support"]][row["record"]] = Share(int(row["right"]), int(row["read"]))
    return kept


def keep(name: str, by_record: Mapping[str, Sequence[Checked]]) -> None:
    """Add the first run of some records to those that are kept; raise ValueError where there is one of that name."""
    records = {record: f"{name}/{record}" for record in by_record}
    known = {record for shares in first_runs().values() for record in shares}
    if known & set(records.values()):
        raise ValueError(f"{name} was run before: what is read now is no first run")
    with FIRST_RUNS.open("a", encoding="utf-8") as lines:
        for record, readings in by_record.items():
            for support, share in sorted(counted(readings).items()):
                lines.write(f"{records[record]}\t{support}\t{share.right}\t{share.read}\n")


def capped(shares: Iterable[Share]) -> Share:
    """Return the sum of the shares of several records, each of which counts for a few readings at most."""
    right = read = 0.0
    for share in shares:
        most = min(share.read, MOST_OF_A_RECORD)
        right += most * share.right / share.read
        read += most
    return Share(round(right), round(read))


def print_shares(title: str, groups: Mapping[str, Sequence[Checked]]) -> None:
    """Print how many readings of each group are right."""
    print(f"\n{title}")
    for name in sorted(groups):
        right = sum(reading.right for reading in groups[name])
        print(f"{name:<48} {right:>5} of {len(groups[name]):>5}   {right / len(groups[name]):.2f}")


def print_bands(readings: Sequence[Checked]) -> None:
    """Print for each confidence how many of the readings shown with about that are right."""
    bands: dict[float, list[Checked]] = defaultdict(list)
    for reading in readings:
        bands[min(19, int(reading.figure.confidence * 20)) / 20].append(reading)
    print_shares("shown at", {f"{low:.2f} to {low + 0.05:.2f}": bands[low] for low in sorted(bands)})
    sure = [reading.right for reading in readings if reading.figure.confidence >= SURE]
    if sure:
        print(f"of {len(sure)} shown at {SURE} or more, {sum(sure) / len(sure):.3f} are right")


def main() -> None:
    """Read the arguments and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path, nargs="?", default=GOLD / "development" / "gold.tsv")
    parser.add_argument("folder", type=Path, nargs="?", default=GOLD / "development")
    parser.add_argument("--first-run", metavar="NAME", help="keep what is right as the first run of these records")
    arguments = parser.parse_args()
    table = read_table(arguments.table)
    by_record = {name: list(checked({name: expected}, arguments.folder)) for name, expected in table.items()}
    if arguments.first_run:
        keep(arguments.first_run, by_record)
    readings = [reading for record in by_record.values() for reading in record]
    groups: dict[str, list[Checked]] = defaultdict(list)
    for reading in readings:
        groups[support_of(reading.figure)].append(reading)
    print_shares("each kind of support, by the rules of now", groups)
    print_bands(readings)
    print("\nCOUNTED for confidence.py, from first runs:")
    for support, shares in sorted(first_runs().items()):
        share = capped(shares.values())
        print(f'    "{support}": Share({share.right}, {share.read}),')


if __name__ == "__main__":
    main()
