"""Wholes with the parts that the text enumerates beside them, for rules 1, 2 and 27.

An enumeration is a run of figures of one kind that follow each other closely, set apart by commas, semicolons or
"and". Its whole stands in front of it, or behind "in all". How sure it is that nothing else belongs to the whole is
read from the words between them; where they leave it open, only a difference that one slip of typing explains counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.checks.arithmetic.wholes.last_parts import ends_the_row, ones_in_words
from crossfoot.checks.arithmetic.wholes.rests_of_wholes import Sum, left_over, slipped_rest, turned_about
from crossfoot.checks.arithmetic.wholes.sum_words import is_row_of_equals
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import SEVERAL_EACH, content_words, dimension, may_overlap, of_other_traits, traits
from crossfoot.checks.basis.passages import Paragraph
from crossfoot.checks.basis.slips import sum_by_slip, told_by_slip
from crossfoot.checks.basis.subsets import is_of_several
from crossfoot.checks.basis.sums import adds_up
from crossfoot.model import Figure, Nature, Qualifier, Unit
from crossfoot.model.english import MONTH

_LONGEST = 12
_GAP = 110
_FAR = 160
"""How many characters may lie between two parts, and between a whole and its first part."""
_SEPARATED = re.compile(r"[,;·]|\band\b|\bwith\b|\bplus\b|\n|\bwhile\b|\bor\b|\.\s")
_STOPS = re.compile(
    r"\b(?:compared|against|as against|from (?=[£\d]|last|the (?:year|previous|same))|down|up|"
    r"target|average|per|within (?!\d)|at least|out of|whereas|aim"
    r"|nationally|england|last year|year before|previous|earlier|a year|had been (?=[£\d])|having been|over (?=[£\d])"
    r"|more than|fewer than"
    r"|less than|reduction|increase|rise|fall|further|of whom|of which|of these|of those|of them|because|rate)\b"
)
_ASIDE = re.compile(r"\([^)]*\)|, (?:where|which|who)\b[^,;]*(?=,)")
_TURN = re.compile(
    r"\.\s+of (?:the|these|those) [a-z]|:|\(|=|\s[-–—]\s|\b(?:made up|comprising|comprised|comprise|comprises"
    r"|consist\w*|as follows|of whom"
    r"|of which|of these|of those"
    r"|of them|of that|of this|split|divide[sd]?|(?:falls?|fell) into|broken down|breaks? down|namely"
    r"|financed by|i\.e\."
    r"|(?:comes?|came|arises?|arose|resulted|results?) from)\b"
)
_REST = re.compile(
    r"\b(?:the (?:remaining|rest|remainder|other(?! hand)|others|balance)|remaining|remainder)\b[^.;\d£]{0,22}$"
)
_THESE_WERE = re.compile(r"\.\s+(?:these|they)(?: (?:savings|sums|amounts|reductions))? (?:were|are|comprised?)\b")
_REST_UNSAID = re.compile(r"(?:[,;(]|\band)\s+(?:[a-z]+ ){0,2}?(?:rest|remainder|others|balance|other)\b")
_IN_ALL = re.compile(
    r"^[^.;\d]{0,40}?\b(?:in total|in all|altogether|overall|as a whole|therefore|thus|for the (?:whole |full )?year"
    r"|all told)\b|^[^.;\d]{0,14}\btotal\b"
)
_MAKES = re.compile(
    r"(?:\b(?:making|giving|bringing|totall?ing|totall?ed|which (?:makes?|made|gives?|gave|comes? to|came to)"
    r"|a total of|to give|to make|leaving|so that|in all|=|altogether|amounting to|is now|was now|makes? up"
    r"|made up the|forms?\b))[^.;:\d£]{0,40}$|\(total:? £?$"
)


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A whole, its enumerated parts, and whether the text is sure that they are all of it.

    ``ones`` counts parts of one that are said in words and are no figures: "one was outstanding".
    """

    whole: Figure
    parts: tuple[Figure, ...]
    sure: bool
    ones: int = 0


