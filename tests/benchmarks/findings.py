"""How long do the findings take after a correction, for one record and in a workspace of a thousand?

    .venv/bin/python tests/benchmarks/findings.py [RECORDS] [--one-council]

Issue 5 asks for 50 ms a record and 500 ms a workspace of 1,000 records, only where something changed. The records are
the development ones over and over, each with a meeting date of its own; with --one-council all of them are of one
council, so that each is compared with all others. What is printed is the time of the processor,
so that other work on the machine does not count.
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from crossfoot.assets import dictionary
from crossfoot.review.prepared import Prepared
from crossfoot.review.preparing import prepare_all
from crossfoot.review.session import Review
from crossfoot.workspace import Workspace, digest_of_file

RECORDS = Path(__file__).parents[1] / "extraction" / "gold" / "development"


def numbered(prepared: Prepared, number: int, council: str | None = None) -> Prepared:
    """Return a record as if it were another: its own bytes, meeting and reference, and council where one is given."""
    data = prepared.data + f"\n{number}".encode()
    record = replace(prepared.extraction.record, meeting_date=date(2010, 1, 7) + timedelta(days=7 * number))
    if council is not None:
        record = replace(record, council=council)
    extraction = replace(prepared.extraction, record=record)
    return replace(prepared, path=f"r{number}.txt", data=data, sha256=digest_of_file(data), extraction=extraction)


def main() -> int:
    """Fill a workspace, correct figures, and print how long a correction and a question take."""
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    count = numbers[0] if numbers else 1000
    council = "Westmarch Borough Council" if "--one-council" in sys.argv else None
    words = dictionary()
    originals = [each for path in sorted(RECORDS.glob("*.txt")) for each in prepare_all(path, words)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.crossfoot"
        with Workspace.open(path, create=True) as workspace:
            review = Review(workspace, words, reviewer="AB")
            for number in range(count):
                review.store(numbered(originals[number % len(originals)], number, council))
        with Workspace.open(path) as workspace:
            review = Review(workspace, words, reviewer="AB")
            start = time.process_time()
            asked = len(review.findings())
            print(
                f"all findings of {count} records after opening: {time.process_time() - start:.2f} s, {asked} of them"
            )
            corrected, told, tried = [], [], []
            for number in range(1, min(count, 60)):
                figure = next((f for f in review.figures(f"d{number}") if f.current.unit is not None), None)
                if figure is None:
                    continue
                value = f"{figure.current.value + 1:f}"
                start = time.process_time()
                review.what_if(figure.id, {"value": value})
                tried.append(time.process_time() - start)
                start = time.process_time()
                review.correct(figure.id, {"value": value})
                corrected.append(time.process_time() - start)
                start = time.process_time()
                review.findings()
                told.append(time.process_time() - start)
            for name, times in (
                ("a correction, written and compared", corrected),
                ("a what-if", tried),
                ("all findings again", told),
            ):
                print(f"{name}: {median(times) * 1000:.0f} ms in the middle, {max(times) * 1000:.0f} ms at most")
    return 0


if __name__ == "__main__":
    sys.exit(main())
