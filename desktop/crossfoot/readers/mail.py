"""Mail (.eml): its words, and the attachments that a reader knows.

Of the forms in which a mail says the same, the plain one is taken, else the web page. Behind the words each
attachment stands under its file's name. Who wrote when about what is said in the notes and not in the text,
where a subject would pass for the record's title and the day of sending for that of the meeting. The notes
say too what was not read. Nothing is fetched: pictures
and pages that a mail only points to are not looked at. Source: RFC 5322, RFC 2046, RFC 3676.
"""

from __future__ import annotations

import re
from contextlib import suppress
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message

from crossfoot.model import BlockKind, Reading, WorldError
from crossfoot.model.reading_notes import FORWARDED, MAIL
from crossfoot.readers.building import Builder
from crossfoot.readers.html import read_html
from crossfoot.readers.registry import read_bytes
from crossfoot.readers.text import decode, read_text

_LONGEST_HEAD = 1000
_LONGEST_NAME = 120
_MOST_PARTS = 300
_DEEPEST = 12
_FIELD = re.compile(rb"(?im)^(?:Subject|From|To|Date|Received|Return-Path|MIME-Version|Message-ID)[ \t]*:")
_KIND = re.compile(r"[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,80}")
_SIGNATURES = frozenset({"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"})
_SIGNATURE_LINE = "-- "
_QUOTED = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)
"""The marks before lines of an earlier mail."""

_FORWARDED = re.compile(
    r"(?:^[-_ ]{2,60}(?:original|forwarded) message[-_ ]{0,60}\n\s{0,9})?^\*?from:\*?[^\n]{1,300}\n"
    r"(?:\*?(?:sent|date|to|cc|bcc|subject|importance|attachments|reply-to):\*?[^\n]{0,600}(?:\n|\Z)){2,9}",
    re.IGNORECASE | re.MULTILINE,
)
"""The head of a mail that was forwarded or answered: its subject would pass for a title, its day for a meeting's."""


def read_mail(name: str, data: bytes) -> Reading:
    """Return a mail's words and those of its attachments.

    Raises:
        WorldError: the file is no mail, or nothing in it could be read.
    """
    no_mail = f"{name} holds no mail that can be read; save the mail again or save its text."
    if not _FIELD.search(data[:65536]):
        raise WorldError(no_mail)
    try:
        return _letter(name, message_from_bytes(data), 0)
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError):
        # What the standard library raises for heads and parts that are no mail's differs from version to version.
        raise WorldError(no_mail) from None


def _letter(name: str, message: Message, depth: int) -> Reading:
    """Return the reading of a mail, which may itself be attached to another."""
    letter = _Letter(name)
    letter.take(message, depth)
    return letter.reading(message)


