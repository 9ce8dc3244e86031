"""The walk through a text: block by block, each number in the light of what it hangs on."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from crossfoot.extraction.figures import calendar, confidence, subjects
from crossfoot.extraction.figures.choice import Choice, choose
from crossfoot.extraction.figures.exclusions import masks
from crossfoot.extraction.figures.labels import Phrase, is_generic, phrase_behind
from crossfoot.extraction.figures.layout import Shape, TextBlock, blocks_of
from crossfoot.extraction.figures.lexicon import Lexicon
from crossfoot.extraction.figures.natures import Cue, nature_of, qualifier_of
from crossfoot.extraction.figures.numbers import Form, Number, is_fte, time_unit
from crossfoot.extraction.figures.periods import Calendar, When
from crossfoot.extraction.figures.reach import Surroundings, reaches_of
from crossfoot.extraction.figures.reading import Reading, read_sentence
from crossfoot.extraction.figures.reporting import may_be_about, reporting_period
from crossfoot.extraction.figures.sentences import Sentence, sentences_of
from crossfoot.extraction.figures.tabular import read_table
from crossfoot.extraction.figures.timing import bind, compares
from crossfoot.extraction.figures.tokens import tokens_of
from crossfoot.model import (
    Evidence,
    Figure,
    Measure,
    Nature,
    Period,
    PeriodKind,
    Qualifier,
    Record,
    SectionKind,
    Span,
    Unit,
)

_POINTS_BACK = re.compile(
    r"\s*(?:of\s+(?:these|those|them|the\s+(?:above|total|remaining|remainder))|there\s+(?:were|was|are|is)\s+(?:also\s+|a\s+further\s+|currently\s+|now\s+)?\d|these|those|they|this\s+(?:was|is|represent|compare|equate|included|includes)|it\s+(?:was|is|had|has)|the\s+(?:remaining|remainder|rest|total|figure|number|rate)\b|a\s+further|in\s+addition|among\s+them|within\s+this)",
    re.IGNORECASE,
)
_THRESHOLD = 4.9
SPECIFIC_BUDGETS = ("fostering_agency_budget", "childrens_homes_agency_budget", "social_work_staffing_budget")
_BY_NATURE = {
    Nature.BUDGET: "approved_budget",
    Nature.FORECAST: "projected_outturn",
    Nature.VARIANCE: "budget_variance",
}


@dataclass(slots=True)
class _Place:
    """What is known at the block being read."""

    known: Calendar
    labels: frozenset[str] = frozenset()
    heading: Reading | None = None
    lead: Reading | None = None
    lead_open: bool = False
    lead_period: Period | None = None
    focus: Period | None = None
    budget: str | None = None
    budget_period: Period | None = None
    last: Figure | None = None
    caption: Reading | None = None
    before_caption: Reading | None = None
    resolutions: list[tuple[int, int]] = field(default_factory=list)
    by_value: dict[tuple[Decimal, Unit | None], Figure] = field(default_factory=dict)

    def resolves(self, offset: int, text: str) -> bool:
        """Tell whether a sentence stands in a resolution that decides, not one that merely notes."""
        for start, end in self.resolutions:
            if start <= offset < end:
                return _NOTES.search(text, start, end) is None
        return False


_NOTES = re.compile(r"\b(?:be\s+noted|notes?|noted|noting|receives?|be\s+received)\b", re.IGNORECASE)


@dataclass
class Finder:
    """Finds the figures of texts with one lexicon; keeps nothing from one text to the next."""

    lexicon: Lexicon
    _seen: dict[str, int] = field(default_factory=dict)

    def find(self, text: str, record: Record) -> tuple[Figure, ...]:
        """Return the figures of ``text`` in order of place."""
        self._seen = {}
        blocks = blocks_of(text)
        known = Calendar(meeting=record.meeting_date)
        known.reporting = reporting_period(text, blocks, record, known)
        known.last = None
        place = _Place(known, frozenset(b.marker for b in blocks if b.marker[:1].isdigit() and "." in b.marker[:-1]))
        place.resolutions = [(x.span.start, x.span.end) for x in record.resolutions]
        figures: list[Figure] = []
        i = 0
        sections = sorted((x.span.start, x.span.end, x.kind) for x in record.sections)
        while i < len(blocks):
            block = blocks[i]
            if block.shape is Shape.ROW:
                above = [r for r in (place.caption, place.before_caption, place.heading) if r is not None]
                rows, i = read_table(self.lexicon, text, blocks, i, above[:2], place.known)
                figures += [self._finish(text, f, sections) for f in rows]
                continue
            found = list(self._block(text, block, place))
            figures += [self._finish(text, f, sections) for f in found]
            i += 1
        return tuple(figures)

    def _finish(self, text: str, figure: Figure, sections: list[tuple[int, int, SectionKind]]) -> Figure:
        """Return the figure with its identifier and the section that it stands in."""
        start, end = figure.span.start, figure.span.end
        kind = next((k for a, b, k in sections if a <= start < b), None)
        around = (
            " ".join(text[max(0, start - 32) : start].split())
            + "\0"
            + figure.quote
            + "\0"
            + " ".join(text[end : end + 32].split())
        )
        digest = hashlib.sha256(around.encode()).hexdigest()[:10]
        count = self._seen.get(digest, 0)
        self._seen[digest] = count + 1
        return replace(figure, id=digest if not count else f"{digest}.{count}", section=kind)

    def _block(self, text: str, block: TextBlock, place: _Place) -> Iterator[Figure]:
        """Yield the figures of a heading, a paragraph or a list item; ``place`` moves on."""
        tokens = tokens_of(text, block.ranges)
        if not tokens:
            return
        masked = masks(text, block.start, block.end)
        readings: list[Reading] = []
        place.known.last = None
        hangs = self._hangs(text, block, place)
        if block.shape is Shape.PARAGRAPH and not hangs:
            place.lead = None
        if block.shape is Shape.HEADING:
            place.lead = None
        for s in sentences_of(text, block, tokens):
            r = read_sentence(s, place.known, masked, place.labels)
            around = Surroundings(
                lead=place.lead if hangs or block.shape is Shape.ITEM else None,
                heading=place.heading,
                previous=readings[-3:],
                points_back=bool(_POINTS_BACK.match(text, s.start, s.end)),
            )
            if r.numbers:
                yield from self._sentence(r, around, place)
            _focus(r, place.known)
            readings.append(r)
        last = readings[-1] if readings else None
        if last is None:
            return
        place.before_caption, place.caption = place.caption, last
        if block.shape is Shape.PARAGRAPH:
            place.focus = next((r.focus for r in readings if r.focus is not None and r.firm), place.focus)
        if block.shape is Shape.HEADING or (block.shape is Shape.ITEM and _titles(text, block)):
            place.heading = readings[0]
            place.budget = None
        closing = text[block.end - 1]
        if text[max(block.start, block.end - 3) : block.end].rstrip("-–— *_").endswith(":"):
            if block.shape is not Shape.ITEM or place.lead is None or block.marker not in "-–—•·*":
                place.lead = _lead(readings)
                place.lead_period = next(
                    (r.focus for r in reversed(readings) if r.focus), place.focus if _continues(readings[-1]) else None
                )
        elif block.shape is Shape.PARAGRAPH and not hangs and closing == ".":
            place.lead = None

    def _hangs(self, text: str, block: TextBlock, place: _Place) -> bool:
        """Tell whether a paragraph without a marker is an item of the list that a lead-in opened."""
        if place.lead is None or block.shape is not Shape.PARAGRAPH:
            return block.shape is Shape.ITEM and place.lead is not None
        words = text[block.start : block.end]
        return len(words) < 120 and not words.rstrip().endswith((".", ":", ":-"))

    def _sentence(self, r: Reading, around: Surroundings, place: _Place) -> Iterator[Figure]:
        """Yield the figures of one sentence."""
        s = r.sentence
        r.prepare(self.lexicon)
        whens = bind(s, r.numbers, r.whens)
        ordered = _respectively(self.lexicon, r, around)
        lead_cues: list[Cue] = []
        for source in (around.lead, *around.previous[-1:], around.heading):
            if source is not None and source is around.lead:
                source.prepare(self.lexicon)
                lead_cues += source.cues
        dates_in_order = _dates_in_order(r)
        yielded: Figure | None = None
        for k, n in enumerate(r.numbers):
            start, end = s.tokens[n.first].start, s.tokens[n.last - 1].end
            joined = k
            while joined and _joined(s, r.numbers[joined - 1], r.numbers[joined]):
                joined -= 1
            left = s.tokens[r.numbers[joined - 1].last - 1].end if joined else s.start
            right = s.tokens[r.numbers[k + 1].first].start if k + 1 < len(r.numbers) else s.end
            phrase = phrase_behind(s, n)
            unit = self._unit(s, n, phrase, r, around)
            n.unit = unit if unit is not None else n.unit
            nature, told = nature_of(s, n, r.cues, left, right, lead_cues)
            qualifier, firm = qualifier_of(s, n)
            reaches = reaches_of(self.lexicon, r, k, phrase, around)
            choices = choose(self.lexicon, n, unit, nature, reaches)
            if nature is Nature.ACTUAL and told is None and place.resolves(s.start, s.text):
                nature = Nature.PROPOSED
            indicator, weight, named = self._indicator(n, unit, nature, choices, phrase, around, place, yielded, s)
            if k in ordered:
                indicator, weight, named = ordered[k], 9.0, None
            when = dates_in_order.get(k) or whens[k]
            period, dated, how = self._period(when, r, around, place, nature, indicator, yielded, start, money=n.money)
            repeated = (
                place.by_value.get((n.value, unit))
                if s.low(n.first - 1) in _THE and s.low(n.first - 2) == "of"
                else None
            )
            if repeated is not None:
                if when is None and repeated.period is not None:
                    period, dated, how = repeated.period, None, "the same number before"
                if repeated.indicator is not None and weight < 9:
                    indicator = repeated.indicator
            if (
                nature is Nature.ACTUAL
                and when is not None
                and period is not None
                and place.known.meeting is not None
                and period.start > place.known.meeting
            ):
                nature = Nature.BUDGET if n.money else Nature.FORECAST
            if (
                indicator is not None
                and self.lexicon.indicators[indicator].measure is Measure.RATIO_OF_STOCK
                and unit is None
                and nature is Nature.ACTUAL
            ):
                qualifier = Qualifier.AVERAGE if qualifier is Qualifier.NONE and _averaged(s, around) else qualifier
            label, subject = subjects.of(s, n, phrase, nature, r, left, around, indicator, told)
            evidence = [Evidence("value", n.form.value, Span(start, end))]
            if named is not None:
                evidence.append(Evidence("indicator", named.zone, Span(named.start, named.end)))
            if period is not None:
                evidence.append(Evidence("period", how, dated))
            if told is not None and nature is not Nature.ACTUAL:
                evidence.append(Evidence("nature", nature.value, Span(*told)))
            if firm is not None:
                evidence.append(Evidence("qualifier", qualifier.value, Span(*firm)))
            if phrase.last > phrase.first:
                evidence.append(
                    Evidence(
                        "label", "words counted", Span(s.tokens[phrase.first].start, s.tokens[phrase.last - 1].end)
                    )
                )
            figure = Figure(
                id="",
                span=Span(start, end),
                quote=s.text[start:end],
                value=n.value,
                step=n.step,
                unit=unit,
                indicator=indicator,
                label=label,
                subject=subject,
                period=period,
                nature=nature,
                qualifier=qualifier,
                confidence=confidence.of(n, unit, weight, phrase, how, s),
                rule=f"{'list item' if around.lead is not None else 'sentence'}: {n.form.value}",
                evidence=tuple(evidence),
            )
            if indicator in SPECIFIC_BUDGETS:
                place.budget = indicator
            if n.money and period is not None:
                place.budget_period = period
            yielded = figure
            place.last = figure
            if nature is not Nature.BENCHMARK:
                place.by_value[n.value, unit] = figure
            yield figure

    def _unit(self, s: Sentence, n: Number, phrase: Phrase, r: Reading, around: Surroundings) -> Unit | None:
        """Return the unit of a number: its own, or what stands behind it or is spoken of."""
        if n.unit is not None:
            return n.unit
        j = n.last
        if is_fte(s.tokens, j) or (s.low(j) == "x" and is_fte(s.tokens, j + 1)):
            return Unit.FTE
        for k in range(j, min(phrase.close + 1, j + 5, len(s.tokens))):
            if is_fte(s.tokens, k) and not any(s.is_number(x) for x in range(j, k)):
                return Unit.FTE
        if s.low(j) == "per" and s.low(j + 1).replace(",", "") in {"10000"}:
            return Unit.RATE_PER_10000
        for k in range(j, min(j + 6, len(s.tokens) - 1)):
            if s.low(k) == "per" and s.low(k + 1) in {"10,000", "10000"}:
                return Unit.RATE_PER_10000
            if s.is_number(k) or s.low(k) in {",", ";", "."}:
                break
        if phrase.head in {"day", "week"} and phrase.close - j <= 4:
            return time_unit(phrase.head)
        if n.step < 1 and phrase.head in _POSTS:
            return Unit.FTE
        if s.stem(j) == "point" and n.form is Form.DIGITS:
            low = s.text[s.start : s.end].lower()
            return Unit.SCORE if "score" in low and "gap" not in low else Unit.PERCENTAGE_POINTS
        lent = _lent_unit(s, n, phrase, r)
        if lent is not None:
            return lent
        w = j + 1 if s.low(j) in {"working", "calendar", "school", "consecutive", "full"} else j
        unit = time_unit(s.low(w))
        if unit is not None:
            return unit
        if n.scale > 1 and (n.scale >= 1000) and n.form is Form.DIGITS and s.tokens[n.core].suffix in {"k", "m", "bn"}:
            n.money = True
            return Unit.GBP
        if (
            n.scale >= 1_000_000
            and is_generic(phrase.head)
            and any(c.nature in {Nature.BUDGET, Nature.VARIANCE, Nature.FORECAST} for c in r.cues)
        ):
            n.money = True
            return Unit.GBP
        if (
            (n.form is Form.DIGITS
            and s.low(n.last) in {"", ".", ",", ";", ")", "(", "and", "in", "against", "compared", "at", "but", "which"})
            or (n.form is Form.DIGITS
            and phrase.close == phrase.first)
        ):
            return _spoken_unit(s, n, r, around, phrase.head)
        return _counted_unit(s, n, r, around, phrase.head)

    def _indicator(
        self,
        n: Number,
        unit: Unit | None,
        nature: Nature,
        choices: list[Choice],
        phrase: Phrase,
        around: Surroundings,
        place: _Place,
        before: Figure | None,
        s: Sentence,
    ) -> tuple[str | None, float, Choice | None]:
        """Return a number's indicator, the weight that speaks for it, and the words that name it."""
        best = choices[0] if choices and choices[0].weight >= _THRESHOLD else None
        if n.money:
            specific = next(
                (
                    c
                    for c in choices
                    if c.indicator in SPECIFIC_BUDGETS and c.zone in {"before", "counted", "earlier", "behind"}
                ),
                None,
            )
            if (
                specific is not None
                and nature in {Nature.BUDGET, Nature.FORECAST, Nature.VARIANCE, Nature.ACTUAL}
                and specific.weight > 4
            ):
                return specific.indicator, specific.weight, specific
            if any(
                low in {"together", "total", "overall", "combined", "net"}
                for low in (t.low for t in s.tokens[: n.first])
            ):
                place.budget = None
            if place.budget is not None and nature in {Nature.FORECAST, Nature.VARIANCE, Nature.BUDGET}:
                return place.budget, 7.0, None
            generic = _BY_NATURE.get(nature)
            if best is not None and best.indicator not in {
                "approved_budget",
                "projected_outturn",
                "budget_variance",
                "outturn",
            }:
                if best.zone in {"counted", "before", "behind"} or generic is None:
                    return best.indicator, best.weight, best
            if generic is not None:
                return generic, 7.0, next((c for c in choices if c.indicator == generic), None)
            if (
                best is not None
                and (best.indicator in {"outturn"} or best.zone in {"counted", "before"})
                and nature is Nature.ACTUAL
                and best.indicator != "approved_budget"
            ):
                return best.indicator, best.weight, best
            return None, 0.0, None
        if best is not None:
            return best.indicator, best.weight, best
        source = before or (place.last if around.previous or around.lead is not None else None)
        if source is None or source.indicator is None or source.unit != unit:
            return None, 0.0, None
        bare = phrase.close == phrase.first or is_generic(phrase.head)
        compared = nature in {Nature.TARGET, Nature.BENCHMARK}
        if (bare or compared) and (
            before is not None or around.points_back or compared or (unit is not Unit.COUNT and not around.lead)
        ):
            return source.indicator, 5.0, None
        return None, 0.0, None

    def _period(
        self,
        when: When | None,
        r: Reading,
        around: Surroundings,
        place: _Place,
        nature: Nature,
        indicator: str | None,
        before: Figure | None,
        start: int,
        *,
        money: bool,
    ) -> tuple[Period | None, Span | None, str]:
        """Return a number's period, the words that give it, and how it was resolved."""
        measure = self.lexicon.indicators[indicator].measure if indicator is not None else None
        if when is not None and when.period is not None:
            period = when.period
            if (
                money
                and nature in {Nature.FORECAST, Nature.VARIANCE}
                and period.kind is PeriodKind.AS_AT
                and (period.end.month, period.end.day) == (3, 31)
            ):
                period = calendar.financial_year(calendar.financial_start(period.end))
            return period, when.span, when.rule
        if (
            before is not None
            and before.period is not None
            and nature not in {Nature.TARGET, Nature.BENCHMARK}
            and (not r.whens or not compares(r.sentence.text, before.span.end, start))
        ):
            how = next((e.rule for e in before.evidence if e.field == "period"), "the figure before")
            return _suited(before.period, measure, stated=False), None, how if how in _LENT else "the figure before"
        if r.firm and r.focus is not None and nature is not Nature.BENCHMARK and not r.whens:
            return _suited(r.focus, measure, stated=False), None, "the sentence"
        if around.lead is not None:
            period = around.lead.focus or place.lead_period
            if period is not None:
                return _suited(period, measure, stated=True), None, "the words before the list"
        for reading in reversed(around.previous):
            if reading.focus is not None and (reading.firm or place.known.reporting is None):
                if not around.points_back and _within(reading.focus, place.known.reporting):
                    break
                return _suited(reading.focus, measure, stated=False), None, "the sentence before"
        if around.heading is not None and around.heading.focus is not None:
            return _suited(around.heading.focus, measure, stated=False), None, "the heading"
        if measure in {Measure.PLAN, Measure.FORECAST, Measure.DERIVED, Measure.YEAR_FLOW} or nature in {
            Nature.BUDGET,
            Nature.VARIANCE,
        }:
            period = place.budget_period or place.known.reporting
            if period is not None:
                return calendar.financial_year(calendar.financial_start(period.end)), None, "the budget's year"
        if around.points_back and place.focus is not None:
            return _suited(place.focus, measure, stated=False), None, "the paragraph before"
        if place.known.reporting is not None:
            return _suited(place.known.reporting, measure, stated=False), None, "reporting period"
        if place.focus is not None:
            return _suited(place.focus, measure, stated=False), None, "latest date named"
        return None, None, "none"


