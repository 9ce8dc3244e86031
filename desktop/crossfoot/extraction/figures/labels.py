"""Label and subject of a figure, from the words that it counts and the words that it is told of.

The label is what is counted, in the text's own words. The subject tells one such figure from another: the name
of a list item, the words that single out a part ("female", "additional"), the body compared with. Words of time
belong to the period and stand in neither.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from crossfoot.extraction.figures.indicators.choice import Choice
from crossfoot.extraction.figures.natures.nature import Told
from crossfoot.extraction.figures.phrases import is_generic
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.tokens import Kind
from crossfoot.extraction.figures.words import AUXILIARIES, PREPOSITIONS, VERBS, word_set
from crossfoot.model import Figure, Nature, Unit

_SMALL = "the|a|an|of|out|and|that|in|for|to|by|with|from|at|on|as|or|but|than|over|some|about|which|who|also|there"
_EDGES = re.compile(
    rf"^(?:{_SMALL})\s+|\s+(?:{_SMALL}|was|were|is|are|had|has|have|been)$|^(?:{_SMALL})$", re.IGNORECASE
)
_NO_NOUNS = word_set(
    """
    respectively nationally regionally locally overall now then again also only not more fewer less higher lower up
    down each per point points percent altogether previously currently still just yet once there here so thus either
    both all compared against i e ie eg went gave took came left owed led became began chose got made saw had short
    """
)
"""Words that may stand right behind a number without being counted by it."""

_SINGLED_OUT = word_set("additional further extra new remaining other another supernumerary")
_ATTRIBUTES = word_set(
    "looked need unallocated allocated proposed shared combined projected estimated fixed related based"
)
"""Words in "-ed" that describe a noun; others are the verb of a clause."""

_STATES = word_set("open subject active living waiting missing")
"""Words that are verbs elsewhere but describe people in records: "children subject to a plan"."""

_EDGES_OF_TIME = word_set("end start close beginning middle year quarter month same total all addition turn fact")
"""What may be left of "by the end of July" once its month is taken away, and phrases that tell no part."""

_POINTING = word_set("this that it they these those there which he she we total")
"""Subjects of a clause that name nothing themselves."""

_CLAUSE_SIGNS = frozenset(".;:(),|")
_CLAUSE_WORDS = word_set("and but that which while whilst although where when because")
_LEADING = re.compile(
    r"^(?:(?:the|a|an|this|its|our|their|overall|total|number|numbers|proportion|percentage|rate|of|in|there)\s+)+",
    re.IGNORECASE,
)
_BEFORE_PREDICATE = word_set("assessed as judged rated in placed from at of being found considered said to have")
_BEHIND_PREDICATE = word_set("and but while which compared against during since")
_PART_OPENERS = word_set("as in for with under by aged who lived living went were was had from")
_BUDGET_WORDS = re.compile(
    r"\b(?:the|projected|forecast|actual|final|outturn|budgets?|spend|spending|position|year|end|net|gross|total|overall|"
    r"firstly|secondly|thirdly|finally|a|an|of|saving|overspend|underspend|variance|together|combined)\b",
    re.IGNORECASE,
)
_SUMMED = re.compile(r"\b(?:together|combined|total|overall|all)\b", re.IGNORECASE)
_HEDGES = word_set("approximately about around some nearly almost just over under circa roughly")
_WORTH = word_set("totalling worth of costing")
_ARTICLES = word_set("a an the this its their our any no")
_COMPARED = frozenset({Nature.BENCHMARK, Nature.TARGET, Nature.VARIANCE})
_LONGEST_LABEL, _LONGEST_TAIL, _LONGEST_ITEM = 9, 7, 8


class Naming(NamedTuple):
    """What a figure is called: what it counts and whom or what it is about."""

    label: str
    subject: str


def name_of(sight: Sight, told: Told, named: Choice | None, last: Figure | None) -> Naming:
    """Return the label and the subject of a number.

    ``named`` are the words that name its indicator, or None; ``last`` is the figure before it in the text, whose
    budget heading an amount carries on.
    """
    s, n = sight.sentence, sight.number
    if sight.before is not None and s.low(n.first - 1) == "(" and not _counted(sight):
        return Naming(sight.before.label, sight.before.subject)
    counted = _counted(sight)
    if named is not None and counted and _runs_on(sight, named):
        counted = _mentioned(sight, named)
    item = _item(sight)
    clause = _clause_subject(sight, sight.left)
    if sight.before is not None and sight.before.nature is Nature.CHANGE and not counted:
        clause = _clause_subject(sight, s.start)
    label = (
        counted
        or _mentioned(sight, named)
        or clause
        or _carried(sight)
        or item
        or _led_in(sight)
        or _around(s, n.first)
    )
    parts: list[str] = []
    listed = sight.around.lead is not None and not any(t.low in AUXILIARIES for t in s.tokens)
    if listed:
        parts.append(item)
    if told.nature in _COMPARED and told.words is not None:
        parts.append(_clean(told.words.cut(s.text)))
    if s.low(n.first - 1) in _SINGLED_OUT and told.nature is not Nature.CHANGE:
        parts.append(s.low(n.first - 1))
    single = _singled_out(sight, counted, named)
    if last is not None and single.lower() == last.label.lower():
        single = ""
    predicate = _predicate(sight)
    parts += [predicate, single, _tail(sight, named) if counted else "" if predicate else _behind(sight)]
    if counted and listed and not single and not item:
        parts.append(counted)
    if n.money and (thing := _thing_worth(sight)):
        parts.append(thing)
    elif n.money:
        parts.append(
            _budget_heading(clause, named) or (last.subject if last is not None and _same_heading(last, clause) else "")
        )
    elif not any(parts) and not counted:
        parts.append(_beyond_generic(clause) or _carried_subject(sight))
    if not any(parts) and named is None:
        parts.append(label if counted or clause else "")
    subject = ", ".join(dict.fromkeys(part for part in parts if part))
    return Naming(label, subject)


def _in_time(sight: Sight, offset: int) -> bool:
    """Tell whether a place lies in a period expression."""
    return any(w.span.start <= offset < w.span.end for w in sight.reading.whens)


def _words(sight: Sight, first: int, last: int) -> str:
    """Return the words from token ``first`` up to ``last`` on one line, up to the first word of time."""
    s = sight.sentence
    end = first
    while end < min(last, len(s.tokens)) and not _in_time(sight, s.tokens[end].start):
        end += 1
    if end <= first:
        return ""
    return _clean(s.text[s.tokens[first].start : s.tokens[end - 1].end])


def _counted(sight: Sight) -> str:
    """Return the noun phrase behind the number, or an empty text where nothing is counted there."""
    phrase, s = sight.phrase, sight.sentence
    first = phrase.first
    if first < phrase.close and (s.low(first) in _NO_NOUNS or s.low(first) in VERBS - {"open", "subject", "active"}):
        return ""
    if s.low(first).endswith("ed") and phrase.close - first == 1:
        return ""
    return _words(sight, first, phrase.close)


def _singled_out(sight: Sight, counted: str, named: Choice | None) -> str:
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
    rest = ", ".join(_clean(s.text[row[0].start : row[-1].end]) for row in (before, behind) if row)
    if {word.strip(",").rstrip("s") for word in rest.lower().split()} <= _key_words(named):
        rest = ""
    if tokens[0].low in _SINGLED_OUT:
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


def _runs_on(sight: Sight, named: Choice) -> bool:
    """Tell whether the wording that names the indicator begins the counted words and goes on behind them."""
    tokens, phrase = sight.sentence.tokens, sight.phrase
    return named.start == tokens[phrase.first].start and named.end > tokens[phrase.close - 1].end


def _tail(sight: Sight, named: Choice | None) -> str:
    """Return what follows a counted noun that says little by itself: "active to the Fieldwork service"."""
    phrase = sight.phrase
    if phrase.close <= phrase.first or not is_generic(phrase.head) or phrase.close - phrase.first > 2:
        return ""
    tokens = sight.sentence.tokens
    if named is not None and phrase.close < len(tokens) and named.start >= tokens[phrase.close].start:
        return ""  # the words behind name the indicator, which the figure has already
    return _words(sight, phrase.close, min(phrase.last, phrase.close + _LONGEST_TAIL))


def _behind(sight: Sight) -> str:
    """Return the words behind a number that counts nothing itself: "14 as medium risk", "21 in homes run by others"."""
    s, first = sight.sentence, sight.number.last
    if s.low(first) not in _PART_OPENERS:
        return ""
    end = first + 1
    while end - first < _LONGEST_TAIL and s.is_word(end) and s.low(end) not in _BEHIND_PREDICATE:
        end += 1
    words = _words(sight, first, end)
    return "" if words.lower() in _EDGES_OF_TIME else words


def _budget_heading(clause: str, named: Choice | None) -> str:
    """Return whose budget an amount is, from its clause's subject: "in-house fostering budget"."""
    heading = _BUDGET_WORDS.sub("", clause).strip()
    own = named is not None and not named.indicator.endswith(("_budget", "outturn", "variance"))
    return "" if own or not heading else _clean(heading)


