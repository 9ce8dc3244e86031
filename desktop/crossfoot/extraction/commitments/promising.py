"""The words that promise, ask or resolve, and whether who is to act stands before them, behind them or behind "by"."""

from __future__ import annotations

import re
from enum import StrEnum

from crossfoot.extraction.quick import matches
from crossfoot.extraction.unchanging import unchanging

_S = r"[\s\xa0]+"
_ONLY_SAID = (
    "noted|received|approved|adopted|signed|endorsed|confirmed|accepted|welcomed|thanked|agreed|required|needed|expected"
    "|affected|allowed|used|based|supposed|aimed|intended|regarded|deemed|limited|excluded"
)
"""Participles of what resolutions say and nobody has to do later."""

_DONE = (
    rf"(?!(?:{_ONLY_SAID})\b)(?:\w{{2,}}ed|brought|undertaken|held|given|sent|written|drawn|taken|set|made|put"
    rf"|done|sought"
    r"|built|kept|paid|met|laid|begun|told|shown|found|left|let|dealt|run)"
)
"""What may be done: a participle of any other verb."""

_ASKED = "asked|requested|instructed|authorised|required|directed|invited|tasked|charged|urged|empowered|recommended"
_ACTS = (
    "report|review|bring|submit|present|prepare|provide|explore|consider|investigate|let|appoint|arrange|circulate|write"
    "|draft|produce|publish|consult|monitor|convene|commission|carry|undertake|develop|draw|make|take|give|send|issue"
    "|attend|advise|include|examine|look|meet|recruit|advertise|implement|deliver|complete|set|work|continue|seek|contact"
    "|identify|evaluate|agree|ensure|update|share|hold|conclude|negotiate|dispose|serve|commence|reinstate|table|keep"
    "|establish|extend|introduce|install|replace|assess|audit|run|pull|approach|inform|notify|invite|return|follow"
    "|revisit|supply|dip-sample|terminate|purchase|acquire|sell|close|open|start|begin|lead|support|speak|press|lobby"
)
_TO = rf"(?:is|are){_S}(?:now{_S})?(?:to|going{_S}to|due{_S}to|expected{_S}to|planning{_S}to)"
_MODAL = rf"(?:will|shall|would(?!{_S}have)|{_TO})"
_ADVERB = rf"(?:(?:then|also|again|now|both|each|next|therefore|first|in{_S}turn|in{_S}future|\w+ly){_S})?"
_WHAT = (
    rf"(?!(?:note|receive|approve|adopt|endorse|accept|support)\b)(?:(?:{_ACTS})\b"
    rf"|[a-z]+(?={_S}(?:an?|the|its|their|that|this|all|any|with|up|to|on|[A-Z0-9£])))"
)
"""A verb that says what is to be done, known from a noun by the word behind it: not "agreed to temporary staff"."""

_NO_ACT = "be|have|receive|hear|see|get|not|need|cost|rise|fall|remain|total|mean|amount|exceed|depend|require|allow"


class Who(StrEnum):
    """Where the words that promise say who is to act."""

    BEFORE = "before"
    RIGHT_BEFORE = "right before"
    BEHIND = "behind"
    BY = "by"


class Needs(StrEnum):
    """With what the words promise: with a time or somebody to act, or only with somebody, with a time, or with both."""

    EITHER = "either"
    ACTOR = "actor"
    TIME = "time"
    BOTH = "both"


class Where(StrEnum):
    """Where the words promise: anywhere, in resolutions and entries of a list of actions, or in resolutions alone."""

    ANYWHERE = "anywhere"
    ACTIONS = "actions"
    RESOLUTIONS = "resolutions"