_THE = frozenset({"the", "these", "those"})
_LENT = frozenset(
    {
        "the sentence",
        "the words before the list",
        "the sentence before",
        "the heading",
        "the budget's year",
        "the paragraph before",
        "reporting period",
        "latest date named",
    }
)
_CONTINUES = re.compile(
    r"\b(?:this|these|which)\s+(?:equat|represent|compar|was|were|is|are|equals|gave|gives)", re.IGNORECASE
)


def _focus(r: Reading, known: Calendar) -> None:
    """Set what a sentence is about in time: its first expression that looks at what is reported."""
    s = r.sentence
    dated = [
        w
        for w in r.whens
        if w.period is not None
        and not w.compares
        and may_be_about(w, known.meeting)
        and not (w.rule == "date" and _HAPPENED.search(s.text, max(s.start, w.span.start - 60), w.span.start))
    ]
    if dated:
        r.focus = dated[0].period
        r.firm = len({w.period for w in dated}) == 1 and (dated[0].rule != "year" or known.reporting is None)


_HAPPENED = re.compile(
    r"\b(?:approved|agreed|considered|resolved|published|adopted|met|appointed|opened|wrote|visited|launched|issued|held|attended|received\s+by|meeting|decided|announced|signed|letter)\b[^.;:]*$",
    re.IGNORECASE,
)