def _thing_worth(sight: Sight) -> str:
    """Return the thing whose worth an amount is: "discounts totalling £113k", "a grant of £2m"."""
    s, i = sight.sentence, sight.number.first
    while i and (s.low(i - 1) in _HEDGES or s.low(i - 1) == "("):
        i -= 1
    if i == 0 or s.low(i - 1) not in _WORTH:
        return ""
    end = i - 1
    first = end
    while first and s.is_word(first - 1) and end - first < 4 and not _ends_thing(s.low(first - 1)):
        first -= 1
    return _BUDGET_WORDS.sub("", _words(sight, first, end)).strip()


def _ends_thing(low: str) -> bool:
    """Tell whether a word stands before a thing and is no part of its name."""
    return (
        low in AUXILIARIES
        or low in PREPOSITIONS
        or low in _CLAUSE_WORDS
        or low in _ARTICLES
        or low.endswith(("ed", "ly"))
    )


def _same_heading(last: Figure, clause: str) -> bool:
    """Tell whether an amount goes on with the heading of the one before it: "The projected outturn was"."""
    summed = _SUMMED.search(clause) is not None
    return last.unit is Unit.GBP and bool(last.subject) and not summed and not _BUDGET_WORDS.sub("", clause).strip()


def _mentioned(sight: Sight, named: Choice | None) -> str:
    """Return the words of the sentence that name the indicator."""
    if named is None or not sight.sentence.start <= named.start < sight.sentence.end:
        return ""
    return _clean(sight.sentence.text[named.start : named.end])


