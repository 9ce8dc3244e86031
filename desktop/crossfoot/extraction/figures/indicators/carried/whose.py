"""Of whom a number is that goes on about what was told of others, and who accounts for those that were counted.

"Reviews were in time for 97% of children in care; for those with a plan it was 99%": the same of other children.
"Homes gave rise to 240 of them": of what was counted, whatever the words for who was behind them name.
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.lexicon import Lexicon
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Unit

_LOOKED_AFTER, _WITH_A_PLAN = "looked_after_children", "child_protection_plans"
_GROUPS = (_LOOKED_AFTER, _WITH_A_PLAN)
_OF_BOTH = (
    ("looked_after_reviews_within_timescale_percent", "child_protection_reviews_within_timescale_percent"),
    ("looked_after_visits_within_timescale_percent", "child_protection_visits_within_timescale_percent"),
)
_THE_SAME_OF = {a: (_LOOKED_AFTER, b) for a, b in _OF_BOTH} | {b: (_WITH_A_PLAN, a) for a, b in _OF_BOTH}
"""Measures of two groups of children: which group the first is of, and what the same is of the other."""


def of_the_other_children(lexicon: Lexicon, sight: Sight, key: str | None) -> str | None:
    """Return what a measure is of the other children where a number's own clause is told of these; None to leave it."""
    if key not in _THE_SAME_OF:
        return None
    own, other = _THE_SAME_OF[key]
    told_of = _told_of(lexicon, sight)
    return other if told_of is not None and told_of != own else None


_IN_TIME = {
    "initial_assessments": "initial_assessments_within_timescale_percent",
    "core_assessments": "core_assessments_within_35_working_days_percent",
    "single_assessments": "single_assessments_within_45_working_days_percent",
    "initial_child_protection_conferences": "icpcs_within_15_working_days_percent",
}
"""What is done, and the share of it that is done in time."""


def of_the_others_done(lexicon: Lexicon, sight: Sight, key: str | None) -> str | None:
    """Return the share in time of what a number's clause opens with, where it goes on from the share of another.

    "Initial assessments were in time for 82%; for core assessments it had slipped to 74%".
    """
    if key not in _IN_TIME.values() or sight.sentence.words.isdisjoint(_FOR):
        return None
    s, n = sight.sentence, sight.number
    for m in reversed(sight.reading.mentions):
        if not (sight.left <= s.tokens[m.first].start and m.last <= n.first) and not _moves_to(sight, m.last):
            continue
        if s.low(m.first - 1) not in _FOR or not (m.first == 1 or s.low(m.first - 2) in _JOINTS):
            continue
        names = {w.indicator for w in lexicon.wordings_of[m.phrase] if len(w.phrases) == 1}
        told = next((share for name, share in _IN_TIME.items() if name in names), None)
        if told is not None:
            return told if told != key else None
    return None


def _moves_to(sight: Sight, last: int) -> bool:
    """Tell whether a number is the end of a movement whose first number stands behind the token ``last``."""
    s, numbers, k = sight.sentence, sight.reading.numbers, sight.index
    if not k or s.low(sight.number.first - 1) != "to" or s.low(numbers[k - 1].first - 1) != "from":
        return False
    return last <= numbers[k - 1].first and (k < 2 or last > numbers[k - 2].last)


def _told_of(lexicon: Lexicon, sight: Sight) -> str | None:
    """Return which of both groups a number's clause names, behind it or else before it; None for neither or both."""
    groups = {lexicon.groups_counted[key]: key for key in _GROUPS if key in lexicon.groups_counted}
    s, n = sight.sentence, sight.number
    named = [m for m in sight.reading.mentions if m.phrase in groups and s.tokens[m.first].start < sight.right]
    near = n.last + _LONGEST_OPENING if s.low(n.last) in _FOR else n.last
    told = {groups[m.phrase] for m in named if n.last < m.first <= near}
    if not told:
        own = [m for m in named if m.last <= n.first and s.tokens[m.first].start >= sight.left]
        told = {groups[m.phrase] for m in own if not sight.told or _opens_a_clause(s, m.first)}
    return next(iter(told)) if len(told) == 1 else None


def _opens_a_clause(s: Sentence, at: int) -> bool:
    """Tell whether a group is told of in a clause that begins with it: "; for children with a plan it was 99%"."""
    for i in range(at - 1, max(0, at - _LONGEST_OPENING), -1):
        if s.low(i) in _FOR:
            return s.low(i - 1) in _JOINTS
    return False


_FOR = frozenset({"for", "of", "with", "among"})
_JOINTS = frozenset({",", ";", "and", "while", "whereas", "but"})
_LONGEST_OPENING = 5

_ACCOUNTS_FOR = re.compile(
    r"\b(?:gave[\s\xa0]rise[\s\xa0]to|(?:account|accounted|accounts|responsible)[\s\xa0]for|made(?:[\s\xa0]up)?|(?:was|were|lay)[\s\xa0]behind"
    r"|produced|generated|brought|sent(?:[\s\xa0]in)?|contributed)(?:[\s\xa0](?:about|around|some|nearly|almost|over|all|just))*[\s\xa0]*\Z"
)
_OF_THEM = frozenset({"them", "these", "those"})
_BACK = 40


def accounts_for_them(sight: Sight) -> bool:
    """Tell whether the words before a number say who was behind so many of those counted: "made 240 of them"."""
    s, n = sight.sentence, sight.number
    if s.low(n.last) != "of" or s.low(n.last + 1) not in _OF_THEM or n.unit not in {None, Unit.COUNT}:
        return False
    begin = max(0, sight.start - _BACK - s.start)
    return _ACCOUNTS_FOR.search(s.lowered[begin : sight.start - s.start]) is not None
