"""PDF files with text: words in reading order, each with its box on the page."""

from crossfoot.readers.pdf.reader import read_pdf

__all__ = ["read_pdf"]
