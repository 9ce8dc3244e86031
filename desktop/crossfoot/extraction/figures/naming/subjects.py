"""Subjects: what tells one figure of a measure from another: a part, a predicate, a list item."""

from __future__ import annotations

from crossfoot.extraction.figures.indicators.choice import Choice
from crossfoot.extraction.figures.naming.runs import LONGEST_TAIL, clean, words_of
from crossfoot.extraction.figures.phrases import is_generic
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import AUXILIARIES, word_set
from crossfoot.model import Nature

SINGLING = word_set("additional further extra new remaining other another supernumerary")
"""Words before what is counted that single it out."""

_EDGES_OF_TIME = word_set("end start close beginning middle year quarter month same total all addition turn fact")
"""What may be left of "by the end of July" once its month is taken away, and phrases that tell no part."""

_BEFORE_PREDICATE = word_set("assessed as judged rated in placed from at of being found considered said to have")
CLAUSE_ENDS = word_set("and but while which compared against during since")
_PART_OPENERS = word_set("as in for with under by aged who lived living went were was had from")


def singled_out(sight: Sight, counted: str, named: Choice | None) -> str:
    """Return the counted words that the indicator does not name: "looked after children cases" beside "unallocated"."""
    phrase, s = sight.phrase, sight.sentence
    if not counted:
        return ""
    tokens = s.tokens[phrase.first : phrase.close]
    if (
        named is None
        or not (tokens[0].start <= named.start < tokens[-1].end)
        or not (named.alone or _speaks_of(named, s))
    ):
        return "" if len(tokens) == 1 and is_generic(phrase.head) else counted
    judged = tokens[0].capital and named.end - named.start == tokens[0].end - tokens[0].start
    before = [t for t in tokens if t.end <= named.start]
    behind = [t for t in tokens if t.start >= named.end]
    beside = sight.before is not None and sight.before.indicator == named.indicator
    if judged or (before and behind) or (beside and not before and not behind):
        return counted
    rest = ", ".join(clean(s.text[row[0].start : row[-1].end]) for row in (before, behind) if row)
    if {word.strip(",").rstrip("s") for word in rest.lower().split()} <= _key_words(named):
        rest = ""
    if tokens[0].low in SINGLING:
        return ", ".join(dict.fromkeys(word for word in (tokens[0].low, rest) if word))
    return "" if is_generic(rest.lower()) and " " not in rest else rest


def _key_words(named: Choice) -> set[str]:
    """Return the words of an indicator's key, without plural endings."""
    return {word.rstrip("s") for word in named.indicator.split("_")}


def _speaks_of(named: Choice, s: Sentence) -> bool:
    """Tell whether words share one with their indicator's name, so that they add nothing to it."""
    own = _key_words(named)
    words = {word.rstrip("s") for word in s.text[named.start : named.end].lower().split()}
    return bool(own & words) or named.indicator.startswith("ofsted")


def predicate_of(sight: Sight) -> str:
    """Return what is said of a number that stands as a subject: "23 were female" gives "female"."""
    s = sight.sentence
    first = sight.number.last
    if s.low(first) == "of" and s.low(first + 1) in {"them", "these", "those", "whom", "which"}:
        first += 2
    if s.low(first) not in AUXILIARIES:
        return ""
    while s.low(first) in AUXILIARIES or s.low(first) in _BEFORE_PREDICATE:
        first += 1
    end = first
    while end - first < LONGEST_TAIL and s.is_word(end) and s.low(end) not in CLAUSE_ENDS:
        end += 1
    return words_of(sight, first, end)


def tail_of(sight: Sight, named: Choice | None) -> str:
    """Return what follows a counted noun that says little by itself: "active to the Fieldwork service"."""
    phrase = sight.phrase
    if phrase.close <= phrase.first or not is_generic(phrase.head) or phrase.close - phrase.first > 2:
        return ""
    tokens = sight.sentence.tokens
    if named is not None and phrase.close < len(tokens) and named.start >= tokens[phrase.close].start:
        return ""  # the words behind name the indicator, which the figure has already
    return words_of(sight, phrase.close, min(phrase.last, phrase.close + LONGEST_TAIL))


def words_behind(sight: Sight) -> str:
    """Return the words behind a number that counts nothing itself: "14 as medium risk", "21 in homes run by others"."""
    s, first = sight.sentence, sight.number.last
    if s.low(first) not in _PART_OPENERS:
        return ""
    end = first + 1
    while end - first < LONGEST_TAIL and s.is_word(end) and s.low(end) not in CLAUSE_ENDS:
        end += 1
    words = words_of(sight, first, end)
    return "" if words.lower() in _EDGES_OF_TIME else words


def beyond_generic(clause: str) -> str:
    """Return what a clause's subject says beyond "children": "active to the Fieldwork service"."""
    first, _, rest = clause.partition(" ")
    return clean(rest) if rest and is_generic(first.lower().rstrip("s").replace("children", "child")) else ""


def carried_subject(sight: Sight) -> str:
    """Return the subject of the figure before it in the sentence, unless that tells of a change."""
    before = sight.before
    return before.subject if before is not None and before.nature is not Nature.CHANGE else ""