def _within(focus: Period, reporting: Period | None) -> bool:
    """Tell whether a stretch is a shorter part of the reporting period, named in passing."""
    if reporting is None or focus.kind is PeriodKind.AS_AT:
        return False
    return reporting.start <= focus.start and focus.end <= reporting.end and focus != reporting


def _continues(r: Reading) -> bool:
    """Tell whether a lead-in goes on from the paragraph before it: "this equated to the following"."""
    return _CONTINUES.search(r.sentence.text, r.sentence.start, r.sentence.end) is not None


def _suited(period: Period, measure: Measure | None, *, stated: bool) -> Period:
    """Return the period as the measure asks: a stock at its last day where the stretch was not stated for it."""
    if stated or period.kind is PeriodKind.AS_AT:
        return period
    if measure in {Measure.STOCK, Measure.RATIO_OF_STOCK}:
        return calendar.as_at(period.end)
    return period


def _titles(text: str, block: TextBlock) -> bool:
    """Tell whether a list item is a numbered heading: short and without a stop."""
    return block.end - block.start < 90 and block.marker[:1].isdigit() and text[block.end - 1] not in ".;,:"


def _lead(readings: list[Reading]) -> Reading:
    """Return the sentence that opens a list, with the period of the sentences before it where it has none."""
    last = readings[-1]
    if last.focus is None:
        last.focus = next((r.focus for r in reversed(readings) if r.focus is not None), None)
    return last


