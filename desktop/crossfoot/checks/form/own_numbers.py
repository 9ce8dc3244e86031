"""Numbers that a record's own words point at, against the run of numbers that its headings, items and letters make.

"The recovery plan in section 8" of a report whose sections end at 7, an interest declared "in minute 86" of minutes
that run from 64 to 72, "recommendations (a) and (e)" of three. A run counts where no number is left out of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.model import Span

_HEADED = re.compile(r"^[ \t*_#]*(?P<number>\d{1,3})(?:\.0?)?[.)]?[ \t]+(?=[*_]*[A-Z][^\n]{1,90}$)", re.MULTILINE)
_PARAGRAPH = re.compile(r"^[ \t*_#]*(?P<number>\d{1,3})(?:\.0?)?[.)]?[ \t]+(?=[*_]*[A-Z])", re.MULTILINE)
_DOTTED = re.compile(r"^[ \t*_#]*(?P<number>\d{1,2}\.\d{1,2})\.?[ \t]+(?=[*_]*[A-Z])", re.MULTILINE)
_BEFORE = re.compile(r"(?:\b(?:in|at|under|of|see|per|by|from|to|with|on|and|or|also) |\((?:see )?)$")
_AFTER = re.compile(r"(?: \([a-z]\))? (?:above|below)\b")
_SECTION = re.compile(
    r"\b(?:sections?|(?P<paragraph>para(?:graph)?s?\.?)) (?P<number>\d{1,2})(?![\d.]*\d|\w)(?P<rest>[^.;\n]{0,40})"
)
_SEVERAL_SECTIONS = re.compile(
    r"\b(?:sections|para(?:graph)?s\.?) \d{1,3}\s*(?:[-–—]|to|and)\s*(?P<last>\d{1,3})\b(?! of the [a-z ]*act\b)"
)
_TO_DOTTED = re.compile(
    r"\b(?:(?:sections?|para(?:graph)?s?\.?) |(?:at|in|see|under|by|of) (?=[\d.]+ (?:above|below)\b))"
    r"(?P<number>\d{1,2}\.\d{1,2})(?![\d.]*\d)(?P<rest>[^;\n]{0,40})"
)
_LAW = re.compile(
    r"^\s*(?:\([^)]*\)\s*)?(?:of|to|under) (?:the|that|this|part|schedule|its|their|his)\b|^\s*\((?:\d|[a-z])\)"
    r"|^\s*(?:agreements?|enquir\w+|orders?|funding|grant|monies|duty|duties|powers?|notices?|inspections?|children)\b"
    r"|\b(?:act|regulations?|order|code|guidance|constitution|appendix|annex|report)\b"
)
_INTEREST = re.compile(
    r"\binterests?\b[^.;\n]{0,60}?\b(?:in|on|under) (?:(?:respect of )?(?:agenda )?(?:minute|item)s?)"
    r"(?: nos?\.?| number)? (?P<number>\d{1,3})\b(?![./]\d)"
)
_LETTERS = re.compile(
    r"\b(?:recommendations?|resolutions?|decisions?|parts?|paragraphs?|items?) \((?P<one>[a-z])\)"
    r"(?:(?:,| and| to| or|-|–) ?\((?P<two>[a-z])\))?(?! (?:of|in|to) (?:the|that|appendi|annex|schedule))"
)
_LEAST, _FAR = 3, 20


def own_numbers(context: Context) -> Iterator[Outcome]:
    """Ask about numbers and letters of the record itself that lie outside the run of those that it has."""
    low = context.passages.low
    pointed = _pointed(_SECTION, low) if "section" in low or "para" in low else []
    interests = list(_INTEREST.finditer(low)) if "interest" in low else []
    if pointed or interests:
        numbers = [int(match["number"]) for match in _HEADED.finditer(context.text)]
        paragraphs = [int(match["number"]) for match in _PARAGRAPH.finditer(context.text)]
        yield from _sections(
            context, pointed, _run_from_one(numbers), _run_from_one(paragraphs), {*numbers, *paragraphs}
        )
        yield from _minutes(context, interests, numbers)
    if "section" in low or "para" in low or "above" in low or "below" in low:
        yield from _dotted(context)
    yield from _letters(context)


def _pointed(pattern: re.Pattern[str], low: str) -> list[re.Match[str]]:
    """Return where words in small letters point at a section or paragraph: behind "in", "see", "of", or "above"."""
    return [
        m
        for m in pattern.finditer(low)
        if _BEFORE.search(low, max(0, m.start() - 7), m.start())
        or _AFTER.match(low, m.end("number"))
        or not m.group().startswith(("section", "para"))
    ]


def _run_from_one(numbers: list[int]) -> int:
    """Return how far headings are numbered on from 1 in their order, nought for less than three."""
    last = 0
    for number in numbers:
        if number == last + 1:
            last = number
    return last if last >= _LEAST else 0


def _sections(
    context: Context, pointed: list[re.Match[str]], last: int, paragraphs: int, known: set[int]
) -> Iterator[Outcome]:
    """Ask about a section or paragraph a little behind the last one that the record itself has, which no line has.

    A record that cites several sections together that it does not have, "sections 13 – 33 of the report", counts those
    of that report: rule 31 asks for them.
    """
    if any(int(m["last"]) > max(last, paragraphs) for m in _SEVERAL_SECTIONS.finditer(context.passages.low)):
        return
    for match in pointed if last or paragraphs else ():
        number, end = int(match["number"]), paragraphs if match["paragraph"] else last
        if (
            end
            and max(end, paragraphs) < number <= end + _FAR
            and number not in known
            and (number > max(known) or not match["paragraph"])
            and not _LAW.search(match["rest"])
        ):
            span = Span(match.start(), match.end("number"))
            yield _asked(context, span, f"the record's own numbers end at {end}")


def _dotted(context: Context) -> Iterator[Outcome]:
    """Ask about a paragraph "6.4" where the record itself has 6.1 to 6.3."""
    pointed = _pointed(_TO_DOTTED, context.passages.low)
    known = {match["number"] for match in _DOTTED.finditer(context.text)} if pointed else set[str]()
    for match in pointed if len(known) >= _LEAST else ():
        section = match["number"].partition(".")[0]
        beside = [number for number in known if number.startswith(f"{section}.")]
        if len(beside) >= _LEAST - 1 and match["number"] not in known and not _LAW.search(match["rest"]):
            span = Span(match.start(), match.end("number"))
            yield _asked(context, span, f"section {section} has no such paragraph")


def _minutes(context: Context, interests: list[re.Match[str]], numbers: list[int]) -> Iterator[Outcome]:
    """Ask about an interest declared in an item whose number is not among those of the meeting."""
    known = {
        n for _, run in groupby(enumerate(numbers), key=lambda at: at[1] - at[0]) for n in _whole([n for _, n in run])
    }
    for match in interests if known else ():
        if int(match["number"]) not in known | set(numbers):
            span = Span(match.start("number"), match.end("number"))
            yield _asked(context, span, f"the items of this meeting are {min(known)} to {max(known)}")


def _whole(run: list[int]) -> list[int]:
    """Return a run of numbers that is long enough to be one, else none."""
    return run if len(run) >= _LEAST else []


def _letters(context: Context) -> Iterator[Outcome]:
    """Ask about "recommendations (a) and (e)" among resolutions that are lettered and have no such letter."""
    resolutions = context.record.resolutions
    known = {r.number.lower() for r in resolutions}
    if len(known) < _LEAST - 1 or not all(len(n) == 1 and n.isalpha() for n in known):
        return
    for resolution in resolutions:
        for match in _LETTERS.finditer(context.passages.low, resolution.span.start, resolution.span.end):
            told = [match[name] for name in ("one", "two") if match[name]]
            missing = [letter for letter in told if letter not in known]
            if (
                missing
                and len(missing) < max(len(told), _LEAST - 1)
                and not context.passages.low[match.end() :].startswith(" above")
            ):
                yield _asked(
                    context, Span(match.start(), match.end()), f"there is no ({missing[0]}) among the resolutions"
                )


def _asked(context: Context, span: Span, reason: str) -> Outcome:
    """Return that words point at what is not there."""
    quote = " ".join(span.cut(context.text).split())
    return query(f"“{quote}” leads nowhere: {reason}; worth checking.", f"“{quote}”", span=span, words=quote)
