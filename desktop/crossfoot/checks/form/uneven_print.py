"""One number of a run that is printed unlike all others: finer, coarser, or in another scale.

Runs are three numbers or more of one unit that a sentence tells one after the other, or the first amounts of lines that
follow each other. What one look settles is asked once for a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crossfoot.checks.arithmetic.budgets.precision import may_be_rounded
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Nature, Qualifier, Unit

_PRINTED = re.compile(r"[\d,]+(?:\.(?P<decimals>\d+))?\s*(?P<scale>m(?:illion|n)?|k|bn|billion)?\b", re.IGNORECASE)
_GAP = re.compile(r"^[^.;\n]{0,90}$")
_RUN, _LONG, _LEAD = 3, 4, 90
_ROUND, _SMALL, _MILLION, _LIKE = 5, 20, Decimal(1_000_000), 4
_AVERAGES = frozenset({Unit.COUNT, Unit.FTE, Unit.DAYS, Unit.WEEKS, Unit.SCORE, None})
_CLOSE = Decimal("1.6")
"""How many times the others an amount in thousands may be, or they it, so that it would be printed as they are."""
_TURN = re.compile(
    r"\b(?:target|against|compared|budget|total|altogether|of which|(?<!on )average|england|national\w*|per|rate"
    r"|bringing|leaving|giving|making|accumulated|cumulative)\b"
)

_Form = tuple[str, int]


def uneven_print(context: Context) -> Iterator[Outcome]:
    """Ask about the first number of a record that is printed unlike the others of its run."""
    for run in (*_in_sentences(context), *_in_lines(context)):
        odd = _odd(run)
        if odd is not None:
            other = next(f for f in run if f is not odd)
            if not may_be_rounded(context, odd, other):
                continue
            quotes = [" ".join(f.quote.split()) for f in (other, odd)]
            yield query(
                f"Amounts that stand side by side are printed with different precision, {' beside '.join(quotes)}; "
                "worth checking whether one was rounded.",
                other,
                " beside ",
                odd,
            )
            return


def _in_sentences(context: Context) -> Iterator[Sequence[Figure]]:
    """Yield the runs of numbers of one unit that sentences tell one after the other."""
    for sentence in context.passages.sentences:
        if len(sentence.figures) < _RUN or context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        run: list[Figure] = []
        for figure in sentence.figures:
            gap = context.passages.between(run[-1], figure) if run else ""
            if run and (not _one_unit(figure, run[-1]) or not _GAP.match(gap) or _TURN.search(gap)):
                yield run
                run = []
            run.append(figure)
        yield run


def _one_unit(first: Figure, second: Figure) -> bool:
    """Tell whether two numbers are of one unit; averages may leave out theirs."""
    return first.unit is second.unit or {first.unit, second.unit} <= _AVERAGES


def _in_lines(context: Context) -> Iterator[Sequence[Figure]]:
    """Yield the first amounts of lines that follow each other, each a short way behind the line's begin."""
    run: list[Figure] = []
    for sentence in context.passages.sentences:
        figure = _leading(context, sentence)
        item = context.passages.paragraphs[sentence.paragraph].kind == "item"
        apart = not item and "\n\n" in context.text[max(0, sentence.span.start - 3) : sentence.span.start]
        if figure is not None and not apart:
            run.append(figure)
            continue
        if sentence.span.start and context.text[sentence.span.start - 1] != "\n" and run:
            continue  # what the line goes on with
        if len(run) >= _LONG:
            yield run
        run = [] if figure is None else [figure]
    if len(run) >= _LONG:
        yield run


def _leading(context: Context, sentence: Sentence) -> Figure | None:
    """Return the amount that a line of text begins with, but for a name in front of it."""
    line = context.passages.paragraphs[sentence.paragraph].span.start
    begins = (
        sentence.span.start == 0 or "\n" in context.text[max(line, sentence.span.start - _MARK) : sentence.span.start]
    )
    if not (begins or sentence.span.start - line < _MARK) or not sentence.figures:
        return None
    first = sentence.figures[0]
    near = first.span.start - sentence.span.start <= _LEAD
    row = context.passages.paragraphs[sentence.paragraph].is_row
    return first if near and not row and first.unit is Unit.GBP else None


_MARK = 6
"""How long the mark of a list item may be, in characters."""


def _odd(run: Sequence[Figure]) -> Figure | None:
    """Return the one number of a run that is printed unlike all others, where that tells something; else None."""
    if len(run) < _RUN or any(f.qualifier not in {Qualifier.NONE, Qualifier.AVERAGE} for f in run):
        return None
    if any(f.nature in {Nature.TARGET, Nature.BENCHMARK} for f in run):
        return None
    # "£3m" beside "£8.4m" is a round one, and tells nothing of how the others are printed.
    plain = [f for f in run if f.unit is not Unit.GBP or _form(f) not in {("m", 0), ("b", 0)}]
    forms = [form for f in plain if (form := _form(f)) is not None]
    if len(plain) < _RUN or len(forms) != len(plain):
        return None
    usual = max(set(forms), key=forms.count)
    alone = [f for f, form in zip(plain, forms, strict=True) if form != usual and forms.count(form) == 1]
    if forms.count(usual) + len(alone) != len(plain) or forms.count(usual) < _TWO:
        return None
    finest = [f for f in alone if (_form(f) or usual)[1] > usual[1]]
    odd = alone[0] if len(alone) == 1 else finest[0] if len(finest) == 1 else None
    if odd is None:
        return None
    others = [f for f in plain if f is not odd]
    return odd if _tells(odd, others, _form(odd) or usual, usual) else None


_TWO = 2


def _tells(odd: Figure, others: Sequence[Figure], form: _Form, usual: _Form) -> bool:
    """Tell whether it means something that one number is printed in one form, and the others in the usual one."""
    low, high = min(abs(f.value) for f in others), max(abs(f.value) for f in others)
    like = low <= abs(odd.value) * _LIKE and abs(odd.value) <= high * _LIKE
    if form[0] != usual[0]:
        scales = {form[0], usual[0]}
        large = odd.unit is Unit.GBP and (
            scales in ({"m", "k"}, {"m", ""}) and form[0] != "m" and abs(odd.value) >= _MILLION
        )
        close = low <= abs(odd.value) * _CLOSE and abs(odd.value) <= high * _CLOSE
        return like and (large or (close and scales == {"k", ""}))
    finer = form[1] - usual[1]
    if odd.unit is Unit.PERCENT:
        told = odd.value % _ROUND != 0 or len(others) >= _TWO
        return usual[1] > 0 and (finer > 0 or (told and form[1] == 0 and odd.value > _SMALL))
    if odd.unit is Unit.GBP:
        coarse = finer < 0 and form[1] > 0
        fine = finer > 1 or (finer > 0 and like and abs(odd.value) >= low)
        return bool(usual[0]) and usual[1] > 0 and (fine or (coarse and usual[1] >= _RUN))
    near = low * Decimal("0.9") <= odd.value <= high * Decimal("1.1") and high <= low * _CLOSE
    return odd.unit in _AVERAGES and usual[1] > 0 and ((like and finer > 0) or (near and form[1] == 0))


def _form(figure: Figure) -> _Form | None:
    """Return the scale and the number of decimals that a number is printed with, or None for one in words."""
    match = _PRINTED.search(figure.quote)
    return None if match is None else ((match["scale"] or "").lower()[:1], len(match["decimals"] or ""))
