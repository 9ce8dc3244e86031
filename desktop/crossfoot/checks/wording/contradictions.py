"""None of a thing beside some of its opposite: "no pupils were in school; 4 were out of school"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.model.english import numbers_named

PAIRS = (
    (r"in (?:time|timescale|time)", r"(?:out of|outside|not in) (?:time|timescale)"),
    (
        r"within (?:the )?(?:time|timescale|target|deadline|limit|standard|\w+ days)",
        r"(?:outside|out of|beyond|over) (?:the )?(?:time|timescale|target|deadline|limit|standard|\w+ days)|late",
    ),
    (r"in (?P<a>[a-z]+)", r"(?:out of|not in|missing from|absent from) (?P<b>[a-z]+)"),
    (
        r"with (?:an? |their |the )?(?P<a>[a-z]+)(?: [a-z]+){0,2}",
        r"without (?:an? |one|their |the |any )?(?P<b>[a-z]*)",
    ),
    (r"on time", r"late|delayed|behind time|not on time|overdue"),
    (r"up to date|in date", r"out of date|expired|overdue|late"),
    (r"above (?:the )?(?P<a>[a-z]+)", r"below (?:the )?(?P<b>[a-z]+)"),
    (r"met", r"(?:not met|missed|unmet)"),
    (r"complied|compliant", r"non-?complian\w+|breach\w*"),
    (r"passed", r"failed"),
    (r"paid", r"unpaid|owing|in arrears"),
    (r"found", r"missing"),
    (r"open", r"closed"),
    (r"safe", r"unsafe|at risk"),
    (r"resolved|settled|closed|concluded", r"unresolved|outstanding|unsettled"),
    (r"answered|replied to", r"unanswered"),
    (r"attended", r"(?:not attended|absent|unattended|did not attend)"),
    (r"visited|seen", r"(?:not been (?:visited|seen)|not (?:visited|seen)|unseen|unvisited|overdue)"),
    (r"reviewed", r"(?:not been reviewed|not reviewed|overdue)"),
    (r"assessed", r"(?:not been assessed|not assessed|awaiting|waiting)"),
    (r"recorded", r"(?:not recorded|not been recorded|unrecorded|missing)"),
    (r"returned", r"(?:not returned|not been returned|missing|outstanding)"),
    (r"started|begun", r"(?:not started|not begun|not yet started|waiting to start)"),
    (r"registered", r"(?:not registered|unregistered)"),
    (r"qualified", r"(?:not qualified|unqualified)"),
    (r"covered", r"(?:not covered|uncovered)"),
    (r"offered", r"(?:not offered|not been offered)"),
    (r"available", r"unavailable"),
    (r"working", r"(?:not working|broken|out of order)"),
    (r"occupied|let", r"(?:empty|void|vacant|unoccupied|unlet)"),
    (r"filled", r"(?:vacant|unfilled|empty)"),
    (r"completed?|finished", r"(?:incomplete|unfinished|outstanding|overdue|not completed?|not been completed)"),
    (r"placed", r"(?:unplaced|waiting|not placed)"),
    (r"suitable", r"unsuitable"),
    (r"allocated", r"(?:unallocated|awaiting allocation|waiting|(?:not have|without) an allocated)"),
)
_COMPILED = tuple((re.compile(rf"\b(?:{done})\b"), re.compile(rf"\b(?:{lacking})(?![a-z])")) for done, lacking in PAIRS)
_NONE = re.compile(r"\b(?:no|none|nil|zero|not one|not a single|neither|nobody|no-one)\b")
_TURN = re.compile(r"[.;]\s|,? (?:but|although|though|while|whereas|compared with|however)\b|, (?:and )?(?=\d)")
_SOME = re.compile(rf"\b(?:\d[\d,]*|{numbers_named(1, 12)}|some|several|a few|a number of)\b")
_CLAUSE, _NEAR = 160, 260
"""How long, in characters, a clause may be, and how far from it the opposite may stand."""
_FORBID = re.compile(
    r"\b(?:no longer|no more|no change|no further|no need|in no|no less|no fewer|no later|no doubt|no answer)\b"
)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The words that report none of a thing, where they stand in the passage, and those that report its opposite."""

    start: int
    end: int
    none: str
    some: str


