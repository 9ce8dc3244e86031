"""Which of the period expressions around a number says when it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crossfoot.extraction.figures.numerals import Number
from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.aside import (
    SAYS_HOW_MANY,
    dates_what_is_said_aside,
    is_counted_in_or_out,
    is_left_behind,
    is_of_what_is_intended,
    is_only_compared_with,
    only_looked_back_to,
    says_when_it_was_set,
    says_where_it_ends,
)
from crossfoot.extraction.figures.periods.comparisons import AND_WHAT_IT_COUNTS, MOVED, SET_BESIDE
from crossfoot.extraction.figures.periods.deeds import dates_a_deed, is_of_another
from crossfoot.extraction.figures.periods.known import When
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.model import PeriodKind

_COMPARES = re.compile(
    rf"\b(?:compared|against|than|versus|{MOVED}\s+from|{SET_BESIDE}|whereas|while|whilst|since|before|opposed\s+to"
    r"|in\s+comparison|in\s+line\s+with|relative\s+to|having\s+been|previously|same\s+as|similar\s+to|as\s+(?:many|much|high|low)\s+as\s+(?:the|in|at|it|they|last|an?)\b|as\s+(?:it|they|there)\s+(?:was|were|had)|unchanged\s+from"
    r"|(?:after|and\s+not)(?=\s+£?(?:\d|\Z))|(?:up|down)\s+on|(?:over|above|below|under)\s+(?:the\s+(?:figure|number|total|level|rate|average|mean|median)|(?:that|those)\s+(?:of|for|in))"
    r"|(?:improvement|advance|gain|increase|rise|reduction|fall|drop)\s+on"
    r"|where\s+(?:(?:it|they|we|there)\s+(?:was|were|had|stood|used)|(?:an?|last|the)\s+(?:year|quarter|month))"
    r"|(?:when|where)\s+(?:(?:the|our|its|their)\s+)?(?:comparators?|comparable|(?:statistical\s+|nearest\s+)?neighbours?|national|england"
    r"|similar|other)"
    r"|from\s+(?:an?|the|its|their)\s+(?:[a-z-]+\s+){0,2}(?:peak|high|low|height|base(?:line)?|maximum|minimum))\b|;"
)
"""Words of comparison, in lower case."""

_COORDINATES = re.compile(r"^[^.;:]{0,60}?(?:,|\band\b|\bor\b|\bto\b|/|&|\bof\b|\()[^.;:]{0,40}$")
PROSPECT = re.compile(r"\b(?:would|will|must|could|should|might|to\s+be)\b", re.IGNORECASE)
"""Words that turn to another time than what stands before them."""

_BASE = re.compile(
    r"\b(?:increase|decrease|reduction|rise|fall|drop|up|down|improvement|change|more|fewer|higher|lower)\b[^.;]{0,30}?"
    r"\b(?P<move>from|since|over|against|to|compared\s+(?:with|to))(?:\s+(?:in|at|the|that|of))*\s*$"
    r"|\b(?P<word>than|on)(?:\s+(?:in|at|for|the|those|that|of))*\s*$",
    re.IGNORECASE,
)
"""Words that make an expression the base of a comparison: "7 more than last year", "up 3% on 2013/14"."""

_BESIDE_IT = re.compile(
    r"\b(?:(?:points?|percentage\s+points?|higher|lower|better|worse|well|just|far|still|slightly|marginally|%|cent)\s+"
    r"(?:above|below|under|over|beyond|ahead\s+of|behind)|the\s+same\s+(?:[a-z]+\s+)?as)\s+(?:(?:in|at|for|the|those|that|of)\s+)*$",
    re.IGNORECASE,
)
"""What makes a time that is looked back to one that is only compared with: "three points above the year before"."""

_BESIDE = re.compile(r"\s*(?:to|over|from|since|against)\s*(?:the\s*)?", re.IGNORECASE)
_FROM = re.compile(r"\bfrom[\s\xa0£(]*$", re.IGNORECASE)
_TO = re.compile(
    r"[\s\xa0]*%?[\s\xa0]*(?:[a-z-]+[\s\xa0]+){0,4}?to[\s\xa0]*(?:about|around|some|over|nearly|almost)?[\s\xa0£]*",
    re.IGNORECASE,
)
_BEFORE_BETWEEN = re.compile(r"\bbetween(?:\s+(?:the|end|of|and|start|in))*\s*$", re.IGNORECASE)
BETWEEN = "between"
"""How one end of "between 2001 and 2011" was read."""

_BEGINS_BETWEEN = re.compile(r"between\b", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s\xa0]*and[\s\xa0]*", re.IGNORECASE)
_BASE_BEFORE = re.compile(
    rf"\b(?:from|than|against|{SET_BESIDE})\s+(?:about|around|just|over|under|some|only|the)?[\s\xa0£(]*$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\bsince\s+(?:the\s+)?(?:(?:start|beginning|outset|first\s+day)\s+of\s+(?:the\s+)?)?$", re.IGNORECASE
)
_MOST_BEFORE_LATER = 2
"""How many words may stand between a number and "a year later" that dates it: "were not smoking four weeks later"."""


_WHERE = re.compile(r"\bwhere\b[^.;\d]{0,40}$", re.IGNORECASE)
"""What leads up to the time of a number that comes next: "it took 5.5 weeks, where in 2022/23 it took 11"."""

_WHERE_IT = re.compile(r",?[\s\xa0]+(?:where|when|in[\s\xa0]which)\b", re.IGNORECASE)
"""How a clause goes on about the time before it: "carried into 2016/17, where it is added to"."""

_NOW_BEHIND = re.compile(
    r"[\s\xa0]*(?:%|per[\s\xa0]cent)?[\s\xa0]+(?:now|at[\s\xa0]present|currently|today)(?=[\s\xa0]*(?:[,.;)]|$))",
    re.IGNORECASE,
)
"""What makes a number one of now: "compared with 18% now"."""

_OWED_FOR = re.compile(
    r"\b(?:due|payable|owed|owing|levied|billed|raised|relating|carried\s+forward|brought\s+forward|tax|rates|rent|debit)"
    r"(?:\s+(?:for|to|from|in\s+respect\s+of|into))?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Words that make a year behind them what an amount is for, not when it was counted: "66% of the tax due for"."""

