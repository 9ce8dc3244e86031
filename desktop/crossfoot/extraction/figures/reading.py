"""One sentence as read: its numbers, its period expressions, its wordings and its cues of nature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from crossfoot.extraction.figures.exclusions import Verdict, counted_at, why_not
from crossfoot.extraction.figures.lexicon import Lexicon, Mention
from crossfoot.extraction.figures.natures.cues import Cue, cues_of
from crossfoot.extraction.figures.natures.moods import Verb, verbs_of
from crossfoot.extraction.figures.numerals import OPENERS, Form, Number, is_fte, number_at
from crossfoot.extraction.figures.periods import Calendar, When, stretches
from crossfoot.extraction.figures.periods.finding import resolved, within
from crossfoot.extraction.figures.periods.focus import (
    aimed_at,
    compared_at,
    dates_a_comparison,
    focus_of,
    is_a_turn,
    is_only_intended,
    stands_aside,
)
from crossfoot.extraction.figures.periods.occasions import Occasion, occasions_of
from crossfoot.extraction.figures.periods.schools import tells_results
from crossfoot.extraction.figures.phrases import Phrase, phrase_behind
from crossfoot.extraction.figures.reached import Reach
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tokens import NUMBER, WORD, is_plural
from crossfoot.extraction.figures.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, VERBS, word_set
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Figure, Period, Span, Unit


@dataclass(slots=True)
class Reading:
    """What is known of a sentence. ``numbers`` are those that may be figures, in order of place.

    ``focus`` is the period that the sentence is about, apart from what it compares with; ``firm`` tells
    that it is the only one there, so that the sentences behind it may lean on it. ``attributes`` are the
    ``mentions`` that merely describe the noun behind them, ``parts`` those that lie within a longer one, ``reached``
    keeps them by the weight and the zone in which the numbers of sentences behind this one have met them. ``occasions``
    are those at which something was counted that it tells of. ``inner`` are the first tokens of numbers that part no
    sentence, ``told`` the figures that its numbers became.
    """

    sentence: Sentence
    numbers: list[Number]
    whens: list[When]
    mentions: list[Mention] = field(default_factory=list)
    attributes: frozenset[Mention] = frozenset()
    parts: frozenset[Mention] = frozenset()
    cues: list[Cue] = field(default_factory=list)
    verbs: list[Verb] = field(default_factory=list)
    focus: Period | None = None
    firm: bool = False
    occasions: Sequence[Occasion] = ()
    inner: frozenset[int] = frozenset()
    told: Sequence[Figure] = ()
    ready: bool = False
    _phrases: dict[int, Phrase] = field(default_factory=dict)
    reached: dict[tuple[float, str], list[Reach]] = field(default_factory=dict)

    def prepare(self, lexicon: Lexicon) -> None:
        """Find the wordings and the cues, once, when they are first asked for."""
        if not self.ready:
            self.mentions = _none_left_out(self.sentence, lexicon.mentions(self.sentence, whole=self.name_of_item))
            self.parts = frozenset(_within_longer(self.mentions))
            self.attributes = frozenset(m for m in self.mentions if _describes(self.sentence, m))
            self.cues = cues_of(self.sentence.text, self.sentence.start, self.sentence.end)
            self.verbs = verbs_of(self.sentence.text, self.sentence.start, self.sentence.end)
            names = [m for m in self.mentions if m.last - m.first > 1] if self.numbers else []
            self.inner = frozenset(n.first for n in self.numbers if self._is_inner(n, names))
            self.ready = True

    def _is_inner(self, number: Number, names: Sequence[Mention]) -> bool:
        """Tell whether a number stands within a name, "over two years", or alone in brackets: "612 of them (33%)".

        ``names`` are the wordings of several words.
        """
        s = self.sentence
        if s.low(number.first - 1) == "(" and s.low(number.last) == ")":
            return True
        if says_again(s, number):
            return True
        return any(m.first <= number.first and number.core < m.last for m in names)

    def phrase_of(self, number: Number) -> Phrase:
        """Return the noun phrase behind a number of the sentence, read once."""
        known = self._phrases.get(number.first)
        if known is None:
            known = self._phrases[number.first] = phrase_behind(self.sentence, number)
        return known

    @property
    def name_of_item(self) -> int:
        """Return how many tokens name a list item that is a name and its number: "children's homes: 37"; 0 for none."""
        s = self.sentence
        if not self.numbers or self.numbers[0].first > _LONGEST_NAME:
            return 0
        first = self.numbers[0].first
        set_off = s.low(first - 1) in (":" if s.index else _SETS_OFF)
        return first if set_off else 0


def _none_left_out(s: Sentence, mentions: list[Mention]) -> list[Mention]:
    """Return the wordings but those that brackets say are not counted: "children in need (excluding those in care)"."""
    if s.words.isdisjoint(_LEAVES_OUT):
        return mentions
    out: list[range] = []
    for i in range(len(s.tokens)):
        if s.low(i) in _LEAVES_OUT and s.low(i - 1) in {"(", ","}:
            closes = ")" if s.low(i - 1) == "(" else ","
            out.append(range(i, next((j for j in range(i, len(s.tokens)) if s.low(j) == closes), i)))
    return [m for m in mentions if not any(m.first in left for left in out)]


_LEAVES_OUT = word_set("excluding except omitting")


def _within_longer(mentions: list[Mention]) -> Iterator[Mention]:
    """Yield the wordings that lie within a longer one or begin within another; ``mentions`` go by their start."""
    ends: dict[int, int] = {}
    for mention in mentions:
        ends[mention.first] = max(mention.last, ends.get(mention.first, 0))
    covered, upto = 0, -1
    for mention in mentions:
        if mention.first != upto:
            covered = max(covered, ends.get(upto, 0))
            upto = mention.first
        if mention.last < ends[mention.first] or mention.first < covered:
            yield mention


_LONGEST_NAME = 6
_SETS_OFF = frozenset(":-–—=")
_BEHIND_A_NOUN = AUXILIARIES | PREPOSITIONS | VERBS | DETERMINERS | word_set("and or per as to not more by")
"""What stands behind a noun that describes no other."""


def _describes(s: Sentence, m: Mention) -> bool:
    """Tell whether a wording merely describes the noun behind it: "team" in "team manager"."""
    last = s.tokens[m.last - 1]
    if last.kind is not WORD or not s.is_word(m.last) or is_plural(last.low) or m.words > 2:
        return False
    following = s.low(m.last)
    return following not in _BEHIND_A_NOUN and not following.endswith(("ed", "ly", "ing"))


@unchanging(frozen=True, slots=True)
class Seen:
    """What has been seen of a block before its sentences are read.

    ``expressions`` look like periods, ``masked`` are stretches whose digits are never figures, ``labels`` the dotted
    paragraph numbers of the text, which a sentence may refer to. A number in the ``wanted`` stretch is a figure
    whatever the rules say: somebody has selected it.
    """

    expressions: Sequence[re.Match[str]]
    masked: list[tuple[int, int]]
    labels: frozenset[str]
    wanted: Span | None = None


def read_sentence(s: Sentence, known: Calendar, seen: Seen) -> Reading:
    """Return a sentence's period expressions and the numbers in it that may be figures."""
    start, told = s.start, known.told
    last, dated, compared = known.last, known.dated, known.compared
    whens = resolved(s.text, start, within(s.text, start, s.end, seen.expressions), known) if seen.expressions else []
    numbers = numbers_in(s, [(w.span.start, w.span.end) for w in whens] + seen.masked, seen.labels, seen.wanted)
    if not whens:
        return Reading(s, numbers, whens)
    whens = _as_meant(s, whens, known)
    known.began = next((w.period.start for w in whens if w.period is not None and _dates_a_start(s, w)), known.began)
    occasions = occasions_of(s, whens, known.meeting)
    told_of = any(each.kind.of_all_behind for each in occasions) or _opens_on_a_day(s, whens, known)
    if not numbers and not told_of and _only_tells_when_something_was(s, whens, known):
        known.last, known.dated, known.compared = last, dated, compared
        return Reading(s, numbers, whens, occasions=occasions)
    focus, firm = focus_of(s, whens, known)
    if occasions and (focus is None or (len(occasions) == 1 and not numbers)):
        focus, firm = occasions[0].period, len(occasions) == 1
    if focus is None and not numbers and s.text[s.end - 1 : s.end] != ".":
        focus = aimed_at(s, whens, known) or compared_at(s, whens, known)
    latest = next((w for w in reversed(whens) if w.period is not None and w.period == known.last), None)
    if focus is not None and latest is not None:
        aside = dates_a_comparison(s, latest) or stands_aside(s, latest)
        if aside or (latest.rule == "elliptic" and is_a_turn(s, latest)):
            known.last = focus  # what was only compared with says nothing of the sentences behind
    if latest is not None and is_only_intended(s, latest):
        known.last, known.dated, known.compared = focus or last, dated, compared
    if known.last is not None and _is_long_past(known.last, known) and s.text[s.end - 1 : s.end] == ".":
        known.last, known.dated, known.compared = last, dated, compared
    if told is not None and known.last is not None and known.last.end < told.end and _IT_HAD_BEEN.search(s.lowered):
        known.last = told  # what had been before says nothing of when the sentences behind it are
    known.told = focus if focus is not None and firm else known.told
    return Reading(s, numbers, whens, focus=focus, firm=firm, occasions=occasions)


