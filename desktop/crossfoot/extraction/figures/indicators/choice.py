"""Which indicator the wordings in reach speak for: weighed by nearness, by length and by sense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.extraction.figures.lexicon import ALONE, Family, Lexicon, Wording
from crossfoot.extraction.figures.numerals import Number
from crossfoot.extraction.figures.reached import TITLE, Reach
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Indicator, Measure, Nature, Role, Stage, Unit

THRESHOLD = 4.9
"""What must speak for an indicator before a number is given it."""

_MOST_WORDS = 4
"""How many words of a phrase add to it, one less where it is not beside the number."""
_NEAR = frozenset({"counted", "before", "row", "column"})
_PER_WORD = 0.9
"""What each word of a phrase adds, up to four: the longer a wording, the surer it is."""
_PER_WORD_OF_SEVERAL = 0.8
_SEVERAL = 0.8
"""What it adds that several phrases of one wording are met."""
_LEAST_PART, _NEAR_PART, _MOST_PART = 2.2, 3.9, 6.5
"""A phrase of several must weigh this much by itself; the second where no other of them weighs the third."""

_OUTSIDE = frozenset({TITLE, "lead-in", "sentence before", "heading", "words above"})
_LEAST_OUTSIDE, _MOST_OUTSIDE = 3.0, 6.8
_MOST_BESIDE = {"heading": 8.0, TITLE: 6.2}
"""The same for a phrase in another sentence, and where that is a heading."""

_DESCRIBING = 2.5
"""What is taken off a wording that merely describes the noun behind it, where it is not one of several."""
_FAR = frozenset({"heading", "sentence before"})
_SPOKEN = frozenset({"counted", "before", "behind", "row", "column", "lead-in"})
_ALL_ELSEWHERE = 1.0
"""What is taken off a wording of several phrases none of which stands beside the number."""
_BORROWED = 0.6
"""By how much at most what stands beside a number may weigh less than what needs a word from farther off."""
_FARTHEST_APART = 12
"""How many characters at most stand between two phrases of a wording that are read as one name."""
_COHORT = 1.2
"""What is taken off an indicator whose words also name the group that another is about."""
_ONE_WORD_OF_FLOW = 0.3
"""What is taken off a share that one word alone speaks for."""

_LEAST_OF_SHARE = 2
"""How many words must name a share that a count is rather of."""

_OF_WHOM = frozenset({"before", "earlier", TITLE})
"""Where words may tell of whom a share is."""

_GROUP = Role.COHORT
"""By a name of its own, as every wording that is met is asked for it."""

_TIMES = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS})
_FIT_BY_UNIT: dict[Unit, dict[Family, float]] = {
    Unit.GBP: {Family.MONEY: 1.0},
    Unit.PERCENT: {Family.PERCENT: 1.5, Family.COUNT_OR_PERCENT: 0.8},
    Unit.PERCENTAGE_POINTS: {Family.PERCENT: 1.0, Family.COUNT_OR_PERCENT: 1.0},
    Unit.RATE_PER_10000: {Family.RATE: 1.5},
    Unit.FTE: {},
    Unit.RATIO: {Family.PERCENT: 1.0, Family.COUNT: 0.3, Family.COUNT_OR_PERCENT: 0.3, Family.RATIO: 0.3},
    Unit.SCORE: {Family.SCORE: 1.0},
} | {unit: {Family.TIME: 1.0} for unit in _TIMES}
_FIT_OF_BARE_TIME = -0.5
_RISING = frozenset({Family.COUNT, Family.RATE, Family.RATIO, Family.TIME})
"""What rises and falls by so many per cent, though it is not printed in per cent itself."""
_FIT_OF_WHOLE = {
    Family.COUNT: 1.0,
    Family.COUNT_OR_PERCENT: 1.0,
    Family.RATIO: 1.0,
    Family.SCORE: 0.6,
    Family.RATE: -0.4,
}
_FIT_OF_BROKEN = _FIT_OF_WHOLE | {Family.COUNT: 0.2, Family.COUNT_OR_PERCENT: 0.2}


@unchanging(frozen=True, slots=True)
class Choice:
    """An indicator with the weight that speaks for it and the words that name it.

    ``start`` and ``end`` are the offsets of the nearest of its words, ``name`` those of all that stand together.
    ``alone`` tells that these words by themselves are a name of the indicator, not one of several that are needed,
    ``titled`` that a title's words are among them, ``far`` that others of them stand over the number's sentence or
    in the one before. ``within`` are the offsets between which all of them stand, where each is counted or right before
    the number. ``borrowed`` tells that a word of the sentence before is among them.
    """

    indicator: str
    weight: float
    start: int
    end: int
    zone: str
    name: tuple[int, int]
    alone: bool = True
    titled: bool = False
    far: bool = False
    within: tuple[int, int] = (0, 0)
    borrowed: bool = False


@unchanging(frozen=True, slots=True)
class Kind:
    """What kind of number is to be given an indicator; one that is ``bare`` prints no unit and counts nothing."""

    unit: Unit | None
    nature: Nature
    whole: bool
    bare: bool = False

    @classmethod
    def of(cls, number: Number, unit: Unit | None, nature: Nature, *, bare: bool = False) -> Kind:
        """Return the kind of a number with its unit and nature."""
        return cls(unit, nature, number.value == number.value.to_integral_value(), bare)

    def fit(self, family: Family, indicator: Indicator) -> float | None:
        """Return how well the number's unit suits an indicator, or None where it cannot be."""
        if self.unit is Unit.FTE and family is Family.COUNT and indicator.stage is Stage.WORKFORCE:
            return 0.5 if indicator.usual_unit != "teams" else None
        if self.unit is Unit.PERCENT and self.nature is Nature.CHANGE and family in _RISING:
            return 0.5
        if family is Family.RATE and self.unit is Unit.COUNT and indicator.share_of:
            return None  # what is counted has an indicator of its own
        if family is Family.TIME and self.bare:
            return _FIT_OF_BARE_TIME
        if self.unit in _FIT_BY_UNIT:
            return _FIT_BY_UNIT[self.unit].get(family)
        return (_FIT_OF_WHOLE if self.whole else _FIT_OF_BROKEN).get(family)

    def suits(self, lexicon: Lexicon, key: str) -> bool:
        """Tell whether an indicator may be printed as such a number."""
        return self.fit(lexicon.families[key], lexicon.indicators[key]) is not None


