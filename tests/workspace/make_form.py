"""Make a small workspace in the form of the program that runs this: ``PYTHONPATH=desktop python make_form.py FILE``.

Run once at the last commit of each form; the files are kept in ``forms/`` and must open for ever. It uses nothing
but the review's own verbs, so that every version of the program can run it; what a form has no room for is left out.
"""

from __future__ import annotations

import hashlib
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from crossfoot.assets import dictionary
from crossfoot.model import (
    AnnotationKind,
    Extraction,
    Figure,
    Nature,
    Reading,
    Record,
    Section,
    SectionKind,
    Span,
    Unit,
)
from crossfoot.review.prepared import Prepared
from crossfoot.review.session import Review
from crossfoot.workspace import Workspace

TEXT = "There were 1,194 contacts and 176 visits; the budget was £5.51m, and 57.5% of 41 new posts were filled."
QUOTES = {"1,194": Unit.COUNT, "176": Unit.COUNT, "£5.51m": Unit.GBP, "57.5%": Unit.PERCENT, "41": Unit.COUNT}


def record() -> Prepared:
    """Return the record: five figures in one sentence."""
    figures = []
    for quote, unit in QUOTES.items():
        start = TEXT.index(quote)
        number = Decimal(quote.strip("£m%").replace(",", "")) * (1_000_000 if quote.endswith("m") else 1)
        name = hashlib.sha256(quote.encode()).hexdigest()[:10]
        figures.append(Figure(name, Span(start, start + len(quote)), quote, number, unit=unit, nature=Nature.ACTUAL))
    section = Section(SectionKind.DECISION, "Decision", Span(0, len(TEXT)))
    facts = Record(title="Contacts", meeting_date=date(2016, 7, 14), sections=(section,))
    data = TEXT.encode()
    extraction = Extraction("1", facts, tuple(figures))
    return Prepared("contacts.txt", data, hashlib.sha256(data).hexdigest(), Reading("text", TEXT), extraction)


def keep_beside(review: Review, figures: list[str]) -> None:
    """Keep one of each kind of thing that is no figure, as far as the form has room for it."""
    if hasattr(review, "keep_rules"):
        from crossfoot.model.teaching import RuleKind, TaughtRule  # noqa: PLC0415 - older programs have none

        review.keep_rules([TaughtRule("", RuleKind.INDICATOR, words="contact", gives="referrals")])
    if hasattr(review, "keep_check"):
        from crossfoot.checks import CallInCount, CallInRule  # noqa: PLC0415 - older programs have none
        from crossfoot.checks.own.relations import Relation  # noqa: PLC0415 - older programs have none

        review.keep_check(review.draft_check(figures, Relation.EQUALS, title="Same"))
        review.set_call_in("Westerleigh", CallInRule(CallInCount.PUBLICATION_IS_DAY_ONE, 5))
    if hasattr(review, "save_view"):
        from crossfoot.model.views import ViewKind  # noqa: PLC0415 - older programs have none

        review.save_view(ViewKind.SEARCH, "Queried", query="state:queried")
    if hasattr(review, "explain_code"):
        from crossfoot.model.codebook import CodeKind  # noqa: PLC0415 - older programs have none

        review.explain_code(CodeKind.TAG, "ask", "to be asked")


def main() -> None:
    """Store the record and decide on it in every way."""
    moment = datetime(2024, 5, 6, 10, 0, tzinfo=UTC)
    with Workspace.open(Path(sys.argv[1]), create=True, clock=lambda: moment) as workspace:
        review = Review(workspace, dictionary(), reviewer="AB", clock=lambda: moment)
        review.store(record())
        first, second, third, fourth, fifth = (figure.id for figure in review.figures())
        review.confirm([first])
        review.correct(second, {"value": "177"}, "typed wrongly")
        review.reject([third], "a condition, not performance")
        review.query([fourth], "of which teams?")
        keep_beside(review, [first, second])
        review.confirm([fifth])
        review.undo()
        review.set_note(fifth, "look again")
        review.annotate("d1", Span(0, 5), AnnotationKind.COMMENT, comment="who counted?", tags=("ask",))


if __name__ == "__main__":
    main()
