"""Rule 36: a later step of the process is not more frequent than the step before it, nor a count than what it is of.

"38 of the 31 were boys" is asked about here: nothing is added up, as rule 1 does, but more came out than went in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from crossfoot.checks.arithmetic.wholes.parts_and_whole import is_of_posts, larger_parts, more_than_all, too_many
from crossfoot.checks.arithmetic.wholes.within import within
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import COMPARISON
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.checks.basis.subsets import subsets
from crossfoot.model import Figure, Nature, Period, Qualifier, Severity, Unit

_CHAINS = (
    ("contacts", "referrals", "initial_assessments", "core_assessments"),
    ("contacts", "referrals", "single_assessments"),
    ("contacts", "referrals", "assessments"),
    ("enquiries", "referrals"),
    ("requests", "assessments", "plans_issued"),
    ("applications", "approvals"),
    ("applications", "shortlisted", "interviewed", "appointed"),
    ("referrals", "strategy_discussions", "section_47_enquiries", "initial_child_protection_conferences"),
    ("referrals", "section_47_enquiries", "initial_child_protection_conferences", "child_protection_plans_starting"),
)


_WERE = r"(?:of them |of these )?(?:(?:people|candidates|applicants|of them|of these) )?(?:had been |were |was )?"
_NOUNS = (
    ("contacts", r"contacts"),
    ("initial_assessments", r"initial assessments"),
    ("core_assessments", r"core assessments"),
    ("single_assessments", r"single assessments"),
    ("strategy_discussions", r"strategy (?:discussions|meetings)"),
    ("section_47_enquiries", r"section 47 (?:enquiries|investigations)"),
    ("initial_child_protection_conferences", r"initial (?:child protection )?conferences"),
    ("enquiries", r"enquiries"),
    ("assessments", r"assessments"),
    ("referrals", r"referrals"),
    ("requests", r"requests"),
    ("plans_issued", r"plans (?:issued|agreed|finalised)"),
    ("applications", r"applications"),
    ("approvals", r"(?:approvals|awards|offers made)"),
    ("shortlisted", rf"{_WERE}short-? ?listed"),
    ("interviewed", rf"{_WERE}interviewed"),
    ("appointed", rf"{_WERE}appointed"),
)
_A_STEP_AND_THE_NEXT = 2
_OF_PEOPLE = frozenset({"shortlisted", "interviewed", "appointed"})
_BEHIND = tuple((key, re.compile(rf"\s*(?:[a-z]+ )?{noun}\b")) for key, noun in _NOUNS)
_FRONT = tuple(
    (
        key,
        re.compile(
            rf"\b{noun}\b(?: (?:received|made|carried out|completed|held|undertaken|issued|accepted|started))?"
            r"(?:[a-z ]{0,30}\b(?:numbered|were|was|totall?ed|at|came to)\s+|\s*[|:\t ]\s*)$"
        ),
    )
    for key, noun in _NOUNS
)


_HOW = re.compile(
    r"\s*(?:[a-z]+ ){1,3}?(?:had been |were |was )?(?:held|made|completed|done) (?:late|on time|in time|out of time)\b"
)


_A_CHANGE = re.compile(
    r"\b(?:increase|rise|fall|decrease|reduction|difference|growth|drop) (?:is|was|of|being|by|came to)\s*$"
)


def _step(context: Context, figure: Figure) -> str:
    """Return which step of a process a count is of: by its indicator, or by the noun beside it where it has none."""
    after, before = context.passages.after(figure, 40), context.passages.before(figure, 60)
    if _HOW.match(after) or _A_CHANGE.search(before):
        return ""  # "the increase is 476" counts no step; "46 conferences had been held late" are some of them
    behind = next((key for key, pattern in _BEHIND if pattern.match(after)), "")
    if behind in _OF_PEOPLE:
        return behind
    if figure.indicator is not None:
        # "180 referrals and 260 assessments": the noun behind a count tells more than what was carried to it.
        return behind if behind == "assessments" and figure.indicator == "referrals" else figure.indicator
    return behind or next((key for key, pattern in _FRONT if pattern.search(before)), "")


def _steps(context: Context) -> dict[str, list[Figure]]:
    """Return the counts of a record by the step that they are of, each looked at once."""
    found: dict[str, list[Figure]] = {}
    for figure in context.figures:
        if figure.unit in {Unit.COUNT, None} and (step := _step(context, figure)):
            found.setdefault(step, []).append(figure)
    return found


_FAR = 6
"""What is so many times more than the step before it was counted of something else."""


def check_funnel(context: Context) -> Iterator[Outcome]:
    """Say of the steps of a process within one period whether each is at most as frequent as the one before.

    Source: rule 36 of the list of checks ("more assessments than referrals in the same period").
    """
    asked: set[tuple[str, str]] = set()
    for outcome in (
        *_gone_on(context),
        *_parts(context),
        *_rungs(context),
        *_of_them(context),
        *_more_than_there_are(context),
    ):
        pair = (outcome.figures[0].id, outcome.figures[1].id)
        if pair not in asked and pair[::-1] not in asked:
            asked.add(pair)
            yield outcome
    told = context.once(_steps)
    for chain in _CHAINS:
        if sum(key in told for key in chain) < _A_STEP_AND_THE_NEXT:
            continue
        for steps in (*_by_period(context, chain).values(), *_by_sentence(context, chain), *_by_rows(context, chain)):
            ordered = [steps[key] for key in chain if key in steps]
            if len(ordered) < 2:
                continue
            wrong = [(a, b) for a, b in pairwise(ordered) if a.value < b.value <= a.value * _FAR]
            for before, after in wrong:
                if (before.id, after.id) not in asked:
                    asked.add((before.id, after.id))
                    yield _stepped(before, after)
            key = (ordered[0].id, ordered[-1].id)
            if not wrong and key not in asked:
                asked.add(key)
                parts: list[Figure | str] = []
                for figure in ordered:
                    parts += [" ≥ ", figure] if parts else [figure]
                yield holds("Each step is at most as frequent as the one before.", *parts, " holds")


_ON = re.compile(
    r"\s*(?:of (?:them|these|those) |[a-z]+ )?(?:had |have |were |was )?"
    r"(?:(?:gone|went|moved|passed) on (?:to|for)|progress(?:ed|ing) to|proceeded to|taken (?:on|forward|further) to"
    r"|put through to|escalated to|converted (?:to|into)|accepted (?:as|for)|referred on)\b"
)
_OF_THESE = re.compile(r"\s*(?:[a-z]+ ){0,2}?of (?:these|those|them|which)\s*(?:[.,;)]|$)")
_OF_THE = re.compile(r"\s*of (?:the|these|those) (?P<noun>[a-z]{4,}s)\b")
_FROM_WHICH = re.compile(
    r"\b(?:from|out of) (?:which|whom|these|those|them)(?: there)?(?: (?:had been|have been|had|have|came|come|were"
    r"|was))?"
    r"(?: made| received| resulted| followed)?\s+$"
)
_ASKS = re.compile(
    r"\s*(?:[a-z-]+ ){0,2}?(?:enquir|inquir|contacts?\b|calls?\b|requests?\b|expressions of|approaches\b|referrals?\b"
    r"|notifications?\b|applications?\b|applicants?\b)"
)
"""What each may bring one application or referral, and no more."""
_IS_ASKED = re.compile(r"\s*(?:[a-z-]+ ){0,2}?(?:applications?|applicants?|referrals?|assessments?|approvals?)\b")
"""What a step of asking or granting is of, that "from which" makes one of those that came before."""
_PART_OF = re.compile(r"\s*(?:out )?of (?:the|these|those|our|all)(?: the| these| those)?\s*")
_COUNTED = frozenset({Unit.COUNT, None})


_FROM_THESE = re.compile(r"\bhad been\b|\b(?:from|out of) (?:these|those|them|this|which|whom|among)\b")


def _compares(words: str) -> bool:
    """Tell whether a sentence compares times; "from these 24 were short listed" does not."""
    return COMPARISON.search(_FROM_THESE.sub("", words)) is not None


def _gone_on(context: Context) -> Iterator[Outcome]:
    """Yield whether those who went on to a next step, or "96 of these", are at most as many as they come from.

    They come from the one other count of the sentence, which stands before them.
    """
    for sentence in context.passages.sentences:
        if len(sentence.figures) != _A_STEP_AND_THE_NEXT:
            continue
        whole, part = sentence.figures
        if _PART_OF.fullmatch(context.passages.between(whole, part)):
            continue  # of "18 of the 26 had gone on" the first is the part
        behind = context.passages.low[part.span.end : sentence.span.end]
        of_these = _OF_THESE.match(behind)
        named = _OF_THE.match(behind)
        if named and re.search(rf"\b{named['noun']}\b", context.passages.low[sentence.span.start : part.span.start]):
            of_these = named
        gap = context.passages.between(whole, part)
        from_which = _ASKS.match(gap) and _FROM_WHICH.search(gap) and _IS_ASKED.match(behind)
        if not (of_these or from_which or _ON.match(behind)) or _ON.match(gap):
            continue
        usual = all(
            f.unit in _COUNTED and f.qualifier is Qualifier.NONE and f.nature in {Nature.ACTUAL, None}
            for f in (whole, part)
        )
        # what stands in front of the whole says nothing of the part: "enquiries from families"
        if not usual or _compares(sentence.low[whole.span.end - sentence.span.start :] if of_these else sentence.low):
            continue
        if not of_these and _own_date(context, whole) != _own_date(context, part):
            continue
        if part.value <= whole.value * _FAR:
            yield compared_steps(whole, part)


def compared_steps(whole: Figure, part: Figure) -> Outcome:
    """Return whether a part is at most as many as what it is a part of."""
    if part.value <= whole.value:
        return holds("As many went on as there were, or fewer.", whole, " ≥ ", part, " holds")
    return query(
        "More are said to have gone on to the next step than there were; worth checking.",
        whole,
        " is less than ",
        part,
    )


_EACH_SEVERAL = re.compile(r"\b(?:accounts?|accounted|accounting) for\b|\bresponsible for\b|\bbetween them\b")
"""What some have or do, and each of them more than once: "The 96 account for 571 of the episodes"."""


def _parts(context: Context) -> Iterator[Outcome]:
    """Yield whether what the words make a part of a count is at most as many."""
    for subset in subsets(context):
        gap = context.passages.between(subset.whole, subset.part)
        if subset.relative or _EACH_SEVERAL.search(gap) is not None:
            continue
        if subset.part.value <= subset.whole.value * _FAR:
            yield compared_steps(subset.whole, subset.part)


def _of_them(context: Context) -> Iterator[Outcome]:
    """Yield what is told as a part of counts before it and is more than any of them."""
    for one in within(context):
        counted = one.part.unit in _COUNTED and one.ceiling.unit in _COUNTED
        if counted and one.part.value > one.ceiling.value:
            yield replace(more_than_all(one.part, one.ceiling), figures=(one.ceiling, one.part))


def _more_than_there_are(context: Context) -> Iterator[Outcome]:
    """Yield the counts that are more than what they are said to be of: "37 of the 34 homes", "of these 76, 90"."""
    for part, whole in too_many(context):
        if not is_of_posts(context, whole):
            yield replace(more_than_all(part, whole), figures=(whole, part))
    for outcome in larger_parts(context):
        if outcome.figures[0].unit is not Unit.GBP:
            yield replace(outcome, figures=outcome.figures[::-1])


def _rungs(context: Context) -> Iterator[Outcome]:
    """Yield whether rows under each other, from asking to granting, grow no larger."""
    for before, after in _by_ladder(context):
        if after.value <= before.value * _FAR:
            yield _stepped(before, after)


def _own_date(context: Context, figure: Figure) -> Period | None:
    """Return the period that a figure's own words give it, or None."""
    return figure.period if context.dates_itself(figure) else None


