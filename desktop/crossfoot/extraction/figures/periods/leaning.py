"""Which figure before it in a sentence a number shares its time with, and which numbers are of an earlier time.

"Of the 412 in May, 61 were late" is all of May. In "rose from 310 to 347" and "347, up from 310" the 310 is of an
earlier time than the 347, though the sentence may name but one.
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.periods.binding import PROSPECT, compares
from crossfoot.extraction.figures.periods.comparisons import MOVED, SET_BESIDE
from crossfoot.extraction.figures.periods.sources import SINCE
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Figure, Nature, Unit

EARLIER = "the year before"
"""How the period of a number of an earlier time was found."""

_FROM = re.compile(r"\bfrom(?:\s+(?:an?|about|around|just|over|under|approximately|some))*[\s\xa0(£]*$", re.IGNORECASE)
_TO = re.compile(r"[^.;:()]{0,30}?,?\s*\bto\b[^.;:()]{0,20}$", re.IGNORECASE)
_BECAME = re.compile(
    r"[\s\xa0]+(?:had[\s\xa0]+)?(?:became|become|turned[\s\xa0]+into|grew[\s\xa0]+to|shrank[\s\xa0]+to)[\s\xa0]+"
)
"""What stands between the two ends of a movement: "so that 86 became 82"."""

_TO_BEHIND = re.compile(r"\bto(?:\s+(?:about|around|just|over|under|some|only|nearly))*[\s\xa0£]*$", re.IGNORECASE)
_UP_FROM = re.compile(
    rf"[^.;:]{{0,60}}\b(?:{MOVED}|rise|fall|increase|decrease|reduction|drop)\b[^.;:]{{0,30}}\bfrom\b[^.;:]{{0,12}}"
    r"|[^.;:\d]{0,12}\bfrom\b[\s\xa0£]*",
    re.IGNORECASE,
)
_FROM_BEHIND = re.compile(r"[^.;:]{0,40},\s*from[\s\xa0£]*", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:fell|rose|fallen|risen|dropped|declined|(?:in|de)creased|grew|grown|reduced|climbed|went)\b[^.;\d]{0,30}$",
    re.IGNORECASE,
)
"""What leads up to the later end of a movement whose first end follows it: "fell to 1,212 in 2011/12, from 1,604"."""

_HAD_BEEN = re.compile(
    r"\b(?:had|(?<!payments\s)(?<!spending\s)(?<!expenditure\s)(?<!outturn\s)(?<!costs\s)(?<!cost\s)(?<!receipts\s)having)"
    r"\s+(?:previously\s+)?been"
    r"(?:\s+(?:about|around|some|just|over|under|nearly|only|as|high|low|at)){0,3}[\s\xa0(£]*$"
    r"|\b(?:previously|formerly)[\s\xa0(£]*$",
    re.IGNORECASE,
)
"""What leads up to a number of an earlier time; "payments having been £543,013" are those of the time itself."""

_RANGE = re.compile(r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying))\s+$", re.IGNORECASE)
"""What makes "from … to" a range of what there is at one time."""

_RANGES = re.compile(r"\b(?:rang|var(?:y|ie))\w*\s+from\b", re.IGNORECASE)
_NEW_PART = re.compile(
    r"[^.;,\d]{0,40};|[^.;,\d]{0,40}(?:\d[^.;,]{0,24})?,\s+(?:\w+ing\b|with\b|and\s+(?:that|for|of|to)\b|while\b|and\s+a\s+further\b)"
    r"|[^.;,\d]{0,40},\s+(?:and|but)\s+(?:(?:only|just|about|some)\s+)?£?\Z",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r",?[\s\xa0]+(?:or|i\.?e\.?,?|that[\s\xa0]is,?|equal[\s\xa0]to)[\s\xa0]+(?:about[\s\xa0]+)?[£]?|[\s\xa0]*\([£]?",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(r"(?:[\s\xa0]+[a-z-]+){1,6}(?:[\s\xa0]*\(|,?[\s\xa0]+(?:or|i\.?e\.?,?)[\s\xa0]+)", re.IGNORECASE)
_OR_SHARE = re.compile(
    r"(?:,?[\s\xa0]+[a-z’'-]+){1,9},?[\s\xa0]+(?:or|i\.?e\.?,?|equal[\s\xa0]to|equivalent[\s\xa0]to|that[\s\xa0]is(?:[\s\xa0]to[\s\xa0]say)?,?"
    r"|(?:which|this|that)[\s\xa0]+(?:is|was|makes|made|gives|gave|represents|represented|equals|equates[\s\xa0]to)|mak(?:es|ing)|giving)[\s\xa0]+"
    r"(?:(?:about|some|around|nearly|just[\s\xa0](?:over|under))[\s\xa0]+)?",
    re.IGNORECASE,
)
"""What stands between a number and the share that it is: "£22.7m had been spent, or 38% of the programme"."""

_ENDS = re.compile(r"[\s\xa0]*(?:[).,;]|$)")
"""The share behind what it is one of: "264 of them (43.2%)", "13 stayed put, or 34%"."""

_SET_BESIDE = frozenset({Nature.BUDGET, Nature.VARIANCE, Nature.BENCHMARK, Nature.TARGET})
"""What a number is compared with that is of the same time: not of another time, but of another kind."""

_REACH = 40
"""How many characters before a number the words stand that lead up to it."""


def found_by(figure: Figure) -> str:
    """Return how a figure's period was found, or nothing where it has none."""
    return next((each.rule for each in figure.evidence if each.field == "period"), "")


