"""The summary as an Excel workbook: one sheet per kind of thing, real numbers and dates, links between sheets."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import xlsxwriter

from crossfoot.export.excerpt import excerpt
from crossfoot.export.rows import (
    FigureRow,
    correction,
    decision_words,
    figure_rows,
    open_question,
    progress,
    sign_off_words,
    verdict_words,
)
from crossfoot.export.summary import PROMISE, DocumentPart, Summary
from crossfoot.model import Counts, Figure, State, Unit, Verdict
from crossfoot.model.assurance_words import statement_words
from crossfoot.model.wording import SECTION_WORDS, document_words, local_moment, mark_words, moment_words, thread_words

_CELL_LIMIT = 32_767  # characters of one cell; Excel calls a file with more "damaged"

_FILLS: Mapping[State, tuple[str, str]] = {
    State.UNREVIEWED: ("#fff1c2", "#6a4a00"),
    State.CONFIRMED: ("#dcf2e3", "#14572f"),
    State.CORRECTED: ("#dbe8fb", "#123f73"),
    State.REJECTED: ("#eceef1", "#4a5360"),
    State.QUERIED: ("#f4e2f3", "#6a2468"),
}

_SUFFIXES: Mapping[Unit, str] = {
    Unit.PERCENT: '"%"',
    Unit.PERCENTAGE_POINTS: '" pts"',
    Unit.FTE: '" FTE"',
    Unit.RATE_PER_10000: '" per 10,000"',
    Unit.DAYS: '" days"',
    Unit.WEEKS: '" weeks"',
    Unit.MONTHS: '" months"',
    Unit.YEARS: '" years"',
}


@dataclass(frozen=True, slots=True)
class _Link:
    """A cell that leads to another cell of the workbook."""

    target: str
    text: str


@dataclass(frozen=True, slots=True)
class _Number:
    """A value with the number format that its unit and its printed precision ask for."""

    value: Decimal
    pattern: str


@dataclass(frozen=True, slots=True)
class _Stated:
    """The word for a state, in the state's colours."""

    state: State
    word: str


_LEFT: Mapping[str, Any] = MappingProxyType({"align": "left", "indent": 1})
"""Where words stand: apart from the number in the column before. An indent is dropped where a cell has no side."""

_Cell = str | int | date | datetime | _Link | _Number | _Stated | None


