"""Steps of one process told apart: "Lodged: 143. Heard: 109.", "371 went on to an enquiry", "21 of the leavers".

A label with a colon names each step in a sentence of its own; "went on to" and "became" say of a count that it comes
out of the one that the item or sentence before began with; "8 allowed" behind a comma is some of what was just counted;
"the leavers" are those who were said to have left. None of them can be more than what it comes out of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from crossfoot.checks.arithmetic.wholes.funnel import compared_steps
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome
from crossfoot.checks.basis.passages import Paragraph, Sentence
from crossfoot.model import Figure, Nature, Qualifier, Unit

_STEPS = (
    (
        r"lodged|received|registered|submitted|made|raised|enquiries|inquiries|requests|applications|applied|invited"
        r"|sent|issued|contacts|calls|referrals|referred|advertised|notified|reported"
    ),
    (
        r"heard|decided|determined|considered|assessed|investigated|accepted|short-?listed|attended|replies|replied"
        r"|returned|responses|visited|inspected|closed|completed"
    ),
    r"interviewed|seen at panel|offered",
    (
        r"upheld|allowed|approved|granted|awarded|appointed|successful|in favour|found for|convicted|substantiated"
        r"|adopted|for the (?:parents?|famil(?:y|ies)|appellants?|applicants?|complainants?|council|tenants?)"
    ),
)
_LABEL = tuple(re.compile(rf"\b(?:{words})\b[^.:;\d]{{0,40}}: ?$") for words in _STEPS)
_ALLOWED = (
    r"upheld|allowed|granted|approved|refused|withdrawn|dismissed|rejected|successful|settled|accepted|declined|proven"
)
_SOME_OF = re.compile(r"^\s*(?!(?:and|or|plus|with)\b)(?:[a-z’'-]+ ){0,3}[a-z’'-]+,\s+(?:just |only |all but )?$")
_BARE = re.compile(rf"^\s+(?:of (?:them|these|which) )?(?:{_ALLOWED})\b(?=\s*(?:[.;,)]|$|and\b))")
_FOUND = re.compile(
    r"^ of (?:these|those|them)\b[^.;\d]{0,20}\band (?:has |had |have )?(?:found|upheld|allowed|granted|approved|agreed"
    rf"|dismissed|ruled|{_ALLOWED})\b[^.;\d]{{0,50}}$"
)
_WENT_ON = re.compile(
    r"^\s*(?:of (?:these|those|them) )?(?:have |had |then )?(?:went on|gone on|progressed|proceeded|moved on|led|became"
    r"|resulted|turned into|were (?:taken|carried) (?:on|forward))\b"
)
_WHO = (
    (re.compile(r"leavers"), re.compile(r"\b(?:left|leaving|resigned|departed)\b")),
    (re.compile(r"(?:joiners|starters|newcomers|recruits)"), re.compile(r"\b(?:joined|started|recruited|appointed)\b")),
    (re.compile(r"applicants"), re.compile(r"\b(?:applied|applications)\b")),
    (re.compile(r"respondents"), re.compile(r"\b(?:replied|responded|replies|responses|returned|answered)\b")),
    (re.compile(r"appellants"), re.compile(r"\bappeal(?:s|ed)\b")),
    (re.compile(r"complainants"), re.compile(r"\bcomplain(?:ts|ed)\b")),
    (re.compile(r"attenders|those who came"), re.compile(r"\b(?:attended|came|turned up)\b")),
)
"""Those who did something, and the words by which they were counted before."""
_OF_THE = re.compile(r"^ (?:or [a-z]+ )?of the (?P<who>[a-z]+(?: who came)?)\b")
_OTHERS = re.compile(r"\b(?:last year|previous\w*|earlier|other|another|further|year before|compared|against)\b")
_COUNTED = frozenset({Unit.COUNT, None})
_FAR = 8
"""What is so many times more than the step before it was counted of something else."""


def labelled_stages(context: Context) -> Iterator[Outcome]:
    """Yield whether steps that are told in sentences, items or clauses of their own grow no larger."""
    for paragraph in context.passages.paragraphs:
        if paragraph.is_row or not paragraph.figures:
            continue
        yield from _labels(context, paragraph)
        yield from _gone_on(context, paragraph)
        for sentence in paragraph.sentences:
            yield from _in_clauses(context, sentence)
            yield from _of_those(context, paragraph, sentence)


def _plain(figure: Figure) -> bool:
    """Tell whether a figure counts something that was, and is no bound, average or aim."""
    told = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX}
    return figure.unit in _COUNTED and told and figure.nature in {Nature.ACTUAL, None} and figure.value >= 1


def _compared(whole: Figure, part: Figure) -> Iterator[Outcome]:
    """Yield whether a part is at most its whole, where the two are of a size."""
    if _plain(whole) and _plain(part) and part.value <= whole.value * _FAR:
        yield compared_steps(whole, part)


def _labels(context: Context, paragraph: Paragraph) -> Iterator[Outcome]:
    """Yield the steps that labels name one after the other, as in "Appeals lodged: 143. Heard: 109. Upheld: 31"."""
    if ":" not in context.passages.low[paragraph.span.start : paragraph.span.end] or len(paragraph.figures) <= 1:
        return
    last: tuple[int, Figure] | None = None
    for figure in paragraph.figures:
        front = context.passages.before(figure, 70)
        rank = max((i for i, pattern in enumerate(_LABEL) if pattern.search(front)), default=None)
        if rank is None:
            last = last if figure.unit is Unit.PERCENT else None
            continue
        if last is not None and last[0] < rank:
            yield from _compared(last[1], figure)
        last = (rank, figure)


def _gone_on(context: Context, paragraph: Paragraph) -> Iterator[Outcome]:
    """Yield the count that begins a sentence or an item and "went on", against the first of the one before it."""
    for sentence in paragraph.sentences:
        if not sentence.figures or sentence.index == 0 or sentence.figures[0].span.start != sentence.span.start:
            continue
        first = sentence.figures[0]
        before = context.passages.sentences[sentence.index - 1]
        near = before.paragraph == sentence.paragraph or (
            paragraph.kind == "item" and context.passages.paragraphs[before.paragraph].kind == "item"
        )
        begun = before.figures[0] if before.figures else None
        if not near or begun is None or begun.span.start != before.span.start:
            continue
        behind = context.passages.after(first, 80)
        if _WENT_ON.match(behind) and not _OTHERS.search(f"{before.low[:60]} {behind}"):
            yield from _compared(begun, first)


def _in_clauses(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield "39 others, 8 allowed" and "heard seven of these and found for the Council in three"."""
    for whole, part in pairwise(sentence.figures):
        gap = context.passages.between(whole, part)
        bare = _SOME_OF.match(gap) is not None and _BARE.match(context.passages.after(part, 40)) is not None
        if bare or _FOUND.match(gap):
            yield from _compared(whole, part)


def _of_those(context: Context, paragraph: Paragraph, sentence: Sentence) -> Iterator[Outcome]:
    """Yield "21 of the leavers" against those who were said to have left."""
    for part in sentence.figures:
        told = _OF_THE.match(context.passages.after(part, 40))
        if told is None or not _plain(part):
            continue
        did = next((verb for who, verb in _WHO if who.fullmatch(told["who"])), None)
        earlier = [f for f in paragraph.figures if f.span.end <= part.span.start and _plain(f)] if did else []
        wholes = [
            f
            for f in earlier
            if did is not None
            and did.search(re.split(r"[.;,]", context.passages.after(f, 50))[0])
            and not _OTHERS.search(context.passages.after(f, 60))
        ]
        if len(wholes) == 1:
            yield from _compared(wholes[0], part)
