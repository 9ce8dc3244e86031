"""Rule 5: opening and change give the closing figure, as a number or as a percentage of the opening."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from crossfoot.checks.arithmetic.changes.balances import balances
from crossfoot.checks.arithmetic.changes.carried_deficits import carried_deficits
from crossfoot.checks.arithmetic.changes.earlier_values import changes_since
from crossfoot.checks.arithmetic.changes.forecast_moves import forecast_moves
from crossfoot.checks.arithmetic.changes.misread import balance_outcomes
from crossfoot.checks.arithmetic.changes.movements import movements
from crossfoot.checks.arithmetic.changes.other_levels import grew_from_another, in_a_sum, is_led_to, lies_between_others
from crossfoot.checks.arithmetic.changes.results import results
from crossfoot.checks.arithmetic.changes.steps import Step, agrees, led_to, said_of
from crossfoot.checks.arithmetic.changes.told_levels import just_told, since_then
from crossfoot.checks.arithmetic.text_and_table import moves
from crossfoot.checks.arithmetic.triples import changes
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import Way, same_measure, way
from crossfoot.checks.basis.interval import reach
from crossfoot.checks.basis.outcome import Outcome, Rule, query
from crossfoot.checks.basis.passages import Sentence, Table
from crossfoot.checks.basis.slips import is_slip
from crossfoot.model import Figure, Nature, Qualifier, Severity, Unit
from crossfoot.model.wording import value_words

_FROM = re.compile(r"\bfrom\b[a-z ,']{0,30}$")
_BY = re.compile(
    r"\bby\b[a-z ,']{0,25}$|\b(?:increase|rise|fall|decrease|reduction|drop|growth|decline"
    r"|improvement|change) of\b[a-z ]{0,20}$|\b(?:up|down)\s*$|\ba further\s*$"
)
_TO = re.compile(r"^[^.;:()]{0,90}?\b(?:to|reaching|making|giving|bringing (?:the|it)[a-z ]{0,20} to)\b[a-z ,]{0,30}$")
_CHANGE_BEHIND = re.compile(
    r"(?:\b(?:increase|rise|fall|decrease|reduction|drop|growth|decline|improvement"
    r"|change)\b[a-z ]{0,20}\bof\b[a-z ]{0,16}|\b(?:up|down)(?: by)?\b(?! from\b)[a-z ]{0,10}|[(,]\s*\+?"
    r"|\bby\b[a-z ]{0,16})$"
)
_NOT_ITS_CHANGE = re.compile(r"\b(?:but|while|whilst|whereas|although|though|target|average)\b|;")
_CONVERTED = re.compile(r"\b(?:equivalent|equal) to\s+(?:about |some |around |an? )?$")
"""What is told in another measure is no change: "748 by 2013, equivalent to three additional classes"."""


def check_changes(context: Context) -> Iterator[Outcome]:
    """Say of every printed change whether it leads from the opening to the closing figure.

    Found by words: "from A to B, a rise of C", "by C, from A to B", "by a further C to B" with the last figure of the
    same measure before it as the opening, and "A, C more than B". A change in per cent is taken of the opening.
    Source: rule 5 of the list of checks ("1194 + 176 = 1370").
    """
    found = [*balances(context), *movements(context)]
    closed = {balance.closing.id for balance in found}
    found += [balance for balance in results(context) if balance.closing.id not in closed]
    told = [balance for balance in found if not balance.both_ways]
    done = {f.id for balance in found for f in (*balance.came, *balance.went)}
    settled: set[str] = set()
    for outcome in balance_outcomes(context, told):
        settled |= {f.id for f in outcome.figures}
        yield outcome
    for outcome in forecast_moves(context):
        settled |= {f.id for f in outcome.figures}
        done |= {f.id for f in outcome.figures}
        yield outcome
    for sentence in context.passages.sentences:
        if not sentence.figures:
            continue
        row = context.passages.paragraphs[sentence.paragraph].is_row
        for step in (*_steps(context, sentence), *(() if row else _near_by(context, sentence))):
            if step.change.id not in done and not _CONVERTED.search(context.passages.before(step.change, 24)):
                done.add(step.change.id)
                led = None if _leads_from_another(context, step) else said_of(step)
                if led is not None:
                    settled |= {f.id for f in led.figures}
                    yield led
    for step in _told_elsewhere(context):
        if step.change.id not in done and not _CONVERTED.search(context.passages.before(step.change, 24)):
            done.add(step.change.id)
            led = None if _leads_from_another(context, step) else said_of(step)
            if led is not None:
                settled |= {f.id for f in led.figures}
                yield led
    yield from carried_deficits(context)
    yield from _in_tables(context)
    for opening, change, closing, due in changes(context, settled):
        if _CONVERTED.search(context.passages.before(change, 24)) or is_led_to(context, change):
            continue
        sign = " + " if due > opening.value else " − "
        meant, printed = value_words(due, closing.unit), value_words(closing.value, closing.unit)
        yield query(
            f"The change leads to {meant}, but {printed} is printed; worth checking which of the three is meant.",
            opening,
            sign,
            change,
            f" = {meant}, ",
            closing,
            " is printed",
        )


def _told_elsewhere(context: Context) -> Iterator[Step]:
    """Yield the steps whose values stand in a table, or at the time that is named anywhere in the record."""
    for move in moves(context):
        went = Way.UP if move.closing.value >= move.opening.value else Way.DOWN
        yield Step(move.opening, move.change, move.closing, went)
    for since in changes_since(context):
        yield Step(since.opening, since.change, since.closing, Way.UP if since.up else Way.DOWN)


def _steps(context: Context, sentence: Sentence) -> Iterator[Step]:
    """Yield the steps that a sentence tells of, the surest form first."""
    figures = sentence.figures
    for index in range(len(figures) - 2):
        first, second, third = figures[index : index + 3]
        yield from _from_to_change(context, sentence, first, second, third)
        yield from _change_from_to(context, sentence, first, second, third)
        yield from _from_change_to(context, first, second, third)
        yield from _change_to_from(context, first, second, third)
    for index in range(len(figures) - 1):
        yield from _change_to(context, sentence, figures[index], figures[index + 1])


def _from_to_change(
    context: Context, sentence: Sentence, opening: Figure, closing: Figure, change: Figure
) -> Iterator[Step]:
    """Yield the step of "from A to B, a rise of C"."""
    passages = context.passages
    if not same_kind(opening, closing) or opening.unit is Unit.PERCENT or not _fits(change, closing):
        return
    behind = passages.between(closing, change)
    if not _FROM.search(passages.before(opening, 60)) or not _ends_in(_TO, passages.between(opening, closing)):
        return
    if len(behind) < 90 and _CHANGE_BEHIND.search(behind) and not _NOT_ITS_CHANGE.search(behind):
        went = way(behind) or way(passages.low[sentence.span.start : opening.span.start])
        if went is not None:
            yield Step(opening, change, closing, went)


def _ends_in(pattern: re.Pattern[str], gap: str) -> bool:
    """Tell whether a gap between two figures is no longer than a clause and reads as ``pattern``."""
    return len(gap) < 130 and pattern.search(gap) is not None


def _change_from_to(
    context: Context, sentence: Sentence, change: Figure, opening: Figure, closing: Figure
) -> Iterator[Step]:
    """Yield the step of "had grown by C, from A to B", and of "up C from A to B"."""
    passages = context.passages
    if not same_kind(opening, closing) or opening.unit is Unit.PERCENT or not _fits(change, closing):
        return
    before = passages.before(change, 70)
    if (
        not _BY.search(before)
        or not _FROM.search(passages.between(change, opening))
        or len(passages.between(change, opening)) > 90
    ):
        return
    if _ends_in(_TO, passages.between(opening, closing)):
        went = way(before) or way(passages.low[sentence.span.start : change.span.start])
        if went is not None:
            yield Step(opening, change, closing, went)


_JUST_BY, _JUST_TO = re.compile(r"[a-z ]{0,20}\bby\s+£?"), re.compile(r"[a-z ]{0,20}\bto\s+(?:only |just )?£?")


def _from_change_to(context: Context, opening: Figure, change: Figure, closing: Figure) -> Iterator[Step]:
    """Yield the step of "reduced from A by C to B"."""
    if not same_kind(opening, closing) or opening.unit is Unit.PERCENT or not _fits(change, closing):
        return
    passages, before = context.passages, context.passages.before(opening, 70)
    if _FROM.search(before) and _JUST_BY.fullmatch(passages.between(opening, change)):
        went = way(before) or (Way.UP if closing.value > opening.value else Way.DOWN)
        if _JUST_TO.fullmatch(passages.between(change, closing)):
            yield Step(opening, change, closing, went)


_JUST_FROM = re.compile(r"[a-z ,]{0,30}\bfrom\s+£?")


def _change_to_from(context: Context, change: Figure, closing: Figure, opening: Figure) -> Iterator[Step]:
    """Yield the step of "extended by C to B from A", whatever the verb: the two levels tell which way."""
    if not same_kind(opening, closing) or opening.unit is Unit.PERCENT or not _fits(change, closing):
        return
    passages = context.passages
    led = _BY.search(passages.before(change, 70)) and _JUST_TO.fullmatch(passages.between(change, closing))
    if led and _JUST_FROM.fullmatch(passages.between(closing, opening)) and opening.value != closing.value:
        yield Step(opening, change, closing, Way.UP if closing.value > opening.value else Way.DOWN)


def _change_to(context: Context, sentence: Sentence, change: Figure, closing: Figure) -> Iterator[Step]:
    """Yield the step of "had increased by a further C to B"; its opening is an earlier figure of the same measure."""
    passages = context.passages
    if closing.unit is Unit.PERCENT or not _fits(change, closing):
        return
    before = passages.before(change, 70)
    gap = passages.between(change, closing)
    if not _BY.search(before) or not _ends_in(_TO, gap) or re.search(r"\bfrom\b|\bcompared\b", gap):
        return
    went = way(before) or way(passages.low[sentence.span.start : change.span.start])
    openings = _openings(context, sentence, change, closing)
    if went is None or not openings:
        return
    fitting = [o for o in openings if led_to(o, change, went).meets(reach(closing))]
    if not fitting and abs(openings[0].value - closing.value) > closing.value / 2:
        return
    yield Step(fitting[0] if fitting else openings[0], change, closing, went, sure=len(openings) == 1)


def _openings(context: Context, sentence: Sentence, change: Figure, closing: Figure) -> list[Figure]:
    """Return earlier figures of the closing figure's measure, the nearest first, three at most."""
    named = closing.indicator is not None
    pool: Sequence[Figure] = context.by_indicator.get(closing.indicator or "", ()) if named else context.figures
    if not named and change.unit is Unit.PERCENT:
        return []
    found: list[Figure] = []
    for figure in reversed(pool):
        if figure.span.end > sentence.span.start or figure.id == change.id:
            continue
        if closing.span.start - figure.span.start > 6000 or len(found) == 3:
            break
        if figure.period and closing.period and figure.period.end > closing.period.end:
            continue
        alike = figure.nature in {Nature.ACTUAL, None, closing.nature}
        if alike and same_kind(figure, closing) and same_measure(figure, closing):
            found.append(figure)
    return found


