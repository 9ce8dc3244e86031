"""Rule 23: a negation that was probably lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.checks.wording.all_and_some import all_and_some
from crossfoot.checks.wording.among_rejected import among_rejected
from crossfoot.checks.wording.contradictions import Contradiction, consequences, contradictions
from crossfoot.checks.wording.decided_and_why import decided_and_why
from crossfoot.checks.wording.done_though_hindered import done_though_hindered
from crossfoot.checks.wording.none_then_the import none_then_the
from crossfoot.checks.wording.out_of_tune import out_of_tune
from crossfoot.checks.wording.polarity import clashes, unlicensed
from crossfoot.model import Figure, Severity, Span, Unit
from crossfoot.model.wording import value_words

_OPPOSITE = re.compile(r"\b(?P<prefix>un|in|im|non-?|dis)(?P<word>[a-z]{3,}(?:ed|en|able|ate|ete|ory|ful|et|id|t))\b")
_NONE_OF = r"(?<![\d.,])\b(?P<none>no|not any|none|nil|zero|0|never any)\s+"
_NONE = (
    _NONE_OF + r"(?:of (?:the|our|all|these|those)\s+)?"
    r"(?:[a-z-]+ ){{0,3}}?{word}\b(?! (?:needs?|risks?|levels?)\b)"
)
_ANY_NONE = re.compile(_NONE_OF)
_NO_WORKER = re.compile(
    r"\b(?:no|none|nobody|not any) (?:(?!un)[a-z-]+ ){0,4}?allocated (?=(?:[a-z-]+ ){0,6}?(?:cases?|children"
    r"|referrals|episodes|enquir(?:y|ies)|households|adults|clients|contacts|service users"
    r"|assessments|plans|work|families|young people)\b)"
    r"|\bno (?:[a-z-]+ ){0,3}?(?:child|children|cases?|person|family|families)\b[^.;,]{0,45}?\bwith an allocated\b"
    r"|\bnobody allocated\b"
    r"|\bno (?:other )?(?:[a-z-]+ ){0,4}?(?:child|children|person|people|family|families|cases?|leavers?|carers?"
    r"|households?|pupils?|patients?|tenants?|adults?|residents?|young (?:person|people))"
    r"(?: (?:in|on|at|of|under|from|subject to) [a-z ]{2,40}?)? (?:was|were|is|are) with (?:an?|one|any|their own"
    r"|his|her)\b"
)
"""None of what is to be allocated is said to be: to have none unallocated is what is reported."""
_TWICE = re.compile(
    r"\b(?:none|nobody|no one)(?: of (?!which|whom)[a-z ]{3,40}?)? (?:was|were|is|are|had|has|have|did|does|do|would"
    r"|could|will|should) not\b"
    r"|\bno (?!longer|more|doubt|later|less|fewer|one|matter|way|wonder)"
    r"(?:(?!and\b|but\b|or\b|who\b|which\b|that\b|so\b|if\b|as\b|when\b|where\b|because\b)[a-z-]+ ){1,4}?"
    r"(?:was|were|is|are|had|has|have|did|would|could|will|should) not\b"
    r"(?! (?:only|just|merely|all|always|also|necessarily)\b)"
)
"""What is denied twice: "none of the reviews was not held" is said by nobody who means that all were."""
_EACH, _NEAR = re.compile(r"\b(?:all|every\w*|each|both)\b"), 160
_UNDONE = (
    ("completed", re.compile(r"\b(?:overdue|outstanding|late|incomplete|delayed)\b")),
    ("filled", re.compile(r"\b(?:vacant|vacancies|unfilled)\b")),
    ("allocated", re.compile(r"\b(?:(?:not have an|without an?) allocated|waiting|unallocated)\b")),
    ("assessed", re.compile(r"\b(?:waiting|unassessed)\b")),
)
"""Words for what is done, and those that stand where some of it is not: nobody reports that none was done."""


def _undone(words: str) -> Iterator[tuple[str, str]]:
    """Yield the words for what is done whose lack is reported beside them, with the words that report it."""
    for done, lacking in _UNDONE:
        found = lacking.search(words)
        if found is not None:
            yield done, found.group()


def check_negation(context: Context) -> Iterator[Outcome]:
    """Ask about "no allocated …" beside counts that are "unallocated" in the same paragraph.

    Any word will do whose opposite, made by un-, in-, im-, dis- or non-, stands beside it: nobody reports that none
    were placed next to how many were unplaced. Source: rule 23 of the list of checks ("no allocated child protection
    cases" beside two "unallocated" counts).
    """
    yield from _aims_not_met(context)
    yield from among_rejected(context)
    for paragraph in context.passages.paragraphs:
        words = context.passages.low[paragraph.span.start : paragraph.span.end]
        asked: set[int] = set()
        opposites: dict[str, str] = {}
        if _ANY_NONE.search(words) is not None:
            opposites = dict(_undone(words))
            opposites |= {match["word"]: match.group() for match in _OPPOSITE.finditer(words)}
        for word, opposite in opposites.items():
            if f" {word}" not in words and f"\n{word}" not in words:
                continue  # only in the opposite itself: a pattern for it need not be made
            for match in re.finditer(_NONE.format(word=re.escape(word)), words):
                span = Span(paragraph.span.start + match.start(), paragraph.span.start + match.end())
                asked.add(span.start)
                quote = " ".join(span.cut(context.text).split())
                figures = [f for f in paragraph.figures if f.span.overlaps(span)]
                yield query(
                    f"“{quote}” stands beside “{opposite}”; worth checking whether a negation was lost.",
                    f"“{quote}” beside “{opposite}”",
                    figures=figures,
                    span=span,
                    words=quote,
                )
        for none in _NO_WORKER.finditer(words):
            span = Span(paragraph.span.start + none.start(), paragraph.span.start + none.end())
            if span.start not in asked:
                asked.add(span.start)
                quote = " ".join(span.cut(context.text).split())
                yield query(
                    f"“{quote}” is the contrary of what is usual; worth checking whether a negation was lost.",
                    f"“{quote}”",
                    figures=[f for f in paragraph.figures if f.span.overlaps(span)],
                    span=span,
                    words=quote,
                )
        yield from _denied_twice(context, paragraph.span, words, asked)
        against = (
            ()
            if paragraph.is_row
            else (
                *decided_and_why(words, context),
                *out_of_tune(words, context),
                *done_though_hindered(words, context),
            )
        )
        yield from _contradicted(context, paragraph.span, words, asked, against)
        for start, end in unlicensed(words):
            place = Span(paragraph.span.start + start, paragraph.span.start + end)
            quote = " ".join(place.cut(context.text).split())
            yield query(
                f"“{quote}” is said without a “not” or “no” to go with it; worth checking whether one was lost.",
                f"“{quote}”",
                span=place,
                words=quote,
            )
    for block in context.passages.lists:
        # Items that count the same thing contradict each other as the clauses of a sentence do.
        span = Span(block.items[0].span.start, block.items[-1].span.end)
        words = context.passages.low[span.start : span.end]
        words = re.sub(r"\n\s*(?:[-–•*][ \t]*)?", lambda gap: ";".ljust(len(gap.group())), words)
        if any(item.span.end - item.span.start > _SHORT for item in block.items):
            continue
        yield from _contradicted(context, span, words, set(), ())


def _denied_twice(context: Context, span: Span, words: str, asked: set[int]) -> Iterator[Outcome]:
    """Yield what some words deny twice; the places are added to those ``asked`` about."""
    if " not" not in words:
        return
    for twice in _TWICE.finditer(words):
        if _EACH.search(words, max(0, twice.start() - _NEAR), twice.start()):
            continue  # "all had replied; none had not"
        place = Span(span.start + twice.start(), span.start + twice.end())
        asked.add(place.start)
        quote = " ".join(place.cut(context.text).split())
        yield query(
            f"“{quote}” denies the same thing twice; worth checking whether one “not” is too many.",
            f"“{quote}”",
            span=place,
            words=quote,
        )


def _contradicted(
    context: Context, span: Span, words: str, asked: set[int], against: tuple[Contradiction, ...]
) -> Iterator[Outcome]:
    """Yield what some words report none of though they count its opposite; ``asked`` are places asked about before.

    ``against`` are those that are told whether or not a number stands in front of them in their line.
    """
    clashing = (Contradiction(c.start, c.end, c.said, c.against) for c in clashes(words))
    for found in (
        *contradictions(words),
        *consequences(words),
        *clashing,
        *all_and_some(words),
        *none_then_the(words),
        *against,
    ):
        if _PARTLY.match(found.none):
            continue  # that half are good goes with some that are not
        start = span.start + found.start
        line = context.passages.low.rfind("\n", 0, start) + 1
        counted = (
            re.search(r"\d", context.passages.low[max(line, start - _SHORT) : start]) if span.start < line else None
        )
        if (counted and found not in against) or any(abs(start - known) < _CLOSE for known in asked):
            continue  # "140 children with no allocated worker" reports some
        place = Span(start, start + len(found.none))
        quote = " ".join(place.cut(context.text).split())
        yield query(
            f"“{quote}” stands beside “{found.some}”; worth checking whether a negation was lost.",
            f"“{quote}” beside “{found.some}”",
            figures=[f for f in context.figures if f.span.overlaps(place)],
            span=place,
            words=quote,
        )


_PARTLY = re.compile(
    r"(?:about |almost |nearly |over |just |only )*(?:half|an? (?:third|quarter|fifth)|two thirds|three quarters)\b",
    re.IGNORECASE,
)
_CLOSE = 5
_SHORT = 70
"""The longest item, in characters, that only counts something; longer ones are statements of their own."""
_A_SHARE_AND_ITS_AIM = 2
_LESS = re.compile(
    r"\b(?:lost|sick\w*|absen\w+|vacanc\w+|turnover|wait\w*|delay\w*|overdue|unallocated|re-?offend\w*|exclu\w+"
    r"|re-?refer\w+"
    r"|accidents?|complaints?|arrears|errors?|emissions|deaths|empty|vacant|not in education|neet|lapsed|missed"
    r"|repeat|fail\w+"
    r"|admissions?|surplus|residual|landfill|agency|abandon\w*|unemploy\w+)\b"
)
"""What there had better be less of, so that to be below a target is to meet it."""
_AIM = re.compile(
    r"\b(?:target|standard|threshold|ambition|aim|goal|milestone|expectation)s?\b[^.;]{0,60}?\b"
    r"(?P<not>not |never |narrowly |un)?(?:been |quite |yet |fully )*(?P<word>met|achieved|exceeded|reached|hit"
    r"|missed|beaten|surpassed)\b"
    r"|\b(?P<not2>not |failed to |did not |narrowly )?(?P<word2>met|meet|achieved|achieve|exceeded|exceed|hit"
    r"|missed|beat|surpassed)"
    r" (?:the|its|this|that|their) (?:[a-z]+ ){0,2}(?:target|standard|threshold|ambition|goal)\b"
)
_MORE_IS_BETTER = re.compile(
    r"\b(?:complet\w+|within|in time\w*|on time|timel\w+|good|held|seen|visited|collected|recycled|answered"
    r"|achiev\w+|attend\w+"
    r"|pass\w*|allocated|satisfied|paid|reviewed|processed|repaired|decided|determined|in education|suitable"
    r"|offered|up to date)\b"
)


_THEN = re.compile(
    rf" (?:in|by|for|since|during|only in|until) (?:{'|'.join(MONTHS)}|the (?:last|first|final)|q[1-4]|quarter)\b"
)
"""A target that was met in a month of its own is none of the year's: "had been reached in December"."""


def _aims_not_met(context: Context) -> Iterator[Outcome]:
    """Ask about a target that is said to be met, or missed, against the share and the target beside it."""
    for sentence in context.passages.sentences:
        said = _AIM.search(sentence.low)
        if said is None or len(list(_AIM.finditer(sentence.low))) > 1 or _THEN.match(sentence.low, said.end()):
            continue
        words, shares = sentence.low, [f for f in sentence.figures if f.unit is Unit.PERCENT]
        before = context.passages.previous(sentence)
        if len(shares) < _A_SHARE_AND_ITS_AIM and before is not None and before.paragraph == sentence.paragraph:
            # the target in the sentence before: "… With 81% answered in time it had not been met"
            words = f"{before.low} {words}"
            shares = [f for f in (*before.figures, *sentence.figures) if f.unit is Unit.PERCENT]
        if len(shares) != _A_SHARE_AND_ITS_AIM or len(list(_AIM.finditer(words))) > 1:
            continue
        if (_LESS.search(words) and not _MORE_IS_BETTER.search(words)) or re.search(
            r"\b(?:not (?:more|over)|at most|below|maximum)\b", words
        ):
            continue
        aims = [f for f in shares if _is_aim(context, f)]
        if len(aims) != 1:
            continue
        aim = aims[0]
        value = shares[0] if shares[1] is aim else shares[1]
        word = said["word"] or said["word2"]
        denied = bool(said["not"] and said["not"].strip() != "narrowly") or bool(
            said["not2"] and said["not2"].strip() != "narrowly"
        )
        met = (word != "missed") is not denied
        if met == (value.value >= aim.value):
            yield holds("The words agree with the target.", value, " against ", aim, ", holds")
        else:
            side = "below" if value.value < aim.value else "not below"
            yield query(
                f"The text says “{said.group()}”, but {value_words(value.value, value.unit)} is {side} the target of "
                f"{value_words(aim.value, aim.unit)}; worth checking whether a “not” was lost.",
                value,
                " against ",
                aim,
            )


def _is_aim(context: Context, figure: Figure) -> bool:
    """Tell whether the words beside a figure make it the target."""
    before = re.search(
        r"\b(?:target|standard|threshold|aim|goal|ambition)\b(?: for (?:19|20)\d\d(?:[/-]\d{2,4})?)?[^.;:,\d]{0,20}$",
        context.passages.before(figure, 60),
    )
    behind = re.match(r"\s*(?:[a-z]+ )?(?:target|standard|threshold|aim|goal)\b", context.passages.after(figure, 30))
    return before is not None or behind is not None


NEGATION = Rule(23, "lost negation", Severity.HIGH, "No negation was lost.", check_negation)
