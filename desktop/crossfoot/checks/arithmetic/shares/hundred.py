"""Rule 3: percentages that exclude each other add up to 100."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from crossfoot.checks.arithmetic.shares.near_shares import hundreds_across, labelled_hundreds
from crossfoot.checks.arithmetic.shares.rests import complements, unsaid_rests
from crossfoot.checks.arithmetic.triples import remainders
from crossfoot.checks.arithmetic.wholes.groups import Group, groups
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import NOT_EXCLUSIVE, dimension
from crossfoot.checks.basis.interval import total
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.checks.basis.passages import ListBlock, Sentence
from crossfoot.checks.basis.slips import is_slip
from crossfoot.checks.basis.sums import added
from crossfoot.model import Figure, Nature, Qualifier, Severity, Unit
from crossfoot.model.wording import number_words

_BRACKET = re.compile(r"[^()%.;:\n]{0,60}\((?:[a-z ,]{0,24})?\s*")
_OTHER_RATE = re.compile(
    r"(?<!-)\b(?:and with|before|earlier|compared|target|against|from|previous|last year|average|national|england"
    r"|increase|decrease|rise|fall|up|down|reduction|more|fewer|less|higher|lower)\b"
)


def check_hundred(context: Context) -> Iterator[Outcome]:
    """Say of percentages that exclude each other whether they add up to 100.

    Candidates are the percentages beside the parts of one whole, and those of one sentence or list that name steps
    of one scale; left out where several answers are allowed. Source: rule 3 of the list of checks.
    """
    done: set[tuple[str, ...]] = set()
    labelled = ((percents, _near_hundred(percents)) for percents in labelled_hundreds(context))
    rests = (
        *((percents, True) for percents in (*remainders(context), *hundreds_across(context), *complements(context))),
        *labelled,
    )
    for percents, sure in (*_beside_parts(context), *_of_one_scale(context), *_of_columns(context), *rests):
        key = tuple(p.id for p in percents)
        if key in done:
            continue
        value, working = added(percents)
        fills = total(percents).low <= 100 <= total(percents).high
        if fills or sure:
            done.add(key)
        if fills:
            note = " = 100% holds" if value == 100 else f" = {number_words(value)}%, 100% within rounding, holds"
            yield holds("The percentages add up to 100.", *working, note)
        elif len(percents) > _A_ROW and any(value - odd.value == 100 for odd in (percents[0], percents[-1])):
            done.add(key)  # the first or the last of them is of something else: "up by 10.4%. 34% have …, 22% …"
        elif sure and (70 <= value <= 130 or _beyond_all(percents, value)):
            yield query(
                f"The percentages add up to {number_words(value)}, not 100; worth checking.",
                *working,
                f" = {number_words(value)}%",
            )
    for said, percents in unsaid_rests(context):
        if tuple(p.id for p in percents) not in done:
            yield said


def _beyond_all(percents: Sequence[Figure], value: Decimal) -> bool:
    """Tell whether a slip explains percentages far from 100: two digits in each other's place, or one that is too high.

    Those that exclude each other are never more than 100, so where they are some digit must be wrong.
    """
    meant = [(p, p.value - value + _HUNDRED) for p in percents]
    if any(_swapped(p, due) for p, due in meant):
        return True
    return len(percents) >= _A_ROW and value > _HUNDRED and any(due > 0 and is_slip(p, due) for p, due in meant)


def _beside_parts(context: Context) -> Iterator[tuple[tuple[Figure, ...], bool]]:
    """Yield the percentages beside the parts of one whole, one beside each, and whether they must fill it."""
    for group in groups(context):
        percents = tuple(p for p in (_percent_behind(context, part) for part in group.parts) if p is not None)
        if len(percents) == len(group.parts) >= 2:
            yield percents, _fills(group)


def _fills(group: Group) -> bool:
    """Tell whether the parts of a group are the whole of it."""
    return sum((p.value for p in group.parts), Decimal(0)) == group.whole.value or group.complete


def _percent_behind(context: Context, part: Figure) -> Figure | None:
    """Return the percentage in brackets behind a count, or None."""
    sentence = context.passages.sentence_of(part)
    if sentence is None:
        return None
    at = sentence.figures.index(part)
    if at + 1 < len(sentence.figures):
        behind = sentence.figures[at + 1]
        if behind.unit is Unit.PERCENT and _BRACKET.fullmatch(context.passages.between(part, behind)):
            return behind
    return None


def _of_one_scale(context: Context) -> Iterator[tuple[tuple[Figure, ...], bool]]:
    """Yield the percentages of one sentence, or of one list, that name different steps of one scale."""
    for sentence in context.passages.sentences:
        percents = tuple(f for f in sentence.figures if f.unit is Unit.PERCENT)
        if 2 <= len(percents) <= 12 and not NOT_EXCLUSIVE.search(sentence.low) and not _OTHER_RATE.search(sentence.low):
            words = [_words_of(context, p) for p in percents]
            own = all(_OF_ITS_OWN.match(context.passages.after(p, 24)) for p in percents)
            yield from (found for found in _scaled(percents, words) if not own)  # "59% of boys and 66% of girls had"
        yield from _listed(context, sentence)
    for block in context.passages.lists:
        firsts = tuple(next((f for f in item.figures if f.unit is Unit.PERCENT), None) for item in block.items)
        held = tuple(f for f in firsts if f is not None)
        lead = block.lead.low if block.lead else ""
        yield from _bare(context, block)
        alone = all(sum(f.unit is Unit.PERCENT for f in item.figures) == 1 for item in block.items)
        if len(held) == len(firsts) and alone and not NOT_EXCLUSIVE.search(lead):
            yield from _scaled(held, list(block.labels))
            if len(held) >= 3 and (_near_hundred(held) or _is_closed(context, block, held)):
                yield held, True


def _is_closed(context: Context, block: ListBlock, percents: Sequence[Figure]) -> bool:
    """Tell whether the line before or behind a list says that each is counted once, and it fills a hundred nearly."""
    over = abs(sum((p.value for p in percents), Decimal(0)) - _HUNDRED)
    after = block.items[-1].index + 1
    paragraphs = context.passages.paragraphs
    behind = paragraphs[after].span.cut(context.passages.low)[:200] if after < len(paragraphs) else ""
    lead = block.lead.low if block.lead else ""
    return over <= _MANY_POINTS and any(_ONE_EACH.search(words) or _NO_OTHERS.search(words) for words in (lead, behind))


_OF_ITS_OWN = re.compile(r"\s*(?:%|per cent)? ?of (?:the |all |our )?(?!them|these|those|total|whole)[a-z]{3,}")
_SAID_PERCENT = re.compile(r"%|\bper ?cent|\bpercentage")


def _bare(context: Context, block: ListBlock) -> Iterator[tuple[tuple[Figure, ...], bool]]:
    """Yield the numbers of a list that the line before or behind it calls percentages, where they fill a hundred."""
    firsts = tuple(item.figures[0] for item in block.items if len(item.figures) == 1)
    after = block.items[-1].index + 1
    paragraphs = context.passages.paragraphs
    said = (block.lead.low if block.lead else "") + (
        paragraphs[after].span.cut(context.passages.low) if after < len(paragraphs) else ""
    )
    plain = all(f.unit is not Unit.PERCENT and f.unit in _BARE and 0 < f.value < _HUNDRED for f in firsts)
    if plain and len(firsts) == len(block.items) >= _A_ROW and _SAID_PERCENT.search(said[:300]):
        value = sum((f.value for f in firsts), Decimal(0))
        if value == _HUNDRED or _near_hundred(firsts):
            yield firsts, True


_BARE = frozenset({Unit.COUNT, None})
_HUNDRED = 100
_SPLIT = re.compile(
    r"\bby\b|\bmix\b|\bsplit\b|\bbreakdown\b|\bprofile\b|\bshare\b|\bproportion\b|\bdistribution\b|\bcomposition\b"
    r"|\btenure\b|\btypes?\b|\bmethods?\b|\bone answer\b"
    r"|\bhow [a-z]+ (?:[a-z]+ )?(?:travel\w*|heard|paid|live[ds]?|found)\b"
)
_ALL = re.compile(r"(?:grand )?total\b|all\b(?! others?)|overall\b", re.IGNORECASE)
_LAST_OF_ALL = re.compile(
    r"(?:all )?others?\b|don.?t know|unknown|not (?:stated|known|recorded|answered|sure)"
    r"|no (?:view|opinion|answer|reply)|neither|none|undecided|prefer(?:red)? not|rest\b|remainder"
)
"""Names of the row by which a column of shares is complete."""


def _of_columns(context: Context) -> Iterator[tuple[tuple[Figure, ...], bool]]:
    """Yield the percentages of a table's column that is headed as a split, "Plans by category", where they fill it."""
    for table in context.passages.tables:
        lead = table.lead.low if table.lead else ""
        for index in range(1, table.width):
            cells = tuple(cell for cell in table.column(index) if cell is not None)
            total_row = _ALL.match(table.labels[-1]) is not None
            bare = total_row and table.column(index)[-1] is None
            if len(cells) + bare < len(table.rows) or any(cell.unit is not Unit.PERCENT for cell in cells):
                continue
            summed = total_row and cells[-1].value == _HUNDRED
            cells = cells[:-1] if summed else cells
            if len(cells) < _A_ROW:
                continue
            over = abs(sum((cell.value for cell in cells), Decimal(0)) - _HUNDRED)
            title = table.header[index].lower() if index < len(table.header) else ""
            split = _SPLIT.search(f"{lead} {title} {table.header[0].lower() if table.header else ''}")
            rest = _LAST_OF_ALL.match(table.labels[-1].lower())
            if split or rest or summed or over <= _FEW_POINTS:
                yield cells, _near_hundred(cells) or (summed and over <= _MANY_POINTS)


