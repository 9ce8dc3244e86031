"""What is told as a level, what came, what went, and the level after, whatever words tell it.

"39 children had an order and were not placed. 41 orders were made, 33 children were placed and 4 orders were revoked,
so that 43 were waiting" says that each number is what it is with few words that this project knows for a flow. Where
the numbers of a paragraph, in the order they are told, lead exactly from the first to the last by some added and some
taken away, no two of them are parts of a third, steps on a way or a balance of their own. Chance finds signs that fit,
too, and would hide a slip; so each number that words tell to have come is added, each that they tell to have gone is
taken off, and one flow in two at least is told so, or one where words lead to the last level. What leads on like this
is shown as evidence, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import wraps
from itertools import pairwise, product

from crossfoot.checks.arithmetic.changes.balances import clause_of, flow_in, speaks_of_flows
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.outcome import Outcome, Rule, holds
from crossfoot.checks.basis.passages import Paragraph
from crossfoot.model import Figure, Nature, Qualifier, Unit, Verdict
from crossfoot.model.wording import value_words

_PLACED = frozenset({Unit.COUNT, Unit.FTE, Unit.GBP, None})
_AIMS = frozenset({Nature.TARGET, Nature.BENCHMARK})
_FEWEST, _MOST = 4, 6
"""Opening, closing and a flow each way; of more than four flows chance finds signs that fit."""
_ROUND = 10
Run = tuple[tuple[Figure, ...], tuple[int, ...]]
"""A level, flows and a level, with the sign of each flow; the last number may be what they make together."""


def rolled(context: Context) -> tuple[Run, ...]:
    """Return the runs of numbers that lead from a level to a level; looked for once for a record."""
    return context.once(_found)


def _found(context: Context) -> tuple[Run, ...]:
    return tuple(run for paragraph in context.passages.paragraphs for run in _of_paragraph(context, paragraph))


def carried_on(context: Context) -> Iterator[Outcome]:
    """Yield the levels carried forward exactly, which are evidence that each of their numbers is right."""
    for run, signs in rolled(context):
        working: list[Figure | str] = [run[0]]
        for sign, flow in zip(signs, run[1:], strict=False):
            working += [" + " if sign > 0 else " − ", flow]
        closing = run[len(signs) + 1]
        printed = value_words(closing.value, closing.unit)
        yield holds(f"What came and went leads to {printed}.", *working, " = ", closing, " holds")


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
    """Tell whether figures lie together in a run that leads exactly from its first to its last, and ``more`` do."""
    wanted = {f.id for f in figures}
    return any(len(run) >= len(wanted) + more and wanted <= {f.id for f in run} for run, _ in rolled(context))


def _of_paragraph(context: Context, paragraph: Paragraph) -> Iterator[Run]:
    """Yield the runs of a paragraph that lead from their first number to their last."""
    if paragraph.is_row or len(paragraph.figures) < _FEWEST or len(paragraph.sentences) < _TWO:
        return
    if not any(speaks_of_flows(context.passages.low[paragraph.span.start : paragraph.span.end])):
        return
    usable = [f for f in paragraph.figures if _may_stand(f)]
    told: dict[str, int] = {}
    for size in range(_FEWEST, _MOST + 2):
        for start in range(len(usable) - size + 1):
            run = tuple(usable[start : start + size])
            # "Of the 49, one was outstanding, 19 good, 22 required improvement and 9 were inadequate" splits at once
            if context.passages.sentence_of(run[0]) is context.passages.sentence_of(run[-1]) or _is_round(run):
                continue
            signs = _leads_on(context, run, told) or _ends_with_the_net(context, run, told)
            if signs:
                yield run, signs


_TWO = 2


def _is_round(run: Sequence[Figure]) -> bool:
    """Tell whether all numbers of a run end in a nought, so that some signs fit them by chance: 1,500, 1,000, 600."""
    return all(figure.value % _ROUND == 0 for figure in run)


def _may_stand(figure: Figure) -> bool:
    """Tell whether a figure can be a level or a flow."""
    plain = figure.qualifier is Qualifier.NONE and figure.nature not in _AIMS
    return plain and figure.unit in _PLACED and figure.value > 0


def _leads_on(context: Context, run: Sequence[Figure], told: dict[str, int]) -> tuple[int, ...] | None:
    """Return the signs by which the first figure of a run leads to the last, where the words of its flows allow it."""
    if not _FEWEST <= len(run) <= _MOST or not all(same_kind(a, b) for a, b in pairwise(run)):
        return None
    opening, closing = run[0].value, run[-1].value
    flows = [f.value for f in run[1:-1]]
    for signs in product((1, -1), repeat=len(flows)):
        if len(set(signs)) > 1 and opening + _signed(flows, signs) == closing:
            words = [_told(context, f, told) for f in run[1:-1]]
            agree = all(word in {0, sign} for word, sign in zip(words, signs, strict=True))
            count = sum(word != 0 for word in words)
            if agree and count and (count * 2 >= len(words) or _led_to(context, run[-1])):
                return signs
    return None


_LED_TO = re.compile(r"\b(?:so that|leaving|which left|giving|making|that made|therefore|thus)\b[^.;\d]{0,30}$")


def _led_to(context: Context, closing: Figure) -> bool:
    """Tell whether words lead to a level as what is left of the numbers before it."""
    return _LED_TO.search(context.passages.before(closing, 50)) is not None


def _told(context: Context, figure: Figure, told: dict[str, int]) -> int:
    """Return the sign that the words of its clause give a number: came, went, or nought for neither."""
    if figure.id not in told:
        home = context.passages.sentence_of(figure)
        way = flow_in(*clause_of(context, home, figure)) if home is not None else None
        told[figure.id] = {"in": 1, "out": -1}.get(way or "", 0)
    return told[figure.id]


def _ends_with_the_net(context: Context, run: Sequence[Figure], told: dict[str, int]) -> tuple[int, ...] | None:
    """Return the signs of a run that leads to its last but one, and the last is by how much: "133, four more"."""
    net = abs(run[-2].value - run[0].value) == run[-1].value
    return _leads_on(context, run[:-1], told) if net else None


def _signed(flows: Iterable[Decimal], signs: Iterable[int]) -> Decimal:
    return sum((flow * sign for flow, sign in zip(flows, signs, strict=True)), Decimal(0))
