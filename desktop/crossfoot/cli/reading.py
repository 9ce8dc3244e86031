"""Files made into documents for the commands, some of them at a time: one bad file never keeps the others out."""

from __future__ import annotations

import multiprocessing
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

from crossfoot import assets
from crossfoot.checks import CallInRule
from crossfoot.cli.printing import FAILED, tell
from crossfoot.model import Dictionary, Reading, TaughtRule, WorldError
from crossfoot.readers import file_bytes, scans
from crossfoot.readers.isolation import IsolatedReader
from crossfoot.review.prepared import Prepared
from crossfoot.review.preparing import find_files, prepare_all
from crossfoot.review.readying import with_rows

Result = TypeVar("Result")
Results = tuple[Prepared, ...]
"""What was made of one file: a document for each of its records."""

_CHUNK = 16
"""Files that a process of the pool prepares before their lines are printed."""


def each_prepared(
    files: Sequence[Path],
    dictionary: Dictionary,
    jobs: int,
    taught: tuple[TaughtRule, ...] = (),
    call_in: Mapping[str, CallInRule] | None = None,
) -> Iterator[tuple[Path, Results | WorldError]]:
    """Yield each file in order with what was made of it, ``jobs`` of them being prepared at a time.

    With the ``call_in`` rules of a workspace they are checked too, and made ready to be stored there. Readers run in
    processes of their own behind limits of time and memory: a file that brings its reader down, or holds it up for
    ever, is one line and not the end of the import.
    """
    prepare = partial(_prepare, dictionary=dictionary, taught=taught, call_in=call_in)
    if jobs == 1 or len(files) < 2:
        with IsolatedReader() as reader:
            for path in files:
                yield path, guarded(path, partial(prepare, path, reader))
        return
    size = min(_CHUNK, -(-len(files) // jobs))
    chunks = [files[start : start + size] for start in range(0, len(files), size)]
    with ProcessPoolExecutor(min(jobs, len(chunks)), mp_context=multiprocessing.get_context("spawn")) as pool:
        for chunk, results in zip(chunks, pool.map(partial(_attempt_all, prepare), chunks), strict=True):
            yield from zip(chunk, results, strict=True)


def _attempt_all(
    prepare: Callable[[Path, IsolatedReader], Results], paths: Sequence[Path]
) -> list[Results | WorldError]:
    """Prepare some files one after the other; runs in a process of the pool."""
    with IsolatedReader() as reader:
        return [guarded(path, partial(prepare, path, reader)) for path in paths]


def _prepare(
    path: Path,
    reader: IsolatedReader,
    *,
    dictionary: Dictionary,
    taught: tuple[TaughtRule, ...],
    call_in: Mapping[str, CallInRule] | None,
) -> Results:
    """Prepare a file, or raise why that cannot be."""
    read_scan = partial(_recognised, reader=reader) if scans.program() else None
    made = prepare_all(path, dictionary, reader.read, taught=taught, read_scan=read_scan)
    return made if call_in is None else tuple(with_rows(each, dictionary, call_in) for each in made)


def _recognised(path: Path, pages: tuple[int, ...], reader: IsolatedReader) -> Reading:
    """Return the reading of a PDF whose pages are pictures, telling how far their recognition has come."""

    def told(done: int, count: int) -> None:
        tell(f"{path}: {done} of {count} pages recognised")

    return reader.read(path, scans.recognise(path.name, file_bytes(path), pages, scans.program() or "", told))


def guarded(path: Path, work: Callable[[], Result]) -> Result | WorldError:
    """Return what ``work`` makes of a file, or why not: one file must never keep the others out."""
    try:
        return work()
    except WorldError as error:
        return error
    except Exception as error:  # noqa: BLE001 - a fault of ours is told with its place, and counted as a failure
        return WorldError(f"{path}: a fault in Crossfoot kept it out ({_where(error)}): please report it.")


def _where(error: BaseException) -> str:
    """Return the kind of a fault and its place in the program; never its words, which may hold the document's."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {Path(place.filename).name} line {place.lineno}"


def prepared_files(paths: Iterable[Path]) -> tuple[list[Prepared], int]:
    """Return what could be made of files and folders, and the exit status; what was refused is told."""
    files = find_files(paths)
    made: list[Prepared] = []
    status = 0 if files else FAILED
    for path, prepared in each_prepared(files, assets.dictionary(), 1):
        if isinstance(prepared, WorldError):
            tell(with_name(path, prepared))
            status = FAILED
        else:
            made.extend(prepared)
    if not files:
        tell("No documents were found there.")
    return made, status


def with_name(path: Path, error: WorldError) -> str:
    """Return an error's sentence with the file's name in it."""
    sentence = str(error)
    return sentence if path.name in sentence else f"{path}: {sentence}"
