"""Opening, what came, what went, closing, each told by the words of its clause, its row or its column.

For what the balances of the arithmetic leave out: a label in front of each number ("Lodged in the year: 61"), columns
of opening and closing numbers with what came and went between them, and levels told by their days around the flows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise

from crossfoot.checks.arithmetic.changes.balances import Balance, said
from crossfoot.checks.arithmetic.changes.misread import balance_outcomes
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.outcome import Outcome
from crossfoot.checks.basis.passages import Paragraph, Table
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.english import MONTH

_FIRST_DAY = rf"(?<!\d)1(?:st)? (?:of )?(?:{MONTH})"
_LAST_DAY = rf"(?:28|29|30|31)(?:th|st)? (?:of )?(?:{MONTH})"
_AT_START = re.compile(
    rf"\b(?:opening|(?:began|begun|started|opened) (?:the [a-z]+ )?(?:with|at|on)|brought forward"
    rf"|b/f|(?:at|on|from) (?:the )?(?:start|beginning|outset)|start of|beginning of"
    rf"|at start|(?:open|held|outstanding) at (?:the )?(?:start|beginning))\b|\b{_FIRST_DAY}\b|\binto (?:19|20)\d\d\b"
)
_AT_END = re.compile(
    rf"\b(?:closing|carried forward|c/f|(?:at|by|on) (?:the )?(?:end|close)|end of|at end|remain(?:ing|ed|s)?|left open"
    rf"|(?:still )?(?:open|outstanding|held) at (?:the )?(?:end|close)|leaving|(?:which|that) left|accordingly"
    rf"|as a result|in hand at the end|(?:finished|ended|closed)(?: the year)? (?:with|at|on)"
    rf"|so that)\b|\b{_LAST_DAY}\b"
)
_IN = re.compile(
    r"\b(?:new|received|opened|added|lodged|start(?:ed|s|ing)|join(?:ed|ers)|made|admitted|admissions?|built|raised"
    r"|registered|submitted|arriv\w+|came in|referred|acquired|bought|acquisitions|starters|taken on|recruited|born"
    r"|becoming|became|begun|entered|additions|borrowed|brought in|reported|issued|granted)\b"
)
_OUT = re.compile(
    r"\b(?:decided|closed|completed|answered|ended|ceas\w+|left|leavers|sold|demolished|determined|withdrawn|disposed"
    r"|resolved|cleared|processed|settled|repaid|removed|discharged|resigned|died|rehoused|finished|dealt with"
    r"|disposals|sales|allocated|concluded|filled|cancelled|moved on|retired|lapsed|expired|given up|gave up"
    r"|withdrew|surrendered|taken off|de-?registered|replied to"
    r"|paid off)\b"
)
_STATE = re.compile(
    r"\b(?:stood|was|were|had|there (?:were|was)|stock|number|borrowing|balance|open|outstanding|in hand|waiting"
    r"|awaiting|on the|with an?|carried|debt|caseload|membership)\b"
)
_PART = re.compile(
    r"\bof (?:whom|which|these|those|them)\b|\bincluding\b|\b(?:average|target|compared|against|per cent)\b"
)
_PLACED = frozenset({Unit.COUNT, Unit.FTE, Unit.GBP, None})
_FEWEST, _MOST = 4, 6
_TWICE = 2


class _Role(Enum):
    """The part that a number plays in a balance."""

    OPENING = auto()
    CAME = auto()
    WENT = auto()
    CLOSING = auto()


def told_stocks(context: Context) -> Iterator[Outcome]:
    """Yield whether opening, what came and what went lead to the closing number, wherever words tell all of them."""
    for paragraph in context.passages.paragraphs:
        if not paragraph.is_row and _FEWEST <= len(paragraph.figures) <= _MOST:
            yield from _in_text(context, paragraph)
    for table in context.passages.tables:
        yield from _by_columns(table)
        yield from _by_rows(table)


def _usable(figure: Figure) -> bool:
    """Tell whether a figure can stand in a balance."""
    plain = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX}
    return figure.unit in _PLACED and plain and figure.nature not in {Nature.TARGET, Nature.BENCHMARK}


def _in_text(context: Context, paragraph: Paragraph) -> Iterator[Outcome]:
    """Yield the balance of a paragraph whose figures have each its part, the opening first and the closing last."""
    figures = paragraph.figures
    low = context.passages.low[paragraph.span.start : paragraph.span.end]
    if _PART.search(low) or not all(_usable(f) and same_kind(f, figures[0]) for f in figures):
        return
    if not (_IN.search(low) and _OUT.search(low)):
        return
    opening, *flows, closing = figures
    roles = [_flow(context, paragraph, f) for f in flows]
    if None in roles or len(set(roles)) != _TWICE:
        return
    fronts = [_front(context, paragraph, f) for f in (opening, closing)]
    behinds = [_behind(context, paragraph, f) for f in (opening, closing)]
    began = f"{fronts[0]} {behinds[0]}"
    ended = f"{fronts[1]} {behinds[1]}"
    dated = context.dates_itself(opening) and opening.period is not None and _STATE.search(began) is not None
    opens = _AT_START.search(began) is not None or dated
    later = (
        dated
        and closing.period is not None
        and opening.period is not None
        and closing.period.end > opening.period.end
        and context.dates_itself(closing)
        and _STATE.search(ended) is not None
    )
    if opens and (_AT_END.search(ended) is not None or later):
        came = [f for f, role in zip(flows, roles, strict=True) if role is _Role.CAME]
        went = [f for f, role in zip(flows, roles, strict=True) if role is _Role.WENT]
        yield from balance_outcomes(context, [Balance(opening, tuple(came), tuple(went), closing)])


def _front(context: Context, paragraph: Paragraph, figure: Figure) -> str:
    """Return the words between the figure before, or the paragraph's begin, and a figure."""
    before = [f.span.end for f in paragraph.figures if f.span.end <= figure.span.start]
    return context.passages.low[max([paragraph.span.start, *before]) : figure.span.start]