_PLANNED = re.compile(
    r"\b(?:budget(?:ed)?|forecast|projected|expected|estimated|planned|target|heading|anticipated|predicted)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\b(?:double|twice|treble|triple|half|times|as\s+many\s+as|on)\s+(?:the|that)\s*[£]?$", re.IGNORECASE
)
_AWAY_FROM = re.compile(r"\b(?:below|above|beyond|short\s+of|ahead\s+of|exceed\w*)\s+the\s*[£]?$", re.IGNORECASE)
_DATES = frozenset({"date", "shortdate", "since", "datespan", "shortspan"})
_NUMBER_BEHIND = re.compile(r"[\s\xa0]*(?:[,:][\s\xa0]*|(?:[a-z]+[\s\xa0:]+){1,2})[£\d]")
"""What stands behind an expression that opens an aside with a number of its own: "287 (September, 281)"."""

_PARTS = re.compile(r"[·•,;:|/(]|\s[-–—]\s")
_NEW_PART = re.compile(
    r"(?:[,;:](?:[\s\xa0]+(?:and|but|while|so[\s\xa0]that|with|then|although|though|yet))?"
    r"|\b(?:and|but|while|whilst|whereas))"
    r"[\s\xa0]+(?:(?:that|those)[\s\xa0]+(?=for|in|at|of))?(?:as[\s\xa0]at|in|for|at|by|from|during|on|over|since)?[\s\xa0]*(?:the[\s\xa0]+|this[\s\xa0]+)?"
    r"(?:(?:financial[\s\xa0]|calendar[\s\xa0]|whole[\s\xa0]of[\s\xa0](?:the[\s\xa0])?)?(?:year|quarter|month)[\s\xa0]+(?:(?:ended|to)[\s\xa0]+)?)?"
    r"(?:(?:end|close|start|beginning|(?:last|first)[\s\xa0]day)[\s\xa0]of[\s\xa0]+(?:the[\s\xa0]+)?)?$",
    re.IGNORECASE,
)
_AND_OTHERS = re.compile(
    r"\band[\s\xa0]+(?:the[\s\xa0]+)?(?:[a-z-]+[\s\xa0]+){1,3}(?:in|at|for|during|on)[\s\xa0]+(?:the[\s\xa0]+)?$",
    re.IGNORECASE,
)
"""What leads up to the date of what is counted next: "1,580 and delays in December 301"."""

