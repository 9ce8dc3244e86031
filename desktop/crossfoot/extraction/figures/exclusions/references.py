"""Numbers that refer: "section 47", "Appendix 3", "option two", "(2)" in front of a point of a list."""

from __future__ import annotations

from crossfoot.extraction.figures.exclusions.candidate import DASHES, LINKS, Candidate, counted_at
from crossfoot.extraction.figures.numerals import Form
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tokens import CODE, is_plural
from crossfoot.extraction.figures.words import (
    AUXILIARIES,
    PEOPLE_AND_CASES,
    PREPOSITIONS,
    REFERENCE_NOUNS,
    TIME_NOUNS,
    WEAK_REFERENCES,
    word_set,
)

_REFERENCE = "reference"
_LABEL = "label of a list"
_NAMED_IN_WORDS = word_set(
    "option phase stage level part tier grade key appendix section schedule chapter priority year band type"
)
"""Nouns that number words name too: "option two", "Key Stage One"."""

_BEFORE_POSITION = word_set("at in see and to ( of under")
_NUMBER_WORDS = frozenset({"no", "nos", "number", "numbers"})
_COUNTED_PLURALS = frozenset({"groups", "teams", "units", "areas", "items", "wards", "parts"})
"""Plurals of weak nouns that may be followed by a number that names one of them."""

_LABELLED = word_set("item minute agenda ref reference page appendix no number decision report ward version key")
"""Nouns that a colon and the number that names them may follow: "Item: 7"."""

_OF_A_COUNT = word_set(
    "opening closing starting beginning final ending total overall average mean actual current present previous"
    " highest lowest maximum minimum expected planned annual monthly weekly"
)
"""Words before "number:" that make it the number of something, and no name."""

_OPENING = 5
"""Within how many tokens of a line such a noun stands."""

_LAST_WEEK = 53
_LAST_SCHOOL_YEAR = 13
_LONGEST_LINK = 5
_MOST_DOTTED = 100
"""No dotted number of a part is larger: "action 3.1"."""

_MOST_POINTS = 30
"""No list within a sentence has more points."""


def numbered_heading(c: Candidate) -> str | None:
    """Two numbers with a stroke that open a heading name it: "17/42 Exclusions"."""
    s, first = c.sentence, c.number.first - 2 * (c.before == "/")
    if first != 0 or s.index != 0 or s.low(1) != "/" or not (s.is_number(0) and s.is_number(2) and s.is_word(3)):
        return None
    line = s.text[s.start : s.end].split("\n", 1)[0].rstrip()
    titled = s.tokens[3].capital and len(line) <= _LONGEST_HEADING and not line.endswith((".", ";", ",", ":"))
    return _REFERENCE if titled else None


_LONGEST_HEADING = 90


def reference(c: Candidate) -> str | None:
    """A noun of reference before a bare number names it: "section 47", "Appendix 3", "option 2"."""
    s, n = c.sentence, c.number
    if n.form is Form.WORDS:
        named = s.stem(n.first - 1) in _NAMED_IN_WORDS and n.last - n.first == 1 and not c.counts_a_plural
        return _REFERENCE if named else None
    if n.form is not Form.DIGITS or n.money or n.unit is not None or n.scale != 1:
        return None
    if c.behind in {"above", "below", "overleaf"} and c.before in _BEFORE_POSITION:
        return _REFERENCE
    if c.earlier and _goes_on_from_a_name(c):
        return "part of a name"
    if c.earlier and _goes_on_from_a_reference(c):
        reason = c.earlier[-1].reason
        return None if reason == _REFERENCE and c.counts_a_plural else reason
    return _named_by_a_noun(c)


def _goes_on_from_a_name(c: Candidate) -> bool:
    """Tell whether the number is the next of two that name: "North 1 and 2"."""
    n, (last, reason) = c.number, c.earlier[-1]
    return (
        reason == "part of a name"
        and n.bare
        and (n.value == last.value + 1 or c.before in {"to", "-", "–"})
        and n.value > last.value
        and n.first - last.last == 1
        and c.sentence.low(last.last) in LINKS
    )


def _goes_on_from_a_reference(c: Candidate) -> bool:
    """Tell whether the number goes on a list of references or ages: "sections 2, 5 and 7"."""
    last, reason = c.earlier[-1]
    between = [c.sentence.low(k) for k in range(last.last, c.number.first)]
    if reason == "age" and "," in between:
        return False
    if between == [","] and not _lists(c, last.first - 1):
        return False
    if c.number.value > _LAST_SCHOOL_YEAR and c.sentence.stem(last.first - 1) in _FEW_OF_A_KIND:
        return False
    if reason not in {_REFERENCE, "age"} or not 0 < len(between) <= _LONGEST_LINK:
        return False
    lettered = sum(_is_lettered(c.sentence, k) for k in range(last.last, c.number.first))
    links = sum(low in LINKS for low in between)
    return links + lettered == len(between) and links <= lettered + 2


