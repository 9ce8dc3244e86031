"""Headings of single items against the words right under them, for rule 33.

"STATEMENT OF LETTINGS POLICY" above "the draft statement of licensing policy had been sent", "SCALE OF CHARGES 2014/15"
above charges for 2016/17, a letter headed “School Meals Grant” that told of the School Transport Grant. A word of the
heading counts as exchanged where the words around it come back in order, another word stands in its place, and it is
told nowhere under the heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.model import Span

_HEADING = re.compile(
    r"^[ \t*_#]*(?:\d{1,3}(?:/\d{2})?[.)]?[ \t]+)?(?P<capitals>[A-Z][A-Z0-9 ,:&/'’()–-]{9,110})[ \t*_]*$"
    r"|^[ \t*_#]*(?i:item|subject|title(?: of (?:item|report))?|report title)[ \t]*(?:no\.? ?)?\d{0,3}:[ \t*_]*"
    r"(?P<named>[A-Z][^\n|\t]{7,110}?)[ \t*_]*$",
    re.MULTILINE,
)
_QUOTED = re.compile(
    r"\b(?:headed|entitled|titled|called|named) [“\"‘'](?P<name>[A-Z][^”\"’\n]{7,90})[”\"’'](?P<rest>[^\n]{20,400})"
)
_WORD = re.compile(r"\d{4}[/-]\d{2,4}|[a-z][a-z'’]*")
_SMALL = re.compile(
    r"an?|and|at|by|for|from|in|of|on|or|the|to|with|reports?|its|our|their|council|borough|draft|proposed|new|that"
    r"|this|these|was|were|had|has|been|be"
)
_TELLING = re.compile(
    r"(?!(?:under|from|into|over|with|when|which|whose|than|then|also|only|some|more|they|them|there|their|would|will"
    r"|being|further|latest|above|below|current|present|whole|other|about|after|before|during|since)\b)[a-z'’]{4,}"
)
"""A word that can stand for another one in a name."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d[/-](?:\d\d|(?:19|20)\d\d)(?!\d)")
_LEAST, _FAR, _STEM, _MOST = 3, 900, 4, 3
_ROLES = re.compile(
    r"\b(?:council|committee|cabinet|executive|panel|board|minutes|record|proforma|decision|agenda|appendix|present"
    r"|resolved|recommendations?|borough|implications)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Token:
    """A word with its beginning, which its forms share, and its place."""

    word: str
    stem: str
    span: Span


def item_headings(context: Context) -> Iterator[Outcome]:
    """Ask about a heading of which one part is exchanged, or one year another, in the words right under it."""
    text = context.text
    for heading, name, body in _items(text):
        other = (
            _exchanged(name, body, text)
            or _other_year(name, body, text)
            or _longer_name(name, body, text)
            or _other_way(name, body, text)
        )
        if other is not None:
            said = " ".join(other.cut(text).split())
            title = " ".join(name.split())
            yield query(
                f"The heading is “{title}”, but the words under it speak of “{said}”; worth checking.",
                f"“{title}” against “{said}”",
                span=heading,
                words=f"{title}|{said}",
            )


def _items(text: str) -> Iterator[tuple[Span, str, Span]]:
    """Yield the headings and quoted names with a sentence under or behind them, and where that is."""
    for match in _HEADING.finditer(text):
        group = "capitals" if match["capitals"] else "named"
        name = match[group]
        if group == "capitals" and (name.upper() != name or _ROLES.search(name)):
            continue
        following = re.compile(r"\s*(?P<body>[^\n]{40,}(?:\n[^\n]+)*)").match(text, match.end())
        if following is not None and text[following.start("body")].isupper():
            start = following.start("body")
            end = min(following.end("body"), start + _FAR)
            if not text[start : start + 60].isupper():
                yield Span(*match.span(group)), name, Span(start, end)
    for match in _QUOTED.finditer(text):
        yield Span(*match.span("name")), match["name"], Span(*match.span("rest"))


def _tokens(words: str, start: int) -> list[_Token]:
    """Return the words that tell something."""
    found = ((m.group(), Span(start + m.start(), start + m.end())) for m in _WORD.finditer(words.lower()))
    return [_Token(w, w if w[0].isdigit() else w[:_STEM], span) for w, span in found if not _SMALL.fullmatch(w)]


def _exchanged(name: str, body: Span, text: str) -> Span | None:
    """Return where the words of a name come back in order with one or two that follow each other exchanged."""
    wanted, told = _tokens(name, 0), _tokens(body.cut(text), body.start)
    size = len(wanted)
    if not _LEAST <= size <= _LEAST * _MOST:
        return None
    stems = [t.stem for t in wanted]
    known = {t.stem for t in told}
    for first in range(len(told) - size + 1):
        window = told[first : first + size]
        if re.search(r"[.;]|\n\s*\n", text[window[0].span.end : window[-1].span.start]):
            continue
        other = [at for at in range(size) if window[at].stem != stems[at]]
        if not other:
            return None
        if other[0] == 0 or other[-1] == size - 1:
            continue  # only the words beside the name are others
        near = len(other) == 1 or (other[-1] - other[0] == 1 and size - len(other) >= _LEAST)
        if len(other) * 2 >= size or not near:
            continue
        lost = all(stems[at] not in known and not stems[at][0].isdigit() for at in other)
        fresh = all(window[at].stem not in stems and _TELLING.fullmatch(window[at].word) for at in other)
        if lost and fresh:
            return Span(window[0].span.start, window[-1].span.end)
    return None


def _other_year(name: str, body: Span, text: str) -> Span | None:
    """Return where the words under a heading name a year, twice at the least, that is not the one of the heading."""
    years = {_plain(m.group()) for m in _YEAR.finditer(name)}
    if len(years) != 1:
        return None
    told = list(_YEAR.finditer(text, body.start, body.end))
    plain = [_plain(m.group()) for m in told]
    if len(plain) < 2 or len(set(plain)) != 1 or set(plain) & years:
        return None
    return Span(*told[0].span())


def _plain(year: str) -> str:
    """Return a financial year as its first year and the last two digits."""
    return f"{year[:4]}/{year[-2:]}"


def _longer_name(name: str, body: Span, text: str) -> Span | None:
    """Return where the words under a heading call the report by a longer name: "Care and Activity and …"."""
    if len(name.split()) < _LEAST or name.upper() == name:
        return None
    longer = re.compile(rf"\breport on (?P<more>(?:[A-Z][a-z]+,? and |[A-Z][a-z]+, )+{re.escape(name.strip())})\b")
    found = longer.search(text, body.start, body.end)
    return Span(*found.span("more")) if found is not None else None


_OUT, _IN = re.compile(r"\b(?:disposal|sale|letting) of\b"), re.compile(r"\b(?:acquisition|purchase|buying) of\b")
_BOUGHT = re.compile(
    r"\b(?:sell|sold|offered?|let) (?:it|them|the [a-z]+) to the council\b|\b(?:purchas\w+|acquir\w+|buy|bought)\b"
)
_SOLD = re.compile(r"\b(?:dispos\w+|sale|sold|sell\w*(?! (?:it|them|the [a-z]+) to the council)|highest bid\w*)\b")


def _other_way(name: str, body: Span, text: str) -> Span | None:
    """Return where the words under "disposal of" tell of a purchase, and of no sale, or the other way round."""
    title, low = name.lower(), body.cut(text).lower()
    for heading, against, own in ((_OUT, _BOUGHT, _SOLD), (_IN, _SOLD, _BOUGHT)):
        found = against.search(low) if heading.search(title) else None
        if found is not None and not own.search(low):
            return Span(body.start + found.start(), body.start + found.end())
    return None