_HALTS = re.compile(
    r"\b(?:compared|target|against (?=a |an |the |\d|last)"
    r"|from (?=\d|last|the previous|the year|a (?:high|low|peak))|previous|last year|average|national\w*|england"
    r"|increase|decrease|rise|fall|(?:up|down) (?:from|by|on|to)|reduction|higher|lower|points?|year before|in \d{4}"
    r"|the rate|rose|fell"
    r"|and \d+ per 10,000)\b|\. |;\s+(?:the|in|at)\b"
)


_A_ROW = 3


def _words_of(context: Context, percent: Figure) -> str:
    """Return the words behind a percentage, up to the next one."""
    return re.split(r"\d", context.passages.after(percent, 32).lstrip("% "))[0]


def _listed(context: Context, sentence: Sentence) -> Iterator[tuple[tuple[Figure, ...], bool]]:
    """Yield the percentages that follow each other closely in one sentence, three or more, or two and a remainder."""
    if sum(f.unit is Unit.PERCENT for f in sentence.figures) < _A_ROW:
        return
    if NOT_EXCLUSIVE.search(sentence.low) or _OR_MORE.search(sentence.low):
        return
    if context.passages.paragraphs[sentence.paragraph].is_row:
        return
    runs: list[list[Figure]] = [[]]
    previous: Figure | None = None
    for figure in sentence.figures:
        if figure.unit is not Unit.PERCENT or _OF_A_CHANGE.search(context.passages.before(figure, 30)):
            continue
        gap = _CHANGE_BY.sub(" ", context.passages.between(previous, figure)) if previous is not None else ""
        if previous is not None and (len(gap) > 90 or _HALTS.search(gap) or not re.search(r"[,;]|\band\b|\bor\b", gap)):
            runs.append([])
        runs[-1].append(_of_a_band(context, figure))
        previous = figure
    pieces = [piece for run in runs for piece in _at_semicolons(context, run)]
    for run in pieces:
        if len(run) < _A_ROW or any(f.nature in {Nature.CHANGE, Nature.TARGET, Nature.BENCHMARK} for f in run):
            continue
        tail = context.passages.low[run[-1].span.end : run[-1].span.end + 60]
        unsaid = (
            re.search(r"(?:[,;]|\band\b)[^.]*\b(?:the rest|the remainder|(?<!no )others?)\b(?![^.]*\d)", tail)
            is not None
        )
        over = abs(sum((f.value for f in run), Decimal(0)) - 100)
        closed = _NO_ANSWER.match(tail) is not None and over <= _FEW_POINTS
        closed = closed or (over <= _MANY_POINTS and _is_all_there_is(context, sentence))
        yield tuple(run), not unsaid and (closed or _near_hundred(run))


