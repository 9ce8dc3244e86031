"""The nature of one number: what it changed by, what was planned or forecast, what it is compared with, or what was."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crossfoot.extraction.figures.natures.beside import belongs_to_the_next, cues_before, leads_on
from crossfoot.extraction.figures.natures.carrying import of_number_before, of_sentence_before
from crossfoot.extraction.figures.natures.comparing import of_change, of_difference, of_set_against, of_someone_else
from crossfoot.extraction.figures.natures.cues import Cue, W
from crossfoot.extraction.figures.natures.moods import Mood, governing
from crossfoot.extraction.figures.natures.told import LENT, PLAIN, PLANS, Told
from crossfoot.extraction.figures.numerals import Number
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Nature, Span, Unit

_BESIDE = re.compile(
    r"[\s\xa0]*(?:\((?:or\s)?)?(?:or\s\d[\d.]*%\s)?(?:(?:net|projected|forecast|adverse|favourable)\s)?"
)


def nature_of(sight: Sight) -> Told:
    """Return a number's nature; cues beyond the numbers on its either side belong to those."""
    return (
        of_difference(sight)
        or of_change(sight)
        or of_someone_else(sight)
        or (_of_money(sight) if sight.number.money else _of_count(sight))
        or of_set_against(sight)
        or of_number_before(sight)
        or of_sentence_before(sight)
        or _of_lead(sight)
        or PLAIN
    )


def _of(cue: Cue) -> Told:
    """Return the nature of a cue with its words."""
    return Told(cue.nature, Span(cue.start, cue.end))


def _strong(sight: Sight, cues: Iterable[Cue]) -> list[Cue]:
    """Return the cues that say more than that something was, and can speak of this number."""
    return [c for c in cues if c.nature is not Nature.ACTUAL and _fits(c, sight)]


def _fits(cue: Cue, sight: Sight) -> bool:
    """Tell whether a cue can speak of a number: budgets and variances of money; "up to" only limits."""
    if cue.nature in {Nature.BUDGET, Nature.VARIANCE}:
        return sight.number.money
    if cue.nature is Nature.FORECAST and _ESTIMATED.match(sight.sentence.text, cue.start, cue.end):
        return sight.number.money
    return not (cue.nature is Nature.PROPOSED and sight.sentence.text[cue.start : cue.end].lower().startswith("up"))


_SOURCE = re.compile(r"\b(?:from|out[\s\xa0]of)\b", re.IGNORECASE)
"""What an amount comes out of is not what it is."""
_RISES_TO = re.compile(r"\b(?:reach|climb|stand|grow|rise|exceed)\w*\b|\bpast\b", re.IGNORECASE)
_ESTIMATED = re.compile(rf"(?:an?{W})?estimated\b", re.IGNORECASE)


def _of_money(sight: Sight) -> Told | None:
    """Return the nature that the words beside an amount give it."""
    spent = _SPENT_BEHIND.match(sight.sentence.text, sight.end, sight.right)
    if spent is not None:
        return Told(Nature.ACTUAL, Span(sight.end, spent.end()))
    near = cues_before(sight)
    strong = _strong(sight, near)
    behind = [
        c for c in sight.reading.cues if c.start >= sight.end and c.end <= sight.right and c.start - sight.end <= 40
    ]
    for cue in behind:
        if cue.nature is Nature.VARIANCE and _BESIDE.fullmatch(sight.sentence.text[sight.end : cue.start]):
            return _of(cue)
    if strong:
        return _last_of_money(strong, sight.sentence.text, sight.start)
    if near and near[-1].nature is Nature.ACTUAL:
        return _of(near[-1])
    text = sight.sentence.text
    plans = (
        c
        for c in behind
        if c.nature in PLANS
        and not (c.nature is Nature.BUDGET and _SOURCE.search(text, sight.end, c.start))
        and _fits(c, sight)
        and not leads_on(c, sight)
        and not belongs_to_the_next(c, sight)
    )
    return next((_of(c) for c in plans), None)


