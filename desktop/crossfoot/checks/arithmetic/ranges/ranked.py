"""Rows that words rank: "August was the quietest month and July the busiest", "highest in the East team".

The rows are those of a table near by, the items of a list, or names with a number each in one sentence. A row that is
called the highest is held against the others of its column: the one that the words name, or, where they name none, any
in which it might be the highest, so that only a claim which no column bears out is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import content_words
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import ListBlock, Sentence, Table
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.wording import value_words

_TOP = (
    r"highest|largest|biggest|greatest|busiest|longest|commonest|most common|dearest|most expensive|heaviest|fullest"
    r"|most frequent|most often (?:given|named|used|cited)|most stretched|main|most"
)
_LOW = r"lowest|smallest|fewest|quietest|shortest|cheapest|lightest|least expensive|rarest|least"
_SUPER = rf"(?:(?P<top>{_TOP})|(?P<low>{_LOW}))"
_NOUN = (
    r"(?P<noun>(?: (?!in\b|at\b|was\b|were\b|is\b|being\b|came\b|by\b|and\b|for\b|from\b|had\b|after\b)[a-z-]+){0,5}?)"
)
_AGAIN = r"again|still|also|clearly|therefore|by far"
_CALLED = re.compile(
    rf" (?:team |ward |area |centre |home |school )?(?:(?:(?:{_AGAIN}) )*(?:was|were|is|are|had|has|have|saw|recorded"
    rf"|being|having|remains?|remained|took|received|made)(?: (?:{_AGAIN}))*)?,? ?(?:by far )?the (?:single )?"
    rf"{_SUPER}{_NOUN}"
    r"(?=[.,;)]|$| (?:in|at|and|with|of|among|while|but|as|for all|by)\b)"
)
"""What makes the row named just in front of it the highest or the lowest."""
_NAMED = re.compile(
    rf"\b(?:the )?(?:single )?{_SUPER}{_NOUN}(?:,? (?:by far )?(?:was|were|is|are|being|came from|in|at|by|among|for"
    r"|from|remains?|remained|again)(?: (?:again|still|in|at|for|by|from|among|with|that of|those of))*)"
    r"(?: the| our| its)? ?[“\"‘']?$"
)
"""What makes the row named just behind it the highest or the lowest."""
_NOT_OF_ROWS = re.compile(
    r"\b(?:one of|among|second|third|fourth|fifth|next|not|no longer|than|than any|likely|will|would|may|might|could"
    r"|if|where|joint|equal|previously|last year|had been|until|whose|at (?:its|their))\b[^.;,]{0,24}$"
)
_OTHER_TIMES = re.compile(
    r"^[^.;,]{0,30}\b(?:since|ever|yet|on record|for (?:[a-z]+|\d+) (?:years|months)|so far|in the (?:country|region"
    r"|county|land|north|south|east|west)(?! [a-z]+ ?(?:[.,;)]|$|and\b|team|ward))"
    r"|nationally|in england|per (?:head|child|place|cent))\b"
)
_MOVES = frozenset(
    content_words(
        "increase rise fall drop reduction decrease change growth improvement variance overspend underspend saving gap "
        "difference movement pressure risk concern challenge single part need"
    )
)
_PLAIN = frozenset(
    content_words(
        "number numbers group category categories source proportion share figure total team month quarter ward area"
        " areas reason cause percentage element one rate level type kind party item of amount home school service"
        " centre locality year cases"
    )
)
_REASONS = frozenset({"reason", "cause", "element"})
"""What budgets have for their variances, which stand in no column that it names."""
_TOTALS = re.compile(
    r"^\s*(?:sub-?)?(?:total|all\b|overall|average|mean|england|national|region|target|borough|county|city|council|sum\b"
    r"|grand|whole|together|net\b|gross\b|year\b|half year|other|unknown|not (?:known|recorded|stated))",
    re.IGNORECASE,
)
_HINTS = ("est ", "est.", "est,", "est)", "most ", "main ", "least ")
_NEAR = 6
"""So many paragraphs from the table a word may rank its rows."""
_FEWEST_ROWS = 3
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class _Rows:
    """Names with the figures that a table, a list or a sentence gives them, column by column, each with its words."""

    labels: tuple[str, ...]
    columns: tuple[tuple[str, tuple[Figure | None, ...]], ...]
    first: int
    last: int
    """The paragraphs between which they stand."""

    @property
    def heads(self) -> frozenset[str]:
        """Return the telling words of all headings."""
        return frozenset[str]().union(*(content_words(head) for head, _ in self.columns))


def ranked(context: Context) -> Iterator[Outcome]:
    """Yield whether the rows that words call the highest or the lowest are so."""
    for sentence in context.passages.sentences:
        if not any(hint in sentence.low for hint in _HINTS):
            continue
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for rows in _near(context, sentence):
            said = list(_of_rows(sentence, rows))
            yield from said
            if said:
                break


def _near(context: Context, sentence: Sentence) -> Iterator[_Rows]:
    """Yield what a sentence may rank, the nearest first."""
    own = _in_sentences(context, sentence)
    if own is not None:
        yield own
    near = [rows for rows in context.once(_all_rows) if rows.first - _NEAR <= sentence.paragraph <= rows.last + _NEAR]
    yield from sorted(
        near, key=lambda rows: min(abs(rows.first - sentence.paragraph), abs(rows.last - sentence.paragraph))
    )


def _all_rows(context: Context) -> tuple[_Rows, ...]:
    """Return the rows of all tables and lists."""
    tables = (_of_table(context, table) for table in context.passages.tables)
    lists = (_of_list(block) for block in context.passages.lists)
    return tuple(rows for rows in (*tables, *lists) if rows is not None)


def _of_table(context: Context, table: Table) -> _Rows | None:
    """Return the rows of a table without its totals; None for one with too few names."""
    kept = [i for i, label in enumerate(table.labels) if len(label) >= _SHORTEST and not _TOTALS.match(label)]
    figures = [f for row in table.rows for f in row if f is not None]
    if len(kept) < _FEWEST_ROWS or not figures:
        return None
    columns = [
        (table.header[at].lower() if at < len(table.header) else "", tuple(column[i] for i in kept))
        for at in range(1, table.width)
        for column in (table.column(at),)
    ]
    columns = [(head, cells) for head, cells in columns if sum(f is not None for f in cells) >= _FEWEST_ROWS]
    places = [context.passages.paragraph_of(f) for f in (figures[0], figures[-1])]
    if not columns or places[0] is None or places[1] is None:
        return None
    return _Rows(tuple(table.labels[i] for i in kept), tuple(columns), places[0].index, places[1].index)


def _of_list(block: ListBlock) -> _Rows | None:
    """Return the items of a list that has a name and one number at least in each."""
    items = [
        (label, item.figures[0])
        for label, item in zip(block.labels, block.items, strict=True)
        if item.figures and len(label) >= _SHORTEST and not _TOTALS.match(label)
    ]
    if len(items) < _FEWEST_ROWS or len({f.unit for _, f in items}) != 1:
        return None
    column = ("", tuple(f for _, f in items))
    return _Rows(tuple(label for label, _ in items), (column,), block.items[0].index, block.items[-1].index)


_ITEM = re.compile(r"(?:^|[,;:]|\b(?:and|from|were|was)\b)\s*(?:the )?(?P<label>[a-z][a-z’' -]{2,40}?) ?\(£?$")


def _in_sentences(context: Context, sentence: Sentence) -> _Rows | None:
    """Return the names with a number each that a sentence, or the one before, lists: "police (163), schools (94)"."""
    for home in (context.passages.previous(sentence), sentence):
        if home is None or home.paragraph != sentence.paragraph or len(home.figures) < _FEWEST_ROWS:
            continue
        low = context.passages.low
        found: list[tuple[str, Figure]] = []
        end = home.span.start
        for figure in home.figures:
            told = _ITEM.search(low[end : figure.span.start])
            if told is not None:
                found.append((told["label"].strip(), figure))
            end = figure.span.end
        if len(found) >= _FEWEST_ROWS and len({f.unit for _, f in found}) == 1:
            column = ("", tuple(f for _, f in found))
            return _Rows(tuple(label for label, _ in found), (column,), home.paragraph, home.paragraph)
    return None


def _of_rows(sentence: Sentence, rows: _Rows) -> Iterator[Outcome]:
    """Yield what a sentence's words make of rows that it names."""
    for place, label in enumerate(rows.labels):
        for start, end in _places_of(_name(label), sentence.low):
            front, behind = sentence.low[:start], sentence.low[end:]
            called, named = _CALLED.match(behind), _NAMED.search(front)
            said = called or named
            if said is None or (called is not None and named is not None):
                continue
            lead = front if called is not None else front[: said.start()]
            after = behind[called.end() :] if called is not None else behind
            noun = content_words(said["noun"] or "")
            if _NOT_OF_ROWS.search(lead) or _OTHER_TIMES.search(f"{said['noun'] or ''}{after[:60]}") or noun & _MOVES:
                continue
            noun = noun or (content_words(re.split(r"[,;.]|\band\b", lead)[-1]) & rows.heads)
            outcome = _judged(rows, place, noun, top=said["top"] is not None, word=(said["top"] or said["low"]))
            if outcome is not None:
                yield outcome


