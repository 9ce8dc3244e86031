"""How many slips are found that were made in the records' own words?

    .venv/bin/python tests/benchmarks/slips.py [SET…] [--misses] [--alarms] [--rule N]

A set is a table of ``tests/benchmarks/slips/``, see its README: each row names an annotated record, the rule whose
error it is, words that stand once in the record, and what a slip made of them. Found means that the record with the
slip brings a query of the rule which the record as it was does not; an alarm is any query on a record as it was.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(Path(__file__).parent))

from wordings import Reader  # noqa: E402 - no package

SETS = Path(__file__).parent / "slips"
RECORDS = ROOT / "tests" / "extraction" / "gold"


@dataclass(frozen=True)
class Slip:
    """One slip: the record's name, the rule that must find it, the words as they were and as they became."""

    document: str
    rule: int
    old: str
    new: str


def slips(path: Path) -> Iterator[Slip]:
    """Yield the slips of a set."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Slip(row["document"], int(row["rule"]), row["old"], row["new"])


def record(name: str) -> str:
    """Return the text of an annotated record, in whichever folder it stands."""
    return next(RECORDS.glob(f"*/{name}.txt")).read_text(encoding="utf-8")


def planted(slip: Slip) -> tuple[str, str]:
    """Return a record without and with its slip; words that stand not once in it are a fault of the set."""
    text = record(slip.document)
    if text.count(slip.old) != 1:
        raise ValueError(f"{slip.document}: {slip.old!r} stands {text.count(slip.old)} times")
    return text, text.replace(slip.old, slip.new)


def score(path: Path, reader: Reader, given: argparse.Namespace) -> None:
    """Print how many slips of a set are found, by rule, and the misses and alarms that were asked for."""
    tried: Counter[int] = Counter()
    found: Counter[int] = Counter()
    others: Counter[int] = Counter()
    clean: dict[str, Counter[tuple[int, str]]] = {}
    for slip in slips(path):
        if given.rule and slip.rule not in given.rule:
            continue
        right, wrong = (reader(text) for text in planted(slip))
        clean[slip.document] = right
        asked = {rule for rule, _ in wrong - right}
        tried[slip.rule] += 1
        found[slip.rule] += slip.rule in asked
        others[slip.rule] += bool(asked) and slip.rule not in asked
        if given.misses and slip.rule not in asked:
            print(f"missed {slip.rule} (others asked: {sorted(asked)}) in {slip.document}: {slip.old!r} → {slip.new!r}")
    if given.alarms:
        for name, queries in sorted(clean.items()):
            for rule, message in sorted(queries):
                print(f"alarm {rule} in {name}: {message}")
    print(path.stem)
    for rule in sorted(tried):
        print(f"  rule {rule:2}  {found[rule]:3} of {tried[rule]:3}, and {others[rule]} asked under another rule")
    count, all_tried = found.total(), max(tried.total(), 1)
    print(
        f"  all      {count:3} of {tried.total():3}  {100 * count / all_tried:.1f} %, by any rule "
        f"{100 * (count + others.total()) / all_tried:.1f} %; "
        f"{sum(q.total() for q in clean.values()) / max(len(clean), 1):.2f} alarms a record"
    )


def main() -> int:
    """Score the sets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=["first"], help="which sets, without .tsv")
    parser.add_argument("--misses", action="store_true", help="list what was not found")
    parser.add_argument("--alarms", action="store_true", help="list what records without a slip bring")
    parser.add_argument("--rule", type=int, action="append", help="only these rules")
    given = parser.parse_args()
    reader = Reader()
    for name in given.sets:
        score(SETS / f"{name}.tsv", reader, given)
    return 0


if __name__ == "__main__":
    sys.exit(main())
