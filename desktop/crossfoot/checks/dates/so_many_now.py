"""Sentences that tell how many there are of what is there on a day: "the register holds # names", for rule 16.

The number is marked with a "#", so that the words in front of it and behind it are read in one go.
"""

from __future__ import annotations

import re

_ONLY = r"(?:now |only |about |some |around |nearly |just |a total of |in all )*£?"
_STATES = (
    r"educated at home|in issue|engaged|employed|empty|vacant|waiting|awaiting|open|outstanding|overdue|registered"
    r"|on (?:the |its |our )?(?:rolls?|registers?|lists?|books)|in (?:care|need|post|force|use|arrears|stock)|approved"
    r"|supported|subject to|looked after|placed|living|unallocated|unfilled|void|claiming|receiving|without an?"
    r"|in (?:temporary|emergency|supported|sheltered|bed and breakfast) accommodation|out of (?:school|work|use)"
    r"|missing from education|on licence|on probation|care leavers|maintained|let|occupied|held"
)
"""Words for what is so for as long as it lasts, and therefore on a day."""
_ADJECTIVES = (
    r"empty|vacant|unfilled|void|open|outstanding|overdue|unallocated|registered|approved|looked[- ]after|unlet"
    r"|occupied|disused|active|current|live|permanent|standing"
)
_BEHIND = (
    r"open|vacant|empty|unfilled|void|outstanding|overdue|unallocated|unlet|waiting|in (?:use|force|post|place)"
    r"|in progress|under way|on roll|on the (?:books|register|list)|current|active|available|in hand"
)
"""Words of a state that stand behind what is so: "there were # arrangements open"."""
_ALLOTTED = (
    r"(?:an?|no|their own|the same) (?:[a-z-]+ ){0,2}?(?:advis[eo]r|worker|social worker|key ?worker|mentor|advocate"
    r"|visitor|guardian|plan|tenancy|permit|licence|pass|badge|allotment|lead professional|named nurse|personal budget)"
)
"""What one has for as long as it lasts: "# care leavers had a personal adviser"."""
_KEEPERS = (
    r"council|authority|service|directorate|department|team|borough|district|county|city|trust|company|schools?|division"
    r"|centre|office|unit|panel|we"
)
_LISTS = r"registers?|(?:waiting )?lists?|rolls?|databases?|fleet|estate|stock|membership|caseload|collection|portfolio"
_PLACES = r"(?:posts?|homes?|places?|cases?|properties|shops?|units?|beds?|households?|dwellings|plots|stalls|garages)"
_SO_MANY = re.compile(
    rf"\b(?:the|total|overall|current) (?:number|total|count)s? of [^.;#]*\b(?:{_STATES})\b[^.;#]*\b(?:was|is|were"
    rf"|stood at|stands at|came to|amount(?:s|ed) to|remained at|remains at)\s+{_ONLY}#"
    rf"|\b(?:backlog|shortage|shortfall|surplus|waiting list|stock|register|total) of\s+{_ONLY}#"
    rf"|\bthe (?:total |current )?number of [a-z][a-z ]{{3,50}} (?:is|stands at)\s+{_ONLY}#"
    rf"|#\s+(?:[a-z-]+ ){{1,4}}?(?:st[oa]nds?|stood|lie|lay) (?:empty|vacant|idle|unused|unlet)\b"
    rf"|#\s+(?:[a-z-]+ ){{1,3}}?remain(?:s|ed)?(?=[.,;]|$)"
    rf"|#\s+(?:[a-z-]+ ){{1,4}}?(?:were|are|was|is) (?:living|residing|working|in receipt|approved|vacant|on the)\b"
    rf"|\bnumber of (?:{_ADJECTIVES})\b[^.;#]*\b(?:was|is|stood at|stands at|came to)\s+{_ONLY}#"
    rf"|\b(?:{_LISTS})\b[^.;#]{{0,50}}\b(?:held|holds|had|has|contain(?:s|ed)|compris(?:es|ed)|number(?:s|ed)"
    rf"|r[ua]ns? to|carrie[sd]|consist(?:s|ed) of|has on it|extend(?:s|ed) to)\s+{_ONLY}#"
    rf"|\b(?:there (?:is|are|was|were)|(?:{_KEEPERS}) (?:has|have|had))\s+{_ONLY}#\s+(?:{_ADJECTIVES})\s+"
    rf"(?:[a-z-]+ ){{0,3}}?{_PLACES}\b"
    rf"|#\s+(?:[a-z'’-]+ ){{1,5}}?(?:was|were|is|are) (?:still |currently |then )?(?:in arrears|waiting|awaiting|vacant"
    r"|empty|unfilled|void|open|outstanding|overdue|unlet|out of (?:work|school|use)|in (?:use|issue|force|post|care)"
    r"|on the (?:register|list|roll|books)|subject to|the subject of|registered|looked after)\b"
    rf"|\bthere (?:is|are|was|were)\s+{_ONLY}#\s+(?:[a-z'’-]+ ){{1,5}}?(?:{_BEHIND})(?=\s*(?:[.,;]|$))"
    rf"|#\s+of (?:its|the|our|their|his) [a-z][a-z '’-]{{2,50}}? (?:was|were|is|are) (?:still |currently )?"
    rf"(?:{_STATES})\b"
    rf"|#\s+(?:[a-z'’-]+ ){{1,4}}?(?:had|have|has) {_ALLOTTED}\b"
    rf"|\b(?:vacancies|voids|arrears|balances|reserves|vacant posts|empty homes|unfilled posts|backlog)\b[^.;#]{{0,30}}"
    rf"\b(?:came to|comes to|stood at|stands at|amount(?:s|ed) to|totalled|number(?:s|ed)|were|was|ran to)\s+{_ONLY}#"
    rf"|^\s*(?:number of |total )?(?:[a-z,'-]+ ){{0,5}}?(?:{_STATES})\b[a-z ,'-]{{0,30}}:\s*{_ONLY}#\s*\.?$"
)


def so_many_now(words: str) -> bool:
    """Tell whether words in small letters, the number in them a "#", tell how many there are on a day."""
    return _SO_MANY.search(words) is not None
