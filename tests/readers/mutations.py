"""Damage files of every format in many ways, and see that each is read or refused in one plain sentence.

    .venv/bin/python tests/readers/mutations.py                          2,000 of each format
    .venv/bin/python tests/readers/mutations.py --count 200 --only pdf --seed 7

Each file is read as an import reads it: in a child process with limits of time and memory. Printed for each format:
how many were read, refused by their reader, and what made the child stop or run out of time; the slowest; and every
answer that is not one plain sentence. The exit status is 1 where there is such an answer, or one that took too long.
The same seed gives the same files.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from time import perf_counter

from crossfoot.model import WorldError
from crossfoot.readers.isolation import IsolatedReader

_HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(_HERE / "formats"), str(_HERE.parent / "seeds")]

from rendering import FORMS  # noqa: E402 - the folder of the forms is no package
from sample_source import read_sources  # noqa: E402 - as above
from sample_text import as_text  # noqa: E402 - as above

LONGEST = 30.0
"""Seconds that one file may take at most."""
_STRANGE = (
    b"\x00", b"\xff\xfe", b"\xf4\x8f\xbf\xbf", b"\xc3(", b"<", b">", b"&", b"{", b"}", b"\\", b"%PDF-", b"endobj",
    b"PK\x03\x04", b"]]>", b"<!DOCTYPE x [<!ENTITY a 'a'>]>", b"\\bin99999999 ", b"\\u-1?", b"99999999999", b"-1",
    b"/Length 1", b"<</", b">>", b"<table><tr><td colspan=99999 rowspan=99999>", b"\r\n\r\n",
    b"Content-Type: multipart/mixed; boundary=x",
)  # fmt: skip


def originals() -> dict[str, list[bytes]]:
    """Return sound files of each format, by its ending."""
    texts = [as_text(sample).decode() for sample in read_sources(_HERE.parent / "seeds" / "sources")][::3]
    chosen = {
        "txt": ("dos.txt", "wide.txt"),
        "html": ("council.html", "decision.html"),
        "docx": ("numbered.docx", "typed.docx"),
        "pdf": ("headed.pdf", "small.pdf", "footnotes.pdf"),
        "rtf": ("word.rtf",),
        "odt": ("own.odt",),
    }
    made = {suffix: [FORMS[form](text) for form in forms for text in texts] for suffix, forms in chosen.items()}
    made["eml"] = [_mail(made["docx"][0], made["pdf"][0]), _mail(made["txt"][0], made["html"][0])]
    return made


def _mail(*attached: bytes) -> bytes:
    """Return a mail with words and files attached."""
    message = EmailMessage()
    message["Subject"] = "Two records"
    message["From"] = "officer@council.example"
    message.set_content("Please find them attached.\n")
    message.add_alternative("<p>Please find them <b>attached</b>.</p>", subtype="html")
    for name, data in zip(("one.docx", "two.pdf"), attached, strict=True):
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return a file with some damage: bytes flipped, cut, doubled, moved or put in, or so in a part of a package."""
    if data[:2] == b"PK" and chance.random() < 0.6:
        return _damaged_package(data, chance)
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 8, 40))):
        if made:
            _damage(made, chance)
    return bytes(made)


def _damage(made: bytearray, chance: random.Random) -> None:
    """Do one kind of damage at one place."""
    place = chance.randrange(len(made))
    stretch = min(len(made) - place, chance.choice((1, 4, 64, 1024, len(made))))
    match chance.randrange(7):
        case 0:
            made[place] ^= 1 << chance.randrange(8)
        case 1:
            made[place : place + stretch] = chance.randbytes(stretch)
        case 2:
            del made[place : place + stretch]
        case 3:
            made[place:place] = made[place : place + min(stretch, 100_000)] * chance.choice((1, 2, 20))
        case 4:
            made[place:place] = chance.choice(_STRANGE) * chance.choice((1, 1, 50))
        case 5:
            other = chance.randrange(len(made))
            made[place : place + stretch], made[other : other + 1] = (
                made[other : other + stretch],
                made[place : place + 1],
            )
        case _:
            made[place : place + stretch] = bytes(stretch)


def _damaged_package(data: bytes, chance: random.Random) -> bytes:
    """Return a package with one of its parts damaged, lost or under another's name, packed soundly again."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        names = source.namelist()
        chosen = chance.choice([name for name in names if name.endswith(".xml")] or names)
        way = chance.randrange(6)
        for name in names:
            part = bytearray(source.read(name))
            if name == chosen and part:
                if way == 0:
                    continue
                for _ in range(chance.choice((1, 2, 10))):
                    _damage(part, chance)
                    if not part:
                        break
            target.writestr(name, bytes(part))
    return out.getvalue()


@dataclass
class Outcome:
    """What became of the damaged files of one format."""

    counts: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    faults: list[str] = field(default_factory=list)


def outcome_of(
    suffix: str, files: list[bytes], count: int, seed: int, folder: Path, *, seconds: float = LONGEST
) -> Outcome:
    """Return what became of ``count`` damaged files of one format; a fault leaves its file in ``folder``."""
    outcome = Outcome()
    with IsolatedReader(seconds=seconds) as reader:
        for number, data in _files(files, count, seed):
            path = folder / f"damaged-{seed}-{number}.{suffix}"
            path.write_bytes(data)
            begun = perf_counter()
            fault, kind = _answer(reader, path)
            took = perf_counter() - begun
            outcome.counts[kind] += 1
            outcome.slowest = max(outcome.slowest, took)
            if took > seconds + 2:
                fault = f"took {took:.0f} seconds"
            if fault:
                outcome.faults.append(f"{path}: {fault}")
            else:
                path.unlink()
    return outcome


def _files(files: list[bytes], count: int, seed: int) -> Iterator[tuple[int, bytes]]:
    """Yield damaged files with their numbers."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret depends on it
    for number in range(count):
        yield number, damaged(chance.choice(files), chance)


def _answer(reader: IsolatedReader, path: Path) -> tuple[str, str]:
    """Return what is wrong with the answer to a file, or nothing, and what kind of answer it is."""
    try:
        reading = reader.read(path)
    except WorldError as error:
        sentence = str(error)
        plain = sentence.endswith(".") and "\n" not in sentence and path.name in sentence and len(sentence) < 600
        kinds: Mapping[str, Callable[[], bool]] = {
            "out of time": lambda: "took longer than" in sentence,
            "child stopped": lambda: "made the reader stop" in sentence,
            "out of memory": lambda: "MB to read" in sentence,
            "unexpected": lambda: "could not be read (" in sentence,
        }
        kind = next((name for name, holds in kinds.items() if holds()), "refused")
        return ("" if plain else f"not one plain sentence: {sentence[:300]!r}"), kind
    return ("" if reading.text.strip() else "read as nothing"), "read"


def main() -> int:
    """Print a line for each format; return 1 where a file had a bad answer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2_000, help="damaged files of each format (default 2,000)")
    parser.add_argument("--only", action="append", help="only this format, again for more")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="crossfoot-damaged-"))
    bad = False
    for suffix, files in originals().items():
        if options.only and suffix not in options.only:
            continue
        begun = perf_counter()
        outcome = outcome_of(suffix, files, options.count, options.seed, folder)
        bad = bad or bool(outcome.faults)
        counts = ", ".join(f"{number} {kind}" for kind, number in outcome.counts.most_common())
        took = perf_counter() - begun
        sys.stdout.write(f"{suffix:5} {counts}; slowest {outcome.slowest:.1f} s, all {took:.0f} s\n")
        sys.stdout.writelines(f"  {fault}\n" for fault in outcome.faults)
        sys.stdout.flush()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