def _item(sight: Sight) -> str:
    """Return the name that stands before the number in a list item or a short line: "North 1 - 19.9"."""
    s, n = sight.sentence, sight.number
    if sight.index or n.first == 0 or n.first > _LONGEST_ITEM or s.index:
        return ""
    if any(t.low in AUXILIARIES or t.low in VERBS for t in s.tokens[: n.first]):
        return ""
    return _words(sight, 0, n.first)


def _clause_subject(sight: Sight, left: int) -> str:
    """Return the subject of the number's clause: the words up to its verb, leading counts and articles aside.

    Words that end before the offset ``left`` belong to the number before.
    """
    s, n = sight.sentence, sight.number
    first = n.first
    while first and s.tokens[first - 1].end > left:
        token = s.tokens[first - 1]
        if (token.kind is Kind.SIGN and token.low in _CLAUSE_SIGNS) or token.low in _CLAUSE_WORDS:
            break
        first -= 1
    end = first
    while end < n.first and not _verb(s, end) and end - first < _LONGEST_LABEL:
        if s.tokens[end].kind is Kind.NUMBER and end > first and s.low(end - 1) in VERBS:
            return ""
        end += 1
    while first < end and (s.low(first) in PREPOSITIONS or _in_time(sight, s.tokens[first].start)):
        first += 1
    words = _LEADING.sub("", _words(sight, first, end))
    return "" if words.lower() in _POINTING else words


def _verb(s: Sentence, i: int) -> bool:
    """Tell whether the word at ``i`` begins the verb of a clause."""
    low = s.low(i)
    if low in _STATES or low in _ATTRIBUTES:
        return False
    return low in AUXILIARIES or low in VERBS or low in _NO_NOUNS or low.endswith("ed")


def _beyond_generic(clause: str) -> str:
    """Return what a clause's subject says beyond "children": "active to the Fieldwork service"."""
    first, _, rest = clause.partition(" ")
    return _clean(rest) if rest and is_generic(first.lower().rstrip("s").replace("children", "child")) else ""


def _carried(sight: Sight) -> str:
    """Return the label of the figure before it in the sentence."""
    return sight.before.label if sight.before is not None else ""


def _carried_subject(sight: Sight) -> str:
    """Return the subject of the figure before it in the sentence, unless that tells of a change."""
    before = sight.before
    return before.subject if before is not None and before.nature is not Nature.CHANGE else ""


def _led_in(sight: Sight) -> str:
    """Return the last words of the list's lead-in."""
    lead = sight.around.lead
    if lead is None:
        return ""
    tokens = lead.sentence.tokens[-_LONGEST_LABEL:]
    return _clean(lead.sentence.text[tokens[0].start : tokens[-1].end])


def _around(s: Sentence, at: int) -> str:
    """Return the words around a number, where nothing else can serve as a label."""
    tokens = s.tokens[max(0, at - 4) : at + 5]
    return " ".join(s.text[tokens[0].start : tokens[-1].end].split())


def _predicate(sight: Sight) -> str:
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
    while end - first < _LONGEST_TAIL and s.is_word(end) and s.low(end) not in _BEHIND_PREDICATE:
        end += 1
    return _words(sight, first, end)


def _clean(words: str) -> str:
    """Return words on one line without articles, prepositions and signs at either end."""
    words = " ".join(words.split()).strip(" -–—:;,.()•*/'’\"“”")
    while (shorter := _EDGES.sub("", words).strip(" -–—:;,.()•*/'’\"“”")) != words:
        words = shorter
    return words
