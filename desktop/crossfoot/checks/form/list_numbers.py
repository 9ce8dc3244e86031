"""Lists that count their items, "(i) … (iv)", of which one item alone has another number than its place.

Said of any list whose items stand at the beginnings of lines under each other; the resolutions are looked at apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.model import Span

_MARK = re.compile(
    r"^[ \t]*(?P<open>\()?(?P<label>[ivx]{1,5}|[a-z]|\d{1,2})(?P<stop>\)|\.)[ \t]+(?=\S)", re.MULTILINE | re.IGNORECASE
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_LEAST, _LONGEST = 3, 1200


def list_numbers(context: Context) -> Iterator[Outcome]:
    """Ask about the one item of a list that repeats a number or leaves one out."""
    resolved = [r.span for r in context.record.resolutions]
    run: list[re.Match[str]] = []
    for mark in (*_MARK.finditer(context.text), None):
        if mark is not None and run and _goes_on(run, mark):
            run.append(mark)
            continue
        if len(run) >= _LEAST and not any(s.start <= run[0].start() < s.end for s in resolved):
            yield from _asked(run)
        run = [mark] if mark is not None and _place(mark["label"]) == 1 else []


def _goes_on(run: list[re.Match[str]], mark: re.Match[str]) -> bool:
    """Tell whether a mark is of the list before it: of its kind, near it, and no first one."""
    last = run[-1]
    kind = (mark["open"], mark["stop"], mark["label"].isdecimal()) == (
        last["open"],
        last["stop"],
        last["label"].isdecimal(),
    )
    return kind and mark.start() - last.end() < _LONGEST and mark["label"].lower() not in {"1", "i", "a"}


def _place(label: str, *, roman: bool | None = None) -> int:
    """Return which in its row a number, letter or Roman numeral is; nought for none."""
    low = label.lower()
    if low.isdecimal():
        return int(low)
    if roman or (roman is None and low == "i"):
        return _ROMAN.index(low) + 1 if low in _ROMAN else 0
    return ord(low) - ord("a") + 1 if len(low) == 1 else 0


def _asked(run: list[re.Match[str]]) -> Iterator[Outcome]:
    """Ask about the one item whose number is not its place, where all others have theirs."""
    roman = run[0]["label"].lower() == "i"
    places = [_place(mark["label"], roman=roman) for mark in run]
    wrong = [index for index, place in enumerate(places) if place != index + 1]
    if len(wrong) != 1 or places[wrong[0]] == 0 or abs(places[wrong[0]] - wrong[0] - 1) > 1:
        return
    mark = run[wrong[0]]
    before = run[wrong[0] - 1]
    span = Span(mark.start("label"), mark.end("label"))
    yield query(
        f"“{mark['label']}” follows “{before['label']}” in a list; worth checking whether one is missing "
        "or misnumbered.",
        f"{before['label']}, then {mark['label']}",
        span=span,
        words=f"{before['label']}>{mark['label']}",
    )
