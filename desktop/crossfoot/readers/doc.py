"""Old Word documents (.doc), turned into new ones by LibreOffice where it is installed.

LibreOffice runs in a process of its own with a time limit and with a profile made for this one file, in which
macros are off, links are not brought up to date and every way to the network leads nowhere. Without it the
officer is told how to save the file in a form that can be read.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from crossfoot.model import Reading, WorldError
from crossfoot.readers.docx import read_docx

SECONDS = 25
"""How long LibreOffice may take; shorter than an isolated reader waits, so that the sentence is this one."""
_LARGEST = 256 * 1024 * 1024
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
"""Where it stands on systems that do not put it on the path."""
_NOWHERE = "127.0.0.1:9"
_SETTINGS = (
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "0"),
    ("Writer/Content/Update", "Field", "false"),
)
_PROXY = (
    ("ooInetProxyType", "2"),
    ("ooInetHTTPProxyName", "127.0.0.1"),
    ("ooInetHTTPProxyPort", "9"),
    ("ooInetHTTPSProxyName", "127.0.0.1"),
    ("ooInetHTTPSProxyPort", "9"),
    ("ooInetFTPProxyName", "127.0.0.1"),
    ("ooInetFTPProxyPort", "9"),
)


def read_doc(name: str, data: bytes) -> Reading:
    """Return the words of an old Word document.

    Raises:
        WorldError: LibreOffice is not installed, took too long, or could not open the file.
    """
    program = _program()
    if program is None:
        raise WorldError(f"{name} is in the old Word format; open it in Word or LibreOffice and save it as .docx.")
    try:
        with tempfile.TemporaryDirectory(prefix="crossfoot-", ignore_cleanup_errors=True) as folder:
            converted = _convert(program, Path(folder), name, data)
    except OSError as error:
        raise WorldError(
            f"{name} could not be handed to LibreOffice ({error.strerror}); save it as .docx and try again."
        ) from error
    return replace(read_docx(name, converted), reader="doc")


def _program() -> str | None:
    """Return where LibreOffice is, or None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def _convert(program: str, folder: Path, name: str, data: bytes) -> bytes:
    """Return the bytes of the new Word document that LibreOffice makes of the old one."""
    source, made = folder / "record.doc", folder / "made" / "record.docx"
    source.write_bytes(data)
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_profile(), encoding="utf-8")
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"]
    command += ["--nodefault", "--nologo", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made.parent)]
    ways_out = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), f"http://{_NOWHERE}")
    process = subprocess.Popen(  # noqa: S603 - the officer's own LibreOffice, on a file of a fixed name
        [*command, str(source)],
        cwd=folder,
        env={**os.environ, **ways_out, "no_proxy": ""},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise WorldError(
            f"{name} took LibreOffice longer than {SECONDS} seconds and was left out; save it as .docx and try again."
        ) from None
    finally:
        _stop(process)
    if not made.is_file() or made.stat().st_size > _LARGEST:
        raise WorldError(
            f"{name} could not be opened by LibreOffice, because it is damaged, protected by a password or no Word "
            "document; save it as .docx and try again."
        )
    return made.read_bytes()


def _profile() -> str:
    """Return the settings of the profile in which LibreOffice runs no macro and finds no network."""
    items = [(f"/org.openoffice.Office.{path}", name, words) for path, name, words in _SETTINGS]
    items += [("/org.openoffice.Inet/Settings", name, words) for name, words in _PROXY]
    lines = (
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{words}</value></prop></item>'
        for path, name, words in items
    )
    head = '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}{"".join(lines)}</oor:items>'


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End what is still running: the program, and what its start script started."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
