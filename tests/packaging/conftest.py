"""The start scripts lie outside the package; these tests find them as Python does when it runs one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]

# At the end, because packaging/test.py would otherwise stand before the standard library's own ``test``.
sys.path.append(str(PROJECT / "packaging"))


@pytest.fixture(scope="session")
def project() -> Path:
    """The top of the checkout under test."""
    return PROJECT
