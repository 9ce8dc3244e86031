"""The tables of the search. The texts themselves stand in ``documents`` alone: the index reads them through a view."""

from __future__ import annotations

_TOKENS = "unicode61 remove_diacritics 2"
"""Words are runs of letters and digits, whatever their case and accents: "1,194" is the phrase "1 194"."""

TABLES = (
    """CREATE TABLE passages (
        number INTEGER PRIMARY KEY,
        document TEXT NOT NULL REFERENCES documents (id),
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        section TEXT NOT NULL DEFAULT ''
    )""",
    "CREATE INDEX passages_document ON passages (document)",
    """CREATE VIEW passage_texts AS
        SELECT passages.number, substr(documents.text, start + 1, stop - start) AS words
        FROM passages JOIN documents ON documents.id = passages.document""",
    f"""CREATE VIRTUAL TABLE passage_words USING fts5(
        words, content = 'passage_texts', content_rowid = 'number', tokenize = '{_TOKENS}'
    )""",
    """CREATE TABLE figure_index (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        document TEXT NOT NULL REFERENCES documents (id),
        state TEXT NOT NULL,
        value REAL NOT NULL,
        unit TEXT NOT NULL,
        indicator TEXT NOT NULL,
        stage TEXT NOT NULL,
        nature TEXT NOT NULL,
        section TEXT NOT NULL,
        reviewer TEXT NOT NULL,
        first_day TEXT NOT NULL,
        last_day TEXT NOT NULL,
        sure REAL NOT NULL,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        said TEXT NOT NULL,
        words TEXT NOT NULL,
        digest TEXT NOT NULL
    )""",
    "CREATE INDEX figure_index_document ON figure_index (document)",
    """CREATE TABLE figure_index_sets (
        document TEXT PRIMARY KEY NOT NULL REFERENCES documents (id),
        figures INTEGER NOT NULL
    ) WITHOUT ROWID""",
    f"""CREATE VIRTUAL TABLE figure_words USING fts5(
        words, content = 'figure_index', content_rowid = 'number', tokenize = '{_TOKENS}'
    )""",
    """CREATE TRIGGER figure_index_comes AFTER INSERT ON figure_index BEGIN
        INSERT INTO figure_words (rowid, words) VALUES (new.number, new.words); END""",
    """CREATE TRIGGER figure_index_goes AFTER DELETE ON figure_index BEGIN
        INSERT INTO figure_words (figure_words, rowid, words) VALUES ('delete', old.number, old.words); END""",
    """CREATE TRIGGER figure_index_changes AFTER UPDATE ON figure_index BEGIN
        INSERT INTO figure_words (figure_words, rowid, words) VALUES ('delete', old.number, old.words);
        INSERT INTO figure_words (rowid, words) VALUES (new.number, new.words); END""",
)

WORDS = ("passage_words", "figure_words")
"""The two full-text indexes."""
