"""What a movement came to: "88 moved out and 71 came in, so that 197 remained", "nine go, which brings it to 65".

The balances read each part from its own words. Here the words of the result and of the start are enough: of three or
four numbers that one to three sentences hold alone, one is said to be what it all came to and one what there was
before, so that the others are what came and what went, whatever verb tells it. Where no verb tells which way a number
went, both are tried: what holds either way is right, and what a slip of typing keeps from it is worth a look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from crossfoot.checks.arithmetic.changes.balances import Balance, clause_of, flow_in
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import Way, way
from crossfoot.checks.basis.interval import reach, total
from crossfoot.checks.basis.passages import Paragraph, Sentence
from crossfoot.checks.basis.slips import is_slip
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.english import MONTH

_MOVES = r"(?:br(?:ing(?:s|ing)?|ought)|tak(?:es?|ing)|took|rais(?:es|ing|ed)|cut(?:s|ting)?|reduc(?:es|ing|ed))"
_RESULT = re.compile(
    r"\b(?:so|leav(?:ing|es?)|left|giv(?:ing|es?)|mak(?:ing|es?)|made|gave|br(?:ings?|inging|ought)|tak(?:ing"
    r"|es)|took"
    r"|remain\w*|closed|ended|ends|finished|stood|stands|now|today|bec[ao]me\w*|its end|year[- ]end|therefore|thus"
    r"|when it|stand|the end|to|raised|cut|reduced|there at|has|have|numbers|instead)\b"
)
"""A cheap test: a paragraph without any of these tells no result."""
_CLOSES = re.compile(
    r"(?:\b(?:so that(?: there (?:were|are|remained))?|so(?: there (?:were|are))?"
    r"|(?:and|which|that) (?:so|thus|therefore)|(?:was|were|is|are|be) left with|will (?:then |now )?stand at"
    r"|leaving(?!,)"
    r"|(?:which|that|this) (?:left|leaves)|(?:closed|closes|ended|ends|finished) (?:it |the [a-z]+ )?(?:with|at|on)"
    r"|became|becomes|(?:is|are|was|were) (?:now|therefore|thus|accordingly))\b[^.;£\d]{0,25}"
    r"|\b(?:so|now|then|thus|therefore) (?:has|have|had|numbers?|contains?|holds?|provides?|totals?|amounts? to)\s+"
    rf"|\b{_MOVES} (?:it|them|us|(?:the|its|their|our) [a-z ]{{2,40}}?)(?: up| down)? to (?:only |just |some )?)£?$"
)
"""Words right in front of what a movement came to."""
_STANDS = re.compile(
    r"\b(?:(?:which|that|this) (?:makes|made|gives|gave)|giving|making|to (?:give|make)|now (?:has|have)"
    r"|(?:st(?:ood|ands)|is|are|was) (?:now )?at|(?:st(?:ood|ands)|is|are) now|and (?:is|are|was|were)"
    r"|(?:number|total|figure|list|register|roll|caseload) (?:is|was|came to|had become|has become)|been (?:cut"
    r"|reduced|increased|raised) (?:by [^.;]{1,20} )?to|has|have|numbers|totals|contains|provides|holds"
    r"|(?:at|by) the (?:year[- ]end|end of [^.;:]{2,25}):?)[^.;£\d]{0,20}£?$"
)
"""Words in front of a number that is there at the end, where something else tells so, too."""
_STAYS = re.compile(
    r"^[^.;:£\d]{0,40}?\b(?:remain(?:ed|s)?|(?:at|by) (?:its|the|their) (?:end|close)"
    r"|at the (?:year|month|quarter|term)(?:[- ]|['’]s )end"
    r"|(?:were|are|was|is) (?:still )?(?:left|outstanding|in place|vacant|open) (?:now|today|at|when|in)"
    r"|when it (?:ended|closed)|today)\b"
)
_BEGAN = re.compile(
    r"\b(?:(?:began|begun|started|opened)\b[^.;£\d]{0,40}(?:\d{1,2} )?[^.;£\d]{0,30}\b(?:with|at|on)(?: some)?"
    r"|(?:opening|brought forward)\b[^.;£\d]{0,30})\s*:?\s*£?$"
)
_AT_FIRST = re.compile(
    rf"^(?:in|early in|late in) (?:{MONTH})(?: (?:19|20)\d\d)?,? (?:there were )?£?$"
    r"|^[^.;£]{0,40}\b(?:at|on) (?:the )?(?:start|beginning|1(?:st)?) (?:of )?[^.;£]{0,40}?\s*:?\s*£?$"
)
_HAD_BEEN = re.compile(
    rf"^[^.;:£\d]{{0,60}}?\b(?:at (?:the|its) (?:start|beginning|outset)|when [a-z ]{{0,20}}\d{{0,4}} ?(?:began"
    rf"|started"
    rf"|opened)|(?:on|at) (?:the )?1(?:st)? (?:of )?(?:{MONTH})|(?:of |in )?(?:the|a) (?:year|month|quarter)"
    r" (?:before|earlier|ago))\b"
)
_A_DAY = re.compile(rf"^[^.;:£\d]{{0,50}}?\b(?:at|on|by) (?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTH})\b")
_BEFORE_THAT = re.compile(
    r"\b(?:(?:once|formerly|previously|originally|hitherto|until now)(?: (?:of|with|numbering|had|at|was|were))?"
    r"|(?:when|where|whereas) (?:it|they|there|we) (?:was|were|had)(?: once| previously| been)?|(?:instead"
    r"|in place) of"
    r"(?: the)?)\s+£?$"
)
"""Words in front of what there was before."""
_OUT_OF = re.compile(r"^ (?:[a-z]+ )?of (?:the|its|our|their)(?: [a-z]+)?\s+£?$")
"""What stands between those that go and those that there were: "38 of the 112 homes"."""
_HOLDING = re.compile(r" (?:[a-z]+ ){1,2}(?:with|containing|providing|holding|for)(?: some| about)? ")
_SET_OUT = re.compile(
    r"(?:(?:with|after|following|once|when|allowing for|taking|given|on)\b|the \d+ (?:new|extra|additional)\b)"
)
_FROM = re.compile(r"\bfrom\s+(?:(?:an?|the) [a-z ]{1,25} of |some |about )?£?$")
_MOVED_FROM = re.compile(rf"\b{_MOVES} (?:it|them|us|(?:the|its|their|our) [a-z ]{{2,30}}?)(?: up| down)? from\s+£?$")
_MOVED_BY = re.compile(
    r"\b(?:shrinks?|shrank|falls?|fell|drops?|dropped|rises?|rose|grows?|grew|goes|went|comes|came|increases?d?"
    r"|reduces?d?|cut)(?: (?:up|down))? by\s+£?$"
)
_FROM_ON = re.compile(
    r"^,? (?:it|they|we|(?:the|its|their|our|this) [a-z ]{2,40}?)(?: [a-z]+){0,3} to (?:only |just |some )?£?$"
)
"""What stands between the two ends of "From 229 the caseload moved to 209"."""
_BROUGHT_TO = re.compile(rf"\b{_MOVES} (?:it|them|us|(?:the|its|their|our) [a-z ]{{2,40}}?)(?: up| down)? to\s+£?$")
_JUST_TO = re.compile(r"^(?: [a-z]+){0,2},? to\s+£?$")
_TO = re.compile(r"^[^.;£\d]{0,12}\bto\s+(?:some |about |only |just )?£?$")
_NO_RESULT = re.compile(
    r"\bof (?:whom|which|these|those|them)\b|\bincluding\b|\b(?:average|target|compared|against|per cent|per"
    r"|each)\b|%"
)
"""Words of parts, of aims and of rates: what they speak of is no movement."""
_PLACED = frozenset({Unit.COUNT, Unit.FTE, Unit.GBP, None})
_A_NUMBER = re.compile(
    rf"(?<![\d.,/£-])(?P<digits>\d(?:[\d,]*\d)?)(?=,?\s+[a-z])(?!\s+(?:{MONTH})\b)|\b(?:one|two|three|four"
    rf"|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|forty|fifty)\b(?! (?:months|weeks|days|years)\b)"
)
_LEAST, _MOST = 3, 4
_JOINED = re.compile(r"\b(?:and|while|whilst|but|as)\b")
_CLEARED = re.compile(
    r"\btransfer of\b(?=.* to\b)|\b(?:clear(?:ed|ing)|paid off|went|gone|go(?:es|ing)?|drew|drawn"
    r"|withdrew)\b(?! (?:up|on|in)\b)"
)
_PUT_IN = re.compile(r"\b(?:another|put (?:up|in|out)|laid out|installed|set up|created|planted|fitted)\b")
_LEFT = re.compile(r"\b(?:leaving|left|leaves)\b")
_NEAR_BY = 40
_ONE_OF_TWO = 1
_FACTOR = 3
"""What is more than so many times what the movement leads to was meant for something else."""


def results(context: Context) -> tuple[Balance, ...]:
    """Return the balances that words of a start and of a result tell; looked for once for a record."""
    return context.once(_found)


def _found(context: Context) -> tuple[Balance, ...]:
    return tuple(
        balance
        for paragraph in context.passages.paragraphs
        if not paragraph.is_row and len(paragraph.figures) >= _LEAST
        for balance in _in_paragraph(context, paragraph)
    )


def _in_paragraph(context: Context, paragraph: Paragraph) -> Iterator[Balance]:
    """Yield the balances of the shortest runs of sentences that end in one with a result."""
    sentences = paragraph.sentences
    taken: set[str] = set()
    for end, last in enumerate(sentences):
        if not last.figures or _RESULT.search(last.low) is None:
            continue
        figures: list[Figure] = []
        for start in range(end, max(-1, end - _MOST), -1):
            figures[:0] = sentences[start].figures
            if len(figures) > _MOST or taken & {f.id for f in figures}:
                break
            if len(figures) < _LEAST or not sentences[start].figures:
                continue
            balance = _balance(context, sentences[start : end + 1], figures)
            if balance is not None:
                taken |= {f.id for f in figures}
                yield balance
                break


def _balance(context: Context, places: Sequence[Sentence], figures: Sequence[Figure]) -> Balance | None:
    """Return the balance of the numbers of some sentences, where one is the start, one the end and all is told."""
    low = context.passages.low[places[0].span.start : places[-1].span.end]
    if _NO_RESULT.search(low) or not all(_usable(f) and same_kind(f, figures[0]) for f in figures):
        return None
    clauses = {f.id: _clause(context, s, f) for s in places for f in s.figures}
    if any(_HOLDING.fullmatch(behind) for _, behind, _ in clauses.values()):
        return None  # "two homes with 28 beds" counts two things
    if _FROM.search(clauses[figures[-1].id][0]) and _BROUGHT_TO.search(clauses[figures[-2].id][0]):
        figures = [*figures[:-2], figures[-1], figures[-2]]  # "takes it to 13 from 11"
        clauses[figures[-1].id] = (clauses[figures[-1].id][0], "", False)
        closing: Figure | None = figures[-1]
    else:
        closing = _closing(figures, clauses)
    if closing is None or _unread(low, places[0].span.start, figures):
        return None
    others = [f for f in figures if f is not closing]
    opening = _opening(context, others, clauses) or _behind_its_flow(context, places[-1], others, clauses)
    if opening is None:
        return None
    flows = [f for f in others if f is not opening]
    ways = [_goes(context, f) for f in flows]
    if ways == [None] and _LEFT.search(clauses[closing.id][0]):
        ways = ["out"]  # what is left is less than there was
    return _weighed(opening, flows, ways, closing)


def _goes(context: Context, figure: Figure) -> str | None:
    """Return "in" or "out" for a figure whose clause says so, None where it does not."""
    sentence = context.passages.sentence_of(figure)
    if sentence is None:
        return None
    front, behind = clause_of(context, sentence, figure)
    front = _JOINED.split(front)[-1]
    words = f"{front} {behind}"
    flow = "out" if _CLEARED.search(words) else "in" if _PUT_IN.search(words) else flow_in(front, behind)
    went = way(front[-_NEAR_BY:]) if flow is None and front.rstrip().endswith(" by") else None
    return flow if went is None else "in" if went is Way.UP else "out"


def _usable(figure: Figure) -> bool:
    """Tell whether a figure can stand in a balance."""
    plain = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX} and figure.value > 0
    return figure.unit in _PLACED and plain and figure.nature not in {Nature.TARGET, Nature.BENCHMARK, Nature.BUDGET}


def _clause(context: Context, sentence: Sentence, figure: Figure) -> tuple[str, str, bool]:
    """Return the words between a figure and those before and behind it, and whether it is its sentence's first."""
    at = sentence.figures.index(figure)
    start = sentence.figures[at - 1].span.end if at else sentence.span.start
    end = sentence.figures[at + 1].span.start if at + 1 < len(sentence.figures) else sentence.span.end
    low = context.passages.low
    return low[start : figure.span.start], low[figure.span.end : end], at == 0