_BEFORE_CHANGE = re.compile(
    r"\b(?P<word>increase|rise|growth|gain|decrease|fall|drop|reduction|decline|cut|improvement|increased|risen"
    r"|rose|grown"
    r"|grew|gone up|went up|decreased|fallen|fell|dropped|reduced|declined|gone down|went down"
    r"|(?<!made )(?<!make )(?<!makes )(?<!take-)(?<!take )(?<!taken )up"
    r"|down|change|lower|higher"
    r"|saving|difference|loss|gain|shortened|lengthened|dipped|slipped|shrunk|shrank|expanded|contracted"
    r"|dwindled|swelled"
    r"|swollen|climbed|edged|jumped|crept|narrowed|widened|cut|addition)(?: (?:of|by|over|in|was|a|an|the|some"
    r"|about|nearly|only|just|further|another|extra|almost"
    r"|approximately|around|two|three|five|years?|numbers))*\s*[(+£]*$"
)
_BEHIND_CHANGE = re.compile(
    r"^(?!\s*(?:[a-z]+ )?(?:is|are|was|were|do|did|does|performed)\b)"
    r"\s*(?:%|per cent\.?|percent|percentage points)?\s*"
    r"(?:(?!(?:had|have|has|with|held|hold|carried|waited|took)\b)[a-z]+ ){0,2}?"
    r"\b(?P<word>more|fewer|less|higher|lower|above|below|further|additional|extra|new"
    r"|growth|increase|decrease|rise|fall|reduction|up(?! to| the\b)|down(?! to)|better|worse|short of)\b"
)
_ADDED = frozenset({"above", "better", "gain", "up", "change", "improvement", "further", "additional", "extra", "new"})
"""Words of a change that goes up, beside those that say so themselves."""
_SIGNED = re.compile(r"[(]\s*(?:a |an )?[+−-]?\s*$")
_BOUNDS = frozenset({Qualifier.OVER, Qualifier.UNDER})