def _averaged(s: Sentence, around: Surroundings) -> bool:
    """Tell whether the sentence or its lead-in speaks of averages."""
    sources = [s, *([around.lead.sentence] if around.lead is not None else [])]
    return any(stem in {"average", "mean"} for source in sources for stem in source.stems)


def _respectively(lexicon: Lexicon, r: Reading, around: Surroundings) -> dict[int, str]:
    """Return the indicators of numbers that "respectively" matches with names in the same order."""
    s = r.sentence
    at = next((i for i, t in enumerate(s.tokens) if t.low == "respectively"), None)
    if at is None:
        return {}
    chain: list[int] = []
    edge = at
    for k in range(len(r.numbers) - 1, -1, -1):
        n = r.numbers[k]
        if n.last > edge:
            continue
        if (
            all(s.low(j) in {",", "and", "&", "%"} or not s.is_number(j) for j in range(n.last, edge))
            and edge - n.last <= 6
        ):
            chain.insert(0, k)
            edge = n.first
        else:
            break
    if len(chain) < 2:
        return {}
    first = r.numbers[chain[0]].first
    for source, limit in ((r, first), *((p, len(p.sentence.tokens)) for p in reversed(around.previous))):
        source.prepare(lexicon)
        names: list[str] = []
        reached = -1
        for m in sorted(source.mentions, key=lambda m: (m.first, -(m.last - m.first))):
            if m.last > limit or m.last <= reached:
                continue
            keys = [w.indicator for w in lexicon.wordings_of[m.phrase] if len(w.phrases) == 1]
            if keys:
                names.append(keys[0])
                reached = m.last
        names = list(dict.fromkeys(names))
        if len(names) == len(chain):
            return dict(zip(chain, names, strict=True))
    return {}


