"""What the machine itself must bring: Qt's system libraries, a font, a display.

Wheels carry Qt but not the libraries beneath it. This module finds out which are missing by trying to load them,
installs them where it may (root on Debian or Ubuntu), and otherwise names the one command that does.

Standard library only: it runs before anything is installed.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

LIBRARIES: Mapping[str, str] = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""Libraries without which Qt does not load at all, each with the Debian package that has it."""

DISPLAY_LIBRARIES: Mapping[str, str] = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""Libraries that Qt needs besides to open a window on a real display."""

FONT_PACKAGE = "fonts-dejavu-core"
"""The font that is installed where there is none, so that words are not rows of boxes."""

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FONT_SUFFIXES = (".ttf", ".otf", ".ttc", ".pfb")


class SetupError(Exception):
    """The program cannot be started yet; the text says why and what to do."""


def can_load(library: str) -> bool:
    """Say whether the dynamic linker finds ``library`` (a file name such as ``libGL.so.1``)."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_font(folders: Sequence[str] = FONT_FOLDERS) -> bool:
    """Say whether any of ``folders`` holds a font file, at any depth."""
    for folder in folders:
        for _, _, names in os.walk(Path(folder).expanduser()):
            if any(name.lower().endswith(FONT_SUFFIXES) for name in names):
                return True
    return False


def missing_for_qt(
    *,
    display: bool,
    loads: Callable[[str], bool] = can_load,
    font: Callable[[], bool] = has_font,
    platform: str = sys.platform,
) -> dict[str, str]:
    """Return what Qt lacks on this machine: library (or ``a font``) → Debian package.

    Empty on Windows and macOS, whose wheels need nothing of the kind.
    """
    if not platform.startswith("linux"):
        return {}
    wanted = {**LIBRARIES, **DISPLAY_LIBRARIES} if display else LIBRARIES
    missing = {library: package for library, package in wanted.items() if not loads(library)}
    if not font():
        missing["a font"] = FONT_PACKAGE
    return missing


def install_command(packages: Sequence[str]) -> str:
    """Return the one command that installs Debian ``packages``, as the user would type it."""
    names = " ".join(packages)
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"


def has_apt() -> bool:
    """Say whether packages come from apt here, as on Debian and Ubuntu."""
    return shutil.which("apt-get") is not None


def may_install() -> bool:
    """Say whether packages can be installed here without asking: by root."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def run_apt(command: Sequence[str]) -> int:
    """Run an apt-get ``command`` that asks no questions, with its output let through; return its exit code."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=quiet, check=False).returncode


def provide(
    missing: Callable[[], Mapping[str, str]],
    *,
    apt: Callable[[], bool] = has_apt,
    allowed: Callable[[], bool] = may_install,
    run: Callable[[Sequence[str]], int] = run_apt,
) -> None:
    """Install all that ``missing`` finds (what → Debian package) and look again.

    Raises SetupError, with the one command that installs everything, where this start may not or cannot.
    """
    if not (lacks := missing()):
        return
    things = ", ".join(lacks)
    packages = list(lacks.values())
    if not apt():
        raise SetupError(
            f"This machine lacks {things}. Install what is missing with the system's package manager "
            f"(on Debian the packages are called {' '.join(packages)}), then start again."
        )
    by_hand = f"\n\n    {install_command(packages)}\n"
    if not allowed():
        raise SetupError(
            f"This machine lacks {things}. Install what is missing with this command, then start again:{by_hand}"
        )
    print(f"Crossfoot: this machine lacks {things}; installing {' '.join(packages)}", flush=True)
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    if run(["apt-get", "update", "-q"]) != 0 or run(install) != 0:
        raise SetupError(
            f"apt-get could not install what is missing (see above). Once it can, this command does it:{by_hand}"
        )
    if still := missing():
        raise SetupError(f"{', '.join(still)}: installed from {' '.join(still.values())}, but still not to be found.")


def answers(address: str | tuple[str, int]) -> bool:
    """Say whether something listens at ``address``: a Unix socket's path, or host and port."""
    family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(2)
        try:
            probe.connect(address)
        except OSError:
            return False
    return True


def display_addresses(environ: Mapping[str, str]) -> list[str | tuple[str, int]]:
    """Return where the displays named in ``environ`` would listen (Wayland's socket, X11's socket or port)."""
    addresses: list[str | tuple[str, int]] = []
    if wayland := environ.get("WAYLAND_DISPLAY"):
        addresses.append(str(Path(environ.get("XDG_RUNTIME_DIR", "/"), wayland)))
    host, colon, rest = environ.get("DISPLAY", "").rpartition(":")
    number = rest.split(".")[0]
    if colon and number.isdigit():
        if host in {"", "unix"}:
            # X servers listen on a file or on Linux's abstract socket of the same name.
            addresses += [f"/tmp/.X11-unix/X{number}", f"\0/tmp/.X11-unix/X{number}"]  # noqa: S108 - X11's own place
        else:
            addresses.append((host, 6000 + int(number)))
    return addresses


def has_display(
    environ: Mapping[str, str],
    *,
    platform: str = sys.platform,
    listens: Callable[[str | tuple[str, int]], bool] = answers,
) -> bool:
    """Say whether a window opened here would be seen by anybody.

    A Qt platform set by hand decides (``offscreen`` and ``minimal`` show nothing, every other does). Else Windows and
    macOS have a display, and Linux has one where DISPLAY or WAYLAND_DISPLAY names one that answers.
    """
    if forced := environ.get("QT_QPA_PLATFORM"):
        return forced.split(":")[0] not in {"offscreen", "minimal"}
    if platform in {"win32", "darwin"}:
        return True
    return any(listens(address) for address in display_addresses(environ))
