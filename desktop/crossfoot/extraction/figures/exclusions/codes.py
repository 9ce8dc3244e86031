"""Digits that are part of a code: case numbers, page numbers, years, dimensions, what a slash or hyphen joins."""

from __future__ import annotations

from crossfoot.extraction.figures.exclusions.candidate import DASHES, Candidate
from crossfoot.extraction.figures.numerals import Form, is_fte
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tokens import SIGN, is_plural
from crossfoot.extraction.figures.words import MONTHS, REFERENCE_NOUNS, TIME_STEMS

_BEFORE_YEAR = frozenset({"in", "since", "during", "by", "for", "act", "the", "of", "this", "its"})
_FIRST_SHORT_YEAR, _LAST_SHORT_YEAR = 14, 35
_LONGEST_ROW = 12
"""More numbers with but a space between are no row of a table that lost its gaps."""

_MOST_OF_AN_EXTENSION = 99
_RATED_OUT_OF = frozenset({"5", "10", "100"})
"""What a rating with a decimal is out of: "4.6/5"."""

_LONGEST_PAGE_NUMBER = 16
"""How long a line may be that says which page it stands on: "Page 12 of 40"."""

_PART = "part of a code"
_CODE = "code with a leading nought"
_TELEPHONES = frozenset({"tel", "telephone", "phone", "fax", "ext", "extension", "mobile", "dial"})
_BEFORE_PARAGRAPHS = frozenset({"at", "in", "paragraphs", "see", "and"})


def leading_nought(c: Candidate) -> str | None:
    """Codes and telephone numbers begin with a nought or run on over many digits; figures do not."""
    s, n = c.sentence, c.number
    if n.form is not Form.DIGITS:
        return None
    low = s.tokens[n.core].low
    if len(low) > 1 and low[0] == "0" and low[1] != ".":
        return _CODE
    if c.behind == "°" or _beside_digits(c):
        return "code or measure"
    if n.bare and (_is_dialled(c) or _goes_on_from_a_code(c)):
        return _CODE
    plain = low.isdigit() and not n.money and n.unit is None
    if plain and (
        (len(low) >= 6 and n.scale == 1 and not c.counts_a_plural) or (len(low) >= 5 and s.is_upper(n.first - 1))
    ):
        return "code of many digits"
    return None


def _is_dialled(c: Candidate) -> bool:
    """Tell of a number that a word for a telephone stands before: "telephone Thornwick 55012"."""
    s, first = c.sentence, c.number.first
    if c.number.value <= _MOST_OF_AN_EXTENSION or c.counts_a_plural:
        return False
    return any(s.low(i) in _TELEPHONES for i in range(max(0, first - 3), first))


def _goes_on_from_a_code(c: Candidate) -> bool:
    """Tell of further groups of digits behind a code: "01632 960 310 to 960 318", "21 014 552"."""
    if not c.earlier or c.earlier[-1].reason not in {_CODE, "code or measure"}:
        return False
    between = [c.sentence.low(k) for k in range(c.earlier[-1].number.last, c.number.first)]
    return not between or (len(between) == 1 and between[0] in {"to", "-", "–"} and not c.counts_a_plural)


def _beside_digits(c: Candidate) -> bool:
    """Tell whether digits stand right beside the number with but a space between, as in a code ("21 014 552")."""
    s, n = c.sentence, c.number
    if not n.bare or not s.is_number(n.last):
        return False
    if all(s.is_number(j) for j in range(n.last, n.last + _LONGEST_ROW)):
        return True
    return c.behind[0] == "0" or (s.is_number(n.first - 1) and s.is_upper(n.first - 2))


def page_number(c: Candidate) -> str | None:
    """A small whole number that is all there is of a line is the page's."""
    s, n = c.sentence, c.number
    if not n.bare or n.value > 999 or s.block.end - s.block.start > _LONGEST_PAGE_NUMBER:
        return None
    others = [t for t in s.tokens if t.kind is not SIGN]
    if others[0].low == "page" and len(others) == 4 and others[2].low == "of":
        return "page number"
    return "page number" if len(others) == 1 or (len(others) == 2 and others[0].low == "page") else None


_OLDEST_YEAR = 1500
"""The first year that records tell of: an almshouse of 1567."""


