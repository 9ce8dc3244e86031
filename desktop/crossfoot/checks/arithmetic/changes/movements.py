"""What came and what went between two levels that are told by their days, or beside the change that they make.

Records seldom tell a balance in the order of a sum: "120 on the register, as compared with 131 in June. 74 names had
been added and 85 removed", "an increase of 22 since March. In the same months 91 came in and 69 left". The levels are
known by their dates or by "began … ended", the flows by their words or their indicator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from crossfoot.checks.arithmetic.changes.balances import Balance, clause_of, flow_in, speaks_of_flows
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import Way, way
from crossfoot.checks.basis.interval import reach, total
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Paragraph, Sentence
from crossfoot.checks.basis.slips import is_slip
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.wording import value_words

_PLACED = frozenset({Unit.COUNT, Unit.FTE, Unit.GBP, None})
_LEVELS = frozenset({Nature.ACTUAL, Nature.FORECAST, Nature.BUDGET, None})
_REACH = 260
"""How far behind the later of two levels, in characters, their flows may stand."""
_MANY = 6
_PART_OF = re.compile(
    r"\bof (?:whom|which|these|those|them|the)\s*(?:[a-z]+ )?$|\bincluding\s*$|\bamong them\s*$"
    r"|(?:^|[.;,]\s*)of (?:the|these|those|all|our)\b[^.;,]*$"
)
_OF_THEM = re.compile(r"\s*of (?:whom|which|these|those|them)\b")
_STARTS = re.compile(r"(?:^|_)(?:starting|starts|admissions)(?:_|$)")
_ENDS = re.compile(r"(?:^|_)(?:ceasing|ending|leavers)(?:_|$)")
_BEGAN = re.compile(
    r"\b(?:beg[au]n|started|opened|went into) (?:the |this |last )?(?:[a-z]+ )?(?:with|at|on)\s+(?:some )?£?$"
)
_ENDED = re.compile(
    r"\b(?:ended|closed|finished|came out of) (?:it |the |this )?(?:[a-z]+ )?(?:with|at|on)\s+(?:some )?£?$"
)
_NET = re.compile(
    r"^\s*(?:[a-z]+ )?(?:down|up|fewer|more|lower|higher|better off|worse off)\b(?! to\b| from\b)"
    r"|^\s*(?:was|were) (?:lost|gained) (?:in all|overall|net)"
)
_NET_BEFORE = re.compile(
    r"\bnet (?:loss|gain|reduction|increase|growth|fall|rise|change) (?:was |of )(?:only |just )?$"
)


@dataclass(frozen=True, slots=True)
class Net:
    """What came, what went, and the change that the text says they made."""

    came: tuple[Figure, ...]
    went: tuple[Figure, ...]
    change: Figure
    up: bool


def movements(context: Context) -> tuple[Balance, ...]:
    """Return the balances whose levels are told by their days or ends and whose flows stand with them."""
    return context.once(_movements)


def _movements(context: Context) -> tuple[Balance, ...]:
    return (*_of_levels(context), *_led_to(context), *_told_before(context))


_LED_TO = re.compile(
    r"\b(?:(?:stood|stands?|standing|rose|rises?|f[ae]ll|falls|grew|grows?|came|comes?|brought|reduced|increased|taken)"
    r" (?:at|to|down to|up to)|(?:is|was|are|were) (?:now|then|therefore)|became|becomes)\s+(?:about |some )?£?$"
)
_BECAME = re.compile(r"^[^.;\d]{0,30}\b(?:became|to become|(?:has|have|had) become|turned into|is now|are now)\s+$")


def _told_before(context: Context) -> Iterator[Balance]:
    """Yield the balances of levels whose flows stand before them: "21 left and 17 joined, so that 86 became 82"."""
    for sentence in context.passages.sentences:
        if len(sentence.figures) < _TWO or not ("became" in sentence.low or " to " in sentence.low):
            continue
        for opening, closing in pairwise(sentence.figures):
            gap = context.passages.between(opening, closing)
            led = context.passages.before(opening, 12).endswith("from ") and gap.strip() == "to"
            if not (led or _BECAME.match(gap)) or not same_kind(opening, closing) or opening.unit not in _PLACED:
                continue
            earlier = context.passages.previous(sentence)
            near = earlier.figures if earlier is not None and earlier.paragraph == sentence.paragraph else ()
            own = [f for f in sentence.figures if f.span.end <= opening.span.start]
            for places in (own, [*near, *own]):
                plain = [f for f in places if same_kind(f, opening) and not context.is_told_as_part(f)]
                told = [(f, _flow(context, f)) for f in plain if f.nature is not Nature.CHANGE]
                came, went = (tuple(f for f, flow in told if flow == side) for side in ("in", "out"))
                if len(came) == len(went) == 1 and _likely((opening, closing), came, went):
                    yield Balance(opening, came, went, closing)
                    break


_TWO = 2
_LEADING = re.compile(r"(?:with|after|adding|following|including|allowing for|taking|once|less|given|when)\b")
_UNSAID = re.compile(
    r"\bthe (?:projected |forecast |expected |predicted |likely )?(?P<what>over|under)spen(?:d\w*|t)\b(?! of)"
)


def _led_to(context: Context) -> Iterator[Balance]:
    """Yield the balances of "The programme amounted to A. With B brought in and C of new approvals it stood at D".

    Of a flow that is named and not numbered, "after the projected overspending", the amount is the one that the record
    gives for it elsewhere.
    """
    for sentence in context.passages.sentences:
        before = context.passages.previous(sentence)
        if before is None or before.paragraph != sentence.paragraph or not _LEADING.match(sentence.low):
            continue
        closing = next((f for f in sentence.figures if _LED_TO.search(context.passages.before(f, 50))), None)
        openings = [f for f in before.figures if closing and _is_level(context, f) and same_kind(f, closing)]
        if closing is None or closing.unit not in _PLACED or len(openings) != 1:
            continue
        between = [f for f in sentence.figures if f.span.end <= closing.span.start and same_kind(f, closing)]
        told = [(f, _flow(context, f)) for f in between]
        came, went = (tuple(f for f, flow in told if flow == side) for side in ("in", "out"))
        if not told or len(came) + len(went) != len(told):
            continue
        yield from _first_likely(context, sentence, (openings[0], closing), came, went)


def _first_likely(
    context: Context,
    sentence: Sentence,
    pair: tuple[Figure, Figure],
    came: tuple[Figure, ...],
    went: tuple[Figure, ...],
) -> Iterator[Balance]:
    """Yield the balance, with what is named and not numbered put in: one that holds before one that a slip breaks."""
    unsaid = _UNSAID.search(sentence.low)
    found = [Balance(pair[0], came, went, pair[1])]
    if unsaid is not None:
        more = [f for f in context.figures if f.unit is Unit.GBP and _is_named(context, f, unsaid["what"])]
        over = unsaid["what"] == "over"
        found = [
            Balance(pair[0], came if over else (*came, f), (*went, f) if over else went, pair[1])
            for f in more
            if context.passages.sentence_of(f) is not sentence
        ]
    likely = [b for b in found if _likely((b.opening, b.closing), b.came, b.went)]
    good = [b for b in likely if _holds(b)]
    yield from (good or likely)[:1]


def _is_named(context: Context, figure: Figure, what: str) -> bool:
    """Tell whether an amount is told as an overspend or an underspend."""
    near = f"{context.passages.before(figure, 30)} {context.passages.after(figure, 20)}"
    return re.search(rf"\b{what}[- ]?spen", near) is not None


def _holds(balance: Balance) -> bool:
    due = reach(balance.opening) + total(balance.came) - total(balance.went)
    return due.meets(reach(balance.closing))


def _of_levels(context: Context) -> Iterator[Balance]:
    for paragraph in context.passages.paragraphs:
        if paragraph.is_row or len(paragraph.figures) < 4:
            continue
        if not _may_move(context, paragraph):
            continue
        levels = [f for f in paragraph.figures if _is_level(context, f)]
        for first, second in combinations(levels, 2):
            pair = _in_order(context, first, second)
            if pair is None or second.span.start - first.span.end > _REACH:
                continue
            came, went = _flows(context, paragraph, pair)
            if came and went and _likely(pair, came, went):
                yield Balance(pair[0], came, went, pair[1])
                break


def _may_move(context: Context, paragraph: Paragraph) -> bool:
    """Tell whether the words or keys of a paragraph may speak of what came and of what went; a cheap test."""
    came, went = speaks_of_flows(context.passages.low[paragraph.span.start : paragraph.span.end])
    keys = [f.indicator for f in paragraph.figures if f.indicator is not None]
    return (came or any(map(_STARTS.search, keys))) and (went or any(map(_ENDS.search, keys)))


def _is_level(context: Context, figure: Figure) -> bool:
    """Tell whether a figure can be a level: a count or an amount that is no change, aim, average or part."""
    plain = figure.unit in _PLACED and figure.nature in _LEVELS and figure.qualifier is not Qualifier.AVERAGE
    front = context.passages.before(figure, 60)
    named = _BEGAN.search(front) or _ENDED.search(front) or _LED_TO.search(front)
    return plain and (named is not None or (not context.is_subset(figure) and _flow(context, figure) is None))


def _flow(context: Context, figure: Figure) -> str | None:
    """Return "in" or "out" for a figure that its indicator or the words of its clause make a flow."""
    key = figure.indicator or ""
    if _STARTS.search(key):
        return "in"
    if _ENDS.search(key):
        return "out"
    sentence = context.passages.sentence_of(figure)
    return None if sentence is None else flow_in(*clause_of(context, sentence, figure))


def _in_order(context: Context, first: Figure, second: Figure) -> tuple[Figure, Figure] | None:
    """Return the earlier and the later of two levels of one thing, or None where nothing tells that they are."""
    if not same_kind(first, second) or first.indicator != second.indicator or first.value == second.value:
        return None
    fronts = [context.passages.before(f, 60) for f in (first, second)]
    if _BEGAN.search(fronts[0]) and _ENDED.search(fronts[1]):
        return first, second
    if first.period is None or second.period is None or first.period.end == second.period.end:
        return None
    if not (context.dates_itself(first) or context.dates_itself(second)):
        return None
    early, late = sorted((first, second), key=lambda f: f.period.end if f.period else None)  # type: ignore[arg-type, return-value]
    return early, late


def _flows(
    context: Context, paragraph: Paragraph, pair: tuple[Figure, Figure]
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """Return what came and what went: the flows from the first of two levels to a little behind the second."""
    ahead, later = sorted(pair, key=lambda f: f.span.start)
    home = context.passages.sentence_of(ahead)
    together = home is not None and home is context.passages.sentence_of(later)
    start = home.span.start if home is not None and together else ahead.span.end
    end = later.span.end + _REACH
    found: dict[str, list[Figure]] = {"in": [], "out": []}
    last: Sentence | None = None
    for figure in paragraph.figures:
        if figure in pair or figure.span.start < start or figure.span.start > end:
            continue
        told = _flow(context, figure)
        part = _PART_OF.search(context.passages.before(figure, 60)) or _OF_THEM.match(
            context.passages.after(figure, 12)
        )
        if (
            told is None
            or part
            or _before(context, figure, pair[0])
            or not same_kind(figure, pair[0])
            or figure.qualifier is Qualifier.AVERAGE
        ):
            if last is not None:
                break
            continue
        home = context.passages.sentence_of(figure)
        if last is not None and home is not last:
            break
        last = home
        found[told].append(figure)
    return tuple(found["in"]), tuple(found["out"])


def _before(context: Context, flow: Figure, opening: Figure) -> bool:
    """Tell whether a flow is of a time that was over when the earlier of two levels was counted."""
    dated = context.dates_itself(flow) and context.dates_itself(opening)
    return dated and flow.period is not None and opening.period is not None and flow.period.end <= opening.period.end


def _likely(pair: tuple[Figure, Figure], came: Sequence[Figure], went: Sequence[Figure]) -> bool:
    """Tell whether a balance holds, or misses by one slip of typing in one of its figures."""
    opening, closing = pair
    if len(came) + len(went) > _MANY:
        return False
    if _holds(Balance(opening, tuple(came), tuple(went), closing)):
        return True
    over = opening.value + _sum(came) - _sum(went) - closing.value
    return (
        is_slip(closing, closing.value + over)
        or is_slip(opening, opening.value - over)
        or any(is_slip(f, f.value - over) for f in came)
        or any(is_slip(f, f.value + over) for f in went)
    )


def _sum(figures: Sequence[Figure]) -> Decimal:
    return sum((f.value for f in figures), Decimal(0))


def nets(context: Context) -> Iterator[Outcome]:
    """Yield whether what came and what went makes the change beside them: "91 came in and 69 left", "up 22"."""
    for paragraph in context.passages.paragraphs:
        if paragraph.is_row or len(paragraph.figures) < 3:
            continue
        for change in paragraph.figures:
            up = _net_way(context, change)
            found = None if up is None else _net(context, paragraph, change, up=up)
            if found is not None:
                yield _said(found)


def _net_way(context: Context, figure: Figure) -> bool | None:
    """Return whether a change of a level goes up; None for a figure that is none."""
    if figure.unit not in _PLACED or figure.value <= 0 or context.is_subset(figure):
        return None
    before, after = context.passages.before(figure, 40), context.passages.after(figure, 40)
    beside = _NET_BEFORE.search(before) or _NET.match(after)
    if figure.nature is not Nature.CHANGE and beside is None:
        return None
    words = beside.group() if beside else f"{before[-30:]} {after[:12]}"
    went = Way.DOWN if re.search(r"\bnet loss\b|\bworse off\b", words) else way(f" {words} ") or _bare_way(words)
    return None if went is None else went is Way.UP


def _bare_way(words: str) -> Way | None:
    """Return the way of "up" or "down" that stands alone."""
    found = re.findall(r"\b(up|down|gain)\b", words)
    return None if not found else Way.DOWN if found[-1] == "down" else Way.UP


def _net(context: Context, paragraph: Paragraph, change: Figure, *, up: bool) -> Net | None:
    """Return the flows that stand in the sentence of the change, or in the one before or behind it."""
    own = context.passages.sentence_of(change)
    if own is None:
        return None
    sentences = context.passages.sentences
    for places in (
        (own,),
        (own, *sentences[own.index + 1 : own.index + 2]),
        (*sentences[own.index - 1 : own.index], own),
    ):
        if any(s.paragraph != paragraph.index for s in places):
            continue
        told = [
            (f, _flow(context, f))
            for s in places
            for f in s.figures
            if f is not change
            and same_kind(f, change)
            and not _PART_OF.search(context.passages.before(f, 60))
            and not context.is_told_as_part(f)
            and f.nature is not Nature.CHANGE
        ]
        came = tuple(f for f, flow in told if flow == "in")
        went = tuple(f for f, flow in told if flow == "out")
        others = [f for f, flow in told if flow is None and len(places) == 1]
        if len(came) != 1 or len(went) != 1 or len(others) > 1:
            continue
        if len(places) > 1 and (came[0] not in places[-1 if places[0] is own else 0].figures):
            continue
        if len(places) > 1 and not _SAME_TIME.search(" ".join(s.low for s in places)):
            continue
        found = Net(came, went, change, up)
        beside = _NET.match(context.passages.after(change, 40)) or _NET_BEFORE.search(
            context.passages.before(change, 40)
        )
        plain = beside is not None and len(places) == 1 and not others and came[0].value < _FEW > went[0].value
        return found if plain or _fits(found) else None
    return None


_FEW = 100
"""Of flows that are fewer any net change told beside them is theirs: a digit more or less in it is no likely slip."""
_SAME_TIME = re.compile(
    r"\b(?:in|over|during) (?:the|that|this) (?:same )?(?:[a-z]+ )?"
    r"(?:months?|year|quarter|period|time|half|half-year)\b|\bin (?:all|total|that time)\b|\bsince\b"
    r"|\bended the (?:year|quarter)\b|\bth(?:is|at) (?:means|meant|left|leaves)\b"
)


def _fits(net: Net) -> bool:
    """Tell whether flows make the change, or one slip of typing explains that they do not."""
    apart = _sum(net.came) - _sum(net.went)
    due = net.change.value if net.up else -net.change.value
    if abs(apart) == net.change.value:
        return True  # what they make is printed, be it with a word for the other way
    over = apart - due
    return (
        is_slip(net.change, abs(apart))
        or is_slip(net.came[0], net.came[0].value - over)
        or is_slip(net.went[0], net.went[0].value + over)
        or (abs(apart) < 10 and net.change.value < 10 and (apart > 0) is net.up)
    )


def _said(net: Net) -> Outcome:
    """Return whether what came less what went is the change that is printed."""
    came, went, change = net.came[0], net.went[0], net.change
    large, small = (came, went) if came.value >= went.value else (went, came)
    apart = came.value - went.value
    words = value_words(abs(apart), change.unit)
    if apart == (change.value if net.up else -change.value):
        return holds("What came less what went is the change.", large, " − ", small, " = ", change, " holds")
    side = "more" if apart > 0 else "fewer"
    return query(
        f"What came and what went make {words} {side}, but {'a rise' if net.up else 'a fall'} of "
        f"{value_words(change.value, change.unit)} is printed; worth checking.",
        large,
        " − ",
        small,
        f" = {words}, ",
        change,
        " is printed",
    )
