"""Commitments: what a record resolves or promises to do, who is to do it, and by when or how often.

``promising`` knows the words that promise, ask or resolve, ``actors`` who can be asked, ``timing`` times and
frequencies.
"""

from crossfoot.extraction.commitments.finding import find_commitments

__all__ = ["find_commitments"]
