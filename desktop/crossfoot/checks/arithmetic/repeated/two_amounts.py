"""Rule 28: two amounts for the same thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.checks.arithmetic.repeated.accounted import both_meant
from crossfoot.checks.arithmetic.repeated.echoes import echoes
from crossfoot.checks.arithmetic.repeated.pointed_back import pointed_back
from crossfoot.checks.arithmetic.repeated.recurring import recurring
from crossfoot.checks.arithmetic.repeated.spoken_of import spoken_of
from crossfoot.checks.arithmetic.repeated.told_again import told_again
from crossfoot.checks.arithmetic.wholes.groups import groups
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import content_words
from crossfoot.checks.basis.outcome import Outcome, Rule, query
from crossfoot.model import Figure, Nature, Severity, Unit
from crossfoot.model.wording import value_words

_OWN = (
    r"grant|fund|funding|scheme|project|contract|award|loan|programme|contribution|investment"
    r"|bid|legacy|donation|subsidy|package|settlement"
)
"""What there is one of, as a rule: "the £1m grant" is the grant spoken of before."""
_KINDS = r"budget|allocation|savings?|price|cost|expenditure|provision|fee|charge|rent|sum|payment|borrowing|receipt"
"""What there are many of: only the words beside it tell which, "the pooled budget", "the saving from buses"."""
_THINGS = rf"{_OWN}|{_KINDS}"
_SMALL = (
    r"(?:and|or|to|for|from|of|in|on|by|at|was|were|is|are|be|than|that|which|the|an|a|per|against|with"
    r"|under|over|its|their|our)\b"
)
_BEHIND = re.compile(
    rf"^\s+(?P<words>(?:(?!{_SMALL})[a-z’'-]+ ){{0,3}}?)(?P<thing>{_THINGS})\b(?! (?:budget|team|manager|{_OWN})\b)"
)
_LINK = (
    r"(?: (?:of|for|was|is|at|valued at|stands? at|stood at|(?:is |was |been )?set at"
    r"|(?:would |will )?costs?(?! of)|costing|(?:is|was) put at|(?:is |was |been )?estimated at|priced at"
    r"|worth|totalling|amounting to|comes to|came to)|,? ?at a (?:value|price|cost) of|,| \()"
)
_BEFORE = re.compile(
    rf"\b(?P<words>(?:[a-z’'-]+ ){{0,3}})(?P<thing>{_THINGS})\b(?: \([^)]*\))?"
    rf"(?P<tail>(?: (?:of|for|from|on) (?:the |a |an )?(?:(?!{_SMALL})[a-z’'-]+ ?){{1,4}})?)"
    rf"(?: ?(?:for|in) (?:19|20)\d\d(?:[/-]\d{{2,4}})?)?{_LINK}+\s*(?:about |approximately |some |around )?$"
)
_TAIL = re.compile(
    rf"^\s*(?:(?:(?:had|has|have) been|was|were|is|are) [a-z]+ )?(?:from|for|on|of|in) (?:the |a |an )?"
    rf"(?P<words>(?:(?!{_SMALL})[a-z’'-]+ ?){{1,4}})"
)
_DEFINITE = re.compile(r"\b(?:the|this|that|its|our)\s+$|\b(?:the|its|our)\b")
_PARTIAL = re.compile(
    r"\b(?:further|additional|extra|another|second|remaining|balance|up to|minimum|maximum|per"
    r"|each|first|year|share|of which|annual|average|revised|original|previous|new|weekly|monthly|more)\b"
)
_PLAIN_WORDS = frozenset(
    [
        *("total", "full", "overall", "estimated", "net", "gross", "expected", "likely"),
        *("council", "council's", "authority", "authority's", "borough"),
    ]
)
_TELLING = 2
"""So many words that two amounts share tell of one thing, wherever they stand about its noun."""


@dataclass(frozen=True, slots=True)
class _Thing:
    """The noun that an amount is tied to: the words that narrow it, and whether it is spoken of as known."""

    noun: str
    words: frozenset[str]
    tail: frozenset[str]
    definite: bool

    @property
    def telling(self) -> frozenset[str]:
        """Return every word that narrows the noun."""
        return self.words | self.tail


def check_amounts(context: Context) -> Iterator[Outcome]:
    """Ask about an amount that comes back with another value: "a grant of £1.2m", later "the £1m grant".

    Both must be tied to the same noun by their place, the later one by "the"; words that tell two things apart (a
    name, a further part, another year) keep them apart. A figure of any kind that comes back elsewhere in the record,
    told as the same thing and with one slip of typing, is asked about too. Source: rule 28 of the list of checks.
    """
    named: dict[str, list[tuple[Figure, _Thing]]] = defaultdict(list)
    asked: set[str] = set()
    for figure in context.figures:
        if figure.unit is not Unit.GBP or context.passages.in_list(figure):
            continue
        thing = _thing(context, figure)
        if thing is None:
            continue
        for other, before in reversed(named[thing.noun]):
            if _part_of(context, other, figure):
                continue
            years = figure.period != other.period and (_names_year(context, figure) or _names_year(context, other))
            if not years and other.value != figure.value and _is_same(before, thing) and _near(other, figure):
                asked |= {other.id, figure.id}
                yield query(
                    f"The {thing.noun} is given as {value_words(other.value, other.unit)} and as "
                    f"{value_words(figure.value, figure.unit)}; "
                    "worth checking which is meant.",
                    other,
                    " and later ",
                    figure,
                    f" for the {thing.noun}",
                )
                break
        named[thing.noun].append((figure, thing))
    for other, figure in dict.fromkeys((*_of_one_giver(context), *recurring(context))):
        if not asked & {other.id, figure.id} and not (_in_a_row(context, other) or _in_a_row(context, figure)):
            asked |= {other.id, figure.id}
            yield _comes_back(other, figure)
    again = [pair for pair in told_again(context) if not any(_in_a_row(context, figure) for figure in pair)]
    for other, figure in (*echoes(context), *again, *pointed_back(context), *spoken_of(context)):
        if asked & {other.id, figure.id} or both_meant(context, other, figure) or _of_two_kinds(other, figure):
            continue
        if not _part_of(context, other, figure):
            asked |= {other.id, figure.id}
            yield _comes_back(other, figure)


_FEW_DIGITS = 100


def _of_two_kinds(one: Figure, other: Figure) -> bool:
    """Tell whether one of two figures is a change, or two short ones are a budget and what was spent, and the like."""
    short = all(figure.step > 0 and abs(figure.value) / figure.step < _FEW_DIGITS for figure in (one, other))
    moved = (one.nature is Nature.CHANGE) is not (other.nature is Nature.CHANGE)
    return (moved and one.unit is not Unit.GBP) or (short and one.unit is Unit.GBP and one.nature is not other.nature)


_PARTS_OF = re.compile(r"\b(?:compris\w+|made up of|consist\w*|of which|includ\w+)\b[^.]*$")


def _part_of(context: Context, one: Figure, other: Figure) -> bool:
    """Tell whether one of two figures is a part of the other, or both are parts of one whole: they are two things."""
    if _PARTS_OF.search(context.passages.between(one, other)[:160]) and one.span.end < other.span.start:
        return True
    return any({one.id, other.id} <= {group.whole.id, *(f.id for f in group.parts)} for group in groups(context))


def _comes_back(other: Figure, figure: Figure) -> Outcome:
    """Return a query about a figure that comes back with another value."""
    first, second = value_words(other.value, other.unit), value_words(figure.value, figure.unit)
    return query(
        f"{first} comes back as {second} in much the same words; worth checking.",
        other,
        " and later ",
        figure,
    )


_GIVERS = re.compile(r"\bthe (?P<giver>[a-z][a-z ]{2,40})['’]s\s+£?$")
_GIVES = r"(?:gave|given|awarded|granted|provided|contributed|paid|allocated|offered|lent|made available)"


def _of_one_giver(context: Context) -> Iterator[tuple[Figure, Figure]]:
    """Yield two amounts of one giver where the later is spoken of as known: "£1.2m from the trust … the trust's £1.5m".

    Asked only where one amount before it is the giver's.
    """
    money = [f for f in context.figures if f.unit is Unit.GBP]
    for index, figure in enumerate(money):
        said = _GIVERS.search(context.passages.before(figure, 60))
        if said is None or _PARTIAL.search(context.passages.after(figure, 30)):
            continue
        giver = re.escape(said["giver"])
        behind = re.compile(rf"[^.;£]{{0,40}}\b(?:by|from) (?:the )?{giver}\b(?!['’])")
        front = re.compile(rf"\b{giver} (?:had |has |have |would )?(?:also )?{_GIVES}[^.;£\d]{{0,40}}£?$")
        before = [
            f
            for f in money[:index]
            if behind.match(context.passages.after(f, 110)) or front.search(context.passages.before(f, 110))
        ]
        if len(before) == 1 and before[0].value != figure.value and _near(before[0], figure):
            yield before[0], figure


_NEXT_IN_ROW, _LAST_IN_ROW = (
    re.compile(
        r"\s*(?:,|and|to|or|[-–])\s*£(?>\d[\d,.]*(?:m|k|bn)?)"
        r"(?! (?:more|less|over|under|above|below|higher|lower|better|worse))"
    ),
    re.compile(r"\d[mk]?\s*(?:,|and|to|or|[-–])\s*£?$"),
)


def _in_a_row(context: Context, figure: Figure) -> bool:
    """Tell whether an amount stands next to another, as an end of a range or an item of a row of amounts."""
    behind, front = context.passages.after(figure, 30), context.passages.before(figure, 12)
    return _NEXT_IN_ROW.match(behind) is not None or _LAST_IN_ROW.search(front) is not None


_ONE_OF = re.compile(rf"(?:{_OWN})")


def _is_same(before: _Thing, now: _Thing) -> bool:
    """Tell whether two amounts are told of one thing.

    What there is one of needs "the" and no words that tell it from the other; what there are many of needs the same
    words beside both of them.
    """
    if _ONE_OF.fullmatch(now.noun):
        return now.definite and not (before.words and now.words and not before.words & now.words)
    if min(len(before.telling), len(now.telling)) >= _TELLING and (
        before.telling <= now.telling or now.telling <= before.telling
    ):
        return True  # "the allocation from the standards fund" is "the standards fund allocation"
    within = all(a <= b or b <= a for a, b in ((before.words, now.words), (before.tail, now.tail)))
    return within and bool(before.telling & now.telling)


def _near(first: Figure, second: Figure) -> bool:
    """Tell whether two amounts are not so unlike that one cannot be the other with a slip."""
    return first.value <= second.value * 15 and second.value <= first.value * 15


_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b(?:last|this|next|previous|current) year\b")


def _names_year(context: Context, figure: Figure) -> bool:
    """Tell whether the words near an amount say what year it is of."""
    return _YEAR.search(context.passages.before(figure, 60) + " " + context.passages.after(figure, 60)) is not None


def _thing(context: Context, figure: Figure) -> _Thing | None:
    """Return the noun that an amount is tied to, or None where it is tied to none, or to a part of one."""
    before, after = context.passages.before(figure, 110), context.passages.after(figure, 80)
    behind = _BEHIND.match(after)
    if behind is not None:
        if _PARTIAL.search(before[-25:]) or _PARTIAL.search(behind["words"]):
            return None
        return _Thing(
            _noun(behind["thing"]),
            content_words(behind["words"]) - _PLAIN_WORDS,
            _words_behind(after[behind.end() :]),
            re.search(r"\b(?:the|this|that|its|our)\s+(?:[a-z]+ )?$", before) is not None,
        )
    front = _BEFORE.search(before)
    if front is None or _PARTIAL.search(front["words"]):
        return None
    tail = content_words(front["tail"]) - _PLAIN_WORDS
    return _Thing(
        _noun(front["thing"]),
        content_words(front["words"]) - _PLAIN_WORDS,
        tail or _words_behind(after),
        _DEFINITE.search(front["words"]) is not None,
    )


def _noun(word: str) -> str:
    """Return a noun in the singular."""
    return word.removesuffix("s")


def _words_behind(words: str) -> frozenset[str]:
    """Return the words that narrow a noun from behind: "from transport", "on the new home"."""
    found = _TAIL.match(words)
    return content_words(found["words"]) - _PLAIN_WORDS if found else frozenset()


AMOUNTS = Rule(28, "two amounts for one thing", Severity.MEDIUM, "One thing is given one amount.", check_amounts)
