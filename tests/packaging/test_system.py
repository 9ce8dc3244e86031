"""What a machine lacks is found, installed where that is allowed, and otherwise named with one command."""

from __future__ import annotations

import socket
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

import system
from system import SetupError

LACKS = {"libEGL.so.1": "libegl1", "a font": "fonts-dejavu-core"}


class Machine:
    """A machine on which something is missing until apt-get, which answers with given exit codes, installs it."""

    def __init__(self, *codes: int, lacks: Mapping[str, str] = LACKS) -> None:
        self.lacks = lacks
        self.codes = list(codes)
        self.asked: list[Sequence[str]] = []

    def missing(self) -> Mapping[str, str]:
        """What is missing now."""
        return self.lacks

    def apt(self, command: Sequence[str]) -> int:
        """Take the next command."""
        self.asked.append(command)
        code = self.codes.pop(0)
        if command[1] == "install" and code == 0:
            self.lacks = {}
        return code

    def provide(self, *, allowed: bool = True, has_apt: bool = True) -> None:
        """Do what a start does on this machine."""
        system.provide(self.missing, apt=lambda: has_apt, allowed=lambda: allowed, run=self.apt)


def test_a_machine_that_lacks_nothing_is_left_alone() -> None:
    machine = Machine(lacks={})
    machine.provide(allowed=False)
    assert machine.asked == []


def test_root_on_debian_installs_what_is_missing_after_refreshing_the_lists() -> None:
    machine = Machine(0, 0)
    machine.provide()
    update, install = machine.asked
    assert update[:2] == ["apt-get", "update"]
    assert install[:2] == ["apt-get", "install"]
    assert list(install[-2:]) == ["libegl1", "fonts-dejavu-core"]


def test_without_rights_one_command_for_everything_is_named_and_nothing_is_run() -> None:
    machine = Machine()
    with pytest.raises(SetupError, match=r"lacks libEGL\.so\.1, a font\.") as told:
        machine.provide(allowed=False)
    assert system.install_command(["libegl1", "fonts-dejavu-core"]) in str(told.value)
    assert machine.asked == []


def test_without_apt_the_libraries_themselves_are_named() -> None:
    with pytest.raises(SetupError, match=r"lacks libEGL\.so\.1, a font.*package manager"):
        Machine().provide(has_apt=False)


@pytest.mark.parametrize("codes", [(100,), (0, 100)])
def test_when_apt_fails_the_command_is_named_for_later(codes: tuple[int, ...]) -> None:
    with pytest.raises(SetupError, match="sudo apt-get update && sudo apt-get install"):
        Machine(*codes).provide()


def test_what_is_still_missing_after_installing_is_said_and_not_passed_over() -> None:
    with pytest.raises(SetupError, match=r"libEGL\.so\.1: installed from libegl1, but still not to be found"):
        system.provide(
            lambda: {"libEGL.so.1": "libegl1"}, apt=lambda: True, allowed=lambda: True, run=Machine(0, 0).apt
        )


def test_a_real_display_needs_more_libraries_than_drawing_offscreen() -> None:
    def found_missing(*, display: bool) -> set[str]:
        return set(
            system.missing_for_qt(display=display, loads=lambda _: False, font=lambda: True, platform="linux").values()
        )

    assert "libgl1" in found_missing(display=False)
    assert found_missing(display=False) < found_missing(display=True)
    assert "libxcb-cursor0" in found_missing(display=True)


def test_a_machine_without_any_font_is_given_one() -> None:
    lacks = system.missing_for_qt(display=False, loads=lambda _: True, font=lambda: False, platform="linux")
    assert lacks == {"a font": system.FONT_PACKAGE}


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_lack_nothing(platform: str) -> None:
    assert system.missing_for_qt(display=True, loads=lambda _: False, font=lambda: False, platform=platform) == {}


def test_a_library_that_nobody_has_cannot_be_loaded() -> None:
    assert not system.can_load("libcrossfoot-is-not-a-library.so.0")


def test_a_font_is_found_at_any_depth(tmp_path: Path) -> None:
    (tmp_path / "truetype" / "dejavu").mkdir(parents=True)
    assert not system.has_font([str(tmp_path)])
    (tmp_path / "truetype" / "dejavu" / "DejaVuSans.ttf").touch()
    assert system.has_font([str(tmp_path / "none"), str(tmp_path)])


@pytest.mark.parametrize(
    ("environ", "platform", "answering", "seen"),
    [
        ({}, "linux", True, False),
        ({"DISPLAY": ":0"}, "linux", True, True),
        ({"DISPLAY": ":0"}, "linux", False, False),
        ({"DISPLAY": "nonsense"}, "linux", True, False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", False, False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", True, False),
        ({"QT_QPA_PLATFORM": "minimal:enable_fonts"}, "linux", True, False),
        ({"QT_QPA_PLATFORM": "vnc:port=5901"}, "linux", False, True),
        ({}, "win32", False, True),
        ({}, "darwin", False, True),
    ],
)
def test_a_window_is_opened_only_where_somebody_can_see_it(
    environ: dict[str, str], platform: str, answering: bool, seen: bool
) -> None:
    assert system.has_display(environ, platform=platform, listens=lambda _: answering) is seen


def test_each_kind_of_display_is_looked_for_at_its_own_address() -> None:
    assert system.display_addresses({"WAYLAND_DISPLAY": "wayland-1", "XDG_RUNTIME_DIR": "/run/user/7"}) == [
        str(Path("/run/user/7/wayland-1"))
    ]
    assert "/tmp/.X11-unix/X12" in system.display_addresses({"DISPLAY": ":12.0"})  # noqa: S108 - X11's own place
    assert system.display_addresses({"DISPLAY": "desk.example:3.1"}) == [("desk.example", 6003)]


@pytest.mark.skipif(sys.platform == "win32", reason="no Unix sockets")
def test_a_display_that_went_away_does_not_answer(tmp_path: Path) -> None:
    address = str(tmp_path / "X0")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(address)
        server.listen()
        assert system.answers(address)
    assert not system.answers(address)
