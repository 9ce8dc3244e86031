"""How fast extraction is, how its work grows with the text, and whether any input can make it slow.

Run by hand, never by pytest: a time says something about a machine as well as about the program.

    .venv/bin/python tests/benchmarks/extraction.py                      everything (a few minutes)
    .venv/bin/python tests/benchmarks/extraction.py --pace               records of 0.1, 1 and 10 MB alone
    .venv/bin/python tests/benchmarks/extraction.py --bad                inputs made to be slow alone
    .venv/bin/python tests/benchmarks/extraction.py --profile "spaces"   which functions one of those inputs spends in
    .venv/bin/python tests/benchmarks/extraction.py --keep FILE [PATH…]  write down what is found, before a change
    .venv/bin/python tests/benchmarks/extraction.py --same FILE [PATH…]  after it: list the records found differently

The bar is 300,000 characters a second on one core, and the same pace at 10 MB as at 0.1 MB. Times are of the
processor, not of the clock, so that other work on the machine counts less; the best of a few runs is taken.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import time
from collections.abc import Iterable, Iterator, Mapping
from itertools import cycle
from math import log2
from pathlib import Path

from crossfoot.assets import dictionary
from crossfoot.extraction.extractor import Extractor
from crossfoot.readers import read_file
from crossfoot.workspace import dumps

ROOT = Path(__file__).parents[2]
BAR = 300_000
"""Characters a second on one core that extraction has to reach."""

PATIENCE = 4.0
"""Seconds after which a bad input is not made twice as long any more."""

SLOW = 5.0
"""How many times as long as ordinary text a bad input may take for each character."""

SMALLEST, LARGEST = 6_250, 200_000
"""How long a bad input is at first and at last, in characters."""


def records() -> list[str]:
    """Return the texts of all records of our own: tables, lists, narrative, notices and minutes."""
    folders = [ROOT / "seeds", ROOT / "tests" / "extraction" / "gold" / "development"]
    paths = [path for folder in folders for path in sorted(folder.iterdir()) if path.name[0].isdigit()]
    return [read_file(path).text for path in paths]


def mixed(characters: int) -> str:
    """Return whole records one after another, cut at ``characters``."""
    parts: list[str] = []
    length = 0
    for text in cycle(records()):
        parts.append(text)
        length += len(text) + 2
        if length >= characters:
            break
    return "\n\n".join(parts)[:characters]


def bad_inputs() -> Mapping[str, str]:
    """Return short texts that are repeated to be long; each invites a pattern to try the same words again and again."""
    return {
        "digits": "7",
        "digits with commas": ",123",
        "digits with points": "1.",
        "digits with spaces": "1 ",
        "digits with line ends": "12\n",
        "number words": "one hundred and twenty two thousand and ",
        "brackets and pounds": "(£1) ",
        "and": "and ",
        "of": "of ",
        "between and": "between 5 and ",
        "spaces": " ",
        "spaces and letters": "a          ",
        "line ends": "\n",
        "spaces and line ends": " \n",
        "non-breaking spaces": "\u00a0",
        "open brackets": "(",
        "open square brackets": "[",
        "open brackets and digits": "(1 ",
        "hyphens": "-",
        "dashes and digits": "1–",
        "pounds": "£",
        "pounds and digits": "£1 ",
        "percents": "%",
        "stops": ".",
        "stops and spaces": ". ",
        "slashes and digits": "1/",
        "asterisks": "*",
        "underlines": "<u>",
        "bars": "| ",
        "table cells": "| 12 ",
        "table rows": "| 12 | 13 |\n",
        "list items": "- 12\n",
        "numbered lines": "1. the report be noted\n",
        "capitals": "A",
        "capitalised words": "Team Manager ",
        "letters": "a",
        "letters with points": "a.",
        "letters with hyphens": "a-",
        "letters with at signs": "a@",
        "apostrophes": "'",
        "dates": "31 March 2015 ",
        "months": "March ",
        "years": "2014/15 ",
        "respectively": "1, 2 and 3 respectively ",
        "of these": "Of these, 9 were late. ",
        "council headings": "HALLOWBY BOROUGH COUNCIL\n\n",
        "section headings": "2. Record of the Decision\n\n",
        "resolved": "RESOLVED that\n\n",
        "abbreviations": "Common Assessment Framework (CAF) ",
        "page breaks": "\f",
        "figures without a full stop": "there were 12 referrals and ",
        "one figure a line": "there were 12 referrals\n",
        "one figure a paragraph": "There were 12 referrals.\n\n",
    }


def repeated(unit: str, characters: int) -> str:
    """Return ``unit`` again and again, between two ordinary sentences, ``characters`` long in all."""
    before, after = "There were 12 referrals in July 2014. ", " There were 15 in August."
    room = max(0, characters - len(before) - len(after))
    return before + (unit * (room // len(unit) + 1))[:room] + after


def figures_in(extractor: Extractor, text: str) -> int:
    """Return how many figures a text holds, one at least: the work is done for each of them."""
    return max(1, len(extractor.extract(text).figures))


def seconds(extractor: Extractor, text: str, runs: int = 1) -> float:
    """Return the processor time that one extraction of ``text`` took, the best of ``runs``."""

    def once() -> float:
        begun = time.process_time()
        extractor.extract(text)
        return time.process_time() - begun

    return min(once() for _ in range(runs))


def pace(extractor: Extractor) -> float:
    """Print the pace at three lengths and return seconds a character at the shortest."""
    extractor.extract(mixed(100_000))  # the first run fills caches
    first = 0.0
    print(f"{'characters':>12} {'seconds':>9} {'a second':>12} {'time per character':>20}")
    for characters in (100_000, 1_000_000, 10_000_000):
        took = seconds(extractor, mixed(characters), runs=3 if characters < 1_000_000 else 1) / characters
        first = first or took
        print(f"{characters:>12,} {took * characters:>9.2f} {1 / took:>12,.0f} {took / first:>19.2f}x", flush=True)
    print(f"{'the bar':>12} {'':>9} {BAR:>12,}")
    return first


def growth(extractor: Extractor, unit: str) -> Iterator[tuple[int, float]]:
    """Yield lengths, each twice the one before, and their seconds, until the longest or out of patience."""
    characters = SMALLEST
    while characters <= LARGEST:
        took = seconds(extractor, repeated(unit, characters))
        yield characters, took
        if took > PATIENCE:
            return
        characters *= 2


def bad(extractor: Extractor, normal: float) -> None:
    """Print for each bad input its time per character and per figure against ordinary text, and how it grows.

    An input of little else than figures takes long for each character, as each of its figures is read like any other;
    it is too slow where it takes long for each figure too.
    """
    ordinary = mixed(100_000)
    usual = normal * len(ordinary) / figures_in(extractor, ordinary)
    print(f"\n{'input':<28} {'characters':>11} {'seconds':>8} {'to normal':>10} {'per figure':>11} {'grows as n^':>12}")
    for name, unit in bad_inputs().items():
        times = list(growth(extractor, unit))
        characters, took = times[-1]
        power = log2(took / times[-2][1]) if len(times) > 1 else float("nan")
        factor = took / characters / normal
        each = took / figures_in(extractor, repeated(unit, SMALLEST)) * SMALLEST / characters / usual
        mark = "  <- too slow" if min(factor, each) > SLOW else ""
        print(
            f"{name:<28} {characters:>11,} {took:>8.2f} {factor:>9.1f}x {each:>10.1f}x {power:>12.2f}{mark}", flush=True
        )
    line = " ".join(mixed(1_000_000).split())
    took = seconds(extractor, line)
    print(f"{'records in a single line':<28} {len(line):>11,} {took:>8.2f} {took / len(line) / normal:>9.1f}x")


def profile(extractor: Extractor, name: str) -> None:
    """Print the functions in which one bad input (or "mixed" text) spends its time."""
    text = mixed(200_000) if name == "mixed" else repeated(bad_inputs()[name], SMALLEST)
    watch = cProfile.Profile()
    watch.runcall(extractor.extract, text)
    pstats.Stats(watch).sort_stats("tottime").print_stats(15)


def found_in(extractor: Extractor, folders: Iterable[Path]) -> dict[str, str]:
    """Return by its name all that is found in each record of our own, in bad inputs, and in files of ``folders``."""
    texts = {f"record {number}": text for number, text in enumerate(records())}
    texts |= {name: repeated(unit, SMALLEST) for name, unit in bad_inputs().items()}
    texts["records in a row"] = mixed(400_000)
    texts["records in a single line"] = " ".join(mixed(200_000).split())
    files = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    texts |= {str(path): read_file(path).text for path in files}
    return {name: dumps(extractor.extract(text)) for name, text in texts.items()}


def compare(extractor: Extractor, kept: Path, folders: Iterable[Path]) -> None:
    """Print the records in which something else is found than was written down, with the first difference."""
    before: dict[str, str] = json.loads(kept.read_text(encoding="utf-8"))
    after = found_in(extractor, folders)
    differing = [name for name in before.keys() | after.keys() if before.get(name) != after.get(name)]
    for name in sorted(differing):
        one, other = before.get(name, ""), after.get(name, "")
        at = next((place for place, pair in enumerate(zip(one, other, strict=False)) if len(set(pair)) > 1), 0)
        around = slice(max(0, at - 200), at + 80)
        print(f"{name}\n  before: {one[around]}\n  after:  {other[around]}")
    print(f"{len(after)} texts, {len(differing)} found differently")


def main() -> None:
    """Run what was asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pace", action="store_true", help="records alone")
    parser.add_argument("--bad", action="store_true", help="inputs made to be slow alone")
    parser.add_argument("--profile", metavar="INPUT", help='where one input, or "mixed", spends its time')
    parser.add_argument("--keep", type=Path, metavar="FILE", help="write down what is found")
    parser.add_argument("--same", type=Path, metavar="FILE", help="tell what is found otherwise than was written down")
    parser.add_argument("paths", type=Path, nargs="*", metavar="PATH", help="folders of further records for these two")
    options = parser.parse_args()
    extractor = Extractor(dictionary())
    if options.keep:
        options.keep.write_text(json.dumps(found_in(extractor, options.paths)), encoding="utf-8")
        return
    if options.same:
        compare(extractor, options.same, options.paths)
        return
    if options.profile:
        profile(extractor, options.profile)
        return
    normal = 0.0
    if options.pace or not options.bad:
        normal = pace(extractor)
    if options.bad or not options.pace:
        characters = 100_000
        normal = normal or seconds(extractor, mixed(characters), runs=3) / characters
        bad(extractor, normal)


if __name__ == "__main__":
    main()
