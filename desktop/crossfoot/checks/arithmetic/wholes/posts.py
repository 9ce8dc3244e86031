"""Posts that a passage names one by one, with the number of them that it gives: in front, behind or later."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.cues import NOT_EXCLUSIVE
from crossfoot.checks.basis.passages import Sentence
from crossfoot.model import Figure, Nature, Qualifier, Span, Unit
from crossfoot.model.english import number_told, numbers_named

_ROLES = (
    r"(?:[a-z]*workers?|managers?|officers?|practitioners?|supervisors?|seniors?|administrators?|assistants?"
    r"|co-?ordinators?"
    r"|leaders?|nurses?|therapists?|clerks?|advis[eo]rs?|deput(?:y|ies)|heads?(?: of [a-z]+)?|psychologists?"
    r"|apprentices?|analysts?|consultants?|teachers?|lawyers?|wardens?|technicians?|inspectors?|directors?|solicitors?"
    r"|receptionists?|cooks?|drivers?|trainers?|mentors?|librarians?|engineers?|planners?|commissioners?|reviewers?"
    r"|carers?"
    r"|chairs?|specialists?|posts?)"
)
_ROLE_BEHIND = re.compile(
    rf"^\s*(?:(?:fte|wte|full[ -]time|part[ -]time|equivalent)\s+)*(?:[a-z’'-]+ ){{0,3}}?{_ROLES}\b"
)
_ONE_POST = re.compile(rf"\b(?:an?|one|the|1(?:\.0)?(?: fte| wte)?) (?:[a-z’'-]+ ){{0,3}}?{_ROLES}\b")
_WHOLE_BEHIND = re.compile(
    r"^\s*(?:[a-z-]+ ){0,4}?(?:posts?|staff|people|employees|team members|members of staff|fte|wte|workforce|strong"
    r"|full[ -]time equivalents?|in (?:all|total)|altogether|workers in all)\b"
)
_WHOLE_BEFORE = re.compile(
    r"\b(?:establishment|complement|team|staff|workforce|headcount|total|structure|altogether|in all)\b"
    r"[a-z ]{0,25}\b(?:of|to|at|is|was|be|has|have|had|totall?ing|being|numbers?|numbered)\s*$|\btotal of\s*$"
)
_TIMES = re.compile(
    r"^\s*(?:[a-z-]+ ){0,2}?(?:teams|homes|hubs|areas|localities|units|centres|offices|sites|districts"
    r"|shifts|pods|clusters),?\s*(?:(?:each|all) )?(?:of|with|having|has|have|had)\s*(?:(?:one|an?) )?$"
)
_AWAY = re.compile(
    r"\b(?:vacan\w+|per|caseload|average|of whom|including|current\w*|compared|last year|from"
    r"|previous\w*|to be lost"
    r"|further|more than|at least|per cent|weeks?|months?|years?|hours|days)\b"
)
_COUNTED = frozenset({Unit.COUNT, Unit.FTE, None})


@dataclass(frozen=True, slots=True)
class Posts:
    """Posts with their number: ``parts`` are figures, ``products`` to multiply, ``more`` those named without a number.

    ``unread`` are numbers of posts that are no figures.
    """

    whole: Figure
    parts: tuple[Figure, ...]
    more: int
    products: tuple[tuple[Figure | str, Figure], ...]
    sure: bool
    unread: tuple[Decimal, ...] = ()

    @property
    def value(self) -> Decimal:
        """Return how many posts are named."""
        products = sum((_value(a) * b.value for a, b in self.products), Decimal(0))
        return sum((p.value for p in self.parts), Decimal(self.more)) + products + sum(self.unread, Decimal(0))

    def working(self) -> list[Figure | str]:
        """Return the working up to the sum: "5 × 7 + 3 + 1"."""
        found: list[Figure | str] = []
        for first, second in self.products:
            found += [" + "] * bool(found) + [first, " × ", second]
        for part in self.parts:
            found += [" + "] * bool(found) + [part]
        return found + [" + 1"] * self.more + [f" + {number}" for number in self.unread]


_SMALL = numbers_named(2, 12)
_NUMBER = re.compile(rf"\b(?P<number>\d{{1,2}}|{_SMALL})(?P<rest> .*)$")


def _value(number: Figure | str) -> Decimal:
    """Return the value of a figure, or of a number of teams that is printed and is no figure."""
    if not isinstance(number, str):
        return number.value
    return Decimal(number_told(number))


def named_posts(context: Context) -> tuple[Posts, ...]:
    """Return the posts that a sentence names with the number that it, or the next, gives for all; found once."""
    return context.once(_all_posts)


def _all_posts(context: Context) -> tuple[Posts, ...]:
    return tuple(_each(context))


def _each(context: Context) -> Iterator[Posts]:
    for own in context.passages.sentences:
        if context.passages.paragraphs[own.paragraph].is_row or not own.figures:
            continue
        sentence = _with_the_one_before(context, own)
        following = context.passages.sentences[sentence.index + 1 : sentence.index + 2]
        places = [sentence, *(s for s in following if s.paragraph == sentence.paragraph)]
        wholes = [f for place in places for f in place.figures if _is_whole(context, f, place is not sentence)]
        if len(wholes) == 1 and not NOT_EXCLUSIVE.search(own.low):
            found = _named(context, sentence, wholes[0])
            if found is not None:
                yield found


_TOGETHER = re.compile(r"^\s*(?:together with|along with|with|adding|counting|including) (?:the|a|an|its|his|her)\b")


def _with_the_one_before(context: Context, sentence: Sentence) -> Sentence:
    """Return a sentence that adds to the one before, "With the Head and the 31 teachers …", together with that one."""
    before = context.passages.previous(sentence)
    if before is None or before.paragraph != sentence.paragraph or not _TOGETHER.match(sentence.low):
        return sentence
    span = Span(before.span.start, sentence.span.end)
    figures = (*before.figures, *sentence.figures)
    return replace(
        sentence, span=span, text=span.cut(context.text), low=span.cut(context.passages.low), figures=figures
    )


def _is_whole(context: Context, figure: Figure, later: bool) -> bool:
    """Tell whether a figure is given for all the posts; one of a later sentence must point back, "these 44 posts"."""
    if figure.unit not in _COUNTED or figure.qualifier not in {Qualifier.NONE, Qualifier.AVERAGE}:
        return False
    before, behind = context.passages.before(figure, 45), context.passages.after(figure, 40)
    if later:
        back = re.search(r"\b(?:these|those|all|the|total of)\s*(?:new |extra |additional )?$", before) is not None
        return back and _WHOLE_BEHIND.match(behind) is not None
    if _STAFF_ARE.match(behind):
        return True
    if _ROLE_BEHIND.match(behind) and not re.match(r"^\s*(?:[a-z-]+ ){0,3}?posts\b", behind):
        return False
    return _WHOLE_BEHIND.match(behind) is not None or _WHOLE_BEFORE.search(before) is not None


_STAFF_ARE = re.compile(r"^\s*(?:staff|posts|people|employees|team members) (?:are|were|is|was|would be|will be)\b")
_LISTED = re.compile(r"\s*(?:,|;|\.|and\b)")
_LED_BY = re.compile(r"\b(?:to|by|under|from|for|of|as|than)\s+$")
_HAS = re.compile(r"\s*(?:would|will|has|had|was|is)\b")


def _named(context: Context, sentence: Sentence, whole: Figure) -> Posts | None:
    """Return the posts that a sentence names beside their number, or None where fewer than two are named."""
    low = context.passages.low
    figures = [f for f in sentence.figures if f is not whole]
    inside: set[str] = set()
    products: list[tuple[Figure | str, Figure]] = []
    for first, second in pairwise(figures):
        if _TIMES.match(low[first.span.end : second.span.start]) and second.span.start > first.span.end:
            products.append((first, second))
            inside |= {first.id, second.id}
    for index, figure in enumerate(figures):
        start = figures[index - 1].span.end if index else sentence.span.start
        said = _NUMBER.search(low[start : figure.span.start])
        if figure.id not in inside and said is not None and _TIMES.match(said["rest"]):
            products.append((said["number"], figure))
            inside.add(figure.id)
    parts = [f for f in figures if f.id not in inside and _is_post(context, f)]
    parts = _listed_on(context, parts, [f for f in figures if f.id not in inside])
    rest = [f for f in figures if f.id not in inside and f not in parts]
    spans = [p.span for p in (*parts, *(b for _, b in products))]
    more = 0
    for match in _ONE_POST.finditer(low, sentence.span.start, sentence.span.end):
        taken = any(s.start <= match.start() < s.end or match.start() < s.start < match.end() for s in spans)
        led = any(0 <= match.start() - s.end < 2 for s in (*spans, whole.span))
        word = match.group().split(" ", 1)[0]
        verb = _HAS.match(low, match.end()) is not None
        ahead = low[max(sentence.span.start, match.start() - 8) : match.start()]
        listed = _LISTED.match(low, match.end()) is not None and _LED_BY.search(ahead) is None
        subject = (word == "the" and not listed) or (word in {"a", "an"} and verb)
        more += not taken and not led and not subject
    unread = tuple(_unread_posts(context, sentence))
    count = len(parts) + len(products) + more + len(unread)
    if count < 2 or len(parts) + len(products) < 1:
        return None
    ends = [whole.span, *spans]
    stretch = low[min(s.start for s in ends) : max(s.end for s in spans)]
    return Posts(whole, tuple(parts), more, tuple(products), not rest and _AWAY.search(stretch) is None, unread)


_UNREAD = re.compile(
    rf"(?:[,:;]|\band|\bof|\bwith|\bplus) (?P<number>\d{{1,3}}|{_SMALL})"
    rf" (?:[a-z’'-]+ ){{0,3}}?(?:{_ROLES}|staff)"
    r"\s*(?:[,;.]|and\b|\(|$)"
)


def _unread_posts(context: Context, sentence: Sentence) -> Iterator[Decimal]:
    """Yield the numbers of posts in a sentence that are no figures: "… and five night staff"."""
    at = {f.span.start for f in context.figures}
    for told in _UNREAD.finditer(context.passages.low, sentence.span.start, sentence.span.end):
        if told.start("number") not in at:
            yield _value(told["number"])


_ONE_MORE = re.compile(r"(?: [a-z’'-]+){1,4}(?:,| and|, and|;| plus|, plus) ")
_IN_A_PLACE = re.compile(r"\s*(?:in|on|for|at|with|as|doing|providing) (?:the )?[a-z][a-z ’'-]{2,30}(?:[.,;)]|$)")


def _listed_on(context: Context, parts: list[Figure], figures: Sequence[Figure]) -> list[Figure]:
    """Return posts with one that ends their list by its place and not its role: "… and two in administration"."""
    if not parts or parts[-1] not in figures[:-1]:
        return parts
    last = figures[figures.index(parts[-1]) + 1]
    ends = last is figures[-1] and last.unit in _COUNTED
    joined = _ONE_MORE.fullmatch(context.passages.between(parts[-1], last)) is not None
    placed = _IN_A_PLACE.match(context.passages.after(last, 45)) is not None
    return [*parts, last] if ends and joined and placed and len(parts) > 1 else parts


def _is_post(context: Context, figure: Figure) -> bool:
    """Tell whether a figure counts posts by the role behind it."""
    if figure.unit not in _COUNTED or figure.nature in {Nature.BENCHMARK, Nature.TARGET}:
        return False
    return _ROLE_BEHIND.match(context.passages.after(figure, 60)) is not None


_NET = re.compile(r"\bnet (?:reduction|increase|loss|gain|change|fall|rise|growth|decrease|saving)\b[a-z ]{0,20}$")
_AWAY_AND_NEW = (
    re.compile(r"\b(?:delet\w+|remov\w+|los[et]\w*|cut\w*|clos\w+|disestablish\w+|leav\w*|left|end\w*|ceas\w+)\b"),
    re.compile(
        r"\b(?:creat\w+|add\w*|new|gain\w*|establish\w+|open\w*|join\w*|start\w*|recruit\w*|appoint\w*|beg[au]n)\b"
    ),
)


def net_changes(context: Context) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Yield what went, what came and the net change of sentences that give all three and no other figure."""
    for sentence in context.passages.sentences:
        if len(sentence.figures) != 3:
            continue
        nets = [f for f in sentence.figures if _NET.search(context.passages.before(f, 50))]
        others = [f for f in sentence.figures if f not in nets]
        went, came = (pattern.search(sentence.low) is not None for pattern in _AWAY_AND_NEW)
        if len(nets) == 1 and went and came and _alike([*others, *nets]):
            yield others[0], others[1], nets[0]


def _alike(figures: Sequence[Figure]) -> bool:
    """Tell whether figures count the same kind of thing."""
    return all(f.unit in _COUNTED for f in figures) or len({f.unit for f in figures}) == 1