def enumerations(context: Context) -> Iterator[Enumeration]:
    """Yield the enumerations of the running text and of list items, those that add up first.

    A figure that belongs to one that adds up is in no other that does not, and of those that do not add up and
    share a figure the longest is meant.
    """
    found = list(_candidates(context))
    good = [e for e in found if _adds(e.parts, e.whole, e.ones)]
    yield from good
    used = {f.id for e in good for f in (e.whole, *e.parts)}
    for one in found:
        other = None if one in good else _another_whole(context, one)
        if other is not None and not {f.id for f in other.parts} & used:
            used |= {f.id for f in (other.whole, *other.parts)}
            yield other
    for one in sorted((e for e in found if e not in good), key=lambda e: -len(e.parts)):
        ids = {f.id for f in (one.whole, *one.parts)}
        if not ids & used:
            used |= ids
            yield one


def _another_whole(context: Context, one: Enumeration) -> Enumeration | None:
    """Return parts that do not add up to the whole beside them with the one further up that they do add up to."""
    paragraph = context.passages.paragraph_of(one.parts[0])
    if paragraph is None or len(one.parts) < 2:
        return None
    for parts in (one.parts, (one.whole, *one.parts)):
        for figure in paragraph.figures:
            if figure.span.end > parts[0].span.start or figure is one.whole or not same_kind(figure, one.whole):
                continue
            if _usable(context, figure) and _adds(parts, figure, one.ones):
                return Enumeration(figure, parts, sure=True, ones=one.ones)
    return None


def _candidates(context: Context) -> Iterator[Enumeration]:
    """Yield every enumeration, the whole in front or behind, as if there were no other."""
    for paragraph in context.passages.paragraphs:
        if paragraph.is_row or len(paragraph.figures) < 2:
            continue
        usable = [f for f in paragraph.figures if _usable(context, f)]
        for index in range(len(usable) - 1):
            found = _in_front(context, usable, index)
            if found is not None:
                yield found
        for index in range(2, len(usable)):
            found = _behind(context, usable, index) or _remainder(context, paragraph, usable, index)
            if found is not None:
                yield found
        yield from _by_category(context, paragraph, usable)


def _adds(parts: Sequence[Figure], whole: Figure, ones: int = 0) -> bool:
    """Tell whether parts, with those of one that are said in words, add up to the whole."""
    return adds_up(parts, whole) if not ones else sum((p.value for p in parts), Decimal(ones)) == whole.value


def _usable(context: Context, figure: Figure) -> bool:
    """Tell whether a figure may be a whole or a part: what may be added, percentages among themselves too."""
    if figure.unit is Unit.PERCENT:
        return figure.nature in {Nature.ACTUAL, None} and figure.qualifier is Qualifier.NONE
    before = context.passages.before(figure, 40)
    if figure.nature is Nature.TARGET and figure.unit in {Unit.COUNT, None} and figure.qualifier is Qualifier.NONE:
        after = context.passages.after(figure, 24)  # "targets are set for 31, of which 17 are green"
        return _OF_AHEAD.search(after) is not None or ("target" not in before and bool(dimension(after[:20])))
    apart = _AN_AGE.search(before) or (_OF_A_YEAR.search(before) and not _ON_A_DAY.search(before))
    return context.is_countable(figure) and not apart and not is_of_several(context, figure)


_OF_A_YEAR = re.compile(r"(?<!in )(?<!for )(?<!of )(?<!during )\b(?:19|20)\d\d(?:[/-]\d\d)?:\s*$")
"""What stands behind "2022:" is that year's figure beside this year's, and no part of it."""
_ON_A_DAY = re.compile(rf"\b(?:{MONTH}) \d{{4}}:\s*$")
"""What stands behind a whole date is that day's, as the whole before the colon is: "at 31 March 2022: 118 in …"."""
_AN_AGE = re.compile(
    r"\b(?:aged?|turn(?:ed|s|ing)?|under|over the age of|the age of|reach(?:ed|ing) the age of"
    r"|(?:boys|girls|children|teenagers|young people|men|women) of(?: [a-z]+ (?:or|and|to))?)\s+$"
)
"""Words behind which a number is an age."""


