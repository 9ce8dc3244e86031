"""Whether a number says nothing new about what it measures, so that it goes on about what was measured before.

"Twelve months before it was 467", "England reported 70", "a reduction of 3.6", "426 had been taken": the words around
such a number tell a time, a place, a comparison or a movement, and no measure.
"""

from __future__ import annotations

from crossfoot.extraction.figures.layout import Shape
from crossfoot.extraction.figures.naming.runs import NO_NOUNS, in_time, opening_of
from crossfoot.extraction.figures.numerals import Number
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.roots import root
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.tokens import WORD
from crossfoot.extraction.figures.words import (
    AUXILIARIES,
    DETERMINERS,
    GENERIC_HEADS,
    MONTHS,
    PREPOSITIONS,
    TIME_STEMS,
    VERBS,
    word_set,
)

_PRONOUNS = word_set("it he she they we i you us them there here one ones none nobody what how so such who whom")
_JOINING = word_set(
    "and or but nor if then than as not no yet therefore thus hence however whereas while whilst when although"
    " though because ie eg i e x both"
    " either neither respectively also only even just still already now again once too very well"
)
_MEASURING = word_set(
    """
    supporting supported responsible helping helped serving answer
    service council department county borough city area guideline guide staff team
    number total figure rate average mean median percentage proportion share ratio level count volume amount value
    result position performance score sum half third quarter double twice per cent fte wte equivalent points point
    overall whole baseline outturn open current active live existing snapshot
    """
)
_COMPARING = word_set(
    """
    target threshold benchmark aim ambition ceiling maximum minimum limit norm optimum reasonable acceptable goal
    standard expected expectation comparison comparable compared against difference gap variance england english
    national nationally region regional regionally neighbour statistical comparator family-group similar wales london
    north south east west midlands northern country counties metropolitan authorities authority peer equivalent
    corresponding same better worse good bad best worst high low higher lower highest lowest above below under over
    more less fewer most least up down comparator busiest quietest
    """
)
_MOVING = word_set(
    """
    making trend trends pattern continue continues continued persist persists go goes on
    reduction increase decrease rise fall drop decline growth improvement change movement rose risen fell fallen
    dropped grew grown increased decreased declined reduced improved worsened moved gone went come came climbed
    climbing slipped eased doubled halved trebled stood stand stands standing reached reach reported recorded
    expressed equated equates equating equivalent represents representing represented giving gave given put set held
    took taken remained further another additional extra net rising falling increasing decreasing reducing improving
    dropping peaked peak touched against returned thought hit ending ended beginning began started previous previously
    last next first second third latest earlier later former latter prior following current present recent ago date
    today time period end start beginning close opening middle annual annually monthly weekly quarterly daily yearly
    law laws regulations statute asks think thinks believe reckon nearer nearest require requires allow allows want
    wants hope hopes expect expects expecting marked
    stays stayed sat sits attained seen saw census survey statistics
    published publication data short wanted required needed hoped planned sought alone spring
    crept creeping show shows showed shown suggest suggests suggested indicate indicates indicated provisional
    make makes made bring brings brought keep keeps proposed propose intended intend
    averaged averages averaging
    summer autumn winter christmas easter whole running likely predicted predicts report thought right ideal enough
    """
)
_COUNTING = word_set(
    """
    two three four five six seven eight nine ten eleven twelve dozen hundred thousand million few several many some
    around about approximately roughly nearly almost exactly least most over under
    """
)
_EMPTY = (
    AUXILIARIES
    | DETERMINERS
    | PREPOSITIONS
    | GENERIC_HEADS
    | TIME_STEMS
    | frozenset(MONTHS)
    | _PRONOUNS
    | _JOINING
    | _MEASURING
    | _COMPARING
    | _MOVING
    | _COUNTING
)
_DONE = word_set("completed achieved managed met done made undertaken finished delivered carried")
"""What is done to whatever is counted, and before a number names nothing: "in the autumn we completed 89%"."""

_NOTHING: frozenset[str] = frozenset()

_FARTHEST_BACK = 80
"""How many words before a number may name what is measured."""

_MOST_TOLD_WITH = 3
"""How many numbers may be told with one another: "a fall of £2m (8%), from £25m"."""

