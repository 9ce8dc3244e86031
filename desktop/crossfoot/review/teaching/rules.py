"""The verbs of teaching: do to others what was decided on one, keep rules, switch them, take them away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from crossfoot.extraction.taught import stems_of
from crossfoot.model import Changes, State, TaughtRule, WorldError
from crossfoot.review.decisions import held
from crossfoot.review.ledger import NO_CHANGE, Ledger, figure_entry, rule_entry
from crossfoot.review.overlay import field_text
from crossfoot.review.teaching.offers import Offer
from crossfoot.workspace import Entry, FigureState


def teach(ledger: Ledger, offer: Offer, *, apply: bool, keep: bool) -> Changes:
    """Do what an offer says: to the figures like it, or keep its rules, or both; one act, undone in one step.

    Figures that get another indicator or unit stay undecided, for nobody has looked at the rest of them. What the
    officer has decided on since the offer was made is left alone.
    """
    now = ledger.clock()
    entries: list[Entry] = []
    if apply:
        entries += _applying(ledger, offer, now)
    if keep:
        entries += _keeping(ledger, offer.rules, now)
    if not entries:
        return NO_CHANGE
    return ledger.act("teach", entries, reason=offer.reason or f"as “{offer.pattern}”", at=now)


def keep_rules(ledger: Ledger, rules: Sequence[TaughtRule]) -> Changes:
    """Keep rules that come from elsewhere, such as another workspace; those that are kept already are left out."""
    now = ledger.clock()
    known = {_same(rule) for rule in ledger.shelf.rules()}
    fresh = [rule for rule in dict.fromkeys(rules) if _same(rule) not in known]
    entries = _keeping(ledger, fresh, now)
    return ledger.act("keep", entries, at=now) if entries else NO_CHANGE


def set_rule_on(ledger: Ledger, rule_id: str, on: bool) -> Changes:
    """Switch a rule on or off; it is asked the next time that a text is read."""
    rule = _rule(ledger, rule_id)
    if rule.on is on:
        return NO_CHANGE
    return ledger.act("switch_on" if on else "switch_off", [rule_entry(rule_id, rule, replace(rule, on=on))])


def remove_rule(ledger: Ledger, rule_id: str) -> Changes:
    """Take a rule away; undo brings it back."""
    return ledger.act("forget", [rule_entry(rule_id, _rule(ledger, rule_id), None)])


def _keeping(ledger: Ledger, rules: Sequence[TaughtRule], now: datetime) -> list[Entry]:
    """Return the entries that keep rules; one that speaks of the same words as a kept rule takes its place."""
    first = ledger.next_id("r")
    entries = []
    for number, rule in enumerate(rules, start=1):
        signed = replace(rule, reviewer=ledger.reviewer, made_at=now)
        before = next((kept for kept in ledger.shelf.rules() if _about(kept) == _about(rule)), None)
        rule_id = before.id if before else f"{first}.{number}"
        entries.append(rule_entry(rule_id, before, replace(signed, id=rule_id)))
    return entries


def _applying(ledger: Ledger, offer: Offer, now: datetime) -> list[Entry]:
    """Return the entries that do to the figures of an offer what was decided on its source."""
    entries = []
    for figure in (ledger.shelf.figure(each) for each in offer.figures if ledger.shelf.has_figure(each)):
        if figure.state is not State.UNREVIEWED:
            continue
        before = held(figure)
        if offer.fields:
            merged = {**before.corrected, **offer.fields}
            kept = {name: text for name, text in merged.items() if text != field_text(figure.printed, name)}
            after: FigureState = replace(before, corrected=kept)
        else:
            after = replace(
                before,
                state=State.REJECTED,
                reason=offer.reason,
                reviewer=ledger.reviewer,
                reviewed_at=now,
                reading=ledger.shelf.sheet(figure.document).readings.newest,
            )
        if after != before:
            entries.append(figure_entry(figure.id, figure.document, before, after))
    return entries


def _rule(ledger: Ledger, rule_id: str) -> TaughtRule:
    """Return a kept rule; raise WorldError where there is none."""
    found = next((rule for rule in ledger.shelf.rules() if rule.id == rule_id), None)
    if found is None:
        raise WorldError(f"{ledger.shelf.workspace.path.name} holds no rule {rule_id}: look it up in the list.")
    return found


def _about(rule: TaughtRule) -> tuple[object, ...]:
    """Return what a rule speaks of, whatever it says of it."""
    return (rule.kind, rule.unit, rule.words, stems_of(rule.before), stems_of(rule.behind), rule.was)


def _same(rule: TaughtRule) -> tuple[object, ...]:
    """Return all that a rule says."""
    return (*_about(rule), rule.gives)