@dataclass(slots=True)
class _Book:
    """The workbook with its formats, made once each."""

    workbook: Any
    formats: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict)

    def style(self, **properties: Any) -> Any:
        """Return the format of these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self.formats:
            self.formats[key] = self.workbook.add_format({"valign": "top", **properties})
        return self.formats[key]

    def table(
        self, name: str, columns: Mapping[str, int], rows: Iterable[Sequence[_Cell]], *, printed: int = 0
    ) -> None:
        """Add a sheet: headings with widths in characters, then the rows, filtered and frozen under the headings.

        ``printed`` is how many of the columns go on paper; 0 stands for all.
        """
        sheet = self.workbook.add_worksheet(name)
        rows = list(rows)
        for column, (heading, width) in enumerate(columns.items()):
            self.head(sheet, 0, column, heading, of_numbers=any(isinstance(row[column], int | _Number) for row in rows))
            sheet.set_column(column, column, width)
        last = 0
        for last, row in enumerate(rows, start=1):
            sheet.set_row(last, _height(row, columns.values()))
            for column, cell in enumerate(row):
                self.put(sheet, last, column, cell)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(columns) - 1)
        sheet.print_area(0, 0, last, (printed or len(columns)) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_footer("&L&A&RPage &P of &N")

    def head(self, sheet: Any, row: int, column: int, heading: str, *, of_numbers: bool) -> None:
        """Write a heading where the cells under it stand: numbers at the right, all else at the left, a blank in."""
        side: Mapping[str, Any] = {"align": "right"} if of_numbers else _LEFT
        look = {"bold": True, "bg_color": "#e6e9ed", "font_color": "#1b2430", "bottom": 1, "text_wrap": True}
        sheet.write_string(row, column, heading, self.style(**look, **side))

    def put(self, sheet: Any, row: int, column: int, cell: _Cell) -> None:
        """Write one cell by its kind. Text is always written as text, so that no word becomes a formula."""
        match cell:
            case None | "":
                return
            case str():
                sheet.write_string(row, column, _clipped(cell), self.style(text_wrap=True, **_LEFT))
            case int():
                sheet.write_number(row, column, cell, self.style(num_format="#,##0"))
            case _Number(value=value, pattern=pattern):
                sheet.write_number(row, column, float(value), self.style(num_format=pattern))
            case _Stated(state=state, word=word):
                fill, ink = _FILLS[state]
                sheet.write_string(row, column, word, self.style(bg_color=fill, font_color=ink, **_LEFT))
            case _Link(target=target, text=text):
                link = self.style(font_color="#1b5e9e", underline=1, text_wrap=True, **_LEFT)
                sheet.write_url(row, column, f"internal:{target}", link, _clipped(text))
            case datetime():
                moment = local_moment(cell).replace(tzinfo=None)
                sheet.write_datetime(row, column, moment, self.style(num_format="d mmm yyyy hh:mm", **_LEFT))
            case date():
                sheet.write_datetime(row, column, cell, self.style(num_format="d mmm yyyy", **_LEFT))


def to_xlsx(summary: Summary) -> bytes:
    """Return ``summary`` as a workbook of one sheet for each kind of thing."""
    file = io.BytesIO()
    workbook = xlsxwriter.Workbook(
        file,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    workbook.set_properties(
        {
            "title": f"Annotated summary of {summary.workspace}",
            "author": summary.reviewer,
            "comments": f"Crossfoot {summary.version}. {PROMISE}",
            "created": local_moment(summary.exported_at).replace(tzinfo=None),
        }
    )
    book = _Book(workbook)
    rows = tuple(figure_rows(summary))
    places = {row.figure.id: (place, row) for place, row in enumerate(rows, start=2)}
    _summary_sheet(book, summary)
    _statement_sheet(book, summary)
    _figures_sheet(book, summary, rows)
    _findings_sheet(book, summary, places)
    _annotations_sheet(book, summary)
    _resolutions_sheet(book, summary)
    _undecided_sheet(book, summary, rows, places)
    _journal_sheet(book, summary)
    workbook.close()
    return file.getvalue()


_COUNTS = 7  # the columns of counts behind a document's title
_FIRST_COUNT_ROW = 6  # the row, from 0, of the first document on the first sheet


def _summary_sheet(book: _Book, summary: Summary) -> None:
    """Write the first sheet: what this is, and how far the check has come, document by document."""
    sheet = book.workbook.add_worksheet("Summary")
    sheet.set_row(0, 24)  # points: nobody's program makes room for the title's size by itself
    sheet.write_string(0, 0, f"Annotated summary of {summary.workspace}", book.style(bold=True, font_size=16, **_LEFT))
    made = f"Made {moment_words(summary.exported_at)}" + (f" by {summary.reviewer}" if summary.reviewer else "")
    sheet.write_string(1, 0, made, book.style(font_color="#56616e", **_LEFT))
    sheet.write_string(2, 0, PROMISE, book.style(font_color="#56616e", **_LEFT))
    sheet.write_string(3, 0, progress(summary), book.style(bold=True, **_LEFT))
    columns = {
        "Document": 48,
        "Found": 10,
        "Undecided": 11,
        "Confirmed": 11,
        "Corrected": 11,
        "Rejected": 11,
        "Queried": 11,
        "Worth checking": 15,
        "Meeting date": 14,
        "Call-in": 14,
        "Proper Officer": 15,
        "Reference": 12,
        "Council": 32,
        "Signed off": 28,
        "File": 36,
        "SHA-256 of the file": 68,
    }
    for column, (heading, width) in enumerate(columns.items()):
        book.head(sheet, _FIRST_COUNT_ROW - 1, column, heading, of_numbers=1 <= column <= _COUNTS)
        sheet.set_column(column, column, width)
    row = _FIRST_COUNT_ROW
    for part in summary.documents:
        for column, cell in enumerate(_document_cells(part)):
            book.put(sheet, row, column, cell)
        row += 1
    total = book.style(bold=True, top=1, num_format="#,##0")
    sheet.write_string(row, 0, "All documents", book.style(bold=True, top=1, **_LEFT))
    for column, value in enumerate(_count_cells(summary.counts), start=1):
        letter = "ABCDEFGH"[column]
        if summary.documents:
            formula = f"=SUM({letter}{_FIRST_COUNT_ROW + 1}:{letter}{row})"
            sheet.write_formula(row, column, formula, total, value)
        else:
            sheet.write_number(row, column, value, total)
    sheet.print_area(0, 0, row, 13)
    sheet.freeze_panes(_FIRST_COUNT_ROW, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _count_cells(counts: Counts) -> tuple[int, ...]:
    """Return the counts of a document, or of all, in the order of their columns."""
    return (
        counts.found,
        counts.unreviewed,
        counts.confirmed,
        counts.corrected,
        counts.rejected,
        counts.queried,
        counts.findings,
    )


def _document_cells(part: DocumentPart) -> tuple[_Cell, ...]:
    """Return one document's row of the first sheet."""
    counts, record = part.counts, part.document.record
    return (
        part.document.title,
        *_count_cells(counts),
        record.meeting_date,
        record.call_in,
        record.proper_officer_date,
        record.reference,
        record.council,
        sign_off_words(part),
        part.document.path,
        part.document.sha256,
    )


