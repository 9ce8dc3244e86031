"""What a reader met in a document but could not read, said in plain sentences."""

from __future__ import annotations

STRUCK = "Words that are struck through were left out."


def unread(*, pictures: int = 0, objects: int = 0, struck: int = 0) -> tuple[str, ...]:
    """Return a sentence for each kind of thing that was left out; ``objects`` are charts, sheets and the like."""
    kinds = (
        (pictures, "picture", "A picture"),
        (objects, "embedded object", "An embedded object"),
    )
    left_out = [
        f"{one} in the document was not read." if count == 1 else f"{count} {kind}s in the document were not read."
        for count, kind, one in kinds
        if count
    ]
    return (*left_out, STRUCK) if struck else tuple(left_out)
