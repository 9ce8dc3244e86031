"""How many claims without a number and how many promises are found in passages that were worded blindly?

    .venv/bin/python tests/benchmarks/said.py [--misses]

The passages of ``tests/benchmarks/said/`` were written before anybody looked at the rules, see the README there. Every
fourth of them was never read by whoever writes rules, and is scored apart: of those only totals are printed. A claim is
right where its direction is found and, where the dictionary has one, its indicator; a promise where who and when are.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from crossfoot import assets
from crossfoot.extraction.extractor import Extractor

SETS = Path(__file__).parent / "said"
_UNREAD = 3
"""Of every four passages the last was never read."""
_HEAD = (
    "Westmarch Council\n\nCABINET RECOMMENDATIONS\n\nPROFORMA\n\nCabinet Meeting ..... 12 September 2019\n\n"
    "2. Record of the Decision\n\n"
)


def rows(name: str) -> Iterator[tuple[str, str, str]]:
    """Yield the passages of a set with the two fields that are asked of each; both empty where nothing is said."""
    for line in (SETS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        text, first, second = [*line.split("\t"), "", ""][:3]
        yield text, first, second


def plain(words: str) -> str:
    """Return words without capitals, article and doubled blanks."""
    return re.sub(r"^the ", "", " ".join(words.lower().split()).strip(" ."))


def same(asked: str, given: str) -> bool:
    """Tell whether what is given says what is asked, or a part of it; nothing says nothing."""
    one, other = plain(asked), plain(given)
    return one == other or (bool(one) and bool(other) and (one in other or other in one))


def claim_is_right(extractor: Extractor, text: str, indicator: str, direction: str) -> tuple[bool, bool]:
    """Tell whether a passage's claim is found, and whether its indicator is; of one without, that nothing is."""
    found = [(each.indicator or "", each.direction.value) for each in extractor.extract(text).statements]
    if not direction:
        return not found, not found
    return any(way == direction for _, way in found), (indicator, direction) in found


def promise_is_right(extractor: Extractor, text: str, who: str, when: str) -> tuple[bool, bool]:
    """Tell whether a passage's promise is found, and whether by whom and when; of one without, that nothing is."""
    found = extractor.extract(f"{_HEAD}{text}\n").commitments
    if not who and not when:
        return not found, not found
    return bool(found), any(same(who, each.who) and same(when, each.when) for each in found)


def main() -> int:
    """Score both sets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="list what is missed of the passages that may be read")
    given = parser.parse_args()
    extractor = Extractor(assets.dictionary())
    for name, is_right in (("statements", claim_is_right), ("commitments", promise_is_right)):
        counts: Counter[tuple[str, str, str]] = Counter()
        for number, (text, first, second) in enumerate(rows(name)):
            unread = "unread" if number % 4 == _UNREAD else "read"
            kind = "that say something" if first or second else "that say nothing"
            found, whole = is_right(extractor, text, first, second)
            counts.update(
                [(unread, kind, "all")] + [(unread, kind, "found")] * found + [(unread, kind, "whole")] * whole
            )
            if given.misses and unread == "read" and not whole:
                print(f"{name}: {text!r}: not {first or '-'}, {second or '-'}")
        for unread, kind in sorted({key[:2] for key in counts}):
            found, whole, tried = (counts[unread, kind, what] for what in ("found", "whole", "all"))
            print(f"{name:12} {unread:7} {kind:19} found {found:3}, with both fields {whole:3} of {tried:3}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
