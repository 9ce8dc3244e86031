"""The walk through a text, block by block: what each heading, paragraph and list tells those behind it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from crossfoot.extraction.figures.day_of_record import day_of_the_record
from crossfoot.extraction.figures.exclusions import masks
from crossfoot.extraction.figures.fields import (
    is_about_children,
    section_speaks_of_children,
    speaks_of_children,
    speaks_of_other_services,
)
from crossfoot.extraction.figures.identity import Identities
from crossfoot.extraction.figures.indicators.carried.gapping import parts_by_doers
from crossfoot.extraction.figures.labels import POINTS, comes_next, style_of
from crossfoot.extraction.figures.layout import Shape, TextBlock
from crossfoot.extraction.figures.lexicon import Lexicon
from crossfoot.extraction.figures.natures.blocks import decides, leaves_options, only_notes, opens_options, proposes
from crossfoot.extraction.figures.periods import stretches
from crossfoot.extraction.figures.periods.conventions import conventions_of, said_of_brackets, since_april
from crossfoot.extraction.figures.periods.events import note_event
from crossfoot.extraction.figures.periods.finding import expressions_in
from crossfoot.extraction.figures.periods.handed_on import looks_back
from crossfoot.extraction.figures.periods.known import HEAD, Calendar, is_when_they_met
from crossfoot.extraction.figures.periods.leaning import found_by
from crossfoot.extraction.figures.periods.occasions import Occasions
from crossfoot.extraction.figures.periods.reporting import (
    outturn_of,
    position_of,
    reporting_period,
    reports_on_schools,
    reports_yearly,
)
from crossfoot.extraction.figures.periods.sources import SAID_BEFORE
from crossfoot.extraction.figures.place import CAPITAL_PROGRAMME, OuterList, Place
from crossfoot.extraction.figures.reading import Reading, Seen, read_sentence
from crossfoot.extraction.figures.sentence_figures import figures_of
from crossfoot.extraction.figures.sentences import Sentence, Sentences
from crossfoot.extraction.figures.sight import Surroundings
from crossfoot.extraction.figures.tables.bare_cells import is_number_cell
from crossfoot.extraction.figures.tables.contents import pages_of_entries
from crossfoot.extraction.figures.tables.scales import scale_for_all
from crossfoot.extraction.figures.tables.table import read_table
from crossfoot.extraction.figures.words import AUXILIARIES
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Figure, Nature, Period, PeriodKind, Record, SectionKind, Span, Unit

_POINTS_BACK = re.compile(
    r"""\s*(?:
        of\s+(?:these|those|them|the\s+(?:above|total|remaining|remainder))
      | there\s+(?:were|was|are|is)\s+(?:also\s+|a\s+further\s+|currently\s+|now\s+)?\d
      | these|those|they
      | at\s+[\d.]+\s?(?:%|per\s+cent)?,?\s+(?:this|that|it)\b
      | this\s+(?:was|is|represent|compare|equate|included|includes)
      | that\s+(?:was|is)\s+(?:only\s+|just\s+|about\s+|some\s+)?£?\d
      | (?:this|that|which)\s+(?:left|leaves|gave|gives|made|makes|brought|brings)\b
      | it\s+(?:was|is|had|has)
      | the\s+(?:remaining|remainder|rest|total|figure|number|rate)\b
        (?!\s+of\s+(?!these|those|them|which|whom|the\b)
          |\s+(?:looked|who|placed|subject|becoming|adopted|waiting|living|in\s+(?:care|foster|residential|agency)|on\s+a)\b)
      | a\s+further
      | in\s+addition
      | among\s+them
      | within\s+this
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""Openings of a sentence that goes on about what the one before it named."""

_GOES_ON = re.compile(
    r"\b(?:this|these|which)\s+(?:equat|represent|compar|was|were|is|are|equals|gave|gives)", re.IGNORECASE
)
_BACK = frozenset({"them", "these", "those", "this", "which", "it"})
"""Words with which a lead-in points back."""

_MINUTE = re.compile(r"[A-Z]{0,3}\.?\d{1,4}(?:[/.]\d{2,4})?[.:]?\s+[A-Z][^\d]*[a-zA-Z]{3}")
_PART_OF_A_MINUTE = re.compile(
    r"\W{0,3}(?:resolved|decisions?|decided|agreed|reasons?|recommend\w*|alternatives?|options?)\b", re.IGNORECASE
)


_SEVERAL = 2
"""How many decisions make a record minutes of several items."""

_OPENING = 2
"""How many paragraphs under a title open its part."""

_REPORTS = re.compile(
    r"\b(?:reports?|reported|reporting|update|information|performance|outturn|monitoring|figures|statistics|results"
    r"|statement|review|accounts|consult(?:ed|ation)|details)\b"
)


_RESOLVED = re.compile(r"\W{0,3}(?:resolved|agreed|recommended|decided)\b(?!\s+(?:at|on|by)\b)", re.IGNORECASE)
"""How the decision on one of several items of minutes opens; "Decided at meeting: 11/02/2014" is a fact of a page."""


def _reports(reading: Reading) -> bool:
    """Tell whether a sentence says what its part reports on: a stretch of time, with words of reporting."""
    stretch = reading.focus is not None and reading.focus.kind is PeriodKind.DURING
    return stretch and _REPORTS.search(reading.sentence.lowered) is not None


def _is_apart(topic: Period, reporting: Period | None) -> bool:
    """Tell whether what a part of a record reports on has no day of what the whole does: minutes are of many things."""
    return reporting is None or topic.end < reporting.start or topic.start > reporting.end


def _goes_on_under(heading: Reading) -> bool:
    """Tell whether a heading is of a part of what the one before it heads: "RESOLVED", "Reasons for the decision"."""
    return _PART_OF_A_MINUTE.match(heading.sentence.text, heading.sentence.start) is not None


_BULLETS = "-–—•·*"
_BULLETS_WITHIN = frozenset("-–—•·▪◦●○*o")
_LONGEST_ITEM = 120
"""A paragraph behind a lead-in that is longer is no item of its list."""
_LONGEST_TITLE = 90
_LONGEST_OPENING, _LONGEST_LABEL = 320, 80
_SENTENCES_BACK = 3
_FAR_BACK = 12
"""How many sentences back a stretch was named that a day closes."""
_LONGEST_TOPIC = 7
_BARE_AMOUNT = re.compile(r"\d(?<![\w.,]\d)[\d,]*(?:\.\d+)?(?:[mk]|\s?million)\b")
_BLOCKS_OF_TITLES = 8
_LINES_OF_A_TITLE = 3
"""How many of a record's first blocks may be its titles."""

_YEAR = 366


def _is_of_a_year(period: Period | None) -> bool:
    """Tell whether a period is known and no longer than a year."""
    return period is not None and (period.end - period.start).days <= _YEAR


_IT_WAS = re.compile(r"\W{0,3}(?:it|this|that|they)\s+(?:was|were|had\s+been|stood)\b", re.IGNORECASE)


def _is_of_others(reading: Reading) -> bool:
    """Tell whether a sentence only tells what other places had: "England's average in 2014/15 was 45%"."""
    return bool(reading.told) and all(figure.nature is Nature.BENCHMARK for figure in reading.told)


def _tells_of(item: Reading, reporting: Period | None) -> bool:
    """Tell whether an item's own number is of the time that it names, and not one that is only set beside it.

    One that only says what had been before tells of no item's time but its own: "it was 231 in September".
    """
    focus, sentence = item.focus, item.sentence
    before = reporting is not None and focus is not None and focus.end < reporting.end
    if before and _IT_WAS.match(sentence.text, sentence.start) is not None:
        return False
    own = next((figure for figure in item.told if figure.nature is not Nature.BENCHMARK), None)
    if own is None or own.period is None or item.focus is None:
        return True
    return own.period.start <= item.focus.end and item.focus.start <= own.period.end


def _of_block(figure: Figure | None, block: TextBlock) -> Figure | None:
    """Return a figure where it stands in a block, else None."""
    return figure if figure is not None and figure.span.start >= block.start else None


def _gives_parts(lexicon: Lexicon, lead: Reading) -> bool:
    """Tell whether a lead-in only says that the list parts what was counted before: "By agency:", "Of these:"."""
    s = lead.sentence
    if s.low(0) == "by":
        return True
    lead.prepare(lexicon)
    return not lead.mentions and any(token.low in _BACK for token in s.tokens)


@unchanging(frozen=True, slots=True)
class _Asked:
    """The sentences of the text that is asked about, and the stretch in which a number is wanted whatever it is."""

    sentences: Sentences
    wanted: Span | None


@unchanging(frozen=True, slots=True)
class Finder:
    """Finds the figures of texts with one lexicon; it keeps nothing between calls, so that threads may share it."""

    lexicon: Lexicon

    def find(
        self, text: str, blocks: list[TextBlock], record: Record, sentences: Sentences, wanted: Span | None = None
    ) -> tuple[Figure, ...]:
        """Return the figures of ``text``, whose ``blocks``, record and ``sentences`` are read, in order of place.

        A number in the ``wanted`` stretch is one of them whatever the rules of exclusion say.
        """
        return tuple(_Walk(self.lexicon, text, blocks, record, _Asked(sentences, wanted)).figures())


def _is_topic(reading: Reading) -> bool:
    """Tell whether a sentence that opens a paragraph only names what it is about: "Fostering.", "NI 59."."""
    s = reading.sentence
    if reading.numbers or len(s.tokens) > _LONGEST_TOPIC:
        return False
    return not any(token.low in AUXILIARIES for token in s.tokens)


_LONGEST_ANSWER = 16


class _Walk:
    """One walk through one text."""

    def __init__(self, lexicon: Lexicon, text: str, blocks: list[TextBlock], record: Record, asked: _Asked) -> None:
        self._whole, self._lexicon = lexicon, lexicon if is_about_children(text) else lexicon.elsewhere
        self._text = text
        self._blocks = blocks
        self._sentences, self._wanted = asked.sentences, asked.wanted
        self._expressions = [expressions_in(text, block.start, block.end) for block in blocks]
        known = Calendar(meeting=day_of_the_record(text, record))
        known.reporting = reporting_period(text, blocks, self._expressions, record, known)
        conventions = conventions_of(text, known.meeting)
        part = known.reporting is not None and not stretches.is_year(known.reporting)
        if (
            conventions.cumulative
            and part
            and known.reporting is not None
            and known.reporting.kind is PeriodKind.DURING
        ):
            known.reporting = since_april(known.reporting)
        known.position = position_of(text, blocks, self._expressions, record, known)
        known.outturn = outturn_of(text, blocks, self._expressions, record, known)
        self._all = replace(known)
        self._lead_proposes = False
        self._outer: OuterList | None = None
        self._above: Period | None = None
        labels = (b.marker for b in self._blocks)
        dotted = frozenset(label for label in labels if label[:1].isdigit() and "." in label[:-1])
        self._place = Place(
            known,
            Identities(text, record),
            labels=dotted,
            resolutions=sorted(record.resolutions, key=lambda r: r.span),
            options=sorted(s.span for s in record.sections if s.kind is SectionKind.ALTERNATIVES),
            conventions=conventions,
            scale=scale_for_all(text),
            occasions=Occasions((record.title or "").lower()),
        )

        self._titled = [self._is_titled_item(index) for index in range(len(blocks))]
        self._topics = self._topics_of_items(record)
        known.yearly = not self._topics and reports_yearly(text, blocks, record)
        known.schools = not self._topics and reports_on_schools(text, blocks, record)
        if known.schools and known.reporting is not None:
            known.reporting = self._all.reporting = stretches.as_schools_count(known.reporting)
        self._titles: list[Reading] = []
        self._place.titles = self._titles
        self._without_pounds = "£" not in text and _BARE_AMOUNT.search(text) is not None
        self._on_children, self._on_others = self._sections_of_another_field()

    def _topics_of_items(self, record: Record) -> dict[int, Period | None]:
        """Return what each item of minutes reports on by the number of the block that is its title; {} for no minutes.

        Headings without a number are parts of an item where there are numbered ones. Where no more than one has a
        decision under it they are parts of one record, as are the facts at the head of a page.
        """
        text, blocks = self._text, self._blocks
        decided = [index for index, block in enumerate(blocks) if _RESOLVED.match(text, block.start) is not None]
        if len(decided) < _SEVERAL:
            return {}
        titles = [
            index
            for index, block in enumerate(blocks)
            if self._is_title(index) and _PART_OF_A_MINUTE.match(text, block.start) is None
        ]
        numbered = [i for i in titles if blocks[i].shape is not Shape.HEADING or text[blocks[i].start].isdigit()]
        items = numbered if len(numbered) > 1 else titles
        if len({bisect_right(items, index) for index in decided} - {0}) < _SEVERAL:
            return {}
        topics: dict[int, Period | None] = {}
        resolutions = self._place.resolutions
        for first, last in pairwise([*items, len(blocks)]):
            low, high = blocks[first].start, blocks[last - 1].end
            at = bisect_right(resolutions, low, key=lambda each: each.span.start)
            behind = bisect_right(resolutions, high, key=lambda each: each.span.start)
            item = replace(
                record, title=text[low : blocks[first].end], council="", resolutions=tuple(resolutions[at:behind])
            )
            topics[first] = reporting_period(
                text, blocks[first:last], self._expressions[first:last], item, Calendar(meeting=self._all.meeting)
            )
        return topics

    def _is_title(self, index: int) -> bool:
        """Tell whether a block heads what follows: a heading, a numbered item's title, a minute's."""
        block = self._blocks[index]
        return block.shape is Shape.HEADING or self._titled[index] or self._is_titled_minute(block)

    def figures(self) -> Iterator[Figure]:
        """Yield the figures block by block, a table's rows together."""
        at, place = 0, self._place
        while at < len(self._blocks):
            block = self._blocks[at]
            if block.shape is Shape.ROW:
                lexicon = self._lexicon_of(block)
                found, at = read_table(lexicon, self._text, self._blocks, at, self._place)
                place.items.leave()
                for figure in found:
                    place.by_value[figure.value, figure.unit] = figure
                    rated = next(lexicon.rates_of(figure.indicator), None) if figure.indicator is not None else None
                    place.rate = rated or place.rate
                yield from found
            else:
                yield from self._figures_of_block(at)
                at += 1

    def _figures_of_block(self, index: int) -> Iterator[Figure]:
        """Yield the figures of a heading, a paragraph or a list item; the place moves on."""
        text, place, block = self._text, self._place, self._blocks[index]
        sentences = self._sentences.of(block)
        if not sentences:
            return
        heading = text[place.heading.sentence.start : place.heading.sentence.end] if place.heading is not None else ""
        never = masks(text, block.start, block.end) + pages_of_entries(text, block, heading)
        seen = Seen(self._expressions[index], never, place.labels, self._wanted or self._answer(index))
        hangs = self._hangs(block)
        if not hangs:
            place.listed = place.lead_total if place.lead is not None else None
            place.lead = self._outer = None
        lead = place.lead
        above = place.known.above = None if self._is_title(index) else self._above
        place.known.last = (lead.focus or place.lead_period) if lead is not None else None
        place.known.told = place.known.began = None
        self._set(block, hangs=hangs)
        if block.shape is Shape.PARAGRAPH and not hangs and text[block.end - 1] == ".":
            place.occasions.leave()
        if self._is_title(index):
            place.budget = place.variance = None  # a part of its own, whatever amount its title tells
        lexicon: Lexicon | None = None
        readings: list[Reading] = []
        topical = False
        for sentence in sentences:
            self._note_options(sentence)
            place.known.above = None if readings else above
            told_before = place.known.last, place.known.dated, place.known.compared
            reading = read_sentence(sentence, place.known, seen)
            self._note_brackets(reading)
            if reading.whens:
                note_event(sentence, reading.whens, place.events, self._all.meeting)
                if reading.occasions and not hangs and (block.shape is not Shape.ITEM or block.marker[:1].isdigit()):
                    place.occasions.note(reading.occasions)
            if reading.numbers:
                around = Surroundings(
                    lead=lead,
                    lead_source=place.lead_source if lead is not None else None,
                    heading=place.heading,
                    previous=tuple(readings[-_SENTENCES_BACK:]),
                    before=_of_block(place.last, block),
                    points_back=_POINTS_BACK.match(text, sentence.start, sentence.end) is not None,
                    topic=readings[0] if topical else None,
                    titles=self._titles,
                    without_pounds=self._without_pounds,
                    before_lead=place.before_lead if lead is not None else (),
                    stretches=tuple(
                        r.focus for r in readings[-_FAR_BACK:] if r.focus and r.focus.kind is PeriodKind.DURING
                    ),
                    dated=next((r for r in reversed(readings) if r.focus is not None and r.firm), None),
                )
                lexicon = lexicon or self._lexicon_of(block)
                yield from figures_of(lexicon, reading, around, place)
                if _is_of_others(reading):
                    # When others had it says nothing of the times that are counted from behind it.
                    place.known.last, place.known.dated, place.known.compared = told_before
            if not readings and _is_topic(reading):
                topical = True
                place.occasions.enter(
                    sentence.text[sentence.start : sentence.end]
                )  # a part under a heading that runs into its text
            readings.append(reading)
        if index < _BLOCKS_OF_TITLES and len(readings) == 1 and self._is_short_by_line(block):
            self._titles.append(readings[0])
            titled = CAPITAL_PROGRAMME.search(self._text, block.start, block.end) is not None
            self._place.of_capital = self._place.of_capital or titled
        self._above = place.known.last or above
        self._move_on(index, readings, hangs=hangs)

    def _answer(self, index: int) -> Span | None:
        """Return the place of a number that stands alone below a question, which is no page's then."""
        block = self._blocks[index]
        if not index or block.end - block.start > _LONGEST_ANSWER or self._text[self._blocks[index - 1].end - 1] != "?":
            return None
        words = self._text[block.start : block.end].rstrip(".")
        return Span(block.start, block.end) if is_number_cell(words) else None

    def _is_short_by_line(self, block: TextBlock) -> bool:
        """Tell whether a block is as short as a title, or a few lines are each: a title and whose report it is."""
        lines = self._text[block.start : block.end].split("\n")
        return len(lines) <= _LINES_OF_A_TITLE and all(len(line) < _LONGEST_TITLE for line in lines)

    def _lexicon_of(self, block: TextBlock) -> Lexicon:
        """Return the lexicon by which a paragraph is read, of whatever field its record is."""
        if self._lexicon is self._whole:
            others = any(start <= block.start < end for start, end in self._on_others)
            return self._whole.elsewhere if others else self._whole
        if speaks_of_children(self._text, block.start, block.end):
            return self._whole
        return self._whole if any(start <= block.start < end for start, end in self._on_children) else self._lexicon

    def _sections_of_another_field(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Return where a record of other services has sections on children, and one on children those on others."""
        heads = [
            block.start
            for index, block in enumerate(self._blocks)
            if block.shape is Shape.HEADING or self._titled[index]
        ]
        sections = list(pairwise([*heads, len(self._text)]))
        if self._lexicon is self._whole:
            return [], [(start, end) for start, end in sections if speaks_of_other_services(self._text, start, end)]
        return [(start, end) for start, end in sections if section_speaks_of_children(self._text, start, end)], []

    def _set(self, block: TextBlock, *, hangs: bool) -> None:
        """Note whether a block is of rejected options or worded as a decision; items of a list go with its lead-in."""
        words = self._text[block.start : min(block.end, block.start + _LONGEST_OPENING)]
        place = self._place
        if hangs:
            place.proposed = self._lead_proposes and not only_notes(words)
            return
        heading = place.heading.sentence.lowered if place.heading is not None else ""
        place.optional = opens_options(heading) or opens_options(words)
        decided = block.shape is Shape.ITEM and decides(heading) and not only_notes(words)
        place.proposed = self._lead_proposes = proposes(words) or decided

    def _note_options(self, sentence: Sentence) -> None:
        """Note where within a block the rejected options begin or end: "Alternatives considered: …", "Interests: …"."""
        words = sentence.text[sentence.start : min(sentence.end, sentence.start + _LONGEST_LABEL)]
        if opens_options(words):
            self._place.optional = True
        elif self._place.optional and leaves_options(words):
            self._place.optional = False

    def _note_brackets(self, reading: Reading) -> None:
        """Note where a sentence says of when the numbers in brackets are: "with last year's position in brackets"."""
        named = [w.period for w in reading.whens if w.period is not None]
        said = said_of_brackets(reading.sentence.lowered, min(named, key=lambda p: p.end) if named else None)
        self._place.bracketed = said or self._place.bracketed

    def _hangs(self, block: TextBlock) -> bool:
        """Tell whether a block is an item of the list that a lead-in opened, with or without a marker."""
        if self._place.lead is None or block.shape is Shape.HEADING:
            return False
        if block.shape is Shape.ITEM:
            style = style_of(block.marker)
            led_by = self._place.lead.sentence.block.marker
            if not self._place.item_style and comes_next(led_by, block.marker):
                return False
            if self._outer is not None and style == self._outer.item_style:
                self._outer.back_to(self._place)
                self._outer = None
            first = self._place.item_style = self._place.item_style or style
            return style == first or (style not in POINTS and style != self._place.lead_style)
        words = self._text[block.start : block.end]
        return len(words) < _LONGEST_ITEM and not words.rstrip().endswith((".", ":", ":-"))

    def _move_on(self, index: int, readings: list[Reading], *, hangs: bool) -> None:
        """Take note of what a block tells those behind it: heading, caption, period, lead-in."""
        place, text, block = self._place, self._text, self._blocks[index]
        place.pass_block(readings[-1])
        if block.shape is Shape.PARAGRAPH or place.lead is None:
            place.occasions.pass_paragraph()
        place.item_before = readings[0] if block.shape is Shape.ITEM else None
        if block.shape is Shape.ITEM and not block.marker[:1].isdigit():
            dates = _is_of_a_year(readings[0].focus) and _tells_of(readings[0], place.known.reporting)
            place.items.note(block.marker, readings[0].focus if dates else None)
        else:
            place.items.leave()
        if block.shape is Shape.PARAGRAPH:
            focus = next((r.focus for r in readings if r.focus is not None and r.firm and not _is_of_others(r)), None)
            of_the_paper = focus is not None and block.start < HEAD and is_when_they_met(focus, place.known)
            place.focus = place.focus if focus is None or of_the_paper else focus
            if self._topics and place.heading is not None and place.opened < _OPENING:
                topic = next((r.focus for r in readings if r.firm and _reports(r)), None)
                if topic is not None and _is_apart(topic, self._all.reporting):
                    self._report_on(topic)
            place.opened += 1
        if self._is_title(index) and not readings[0].numbers:
            if place.heading is not None and _goes_on_under(readings[0]):
                readings[0].focus = readings[0].focus or place.heading.focus
            if place.heading is None or not _goes_on_under(readings[0]):
                if index in self._topics:
                    self._report_on(self._topics[index])
                place.opened = 0
                place.occasions.enter(text[block.start : block.end])
            place.heading = readings[0]
            place.bracketed = place.in_brackets = None
            place.budget = place.rate = place.variance = None
        self._open_or_close_a_list(index, readings, hangs=hangs)

    def _open_or_close_a_list(self, index: int, readings: list[Reading], *, hangs: bool) -> None:
        """Open the list that a block leads in, by its colon or by items of its own; a paragraph's end closes it."""
        place, text, block = self._place, self._text, self._blocks[index]
        if text[max(block.start, block.end - 3) : block.end].rstrip("-–— *_").endswith(":"):
            within_list = block.shape is Shape.ITEM and place.lead is not None and block.marker in _BULLETS
            if not within_list:
                self._open_list(readings)
        elif block.shape is Shape.PARAGRAPH and not hangs and text[block.end - 1] == ".":
            place.lead = None
        elif self._stands_over_items(index):
            self._open_list(readings)
        elif self._has_items_of_its_own(index):
            self._outer = OuterList.of(place) if place.lead is not None else None
            self._open_list(readings)

    def _stands_over_items(self, index: int) -> bool:
        """Tell whether a short line without a stop stands right over bullets: "Where they live", with no colon."""
        block, below = self._blocks[index], self._blocks[index + 1 : index + 2]
        if block.shape is not Shape.PARAGRAPH or not below or below[0].shape is not Shape.ITEM:
            return False
        short = block.end - block.start < _LONGEST_TITLE and self._text[block.end - 1] not in ".;,?!"
        return short and below[0].marker in _BULLETS and not self._is_title(index)

    def _has_items_of_its_own(self, index: int) -> bool:
        """Tell whether an item of a list is the lead-in of those indented under it, with a bullet of another kind."""
        block, below = self._blocks[index], self._blocks[index + 1 : index + 2]
        if block.shape is not Shape.ITEM or not below or below[0].shape is not Shape.ITEM or below[0].gap:
            return False
        within = below[0].marker in _BULLETS_WITHIN and below[0].marker != block.marker
        return within and self._indent_of(below[0]) > self._indent_of(block)

    def _indent_of(self, block: TextBlock) -> int:
        """Return how far the line that a block begins in is indented."""
        line = self._text[self._text.rfind("\n", 0, block.start) + 1 : block.start].expandtabs()
        return len(line) - len(line.lstrip())

    def _report_on(self, topic: Period | None) -> None:
        """Let a part of the record report on a time of its own, or for None on that of the whole again."""
        known, whole = self._place.known, self._all
        known.reporting = topic or whole.reporting
        known.outturn, known.position = (None, None) if topic is not None else (whole.outturn, whole.position)

    def _is_titled_item(self, index: int) -> bool:
        """Tell whether a list item is a numbered heading: short and without a stop, and none of several in a row."""
        block = self._blocks[index]
        if (
            block.shape is not Shape.ITEM
            or block.end - block.start >= _LONGEST_TITLE
            or not block.marker[:1].isdigit()
            or self._text[block.end - 1] in ".;,:"
        ):
            return False
        beside = self._blocks[max(0, index - 1) : index] + self._blocks[index + 1 : index + 2]
        return style_of(block.marker) != "1" or not any(b.marker and style_of(b.marker) == "1" for b in beside)

    def _is_titled_minute(self, block: TextBlock) -> bool:
        """Tell whether a line is a minute's number and title: "101/15 Council Tax Base and Budget 2016/17"."""
        words = self._text[block.start : block.end]
        alone = block.shape is Shape.PARAGRAPH and len(words) < _LONGEST_TITLE and words[-1] not in ".;,:"
        return alone and _MINUTE.match(words) is not None

    def _period_of_lead(self, readings: list[Reading]) -> Period | None:
        """Return the period of a lead-in that names none: of what it counts itself, or of the sentences before it.

        Those that only say what had been before are passed over.
        """
        counted = [f for f in readings[-1].told if f.nature is Nature.ACTUAL and f.unit is not Unit.GBP and f.period]
        again = next((f for f in counted if found_by(f) == SAID_BEFORE), None)
        if again is not None:
            return again.period
        reporting = self._place.known.reporting
        return next((r.focus for r in reversed(readings) if r.focus and not looks_back(r, readings, reporting)), None)

    def _open_list(self, readings: list[Reading]) -> None:
        """Make a block's last sentence the lead-in of a list, with the period of those before it where it has none."""
        lead, place = readings[-1], self._place
        if lead.focus is None:
            lead.focus = self._period_of_lead(readings)
        goes_on = _GOES_ON.search(lead.sentence.text, lead.sentence.start, lead.sentence.end) is not None
        parts = not lead.numbers and (
            _gives_parts(self._lexicon, lead) or parts_by_doers(self._lexicon, lead.sentence, place.last)
        )
        stated = place.last is not None and readings[0].sentence.start <= place.last.span.start
        place.lead_source = place.last if parts or (stated and lead.numbers) else None
        place.lead_total = place.last if stated else None
        place.lead, place.before_lead = lead, tuple(readings[-_SENTENCES_BACK:-1])
        place.lead_style, place.item_style = style_of(lead.sentence.block.marker), ""
        place.lead_period = lead.focus or (place.focus if goes_on else None)
