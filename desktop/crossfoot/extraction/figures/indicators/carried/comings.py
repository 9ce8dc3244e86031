"""What came to, left or came back to what a paragraph counts: "Additions came to 147 and removals to 174".

Such a number tells only a movement. Of what it is was said before: of the plans, the children in care or the referrals
that were counted last, or of what the paragraph or its heading is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.extraction.figures.indicators.another import are_on_a_list
from crossfoot.extraction.figures.indicators.asked import CARRIED_ON, Asked
from crossfoot.extraction.figures.indicators.named import Named
from crossfoot.extraction.figures.indicators.silence import (
    clause_start,
    counts_nothing,
    names_anything,
    says_what_became,
)
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import AUXILIARIES, DETERMINERS, TIME_STEMS, word_set
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Figure, Nature, Unit


@unchanging(frozen=True, slots=True)
class _Stock:
    """What is counted, with what comes to it, what leaves it, and what comes to it again as a number and as a share.

    ``others`` are measures that tell that a paragraph is about it, ``own`` the words that name it, which the clause of
    a movement may hold.
    """

    key: str
    came: str
    went: str
    again: tuple[str, str]
    others: frozenset[str]
    own: frozenset[str]

    @property
    def told_by(self) -> frozenset[str]:
        """Return the measures that tell that a paragraph is about it."""
        return self.others | {self.key, self.came, self.went, *self.again} - {""}


_CHILDREN = word_set("child children young people person persons names name cases case ones new net more others total")
_STOCKS = (
    _Stock(
        "child_protection_plans",
        "child_protection_plans_starting",
        "child_protection_plans_ending",
        ("second_or_subsequent_plan_number", "second_or_subsequent_plan_percent"),
        frozenset({"child_protection_plan_rate", "plans_by_category_of_abuse", "child_protection_plans_two_years"}),
        _CHILDREN | word_set("plan plans register protection subject it them list"),
    ),
    _Stock(
        "looked_after_children",
        "children_starting_to_be_looked_after",
        "children_ceasing_to_be_looked_after",
        ("", ""),
        frozenset({"looked_after_rate"}),
        _CHILDREN | word_set("care looked after system"),
    ),
    _Stock(
        "referrals",
        "",
        "",
        ("re_referrals_within_12_months_number", "re_referrals_within_12_months_percent"),
        frozenset({"referral_rate"}),
        _CHILDREN,
    ),
)

_CAME = word_set(
    """
    additions addition starts starters entrants entries admissions registrations arrivals newcomers joiners receptions
    added started starting began begun begin commenced opened joined entered arrived registered admitted gained
    """
)
_WENT = word_set(
    """
    removals removal ends endings leavers exits discharges departures de-registrations deregistrations closures
    cessations deletions removed ended ending ceased closed left discharged deregistered de-registered discontinued
    lost departed exited finished stopped
    """
)
_DEEDS = word_set(
    """
    added started began begun begin commenced opened joined entered arrived registered admitted gained removed ended
    ceased closed left discharged deregistered de-registered discontinued lost departed exited finished stopped
    """
)
"""Those of these words that are verbs."""

_TAKES_A_PARTICLE = word_set("came come coming taken taking put placed went gone going moved dropped struck brought")
_IN, _OUT = word_set("in on onto into"), word_set("off out")
_NEW = word_set("new newly fresh")
_MOVES = _CAME | _WENT | _TAKES_A_PARTICLE | _NEW
_ANY_OWN = _MOVES.union(*(stock.own for stock in _STOCKS))
_TELL = tuple((stock, stock.told_by) for stock in _STOCKS)
_BESIDE_A_VERB = AUXILIARIES | word_set("also only then now since newly subsequently")
_ENDS = word_set("; . , ( ) and but while whereas compared against")
_LONGEST = 14
"""How many words behind a number may tell what became of those counted."""

_AGAIN = re.compile(
    r"\b(?:c(?:a|o)m(?:e|ing)|return(?:ed|ing)|been|were|was) back\b|\breturned\b|\brepeats?\b"
    r"|\bre-?(?:referr|regist)\w+"
    r"|\b(?:for (?:a|the) (?:second|third|further)(?: or (?:later|subsequent))?|second or (?:later|subsequent)) time\b"
    r"|\b(?:referred|registered|known|one|plan|register|it|there|subject|here) (?:before\b|previously\b|in the past\b"
    r"|within the (?:previous|last|past|preceding))|\bpreviously (?:been|had|registered|referred|subject|on)\b"
)
"""How it is told that something was counted before already."""

_SENTENCES = 3
"""How many sentences back those who came or went may have been told of."""


def comings_and_goings(asked: Asked) -> Named | None:
    """Return what came to, left or came back to what was counted before, where a number's clause tells only that."""
    sight, best = asked.sight, asked.best
    words = sight.sentence.words
    moves = not words.isdisjoint(_MOVES)
    if not words.isdisjoint(_ALL_OF_THEM) and _is_all_of_them(asked):
        return _all_of_what_moved(sight)
    if (not moves and words.isdisjoint(_MAY_BE_AGAIN)) or asked.kind.unit not in {Unit.COUNT, Unit.PERCENT, None}:
        return None
    if names_anything(sight, sight.phrase.first, sight.phrase.close, _ANY_OWN) or are_on_a_list(sight):
        return None
    stock = _told_of(asked)
    if stock is None or names_anything(sight, sight.phrase.first, sight.phrase.close, stock.own | _MOVES):
        return None
    own = best is not None and best.zone in _OWN_WORDS
    if best is not None and own and best.indicator not in stock.told_by - stock.others:
        return None
    key = _comes_again(asked, stock)
    if not key and moves and stock.came and (asked.kind.unit is not Unit.PERCENT or asked.nature is Nature.CHANGE):
        key = _told_behind(sight, stock) or _told_before(sight, stock)
    return Named(key, CARRIED_ON) if key else None