def _share(parts: Sequence[Figure], whole: Figure) -> Decimal:
    """Return the parts' share of the whole."""
    return sum((p.value for p in parts), Decimal(0)) / whole.value if whole.value else Decimal(0)


def _run(context: Context, usable: Sequence[Figure], start: int, whole: Figure, *, own: bool = True) -> list[Figure]:
    """Return the figures from ``start`` on that are enumerated: of the whole's kind, close, none for comparison.

    With ``own``, "186 of them" is a part of the whole, and not a whole of what follows.
    """
    found: list[Figure] = []
    for figure in usable[start:]:
        if not same_kind(figure, whole):
            continue
        if found:
            gap = context.passages.between(found[-1], figure)
            plain = _ASIDE.sub(" ", _OWN_PART.sub(" ", gap, count=1) if own else gap)
            if len(plain) > _GAP or _STOPS.search(plain) or not _SEPARATED.search(gap) or plain.count(". ") > 1:
                break
            if re.search(r"\btotal\b", gap[-30:]):
                break
            if gap.count("(") > gap.count(")"):
                continue
            first, here = context.passages.sentence_of(found[0]), context.passages.sentence_of(figure)
            if first is not here and not _REST.search(gap):
                break
        found.append(figure)
        if len(found) == _LONGEST:
            break
    return found


@dataclass(frozen=True, slots=True)
class _Opening:
    """A whole with the run of figures behind it, and what the words between them say.

    ``turned`` tells that they turn to its parts, ``colon_alone`` that a colon or dash is all that does, ``stopped``
    that something else is spoken of, ``rest`` that the last is called the remainder.
    """

    whole: Figure
    run: tuple[Figure, ...]
    ones: int
    turned: bool
    colon_alone: bool
    stopped: bool
    rest: bool
    open_ended: bool


def _in_front(context: Context, usable: Sequence[Figure], index: int) -> Enumeration | None:
    """Return the enumeration whose whole is the figure at ``index``, or None."""
    opening = _opening(context, usable, index)
    if opening is None:
        return None
    run, whole = opening.run, opening.whole
    for count in range(len(run), 1, -1):
        if _adds(run[:count], whole) and (count > 2 or opening.turned):
            full = opening.turned and count == len(run) - 1 and ends_the_row(context, run)
            return Enumeration(whole, run if full else run[:count], sure=True)
    if opening.ones and _adds(run, whole, opening.ones):
        return Enumeration(whole, run, sure=True, ones=opening.ones)
    if opening.open_ended or _one_is_left_out(context, whole, run):
        return None
    longest = next((run[:count] for count in range(len(run), 1, -1) if _sure(context, opening, run[:count])), None)
    return None if longest is None else Enumeration(whole, longest, sure=True, ones=opening.ones)


def _one_is_left_out(context: Context, whole: Figure, run: Sequence[Figure]) -> bool:
    """Tell whether a count among the parts was taken for another's: "11 went to other councils, 6 to agencies"."""
    first, last = min(whole.span.start, run[0].span.start), run[-1].span.end
    return any(
        first < f.span.start < last and re.search(r"[,;]\s*$|\band\s*$", context.passages.before(f, 6)) is not None
        for f in context.once(_of_others)
    )


def _of_others(context: Context) -> tuple[Figure, ...]:
    """Return the counts that are taken for those of other places."""
    return tuple(f for f in context.figures if f.nature is Nature.BENCHMARK and f.unit in {Unit.COUNT, None})


