"""A look at a file's first hundred bytes, before SQLite sees it and could change it.

SQLite opens an empty file as a valid, empty database, and would write into a stranger's.
"""

from __future__ import annotations

from pathlib import Path

from crossfoot.model import DamagedError, WorldError
from crossfoot.workspace.schema import APPLICATION_ID, SCHEMA_VERSION

_MAGIC = b"SQLite format 3\x00"


def look(path: Path) -> int:
    """Return the schema version of the workspace at ``path``; nothing is written.

    Raises WorldError with one sentence where the file is missing, no database, another program's database
    or made by a newer version of this program, and DamagedError where it is empty or cut off.
    """
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError as error:
        raise WorldError(f"{path} is not there: check the name, or import documents into it to make it.") from error
    except IsADirectoryError as error:
        raise WorldError(f"{path} is a folder, not a workspace: name a file that ends in .crossfoot.") from error
    except OSError as error:
        raise WorldError(f"{path} cannot be read ({error.strerror}): check your rights to it.") from error
    if not head:
        raise DamagedError(f"{path} is empty, so it is no workspace: restore a backup, or delete it and start anew.")
    if not head.startswith(_MAGIC):
        raise WorldError(f"{path} is not a Crossfoot workspace: if it is a document, import it instead.")
    if len(head) < 100:
        raise DamagedError(f"{path} is cut off after {len(head)} bytes: restore a backup.")
    version = int.from_bytes(head[60:64], "big")
    application = int.from_bytes(head[68:72], "big")
    if application != APPLICATION_ID:
        raise WorldError(f"{path} is a database of another program: choose a file that Crossfoot made.")
    if version > SCHEMA_VERSION:
        raise WorldError(
            f"{path} was made by a newer Crossfoot (format {version}, this one reads up to {SCHEMA_VERSION}): "
            "install the newer version; the file was left as it is."
        )
    return version