def _near_by(context: Context, sentence: Sentence) -> Iterator[Step]:
    """Yield the steps of a change that stands with two levels of one kind, in whatever order.

    The change is known by the word beside it, "37 more than", "a fall of 28", "growth of 87%", "(+9)". Of the levels
    that are near, in the sentence and in the one before, a pair that agrees is meant; where none does, the nearest two
    are asked about only where a slip of typing in one of the three explains it.
    """
    figures = sentence.figures
    before = context.passages.previous(sentence)
    earlier = before.figures if before is not None and before.paragraph == sentence.paragraph else ()
    for change in figures:
        word = _change_word(context, change)
        if word is None or change.value <= 0:
            continue
        here = [f for f in figures if f is not change and _is_level(context, f, change)]
        there = [f for f in earlier if _is_level(context, f, change)]
        told = just_told(sentence, change, there) if not here else []
        pairs = told or _level_pairs(change, here, there[-2:])
        # "10% more than the £3.0m" bounds nothing: it is the comparison itself.
        steps = [
            _than(context, change, *pair)
            or _step_of(
                change, word, *(replace(f, qualifier=Qualifier.NONE) if f.qualifier in _BOUNDS else f for f in pair)
            )
            for pair in pairs
        ]
        far = [f for f in _earlier(context, sentence) if _is_level(context, f, change)]
        if len(here) == 1:
            since = since_then(context, here[0], far)
            pairs, steps = [*since, *pairs], [*(_step_of(change, word, *pair) for pair in since), *steps]
        steps += [_step_of(change, word, *pair) for pair in _level_pairs(change, here, far) if pair not in pairs]
        good = next((step for step in steps if agrees(step)), None)
        if good is not None:
            yield good
            continue
        steps = [step for step in steps[: len(pairs)] if _one_clause(context, step) and _of_one(context, step)]
        steps = [step for step in steps if word not in _NEWCOMERS or _leads_to(context, step)]
        slip = next((step for step in steps if _slipped(step)), None)
        alone = ((len(here) == 2 and not there) or told) and steps and _of_its_size(steps[0])
        if slip is not None or alone:
            yield slip or steps[0]


