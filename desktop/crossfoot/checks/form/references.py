"""Rule 30: references inside the record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.checks.form.enumerations import missing_places
from crossfoot.checks.form.near_lists import near_lists
from crossfoot.checks.form.ordinals import places_beyond
from crossfoot.model import SectionKind, Severity, Span

_INSIDE = re.compile(
    r"\b(?:(?P<kind>resolutions?|recommendations?|decisions?|items?|points?|numbers?|no\.?|paragraphs?)\s+"
    r"|(?:at|in|under|by|of|to|see|per)\s+|[a-z]{4,}\s+(?=\(\d{1,2}\)\s)|(?:about|with|for|from|on|regarding|concerning)\s+(?=\(?\d{1,2}\)?\.?\s+"
    r"(?:above|below)(?:\s*[.,;:)]|\s*\n|\s+(?:and|or|be|is|are|was|were|has|have|would|will|should)\b|\s*$)))"
    r"\(?(?P<number>\d{1,2})\)?\.?\s+(?P<side>above|below)\b"
)
OWN_NUMBER = re.compile(r"^[ \t*_#]*(?:<u>)?(?P<number>\d{1,3}(?:\.\d{1,3})*)[.)]?[ \t]+\S", re.MULTILINE)
"""A paragraph's or a heading's own number at the beginning of its line."""


_LETTERED = re.compile(
    r"\((?P<number>[a-z]|[ivx]{1,4})\)(?=(?:\s*(?:,|and|or|to)\s*\((?:[a-z]|[ivx]{1,4})\))*\s+above\b)"
)
_BY_NUMBER = re.compile(
    r"\b(?:in|of|to|by|with|under|see|per) resolutions?\s+\(?(?P<number>\d{1,2})\)?(?=[.,;]|\s*$)(?!\.\d)"
)


def _other_forms(context: Context) -> Iterator[Outcome]:
    """Ask about "(e) above" and "resolution 9" where the record has no resolution of that letter or number."""
    numbers = {r.number.lower() for r in context.record.resolutions}
    digits = [int(n) for n in numbers if n.isdecimal()]
    for resolution in context.record.resolutions:
        low = context.passages.low[resolution.span.start : resolution.span.end]
        lettered = _LETTERED.finditer(low) if any(n.isalpha() for n in numbers) else iter(())
        numbered = _BY_NUMBER.finditer(low) if digits else iter(())
        for match in (*lettered, *numbered):
            if match["number"] in numbers or re.match(r"\s*(?:of|in) ", low[match.end() :]):
                continue
            start = resolution.span.start + match.start()
            span = Span(start, start + len(match.group()))
            quote = " ".join(span.cut(context.text).split())
            yield query(
                f"“{quote}” points at {match['number']}, which is not among the resolutions; worth checking.",
                f"“{quote}”",
                span=span,
                words=quote,
            )


_TITLED = re.compile(
    r"^[ \t*_#•-]*(?P<kind>table|figure|chart|box|annex|map|diagram|part|option|scenario|graph)\s+"
    r"(?P<label>\d{1,2}|[a-z])\b",
    re.MULTILINE,
)
_TO_TITLED = re.compile(
    r"\b(?P<kind>table|figure|chart|box|map|diagram|part)s?\s+(?P<label>\d{1,2}|[a-z])\b(?=\s*(?:above|below"
    r"|overleaf|,|\.|\)|shows|gives|sets))"
    r"|\b(?P<free>tables?|charts?|graphs?|options?|scenarios?)\s+(?P<named>\d{1,2}|[a-h](?!\s+[a-h]\b))\b"
    r"(?!\s*(?:of|in|to|at|from|per)\s+(?:the|that|its|their|appendi\w+|annex|schedule|section)\b)"
    r"(?![.,]\d|\s*(?:%|per cent|(?:ha[sd]|was|were) (?:been |already |earlier )*(?:rejected|discarded|ruled|dropped)))"
)
_SEVERAL_TITLED = re.compile(
    r"\b(?P<kind>table|chart|graph|figure|option|scenario|map|box)s (?:\d{1,2}, ?)*\d{1,2},? (?:and|or|to|-|–|&) ?"
    r"(?P<label>\d{1,2})\b(?![.,]\d|\s*(?:%|per cent)|\s*(?:of|in|to|at|from) (?:the|that|its|appendi\w+|annex)\b)"
)
"""The last of several that words point at: "tables 1 and 2"."""
_MARKED = re.compile(r"^[ \t]*\(?(?P<label>[a-z]|[ivx]{1,4}|\d{1,2})[.)][ \t]+\S", re.MULTILINE)
_TO_LETTER = re.compile(
    r"(?<![a-z])(?:\((?P<one>[a-z])\)|\b(?:option|item|point|at|in|paragraph|proposal|objective"
    r"|priority) (?P<two>[a-h])\b"
    r"|\b(?P<first>[a-h]) (?:to|and|or|-|–) (?P<last>[a-h])\b)(?=\s+(?:above|below)\b)"
)
_TO_CAPITAL = re.compile(r"(?<=[a-z] )(?P<label>[B-H])(?=\s+(?:above|below)\b)")
_TO_ROMAN = re.compile(r"\((?P<label>[ivx]{1,4})\)(?=\s+(?:above|below)\b)")
_TO_NUMBERS = re.compile(
    r"\b(?P<first>\d{1,2})(?:,| and| or| to|-|–|&) ?(?P<last>\d{1,2})(?:,? (?:and"
    r"|or) (?P<third>\d{1,2}))?\s+(?P<side>above|below)\b"
)


_NAMED_OUTSIDE = re.compile(
    r"\bresolutions? \(?(?P<number>\d{1,2})\)?(?![.\d/])(?!\s*(?:\([a-z]\)\s*)?(?:of|in|from|at|passed|made|adopted)\b)"
)


def _resolutions_outside(context: Context) -> Iterator[Outcome]:
    """Ask about "resolution 5" in the reasons of a record whose resolutions end at 4.

    Asked only where the resolutions run on from 1, so that none of them was left unread.
    """
    numbers = {r.number for r in context.record.resolutions}
    if not all(n.isdecimal() for n in numbers) or not _runs_on(numbers):
        return
    for section in context.record.sections:
        if section.kind not in {SectionKind.REASONS, SectionKind.ALTERNATIVES}:
            continue
        for match in _NAMED_OUTSIDE.finditer(context.passages.low, section.span.start, section.span.end):
            if match["number"] in numbers or re.match(r"\s+(?:above|below)\b", context.passages.low[match.end() :]):
                continue
            span = Span(match.start(), match.end())
            quote = " ".join(span.cut(context.text).split())
            yield query(
                f"“{quote}” points at {match['number']}, which is not among the resolutions; worth checking.",
                f"“{quote}”",
                span=span,
                words=quote,
            )


def _labels_elsewhere(context: Context) -> Iterator[Outcome]:
    """Ask about "table 3 below", "(e) above" and "1 and 4 above" where the text has such labels, but not that one."""
    low = context.passages.low
    points = "above" in low or "below" in low
    titled: dict[str, set[str]] = {}
    for match in _TITLED.finditer(low):
        titled.setdefault(match["kind"], set()).add(match["label"])
    marks = [m["label"] for m in _MARKED.finditer(low)] if points else []
    letters = {m for m in marks if m.isalpha() and len(m) == 1}
    numbers = {m for m in marks if m.isdecimal()} | {r.number for r in context.record.resolutions}
    wanted: list[tuple[Span, str]] = []
    for match in _TO_TITLED.finditer(low) if titled else ():
        at_start = low.rfind("\n", 0, match.start()) + 1
        kind, label = match["kind"] or match["free"].removesuffix("s"), match["label"] or match["named"]
        known = titled.get(kind, set())
        listed = known if match["kind"] else known if _runs_on(known) else set[str]()
        if listed and label not in listed and low[at_start : match.start()].strip(" \t*_#•-"):
            wanted.append((Span(match.start(), match.end()), label))
    for match in _SEVERAL_TITLED.finditer(low) if titled else ():
        known = titled.get(match["kind"], set())
        if _runs_on(known) and match["label"] not in known:
            wanted.append((Span(match.start(), match.end()), match["label"]))
    for match in _TO_LETTER.finditer(low) if points else ():
        asked = [match[name] for name in ("one", "two", "first", "last") if match[name]]
        if len(letters) >= _TWO and (missing := [x for x in asked if x not in letters]):
            wanted.append((Span(match.start(), match.end()), missing[-1]))
    if points:
        wanted += _capitals_and_romans(context, marks)
        wanted += _in_the_list(context)
    for match in _TO_NUMBERS.finditer(low) if points else ():
        asked = [match[name] for name in ("first", "last", "third") if match[name]]
        held = any(r.span.start <= match.start() < r.span.end for r in context.record.resolutions)
        known = {r.number for r in context.record.resolutions} if held else numbers
        present = [x for x in asked if x in known]
        missing = [x for x in asked if x not in known]
        if len(known) >= _TWO and present and len(missing) == 1:
            wanted.append((Span(match.start(), match.end()), missing[0]))
    wanted += [(span, label) for span, label in missing_places(context) if not any(span.overlaps(w) for w, _ in wanted)]
    wanted += [(span, label) for span, label in near_lists(context) if not any(span.overlaps(w) for w, _ in wanted)]
    lettered = any(r.number.isalpha() for r in context.record.resolutions)
    inside = [r.span for r in context.record.resolutions] if lettered else []
    for span, label in wanted:
        quote = " ".join(span.cut(context.text).split())
        if quote.startswith("(") and any(one.contains(span) for one in inside):
            continue  # asked about among the resolutions
        yield query(
            f"“{quote}” points at {label}, which is not there; worth checking.", f"“{quote}”", span=span, words=quote
        )


def _runs_on(labels: set[str]) -> bool:
    """Tell whether labels are all of A, B, C … or of 1, 2, 3 …, two at the least, so that none of them is left out."""
    numbers = sorted(int(x) if x.isdecimal() else ord(x) - ord("a") + 1 for x in labels)
    return len(numbers) >= _TWO and numbers == list(range(1, len(numbers) + 1))


_TO_LISTED = re.compile(
    r"\b(?:priorit(?:y|ies)|objective|aim|action|item|point|number|theme|strand|measure|proposal|step|outcome|goal"
    r"|principle|recommendation|option|area|project|risk)s?\s+(?P<label>\d{1,2})\b"
    r"(?=\s+(?:(?:in|of|on|from) (?:the|this|that) (?:above )?list\b"
    r"|(?:listed|set out|named|described|shown|given) above))"
)
_NUMBERED = re.compile(r"^[ \t]*\(?(?P<label>\d{1,2})[.)][ \t]+\S", re.MULTILINE)


def _in_the_list(context: Context) -> Iterator[tuple[Span, str]]:
    """Yield where "priority 7 in the list above" points at a number that the last list before it does not have.

    Resolutions are no such list, and the numbered headings of a form do not run on from one.
    """
    inside = [r.span for r in context.record.resolutions]
    decision = context.record.section(SectionKind.DECISION)
    for match in _TO_LISTED.finditer(context.passages.low) if decision is not None else ():
        runs: list[int] = []
        begin, end = (decision.span.start + 1, min(match.start(), decision.span.end)) if decision else (0, 0)
        for mark in _NUMBERED.finditer(context.passages.low, begin, end):
            if any(span.start - len(mark.group()) <= mark.start() < span.end for span in inside):
                continue
            number = int(mark["label"])
            if number == 1:
                runs.append(1)
            elif runs and number == runs[-1] + 1:
                runs[-1] = number
        last = next((run for run in reversed(runs) if run >= _TWO), 0)
        if last and not 1 <= int(match["label"]) <= last:
            yield Span(match.start(), match.end()), match["label"]


def _capitals_and_romans(context: Context, marks: Sequence[str]) -> Iterator[tuple[Span, str]]:
    """Yield where "F above" and "(iv) above" point at labels that are not among those of the text."""
    letters = {m for m in marks if m.isalpha() and len(m) == 1}
    romans = {m for m in marks if re.fullmatch("[ivx]+", m)} if letters <= set("ivx") else set[str]()
    for pattern, text, known in (
        (_TO_CAPITAL, context.text, letters),
        (_TO_ROMAN, context.passages.low, romans),
    ):
        for match in pattern.finditer(text) if len(known) >= _TWO else ():
            if match["label"].lower() not in known | letters and not _is_asked(match, letters):
                yield Span(match.start(), match.end()), match["label"]


def _is_asked(match: re.Match[str], letters: set[str]) -> bool:
    """Tell whether a mark of one letter is looked for among the letters of the text already."""
    return match.re is _TO_ROMAN and len(match["label"]) == 1 and len(letters) >= _TWO


_TWO = 2


def _own_paragraph_stands_there(context: Context, number: str, span: Span, *, above: bool) -> bool:
    """Tell whether a numbered paragraph of the text itself stands on the side that a reference names."""
    places = [m.start("number") for m in OWN_NUMBER.finditer(context.text) if m["number"] == number]
    there = any(place < span.start for place in places) if above else any(place > span.end for place in places)
    return there if above else not there


def _is_listed_above(context: Context, number: str, span: Span) -> bool:
    """Tell whether an item of that number begins a line in front of a reference."""
    return any(m["label"] == number for m in _MARKED.finditer(context.passages.low, 0, span.start))


def check_inside(context: Context) -> Iterator[Outcome]:
    """Say of references such as "at 14 above" whether a resolution of that number stands above.

    Source: rule 30 of the list of checks.
    """
    yield from _other_forms(context)
    yield from _labels_elsewhere(context)
    yield from _resolutions_outside(context)
    for span, place, count in places_beyond(context):
        quote = " ".join(span.cut(context.text).split())
        yield query(
            f"“{quote}” points at {place}, but {count} are counted; worth checking.",
            f"“{quote}”, of {count}",
            span=span,
            words=quote,
        )
    numbered = {r.number: r.span for r in reversed(context.record.resolutions)}
    if not numbered or ("above" not in context.passages.low and "below" not in context.passages.low):
        return
    for match in _INSIDE.finditer(context.passages.low):
        span = Span(match.start("number"), match.end())
        quote = " ".join(span.cut(context.text).split())
        target = numbered.get(match["number"])
        above = match["side"] == "above"
        if (
            target is not None
            and (target.start < span.start if above else target.start > span.end)
            and not target.contains(span)
        ):
            yield holds(
                f"“{quote}” is there.", f"{match['number']} stands {match['side']}, holds", span=span, words=quote
            )
        elif target is None and above and _is_listed_above(context, match["number"], span):
            continue  # an item of a list of the text itself
        elif target is None and _own_paragraph_stands_there(context, match["number"], span, above=above) is above:
            continue  # a numbered paragraph of the text itself
        elif target is None or target.contains(span):
            reason = (
                "points at its own item"
                if target
                else f"points at a number {match['number']} that is not among the resolutions"
            )
            yield query(f"“{quote}” {reason}; worth checking.", f"“{quote}”", span=span, words=quote)
        else:
            if above == _own_paragraph_stands_there(context, match["number"], span, above=above):
                continue
            yield query(f"“{quote}” points the wrong way; worth checking.", f"“{quote}”", span=span, words=quote)


INSIDE = Rule(
    30, "references inside the record", Severity.MEDIUM, "References inside the record lead somewhere.", check_inside
)