def choose(lexicon: Lexicon, kind: Kind, reaches: Sequence[Reach]) -> list[Choice]:
    """Return the indicators that the words in reach speak for, the strongest first."""
    nearest: dict[int, Reach] = {}
    for reach in reaches:
        phrase = reach.mention.phrase
        held = nearest.get(phrase)
        if held is None:
            nearest[phrase] = reach
            continue
        fuller = reach.mention.words - held.mention.words
        if reach.weight + _PER_WORD_OF_SEVERAL * fuller <= held.weight:
            continue
        if reach.zone != TITLE or held.weight < _LEAST_OUTSIDE:
            nearest[phrase] = reach  # the nearer and the fuller of two ways to say the same
    choices: dict[str, Choice] = {}
    borrowing: set[str] = set()
    for wording, parts, fit in _met(lexicon, kind, nearest):
        key = wording.indicator
        weight = _weight(parts, lexicon.indicators[key], fit)
        known = choices.get(key)
        if known is not None and weight <= known.weight:
            continue
        if len(parts) == 1:
            near, own = parts[0], (parts[0].start, parts[0].end)
            titled, far = near.zone == TITLE, near.zone in _FAR
            choices[key] = Choice(key, weight, *own, near.zone, own, titled=titled, far=far)
        else:
            near = max(parts, key=lambda part: part.weight)
            titled = any(part.zone == TITLE for part in parts)
            name = _name(near, parts)
            far, within = any(part.zone in _FAR for part in parts), _within(parts)
            (borrowing.add if any(part.zone == "earlier" for part in parts) else borrowing.discard)(key)
            lent = any(part.zone == "sentence before" for part in parts)
            choices[key] = Choice(key, weight, near.start, near.end, near.zone, name, False, titled, far, within, lent)
    strongest = sorted(choices.values(), key=lambda choice: (-round(choice.weight, 6), choice.far))
    borrows = len(strongest) > 1 and strongest[0].indicator in borrowing and not strongest[0].alone
    return _nearest_first(lexicon, strongest) if borrows else _all_said_here_first(strongest)