def _by_sentence(context: Context, chain: tuple[str, ...]) -> Iterator[dict[str, Figure]]:
    """Yield the steps of a chain that one sentence gives, one count of each, none of them for comparison."""
    step_of = {f.id: key for key in chain for f in context.once(_steps).get(key, ())}
    for sentence in context.passages.sentences:
        if len(sentence.figures) < _A_STEP_AND_THE_NEXT:
            continue
        steps = [f for f in sentence.figures if f.id in step_of]
        keys = [step_of[f.id] for f in steps]
        plain = all(f.qualifier is Qualifier.NONE and f.nature in {Nature.ACTUAL, None} for f in steps)
        dated = {f.period.end for f in steps if f.period is not None and context.dates_itself(f)}
        if (
            len(dated) <= 1
            and len(steps) == len(sentence.figures) == len(set(keys))
            and plain
            and not _compares(sentence.low)
        ):
            yield dict(zip(keys, steps, strict=True))


def _by_rows(context: Context, chain: tuple[str, ...]) -> Iterator[dict[str, Figure]]:
    """Yield the steps of a chain that rows under each other give, one count in each: a table of one period."""
    step_of = {f.id: key for key in chain for f in context.once(_steps).get(key, ())}
    steps: dict[str, Figure] = {}
    for paragraph in (*context.passages.paragraphs, None):
        figure = paragraph.figures[0] if paragraph is not None and len(paragraph.figures) == 1 else None
        row = paragraph is not None and (paragraph.is_row or paragraph.kind in {"item", "short"})
        if figure is not None and row and step_of.get(figure.id, "") not in {"", *steps}:
            steps[step_of[figure.id]] = figure
            continue
        if len(steps) >= 2:
            yield steps
        steps = {}