def _dates_in_order(r: Reading) -> dict[int, When]:
    """Return the periods of numbers that "respectively" or "from … to" matches with dates in the same order."""
    s = r.sentence
    if not any(t.low == "respectively" for t in s.tokens):
        return {}
    dated = [w for w in r.whens if w.period is not None]
    if len(dated) == len(r.numbers) and len(dated) > 1:
        gaps = [s.tokens[n.first].start for n in r.numbers]
        if all(w.span.end < gaps[0] for w in dated) or all(w.span.start > gaps[-1] for w in dated):
            return dict(enumerate(dated))
    return {}


_POSTS = frozenset(
    {"post", "worker", "staff", "officer", "vacancy", "position", "practitioner", "manager", "teacher", "employee"}
)
_LENDS = frozenset(
    {
        Unit.RATE_PER_10000,
        Unit.DAYS,
        Unit.WEEKS,
        Unit.MONTHS,
        Unit.YEARS,
        Unit.FTE,
        Unit.PERCENTAGE_POINTS,
        Unit.PERCENT,
    }
)
_OPENERS = frozenset(
    ["(", "to", "from", "of", "at", "was", "were", "than", "with", "against", "threshold", "target", "average", "mean", "england", "region", "nationally", "national", "averaged", "neighbours", "wales", "by"]
)
_CLOSERS = frozenset(
    {
        "",
        ".",
        ",",
        ";",
        ")",
        "(",
        "in",
        "and",
        "for",
        "at",
        "or",
        "nationally",
        "regionally",
        "were",
        "by",
        "to",
        "against",
        "from",
        "compared",
    }
)