def _opening(context: Context, usable: Sequence[Figure], index: int) -> _Opening | None:
    """Return what stands behind the figure at ``index`` as its parts, or None where nothing does."""
    whole, low = usable[index], context.passages.low
    own_part = re.match(r"\s*(?:fte )?of (?:whom|which|these|them|those)\b", low[whole.span.end : whole.span.end + 20])
    bracketed = low[whole.span.end : whole.span.end + 1] == ")"
    if whole.unit is Unit.PERCENT or whole.value <= 0 or own_part or bracketed:
        return None
    colon = _colon(context, whole)
    first = _first_part(context, usable, index, colon)
    if first is None:
        return None
    gap = context.passages.between(whole, usable[first])
    plain = re.sub(r"\([^)]*\)", " ", gap)
    ahead = usable[index - 1] if index and _part_ahead(context, usable[index - 1], whole) else None
    # "33 of the 48 …, and of these 17": the 17 are of the 33.
    spent = _INCOME.search(context.passages.before(whole, 60)) and _SPENT.search(gap)  # what comes in and what goes out
    if spent or len(plain) > _FAR or plain.count(". ") > 1 or (ahead is not None and _OF_AHEAD.search(gap)):
        return None
    run = _run(context, usable, first, whole, own=ahead is None)
    if gap.rfind("(") > gap.rfind(")"):
        end = low.find(")", run[0].span.end) if run else 0
        inside = [f for f in run if f.span.start < end]
        each = all(re.search(r"\(\s*£?$", low[max(0, f.span.start - 4) : f.span.start]) for f in run)
        run = run if each else inside  # "traffic (21), noise (14)" has a bracket for each
    if ahead is not None:
        run = [ahead, *run]
    two = ahead is not None and len(run) == 2  # "29 of the 44 were housed and 21 were in work" overlap
    if two and not _one_scale(context, run) and not _REST.search(low[run[0].span.end : run[1].span.start]):
        return None
    peers = _one_of_them(context, whole, run) or _in_a_row_with(context, usable[index - 1 : index], whole, run)
    if len(run) < 2 or peers or _of_another_noun(context, usable[:index], whole, gap):
        return None
    parallel = _parallel(context, run) or _one_scale(context, run)
    own = _OWN_PART.match(context.passages.after(run[0], 40)) is not None
    turned = (
        own
        or _TURN.search(plain) is not None
        or _THESE_WERE.search(plain) is not None
        or ahead is not None
        or (_of(context, whole) and "." not in plain)
    )
    rest = _REST.search(low[run[-2].span.end : run[-1].span.start]) is not None
    behind = re.split(r"\.\s", low[run[-1].span.end : run[-1].span.end + 60])[0]
    tail = re.split(r";\s", behind)[0]
    said = low[colon or whole.span.start : run[-1].span.end] + tail
    return _Opening(
        whole,
        tuple(run),
        ones_in_words(context, run, whole),
        turned=turned or ("." not in plain and gap.rstrip().endswith(",") and parallel),
        colon_alone=re.search(r":|\s[-–—]\s", gap) is not None and "(" not in gap and not parallel and ahead is None,
        stopped=_STOPS.search(_THESE_WERE.split(re.sub(_TURN, " ", plain))[-1]) is not None
        and not (rest or colon or _of(context, whole)),
        rest=rest,
        open_ended=may_overlap(said) or (_leaves_a_rest(tail, behind) and not rest),
    )


def _leaves_a_rest(tail: str, behind: str) -> bool:
    """Tell whether the words behind the last part speak of others without their number: "; the others had both"."""
    if _REST_UNSAID.search(tail):
        return True
    later = _REST_UNSAID.search(behind)
    return later is not None and not re.search(r"\d", behind[later.end() :])


_INCOME, _SPENT = re.compile(r"\b(?:income|receipts?)\b"), re.compile(r"\b(?:expenditure|payments?|spending)\b")
_ROW_GAP = re.compile(r"\s*(?P<sign>[;,])\s*[a-z][a-z /&'’-]{1,40}\s*$")


