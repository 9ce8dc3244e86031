"""A title and the subject of the report, laid side by side word for word: what one has in the place of the other's.

"Youth Offending Team Inspection" over "the inspection of the youth service", "Review of Day Services for Older People"
over "day services for people with learning disabilities". English puts the same name in two orders, the nouns before
their head or the head before "of" and "for", so the words are compared in whatever order they come. Only one run of
words counts as exchanged, and only where the body has none of them anywhere; so it is with one of two things that the
title joins with "and", and with the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.checks.form.title_subject import NO_SUBJECT
from crossfoot.model import Span

_TOKEN = re.compile(r"(?:19|20)\d\d(?:\s?[/-]\s?\d{2,4})?\b|[a-z][a-z'’-]*|[^\sa-z]")
_YEAR = re.compile(r"\b(?:19|20)\d\d(?:\s?[/-]\s?\d{2,4})?\b")
_LINK = frozenset(
    ["of", "for", "on", "upon", "with", "about", "into", "to", "concerning", "concerns", "at", "in", "and"]
)
_MONTHS = frozenset([*MONTHS, "month", "months", "quarter", "three", "six", "nine", "twelve"])
_ARTICLES = frozenset(["the", "a", "an", "its", "their", "our", "this", "council's", "council’s"])
_SLIGHT = frozenset(
    [
        *("report", "reports", "paper", "update", "progress", "proposed", "proposals", "proposal", "new", "draft"),
        *("revised", "further", "joint", "borough", "council", "director", "head", "officer", "changes", "results"),
        *(
            "outcome",
            "position",
            "current",
            "latest",
            "findings",
            "first",
            "second",
            "half",
            "last",
            "past",
            "period",
            "year",
        ),
    ]
)
_ROLES = frozenset(
    ["headteacher", "manager", "chief", "executive", "chair", "chairman", "leader", "secretary", "treasurer", "member"]
)
"""Words for who a report is of."""
_VERBS = frozenset(
    [
        *("which", "that", "who", "where", "was", "were", "is", "are", "be", "been", "had", "has", "have", "would"),
        *("will", "should", "could", "may", "can", "as", "from", "by", "during", "until", "up", "before", "after"),
        *("considered", "received", "presented", "introduced", "submitted", "discussed", "outlined", "noted", "agree"),
        *("agreed", "approved", "approve", "asked", "gave", "told", "members", "cabinet", "it", "they", "he", "she"),
        *(
            "being",
            "having",
            "spoke",
            "sought",
            "given",
            "heard",
            "brought",
            "put",
            "consideration",
            "approval",
            "explained",
            "described",
        ),
        *("reported", "invited", "dealt", "related", "sets", "set"),
    ]
)
_TELLS = re.compile(
    r"\b(?:reports?|papers?|briefing|considered|received|presented|introduced|submitted|discussed|outlined|consideration"
    r"|approv\w+|noted|before (?:it|them)|agree|agreed|asked|sought|spoke|invited|proposal)\b"
)
"""Words by which a clause tells what was before the meeting."""
_FIRST, _LEAST, _MORE, _STEM = 1500, 2, 2, 5
_SAME = (
    frozenset({"care", "looke"}),
    frozenset({"statu", "safeg", "prote"}),
    frozenset({"older", "elder"}),
    frozenset({"refus", "waste"}),
    frozenset({"pupil", "schoo", "educa"}),
    frozenset({"homel", "housi"}),
)
"""Beginnings of words that name one thing in two ways."""


@dataclass(frozen=True)
class _Word:
    """A word or mark: as it stands, by its beginning, and where."""

    said: str
    stem: str
    span: Span

    @property
    def tells(self) -> bool:
        """Tell whether the word carries meaning of its own within a name."""
        return self.said[0].isalpha() and self.said not in _LINK | _ARTICLES | _SLIGHT | _VERBS | _MONTHS | _ROLES

    @property
    def closes(self) -> bool:
        """Tell whether no name goes on over the word."""
        return not self.said[0].isalnum() or self.said in _VERBS


def exchanged_part(text: str, body: Span, title: str) -> tuple[str, Span] | None:
    """Return what the body is about where it has other words in the place of some of the title's, and its place."""
    low, named = text.lower(), title.lower()
    titled = [word for word in _words(named, 0, len(named)) if word.tells]
    lost = frozenset(word.stem for word in titled if not _is_told(word.stem, low, body))
    years = _YEAR.findall(named)
    other_year = len(years) == 1 and not _is_told(years[0], low, body)
    if len(titled) < _LEAST or (not lost and not other_year):
        return None
    for clause in _clauses(low, body):
        phrase = _name(clause, {word.stem for word in titled})
        found = (
            _exchange(titled, phrase, lost, named)
            or _left_out(titled, phrase, lost, named)
            or (_year_of(titled, phrase, clause, years[0]) if other_year and not lost else None)
        )
        if found is not None:
            whole = Span(phrase[0].span.start, max(phrase[-1].span.end, found.end))
            return " ".join(whole.cut(text).split()), found
    return None