_ALL_OF_THEM = word_set("total overall leaves leaving left number numbers figure it net population register rolls")
_IS_ALL = re.compile(
    r"\b(?:(?:the|this|that|its)[\s\xa0]+(?:overall[\s\xa0]+)?total|(?:overall|total)[\s\xa0]+(?:number|figure))\b[^.;,\d]{0,60}$"
    r"|\b(?:(?:this|that|which)[\s\xa0]+(?:leaves|left)|(?<![\w-])leaving)"
    r"[\s\xa0]+(?:us[\s\xa0]+with[\s\xa0]+|it[\s\xa0]+at[\s\xa0]+|a[\s\xa0]+total[\s\xa0]+of[\s\xa0]+)?$"
    r"|\b(?:brings?|brought|bringing|takes?|took|taking)[\s\xa0]+(?:the[\s\xa0]+(?:total|number|figure|register)|it|us)\b[^.;,\d]{0,20}$"
    r"|\bnet[\s\xa0]+(?:increase|rise|growth|gain|decrease|reduction|fall|loss|change)[\s\xa0]+of[\s\xa0]+$"
    r"|\bthe[\s\xa0]+(?:number|figure|total)[\s\xa0]+at[\s\xa0]+the[\s\xa0]+(?:start|beginning|outset|end|close)\b[^.;,\d]{0,20}$"
)
"""What leads up to how many there are in all, behind those who came and went."""

_HOW_MANY_THERE_ARE = re.compile(
    r"\b(?:(?:population|register|numbers)|(?:number|total|figure)(?P<whom>(?:[\s\xa0]+(?:of|on|in|with|a|an|the|its|our|it|them"
    r"|children|young|people|plans?|register|care|looked|after|subject|to|child|protection|names|such|cases|being|there|who|are"
    r"|were))+?))"
    r"[\s\xa0]+(?:rose|fell|grew|dropped|declined|climbed|shrank|crept|increased|decreased|stood|stands|went|came|reached|was|is"
    r"|has|had|by)\b[^.;,\d]{0,40}$"
)
"""The stock itself as what rose or fell for that: "so that the number with a plan rose by"."""


def _all_of_what_moved(sight: Sight) -> Named | None:
    """Return what is counted, where what came to it, left or came back was told last."""
    last = next((f.indicator for f in _figures_before(sight) if f.indicator is not None), None)
    stock = next((s for s in _STOCKS if s.came and last in {s.came, s.went, *s.again} - {""}), None)
    if stock is None:
        return None
    of_whom = _how_many_there_are(sight)
    other = of_whom is not None and not _FUNCTIONS.issuperset(set((of_whom["whom"] or "").split()) - stock.own)
    return Named(stock.key, CARRIED_ON) if not other else None


def _how_many_there_are(sight: Sight) -> re.Match[str] | None:
    """Return what tells that a number is how many there are, with its words."""
    s = sight.sentence
    return _HOW_MANY_THERE_ARE.search(s.lowered, max(0, sight.left - s.start), sight.start - s.start)


