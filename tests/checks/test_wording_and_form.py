"""Each rule about words and form: trends, negations, numbering, references, sections, title, repeats, lost signs."""

from __future__ import annotations

import pytest

PROFORMA = """ANYBOROUGH BOROUGH COUNCIL

CABINET RECOMMENDATIONS

PROFORMA

Cabinet Meeting 13th June 2013

1. Title of Item/Report

Homes for Older People

2. Record of the Decision

Members considered a report on Homes for Older People. The homes were full all year round.

RESOLVED that:-

1. the report be noted.
2. the plan be approved.
3. work begin on completion of the plan referred to at 2 above.

3. Reasons for the Decision

To give older people a choice.

4. Alternative Options Considered and Rejected

None put forward

5. Declared (Cabinet Member) Conflicts of Interest

None declared

6. Details of any Dispensations

Not needed

7. Date and Time by which Call In must be executed

By midnight on Friday, 21 June 2013

Proper Officer
17 June 2013
"""


def test_a_record_in_good_form_gives_no_query(record_said):
    for rule in (9, 10, 11, 12, 13, 29, 30, 31, 32, 33, 37, 38):
        assert [line for line in record_said(PROFORMA, rule) if line.startswith("query")] == []


def test_the_good_form_is_kept_as_evidence(record_said):
    assert record_said(PROFORMA, 29) == ["holds: 1 to 3 holds"]
    assert record_said(PROFORMA, 30) == ["holds: 2 stands above, holds"]
    assert record_said(PROFORMA, 32) == ["holds: regulation 12 of SI 2012/2089: all five hold"]
    assert record_said(PROFORMA, 33) == ["holds: “Homes for Older People” holds"]


@pytest.mark.parametrize(
    ("rule", "good", "bad", "line"),
    [
        (9, "Friday, 21 June", "Thursday, 21 June", "a Friday"),
        (10, "21 June 2013", "28 June 2013", "28 June 2013 is printed"),
        (11, "17 June 2013", "17 May 2013", "17 May 2013 is before 13 June 2013"),
        (12, "Friday, 21 June", "Monday, 17 June", "17 June 2013, both"),
        (13, "all year round", "since 31 June 2012", "31 June 2012"),
        (29, "2. the plan", "2 the plan", "“2 the plan be”"),
        (29, "3. work", "4. work", "2, then 4"),
        (30, "2 above", "7 above", "“7 above”"),
        (31, "full all year round", "described in section 4.2 of the report", "section 4.2"),
        (31, "full all year round", "listed in Appendix 3", "appendix 3"),
        (32, "3. Reasons for the Decision\n\nTo give older people a choice.\n\n", "", "missing: reasons"),
        (32, "To give older people a choice.", "", "empty: reasons"),
        (
            33,
            "a report on Homes for",
            "a report on Care Homes for",
            ("“Homes for Older People” against “Care Homes for Older People”"),
        ),
        (37, "To give older people", "The homes were full all year round. To give older people", "twice"),
        (38, "full all year round", "built at a cost of 5.51m from a budget of £6m", "5.51m"),
    ],
)
def test_a_planted_slip_of_form_is_asked_about(record_said, rule, good, bad, line):
    assert good in PROFORMA
    found = [said for said in record_said(PROFORMA.replace(good, bad, 1), rule) if said.startswith("query")]
    assert len(found) == 1
    assert line in found[0]


@pytest.mark.parametrize(
    "words",
    [
        "open to section 47 enquiries",
        ("run under Section 117 of the Mental Health Act 1983"),
        "known to the Section 151 Officer",
    ],
)
def test_sections_of_acts_are_no_citations_of_the_report(record_said, words):
    assert record_said(PROFORMA.replace("full all year round", words), 31) == []


def test_an_appendix_that_is_in_the_file_is_not_asked_about(record_said):
    text = PROFORMA.replace("full all year round", "listed in Appendix 3") + "\nAppendix 3\n\nThe list of homes.\n"
    assert record_said(text, 31) == []


def test_a_trend_word_agrees_with_its_values(said):
    text = "Referrals had {} from [[211; referrals]] in July to [[154; referrals]] in August."
    assert said(text.format("dropped"), 17) == ["holds: “dropped” from 211 to 154 holds"]
    assert said(text.format("risen"), 17) == ["query: “risen” from 211 to 154"]


def test_a_trend_word_with_the_later_value_first_is_read_backwards(said):
    text = "Referrals had fallen to [[583; referrals]] from [[612; referrals]]."
    assert said(text, 17) == ["holds: “fallen” from 612 to 583 holds"]


@pytest.mark.parametrize(
    "text",
    [
        "Numbers rose by between [[5]] and [[8]] a month.",
        "Costs increased, from savings of [[£5m]] the share due to homes was [[£3m]].",
        "Average caseloads range from [[32]] to [[21]].",
    ],
)
def test_words_that_do_not_span_two_values_say_nothing(findings, text):
    assert findings(text, 17) == ()


def test_a_lost_negation_is_asked_about(said):
    text = "There were [[{}]] child protection cases but there were [[2]] unallocated cases in need."
    assert said(text.format("no allocated"), 23) == ["query: “no allocated” beside “unallocated”"]
    assert said(text.format("no unallocated"), 23) == []