_OF_A_WHOLE = word_set("the these those all our its their")
_CLAUSE_SIGNS = frozenset(";:()–—|")
_SETS_OFF = frozenset(":–—|")
"""What stands between a name and its number."""

_OPENS_A_CLAUSE = word_set("whereas while whilst although but compared against than versus")


def names_no_measure(s: Sentence, last: int | None = None) -> bool:
    """Tell whether the words of a row's name only tell how something is counted: "Rate per 10,000", "% of total".

    Only those before the token ``last`` are asked, where one is given.
    """
    end = len(s.tokens) if last is None else last
    return all(s.low(i) in _EMPTY or s.stem(i) in _EMPTY for i in range(end) if s.is_word(i))


def says_nothing_new(sight: Sight) -> bool:
    """Tell whether neither what a number counts nor its clause before it names anything that is measured."""
    if tells_only_how_many(sight):
        return True
    phrase = sight.phrase
    if _any_content(sight, phrase.first, phrase.close):
        return False
    done = _DONE | _said_before_of_them(sight)
    return not _any_content(sight, _clause_start(sight), sight.number.first, done)


def _said_before_of_them(sight: Sight) -> frozenset[str]:
    """Return the verb that a pronoun's clause repeats, of what was counted before: "In May it had received 2,987".

    So it does where the sentence before tells a number with the same verb, or where the verb only says that somebody
    dealt with it.
    """
    s, at, previous = sight.sentence, sight.number.first - 1, sight.around.previous
    if s.words.isdisjoint(_WHO_DEALT) or not previous or not previous[-1].numbers:
        return _NOTHING
    while s.low(at) in _COUNTING or s.low(at) in PREPOSITIONS or s.low(at) in {"only", "just"}:
        at -= 1
    verb, subject = s.low(at), at - 1
    while s.low(subject) in AUXILIARIES or s.low(subject).endswith("ly"):
        subject -= 1
    if s.low(subject) not in _WHO_DEALT:
        return _NOTHING
    same = verb in previous[-1].sentence.words
    return frozenset({verb, s.stem(at)}) if same or verb in _DEALT else _NOTHING


_WHO_DEALT = word_set("it we they")
_DEALT = word_set("received handled dealt processed logged recorded had took taken seen saw")


def opens_what_was_announced(sight: Sight, above: Reading | None) -> bool:
    """Tell whether a number opens a paragraph and names nothing, and the one above only said what is talked of.

    "Members had asked about agency staff." and, in a paragraph of its own, "In March there were 31."
    """
    around = sight.around
    if above is None or sight.told or around.previous or around.lead is not None or above.numbers:
        return False
    s = above.sentence
    if (
        s.text[s.end - 1 : s.end] != "."
        or s.block.shape is not Shape.PARAGRAPH
        or sight.sentence.block.shape is not Shape.PARAGRAPH
    ):
        return False
    return not sight.number.money and not names_before(sight) and says_nothing_new(sight)


def names_more_than(sight: Sight, said: frozenset[str]) -> bool:
    """Tell whether a number's clause before it names anything but what is ``said`` of any such number, in stems."""
    s = sight.sentence
    return any(
        s.stem(i) not in said and s.low(i) not in said and _any_content(sight, i, i + 1)
        for i in range(_clause_start(sight), sight.number.first)
    )


def says_only(sight: Sight, said: frozenset[str]) -> bool:
    """Tell whether all that a number's clause names, before it and behind it, is among what is ``said``, in roots."""
    s = sight.sentence
    end = sight.number.last
    while end < len(s.tokens) and s.tokens[end].start < sight.right and s.low(end) not in _ENDS_A_CLAUSE:
        end += 1
    return all(
        root(s.stem(i)) in said or not _any_content(sight, i, i + 1, _HAPPENS)
        for i in range(_clause_start(sight), end)
        if not sight.number.first <= i < sight.number.last
    )


_HAPPENS = _DONE | word_set(
    "place held happened occurred taken found seen due new force began begun ended closed opened counted"
)
"""What happens to whatever is measured, and tells nothing of what it is."""

_ENDS_A_CLAUSE = word_set("; . , but compared against while whereas")


