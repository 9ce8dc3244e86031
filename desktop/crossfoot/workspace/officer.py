"""The officer's layer: what the journal adds up to, kept at hand in four tables.

Nothing is written here but through :meth:`OfficerLayer.apply`, which reads rows of the journal in
their order and keeps the last ``after`` of every target. So the layer can always be thrown away and
made again from the journal, and ``verify`` compares the two.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from sqlite_utils import Database

from crossfoot.model import Annotation, DamagedError, Earlier, Figure, JournalRow, State, TaughtRule
from crossfoot.model.assurance import SecondCheck, SignOff
from crossfoot.model.codebook import Code
from crossfoot.model.judging import CouncilCallIn, FindingDecision, OwnCheck
from crossfoot.model.views import SavedView
from crossfoot.workspace.codec import digest, loads
from crossfoot.workspace.journal import NOTHING, TargetKind

_TABLES: Mapping[str, str] = MappingProxyType(
    {
        TargetKind.FIGURE.value: "figure_states",
        TargetKind.ANNOTATION.value: "annotations",
        TargetKind.DOCUMENT.value: "bin",
        TargetKind.SECOND_CHECK.value: "second_checks",
        TargetKind.SIGN_OFF.value: "sign_offs",
        TargetKind.RULE.value: "taught_rules",
        TargetKind.FINDING.value: "finding_decisions",
        TargetKind.OWN_CHECK.value: "own_checks",
        TargetKind.CALL_IN.value: "call_in_rules",
        TargetKind.VIEW.value: "saved_views",
        TargetKind.CODE.value: "codebook",
        TargetKind.KEPT_CHOICE.value: "kept_choices",
    }
)


@dataclass(frozen=True, slots=True)
class FigureState:
    """What the officer holds of one figure.

    ``step`` is the size of the last digit of a corrected value, as the officer typed it. ``added`` is
    the figure itself where the officer put it there. ``reading`` numbers the extraction whose figure was
    decided on, None being the document's first: newer rules must not change what was decided. ``earlier`` is
    what was decided in the version of the document that this one replaced, where it reads differently now.
    """

    state: State = State.UNREVIEWED
    corrected: Mapping[str, str] = field(default_factory=dict)
    step: Decimal | None = None
    note: str = ""
    reason: str = ""
    reviewer: str = ""
    reviewed_at: datetime | None = None
    added: Figure | None = None
    reading: int | None = None
    earlier: Earlier | None = None


@dataclass(frozen=True)
class OfficerLayer:
    """The four tables of one workspace file."""

    db: Database
    path: Path

    def apply(self, rows: Iterable[JournalRow]) -> None:
        """Bring the layer up to the rows, in their order; for use inside the journal's transaction."""
        for row in rows:
            table, after = _TABLES[row.target_kind], standing(row.target_kind, row.after)
            if after is None:
                self.db.execute(f"DELETE FROM {table} WHERE id = ?", [row.target])  # noqa: S608 - a name of the table above
            else:
                self.db.execute(
                    f"INSERT INTO {table} (id, document, data, digest) VALUES (?, ?, ?, ?) "  # noqa: S608 - a name of the table above
                    "ON CONFLICT (id) DO UPDATE SET data = excluded.data, digest = excluded.digest",
                    [row.target, row.document, after, digest(row.target, row.document, after)],
                )

    def figure_states(self, document_id: str) -> dict[str, FigureState]:
        """Return the states of a document's figures by figure id; those never touched are left out."""
        return {target: loads(FigureState, data) for target, data in self._tested("figure_states", document_id)}

    def annotations(self, document_id: str) -> tuple[Annotation, ...]:
        """Return a document's annotations in the order of their places."""
        found = [loads(Annotation, data) for _, data in self._tested("annotations", document_id)]
        return tuple(sorted(found, key=lambda a: (a.span, int(a.id[1:]))))

    def second_checks(self, document_id: str) -> dict[str, SecondCheck]:
        """Return what second reviewers said of a document's figures, by figure id."""
        return {target: loads(SecondCheck, data) for target, data in self._tested("second_checks", document_id)}

    def sign_off(self, document_id: str) -> SignOff | None:
        """Return the name that stands under a document, or None."""
        return next((loads(SignOff, data) for _, data in self._tested("sign_offs", document_id)), None)

    def finding_decisions(self, document_id: str) -> dict[str, FindingDecision]:
        """Return what was decided on a document's findings, by the id of the finding."""
        found = [loads(FindingDecision, data) for _, data in self._tested("finding_decisions", document_id)]
        return {decision.finding: decision for decision in found}

    def judged(self) -> set[str]:
        """Return the documents with a finding that was decided on."""
        return {row[0] for row in self.db.execute("SELECT DISTINCT document FROM finding_decisions").fetchall()}

    def signed(self) -> set[str]:
        """Return the documents that a name stands under."""
        return {row[0] for row in self.db.execute("SELECT document FROM sign_offs").fetchall()}

    def call_in_rules(self) -> dict[str, CouncilCallIn]:
        """Return the call-in rules that were set, by the council's name in small letters."""
        return {target: loads(CouncilCallIn, data) for target, data in self._tested("call_in_rules", None)}

    def own_checks(self) -> tuple[OwnCheck, ...]:
        """Return the officer's own checks in the order in which they were made."""
        found = [loads(OwnCheck, data) for _, data in self._tested("own_checks", None)]
        return tuple(sorted(found, key=lambda check: int(check.id[1:])))

    def all_annotations(self) -> Iterator[Annotation]:
        """Yield the annotations of every document that is not in the bin; raise DamagedError where one is damaged."""
        rows = self.db.execute(
            "SELECT DISTINCT document FROM annotations WHERE document NOT IN (SELECT id FROM bin) ORDER BY document"
        )
        for (document_id,) in rows.fetchall():
            yield from self.annotations(document_id)

    def rules(self) -> tuple[TaughtRule, ...]:
        """Return the taught rules in the order in which they were made."""
        found = [loads(TaughtRule, data) for _, data in self._tested("taught_rules", None)]
        return tuple(sorted(found, key=lambda rule: [int(part) for part in rule.id[1:].split(".")]))

    def codes(self) -> tuple[Code, ...]:
        """Return what tags and colours mean."""
        return tuple(loads(Code, data) for _, data in self._tested("codebook", None))

    def views(self) -> tuple[SavedView, ...]:
        """Return the named views and searches, by name."""
        found = [loads(SavedView, data) for _, data in self._tested("saved_views", None)]
        return tuple(sorted(found, key=lambda view: (view.name.casefold(), view.id)))

    def kept_choices(self) -> frozenset[str]:
        """Return the ids of the differences to other copies over which what is here was kept."""
        return frozenset(target for target, _ in self._tested("kept_choices", None))

    def _tested(self, table: str, document_id: str | None) -> Iterator[tuple[str, str]]:
        """Yield id and data of the rows of a document, or of none; raise DamagedError where one was not written so."""
        for target, data, seal in self.db.execute(
            f"SELECT id, data, digest FROM {table} WHERE document IS ?",  # noqa: S608 - a name of the table above
            [document_id],
        ):
            if digest(target, document_id, data) != seal:
                raise DamagedError(
                    f"{self.path}: the stored decision on {target} is damaged (its SHA-256 differs): "
                    "restore a backup, and keep this file for rescue."
                )
            yield target, data

    def _tables(self) -> dict[str, str]:
        """Return the tables by the kind of their targets; a backup of an older form lacks the younger ones."""
        there = {name for (name,) in self.db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        return {kind: table for kind, table in _TABLES.items() if table in there}

    def binned(self) -> tuple[str, ...]:
        """Return the ids of the documents in the bin."""
        return tuple(row[0] for row in self.db.execute("SELECT id FROM bin ORDER BY id"))

    def unsealed(self) -> tuple[str, ...]:
        """Return the targets whose row does not have the SHA-256 that was written with it."""
        return tuple(
            target
            for table in self._tables().values()
            for target, document_id, data, seal in self.db.execute(
                f"SELECT id, document, data, digest FROM {table}"  # noqa: S608 - a name of the table above
            )
            if digest(target, document_id, data) != seal
        )

    def contents(self) -> dict[tuple[str, str], str]:
        """Return everything as {(target kind, target): JSON}, to be compared with the journal."""
        return {
            (kind, row[0]): row[1]
            for kind, table in self._tables().items()
            for row in self.db.execute(f"SELECT id, data FROM {table}")  # noqa: S608 - a name of the table above
        }


def standing(kind: str, after: str) -> str | None:
    """Return the JSON that a row leaves in its table, or None where it leaves nothing there.

    The bin is the one table that works the other way round: a document that is not in the
    workspace, because it was taken out or because its import was undone, stands in it.
    """
    if kind == TargetKind.DOCUMENT.value:
        gone = after == NOTHING or bool(json.loads(after).get("binned"))
        return '{"binned":true}' if gone else None
    return None if after == NOTHING else after


def replay(rows: Iterable[JournalRow]) -> dict[tuple[str, str], str]:
    """Return what the layer must hold after ``rows``, oldest first, in the form of ``contents``."""
    layer: dict[tuple[str, str], str] = {}
    for row in rows:
        key, after = (row.target_kind, row.target), standing(row.target_kind, row.after)
        if after is None:
            layer.pop(key, None)
        else:
            layer[key] = after
    return layer
