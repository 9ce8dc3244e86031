"""Rule 2: a count and its share of the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from enum import Enum, auto

from crossfoot.checks.arithmetic.changes.changes import said_changes
from crossfoot.checks.arithmetic.changes.told_growth import growth_said, told_growth
from crossfoot.checks.arithmetic.changes.weighed_growth import weighed_growth
from crossfoot.checks.arithmetic.shares.another_whole import OUT_OF, another_part, another_whole, is_explained
from crossfoot.checks.arithmetic.shares.anothers_share import is_anothers_share
from crossfoot.checks.arithmetic.shares.fractions import fractions
from crossfoot.checks.arithmetic.shares.judgements import good_or_better
from crossfoot.checks.arithmetic.shares.linked_shares import linked_shares
from crossfoot.checks.arithmetic.shares.near_shares import shares_of_subsets
from crossfoot.checks.arithmetic.shares.other_shares import of_its_own, of_something_new
from crossfoot.checks.arithmetic.shares.paired_shares import paired_shares
from crossfoot.checks.arithmetic.shares.round_fractions import round_fractions
from crossfoot.checks.arithmetic.shares.share_tables import fits, is_count, plausible, printed_share, table_shares
from crossfoot.checks.arithmetic.shares.shares_elsewhere import shares_elsewhere
from crossfoot.checks.arithmetic.shares.sibling_shares import is_of_its_row, is_of_what_was_before
from crossfoot.checks.arithmetic.shares.told_shares import told_shares
from crossfoot.checks.arithmetic.shares.unfilled_shares import is_all_but, unfilled_shares
from crossfoot.checks.arithmetic.shares.unsummed_shares import unsummed_shares
from crossfoot.checks.arithmetic.shares.vacancy import vacancy_rates
from crossfoot.checks.arithmetic.shares.weighed_shares import weighed_shares
from crossfoot.checks.arithmetic.triples import shares
from crossfoot.checks.arithmetic.wholes.groups import groups
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import COMPARISON, OF_THESE
from crossfoot.checks.basis.interval import reach, rounded_like
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.basis.slips import is_slip
from crossfoot.checks.basis.sums import adds_up
from crossfoot.model import Figure, Nature, Qualifier, Severity, Unit
from crossfoot.model.wording import number_words, value_words

_BRACKET = re.compile(r"[^()%.;:\n]{0,60}\((?:[a-z ,]{0,24})?\s*")
_OPENING = re.compile(r"\s*\(\s*(?:or |i\.e\. |that is |equal to |equivalent to )?")
_RATE_BEHIND = re.compile(
    r",? (?:a|an|or|i\.e\.|representing|giving|which (?:is|was)|equivalent to|making up"
    r"|the)[a-z ,'’-]{0,60}?\s*(?:of |rate of |at |share of )?"
)
_OTHER_RATE = re.compile(
    r"(?<!-)\b(?:and with|before|earlier|compared|target|against|from|previous|last year|average|national|england"
    r"|increase|decrease|rise|fall|up|down|reduction|more|fewer|less|higher|lower)\b"
)

_OF_ONE_AMONG = re.compile(
    r"\b(?:mainly|chiefly|mostly|principally|including|such as|most often|(?:reasons?|causes?|grounds?|sources?|kinds?)"
    r" (?:being|were|was|is|are))\b"
)
"""What turns from a count to one thing among several: "388 of these, the main reasons being evictions (41%)"."""


class _Told(Enum):
    """By what a percentage is known to be of two counts: a way of telling it, what is weighed, or its fellow."""

    WORDS = auto()
    WEIGHED = auto()
    PAIRED = auto()


def _share(context: Context, part: Figure, whole: Figure, percent: Figure, told: _Told = _Told.WORDS) -> Outcome | None:
    """Return whether the part's share of the whole is the printed one; None where there is no whole to divide by."""
    percent = just(context, percent)
    if whole.value <= 0 or part.value < 0 or part.value > whole.value * 2:
        return None
    computed = part.value / whole.value * 100
    shown = rounded_like(computed, percent, finer=0 if percent.step < 1 else 1)
    working: tuple[Figure | str, ...] = (part, " ÷ ", whole, " = ")
    printed = value_words(percent.value, percent.unit)
    if (reach(part) / reach(whole)).times(100).meets(reach(percent)):
        note: tuple[Figure | str, ...] = (
            (percent, " holds")
            if percent.value in {computed, shown}
            else (percent, f" printed, {number_words(shown)}% computed, holds")
        )
        return holds(f"{number_words(part.value)} is {printed} of {number_words(whole.value)}.", *working, *note)
    if told is not _Told.PAIRED:
        meant = _meant(context, part, whole, percent, weighed=told is _Told.WEIGHED)
        if meant is None or meant != (part, whole):
            return None if meant is None else _share(context, *meant, percent)
    return query(
        f"{number_words(part.value)} is {number_words(shown)}% of {number_words(whole.value)}, "
        f"but {printed} is printed; worth checking.",
        *working,
        f"{number_words(shown)}%, ",
        percent,
        " is printed",
    )


