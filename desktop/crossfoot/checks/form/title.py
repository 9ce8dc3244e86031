"""Rule 33: the title against the report's name in the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.checks.form.alien_titles import alien_service
from crossfoot.checks.form.title_alignment import exchanged_part
from crossfoot.checks.form.title_siblings import exchanged_sibling
from crossfoot.checks.form.title_subject import never_told, other_subject
from crossfoot.checks.form.title_told import word_out_of_its_phrase, year_never_told
from crossfoot.model import SectionKind, Severity, Span

_CALLED = r"(?:on|about|regarding|concerning|entitled|titled|called|headed|:)"
_QUOTED = r"[‘'“\"](?P<name>[A-Z][^.;\n”\"]{7,160}?)[’'”\"]"
_PLAIN = (
    r"(?P<plain>[A-Z][^.;\n]{7,160}?)(?=\.|;|,? which|,? that|,? and (?:was|noted|agreed)"
    r"|, (?:copies|circulated|for|in|at|from|covering|as|to|with|by|giving|setting|showing)\b|\n\n)"
)
_NAMED = re.compile(
    rf"\breport\s+(?:(?:was|were|had been) [a-z]+ )?{_CALLED}\s+(?:the\s+)?(?:{_QUOTED}|{_PLAIN})", re.IGNORECASE
)
_ASIDE = re.compile(rf"\breport,?\s+{_QUOTED}", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:considered|received|presented|introduced|submitted|discussed|spoke to|noted)\s+(?:the|a|an)\s+"
    r"[‘'“\"]?(?P<name>[A-Z][^.;\n]{7,160}?)(?P<end>[’'”\"]?\s+(?i:report)(?:\s+(?:for )?\d{4}(?:[/-]\d{2,4})?)?)\b"
)
_ENOUGH_CAPITALS = 0.75
_SMALL = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])


def check_title(context: Context) -> Iterator[Outcome]:
    """Say whether a report that the body names by its title is the one that the record's title names.

    Only a name in title case is taken for one; a description in plain words is not. Source: rule 33 of the list of
    checks
    ("Activity and Performance" against "Care and Activity and Performance").
    """
    title = context.record.title
    if not title:
        return
    head = context.record.section(SectionKind.TITLE)
    body = Span(head.span.end if head else 0, len(context.text))
    year = year_never_told(context.text, head.span if head else None, title)
    if year is not None:
        yield _of_another_year(title, year, head.span if head else None)
        return
    found = _name(context.text, body)
    if found is None:
        decision = context.record.section(SectionKind.DECISION)
        other = (
            _exchanged(context.text, body, title)
            or exchanged_sibling(context.text, body, title)
            or exchanged_part(context.text, decision.span if decision else body, title)
            or word_out_of_its_phrase(context.text, head.span if head else None, body, title)
            or _another_subject(context, title)
        )
        if other is not None:
            yield _unlike(title, *other)
        elif _is_anothers(context, title):
            yield _of_another(title, head.span if head else None)
        return
    name, span = found
    if "report" not in _plain(title).split():
        name = re.sub(r"\s+report\b.*$", "", name, flags=re.IGNORECASE)
    if _is_shorthand(_plain(name), _plain(title)) or _plain(name).endswith(f" to the {_plain(title)}"):
        return  # "changes to the Allocations Policy" are told of under the policy's name
    if _plain(title).endswith(" report") and not _plain(name).endswith(" report"):
        name = f"{name} Report"
    if _plain(name) == _plain(title):
        yield holds("The body names the report by the record's title.", f"“{name}” holds", span=span, words=name)
        return
    alike = max(fuzz.ratio(_plain(name), _plain(title)), fuzz.token_sort_ratio(_plain(name), _plain(title)))
    other = _another_subject(context, title)
    if other is not None:
        yield _unlike(title, *other)
    elif alike >= 60 or fuzz.token_set_ratio(_plain(name), _plain(title)) >= 90:
        yield _unlike(title, name, span)
    elif _is_anothers(context, title):
        yield _of_another(title, head.span if head else None)


def _is_anothers(context: Context, title: str) -> bool:
    """Tell whether a record of one decision or report never speaks of what its title names."""
    head = context.record.section(SectionKind.TITLE)
    at = context.text.find(title)
    begin, end = (head.span.start, head.span.end) if head else (at, at + len(title)) if at >= 0 else (0, 0)
    if end and alien_service(title, f"{context.text[:begin]}\n{context.text[end:]}") is not None:
        return True
    body = Span(head.span.end if head else 0, len(context.text))
    decisions = sum(s.kind is SectionKind.DECISION for s in context.record.sections)
    return decisions <= 1 and never_told(context.text, head.span if head else None, body, title)


def _of_another(title: str, span: Span | None) -> Outcome:
    """Return that the record speaks of nothing that its title names."""
    return query(
        f"The title is “{title}”, but the record speaks of nothing of the kind; worth checking.",
        f"“{title}”",
        span=span,
        words=f"{title}|nothing",
    )


def _of_another_year(title: str, year: str, span: Span | None) -> Outcome:
    """Return that the record tells of years, and of none that its title names."""
    return query(
        f"The title is “{title}”, but the record tells of other years and never of {year}; worth checking.",
        f"“{year}” in the title alone",
        span=span,
        words=f"{title}|{year}",
    )


def _another_subject(context: Context, title: str) -> tuple[str, Span] | None:
    """Return what the record of the decision says that it is about, where the title has another subject."""
    decision = context.record.section(SectionKind.DECISION)
    head = context.record.section(SectionKind.TITLE)
    if decision is None or sum(s.kind is SectionKind.DECISION for s in context.record.sections) > 1:
        return None
    return other_subject(context.text, head.span if head else None, decision.span, title)


def _unlike(title: str, name: str, span: Span) -> Outcome:
    """Return that the title and the report's name in the body are not the same."""
    return query(
        f"The title is “{title}”, but the body speaks of a report on “{name}”; worth checking.",
        f"“{title}” against “{name}”",
        span=span,
        words=f"{title}|{name}",
    )


