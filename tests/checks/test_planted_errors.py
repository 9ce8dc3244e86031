"""Errors planted one at a time in records without errors are found, and what holds is left alone."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planting import Asker, Planting, edits, inserted, insertions, mutations, records


@pytest.fixture(scope="module")
def ask() -> Asker:
    """Return what asks the whole way, from a text to its queries."""
    return Asker()


def _missed(ask: Asker, plantings: list[Planting]) -> list[str]:
    return [f"{sorted(p.rules)} {p.record}: {p.words}" for p in plantings if not ask.finds(p)]


def _paragraphs() -> list[Planting]:
    hosts = records()
    names = sorted(hosts)
    return [
        inserted(words, rules, names[number * 7 % len(names)], hosts[names[number * 7 % len(names)]])
        for number, (rules, words) in enumerate(insertions())
    ]


def _slips() -> list[Planting]:
    """Return the typing slips of every third record; the benchmark plants them in all."""
    third = set(sorted(records())[::3])
    return [planting for planting in mutations() if planting.record in third]


def test_nearly_every_error_planted_in_the_records_own_words_is_found(ask):
    planted = list(edits())
    missed = _missed(ask, planted)
    assert len(missed) <= len(planted) * 0.15, missed


def test_nearly_every_typing_slip_is_found(ask):
    planted = _slips()
    missed = _missed(ask, planted)
    assert len(missed) <= len(planted) * 0.05, missed


def test_nearly_every_paragraph_with_an_error_is_found(ask):
    planted = _paragraphs()
    missed = _missed(ask, planted)
    assert len(missed) <= len(planted) * 0.06, missed


def test_every_rule_of_single_records_finds_most_of_its_planted_errors(ask):
    tried: Counter[int] = Counter()
    found: Counter[int] = Counter()
    for planting in (*_paragraphs(), *_slips()):
        for rule in planting.rules:
            tried[rule] += 1
            found[rule] += ask.finds(planting)
    assert set(tried) == {*range(1, 18), *range(21, 34), 36, 37, 38}
    assert {rule: f"{found[rule]} of {tried[rule]}" for rule in tried if found[rule] < tried[rule] / 2} == {}


def test_records_without_errors_are_asked_about_once_at_most_beside_what_they_cite(ask):
    asked = {name: [q for q in ask(text) if q.rule not in {29, 31}] for name, text in records().items()}
    assert {name: found for name, found in asked.items() if len(found) > 1} == {}
    assert sum(len(ask(text)) for text in records().values()) <= len(records())


def test_a_paragraph_that_holds_is_hardly_ever_asked_about(ask):
    hosts = records()
    alarms = [a for planting in _paragraphs() for a in ask.alarms(planting, hosts[planting.record])]
    assert len(alarms) <= len(_paragraphs()) * 0.1, alarms
