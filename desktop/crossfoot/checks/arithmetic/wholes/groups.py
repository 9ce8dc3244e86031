"""Wholes and their parts, for rules 1, 2, 3 and 27.

Candidates are found by how the text leads to them: "of these", a list under a lead-in that names the
whole, a table's total, "in total", "which made". No other sums are tried.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from crossfoot.checks.arithmetic.budgets.budget_lines import budget_lines
from crossfoot.checks.arithmetic.text_and_table import led_in
from crossfoot.checks.arithmetic.wholes.columns import margins
from crossfoot.checks.arithmetic.wholes.enumerations import enumerations
from crossfoot.checks.arithmetic.wholes.near_sums import near_sums
from crossfoot.checks.arithmetic.wholes.no_parts import has_no_part
from crossfoot.checks.arithmetic.wholes.partitions import partitions
from crossfoot.checks.arithmetic.wholes.told_wholes import told_wholes
from crossfoot.checks.arithmetic.wholes.unread_parts import has_unread_part, part_in_a_state
from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.cues import BREAKDOWN, NOT_EXCLUSIVE, dimension, traits
from crossfoot.checks.basis.passages import ListBlock, Paragraph, Sentence
from crossfoot.checks.basis.slips import sum_by_slip, told_by_slip
from crossfoot.checks.basis.subsets import is_of_several
from crossfoot.checks.basis.sums import adds_up
from crossfoot.model import Figure, Unit


@dataclass(frozen=True, slots=True)
class Group:
    """A whole and its parts. ``complete`` tells whether the text claims that nothing else belongs to the whole."""

    whole: Figure
    parts: tuple[Figure, ...]
    complete: bool
    staff: bool = False
    implied: int = 0


_TOTAL_LABEL = re.compile(
    r"^(?:grand |sub-?)?totals?\b|^all\b(?! (?:the )?others?\b)|^overall\b|^council\b|^together\b|\btotal$",
    re.IGNORECASE,
)
_TOTAL_BEHIND = re.compile(r"^[^.;]{0,50}?\b(?:in total|in all|altogether|overall)\b")
_TOTAL_BEFORE = re.compile(
    r"(?:\bi\.?e\.?,?|\bmaking|\bgiving|\bwhich (?:made|makes|gave|gives|came to)|\ba total of"
    r"|\btotalling|\bthat is|\bin total|\btotal of|=)\s*(?:an? |the |in )?(?:overall "
    r"|combined |total |grand )*(?:total |sum )?(?:of )?$"
)
_STAFF = re.compile(r"\b(?:staff|posts?|workers?|managers?|officers?|fte|practitioners?|employees|establishment)\b")
_SINGLE_POST = re.compile(
    r"\b(?:an?|one) (?:[a-z]+(?: |-)){0,3}(?:worker|manager|officer|practitioner|supervisor"
    r"|administrator|assistant|co-?ordinator|post|leader)\b"
)
_COMMENT = re.compile(r"\bout of\b|\bagainst\b|\bcompared\b|\bper\b|\bfrom\b|\bwithin\b|\bup to\b|\bat least\b")


def groups(context: Context) -> tuple[Group, ...]:
    """Return every whole with its parts that the text puts together; found once for a record."""
    return context.once(_found)


def _found(context: Context) -> tuple[Group, ...]:
    """Find the groups, the surest forms first; what adds up goes before what a slip keeps from it."""
    framed = [*_table_groups(context), *_budget_groups(context)]
    sure = [*_inline_groups(context), *_list_groups(context)]
    told = [Group(one.whole, one.parts, complete=True) for one in (*partitions(context), *told_wholes(context))]
    loose = list(_enumerated(context))
    sure, told, loose = ([_with_a_state(context, one) for one in some] for some in (sure, told, loose))
    good = [group for group in (*sure, *told, *loose) if _adds(group)]
    found: dict[tuple[str, ...], Group] = {}
    settled: set[str] = set()
    missed = [group for group in (*sure, *told, *loose) if group.complete and not _adds(group)]
    unread = {one.whole.id for one in missed if has_unread_part(context, one.parts, one.whole, one.implied)}
    left = [group for group in missed if group.whole.id not in unread and not _unmeant(context, group, good)]
    parted: dict[str, set[str]] = defaultdict(set)
    for group in (*framed, *good, *left):
        # One whole may be split twice, by what it is and by how old it is, in parts that are not the same.
        ids = {f.id for f in group.parts}
        again = _adds(group) and not ids & parted[group.whole.id]
        if again or group.whole.id not in settled or group in framed or group in sure:
            found.setdefault((group.whole.id, *(f.id for f in group.parts)), group)
            parted[group.whole.id] |= ids
        if group.complete or _adds(group):
            settled.add(group.whole.id)
    known = frozenset(f.id for g in (*found.values(), *missed) for f in (g.whole, *g.parts) if g.complete or _adds(g))
    for whole, parts in near_sums(context, known):
        found.setdefault((whole.id, *(f.id for f in parts)), Group(whole, parts, complete=True))
    return tuple(replace(group, staff=group.staff or _is_staff(context, group)) for group in found.values())


def _with_a_state(context: Context, group: Group) -> Group:
    """Return a group with the part in a state that ends it and is no figure: "two are covered, with two vacant"."""
    more = 0 if group.implied else part_in_a_state(context, group.parts, group.whole)
    return replace(group, implied=more) if more else group


def _adds(group: Group) -> bool:
    """Tell whether the parts of a group, with those that are no figures, add up to its whole."""
    value = sum((p.value for p in group.parts), Decimal(group.implied))
    return value == group.whole.value if group.implied else adds_up(group.parts, group.whole)


_MIXED = 500
"""An amount so many times smaller than the whole is the price of something, and no part of it."""
_SUB_PART = re.compile(r"\bof (?:which|whom)\b")
_WHO_NUMBER = re.compile(r"\b(?:who|which)(?: now| then| together)? (?:number(?:s|ed)?|total(?:s|led)?)\s*$")
_REST_LATER = re.compile(r"the (?:rest|remainder|remaining|others|balance)\b[^.\d]*$")


def _unmeant(context: Context, group: Group, good: Sequence[Group]) -> bool:
    """Tell whether parts that do not add up were never meant to: parts of another group, prices, parts of a part.

    Nor were they where a number that stands beside them and is no figure is what they lack, or where what they lack is
    told without a number: "The remainder were placed for adoption".
    """
    if not group.implied and has_no_part(context, group.parts, group.whole):
        return True
    ids = {group.whole.id, *(f.id for f in group.parts)}
    value = sum((p.value for p in group.parts), Decimal(group.implied))
    slip = sum_by_slip(group.parts, group.whole)
    for one in good:
        nested = slip and any(one.whole is part for part in group.parts)  # by chance, as its parts are told beside it
        if not nested and len(ids & {one.whole.id, *(f.id for f in one.parts)}) > 1:
            return True
    if group.whole.unit is Unit.GBP and any(0 < p.value * _MIXED < group.whole.value for p in group.parts):
        return True
    if any(_SUB_PART.search(context.passages.between(a, b)) for a, b in pairwise(group.parts)):
        return True
    if _WHO_NUMBER.search(context.passages.before(group.whole, 40)):
        return True
    return value < group.whole.value and _ends_open(context, group)


def _ends_open(context: Context, group: Group) -> bool:
    """Tell whether the sentence behind the parts tells the rest of the whole without a number."""
    sentence = context.passages.sentence_of(max(group.parts, key=lambda f: f.span.start))
    every = context.passages.sentences
    if sentence is None or sentence.index + 1 >= len(every):
        return False
    after = every[sentence.index + 1]
    return after.paragraph == sentence.paragraph and _REST_LATER.match(after.low.rstrip(".")) is not None


_ROLE = re.compile(
    r"\s*(?:fte )?(?:[a-z-]+ ){0,3}?(?:workers?|managers?|officers?|practitioners?|supervisors?|seniors?"
    r"|administrators?"
    r"|assistants?|co-?ordinators?|posts?|leaders?|nurses?|therapists?|clerks?|advis[eo]rs?|deput(?:y|ies)"
    r"|heads?|psychologists?"
    r"|staff|apprentices?|analysts?|consultants?|teachers?|lawyers?|wardens?|technicians?|inspectors?)\b"
)


def _is_staff(context: Context, group: Group) -> bool:
    """Tell whether a whole counts staff or posts, by its unit or the words beside it."""
    if group.whole.unit is Unit.FTE:
        return True
    if group.whole.unit not in {Unit.COUNT, None}:
        return False
    if _in_table_of_posts(context, group):
        return True
    roles = [_ROLE.match(context.passages.after(part, 60)) is not None for part in group.parts]
    if all(roles) or (len(roles) > 2 and sum(_is_post(context, part) for part in group.parts) * 2 > len(roles)):
        return True
    after = re.split(r"[:,;(.]", context.passages.after(group.whole, 30))[0]
    if _EMPLOYED.match(after):
        return True
    posts = re.compile(r"\b(?:staff|posts|employees|team members|workers in all|vacancies)\b")
    return (
        posts.search(after) is not None
        or re.search(r"\bestablishment of\s*$", context.passages.before(group.whole, 25)) is not None
    )


_EMPLOYED = re.compile(
    r"\s*(?:[a-z]+ ){0,2}?(?:(?:social|support|care|youth|family) workers|teachers|nurses|wardens)\b"
)
_POSTS_HEAD = re.compile(r"\b(?:posts?|fte|staff(?:ing)?|establishment|grades?|roles?|job titles?|job)\b")


def _in_table_of_posts(context: Context, group: Group) -> bool:
    """Tell whether a whole stands in a table whose head speaks of posts."""
    for table in context.passages.tables:
        if any(cell is group.whole for row in table.rows for cell in row):
            return _POSTS_HEAD.search(" ".join(table.header[:2]).lower()) is not None
    return False


def _is_post(context: Context, figure: Figure) -> bool:
    """Tell whether the label of a row names a post: "Senior social workers  3"."""
    sentence = context.passages.sentence_of(figure)
    label = sentence.low[: figure.span.start - sentence.span.start] if sentence else ""
    return _ROLE.match(f" {label.strip(' |')}") is not None


def _inline_groups(context: Context) -> Iterator[Group]:
    """Yield the groups of running text that end in a total or announce their parts: "…, 17 in total", "12: 4 for …"."""
    for sentence in context.passages.sentences:
        paragraph = context.passages.paragraphs[sentence.paragraph]
        if paragraph.is_row or len(sentence.figures) < 2:
            continue
        group = _total_behind(context, sentence) or _announced(context, sentence)
        if group is not None:
            yield group


def _share(parts: Sequence[Figure], whole: Figure, more: int = 0) -> Decimal:
    """Return the parts' share of the whole; nought where there is nothing to divide by."""
    return sum((p.value for p in parts), Decimal(more)) / whole.value if whole.value else Decimal(0)


