"""What a record claims of a figure against the report before it: that it has risen or fallen since."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crossfoot.checks.across.looking_back import goes_on, month_of, way_carried, way_since
from crossfoot.checks.across.naming import joined, names_of, series_of
from crossfoot.checks.across.totals import bare, is_level, is_named_part, is_of_a_day
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.ways import NOUN, the_way
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.model import Figure, Measure, Nature

_RISING = r"(?:rise|risen|rose|rising|increas(?:e|ed|ing)|grown|grew|climbed|gone up|upward)"
_FALLING = (
    r"(?:fall|fallen|fell|falling|decreas(?:e|ed|ing)|dropped|reduc(?:ed|tion)|declin(?:e|ed)|gone down|downward)"
)
_REACHES = (
    r"\b(?:[a-z ,]{0,24}\b(?:to|at|and (?:was|is|were|are|now stands at))"
    r"|(?: trend)? in [^.\d]{0,60}\b(?:there (?:were|are|is|was)|to|at))\s+$"
)
_ROSE, _FELL = re.compile(rf"\b{_RISING}{_REACHES}"), re.compile(rf"\b{_FALLING}{_REACHES}")
_THAN_LAST = (
    r"\b[a-z ]{0,14}\b(?:than|since|from|on|over)\b[a-z ]{0,20}\b(?:(?:last|previous|earlier) "
    r"(?:report|record|update|meeting|time)|last reported|previously reported)\b"
)
_MORE_BEHIND = re.compile(rf"^[^.;]{{0,60}}?\b(?:more|higher|up|an increase|a rise){_THAN_LAST}")
_FEWER_BEHIND = re.compile(rf"^[^.;]{{0,60}}?\b(?:fewer|lower|less|down|a decrease|a fall|a reduction){_THAN_LAST}")
_HAVING = r"^[^.;\d]{0,12}[^.;]{0,45}?,? (?:had|has|have) (?:again |further |since |now |also )?"
_ENDING = r"(?: (?:again|further|slightly|since|once more|sharply|considerably))*\s*(?:[.;,]|$)"
_ROSE_BEHIND = re.compile(rf"{_HAVING}(?:risen|increased|grown|gone up|come up|climbed){_ENDING}")
_FELL_BEHIND = re.compile(rf"{_HAVING}(?:fallen|decreased|reduced|dropped|gone down|come down|declined){_ENDING}")
"""What is said of a figure behind it without what it is compared with: the last report is meant."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that is said to have risen (1) or fallen (-1) where the sentence gives no earlier value.

    ``apart`` is how many months before it is said to have been otherwise, and ``since`` the month of the meeting whose
    report it is compared with, each nought where the words do not say. ``series`` are the names under which an earlier
    record may have what it measures, the likeliest first.
    """

    figure: Figure
    way: int
    apart: int = 0
    since: int = 0
    series: tuple[str, ...] = ()


def claimed(context: Context, figure: Figure) -> Claim | None:
    """Return that a stock is said to have gone up or down where its sentence gives no other value, or None."""
    sentence = context.passages.sentence_of(figure)
    if sentence is None or any(not _is_change(context, f) for f in sentence.figures if f is not figure):
        return None
    of_a_day = is_of_a_day(context, figure) or is_level(context, figure, cells=True)
    if context.measure(figure) is not Measure.STOCK and not of_a_day and not is_named_part(context, figure):
        return None
    before, after = context.passages.before(figure, 60), context.passages.after(figure, 110)
    front = sentence.low[: figure.span.start - sentence.span.start]
    said, way = sentence.low, way_carried(context, figure, sentence.low)
    if way:
        pass
    elif _ROSE.search(before) or _MORE_BEHIND.match(after) or _ROSE_BEHIND.match(after):
        way = 1
    elif _FELL.search(before) or _FEWER_BEHIND.match(after) or _FELL_BEHIND.match(after):
        way = -1
    if not way:
        said, way = front, _since_the_last(front)
    if not way:
        said = _said_of_it(context, sentence, figure)
        way = _since_the_last(said)
    if not way:
        said = f"{sentence.low} {_referring(context, sentence)}"
        way = _going_on(said)
    if not way:
        said = sentence.low
        way = way_since(context, figure, said)
    if not way and (ahead := _ahead(context, sentence)):
        said = f"{ahead} {sentence.low}"
        way = way_since(context, figure, said)
    if not way and (behind := _behind(context, sentence)):
        said = f"{sentence.low} {behind}"
        way = way_carried(context, figure, said) or (way_since(context, figure, said) if _OF_IT.match(behind) else 0)
    if not way:
        return None
    month = _REPORT_OF.search(said)
    since = MONTHS.index(month["month"] or month["of"]) + 1 if month else month_of(said)
    apart = next((months for months, pattern in _APART if pattern.search(said)), 0)
    subject = next((found for pattern in _GONE if (found := pattern.search(front))), None)
    names = [series_of(figure), joined(subject["what"]) if subject else None, *names_of(figure)]
    return Claim(bare(figure), way, apart, since, tuple(dict.fromkeys(name for name in names if name)))


_CHANGE_BEHIND = re.compile(r"\s*(?:[a-z]+ ){0,2}?(?:more|fewer|less|higher|lower|up|down)\b")


def _is_change(context: Context, figure: Figure) -> bool:
    """Tell whether a number is how much more or fewer there are: "55 apprentices, eight more than …"."""
    return figure.nature is Nature.CHANGE or _CHANGE_BEHIND.match(context.passages.after(figure, 30)) is not None


def _ahead(context: Context, sentence: Sentence) -> str:
    """Return the sentence in front of one that gives the figure of what it speaks of, or "" where there is none."""
    before = context.passages.previous(sentence)
    if before is None or before.figures or sentence.paragraph - before.paragraph > 1:
        return ""
    return before.low if goes_on(before.low, sentence.low) else ""


def _said_of_it(context: Context, sentence: Sentence, figure: Figure) -> str:
    """Return the words behind a figure that speak of it again: "…, so that the number had fallen since …".

    They end its own sentence, or are the next one, which then has no figure; "" where there are none.
    """
    behind = sentence.low[figure.span.end - sentence.span.start :]
    found = _OF_IT_BEHIND.search(behind)
    if found is not None:
        return found["said"]
    following = _behind(context, sentence)
    return following if _OF_IT.match(following) else ""


_SINCE_THEN = re.compile(
    r"\b(?:again|still|once more|even|continu\w+|trend|than when|since (?:then|cabinet|members|the (?:matter"
    r"|subject))"
    r"|last (?:looked|considered|reported|met|discussed|received|reviewed|heard)|since (?:it|they"
    r"|the)[a-z ]{0,25} last)\b"
)
"""Words that set a figure against what was reported before it."""


def _referring(context: Context, sentence: Sentence) -> str:
    """Return the sentence behind one that has no figure and goes on about it, or "" where there is none."""
    following = _behind(context, sentence)
    return following if the_way(following) is not None else ""


def _behind(context: Context, sentence: Sentence) -> str:
    """Return the sentence behind one, without figures of its own, or "" where there is none."""
    following = context.passages.sentences[sentence.index + 1 : sentence.index + 2]
    if not following or following[0].figures or following[0].paragraph - sentence.paragraph > 1:
        return ""
    return following[0].low


def _going_on(words: str) -> int:
    """Return the way that words about one figure say it has gone on, or gone since it was last told; else nought.

    "Went up again, to 4,388", "a further fall in the number, which was 158", "drew attention to the continuing rise".
    """
    way = the_way(words)
    further = any(re.search(r"\b(?:further|continu\w+|another)\b", match.group()) for match in NOUN.finditer(words))
    if way is None or not (further or _SINCE.search(words) or _SINCE_THEN.search(words)) or _COMPARED.search(words):
        return 0
    return int(way)


_COMPARED = re.compile(r"\b(?:england|national\w*|neighbours?|regional\w*|target|forecast|budget\w*|expected to)\b")
_IT = (
    r"(?:that|this|it|they|these|(?:the|this|that) (?:overall |total )?"
    r"(?:number|figure|total|rate|level|position|proportion|percentage)s?(?! of\b| for\b| in\b))\b"
)
_OF_IT = re.compile(rf"\s*(?:and |but )?{_IT}")
_OF_IT_BEHIND = re.compile(
    rf"(?P<said>(?:,|;|:|\(|\band|\bso that|\bwhich|\bas)\s*(?:and |so that |which |as |with )*"
    rf"(?:{_IT}|(?:is |was |were |being |had |has )*an? "
    r"(?=(?:[a-z]+ )?(?:rise|increase|fall|drop|decrease|reduction)\b))"
    r"[^.;]*)\.?\s*$"
)
"""Words that speak of a figure again, and no "number of" another thing."""
_HAS_GONE = (
    r" (?:had|has|have) (?:again |since |also )?"
    r"(?:gone|come|been|risen|fallen|increased|decreased|dropped|grown|continued)\b"
)
_GONE = (
    re.compile(rf"\b(?:number|proportion|percentage|total|rate) of (?P<what>[a-z][a-z' -]{{4,80}}?){_HAS_GONE}"),
    re.compile(rf"^\s*(?:the )?(?P<what>[a-z][a-z' -]{{4,80}}?){_HAS_GONE}"),
)
_MONTH_NAMES = "|".join(MONTHS)
_REPORT_OF = re.compile(
    rf"\b(?:report|record|update|meeting) (?:in|of|for) (?P<of>{_MONTH_NAMES})\b"
    rf"|\b(?P<month>{_MONTH_NAMES})(?:['’]s)? (?:report|record|update|meeting)\b"
)
_AT_THE_LAST = (
    r"(?:the |its |our |at |in |that |which )*(?:(?:figure|number|total|position|level) )?"
    r"(?:(?:given|reported|shown|set out|recorded) )?(?:in |of |at |to )?(?:the |its |our )?"
)
_SINCE_A_YEAR = re.compile(
    r"\b(?:than|since|on) (?:a|the) (?:year (?:before|earlier|ago)|(?:last|previous|preceding) year)\b"
)
_SINCE_A_QUARTER = re.compile(
    r"\b(?:than|since|on) (?:a|the) (?:quarter (?:before|earlier|ago)|(?:last|previous|preceding) quarter)\b"
)
_SINCE_A_MONTH = re.compile(
    r"\b(?:than|since|on) (?:a|the) (?:month (?:before|earlier|ago)|(?:last|previous|preceding) month)\b"
)
_APART = ((12, _SINCE_A_YEAR), (3, _SINCE_A_QUARTER), (1, _SINCE_A_MONTH))
_SINCE = re.compile(
    rf"\b(?:since|than|on|from|compared with|compared to) {_AT_THE_LAST}"
    r"(?:last|previous|earlier|preceding) (?:report|record|update|meeting|time|occasion)\b"
    rf"|\b(?:since|than|on|from|compared with|compared to) {_AT_THE_LAST}"
    rf"(?:(?:{_MONTH_NAMES})(?:['’]s)? (?:report|record|update|meeting)"
    rf"|(?:report|record|update|meeting) (?:in|of|for) (?:{_MONTH_NAMES}))\b"
    r"|\b(?:had|has|have) continued\b"
    rf"|{'|'.join(pattern.pattern for _, pattern in _APART)}"
)
_WAYS = (
    (1, re.compile(rf"\b(?:{_RISING}|rise|increase|growth|more|higher|went up|going up|come up|came up)\b")),
    (
        -1,
        re.compile(
            rf"\b(?:{_FALLING}|fall|decrease|drop|fewer|lower|less|went down|going down|reduction|come down"
            r"|came down)\b"
        ),
    ),
)
_DENIED = re.compile(r"\b(?:not|no|never|halted|stopped|ended|reversed)\b")


def _since_the_last(words: str) -> int:
    """Return the way of words in front of a figure that speak of a change since the last report, or nought.

    The word and the figure may stand in two clauses: "had gone down since the previous report; it was 249".
    """
    if not _SINCE.search(words) or _DENIED.search(words):
        return 0
    ways = [way for way, pattern in _WAYS if pattern.search(words)]
    return ways[0] if len(ways) == 1 else 0
