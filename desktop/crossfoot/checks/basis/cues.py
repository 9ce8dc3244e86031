"""The words by which records say how figures belong together: of these, rose, saving, compared with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import combinations

from crossfoot.model import Figure

OF_THESE = re.compile(
    r"\bof (?:these|those|the)(?=\s+[\d,]+\b)|\bof (?:these|those|them|which|whom|this number"
    r"|this total|that(?= £| \d)|this(?= £| \d))\b|\bmade up of\b|\bcompris(?:ing|ed of|ed|es)\b"
    r"|\bconsist(?:ing|ed|s) of\b"
    r"|\bbroken down (?:as|into)\b|\bsplit\b"
)
"""Words that turn from a whole to its parts."""

NOT_EXCLUSIVE = re.compile(
    r"more than one|several answers|multiple|may (?:be|have been) counted|counted (?:twice"
    r"|more than once)|overlap|top (?:three|five|ten|\d+)|most common|main reasons|includ(?:e"
    r"|es|ed|ing)\b|such as|for example|for instance|among (?:them|others)|\balso\b|\bboth\b"
    r"|not add up|do not sum|\b(?:chiefly|mainly|principally|largely|mostly|notably|especially|particularly)\b"
    r"|\binterviewed\b[^.;]*\b(?:appointed|offered|recruited)\b"
)
"""Words after which parts need not add up: several answers, a choice, an overlap, steps of one process."""

_OTHERS_ASIDE = re.compile(
    r"\bothers?(?: [a-z]+)?,? (?:chiefly|mainly|principally|largely|mostly|notably|especially|particularly)"
    r"\b[^.;]*"
)
_BOTH = re.compile(r"\b(?:to|from|for|by|in|with|did|had|used|on) both\b(?=\s*(?:[.;]|$))")


def may_overlap(words: str) -> bool:
    """Tell whether words say that parts need not add up.

    A last part that is of "both" is a part as the others are, and so is one of others, "chiefly residents".
    """
    return NOT_EXCLUSIVE.search(_BOTH.sub("", _OTHERS_ASIDE.sub("others", words))) is not None


REMAINDER = re.compile(r"\b(?:the (?:remaining|rest|other|balance)|remaining|remainder|the others|others)\b")
"""Words that claim a last part that completes the whole."""

BREAKDOWN = re.compile(
    r"as follows|following|made up|break ?down|broken down|compris|consist|of (?:these|those"
    r"|which|whom)|outcomes?|results?|categor|by (?:type|age|gender|category|source|placement"
    r"|reason|ward|area|team|tenure)|were:|was:|table shows"
)
"""Words by which a sentence leads in the parts of a whole."""

SEVERAL_EACH = re.compile(
    r"\b(?:mentioned|cited|named|gave|referred to|raised|complained|wanted|liked|disliked|asked for|said)\b"
)
"""What each of those asked may have done of several things: such parts need not add up."""

_TRAITS = tuple(
    re.compile(pattern)
    for pattern in (
        (
            r"\baged?\b|\b(?:five|six|ten|1?\d) (?:or|and) (?:over|above|older)\b|\byears? old\b"
            r"|\bunder (?:one|two|three|four|five|six|ten|1?\d)\b|\bover (?:1?\d|ten|eighteen)\b"
        ),
        r"\bsiblings?\b|\bbrothers?\b|\bsisters?\b|\bfamily groups?\b",
        r"\bheritage\b|\bethnic\w*\b|\bblack\b|\basian\b|\bmixed\b|\bwhite\b",
        r"\bdisab\w+\b|\bspecial (?:educational )?needs\b|\behc\b|\bplans?\b",
        r"\bunaccompanied\b|\basylum\b|\brefugees?\b",
        r"\b(?:fe)?males?\b|\bboys?\b|\bgirls?\b|\bwomen\b|\bmen\b",
        r"\bearly permanence\b|\bfostering for adoption\b|\bconcurrent\b",
    )
)


def traits(words: str) -> frozenset[int]:
    """Return which traits of a person some words name: age, family, origin and so on. One person has several."""
    return frozenset(number for number, pattern in enumerate(_TRAITS) if pattern.search(words))


def of_other_traits(words: Sequence[str]) -> bool:
    """Tell whether parts are told by traits of which one person may have both: "27 siblings, 18 aged five or over"."""
    own = (re.split(r",|\band (?=\d|[a-z]+ (?:were|was|had))", said)[0] for said in words)
    told = [found for found in map(traits, own) if found]
    return any(not one & other for one, other in combinations(told, 2))


_DIMENSIONS = (
    ("gender", True, r"\b(?:fe)?males?\b|\bboys?\b|\bgirls?\b|\bmen\b|\bwomen\b"),
    ("risk", True, r"\b(?:high|medium|low|standard|significant|moderate)(?:er)?(?:[ -]risk)?\b"),
    ("judgement", True, r"\b(?:outstanding|good|adequate|inadequate|requir\w+ improvement|satisfactory)\b"),
    ("allocation", True, r"\b(?:un)?allocated\b"),
    ("working life", True, r"\bpensioners?\b|\b(?:working|pension(?:able)?|retirement)[ -]age\b|\bretired\b"),
    ("term", True, r"\b(?:fixed[ -](?:term|period)|permanent)\b"),
    ("hours", False, r"\b(?:full|part)[ -]time\b"),
    ("priority", True, r"\b(?:red|amber|green)\b"),
    ("abuse", False, r"\b(?:neglect|emotional|physical|sexual)\b"),
    ("place", False, r"\b(?:foster|residential|children's homes?|adopti\w+|parents|kinship|connected persons)\b"),
    ("owner", False, r"\b(?:in-house|external|internal|independent|agency|own|others?)\b"),
    ("answer", True, r"\b(?:yes|no|successful|unsuccessful|approved|refused|accepted|rejected|upheld|dismissed)\b"),
    (
        "source",
        False,
        r"\b(?:police|schools?|health|education|parents?|self|anonymous|housing(?! register))\b",
    ),
)
_COMPILED = tuple((name, closed, re.compile(pattern)) for name, closed, pattern in _DIMENSIONS)
_ANY_STEP = re.compile("|".join(pattern for _, _, pattern in _DIMENSIONS))


@lru_cache(maxsize=1024)
def dimension(words: str) -> tuple[str, bool] | None:
    """Return the scale that the words name a step of, and whether its steps cover everything; None for none.

    Figures of one scale exclude each other: nobody is both male and female, nothing both good and adequate.
    """
    low = words.lower()
    if _ANY_STEP.search(low) is None:
        return None
    return next(((name, closed) for name, closed, pattern in _COMPILED if pattern.search(low)), None)


class Way(IntEnum):
    """Which way a word says that a figure went; its value is the sign of the change."""

    DOWN = -1
    UP = 1


_UP = re.compile(
    r"\b(?:increas(?:e|es|ed|ing)|ris(?:e|es|ing|en)|rose|gr(?:ow|ows|ew|own|owing|owth)"
    r"|climb(?:s|ed|ing)?|gone up|went up|go up|lengthen(?:s|ed)?|swell(?:s|ed)?|swollen|widen(?:s|ed)?|gains?"
    r"|crept up|"
    r"jump(?:s|ed)?|surge[sd]?|higher|expanded|gained|a further|additional|up by|up from|up on"
    r"|an extra|more than (?:in|at|last|the previous|the year|for)|more)\b"
)
_DOWN = re.compile(
    r"\b(?:decreas(?:e|es|ed|ing)|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|reduc(?:e|es|ed|ing|tion|tions)"
    r"|declin(?:e|es|ed|ing)|"
    r"gone down|went down|go down|shorten(?:s|ed|ing)?|slip(?:s|ped)?|dip(?:s|ped)?|dwindl(?:e|ed|ing)"
    r"|contract(?:s|ed)|narrow(?:s|ed)|loss(?:es)?|lower(?:ed)?|shr[aiu]nk(?:en)?|cut|down by|down from|down on"
    r"|down to|few(?:er)?|less)\b"
)


def way(words: str) -> Way | None:
    """Return the way that the last such word of ``words`` names, or None where there is none."""
    up = max((m.start() for m in _UP.finditer(words)), default=-1)
    down = max((m.start() for m in _DOWN.finditer(words)), default=-1)
    return None if up == down else Way.UP if up > down else Way.DOWN


_SAVING = re.compile(
    r"\bsavings?\b|\bunder[- ]?sp[ea]n[dt]\w*|\bfavou?rable\b|\bunder budget\b|\bbelow (?:the )?budget\b|\bsurplus\b"
    r"|\bunspent\b|\bunused\b|\bunder ?spen[dt]\b"
    r"|^\s*(?:under|below|less than|short of|lower than)\b"
)
_OVERSPEND = re.compile(
    r"\bover[- ]?sp[ea]n[dt]\w*|\bpressures?\b|\badverse\b|\bover budget\b|\bin excess\b"
    r"|\bexceed\w*|\babove (?:the )?budget\b|\bdeficit\b|\bshortfall\b"
    r"|\bexcess\b|\boverrun\b"
    r"|^\s*(?:over|above|more than|higher than|in excess)\b"
)


def budget_way(words: str) -> tuple[Way, str] | None:
    """Return which way a variance is said to lie and the word that says it: DOWN for a saving."""
    saving, over = _SAVING.search(words), _OVERSPEND.search(words)
    if saving and over:
        return None
    if saving:
        return Way.DOWN, saving.group()
    return (Way.UP, over.group()) if over else None


COMPARISON = re.compile(
    r"\b(?:compar(?:ed|ison|ing)|against|previous(?:ly)?|last year|a year (?:ago|before"
    r"|earlier)|the year before|earlier|since|"
    r"prior|corresponding|same (?:quarter|period|time|month)|had been|historic\w*|peak\w*"
    r"|high of|low of|having been|up from|down from|from)\b"
)
"""Words after which a figure is of an earlier time on purpose."""

_STOP_WORDS = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "and",
        "or",
        "for",
        "from",
        "with",
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
        "has",
        "have",
        "had",
        "there",
        "that",
        "this",
        "these",
        "those",
        "which",
        "who",
        "it",
        "its",
        "number",
        "total",
        "overall",
        "children",
        "child",
        "people",
        "cases",
        "case",
        "had",
        "further",
        "stood",
        "up",
        "down",
        "than",
        "as",
    ]
)
_WORD = re.compile(r"[a-z][a-z'’-]{2,}")


@lru_cache(maxsize=4096)
def content_words(words: str) -> frozenset[str]:
    """Return the words that carry meaning, singular, in small letters."""
    return frozenset(_singular(w) for w in _WORD.findall(words.lower()) if w not in _STOP_WORDS)


def _singular(word: str) -> str:
    """Return a word without its plural ending."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def same_measure(a: Figure, b: Figure) -> bool:
    """Tell whether two figures measure the same thing: the same indicator and cohort, or much the same label."""
    if a.indicator is not None and b.indicator is not None:
        first, second = content_words(a.subject), content_words(b.subject)
        return a.indicator == b.indicator and (not first or not second or bool(first & second))
    if a.indicator is not None or b.indicator is not None:
        return False
    first, second = content_words(a.label), content_words(b.label)
    return len(first & second) >= max(1, (min(len(first), len(second)) + 1) // 2) and bool(first)
