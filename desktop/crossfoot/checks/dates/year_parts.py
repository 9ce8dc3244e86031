"""Parts of the year by name or number against the months and days right beside them, for rule 15.

"Period 5, to the end of August", "the first half of the year (April to September)", "2018/19 began on 1 April 2018",
"the autumn term, September to December". The financial year begins in April. What the other modules on quarters ask
about is asked by them; this one reads further ways to tell the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.checks.dates.reported import OTHER_YEAR
from crossfoot.model import Span

_SHORT = [name if len(name) <= len("june") else f"{name[:3]}(?:{name[3:]})?" for name in MONTHS]
_MONTH = rf"(?:{'|'.join(_SHORT)}|sept)\b\.?"
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? )?"
_LATE_DAY = r"(?:28|29|30|31)(?:st|th)?(?: of)? "
_STRETCH = (
    rf"(?:{_DAY}(?P<m1>{_MONTH})(?:,? \d{{4}})?\s?(?:to|until|up to|and|[-–—])\s?(?:the )?(?:end of )?{_DAY}"
    rf"(?P<m2>{_MONTH})|(?P<l1>{_MONTH}), {_MONTH},? and (?P<l2>{_MONTH}))(?:,? (?P<y2>\d{{4}}))?"
)
_TO = r"(?:up to|to|until|as at|at|ended|ending|ends)(?: on)? (?:the )?(?:end of )?"
_END = (
    rf"(?:{_TO}{_DAY}|(?:on )?(?:the )?{_LATE_DAY}|end of )"
    rf"(?P<e>{_MONTH})(?:,? (?P<ye>\d{{4}}))?(?!\s?(?:to|until|and|[-–—])\s)"
)
_YEAR = r"(?:19|20)\d\d"
_OF = rf"(?: of (?:the )?(?:(?:financial )?year|{_YEAR}\s?/\s?\d\d))?(?:,? {_YEAR}\s?/\s?\d\d)?"
_NAME = re.compile(
    rf"\b(?:(?P<half>first|second) (?:half|six months) of (?:the )?"
    rf"(?:(?:financial |current )?year\b|{_YEAR}\s?/\s?\d\d)"
    rf"|(?P<point>(?:half|mid)[- ]year (?:point|stage|position|mark))"
    rf"|(?:period|month) (?P<period>\d{{1,2}})\b(?! of\b| {_MONTH})"
    r"(?: (?:position|report|monitoring|figures|forecast|outturn|results))?"
    r"|(?:quarter |q)(?P<digit>[1-4])\b|quarter (?P<word>one|two|three|four)\b"
    r"|(?P<nth>first|second|third|fourth|last|final) quarter\b"
    r"|quarters (?:1|one) (?:to|and|-|–) (?P<several>[234]|two|three|four)\b"
    rf"|(?P<term>autumn|spring|summer) term\b|(?P<from>{_YEAR})\s?/\s?(?P<to>\d\d)(?![\d/])){_OF}"
)
_IS = (
    r"(?:(?:that|which) (?:is|was|ran|runs|ended|ends|covers?|covered),? |i\.e\.,? |being |covering |covers |ran |runs "
    r"|running |ended |ends |monitoring,? )?"
)
_BEHIND = re.compile(
    rf"[\s,:(–—-]*{_IS}(?:from |between |on )?(?:the (?:nine |six |three |twelve )?months )?(?:{_STRETCH}|{_END})"
)
_BEGAN = re.compile(
    rf",? (?:which )?(?:began|begins|started|starts)(?: on)? (?:the )?{_DAY}(?P<m>{_MONTH})(?:,? (?P<y>\d{{4}}))?"
)
_MONTH_ALONE = re.compile(rf"\s?[(:–-]\s?(?P<m>{_MONTH})(?: \d{{4}})?(?=\)|:|,|\s*$)")
"""What stands behind the number of a month: "month 6 (September 2018)"."""
_BEFORE = re.compile(rf"(?:{_STRETCH}|{_END})[\s,(–—-]+{_IS}(?:in |for |the end of |end of |the )*\Z")
_FIRM = re.compile(r"[(:]|\b(?:that|which|being|i\.e|ran|runs|ended|ends|covering|covers)\b")
_SINCE = re.compile(r"\b(?:since|after|before|until|from|than|against|following|by)(?: the)? \Z")
_OF_A_PART = re.compile(r"\b(?:quarters?|q\d|half|period|month|term|months)\b[^.;]{0,25}\Z")
_REACH = 70
_APRIL = 4
_LONGEST_PLAN = 10
_TERMS = {"autumn": ({8, 9}, {12, 1}), "spring": ({1}, {3, 4}), "summer": ({4, 5}, {7, 8})}
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
_IN_A_NAME = re.compile(r"quarter|q[1-4]|half|mid|six months|period \d|month \d|term\b|\d\d\d\d\s?/\s?\d\d")
"""What each name of a part of the year has in it; names are looked for around it alone."""
_LEAD = 14


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the year: the months that it may begin and end with, and the year of its end where it is told."""

    first: frozenset[int]
    last: frozenset[int]
    words: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class _Printed:
    """The months printed beside a part: the first, where one is, and the last, with its year where that is printed.

    ``within`` tells that they may be some months of it: "in the first half, between May and July".
    """

    first: int | None
    last: int | None
    year: int | None
    span: Span
    within: bool = False


