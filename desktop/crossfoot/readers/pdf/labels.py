"""What begins the item of a list on a page: its number, its letter, or its dot of whatever form."""

from __future__ import annotations

import re

DOTS = frozenset("-–•·▪●○◦■□►➢✓*\uf0b7\uf0a7\uf0d8\uf0fco")
LABEL = re.compile(
    r"(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\((?:\d{1,3}[a-z]?|[a-z]{1,2}|[A-Z]|[ivx]{1,5}|[IVX]{1,5})\)|[-–•·▪●○◦■□►➢✓*\uf0b7\uf0a7\uf0d8\uf0fco])\s"
)
"""A label with the blank behind it."""
