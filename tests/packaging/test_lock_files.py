"""The lock files are complete, hashed, and say nothing about the machine that made them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import lock

LOCKS = ("requirements.txt", "requirements-dev.txt")
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)(?: ; (.+?))? \\$")


def entries(path: Path) -> dict[str, list[str]]:
    """Return each pin of a lock file with the lines of hashes below it."""
    found: dict[str, list[str]] = {}
    pin = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            found[pin].append(line.strip().removesuffix(" \\"))
        else:
            assert PIN.match(line), line
            pin = line
            found[pin] = []
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_of_a_lock_has_its_hashes(project: Path, name: str) -> None:
    for pin, hashes in entries(project / "packaging" / name).items():
        assert hashes, pin
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", each) for each in hashes), pin


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_index_and_no_place_of_a_machine(project: Path, name: str) -> None:
    text = (project / "packaging" / name).read_text(encoding="utf-8")
    assert not re.search(r"://|@ |index-url|find-links|^-|^#|/", text.replace("\\\n", ""), re.MULTILINE)


def test_tests_see_the_versions_that_the_officer_runs(project: Path) -> None:
    program, development = (set(entries(project / "packaging" / name)) for name in LOCKS)
    assert program <= development


def test_each_dependency_of_the_project_is_locked(project: Path) -> None:
    declared = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for name, wanted in zip(LOCKS, (declared["dependencies"], declared["optional-dependencies"]["dev"]), strict=True):
        locked = {pin.partition("==")[0] for pin in entries(project / "packaging" / name)}
        assert {re.split(r"[<>=!~]", each)[0].strip().lower() for each in wanted} <= locked


def test_locks_are_made_for_every_platform_with_hashes_and_without_an_index() -> None:
    program, development = lock.commands("uv", ["--upgrade"])
    for command in (program, development):
        assert {"--universal", "--generate-hashes", "--no-emit-index-url", "--no-header", "--upgrade"} <= set(command)
    assert development[development.index("--constraints") + 1] == program[-1]
