"""The rules of exclusion in the order in which they are asked; the first that knows a reason decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from crossfoot.extraction.figures.exclusions.ages import age
from crossfoot.extraction.figures.exclusions.candidate import Candidate, Verdict
from crossfoot.extraction.figures.exclusions.codes import (
    dimension,
    joined_code,
    leading_nought,
    page_number,
    year,
)
from crossfoot.extraction.figures.exclusions.conditions import attribute, condition, denominator, or_more
from crossfoot.extraction.figures.exclusions.names import address, name
from crossfoot.extraction.figures.exclusions.proceedings import attendance, call_in, rounding
from crossfoot.extraction.figures.exclusions.references import list_label, numbered_heading, reference
from crossfoot.extraction.figures.exclusions.small_words import own_parts, set_phrase, small_word
from crossfoot.extraction.figures.exclusions.zeros import unreported_zero
from crossfoot.extraction.figures.numerals import Form, Number
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.model import Unit

_RULES: tuple[Callable[[Candidate], str | None], ...] = (
    unreported_zero,
    attendance,
    call_in,
    rounding,
    page_number,
    leading_nought,
    denominator,
    year,
    age,
    joined_code,
    numbered_heading,
    reference,
    or_more,
    address,
    list_label,
    dimension,
    name,
    attribute,
    condition,
    set_phrase,
    own_parts,
    small_word,
)


_RULES_OF_MONEY = tuple(
    rule for rule in _RULES if rule in {rounding, leading_nought, denominator, or_more, dimension, set_phrase}
)
"""The rules that know a reason for an amount of money in digits too; the others never do."""

_RULES_OF_PERCENT = tuple(
    rule
    for rule in _RULES
    if rule in {rounding, leading_nought, denominator, joined_code, or_more, dimension, name, set_phrase}
)
"""The same for a share in per cent."""


def _rules_for(n: Number) -> tuple[Callable[[Candidate], str | None], ...]:
    """Return the rules that may know a reason for such a number."""
    if n.form is not Form.DIGITS:
        return _RULES
    if n.money:
        return _RULES_OF_MONEY
    return _RULES_OF_PERCENT if n.unit is Unit.PERCENT else _RULES


def why_not(s: Sentence, n: Number, earlier: Sequence[Verdict]) -> str | None:
    """Return the name of the reason why ``n`` is no figure, or None where it may be one.

    ``earlier`` are the verdicts on the numbers before it in the sentence.
    """
    candidate = Candidate(s, n, earlier, s.low(n.first - 1), s.low(n.last))
    for rule in _rules_for(n):
        reason = rule(candidate)
        if reason is not None:
            return reason
    return None