def _closing(figures: Sequence[Figure], clauses: dict[str, tuple[str, str, bool]]) -> Figure | None:
    """Return the last figure where its words say that it is what all came to, or None."""
    last, before = figures[-1], figures[-2]
    front, behind, _ = clauses[last.id]
    moved = _TO.match(front) is not None and _MOVED_FROM.search(clauses[before.id][0]) is not None
    moved = moved or (_JUST_TO.match(front) is not None and _MOVED_BY.search(clauses[before.id][0]) is not None)
    moved = moved or (_FROM.search(clauses[before.id][0]) is not None and _FROM_ON.match(front) is not None)
    started = _has_start(figures, clauses) or _are_dated(figures, clauses)
    there = (_STAYS.match(behind) or _STANDS.search(front)) and started
    return last if moved or there or _CLOSES.search(front) else None


def _has_start(figures: Sequence[Figure], clauses: dict[str, tuple[str, str, bool]]) -> bool:
    return any(_is_start(clauses[f.id]) for f in figures[:-1])


def _are_dated(figures: Sequence[Figure], clauses: dict[str, tuple[str, str, bool]]) -> bool:
    """Tell whether the first and the last figure are each told with a day: "402 at 31 March …, 390 at 31 March"."""
    return all(_A_DAY.match(clauses[f.id][1]) is not None for f in (figures[0], figures[-1]))


