"""Numbers that are not figures, told by grammar and context.

Every rule looks at the tokens around a number expression and returns the name of the reason why it
is no figure, or None. The rules know kinds of use (a reference, a name, an age, a time, a condition),
never particular records.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from crossfoot.extraction.figures.numbers import Form, Number, time_unit
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tokens import Kind, is_plural
from crossfoot.extraction.figures.words import (
    ABSTRACT_NOUNS,
    AUXILIARIES,
    DETERMINERS,
    MONTHS,
    PEOPLE_AND_CASES,
    PREPOSITIONS,
    REFERENCE_NOUNS,
    TIME_NOUNS,
    TIME_STEMS,
    VERBS,
    WEAK_REFERENCES,
)
from crossfoot.model import Unit

_DASHES = frozenset("-–—‑−")
_LINKS = frozenset({",", "and", "&", "to", "or", "-", "–", "—", "‑", "/", "("})
_AGE_WORDS = frozenset({"aged", "age", "ages"})
_PERSONS = frozenset(
    {
        "child",
        "person",
        "young",
        "adult",
        "pupil",
        "those",
        "resident",
        "student",
        "all",
        "adolescent",
        "girl",
        "boy",
        "woman",
        "man",
        "population",
        "old",
    }
)
_COMPARED = frozenset(
    ["england", "english", "national", "nationally", "uk", "region", "regional", "regionally", "wales", "london", "neighbours", "neighbour", "comparators", "average", "target", "county", "shire", "britain"]
)
_STREETS = frozenset(
    ["street", "road", "avenue", "lane", "drive", "close", "crescent", "terrace", "way", "place", "square", "gardens", "grove", "court", "hill", "park", "row", "walk", "mews", "house", "rd", "st", "ave"]
)
_MASK = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\S+|\b\S+\.(?:gov\.uk|org\.uk|co\.uk|com|org|net)\b\S*|"
    r"\b[A-Z]{1,2}\d[A-Z\d]?[ \xa0]\d[A-Z]{2}\b|"
    r"\(?\b0\d{2,4}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}\b|"
    r"\b[A-Z]{1,6}\.?/?\d{1,5}/\d{1,5}(?:/\d+)?\b|\b[A-Z]{2,6}[-./ ]\d{2,6}[-/]\d{1,6}\b|"
    r"\bA\*?\s?(?:-|–|to)\s?[A-G]\b|\b\d{1,2}(?:st|nd|rd|th)?\s(?:and|to|or|&)\s(?=\d{1,2}(?:st|nd|rd|th)?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))|"
    r"\b\d{1,2}[.:]\d{2}\s?(?:to|-|–)\s?\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|a\.m|p\.m|noon)|\b[A-Z]{2,5}\(\d{2,4}\)\s?\d{1,4}\b|\b\d{1,2}[/–-]\d{1,2}\s(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))|\b\d{1,2}[.:]\d{1,2}\s?(?:am|pm|a\.m\.?|p\.m\.?|hours|hrs|noon)(?!\w)|\b\d{1,2}\s?(?:am|pm|a\.m\.|p\.m\.|noon|midnight|o['’]clock)(?!\w)|"
    r"\b(?:[01]?\d|2[0-3]):[0-5]\d\b|\b[01]\d{3}\s?(?:hours|hrs)\b"
)
_MASK_QUICK = re.compile(
    r"[@:/]|www|\.(?:gov|org|co|com)|\b0\d|[ap]\.?m\b|\d\s(?:and|to|or|&)\s\d|[A-Z]\(\d|\d[/–-]\d+\s[A-Z]|o.clock|noon|midnight|\bA\*?\s?[-–t]|\b[A-Z]{1,2}\d|[A-Z]{2,}[-./ ]\d|\d[.:]\d\d\s?h"
)


def masks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the offsets of addresses, telephone numbers, postcodes, links, times and reference codes."""
    if not _MASK_QUICK.search(text, start, end):
        return []
    return [m.span() for m in _MASK.finditer(text, start, end)]


def why_not(s: Sentence, n: Number, earlier: list[tuple[Number, str | None]]) -> str | None:
    """Return the name of the rule by which ``n`` is no figure, or None where it may be one.

    ``earlier`` holds the numbers before it in the sentence with the verdict on each, since a list of
    references ("sections 2, 5 and 7") goes on from one to the next.
    """
    for rule in _RULES:
        reason = rule(s, n, earlier)
        if reason is not None:
            return reason
    return None


def _whole(n: Number) -> bool:
    """Tell whether the number is a bare whole number in digits, without sign, unit or multiplier."""
    return (
        n.form is Form.DIGITS
        and not n.money
        and n.unit is None
        and n.scale == 1
        and n.step == 1
        and n.last - n.first == 1
    )


