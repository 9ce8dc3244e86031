"""Builders for the checks' tests: marked text → figures, and the careful reader's tables → check inputs.

A marked text carries its figures in double brackets: ``There were [[1,194; active_children]] children``.
Behind its words may stand its indicator and fields by name: unit, subject, nature, qualifier, label, and
``at=`` (a day) or ``in=`` (a month, or two joined by a slash). Value, step and unit are read from the words.
"""

from __future__ import annotations

import calendar
import csv
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from crossfoot.checks import CheckInput, CheckSettings, check_record
from crossfoot.extraction.record import read_record
from crossfoot.model import Figure, Finding, Nature, Period, PeriodKind, Qualifier, Record, Span, Unit

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
GOLD = ROOT / "tests" / "extraction" / "gold"

_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_WORDS = {
    "no": 0,
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}
_SCALE = {"m": 1_000_000, "k": 1_000, "b": 1_000_000_000}


def _day(words: str, *, last: bool) -> date:
    parts = [int(p) for p in words.split("-")]
    if len(parts) == 3:
        return date(*parts)
    return date(parts[0], parts[1], calendar.monthrange(parts[0], parts[1])[1] if last else 1)


def period_of(words: str, kind: PeriodKind | None = None) -> Period | None:
    """Return the period of an ISO day, month or A/B range; a single day is a stock's."""
    if not words:
        return None
    first, _, last = words.partition("/")
    if kind is None:
        kind = PeriodKind.AS_AT if len(first) == 10 and not last else PeriodKind.DURING
    return Period(_day(first, last=False), _day(last or first, last=True), kind)


def number_of(quote: str) -> tuple[Decimal, Decimal, Unit]:
    """Return value, step and unit of a figure's words."""
    match = re.search(r"([\d,]+)(?:\.(\d+))?\s*(m|k|bn)?\b", quote)
    if match is None:
        word = next((w for w in re.findall(r"[a-z]+", quote.lower()) if w in _WORDS), "a")
        return Decimal(_WORDS[word]), Decimal(1), Unit.COUNT
    whole, decimals, scale = match.groups()
    factor = _SCALE[scale[0]] if scale else 1
    value = Decimal(f"{whole.replace(',', '')}.{decimals or 0}") * factor
    step = Decimal(1).scaleb(-len(decimals or "")) * factor
    unit = Unit.PERCENT if "%" in quote or "per cent" in quote else Unit.GBP if "£" in quote else Unit.COUNT
    return value, step, unit


def _figure(number: int, span: Span, quote: str, fields: Sequence[str]) -> Figure:
    value, step, unit = number_of(quote)
    given: dict[str, str] = {}
    for entry in fields:
        name, _, said = entry.strip().rpartition("=")
        given[name or "indicator"] = said
    return Figure(
        id=f"f{number}",
        span=span,
        quote=quote,
        value=Decimal(given["value"]) if "value" in given else value,
        step=step,
        unit=Unit(given["unit"]) if "unit" in given else unit,
        indicator=given.get("indicator"),
        label=given.get("label", ""),
        subject=given.get("subject", ""),
        period=period_of(given.get("at", "")) or period_of(given.get("in", ""), PeriodKind.DURING),
        nature=Nature(given["nature"]) if "nature" in given else None,
        qualifier=Qualifier(given.get("qualifier", "")),
    )


def marked(text: str, record: Record | None = None) -> CheckInput:
    """Return the check input of a marked text; without a record it has none of its own."""
    plain: list[str] = []
    figures: list[Figure] = []
    at = done = 0
    for match in _MARK.finditer(text):
        plain.append(text[done : match.start()])
        at += match.start() - done
        quote, *fields = match.group(1).split(";")
        figures.append(_figure(len(figures), Span(at, at + len(quote)), quote, fields))
        plain.append(quote)
        at += len(quote)
        done = match.end()
    plain.append(text[done:])
    return CheckInput("d1", "".join(plain), record or Record(), figures)


@pytest.fixture(name="marked")
def marked_fixture() -> Callable[..., CheckInput]:
    """Return the builder of check inputs from marked text."""
    return marked


@pytest.fixture
def findings() -> Callable[..., tuple[Finding, ...]]:
    """Return a function that gives the findings of a marked text, of one rule where its number is given."""

    def of(text: str, rule: int | None = None, settings: CheckSettings | None = None) -> tuple[Finding, ...]:
        return tuple(f for f in check_record(marked(text), settings) if rule is None or f.rule == rule)

    return of


@pytest.fixture
def said() -> Callable[..., list[str]]:
    """Return a function that gives the verdicts and workings of one rule on a marked text, as plain lines."""

    def of(text: str, rule: int, settings: CheckSettings | None = None) -> list[str]:
        found = [f for f in check_record(marked(text), settings) if f.rule == rule]
        return [f"{f.verdict}: {working(f)}" for f in found]

    return of


def working(finding: Finding) -> str:
    """Return a finding's working as one line."""
    return "".join(part.text for part in finding.working)


