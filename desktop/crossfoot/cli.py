"""The command ``crossfoot``: everything but the window, for scripts and for those who prefer to type.

Results go to standard output, messages for people to standard error. What the world refuses is one
line, and the exit status is then 1; what went well besides is kept.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import multiprocessing
import os
import sys
import traceback
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import repeat
from pathlib import Path
from typing import Any, TypeVar

from crossfoot import __version__, assets
from crossfoot.export import SUFFIXES, write
from crossfoot.export.interchange import extraction_json, figures_json, finding_json
from crossfoot.export.rows import as_text
from crossfoot.extraction.extractor import Extractor
from crossfoot.model import Changes, Dictionary, Finding, Reading, TaughtRule, WorldError
from crossfoot.model.wording import STATE_WORDS, day_words, figure_words, moment_words, period_words, rule_words
from crossfoot.readers import file_bytes, scans
from crossfoot.readers.isolation import IsolatedReader
from crossfoot.review.checking import check_prepared, compare_prepared
from crossfoot.review.merging import merge_words
from crossfoot.review.prepared import Prepared
from crossfoot.review.preparing import find_files, prepare_all
from crossfoot.review.rereading import Tally
from crossfoot.review.session import Review
from crossfoot.review.summary import summarise
from crossfoot.review.teaching.files import read_rules, rule_json, write_rules
from crossfoot.review.versions.comparing import Fate
from crossfoot.workspace import SUFFIX, Workspace, local_now, restore

Row = Sequence[object]
Result = TypeVar("Result")
Results = tuple[Prepared, ...]
"""What was made of one file: a document for each of its records."""

_FAILED = 1
_STOPPED = 130

_CHUNK = 16
"""Files that a process of the pool prepares before their lines are printed."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status: 0 done, 1 something was refused, 2 wrongly called."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    commands = _parser()
    opens_window = not arguments or (len(arguments) == 1 and _names_a_file(arguments[0]))
    given = commands.parse_args(["open", *arguments] if opens_window else arguments)
    run: Callable[[argparse.Namespace], int] = given.run
    try:
        status = run(given)
        sys.stdout.flush()
    except WorldError as error:
        _tell(str(error))
        return _FAILED
    except KeyboardInterrupt:
        _tell("Stopped; what was done until now is kept.")
        return _STOPPED
    except BrokenPipeError:
        # Whoever read the output has seen enough. Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _names_a_file(argument: str) -> bool:
    """Tell whether the one argument is a workspace to open and not a command."""
    return argument.endswith(SUFFIX) or (not argument.startswith("-") and Path(argument).is_file())


