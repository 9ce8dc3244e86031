"""Which findings the checks pane shows: by what was decided on them, and by words typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from crossfoot.model import Finding, Verdict
from crossfoot.model.judging import FindingDecision, Judgement

_RULE = re.compile(r"\brule\s+(\d+)\b")


class Shown(Enum):
    """What is listed."""

    TO_LOOK_AT = "look"
    RAISED = "raised"
    DISMISSED = "dismissed"
    HOLDS = "holds"
    ALL = "all"


SHOWN: Mapping[Shown, str] = MappingProxyType(
    {
        Shown.TO_LOOK_AT: "To look at",
        Shown.RAISED: "✉ Raised",
        Shown.DISMISSED: "⊘ Dismissed",
        Shown.HOLDS: "✓ What holds",
        Shown.ALL: "Everything",
    }
)
"""The words for each choice, in their order."""


def keeps(shown: Shown, typed: str, finding: Finding, decision: FindingDecision | None) -> bool:
    """Tell whether a finding is listed: by the choice, and by every word typed ("rule 6" is its number)."""
    judgement = decision.judgement if decision else Judgement.OPEN
    asks = finding.verdict is Verdict.QUERY
    fits = {
        Shown.TO_LOOK_AT: asks and judgement is not Judgement.DISMISSED,
        Shown.RAISED: judgement is Judgement.RAISED,
        Shown.DISMISSED: judgement is Judgement.DISMISSED,
        Shown.HOLDS: not asks,
        Shown.ALL: True,
    }[shown]
    low = typed.casefold()
    rule = _RULE.search(low)
    words = _RULE.sub(" ", low).split()
    said = f"{finding.message} {finding.name} {decision.reason if decision else ''}".casefold()
    return fits and (rule is None or finding.rule == int(rule[1])) and all(word in said for word in words)
