"""Findings as the screens need them: stable ids, linked working, plain words, and quick."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from crossfoot.checks import RULES, check_record
from crossfoot.model import Finding, Span, Verdict

TEXT = (
    "Between April and June there were [[25; vemt_children]] children in the group. Of "
    "those, [[23; vemt_children]] were female and "
    "[[3; vemt_children]] were male."
)


def _only(found: tuple[Finding, ...]) -> Finding:
    assert len(found) == 1
    return found[0]


def test_every_number_of_a_working_leads_to_its_figure(findings):
    found = _only(findings(TEXT, 1))
    assert [(p.text, p.figure) for p in found.working] == [
        ("23", "f1"), (" + ", None), ("3", "f2"), (" = 26, ", None), ("25", "f0"), (" is printed", None),
    ]  # fmt: skip
    assert set(found.figures) == {"f0", "f1", "f2"}


def test_a_query_is_a_sentence_that_never_says_wrong(findings):
    found = _only(findings(TEXT, 1))
    assert found.message == "The parts add up to 26, but 25 is printed; worth checking which is meant."
    assert (found.name, found.verdict) == ("parts and whole", Verdict.QUERY)


def test_the_id_of_a_finding_stays_when_the_text_around_it_changes(findings):
    assert _only(findings(TEXT, 1)).id == _only(findings("Members met.\n\n" + TEXT, 1)).id


def test_the_id_of_a_finding_changes_with_a_corrected_figure(marked):
    before = marked(TEXT)
    after = replace(before, figures=[replace(f, value=Decimal(4)) if f.quote == "3" else f for f in before.figures])
    first, second = (_only(tuple(f for f in check_record(given) if f.rule == 1)) for given in (before, after))
    assert first.id != second.id
    assert second.working[3].text == " = 27, "


def test_a_correction_that_settles_the_sum_turns_the_query_into_evidence(marked):
    given = marked(TEXT)
    settled = replace(given, figures=[replace(f, value=Decimal(2)) if f.quote == "3" else f for f in given.figures])
    assert [f.verdict for f in check_record(settled) if f.rule == 1] == [Verdict.HOLDS]


def test_the_same_relation_twice_gives_two_ids(findings):
    found = findings(TEXT + "\n\n" + TEXT, 1)
    assert len({f.id for f in found}) == 2


def test_queries_come_first_and_the_most_severe_before_the_others(findings):
    found = findings(
        TEXT + (" The home would open on 31 June 2013, see Appendix 3.\n\nReferrals fell from [[9]] to [[8]].")
    )
    assert [f.rule for f in found] == [1, 13, 31, 17]


def test_the_numbers_of_the_rules_are_unique_and_in_order():
    numbers = [rule.number for rule in RULES]
    assert numbers == sorted(set(numbers))
    assert all(rule.name and rule.sentence.endswith(".") and rule.check.__doc__ for rule in RULES)


def test_a_text_without_figures_and_an_empty_text_give_nothing(findings):
    assert findings("") == ()
    assert findings("Members welcomed the report.") == ()


def test_a_figure_outside_the_text_is_refused(marked):
    given = marked("[[25]] children")
    with pytest.raises(ValueError, match="outside the text"):
        check_record(replace(given, figures=[replace(given.figures[0], span=Span(90, 92))]))


def test_a_value_as_large_as_a_number_can_be_breaks_nothing(marked):
    given = marked(TEXT)
    huge = replace(given, figures=[replace(f, value=Decimal("1e400")) if f.quote == "25" else f for f in given.figures])
    nought = replace(given, figures=[replace(f, value=Decimal(0)) for f in given.figures])
    assert check_record(huge) is not None
    assert check_record(nought) is not None
