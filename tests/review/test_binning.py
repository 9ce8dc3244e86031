"""Documents go to the bin and come back from it with all that was decided on them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossfoot.model import State, WorldError
from crossfoot.review.prepared import Prepared
from crossfoot.review.session import Review


def test_the_bin_tells_what_lies_in_it_since_when_and_by_whom(review: Review, ids: list[str]) -> None:
    review.confirm(ids[:2])
    review.remove_document("d1")
    (binned,) = review.binned()
    assert (binned.id, binned.title, binned.figures, binned.decided) == ("d1", "Contacts", 5, 2)
    assert (binned.reviewer, binned.at) == ("AB", review.history()[0].at)
    assert review.binned_count() == 1


def test_any_document_is_put_back_with_its_decisions_long_after_other_acts(
    review: Review, ids: list[str], make: Callable[..., Prepared]
) -> None:
    review.confirm(ids[:2])
    review.remove_document("d1")
    review.store(make("other.txt", ending=" More."))
    review.confirm([review.figures()[0].id])
    review.restore_documents(["d1"])
    assert [row.id for row in review.documents()] == ["d1", "d2"]
    assert review.figure(ids[0]).state is State.CONFIRMED
    assert review.binned() == ()
    assert review.verify() == ()


def test_several_documents_are_put_back_in_one_act_that_undo_takes_back(
    review: Review, make: Callable[..., Prepared]
) -> None:
    review.store(make("other.txt", ending=" More."))
    review.remove_document("d1")
    review.remove_document("d2")
    review.restore_documents(["d1", "d2"])
    assert review.undo_label() == "restore 2 documents"
    review.undo()
    assert {binned.id for binned in review.binned()} == {"d1", "d2"}


def test_what_is_not_in_the_bin_cannot_be_put_back(review: Review) -> None:
    with pytest.raises(WorldError, match="not in the bin"):
        review.restore_documents(["d1"])