def _in_a_row_with(context: Context, before: Sequence[Figure], whole: Figure, run: Sequence[Figure]) -> bool:
    """Tell whether a figure stands amid a row of names and numbers: "own carers 214; agency 203; kin 88"."""
    if not before or not run or not same_kind(before[0], whole):
        return False
    gaps = (context.passages.between(before[0], whole), context.passages.between(whole, run[0]))
    first, second = (_ROW_GAP.match(gap) for gap in gaps)
    same = first is not None and second is not None and first["sign"] == second["sign"]
    return same and _OF_AHEAD.search(gaps[1]) is None


_OF_THE_NOUN = re.compile(r"\.\s+of (?:the|these|those) (?P<noun>[a-z]{4,})")


def _of_another_noun(context: Context, before: Sequence[Figure], whole: Figure, gap: str) -> bool:
    """Tell whether "Of the leavers" turns to another figure than the last before it: "29 left and 17 joined"."""
    turned = _OF_THE_NOUN.search(gap)
    home = context.passages.sentence_of(whole)
    others = [f for f in before if context.passages.sentence_of(f) is home and same_kind(f, whole)]
    if turned is None or not others:
        return False
    around = context.passages.before(whole, 40) + " " + re.split(r"\.\s", gap)[0]
    return turned["noun"][:_STEM] not in around


_STEM = 5
_TURNS = re.compile(
    r"\b(?:made up|compris(?:ing|ed?|es)|consist\w*|as follows|broken down|breaks? down|namely|split|divided)\b"
)


def _one_of_them(context: Context, whole: Figure, run: Sequence[Figure]) -> bool:
    """Tell whether a figure is told as the others are: "neglect in 121 cases, emotional abuse in 83 and … in 15"."""
    if _TURNS.search(re.sub(r"\([^)]*\)", " ", context.passages.between(whole, run[0]) if run else "")):
        return False
    words = [_WORD_BEFORE.search(context.passages.before(f, 20)) for f in (whole, *run)]
    behind = [_WORD_BEHIND.match(context.passages.after(f, 12)) for f in (whole, *run)]
    same = any(
        all(word is not None and each[0] is not None and word[1] == each[0][1] for word in each)
        for each in (words, behind)
    )
    return same and not _of(context, whole)


_WORD_BEHIND = re.compile(
    r"\s*(?:were |was )?(?:in the category )?(for|from|in|at|by|of)\b(?! (?:which|whom|these|them|those))"
)
_OF_AHEAD = re.compile(r"\bof (?:whom|which|these|them|those)\b")
_WORD_BEFORE = re.compile(r"\b(in|for|at|by|with|were|was)\s*£?$")
_OWN_PART = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:fte )?of (?:whom|which|these|them|those|it)\b")


def _first_part(context: Context, usable: Sequence[Figure], index: int, colon: int) -> int | None:
    """Return where the parts of a whole begin: behind its colon, behind "of a planned 64", or next to it."""
    whole, first = usable[index], index + 1
    if colon:
        first = next((i for i in range(index + 1, len(usable)) if usable[i].span.start > colon), first)
    elif re.fullmatch(r"\s*of (?:a|the|an|some)\b[a-z ]{0,20}", context.passages.between(whole, usable[first])):
        first += 1
    return next((i for i in range(first, len(usable)) if same_kind(usable[i], whole)), None)


_LEAST_AFTER_COLON = 3


