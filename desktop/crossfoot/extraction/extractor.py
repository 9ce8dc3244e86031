"""The one door to extraction: a text goes in, the machine's layer of its document comes out."""

from __future__ import annotations

from dataclasses import dataclass, field

from crossfoot.extraction.commitments import find_commitments
from crossfoot.extraction.figures import Finder, Lexicon
from crossfoot.extraction.record import read_record
from crossfoot.extraction.statements import find_statements
from crossfoot.model import Dictionary, Extraction

VERSION = "1"
"""Raised whenever the same text may give other figures; stored with every extraction."""


@dataclass(frozen=True)
class Extractor:
    """Finds the record and its figures in a text, with one dictionary of indicators.

    It is deterministic and keeps nothing between calls, so that one may serve many documents.
    """

    dictionary: Dictionary
    lexicon: Lexicon = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the dictionary ready to be met in texts, once for all of them."""
        object.__setattr__(self, "lexicon", Lexicon(self.dictionary))

    def extract(self, text: str) -> Extraction:
        """Return what ``text`` holds; every span counts characters of ``text``."""
        record = read_record(text)
        figures = Finder(self.lexicon).find(text, record)
        return Extraction(
            version=VERSION,
            record=record,
            figures=figures,
            statements=find_statements(self.lexicon, text, figures),
            commitments=find_commitments(text, record),
        )
