"""Of whom the rows of a table are, where neither row nor caption says: of those in the rows above, or in a title.

"Started" and "Ceased" under "Looked after at start of quarter" are of those who came into care and left it; "Reviews
held in timescale" in a report on looked after children are their reviews.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from crossfoot.extraction.figures.lexicon import Lexicon, Mention
from crossfoot.extraction.figures.place import Place
from crossfoot.extraction.figures.reached import TITLE, Reach
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.tables.heads import HeadWords

_WEIGHT = 3.4
"""What such words weigh: those of a title, which name nothing by themselves."""

_ROWS_BACK = 4


def told_of(
    lexicon: Lexicon, own: Iterable[HeadWords], above: Sequence[Reading], before: Sequence[HeadWords], place: Place
) -> tuple[Reach, ...]:
    """Return the words that tell of whom a row is, none where its ``own`` or those ``above`` the table tell it.

    ``before`` are the names of the rows over it.
    """
    told = (*(words.mentions for words in own), *(reading.mentions for reading in above))
    if any(mention.phrase in lexicon.cohorts for mentions in told for mention in mentions):
        return ()
    return next((tuple(reaches) for reaches in _farther(lexicon, before, place) if reaches), ())


def _farther(lexicon: Lexicon, before: Sequence[HeadWords], place: Place) -> Iterator[list[Reach]]:
    """Yield what each row over one, the heading and the titles of the record say of whom, the nearest first."""
    for words in reversed(before[-_ROWS_BACK:]):
        if words.sentence is not None:
            yield _groups_of(lexicon, words.sentence, words.mentions)
    for reading in (*([place.heading] if place.heading is not None else ()), *reversed(place.titles)):
        reading.prepare(lexicon)
        yield _groups_of(lexicon, reading.sentence, reading.mentions)


def _groups_of(lexicon: Lexicon, sentence: Sentence, mentions: Iterable[Mention]) -> list[Reach]:
    """Return the reaches of those phrases that tell a group."""
    return [Reach.of(sentence, m, _WEIGHT, TITLE) for m in mentions if m.phrase in lexicon.cohorts]
