"""What one record says that others are compared with: its totals, its trend words, its promise to report.

A sketch is small, so that those of a thousand records can be kept at hand and compared at once when one changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from crossfoot.checks.across.looking_back import goes_on, month_of, way_carried, way_since
from crossfoot.checks.across.promised import Promise, promise, promises
from crossfoot.checks.across.wordprint import wordprint
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import content_words
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.ways import NOUN, the_way, without_ways
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.model import Figure, Measure, Nature, PeriodKind, Qualifier, Unit

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
_OF_TIME = frozenset([*MONTHS, *(name[:3] for name in MONTHS), "quarter", "year", "end", "month", "spring", "autumn"])
_SAID = frozenset(
    [
        *(
            "increased",
            "decreased",
            "reported",
            "again",
            "risen",
            "rose",
            "fallen",
            "fell",
            "reduced",
            "reduction",
            "gone",
        ),
        *("increase", "rise", "fall", "numbered", "totalled", "remained", "continued", "compared", "dropped", "grown"),
        *("was", "said", "reached", "grew", "level", "figure", "position"),
    ]
)
"""Words of what happened to a figure, which say nothing of what it counts."""


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


@dataclass(frozen=True, slots=True)
class Sketch:
    """One record as the rules over several see it.

    ``levels`` are the totals that the text dates itself; ``stocks`` the last of each stock among them, ``flows``
    the last of each other measure; ``cells`` are those of tables and lists, which may be of a part; ``others`` are
    values of a day whose words do not say what they count; ``parts`` are those of a larger total, which another record
    tells again where all their words are the same; ``promises`` are the reports promised on something that is named,
    and ``words`` the print of the record's words; ids of figures are those of the record.
    """

    document_id: str
    meeting_date: date | None = None
    council: str | None = None
    title: str | None = None
    promise: Promise | None = None
    levels: tuple[Figure, ...] = ()
    stocks: tuple[Figure, ...] = ()
    claims: tuple[Claim, ...] = ()
    flows: tuple[Figure, ...] = ()
    cells: tuple[Figure, ...] = ()
    others: tuple[Figure, ...] = ()
    parts: tuple[Figure, ...] = ()
    promises: tuple[Promise, ...] = ()
    words: str = ""

    @property
    def latest(self) -> tuple[Figure, ...]:
        """Return the last total of each measure."""
        return self.stocks + self.flows


def sketch(context: Context) -> Sketch:
    """Return the sketch of one record."""
    record = context.record
    named = [_lent_name(context, f) for f in context.figures]
    levels = [_bare(f) for f in named if is_level(context, f)]
    latest = list(_latest(levels))
    return Sketch(
        context.input.document_id,
        record.meeting_date,
        record.council,
        record.title or _report_name(context),
        promise(context),
        tuple(levels),
        tuple(f for f in latest if _is_stock(context, f)),
        tuple(claim for f in context.figures if (claim := _claimed(context, f)) is not None),
        tuple(f for f in latest if not _is_stock(context, f)),
        tuple(_bare(f) for f in context.figures if is_named(f) and _is_cell(context, f)),
        tuple(_bare(f) for f in context.figures if not is_level(context, f) and _is_of_a_day(context, f)),
        tuple(_bare(f) for f in context.figures if _is_named_part(context, f)),
        promises(context),
        wordprint(context.passages.low),
    )


def _bare(figure: Figure) -> Figure:
    """Return a figure without its evidence, which no rule over several records asks for."""
    return replace(figure, evidence=())


def is_level(context: Context, figure: Figure, *, cells: bool = False) -> bool:
    """Tell whether a figure is the total of an indicator that the text dates itself: no part, change, aim or guess.

    With ``cells`` those of short rows and items count too, which may be of a part.
    """
    if series_of(figure) is None or figure.period is None or not context.dates_itself(figure):
        return False
    if not _is_told(figure):
        return False
    if figure.qualifier not in {Qualifier.NONE, Qualifier.AVERAGE} or _is_part(context, figure, cells=cells):
        return False
    item = context.passages.paragraph_of(figure)
    short = item is None or item.is_row or len(item.figures) <= 2
    by_date = figure.indicator is not None and not telling_words(figure)
    return by_date or cells or not (short and context.passages.in_list(figure))


_SET_AGAINST = re.compile(
    r"\b(?:from|against|compared (?:with|to)|than|previously|down on|up on)\s+(?:the |some |about |only )*£?$"
)


def _lent_name(context: Context, figure: Figure) -> Figure:
    """Return a figure under the name of the one it is set against: "following a fall from 276, there were 259 …"."""
    sentence = context.passages.sentence_of(figure)
    if figure.indicator is not None or figure.period is None or sentence is None:
        return figure
    values = [f for f in sentence.figures if f.nature is not Nature.CHANGE]
    if len(values) != _TWO or figure.nature is Nature.CHANGE:
        return figure
    other = values[0] if values[1].id == figure.id else values[1]
    named = other.indicator is not None or (other is values[0] and len(values) < len(sentence.figures))
    alike = named and other.unit is figure.unit and other.nature is figure.nature
    if not alike or _SET_AGAINST.search(context.passages.before(figure, 40)) is None:
        return figure
    return replace(figure, indicator=other.indicator, label=other.label, subject=other.subject)


_TWO = 2


def _is_told(figure: Figure) -> bool:
    """Tell whether a figure is a count or a share, a sum of money on a day or an average time, that is no aim or guess.

    What is owed on a day is a deficit, and so a variance, however it came about.
    """
    if figure.unit is Unit.GBP:
        on_a_day = figure.period is not None and figure.period.kind is PeriodKind.AS_AT
        return on_a_day and figure.nature in {Nature.ACTUAL, Nature.VARIANCE, None}
    if figure.unit in {Unit.DAYS, Unit.WEEKS}:
        average = figure.qualifier is Qualifier.AVERAGE or "average" in f"{figure.label} {figure.subject}".lower()
        return average and figure.nature in {Nature.ACTUAL, None}
    return figure.unit in {Unit.COUNT, Unit.PERCENT, None} and figure.nature in {Nature.ACTUAL, None}


def _is_part(context: Context, figure: Figure, *, cells: bool) -> bool:
    """Tell whether a figure is a part of a total; "unallocated cases" are none where that is the figure's own name."""
    if not context.is_subset(figure):
        return False
    own = content_words(figure.subject.split(",")[0]) <= (
        content_words(figure.label) if cells else _telling(figure.label)
    )
    bare = not _telling(figure.label) and figure.indicator is not None
    return context.is_told_as_part(figure) or not (own or bare)