def is_of_an_earlier_time(sight: Sight) -> bool:
    """Tell whether a number is what something was before: "from 12 to 21", "up from 12", "which had been 72"."""
    text, before = sight.sentence.text, sight.before
    behind = before.span.end if before is not None else sight.sentence.start
    if sight.right < sight.sentence.end and _BECAME.fullmatch(text, sight.end, sight.right):
        return True
    if sight.right < sight.sentence.end and _begins(sight, sight.start) and _TO.fullmatch(text, sight.end, sight.right):
        return True
    if before is not None and before.unit != sight.number.unit and len(sight.told) > 1:
        before = _like_one_before(sight, before)
    if before is None or before.unit != sight.number.unit:
        return False
    comes_from = "from" in sight.sentence.words
    if comes_from and _UP_FROM.fullmatch(text, behind, sight.start):
        return _RANGES.search(text, behind, sight.start) is None
    if comes_from and _FROM_BEHIND.fullmatch(text, behind, sight.start):
        moved = _MOVED.search(text, sight.sentence.start, before.span.start) is not None
        return moved or _BARE.match(text, sight.end) is not None
    return _HAD_BEEN.search(text, max(sight.left, sight.start - _REACH), sight.start) is not None


def _like_one_before(sight: Sight, before: Figure) -> Figure:
    """Return the figure of a number's own unit behind which but others in brackets, or by how much it moved, stand.

    "Went down to 13.8% (44 of the 318), from 16.1%", "£5,870 a week, up 11% from £5,290".
    """
    text, told = sight.sentence.text, sight.told
    like = next((figure for figure in reversed(told) if figure.unit == sight.number.unit), None)
    if like is None:
        return before
    between = text[like.span.end : sight.start]
    within = between.find("(") < between.rfind(")") and between.rfind("(") < between.rfind(")")
    within = within and _IN_BRACKETS.fullmatch(between) is not None
    return like if within or _BY_SO_MUCH.fullmatch(between) is not None else before


_IN_BRACKETS = re.compile(r"[^.;:()\d]{0,60}\([^()]{0,60}\)[^;:()\d]{0,40}")
_BY_SO_MUCH = re.compile(
    rf"[^.;:]{{0,60}}\b(?:{MOVED}|rise|fall|increase|decrease|reduction|drop)\s+(?:by\s+|of\s+)?(?:about\s+|nearly\s+|over\s+)?"
    r"[\d.]+[\s\xa0]*(?:%|per[\s\xa0]cent|percentage[\s\xa0]points?)[\s\xa0]+(?:up\s+|down\s+)?from[\s\xa0£]*",
    re.IGNORECASE,
)
"""What stands between two numbers that says by how much the second one moved: ", up 11% from £5,290"."""


