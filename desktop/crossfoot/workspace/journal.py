"""The journal: who did what to what, when and why; written at its end and nowhere else.

Rows of one act carry the same ``group`` (the sequence number of the act's first row) and are undone
together. An undo is an act of its own with the verb "undo" whose ``undoes`` names the act that it
takes back; a redo takes back an undo. So what can be undone is read from the journal alone, and
survives a restart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlite_utils import Database

from crossfoot.model import JournalRow
from crossfoot.workspace.codec import digest

UNDO = "undo"
REDO = "redo"

BACK = "go_back"
"""The verb of an act that takes back everything since a point; redo does all of it again."""

_TAKES_BACK = (UNDO, BACK)

REREAD = "read_again"
"""The verb of acts in which newer rules read a text again. They change no decision, so undo goes past them."""

NOTHING = "null"
"""The JSON of "not there": before a thing was made and after it was taken away."""

_COLUMNS = "seq, at, reviewer, verb, target_kind, target, document, before, after, reason, act, undoes, digest"


class TargetKind(StrEnum):
    """What a row of the journal is about."""

    FIGURE = "figure"
    ANNOTATION = "annotation"
    DOCUMENT = "document"
    SECOND_CHECK = "second_check"
    SIGN_OFF = "sign_off"
    RULE = "rule"
    FINDING = "finding"
    OWN_CHECK = "own_check"
    CALL_IN = "call_in"
    VIEW = "view"
    CODE = "code"
    KEPT_CHOICE = "kept_choice"


@dataclass(frozen=True, slots=True)
class Entry:
    """One change that an act makes: a target, what it was and what it becomes, as JSON text.

    ``document`` is None for what belongs to the whole workspace, as a taught rule does.
    """

    kind: TargetKind
    target: str
    document: str | None
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Act:
    """What every row of an act shares. ``undoes`` is the act that an undo or redo takes back."""

    verb: str
    at: datetime
    reviewer: str
    reason: str = ""
    undoes: int | None = None


@dataclass(frozen=True)
class Journal:
    """The journal of one workspace file."""

    db: Database

    def next_seq(self) -> int:
        """Return the sequence number that the next row will carry."""
        row = self.db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'journal'").fetchone()
        return (row[0] if row else 0) + 1

    def append(self, act: Act, entries: Sequence[Entry]) -> tuple[JournalRow, ...]:
        """Write an act's rows, chained to the row before, and return them; for use inside a transaction."""
        last = self.db.execute("SELECT digest FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
        chain = last[0] if last else ""
        first = self.next_seq()
        rows: list[JournalRow] = []
        for seq, entry in enumerate(entries, first):
            row = JournalRow(
                seq=seq,
                at=act.at,
                reviewer=act.reviewer,
                verb=act.verb,
                target_kind=entry.kind.value,
                target=entry.target,
                document=entry.document,
                before=entry.before,
                after=entry.after,
                reason=act.reason,
                group=first,
                undoes=act.undoes,
                digest="",
            )
            chain = row_digest(row, chain)
            rows.append(_sealed(row, chain))
        self.db.conn.executemany(
            f"INSERT INTO journal ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - names above
            [_cells(row) for row in rows],
        )
        return tuple(rows)

    def rows(self, *, target: str | None = None, document: str | None = None) -> tuple[JournalRow, ...]:
        """Return the rows about a target, a document or everything, newest first."""
        return tuple(
            _row(cells)
            for cells in self.db.execute(
                f"SELECT {_COLUMNS} FROM journal WHERE (:target IS NULL OR target = :target) "  # noqa: S608 - names above
                "AND (:document IS NULL OR document = :document) ORDER BY seq DESC",
                {"target": target, "document": document},
            )
        )

    def digests(self) -> tuple[str, ...]:
        """Return the digest of every row, oldest first: equal beginnings of two journals have equal ones."""
        return tuple(row[0] for row in self.db.execute("SELECT digest FROM journal ORDER BY seq"))

    def act(self, group: int) -> tuple[JournalRow, ...]:
        """Return the rows of one act in the order in which they were done."""
        return tuple(
            _row(cells)
            for cells in self.db.execute(f"SELECT {_COLUMNS} FROM journal WHERE act = ? ORDER BY seq", [group])  # noqa: S608 - names above
        )

    def rows_after(self, seq: int) -> tuple[JournalRow, ...]:
        """Return what the officer did after the act of a row, oldest first; readings by newer rules are left out."""
        return tuple(
            _row(cells)
            for cells in self.db.execute(
                f"SELECT {_COLUMNS} FROM journal WHERE verb <> ? AND act > "  # noqa: S608 - names above
                "(SELECT act FROM journal WHERE seq = ?) ORDER BY seq",
                [REREAD, seq],
            )
        )

    def act_to_undo(self) -> int | None:
        """Return the newest act that stands, or None where everything has been taken back."""
        found = self._newest_before(None)
        while found is not None:
            group, verb, undoes = found
            if verb not in _TAKES_BACK:
                return group
            # What was undone last is out; what stood before it was done is next.
            found = self._newest_before(undoes)
        return None

    def undo_to_redo(self) -> int | None:
        """Return the undo that a redo would take back, or None where an act came after the last undo."""
        found = self._newest_before(None)
        while found is not None:
            group, verb, undoes = found
            if verb in _TAKES_BACK:
                return group
            if verb != REDO:
                return None
            # A redo used up its undo; what could be redone before that undo is next. A going back had ended that.
            found = None if self._verb_of(undoes) == BACK else self._newest_before(undoes)
        return None

    def root(self, group: int) -> int:
        """Return the act of the officer that an undo or redo goes back to, through any chain of them.

        One that took back everything since a point stands for itself.
        """
        while True:
            row = self.db.execute("SELECT undoes, verb FROM journal WHERE act = ? LIMIT 1", [group]).fetchone()
            if row is None or row[0] is None or row[1] == BACK:
                return group
            group = row[0]

    def _verb_of(self, group: int | None) -> str | None:
        """Return the verb of an act, or None where there is no such act."""
        row = self.db.execute("SELECT verb FROM journal WHERE act = ? LIMIT 1", [group]).fetchone()
        return str(row[0]) if row else None

    def _newest_before(self, group: int | None) -> tuple[int, str, int | None] | None:
        """Return (act, verb, undoes) of the newest act of the officer before ``group``, or of all."""
        row = self.db.execute(
            "SELECT act, verb, undoes FROM journal WHERE (:group IS NULL OR seq < :group) AND verb <> :reread "
            "ORDER BY seq DESC LIMIT 1",
            {"group": group, "reread": REREAD},
        ).fetchone()
        return (row[0], row[1], row[2]) if row else None

    def broken_rows(self) -> Iterable[int]:
        """Yield the sequence number of every row whose digest does not follow from it and the row before."""
        chain, expected = "", 1
        for cells in self.db.execute(f"SELECT {_COLUMNS} FROM journal ORDER BY seq"):  # noqa: S608 - names above
            try:
                row = _row(cells)
                sound = row.seq == expected and row_digest(row, chain) == row.digest
            except (ValueError, TypeError):
                sound = False
            if not sound:
                yield cells[0]
            chain, expected = cells[12], cells[0] + 1


def row_digest(row: JournalRow, before: str) -> str:
    """Return the SHA-256 of a row's cells and of the digest of the row before it."""
    cells = _cells(row)[:-1]
    return digest(before, *(None if cell is None else str(cell) for cell in cells))


def _cells(row: JournalRow) -> tuple[str | int | None, ...]:
    """Return a row as its columns in order."""
    return (
        row.seq,
        row.at.isoformat(),
        row.reviewer,
        row.verb,
        row.target_kind,
        row.target,
        row.document,
        row.before,
        row.after,
        row.reason,
        row.group,
        row.undoes,
        row.digest,
    )


def _row(cells: Sequence[object]) -> JournalRow:
    """Return the row that a line of the table holds."""
    seq, at, reviewer, verb, kind, target, document, before, after, reason, group, undoes, seal = cells
    return JournalRow(
        seq=int(str(seq)),
        at=datetime.fromisoformat(str(at)),
        reviewer=str(reviewer),
        verb=str(verb),
        target_kind=str(kind),
        target=str(target),
        document=None if document is None else str(document),
        before=str(before),
        after=str(after),
        reason=str(reason),
        group=int(str(group)),
        undoes=None if undoes is None else int(str(undoes)),
        digest=str(seal),
    )


def _sealed(row: JournalRow, seal: str) -> JournalRow:
    """Return the row with its digest."""
    return _row((*_cells(row)[:-1], seal))
