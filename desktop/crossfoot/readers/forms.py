"""Tables that are only laid out as such: a council's form, whose rows are sections with their headings on the left.

What such a cell holds is read as on a page: paragraphs, lists, tables in it. A row with a short value stays a row, as
the facts of a record do everywhere: "Decision maker | Cabinet".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from crossfoot.readers.labels import has_typed_label

_LONGEST_CELL = 160
_MOST_CELLS = 3
"""Of a row that is a section of a form: its number, its heading, its words."""
_NUMBER = re.compile(r"\(?(?P<count>\d{1,2})[.):]?")
_ITEM_NUMBER = re.compile(r"(?:[A-Z]{1,6}[ ./]?)?\d{1,5}(?:/\d{2,4})?[.:]?")
_FEWEST_ITEMS = 2
_LONGEST_HEADING = 160
_FEWEST_ROWS = 3
_MOST_OF_NUMBERS = 0.3

Cells = Sequence[Sequence[str]]
"""The cells of a row, each as its paragraphs."""


def is_prose_row(cells: Cells, *, listed: bool = False) -> bool:
    """Tell whether a row is only laid out as one: a cell of it holds several paragraphs of a record, or a list.

    ``listed`` tells that a cell has items whose numbers or dots the word processor prints itself.
    """
    if any(len(cell) > 1 and sum(map(len, cell)) > _LONGEST_CELL for cell in cells):
        return True
    return holds_list(cells, fewest=0 if listed else 1)


def holds_list(cells: Cells, *, fewest: int) -> bool:
    """Tell whether a row of few cells, none of figures alone, has one with so many labels of a list at its lines."""
    filled = [cell for cell in cells if any(cell)]
    if len(filled) > _MOST_CELLS or any(_is_of_numbers(cell) for cell in filled[1:]):
        return False
    return any(len(cell) > 1 and sum(map(has_typed_label, cell)) >= fewest for cell in filled)


def numbers_sections(rows: Sequence[Cells]) -> bool:
    """Tell whether the first column of a table only numbers its rows, which are the sections of a form.

    Such a table has a heading and words in two more columns; a table of figures has numbers there.
    """
    full = [row for row in rows if len(row) == _MOST_CELLS and all(any(cell) for cell in row)]
    numbered = [match for row in full if (match := _NUMBER.fullmatch(" ".join(row[0]).strip()))]
    if len(numbered) < _FEWEST_ROWS or 3 * len(numbered) < 2 * len(full):
        return False
    counts = [int(match["count"]) for match in numbered]
    steady = sum(after == before + 1 for before, after in pairwise(counts))
    headed = all(any(map(str.isalpha, " ".join(row[1]))) and len(" ".join(row[1])) <= _LONGEST_HEADING for row in full)
    numbers = sum(_is_of_numbers(row[2]) for row in full)
    return headed and 3 * steady >= 2 * (len(counts) - 1) and numbers <= _MOST_OF_NUMBERS * len(full)


def items_of_minutes(rows: Sequence[Cells]) -> list[bool]:
    """Tell of each row of a table whether it is an item of minutes: its number in a cell, what was said beside it.

    Two such rows have a title over what was said; a table of figures has none.
    """
    items = [len(row) == len(("number", "item")) and is_item_number(" ".join(row[0])) for row in rows]
    titled = sum(item and len(row[1]) > 1 for item, row in zip(items, rows, strict=True))
    return items if titled >= _FEWEST_ITEMS else [False] * len(rows)


def is_item_number(words: str) -> bool:
    """Tell whether a cell holds nothing but the number of an item of minutes, such as 43 or CAB45/23."""
    return _ITEM_NUMBER.fullmatch(words.strip()) is not None


def before_title(number: str) -> str:
    """Return the number of an item as it stands before its title: a plain one with a stop, or it would count things."""
    number = number.strip()
    return f"{number}. " if number.isdigit() else f"{number} "


def with_number(cells: Sequence[str]) -> list[str]:
    """Return the cells of a row with the number of the first put before the heading in the second."""
    number, heading, *rest = cells
    return [" ".join(filter(None, (number.strip(), heading.strip()))), *rest]


def _is_of_numbers(cell: Sequence[str]) -> bool:
    """Tell whether a cell holds figures and no words."""
    words = " ".join(cell)
    return any(map(str.isdigit, words)) and sum(map(str.isalpha, words)) < sum(map(str.isdigit, words))
