"""A row for every figure as it stands now, so that a workspace of any size can be asked for its figures.

Derived: the review writes a figure's row in the transaction that changes the figure, and makes the rows of a
document again where they were never made. Each row carries a SHA-256, and each document how many it has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlite_utils import Database

from crossfoot.model import SectionKind, Span
from crossfoot.workspace.codec import digest

AROUND = 80
"""Characters of the text that are given on both sides of a figure."""


class Column(StrEnum):
    """What figures can be chosen by."""

    DOCUMENT = "document"
    STATE = "state"
    VALUE = "value"
    UNIT = "unit"
    INDICATOR = "indicator"
    STAGE = "stage"
    NATURE = "nature"
    SECTION = "section"
    REVIEWER = "reviewer"
    FIRST_DAY = "first_day"
    LAST_DAY = "last_day"
    SURE = "sure"


@dataclass(frozen=True, slots=True)
class Condition:
    """A column's value is one of ``among``, or lies between ``low`` and ``high``, both of them within.

    An empty text in the column is no value, so it is never between two. ``above`` and ``below`` leave the end out.
    """

    column: Column
    among: tuple[str | float, ...] | None = None
    low: str | float | None = None
    high: str | float | None = None
    above: bool = False
    below: bool = False

    def sql(self) -> tuple[str, list[str | float]]:
        """Return the condition in SQL, with its values apart."""
        if self.among is not None:
            return f"{self.column} IN ({', '.join('?' * len(self.among))})", list(self.among)
        parts, values = [f"{self.column} <> ''"], list[str | float]()
        if self.low is not None:
            parts.append(f"{self.column} {'>' if self.above else '>='} ?")
            values.append(self.low)
        if self.high is not None:
            parts.append(f"{self.column} {'<' if self.below else '<='} ?")
            values.append(self.high)
        return " AND ".join(parts), values


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure that was looked for. ``around`` are the words around it, in which it stands at ``within``."""

    document: str
    id: str
    span: Span
    section: SectionKind | None
    said: str
    around: str
    within: Span


@dataclass(frozen=True, slots=True)
class IndexedFigure:
    """A figure as the search knows it. Empty texts stand for what it does not have; days are ISO texts.

    ``start`` and ``stop`` are its place in the document's text, ``said`` is what a list of hits says of it, and
    ``words`` are those that it can be found by.
    """

    id: str
    document: str
    state: str
    value: float
    unit: str
    indicator: str
    stage: str
    nature: str
    section: str
    reviewer: str
    first_day: str
    last_day: str
    sure: float
    start: int
    stop: int
    said: str
    words: str

    def cells(self) -> tuple[str | float, ...]:
        """Return the row, its seal last."""
        return _sealed((self.id, self.document, *self.rest()))

    def rest(self) -> tuple[str | float, ...]:
        """Return the row without the ids of figure and document, and without its seal."""
        return (
            self.state,
            self.value,
            self.unit,
            self.indicator,
            self.stage,
            self.nature,
            self.section,
            self.reviewer,
            self.first_day,
            self.last_day,
            self.sure,
            self.start,
            self.stop,
            self.said,
            self.words,
        )


def _sealed(held: tuple[str | float, ...]) -> tuple[str | float, ...]:
    """Return a row with its seal."""
    return (*held, digest(*map(str, held)))


FACETS = ("state", "indicator", "stage", "unit", "nature", "section", "reviewer", "document")
"""The columns that tell what a figure has in common with others."""


@dataclass(frozen=True, slots=True)
class FacetColumns:
    """Figures column by column, as many as there are of ``ids``: ``start`` and ``stop`` are their places.

    ``facets`` are the values by the names of :data:`FACETS`.
    """

    ids: Sequence[str]
    start: Sequence[int]
    stop: Sequence[int]
    facets: Mapping[str, Sequence[str]]


_NAMES = (
    "id, document, state, value, unit, indicator, stage, nature, section, reviewer, first_day, last_day, sure, start, "
    "stop, said, words, digest"
)
_INSERT = f"INSERT INTO figure_index ({_NAMES}) VALUES ({', '.join('?' * 18)})"  # noqa: S608 - names above
_UPSERT = f"{_INSERT} ON CONFLICT (id) DO UPDATE SET " + ", ".join(
    f"{name} = excluded.{name}" for name in _NAMES.split(", ") if name != "id"
)


