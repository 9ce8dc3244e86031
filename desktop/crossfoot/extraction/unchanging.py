"""Values that nothing changes once they are made, as the type checker proves and Python need not prove again.

A frozen dataclass sets each of its fields by a call when it is made: four times what setting them costs. With some ten
thousand such values for every hundred thousand characters of a record, this was one part in forty of reading it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as unchanging
else:
    from dataclasses import dataclass

    def unchanging(*, frozen: bool, slots: bool) -> type:
        """Return what makes a dataclass whose values compare and hash as those of a frozen one do.

        To the type checker it is ``dataclass`` itself, which keeps every field from being set again.
        """
        return dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["unchanging"]
