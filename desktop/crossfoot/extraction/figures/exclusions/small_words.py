"""Small numbers that count nothing of the service: set phrases, the text's own parts, words that point back."""

from __future__ import annotations

from crossfoot.extraction.figures.exclusions.candidate import DASHES, END, Candidate
from crossfoot.extraction.figures.numerals import Form, is_number_word, is_of_points, number_at
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tokens import is_plural
from crossfoot.extraction.figures.words import (
    ABSTRACT_NOUNS,
    AUXILIARIES,
    DETERMINERS,
    PEOPLE_AND_CASES,
    PREPOSITIONS,
    VERBS,
    word_set,
)
from crossfoot.model import Unit

_SET_PHRASE = "set phrase"
_POINTS_BACK = "points back"
_OWN_PARTS = "count of the text's own parts"
_COUNTS_NOTHING = "small number in words that counts nothing"

_BEFORE_ONE = word_set("top big magic catch no any each every at this that such which")
_BEHIND_ONE = word_set(
    """
    of another off such or that which who to - – hand by year time month day week in as is has more size stop where
    was would could can for with on at from
    """
)
_POINTERS = word_set("these those both other first last next")
_REFERRED = word_set("the these those them whom which our its their")
_CLAUSE_STARTS = END | word_set(
    ", ; : and which whom but that - – — ( only just all . while although though because when where"
)
_BEFORE_BARE = word_set(
    """
    were was been now only just with to from by but remaining and another of : further these than at least
    """
)
_VERBS_OF_WORK = word_set(
    "upheld took won lost held made gave saw had has have left sold built bought found let sent heard"
)
_BEFORE_PART = _CLAUSE_STARTS | _VERBS_OF_WORK | AUXILIARIES | PREPOSITIONS - {"of"}
_STANDING = word_set("stood stands stand standing remained remains remain held")
_GROUPS = word_set("sample group cohort total panel intake caseload maximum minimum establishment complement")
_CLAUSE_ENDS = END | word_set(". ; ,")
_BEHIND_BARE = END | word_set(
    """
    . , ) ; were was are is had have in of at from to remain remained and received on since over compared during against
    """
)


def set_phrase(c: Candidate) -> str | None:
    """Number words in set phrases: "one of the", "one another", "no one", "one to one", "on the one hand"."""
    n = c.number
    if n.form is Form.FRACTION:
        return None
    if (c.before == "top" and n.unit is None) or (n.value == 1 and _one_to_one(c)):
        return _SET_PHRASE
    if n.form is not Form.WORDS or n.last - n.first > 1 or (n.value == 1 and _one_of_several(c)):
        return None
    if n.value == 1 and (c.before in _BEFORE_ONE or c.behind in _BEHIND_ONE):
        counted = c.behind == "of" and c.before in {"only", "just"}
        return None if counted else _SET_PHRASE
    parted = _parts_a_number(c) and n.value > 1
    counts = _is_the_rest(c) or (c.behind in AUXILIARIES and (c.before == "other" or parted))
    return _POINTS_BACK if c.before in _POINTERS and not counts else None


def _is_the_rest(c: Candidate) -> bool:
    """Tell of "nine were good and the other seven required improvement"."""
    return c.before == "other" and c.number.value > 1 and bool(c.earlier) and _is_past(c.sentence, c.number.last)


def _one_of_several(c: Candidate) -> bool:
    """Tell of "one of them", said of people or things counted before, and of ", one was outstanding"."""
    s, n = c.sentence, c.number
    if c.behind == "of":
        referred = s.low(n.last + 1) in {"them", "whom"}
        return referred and c.before not in _BEFORE_ONE and c.before not in {"only", "just", "which"}
    if c.before == "and":
        several = any(e.reason is None and e.number.value > 1 and e.number.unit is None for e in c.earlier)
        return several and c.behind in {"was", "had", "is"}
    return c.behind in {"was", "had", "is"} and c.before in {",", ";", "which", "whom"} and bool(c.earlier)


def _one_to_one(c: Candidate) -> bool:
    """Tell of both numbers of "one to one" and "1:1"."""
    s, n = c.sentence, c.number
    first = c.behind == "to" and s.low(n.last + 1) == s.low(n.first)
    second = c.before in {"to", ":"} and s.low(n.first - 2) == s.low(n.first)
    return first or second