def _sure(context: Context, opening: _Opening, parts: tuple[Figure, ...]) -> bool:
    """Tell whether parts that do not add up are so plainly said to be all of the whole that it is worth asking."""
    whole, share = opening.whole, _share(parts, opening.whole)
    behind = [context.passages.after(part, 40) for part in parts]
    flows = any(_CAME.match(words) for words in behind) and any(_WENT.match(words) for words in behind)
    if flows:
        return False  # opening, starts and ends are rule 22's
    row = is_row_of_equals(context, whole, (whole, *parts))
    if opening.rest and parts == opening.run and not row:
        return Decimal("0.5") <= share <= 2 or told_by_slip(parts, whole, opening.ones)
    listed = re.search(r"\band\b|[;,]|\n", context.passages.between(parts[-2], parts[-1])) is not None
    near = opening.turned or _alone_in_sentence(context, whole, parts[0])
    dated = sum(_WHEN.match(context.passages.after(part, 40)) is not None for part in parts) > 1
    ahead = len(parts) == 2 and parts[0].span.start < whole.span.start and not _one_scale(context, parts)
    # "27 ceased, ten of them through retirement, and 12 were approved"; "142 were heard; 36 were upheld"
    alike = _parallel(context, parts) or _one_scale(context, parts)
    own = _OWN_PART.match(behind[0]) is not None and not alike and not opening.rest
    apart = len(parts) == 2 and (own or ";" in context.passages.between(*parts))
    if opening.stopped or not listed or not near or dated or ahead or apart or row or _overlap(context, whole, parts):
        return False
    slip = sum_by_slip(parts, whole, opening.ones)
    plainly = len(parts) > _LEAST_AFTER_COLON or ((opening.turned or len(parts) > 2) and not opening.colon_alone)
    plainly = plainly or _two_alone(context, whole, parts)
    more = share >= 1 or slip or opening.rest
    if opening.turned and more and len(parts) + opening.ones > 2 and Decimal("0.7") <= share <= Decimal("1.5"):
        return True
    if opening.turned and slip and not opening.colon_alone and Decimal("0.6") <= share <= Decimal("1.7"):
        return True
    near_by = len(parts) > 2 and slip and Decimal("0.75") <= share <= Decimal("1.3")
    return near_by or (plainly and told_by_slip(parts, whole, opening.ones))


def _two_alone(context: Context, whole: Figure, parts: tuple[Figure, ...]) -> bool:
    """Tell whether a sentence holds a whole, a comma and two parts joined by "and", and no other figure."""
    sentence = context.passages.sentence_of(whole)
    if sentence is None or len(parts) != _TWO or tuple(sentence.figures) != (whole, *parts):
        return False
    opened = context.passages.between(whole, parts[0]).rstrip(" £").endswith(",")
    joined = _AND_ALONE.fullmatch(context.passages.between(*parts)) is not None
    return opened and joined


_TWO = 2
_AND_ALONE = re.compile(r" (?:[a-z’'-]+ ){1,4}and £?")
_THOSE_WHO = re.compile(
    r"\bof (?:those|the [a-z]+) (?:who|that|which|coming|leaving|starting|registered)\b(?P<words>[^.;,\d]{0,40})"
)
_STAGES = re.compile(r"\b(?:short-? ?listed|interviewed|appointed|offered|longlisted|assessed|trained)\b")
"""Steps that the same people go through one after the other, and no parts of them."""
_STATED = re.compile(r"\s*(?:[a-z]+ ){0,3}?(?:were|was|had|have|are|is|has|came|went)\b")
_A_STATEMENT = re.compile(r"\b(?:were|was|had|have|are|is)\b[^.;]*;")


def _overlap(context: Context, whole: Figure, parts: tuple[Figure, ...]) -> bool:
    """Tell whether the words make it plain that parts need not add up to a figure: traits, answers, or another whole.

    A person has several traits and may give several answers. "Of those who came in" are of the figure that says so.
    """
    words = [re.split(r"[.;]", context.passages.after(part, 60))[0] for part in parts]
    if sum(_STAGES.search(said) is not None for said in words) > 1:
        return True
    if (
        sum(SEVERAL_EACH.search(said.split(",")[0]) is not None for said in words) > 1
        or len(set(map(traits, words))) > 2
        or of_other_traits(words)
    ):
        return True
    gap = context.passages.between(whole, parts[0])
    who = _THOSE_WHO.search(gap)
    if who is not None and not content_words(who["words"]) & content_words(context.passages.after(whole, 60)):
        return True
    turned = _TURN.search(re.sub(r"\([^)]*\)", " ", gap)) is not None
    # "52 were decided; 36 dismissed, 13 allowed, 3 split": the parts have no statement of their own
    turned = turned or (len(parts) > _TWO and gap.endswith("; ") and not any(_STATED.match(said) for said in words))
    return _A_STATEMENT.search(gap) is not None and not turned