def _lent_unit(s: Sentence, n: Number, phrase: Phrase, r: Reading) -> Unit | None:
    """Return the unit that a bare number shares with one beside it: "171 days (threshold 152)", "5 to 9%"."""
    if n.form is not Form.DIGITS or n.money or n.scale != 1 or s.low(n.last) not in _CLOSERS | {"-", "–", "—", "per"}:
        return None
    k = next((i for i, other in enumerate(r.numbers) if other is n), 0)
    following = r.numbers[k + 1] if k + 1 < len(r.numbers) else None
    if following is not None and following.first == n.last + 1 and s.low(n.last) in {"to", "-", "–", "—", "and", "or"}:
        unit = following.unit if following.unit is not None else time_unit(s.low(following.last))
        if unit in _LENDS and (s.low(n.last) not in {"and", "or"} or s.low(n.first - 1) in {"between", "of"}):
            return unit
    before = s.low(n.first - 1)
    if k and (before in _OPENERS or before in {"-", "–", ":"}):
        earlier = r.numbers[k - 1]
        if before != "(" and s.low(earlier.first - 1) == "(" and k > 1:
            earlier = r.numbers[k - 2]
        if earlier.unit is Unit.PERCENT and not (
            n.step < 1 or before in {"(", "from", "england", "against", "than", "with", "region"}
        ):
            return None
        if earlier.unit is Unit.PERCENT and before == "(" and n.step == 1:
            return None
        if earlier.unit in _LENDS:
            return earlier.unit
    return None


