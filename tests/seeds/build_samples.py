"""Build the sample records from their sources.

    python tests/seeds/build_samples.py [--to FOLDER] [--all]

Without an option the files of ``seeds/`` are written anew, each record in the format that its source names. ``--all``
writes every record in all four formats (.txt, .docx, .pdf, .html), which is what tests of readers want; it needs
``--to``. The same sources always give the same files. Each file's name is printed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sample_pdf import as_pdf
from sample_source import read_sources
from sample_text import as_text
from sample_web import as_web
from sample_word import as_word

_HERE = Path(__file__).resolve().parent
_WRITERS = {"txt": as_text, "docx": as_word, "pdf": as_pdf, "html": as_web}


def main() -> int:
    """Write the files that the command line asks for; return 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, help="the folder to write to, made if absent (default: seeds/)")
    parser.add_argument("--all", action="store_true", help="every record in every format")
    options = parser.parse_args()
    if options.all and options.to is None:
        parser.error("--all needs --to: seeds/ holds each record once")
    folder = options.to or _HERE.parents[1] / "seeds"
    folder.mkdir(parents=True, exist_ok=True)
    for sample in read_sources(_HERE / "sources"):
        for suffix in _WRITERS if options.all else (sample.seed,):
            path = folder / f"{sample.name}.{suffix}"
            path.write_bytes(_WRITERS[suffix](sample))
            sys.stdout.write(f"{path.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