def _places_of(name: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield where a row's name stands in some words, whole words alone; none for a label without a word."""
    at = words.find(name) if name else -1
    while at >= 0:
        end = at + len(name)
        if not (words[at - 1 : at].isalnum() and name[0].isalnum()) and not (words[end : end + 1].isalnum()):
            yield at, end
        at = words.find(name, end)


def _name(label: str) -> str:
    """Return the words by which a sentence names a row."""
    plain = re.split(r"\s*[(:*]", label.lower(), maxsplit=1)[0].strip()
    return re.sub(r"^(?:the|in|from|with) |[ .,–-]+$", "", plain)


def _judged(rows: _Rows, place: int, noun: frozenset[str], *, top: bool, word: str) -> Outcome | None:
    """Return whether a row is the highest, or the lowest, of a column that the words may mean; None where none is."""
    headed = [(head, cells) for head, cells in rows.columns if noun & content_words(head)]
    if not headed and noun - _PLAIN:
        return None
    columns = [cells for _, cells in headed or rows.columns if _is_ranked(cells, place)]
    if noun & _REASONS:
        columns = [cells for cells in columns if all(f is None or f.unit is not Unit.GBP for f in cells)]
    against: list[tuple[Figure, Figure]] = []
    for cells in columns:
        own = cells[place]
        others = [f for f in cells if f is not None and f is not own]
        if own is None:
            continue
        beyond = [f for f in others if (f.value > own.value if top else f.value < own.value)]
        if not beyond:
            return holds(
                f"“{word}” agrees with the rows.", own, f" is the {word} of ", others[0], figures=(), words=word
            )
        against.append((own, max(beyond, key=lambda f: f.value if top else -f.value)))
    if not against:
        return None
    own, other = against[0]
    return query(
        f"“{rows.labels[place]}” is called the {word}, but its {value_words(own.value, own.unit)} stands beside "
        f"{value_words(other.value, other.unit)}; worth checking.",
        own,
        f" “{word}” beside ",
        other,
    )


def _is_ranked(cells: Sequence[Figure | None], place: int) -> bool:
    """Tell whether the figures of a column can be ranked: levels of one unit, the row's own among them."""
    told = [f for f in cells if f is not None]
    plain = all(f.qualifier in {Qualifier.NONE, Qualifier.APPROX, Qualifier.AVERAGE} for f in told)
    levels = all(f.nature not in {Nature.CHANGE, Nature.VARIANCE, Nature.TARGET, Nature.BENCHMARK} for f in told)
    return cells[place] is not None and plain and levels and len({f.unit for f in told}) == 1
