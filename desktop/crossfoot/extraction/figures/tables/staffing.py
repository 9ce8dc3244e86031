"""What the columns of a table of posts count: "Team | Establishment | In post | Vacant | Agency".

Each head says but how the posts are filled that another column counts, whatever the words above the table name.
"""

from __future__ import annotations

import re

from crossfoot.model import Unit

_POSTS = re.compile(r"\b(?:establishment|posts|complement|funded|budgeted)\b", re.IGNORECASE)
_BY_HEAD = (
    (
        re.compile(r"\W*(?:posts?\s|currently\s|number\s)?(?:vacant|unfilled|empty|vacanc(?:y|ies))\b", re.IGNORECASE),
        "social_worker_vacancies",
    ),
    (
        re.compile(
            r"\W*(?:posts?\s|of\swhich\s)?(?:(?:covered|filled|held)\sby\s)?(?:agency|locums?)\b", re.IGNORECASE
        ),
        "agency_staff",
    ),
    (
        re.compile(
            r"\W*(?:posts?\s|staff\s|workers?\s)?(?:permanent(?:ly\sfilled)?|in[\s-]post|filled|occupied)\b"
            r"(?!\sby\b)",
            re.IGNORECASE,
        ),
        "social_workers",
    ),
)
_HEADS = frozenset({Unit.COUNT, Unit.FTE, None})
_NO_HEADS = re.compile(r"%|\b(?:rate|per\s?cent|change|cost|days|weeks)\b", re.IGNORECASE)


def of_a_staffing_table(head: str, heads: str, unit: Unit | None) -> str | None:
    """Return what a column counts by its ``head``, where another of the ``heads`` counts posts; None elsewhere."""
    if unit not in _HEADS or _NO_HEADS.search(head) is not None:
        return None
    key = next((key for pattern, key in _BY_HEAD if pattern.match(head) is not None), None)
    return key if key is not None and _POSTS.search(heads.replace(head, "", 1)) is not None else None