def _earlier(context: Context, sentence: Sentence) -> list[Figure]:
    """Return the figures of a paragraph that stand before a sentence."""
    paragraph = context.passages.paragraphs[sentence.paragraph]
    return [f for f in paragraph.figures if f.span.end <= sentence.span.start]


def _of_one(context: Context, step: Step) -> bool:
    """Tell whether two levels may be of one thing: told in one sentence, or under no two different indicators."""
    first, second = step.opening, step.closing
    if context.passages.sentence_of(first) is context.passages.sentence_of(second):
        return True
    return first.indicator == second.indicator or None in {first.indicator, second.indicator}


def _one_clause(context: Context, step: Step) -> bool:
    """Tell whether no new clause begins between a change and a level behind it."""
    levels = sorted((step.opening, step.closing), key=lambda f: f.span.start)
    behind = [f for f in levels if f.span.start > step.change.span.start]
    gaps = [context.passages.between(step.change, f) for f in behind]
    if _leads_to(context, step):
        gaps = []  # "Three more schools had opened, and their number had gone up from 16 to 19"
    front = [f for f in levels if f.span.start < step.change.span.start]
    # "A £1.18m; growth £0.35m; B £0.09m" is a list; "last year 620; this year 713, up 15 per cent" is not.
    listed = ";" in context.passages.after(step.change, 80) and any(
        ";" in context.passages.between(f, step.change) for f in front
    )
    marked = any(_MARK.search(context.passages.between(f, step.change)) for f in front)
    return not listed and not marked and not any(_NEW_CLAUSE.search(gap) for gap in gaps)