_FEW_OF_A_KIND = word_set("stage tier level grade phase band")
"""Nouns of which there are but a few, so that a larger number behind one of them counts: "key stage 4 and 21"."""


def _is_lettered(s: Sentence, i: int) -> bool:
    """Tell whether a number with a letter stands at ``i``, which names something: "7A"."""
    return s.is_number(i) and len(s.tokens[i].suffix) == 1


def _lists(c: Candidate, noun: int) -> bool:
    """Tell whether a number behind a comma goes on a list of references: of a plural, or with more behind it."""
    return is_plural(c.sentence.low(noun)) or c.behind in LINKS or c.behind in {"", ".", ";", ")", ":"}


def _named_by_a_noun(c: Candidate) -> str | None:
    """Return whether the noun before the number, or "no." before it, only names it."""
    s, n = c.sentence, c.number
    if c.behind == "out" and s.low(n.last + 1) == "of":
        return None  # a part of a whole, not "year 5"
    i = n.first - 1
    while i >= 0 and (s.low(i) in {".", "(", "#", ":"} or (s.low(i) in _NUMBER_WORDS and i > 0)):
        if _says_number(c, i):
            return _REFERENCE
        if s.low(i) == ":":
            counts = s.low(i - 1) == "number" and s.low(i - 2) in _OF_A_COUNT  # "Closing number: 637"
            return _REFERENCE if s.stem(i - 1) in _LABELLED and i < _OPENING and not counts else None
        if s.low(i) == "(":
            break
        i -= 1
    if i < 0 or not (s.is_word(i) or s.tokens[i].kind is CODE) or s.low(i).endswith("'s"):
        return None
    if s.stem(i) == "minute" and c.behind in {"refers", "refer", "of", "above"}:
        return _REFERENCE
    names = _names_time(c, i) if s.stem(i) in TIME_NOUNS else s.stem(i) in REFERENCE_NOUNS and _names(c, i)
    return _REFERENCE if names else None


def _says_number(c: Candidate, i: int) -> bool:
    """Tell whether the word at ``i`` says that a number names something: "no. 4", "case number 12"."""
    s, low = c.sentence, c.sentence.low(i)
    if low in {"no", "nos"}:
        return True
    return (
        low == "number"
        and s.stem(i - 1) not in {"the", "total", "a", "this", "that", "which"}
        and not _is_said_of_several(c, i)
        and c.number.value < 200
        and not c.counts_a_plural
    )


def _is_said_of_several(c: Candidate, i: int) -> bool:
    """Tell whether "number" at ``i`` is a verb: "they now number 31", "offers made so far number 96"."""
    s = c.sentence
    if i + 1 != c.number.first or s.tokens[i].capital:
        return False
    before = s.low(i - 1)
    people = s.stem(i - 1) in PEOPLE_AND_CASES and is_plural(before)
    return before in _BEFORE_VERB or people or (before in {"far", "all"} and i > 1)


_BEFORE_VERB = word_set("they we these those which who now still today together currently")


_SAYS_WHICH_TIME = word_set("last this previous that each every same past preceding current financial whole")
"""Words before a noun of time that say which it is, so that a number behind it counts: "last year 38 were"."""

_PLURAL_VERBS = word_set("were are have")


def _names_time(c: Candidate, i: int) -> bool:
    """Tell whether a number behind a noun of time names it: "week 6", "Year 11", not "last year 31 children"."""
    s, n, token = c.sentence, c.number, c.sentence.tokens[i]
    if n.step != 1 or n.value > _LAST_WEEK or c.behind == "%":
        return False
    if not token.capital and s.low(i - 1) in _SAYS_WHICH_TIME:
        return False
    if not c.counts_a_plural:
        return not (s.low(i - 1) == "the" and c.behind in _PLURAL_VERBS)
    if token.capital and s.low(i) == "year" and n.value <= _LAST_SCHOOL_YEAR:
        return True
    titled = token.capital and i > 0 and n.value <= 14
    return titled and s.low(i - 1) not in {"last", "this", "previous", "that", "each", "the"}


