"""Bounds that words set, against the value beside them: "more than half (57%)", "at most £5,000 … the largest £4,850".

A bound and its value stand in one sentence, the value in brackets or behind a dash or "showed"; or the bound is said of
all that the next sentence lists. A fraction in words is a bound too where "more than" or "under" make it one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.interval import Interval, reach
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence, Table
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.wording import value_words

_HUNDRED = 100
_AT_LEAST, _AT_MOST = Qualifier.OVER, Qualifier.UNDER
_SOUGHT = re.compile(
    r"over|under|more|less|fewer|than|half|majority|most|maximum|minimum|limit|lowest|\bno\b|none|\ball\b|average|mean"
    r"|median|typical|usual|between|est\b|averag"
)
"""Words without one of which nothing is bounded: a quick look."""
_SHOWN = re.compile(
    r"^[^.;:()£%\d]{0,70}?(?:\(|\s[-–—]\s|,? (?:namely|exactly|precisely|in fact|to be (?:exact|precise)"
    r"|that is),? |, at )"
    r"(?:[a-z]+,? )?£?$"
    r"|^[^.;()£%\d]{0,60}[:;,][^.;()£%\d]{0,45}\b(?:shows?|showed|recorded|gave|counted|was|were)\s+£?$"
)
"""What stands between a bound and the value that it was said of."""
_SHOWN_ENDS = re.compile(r"^\s*(?:%|per cent|m|k)?\s*(?:[)]|[-–—]\s|[.,;]|$|in (?:all|total)\b)")
_OF_ALL = re.compile(r"^\s*(?:%|per cent)?\s*(?:out )?of (?:the |all |some )?$")
_MAJORITY = re.compile(
    r"\b(?:the|a) (?:(?:great|large|clear|overall|vast|small|narrow|substantial) )?majority\b(?! (?:of|in) (?:one|\d))"
    r"|\bmost(?= of)\b|\b(?P<minority>(?:a|the) (?:small |sizeable )?minority)\b"
)
_SAID_OF_ALL = re.compile(
    r"\b(?:(?P<none>no|none of the|not one)|(?P<all>all(?: of)?(?: the)?|every|each)) [a-z ]{2,45}?"
    r"(?P<side>above|over|more than|higher than|greater than|exceed\w*|below|under|less than|fewer than|lower than"
    r"|at least|at most)\s+(?:the )?£?$"
)
_UPPER = frozenset({"above", "over", "more than", "higher than", "greater than", "at least"})
_LIMIT = re.compile(
    r"\b(?:(?P<top>maximum|upper limit|limit|cap|ceiling|no more than|not exceed(?:ing)?|limited to"
    r"|never (?:longer|more|higher|greater|above|over)(?: than)?)|(?P<low>minimum"
    r"|lower limit|floor))"
    r"[a-z ]{0,25}?\s£?$"
)
_END = re.compile(
    r"\b(?:(?P<top>largest|highest|biggest|greatest|dearest|longest)|(?P<low>smallest|lowest|cheapest|shortest|least))\b"
    r"[a-z ]{0,30}?(?:was|were|is|being|of|at|has|had|£)\s*£?$"
)
_WON = re.compile(
    r"\b(?:contract|accepted|successful|preferred|winning|awarded|chosen|ours|our own|average|mean"
    r"|median)\b[^.;\d]{0,45}$"
)
_MIDDLE = re.compile(r"\b(?:average|mean|median|typical|usual|averaged|averaging)\b[^.;:£\d]{0,45}£?$")
_VARIED = re.compile(
    r"\b(?:var(?:y|ied|ies|ying)|rang(?:ed|es|ing)|differ(?:ed|s|ing)|went|going|spread) from\b[^.;\d]{0,20}£?$"
)


def told_bounds(context: Context) -> Iterator[Outcome]:
    """Yield whether values lie on the side of a bound on which the words put them."""
    for sentence in context.passages.sentences:
        if not sentence.figures or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        if _SOUGHT.search(sentence.low) is None:
            continue
        yield from _shown_beside(context, sentence)
        yield from _majorities(context, sentence)
        yield from _of_all(context, sentence)
        yield from _limits(context, sentence)
        yield from _under_limits(context, sentence)
        yield from _between_bids(context, sentence)
        yield from _middle(context, sentence)
        yield from _listed_within(context, sentence)
        yield from _over_a_table(context, sentence)
    for table in context.passages.tables:
        yield from _of_groups(table)


def _shown_beside(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether "over 900 people" goes with the 934 that stand behind it in brackets or behind "showed"."""
    for place, bound in enumerate(sentence.figures[:-1]):
        value = sentence.figures[place + 1]
        if bound.qualifier not in {_AT_LEAST, _AT_MOST} or value.qualifier not in {Qualifier.NONE, Qualifier.AVERAGE}:
            continue
        if bound.nature is not value.nature or value.nature not in {Nature.ACTUAL, None}:
            continue
        gap, behind = context.passages.between(bound, value), context.passages.after(value, 20)
        limit = _as(bound, value)
        if limit is None or limit <= 0 or not _SHOWN.match(gap) or not _SHOWN_ENDS.match(behind):
            continue
        if not limit / _THRICE <= value.value <= limit * _THRICE or _other_time(gap):
            continue
        denied = _NOBODY.search(context.passages.before(bound, 70)) is not None  # "no team had above 24"
        yield _sided(bound, value, limit, above=(bound.qualifier is _AT_LEAST) is not denied)