def _statement_sheet(book: _Book, summary: Summary) -> None:
    """Write the statement of quality assurance, a paragraph a row."""
    if summary.statement is not None:
        rows = [(words,) for words in statement_words(summary.statement)]
        book.table("Statement", {"Statement of quality assurance": 110}, rows)


def _figures_sheet(book: _Book, summary: Summary, rows: tuple[FigureRow, ...]) -> None:
    """Write every figure with the printed value, the value as it stands now, and the decision."""
    columns = {
        "No.": 6,
        "Document": 30,
        "State": 12,
        "Printed": 12,
        "Printed value": 14,
        "Value": 14,
        "Unit": 10,
        "Indicator": 30,
        "Subject": 20,
        "Period": 18,
        "Nature": 10,
        "In the text": 50,
        "Reason": 24,
        "Note": 24,
        "Reviewer": 10,
        "Decided at": 18,
        "Corrected fields": 26,
        "From": 13,
        "To": 13,
        "Qualifier": 10,
        "Section": 22,
        "Origin": 22,
        "Figure": 18,
    }
    book.table("Figures", columns, [_figure_cells(row, summary) for row in rows], printed=16)


def _figure_cells(row: FigureRow, summary: Summary) -> tuple[_Cell, ...]:
    """Return one figure's row."""
    figure, current = row.figure, row.figure.current
    period = current.period
    return (
        row.number,
        row.document,
        _Stated(figure.state, row.state),
        figure.printed.quote,
        _number(figure.printed),
        _number(current),
        row.unit,
        summary.dictionary.name(current.indicator) or current.label,
        current.subject,
        row.period,
        current.nature.value if current.nature else "",
        excerpt(row.part.document.text, figure.printed.span),
        figure.reason,
        figure.note,
        figure.reviewer,
        figure.reviewed_at,
        correction(figure),
        period.start if period else None,
        period.end if period else None,
        current.qualifier.value,
        SECTION_WORDS[current.section] if current.section else "",
        row.origin,
        figure.id,
    )


_Places = Mapping[str, tuple[int, FigureRow]]
"""Each figure's row on the sheet of figures, and what stands there."""


def _number_words(row: FigureRow, part: DocumentPart) -> str:
    """Return a figure's number as the sheet of figures has it, with the document where it is of another one.

    The number of the sheet's row would be taken for it, and would be wrong as soon as the sheet is sorted.
    """
    return str(row.number) if row.part is part else f"{row.number} of {row.document}"


def _findings_sheet(book: _Book, summary: Summary, places: _Places) -> None:
    """Write what the checks say; the numbers of the figures concerned lead to the first of them."""
    columns = {
        "Document": 32,
        "Verdict": 15,
        "Rule": 7,
        "Check": 30,
        "What it says": 60,
        "Working": 40,
        "In the text": 40,
        "Figures No.": 16,
        "Decision": 32,
    }
    cells: list[tuple[_Cell, ...]] = []
    for part in summary.documents:
        for finding in part.findings:
            state = State.CONFIRMED if finding.verdict is Verdict.HOLDS else State.UNREVIEWED
            rows = [places[figure] for figure in finding.figures if figure in places]
            words = ", ".join(_number_words(row, part) for _, row in rows)
            cells.append(
                (
                    document_words(part.document),
                    _Stated(state, verdict_words(finding.verdict)),
                    finding.rule or "own",
                    finding.name,
                    finding.message,
                    "".join(step.text for step in finding.working),
                    excerpt(part.document.text, finding.span, 20) if finding.span else "",
                    _Link(f"'Figures'!A{rows[0][0]}", words) if rows else None,
                    decision_words(part.decisions.get(finding.id)),
                )
            )
    book.table("Findings", columns, cells)


