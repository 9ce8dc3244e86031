"""The one SQLite file that holds everything; the only place with SQL."""

from crossfoot.workspace.backups import Backup, BackupReason, backups_folder, list_backups, thin
from crossfoot.workspace.borrowing import borrowed, shared_rows
from crossfoot.workspace.codec import dumps, loads
from crossfoot.workspace.copying import PendingCopy, faults_of, restore
from crossfoot.workspace.documents import DocumentRow, digest_of_file
from crossfoot.workspace.drafts import Draft, DraftKind
from crossfoot.workspace.file import SUFFIX, Workspace, local_now
from crossfoot.workspace.journal import BACK, NOTHING, REDO, REREAD, UNDO, Act, Entry, TargetKind
from crossfoot.workspace.officer import FigureState, replay
from crossfoot.workspace.packing import DOCUMENT, Cut, PackedDocument, cut, pack_document
from crossfoot.workspace.stored import StoredDocument

__all__ = [
    "BACK",
    "DOCUMENT",
    "NOTHING",
    "REDO",
    "REREAD",
    "SUFFIX",
    "UNDO",
    "Act",
    "Backup",
    "BackupReason",
    "Cut",
    "DocumentRow",
    "Draft",
    "DraftKind",
    "Entry",
    "FigureState",
    "PackedDocument",
    "PendingCopy",
    "StoredDocument",
    "TargetKind",
    "Workspace",
    "backups_folder",
    "borrowed",
    "cut",
    "digest_of_file",
    "dumps",
    "faults_of",
    "list_backups",
    "loads",
    "local_now",
    "pack_document",
    "replay",
    "restore",
    "shared_rows",
    "thin",
]