_WHICH_IS = re.compile(
    r"[\s\xa0]+(?:is|was|are|were|had[\s\xa0]been|has[\s\xa0]been|will[\s\xa0]be|would[\s\xa0]be|stands[\s\xa0]at|stood[\s\xa0]at)"
    r"[\s\xa0]+(?:(?:about|around|some|only|just|put[\s\xa0]at|set[\s\xa0]at)[\s\xa0]+)*£?",
    re.IGNORECASE,
)
"""What leads from the time of what is counted next to its number: "and the target for this year is 20%"."""

_AND_IN = re.compile(r"[\s\xa0]+(?:and|but)[\s\xa0]+(?:in|at|on|for|by)[\s\xa0]+(?:the[\s\xa0]+)?", re.IGNORECASE)
"""What leads from a number with a time before it to the time of the next: "in 2024 there were 3,902 and in 2016, …"."""

_BRINGING = re.compile(
    r",[\s\xa0]+(?!(?:includ|dur|follow)ing\b)[a-z]+ing[\s\xa0]+(?:[\w’'-]+[\s\xa0]+){0,5}$", re.IGNORECASE
)
"""What leads up to the time of a number that comes next: "4 were adopted, bringing the total for the year to 15"."""

_RUNS_ON = re.compile(r"(?:[^,;.()—]|\.(?=\d)){0,60}")
_APPOSED = re.compile(r"\s*,\s+(?:i\.?e\.?,?\s+|that\s+is,?\s+|an?\s+\w+\s+of\s+)?[£\s]*", re.IGNORECASE)
"""What stands between a date and a number that goes on with what was dated: "£1.3m by year end, £200k over"."""

_NOW_WORDS = frozenset({"now", "currently", "present", "presently", "today"})
_NOW = re.compile(
    r"(?:\band\b|\bbut\b|[,;])[^,;]{0,40}\b(?:is|are|has|have|it\s+is)\s+(?:now|currently|at\s+present|presently)\b"
    r"|\b(?:it|this|that|they|which)\s+now\s+(?:stands?|is|are|amounts?|comes?|totals?|has|have)\b"
    r"|(?:\band\b|\bbut\b|[,;])\s+(?:now|currently|at\s+present|today)\s+(?:it|there|they|the|that|this|£?\d)",
    re.IGNORECASE,
)
_AND = re.compile(r"[\s\xa0]+(?:and|or|to)\b", re.IGNORECASE)
_DIRECTLY_AT = re.compile(
    r"[\s\xa0]+(?:[a-z]+[\s\xa0]+)?(?:in|at|on|for|during|by)[\s\xa0]+(?:the[\s\xa0]+)?", re.IGNORECASE
)
"""What stands between a number and a date of its own: "412 visits in 2014"."""

_OF_ITS_OWN = re.compile(
    r"(?:['’]s)?[\s\xa0]*(?:(?:outturn|figure|average|total|result|rate|level|position|budget|estimate|actual)[\s\xa0]+)?(?:of[\s\xa0]+)?[:=]?[\s\xa0£]*"
)
"""What stands between a base of a comparison and its own number: "over the estimate for the current year of £22m"."""

_DIRECTLY = re.compile(r"[\s\xa0]*[:=]?[\s\xa0£]*")
_BARE_NEXT = re.compile(rf"[%km]?{AND_WHAT_IT_COUNTS},[\s\xa0]+£?", re.IGNORECASE)
_DIRECTLY_IN = re.compile(
    r"[\s\xa0]*(?:%|per[\s\xa0]cent|[km]\b)?[\s\xa0]+(?:(?:in|for|during)[\s\xa0]+)?(?:the[\s\xa0]+)?", re.IGNORECASE
)
"""What stands between two numbers of which the second is set beside the first, and behind that up to its time."""

_WHOLE = re.compile(r"\bof(?:\s+(?:the|these|those|all|some|our|its))*[\s\xa0(£]*$", re.IGNORECASE)
_PARTS_THEM = re.compile(r"%?[\s\xa0]+of[\s\xa0]+(?:them|these|those|which|whom)\b", re.IGNORECASE)
_FINITE = re.compile(r"\b(?:was|were|had|has|have|is|are|been)\b", re.IGNORECASE)
_PART_OF_THE_SAME = re.compile(r"\bof\s+(?:whom|which|these|those)\b|\bincluding\b|\band\s*$|,\s*$")
_REACH_BEHIND = 110
"""How many characters behind a number an expression may stand that still dates it."""
_OPENING = 12
"""How near to a sentence's beginning an expression stands that dates the whole of it."""
_FAR = 25
"""How far behind the nearest expression a number is that the opening one dates instead."""


