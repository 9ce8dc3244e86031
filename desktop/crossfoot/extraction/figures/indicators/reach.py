"""How far a number's words reach: which wordings around it count, and how much.

Words behind a number that are counted by it come first ("2 unallocated cases"), then the subject before
it ("referrals had dropped from 211"), then what the sentence hangs on: a list's lead-in, the sentence
before for "of these", the heading. The nearer a wording, the more it weighs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.extraction.figures.indicators.silence import counts_nothing, names_before
from crossfoot.extraction.figures.layout import Shape
from crossfoot.extraction.figures.lexicon import Lexicon, Mention
from crossfoot.extraction.figures.movements import begins_movement
from crossfoot.extraction.figures.numerals import Form, Number
from crossfoot.extraction.figures.phrases import Phrase, is_generic
from crossfoot.extraction.figures.reached import TITLE, Reach
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.relative import number_before
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.sight import Sight, Surroundings
from crossfoot.extraction.figures.words import AUXILIARIES, PREPOSITIONS, VERBS, word_set
from crossfoot.model import Role, Unit

# Weights of a wording by where it stands, before its distance is taken off.
_COUNTED = 9.0  # within the noun phrase behind the number
_PREDICATE = 8.4  # in the predicate: "76 children were unallocated"
_TAIL = 7.6  # behind the noun phrase, but still of what is counted
_BEFORE = 7.0  # between the number before and this one
_BEHIND = 5.0  # between this number and the next
_EARLIER = 5.2  # before the number before
_LATER = 2.6  # behind the next number
_ANOTHERS = 0.5  # right behind another number, which counts it
_COUNTED_BY_ANOTHER = 1
_LISTED = 9.6  # in the lead-in of an item that names but a part and its number
_LEAD = 6.2  # in the lead-in of any other item
_POINTED = 5.6  # in the sentence before, where this one points back
_PREVIOUS = 3.4  # in the sentence before
_BLOCK = 2.4  # further back in the paragraph
_TOPIC = 5.0  # in what the paragraph opens with as its heading
_HEADING = 3.2
_HEADING_ALONE = 4.2
"""What a heading weighs, and one that is nothing but a name."""

_TITLE = 3.1  # in what an opening heading or the record's title says of whom all is

_OVER_ITEMS = 4.2  # in the heading of items each of which names but a part and its number

_WITHIN_A_LONGER = 0.3
"""What is taken off a wording that is a part of a longer one: "assessments" in "initial health assessments"."""
_ELSEWHERE = 3.6
"""What is taken off wordings elsewhere where the number counts a noun of its own that names no indicator."""
_OF_WHOM = 6.5
"""What is taken off a wording that tells whose the things are that are counted."""
_NAMED_ALREADY = 0.8
"""What is taken off a lead-in where the number's own words name an indicator."""

_UNCOUNTED = frozenset({Unit.PERCENT, Unit.GBP, Unit.PERCENTAGE_POINTS, Unit.RATE_PER_10000, Unit.RATIO})
_REFERRED = word_set("them whom which these those")
_VERBS_OF_STATE = word_set(
    """
    was were are is had have has remained became took led reached achieved attained gained met passed received got made
    """
)
_ARTICLES = word_set("the these those all our its their")
_OUT_OF = word_set("of among amongst from")
_FARTHEST_WHOLE = 6
"""How many words at most stand between a part and its whole: "14 vacancies among the 112 posts"."""
_LONGEST_BRACKET = 6
_SHARED_VERBS = word_set("was were are is had remained")
_JOINTS = word_set(", and")
_TELLS_ALREADY = (PREPOSITIONS - {"of"}) | {"a", "an", "the"}
_AIMS_AT = _TELLS_ALREADY - {"between", "from"}
_PLACING = word_set("in at across within on")
_PRONOUNS = word_set("it they")
_WHO = word_set("who that which")
_CAUSES = word_set("because owing due thanks result")
_ENDS_A_CAUSE = AUXILIARIES | word_set(", ; . ( ) and but")
_LONGEST_CAUSE = 7
"""How many words behind "because of" may tell the cause."""

_NEXT_CLAUSE = word_set("; and while whereas but")
_OPEN_A_CLAUSE = _NEXT_CLAUSE | _PRONOUNS | {"that"}
_PREDICATE_STOPS = word_set(", ; . and but compared against ( while including")