def own_parts(c: Candidate) -> str | None:
    """A count of the text's own parts reports nothing: "three key aims", "two options"."""
    s, n = c.sentence, c.number
    if n.money or n.unnamed or n.unit is not None or n.step != 1 or n.value > 20 or n.form is Form.ZERO:
        return None
    if (n.form is Form.DIGITS and _ends_range(c)) or is_of_points(s, n):
        return None
    for j in range(n.last, min(n.last + 5, len(s.tokens))):
        low, noun = s.low(j), s.stem(j)
        if low in DASHES and s.touches(j) and s.touches(j + 1):
            continue
        if not s.is_word(j) or low in AUXILIARIES or low in PREPOSITIONS or low in DETERMINERS or low == "and":
            return None
        if is_plural(low) and low not in VERBS:
            if _describes_noun(s, j):
                continue
            counted = _is_of_the_service(s, j) or (noun == "occasion" and c.before == "on")
            return _OWN_PARTS if noun in ABSTRACT_NOUNS and not counted else None
        if n.value == 1 and noun in ABSTRACT_NOUNS:
            return _OWN_PARTS
    return None


def _is_of_the_service(s: Sentence, j: int) -> bool:
    """Tell of "8 forms of entry", the size of schools, and "11 areas for development", what inspectors found."""
    behind = (s.stem(j), s.low(j + 1), s.low(j + 2))
    return behind in {("form", "of", "entry"), ("area", "for", "development"), ("area", "for", "improvement")}


def _ends_range(c: Candidate) -> bool:
    """Tell whether the number is the upper end of a range whose lower end may be a figure."""
    if not c.earlier or c.earlier[-1].reason is not None or c.number.first - c.earlier[-1].number.last != 1:
        return False
    return c.before in DASHES or c.before in {"to", "and", "or"}


def small_word(c: Candidate) -> str | None:
    """A small number in words is a figure where it counts people, cases or things that the service has."""
    n = c.number
    if n.form is not Form.WORDS or n.unit is not None or n.money or n.value > 12 or n.step != 1:
        return None
    if _stands_for_noun(c) or (n.value == 1 and _one_of_several(c)) or is_of_points(c.sentence, n):
        return None
    noun = _counted_noun(c)
    if noun is not None:
        return _of_noun(c, noun)
    if c.before in _BEFORE_BARE and c.behind in _BEHIND_BARE and _may_stand_bare(c):
        return _POINTS_BACK if c.before == "of" and c.behind == "of" else None
    goes_on = c.earlier and c.earlier[-1].reason is None and c.before in {"and", ","}
    return None if goes_on or _is_part_in_brackets(c) else _COUNTS_NOTHING


def _counted_noun(c: Candidate) -> int | None:
    """Return the place of the noun that the number counts: one person or case, or a plural; None for none."""
    s, n = c.sentence, c.number
    for j in range(n.last, min(n.last + 6, len(s.tokens))):
        low = s.low(j)
        if low in DASHES and s.touches(j) and s.touches(j + 1):
            continue
        if not s.is_word(j) or _ends_phrase(low):
            return None
        if n.value == 1:
            describes = s.is_word(j + 1) and s.stem(j + 1) in PEOPLE_AND_CASES
            if s.stem(j) in PEOPLE_AND_CASES and not is_plural(low) and not describes:
                return j
        elif is_plural(low) and low not in VERBS and not _describes_noun(s, j):
            return j
    return None


def _describes_noun(s: Sentence, j: int) -> bool:
    """Tell of the "Options" of "six Housing Options Officers": a plural right before people or cases."""
    return s.is_word(j + 1) and is_plural(s.low(j + 1)) and s.stem(j + 1) in PEOPLE_AND_CASES


def _ends_phrase(low: str) -> bool:
    """Tell whether a word ends the noun phrase behind a number."""
    return low in AUXILIARIES or low in DETERMINERS or (low in PREPOSITIONS and low not in {"of", "after", "in"})


def _of_noun(c: Candidate, j: int) -> str | None:
    """Return why a small number that counts the noun at ``j`` is no figure, or None."""
    if c.number.value == 1:
        return None
    noun = c.sentence.stem(j)
    if c.earlier and c.earlier[-1].reason is None and c.sentence.low(c.number.first - 2) == "of" and _follows_of(c):
        return None  # the whole of a part: "two of its six advisers"
    pointed = c.before in {"its", "our", "their"} or (c.before == "the" and c.number.value <= _FEW)
    if pointed and noun not in {"child", "person", "pupil", "case", "referral"}:
        return _POINTS_BACK
    counted = noun in PEOPLE_AND_CASES or (noun == "occasion" and c.before == "on") or _is_of_the_service(c.sentence, j)
    return None if counted or noun not in ABSTRACT_NOUNS else _OWN_PARTS