def _is_start(clause: tuple[str, str, bool]) -> bool:
    """Tell whether the words about a figure say that it is what there was before."""
    front, behind, first = clause
    return bool(
        (first and _AT_FIRST.match(front))
        or _BEGAN.search(front)
        or _HAD_BEEN.match(behind)
        or _FROM.search(front)
        or _BEFORE_THAT.search(front)
    )


def _opening(context: Context, others: Sequence[Figure], clauses: dict[str, tuple[str, str, bool]]) -> Figure | None:
    """Return the one figure that is told as what there was before, or else the first, where it is no flow itself."""
    told = [f for f in others if _is_start(clauses[f.id])]
    if len(told) > 1:
        return None
    if told:
        return told[0]
    first = others[0]
    largest = first.value > max(f.value for f in others[1:])
    return first if largest and _goes(context, first) is None else None


def _behind_its_flow(
    context: Context, last: Sentence, others: Sequence[Figure], clauses: dict[str, tuple[str, str, bool]]
) -> Figure | None:
    """Return the second of two figures where the first is what came to it or went of it: "38 of the 112 homes"."""
    if len(others) + 1 != _LEAST:
        return None
    flow, opening = others
    if flow.value >= opening.value or _goes(context, opening) is not None:
        return None
    within = _OUT_OF.match(clauses[opening.id][0]) is not None and _LEFT.search(last.low) is not None
    led = _SET_OUT.match(last.low) is not None and flow in last.figures and opening in last.figures
    return opening if within or led else None