_NOBODY = re.compile(r"\b(?:no|none|not one|nobody)\b[^.;]*$")

_THRICE = 3
"""A bound that is said of a value is near it."""


def _as(bound: Figure, value: Figure) -> Decimal | None:
    """Return a bound in the unit of a value, or None where they measure different things."""
    if bound.unit is Unit.RATIO:
        return bound.value * _HUNDRED if value.unit is Unit.PERCENT and 0 < bound.value < 1 else None
    return bound.value if same_kind(bound, value) else None


def _other_time(words: str) -> bool:
    """Tell whether words set another time or another group beside."""
    return (
        re.search(
            r"\b(?:last|previous|before|earlier|against|compared|target|england|national|from|19\d\d|20\d\d|up|down)\b",
            words,
        )
        is not None
    )


def _sided(bound: Figure, value: Figure, limit: Decimal, *, above: bool) -> Outcome:
    """Return whether a value lies above, or below, the bound that it is said to."""
    may = reach(value)
    fits = may.high >= limit if above else may.low <= limit
    words = "above" if above else "below"
    if fits:
        return holds(
            "The value lies on the side of the bound that the words say.", value, f" {words} ", bound, ", holds"
        )
    return query(
        f"The words put the value {words} “{' '.join(bound.quote.split())}”, but "
        f"{value_words(value.value, value.unit)} stands beside it; worth checking.",
        value,
        f" {words} ",
        bound,
    )


