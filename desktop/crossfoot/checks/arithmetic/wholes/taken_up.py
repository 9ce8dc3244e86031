"""A number that a sentence takes up again as a whole, with a slip: "127 complaints were received; of the 121, 84 …".

"Of the 121" speaks of what has just been told, and nothing else has 121. From one sentence to the next the wholes ask;
here both stand in one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.outcome import Outcome, query
from crossfoot.checks.basis.slips import is_slip
from crossfoot.model import Figure, Nature, Qualifier
from crossfoot.model.wording import value_words

_TAKES_UP = re.compile(r"\b(?:out )?of (?:the|these|those|all|all the|our)\s+£?$")
_SMALL = re.compile(
    r"(?:were|was|ha[ds]|have|are|is|been|did|do|came|went|only|some|just|now|still|and|or|but|as|not"
    r"|could|would|will|no)"
)
_NARROWS = re.compile(r"(?:who|whom|whose|that|which|in|at|on|from|for|to|by|with|of|under|over|new|[a-z]+(?:ed|ing))")
"""Words that make those of a name fewer than all that there are."""
_NAME = re.compile(r"\s*(?P<word>[a-z’'-]+)(?: (?P<next>[a-z’'-]+))?")
_APART = re.compile(
    r"\b(?:last year|previous\w*|year before|target|compared|against|average|from|rose|fell|a further|another|than"
    r"|earlier|of (?:whom|which|them|these|those))\b"
)
_LEAST, _STEM = 20, 5
_LARGE = 100
"""Of smaller numbers two of one thing and another are often a digit apart, but seldom have the same two exchanged."""


def taken_up(context: Context) -> Iterator[Outcome]:
    """Yield the wholes that are told with other digits than the number they take up in their own sentence."""
    for sentence in context.passages.sentences:
        if len(sentence.figures) < _TWO or " of " not in sentence.low:
            continue
        if context.passages.paragraphs[sentence.paragraph].is_row:
            continue
        for at, again in enumerate(sentence.figures[1:], 1):
            first = _first(context, sentence.figures[:at], again)
            if first is not None:
                printed = value_words(again.value, again.unit)
                yield query(
                    f"{value_words(first.value, first.unit)} and then “of the {printed}” are told of one thing; "
                    "worth checking which is meant.",
                    first,
                    " and ",
                    again,
                )


_TWO = 2


def _first(context: Context, before: Sequence[Figure], again: Figure) -> Figure | None:
    """Return the number that a whole takes up, if it differs by a slip and nothing tells the two apart."""
    if not _TAKES_UP.search(context.passages.before(again, 20)) or again.value < _LEAST * again.step:
        return None
    plain = [f for f in before if same_kind(f, again) and _is_level(f)]
    likely = [f for f in plain if is_slip(again, f.value) and f.step == again.step and f.value != again.value]
    if len(likely) != 1 or not _is_level(again):
        return None
    first = likely[0]
    exchanged = sorted(str(first.value)) == sorted(str(again.value))
    if not exchanged and again.value < _LARGE * again.step:
        return None
    known = [f for f in context.figures if f is not again and f.value == again.value and same_kind(f, again)]
    between = _TAKES_UP.sub("", context.passages.between(first, again))
    if known or any(f.value > first.value for f in plain) or _APART.search(between):
        return None
    return first if _of_one_name(context, first, again) else None


def _is_level(figure: Figure) -> bool:
    aims = {Nature.TARGET, Nature.CHANGE, Nature.BENCHMARK, Nature.VARIANCE}
    return figure.qualifier is Qualifier.NONE and figure.nature not in aims


def _of_one_name(context: Context, first: Figure, again: Figure) -> bool:
    """Tell whether the second number has no noun of its own, or one that stands beside the first, too."""
    name = _NAME.match(context.passages.after(again, 40))
    words = [word for word in (name["word"], name["next"]) if word] if name else []
    if not words or _SMALL.fullmatch(words[0]):
        return True
    if any(_NARROWS.fullmatch(word) for word in words):
        return False
    beside = context.passages.before(first, 60) + context.passages.between(first, again)[:60]
    return any(word[:_STEM] in beside for word in words if not _SMALL.fullmatch(word) and len(word) >= _STEM - 1)