@dataclass(frozen=True)
class FigureIndex:
    """The rows of one workspace file."""

    db: Database

    def replace(self, document_id: str, figures: Sequence[IndexedFigure]) -> None:
        """Put all rows of a document in the place of those that it had."""
        self.db.execute("DELETE FROM figure_index WHERE document = ?", [document_id])
        self._put(figures)
        self._count(document_id)

    def add(self, document_id: str, figures: Sequence[tuple[str, tuple[str | float, ...]]]) -> None:
        """Put in the rows of a new document: of each figure its id within the document, and the rest of its row."""
        rows = [_sealed((f"{document_id}-{figure}", document_id, *rest)) for figure, rest in figures]
        self.db.conn.executemany(_INSERT, rows)
        self._count(document_id)

    def update(self, document_id: str, changed: Iterable[IndexedFigure], gone: Iterable[str]) -> None:
        """Put in the rows of figures that changed or came, and take out those that went."""
        self.db.conn.executemany("DELETE FROM figure_index WHERE id = ?", [(each,) for each in gone])
        self._put(changed)
        self._count(document_id)

    def _put(self, figures: Iterable[IndexedFigure]) -> None:
        """Write rows."""
        self.db.conn.executemany(_UPSERT, [figure.cells() for figure in figures])

    def _count(self, document_id: str) -> None:
        """Keep how many rows a document has."""
        self.db.execute(
            "INSERT INTO figure_index_sets (document, figures) "
            "VALUES (?1, (SELECT count(*) FROM figure_index WHERE document = ?1)) "
            "ON CONFLICT (document) DO UPDATE SET figures = excluded.figures",
            [document_id],
        )

    def missing(self) -> tuple[str, ...]:
        """Return the documents whose rows were never made: those of a workspace from before there was a search."""
        return tuple(
            row[0]
            for row in self.db.execute(
                "SELECT id FROM documents WHERE id NOT IN (SELECT document FROM figure_index_sets) ORDER BY number"
            )
        )

    def find(self, match: str | None, conditions: Iterable[Condition], limit: int) -> Iterator[FoundFigure]:
        """Yield figures that meet every condition, and ``match`` where there are words, as they came in.

        ``match`` is an expression of FTS5. Figures of documents in the bin are left out; at most ``limit`` are given.
        """
        wheres, values = ["f.document NOT IN (SELECT id FROM bin)"], list[str | float]()
        if match is not None:
            wheres.append("f.number IN (SELECT rowid FROM figure_words WHERE figure_words MATCH ?)")
            values.append(match)
        for condition in conditions:
            where, more = condition.sql()
            wheres.append(where)
            values += more
        rows = self.db.execute(
            "SELECT f.document, f.id, f.section, f.said, start, stop, max(start - ?, 0), "  # noqa: S608 - names of columns alone are put in
            "substr(d.text, max(start - ?, 0) + 1, stop - max(start - ?, 0) + ?) "
            f"FROM figure_index f JOIN documents d ON d.id = f.document WHERE {' AND '.join(wheres)} "
            "ORDER BY f.number LIMIT ?",
            [AROUND, AROUND, AROUND, AROUND, *values, limit],
        )
        for document_id, figure_id, section, said, start, stop, first, around in rows:
            yield FoundFigure(
                document_id,
                figure_id,
                Span(start, stop),
                SectionKind(section) if section else None,
                said,
                around,
                Span(start - first, stop - first),
            )

    def facet_columns(self, document: str | None = None) -> FacetColumns:
        """Return the figures of one document or of all; those of documents in the bin are left out of all."""
        where = "document NOT IN (SELECT id FROM bin)" if document is None else "document = ?"
        rows = self.db.execute(
            f"SELECT id, start, stop, {', '.join(FACETS)} FROM figure_index WHERE {where}",  # noqa: S608 - names above
            [] if document is None else [document],
        ).fetchall()
        ids, start, stop, *values = zip(*rows, strict=True) if rows else [()] * (3 + len(FACETS))
        return FacetColumns(ids, start, stop, dict(zip(FACETS, values, strict=True)))

    def state_counts(self) -> Iterator[tuple[str, str, int]]:
        """Yield (document, state, how many figures) for all documents."""
        yield from self.db.execute("SELECT document, state, count(*) FROM figure_index GROUP BY document, state")

    def unsealed(self) -> Iterator[str]:
        """Yield every document with a row that is not what was written, or with fewer or more than it had."""
        held: dict[str, int] = {}
        for cells in self.db.execute(f"SELECT {_NAMES} FROM figure_index ORDER BY document"):  # noqa: S608 - names above
            held[cells[1]] = held.get(cells[1], 0) + 1
            if digest(*(str(cell) for cell in cells[:-1])) != cells[-1]:
                yield str(cells[1])
        counted = dict(self.db.execute("SELECT document, figures FROM figure_index_sets").fetchall())
        yield from (each for each in counted.keys() | held.keys() if held.get(each, 0) != counted.get(each, 0))