_SPEAKS_OF = re.compile(
    r"\b(?:considered|received|presented|introduced|submitted|discussed|outlined|spoke (?:to|on)|noted|given to)\s+"
    r"(?:the|a|an|this|its|their)\s+(?:(?:further |joint )?report (?:on|about|concerning|regarding)\s+(?:the\s+)?)?"
)
_TOKEN = re.compile(r"\d{4}\s?[/-]\s?\d{2,4}|[A-Za-z0-9][A-Za-z0-9'’]*")
_FULL = 4
"""So many words a title must have before one other word in the same words tells of another report."""
_SAME_WORD = 75


def _exchanged(text: str, body: Span, title: str) -> tuple[str, Span] | None:
    """Return the title as the body has it in plain words with one of them exchanged, and its place, or None.

    "The fostering service annual report" under the title "Adoption Service Annual Report", and the same of years. A
    body that has the title's own words too speaks of the other report by the way.
    """
    wanted = [_bare(match.group()) for match in _TOKEN.finditer(title)]
    wanted = [word for word in wanted if word not in _SMALL]
    dropped = _SMALL if "report" in wanted else _SMALL | {"report"}
    size = len(wanted)
    if size < _FULL:
        return None
    told: tuple[str, Span] | None = None
    for opened in _SPEAKS_OF.finditer(text, body.start, min(body.end, body.start + 8000)):
        stop = re.compile(r"[.;\n]").search(text, opened.end())
        words = _TOKEN.finditer(text, opened.end(), stop.start() if stop else len(text))
        near = [match for match in words if _bare(match.group()) not in dropped][:size]
        pairs = [(a, _bare(match.group())) for a, match in zip(wanted, near, strict=False)]
        other = [place for place, (a, b) in enumerate(pairs) if a != b]
        if len(pairs) < size:
            continue
        if not other:
            return None
        if len(other) == 1 and _is_another(*pairs[other[0]], last=other[0] == size - 1) and told is None:
            span = Span(near[0].start(), near[-1].end())
            told = " ".join(span.cut(text).split()), span
    return told


def _is_another(wanted: str, word: str, *, last: bool) -> bool:
    """Tell whether a word is another than the title's and no form of it; the last may be, where it is a year."""
    numbers = wanted[0].isdigit(), word[0].isdigit()
    if any(numbers):
        return all(numbers)
    return not last and fuzz.ratio(wanted, word) < _SAME_WORD


def _bare(word: str) -> str:
    """Return a word in small letters, without apostrophes and spaces, a year with a stroke."""
    return re.sub(r"['’\s]", "", word.lower()).replace("-", "/")


def _is_shorthand(name: str, title: str) -> bool:
    """Tell whether a name is a few words of the title, as running text shortens it: "the Improvement Plan"."""
    words, whole = set(name.split()) - {"report"}, set(title.split()) - {"report"}
    return words < whole and len(words) * 5 < len(whole) * 3


def _name(text: str, section: Span) -> tuple[str, Span] | None:
    """Return the report's name as the body has it, the first that is set in quotes or in capitals, and its place."""
    end = min(section.end, section.start + 8000)
    for pattern in (_NAMED, _ASIDE, _BEFORE):
        for match in pattern.finditer(text, section.start, end):
            group = "plain" if pattern is _NAMED and match["plain"] else "name"
            name = " ".join(match[group].split()).rstrip("”’\"' ,")
            if pattern is _BEFORE:
                name = f"{name} {' '.join(match['end'].split())}".replace("”", "").replace("’ ", " ")
            if group == "plain" and name[0].islower():
                continue  # "a report on activity in Children's Social Care" tells what about, under a name within it
            words = [w for w in re.findall(r"[A-Za-z][\w'’-]*", name) if w.lower() not in _SMALL]
            if len(words) >= 2 and sum(w[0].isupper() for w in words) >= _ENOUGH_CAPITALS * len(words):
                return name, Span(match.start(group), match.end(group))
    return None


def _plain(words: str) -> str:
    """Return a title in small letters, letters and digits alone."""
    return " ".join(re.findall(r"[a-z0-9]+", words.lower().replace("’", "").replace("'", "")))


TITLE = Rule(33, "title against body", Severity.LOW, "The body names the report by the record's title.", check_title)
