"""Counts of those who went on, against the step before: "1,200 were sent, 388 came back", "71 visits, 24 applications".

Steps of one process are known by what was done at each, from asking to an end: a later one is not more frequent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.checks.arithmetic.wholes.funnel import compared_steps
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import COMPARISON
from crossfoot.checks.basis.outcome import Outcome
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Nature, Qualifier, Unit

_COUNTED = frozenset({Unit.COUNT, None})
_FAR = 8
"""What is so many times more than the step before it was counted of something else."""
_ABOUT = r"(?:about |some |around |only |just |nearly |over |almost |at least )*"
_OTHER = re.compile(
    r"\b(?:another|further|additional|others?|more|extra|compared|against|previous\w*|last year|year before|earlier|and"
    r" a|per cent|average|respectively|instead)\b"
)
_FIRST = re.compile(
    r"\b(?:applied|applications? (?:was|were) (?:received|made)|(?:was|were) (?:sent|issued|invited|posted|distributed"
    r"|delivered|arrested|presented|entered|enrolled|registered|advertised|offered|referred|contacted|surveyed|approached"
    r"|asked|begun|started|lodged|submitted|received|inspected|identified)|started|began|entered|enrolled|joined in"
    r"|sat|presented|signed up|went out|came(?! (?:from|into|to|in|of)\b))\b"
)
"""What is done at the first step of a process."""
_LATER = re.compile(
    r"^\s*(?:of them |people |candidates |applicants |children |pupils )?(?:(?:was|were|had been|have been) )?"
    r"(?:interviewed|short-?listed|appointed|came back|come back|returned|replied|responded|finished|completed|charged"
    r"|convicted|passed|accepted|approved|took (?:it|them) up|turned up|attended|filled in|sent back|answered|graduated"
    r"|rehoused|resolved|upheld|allowed|succeeded|successful|granted|stayed)\b"
)
"""What became of some, as the words behind their number say."""
_BY = re.compile(
    r"\b(?:charges? (?:was|were) brought against|(?:replies|responses|answers) (?:came|were received|were had) from"
    rf"|(?:was|were) (?:returned|completed|filled in) by|offers? (?:was|were) made to)\s+{_ABOUT}$"
)
"""What became of some, as the words in front of their number say."""
_DONE = re.compile(
    r"\b(?P<done>accepted|approved|shortlisted|interviewed|appointed|housed|placed|granted|awarded|completed|rehoused"
    r"|admitted|enrolled|recruited|offered"
    rf"|accepted (?:a|the) (?:main |full )?(?:duty|responsibility) (?:to|for|towards))\s+{_ABOUT}$"
)
_ASKED = re.compile(
    r"^\s*(?:[a-z]+ ){0,2}?(?:applications?|requests?|enquiries|referrals|bids|nominations?|applicants|decisions)\b"
)
"""What was asked for, and what was then done with some, in front of its number: "120 applications, accepted 84"."""
_LEADS = re.compile(
    r"\b(?:resulting in|result(?:ed|s) in|leading to|led to|giving rise to|produc(?:ed|ing)|yield(?:ed|ing)"
    r"|from (?:these|those|which|whom|them)|out of (?:these|those|which)|which in turn"
    r"|translat\w+ into|convert\w+ (?:in)?to)\b"
)
"""Words by which what stands behind them comes out of what stands in front."""
_RANKS = tuple(
    (rank, re.compile(rf"^\s*(?:[a-z]+ ){{0,2}}?(?:{nouns})\b"))
    for rank, nouns in (
        (0, r"enquir\w+|inquir\w+|contacts|calls|expressions of interest|approaches|invitations|letters|leaflets"),
        (1, r"(?:initial |home |first )*visits?|information packs?|packs"),
        (2, r"applications?|requests?|referrals?|bids|nominations?"),
        (3, r"assessments?|short-?listed|screenings?"),
        (4, r"interviews?|interviewed|panels?"),
        (5, r"approvals?|approved|appointments?|appointed|awards?|offers?|placements?|acceptances|convictions?|orders"),
    )
)


def gone_on(context: Context) -> Iterator[Outcome]:
    """Yield whether the later steps that sentences tell are at most as many as those before them."""
    asked: set[str] = set()
    for sentence in context.passages.sentences:
        counts = [f for f in sentence.figures if _plain(f)]
        if not counts or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for whole, part in (
            *_steps(context, sentence, counts),
            *_chain(context, sentence, counts),
            *_done(context, sentence, counts),
        ):
            if part.id not in asked and part.value <= whole.value * _FAR:
                asked.add(part.id)
                yield compared_steps(whole, part)


def _plain(figure: Figure) -> bool:
    """Tell whether a figure counts something that was, and is no bound, average or aim."""
    told = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX}
    return figure.unit in _COUNTED and told and figure.nature in {Nature.ACTUAL, None} and figure.value >= 1


_TWO = 2


def _steps(context: Context, sentence: Sentence, counts: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the counts of a first step with those of what became of some, each from the nearest step in front."""
    if len(counts) < _TWO or not _FIRST.search(sentence.low) or COMPARISON.search(_plain_words(sentence.low)):
        return
    for whole, part in pairwise(counts):
        gap = context.passages.between(whole, part)
        came = _FIRST.search(gap) or _LATER.match(gap)
        went = _LATER.match(context.passages.after(part, 45)) or _BY.search(gap)
        if (
            came
            and went
            and not _OTHER.search(_plain_words(gap))
            and not re.search(r"\bof (?:the|a|all)\s*$", gap)
            and "." not in gap
        ):
            same = _WHAT_BECAME.match(gap)
            if same is None or not re.match(rf"\s*(?:were |was )?{same[1]}\b", context.passages.after(part, 45)):
                yield whole, part