_MARK = re.compile(r"[.;]\s+\((?:[ivx]{1,4}|[a-z]|\d)\)\s")
"""The mark of another item: "(ii) …" is told of something else than "(iii) …"."""


_NEWCOMERS = frozenset({"further", "additional", "extra", "new"})
"""Words of what came, which may be of something else than the levels beside them."""


def _leads_to(context: Context, step: Step) -> bool:
    """Tell whether both levels stand behind a change, as "gone up from 16 to 19"."""
    first, second = sorted((step.opening, step.closing), key=lambda f: f.span.start)
    gap = context.passages.between(first, second)
    moved = _MOVED_TO.search(context.passages.before(first, 60)) and re.fullmatch(r"[a-z ]{0,20}\bto\s*£?", gap)
    return first.span.start > step.change.span.start and moved is not None


_NEW_CLAUSE = re.compile(r"[,;]\s*(?:and|but|while|whilst|whereas|although|though)\b|;|\. ")
_MOVED_TO = re.compile(
    r"\b(?:up|down|risen|fallen|grown|gone|rose|fell|increased|reduced|went|brought)[a-z ]{0,12} from\s*£?$"
)


def _of_its_size(step: Step) -> bool:
    """Tell whether a change is of the size that lies between the two levels."""
    apart = abs(step.closing.value - step.opening.value)
    size = step.opening.value * step.change.value / 100 if step.change.unit is Unit.PERCENT else step.change.value
    return apart / 3 <= size <= apart * 3


def _change_word(context: Context, figure: Figure) -> str | None:
    """Return the word that makes a figure a change, or None where nothing beside it does."""
    if figure.unit is Unit.PERCENTAGE_POINTS:
        return None
    before, after = context.passages.before(figure, 60), context.passages.after(figure, 50)
    noun = _NOUN_OF_CHANGE.search(before)
    if noun is not None:
        return noun["word"]  # "the drop of 32 follows the new protocol"
    behind = _BEHIND_CHANGE.match(after)
    if behind is not None and not re.search(r"\bby\s*$", before):
        bound = figure.unit is not Unit.GBP and _THAN_OTHER.match(after, behind.end()) is not None
        return None if bound else behind["word"]
    front = _BEFORE_CHANGE.search(before)
    if front is not None and re.search(r"\b(?:to|from|at|was|were|stood)\s*[£]*$", before) is None:
        return front["word"]
    beside = _beside(context, figure)
    if beside is not None:
        return beside
    bare = figure.quote.lstrip()
    plus = bare.startswith("+") or before.rstrip().endswith("+")
    return "up" if plus and _SIGNED.search(before) else None


_NOUN_OF_CHANGE = re.compile(
    r"\b(?P<word>increase|rise|growth|gain|decrease|fall|drop|reduction|decline|improvement) of"
    r"(?: (?:some|about|nearly|only|just|around|almost|exactly|over|a|an|another))*\s+£?$"
)


_THAN_OTHER = re.compile(
    r" than (?:£|(?:\d[\d,.]*|[a-z]+) ?(?:%|per cent|days?|weeks?|months?|years?|miles?|hours?)\b)"
)
"""What makes "more than" a bound of another measure: "1,988 owed less than £100", "12 waited longer than ten days"."""


