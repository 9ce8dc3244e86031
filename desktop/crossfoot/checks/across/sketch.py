"""What is kept of one record for others to be compared with: its totals, its claims, its promises to report.

A sketch is small, so that those of a thousand records can be kept at hand and compared at once when one changes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from crossfoot.checks.across.claims import Claim, claimed
from crossfoot.checks.across.naming import is_named, telling_of
from crossfoot.checks.across.owed import Owed, owed
from crossfoot.checks.across.promised import Promise, promise, promises
from crossfoot.checks.across.totals import (
    bare,
    is_cell,
    is_level,
    is_named_part,
    is_of_a_day,
    is_stock,
    latest_of,
    lent_name,
)
from crossfoot.checks.across.wordprint import wordprint
from crossfoot.checks.basis.context import Context
from crossfoot.model import Figure


@dataclass(frozen=True, slots=True)
class Sketch:
    """One record as the rules over several see it.

    ``levels`` are the totals that the text dates itself; ``stocks`` the last of each stock among them, ``flows``
    the last of each other measure; ``cells`` are those of tables and lists, which may be of a part; ``others`` are
    values of a day whose words do not say what they count; ``parts`` are those of a larger total, which another record
    tells again where all their words are the same; ``promises`` are the reports promised on something that is named,
    ``owed`` what the record says of reports that have not come, and ``words`` the print of its words; ids of figures
    are those of the record.
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
    owed: tuple[Owed, ...] = ()

    @property
    def latest(self) -> tuple[Figure, ...]:
        """Return the last total of each measure."""
        return self.stocks + self.flows


def sketch(context: Context) -> Sketch:
    """Return the sketch of one record."""
    record = context.record
    named = [lent_name(context, f) for f in context.figures]
    levels = [bare(f) for f in named if is_level(context, f)]
    latest = list(latest_of(levels))
    return Sketch(
        context.input.document_id,
        record.meeting_date,
        record.council,
        record.title or _report_name(context),
        promise(context),
        tuple(levels),
        tuple(f for f in latest if is_stock(context, f)),
        tuple(claim for f in context.figures if (claim := claimed(context, f)) is not None),
        tuple(f for f in latest if not is_stock(context, f)),
        tuple(bare(f) for f in named if is_named(f) and is_cell(context, f)),
        tuple(bare(f) for f in named if not is_level(context, f) and is_of_a_day(context, f)),
        tuple(bare(f) for f in named if is_named_part(context, f)),
        promises(context),
        wordprint(context.passages.low),
        owed(context),
    )


_REPORT_ON = re.compile(r"\breport (?:on|about|concerning|regarding) (?:the )?(?P<name>[a-z][^.;,\n]{4,80})")


def _report_name(context: Context) -> str | None:
    """Return what the first report that a text speaks of is on, for a record without a title."""
    found = _REPORT_ON.search(context.passages.low)
    return found["name"].strip() if found else None


def title_words(sketch: Sketch) -> frozenset[str]:
    """Return the telling words of a record's title, by which the reports of one series are known."""
    return telling_of(sketch.title or "")