def reaches_of(lexicon: Lexicon, sight: Sight) -> list[Reach]:
    """Return the mentions within the reach of a number, with their weights."""
    s, reading, phrase, around = sight.sentence, sight.reading, sight.phrase, sight.around
    reading.prepare(lexicon)
    zones = _Zones(sight)
    hits = zones.all_of(reading.mentions, reading.parts)
    named = any(mention.first >= zones.behind and mention.first < phrase.close for mention in reading.mentions)
    specific = _counts_a_noun(sight)
    if specific and not named:
        hits = [h if h.zone in {"counted", "behind"} else h.less(_ELSEWHERE) for h in hits]
    if specific and s.low(phrase.close) == "of":
        of_whom = (h for h in hits if _stands_in_tail(h, phrase))
        apart = {h.mention for h in of_whom if not named or h.mention in reading.parts}
        hits = [h.less(_OF_WHOM) if h.mention in apart else h for h in hits]
    of_total = _is_of_the_total(sight)
    goes_on = not specific and (around.points_back or of_total or not names_before(sight))
    answers = _answers(around)
    lent = goes_on or named
    hangs_on = lent or (not specific and (_has_no_verb(sight) or answers))
    if around.lead is not None:
        name = reading.name_of_item
        if _names_only_a_part(reading) and not any(_names_a_measure(lexicon, hit, name) for hit in hits):
            weight = _LISTED
        else:
            weight = _LEAD - _NAMED_ALREADY if specific and named else _LEAD
        if around.lead_source is None or around.lead.numbers:
            hits += _all_of(lexicon, around.lead, weight, "lead-in")
    elif around.heading is not None and _is_a_bare_item(lexicon, reading, hits):
        hits += _all_of(lexicon, around.heading, _OVER_ITEMS, TITLE)
    just_named = goes_on and not named and bool(around.previous) and not around.previous[-1].numbers
    points_back = around.points_back or is_told_of_a_pronoun(sight) or answers or just_named or of_total
    for age, before in enumerate(reversed(around.previous if hangs_on or sight.number.money else ())):
        weight = _weight_of_previous(age, points_back=points_back)
        hits += _all_of(lexicon, before, weight * hangs_on, "sentence before")
    if around.topic is not None and goes_on:
        hits += _all_of(lexicon, around.topic, _TOPIC, "sentence before")
    if around.heading is not None:
        around.heading.prepare(lexicon)
        alone = _HEADING_ALONE if _is_a_name(around.heading) else _HEADING
        zone = ("heading", alone) if lent or sight.number.money else (TITLE, _TITLE)
        hits += _all_of(lexicon, around.heading, zone[1], zone[0])
    hits += _titles(lexicon, around)
    return hits


def _is_a_name(heading: Reading) -> bool:
    """Tell whether a heading is nothing but the name of something that is counted: "Referrals"."""
    size = len(heading.sentence.tokens)
    return any(mention.first == 0 and mention.last == size for mention in heading.mentions)


def reaches_above(lexicon: Lexicon, above: Reading | None) -> list[Reach]:
    """Return the mentions of the sentence that ends the paragraph above, which announces what is counted."""
    return _all_of(lexicon, above, _PREVIOUS, "sentence before") if above is not None else []


def _is_of_the_total(sight: Sight) -> bool:
    """Tell whether a share is one of what the sentence before counts: "notifications made up 44% of the total"."""
    s, last = sight.sentence, sight.number.last
    return (
        sight.number.unit is Unit.PERCENT and s.low(last) == "of" and _TOTAL.match(s.text, sight.end, s.end) is not None
    )


_TOTAL = re.compile(
    r"[\s\xa0]*(?:per[\s\xa0]cent[\s\xa0]*)?of[\s\xa0]+the[\s\xa0]+(?:total|whole|overall total)\b"
    r"(?![\s\xa0]+[a-z]+s\b)",
    re.IGNORECASE,
)


def _answers(around: Surroundings) -> bool:
    """Tell whether the sentence before asks what this one answers: "Where did they come from? Schools made 22%"."""
    if not around.previous:
        return False
    asked = around.previous[-1].sentence
    if around.previous[-1].numbers:
        return False
    return asked.text[asked.end - 1] == "?" or asked.says(_ASKED_HOW_MANY)