def _is_all_there_is(context: Context, sentence: Sentence) -> bool:
    """Tell whether a sentence, or the next one, says that each is counted once or that there are no others."""
    if _ONE_EACH.search(sentence.low) or _NO_OTHERS.search(sentence.low):
        return True
    after = context.passages.sentences[sentence.index + 1 : sentence.index + 2]
    return any(
        one.paragraph == sentence.paragraph and (_NO_OTHERS.search(one.low) or _ONE_EACH.search(one.low))
        for one in after
    )


_NO_OTHERS = re.compile(
    r"\bno other\b|\bno others\b|\bnobody else\b|\bnothing else\b"
    r"|\b(?:these|those|they) (?:are|were) (?:all|the only|the sole)\b|\bonly (?:two|three|four|five|six|\d) [a-z]+\b"
)
_BAND_AHEAD = re.compile(r"\b(?:and|or) (?:over|under|above|below|more|less|older|younger)[:,]?\s*$")


def _of_a_band(context: Context, percent: Figure) -> Figure:
    """Return the percentage of an open band, "16 and over 19%", as what it is: "over" is of the band."""
    banded = percent.qualifier in {Qualifier.OVER, Qualifier.UNDER}
    if banded and _BAND_AHEAD.search(context.passages.before(percent, 20)):
        return replace(percent, qualifier=Qualifier.NONE)
    return percent


