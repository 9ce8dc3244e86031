"""Which paragraphs are headings: short, no sentence, perhaps marked up; and where a sentence ends."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.layout.blocks import TextBlock
from crossfoot.model.english import MONTH_NAMES

_ASKS = re.compile(r"(?:How|What|Where|Why|Who|When|Which|Are|Is|Do|Does|Did|Have|Has|Can)\b[^.;:?]{4,80}\?\Z")
"""A heading that asks for what is told under it: "How many children are we looking after?"."""

_LONGEST_LINE, _LONGEST_PLAIN = 110, 9

_LONGEST_DATED = 10
"""How many words a heading has at most that names its time."""

_WITH_ITS_TIME = re.compile(
    r"(?!\d)(?:\D|(?<!\d)(?:19|20)\d\d(?:[/–-](?:\d{4}|\d\d))?(?!\d)"
    r"|\b(?:Q|(?i:quarter|month|period|slide|table|chart|figure|graph|box|item|section|part|appendix|annex|indicator|measure"
    r"|objective|priority|outcome|theme|target|aim|goal|action|question|key[ ]stage|schedule)[ ])\d{1,3}(?!\d)"
    r"|\b(?![MP]\d)[A-Z]{1,5}(?:[ /-][A-Z]{0,2})?\d{1,3}[a-z]?\b"
    r"|(?<![\d,.£])\d{1,2}(?:[ ]?[-–][ ]?|[ ]to[ ]|[ ]and[ ])\d{1,2}(?![\d,.%])(?=\)|[ ]year|$|:)"
    r"|(?<!\d)\d{1,2}(?:st|nd|rd|th)?[ ](?:"
    rf"{'|'.join(MONTH_NAMES)})\b"
    r"|(?<![\d,.£])\d{1,3}\+?[ -](?i:(?:working|calendar|school)[ ])?(?i:days?|weeks?|months?|years?|miles)\b"
    r"|(?i:per|in[ ]every)[ ]10+,?000\b|\bNI[ ]?\d{1,3}\b|(?i:aged|under|over|at)[ ]\d{1,2}(?!\d)){12,110}"
)
"""A line without other digits than those of years, of a measure's own limits and the like.

"Priorities for 2017/18", "Assessments within 45 working days".
"""

_TERMINAL = re.compile(r"[.!?:;][\s\"'”’)*_]*\Z")


def is_heading(text: str, block: TextBlock) -> bool:
    """Tell whether a paragraph is a heading: short, no sentence, perhaps marked up."""
    low, high = block.ranges[0]
    if len(block.ranges) > 1 or high - low > _LONGEST_LINE:
        return False
    line = text[low:high]
    if line.startswith(("#", "**", "<u>", "<b>", "__")) and not line.rstrip("*_").endswith("."):
        return True
    if _TERMINAL.search(line) and not line.endswith(":") and not _ASKS.match(line):
        return False
    if not line[:1].isupper() or line[-1] in ":-":
        return False
    words = len(line.split())
    if any(c.isdigit() for c in line):
        return words <= _LONGEST_DATED and _WITH_ITS_TIME.fullmatch(line) is not None
    return words <= _LONGEST_PLAIN


def ends_sentence(text: str, block: TextBlock) -> bool:
    """Tell whether a block's words so far end a sentence."""
    low, high = block.ranges[-1]
    return _TERMINAL.search(text, max(low, high - 8), high) is not None
