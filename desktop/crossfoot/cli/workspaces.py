"""The commands that are about a workspace as a whole: reread, merge, export, verify, backup, restore."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crossfoot import assets
from crossfoot.cli.printing import FAILED, print_table, tell
from crossfoot.export import write
from crossfoot.extraction.extractor import Extractor
from crossfoot.model.wording import STATE_WORDS, figure_words
from crossfoot.review.merging import merge_words
from crossfoot.review.rereading import Tally
from crossfoot.review.session import Review
from crossfoot.review.summary import summarise
from crossfoot.workspace import Workspace, local_now, restore


@contextmanager
def opened(path: Path) -> Iterator[Review]:
    """Give the review of an existing workspace."""
    with Workspace.open(path) as workspace:
        yield Review(workspace, assets.dictionary())


def reread(given: argparse.Namespace) -> int:
    """Read the documents again that other rules have read, a line and a transaction for each."""
    total = Tally()
    with opened(given.workspace) as review:
        names = {row.id: row.title for row in review.documents()}
        extractor = Extractor(review.dictionary, review.taught())
        for document in review.outdated():
            _, tally = review.keep_reading(document, extractor.extract(review.document(document).text))
            print(f"{document} {names[document]}: {tally.words}")
            total += tally
    if total.documents:
        tell(f"{total.documents} read again: {total.words}.")
    else:
        tell("All documents are read by the rules of today; nothing to do.")
    return 0


def merge(given: argparse.Namespace) -> int:
    """Bring in the decisions of another copy; where both decided and differ, list both and keep what is here."""
    with opened(given.workspace) as review:
        plan = review.compare_copy(given.other)
        names = {row.id: row.title for row in review.documents()}
        review.merge(plan, plan.choices if given.take_theirs else ())
    rows = [
        (
            names[each.mine.document],
            each.mine.printed.quote,
            *(
                f"{STATE_WORDS[side.state]} {figure_words(side.current)} ({side.reviewer or '–'})"
                for side in (each.mine, each.theirs)
            ),
        )
        for each in plan.conflicts
    ]
    rows += [
        (
            names.get(each.arrival.document or "", "all records"),
            each.arrival.name,
            *(f"{' · '.join(side.words.splitlines())} ({side.reviewer or '–'})" for side in (each.mine, each.theirs)),
        )
        for each in plan.differences
    ]
    print_table(("document", "what", "here", "there"), rows, whole=True)
    for sentence in plan.left_out:
        tell(sentence)
    tell(merge_words(plan))
    if plan.choices:
        taken = "theirs was taken" if given.take_theirs else "what is here was kept; choose in the window (File, Merge)"
        tell(f"{len(plan.choices)} decided differently in both copies: {taken}.")
    return 0


def export(given: argparse.Namespace) -> int:
    """Write the annotated summary."""
    chosen = None if given.document is None else [each for group in given.document for each in group]
    with opened(given.workspace) as review:
        write(summarise(review, local_now(), chosen), given.to)
    tell(f"Written: {given.to}")
    return 0


def verify(given: argparse.Namespace) -> int:
    """Test a workspace; a line for each thing that is not what was written."""
    with opened(given.workspace) as review:
        wrong = review.verify()
    for sentence in wrong:
        print(f"{given.workspace}: {sentence}")
    if wrong:
        tell(f"{given.workspace}: restore a backup, and keep this file for rescue.")
        return FAILED
    print(f"{given.workspace}: sound")
    return 0


def backup(given: argparse.Namespace) -> int:
    """Put a tested copy of a workspace at a file."""
    with opened(given.workspace) as review:
        review.backup(given.to)
    tell(f"Copied and tested: {given.to}")
    return 0


def restore_copy(given: argparse.Namespace) -> int:
    """Put a copy in the place of a workspace, which is kept."""
    kept = restore(given.backup, given.workspace, local_now())
    tell(f"Restored: {given.workspace}" + (f"; what stood there is now {kept}" if kept else ""))
    return 0
