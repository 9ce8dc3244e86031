"""Two records of one series against each other, from their texts: what was promised, what was said to go on."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker
from side_by_side import asks as _asks
from side_by_side import record as _record


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


_INTERVALS = [
    ("Members will see the contractor's figures every {} months.", "three", "six"),
    ("The rounds are reported on {}.", "twice yearly", "four times a year"),
    ("The minutes of the Board come before {} meeting of the Cabinet.", "each", "every other"),
    ("Cabinet is to be briefed on the rounds every {}.", "half year", "quarter"),
    ("The interval between reports is to be {} months.", "three", "six"),
    ("Cabinet considered the rounds, on which it receives reports on {} basis.", "a quarterly", "an annual"),
]


@pytest.mark.parametrize(("words", "before", "after"), _INTERVALS)
def test_another_interval_than_before_is_asked_about(asker: Asker, words: str, before: str, after: str) -> None:
    first = _record("14 June 2012", words.format(before))
    assert not _asks(asker, 34, first, _record("12 July 2012", words.format(before)))
    assert _asks(asker, 34, first, _record("12 July 2012", words.format(after)))


def test_reasons_promise_as_the_decision_does(asker: Asker) -> None:
    words = "The Cabinet has asked for {}-monthly reports on the rounds."
    first = _record("14 June 2012", reasons=words.format("six"))
    assert not _asks(asker, 34, first, _record("12 July 2012", reasons=words.format("six")))
    assert _asks(asker, 34, first, _record("12 July 2012", reasons=words.format("three")))


_ONCE = [
    ("A further report was called for within {}.", "the year", "a quarter"),
    ("Progress would be looked at again in {} time.", "a year's", "six weeks'"),
    ("{} the Director would set out what had been done.", "Once a year", "Every two months"),
    ("Members wished to be kept informed by way of a {} report.", "yearly", "two-monthly"),
    ("The Director would report back {}.", "in twelve months", "in the autumn of 2012"),
]


@pytest.mark.parametrize(("words", "kept", "broken"), _ONCE)
def test_a_report_that_comes_a_year_later_is_asked_about_where_it_was_promised_sooner(
    asker: Asker, words: str, kept: str, broken: str
) -> None:
    later = _record("13 June 2013")
    assert not _asks(asker, 35, _record("14 June 2012", words.format(kept)), later)
    assert _asks(asker, 35, _record("14 June 2012", words.format(broken)), later)


@pytest.mark.parametrize(
    ("resolved", "asks"),
    [
        ("the matter be brought back to Cabinet next summer.", False),
        ("the matter be brought back to Cabinet before Christmas.", True),
        ("Cabinet receive a report on progress at its June 2013 meeting.", False),
        ("Cabinet receive a report on progress at its September 2012 meeting.", True),
    ],
)
def test_a_report_resolved_upon_is_waited_for_until_its_time(asker: Asker, resolved: str, asks: bool) -> None:
    first = _record("14 June 2012", resolved=f"1. the report be noted.\n\n2. {resolved}")
    assert _asks(asker, 35, first, _record("13 June 2013")) is asks


_TRENDS = [
    ("so the downward trend that worried Members in June has been {}.", "turned round", "borne out"),
    ("which is {} that given in the June report.", "well above", "well below"),
    ("The growth reported in June has {}.", "been sustained", "been halted"),
]


@pytest.mark.parametrize(("words", "sound", "slip"), _TRENDS)
def test_a_trend_told_of_before_went_on_or_was_turned_as_the_values_say(
    asker: Asker, words: str, sound: str, slip: str
) -> None:
    first = _record("14 June 2012", "There were 124 approved foster carers at 31 March 2012.", title="Foster Carers")
    joint = ", " if words[0].islower() else ". "
    body = f"There were 131 approved foster carers at 30 September 2012{joint}{words}"
    later = [_record("8 November 2012", body.format(one), title="Foster Carers") for one in (sound, slip)]
    assert not _asks(asker, 18, first, later[0])
    assert _asks(asker, 18, first, later[1])


_FLOWS = [
    (
        "Sickness absence averaged {} days per employee in {}",
        (9.4, 9.9, 8.7),
        "The upward movement noted in June has gone on.",
    ),
    (
        "The rate of collection of council tax was {}% in {}",
        (96.8, 97.3, 96.1),
        "This was a better result than that put before Cabinet in June.",
    ),
]


@pytest.mark.parametrize(("words", "values", "told"), _FLOWS)
def test_what_a_year_came_to_is_held_against_the_report_of_the_year_before(
    asker: Asker, words: str, values: tuple[float, float, float], told: str
) -> None:
    before, sound, slip = values
    first = _record("14 June 2012", f"{words.format(before, '2011/12')}.", title="Yearly Results")
    later = [
        _record("13 June 2013", f"{words.format(value, '2012/13')}. {told}", title="Yearly Results")
        for value in (sound, slip)
    ]
    assert not _asks(asker, 18, first, later[0])
    assert _asks(asker, 18, first, later[1])


def test_what_was_hoped_for_and_did_not_come_about_is_the_other_way(asker: Asker) -> None:
    first = _record("14 June 2012", "There were 418 households in temporary accommodation at 31 March 2012.")
    body = (
        "Contrary to what had been hoped in June, the number of households in temporary accommodation did not come "
        "down: it was {} at 30 September 2012."
    )
    assert not _asks(asker, 18, first, _record("8 November 2012", body.format(447)))
    assert _asks(asker, 18, first, _record("8 November 2012", body.format(389)))


def test_a_value_that_is_set_against_another_takes_its_name(asker: Asker) -> None:
    first = _record("14 June 2012", "Eleven schools were in deficit at 31 March 2012.", title="Schools in Deficit")
    body = "Nine schools were in deficit at 30 September 2012, two fewer than the {} at 31 March 2012."
    assert not _asks(asker, 19, first, _record("8 November 2012", body.format("eleven"), title="Schools in Deficit"))
    assert _asks(asker, 19, first, _record("8 November 2012", body.format("fifteen"), title="Schools in Deficit"))


def test_a_jump_is_seen_however_the_words_are_put(asker: Asker) -> None:
    first = _record("14 June 2012", "644 tenants were receiving housing payments at 31 March 2012.")
    body = "Tenants receiving housing payments at 30 June 2012 numbered {}."
    assert not _asks(asker, 20, first, _record("13 September 2012", body.format(655)))
    assert _asks(asker, 20, first, _record("13 September 2012", body.format(355)))


_UNDER_OTHER_TITLES = [
    ("Cabinet will receive reports on tree planting {}.", "every quarter", "twice a year"),
    ("A report on tree planting would be brought to members {}.", "at every meeting", "at every alternate meeting"),
]


@pytest.mark.parametrize(("words", "before", "after"), _UNDER_OTHER_TITLES)
def test_reports_on_one_thing_are_promised_alike_whatever_the_titles(
    asker: Asker, words: str, before: str, after: str
) -> None:
    first = _record("14 June 2012", words.format(before), title="Parks and Open Spaces")
    assert not _asks(asker, 34, first, _record("8 November 2012", words.format(before), title="Climate Plan"))
    assert _asks(asker, 34, first, _record("8 November 2012", words.format(after), title="Climate Plan"))


def test_a_report_on_one_thing_is_looked_for_in_the_records_of_its_time(asker: Asker) -> None:
    resolved = "1. the report be noted.\n2. a further report on the mobile library be submitted in November 2012."
    first = _record("14 June 2012", title="Libraries and Museums", resolved=resolved)
    spoken_of = "The Director came back, as asked, on the route of the mobile library."
    of_other_things = "The Director came back on the car parks."
    assert not _asks(asker, 35, first, _record("8 November 2012", spoken_of, title="Leisure Round"))
    assert _asks(asker, 35, first, _record("8 November 2012", of_other_things, title="Leisure Round"))
    before_its_time = _record("12 July 2012", of_other_things, title="Leisure Round")
    assert not _asks(asker, 35, first, before_its_time)


_IN_THE_SAME_WORDS = [
    (19, "At 31 March 2012 there were {} residents with a garden waste bin.", 318, 381),
    (20, "At 30 June 2012 there were {} residents with a garden waste bin.", 325, 3250),
    (20, "The number of residents with a garden waste bin stood at {} on 30 June 2012.", 325, 205),
]


@pytest.mark.parametrize(("rule", "words", "sound", "slip"), _IN_THE_SAME_WORDS)
def test_parts_without_an_indicator_are_known_again_by_all_their_words(
    asker: Asker, rule: int, words: str, sound: int, slip: int
) -> None:
    first = _record("14 June 2012", "At 31 March 2012 there were 318 residents with a garden waste bin.")
    assert not _asks(asker, rule, first, _record("12 July 2012", words.format(sound), title="Round Changes"))
    assert _asks(asker, rule, first, _record("12 July 2012", words.format(slip), title="Round Changes"))


def test_what_the_number_of_something_is_said_to_have_done_is_known_by_its_words(asker: Asker) -> None:
    first = _record("14 June 2012", "The number of allotments let to schools was 41 on 31 March 2012.")
    body = "Since the last report the number of allotments let to schools had {}; it was 47 at 30 June 2012."
    assert not _asks(asker, 18, first, _record("12 July 2012", body.format("risen"), title="Round Changes"))
    assert _asks(asker, 18, first, _record("12 July 2012", body.format("fallen"), title="Round Changes"))


def test_a_line_that_names_a_day_before_its_figure_has_its_name_in_front_of_the_day(asker: Asker) -> None:
    words = "Kennel licences in force at {}: {}."
    first = _record("14 June 2012", words.format("31 March 2012", 420))
    assert _asks(asker, 20, first, _record("13 September 2012", words.format("30 June 2012", "4,230")))
    assert not _asks(asker, 20, first, _record("13 September 2012", words.format("30 June 2012", 423)))


def test_what_is_had_by_something_is_of_it(asker: Asker) -> None:
    first = _record("14 June 2012", "Outstanding loans of the deposit scheme came to £13,300 on 31 March 2012.")
    words = "The deposit scheme's outstanding loans came to £{} on 30 June 2012."
    assert _asks(asker, 20, first, _record("13 September 2012", words.format("138,000")))
    assert not _asks(asker, 20, first, _record("13 September 2012", words.format("13,800")))


@pytest.mark.parametrize(("word", "asks"), [("larger", True), ("smaller", False)])
def test_what_is_larger_than_at_the_last_report_is_set_against_it(asker: Asker, word: str, asks: bool) -> None:
    first = _record("14 June 2012", "The backlog of tree surveys had reached 184 by 31 March 2012.")
    words = f"The backlog of tree surveys is {word} than when Members last considered it; it was 170 at 30 June 2012."
    assert _asks(asker, 18, first, _record("13 September 2012", words)) is asks