_DAYS_SPOKEN = re.compile(
    r"\b(?:number of (?:working )?days|average days|days (?:lost|taken|between|from)|(?:time|wait|length) in days|working days lost|\(days\))"
)
_SCORES = re.compile(r"\b(?:attainment 8|progress 8|points? score|scores?|scored|scoring|sdq)\b")
_RATE_WORDS = re.compile(r"per[\s\xa0]+10,?000", re.IGNORECASE)


def _spoken_unit(s: Sentence, n: Number, r: Reading, around: Surroundings, head: str) -> Unit | None:
    """Return the unit that the sentence speaks in where the number stands bare: a rate, a score, or a count."""
    start = s.tokens[n.first].start
    before = s.text[s.start : start].lower()
    if (
        not any(o.unit is Unit.RATE_PER_10000 for o in r.numbers if o is not n)
        and _RATE_WORDS.search(before)
        and "rate" in before
        and n.value < 1500
    ):
        return Unit.RATE_PER_10000
    return _counted_unit(s, n, r, around, head)


def _counted_unit(s: Sentence, n: Number, r: Reading, around: Surroundings, head: str) -> Unit | None:
    """Return count, or nothing where the number is an average of workers' loads or a score."""
    low = s.text[s.start : s.end].lower()
    lead = (
        around.lead.sentence.text[around.lead.sentence.start : around.lead.sentence.end].lower() if around.lead else ""
    )
    if ("caseload" in low or "caseload" in lead) and head in {"", "child", "case", "person"}:
        return (
            None
            if n.step < 1 or "average" in low or "average" in lead or "optimum" in low or "caseloads" in low
            else Unit.COUNT
        )
    bare = s.low(n.last) in _CLOSERS
    if (
        bare
        and _DAYS_SPOKEN.search(low)
        and n.form is Form.DIGITS
        and not any(o.unit in {Unit.DAYS, Unit.PERCENT} for o in r.numbers if o is not n and o.last <= n.first)
    ):
        return Unit.DAYS
    if bare and n.step < 1 and _SCORES.search(low):
        return Unit.SCORE
    if bare and n.step < 1 and any(is_fte(s.tokens, i) for i in range(len(s.tokens))):
        return Unit.FTE
    if (
        "score" in low
        and (n.step < 1 or s.low(n.first - 1) in {"of", "was", "at", "to", "from"})
        and s.low(n.last) in {"", ".", ",", ";", ")", "in", "against", "compared", "for", "and", "points"}
    ):
        return Unit.SCORE
    if n.form is Form.MULTIPLE:
        return Unit.RATIO
    return Unit.COUNT


def _joined(s: Sentence, a: Number, b: Number) -> bool:
    """Tell whether two numbers stand in one range or row: "21 to 32", "155 and 78"."""
    return 0 < b.first - a.last <= 2 and all(
        s.low(j) in {"to", "-", "–", "—", "and", "or", ",", "between"} for j in range(a.last, b.first)
    )


def step_of(value: Decimal) -> Decimal:
    """Return the size of the last digit of a value as it stands."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
