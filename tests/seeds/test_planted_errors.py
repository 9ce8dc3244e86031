"""The eight errors that the README of seeds/ lists are in the records, are errors, and are the only ones."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

Rows = list[dict[str, str]]
SUMS = {"1", "2", "3", "5", "6", "22", "27"}
FORM = {"29", "31"}
LATE = "2018-07-12-early-help"
EARLY = "2016-11-10-workload-pressures"


def working_days_after(day: date, count: int) -> date:
    """Return the day that many working days later; no bank holiday lies near these meetings."""
    while count:
        day += timedelta(1)
        count -= day.weekday() < 5
    return day


def dates(record: dict[str, str]) -> tuple[date, date, date]:
    """Return the days of the meeting, of the Proper Officer and of the call-in deadline."""
    meeting, officer, deadline = (
        date.fromisoformat(record[k]) for k in ("meeting_date", "proper_officer_date", "call_in")
    )
    return meeting, officer, deadline


def value(figures: Rows, document: str, words: str) -> Decimal:
    """Return the value of the one figure whose context holds the words."""
    (found,) = (row for row in figures if row["document"] == document and words in row["context"])
    return Decimal(found["value"])


def test_there_are_eight_of_eight_different_rules(planted: Rows) -> None:
    assert sorted(int(row["rule"]) for row in planted) == [1, 2, 5, 6, 7, 9, 10, 11]


def test_their_words_stand_in_the_records_named(planted: Rows, all_formats: Path) -> None:
    for row in planted:
        text = (all_formats / f"{row['record']}.txt").read_text(encoding="utf-8")
        assert row["words"] in " ".join(text.split()), row


def test_they_are_the_queries_of_the_findings_table_but_for_two_remarks_on_form(planted: Rows, findings: Rows) -> None:
    queries = [(row["document"], row["rule"]) for row in findings if row["verdict"] == "query"]
    assert sorted(q for q in queries if q[1] not in FORM) == sorted((row["record"], row["rule"]) for row in planted)


def test_rule_1_the_girls_and_boys_are_not_all_the_children(figures: Rows) -> None:
    name = "2017-12-14-performance-quarter-2"
    girls, boys = (value(figures, name, words) for words in ("]] were female", "]] were male"))
    assert girls + boys + 1 == value(figures, name, "panel considered [[") == 31


def test_rule_2_the_share_of_families_is_another(figures: Rows) -> None:
    reached, families = value(figures, LATE, "[[268]] (56.0%)"), value(figures, LATE, "Of the [[412]]")
    assert round(100 * reached / families, 1) == 65
    assert value(figures, LATE, "268 ([[") == 56


def test_rule_5_the_opening_number_and_the_rise_give_another_closing_number(figures: Rows) -> None:
    name = "2018-02-15-inspection-outcome"
    opening, rise = value(figures, name, "]] children active"), value(figures, name, "a further [[")
    assert opening + rise == 1195
    assert value(figures, name, "children to [[") == 1185


def test_rule_6_the_overspend_is_not_outturn_less_budget(figures: Rows) -> None:
    name = "2018-03-15-budget"
    outturn, budget = value(figures, name, "outturn was [[£6.815m]]"), value(figures, name, "[[£6.240m]]")
    assert outturn - budget == 575_000
    assert value(figures, name, "£6.815m, an overspend of [[") == 557_000


def test_rule_7_the_saving_is_an_overspend(figures: Rows) -> None:
    name = "2018-03-15-budget"
    outturn, budget = value(figures, name, "outturn was [[£3.221m]]"), value(figures, name, "[[£3.125m]]")
    assert outturn - budget == value(figures, name, "£3.221m, a saving of [[") > 0


def test_rule_9_one_weekday_is_wrong_and_all_others_are_right(records: Rows, all_formats: Path) -> None:
    wrong = set()
    for record in records:
        deadline = dates(record)[2]
        text = (all_formats / f"{record['document']}.txt").read_text(encoding="utf-8")
        said = re.search(r"By midnight on (\w+),? (\d+ \w+ \d{4})", text)
        assert said
        assert said[2] == f"{deadline.day} {deadline:%B %Y}"
        if said[1] != f"{deadline:%A}":
            wrong.add((record["document"], said[1], f"{deadline:%A}"))
    assert wrong == {("2017-09-14-performance-quarter-1", "Thursday", "Friday")}


def test_rule_10_one_deadline_is_a_day_early_and_all_others_keep_the_rule(records: Rows) -> None:
    early = {}
    for record in records:
        _, officer, deadline = dates(record)
        right = working_days_after(officer, 4)
        if record["document"] != EARLY and deadline != right:
            early[record["document"]] = (deadline, right)
    assert early == {LATE: (date(2018, 7, 19), date(2018, 7, 20))}


def test_rule_11_one_record_is_published_before_its_meeting_and_all_others_two_working_days_after(
    records: Rows,
) -> None:
    odd = {}
    for record in records:
        meeting, officer, _ = dates(record)
        if officer != working_days_after(meeting, 2):
            odd[record["document"]] = officer
    assert odd == {EARLY: date(2016, 10, 14)}


def test_meetings_are_on_thursdays(records: Rows) -> None:
    assert {dates(record)[0].strftime("%A") for record in records} == {"Thursday"}


def test_every_sum_of_the_findings_table_is_right(findings: Rows) -> None:
    for row in findings:
        if row["rule"] in SUMS and "=" in row["figures_or_words"]:
            for left, right in re.findall(r"([\d.+\-/ ]+) = ([\d.]+)", row["figures_or_words"]):
                assert worked_out(left, right) == Decimal(right), row


def test_every_number_of_a_sum_that_holds_is_a_figure_of_its_record(figures: Rows, findings: Rows) -> None:
    for row in findings:
        if row["rule"] in SUMS - {"3"} and row["verdict"] == "holds":
            values = {Decimal(f["value"]) for f in figures if f["document"] == row["document"] and f["value"]}
            assert {Decimal(n) for n in re.findall(r"[\d.]+", row["figures_or_words"])} <= values, row


def worked_out(left: str, right: str) -> Decimal:
    """Return what a sum, a difference or a share (in percent, to the digits printed) comes to."""
    if "/" in left:
        part, whole = left.split("/")
        step = Decimal(1).scaleb(-len(right.partition(".")[2]))
        return (100 * Decimal(part) / Decimal(whole)).quantize(step)
    terms = re.findall(r"([+-]?) ?([\d.]+)", left)
    return sum((Decimal(f"{sign}{number}") for sign, number in terms), Decimal(0))