def _total_behind(context: Context, sentence: Sentence) -> Group | None:
    """Return the group of a sentence that ends in a total of what it named: "8, a … and a …, i.e. 10 in total"."""
    passages = context.passages
    for index, whole in enumerate(sentence.figures):
        if not context.can_be_part(whole):
            continue
        before, after = passages.before(whole, 60), passages.after(whole, 60)
        announced = _TOTAL_BEFORE.search(before)
        following = _TOTAL_BEHIND.search(after)
        next_figure = sentence.figures[index + 1] if index + 1 < len(sentence.figures) else None
        if next_figure is not None and following and whole.span.end + following.end() > next_figure.span.start:
            following = None
        if not announced and not following:
            continue
        parts = [f for f in sentence.figures[:index] if same_kind(f, whole) and context.can_be_part(f)]
        earlier = passages.previous(sentence)
        if not parts and announced and earlier is not None and earlier.paragraph == sentence.paragraph:
            parts = [f for f in earlier.figures if same_kind(f, whole) and context.can_be_part(f)]
        parts = _without_asides(context, parts)
        stretch = passages.low[sentence.span.start : whole.span.start]
        staff = bool(_STAFF.search(re.split(r"[,;.]", after[:40])[0]))
        implied = _implied_posts(passages.low, parts, whole) if staff and parts else 0
        if len(parts) + implied < 2:
            continue
        if announced and re.search(r"\bi\.?e\.?,?\s*$|\bthat is\s*$", before) and not following:
            continue
        if (
            NOT_EXCLUSIVE.search(stretch)
            or re.search(r"\bbetween\b", stretch)
            or _COMMENT.search(passages.low[parts[-1].span.end : whole.span.start][-40:])
        ):
            continue
        return Group(
            whole,
            tuple(parts),
            complete=_near(parts, whole, implied) or implied > 0 or _all_seen(context, parts, whole),
            staff=staff,
            implied=implied,
        )
    return None


