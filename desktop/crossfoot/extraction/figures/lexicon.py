"""The dictionary's wordings, found in a sentence: which indicators its words may speak of.

A wording is a phrase ("children looked after"), or several joined by "&" that must all stand within
reach ("initial assessments & within"). Plurals, forms of a verb, hyphens, articles and words that merely fasten
others ("children who are currently looked after") make no difference. In a row of words that share a noun each of
them has it: "initial and core assessments". A wording with "=" before it names only by itself, as the whole of a
row's or a column's name: "=secure". A name in braces stands for any phrase of a group of the dictionary, so that
"{looked after} & {within timescale}" is met in all the words for either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from crossfoot.extraction.figures.fields import names_its_field
from crossfoot.extraction.figures.roots import root
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tokens import SIGN, WORD, stem, tokens_of
from crossfoot.extraction.figures.words import word_set
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Dictionary, Field, Indicator, Role

_SKIPPED = word_set(
    """
    a an the s is are was were be been being had has have who that which currently now also still only
    already just
    """
)
"""Words that a phrase has or has not without meaning anything else."""

_OTHER = -2
"""Stands for the names of what no indicator measures."""

ALONE = -1
"""Stands for the second phrase of a wording that has one alone."""

_PER = "per"
_SPANS = word_set("week year month")
"""What "a" says the same before as "per" does: "£870 a week"."""

_COHORTS = {
    "looked after": "looked_after_children",
    "care leavers": "care_leavers_former_relevant_19_21",
    "protection plan": "child_protection_plans",
    "foster carers": "approved_foster_carer_households",
    "adopters": "prospective_adopters",
}
"""Groups of phrases that tell of whom all under a title is, with the indicators that count them."""

_JOINS = word_set("and or")
_WORDS_OF_GROUP = 2
"""How many words a group counts for where it is not known by which of its phrases it is met."""

_WHOLE = "="
_UNDOING = frozenset({"de", "non", "ex", "un", "dis"})
"""What a word is put to by a hyphen to say the contrary: the registered are none of the de-registered."""


class Family(StrEnum):
    """What kind of number an indicator is printed as; its members are words, which sets and tables find at once."""

    COUNT = "count"
    PERCENT = "percent"
    COUNT_OR_PERCENT = "count or percent"
    MONEY = "money"
    RATE = "rate"
    TIME = "time"
    RATIO = "ratio"
    SCORE = "score"
    CATEGORY = "category"


class Mention(NamedTuple):
    """A phrase of the lexicon in a sentence, over tokens ``first`` to ``last``, the last not included."""

    phrase: int
    first: int
    last: int
    words: int


@unchanging(frozen=True, slots=True)
class Wording:
    """One way to speak of an indicator: the phrases that it needs.

    ``plain`` tells that its words name children's social care themselves, so that they mean the same anywhere.
    """

    indicator: str
    phrases: tuple[int, ...]
    words: int
    plain: bool


@dataclass(slots=True)
class _Node:
    """A node of the tree of phrases."""

    following: dict[str, _Node] = field(default_factory=dict)
    phrase: int = -1
    whole: int = -1
    upper: bool = False
    words: int = 0
    groups: tuple[tuple[int, bool], ...] = ()


class Lexicon:
    """All wordings of a dictionary, ready to be found.

    ``wordings_of`` maps a phrase to the wordings that need it, ``begun_by`` to those that name it first, by the phrase
    that they name second (``ALONE`` for none), ``families``
    an indicator to the kind of number that it is printed as, ``kin`` an indicator to itself and to what is a share or
    a rate of the same.
    ``cohorts`` are phrases that tell of whom all under a title is, ``groups_counted`` the same by the indicator that
    counts them. ``elsewhere`` is the lexicon for records of other
    fields than children's social care.
    """

    def __init__(self, dictionary: Dictionary) -> None:
        """Build the tree of phrases from the dictionary's names, aliases and terms."""
        self._root = _Node()
        self._words: list[int] = []
        self._steps = cache(_steps)  # the same words stand in many wordings
        self._groups: dict[str, int] = {name: self._group(phrases) for name, phrases in dictionary.groups.items()}
        self.cohorts = frozenset(self._groups[name] for name in _COHORTS if name in self._groups)
        self.groups_counted = {key: self._groups[name] for name, key in _COHORTS.items() if name in self._groups}
        self._plain_groups = {name for name, phrases in dictionary.groups.items() if names_its_field(phrases[0])}
        self.wordings_of: dict[int, list[Wording]] = {}
        self.elsewhere = self
        self.begun_by: dict[int, dict[int, list[Wording]]] = {}
        self.families: dict[str, Family] = {}
        self.indicators: Mapping[str, Indicator] = dictionary.by_key
        self.kin: dict[str, tuple[str, ...]] = _kin(dictionary)
        self._rates = _rates(dictionary)
        for indicator in dictionary:
            self.families[indicator.key] = family_of(indicator)
            for words in (*indicator.aliases, *indicator.terms):
                self._add(indicator.key, words)
        for words in dictionary.others:
            node = self._node(words)
            node.groups = (*node.groups, (_OTHER, _is_abbreviation(words)))
        self.nouns = _nouns(dictionary, self._steps)
        self._steps.cache_clear()
        self.elsewhere = self._for_other_fields()

    def _for_other_fields(self) -> Lexicon:
        """Return the lexicon with those wordings alone that mean the same in a record of any field."""
        other = copy(self)
        other.wordings_of = self._plain_of(self.wordings_of)
        other.begun_by = {phrase: self._plain_of(those) for phrase, those in self.begun_by.items()}
        other.elsewhere = other
        return other

    def _plain_of(self, wordings: dict[int, list[Wording]]) -> dict[int, list[Wording]]:
        """Return those wordings of each phrase that mean the same in a record of any field."""
        return {
            phrase: [w for w in those if w.plain or self.indicators[w.indicator].field is Field.COUNCIL]
            for phrase, those in wordings.items()
        }

    def is_budget(self, key: str | None) -> bool:
        """Tell whether an indicator is a budget head of its own, whose amounts of every nature are of it."""
        return key is not None and self.indicators[key].role is Role.BUDGET

    def is_rate(self, key: str) -> bool:
        """Tell whether an indicator is the rate per 10,000 of what another one counts."""
        return self.families[key] is Family.RATE and bool(self.indicators[key].share_of)

    def rates_of(self, key: str) -> Iterator[str]:
        """Yield the rates per 10,000 of what an indicator counts, or the indicator itself where it is one.

        The plans that began or have lasted two years are plans: their rate is that of all plans.
        """
        return iter(self._rates[key])

    def _add(self, key: str, words: str) -> None:
        """Take in one wording."""
        parts = [part.strip() for part in words.split(" & ")]
        phrases = [self._phrase(part) for part in parts]
        plain = names_its_field(words) or any(part.strip("{}") in self._plain_groups for part in parts)
        wording = Wording(key, tuple(phrases), sum(self._words[p] for p in phrases), plain)
        for phrase in dict.fromkeys(phrases):
            self.wordings_of.setdefault(phrase, []).append(wording)
        second = phrases[1] if len(phrases) > 1 else ALONE
        self.begun_by.setdefault(phrases[0], {}).setdefault(second, []).append(wording)

    def _phrase(self, words: str) -> int:
        """Return the number of a phrase, a new one where it was not in the tree.

        An abbreviation in capitals is only met in capitals.
        """
        if words.startswith("{"):
            return self._groups[words.strip("{}")]
        node = self._node(words.removeprefix(_WHOLE))
        if words.startswith(_WHOLE):
            if node.whole < 0:
                node.whole = len(self._words)
                self._words.append(node.words + 1)
            return node.whole
        if node.phrase < 0:
            node.phrase = len(self._words)
            node.upper = _is_abbreviation(words)
            self._words.append(node.words + node.upper)
        return node.phrase

    def _node(self, words: str) -> _Node:
        """Return the node at the end of a phrase, made where it was not in the tree."""
        node = self._root
        steps = self._steps(words)
        for step in steps:
            node = node.following.setdefault(step, _Node())
        node.words = len(steps)
        return node

    def _group(self, phrases: Sequence[str]) -> int:
        """Return the number of a group, which every one of its phrases is met as."""
        number = len(self._words)
        self._words.append(_WORDS_OF_GROUP)
        for words in phrases:
            node = self._node(words)
            node.groups = (*node.groups, (number, _is_abbreviation(words)))
        return number

    def mentions(self, sentence: Sentence, *, whole: int = 0) -> list[Mention]:
        """Return the phrases that stand in a sentence, every length of them, in order of place.

        Words within the name of what no indicator measures are left out.
        ``whole`` is how many tokens are the name of a row, a column or a list item, which a phrase may be all of.
        """
        stems = sentence.stems
        view = _with_one_word_for_the_young(
            [
                (root(stems[i]) if token.low != "a" else _PER, i, i + 1)
                for i, token in enumerate(sentence.tokens)
                if token.kind is not SIGN
                and (token.low not in _SKIPPED or (token.low == "a" and sentence.stem(i + 1) in _SPANS))
            ]
        )
        if "outside" in sentence.words:
            view = _with_one_word_for_the_borough(sentence, view)
        found: list[Mention] = []
        size = len(view)
        start_nodes = self._root.following
        for at in range(size):
            node = start_nodes.get(view[at][0])
            if node is None:
                continue
            first = view[at][1]
            if at and view[at - 1][0] in _UNDOING and _is_fastened(sentence, first):
                continue
            if at + 3 < size and view[at + 1][0] in _JOINS:
                self._in_a_row(sentence, view, at, node, found)
            j = at
            while True:
                if node.phrase >= 0 and self.wordings_of[node.phrase] and (not node.upper or sentence.is_upper(first)):
                    found.append(Mention(node.phrase, first, view[j][2], self._words[node.phrase]))
                for group, upper in node.groups:
                    if (group == _OTHER or self.wordings_of.get(group)) and (not upper or sentence.is_upper(first)):
                        found.append(Mention(group, first, view[j][2], node.words + upper))
                j += 1
                if whole and at == 0 and node.whole >= 0 and (j >= size or view[j][1] >= whole):
                    found.append(Mention(node.whole, first, view[j - 1][2], self._words[node.whole]))
                if j >= size:
                    break
                following = node.following.get(view[j][0])
                if following is None:
                    break
                node = following
        return _outside_others(found)

    def _in_a_row(
        self, sentence: Sentence, view: list[tuple[str, int, int]], at: int, node: _Node, found: list[Mention]
    ) -> None:
        """Add the phrase of a word that shares a noun with the next one: "initial" in "initial and core assessments".

        Its place ends with the word itself, so that the phrase behind it keeps its own.
        """
        if not sentence.are_words(view[at][1], view[at + 3][1]):
            return
        shared = node.following.get(view[at + 3][0])
        if shared is not None and shared.phrase >= 0 and not shared.upper:
            first = view[at][1]
            found.append(Mention(shared.phrase, first, first + 1, self._words[shared.phrase]))


