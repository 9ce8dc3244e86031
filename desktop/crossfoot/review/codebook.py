"""Tags and colours get meanings; tags are renamed and merged over all marks; a codebook goes to other workspaces."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from crossfoot.model import Annotation, Changes, WorldError
from crossfoot.model.codebook import COLOURS, Code, CodeKind, CodeUse
from crossfoot.review.ledger import NO_CHANGE, Ledger, annotation_entry, code_entry
from crossfoot.review.shelf import Shelf
from crossfoot.workspace import Entry

_FORM = "crossfoot codebook"
"""What a file with a codebook says of itself."""


def codebook(shelf: Shelf) -> tuple[CodeUse, ...]:
    """Return every colour, and every tag that is explained or used: colours first, then tags by name."""
    held = _held(shelf)
    marks = _marks(shelf)
    colours = Counter(mark.colour for mark in marks)
    tags: Counter[str] = Counter()
    names: dict[str, str] = {}
    for mark in marks:
        for tag in mark.tags:
            tags[tag.casefold()] += 1
            names.setdefault(tag.casefold(), tag)
    names |= {code.name.casefold(): code.name for code in held.values() if code.kind is CodeKind.TAG}
    found = [Code(CodeKind.COLOUR, colour) for colour in dict.fromkeys([*COLOURS, *sorted(colours)])]
    found += [Code(CodeKind.TAG, names[key]) for key in sorted(names)]
    return tuple(
        CodeUse(held.get(code.key, code), (colours if code.kind is CodeKind.COLOUR else tags)[_plain(code)])
        for code in found
    )


def explain(ledger: Ledger, kind: CodeKind, name: str, meaning: str) -> Changes:
    """Say what a tag or a colour means; a new tag comes into the codebook. Raise WorldError where it has no name."""
    name = " ".join(name.split()).lstrip("#")
    if not name:
        raise WorldError("A tag needs a name: type one.")
    made = Code(kind, name, meaning.strip())
    before = _held(ledger.shelf).get(made.key)
    if made == before:
        return NO_CHANGE
    return ledger.act("explain", [code_entry(made.key, before, made)])


def merge_tags(ledger: Ledger, olds: Iterable[str], new: str) -> Changes:
    """Put one tag in the place of others, on every mark and in the codebook, in one act; with one old tag, rename it.

    Raises WorldError where the new tag has no name.
    """
    new = " ".join(new.split()).lstrip("#")
    if not new:
        raise WorldError("A tag needs a name: type one.")
    gone = {old.casefold() for old in olds}
    held = _held(ledger.shelf)
    entries: list[Entry] = []
    for mark in _marks(ledger.shelf):
        tags = tuple(dict.fromkeys(new if tag.casefold() in gone | {new.casefold()} else tag for tag in mark.tags))
        if tags != mark.tags:
            entries.append(annotation_entry(mark.id, mark.document, mark, replace(mark, tags=tags)))
    meanings = []
    for key in sorted(gone):
        code = held.get(f"{CodeKind.TAG}:{key}")
        if code is not None:
            meanings.append(code.meaning)
            if key != new.casefold():
                entries.append(code_entry(code.key, code, None))
    made = Code(CodeKind.TAG, new)
    before = held.get(made.key)
    said = [before.meaning if before else "", *meanings]
    made = replace(made, meaning=" / ".join(dict.fromkeys(filter(None, said))))
    if made != before and (meanings or before):
        entries.append(code_entry(made.key, before, made))
    return ledger.act("merge tags", entries, reason=f"{', '.join(sorted(gone))} → {new}") if entries else NO_CHANGE


def remove_tag(ledger: Ledger, tag: str) -> Changes:
    """Take a tag from every mark and out of the codebook; undo brings it back."""
    key = tag.casefold()
    held = _held(ledger.shelf).get(f"{CodeKind.TAG}:{key}")
    entries = [
        annotation_entry(
            mark.id, mark.document, mark, replace(mark, tags=tuple(t for t in mark.tags if t.casefold() != key))
        )
        for mark in _marks(ledger.shelf)
        if any(t.casefold() == key for t in mark.tags)
    ]
    if held is not None:
        entries.append(code_entry(held.key, held, None))
    return ledger.act("remove tag", entries, reason=tag) if entries else NO_CHANGE


def to_text(shelf: Shelf) -> str:
    """Return the codebook as JSON, to be taken to another workspace."""
    codes = [use.code for use in codebook(shelf)]
    listed = [{"kind": code.kind.value, "name": code.name, "meaning": code.meaning} for code in codes]
    return json.dumps({"form": _FORM, "codes": listed}, ensure_ascii=False, indent=1) + "\n"


def from_text(ledger: Ledger, text: str, name: str) -> Changes:
    """Take a codebook over in one act; what is explained here already keeps its words unless it has none.

    Raises WorldError where the text of the file called ``name`` is no codebook.
    """
    codes = _read(text, name)
    held = _held(ledger.shelf)
    entries = []
    for code in {code.key: code for code in codes}.values():
        before = held.get(code.key)
        if before is None or (code.meaning and not before.meaning):
            entries.append(code_entry(code.key, before, code))
    return ledger.act("import codebook", entries, reason=name) if entries else NO_CHANGE


def _read(text: str, name: str) -> list[Code]:
    """Return the codes of a file."""
    try:
        data = json.loads(text)
        form = data["form"]
        codes = [Code(CodeKind(each["kind"]), str(each["name"]), str(each["meaning"])) for each in data["codes"]]
    except (ValueError, KeyError, TypeError) as error:
        raise WorldError(f"{name} is no codebook: choose a file that was saved from the codebook.") from error
    if form != _FORM:
        raise WorldError(f"{name} is no codebook: choose a file that was saved from the codebook.")
    return [code for code in codes if code.name.strip()]


def _held(shelf: Shelf) -> Mapping[str, Code]:
    """Return the codes that were explained, by key."""
    with shelf.workspace.reading():
        return {code.key: code for code in shelf.workspace.officer.codes()}


def _marks(shelf: Shelf) -> list[Annotation]:
    """Return the marks of all records that are not in the bin."""
    with shelf.workspace.reading():
        return list(shelf.workspace.officer.all_annotations())


def _plain(code: Code) -> str:
    """Return what marks are counted by."""
    return code.name if code.kind is CodeKind.COLOUR else code.name.casefold()