_SPENT_BEHIND = re.compile(
    rf"[\s\xa0]+(?:had|has|have|was|were){W}(?:already{W}|now{W})?(?:been{W})?(?:already{W})?(?:spent|paid|collected|used)\b",
    re.IGNORECASE,
)
"""What makes an amount what was, whatever budget is spoken of before it: "£47,500 had been spent"."""


def _last_of_money(strong: list[Cue], text: str, start: int) -> Told:
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
        and "(" not in text[before.end : last.start]
        and _RISES_TO.search(text, last.end, start) is None
    ):
        return _of(before)
    return _of(last)


_OUGHT = re.compile(
    rf"\b(?:should|must|would|may|ought{W}to|expected{W}to){W}(?:\w+{W}){{0,4}}?(?:no|not){W}(?:more|less|fewer|later|longer){W}than{W}$",
    re.IGNORECASE,
)
"""What is set as a bound: "should hold no more than 20 cases"."""

_PLANNED = re.compile(rf"\b(?:an?|the|its){W}(?:budgeted|planned|funded){W}$", re.IGNORECASE)
_STANDARD_BEHIND = re.compile(rf"[\s\xa0]*(?:\w+{W})?standard\b", re.IGNORECASE)


def _set_down(sight: Sight) -> Told | None:
    """Return what is set down for a count: a bound ("should hold no more than 20"), a plan, a standard behind it."""
    text, start, end = sight.sentence.text, sight.start, sight.end
    ought = _OUGHT.search(text, max(sight.left, start - 80), start)
    if ought is not None:
        return Told(Nature.TARGET, Span(ought.start(), start))
    planned = _PLANNED.search(text, max(sight.left, start - 30), start)
    if planned is not None:
        return Told(Nature.BUDGET, Span(planned.start(), start))
    standard = _STANDARD_BEHIND.match(text, end, sight.right)
    return Told(Nature.TARGET, Span(end, standard.end())) if standard is not None else None


def _of_count(sight: Sight) -> Told | None:
    """Return the nature that the words beside a number other than money give it."""
    near = cues_before(sight)
    strong = _strong(sight, near)
    if strong:
        return _of(strong[-1])
    set_down = _set_down(sight)
    if set_down is not None:
        return set_down
    for cue in sight.reading.cues:
        if cue.start < sight.end or cue.end > sight.right or leads_on(cue, sight):
            continue
        away = cue.start - sight.end
        if belongs_to_the_next(cue, sight):
            continue
        if away <= 30 and cue.nature in {Nature.TARGET, Nature.BENCHMARK} and _fits(cue, sight):
            if _COMPARED.search(sight.sentence.text, sight.end, cue.start):
                continue
            return _of(cue)
        if away <= 70 and cue.nature is Nature.PROPOSED and not near and _counts(sight.number):
            return _of(cue)
    return _forecast_earlier(sight)


_COMPARED = re.compile(
    r"\b(?:than|below|above|against|under|over|beyond|exceed(?:ed)?|meets?|met|miss(?:ed)?|hit|reach(?:ed)?|achieved?|within)\b",
    re.IGNORECASE,
)
"""Words between a number and a standard that make it what is compared, and no standard."""


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
    if not open_ or sight.left > open_[-1].start or _ASIDE.search(sight.sentence.text, open_[-1].end, sight.start):
        return None
    return _of(open_[-1])


_ASIDE = re.compile(r",\s+(?:with|while|whilst|although|though|but)\b|;", re.IGNORECASE)
"""What turns from what is foreseen to what is: "forecast to break even, with arrears at 2.84%"."""


def _of_lead(sight: Sight) -> Told | None:
    """Return the nature that a list's lead-in gives its items, where their own words give none."""
    lead = sight.around.lead
    if lead is None or cues_before(sight):
        return None
    verb = governing(sight.sentence.text, sight.reading.verbs, Span(sight.start, sight.end), sight.right)
    if verb is not None and verb.mood is Mood.PAST:
        return None
    lent = [c for c in lead.cues if c.nature in LENT]
    if not lent or (lent[-1].nature in {Nature.BUDGET, Nature.VARIANCE} and not sight.number.money):
        return None
    return _of(lent[-1])