def compares(text: str, start: int, end: int) -> bool:
    """Tell whether words of comparison stand between two places: what follows them is of another time."""
    begin = max(0, start - 1)  # one character more, which tells whether a word begins at the first of them
    low = text[begin:end].lower()
    found = _COMPARES.search(low, start - begin)
    while found is not None and found.group() == ";":
        found = _COMPARES.search(low, found.end())
    return found is not None


_OVER_THE_FIGURE = re.compile(
    r"\b(?:over|above|below|under)\s+the\s+(?:figure|number|total|level|rate)\s+(?:for|of|at|in)\s+(?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?$"
)
"""What makes a time one whose figure is exceeded: "nine over the figure for the end of December 2022"."""


def is_compared_with(text: str, start: int, when: When) -> bool:
    """Tell whether an expression dates what a sentence, from ``start`` on, only compares with: "11 points on 2013"."""
    before = max(start, when.span.start - _REACH_BEHIND)
    if _OVER_THE_FIGURE.search(text, before, when.span.start) is not None:
        return True
    if when.compares and _BESIDE_IT.search(text, before, when.span.start) is not None:
        return True
    base = _BASE.search(text, before, when.span.start)
    on_that_day = base is not None and base["word"] == "on" and when.rule == "now"
    return base is not None and base["word"] in {"on", "than"} and when.rule not in _DATES and not on_that_day


def bind(s: Sentence, numbers: Sequence[Number], whens: Sequence[When]) -> list[When | None]:
    """Return for each number of a sentence the expression that dates it, or None.

    An expression right behind a number is its own; of two numbers joined by "and" before one, both are;
    an expression at the beginning dates every number that has none of its own.
    """
    dated = [w for w in whens if w.period is not None]
    if not dated or not numbers:
        return [None] * len(numbers)
    dated = [w for before, w in zip([None, *dated], dated, strict=False) if not says_where_it_ends(s, before, w)]
    dated = [w for k, w in enumerate(dated) if not (k and says_when_it_was_set(s, w))]
    return _Binding(
        s, numbers, [w for w in dated if not (only_looked_back_to(s, w) or is_counted_in_or_out(s, w))]
    ).made()


def in_order(s: Sentence, numbers: Sequence[Number], whens: Sequence[When]) -> dict[int, When]:
    """Return the expressions of numbers that "respectively" matches with as many dates in the same order.

    And of both ends of a movement between two dates: "between 2006 and 2012, from 2,914 to 3,438".
    """
    dated = [w for w in whens if w.period is not None]
    if not any(t.low == "respectively" for t in s.tokens):
        return _ends_between(s, numbers, dated)
    if len(dated) != len(numbers) or len(dated) < 2:
        return {}
    first, last = s.tokens[numbers[0].first].start, s.tokens[numbers[-1].first].start
    if all(w.span.end < first for w in dated) or all(w.span.start > last for w in dated):
        return dict(enumerate(dated))
    return {}


def _ends_between(s: Sentence, numbers: Sequence[Number], dated: Sequence[When]) -> dict[int, When]:
    """Return the first date for the first end of a movement and the second for the second, and for its change."""
    each = _one_for_each_month(s, numbers, dated)
    ends = _two_dates(s, dated)
    if each or ends is None:
        return each
    first, last = ends
    for k in range(len(numbers) - 1):
        start, end = s.tokens[numbers[k].first].start, s.tokens[numbers[k].last - 1].end
        following = s.tokens[numbers[k + 1].first].start
        if _FROM.search(s.text, max(s.start, start - _REACH_BEHIND), start) and _TO.fullmatch(s.text, end, following):
            change = {k - 1: last} if k and s.tokens[numbers[k - 1].first].start < first.span.start else {}
            return {k: first, k + 1: last, **change}
    return {}


