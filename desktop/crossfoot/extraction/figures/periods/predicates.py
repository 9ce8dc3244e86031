"""What the verb of a number's clause tells of those it counts: how they are, what they have, or what they did.

English tells a state from a deed by its verbs: "61 were living there", "the Council owns 5,204 homes" and "12 bridges
carry a limit" are of a day, "61 came forward" and "we lent 5,204 books" of the while in which they did. The verb is the
one right before the number ("supports 46 families") or else the first one behind what is counted ("46 families rent a
plot"). Nouns decide where the verb does not: there are so many apprentices on a day, and so many fires in a year.
"""

from __future__ import annotations

import re
from enum import StrEnum

from crossfoot.extraction.figures.phrases import Phrase
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.tokens import SIGN, WORD, is_plural
from crossfoot.extraction.figures.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, word_set
from crossfoot.model import Unit


class Predicate(StrEnum):
    """What a verb tells: a ``STATE`` that lasts, a mere ``TRAIT`` of those who were counted, or a ``DEED``.

    A trait ("38 were over ninety") is of a day only where nothing tells of a while in which these were counted.
    """

    STATE = "state"
    TRAIT = "trait"
    DEED = "deed"


_BE = word_set("is are was were")
_HAVE = word_set("has have had")
_PRESENT = word_set("is are has have")
_BY_THE_WAY = word_set(
    """
    also still now not currently presently only all already both either each therefore thus then mainly mostly
    largely usually normally typically together nearly almost never always just well
    """
)
_BEFORE_A_NUMBER = word_set(
    """
    about around some only just over under nearly almost another a an the further total of more than at least up
    to as many its our their these those all in now still also currently approximately fewer roughly altogether
    """
)
_NOT_BEFORE_A_VERB = word_set(
    """
    of in on at with from for to by and or a an the our its their his her your own & under within across aged
    between no some any more other such
    """
)
"""What stands before a noun and not before a verb of the same form: "of work", "their own", "the support"."""

_STATIVE = word_set(
    """
    own owns owned comprise comprises comprised contain contains contained consist consists consisted employ
    employs employed rent rents rented lease leases leased occupy occupies occupied live lives lived reside
    resides resided belong belongs belonged owe owes owed lack lacks lacked exceed exceeds remain remains
    remained
    """
)
"""Verbs of what lasts, in the present and in the past."""

_STATIVE_NOW = word_set(
    """
    hold holds work works attend attends subscribe subscribes receive receives get gets pay pays carry carries
    face faces share shares support supports manage manages maintain maintains run runs operate operates offer
    offers provide provides serve serves claim claims require requires need needs take takes foster fosters
    qualify qualifies cover covers care cares rely relies depend depends use uses stand stands sit sits lie lies
    speak speaks look looks teach teaches
    """
)
"""Verbs that tell of what lasts where they stand in the present: "118 businesses rent a unit"."""

_STATIVE_PARTICIPLES = word_set(
    """
    housed based located situated employed enrolled entitled owned leased occupied filled covered staffed
    boarded protected maintained licensed fostered insured tenanted unoccupied unstaffed stationed looked
    unemployed disabled
    """
)
"""Participles of how something was, not of what was done to it: "were housed in hotels", "are protected by law"."""

_HELD = word_set("held maintained kept")
_PARTICLES = word_set("with for after on in to")

_OUT = word_set("out up off away back")
_DONE_BY = word_set("used visited attended seen watched read signed won made sent taken")
_NUMBERS = word_set("number numbers total")
_COMES_TO = word_set(
    """
    reached reaching totalled numbered stood stands rose risen fell fallen grew grown went gone came come
    climbed dropped increased decreased reduced doubled halved
    """
)
"""Verbs with which a number is told, or what it came to: "had risen to 88"."""

_LISTS = word_set(
    """
    list register roll queue population workforce fleet membership stock establishment headcount caseload
    backlog
    """
)
"""What has a number on a day: "the waiting list had grown to 412"."""

_ADJECTIVES = word_set("approved registered funded aged disabled looked supported qualified unallocated")

_STATIVE_WITH = {
    "placed": word_set("with through in at outside beyond under within more over further away out elsewhere"),
    "held": word_set("by vacant open"),
}
"""Participles that tell of a state with the words behind them alone: "were placed with relatives"."""

_STATES = word_set(
    """
    eligible vacant empty entitled responsible exempt dependent pregnant homeless unable able alive available
    full open live active overdue absent missing subject due short free
    """
)
_PLACES = word_set("in on at with under without outside near inside among between over off")
_NO_PLACE = word_set(
    """
    time timescale target track average course total addition favour full response line excess budget schedule
    or
    """
)
"""What "in" and "on" make no state of: "were in time", "on average"."""

