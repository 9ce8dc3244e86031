"""Period expressions in a stretch of text, found as words first and then resolved against what is known there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from crossfoot.extraction.figures.folding import folded
from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.comparisons import SET_BESIDE, stands_beside
from crossfoot.extraction.figures.periods.expression import Expression
from crossfoot.extraction.figures.periods.expressions import EXPRESSION, LAST_OF_LEADING, LEADING
from crossfoot.extraction.figures.periods.known import Calendar, When
from crossfoot.extraction.figures.periods.looking_back import is_moved_from, last_quarter
from crossfoot.extraction.figures.periods.openings import HINT, TRIGGER
from crossfoot.extraction.figures.periods.resolving import resolve
from crossfoot.extraction.figures.words import MONTHS, word_set
from crossfoot.model import Period, PeriodKind, Span
from crossfoot.model.english import numbers_named

_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2}(?!\d)")
_FOR = re.compile(r"\bfor\s*$", re.IGNORECASE)
_CELL_ENDS = re.compile(r"[ \t]*(?:\||\t|\n|  |\Z)")
_ENDS_A_WORD = re.compile(r"[a-z]\s$")
_CITES = re.compile(
    r"\b(?:sections?|paras?|paragraphs?|appendix|appendices|clauses?|rules?|sub-?sections?)\b"
    r"[^a-z]*(?:\b(?:and|to|or)\b[^a-z]*)*$",
    re.IGNORECASE,
)
_BEHIND_A_LEAD = " \t\n\r\f\v\xa0(,-"
_HAS_YEAR = re.compile(r"(?:19|20)\d\d|\d[/.]\d\d\b|[a-z.]\s*[-–/'’]\d\d\b")
_BEGINNING = re.compile(r"(?:beginning|start|first)\s", re.IGNORECASE)
_OTHER_WORDS_TOO = word_set("may march mar jan sep dec oct nov apr aug feb jun jul")
"""Months whose name or abbreviation is also a verb, a name or a code."""

_NAMED = re.compile(r"\b([A-Z][A-Za-z’']+)[\s\xa0,]+$")
_BEFORE_YEARS = frozenset(MONTHS) | word_set(
    """
    in during by since for from to autumn spring summer winter easter christmas census calendar year and the between
    of academic
    """
)
"""Words with a capital that stand before a year; any other makes the four digits part of a name."""

_FARTHEST_CORE = 80
"""How many characters from an expression's first word the first month, year or noun of time in it may stand."""

_COUNTED_BEHIND = re.compile(
    r"[\s\xa0]+(?:children|people|pupils|young|cases|referrals|homes|adults|residents|households|places|[a-z]+s)\b"
)

_OF_A_DOCUMENT = re.compile(
    r"[\s\xa0]+(?:edition|act|regulations|order|code|version|strategy|policy|guidance|framework|white|green|settlement)\b",
    re.IGNORECASE,
)
"""What a year before it only names."""

_DOCUMENT_OF = re.compile(r"\b(?:Acts?|Orders?|Regulations|Code|Rules|Directions?)[\s\xa0]+(?:of[\s\xa0]+)?$")
"""What a year behind it only names."""


def find_whens(text: str, start: int, end: int, known: Calendar) -> list[When]:
    """Return the period expressions of ``text[start:end]`` in order, resolved against ``known``.

    ``known.last`` moves on with each expression that names its days.
    """
    return resolved(text, start, expressions_in(text, start, end), known)