def _outside_others(found: list[Mention]) -> list[Mention]:
    """Return the mentions that neither lie within the name of what no indicator measures nor begin in its midst."""
    others = [m for m in found if m.phrase == _OTHER]
    if not others:
        return found
    return [
        m
        for m in found
        if not any(o.first < m.first < o.last or (o.first == m.first and m.last <= o.last) for o in others)
    ]


def _is_abbreviation(words: str) -> bool:
    """Tell whether a phrase is one word in capitals, which is only met in capitals."""
    return words.isalpha() and words.rstrip("s").isupper()


def _is_fastened(sentence: Sentence, i: int) -> bool:
    """Tell whether a hyphen fastens the token at ``i`` to the one before it."""
    return sentence.low(i - 1) in {"-", "‐", "‑"} and sentence.touches(i) and sentence.touches(i - 1)


def _steps(words: str) -> tuple[str, ...]:
    """Return the stems by which a phrase is met."""
    tokens = tokens_of(words, [(0, len(words))])
    steps = [
        (_PER if t.low == "a" else root(stem(t.low) if t.kind is WORD else t.low), i, i + 1)
        for i, t in enumerate(tokens)
        if t.kind is not SIGN
        and (t.low not in _SKIPPED or (t.low == "a" and i + 1 < len(tokens) and stem(tokens[i + 1].low) in _SPANS))
    ]
    return tuple(step for step, _, _ in _with_one_word_for_the_young(steps))


