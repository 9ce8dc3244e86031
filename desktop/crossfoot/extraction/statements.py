"""Statements without a number: what a record says of an indicator in words alone.

"Referrals have reduced slightly", "remains high" and "short of the agreed target" are claims as much as
figures are; each is placed where the process model of June 2013 has its indicator.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from crossfoot.extraction.figures import Lexicon
from crossfoot.extraction.figures.folding import WORD, folded
from crossfoot.extraction.figures.layout import Shape, TextBlock
from crossfoot.extraction.figures.lexicon import Mention
from crossfoot.extraction.figures.sentences import Sentence, sentences_of
from crossfoot.extraction.figures.tokens import is_plural, tokens_of
from crossfoot.model import Direction, Figure, Span, Statement

_S = r"[\s\xa0]+"
_LITTLE = rf"(?:{_S}(?:slightly|significantly|further|marginally|steadily|again|sharply|considerably|somewhat))?"
_THE = rf"(?:(?:the|its|our){_S})?"
_KIND = rf"(?:['‘’\"]?\w+['‘’\"]?{_S}){{0,2}}"
_WAS = rf"(?:(?:ha(?:s|ve|d)|is|are|was|were|been|being){_S})*"
_STAYS = rf"(?:remain(?:s|ed|ing)?|stay(?:s|ed)?|continue(?:s|d)?{_S}to{_S}be|still|is|are|was|were)"
_QUITE = rf"(?:(?:very|relatively|too|comparatively|broadly|largely){_S})?"
_GOES_ON = rf"continue(?:s|d)?{_S}to{_S}"
_ALIKE = rf"stable|steady|static|unchanged|constant|level|consistent|the{_S}same|similar"
_BEHIND_TARGET = rf"(?:short|adrift|shy){_S}of|below|under|behind|missed|missing|not{_S}met|not{_S}meeting|off"
_BEYOND_TARGET = rf"above|ahead{_S}of|exceed(?:s|ed|ing)|better{_S}than|beat|met|meets|on"
_WENT_DOWN = (
    rf"reduced|reducing|fallen|fell(?!{_S}short)|falling|decreased|decreasing|declined|declining|dropped|dropping"
)
_WENT_UP = "increased|increasing|risen|rose|rising|grown|grew|growing|improved|improving"
_CLAIM = rf"""{WORD}(?:
      (?P<below_target>(?:{_BEHIND_TARGET}){_S}{_THE}{_KIND}target)
    | (?P<above_target>(?:{_BEYOND_TARGET}){_S}{_THE}{_KIND}target)
    | (?P<same>
        {_STAYS}{_S}{_QUITE}(?:{_ALIKE})
      | (?:(?:is|are|being|been){_S})+(?:sustained|maintained)
      | no{_S}(?:significant{_S})?change
      )
    | (?P<high>{_STAYS}{_S}(?:at{_S})?{_QUITE}high(?:{_S}levels?)? | high{_S}(?:levels?|numbers?|rate){_S}of)
    | (?P<low>{_STAYS}{_S}(?:at{_S})?(?:an?{_S})?{_QUITE}low(?:{_S}levels?)?)
    | (?P<down>
        {_WAS}(?:{_WENT_DOWN}){_LITTLE}
      | {_GOES_ON}(?:reduce|fall|decrease|decline|drop)
      | (?:reduction|fall|decrease|decline|drop){_S}in
      )
    | (?P<up>
        {_WAS}(?:{_WENT_UP}){_LITTLE}
      | {_GOES_ON}(?:increase|rise|grow|improve)
      | (?:increase|rise|growth|upsurge|improvement){_S}in
      )
    )\b"""
_PHRASES = re.compile(_CLAIM, re.VERBOSE | re.IGNORECASE)
_LOW_PHRASES = re.compile(_CLAIM, re.VERBOSE)
"""The same for text in lower case: many times as fast, to look whether a block claims anything at all."""

_TURNS = (
    "target",
    "remain",
    "stay",
    "still",
    "high",
    "low",
    "sustain",
    "maintain",
    "change",
    "continue",
    "reduc",
    "fall",
    "fell",
    "decreas",
    "declin",
    "drop",
    "increas",
    "ris",
    "rose",
    "grow",
    "grew",
    "upsurge",
    "improv",
    "unchanged",
    "stable",
    "steady",
)
"""Beginnings of words without one of which nothing is claimed: a quick look that spares most blocks the search."""

_REACH = 110
"""How many characters before a phrase its indicator may end."""


def find_statements(
    lexicon: Lexicon, text: str, blocks: Sequence[TextBlock], figures: Sequence[Figure]
) -> tuple[Statement, ...]:
    """Return the claims of ``text`` that name an indicator and a direction and no figure, in order of place."""
    found: list[Statement] = []
    places = sorted(f.span.start for f in figures)
    for block in blocks:
        if block.shape is Shape.ROW:
            continue
        words = folded(text[block.start : block.end])
        if not any(turn in words for turn in _TURNS) or not _LOW_PHRASES.search(words):
            continue
        for sentence in sentences_of(text, block, tokens_of(text, block.ranges)):
            if bisect_left(places, sentence.start) < bisect_left(places, sentence.end):
                continue
            found += _of_sentence(lexicon, sentence)
    return tuple(found)


def _of_sentence(lexicon: Lexicon, s: Sentence) -> Iterator[Statement]:
    """Yield the statements of one sentence, one for each indicator that a phrase speaks of."""
    phrases = list(_PHRASES.finditer(s.text, s.start, s.end))
    if not phrases:
        return
    mentions = _plain(lexicon, s)
    for k, phrase in enumerate(phrases):
        direction = Direction(phrase.lastgroup or "")
        left = phrases[k - 1].end() if k else s.start
        for mention in _spoken_of(s, mentions, phrase, left):
            key = _key(lexicon, mention)
            start = min(s.tokens[mention.first].start, phrase.start())
            end = max(s.tokens[mention.last - 1].end, phrase.end())
            yield Statement(
                indicator=key,
                direction=direction,
                stage=lexicon.indicators[key].stage,
                span=Span(start, end),
                quote=s.text[start:end],
            )


def _plain(lexicon: Lexicon, s: Sentence) -> list[Mention]:
    """Return the longest mentions of a sentence that name an indicator by one phrase."""
    kept: list[Mention] = []
    reached = -1
    for mention in sorted(lexicon.mentions(s), key=lambda m: (m.first, -(m.last - m.first))):
        if mention.last <= reached or not _names(lexicon, mention) or _adjective(s, mention):
            continue
        kept.append(mention)
        reached = mention.last
    return kept


def _adjective(s: Sentence, mention: Mention) -> bool:
    """Tell whether a mention is one word that merely describes: "good" in "good performance"."""
    low = s.low(mention.first)
    return mention.last - mention.first == 1 and not is_plural(low) and not s.is_upper(mention.first)


def _names(lexicon: Lexicon, mention: Mention) -> bool:
    """Tell whether a phrase by itself names an indicator."""
    return any(len(w.phrases) == 1 for w in lexicon.wordings_of[mention.phrase])


def _key(lexicon: Lexicon, mention: Mention) -> str:
    """Return the indicator that a phrase names by itself: one that is counted before one that is a share."""
    keys = [w.indicator for w in lexicon.wordings_of[mention.phrase] if len(w.phrases) == 1]
    return next((k for k in keys if not k.endswith("_percent")), keys[0])


def _spoken_of(s: Sentence, mentions: list[Mention], phrase: re.Match[str], left: int) -> list[Mention]:
    """Return the mentions that a phrase speaks of: those joined by "and" right before it, or the one behind "in"."""
    behind = phrase.group().lower().endswith((" in", " of"))
    if behind:
        after = [m for m in mentions if phrase.end() <= s.tokens[m.first].start <= phrase.end() + 60]
        return after[:1]
    before = [m for m in mentions if 0 <= phrase.start() - s.tokens[m.last - 1].end < _REACH]
    inside = [m for m in before if s.tokens[m.first].start >= left]
    chosen = inside or before[-1:]
    if not chosen:
        return []
    joined = [chosen[-1]]
    for earlier in reversed(chosen[:-1]):
        gap = s.text[s.tokens[earlier.last - 1].end : s.tokens[joined[0].first].start]
        if not re.fullmatch(r"[^.;:]{0,30}?(?:,|\band\b|&)[^.;:]{0,20}", gap):
            break
        joined.insert(0, earlier)
    return joined