def _annotations_sheet(book: _Book, summary: Summary) -> None:
    """Write the officer's marks and comments."""
    columns = {"Document": 32, "Kind": 18, "Words": 50, "Comment": 60, "Tags": 24, "Colour": 10, "By": 12, "When": 18}
    columns |= {"Replies": 60, "Resolved": 10}
    book.table(
        "Annotations",
        columns,
        (
            (
                document_words(part.document),
                mark_words(mark),
                mark.quote,
                mark.comment,
                ", ".join(mark.tags),
                mark.colour,
                mark.reviewer,
                mark.created_at,
                "\n".join(thread_words(mark)),
                "yes" if mark.resolved else "",
            )
            for part in summary.documents
            for mark in part.annotations
        ),
    )


def _resolutions_sheet(book: _Book, summary: Summary) -> None:
    """Write the numbered resolutions as the records have them."""
    book.table(
        "Resolutions",
        {"Document": 32, "Number": 9, "Resolution": 110},
        (
            (document_words(part.document), resolution.number, resolution.text)
            for part in summary.documents
            for resolution in part.resolutions
        ),
    )


def _undecided_sheet(book: _Book, summary: Summary, rows: tuple[FigureRow, ...], places: _Places) -> None:
    """Write what still waits for the officer: figures without a decision, then those with an open question."""
    columns = {"Figure No.": 11, "Document": 32, "State": 12, "Printed": 14, "Indicator": 34, "Open": 50, "Text": 60}
    waiting = [row for row in rows if row.figure.state is State.UNREVIEWED]
    waiting += [row for row in rows if row.figure.state is State.QUERIED]
    book.table(
        "Undecided",
        columns,
        (
            (
                _Link(f"'Figures'!A{places[row.figure.id][0]}", str(row.number)),
                row.document,
                _Stated(row.figure.state, row.state),
                row.figure.printed.quote,
                summary.dictionary.name(row.figure.current.indicator) or row.figure.current.label,
                open_question(row.figure),
                excerpt(row.part.document.text, row.figure.printed.span),
            )
            for row in waiting
        ),
    )


def _journal_sheet(book: _Book, summary: Summary) -> None:
    """Write who did what, when and why, from the first act to the last."""
    columns = {
        "No.": 7,
        "When": 18,
        "Reviewer": 12,
        "Did": 18,
        "To": 12,
        "Which": 22,
        "Document": 11,
        "Before": 40,
        "After": 40,
        "Reason": 30,
        "Takes back": 11,
        "SHA-256": 68,
    }
    book.table(
        "Journal",
        columns,
        (
            (
                row.seq,
                row.at,
                row.reviewer,
                row.verb,
                row.target_kind,
                row.target,
                row.document,
                row.before,
                row.after,
                row.reason,
                row.undoes,
                row.digest,
            )
            for row in summary.history
        ),
    )


def _number(figure: Figure) -> _Number:
    """Return a figure's value with the format of its unit; decimals as many as the value has."""
    exponent = figure.value.normalize().as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    digits = "#,##0" + ("." + "0" * decimals if decimals else "")
    if figure.unit is Unit.GBP:
        return _Number(figure.value, f"[$£-809]{digits}")
    return _Number(figure.value, digits + (_SUFFIXES.get(figure.unit, "") if figure.unit else ""))


def _height(row: Sequence[_Cell], widths: Iterable[int]) -> float:
    """Return the height in points that shows the row's longest wrapped cell, up to what Excel allows.

    Not every program measures wrapped rows by itself when it opens a workbook.
    """
    lines = (
        sum(-(-len(line) // width) or 1 for line in cell.split("\n"))
        for cell, width in zip(row, widths, strict=True)
        if isinstance(cell, str)
    )
    return min(409.0, 15.0 * max(lines, default=1))


def _clipped(text: str) -> str:
    """Return ``text`` as far as one cell of Excel holds it, the cut shown by "…"."""
    return text if len(text) <= _CELL_LIMIT else text[: _CELL_LIMIT - 1] + "…"
