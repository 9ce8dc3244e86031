"""A record's references to other meetings, minutes and records are found, and nothing else is taken for one."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.extraction.record import read_record
from crossfoot.model import Reference, ReferenceKind

HEAD = (
    "HARBOUR VALE COUNCIL\n\nCABINET RECOMMENDATIONS\n\nPROFORMA\n\nCabinet Meeting 14th July 2016\n\n"
    "1. Title of Item/Report\n\nLodgings\n\n2. Record of the Decision\n\n"
)
TAIL = "\n\nRESOLVED that\n\n1. the report be noted.\n\nProper Officer\n18 July 2016\n"


def references(sentence: str, reference: str = "") -> tuple[Reference, ...]:
    """Return the references of a record that says ``sentence``."""
    own = f"Reference: {reference}\n\n" if reference else ""
    text = own + HEAD + sentence + TAIL
    found = read_record(text).references
    assert all(each.span.cut(text) == each.quote for each in found)
    return found


@pytest.mark.parametrize(
    ("sentence", "quote", "day"),
    [
        ("The plan was approved by Cabinet on 13 June 2013.", "Cabinet on 13 June 2013", date(2013, 6, 13)),
        ("At its meeting on 9 May 2013 Members asked for more.", "meeting on 9 May 2013", date(2013, 5, 9)),
        ("On 12 November 2015 Cabinet agreed the plan.", "12 November 2015 Cabinet", date(2015, 11, 12)),
        ("The Cabinet of 9 June 2016 deferred the matter.", "Cabinet of 9 June 2016", date(2016, 6, 9)),
        ("Council, on 25 February 2016, set the budget.", "Council, on 25 February 2016", date(2016, 2, 25)),
        ("Cabinet 12/05/2016 (item 7) agreed the tariff.", "Cabinet 12/05/2016", date(2016, 5, 12)),
        (
            "The Scrutiny Committee considered it on 3 July.",
            "Scrutiny Committee considered it on 3 July",
            date(2016, 7, 3),
        ),
        ("It was reported to the Executive on 01/02/2014.", "Executive on 01/02/2014", date(2014, 2, 1)),
        (
            "Cabinet's decision of 8 October 2015 was called in.",
            "Cabinet's decision of 8 October 2015",
            date(2015, 10, 8),
        ),
        (
            "It was considered by the Adult Care Select Committee on 3 March\n2016.",
            "Adult Care Select Committee on 3 March\n2016",
            date(2016, 3, 3),
        ),
        ("A report be submitted to Cabinet on 10 November 2016.", "Cabinet on 10 November 2016", date(2016, 11, 10)),
        (
            "This was agreed (Cabinet, meeting held on Thursday, 9 October 2014).",
            "Cabinet, meeting held on Thursday, 9 October 2014",
            date(2014, 10, 9),
        ),
    ],
)
def test_a_meeting_told_by_its_date_is_a_reference(sentence: str, quote: str, day: date) -> None:
    (found,) = references(sentence)
    assert (found.kind, found.quote, found.first, found.last) == (ReferenceKind.MEETING, quote, day, day)


def test_a_meeting_of_which_only_the_month_is_told_may_have_been_on_any_day_of_it() -> None:
    (found,) = references("The last report was received by Cabinet in February 2016.")
    assert (found.first, found.last) == (date(2016, 2, 1), date(2016, 2, 29))


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("At its May meeting the Executive asked for more.", date(2016, 5, 1), date(2016, 5, 31)),
        ("At its December meeting the Executive asked for more.", date(2015, 12, 1), date(2015, 12, 31)),
        ("This updates the report considered in February 2016.", date(2016, 2, 1), date(2016, 2, 29)),
        ("In June 2015 Council had adopted the Plan.", date(2015, 6, 1), date(2015, 6, 30)),
        ("Cabinet agreed the sale in November 2015.", date(2015, 11, 1), date(2015, 11, 30)),
    ],
)
def test_a_meeting_told_by_what_was_done_in_its_month_is_a_reference(sentence: str, first: date, last: date) -> None:
    (found,) = references(sentence)
    assert (found.kind, found.first, found.last) == (ReferenceKind.MEETING, first, last)


@pytest.mark.parametrize(
    "sentence",
    [
        "Cabinet noted that at 30 June 2015 there were 43 hosts.",
        "Cabinet received figures for the period to 2 June 2015.",
        "Council offices closed on 4 April 2015.",
        "A recovery plan be brought to the December meeting.",
        "Cabinet noted that referrals fell in June 2015.",
        "The inspection took place on 3 March 2015.",
        "Cabinet considered the report at its meeting on 14th July 2016.",
        "Referrals fell in January 2016.",
        "Members waited 5 minutes, then a minute 5 times.",
        "The office at TS18 1XX can be reached on 01642 123456.",
        "In Cabinet it was said that 12 hosts left in January 2016.",
    ],
)
def test_other_dates_and_numbers_are_no_references(sentence: str) -> None:
    assert references(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("The strategy (Minute 45/12 refers) stands.", "45/12"),
        ("The strategy (minute 45 refers) stands.", "45"),
        ("See Cabinet Minute No. 23 for the terms.", "23"),
        ("As agreed in minute CAB 7/13, work began.", "CAB 7/13"),
    ],
)
def test_minutes_are_found_by_their_number(sentence: str, number: str) -> None:
    (found,) = references(sentence)
    assert (found.kind, found.number) == (ReferenceKind.MINUTE, number)


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("It follows decision D150069 of last year.", "D150069"),
        ("It follows D150069.", "D150069"),
        ("The record ref. CAB/2013/17 says more.", "CAB/2013/17"),
    ],
)
def test_records_are_found_by_their_reference_but_for_the_record_s_own(sentence: str, number: str) -> None:
    (found,) = references(sentence, reference="D160012")
    assert (found.kind, found.number) == (ReferenceKind.RECORD, number)
    assert references("This is decision D160012.", reference="D160012") == ()


def test_references_stand_in_order_and_never_overlap() -> None:
    found = references(
        "It was approved by Cabinet on 13 June 2013 (Minute 45/12 refers) and by Cabinet on 8 October 2015."
    )
    assert [each.quote for each in found] == ["Cabinet on 13 June 2013", "Minute 45/12", "Cabinet on 8 October 2015"]


WORDS = (
    *("Cabinet", "Minute", "on", "13 June 2013", "approved", "by", "("),
    *("45/12", ".", "\n\n", "D150069", "meeting", "in", "June 2013"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_whatever_stands_there_every_reference_is_cut_out_of_the_text_in_order(parts: list[str]) -> None:
    text = " ".join(parts)
    found = read_record(text).references
    assert all(each.span.cut(text) == each.quote for each in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
