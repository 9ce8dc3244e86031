"""What the window's first paint need not wait for is not loaded before it."""

from __future__ import annotations

import subprocess
import sys

LATER = (
    "crossfoot.extraction.extractor",
    "crossfoot.checks",
    "crossfoot.review.session",
    "holidays",
    "lxml",
    "numpy",
    "pypdfium2",
    "pyqtgraph",
    "sqlite_utils",
)
"""The engine and the libraries that the desk needs; together they take longer to load than the window to paint."""


def test_the_window_is_there_before_the_engine_and_its_libraries() -> None:
    asked = (
        "import sys; import crossfoot.app, crossfoot.ui.window; "
        f"print(*[name for name in {LATER!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-P", "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
