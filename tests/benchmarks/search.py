"""How long the first hits of a search take: ``.venv/bin/python tests/benchmarks/search.py [RECORDS]``.

Makes a workspace of that many records (10,000 unless told) out of the samples' texts, each with a number of its own,
and prints the middle and the longest of several runs of each query, in milliseconds, and the middle of what the
processor worked on it, with the load of the machine.
"""

from __future__ import annotations

import hashlib
import os
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from crossfoot.assets import dictionary, sample_records
from crossfoot.review.prepared import Prepared
from crossfoot.review.preparing import prepare
from crossfoot.review.session import Review
from crossfoot.workspace import Workspace

QUERIES = (
    "referrals",
    '"child protection plan"',
    "unallocat*",
    "children september",
    "nosuchword",
    "indicator:referrals value:>200",
    "value:187 date:2016",
    "state:confirmed",
    "record:7001 referrals",
)
RUNS = 7
LIMIT = 200
_SLICE = 100
"""Records that are stored in one transaction."""


def fill(review: Review, records: int) -> float:
    """Store the records; return the seconds that it took."""
    samples = [prepare(path, dictionary()) for path in sample_records()]
    began = time.perf_counter()
    for first in range(0, records, _SLICE):
        numbers = range(first, min(first + _SLICE, records))
        review.store_some([numbered(samples[number % len(samples)], number) for number in numbers])
    return time.perf_counter() - began


def numbered(sample: Prepared, number: int) -> Prepared:
    """Return a sample as a record of its own: its text ends in its number, and its title has it."""
    text = f"{sample.reading.text}\n\nRecord {number}"
    data = text.encode()
    record = replace(sample.extraction.record, title=f"{sample.extraction.record.title} {number}")
    return replace(
        sample,
        path=f"{number}.txt",
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        reading=replace(sample.reading, text=text, pages=()),
        extraction=replace(sample.extraction, record=record),
    )


def main() -> None:
    """Fill a workspace, ask each query, print the times."""
    records = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.crossfoot"
        with Workspace.open(path, create=True) as workspace:
            review = Review(workspace, dictionary())
            seconds = fill(review, records)
            print(f"{records} records stored in {seconds:.1f} s, {path.stat().st_size / 2**20:.0f} MB")
        with Workspace.open(path) as workspace:
            review = Review(workspace, dictionary())
            review.search("warm")
            print(f"load {os.getloadavg()[0]:.1f}")
            print(f"{'query':34}{'hits':>6}{'middle ms':>11}{'longest ms':>11}{'cpu ms':>8}")
            for query in QUERIES:
                times, work = [], []
                for _ in range(RUNS):
                    began, worked = time.perf_counter(), time.process_time()
                    hits = review.search(query, LIMIT)
                    times.append((time.perf_counter() - began) * 1000)
                    work.append((time.process_time() - worked) * 1000)
                middle = f"{statistics.median(times):>11.1f}{max(times):>11.1f}{statistics.median(work):>8.1f}"
                print(f"{query:34}{len(hits):>6}{middle}")


if __name__ == "__main__":
    main()
