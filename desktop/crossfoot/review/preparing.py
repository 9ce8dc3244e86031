"""A file on its way in: read and searched for figures, away from the workspace.

Pure and picklable, so that it can happen in another process while the officer goes on working; only
:meth:`Review.store` touches the workspace.
"""

from __future__ import annotations

import gc
import pickle
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Dictionary, Extraction, Reading, ScanError, Span, TaughtRule, WorldError
from crossfoot.readers import SUFFIXES, file_bytes, read_bytes
from crossfoot.readers.allowance import PAGE_OF_TEXT
from crossfoot.readers.archive import ARCHIVES, is_archive, members
from crossfoot.readers.child import limited
from crossfoot.readers.isolation import read_guarded
from crossfoot.readers.parting import parts_of
from crossfoot.review.prepared import Prepared
from crossfoot.workspace import digest_of_file

if TYPE_CHECKING:  # a PDF's modules are loaded when the first one comes
    from crossfoot.readers.scans import RecognisedWord

_DOUBTED = 0.5
"""The confidence of a figure at most whose digits were recognised in a picture and are not sure."""
_SECONDS = 30.0
_MEGABYTES = 1536
"""What a file may take on its way into the window: its reading, and the search of its text for figures."""


Prepare = Callable[[Path, Dictionary], tuple[Prepared, ...]]
"""Reads a file and finds its records, with a dictionary."""


def prepare_all(
    path: Path,
    dictionary: Dictionary,
    read: Callable[[Path], Reading] | None = None,
    *,
    taught: tuple[TaughtRule, ...] = (),
    read_scan: Callable[[Path, tuple[int, ...]], Reading] | None = None,
) -> tuple[Prepared, ...]:
    """Read a file and find its records, each with its figures: minutes hold several.

    Raises WorldError with one sentence where it cannot be read. ``read`` reads the file in another way, such as away
    from this process, behind limits. ``taught`` are the rules of the workspace that it is for. ``read_scan`` reads it
    anew with the words in the pictures of those of its pages that have no text.
    """
    data = file_bytes(path)
    sha256 = digest_of_file(data)
    extractor = _extractor(dictionary, taught)
    try:
        reading = read(path) if read else read_bytes(path.name, data)
    except ScanError as error:
        if read_scan is None:
            raise
        reading = read_scan(path, error.pages)
    if reading.silent and read_scan is not None:
        reading = read_scan(path, reading.silent)
    return tuple(
        Prepared(str(path), data, sha256, part, with_doubts(extractor.extract(part.text), part.doubts))
        for part in parts_of(reading)
    )


def with_doubts(extraction: Extraction, doubts: Sequence[Span]) -> Extraction:
    """Return an extraction whose figures are doubtful where their words are; they are asked about before the others."""
    if not doubts:
        return extraction
    figures = tuple(
        replace(figure, doubtful=True, confidence=min(figure.confidence, _DOUBTED))
        if any(doubt.start < figure.span.end and figure.span.start < doubt.end for doubt in doubts)
        else figure
        for figure in extraction.figures
    )
    return replace(extraction, figures=figures)


