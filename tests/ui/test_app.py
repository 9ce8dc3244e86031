"""The program put together: with a screen or without one, and when it is itself at fault."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from crossfoot import app, assets
from crossfoot.ui.window.crash import CrashHook


def test_without_a_screen_the_whole_job_is_done_and_said(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str], qtlog: Any
) -> None:
    sample = next(path for path in assets.sample_records() if path.suffix == ".txt")
    missing = tmp_path / "missing.txt"
    out = tmp_path / "out"
    code = app.run_headless([sample, missing], out)
    said, complained = capsys.readouterr()
    assert code == 1
    assert "missing.txt" in complained
    assert "propagateSizeHints" not in complained + "".join(record.message for record in qtlog.records)
    for suffix in ("html", "xlsx", "csv", "json", "crossfoot"):
        assert (out / f"summary.{suffix}").stat().st_size > 0
        assert f"summary.{suffix}" in said
    json.loads((out / "summary.json").read_text(encoding="utf-8"))
    picture = QImage(str(out / "window.png"))
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
    assert len(colours) > 20


def test_two_workspaces_at_once_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        app.main(["one.crossfoot", "two.crossfoot"])
    assert "one workspace at a time" in capsys.readouterr().err


def test_a_fault_in_a_slot_is_reported_once_and_the_program_goes_on(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    hook = CrashHook()
    reports: list[str] = []
    hook.crashed.connect(reports.append)
    hook.install()
    with pytest.raises(ZeroDivisionError) as caught:
        _ = 1 // int("0")
    sys.excepthook(caught.type, caught.value, caught.tb)
    hook.uninstall()
    assert len(reports) == 1
    assert "ZeroDivisionError" in reports[0]
    assert "ZeroDivisionError" in capsys.readouterr().err
