"""Numbers in names: "North 1", "Attainment 8", "14 High Street"."""

from __future__ import annotations

from itertools import pairwise

from crossfoot.extraction.figures.exclusions.candidate import DASHES, Candidate
from crossfoot.extraction.figures.layout import Shape
from crossfoot.extraction.figures.numerals import Form
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tokens import CODE, Token, is_plural
from crossfoot.extraction.figures.words import AUXILIARIES, DETERMINERS, MONTHS, PREPOSITIONS, word_set

_NAME = "part of a name"
_COMPARED = word_set(
    """
    england english national nationally uk region regional regionally wales london neighbours neighbour comparators
    average target county shire britain sn sns nn ssn peers family
    """
)
"""Names whose own value a number behind them gives: "England 42"."""

_OPENERS = word_set(
    """
    total and or only some there they we it over approximately around nearly just these currently today
    """
)
"""Words that have a capital only because a sentence or a row opens with them."""

_BANDS = word_set("band category group grade class division tier")
_EMERGENCY = frozenset({111, 999})
_STREETS = word_set(
    """
    street road avenue lane drive close crescent terrace way place square gardens grove court hill park row walk mews
    house rd st ave
    """
)


def name(c: Candidate) -> str | None:
    """A bare number behind a word with a capital is part of a name: "North 1", "Attainment 8", "Version 2.0"."""
    s, n = c.sentence, c.number
    i = n.first - 1
    if not s.is_word(i) or not s.tokens[i].capital or s.low(i).endswith("'s"):
        return None
    if n.form is Form.DIGITS and n.unit is None and not n.money and s.low(n.core).endswith(".0"):
        return _NAME
    if not n.bare or n.value > 9999 or "," in s.low(n.core) or _is_no_name(c, i):
        return None
    if s.low(i) == "nhs" and n.value in _EMERGENCY:
        return _NAME
    counts = _counts_what_follows(c) or _labels_a_count(c, s.tokens[i]) or _are_of_a_whole(c, i)
    return None if counts or _is_of_a_row_of_places(c) or _is_of_a_list_of_counts(c) else _NAME


def _is_of_a_row_of_places(c: Candidate) -> bool:
    """Tell of one of several counts behind their places or teams: "North 112, South 98 and West 103".

    Numbers that follow one another, or stand behind one and the same word, name the things instead: "Class 3, Class 4".
    """
    s = c.sentence
    row = [c.number.first]
    while len(row) < _LONGEST_ROW and (before := _next_of_row(s, row[0], -1)) is not None:
        row.insert(0, before)
    while len(row) < _LONGEST_ROW and (behind := _next_of_row(s, row[-1], 1)) is not None:
        row.append(behind)
    values = [s.low(i) for i in row]
    if len(row) < _LEAST_ROW or len({s.low(i - 1) for i in row}) < len(row) or not all(map(str.isdecimal, values)):
        return False
    printed = [int(value) for value in values]
    return max(printed) > _LARGEST_NAME and any(b - a != 1 for a, b in pairwise(printed))


def _is_of_a_list_of_counts(c: Candidate) -> bool:
    """Tell of one of several counts behind what they count: "In-house fostering 214; IFA 203; connected carers 88"."""
    s = c.sentence
    if c.behind not in _ITEM_ENDS:
        return False
    ends = [i for i in range(1, len(s.tokens)) if s.is_number(i) and s.is_word(i - 1) and s.low(i + 1) in _ITEM_ENDS]
    parted = sum(s.low(i + 1) == ";" for i in ends)
    return len(ends) >= _LEAST_ROW and parted >= len(ends) - 1


_ITEM_ENDS = frozenset({";", ".", ""})
"""What stands behind each count of a list that semicolons part."""


def _next_of_row(s: Sentence, at: int, step: int) -> int | None:
    """Return the number on one side of another, where but a comma or "and" and a name in capitals stand between."""
    for i in range(at + step, at + step * _LONGEST_NAME, step):
        if s.is_number(i):
            first, last = sorted((at, i))
            between = range(first + 1, last)
            names = [j for j in between if s.low(j) not in _ROW_SIGNS]
            parted = len(names) < len(between) and s.low(first + 1) in _ROW_SIGNS
            return i if parted and names and all(s.is_word(j) and s.tokens[j].capital for j in names) else None
        if not (s.is_word(i) or s.low(i) in _ROW_SIGNS):
            return None
    return None


_ROW_SIGNS = frozenset({",", ";", "and", "&"})
_LEAST_ROW, _LONGEST_ROW = 3, 12
_LONGEST_NAME = 7
_LARGEST_NAME = 12
"""No place, team or form bears a larger number in its name than this, where several are told in a row."""


def _is_no_name(c: Candidate, i: int) -> bool:
    """Tell whether the word with a capital at ``i`` is no name, or one whose own value the number gives."""
    s, low = c.sentence, c.sentence.low(i)
    if low in MONTHS or low in PREPOSITIONS or low in AUXILIARIES or low in DETERMINERS:
        return True
    if low in _COMPARED or low in _OPENERS:
        return True
    return len(low) == 1 and i > 0 and s.stem(i - 1) in _BANDS


def _counts_what_follows(c: Candidate) -> bool:
    """Tell whether the number counts what stands behind it."""
    s, j = c.sentence, c.number.last + 1
    out_of = c.behind == "of" and s.is_number(j) and "." not in s.low(j)
    return c.counts_a_plural or c.behind in {"%", "x"} or out_of


def _are_of_a_whole(c: Candidate, i: int) -> bool:
    """Tell of a part behind its whole, with a verb behind: "Of the 61 schools in the Borough 43 were good"."""
    s = c.sentence
    whole = s.low(0) == "of" and bool(c.earlier) and c.earlier[-1].reason is None
    return whole and c.behind in _PLURAL_VERBS and s.low(i - 1) in DETERMINERS | {"in", "across"}


_PLURAL_VERBS = frozenset({"were", "are", "have", "had", "did", "do"})


def _labels_a_count(c: Candidate, word: Token) -> bool:
    """Tell whether the word before the number labels its count: "Referrals 214" in a list, "Referrals 214 (…)"."""
    s, n = c.sentence, c.number
    i, at_end, plural = n.first - 1, n.last >= len(s.tokens), is_plural(word.low)
    listed = i == 0 and s.block.shape in {Shape.ITEM, Shape.ROW}
    if listed and (plural or at_end) and n.value > 9:
        return True
    if plural and (at_end or c.behind == ";"):
        return True
    if i == 0:
        told = c.behind in AUXILIARIES or c.behind in {"stood", "rose", "fell", "averaged", "remained"}
        return s.index > 0 and not s.is_upper(i) and not (told and not plural)
    return c.behind == "(" and plural and not s.tokens[i - 1].capital


def address(c: Candidate) -> str | None:
    """A house number: "14 High Street", "14-16 High Street", "14 High Street LE1"."""
    s, n = c.sentence, c.number
    if not n.bare or n.value > 999:
        return None
    following = s.tokens[n.last : n.last + 4]
    postcode = any(t.kind is CODE and t.capital for t in following[1:])
    if following and following[0].capital and postcode and c.before in {"at", "of", "in", ",", "(", "to"}:
        return "address"
    start = n.last + 2 if c.behind in DASHES and s.is_number(n.last + 1) else n.last
    for j in range(start, min(start + 4, len(s.tokens))):
        if not s.is_word(j) or not s.tokens[j].capital:
            return None
        if j > start and s.low(j) in _STREETS:
            return "address"
    return None
