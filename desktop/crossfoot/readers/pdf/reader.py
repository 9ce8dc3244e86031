"""A PDF's pages put together as one text, with every word's box and the span of each page.

pdfium may stop the whole process on a damaged file; that is what the child process of
:mod:`crossfoot.readers.isolation` is for. It is not safe with threads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import pypdfium2 as pdfium

from crossfoot.model import Block, BlockKind, Page, Reading, ScanError, Span, WordBox, WordBoxes, WorldError
from crossfoot.readers.allowance import EACH, Pages
from crossfoot.readers.building import BAR, CELL_EDGE
from crossfoot.readers.comments import Comment, told
from crossfoot.readers.pdf.annotations import annotations_of
from crossfoot.readers.pdf.contents import without_contents
from crossfoot.readers.pdf.dots import dots_of, with_dots
from crossfoot.readers.pdf.gutters import Columns
from crossfoot.readers.pdf.lines import Line, level_areas, lines_of
from crossfoot.readers.pdf.margins import without_margins
from crossfoot.readers.pdf.notes import without_notes
from crossfoot.readers.pdf.paragraphs import chunks_of
from crossfoot.readers.pdf.pieces import Chunk, Piece, extend, known_words
from crossfoot.readers.pdf.recognised import RecognisedWord, as_words
from crossfoot.readers.pdf.rules import rules_of, without_struck
from crossfoot.readers.pdf.words import Frame, seen_box, words_of
from crossfoot.readers.unread import unread

_MOST_PAGES = 5_000
_MOST_NAMED = 12
_UNKNOWN_PAGE = Frame(0.0, 0.0, 595.0, 842.0, 0)
_TIGHT = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})


def read_pdf(
    name: str,
    data: bytes,
    recognised: Mapping[int, Sequence[RecognisedWord]] = MappingProxyType({}),
    pages: Pages | None = None,
) -> Reading:
    """Return the words of a PDF; pages without text are told in the notes.

    ``recognised`` holds, by their numbers, the words of pages without text that were recognised in their pictures.
    ``pages`` is told, now and then, how many more pages were read.

    Raises:
        WorldError: the file is damaged or protected.
        ScanError: no page of it has text.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise WorldError(_refusal(name, str(error))) from None
    try:
        return _read(name, document, recognised, pages)
    finally:
        document.close()


def _refusal(name: str, reason: str) -> str:
    """Return the sentence for a file that pdfium does not open."""
    lowered = reason.lower()
    if "password" in lowered:
        return f"{name} is protected by a password; save it without the password and try again."
    if "security" in lowered:
        return f"{name} is protected in a way that cannot be opened; save it without protection and try again."
    return f"{name} is damaged or only half written; save it as PDF again or fetch another copy."


def _read(
    name: str,
    document: pdfium.PdfDocument,
    recognised: Mapping[int, Sequence[RecognisedWord]],
    pages: Pages | None,
) -> Reading:
    """Return the reading of an open document."""
    count = len(document)
    if count == 0:
        raise WorldError(f"{name} has no pages; it is damaged or only half written, fetch another copy.")
    frames: list[Frame] = []
    lines: list[list[Line]] = []
    silent: list[int] = []
    comments: list[Comment] = []
    columns = Columns()
    struck = False
    for number in range(min(count, _MOST_PAGES)):
        seen = _page(document, number, columns)
        frame, page_lines = seen.frame, seen.lines
        comments.extend(seen.comments)
        struck = struck or seen.struck > 0
        if pages is not None and number % EACH == EACH - 1:
            pages(EACH)
        if not page_lines and recognised.get(number + 1):
            page_lines = lines_of(as_words(recognised[number + 1], frame), number, frame, columns=columns)
        frames.append(frame)
        lines.append(page_lines)
        if not page_lines:
            silent.append(number + 1)
    if len(silent) == len(frames):
        raise _without_words(name, silent, recognised=bool(recognised))
    # Heads and feet stand at the edges of the page as its words run.
    heights = [
        frame.by(page_lines[0].words[0].turned if page_lines else 0).size[1]
        for frame, page_lines in zip(frames, lines, strict=True)
    ]
    body, contents = without_contents(without_margins(lines, heights))
    level_areas(body)
    body, footnotes = without_notes(body)
    assembly = _Assembly(frames)
    for chunk in chunks_of(body):
        assembly.add(chunk)
    known = known_words(body)
    for note in footnotes:
        piece = Piece()
        for line in note.lines:
            extend(piece, line, known)
        assembly.add(Chunk(BlockKind.PARAGRAPH, [piece]), f"Footnote {note.number}: ")
    notes = ["A table of contents was left out."] if contents else []
    if recognised:
        notes.append(_recognised_note(sorted(set(recognised) - set(silent))))
    if silent:
        named = ", ".join(map(str, silent[:_MOST_NAMED])) + (" and others" if len(silent) > _MOST_NAMED else "")
        noun, verb = ("Page", "has") if len(silent) == 1 else ("Pages", "have")
        notes.append(f"{noun} {named} {verb} no text and may be a picture; what stands there was not read.")
    if count > _MOST_PAGES:
        notes.append(f"Only the first {_MOST_PAGES:,} of {count:,} pages were read.")
    reading = assembly.reading((*notes, *unread(struck=struck), *told(comments)))
    return replace(
        reading, doubts=tuple(assembly.doubts), silent=tuple(each for each in silent if each not in recognised)
    )


