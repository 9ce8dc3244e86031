"""The codebook: what the tags of a workspace mean, and what each colour of a highlight stands for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

COLOURS = ("yellow", "green", "blue", "pink")
"""The colours of highlights, by the names that annotations carry."""


class CodeKind(StrEnum):
    """What the codebook explains."""

    TAG = "tag"
    COLOUR = "colour"


@dataclass(frozen=True, slots=True)
class Code:
    """A tag or a colour with what it means. ``name`` is the tag, or the colour's own name."""

    kind: CodeKind
    name: str
    meaning: str = ""

    @property
    def key(self) -> str:
        """Return what the code is known by: tags are the same whatever their capitals."""
        return f"{self.kind}:{self.name.casefold()}"


@dataclass(frozen=True, slots=True)
class CodeUse:
    """A code with the number of marks that have it, in records that are not in the bin."""

    code: Code
    marks: int
