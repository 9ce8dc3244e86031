"""What a report is on: the words of a sentence about reporting that tell its subject, in one order.

"Report on the fleet", "the fleet report", "the fleet is reported on" and "the fleet comes to Cabinet" are all of one
subject, whatever else their sentences say of times, meetings and those who report.
"""

from __future__ import annotations

import re

from crossfoot.checks.basis.cues import content_words
from crossfoot.checks.dates.calendar import MONTHS
from crossfoot.model.english import NUMBERS

PAPER = (
    r"(?:reports?|updates?|briefings?|papers?|bulletins?|statements?|accounts?|summar(?:y|ies)|digests?|returns?"
    r"|presentations?|notes?|position statements?|monitoring statements?)"
)
"""What is put before Members."""
_ON = re.compile(
    r"\b(?:reports?|papers?|updates?|briefings?|bulletins?|statements?|presentations?|reporting|position|information|figures"
    r"|statistics|data)"
    r"(?: back)?(?: to (?:the )?[a-z]+)? (?:on|about|concerning|regarding|of|into)\b"
    r"|\b(?:updated|briefed|advised|informed)(?: [a-z]+)? (?:on|about|of)\b|\bhear(?:s|d)? (?:about|of)\b"
    r"|\bnothing (?:on|about)\b|\b(?:should|would|will|must|to) (?:also )?(?:cover|deal with|address)\b"
)
"""Behind these words stands what is reported on."""
_NO_SUBJECT = re.compile(r"^\s*(?:the )?(?:meetings?|director|head|chief|cabinet|one of|\d|those)\b")
_BREAK = re.compile(
    r"[;:.(|]| ?,(?= (?:and |but )?(?:as|which|when|who|where|this|it|that|so|none|no|nothing|with|although|though|if"
    r"|whose|until|for which|on which|of which)\b)"
    r"|\b(?:and (?:this|that|it) (?:was|is|has|had|would)|until|unless|while|whilst|so long as|as long as|under the"
    r"|because|although|though|in order|pending|subject to the|so that|when|that (?:they|it|we|was|were|had|has"
    r"|members|cabinet|councillors)|which|who|since|than)\b"
)
"""Where the words that name a subject end."""
_VERB = re.compile(r"\b(?:be|is|are|was|were|has|have|had|will|would|shall|should|comes?|continues?)\b")
_CLAUSE = re.compile(
    r"[;:()|]|\.(?=\s)|,(?! [a-z' -]{3,30},? and )"
    r"|\b(?:but|although|though|because|whereas|so that|and (?:this|that) (?:was|is))\b"
)
_OF_REPORTING = (
    content_words(
        "report reports reported reporting paper update updates updated further progress cabinet executive "
        "member members committee meeting meetings council board panel director head officer officers lead "
        "service services agreed resolved noted note submitted submit brought bring received receive "
        "presented present given give made make come comes back asked ask requested request time times every "
        "each alternate second third fourth quarter quarterly month months monthly year yearly annual "
        "annually half twice once weeks next following coming term termly regular regularly basis interval "
        "intervals would will shall being continue continues produced prepared before end beginning also "
        "again that this which what how with from into upon matter matters item position information figures "
        "figure statement statements briefing briefings circulate circulated consider considered outcome "
        "outcomes result results recommended recommend approved approve spring summer autumn winter christmas "
        "easter eighteen other others considers receives gets sees hears future arrangement arrangements "
        "current currently now force subject those way later last first when none due although though "
        "promised promise yet still awaited outstanding overdue seen see saw heard hear kept keep told "
        "informed advised briefed ever never not far forthcoming follow followed follow-up oral verbal "
        "written bulletin required require requires requirement expected since until under them they their "
        "its our can may must should ought went goes returned return returns put laid table tabled issued "
        "published provided provide supplied supply came reach reached appeared appear arrived earlier "
        "previous recent latest most date been having undertook undertaken undertaking intended intention "
        "usual usually normally always already councillor councillors scrutiny leader known know knows was "
        "are said says set out weekly fortnightly bi-monthly bimonthly half-yearly biannual biannually bi- "
        "bi-annually twice-yearly any some then than thereafter henceforth onwards hence course account "
        "accounts summary summaries interim fresh another new undertakes sent days week day alternative "
        "attention least more only just same done did does after within whole full nothing discussed here "
        "there standing why neither forward one consideration confirmed proposed introduced minute refer "
        "refers question about above series include lay lays ordinary finished complete completed answer "
        "answered cover hand apologised"
    )
    | content_words(" ".join((*MONTHS, *NUMBERS)))
    | content_words(" ".join(f"{number}-{unit}" for number in NUMBERS for unit in ("monthly", "weekly", "yearly")))
)
"""Words of promising, of reporting and of times, which say nothing of what is reported on."""


OWN = ("this",)
"""The subject of "this information" and "these matters": what their own record is about, which it need not say."""
SERIES = ("series",)
"""The subject of "progress reports" and "a further report", which is known by the title of their record alone."""
_THIS = re.compile(
    r"\b(?:this|these|such|the) (?:information|figures|reports?|updates?|briefings?|papers?|statistics|data|matters?"
    r"|issues?|subjects?)\b"
)
_ANY_PAPER = re.compile(rf"\b{PAPER}\b")


def subject(low: str, at: int = -1) -> tuple[str, ...]:
    """Return the telling words of what a sentence about reporting is on, in one order.

    They stand behind "report on", or else in the clause round ``at``, where the sentence tells when it is reported; and
    where that clause has none, in the rest of the sentence. "This information" is on what its record is about.
    """
    named = [match for match in _ON.finditer(low) if not _NO_SUBJECT.match(low, match.end())]
    if named:
        pieces = map(_telling, _VERB.split(_BREAK.split(low[named[-1].end() :])[0]))
        told = next((piece for piece in pieces if piece), ())
        if told:
            return told
    pieces = map(_telling, _BREAK.split(_clause(low, at)))
    found = next((piece for piece in pieces if piece), ()) or _telling(_sentence(low, at))
    return found or (OWN if _THIS.search(low) else SERIES if _ANY_PAPER.search(low) else ())


def is_own(about: tuple[str, ...]) -> bool:
    """Tell whether a sentence does not name what it is on, so that its record's title must."""
    return about in {OWN, SERIES}


def _sentence(low: str, at: int) -> str:
    """Return the one of several sentences that a place belongs to."""
    if at < 0:
        return low
    return low[low.rfind(". ", 0, at) + 1 :].split(". ", maxsplit=1)[0]


def _telling(words: str) -> tuple[str, ...]:
    return tuple(sorted(content_words(_EARLY.sub(" ", words)) - _OF_REPORTING))


_EARLY = re.compile(r"\b(?:early|late|later) (?:in|next|this|than|on)\b")


def _clause(low: str, at: int) -> str:
    """Return the clause of a sentence that a place in it belongs to."""
    if at < 0:
        return low
    start, end = 0, len(low)
    for match in _CLAUSE.finditer(low):
        if match.end() <= at:
            start = match.end()
        elif match.start() > at:
            end = match.start()
            break
    return low[start:end]


SEVERAL = 2


def of_one(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Tell whether two sentences are on one subject: the same words, or several and some more.

    One word is not enough to tell "the plan" from another plan.
    """
    if min(len(first), len(second)) < SEVERAL:
        return first == second
    words = set(first)
    return words.issubset(second) or words.issuperset(second)
