"""Which of two wordings that share words is meant: the one that says more, or the one that names a noun in full."""

from __future__ import annotations

from crossfoot.extraction.figures.indicators.asked import Asked
from crossfoot.extraction.figures.indicators.choice import Choice
from crossfoot.extraction.figures.words import word_set
from crossfoot.model import Role, Unit


def names_it_in_full(asked: Asked, best: Choice, others: list[Choice]) -> Choice | None:
    """Return what words name that say more of the same thing, or what a number's own noun names where others are far.

    "Became subject to a plan for a second time" says more than that they became subject to a plan. "402 children in
    care" are children in care, whatever was told of others in the sentence before.
    """
    if best.zone == "before" and (best.far or best.titled) and not best.alone:
        return _names_it_by_itself(best, others)
    if best.zone != "counted":
        return None
    if best.alone:
        least = best.weight - (_MORE_OF_A_GROUP if _is_group(asked, best) else _MORE_OF_A_MEASURE)
        return next(
            (
                c
                for c in others
                if not c.alone
                and c.weight >= least
                and _overlap(c, best)
                and c.within[1] > 0
                and (c.within[0] < best.start or c.within[1] > best.end)
            ),
            None,
        )
    own = next((c for c in others if c.alone and c.zone == "counted" and covers_the_noun(asked, c)), None)
    looks_back = asked.sight.around.points_back and asked.sight.sentence.low(0) != "there"
    outside = (best.far and not looks_back) or _is_what_remains(asked)
    if own is None or own.weight < best.weight - _MORE_OF_A_GROUP or not (outside or _is_out_of(asked)):
        return None
    return own


def _names_it_by_itself(best: Choice, others: list[Choice]) -> Choice | None:
    """Return what the words before a number name by themselves, whatever those of another sentence make them mean.

    "CP visits in time: 90%" is of child protection, whoever was looked after in the sentence before.
    """
    least = best.weight - _MORE_OF_A_GROUP
    return next(
        (
            c
            for c in others
            if c.alone and c.zone == "before" and c.weight >= least and c.start < best.start <= c.end + 1
        ),
        None,
    )


def covers_the_noun(asked: Asked, choice: Choice) -> bool:
    """Tell whether the words of a choice are all that a number counts: "402 children in care"."""
    s, n, phrase = asked.sight.sentence, asked.sight.number, asked.sight.phrase
    if phrase.close <= phrase.first or asked.kind.unit is not Unit.COUNT:
        return False
    return choice.start <= s.tokens[n.last].end and choice.end >= s.tokens[phrase.close - 1].end


def _is_what_remains(asked: Asked) -> bool:
    """Tell of what there is behind what came and went: "57 plans ended, leaving 294 children on a plan"."""
    return asked.sight.sentence.low(asked.sight.number.first - 1) in _LEAVING


_LEAVING = word_set("leaving leaves")


def _is_out_of(asked: Asked) -> bool:
    """Tell of the whole behind "out of": "63 UASC out of 402 children in care"."""
    s, first = asked.sight.sentence, asked.sight.number.first
    return s.low(first - 1) == "of" and s.low(first - 2) == "out"


_MORE_OF_A_GROUP, _MORE_OF_A_MEASURE = 2.0, 1.0
"""By how much at most words that say more may weigh less."""


def _overlap(a: Choice, b: Choice) -> bool:
    """Tell whether the words of two choices share a place."""
    return a.start < b.end and b.start < a.end


def _is_group(asked: Asked, choice: Choice) -> bool:
    """Tell whether an indicator is also the name of a group that others are about."""
    return asked.lexicon.indicators[choice.indicator].role is Role.COHORT
