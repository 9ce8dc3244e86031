"""Where the walk through a text stands: what the blocks before the one being read have told."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from crossfoot.extraction.figures.identity import Identities
from crossfoot.extraction.figures.indicators.money.budgets import VARIANCE
from crossfoot.extraction.figures.layout import TextBlock
from crossfoot.extraction.figures.natures.blocks import Setting
from crossfoot.extraction.figures.periods.conventions import Bracketed, Conventions
from crossfoot.extraction.figures.periods.items import ItemTimes
from crossfoot.extraction.figures.periods.known import Calendar
from crossfoot.extraction.figures.periods.occasions import Occasions
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.tables.scales import TableBefore
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Figure, Nature, Period, Resolution, Span, Unit

_NUMBERS_TABLE = re.compile(r"\W{0,3}(?:table|figure|chart|annexe?|appendix)\s+\w{1,4}\W{0,3}")
"""A line that merely numbers the table under it, so that the words before it still introduce that."""

CAPITAL_PROGRAMME = re.compile(
    r"\bcapital\s+(?:works?\s+)?(?:programme|schemes|projects|spending|expenditure)\b|\bspending\s+on\s+capital\b",
    re.IGNORECASE,
)
"""How a list of what is bought and built is headed."""

_NOTES = re.compile(r"\b(?:be\s+noted|notes?|noted|noting|receives?|be\s+received)\b", re.IGNORECASE)


@unchanging(frozen=True, slots=True)
class OuterList:
    """The open list that one of its items, with items of its own, stands in: what is to be known again behind those."""

    lead: Reading | None
    before_lead: Sequence[Reading]
    lead_period: Period | None
    lead_source: Figure | None
    lead_total: Figure | None
    lead_style: str
    item_style: str

    @classmethod
    def of(cls, place: Place) -> OuterList:
        """Return the list that is open at a place."""
        return cls(
            place.lead,
            place.before_lead,
            place.lead_period,
            place.lead_source,
            place.lead_total,
            place.lead_style,
            place.item_style,
        )

    def back_to(self, place: Place) -> None:
        """Open the list again."""
        place.lead, place.before_lead, place.lead_period = self.lead, self.before_lead, self.lead_period
        place.lead_source, place.lead_total = self.lead_source, self.lead_total
        place.lead_style, place.item_style = self.lead_style, self.item_style


@dataclass(slots=True)
class Place:
    """What is known at the block being read.

    ``optional`` and ``proposed`` tell that a block is of rejected options or worded as a decision, where no
    section or resolution of the record says so. ``titles`` are those of the whole record, ``heading`` and
    ``lead`` are the heading and the lead-in of a list that are still open; ``before_lead`` are the sentences before
    the lead-in in its paragraph; ``lead_period`` is the lead-in's period where it names none itself,
    ``lead_source`` the figure that the list parts; ``lead_total`` is the last figure of the lead-in's
    paragraph; ``lead_style`` and ``item_style`` are how the lead-in and the list's items are labelled;
    ``item_before`` is the list's item before this one; ``listed`` is the figure that the list which has just ended
    gave the parts of;
    ``events`` are the dates of a consultation, an inspection and the like that is told of, ``occasions`` those at
    which all was counted that a part of the record tells; ``opened`` is how many
    paragraphs of the part under the latest title have passed; ``focus`` the period of the latest paragraph that was
    firm about one, ``items`` the times of a list's items; ``budget`` the special budget last spoken of under the
    heading, ``variance`` the latest one told there, ``rate`` the rate of what was counted last there;
    ``budget_period`` the period of the latest amount;
    ``bracketed`` of when the numbers in brackets are, ``in_brackets`` of what nature; ``conventions`` how all figures
    of the record are dated;
    ``last`` the latest figure; ``caption`` and ``before_caption`` the last sentences of the two blocks before,
    ``captioned`` whether a table stood under them already; ``of_capital`` tells that a title of the record names a
    capital programme. ``header`` are the rows that head the latest table,
    ``header_until`` the number of the block behind it: rows under a mere title there go on with them.
    ``by_value`` holds the latest figure of each value, for text that repeats a number; ``identities`` names each
    figure as it comes.
    """

    known: Calendar
    identities: Identities
    labels: frozenset[str] = frozenset()
    titles: Sequence[Reading] = ()
    resolutions: Sequence[Resolution] = ()
    options: Sequence[Span] = ()
    optional: bool = False
    proposed: bool = False
    heading: Reading | None = None
    lead: Reading | None = None
    before_lead: Sequence[Reading] = ()
    lead_period: Period | None = None
    lead_source: Figure | None = None
    lead_total: Figure | None = None
    lead_style: str = ""
    listed: Figure | None = None
    item_style: str = ""
    item_before: Reading | None = None
    focus: Period | None = None
    events: dict[str, Period] = field(default_factory=dict)
    occasions: Occasions = field(default_factory=Occasions)
    opened: int = 0
    items: ItemTimes = field(default_factory=ItemTimes)
    budget: str | None = None
    variance: Figure | None = None
    rate: str | None = None
    budget_period: Period | None = None
    bracketed: Bracketed | None = None
    in_brackets: Nature | None = None
    conventions: Conventions = field(default_factory=Conventions)
    last: Figure | None = None
    caption: Reading | None = None
    before_caption: Reading | None = None
    captioned: bool = False
    of_capital: bool = False
    table: TableBefore = field(default_factory=TableBefore)
    header: list[TextBlock] = field(default_factory=list)
    header_until: int = 0
    scale: str = ""
    by_value: dict[tuple[Decimal, Unit | None], Figure] = field(default_factory=dict)

    def resolves(self, offset: int, text: str) -> bool:
        """Tell whether a place stands in a resolution that decides, not one that merely notes."""
        at = bisect_right(self.resolutions, offset, key=lambda r: r.span.start) - 1
        if at < 0:
            return False
        span = self.resolutions[at].span
        return offset < span.end and _NOTES.search(text, span.start, span.end) is None

    def setting(self, offset: int, text: str) -> Setting:
        """Return whether a place stands in a resolution, among the rejected options, or in the narrative."""
        if self.resolves(offset, text):
            return Setting.RESOLUTION
        at = bisect_right(self.options, offset, key=lambda span: span.start) - 1
        if (at >= 0 and offset < self.options[at].end) or self.optional:
            return Setting.OPTIONS
        return Setting.RESOLUTION if self.proposed else Setting.NARRATIVE

    def pass_block(self, last: Reading) -> None:
        """Take note of a block's last sentence; what stood over a table that is past speaks of no table to come."""
        if self.caption is not None and not self.captioned and _NUMBERS_TABLE.fullmatch(last.sentence.lowered.strip()):
            return
        self.before_caption = None if self.captioned else self.caption
        self.caption = last
        self.captioned = False

    def captions(self) -> list[Reading]:
        """Return the sentences over a table that begins here, the nearest first, two at most."""
        return [r for r in (self.caption, self.before_caption, self.heading) if r is not None][:2]

    def follow(self, figure: Figure, *, money: bool, special: bool, rate: str | None) -> None:
        """Take note of a figure, for the numbers behind it.

        ``special`` tells that it is of a budget of its own, ``rate`` is the one per 10,000 of what it counts, if any.
        """
        self.rate = rate or self.rate
        if figure.indicator == VARIANCE and figure.unit is Unit.GBP:
            self.variance = figure
        if special:
            self.budget = figure.indicator
        if money and figure.period is not None:
            self.budget_period = figure.period
        self.last = figure
        if figure.nature is not Nature.BENCHMARK:
            self.by_value[figure.value, figure.unit] = figure
