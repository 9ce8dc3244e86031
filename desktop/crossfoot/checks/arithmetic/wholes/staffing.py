"""Rule 27: the posts of a team add up to its staff."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from crossfoot.checks.arithmetic.wholes.groups import groups
from crossfoot.checks.arithmetic.wholes.parts_and_whole import is_of_posts, more_than_all, too_many
from crossfoot.checks.arithmetic.wholes.posts import Posts, named_posts, net_changes
from crossfoot.checks.arithmetic.wholes.within import within
from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, holds, query
from crossfoot.checks.basis.sums import added, adds_up, sum_outcome
from crossfoot.model import Figure, Severity, Unit
from crossfoot.model.wording import value_words

_NEAR = Decimal("1.5")
"""How far off, as a factor, the posts named may be: more than this were never meant to be all of them."""


def check_staffing(context: Context) -> Iterator[Outcome]:
    """Say of every total of staff whether the posts named beside it add up to it.

    A post named by "a" or "an" counts as one, five teams of seven as thirty-five; posts that go and posts that come
    make the net change. Source: rule 27 of the list of checks ("8 + 1 + 1 = 10").
    """
    settled: set[str] = set()
    yield from (more_than_all(part, whole) for part, whole in too_many(context) if is_of_posts(context, whole))
    for one in within(context):
        if one.ceiling.unit is Unit.FTE and one.part.value > one.ceiling.value:
            yield more_than_all(one.part, one.ceiling)
    for posts in named_posts(context):
        said = _said(posts)
        if said is not None:
            settled.add(posts.whole.id)
            yield said
    for went, came, net in net_changes(context):
        yield _net(went, came, net)
    for group in groups(context):
        if not group.staff or group.whole.id in settled:
            continue
        if not group.implied:
            if group.complete or adds_up(group.parts, group.whole):
                yield sum_outcome(group.parts, group.whole, "The posts")
            continue
        value, working = added(group.parts)
        value += group.implied
        working += [" + 1"] * group.implied
        printed = value_words(group.whole.value, group.whole.unit)
        if value == group.whole.value:
            yield holds(f"The posts add up to {printed}.", *working, " = ", group.whole, " holds")
        elif group.complete:
            yield _not_so(group.whole, value, working)


def _said(posts: Posts) -> Outcome | None:
    """Return whether posts named one by one are as many as is printed, or None where they were not all meant to be."""
    value, working, whole = posts.value, posts.working(), posts.whole
    if value == whole.value:
        return holds(f"The posts add up to {value_words(whole.value, whole.unit)}.", *working, " = ", whole, " holds")
    if posts.sure and whole.value / _NEAR <= value <= whole.value * _NEAR:
        return _not_so(whole, value, working)
    return None


def _not_so(whole: Figure, value: Decimal, working: list[Figure | str]) -> Outcome:
    """Return a query about posts that do not add up."""
    said, printed = value_words(value, whole.unit), value_words(whole.value, whole.unit)
    return query(
        f"The posts named add up to {said}, but {printed} is printed; worth checking which is meant.",
        *working,
        f" = {said}, ",
        whole,
        " is printed",
    )


def _net(went: Figure, came: Figure, net: Figure) -> Outcome:
    """Return whether what went and what came make the net change."""
    value = abs(came.value - went.value)
    large, small = (went, came) if went.value >= came.value else (came, went)
    said = value_words(value, net.unit)
    if value == abs(net.value):
        return holds("The net change is that of what went and what came.", large, " − ", small, " = ", net, " holds")
    return query(
        f"What went and what came make a net change of {said}, but {value_words(net.value, net.unit)} is printed; "
        "worth checking.",
        large,
        " − ",
        small,
        f" = {said}, ",
        net,
        " is printed",
    )


STAFFING = Rule(27, "staffing", Severity.HIGH, "The posts of a team add up to its staff.", check_staffing)