def _is_all_of_them(asked: Asked) -> bool:
    """Tell whether a number says how many there are in all, after what came and went: "the total had crept back to"."""
    sight = asked.sight
    s = sight.sentence
    net = "net" in sight.sentence.words
    if asked.kind.unit is not Unit.COUNT or not counts_nothing(sight):
        return False
    if _how_many_there_are(sight) is not None:
        return True
    if asked.nature is Nature.CHANGE and not net:
        return False
    return _IS_ALL.search(s.lowered, max(0, sight.left - s.start), sight.start - s.start) is not None


_FUNCTIONS = word_set("of on in with a an the its our it them to such being there who are were")
_OWN_WORDS = frozenset({"counted", "before", "behind"})
_MAY_BE_AGAIN = word_set("back returned repeats repeat before previously previous time again past")


def _told_of(asked: Asked) -> _Stock | None:
    """Return what a number's paragraph counts: that of the last figure with an indicator, else what its topic names."""
    sight, around = asked.sight, asked.sight.around
    for figure in _figures_before(sight):
        if figure.indicator is not None:
            return next((stock for stock, told_by in _TELL if figure.indicator in told_by), None)
    for reading in (*reversed(around.previous), around.lead, around.topic, around.heading):
        named = _named_in(asked, reading) if reading is not None else []
        if named:
            return named[0] if len(named) == 1 else None
    return None


def _figures_before(sight: Sight) -> Iterator[Figure]:
    """Yield the figures told before a number in its sentence and those before it, the nearest first."""
    yield from reversed(sight.told)
    for reading in reversed(sight.around.previous[-_SENTENCES:]):
        yield from reversed(reading.told)


def _named_in(asked: Asked, reading: Reading) -> list[_Stock]:
    """Return which of what may be counted a sentence names."""
    lexicon = asked.lexicon
    named = {
        wording.indicator
        for mention in reading.mentions
        for wording in lexicon.wordings_of.get(mention.phrase, ())
        if len(wording.phrases) == 1
    }
    phrases = {mention.phrase for mention in reading.mentions}
    named |= {key for key, phrase in lexicon.groups_counted.items() if phrase in phrases}
    return [stock for stock, told_by in _TELL if not named.isdisjoint(told_by)]


def _told_behind(sight: Sight, stock: _Stock) -> str:
    """Return what the noun or the verb behind a number tells: "143 additions", "131 were added", "12 new plans"."""
    s, phrase = sight.sentence, sight.phrase
    counted = range(phrase.first, phrase.close)
    key = next((key for i in counted for key in (_moved(sight, stock, i),) if key), "")
    if names_anything(sight, clause_start(sight), sight.number.first, stock.own):
        return ""
    if key:
        return key if not names_anything(sight, phrase.close, _end_of_clause(sight), stock.own | _MOVES) else ""
    at = _behind_brackets(sight, max(phrase.close, sight.number.last))
    while s.low(at) in _BESIDE_A_VERB:
        at += 1
    key = _moved(sight, stock, at)
    if s.low(at) in _NEW or names_anything(sight, at, _end_of_clause(sight), stock.own | _MOVES):
        return ""
    return key


def _told_before(sight: Sight, stock: _Stock) -> str:
    """Return what the noun or the verb before a number tells: "Additions came to 147", "plans ended for 534"."""
    s, first = sight.sentence, sight.number.first
    begin = clause_start(sight)
    begin = next((i + 1 for i in range(first - 1, begin - 1, -1) if s.low(i) in _JOINS), begin)
    at = next((i for i in range(first - 1, begin - 1, -1) if s.low(i) in _CAME | _WENT), None)
    if at is None:
        at = next((i for i in range(first - 1, begin - 1, -1) if s.low(i) in _NEW), None)
    if at is None or says_what_became(sight) or names_anything(sight, at + 1, first, stock.own | _AMOUNT_TO):
        return ""
    if s.low(at) in _DEEDS and any(not s.is_word(i) or s.low(i) == "there" for i in range(at + 1, first)):
        return ""  # what is told of others: "and 28 left, so that there were 306"
    begin = next((i + 1 for i in range(at - 1, begin - 1, -1) if s.low(i) == ","), begin)
    if names_anything(sight, begin, at, stock.own | _NEW) or _is_part_of(sight, at):
        return ""
    if s.low(at) in _OF_A_TIME and not _has_a_subject(sight, stock, begin, at):
        return ""
    return _moved(sight, stock, at)


_AMOUNT_TO = word_set("numbered totalled amounted numbering totalling amounting accounted")
_JOINS = word_set("and but while whereas that so there")
_OF_A_TIME = word_set("started starting began begun begin opened ended ending closed finished commenced")
"""What a year does, too: "the quarter closed with 301"."""


