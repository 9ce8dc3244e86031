"""Label and subject of one number, put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crossfoot.extraction.figures.indicators.choice import Choice
from crossfoot.extraction.figures.indicators.named import Named
from crossfoot.extraction.figures.movements import begins_movement, start_of_movement
from crossfoot.extraction.figures.naming.budgets import budget_heading, same_heading, thing_worth
from crossfoot.extraction.figures.naming.clauses import (
    head_of_item,
    is_part_of_next,
    says_the_same,
    tells_nothing,
    told_before,
    told_behind,
)
from crossfoot.extraction.figures.naming.labels import (
    carried_label,
    clause_subject,
    counted_words,
    item_name,
    led_in,
    mentioned,
    runs_on,
    words_around,
)
from crossfoot.extraction.figures.naming.runs import clean, words_of
from crossfoot.extraction.figures.naming.subjects import (
    SINGLING,
    beyond_generic,
    carried_subject,
    predicate_of,
    singled_out,
    tail_of,
    words_behind,
)
from crossfoot.extraction.figures.natures.told import Told
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import AUXILIARIES, word_set
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Figure, Nature

_BECAME = word_set("placed living lived adopted fostered waiting awaiting returned transferred moved left")
"""Words right behind a number that tell what became of those that it counts: "48 placed with parents"."""

_MOST_PARTS = 4
_MOST_CARRIED = 2
"""How many parts of the subject before a number takes over."""
_LONGEST_CLAUSE = 6
"""How many words the subject of a clause may have that is the name of what its number measures."""
_COMPARED = frozenset({Nature.BENCHMARK, Nature.TARGET, Nature.VARIANCE})


@unchanging(frozen=True, slots=True)
class Naming:
    """What a figure is called: what it counts and whom or what it is about."""

    label: str
    subject: str


def name_of(sight: Sight, told: Told, by: Named, last: Figure | None, *, apart: bool) -> Naming:
    """Return the label and the subject of a number.

    ``by`` is its indicator with the words that name it; ``last`` is the figure before it in the text, whose budget
    heading an amount carries on. ``apart`` tells that only its clause tells it from others of its indicator.
    """
    named = by.words
    s, n = sight.sentence, sight.number
    counted = counted_words(sight)
    start = start_of_movement(sight)
    if start is not None and counted in {"", start.label}:
        return Naming(start.label, start.subject)
    shared = ""
    if not counted and (begins_movement(sight) or is_part_of_next(sight)):
        shared = counted_words(replace(sight, phrase=sight.reading.phrase_of(sight.reading.numbers[sight.index + 1])))
    if sight.before is not None and s.low(n.first - 1) == "(" and not counted and not (apart and _has_own_name(sight)):
        return Naming(sight.before.label, sight.before.subject)
    if named is not None and counted and runs_on(sight, named):
        counted = mentioned(sight, named)
    after_change = sight.before is not None and sight.before.nature is Nature.CHANGE and not counted
    clause = clause_subject(sight, s.start if after_change else sight.left)
    item = item_name(sight)
    names = mentioned(sight, named)
    if names and names.lower() in clause.lower() and len(clause.split()) <= _LONGEST_CLAUSE:
        names = clause
    became = words_of(sight, n.last, sight.phrase.last) if s.low(n.last) in _BECAME else ""
    own = counted or shared or names or clause or became or carried_label(sight) or item or led_in(sight)
    said_before = last.label if last is not None and sight.around.previous else ""
    label = own or predicate_of(sight) or said_before or words_around(s, n.first)
    parts = [part for part in _parts(sight, told, named, last, counted, item) if part]
    if n.money:
        parts.append(_of_money(sight, named, last, clause))
    elif not parts and not counted and not shared:
        parts.append(beyond_generic(clause) or _carried(sight, told, named, clause))
    parts = [part for part in parts if part]
    if apart and not (item and parts and sight.around.lead is not None):
        parts = [part for part in parts if not tells_nothing(part)] or parts
        _add_from_clause(sight, parts, counted or shared, clause, last)
    if not parts and named is None and (counted or clause):
        parts.append(label)
    return Naming(label, ", ".join(dict.fromkeys(parts[:_MOST_PARTS])))


def _carried(sight: Sight, told: Told, named: Choice | None, clause: str) -> str:
    """Return the subject of the figure before, unless the clause says of what else the number is told."""
    of_its_own = clause and named is None and not tells_nothing(clause)
    return "" if of_its_own and told.nature is Nature.ACTUAL else carried_subject(sight)


def _has_own_name(sight: Sight) -> bool:
    """Tell whether a number in brackets stands behind a name of its own: "4 schools; autism (31%)"."""
    counted = sight.reading.phrase_of(sight.reading.numbers[sight.index - 1]).close
    return any(sight.sentence.is_word(i) for i in range(counted, sight.number.first - 1))


def _add_from_clause(sight: Sight, parts: list[str], counted: str, clause: str, last: Figure | None) -> None:
    """Add what tells a figure apart by its clause: what it counts, what is said of it, and whose it is.

    A number whose clause tells nothing is of what the one before was; a part that holds another takes its place.
    """
    told = (head_of_item(sight), told_behind(sight), counted, told_before(sight), clause)
    own = [part for part in told if not tells_nothing(part)]
    source = sight.before or (last if sight.around.previous else None)
    if source is not None and not own:
        own = [", ".join((source.subject or source.label).split(", ")[:_MOST_CARRIED])]
    for part in own:
        if says_the_same(part, parts):
            continue
        within = next((i for i, known in enumerate(parts) if known.lower() in part.lower()), None)
        if within is not None:
            parts[within] = part
        else:
            parts.append(part)


def _parts(  # noqa: PLR0917 - the six are what name_of has found out; a class for one call would say less
    sight: Sight, told: Told, named: Choice | None, last: Figure | None, counted: str, item: str
) -> Iterator[str]:
    """Yield what may tell a figure from others of its measure; empty texts among them."""
    s, n = sight.sentence, sight.number
    listed = sight.around.lead is not None and not any(token.low in AUXILIARIES for token in s.tokens)
    if listed:
        yield item
    if told.nature in _COMPARED and told.words is not None:
        yield clean(told.words.cut(s.text))
    if s.low(n.first - 1) in SINGLING and told.nature is not Nature.CHANGE:
        yield s.low(n.first - 1)
    predicate = predicate_of(sight)
    yield predicate
    single = singled_out(sight, counted, named)
    if last is None or single.lower() != last.label.lower():
        yield single
    if counted:
        yield tail_of(sight, named)
    elif not predicate:
        yield words_behind(sight)
    if counted and listed and not single and not item:
        yield counted


def _of_money(sight: Sight, named: Choice | None, last: Figure | None, clause: str) -> str:
    """Return what an amount is worth of or whose budget it is, carried on from the amount before if it says none."""
    carried = last.subject if last is not None and same_heading(last, clause) else ""
    return thing_worth(sight) or budget_heading(clause, named) or carried
