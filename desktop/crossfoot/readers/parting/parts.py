"""A reading of several records becomes a reading for each, under the head that they share.

Places count in each part's own text; blocks, pages and boxes go with their words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from crossfoot.model import Block, Page, Part, Reading, Span, WordBox
from crossfoot.readers.parting.boundaries import boundaries_of

_GAP = "\n\n"
_LONGEST_HEAD = 1_500
_PEOPLE = re.compile(
    r"^\W*(?:also |members |councillors |officers )?(?:present|in attendance|apologies|attendance|attending|quorum)\b",
    re.IGNORECASE | re.MULTILINE,
)
_MOST_NAMED = 8


def parts_of(reading: Reading) -> tuple[Reading, ...]:
    """Return a reading for each record of a file, or the reading itself where there is but one.

    The head of minutes, which names the council, the body and the day, stands above each of its records. What is no
    record (the apologies, the minutes of the last meeting) is named in the first part's notes.
    """
    boundaries = boundaries_of(reading.text)
    if not boundaries:
        return (reading,)
    head = _head(reading.text, boundaries[0].head_end)
    ends = [*(boundary.start for boundary in boundaries[1:]), len(reading.text)]
    records = [(b, end) for b, end in zip(boundaries, ends, strict=True) if b.kept]
    left_out = [boundary.title for boundary in boundaries if not boundary.kept]
    made: list[Reading] = []
    for number, (boundary, end) in enumerate(records, start=1):
        body = _trimmed(reading.text, boundary.start, end)
        part = Part(number, len(records), body.start, body.end, boundary.reference)
        notes = (*reading.notes, *_notes(left_out)) if number == 1 else ()
        made.append(replace(_cut(reading, [span for span in (head, body) if span]), notes=notes, part=part))
    return tuple(made)


def _notes(titles: list[str]) -> tuple[str, ...]:
    """Return the sentence that names the items that are no records."""
    if not titles:
        return ()
    named = "; ".join(titles[:_MOST_NAMED]) + ("; and others" if len(titles) > _MOST_NAMED else "")
    return (f"Items of the minutes that are no records were left out: {named}.",)


def _head(text: str, end: int) -> Span | None:
    """Return the head that all records share, up to the names of those who were there."""
    people = _PEOPLE.search(text, 0, end)
    if people is not None:
        end = people.start()
    if end > _LONGEST_HEAD:
        cut = text.rfind("\n", 0, _LONGEST_HEAD)
        end = cut if cut > 0 else _LONGEST_HEAD
    span = _trimmed(text, 0, end)
    return span if span.end > span.start else None


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return a span without the blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _cut(reading: Reading, spans: list[Span]) -> Reading:
    """Return the reading of some stretches of another, one below the other."""
    shifts: list[tuple[Span, int]] = []
    length = 0
    for span in spans:
        shifts.append((span, length - span.start))
        length += span.end - span.start + len(_GAP)
    starts = [span.start for span in spans]

    def moved(span: Span) -> Span | None:
        place = bisect_right(starts, span.start) - 1
        if place < 0:
            return None
        whole, shift = shifts[place]
        end = min(span.end, whole.end)
        return Span(span.start + shift, end + shift) if span.start < end else None

    text = _GAP.join(span.cut(reading.text) for span in spans)
    blocks = [Block(each.kind, at, each.level) for each in reading.blocks if (at := moved(each.span)) is not None]
    pages: list[Page] = []
    end = 0
    for page in reading.pages:
        boxes = [
            WordBox(at, each.left, each.top, each.right, each.bottom)
            for each in page.boxes
            if (at := moved(each.span)) is not None
        ]
        start = boxes[0].span.start if boxes else end
        end = max((box.span.end for box in boxes), default=start)
        pages.append(replace(page, span=Span(start, end), boxes=tuple(boxes)))
    doubts = tuple(at for each in reading.doubts if (at := moved(each)) is not None)
    return replace(reading, text=text, blocks=tuple(blocks), pages=tuple(pages), doubts=doubts)
