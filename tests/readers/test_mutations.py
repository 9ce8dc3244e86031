"""Damaged files of every format are read or refused in one plain sentence; ``mutations.py`` does it in thousands."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).resolve().parent


def _loaded() -> ModuleType:
    """Return the script, which is no package."""
    spec = importlib.util.spec_from_file_location("mutations", HERE / "mutations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["mutations"] = module
    spec.loader.exec_module(module)
    return module


MUTATIONS = _loaded()
ORIGINALS = MUTATIONS.originals()


@pytest.mark.parametrize("suffix", ORIGINALS)
def test_damaged_files_are_read_or_refused_in_one_plain_sentence(suffix: str, tmp_path: Path) -> None:
    outcome = MUTATIONS.outcome_of(suffix, ORIGINALS[suffix], 25, 3, tmp_path)
    assert outcome.faults == []
    assert sum(outcome.counts.values()) == 25