_CAME = re.compile(
    r"\s*(?:[a-z]+ ){0,3}?(?:joined|admissions?|approved|added|opened|started|starting|came in|became)\b"
)
_WENT = re.compile(
    r"\s*(?:[a-z]+ ){0,3}?(?:left|resigned|removed|closed|ceased|discharges?|discharged|ended|came off)\b"
)


def _alone_in_sentence(context: Context, whole: Figure, part: Figure) -> bool:
    """Tell whether a whole stands in the sentence of its parts, or is the only figure of its kind in its own."""
    sentence = context.passages.sentence_of(whole)
    if sentence is None or sentence is context.passages.sentence_of(part):
        return True
    return sum(same_kind(f, whole) for f in sentence.figures) == 1


def _colon(context: Context, whole: Figure) -> int:
    """Return where the colon stands that opens the parts of a whole in its own sentence, or nought."""
    sentence = context.passages.sentence_of(whole)
    if sentence is None:
        return 0
    at = context.passages.low.find(":", whole.span.end, sentence.span.end)
    return at if 0 <= at <= whole.span.end + 160 else 0


_AFTER_PART = re.compile(r"\s*(?:[a-z]+ )?(for|from|in|at|were|by|with|to|under|on|of)\b")


def _one_scale(context: Context, run: Sequence[Figure]) -> bool:
    """Tell whether the parts are steps of one scale that has no others: "28 boys and 35 girls"."""
    scales = [dimension(re.split(r"[,;.]|\band\b", context.passages.after(part, 40))[0]) for part in run]
    return scales[0] is not None and scales[0][1] and all(scale == scales[0] for scale in scales)


_WHEN = re.compile(
    r"\s*(?:[a-z]+ )?(?:in|at|on|by|to|from) (?:the |early |late |end of |mid-)*(?:\d|january|february|march"
    r"|april|may\b"
    r"|june|july|august|september|october|november|december|spring|summer|autumn|winter|last|next|this)"
)


_OF_THEM = re.compile(r"^\s*of (?:whom|which|these|them|those)\b(?= [a-z]+ (?:for|from|in|at|by|with|to|under|on)\b)")


def _parallel(context: Context, run: Sequence[Figure]) -> bool:
    """Tell whether all parts go on with the same small word: "11 for shared ownership and 15 for rent"."""
    words = [_AFTER_PART.match(_OF_THEM.sub("", context.passages.after(part, 36), count=1)) for part in run]
    if any(_WHEN.match(context.passages.after(part, 40)) for part in run):
        return False
    return all(word is not None and words[0] is not None and word[1] == words[0][1] for word in words)


def _part_ahead(context: Context, part: Figure, whole: Figure) -> bool:
    """Tell whether a figure is the first part of the whole behind it: "58 of the 71 homes were good"."""
    between = re.fullmatch(r"\s*(?:out )?of (?:the|all|our|those|these)\s*", context.passages.between(part, whole))
    return between is not None and same_kind(part, whole) and part.value < whole.value


_CATEGORY = re.compile(
    r"\bby (?:category|type|age|gender|agency|source|reason|tenure|area|team|district|ward|outcome)\b"
)


def _by_category(context: Context, paragraph: Paragraph, usable: Sequence[Figure]) -> Iterator[Enumeration]:
    """Yield the enumeration that "By category, …" opens; its whole is a figure of the sentences before."""
    for match in _CATEGORY.finditer(context.passages.low, paragraph.span.start, paragraph.span.end):
        behind = [f for f in usable if f.span.start > match.start()]
        front = [f for f in usable if f.span.end <= match.start()]
        if len(behind) < 3 or not front or behind[0].unit is Unit.PERCENT:
            continue
        run = tuple(_run(context, behind, 0, behind[0]))
        wholes = [f for f in front if same_kind(f, run[0])]
        fitting = [f for f in wholes if adds_up(run, f)] or [f for f in wholes if sum_by_slip(run, f)]
        if len(run) >= 3 and fitting:
            yield Enumeration(fitting[-1], run, sure=True)