def _near(parts: Sequence[Figure], whole: Figure, more: int = 0) -> bool:
    """Tell whether parts come near enough to a total that a slip explains the rest; else some of them were not seen."""
    return Decimal("0.75") <= _share(parts, whole, more) <= Decimal("1.34") or told_by_slip(tuple(parts), whole, more)


def _all_seen(context: Context, parts: Sequence[Figure], whole: Figure) -> bool:
    """Tell whether every number that is printed between the parts and their total is one of them."""
    first, last = min(parts[0].span.start, whole.span.start), max(parts[-1].span.end, whole.span.end)
    printed = len(_PRINTED_NUMBER.findall(context.passages.low[first:last]))
    return printed <= len(parts) + 1 and Decimal("0.2") <= _share(parts, whole) <= 5


_PRINTED_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_REST_UNSAID = re.compile(r"\b(?:rest|remainder|others|balance)\b(?![^.]*\d)")
_ANNOUNCES = re.compile(r"^[^.;:()\d]{0,60}(?P<sign>[:(])\s*$")


def _announced(context: Context, sentence: Sentence) -> Group | None:
    """Return the group of "12 recommendations: 4 for …, 5 for … and 3 for …" and of "40 (25 boys and 15 girls)"."""
    for index, whole in enumerate(sentence.figures[:-2]):
        opened = _ANNOUNCES.match(context.passages.between(whole, sentence.figures[index + 1]))
        if opened is None or not context.can_be_part(whole):
            continue
        behind = list(sentence.figures[index + 1 :])
        if opened["sign"] == "(":
            end = context.passages.low.find(")", behind[0].span.start)
            behind = [f for f in behind if f.span.start < end]
        parts = tuple(
            f for f in behind if same_kind(f, whole) and context.can_be_part(f) and not is_of_several(context, f)
        )
        if len(parts) < 2 or NOT_EXCLUSIVE.search(sentence.low):
            continue
        if _REST_UNSAID.search(context.passages.after(parts[-1], 60)):
            continue
        same = whole.unit is Unit.GBP or any(p.indicator == whole.indicator is not None for p in parts)
        near = Decimal("0.4") <= _share(parts, whole) <= Decimal("2.5")
        listed = len(parts) > 2 and _near(parts, whole) and _all_seen(context, parts, whole)
        return Group(whole, parts, complete=listed or (near and (same or opened["sign"] == "(")))
    return None