def _beside(context: Context, figure: Figure) -> str | None:
    """Return the word of the change just before a percentage that says it again: "up 263, or 12.5%"."""
    sentence = context.passages.sentence_of(figure)
    if sentence is None or figure.unit is not Unit.PERCENT:
        return None
    at = sentence.figures.index(figure)
    if not at or not re.fullmatch(
        r"[,\s(]*(?:or|that is|i\.e\.)?[\s]*", context.passages.between(sentence.figures[at - 1], figure)
    ):
        return None
    previous = sentence.figures[at - 1]
    return None if previous.unit is Unit.PERCENT else _change_word(context, previous)


def _is_level(context: Context, figure: Figure, change: Figure) -> bool:
    """Tell whether a figure can be one of the two levels that a change lies between."""
    bare = change.unit in {Unit.COUNT, None}  # "33 above the average of 210 days" leaves the unit to be understood
    fits = bare and figure.unit is not Unit.GBP
    if _is_aim(context, figure) and not _SET_BESIDE.match(context.passages.after(change, 40)):
        return False  # "468 days, an improvement of 37 on the year before, against the threshold of 426"
    if figure.unit is Unit.PERCENTAGE_POINTS or (
        change.unit is not Unit.PERCENT and not fits and not same_kind(figure, change)
    ):
        return False
    if change.unit is Unit.PERCENT and figure.unit is Unit.PERCENT:
        return False
    if (figure.unit is Unit.PERCENT) is not (change.unit is Unit.PERCENT) and change.unit is not Unit.PERCENT:
        return False
    return figure.value > 0 and _change_word(context, figure) is None


_SET_BESIDE = re.compile(
    r"^[^.;,\d]{0,25}?\b(?:above|below|over|under|short of|more|less|fewer|higher|lower|better|worse)\b"
)


def _is_aim(context: Context, figure: Figure) -> bool:
    """Tell whether the words in front of a figure make it a threshold or a target."""
    return (
        re.search(r"\b(?:threshold|target|standard|limit)\b[^.;,\d]{0,12}$", context.passages.before(figure, 40))
        is not None
    )


