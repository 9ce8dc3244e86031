"""How well figures are found: ``.venv/bin/python tests/benchmarks/scores.py [--faults | --held-out]``.

Prints the shares over the development records, with ``--faults`` every miss, false alarm and wrong field of them. With
``--held-out`` it prints the totals over the held-out half instead and nothing else: that half says something about
records never seen only as long as it is scored seldom and its faults are never read (tests/extraction/gold/README.md).
"""

from __future__ import annotations

import sys
from pathlib import Path

GOLD = Path(__file__).resolve().parents[1] / "extraction" / "gold"
sys.path.insert(0, str(GOLD))

from scoring import read_table, score  # noqa: E402 - the folder of the tests is no package

from crossfoot.assets import dictionary  # noqa: E402 - as above
from crossfoot.extraction.extractor import Extractor  # noqa: E402 - as above
from crossfoot.readers import read_file  # noqa: E402 - as above


def main() -> None:
    """Score one half and print it."""
    held_out = "--held-out" in sys.argv[1:]
    folder = GOLD / ("heldout" if held_out else "development")
    extractor = Extractor(dictionary())
    texts = {path.stem: read_file(path).text for path in sorted(folder.glob("*.txt"))}
    found = {name: (text, extractor.extract(text).figures) for name, text in texts.items()}
    made = score(read_table(folder / "gold.tsv"), found)
    print(f"{folder.name}: {len(texts)} records, {made.core} core figures, {made.false} false alarms")
    for name, share in made.shares().items():
        print(f"{name:10}{share:.3f}")
    if "--faults" in sys.argv[1:] and not held_out:
        print(*made.faults, sep="\n")


if __name__ == "__main__":
    main()