def _meant(
    context: Context, part: Figure, whole: Figure, percent: Figure, *, weighed: bool
) -> tuple[Figure, Figure] | None:
    """Return the part and the whole that a percentage is meant of, others than those given perhaps; None for none.

    ``weighed`` tells that the words about the percentage have been weighed, wherever it stands.
    """
    than = _LESS_THAN.search(context.passages.between(percent, whole)) is not None
    new = not weighed and of_something_new(context, part, whole, percent)
    if (
        new
        or (not than and _of_another_base(context, part, whole, percent))
        or of_its_own(context, part, whole, percent)
    ):
        return None
    before = not than and is_of_what_was_before(context, part, whole, percent)
    elsewhere = before or is_of_its_row(context, part, percent)
    if elsewhere or is_explained(context, part, whole, percent) or is_anothers_share(context, part, whole, percent):
        return None
    meant = another_whole(context, part, whole, percent)
    rather = another_part(context, part, whole, percent) if meant is None else None
    if meant is not None or rather is not None:
        return rather or part, meant or whole
    return part, whole


_MOVED = re.compile(
    r"\b(?:over|under|over-?sp\w+|under-?sp\w+|varian\w+|deficit|surplus|shortfall|saving\w*|more|less|ris\w+|rose|fell|fall\w*"
    r"|increas\w+|reduc\w+|decreas\w+|growth|grew|up|down|cut|pressure|overrun|above|below|additional|extra|remaining|rest)\b"
)
_LESS_THAN = re.compile(r"\b(?:less|more|lower|higher|fewer) than\b")
"""What makes the whole behind a percentage its own: "£1.2m (10.9%) less than the grants, which came to £11.1m"."""


