"""Shares told beside their count alone: "41 children, or 1.7%, could not be …", "(39%, or 7 children)", "41 (10.8%)".

The count that a percentage stands beside is the part. Its whole is a larger count before it: of the sentence, of the
paragraph, of the list and what leads it in, of the paragraph before. The nearest that agrees is meant. Where none does,
a whole is asked about that one slip of typing keeps from agreeing: the more digits a percentage has, the less likely is
it that a count of something else comes so near, and the further off the whole may stand. One of two digits is only
asked about where the words make the count a part of that very whole.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from crossfoot.checks.arithmetic.shares.share_tables import fits, is_count, printed_share
from crossfoot.checks.arithmetic.shares.unfilled_shares import is_all_but
from crossfoot.checks.arithmetic.wholes.partitions import stands_apart
from crossfoot.checks.basis.bases import BASES, PARTS, of_the_same_time
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import COMPARISON, budget_way, content_words
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.slips import is_slip
from crossfoot.model import Figure, Nature, Qualifier, Unit

Share = tuple[Figure, Figure, Figure]

_SIGN = r"\s*(?:%|per ?cent|percent)?"
_BESIDE = re.compile(
    r"^[^.;:%()£]{0,70}(?:\((?:[a-z]{2,4} ?\d{1,3}[a-z]?: ?)?|, ?or |,? i\.e\.? |,? that is,? | or "
    r"|, (?:an?|the) (?:[a-z-]+ ){0,3}(?:rate|share|proportion|level|uptake|take-?up"
    r"|conversion|response|success rate) of "
    r"|,? (?:which (?:is|was) )?(?:equivalent|equal|equating|amounting) to |,? representing |, giving )"
    r"(?:(?:about|some|just|only|around|almost|nearly|just over|just under|over|under|or|i\.e\.|that is) )*$"
)
"""What stands between a count and its own share behind it."""
_AHEAD = re.compile(rf"^{_SIGN} ?(?:\((?:or |i\.e\. )?|, ?(?:or|i\.e\.) )$")
"""What stands between a share and its own count behind it."""
_OUT_OF = re.compile(r"^ (?:[a-z]+ ){0,3}?(?:out )?of (?:the |a total of |all |our )?$")
_NOT_A_SHARE = re.compile(
    r"^" + _SIGN + r"[ -](?:points?|increase|decrease|rise|fall|growth|reduction|more|fewer|less|higher|lower|up|down"
    r"|above|below|over|under|uplift|discount|cut)\b"
)
_OF_WHAT = re.compile(rf"^{_SIGN} of (?:the |all |our |its |total )*(?P<noun>[a-z][a-z -]{{2,30}})")
_APART = re.compile(
    r"\b(?:target|national\w*|england|region\w*|neighbours?|average|compar\w+|against|than|last year|previous\w*"
    r"|census|rose|fell|rise|fall|increas\w+|decreas\w+|reduc\w+|up|down|points?|before|earlier)\b"
)
_OF_THEM = re.compile(r"^\s*(?:[a-z]+ ){0,2}?of (?:them|these|those|the|our|all|whom|which)\b(?: (?P<noun>[a-z]{4,}))?")
_TURNED = re.compile(r"\bof (?:which|whom|these|those|them|the(?: [a-z]+){1,8})\s*,?\s*$")
_MORE_THAN = re.compile(r"\b(?:more|less|fewer|longer|further) than \d")
_BACK = 8
"""So many sentences before its own the whole of a share may stand, in lists with an item for each."""
_LEAST = 20
"""Of fewer than so many a share in whole per cents is a slip off many others."""
_TELLING, _WIDEST, _MANY = 100, 4, 200
_TIMES = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS})


@dataclass(frozen=True, slots=True)
class _Whole:
    """A count that may be the whole of a part.

    ``tied`` tells that words or definitions tie the part to it, ``said`` that it is said outright.
    """

    figure: Figure
    tied: bool
    said: bool = False


def linked_shares(context: Context, settled: set[str]) -> Iterator[Share]:
    """Yield part, whole and percentage of the shares that stand beside their count, where nothing nearer tells them."""
    for sentence in context.passages.sentences:
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for place, percent in enumerate(sentence.figures):
            if percent.id in settled:
                continue
            if not _is_share(context, percent):
                aim = _of_an_aim(context, sentence, place)
                if aim is not None:
                    yield aim
                continue
            part = _part(context, sentence, place)
            found = None if part is None else _settled(context, sentence, part, percent)
            found = found or (_by_definition(context, percent) if part is None else None)
            if found is not None:
                yield found


def _is_share(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is a percentage that can be a share, and no aim, change or comparison."""
    plain = figure.nature in {Nature.ACTUAL, Nature.FORECAST, Nature.VARIANCE, Nature.BUDGET, None}
    told = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX}
    share = figure.unit is Unit.PERCENT and 0 < figure.value < 100 and plain and told
    return share and _NOT_A_SHARE.match(context.passages.after(figure, 20)) is None


