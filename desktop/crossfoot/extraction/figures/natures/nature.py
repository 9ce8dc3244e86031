"""The nature of one number: what it changed by, what was planned or forecast, what it is compared with, or what was."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from crossfoot.extraction.figures.natures.cues import Cue, W
from crossfoot.extraction.figures.natures.moods import Mood, governing
from crossfoot.extraction.figures.numerals import Form, Number
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import word_set
from crossfoot.model import Figure, Nature, Span, Unit

_CHANGED = (
    r"increased?|increas(?:es|ing)|rose|risen|rise|rises|rising|grew|grown|growth|grow"
    r"|fell|fallen|fall|falls|falling|drop|dropped|drops|decreas(?:e|ed|es|ing)|reduc(?:e|ed|es|ing|tion|tions)"
    r"|declin(?:e|ed|es|ing)|up|down|improved?|improvement|change|changed"
    rf"|went{W}up|gone{W}up|gain|widened|narrowed|jumped|swing|climbed|net{W}increase|slipped|dipped|movement"
    r""
)
_CHANGE = r"increase|rise|reduction|fall|decrease|drop|growth|improvement|decline"
_HOW_MUCH = (
    rf"a{W}further|another|an{W}additional|some|about|around|approximately|almost|nearly|just|just{W}over"
    rf"|just{W}under|over|more{W}than|under|only|the{W}equivalent{W}of|a{W}net|roughly|a|an"
)
_CHANGE_BEFORE = re.compile(
    rf"""(?:
        (?:{_CHANGED})(?:{W}(?:by|of))(?:{W}(?:{_HOW_MUCH}))*
      | \b(?:higher|lower){W}by(?:{W}(?:{_HOW_MUCH}))*
      | \b(?:cut|cuts|reduced?|increased?|raised?|lower(?:ed)?|trimmed)(?:{W}[\w-]+){{0,7}}{W}by(?:{W}(?:{_HOW_MUCH}))*
      | \bby{W}a{W}further
      | \b(?:go|goes|going|went|gone){W}(?:up|down)
      | (?:[,(]|\b(?:was|were|is|are)\b)[\s\xa0]*(?:up|down)
      | \b(?:an?|the){W}(?:[\w-]+{W})?(?:{_CHANGE})(?:{W}(?:over|in|on|since|from|during){W}(?:\w+{W}){{0,4}}\w+)?
        {W}of(?:{W}\w+)?
    )[\s\xa0(£+-]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_CHANGE_BEHIND = re.compile(
    rf"""
    ^[\s\xa0)]*(?:\w+{W}){{0,3}}?(?:more|fewer|higher|lower|less|{_CHANGE}|up|down){W}
        (?:than|on|in|from|compared|since|over(?={W}(?:the|that|this|last|a|\d)))\b
        (?!{W}(?:the{W})?(?:[\d£]|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|half)\b
          |an?{W}(?:year|month|week|third|quarter|half|dozen)\b))
  | ^[\s\xa0]*(?:above|below|up{W}on|down{W}on){W}(?:\w+{W}){{0,5}}?(?:(?:19|20)\d\d|last{W}year|the{W}previous)
  | ^[\s\xa0]*(?:up|down)[\s\xa0]*(?:[.;,)]|$)
  | ^[\s\xa0]*fewer(?!{W}\w+s\b)\b
  | ^[\s\xa0]*(?:{_CHANGE}|cut|uplift)\b
  | ^[\s\xa0]*(?:higher|lower)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_STANDARD = (
    r"(?:target|average|budget(?:ed)?|estimated?|profile|plan(?:ned)?|national(?:ly)?|england|limit|threshold"
    r"|neighbours?|region(?:al)?|forecast|comparators?|allocation|ceiling|optimum|requirement|benchmark)\b"
)
_AWAY_FROM = re.compile(
    rf"""^[\s\xa0]*(?:(?!(?:did|was|were|had|have|is|are)\b)[\w-]+{W}){{0,3}}?
        (?:above|below|over|under|short{W}of|ahead{W}of|behind|adrift{W}of|inside|outside
          |(?:higher|lower|more|less|fewer|better|worse){W}than){W}(?!an?{W})
        (?:[\w'’-]+{W}){{0,4}}?{_STANDARD}
      | ^[\s\xa0]*(?:(?!(?:did|was|were|had|have|is|are)\b)\w+{W}){{0,3}}?(?:cheaper|dearer|better|worse){W}than
        (?!{W}(?:last|in|a{W}year|the{W}(?:previous|last|year|\w+{W}before)))\b
      | ^[\s\xa0]*short{W}of{W}the\b
      | ^[\s\xa0]*of{W}(?:the|this|that){W}(?:\w+{W})?(?:excess|over[\s-]?spen[dt]|under[\s-]?spen[dt]|shortfall)\b
      | ^[\s\xa0]*(?:difference|discrepancy)\b
      | ^[\s\xa0]*(?:over|under)[\s\xa0]*(?:[.;,)]|$)""",
    re.VERBOSE | re.IGNORECASE,
)
_DIFFERENCE = re.compile(rf"\b(?:difference|gap|discrepancy){W}of(?:{W}\w+)?[\s\xa0(£]*$", re.IGNORECASE)
_EXCEEDS_BY = re.compile(
    rf"\b(?:exceed\w*|over|under|below|above|beyond){W}(?:the|its|their|our){W}(?:\w+{W}){{0,2}}?{_STANDARD}"
    rf"[^.;]{{0,30}}?\bby(?:{W}(?:about|around|some|over|just))*[\s\xa0£]*$",
    re.IGNORECASE,
)
_GAP = re.compile(r"\bgap\b", re.IGNORECASE)
_CHANGES = re.compile(rf"\b(?:{_CHANGED}|closed|{_CHANGE})\b", re.IGNORECASE)
_SOMEONE_ELSES = re.compile(
    rf"\b(?:than|with|to|against|below|above|beats?|exceeds|matche[sd]|:){W}"
    rf"(?!Council|Authority|Cabinet|Borough|County|Department|Service)[A-Z][a-z]+(?:{W}[A-Z][a-z]+)?['’]s?[\s\xa0]*$"
)
_BESIDE = re.compile(
    r"[\s\xa0]*(?:\((?:or\s)?)?(?:or\s\d[\d.]*%\s)?(?:(?:net|projected|forecast|adverse|favourable)\s)?"
)
_AWAY = 70
_LONGEST_TAIL = 9
_BACK, _AHEAD = 90, 50
"""How many characters before and behind a number words of change may stand."""

_PLANS = frozenset({Nature.BUDGET, Nature.FORECAST, Nature.TARGET, Nature.PROPOSED})
_LENT = _PLANS | {Nature.BENCHMARK, Nature.VARIANCE}
"""What the words before a list say of all its items."""


class Told(NamedTuple):
    """A nature, and the words that tell it where any do; ``firm`` where no date may overrule them."""

    nature: Nature
    words: Span | None
    firm: bool = False


_PLAIN = Told(Nature.ACTUAL, None)


def nature_of(sight: Sight) -> Told:
    """Return a number's nature; cues beyond the numbers on its either side belong to those."""
    return (
        _of_difference(sight)
        or _of_change(sight)
        or _of_someone_else(sight)
        or (_of_money(sight) if sight.number.money else _of_count(sight))
        or _of_number_before(sight)
        or _of_lead(sight)
        or _PLAIN
    )


def _of_difference(sight: Sight) -> Told | None:
    """Return a variance: "33 above the England average", "£60,000 cheaper than", "a difference of £320k"."""
    s, start, end = sight.sentence, sight.start, sight.end
    before = _DIFFERENCE.search(s.text, max(sight.left, start - 40), start)
    if before is not None and sight.number.unit is not Unit.PERCENTAGE_POINTS:
        return Told(Nature.VARIANCE, Span(before.start(), start))
    exceeds = _EXCEEDS_BY.search(s.text, max(s.start, start - _BACK), start)
    if exceeds is not None:
        return Told(Nature.VARIANCE, Span(exceeds.start(), start))
    behind = _AWAY_FROM.search(s.text[end : min(sight.right, end + _AWAY)])
    return Told(Nature.VARIANCE, Span(end, end + behind.end())) if behind is not None else None


def _of_someone_else(sight: Sight) -> Told | None:
    """Return a benchmark that a place owns: "better than London's 77.8%"."""
    found = _SOMEONE_ELSES.search(sight.sentence.text, max(sight.left, sight.start - 50), sight.start)
    return Told(Nature.BENCHMARK, Span(found.start(), sight.start)) if found is not None else None


_ELLIPTIC = word_set(
    """
    and or , then rising falling increasing reducing tapering to in by from will would be was is about some around
    approximately over just nearly again eventually finally at for next following later another further a an the ( last
    first second third former latter other one
    """
)
"""Words that stand between two numbers of which the second goes on with what was said of the first."""

_CARRIED = frozenset({Nature.BUDGET, Nature.FORECAST, Nature.TARGET, Nature.PROPOSED, Nature.BENCHMARK})


def _of_number_before(sight: Sight) -> Told | None:
    """Return the nature of the number before, where this one only goes on: "£6,000 in year 2 and nil in year 3"."""
    before, n = sight.before, sight.number
    if before is None:
        return None
    nature = before.nature
    if nature is None or nature is Nature.ACTUAL:
        return None
    again = before.unit is not n.unit and _is_the_same(sight, before)
    again = again or (before.unit is n.unit and nature in _PLANS and _parts_it(sight, before))
    return Told(nature, _words_of(before)) if again or _goes_on(sight, before, nature) else None


def _goes_on(sight: Sight, before: Figure, nature: Nature) -> bool:
    """Tell whether nothing but small words stands between a number and the list that it goes on with."""
    s, n = sight.sentence, sight.number
    if nature not in _CARRIED | _BY or (before.unit is not n.unit and n.value != 0):
        return False
    if ")" in s.text[before.span.end : sight.start]:
        return False
    tail: list[str] = []
    for i in range(n.first - 1, max(-1, n.first - _LONGEST_TAIL), -1):
        token = s.tokens[i]
        if token.end <= before.span.end:
            break
        if token.low != "£":
            tail.append(token.low)
        if token.low in {",", "and", "or"}:
            break
    else:
        return False
    joined = bool(tail) and tail[-1] in {",", "and", "or", "to"} and all(word in _ELLIPTIC for word in tail)
    if not joined or any(c.nature is Nature.ACTUAL for c in _near(sight)):
        return False
    return nature not in _BY or tail[0] == "by"


_BY = frozenset({Nature.CHANGE, Nature.VARIANCE})
"""What goes on only behind another "by": "would overspend by £394,000 and the last by £126,500"."""

_SAME = re.compile(
    r"[\s\xa0]*(?:,?[\s\xa0]*(?:or|i\.?e\.?,?|that[\s\xa0]is,?|equivalent[\s\xa0]to|representing)[\s\xa0]+"
    r"(?:about[\s\xa0]+|around[\s\xa0]+)?|\()[\s\xa0£(]*|[^.;:()\d]{1,40},[\s\xa0](?:i\.?e\.?,?|that[\s\xa0]is,?)[\s\xa0£]*",
    re.IGNORECASE,
)


def _is_the_same(sight: Sight, before: Figure) -> bool:
    """Tell whether a number only says the one before in another unit: "up 263, or 12.5%", "2.6% (£508,000)"."""
    return _SAME.fullmatch(sight.sentence.text, before.span.end, sight.start) is not None


_COMPRISING = re.compile(
    r"[^.;:\d]{0,40}?\b(?:comprising|consisting[\s\xa0]of|made[\s\xa0]up[\s\xa0]of|namely|of[\s\xa0]which)[\s\xa0]+"
    r"(?:about[\s\xa0]+|some[\s\xa0]+)?[£\s\xa0]*",
    re.IGNORECASE,
)


def _parts_it(sight: Sight, before: Figure) -> bool:
    """Tell whether a number is a part of the plan before it: "£78m, comprising £64m", "£35m, of which £15m is lent"."""
    if _COMPRISING.fullmatch(sight.sentence.text, before.span.end, sight.start) is None:
        return False
    verb = governing(sight.sentence.text, sight.reading.verbs, Span(sight.start, sight.end), sight.right)
    return verb is None or verb.mood is not Mood.PAST or verb.end <= sight.start


def _words_of(figure: Figure) -> Span:
    """Return the words that told a figure's nature, or those of the figure itself."""
    return next((e.span for e in figure.evidence if e.field == "nature" and e.span is not None), figure.span)


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
    if n.unit is Unit.PERCENTAGE_POINTS and not _is_a_gap(sight):
        return Told(Nature.CHANGE, Span(start, end))
    behind = _CHANGE_BEHIND.search(s.text[end : min(s.end, end + _AHEAD)])
    if behind is not None and end + behind.end() <= sight.right + 1:
        return Told(Nature.CHANGE, Span(end, end + behind.end()))
    return None


def _is_a_gap(sight: Sight) -> bool:
    """Tell whether points measure the gap between two groups, which is no change over time."""
    words = sight.sentence.text[max(sight.left, sight.start - _BACK) : min(sight.right, sight.end + _AHEAD)]
    return _GAP.search(words) is not None and _CHANGES.search(words) is None


def _speaks_of_variance(sight: Sight) -> bool:
    """Tell whether the words around a number speak of a variance, which is no change over time."""
    return any(
        c.nature is Nature.VARIANCE and c.start >= sight.left and c.end <= sight.right for c in sight.reading.cues
    )


def _near(sight: Sight) -> list[Cue]:
    """Return the cues between the number before and this one, without those of a clause that has ended between."""
    text = sight.sentence.text
    near = [c for c in sight.reading.cues if sight.left <= c.start and c.end <= sight.start]
    return [
        c
        for c in near
        if not _stands_aside(text, c, sight.start)
        and not (c.nature in _MEASURES and _NEW_CLAUSE.search(text, c.end, sight.start))
        and not (c.nature is Nature.TARGET and _is_not_its(text, c, sight.start))
    ]


def _stands_aside(text: str, cue: Cue, start: int) -> bool:
    """Tell whether a cue stands in brackets that are closed before a number: "(England: 4.0%) and a further 13.1%"."""
    return text.find(")", cue.end, start) >= 0 and text.find("(", cue.end, start) < 0


_SET_AGAINST = re.compile(
    r"\b(?:above|below|over|under|exceed\w*|met|missed|beat(?:en)?|within|ahead\s+of|behind)\s+(?:the\s+|its\s+|our\s+)?$",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"\s*(?:[(:]|\b(?:of|being|which|set|for|was|is|rate|figure|level|that|in|agreed)\b)", re.IGNORECASE
)


def _is_measured_by(text: str, cue: Cue, start: int) -> bool:
    """Tell whether a number was set against a target: "just above target at 77.6%", not "above the target of 20%"."""
    if _SET_AGAINST.search(text, max(0, cue.start - 24), cue.start) is None:
        return False
    return _STATED.match(text, cue.end, start) is None


_FAR_OFF = re.compile(r"(?:\s+\w+){3,}[^,;]*[,;].*|[^,;]*[,;](?:\s+[\w'’]+){4,}.*", re.DOTALL)
"""Words and a comma between a target and a number: too much for the one to be the other."""


def _is_not_its(text: str, cue: Cue, start: int) -> bool:
    """Tell whether a target before a number is another number's, or what the number was set against."""
    return (
        _is_its_own(text, cue)
        or _is_measured_by(text, cue, start)
        or _FAR_OFF.fullmatch(text, cue.end, start) is not None
    )


def _is_its_own(text: str, cue: Cue) -> bool:
    """Tell whether a target names the number right before it: "the 20 week limit"; "83 short of the 1,200" does not."""
    if text[cue.start : cue.end].lower().startswith(("short", "against")):
        return False
    return _ITS_OWN.search(text, max(0, cue.start - 24), cue.start) is not None


_ITS_OWN = re.compile(
    r"\d(?:%|[\s\xa0-]*(?:per[\s\xa0]cent|percent|hours?|days?|weeks?|months?|working[\s\xa0]days?))?[\s\xa0-]*$"
)
"""A number that a target before it names: "the 20 week limit"."""

_MEASURES = frozenset({Nature.TARGET, Nature.BENCHMARK, Nature.FORECAST, Nature.PROPOSED})
_NEW_CLAUSE = re.compile(
    r"(?:[,;]\s+(?:and|but|while|whereas)\s+\w+[’']?s?|(?:[,;]|\band)\s+(?:the|a|an|its|their|this|these|and\s+the))"
    r"\s[^,;]{0,60}?\b(?:was|were|is|are|being|stood|had|has|have)\b",
    re.IGNORECASE,
)
"""A comma and a subject with a verb of its own: what was said before them speaks of something else."""


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
    near = _near(sight)
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
        if c.nature in _PLANS
        and not (c.nature is Nature.BUDGET and _SOURCE.search(text, sight.end, c.start))
        and _fits(c, sight)
        and not _leads_on(c, sight)
        and not _belongs_to_the_next(c, sight)
    )
    return next((_of(c) for c in plans), None)


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


_PLANNED = re.compile(rf"\b(?:an?|the|its){W}(?:budgeted|planned|funded){W}$", re.IGNORECASE)
_STANDARD_BEHIND = re.compile(rf"[\s\xa0]*(?:\w+{W})?standard\b", re.IGNORECASE)


def _of_count(sight: Sight) -> Told | None:
    """Return the nature that the words beside a number other than money give it."""
    near = _near(sight)
    strong = _strong(sight, near)
    if strong:
        return _of(strong[-1])
    planned = _PLANNED.search(sight.sentence.text, max(sight.left, sight.start - 30), sight.start)
    if planned is not None:
        return Told(Nature.BUDGET, Span(planned.start(), sight.start))
    standard = _STANDARD_BEHIND.match(sight.sentence.text, sight.end, sight.right)
    if standard is not None:
        return Told(Nature.TARGET, Span(sight.end, standard.end()))
    for cue in sight.reading.cues:
        if cue.start < sight.end or cue.end > sight.right or _leads_on(cue, sight):
            continue
        away = cue.start - sight.end
        if _belongs_to_the_next(cue, sight):
            continue
        if away <= 30 and cue.nature in {Nature.TARGET, Nature.BENCHMARK} and _fits(cue, sight):
            if _COMPARED.search(sight.sentence.text, sight.end, cue.start):
                continue
            return _of(cue)
        if away <= 70 and cue.nature is Nature.PROPOSED and not near and _counts(sight.number):
            return _of(cue)
    return _forecast_earlier(sight)


_DIGIT = re.compile(r"\d")
_COMPARED = re.compile(r"\b(?:than|below|above|against|under|over|beyond|exceeded|met|missed|hit)\b", re.IGNORECASE)
"""Words between a number and a standard that make it what is compared, and no standard."""

_BREAK = re.compile(r"[;:]|\.\s|(?:,|\band)\s")


def _belongs_to_the_next(cue: Cue, sight: Sight) -> bool:
    """Tell whether a cue behind a number opens a new part, in which the next number stands."""
    text = sight.sentence.text
    broken = _BREAK.search(text, sight.end, cue.start)
    if _DIGIT.search(text, sight.end, cue.start):
        return True
    if broken is None:
        return False
    return broken.group()[0] in ";:" or (sight.right < sight.sentence.end and cue.start - broken.end() < _OPENING)


_OPENING = 12
"""How near behind a comma a cue stands that opens what follows."""

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
    verb = governing(sight.sentence.text, sight.reading.verbs, Span(sight.start, sight.end), sight.right)
    if verb is not None and verb.mood is Mood.PAST:
        return None
    lent = [c for c in lead.cues if c.nature in _LENT]
    if not lent or (lent[-1].nature in {Nature.BUDGET, Nature.VARIANCE} and not sight.number.money):
        return None
    return _of(lent[-1])
