"""Rule 29: resolutions with gaps, repeats, or a number that lost its stop."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.checks.form.inline_numbering import inline_gaps
from crossfoot.model import Resolution, Severity, Span

_STOP = re.compile(r"[\s*_(]*(?P<number>[\w.]+?)(?P<stop>[.):]?)(?=\s|\*|_)")


def check_numbering(context: Context) -> Iterator[Outcome]:
    """Say whether the resolutions are numbered without gap or repeat, each number with its stop.

    A number that begins again at 1 begins another list. Source: rule 29 of the list of checks ("12 the recruitment").
    """
    resolutions = _counted(context.record.resolutions)
    if len(resolutions) < 2:
        yield from inline_gaps(context)
        return
    problems = list(_order(resolutions))
    problems += _stops(context, resolutions)
    problems += [
        query(
            f"Resolution {r.number} is empty; worth checking.",
            f"{r.number}: nothing",
            span=r.span,
            words=f"{r.number} empty",
        )
        for r in resolutions
        if not r.text.strip(" .")
    ]
    yield from problems
    if not problems:
        yield from inline_gaps(context)
    if not problems:
        first, last = resolutions[0], resolutions[-1]
        span = Span(first.span.start, last.span.end)
        yield holds(
            "The resolutions are numbered without gap or repeat.", f"{first.number} to {last.number} holds", span=span
        )


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def _counted(resolutions: Sequence[Resolution]) -> list[Resolution]:
    """Return the resolutions that have a number, letters and Roman numerals counted as their place.

    In minutes of several items some stand alone, without a number; they part the lists, and are left out.
    """
    resolutions = [r for r in resolutions if r.number]
    if any(r.number.isdecimal() for r in resolutions):
        return [r for r in resolutions if r.number.isdecimal()]
    numbers = [r.number.lower() for r in resolutions]
    if numbers and numbers[0] == "i" and all(n in _ROMAN for n in numbers):
        return [replace(r, number=str(_ROMAN.index(r.number.lower()) + 1)) for r in resolutions]
    if all(len(n) == 1 and n.isalpha() for n in numbers):
        return [replace(r, number=str(ord(r.number.lower()) - ord("a") + 1)) for r in resolutions]
    sub = [r.number.rpartition(".") for r in resolutions]
    if all(tail.isdecimal() and head == sub[0][0] != "" for head, _, tail in sub):
        return [replace(r, number=tail) for r, (_, _, tail) in zip(resolutions, sub, strict=True)]
    return []


def _order(resolutions: Sequence[Resolution]) -> Iterator[Outcome]:
    """Yield the gaps and repeats of the numbers."""
    if resolutions[0].number != "1":
        yield query(
            f"The resolutions begin with {resolutions[0].number}; worth checking whether any is missing.",
            f"begins with {resolutions[0].number}",
            span=resolutions[0].span,
            words=f"first {resolutions[0].number}",
        )
    for before, after in pairwise(resolutions):
        step = int(after.number) - int(before.number)
        if step == 1 or (after.number == "1" and before.number != "1"):
            continue
        what = "is numbered again" if step == 0 else "follows"
        message = (
            f"Resolution {after.number} {what}; worth checking."
            if step == 0
            else (
                f"Resolution {after.number} {what} {before.number}; worth checking whether one is missing "
                f"or misnumbered."
            )
        )
        yield query(
            message, f"{before.number}, then {after.number}", span=after.span, words=f"{before.number}>{after.number}"
        )


def _stops(context: Context, resolutions: Sequence[Resolution]) -> Iterator[Outcome]:
    """Yield the numbers without a stop in a list whose other numbers have one."""
    found = {r.span: _printed_stop(context, r) for r in resolutions}
    known = Counter(stop for stop in found.values() if stop is not None)
    usual = known.most_common(1)[0][0] if known else ""
    if not usual or known[""] * 2 >= known.total():
        return
    for resolution in resolutions:
        if found[resolution.span] == "":
            start = " ".join(resolution.text.split()[:3])
            yield query(
                f"Resolution {resolution.number} has lost the “{usual}” after its number; worth checking.",
                f"“{resolution.number} {start}”",
                span=resolution.span,
                words=f"{resolution.number} stop",
            )


def _printed_stop(context: Context, resolution: Resolution) -> str | None:
    """Return the sign behind a printed number, empty for none, or None where the number is not in the text."""
    text = context.text
    line = text.rfind("\n", 0, resolution.span.start + 1) + 1
    for start in (resolution.span.start, line):
        match = _STOP.match(text, start)
        if match and match["number"].strip("(.") == resolution.number:
            return match["stop"]
    return None


NUMBERING = Rule(
    29,
    "numbering of resolutions",
    Severity.LOW,
    "Resolutions are numbered without gap, repeat or lost stop.",
    check_numbering,
)