def _is_cell(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is what a row or an item gives for an indicator on a day, whole or part."""
    return is_level(context, figure, cells=True) and not is_level(context, figure)


def _is_named_part(context: Context, figure: Figure) -> bool:
    """Tell whether a figure of the text is a part of a total, of a day that the text names, and is named in full.

    What a part came to over a stretch of time is seldom told twice, and every figure kept is read at each opening.
    """
    if figure.period is None or figure.period.kind is not PeriodKind.AS_AT or not context.dates_itself(figure):
        return False
    if not _is_told(figure):
        return False
    plain = figure.qualifier is Qualifier.NONE and not context.passages.in_list(figure)
    return plain and whole_name(figure) is not None and _is_part(context, figure, cells=False)


def whole_name(figure: Figure) -> str | None:
    """Return all the telling words of a figure's label and subject, several at least, or None for fewer."""
    name = _names(figure.label, figure.subject)[-1:]
    return name[0] if name and " " in name[0] else None


def is_named(figure: Figure) -> bool:
    """Tell whether a figure's indicator, or several words of its label, say what it counts."""
    return figure.indicator is not None or len(telling_words(figure)) >= _SEVERAL


_SEVERAL = 2


def _is_of_a_day(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is a count or share of a day that the text names, no part, change or aim."""
    period = figure.period
    if period is None or period.kind is not PeriodKind.AS_AT or not context.dates_itself(figure):
        return False
    return _is_told(figure) and figure.qualifier is Qualifier.NONE and not context.is_subset(figure)


def all_words(figure: Figure) -> frozenset[str]:
    """Return the telling words of a figure's label and subject together."""
    return _telling(figure.label) | _telling(figure.subject)


_REPORT_ON = re.compile(r"\breport (?:on|about|concerning|regarding) (?:the )?(?P<name>[a-z][^.;,\n]{4,80})")


def _report_name(context: Context) -> str | None:
    """Return what the first report that a text speaks of is on, for a record without a title."""
    found = _REPORT_ON.search(context.passages.low)
    return found["name"].strip() if found else None


def series_of(figure: Figure) -> str | None:
    """Return what a figure measures: its indicator, or else the telling words of its label; None for none."""
    if figure.indicator is not None:
        return figure.indicator
    return _joined(figure.label) or _joined(figure.subject)


def names_of(figure: Figure) -> tuple[str, ...]:
    """Return the names under which another record may give the same: its series, and all words of label and subject.

    What one record's heading made an indicator of, another may tell in the same words under no heading: of a figure
    with an indicator several words of its label are a name too.
    """
    by_words = _names(figure.label, figure.subject)
    if figure.indicator is None:
        return by_words
    return (figure.indicator, *(name for name in by_words if " " in name))


def are_of_one(first: Figure, second: Figure) -> bool:
    """Tell whether nothing keeps two figures of one name apart: one indicator, or none, or all the same words.

    An indicator may be a heading's; the same words in full tell more.
    """
    if None in {first.indicator, second.indicator} or first.indicator == second.indicator:
        return True
    name = whole_name(first)
    return name is not None and name == whole_name(second)


@lru_cache(maxsize=1 << 16)
def _names(label: str, subject: str) -> tuple[str, ...]:
    """Return the names that a figure without an indicator has by its words."""
    whole = " ".join(sorted(_telling(label) | _telling(subject)))
    return tuple(dict.fromkeys(name for name in (_joined(label) or _joined(subject), whole) if name))


def title_words(sketch: Sketch) -> frozenset[str]:
    """Return the telling words of a record's title, by which the reports of one series are known."""
    return _telling(sketch.title or "")


def telling_words(figure: Figure) -> frozenset[str]:
    """Return the words of a figure's label that say what it counts: a date says nothing of that."""
    return _telling(figure.label) or _telling(figure.subject)


@lru_cache(maxsize=1 << 16)
def _telling(label: str) -> frozenset[str]:
    """Return the telling words of a label; kept, as a thousand records are compared at every correction."""
    return content_words(without_ways(label.lower())) - _OF_TIME - _SAID


@lru_cache(maxsize=1 << 16)
def _joined(label: str) -> str | None:
    """Return the telling words of a label in one order, or None for none."""
    return " ".join(sorted(_telling(label))) or None


def _latest(levels: list[Figure]) -> Iterator[Figure]:
    """Yield, for each measure, the record's total of the latest day or stretch of time.

    Flows are among them: what came in a quarter is set against what came in another one.
    """
    found: dict[str, Figure] = {}
    for figure in levels:
        series = series_of(figure)
        if figure.period is None or series is None:
            continue
        held = found.get(series)
        if held is None or held.period is None or held.period.end < figure.period.end:
            found[series] = figure
    yield from found.values()


def _is_stock(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is the level of a stock, by its indicator or else because it is told of a day."""
    measure = context.measure(figure)
    on_a_day = figure.period is not None and figure.period.kind is PeriodKind.AS_AT
    counted = figure.unit in {Unit.COUNT, Unit.GBP, None}
    return measure is Measure.STOCK or (measure is None and on_a_day and counted)


def _claimed(context: Context, figure: Figure) -> Claim | None:
    """Return that a stock is said to have gone up or down where its sentence gives no other value, or None."""
    sentence = context.passages.sentence_of(figure)
    if sentence is None or any(not _is_change(context, f) for f in sentence.figures if f is not figure):
        return None
    of_a_day = _is_of_a_day(context, figure) or is_level(context, figure, cells=True)
    if context.measure(figure) is not Measure.STOCK and not of_a_day and not _is_named_part(context, figure):
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
    names = [series_of(figure), _joined(subject["what"]) if subject else None, *names_of(figure)]
    return Claim(_bare(figure), way, apart, since, tuple(dict.fromkeys(name for name in names if name)))


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
