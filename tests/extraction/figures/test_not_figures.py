"""Numbers that name, date, number or locate something are not figures; beside them, a figure is found all the same."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from crossfoot.model import Figure

Figures = Callable[[str], tuple[Figure, ...]]

KINDS: dict[str, tuple[str, ...]] = {
    "a section number": (
        "Section 4 was discussed.",
        "See paragraph 6.1.1 of the report.",
        "Chapter 5 was noted.",
        "Standing Order 16.4 was waived.",
        "Actions 3.1 and 3.2 were agreed.",
        "Table 1.4 was noted.",
        "Conclusions (1) to (14) were accepted.",
        "Section 36(2) was followed.",
        "Routes 7, 7A & 19 were tendered.",
    ),
    "several section numbers": ("Paragraphs 3.2 to 3.5 were noted.", "Sections 13 – 33 were noted."),
    "a list number": (
        "1. the report be noted.\n2. thanks be given.",
        "12 the recruitment be noted.",
        "Item: 7 - Highways",
    ),
    "the number of a minute": ("17/42 School results\n\n", "2019/7 Apologies for absence\n\n"),
    "an option": ("Option B was preferred.", "Option 2 was preferred.", "One option was considered."),
    "an average age": ("The average age was 15.8.", "The mean age of our carers is now 53."),
    "a band of ages in the population": ("The 10 to 17 population was mapped.",),
    "the base of a rate in words": ("It was told for every ten thousand children.",),
    "a slide": ("SLIDE 4   Children in our care\n\n", "Slide 7 was left out."),
    "a time behind a weekday": ("The board meets every Tuesday 8.30 in the annexe.",),
    "an appendix, table or page": ("Appendix 3 was attached.", "Appendices 1 and 2 were attached.", "Page 4"),
    "an ordinal": ("The first inspection was held.", "The 1st tier was reviewed.", "Her 100th birthday was noted."),
    "an age band in a name": (
        "The 0 - 13 team was formed.",
        "The 0-19 service was formed.",
        "The 14-19 partnership met.",
        "A 16–18 only model was discussed.",
        "The 14–19 Diploma was discussed.",
        "The 11 to 16 schools were thanked.",
        "The 18-24 claimant count was noted.",
        "The age range was to be 4-11.",
    ),
    "an age": (
        "The team works with children aged 5 to 11.",
        "Children under 5 attend the centre.",
        "The offer is for two-year-olds.",
        "The 2-year-old offer was discussed.",
        "Those aged 16 and 17 were seen.",
        "All of them were boys of sixteen or seventeen.",
        "They leave at the age of 18.",
        "The eldest of them was a lady of 101.",
        "The tenants are over 65.",
    ),
    "a level, tier or phase": ("Level 3 support was reviewed.", "Level M was reviewed.", "Tier 2 services were begun."),
    "a key stage or grade": (
        "Results at KS2 were discussed.",
        "Key Stage 4 results were discussed.",
        "Pupils reached A* in the summer.",
        "Grades of A*-C were praised.",
        "Band D was discussed.",
    ),
    "a school year": ("Pupils in Year 7, 8 and 9 were seen.", "Pupils in Years 7 to 9 were seen."),
    "a name with a numeral": ("North 1 was closed.", "Team 3 was thanked.", "The 4Children charity was thanked."),
    "a list by its number": ("Checks were made against List 99.", "Windows 10 was installed.", "ISO 9001 was kept."),
    "a law": (
        "The s47 process was reviewed.",
        "Section 47 was followed.",
        "Under section 17 of the Children Act 1989 help is given.",
        "SI 2012/2089 applies.",
        "Regulation 12 applies.",
        "Article 8 of the Convention applies.",
        "Part 3 of the Act applies.",
        "The Section 106 money was noted.",
    ),
    "a reference": (
        "Decision D150069 was noted.",
        "Decision number 12/2014 was noted.",
        "Minute 45 was agreed.",
        "Reference CAB/14/72.",
        "As referred to at 14 above, staff were thanked.",
        "Agenda item 7 was deferred.",
        "Decision C.118/19-20 was noted.",
        "Circular LAC(2023)1 was noted.",
        "Under sections 31A–52 this is allowed.",
        "Agreement 11/00417 was sealed.",
        "Release 11.2 was installed.",
    ),
    "a telephone number": (
        "Enquiries to 01632 960 123.",
        "Telephone: 01632 960123.",
        "Contact the clerk on (01632) 960 123.",
        "Tel 01632 960123 ext 4412",
        "Telephone Hallowby 55012.",
        "Lines 01632 960 310 to 960 318 were closed.",
    ),
    "an address": (
        "The office is at HM4 7QT.",
        "The meeting was held in Room 12.",
        "The meeting was held in Committee Room 2.",
        "The centre at 14 High Street was visited.",
        "Flat 2, 17 Mill Lane was let.",
        "The A19 was closed.",
    ),
    "a time": (
        "The meeting began at 10.30 am.",
        "The meeting ended at 4pm.",
        "The meeting closed at 16:45.",
        "IT BEGAN AT 7.30 P.M.",
    ),
    "a year": (
        "In 2014 the service changed.",
        "The year 2015/16 was discussed.",
        "The 1990s building was discussed.",
        "Census 2011 data were used.",
        "The rate (Q2 21/22: unknown) was discussed.",
    ),
    "a date": (
        "By 31 March 2015 the plan will be written.",
        "Midnight on Friday, 21 June 2013",
        "Cabinet Meeting8th October 2015",
        "The review ran from 1 April to 30 June 2015.",
        "Workshops were held on 7, 8 and 21 January.",
    ),
    "a quarter": ("Quarter 1 was discussed.", "Q3 was discussed."),
    "a condition of time": (
        "A 30 day consultation will begin.",
        "The lease runs for over two years.",
        "Staff will respond within 3 months.",
        "Staff have 5 clear working days.",
        "Those with some needs (6-12 hours) were seen.",
        "The loan runs over 25 years.",
        "The charge covers 7/12ths of the year.",
    ),
    "a way of speaking": (
        "One of the members thanked the team.",
        "On the one hand costs were high.",
        "It was one of the best.",
        "No decision was made.",
        "There was no doubt of it.",
        "No one objected.",
        "The line is open 24/7.",
        "Call 999 in emergencies.",
        "The nine protected characteristics were considered.",
        "A third party was asked.",
        "Regulation 5 of the 2013 Regulations was noted.",
        "The 24/25 targets were noted.",
        "It rose to spinal point scp 28-31.",
        "The 9 to 1 grading scale applies.",
        "Interests: nil.",
        "Dispensations – none.",
    ),
    "the meeting itself": (
        "Present: Councillor Hale (Chair), Councillor Moss and 3 others.",
        "Apologies: 2.",
        "Apologies for absence were received from two co-opted members.",
        "Also in attendance: 11 members of the public.",
        "Three members may call in a decision.",
        "A call-in needs 6 members or 100 residents.",
    ),
    "the size of a file": ("Report (PDF, 348 KB)", "The report is a PDF of 1 MB."),
    "a minute": ("The format had been agreed in March 2011 (minute 112 refers).",),
    "an older year": ("Council tax was not known here in 1867.",),
    "an age that is reached": (
        "At sixteen, they had gained a certificate.",
        "Children as young as four would be taken by bus.",
        "They pay no council tax until they are 25, and are told so.",
        "Their allowance ends when they turn 18.",
        "Under 18 conceptions were discussed.",
    ),
    "a rounding": ("Charges are rounded to the nearest 10p.",),
}
SENTENCES = [(kind, sentence) for kind, sentences in KINDS.items() for sentence in sentences]


@pytest.mark.parametrize(("kind", "sentence"), SENTENCES)
def test_it_is_not_a_figure(figures: Figures, kind: str, sentence: str) -> None:
    assert [figure.quote for figure in figures(sentence)] == [], kind


@pytest.mark.parametrize(("kind", "sentence"), SENTENCES)
def test_it_does_not_hide_the_figure_of_the_next_sentence(figures: Figures, kind: str, sentence: str) -> None:
    found = figures(f"{sentence} There were 57 referrals to the service.")
    assert [(figure.quote, figure.value) for figure in found] == [("57", Decimal(57))], kind


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The 0-19 service saw 42 children.", 42),
        ("In the 2014/15 school year 42 pupils were excluded.", 42),
        ("Under section 47 there were 42 enquiries.", 42),
        ("North 1 had 42 cases.", 42),
        ("Of those known 42 were 65 and over.", 42),
        ("There were 42 referrals (Feb 23: no report).", 42),
        ("Level 3 support was given to 42 families.", 42),
        ("By 31 March 2015 there were 42 referrals.", 42),
        ("The plan, at Appendix 3, was for 42 places.", 42),
        ("At KS2 there were 42 pupils.", 42),
        ("In quarter 2 there were 42 referrals.", 42),
    ],
)
def test_a_figure_in_the_same_sentence_is_told_from_it(figures: Figures, sentence: str, value: int) -> None:
    assert [figure.value for figure in figures(sentence)] == [value]
