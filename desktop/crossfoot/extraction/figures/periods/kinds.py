"""Whether a number's own words count what happened in a while (a flow) or what there was on a day (a stock)."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.folding import folded
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Measure

_FLOW = re.compile(
    r"""\b(?:
        received|completed|undertaken|held|started|ended|approved|issued|recorded|reported|closed|delivered|sold
      | admitted|upheld|referred|began|commenced|ceased|left|joined|attended|answered|visited|determined|granted|refused
      | collected|repaired|cleared|died|born|adopted|appointed|recruited|resigned|made|led\s+to|resulted|took\s+place
      | enquir(?:y|ies)|admissions?|referrals|applications|completions|discharges|incidents|complaints|contacts|sales
      | appeals|lets|placed|accepted|prevented|relieved|investigated|processed|inspected|convened|notified
      | averag(?:ed|ing)|earned|spent|paid
      | in\s+the\s+(?:year|quarter|period|month)|during\s+the|throughout
    )\b""",
    re.VERBOSE,
)
_STOCK = re.compile(
    r"""\b(?:
        stood|stands|waiting|awaiting|outstanding|in\s+post|vacan(?:t|cy|cies)|employed|on\s+roll|subject\s+to
      | looked\s+after|in\s+care|in\s+assessment|in\s+placement|in\s+(?:the\s+)?pipeline|remained|remaining|still
      | balances?|reserves?|debt|borrowing|arrears|owed|on\s+the\s+(?:list|register|books)|live|caseload|yet\s+to\s+be
    )\b""",
    re.VERBOSE,
)
_NEAR = 60
"""How many characters on either side of a number its own words are looked for in."""

_STOCKS = frozenset({Measure.STOCK, Measure.RATIO_OF_STOCK})


def is_stock(measure: Measure | None) -> bool:
    """Tell whether what is measured holds at one day."""
    return measure in _STOCKS


def counts_what_happened(sight: Sight) -> bool:
    """Tell whether a number's own words are of something that happened: "were received", "had led to"."""
    words = _own_words(sight)
    return _FLOW.search(words) is not None and _STOCK.search(words) is None


def counts_what_there_was(sight: Sight) -> bool:
    """Tell whether a number's own words are of something that lasted: "were waiting", "stood at", "debt"."""
    words = _own_words(sight)
    return _STOCK.search(words) is not None and _FLOW.search(words) is None


def _own_words(sight: Sight) -> str:
    """Return the words between the numbers on either side, a few on each side, in lower case."""
    text = sight.sentence.text
    return folded(text[max(sight.left, sight.start - _NEAR) : min(sight.right, sight.end + _NEAR)])