_CHANGING = word_set("rising falling increasing decreasing growing being becoming")
_RELATIVES = word_set("who which that")
_NEW_CLAUSE = word_set(
    """
    but and while whilst whereas than compared against when because after before if although though since until
    so
    """
)

_WENT = word_set(
    """
    came gave took became began went left lent wrote read ran bought brought sold built made met saw sat spoke
    taught chose drew won lost swam broke caught sent flew rode drove fell died withdrew shut laid dug swept
    undertook got found
    """
)
"""Verbs of doing whose past has a form of its own."""

_THINGS = word_set(
    """
    apprentice child person people adult family household pupil student resident tenant carer adopter worker
    staff employee officer teacher governor member volunteer childminder school academy home house flat property
    dwelling building site bed place post vehicle bus van lorry car machine computer library park tree bridge
    area centre nursery club business company shop unit stall pitch plot garage account licence plan statement
    claimant pensioner tenancy holder name driver taxi councillor ward hostel lamp column bin playground
    allotment subscriber customer inhabitant prisoner trustee director manager consultant nurse doctor midwife
    assistant adviser advisor inspector warden foster boy girl woman man route shelter gallery museum theatre
    market toilet society charity pool field
    """
)
"""Stems of persons and things of which there are so many on a day."""

_EACH_YEAR = re.compile(
    r"\b(?:an?|per|each|every)\s+(?:year|week|month|day|night|term|hour|annum)\b|\b(?:week|month|year|dai)ly\b"
)
_OVER_A_WHILE = re.compile(
    r"\b(?:in|during|over|throughout|for|within)\s+(?:the\s+(?:\w+\s+){0,3}"
    r"(?:year|quarter|period|month|half|season|term|months|winter|summer|autumn|spring)\b(?!\s+end)|20\d\d|19\d\d)\b"
    r"|\bat\s+(?:some|any)\s+(?:point|time|stage)\b|\bon\s+average\b"
)
"""Words with which a state is told of a while and not of its end: "were in hotels at some point in the quarter"."""

_LONG = word_set("longer more over for since less under almost nearly two three five ten many")
_REACH = 14
"""How many tokens behind what is counted its verb may stand."""


def told_by(sight: Sight) -> Predicate | None:
    """Return what the verb of a number's clause tells, or None where none is found or it leaves that open.

    What a part of others or a bare number was is no more than a trait of them: "12 of the pupils had a plan".
    """
    s, phrase, number = sight.sentence, sight.phrase, sight.number
    told_of = phrase.head in _THINGS or not s.words.isdisjoint(_TELLING)
    if number.money or number.unit not in _COUNTED or not told_of:
        return None
    noun = _place_of_head(s, phrase)
    behind = number.last if noun is None else noun + 1
    verb = next((i for i in range(number.last, behind) if s.lows[i] in _WENT), behind)
    told = _before(s, number.first, phrase.head) or _behind(s, verb)
    if told is None or told is Predicate.DEED:
        return told
    if _is_of_a_while(sight) or "cohort" in s.words or phrase.head in _MEASURES:
        return None
    part = noun is None or s.low(number.last) == "of"
    return Predicate.TRAIT if part else told


_COUNTED = frozenset({None, Unit.COUNT, Unit.FTE})
_MEASURES = word_set("measure indicator target objective action case")
_TELLING = _BE | _HAVE | _STATIVE | _STATIVE_NOW | _WENT | _HELD | _COMES_TO | word_set("been by")


def _place_of_head(s: Sentence, phrase: Phrase) -> int | None:
    """Return the place of the noun that is counted, or None where the number has none."""
    if not phrase.head:
        return None
    return next((i for i in range(phrase.close - 1, phrase.first - 1, -1) if s.stem(i) == phrase.head), None)


def _is_of_a_while(sight: Sight) -> bool:
    """Tell whether a number's sentence says in what while it was so, or that it is so often a year."""
    s = sight.sentence
    end, right = sight.end - s.start, sight.right - s.start
    return _EACH_YEAR.search(s.lowered, end, right) is not None or _OVER_A_WHILE.search(s.lowered, 0, right) is not None


def _before(s: Sentence, first: int, head: str) -> Predicate | None:
    """Return what the verb right before a number, quantifiers aside, tells of what it counts."""
    i = first - 1
    while i >= 0 and s.lows[i] in _BEFORE_A_NUMBER:
        i -= 1
    if i < 0:
        return None
    if s.lows[i] in _PARTICLES and (s.low(i - 1).endswith("ing") or s.low(i - 1) in _STATIVE_NOW | {"lived"}):
        i -= 1  # "was working with 342", "look after 301"
    verb, lead = s.lows[i], s.low(i - 1)
    if verb in _BE or verb in _COMES_TO:
        there = lead == "there" and head in _THINGS
        return Predicate.STATE if there else _numbering(s, i)
    if verb in _HAVE or verb in _HELD:
        there = head in _THINGS or (head == "case" and verb in _HELD) or (verb in _PRESENT and not _names_a_deed(head))
        return Predicate.STATE if there else None
    stative = verb in _STATIVE or (verb in _STATIVE_NOW and lead not in _NOT_BEFORE_A_VERB and s.is_word(i - 1))
    if stative or (verb.endswith("ing") and lead in _BE and verb not in _CHANGING):
        return Predicate.STATE
    done = verb in _WENT or (verb == "by" and lead in _DONE_BY) or (verb in _OUT and lead in _WENT)
    return Predicate.DEED if done else None