def parts_beside(context: Context) -> Iterator[Outcome]:
    """Yield queries for parts of the year whose months are printed beside them and are those of another part.

    Source: rule 15 of the list of checks.
    """
    low = context.passages.low
    for name in _names(low):
        part = _part(name)
        if part is None or OTHER_YEAR.search(low[max(0, name.start() - 60) : name.end() + 20]):
            continue
        if name["from"] and _OF_A_PART.search(low[max(0, name.start() - 40) : name.start()]):
            continue
        printed = _beside(low, name)
        if printed is not None and _is_another(part, printed):
            span = Span(min(name.start(), printed.span.start), max(name.end(), printed.span.end))
            quote = " ".join(span.cut(context.text).split())
            yield query(f"“{quote}”: {part.words}; worth checking.", f"“{quote}”", span=span, words=quote)


def _names(low: str) -> Iterator[re.Match[str]]:
    """Yield the parts of the year that a text names."""
    done = 0
    for told in _IN_A_NAME.finditer(low):
        start = told.start()
        if start < done:
            continue
        before = re.search(r"\w+\s\Z", low[max(done, start - _LEAD) : start])  # "first half", "autumn term"
        name = _NAME.match(low, start - len(before.group())) if before is not None else None
        name = name or _NAME.match(low, start)
        if name is not None:
            done = name.end()
            yield name


def _part(name: re.Match[str]) -> _Part | None:
    """Return the part of the year that a name is of, or None for none."""
    if name["term"]:
        opening, closing = _TERMS[name["term"]]
        return _Part(frozenset(opening), frozenset(closing), f"the {name['term']} term is of other months")
    if name["point"]:
        return _Part(frozenset(), frozenset({9}), "half of a financial year is over at the end of September")
    if name["from"]:
        return _whole_year(int(name["from"]), int(name["to"]))
    if name["half"]:
        first, last = (4, 9) if name["half"] == "first" else (10, 3)
        return _months(first, last, f"the {name['half']} half of a financial year")
    return _numbered(name)


def _whole_year(first: int, to: int) -> _Part | None:
    """Return a financial year, or the years of a plan; None where the numbers are of neither."""
    long = (to - first) % 100
    words = f"the year ends in March {first + long}"
    return _Part(frozenset({4}), frozenset({3}), words, first + long) if 1 <= long <= _LONGEST_PLAN else None


def _numbered(name: re.Match[str]) -> _Part | None:
    """Return a quarter, several of them from the first, or a month, by its number."""
    if name["period"]:
        number = int(name["period"])
        whole = 1 <= number <= len(MONTHS)
        return _months(_APRIL, (number + 2) % 12 + 1, f"period {number} of a financial year") if whole else None
    told = name["several"] or name["digit"] or name["word"] or name["nth"]
    if told == "last" and " of " not in name.group():
        return None  # the quarter before
    number = int(told) if told.isdigit() else _NUMBERS.get(told, 4)
    first, last = (_APRIL if name["several"] else (3 * number) % 12 + 1), (3 * number + 2) % 12 + 1
    return _months(first, last, f"{'quarters 1 to' if name['several'] else 'quarter'} {number} of a financial year")


def _months(first: int, last: int, words: str) -> _Part:
    """Return the part of the year from one month to another."""
    to = f"is {MONTHS[first - 1].capitalize()} to {MONTHS[last - 1].capitalize()}"
    return _Part(frozenset({first}), frozenset({last}), f"{words} {to}")


def _beside(low: str, name: re.Match[str]) -> _Printed | None:
    """Return the months right behind a name, or else those right in front of it."""
    end = min(len(low), name.end() + _REACH)
    began = _BEGAN.match(low, name.end(), end)
    if began is not None:
        begun = int(began["y"]) if began["y"] else None
        return _Printed(_number(began["m"]), None, begun, Span(began.start(), began.end()))
    alone = _MONTH_ALONE.match(low, name.end(), end) if name["period"] else None
    if alone is not None:
        return _Printed(None, _number(alone["m"]), None, Span(alone.start(), alone.end()))
    match, start = _BEHIND.match(low, name.end(), end), 0
    if match is None:
        start = max(0, name.start() - _REACH)
        match = _BEFORE.search(low[start : name.start()])
        if match is None or ". " in match.group() or ("(" in match.group() and low[name.end() : name.end() + 1] != ")"):
            return None
    if name["from"] and _FIRM.search(match.group()) is None:
        return None  # "in 2018/19 to March" joins nothing
    if _FIRM.search(match.group()) is None and _SINCE.search(low[max(0, name.start() - 20) : name.start()]):
        return None
    first, last = match["m1"] or match["l1"], match["m2"] or match["l2"] or match["e"]
    told = match["y2"] or match["ye"]
    return _Printed(
        _number(first) if first else None,
        _number(last),
        int(told) if told else None,
        Span(start + match.start(), start + match.end()),
        within=_FIRM.search(match.group()) is None,
    )


def _number(word: str) -> int:
    """Return the number of a month, by its first letters."""
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(word[:3]))


def _is_another(part: _Part, printed: _Printed) -> bool:
    """Tell whether the months printed are not those of a part of the year."""
    if printed.within and printed.first is not None and printed.last is not None and _lies_in(part, printed):
        return False
    if part.first and printed.first is not None and printed.first not in part.first:
        return True
    if printed.last is not None and printed.last not in part.last:
        return True
    if part.year is None or printed.year is None:
        return False
    return printed.year != (part.year if printed.last is not None else part.year - 1)


def _lies_in(part: _Part, printed: _Printed) -> bool:
    """Tell whether the months printed are some of those of a part of the year."""
    first, last = min(part.first, default=0), min(part.last)
    long = (last - first) % 12
    months = (printed.first, printed.last)
    return printed.first != first and all(month is not None and (month - first) % 12 <= long for month in months)