def _majorities(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether a "majority" of a number is more than half of it, or the percentage beside it above 50."""
    named = _MAJORITY.search(sentence.low)
    if named is None:
        return
    behind = [f for f in sentence.figures if f.span.start >= sentence.span.start + named.end()]
    lead = context.passages.low[sentence.span.start + named.end() : behind[0].span.start] if behind else "."
    if (
        len(lead) > _NEAR
        or re.search(r"[.;:]|\b(?:but|while|with|after|in)\b", lead)
        or not re.search(r"[(,–—-]", lead)
    ):
        return
    above = named["minority"] is None
    first = behind[0]
    if first.unit is Unit.PERCENT and first.qualifier is Qualifier.NONE:
        fits = (first.value >= _HUNDRED // 2) is above or first.value == _HUNDRED // 2
        yield _of_half(named.group(), fits, first)
    elif len(behind) > 1 and _OF_ALL.match(context.passages.between(first, behind[1])):
        whole = behind[1]
        if same_kind(first, whole) and first.value <= whole.value:
            yield _of_half(named.group(), (first.value * 2 >= whole.value) is above, first, whole)


_NEAR = 60


def _of_half(word: str, fits: bool, *parts: Figure) -> Outcome:
    """Return whether a "majority" is more than a half."""
    working: list[Figure | str] = [f"“{word}” ", parts[0], *((" of ", parts[1]) if len(parts) > 1 else ())]
    if fits:
        return holds("The words agree with the half.", *working, ", holds")
    return query(
        f"The text says “{word}”, but the figure beside it lies on the other side of a half; worth checking.", *working
    )


def _of_all(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether what is said of all, "no school was below 92%", holds for all that are listed behind it."""
    for bound in sentence.figures:
        said = _SAID_OF_ALL.search(context.passages.before(bound, 80))
        if said is None or bound.unit is Unit.RATIO:
            continue
        here = [f for f in sentence.figures if f.span.start >= bound.span.end]
        after = context.passages.sentences[sentence.index + 1 : sentence.index + 2]
        there = [f for s in after if s.paragraph == sentence.paragraph for f in s.figures]
        listed = [f for f in (here or there) if f.unit is bound.unit and f.qualifier is Qualifier.NONE]
        others = [f for f in (here or there) if f not in listed]
        if len(listed) < _TWO or others or not _in_a_list(context, listed):
            if said["none"] is not None and said["side"] in _UPPER and here + there:
                yield from _one_of_all(context, bound, (here or there)[0])
            continue
        above = (said["side"] in _UPPER or said["side"].startswith("exceed")) is (said["none"] is None)
        strict = said["none"] is None and said["side"] not in {"at least", "at most"}
        against = [f for f in listed if not _on_side(f.value, bound.value, above=above, strict=strict)]
        if not against:
            yield holds("All that are listed lie on the side of the bound that is said.", bound, figures=listed)
        else:
            yield query(
                f"“{' '.join(said.group().split())}” {value_words(bound.value, bound.unit)} is said of all, but "
                f"{value_words(against[0].value, against[0].unit)} is listed; worth checking.",
                "bound ",
                bound,
                ", listed ",
                against[0],
            )


def _one_of_all(context: Context, bound: Figure, value: Figure) -> Iterator[Outcome]:
    """Yield whether the one that is told of behind "no team has more than 24 cases" lies under that bound."""
    gap = context.passages.low[bound.span.end : value.span.start]
    if (
        not same_kind(bound, value)
        or value.qualifier is not Qualifier.NONE
        or value.nature not in {Nature.ACTUAL, None}
    ):
        return
    told = _ONE_OF_THEM.search(gap)
    if told is not None and not _other_time(gap) and value.value <= bound.value * _TWO and len(gap) <= _FAR:
        yield _sided(bound, value, bound.value, above=False)


_ONE_OF_THEM = re.compile(
    r"[;:.] (?:in|at) the [^.;\d]{3,40} it (?:was|is|stood at)\s+£?$"
    r"|[;:.] (?:the|its) (?:worst|best|dearest|largest|longest|busiest|highest|slowest)\b[^.;\d]{0,60}$"
    r"|[;:.] of the (?:worst|best|most) [^.;\d]{3,60}$"
)
"""How one of those that a bound was set for is told of."""
_TWO = 2


def _on_side(value: Decimal, bound: Decimal, *, above: bool, strict: bool) -> bool:
    """Tell whether a value lies on a side of a bound, or on it where that will do."""
    return (value > bound if above else value < bound) or (not strict and value == bound)


def _in_a_list(context: Context, figures: Sequence[Figure]) -> bool:
    """Tell whether figures follow each other with little more than a name before each."""
    gaps = [context.passages.between(a, b) for a, b in pairwise(figures)]
    return all(len(gap) <= _NAME and "." not in gap for gap in gaps)


_NAME = 40


def _limits(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether the largest of what was given lies under the maximum that the words before it set."""
    for value in sentence.figures:
        end = _END.search(context.passages.before(value, 70))
        if end is None or value.qualifier is not Qualifier.NONE:
            continue
        before = context.passages.previous(sentence)
        places = [s for s in (before, sentence) if s is not None and s.paragraph == sentence.paragraph]
        for limit in (f for s in places for f in s.figures if f.span.end <= value.span.start):
            set_by = _LIMIT.search(context.passages.before(limit, 50))
            gap = context.passages.low[limit.span.end : value.span.start]
            if set_by is None or not same_kind(limit, value) or limit.value <= 0 or len(gap) > _FAR or _other_time(gap):
                continue
            top = set_by["top"] is not None
            if top is not (end["top"] is not None):
                continue
            yield _sided(limit, value, limit.value, above=not top)


_FAR = 160


def _under_limits(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether all that the next sentence lists lies under the limit that this one sets for the like."""
    if len(sentence.figures) != 1:
        return
    limit = sentence.figures[0]
    after = context.passages.sentences[sentence.index + 1 : sentence.index + 2]
    if not re.search(r"\blimited to (?:a maximum of )?£?$", context.passages.before(limit, 40)) or not after:
        return
    listed = [f for f in after[0].figures if after[0].paragraph == sentence.paragraph and same_kind(f, limit)]
    noun = re.match(r"\s*(?:the |all )?(?P<noun>[a-z]{4,}?)s?\b", sentence.low)
    if len(listed) < _TWO or noun is None or noun["noun"] not in after[0].low or not _in_a_list(context, listed):
        return
    yield _sided(limit, max(listed, key=lambda f: f.value), limit.value, above=False)


def _between_bids(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether what was chosen, or the average, lies between the lowest and the highest of its sentence."""
    ends: dict[str, Figure] = {}
    for figure in sentence.figures:
        front = context.passages.before(figure, 50)
        end = _END.search(front) or re.search(
            r"\b(?:(?P<top>highest|dearest|largest)|(?P<low>lowest|cheapest|smallest)) £?$", front
        )
        if end is not None and figure.qualifier is Qualifier.NONE:
            ends.setdefault("top" if end["top"] else "low", figure)
    if len(ends) != _TWO:
        return
    low, top = ends["low"], ends["top"]
    after = context.passages.sentences[sentence.index + 1 : sentence.index + 2]
    places = [sentence, *(s for s in after if s.paragraph == sentence.paragraph)]
    for value in (f for s in places for f in s.figures if f not in {low, top}):
        front = context.passages.low[max(sentence.span.start, value.span.start - _NEAR) : value.span.start]
        if value.unit is low.unit is top.unit and _WON.search(front) and not _other_time(front[-30:]):
            yield _inside(value, low, top)
    listed = [f for s in places[1:] for f in s.figures]
    alike = all(same_kind(f, low) and f.qualifier is Qualifier.NONE for f in listed)
    if (
        len(listed) > _TWO
        and alike
        and _in_a_list(context, listed)
        and {low.value, top.value} & {f.value for f in listed}
    ):
        yield _inside(max(listed, key=lambda f: f.value), low, top)


def _middle(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether an average lies in the range of its own sentence, and a typical value under the dearest."""
    for average in sentence.figures:
        if not _MIDDLE.search(context.passages.before(average, 60)) or _END.search(
            context.passages.before(average, 60)
        ):
            continue
        behind = [f for f in sentence.figures if f.span.start >= average.span.end and f.unit is average.unit]
        for place, other in enumerate(behind[:_TWO]):
            front = context.passages.low[average.span.end : other.span.start]
            if len(front) > _FAR or _other_time(re.sub(r"\bfrom\b", "", front)):
                break
            if _VARIED.search(front) and len(behind) > place + 1:
                second = behind[place + 1]
                if re.search(r"\bto\s*£?$|\band\s*£?$", context.passages.between(other, second)):
                    low, top = sorted((other, second), key=lambda f: f.value)
                    yield _inside(average, low, top)
                break
            end = _END.search(front)
            if end is not None:
                yield _sided(other, average, other.value, above=end["top"] is None)
                break


def _inside(value: Figure, low: Figure, top: Figure) -> Outcome:
    """Return whether a value lies between two others."""
    working = ("from ", low, " to ", top, ", between them ", value)
    if Interval(reach(low).low, reach(top).high).meets(reach(value)):
        return holds("The value lies between the lowest and the highest.", *working, ", holds")
    return query(
        f"{value_words(value.value, value.unit)} does not lie between {value_words(low.value, low.unit)} and "
        f"{value_words(top.value, top.unit)}, as the words have it; worth checking.",
        *working,
    )


_RANGE = re.compile(r"\b(?:between|from|range of)\s+£?$")
_LIST_BEGINS = re.compile(r"^[^.;:]{0,60}:\s*[A-Za-z]")


def _listed_within(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether the values that a sentence lists behind a range, "between 3.1% and 7.8%: Abbey …", lie in it."""
    for place in range(len(sentence.figures) - _TWO * 2 + 1):
        low, top = sentence.figures[place : place + 2]
        if low.unit is not top.unit or low.value >= top.value or not _RANGE.search(context.passages.before(low, 20)):
            continue
        if not re.fullmatch(r"\s*(?:%|per cent)?\s*(?:and|to)\s*£?", context.passages.between(low, top)):
            continue
        listed = sentence.figures[place + 2 :]
        opened = _LIST_BEGINS.match(context.passages.text[top.span.end : listed[0].span.start])
        if opened is None or any(f.unit is not top.unit for f in listed) or not _in_a_list(context, listed):
            continue
        against = [f for f in listed if not low.value <= f.value <= top.value]
        if against:
            yield _inside(against[0], low, top)


_WHOLE_ROW = re.compile(
    r"^(?:all|total|overall|together|combined|council|borough|county|city|district|authority|service|average)\b"
    r"(?! (?:tax|stock|homes|houses))"
)
_RATE = re.compile(r"\b(?:per|average|mean|rate|caseloads?)\b|%|\bdays lost\b|\bper cent\b")
_NO_RATE = re.compile(r"\b(?:change|variance|difference|target|share|proportion of|% of (?:the )?total|of all)\b")


def _of_groups(table: Table) -> Iterator[Outcome]:
    """Yield whether the rate of all, in the last row of a table, lies between those of its groups, column by column."""
    if len(table.rows) <= _TWO or not _WHOLE_ROW.search(table.labels[-1].lower()):
        return
    for column in range(_TWO, table.width):
        title = table.header[column].lower() if column < len(table.header) else ""
        cells = [f for f in table.column(column) if f is not None]
        if len(cells) != len(table.rows) or not _RATE.search(title) or _NO_RATE.search(title):
            continue
        *groups, whole = cells
        if {f.unit for f in groups} != {whole.unit} or sum(f.value for f in groups) == whole.value:
            continue
        low, top = min(groups, key=lambda f: f.value), max(groups, key=lambda f: f.value)
        if top.value <= low.value * _THRICE and whole.value <= top.value * _TWO:
            yield _inside(whole, low, top)


_ACROSS = re.compile(
    r"\b(?:average|mean)\b[a-z ]{0,30}\b(?:across|for|over|of) (?:the |all |our )?(?:whole )?(?:service"
    r"|council|department|teams|directorate|authority)\b[a-z ]{0,12}\b(?:is|was|stood at|of|at)\s*£?$"
)
_BY_GROUP = re.compile(r"\btable\b[^.;]{0,60}\bby (?:team|service|area|directorate|district|department)s?\b")


def _over_a_table(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether an average over all lies between those of the groups in the table that the next words lead in."""
    for whole in sentence.figures:
        if not _ACROSS.search(context.passages.before(whole, 90)):
            continue
        behind = context.passages.sentences[sentence.index : sentence.index + _FEW]
        lead = next((s for s in behind if _BY_GROUP.search(s.low)), None)
        table = None if lead is None else _table_behind(context, lead.span.end)
        if table is None:
            continue
        aims = {
            i for i, title in enumerate(table.header) if re.search(r"target|change|england|national", title.lower())
        }
        cells = [f for row in table.rows for i, f in enumerate(row) if i and i not in aims and f is not None]
        if len(cells) > _FEW and same_kind(cells[0], whole):
            yield _inside(whole, min(cells, key=lambda f: f.value), max(cells, key=lambda f: f.value))


_FEW = 4


def _table_behind(context: Context, place: int) -> Table | None:
    """Return the first table that begins not far behind a place, or None."""
    for table in context.passages.tables:
        first = next((f for row in table.rows for f in row if f is not None), None)
        if first is not None and place <= first.span.start < place + _FAR * _FEW:
            return table
    return None