def _by_period(context: Context, chain: tuple[str, ...]) -> dict[Period, dict[str, Figure]]:
    """Return the total counts of a chain's steps by the period they are of."""
    found: dict[Period, dict[str, Figure]] = {}
    for key in chain:
        for figure in context.once(_steps).get(key, ()):
            total = (
                figure.unit in {Unit.COUNT, None}
                and (not context.is_subset(figure) or _ON.match(context.passages.after(figure, 60)) is not None)
                and figure.qualifier in {Qualifier.NONE, Qualifier.APPROX}
            )
            if (
                total
                and figure.period is not None
                and context.dates_itself(figure)
                and figure.nature in {Nature.ACTUAL, None}
            ):
                found.setdefault(figure.period, {}).setdefault(key, figure)
    return found


def _stepped(before: Figure, after: Figure) -> Outcome:
    """Return whether a step of a process is at most as frequent as the one before it."""
    if after.value <= before.value:
        return holds("Each step is at most as frequent as the one before.", before, " ≥ ", after, " holds")
    return query(
        "A later step of the process is more frequent than the step before it in the same period; worth checking.",
        before,
        " is less than ",
        after,
    )


_LADDER = tuple(
    (rank, re.compile(rf"^(?:number of |total )?(?:(?:new|initial|first|formal|eligible) )?(?:{nouns})\b"))
    for rank, nouns in (
        (0, r"calls|contacts|enquir\w+|inquir\w+|expressions of interest|invitations|invited|approaches|notifications"),
        (1, r"referrals|requests|applications|applicants|applied|home visits|visits made|appeals (?:received|lodged)"),
        (
            2,
            r"assessments?(?: (?:begun|started|completed|undertaken|made))?|assessed|screened|(?:people )?shortlisted",
        ),
        (3, r"interviews?(?: held)?|interviewed|panel|plans (?:agreed|issued)|recommended|eligible"),
        (4, r"approvals|approved|appointments|appointed|awards|awarded|offers|grants paid|placements made|accepted"),
    )
)


def _rank(label: str) -> int | None:
    """Return how late in any process of asking and granting the step is that a row names, or None."""
    return next((rank for rank, nouns in _LADDER if nouns.search(label)), None)


def _by_ladder(context: Context) -> Iterator[tuple[Figure, Figure]]:
    """Yield neighbouring rows of one number each that name steps of one process, from asking to granting."""
    last: tuple[int, Figure] | None = None
    for paragraph in context.passages.paragraphs:
        row = paragraph.is_row or paragraph.kind in {"item", "short"}
        figure = paragraph.figures[0] if row and len(paragraph.figures) == 1 else None
        if figure is None or figure.unit not in {Unit.COUNT, None}:
            last = None
            continue
        label = context.passages.low[paragraph.span.start : figure.span.start].strip(" |\t-–•*")
        rank = _rank(label or context.passages.after(figure, 40).strip(" |\t-–:"))
        if rank is not None and last is not None and rank > last[0]:
            yield last[1], figure
        last = (rank, figure) if rank is not None else None


FUNNEL = Rule(
    36,
    "funnel",
    Severity.MEDIUM,
    "No step of the process is more frequent than the one before, and nothing more than what it is of.",
    check_funnel,
)
