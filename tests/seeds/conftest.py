"""The sample records in all four formats, and the tables of what a careful reader finds in them."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
GOLD = HERE.parent / "extraction" / "gold"
Rows = list[dict[str, str]]


def build(*options: str) -> None:
    """Run the command that builds the samples."""
    # The interpreter and the script are this checkout's own.
    subprocess.run([sys.executable, str(HERE / "build_samples.py"), *options], check=True, capture_output=True)


@pytest.fixture(scope="session")
def all_formats(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every record in every format."""
    folder = tmp_path_factory.mktemp("all_formats")
    build("--all", "--to", str(folder))
    return folder


@pytest.fixture(scope="session")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder built like seeds/."""
    folder = tmp_path_factory.mktemp("rebuilt")
    build("--to", str(folder))
    return folder


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Return the folder of the sample records as they come with the program."""
    return HERE.parents[1] / "seeds"


@pytest.fixture(scope="session")
def planted(seeds: Path) -> Rows:
    """Return the rows of the README's table of planted errors."""
    lines = (seeds / "README.md").read_text(encoding="utf-8").splitlines()
    start = lines.index("| record | words | rule | what is wrong | what would be right |")
    head = [cell.strip() for cell in lines[start].strip("|").split("|")]
    rows = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        rows.append(dict(zip(head, (cell.strip(" `") for cell in line.strip("|").split("|")), strict=True)))
    return rows


def _table(name: str) -> Rows:
    """Return the rows of one gold table."""
    with (GOLD / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="session")
def figures() -> Rows:
    """Return every figure that a careful reader finds."""
    return _table("samples.tsv")


@pytest.fixture(scope="session")
def records() -> Rows:
    """Return the facts of each record."""
    return _table("samples_records.tsv")


@pytest.fixture(scope="session")
def findings() -> Rows:
    """Return what the checks have to say."""
    return _table("samples_findings.tsv")