def year(c: Candidate) -> str | None:
    """Four digits from 1900 to 2099 are a year where nothing countable follows; older ones behind "in" or "since"."""
    s, n = c.sentence, c.number
    if n.bare and len(s.low(n.core)) == _SHORT_YEAR and c.before in MONTHS and c.behind in {":", ")"}:
        return "year" if s.tokens[n.first - 1].capital else None
    if not n.bare or len(s.low(n.core)) != 4:
        return None
    if _OLDEST_YEAR <= n.value < 1900 and c.before in {"in", "since", "of", "until"} and not c.counts_a_plural:
        return None if c.before == "of" and c.behind not in {"", ".", ",", ")"} else "year"
    if not 1900 <= n.value <= 2099:
        return None
    counts = c.counts_a_plural and c.before not in _BEFORE_YEAR
    return None if counts and not s.tokens[n.core].suffix else "year"


_SHORT_YEAR = 2
"""How many digits a year has behind its month: "(Feb 23: £5,115)"."""


def dimension(c: Candidate) -> str | None:
    """Numbers with an "x" between them are the sides of something: "4 x 4"."""
    s, n = c.sentence, c.number
    sides = (c.behind == "x" and s.is_number(n.last + 1)) or (c.before == "x" and s.is_number(n.first - 2))
    if not sides or is_fte(s.tokens, n.last) or is_fte(s.tokens, n.last + 2):
        return None
    return "dimension"


def joined_code(c: Candidate) -> str | None:
    """A number fastened to letters, a slash or a stop is part of a code: "CAB.45", "R12/15", "24/7"."""
    s, n = c.sentence, c.number
    if n.form is not Form.DIGITS or n.money:
        return None
    if _fastened_before(c):
        return None if c.before == "/" and _part_of_whole(s, n.first - 2, n.core) else _PART
    if _fastened_behind(c):
        if c.behind == "/" and s.is_number(n.last + 1) and s.tokens[n.last + 1].suffix in {"th", "ths", "rd", "rds"}:
            return _PART
        return None if c.behind == "/" and _part_of_whole(s, n.core, n.last + 1) else _PART
    return _joined_to_a_word(c) or _dotted_reference(c) or _runs_down(c) or _joined_to_a_name(c) or _with_sign(c)


def _fastened_before(c: Candidate) -> bool:
    """Tell whether a slash, stop or colon stands before the number without a space on either side."""
    s, first = c.sentence, c.number.first
    if c.before == ")" and s.touches(first):
        return True
    return (
        c.before in {"/", ".", ":", "_", "#", "\\"}
        and not (c.before == "." and s.low(first - 2) in {".", ""})
        and s.touches(first)
        and (first < 2 or s.touches(first - 1))
    )


def _fastened_behind(c: Candidate) -> bool:
    """Tell whether a slash or colon joins the number to a word or number behind it."""
    s, last = c.sentence, c.number.last
    return (
        c.behind in {"/", ":", "_"}
        and s.touches(last)
        and s.touches(last + 1)
        and (s.is_number(last + 1) or s.is_word(last + 1))
    )


def _part_of_whole(s: Sentence, a: int, b: int) -> bool:
    """Tell whether the numbers at tokens ``a`` and ``b`` with a slash between are part and whole: "23/60", "4.6/5"."""
    if not (s.is_number(a) and s.is_number(b)) or s.low(b + 1) == "/":
        return False
    part, whole = s.low(a).replace(",", ""), s.low(b).replace(",", "")
    if part.count(".") == 1 and whole in _RATED_OUT_OF:
        return True
    if not (part.isdigit() and whole.isdigit()) or whole[0] == "0" or _is_year(s, a, b):
        return False
    before = s.stem(a - 1)
    named = s.is_word(a - 1) and s.tokens[a - 1].capital and a > 1
    fastened = s.touches(a) and before not in {"(", "|", "["}
    if named or fastened or before in REFERENCE_NOUNS or before in {".", "/", "no"}:
        return False
    return int(part) <= int(whole) and int(whole) > 7


