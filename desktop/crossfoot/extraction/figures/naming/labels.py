"""Labels: what a number counts or is told of, in the text's own words."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.indicators.choice import Choice
from crossfoot.extraction.figures.naming.runs import (
    CLAUSE_WORDS,
    LONGEST_ITEM,
    LONGEST_LABEL,
    NO_NOUNS,
    clean,
    in_time,
    opening_of,
    words_of,
)
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.tokens import NUMBER, SIGN
from crossfoot.extraction.figures.words import AUXILIARIES, PREPOSITIONS, VERBS, word_set

_ATTRIBUTES = word_set(
    "looked need unallocated allocated proposed shared combined projected estimated fixed related based"
)
"""Words in "-ed" that describe a noun; others are the verb of a clause."""

_STATES = word_set("open subject active living waiting missing")
"""Words that are verbs elsewhere but describe people in records: "children subject to a plan"."""

_POINTING = word_set("this that it they these those there which whom who he she we total though although still")
"""Subjects of a clause that name nothing themselves."""

_STAYS = word_set("lived lives living live resided residing stayed staying remained remaining")
_STAYING = 2
"""How many words of "lived in residential homes" only say that somebody is there."""

_CLAUSE_SIGNS = frozenset(".;:(),|")
_LEADING = re.compile(
    r"^(?:(?:the|a|an|this|its|our|their|overall|total|number|numbers|proportion|percentage|rate|of|in|there)\s+)+",
    re.IGNORECASE,
)


def counted_words(sight: Sight) -> str:
    """Return the noun phrase behind the number, or an empty text where nothing is counted there."""
    phrase, s = sight.phrase, sight.sentence
    first = phrase.first
    if first < phrase.close and (s.low(first) in NO_NOUNS or s.low(first) in VERBS - {"open", "subject", "active"}):
        return ""
    if (s.low(first).endswith("ed") or s.low(first) in _POINTING) and phrase.close - first == 1:
        return ""
    return words_of(sight, first, phrase.close)


def runs_on(sight: Sight, named: Choice) -> bool:
    """Tell whether the wording that names the indicator begins the counted words and goes on behind them."""
    tokens, phrase = sight.sentence.tokens, sight.phrase
    return named.start == tokens[phrase.first].start and named.end > tokens[phrase.close - 1].end


def mentioned(sight: Sight, named: Choice | None) -> str:
    """Return the words of the sentence that name the indicator, up to their verb: "budget" of "budget was set"."""
    if named is None or not sight.sentence.start <= named.start < sight.sentence.end:
        return ""
    words = clean(sight.sentence.text[slice(*named.name)]).split()
    verb = next((i for i, word in enumerate(words) if i and word.lower() in AUXILIARIES), len(words))
    opens = len(words) > _STAYING and words[0].lower() in _STAYS and words[1].lower() in PREPOSITIONS
    return " ".join(words[_STAYING * opens : verb])


def item_name(sight: Sight) -> str:
    """Return the name that stands before the number in a list item or a short line: "North 1 - 19.9"."""
    s, n = sight.sentence, sight.number
    if sight.index or n.first == 0 or n.first > LONGEST_ITEM or s.index:
        return ""
    if any(t.low in AUXILIARIES or t.low in VERBS for t in s.tokens[: n.first]):
        return ""
    return words_of(sight, 0, n.first)


def clause_subject(sight: Sight, left: int) -> str:
    """Return the subject of the number's clause: the words up to its verb, leading counts and articles aside.

    Words that end before the offset ``left`` belong to the number before.
    """
    s, n = sight.sentence, sight.number
    first = n.first
    while first and s.tokens[first - 1].end > left:
        token = s.tokens[first - 1]
        opened = opening_of(s, first - 1, 0)
        if opened is not None:
            first = opened
            continue
        if (token.kind is SIGN and token.low in _CLAUSE_SIGNS) or token.low in CLAUSE_WORDS:
            break
        first -= 1
    end = first
    while end < n.first and not _verb(s, end) and end - first < LONGEST_LABEL:
        if s.tokens[end].kind is NUMBER and end > first and s.low(end - 1) in VERBS:
            return ""
        end += 1
    while first < end and (s.low(first) in PREPOSITIONS or in_time(sight, s.tokens[first].start)):
        first += 1
    words = _LEADING.sub("", words_of(sight, first, end))
    return "" if words.lower().rpartition(" ")[2] in _POINTING else words


def _verb(s: Sentence, i: int) -> bool:
    """Tell whether the word at ``i`` begins the verb of a clause."""
    low = s.low(i)
    if low in _STATES or low in _ATTRIBUTES:
        return False
    return low in AUXILIARIES or low in VERBS or low in NO_NOUNS or low.endswith("ed")


def carried_label(sight: Sight) -> str:
    """Return the label of the figure before it in the sentence."""
    return sight.before.label if sight.before is not None else ""


def led_in(sight: Sight) -> str:
    """Return the last words of the list's lead-in."""
    lead = sight.around.lead
    if lead is None:
        return ""
    tokens = lead.sentence.tokens[-LONGEST_LABEL:]
    return clean(lead.sentence.text[tokens[0].start : tokens[-1].end])


def words_around(s: Sentence, at: int) -> str:
    """Return the words around a number, where nothing else can serve as a label."""
    tokens = s.tokens[max(0, at - 4) : at + 5]
    return " ".join(s.text[tokens[0].start : tokens[-1].end].split())