_ASKED_HOW_MANY = re.compile(
    r"\b(?:asked|enquired|queried|wondered|(?:wished|wanted) to know)\b[^.;]{0,40}?"
    r"\b(?:how (?:many|long|often)|what (?:proportion|share|number|percentage))\b"
)


def _has_no_verb(sight: Sight) -> bool:
    """Tell whether a sentence is a bare row of names and numbers, which hangs on the one before: "Schools 21%"."""
    s = sight.sentence
    if len(s.tokens) > _LONGEST_ROW or not s.words.isdisjoint(_ANY_VERB):
        return False
    return not any(token.low.endswith("ed") for token in s.tokens)


_ANY_VERB = AUXILIARIES | VERBS
_TELLS_MORE = _ANY_VERB - {"looked"}
_LONGEST_ROW = 24


def _titles(lexicon: Lexicon, around: Surroundings) -> Iterator[Reach]:
    """Yield what heading, topic and the record's titles say of whom all under them is; it names nothing by itself."""
    if around.topic is not None:
        yield from _all_of(lexicon, around.topic, _TITLE, TITLE)
    for age, reading in enumerate(reversed((*around.titles, *around.before_lead, *around.previous))):
        weight = _TITLE_BY_AGE[min(age, _FARTHEST_TITLE)]
        known = reading.reached.get((weight, _OF_WHOM_ALL_IS))
        if known is None:
            known = [r for r in _all_of(lexicon, reading, weight, TITLE) if r.mention.phrase in lexicon.cohorts]
            reading.reached[weight, _OF_WHOM_ALL_IS] = known
        yield from known
        if known and age < len(around.previous):
            return  # of two groups the one told of last is meant


_LESS_FARTHER, _FARTHEST_TITLE = 0.02, 4
"""What is taken off for each sentence between, up to so many: of two groups the one told of last is meant."""

_TITLE_BY_AGE = tuple(_TITLE - _LESS_FARTHER * age for age in range(_FARTHEST_TITLE + 1))

_OF_WHOM_ALL_IS = "of whom all is"
"""What those of a title's words are kept as that tell a group."""


def _stands_in_tail(hit: Reach, phrase: Phrase) -> bool:
    """Tell whether a wording stands behind the noun that is counted: "1,684 reviews of children in care"."""
    return hit.zone == "counted" and hit.mention.first >= phrase.close


def is_told_of_a_pronoun(sight: Sight) -> bool:
    """Tell whether the subject of a number's clause is "it" or "they"."""
    s, first = sight.sentence, sight.number.first
    if _PRONOUNS.isdisjoint(s.words):
        return False
    return any(
        s.low(j) in _PRONOUNS
        and (s.low(j + 1) in AUXILIARIES or s.low(j + 1) == "ought")
        and not (s.low(j) == "it" and s.holds(_IMPERSONAL, j + 2, j + 4))
        for j in range(max(0, first - 6), first)
    )


_IMPERSONAL = word_set("proposed recommended intended suggested hoped planned")
"""What "it" is the mere subject of: "it is therefore proposed to draw £4.6m"."""


def _counts_a_noun(sight: Sight) -> bool:
    """Tell whether a number counts something that its own noun phrase says."""
    n, phrase = sight.number, sight.phrase
    if n.unit in _UNCOUNTED or n.money or n.form is Form.MULTIPLE:
        return False
    participle = phrase.close - phrase.first == 1 and sight.sentence.low(phrase.first).endswith("ed")
    if counts_nothing(sight):
        return False
    return phrase.close > phrase.first and not is_generic(phrase.head) and not participle


def _weight_of_previous(age: int, *, points_back: bool) -> float:
    """Return what the wordings of a sentence before weigh; ``age`` is 0 for the nearest."""
    if age:
        return _BLOCK - 0.3 * age
    return _POINTED if points_back else _PREVIOUS


