"""Headings of a paper under which nothing stands, whether the law asks for them or not, and names in its head."""

from __future__ import annotations

import pytest

HEAD = """ANYBOROUGH COUNCIL

CABINET

Date: 13 June 2013
{subject}
Report of: Director of Children's Services
Wards affected: All

"""
BODY = """Members received the yearly report on the short breaks service and thanked the staff for their work.

"""
SOUND = HEAD.format(subject="Subject: Short Breaks") + BODY


def _empty(lines: list[str]) -> list[str]:
    return [line for line in lines if line.startswith("query: empty")]


_PAIRS = [
    ("LEGAL IMPLICATIONS", "The duty lies in the Act of 1989.", "STAFFING IMPLICATIONS"),
    ("Risk register", "The risk of delay was scored at eight.", "Climate change"),
    ("Consultation with schools", "Twelve head teachers wrote in support.", "Timetable"),
    ("Views of young people", "They asked for longer hours.", "Working with health"),
    ("**Value for money**", "The price is below that of the framework.", "**Data protection**"),
    ("## Safeguarding", "No incident was reported.", "## Training"),
    ("Purpose:", "To tell Members how the grant was spent.", "Background:"),
]


@pytest.mark.parametrize(("heading", "words", "following"), _PAIRS)
def test_a_heading_that_needs_words_and_has_none_is_asked_about(record_said, heading, words, following):
    paper = f"{SOUND}{heading}\n\n{{}}{following}\n\nThis was noted and will be looked at again in the spring.\n"
    assert _empty(record_said(paper.format(f"{words}\n\n"), 32)) == []
    assert len(_empty(record_said(paper.format(""), 32))) == 1


@pytest.mark.parametrize("lost", [1, 2, 3])
def test_any_heading_is_asked_about_where_all_that_look_like_it_have_words(record_said, lost):
    names = ["Where we were", "Holiday clubs", "Overnight stays", "Care at home", "Where we are going"]
    words = ["The service has run since 2004 and is well liked by the families who know of it."] * len(names)

    def paper(said: list[str]) -> str:
        return SOUND + "".join(f"{name}\n\n{line}\n\n" for name, line in zip(names, said, strict=True))

    assert _empty(record_said(paper(words), 32)) == []
    words[lost] = ""
    assert _empty(record_said(paper(words), 32)) == [f"query: empty: {names[lost]}"]


@pytest.mark.parametrize(
    "paper",
    [
        "Implications\n\nLegal implications\n\nThe duty lies in the Act of 1989.\n",
        "Key issues\n\nHoliday clubs\n\nThe clubs were full and a second one was opened in August.\n",
        "LEGAL IMPLICATIONS\n\nNone\n\nSTAFFING IMPLICATIONS\n\nNone\n",
        "Consultation\n\n- parents\n- schools\n\nTraining\n\nAll staff were trained in the use of the hoist.\n",
        "Consultation\nTwelve head teachers wrote in support.\n\nTraining\n\nAll staff were trained.\n",
        "Yours sincerely\n\nRuth Addyman\n\nDirector of Children's Services\n",
        "Risk\n\n| Risk | Score |\n|---|---|\n| Delay | 8 |\n\nTraining\n\nAll staff were trained last year.\n",
    ],
)
def test_headings_with_answers_lists_and_headings_of_their_own_are_left_alone(record_said, paper):
    assert _empty(record_said(SOUND + paper, 32)) == []


@pytest.mark.parametrize("name", ["Subject", "Title", "Title of report", "SUBJECT"])
def test_a_title_with_nothing_behind_its_name_is_asked_about(record_said, name):
    assert record_said(HEAD.format(subject=f"{name}: Short Breaks") + BODY, 32) == []
    assert record_said(HEAD.format(subject=f"{name}: ") + BODY, 32) == ["query: no title"]


@pytest.mark.parametrize(
    ("line", "asked"),
    [("Report author:", 1), ("Decision maker:", 1), ("Reference no:", 0), ("Also present:", 0), ("Signed:", 0)],
)
def test_a_name_with_nothing_behind_it_among_names_that_have_is_asked_about(record_said, line, asked):
    assert len(_empty(record_said(HEAD.format(subject=f"Subject: Short Breaks\n{line}") + BODY, 32))) == asked


def test_a_numbered_heading_is_missed_though_another_number_stands_in_front_of_words(record_said):
    paper = (
        f"{SOUND}1. Purpose\n\nTo tell Members how the grant of the past year was spent by the service.\n\n"
        "2. Money\n\n{}3. Staff\n\nThe staff of the service have not changed since it was set up by the Council.\n\n"
        "4. Equality - no effect on any group was found.\n\n5. Next steps\n\nA report will follow in the autumn.\n"
    )
    assert _empty(record_said(paper.format("The grant was spent in full by the end of March.\n\n"), 32)) == []
    assert _empty(record_said(paper.format(""), 32)) == ["query: empty: 2. Money"]
