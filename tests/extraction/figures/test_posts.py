"""What a number of posts is: the establishment, vacancies, agency cover, posts to be added; and caseloads.

What a number is stands in brackets behind it: ``[42|est]``, ``[46|]`` where no indicator fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from crossfoot.model import Figure

Figures = Callable[[str], tuple[Figure, ...]]
KEYS = {
    "est": "staffing_establishment",
    "added": "additional_posts",
    "vacant": "social_worker_vacancies",
    "agency": "agency_staff",
    "load": "average_caseload",
}
_MARKED = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")


def holds(figures: Figures, marked: str) -> None:
    found = [(figure.quote, figure.indicator or "") for figure in figures(_MARKED.sub(r"\1", marked))]
    wanted = [(quote, KEYS.get(name, name)) for quote, name in _MARKED.findall(marked)]
    quotes = {quote for quote, _ in wanted}
    assert [pair for pair in found if pair[0] in quotes] == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "Of [96|est] posts, [14|vacant] were vacant at the end of June.",
        "Of the [42|est] social worker posts, [6|vacant] were vacant and [5|agency] covered by agency staff.",
        "There were [12|vacant] vacancies out of [88|est] social work posts.",
        "The service has [64|est] FTE social work posts, [9|vacant] of which are vacant.",
        "There were [31.5|est] FTE social worker posts, of which [4|vacant] were unfilled.",
        "[8|vacant] of the [61|est] posts in the fieldwork teams were vacant.",
        "[Six|vacant] social work posts out of [64|est] were vacant.",
        "[Eleven|vacant] social worker posts (out of [73|est]) were unfilled at the end of August.",
        "The service is short of [nine|vacant] social workers.",
        "Social workers. There were [17|vacant] vacant posts at the quarter end out of [110|est].",
        "At 31 March [19|vacant] social work posts were vacant from an establishment of [140|est].",
    ],
)
def test_the_whole_of_posts_is_the_establishment_and_its_part_the_vacancies(figures: Figures, marked: str) -> None:
    holds(figures, f"Children's social work. {marked}")


@pytest.mark.parametrize(
    "marked",
    [
        (
            "For six months we shall engage more agency staff:\n\n- [2|agency] x FTE Senior Practitioners\n"
            "- [4|agency] x FTE Social Workers\n"
        ),
        "Agency workers were covering [22|agency] of the [29|vacant] vacancies.",
        "The [17|vacant] vacancies were being covered by [14|agency] agency workers.",
        "Of the [18|vacant] vacancies, [15|agency] were covered by agency workers.",
        "Agency social workers fill [12|agency] of the [70|est] posts.",
        "Nine of the [40|social_workers] social workers were new and [7|agency] were agency staff.",
    ],
)
def test_who_fills_posts_from_an_agency_is_agency_staff(figures: Figures, marked: str) -> None:
    holds(figures, f"Children's social work. {marked}")


@pytest.mark.parametrize(
    "marked",
    [
        "The library service has [46|] posts, [3|] of which are vacant.",
        "Of the [31|] teaching posts at the school, [2|] were unfilled.",
        "The saving will be met by deleting [13|] posts in the council's housing service, [2|] of which are vacant.",
    ],
)
def test_posts_of_another_service_and_posts_that_go_are_no_establishment(figures: Figures, marked: str) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The establishment of the Family Placement Section is [24|est] full-time equivalent posts.",
        "The establishment for qualified social workers is [128|est] full-time equivalents.",
        "Social work establishment: [132|est] posts; vacant: [18|vacant].",
        "The fieldwork establishment is [102|est] full-time equivalent social workers.",
        "Our own social workers: [88|est] FTE posts, [71|] filled, [9|agency] agency.",
    ],
)
def test_what_an_establishment_is_said_to_be_is_one(figures: Figures, marked: str) -> None:
    holds(figures, f"Children's social care. {marked}")


@pytest.mark.parametrize(
    "marked",
    [
        (
            "The fieldwork service currently comprises five teams, each with:-\n\n[1|est] x Team Manager\n"
            "[2|est] x Senior Practitioner\n[6.5|est] x FTE Social Workers\n"
        ),
        "Each team has [1|est] team manager, [1.5|est] deputy managers and [7|est] social workers.",
        "Each of the five teams is to have [one|est] manager, [two|est] seniors and [six|est] social workers.",
        (
            "The service comprises four teams, each with [one|est] team manager, [two|est] deputy"
            " managers and [eight|est] social workers."
        ),
        (
            "The creation of a sixth team, comprising [1|est] FTE Team Manager and [6|est] FTE Social"
            " Workers, was proposed."
        ),
    ],
)
def test_every_post_of_what_a_team_comprises_is_of_the_establishment(figures: Figures, marked: str) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        (
            "It was proposed that the following additional posts be created:-\n\n[1|added] x Team Manager\n"
            "[4|added] x Social Worker\n[0.5|added] x Business Support\n"
        ),
        (
            "The additional posts required were as follows:\n\n- [2|added] FTE social workers\n"
            "- [1|added] FTE family support worker\n- [0.6|added] FTE administrator\n"
        ),
        (
            "RESOLVED that the establishment be increased by [two|added] social worker posts and by [0.5|added] of an"
            " administrative assistant."
        ),
        (
            "It is proposed to create [eight|added] posts, of which [six|added] would be for social workers and"
            " [two|added] for family support workers."
        ),
        "Running the home will require [14.5|added] FTE posts including [one|added] Registered Manager.",
        "The growth bid is for [6|added] social workers and [2|added] family support workers.",
        "The review recommended an extra [3.5|added] FTE posts in the Assessment Team.",
    ],
)
def test_every_post_that_is_to_be_added_is_an_additional_one(figures: Figures, marked: str) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "There should be five teams of [7|team_size] staff.",
        "There are six fieldwork teams, each of [eight|team_size] workers.",
        "The five area teams have [nine|team_size] social workers each.",
    ],
)
def test_how_many_workers_a_team_has_is_its_size(figures: Figures, marked: str) -> None:
    holds(figures, marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Caseloads averaged [21|load] per worker, and in one team had reached [29|load].",
        "Caseloads averaged [22.4|load], which compares with an optimum of [18|load].",
        "The average caseload was [19|load]. No social worker should hold more than [16|load].",
        (
            "Average caseloads by team were:-\n\nNorth [24.1|load]\nSouth [22.7|load]\n\nThis compared with an"
            " optimum of [20|load] and with between [16|load] and [25|load] reported elsewhere."
        ),
        "Caseloads rose to [27|load] each in the winter. They are now down to [20|load].",
        (
            "Caseloads average [20.6|load], varying from [17|load] to [25|load]. The proposals would bring this"
            " down to about [18|load]."
        ),
        "Newly qualified staff should have no more than [12|load] cases.",
        "One worker was responsible for [37|load] children at the end of May.",
    ],
)
def test_a_number_set_beside_a_caseload_is_one(figures: Figures, marked: str) -> None:
    holds(figures, f"Children's social work.\n\n{marked}")


def test_what_is_counted_behind_a_caseload_is_none(figures: Figures) -> None:
    holds(figures, "Children's social work. Caseloads averaged [21|load]. Compared with May [9|] schools were new.")


@pytest.mark.parametrize(
    "marked",
    [
        "Of the leavers [8|] went to other councils, [5|] retired and [4|] gave up the profession.",
        "Twenty-nine social workers left us in the year and [17|] joined.",
        "The number of days lost to sickness per social worker was [9.1|], up from [7.4|] the year before.",
    ],
)
def test_staff_who_came_or_went_and_days_per_worker_are_no_staff(figures: Figures, marked: str) -> None:
    holds(figures, f"Children's social work.\n\n{marked}")


@pytest.mark.parametrize(
    "marked",
    [
        "The licensing team was reduced from [14|est] FTE to [11|est] FTE in 2012.",
        "The regulatory service has [51|est] posts.",
        "The review would reduce staffing by [6.5|] FTE.",
    ],
)
def test_what_a_team_was_before_and_after_is_its_establishment(figures: Figures, marked: str) -> None:
    holds(figures, marked)


def test_posts_that_are_to_be_appointed_are_added_and_vacancies_stay_vacancies_whoever_covers_them(
    figures: Figures,
) -> None:
    text = (
        "Children's Services\n\nRESOLVED that two recruitment officers (1.5 FTE) be appointed.\n\n"
        "Twelve agency social workers were being used to cover 15 vacancies."
    )
    found = {figure.quote: figure.indicator for figure in figures(text)}
    assert found["two"] == "additional_posts"
    assert found["15"] == "social_worker_vacancies"