def _is_year(s: Sentence, a: int, b: int) -> bool:
    """Tell of a year of two parts without its century: "Q2 21/22", "in 21/22"."""
    low, high = s.low(a), s.low(b)
    if len(low) != 2 or len(high) != 2 or int(high) != int(low) + 1:
        return False
    if _FIRST_SHORT_YEAR <= int(low) <= _LAST_SHORT_YEAR:
        return True
    return s.is_code(a - 1) or s.low(a - 1) in {"in", "for", "since"} or s.low(b + 1) in {":", "budget", "outturn"}


def _joined_to_a_word(c: Candidate) -> str | None:
    """A hyphen makes the number an attribute: "30-day", "2-bed"."""
    s, last = c.sentence, c.number.last
    if c.behind not in DASHES or not (s.touches(last) and s.touches(last + 1) and s.is_word(last + 1)):
        return None
    single = s.stem(last + 1) in TIME_STEMS or not is_plural(s.low(last + 1))
    return "attribute joined by a hyphen" if single else None


def _dotted_reference(c: Candidate) -> str | None:
    """Numbers of paragraphs: "3.2(a)", "at 4.1-4.6", and the end of such a range."""
    s, n = c.sentence, c.number
    if n.step >= 1:
        return None
    last = n.last
    lettered = c.behind == "(" and s.touches(last) and s.low(last + 2) == ")"
    if lettered and s.is_word(last + 1) and len(s.low(last + 1)) <= 3:
        return "reference"
    if n.unit is not None:
        return None
    if c.behind in DASHES and s.is_number(last + 1) and c.before in _BEFORE_PARAGRAPHS:
        chapter, other = s.low(n.core).partition(".")[0], s.low(last + 1).partition(".")[0]
        if chapter == other:
            return "reference"
    goes_on = c.before in DASHES and c.earlier and c.earlier[-1].reason == "reference"
    return "reference" if goes_on else None


def _runs_down(c: Candidate) -> str | None:
    """Two whole numbers that a dash joins and that run downwards are no range: "9-4"."""
    s, n = c.sentence, c.number
    if not n.bare:
        return None
    down_behind = c.behind in DASHES and s.touches(n.last) and s.touches(n.last + 1) and _falls(s, n.core, n.last + 1)
    down_before = (
        c.before in DASHES and s.touches(n.first) and s.touches(n.first - 1) and _falls(s, n.first - 2, n.core)
    )
    return _PART if down_behind or down_before or _names_a_scale(c) else None


def _names_a_scale(c: Candidate) -> bool:
    """Tell of both numbers of "the 9 to 1 grading scale": they run down and describe the noun behind them."""
    s, n = c.sentence, c.number
    if c.behind == "to" and c.before in {"the", "a"}:
        return _falls(s, n.core, n.last + 1) and s.is_word(n.last + 2)
    if c.before == "to" and s.low(n.first - 3) in {"the", "a"}:
        return _falls(s, n.first - 2, n.core) and s.is_word(n.last)
    return False


def _falls(s: Sentence, a: int, b: int) -> bool:
    """Tell whether the tokens at ``a`` and ``b`` are whole numbers of which the first is the larger."""
    if not (s.is_number(a) and s.is_number(b)):
        return False
    high, low = s.low(a), s.low(b)
    return high.isdigit() and low.isdigit() and int(high) > int(low)


def _joined_to_a_name(c: Candidate) -> str | None:
    """A number that a hyphen fastens to a word before it is part of a name: "Covid-19"."""
    s, first = c.sentence, c.number.first
    joined = c.before in DASHES and first >= 2 and s.touches(first) and s.touches(first - 1)
    if joined and s.is_number(first - 2) and _is_lettered(s, first - 2):
        return _PART
    if not joined or s.is_number(first - 2) or s.low(first - 2) in {"£", "%", ")", "(", "|"}:
        return None
    return "part of a name"


def _is_lettered(s: Sentence, i: int) -> bool:
    """Tell whether a letter follows the digits at ``i`` that no measure is written with: "31A"."""
    return s.tokens[i].suffix in frozenset("abcdefg")


def _with_sign(c: Candidate) -> str | None:
    """A sign behind the number makes it a grade or a band: "5*", "65+"."""
    if c.behind not in {"*", "+"} or not c.sentence.touches(c.number.last) or c.number.unit is not None:
        return None
    return "name of a measure" if c.behind == "*" else "bound in a name"
