"""The nature of one number: what it changed by, what was planned or forecast, what it is compared with, or what was."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from crossfoot.extraction.figures.natures.cues import Cue, W
from crossfoot.extraction.figures.numerals import Form, Number
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Nature, Span, Unit

_CHANGED = (
    r"increased?|increas(?:es|ing)|rose|risen|rise|rises|rising|grew|grown|growth|grow"
    r"|fell|fallen|fall|falls|falling|drop|dropped|drops|decreas(?:e|ed|es|ing)|reduc(?:e|ed|es|ing|tion|tions)"
    r"|declin(?:e|ed|es|ing)|up|down|improved?|improvement|change|changed"
    rf"|went{W}up|gone{W}up|gain|widened|narrowed|jumped|swing|climbed|net{W}increase|slipped|dipped|movement"
    r"|higher|lower"
)
_CHANGE = r"increase|rise|reduction|fall|decrease|drop|growth|improvement|decline"
_HOW_MUCH = (
    rf"a{W}further|another|an{W}additional|some|about|around|approximately|almost|nearly|just|just{W}over"
    rf"|just{W}under|over|more{W}than|under|only|the{W}equivalent{W}of|a{W}net|roughly|a|an"
)
_CHANGE_BEFORE = re.compile(
    rf"""(?:
        (?:{_CHANGED})(?:{W}(?:by|of))(?:{W}(?:{_HOW_MUCH}))*
      | \b(?:a|by{W}a){W}further
      | \b(?:an?|the){W}(?:[\w-]+{W})?(?:{_CHANGE}){W}of(?:{W}\w+)?
    )[\s\xa0(£+-]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_CHANGE_BEHIND = re.compile(
    rf"""
    ^[\s\xa0]*(?:\w+{W}){{0,3}}?(?:more|fewer|higher|lower|less|{_CHANGE}|up|down){W}
        (?:than|on|in|from|compared|since|over)\b
  | ^[\s\xa0]*(?:{_CHANGE}|cut|uplift)\b
  | ^[\s\xa0]*(?:higher|lower)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_BESIDE = re.compile(
    r"[\s\xa0]*(?:\((?:or\s)?)?(?:or\s\d[\d.]*%\s)?(?:(?:net|projected|forecast|adverse|favourable)\s)?"
)
_BACK, _AHEAD = 90, 50
"""How many characters before and behind a number words of change may stand."""

_PLANS = frozenset({Nature.BUDGET, Nature.FORECAST, Nature.TARGET, Nature.PROPOSED})
_LENT = _PLANS | {Nature.BENCHMARK, Nature.VARIANCE}
"""What the words before a list say of all its items."""


class Told(NamedTuple):
    """A nature, and the words that tell it where any do."""

    nature: Nature
    words: Span | None


_PLAIN = Told(Nature.ACTUAL, None)


def nature_of(sight: Sight) -> Told:
    """Return a number's nature; cues beyond the numbers on its either side belong to those."""
    return (
        _of_change(sight) or (_of_money(sight) if sight.number.money else _of_count(sight)) or _of_lead(sight) or _PLAIN
    )


def _of(cue: Cue) -> Told:
    """Return the nature of a cue with its words."""
    return Told(cue.nature, Span(cue.start, cue.end))


def _of_change(sight: Sight) -> Told | None:
    """Return a change: "doubled", "rose by 12", "2 percentage points", "12 fewer than"."""
    s, n, start, end = sight.sentence, sight.number, sight.start, sight.end
    if n.form is Form.MULTIPLE:
        return Told(Nature.CHANGE, Span(start, end))
    low = max(s.start, start - _BACK)
    before = _CHANGE_BEFORE.search(s.text[low:start])
    if before is not None and low + before.start() >= sight.left and not (n.money and _speaks_of_variance(sight)):
        return Told(Nature.CHANGE, Span(low + before.start(), start))
    if n.unit is Unit.PERCENTAGE_POINTS:
        return Told(Nature.CHANGE, Span(start, end))
    behind = _CHANGE_BEHIND.search(s.text[end : min(s.end, end + _AHEAD)])
    if behind is not None and end + behind.end() <= sight.right + 1:
        return Told(Nature.CHANGE, Span(end, end + behind.end()))
    return None


def _speaks_of_variance(sight: Sight) -> bool:
    """Tell whether the words around a number speak of a variance, which is no change over time."""
    return any(
        c.nature is Nature.VARIANCE and c.start >= sight.left and c.end <= sight.right for c in sight.reading.cues
    )


def _near(sight: Sight) -> list[Cue]:
    """Return the cues between the number before and this one."""
    return [c for c in sight.reading.cues if sight.left <= c.start and c.end <= sight.start]


def _strong(sight: Sight, cues: Iterable[Cue]) -> list[Cue]:
    """Return the cues that say more than that something was, and can speak of this number."""
    return [c for c in cues if c.nature is not Nature.ACTUAL and _fits(c, sight)]


def _fits(cue: Cue, sight: Sight) -> bool:
    """Tell whether a cue can speak of a number: budgets and variances of money; "up to" only limits."""
    if cue.nature in {Nature.BUDGET, Nature.VARIANCE}:
        return sight.number.money
    return not (cue.nature is Nature.PROPOSED and sight.sentence.text[cue.start : cue.end].lower().startswith("up"))


def _of_money(sight: Sight) -> Told | None:
    """Return the nature that the words beside an amount give it."""
    near = _near(sight)
    strong = _strong(sight, near)
    behind = [
        c for c in sight.reading.cues if c.start >= sight.end and c.end <= sight.right and c.start - sight.end <= 40
    ]
    for cue in behind:
        if cue.nature is Nature.VARIANCE and _BESIDE.fullmatch(sight.sentence.text[sight.end : cue.start]):
            return _of(cue)
    if strong:
        return _last_of_money(strong)
    if near and near[-1].nature is Nature.ACTUAL:
        return _of(near[-1])
    plans = (c for c in behind if c.nature in _PLANS and _fits(c, sight) and not _leads_on(c, sight))
    return next((_of(c) for c in plans), None)


def _last_of_money(strong: list[Cue]) -> Told:
    """Return the nature that the last cues before an amount give it: a "forecast budget" is a forecast."""
    last = strong[-1]
    before = strong[-2] if len(strong) > 1 else None
    if before is not None and (last.nature, before.nature) == (Nature.BUDGET, Nature.FORECAST):
        if last.start - before.end <= 2:
            return Told(Nature.FORECAST, Span(before.start, last.end))
    elif (
        before is not None
        and (last.nature, before.nature) == (Nature.FORECAST, Nature.VARIANCE)
        and last.start - before.end <= 12
    ):
        return _of(before)
    return _of(last)


def _of_count(sight: Sight) -> Told | None:
    """Return the nature that the words beside a number other than money give it."""
    near = _near(sight)
    strong = _strong(sight, near)
    if strong:
        return _of(strong[-1])
    for cue in sight.reading.cues:
        if cue.start < sight.end or cue.end > sight.right or _leads_on(cue, sight):
            continue
        away = cue.start - sight.end
        if away <= 30 and cue.nature in {Nature.TARGET, Nature.BENCHMARK} and _fits(cue, sight):
            return _of(cue)
        if away <= 70 and cue.nature is Nature.PROPOSED and not near and _counts(sight.number):
            return _of(cue)
    return _forecast_earlier(sight)


_LEADING_ON = re.compile(
    rf"(?:{W}(?:figure|rate|average|level|median|number|authorities|councils))*"
    rf"(?:(?:{W})?[(:]?(?:(?:{W})?(?:of|was|is|at|being|were|had{W}been|stood{W}at|stands{W}at))?)?"
    rf"(?:{W}(?:a|an|the|just|about|approximately|around|over|under|only|some))*[\s\xa0(£]*",
    re.IGNORECASE,
)


def _leads_on(cue: Cue, sight: Sight) -> bool:
    """Tell whether a cue behind a number leads to the next one: "91% … against a target of 95%"."""
    s = sight.sentence
    return sight.right < s.end and _LEADING_ON.fullmatch(s.text, cue.end, sight.right) is not None


def _counts(n: Number) -> bool:
    """Tell whether a number counts people or things."""
    return n.unit in {Unit.COUNT, Unit.FTE, None}


def _forecast_earlier(sight: Sight) -> Told | None:
    """Return a forecast that was spoken of before the number, with no word since of what was."""
    cues = [c for c in sight.reading.cues if c.end <= sight.start]
    open_ = [
        c
        for c in cues
        if c.nature is Nature.FORECAST and not any(k.nature is Nature.ACTUAL and k.start > c.end for k in cues)
    ]
    return _of(open_[-1]) if open_ and sight.left <= open_[-1].start else None


def _of_lead(sight: Sight) -> Told | None:
    """Return the nature that a list's lead-in gives its items, where their own words give none."""
    lead = sight.around.lead
    if lead is None or _near(sight):
        return None
    lent = [c for c in lead.cues if c.nature in _LENT]
    if not lent or (lent[-1].nature in {Nature.BUDGET, Nature.VARIANCE} and not sight.number.money):
        return None
    return _of(lent[-1])
