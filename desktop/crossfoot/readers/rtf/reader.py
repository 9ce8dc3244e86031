"""Rich Text Format: what the page shows, in reading order.

The numbers of lists stand in the file as words, as every writer of the format leaves them for readers like
this one. Deleted words of tracked changes and hidden ones are left out, inserted ones count; text boxes stand
behind the paragraph that holds them; notes come at the end; heads and feet of pages are left out, and the comments
of others are told as theirs.
No field, object or template is followed. Source: Rich Text Format Specification 1.9.1.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from types import MappingProxyType

from crossfoot.model import BlockKind, Reading, WorldError
from crossfoot.readers.building import Builder
from crossfoot.readers.comments import told
from crossfoot.readers.headings import heading_of_style, is_of_contents
from crossfoot.readers.labels import BULLET
from crossfoot.readers.raised import is_mark
from crossfoot.readers.rtf.remarks import GROUPS, Remarks
from crossfoot.readers.rtf.story import Shape, Story
from crossfoot.readers.rtf.tokens import Kind, Token, tokens
from crossfoot.readers.unread import unread

_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\\rtf")
_DEEPEST = 2000
_MOST_SKIPPED = 32
_SYMBOLS = "symbols"
"""Stands for the encoding of a font of signs instead of letters."""
_CHARSETS: Mapping[int, str] = MappingProxyType(
    {
        0: "cp1252", 2: _SYMBOLS, 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk",
        136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
        204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
    }
)  # fmt: skip
_CODEPAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "tab": "\t", "line": "\n", "lbr": "\n", "page": " ", "column": " ", "emdash": "—", "endash": "–",
        "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•", "lquote": "‘", "rquote": "’",
        "ldblquote": "“", "rdblquote": "”", "~": " ", "_": "-", "-": "", "{": "{", "}": "}", "\\": "\\",
    }
)  # fmt: skip
_LEFT_OUT = frozenset(
    {
        "colortbl", "info", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
        "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "nonshppict", "shprslt", "fldinst", "xe", "tc",
        "rxe", "txe", "filetbl", "template", "private", "nonesttables", "listtable", "listoverridetable", "revtbl",
        "rsidtbl", "themedata", "datastore", "bkmkstart", "bkmkend", "atnid", "pn", "pnseclvl", "ud",
        "fchars", "lchars", "bgdo", "background",
    }
)  # fmt: skip
_SEEN_THROUGH = frozenset({"shppict", "shpinst", "nesttableprops", "do", "shp"})
"""Groups that a reader may pass over, but which hold text boxes, pictures or the ends of rows."""
_STORIES = frozenset({"footnote", "shptxt", "dptxbxtext"})


class _Target(Enum):
    """Where the words of a group go."""

    TEXT = auto()
    LABEL = auto()
    FONTS = auto()
    STYLES = auto()
    SHAPE = auto()
    REMARK = auto()
    NOWHERE = auto()


_AIMS: Mapping[str, _Target] = MappingProxyType(
    {
        "listtext": _Target.LABEL,
        "pntext": _Target.LABEL,
        "fonttbl": _Target.FONTS,
        "stylesheet": _Target.STYLES,
    }
)


@dataclass(frozen=True)
class _State:
    """What holds inside a group; its end brings back what held before it."""

    story: Story
    target: _Target = _Target.TEXT
    font: int | None = None
    uc: int = 1
    hidden: bool = False
    deleted: bool = False
    raised: bool = False
    struck: bool = False
    large: bool = False
    style: int | None = None
    outline: int | None = None
    level: int = 0
    in_table: bool = False
    tables: int | None = None


@dataclass
class _Style:
    """A paragraph style: its name and what it says of headings."""

    name: list[str] = field(default_factory=list)
    outline: int | None = None
    based_on: int | None = None


def read_rtf(name: str, data: bytes) -> Reading:
    """Return the words of a file in Rich Text Format.

    Raises:
        WorldError: the file is damaged or half written, or holds no words.
    """
    damaged = f"{name} is damaged or only half written; save it again in Word or fetch another copy."
    if not _HEAD.match(data):
        raise WorldError(damaged)
    interpreter = _Interpreter()
    for token in tokens(data):
        interpreter.take(token)
        if interpreter.depth > _DEEPEST:
            raise WorldError(damaged)
        if interpreter.is_over:
            break
    if not interpreter.is_over:
        raise WorldError(damaged)
    reading = interpreter.reading()
    if not reading.text:
        raise WorldError(f"{name} holds no words; if it holds a picture of a page, save the page itself as text.")
    return reading


class _Interpreter:
    """Follows the file's controls and gathers its words."""

    def __init__(self) -> None:
        self.is_over = False
        self._body = Story()
        self._state = _State(self._body)
        self._outer: list[_State] = []
        self._opened = False
        self._starred = False
        self._skipped = 0
        self._waiting = bytearray()
        self._encoding = "cp1252"
        self._default_font: int | None = None
        self._fonts: dict[int, str] = {}
        self._font_in_table = 0
        self._styles: dict[int, _Style] = {}
        self._style_in_sheet = 0
        self._notes: dict[str, list[Story]] = {"Footnote": [], "Endnote": []}
        self._met = {"pictures": 0, "objects": 0, "struck": 0}
        self._remarks = Remarks()
        self._remark: list[str] = []
        self._remark_group = ""

    @property
    def depth(self) -> int:
        """Return how many groups are open."""
        return len(self._outer)

    def reading(self) -> Reading:
        """Return what was gathered."""
        self._body.finish(self._shape())
        builder = Builder()
        self._body.write(builder)
        for word, notes in self._notes.items():
            for number, note in enumerate(notes, start=1):
                if words := note.flat():
                    builder.add(BlockKind.PARAGRAPH, f"{word} {number}: {words}")
        return builder.reading("rtf", notes=(*unread(**self._met), *told(self._remarks.comments())))

    def take(self, token: Token) -> None:
        """Follow one token."""
        if token.kind is Kind.BYTES:
            self._bytes(token.data)
            return
        self._decode()
        if token.kind is Kind.OPEN:
            self._outer.append(self._state)
            self._opened, self._starred, self._skipped = True, False, 0
            return
        if token.kind is Kind.CLOSE:
            self._close()
        elif token.word == "*" and token.kind is Kind.SIGN:
            self._starred = self._opened
            return
        elif self._starts_group(token.word):
            pass
        elif token.word in _SIGNS:
            self._add_sign(_SIGNS[token.word])
        elif token.kind is Kind.SIGN:
            if token.word in "\r\n":
                self._control("par", None)
        else:
            self._control(token.word, token.number)
        self._opened = self._starred = False

    def _close(self) -> None:
        """End a group."""
        self._skipped = 0
        if not self._outer:
            return
        inner, self._state = self._state, self._outer.pop()
        if inner.target is _Target.REMARK and self._state.target is not _Target.REMARK:
            self._remarks.say(self._remark_group, "".join(self._remark))
        if inner.story is not self._state.story:
            inner.story.finish(self._shape(inner))
        self.is_over = not self._outer

    def _starts_group(self, word: str) -> bool:
        """Tell whether a control word says what the group that it opens is for, and turn to that."""
        if self._state.target is _Target.NOWHERE or not (self._opened or word in {"footnote", "pict"}):
            return False
        if word in _STORIES:
            self._start_story(word)
        elif word in _AIMS:
            self._aim(_AIMS[word])
        elif word == "pict":
            self._met["pictures"] += 1
            self._aim(_Target.NOWHERE)
        elif self._state.target is _Target.SHAPE and word not in _SEEN_THROUGH:
            return False
        elif word in {"object", "mmath"}:
            self._met["objects"] += 1
            self._aim(_Target.NOWHERE)
        elif word == "annotation":
            self._state = _State(self._remarks.begin(), font=self._state.font, uc=self._state.uc)
        elif word in GROUPS:
            self._remark, self._remark_group = [], word
            self._aim(_Target.REMARK)
        elif word in {"sp", "do"}:
            self._aim(_Target.SHAPE)
        elif word in _SEEN_THROUGH:
            pass
        elif word in _LEFT_OUT or (self._starred and self._state.target is _Target.TEXT):
            self._aim(_Target.NOWHERE)
        else:
            return False
        return True

    def _aim(self, target: _Target) -> None:
        """Send the words of the group somewhere."""
        self._state = replace(self._state, target=target)

    def _start_story(self, word: str) -> None:
        """Begin a note, which stands at the document's end, or a text box, which hangs on the paragraph."""
        story = Story()
        if word == "footnote":
            self._notes["Footnote"].append(story)
        else:
            self._state.story.boxes.append(story)
        self._state = _State(story, font=self._state.font, uc=self._state.uc)

    def _control(self, word: str, number: int | None) -> None:
        """Follow a control word that changes what comes, or ends something."""
        self._skipped = self._skipped if word == "u" else 0
        state = self._state
        if word == "u":
            self._add_unicode(number or 0)
        elif word == "uc":
            self._state = replace(state, uc=max(0, min(number or 0, _MOST_SKIPPED)))
        elif word == "f":
            self._font(number)
        elif word in {"ansicpg", "deff", "fcharset", "cpg"} or word in _CODEPAGES:
            self._encoding_control(word, number)
        elif word == "ftnalt" and state.story in self._notes["Footnote"]:
            self._notes["Footnote"].remove(state.story)
            self._notes["Endnote"].append(state.story)
        elif state.target is _Target.STYLES:
            self._style_control(word, number)
        elif word in _CHANGES:
            self._state = _CHANGES[word](state, number)
            if word == "plain":
                self._state = replace(self._state, font=self._default_font)
        elif state.target is _Target.TEXT:
            self._ending(word, number)

    def _ending(self, word: str, number: int | None) -> None:
        """Follow a control that ends a paragraph, a cell or a row, or says where a cell ends."""
        story = self._state.story
        if word in {"par", "sect"}:
            if not self._state.deleted:
                story.end_paragraph(self._shape())
        elif word in {"cell", "nestcell"}:
            shape = self._shape()
            story.end_cell(replace(shape, tables=1) if word == "cell" else shape)
        elif word in {"row", "nestrow"}:
            story.end_row()
        elif word == "trowd":
            story.edges, story.merged, story.merges = [], [], False
        elif word in {"clvmrg", "clvmgf"}:
            story.merges = word == "clvmrg"
        elif word == "cellx":
            story.edges.append(number or 0)
            story.merged.append(story.merges)
            story.merges = False

    def _shape(self, state: _State | None = None) -> Shape:
        """Return what the controls say of the paragraph that ends."""
        state = state or self._state
        tables = (1 if state.in_table else 0) if state.tables is None else state.tables
        contents = any(is_of_contents(name) for name, _ in self._chain(state.style))
        return Shape(self._heading(state), max(0, min(state.level, 8)) + 1, max(0, tables), contents=contents)

    def _heading(self, state: _State) -> int | None:
        """Return the depth of a heading from 1, or None for a paragraph that is none."""
        if state.outline is not None:
            return state.outline + 1 if 0 <= state.outline < 9 else None
        for name, outline in self._chain(state.style):
            named = heading_of_style(name)
            if named is not None:
                return named
            if outline is not None:
                return outline + 1 if 0 <= outline < 9 else None
        return None

    def _chain(self, key: int | None) -> Iterator[tuple[str, int | None]]:
        """Yield the name and the outline level of a style, and of those that it is based on."""
        for _ in range(24):
            style = self._styles.get(key) if key is not None else None
            if style is None:
                return
            yield "".join(style.name).strip(" ;"), style.outline
            key = style.based_on

    def _style_control(self, word: str, number: int | None) -> None:
        """Take over what the style sheet says of a style."""
        if word == "s":
            self._style_in_sheet = number or 0
            self._styles[self._style_in_sheet] = _Style()
        elif word in {"cs", "ds", "ts"}:
            self._style_in_sheet = -1
        elif word in {"outlinelevel", "sbasedon"} and self._style_in_sheet in self._styles:
            style = self._styles[self._style_in_sheet]
            if word == "outlinelevel":
                style.outline = number
            else:
                style.based_on = number

    def _encoding_control(self, word: str, number: int | None) -> None:
        """Take over the encoding of the document or of a font."""
        if word in _CODEPAGES:
            self._encoding = _CODEPAGES[word]
        elif word == "deff":
            self._default_font = number
            self._state = replace(self._state, font=number)
        elif word == "ansicpg":
            self._encoding = _known(f"cp{number or 1252}") or self._encoding
        elif self._state.target is _Target.FONTS:
            encoding = _CHARSETS.get(number or 0) if word == "fcharset" else _known(f"cp{number}")
            if encoding is not None:
                self._fonts[self._font_in_table] = encoding

    def _font(self, number: int | None) -> None:
        """Turn to a font."""
        if self._state.target is _Target.FONTS:
            self._font_in_table = number or 0
        else:
            self._state = replace(self._state, font=number)

    def _bytes(self, data: bytes) -> None:
        """Take words; those that stand in for a sign that came before are passed over."""
        if self._skipped:
            skipped = min(self._skipped, len(data))
            self._skipped -= skipped
            data = data[skipped:]
        self._opened = self._opened and not data
        if self._state.target not in {_Target.NOWHERE, _Target.SHAPE, _Target.FONTS}:
            self._waiting += data

    def _decode(self) -> None:
        """Turn the bytes that wait into words, in the encoding of their font."""
        if not self._waiting:
            return
        font = self._state.font
        encoding = self._encoding if font is None else self._fonts.get(font, self._encoding)
        data = bytes(self._waiting)
        self._waiting.clear()
        if encoding is _SYMBOLS:
            self._add("".join(_symbol(byte) for byte in data))
        else:
            self._add(data.decode(encoding, "replace"))

    def _add_sign(self, sign: str) -> None:
        """Add a sign that has a control word of its own, unless it only stands in for one that came before."""
        if self._skipped:
            self._skipped -= 1
        else:
            self._add(sign)

    def _add_unicode(self, number: int) -> None:
        """Add a sign by its number, which is written with a minus in its upper half."""
        point = number % 0x10000
        self._add(_symbol(point - 0xF000) if 0xF020 <= point <= 0xF0FF else chr(point))
        self._skipped = self._state.uc

    def _add(self, words: str) -> None:
        """Add words where those of the group go."""
        state = self._state
        if state.target is _Target.STYLES:
            if self._style_in_sheet in self._styles:
                self._styles[self._style_in_sheet].name.append(words)
        elif state.hidden or state.deleted:
            return
        elif state.struck and state.target is _Target.TEXT:
            self._met["struck"] += bool(words.strip())
        elif state.target is _Target.LABEL:
            encoding = self._fonts.get(state.font) if state.font is not None else None
            is_dot = encoding is _SYMBOLS or words.strip() in _DOTS
            state.story.label.append(BULLET if is_dot and words.strip() else words)
        elif state.target is _Target.REMARK:
            self._remark.append(words)
        elif state.target is _Target.TEXT and not (state.raised and is_mark("".join(state.story.pieces[-3:]), words)):
            words = words.upper() if state.large else words
            state.story.pieces.append(words)
            if state.story is self._body:
                self._remarks.hear(words)