def _one_for_each_month(s: Sentence, numbers: Sequence[Number], dated: Sequence[When]) -> dict[int, When]:
    """Return the month of each of two numbers behind two months: "in May and June it was at 39 and 42"."""
    for when in dated:
        behind = [k for k, n in enumerate(numbers) if s.tokens[n.first].start >= when.span.end][:2]
        if when.rule != "monthspan" or len(behind) < _TWO or " and " not in when.span.cut(s.text):
            continue
        first, second = (numbers[k] for k in behind)
        joined = s.text[s.tokens[first.last - 1].end : s.tokens[second.first].start].strip() == "and"
        ends = _ends_of(when) if joined and not _BEGINS_BETWEEN.match(s.text, when.span.start) else None
        if ends is not None:
            return dict(zip(behind, ends, strict=True))
    return {}


_TWO = 2


def _two_dates(s: Sentence, dated: Sequence[When]) -> tuple[When, When] | None:
    """Return the two dates that a sentence tells a movement between, or None where it names others or none."""
    if len(dated) == 1 and _BEGINS_BETWEEN.match(s.text, dated[0].span.start, dated[0].span.end):
        return _ends_of(dated[0])
    if len(dated) != 2 or not _BETWEEN.fullmatch(s.text, dated[0].span.end, dated[1].span.start):
        return None
    return (dated[0], dated[1]) if _BEFORE_BETWEEN.search(s.text, s.start, dated[0].span.start) else None


def _ends_of(when: When) -> tuple[When, When] | None:
    """Return the first and the last day, month or year of "between 2001 and 2011" as expressions of their own."""
    period = when.period
    if period is None:
        return None
    start, end = period.start, period.end
    if when.rule in {"datespan", "shortspan"}:
        ends = stretches.as_at(start), stretches.as_at(end)
    elif when.rule == "monthspan":
        ends = stretches.month(start.year, start.month), stretches.month(end.year, end.month)
    elif when.rule == "yearspan" and start.month == 1:
        ends = stretches.calendar_year(start.year), stretches.calendar_year(end.year)
    elif when.rule == "yearspan":
        ends = stretches.financial_year(start.year), stretches.financial_year(end.year - 1)
    else:
        return None
    return replace(when, period=ends[0], rule=BETWEEN), replace(when, period=ends[1], rule=BETWEEN)


def _joins(gap: str, behind: str, when: When) -> bool:
    """Tell whether two numbers with ``gap`` between them share the expression that ``behind`` leads up to.

    Not where the second one turns to a time to come ("must lose £0.5m by 2014/15"), has a verb of its own beside
    a day ("… and a further 14 were in assessment on 31 March"), or is an aside ("640 (683 in 2008/09)").
    """
    if not _COORDINATES.match(gap) or any(
        words.search(gap.lower()) for words in (_COMPARES, _FROM, PROSPECT, _PLANNED, _BECAUSE)
    ):
        return False
    if (when.rule == "todate" and ("," in gap or _FINITE.search(gap))) or _HAD_BEEN.search(gap):
        return False
    if (
        _BUDGETED.search(behind)
        or behind.rstrip().endswith(("by", "from"))
        or _TIMES.search(gap)
        or _AWAY_FROM.search(gap)
    ):
        return False
    as_at = when.period is not None and when.period.kind is PeriodKind.AS_AT
    aside = gap.rfind("(") > gap.rfind(")") and ")" not in behind
    return not aside and not (as_at and _FINITE.search(gap))


_BECAUSE = re.compile(r"\b(?:because|although|due\s+to|owing\s+to|as\s+the|though)\b", re.IGNORECASE)
_HAD_BEEN = re.compile(r"\b(?:had|having)\s+been\b|[,(]\s*(?:was|were|previously|having)\b", re.IGNORECASE)
"""What makes the second of two numbers one of an earlier time: "three are below it, where there had been eight"."""

_BUDGETED = re.compile(
    r"\b(?:is|are|was|were)\s+(?:budgeted|forecast|planned|expected|proposed|allowed|estimated)\b", re.IGNORECASE
)
"""What makes the second of two joined amounts alone one of a time to come: "cost £0.6m, and £0.7m is budgeted for"."""

_WITHIN_THE = re.compile(
    r"(?:[\s\xa0]+[a-z-]+){1,3}[\s\xa0]+(?:in|at|across|among|from|to|by)[\s\xa0]+(?:the|our|its|all|these|those)[\s\xa0]+",
    re.IGNORECASE,
)
"""What stands between a number and that of the places which it is counted in: "1,412 pupils in the six schools"."""


