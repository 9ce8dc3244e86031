"""What a copy may hold beside figures and marks: how each kind is told apart, compared and said."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from crossfoot.extraction.taught import stems_of
from crossfoot.model import Dictionary, TaughtRule
from crossfoot.model.assurance import SecondCheck, SignOff
from crossfoot.model.codebook import Code, CodeKind
from crossfoot.model.judging import CouncilCallIn, FindingDecision, OwnCheck
from crossfoot.model.views import SavedView, ViewKind
from crossfoot.model.wording import rule_words
from crossfoot.workspace import TargetKind

_WHO_AND_WHEN = frozenset({"id", "reviewer", "made_at", "created_at", "at", "decided_at", "message"})
"""Fields that say nothing of what is meant."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of things. ``letter`` begins the ids that the workspace gives them, empty where they have names.

    ``alike`` returns what tells one from another in copies that made them apart, ``name`` what it is called, ``said``
    what it says.
    """

    model: type[Any]
    name: Callable[[Any], str]
    said: Callable[[Any, Dictionary], str]
    letter: str = ""
    alike: Callable[[Any], object] = id


def meaning(data: str) -> Mapping[str, Any]:
    """Return what a thing says, of its JSON: without who said it and when; a signature is who said it."""
    held: dict[str, Any] = json.loads(data)
    signed = {"reviewer"} if "open_points" in held else set()
    return {name: value for name, value in held.items() if name not in _WHO_AND_WHEN - signed}


def _second_check(check: SecondCheck, _: Dictionary) -> str:
    """Say what a second reviewer found."""
    typed = ", ".join(f"{name} {value}" for name, value in check.entered.items())
    parts = ("agrees" if check.agrees else f"differs: {typed}", "blind" if check.blind else "", check.note)
    return "\n".join(filter(None, parts))


def _sign_off(signed: SignOff, _: Dictionary) -> str:
    """Say under what a name stands."""
    count = len(signed.open_points)
    open_points = f"{count} open point{'' if count == 1 else 's'}" if count else "nothing open"
    return "\n".join(filter(None, (f"signed by {signed.name or signed.reviewer}, {open_points}", signed.note)))


def _rule(rule: TaughtRule, dictionary: Dictionary) -> str:
    """Say what a taught rule does."""
    return rule_words(rule, dictionary) + ("" if rule.on else " (off)")


def _own_check(check: OwnCheck, _: Dictionary) -> str:
    """Say what an own check tests."""
    tolerance = f"within {check.tolerance}" if check.tolerance else ""
    return "\n".join(filter(None, (check.formula, tolerance, check.note, "template" if check.template else "")))


def _view(view: SavedView, _: Dictionary) -> str:
    """Say what a saved view or search leads to."""
    return view.query or "\n".join(f"{facet}: {', '.join(values) or 'none'}" for facet, values in view.chosen.items())


KINDS: Mapping[TargetKind, Kind] = MappingProxyType(
    {
        TargetKind.SECOND_CHECK: Kind(SecondCheck, lambda _: "Second check", _second_check),
        TargetKind.SIGN_OFF: Kind(SignOff, lambda _: "Sign-off", _sign_off),
        TargetKind.FINDING: Kind(
            FindingDecision,
            lambda decision: f"Check “{decision.message}”",
            lambda decision, _: "\n".join(filter(None, (decision.judgement.value, decision.reason))),
        ),
        TargetKind.RULE: Kind(
            TaughtRule,
            lambda rule: f"Taught rule “{rule.pattern}”",
            _rule,
            "r",
            lambda rule: (rule.kind, rule.unit, rule.words, stems_of(rule.before), stems_of(rule.behind), rule.was),
        ),
        TargetKind.OWN_CHECK: Kind(
            OwnCheck,
            lambda check: f"Own check “{check.title or check.formula}”",
            _own_check,
            "c",
            lambda check: check.title.casefold() or (check.formula, tuple(sorted(check.names.values()))),
        ),
        TargetKind.CALL_IN: Kind(
            CouncilCallIn,
            lambda rule: f"Call-in rule of {rule.council}",
            lambda rule, _: f"{rule.days} days, counted by {rule.count.replace('_', ' ')}",
        ),
        TargetKind.VIEW: Kind(
            SavedView,
            lambda view: f"Saved {'search' if view.kind is ViewKind.SEARCH else 'view'} “{view.name}”",
            _view,
            "v",
            lambda view: (view.kind, view.name.casefold()),
        ),
        TargetKind.CODE: Kind(
            Code,
            lambda code: f"{'Tag' if code.kind is CodeKind.TAG else 'Colour'} “{code.name}”",
            lambda code, _: code.meaning or "no meaning",
        ),
    }
)
"""All kinds, in the order in which they come in."""