def _without_words(name: str, silent: Sequence[int], *, recognised: bool) -> WorldError:
    """Return the sentence for a file none of whose pages has text, before and after their pictures were looked at."""
    if recognised:
        return WorldError(f"{name} holds pictures of pages in which no words were recognised; get the document itself.")
    return ScanError(
        f"{name} holds no text, only pictures of its pages; install Tesseract, which recognises them, or get the "
        "document itself.",
        tuple(silent),
    )


def _recognised_note(pages: Sequence[int]) -> str:
    """Return the sentence that says which pages were recognised."""
    named = ", ".join(map(str, pages[:_MOST_NAMED])) + (" and others" if len(pages) > _MOST_NAMED else "")
    noun, verb = ("Page", "is a picture") if len(pages) == 1 else ("Pages", "are pictures")
    return f"{noun} {named} {verb}: the words were recognised by Tesseract, and digits that it doubts are marked."


@dataclass(frozen=True, slots=True)
class _SeenPage:
    """A page's edges, its lines, what others noted on it, and how many words are struck through."""

    frame: Frame
    lines: list[Line]
    comments: list[Comment]
    struck: int = 0


def _page(document: pdfium.PdfDocument, number: int, columns: Columns) -> _SeenPage:
    """Return a page as it is seen, its lines and what others noted on it; a page that cannot be loaded has none."""
    try:
        page = document[number]
    except pdfium.PdfiumError:  # told in the notes as a page without text
        return _SeenPage(_UNKNOWN_PAGE, [], [])
    try:
        left, bottom, right, top = page.get_bbox()
        frame = Frame(left, bottom, right, top, page.get_rotation())
        text_page = page.get_textpage()
        try:
            words = with_dots(words_of(text_page.raw, frame), dots_of(page.raw), frame)
            comments = list(annotations_of(page.raw, words, frame))
            rules = rules_of(page.raw)
            shown = without_struck(rules, words, frame)
            struck = len(words) - len(shown)
            return _SeenPage(frame, lines_of(shown, number, frame, rules, columns), comments, struck)
        finally:
            text_page.close()
    except pdfium.PdfiumError:  # as above
        return _SeenPage(_UNKNOWN_PAGE, [], [])
    finally:
        page.close()


@dataclass
class _Assembly:
    """The text as it grows, with the boxes of its words page by page."""

    frames: list[Frame]
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    boxes: dict[int, list[WordBox]] = field(default_factory=dict)
    doubts: list[Span] = field(default_factory=list)

    def add(self, chunk: Chunk, label: str = "") -> None:
        """Append one block, behind a label that does not stand on the page."""
        if not any(cell.words for cell in chunk.cells):
            return
        if self.blocks:
            above = self.blocks[-1].kind
            tight = above is chunk.kind and chunk.kind in _TIGHT and not chunk.first_row
            self._append("\n" if tight else "\n\n")
        start = self.length
        self._append(label)
        if len(chunk.cells) > 1 and not chunk.cells[0].words:
            self._append(BAR)
        last = max(index for index, cell in enumerate(chunk.cells) if cell.words)
        for index, cell in enumerate(chunk.cells[: last + 1]):
            if index:
                self._append(CELL_EDGE)
            for place, ((page, word), glued) in enumerate(zip(cell.words, cell.glued, strict=True)):
                if place and not glued:
                    self._append(" ")
                begin = self.length
                self._append(word.text)
                box = WordBox(Span(begin, self.length), *seen_box(word, self.frames[page]))
                self.boxes.setdefault(page, []).append(box)
                if word.doubtful:
                    self.doubts.append(box.span)
        self.blocks.append(Block(chunk.kind, Span(start, self.length)))

    def reading(self, notes: tuple[str, ...]) -> Reading:
        """Return the reading."""
        pages = []
        place = 0
        for number, (width, height) in enumerate(frame.size for frame in self.frames):
            boxes = WordBoxes(self.boxes.get(number, ()))
            start = boxes[0].span.start if boxes else place
            end = max(box.span.end for box in boxes) if boxes else start
            place = end
            pages.append(Page(number + 1, round(width, 2), round(height, 2), Span(start, end), boxes))
        return Reading("pdf", "".join(self.pieces), tuple(self.blocks), tuple(pages), notes)

    def _append(self, piece: str) -> None:
        """Append characters."""
        self.pieces.append(piece)
        self.length += len(piece)