def _level_pairs(change: Figure, here: Sequence[Figure], there: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Return the pairs of levels near a change, the nearest first; at least one of each stands in its sentence."""
    near = sorted(here, key=lambda f: abs(f.span.start - change.span.start))[:3]
    if any(abs(f.span.start - change.span.start) > 170 for f in near[:1]):
        return []
    pairs = [(a, b) for i, a in enumerate(near) for b in near[i + 1 :]]
    pairs += [(a, b) for a in near[:1] for b in reversed(there)]
    return [
        (a, b) if a.span.start < b.span.start else (b, a) for a, b in pairs if same_kind(a, b) and a.value != b.value
    ]


def _step_of(change: Figure, word: str, first: Figure, second: Figure) -> Step:
    """Return the step of a change and two levels; the word's way tells the earlier of them where it has one."""
    went = way(word) or (Way.UP if word in _ADDED else Way.DOWN)
    low, high = sorted((first, second), key=lambda f: f.value)
    opening, closing = (low, high) if went is Way.UP else (high, low)
    return Step(opening, change, closing, went)


_MORE_THAN = re.compile(
    r"\s*(?:[a-z]+ ){0,2}?(?:(?P<up>(?:more|higher) than|above|up on)|(?P<down>(?:fewer|less|lower) than|below"
    r"|down on"
    r"|short of)) (?:the |its |our |those )?£?"
)


def _than(context: Context, change: Figure, first: Figure, second: Figure) -> Step | None:
    """Return the step of "61 providers, five fewer than the 66 …": the one behind is what the other is set against."""
    if not first.span.end <= change.span.start < change.span.end <= second.span.start:
        return None
    said = _MORE_THAN.fullmatch(context.passages.between(change, second))
    if said is None or change.unit is Unit.PERCENT or len(context.passages.between(first, change)) > _CLAUSE:
        return None
    return Step(second, change, first, Way.UP if said["up"] else Way.DOWN)


_CLAUSE = 50


def _slipped(step: Step) -> bool:
    """Tell whether one slip of typing in the change or in a level explains that a step does not agree."""
    apart = abs(step.closing.value - step.opening.value)
    if not step.opening.value / 3 <= step.closing.value <= step.opening.value * 3:
        return False
    if step.change.unit is Unit.PERCENT:
        return is_slip(step.change, apart / step.opening.value * 100)
    sign = 1 if step.way is Way.UP else -1
    return (
        is_slip(step.change, apart)
        or is_slip(step.closing, step.opening.value + sign * step.change.value)
        or is_slip(step.opening, step.closing.value - sign * step.change.value)
    )


def _in_tables(context: Context) -> Iterator[Outcome]:
    """Say of tables with a column of changes, in numbers or per cent of the first, whether each row's is right.

    A column is one of changes where most of its rows are; rows without a change are left out.
    """
    for table in context.passages.tables:
        for number, other in combinations(range(1, table.width), 2):
            for index in range(1, table.width):
                if index in {number, other}:
                    continue
                changed = index < len(table.header) and _CHANGED.search(table.header[index].lower()) is not None
                steps = list(_row_steps(table, number, other, index, numbers=changed))
                good = [step for step in steps if agrees(step)]
                if len(steps) >= 3 and len(good) >= max(2, len(steps) - 1):
                    yield from (outcome for step in steps if (outcome := said_of(step)) is not None)


_CHANGED = re.compile(r"\b(?:changes?|movement|increase|decrease|difference|rise|fall|net)\b|\+/-|\+ ?(?:or|/) ?[-–]")
"""Headings of columns of changes; a variance has a budget beside it and is another rule's."""


def _row_steps(table: Table, first: int, second: int, change: int, *, numbers: bool = False) -> Iterator[Step]:
    """Yield the steps of a table's rows from one column to another by a third: a percentage, or a number if told so."""
    for row in table.rows:
        if max(first, second, change) < len(row):
            a, b, c = row[first], row[second], row[change]
            if a is None or b is None or c is None or a.unit is Unit.PERCENT:
                continue
            if c.unit is not Unit.PERCENT and not (numbers and same_kind(replace(c, value=abs(c.value)), b)):
                continue
            if same_kind(a, b) and a.value > 0 and a.value != b.value and c.value:
                size = c if c.value > 0 else replace(c, value=-c.value)
                yield Step(a, size, b, Way.UP if b.value > a.value else Way.DOWN)


def _fits(change: Figure, closing: Figure) -> bool:
    """Tell whether a figure can be a change of another: of its unit, or a percentage of it."""
    return change.unit is Unit.PERCENT or same_kind(change, closing)


def _leads_from_another(context: Context, step: Step) -> bool:
    """Tell whether a change that does not lead from its opening to its closing figure leads there from another one.

    "163 at the year's end …, 168 in July …; a net gain of 15 would take us to 178".
    """
    if in_a_sum(context, step.change) or is_led_to(context, step.change):
        return True
    if step.change.unit is Unit.PERCENT:
        return grew_from_another(context, step.opening, step.change, step.closing)
    if led_to(step.opening, step.change, step.way).meets(reach(step.closing)):
        return False
    if lies_between_others(context, step.opening, step.change, step.closing):
        return True
    return any(
        figure is not step.opening
        and same_kind(figure, step.closing)
        and figure.indicator == step.closing.indicator
        and figure.indicator is not None
        and figure.value > step.change.value
        and led_to(figure, step.change, step.way).meets(reach(step.closing))
        for figure in context.figures
        if figure.span.end <= step.closing.span.start
    )


def said_changes(context: Context) -> tuple[Outcome, ...]:
    """Return what is said of the changes of a record, looked for once: other rules leave to it what it tells of."""
    return context.once(_all_changes)


def _all_changes(context: Context) -> tuple[Outcome, ...]:
    return tuple(check_changes(context))


CHANGES = Rule(
    5,
    "opening, change, closing",
    Severity.HIGH,
    "The opening figure and the change give the closing figure.",
    said_changes,
)
