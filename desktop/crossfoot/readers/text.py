r"""Plain and Markdown-like text in any common encoding.

The characters stay as they are. Only line ends become ``\n``, a byte order mark goes, and a form feed,
which starts a new page, becomes a blank line.
"""

from __future__ import annotations

import re

from crossfoot.model import Block, BlockKind, Reading, Span, WorldError

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 4096
_LINE_ENDS = {0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
_ODD = re.compile(r"[a-z][À-ÖØ-ÞŽ]|(?<=\s)[À-ÖØ-Þ](?=\s)|œ(?=\d)")
"""Signs where no text of Windows has them: what dashes, quotes and pounds of older encodings are taken for."""

_OLDER = ("mac_roman", "cp850")
_USUAL = frozenset("£€–—‘’“”•½¼¾é")
"""The signs beyond plain letters that English records are full of."""

_FORM_FEED = re.compile(r"\n?[\f\v]\n?")
_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]|(?P<bold>\*\*|__)(?=\S).{1,200}(?P=bold)[ \t]*\Z")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:[-*•·–][ \t]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)][ \t])")
# Bytes that no text of any of the encodings holds, but for the ends of lines, tabs, feeds and escapes.
_CONTROLS = frozenset(range(32)) - {7, 8, 9, 10, 11, 12, 13, 27}
_CONTROL_SIGNS = re.compile(r"[\x00-\x06\x0e-\x1a\x1c-\x1f\x80\x81\x8d\x8f\x90\x9d\ufffe\uffff]")


def read_text(name: str, data: bytes) -> Reading:
    """Return the text with its paragraphs, headings, list items and rows.

    Raises:
        WorldError: the bytes are no text.
    """
    text = decode(name, data)
    text = _FORM_FEED.sub("\n\n", text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS))
    if not text.strip():
        raise WorldError(f"{name} holds nothing but blanks; save or download it again.")
    return Reading("text", text, tuple(_blocks(text)))


def decode(name: str, data: bytes, declared: str | None = None) -> str:
    """Return the bytes as text: by the byte order mark, as declared, as UTF-8, UTF-16 or 32, or with one byte a sign.

    Raises:
        WorldError: the bytes are no text in any of these.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(name, data[len(mark) :].decode(encoding, errors="replace"))
    wide = _wide_encoding(data[:_SAMPLE])
    if wide:
        return _checked(name, data.decode(wide, errors="replace"))
    if declared:
        try:
            return _checked(name, data.decode(declared))
        except (LookupError, UnicodeDecodeError):
            pass  # a page that declares the wrong encoding is common; what the bytes show goes on
    try:
        return _checked(name, data.decode("utf-8"))
    except UnicodeDecodeError:
        pass  # not UTF-8: the older one-byte encodings take any byte
    if sum(byte in _CONTROLS for byte in data[:_SAMPLE]) > len(data[:_SAMPLE]) // 200:
        raise WorldError(_no_text(name))
    return _checked(name, _one_byte(data))


def _one_byte(data: bytes) -> str:
    """Return bytes of an encoding with one byte a sign: of Windows, or of old Macs or of DOS where that makes sense."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    if _ODD.search(text) is None and "\x8f" not in text:
        return text
    read = [text, *(data.decode(encoding, "replace") for encoding in _OLDER)]
    return max(read, key=lambda each: sum(sign in _USUAL for sign in each) - each.count("\ufffd"))


def _wide_encoding(sample: bytes) -> str | None:
    """Return the encoding of two or four bytes a sign that the zero bytes of English text give away."""
    if len(sample) < 8 or b"\0" not in sample:
        return None
    size = len(sample) // 4
    zeros = [sum(sample[place + 4 * step] == 0 for step in range(size)) / size for place in range(4)]
    if min(zeros[1:]) > 0.7 > zeros[0]:
        return "utf-32-le"
    if min(zeros[:3]) > 0.7 > zeros[3]:
        return "utf-32-be"
    if min(zeros[1], zeros[3]) > 0.6 and max(zeros[0], zeros[2]) < 0.3:
        return "utf-16-le"
    if min(zeros[0], zeros[2]) > 0.6 and max(zeros[1], zeros[3]) < 0.3:
        return "utf-16-be"
    return None


def _checked(name: str, text: str) -> str:
    """Return the text, or refuse it where it is full of signs that no text holds."""
    sample = text[:_SAMPLE]
    if len(_CONTROL_SIGNS.findall(sample)) + sample.count("\ufffd") > max(2, len(sample) // 100):
        raise WorldError(_no_text(name))
    # A lone half of a pair, or a zero, could not be stored; its place is kept.
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8") if _unstorable(text) else text


def _unstorable(text: str) -> bool:
    """Tell whether the text holds a sign that cannot be written as UTF-8, or a zero."""
    if "\0" in text:
        return True
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # the question asked, not a failure
        return True
    return False


def _no_text(name: str) -> str:
    """Return the sentence for bytes that are no text."""
    return f"{name} holds no text that can be read; it may be a program, a picture or a damaged file."


def _blocks(text: str) -> list[Block]:
    """Return the blocks of a text: a run of lines without a blank line between them is a paragraph."""
    blocks: list[Block] = []
    begin = -1
    end = -1
    start = 0
    for line in text.split("\n"):
        stop = start + len(line)
        stripped = line.strip()
        kind, level = _kind(line, stripped)
        if begin >= 0 and (not stripped or kind is not BlockKind.PARAGRAPH):
            blocks.append(Block(BlockKind.PARAGRAPH, Span(begin, end)))
            begin = -1
        if stripped:
            first = start + line.index(stripped[0])
            if kind is BlockKind.PARAGRAPH:
                begin = first if begin < 0 else begin
                end = first + len(stripped)
            else:
                blocks.append(Block(kind, Span(first, first + len(stripped)), level))
        start = stop + 1
    if begin >= 0:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(begin, end)))
    return blocks


def _kind(line: str, stripped: str) -> tuple[BlockKind, int]:
    """Return what a line is by itself, and its depth."""
    if stripped[:1] in {"#", "*", "_"} and (heading := _HEADING.match(stripped)):
        return BlockKind.HEADING, len(heading["marks"] or "#")
    if item := _ITEM.match(line):
        return BlockKind.LIST_ITEM, 1 + len(item["indent"].expandtabs(4)) // 3
    if "|" in line and line.count(" | ") + line.count("|\t") > 0:
        return BlockKind.TABLE_ROW, 1
    return BlockKind.PARAGRAPH, 1
