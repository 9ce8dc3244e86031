"""One notion of "the same thing": what a figure is of, by its indicator, its words, its place in a table and its date.

A figure comes back in a summary, a table and a resolution, each time in other words. Two figures are of the same thing
where their indicator agrees or their words share enough, and nothing tells them apart: another day, another council, a
target beside what was.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import COMPARISON, content_words
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.english import MONTH_NAMES

_FRONT, _BEHIND = 110, 90
_AIMS = (Nature.BENCHMARK, Nature.TARGET)
_PLAIN = frozenset(
    re.findall(
        r"[a-z]+",
        "council authority borough city figure figures year month quarter report members january february march april "
        "may june july august september october november december about some only just now will would been were are "
        "per cent not all one two three four five six seven eight nine ten other more less fewer most least over under "
        "during after before while when where compared against rate million actual this these they their them its our "
        "also increase increased rise rose fell fall reduced reduction change came level",
    )
)
"""Words that stand beside figures of every kind and tell nothing of what they are of."""
_OTHERS = re.compile(
    r"\b(?:england|national\w*|region\w*|statistical|neighbours?|target|threshold|last year|previous\w*|earlier"
    r"|year before|a year ago|former|original\w*|revised|further|another|additional|remaining|remainder|balance"
    r"|boys|girls|median|rolling|before (?=they|it|we))\b"
)
"""Words that make a figure another one where the other of two has them not."""
_GROUPS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\badults?\b|\bchildren\b|\bolder people\b",
        r"\bcapital\b|\brevenue\b",
        r"\bgross\b|\bnet\b",
        r"\bprimary\b|\bsecondary\b|\bspecial\b",
        r"\bweekly\b|\bmonthly\b|\bannual\b",
        r"\binternal\b|\bexternal\b|\bagency\b|\bin-house\b|\bindependent\b",
        r"\bopening\b|\bclosing\b",
        r"\bbudget\b|\boutturn\b|\bspen[dt]\w*",
        r"\bresidential\b|\bfoster\w*|\badopt\w*|\bnursing\b",
        r"\bnorth\w*|\bsouth\w*|\beast\w*|\bwest\w*|\bcentral\b",
        r"\bred\b|\bamber\b|\bgreen\b",
        r"\bfirst\b|\bsecond\b|\bthird\b|\bfourth\b",
        r"\bjoin\w*|\bleft\b|\bleav\w*|\bstart\w*|\bceas\w*|\bend(?:ed|ing)\b|\badded\b|\bremoved\b",
        r"\bbeds?\b|\bplaces?\b|\bhomes?\b|\bhouseholds?\b|\bfamil\w+",
        r"\bincreas\w*|\bdecreas\w*|\breduc\w*|\bsav\w+|\bgrowth\b",
    )
)
"""Scales of which two figures of the same thing do not name two different steps."""

_NAME = re.compile(r"(?<=[\w,)] )[A-Z](?:[a-z’'-]+|\b)|(?<=[a-z] )\d{1,2}(?= (?:had|was|were|has|have)\b)")
"""A name within a sentence, a single letter or a small number among them: "team A", "Ward 3 had"."""

_NO_NAMES = frozenset(
    {
        *MONTH_NAMES,
        *("Council", "Cabinet", "Committee", "Members", "Director", "Services", "Board", "Borough", "City"),
    }
)
"""Capitals that tell nothing apart: months, which have their days, and who reports and decides."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with the words that say what it is of, those that tell it apart, and the table that it stands in."""

    figure: Figure
    words: frozenset[str]
    others: frozenset[str]
    names: frozenset[str]
    steps: tuple[frozenset[str], ...]
    place: int
    table: int | None
    compared: bool
    known: bool = False
    beside: frozenset[str] = frozenset()
    """The telling words of its clause, or of its row and column, without those that its label took from elsewhere."""


def told(context: Context, figure: Figure) -> Told:
    """Return what a figure is told as; looked for once for a figure."""
    known = context.once(_known)
    if figure.id not in known:
        known[figure.id] = _told(context, figure, context.once(_cells))
    return known[figure.id]


def _known(_context: Context) -> dict[str, Told]:
    """Return where a record's figures are kept that were looked at."""
    return {}


def _cells(context: Context) -> dict[str, tuple[int, str]]:
    """Return the table and the words, of row and column, of every figure that stands in a table."""
    found: dict[str, tuple[int, str]] = {}
    for number, table in enumerate(context.passages.tables):
        for label, row in zip(table.labels, table.rows, strict=True):
            for index, figure in enumerate(row):
                if figure is not None and index:
                    head = table.header[index] if index < len(table.header) else ""
                    found[figure.id] = (number, f"{label} {head}".lower())
    return found