def _of_another_base(context: Context, part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether a percentage is of the other figure without the part, or of both together.

    "Outturn £45.2m, an overspend of £3.6m or 8.5%" is of the budget; "£1.6m (30%), with the remaining £3.7m" of all.
    """
    if part.unit is not Unit.GBP:
        return False
    beside = f"{context.passages.before(part, 80)} {context.passages.after(part, 60)}"
    moved = part.nature in {Nature.VARIANCE, Nature.CHANGE} or _MOVED.search(beside) is not None
    bases = (whole.value - part.value if moved else Decimal(0), whole.value + part.value)
    return any(
        base > 0 and abs(part.value / base * 100 - percent.value) <= max(percent.step, Decimal("0.1")) for base in bases
    )


def check_shares(context: Context) -> Iterator[Outcome]:
    """Say of every count that stands beside its percentage whether the two agree.

    The whole is the one that the sentence names ("46 of the 306 …"), the one that "of these" points at, or
    the one that a list's lead-in names. Source: rule 2 of the list of checks ("4/40 = 10 %").
    """
    whole_of = _wholes(context)
    done: set[str] = set()
    settled: set[str] = set()
    for sentence in context.passages.sentences:
        for percent, part, whole in _pairs(context, sentence, whole_of):
            if percent.id in done or _is_change(context, part, whole, percent) or _is_of_others(context, part, percent):
                continue
            outcome = _share(context, part, whole, percent)
            if outcome is not None:
                done.add(percent.id)
                settled |= {f.id for f in outcome.figures}
                yield outcome
    told = (
        shares(context, settled),
        shares_of_subsets(context),
        told_shares(context, done),
        linked_shares(context, done),
    )
    for share in told:
        for part, whole, percent in share:
            other = percent.id in done or _is_change(context, part, whole, percent)
            if other or _is_of_others(context, part, percent):
                continue
            outcome = _share(context, part, whole, percent)
            if outcome is not None:
                done.add(percent.id)
                yield outcome
    yield from _further_off(context, done, settled)
    yield from unfilled_shares(context, frozenset(done))
    yield from unsummed_shares(context, frozenset(done))
    yield from fractions(context)
    yield from round_fractions(context)
    yield from vacancy_rates(context)
    yield from good_or_better(context)


_JUST = re.compile(
    r"\b(?:just|only just|a shade|slightly|a little|marginally|fractionally) (?:under|over|above|below) $"
)


def just(context: Context, percent: Figure) -> Figure:
    """Return "just under 29%" as what it is said of, 28.6% and the like, and not as any share below 29%."""
    if percent.qualifier not in {Qualifier.UNDER, Qualifier.OVER}:
        return percent
    if not _JUST.search(context.passages.before(percent, 30)):
        return percent
    return replace(percent, qualifier=Qualifier.NONE, step=percent.step * 2)


def _further_off(context: Context, done: set[str], settled: set[str]) -> Iterator[Outcome]:
    """Say of what nothing beside it explains whether it goes with the counts and values told further off.

    ``done`` are the percentages that are told of, ``settled`` the counts; what is told here is added to the first.
    """
    moved = frozenset(f.id for said in said_changes(context) for f in said.figures)
    for grown in told_growth(context, moved | done):
        done |= {f.id for f in grown.figures if f.unit is Unit.PERCENT}
        yield grown
    for found, told in ((paired_shares, _Told.PAIRED), (weighed_shares, _Told.WEIGHED)):
        for part, whole, percent in found(context, moved | done):
            outcome = None if percent.id in done else _share(context, part, whole, percent, told)
            if outcome is not None:
                done.add(percent.id)
                yield outcome
    for growth in weighed_growth(context, moved | done):
        done.add(growth.percent.id)
        yield growth_said(growth)
    for part, whole, percent in shares_elsewhere(context, moved | done | settled):
        outcome = _share(context, part, whole, percent, _Told.WEIGHED)
        if outcome is not None:
            yield outcome


def _is_change(context: Context, part: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether a percentage is what was lost from one figure to the next: "from 860 to 774 (10 per cent)"."""
    moved = re.search(r"\bfrom\s*£?$", context.passages.before(whole, 12)) is not None
    goes_on = re.search(r"\bto\s*£?$", context.passages.between(whole, part)) is not None
    left = (reach(whole) - reach(part)) / reach(whole)
    return moved and goes_on and left.times(100).meets(reach(percent))


def _is_of_others(context: Context, part: Figure, percent: Figure) -> bool:
    """Tell whether a percentage is of those whom a count leaves out, or of one thing among several that it has."""
    return is_all_but(context, part) or _OF_ONE_AMONG.search(context.passages.between(part, percent)) is not None


def _wholes(context: Context) -> dict[str, Figure]:
    """Return the whole of every part of a group, by the part's id."""
    found: dict[str, Figure] = {}
    for group in groups(context):
        if group.complete or adds_up(group.parts, group.whole):
            for part in group.parts:
                found.setdefault(part.id, group.whole)
    return found


def _pairs(
    context: Context, sentence: Sentence, whole_of: dict[str, Figure]
) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Yield (percentage, part, whole) for the percentages of a sentence that stand beside a count."""
    figures = sentence.figures
    for index, percent in enumerate(figures):
        if percent.unit is not Unit.PERCENT and percent.id not in table_shares(context):
            continue
        found = (
            _part_of_whole(context, figures, index)
            or _part_beside(context, sentence, index, whole_of)
            or _percent_of_whole(context, figures, index)
            or _cohort(context, sentence, index)
            or _in_table(context, percent)
            or _near_by(context, sentence, index)
        )
        if found is not None:
            yield percent, *found


def _part_of_whole(context: Context, figures: Sequence[Figure], index: int) -> tuple[Figure, Figure] | None:
    """Return part and whole of "372 of the 480 children … (77.5%)" in front of the percentage."""
    if index < 2:
        return None
    part, whole, percent = figures[index - 2 : index + 1]
    if not (is_count(part) and is_count(whole) and part.unit is whole.unit):
        return None
    gap = context.passages.between(whole, percent)
    first = context.passages.between(part, whole)
    beside = OUT_OF.fullmatch(first) or re.fullmatch(
        r"[a-z ]{1,60} out of(?: the| a total of| an establishment of)?(?: [a-z]+ of)?\s*", first
    )
    if (
        beside
        and len(gap) < 120
        and (gap.rstrip().endswith("(") or _RATE_BEHIND.search(gap))
        and not _OTHER_RATE.search(gap)
    ):
        return part, whole
    return None


def _part_beside(
    context: Context, sentence: Sentence, index: int, whole_of: dict[str, Figure]
) -> tuple[Figure, Figure] | None:
    """Return part and whole of a count with its percentage in brackets behind it or the other way round."""
    figures = sentence.figures
    percent = figures[index]
    if not index:
        return None
    part = figures[index - 1]
    gap = context.passages.between(part, percent)
    if not is_count(part) or not _BRACKET.fullmatch(gap) or _OTHER_RATE.search(gap):
        return None
    if part.id in whole_of:
        return part, whole_of[part.id]
    if re.match(r"\s*of (?:them|these|those|the)\b", gap):
        return _of_them(context, sentence, part, percent)
    whole = _whole_in_front(context, sentence, index)
    return None if whole is None else (part, whole)


def _whole_in_front(context: Context, sentence: Sentence, index: int) -> Figure | None:
    """Return the whole of "Of the 412 families, 268 (65.0%)", or of "Of these, 268 (65.0%)" with it just before."""
    part = sentence.figures[index - 1]
    front = [f for f in sentence.figures[: index - 1] if f.unit is part.unit and is_count(f)]
    if front:
        lead = context.passages.low[sentence.span.start : front[0].span.start]
        if re.search(r"\bof(?: the| those| these| our| all)?\s*$", lead):
            return front[0]
    turn = OF_THESE.match(sentence.low)
    before = context.passages.previous(sentence)
    if turn and before is not None and before.paragraph == sentence.paragraph:
        wholes = [f for f in before.figures if f.unit is part.unit and context.can_be_part(f)]
        if len(wholes) == 1:
            return wholes[0]
    return None


def _of_them(context: Context, sentence: Sentence, part: Figure, percent: Figure) -> tuple[Figure, Figure] | None:
    """Return part and whole of "418 of them (86.0%)": the whole stands before it in the sentence, or in the one before.

    Where several could be meant, only one that agrees is taken.
    """
    front = [f for f in sentence.figures if f.span.end <= part.span.start]
    before = context.passages.previous(sentence)
    if not front and before is not None and before.paragraph == sentence.paragraph:
        front = list(before.figures)
    wholes = [f for f in front if f.unit is part.unit and context.can_be_part(f) and f.value > 0]
    fitting = [w for w in wholes if (reach(part) / reach(w)).times(100).meets(reach(percent))]
    if fitting:
        return part, fitting[-1]
    now = [w for w in wholes if not COMPARISON.search(context.passages.before(w, 25))]
    return (part, now[0]) if len(now) == 1 else None


def _percent_of_whole(context: Context, figures: Sequence[Figure], index: int) -> tuple[Figure, Figure] | None:
    """Return part and whole of "77.5% (372 of 480)"."""
    if index + 2 >= len(figures):
        return None
    percent, part, whole = figures[index : index + 3]
    if not (is_count(part) and is_count(whole) and part.unit is whole.unit):
        return None
    if _OPENING.fullmatch(context.passages.between(percent, part)) and OUT_OF.fullmatch(
        context.passages.between(part, whole)
    ):
        return part, whole
    return None


def _cohort(context: Context, sentence: Sentence, index: int) -> tuple[Figure, Figure] | None:
    """Return part and whole of "Of the 388 assessments, 341 were completed in time, 87.9%" and of a rate so named."""
    figures = sentence.figures
    if index < 2 or len([f for f in figures[:index] if is_count(f)]) != 2:
        return None
    whole, part, percent = figures[index - 2 : index + 1]
    if not (is_count(whole) and is_count(part) and whole.unit is part.unit):
        return None
    lead = context.passages.low[sentence.span.start : whole.span.start]
    gap = context.passages.between(part, percent)
    middle = context.passages.between(whole, part)
    turned = (
        re.search(r"\b(?:out )?of(?: the| those| these| all| a total of)?\s*$", lead) is not None
        or "of which" in middle
    )
    if (
        turned
        and re.search(r"(?:,|\(|\bor\b|i\.e\.)[a-z .'-]{0,40}$", gap)
        and not _OTHER_RATE.search(gap)
        and len(gap) < 90
    ):
        return part, whole
    return None


_LINK = re.compile(
    r"(?:[(–—-]|\bor|\bi\.e\.|\b(?:a|the) (?:[a-z-]+ ){0,2}?(?:rate|share|proportion|percentage) of"
    r"|\bwhich (?:is|was|makes|gave)"
    r"|\bthat is|\bso that|\bequivalent to|\brepresenting|\bgiving|\banother way|\bin other words|\bequating to"
    r"|\bequal to|\bamounting to|,)(?: (?:or|about|some|only|just|nearly|to))*\s*$"
)
_OF_THEM = re.compile(r"\s*(?:%|per cent|percent)?\s*of (?:them|these|those|whom|which)\b")
"""Behind a percentage: the count in front of it is the whole, "68 children were considered, 86% of them in time"."""
_SAYS_SHARE = re.compile(r",\s*(?:which (?:is|was) )?(?:equivalent to|representing|equal to|equating to)[a-z ]{0,12}$")
_BEFORE_PART = re.compile(r"^\s*(?:%|per cent|percent)?[^.;:%]{0,60}?\((?:i\.e\. |that is )?\s*$")
_NOT_A_SHARE = re.compile(
    r"\b(?:increase|decrease|rise|fall|reduction|growth|drop|more|fewer|less|higher|lower|up|down|target|average"
    r"|compared|against|national\w*|england|previous|uplift|change|below|above|over|saving|last year|from)\b"
)


def _near_by(context: Context, sentence: Sentence, index: int) -> tuple[Figure, Figure] | None:
    """Return part and whole of a percentage that the words tie to the count just before or behind it.

    The whole is looked for among the counts of the same sentence and of the one before. The pair that agrees is meant;
    where none does, the only whole that there is, or one that a slip of typing keeps from agreeing.
    """
    figures, passages = sentence.figures, context.passages
    percent = figures[index]
    parts: list[Figure] = []
    if index and is_count(figures[index - 1]):
        gap = passages.between(figures[index - 1], percent)
        open_gap = ")" not in gap.rstrip(" ,") or gap.count("(") >= gap.count(")")
        claim = gap.rpartition(",")[2] if _SAYS_SHARE.search(gap) else gap
        own_share = _OF_THEM.match(passages.after(percent, 30)) is None
        if own_share and len(gap) < 110 and open_gap and _LINK.search(gap) and not _NOT_A_SHARE.search(claim):
            parts.append(figures[index - 1])
            if index > 1 and re.fullmatch(
                r"\s*(?:out )?of (?:the |those |all )?\s*", passages.between(*figures[index - 2 : index])
            ):
                parts.append(figures[index - 2])
    if index + 1 < len(figures) and is_count(figures[index + 1]):
        gap = passages.between(percent, figures[index + 1])
        if _BEFORE_PART.match(gap) and not _NOT_A_SHARE.search(gap):
            parts.append(figures[index + 1])
    weak = _WEAK_LINK.search(passages.before(percent, 30)) is not None
    named = _named_whole(context, figures, index)
    if named is not None:
        return named
    parts = [f for f in parts if not re.search(r"\bfrom\b[^.;]*\bto\s*$", passages.before(f, 60))]
    if not parts or _NOT_A_SHARE.search(passages.before(percent, 16)):
        return None
    beside = list(parts)
    parts += [f for f in figures[:index] if is_count(f) and f not in parts]
    before = passages.previous(sentence)
    pool = [*(before.figures if before is not None and before.paragraph == sentence.paragraph else ()), *figures]
    pairs = [
        (part, whole)
        for part in parts
        for whole in pool
        if whole is not part and is_count(whole) and whole.unit is part.unit and whole.value >= part.value > 0
    ]
    fitting = [pair for pair in pairs if fits(*pair, percent)]
    fitting = fitting or [pair for pair in _of_earlier(context, sentence, parts) if fits(*pair, percent)]
    if fitting:
        return fitting[-1]
    close = [pair for pair in pairs if pair[0] in beside]
    here = [pair for pair in close if pair[1] in figures] or close
    if len(here) == 1 and not weak and plausible(*here[0], percent):
        return here[0]
    slips = [pair for pair in pairs if is_slip(percent, printed_share(*pair))]
    return slips[-1] if slips else None


def _of_earlier(context: Context, sentence: Sentence, parts: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield parts with the wholes that stand further up in the paragraph."""
    for whole in context.passages.paragraphs[sentence.paragraph].figures:
        if whole.span.end <= sentence.span.start and is_count(whole):
            yield from ((p, whole) for p in parts if whole.unit is p.unit and whole.value >= p.value > 0)


_OF_WHOLE = re.compile(r"(?:%|per cent|percent)?,?\s*of (?:the|all|our|all the|those|these|its)?\s*(?:[a-z]+ )?")


_PUT_IN = re.compile(r"[a-z' -]{0,50}, (?:or |i\.e\. |that is |being |some |a total of )?£?")
_IN_ALL = re.compile(r" in (?:all|total|number)\b| (?:of them|altogether)\b|[,.)]")
"""What closes a count that is put in behind its share: "38% of the 1,408 people in treatment, 535 in all, …"."""


def _named_whole(context: Context, figures: Sequence[Figure], index: int) -> tuple[Figure, Figure] | None:
    """Return part and whole of "36%, of the 250 respondents (90 people)", or of "135 represents 4.5% of the 3,000"."""
    percent = figures[index]
    if index and index + 1 < len(figures):
        part, whole = figures[index - 1], figures[index + 1]
        link = context.passages.between(part, percent)
        told = re.search(r"\b(?:represent\w*|equals?|amount\w* to|makes? up|or|is|was|were|are)\b[a-z ]{0,14}$", link)
        fits = is_count(part) and is_count(whole) and whole.unit is part.unit and 0 < part.value <= whole.value
        if told and fits and len(link) < 70 and _OF_WHOLE.fullmatch(context.passages.between(percent, whole)):
            return (part, whole) if plausible(part, whole, percent) else None
    if index + 2 >= len(figures):
        return None
    percent, whole, part = figures[index : index + 3]
    if not (is_count(whole) and is_count(part) and whole.unit is part.unit and 0 < part.value <= whole.value):
        return None
    first, second = context.passages.between(percent, whole), context.passages.between(whole, part)
    bracket = re.fullmatch(r"[a-z' -]{0,50}\((?:i\.e\. )?", second.rstrip())
    put_in = _PUT_IN.fullmatch(second) and _IN_ALL.match(context.passages.after(part, 24))
    told = _OF_WHOLE.fullmatch(first) and (bracket or put_in)
    return (part, whole) if told and plausible(part, whole, percent) else None


_WEAK_LINK = re.compile(r"\b(?:so that|giving|gave|that is|in other words|another way|makes?)[^.;%]{0,12}$")


def _in_table(context: Context, percent: Figure) -> tuple[Figure, Figure] | None:
    """Return part and whole of a cell of a table's column of percentages, where the column beside it has a total.

    The column of counts is the one whose shares of its last row agree in most rows.
    """
    return table_shares(context).get(percent.id)


SHARES = Rule(2, "share of a whole", Severity.HIGH, "A count's percentage is its share of the whole.", check_shares)