def _counted(s: Sentence, i: int) -> bool:
    """Tell whether something countable stands at ``i``: a plural noun within the next words."""
    for j in range(i, min(i + 4, len(s.tokens))):
        token = s.tokens[j]
        if token.kind is not Kind.WORD:
            return False
        low = token.low
        if low in AUXILIARIES or low in PREPOSITIONS or low in DETERMINERS or low in {"and", "or", "but"}:
            return False
        if is_plural(low) and low not in VERBS:
            return True
    return False


def _leading_zero(s: Sentence, n: Number, earlier: list[tuple[Number, str | None]]) -> str | None:
    """Codes and telephone numbers begin with a nought; figures do not."""
    low = s.tokens[n.core].low
    if n.form is not Form.DIGITS:
        return None
    if len(low) > 1 and low[0] == "0" and low[1] != ".":
        return "code with a leading nought"
    if s.low(n.last) == "°" or (n.first == n.core and (_next_to_digits(s, n))):
        return "code or measure"
    if len(low) >= 6 and low.isdigit() and not n.money and n.unit is None and n.scale == 1:
        return "code of many digits"
    if len(low) >= 5 and low.isdigit() and s.is_upper(n.first - 1) and not n.money and n.unit is None:
        return "code of many digits"
    return None


def _next_to_digits(s: Sentence, n: Number) -> bool:
    """Tell whether digits stand right beside the number with but a space between, as in a code ("21 014 552")."""
    if not _whole(n):
        return False
    return (s.is_number(n.last) and s.low(n.last)[0] == "0") or (s.is_number(n.first - 1) and s.is_number(n.last))


def _page_number(s: Sentence, n: Number, earlier: list[tuple[Number, str | None]]) -> str | None:
    """A small whole number that is all there is of a line is the page's."""
    if not _whole(n) or n.value > 999 or s.block.end - s.block.start > 12:
        return None
    others = [t for t in s.tokens if t.kind is not Kind.SIGN]
    return "page number" if len(others) == 1 or (len(others) == 2 and others[0].low == "page") else None


def _joined_code(s: Sentence, n: Number, earlier: list[tuple[Number, str | None]]) -> str | None:
    """A number fastened to letters, a slash or a stop is part of a code: "CAB.45", "R12/15", "24/7"."""
    if n.form is not Form.DIGITS or n.money:
        return None
    first, last = n.first, n.last
    before, after = s.low(first - 1), s.low(last)
    if (
        before in {"/", ".", ":", "_", "#", "\\"}
        and not (before == "." and s.low(first - 2) == ".")
        and s.touches(first)
        and (first < 2 or s.touches(first - 1))
    ):
        if before == "/" and first >= 2 and s.is_number(first - 2) and _fraction(s, first - 2, n.core):
            return None
        return "part of a code"
    if after in {"/", ":", "_"} and s.touches(last) and s.touches(last + 1) and last + 1 < len(s.tokens):
        if after == "/" and s.is_number(last + 1) and _fraction(s, n.core, last + 1):
            return None
        if s.is_number(last + 1) or s.is_word(last + 1):
            return "part of a code"
    if after in _DASHES and s.touches(last) and s.touches(last + 1) and s.is_word(last + 1) and n.form is Form.DIGITS:
        follow = s.stem(last + 1)
        if follow in TIME_STEMS or not is_plural(s.low(last + 1)):
            return "attribute joined by a hyphen"
    if (
        after == "("
        and s.touches(last)
        and n.step < 1
        and s.low(last + 2) == ")"
        and len(s.low(last + 1)) <= 3
        and s.is_word(last + 1)
    ):
        return "reference"
    if (
        n.step < 1
        and n.unit is None
        and after in _DASHES
        and s.is_number(last + 1)
        and s.low(last + 1).partition(".")[0] == s.low(n.core).partition(".")[0]
        and s.low(first - 1) in {"at", "in", "paragraphs", "see", "and"}
    ):
        return "reference"
    if n.step < 1 and n.unit is None and before in _DASHES and earlier and earlier[-1][1] == "reference":
        return "reference"
    if (
        after in _DASHES
        and s.touches(last)
        and s.touches(last + 1)
        and s.is_number(last + 1)
        and _whole(n)
        and _descends(s, n.core, last + 1)
    ):
        return "part of a code"
    if (
        before in _DASHES
        and first >= 2
        and s.touches(first)
        and s.touches(first - 1)
        and s.is_number(first - 2)
        and _whole(n)
        and _descends(s, first - 2, n.core)
    ):
        return "part of a code"
    if (
        before in _DASHES
        and s.touches(first)
        and s.touches(first - 1)
        and first >= 2
        and s.tokens[first - 2].kind is not Kind.NUMBER
        and s.low(first - 2) not in {"£", ")", "(", "|"}
    ):
        return "part of a name"
    if s.tokens[n.core].kind is Kind.NUMBER and after in {"*", "+"} and s.touches(last) and not n.unit:
        return "name of a measure" if after == "*" else "bound in a name"
    return None


