"""Pages that are pictures: their words recognised by Tesseract, where it is installed, each with its confidence."""

from crossfoot.readers.pdf.recognised import RecognisedWord
from crossfoot.readers.scans.recognising import page_words, recognise
from crossfoot.readers.scans.tesseract import program

__all__ = ["RecognisedWord", "page_words", "program", "recognise"]
