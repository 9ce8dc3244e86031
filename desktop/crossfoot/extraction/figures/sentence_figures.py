"""The figures of one sentence: each number with what its surroundings make of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from crossfoot.extraction.figures.confidence import confidence, support_in_sentence
from crossfoot.extraction.figures.indicators.assigning import indicator_of
from crossfoot.extraction.figures.indicators.by_context import meant_here
from crossfoot.extraction.figures.indicators.carried.order import matched_in_order
from crossfoot.extraction.figures.indicators.choice import Kind
from crossfoot.extraction.figures.indicators.money.budgets import GENERAL_BUDGETS, VARIANCE
from crossfoot.extraction.figures.indicators.named import Named
from crossfoot.extraction.figures.indicators.pupils import of_schools_or_pupils
from crossfoot.extraction.figures.indicators.silence import counts_nothing
from crossfoot.extraction.figures.lexicon import Family, Lexicon
from crossfoot.extraction.figures.naming import name_of
from crossfoot.extraction.figures.natures.nature import nature_of
from crossfoot.extraction.figures.natures.qualifiers import qualifier_of
from crossfoot.extraction.figures.natures.settings import in_setting
from crossfoot.extraction.figures.natures.told import Told
from crossfoot.extraction.figures.numerals import Form
from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.binding import bind, in_order
from crossfoot.extraction.figures.periods.conventions import Bracketed
from crossfoot.extraction.figures.periods.dating import period_of
from crossfoot.extraction.figures.periods.kinds import dated_as
from crossfoot.extraction.figures.periods.known import When
from crossfoot.extraction.figures.periods.question import UNDATED, Dated, Question
from crossfoot.extraction.figures.periods.sources import LEAD, SAID_BEFORE
from crossfoot.extraction.figures.place import Place
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.sight import Sight, Surroundings
from crossfoot.extraction.figures.units import unit_of
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Evidence, Field, Figure, Measure, Nature, PeriodKind, Qualifier, Span, Unit

_REMEMBERED = 6
"""How many figures of a sentence a later one may lean on."""

_SET_ASIDE = re.compile(
    r"\b(?:grant|budget|allocation|funding|fund|programme|precept|settlement|provision)\b[^.;]{0,40}$", re.IGNORECASE
)
"""Words before an amount of a year to come that make it that year's money, though a resolution speaks of it."""

_LEAST_AMOUNT = 1000
_TOLD_APART = 200
"""From what size on "the 1,024 households" are those that were counted before."""

_GAPS = frozenset({"gap", "gaps", "shortfall", "shortfalls"})
_OPENED = re.compile(r"[\s\xa0]*\([\s\xa0£]*(?:in[\s\xa0]+)?")
_ALONE = re.compile(r"[\s\xa0]*\([\s\xa0£]*")
_IN_BRACKETS = re.compile(r"[\s\xa0]*\([^().;]{0,40}")
_CLOSED = re.compile(r"[\s\xa0]*\)")
_BESIDE = frozenset({Nature.BENCHMARK, Nature.TARGET})
"""Natures of what stands in brackets beside each number of a list."""


def _as_named(named: Named, nature: Nature) -> Nature:
    """Return the nature of a number, that of a variance for one that is named as such."""
    return Nature.VARIANCE if named.indicator == VARIANCE and nature in _OF_WHAT_IT_DIFFERS_FROM else nature


_OF_WHAT_IT_DIFFERS_FROM = frozenset({Nature.ACTUAL, Nature.BUDGET, Nature.FORECAST})
"""What the words around a variance speak of, which it is not itself: "overspend its budget by £6m"."""

_PARTING = frozenset({"whom", "which", "these", "them"})
_REFERRED = frozenset({"the", "these", "those"})
_SAID_ALREADY = _REFERRED | {"our"}


def figures_of(lexicon: Lexicon, reading: Reading, around: Surroundings, place: Place) -> Iterator[Figure]:
    """Yield the figures of one sentence in order; ``place`` takes note of each."""
    reading.prepare(lexicon)
    if around.lead is not None:
        around.lead.prepare(lexicon)
    whens: list[When | None] = bind(reading.sentence, reading.numbers, reading.whens)
    for k, when in in_order(reading.sentence, reading.numbers, reading.whens).items():
        whens[k] = when
    matched = matched_in_order(lexicon, reading, around)
    told: list[Figure] = []
    for k, number in enumerate(reading.numbers):
        sight = Sight.of(reading, k, around, tuple(told[-_REMEMBERED:]))
        figure = _Reader(lexicon, sight, place).figure(whens[k], matched.get(k))
        told.append(figure)
        key = figure.indicator
        rate = next(lexicon.rates_of(key), None) if key is not None else None
        special = lexicon.is_budget(key) and (figure.nature is not Nature.VARIANCE or number.first in reading.inner)
        place.follow(figure, money=number.money, special=special, rate=rate)
        yield figure
    reading.told = told
    _keep_the_whole(reading, told, place)


