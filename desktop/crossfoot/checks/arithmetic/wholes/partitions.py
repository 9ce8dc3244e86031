"""Wholes and their parts as the words put them: "of the 62 …, 38, 13 and 11", "of these …", "the remaining 19".

A turn of the words names a whole; the figures of its kind behind it are its parts, but for those that stand there for
comparison, in brackets behind a part, or as parts of a part. What adds up is meant. What does not is asked about where
the words claim that nothing else belongs to the whole, and a slip of typing is all that keeps it from adding up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import COMPARISON, SEVERAL_EACH, dimension, may_overlap, of_other_traits, traits
from crossfoot.checks.basis.passages import Paragraph, Sentence
from crossfoot.checks.basis.slips import sum_by_slip, told_by_slip
from crossfoot.checks.basis.sums import adds_up
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.english import numbers_named

_OF_WHOLE = re.compile(
    r"(?:^|[.,;:()]\s*|\b(?:that|and|but)\s)(?:out )?of (?:the |our |its |all |those |these |a |total |some )*£?$"
)
_OF_THESE = re.compile(
    r"\bof (?:them|whom|which"
    r"|(?:these|those)(?! (?:who|that|which|whose|in|on|at|under|over|aged|from|with|[a-z]+ing)\b))\b"
)
_MADE_UP = re.compile(
    r"\b(?:compris(?:es|ed|ing)(?: of)?|made up of|consist(?:s|ed|ing)? of|that is to say"
    r"|divide[sd]? (?:between|into|among)|namely"
    r"|(?:falls?|fell|sorted|grouped) into|split (?:between|into)|broken down (?:as|into))\b"
)
_OF_NOUN = re.compile(
    r"(?:^|[.;] )of (?:the|those|these|our) (?P<noun>[a-z][a-z -]{3,50}?),? (?=£?\d|(?:"
    rf"{numbers_named(1, 12)})\b)"
)
_COLON = re.compile(r"[^.;:()\d£]{0,80}(?::|\s[–—-])\s[a-z' £-]{0,40}$")
_NOT_HERE = re.compile(
    r"\b(?:compar\w+ (?:with|to)|against(?: an?| the)?|from|than|targets? (?:of|was|is)|aim of|averag\w+(?: of)?"
    r"|previously|last year"
    r"|(?:19|20)\d\d(?:[/-]\d\d)?:?|had been|having been|it was|up|down|by|aged?|under|over|at least|per"
    r"|every|within|between (?:\d+|[a-z]+) (?:and|to))"
    r"(?: about| some| only| just)?\s*£?$"
)
_SUB_PART = re.compile(r"\b(?:of (?:whom|which)|including|among them|inc)\b[a-z ,]{0,24}£?$")
_SUB_BEHIND = re.compile(r"\s*(?:[a-z]+ )?of (?:whom|which|these|those|them)\b")
_REST = re.compile(
    r"\b(?:the (?:remaining|rest|remainder|other(?! hand)|others|balance)|remaining|remainder|leaving|left)"
    r"\b[^.;\d£]{0,24}£?$"
)
_REST_UNSAID = re.compile(r"(?:[,;(]|\band)\s+(?:[a-z]+ ){0,2}?(?:rest|remainder|others|balance)\b(?![^.]{0,40}\d)")
_GOES_ON = re.compile(
    r"^(?:the (?:remaining|rest|other|balance|remainder|last)|a further|another|[a-z]+ (?:more|were|was)\b)"
)
_STAGES = re.compile(
    r"\b(?:short-? ?listed|interviewed|appointed|offered|longlisted|assessed|trained|left|joined|resigned|approved"
    r"|visited|applied|invited|attended|enrolled|registered|matched|replied)\b"
)
_BETWEEN = re.compile(r"[,;:()\n–—]|\.\s|\band\b|\bwhile\b|\bor\b|\bwith\b|\bplus\b")
_ADDED = frozenset({Unit.COUNT, Unit.FTE, Unit.GBP, None})
_TELLING = 10
_MOST = 12
_CHAIN = 3
_FEW, _MANY = 12, 200


@dataclass(frozen=True, slots=True)
class Partition:
    """A whole with its parts, which add up or are claimed to."""

    whole: Figure
    parts: tuple[Figure, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Return the whole and its parts."""
        return (self.whole, *self.parts)


def partitions(context: Context) -> Iterator[Partition]:
    """Yield the wholes whose parts the words turn to, those that add up first for each whole."""
    for paragraph in context.passages.paragraphs:
        if not paragraph.is_row and paragraph.figures:
            for sentence in paragraph.sentences:
                if len(sentence.figures) > 1:
                    yield from _of_sentence(context, paragraph, sentence)