def tells_only_how_many(sight: Sight) -> bool:
    """Tell whether a number is but how many there were, and does not say of what: "in that year there were 41"."""
    s, at = sight.sentence, sight.number.first - 1
    if "there" not in s.words or s.low(sight.number.last) == "such":
        return False
    while s.low(at) in _ABOUT_SO_MANY:
        at -= 1
    if s.low(at) == "been" and s.low(at - 1) in {"had", "have"}:
        at -= 1
    elif s.low(at) not in {"were", "was", "are"}:
        return False
    return s.low(at - 1) == "there" and counts_nothing(sight) and not _ends_in_a_name(sight)


def _ends_in_a_name(sight: Sight) -> bool:
    """Tell whether a preposition right behind a number says what it is: "there were 41 in residential care"."""
    s, last = sight.sentence, sight.number.last
    return s.low(last) in PREPOSITIONS and _any_content(sight, last, min(last + _NEXT_WORDS, len(s.tokens)))


_ABOUT_SO_MANY = word_set("about around some nearly only just over still now then already exactly almost")
_NEXT_WORDS = 5


def names_before(sight: Sight) -> bool:
    """Tell whether anything before a number in its sentence names what is measured, in its own clause or another."""
    if tells_only_how_many(sight):
        return False
    return _any_content(sight, max(0, sight.number.first - _FARTHEST_BACK), sight.number.first, _DONE)


def says_what_became(sight: Sight, *, done: bool = False) -> bool:
    """Tell whether what is said of a number names something of its own: "nine had not been entered for any exam".

    ``done`` tells that what is counted is itself done, so that "completed" or "undertaken" says nothing of its own.
    """
    s, phrase, at = sight.sentence, sight.phrase, max(sight.phrase.close, sight.number.last)
    if phrase.close - phrase.first == 1 and s.low(phrase.first).endswith("ed"):
        at = phrase.first  # no noun: "41% reached the expected standard"
    if s.low(at) == "of" and phrase.close == phrase.first:
        if s.low(at + 1) not in {"whom", "them", "which"}:
            return False
        at += 2
    behind = behind_the_share_of_it(s, at)
    right = sight.right if behind == at else _end_of_next(sight)
    at = behind
    while s.low(at) in _BESIDE_A_VERB:
        at += 1
    if s.low(at) not in AUXILIARIES and s.low(at) not in VERBS and not s.low(at).endswith("ed"):
        return False
    end = at
    while end < len(s.tokens) and end - at < _LONGEST_PREDICATE and s.tokens[end].start < right:
        if s.low(end) in _WHO_THEY_ARE:
            return False
        if s.low(end) in _ENDS_A_PREDICATE or (s.low(end) == "out" and s.low(end + 1) == "of"):
            break
        end += 1
    return _any_content(sight, at, end, _HANDLED | _DONE if done else _HANDLED)


def _end_of_next(sight: Sight) -> int:
    """Return where the number after the next begins, or the sentence ends."""
    numbers, later = sight.reading.numbers, sight.index + 2
    return sight.sentence.tokens[numbers[later].first].start if later < len(numbers) else sight.sentence.end


def behind_the_share_of_it(s: Sentence, at: int) -> int:
    """Return the index behind a share that says a number again: "193 of them, 88%, lived", "17 or 5.9% had"."""
    number = at + 1 + (s.low(at) == "," and s.low(at + 1) == "or")
    if s.low(at) not in {"(", ",", "or"} or not s.is_number(number) or s.low(number + 1) != "%":
        return at
    closes = number + 2
    return closes + (s.low(closes) in {")", ","})


_HANDLED = word_set("received recorded dealt handled processed logged taken")
"""What is done to whatever comes in, and tells nothing of what became of it: "3,911 had been received"."""

_BESIDE_A_VERB = word_set("also only then now still since more eventually subsequently already ) %")
_ENDS_A_PREDICATE = word_set("; . , and but compared against ( while whereas")
_LONGEST_PREDICATE = 10
_WHO_THEY_ARE = word_set("boys girls male males female females aged under over men women white british")
"""Words that only tell which of those that are measured a part is."""


def names_anything(sight: Sight, first: int, last: int, besides: frozenset[str] = _NOTHING) -> bool:
    """Tell whether one of the tokens from ``first`` to ``last``, ``besides`` some words, may name what is measured."""
    return _any_content(sight, first, last, besides)


def clause_start(sight: Sight) -> int:
    """Return where the clause begins that a number stands in; words that the number before counts are none of it."""
    return _clause_start(sight)


