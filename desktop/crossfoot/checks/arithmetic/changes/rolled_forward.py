"""What is told as a level, what came, what went, and the level after, whatever words tell it.

"39 children had an order and were not placed. 41 orders were made, 33 children were placed and 4 orders were revoked,
so that 43 were waiting" says that each number is what it is without a word that this project knows for a flow. Where
the numbers of a paragraph, in the order they are told, lead exactly from the first to the last by some added and some
taken away, no two of them are parts of a third, steps on a way or a balance of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import wraps
from itertools import pairwise, product

from crossfoot.checks.arithmetic.changes.balances import speaks_of_flows
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.outcome import Outcome, Rule
from crossfoot.checks.basis.passages import Paragraph
from crossfoot.model import Figure, Nature, Qualifier, Unit, Verdict

_PLACED = frozenset({Unit.COUNT, Unit.FTE, Unit.GBP, None})
_AIMS = frozenset({Nature.TARGET, Nature.BENCHMARK})
_FEWEST, _MOST = 4, 6
"""Opening, closing and a flow each way; of more than four flows chance finds signs that fit."""


def unless_rolled(rule: Rule, *, wider: bool = False) -> Rule:
    """Return a rule that asks nothing of figures that lie together in a level carried forward exactly.

    Where the rule itself reads balances, what is carried forward must be ``wider`` than the one that it asks about: it
    missed a level or a flow. The same figures with other signs fit by chance.
    """

    @wraps(rule.check)
    def check(context: Context) -> Iterator[Outcome]:
        for outcome in rule.check(context):
            asked = outcome.verdict is Verdict.QUERY and len(outcome.figures) > 1
            if not asked or not _is_rolled(context, outcome.figures, more=int(wider)):
                yield outcome

    return replace(rule, check=check)


def _is_rolled(context: Context, figures: Sequence[Figure], more: int) -> bool:
    """Tell whether figures lie together in a run of one paragraph that leads exactly from its first to its last."""
    paragraph = context.passages.paragraph_of(figures[0])
    if paragraph is None or paragraph.is_row or not _speaks(context, paragraph):
        return False
    wanted = {f.id for f in figures}
    usable = [f for f in paragraph.figures if _may_stand(f)]
    runs = (
        usable[start : start + size]
        for size in range(max(_FEWEST, len(wanted) + more), _MOST + 2)
        for start in range(len(usable) - size + 1)
    )
    return any(
        wanted <= {f.id for f in run}
        and not _is_round(run)
        and (_leads_on(run) or _ends_with_the_net(run))
        # "Of the 49, one was outstanding, 19 good, 22 required improvement and 9 were inadequate" splits in one breath
        and context.passages.sentence_of(run[0]) is not context.passages.sentence_of(run[-1])
        for run in runs
    )


def _is_round(run: Sequence[Figure]) -> bool:
    """Tell whether all numbers of a run end in a nought, so that some signs fit them by chance: 1,500, 1,000, 600."""
    return all(figure.value % _ROUND == 0 for figure in run)


_ROUND = 10


def _speaks(context: Context, paragraph: Paragraph) -> bool:
    """Tell whether the words of a paragraph may tell of anything that came or went."""
    return any(speaks_of_flows(context.passages.low[paragraph.span.start : paragraph.span.end]))


def _may_stand(figure: Figure) -> bool:
    """Tell whether a figure can be a level or a flow."""
    plain = figure.qualifier is Qualifier.NONE and figure.nature not in _AIMS
    return plain and figure.unit in _PLACED and figure.value > 0


def _leads_on(run: Sequence[Figure]) -> bool:
    """Tell whether the first figure of a run, with some added and some taken away, is exactly the last."""
    if not _FEWEST <= len(run) <= _MOST or not all(same_kind(a, b) for a, b in pairwise(run)):
        return False
    opening, closing = run[0].value, run[-1].value
    flows = [f.value for f in run[1:-1]]
    return any(
        opening + _signed(flows, signs) == closing
        for signs in product((1, -1), repeat=len(flows))
        if len(set(signs)) > 1
    )


def _ends_with_the_net(run: Sequence[Figure]) -> bool:
    """Tell whether a run leads to its last figure but one, and the last is by how much: "there were 133, four more"."""
    return abs(run[-2].value - run[0].value) == run[-1].value and _leads_on(run[:-1])


def _signed(flows: Iterable[Decimal], signs: Iterable[int]) -> Decimal:
    return sum((flow * sign for flow, sign in zip(flows, signs, strict=True)), Decimal(0))