def _of_sentence(context: Context, paragraph: Paragraph, sentence: Sentence) -> Iterator[Partition]:
    """Yield the partition of each turn in a sentence."""
    low, start, figures = context.passages.low, sentence.span.start, sentence.figures
    if "of " in sentence.low:
        for place, whole in enumerate(figures):
            if is_plain(whole) and _OF_WHOLE.search(low[max(start, whole.span.start - 40) : whole.span.start]):
                yield from _settle(context, paragraph, sentence, [whole], figures[place + 1 :])
        for turn in _OF_THESE.finditer(low, start, sentence.span.end):
            front = [f for f in figures if f.span.end <= turn.start()]
            own = front and not low[front[-1].span.end : turn.start()].strip()
            before = (front[:-1] if own else front)[-1:] or _earlier(context, sentence)
            at = front[-1].span.start if own else turn.end()
            yield from _settle(context, paragraph, sentence, before, [f for f in figures if f.span.start >= at])
        named = _OF_NOUN.search(sentence.low)
        if named is not None:
            behind = [f for f in figures if f.span.start >= start + named.end("noun")]
            yield from _settle(context, paragraph, sentence, _named(context, sentence, named["noun"]), behind)
    for place, whole in enumerate(figures[:-2]):
        if _COLON.match(low[whole.span.end : figures[place + 1].span.start]):
            yield from _settle(context, paragraph, sentence, [whole], figures[place + 1 :])
    for turn in _MADE_UP.finditer(low, start, sentence.span.end):
        front = [f for f in figures if f.span.end <= turn.start()]
        yield from _settle(context, paragraph, sentence, front[-1:], [f for f in figures if f.span.start > turn.end()])


def _earlier(context: Context, sentence: Sentence) -> Sequence[Figure]:
    """Return the figures that "of these" may mean in front of its sentence: those of the one before, or of its item.

    Where the sentence before turns to parts itself, the same whole is meant again: "Of those, 23 …. Of those, 9 …".
    """
    before = context.passages.previous(sentence)
    for _ in range(_CHAIN):
        if before is None or before.paragraph < sentence.paragraph - 1:
            return ()
        turn = _OF_THESE.search(before.low)
        figures = before.figures
        if turn is not None:
            at = before.span.start + turn.start()
            figures = tuple(f for f in figures if f.span.end <= at)
            if figures and not context.passages.low[figures[-1].span.end : at].strip():
                figures = figures[:-1]
        if before.paragraph != sentence.paragraph:
            paragraphs = context.passages.paragraphs
            listed = paragraphs[before.paragraph].kind == paragraphs[sentence.paragraph].kind == "item"
            return figures[:1] if listed else ()
        if figures or turn is None:
            return figures
        before = context.passages.previous(before)
    return ()


def _named(context: Context, sentence: Sentence, noun: str) -> Sequence[Figure]:
    """Return the figures of the two sentences before, and of this one, beside which the words of a noun stand."""
    every = context.passages.sentences[max(0, sentence.index - 2) : sentence.index]
    words = [word[:5] for word in re.findall(r"[a-z]{4,}", noun) if word not in {"present", "total", "these", "number"}]
    found = []
    for one in every:
        for figure in one.figures if one.paragraph == sentence.paragraph else ():
            about = f"{context.passages.before(figure, 40)} {context.passages.after(figure, 50)}"
            if all(word in about for word in words) and not COMPARISON.search(context.passages.before(figure, 40)):
                found.append(figure)
    return found


def _settle(
    context: Context,
    paragraph: Paragraph,
    sentence: Sentence,
    wholes: Sequence[Figure],
    behind: Sequence[Figure],
) -> Iterator[Partition]:
    """Yield a whole with the parts behind it that add up, or the nearest whole that a slip keeps from it."""
    plain = [f for f in wholes if is_plain(f) and behind]
    read = [(whole, parts_behind(context, whole, behind)) for whole in reversed(plain)]
    longer = [(whole, _with_next(context, paragraph, sentence, whole, parts)) for whole, parts in read]
    for whole, parts in (*read, *longer):
        for count in range(len(parts), 1, -1):
            if adds_up(parts[:count], whole) and (count == len(parts) or count > 2):
                yield Partition(whole, tuple(parts[:count]))
                return
    for (whole, parts), (_, more) in zip(read, longer, strict=True):
        if _claimed(context, whole, more or parts):
            yield Partition(whole, tuple(more or parts))
            return


