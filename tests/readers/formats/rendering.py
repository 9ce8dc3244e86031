"""Every form in which a record may come: its text set in each of the formats that the readers take.

The forms that LibreOffice or a browser makes are made by it, those of LibreOffice in one start.
"""

from __future__ import annotations

import runpy
import shutil
import subprocess
import tempfile
import textwrap
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from laid_out import as_columns_docx, as_form_docx, as_form_html
from page_file import Layout, as_pdf
from plain import Block, Kind, blocks_of
from rich_file import as_odt, as_rtf
from web_file import SITES, as_html, as_site
from word_file import as_docx

_HERE = Path(__file__).resolve().parent
_PACKAGE = runpy.run_path(str(_HERE.parent / "odt_package.py"))["odt_package"]
_HEAD = "Cabinet record - page set by the council"
_BROKEN = 100
"""How long the lines of a text are at most that was broken at a margin."""

Form = Callable[[str], bytes]


def _on_site(site: str, text: str) -> bytes:
    """Return the text on a page of a council's site."""
    return as_site(blocks_of(text), site, {})


FORMS: Mapping[str, Form] = {
    "dos.txt": lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    "windows.txt": lambda text: text.replace("\n", "\r\n").encode("cp1252", "replace"),
    "wide.txt": lambda text: text.encode("utf-16"),
    "wrapped.txt": lambda text: _wrapped(text).encode(),
    "typed.docx": lambda text: as_docx(blocks_of(text), automatic=False),
    "numbered.docx": lambda text: as_docx(blocks_of(text), automatic=True, head=_HEAD),
    "plain.pdf": lambda text: as_pdf(blocks_of(text), Layout()),
    "headed.pdf": lambda text: as_pdf(blocks_of(text), Layout(head=_HEAD, justified=True)),
    "small.pdf": lambda text: as_pdf(
        blocks_of(text), Layout(width=420, height=595, margin=50, head=_HEAD, ruled=True, right_numbers=False)
    ),
    "columns.pdf": lambda text: as_pdf(blocks_of(text), Layout(columns=2, margin=50, size=10, head=_HEAD)),
    "footnotes.pdf": lambda text: as_pdf(blocks_of(text), Layout(footnotes=True, head=_HEAD, gap=3)),
    "bare.html": lambda text: as_html(blocks_of(text), "bare"),
    "typed.html": lambda text: as_html(blocks_of(text), "bare", automatic=False),
    "council.html": lambda text: as_html(blocks_of(text), "council"),
    "decision.html": lambda text: as_html(blocks_of(text), "decision"),
    "minutes.html": lambda text: as_html(blocks_of(text), "minutes"),
    "saved.html": lambda text: as_html(blocks_of(text), "saved"),
    **{f"{site}.html": partial(_on_site, site) for site in SITES},
    "word.rtf": lambda text: as_rtf(blocks_of(text), head=_HEAD),
    "own.odt": lambda text: as_odt(blocks_of(text), _PACKAGE),
    "form.docx": lambda text: as_form_docx(blocks_of(text)),
    "form.html": lambda text: as_form_html(blocks_of(text)),
}
"""The forms that need no other program, by the ending that their files get."""

OFFICE_FORMS: Mapping[str, tuple[str, Form]] = {
    "office.pdf": ("docx", FORMS["numbered.docx"]),
    "office.odt": ("docx", FORMS["numbered.docx"]),
    "office.rtf": ("docx", FORMS["numbered.docx"]),
    "office.doc": ("docx", FORMS["numbered.docx"]),
    "office.docx": ("docx", FORMS["numbered.docx"]),
    "office.html": ("docx", FORMS["numbered.docx"]),
    "office_rtf.pdf": ("rtf", lambda text: as_rtf(blocks_of(text), head=_HEAD, typed=True)),
    "office_columns.pdf": ("docx", lambda text: as_columns_docx(blocks_of(text))),
    "office_form.pdf": ("docx", FORMS["form.docx"]),
    "office_form.odt": ("docx", FORMS["form.docx"]),
    "office_form.rtf": ("docx", FORMS["form.docx"]),
}
"""The forms that LibreOffice makes: the ending of the file that it is given, and that file."""

BROWSER_FORMS: Mapping[str, Form] = {
    "browser.pdf": FORMS["typed.html"],
    "browser_form.pdf": FORMS["form.html"],
}
"""The forms that a browser prints, from these pages."""


def as_set(text: str) -> str:
    """Return a text as its blocks are: paragraphs on one line, cells parted by bars, whatever parted them before."""
    parts: list[str] = []
    above: Block | None = None
    for block in blocks_of(text):
        tight = above is not None and above.kind is block.kind is Kind.ITEM
        parts.append("" if not parts else "\n" if tight else "\n\n")
        if block.kind is Kind.TABLE:
            parts.append("\n".join("| " + " | ".join(row) + " |" for row in block.rows))
        else:
            parts.append(" ".join(filter(None, (block.label, "\n".join(block.lines)))))
        above = block
    return "".join(parts)


def office() -> str | None:
    """Return where LibreOffice is, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def browser() -> str | None:
    """Return where a browser is that prints without a window, or None."""
    return shutil.which("chromium") or shutil.which("google-chrome")


def by_office(texts: Mapping[str, str], form: str) -> dict[str, bytes]:
    """Return each text as LibreOffice saves it in one of its forms; empty where LibreOffice is not installed."""
    program = office()
    if program is None:
        return {}
    suffix = form.rsplit(".", 1)[1]
    given, made = OFFICE_FORMS[form]
    with tempfile.TemporaryDirectory(prefix="crossfoot-forms-") as name:
        folder = Path(name)
        for each, text in texts.items():
            (folder / f"{each}.{given}").write_bytes(made(text))
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        sources = sorted(str(path) for path in folder.glob(f"*.{given}"))
        command = [program, profile, "--headless", "--norestore", "--convert-to", suffix, "--outdir", f"{name}/made"]
        subprocess.run([*command, *sources], check=True, capture_output=True, timeout=600)
        return {each: (folder / "made" / f"{each}.{suffix}").read_bytes() for each in texts}


def by_browser(texts: Mapping[str, str], form: str) -> dict[str, bytes]:
    """Return each text as a browser prints its page; empty where none is installed."""
    program = browser()
    if program is None:
        return {}
    printed: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory(prefix="crossfoot-forms-") as name:
        folder = Path(name)
        for each, text in texts.items():
            page, target = folder / "page.html", folder / "page.pdf"
            page.write_bytes(BROWSER_FORMS[form](text))
            command = [program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
            subprocess.run(
                [*command, f"--print-to-pdf={target}", page.as_uri()], check=True, capture_output=True, timeout=120
            )
            printed[each] = target.read_bytes()
    return printed


def _wrapped(text: str) -> str:
    """Return the text with long lines broken as mail and old word processors break them."""
    lines: list[str] = []
    if max(map(len, text.split("\n"))) <= _BROKEN:
        return text  # its lines are broken already, and would become long and short by turns
    for line in text.split("\n"):
        row = "|" in line or "\t" in line or "   " in line.strip()
        lines += [line] if row or len(line) <= 78 else textwrap.wrap(line, 76, break_on_hyphens=False)
    return "\n".join(lines)