_DOTS = frozenset("•·◦▪■□●○‣⁃–—*o§ü➢✓►-")
"""What writers put before an item that has no number."""


def _known(encoding: str) -> str | None:
    """Return an encoding's name, or None where nobody knows it."""
    try:
        return codecs.lookup(encoding).name
    except LookupError:  # a codepage that does not exist counts as none
        return None


def _symbol(byte: int) -> str:
    """Return a sign of a symbol font, as far as it is a plain one."""
    return "•" if byte in {0xB7, 0xA7} else chr(byte) if 0x20 <= byte < 0x7F else ""


def _paragraph_anew(state: _State, _: int | None) -> _State:
    """Return the state in which a paragraph has no properties."""
    return replace(state, style=None, outline=None, level=0, in_table=False, tables=None)


_CHANGES: Mapping[str, Callable[[_State, int | None], _State]] = MappingProxyType(
    {
        "pard": _paragraph_anew,
        "plain": lambda state, _: replace(state, hidden=False, deleted=False, raised=False, struck=False, large=False),
        "s": lambda state, number: replace(state, style=number),
        "outlinelevel": lambda state, number: replace(state, outline=number),
        "ilvl": lambda state, number: replace(state, level=number or 0),
        "intbl": lambda state, _: replace(state, in_table=True),
        "itap": lambda state, number: replace(state, tables=number),
        "super": lambda state, number: replace(state, raised=number != 0),
        "up": lambda state, number: replace(state, raised=bool(number)),
        "nosupersub": lambda state, _: replace(state, raised=False),
        "sub": lambda state, _: replace(state, raised=False),
        "v": lambda state, number: replace(state, hidden=number != 0),
        "deleted": lambda state, number: replace(state, deleted=number != 0),
        "strike": lambda state, number: replace(state, struck=number != 0),
        "striked": lambda state, number: replace(state, struck=number != 0),
        "caps": lambda state, number: replace(state, large=number != 0),
    }
)
"""The controls that only change what comes after them."""
