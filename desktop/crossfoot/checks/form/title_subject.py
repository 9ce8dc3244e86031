"""A title whose subject the body never speaks of, or of whose two subjects the body puts another in the place of one.

"Street Lighting Contract" over a report on the adoption agency, "Cemetery Fees and Parking Charges" over one on
cemetery fees and the charges for memorials. What kind of paper it is, a plan, a review, a contract, is no subject; and
a word is told wherever in the record its first letters stand, so that a body that only shortens its title brings
nothing.
"""

from __future__ import annotations

import re

from crossfoot.model import Span

NO_SUBJECT = frozenset(
    [
        *("and", "the", "for", "with", "from", "its", "our", "report", "reports", "paper", "briefing", "presentation"),
        *("annual", "quarterly", "monthly", "interim", "final", "draft", "revised", "progress", "update", "position"),
        *("review", "plan", "plans", "planning", "policy", "strategy", "strategic", "programme", "contract", "scheme"),
        *("statement", "service", "services", "provision", "provisions", "arrangements", "proposals", "proposed"),
        *(
            "performance",
            "monitoring",
            "outturn",
            "quarter",
            "month",
            "year",
            "half",
            "mid-year",
            "half-year",
            "information",
            "first",
            "second",
        ),
        *("third", "fourth", "next", "steps", "action", "response", "outcome", "results", "management", "development"),
        *(
            "future",
            "options",
            "appraisal",
            "consultation",
            "procurement",
            "award",
            "charges",
            "fees",
            "hours",
            "local",
        ),
        *("council", "borough", "county", "city", "district", "cabinet", "executive", "committee", "board", "panel"),
        *("group", "member", "members", "director", "head", "minutes", "extract", "declarations", "apologies", "item"),
        *("decision", "decisions", "digest", "scorecard", "pack", "data", "figures", "summary", "overview", "appendix"),
        *(
            "new",
            "changes",
            "use",
            "allocation",
            "approval",
            "request",
            "requests",
            "matters",
            "issues",
            "work",
            "team",
        ),
        *("delivery", "activity", "demand", "corporate", "public", "business", "national", "framework", "agreement"),
        *("application", "applications", "setting", "support", "resources", "improvement", "implementation", "general"),
        *(
            "front",
            "door",
            "recommendations",
            "exclusion",
            "press",
            "questions",
            "urgent",
            "how",
            "did",
            "any",
            "other",
            "date",
            "attendance",
        ),
    ]
)
_JOINING = frozenset({"and", "of", "the", "for", "in", "on", "a", "to"})
_WORD = re.compile(r"[a-z][a-z'’-]{2,}")
_SUBJECT = re.compile(
    r"\b(?:(?P<on>(?:report|paper)s? (?:(?:was|were|had been) [a-z]+ (?:by [^.;,\n]{3,60}? )?)?"
    r"(?:up)?(?:on|about|concerning|regarding|proposing|of the)|work done (?:in the year )?on)"
    r"|(?:considered|received|discussed|introduced|presented) (?=the\b)"
    r"|consideration (?:was|had been) given to (?=the\b))"
    r"\s*(?P<subject>[^.;:\n]{8,160})"
)
_ENDS = re.compile(
    r",? (?:which|that|who|where|setting|showing|giving|and (?:noted|agreed|was|were)|as)\b|,|\(| - | – "
)
_CAPITAL = re.compile(r"\b[A-Z][a-z]+")
_AND = re.compile(r"\s+(?:and|&)\s+")
_STEM, _SHORT = 5, 4
_SUBJECTS = 2
"""So many words of a title, and of a name in capitals, must tell a subject before it can be another one."""
_MOST = 0.7
"""This share of a title's words told nowhere else makes it another record's; one of four may stand in it by chance."""
_FIRST = 1500
"""How far into the body, in characters, the report is named."""


