"""The words of occasions at which all of something was counted, by kind: how they are named, held and titled.

What is said in a sentence with a time in it decides: "The street count took place on …", "In March managers audited
60 files", "Offers were sent on …".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from crossfoot.extraction.figures.words import word_set

_HELD = (
    r"(?:took|taking)\s+place"
    r"|(?:(?:was|were|had\s+been)\s+(?:last\s+|first\s+|then\s+|again\s+)?)?(?:held|taken|carried\s+out|conducted|undertaken|run|done"
    r"|completed|sent(?:\s+out)?|made|issued|posted|e-?mailed|released|given|announced|opened|closed|published\s+to\s+\w+|open|live)"
    r"|(?:went|gone|go)\s+out|ran|lasted|fell|came|was|were|is"
)
"""The verbs with which an occasion is told to have been at a time."""

_HOLDS = (
    r"(?:carried\s+out|conducted|held|undertook|took|ran|organised|made|did|sent(?:\s+out)?|posted|issued|opened"
    r"|closed)"
)
"""The verbs of those who held it."""

_TO_A_TIME = (
    r"(?:(?:on|in|at|from|between|over|during|of|for|was|were|is|fell\s+on|day|night|week)\s+|[,(:–-]\s*)"
    r"(?:the\s+|midnight\s+on\s+|(?:night|week|month|evening|morning)\s+of\s+|\w+day,?\s+)*\(?$"
)
"""How the words before a time lead up to it."""


@dataclass(frozen=True, slots=True)
class OccasionKind:
    """One kind of occasion, by its words in lower case.

    ``words`` are those without one of which a sentence tells of none; ``before`` is what stands before the time of
    one, ``behind`` what stands behind a time that opens its sentence; ``about`` what titles of such matters say,
    ``counts`` what sentences far from it say that tell of what was counted, if they must. ``of_money`` tells that
    amounts are of it, as what was bid and paid at a sale; ``of_all_behind`` that what its paragraph goes on with was
    counted at it: an inspection only tells what was found.
    """

    words: frozenset[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    about: re.Pattern[str]
    counts: re.Pattern[str] | None = None
    of_money: bool = False
    of_all_behind: bool = True


def _kind(
    words: str,
    *,
    named: str,
    done: str,
    about: str,
    counts: str = "",
    of_money: bool = False,
    of_all_behind: bool = True,
) -> OccasionKind:
    """Return a kind by its nouns, as it is ``named``, and the verbs of what is ``done`` at it to what is counted."""
    was_held = rf"(?:{named})\b[^.;]{{0,60}}?\b(?:{_HELD})\b"
    before = rf"\b(?:{was_held}[^.;]{{0,40}}?|(?:{named})[\s,(]+|(?:{done})\b[^.;]{{0,60}}?\s){_TO_A_TIME}"
    behind = rf"[^.;]{{0,90}}?\b(?:{was_held}|{_HOLDS}\b[^.;]{{0,50}}?\b(?:{named})\b|(?:{done})\b)"
    return OccasionKind(
        word_set(words),
        re.compile(before),
        re.compile(behind),
        re.compile(rf"\b(?:{about})\b"),
        re.compile(counts) if counts else None,
        of_money,
        of_all_behind,
    )


KINDS = {
    "count": _kind(
        "census count headcount head-count counted snapshot stocktake stock-take weighed measured logged reference",
        named=r"census(?:\s+(?:day|date|week))?"
        r"|(?:head|street|spot|pupil|traffic|pedestrian|cycle|passenger|bed|roll|night)?[\s-]?count"
        r"|(?:count|reference)\s+(?:day|date|night|week)|snapshot(?:\s+(?:day|date))?|stock-?take",
        done=r"(?<!be\s)counted|weighed|measured|logged",
        about=r"census|counts?|snapshot|numbers\s+on\s+roll|pupil\s+numbers|rough\s+sleep\w+"
        r"|delayed\s+(?:transfers|discharges?)|caseloads?|traffic|speeds?|crossing",
    ),
    "survey": _kind(
        "survey surveys surveyed questionnaire questionnaires poll polled consultation consulted canvassed focus asked"
        " interviewed sounded",
        named=r"survey(?:\s+(?:day|week|period))?s?|questionnaires?|poll|consultation(?:\s+(?:event|period|exercise))?"
        r"|focus\s+groups?",
        done=r"surveyed|polled|consulted|canvassed|(?:was|were)\s+(?:asked|interviewed|sounded)",
        about=r"surveys?|questionnaires?|consultations?|satisfaction|views|feedback",
    ),
    "vote": _kind(
        "election elections by-election by-elections byelection ballot ballots balloted referendum referendums polling"
        " vote voted polls",
        named=r"(?:by-?)?elections?|ballots?|referend(?:um|ums|a)|polling\s+(?:day|date)|vote",
        done=r"balloted|voted|went\s+to\s+the\s+polls",
        about=r"elections?|by-?elections?|ballots?|referendum|turnout",
    ),
    "inspection": _kind(
        "inspection inspections inspected visit visited peer ofsted inspectors inspectorate",
        named=r"inspections?(?:\s+(?:day|week))?|(?:monitoring|focus+ed|assurance|validation|(?:un)?announced)\s+visit"
        r"|peer\s+(?:review|challenge)|ofsted|inspectors|inspectorate",
        done=r"inspected",
        about=r"inspections?|ofsted|visit|peer\s+review",
        counts=r"\b(?:inspectors?|inspection\s+team|reviewers|peer\s+team|they)\s+(?:had\s+|also\s+)*(?:tracked|sampled|read"
        r"|looked|met|interviewed|spoken?|observed|examined|visited|found|saw|seen|heard)\b"
        r"|\b(?:was|were)\s+(?:tracked|sampled|read|observed|judged|graded)\b",
        of_all_behind=False,
    ),
    "audit": _kind(
        "audit audits audited dip dip-sample dip-sampled sample sampled sampling purchase purchases purchasing"
        " enforcement joint multi-agency spot spot-checked mystery screening screened operation exercise tested"
        " examined re-examined",
        named=r"audits?(?:\s+(?:day|week|month))?|dip[\s-]sampl(?:e|es|ing)|sampl(?:e|ing)"
        r"|(?:enforcement|multi-agency|joint)\s+day|test\s+purchas\w+|spot\s+checks?|mystery\s+shop\w+"
        r"|screening(?:\s+(?:day|session))?|operation|exercise",
        done=r"audited|dip-?\s?sampled|sampled|spot-?\s?checked|re-?examined|examined|screened|tested",
        about=r"audits?|test\s+purchas\w+|enforcement|operation|sampling",
    ),
    "sale": _kind(
        "auction auctions auctioned sale hammer tender tenders bid bids bidding submission quotation quotations round"
        " cycle window",
        named=r"auctions?|sale|(?:tender|bidding|bid|sale|submission|quotation)s?\s+(?:day|date|round|cycle|deadline|period"
        r"|process|window)|invitations?\s+to\s+tender|tenders?|bids|quotations"
        r"|(?:first|second|third|latest|last)\s+(?:round|cycle|window)",
        done=r"auctioned|(?:put\s+up|offered)\s+(?:for\s+sale|at\s+auction)|went\s+under\s+the\s+hammer",
        about=r"disposals?|sales?|auctions?|tenders?|tendering|procurement|bidding|bids|contracts?|lettings?",
        of_money=True,
    ),
    "offer": _kind(
        "offer offers allocation allocations notification letters emails e-mails admission admissions told notified"
        " informed advised",
        named=r"(?:offer|allocation|notification)s?\s+(?:day|date)|offers?(?:\s+of\s+(?:a\s+)?(?:school\s+)?places?)?"
        r"|(?:offer|allocation|admissions?)\s+(?:letters|emails|e-mails|outcomes?)"
        r"|letters\s+telling\s+(?:parents|families)|(?:school|place)\s+allocations?",
        done=r"(?:told|notified|informed|advised)\b[^.;]{0,40}\b(?:schools?|places?|outcomes?|offers?|allocated"
        r"|allocations?)",
        about=r"admissions?|offers|school\s+places|places\s+for|secondary\s+transfer|transfer\s+to\s+secondary"
        r"|starting\s+school|allocation\s+of\s+(?:school\s+)?places",
        counts=r"\b(?:preferences?|offer(?:s|ed)?|applications?|applicants?|applied|allocated|unplaced)\b",
    ),
}
"""All kinds by their names, those first whose words are the plainest."""

MAY_TELL = frozenset(word for kind in KINDS.values() for word in kind.words)
"""Words without one of which no sentence tells of an occasion."""