def _without_asides(context: Context, parts: Sequence[Figure]) -> list[Figure]:
    """Return the parts that follow each other closely, counted back from the last."""
    kept: list[Figure] = []
    for part in reversed(parts):
        if kept:
            gap = context.passages.between(part, kept[-1])
            if len(gap) > 160 or _COMMENT.search(gap[-25:]):
                break
        kept.append(part)
    return kept[::-1]


def _implied_posts(low: str, parts: Sequence[Figure], whole: Figure) -> int:
    """Return how many posts are named without a figure between the first part and the total: "a Family Worker"."""
    spans = [(m.start(), m.end()) for m in _SINGLE_POST.finditer(low, parts[0].span.end, whole.span.start)]
    ahead = _SINGLE_POST.match(low, _clause_start(low, parts[0]), parts[0].span.start)
    return sum(not any(a <= p.span.start < b for p in parts) for a, b in spans) + (ahead is not None)


def _clause_start(low: str, part: Figure) -> int:
    """Return where the words in front of a part begin: behind the last stop or colon."""
    stop = max(low.rfind(sign, 0, part.span.start) for sign in (". ", ": ", "\n", "; "))
    start = stop + 1
    while start < part.span.start and low[start].isspace():
        start += 1
    return start


def _list_groups(context: Context) -> Iterator[Group]:
    """Yield the groups of lists whose lead-in names the whole, or whose last item is the total."""
    for block in context.passages.lists:
        firsts = [_item_figure(context, item) for item in block.items]
        figures = [f for f in firsts if f is not None]
        if len(figures) < 2 or not all(context.is_countable(f) for f in figures):
            continue
        if not all(same_kind(a, b) for a, b in pairwise(figures)):
            continue
        if (
            (_TOTAL_LABEL.search(block.labels[-1]) or _nameless(context, block.items[-1]))
            and firsts[-1]
            and len(figures) > 2
        ):
            parts, whole = tuple(figures[:-1]), figures[-1]
            unread = _unread(context, block, firsts)
            complete = unread is not None and _near(parts, whole, unread)
            yield Group(whole, parts, complete=complete, staff=whole.unit is Unit.FTE, implied=unread or 0)
            continue
        if len(figures) < len(firsts):
            continue
        yield from _led_in(context, block, tuple(figures))
        yield from _summed_up_inside(context, block, tuple(figures))
        yield from _summed_up_behind(context, block, tuple(figures))