def _has_a_subject(sight: Sight, stock: _Stock, begin: int, at: int) -> bool:
    """Tell whether it is children or plans that began or ended, and so for how many."""
    s, first = sight.sentence, sight.number.first
    if any(s.low(i) in {"with", "at", "on"} or s.stem(i) in TIME_STEMS for i in range(at + 1, first)):
        return False
    told = sight.before is not None and sight.before.indicator in {stock.came, stock.went}
    return told or any(s.low(i) in stock.own for i in range(begin, at))


def _is_part_of(sight: Sight, at: int) -> bool:
    """Tell whether a movement is but the whole of which something else is told: "of the leavers 17 were"."""
    s, begin = sight.sentence, at - 1
    while s.low(begin) in DETERMINERS or s.low(begin) in _WHO or s.low(begin) in AUXILIARIES:
        begin -= 1
    return s.low(begin) in {"of", "among", "amongst"}


_WHO = word_set("who that which")


def _moved(sight: Sight, stock: _Stock, at: int) -> str:
    """Return what a word tells that came or went; empty where it tells neither."""
    s = sight.sentence
    word = s.low(at)
    if word == "leavers" and s.low(at - 1) == "care":
        return ""
    if word in _CAME or (word in _NEW and any(s.low(i) in stock.own for i in (at + 1, at + 2))):
        return stock.came
    if word in _WENT:
        return stock.went
    return _moved_by_its_particle(sight, stock, at) if word in _TAKES_A_PARTICLE else ""


def _moved_by_its_particle(sight: Sight, stock: _Stock, at: int) -> str:
    """Return what a verb tells with the word behind it: "came in", "were taken off", "came to an end"."""
    s = sight.sentence
    word, particle = s.low(at), s.low(at + 1)
    if particle in _IN:
        return stock.came
    bare = word in {"went", "gone"} and sight.before is not None and sight.before.indicator == stock.came
    return stock.went if particle in _OUT or _TO_AN_END.match(s.lowered, s.tokens[at].end - s.start) or bare else ""


_TO_AN_END = re.compile(r"[\s\xa0]+to[\s\xa0]+(?:an[\s\xa0]+end|a[\s\xa0]+close)\b")


def _comes_again(asked: Asked, stock: _Stock) -> str:
    """Return what came to it again, where that is what is told of a number: "in 31 cases, or 21% of the additions"."""
    sight = asked.sight
    s = sight.sentence
    key = stock.again[asked.kind.unit is Unit.PERCENT]
    if not key or s.words.isdisjoint(_MAY_BE_AGAIN) or asked.nature is Nature.CHANGE:
        return ""
    if s.low(sight.number.first - 1) in DETERMINERS and s.low(sight.number.first - 2) == "of":
        return ""  # the whole of which some are told: "41 of the 218 who became subject to a plan"
    own = stock.own | _MOVES | _OF_AGAIN | _AMOUNT_TO
    told = _AGAIN.search(s.lowered, sight.end - s.start)
    if told is not None:
        apart = ";" in s.lowered[sight.end - s.start : told.start()]
    else:
        apart = _AGAIN.search(s.lowered, max(0, sight.left - s.start), sight.start - s.start) is None
    if apart or names_anything(sight, clause_start(sight), sight.number.first, own):
        return ""
    return key if not names_anything(sight, sight.number.last, _end_of_clause(sight), own) else ""


def counted_again(key: str, words: str, *, share: bool) -> str | None:
    """Return what came again of what an indicator counts, where ``words`` tell that: "of which repeat" of referrals."""
    stock = next((s for s in _STOCKS if key in {s.came, s.key} and s.again[share]), None)
    return stock.again[share] if stock is not None and _AGAIN.search(words.lower()) is not None else None


_OF_AGAIN = word_set(
    "back before previously previous again second third subsequent further occasion once repeat repeats returned"
    " referred registered known re-referred re-registered former latter referrals registrations"
)


def _behind_brackets(sight: Sight, at: int) -> int:
    """Return the index behind a share in brackets: "71 (26%) were closed"; ``at`` where there is none."""
    s = sight.sentence
    if s.low(at) != "(":
        return at
    return next((j + 1 for j in range(at + 1, min(at + _LONGEST_BRACKET, len(s.tokens))) if s.low(j) == ")"), at)


_LONGEST_BRACKET = 6


def _end_of_clause(sight: Sight) -> int:
    """Return where a number's clause ends behind it, a share in brackets or between commas left out."""
    s = sight.sentence
    at = _behind_brackets(sight, max(sight.phrase.close, sight.number.last))
    end = min(at + _LONGEST, len(s.tokens))
    return next((i for i in range(at, end) if s.low(i) in _ENDS or s.is_number(i)), end)
