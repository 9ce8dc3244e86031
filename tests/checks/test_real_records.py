"""What the checks say of records that a careful reader has read, with the reader's own figures."""

from __future__ import annotations

from collections import Counter

from crossfoot.checks import CheckInput, check_record
from crossfoot.model import Verdict


def _said(given: CheckInput) -> Counter[tuple[str, str, str]]:
    return Counter((given.document_id, str(f.rule), f.verdict.value) for f in check_record(given))


def test_every_finding_of_the_careful_reader_is_given_on_the_real_records(real_records, real_findings):
    said = sum((_said(given) for given in real_records), Counter())
    assert [row for row in real_findings if not said[row["document"], row["rule"], row["verdict"]]] == []


def test_as_many_relations_hold_on_the_real_records_as_the_careful_reader_found(real_records, real_findings):
    said = sum((_said(given) for given in real_records), Counter())
    wanted = Counter((row["document"], row["rule"], "holds") for row in real_findings if row["verdict"] == "holds")
    assert {key: number for key, number in wanted.items() if said[key] < number} == {}


def test_nothing_else_is_asked_on_the_real_records(real_records, real_findings):
    known = {(row["document"], row["rule"]) for row in real_findings if row["verdict"] == "query"}
    asked = {(d, rule) for given in real_records for d, rule, verdict in _said(given) if verdict == "query"}
    assert asked <= known


def test_every_finding_of_the_careful_reader_is_given_on_the_samples(sample_records, sample_findings):
    said = sum((_said(given) for given in sample_records), Counter())
    assert [row for row in sample_findings if not said[row["document"], row["rule"], row["verdict"]]] == []


def test_nothing_but_the_planted_errors_is_asked_on_the_samples(sample_records, sample_findings):
    known = {(row["document"], row["rule"]) for row in sample_findings if row["verdict"] == "query"}
    asked = {(d, rule) for given in sample_records for d, rule, verdict in _said(given) if verdict == "query"}
    assert asked <= known


def test_our_annotated_records_give_next_to_no_query_beside_the_citations(annotated_records):
    asked = {
        given.document_id: [f for f in check_record(given) if f.verdict is Verdict.QUERY and f.rule != 31]
        for given in annotated_records
    }
    assert {name: [f.message for f in found] for name, found in asked.items() if len(found) > 1} == {}