def _nameless(context: Context, item: Paragraph) -> bool:
    """Tell whether an item is a number alone, as a total under a drawn line is."""
    return re.fullmatch(r"[\s£\d,.]+", item.span.cut(context.text)) is not None


def _item_figure(context: Context, item: Paragraph) -> Figure | None:
    """Return the figure that an item gives for its name: the first behind its colon, or the first of all."""
    colon = context.passages.low.rfind(": ", item.span.start, item.span.end)
    behind = next((f for f in item.figures if f.span.start > colon >= 0), None)
    return behind or (item.figures[0] if item.figures else None)


_PRINTED_LAST = re.compile(r"(?:\s{2,}|\.{3,}\s*|: )(\d[\d,]*)\s*$")


def _unread(context: Context, block: ListBlock, firsts: Sequence[Figure | None]) -> int | None:
    """Return what the numbers add that are printed at the end of items and are no figures; None where one has none."""
    more = 0
    for item, figure in zip(block.items, firsts, strict=True):
        if figure is None:
            printed = _PRINTED_LAST.search(item.span.cut(context.text))
            if printed is None:
                return None
            more += int(printed[1].replace(",", ""))
    return more


def _led_in(context: Context, block: ListBlock, parts: tuple[Figure, ...]) -> Iterator[Group]:
    """Yield the group of a list and the whole that its lead-in, or the sentence before that, names."""
    lead = block.lead
    if lead is None or NOT_EXCLUSIVE.search(lead.low):
        return
    earlier = context.passages.previous(lead)
    places = [lead] if earlier is None or earlier.paragraph < lead.paragraph - 1 else [lead, earlier]
    above = [f for f in context.passages.paragraphs[lead.paragraph].figures if same_kind(f, parts[0])]
    named = next((f for f in above if context.is_countable(f) and adds_up(parts, f)), None)
    if named is not None and len(parts) > 2:
        yield Group(named, parts, complete=True)
        return
    for place in places:
        wholes = [f for f in place.figures if same_kind(f, parts[0]) and context.is_countable(f)]
        wholes = [f for f in wholes if not _counts_items(context, f, len(parts))]
        whole = next((f for f in wholes if adds_up(parts, f)), None)
        whole = whole or next((f for f in wholes if told_by_slip(parts, f)), None)
        whole = whole or min(reversed(wholes), key=lambda f: abs(_share(parts, f) - 1), default=None)
        if whole is None:
            continue
        shares = all("%" in context.passages.after(p, 45) for p in parts)
        far = place is not lead and earlier is not None and earlier.paragraph != lead.paragraph
        slip = told_by_slip(parts, whole)
        if far and not adds_up(parts, whole) and not (shares and _near(parts, whole)) and not slip:
            return
        share = _share(parts, whole)
        near = slip or Decimal("0.05") <= share <= 20 if shares else Decimal("0.5") <= share <= Decimal("1.5")
        related = bool(BREAKDOWN.search(lead.low) or lead.low.rstrip(" -–—").endswith(":"))
        staff = all(p.unit is Unit.FTE for p in parts) or bool(_STAFF.search(context.passages.after(whole, 25)))
        yield Group(
            whole,
            parts,
            complete=near
            and related
            and len({traits(label.lower()) for label in _items(context, block)} - {frozenset()}) < _OVERLAPPING
            and (_about_the_same(context, whole, parts, block.labels[-1]) or sum_by_slip(parts, whole)),
            staff=staff,
        )
        return


_OVERLAPPING = 2
"""Of so many traits of a person named in a list, one and the same person may have several."""


def _items(context: Context, block: ListBlock) -> list[str]:
    """Return the words of a list's items."""
    return [item.span.cut(context.text) for item in block.items]


def _about_the_same(context: Context, whole: Figure, parts: Sequence[Figure], last: str) -> bool:
    """Tell whether a list's figures are of the whole: of one indicator or scale, with shares beside, or money."""
    if whole.unit is Unit.GBP or re.match(r"(?:(?:all|any|the) )?others?\b", last.lower()):
        return True
    if any(whole.indicator is not None and p.indicator == whole.indicator for p in parts):
        return True
    if any("%" in context.passages.after(p, 45) for p in parts):
        return True
    scales = {dimension(context.passages.after(p, 40) + " " + p.subject) for p in parts}
    return len(scales) == 1 and None not in scales