def prepare_within_limits(
    path: Path,
    dictionary: Dictionary,
    *,
    taught: tuple[TaughtRule, ...] = (),
    recognised: Mapping[int, Sequence[RecognisedWord]] | None = None,
    ready: Callable[[Prepared, Dictionary], Prepared],
) -> tuple[Prepared, ...]:
    """Do as :func:`prepare_all` within limits of time and memory, and make the records ``ready`` to be stored.

    It is for a child process, which ends on overrunning. ``recognised`` holds by their numbers the words in the
    pictures of pages of a PDF.
    """
    with limited(_SECONDS, _MEGABYTES) as more:

        def read(file: Path) -> Reading:
            reading = read_guarded(file, _MEGABYTES, recognised, more)
            if not reading.pages:
                more(len(reading.text) // PAGE_OF_TEXT)
            return reading

        prepared = prepare_all(path, dictionary, read, taught=taught)
    with limited(_SECONDS, _MEGABYTES):  # the checks have a time of their own: a long text is no reason to refuse it
        return tuple(ready(each, dictionary) for each in prepared)


@dataclass(frozen=True, slots=True)
class PackedWork:
    """How files are prepared, and the dictionary for it, packed once for all of them; it goes to a process with each.

    A process that is only starting reads nothing yet: what is handed to it then, and is more than a pipe holds, keeps
    the window waiting for a second. Packed closely it goes with each file in no time, and is known by its ``mark``.
    """

    mark: str
    data: bytes = field(compare=False, repr=False)


def pack_work(work: Prepare, dictionary: Dictionary) -> PackedWork:
    """Return how files are prepared, packed."""
    data = zlib.compress(pickle.dumps((work, dictionary)))
    return PackedWork(digest_of_file(data), data)


def prepare_packed(packed: PackedWork, path: Path) -> tuple[Prepared, ...]:
    """Prepare a file as was packed; for a child process, which loads nothing of the window."""
    work, dictionary = _unpacked(packed)
    prepared = work(path, dictionary)
    _settle()
    return prepared


@lru_cache(maxsize=1)
def _settle() -> None:
    """Take all that the first file made the process load for kept, once: rules and dictionary stay until its end.

    Python looks for what can be thrown away by going through everything that is not kept, at every few files anew.
    """
    gc.freeze()


@lru_cache(maxsize=1)
def _unpacked(packed: PackedWork) -> tuple[Prepare, Dictionary]:
    """Return what :func:`pack_work` packed."""
    work, dictionary = pickle.loads(zlib.decompress(packed.data))  # noqa: S301 - from our own process, through its own line
    return work, dictionary


def page_of_scan(path: Path, number: int, tesseract: str) -> tuple[RecognisedWord, ...]:
    """Return the words in the picture of one page of a PDF; for a child process, as pdfium may stop it.

    Raises WorldError where the page cannot be drawn or recognised.
    """
    from crossfoot.readers.scans import recognise  # noqa: PLC0415 - as above
    from crossfoot.readers.scans.tesseract import SECONDS  # noqa: PLC0415 - as above

    with limited(_SECONDS + SECONDS, _MEGABYTES):
        return recognise(path.name, file_bytes(path), [number], tesseract, lambda *_: None)[number]


def prepare(
    path: Path,
    dictionary: Dictionary,
    read: Callable[[Path], Reading] | None = None,
    *,
    taught: tuple[TaughtRule, ...] = (),
) -> Prepared:
    """Read a file of one record, as :func:`prepare_all` does; raise WorldError where it holds several."""
    prepared = prepare_all(path, dictionary, read, taught=taught)
    if len(prepared) > 1:
        raise WorldError(f"{path.name} holds {len(prepared)} records; import it, so that each becomes a document.")
    return prepared[0]


def read_again(text: str, dictionary: Dictionary, taught: tuple[TaughtRule, ...]) -> Extraction:
    """Return what the rules of today find in a text that was stored; for use in another process."""
    return _extractor(dictionary, taught).extract(text)


@lru_cache(maxsize=2)
def _extractor(dictionary: Dictionary, taught: tuple[TaughtRule, ...]) -> Extractor:
    """Return the extractor for a dictionary and rules, made once for all files of a process.

    It keeps nothing between texts, and making it takes six times as long as searching one.
    """
    return Extractor(dictionary, taught)


def find_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files to import: those named, and all in named folders and zip files that a reader knows.

    Folders and zip files are gone through by name, without hidden files and the lock files that office
    programs leave. A named file is kept whatever it is, so that its own sentence can say what is wrong with it.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file() and _wanted(p.relative_to(path)))
            found += [member for file in inside for member in _opened(file)]
        else:
            found += _opened(path)
    return tuple(dict.fromkeys(found))


def _opened(path: Path) -> list[Path]:
    """Return the files packed in a zip file, or the file itself; one that cannot be opened says so when it is read."""
    if not is_archive(path):
        return [path]
    try:
        return [member for member in members(path) if _wanted(member.relative_to(path))]
    except WorldError:
        return [path]


def _wanted(path: Path) -> bool:
    """Tell whether a file found in a folder is one to import; a README is about the others, no record itself."""
    hidden = any(part.startswith((".", "~$")) for part in path.parts)
    return not hidden and path.stem.lower() != "readme" and path.suffix.lower() in SUFFIXES | ARCHIVES
