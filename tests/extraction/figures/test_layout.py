"""How a text lies on its page: the same words give the same figures, however its lines and lists are set."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from crossfoot.model import Figure

RECORDS = sorted((Path(__file__).resolve().parents[1] / "gold" / "development").glob("*.txt"))

Figures = Callable[[str], tuple[Figure, ...]]
LEAD = "The Treasurer reported that savings of £734,000 had been found for the year to come, in the order of size:"
ITEMS = "a) car parking: £210,000 from a new tariff;\nb) software: £94,000;\nc) three vacant posts: £112,000."
LONG = (
    "Cabinet was told of the work of the service over the quarter and of what had been done about the findings of the "
    "inspection, which were set out in the report together with the plan that had been made in the spring."
)


def said(found: tuple[Figure, ...]) -> list[tuple[object, ...]]:
    return [(f.value, f.indicator, f.subject, f.period, f.nature) for f in found]


def test_a_list_right_below_the_words_that_lead_to_it_is_read_as_one_set_off(figures: Figures) -> None:
    assert said(figures(f"{LEAD}\n{ITEMS}\n")) == said(figures(f"{LEAD}\n\n{ITEMS}\n"))


def test_lines_as_long_as_their_paragraphs_are_paragraphs_of_their_own(figures: Figures) -> None:
    alternatives = "Alternatives considered: A plan confined to the nine recommendations was judged too narrow."
    interests = "Interests: Councillor Brennan declared an interest as one of 14 governors and took no part."
    lines = [LONG, LONG, alternatives, interests]
    assert said(figures("\n".join(lines))) == said(figures("\n\n".join(lines)))


def test_broken_lines_of_a_paragraph_stay_one(figures: Figures) -> None:
    broken = (
        "The number of children in care stood at 287 at the end of June\nCouncillor Brennan said, which was 12 more"
    )
    assert len(figures(broken)) == 2
    assert said(figures(broken)) == said(figures(broken.replace("\n", " ")))


def test_the_number_of_a_chapter_is_no_figure(figures: Figures) -> None:
    assert [f.quote for f in figures("They follow the Code of Guidance ch. 17. There were 9 children.")] == ["9"]


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_what_a_page_prints_above_the_council_changes_no_figure(figures: Figures, path: Path) -> None:
    record = path.read_text(encoding="utf-8").replace("<<page>> ", "")
    assert said(figures(f"Decision details\n\n{record}")) == said(figures(record))


WRAPPED = """The number of children in care was 287 at the end of September 2016, which
was twelve more than a year before, and the wider care population was shrinking:
268 children were with foster carers as against 281 at the end of March 2016.
Reasons: to keep Members informed of the work of the service over the year.
Alternatives considered: a plan confined to the nine recommendations.

The Treasurer thanked the staff of the service, who had worked through a hard
winter and had kept the average caseload at 21, where the year before it stood
at 24. He hoped that all of the 14 vacant posts would be filled by the summer
of the year to come, and that the agency workers would then leave the service.
"""


def test_a_text_broken_at_a_margin_is_read_as_one_that_is_not(figures: Figures) -> None:
    whole = WRAPPED.replace("\n\n", "\t").replace("\nReasons", "\tReasons").replace("\nAlternatives", "\tAlternatives")
    assert said(figures(WRAPPED)) == said(figures(whole.replace("\n", " ").replace("\t", "\n\n")))
    assert len(figures(WRAPPED)) > 6


def test_sentences_beside_a_label_of_a_table_are_read_as_sentences(figures: Figures) -> None:
    told = "The budget was set at £3.1m for 2017/18 and 40 children were seen."
    rows = figures(f"Decision | {told}\nReasons | There were 12 vacant posts.\n")
    assert said(rows)[:2] == said(figures(told))
    assert [f.quote for f in rows] == ["£3.1m", "40", "12"]
    assert [f.quote for f in figures("Team | Caseload\nNorth | 40\nTotal | 80\n")] == ["40", "80"]


def test_the_number_of_a_heading_in_capitals_is_no_figure(figures: Figures) -> None:
    text = "13 CHILDREN'S SOCIAL CARE ACTIVITY\n\nThere were 287 children looked after.\n\n13 Inadequate\n"
    assert [f.quote for f in figures(text)] == ["287", "13"]