_WHAT_BECAME = re.compile(
    r"[\s\w]*?\b(\w+ed|upheld|held|met|won|lost|found|made|given|taken|sent|put|kept|paid|gone)\b"
)
"""The participle that tells of the first of two counts what became of them."""


def _done(context: Context, sentence: Sentence, counts: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield what was asked for with what was done with some, and that with what was then done with some of these."""
    if len(counts) < _TWO or len(counts) != len(sentence.figures) or COMPARISON.search(_plain_words(sentence.low)):
        return
    told = [_DONE.search(context.passages.before(f, 30)) for f in counts]
    for (whole, before), (part, done) in pairwise(zip(counts, told, strict=True)):
        asked = before is not None or _ASKED.match(context.passages.after(whole, 40))
        gap = context.passages.between(whole, part)
        other = before is None or done is None or before["done"] != done["done"]
        if asked and done is not None and other and not _OTHER.search(gap) and len(gap) <= _NEAR:
            yield whole, part


_NEAR = 65


def _plain_words(words: str) -> str:
    """Return words without "from these" and the like, which compare nothing."""
    return _NO_COMPARISON.sub("", words)


_NO_COMPARISON = re.compile(
    r"\bhad been\b|\b(?:from|out of) (?=these|those|them|which|whom|this)|\bbrought against\b"
    r"|\b(?:received|came|had|heard) from\b"
)
"""Words that compare nothing, though they hold one that may."""


def _chain(context: Context, sentence: Sentence, counts: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield neighbouring steps of one process that a sentence tells as following from each other."""
    leads = _LEADS.search(sentence.low)
    if leads is None or len(counts) < _TWO or COMPARISON.search(_plain_words(sentence.low[: leads.start()])):
        return
    ranked = [(_rank(context, f), f) for f in counts]
    for (early, whole), (late, part) in pairwise(ranked):
        gap = context.passages.between(whole, part)
        if early is not None and late is not None and early < late and not _OTHER.search(gap):
            yield whole, part


def _rank(context: Context, figure: Figure) -> int | None:
    """Return how late in a process of asking and granting the step is that a count's noun names, or None."""
    words = re.split(r"[,;.]|\band\b", context.passages.after(figure, 45))[0]
    return next((rank for rank, nouns in _RANKS if nouns.search(words)), None)