def _follows_of(c: Candidate) -> bool:
    """Tell whether nothing but "of its" stands between the number before and this one."""
    return c.number.first - c.earlier[-1].number.last == len(("of", "its"))


_FEW = 2
"""The two of a kind, said again with an article, count nothing anew."""


def _may_stand_bare(c: Candidate) -> bool:
    """Tell whether a number may stand without its noun; a "one" needs more to show that it counts."""
    return c.number.value > 1 or c.before in {"only", "just", ":", "by", "to", "from"}


def _stands_for_noun(c: Candidate) -> bool:
    """Tell whether a number word stands for people or things named before: "Eleven of the …", "two were"."""
    s, n = c.sentence, c.number
    if (c.before == "but" and s.low(n.first - 2) == "all") or _is_object(c) or _is_the_rest(c):
        return True
    if c.behind == "more" and s.low(n.last + 1) in AUXILIARIES:
        return True
    if _is_a_difference(c) or _has_its_share(c) or _parts_a_group(c):
        return True
    if n.value > 1 and (_several_stand(c) or _stands_behind_in(c) or _sizes_a_group(c) or c.before == "remaining"):
        return True
    if c.before in {"only", "just"} and s.is_word(n.last):
        return not is_plural(s.low(n.last))
    return c.before in _CLAUSE_STARTS and _opens_clause(c)


def _has_its_share(c: Candidate) -> bool:
    """Tell of "Two (14%) had achieved it"."""
    s, last = c.sentence, c.number.last
    share = number_at(s.tokens, last + 1) if c.behind == "(" and s.is_number(last + 1) else None
    return share is not None and share.unit is Unit.PERCENT


def _parts_a_group(c: Candidate) -> bool:
    """Tell of "Of the nine at the end of the course, four passed": a group that the sentence goes on to part."""
    s, n = c.sentence, c.number
    opens = c.before == "the" and s.low(n.first - 2) == "of" and n.first - 2 <= 1
    behind = range(n.last + 2, len(s.tokens))
    return opens and n.value > 1 and any(s.is_number(j) or is_number_word(s.low(j)) for j in behind)


def _is_a_difference(c: Candidate) -> bool:
    """Tell of "two more than the budget", "one below the average", "was four down on its establishment"."""
    behind = c.sentence.low(c.number.last + 1)
    if c.behind in {"more", "fewer", "less", "higher", "lower"}:
        return behind == "than" or (behind in _CLAUSE_ENDS and c.before in AUXILIARIES)
    if c.behind in {"below", "above", "under", "over"}:
        return behind in DETERMINERS or behind == "last"
    return c.behind in {"down", "up", "short"} and c.before in AUXILIARIES


def _several_stand(c: Candidate) -> bool:
    """Tell of "three 26 tonne vehicles", "At the end of March four remained", "in two of the seven areas"."""
    s, n = c.sentence, c.number
    if s.is_number(n.last) or (c.behind in AUXILIARIES and s.is_word(n.first - 1)):
        return True
    if c.behind in {"who", "whom"} or (
        c.before in {"were", "been"} and "there" in {s.low(n.first - 2), s.low(n.first - 3)}
    ):
        return True
    if c.behind == "of" and c.before in _VERBS_OF_WORK and s.low(n.last + 1) in _REFERRED | {"those"}:
        return True
    if _is_taken_of_number(s, n.last):
        return c.before in _BEFORE_PART
    if c.before == "at" and s.low(n.first - 2) in _STANDING:
        return True  # "had stood at nine the previous March"
    partial = c.behind == "of" and s.low(n.last + 1) in _REFERRED and c.before in PREPOSITIONS | {"while"}
    return partial and (_is_part_of_number(c) or _is_of_things(c))


def _stands_behind_in(c: Candidate) -> bool:
    """Tell of "in seven the plan had ended": a clause begins with the cases in which it was so."""
    s, n = c.sentence, c.number
    opens = s.low(n.first - 2) in _CLAUSE_STARTS or (s.low(n.first - 2) in DETERMINERS and n.first > 1)
    return c.before == "in" and opens and (c.behind in DETERMINERS or c.behind in {",", "there"})


