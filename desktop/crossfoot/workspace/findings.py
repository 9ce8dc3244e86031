"""What the checks said last, kept so that opening a workspace need not run them all again.

Derived, and replaced whole for a document whenever one of its figures changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from crossfoot.model import Finding
from crossfoot.workspace.codec import digest, dumps, loads


@dataclass(frozen=True)
class FindingStore:
    """The findings of one workspace file."""

    db: Database

    def replace(self, document_id: str, findings: Sequence[Finding]) -> None:
        """Put ``findings`` in the place of those that a document had; nothing is written where they are the same."""
        self.put(document_id, [dumps(finding) for finding in findings])

    def put(self, document_id: str, data: Sequence[str]) -> None:
        """Do as :meth:`replace` does with findings that are JSON already."""
        seal = digest(document_id, *data)
        if self.seal(document_id) == seal:
            return
        self.db.execute("DELETE FROM findings WHERE document = ?", [document_id])
        self.db.conn.executemany(
            "INSERT INTO findings (document, place, data) VALUES (?, ?, ?)",
            [(document_id, place, item) for place, item in enumerate(data)],
        )
        self.db.execute(
            "INSERT INTO finding_sets (document, digest) VALUES (?, ?) "
            "ON CONFLICT (document) DO UPDATE SET digest = excluded.digest",
            [document_id, seal],
        )

    def seal(self, document_id: str) -> str | None:
        """Return the digest of a document's findings, or None where none were ever stored."""
        row = self.db.execute("SELECT digest FROM finding_sets WHERE document = ?", [document_id]).fetchone()
        return str(row[0]) if row else None

    def unchecked(self) -> set[str]:
        """Return the documents that no findings were ever stored of."""
        rows = self.db.execute("SELECT id FROM documents WHERE id NOT IN (SELECT document FROM finding_sets)")
        return {row[0] for row in rows.fetchall()}

    def query_counts(self) -> dict[str, int]:
        """Return how many queries are stored of each document that has any."""
        rows = self.db.execute("SELECT document, count(*) FROM findings WHERE verdict = 'query' GROUP BY document")
        return dict(rows.fetchall())

    def verdicts(self) -> Iterator[tuple[str, str]]:
        """Yield (figure id, verdict) for every figure of every stored finding, once for each verdict."""
        return iter(
            self.db.execute(
                "SELECT DISTINCT each.value, findings.verdict "
                "FROM findings, json_each(findings.data, '$.figures') AS each"
            ).fetchall()
        )

    def of(self, document_id: str) -> tuple[Finding, ...] | None:
        """Return a document's findings; None where they were never stored or are damaged, so must be made again."""
        data = [
            str(row[0])
            for row in self.db.execute("SELECT data FROM findings WHERE document = ? ORDER BY place", [document_id])
        ]
        if digest(document_id, *data) != self.seal(document_id):
            return None
        return tuple(loads(Finding, item) for item in data)

    def put_sketch(self, document_id: str, data: str) -> None:
        """Keep the JSON of what others are compared with by the rules over several records."""
        self.db.execute(
            "INSERT INTO sketches (document, data, digest) VALUES (?, ?, ?) "
            "ON CONFLICT (document) DO UPDATE SET data = excluded.data, digest = excluded.digest "
            "WHERE digest <> excluded.digest",
            [document_id, data, digest(document_id, data)],
        )

    def sketches(self) -> dict[str, str]:
        """Return the JSON of every document's sketch that is as it was written; the others must be made again."""
        rows = self.db.execute("SELECT document, data, digest FROM sketches").fetchall()
        return {document: data for document, data, seal in rows if digest(document, data) == seal}
