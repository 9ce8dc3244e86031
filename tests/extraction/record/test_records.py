"""What records of many councils say of themselves."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossfoot.extraction.record import read_record
from crossfoot.model import DateRole, Record, SectionKind

PROFORMA = """

**HALLAM-UNDER-EDGE BOROUGH COUNCIL**

**CABINET RECOMMENDATIONS**

**PROFORMA**

Cabinet Meeting .....3rd March 2016

1. **Title of Item/Report**

Fostering Sufficiency

2. <u>Record of the Decision</u>

Cabinet heard that 41 carers were approved, as agreed on 5 November 2015.

RESOLVED that:-

1. the report be noted.
2. recruitment be widened across the

two neighbouring boroughs by autumn.

3 the allowance be reviewed.
4. officers:
 (a) write to partners; and
 (b) report back.

3. Reasons for the Decision

Demand is rising.

4. Alternative Options Considered and Rejected

None put forward

5. Declared (Cabinet Member) Conflicts of Interest

6. Details of any Dispensations

Not needed

7. Date and Time by which Call In must be executed

By midnight on Friday, 11 March 2016

Proper Officer
7 March 2016
"""


def body(text: str, record: Record, kind: SectionKind) -> str | None:
    section = record.section(kind)
    return None if section is None else section.span.cut(text)


def numbers(text: str) -> list[str]:
    return [each.number for each in read_record(text).resolutions]


def words(text: str) -> list[str]:
    return [each.text for each in read_record(text).resolutions]


def test_a_proforma_is_read_in_every_field() -> None:
    record = read_record(PROFORMA)
    assert record.council == "Hallam-under-Edge Borough Council"
    assert record.title == "Fostering Sufficiency"
    assert record.meeting_date == date(2016, 3, 3)
    assert record.call_in == date(2016, 3, 11)
    assert record.proper_officer_date == date(2016, 3, 7)
    assert [section.kind for section in record.sections] == list(SectionKind)
    assert body(PROFORMA, record, SectionKind.REASONS) == "Demand is rising."
    assert body(PROFORMA, record, SectionKind.ALTERNATIVES) == "None put forward"
    assert body(PROFORMA, record, SectionKind.CONFLICTS) == ""
    assert body(PROFORMA, record, SectionKind.DISPENSATIONS) == "Not needed"


def test_an_item_cut_by_a_page_break_a_lost_stop_and_points_inside_an_item_make_four_resolutions() -> None:
    record = read_record(PROFORMA)
    assert [each.number for each in record.resolutions] == ["1", "2", "3", "4"]
    assert record.resolutions[1].text == "recruitment be widened across the two neighbouring boroughs by autumn."
    assert record.resolutions[3].text == "officers: (a) write to partners; and (b) report back."


def test_every_printed_date_has_its_role() -> None:
    roles = [(each.quote, each.role) for each in read_record(PROFORMA).dates]
    assert roles == [
        ("3rd March 2016", DateRole.MEETING),
        ("5 November 2015", DateRole.OTHER),
        ("Friday, 11 March 2016", DateRole.CALL_IN),
        ("7 March 2016", DateRole.PROPER_OFFICER),
    ]


def test_the_web_copy_of_a_record_without_numbers_is_read_too() -> None:
    text = (
        "Hallam-under-Edge Borough Council\n\nCabinet Decision: 3rd March 2016\n\nTitle of Item/Report\n\n"
        "Fostering Sufficiency\n\nRecord of the Decision\n\nCabinet considered it.\n\nRESOLVED that\n\n"
        "1. the report be noted.\n2. a plan be made.\n\nReasons for the Decision\n\nDemand.\n\n"
        "Alternative Options Considered and Rejected\n\nDeclared (Cabinet Member) Conflicts of Interest\n\n"
        "Details of any Dispensations\n\nDate and Time by which Call In must be executed\n\n"
        "Midnight on Friday, 11 March 2016\n\nDate of Publication\n\n7 March 2016\n"
    )
    record = read_record(text)
    assert (record.meeting_date, record.call_in) == (date(2016, 3, 3), date(2016, 3, 11))
    assert record.proper_officer_date == date(2016, 3, 7)
    assert len(record.resolutions) == 2
    assert body(text, record, SectionKind.ALTERNATIVES) == ""
    assert body(text, record, SectionKind.CALL_IN) == "Midnight on Friday, 11 March 2016"


@pytest.mark.parametrize("edge", [": ", " | ", "\t"])
def test_a_page_of_facts_in_rows_is_read(edge: str) -> None:
    text = (
        "Decision details\n\nHighway Maintenance Programme\n\n"
        f"Decision Maker{edge}Cabinet\nDecision status{edge}Recommendations approved\nIs Key decision?{edge}Yes\n"
        f"Is subject to call in?{edge}Yes\nDecision ref{edge}KD 12/34\n\n"
        "Decision:\nThat the programme be approved.\n\nReasons for the decision:\nRoads wear out.\n\n"
        f"Alternative options considered:\nNone\n\nInterests and Nature of Interests Declared:\nNone\n\n"
        f"Publication date{edge}18/05/2021\nDate of decision{edge}14/05/2021\nEffective from{edge}26/05/2021\n"
    )
    record = read_record(text)
    assert record.title == "Highway Maintenance Programme"
    assert record.reference == "KD 12/34"
    assert record.meeting_date == date(2021, 5, 14)
    assert record.proper_officer_date == date(2021, 5, 18)
    assert record.call_in == date(2021, 5, 26)
    assert words(text) == ["That the programme be approved."]
    assert body(text, record, SectionKind.CONFLICTS) == "None"


def test_minutes_without_headings_still_have_a_title_and_a_decision() -> None:
    text = (
        "EASTMERE COUNTY COUNCIL\nCABINET MINUTES – 4 NOVEMBER 2014\n\nCAB.63/14   Winter Service Plan\n\n"
        "The Cabinet Member introduced the plan. It was agreed to answer in writing.\n\n"
        "RESOLVED –\n(i) That the plan be adopted.\n(ii) That salt be bought.\n\n"
        "Reason for decision: to meet the duty.\nAlternatives considered: None.\n"
    )
    record = read_record(text)
    assert (record.council, record.title, record.reference) == (
        "Eastmere County Council",
        "Winter Service Plan",
        "CAB.63/14",
    )
    assert record.meeting_date == date(2014, 11, 4)
    assert [each.number for each in record.resolutions] == ["i", "ii"]
    decision = record.section(SectionKind.DECISION)
    assert decision is not None
    assert decision.heading == ""
    assert decision.span.cut(text).startswith("The Cabinet Member")
    assert body(text, record, SectionKind.REASONS) == "to meet the duty."


@pytest.mark.parametrize(
    ("printed", "proper"),
    [
        ("STOKE-ON-THE-WATER BOROUGH COUNCIL", "Stoke-on-the-Water Borough Council"),
        ("LONDON BOROUGH OF NORTHWICK", "London Borough of Northwick"),
        ("Council of the Borough of Larkhill", "Council of the Borough of Larkhill"),
        ("CITY OF CALDBRIDGE COUNCIL", "City of Caldbridge Council"),
        ("Fenshire County Council", "Fenshire County Council"),
        ("WEST MARLSHIRE COMBINED AUTHORITY", "West Marlshire Combined Authority"),
        ("Royal Borough of Kenning and Chilworth", "Royal Borough of Kenning and Chilworth"),
        ("KING'S BARTON DISTRICT COUNCIL", "King's Barton District Council"),
        ("# Ashby Metropolitan Borough Council", "Ashby Metropolitan Borough Council"),
        ("Ashby Metropolitan Borough Council - Cabinet", "Ashby Metropolitan Borough Council"),
    ],
)
def test_the_council_is_named_with_proper_capitals(printed: str, proper: str) -> None:
    assert read_record(f"{printed}\n\nCABINET\n\nTitle: Bins\n").council == proper


@pytest.mark.parametrize(
    "opening",
    [
        "RESOLVED that",
        "RESOLVED that:-",
        "RESOLVED:-",
        "**RESOLVED** –",
        "It was resolved that:",
        "Cabinet AGREED to:",
        "AGREED that:",
        "Decision:",
        "DECISION MADE",
    ],
)
@pytest.mark.parametrize(
    "labels", [("1.", "2.", "3."), ("(a)", "(b)", "(c)"), ("i)", "ii)", "iii)"), ("(1)", "(2)", "(3)")]
)
def test_resolutions_are_counted_behind_every_opening_and_with_every_label(
    opening: str, labels: tuple[str, ...]
) -> None:
    items = "\n".join(f"{label} the plan number {place} be kept;" for place, label in enumerate(labels, start=1))
    text = f"Title of Report\n\nPlans\n\n{opening}\n\n{items}\n\nReasons for the decision\n\nNeed.\n"
    assert numbers(text) == [label.strip("().") for label in labels]
    assert words(text) == [f"the plan number {place} be kept;" for place in (1, 2, 3)]


def test_a_single_resolution_without_a_number_counts_as_one() -> None:
    text = "Record of the Decision\n\nIt was heard.\n\nRESOLVED that the report be noted.\n\n3. Reasons\n\nNeed.\n"
    assert words(text) == ["the report be noted."]
    assert numbers(text) == [""]


def test_a_list_in_one_paragraph_is_taken_apart() -> None:
    text = "RESOLVED: (1) that the plan be kept; (2) that £30 be spent; (3) that Members be told.\n"
    assert words(text) == ["that the plan be kept;", "that £30 be spent;", "that Members be told."]


def test_lists_of_facts_before_the_resolutions_are_not_taken_for_them() -> None:
    text = (
        "2. Record of the Decision\n\nAgency staff had been agreed as follows:-\n\n- 1 manager\n- 5 workers\n\n"
        "RESOLVED that\n\n1. the plan be kept.\n\n3. Reasons for the Decision\n\nNeed.\n"
    )
    assert words(text) == ["the plan be kept."]


def test_a_numbered_list_set_further_in_belongs_to_its_resolution() -> None:
    text = "RESOLVED that\n\n1. the plan has:\n   1. a start\n   2. an end\n2. it be kept.\n"
    assert numbers(text) == ["1", "2"]


def test_the_numbers_of_resolutions_are_kept_as_printed_with_gaps_and_repeats() -> None:
    assert numbers("RESOLVED that\n\n1. one be noted.\n2. two be noted.\n2. three be noted.\n5. four be noted.\n") == [
        "1",
        "2",
        "2",
        "5",
    ]


@pytest.mark.parametrize(
    ("line", "reference"),
    [
        ("Reference no: CAB 12/34", "CAB 12/34"),
        ("Decision ref: 2021-044", "2021-044"),
        ("Key decision ref | KD5678", "KD5678"),
        ("D150069", "D150069"),
        ("Reference: to be confirmed", None),
    ],
)
def test_the_reference_is_read_as_printed(line: str, reference: str | None) -> None:
    assert read_record(f"Eastmere County Council\n\n{line}\n\nTitle: Bins\n").reference == reference


@pytest.mark.parametrize(
    "heading",
    [
        "Reasons for the Decision",
        "Reason(s) for the decision(s)",
        "3. REASONS FOR DECISION",
        "## Reasons for proposed decision",
        "**3. Reasons for the recommendations:**",
        "Reasons",
    ],
)
def test_a_heading_is_known_under_its_many_names(heading: str) -> None:
    text = f"Title\n\nBins\n\n{heading}\n\nBecause it is due.\n"
    assert body(text, read_record(text), SectionKind.REASONS) == "Because it is due."


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("3. Why it was decided", SectionKind.REASONS),
        ("Why the Executive agreed this", SectionKind.REASONS),
        ("Grounds for the decision", SectionKind.REASONS),
        ("4. Other courses looked at, and why they were not followed", SectionKind.ALTERNATIVES),
        ("ALTERNATIVES WEIGHED UP AND TURNED DOWN", SectionKind.ALTERNATIVES),
        ("What else was considered", SectionKind.ALTERNATIVES),
        ("Last day for calling the decision in", SectionKind.CALL_IN),
    ],
)
def test_a_heading_is_known_by_its_sense_where_no_form_was_used(heading: str, kind: SectionKind) -> None:
    text = f"Title\n\nBins\n\n{heading}\n\nTuesday 4 June 2019\n"
    assert body(text, read_record(text), kind) == "Tuesday 4 June 2019"


FORM = (
    "2. What was done\n\nRESOLVED that the report be noted.\n\n3. Reasons for the decision\n\nIt is due.\n\n"
    "{heading}\n\nNone.\n\n7. Call-in\n\nMidnight on Friday 7 June 2019\n"
)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("OTHER COURSES OPEN", SectionKind.ALTERNATIVES),
        ("4. Different ways of meeting the need", SectionKind.ALTERNATIVES),
        ("Interests of any Executive Member consulted", SectionKind.CONFLICTS),
        ("5. Cabinet Members' interests", SectionKind.CONFLICTS),
        ("Leave by dispensation to speak", SectionKind.DISPENSATIONS),
        ("5. INTERESTS OF MEMBERS\n", SectionKind.CONFLICTS),
        ("D. Interests of those who decided", SectionKind.CONFLICTS),
    ],
)
def test_a_missing_part_of_a_form_is_found_by_the_word_in_its_heading(heading: str, kind: SectionKind) -> None:
    text = FORM.format(heading=heading)
    assert body(text, read_record(text), kind) == "None."


@pytest.mark.parametrize(
    "line",
    [
        "The interests of children come first.",
        "Interest earned, 412",
        "Those who declared interests in the report left, and",
    ],
)
def test_a_line_of_a_form_that_only_has_the_word_is_no_heading(line: str) -> None:
    assert read_record(FORM.format(heading=line)).section(SectionKind.CONFLICTS) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Reasons for the decision were set out in the report and agreed.",
        "Why it was decided to close the home is not known.",
        "Other options discussed by the panel had been costed.",
    ],
)
def test_a_sentence_that_begins_like_a_heading_is_none(sentence: str) -> None:
    record = read_record(f"2. Record of the Decision\n\n{sentence}\n")
    assert [section.kind for section in record.sections] == [SectionKind.DECISION]


def test_the_name_of_a_page_is_not_taken_for_the_heading_of_its_decision() -> None:
    record = read_record("Cabinet Decision\n\n" + PROFORMA)
    assert record.title == read_record(PROFORMA).title
    assert [each.kind for each in record.sections] == [each.kind for each in read_record(PROFORMA).sections]


def test_several_facts_on_one_line_are_taken_apart() -> None:
    text = "RESOLVED that the plan be kept.\n\nReasons: need.\nInterests: None. Dispensations: None.\n"
    record = read_record(text)
    assert body(text, record, SectionKind.CONFLICTS) == "None."
    assert body(text, record, SectionKind.DISPENSATIONS) == "None."


def test_an_impossible_meeting_date_leaves_the_field_empty_and_keeps_the_words() -> None:
    record = read_record("Cabinet Meeting 31 June 2013\n\n1. Title of Item/Report\n\nBins\n")
    assert record.meeting_date is None
    assert [(each.quote, each.role) for each in record.dates] == [("31 June 2013", DateRole.MEETING)]


def test_a_text_that_says_nothing_gives_an_empty_record() -> None:
    assert read_record("") == Record()
    assert read_record("  \n\n ") == Record()


PIECES = st.sampled_from(
    ["RESOLVED that", "1. a", "2 b", "(a) c", "Decision", "Reasons:", "None", "\n", "\n\n", " ", "**", "<u>", "|", "\t",
     "1 May 2013", "Proper Officer", "COUNCIL OF X", "Title of Item/Report", "£5", "é\u00a0", "call-in", ". "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map("".join))
def test_spans_of_any_record_cut_out_their_words(text: str) -> None:
    record = read_record(text)
    for resolution in record.resolutions:
        assert " ".join(resolution.span.cut(text).split()) == resolution.text
    for section in record.sections:
        assert section.span.end <= len(text)
        assert section.span.cut(text) == section.span.cut(text).strip()
    for each in record.dates:
        assert each.span.cut(text) == each.quote


@pytest.mark.parametrize(
    "filler", ["RESOLVED that\n", "1. a\n\nb c\n\n", "Decision\n", "** ", " ", "Council of the ", "1 May 2013\n"]
)
def test_a_text_of_one_thing_repeated_is_read_to_its_end(filler: str) -> None:
    assert isinstance(read_record(filler * 5_000), Record)


REAL = Path(__file__).parents[4] / "shared"


def _real() -> list[dict[str, str]]:
    gold = REAL / "gold" / "seeds_records.tsv"
    if not gold.exists():
        return []
    with gold.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.skipif(not _real(), reason="the real records are not beside this checkout")
def test_the_real_records_are_read_right_in_every_field() -> None:
    for row in _real():
        text = (REAL / "seeds" / f"{row['document']}.txt").read_text(encoding="utf-8")
        record = read_record(text)
        assert record.council == row["council"]
        assert record.title == row["title"]
        assert str(record.meeting_date) == row["meeting_date"]
        assert str(record.call_in) == row["call_in"]
        assert str(record.proper_officer_date) == row["proper_officer_date"]
        assert len(record.resolutions) == int(row["resolutions"])
        assert len(body(text, record, SectionKind.REASONS) or "") > 20
        for kind in (SectionKind.ALTERNATIVES, SectionKind.CONFLICTS, SectionKind.DISPENSATIONS):
            assert body(text, record, kind) == row[kind.value]


def test_a_name_before_a_quarter_is_a_title_and_the_head_of_a_table_is_none() -> None:
    record = read_record(
        "CABINET\n\n12 November 2015\n\nREPORT OF THE DIRECTOR\n\nQUARTERLY PERFORMANCE: QUARTER 2 2015/16\n\n"
        "Indicator\tQ1 2015/16\tQ2 2015/16\tTarget\nReferrals\t842\t907\t900\n\nRESOLVED that the report be noted.\n"
    )
    assert record.title == "QUARTERLY PERFORMANCE: QUARTER 2 2015/16"


def test_the_day_on_which_a_page_was_changed_is_not_the_meeting() -> None:
    text = "Highways Strategy\n\nLast updated: 14 March 2019\n\nDecision\n\nCabinet noted the report.\n"
    assert read_record(text).meeting_date is None


def test_a_title_with_a_year_before_its_colon_is_no_fact() -> None:
    text = "Cabinet, 4 July 2023\n\nAgenda item 11\nSTANDARDS IN SCHOOLS 2022/23: FIRST OUTCOMES\n\nDecision: noted\n"
    assert read_record(text).title == "STANDARDS IN SCHOOLS 2022/23: FIRST OUTCOMES"


@pytest.mark.parametrize(
    "page", ["Agenda and minutes", "Issue - items at meetings", "Issue history", "Printed minutes"]
)
def test_the_name_of_a_page_is_no_title(page: str) -> None:
    text = f"{page}\n\nHighways Strategy 2030\n\nDecision:\n\nCabinet noted the report.\n"
    assert read_record(text).title == "Highways Strategy 2030"


def test_the_title_behind_the_name_of_a_page_is_the_record_s() -> None:
    text = "Issue - items at meetings - Highways Strategy\n\nMeeting: 3 May 2016 - Cabinet\n\nDecision:\n\nNoted.\n"
    assert read_record(text).title == "Highways Strategy"


def test_a_numbered_paragraph_that_a_line_breaks_is_no_title() -> None:
    text = (
        "Committee, 22 June 1993\n\nHOMES AND CARE:\nPROGRESS REPORT\n\n1.   The Committee asked in May\nfor a list.\n"
    )
    assert read_record(text).title in {"HOMES AND CARE", "HOMES AND CARE: PROGRESS REPORT"}


HEADS = (Path(__file__).parent / "heads.txt").read_text(encoding="utf-8").split("%%\n")


@pytest.mark.parametrize(("title", "text"), [head.split("\n==\n") for head in HEADS])
def test_the_title_of_a_head_is_found_above_the_text_s_own_headings(title: str, text: str) -> None:
    assert read_record(text).title == title


@pytest.mark.parametrize(
    "text",
    [
        "CABINET\n26 JUNE 2012\n\nOUTTURN\n\n1. To advise of the Council's outturn for the year ended 31 March 2012.\n",
        (
            "MINUTES of the meeting of the EXECUTIVE held in the Long Room,\nGuildhall, on Tuesday 26 June 2012\n\n"
            "66. MINUTES\n\nThe minutes of the meeting held on 10 May 2012 (minutes 51 to 63)\nwere signed.\n"
        ),
        "MARLOW BOROUGH\nSummary of Decisions – Cabinet, 26 June 2012 (6pm)\n\nA. FEES\n\nDECIDED:\n1. to go on.\n",
    ],
)
def test_the_day_of_the_meeting_is_neither_the_end_of_a_year_nor_the_meeting_before(text: str) -> None:
    assert read_record(text).meeting_date == date(2012, 6, 26)


@pytest.mark.parametrize(
    ("deadline", "day"),
    [
        ("Any five members may call in a decision by 4.30pm on Friday 4 December.", date(2015, 12, 4)),
        ("Decisions will be implemented after 5pm on 5 January unless called in.", date(2016, 1, 5)),
        ("7. Call-in\n\nMidnight on Friday, 4th December", date(2015, 12, 4)),
    ],
)
def test_a_deadline_without_a_year_is_the_first_such_day_after_the_meeting(deadline: str, day: date) -> None:
    record = read_record(
        f"Fees\n\nDate of meeting: 25 November 2015\n\nDecision\n\nThe fees were agreed.\n\n{deadline}\n"
    )
    assert record.call_in == day
    assert [each.span.start for each in record.dates] == sorted(each.span.start for each in record.dates)


def test_the_proper_officer_s_date_beside_the_deadline_is_not_the_deadline() -> None:
    text = "7. CALL-IN EXPIRES\n\nmidnight, Friday 27 July 2018              Proper Officer 23 July 2018\n"
    record = read_record(text)
    assert (record.call_in, record.proper_officer_date) == (date(2018, 7, 27), date(2018, 7, 23))


def test_plain_headings_of_what_was_agreed_and_why_are_those_of_a_record() -> None:
    text = (
        "Title: Fees\n\nWhat was agreed\n1. The fees rise.\n2. They rise in May.\n\nWhy this decision was reached\n\n"
        "Costs rose.\n\nOptions not taken forward\n\nTo wait.\n"
    )
    record = read_record(text)
    assert len(record.resolutions) == 2
    assert body(text, record, SectionKind.REASONS) == "Costs rose."
    assert body(text, record, SectionKind.ALTERNATIVES) == "To wait."


def test_resolutions_that_lost_their_numbers_are_told_apart_by_the_sentence_they_go_on_with() -> None:
    text = (
        "Decision\n\nMembers asked about the cost.\n\nRESOLVED that\n\nthe review be endorsed.\n\n"
        "growth of 385,000 be included in the plan.\n\nthe Director consult on it.\n\nMembers thanked the officers.\n"
    )
    assert [each.text for each in read_record(text).resolutions] == [
        "the review be endorsed.",
        "growth of 385,000 be included in the plan.",
        "the Director consult on it.",
    ]


def test_the_name_of_a_board_and_a_table_s_row_are_no_titles() -> None:
    text = "Marlow Vale Council\n\nHEALTH AND CARE BOARD\n\nThursday, 13 June 2024\n\nStart Well: the early years\n"
    assert read_record(text).title == "Start Well: the early years"
    scorecard = (
        "Panel | 25 May 2025 | Item 8\n\nServices performance: Quarter 2\n\nRef | Measure | Q1\nC02 | Contacts | 3\n"
    )
    assert read_record(scorecard).title == "Services performance: Quarter 2"


@pytest.mark.parametrize("words", ["must be executed", "has to be made", "should be lodged", "shall be received"])
def test_the_deadline_is_found_under_a_heading_however_it_ends(words: str) -> None:
    record = read_record(f"7. Date and Time by which Call In {words}\n\nMidnight on Friday, 21 March 2014\n")
    assert record.call_in == date(2014, 3, 21)


HEADED = "MARLOW VALE COUNCIL\n\nCABINET\n\nFoster Care: Where We Are Short\n\n1. Purpose\n\nTo say what we need.\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "Signed for the Proper Officer, 15 July 2019",
        "Signed: Head of Legal Services, 15 July 2019",
        "Signed on behalf of the Borough Solicitor            Published Monday 15 July 2019",
        "This decision was published on Monday 15 July 2019 and takes effect on 23 July 2019 unless called in.",
        "(Published 15 July 2019. The call-in period ends at 5 p.m. on Monday 22 July 2019.)",
        "Notice of this decision was given on Monday 15 July 2019. It will be carried out after 22 July 2019.",
    ],
)
def test_the_day_of_publication_is_found_in_whatever_sentence_tells_it(line: str) -> None:
    text = f"{HEADED}Meeting of 11 July 2019\n\nRESOLVED: That it be noted.\n\nCall-in\n\n{line}\n"
    assert read_record(text).proper_officer_date == date(2019, 7, 15)


def test_a_report_of_somebody_else_that_was_published_is_no_publication_of_the_record() -> None:
    text = f"{HEADED}The inspectors' report had been published on 8 August 2018 and found the service good.\n"
    assert read_record(text).proper_officer_date is None


@pytest.mark.parametrize("dash", ["-", "–", "to"])
def test_the_ends_of_a_stretch_in_a_head_are_no_day_of_a_meeting(dash: str) -> None:
    head = f"MARLOW VALE COUNCIL\n\nFOSTERING SERVICE\nANNUAL REPORT 1 APRIL 2015 {dash} 31 MARCH 2016\n\n"
    assert read_record(f"{head}For: Corporate Parenting Panel, 14 July 2016\n\nSummary\n").meeting_date == date(
        2016, 7, 14
    )
    assert read_record(f"{head}Summary\n\nIt was a good year.\n").meeting_date is None


def test_a_notice_says_in_its_first_sentence_who_decided_and_when() -> None:
    text = (
        "MARLOW VALE COUNCIL\n\nEXECUTIVE DECISION NOTICE\n\nNotice of decisions taken by the Executive on Monday "
        "8 September 2003, published on Wednesday 10 September 2003. Unless called in by five members these "
        "decisions take effect at noon on 17 September 2003.\n\n1. Homes for children\n\nAgreed.\n"
    )
    assert read_record(text).meeting_date == date(2003, 9, 8)


def test_a_meeting_named_below_the_title_of_a_record_without_a_heading_for_its_decision_is_found() -> None:
    text = (
        "MARLOW VALE COUNCIL\nPeople Directorate\n\nChildren's services: where we are\n\nReport of the Director\n\n"
        "Cabinet 15 September 2016\n\nPosition\n\nAt 31 July 2016 there were 304 looked after children.\n\n"
        "RESOLVED that the report be noted.\n"
    )
    assert read_record(text).meeting_date == date(2016, 9, 15)


@pytest.mark.parametrize("line", ["Meeting of Cabinet ........17th June 2010", "Taken on:  Thursday, 17 June 2010"])
def test_a_day_below_the_name_of_a_page_is_known_by_its_label(line: str) -> None:
    text = (
        f"MARLOW VALE COUNCIL\n\nRECORD OF CABINET DECISION\n\n{line}\n\n1. Item\n\nWorkload\n\n"
        "2. Decision recorded\n\nThe report was noted.\n"
    )
    assert read_record(text).meeting_date == date(2010, 6, 17)
