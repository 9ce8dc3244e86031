"""What one costs, how many there are and what all cost, told over one, two or three sentences of a paragraph.

"A retention payment of £2,000 a year … . There are 31 of these, so it will cost £62,000 annually." "Bins cost £42 each.
We need 19,340, which will cost £812,280." What fits is recorded; what a slip of typing keeps from fitting is asked
about where chance would hardly bring it so near and the words tell of a price, a number and what they come to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.checks.basis.chance import surprise
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.interval import Interval, is_rounded, reach
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.wording import value_words

_TIMES = r"(?:year|annum|month|week|fortnight|day|night|quarter|term)"
_GOODS = (
    r"(?:grants?|payments?|fees?|charges?|allowances?|price|rate|premium|bonus|subscriptions?|membership|pass(?:es)?"
    r"|tickets?|licen[cs]es?|fines?|supplement|vouchers?|retainer|bursar(?:y|ies)|awards?|permits?|lump sum|uplift"
    r"|increment|discount|reward|honorari(?:um|a)|stipends?|tolls?|wages?|salar(?:y|ies)|precept|deposits?"
    r"|cost|costs|unit cost|place|placement|package|visit|home|post)"
)
_EACH_BEHIND = re.compile(
    rf"^\s*(?:(?:a|per|each|every) {_TIMES},? )?(?:each\b|apiece\b|a head\b|a time\b|(?:per|for (?:each|every)|to "
    rf"(?:each|every)) [a-z]{{3,}}|an? (?!{_TIMES}\b|further\b|total\b)[a-z]{{3,}})"
)
_EACH_FRONT = re.compile(
    rf"\b(?:each|every|per)\b[^.;£\d]{{0,60}}£?$|\beach of (?:the |our )?[\d,]+ [a-z ]{{1,40}}£?$"
    rf"|\b{_GOODS} (?:[a-z]+ ){{0,4}}?(?:of|is|at|was|costs?|be|would be|will be)"
    rf" (?:about |some |an? (?:extra |additional )?)?£?$"
    rf"|\b(?:bought|sold|purchased|placed|let|priced|charged|supplied|provided|hired) (?:[a-z]+ ){{0,3}}?at"
    rf" (?:about |some )?£?$|\baverage (?:of|is|was) (?:about |some )?£?$"
    rf"|\b(?:costs?|pays?|gets?|receives?|charges?|charged|paid)(?: [a-z]+){{0,3}} £?$"
)
_SURE_EACH = re.compile(r"\b(?:each|every|apiece|per|a head)\b")
_TOTAL_FRONT = re.compile(
    r"\b(?:cost(?:s|ing)?|bills?|incomes?|receipts?|bring\w* in|brought in|total\w*|worth|amount\w*|com(?:es|ing|e)"
    r"|came|giving|gives?|gave|making|makes?|made|rais\w+|yield\w*|sav(?:e|es|ing|ings|ed)|spent|spend\w*|paid|means?|is|was"
    r"|or|produc\w+|need\w*|requir\w+|find|found|will be|would be|difference|in (?:all|total)|altogether|some"
    r")\b[^.;£\d]{0,40}£?$|[:=(,]\s*£?$"
)
_TOTAL_BEHIND = re.compile(
    rf"^\s*(?:in (?:all|total)|altogether|overall|annually|(?:was|were|has been|had been|being) (?:spent|paid"
    rf"|raised|saved|taken|collected)\b|(?:a|per|each|every|in a full) {_TIMES}(?: in all)?\b)"
)
_RESULT = re.compile(
    r"\b(?:so|therefore|thus|hence|which (?:will|would|is|means|makes?|comes?|came|gives?)|that is|giving|making"
    r"|costing|producing|bringing in|coming to|amounting to|at a (?:total )?cost of|an income of|total cost|in all"
    r"|in total|altogether|would (?:raise|cost|bring|save)|will (?:raise|cost|bring|save)|this cost|it cost"
    r"|the bill|i\.e\.)\b"
)
_OF_THEM = re.compile(r"^\s*(?:[a-z]+ )?of (?:these|those|them|whom|which)\b")
_UNIT_OF_TIME = re.compile(rf"\b(?P<unit>{_TIMES}|annually|weekly|monthly)\b")
_LASTING = re.compile(r"^[\s-]*(?:years?|months?|weeks?|days?|hours?|nights?|minutes?|per cent|miles?)\b")
_IN_A_YEAR = {"week": (52,), "weekly": (52,), "month": (12,), "monthly": (12,), "quarter": (4,), "term": (3,)}
_COUNTED = frozenset({Unit.COUNT, Unit.FTE, None})
_DEAREST, _SENTENCES, _FAR, _TWO = 100_000, 3, 420, 2
_ENOUGH = 5.0


@dataclass(frozen=True, slots=True)
class _Bill:
    """A number, a price, what they come to, how often in the time of the total, and what the words say for it."""

    count: Figure
    price: Figure
    total: Figure
    often: int
    words: float
    before: Figure | None = None
    """The price that this one takes the place of, where the total is told as what that costs more."""

    @property
    def each(self) -> Decimal:
        """Return what one costs, or how much more than before."""
        return self.price.value if self.before is None else abs(self.price.value - self.before.value)

    @property
    def due(self) -> Decimal:
        """Return what the number at the price comes to."""
        return self.count.value * self.each * self.often


def prices(context: Context) -> Iterator[Outcome]:
    """Yield whether the number of things at the price of one comes to the total told with them, for rule 24."""
    if not any(figure.unit is Unit.GBP for figure in context.figures):
        return
    asked: set[str] = set()
    for sentence in context.passages.sentences:
        pounds = any(f.unit is Unit.GBP for f in sentence.figures)
        if not pounds or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for total in sentence.figures:
            if _may_be_total(context, total) and total.id not in asked:
                for outcome in _of_total(context, sentence, total):
                    asked |= {f.id for f in outcome.figures if f.unit is Unit.GBP}
                    yield outcome


def _may_be_total(context: Context, figure: Figure) -> bool:
    """Tell whether an amount is told as what several come to."""
    if figure.unit is not Unit.GBP or figure.value <= 0 or figure.nature is Nature.BENCHMARK:
        return False
    passages = context.passages
    told = _TOTAL_BEHIND.match(passages.after(figure, 30)) or _TOTAL_FRONT.search(passages.before(figure, 60))
    return told is not None and not _each(context, figure, sure=True)


def _each(context: Context, figure: Figure, *, sure: bool = False) -> bool:
    """Tell whether an amount is told as what one costs."""
    behind = _EACH_BEHIND.match(context.passages.after(figure, 60))
    if behind is not None and (figure.value < _DEAREST / 5 or _SURE_EACH.search(behind.group())):
        return True
    return not sure and _EACH_FRONT.search(context.passages.before(figure, 90)) is not None


def _of_total(context: Context, sentence: Sentence, total: Figure) -> Iterator[Outcome]:
    """Yield what the prices and numbers before an amount, or beside it in its sentence, say of it."""
    places = [
        s
        for s in context.passages.sentences[max(0, sentence.index - _SENTENCES + 1) : sentence.index + 1]
        if s.paragraph == sentence.paragraph
    ]
    told = [f for s in places for f in s.figures if f is not total and abs(f.span.start - total.span.start) <= _FAR]
    prices = [
        f
        for f in told
        if f.unit is Unit.GBP and 0 < f.value < _DEAREST and f.value * _TWO <= total.value and _each(context, f)
    ]
    counts = [f for f in told if _counts(context, f)]
    together = [(c, p) for p in prices for c in counts if _lead_to(context, c, p, total)]
    bills = [b for c, p in together for b in _bills(context, c, p, total, places)]
    good = next((b for b in bills if _fits(b)), None)
    if good is not None and (is_rounded(total, good.due) or _surprise(good) < _TOO_NEAR):
        yield holds("The number at the price comes to the total.", *_working(good), total, ", holds")
        return
    alone = _ALONE * (len(together) == 1)
    slipped = [b for b in bills if (near := _surprise(b)) > 0 and near + b.words + alone >= _ENOUGH]
    if slipped and len(bills) <= _FEW:
        bill = max(slipped, key=lambda b: _surprise(b) + b.words)
        due = value_words(bill.due, Unit.GBP)
        yield query(
            f"The number at the price comes to {due}, but {value_words(total.value, Unit.GBP)} is printed; worth "
            "checking.",
            *_working(bill),
            f"{due}, ",
            total,
            " is printed",
        )


def _lead_to(context: Context, count: Figure, price: Figure, total: Figure) -> bool:
    """Tell whether a number and a price come before what they come to, or both close behind it: "£93 for 31 at £3"."""
    first, last = sorted((count, price, total), key=lambda f: f.span.start)[::2]
    between = context.passages.between(first, last)
    if _ITEM.search(between) is not None:
        return False
    close = len(between) < _CLOSE and ", " not in between
    return first is not total or close or _AT_A_PRICE.fullmatch(context.passages.between(count, price)) is not None


_AT_A_PRICE = re.compile(
    r" (?:[a-z]+ ){1,4}?(?:at|for)(?: (?:just |a little |slightly )?(?:about|some|around|over|under))?"
    r" (?:an? [a-z ]{4,20} of )?£?"
)


_ITEM = re.compile(r";|\((?:[ivx]+|[a-h])\)|\n\s*[-•]")
_CLOSE = 70
_TOO_NEAR = 10.0
"""A bill of many digits that fits but for two of them exchanged was not rounded: "£821,280" for £812,280."""
_ALONE = 2.0
"""What it tells, in bits, that no other number and no other price stand near a total."""
_FEW = 6
"""Of more numbers and prices near an amount chance finds one that a slip keeps from it."""


def _counts(context: Context, figure: Figure) -> bool:
    """Tell whether a figure is how many there are, and no stretch of time."""
    plain = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX} and figure.value > 1
    kind = figure.unit in _COUNTED and figure.nature not in {Nature.BENCHMARK, Nature.CHANGE}
    return plain and kind and _LASTING.match(context.passages.after(figure, 12)) is None


def _bills(
    context: Context, count: Figure, price: Figure, total: Figure, places: Sequence[Sentence]
) -> Iterator[_Bill]:
    """Yield a number at a price as a bill, by the times that the price and the total are told for."""
    passages = context.passages
    each, whole = (_UNIT_OF_TIME.search(passages.after(f, 45).split(",")[0]) for f in (price, total))
    often: tuple[int, ...] = (1,)
    if each is not None and each["unit"] in _IN_A_YEAR:
        yearly = whole is not None and whole["unit"] in {"year", "annum", "annually"}
        often = _IN_A_YEAR[each["unit"]] if yearly else (1,) if whole is not None else (1, *_IN_A_YEAR[each["unit"]])
    near = f"{passages.before(price, 60)} {passages.after(price, 40)}"
    words = 2.0 * (_SURE_EACH.search(near) is not None or _EACH_BEHIND.match(passages.after(price, 60)) is not None)
    words += 2.0 * (_RESULT.search(f"{passages.before(total, 60)}{passages.after(total, 16)}") is not None)
    words += 1.0 * (_OF_THEM.match(passages.after(count, 24)) is not None) + 1.0 * (len(places) == 1)
    before = _replaced(context, price, total)
    for times in often:
        yield _Bill(count, price, total, times, words, before)


_RATHER = re.compile(
    r",? (?:rather than|instead of|in place of|where (?:it|this) (?:was|is)|up from|to|compared with) £?"
)
_EXTRA = re.compile(r"\b(?:extra|additional|more|further|increase|difference|added)\b")


def _replaced(context: Context, price: Figure, total: Figure) -> Figure | None:
    """Return the price that another takes the place of, where what all come to is told as the extra of it."""
    if _EXTRA.search(f"{context.passages.before(total, 60)}{context.passages.after(total, 30)}") is None:
        return None
    sentence = context.passages.sentence_of(price)
    told = sentence.figures if sentence is not None else ()
    at = told.index(price) if price in told else -1
    pair = told[at : at + 2] if at >= 0 else ()
    before = pair[1] if len(pair) == _TWO and pair[1].unit is Unit.GBP and pair[1].value != price.value else None
    return before if before is not None and _RATHER.fullmatch(context.passages.between(price, before)) else None


def _fits(bill: _Bill) -> bool:
    """Tell whether a number at a price comes to the total, as far as they are printed or to a hundredth."""
    many, each = reach(bill.count), reach(bill.price)
    if bill.before is not None:
        one, other = sorted((each, reach(bill.before)), key=lambda reached: reached.low)
        each = Interval(other.low - one.high, other.high - one.low)
    due = Interval(many.low * each.low, many.high * each.high).times(bill.often)
    return due.meets(reach(bill.total)) or abs(bill.due - bill.total.value) * 100 <= bill.total.value


def _surprise(bill: _Bill) -> float:
    """Return how seldom chance brings the three so near each other, by a slip in one of them; nought if none does."""
    total, often = bill.total, bill.often
    return max(
        surprise(total, _as_printed(bill.due, total)),
        surprise(bill.count, _whole(total.value / (bill.each * often), bill.count)),
        surprise(bill.price, _price_due(bill)),
    )


def _price_due(bill: _Bill) -> Decimal:
    """Return what one must cost for the number to come to the total; nought where that is not sure."""
    due = bill.total.value / (bill.count.value * bill.often)
    return _whole(due, bill.price) if bill.before is None else Decimal(0)


def _as_printed(due: Decimal, total: Figure) -> Decimal:
    return (due / total.step).quantize(Decimal(1)) * total.step if total.step > 0 else due


def _whole(due: Decimal, figure: Figure) -> Decimal:
    """Return a number that comes out even at the printed precision, or nought: others were not meant."""
    if figure.step <= 0:
        return Decimal(0)
    steps = (due / figure.step).quantize(Decimal(1)) * figure.step
    return steps if abs(steps - due) * 200 <= due else Decimal(0)


def _working(bill: _Bill) -> tuple[Figure | str, ...]:
    times = f" × {bill.often}" if bill.often > 1 else ""
    if bill.before is not None:
        larger, smaller = sorted((bill.price, bill.before), key=lambda f: f.value, reverse=True)
        return (bill.count, " × (", larger, " − ", smaller, f"){times} = ")
    return (bill.count, " × ", bill.price, f"{times} = ")
