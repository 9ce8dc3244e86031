"""The commands that show what a workspace holds and what was decided in it: figures, search, journal, rules."""

from __future__ import annotations

import argparse
import json

from crossfoot.cli.printing import print_csv, print_json, print_table, tell
from crossfoot.cli.workspaces import opened
from crossfoot.export.interchange import figures_json
from crossfoot.model.wording import STATE_WORDS, figure_words, moment_words, period_words, rule_words
from crossfoot.review.teaching.files import read_rules, rule_json, write_rules


def figures(given: argparse.Namespace) -> int:
    """Print all figures of a workspace with the officer's decisions."""
    with opened(given.workspace) as review:
        figures = review.figures()
        if given.format == "json":
            print_json(figures_json(figures))
            return 0
        names = {row.id: row.title for row in review.documents()}
    plain = given.format == "csv"
    headings = (
        "id",
        "document",
        "state",
        "printed",
        "value",
        "unit",
        "indicator",
        "subject",
        "period",
        "nature",
        "why",
    )
    rows = [
        (
            figure.id,
            names[figure.document],
            STATE_WORDS[figure.state],
            figure.printed.quote,
            figure.current.value if plain else figure_words(figure.current),
            figure.current.unit or "",
            figure.current.indicator or "",
            figure.current.subject,
            period_words(figure.current.period),
            figure.current.nature or "",
            " ".join(filter(None, (figure.reason, figure.note, figure.reviewer and f"({figure.reviewer})"))),
        )
        for figure in figures
    ]
    if plain:
        print_csv(headings, rows)
    else:
        print_table(headings, rows)
    return 0


def search(given: argparse.Namespace) -> int:
    """Print hits with document, section and snippet."""
    with opened(given.workspace) as review:
        names = {row.id: row.title for row in review.documents()}
        hits = review.search(" ".join(given.query))
    rows = [(hit.kind, names[hit.document], hit.section or "", hit.target, hit.snippet) for hit in hits]
    print_table(("found in", "document", "section", "id", "words"), rows, whole=True)
    if not hits:
        tell("Nothing was found.")
    return 0


def journal(given: argparse.Namespace) -> int:
    """Print the journal, oldest first."""
    with opened(given.workspace) as review:
        rows = tuple(reversed(review.history()))
        told = review.told(rows) if given.format == "table" else ()
    if given.format == "json":
        print_json(
            [
                {
                    "seq": row.seq,
                    "at": row.at.isoformat(),
                    "reviewer": row.reviewer,
                    "verb": row.verb,
                    "kind": row.target_kind,
                    "target": row.target,
                    "document": row.document,
                    "before": json.loads(row.before),
                    "after": json.loads(row.after),
                    "reason": row.reason,
                    "group": row.group,
                    "undoes": row.undoes,
                    "digest": row.digest,
                }
                for row in rows
            ]
        )
        return 0
    cells = [
        (
            each.row.seq,
            moment_words(each.row.at),
            each.row.reviewer,
            each.did,
            f"{each.row.target_kind} {each.row.target}",
            each.row.reason,
            ": ".join(part for part in (each.about, each.changed) if part),
        )
        for each in told
    ]
    print_table(("no.", "when", "who", "did", "to", "why", "what"), cells, whole=True)
    return 0


def rules(given: argparse.Namespace) -> int:
    """Print the taught rules, or write them to a file, or keep those of a file."""
    with opened(given.workspace) as review:
        if given.source:
            changes = review.keep_rules(read_rules(given.source, review.dictionary))
            tell(
                f"{_rule_count(len(changes.rules))} kept from {given.source}; they are asked when a text is read next."
            )
            return 0
        rules, dictionary = review.taught(), review.dictionary
    if given.to:
        write_rules(rules, given.to)
        tell(f"{_rule_count(len(rules))} written: {given.to}")
        return 0
    if given.format == "json":
        print_json([rule_json(rule) for rule in rules])
        return 0
    rows = [
        (
            rule.id,
            "on" if rule.on else "off",
            rule.reviewer,
            moment_words(rule.made_at) if rule.made_at else "",
            rule_words(rule, dictionary),
        )
        for rule in rules
    ]
    print_table(("id", "is", "by", "when", "rule"), rows, whole=True)
    if not rules:
        tell("No rules were kept in this workspace yet.")
    return 0


def _rule_count(count: int) -> str:
    """Return "1 rule" or "3 rules"."""
    return f"{count} rule" if count == 1 else f"{count} rules"