def contradictions(words: str) -> Iterator[Contradiction]:
    """Yield what a passage, in small letters, reports none of where another clause of it counts the opposite."""
    for none in _NONE.finditer(words):
        turn = _TURN.search(words, none.end())
        end = turn.start() if turn else len(words)
        clause = words[none.start() : end]
        if len(clause) > _CLAUSE or _FORBID.match(clause):
            continue
        behind = words[turn.end() : turn.end() + _NEAR] if turn else ""
        front = words[max(0, none.start() - _NEAR) : none.start()]
        found = next(_against(none.start(), clause, behind), None) or next(_against(none.start(), clause, front), None)
        if found is not None:
            yield found


_LACKS = (
    r"(?:had to wait|(?:was|were|still|left) waiting|without (?:an? |one|any)|out of (?:touch|date|time|school)|lacked"
    r"|went without|unallocated|overdue|unseen|unvisited|missed)\b"
)
_GOOD = (
    r"(?:in surplus|judged good|were good|outstanding|compliant|in time|on time|on target"
    r"|within (?:the )?(?:budget|target)"
    r"|up to date|satisfactory|performing well)"
)
_FAULTS = r"(?:requirements?|recommendations?|failings?|breaches|faults?|weaknesses|defects)"
_HINDRANCES = r"objections?|concerns|adverse comments?|difficulties|obstacles|representations against|errors|failings"
_THUS = r"(?:therefore|thus|accordingly|consequently|so)"
_CONSEQUENCES: tuple[tuple[tuple[tuple[str, ...], ...], re.Pattern[str]], ...] = (
    (
        (("every", "each", "all"), ("so ",)),
        re.compile(
            rf"(?P<all>\b(?:every|each|all)\b[^.;]{{3,90}}?),? (?P<so>(?:so|so that|and so) "
            rf"(?:all|some|many|several|most)(?: of (?:them|these|the [a-z]+))?\b[^.;]{{0,25}}?\b{_LACKS})"
        ),
    ),
    (
        (("every", "each", "all"), ("there was", "there were")),
        re.compile(
            r"(?P<all>\b(?:every|each|all)\b[^.;]{3,90}?),? (?P<so>(?:and|so that) there (?:was|were)"
            rf" (?:somebody|someone)\b[^.;]{{0,40}}?\b{_LACKS})"
        ),
    ),
    (
        (("every", "each", "all"), ("concern",)),
        re.compile(
            rf"(?P<all>\b(?:every|each|all)\b[^.;,]{{3,60}}?\b{_GOOD}) "
            r"(?P<so>(?:and|so that they|and so) (?:gave|give|raised|caused)"
            r" (?:some |real )?(?:cause|grounds|reason)s? for concern)\b"
        ),
    ),
    (
        (("no ",), ("need", "necessary", "required")),
        re.compile(
            rf"(?P<all>\bno {_FAULTS}\b)[^;\d]{{0,60}}?"
            r"(?P<so>\b(?:there (?:was|is)|it was) (?:therefore|thus|accordingly) (?:a need"
            r"|necessary|required)\b)"
        ),
    ),
    (
        (("no ",), ("not ", "cannot")),
        re.compile(
            rf"(?P<all>\bno (?:{_HINDRANCES})\b)[^.;]{{0,70}}?(?P<so>\b(?:(?:could|can|would|should|was|were|is|are)"
            rf" {_THUS} not|{_THUS} (?:could|can|would|should|was|were|is|are) not|{_THUS} cannot) (?:be )?"
            r"(?:approv|proceed|go ahead|made|confirm|adopt|implement|agree|continue|publish|open|start|grant)\w*)"
        ),
    ),
    (
        (("every", "each", "all "), ("remain", "still", "yet")),
        re.compile(
            r"(?P<all>\b(?:all|every|each)\b[^.;]{3,60}?\b(?P<done>[a-z]+ed)\b)[^.;]{0,25}?"
            r"(?P<so>\b(?:one|two|three|four|some|several|\d+)\b[^.;]{0,15}\b(?:remain\w*|still|yet)\b[^.;]{0,12}"
            r"\b(?P=done)\b)"
        ),
    ),
    (
        (("found", "identified", "noted", "revealed"), ("therefore", "so ", "thus", "accordingly")),
        re.compile(
            r"(?P<so>\b(?:found|identified|noted|revealed) (?!no\b|few\b|not\b)(?:[a-z]+ ){0,2}?"
            r"(?:weaknesses|failings|concerns|shortcomings|deficiencies|faults|errors|breaches)\b)"
            r"(?:(?!\bbut\b|\bhowever\b|\balthough\b)[^.;]){0,60}?\b(?:therefore|so|thus|accordingly)\b[^.;]{0,30}?"
            r"(?P<all>\b(?:outstanding|good|satisfactory|unqualified|content|compliant|safe|assured)\b)"
        ),
    ),
    (
        (("sufficient", "adequate", "enough"), ("necessary",)),
        re.compile(
            r"(?P<all>\b(?:is|are|was|were) (?:sufficient|adequate|enough)\b)[^.;]{0,40}?"
            r"(?P<so>\bit (?:is|was) (?:therefore )?necessary to (?:add|increase|top|raise|make more)\b)"
        ),
    ),
    (
        (("budget",), ("necessary", "a need")),
        re.compile(
            r"(?P<all>\b(?:within|under|below|inside) (?:its |the )?budget\b)[^.;]{0,60}?"
            r"(?P<so>\b(?:it (?:was|is|would be)|there was) (?:therefore |thus )?"
            r"(?:necessary|a need) to (?:make use of|use|draw (?:on|from|down)|call on"
            r"|take from)[^.;]{0,20}\b(?:reserves|balances|contingency)\b)"
        ),
    ),
    (
        (("there ", "did "), ("needed", "required", "necessary", "proposed", "nothing")),
        re.compile(
            rf"(?P<so>\b(?:there (?:was|were|are|is) (?:[a-z]+ ){{0,2}}?(?:{_HINDRANCES}|implications|impacts?)"
            r"|did (?!not\b|so\b)[a-z]+)\b)(?:(?!\bbut\b|\balthough\b|\bhowever\b)[^.;]){0,110}?"
            r"(?P<all>\b(?:no (?:further )?(?:action|work|remedy|step|assessment|mitigation)(?: [a-z]+){0,3}? "
            r"(?:was|were|is|are) (?:therefore |thus )?(?:needed|required|necessary|proposed)"
            r"|(?:was|were|is|are) (?:therefore |thus |accordingly )?not (?:therefore )?(?:required|needed|necessary)"
            r"|nothing (?:had|needed|has) to be)\b)"
        ),
    ),
)
"""What is said to follow from "every one has …" and is its contrary, as the word that denied it was lost; in front of
each the words of which one of each group must be there, for a quick look."""