def parts_behind(context: Context, whole: Figure, behind: Sequence[Figure]) -> list[Figure]:
    """Return the figures behind a turn that are parts of the whole."""
    low = context.passages.low
    found: list[Figure] = []
    for figure in behind:
        if not same_kind(figure, whole) or _counts_things(figure, whole) or len(found) == _MOST:
            continue
        last = found[-1].span.end if found else whole.span.end
        front = low[max(last, figure.span.start - 40) : figure.span.start]
        inside = front.rfind("(") > front.rfind(")") and found
        aside = found and (_SUB_PART.search(front) or _SUB_BEHIND.match(context.passages.after(figure, 20)))
        done = found and _BETWEEN.search(low, found[-1].span.end, figure.span.start) is None
        if inside or aside or done or _NOT_HERE.search(front) or not is_plain(figure):
            continue
        found.append(figure)
    return found


def _counts_things(figure: Figure, whole: Figure) -> bool:
    """Tell whether a small number only says how many there are of what a part is of: "the five branches 148,900"."""
    return figure.unit is not Unit.GBP and figure.value <= _FEW and figure.value * _MANY < whole.value


def _with_next(
    context: Context, paragraph: Paragraph, sentence: Sentence, whole: Figure, parts: Sequence[Figure]
) -> list[Figure]:
    """Return parts with those of the next sentences that go on with them: "The other 12 were closed"."""
    after = [s for s in paragraph.sentences if sentence.index < s.index <= sentence.index + 2]
    longer = list(parts)
    for one in after:
        if not (_GOES_ON.match(one.low) or (one.figures and one.figures[0].span.start == one.span.start)):
            break
        more = parts_behind(context, whole, one.figures)
        longer += more
        if len(longer) > 1 and (adds_up(longer, whole) or (more and is_rest(context, more[-1]))):
            return longer
    return []


def is_rest(context: Context, part: Figure) -> bool:
    """Tell whether a part is called the rest of its whole: "the remaining 19", "leaving 19"."""
    return _REST.search(context.passages.before(part, 50)) is not None


def _claimed(context: Context, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Tell whether parts that do not add up are claimed to be all of the whole, and a slip explains the rest."""
    if len(parts) < 2 or whole.value <= 0 or whole.value < _TELLING * whole.step:
        return False
    words = [re.split(r"[.;]", context.passages.after(part, 60))[0] for part in parts]
    said = context.passages.low[whole.span.end : parts[-1].span.end] + words[-1]
    rest = is_rest(context, parts[-1])
    if may_overlap(said) or (_REST_UNSAID.search(words[-1]) and not rest) or are_several(words):
        return False
    share = sum((p.value for p in parts), Decimal(0)) / whole.value
    joined = re.search(r"\band\b|;|\n", context.passages.between(parts[-2], parts[-1])) is not None
    told = _ALL_OF_IT.search(context.passages.between(whole, parts[0])) is not None
    if told and joined and Decimal("0.6") <= share <= Decimal("1.6"):
        return True
    above = len(parts) > 2 and any(p.value > whole.value for p in parts)  # no part is more than its whole
    near = (Decimal("0.6") <= share <= Decimal("1.6") or above) and sum_by_slip(tuple(parts), whole)
    if not near and not told_by_slip(tuple(parts), whole):
        return False
    scales = {dimension(re.split(r"[,;]", w)[0]) for w in words}
    scaled = len(scales) == 1 and None not in scales
    return rest or (len(parts) > 2 and joined) or (scaled and joined)


_ALL_OF_IT = re.compile(r"\b(?:consist(?:s|ed|ing)? of|compris(?:e|es|ed|ing)|made up of|that is to say|namely)\b")
"""Words that claim what stands behind them to be all of the whole, if there are but two parts."""


def are_several(words: Sequence[str]) -> bool:
    """Tell whether parts are traits, answers or steps, of which one and the same may have more than one."""
    stages = sum(_STAGES.search(said) is not None for said in words)
    answers = sum(SEVERAL_EACH.search(said.split(",")[0]) is not None for said in words)
    return stages > 1 or answers > 1 or len(set(map(traits, words))) > 2 or of_other_traits(words)


def is_plain(figure: Figure) -> bool:
    """Tell whether a figure may be a whole or a part: a count or an amount, no bound and no average."""
    told = figure.qualifier in {Qualifier.NONE, Qualifier.APPROX}
    return told and figure.unit in _ADDED and figure.value >= 0 and figure.nature is not Nature.BENCHMARK


def stands_apart(context: Context, figure: Figure) -> bool:
    """Tell whether a figure stands in brackets or for comparison: "377 (30 June: 369)", "against 369"."""
    front = context.passages.before(figure, 60)
    return front.rfind("(") > front.rfind(")") or _NOT_HERE.search(front[-40:]) is not None