def _keep_the_whole(reading: Reading, told: list[Figure], place: Place) -> None:
    """Let the sentences behind go on about the whole that a sentence parts: "412 children, of whom 61 were"."""
    s = reading.sentence
    if _PARTING.isdisjoint(s.words):
        return
    for i in range(1, len(s.tokens) - 1):
        if s.low(i) == "of" and s.low(i + 1) in _PARTING:
            wholes = [figure for figure in told if figure.span.end <= s.tokens[i].start]
            if wholes and wholes[-1].unit is not Unit.GBP:
                place.last = wholes[-1]
            return


@unchanging(frozen=True, slots=True)
class _Reader:
    """Reads one number in its sight."""

    lexicon: Lexicon
    sight: Sight
    place: Place

    def figure(self, when: When | None, matched: str | None) -> Figure:
        """Return the figure; ``when`` dates it and ``matched`` is the indicator that "respectively" gives it."""
        s, n = self.sight.sentence, self.sight.number
        unit = unit_of(self.sight)
        n.settle(unit)
        told = nature_of(self.sight)
        here = self._nature_here(told, when)
        nature = here.nature
        named = self._named(unit, told.nature, nature)
        if matched is not None:
            named = Named.in_order(matched)
        if named.unit is not None and self._is_said_again(unit):
            named = replace(named, unit=None)  # "of the 112": no rate, whatever rate was told since
        unit = named.unit or self._usual_time(named, unit)
        known = self.lexicon.indicators[named.indicator] if named.indicator is not None else None
        dated = period_of(Question(self.sight, self.place, _as_named(named, nature), dated_as(known)), when)
        self._note_bracket(when, dated)
        named, dated = self._as_said_before(named, dated, when, unit)
        nature = _as_named(named, self._nature_of_the_future(here, when, dated))
        qualifier, firm = qualifier_of(s, n)
        average = unit is None and nature is Nature.ACTUAL and self._is_average(named.indicator)
        if average and qualifier is Qualifier.NONE:
            qualifier = Qualifier.AVERAGE
        called = name_of(self.sight, told, named, self.place.last, apart=self._is_told_apart(named.indicator))
        span = Span(self.sight.start, self.sight.end)
        evidence = [
            Evidence("value", n.form.value, span),
            *self._evidence_of_indicator(named),
            *self._evidence_of_period(dated),
        ]
        if here.words is not None and nature is not Nature.ACTUAL:
            evidence.append(Evidence("nature", nature.value, here.words))
        if firm is not None:
            evidence.append(Evidence("qualifier", qualifier.value, firm))
        evidence += self._evidence_of_label()
        how = dated.how if dated.period is not None else UNDATED.how
        spelled = n.form is not Form.DIGITS
        identifier, section = self.place.identities.of(span)
        return Figure(
            id=identifier,
            span=span,
            quote=span.cut(s.text),
            value=n.value,
            step=n.step,
            unit=unit,
            indicator=named.indicator,
            label=called.label,
            subject=called.subject,
            period=dated.period,
            nature=nature,
            qualifier=qualifier,
            section=section,
            confidence=confidence(support_in_sentence(unit, how, keyed=named.indicator is not None, spelled=spelled)),
            rule=f"{'list item' if self.sight.around.lead is not None else 'sentence'}: {n.form.value}",
            evidence=tuple(evidence),
        )

    def _nature_here(self, told: Told, when: When | None) -> Told:
        """Return the nature in the light of the number's clause and of where in the record it stands."""
        s, known = self.sight.sentence, self.place.known
        alike = self._like_the_brackets_before(told, when)
        if alike is not None:
            return alike
        period = when.period if when is not None else None
        past = period is not None and known.meeting is not None and period.end < known.meeting
        return in_setting(told, self.sight, self.place.setting(s.start, s.text), when, past)

    def _like_the_brackets_before(self, told: Told, when: When | None) -> Told | None:
        """Return the nature of a number alone in brackets: that of those before, "74% (England 75%)", "68% (70%)"."""
        sight, before, noted = self.sight, self.sight.before, self.place.in_brackets
        if (
            before is None
            or before.unit is not sight.number.unit
            or (when is not None and when.span.start >= before.span.end)
        ):
            return None
        text = sight.sentence.text
        alone = _ALONE.fullmatch(text, before.span.end, sight.start) and _CLOSED.match(text, sight.end)
        if alone and noted is not None and told.nature is Nature.ACTUAL and told.words is None:
            return Told(noted, Span(sight.start, sight.end))
        if _IN_BRACKETS.fullmatch(text, before.span.end, sight.start) and _CLOSED.match(text, sight.end):
            self.place.in_brackets = told.nature if told.nature in _BESIDE else None
        return None

    def _named(self, unit: Unit | None, told: Nature, nature: Nature) -> Named:
        """Return the indicator that the number's words name; they are weighed by the nature that is ``told``."""
        bare = unit is Unit.COUNT and counts_nothing(self.sight)
        kind = Kind.of(self.sight.number, unit, told, bare=bare)
        named = indicator_of(self.lexicon, self.sight, self.place, kind, nature)
        key = meant_here(of_schools_or_pupils(named.indicator, self.sight), named.words, self.sight)
        return named if key == named.indicator else replace(named, indicator=key)

    def _usual_time(self, named: Named, unit: Unit | None) -> Unit | None:
        """Return the unit of a number, or the usual one where a bare number is of an indicator that is a time."""
        if unit is not Unit.COUNT or named.indicator is None:
            return unit
        if self.lexicon.families[named.indicator] is not Family.TIME:
            return unit
        usual = self.lexicon.indicators[named.indicator].usual_unit
        return next((time for time in (Unit.DAYS, Unit.WEEKS, Unit.MONTHS) if time.value in usual), unit)

    def _is_told_apart(self, indicator: str | None) -> bool:
        """Tell whether figures are told apart by their clause alone: those without an indicator, and plain money's."""
        if indicator is None:
            return True
        known = self.lexicon.indicators[indicator]
        return self.sight.number.money and known.field is Field.COUNCIL and not self.lexicon.is_budget(indicator)

    def _measure(self, indicator: str | None) -> Measure | None:
        """Return what kind of quantity an indicator is."""
        return self.lexicon.indicators[indicator].measure if indicator is not None else None

    def _note_bracket(self, when: When | None, dated: Dated) -> None:
        """Note of when a number in brackets is that a date in them tells: the like ones behind it go without."""
        sight, before = self.sight, self.sight.before
        if when is None or before is None or dated.period is None or before.unit is not sight.number.unit:
            return
        text = sight.sentence.text
        opened = _OPENED.fullmatch(text, before.span.end, min(sight.start, when.span.start)) is not None
        if opened and ")" not in text[before.span.end : max(sight.end, when.span.end)]:
            self.place.bracketed = Bracketed(dated.period)

    def _is_said_again(self, unit: Unit | None) -> bool:
        """Tell whether "the" stands before a number that was told in its own unit before."""
        s, n = self.sight.sentence, self.sight.number
        return s.low(n.first - 1) in _SAID_ALREADY and (n.value, unit) in self.place.by_value

    def _as_said_before(self, named: Named, dated: Dated, when: When | None, unit: Unit | None) -> tuple[Named, Dated]:
        """Return indicator and period of the figure that "of the 214" repeats, where the number names none itself."""
        s, n = self.sight.sentence, self.sight.number
        again = (n.money or n.value >= _TOLD_APART) and s.low(
            n.first - 1 - (s.low(n.first - 1) == "£")
        ) in _SAID_ALREADY
        referred = s.low(n.first - 1) in _REFERRED and s.low(n.first - 2) == "of"
        said = self.place.by_value.get((n.value, unit))
        again = again and (when is None or (said is not None and when.period == said.period))
        if said is not None and not again and not referred:
            return self._as_in_the_table(named, said), dated
        if said is None:
            return named, dated
        if said.period is not None and (when is None or self._is_of_a_day_within(said, dated)):
            dated = Dated(said.period, SAID_BEFORE)
        if said.indicator is not None and not named.certain:
            named = Named(said.indicator, named.weight, named.words)
        return named, dated

    def _as_in_the_table(self, named: Named, said: Figure) -> Named:
        """Return the indicator of a number that says again one told before, where its words name none of their own.

        "The total of 1,180"; "External placements (£855k over)" is the variance of the budget that a table gave it.
        """
        if said.indicator is None:
            return named
        s, at = self.sight.sentence, self.sight.number.first - 1
        total = s.low(at) == "of" and s.low(at - 1) == "total" and named.indicator is None
        own = self.lexicon.is_budget(said.indicator) and named.indicator in GENERAL_BUDGETS
        same = own and self.sight.number.value >= _LEAST_AMOUNT and said.rule == "table cell"
        return Named(said.indicator, named.weight, named.words) if total or same else named

    def _is_of_a_day_within(self, said: Figure, dated: Dated) -> bool:
        """Tell whether "of the 268" repeats what was counted on a day, and its sentence tells what they did before."""
        if said.period is None or dated.period is None or said.period.kind is not PeriodKind.AS_AT:
            return False
        parted = self.sight.sentence.low(self.sight.number.first - 2) == "of"
        return parted and dated.period.kind is PeriodKind.DURING and said.period.end == dated.period.end

    def _nature_of_the_future(self, here: Told, when: When | None, dated: Dated) -> Nature:
        """Return the nature, or a plan for what the number's own words date behind the meeting.

        An amount of a year that is not over yet is of its budget, unless words say what was.
        """
        meeting, period, money = self.place.known.meeting, dated.period, self.sight.number.money
        if period is None or meeting is None:
            return here.nature
        if money and stretches.is_year(period) and period.end > meeting and (when is not None or dated.how == LEAD):
            if self._is_a_price():
                plain = here.nature is Nature.ACTUAL and here.words is None
                return Nature.PROPOSED if plain and period.start > meeting else here.nature
            set_aside = _SET_ASIDE.search(self.sight.sentence.text, self.sight.sentence.start, self.sight.start)
            proposed = here.nature is Nature.PROPOSED and here.words is None and set_aside is not None
            if proposed or (here.nature is Nature.ACTUAL and here.words is None):
                return Nature.FORECAST if self._speaks_of_a_gap() else Nature.BUDGET
        if here.nature is Nature.VARIANCE and here.words is not None and period.start > meeting and when is not None:
            gap = here.words.cut(self.sight.sentence.text).lower().startswith("gap")
            return Nature.FORECAST if gap else here.nature
        if here.nature is not Nature.ACTUAL or here.firm or when is None or period.start <= meeting:
            return here.nature
        return Nature.BUDGET if money else Nature.FORECAST

    def _speaks_of_a_gap(self) -> bool:
        """Tell whether the sentence or its lead-in is of gaps, which are foreseen and not budgeted."""
        lead = self.sight.around.lead
        words = self.sight.sentence.words if lead is None else self.sight.sentence.words | lead.sentence.words
        return not words.isdisjoint(_GAPS)

    def _is_a_price(self) -> bool:
        """Tell whether an amount is printed with its pence: a charge or a rate, and no budget."""
        return self.sight.number.step < 1

    def _is_average(self, indicator: str | None) -> bool:
        """Tell whether the indicator is a load per head and the sentence or its lead-in speaks of averages."""
        if self._measure(indicator) is not Measure.RATIO_OF_STOCK:
            return False
        lead = self.sight.around.lead
        sentences = (self.sight.sentence, lead.sentence) if lead is not None else (self.sight.sentence,)
        return any(stem in {"average", "mean"} for sentence in sentences for stem in sentence.stems)

    def _evidence_of_indicator(self, named: Named) -> Iterator[Evidence]:
        """Yield the words that name the indicator."""
        if named.words is not None:
            yield Evidence("indicator", named.words.zone, Span(named.words.start, named.words.end))

    def _evidence_of_period(self, dated: Dated) -> Iterator[Evidence]:
        """Yield how the period was found, with its words where the sentence states it."""
        if dated.period is not None:
            yield Evidence("period", dated.how, dated.words)

    def _evidence_of_label(self) -> Iterator[Evidence]:
        """Yield the words that the number counts."""
        phrase, tokens = self.sight.phrase, self.sight.sentence.tokens
        if phrase.last > phrase.first:
            words = Span(tokens[phrase.first].start, tokens[phrase.last - 1].end)
            yield Evidence("label", "words counted", words)