def _descends(s: Sentence, a: int, b: int) -> bool:
    """Tell whether two whole numbers joined by a dash run downwards, as no range does ("9-4")."""
    low, high = s.low(a), s.low(b)
    return low.isdigit() and high.isdigit() and int(low) > int(high)


def _fraction(s: Sentence, a: int, b: int) -> bool:
    """Tell whether the numbers at tokens ``a`` and ``b`` with a slash between are part and whole."""
    if not (s.is_number(a) and s.is_number(b)):
        return False
    try:
        part, whole = int(s.low(a).replace(",", "")), int(s.low(b).replace(",", ""))
    except ValueError:
        return False
    before = s.stem(a - 1)
    if before in REFERENCE_NOUNS or before in {".", "/", "no"} or (s.touches(a) and before not in {"(", "|", "["}):
        return False
    return part <= whole and whole > 7 and not s.low(b + 1) == "/"


def _reference(s: Sentence, n: Number, earlier: list[tuple[Number, str | None]]) -> str | None:
    """A noun of reference before a bare number names it: "section 47", "Appendix 3", "option 2"."""
    if n.form is Form.WORDS:
        before = s.stem(n.first - 1)
        if before in {
            "option",
            "phase",
            "stage",
            "level",
            "part",
            "tier",
            "grade",
            "key",
            "appendix",
            "section",
            "schedule",
            "chapter",
            "priority",
            "year",
            "key stage",
            "band",
            "type",
        }:
            return "reference" if n.last - n.first == 1 and not _counted(s, n.last) else None
        return None
    if n.form is not Form.DIGITS or n.money or n.unit is not None or n.scale != 1:
        return None
    if s.low(n.last) in {"above", "below", "overleaf"} and s.low(n.first - 1) in {
        "at",
        "in",
        "see",
        "and",
        "to",
        "(",
        "of",
        "under",
    }:
        return "reference"
    if earlier:
        last, reason = earlier[-1]
        if (
            reason == "part of a name"
            and _whole(n)
            and n.value == last.value + 1
            and n.first - last.last == 1
            and s.low(last.last) in _LINKS
        ):
            return "part of a name"
        if (
            reason in {"reference", "age"}
            and 0 < n.first - last.last <= 2
            and all(s.low(k) in _LINKS for k in range(last.last, n.first))
        ):
            return None if _counted(s, n.last) and reason == "reference" else reason
    i = n.first - 1
    while i >= 0 and (s.low(i) in {".", "(", "#", ":"} or (s.low(i) in {"no", "nos", "number", "numbers"} and i > 0)):
        if s.low(i) in {"no", "nos"} or (
            s.low(i) == "number" and s.stem(i - 1) not in {"the", "total", "a"} and n.value < 200
        ):
            if s.low(i) != "number" or not _counted(s, n.last):
                return "reference"
        if s.low(i) == ":":
            return None
        if s.low(i) == "(":
            break
        i -= 1
    if i < 0 or not (s.is_word(i) or s.tokens[i].kind is Kind.CODE):
        return None
    noun, token = s.stem(i), s.tokens[i]
    if noun in TIME_NOUNS:
        if (
            n.step == 1
            and n.value <= 53
            and ((token.capital and i > 0 and n.value <= 14) or not _counted(s, n.last))
            and s.low(n.last) != "%"
        ):
            return (
                "reference"
                if s.low(i - 1) not in {"last", "this", "previous", "that", "each", "the"} or not _counted(s, n.last)
                else None
            )
        return None
    if noun not in REFERENCE_NOUNS:
        return None
    if s.low(i) in {"s", "ss", "r", "q", "p"} and s.low(i - 1) == "'":
        return None
    if noun in WEAK_REFERENCES and not is_reference_use(s, i, n):
        return None
    if _counted(s, n.last) and not token.capital and noun in WEAK_REFERENCES:
        return None
    return "reference"


def is_reference_use(s: Sentence, i: int, n: Number) -> bool:
    """Tell whether a weak noun of reference names the number: a capital, or nothing but an end behind it."""
    if n.step != 1 or n.value > 999 or "," in s.low(n.core):
        return False
    if is_plural(s.low(i)) and s.low(n.last) in _LINKS and s.is_number(n.last + 1) and s.low(n.last) != "(":
        return not _counted(s, n.last + 2)
    if is_plural(s.low(i)) and s.low(i) not in {"groups", "teams", "units", "areas", "items", "wards", "parts"}:
        return False
    if s.tokens[i].capital and i > 0:
        return True
    after = s.low(n.last)
    return (
        after in {"", ".", ",", ")", ";", ":"}
        or after in PREPOSITIONS
        or after in AUXILIARIES
        or after in {"and", "or"}
        or s.is_word(n.last)
    )