def _is_part_in_brackets(c: Candidate) -> bool:
    """Tell of "six officers (three permanent, three for two years)": the parts in brackets make up the number."""
    s, n = c.sentence, c.number
    opening = next((j for j in range(n.first - 1, -1, -1) if s.low(j) in {"(", ")"}), -1)
    if opening < 0 or s.low(opening) == ")" or not (c.before == "(" or c.before in {",", "and", ";"}):
        return False
    closing = next((j for j in range(n.last, len(s.tokens)) if s.low(j) == ")"), len(s.tokens))
    whole = next((e.number for e in reversed(c.earlier) if e.number.last <= opening and e.reason is None), None)
    if whole is None:
        return False
    begins = (j for j in range(opening + 1, closing) if s.low(j - 1) in {"(", ",", "and", ";"})
    parts = [part.value for j in begins if is_number_word(s.low(j)) and (part := number_at(s.tokens, j)) is not None]
    return len(parts) > 1 and sum(parts) == whole.value


def _sizes_a_group(c: Candidate) -> bool:
    """Tell of "a sample of twelve by the unit": a group is said to be so many, and of whom needs no saying."""
    s, n = c.sentence, c.number
    ends = c.behind in PREPOSITIONS or c.behind in _CLAUSE_ENDS
    return ends and c.before == "of" and s.stem(n.first - 2) in _GROUPS


def _is_taken_of_number(s: Sentence, j: int) -> bool:
    """Tell whether "of 19", "out of 19" or "out of the 31" stands at ``j``."""
    out = s.low(j) == "out"
    j += out
    if s.low(j) != "of":
        return False
    j += 1 + (out and s.low(j + 1) == "the")
    return s.is_number(j) or is_number_word(s.low(j))


def _parts_a_number(c: Candidate) -> bool:
    """Tell of "of these nine had …", said of what was counted before."""
    return c.before in {"these", "those", "them", "whom"} and c.sentence.low(c.number.first - 2) == "of"


def _opens_clause(c: Candidate) -> bool:
    """Tell whether a number that a clause opens with is its subject: "one of them", "two were", "One fell ill"."""
    s, n = c.sentence, c.number
    if c.behind == "of" and s.low(n.last + 1) in _REFERRED:
        if n.value == 1:
            return s.low(n.last + 1) in {"them", "whom", "these", "those"} and c.before not in {"that", "all"}
        return _is_part_of_number(c) or _is_of_things(c)
    if n.value == 1:
        return n.first == 0 and s.index > 0 and _is_past(s, n.last) and s.low(n.last + 1) not in {"that", "the", "to"}
    return c.behind in AUXILIARIES or _is_past(s, n.last)


def _is_of_things(c: Candidate) -> bool:
    """Tell whether what the number is taken of is no part of the text: "two of its schools"."""
    s, last = c.sentence, c.number.last
    return not any(s.stem(j) in ABSTRACT_NOUNS for j in range(last + 2, min(last + 6, len(s.tokens))))


def _is_part_of_number(c: Candidate) -> bool:
    """Tell of "two of the seven areas", whose whole is given too."""
    s, j = c.sentence, c.number.last + 2
    return j < len(s.tokens) and (s.is_number(j) or is_number_word(s.low(j)))


def _is_object(c: Candidate) -> bool:
    """Tell of a number that a verb or "in" ends its clause with: "upheld one.", "suspending three", "in three."."""
    s, n = c.sentence, c.number
    timed = n.value > 1 and c.behind in {"in", "during", "since"} and s.is_number(n.last + 1)
    if not (c.behind in _CLAUSE_ENDS or timed) or not s.is_word(n.first - 1):
        return False
    verb = c.before in _VERBS_OF_WORK or (c.before.endswith(("ed", "ing")) and len(c.before) > 4)
    return verb or (n.value > 1 and c.before in {"in", "for"})


def _is_past(s: Sentence, j: int) -> bool:
    """Tell whether a verb in the past stands at ``j``, not a participle before a plural noun."""
    low = s.low(j)
    if low in {"went", "left", "took", "came", "chose", "began", "at"}:
        return True
    adverb = s.low(j + 1).endswith("wards") and s.low(j + 1) != "wards"
    return low.endswith("ed") and len(low) > 4 and (adverb or not is_plural(s.low(j + 1)))
