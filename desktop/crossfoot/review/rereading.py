"""Documents are read again by newer rules; every decision stays with its figure.

The text is the one that was stored at import. What the newer rules find in it is stored beside what was found
before, in a transaction for each document, and the journal says what became of the figures. A figure that they
find again keeps its id, and with the id its decision, its note and its history.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from crossfoot.extraction.extractor import VERSION
from crossfoot.model import Changes, Document, Extraction, Figure, State, WorldError
from crossfoot.review.ledger import Ledger
from crossfoot.review.matching import anchors, match_in_same_text
from crossfoot.review.readings import reads_alike
from crossfoot.review.shelf import Sheet, Shelf
from crossfoot.workspace import REREAD, Entry, TargetKind, dumps


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the figures of documents that were read again; ``kept`` read as before, ``changed`` differently.

    kept + changed + new is what the newer rules found. ``gone`` is what only the older ones had found, of which
    ``gone_decided`` carry a decision or a note and therefore stay in sight.
    """

    documents: int = 0
    kept: int = 0
    changed: int = 0
    new: int = 0
    gone: int = 0
    gone_decided: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Add two tallies up."""
        return Tally(
            self.documents + other.documents,
            self.kept + other.kept,
            self.changed + other.changed,
            self.new + other.new,
            self.gone + other.gone,
            self.gone_decided + other.gone_decided,
        )

    @property
    def words(self) -> str:
        """Return the tally in words: "41 figures as before, 2 read differently, 3 new, 1 gone"."""
        figures = "figure" if self.kept == 1 else "figures"
        said = [f"{self.kept:,} {figures} as before"]
        said += [f"{n:,} {what}" for n, what in ((self.changed, "read differently"), (self.new, "new")) if n]
        if self.gone:
            decided = f", {self.gone_decided:,} of them decided and kept in sight" if self.gone_decided else ""
            said.append(f"{self.gone:,} gone{decided}")
        return ", ".join(said)


def outdated(shelf: Shelf, version: str) -> tuple[str, ...]:
    """Return the documents that were last read by other rules than ``version``, the officer's own included.

    Signed ones are left out: a signature stands under what was read, and would lapse.
    """
    return tuple(
        each for each, read_by in shelf.versions().items() if read_by != version and shelf.sign_off(each) is None
    )


def outgrown(shelf: Shelf) -> tuple[str, ...]:
    """Return the documents that an older version of the program has read, without those that are signed."""
    return tuple(
        each for each, read_by in shelf.versions().items() if _is_older(read_by) and shelf.sign_off(each) is None
    )


def _is_older(version: str) -> bool:
    """Tell whether a version, but for what the officer taught, comes before the program's own."""
    program = version.partition("+")[0]
    return program.isdecimal() and int(program) < int(VERSION)


def keep(ledger: Ledger, document_id: str, extraction: Extraction) -> tuple[Changes, Tally]:
    """Store another reading of a document's text, and return what it changed and what became of the figures.

    Raise WorldError where the document lies in the bin, or where the workspace cannot be written.
    """
    if document_id not in ledger.shelf.ids():
        raise WorldError(f"{document_id} is in the bin: take it out again before it is read anew.")
    document, sheet = ledger.shelf.document(document_id), ledger.shelf.sheet(document_id)
    renamed, gone = _with_old_ids(document, sheet, extraction)
    tally = _tally(sheet, renamed, gone)

    def store() -> list[Entry]:
        ledger.shelf.workspace.documents.add_extraction(document_id, renamed)
        facts = {"binned": False, "path": document.path, "sha256": document.sha256}
        before = {**facts, "version": document.extraction.version}
        after = {
            **facts,
            "version": extraction.version,
            "kept": tally.kept,
            "changed": tally.changed,
            "new": [figure.id for figure in renamed.figures if figure.id not in sheet.readings.found],
            "gone": sorted(gone),
        }
        return [Entry(TargetKind.DOCUMENT, document_id, document_id, dumps(before), dumps(after))]

    changes = ledger.act(REREAD, store, reason=tally.words, reread=document_id)
    return changes, tally


def _with_old_ids(document: Document, sheet: Sheet, extraction: Extraction) -> tuple[Extraction, frozenset[str]]:
    """Return the new reading with the ids of the figures that were known before, and the ids that are gone.

    Known are the figures of the last reading, those that the officer added, and those kept in sight though gone.
    """
    readings = sheet.readings
    shown = {figure.printed.id: figure.printed for figure in sheet.figures.values()}
    known = {**shown, **readings.found}
    matching = match_in_same_text(anchors(document.text, known.values()), anchors(document.text, extraction.figures))
    kept = {match.new: match.old for match in matching.matched}
    former = {**readings.former(), **known}
    taken = set(kept.values())
    figures = []
    for figure in extraction.figures:
        local = kept.get(figure.id) or _free_id(figure, former, taken)
        taken.add(local)
        figures.append(replace(figure, id=local))
    return replace(extraction, figures=tuple(figures)), frozenset(matching.gone) & readings.found.keys()


def _free_id(figure: Figure, former: Mapping[str, Figure], taken: set[str]) -> str:
    """Return an id that no other figure of the document ever had; one that went and came back takes its own again."""
    local, attempt = figure.id, 1
    while local in taken or (local in former and former[local].span != figure.span):
        attempt += 1
        local = f"{figure.id}.n{attempt}"
    return local


def _tally(sheet: Sheet, extraction: Extraction, gone: frozenset[str]) -> Tally:
    """Count what became of the figures of a document."""
    before = sheet.readings.found
    added = {figure.printed.id: figure.printed for figure in sheet.figures.values()}
    known = {**added, **before}
    again = [figure for figure in extraction.figures if figure.id in known]
    changed = sum(not reads_alike(figure, known[figure.id]) for figure in again)
    held = {f.printed.id for f in sheet.figures.values() if f.state is not State.UNREVIEWED or f.note}
    return Tally(
        documents=1,
        kept=len(again) - changed,
        changed=changed,
        new=len(extraction.figures) - len(again),
        gone=len(gone),
        gone_decided=len(gone & held),
    )