def _numbering(s: Sentence, last: int) -> Predicate | None:
    """Return what the subject tells whose number it is that a verb at ``last`` gives: "the number of tenants was".

    Persons and things are there on a day, unless they are new or words behind them tell what was done by or to them.
    """
    low = max(0, last - _REACH)
    at = next((i for i in range(last, low, -1) if s.lows[i] == "of" and s.lows[i - 1] in _NUMBERS), None)
    if at is None:
        return Predicate.STATE if s.holds(_LISTS, last - 5, last) else None
    noun = next((i for i in range(at + 1, min(at + 6, last)) if s.stem(i) in _THINGS and is_plural(s.lows[i])), None)
    if noun is None:
        return None
    done = any(_is_done(s.lows[i]) for i in range(at + 1, last) if i != noun)
    return Predicate.DEED if done else Predicate.STATE


def _is_done(low: str) -> bool:
    """Tell whether a word is a verb of doing; "risen" and "employed" are none."""
    if low in _WENT or low == "new":
        return True
    return low.endswith("ed") and low not in _STATIVE_PARTICIPLES | _STATIVE | _COMES_TO | _ADJECTIVES


def _behind(s: Sentence, first: int) -> Predicate | None:
    """Return what the first verb behind what is counted, which ends before ``first``, tells of it."""
    i, last = first, min(first + _REACH, len(s.tokens))
    while i < last:
        token, low = s.tokens[i], s.lows[i]
        if token.kind is SIGN:
            if low == "(":
                while i < last and s.lows[i] != ")":
                    i += 1
            elif low not in _NO_STOPS:
                return None
        elif low in _NEW_CLAUSE or (token.kind is not WORD and not _is_the_whole(s, i)):
            return None
        else:
            told = _told_at(s, i, first)
            if told is not None or low in _VERBS or (low.endswith("ed") and low not in _STATIVE_PARTICIPLES):
                return told
        i += 1
    return None


_NO_STOPS = frozenset("-–'’")
_VERBS = _BE | _HAVE | word_set("will would could can may might should must did do does")


def _told_at(s: Sentence, i: int, first: int) -> Predicate | None:
    """Return what the word at ``i`` tells if it is a verb, of what ends before ``first``."""
    low, lead = s.lows[i], s.low(i - 1)
    if low in _BE or low in _HAVE:
        return _being(s, i) if low in _BE else _having(s, i)
    if low in _WENT:
        return Predicate.DEED
    lasts = low in _STATIVE and lead not in _NOT_BEFORE_A_VERB
    lasts = lasts or (low in _STATIVE_NOW and (i == first or lead in _RELATIVES | _BY_THE_WAY or lead == "them"))
    lasts = lasts or (low == "held" and _is_possessed(s, i + 1))
    return Predicate.STATE if lasts or (i == first and _is_a_present(s, i)) else None


def _is_possessed(s: Sentence, i: int) -> bool:
    """Tell whether what is held from ``i`` on is something that one has and no event: "a licence", "more than 20"."""
    low = s.low(i)
    kept = low in _ARTICLES or low in {"more", "fewer", "less"} or (is_plural(low) and not _names_a_deed(s.stem(i)))
    return kept and not s.holds(_HAPPENS, i, i + 5)


def _is_a_present(s: Sentence, i: int) -> bool:
    """Tell whether the word at ``i`` is a verb in the present, right behind those who do so: "volunteers help in"."""
    low = s.lows[i]
    if not is_plural(s.low(i - 1)) or s.stem(i - 1) not in _THINGS:
        return False
    if not s.is_word(i) or s.tokens[i].capital or low.endswith(("ed", "ing", "s", "ly", "en", "ern")):
        return False
    return low not in _NO_PRESENT and s.low(i + 1) in _OPENS_AN_OBJECT


def _names_a_deed(head: str) -> bool:
    """Tell whether a noun's stem is of what happens, by its form: "referral", "inspection", but not "station"."""
    if not head or head in _THINGS or head in _ABIDING:
        return not head
    return head in _HAPPENING or head.endswith(("tion", "sion", "ment", "al", "ing", "ance", "ence"))


