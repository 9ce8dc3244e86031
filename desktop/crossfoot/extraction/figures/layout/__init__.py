"""The text as it lies on the page: headings, paragraphs, list items and table rows.

Works from the characters alone, so that the same words give the same figures whatever reader
they came through. Sentences that a page break cut in two are put together again.
"""

from crossfoot.extraction.figures.layout.blocks import Shape, TextBlock
from crossfoot.extraction.figures.layout.lines import blocks_of

__all__ = ["Shape", "TextBlock", "blocks_of"]