_OF_A_CHANGE = re.compile(r"\b(?:rise|increase|cut|fall|reduction|uplift|levy|precept) (?:of|by)\s*$")
_CHANGE_BY = re.compile(
    r"\b(?:an?|the|any) (?:rise|increase|cut|fall|reduction|uplift|levy|precept) (?:of|by) [\d.]+(?: ?%| per cent)"
)
_FEW_POINTS, _MANY_POINTS = 10, 25
_ONE_EACH = re.compile(
    r"\b(?:one|a single|1) (?:[a-z-]+ ){0,2}only\b|\bonly (?:one|once|a single)\b|\bone and only one\b|\bjust (?:one"
    r"|once)\b"
    r"|\bmutually exclusive\b|\b(?:no|not) more than (?:one|once)\b|\bcounted (?:once|in one)\b"
    r"|\b(?:each|every(?:one)?|all)\b[^:;.%]{0,40}\b(?:a single|(?<!more than )one|exactly one|once)\b(?! of)"
)
_OR_MORE = re.compile(r"\b(?:or (?:several|more|two)|(?:at least|more than) one)\b")
_NO_ANSWER = re.compile(
    r"\s*(?:of [a-z]+ )?(?:(?:had|gave|expressed|were|with|said|did|answered|who|have|it was|that they)\s+)*"
    r"(?:no (?:view|opinion|answer|reply|preference)|not (?:know|answer|say|reply|sure|stated|known|mind|care|vote)"
    r"|neither|undecided|unsure|unknown|don.?t know|preferred not)\b"
)
"""What the last of several answers says by which they are all that there were."""


def _at_semicolons(context: Context, run: Sequence[Figure]) -> list[list[Figure]]:
    """Return a run cut at its semicolons where that leaves three percentages together, else whole."""
    pieces: list[list[Figure]] = [[]]
    for index, figure in enumerate(run):
        if index and ";" in context.passages.between(run[index - 1], figure):
            pieces.append([])
        pieces[-1].append(figure)
    return pieces if any(len(piece) >= 3 for piece in pieces) else [list(run)]


def _near_hundred(percents: Sequence[Figure]) -> bool:
    """Tell whether percentages come so near to 100 that a slip in one of them is what keeps them from it."""
    over = sum((p.value for p in percents), Decimal(0)) - 100
    if any(_swapped(p, p.value - over) for p in percents) and len(percents) > 2:
        return True
    return any(is_slip(p, p.value - over) for p in percents) and Decimal(-30) <= over <= 30


def _swapped(percent: Figure, meant: Decimal) -> bool:
    """Tell whether a percentage is the one that is meant with two digits in each other's place: 82 for 28."""
    digits = [sorted(str(abs(value / percent.step).to_integral_value())) for value in (percent.value, meant)]
    return is_slip(percent, meant) and digits[0] == digits[1]


def _scaled(percents: tuple[Figure, ...], words: Sequence[str]) -> Iterator[tuple[tuple[Figure, ...], bool]]:
    """Yield the percentages where each names a step of the same scale, and no two of them the same words."""
    scales = [dimension(w) for w in words]
    if (
        scales[0] is not None
        and all(s is not None and s[0] == scales[0][0] for s in scales)
        and len({w.strip() for w in words}) == len(words)
    ):
        yield percents, scales[0][1]


HUNDRED = Rule(
    3, "percentages add up to 100", Severity.MEDIUM, "Percentages that exclude each other add up to 100.", check_hundred
)
