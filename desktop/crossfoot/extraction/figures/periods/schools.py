"""The words of what is counted in schools, whose year begins in September, and of what has the council's own year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import StrEnum

from crossfoot.extraction.figures.sentences import Sentence

_OF_TESTS = re.compile(
    r"\b(?:gcses?|key\s+stage|ks[1-5]|attainment|a[\s-]levels?|phonics|expected\s+standard|good\s+level\s+of\s+development"
    r"|level\s+[2-5]|a\*?(?:\s?[-–]\s?|\s+to\s+)c|(?:exam(?:ination)?|test|sat)s?\s+results|progress\s+8"
    r"|foundation\s+stage|early\s+learning\s+goals?|baccalaureate|points\s+per\s+entry|reading,?\s+writing|higher\s+grade\s+passes|good\s+passes|ebacc|grades?\s+[4-9]\b)\b"
)
"""Words of tests and examinations, whose year "2015" is the school year that ended in its summer."""

_OF_PUPILS = re.compile(
    r"\b(?:pupils?|exclusions?|suspensions?|academic|school\s+year|term-time|truan\w+"
    r"|(?:persistent(?:ly)?|overall|severe(?:ly)?|(?:un)?authorised|school|pupil|primary|secondary)\s+absen\w+"
    r"|attendance(?!\s+(?:allowances?|at|figures|numbers|fell|rose|by|of)\b|\s+(?:in|for)\s+(?:the\s+)?(?:\w+\s+)?(?:19|20)\d\d|\s*:)|year\s+(?:6|r|7|9|11)(?![,.]?\d)|reception(?=\s*[:(]|\s+(?:pupils|children|year|class|age))"
    r"|head\s?teachers?|sixth\s+form\w*|school\s+(?:census|places?)|governing\s+bod\w+|schools?\s+inspected"
    r"|inspected\b[^.;]{0,30}\bschools?|first\s+preference|home\s+educat\w+|missing\s+education)\b"
)
"""Words of what is counted in schools, whose year "2015/16" begins in September."""

_OF_OTHERS = re.compile(
    r"\b(?:budgets?|spen[dt]|spending|costs?|funding|grants?|social\s+work\w*|child\s+protection|protection\s+plans?|looked\s+after"
    r"|in\s+care|into\s+care|foster\w*|adopt\w+|referr\w+|staff|employees|sickness|custody|offen[dc]\w+|youth\s+(?:service|work\w*)"
    r"|complaints?|ombudsman|tenan\w+|housing|homeless\w*|librar\w+|apprentices\w*|calls|residents)\b"
)
"""Words of what is counted by the council's year, where nothing beside them is counted in schools."""

_OF_LEAVING_CARE = re.compile(
    r"\b(?:left\s+care|leav(?:e|es|ing)\s+care|(?<!school\s)leavers?|stay(?:ing|ed)\s+put|turned\s+(?:sixteen|eighteen|16|18))\b"
)
"""What is counted by the council's year, though schools and examinations are spoken of beside it."""

_HEADS = re.compile(
    r"\b(?:schools?(?!\s+(?:readiness|nurs\w+|uniform))|(?<!early\s)education(?:al)?|pupils?|attendance(?!\s+(?:in|for|at|figures|numbers)\b)|absence|exclusions?"
    r"|suspensions?|attainment|academic|key\s+stage|ks[1-5]|phonics|gcses?|(?:examination|exam|test)\s+results)\b"
)
_HEADS_OF_RESULTS = re.compile(r"\b(?:performance|results|outcomes|achievements?|attainment|standards)\b")
_HEADS_OF_MONEY = re.compile(
    r"\b(?:budgets?|grants?|finance|financial|funding|spend\w*|capital|balances|transport|meals|catering|care\s+leavers?|building)\b"
)
"""What makes a head that names schools one of money, of buses or of something else about them."""


_BODIES = re.compile(r"\b(?:committee|cabinet|council|board|panel|forum|member|director\w*|department|portfolio)\b")
"""Lines at a head that name who meets, not what about: "Children, Schools and Families Committee"."""


class Kind(StrEnum):
    """By which year something is counted: what is left open, the council's own, the schools', or that of results.

    "2015" of results is the school year that ended in its summer; of all else in schools it is what it says.
    """

    OPEN = "open"
    COUNCIL = "council"
    SCHOOLS = "schools"
    RESULTS = "results"


def tells_results(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of tests and examinations, whose year is the one that ends in the summer."""
    return sentence.says(_OF_TESTS)


def kind_of_sentence(sentence: Sentence) -> Kind:
    """Return by which year what a sentence speaks of is counted."""
    return _kind(sentence.says)


def kind_of_words(words: str) -> Kind:
    """Return by which year what words in lower case name, a row of a table, is counted."""
    return _kind(lambda pattern: pattern.search(words) is not None)


def _kind(says: Callable[[re.Pattern[str]], bool]) -> Kind:
    if says(_OF_LEAVING_CARE):
        return Kind.COUNCIL
    if says(_OF_TESTS):
        return Kind.RESULTS
    if says(_OF_PUPILS):
        return Kind.SCHOOLS
    return Kind.COUNCIL if says(_OF_OTHERS) else Kind.OPEN


def kind_of_heading(head: Sentence) -> Kind:
    """Return by which year what stands under a heading is counted, unless the text there says otherwise."""
    if head.says(_BODIES):
        return Kind.OPEN
    if head.says(_HEADS_OF_MONEY) or head.says(_OF_OTHERS):
        return Kind.COUNCIL
    if head.says(_OF_TESTS):
        return Kind.RESULTS
    if not head.says(_HEADS):
        return Kind.OPEN
    return Kind.RESULTS if head.says(_HEADS_OF_RESULTS) else Kind.SCHOOLS


def names_schools(heads: Iterable[str]) -> bool:
    """Tell whether a record's title or one of the lines at its head is of schools, and of no money for them."""
    return any(_TITLES.search(words) is not None and _HEADS_OF_MONEY.search(words) is None for words in heads)


def names_results(heads: Iterable[str]) -> bool:
    """Tell whether a record's title or one of the lines at its head is of the results that schools have in summer."""
    return any(_TITLES_OF_RESULTS.search(words) is not None for words in heads)


_TITLES_OF_RESULTS = re.compile(
    r"\b(?:key\s+stage|ks[1-5]|gcses?|a[\s-]levels?|attainment|(?:examination|exam|test|sats?|school|pupil)\s+(?:and\s+\w+\s+)?results"
    r"|(?:education(?:al)?|schools?|pupil)\s+(?:outcomes|achievements?))\b"
    r"|\b(?:(?:this|the|last)\s+)?summer(?:['’]s)?\s+(?:\w+\s+)?results\b|\bresults\s+(?:of|from)\s+(?:the|this|last)\s+summer\b"
)
_TITLES = re.compile(
    r"\b(?:(?:education(?:al)?|schools?|academic)\s+(?:and\s+\w+\s+)?(?:standards|outcomes|attainment|performance|results"
    r"|improvement|admissions|organisation|places|attendance)"
    r"|standards\s+in\s+(?:education|schools)|attainment|(?:examination|exam|gcse|test|a\s+level)\s+results|key\s+stage"
    r"|virtual\s+school|pupil\s+\w+|(?:school|pupil|persistent)\s+absence|(?:permanent|fixed[\s-]\w+|school)\s+exclusions?"
    r"|exclusions\s+and\b|and\s+exclusions|(?:secondary|primary|reception)\s+(?:admissions|transfer)|schools\s+outcomes)\b"
)
