"""What kind of document a text is, as far as the rules on its form ask: a record of a decision, or a report to it."""

from __future__ import annotations

import re

from crossfoot.checks.basis.context import Context
from crossfoot.model import SectionKind

_HEADS = re.compile(
    r"^[ \t*_#]*(?:\d{1,2}(?:\.\d{1,2})*[.)]?[ \t]+)?"
    r"(?:purpose(?: of (?:the )?report)?|introduction|background(?: papers)?"
    r"|executive summary|summary(?: of (?:the )?report)?|recommendations?|(?:financial|legal|equalit\w+|resource|risk"
    r"|human resource|staffing|other) (?:and \w+ )?implications|implications|consultation|conclusions?|risks?"
    r"|contact officer|report author|for further information)\b[^.\n]{0,40}$",
    re.MULTILINE,
)
_SIGNED = re.compile(r"^[ \t*_#]*(?:joint )?reports? (?:of|by|from|to)\b", re.MULTILINE)
_OF_A_RECORD = frozenset(
    {
        SectionKind.REASONS,
        SectionKind.ALTERNATIVES,
        SectionKind.CONFLICTS,
        SectionKind.DISPENSATIONS,
        SectionKind.CALL_IN,
    }
)
_DECIDED = re.compile(
    r"\bresolved\b|\bdecision (?:maker|status|taken|made)\b|\bdate of decision\b|^[ \t*_#]*decisions?\b:?[ \t]*$",
    re.MULTILINE,
)


def is_officers_report(context: Context) -> bool:
    """Tell whether a text is plainly the report that a decision was taken on, and no record of the decision.

    It has the headings of a report, or is signed as one, and neither a resolution nor more than one of the sections
    that records of decisions have.
    """
    return context.once(_is_report)


def _is_report(context: Context) -> bool:
    """Tell whether a text is an officer's report; looked at once for a record."""
    kinds = {section.kind for section in context.record.sections} & _OF_A_RECORD
    low = context.passages.low
    if len(kinds) > 1 or context.record.call_in is not None or _DECIDED.search(low) is not None:
        return False
    return len({match.group().strip() for match in _HEADS.finditer(low)}) + bool(_SIGNED.search(low)) >= _ENOUGH


_ENOUGH = 2
