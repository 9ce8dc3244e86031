"""Mail with attachments."""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage

import docx
import pytest

from crossfoot.model import BlockKind, WorldError
from crossfoot.readers import read_bytes

HEAD = "Mail from Clerk <clerk@eastmere.example>, sent Tue, 08 Mar 2016 09:00:00 +0000, about “Décision of 3 March”."


def mail() -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Décision of 3 March"
    message["From"] = "Clerk <clerk@eastmere.example>"
    message["To"] = "Officer <officer@eastmere.example>"
    message["Date"] = "Tue, 08 Mar 2016 09:00:00 +0000"
    return message


def test_the_plain_form_is_read_and_not_the_page_beside_it() -> None:
    message = mail()
    message.set_content("There were 57 carers – £5m.\n")
    message.add_alternative("<p>There were 57 carers in the page.</p>", subtype="html")
    reading = read_bytes("a.eml", message.as_bytes())
    assert reading.text == "There were 57 carers – £5m."
    assert reading.notes == (HEAD,)


def test_a_part_of_a_damaged_kind_is_told_without_its_rubbish() -> None:
    rubbish = "application/" + "\\bin99999999 " * 60
    data = f"Subject: x\nMIME-Version: 1.0\nContent-Type: {rubbish}\n\nwords".encode()
    with pytest.raises(WorldError) as caught:
        read_bytes("a.eml", data)
    assert str(caught.value) == (
        "a.eml is a mail without words that can be read "
        "(A part of the mail without a file name (of no known kind) was not read)."
    )


def test_the_page_is_read_where_there_is_no_plain_form() -> None:
    message = mail()
    message.set_content("<p>There were <b>57</b> carers.</p><ul><li>one</li></ul>", subtype="html")
    assert read_bytes("a.eml", message.as_bytes()).text == "There were 57 carers.\n\n- one"


def test_attachments_follow_under_their_names_and_the_unread_are_told(
    word_file: Callable[..., bytes], make_pdf: Callable[..., bytes]
) -> None:
    message = mail()
    message.set_content("The record is attached.\n")
    word = word_file(lambda document: document.add_heading("Eastmere Council", 1))
    message.add_attachment(word, maintype="application", subtype="octet-stream", filename="record.docx")
    pdf = make_pdf([[(60, 700, "Words of the page")]])
    message.add_attachment(pdf, maintype="application", subtype="pdf", filename="page.pdf")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(b"PK\x03\x04 half", maintype="application", subtype="zip", filename="half.docx")
    reading = read_bytes("a.eml", message.as_bytes())
    assert reading.text == (
        "The record is attached.\n\nrecord.docx\n\nEastmere Council\n\npage.pdf\n\nWords of the page"
    )
    headings = [each.span.cut(reading.text) for each in reading.blocks if each.kind is BlockKind.HEADING]
    assert headings == ["record.docx", "Eastmere Council", "page.pdf"]
    assert reading.notes == (
        HEAD,
        "Attachment not read: logo.png is a picture.",
        "Attachment not read: half.docx is damaged or only half written; save it again in Word or fetch another copy.",
    )


def test_a_mail_inside_a_mail_is_read_under_its_subject() -> None:
    inner, outer = mail(), mail()
    inner.set_content("Inner words.\n")
    outer.set_content("Outer words.\n")
    outer.add_attachment(inner)
    text = read_bytes("a.eml", outer.as_bytes()).text
    assert text.endswith("Outer words.\n\nAttached mail: Décision of 3 March\n\nInner words.")


def test_lines_that_were_only_folded_for_sending_are_whole_again() -> None:
    data = (
        b"Subject: A\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n"
        b"Cabinet heard of \n57 carers.\n\n> quoted \n> words\n-- \nClerk\n"
    )
    assert read_bytes("a.eml", data).text == "Cabinet heard of 57 carers.\n\nquoted words\n--\nClerk"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"no mail at all", "holds no mail that can be read"),
        (b"Subject: A\n\n", "is a mail without words that can be read"),
        (b"Subject: =?x-unknown?b?AAAA?=\nContent-Type: text/plain; charset=nonsense\n\n\x00\x01\x02" * 9, "mail"),
    ],
)
def test_what_is_no_mail_or_has_no_words_gives_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(WorldError, match=sentence):
        read_bytes("a.eml", data)


def test_a_mail_of_outlooks_own_is_named_as_such() -> None:
    with pytest.raises(WorldError, match="Outlook's own format"):
        read_bytes("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def test_a_word_file_attached_says_the_same_as_the_file_itself(word_file: Callable[..., bytes]) -> None:
    def build(document: docx.document.Document) -> None:
        document.add_paragraph("Before.")
        document.add_table(1, 2).cell(0, 1).text = "24.9"

    word = word_file(build)
    message = mail()
    message.add_attachment(word, maintype="application", subtype="octet-stream", filename="record.docx")
    assert read_bytes("a.eml", message.as_bytes()).text == (f"record.docx\n\n{read_bytes('a.docx', word).text}")


FORWARDED = "From: Jo Bell <j@x.example>\nSent: 3 May 2018 10:14\nTo: B\nSubject: Record of 12 June"
TOLD = "Forwarded in the mail: From: Jo Bell <j@x.example>; Sent: 3 May 2018 10:14; To: B; Subject: Record of 12 June."


def test_the_head_of_a_forwarded_mail_is_told_and_is_no_part_of_the_record() -> None:
    plain = f"See below.\n\n-----Original Message-----\n{FORWARDED}\n\nThere were 287 children.\n"
    reading = read_bytes("a.eml", f"Subject: FW\nFrom: a@x.example\n\n{plain}".encode())
    assert reading.text.split() == ["See", "below.", "There", "were", "287", "children."]
    assert TOLD in reading.notes


def test_the_head_of_a_mail_forwarded_as_a_web_page_is_told_too() -> None:
    page = f"<p>See below.</p><p>{FORWARDED.replace('<', '&lt;').replace(chr(10), '<br>')}</p><p>There were 287.</p>"
    head = "Subject: FW\nFrom: a@x.example\nContent-Type: text/html; charset=utf-8\n\n"
    reading = read_bytes("a.eml", (head + page).encode())
    assert reading.text == "See below.\n\nThere were 287."
    assert TOLD in reading.notes


def test_the_marks_of_quoted_lines_are_no_words() -> None:
    body = "Here it is.\n\n> RESOLVED that\n> > 1. the report be noted.\n"
    assert read_bytes("a.eml", f"Subject: S\nFrom: a@x.example\n\n{body}".encode()).text.rstrip() == (
        "Here it is.\n\nRESOLVED that\n1. the report be noted."
    )


def test_a_mail_packed_by_outlook_says_what_to_ask_the_sender_for() -> None:
    message = mail()
    message.set_content("There were 57 carers.\n")
    message.add_attachment(
        b"\x78\x9f\x3e\x22\x01\x00", maintype="application", subtype="ms-tnef", filename="winmail.dat"
    )
    assert read_bytes("a.eml", message.as_bytes()).notes[1] == (
        "Attachment not read: winmail.dat is packed in Outlook's own way; ask the sender to send it as plain text or "
        "as HTML."
    )
