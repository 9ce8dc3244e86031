"""A title's word that the body exchanges for its sibling, in whatever order the body puts the words.

"Review of Primary School Places" over "a report reviewing secondary school places": all other words of the title are
there, this one is nowhere in the body, and in its stead stands a word of the same kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.model import Span
from crossfoot.model.english import MONTH_NAMES

_KINDS = (
    ("primary", "secondary", "nursery", "infant", "junior", "special", "post-16", "sixth"),
    ("adult", "children", "child", "youth", "older", "young"),
    ("annual", "quarterly", "monthly", "half-yearly", "mid-year", "biannual", "yearly", "weekly", "interim", "final"),
    ("revenue", "capital"),
    ("fostering", "adoption", "residential", "leaving", "kinship"),
    ("north", "south", "east", "west", "central", "northern", "southern", "eastern", "western"),
    ("nursing", "residential", "home", "day", "domiciliary", "respite", "extra", "sheltered", "supported"),
    (
        "housing",
        "highways",
        "waste",
        "library",
        "libraries",
        "leisure",
        "planning",
        "licensing",
        "education",
        "transport",
        "parks",
        "museum",
        "museums",
        "markets",
        "cemeteries",
        "catering",
        "cleaning",
        "parking",
    ),
    ("increase", "reduction", "decrease", "freeze"),
    ("draft", "final", "revised", "interim"),
    ("internal", "external"),
    ("urban", "rural"),
    ("male", "female", "boys", "girls", "men", "women"),
    ("business", "domestic", "commercial", "private", "public", "council"),
    ("first", "second", "third", "fourth"),
    tuple(month.lower() for month in MONTH_NAMES),
    ("spring", "summer", "autumn", "winter"),
    (
        "closure",
        "expansion",
        "opening",
        "merger",
        "amalgamation",
        "enlargement",
        "relocation",
        "sale",
        "purchase",
        "lease",
        "letting",
        "demolition",
        "refurbishment",
        "transfer",
        "disposal",
        "acquisition",
        "extension",
        "renewal",
        "introduction",
        "withdrawal",
        "creation",
        "abolition",
    ),
    ("inspection", "consultation", "survey", "review", "audit", "strategy", "policy", "plan", "outturn", "budget"),
)
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "report",
        "reports",
        "its",
        "borough",
        "council",
        "update",
        "progress",
        "our",
        "new",
        "proposed",
        "proposals",
        "item",
    ]
)
_TOKEN = re.compile(r"\d{4}\s?[/-]\s?\d{2,4}|\d+|[a-z][a-z'’-]*")
_TELLS = re.compile(
    r"\b(?:report|considered|received|presented|introduced|submitted|discussed|outlined|consideration|proposal|noted)\b"
)
_STEM = 5
_SENTENCES = 3
_MANY = 2


def exchanged_sibling(text: str, body: Span, title: str) -> tuple[str, Span] | None:
    """Return the words of the body that have a sibling in the place of a word of the title, and where they stand."""
    wanted = [w for w in _tokens(title.lower()) if w not in _SMALL]
    if len(wanted) < _MANY:
        return None
    low = text.lower()
    lost = [w for w in wanted if not _is_told(w, low, body)]
    numbers = [w for w in wanted if w.isdecimal()]
    for start, end in _sentences(low, body):
        said = low[start:end]
        here = {_stem(w) for w in _tokens(said)}
        for word in lost if len(lost) == 1 else ():
            others = [w for w in wanted if w != word]
            if all(_stem(w) in here for w in others) and (found := _sibling(said, word, others, title.lower())):
                return " ".join(text[start:end].split()), Span(start + found[0], start + found[1])
        for number in numbers:
            counted = _counted(title.lower(), number)
            other = re.search(rf"\b{counted}\s+(?!{number}\b)(\d+)\b", said) if counted else None
            if other and not re.search(rf"\b{counted}\s+{number}\b", said) and _others_there(here, wanted, number):
                return " ".join(text[start:end].split()), Span(start + other.start(), start + other.end())
    return None


def _is_told(word: str, low: str, body: Span) -> bool:
    """Tell whether a body has a word of the title, in whatever form; years may be written with a dash."""
    stem = _stem(word)
    if word[0].isdigit():
        return re.search(rf"\b{re.escape(stem).replace('/', '[/-]')}\b", low[body.start : body.end]) is not None
    whole = "" if len(stem) == _STEM else r"(?![a-z'’-])"
    return re.search(rf"\b{re.escape(stem)}{whole}", low[body.start : body.end]) is not None


def _others_there(here: set[str], wanted: list[str], number: str) -> bool:
    return all(_stem(w) in here for w in wanted if w != number)


def _counted(title: str, number: str) -> str | None:
    """Return the noun in front of a number of the title: "quarter" of "Quarter 1 Performance"."""
    found = re.search(rf"\b([a-z]{{4,}})\s+{number}\b", title)
    return found[1] if found else None


def _sentences(low: str, body: Span) -> Iterator[tuple[int, int]]:
    """Yield the first sentences of the body that tell what was before the meeting."""
    at, told = body.start, 0
    for stop in re.finditer(r"[.;]\s|\n\s*\n|\Z", low[body.start : min(body.end, body.start + 6000)]):
        end = body.start + stop.start()
        if _TELLS.search(low[at:end]):
            told += 1
            yield at, end
        at = body.start + stop.end()
        if told >= _SENTENCES:
            return


def _sibling(said: str, word: str, others: list[str], title: str) -> tuple[int, int] | None:
    """Return where the sibling of a title's word stands in a sentence: of its kind, or in its place before "of"."""
    held = {_stem(w) for w in others}
    for match in _TOKEN.finditer(said):
        other = match.group()
        if _stem(other) in held or _stem(other) == _stem(word) or other in _SMALL:
            continue
        if any(word in kind and other in kind for kind in _KINDS) or _of_the_same(word, other, said, title):
            return match.start(), match.end()
        if word.endswith("ing") and other.endswith("ing") and len(other) > _STEM and len(word) > _STEM:
            beside = said[match.end() : match.end() + 25]
            if re.match(r"\s+(?:of|contract|service|strategy|policy|charges|scheme|grant)\b", beside):
                return match.start(), match.end()
    return None


def _of_the_same(word: str, other: str, said: str, title: str) -> bool:
    """Tell whether both words are what is done "of" the same thing: "closure of Redfern", "sale of Redfern"."""
    pattern = r"\b{}\s+of\s+(?:the\s+|a\s+)?([a-z]+)"
    first, second = re.search(pattern.format(re.escape(word)), title), re.search(pattern.format(re.escape(other)), said)
    return first is not None and second is not None and first[1] == second[1]


def _tokens(words: str) -> list[str]:
    return [match.group() for match in _TOKEN.finditer(words)]


def _stem(word: str) -> str:
    """Return the beginning of a word, which its forms share, or a number or a year whole."""
    return re.sub(r"\s", "", word).replace("-", "/") if word[0].isdigit() else word[:_STEM]