def _name(s: Sentence, n: Number, earlier: list[tuple[Number, str | None]]) -> str | None:
    """A bare number behind a word with a capital is part of a name: "North 1", "Attainment 8"."""
    if (
        n.form is Form.DIGITS
        and n.unit is None
        and not n.money
        and s.low(n.core).endswith(".0")
        and s.is_word(n.first - 1)
        and s.tokens[n.first - 1].capital
    ):
        return "part of a name"
    if not _whole(n) or n.value > 9999 or "," in s.low(n.core):
        return None
    i = n.first - 1
    if i < 0 or not s.is_word(i) or s.tokens[i].start == s.tokens[n.core].start:
        return None
    token = s.tokens[i]
    low = token.low
    if not token.capital or low in MONTHS or low in PREPOSITIONS or low in AUXILIARIES or low in DETERMINERS:
        return None
    if low in _COMPARED or (
        len(low) == 1 and i > 0 and s.stem(i - 1) in {"band", "category", "group", "grade", "class", "division", "tier"}
    ):
        return None
    if low in {
        "total",
        "and",
        "or",
        "only",
        "some",
        "there",
        "they",
        "we",
        "it",
        "over",
        "approximately",
        "around",
        "nearly",
        "just",
        "these",
        "currently",
        "today",
    }:
        return None
    if low == "nhs" and n.value in {111, 999}:
        return "part of a name"
    if _counted(s, n.last) or s.low(n.last) in {"%", "x"} or (s.low(n.last) == "of" and s.is_number(n.last + 1)):
        return None
    if i == 0 and s.block.shape.name in {"ITEM", "ROW"} and (is_plural(low) or n.last >= len(s.tokens)) and n.value > 9:
        return None
    if n.last >= len(s.tokens) and is_plural(low):
        return None
    if i == 0 and s.index > 0 and not s.is_upper(i):
        return None
    if (
        s.low(n.last) in {"(", ","}
        and is_plural(low)
        and i > 0
        and not s.tokens[i - 1].capital
        and s.low(n.last) == "("
    ):
        return None
    return "part of a name"


def _years(s: Sentence, n: Number, earlier: list[tuple[Number, str | None]]) -> str | None:
    """Four digits from 1900 to 2099 are a year where nothing countable follows."""
    if not _whole(n) or len(s.low(n.core)) != 4 or not 1900 <= n.value <= 2099:
        return None
    if s.tokens[n.core].suffix:
        return "year"
    return (
        None
        if _counted(s, n.last) and s.low(n.first - 1) not in {"in", "since", "during", "by", "for", "act"}
        else "year"
    )


def _age(s: Sentence, n: Number, earlier: list[tuple[Number, str | None]]) -> str | None:
    """Ages and age bands: "aged 16 to 17", "under 5s", "16-18 year olds", "(0 - 13)", "over 65"."""
    if n.unit in {Unit.GBP, Unit.PERCENT, Unit.FTE, Unit.PERCENTAGE_POINTS} or n.form in {
        Form.ZERO,
        Form.MULTIPLE,
        Form.FRACTION,
    }:
        return None
    if n.value > 110 or n.scale != 1 or n.step != 1:
        return None
    if s.low(n.last) in {"to", "-", "–"} and s.is_number(n.last + 1) and s.tokens[n.last + 1].suffix == "s":
        return "age"
    before = s.low(n.first - 1)
    i = n.first - 1
    while (
        before
        in {
            "under",
            "over",
            "between",
            "from",
            "below",
            "above",
            "of",
            "to",
            "and",
            "-",
            "–",
            "up",
            "least",
            "at",
            "than",
            "younger",
            "older",
            "the",
        }
        and n.first - i < 5
    ):
        i -= 1
        before = s.low(i)
    if before in _AGE_WORDS:
        return "age"
    j = n.last
    for _ in range(4):
        while s.low(j) in _DASHES or s.low(j) in {"to", "and", "or", "/"}:
            j += 1
        if s.is_number(j) or s.low(j) in {"+"}:
            j += 1
            continue
        break
    if s.stem(j) in {"year", "month", "yr"} or s.low(j) in {"years", "yrs", "year"}:
        k = j + 1
        while s.low(k) in _DASHES:
            k += 1
        if s.stem(k) in {"old", "age", "olds"} or (s.low(k) == "of" and s.low(k + 1) == "age"):
            return "age"
        if (
            s.low(k) in {"and", "or"}
            and s.low(k + 1) in {"over", "under", "above", "below", "older", "younger"}
            and s.stem(n.first - 1) in {"", "aged", "person", "child", "adult"}
        ):
            return "age"
    if (
        any(reason == "age" for _, reason in earlier)
        and before in {"", *_AGE_WORDS} | {s.low(i)}
        and s.low(n.first - 1) in {"between", "and", "to", "or", "over", "under"}
        and n.value <= 25
        and not _counted(s, n.last)
    ):
        return "age"
    if (
        s.low(n.first - 1) in {"was", "is", "turned", "turns", "reached"}
        and s.low(n.first - 2) in {"she", "he"}
        and s.low(n.last) in {"", ".", ",", "and", "when"}
    ):
        return "age"
    low_before, stem_before = s.low(n.first - 1), s.stem(n.first - 2)
    if (
        low_before in {"under", "over"}
        and n.value in {1, 2, 3, 4, 5, 8, 10, 11, 16, 18, 19, 21, 25, 50, 55, 60, 65, 75, 80, 85}
        and not _counted(s, n.last)
    ):
        if (
            s.low(n.last) in {"s", "'", "’"}
            or stem_before in _PERSONS
            or stem_before == ""
            or (s.low(n.first - 2) in {"the", ",", "for", "(", "of"}
            and s.low(n.last) in {"", ".", ",", ")", "population"}
            and n.value in {18, 25, 65})
        ):
            return "age"
    if s.low(n.last) in _DASHES and s.is_number(n.last + 1) and not n.unit:
        return _age_band(s, n.first, n.core, n.last + 1)
    if low_before in _DASHES and s.is_number(n.first - 2) and not n.unit:
        return _age_band(s, n.first - 2, n.first - 2, n.core)
    return None