def _all_said_here_first(choices: list[Choice]) -> list[Choice]:
    """Return the choices, what a number's own words name before what they name only with a sentence before.

    "Police notifications made up 44%. One in five had been referred before": no referrals by the police.
    """
    if len(choices) < 2 or choices[0].alone or not choices[0].borrowed:
        return choices
    best, here = choices[0], choices[1]
    longer = here.alone and here.zone == best.zone and here.start <= best.start and best.end < here.end
    return [here, best, *choices[2:]] if longer and best.weight - here.weight <= _BORROWED else choices


def _nearest_first(lexicon: Lexicon, choices: list[Choice]) -> list[Choice]:
    """Return the choices, what all stands beside the number before what borrows a word from what was told earlier.

    "15.9% left in the year, and 12.7% of the workforce were agency": no workforce of those who left.
    """
    best = choices[0]
    beside = next((c for c in choices[1:] if c.within[1] and not c.alone), None)
    if beside is None or best.zone not in _BESIDE or best.weight - beside.weight > _BORROWED:
        return choices
    if lexicon.indicators[beside.indicator].role is _GROUP:
        return choices  # whose they are: "of the unallocated 9 looked after children"
    return [beside, *(c for c in choices if c is not beside)]


def names_a_share(lexicon: Lexicon, kind: Kind, reaches: Sequence[Reach]) -> bool:
    """Tell whether what is said of a count is a measure that the dictionary has as a share alone.

    "46 were placed more than 20 miles from home": such a count has no indicator, and a neighbour's would be wrong.
    """
    if kind.unit is not Unit.COUNT:
        return False
    said = {reach.mention.phrase for reach in reaches if reach.zone == "counted"}
    whose = said | {reach.mention.phrase for reach in reaches if reach.zone in _OF_WHOM}
    return any(
        lexicon.families[wording.indicator] is Family.PERCENT
        and wording.words >= _LEAST_OF_SHARE
        and all(phrase in whose for phrase in wording.phrases)
        and not said.isdisjoint(wording.phrases[-1:])
        for phrase in whose
        for second, wordings in lexicon.begun_by.get(phrase, {}).items()
        if (second == ALONE and phrase in said) or second in whose
        for wording in wordings
    )


def _met(lexicon: Lexicon, kind: Kind, nearest: dict[int, Reach]) -> Iterator[tuple[Wording, list[Reach], float]]:
    """Yield the wordings all of whose phrases are in reach, with these, each wording once.

    With each comes how well the number's kind suits its indicator; those that it cannot be are left out.
    """
    fits = _Fits(lexicon, kind)
    for phrase, reach in nearest.items():
        begun = lexicon.begun_by.get(phrase)
        if begun is None:
            continue
        alone = begun.get(ALONE)
        if alone is not None:
            if reach.zone != TITLE:
                for wording in alone:
                    fit = fits[wording.indicator]
                    if fit is not None:
                        yield wording, [reach], fit
            if len(begun) == 1:
                continue  # as for most phrases
        for second in begun.keys() & nearest.keys():
            for wording in begun[second]:
                key = wording.indicator
                fit = fits[key]
                if fit is None:
                    continue
                if len(wording.phrases) == 2 or all(part in nearest for part in wording.phrases):
                    parts = [nearest[part] for part in wording.phrases]
                    if _near_enough(parts, lexicon.cohorts) and not _is_of_a_longer_name(
                        lexicon, kind, nearest, parts, key
                    ):
                        yield wording, parts, fit


class _Fits(dict[str, float | None]):
    """How well a kind of number suits each indicator that is asked for, or None where it cannot be."""

    def __init__(self, lexicon: Lexicon, kind: Kind) -> None:
        super().__init__()
        self._lexicon, self._kind = lexicon, kind

    def __missing__(self, key: str) -> float | None:
        """Work it out when an indicator is first asked for."""
        fit = self[key] = self._kind.fit(self._lexicon.families[key], self._lexicon.indicators[key])
        return fit


