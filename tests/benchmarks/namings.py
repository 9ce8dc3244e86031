"""How often does a number get the right indicator, or none, in passages worded before the rules were looked at?

    .venv/bin/python tests/benchmarks/namings.py [SET…] [--half read|kept] [--faults]

A set is a file of ``tests/benchmarks/namings/``, see the README there. Its passages are parted by lines of "%%"; a
number stands as ``[214|looked_after_children]`` with its key, as ``[46|]`` where no indicator fits. Every second
passage (of the third and fourth set three of four, of the fifth all) may be read while rules are written, the others
are kept: whether mends hold for more than what they were made for shows in the gap between both.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from crossfoot.assets import dictionary
from crossfoot.extraction.extractor import Extractor

SETS = Path(__file__).parent / "namings"
_NEVER = 1_000_000
_KEPT = {"third": 4, "fourth": 4, "fifth": _NEVER, "sixth": _NEVER, "seventh": _NEVER}
"""Every how many passages one is kept, where it is not every second."""

_MARKED = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")


class Outcome(NamedTuple):
    """What a marked number was to get (empty for no indicator) and got, None for no figure; its words around it."""

    wanted: str
    got: str | None
    around: str


def outcomes(extractor: Extractor, passage: str) -> Iterator[Outcome]:
    """Yield what the marked numbers of a passage got."""
    text, wanted, last = "", [], 0
    for mark in _MARKED.finditer(passage):
        text += passage[last : mark.start()]
        wanted.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        last = mark.end()
    text += passage[last:]
    figures = extractor.extract(text).figures
    for start, end, key in wanted:
        met = next((f for f in figures if f.span.start < end and start < f.span.end), None)
        around = " ".join(f"{text[max(0, start - 120) : start]}⟦{text[start:end]}⟧{text[end : end + 80]}".split())
        yield Outcome(key, None if met is None else met.indicator or "", around)


def score(path: Path, half: str, faults: bool) -> None:
    """Print the score of one set, or of one half of it, and the faults that were asked for."""
    extractor = Extractor(dictionary())
    passages = path.read_text(encoding="utf-8").split("%%\n")
    every = _KEPT.get(path.stem, 2)
    chosen = [p for i, p in enumerate(passages, 1) if half == "all" or (i % every == 0) == (half == "kept")]
    counts: Counter[str] = Counter()
    for passage in chosen:
        for each in outcomes(extractor, passage):
            kind = _kind(each)
            counts[kind] += 1
            counts["keyed" if each.wanted else "keyless"] += 1
            if faults and kind not in {"right", "left alone"}:
                print(f"{kind}: {each.got or '-'}, not {each.wanted or '-'}\n    {each.around}")
    print(
        f"{path.stem} ({half}): {counts['right']} of {counts['keyed']} right, {counts['right'] / counts['keyed']:.3f};"
        f" {counts['silent']} silent, {counts['other']} another key, {counts['no figure']} no figure;"
        f" false keys {counts['false key']} of {counts['keyless']}, {counts['false key'] / counts['keyless']:.3f}"
    )


def _kind(each: Outcome) -> str:
    """Return in a word how it went."""
    if not each.wanted:
        return "false key" if each.got else "left alone"
    if each.got is None:
        return "no figure"
    if each.got == each.wanted:
        return "right"
    return "other" if each.got else "silent"


def main() -> int:
    """Score the sets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=["first"], help="which sets, without .txt")
    parser.add_argument("--half", choices=("all", "read", "kept"), default="all")
    parser.add_argument("--faults", action="store_true", help="list what went wrong")
    given = parser.parse_args()
    for name in given.sets:
        score(SETS / f"{name}.txt", given.half, given.faults)
    return 0


if __name__ == "__main__":
    sys.exit(main())
