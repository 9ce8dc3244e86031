"""Taught rules as a file, to be carried to another workspace or machine: JSON with the version of its form.

    {"crossfoot_rules": 1, "rules": [{"kind": "indicator", "words": "placement starts", "unit": "count", …}]}

A file from elsewhere is read with care: whatever is wrong with it is told in one sentence, and nothing is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from crossfoot.export.atomic import replace_file
from crossfoot.model import Dictionary, RuleKind, TaughtRule, Unit, WorldError

FORM = 1
"""The version of the form; raised when an older program could no longer read it rightly."""

_LARGEST = 4_000_000
"""No list of rules made by hand comes near so many bytes."""

_TEXTS = ("words", "before", "behind", "gives", "was")


def write_rules(rules: Iterable[TaughtRule], path: Path) -> None:
    """Put rules into a file in one step; raise WorldError where that fails, leaving what stood there."""
    text = json.dumps({"crossfoot_rules": FORM, "rules": list(map(rule_json, rules))}, ensure_ascii=False, indent=1)
    replace_file(path, f"{text}\n".encode())


def rule_json(rule: TaughtRule) -> dict[str, Any]:
    """Return what a rule says, in the words of JSON; who made it and where stays behind."""
    said: dict[str, Any] = {"kind": rule.kind.value, "unit": rule.unit.value if rule.unit else None}
    return {**said, **{name: getattr(rule, name) for name in _TEXTS}, "on": rule.on}


def read_rules(path: Path, dictionary: Dictionary) -> tuple[TaughtRule, ...]:
    """Return the rules of a file, without ids; raise WorldError where it is none, or names what is not known here."""
    data = _content(path)
    if not isinstance(data, dict) or "crossfoot_rules" not in data or not isinstance(data.get("rules"), list):
        raise WorldError(f"{path.name} holds no taught rules: choose a file that Crossfoot exported rules to.")
    form = data["crossfoot_rules"]
    if not isinstance(form, int) or form < 1:
        raise WorldError(f"{path.name} does not say which form its rules have: export them again.")
    if form > FORM:
        raise WorldError(
            f"{path.name} was made by a newer Crossfoot (form {form}, this one reads up to {FORM}): "
            "install the newer version."
        )
    return tuple(_rule(path, number, item, dictionary) for number, item in enumerate(data["rules"], start=1))


def _content(path: Path) -> Any:
    """Return the JSON of a file."""
    try:
        if path.stat().st_size > _LARGEST:
            raise WorldError(f"{path.name} is too large for a list of rules: choose the file that was exported.")
        return json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise WorldError(f"{path} cannot be read ({error.strerror}): check the name and your rights to it.") from error
    except (ValueError, RecursionError) as error:
        raise WorldError(f"{path.name} is damaged or holds no taught rules: export them again.") from error


def _rule(path: Path, number: int, item: Any, dictionary: Dictionary) -> TaughtRule:
    """Return one rule of a file."""
    place = f"{path.name}, rule {number}:"
    if not isinstance(item, dict) or not all(isinstance(item.get(name, ""), str) for name in _TEXTS):
        raise WorldError(f"{place} is not in the form of a rule; export the rules again.")
    try:
        kind = RuleKind(item.get("kind", ""))
        unit = Unit(item["unit"]) if item.get("unit") else None
    except ValueError as error:
        raise WorldError(f"{place} {error}; take the rule out of the file, or install a newer Crossfoot.") from error
    texts = {name: " ".join(item.get(name, "").split()) for name in _TEXTS}
    if not any(texts[name] for name in ("words", "before", "behind")):
        raise WorldError(f"{place} names no words to go by; take it out of the file.")
    known = {
        RuleKind.INDICATOR: {"", *dictionary.by_key},
        RuleKind.UNIT: {unit.value for unit in Unit},
        RuleKind.NOT_A_FIGURE: {""},
    }
    if texts["gives"] not in known[kind]:
        raise WorldError(f"{place} there is no {kind.value} “{texts['gives'][:60]}” here; take it out of the file.")
    return TaughtRule(
        id="",
        kind=kind,
        unit=unit,
        words=texts["words"],
        before=texts["before"].lower(),
        behind=texts["behind"].lower(),
        gives=texts["gives"],
        was=texts["was"],
        on=item.get("on") is not False,
    )
