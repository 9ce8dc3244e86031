"""The moods of a sentence's verbs: what was, what is, what will or would be, what is decided to be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from crossfoot.extraction.figures.folding import folded
from crossfoot.extraction.figures.words import word_set
from crossfoot.extraction.quick import one_of
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Span


class Mood(StrEnum):
    """What a verb says of the number in its clause."""

    PAST = "was"
    PRESENT = "is"
    PROSPECT = "will be"
    RESULT = "would cost"
    CONDITION = "would be"
    DECISION = "be"


@unchanging(frozen=True, slots=True)
class Verb:
    """A verb with its mood, over the characters ``start`` to ``end`` of the document's text."""

    mood: Mood
    start: int
    end: int


_B = r"[\s\xa0]+"
_RESULT = (
    r"(?:have|cost|mean|result|become|leave|need|require|lead|reach|exceed|lose|rise|fall|amount|total|equate|generate"
    r"|produce|bring|yield|take|give|see|add|remove|affect|face|run|end|finish|climb|grow|drop|increase|save)"
)
_DECIDED = (
    r"(?:approved|agreed|authorised|authorized|adopted|endorsed|granted|awarded|delegated|allocated|released|confirmed"
    r"|recommended)"
)
_OPENING = one_of(
    (
        *word_set(
            """
            achieved already anticipates are assume attended be came could currently did does expects failed fell gave
            got grew had has have having held is left lost may met might must now ought paid presently ran received
            remain responded rose saw shall should sold spent stand stood took was went were will won would
            """
        ),
        *(rf"at{_B}present", rf"it{_B}[ae]", rf"to{_B}be"),
    )
)
"""How the first word of a verb that tells a mood begins: the long pattern is tried only there."""

_VERBS = re.compile(
    rf"""[^a-z](?={_OPENING})(?:
      (?P<result>would(?:{_B}(?:not|also|then|only|still|therefore|otherwise|probably))*{_B}{_RESULT})
    | (?P<condition>would)
    | (?P<prospect>
          (?<!the[ ])(?<!his[ ])(?<!her[ ])will|shall|ought{_B}to|may|might|could|should(?!{_B}have\b)|must
        | (?:is|are|was|were){_B}(?:now{_B}|currently{_B})?
            (?:expected|due(?!{_B}to{_B}(?!be\b|\w+{_B}(?:in|on|by|at|from|next|this)\b))|likely|set|forecast|projected|planned(?={_B}(?:to|for|in)\b)|intended|estimated|anticipated|predicted
              |to{_B}(?:be|rise|fall|reach|become|increase))
        | (?:it{_B})?(?:assumes|assumed|expects|anticipates))
    | (?P<decided>(?:was|were|had{_B}been|has{_B}been){_B}(?:\w+ly{_B})?{_DECIDED})
    | (?P<past>
          was|were|had|has|have|did|stood|fell|rose|came|went|took|left|spent|met|saw|gave|got|paid|lost|won|sold|held
        | began|ran|grew|became|received|remained|failed|achieved|attended|responded|having)
    | (?P<present>is|are|does|now|currently|presently|at{_B}present|remains?|stands?|already)
    | (?P<decision>(?:to{_B})?be)
    )\b""",
    re.VERBOSE,
)
_LOOK_BACK = 8
_MOODS = {
    "result": Mood.RESULT,
    "condition": Mood.CONDITION,
    "prospect": Mood.PROSPECT,
    "decided": Mood.DECISION,
    "past": Mood.PAST,
    "present": Mood.PRESENT,
    "decision": Mood.DECISION,
}
_AUXILIARY_OF_BE = re.compile(
    r"\b(?:will|shall|may|might|could|should|must|would|not|also|now)[\s\xa0]+$", re.IGNORECASE
)
_PARTED = re.compile(r"[;()]|:-?\s|\s[-–—]\s")
"""What parts the clause of a number from a verb on its other side."""

_CLAUSE_BEHIND = re.compile(r"[;(),]|:-?\s|\s[-–—]\s|\band\b")
_RELATIVE = re.compile(
    r"[\s\xa0]*(?:(?:\w+[\s\xa0]+){0,2}of[\s\xa0]+(?:which|whom|them|these)|who|which|that)\b", re.IGNORECASE
)
_LONGEST_REACH = 160


def verbs_of(text: str, start: int, end: int) -> list[Verb]:
    """Return the verbs of ``text[start:end]`` that tell a mood, in order."""
    found: list[Verb] = []
    begin = max(0, start - _LOOK_BACK)  # some characters more, since patterns look at what stands before a word
    low = " " + folded(text[begin:end])  # and each begins with the sign before it
    for match in _VERBS.finditer(low, start - begin):
        name, first, last = match.lastgroup or "", begin + match.start(), begin + match.end() - 1
        if text[first:last] == "May" or (
            name == "decision" and _AUXILIARY_OF_BE.search(text, max(start, first - 8), first)
        ):
            continue
        found.append(Verb(_MOODS[name], first, last))
    return found


def governing(text: str, verbs: Sequence[Verb], number: Span, right: int) -> Verb | None:
    """Return the verb whose clause a number stands in, or None.

    The verb behind goes first where the number is its subject, up to ``right``, where the next number begins; else
    it is the last verb before the number that no bracket or semicolon parts from it.
    """
    relative = _RELATIVE.match(text, number.end, right) is not None
    for verb in verbs:
        if number.end <= verb.start < right:
            if relative or _CLAUSE_BEHIND.search(text, number.end, verb.start) is None:
                return verb
            break
    before = [verb for verb in verbs if verb.end <= number.start]
    if not before or number.start - before[-1].end > _LONGEST_REACH:
        return None
    return before[-1] if _PARTED.search(text, before[-1].end, number.start) is None else None