_BOROUGH = "borough"
_NO_BOROUGH = word_set("england scotland wales ireland britain europe uk london")


def _with_one_word_for_the_borough(sentence: Sentence, view: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Return the roots, "borough" for the name of one behind "outside": "231 children live outside Kestlebridge"."""
    return [
        (_BOROUGH, first, last)
        if k
        and sentence.low(view[k - 1][1]) == "outside"
        and sentence.tokens[first].capital
        and sentence.low(first) not in _NO_BOROUGH
        else (word, first, last)
        for k, (word, first, last) in enumerate(view)
    ]


_YOUNG, _CHILD = "young", "child"
_YOUNG_ONES = frozenset({"person", "child", "one"})


def _with_one_word_for_the_young(view: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Return roots with the tokens that they are, "child" for "young people" and for "children and young people"."""
    if not any(word == _YOUNG for word, _, _ in view):
        return view
    joined: list[tuple[str, int, int]] = []
    at = 0
    while at < len(view):
        word, first, last = view[at]
        if word == _YOUNG and at + 1 < len(view) and view[at + 1][0] in _YOUNG_ONES:
            word, last = _CHILD, view[at + 1][2]
            at += 1
            if len(joined) > 1 and joined[-1][0] in _JOINS and joined[-2][0] == _CHILD:
                first = joined[-2][1]
                del joined[-2:]
        joined.append((word, first, last))
        at += 1
    return joined


def _nouns(dictionary: Dictionary, steps: Callable[[str], Iterable[str]]) -> dict[str, frozenset[str]]:
    """Return the roots of all words that an indicator is named in; ``steps`` are those of a phrase."""
    groups = {
        name: frozenset(step for phrase in phrases for step in steps(phrase.removeprefix(_WHOLE)))
        for name, phrases in dictionary.groups.items()
    }
    return {
        indicator.key: frozenset(
            step
            for words in (indicator.name, *indicator.aliases, *indicator.terms)
            for part in words.split(" & ")
            for step in (groups[part.strip("{}")] if part.startswith("{") else steps(part.removeprefix(_WHOLE)))
        )
        for indicator in dictionary
    }


def _kin(dictionary: Dictionary) -> dict[str, tuple[str, ...]]:
    """Return for each indicator itself and those that count, share or rate the same thing."""
    by_whole: dict[str, list[str]] = {}
    for indicator in dictionary:
        by_whole.setdefault(indicator.share_of or indicator.key, []).append(indicator.key)
    return {
        indicator.key: tuple(dict.fromkeys((indicator.key, *by_whole[indicator.share_of or indicator.key])))
        for indicator in dictionary
    }


def _rates(dictionary: Dictionary) -> dict[str, tuple[str, ...]]:
    """Return for each indicator the rates of what it counts, itself among them; a part has those of its whole.

    The key of a part begins with that of its whole: ``child_protection_plans_starting``.
    """
    of: dict[str, list[str]] = {}
    for indicator in dictionary:
        if indicator.share_of and family_of(indicator) is Family.RATE:
            of.setdefault(indicator.share_of, []).append(indicator.key)
    rates = {key for keys in of.values() for key in keys}
    found: dict[str, tuple[str, ...]] = {}
    for indicator in dictionary:
        wholes = [key for key in of if indicator.key == key or indicator.key.startswith(f"{key}_")]
        found[indicator.key] = (
            (indicator.key,) if indicator.key in rates else tuple(of[max(wholes, key=len)]) if wholes else ()
        )
    return found


_FAMILIES: tuple[tuple[Family, Callable[[str], bool]], ...] = (
    (Family.CATEGORY, lambda unit: unit == "category"),
    (Family.MONEY, lambda unit: "gbp" in unit),
    (Family.PERCENT, lambda unit: unit == "%"),
    (Family.COUNT_OR_PERCENT, lambda unit: "%" in unit),
    (Family.RATE, lambda unit: unit.startswith("per 1")),
    (Family.TIME, lambda unit: unit.startswith(("days", "working days", "weeks", "months"))),
    (Family.SCORE, lambda unit: unit.startswith("score")),
    (Family.RATIO, lambda unit: "per worker" in unit),
)
"""How the dictionary's usual unit tells the kind of number; the first that fits decides."""


def family_of(indicator: Indicator) -> Family:
    """Return the kind of number that an indicator is printed as, from its usual unit."""
    unit = indicator.usual_unit.lower()
    return next((family for family, fits in _FAMILIES if fits(unit)), Family.COUNT)
