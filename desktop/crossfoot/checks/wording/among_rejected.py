"""What is said to be viable, affordable or recommended under the alternatives that were rejected, for rule 23.

That heading stands above what was not done and why not. "At that price this was affordable" has lost its "not" there,
unless a "but" or a rejection follows, or one option of several is named as the one that was taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.model import SectionKind, Span

_FIT = re.compile(
    r"\b(?:was|were|is|are|has been|have been) (?:therefore |thus |also |considered |thought |felt |judged |deemed "
    r"|held |to be |found |seen as |then |both |regarded as |believed )*(?:recommended|pursued|taken (?:forward"
    r"|further|up)|affordable|viable|feasible|practicable|practical|sustainable|favoured|acceptable|appropriate"
    r"|desirable|cost[- ]effective|realistic|good value|value for money|suitable|workable|deliverable|proceeded with"
    r"|progressed|consistent with|in (?:the )?(?:public|council['’]s|children['’]s) interests?|proportionate)\b"
)
_TURNED = re.compile(
    r"\b(?:not|no|none|never|neither|nor|nobody|nothing|without|if|unless|until|once|only|would|could|less|more|than"
    r"|too|hardly|scarcely|whether|where|when|already|last|previous\w*|earlier|instead|option [a-z0-9]{1,2}"
    r"|(?:preferred|recommended|chosen|first|second|third|fourth|last|latter|former) (?:option|course|one))\b|n['’]t\b"
)
_TAKEN_BACK = re.compile(
    r"\b(?:but|however|yet|though|although|nevertheless|reject\w*|discount\w*|ruled out|dismiss\w*|declin\w+|unless"
    r"|than|until|turned down|in itself|in part|initially|at first|at the time)\b"
)
_WEIGHED = re.compile(r"\b(?:considered|looked at|examined|weighed|explored|discussed),? but\b")
"""A "but" that leads in why a thing was not done: what follows it speaks against it."""
_MINUTE = re.compile(r"^\d{2,3}\. ", re.MULTILINE)
"""The number of another minute, where the section of this one is over."""
_BEHIND = 220
"""So far behind, in characters, a "but" or a rejection is looked for."""


def among_rejected(context: Context) -> Iterator[Outcome]:
    """Ask about what is found fit or taken forward in a section on alternatives, and is not turned down there."""
    low = context.passages.low
    for section in context.record.sections:
        if section.kind is not SectionKind.ALTERNATIVES:
            continue
        minute = _MINUTE.search(low, section.span.start, section.span.end)
        for fit in _FIT.finditer(low, section.span.start, minute.start() if minute else section.span.end):
            start = max(low.rfind(mark, section.span.start, fit.start()) for mark in (". ", "; ", "\n")) + 1
            front = low[max(start, section.span.start) : fit.start()]
            behind = low[fit.end() : min(section.span.end, fit.end() + _BEHIND)]
            weighed = _WEIGHED.sub("", front)
            if _TURNED.search(weighed) or _TAKEN_BACK.search(weighed) or _TAKEN_BACK.search(behind):
                continue
            place = Span(fit.start(), fit.end())
            quote = " ".join(place.cut(context.text).split())
            yield query(
                f"“{quote}” is said under the alternatives that were not taken; worth checking whether a negation was "
                "lost.",
                f"“{quote}” under the alternatives",
                span=place,
                words=quote,
            )