def _told(context: Context, figure: Figure, cells: Mapping[str, tuple[int, str]]) -> Told:
    sentence = context.passages.sentence_of(figure)
    own = f"{figure.label} {figure.subject}".lower()
    if figure.id in cells:
        number, words = cells[figure.id]
        said = f"{words} {own}"
        at = sentence.index if sentence else -1
        return Told(figure, telling(said), *_apart(said), place=at, table=number, compared=False, beside=telling(said))
    if sentence is None:
        return Told(figure, telling(own), *_apart(own), place=-1, table=None, compared=False)
    low, at = context.passages.low, sentence.figures.index(figure)
    start = sentence.figures[at - 1].span.end if at else sentence.span.start
    end = sentence.figures[at + 1].span.start if at + 1 < len(sentence.figures) else sentence.span.end
    front, behind = low[start : figure.span.start][-_FRONT:], low[figure.span.end : end][:_BEHIND]
    near = f"{front[-70:]} {behind[:50]}"
    return Told(
        figure,
        telling(f"{front} {behind} {own}"),
        *_apart(f"{near} {own}", context.text[start:end]),
        place=sentence.index,
        table=None,
        compared=COMPARISON.search(front[-50:]) is not None,
        known=_KNOWN.search(front[-30:]) is not None,
        beside=telling(f"{front} {behind}"),
    )


_KNOWN = re.compile(
    r"(?:^|[\s(])(?:(?:of|all|whole of|for|among|on|from|with|that) (?:the|these|those|our)|these|those|the|this|all)"
    r"\s+£?$"
)
"""Words behind which a number is spoken of as told before: "of the 284 lettings", "the £8.5m"."""


def telling(words: str) -> frozenset[str]:
    """Return the words that say what a figure is of."""
    return content_words(words) - _PLAIN


def _apart(words: str, printed: str = "") -> tuple[frozenset[str], frozenset[str], tuple[frozenset[str], ...]]:
    """Return the words that make a figure another one, the names beside it, and the steps that it names of each scale.

    ``words`` are in lower case; names are looked for in the words as ``printed``.
    """
    others = frozenset(m.group() for m in _OTHERS.finditer(words))
    names = frozenset(m.group() for m in _NAME.finditer(printed)) - _NO_NAMES
    return others, names, tuple(frozenset(m.group()[:5] for m in scale.finditer(words)) for scale in _GROUPS)


def likeness(context: Context, first: Told, second: Told) -> int:
    """Return how sure it is that two figures are of the same thing: nought for not at all, three and more for sure.

    An indicator that agrees counts two, each telling word that both share one. Another unit, another day that the text
    itself gives, a comparison, an aim or a word that only one of them has keep them apart.
    """
    a, b = first.figure, second.figure
    if _told_apart(first, second) or another_day(context, a, b):
        return 0
    other = a.indicator is not None and b.indicator is not None and a.indicator != b.indicator
    if other and a.unit is not Unit.GBP:
        return 0  # a heading's key is the indicator of every amount under it
    same = a.indicator is not None and a.indicator == b.indicator
    shared = len(first.words & second.words)
    if named_by_one(first, second):
        return 0  # every amount without a heading has that key, and its nature with it
    return 2 * same - other + shared + (a.nature is b.nature not in {Nature.ACTUAL, None})


_OF_NO_HEADING = frozenset({"budget_variance", "projected_outturn", "outturn", "approved_budget", "savings"})
"""Keys of amounts of which no heading says what they are of: two of them need not be of the same thing."""
_SIDES = content_words(
    "budget outturn out-turn spend spending spent overspend underspend variance forecast saving note notes "
    "agree approve"
)
"""Words of every such amount, and of what is done about it, that do not name what it is of."""


def named_by_one(first: Told, second: Told) -> bool:
    """Tell whether two amounts share a key that names nothing, and words beside one name what the other is not."""
    if first.figure.indicator not in _OF_NO_HEADING or first.figure.indicator != second.figure.indicator:
        return False
    names = (first.beside | second.beside) - _SIDES
    return bool(names) and not first.words & second.words & names


def _told_apart(first: Told, second: Told) -> bool:
    """Tell whether a unit, an aim, a comparison, an average or a word keeps two figures apart."""
    a, b = first.figure, second.figure
    aims = any((a.nature is aim) is not (b.nature is aim) for aim in _AIMS)
    averages = (a.qualifier is Qualifier.AVERAGE) is not (b.qualifier is Qualifier.AVERAGE)
    if (a.unit is not b.unit and not same_kind(a, b)) or aims or first.compared or second.compared:
        return True
    steps = any(one and two and not one & two for one, two in zip(first.steps, second.steps, strict=True))
    named = bool(first.names and second.names) and not first.names & second.names
    return (averages and a.indicator != b.indicator) or bool(first.others ^ second.others) or steps or named


def another_day(context: Context, a: Figure, b: Figure) -> bool:
    """Tell whether the text dates two figures to different days."""
    if a.period is None or b.period is None or a.period.end == b.period.end:
        return False
    return context.dates_itself(a) and context.dates_itself(b)
