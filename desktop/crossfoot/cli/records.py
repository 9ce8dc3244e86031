"""The commands that read files: import, replace, extract, check."""

from __future__ import annotations

import argparse
from collections.abc import Collection
from functools import partial
from pathlib import Path

from crossfoot import assets
from crossfoot.cli.bringing import Bringing
from crossfoot.cli.printing import FAILED, print_csv, print_findings, print_json, print_table, tell
from crossfoot.cli.reading import each_prepared, prepared_files
from crossfoot.cli.workspaces import opened
from crossfoot.export.interchange import extraction_json
from crossfoot.model import WorldError
from crossfoot.model.wording import STATE_WORDS, day_words, figure_words, period_words
from crossfoot.review.checking import check_prepared, compare_prepared
from crossfoot.review.preparing import find_files
from crossfoot.review.readying import CHECKED_ON_THE_WAY, with_rows, with_rows_unchecked
from crossfoot.review.session import Review
from crossfoot.review.versions.comparing import Fate
from crossfoot.workspace import SUFFIX, Workspace


def import_files(given: argparse.Namespace) -> int:
    """Bring files into a workspace: a line for each, and one at the end."""
    if given.replace is not None:
        return _replace(given)
    files = find_files(given.paths)
    dictionary = assets.dictionary()
    with Workspace.open(given.workspace, create=True) as workspace:
        review = Review(workspace, dictionary)
        checks_follow = len(files) > CHECKED_ON_THE_WAY
        ready = with_rows_unchecked if checks_follow else partial(with_rows, call_in=dict(review.call_in_rules()))
        bringing = Bringing(review)
        for path, results in each_prepared(files, dictionary, given.jobs, review.taught(), ready):
            bringing.take(path, results)
        bringing.store()
        _tell_twins(review, bringing.fresh)
    tell(f"{bringing.kept} imported, {bringing.refused} not." if files else "No documents were found there.")
    if checks_follow and bringing.kept:
        tell("They are checked when the workspace is opened, or when something is asked of them.")
    return FAILED if bringing.refused or not files else 0


def _tell_twins(review: Review, fresh: Collection[str]) -> None:
    """Say which documents that came in look like new versions of others, and how they take their places."""
    for old, new in review.twins(fresh):
        tell(
            f"{review.document(new).path}: looks like another version of {old} "
            f"({Path(review.document(old).path).name}): import it with --replace {old} to put it in its place."
        )


def _replace(given: argparse.Namespace) -> int:
    """Put a file in the place of a document, and say what became of the figures, the decisions and the notes."""
    files = find_files(given.paths)
    if len(files) != 1:
        raise WorldError(f"--replace takes one file, and {len(files)} were named: name the new version alone.")
    with opened(given.workspace) as review:
        ((path, prepared),) = each_prepared(files, assets.dictionary(), 1, review.taught())
        if isinstance(prepared, WorldError):
            raise prepared
        if len(prepared) > 1:
            raise WorldError(f"{path.name} holds {len(prepared)} records, and --replace takes one: import it without.")
        done = review.replace_document(given.replace, prepared[0])
    print(f"{path}: {done.document} in the place of {given.replace}: {done.comparison.words}")
    for fate in done.comparison.figures:
        if fate.old is not None and fate.was_decided and fate.fate in {Fate.CHANGED, Fate.LOST}:
            now = f"now “{fate.new.quote}”, to be decided again" if fate.new is not None else "no longer there"
            print(f"  {STATE_WORDS[fate.old.state]} “{fate.old.printed.quote}”: {now}")
    for lost in done.comparison.lost_notes:
        quote = " ".join(lost.note.quote.split())
        print(f"  note on “{quote}”: its words are no longer there. {lost.note.comment}".rstrip())
    if done.comparison.stays:
        print(f"  {done.comparison.stays}")
    return 0


def extract(given: argparse.Namespace) -> int:
    """Print figures and record facts of files."""
    prepared, status = prepared_files(given.paths)
    if given.format == "json":
        print_json(
            {
                "documents": [
                    extraction_json(each.path, each.sha256, each.reading, each.extraction, check_prepared(each))
                    for each in prepared
                ]
            }
        )
        return status
    headings = ("file", "value", "unit", "indicator", "label", "subject", "period", "nature", "section", "place")
    rows = [
        (
            Path(each.path).name,
            figure.value if given.format == "csv" else figure_words(figure),
            figure.unit or "",
            figure.indicator or "",
            figure.label,
            figure.subject,
            period_words(figure.period),
            figure.nature or "",
            figure.section or "",
            f"{figure.span.start}-{figure.span.end}",
        )
        for each in prepared
        for figure in each.extraction.figures
    ]
    if given.format == "csv":
        print_csv(headings, rows)
        return status
    for each in prepared:
        record = each.extraction.record
        print(f"{each.path}: {record.title or 'no title'}")
        facts = {
            "council": record.council,
            "reference": record.reference,
            "meeting": record.meeting_date and day_words(record.meeting_date),
            "call-in": record.call_in and day_words(record.call_in),
            "Proper Officer": record.proper_officer_date and day_words(record.proper_officer_date),
            "resolutions": len(record.resolutions),
            "figures": len(each.extraction.figures),
        }
        print("".join(f"  {name}: {fact}\n" for name, fact in facts.items() if fact is not None), end="")
    print_table(headings, rows)
    return status


def check(given: argparse.Namespace) -> int:
    """Print the findings of files or of one workspace."""
    if any(path.suffix == SUFFIX for path in given.paths):
        if len(given.paths) > 1:
            raise WorldError("A workspace is checked alone: name it without other files.")
        with opened(given.paths[0]) as review:
            names = {row.id: row.title for row in review.documents()}
            print_findings(given.format, [(names[document], finding) for document, finding in review.findings()])
        return 0
    prepared, status = prepared_files(given.paths)
    across = compare_prepared(prepared) if len(prepared) > 1 else {}
    found = [(p.path, finding) for p in prepared for finding in (*check_prepared(p), *across.get(p.path, ()))]
    print_findings(given.format, found, of_files=True)
    return status