class _Letter:
    """Sorts a mail's parts into its words, what is attached to it and what cannot be read."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._bodies: list[Reading] = []
        self._attached: list[tuple[str, Reading]] = []
        self._notes: list[str] = []
        self._parts = 0

    def reading(self, message: Message) -> Reading:
        """Return what was gathered."""
        if not self._bodies and not self._attached:
            reason = f" ({self._notes[0].rstrip('.')})" if self._notes else ""
            raise WorldError(f"{self._name} is a mail without words that can be read{reason}.")
        builder = Builder()
        for body in self._bodies:
            builder.add_reading(body)
        for attached, reading in self._attached:
            builder.add(BlockKind.HEADING, attached)
            builder.add_reading(reading)
        return builder.reading("mail", notes=tuple(dict.fromkeys([_head(message), *self._notes])))

    def take(self, part: Message, depth: int) -> None:
        """Take one part of the mail with those inside it."""
        self._parts += 1
        if depth > _DEEPEST or self._parts > _MOST_PARTS:
            self._notes.append("The mail holds more parts than were read.")
            return
        kind = part.get_content_type()
        if kind == "multipart/alternative":
            self._take_best(_inside(part), depth)
        elif part.get_content_maintype() == "multipart":
            for inner in _inside(part):
                self.take(inner, depth + 1)
        elif kind == "message/rfc822" and _inside(part):
            self._take_mail(_inside(part)[0], depth)
        elif kind in {"text/plain", "text/html"} and part.get_content_disposition() != "attachment":
            self._take_words(part, kind)
        elif kind not in _SIGNATURES:
            self._take_attachment(part, kind)

    def _take_best(self, forms: list[Message], depth: int) -> None:
        """Take one of the forms in which a part says the same: the plain one where it holds words."""
        plain = [each for each in forms if each.get_content_type() == "text/plain" and _data(each).strip()]
        others = [each for each in forms if each.get_content_type() != "text/plain"]
        for each in plain[:1] or others[-1:]:
            self.take(each, depth + 1)

    def _take_words(self, part: Message, kind: str) -> None:
        """Take the mail's own words, plain or as a web page."""
        data = _data(part)
        if not data.strip():
            return
        try:
            text = decode(self._name, data, part.get_content_charset())
            if kind == "text/html":
                self._bodies.append(self._without_heads(read_html(self._name, text.encode("utf-8-sig"))))
                return
            if str(part.get_param("format", "")).lower() == "flowed":
                text = _unfolded(text, without_blanks=str(part.get_param("delsp", "")).lower() == "yes")
            text = _QUOTED.sub("", text.replace("\r\n", "\n"))
            self._bodies.append(read_text(self._name, _FORWARDED.sub(self._note_head, text).encode("utf-8-sig")))
        except WorldError as error:
            self._notes.append(str(error))

    def _without_heads(self, reading: Reading) -> Reading:
        """Return a reading without the heads of mails that were forwarded in it, which the notes tell of."""
        if _FORWARDED.search(reading.text) is None:
            return reading
        builder = Builder()
        for block in reading.blocks:
            words = _FORWARDED.sub(self._note_head, block.span.cut(reading.text))
            builder.add(block.kind, words, block.level)
        return builder.reading(reading.reader, notes=reading.notes)

    def _note_head(self, head: re.Match[str]) -> str:
        """Note what the head of a forwarded mail says, and return what stands in its place."""
        lines = [line.strip("* ") for line in head[0].split("\n") if ":" in line]
        self._notes.append(f"{FORWARDED}{_printable('; '.join(lines))[:_LONGEST_HEAD]}.")
        return ""

    def _take_mail(self, message: Message, depth: int) -> None:
        """Take a mail that is attached to this one, under its subject."""
        subject = _plain(message.get("Subject")) or "a mail without a subject"
        try:
            self._take_reading(f"Attached mail: {subject}", _letter(subject, message, depth + 1))
        except WorldError as error:
            self._notes.append(f"Attached mail not read: {error}")

    def _take_attachment(self, part: Message, kind: str) -> None:
        """Read an attachment where a reader knows it, else say that it was not read."""
        name = _printable(_plain(part.get_filename()).replace("\\", "/").rsplit("/", 1)[-1])[-_LONGEST_NAME:]
        if not name:
            named = kind if _KIND.fullmatch(kind) else "of no known kind"
            self._notes.append(f"A part of the mail without a file name ({named}) was not read.")
        elif part.get_content_maintype() == "image":
            self._notes.append(f"Attachment not read: {name} is a picture.")
        else:
            try:
                self._take_reading(name, read_bytes(name, _data(part)))
            except WorldError as error:
                self._notes.append(f"Attachment not read: {error}")

    def _take_reading(self, heading: str, reading: Reading) -> None:
        """Take the reading of something attached."""
        self._attached.append((heading, reading))
        self._notes.extend(f"{heading}: {note}" for note in reading.notes)


def _head(message: Message) -> str:
    """Return a sentence that says who wrote the mail when about what."""
    sender, sent, subject = (_printable(_plain(message.get(name))) for name in ("From", "Date", "Subject"))
    when = f"sent {sent}" if sent else "without a day"
    return f"{MAIL}{sender or 'nobody named'}, {when}, about “{subject or 'nothing'}”."


def _inside(part: Message) -> list[Message]:
    """Return the parts that stand in a part; one that should hold some may, damaged, hold words instead."""
    payload = part.get_payload()
    return [each for each in payload if isinstance(each, Message)] if isinstance(payload, list) else []


def _data(part: Message) -> bytes:
    """Return a part's bytes, unpacked from the form in which mail carries them."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _printable(words: str) -> str:
    """Return words as they can stand in a sentence, without signs that do not print."""
    return "".join(sign for sign in words if sign.isprintable())


def _plain(words: object) -> str:
    """Return what a head says, on one line."""
    if words is None:
        return ""
    raw = str(words)[:_LONGEST_HEAD]
    with suppress(MessageError, LookupError, ValueError):  # a head in an unknown encoding is shown as it was sent
        raw = str(make_header(decode_header(raw)))
    return " ".join(raw.encode("utf-8", "replace").decode("utf-8").split())


def _unfolded(text: str, *, without_blanks: bool) -> str:
    """Return flowed text with its paragraphs on one line each; the blanks that end lines may have been added."""
    lines: list[str] = []
    flowing, above = False, 0
    for line in text.replace("\r\n", "\n").split("\n"):
        quoted = len(line) - len(line.lstrip(">"))
        words = line[quoted:].removeprefix(" ")
        if flowing and quoted == above and words != _SIGNATURE_LINE:
            lines[-1] += words
        else:
            lines.append(f"{'>' * quoted} {words}" if quoted else words)
        flowing, above = words.endswith(" ") and words != _SIGNATURE_LINE, quoted
        if flowing and without_blanks:
            lines[-1] = lines[-1][:-1]
    return "\n".join(line.rstrip(" ") for line in lines)