def _behind(context: Context, paragraph: Paragraph, figure: Figure) -> str:
    """Return the words behind a figure up to the next one or the end of its clause."""
    after = [f.span.start for f in paragraph.figures if f.span.start >= figure.span.end]
    words = context.passages.low[figure.span.end : min([paragraph.span.end, *after])]
    return re.split(r"[.;,](?:\s|$)", words)[0]


def _flow(context: Context, paragraph: Paragraph, figure: Figure) -> _Role | None:
    """Return whether a figure is of what came or of what went, by the words behind it or the label in front of it."""
    front, behind = _front(context, paragraph, figure), _behind(context, paragraph, figure)
    label = re.split(r"[.;,]\s", front)[-1]
    labelled = label.rstrip().endswith((":", "-", "–"))
    for words in (label, behind) if labelled else (re.split(r"\band\b", behind)[0], label):
        came, went = _IN.search(words), _OUT.search(words)
        if (came is None) is not (went is None):
            return _Role.CAME if came else _Role.WENT
    return None


def flow_of(context: Context, figure: Figure) -> str | None:
    """Return "in" or "out" for a count of what came or went, by the nearest words of its sentence; None for neither."""
    sentence = context.passages.sentence_of(figure)
    if sentence is None:
        return None
    others = [f for f in sentence.figures if f is not figure]
    start = max([sentence.span.start, *(f.span.end for f in others if f.span.end <= figure.span.start)])
    end = min([sentence.span.end, *(f.span.start for f in others if f.span.start >= figure.span.end)])
    low = context.passages.low
    behind = re.split(r"[.;,(](?:\s|$)|\band\b", low[figure.span.end : end])[0]
    for words in (behind, low[start : figure.span.start]):
        came, went = _IN.search(words), _OUT.search(words)
        if (came is None) is not (went is None):
            return "in" if came else "out"
    return None


def _role(title: str) -> _Role | None:
    """Return the part that the title of a row or column gives its numbers."""
    start, end = _AT_START.search(title), _AT_END.search(title)
    if (start is None) is not (end is None):
        return _Role.OPENING if start else _Role.CLOSING
    came, went = _IN.search(title), _OUT.search(title)
    if (came is None) is (went is None):
        return None
    return _Role.CAME if came else _Role.WENT


def _by_columns(table: Table) -> Iterator[Outcome]:
    """Yield the balance of each row of a table that has a column for each part."""
    roles = [_role(title.lower()) for title in table.header[1:]]
    if not _complete(roles):
        return
    for row in table.rows:
        yield from _balance(roles, row[1:])


def _by_rows(table: Table) -> Iterator[Outcome]:
    """Yield the balance of each column of a table that has neighbouring rows for each part."""
    roles = [_role(label.lower()) for label in table.labels]
    starts = [i for i, role in enumerate(roles) if role is _Role.OPENING]
    for start in starts:
        end = next((i for i in range(start + 1, len(roles)) if roles[i] is _Role.CLOSING), None)
        if end is None or not _complete(roles[start : end + 1]):
            continue
        for column in range(1, table.width):
            cells = [row[column] if column < len(row) else None for row in table.rows[start : end + 1]]
            yield from _balance(roles[start : end + 1], cells)


def _complete(roles: Sequence[_Role | None]) -> bool:
    """Tell whether parts make a balance: one opening and one closing, all else flows, of both kinds."""
    flows = [role for role in roles if role in {_Role.CAME, _Role.WENT}]
    ends = roles.count(_Role.OPENING) == roles.count(_Role.CLOSING) == 1
    return ends and len(set(flows)) == _TWICE and len(flows) + _TWICE == len(roles)


def _balance(roles: Sequence[_Role | None], cells: Sequence[Figure | None]) -> Iterator[Outcome]:
    """Yield whether the cells of a table that have these parts make a balance."""
    told = [(role, f) for role, f in zip(roles, cells, strict=False) if f is not None]
    if len(told) != len(roles) or not all(_usable(f) and same_kind(a, f) for (_, a), (_, f) in pairwise(told)):
        return
    by = {role: [f for r, f in told if r is role] for role in _Role}
    yield said(Balance(by[_Role.OPENING][0], tuple(by[_Role.CAME]), tuple(by[_Role.WENT]), by[_Role.CLOSING][0]))