def _age_band(s: Sentence, first: int, low: int, high: int) -> str | None:
    """Return "age" where the range at tokens ``low`` to ``high`` is a band of ages in a name."""
    try:
        a, b = int(s.low(low)), int(s.low(high))
    except ValueError:
        return None
    if not (a < b <= 25 and a in {0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 21}):
        return None
    opened = s.low(first - 1) == "(" and s.low(high + 1) == ")"
    if opened:
        return "age"
    if _counted(s, high + 1) and s.stem(high + 1) not in {
        "year",
        "service",
        "partnership",
        "team",
        "school",
        "programme",
        "pathway",
        "population",
    }:
        return None
    after = s.stem(high + 1)
    if after in {
        "year",
        "service",
        "partnership",
        "team",
        "school",
        "programme",
        "pathway",
        "population",
        "healthy",
        "provision",
        "cohort",
        "age",
        "strategy",
        "commissioning",
        "academy",
        "campus",
        "phase",
        "public",
        "education",
        "learning",
        "offer",
        "group",
    }:
        return "age"
    return (
        "age"
        if a == 0
        or (b in {18, 19, 25}
        and a >= 11
        and not s.is_word(high + 1)
        and s.stem(first - 1) in {"aged", "team", "service", "ages"})
        else None
    )


def _attribute(s: Sentence, n: Number, earlier: list[tuple[Number, str | None]]) -> str | None:
    """A number before a singular noun describes it: "30 day consultation", "three-year plan", "2 bed flats"."""
    if (
        n.money
        or n.unit in {Unit.PERCENT, Unit.FTE, Unit.PERCENTAGE_POINTS}
        or n.form in {Form.ZERO, Form.FRACTION, Form.MULTIPLE}
    ):
        return None
    if n.scale != 1:
        return None
    j = n.last
    hyphen = s.low(j) in _DASHES and s.touches(j)
    if hyphen:
        j += 1
    low, noun = s.low(j), s.stem(j)
    if not s.is_word(j):
        return None
    if low in TIME_STEMS and (n.value != 1 or hyphen):
        return "attribute of time"
    if low in {"working", "calendar"} and s.low(j + 1) in TIME_STEMS and n.value != 1:
        return "attribute of time"
    if (
        low
        in {
            "bed",
            "bedroom",
            "bedroomed",
            "bedded",
            "storey",
            "star",
            "tier",
            "stage",
            "way",
            "fold",
            "point",
            "strand",
            "door",
            "metre",
            "mile",
            "acre",
            "page",
            "place",
            "room",
            "seat",
            "track",
            "phase",
            "form",
            "hectare",
            "person",
        }
        and n.value != 1
        and (hyphen or is_plural(s.low(j + 1)) or low not in {"person"})
    ):
        if (
            low in {"mile", "acre", "metre", "hectare", "place", "person", "room", "seat"}
            and not hyphen
            and s.low(j + 1) not in PEOPLE_AND_CASES
        ):
            return "attribute"
        if low not in {"mile", "acre", "metre", "hectare", "place", "person", "seat"}:
            return "attribute"
    if hyphen and n.form is Form.WORDS and not is_plural(noun):
        return "attribute"
    if noun in {"more", "fewer", "less"} and False:
        return None
    return None


