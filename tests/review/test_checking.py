"""The checks over what holds now: loaded in good time."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
from crossfoot import assets
from crossfoot.review.checking import check_prepared, warm_up
from crossfoot.review.preparing import prepare

records = assets.sample_records()
prepared = [prepare(path, assets.dictionary()) for path in records]
warm_up()
before = set(sys.modules)
assert [finding for record in prepared for finding in check_prepared(record)]
print(sorted(set(sys.modules) - before))
"""


def test_once_warmed_up_the_first_check_of_a_deadline_loads_nothing_more() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
