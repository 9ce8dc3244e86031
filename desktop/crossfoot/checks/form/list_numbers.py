"""Lists that count their items, "(i) … (iv)", "2.1 … 2.6", minutes "41. … 47.", where one number is out of its row.

Said of any list whose items stand at the beginnings of lines under each other; the resolutions are looked at apart.
A number left out, one that comes twice and one that lost its stop all break the row in one place; a row broken in
several places is no row, but several lists, and nothing is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.model import Span

_MARK = re.compile(
    r"^(?P<lead>[^\n(|\t]{0,80}?(?:[-–—:]|\bthat)[ \t]+(?=\((?:1|a|i)\)))?[ \t]*[*_#]*"
    r"(?P<open>\(|[A-Z]{1,5}[./ ]{0,2}(?=\d))?(?P<label>[ivxIVX]{1,5}|[a-zA-Z]|\d{1,3})(?P<stop>\.0|[).:]?)[ \t]+[*_]*"
    r"(?:(?P<title>[A-Z][A-Z'’]+(?:[ ,&/:.()–-]+[A-Z'’]+)*(?![a-z])|[A-Z][^\n.;|\t]{2,70}(?=[ \t*_]*$))"
    r"|(?=[^\s\d|]|\d[\d,.]*%?[ ][a-zA-Z(]))",
    re.MULTILINE,
)
"""A number at the beginning of a line; where a title follows, in capitals or as a short line, it is a heading's."""
_DOTTED = re.compile(
    r"^[ \t*_#]*(?P<section>\d{1,2})\.(?P<label>\d{1,2})[.)]?[ \t]+(?=[*_\"“(]*[A-Z]|\d[\d,.]*%? [a-z])", re.MULTILINE
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_LEAST, _LONGEST = 3, 1200
_LEAST_HEADINGS = 4
"""So many headings at the least make a row of which one can be missing where the first has another number than 1."""
_ONE_LEFT_OUT = 2
_BESIDE = 400
"""From so near an item goes on with the list above it however the two look; "1" and "3" alone are a list then."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A number or letter at the beginning of a line: its kind, its place in a row, and where it stands."""

    kind: tuple[str, ...]
    label: str
    place: int
    roman: int
    headed: bool
    bare: bool
    span: Span


def list_numbers(context: Context) -> Iterator[Outcome]:
    """Ask about the one item of a list that repeats a number or leaves one out."""
    said: set[Span] = set()
    for run, least in context.once(_all_runs):
        lost = [mark for mark in run if mark.bare]
        if len(lost) == 1 and len(run) > 1 and lost[0].span not in said:
            said.add(lost[0].span)
            yield query(
                f"“{lost[0].label})” has lost the bracket in front of it in a list; worth checking.",
                f"“{lost[0].label})”",
                span=lost[0].span,
                words=f"{lost[0].label} bracket",
            )
        broken = _broken(run) if len(run) >= least or _are_one_and_three(run) else None
        if broken is None or broken.span in said:
            continue
        said.add(broken.span)
        before = run[run.index(broken) - 1]
        if _between(context.text, before, broken):
            continue
        yield query(
            f"“{broken.label}” follows “{before.label}” in a list; worth checking whether one is missing "
            "or misnumbered.",
            f"{before.label}, then {broken.label}",
            span=broken.span,
            words=f"{before.label}>{broken.label}",
        )


def heading_rows(context: Context) -> Iterator[list[tuple[Span, bool]]]:
    """Yield where the numbers stand that make a row of three headings or more, and whether each is a heading's.

    One number may be left out, and one in four may stand in front of words: "6. Dispensations - none were needed.".
    """
    for run, _ in context.once(_all_runs):
        steps = [_step(run, before, after) for before, after in pairwise(run)]
        headed = sum(mark.headed for mark in run)
        unbroken = sorted(steps)[:-1] == [1] * (len(steps) - 1)
        if headed >= _LEAST and headed * 4 >= len(run) * 3 and unbroken and max(steps) <= _ONE_LEFT_OUT:
            yield [(mark.span, mark.headed) for mark in run]


def _all_runs(context: Context) -> list[tuple[list[_Mark], int]]:
    """Return the rows of numbers of a record, which two rules look at."""
    return list(_runs(context.text))


def _are_one_and_three(run: Sequence[_Mark]) -> bool:
    """Tell whether two marks alone make a list: near each other, two headings, or two of a section's paragraphs."""
    if len(run) != 2 or run[0].place != 1:
        return False
    near = run[1].span.start - run[0].span.end < _BESIDE
    return near or run[0].kind[0] == "dotted" or (run[0].headed and run[1].headed)


def _between(text: str, before: _Mark, broken: _Mark) -> bool:
    """Tell whether the number that is left out stands inside a line: "5. CONFLICTS / 6. DISPENSATIONS"."""
    in_roman = max(len(before.label), len(broken.label)) > 1 and not before.label.isdecimal()
    if in_roman:
        left_out = _ROMAN[before.roman] if 0 < before.roman < min(broken.roman, len(_ROMAN)) else ""
    elif broken.place > before.place:
        left_out = str(before.place + 1) if before.label.isdecimal() else chr(ord(before.label) + 1)
    else:
        left_out = ""
    if not left_out:
        return False
    stop = re.escape(before.kind[1]) if before.kind[0] != "dotted" else ""
    return re.search(rf"(?<![\d.,£]){left_out}{stop}\s", text[before.span.end : broken.span.start]) is not None


def _runs(text: str) -> Iterator[tuple[list[_Mark], int]]:
    """Yield the rows of numbers in a text, each with the number of marks that it needs."""
    marks = [_mark(m, (m["open"] or "", m["stop"])) for m in _MARK.finditer(text) if m["stop"] or m["title"]]
    dotted = [_mark(match, ("dotted", match["section"])) for match in _DOTTED.finditer(text)]
    for run in _rows([*marks, *dotted]):
        yield run, _LEAST_HEADINGS if run[0].headed and run[0].place > 1 else _LEAST


def _mark(match: re.Match[str], kind: tuple[str, ...]) -> _Mark:
    """Return a mark as its place in a row of numbers or letters, and in one of Roman numerals."""
    label = match["label"]
    low = label.lower()
    bare = kind == ("", ")")
    kind = ("(", ")") if bare else kind  # "b)" goes on with "(a)": it has lost its bracket
    alike = (*kind, "digits" if low.isdecimal() else "capitals" if label.isupper() else "letters")
    place = int(low) if low.isdecimal() else ord(low) - ord("a") + 1 if len(low) == 1 else 0
    roman = _ROMAN.index(low) + 1 if low in _ROMAN else place if low.isdecimal() else 0
    headed = "dotted" not in kind and match["title"] is not None
    return _Mark(alike, label, place, roman, headed, bare, Span(match.start("label"), match.end("label")))


def _rows(marks: Sequence[_Mark]) -> Iterator[list[_Mark]]:
    """Yield the rows that marks make, one inside another where a list begins anew below an item of the same kind."""
    for kind in dict.fromkeys(mark.kind for mark in marks):
        open_rows: list[list[_Mark]] = []
        for mark in marks:
            if mark.kind != kind:
                continue
            at = _row_of(open_rows, mark)
            if at is None:
                if mark.headed or mark.place == 1 or mark.roman == 1:
                    open_rows.append([mark])
                continue
            yield from open_rows[at + 1 :]
            del open_rows[at + 1 :]
            open_rows[at].append(mark)
        yield from open_rows


def _row_of(rows: Sequence[list[_Mark]], mark: _Mark) -> int | None:
    """Return which of the open rows a mark goes on with: the one whose next it is, else one that it breaks.

    Where it is the next of two, a heading goes on with headings; a row is broken by its like alone, and from near.
    """
    inward = list(reversed(range(len(rows))))
    after = [i for i in inward if _step(rows[i], rows[i][-1], mark) == 1]
    if after:
        return next((i for i in after if rows[i][-1].headed == mark.headed), after[0])
    for i in inward:
        last = rows[i][-1]
        far = mark.span.start - last.span.end
        near = far < _BESIDE or (last.headed == mark.headed and (mark.headed or far < _LONGEST))
        twice_first = mark.place == 1 and len(rows[i]) > 1
        swapped = len(rows[i]) > 1 and _step(rows[i], rows[i][-2], last) == 2
        if near and not twice_first and _step(rows[i], last, mark) in ({0, 2, -1} if swapped else {0, 2}):
            return i
    return None


def _step(row: Sequence[_Mark], before: _Mark, mark: _Mark) -> int:
    """Return by how much a mark's place is behind the one before it."""
    if row[0].roman == 1 and row[0].label.lower() == "i":
        return mark.roman - before.roman if mark.roman else -1
    return mark.place - before.place


def _broken(run: Sequence[_Mark]) -> _Mark | None:
    """Return the one mark that breaks a row: behind a gap, a repeat, or out of place between its neighbours.

    A first number that comes twice and is followed by the second one is a heading above its own list.
    """
    steps = [_step(run, before, after) for before, after in pairwise(run)]
    wrong = [index for index, step in enumerate(steps) if step != 1]
    misnumbered = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and steps[wrong[0]] + steps[wrong[1]] == 2
    changed_over = [steps[i] for i in wrong] == [2, -1, 2] and wrong[2] == wrong[0] + 2
    alone = len(wrong) == 1 and not (wrong[0] == 0 and steps[0] == 0)
    return run[wrong[0] + 1] if alone or misnumbered or changed_over else None