def _names_a_measure(lexicon: Lexicon, hit: Reach, named: int = 0) -> bool:
    """Tell whether a wording that is counted, or all of an item's name, names an indicator, and no mere group.

    ``named`` is how many tokens name the item.
    """
    whole = hit.zone == "before" and hit.mention.first == 0 and hit.mention.last == named - 1
    return (hit.zone == "counted" or whole) and any(
        len(wording.phrases) == 1 and lexicon.indicators[wording.indicator].role is not Role.COHORT
        for wording in lexicon.wordings_of[hit.mention.phrase]
    )


class _Zones:
    """The stretches of a sentence around one number, by token: what is counted, before, behind, earlier, later."""

    def __init__(self, sight: Sight) -> None:
        s, n = sight.sentence, sight.number
        numbers = _bounding(sight)
        k = next(i for i, number in enumerate(numbers) if number is n)
        self._sentence = s
        self._attributes = sight.reading.attributes
        self._phrase = sight.phrase
        self._first, self.behind = n.first, n.last
        bound = number_before(s, numbers, k)
        self._left = numbers[bound].last if bound >= 0 else 0
        self._others = sight.reading.phrase_of(numbers[bound]).close if bound >= 0 else 0
        self._later = numbers[k + 1 :]
        self._theirs: frozenset[int] | None = None
        self._causes = not s.words.isdisjoint(_CAUSES)
        self._runs_on_to = 0
        self._next_clause: int | None = None
        self._own_clause: int | None = None
        if self._later and _is_whole_of(s, n, self._later[0]):
            if self._phrase.close == self._phrase.first or s.low(n.last) == "of":
                self._phrase = sight.reading.phrase_of(self._later[0])
            self._later = self._later[1:]
        if self._later and begins_movement(sight) and self._later[0] is sight.reading.numbers[sight.index + 1]:
            self._later = self._later[1:]
        self._right = self._later[0].first if self._later else len(s.tokens)
        self._is_whole = (k > 0 and _is_whole_of(s, numbers[k - 1], n)) or _opens_as_whole(s, n)
        phrase = self._phrase
        self._tells_a_place = phrase.close == phrase.first and s.low(phrase.close) in _PLACING
        ends = (
            j
            for j in range(sight.phrase.close, len(s.tokens))
            if s.low(j) == "," or (s.low(j) in AUXILIARIES and s.low(j - 1) not in _WHO)
        )
        self._end_of_whole = next(ends, len(s.tokens)) if self._is_whole else len(s.tokens)
        opens = self._phrase.close
        if n.first in sight.reading.inner and s.low(opens) in {")", ","}:
            opens += 1  # the share of what stands before it, of which the same is told
        behind = _behind_brackets(s, opens)
        self._predicate = _predicate_end(s, behind, self._right)
        self._shared = range(0) if self._predicate else _shared_predicate(sight)
        self._name = _name_in_a_row(s, n, self._left, self._right)
        if s.low(n.last) == "of" and s.low(n.last + 1) in _REFERRED:
            self._predicate = max(self._predicate, self._right)

    def all_of(self, mentions: list[Mention], parts: frozenset[Mention]) -> list[Reach]:
        """Return the reaches of all mentions; those of the same words, which follow one another, are found once."""
        reaches: list[Reach] = []
        close = self._phrase.close
        self._runs_on_to = max((m.last for m in mentions if self.behind <= m.first < close < m.last), default=0)
        first = last = -1
        reach: Reach | None = None
        for m in mentions:
            if reach is None or m.first != first or m.last != last:
                first, last = m.first, m.last
                reach = self.reach(m, less=_WITHIN_A_LONGER if m in parts else 0.0)
                reaches.append(reach)
            else:
                reaches.append(Reach(m, reach.weight, reach.start, reach.end, reach.zone, reach.describes))
        return reaches

    def reach(self, m: Mention, *, less: float) -> Reach:
        """Return the weight of a wording by the zone that it stands in, less what is taken off it."""
        if m.first >= self.behind:
            of_the_part = self._is_whole and m.last > self._end_of_whole
            weight, zone = (_ANOTHERS, "later") if of_the_part else self._weight_behind(m)
        elif m.last <= self._first:
            weight, zone = self._weight_before(m)
        else:
            weight, zone = _COUNTED, "counted"
        if self._causes and self._tells_a_cause(m.first):
            weight, zone = min(weight, _ANOTHERS), "later"
        tokens = self._sentence.tokens
        describes = m in self._attributes
        return Reach(m, weight - less, tokens[m.first].start, tokens[m.last - 1].end, zone, describes)

    def _tells_a_cause(self, at: int) -> bool:
        """Tell whether a word only tells why something is so: "as a result of vacancies", "because of sickness"."""
        s = self._sentence
        for i in range(at - 1, max(-1, at - _LONGEST_CAUSE), -1):
            if s.low(i) in _CAUSES and s.low(i + 1) in {"of", "to"}:
                return s.low(i) not in {"due", "result"} or s.low(i - 1) not in AUXILIARIES
            if s.is_number(i) or s.low(i) in _ENDS_A_CAUSE:
                return False
        return False

    def _weight_behind(self, m: Mention) -> tuple[float, str]:
        """Return the weight and the zone of a wording behind the number."""
        distance = m.first - self.behind
        if self._name and self._later and m.last <= self._right:
            return _ANOTHERS, "later"
        if m.first < self._phrase.close or m.first < self._runs_on_to < m.last < self._right:
            return _COUNTED - 0.12 * distance, "counted"
        if (m.first < self._predicate and m.first < self._right) or m.first in self._shared:
            return _PREDICATE - 0.12 * min(m.first - self._phrase.close, 8), "counted"
        if m.first < min(self._phrase.last, self._right) and not (self._tells_a_place and distance > 1):
            return _TAIL - 0.12 * distance, "counted"
        if m.first < self._right and not self._begins_another_clause(m.first):
            return _BEHIND - 0.15 * min(distance, 14), "behind"
        return _ANOTHERS if m.first in self._counted_by_others() else _LATER - 0.1 * min(distance, 16), "later"

    def _counted_by_others(self) -> frozenset[int]:
        """Return the places right behind the numbers that follow, whose words those count."""
        if self._theirs is None:
            ends = (number.last for number in self._later)
            self._theirs = frozenset(j for end in ends for j in range(end, end + _COUNTED_BY_ANOTHER + 1))
        return self._theirs

    def _begins_another_clause(self, at: int) -> bool:
        """Tell whether a clause about the next number begins between this number and the token ``at``."""
        s = self._sentence
        if not self._later:
            return False
        if self._next_clause is None:
            ends = self.behind + (s.low(self.behind) == ")")
            alike = s.low(self._first - 1) in PREPOSITIONS and s.low(self._first - 1) == s.low(self._right - 1)
            opens = (
                j
                for j in range(self.behind, self._right)
                if s.low(j) in {";", "including"} or (s.low(j) == "and" and (alike or s.low(j - 1) == ","))
            )
            self._next_clause = -1 if s.low(ends) == "," else next(opens, self._right)
        return at > self._next_clause

    def _ends_its_clause(self, at: int) -> bool:
        """Tell whether the clause of the number before ends between the token ``at`` and this number."""
        s = self._sentence
        if self._left > 0 and s.low(self._first - 1) in _JOINTS:
            return True
        if self._own_clause is None:
            lows = s.lows
            opens = (
                j
                for j in range(self._first - 1, self._left - 1, -1)
                if lows[j] in _OPEN_A_CLAUSE
                and (
                    (self._left > 0 and lows[j] in _NEXT_CLAUSE)
                    or (lows[j] in _PRONOUNS and lows[j + 1] in AUXILIARIES)
                    or (lows[j] == "that" and lows[j - 1] in _JOINTS)
                )
            )
            self._own_clause = next(opens, -1)
        return at <= self._own_clause

    def _weight_before(self, m: Mention) -> tuple[float, str]:
        """Return the weight and the zone of a wording before the number."""
        distance = self._first - m.last
        if self._name and m.first >= self._name:
            return _COUNTED, "before"
        anothers = m.first < self._others and m.last < self._first
        if m.first >= self._left and not anothers and not self._ends_its_clause(m.last):
            return _BEFORE - 0.13 * min(distance, 14), "before"
        return _EARLIER - 0.09 * min(distance, 20), "earlier"


