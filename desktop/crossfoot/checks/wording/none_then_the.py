"""None of a thing, and then that very thing as if there were some: "no objections … the objections received".

What is told with "the" and as found, received or made, or as those without what all are said to have, was there. Only
plurals count: "no decision was taken; the decision will be made in May" is sound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.checks.wording.contradictions import Contradiction

_FOUND = (
    r"found|identified|discovered|uncovered|detected|reported|recorded|raised|received|made|lodged|noted|encountered"
)
_NONE = re.compile(
    r"\b(?:no|not any|nil) (?P<noun>[a-z]{4,}(?:s|ies))\b(?! (?:as|than|other|beyond|apart|except|from (?!the\b))\b)"
    r"(?=[^.;]{0,90}[.;])"
)
_ALL_HAVE = re.compile(
    r"\b(?:all|every|each)(?: (?:of )?(?:the |our |its )?[a-z]+){1,3}? (?:ha(?:ve|s|d)|holds?|held|carr(?:y|ies)|owns?)"
    r" (?:an? |the |their |its |such an? )?(?P<noun>[a-z]{4,})[^.;]{0,30}[.;] "
    r"(?P<some>(?:(?:the )?(?:few|one|two|three|four|five|six|\d+)|those|any|anyone|the ones) "
    r"(?:of them |[a-z]+ )?(?:without (?:it|one|them|any|(?:an? |the )?(?P<again>[a-z]{4,}))))\b"
)
_MEANT = r"meant|showed|show|reflected|allowed|enabled|led|caused|made it|concerned|related|came|told|pointed"
_ALL_WERE = re.compile(
    r"\b(?:all|every|each)(?: (?:of )?(?:the |our |its )?[a-z]+){1,3}? (?:had|has|have) (?:all |each |now )*been "
    r"(?P<verb>[a-z]+(?:ed|en)|seen|met|paid|told|sent)\b[^.;]{0,30}[.;] "
    r"(?P<some>(?:those|the (?:few|one|ones|two|three|four|five|six|\d+)) (?:who|that|which) "
    r"(?:had|have|has|were|was) not (?:yet )?(?:been )?(?P=verb))\b"
)
"""Those who have not been done what is said to have been done to all."""
_THERE = re.compile(
    (
        r"\bthere (?:was|were|had been|have been|has been|is|are) "
        r"(?P<noun>(?!no\b|not\b|none\b|few\b)(?:[a-z]+ ){0,2}?[a-z]{4,}(?<!ou)s)"
        r"\b[^.;]{0,40}[.;] (?P<none>[^.;\d]{0,60}?\b(?:without|absence of|lack of|freedom from) "
        r"(?:an? |any |such )*(?P<again>[a-z]+(?: [a-z]+){0,2}))"
    ).replace(" ", r"\s+")
)
"""What there was, and in the next sentence a time or a place without it."""
_OTHERS = re.compile(r"\b(?:further|new|additional|other|more|earlier|previous|if|last year)\b")
_LACKING = re.compile(r"\b(?:without|absence of|lack of|freedom from)\b")
_NEAR, _BEHIND = 260, 20


def none_then_the(words: str) -> Iterator[Contradiction]:
    """Yield what a passage, in small letters, speaks of as found though it says before that there was none of it."""
    for none in _NONE.finditer(words) if " the " in words else ():
        near = words[none.end() : none.end() + _NEAR]
        again = re.search(
            rf"[.;] [^.;]{{0,60}}?\b(?P<the>(?:the|these|those) {none['noun']} (?:{_FOUND}|{_MEANT}))\b", near
        )
        if again is not None and not _OTHERS.search(near[: again.end() + _BEHIND]) and not _OTHERS.search(none.group()):
            start = none.end() + again.start("the")
            yield Contradiction(start, start + len(again["the"]), again["the"], none.group())
    for told in _ALL_WERE.finditer(words) if " not " in words else ():
        yield Contradiction(told.start("some"), told.end("some"), told["some"], told.group())
    for told in _THERE.finditer(words) if "there " in words and _LACKING.search(words) else ():
        noun, others = told["noun"].split(), told["again"].split()
        if noun[-1].rstrip("s") in {word.rstrip("s") for word in others} and not _OTHERS.search(told.group()):
            yield Contradiction(told.start("none"), told.end("none"), told["none"], told["noun"])
    for told in _ALL_HAVE.finditer(words) if "without" in words else ():
        again_noun = told["again"]
        if again_noun is None or again_noun == told["noun"]:
            yield Contradiction(told.start("some"), told.end("some"), told["some"], told.group())