def _part(context: Context, sentence: Sentence, place: int) -> Figure | None:
    """Return the count that a percentage stands beside, or None.

    "166 (75.8%) were within 35 days" counts no days, whatever it was taken for.
    """
    figures, percent = sentence.figures, sentence.figures[place]
    if place:
        before, gap = figures[place - 1], context.passages.between(figures[place - 1], percent)
        if before.unit in _TIMES and gap == " (":
            before = replace(before, unit=Unit.COUNT)
        if is_all_but(context, before):
            return None  # what all but a few did is of those that are left
        if _plain(before) and _BESIDE.match(gap) and not _APART.search(_MORE_THAN.sub(" ", gap)):
            return before
    if place + 1 < len(figures):
        behind = figures[place + 1]
        if _plain(behind) and _AHEAD.match(context.passages.between(percent, behind)):
            return behind
    return None


def _settled(context: Context, sentence: Sentence, part: Figure, percent: Figure) -> Share | None:
    """Return the share with the whole that agrees, or else with the one that a slip keeps from agreeing."""
    wholes = list(_wholes(context, sentence, part, percent))
    for whole in wholes:
        if fits(part, whole.figure, percent):
            return part, whole.figure, percent
    if wholes and wholes[0].said:
        return part, wholes[0].figure, percent
    wholes = [one for one in wholes if not _of_others(context, part, one.figure)]
    missed = [one for one in wholes if _is_missed(part, one.figure, percent)]
    tied = [one for one in wholes if one.tied and (one in missed or _whole_slipped(part, one.figure, percent))]
    telling = percent.value >= percent.step * _TELLING or part.value >= _TELLING * part.step
    values = {one.figure.value for one in missed}
    if tied and len({one.figure.value for one in tied}) == 1:
        return part, tied[0].figure, percent
    alone = len({one.figure.value for one in wholes}) == 1
    return (part, missed[0].figure, percent) if (telling or alone) and len(values) == 1 else None


_OF_THOSE_THAT = re.compile(
    r"\s*(?:[a-z]+ ){0,2}?of (?:those|these|the ones) (?:that|who|which) (?:had |have |has |were |was |are |is )?"
    r"(?:been )?(?P<verb>[a-z]{4,})"
)


def _of_others(context: Context, part: Figure, whole: Figure) -> bool:
    """Tell whether a part is "of those that ended", and nothing ended beside what would be its whole."""
    told = _OF_THOSE_THAT.match(context.passages.after(part, 60))
    if told is None:
        return False
    stem = told["verb"].removesuffix("ed").removesuffix("ing")[:5]
    around = f"{context.passages.before(whole, 60)} {context.passages.after(whole, 60)}"
    return re.search(rf"\b{stem}", around) is None


_AGAINST = re.compile(r"^[^.;()£]{0,30}\b(?:against|out of|of)\b[^.;()£]{0,40}$")


def _of_an_aim(context: Context, sentence: Sentence, place: int) -> Share | None:
    """Return the share of "643 against a target of 700 (92%)", where what was done is told with what was aimed at."""
    if place < _TWO:
        return None
    part, whole, percent = sentence.figures[place - 2 : place + 1]
    beside = context.passages.between(whole, percent) == " (" and percent.unit is Unit.PERCENT
    aimed = whole.nature in {Nature.TARGET, Nature.BUDGET} and is_count(part) and same_kind(part, whole)
    if not beside or not aimed or not _AGAINST.match(context.passages.between(part, whole)) or part.value <= 0:
        return None
    return (part, whole, percent) if fits(part, whole, percent) or _is_missed(part, whole, percent) else None


_TWO = 2


def _by_definition(context: Context, percent: Figure) -> Share | None:
    """Return the share of a percentage that has keys of its own for its part and its whole, both of its time."""
    key = percent.indicator or ""
    if key not in PARTS or percent.nature not in {Nature.ACTUAL, None}:
        return None
    parts, wholes = (list(of_the_same_time(context, one, percent)) for one in (PARTS[key], BASES[key]))
    if len({f.value for f in parts}) != 1 or len({f.value for f in wholes}) != 1:
        return None
    part, whole = parts[0], wholes[0]
    return (part, whole, percent) if fits(part, whole, percent) or _is_missed(part, whole, percent) else None