def _parser() -> argparse.ArgumentParser:
    """Return the commands with their arguments."""
    parser = argparse.ArgumentParser(
        prog="crossfoot",
        description="Check the figures of Cabinet decision records, offline.",
        epilog=f"crossfoot [WORKSPACE] opens the window. A workspace is one file that ends in {SUFFIX}.",
    )
    parser.add_argument("--version", action="version", version=f"crossfoot {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], words: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=words, description=words)
        made.set_defaults(run=run)
        return made

    made = command("open", _open, "open the window")
    made.add_argument("workspace", type=Path, metavar="WORKSPACE", nargs="?")
    made = command("import", _import, "bring files and folders into a workspace, made if absent")
    _takes_workspace(made)
    made.add_argument("paths", type=Path, metavar="PATH", nargs="+")
    made.add_argument("--jobs", type=_positive, default=1, metavar="N", help="read N files at a time (default 1)")
    made.add_argument("--replace", metavar="ID", help="put the one file in the place of this document, its old version")
    made = command("extract", _extract, "figures and record facts of files, without a workspace")
    made.add_argument("paths", type=Path, metavar="PATH", nargs="+")
    _takes_format(made, "table", "csv", "json")
    made = command("check", _check, "findings of files, or of a workspace with the officer's corrections")
    made.add_argument("paths", type=Path, metavar="PATH|WORKSPACE", nargs="+")
    _takes_format(made, "table", "json")
    made = command("figures", _figures, "all figures with the officer's decisions")
    _takes_workspace(made)
    _takes_format(made, "table", "csv", "json")
    made = command("reread", _reread, "find the figures of a workspace's documents anew; decisions stay with them")
    _takes_workspace(made)
    _takes_rules(command("rules", _rules, "what the officer taught: list the rules, or carry them to and from a file"))
    made = command("search", _search, "search texts, figures and annotations")
    _takes_workspace(made)
    made.add_argument("query", metavar="QUERY", nargs="+")
    made = command("merge", _merge, "bring in what a colleague decided in another copy of a workspace")
    _takes_workspace(made)
    made.add_argument("other", type=Path, metavar="OTHER")
    made.add_argument("--take-theirs", action="store_true", help="where both decided and differ, take the colleague's")
    made = command("export", _export, "write the annotated summary")
    _takes_workspace(made)
    suffixes = ", ".join(sorted(suffix.removeprefix(".") for suffix in SUFFIXES))
    made.add_argument("--to", type=Path, required=True, metavar="FILE", help=f"format by suffix: {suffixes}")
    made.add_argument("--document", action="append", metavar="ID", nargs="+", help="only these documents")
    made = command("journal", _journal, "who decided what, when and why")
    _takes_workspace(made)
    _takes_format(made, "table", "json")
    _takes_workspace(command("verify", _verify, "test that a workspace is what was written"))
    made = command("backup", _backup, "put a tested copy of a workspace at FILE")
    _takes_workspace(made)
    made.add_argument("to", type=Path, metavar="FILE")
    made = command("restore", _restore, "put the copy FILE in the place of a workspace, which is kept beside it")
    _takes_workspace(made)
    made.add_argument("backup", type=Path, metavar="FILE")
    return parser


def _takes_workspace(made: argparse.ArgumentParser) -> None:
    """Let a command name the workspace that it is about."""
    made.add_argument("workspace", type=Path, metavar="WORKSPACE")


def _takes_format(made: argparse.ArgumentParser, *names: str) -> None:
    """Let a command choose the form of its result, the first where none is named."""
    made.add_argument("--format", choices=names, default=names[0], help=f"form of the result (default {names[0]})")


def _takes_rules(made: argparse.ArgumentParser) -> None:
    """Let a command list the rules of a workspace, write them to a file or take them from one."""
    _takes_workspace(made)
    _takes_format(made, "table", "json")
    way = made.add_mutually_exclusive_group()
    way.add_argument("--to", type=Path, metavar="FILE", help="write the rules to FILE, for another workspace")
    way.add_argument("--from", type=Path, dest="source", metavar="FILE", help="keep the rules of FILE here")


def _open(given: argparse.Namespace) -> int:
    """Open the window; Qt is loaded for this command alone."""
    from crossfoot.app import run_window  # noqa: PLC0415 - the other commands must work where Qt cannot

    return run_window(given.workspace)


def _import(given: argparse.Namespace) -> int:
    """Bring files into a workspace: a line for each, and one at the end."""
    if given.replace is not None:
        return _replace(given)
    files = find_files(given.paths)
    dictionary = assets.dictionary()
    kept = refused = 0
    with Workspace.open(given.workspace, create=True) as workspace:
        review = Review(workspace, dictionary)
        fresh: set[str] = set()
        for path, results in _prepare_all(files, dictionary, given.jobs, review.taught()):
            for prepared in (results,) if isinstance(results, WorldError) else results:
                outcome = _bring_in(review, path, prepared)
                if isinstance(outcome, WorldError):
                    _tell(_with_name(path, outcome))
                    refused += 1
                    continue
                stored, changes = outcome
                kept += 1
                fresh |= changes.documents
                part = stored.reading.part
                place = f", record {part.number} of {part.count}" if part else ""
                print(f"{path}{place}: {len(stored.extraction.figures)} figures")
                for note in stored.reading.notes:
                    _tell(f"{path}: {note}")
        _tell_twins(review, fresh)
    _tell(f"{kept} imported, {refused} not." if files else "No documents were found there.")
    return _FAILED if refused or not files else 0


def _bring_in(review: Review, path: Path, prepared: Prepared | WorldError) -> tuple[Prepared, Changes] | WorldError:
    """Store what was made of a file; return it with what that changed, or why it is not in."""
    if isinstance(prepared, WorldError):
        return prepared
    changes = _guarded(path, partial(review.store, prepared))
    return changes if isinstance(changes, WorldError) else (prepared, changes)


def _tell_twins(review: Review, fresh: Collection[str]) -> None:
    """Say which documents that came in look like new versions of others, and how they take their places."""
    for old, new in review.twins(fresh):
        _tell(
            f"{review.document(new).path}: looks like another version of {old} "
            f"({Path(review.document(old).path).name}): import it with --replace {old} to put it in its place."
        )


def _replace(given: argparse.Namespace) -> int:
    """Put a file in the place of a document, and say what became of the figures, the decisions and the notes."""
    files = find_files(given.paths)
    if len(files) != 1:
        raise WorldError(f"--replace takes one file, and {len(files)} were named: name the new version alone.")
    with _opened(given.workspace) as review:
        ((path, prepared),) = _prepare_all(files, assets.dictionary(), 1, review.taught())
        if isinstance(prepared, WorldError):
            raise prepared
        if len(prepared) > 1:
            raise WorldError(f"{path.name} holds {len(prepared)} records, and --replace takes one: import it without.")
        done = review.replace_document(given.replace, prepared[0])
    print(f"{path}: {done.document} in the place of {given.replace}: {done.comparison.words}")
    for fate in done.comparison.figures:
        if fate.old is not None and fate.was_decided and fate.fate in {Fate.CHANGED, Fate.LOST}:
            now = f"now “{fate.new.quote}”, to be decided again" if fate.new is not None else "no longer there"
            print(f"  {STATE_WORDS[fate.old.state]} “{fate.old.printed.quote}”: {now}")
    for lost in done.comparison.lost_notes:
        quote = " ".join(lost.note.quote.split())
        print(f"  note on “{quote}”: its words are no longer there. {lost.note.comment}".rstrip())
    if done.comparison.stays:
        print(f"  {done.comparison.stays}")
    return 0


def _extract(given: argparse.Namespace) -> int:
    """Print figures and record facts of files."""
    prepared, status = _prepared(given.paths)
    if given.format == "json":
        _print_json(
            {
                "documents": [
                    extraction_json(each.path, each.sha256, each.reading, each.extraction, check_prepared(each))
                    for each in prepared
                ]
            }
        )
        return status
    headings = ("file", "value", "unit", "indicator", "label", "subject", "period", "nature", "section", "place")
    rows = [
        (
            Path(each.path).name,
            figure.value if given.format == "csv" else figure_words(figure),
            figure.unit or "",
            figure.indicator or "",
            figure.label,
            figure.subject,
            period_words(figure.period),
            figure.nature or "",
            figure.section or "",
            f"{figure.span.start}-{figure.span.end}",
        )
        for each in prepared
        for figure in each.extraction.figures
    ]
    if given.format == "csv":
        _print_csv(headings, rows)
        return status
    for each in prepared:
        record = each.extraction.record
        print(f"{each.path}: {record.title or 'no title'}")
        facts = {
            "council": record.council,
            "reference": record.reference,
            "meeting": record.meeting_date and day_words(record.meeting_date),
            "call-in": record.call_in and day_words(record.call_in),
            "Proper Officer": record.proper_officer_date and day_words(record.proper_officer_date),
            "resolutions": len(record.resolutions),
            "figures": len(each.extraction.figures),
        }
        print("".join(f"  {name}: {fact}\n" for name, fact in facts.items() if fact is not None), end="")
    _print_table(headings, rows)
    return status


def _check(given: argparse.Namespace) -> int:
    """Print the findings of files or of one workspace."""
    if any(path.suffix == SUFFIX for path in given.paths):
        if len(given.paths) > 1:
            raise WorldError("A workspace is checked alone: name it without other files.")
        with _opened(given.paths[0]) as review:
            names = {row.id: row.title for row in review.documents()}
            _print_findings(given.format, [(names[document], finding) for document, finding in review.findings()])
        return 0
    prepared, status = _prepared(given.paths)
    across = compare_prepared(prepared) if len(prepared) > 1 else {}
    found = [(p.path, finding) for p in prepared for finding in (*check_prepared(p), *across.get(p.path, ()))]
    _print_findings(given.format, found)
    return status


def _figures(given: argparse.Namespace) -> int:
    """Print all figures of a workspace with the officer's decisions."""
    with _opened(given.workspace) as review:
        figures = review.figures()
        if given.format == "json":
            _print_json(figures_json(figures))
            return 0
        names = {row.id: row.title for row in review.documents()}
    plain = given.format == "csv"
    headings = (
        "id",
        "document",
        "state",
        "printed",
        "value",
        "unit",
        "indicator",
        "subject",
        "period",
        "nature",
        "why",
    )
    rows = [
        (
            figure.id,
            names[figure.document],
            STATE_WORDS[figure.state],
            figure.printed.quote,
            figure.current.value if plain else figure_words(figure.current),
            figure.current.unit or "",
            figure.current.indicator or "",
            figure.current.subject,
            period_words(figure.current.period),
            figure.current.nature or "",
            " ".join(filter(None, (figure.reason, figure.note, figure.reviewer and f"({figure.reviewer})"))),
        )
        for figure in figures
    ]
    if plain:
        _print_csv(headings, rows)
    else:
        _print_table(headings, rows)
    return 0


def _reread(given: argparse.Namespace) -> int:
    """Read the documents again that other rules have read, a line and a transaction for each."""
    total = Tally()
    with _opened(given.workspace) as review:
        names = {row.id: row.title for row in review.documents()}
        extractor = Extractor(review.dictionary, review.taught())
        for document in review.outdated():
            _, tally = review.keep_reading(document, extractor.extract(review.document(document).text))
            print(f"{document} {names[document]}: {tally.words}")
            total += tally
    if total.documents:
        _tell(f"{total.documents} read again: {total.words}.")
    else:
        _tell("All documents are read by the rules of today; nothing to do.")
    return 0


def _rules(given: argparse.Namespace) -> int:
    """Print the taught rules, or write them to a file, or keep those of a file."""
    with _opened(given.workspace) as review:
        if given.source:
            changes = review.keep_rules(read_rules(given.source, review.dictionary))
            _tell(
                f"{_rule_count(len(changes.rules))} kept from {given.source}; they are asked when a text is read next."
            )
            return 0
        rules, dictionary = review.taught(), review.dictionary
    if given.to:
        write_rules(rules, given.to)
        _tell(f"{_rule_count(len(rules))} written: {given.to}")
        return 0
    if given.format == "json":
        _print_json([rule_json(rule) for rule in rules])
        return 0
    rows = [
        (
            rule.id,
            "on" if rule.on else "off",
            rule.reviewer,
            moment_words(rule.made_at) if rule.made_at else "",
            rule_words(rule, dictionary),
        )
        for rule in rules
    ]
    _print_table(("id", "is", "by", "when", "rule"), rows, whole=True)
    if not rules:
        _tell("No rules were kept in this workspace yet.")
    return 0


def _rule_count(count: int) -> str:
    """Return "1 rule" or "3 rules"."""
    return f"{count} rule" if count == 1 else f"{count} rules"


def _search(given: argparse.Namespace) -> int:
    """Print hits with document, section and snippet."""
    with _opened(given.workspace) as review:
        names = {row.id: row.title for row in review.documents()}
        hits = review.search(" ".join(given.query))
    rows = [(hit.kind, names[hit.document], hit.section or "", hit.target, hit.snippet) for hit in hits]
    _print_table(("found in", "document", "section", "id", "words"), rows, whole=True)
    if not hits:
        _tell("Nothing was found.")
    return 0


def _merge(given: argparse.Namespace) -> int:
    """Bring in the decisions of another copy; where both decided and differ, list both and keep what is here."""
    with _opened(given.workspace) as review:
        plan = review.compare_copy(given.other)
        names = {row.id: row.title for row in review.documents()}
        review.merge(plan, plan.choices if given.take_theirs else ())
    rows = [
        (
            names[each.mine.document],
            each.mine.printed.quote,
            *(
                f"{STATE_WORDS[side.state]} {figure_words(side.current)} ({side.reviewer or '–'})"
                for side in (each.mine, each.theirs)
            ),
        )
        for each in plan.conflicts
    ]
    rows += [
        (
            names.get(each.arrival.document or "", "all records"),
            each.arrival.name,
            *(f"{' · '.join(side.words.splitlines())} ({side.reviewer or '–'})" for side in (each.mine, each.theirs)),
        )
        for each in plan.differences
    ]
    _print_table(("document", "what", "here", "there"), rows, whole=True)
    for sentence in plan.left_out:
        _tell(sentence)
    _tell(merge_words(plan))
    if plan.choices:
        taken = "theirs was taken" if given.take_theirs else "what is here was kept; choose in the window (File, Merge)"
        _tell(f"{len(plan.choices)} decided differently in both copies: {taken}.")
    return 0


def _export(given: argparse.Namespace) -> int:
    """Write the annotated summary."""
    chosen = None if given.document is None else [each for group in given.document for each in group]
    with _opened(given.workspace) as review:
        write(summarise(review, local_now(), chosen), given.to)
    _tell(f"Written: {given.to}")
    return 0


def _journal(given: argparse.Namespace) -> int:
    """Print the journal, oldest first."""
    with _opened(given.workspace) as review:
        rows = tuple(reversed(review.history()))
    if given.format == "json":
        _print_json(
            [
                {
                    "seq": row.seq,
                    "at": row.at.isoformat(),
                    "reviewer": row.reviewer,
                    "verb": row.verb,
                    "kind": row.target_kind,
                    "target": row.target,
                    "document": row.document,
                    "before": json.loads(row.before),
                    "after": json.loads(row.after),
                    "reason": row.reason,
                    "group": row.group,
                    "undoes": row.undoes,
                    "digest": row.digest,
                }
                for row in rows
            ]
        )
        return 0
    headings = ("no.", "when", "who", "did", "to", "why")
    _print_table(
        headings,
        [(r.seq, moment_words(r.at), r.reviewer, r.verb, f"{r.target_kind} {r.target}", r.reason) for r in rows],
    )
    return 0


def _verify(given: argparse.Namespace) -> int:
    """Test a workspace; a line for each thing that is not what was written."""
    with _opened(given.workspace) as review:
        wrong = review.verify()
    for sentence in wrong:
        print(f"{given.workspace}: {sentence}")
    if wrong:
        _tell(f"{given.workspace}: restore a backup, and keep this file for rescue.")
        return _FAILED
    print(f"{given.workspace}: sound")
    return 0


def _backup(given: argparse.Namespace) -> int:
    """Put a tested copy of a workspace at a file."""
    with _opened(given.workspace) as review:
        review.backup(given.to)
    _tell(f"Copied and tested: {given.to}")
    return 0


def _restore(given: argparse.Namespace) -> int:
    """Put a copy in the place of a workspace, which is kept."""
    kept = restore(given.backup, given.workspace, local_now())
    _tell(f"Restored: {given.workspace}" + (f"; what stood there is now {kept}" if kept else ""))
    return 0


@contextmanager
def _opened(path: Path) -> Iterator[Review]:
    """Give the review of an existing workspace."""
    with Workspace.open(path) as workspace:
        yield Review(workspace, assets.dictionary())


def _prepare_all(
    files: Sequence[Path], dictionary: Dictionary, jobs: int, taught: tuple[TaughtRule, ...] = ()
) -> Iterator[tuple[Path, Results | WorldError]]:
    """Yield each file in order with what was made of it, ``jobs`` of them being prepared at a time.

    Readers run in processes of their own behind limits of time and memory: a file that brings its
    reader down, or holds it up for ever, is one line and not the end of the import.
    """
    if jobs == 1 or len(files) < 2:
        with IsolatedReader() as reader:
            for path in files:
                yield path, _attempt(path, dictionary, taught, reader)
        return
    size = min(_CHUNK, -(-len(files) // jobs))
    chunks = [files[start : start + size] for start in range(0, len(files), size)]
    with ProcessPoolExecutor(min(jobs, len(chunks)), mp_context=multiprocessing.get_context("spawn")) as pool:
        for chunk, results in zip(
            chunks, pool.map(_attempt_all, chunks, repeat(dictionary), repeat(taught)), strict=True
        ):
            yield from zip(chunk, results, strict=True)


def _attempt_all(
    paths: Sequence[Path], dictionary: Dictionary, taught: tuple[TaughtRule, ...]
) -> list[Results | WorldError]:
    """Prepare some files one after the other; runs in a process of the pool."""
    with IsolatedReader() as reader:
        return [_attempt(path, dictionary, taught, reader) for path in paths]


def _attempt(
    path: Path, dictionary: Dictionary, taught: tuple[TaughtRule, ...], reader: IsolatedReader
) -> Results | WorldError:
    """Prepare a file, or return why that cannot be."""
    read_scan = partial(_recognised, reader=reader) if scans.program() else None
    return _guarded(path, partial(prepare_all, path, dictionary, reader.read, taught=taught, read_scan=read_scan))


def _recognised(path: Path, pages: tuple[int, ...], reader: IsolatedReader) -> Reading:
    """Return the reading of a PDF whose pages are pictures, telling how far their recognition has come."""

    def told(done: int, count: int) -> None:
        _tell(f"{path}: {done} of {count} pages recognised")

    return reader.read(path, scans.recognise(path.name, file_bytes(path), pages, scans.program() or "", told))


def _guarded(path: Path, work: Callable[[], Result]) -> Result | WorldError:
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


def _prepared(paths: Iterable[Path]) -> tuple[list[Prepared], int]:
    """Return what could be made of files and folders, and the exit status; what was refused is told."""
    files = find_files(paths)
    made: list[Prepared] = []
    status = 0 if files else _FAILED
    for path, prepared in _prepare_all(files, assets.dictionary(), 1):
        if isinstance(prepared, WorldError):
            _tell(_with_name(path, prepared))
            status = _FAILED
        else:
            made.extend(prepared)
    if not files:
        _tell("No documents were found there.")
    return made, status


def _with_name(path: Path, error: WorldError) -> str:
    """Return an error's sentence with the file's name in it."""
    sentence = str(error)
    return sentence if path.name in sentence else f"{path}: {sentence}"


def _print_findings(form: str, found: Sequence[tuple[str, Finding]]) -> None:
    """Print findings with the document that each belongs to."""
    if form == "json":
        _print_json([{"document": document, **finding_json(finding)} for document, finding in found])
        return
    rows = [(Path(document).name, f.rule, f.name, f.verdict, f.message) for document, f in found]
    _print_table(("document", "rule", "check", "verdict", "message"), rows, whole=True)


def _print_json(value: Any) -> None:
    """Print JSON with its letters as they are."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def _print_csv(headings: Row, rows: Iterable[Row]) -> None:
    """Print comma-separated values."""
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\n").writerows(
        [headings, *([as_text(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)]
    )
    print(file.getvalue(), end="")


def _print_table(headings: Row, rows: Sequence[Row], *, whole: bool = False) -> None:
    """Print rows under headings in columns; long cells are cut, but for the last column where ``whole``."""
    if not rows:
        return
    cells = [[" ".join(str(cell).split()) for cell in row] for row in [headings, *rows]]
    last = len(headings) - 1
    cut = [[c if whole and i == last else c if len(c) <= 36 else f"{c[:35]}…" for i, c in enumerate(r)] for r in cells]
    widths = [max(len(row[column]) for row in cut) for column in range(len(headings))]
    for row in cut:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _positive(text: str) -> int:
    """Return a number of at least one."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def _tell(message: str) -> None:
    """Say something to the person at the keyboard."""
    print(message, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
