"""Marks of a copy set against those here: what only one side changed is joined, what both changed is a difference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from crossfoot.model import About, Annotation, JournalRow, Span
from crossfoot.model.wording import mark_words, thread_words
from crossfoot.review.merging.pairing import Pair
from crossfoot.review.merging.plan import Arrival, Difference, Side
from crossfoot.workspace import NOTHING, TargetKind, dumps, loads

_ONE_OF_TWO = ("comment", "colour", "resolved")
"""What can only be one thing or the other; tags and answers of both sides stand beside each other."""

MERGE = "merge"
"""The verb of the act that brings a copy in."""

_Maker = tuple[object, ...]


@dataclass(slots=True)
class Marks:
    """What was found: marks that are new here, marks here that become others, differences, and what has no place."""

    new: list[Annotation] = field(default_factory=list)
    edited: list[Annotation] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


class Origins:
    """What both copies began with of every mark, and who wrote each down last.

    A mark that came in with an earlier merge began as it came in.
    """

    def __init__(
        self, base: Mapping[tuple[str, str], str], my_rows: Sequence[JournalRow], their_rows: Sequence[JournalRow]
    ) -> None:
        kind = TargetKind.ANNOTATION.value
        self.marks = {target: loads(Annotation, data) for (named, target), data in base.items() if named == kind}
        self._made = {_maker(mark): mark for mark in self.marks.values()}
        for row in (*their_rows, *my_rows):
            if row.target_kind == kind and row.verb == MERGE and row.before == NOTHING and row.after != NOTHING:
                mark = loads(Annotation, row.after)
                self._made.setdefault(_maker(mark), mark)
        self._my_writers, self._their_writers = _writers(my_rows), _writers(their_rows)

    def of(self, mark: Annotation) -> Annotation | None:
        """Return what a mark of the other copy began as; None where it was made since."""
        return self.marks.get(mark.id) or self._made.get(_maker(mark))

    def my_writer(self, target: str) -> str:
        """Return who wrote a mark here last, or took it away."""
        return self._my_writers.get(target, "")

    def their_writer(self, target: str) -> str:
        """Return who wrote a mark there last, or took it away."""
        return self._their_writers.get(target, "")


def compare_marks(pair: Pair, origins: Origins, found: Marks) -> None:
    """Sort every mark of one record that the other copy holds or took away."""
    mine = {_maker(mark): mark for mark in pair.my_sheet.annotations.values()}
    for theirs in pair.their_sheet.annotations.values():
        moved = _moved(pair, theirs)
        same = mine.get(_maker(moved or theirs))
        if same is not None:
            _join(pair, theirs, same, origins, found)
            continue
        before = origins.of(theirs)
        if before is not None and _said(before) == _said(theirs):
            continue  # only taken away here
        if moved is None:
            found.left_out.append(f"The mark on “{theirs.quote}” in {pair.name} has no place in the text here.")
        elif before is not None and pair.version is None and theirs.id in origins.marks:
            found.differences.append(_restored(moved, origins, theirs.id))
        else:
            found.new.append(moved)
    if pair.version is None:
        _compare_gone(pair, origins, found)


def _compare_gone(pair: Pair, origins: Origins, found: Marks) -> None:
    """Ask about the marks that the colleague took away and that are here still."""
    for target in origins.marks:
        mine = pair.my_sheet.annotations.get(target)
        if mine is not None and target not in pair.their_sheet.annotations:
            arrival = Arrival(TargetKind.ANNOTATION, _name(mine), target, mine.document, dumps(mine), None)
            here = Side(_words(mine), origins.my_writer(target))
            found.differences.append(Difference(arrival, here, Side("taken away", origins.their_writer(target))))


def _restored(moved: Annotation, origins: Origins, target: str) -> Difference:
    """Return the difference over a mark that was changed there and taken away here."""
    mark = replace(moved, id=target)
    by = origins.their_writer(target)
    arrival = Arrival(TargetKind.ANNOTATION, _name(mark), target, mark.document, NOTHING, mark, by)
    return Difference(arrival, Side("taken away", origins.my_writer(target)), Side(_words(mark), by))


def _join(pair: Pair, theirs: Annotation, mine: Annotation, origins: Origins, found: Marks) -> None:
    """Join one mark of both copies; what both changed, and not alike, stays as it is here until theirs is chosen."""
    kept, differing = _joined(mine, theirs, origins.of(theirs))
    if kept != mine:
        found.edited.append(kept)
    if not differing:
        return
    taken = replace(kept, **{name: getattr(theirs, name) for name in differing})
    by = origins.their_writer(theirs.id)
    arrival = Arrival(TargetKind.ANNOTATION, _name(mine), mine.id, pair.mine.id, dumps(mine), taken, by)
    here = Side(_words(kept, differing), origins.my_writer(mine.id))
    found.differences.append(Difference(arrival, here, Side(_words(taken, differing), by)))


def _joined(mine: Annotation, theirs: Annotation, before: Annotation | None) -> tuple[Annotation, tuple[str, ...]]:
    """Return my mark with what only the colleague changed, and the names of the fields that both changed.

    Answers of both stand in the order in which they were given. A thread is resolved only by who has seen all of them.
    """
    changed: dict[str, Any] = {}
    differing = []
    for name in _ONE_OF_TWO:
        here, there = getattr(mine, name), getattr(theirs, name)
        began = getattr(before, name) if before is not None else None
        if here == there or (before is not None and began == there):
            continue
        if before is not None and began == here:
            changed[name] = there
        else:
            differing.append(name)
    answers = dict.fromkeys((*mine.replies, *theirs.replies))
    changed["replies"] = tuple(sorted(answers, key=lambda reply: reply.at))
    if not any(mark.resolved and len(mark.replies) == len(answers) for mark in (mine, theirs)):
        changed["resolved"] = False
        differing = [name for name in differing if name != "resolved"]
    changed["tags"] = _tags(mine.tags, theirs.tags, before.tags if before is not None else ())
    return replace(mine, **changed), tuple(differing)


def _tags(mine: Sequence[str], theirs: Sequence[str], before: Sequence[str]) -> tuple[str, ...]:
    """Return my tags with those that the colleague added, without those that the colleague took away."""
    gone = set(before) - set(theirs)
    added = [tag for tag in theirs if tag not in before]
    return tuple(dict.fromkeys([*(tag for tag in mine if tag not in gone), *added]))


def _moved(pair: Pair, mark: Annotation) -> Annotation | None:
    """Return a mark at its place here, under the ids of this workspace; None where its words have no place here."""
    if pair.version is not None:
        span = next(each.span for each in pair.version.notes if each.note.id == mark.id)
    else:
        span = _place(pair, mark)
    if span is None:
        return None
    quote = span.cut(pair.mine.text) if mark.about is About.TEXT else mark.quote
    return replace(mark, document=pair.mine.id, span=span, quote=quote, target=_target(pair, mark))


def _place(pair: Pair, mark: Annotation) -> Span | None:
    """Return where a mark stands in the text of this workspace; in another text, where its words stand once."""
    if pair.same_text:
        return mark.span
    if mark.about is not About.TEXT:
        return Span(0, 0)
    starts = list(_places(pair.mine.text, mark.quote))
    return Span(starts[0], starts[0] + len(mark.quote)) if len(starts) == 1 else None


def _places(text: str, quote: str) -> Iterator[int]:
    """Yield every place where words stand."""
    start = text.find(quote)
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)


def _target(pair: Pair, mark: Annotation) -> str:
    """Return what a note is about under the ids of this workspace."""
    if mark.about is not About.CHART_POINT:
        return mark.target
    theirs = pair.their_sheet.figures.get(mark.target)
    mine = pair.counterpart(theirs) if theirs is not None else None
    return mine.id if mine is not None else f"{pair.mine.id}-{mark.target.partition('-')[2]}"


def _maker(mark: Annotation) -> _Maker:
    """Return what tells a mark from all others in both copies: who made it when, on which words."""
    return (mark.reviewer, mark.created_at, " ".join(mark.quote.split()), mark.kind, mark.about)


def _said(mark: Annotation) -> Annotation:
    """Return a mark without its place in one copy."""
    return replace(mark, id="", document="", span=Span(0, 0), target="", quote="")


def _writers(rows: Iterable[JournalRow]) -> dict[str, str]:
    """Return by id who wrote each mark last: of one that came in with a merge, who made it."""
    found = {}
    for row in rows:
        if row.target_kind == TargetKind.ANNOTATION.value:
            merged = row.verb == MERGE and row.after != NOTHING
            found[row.target] = loads(Annotation, row.after).reviewer if merged else row.reviewer
    return found


def _name(mark: Annotation) -> str:
    """Return what a mark is called."""
    return f"{mark_words(mark).capitalize()} on “{mark.quote}”" if mark.about is About.TEXT else _about(mark)


def _about(mark: Annotation) -> str:
    """Return what a note is called that stands on no words of the text."""
    return f"{mark_words(mark).capitalize()}: {mark.quote}"


def _words(mark: Annotation, differing: Sequence[str] = ()) -> str:
    """Return what a mark says, what differs first, on several lines."""
    said = {
        "comment": mark.comment or ("no comment" if "comment" in differing else ""),
        "colour": f"in {mark.colour}" if mark.about is About.TEXT else "",
        "resolved": "resolved" if mark.resolved else ("open" if "resolved" in differing else ""),
    }
    names = (*differing, *(name for name in said if name not in differing))
    tags = " ".join(f"#{tag}" for tag in mark.tags)
    return "\n".join(filter(None, (*(said[name] for name in names), tags, *thread_words(mark))))