def _is_missed(part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether one slip of typing, in the percentage or in the part, keeps a share from agreeing."""
    share = printed_share(part, whole)
    if whole.value < _LEAST * whole.step or not share <= percent.value * _WIDEST <= share * _WIDEST**2:
        return False
    return is_slip(percent, printed_share(part, whole)) or (
        part.unit is not Unit.GBP and is_slip(part, whole.value * percent.value / 100)
    )


def _whole_slipped(part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether one slip of typing in a whole of three digits or more keeps a share from agreeing."""
    low, high = (reach(part) / reach(percent)).low, (reach(part) / reach(percent)).high
    first, last = low * 100 / whole.step, high * 100 / whole.step
    if whole.value < _TELLING * whole.step or last - first > _MANY:
        return False
    return any(is_slip(whole, Decimal(steps) * whole.step) for steps in range(math.ceil(first), math.floor(last) + 1))


def _wholes(context: Context, sentence: Sentence, part: Figure, percent: Figure) -> Iterator[_Whole]:
    """Yield the counts that may be a part's whole, the nearest first."""
    own = context.passages.paragraphs[sentence.paragraph]
    every = context.passages.sentences
    of_what = _OF_WHAT.match(context.passages.after(percent, 50))
    noun = content_words(of_what["noun"]) if of_what else frozenset[str]()
    named = _named(context, part)
    first = True
    for index in range(sentence.index, max(-1, sentence.index - _BACK - 1), -1):
        other = context.passages.paragraphs[every[index].paragraph]
        listed = own.kind in {"item", "short"} and not other.is_row
        near = other.kind == "text" and other.index >= own.index - 1
        if other is not own and not (listed or near):
            break
        for figure in reversed(every[index].figures):
            behind = context.passages.between(part, figure)
            after_it = figure.span.start >= part.span.end and _OUT_OF.match(behind) is not None
            if figure is part or not (figure.span.end <= part.span.start or after_it):
                continue
            if not _plain(figure) or not same_kind(figure, part) or figure.value <= part.value:
                continue
            if not after_it and _is_earlier(context, figure, percent):
                continue
            words = _words(context, figure)
            if noun and not noun & words:
                continue
            linked = _turned(context, part) or _begins(context, sentence, part, figure)
            turned = first and linked and every[index].paragraph == sentence.paragraph
            tied = after_it or turned or _shares(named, words) or (bool(noun) and noun <= words)
            yield _Whole(figure, tied, said=after_it)
            first = False
        if other.kind == "text" and other.index < own.index - 1:
            break
    over = budget_way(context.passages.before(part, 80)) is not None
    if part.unit is Unit.GBP and (part.nature is Nature.VARIANCE or over):
        yield from _budgets(context, part, percent)
    base = next((BASES[f.indicator] for f in (percent, part) if f.indicator in BASES), None)
    if base is not None:
        yield from (_Whole(f, tied=True) for f in of_the_same_time(context, base, percent) if f.value > part.value)


def _budgets(context: Context, part: Figure, percent: Figure) -> Iterator[_Whole]:
    """Yield the amounts that a variance may be a share of, the largest budget of its year tied to it."""
    amounts = [f for f in context.figures if f.unit is Unit.GBP and f.value >= _TIMES_OVER * part.value]
    budgets = [f for f in amounts if f.nature is Nature.BUDGET]
    budgets = [f for f in budgets if f.period == percent.period] or budgets
    largest = max((f.value for f in budgets), default=None)
    yield from (_Whole(f, tied=f.value == largest) for f in amounts)


_TIMES_OVER = 5


def _is_earlier(context: Context, figure: Figure, percent: Figure) -> bool:
    """Tell whether a count stands there for comparison, as that of an earlier time or of another council."""
    if stands_apart(context, figure) or COMPARISON.search(context.passages.before(figure, 30)) is not None:
        return True
    behind = re.split(r"[.;,)]", context.passages.after(figure, 40))[0]
    if re.search(r"\b(?:earlier|ago|before|previously|last year)\b", behind):
        return True
    if figure.period is None or percent.period is None or not context.dates_itself(figure):
        return False
    return figure.period.end < percent.period.start and figure.period.kind is percent.period.kind


def _begins(context: Context, sentence: Sentence, part: Figure, whole: Figure) -> bool:
    """Tell whether a part begins the sentence behind its whole: "The programme is £112m. £38m, that is 34%, …"."""
    before = context.passages.previous(sentence)
    told = before is not None and len(before.figures) == 1 and before.figures[0] is whole
    return told and part.span.start == sentence.span.start


def _turned(context: Context, part: Figure) -> bool:
    """Tell whether the words in front of a part turn to it from the whole just told: "219, of which 166"."""
    return _TURNED.search(context.passages.before(part, 60)) is not None


def _named(context: Context, part: Figure) -> frozenset[str]:
    """Return the words by which a part names what it is of: "38 of the registrations", "of the children … 41"."""
    behind = _OF_THEM.match(context.passages.after(part, 40))
    if behind is not None and behind["noun"]:
        return content_words(behind["noun"])
    front = re.search(
        r"\bof (?:the|these|those|our) ([a-z]{4,}(?: [a-z]+){0,8})\s*,?\s*$", context.passages.before(part, 60)
    )
    return content_words(front[1]) if front else frozenset()


def _shares(named: frozenset[str], words: frozenset[str]) -> bool:
    """Tell whether two sets share a word, or a word's beginning: "registrations" are of the "register"."""
    return bool({word[:6] for word in named} & {word[:6] for word in words})


def _words(context: Context, figure: Figure) -> frozenset[str]:
    """Return the words beside a count that say what it counts."""
    return content_words(f"{context.passages.before(figure, 50)} {context.passages.after(figure, 50)} {figure.label}")


def _plain(figure: Figure) -> bool:
    """Tell whether a figure is a count or an amount that may be a part or its whole."""
    told = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX} and figure.value > 0
    aims = {Nature.BENCHMARK, Nature.TARGET} if figure.unit is Unit.GBP else {Nature.BENCHMARK, Nature.CHANGE}
    return told and is_count(figure) and figure.nature not in aims