def _unread(low: str, start: int, figures: Sequence[Figure]) -> bool:
    """Tell whether a number stands among the figures that is none of them: it may belong to what came or went."""
    for match in _A_NUMBER.finditer(low):
        year = match["digits"] is not None and re.fullmatch(r"(?:19|20)\d\d", match["digits"]) is not None
        at = start + match.start()
        if not year and not any(f.span.start <= at < f.span.end for f in figures):
            return True
    return False


def _weighed(opening: Figure, flows: Sequence[Figure], ways: Sequence[str | None], closing: Figure) -> Balance | None:
    """Return the balance that holds one way or another, or the likeliest where a slip keeps all of them from it."""
    choices = [[way] if way is not None else ["in", "out"] for way in ways]
    tried = [_of_ways(opening, flows, signs, closing) for signs in product(*choices)]
    good = next((balance for balance in tried if _holds(balance)), None)
    if good is not None:
        return good
    both = [b for b in tried if b.both_ways] or tried
    near = [b for b in both if _near(b)]
    known = len(ways) - ways.count(None)
    if len(near) == 1 and known >= min(len(ways), _ONE_OF_TWO):
        return None if _holds_reversed(near[0]) else near[0]  # where one came, the other went
    slips = [b for b in both if is_slip(closing, _due(b))] or [b for b in near if _slipped(b)]
    return slips[0] if slips else None


def _of_ways(opening: Figure, flows: Sequence[Figure], signs: Sequence[str], closing: Figure) -> Balance:
    came = tuple(f for f, sign in zip(flows, signs, strict=True) if sign == "in")
    went = tuple(f for f, sign in zip(flows, signs, strict=True) if sign == "out")
    return Balance(opening, came, went, closing)


def _holds(balance: Balance) -> bool:
    due = reach(balance.opening) + total(balance.came) - total(balance.went)
    return due.meets(reach(balance.closing))


def _holds_reversed(balance: Balance) -> bool:
    """Tell whether a sum holds if what is told to have come is taken off: what is brought in lowers what is to be met.

    A count that only the other way fits is a slip, though.
    """
    other = Balance(balance.opening, balance.went, balance.came, balance.closing)
    return balance.opening.unit is Unit.GBP and not balance.went and _holds(other)


def _due(balance: Balance) -> Decimal:
    """Return what opening, came and went lead to, by the printed values."""
    came, went = (sum((f.value for f in flows), Decimal(0)) for flows in (balance.came, balance.went))
    return balance.opening.value + came - went


def _near(balance: Balance) -> bool:
    """Tell whether a closing figure is of the size that the movement leads to."""
    due, printed = _due(balance), balance.closing.value
    return 0 < due <= printed * _FACTOR and printed <= due * _FACTOR


def _slipped(balance: Balance) -> bool:
    """Tell whether a slip in the opening figure or in what came or went explains that a balance does not hold."""
    over = _due(balance) - balance.closing.value
    return (
        is_slip(balance.opening, balance.opening.value - over)
        or any(is_slip(f, f.value - over) for f in balance.came)
        or any(is_slip(f, f.value + over) for f in balance.went)
    )
