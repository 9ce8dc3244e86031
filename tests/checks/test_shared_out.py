"""So much for each, changes of a table in numbers, and shares told sentences away, as a clerk may mistype them."""

from __future__ import annotations

import pytest

from crossfoot import assets
from crossfoot.checks import CheckInput, check_record
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Verdict

_RECORD = "Westmarch Council\n\nCABINET RECOMMENDATIONS\n\nPROFORMA\n\nCabinet Meeting ..... 12 September 2019\n\n{}\n"
_EXTRACTOR = Extractor(assets.dictionary())


def _asked(words: str, rule: int) -> bool:
    text = _RECORD.format(f"2. Record of the Decision\n\n{words}")
    found = _EXTRACTOR.extract(text)
    given = CheckInput("d1", text, found.record, found.figures, found.statements, found.commitments)
    return any(f.rule == rule and f.verdict is Verdict.QUERY for f in check_record(given))


@pytest.mark.parametrize(
    ("words", "right", "wrong"),
    [
        (
            "Eighteen escorts accompany the pupils. They look after 234 of them. That works out at {} for each escort.",
            "13",
            "18",
        ),
        ("An average of {} was reported. There were 31 clerks in post and 868 claims in hand.", "28", "26"),
        (
            "There were 23 hearings in the year. They dealt with 161 appeals, so a typical hearing dealt with {}.",
            "7",
            "9",
        ),
        (
            "Lunches are provided for 640 pupils. The bill was £288,000. On average every lunch bill is £{}.",
            "450",
            "540",
        ),
        ("Three tutors teach 24 classes in all. There are 552 learners, so each of the classes has {}.", "23", "32"),
    ],
)
def test_so_much_for_each_goes_by_the_total_and_the_number_told_sentences_away(
    words: str, right: str, wrong: str
) -> None:
    assert not _asked(words.format(right), 24)
    assert _asked(words.format(wrong), 24)


def test_a_column_of_changes_in_numbers_goes_by_the_two_columns_it_lies_between() -> None:
    table = (
        "Service\tLast year\tThis year\tChange\nVisits\t1,240\t1,315\t+75\nLoans\t886\t941\t{}\nCalls\t212\t198\t-14"
    )
    assert not _asked(table.format("+55"), 5)
    assert _asked(table.format("+65"), 5)


@pytest.mark.parametrize(
    ("words", "right", "wrong"),
    [
        ("Allotments numbered 64. Among them 48 were let to residents. The share was accordingly {}%.", "75", "57"),
        ("Berths in the harbour: 3,200. Boats moored: 2,944. Occupancy: {}%.", "92", "29"),
    ],
)
def test_a_percentage_alone_with_two_counts_before_it_is_their_share(words: str, right: str, wrong: str) -> None:
    assert not _asked(words.format(right), 2)
    assert _asked(words.format(wrong), 2)


@pytest.mark.parametrize(
    ("words", "right", "wrong"),
    [
        (
            "There were 412 calls. Visitors made 103 of them, which means that one in {} came from there.",
            "four",
            "five",
        ),
        (
            "The Council spent £4.8m on roads, £1.2m of it in the town. {} of the money thus went there.",
            "A quarter",
            "A third",
        ),
    ],
)
def test_a_fraction_in_words_goes_by_the_two_counts_told_before_it(words: str, right: str, wrong: str) -> None:
    assert not _asked(words.format(right), 2)
    assert _asked(words.format(wrong), 2)


def test_a_number_that_is_led_to_by_a_change_from_another_is_the_two_together() -> None:
    words = "Membership of the Youth Council has been extended by six to {} from 24."
    assert not _asked(words.format("30"), 5)
    assert _asked(words.format("36"), 5)


def test_four_numbers_alone_of_which_one_came_and_one_went_are_a_balance() -> None:
    words = "Tenants numbered 214 then. There have been 36 starters since and 41 leavers. The present number is {}."
    assert not _asked(words.format("209"), 22)
    assert _asked(words.format("290"), 22)