def had_been(sight: Sight) -> bool:
    """Tell whether "had been" or "previously" leads up to a number: of what is set it only says what was set."""
    return _HAD_BEEN.search(sight.sentence.text, max(sight.left, sight.start - _REACH), sight.start) is not None


def is_set_beside(sight: Sight) -> bool:
    """Tell whether a bare number only says what another one had been: "a 38, against 31", "12 days, was 15".

    And "down from 41" where nothing says what it came to, and "It had been 41." behind the sentence that does.
    """
    text, before = sight.sentence.text, sight.before
    if before is None or before.unit is not sight.number.unit:
        if _AWAY_FROM.search(text, max(sight.left, sight.start - _REACH), sight.start) is not None:
            return True
        alone = before is None and _IT_HAD_BEEN.fullmatch(text, sight.sentence.start, sight.start) is not None
        return alone and _BARE.match(text, sight.end) is not None
    if _BARE.match(text, sight.end) is None or before.nature is not Nature.ACTUAL:
        return False
    return _AGAINST.fullmatch(text, before.span.end, sight.start) is not None


_HEDGE = r"(?:(?:about|around|some|only|just|over|under|nearly)[\s\xa0]+)*£?"
_BARE = re.compile(
    r"[\s\xa0]*(?:%|per[\s\xa0]cent\b|[km]\b)?[\s\xa0]*(?:[,;)]|\.(?!\d)|\n\n|\Z|[\s\xa0](?:but|and[\s\xa0]the|so)\b)",
    re.IGNORECASE,
)
"""What stands behind a number that names nothing of its own."""

_AGAINST = re.compile(
    rf"[^.;:\d()]{{0,60}}?(?:,|\b)[\s\xa0]*(?:(?:as[\s\xa0]+)?against|as[\s\xa0]+opposed[\s\xa0]+to|{SET_BESIDE}"
    rf"|(?:an[\s\xa0]+)?(?:improvement|advance)[\s\xa0]+on|better[\s\xa0]+than|worse[\s\xa0]+than)[\s\xa0]+{_HEDGE}"
    rf"|[\s\xa0]*(?:[a-z]+)?(?:,|[\s\xa0]*\()[\s\xa0]*(?:was|previously|formerly)[\s\xa0]+{_HEDGE}",
    re.IGNORECASE,
)
_AWAY_FROM = re.compile(
    rf"\b(?:(?:come|came|gone|went|was|is)[\s\xa0]+(?:up|down)|{MOVED}|fallen|fell|risen|rose|dropped|declined|improved|grown|grew"
    rf"|increased|decreased|reduced)[\s\xa0]+from[\s\xa0]+{_HEDGE}$",
    re.IGNORECASE,
)
_IT_HAD_BEEN = re.compile(
    r"\W{0,3}(?:it|they|this|that|these|the[\s\xa0]+(?:figure|number|rate|total|proportion|average))[\s\xa0]+had"
    rf"(?:[\s\xa0]+previously)?[\s\xa0]+been[\s\xa0]+{_HEDGE}",
    re.IGNORECASE,
)


def is_end_of_becoming(sight: Sight) -> bool:
    """Tell whether a number is an end of what became another: each of the two is of a day."""
    text, before = sight.sentence.text, sight.before
    if before is not None and _BECAME.fullmatch(text, before.span.end, sight.start):
        return True
    return sight.right < sight.sentence.end and _BECAME.fullmatch(text, sight.end, sight.right) is not None


def is_of_a_later_time(sight: Sight) -> bool:
    """Tell whether a number is what something came to: the 21 of "from 12 to 21", and of "21, up from 12"."""
    text, before = sight.sentence.text, sight.before
    if before is not None and _BECAME.fullmatch(text, before.span.end, sight.start):
        return True
    if before is not None and _begins(sight, before.span.start):
        return _TO.fullmatch(text, before.span.end, sight.start) is not None
    return sight.right < sight.sentence.end and _UP_FROM.fullmatch(text, sight.end, sight.right) is not None


