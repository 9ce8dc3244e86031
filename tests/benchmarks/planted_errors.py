"""How many planted errors does each rule find, and how often does it ask about a record without errors?

    .venv/bin/python tests/benchmarks/planted_errors.py [--records N] [--misses]

One error of every kind is planted in turn in the annotated development records, see ``tests/checks/planting.py``; the
whole way is gone, from the text to the finding. Every paragraph of the table of insertions goes into N records
(3 unless told), once as it holds and once with its error.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "checks"))

from planting import Asker, Planting, edits, inserted, insertions, mutations, records  # noqa: E402 - no package


def main() -> int:
    """Plant, ask, and print the table by rule."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=3, help="into how many records each paragraph goes")
    parser.add_argument("--misses", action="store_true", help="list what was not found")
    parser.add_argument("--rule", type=int, action="append", help="only these rules")
    parser.add_argument("--source", choices=("edits", "insertions", "mutations"), action="append")
    given = parser.parse_args()
    sources = given.source or ["edits", "insertions", "mutations"]
    ask, hosts = Asker(), records()
    tried: Counter[tuple[str, int]] = Counter()
    found: Counter[tuple[str, int]] = Counter()
    alarms: list[str] = []

    def plant(source: str, planting: Planting) -> None:
        rule = min(planting.rules)
        if given.rule and not planting.rules & set(given.rule):
            return
        tried[source, rule] += 1
        if ask.finds(planting):
            found[source, rule] += 1
        elif given.misses:
            print(f"missed {source} {sorted(planting.rules)} {planting.record[:14]}: {planting.words}")

    if "edits" in sources:
        for planting in edits():
            plant("edits", planting)
    if "mutations" in sources:
        for planting in mutations():
            plant("mutations", planting)
    names = list(hosts)
    for number, (rules, words) in enumerate(insertions() if "insertions" in sources else []):
        if given.rule and not rules & set(given.rule):
            continue
        for turn in range(given.records):
            name = names[(number * 7 + turn * 11) % len(names)]
            planting = inserted(words, rules, name, hosts[name])
            plant("insertions", planting)
            alarms += [f"{a.rule} {name[:14]}: {words[:70]}: {a.message}" for a in ask.alarms(planting, hosts[name])]
    print("rule  edits    slips    paragraphs")
    for rule in sorted({rule for _, rule in tried}):
        cells = [f"{found[s, rule]}/{tried[s, rule]}" for s in ("edits", "mutations", "insertions")]
        print(f"{rule:>4}  " + "".join(f"{cell if not cell.endswith('/0') else '–':<9}" for cell in cells))
    total, hit = sum(tried.values()), sum(found.values())
    print(f"found {hit} of {total} ({hit / max(1, total):.1%})")
    clean = {name: list(ask(text)) for name, text in hosts.items()}
    print(f"queries on the {len(clean)} records as they are: {sum(map(len, clean.values()))}")
    for line in sorted(alarms) if given.misses else []:
        print("alarm", line)
    print(f"false alarms of sound paragraphs: {len(alarms)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