def counts_nothing(sight: Sight) -> bool:
    """Tell whether no noun stands behind a number: "426 eventually"."""
    s, phrase = sight.sentence, sight.phrase
    if s.low(sight.number.last) == "of":
        return False
    if s.low(phrase.first) in _LAST_OR_THIS and s.stem(phrase.close - 1) in _STRETCHES:
        return True  # when it was: "it was 81 last year"
    return all(s.low(i) in NO_NOUNS or s.low(i).endswith("ly") for i in range(phrase.first, phrase.close))


_LAST_OR_THIS = word_set("last this next")
_STRETCHES = word_set("year month week quarter spring summer autumn winter time")


def counts_a_part(sight: Sight) -> bool:
    """Tell whether a number counts a part of what was counted before: "of these, 9", "23 of them were"."""
    s, n = sight.sentence, sight.number
    if (
        s.low(0) == "of"
        and all(s.low(i) in _OF_A_WHOLE for i in range(1, n.first))
        and s.low(n.last) not in AUXILIARIES
    ):
        return False  # the whole itself: "Of the 42 posts"
    if sight.around.points_back or s.low(0) == "of":
        return True
    if s.low(n.last) == "of" and s.low(n.last + 1) in {"them", "these", "those", "which", "whom"}:
        return True
    return any(
        s.low(i) == "of" and s.low(i + 1) in {"whom", "which", "these", "those", "them"} for i in range(n.first - 1)
    )


def _clause_start(sight: Sight) -> int:
    """Return where the clause begins that a number stands in; words that the number before counts are none of it."""
    s, numbers, k = sight.sentence, sight.reading.numbers, sight.index
    while k and sight.index - k < _MOST_TOLD_WITH and _is_told_with(s, numbers[k - 1], numbers[k]):
        k -= 1
    first, left = numbers[k].first, sight.left if k == sight.index else s.start
    counted = sight.reading.phrase_of(numbers[k - 1]).close if k else 0
    own = first
    while first > counted and s.tokens[first - 1].end > left:
        before = s.lows[first - 1]
        opened = opening_of(s, first - 1, counted) if before == ")" else None
        if opened is None and (before in _CLAUSE_SIGNS or before in _OPENS_A_CLAUSE):
            sets_off = first == own and counted < first - 1
            if not (sets_off and (before in _SETS_OFF or _stands_in_brackets(s, numbers[k]))):
                break
        first = first - 1 if opened is None else opened
    return first


def _stands_in_brackets(s: Sentence, n: Number) -> bool:
    """Tell of a number alone in brackets that ends what stands before them: "neglect (97), emotional abuse (58)"."""
    if s.low(n.first - 1) != "(" or s.low(n.last) != ")":
        return False
    behind = s.low(n.last + 1)
    ends = not s.is_word(n.last + 1) or behind in _JOINING or behind in PREPOSITIONS or behind in AUXILIARIES
    return ends or behind == "followed"


def _is_told_with(s: Sentence, earlier: Number, n: Number) -> bool:
    """Tell of a number that brackets add to the one before, or that was before its change: "£2.9m (69%)", "from 13"."""
    between = [s.low(i) for i in range(earlier.last, n.first)]
    return between in (["("], [",", "from"], ["from"])


def _any_content(sight: Sight, first: int, last: int, besides: frozenset[str] = _NOTHING) -> bool:
    """Tell whether one of the tokens from ``first`` to ``last``, ``besides`` some words, may name what is measured.

    A name in capitals within a sentence is a place or a team, which tells whose a number is, not what it measures; an
    abbreviation of the dictionary is a measure.
    """
    s = sight.sentence
    for i in range(max(first, 0), min(last, len(s.tokens))):
        token, low = s.tokens[i], s.lows[i]
        if token.capital and s.is_upper(i) and any(m.first == i for m in sight.reading.mentions):
            return True
        if (low == "record" and s.low(i - 1) == "on") or (low == "own" and s.low(i - 2) == "on"):
            continue  # "the lowest month on record", "December on its own"
        if token.kind is not WORD or low in _EMPTY or low in besides or low.endswith("ly"):
            continue
        if (token.capital and i > 0) or s.stems[i] in _EMPTY or in_time(sight, token.start):
            continue
        return True
    return False