def is_said_again(sight: Sight) -> bool:
    """Tell whether a number says the one before it in another unit: "£14.1m, or 43%"."""
    before, text = sight.before, sight.sentence.text
    if before is None:
        return False
    if _AGAIN.fullmatch(text, before.span.end, sight.start):
        return True
    if sight.number.unit is Unit.PERCENT and _OR_SHARE.fullmatch(text, before.span.end, sight.start):
        return True
    share = (
        sight.number.unit is Unit.PERCENT
        and before.unit is Unit.COUNT
        and _SHARE_OF.fullmatch(text, before.span.end, sight.start)
    )
    return bool(share) and _ENDS.match(text, sight.end) is not None


def has_like_end(sight: Sight) -> bool:
    """Tell whether a number is an end of a movement whose like stands before it with a date of its own."""
    like = _like_end(sight)
    return like is not None and like.period is not None


def figure_leaned_on(sight: Sight, nature: Nature) -> Figure | None:
    """Return the figure before whose period a number of the ``nature`` shares, or None where it is of another time."""
    like = _like_end(sight)
    if like is not None:
        return like
    if _is_of_when_it_was(sight):
        return sight.before
    figure = _outside_brackets(sight) or _behind_a_comparison(sight) if nature in _SET_BESIDE else None
    figure = figure or _behind_a_target(sight, nature) or _nearest(sight)
    if figure is None or _is_of_another_time(sight, figure, nature):
        return None
    if found_by(figure) == EARLIER:  # what something had been: the number goes on with what it came to
        return sight.told[-2] if len(sight.told) > 1 else None
    return figure


def _is_of_when_it_was(sight: Sight) -> bool:
    """Tell whether a number is of the time of what it stands behind: "22.4%, from 26.1%, when England was at 24.9%"."""
    before = sight.before
    if before is None or before.period is None or sight.sentence.words.isdisjoint(_SAYS_WHEN):
        return False
    return _WHEN.match(sight.sentence.text, before.span.end, sight.start) is not None


_SAYS_WHEN = frozenset({"when", "which"})
_WHEN = re.compile(
    r"(?:[\s\xa0]+[a-z-]+){0,9},?[\s\xa0]+(?:when|at[\s\xa0]which[\s\xa0](?:time|point|date)|in[\s\xa0]which[\s\xa0](?:year|quarter|month))\b",
    re.IGNORECASE,
)


def _is_of_another_time(sight: Sight, figure: Figure, nature: Nature) -> bool:
    """Tell whether words between a figure and a number, or a date of the figure's own, part them in time."""
    text, end = sight.sentence.text, figure.span.end
    beside = figure is sight.before and nature not in _SET_BESIDE and found_by(figure) != SINCE
    beside = beside and _AGAINST_A_PLAN.search(text, end, sight.start) is None
    if sight.reading.whens and beside and compares(text, end, sight.start) and not is_of_an_earlier_time(sight):
        return True
    if sight.reading.whens and _NOW.search(text, end, sight.start) is not None:
        return True
    if nature is not figure.nature and PROSPECT.search(text, end, sight.start):
        return True
    dated = any(e.field == "period" and e.span is not None and e.span.start >= end for e in figure.evidence)
    movement = figure is sight.before and dated and _begins(sight, figure.span.start)
    return movement and _TO_BEHIND.search(text, end, sight.start) is not None


_AGAINST_A_PLAN = re.compile(
    r"\b(?:against|compared\s+(?:with|to)|than)\s+(?:an?|the|its|our)\s+"
    r"(?:plan(?:ned)?|expect\w+|assum\w+|budget\w*|targets?|standard|capacity|limit|norm|ceiling|establishment|minimum|maximum|floor|threshold|guideline|requirement|profile|estimate)\b[^.;\d]{0,30}$",
    re.IGNORECASE,
)
"""What a number is set against that was to be reached at the same time: "811 against a plan of 760"."""

