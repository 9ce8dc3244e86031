"""The rules of the house are written where tools enforce them."""

from __future__ import annotations

import ast
import os
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

SCRIPTS = ("environment", "lock", "run", "system", "test")


@pytest.fixture
def settings(project: Path) -> dict[str, Any]:
    """The project's settings."""
    return tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_start_script_needs_nothing_but_the_standard_library(project: Path, name: str) -> None:
    tree = ast.parse((project / "packaging" / f"{name}.py").read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {each.partition(".")[0] for each in imported} <= sys.stdlib_module_names | set(SCRIPTS)


def test_imports_follow_the_way_of_a_file(settings: dict[str, Any]) -> None:
    (contract,) = (each for each in settings["tool"]["importlinter"]["contracts"] if each["type"] == "layers")
    assert contract["layers"] == [
        "crossfoot.app : crossfoot.cli",
        "crossfoot.ui",
        "crossfoot.review",
        "crossfoot.export | crossfoot.checks | crossfoot.extraction | crossfoot.workspace",
        "crossfoot.readers",
        "crossfoot.assets",
        "crossfoot.model",
    ]


@pytest.mark.parametrize(
    ("library", "homes"), [("PySide6", {"app", "ui"}), ("pyqtgraph", {"app", "ui"}), ("sqlite_utils", {"workspace"})]
)
def test_a_library_with_a_home_is_forbidden_everywhere_else(
    project: Path, settings: dict[str, Any], library: str, homes: set[str]
) -> None:
    (contract,) = (
        each for each in settings["tool"]["importlinter"]["contracts"] if library in each.get("forbidden_modules", ())
    )
    package = project / "desktop" / "crossfoot"
    parts = {path.name for path in package.iterdir() if (path / "__init__.py").exists()}
    parts |= {path.stem for path in package.glob("*.py") if not path.stem.startswith("__")}
    assert {f"crossfoot.{part}" for part in parts - homes} <= set(contract["source_modules"])


def test_types_are_strict_and_warnings_fail_a_test(settings: dict[str, Any]) -> None:
    assert settings["tool"]["mypy"]["strict"] is True
    assert settings["tool"]["pytest"]["ini_options"]["filterwarnings"] == ["error"]


def test_the_hooks_fetch_nothing(project: Path) -> None:
    hooks = (project / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert set(re.findall(r"repo: *(\S+)", hooks)) == {"local"}
    assert set(re.findall(r"language: *(\S+)", hooks)) == {"system"}


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no execute bit")
def test_the_checks_of_a_change_begin_with_the_readmes_test_command(project: Path) -> None:
    script = project / ".ci" / "run"
    assert os.access(script, os.X_OK)
    command = "python3 packaging/test.py"
    assert command in script.read_text(encoding="utf-8")
    assert command in (project / "README.md").read_text(encoding="utf-8")