def _name_in_a_row(s: Sentence, n: Number, left: int, right: int) -> int:
    """Return where the name of a number begins that stands in a row of names and numbers; 0 where it stands in none.

    "How they left care: adoption 14; special guardianship 21": each is of the words right before it.
    """
    if s.low(n.last) not in _PARTS_A_ROW and n.last < len(s.tokens):
        return 0
    at = n.first - 1
    while at > left and s.is_word(at) and s.low(at) not in _NO_NAME_IN_A_ROW:
        at -= 1
    named = 0 < n.first - 1 - at <= _LONGEST_NAME_IN_A_ROW
    if not named or at <= 0 or s.low(at) not in (_PARTS_A_ROW | {":"}):
        return 0
    if s.low(at) != ":" and not s.is_number(at - 1):
        return 0
    opens = s.low(at) != ":" or (right < len(s.tokens) and s.low(right - 1) not in _NO_NAME_IN_A_ROW)
    return at + 1 if opens else 0


_PARTS_A_ROW = word_set("; , .")
_NO_NAME_IN_A_ROW = AUXILIARIES | VERBS | PREPOSITIONS | word_set("and or but")
_LONGEST_NAME_IN_A_ROW = 5


def _bounding(sight: Sight) -> list[Number]:
    """Return the numbers that part a sentence: all but those within a name or alone in brackets."""
    n, inner, numbers = sight.number, sight.reading.inner, sight.reading.numbers
    within = next(iter(numbers[sight.index + 1 : sight.index + 2]), None)
    if within is not None and not _tells_where(sight.sentence, n, within):
        within = None
    return [number for number in numbers if number is n or (number.first not in inner and number is not within)]


