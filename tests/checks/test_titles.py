"""Records of a decision that lost their title, whatever form they come in, or have another's (rules 32 and 33)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

_DETAILS = (
    "Anyborough Borough Council\n\nDecision details\n\n{title}Decision Maker: Cabinet\n\nIs Key decision?: No\n\n"
    "Date of decision: 13 June 2019\n\nDecision:\n\nThe opening hours were agreed.\n\n"
    "Reasons for the decision:\n\nTo serve readers.\n\nAlternative options considered and rejected:\n\nNone\n\n"
)
_MINUTES = (
    "Anyborough Borough Council\n\nRECORD OF DECISIONS OF THE CABINET\n\nMeeting held on 13 June 2019\n\n{title}"
    "Decision\n\nThe opening hours were agreed.\n\nReasons for the Decision\n\nTo serve readers.\n\n"
    "Alternatives Considered\n\nNone\n\n"
)
_ITEM = (
    "Anyborough Borough Council\n\nRecord of Executive Decision\n\nMeeting: Cabinet, 13 June 2019\n\n"
    "Item 7: Opening Hours\n\nDecision\n\nThe opening hours were agreed.\n\nReasons\n\nTo serve readers.\n\n"
    "Alternative options\n\nNone\n\n"
)


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


def _untitled(asker: Asker, text: str) -> bool:
    return any("no title" in asked.message for asked in asker.together(text) if asked.rule == 32)


@pytest.mark.parametrize("form", [_DETAILS, _MINUTES])
def test_a_record_without_a_line_that_could_be_its_title_is_asked_about(asker: Asker, form: str) -> None:
    assert _untitled(asker, form.format(title=""))


@pytest.mark.parametrize("form", [_DETAILS, _MINUTES])
def test_a_record_with_a_title_is_not(asker: Asker, form: str) -> None:
    assert not _untitled(asker, form.format(title="Library Opening Hours\n\n"))


def test_a_line_that_names_the_item_is_title_enough(asker: Asker) -> None:
    assert not _untitled(asker, _ITEM)


_PROFORMA = (
    "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n1. Title of Item/Report\n\n"
    "{title}\n\n2. Record of the Decision\n\n{body}\n"
)
_OTHERS = [
    ("Mobile Library Rounds", "Taxi Ranks", "Members considered a paper on the mobile library and its rounds."),
    ("Allotment Rents", "Bus Shelters", "The report on allotment rents, which had been put off in May, was agreed."),
    ("Swimming Lessons", "Street Trading", "Cabinet considered the Swimming Lessons Scheme in all schools."),
    ("Parks and Playgrounds", "Parks and Cemeteries", "Members received a report on parks and playgrounds."),
]


@pytest.mark.parametrize(("title", "other", "body"), _OTHERS)
def test_the_title_of_another_paper_is_asked_about(asker: Asker, title: str, other: str, body: str) -> None:
    rules = {
        name: {asked.rule for asked in asker.together(_PROFORMA.format(title=name, body=body))}
        for name in (title, other)
    }
    assert 33 not in rules[title]
    assert 33 in rules[other]


def test_a_title_that_the_body_only_hints_at_is_let_be(asker: Asker) -> None:
    body = "Members noted the money that each ward is given. It had been spent on benches."
    assert not [
        asked for asked in asker.together(_PROFORMA.format(title="Area Committees", body=body)) if asked.rule == 33
    ]


_EXCHANGED = [
    (
        "Youth Offending Team Inspection",
        "A report told of the inspection of the {}.",
        "Youth Offending Team",
        "Youth Service",
    ),
    (
        "Review of Day Services for Older People",
        "The Cabinet Member introduced a report on the review of day services for {}.",
        "older people",
        "people with learning disabilities",
    ),
    (
        "Local Development Framework: Core Strategy",
        "Members were asked for approval of the {} of the Local Development Framework.",
        "core strategy",
        "statement of community involvement",
    ),
    ("Sale of Land at Mill Lane", "Approval was sought for the sale of land at {}.", "Mill Lane", "Church Street"),
    (
        "Trading Standards Enforcement Policy",
        "Members were asked to agree the enforcement policy for {}.",
        "trading standards",
        "environmental health",
    ),
    ("Modern Slavery Statement", "The Leader introduced the {} statement.", "modern slavery", "gender pay gap"),
    ("Tree Strategy and Woodland Plan", "Cabinet considered the tree strategy{}.", " and the plan for woodlands", ""),
    ("Complaints and Compliments 2013/14", "Members noted complaints and compliments in {}.", "2013/14", "2012/13"),
]


@pytest.mark.parametrize(("title", "body", "own", "other"), _EXCHANGED)
def test_other_words_in_the_place_of_the_titles_own_are_asked_about(
    asker: Asker, title: str, body: str, own: str, other: str
) -> None:
    rules = [
        {asked.rule for asked in asker.together(_PROFORMA.format(title=title, body=body.format(words)))}
        for words in (own, other)
    ]
    assert 33 not in rules[0]
    assert 33 in rules[1]


def test_a_thing_that_is_named_in_another_way_is_let_be(asker: Asker) -> None:
    body = "Cabinet considered a report on the budget for children's services."
    asked = asker.together(_PROFORMA.format(title="Children in Need: Budget", body=body))
    assert not [one for one in asked if one.rule == 33]


_LONG = (
    "Anyborough Borough Council\n\nRECORD OF DECISIONS OF THE CABINET\n\nMeeting held on 9 December 2014\n\n"
    "Title of report\n\n{title}\n\nDecision\n\n{body}\n\nReasons for the Decision\n\n"
    + "The matter was set out at length and Members asked many questions of the officers before them. " * 10
    + "\n\nAlternatives Considered\n\nNone\n\n"
)
_TAX = "The scheme of 2013/14 was kept for 2015/16, and 1,240 households were told of it in writing."
_RENTS = (
    "The Housing Revenue Account had a balance of £2.1m. Rents would rise by 2%. Nothing else in the housing revenue "
    "account would change."
)


@pytest.mark.parametrize(
    ("title", "sound", "slip", "body"),
    [
        ("Council Tax Reduction Scheme {}", "2015/16", "2018/19", _TAX),
        ("Council Tax Reduction Scheme {}", "2014/15", "2024/25", _TAX),
        ("{} Revenue Account: Rents", "Housing", "Highways", _RENTS),
    ],
)
def test_a_year_or_a_word_of_the_title_that_its_record_never_tells_is_asked_about(
    asker: Asker, title: str, sound: str, slip: str, body: str
) -> None:
    assert 33 not in {asked.rule for asked in asker(_LONG.format(title=title.format(sound), body=body))}
    assert 33 in {asked.rule for asked in asker(_LONG.format(title=title.format(slip), body=body))}


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Council Tax Reduction Scheme 2016/17", _TAX),  # the record tells of 2016
        ("Outturn 2013/14", "Spending of the year was £4m, against £5m in 2012 and £6m in 2010."),
        ("Garage Revenue Account: Rents", "Housing revenue account rents rise; the rents revenue account is closed."),
    ],
)
def test_a_title_that_its_record_tells_in_part_is_let_be(asker: Asker, title: str, body: str) -> None:
    assert 33 not in {asked.rule for asked in asker(_LONG.format(title=title, body=body))}
