"""How many errors are found in passages that were worded before the rules were looked at?

    .venv/bin/python tests/benchmarks/wordings.py [SET…] [--misses] [--alarms] [--rule N]

A set is a file of ``tests/benchmarks/wordings/``, see the README there: passages in which ``[right|wrong]`` stands for
a figure, date or word and its error. A passage goes into one of the annotated records, a framed one into a small record
of its own, a pair makes two records of one council. Found means that the wrong version brings a query of the rule
which the right one does not; an alarm is any query which the right version brings.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "checks"))

from planting import inserted, records  # noqa: E402 - no package

from crossfoot import assets  # noqa: E402
from crossfoot.checks import CheckInput, check_across, check_record  # noqa: E402
from crossfoot.extraction.extractor import Extractor  # noqa: E402
from crossfoot.model import Verdict  # noqa: E402

SETS = Path(__file__).parent / "wordings"
_CHOICE = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")
_USUAL = {
    "council": "Westmarch Borough Council",
    "meeting": "Thursday 13 June 2019",
    "title": "Family Services Performance",
    "body": "Consideration was given to a report on the performance of Family Services.",
    "resolved": "1. the report be noted.",
    "reasons": "To keep Members informed of the work of the service.",
    "alternatives": "None",
    "conflicts": "None",
    "dispensations": "None",
    "callin": "Midnight on Friday, 21 June 2019",
    "po": "17 June 2019",
    "drop": "",
}
_STYLES: dict[str, tuple[tuple[str, str], ...]] = {
    "proforma": (
        ("", "{council}\n\nCABINET RECOMMENDATIONS\n\nPROFORMA\n\nCabinet Meeting ..... {meeting}"),
        ("title", "1. Title of Item/Report\n\n{title}"),
        ("body", "2. Record of the Decision\n\n{body}\n\nRESOLVED that:\n\n{resolved}"),
        ("reasons", "3. Reasons for the Decision\n\n{reasons}"),
        ("alternatives", "4. Alternative Options Considered and Rejected\n\n{alternatives}"),
        ("conflicts", "5. Declared (Cabinet Member) Conflicts of Interest\n\n{conflicts}"),
        ("dispensations", "6. Details of any Dispensations\n\n{dispensations}"),
        ("callin", "7. Date and Time by which Call In must be executed\n\n{callin}"),
        ("po", "Proper Officer\n\n{po}"),
    ),
    "moderngov": (
        ("", "{council}\n\nDecision details"),
        ("title", "{title}"),
        (
            "",
            (
                "Decision Maker: Cabinet\n\nDecision status: Recommendations Approved\n\nIs Key decision?: No\n\n"
                "Is subject to call in?: Yes\n\nDate of decision: {meeting}\n\nPublication date: {po}\n\n"
                "Effective from: {callin}"
            ),
        ),
        ("body", "Decision:\n\n{body}\n\nResolved:\n\n{resolved}"),
        ("reasons", "Reasons for the decision:\n\n{reasons}"),
        ("alternatives", "Alternative options considered and rejected:\n\n{alternatives}"),
        ("conflicts", "Declarations of interest:\n\n{conflicts}"),
        ("dispensations", "Dispensations:\n\n{dispensations}"),
    ),
    "minutes": (
        ("", "{council}\n\nRECORD OF DECISIONS OF THE CABINET\n\nMeeting held on {meeting}"),
        ("title", "Item: {title}"),
        ("body", "Decision\n\n{body}\n\nRESOLVED:\n\n{resolved}"),
        ("reasons", "Reasons for the Decision\n\n{reasons}"),
        ("alternatives", "Alternatives Considered\n\n{alternatives}"),
        ("conflicts", "Conflicts of Interest\n\n{conflicts}"),
        ("dispensations", "Dispensations\n\n{dispensations}"),
        ("callin", "Call-in deadline\n\n{callin}"),
        ("po", "Date of publication: {po}"),
    ),
}


@dataclass(frozen=True)
class Passage:
    """A passage of a set: the rule whose error it can hold, how it becomes a record, and its words."""

    rule: int
    kind: str
    words: str


def passages(path: Path) -> Iterator[Passage]:
    """Yield the passages of a set; its parts begin with "## RULE KIND", its passages are parted by "--"."""
    for part in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, body = part.partition("\n")
        rule, _, kind = head.partition(" ")
        for words in re.split(r"^--\n", body, flags=re.MULTILINE):
            yield Passage(int(rule), kind or "in", words.strip("\n"))


def framed(words: str) -> str:
    """Return the small record which the fields of a passage make in its style."""
    fields, name = dict(_USUAL), ""
    for line in words.split("\n"):
        if given := re.match(r"@(\w+) ?(.*)", line):
            name = given[1]
            fields[name] = given[2]
        else:
            fields[name] += f"\n{line}"
    if fields["title"] != _USUAL["title"] and fields["body"] == _USUAL["body"]:
        fields["body"] = "Consideration was given to a report of the Director."  # which names no other title
    style = _STYLES[fields.pop("style", "proforma")]
    kept = [text.format(**fields) for name, text in style if not name or name != fields["drop"].strip()]
    return "\n\n".join(kept) + "\n"


class Reader:
    """Turns texts into queries, the whole way, and reads a text once."""

    def __init__(self) -> None:
        self._extractor = Extractor(assets.dictionary())
        self._known: dict[tuple[str, ...], Counter[tuple[int, str]]] = {}

    def __call__(self, *texts: str) -> Counter[tuple[int, str]]:
        """Return the queries on the records together, each by rule and message."""
        if texts not in self._known:
            given = []
            for number, text in enumerate(texts):
                found = self._extractor.extract(text)
                given.append(
                    CheckInput(f"d{number}", text, found.record, found.figures, found.statements, found.commitments)
                )
            findings = [finding for one in given for finding in check_record(one)]
            if len(given) > 1:
                findings += [finding for several in check_across(given).values() for finding in several]
            self._known[texts] = Counter((f.rule, f.message) for f in findings if f.verdict is Verdict.QUERY)
        return self._known[texts]


def _side(words: str, side: int) -> str:
    return _CHOICE.sub(rf"\{side}", words)


def score(path: Path, reader: Reader, given: argparse.Namespace) -> None:
    """Print the score of one set by rule, and the misses and alarms that were asked for."""
    hosts = records()
    names = list(hosts)
    tried: Counter[int] = Counter()
    found: Counter[int] = Counter()
    alarms: list[tuple[Passage, tuple[int, str]]] = []
    for number, passage in enumerate(passages(path)):
        if given.rule and passage.rule not in given.rule:
            continue
        rule, words = passage.rule, passage.words
        if passage.kind == "in":
            host = names[(number * 7) % len(names)]
            planting = inserted(words.replace("\n", "¶"), frozenset({rule}), host, hosts[host])
            before, clean, wrong = reader(hosts[host]), reader(planting.clean), reader(planting.planted)
        else:
            right, bad = (
                tuple(framed(_side(one, side).strip("\n")) for one in words.split("====\n")) for side in (1, 2)
            )
            before, clean, wrong = Counter[tuple[int, str]](), reader(*right), reader(*bad)
        tried[rule] += 1
        hit = any(asked[0] == rule for asked in wrong - clean)
        found[rule] += hit
        if not hit and given.misses:
            other = sorted({asked[0] for asked in wrong - clean})
            print(f"missed {rule} (others asked: {other}): {words!r}")
        alarms += [(passage, asked) for asked in clean - before]
    if given.alarms:
        for passage, asked in alarms:
            print(f"alarm {asked[0]}: {asked[1]}\n    in {passage.rule}: {passage.words!r}")
    print(path.stem)
    for rule in sorted(tried):
        weak = "" if found[rule] >= 0.95 * tried[rule] else "  weak"
        print(f"  rule {rule:2}  {found[rule]:3} of {tried[rule]:3}{weak}")
    share = 100 * found.total() / max(tried.total(), 1)
    print(
        f"  all      {found.total():3} of {tried.total():3}  {share:.1f} %; {len(alarms)} alarms by the right versions"
    )


def main() -> int:
    """Score the sets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=["first"], help="which sets, without .txt")
    parser.add_argument("--misses", action="store_true", help="list what was not found")
    parser.add_argument("--alarms", action="store_true", help="list what right passages brought")
    parser.add_argument("--rule", type=int, action="append", help="only these rules")
    given = parser.parse_args()
    reader = Reader()
    for name in given.sets:
        score(SETS / f"{name}.txt", reader, given)
    return 0


if __name__ == "__main__":
    sys.exit(main())