def _tells_where(s: Sentence, n: Number, within: Number) -> bool:
    """Tell whether a number only says in how many places those counted are: "57 were in the council's 8 homes"."""
    if s.low(n.last) not in _VERBS_OF_STATE or within.first - n.last > _LONGEST_PLACE:
        return False
    between = [s.low(i) for i in range(n.last + 1, within.first)]
    if not any(word in _PLACING for word in between) or not all(s.is_word(i) for i in range(n.last, within.first)):
        return False
    return between[-1] in _ARTICLES or between[-1].endswith(("'s", "’s"))


_LONGEST_PLACE = 6


def _is_whole_of(s: Sentence, part: Number, whole: Number) -> bool:
    """Tell whether the second of two numbers is what the first is a part of: "84% of the 262 schools", "58/60"."""
    if whole.first - part.last > _FARTHEST_WHOLE:
        return False
    between = [s.low(j) for j in range(part.last, whole.first)]
    if between in (["/"], ["out", "of"], ["of"]):
        return True
    if len(between) < 2 or between[-1] not in _ARTICLES:
        return False
    joint = len(between) - 1 - next((k for k, w in enumerate(reversed(between)) if w not in _ARTICLES), 0)
    return between[joint] in _OUT_OF and all(s.is_word(j) for j in range(part.last, whole.first))


def _opens_as_whole(s: Sentence, n: Number) -> bool:
    """Tell whether a number is the whole that the ones behind it are parts of: "Of 42 posts, 5", "Of a total of 42"."""
    if n.first == 0 or s.low(0) != "of" or n.first > _FARTHEST_WHOLE or s.low(n.last) in AUXILIARIES:
        return False
    told = all(s.is_word(j) and s.low(j) not in AUXILIARIES for j in range(1, n.first))
    return told and (s.low(n.first - 1) == "of" or all(s.low(j) in _ARTICLES for j in range(1, n.first)))


def _behind_brackets(s: Sentence, at: int) -> int:
    """Return the index behind a share in brackets: "583 (32.5%) became referrals"; ``at`` where there is none.

    So it is behind what commas add: "128 of these, exactly a fifth, were", ", 19 children in all, came into care".
    """
    added = _behind_what_is_added(s, at)
    if added > at:
        return added
    closes = ")" if s.low(at) == "(" else "," if s.low(at) == "," and s.low(at + 1) in {"or", "i.e."} else ""
    if not closes:
        return at
    return next((j + 1 for j in range(at + 1, min(at + _LONGEST_BRACKET, len(s.tokens))) if s.low(j) == closes), at)