def _or_more(s: Sentence, n: Number, earlier: list[tuple[Number, str | None]]) -> str | None:
    """ "Three or more placements", "5 or more GCSEs" are names of measures."""
    if s.stem(n.last) in {"gcse", "gce"} or (s.low(n.last) == "good" and s.stem(n.last + 1) == "gcse"):
        return "name of a measure"
    if s.low(n.last) == "or" and s.low(n.last + 1) in {"more", "fewer", "less", "over", "above"}:
        if n.unit is Unit.PERCENT or n.money:
            return None
        return "bound in the name of a measure"
    if (
        s.low(n.last) in {"years", "months", "weeks", "days"}
        and s.low(n.last + 1) == "or"
        and s.low(n.last + 2) in {"more", "longer", "less", "fewer", "over"}
    ):
        return "bound in the name of a measure"
    return None


_PERFORMANCE = frozenset(
    ["average", "averaging", "mean", "median", "took", "take", "takes", "taking", "taken", "waited", "wait", "waits", "waiting", "duration", "lasted", "lasting", "length", "turnaround", "typically", "from", "slowest", "longest", "shortest"]
)
_CONDITION = frozenset(
    ["within", "every", "over", "after", "for", "next", "last", "past", "least", "minimum", "maximum", "another", "further", "up", "than", "under", "before", "following", "each", "per", "under", "previous", "first", "initial", "inside", "open", "in"]
)


def _condition(s: Sentence, n: Number, earlier: list[tuple[Number, str | None]]) -> str | None:
    """A stretch of time is a figure only where it measures a performance: "took 45 days on average"."""
    j = n.last
    if s.low(j) in {"working", "calendar", "school", "consecutive", "full", "whole"}:
        j += 1
    unit = n.unit if n.unit in {Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS} else time_unit(s.low(j))
    if unit is None and s.stem(j) not in {"hour", "minute", "fortnight", "night", "decade", "mile"}:
        return None
    if n.money or n.unit is Unit.PERCENT:
        return None
    if s.stem(j) == "mile":
        return "distance"
    if n.step < 1:
        return None
    window = {s.low(k) for k in range(max(0, n.first - 12), min(len(s.tokens), j + 6))}
    if window & _PERFORMANCE and s.low(n.first - 1) not in {"within", "every"}:
        return None
    if (
        earlier
        and earlier[-1][1] is None
        and s.low(n.first - 1) in {"to", "from", "and", "of", "target"}
        and _time_figure(s, earlier[-1][0])
    ):
        return None
    return "condition of time"


def _time_figure(s: Sentence, n: Number) -> bool:
    """Tell whether an earlier number counts a stretch of time."""
    return time_unit(s.low(n.last)) is not None or s.low(n.last) == "working" or n.unit in {Unit.DAYS, Unit.WEEKS}


_IDIOMS_BEFORE = frozenset(
    {"top", "big", "magic", "catch", "no", "any", "each", "every", "at", "this", "that", "such", "which"}
)


def _idiom(s: Sentence, n: Number, earlier: list[tuple[Number, str | None]]) -> str | None:
    """Number words in set phrases: "one of the", "one another", "no one", "one to one", "on the one hand"."""
    before, after = s.low(n.first - 1), s.low(n.last)
    if before == "top" and n.unit is None:
        return "set phrase"
    if s.low(n.last) == "to" and s.low(n.last + 1) == s.low(n.first) and n.value == 1:
        return "set phrase"
    if before in {"to", ":"} and s.low(n.first - 2) == s.low(n.first) and n.value == 1:
        return "set phrase"
    if n.form is not Form.WORDS or n.last - n.first > 1:
        return None
    if n.value == 1 and (
        before in _IDIOMS_BEFORE
        or after
        in {
            "of",
            "another",
            "off",
            "such",
            "or",
            "that",
            "which",
            "who",
            "to",
            "-",
            "–",
            "hand",
            "by",
            "year",
            "time",
            "month",
            "day",
            "week",
            "in",
            "as",
            "is",
            "has",
            "more",
            "size",
            "stop",
            "where",
            "was",
            "would",
            "could",
            "can",
            "for",
            "with",
            "on",
            "at",
            "from",
        }
    ):
        return "set phrase" if not (after == "of" and before in {"only", "just"}) else None
    if before in {"these", "those", "both", "other", "first", "last", "next"}:
        return "points back"
    return None


def _abstract(s: Sentence, n: Number, earlier: list[tuple[Number, str | None]]) -> str | None:
    """A count of the text's own parts reports nothing: "three key aims", "two options"."""
    if n.money or n.unit is not None or n.step != 1 or n.value > 20 or n.form is Form.ZERO:
        return None
    if s.stem(n.last) == "point" and n.form is Form.DIGITS:
        return None
    for j in range(n.last, min(n.last + 5, len(s.tokens))):
        if not s.is_word(j):
            break
        low, noun = s.low(j), s.stem(j)
        if low in AUXILIARIES or low in PREPOSITIONS or low in DETERMINERS or low == "and":
            break
        if is_plural(low) and low not in VERBS:
            return "count of the text's own parts" if noun in ABSTRACT_NOUNS else None
        if n.value == 1 and noun in ABSTRACT_NOUNS:
            return "count of the text's own parts"
    return None


