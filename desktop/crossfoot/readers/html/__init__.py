"""Web pages: the words of a record, without what a site puts around it."""

from crossfoot.readers.html.reader import read_html

__all__ = ["read_html"]