def _of(context: Context, whole: Figure) -> bool:
    """Tell whether a sentence opens with the whole: "Of 320 visits", "Of the 298", "Out of 84"."""
    before = context.passages.before(whole, 30)
    return re.search(r"(?:^|[.,;:]\s*)(?:out )?of(?: the| those| these| our| all| a total of)*\s*$", before) is not None


def _behind(context: Context, usable: Sequence[Figure], index: int) -> Enumeration | None:
    """Return the enumeration whose whole stands behind it: "…, giving 71% in all", "426 had therefore been taken"."""
    whole = usable[index]
    makes = _MAKES.search(context.passages.low[max(0, whole.span.start - 60) : whole.span.start])
    in_all = _IN_ALL.search(context.passages.low[whole.span.end : whole.span.end + 60])
    if not makes and not in_all:
        return None
    run: list[Figure] = []
    for figure in reversed(usable[:index]):
        if not same_kind(figure, whole) or (figure.unit is Unit.PERCENT) is not (whole.unit is Unit.PERCENT):
            break
        gap = context.passages.between(figure, run[0] if run else whole)
        if len(gap) > _GAP or (run and not re.search(r"[,;]|\. |\band\b|\bto\b|\bbefore\b", gap)):
            break
        if re.search(r"\bfrom\b|\bper\b", context.passages.before(figure, 14)) and not in_all:
            break
        run.insert(0, figure)
    for count in range(len(run), 1, -1):
        if adds_up(run[-count:], whole):
            return Enumeration(whole, tuple(run[-count:]), sure=True)
    lengths = range(len(run), 1, -1)
    parts = next((tuple(run[-n:]) for n in lengths if sum_by_slip(tuple(run[-n:]), whole)), tuple(run))
    apart = len({id(context.passages.sentence_of(f)) for f in (*parts, whole)}) > 1
    if (
        len(parts) < (3 if apart else 2)
        or not sum_by_slip(parts, whole)
        or "between" in context.passages.before(parts[0], 12)
    ):
        return None
    return Enumeration(
        whole, parts, sure=Decimal("0.6") <= _share(parts, whole) <= Decimal("1.6") or told_by_slip(parts, whole)
    )


def _remainder(context: Context, paragraph: Paragraph, usable: Sequence[Figure], index: int) -> Enumeration | None:
    """Return the whole that "the remaining 47" completes: the first figure of its kind within two sentences before."""
    last = usable[index]
    before = context.passages.low[max(paragraph.span.start, last.span.start - 40) : last.span.start]
    left = _LEFT.search(before)
    if last.unit is Unit.PERCENT or not (left or _REST.search(before)):
        return None  # a remaining 10% completes a hundred, which is rule 3's
    here = context.passages.sentence_of(last)
    if here is None:
        return None
    near = [
        f
        for f in usable[:index]
        if same_kind(f, last) and here.index - (s.index if (s := context.passages.sentence_of(f)) else 0) <= 2
    ]
    if left:
        stays = left.group().split()[0] in {"left", "remained"}
        here_alone = [f for f in near if context.passages.sentence_of(f) is here]
        return _as_enumeration(left_over(here_alone if stays else near, last))
    for start in range(len(near) - 1):
        for end in range(start + 2, len(near) + 1):
            parts = (*near[start + 1 : end], last)
            if adds_up(parts, near[start]) and end == len(near):
                return Enumeration(near[start], parts, sure=True)
    return _as_enumeration(turned_about(near, last) or slipped_rest(context, near, last))


def _as_enumeration(found: Sum | None) -> Enumeration | None:
    return None if found is None else Enumeration(*found, sure=True)


_LEFT = re.compile(r"\b(?:so that|leaving|left|hence|which leaves|which left|remained)\s*(?:only |just |some )?£?$")