def _only_tells_when_something_was(s: Sentence, whens: Sequence[When], known: Calendar) -> bool:
    """Tell whether a sentence that counts nothing says of days and months only when something was or will be done.

    "The contract was let in October 2012." dates none of the numbers behind it, as "The position at 31 March was
    reported" does, and a year or a quarter that is named.
    """
    if s.text[s.end - 1 : s.end] != "." or not s.words.isdisjoint(_WORDS_OF_COUNTING):
        return False
    return all(
        _is_long_before_what_is_reported(when, known)
        if when.rule not in _MOMENTS
        else _COUNTED_THEN.search(s.text, max(s.start, when.span.start - 40), when.span.start) is None
        for when in whens
    )


def _opens_on_a_day(s: Sentence, whens: Sequence[When], known: Calendar) -> bool:
    """Tell whether a sentence opens with the one day it names, in a record that reports on no time of its own.

    "On 26 December 2015 the river burst its banks. 312 homes were flooded."
    """
    if known.reporting is not None or len(whens) != 1 or whens[0].rule not in {"date", "shortdate"}:
        return False
    return whens[0].span.start - s.start < _OPENING and s.lows[0] == "on"


_OPENING = 24


def _is_long_before_what_is_reported(when: When, known: Calendar) -> bool:
    """Tell whether a stretch was over before that began which the record reports on."""
    reporting, period = known.reporting, when.period
    if when.rule not in _YEARS_AND_PARTS or reporting is None or period is None:
        return False
    if known.meeting is not None and reporting.end > known.meeting:
        return (known.meeting - period.end).days > _A_YEAR  # in the plan of a year the one before is told of
    return period.end < reporting.start


