"""What a reader met in a document but could not read, said in plain sentences."""

from __future__ import annotations


def unread(*, pictures: int = 0, objects: int = 0, comments: int = 0) -> tuple[str, ...]:
    """Return a sentence for each kind of thing that was left out; ``objects`` are charts, sheets and the like."""
    kinds = (
        (pictures, "picture", "A picture", "read"),
        (objects, "embedded object", "An embedded object", "read"),
        (comments, "comment", "A comment", "taken over"),
    )
    return tuple(
        f"{one} in the document was not {done}." if count == 1 else f"{count} {kind}s in the document were not {done}."
        for count, kind, one, done in kinds
        if count
    )
