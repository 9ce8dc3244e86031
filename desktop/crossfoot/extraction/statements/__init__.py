"""Statements without a number: what a record says of an indicator in words alone.

"Referrals have reduced slightly", "remains high" and "short of the agreed target" are claims as much as figures are;
each is placed where the process model of June 2013 has its indicator. ``ways`` knows the words that claim, ``clauses``
which clauses claim nothing (what is proposed, feared or hoped for) or give a figure, ``subjects`` what is spoken of.
"""

from crossfoot.extraction.statements.finding import find_statements

__all__ = ["find_statements"]