_A_YEAR = 365


_YEARS_AND_PARTS = frozenset({"split", "half", "quarter", "quarterspan", "yearspan", "calyear"})


_MOMENTS = frozenset({"date", "shortdate", "month", "monthyear", "monthago", "lastmonth", "year", "term"})
_WORDS_OF_COUNTING = frozenset(
    {
        "figures",
        "data",
        "position",
        "statistics",
        "census",
        "snapshot",
        "follows",
        "below",
        "table",
        "return",
        "numbers",
    }
)
_COUNTED_THEN = re.compile(
    r"\b(?:as\s+(?:at|of|on)|at|up\s+to|(?:end|close|last\s+day)\s+of|counted|ending|ended)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Words before a day or a month up to which, or at which, one counts."""


def _is_long_past(period: Period, known: Calendar) -> bool:
    """Tell whether a day or a month lies so long before what is reported that what follows is not counted from it."""
    if known.meeting is None or known.reporting is None or (period.end - period.start).days > _A_MONTH:
        return False
    return period.end < known.reporting.start and (known.meeting - period.end).days > LONG_AGO


_A_MONTH = 31
LONG_AGO = 460
"""After how many days a day or a month is none that the sentences behind it may be about."""

_IT_HAD_BEEN = re.compile(
    r"\b(?:it|this|they|there|figures?|numbers?|rates?|totals?|proportion|average)\s+had\s+(?:previously\s+)?been\b"
    r"|\A\W{0,3}(?:(?:at|on|in)\s+(?:the\s+)?(?:\w+\s+){1,4}(?:before\s+)?)?(?:it|they|this|that|the\s+(?:figure|number|total|rate))\s+(?:was|were|stood)\b"
)


def _as_meant(s: Sentence, whens: list[When], known: Calendar) -> list[When]:
    """Return the expressions as their sentence means them: counted from what it tells of, results by their year."""
    counted = [_counted_from_what_is_told(s, whens, i, known) for i in range(len(whens))]
    meant = [_of_results(s, when, known) for when in counted]
    for before, now in zip(counted, meant, strict=True):
        if now is not before and known.last == before.period:
            known.last = now.period
    return meant


_AND_ANOTHER = re.compile(
    r",?[\s\xa0]+and[\s\xa0]+(?:only[\s\xa0]+|just[\s\xa0]+)?£?\d\S*(?:[\s\xa0]+[a-z]+)?[\s\xa0]+(?:the[\s\xa0]+)?$",
    re.IGNORECASE,
)
_YEARLY = re.compile(r"\b(?:earlier|before|previously|ago)$", re.IGNORECASE)


def _counted_from_what_is_told(s: Sentence, whens: Sequence[When], index: int, known: Calendar) -> When:
    """Return an expression, "twelve months earlier" counted from what is told of, not from what that is compared with.

    "187 at 30 September. There had been 151 at the end of March and 128 twelve months earlier".
    """
    when, beside = whens[index], whens[index - 1] if index else None
    period = when.period
    if beside is None or period is None or beside.period is None or when.rule not in {"ago", "lastyear", "same"}:
        return when
    if when.rule != "same" and _YEARLY.search(s.text, when.span.start, when.span.end) is None:
        return when
    if _AND_ANOTHER.fullmatch(s.text, beside.span.end, when.span.start) is None:
        return when
    inner = next((w.period for w in whens[: index - 1] if w.period is not None and not w.compares), None)
    base = (inner or known.told) if dates_a_comparison(s, beside) else known.told
    apart = (beside.period.end - period.end).days
    if base is not None and stretches.shifted_back(base, 12).end == period.end:
        return when
    if base is None or not beside.period.end < base.end or not (base.end - beside.period.end).days < apart:
        return when
    months = round(apart / _DAYS_OF_A_MONTH)
    return replace(when, period=stretches.shifted_back(base, months))


_DAYS_OF_A_MONTH = 30.44


def _of_results(s: Sentence, when: When, known: Calendar) -> When:
    """Return "this year" and "last year" of examination results as the school years that ended in a summer."""
    if when.period is None:
        return when
    if when.rule == "term" and when.period.start.month == _SUMMER and (tells_results(s) or "results" in s.words):
        return replace(when, period=stretches.school_year(when.period.start.year - 1))
    reporting, meeting = known.reporting, known.meeting
    open_year = when.rule in {"thisyear", "lastyear"} and meeting is not None and stretches.is_year(when.period)
    if meeting is None or not open_year or not tells_results(s):
        return when
    if reporting is not None and stretches.is_school_year(reporting):
        return replace(when, period=reporting if when.rule == "thisyear" else stretches.year_before(reporting))
    if reporting is not None and stretches.is_year(reporting) and reporting.end <= meeting:
        return when
    latest = meeting.year - (meeting.month < _RESULTS) - (when.rule == "lastyear")
    return replace(when, period=stretches.school_year(latest - 1))


_SUMMER = 5
"""The month in which the summer term begins, whose results are those of the school year."""

_RESULTS = 8
"""The month in which schools have the results of the year."""


def says_again(s: Sentence, number: Number) -> bool:
    """Tell of a share between commas that says again what was counted before it: "141, or 86%, were in lodgings"."""
    if s.low(number.last) != ",":
        return False
    at = number.first - 1
    if number.unit is Unit.PERCENT:
        return s.low(at) in _AGAIN and s.low(at - 1) == ","
    if number.unit is not Unit.RATIO:
        return False
    while s.low(at) in _AGAIN or s.low(at) in _HEDGES:
        at -= 1
    return s.low(at) == ","  # "128 of these, exactly a fifth, were"


_AGAIN = frozenset({"or", "i.e.", "ie"})
_HEDGES = frozenset({"exactly", "about", "nearly", "almost", "roughly", "just", "over", "under", "some"})


_BEGAN = re.compile(
    r"\b(?:opened(?:[\s\xa0]+(?:its|their)[\s\xa0]+doors)?|began|begun|started|commenced|launched|introduced|came[\s\xa0]+into[\s\xa0]+(?:force|effect)|came[\s\xa0]+in"
    r"|went[\s\xa0]+live|took[\s\xa0]+effect)[\s\xa0]+(?:on[\s\xa0]+|in[\s\xa0]+|from[\s\xa0]+)?(?:the[\s\xa0]+)?$",
    re.IGNORECASE,
)


def _dates_a_start(s: Sentence, when: When) -> bool:
    """Tell whether a day or a month is that on which what is told of began: "the scheme opened on 1 June"."""
    if when.rule not in {"date", "shortdate", "month", "monthyear"}:
        return False
    return _BEGAN.search(s.text, max(s.start, when.span.start - 40), when.span.start) is not None


def numbers_in(s: Sentence, taken: list[tuple[int, int]], labels: frozenset[str], wanted: Span | None) -> list[Number]:
    """Return the numbers of a sentence that no rule excludes and that lie in no ``taken`` stretch.

    Those in the ``wanted`` stretch are returned all the same.
    """
    verdicts: list[Verdict] = []
    at = 0
    for i, token in enumerate(s.tokens):
        if i < at or not (token.kind is NUMBER or token.low in OPENERS):
            continue  # asked of every word
        number = number_at(s.tokens, i)
        if number is None:
            continue
        offset = s.tokens[number.core].start
        if wanted is not None and wanted.start <= offset < wanted.end:
            verdicts.append(Verdict(number, None))
            at = number.last
            continue
        if _lies_in(taken, offset):
            at = number.last if number.form is Form.DIGITS else i + 1
            continue
        refers = token.low in labels and not _is_told(s, number)
        verdicts.append(Verdict(number, "reference" if refers else why_not(s, number, verdicts)))
        # "No" is read alone, so that a number behind it ("no 4") is met too.
        at = number.last if number.form is not Form.ZERO else i + 1
    return [verdict.number for verdict in verdicts if verdict.reason is None]


def _lies_in(stretches: list[tuple[int, int]], offset: int) -> bool:
    """Tell whether a place lies in one of some stretches; a loop, as this is asked of every number."""
    for start, end in stretches:  # noqa: SIM110 - see above
        if start <= offset < end:
            return True
    return False


def _is_told(s: Sentence, n: Number) -> bool:
    """Tell whether a broken number that is also a paragraph's label counts here: "2.0 FTE", "2.1 posts"."""
    return (
        n.unit is not None
        or n.money
        or n.unnamed
        or n.scale != 1
        or is_fte(s.tokens, n.last) > 0
        or counted_at(s, n.last)
    )