def _is_of_a_longer_name(lexicon: Lexicon, kind: Kind, nearest: dict[int, Reach], parts: list[Reach], key: str) -> bool:
    """Tell whether a part is but the end of a longer name that the sentence before gives to something else.

    "Initial assessments had not kept pace. 688 had been completed": no assessments of any kind, but initial ones.
    """
    for part in parts:
        if part.zone not in _SPOKEN_BEFORE:
            continue
        for other in nearest.values():
            covers = other.start <= part.start and part.end <= other.end and other.mention.words > part.mention.words
            if covers and other.zone == part.zone:
                names = {w.indicator for w in lexicon.begun_by.get(other.mention.phrase, {}).get(ALONE, ())}
                if names and key not in names and all(_is_meant(lexicon, kind, name, key) for name in names):
                    return True
    return False


_SPOKEN_BEFORE = frozenset({"sentence before", "lead-in"})


def _is_meant(lexicon: Lexicon, kind: Kind, name: str, key: str) -> bool:
    """Tell whether an indicator that another sentence names may be the number's, and is none of the same thing."""
    group = lexicon.indicators[name].role is _GROUP
    return not group and key not in lexicon.kin[name] and kind.suits(lexicon, name)


def _within(parts: list[Reach]) -> tuple[int, int]:
    """Return the offsets between which all parts stand, none where one is neither counted nor right before."""
    if any(part.zone not in _BESIDE for part in parts):
        return 0, 0
    return min(part.start for part in parts), max(part.end for part in parts)


_BESIDE = frozenset({"counted", "before"})


def _name(near: Reach, parts: list[Reach]) -> tuple[int, int]:
    """Return the offsets of the words that name an indicator: the nearest part, with those right beside it."""
    start, end = near.start, near.end
    for part in sorted(parts, key=lambda part: abs(part.start - near.start)):
        if part.start - end <= _FARTHEST_APART and start - part.end <= _FARTHEST_APART:
            start, end = min(start, part.start), max(end, part.end)
    return start, end


def _near_enough(parts: list[Reach], cohorts: frozenset[int]) -> bool:
    """Tell whether the phrases of one wording stand apart, and near enough to the number to be meant together.

    Those of ``cohorts`` only tell of whom something is, and may do so from farther off.
    """
    weakest = min(parts, key=lambda part: part.weight)
    most = max(part.weight for part in parts)
    if weakest.zone in _OUTSIDE:
        enough = _MOST_BESIDE.get(TITLE if weakest.mention.phrase in cohorts else weakest.zone, _MOST_OUTSIDE)
        near = weakest.weight >= _LEAST_OUTSIDE and (weakest.weight >= _NEAR_PART or most >= enough)
    else:
        near = weakest.weight >= _LEAST_PART and (weakest.weight >= _NEAR_PART or most >= _MOST_PART)
    return near and not any(a.start < b.end and b.start < a.end for i, a in enumerate(parts) for b in parts[i + 1 :])


def _weight(parts: list[Reach], indicator: Indicator, fit: float) -> float:
    """Return what speaks for an indicator; ``fit`` is how well the number's unit suits it."""
    words = parts[0].mention.words if len(parts) == 1 else sum(part.mention.words for part in parts)
    if len(parts) > 1:
        least, most = min(part.weight for part in parts), max(part.weight for part in parts)
        weight = 0.6 * most + 0.4 * least + _PER_WORD_OF_SEVERAL * min(words, 5) + fit + _SEVERAL
        if not any(part.zone in _SPOKEN for part in parts):
            weight -= _ALL_ELSEWHERE
    else:
        weight = parts[0].weight - _DESCRIBING * parts[0].describes + fit
        weight += _PER_WORD * min(words, _MOST_WORDS - (parts[0].zone not in _NEAR))
    if indicator.role is _GROUP:
        weight -= _COHORT + (parts[0].zone == "behind")
    if len(parts) == 1 and words < 2 and indicator.measure is Measure.RATIO_OF_FLOW:
        weight -= _ONE_WORD_OF_FLOW
    return weight
