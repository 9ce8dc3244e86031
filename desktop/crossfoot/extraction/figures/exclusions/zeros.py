"""The words "no", "none" and "nil": a nought is reported only of what a service has, where it is said to be missing."""

from __future__ import annotations

from crossfoot.extraction.figures.exclusions.candidate import END, Candidate
from crossfoot.extraction.figures.numerals import Form
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tokens import is_plural
from crossfoot.extraction.figures.words import (
    ABSTRACT_NOUNS,
    AUXILIARIES,
    DETERMINERS,
    PEOPLE_AND_CASES,
    PREPOSITIONS,
    word_set,
)

_UNREPORTED = "no report"
_REPORTED_NOUNS = word_set("unallocated disclosure vacancy death breach exclusion complaint case child incident")
_NEVER_ZERO = word_set(
    """
    member officer council councillor response agreement action plan meeting contract order issue objection
    representation application request interest bid tender programme project scheme course review report event notice
    call house home group authority
    """
)
"""Nouns whose want is no count: "no agreement", "no officer"."""

_BEFORE_NONE = word_set("were with and , : ; (") | END
_BEHIND_NONE = word_set("unallocated subject in is are were was at involving on had has have to with")
_BEFORE_NIL = word_set("was were is are at of to been remained remains")
_NOT_OF_NONE = word_set("member officer councillor response group authority council")
_RULES = word_set("will shall should must may can would")
"""What makes a rule of "no": "no social worker will hold more than 20 cases"."""

_STILL = word_set("currently now still again presently therefore also")
_REFERRED = word_set("the these those them whom which")
_BEFORE_ZERO = word_set("been were was are had recorded reported received with and but that ; , saw remained remain")


def unreported_zero(c: Candidate) -> str | None:
    """A nought in words is a figure only where people or cases are said not to be there."""
    if c.number.form is not Form.ZERO:
        return None
    word = c.sentence.low(c.number.first)
    if word == "nil":
        reports = c.before in _BEFORE_NIL or _nil_reports(c)
    elif word == "nobody":
        reports = c.before in END | {"and", "but", ",", ";", "."}
    elif word == "none":
        reports = _none_reports(c)
    else:
        reports = (
            _existential(c.sentence, c.number.first)
            and _no_counts(c.sentence, c.number.last)
            and not _tells_of_counted(c)
        )
    return None if reports else _UNREPORTED


def _tells_of_counted(c: Candidate) -> bool:
    """Tell of "140 children with no allocated worker": what those who are counted lack is no count of its own."""
    s, first = c.sentence, c.number.first
    if c.before not in {"with", "had", "have", "having"} or not c.earlier or is_plural(_noun_behind(s, c.number.last)):
        return False
    last, reason = c.earlier[-1]
    if reason is not None or first - last.last > _NEAR:
        return False
    return all(s.is_word(j) for j in range(last.last, first)) and any(
        s.stem(j) in PEOPLE_AND_CASES for j in range(last.last, first)
    )


_NEAR = 5
"""How many words may stand between those who are counted and what they lack."""


def _noun_behind(s: Sentence, j: int) -> str:
    """Return the last word of the noun phrase at ``j``, before a preposition, verb or sign."""
    while s.is_word(j + 1) and not _ends_phrase(s.low(j + 1)):
        j += 1
    return s.low(j)


def _nil_reports(c: Candidate) -> bool:
    """Tell of "£6,000 in year 2 and nil in year 3", "exclusions: nil", not of "Interests: nil"."""
    if c.before in {"and", ",", ";"} or c.sentence.is_number(c.number.first - 1):
        return bool(c.earlier) and any(verdict.reason is None for verdict in c.earlier[-2:])
    return c.before in {":", "–", "-", "—"} and _ends_a_list_of_cases(c)


def _none_reports(c: Candidate) -> bool:
    """Tell of "none of the children", "with none unallocated"."""
    s, last = c.sentence, c.number.last
    if c.behind == "of" and s.low(last + 1) in _REFERRED:
        named = (s.stem(j) for j in range(last + 2, min(last + 10, len(s.tokens))))
        if any(noun in PEOPLE_AND_CASES and noun not in _NOT_OF_NONE for noun in named):
            return True
    if c.behind == "of" and s.low(last + 1) in {"them", "whom"}:
        return not s.low(last + 2).endswith("ing")
    if c.behind in END | {".", ";", ","}:
        return _ends_a_list_of_cases(c) or _answers_a_count(c)
    return c.before in _BEFORE_NONE and c.behind in _BEHIND_NONE


def _answers_a_count(c: Candidate) -> bool:
    """Tell of "36 places were left over in the town; in the east there were none"."""
    there = c.before in {"was", "were", "are", "is"} and c.sentence.low(c.number.first - 2) == "there"
    return there and any(verdict.reason is None for verdict in c.earlier)


def _ends_a_list_of_cases(c: Candidate) -> bool:
    """Tell of "exclusions: none" and "had so far submitted none", not of "Dispensations – None"."""
    s, first = c.sentence, c.number.first
    if c.before in {":", "–", "-", "—"}:
        noun = s.stem(first - 2)
        return noun in _REPORTED_NOUNS or (noun in PEOPLE_AND_CASES and noun not in _NEVER_ZERO)
    return c.before.endswith("ed") and first > 1


def _existential(s: Sentence, i: int) -> bool:
    """Tell whether "no" at ``i`` reports that there was nothing: "there were no", "with no", or as subject."""
    if s.low(i - 1) in _STILL:
        i -= 1
    before = s.low(i - 1)
    if before in {"is", "are"}:
        return before == "are" or s.low(i - 2) == "there"
    if before in {"has", "have"}:
        return s.low(i - 2) not in {"that", "this", "it", "which"}
    return before in _BEFORE_ZERO or i == 0


def _no_counts(s: Sentence, first: int) -> bool:
    """Tell whether the noun phrase behind "no", from ``first`` on, names what a service would count."""
    for j in range(first, min(first + 8, len(s.tokens))):
        if not s.is_word(j) or (j > first and _ends_phrase(s.low(j))):
            return False
        noun = s.stem(j)
        if noun in _REPORTED_NOUNS or (noun in PEOPLE_AND_CASES and noun not in _NEVER_ZERO):
            return not _describes(s, j + 1) and not _sets_a_rule(s, j + 1)
    return False


def _sets_a_rule(s: Sentence, j: int) -> bool:
    """Tell whether a verb at ``j`` makes a bound of the number behind it."""
    return s.low(j) in _RULES and any(s.is_number(k) for k in range(j, len(s.tokens)))


def _ends_phrase(low: str) -> bool:
    """Tell whether a word ends the noun phrase before it."""
    return low in AUXILIARIES or low in DETERMINERS or (low in PREPOSITIONS and low != "after")


def _describes(s: Sentence, j: int) -> bool:
    """Tell whether the noun before ``j`` merely describes one that is never counted: "case review"."""
    noun = s.stem(j)
    if not s.is_word(j) or noun in AUXILIARIES or noun in PREPOSITIONS:
        return False
    return noun in _NEVER_ZERO or noun in ABSTRACT_NOUNS