def _behind_what_is_added(s: Sentence, at: int) -> int:
    """Return the index behind some words between commas that have no verb; ``at`` where there are none."""
    if s.low(at) == "in" and s.low(at + 1) in {"all", "total"}:
        return at + 3 if s.low(at + 2) == "," else at
    if s.low(at) != ",":
        return at
    for j in range(at + 1, min(at + _LONGEST_ADDED, len(s.tokens))):
        if s.low(j) == ",":
            return j + 1 if j > at + 1 and s.low(j + 1) in _VERBS_OF_STATE else at
        if not s.is_word(j) or s.low(j) in _ANY_VERB or s.low(j) in _JOINS_CLAUSES:
            return at
    return at


_LONGEST_ADDED = 7
_JOINS_CLAUSES = word_set("and but or while whereas which who of")


def _shared_predicate(sight: Sight) -> range:
    """Return where the predicate of a row of numbers stands: "3 … cases and 14 … cases were unallocated"."""
    s, numbers, k = sight.sentence, sight.reading.numbers, sight.index
    if s.low(numbers[k].first - 1) in _AIMS_AT:
        return range(0)  # the object of a verb before it: "reviews were held in time for 97%, and 92% were visited"
    if s.low(numbers[k].first - 1) in AUXILIARIES and s.low(numbers[k].first - 2) != "there":
        return range(0)  # what is told of a subject: "turnover was 16.2% and 4.7% of days were lost"
    end = k
    for a, b in zip(numbers[k:], numbers[k + 1 :], strict=False):
        if s.low(b.first - 1) not in _JOINTS or b.first - a.last > 8 or _is_told_apart(sight.reading, a, b):
            break
        end += 1
    if end == k:
        return range(0)
    start = numbers[end].last
    for j in range(start, min(start + 8, len(s.tokens))):
        if s.low(j) in _SHARED_VERBS:
            return range(j, _predicate_end(s, j, len(s.tokens)))
        if not s.is_word(j):
            break
    return range(0)


def _is_told_apart(reading: Reading, a: Number, b: Number) -> bool:
    """Tell whether the first of two numbers shares no predicate with the next: it has a verb of its own, or is a share.

    A share in brackets is of what stands before them. Of a number that counts no noun behind one that does more is
    told than of that: "there were 3,960 contacts, and 2,930 were closed".
    """
    s = reading.sentence
    if s.low(b.last) in _SHARED_VERBS and not is_generic(reading.phrase_of(a).head) and s.low(b.first - 2) == ",":
        return True
    if s.low(a.last) in _TELLS_ALREADY or (a.unit is Unit.PERCENT) != (b.unit is Unit.PERCENT):
        return True
    closed = s.low(a.last) == ")" and s.low(a.first - 1) == "("
    return closed or any(s.low(i) in _TELLS_MORE for i in range(a.last, b.first))


def _predicate_end(s: Sentence, close: int, right: int) -> int:
    """Return how far the predicate behind a number reaches ("76 children were unallocated"); 0 for none.

    Behind a comma any word may open it: "six families, 19 children in all, came into care".
    """
    if s.low(close) not in _VERBS_OF_STATE and not (s.low(close - 1) == "," and s.low(close - 2) in {"all", "total"}):
        return 0
    j = close
    while j < right and s.low(j) not in _PREDICATE_STOPS:
        j += 1
    return j


def _names_only_a_part(reading: Reading) -> bool:
    """Tell whether a list item only names a part and its number, so that the lead-in names the measure."""
    s = reading.sentence
    return len(s.tokens) <= 16 and not any(t.low in AUXILIARIES for t in s.tokens)


def _is_a_bare_item(lexicon: Lexicon, reading: Reading, hits: list[Reach]) -> bool:
    """Tell of an item of a list that is but a name and its number, and names no measure: "- medium: 27"."""
    if reading.sentence.block.shape is not Shape.ITEM or len(reading.numbers) > _FEW_NUMBERS:
        return False
    return _names_only_a_part(reading) and not any(_names_a_measure(lexicon, hit) for hit in hits)


_FEW_NUMBERS = 2


def _all_of(lexicon: Lexicon, reading: Reading, weight: float, zone: str) -> list[Reach]:
    """Return all mentions of another sentence at one weight; every number of a sentence asks for the same."""
    reading.prepare(lexicon)
    s, known = reading.sentence, reading.reached
    if (weight, zone) not in known:
        known[weight, zone] = [Reach.of(s, mention, weight, zone) for mention in reading.mentions]
    return known[weight, zone]
