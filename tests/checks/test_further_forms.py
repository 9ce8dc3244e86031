"""The many forms in which records tell what rules set against each other: right, and with one error, the whole way."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker

HEAD = "ANYBOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\nCabinet Meeting 13 June 2019\n\n2. Record of the Decision\n\n"
FORMS = [
    (5, "The team began the year with 41 posts and, after a net loss of 4, had [37|47] at its end."),
    (5, "Balance at 1 April\t4,210\nContributions\t380\nBalance at 31 March\t[4,590|4,950]"),
    (22, "Opening caseload 310, new cases 95, closed cases 88, closing caseload [317|371]."),
    (22, "- Homes at 1 July: 64\n- New homes: 9\n- Homes closed: 5\n- Homes at 30 September: [68|86]"),
    (22, "Fifteen children joined and 11 left, which took the number from 80 to [84|94]."),
    (28, "The transition budget is £610,000. Members were content with the transition budget of [£610,000|£160,000]."),
    (28, "A saving of £45,000 had been found from printing. The [£45,000|£54,000] saving from printing would be kept."),
    (8, "Spending had come to £7.35m against a budget of [£7.10m|£7.1m]."),
    (8, "Budget\tOutturn\nNorth\t£2.41m\nSouth\t£1.86m\nWest\t[£2.05m|£2.1m]"),
    (24, "There are 30 officers and each has on average [14|24] reports; 420 reports were written."),
    (24, "Four teams of five social workers held 340 children; the average was [17|27] children per worker."),
    (24, "At the end of May [11|14] caseworkers had 286 families between them, 26 on average."),
    (24, "The 2,145 visits made in June were shared by 39 wardens: [55|65] each."),
    (24, "There were 24 beds at an average of £1,850 a week, [£44,400|£47,400] a week in all."),
    (
        27,
        "The hub would have one Hub Manager, three Senior Workers and 14 Keyworkers. These [18|16] posts are new.",
    ),
    (27, "There are three teams of 6 advisers, with 2 lead advisers over them: [20|23] staff altogether."),
    (27, "Of the 31 posts in the service 24 were filled, [4|5] were covered by agency staff and 3 were held open."),
    (28, "The lease had a rent of £43,500 a year. At [£43,500|£45,300] a year the rent was above the market."),
    (28, "A bequest of £2.36m had been received for the museum. The [£2.36m|£2.63m] bequest would be invested."),
    (24, "The cohort had [284|248] members. They committed 301 offences, a rate of 1.06 per young person."),
    (24, "A cohort of 163 had 189 offences, i.e. [1.16|1.61] each, where the family of councils averaged 1.02."),
    (24, "Garden waste was taken from 19,340 on 30 June at £42 a bin, producing [£812,000|£821,000]."),
    (24, "Grants of £1,900 a child went to 221 children, [£419,900|£491,900] in all."),
    (21, "Plans\t2017\t2018\t2019\nCP plans\t312\t287\t279\nCP plans per 10,000\t42.5\t39.1\t[38.0|30.8]"),
    (
        21,
        (
            "Measure\t2016/17\t2017/18\t2018/19\nDecisions\t611\t742\t905\nAccepted as owed it\t248\t331\t437\n"
            "Acceptances per 1,000 households\t2.3\t3.0\t[3.9|9.3]"
        ),
    ),
    (
        21,
        (
            "There were 640 looked after children on 31 March 2018 and 612 on 31 March 2019. The looked after rate was "
            "101 per 10,000 on 31 March 2019. On 31 March 2018 it had been [106|160] per 10,000."
        ),
    ),
    (26, "The highest score was 17 and the lowest 6. The average was [11|19]."),
    (26, "Audits were finished in between 4 and 12 days, on average [7|15] days."),
    (23, "No audits were [outside|within] the deadline in May. Four were outside the deadline in June."),
    (23, "No pupils in Year 9 were [out of|in] education; 3 of Year 10 were out of education."),
    (23, "The target for repairs had [not been|been] met: 74% were completed in time against a target of 90%."),
    (2, "The service reused 38,700 of the 86,000 items brought in, a rate of [45.0|54.0] per cent."),
    (
        3,
        "Of the calls 50 per cent were about bins, 30 per cent about roads; the remaining [20|26] per cent varied.",
    ),
    (4, "The north did better than the south, by 84% to 77%: a gap of [seven|five] points."),
    (5, "The reserve was £2.46m on 1 April. After a contribution of £0.31m the balance was [£2.77m|£2.97m]."),
    (21, "There were 63 thefts in the year, [2.1|2.4] per 1,000 of the 30,000 residents of the wards."),
    (
        7,
        "Item\tBudget\tOutturn\tPosition\nBuses\t£240,000\t£215,000\t£25,000 [under|over]\nPlay\t£900\t£940\t£40 over",
    ),
    (30, "Answers are given in table [1|4] below.\n\nTable 1\n\nYear\tAnswers\n2017\t61\n2018\t64"),
    (36, "In the quarter there had been 410 referrals, and [290|690] initial assessments had been completed."),
    (26, "The share of calls answered was [92%|98%], inside the agreed range of 88% to 94%."),
    (26, "Between 310 and 460 visits were made each week; the last week's figure was [420|520]."),
    (26, "Rents varied from £71 in the north to £96 in the south. The west, at [£83|£103], lay between the two."),
    (26, "Waits ran from 5 to 21 days. The longest, [21|31] days, was in May and the shortest, 5 days, in July."),
    (17, "Visits had fallen from 96 in April to 81 in May and had then [risen|fallen] again to 90 in June."),
    (17, "Fines had more than doubled, from 41 in 2016/17 to [90|70] in 2017/18."),
    (17, "There was [a fall|a rise] in noise complaints, with 214 in the year compared with 263 in the year before."),
    (17, "Lateness was unchanged, at 3.4% in 2016/17 and [3.4%|4.3%] in 2017/18."),
    (17, "Loans went down for a third year running: 88 in 2015/16, 79 in 2016/17 and [71|91] in 2017/18."),
    (16, "The waiting list stood at 64[ on 1 May 2019|] and more beds were being sought."),
    (16, "Balances were £3.2m[ at 31 March 2019|]."),
    (17, "Referrals: 310 (March 2018), 334 (June 2018), [351|322] (September 2018). The number has risen throughout."),
    (17, "The average caseload had [fallen|risen] to 16.1, compared with 18.8 at the same time last year."),
    (36, "The team dealt with 530 contacts, 180 referrals and [160|260] assessments during May 2018."),
    (3, "Plans by category\nNeglect\t52%\nEmotional abuse\t[31%|41%]\nPhysical abuse\t12%\nSexual abuse\t5%"),
    (
        4,
        "Measure\t2018\t2019\tChange (points)\nVisits in time\t81%\t87%\t[+6|+9]\nReviews\t90%\t93%\t+3",
    ),
    (
        7,
        "Item\tBudget\tActual\tVariance\nBuses\t£2.40m\t£2.15m\t£0.25m [under|over]\nPlay\t£1.1m\t£1.0m\t£0.1m under",
    ),
    (9, "The centre would open on [Monday|Friday] 1 July and close on Wednesday 31 July 2019."),
    (
        21,
        "Referrals numbered 1,800 over the year. With 36,000 children here this equates to [500|560] per 10,000.",
    ),
    (25, "Team A had 18.4 in May and 19.7 in June; Team B [17.2|18.4] in May and [18.8|19.7] in June."),
    (38, "Fees would rise from £140 to [£151|151] per week."),
]


def _side(words: str, side: int) -> str:
    return HEAD + re.sub(r"\[([^\[\]|]*)\|([^\[\]|]*)\]", rf"\{side}", words) + "\n"


@pytest.fixture(scope="module")
def asker() -> Asker:
    """Return what asks the whole way."""
    return Asker()


@pytest.mark.parametrize(("rule", "words"), FORMS)
def test_the_error_is_asked_about_and_the_right_form_is_not(asker: Asker, rule: int, words: str) -> None:
    assert rule not in {asked.rule for asked in asker(_side(words, 1))}
    assert rule in {asked.rule for asked in asker(_side(words, 2))}


@pytest.mark.parametrize(
    "words",
    [
        "Neglect was the category in 131 cases, emotional abuse in 93, physical abuse in 29 and sexual abuse in 15.",
        "Two sites, at Mill Lane (28 homes) and the former tannery (35 homes), have stalled.",
        "The school gets six additional classrooms, increasing its admission number from 30 to 60.",
        "The report looks at 35 aims. Of the 62 measures 38 are above target, 13 are slightly below and 11 far below.",
        "Officers geared themselves up, having been reduced from 260 men to 148.",
        "The outturn is £45.182m, i.e. an overspend of £3.555m or 8.5%.",
        "The homes would be funded by £1.575m of receipts (30%), with the remaining £3.675m from borrowing.",
        "Of the 61: 24 were waiting for care at home, 19 for a care home, rest for health reasons.",
        "There would be a need for 705 by 2021 and 748 by 2023. In the north, on the other hand, there remained 411.",
        "There were 11 agency workers in post, three fewer than in June, and nobody held more than 12 cases.",
    ],
)
def test_figures_that_only_happen_to_stand_together_are_left_alone(asker: Asker, words: str) -> None:
    assert not {asked.rule for asked in asker(_side(words, 1))} & {1, 2, 5, 6, 17, 22, 27}


def test_lists_of_several_items_are_counted_though_other_resolutions_stand_alone(asker: Asker) -> None:
    minutes = (
        "ANYBOROUGH COUNCIL\n\nMINUTES OF THE CABINET\n\n13 June 2019\n\n1. FIRST ITEM\n\nA report was considered.\n\n"
        "RESOLVED:\n(a) That the bid be made.\n(b) That the sum be set aside.\n({}) That officers be thanked.\n\n"
        "2. SECOND ITEM\n\nA report was considered.\n\nRESOLVED: That the programme be approved.\n"
    )
    assert 29 not in {asked.rule for asked in asker(minutes.format("c"))}
    assert 29 in {asked.rule for asked in asker(minutes.format("d"))}
