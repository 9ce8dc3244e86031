"""Rule 17: a word for a trend against the values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import Way
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.wording.appended import against_the_movement, appended_steps
from crossfoot.checks.wording.back_references import back_references
from crossfoot.checks.wording.direction_columns import judged_rows
from crossfoot.checks.wording.now_and_then import now_and_then
from crossfoot.checks.wording.series_words import along_rows
from crossfoot.checks.wording.told_apart import told_apart
from crossfoot.checks.wording.trends import steps
from crossfoot.checks.wording.trends_by_time import steps_by_time
from crossfoot.model import Figure, Nature, Qualifier, Severity, Unit
from crossfoot.model.english import MONTH
from crossfoot.model.wording import value_words

_VERB = re.compile(
    r"\b(?P<up>increas(?:ed?|es|ing)|ris(?:en|es?|ing)|rose|grew|grown|grow(?:s|ing)?"
    r"|climb(?:ed|s|ing)?|gone up|went up|jumped|lengthened|swelled|widened|up|upward|growth|higher|more"
    r"|(?:raised|lifted|boosted)(?= from £?\d))"
    r"|\b(?P<down>lower|fewer|shortened|slipped|dipped|dwindled|narrowed|decreas(?:ed?|es|ing)|fall(?:en|s"
    r"|ing)?|fell|drop(?:ped|s|ping)?|reduc(?:ed?"
    r"|es|ing|tion)|declin(?:ed?|es|ing)|gone down|went down|shrank|shrunk|down"
    r"|(?:cut|trimmed|lowered|slashed|scaled back)(?= (?:back )?from £?\d))\b"
)
_FROM = re.compile(r"^[a-z ,'’()-]{0,60}\bfrom\b[a-z ,'’]{0,24}$")
_TO = re.compile(
    r"^[a-z0-9 ,'’()/-]{0,60}\b(?:to|reached|reaching)\s+(?:about |approximately |around "
    r"|some |nearly |just |over |only |an average of |a total of )*$"
)
_BACK = re.compile(r"^[a-z0-9 ,'’()/-]{0,45}\bfrom\b[a-z ,'’]{0,30}$")
_TO_FIRST = re.compile(r"^[a-z ,'’]{0,24}\b(?:to|at)\b[a-z ,'’]{0,24}$|^\s*(?:to|at)?\s*$")


_THROUGHOUT = re.compile(
    r"\b(?:throughout|steadily|consistently|continuously|each|every|year on year|month on month|successive)\b"
)
"""Words that claim one way for a whole series."""
_SERIES = 3


def check_trend_words(context: Context) -> Iterator[Outcome]:
    """Say of words such as "dropped from A to B" whether the values went that way.

    Read are the word, then "from A … to B"; the word, then "to B … from A"; and "increased every month", said of the
    values that stand in one row before it. Source: rule 17 of the list
    of checks ("dropped from 211 in July to 154 in August").
    """
    said: set[tuple[str, str]] = set()
    asked: set[str] = set()
    for sentence in context.passages.sentences:
        yield from _of_series(context, sentence)
        if len(sentence.figures) < 2:
            continue
        for match in _VERB.finditer(sentence.low):
            if _TIMES.match(sentence.low, match.end()):
                continue
            step = _step(context, sentence, match)
            if step is None or (step[0].id, step[1].id) in said:
                continue
            first, second = step
            said |= {(first.id, second.id), (second.id, first.id)}
            way = Way.UP if match["up"] else Way.DOWN
            agrees = (second.value - first.value) * way > 0
            asked |= set() if agrees else {first.id, second.id}
            yield _went(match.group(), first, second, agrees=agrees)
    known = {figure_id for pair in said for figure_id in pair}
    told = (
        *now_and_then(context),
        *steps(context),
        *steps_by_time(context),
        *judged_rows(context),
        *along_rows(context),
    )
    for one in (*told, *back_references(context), *told_apart(context)):
        if not {one.first.id, one.second.id} <= known:
            known |= {one.first.id, one.second.id}
            asked |= set() if one.holds else {one.first.id, one.second.id}
            yield _went(one.word, one.first, one.second, agrees=one.holds)
    for one in appended_steps(context):
        # A second word for values whose own word agrees with them is asked about if it goes the other way.
        if not {one.first.id, one.second.id} <= (asked if not one.holds else known):
            yield _went(one.word, one.first, one.second, agrees=one.holds)
    yield from against_the_movement(context)


def _went(word: str, first: Figure, second: Figure, *, agrees: bool) -> Outcome:
    """Return whether two values, the earlier first, went as a word says."""
    working: tuple[Figure | str, ...] = (f"“{word}” from ", first, " to ", second)
    if agrees:
        return holds(f"The word “{word}” agrees with the figures.", *working, " holds")
    went = "went up" if second.value > first.value else "went down"
    did = "are the same" if first.value == second.value else went
    return query(
        f"The text says “{word}”, but the figures, {value_words(first.value, first.unit)} and then "
        f"{value_words(second.value, second.unit)}, {did}; worth checking.",
        *working,
    )


_TIMES = re.compile(r" than (?:doubl|trebl|tripl|halv)")


def _step(context: Context, sentence: Sentence, verb: re.Match[str]) -> tuple[Figure, Figure] | None:
    """Return the earlier and the later value that a word for a trend speaks of, or None."""
    low, at = context.passages.low, sentence.span.start + verb.end()
    around = _around(context, sentence, verb)
    if around is not None:
        return around
    behind = [
        f
        for f in sentence.figures
        if f.span.start >= at and f.nature is not Nature.CHANGE and (_is_level(f) or _from_or_to(context, f))
    ]
    changes = [f for f in sentence.figures if f.span.start >= at and f.nature is Nature.CHANGE]
    if len(behind) < 2 or not same_kind(behind[0], behind[1]) or _is_of_another(verb, low[at : behind[0].span.start]):
        return None
    first, second = behind[0], behind[1]
    skipped = [c for c in changes if c.span.end <= first.span.start]
    start = skipped[-1].span.end if skipped else at
    lead, gap = low[start : first.span.start], context.passages.between(first, second)
    if _VERB.search(gap) and not _BACK.match(gap):
        return None
    if _FROM.match(lead) and _TO.match(gap):
        return first, second
    short = verb.group() not in {"up", "down"} or re.match(r"^\s*(?:in [a-z]+ )?,\s*(?:down |up )?from\b", gap)
    own = _OWN_EARLIER.match(low[second.span.end : second.span.end + 45]) is not None
    compared = own and _TO_VALUE.match(lead) and _COMPARED_WITH.match(gap)
    if compared or (_TO_FIRST.match(lead) and _BACK.match(gap) and short and verb.group() not in _COMPARATIVES):
        return second, first
    return None


def _is_of_another(verb: re.Match[str], lead: str) -> bool:
    """Tell whether a nearer verb is the one that the values are of: "gear itself up, having been reduced from"."""
    return verb.group() in {"up", "down"} and _VERB.search(lead) is not None


_TO_VALUE = re.compile(r"^[a-z ,'’]{0,24}\bto\s+(?:about |around |some |only |just )?£?$")
_COMPARED_WITH = re.compile(r"^[^.;]{0,45}?\b(?:compared (?:with|to)|against|as against)\s+(?:the |a figure of )?£?$")
_OWN_EARLIER = re.compile(
    r"^[^.;\d]{0,20}?\b(?:in|at|for|on)?\s*(?:the )?"
    r"(?:same|previous|last|year before|a year|preceding|prior|corresponding)\b"
    rf"|^\s*(?:in|at|on|for) (?:the end of )?(?:\d{{1,2}} )?(?:{MONTH}"
    r"|(?:19|20)\d\d|quarter)\b"
)


def _of_series(context: Context, sentence: Sentence) -> Iterator[Outcome]:
    """Yield whether the values before a sentence such as "The number has risen throughout" all went its way."""
    if sentence.figures or _THROUGHOUT.search(sentence.low) is None:
        return
    verb = _VERB.search(sentence.low)
    if verb is None:
        return
    series = _series_before(context, sentence)
    if len(series) < _SERIES or not all(_is_level(f) and same_kind(f, series[0]) for f in series):
        return
    dates = [f.period.end for f in series if f.period is not None]
    if len(dates) == len(series) and dates != sorted(dates):
        return
    way = Way.UP if verb["up"] else Way.DOWN
    parts: list[Figure | str] = []
    for figure in series:
        parts += [", " if parts else "", figure]
    against = [(a, b) for a, b in pairwise(series) if (b.value - a.value) * way < 0]
    if not against:
        yield holds(f"The word “{verb.group()}” agrees with all of the figures.", *parts, ", holds")
        return
    first, second = against[0]
    did = "went up" if second.value > first.value else "went down"
    yield query(
        f"The text says “{verb.group()}” of all the figures, but from {value_words(first.value, first.unit)} to "
        f"{value_words(second.value, second.unit)} they {did}; worth checking.",
        *parts,
    )


def _series_before(context: Context, sentence: Sentence) -> Sequence[Figure]:
    """Return the values just before a sentence: those of the sentence before, or of the one column of a table."""
    before = context.passages.previous(sentence)
    if before is None or sentence.paragraph - before.paragraph > 1:
        return ()
    if not context.passages.paragraphs[before.paragraph].is_row:
        return before.figures if before.paragraph == sentence.paragraph else ()
    rows: list[Figure] = []
    for paragraph in reversed(context.passages.paragraphs[: sentence.paragraph]):
        if not paragraph.is_row or len(paragraph.figures) != 1:
            break
        rows.insert(0, paragraph.figures[0])
    return rows


_COMPARATIVES = frozenset({"higher", "lower", "more", "fewer"})
_THEN = re.compile(
    r"^\s*(?:in [a-z]+ )?(?:from|than|on|against|compared (?:with|to)|as (?:against|compared (?:with|to)))\s+"
    r"(?:the |its |last year's |a |year's )*(?:peak of |figure of |previous )?\s*£?$"
)
_AS_AGAINST = re.compile(r"\b(?:as against|compared (?:with|to)|against)\s+(?:the )?£?$")


def _around(context: Context, sentence: Sentence, verb: re.Match[str]) -> tuple[Figure, Figure] | None:
    """Return earlier and later value of "204, down from 219", "96, higher than the 81", "a fall on the 41", or None."""
    low, start, end = context.passages.low, sentence.span.start + verb.start(), sentence.span.start + verb.end()
    front = [f for f in sentence.figures if f.span.end <= start]
    behind = [f for f in sentence.figures if f.span.start >= end]
    if not behind:
        return None
    front = [
        f for f in front if same_kind(f, behind[0]) and (f.unit is Unit.PERCENT) is (behind[0].unit is Unit.PERCENT)
    ]
    bound = verb.group() in {"more", "fewer"}
    if front and not bound and _is_plain(front[-1]) and _is_plain(behind[0]):
        gap = re.sub(r"\([^)]*\)|\bof the [\d,]+ [a-z]+", " ", low[front[-1].span.end : start])
        link = low[end : behind[0].span.start]
        alike = front[-1].value <= behind[0].value * 3 and behind[0].value <= front[-1].value * 3
        if (
            alike
            and not _goes_on_to(context, behind, link)
            and _SAME_CLAUSE.match(gap)
            and _THEN.match(link)
            and not _OTHERS.search(low[behind[0].span.end :][:30])
        ):
            return behind[0], front[-1]
    if verb.group() in {"higher", "lower", "up", "down"} and len(behind) > 1 and same_kind(behind[0], behind[1]):
        lead, link = low[end : behind[0].span.start], low[behind[0].span.end : behind[1].span.start]
        if re.fullmatch(r",?\s*(?:at|to)\s*£?", lead) and len(link) < 60 and _AS_AGAINST.search(link):
            return behind[1], behind[0]
    if verb.group() in {"fewer", "more"} and len(behind) > 1 and same_kind(behind[0], behind[1]):
        claim = low[end : behind[0].span.start]
        first = start == sentence.span.start
        if first and len(claim) < 60 and _AS_AGAINST.search(low[behind[0].span.end : behind[1].span.start]):
            return behind[1], behind[0]
    return None


def _goes_on_to(context: Context, behind: Sequence[Figure], link: str) -> bool:
    """Tell whether a value behind "from" goes on with "to" and another: both are of the word in front of them."""
    if len(behind) < 2 or not link.rstrip().endswith("from"):
        return False
    return re.match(r"^[^.;,\d]{0,25}\bto\s*£?$", context.passages.between(behind[0], behind[1])) is not None


_SAME_CLAUSE = re.compile(r"^[^.;:£]{0,90}$")
_OTHERS = re.compile(r"\b(?:england|national|average|target|neighbours|region)\b")


def _from_or_to(context: Context, figure: Figure) -> bool:
    """Tell whether a figure stands behind "from" or "to", whatever it was taken for."""
    return re.search(r"\b(?:from|to)\s*£?$", context.passages.before(figure, 12)) is not None


def _is_plain(figure: Figure) -> bool:
    """Tell whether a figure is a value that is printed as a level, whatever it was taken for."""
    return figure.qualifier in {Qualifier.NONE, Qualifier.APPROX, Qualifier.AVERAGE} and figure.nature not in {
        Nature.TARGET,
        Nature.BENCHMARK,
    }


def _is_level(figure: Figure) -> bool:
    """Tell whether a figure gives a level that can go up or down."""
    return (
        figure.nature not in {Nature.TARGET, Nature.BENCHMARK, Nature.VARIANCE}
        and figure.qualifier
        in {
            Qualifier.NONE,
            Qualifier.APPROX,
            Qualifier.AVERAGE,
        }
        and figure.unit is not Unit.PERCENTAGE_POINTS
    )


TREND_WORDS = Rule(17, "trend word", Severity.HIGH, "A word for a trend agrees with the values.", check_trend_words)
