"""Which record and which council a point of a chart is of: what one council reports says nothing of another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from crossfoot.model import DocumentSummary
from crossfoot.model.wording import day_words

_UNNAMED = "council not named"
_LONGEST = 40
_KIND = re.compile(
    r"^(?:the )?(?:(?:royal|london|metropolitan|city) (?:and )?(?:borough )?of |council of )"
    r"|(?: (?:royal|london|metropolitan|city|borough|county|district|unitary|council|authority))+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Council:
    """A council by the key that its records share and the name that charts call it by."""

    key: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Records:
    """The records of a workspace as charts speak of them, by document.

    ``are_of_several`` tells whether they are of more than one council, so that charts must say which.
    """

    councils: Mapping[str, Council] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, str] = field(default_factory=dict)
    are_of_several: bool = False

    @classmethod
    def of(cls, documents: Iterable[DocumentSummary]) -> Records:
        """Return the records of these documents.

        One that names no council is of the one that all others name, or, where they name several, of none of them.
        """
        documents = tuple(documents)
        named = {d.council.casefold(): d.council for d in documents if d.council}
        called = _called(named)
        only = next(iter(named), "") if len(named) <= 1 else None
        councils = {}
        for document in documents:
            key = document.council.casefold() if document.council else only
            own = Council(key, called.get(key, "")) if key is not None else Council(f"{document.id} alone", _UNNAMED)
            councils[document.id] = own
        return cls(
            councils,
            {d.id: d.title for d in documents},
            {d.id: day_words(d.meeting_date) for d in documents if d.meeting_date},
            len(set(councils.values())) > 1,
        )

    def council(self, document: str) -> Council:
        """Return the council that a document is of."""
        return self.councils.get(document, Council())

    def council_name(self, document: str) -> str:
        """Return the name of a document's council where there are several, else an empty text."""
        return self.council(document).name if self.are_of_several else ""

    def are_kin(self, one: str, other: str) -> bool:
        """Tell whether two documents are of one council."""
        return self.council(one) == self.council(other)

    def words(self, document: str, *, whole: bool = False) -> str:
        """Return a record's title and day, and its council where there are several; a long title cut unless ``whole``.

        An empty text where the record is not known.
        """
        title = self.titles.get(document, "")
        if not whole and len(title) > _LONGEST:
            title = f"{title[: _LONGEST - 1].rstrip(' ,:-')}…"
        day = self.days.get(document, "")
        said = f"{title} ({day})" if title and day else title or day
        return ", ".join(part for part in (said, self.council_name(document)) if part)

    def brief(self, document: str, *, with_council: bool) -> str:
        """Return a record's day, else its title, and its council where that is to be said."""
        said = self.days.get(document) or self.titles.get(document, "")
        council = self.council_name(document) if with_council else ""
        return ", ".join(part for part in (said, council) if part)


def _called(named: Mapping[str, str]) -> dict[str, str]:
    """Return what each council is called: without the words for its kind where that tells them apart as well."""
    short = {key: _KIND.sub("", name).strip() or name for key, name in named.items()}
    clash = len({name.casefold() for name in short.values()}) < len(named)
    return dict(named) if clash else short