class _Binding:
    """The numbers and the dated expressions of one sentence while they are being matched."""

    def __init__(self, s: Sentence, numbers: Sequence[Number], dated: Sequence[When]) -> None:
        self._sentence = s
        self._dated = dated
        self._spans = [(s.tokens[n.first].start, s.tokens[n.last - 1].end) for n in numbers]
        self._own: list[When | None] = [None] * len(numbers)
        self._taken: set[int] = set()  # indexes into ``_dated`` of expressions that stand behind a number of theirs

    def made(self) -> list[When | None]:
        """Match what stands behind numbers, from the last to the first, then what stands before them."""
        for k in reversed(range(len(self._spans))):
            self._own[k] = self._behind(k) or self._shared_with_next(k)
        for k, own in enumerate(self._own):
            if own is None and _NOW_BEHIND.match(self._sentence.text, self._spans[k][1]) is None:
                self._own[k] = self._before(k)
        return self._own

    def _behind(self, k: int) -> When | None:
        """Return the expression between a number and the next one, where it dates the number, and take it."""
        start, end = self._spans[k]
        limit = self._spans[k + 1][0] if k + 1 < len(self._spans) else self._sentence.end
        at = next((i for i, w in enumerate(self._dated) if end <= w.span.start < limit), None)
        if at is None:
            return None
        when = self._dated[at]
        gap = self._sentence.text[end : when.span.start]
        if when.rule == "later" and len(gap.split()) > _MOST_BEFORE_LATER:
            self._taken.add(at)
            return None
        if self._opens_the_next(k, when, gap) or self._is_out_of_brackets(start, gap) or is_of_what_is_intended(gap):
            return None
        base = _BASE.search(gap)
        named = when.span.cut(self._sentence.text).lower()
        on_a_day = when.rule in _DATES or (when.rule == "same" and "same da" in named)
        beside = when.compares and (_BESIDE.fullmatch(gap) or _BESIDE_IT.search(gap))
        if (base is not None and (base["word"] != "on" or not on_a_day)) or beside:
            owns = limit < self._sentence.end and _OF_ITS_OWN.fullmatch(self._sentence.text, when.span.end, limit)
            if not owns and not SAYS_HOW_MANY.match(self._sentence.text, when.span.end):
                self._taken.add(at)
            return None
        owed = _OWED_FOR.search(gap) is not None and any(w.span.end <= start for w in self._dated)
        parted = ("," in gap or " - " in gap) and self._led(k, start)
        where = limit < self._sentence.end and _WHERE.search(gap) is not None
        compared = where or _COMPARES.search((_SINCE.sub("", gap) if when.rule == "since" else gap).lower()) is not None
        of_another = is_of_another(gap)
        if of_another or compared or len(gap) >= _REACH_BEHIND or (parted and not owed):
            goes_on = where or _WHERE_IT.match(self._sentence.text, when.span.end) is not None
            self._taken |= {at} if of_another and not goes_on else set()
            return None
        self._taken.add(at)
        return None if owed else when

    def _is_out_of_brackets(self, start: int, gap: str) -> bool:
        """Tell whether brackets close in ``gap`` that a number stands in with a time of its own: "(1997/98: 24%)"."""
        if ")" not in gap or "(" in gap.partition(")")[0]:
            return False
        opened = self._sentence.text.rfind("(", self._sentence.start, start)
        return any(opened < w.span.start and w.span.end <= start for w in self._dated) if opened >= 0 else False

    def _opens_the_next(self, k: int, when: When, gap: str) -> bool:
        """Tell whether an expression behind a number dates the next one: "287 (September, 281)", "31% · May 57%"."""
        text, end = self._sentence.text, when.span.end
        if gap.endswith("(") and _NUMBER_BEHIND.match(text, end):
            return True
        if k + 1 == len(self._spans):
            return False
        following, behind_it = self._spans[k + 1]
        if _NEW_PART.search(gap) and _RUNS_ON.fullmatch(text, end, following) and not _AND.match(text, end):
            return not any(
                behind_it <= w.span.start and _DIRECTLY_AT.fullmatch(text, behind_it, w.span.start) for w in self._dated
            )
        led = self._led(k, self._spans[k][0])
        brings = _BRINGING.search(gap) is not None and _RUNS_ON.fullmatch(text, end, following) is not None
        if brings or (led and _AND_IN.fullmatch(gap)):
            return True
        if _AND_OTHERS.search(gap) and (
            _WHICH_IS.fullmatch(text, end, following) or (led and _DIRECTLY.fullmatch(text, end, following))
        ):
            return True
        return _PARTS.search(gap) is not None and _DIRECTLY.fullmatch(text, end, self._spans[k + 1][0]) is not None

    def _led(self, k: int, start: int) -> bool:
        """Tell whether a free expression leads the number, so that one behind a comma dates what follows."""
        leading = next(
            (w for i, w in enumerate(self._dated) if w.span.end <= start and i not in self._taken),
            None,
        )
        if leading is None:
            return False
        before_all = leading.span.end <= self._spans[0][0]
        return before_all or (k > 0 and self._spans[k - 1][1] <= leading.span.start)

    def _shared_with_next(self, k: int) -> When | None:
        """Return the expression behind the next number where the two are joined: "14 and 12 in May"."""
        if k + 1 == len(self._spans):
            return None
        start, end = self._spans[k]
        next_start, next_end = self._spans[k + 1]
        theirs = self._own[k + 1]
        if theirs is None or theirs.span.start < next_end or self._stands_beside(k, theirs):
            return None
        within = _WITHIN_THE.fullmatch(self._sentence.text, end, next_start) is not None
        if not within and not _joins(
            self._sentence.text[end:next_start], self._sentence.text[next_end : theirs.span.start], theirs
        ):
            return None
        dated_between = any(end <= w.span.start < next_start for w in self._dated)
        dated_before = any(w.span.end <= start for w in self._dated)
        return None if dated_between or dated_before else theirs

    def _stands_beside(self, k: int, theirs: When) -> bool:
        """Tell whether the number behind is bare and set beside this one: "88% of cases, 81% in 1996/97"."""
        next_start, next_end = self._spans[k + 1]
        text, end = self._sentence.text, self._spans[k][1]
        if (
            _BARE_NEXT.fullmatch(text, end, next_start) is None
            or _DIRECTLY_IN.fullmatch(text, next_end, theirs.span.start) is None
        ):
            return False
        return k == 0 or _BARE_NEXT.fullmatch(text, self._spans[k - 1][1], self._spans[k][0]) is None

    def _before(self, k: int) -> When | None:
        """Return the expression before a number that dates it, or None."""
        start = self._spans[k][0]
        before = [(i, w) for i, w in enumerate(self._dated) if w.span.end <= start]
        if before and k and self._own[k - 1] is before[-1][1]:
            behind = self._sentence.text[before[-1][1].span.end : start]
            if _APPOSED.fullmatch(behind):
                return before[-1][1]
        if before and k and self._own[k - 1] is before[-1][1] and self._parts_the_one_before(k):
            return before[-1][1]
        free = [w for i, w in before if i not in self._taken and not self._stands_aside(w, start)]
        free = [w for w in free if not self._dates_a_deed(w) and not self._is_since_of_another(w, start)]
        free = [
            w
            for w in free
            if not dates_what_is_said_aside(self._sentence, w) and not is_only_compared_with(self._sentence, w)
        ]
        free = [w for w in free if not self._is_done_with(w, k) and not is_left_behind(self._sentence, w)]
        free = [w for w in self._outside_brackets(free, start) if not self._turns_to_now(w, start)]
        if free:
            opening, nearest = free[0], free[-1]
            opens = opening.span.start - self._sentence.start < _OPENING and opening.rule != "year"
            opens = opens and ";" not in self._sentence.text[opening.span.end : nearest.span.start]
            goes_on = k > 0 and self._own[k - 1] is nearest
            return opening if opens and not goes_on and start - nearest.span.end > _FAR else nearest
        if before and self._turns_to_now(before[-1][1], start):
            return None
        if before and k and self._own[k - 1] is before[-1][1] and self._same_clause(self._spans[k - 1][1], start):
            return self._of_the_clause(k, before[-1][1])
        return None

    def _of_the_clause(self, k: int, when: When) -> When | None:
        """Return the time of the number before, or of the one before that where it only served to compare."""
        aside = self._is_base(k - 1) or self._stands_aside(when, self._spans[k][0])
        if aside or is_left_behind(self._sentence, when):
            return self._own[k - 2] if k > 1 else None
        return when

    def _is_aside(self, when: When) -> bool:
        """Tell whether a time is said aside, is only compared with, or is left behind with its clause."""
        s = self._sentence
        return dates_what_is_said_aside(s, when) or is_only_compared_with(s, when) or is_left_behind(s, when)

    def _dates_a_deed(self, when: When) -> bool:
        """Tell whether a time only says when something was done, and no "where" behind it goes on about that time."""
        return dates_a_deed(self._sentence, when) and _WHERE_IT.match(self._sentence.text, when.span.end) is None

    def _is_done_with(self, when: When, k: int) -> bool:
        """Tell whether an expression dated what the number before only compared with, in a clause that is closed.

        "38 were excluded, where the year before it had been 29; five of them".
        """
        if k < _TWO or self._own[k - 1] is not when:
            return False
        text, low, high = self._sentence.text, self._spans[k - 2][1], self._spans[k - 1]
        return ";" in text[high[1] : self._spans[k][0]] and low <= when.span.start and compares(text, low, high[0])

    def _is_since_of_another(self, when: When, start: int) -> bool:
        """Tell whether a "since" is of a clause without a number: "we pay for these since April; it cost £390"."""
        if when.rule != "since" or when.span.start - self._sentence.start < _OPENING:
            return False
        return ";" in self._sentence.text[when.span.end : start] and not any(
            low < when.span.start for low, _ in self._spans
        )

    def _parts_the_one_before(self, k: int) -> bool:
        """Tell whether a number parts the one before it, which is none that something else is only compared with."""
        parts = _PARTS_THEM.match(self._sentence.text, self._spans[k][1]) is not None
        return parts and (k == 1 or not self._is_base(k - 1)) and not self._stands_aside_in_brackets(k - 1)

    def _stands_aside_in_brackets(self, k: int) -> bool:
        """Tell whether a number stands in brackets."""
        text, start = self._sentence.text, self._spans[k][0]
        return text.rfind("(", self._sentence.start, start) > text.rfind(")", self._sentence.start, start)

    def _outside_brackets(self, free: list[When], start: int) -> list[When]:
        """Return the expressions without those in the brackets that a number stands in, parted from it by ";".

        "78 at 31 March 2019 (2018: 74; England: 65)": the last one is set beside the first.
        """
        text = self._sentence.text
        opened = text.rfind("(", self._sentence.start, start)
        if not free or opened < 0 or free[-1].span.start < opened or ")" in text[opened:start]:
            return free
        outside = [w for w in free if w.span.end <= opened]
        return outside if ";" in text[free[-1].span.end : start] else free

    def _turns_to_now(self, when: When, start: int) -> bool:
        """Tell whether a number is of now, behind a time that was: "from a peak of 37 in 2021, and is now 18"."""
        if self._sentence.words.isdisjoint(_NOW_WORDS):
            return False
        return _NOW.search(self._sentence.text, when.span.end, start) is not None

    def _is_base(self, k: int) -> bool:
        """Tell whether a number is what another one is compared with: the 441 of "456 in June from 441 in March"."""
        return _BASE_BEFORE.search(self._sentence.text, self._spans[k - 1][1], self._spans[k][0]) is not None

    def _stands_aside(self, when: When, start: int) -> bool:
        """Tell whether an expression stands in brackets that close before a number: "371 (2021: 298) and 412"."""
        text, opened = self._sentence.text, self._sentence.text.rfind("(", self._sentence.start, when.span.start)
        if opened < 0 or ")" in text[opened : when.span.start]:
            return False
        closed = text.find(")", when.span.end, start)
        return closed >= 0 and any(opened <= low < closed for low, _ in self._spans)

    def _is_whole(self, end: int) -> bool:
        """Tell whether the number that ends at ``end`` is a whole of which the next is a part: "of the 418 … 97"."""
        start = next(low for low, high in self._spans if high == end)
        return _WHOLE.search(self._sentence.text, max(self._sentence.start, start - 24), start) is not None

    def _same_clause(self, start: int, end: int) -> bool:
        """Tell whether two numbers stand in one clause, so that the date of the one is the other's too."""
        text = self._sentence.text
        gap = text[start:end]
        return "(" in gap or self._is_whole(start) or _PART_OF_THE_SAME.search(gap) is not None