def expressions_in(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the words of ``text[start:end]`` that look like period expressions, in order, not resolved yet."""
    begin = start - 1  # one character more: the patterns begin with the one before a word
    low = folded(text[begin:end]) if start else " " + folded(text[:end])
    cores = [match.start() for match in HINT.finditer(low)]
    found: list[re.Match[str]] = []
    at, core = start, 0
    while core < len(cores) and (trigger := TRIGGER.search(low, at - start)) is not None:
        opening = start + trigger.start()
        while core < len(cores) and cores[core] < trigger.start():
            core += 1
        if core == len(cores):
            break
        if cores[core] - trigger.start() > _FARTHEST_CORE:
            at = start + max(trigger.start() + 1, cores[core] - _FARTHEST_CORE)
            continue
        match = EXPRESSION.match(text, opening, end)
        if match is None:
            at = opening + 1
            continue
        at = max(match.end(), opening + 1)
        found.append(match)
    return found


def within(text: str, start: int, end: int, expressions: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
    """Return those of a block's ``expressions`` that lie in ``text[start:end]``, a sentence of it."""
    inside = [match for match in expressions if match.start() < end and match.end() > start]
    cut = inside and (inside[0].start() < start or inside[-1].end() > end)
    return expressions_in(text, start, end) if cut else inside


def resolved(text: str, start: int, expressions: Sequence[re.Match[str]], known: Calendar) -> list[When]:
    """Return what the ``expressions`` of a stretch of text that begins at ``start`` say of time, against ``known``.

    ``known.last`` moves on with each expression that names its days.
    """
    found: list[When] = []
    for match in expressions:
        when = _read(text, start, match, known)
        if when is None:
            continue
        if found and when.rule == "monthspan" and _are_its_months(text, found[-1], when):
            when = replace(when, period=found[-1].period)
        found.append(when)
        names_its_days = when.rule == "now" and when.period is not None
        turns = when.rule in _TURNS
        before = text[max(start, match.start() - _FAR) : match.start()].lower()
        beside = not turns and _is_compared_with(before)
        passed = beside or (not turns and (_is_looked_back_at(before) or _was_so_then(text, start, match)))
        passed = passed or (when.rule == "half" and _says_what_they_had_done(text, start, match))
        passed = passed or (when.rule == "month" and _is_ahead(when, known))
        opened = text[match.start() - 1 : match.start()] == "("
        passed = passed or (opened and ASIDE.match(text, match.end()) is not None)
        if when.period is not None and (names_its_days or not when.weak) and not when.compares and not passed:
            known.last = when.period
            known.dated = _HAS_YEAR.search(match.group()) is not None
        if when.period is not None:
            known.compared = when.period if when.compares or beside else None
    return _as_calendar_years(found)


def _are_its_months(text: str, quarter: When, when: When) -> bool:
    """Tell whether months in brackets only say which a quarter before them has: "quarter 1 (April to June)"."""
    named, months = quarter.period, when.period
    if quarter.rule != "quarter" or named is None or months is None:
        return False
    if text[quarter.span.end : when.span.start].strip() != "(" or _FOUR_DIGITS.search(
        text, when.span.start, when.span.end
    ):
        return False
    return (named.start.month, named.end.month) == (months.start.month, months.end.month)


_FOUR_DIGITS = re.compile(r"\d{4}")


def _is_ahead(when: When, known: Calendar) -> bool:
    """Tell whether a time is still to come at the meeting."""
    return when.period is not None and known.meeting is not None and when.period.end > known.meeting


def _as_calendar_years(found: list[When]) -> list[When]:
    """Return "1994-98" as calendar years where bare years stand beside it: "74 in 2010 and an average of 102 in"."""
    if not any(when.rule == "year" for when in found):
        return found
    return [
        replace(when, period=Period(date(p.start.year, 1, 1), date(p.end.year, 12, 31), p.kind))
        if when.rule == "split" and (p := when.period) is not None and (p.end - p.start).days > _A_YEAR
        else when
        for when in found
    ]


_A_YEAR = 366


ASIDE = re.compile(r"[\s\xa0]*(?:[,:][\s\xa0]*|(?:[a-z]+[\s\xa0:]+){1,2})[£\d]")
"""What stands behind a time in brackets that only dates the number there: "287 (September, 281)"."""

_SINCE = re.compile(
    r"\bsince[\s\xa0]+(?:the[\s\xa0]+)?(?:(?:it|they|this|that|[a-z]+)[\s\xa0]+[a-z]+[\s\xa0]+(?:in|on)[\s\xa0]+)?$",
    re.IGNORECASE,
)
"""What makes a time only the one up to which one looks back: "the first fall since the summer of 2009"."""


_FAR = 60
"""How many characters before a time are looked at for what makes it one that is only compared with."""


def _is_looked_back_at(before: str) -> bool:
    """Tell whether the words right before a time make it only one up to which, or at which, one looks back."""
    since = "since" in before[-40:] and _SINCE.search(before) is not None
    if since or ("from" in before and FROM_A_PEAK.search(before) is not None):
        return True
    return ("having" in before or "peak" in before) and _HAVING_PEAKED.search(before) is not None


def _says_what_they_had_done(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether the past months only tell of whom a number is: "children who had been referred in the past year"."""
    if _PAST.search(match.group()) is None:
        return False
    before = text[max(start, match.start() - 90) : match.start()].lower()
    return "within" in before[-12:] or _WHO_HAD.search(before) is not None


_PAST = re.compile(r"\b(?:last|past|previous|preceding)\b", re.IGNORECASE)
_WHO_HAD = re.compile(r"\b(?:who|whom|which|whose)\b[^.;,]*\b(?:had|has|have|were|was)\b[^.;,]*$")


def _is_compared_with(before: str) -> bool:
    """Tell whether the words before a time make it only that of a comparison: "71%, compared with 63% in"."""
    if _UP_ON.search(before) is not None or stands_beside(before) or _THEY_WERE.search(before) is not None:
        return True
    return any(word in before for word in _COMPARING) and _COMPARED.search(before) is not None


_UP_ON = re.compile(
    r"\b(?:up|down|more|fewer|less|higher|lower|improvement|increase|rise|fall|drop|reduction)\s+(?:on|than\s+(?:in|at|on))\s+(?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?$"
    r"|\b(?:than|over|above|below|under|on|with)\s+(?:the|our|its|their)\s+£?\d[\d,.]*(?:%|[km]\b)?(?:\s+[a-z-]+){0,3}\s+(?:of|in|for|at)\s+(?:the\s+)?$"
    r"|\b(?:over|above|below|under)\s+the\s+(?:figure|number|total|level|rate)\s+(?:for|of|at|in)\s+(?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?$"
)
"""What makes a time only that from which something moved: "nineteen, which was two down on 2006/07"."""


def _was_so_then(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether a clause only says what had been at a time: "11 had more than 25 on 30 June; in May it was six"."""
    if _IT_WAS.match(text, match.end()) is None:
        return False
    return _TURNS_BACK.search(text, max(start, match.start() - 24), match.start()) is not None


_IT_WAS = re.compile(r",?[\s\xa0]+(?:it|they|there)[\s\xa0]+(?:was|were|had)\b")
_TURNS_BACK = re.compile(
    r";[\s\xa0]+(?:and[\s\xa0]+)?(?:in|for|at|on)[\s\xa0]+(?:the[\s\xa0]+)?(?:end[\s\xa0]+of[\s\xa0]+)?$"
)

_THEY_WERE = re.compile(
    r"[:;,(]\s*(?:it|they|we|there)\s+(?:was|were|had\s+been|stood\s+at|had)\s+£?\d[\d.,]*[^.;,:]{0,24}\b(?:in|at|on|for)\s+(?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?$"
)
"""What makes a time only that of what had been before: "arrears are £1.4m: they were £1.3m in June"."""

_COMPARING = ("compar", "against", "contrast", "opposed", "beside")
_COMPARED = re.compile(rf"\b{SET_BESIDE}\s+[£\d][^.;,]{{0,30}}\b(?:in|at|for|on|during)\s+(?:the\s+)?$")

_HAVING_PEAKED = re.compile(r"\b(?:having\s+[a-z]+|peaked|a\s+peak\s+of)\b[^.;,]{0,40}$")
"""What makes a time only that of what had been before: "having peaked at 241 in February"."""


FROM_A_PEAK = re.compile(
    r"\bfrom\s+(?:an?|the|its|their)\s+(?:[a-z-]+\s+){0,2}(?:peak|high|low|height|maximum|minimum)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
"""What makes a time only that of what was left behind: "18, from a peak of 37 in February"."""


_TURNS = frozenset({"since", "date", "yearedge", "year end", "now"})


def _read(text: str, start: int, match: re.Match[str], known: Calendar) -> When | None:
    """Resolve one match; None where the words turn out to say nothing of time."""
    # Each alternative of the pattern is one named group, which closes last.
    expression = Expression(match.lastgroup or "", match, known)
    before = text[max(start, match.start() - 40) : match.start()]
    low = folded(before)
    lead = LEADING.search(low) if low.rstrip(_BEHIND_A_LEAD).endswith(LAST_OF_LEADING) else None
    if not _says_when(text, expression, before, lead):
        return None
    span = Span(match.start(), match.end())
    if _is_last_quarter(expression):
        return When(span, "last quarter", last_quarter(known), weak=True)
    period = resolve(expression)
    if period is None:
        return When(span, expression.form, None, weak=expression.form == "now")
    period, rule = _as_led(expression, _in_a_month_to_come(expression, period, lead), lead)
    return When(span, rule, period, weak=expression.form == "now")


def _says_when(text: str, x: Expression, before: str, lead: re.Match[str] | None) -> bool:
    """Tell whether the words are of time: no verb "may", no paragraph 6.10.12, no count of 2,013 written 2013."""
    says = True
    if x.form == "month":
        says = _is_month(text, x.match, lead) and not _names_a_paper(text, x.match)
    elif x.form == "monthyear":
        says = x.words[0].isupper() and not _names_a_paper(text, x.match)
    elif x.form == "monthago":
        month = x.part("mb") or x.part("ma") or x.part("md") or x.part("mf")
        says = month[0].isupper() and not x.words.startswith("May last")
    elif x.form == "today":
        opens = not before.strip() and _NUMBER_SOON.match(text, x.match.end()) is not None
        says = opens or len(x.words) > len("today") or _A_NUMBER.search(before) is not None
    elif x.form == "ago":
        says = _FOR.search(before) is None  # "for two years before rising" says how long
    elif x.form == "todate" and x.words.lower().startswith("to"):
        says = not before.strip()  # it opens a sentence: "To date 141 had been let"
    elif x.form == "ledger" and not x.words.lower().startswith(("period", "month")):
        says = x.words[0] == "P" and (lead is not None or not before.strip() or bool(x.part("ly")))
    elif x.form == "thisyear":
        says = _BILL.match(text, x.match.end()) is None or _OWED.search(before) is None
    elif x.form == "minisplit":
        says = _is_mini_split(text, x, before, lead)
    elif x.form == "minispan":
        says = all(_is_near(int(a), int(b), x.known) for a, b in _TWO_DIGITS.findall(x.words))
    elif x.form == "year":
        says = _is_year(text, x.match, lead)
    elif x.form in {"date", "datespan"} and _DOTTED.match(x.words):
        ends, cited = _CELL_ENDS.match(text, x.match.end()) is not None, _CITES.search(before) is not None
        alone = ends and (not before.strip() or (not cited and _ENDS_A_WORD.search(before) is not None))
        says = alone or ((lead is not None or x.form == "datespan") and not cited)
    return says


_OWED = re.compile(r"\b(?:with|of|on|for|towards|owe[ds]?|owing|unpaid)\s*$", re.IGNORECASE)
_BILL = re.compile(r"['’]s\s+(?:bills?|rents?|(?:council\s+)?tax|rates|charges?|fees?|demands?)\b", re.IGNORECASE)
"""What a year behind "with" or "owe" only names: "3,110 were in arrears with this year's bill in September"."""

_A_NUMBER = re.compile(rf"(?:\d|\b(?:{numbers_named(1, 12)}|none)\b)[^.;]{{0,30}}$", re.IGNORECASE)
"""What stands before a "today" that dates a number, and not what is decided."""

_NUMBER_SOON = re.compile(r",?[\s\xa0]+(?:there|it|we|they|the|this|that)\b[^.;\d]{0,30}\d", re.IGNORECASE)

_PAPER = re.compile(
    r"[\s\xa0]+(?:budget|forecast|review|report|estimates?|monitor(?:ing)?|statement|meeting|cabinet|council|committee)\b",
    re.IGNORECASE,
)


def _names_a_paper(text: str, match: re.Match[str]) -> bool:
    """Tell whether a month only names a paper or a meeting: "the approved November budget"."""
    return _PAPER.match(text, match.end()) is not None


_LEADS_A_YEAR = re.compile(
    r"(?:\b(?:in|for|from|to|of|since|during|the|and|by|than|with|on|into|years?)|[(|\t])[\s\xa0]*$|^\s*$",
    re.IGNORECASE,
)
_BEHIND_A_YEAR = re.compile(
    r"[\s\xa0]*(?:[,;:)|\t\n]|\.(?!\d)|$|(?:to|and|was|were|is|are|outturn|budgets?|capital|revenue|programme|financial|figures?"
    r"|totals?|actuals?|forecast|the|as|by|against|compared|with|at|position|accounts|target|precept|council|plan)\b)",
    re.IGNORECASE,
)
_BACK, _ON = 15, 10
"""How many years before and after its meeting a record may speak of with two digits."""


_TWO_DIGITS = re.compile(r"(\d\d)[/–-](\d\d)")


def _is_near(first: int, last: int, known: Calendar) -> bool:
    """Tell whether two pairs of digits are two years in a row that a record of its meeting may speak of."""
    meeting = known.meeting
    if meeting is None or last != (first + 1) % 100:
        return False
    return meeting.year - _BACK <= 2000 + first <= meeting.year + _ON


def _is_mini_split(text: str, x: Expression, before: str, lead: re.Match[str] | None) -> bool:
    """Tell a financial year "23-24" from a range or a fraction: two in a row near the meeting's, in a year's place."""
    if not _is_near(int(x.part("ya")), int(x.part("yb")), x.known):
        return False
    if before[-1:] in {"£", ".", "/", "-", "–"} or before[-1:].isalnum():
        return False
    led = lead is not None or _LEADS_A_YEAR.search(before) is not None
    if _IN_A_YEAR.search(before) is not None and _OF_THEM.match(text, x.match.end()) is None:
        return True
    return led and _BEHIND_A_YEAR.match(text, x.match.end()) is not None


_IN_A_YEAR = re.compile(
    r"\b(?:(?:in|for|during|since|throughout|end\s+of|start\s+of|half\s+of|quarter\s+of|whole\s+of|years?|figures?|rate)"
    r"|(?:outturn|budgets?|monitoring|reports?|performance|reviews?|programme|plan|tax|accounts?|position|statement|updates?|results"
    r"|strategy|estimates|fees|charges|data|statistics|actual|target|forecast|spend|(?:quarter|qtr|q|period|month|p)\s?\d{1,2}),?)"
    r"[\s\xa0(–-]*$",
    re.IGNORECASE,
)
"""Words before two pairs of digits that make them a year: "in 13/14", "Outturn 13/14"."""

_OF_THEM = re.compile(r"[\s\xa0]+(?:of[\s\xa0]|(?:[a-z-]+[\s\xa0]+){0,2}(?:[a-z]+s|people|children|men|women)\b)")
"""What stands behind two numbers of which one is a part of the other: "in 14/15 cases"."""


def _is_last_quarter(x: Expression) -> bool:
    """Tell whether "the last quarter", without a year, means the one before and not the fourth."""
    of_a_year = x.part("qy") or x.part("qz") or x.part("qu") if x.form == "quarter" else ""
    return x.form == "quarter" and x.part("qo").lower() == "last" and not of_a_year


_CUMULATIVE = re.compile(r"\b(?:since|cumulative(?:ly)?[\s\xa0]+from)[\s\xa0]*$", re.IGNORECASE)
_ONWARDS = re.compile(r"[\s\xa0]+(?:onwards?|on(?=[\s\xa0]*[,.;:)]|[\s\xa0]+(?:\d|there|we|it|they)))\b", re.IGNORECASE)
"""What makes "from April" the time since then."""

_WHEN = re.compile(r"[\s\xa0]*(?:,?[\s\xa0]*(?:when|at[\s\xa0]which)\b|\([\s\xa0]*[£\d])")
"""What stands behind "since September" where that time's number follows: "since September, when there were 277"."""


def _as_led(x: Expression, period: Period, lead: re.Match[str] | None) -> tuple[Period, str]:
    """Return the days as the words before an expression turn them, and the rule: "the end of", "since"."""
    if x.form == "yearedge":
        return period, "year end"
    if x.form == "month" and period.kind is PeriodKind.DURING:
        edge = _ENDED_WITH.search(x.match.string, max(0, x.match.start() - 12), x.match.start())
        if edge is not None and _WITH.match(x.match.string, x.match.end()) is not None:
            return stretches.as_at(period.start if edge["begins"] else period.end), f"end of {x.form}"
    if lead is None:
        return period, _SAID_SHORTER.get(x.form, x.form)
    if lead.lastgroup == "edge" and period.kind is PeriodKind.DURING and x.form != "now":
        day = period.start if _BEGINNING.search(lead.group()) else period.end
        day = _still_to_come(x, lead, _gone_on_to(x, lead, day))
        ahead = x.form == "month" and x.known.meeting is not None and day > x.known.meeting
        if ahead and is_moved_from(x, len(lead.group())):  # "against 271 at the end of March", said early in March
            day = stretches.year_before(stretches.as_at(day)).end
        return stretches.as_at(day), f"end of {x.form}"
    since = lead.lastgroup == "since" and (
        x.form == "date"
        or (x.form == "shortdate" and _CUMULATIVE.search(x.match.string, max(0, x.match.start() - 30), x.match.start()))
        or (x.form in {"month", "monthyear", "monthago"} and "since" in lead.group().lower())
    )
    since = since or (lead.lastgroup == "since" and _ONWARDS.match(x.match.string, x.match.end()) is not None)
    since = since and _WHEN.match(x.match.string, x.match.end()) is None
    stops = (_day_told_of(x.known), x.known.stop(), x.known.meeting)
    stop = next((day for day in stops if day is not None and day > period.start), None)
    if since and stop is not None:
        return Period(period.start, stop, PeriodKind.DURING), "since"
    return period, _SAID_SHORTER.get(x.form, x.form)


_ENDED_WITH = re.compile(r"\b(?:(?P<begins>began|started)|ended|closed|finished)\s+$", re.IGNORECASE)
_WITH = re.compile(r"[\s\xa0]+(?:with|on|at)\b", re.IGNORECASE)
"""What stands around a month that something began or ended with a number: "we ended September with 140"."""

_SAID_SHORTER = {"minisplit": "split", "minispan": "yearspan", "fy": "split", "namedday": "shortdate"}
"""Forms that say otherwise what another one says: "13/14" is "2013/14", "Boxing Day" is "26 December"."""


def _gone_on_to(x: Expression, lead: re.Match[str], day: date) -> date:
    """Return the day to which something went on from the one last named: "By the end of October", behind "31 March"."""
    last, meeting, start = x.known.last, x.known.meeting, x.match.start() - len(lead.group())
    if x.form != "month" or last is None or meeting is None or day >= last.end:
        return day
    later = stretches.year_after(day)
    by = _BY.search(x.match.string, max(0, start - 8), start) is not None
    return later if by and last.end < later <= meeting else day


_BY = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)


def _in_a_month_to_come(x: Expression, period: Period, lead: re.Match[str] | None) -> Period:
    """Return the month or day by which something is expected, a year on if it had gone: "achievable by March"."""
    if x.form not in _WITHOUT_YEAR or lead is None or lead.lastgroup != "upto" or "by" not in lead.group().lower():
        return period
    end = _still_to_come(x, lead, period.end)
    if end == period.end:
        return period
    return stretches.month(end.year, end.month) if x.form == "month" else stretches.as_at(end)


def _still_to_come(x: Expression, lead: re.Match[str], day: date) -> date:
    """Return the day by which something is expected, a year on if it had gone: "£14m by the end of March"."""
    text, meeting, start = x.match.string, x.known.meeting, x.match.start() - len(lead.group())
    if x.form not in _WITHOUT_YEAR or meeting is None or (meeting - day).days < _LONG_GONE:
        return day
    before = text[max(0, start - _SAID_BEFORE) : start].rpartition(". ")[2].lower()
    by = _BY.search(text, max(0, x.match.start() - 12), x.match.start()) or _BY.search(before)
    expected = by is not None and _EXPECTED.search(before) is not None
    return stretches.year_after(day) if expected else day


_WITHOUT_YEAR = frozenset({"month", "shortdate"})
_LONG_GONE, _SAID_BEFORE = 90, 110
"""How many days before the meeting a month lies that is not looked forward to, and how near before it that is said."""

_EXPECTED = re.compile(
    r"\b(?:will|expect|expects|intend(?:s|ed)?|(?:is|are|was|were)[\s\xa0]+(?:now[\s\xa0]+)?(?:expected|due|to|hoped|intended|likely|forecast|projected|thought|believed)"
    r"|hop(?:es?|ed)[\s\xa0]+to|aims?|forecasts?)\b(?!.*\b(?:had|have)[\s\xa0]+been\b)"
)


def _day_told_of(known: Calendar) -> date | None:
    """Return the day that was last named where it lies between what is reported and the meeting, or None."""
    last, reported = known.last, known.anchor()
    if last is None or last.kind is not PeriodKind.AS_AT or reported is None or known.meeting is None:
        return None
    later = last.end > reported or (known.reporting is None and last.end < reported)
    return last.end if later and last.end <= known.meeting else None


def _is_month(text: str, match: re.Match[str], lead: re.Match[str] | None) -> bool:
    """Tell a month from the verbs "may" and "march": it has a capital, and time or a list leads up to it."""
    words = match.group()
    if not words[0].isupper():
        return False
    if words.rstrip(".").lower() not in _OTHER_WORDS_TOO:
        return True
    closed = text[match.end() : match.end() + 1] in {",", ")", "|", ":", ";", "\t", "\n", ""}
    opened = text[max(0, match.start() - 1) : match.start()] == "("
    beside = text[max(0, match.start() - 2) : match.start()] + text[match.end() : match.end() + 2]
    column = not beside.strip(" \xa0\n|")  # wide gaps set a head of a column apart: a verb has none on either side
    return lead is not None or closed or opened or column or match.start() == 0 or _dates_a_number(text, match)


_NUMBER_NEXT = re.compile(r"[\s\xa0]+£?\d")
_IN_A_LIST = re.compile(r"(?:[,;(:·•–—-]|\band)[\s\xa0]+$")


def _dates_a_number(text: str, match: re.Match[str]) -> bool:
    """Tell whether a month stands in a list right before its number: "April 88%, May 91%"."""
    before = text[max(0, match.start() - 5) : match.start()]
    return _NUMBER_NEXT.match(text, match.end()) is not None and _IN_A_LIST.search(before) is not None


def _is_year(text: str, match: re.Match[str], lead: re.Match[str] | None) -> bool:
    """Tell a year from a count or a name: nothing that can be counted stands behind it, no name before it."""
    before = text[max(0, match.start() - 1) : match.start()]
    if before and before in "£/-–.:":
        return False
    after = text[match.end() : match.end() + 16]
    if after[:1] in "/-–" and after[1:2].isdigit():
        return False
    if _OF_A_DOCUMENT.match(after) or _DOCUMENT_OF.search(text, max(0, match.start() - 24), match.start()):
        return False
    if lead is not None:
        return True
    named = _NAMED.search(text, max(0, match.start() - 24), match.start())
    if named is not None and named.group(1).lower() not in _BEFORE_YEARS:
        return False
    return _COUNTED_BEHIND.match(after) is None
