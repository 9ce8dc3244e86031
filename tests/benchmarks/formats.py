"""Does a record give the same figures and facts in every format? Each text is set in each form, read, and compared.

    .venv/bin/python tests/benchmarks/formats.py                         our annotated records and samples
    .venv/bin/python tests/benchmarks/formats.py --texts FOLDER          other records, as .txt
    .venv/bin/python tests/benchmarks/formats.py --only small.pdf --errors

A figure agrees where the one in its place has the same value, unit, indicator and period as that of the plain text.
``lost`` and ``added`` count figures that only one of the two has; the other columns count figures that are in both but
differ in that field; ``facts`` counts titles, references, dates, sections and resolutions that differ. LibreOffice
and a browser make further forms where they are installed. ``--as-set`` compares with each text as its blocks are set,
so that a table whose columns only blanks part in the text counts as what the forms make of it.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from crossfoot.assets import dictionary
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Extraction, Figure, WorldError
from crossfoot.readers import read_bytes

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests" / "readers" / "formats"), str(ROOT / "tests" / "seeds")]

from rendering import BROWSER_FORMS, FORMS, OFFICE_FORMS, as_set, by_browser, by_office  # noqa: E402 - the folder of the forms is no package
from sample_source import read_sources  # noqa: E402 - as above
from sample_text import as_text  # noqa: E402 - as above

FIELDS = ("unit", "indicator", "period", "nature", "subject")
COLUMNS = ("figures", "lost", "added", *FIELDS, "facts", "errors")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that a form says otherwise than the plain text."""

    column: str
    words: str


def differences(plain: Extraction, other: Extraction) -> Iterator[Difference]:
    """Yield what differs between the extraction of a plain text and that of the same record in another form."""
    ours, theirs = plain.figures, other.figures
    matcher = SequenceMatcher(None, [_key(each) for each in ours], [_key(each) for each in theirs], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            for mine, its in zip(ours[a:b], theirs[c:d], strict=True):
                for field in FIELDS:
                    if getattr(mine, field) != getattr(its, field):
                        was, now = getattr(mine, field), getattr(its, field)
                        yield Difference(field, f"{mine.quote!r}: {was} became {now}")
        else:
            yield from (Difference("lost", f"{each.quote!r} ({each.label})") for each in ours[a:b])
            yield from (Difference("added", f"{each.quote!r} ({each.label})") for each in theirs[c:d])
    yield from (Difference("facts", words) for words in _facts(plain, other))


def _facts(plain: Extraction, other: Extraction) -> Iterator[str]:
    """Yield the facts of the record that differ."""
    for field in ("council", "title", "reference", "meeting_date", "call_in", "proper_officer_date"):
        mine, its = getattr(plain.record, field), getattr(other.record, field)
        if mine != its:
            yield f"{field}: {mine!r} became {its!r}"
    mine, its = ([each.kind.value for each in e.record.sections] for e in (plain, other))
    if mine != its:
        yield f"sections: {' '.join(mine)} became {' '.join(its)}"
    was, now = ([(r.number, " ".join(r.text.split())) for r in e.record.resolutions] for e in (plain, other))
    if was != now:
        first = next((pair for pair in zip(was, now, strict=False) if pair[0] != pair[1]), (len(was), len(now)))
        yield f"resolutions: {first[0]} became {first[1]}"


def _key(figure: Figure) -> str:
    """Return what figures of two forms are lined up by."""
    return str(figure.value)


def _made(texts: Mapping[str, str], form: str) -> dict[str, bytes]:
    """Return each text in a form."""
    if form in FORMS:
        return {name: FORMS[form](text) for name, text in texts.items()}
    return by_office(texts, form) if form in OFFICE_FORMS else by_browser(texts, form)


def main() -> int:
    """Print a line for each form; return 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, action="append", help="a folder of records as .txt, again for more")
    parser.add_argument("--only", action="append", help="only this form, again for more")
    parser.add_argument("--record", help="only records whose name holds this")
    parser.add_argument("--errors", action="store_true", help="print every difference")
    parser.add_argument("--facts-of-pages", action="store_true", help="compare facts on pages that add facts too")
    parser.add_argument("--as-set", action="store_true", help="take each text as its blocks are set, cells by bars")
    parser.add_argument("--keep", type=Path, help="a folder for the files that are made")
    options = parser.parse_args()
    folders = options.texts or [ROOT / "tests" / "extraction" / "gold" / "development"]
    texts = {
        path.stem: path.read_text(encoding="utf-8").replace("<<page>> ", "")
        for folder in folders
        for path in sorted(folder.glob("*.txt"))
        if not options.record or options.record in path.stem
    }
    if not options.texts:
        texts |= {each.name: as_text(each).decode() for each in read_sources(ROOT / "tests" / "seeds" / "sources")}
    extractor = Extractor(dictionary())
    if options.as_set:
        texts = {name: as_set(text) for name, text in texts.items()}
    plain = {name: extractor.extract(read_bytes("a.txt", text.encode()).text) for name, text in texts.items()}
    print(f"{'form':16}" + "".join(f"{column:>10}" for column in COLUMNS))
    for form in options.only or (*FORMS, *OFFICE_FORMS, *BROWSER_FORMS):
        made = _made(texts, form)
        counts: Counter[str] = Counter()
        told: list[str] = []
        for name, data in made.items():
            if options.keep:
                (options.keep / f"{name}.{form}").write_bytes(data)
            counts["figures"] += len(plain[name].figures)
            try:
                other = extractor.extract(read_bytes(f"a.{form}", data).text)
            except WorldError as error:
                counts["errors"] += 1
                told.append(f"{name}: {error}")
                continue
            for each in differences(plain[name], other):
                counts[each.column] += 1
                told.append(f"  {name}: {each.column}: {each.words}")
        print(f"{form:16}" + "".join(f"{counts[column]:10}" for column in COLUMNS), flush=True)
        if options.errors:
            print("\n".join(told))
    return 0


if __name__ == "__main__":
    sys.exit(main())
