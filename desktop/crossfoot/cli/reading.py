"""Files made into documents for the commands, some of them at a time: one bad file never keeps the others out."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import TypeVar, cast

from crossfoot import assets
from crossfoot.cli.printing import FAILED, tell
from crossfoot.model import Dictionary, Reading, ScanError, TaughtRule, WorldError
from crossfoot.readers import file_bytes, scans
from crossfoot.readers.crew import Done, work_on
from crossfoot.readers.isolation import IsolatedReader
from crossfoot.review.prepared import Prepared
from crossfoot.review.preparing import (
    PackedWork,
    find_files,
    pack_work,
    prepare_all,
    prepare_packed,
    prepare_within_limits,
)

Result = TypeVar("Result")
Results = tuple[Prepared, ...]
"""What was made of one file: a document for each of its records."""

Ready = Callable[[Prepared, Dictionary], Prepared]
"""Makes a record ready to be stored, or leaves it as it is."""


def _as_it_is(prepared: Prepared, _: Dictionary) -> Prepared:
    """Leave a record as it is: it is not to be stored, or not as a new one."""
    return prepared


def each_prepared(
    files: Sequence[Path],
    dictionary: Dictionary,
    jobs: int,
    taught: tuple[TaughtRule, ...] = (),
    ready: Ready = _as_it_is,
) -> Iterator[tuple[Path, Results | WorldError]]:
    """Yield each file in order with what was made of it, ``jobs`` of them being prepared at a time.

    ``ready`` makes records ready to be stored. Readers run in processes of their own behind limits of time and memory:
    a file that brings its reader down, or holds it up for ever, is one line and not the end of the import.
    """
    with IsolatedReader() as reader:
        alone = partial(_prepare, reader=reader, dictionary=dictionary, taught=taught, ready=ready)
        if jobs == 1 or len(files) < 2:
            for path in files:
                yield path, guarded(path, partial(alone, path))
            return
        packed = pack_work(partial(prepare_within_limits, taught=taught, ready=ready), dictionary)
        for done in work_on(files, lambda path: partial(_attempt, packed, path), jobs=jobs):
            path, made = done.thing, _results(done)
            yield path, guarded(path, partial(alone, path)) if _wants_recognition(made) else made


def _attempt(packed: PackedWork, path: Path) -> Results | WorldError:
    """Prepare a file, or say why that cannot be; runs in a process of the crew."""
    return guarded(path, partial(prepare_packed, packed, path))


def _results(done: Done[Path]) -> Results | WorldError:
    """Return what a process made of a file, or that it went down with it."""
    if isinstance(done.error, BrokenProcessPool):
        return WorldError(f"{done.thing}: reading it brought its process down; it may be damaged, try a new copy.")
    if done.error is not None:
        raise done.error
    return cast("Results | WorldError", done.result)


def _wants_recognition(made: Results | WorldError) -> bool:
    """Tell whether a file has pages that are pictures, and Tesseract is there to recognise them."""
    silent = isinstance(made, ScanError) or (not isinstance(made, WorldError) and bool(made[0].reading.silent))
    return silent and scans.program() is not None


def _prepare(
    path: Path, reader: IsolatedReader, *, dictionary: Dictionary, taught: tuple[TaughtRule, ...], ready: Ready
) -> Results:
    """Prepare a file, or raise why that cannot be."""
    read_scan = partial(_recognised, reader=reader) if scans.program() else None
    made = prepare_all(path, dictionary, reader.read, taught=taught, read_scan=read_scan)
    return tuple(ready(each, dictionary) for each in made)


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
