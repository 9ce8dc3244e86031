"""The command ``crossfoot``: everything but the window, for scripts and for those who prefer to type.

Results go to standard output, messages for people to standard error. What the world refuses is one
line, and the exit status is then 1; what went well besides is kept.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from crossfoot import __version__
from crossfoot.cli.decided import figures, journal, rules, search
from crossfoot.cli.printing import FAILED, tell
from crossfoot.cli.records import check, extract, import_files
from crossfoot.cli.workspaces import backup, export, merge, reread, restore_copy, verify
from crossfoot.export import SUFFIXES
from crossfoot.model import WorldError
from crossfoot.workspace import SUFFIX

_STOPPED = 130


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
        tell(str(error))
        return FAILED
    except KeyboardInterrupt:
        tell("Stopped; what was done until now is kept.")
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
    made = command("import", import_files, "bring files and folders into a workspace, made if absent")
    _takes_workspace(made)
    made.add_argument("paths", type=Path, metavar="PATH", nargs="+")
    made.add_argument("--jobs", type=_positive, default=1, metavar="N", help="read N files at a time (default 1)")
    made.add_argument("--replace", metavar="ID", help="put the one file in the place of this document, its old version")
    made = command("extract", extract, "figures and record facts of files, without a workspace")
    made.add_argument("paths", type=Path, metavar="PATH", nargs="+")
    _takes_format(made, "table", "csv", "json")
    made = command("check", check, "findings of files, or of a workspace with the officer's corrections")
    made.add_argument("paths", type=Path, metavar="PATH|WORKSPACE", nargs="+")
    _takes_format(made, "table", "json")
    made = command("figures", figures, "all figures with the officer's decisions")
    _takes_workspace(made)
    _takes_format(made, "table", "csv", "json")
    made = command("reread", reread, "find the figures of a workspace's documents anew; decisions stay with them")
    _takes_workspace(made)
    _takes_rules(command("rules", rules, "what the officer taught: list the rules, or carry them to and from a file"))
    made = command("search", search, "search texts, figures and annotations")
    _takes_workspace(made)
    made.add_argument("query", metavar="QUERY", nargs="+")
    made = command("merge", merge, "bring in what a colleague decided in another copy of a workspace")
    _takes_workspace(made)
    made.add_argument("other", type=Path, metavar="OTHER")
    made.add_argument("--take-theirs", action="store_true", help="where both decided and differ, take the colleague's")
    made = command("export", export, "write the annotated summary")
    _takes_workspace(made)
    suffixes = ", ".join(sorted(suffix.removeprefix(".") for suffix in SUFFIXES))
    made.add_argument("--to", type=Path, required=True, metavar="FILE", help=f"format by suffix: {suffixes}")
    made.add_argument("--document", action="append", metavar="ID", nargs="+", help="only these documents")
    made = command("journal", journal, "who decided what, when and why")
    _takes_workspace(made)
    _takes_format(made, "table", "json")
    _takes_workspace(command("verify", verify, "test that a workspace is what was written"))
    made = command("backup", backup, "put a tested copy of a workspace at FILE")
    _takes_workspace(made)
    made.add_argument("to", type=Path, metavar="FILE")
    made = command("restore", restore_copy, "put the copy FILE in the place of a workspace, which is kept beside it")
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


def _positive(text: str) -> int:
    """Return a number of at least one."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number