def other_subject(text: str, head: Span | None, body: Span, title: str) -> tuple[str, Span] | None:
    """Return what the body says that it is about, where that is another subject than the title's, and its place."""
    low, named = text.lower(), title.lower()
    rest = f"{low[: head.start]} {low[body.start :]}" if head is not None else _without(low, named)
    words = _subject_words(named)
    lost = [word for word in words if rest is not None and not _is_told(word, rest)]
    if not lost or "\n" in title:
        return None
    told = next(
        (
            match
            for match in _SUBJECT.finditer(low, body.start, min(body.end, body.start + _FIRST))
            if _names_one(match, text, named)
        ),
        None,
    )
    if told is None:
        return None
    subject = _cut(told["subject"])
    span = Span(told.start("subject"), told.start("subject") + len(subject))
    if len(lost) == len(words) >= _SUBJECTS or _one_of_two(named, subject, lost):
        return " ".join(span.cut(text).split()), span
    return None


def never_told(text: str, head: Span | None, body: Span, title: str) -> bool:
    """Tell whether a record speaks of nothing that its title names: three words in four of it stand nowhere else."""
    low, named = text.lower(), title.lower()
    rest = f"{low[: head.start]} {low[body.start :]}" if head is not None else _without(low, named)
    words = list(dict.fromkeys(_subject_words(named)))
    if rest is None or len(rest) < _FIRST or "\n" in title or len(words) < _SUBJECTS:
        return False
    lost = [word for word in words if not _is_told(word, rest, stem=max(_STEM, len(word) - 3))]
    wholly = [word for word in lost if not _is_told(word, rest)]
    if len(wholly) < _SUBJECTS or len(lost) < _MOST * len(words):
        return False
    return not _is_shortened(text[body.start :], title)


def _is_shortened(text: str, title: str) -> bool:
    """Tell whether a record calls three words or more of its title by their first letters: "MASH"."""
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", title) if word.lower() not in _JOINING).upper()
    parts = {initials[i:j] for i in range(len(initials)) for j in range(i + 3, len(initials) + 1)}
    return any(word in parts for word in re.findall(r"\b[A-Z]{3,}\b", text))


def _names_one(told: re.Match[str], text: str, named: str) -> bool:
    """Tell whether words tell what a paper is about.

    What is considered or received must be a name in capitals, or what the title calls its paper: a statement, a plan.
    """
    subject = _cut(told["subject"])
    if told["on"]:
        return bool(_subject_words(subject))
    kind = named.rsplit(maxsplit=1)[-1]
    if kind in NO_SUBJECT and kind not in {"report", "services", "service"} and subject.split()[-1] == kind:
        return bool(_subject_words(subject))
    names = _CAPITAL.findall(text, told.start("subject"), told.start("subject") + len(subject))
    return len(names) >= _SUBJECTS and len(_subject_words(subject)) >= _SUBJECTS


def _without(low: str, named: str) -> str | None:
    """Return a record without its title, where that stands in it as it was read; None where it does not."""
    at = low.find(named)
    return None if at < 0 else f"{low[:at]} {low[at + len(named) :]}"


def _cut(subject: str) -> str:
    """Return the words of a subject up to what is told of it."""
    end = _ENDS.search(subject)
    return subject[: end.start()] if end else subject


def _subject_words(words: str) -> list[str]:
    """Return the words of a title that name its subject."""
    return [word for word in _WORD.findall(words) if word not in NO_SUBJECT]


def _is_told(word: str, rest: str, stem: int = _STEM) -> bool:
    """Tell whether a word, in whatever form, stands in the rest of a record, by so many first letters."""
    begins = word[: stem if len(word) > _STEM else _SHORT]
    end = r"s?\b" if len(word) < _SHORT else ""  # "car" is not told by "care"
    return re.search(rf"\b{re.escape(begins)}{end}", rest) is not None


def _one_of_two(named: str, subject: str, lost: list[str]) -> bool:
    """Tell whether the title joins two subjects of which the body has one, joined to another in the other's place."""
    titled, said = _AND.split(named), _AND.split(subject)
    if len(titled) != 2 or len(said) != 2:
        return False
    for kept, gone in (titled, titled[::-1]):
        own, others = _subject_words(kept), _subject_words(gone)
        if not own or not others or not all(word in lost for word in others) or any(word in lost for word in own):
            continue
        for same, new in (said, said[::-1]):
            strange = [word for word in _subject_words(new) if not _is_told(word, named)]
            if strange and all(_is_told(word, same) for word in own):
                return True
    return False
