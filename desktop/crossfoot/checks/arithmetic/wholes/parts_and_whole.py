"""Rule 1: parts add up to the whole they are of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from crossfoot.checks.arithmetic.changes.balances import balances
from crossfoot.checks.arithmetic.changes.movements import movements
from crossfoot.checks.arithmetic.changes.results import results
from crossfoot.checks.arithmetic.wholes.groups import Group, groups
from crossfoot.checks.arithmetic.wholes.posts import named_posts
from crossfoot.checks.arithmetic.wholes.scattered_sums import scattered_sums
from crossfoot.checks.arithmetic.wholes.statements import statements
from crossfoot.checks.arithmetic.wholes.thirds import Third, Tie, thirds
from crossfoot.checks.arithmetic.wholes.weighed_sums import weighed_sums
from crossfoot.checks.arithmetic.wholes.within import within
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import OF_THESE
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.outcome import Outcome, Rule, query
from crossfoot.checks.basis.siblings import are_siblings, offsets_the_rest
from crossfoot.checks.basis.sums import adds_up, sum_outcome
from crossfoot.model import Figure, Measure, Nature, Period, Qualifier, Severity, Unit
from crossfoot.model.wording import value_words

_COUNTED = frozenset({Unit.COUNT, Unit.FTE, None})


def check_parts(context: Context) -> Iterator[Outcome]:
    """Say of every whole with parts whether they add up, and of a single sum of money whether it fits into its whole.

    A single count that is more than what it is of adds up to nothing: rule 36 asks about it, of posts rule 27.
    Source: rule 1 of the list of checks ("4 + 23 + 13 = 40; 23 + 2 = 25; 9 + 16 = 25").
    """
    said: set[frozenset[str]] = set()
    told: set[str] = set()
    posts = {named.whole.id for named in named_posts(context) if named.value == named.whole.value}
    told_flows = (*movements(context), *balances(context), *results(context))
    moved = [{f.id for f in balance.figures} for balance in told_flows]
    for group in groups(context):
        if any({group.whole.id, *(f.id for f in group.parts)} <= ids for ids in moved):
            continue  # what came and what went are no parts of what is left
        if group.whole.id in posts and not adds_up(group.parts, group.whole):
            continue  # with the posts that have no number they do
        if not adds_up(group.parts, group.whole) and (
            _adds_up_otherwise(context, group.parts, group.whole)
            or _rest_is_of_another(context, group.parts)
            or _overlap_by_shares(context, group.parts, group.whole)
        ):
            continue
        said.add(frozenset(f.id for f in (group.whole, *group.parts)))
        if group.staff and adds_up(group.parts, group.whole):
            told |= {group.whole.id, *(f.id for f in group.parts)}  # of posts rule 27 tells
        elif not group.staff and (group.complete or adds_up(group.parts, group.whole)):
            told |= {group.whole.id, *(f.id for f in group.parts)}
            yield sum_outcome(group.parts, group.whole, more=group.implied, every=_are_rows(context, group))
    for outcome in _flows_of_parts(context):
        if frozenset(f.id for f in outcome.figures) not in said:
            yield outcome
    named = [{one.whole.id, *(f.id for f in one.parts)} for one in named_posts(context) if one.sure]
    yield from _further_off(context, told.union(*moved, *named))
    yield from (outcome for outcome in larger_parts(context) if outcome.figures[0].unit is Unit.GBP)
    for one in within(context):
        if one.part.unit is Unit.GBP and one.part.value > one.ceiling.value:
            yield more_than_all(one.part, one.ceiling)


_OF_ANOTHER = re.compile(r"\b(?:of which|of whom|of these|includ\w+|inc|thereof|memo\w*|agency)\b")


def _are_rows(context: Context, group: Group) -> bool:
    """Tell whether parts are rows of one table, or cells of one row, of which none is called a part of another."""
    places = [context.passages.sentence_of(f) for f in (group.whole, *group.parts)]
    rows = all(s is not None and context.passages.paragraphs[s.paragraph].is_row for s in places)
    return rows and not any(s is not None and _OF_ANOTHER.search(s.low) for s in places)


def _further_off(context: Context, told: set[str]) -> Iterator[Outcome]:
    """Say of parts whose whole stands further off whether they add up; the figures in ``told`` have their sum."""
    for found in scattered_sums(context, frozenset(told)):
        if adds_up(found.parts, found.whole) or not _adds_up_otherwise(context, found.parts, found.whole):
            told |= {found.whole.id, *(f.id for f in found.parts)}
            yield sum_outcome(found.parts, found.whole)
    for found in statements(context, frozenset(told)):
        told |= {found.whole.id, *(f.id for f in found.parts)}
        yield sum_outcome(found.parts, found.whole, "The lines")
    for found in weighed_sums(context, frozenset(told)):
        if not _adds_up_otherwise(context, found.parts, found.whole):
            told |= {f.id for f in found.figures}
            yield sum_outcome(found.parts, found.whole)
    for third in thirds(context):
        if third.tie is not Tie.DIFFERENCE and third.number.id not in told:
            yield _of_three(third)


def _of_three(third: Third) -> Outcome:
    """Return whether the rest of a number and what is told of it make it, or two numbers the sum told behind them."""
    if third.tie is Tie.SUM:
        return sum_outcome((third.larger, third.smaller), third.number)
    return sum_outcome((third.smaller, third.number), third.larger)


def _adds_up_otherwise(context: Context, parts: Sequence[Figure], whole: Figure) -> bool:
    """Tell whether parts that do not add up are some over and some under, or parts of a larger whole."""
    return offsets_the_rest(context, parts, whole) or are_siblings(context, parts, whole)


_REST = re.compile(r"\b(?:the (?:remaining|other|others|rest|balance|remainder)|remaining)\s+(?:[a-z]+\s+)?£?$")
_MOST_PARTS = 6


def _rest_is_of_another(context: Context, parts: Sequence[Figure]) -> bool:
    """Tell whether the rest that ends some parts makes another figure of its paragraph whole, with one or more of them.

    "Of the 57, 11 were in the Council's three homes, which have 12 beds, and the remaining 46 elsewhere": 11 and 46.
    """
    rest = parts[-1]
    paragraph = context.passages.paragraph_of(rest)
    if paragraph is None or len(parts) > _MOST_PARTS or _REST.search(context.passages.before(rest, 30)) is None:
        return False
    alike = [f for f in paragraph.figures if f.unit is rest.unit and f.span.end <= rest.span.start]
    others = [f for f in parts[:-1] if f in alike]
    return any(
        adds_up((*some, rest), whole)
        for size in range(1, len(others) + 1)
        for some in combinations(others, size)
        for whole in alike
        if whole not in some
    )


_ONE_OF_THE_NEXT = re.compile(r"\s*(?:out )?of (?:the |these |those )?")
_SHARE_BEHIND = re.compile(r"[^.;\d]{0,25}\(\s*")
_ALL_SHARES = 110
"""Per cent beyond which shares of one whole, each rightly told, must overlap."""


def _overlap_by_shares(context: Context, parts: Sequence[Figure], whole: Figure) -> bool:
    """Tell whether parts are each rightly told as a share of their whole, and more than all of it: they overlap.

    "Of the 172, 163 (95%) were in touch and 150 (87%) in suitable homes". Nor are "402 of 512" two parts of anything.
    """
    if any(_ONE_OF_THE_NEXT.fullmatch(context.passages.between(a, b)) for a, b in pairwise(parts)):
        return True
    told = Decimal(0)
    for part in parts:
        sentence = context.passages.sentence_of(part)
        at = sentence.figures.index(part) + 1 if sentence is not None else 0
        share = sentence.figures[at] if sentence is not None and at < len(sentence.figures) else None
        if share is None or share.unit is not Unit.PERCENT or whole.value <= 0:
            continue
        if not _SHARE_BEHIND.fullmatch(context.passages.between(part, share)):
            continue
        if not (reach(part) / reach(whole)).times(100).meets(reach(share)):
            return False
        told += share.value
    return told > _ALL_SHARES


_OF_THE_NUMBER = re.compile(
    r"\s*(?:of|out of) (?:(?:the|our|its|their|these|those|all) (?:total of )?|a total of |some )"
    r"|\s*(?:(?!(?:mov|com|go|tak|plac|liv|pa(?:id|y)|buy|bought|fund|mad|mak|gr[eo]w|driv|work|operat|los|r[au]n)[a-z]*\b"
    r"|came|went|were|was|had|are|is|be)[a-z’'-]+ ){0,3}out of "
)
"""What makes a number a part of the next: "37 of the 34 vacancies", "161 instances out of 132"; nobody moved out."""
_POSTS = re.compile(r"\s*(?:[a-z]+ ){0,3}?(?:vacanc\w+|posts?|staff|workers?|officers?|employees)\b")


def too_many(context: Context) -> Iterator[tuple[Figure, Figure]]:
    """Yield parts that are more than the whole which they are said to be of in one breath: "37 of the 34 vacancies"."""
    for sentence in context.passages.sentences:
        for part, whole in pairwise(sentence.figures):
            between = context.passages.between(part, whole)
            counts = part.unit in _COUNTED and whole.unit in _COUNTED
            plain = all(f.qualifier is Qualifier.NONE and f.value == f.value.to_integral_value() for f in (part, whole))
            if counts and plain and _OF_THE_NUMBER.fullmatch(between) and part.value > whole.value:
                yield part, whole


def is_of_posts(context: Context, whole: Figure) -> bool:
    """Tell whether a whole counts posts or staff, which rule 27 asks about."""
    return _POSTS.match(context.passages.after(whole, 60)) is not None


def more_than_all(part: Figure, whole: Figure) -> Outcome:
    """Return a query about a part that is more than its whole."""
    return query(
        f"{value_words(part.value, part.unit)} are given as of {value_words(whole.value, whole.unit)}, "
        "but they are more; worth checking.",
        part,
        " of ",
        whole,
    )


def larger_parts(context: Context) -> Iterator[Outcome]:
    """Ask about a single part that is larger than the whole it is said to be of: "Of these 76, 90 …"."""
    for sentence in context.passages.sentences:
        if not sentence.low.startswith("of "):
            continue
        turn = re.match(r"of (?:these|those|them)\b,?\s+(?![\d,]+,)", sentence.low)
        if turn is None or not sentence.figures:
            continue
        part = sentence.figures[0]
        before = context.passages.previous(sentence)
        if (
            before is None
            or before.paragraph != sentence.paragraph
            or not before.figures
            or OF_THESE.search(before.low)
        ):
            continue
        whole = before.figures[-1]
        if (
            part.span.start - sentence.span.start > turn.end() + 12
            or not context.can_be_part(part)
            or not context.can_be_part(whole)
            or whole.value != whole.value.to_integral_value()
        ):
            continue
        if part.unit is whole.unit and reach(part).low > reach(whole).high:
            yield query(
                f"{value_words(part.value, part.unit)} is given as a part of {value_words(whole.value, whole.unit)}, "
                "but it is the larger; worth checking.",
                part,
                " of ",
                whole,
            )


def _flows_of_parts(context: Context) -> Iterator[Outcome]:
    """Say of a flow over a stretch of time whether the flows of its months or quarters add up to it.

    Only flows are added, only over stretches that lie end to end and fill the longer one.
    """
    for figures in context.by_indicator.values():
        timed = [f for f in figures if f.period is not None and not context.is_subset(f) and context.can_be_part(f)]
        timed = [f for f in timed if _OUT_OF_ALL.match(context.passages.after(f, 24)) is None]
        timed = _each_of_its_own_time(context, timed)
        if len(timed) < 3 or len(timed) > 40 or context.measure(timed[0]) is not Measure.FLOW:
            continue
        yield from _covered(timed)


def _each_of_its_own_time(context: Context, timed: Sequence[Figure]) -> list[Figure]:
    """Return the figures but those of which a sentence gives several for one time: "118, 131 and 142 in May"."""
    told = Counter((f.period, s.index if (s := context.passages.sentence_of(f)) else -1) for f in timed)
    several = {period for (period, _), count in told.items() if count > 1}
    return [f for f in timed if f.period not in several]


_OUT_OF_ALL = re.compile(r"\s*(?:of|out of) (?:the |these |those |all )?\d")
"""What stands behind a part of all there were: "291 out of 368"."""


def _covered(timed: Sequence[Figure]) -> Iterator[Outcome]:
    """Yield the sums of stretches that lie end to end and fill a longer one."""
    by_period: dict[Period, Figure] = {}
    for figure in timed:
        if figure.period is not None and figure.nature in {Nature.ACTUAL, None}:
            by_period.setdefault(figure.period, figure)
    ordered = sorted(by_period, key=lambda p: (p.start, p.end))
    for period in ordered:
        inner = [p for p in ordered if p != period and period.start <= p.start and p.end <= period.end]
        if len(inner) < 2 or inner[0].start != period.start or inner[-1].end != period.end:
            continue
        if all((b.start - a.end).days == 1 for a, b in pairwise(inner)):
            yield sum_outcome([by_period[p] for p in inner], by_period[period], "The shorter periods")


PARTS = Rule(1, "parts and whole", Severity.HIGH, "Parts add up to the whole they are of.", check_parts)
