"""Numbers that compare: what something changed by, differs by from a standard, or is somewhere else."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.folding import WORD, folded
from crossfoot.extraction.figures.natures.cues import W
from crossfoot.extraction.figures.natures.told import Told
from crossfoot.extraction.figures.numerals import Form
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import word_set
from crossfoot.model import Nature, Span, Unit

_CHANGED = (
    r"increased?|increas(?:es|ing)|rose|risen|rise|rises|rising|grew|grown|growth|grow"
    r"|fell|fallen|fall|falls|falling|drop|dropped|drops|decreas(?:e|ed|es|ing)|reduc(?:e|ed|es|ing|tion|tions)"
    r"|declin(?:e|ed|es|ing)|up|down|improved?|improvement|change|changed"
    rf"|went{W}up|gone{W}up|gain|widened|narrowed|jumped|swing|climbed|net{W}increase|slipped|dipped|movement"
    r""
)
_CHANGE = r"increase|rise|reduction|fall|decrease|drop|growth|improvement|decline|cut|uplift"
_HOW_MUCH = (
    rf"a{W}further|another|an{W}average{W}of|up{W}to|at{W}least|an{W}additional|some|about|around|approximately|almost|nearly|just|just{W}over"
    rf"|just{W}under|over|more{W}than|under|only|the{W}equivalent{W}of|a{W}net|roughly|a|an"
)
_CHANGE_BEFORE = re.compile(
    rf"""(?:
        (?<![Tt]ake-)(?<![Tt]ake\s)(?:{_CHANGED})(?:{W}(?:by|of))(?:{W}(?:{_HOW_MUCH}))*
      | \b(?:higher|lower){W}by(?:{W}(?:{_HOW_MUCH}))*
      | \b(?:cut|cuts|reduced?|increased?|raised?|lower(?:ed)?|trimmed)(?:{W}[\w-]+){{0,7}}{W}by(?:{W}(?:{_HOW_MUCH}))*
      | \bby{W}a{W}further
      | \b(?:go|goes|going|went|gone){W}(?:up|down)
      | (?:[,(–—]|\s-|\b(?:was|were|is|are)\b)[\s\xa0]*(?:up|down)
      | \b(?:the|an?){W}(?:\w+{W})?(?:{_CHANGE}){W}(?:is|was|being)(?:{W}(?:{_HOW_MUCH}|a{W}shade{W}(?:under|over)))*
      | \b(?:an?|the){W}(?:[\w-]+{W})?(?:{_CHANGE})(?:{W}(?:over|in|on|since|from|during){W}(?:\w+{W}){{0,4}}\w+)?
        {W}of(?:{W}\w+)?
    )[\s\xa0(£+-]*$""",
    re.VERBOSE,
)
_CHANGE_BEHIND = re.compile(
    rf"""
    ^[\s\xa0)]*(?:\w+{W}){{0,3}}?(?:more|fewer|higher|lower|less|{_CHANGE}|up|down){W}
        (?:than|on|in|from|compared|since|over(?={W}(?:the|that|this|last|a|\d)))\b
        (?!{W}(?:the{W})?(?:[\d£]|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|half)\b
          |an?{W}(?:year|month|week|third|quarter|half|dozen)\b))
  | ^[\s\xa0]*(?:more|fewer|higher|lower|less){W}than{W}(?:an?|the|one|two|three|six|twelve|eighteen)
        {W}(?:years?|months?|quarters?|weeks?){W}(?:before|earlier|ago|previously)\b
  | ^[\s\xa0]*(?:above|below|up{W}on|down{W}on){W}(?:\w+{W}){{0,5}}?(?:(?:19|20)\d\d|last{W}year|the{W}previous)
  | ^[\s\xa0]*(?:up|down)[\s\xa0]*(?:[.;,)]|$)
  | ^[\s\xa0]*fewer(?!{W}\w+s\b)\b
  | ^[\s\xa0]*(?:{_CHANGE}|cut|uplift)\b
  | ^[\s\xa0]*(?:higher|lower)\b""",
    re.VERBOSE,
)
_STANDARD = (
    r"(?:target|average|budget(?:ed)?|estimated?|profile|plan(?:ned)?|national(?:ly)?|england|limit|threshold|grant|provision"
    r"|neighbours?|region(?:al)?|forecast|comparators?|allocation|ceiling|optimum|requirement|benchmark)\b"
)
_AWAY_FROM = re.compile(
    rf"""^[\s\xa0)]*(?:(?!(?:did|was|were|had|have|is|are|but|and|or|while|fell|fall|came|stood)\b)[\w-]+{W}){{0,3}}?
        (?:above|below|over|under|short{W}of|ahead{W}of|behind|adrift{W}of|inside|outside
          |(?:higher|lower|more|less|fewer|better|worse){W}than){W}(?!an?{W})
        (?:[\w'’-]+{W}){{0,4}}?{_STANDARD}
      | ^[\s\xa0]*(?:(?!(?:did|was|were|had|have|is|are)\b)\w+{W}){{0,3}}?(?:cheaper|dearer|better|worse){W}than
        (?!{W}(?:last|in|a{W}year|the{W}(?:previous|last|year|\w+{W}before)))\b
      | ^[\s\xa0]*short{W}of{W}the\b
      | ^[\s\xa0]*of{W}(?:the|this|that){W}(?:\w+{W})?(?:excess|over[\s-]?spen[dt]|under[\s-]?spen[dt]|shortfall)\b
      | ^[\s\xa0]*(?:difference|discrepancy)\b
      | ^[\s\xa0]*(?:over|under)[\s\xa0]*(?:[.;,)]|and\b|but\b|$)""",
    re.VERBOSE,
)
_DIFFERENCE = re.compile(rf"\b(?:difference|gap|discrepancy){W}of(?:{W}\w+)?[\s\xa0(£]*$", re.IGNORECASE)
_EXCEEDS_BY = re.compile(
    rf"\b(?:(?:exceed\w*|over|under|below|above|beyond){W}(?:the|its|their|our){W}(?:\w+{W}){{0,2}}?{_STANDARD}"
    rf"(?:[^.;]|\.\d){{0,30}}?|exceed\w*{W}(?:this|that|it|these|budget|by)?{W}?)\bby(?:{W}(?:about|around|some|over|just))*[\s\xa0£]*$",
    re.IGNORECASE,
)
_TOO_MUCH = re.compile(
    rf"\b(?:exceed\w*(?:{W}(?:\w+{W}){{0,6}}?|{W})|(?:fall|falls|fell|fallen|be|is|was|are|were){W}short{W})by(?:{W}(?:about|around|some|over|just))*[\s\xa0£]*$",
    re.IGNORECASE,
)
"""What exceeds or falls short of something by an amount."""

_A_TARGET = re.compile(
    r"\btargets?\b[^.;,]{0,40}\b(?:increase|gain|growth|reduction|fall|rise)\s+of[\s\xa0£]*$", re.IGNORECASE
)
_GAP = re.compile(r"\bgap\b", re.IGNORECASE)
_CHANGES = re.compile(rf"{WORD}(?:{_CHANGED}|closed|{_CHANGE})\b", re.IGNORECASE)
_SOMEONE_ELSES = re.compile(
    rf"\b(?:than|with|to|against|below|above|beats?|exceeds|matche[sd]|:){W}"
    rf"(?!Council|Authority|Cabinet|Borough|County|Department|Service)[A-Z][a-z]+(?:{W}[A-Z][a-z]+)?['’]s?[\s\xa0]*$"
)
_REGION = (
    r"(?:(?:North|South)[\s\xa0-]+(?:East|West)|(?:East|West)[\s\xa0]+Midlands|East[\s\xa0]+of[\s\xa0]+England"
    r"|Yorkshire(?:[\s\xa0]+and[\s\xa0]+(?:the[\s\xa0]+)?Humber(?:side)?)?|(?:Inner|Outer|Greater)?[\s\xa0]?London|[Cc]ore[\s\xa0]+cities)"
)
_REGION_WORDS = frozenset({"east", "west", "midlands", "england", "yorkshire", "london", "cities"})
_REGIONS = re.compile(
    rf"(?:[(;][\s\xa0]*(?:the[\s\xa0]+)?{_REGION}(?:{W}(?:average|mean|figure|rate|median))?[:,]?"
    rf"|\b(?:[Ii]n|[Ff]or|[Aa]cross|put|puts){W}the{W}{_REGION}(?:{W}(?:as{W}a{W}whole|councils|region|average|authorities))?"
    rf"(?:[\s\xa0]*\(|(?:{W}(?:\w+{W}){{0,4}}?)?(?:is|was|at|of)))[\s\xa0£]*$"
)
"""A region of England right before its number; a bare compass point may as well be a team's."""

_SHARE = re.compile(r"[\s\xa0]*\(\d[\d.,]*[\s\xa0]?(?:%|per[\s\xa0]cent)\)")
"""A share in brackets that says the number before it again: "£1.1m (15%) less than the budget"."""

_AWAY = 70
_BACK, _AHEAD = 90, 50
"""How many characters before and behind a number words of change may stand."""


# The long patterns are only tried where the words that they cannot do without stand, and in lower case: one that has
# to try both cases of each letter is several times as slow.
_WORDS_AHEAD = 10
_CHANGE_WORDS = word_set(
    """
    more fewer higher lower less increase rise reduction fall decrease drop growth improvement decline up down cut
    uplift above below
    """
)
_AWAY_WORDS = word_set(
    """
    above below over under short ahead behind adrift inside outside higher lower more less fewer better worse cheaper
    dearer difference discrepancy of
    """
)
_DIFFERENCES = frozenset({"difference", "gap", "discrepancy"})
_MOVED = word_set("rose grew fell risen grown fallen dropped declined climbed jumped")
_LINKS_CHANGE = word_set("by of further up down")
_HOW_MUCH_WORDS = word_set(
    """
    a an another additional some about around approximately almost nearly just over under more than only the equivalent
    net roughly £ ( + - – — ‑ / '
    """
)


def _has_ahead(s: Sentence, first: int, words: frozenset[str]) -> bool:
    """Tell whether one of the ``words`` stands among the next ones."""
    return s.holds(words, first, first + _WORDS_AHEAD)


def _may_follow_change(s: Sentence, first: int) -> bool:
    """Tell whether "by", "of" or "up" stands near enough before a number for words of change to lead up to it."""
    i = first - 1
    while i >= 0 and s.low(i) not in _LINKS_CHANGE and s.low(i) in _HOW_MUCH_WORDS:
        i -= 1
    return s.low(i) in _LINKS_CHANGE or s.low(i - 1) in _LINKS_CHANGE


def of_difference(sight: Sight) -> Told | None:
    """Return a variance: "33 above the England average", "£60,000 cheaper than", "a difference of £320k"."""
    s, start, end = sight.sentence, sight.start, sight.end
    differs = not s.words.isdisjoint(_DIFFERENCES)
    before = _DIFFERENCE.search(s.text, max(sight.left, start - 40), start) if differs else None
    if before is not None and sight.number.unit is not Unit.PERCENTAGE_POINTS:
        return Told(Nature.VARIANCE, Span(before.start(), start))
    by = "by" in s.words and _may_follow_change(s, sight.number.first)
    exceeds = _EXCEEDS_BY.search(s.text, max(s.start, start - _BACK), start) if by else None
    if exceeds is None and by and sight.number.money:
        exceeds = _TOO_MUCH.search(s.text, max(s.start, start - _BACK), start)
    if exceeds is not None:
        return Told(Nature.VARIANCE, Span(exceeds.start(), start))
    share = _SHARE.match(s.text, end, s.end)
    begin, stop = (share.end(), s.end) if share is not None else (end, sight.right)
    away = not s.words.isdisjoint(_AWAY_WORDS)
    behind = _AWAY_FROM.match(folded(s.text[begin : min(stop, begin + _AWAY)])) if away else None
    if behind is None or _RISE_OF.search(s.text, max(sight.left, start - 40), start) is not None:
        return None
    return Told(Nature.VARIANCE, Span(begin, begin + behind.end()))


_RISE_OF = re.compile(rf"\b(?:(?:{_CHANGE}){W}of|(?:{_CHANGED}){W}by)(?:{W}(?:{_HOW_MUCH}))*[\s\xa0£]*$", re.IGNORECASE)
"""What makes a change of what stands over something: "an increase of 4.1% over the revised estimate"."""

_UNIT_COST = re.compile(
    r"\b(?:an?|per)\s+(?:week|year|night|day|month|child|place|pupil|head|hour)\b|\b(?:each|average)\b"
)
"""What makes amounts prices of two things, of which neither is the budget for the other."""

_HEDGED = word_set("a an the about around some of just")
_SET_OFF = frozenset({Nature.ACTUAL, Nature.FORECAST, Nature.VARIANCE})


def of_set_against(sight: Sight) -> Told | None:
    """Return a budget that an amount is set against without a word: "an underspend of £0.3m against £141.7m"."""
    s, at, before = sight.sentence, sight.number.first - 1, sight.before
    while s.low(at) in _HEDGED:
        at -= 1
    if s.low(at) != "against" or not sight.number.money or before is None or before.unit is not Unit.GBP:
        return None
    if _UNIT_COST.search(s.text, before.span.end, s.tokens[at].start) is not None or _is_of_before(sight):
        return None
    bare = sight.phrase.close == sight.phrase.first and before.nature in _SET_OFF and before.step >= 1
    return Told(Nature.BUDGET, Span(s.tokens[at].start, sight.start)) if bare else None


def _is_of_before(sight: Sight) -> bool:
    """Tell whether a date behind an amount is of an earlier time than the one before it: "against £58,000 in 2015"."""
    before = sight.before
    held = before.period if before is not None else None
    if held is None:
        return False
    behind = (w for w in sight.reading.whens if sight.end <= w.span.start <= sight.end + _NEXT and w.period is not None)
    return any(w.period is not None and w.period.end < held.start for w in behind)


_NEXT = 16
"""How near behind a number its own date stands."""


def of_someone_else(sight: Sight) -> Told | None:
    """Return a benchmark that a place owns or a region has: "better than London's 77.8%", "(South East 54%)"."""
    low = max(sight.left, sight.start - _BACK)
    found = _SOMEONE_ELSES.search(sight.sentence.text, max(low, sight.start - 50), sight.start)
    if found is None and not sight.sentence.words.isdisjoint(_REGION_WORDS):
        found = _REGIONS.search(sight.sentence.text, low, sight.start)
    return Told(Nature.BENCHMARK, Span(found.start(), sight.start)) if found is not None else None


def of_change(sight: Sight) -> Told | None:
    """Return a change: "doubled", "rose by 12", "2 percentage points", "12 fewer than"."""
    s, n, start, end = sight.sentence, sight.number, sight.start, sight.end
    if n.form is Form.MULTIPLE:
        return Told(Nature.CHANGE, Span(start, end))
    low = max(s.start, start - _BACK)
    if "target" in s.words or "targets" in s.words:
        target = _A_TARGET.search(s.text, max(sight.left, low), start)
        if target is not None:
            return Told(Nature.TARGET, Span(target.start(), start))
    before = _CHANGE_BEFORE.search(folded(s.text[low:start])) if _may_follow_change(s, n.first) else None
    if before is not None and low + before.start() >= sight.left and not (n.money and _speaks_of_variance(sight)):
        return Told(Nature.CHANGE, Span(low + before.start(), start))
    moved = n.unit is Unit.PERCENT and s.low(n.first - 1) in _MOVED and s.low(n.last) != "to"
    if moved or (n.unit is Unit.PERCENTAGE_POINTS and not _is_a_gap(sight)):
        return Told(Nature.CHANGE, Span(start, end))
    changes = _has_ahead(s, n.last, _CHANGE_WORDS)
    behind = _CHANGE_BEHIND.match(folded(s.text[end : min(s.end, end + _AHEAD)])) if changes else None
    if behind is not None and end + behind.end() <= sight.right + 1:
        return Told(Nature.CHANGE, Span(end, end + behind.end()))
    grown = _MORE_THAN_THEM.match(s.text, end, s.end) if changes and n.unit is Unit.PERCENT else None
    return Told(Nature.CHANGE, Span(end, grown.end())) if grown is not None else None


_MORE_THAN_THEM = re.compile(rf"[\s\xa0]*(?:more|fewer|higher|lower|less){W}than{W}the(?={W}[\d£])", re.IGNORECASE)
"""What makes a percentage a change from the number behind it: "or 6.1% more than the 9,302 of last year"."""


def _is_a_gap(sight: Sight) -> bool:
    """Tell whether points measure the gap between two groups, which is no change over time."""
    words = sight.sentence.text[max(sight.left, sight.start - _BACK) : min(sight.right, sight.end + _AHEAD)]
    return _GAP.search(words) is not None and _CHANGES.search(words) is None


def _speaks_of_variance(sight: Sight) -> bool:
    """Tell whether the words around a number speak of a variance, which is no change over time."""
    return any(
        c.nature is Nature.VARIANCE and c.start >= sight.left and c.end <= sight.right for c in sight.reading.cues
    )