@pytest.fixture(name="working")
def working_fixture() -> Callable[[Finding], str]:
    """Return the function that gives a finding's working as one line."""
    return working


@pytest.fixture
def record_said() -> Callable[..., list[str]]:
    """Return a function that reads a text as a record without figures and gives one rule's lines."""

    def of(text: str, rule: int, settings: CheckSettings | None = None) -> list[str]:
        found = check_record(CheckInput("d1", text, read_record(text), ()), settings)
        return [f"{f.verdict}: {working(f)}" for f in found if f.rule == rule]

    return of


def _stream(text: str) -> tuple[str, list[int]]:
    kept: list[str] = []
    at: list[int] = []
    text = re.sub(r"</?[a-z]{1,2}>", lambda tag: " " * len(tag.group()), text)
    for i, char in enumerate(text):
        decimal = char == "." and text[i - 1 : i].isdigit() and text[i + 1 : i + 2].isdigit()
        if char.isalnum() or char in "£%" or decimal:
            kept.append(char.lower()[:1])
            at.append(i)
    return "".join(kept), at


def gold_input(document: str, text: str, rows: Sequence[dict[str, str]]) -> CheckInput:
    """Return the check input of a text with the figures that a careful reader found in it."""
    stream, at = _stream(text)
    figures: list[Figure] = []
    for number, row in enumerate(rows):
        match = re.fullmatch(r"(.*)\[\[(.*)\]\](.*)", row["context"])
        assert match is not None
        before, quote, after = match.groups()
        where = stream.find(_stream(before + quote + after)[0])
        assert where >= 0, row["context"]
        head, body = len(_stream(before)[0]), len(_stream(quote)[0])
        span = Span(at[where + head], at[where + head + body - 1] + 1)
        value, step, unit = (
            number_of(quote) if row["value"] and quote != "half" else (Decimal(1), Decimal(1), Unit.COUNT)
        )
        figures.append(
            Figure(
                id=f"g{number}",
                span=span,
                quote=span.cut(text),
                value=Decimal(row["value"] or value),
                step=step,
                unit=Unit(row["unit"]) if row["unit"] else unit,
                indicator=row["indicator"] or None,
                subject=row["subject"],
                period=period_of(row["period"]),
                nature=Nature(row["nature"]) if row["nature"] else None,
                qualifier=Qualifier(row["qualifier"]),
            )
        )
    return CheckInput(document, text, read_record(text), figures)


def gold_rows(path: Path) -> dict[str, list[dict[str, str]]]:
    """Return the rows of a careful reader's table by document."""
    found: dict[str, list[dict[str, str]]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            found.setdefault(row["document"], []).append(row)
    return found


def _inputs(table: Path, texts: dict[str, str]) -> list[CheckInput]:
    return [gold_input(name, text, gold_rows(table).get(name, [])) for name, text in sorted(texts.items())]


@pytest.fixture(scope="session")
def real_records() -> list[CheckInput]:
    """Return the real records with the careful reader's figures; skipped where they are not at hand."""
    if not (SHARED / "gold" / "seeds.tsv").exists():
        pytest.skip("the real records are not beside this checkout")
    return _inputs(
        SHARED / "gold" / "seeds.tsv", {p.stem: p.read_text(encoding="utf-8") for p in (SHARED / "seeds").glob("*.txt")}
    )


def _findings(path: Path) -> list[dict[str, str]]:
    return [row for rows in gold_rows(path).values() for row in rows]


@pytest.fixture(scope="session")
def real_findings() -> list[dict[str, str]]:
    """Return what the checks must say of the real records; skipped where they are not at hand."""
    if not (SHARED / "gold" / "seeds_findings.tsv").exists():
        pytest.skip("the real records are not beside this checkout")
    return _findings(SHARED / "gold" / "seeds_findings.tsv")


@pytest.fixture(scope="session")
def sample_records(tmp_path_factory: pytest.TempPathFactory) -> list[CheckInput]:
    """Return the sample records as plain text with the careful reader's figures."""
    folder = tmp_path_factory.mktemp("samples")
    script = ROOT / "tests" / "seeds" / "build_samples.py"
    # The interpreter and the script are this checkout's own.
    subprocess.run([sys.executable, str(script), "--all", "--to", str(folder)], check=True, capture_output=True)
    return _inputs(GOLD / "samples.tsv", {p.stem: p.read_text(encoding="utf-8") for p in folder.glob("*.txt")})


@pytest.fixture(scope="session")
def sample_findings() -> list[dict[str, str]]:
    """Return what the checks must say of the sample records."""
    return _findings(GOLD / "samples_findings.tsv")


@pytest.fixture(scope="session")
def annotated_records() -> list[CheckInput]:
    """Return our own annotated records, which were written without errors, with the careful reader's figures."""
    folder = GOLD / "development"
    return _inputs(folder / "gold.tsv", {p.stem: p.read_text(encoding="utf-8") for p in folder.glob("*.txt")})