def _names(c: Candidate, i: int) -> bool:
    """Tell whether the noun of reference at ``i`` names the number behind it."""
    s = c.sentence
    if s.low(i) in {"s", "ss", "r", "q", "p"} and s.low(i - 1) == "'":
        return False
    if i + 1 == c.number.first and s.low(i - 1) in _WHICH and not s.tokens[i].capital and _happened(c.behind):
        return False
    if s.stem(i) not in WEAK_REFERENCES:
        return True
    if s.stem(c.number.last) in REFERENCE_NOUNS and s.is_number(c.number.last + 1):
        return True
    if _is_in_another_place(c, i):
        return False
    return _weak_noun_names(c, i) and (s.tokens[i].capital or c.number.step < 1 or not c.counts_a_plural)


_WHICH = word_set("the this that each every our their same")
"""Words before a noun that is spoken of, so that it names no number behind it: "in the cohort 27 offended"."""

_VERBS = AUXILIARIES | word_set("left went came saw took made got began fell rose gave became stood held")


def _happened(word: str) -> bool:
    """Tell whether a word in lower case tells what some did or are, in the past or with an auxiliary."""
    return word in _VERBS or (word.endswith("ed") and len(word) > len("need"))


def _is_in_another_place(c: Candidate, i: int) -> bool:
    """Tell of a number that is told of one place after another: "the average is 23 and in the duty teams 17"."""
    s = c.sentence
    if s.tokens[i].capital or i + 1 != c.number.first:
        return False
    at = i - 1
    while at > max(0, i - _LONGEST_PLACE) and s.is_word(at) and s.low(at) != "in":
        at -= 1
    return (
        s.low(at) == "in"
        and s.low(at + 1) in _WHICH_PLACE
        and at > 0
        and s.low(at - 1) in {",", "and", ";", "but"}
        and any(s.is_number(j) for j in range(at))
    )


_WHICH_PLACE = word_set("the one each another our every its some")
_LONGEST_PLACE = 6


def _weak_noun_names(c: Candidate, i: int) -> bool:
    """Tell whether a weak noun of reference names the number: a capital, or no number of things behind it."""
    s, n = c.sentence, c.number
    if n.step < 1:
        return n.value < _MOST_DOTTED
    if n.step != 1 or n.value > 999 or "," in s.low(n.core):
        return False
    if is_plural(s.low(i)):
        if c.behind in LINKS and s.is_number(n.last + 1) and c.behind != "(":
            return not counted_at(s, n.last + 2)
        if s.low(i) not in _COUNTED_PLURALS or c.behind in AUXILIARIES:
            return False  # "in the area teams 13 were vacant"
    if s.tokens[i].capital and i > 0:
        return True
    return (
        c.behind in {"", ".", ",", ")", ";", ":", "(", "–", "—"}
        or c.behind in PREPOSITIONS
        or c.behind in AUXILIARIES
        or s.is_word(n.last)
    )


def list_label(c: Candidate) -> str | None:
    """Labels of points inside a sentence, "(1) … (2) …", count nothing; nor does "1)" at its beginning."""
    n = c.number
    if not n.bare or n.value > _MOST_POINTS:
        return None
    behind_slash = c.before == "/" and c.behind == "." and not c.sentence.touches(n.first)
    return _LABEL if behind_slash or (c.behind == ")" and _is_bracketed_label(c)) else None


def _is_bracketed_label(c: Candidate) -> bool:
    """Tell of a number before a closing bracket that labels what follows or refers to such a label."""
    s, n = c.sentence, c.number
    if c.before == "(" and _refers_in_brackets(c):
        return True
    if not (s.is_word(n.last + 1) or s.is_code(n.last + 1)):
        return False
    if c.before != "(":
        return n.first == 0
    parts = s.low(n.first - 2) in {"", ";", ":", ",", "and", "."} | DASHES or s.low(n.last + 1) == "that"
    return parts or _next_label_follows(s, n.last + 1, int(n.value) + 1)


def _refers_in_brackets(c: Candidate) -> bool:
    """Tell of "S13A(2)", "conclusions (1) to (14)", "save as to (2)"."""
    s, n = c.sentence, c.number
    i = n.first - 2
    if s.touches(n.first - 1) and (s.is_code(i) or s.is_number(i)):
        return True
    if s.low(i) in {"to", "and", "or", "at", "in", "see", "under"}:
        return True
    return s.low(n.last + 1) in {"to", "and", "or", "-", "–"} and s.low(n.last + 2) == "(" and s.is_number(n.last + 3)


def _next_label_follows(s: Sentence, start: int, label: int) -> bool:
    """Tell whether the next label in brackets stands further on in the sentence."""
    return any(
        s.low(j) == "(" and s.low(j + 1) == str(label) and s.low(j + 2) == ")" for j in range(start, len(s.tokens) - 2)
    )
