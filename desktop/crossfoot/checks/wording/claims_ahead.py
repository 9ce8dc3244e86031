"""Words for a way in one sentence whose values stand in the next one, or in a row of a table.

"Permits have come down since the rules were rewritten. There were 71 in 2017/18; the count for 2018/19 is 58." "The
number of visits goes on rising, as the table shows." The sentence has no values of its own; what it speaks of is told
by its words. Asked about is what every step of the values contradicts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import Way
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence, Table
from crossfoot.checks.basis.same_thing import telling
from crossfoot.checks.basis.ways import NOUN, the_way, way_words
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.wording import value_words

_VALUES = frozenset({Unit.COUNT, Unit.FTE, Unit.GBP, Unit.PERCENT, Unit.RATE_PER_10000, Unit.DAYS, Unit.WEEKS, None})
_NO_LEVEL = frozenset({Nature.CHANGE, Nature.VARIANCE, Nature.TARGET, Nature.BENCHMARK, Nature.BUDGET, Nature.FORECAST})
_GOES_ON = re.compile(
    r"\s*(?:there (?:were|was|are|is|had been)|it|they|the (?:number|figure|total|count|rate)|in|at"
    r"|last|this|numbers?|we)\b"
)
_OTHERS = re.compile(
    r"\b(?:england|national\w*|neighbours?|region\w*|target\w*|expect\w*|forecast|budget\w*|although|while|whereas|but"
    r"|except|unlike|boys|girls|cost|costs|price|pressure|because|due|so that|despite|partly|mainly)\b"
)
_NOW = re.compile(r"\b(?:has|have|had|continue[ds]?|goes on|go on|is|are|was|were|rose|fell|grew|dropped|went)\b")
_TIME = re.compile(r"\b(?:(?:19|20)\d\d|q[1-4]|quarter [1-4]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b")
_NO_TIME = re.compile(
    r"\b(?:target|england|average|national|variance|change|rag|plan|budget|forecast|neighbours?|london)\b"
)
_TOTALS = re.compile(r"^\s*(?:total|all)\b")
_PART = re.compile(r"\b(?:of whom|of which|including|of these|of them),? (?:about |some |only )?$")
_CONTRAST = re.compile(r"[,;]? (?:whereas|while|whilst|but|and) |; ")
_TWO = 2
_FAR = 4000


def claims_ahead(context: Context) -> Iterator[Outcome]:
    """Yield whether the values of the next sentence, or of a table's row, went the way that a sentence says."""
    every = context.passages.sentences
    for sentence in every:
        if sentence.figures or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        if context.passages.tables and _CONTRAST.search(sentence.low):
            yield from _contrasted(context, sentence)
        way = the_way(sentence.low)
        if way is None or _OTHERS.search(sentence.low) or not (_NOW.search(sentence.low) or NOUN.search(sentence.low)):
            continue
        values = _of_next(context, sentence) or _of_row(context, sentence, sentence.low)
        if values:
            yield from _said(sentence, sentence.low, way, values)


def _contrasted(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield what each clause of "visits were down, whereas the number of loans went up" says of its own row."""
    for words in _CONTRAST.split(sentence.low):
        way = the_way(words)
        if way is not None and not _OTHERS.search(words):
            values = _of_row(context, sentence, words)
            if values:
                yield from _said(sentence, words, way, values)


def _of_next(context: Context, sentence: Sentence) -> Sequence[Figure]:
    """Return the two values of different times that the next sentence gives, the earlier first."""
    after = context.passages.sentences[sentence.index + 1 : sentence.index + 2]
    if not after or after[0].paragraph != sentence.paragraph or not _GOES_ON.match(after[0].low):
        return ()
    told = [f for f in after[0].figures if not _PART.search(context.passages.before(f, 20))]
    values = [f for f in told if _is_level(f)]
    if len(values) != len(told) or len(values) != _TWO or not same_kind(*values):
        return ()
    if _OTHERS.search(after[0].low) or the_way(after[0].low) is not None:
        return ()
    first, second = values
    if first.period is None or second.period is None or first.period.end == second.period.end:
        return ()
    return sorted(values, key=lambda f: f.period.end if f.period else 0)


def _is_level(figure: Figure) -> bool:
    told_firmly = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX, Qualifier.AVERAGE}
    return figure.unit in _VALUES and told_firmly and figure.nature not in _NO_LEVEL


def _of_row(context: Context, sentence: Sentence, said: str) -> Sequence[Figure]:
    """Return the values of the one row that words of a sentence name, in a table near it whose columns are times."""
    words = telling(said)
    found: list[tuple[int, Sequence[Figure]]] = []
    for table in context.passages.tables:
        times = _times(table)
        for label, row in zip(table.labels, table.rows, strict=True) if len(times) >= _TWO else ():
            cells = [row[i] for i in times if i < len(row)]
            values = [f for f in cells if f is not None and _is_level(f)]
            near = values and abs(values[0].span.start - sentence.span.start) <= _FAR
            if not near or len(values) != len(cells):
                continue
            named = _TOTALS.match(label.lower()) and table.lead is not None and "table" in sentence.low
            known = telling(f"{label} {table.lead.low}" if named and table.lead else label)
            if known and len(known & words) * 3 >= len(known) * 2 and not _describes_another(said, known):
                found.append((len(known & words), values))
    best = max((score for score, _ in found), default=0)
    rows = [values for score, values in found if score == best]
    return rows[0] if len(rows) == 1 and best >= 1 else ()


_DESCRIBING = re.compile(
    r"\b(?:higher|lower|greater|larger|longer|shorter|smaller|bigger|more|fewer|less) "
    r"(?!than\b|in\b|at\b|on\b|by\b|for\b|from\b|over\b|and\b|or\b|this\b|last\b|again\b|now\b|every\b|each\b)(?P<noun>[a-z]+)"
)


def _describes_another(said: str, known: frozenset[str]) -> bool:
    """Tell whether the word for a way describes what the row does not count: "agencies offer higher fees"."""
    told = list(_DESCRIBING.finditer(said))
    return (
        bool(told)
        and the_way(_DESCRIBING.sub(" ", said)) is None
        and all(telling(match["noun"]).isdisjoint(known) for match in told)
    )


def _times(table: Table) -> list[int]:
    """Return the columns of a table that are headed by a time, in their order."""
    titles = [title.lower() for title in table.header]
    return [i for i, t in enumerate(titles) if i and _TIME.search(t) and not _NO_TIME.search(t)]


def _said(sentence: Sentence, words: str, way: Way, values: Sequence[Figure]) -> Iterator[Outcome]:
    """Yield whether values went a way: they did if the last is on that side, and did not if all steps are not."""
    dated = [f.period.end for f in values if f.period is not None]
    if len(dated) == len(values) and dated != sorted(dated):
        values = sorted(values, key=lambda f: f.period.end if f.period else 0)
    first, last = values[0], values[-1]
    word = way_words(words)
    if (last.value - first.value) * way > 0:
        yield holds(f"“{word}” agrees with the figures.", first, " and then ", last, " holds", span=sentence.span)
    elif all((b.value - a.value) * way <= 0 for a, b in pairwise(values)) and first.value != last.value:
        went = "up" if last.value > first.value else "down"
        told = f"{value_words(first.value, first.unit)} and then {value_words(last.value, last.unit)}"
        yield query(
            f"The text says “{word}”, but the figures, {told}, went {went}; worth checking.",
            first,
            " and then ",
            last,
            f": “{word}”",
        )
