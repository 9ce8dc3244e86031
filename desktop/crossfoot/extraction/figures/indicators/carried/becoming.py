"""What a number of what was counted before became: "of these, 471 went on to be referrals", "341 led to a referral".

The words before such a number name what there was, those behind its verb what is counted now.
"""

from __future__ import annotations

from crossfoot.extraction.figures.indicators.another import counts_another_noun
from crossfoot.extraction.figures.indicators.asked import Asked
from crossfoot.extraction.figures.indicators.silence import behind_the_share_of_it
from crossfoot.extraction.figures.lexicon import Family
from crossfoot.extraction.figures.words import AUXILIARIES, word_set
from crossfoot.model import Unit

_BECOME = word_set(
    "went gone go goes going led lead leads leading became become becomes becoming resulted result results"
)
_TURNED_INTO = word_set("progressed progressing proceeded proceeding turned converted converting escalated moved")
_ENDED = word_set("ended ending concluded concluding finished closed")
_TAKEN_AS = word_set("accepted recorded treated taken")
_VERBS = _BECOME | _TURNED_INTO | _TAKEN_AS | _ENDED | word_set("made")
_INTO = word_set("to on in into as be with a an the new full formal statutory further")
_LONGEST_BRACKET = 6
_FARTHEST = 3
"""How many words may stand between what leads to the new name and that name itself: "a formal referral"."""


def what_they_became(asked: Asked) -> str | None:
    """Return the indicator of what a number of them became, where the words behind it name one that is counted."""
    sight, s = asked.sight, asked.sight.sentence
    verb = s.low(sight.phrase.first) in _VERBS
    if asked.kind.unit is not Unit.COUNT or s.words.isdisjoint(_VERBS):
        return None
    of_whole = s.low(sight.number.last) == "of" and s.low(sight.number.last + 1) in _OF_THE_WHOLE
    if not (asked.counts_nothing_else or verb or of_whole):
        return None
    at = _behind_bracket(asked, sight.number.last if verb else max(sight.number.last, sight.phrase.close))
    if of_whole:
        at = _behind_time(asked, at)
    skipped = (AUXILIARIES - _BECOME if of_whole else AUXILIARIES) | _BESIDE
    while s.low(at) in skipped:
        at += 1
    if not _turns(asked, at):
        return None
    at += 1
    while s.low(at) in _INTO:
        at += 1
    if _are_begun_by_a_conference(asked, at):
        return _BEGUN
    return _counted_at(asked, at) if "made" not in s.lows[at - _JUST_BEFORE : at] else None


_JUST_BEFORE = 3


def _counted_at(asked: Asked, at: int) -> str | None:
    """Return the indicator of what is counted that is named from the token ``at`` on, or a little behind it."""
    sight = asked.sight
    for mention in sight.reading.mentions:
        if not at <= mention.first <= at + _FARTHEST:
            continue
        for wording in asked.lexicon.wordings_of[mention.phrase]:
            key = wording.indicator
            counted = len(wording.phrases) == 1 and asked.lexicon.families[key] is Family.COUNT
            if counted and asked.kind.suits(asked.lexicon, key) and not _are_children_not_episodes(asked, key):
                return key
    return None


def _behind_time(asked: Asked, at: int) -> int:
    """Return the index behind what says when or where the whole was: "of the contacts in the quarter became"."""
    s = asked.sight.sentence
    end = min(at + _LONGEST_TIME, len(s.tokens))
    for i in range(at, end):
        if s.low(i) in _VERBS or s.low(i) in AUXILIARIES:
            return i
        if s.low(i) in _PARTS:
            return at
    return at


_OF_THE_WHOLE = word_set("the these those our all its their")
_LONGEST_TIME = 8
_PARTS = word_set(", ; . ( ) and but which who that")


def _are_children_not_episodes(asked: Asked, key: str) -> bool:
    """Tell whether children are counted where the measure is of episodes: "139 children went missing"."""
    return asked.lexicon.indicators[key].usual_unit == "episodes" and counts_another_noun(asked, key)


_BESIDE = word_set("then later subsequently eventually also already now")


def _turns(asked: Asked, at: int) -> bool:
    """Tell whether the word at an index says that something became another thing."""
    s = asked.sight.sentence
    if s.low(at) in _BECOME:
        return True
    if s.low(at) in _TURNED_INTO:
        return s.low(at + 1) in {"to", "into", "on"}
    if s.low(at) in _ENDED:
        return s.low(at + 1) in {"in", "with"}
    if s.low(at) == "made":
        return s.low(at + 1) in {"subject", "the"}
    return s.low(at) in _TAKEN_AS and s.low(at + 1) == "as"


_CONFERENCES, _BEGUN = "initial_child_protection_conferences", "child_protection_plans_starting"
_SUBJECT_TO = word_set("the subject subjects of to a an child protection cp")


def _are_begun_by_a_conference(asked: Asked, at: int) -> bool:
    """Tell whether what conferences led to is a plan, which then begins: "318 of them resulted in a plan"."""
    s, previous = asked.sight.sentence, asked.sight.around.previous
    while s.low(at) in _SUBJECT_TO:
        at += 1
    if s.stem(at) != "plan":
        return False
    last = (asked.place.last,) if asked.place.last is not None else ()
    told = asked.sight.told or (previous[-1].told if previous else last)
    return any(figure.indicator == _CONFERENCES for figure in told)


def _behind_bracket(asked: Asked, at: int) -> int:
    """Return the index behind a share in brackets: "341 (30.3%) had gone on"; ``at`` where there is none."""
    s = asked.sight.sentence
    if s.low(at) != "(":
        return behind_the_share_of_it(s, at)
    return next((j + 1 for j in range(at + 1, min(at + _LONGEST_BRACKET, len(s.tokens))) if s.low(j) == ")"), at)
