"""Facets count the figures of the whole workspace, and follow every act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossfoot.assets import dictionary
from crossfoot.model import AnnotationKind, Span, WorldError
from crossfoot.model.views import ViewKind
from crossfoot.review.facets import Facet
from crossfoot.review.prepared import Prepared
from crossfoot.review.session import Review
from crossfoot.workspace import Workspace


def test_without_a_choice_every_figure_is_counted_in_every_facet(review: Review) -> None:
    view = review.facets({})
    assert view.total == 5
    assert view.ids == tuple(figure.id for figure in review.figures())
    assert view.counts[Facet.UNIT] == {"count": 3, "GBP": 1, "percent": 1}
    assert all(sum(view.counts[facet].values()) == 5 for facet in Facet if facet is not Facet.TAG)


def test_choices_in_several_facets_are_all_met_and_values_of_one_facet_are_alternatives(
    review: Review, ids: list[str]
) -> None:
    review.confirm(ids[:2])
    review.reject([ids[4]])
    chosen = {Facet.STATE: frozenset({"confirmed", "rejected"}), Facet.UNIT: frozenset({"count"})}
    assert review.facets(chosen).ids == tuple(ids[:2])


def test_a_value_is_counted_as_it_would_be_if_it_were_chosen(review: Review, ids: list[str]) -> None:
    review.confirm(ids[:2])
    counts = review.facets({Facet.STATE: frozenset({"confirmed"})}).counts
    assert counts[Facet.STATE] == {"unreviewed": 3, "confirmed": 2}
    assert counts[Facet.UNIT] == {"count": 2}


def test_a_chosen_value_that_no_figure_has_any_more_is_still_shown(review: Review, ids: list[str]) -> None:
    review.confirm([ids[0]])
    chosen = {Facet.STATE: frozenset({"confirmed"})}
    assert review.facets(chosen).ids == (ids[0],)
    review.undo()
    view = review.facets(chosen)
    assert view.ids == ()
    assert view.counts[Facet.STATE]["confirmed"] == 0


def test_tags_of_a_mark_count_for_the_figures_that_it_covers(review: Review, place: Callable[[str], Span]) -> None:
    first, third = place("1,194"), place("1,370")
    review.annotate("d1", Span(first.start, third.end), AnnotationKind.HIGHLIGHT, tags=("ask", "july"))
    review.annotate("d1", first, AnnotationKind.COMMENT, comment="?", tags=("ask",))
    view = review.facets({Facet.TAG: frozenset({"ask"})})
    assert view.counts[Facet.TAG] == {"ask": 3, "july": 3}
    assert len(view.ids) == 3
    assert len(review.facets({Facet.TAG: frozenset({""})}).ids) == 2


def test_documents_that_come_and_go_are_counted_and_not(review: Review, make: Callable[..., Prepared]) -> None:
    review.facets({})
    review.store(make("other.txt", ending=" More."))
    assert review.facets({}).counts[Facet.DOCUMENT] == {"d1": 5, "d2": 5}
    review.remove_document("d1")
    assert review.facets({}).counts[Facet.DOCUMENT] == {"d2": 5}


_ACTS = st.lists(
    st.tuples(st.sampled_from(["confirm", "reject", "correct", "undo", "tag"]), st.integers(0, 4)), max_size=8
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(_ACTS)
def test_after_any_acts_the_counts_are_those_of_a_table_read_anew(
    review: Review, ids: list[str], workspace: Workspace, acts: list[tuple[str, int]]
) -> None:
    review.facets({})
    for act, place in acts:
        if act == "confirm":
            review.confirm([ids[place]])
        elif act == "reject":
            review.reject([ids[place]])
        elif act == "correct":
            review.correct(ids[place], {"value": str(place + 3), "unit": "fte"})
        elif act == "tag":
            review.annotate("d1", review.figure(ids[place]).printed.span, AnnotationKind.HIGHLIGHT, tags=(f"t{place}",))
        else:
            review.undo()
    fresh = Review(workspace, dictionary()).facets({})
    followed = review.facets({})
    assert followed.ids == fresh.ids
    for facet in Facet:
        assert followed.counts[facet] == fresh.counts[facet]
    assert followed.counts[Facet.STATE] == Counter(figure.state.value for figure in review.figures())


def test_a_choice_of_facets_and_a_search_are_kept_under_a_name_across_a_restart(
    review: Review, workspace: Workspace
) -> None:
    review.save_view(ViewKind.FACETS, "  to  ask ", chosen={"state": ("queried",), "unit": ("count", "")})
    review.save_view(ViewKind.SEARCH, "big", query="value:>1000 ")
    again = Review(workspace, dictionary())
    (view,) = again.views(ViewKind.FACETS)
    assert (view.name, dict(view.chosen)) == ("to ask", {"state": ("queried",), "unit": ("count", "")})
    assert [view.query for view in again.views(ViewKind.SEARCH)] == ["value:>1000"]
    assert again.verify() == ()


def test_a_view_of_the_same_name_is_changed_removed_and_brought_back_by_undo(review: Review) -> None:
    review.save_view(ViewKind.SEARCH, "Big", query="value:>1000")
    review.save_view(ViewKind.SEARCH, "big", query="value:>5000")
    (view,) = review.views(ViewKind.SEARCH)
    assert (view.name, view.query) == ("big", "value:>5000")
    review.remove_view(view.id)
    assert review.views(ViewKind.SEARCH) == ()
    assert review.undo_label() == "forget “big”"
    review.undo()
    assert review.views(ViewKind.SEARCH) == (view,)
    with pytest.raises(WorldError, match="needs a name"):
        review.save_view(ViewKind.SEARCH, "  ", query="x")


def test_what_is_followed_act_by_act_is_what_would_be_read_anew(
    review: Review, workspace: Workspace, ids: list[str], make: Callable[..., Prepared], place: Callable[[str], Span]
) -> None:
    choice = {Facet.STATE: frozenset({"unreviewed"})}
    review.facets(choice)

    def follows() -> bool:
        anew = Review(workspace, dictionary())
        return (review.facets(choice), review.facets({})) == (anew.facets(choice), anew.facets({}))

    review.store(make("later.txt", date(2017, 1, 12), ending=" More."))
    assert follows()
    review.store(make("earlier.txt", date(2015, 1, 12), ending=" Less."))
    assert follows()
    review.add_figure("d1", review.propose_figure("d1", place("41")))
    assert follows()
    review.annotate("d2", place("1,194"), AnnotationKind.HIGHLIGHT, tags=("ask",))
    review.remove_document("d1")
    assert follows()
    review.undo()
    assert follows()
    review.reject([ids[0]])
    for _ in range(4):
        review.undo()
        assert follows()


def test_all_figures_are_named_in_the_order_of_the_records(review: Review, make: Callable[..., Prepared]) -> None:
    review.store(make("earlier.txt", date(2015, 1, 12), ending=" Less."))
    assert review.figure_ids() == tuple(figure.id for figure in review.figures())


def test_the_counts_of_one_document_are_those_of_its_figures_alone(
    review: Review, make: Callable[..., Prepared], ids: list[str]
) -> None:
    review.store(make("other.txt", ending=" More."))
    review.confirm(ids[:2])
    assert review.facets({}, "d1").counts[Facet.STATE] == {"unreviewed": 3, "confirmed": 2}
    assert review.facets({}, "d2").counts[Facet.STATE] == {"unreviewed": 5}
    left = review.facets({Facet.STATE: frozenset({"confirmed"})}, "d1")
    assert (left.ids, left.total) == (tuple(ids[:2]), 5)
    assert review.facets({Facet.STATE: frozenset({"confirmed"})}, "d2").ids == ()