def consequences(words: str) -> Iterator[Contradiction]:
    """Yield what a passage, in small letters, draws from what it says of all, and which contradicts it.

    "Every child had a worker, so that all of them had to wait": that none had to was meant.
    """
    for needed, pattern in _CONSEQUENCES:
        if not all(any(word in words for word in some) for some in needed):
            continue
        for found in pattern.finditer(words):
            denied = _NONE_SAID.search(found["so"]) if found.start("so") < found.start("all") else None
            if not denied and not re.search(
                r"\b(?:but|except|save|apart|almost|nearly)\b|^[^.;]*\bnot (?:all|every)", found["all"]
            ):
                yield Contradiction(found.start("so"), found.end("so"), found["so"], found["all"])


_NONE_SAID = re.compile(r"\b(?:no|not|none|few|never)\b")


def _against(start: int, clause: str, rest: str) -> Iterator[Contradiction]:
    """Yield the first opposite that the rest of a passage counts some of."""
    for done, lacking in _COMPILED:
        opposite = lacking.search(rest)
        if opposite is None or lacking.search(clause):
            continue
        before = rest[: opposite.start()]
        if not _SOME.search(before) or _NONE.search(before) or (not done.groups and done.search(before)):
            continue
        for found in done.finditer(clause):
            named, other = found.groupdict().get("a"), opposite.groupdict().get("b")
            # "with an allocated worker" against "without one": the second need not name it again.
            if not named or named == other or (other == "" and opposite.group().startswith("without")):
                yield Contradiction(start, start + len(clause), clause[: found.end()], opposite.group())
                return