_HAPPENING = word_set(
    """
    call visit request complaint offence crime incident death birth contact appeal sale loan fire accident
    collision enquiry adoption start leaver review check case episode concern claim letter email trip journey
    hour day time
    """
)
_ABIDING = word_set(
    """
    station section division region organisation institution hospital animal individual professional proposal
    building apartment department establishment instrument pension option population collection exhibition
    constitution provision accommodation association corporation foundation location monument licence fence
    audience
    """
)
_NO_PRESENT = (
    PREPOSITIONS
    | DETERMINERS
    | AUXILIARIES
    | word_set(
        """
    or and but who which that when where while as so than then each alone altogether apart full old worth
    available more less late early short long free away left lost made let met set put cut hit shut read strong
    ago only not also either both together elsewhere too such what whether if because last next whom whose
    account represent constitute amount range come go fall rise appear vary differ
    """
    )
)
_OPENS_AN_OBJECT = DETERMINERS | PREPOSITIONS | word_set("more fewer less part full alone there here each together")


def _is_the_whole(s: Sentence, i: int) -> bool:
    """Tell whether the number at ``i`` is the whole that the one before is a part of: "16 of the 89 were"."""
    return s.low(i - 1) in {"the", "these", "our", "those", "all"} and s.low(i - 2) == "of"


def _next(s: Sentence, i: int) -> int:
    """Return the first token behind ``i`` that is no word by the way."""
    i += 1
    while s.low(i) in _BY_THE_WAY or s.low(i).endswith("ly"):
        i += 1
    return i


def _being(s: Sentence, i: int) -> Predicate | None:
    """Return what a verb of being at ``i`` tells by what stands behind it."""
    j = _next(s, i)
    word, behind = s.low(j), s.low(j + 1)
    if word == "being" or (word.endswith("ing") and word not in _CHANGING):
        return Predicate.STATE
    passive = s.low(i) == "are" and s.stem(i - 1) in _THINGS and word.endswith("ed") and word not in _TO_COME
    if (
        passive
        or word in _STATIVE_PARTICIPLES
        or word in _STATES
        or word == "left"
        or behind in _STATIVE_WITH.get(word, ())
    ):
        return None if any(low.startswith("adopt") for low in s.lows[j + 2 : j + 5]) else Predicate.STATE
    if word not in _PLACES:
        plain = s.is_word(j) and not word.endswith(("ed", "en", "wn", "ing")) and word not in _NO_TRAIT
        return Predicate.TRAIT if plain else None
    told = Predicate.STATE if s.low(i) in _PRESENT else Predicate.TRAIT
    return None if behind in _NO_PLACE else told


_TO_COME = word_set(
    """
    expected planned needed required proposed projected estimated offered lost added used affected
    """
)


def _having(s: Sentence, i: int) -> Predicate | None:
    """Return what a verb of having at ``i`` tells by what stands behind it."""
    j = _next(s, i)
    word = s.low(j)
    if word == "been":
        k = _next(s, j)
        lasting = s.low(k) in _WHERE or s.low(k).endswith("ing")
        return Predicate.STATE if lasting and s.holds(_LONG, k, k + 8) else None
    if word in _LASTED:
        return Predicate.STATE if s.holds(_LONG, j, j + 4) else None
    if word == "to":
        return Predicate.STATE if s.holds(_YET, i, j) else Predicate.DEED
    if s.holds(_HAPPENS, j, j + 6) or not s.is_word(j):
        return None
    had = word.endswith(("ed", "en", "wn", "ne")) or word in _HAD_DONE
    return Predicate.STATE if word in _ARTICLES or not had else None


_HAPPENS = word_set(
    """
    review reviews check checks exclusion exclusions suspension suspensions interview visit visits conference
    assessment assessments screening screenings vaccination vaccinations inspection inspections hearing hearings
    session sessions lesson lessons complaint complaints referral referrals claim claims death deaths fire fires
    outbreak outbreaks examination examinations operation operations consultation consultations absence absences
    accident fall falls stroke baby babies episode episodes meeting meetings appeal appeals incident test tests
    birth placement placements move moves change changes offer offers conviction convictions effect impact
    success result results
    """
)
"""What one has in a while and not on a day: "31 had a review"."""

_HAD_DONE = word_set(
    """
    to had left come gone become made got put set run won lost met cut brought built bought sold kept held sent
    spent paid found told led fallen risen grown taken given begun sat let caught heard read more fewer three
    two one four
    """
)
_NO_TRAIT = word_set(
    """
    to for of about from by due after before during within below above behind let made sent sold paid held found
    met cut put set lost won brought bought built caught heard left done taught shot told laid lent spent fought
    dug swept fed struck shut hit read led more less fewer
    as than
    """
)
_YET = word_set("still yet")
_WHERE = _PLACES | _STATES | word_set("there looked")
_LASTED = word_set("lasted waited lived stayed stood served")
_ARTICLES = word_set("a an no")
