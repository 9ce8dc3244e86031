"""Totals that a sentence or a line of its own gives for the parts told right before it.

"There are 14 workers, 6 seniors and 2 deputies. The complement is 22", "- police: 212 - schools: 146 - health: 97" and
under it "Total: 455", "212 …, 146 … and 97 …; the figure for all three is 455". Nothing but the parts stands before,
joined as a row, and nothing but the total behind, called so by its own words; no slip of typing need explain what does
not add up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from crossfoot.checks.arithmetic.wholes.groups import groups
from crossfoot.checks.arithmetic.wholes.partitions import are_several, is_plain, stands_apart
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import COMPARISON, may_overlap
from crossfoot.checks.basis.outcome import Outcome
from crossfoot.checks.basis.passages import ListBlock, Paragraph, Sentence
from crossfoot.checks.basis.sums import sum_outcome
from crossfoot.model import Figure, Nature, Unit

_WHOLE_NOUN = (
    r"(?:totals?|sum|complement|headcount|establishment|strength|membership|staff|workforce|whole"
    r"|(?:overall|combined|full|entire|total|joint|whole) [a-z]+(?: [a-z]+)?"
    r"|(?:figure|number|total|sum|count|cost|bill) (?:for|of) (?:all|both|the (?:two|three|four|five|six|whole"
    r"|lot))[a-z ]{0,24}"
    r"|all (?:together|told|in all|two|three|four|five|six|seven|eight)[a-z ]{0,20})"
)
_SUMMED = re.compile(
    rf"(?:^|[;:] )(?:and |so )?(?:(?:the|its|their|our|this|a|his|her|that) )?(?:[a-z]+['’]s? )?{_WHOLE_NOUN}"
    r"(?:,? (?:therefore|thus|then|accordingly|so|hence|now|of these|of them|of the (?:two|three|four|five)))?,?"
    r"(?: (?:is|was|are|were|stands at|stood at|comes to|came to|amounts to|amounted to|numbers|numbered|being"
    r"|therefore|thus|then|accordingly))*:?\s*£?$"
    r"|(?:^|[;,:] )(?:and |so )?(?:that|this|these|they|which|it|together|in all,?) (?:together )?(?:makes?"
    r"|made|gives?|gave"
    r"|comes? to|came to|adds? up to|added up to|amounts? to|amounted to)"
    r"(?: a| the)?(?: (?:total|staff|team|workforce|strength|sum|membership|headcount|complement)(?: of)?)?\s*£?$"
)
"""Words that stand alone in front of a number and make it the sum of what was told before."""
_HINT = re.compile(
    r"total|sum|complement|headcount|establish|strength|member|staff|force|whole|overall|combined|full|entire|joint|figure"
    r"|number|count|cost|bill|\ball\b|ma[kd]e|g[ai]ve|come|came|add|amount"
)
"""A quick look: without one of these no words make a number a sum."""
_NEAR = 110
_ALL_OF_THEM = re.compile(
    r"\s*(?:[a-z]+ ){0,3}?(?:in all|all told|altogether|in total|between them|together"
    r"|over the (?:whole )?(?:year|period"
    r"|quarter|season|term|summer|winter))\s*(?:[.;,]|$)"
)
_ROW = re.compile(r"[^.;]{1,70}?(?:,| and\b|;)[^.;]{0,40}|\s*[,;&]\s*|\s+and\s+£?", re.DOTALL)
_LAST = re.compile(r"(?:\band\b|&|\bplus\b)[^,;.]*$")
_ASIDE = re.compile(
    r"\b(?:of (?:whom|which|these|those|them)|including|inc|average|target|per|each|out of|further|another|more|fewer"
    r"|less|rest|remainder|others?|between|at least|up to|over|nearly|rose|fell|rise|fall|increase|decrease)\b"
)
_SET_APART = re.compile(r"[,;–—(]\s*(?!and\b|or\b)(?:[a-z]+ ){0,4}£?$")
_LABEL = re.compile(
    r"\W*(?:(?:grand |overall |combined )?total|all(?! others?\b)|altogether|overall|together|in all|in total|sum)"
    r"\b[^.\d£]{0,40}?\s*[:=–—|\t-]?\s*£?"
)
_LEAST, _MOST = 2, 10
_SHORT = 60
_UNDER, _ABOVE = Decimal("0.6"), Decimal("1.7")
"""Parts that are less than so much of their total, or more, leave something out or were never meant for it."""


def summed_up(context: Context) -> Iterator[Outcome]:
    """Yield whether parts add up to the total that stands alone behind them."""
    told = _told(context)
    for whole, parts in (*_in_text(context), *_under_lists(context)):
        share = sum((f.value for f in parts), Decimal(0)) / whole.value if whole.value else Decimal(0)
        if _UNDER <= share <= _ABOVE and not any({whole.id, *(f.id for f in parts)} <= one for one in told):
            yield sum_outcome(parts, whole, every=True)


def _told(context: Context) -> list[set[str]]:
    """Return the sums that other rules speak of: of posts rule 27 does."""
    return [{one.whole.id, *(f.id for f in one.parts)} for one in groups(context) if one.staff and one.complete]


_Sum = tuple[Figure, tuple[Figure, ...]]


def _in_text(context: Context) -> Iterator[_Sum]:
    """Yield the totals of sentences, with all that the sentence before, or their own up to them, tells."""
    passages = context.passages
    for sentence in passages.sentences:
        if not sentence.figures or passages.paragraphs[sentence.paragraph].is_row:
            continue
        whole = sentence.figures[-1]
        front = passages.low[sentence.span.start : whole.span.start]
        behind = passages.after(whole, _SHORT)
        hinted = _HINT.search(front, max(0, len(front) - _NEAR)) is not None
        if not (hinted or _ALL_OF_THEM.match(behind)) or not _is_total(context, whole):
            continue
        said = _SUMMED.search(front, max(0, len(front) - _NEAR)) if hinted else None
        at = sentence.span.start + said.start() if said else whole.span.start
        own = tuple(f for f in sentence.figures[:-1] if f.span.start < at)  # "for all three": no part
        if own and not said and not (_ALL_OF_THEM.match(behind) and _SET_APART.search(front)):
            continue
        place: Sentence | None = sentence
        if not own:
            place = passages.previous(sentence)
            if place is None or place.paragraph != sentence.paragraph or not said:
                continue
        parts = own or (place.figures if place is not None else ())
        if place is not None and _are_a_row(context, place, parts, whole):
            yield whole, tuple(parts)


def _is_total(context: Context, figure: Figure) -> bool:
    aims = {Nature.TARGET, Nature.CHANGE, Nature.VARIANCE}
    return is_plain(figure) and figure.value > 0 and figure.nature not in aims and not stands_apart(context, figure)


def _are_a_row(context: Context, place: Sentence, parts: Sequence[Figure], whole: Figure) -> bool:
    """Tell whether numbers are told one after the other, as parts are, and nothing in their sentence speaks against."""
    low = context.passages.low
    if not _LEAST <= len(parts) <= _MOST or not all(is_plain(f) and same_kind(f, whole) for f in parts):
        return False
    if len(parts) == _LEAST and whole.unit is not Unit.GBP and whole.value < 2 * max(f.value for f in parts) / _LEAST:
        return False
    gaps = [low[a.span.end : b.span.start] for a, b in pairwise(parts)]
    far = min(whole.span.start, place.span.end) if whole.span.start > parts[-1].span.end else place.span.end
    said = low[place.span.start : far]
    if not all(len(gap) <= _SHORT and _ROW.fullmatch(gap) for gap in gaps) or not _LAST.search(gaps[-1]):
        return False
    if _ASIDE.search(said) or COMPARISON.search(said) or may_overlap(said):
        return False
    return not are_several([re.split(r"[.;,]", context.passages.after(f, _SHORT))[0] for f in parts])


def _under_lists(context: Context) -> Iterator[_Sum]:
    """Yield the totals that a line under a list gives for the numbers of all its items."""
    paragraphs = context.passages.paragraphs
    for block in context.passages.lists:
        after = block.items[-1].index + 1
        if after < len(paragraphs) and (found := _of_line(context, block, paragraphs[after])) is not None:
            yield found


def _of_line(context: Context, block: ListBlock, line: Paragraph) -> _Sum | None:
    """Return the total of a line, "Total: 455", with the numbers of a list's items, one to each."""
    if len(line.figures) != 1 or line.is_row or may_overlap(block.lead.low if block.lead else ""):
        return None
    whole = line.figures[0]
    named = _LABEL.fullmatch(context.passages.low[line.span.start : whole.span.start]) is not None
    parts = tuple(item.figures[0] for item in block.items if len(item.figures) == 1)
    alone = not context.passages.low[whole.span.end : line.span.end].strip(" .")
    fits = all(is_plain(f) and same_kind(f, whole) for f in (whole, *parts))
    return (whole, parts) if named and alone and fits and len(parts) == len(block.items) else None