def _small_word(s: Sentence, n: Number, earlier: list[tuple[Number, str | None]]) -> str | None:
    """A small number in words is a figure where it counts people, cases or things that the service has."""
    if n.form is not Form.WORDS or n.unit is not None or n.money or n.value > 12 or n.step != 1:
        return None
    before = s.low(n.first - 1)
    if _stands_for_noun(s, n):
        return None
    for j in range(n.last, min(n.last + 6, len(s.tokens))):
        if not s.is_word(j):
            break
        low, noun = s.low(j), s.stem(j)
        if low in AUXILIARIES or low in DETERMINERS or (low in PREPOSITIONS and low not in {"of", "after", "in"}):
            break
        if n.value == 1:
            if noun in PEOPLE_AND_CASES and not is_plural(low):
                following = s.stem(j + 1)
                if following in PEOPLE_AND_CASES and s.is_word(j + 1):
                    continue
                return None
        elif is_plural(low) and low not in VERBS:
            if before in {"the", "its", "our", "their"} and noun not in {
                "child",
                "person",
                "pupil",
                "case",
                "referral",
            }:
                return "points back"
            return None if noun in PEOPLE_AND_CASES or noun not in ABSTRACT_NOUNS else "count of the text's own parts"
    after = s.low(n.last)
    if (
        before
        in {
            "were",
            "was",
            "only",
            "just",
            "with",
            "to",
            "from",
            "by",
            "but",
            "remaining",
            "and",
            "another",
            "of",
            ":",
            "further",
            "these",
            "than",
            "at",
            "least",
        }
        and (
            after
            in {
                "",
                ".",
                ",",
                ")",
                ";",
                "were",
                "was",
                "are",
                "is",
                "had",
                "have",
                "in",
                "of",
                "at",
                "from",
                "to",
                "remain",
                "remained",
                "and",
                "received",
                "on",
            }
        )
        and (n.value > 1 or before in {"only", "just", ":", "by", "to", "from"})
    ):
        return None if not (after == "of" and before in {"of"}) else "points back"
    if earlier and earlier[-1][1] is None and before in {"and", ","}:
        return None
    return "small number in words that counts nothing"


_CLAUSE_STARTS = frozenset(
    {"", ",", ";", ":", "and", "which", "whom", "but", "that", "-", "–", "—", "(", "only", "just", "all", "."}
)


def _stands_for_noun(s: Sentence, n: Number) -> bool:
    """Tell whether a number word stands for people or things named before: "Eleven of the …", "two were"."""
    before, after = s.low(n.first - 1), s.low(n.last)
    if before == "but" and s.low(n.first - 2) == "all":
        return True
    if before not in _CLAUSE_STARTS:
        return False
    if after == "of" and s.low(n.last + 1) in {"the", "these", "those", "them", "whom", "which", "our", "its", "their"}:
        if n.value == 1:
            return s.low(n.last + 1) in {"them", "whom", "these", "those"} and before not in {"that", "all"}
        return not any(s.stem(j) in ABSTRACT_NOUNS for j in range(n.last + 2, min(n.last + 6, len(s.tokens))))
    if n.value == 1:
        return False
    return (
        after in AUXILIARIES
        or (after.endswith("ed") and len(after) > 4 and not is_plural(s.low(n.last + 1)))
        or after in {"went", "left", "took", "came", "chose", "began", "at"}
    )


def _zero(s: Sentence, n: Number, earlier: list[tuple[Number, str | None]]) -> str | None:
    """ "No" and "none" report a nought where people or cases are said not to be there."""
    if n.form is not Form.ZERO:
        return None
    low = s.low(n.first)
    if low == "nil":
        return None if s.low(n.first - 1) in {"was", "were", "is", "are", "at", "of", "to"} else "no report"
    if low == "none":
        if s.low(n.last) == "of" and s.low(n.last + 1) in {"the", "these", "those", "them", "whom", "which"}:
            for j in range(n.last + 2, min(n.last + 10, len(s.tokens))):
                if s.stem(j) in PEOPLE_AND_CASES and s.stem(j) not in {
                    "member",
                    "officer",
                    "councillor",
                    "response",
                    "group",
                    "authority",
                    "council",
                }:
                    return None
        if s.low(n.first - 1) in {"were", "with", "and", ",", ":", ""} and s.low(n.last) in {
            "unallocated",
            "in",
            "were",
            "was",
            "at",
            "involving",
            "on",
        }:
            return None
        return "no report"
    if not _existential(s, n.first):
        return "no report"
    for j in range(n.last, min(n.last + 8, len(s.tokens))):
        if not s.is_word(j):
            break
        if j > n.last and (
            s.low(j) in AUXILIARIES or s.low(j) in DETERMINERS or (s.low(j) in PREPOSITIONS and s.low(j) != "after")
        ):
            break
        noun = s.stem(j)
        if noun in _ZERO_NOUNS or (noun in PEOPLE_AND_CASES and noun not in _NEVER_ZERO):
            following = s.stem(j + 1)
            if (
                s.is_word(j + 1)
                and following not in AUXILIARIES
                and following not in PREPOSITIONS
                and (following in _NEVER_ZERO or following in ABSTRACT_NOUNS)
            ):
                return "no report"
            return None
    return "no report"


