"""The one SQLite file that holds everything; the only place with SQL."""

from crossfoot.workspace.codec import dumps, loads
from crossfoot.workspace.copying import restore
from crossfoot.workspace.documents import DocumentRow, digest_of_file
from crossfoot.workspace.file import SUFFIX, Workspace, local_now
from crossfoot.workspace.journal import NOTHING, REDO, UNDO, Act, Entry, TargetKind
from crossfoot.workspace.officer import FigureState

__all__ = [
    "NOTHING",
    "REDO",
    "SUFFIX",
    "UNDO",
    "Act",
    "DocumentRow",
    "Entry",
    "FigureState",
    "TargetKind",
    "Workspace",
    "digest_of_file",
    "dumps",
    "loads",
    "local_now",
    "restore",
]
