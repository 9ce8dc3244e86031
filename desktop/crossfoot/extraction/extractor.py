"""The one door to extraction: a text goes in, the machine's layer of its document comes out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace

from crossfoot.extraction.commitments import find_commitments
from crossfoot.extraction.figures import Finder, Lexicon
from crossfoot.extraction.figures.layout import blocks_of
from crossfoot.extraction.figures.sentences import Sentences
from crossfoot.extraction.joined import joined_record, moved_commitment, moved_figures, moved_statement
from crossfoot.extraction.record import read_record
from crossfoot.extraction.statements import find_statements
from crossfoot.extraction.taught import apply
from crossfoot.model import Dictionary, Extraction, Figure, RuleKind, Span, TaughtRule
from crossfoot.model.collecting import nothing_collected
from crossfoot.readers.splitting import records_in

VERSION = "16"
"""Raised whenever the same text may give other figures; stored with every extraction."""


@dataclass(frozen=True)
class Extractor:
    """Finds the record and its figures in a text, with one dictionary of indicators and what the officer taught.

    It is deterministic and keeps nothing between calls, so that one may serve many documents.
    """

    dictionary: Dictionary
    taught: tuple[TaughtRule, ...] = ()
    lexicon: Lexicon = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the dictionary ready to be met in texts, once for all of them."""
        object.__setattr__(self, "lexicon", Lexicon(self.dictionary))

    @property
    def version(self) -> str:
        """Return what an extraction is made by: the program's version, and a mark of the taught rules that are on."""
        said = [replace(rule, id="", reviewer="", made_at=None) for rule in self.taught if rule.on]
        return f"{VERSION}+{hashlib.sha256(repr(said).encode()).hexdigest()[:8]}" if said else VERSION

    def extract(self, text: str) -> Extraction:
        """Return what ``text`` holds; every span counts characters of ``text``.

        Of several records in one text each is read by itself; the head of the first is that of the whole.
        """
        spans = records_in(text)
        if len(spans) == 1:
            return self._extract_record(text)
        parts = [(span.start, self._extract_record(span.cut(text))) for span in spans]
        return Extraction(
            version=self.version,
            record=joined_record([(by, part.record) for by, part in parts]),
            figures=tuple(moved_figures((by, part.figures) for by, part in parts)),
            statements=tuple(moved_statement(each, by) for by, part in parts for each in part.statements),
            commitments=tuple(moved_commitment(each, by) for by, part in parts for each in part.commitments),
        )

    @nothing_collected()
    def _extract_record(self, text: str) -> Extraction:
        """Return what the ``text`` of one record holds."""
        record = read_record(text)
        blocks = blocks_of(text)
        sentences = Sentences(text)
        figures = apply(self.taught, text, Finder(self.lexicon).find(text, blocks, record, sentences))
        return Extraction(
            version=self.version,
            record=record,
            figures=figures,
            statements=find_statements(self.lexicon, blocks, figures, sentences),
            commitments=find_commitments(text, blocks, record, sentences),
        )

    def propose(self, text: str, span: Span) -> Figure | None:
        """Return the figure that the words at ``span`` hold, or None where they hold no number.

        A number that the rules take for none is read all the same, with all that stands around it, so that indicator,
        subject and period come with it: the officer asks for this one. A taught rule that keeps such numbers out does
        not count here either.
        """
        for part in records_in(text):
            if part.overlaps(span):
                asked = Span(max(span.start, part.start) - part.start, min(span.end, part.end) - part.start)
                figure = self._propose_in_record(part.cut(text), asked)
                if figure is not None:
                    return next(moved_figures([(part.start, (figure,))]))
        return None

    @nothing_collected()
    def _propose_in_record(self, text: str, span: Span) -> Figure | None:
        """Return the figure that words of the ``text`` of one record hold."""
        rules = [rule for rule in self.taught if rule.kind is not RuleKind.NOT_A_FIGURE]
        record, blocks = read_record(text), blocks_of(text)
        for wanted in (None, span):
            figures = apply(rules, text, Finder(self.lexicon).find(text, blocks, record, Sentences(text), wanted))
            found = [figure for figure in figures if figure.span.overlaps(span)]
            if found:
                return max(found, key=lambda figure: _covered(figure.span, span))
        return None


def _covered(one: Span, other: Span) -> tuple[int, int]:
    """Return how many characters two places share, and the first of equals before the later ones."""
    return (min(one.end, other.end) - max(one.start, other.start), -one.start)
