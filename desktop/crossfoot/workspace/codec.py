"""Model values to JSON and back, so that what is stored can be read by anything and for ever.

Written once for every frozen dataclass of the model: a field that is added later with a default
is simply missing in older rows. Spans become ``[start, end]``, dates ISO text, decimals their
exact text, enumerations their values. No pickle: a workspace may come from anywhere, and opening
one must never run what it holds.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import types
import typing
import zlib
from collections.abc import Callable, Hashable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeVar, cast

from crossfoot.model import Block, BlockKind, Page, Part, Reading, Span, WordBox, WordBoxes

T = TypeVar("T")

_TEXT = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def to_json(value: object) -> Any:
    """Return ``value`` in the words of JSON; raise TypeError for what the model does not use."""
    encode: Callable[[Any], Any] = _encoder(type(value))  # type: ignore[arg-type] # every type is hashable
    return encode(value)


@lru_cache(maxsize=256)
def _encoder(kind: Any) -> Callable[[Any], Any]:
    """Return the function that puts values of a type into the words of JSON."""
    if issubclass(kind, Enum):
        return lambda value: to_json(value.value)
    if kind is type(None) or issubclass(kind, (str, int, float, bool)):
        return _same
    if issubclass(kind, (tuple, list)):
        return lambda value: [to_json(item) for item in value]
    if issubclass(kind, Mapping):
        return lambda value: {str(key): to_json(item) for key, item in value.items()}
    return _value_encoder(kind)


_AS_IT_IS = frozenset({str, int, float, bool, type(None)})
"""The types of most fields, which JSON holds as they are."""


def _value_encoder(kind: type) -> Callable[[Any], Any]:
    """Return the encoder of a type of the model's single values."""
    if issubclass(kind, Span):
        return lambda value: [value.start, value.end]
    if issubclass(kind, Decimal):
        return str
    if issubclass(kind, date):  # a datetime is one too
        return lambda value: value.isoformat()
    if dataclasses.is_dataclass(kind):
        names = tuple(field.name for field in dataclasses.fields(kind))
        return lambda value: {
            name: held if (held := getattr(value, name)).__class__ in _AS_IT_IS else to_json(held) for name in names
        }
    raise TypeError(f"{kind.__name__} has no form in JSON")


def from_json(kind: type[T], data: Any) -> T:
    """Return the value of type ``kind`` that ``data`` stands for; raise ValueError or KeyError where it does not."""
    decode: Callable[[Any], Any] = _decoder(cast(Hashable, kind))
    return cast(T, decode(data))


def dumps(value: object) -> str:
    """Return the one JSON text of ``value``: sorted keys, no spaces, so that equal values have equal text."""
    return _TEXT.encode(to_json(value))


def loads(kind: type[T], text: str) -> T:
    """Return the value of type ``kind`` that the JSON ``text`` stands for."""
    return from_json(kind, json.loads(text))


def digest(*parts: str | bytes | None) -> str:
    """Return the SHA-256 of the parts, each with its length before it, so that no two lists of parts agree."""
    pieces: list[bytes] = []
    for part in parts:
        if part is None:
            pieces.append(b"-:")
            continue
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        pieces += (b"%d:" % len(data), data)
    return hashlib.sha256(b"".join(pieces)).hexdigest()


def pack_layout(reading: Reading) -> bytes:
    """Return blocks, pages and part as compressed JSON of bare lists: a long PDF has a box for every word."""
    layout: dict[str, Any] = {
        "blocks": [[b.kind.value, b.span.start, b.span.end, b.level] for b in reading.blocks],
        "pages": [
            [
                p.number,
                p.width,
                p.height,
                p.span.start,
                p.span.end,
                [[w.span.start, w.span.end, w.left, w.top, w.right, w.bottom] for w in p.boxes],
            ]
            for p in reading.pages
        ],
    }
    if reading.part is not None:
        part = reading.part
        layout["part"] = [part.number, part.count, part.start, part.end, part.reference]
    if reading.doubts:
        layout["doubts"] = [[span.start, span.end] for span in reading.doubts]
    if reading.silent:
        layout["silent"] = list(reading.silent)
    return zlib.compress(json.dumps(layout, separators=(",", ":")).encode(), 6)


def unpack_layout(data: bytes) -> Reading:
    """Return what :func:`pack_layout` packed, as a reading that still lacks its text."""
    layout = json.loads(zlib.decompress(data))
    blocks = tuple(Block(BlockKind(kind), Span(start, end), level) for kind, start, end, level in layout["blocks"])
    pages = tuple(
        Page(number, width, height, Span(start, end), WordBoxes(_word_box(*box) for box in boxes))
        for number, width, height, start, end, boxes in layout["pages"]
    )
    part = Part(*layout["part"]) if "part" in layout else None
    doubts = tuple(Span(start, end) for start, end in layout.get("doubts", ()))
    return Reading("", "", blocks, pages, part=part, doubts=doubts, silent=tuple(layout.get("silent", ())))


def _word_box(start: int, end: int, *edges: float) -> WordBox:
    """Return the box of a stored list of numbers."""
    return WordBox(Span(start, end), *edges)


def _same(data: Any) -> Any:
    """Return what JSON holds already in the form of the model."""
    return data


def _span(data: Any) -> Span:
    """Return the span of a pair of numbers."""
    return Span(data[0], data[1])


_PLAIN: Mapping[Any, Callable[[Any], Any]] = MappingProxyType(
    {
        Span: _span,
        Decimal: Decimal,
        datetime: datetime.fromisoformat,
        date: date.fromisoformat,
        float: float,
        str: _same,
        int: _same,
        bool: _same,
    }
)


@lru_cache(maxsize=256)
def _decoder(kind: Any) -> Callable[[Any], Any]:
    """Return the function that makes a value of the annotated type ``kind`` of JSON data."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if dataclasses.is_dataclass(kind):
        return _dataclass_decoder(cast(type, kind))
    return _container_decoder(kind)


def _container_decoder(kind: Any) -> Callable[[Any], Any]:
    """Return the decoder of ``X | None``, ``tuple[X, ...]`` and ``Mapping[str, X]``."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in {types.UnionType, typing.Union}:
        inner = _decoder(next(a for a in arguments if a is not type(None)))
        return lambda data: None if data is None else inner(data)
    if origin is tuple:
        item = _decoder(arguments[0])
        return lambda data: tuple(map(item, data))
    if origin is not None and issubclass(origin, Mapping):
        item = _decoder(arguments[1])
        return lambda data: {key: item(value) for key, value in data.items()}
    raise TypeError(f"{kind} has no form in JSON")


def _dataclass_decoder(kind: type) -> Callable[[Any], Any]:
    """Return the decoder of a dataclass; keys that it does not know are left alone."""
    hints = typing.get_type_hints(kind)
    fields = [(f.name, _decoder(hints[f.name])) for f in dataclasses.fields(kind) if f.init]

    def decode(data: Any) -> Any:
        return kind(**{name: read(data[name]) for name, read in fields if name in data})

    return decode
