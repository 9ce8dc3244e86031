"""How long does an import take? 1,000 text records, 100 Word files and 100 PDFs, into the real window.

    .venv/bin/python tests/benchmarks/importing.py
    .venv/bin/python tests/benchmarks/importing.py --texts 200 --others 20      a quicker look

The window itself takes the files in, offscreen, with two processes to read them, while a timer of 10 ms tells the
longest stall of its loop. The import is over when all records are there with their figures; of many the checks follow,
and when these are in and compared is told too. Then an import is cancelled half-way, and the time until the window says
so is told. Wanted on two free cores: 1,000 texts within 20 s, 100 of the others within 15 s, no stall over 100 ms, and
the cancelling within 1 s. As others may be at work on the machine, its load is printed, and what the window's own
process and the processes of the readers took of its cores: on two free ones the wall takes about half their sum, or the
window's seconds where these are more.
"""

from __future__ import annotations

import argparse
import sys


def main() -> int:
    """Print a line for each kind of file; return 0."""
    from window_intake import measure  # noqa: PLC0415 - each process that reads loads this module too

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=1_000)
    parser.add_argument("--others", type=int, default=100)
    options = parser.parse_args()
    measure(options.texts, options.others)
    return 0


if __name__ == "__main__":
    sys.exit(main())