@unchanging(frozen=True, slots=True)
class _Kind:
    """One way to promise; where there are ``hints``, one of them is in all such words: to look for them is cheap.

    Where there is an ``opening``, such words begin at one of its places alone.
    """

    words: re.Pattern[str]
    who: Who
    needs: Needs = Needs.EITHER
    where: Where = Where.ANYWHERE
    hints: tuple[str, ...] = ()
    opening: re.Pattern[str] | None = None

    def met_in(self, low: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first such words between two offsets of a text in lower case."""
        if self.opening is None:
            return self.words.search(low, start, end)
        return next(matches(self.opening, self.words, low, start, end), None)


@unchanging(frozen=True, slots=True)
class Promise:
    """Words that promise, from ``start`` to ``end``, where they say who is to act, and what they promise with."""

    start: int
    end: int
    who: Who
    needs: Needs


_AHEAD = re.compile(r"[wsiatr](?<!\w.)(?=ill\s|hall\s|h?ould\s|s\s|re\s|hat\b|eceive\s)")
"""Where words of what lies ahead begin: "will", "shall", "should", "would", "is", "are", "that", "receive"."""

_KINDS = (
    _Kind(  # the Head of Service be asked to; is hereby instructed to
        re.compile(
            rf"\b(?:be|is|are|has{_S}been"
            rf"|have{_S}been){_S}(?:hereby{_S})?(?:(?:{_ASKED}){_S}(?:and{_S}))?(?:{_ASKED})"
            rf"{_S}(?:to(?={_S}(?!do\b)[a-z])|that\b)"
        ),
        Who.BEFORE,
        Needs.ACTOR,
        hints=tuple(_ASKED.split("|")),
    ),
    _Kind(  # asked that the Head of Service bring; calls upon the County Council to; requested sight of
        re.compile(
            rf"\b(?:ask|asked|asks|requested|requests|request|instructed|instructs|directed|directs|invited"
            rf"|invites|urged|urges"
            rf"|call(?:s|ed){_S}(?:up)?on|recommend(?:s|ed)?)"
            rf"{_S}(?!whether|if\b|how|what|why|when|who|about|to\b|by\b)"
        ),
        Who.BEHIND,
        hints=("ask", "request", "instruct", "direct", "invite", "urge", "call", "recommend"),
    ),
    _Kind(re.compile(rf"\brequires?{_S}"), Who.BEHIND, Needs.BOTH, hints=("require",)),
    _Kind(  # undertook to; has committed to; gave an assurance that; confirmed that he would; agreed to revisit
        re.compile(
            rf"\b(?:undert(?:ook|akes)|ha(?:s|ve){_S}(?:undertaken|committed)|promise[sd]|pledge[sd]|offer(?:s|ed))"
            rf"{_S}(?:to|that|\w+{_S}to)\b"
            rf"|\b(?:agrees?|agreed|resolved|decided){_S}(?:in{_S}principle{_S})?to{_S}{_WHAT}"
            rf"|\b(?:g[ai]ve[ns]?|ha(?:s|ve){_S}given){_S}an?{_S}(?:\w+{_S})?(?:assurance|undertaking|commitment)"
            rf"{_S}(?:to|that)\b"
            rf"|\bassure[sd]{_S}(?:\w+{_S}){{1,4}}that\b"
            rf"|\bconfirm(?:s|ed){_S}that{_S}(?:he|she|they|it|officers){_S}w(?:ill|ould)\b"
        ),
        Who.BEFORE,
        hints=(
            *("undert", "committed", "promise", "pledge", "offer", "agree", "resolved", "decided", "gave", "give"),
            *("assur", "confirm"),
        ),
    ),
    _Kind(
        re.compile(rf"\bcommitment{_S}(?:was{_S}\w+{_S})?(?:from|by)\b"),
        Who.BEHIND,
        Needs.ACTOR,
        hints=("commitment",),
    ),
    _Kind(  # a report be submitted; will be advertised; is to be called; shall be reviewed by the Committee
        re.compile(
            rf"\b(?:will|shall|should|would|(?:is|are){_S}(?:now{_S})?to){_S}(?:also{_S}|then{_S}|again{_S})?"
            rf"be{_S}{_ADVERB}{_DONE}\b|\bthat\b[^.;:]{{1,90}}?(?<!may)(?<!can)(?<!not)(?<!could)(?<!must)(?<!to){_S}"
            rf"be{_S}{_ADVERB}{_DONE}\b"
            rf"|\b(?:is|are){_S}(?:planned|scheduled|timetabled|due){_S}(?:for|to|in|on)\b"
        ),
        Who.BY,
        hints=("be ", "be\n", "be\xa0", "be\t", "planned", "scheduled", "timetabled", "due"),
        opening=_AHEAD,
    ),
    _Kind(re.compile(rf"\bbe{_S}{_ADVERB}{_DONE}\b"), Who.BY, where=Where.RESOLUTIONS),
    _Kind(  # the Cabinet Member will receive a weekly note; residents will hear the result; phase 2 will start on site
        re.compile(
            rf"\breceive{_S}(?:\w+{_S}){{0,3}}?(?:reports?|updates?|notes?|briefings?)\b"
            rf"|\b{_MODAL}{_S}{_ADVERB}(?:receive|hear|see|get)\b"
            rf"|\b(?:will|shall|{_TO}){_S}{_ADVERB}(?:start|begin|commence|open|close|end"
            rf"|be{_S}(?:open|complete|ready|operational|in{_S}place))\b"
        ),
        Who.BY,
        Needs.TIME,
        opening=_AHEAD,
    ),
    _Kind(  # the Director will review; Dr Whitlock is going to pull together
        re.compile(
            rf"\b(?:will|shall|{_TO}){_S}{_ADVERB}(?!(?:{_NO_ACT})\b)[a-z]+|\bwould{_S}{_ADVERB}(?:{_ACTS}"
            rf"|come{_S}back)\b"
        ),
        Who.RIGHT_BEFORE,
        Needs.ACTOR,
        opening=_AHEAD,
    ),
    _Kind(re.compile(rf"\bto{_S}(?:{_ACTS})\b"), Who.BEFORE, Needs.ACTOR, Where.ACTIONS),  # the Town Clerk to convene
    _Kind(  # that officers explore
        re.compile(rf"(?<!to )(?<!be )\b(?:{_ACTS})\b"), Who.RIGHT_BEFORE, Needs.ACTOR, Where.RESOLUTIONS
    ),
)
_ANYWHERE = tuple(kind for kind in _KINDS if kind.where is Where.ANYWHERE)
_IN_ACTIONS = tuple(kind for kind in _KINDS if kind.where is not Where.RESOLUTIONS)
_NO_PROMISE = re.compile(
    rf"\b(?:ask(?:s|ed){_S}(?:whether|if|how|what|why|when|who|about)|authority{_S}be{_S}delegated"
    rf"|delegated{_S}authority|was{_S}to{_S}have|would{_S}have|had{_S}\w+{_S}been"
    rf"|had{_S}been{_S}discharged|if\b|(?:was|were){_S}rejected|requires?{_S}\w+{_S}of)\b"
)


def promises_in(low: str, start: int, end: int, *, resolved: bool, action: bool) -> list[Promise]:
    """Return the words that may promise between two offsets of a text in lower case, the surest kind first.

    ``resolved`` tells that they stand in a resolution, ``action`` that they begin with who is to act, as an entry of a
    list of actions does.
    """
    found: list[Promise] = []
    said = low[start:end]
    for kind in _KINDS if resolved else _IN_ACTIONS if action else _ANYWHERE:
        if kind.hints and not any(map(said.__contains__, kind.hints)):
            continue
        match = kind.met_in(low, start, end)
        if match is not None:
            found.append(Promise(match.start(), match.end(), kind.who, kind.needs))
    return [] if found and _NO_PROMISE.search(low, start, end) else found