def _counts_items(context: Context, figure: Figure, items: int) -> bool:
    """Tell whether the figure only says how many items follow: "three priorities", "6 teams"."""
    words = context.passages.after(figure, 30).split()
    noun = words[0].strip(",:;") if words else ""
    return figure.value == items or noun in {
        "teams",
        "areas",
        "categories",
        "priorities",
        "key",
        "main",
        "aims",
        "themes",
        "months",
        "years",
    }


_SUMMED_UP = re.compile(
    r"\b(?:which|that|these|they|together|in all)\s+(?:makes?|made|gives?|gave)\s+(?:an? total of )?$"
    r"|\bgiving\s+(?:an? )?(?:(?:grand )?total (?:of |saving of )?|saving of )?$"
    r"|(?:came|comes|come|amount\w*|adds? up|added up) to\s+(?:an? |a total of "
    r"|the total of )?$|\btotal(?:ling)? (?:of )?$"
)


def _summed_up_inside(context: Context, block: ListBlock, parts: tuple[Figure, ...]) -> Iterator[Group]:
    """Yield the group of a list and the total that its last item goes on to: "(v) £1.5m which make £5.22m in all"."""
    for whole in block.items[-1].figures:
        if whole is not parts[-1] and same_kind(whole, parts[0]):
            before = context.passages.low[max(parts[-1].span.end, whole.span.start - 40) : whole.span.start]
            if _SUMMED_UP.search(before):
                yield Group(whole, parts, complete=True)


def _summed_up_behind(context: Context, block: ListBlock, parts: tuple[Figure, ...]) -> Iterator[Group]:
    """Yield the group of a list and the total that the sentence behind it names: "That came to 9 staff"."""
    after = block.items[-1].index + 1
    paragraphs = context.passages.paragraphs
    if after >= len(paragraphs) or not paragraphs[after].sentences or paragraphs[after].kind != "text":
        return
    sentence = paragraphs[after].sentences[0]
    for whole in sentence.figures[:1]:
        if (
            same_kind(whole, parts[0])
            and context.can_be_part(whole)
            and _SUMMED_UP.search(context.passages.before(whole, 40))
        ):
            staff = bool(_STAFF.search(context.passages.after(whole, 30)))
            anew = _A_TOTAL.match(sentence.low) is not None  # "A total of 83 were …" may be of something else
            yield Group(whole, parts, complete=not anew or _near(parts, whole), staff=staff)


_A_TOTAL = re.compile(r"an? (?:[a-z]+ )?total of\b")


def _table_groups(context: Context) -> Iterator[Group]:
    """Yield the groups of tables: totals with the cells of their column or row."""
    for table in context.passages.tables:
        for whole, parts in margins(context, table):
            yield Group(whole, parts, complete=True)
    for found in led_in(context):
        yield Group(found.whole, found.parts, complete=True)


def _enumerated(context: Context) -> Iterator[Group]:
    """Yield the wholes whose parts the running text enumerates."""
    for found in enumerations(context):
        yield Group(found.whole, found.parts, complete=found.sure, implied=found.ones)


_TOGETHER = re.compile(r"\b(?:together|in total|overall|altogether|combined|in all|total)\b")


def _budget_groups(context: Context) -> Iterator[Group]:
    """Yield the groups of budgets and of outturns that a last line sums up: "Together the budgets came to …"."""
    lines = [line for line in budget_lines(context) if not context.passages.in_list(line.budget)]
    if len(lines) < 3:
        return
    last, before = lines[-1], lines[:-1]
    if any(line.outturn is None for line in before):
        return
    sentence = context.passages.sentence_of(last.budget)
    if sentence is None or not _TOGETHER.search(sentence.low[: last.budget.span.start - sentence.span.start]):
        return
    budgets = tuple(line.budget for line in before)
    yield Group(last.budget, budgets, complete=_near(budgets, last.budget))
    outturns = tuple(line.outturn for line in before if line.outturn is not None)
    if last.outturn is not None and len(outturns) == len(before):
        yield Group(last.outturn, outturns, complete=_near(outturns, last.outturn))
