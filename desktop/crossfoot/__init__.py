"""Crossfoot: check the figures of Cabinet decision records by hand, offline.

The folders follow the way of a file: ``readers`` turn its bytes into text,
``extraction`` finds the record and its figures, ``checks`` tests them against
each other, ``workspace`` keeps them, ``review`` holds the officer's verbs,
``export`` writes the summary and ``ui`` shows it all.
"""

__version__ = "0.1.0"