def _clauses(low: str, body: Span) -> Iterator[list[_Word]]:
    """Yield the words of the first clauses of the body."""
    at, end = body.start, min(body.end, body.start + _FIRST)
    for stop in re.finditer(r"[.;]\s|\n|\sand (?=to\b)|\Z", low[at:end]):
        if _TELLS.search(low, at, body.start + stop.start()):
            yield _words(low, at, body.start + stop.start())
        at = body.start + stop.end()


def _words(low: str, start: int, end: int) -> list[_Word]:
    return [_Word(m.group(), _stem(m.group()), Span(m.start(), m.end())) for m in _TOKEN.finditer(low, start, end)]


def _name(clause: list[_Word], titled: set[str]) -> list[_Word]:
    """Return the words of the name in a clause which has most words of the title, its links and articles left out."""
    best: list[_Word] = []
    at = 0
    while at < len(clause):
        if clause[at].closes:
            at += 1
            continue
        end = at
        while end < len(clause) and not clause[end].closes:
            end += 1
        run = [word for word in clause[at:end] if word.tells]
        if sum(word.stem in titled for word in run) > sum(word.stem in titled for word in best):
            best = run
        at = end
    return best


def _exchange(titled: list[_Word], phrase: list[_Word], lost: frozenset[str], named: str) -> Span | None:
    """Return the one run of strange words in a name that has all others of the title, of which one run is lost."""
    here, wanted = {word.stem for word in phrase}, {word.stem for word in titled}
    gone = [place for place, word in enumerate(titled) if word.stem not in here]
    come = [place for place, word in enumerate(phrase) if word.stem not in wanted]
    if not _is_run(gone) or not _is_run(come) or len(titled) - len(gone) < _LEAST or abs(len(come) - len(gone)) > _MORE:
        return None
    left, new = [titled[place].stem for place in gone], [phrase[place].stem for place in come]
    if not lost.issuperset(left) or all(stem in _KINDS_OF_PAPER for stem in left) or min(map(len, new)) < _LEAST + 1:
        return None
    if _is_another_thing(titled, gone, named):
        return None  # of two things that a title joins the body may well tell of one alone
    if len(left) == 1 and all(stem in _KINDS_OF_PAPER for stem in new):
        return None  # "budget for children's services" tells of children in need
    if any({one, other} <= same for one in left for other in new for same in _SAME):
        return None
    return Span(phrase[come[0]].span.start, phrase[come[-1]].span.end)


def _is_another_thing(titled: list[_Word], gone: list[int], named: str) -> bool:
    """Tell whether a comma or "and" parts a run of the title's words from the words beside it."""
    first, last = gone[0], gone[-1]
    before = named[titled[first - 1].span.end : titled[first].span.start] if first else ""
    after = named[titled[last].span.end : titled[last + 1].span.start] if last + 1 < len(titled) else ""
    return re.search(r",|&|\band\b", f"{before} {after}") is not None


def _left_out(titled: list[_Word], phrase: list[_Word], lost: frozenset[str], named: str) -> Span | None:
    """Return the name that is the title's but for one of two things which it joins with "and"."""
    gone = [place for place, word in enumerate(titled) if word.stem in lost]
    kept = {word.said.rstrip("s") for word in titled if word.stem not in lost}
    if not _is_run(gone) or len(kept) < _LEAST or {word.said.rstrip("s") for word in phrase} != kept:
        return None
    before, after = named[: titled[gone[0]].span.start], named[titled[gone[-1]].span.end :]
    if not (re.search(r"(?:\band|&)\s+(?:the\s+)?$", before) or re.match(r"\s+(?:and\b|&)", after)):
        return None
    return Span(phrase[0].span.start, phrase[-1].span.end)


def _year_of(titled: list[_Word], phrase: list[_Word], clause: list[_Word], own: str) -> Span | None:
    """Return the one year in a clause that names the report with all the words of the title."""
    if not {word.stem for word in titled} <= {word.stem for word in phrase}:
        return None
    years = [word for word in clause if _YEAR.match(word.said)]
    return years[0].span if len(years) == 1 and len(years[0].said) == len(own) else None


def _is_run(places: list[int]) -> bool:
    return bool(places) and places[-1] - places[0] == len(places) - 1


def _is_told(stem: str, low: str, body: Span) -> bool:
    return re.search(rf"\b{re.escape(stem)}", low[body.start : body.end]) is not None


def _stem(word: str) -> str:
    """Return the beginning of a word, which its forms share."""
    return re.sub(r"['’]s?$", "", word)[:_STEM]


_KINDS_OF_PAPER = frozenset(_stem(word) for word in NO_SUBJECT)