_NOW = re.compile(
    r"(?:[,;]\s*|\b(?:and|but)\s+)(?:and\s+|but\s+)?(?:now|today|currently|at\s+present)\b"
    r"|\b(?:it|this|that|they|which)\s+now\b",
    re.IGNORECASE,
)
"""What turns from the time of a figure to that of the report: "a year ago it was 18%; now it is 11%"."""


def _begins(sight: Sight, start: int) -> bool:
    """Tell whether "from" leads up to the number that begins at ``start``."""
    text = sight.sentence.text
    found = _FROM.search(text, max(sight.sentence.start, start - _REACH), start)
    return (
        found is not None and _RANGE.search(text, max(sight.sentence.start, found.start() - 12), found.start()) is None
    )


def _nearest(sight: Sight) -> Figure | None:
    """Return the figure before, or the one before that where it stands aside or only served to compare."""
    before = sight.before
    if before is None or len(sight.told) < 2 or sight.told[-2].period is None:
        return before
    text, earlier = sight.sentence.text, sight.told[-2]
    if _stands_aside(text, earlier, before, sight.start):
        return earlier
    compared = compares(text, earlier.span.end, before.span.start)
    compared = compared or _FROM_BEHIND.fullmatch(text, earlier.span.end, before.span.start) is not None
    return earlier if compared and _NEW_PART.match(text[before.span.end : sight.start]) else before


def _outside_brackets(sight: Sight) -> Figure | None:
    """Return the figure before the brackets that a number stands in behind another one: "17% (19% in 2011; SN 16%)"."""
    text, before = sight.sentence.text, sight.before
    opened = text.rfind("(", sight.sentence.start, sight.start)
    if before is None or opened < 0 or before.span.start < opened or ")" in text[opened : sight.start]:
        return None
    return next((figure for figure in reversed(sight.told) if figure.span.end <= opened and figure.period), None)


def _behind_a_comparison(sight: Sight) -> Figure | None:
    """Return the figure that a target is set beside: the 8.9 of "8.9, against 9.6 last year and a target of 8.5"."""
    if len(sight.told) < _BOTH or sight.told[-2].period is None or sight.told[-2].unit is not sight.number.unit:
        return None
    earlier, before = sight.told[-2], sight.told[-1]
    compared = before.nature is earlier.nature and compares(sight.sentence.text, earlier.span.end, before.span.start)
    return earlier if compared and earlier.nature is Nature.ACTUAL else None


def _behind_a_target(sight: Sight, nature: Nature) -> Figure | None:
    """Return the figure before a target with its own date: the 22 of "22 good, against 30 by March, and three bad"."""
    before = sight.before
    if before is None or before.nature is not Nature.TARGET or nature is not Nature.ACTUAL:
        return None
    if not any(e.field == "period" and e.span is not None for e in before.evidence):
        return None
    told = reversed(sight.told)
    return next((f for f in told if f.nature is Nature.ACTUAL and f.unit is sight.number.unit and f.period), None)


_BOTH = 2


def _stands_aside(text: str, earlier: Figure, figure: Figure, start: int) -> bool:
    """Tell whether a figure stands in brackets of its own, closed before ``start``: "412 (388 in Q1); 91%"."""
    behind = text[figure.span.end : start]
    return "(" in text[earlier.span.end : figure.span.start] and ")" in behind and "(" not in behind


def _like_end(sight: Sight) -> Figure | None:
    """Return the like end of a movement before: "from £148 in 2012 to £171 in 2013, and from 32 to 35"."""
    text, told = sight.sentence.text, sight.told
    opened = next((i for i, figure in enumerate(told[:-1]) if _begins(sight, figure.span.start)), None)
    if opened is None:
        return None
    if _begins(sight, sight.start):
        leads_on = sight.right < sight.sentence.end and _TO.fullmatch(text, sight.end, sight.right) is not None
        return told[opened] if leads_on else None
    second = len(told) > opened + 2 and _begins(sight, told[-1].span.start)
    return told[opened + 1] if second and _TO.fullmatch(text, told[-1].span.end, sight.start) else None
