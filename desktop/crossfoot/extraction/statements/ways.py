"""The words that claim without a number, and which way: verbs, adjectives, comparisons and nouns.

Patterns are of text in lower case. A claim's words end where what it speaks of begins, if that stands behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.extraction.figures.folding import WORD
from crossfoot.extraction.figures.words import word_set
from crossfoot.extraction.quick import matches_of_words, one_of
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Direction

_S = r"[\s\xa0]+"


def _forms(stems: str, endings: str) -> str:
    """Return every stem with every ending."""
    return "|".join(f"{stem}(?:{endings})" for stem in stems.split())


_ROSE = "|".join(
    (
        _forms("climb soar jump mount mushroom expand strengthen lengthen", "s|ed"),
        _forms("increas improv surg accelerat", "es|ed"),
        "rises|rose|risen|grows|(?:grew|grown)(?!\\s+into)|multipl(?:ied|ies)",
        rf"(?:goes|went|gone|edge[sd]|creeps|crept|comes?|came|pick(?:s|ed)|driven){_S}up(?!{_S}(?:to|for|and{_S}down)\b)",
        rf"(?:gets?|got|grows?|grown|becomes?|became){_S}(?:better|longer|larger|bigger|higher)",
    )
)
_RISING = "|".join(
    (
        _forms(
            "climb soar jump mount mushroom expand strengthen lengthen increas improv surg escalat accelerat", "ing"
        ),
        rf"rising|growing|(?:going|edging|creeping|coming|picking|inching){_S}up",
        rf"(?:getting|growing|becoming){_S}(?:better|longer|larger|bigger|higher)",
    )
)
_FELL = "|".join(
    (
        _forms("slump shorten weaken", "s|ed"),
        _forms("decreas declin reduc eas dwindl", "es|ed"),
        _forms("deteriorat", "es|ed"),
        "drops|dropped|diminish(?:es|ed)|lessen(?:s|ed)|slow(?:s|ed)|worsen(?:s|ed)|dips|dipped|slips|slipped",
        rf"(?:falls|fell|fallen)(?!{_S}(?:short|behind|to{_S}be))|shrinks|shrank|shrunk|tail(?:s|ed){_S}off",
        rf"(?:goes|went|gone|edge[sd]|comes|came|come|brought|driven){_S}(?:back{_S})?down",
        rf"(?:gets?|got|becomes?|became){_S}(?:worse|smaller|shorter|lower|fewer)",
        rf"(?:has|have|had|was|were){_S}(?:been{_S})?(?:sharply{_S}|further{_S})?(?:cut|trimmed|curtailed|run{_S}down)",
    )
)
_FALLING = "|".join(
    (
        _forms("slump shorten weaken decreas declin reduc eas dwindl deteriorat diminish lessen slow worsen", "ing"),
        rf"dropping|dipping|slipping|falling|shrinking|tailing{_S}off|(?:going|edging|coming){_S}(?:back{_S})?down",
        rf"(?:getting|becoming){_S}(?:worse|smaller|shorter|lower|fewer)",
    )
)
_ALIKE = (
    rf"stable|steady|static|unchanged|constant|level|flat|consistent|(?:much{_S})?the{_S}same|similar"
    rf"|much{_S}as{_S}(?:it|they){_S}w(?:as|ere)"
)
_STAYS = (
    rf"(?:remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|h[eo]ld(?:s|ing)?|continu(?:e|es|ed|ing)?{_S}to{_S}be|still|stands?|stood"
    rf"|(?:has|have|had){_S}been|is|are|was|were|runn?(?:ing|s)|be)"
)
_QUITE = rf"(?:(?:very|too|quite|rather|so|far|relatively|comparatively|still|at|an?|the|\w+ly){_S}){{0,4}}"
_HIGH = "high|intense|severe|acute|elevated|excessive|considerable|heavy"
_LOW = "low|thin|modest|scarce|poor|slender"
_AMOUNT = "levels?|numbers?|rates?|volumes?|demand|caseloads?|proportions?|shares?"
_TARGET = rf"(?:\w+(?:'s)?{_S}){{0,3}}?(?:targets?|milestones?|trajectory|standards?|thresholds?)\b"
_PLAN = r"(?:target|plan|profile|schedule|trajectory)\b"
_NOT = rf"(?:did|does|do|has|have|had|was|were|is|are|could){_S}not{_S}(?:yet{_S}|quite{_S}|been{_S}|always{_S})?"
_MEET = "meet|met|meeting|reach|reached|achieve|achieved|hit|attained"
_THAN = r"(?:(?!\b(?:than|as)\b)[^.;:]){0,110}?\b(?:than|as)\b"
_TIME = (
    rf"last|previous|year|quarter|month|before|ago|(?:it|they|we|he|she){_S}(?:did|had|was|were)|term|winter|summer"
    rf"|spring|autumn|same{_S}(?:point|period|time|quarter|stage)|corresponding|usual|earlier|once|in{_S}(?:19|20)\d\d"
    r"|past|when|those"
)
_THAN_THEN = rf"{_THAN}{_S}(?:(?:in|at|was|the|an?){_S})*(?:{_TIME})"
_PLACE = (
    r"averages?|england|english|national(?:ly)?|neighbour\w*|regional?(?:ly)?|authorit\w+|council\w*|boroughs?"
    r"|comparators?|comparable|elsewhere|county|country|counties|peers?|family|anywhere|others|most|norm|benchmark"
)
_OF_OTHERS = rf"(?:(?!\b(?:target|than)\b)[^.;:]){{0,30}}?\b(?:{_PLACE})"
_LITTLE = (
    rf"(?:{_S}(?:slightly|significantly|further|marginally|steadily|again|sharply|considerably|somewhat|a{_S}little))?"
)
_WAS = rf"(?:(?:ha(?:s|ve|d)|is|are|was|were|been|being|since|also|both|again|now|further|steadily){_S})*"
_BY_AND_BY = rf"(?:(?:still|now|again|also|slightly|well|a{_S}little|\w+ly){_S})*"
_IS = rf"(?:is|are|was|were|been|keeps?|kept|started|began|begun){_S}{_BY_AND_BY}"
_SINCE = rf"(?:is|are|was|were|(?:has|have|had){_S}been){_S}{_BY_AND_BY}"
_ENDS = r"(?=\W*\Z|[,.;:)]|[\s\xa0](?:and|but|in|at|this|again|overall|too|as|across|over)\b)"
_EXPECTED = (
    rf"(?:expected|feared|hoped|planned|anticipated|forecast|what{_S}(?:was|is|the|we)|(?:the{_S})?expectations?)"
)
_RISE = "increases?|rises?|growth|upsurge|upturn|surge|spike|jump|improvements?|escalation|acceleration"
_FALL = "reductions?|falls?|decreases?|declines?|drops?|downturn|dips?|deterioration|slump|slowdown|slippage|worsening"
_TO_FALL = rf"reduce|fall|decrease|decline|drop|worsen|deteriorate|shrink|slip|ease|come{_S}down"
_MOVED = (
    "changed?|altered|moved|risen|fallen|rise|fall|improved?|increased?|reduced?|grow|grown|worsen(?:ed)?|deteriorated?"
)
_GROWING = "rising|growing|increasing|mounting|upward|improving"
_SHRINKING = "falling|declining|decreasing|shrinking|downward|dwindling|worsening|diminishing"

_CLAIM = re.compile(
    rf"""{WORD}(?:
      (?P<below_target>
          (?:{_NOT})(?:{_MEET}){_S}(?:\w+{_S}){{0,3}}?{_TARGET}
        | (?:short|adrift|shy){_S}of{_S}(?:{_TARGET}|target)
        | (?:below|under|off|outside|missed|missing|misses){_S}{_TARGET}
        | (?:behind|short{_S}of|adrift{_S}of|off){_S}(?:the{_S})?{_PLAN}
        | failed{_S}to{_S}(?:{_MEET}){_S}{_TARGET}
        | targets?{_S}(?:was|were|is|are|has|have){_S}(?:been{_S})?(?:not{_S}(?:yet{_S}|been{_S})?(?:{_MEET})|missed)
        | not{_S}(?:yet{_S})?(?:on|within){_S}{_TARGET}
      )
    | (?P<above_target>
          (?:met|meets|meeting|exceed(?:s|ed|ing)|beat|beats|achieved|achieves|surpassed|hit|reached|bettered){_S}{_TARGET}
        | (?:above|ahead{_S}of|better{_S}than|on|within){_S}(?:{_TARGET})
        | (?:ahead{_S}of|on){_S}(?:the{_S})?{_PLAN} | ahead{_S}of{_S}(?:our{_S}|the{_S})?expectations?
        | targets?{_S}(?:was|were|is|are|has|have){_S}(?:\w+{_S}){{0,2}}?(?!not\b)(?:{_MEET}|exceeded|beaten)
      )
    | (?P<same>
          {_STAYS}{_S}{_QUITE}(?:{_ALIKE})\b
        | (?:(?:has|have|had){_S}(?:also{_S})?been|is|are|being|was|were){_S}(?:broadly{_S})?(?:sustained|maintained)
        | (?:level|flatten)(?:led|s|ling|ed|ing){_S}(?:off|out) | plateau(?:ed|s)?
        | (?:held|holding|holds){_S}(?:steady|up|firm) | (?:has|have|had|was|were)(?:{_S}been)?{_S}kept{_S}up
        | neither{_S}\w+{_S}nor{_S}\w+
        | no{_S}longer{_S}(?:{_RISING}|{_FALLING})
        | (?:{_NOT})(?:{_MOVED})
        | (?:no|little){_S}(?:\w+{_S}){{0,2}}(?:changes?|movement|difference|{_RISE}|{_FALL}){_S}(?:in|to)\b
      )
    | (?P<high>
          {_STAYS}{_S}{_QUITE}(?:{_HIGH})\b(?!{_S}(?:priority|quality|street|needs|profile|risk|on{_S}the))(?:{_S}levels?)?
        | (?:record|unprecedented|high|elevated|excessive){_S}(?:{_AMOUNT}){_S}of
        | (?:above|(?:higher|greater|more|longer|better){_S}(?:\w+{_S}){{0,3}}?than(?:{_S}in)?){_S}{_OF_OTHERS}
        | (?:above|higher{_S}than|better{_S}than|more{_S}than|over){_S}(?:{_EXPECTED})
        | compar(?:es|ed|ing){_S}(?:well|favourably)
        | there{_S}(?:is|was|remains){_S}(?:still{_S})?a{_S}(?:significant|large|substantial|considerable){_S}(?=\w)
          (?!(?:\w+{_S}){{0,3}}?(?:{_RISE}|{_FALL})\b)
      )
    | (?P<low>
          {_STAYS}{_S}{_QUITE}(?:{_LOW})\b(?!{_S}(?:income|pay|risk))(?:{_S}levels?)?
        | low{_S}(?:{_AMOUNT}){_S}of
        | (?:is|are|was|were|remain(?:s|ed)?){_S}(?:very{_S}|still{_S})?(?:rare|few|scarce)\b
        | (?:below|lower{_S}than|worse{_S}than|less{_S}than|fewer{_S}than){_S}(?:{_EXPECTED})
        | compar(?:es|ed|ing){_S}(?:badly|poorly|unfavourably) | lag(?:s|ged|ging)?{_S}behind
        | (?:below|(?:lower|smaller|less|shorter|worse){_S}(?:\w+{_S}){{0,3}}?than(?:{_S}in)?){_S}{_OF_OTHERS}
        | fewer\b{_THAN}{_S}{_OF_OTHERS}
      )
    | (?P<down>
          (?:{_WAS}(?:{_FELL}) | {_IS}(?:{_FALLING})(?!{_S}(?:{_AMOUNT})\b)){_LITTLE}
        | continu(?:e|es|ed|ing){_S}to{_S}(?:{_TO_FALL})
        | (?:{_FALL}){_S}in\b | (?:took|take|show|shows|showed|seen|saw){_S}(?:a{_S}|an{_S})?(?:\w+{_S})?(?:{_FALL})\b
        | (?:{_SHRINKING}){_S}(?:{_AMOUNT}|trends?|need)(?:{_S}(?:of|for|in)\b)?
        | on{_S}the{_S}(?:decline|wane) | falling[\s-]off{_S}in\b
        | (?:fewer|smaller|less|lower|not{_S}(?:as|so){_S}(?:many|much|high)|worse|shorter)\b{_THAN_THEN}
        | less{_S}than{_S}(?:it|they){_S}(?:did|was|were)
        | {_SINCE}(?:down|fewer|lower|shorter|worse)\b{_ENDS}
      )
    | (?P<up>
          (?:{_WAS}(?:{_ROSE}) | {_IS}(?:{_RISING})(?!{_S}(?:{_AMOUNT})\b)){_LITTLE}
        | continu(?:e|es|ed|ing){_S}to{_S}(?:increase|rise|grow|improve|climb|escalate|outstrip)
        | (?:{_RISE}){_S}in\b | (?:took|take|show|shows|showed|seen|saw){_S}(?:a{_S}|an{_S})?(?:\w+{_S})?(?:{_RISE})\b
        | (?:{_GROWING}){_S}(?:{_AMOUNT}|trends?|need)(?:{_S}(?:of|for|in)\b)?
        | on{_S}the{_S}(?:rise|increase|up)
        | (?:more|greater|larger|higher|longer|better|bigger)\b{_THAN_THEN}
        | tak(?:es|ing){_S}longer | (?:gone|goes|went){_S}on{_S}(?:{_RISING})
        | {_SINCE}(?:up|higher|longer|better|more{_S}numerous)\b{_ENDS}
        | (?:higher|greater|larger|growing){_S}(?:proportion|share|number)s?{_S}of\b(?!.{{0,80}}\bthan\b)
        | (?:ever|still){_S}(?:larger|greater|higher|growing|more){_S}(?:(?:{_AMOUNT}){_S}of\b)?
      )
    )""",
    re.VERBOSE,
)

_TURNS = word_set(
    """
    above accelerat acute adrift ahead alter behind below better bigger chang climb compar considerable consistent
    constant continu curtail cut declin decreas deteriorat difference diminish dip down drop dwindl eas elevated
    escalat excessive expand fall fell few flat great grew grow heavy held high improv increas intense jump lag large
    length less level longer low maintain milestone modest mount moved movement much multipl mushroom neither plateau
    poor rare record reduc remain ris rose same scarce severe short shr significant similar slender slip slow slump
    smaller soar spike stable standard static stay steady still strength substantial surg sustain tail target than
    thin threshold trajectory trend trim unchang unprecedented up wane weaken worse
    """
)
"""Beginnings of words without one of which nothing is claimed: a quick look that spares most sentences the search."""


_OPENING = re.compile(
    "[^a-z]"
    + one_of(
        word_set(
            """
            above accelerat achieve adrift again ahead also are be bec bee beg behind being below better bigger both
            brought came climb come comes compar continu could creep crept declin decreas deteriorat did diminish dip
            do does down driven drop dwindl eas edge elevated escalat ever exce expand fail fall fell few flatten
            further get goes gone got great grew grow had has have held high hit hold improv increas is jump keep kept
            lag larger lengthen less level little longer low meet met miss more mount multipl mushroom neither no not
            now off on outside over pick plateau reach record reduc remain ris rose run saw seen short show shr shy
            since slip slow slump small soar spike stand start stay stead still stood strengthen surg surpass tail tak
            target there took under unprecedented ups upt upward was weaken went were within wors
            """
        )
    )
)
"""How the first word of a claim begins, behind the sign before it: the long pattern is tried only there."""


@unchanging(frozen=True, slots=True)
class Claim:
    """Words that claim, from ``start`` to ``end`` of a sentence's words, and which way."""

    direction: Direction
    start: int
    end: int
    words: str


_MAY_CLAIM = re.compile(
    "[^a-z]" + one_of({*_TURNS, r"not\s+(?:as|so)\b", rf"on\s+(?:the\s+)?{_PLAN}", rf"off\s+(?:the\s+)?{_PLAN}"})
)
"""A turn behind the sign before it, to which a search skips."""


def may_claim(words: str) -> bool:
    """Tell whether words in lower case may claim anything at all; quick."""
    return _MAY_CLAIM.search(" " + words) is not None


def claims_in(words: str) -> Iterator[Claim]:
    """Yield the words that claim in a sentence in lower case, in order."""
    for match in matches_of_words(_OPENING, _CLAIM, words):
        yield Claim(Direction(match.lastgroup or ""), match.start(), match.end(), match.group())
