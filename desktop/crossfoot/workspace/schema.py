"""The tables of a workspace, from version 1 on; every later version is one more migration here.

Three layers that never mix:

- the machine's: ``originals``, ``documents``, ``extractions``, ``figures``, and the derived ``findings``;
- the journal, append-only, where triggers refuse every change of what is written;
- the officer's: ``figure_states``, ``annotations``, ``bin``, ``taught_rules``, ``finding_decisions``, ``own_checks``
  and others: what the journal adds up to, and rebuilt from it.

Beside them lies what a search reads, derived from all three.

A row's truth is its JSON in ``data``; the columns beside it are generated from that, so that SQL can
sort and count without a second truth that could differ.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from crossfoot.model import Record
from crossfoot.workspace.codec import loads
from crossfoot.workspace.packing import placed_passages
from crossfoot.workspace.search.passages import PassageIndex
from crossfoot.workspace.search.schema import TABLES as SEARCH_TABLES

APPLICATION_ID = 0x43466F74
"""The four letters "CFot" in the header of every workspace."""

migrations = Migrations("crossfoot")

_VERSION_1 = (
    """CREATE TABLE originals (
        sha256 TEXT PRIMARY KEY NOT NULL,
        bytes BLOB NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE documents (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        path TEXT NOT NULL,
        sha256 TEXT NOT NULL REFERENCES originals (sha256),
        reader TEXT NOT NULL,
        text TEXT NOT NULL,
        layout BLOB NOT NULL,
        notes TEXT NOT NULL,
        imported_at TEXT NOT NULL,
        digest TEXT NOT NULL
    )""",
    "CREATE INDEX documents_sha256 ON documents (sha256)",
    """CREATE TABLE extractions (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        document TEXT NOT NULL REFERENCES documents (id),
        version TEXT NOT NULL,
        record TEXT NOT NULL,
        statements TEXT NOT NULL,
        commitments TEXT NOT NULL,
        digest TEXT NOT NULL,
        title TEXT GENERATED ALWAYS AS (json_extract(record, '$.title')) VIRTUAL,
        council TEXT GENERATED ALWAYS AS (json_extract(record, '$.council')) VIRTUAL,
        meeting_date TEXT GENERATED ALWAYS AS (json_extract(record, '$.meeting_date')) VIRTUAL
    )""",
    "CREATE INDEX extractions_document ON extractions (document)",
    """CREATE TABLE figures (
        extraction INTEGER NOT NULL REFERENCES extractions (number),
        place INTEGER NOT NULL,
        id TEXT NOT NULL,
        data TEXT NOT NULL,
        value TEXT GENERATED ALWAYS AS (json_extract(data, '$.value')) VIRTUAL,
        sort_value REAL GENERATED ALWAYS AS (CAST(json_extract(data, '$.value') AS REAL)) VIRTUAL,
        unit TEXT GENERATED ALWAYS AS (json_extract(data, '$.unit')) VIRTUAL,
        indicator TEXT GENERATED ALWAYS AS (json_extract(data, '$.indicator')) VIRTUAL,
        PRIMARY KEY (extraction, place)
    ) WITHOUT ROWID""",
    """CREATE TABLE finding_sets (
        document TEXT PRIMARY KEY NOT NULL REFERENCES documents (id),
        digest TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE findings (
        document TEXT NOT NULL REFERENCES documents (id),
        place INTEGER NOT NULL,
        data TEXT NOT NULL,
        verdict TEXT GENERATED ALWAYS AS (json_extract(data, '$.verdict')) VIRTUAL,
        PRIMARY KEY (document, place)
    ) WITHOUT ROWID""",
    """CREATE TABLE journal (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        reviewer TEXT NOT NULL,
        verb TEXT NOT NULL,
        target_kind TEXT NOT NULL,
        target TEXT NOT NULL,
        document TEXT,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        reason TEXT NOT NULL,
        act INTEGER NOT NULL,
        undoes INTEGER,
        digest TEXT NOT NULL
    )""",
    "CREATE INDEX journal_act ON journal (act)",
    "CREATE INDEX journal_target ON journal (target)",
    "CREATE INDEX journal_document ON journal (document)",
    """CREATE TRIGGER journal_keeps_what_is_written BEFORE UPDATE ON journal
       BEGIN SELECT RAISE(ABORT, 'the journal cannot be changed'); END""",
    """CREATE TRIGGER journal_keeps_every_row BEFORE DELETE ON journal
       BEGIN SELECT RAISE(ABORT, 'the journal cannot be shortened'); END""",
    """CREATE TABLE figure_states (
        id TEXT PRIMARY KEY NOT NULL,
        document TEXT NOT NULL REFERENCES documents (id),
        data TEXT NOT NULL,
        digest TEXT NOT NULL,
        state TEXT GENERATED ALWAYS AS (json_extract(data, '$.state')) VIRTUAL
    ) WITHOUT ROWID""",
    "CREATE INDEX figure_states_document ON figure_states (document)",
    """CREATE TABLE annotations (
        id TEXT PRIMARY KEY NOT NULL,
        document TEXT NOT NULL REFERENCES documents (id),
        data TEXT NOT NULL,
        digest TEXT NOT NULL,
        comment TEXT GENERATED ALWAYS AS (json_extract(data, '$.comment')) VIRTUAL
    ) WITHOUT ROWID""",
    "CREATE INDEX annotations_document ON annotations (document)",
    """CREATE TABLE bin (
        id TEXT PRIMARY KEY NOT NULL REFERENCES documents (id),
        document TEXT NOT NULL,
        data TEXT NOT NULL,
        digest TEXT NOT NULL
    ) WITHOUT ROWID""",
)


def _lay_officers(db: Database, table: str, document: str = "TEXT") -> None:
    """Lay a table of the officer's layer, whose kinds all have the same columns; ``document`` is that column's type.

    Files hold these tables as they were laid: another form is another migration, never a change here.
    """
    db.execute(
        f"""CREATE TABLE {table} (
            id TEXT PRIMARY KEY NOT NULL,
            document {document},
            data TEXT NOT NULL,
            digest TEXT NOT NULL
        ) WITHOUT ROWID"""
    )


@migrations()
def version_1(db: Database) -> None:
    """Lay the first tables."""
    for statement in _VERSION_1:
        db.execute(statement)


@migrations()
def version_2(db: Database) -> None:
    """Lay the tables of the search, and take the words of the texts in that are there already.

    The rows of figures are made by the review, which knows what the officer's corrections make of them.
    """
    for statement in SEARCH_TABLES:
        db.execute(statement)
    passages = PassageIndex(db)
    for document_id, text, record in db.execute(
        "SELECT id, text, (SELECT record FROM extractions WHERE document = documents.id ORDER BY number DESC) "
        "FROM documents ORDER BY number"
    ).fetchall():
        passages.add(document_id, text, placed_passages(text, loads(Record, record)))


@migrations()
def taught_rules(db: Database) -> None:
    """Make room for what the officer teaches the program."""
    _lay_officers(db, "taught_rules")


@migrations()
def assurance(db: Database) -> None:
    """Make room for second checks and signatures, and let figures be counted by their state at once."""
    for table in ("second_checks", "sign_offs"):
        _lay_officers(db, table, "TEXT NOT NULL REFERENCES documents (id)")
        db.execute(f"CREATE INDEX {table}_document ON {table} (document)")
    db.execute("CREATE INDEX figure_index_state ON figure_index (state)")


@migrations()
def drafts(db: Database) -> None:
    """Make room for what is half typed, so that it outlives a crash; it belongs to no layer and has no history."""
    db.execute(
        """CREATE TABLE drafts (
            key TEXT PRIMARY KEY NOT NULL,
            data TEXT NOT NULL,
            digest TEXT NOT NULL
        ) WITHOUT ROWID"""
    )


@migrations()
def judging(db: Database) -> None:
    """Make room for decisions on findings, for the officer's own checks, and for what records are compared by."""
    _lay_officers(db, "finding_decisions", "TEXT NOT NULL")
    _lay_officers(db, "own_checks")
    _lay_officers(db, "call_in_rules")
    db.execute("CREATE INDEX finding_decisions_document ON finding_decisions (document)")
    db.execute(
        """CREATE TABLE sketches (
            document TEXT PRIMARY KEY NOT NULL REFERENCES documents (id),
            data TEXT NOT NULL,
            digest TEXT NOT NULL
        ) WITHOUT ROWID"""
    )


@migrations()
def saved_views(db: Database) -> None:
    """Make room for choices of facets and searches that the officer gave a name."""
    _lay_officers(db, "saved_views")


@migrations()
def codebook(db: Database) -> None:
    """Make room for what tags and colours mean."""
    _lay_officers(db, "codebook")


@migrations()
def kept_choices(db: Database) -> None:
    """Make room for what was kept as it is here when another copy was merged, so that it is not asked again."""
    _lay_officers(db, "kept_choices")


SCHEMA_VERSION = 9
"""The number of migrations, kept in ``user_version`` so that a newer file is known before it is opened."""


def migrate(db: Database) -> None:
    """Bring the schema up to date in one transaction, header included, so that no half schema stays."""
    with db.atomic():
        migrations.apply(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
