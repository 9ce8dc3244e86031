"""What the officer was typing and had not yet finished: kept beside the journal, so that it outlives a crash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlite_utils import Database

from crossfoot.model import Span
from crossfoot.workspace.codec import digest, dumps, loads


class DraftKind(StrEnum):
    """What was being written."""

    COMMENT = "comment"
    NOTE = "note"
    QUESTION = "question"
    REASON = "reason"
    EDIT = "edit"


@dataclass(frozen=True, slots=True)
class Draft:
    """A half-typed text. ``target`` is the figure or annotation that it is for, or empty where ``span`` says it."""

    kind: DraftKind
    document: str
    target: str
    text: str
    at: datetime
    span: Span | None = None

    @property
    def key(self) -> str:
        """Return what tells this draft from others: the kind and the place."""
        where = f"{self.span.start}-{self.span.end}" if self.span else ""
        return f"{self.kind}:{self.document}:{self.target}:{where}"


@dataclass(frozen=True)
class DraftStore:
    """The drafts of one workspace file."""

    db: Database

    def put(self, draft: Draft) -> None:
        """Keep a draft in the place of the one before; without words, keep none."""
        if not draft.text.strip():
            self.db.execute("DELETE FROM drafts WHERE key = ?", [draft.key])
            return
        data = dumps(draft)
        self.db.execute(
            "INSERT INTO drafts (key, data, digest) VALUES (?, ?, ?) "
            "ON CONFLICT (key) DO UPDATE SET data = excluded.data, digest = excluded.digest",
            [draft.key, data, digest(draft.key, data)],
        )

    def all(self) -> tuple[Draft, ...]:
        """Return the drafts, newest first; one that is not what was written is left out: it is no decision."""
        rows = self.db.execute("SELECT key, data, digest FROM drafts").fetchall()
        found = [loads(Draft, data) for key, data, seal in rows if digest(key, data) == seal]
        return tuple(sorted(found, key=lambda draft: draft.at, reverse=True))