_ZERO_NOUNS = frozenset(["unallocated", "disclosure", "vacancy", "death", "breach", "exclusion", "complaint", "case", "child", "incident"])
_NEVER_ZERO = frozenset(
    ["member", "officer", "council", "councillor", "response", "agreement", "action", "plan", "meeting", "contract", "order", "issue", "objection", "representation", "application", "request", "interest", "bid", "tender", "programme", "project", "scheme", "course", "review", "report", "event", "notice", "call", "house", "home", "officer", "group", "authority", "authority", "review"]
)


def _existential(s: Sentence, i: int) -> bool:
    """Tell whether "no" at ``i`` reports that there was nothing: "there were no", "with no", or as subject."""
    before = s.low(i - 1)
    if before in {
        "been",
        "were",
        "was",
        "are",
        "is",
        "had",
        "has",
        "have",
        "recorded",
        "reported",
        "received",
        "with",
        "and",
        "but",
        "that",
        ";",
        ",",
        "saw",
        "remained",
        "remain",
    }:
        if before in {"is", "has", "have"}:
            return (
                s.low(i - 2) in {"there", "authority", "council", "service"}
                or (before == "is"
                and s.low(i - 2) == "there")
            )
        return True
    return i == 0


def _street(s: Sentence, n: Number, earlier: list[tuple[Number, str | None]]) -> str | None:
    """A house number: "14 High Street"."""
    if not _whole(n) or n.value > 999:
        return None
    following = s.tokens[n.last : n.last + 4]
    if (
        following
        and following[0].capital
        and any(t.kind is Kind.CODE and t.capital for t in following[1:])
        and s.low(n.first - 1) in {"at", "of", "in", ",", "(", "to"}
    ):
        return "address"
    start = n.last
    if s.low(start) in _DASHES and s.is_number(start + 1):
        start += 2
    for j in range(start, min(start + 4, len(s.tokens))):
        if not s.is_word(j) or not s.tokens[j].capital:
            return None
        if j > start and s.low(j) in _STREETS:
            return "address"
    return None


def _denominator(s: Sentence, n: Number, earlier: list[tuple[Number, str | None]]) -> str | None:
    """ "Per 10,000", "for every £1": the base of a rate, not a figure."""
    before = s.low(n.first - 1)
    if before in {"per", "every"} and n.form is Form.DIGITS:
        return "base of a rate"
    if (
        before in {"in", "of"}
        and n.form is Form.WORDS
        and n.value in {2, 3, 4, 5, 6, 8, 10, 100}
        and earlier
        and earlier[-1][0].last in {n.first - 1, n.first - 2}
    ):
        return "base of a rate"
    if before == "each" and n.money:
        return "base of a rate"
    return None


def _enumeration(s: Sentence, n: Number, earlier: list[tuple[Number, str | None]]) -> str | None:
    """ "(1) … (2) …" inside a sentence are labels."""
    if not _whole(n) or n.value > 30 or s.low(n.last) != ")":
        return None
    if s.low(n.first - 1) == "(":
        previous = s.low(n.first - 2)
        if previous in {"", ";", ":", ",", "and", "."} and s.is_word(n.last + 1):
            return "label of a list"
        for j in range(n.last + 1, len(s.tokens) - 2):
            if (
                s.low(j) == "("
                and s.low(j + 2) == ")"
                and s.low(j + 1) == str(int(n.value) + 1)
                and s.is_word(n.last + 1)
            ):
                return "label of a list"
        return None
    return "label of a list" if s.is_word(n.last + 1) and n.first == 0 else None


def _ordinal_suffix(s: Sentence, n: Number, earlier: list[tuple[Number, str | None]]) -> str | None:
    """ "x of a kind": a number used as a name of a game, ratio or score ("4 x 4")."""
    if s.low(n.last) == "x" and s.is_number(n.last + 1):
        return "dimension"
    if s.low(n.first - 1) == "x" and s.is_number(n.first - 2):
        return "dimension"
    return None


_RULES: tuple[Callable[[Sentence, Number, list[tuple[Number, str | None]]], str | None], ...] = (
    _zero,
    _page_number,
    _leading_zero,
    _denominator,
    _years,
    _age,
    _joined_code,
    _reference,
    _or_more,
    _street,
    _enumeration,
    _ordinal_suffix,
    _name,
    _attribute,
    _condition,
    _idiom,
    _abstract,
    _small_word,
)
