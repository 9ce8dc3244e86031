"""What clauses say of all, of some or of none, so that two which cannot both be true tell of a lost "not" or "no".

A clause is read as a quantity and a pole: "all posts had been filled" and "no post was vacant" both say all of the good
side of filling; "there were vacancies" says some of the bad side. All of one side excludes any of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice, pairwise
from operator import itemgetter

from crossfoot.model.english import MONTH


class Said(Enum):
    """How much of the good side of something a clause tells: all, none, some lacking, some, or that it is so."""

    ALL = auto()
    NONE = auto()
    LACKS = auto()
    SOME = auto()
    WELL = auto()


_SIDES = (
    (
        (
            r"allocated|assigned|(?:had|have|has|with) (?:an? |their |its |his |her )?(?:own |named |qualified "
            r"|allocated )*"
            r"(?:social |support |case |key )?worker"
        ),
        (
            r"unallocated|without (?:an? )?(?:[a-z]+ ){0,2}worker|(?:waiting"
            r"|awaiting) (?:for )?(?:an? )?(?:[a-z]+ )?(?:worker"
            r"|allocation)"
        ),
    ),
    (
        (
            r"(?:in|on|to|within) time(?:scales?)?|on schedule|on target|within (?:the |their )?(?:timescales?"
            r"|deadlines?|limits?"
            r"|targets?|\w+ (?:working )?days)|promptly|up to date|punctual\w*"
            r"|(?:timescales?|deadlines?|dates?) (?:(?:had been|have been|has been|were|was|being) )?(?:met|kept)"
        ),
        (
            r"late|overdue|out of (?:time|date)|delay(?:ed|s)|behind (?:time|schedule)|missed"
            r"|outside (?:the )?(?:timescales?|limits?)"
            r"|in arrears|too long|breached"
        ),
    ),
    (
        r"filled|recruited to|appointed to|in post|full(?!-| )|occupied|taken(?! (?:to|up|on|into|from|out|by|place))",
        r"vacant|vacanc(?:y|ies)|unfilled|unoccupied|empty",
    ),
    (
        (
            r"(?:immediate(?:ly)? )?(?:assessed|housed|seen|placed|served) (?:at once|immediately|without delay)"
            r"|(?:given|offered|found|allocated) (?:an? |their |his |her )?(?:[a-z]+ )?(?:places?|appointments?)"
        ),
        (
            r"waiting(?: lists?)?|wait(?:ed|s)?(?= (?:for|to|in|at|more|longer)\b)|queues?|queu(?:ed|ing)|backlogs?"
            r"|held up"
        ),
    ),
    (
        (
            r"(?:with)?in (?:its |the |their )?(?:approved |agreed |cash )?budgets?|balanc(?:ed|es?)|underspen[dt]\w*"
            r"|in surplus"
            r"|within (?:its|the|their) (?:means|allocation|resources|cash limit)|in credit|break(?:ing)? even"
        ),
        (
            r"over(?:spen[dt]\w*| budget)|outstripped|outran"
            r"|deficits?|in the red|exceed\w* (?:its|the|their) budget|beyond (?:its"
            r"|the) budget"
        ),
    ),
    (
        (
            r"(?:sound|compliant|safe|effective|sufficient|secure|suitable)|met (?:all |the |every |each "
            r"|its )*(?:standards?"
            r"|requirements?|criteria)|(?:been|were|was|are) met(?! (?:from|by|out|with))|complied|passed"
        ),
        (
            r"unsatisfactory|insufficient|unsafe|unsuitable|ineffective|non-?complian\w+|fail(?:ed|ings?|ures?)"
            r"|unmet|concerns?|weakness(?:es)?|breach(?:es|ed)?|shortcomings?|deficienc\w+|faults?"
        ),
    ),
    (
        r"(?:paid|settled|collected|recovered|repaid)(?: in full)?",
        r"unpaid|owed|owing|arrears|debts? outstanding|unsettled",
    ),
    (
        r"seen|visited|spoken to|interviewed|contacted|met with",
        r"unseen|unvisited|not (?:been )?(?:seen|visited|contacted)",
    ),
    (
        r"complet\w+|finished|delivered|done|concluded|closed|resolved|implemented",
        (
            r"incomplete|unfinished|outstanding (?:actions?|items?|work|cases?)|still (?:open|outstanding|to be done)"
            r"|unresolved"
            r"|remain\w* (?:open|outstanding|to be (?:done|completed))|not (?:been )?(?:completed|finished|done"
            r"|implemented)"
        ),
    ),
    (
        r"(?:fully )?(?:trained|qualified|checked|registered|vetted|insured|licen[cs]ed)",
        (
            r"un(?:trained|qualified|checked"
            r"|registered|vetted|insured|licen[cs]ed)|without (?:a )?(?:training|qualification|check|registration"
            r"|licen[cs]e)"
        ),
    ),
    (
        r"attended|present|took part|responded|replied|returned",
        (
            r"absent|absentees?|stayed away|did not (?:attend|respond"
            r"|reply|take part)|non-?respon\w+|unreturned|apologies"
        ),
    ),
    (
        r"agreed|supported|in favour|accepted|approved|welcomed",
        (
            r"object(?:ed|ions?|ors?)|oppos(?:ed|ition|ing)|against"
            r"|dissent\w*|refus(?:ed|als?)|rejected"
        ),
    ),
    (
        (
            r"good(?: or (?:better|outstanding))?(?! (?:many|reasons?|deal|number|practice))"
            r"|outstanding(?= (?:or|by|at|and|in all)\b)|satisfactory or better"
        ),
        r"inadequate|requir(?:ed?|es|ing) improvement|in special measures|poor",
    ),
    (r"safe|unharmed|uninjured|unhurt", r"injur(?:ed|ies|y)|harm(?:ed)?|hurt|accidents?|casualties"),
    (
        r"open|running|in (?:use|operation)|available|working|repaired|mended|in (?:working )?order",
        r"closed|shut|unavailable|out of (?:use|order|action)|unrepaired|broken|unusable",
    ),
    (
        r"(?<!dis)satisfied|pleased|happy|thanked|praised|congratulated|commended|reassured",
        r"dissatisfied|displeased|unhappy|disappointed|dismayed",
    ),
)
_COMPILED = tuple((re.compile(rf"\b(?:{good})\b"), re.compile(rf"\b(?:{bad})\b")) for good, bad in _SIDES)
_ANY_SIDE = re.compile(rf"\b(?:{'|'.join(words for side in _SIDES for words in side)})\b")
"""Words of any side of anything: most clauses have none, and one look for all of them spares one for each."""

_ALL = re.compile(
    r"\b(?:all|every(?:one|body|thing)?|each|both|without exception|100(?:\.0)?%|100 per cent|throughout)\b"
)
_NONE = re.compile(r"\b(?:no|none|nobody|no[- ]one|nil|neither|not (?:one|any|a single)|never any|zero|nothing)\b")
_SOME = re.compile(
    r"\b(?:some|several|many|most|few|a number of|one or two|two|three|four|five|six|seven|eight|nine|ten"
    r"|[1-9]\d{0,3}"
    r"|somebody|someone|there (?:was|were|is|are|remained?) (?!no|not|none|nothing)|there (?:had|has"
    r"|have) been (?!no|not))\b"
)
_NOT = re.compile(
    r"\b(?:not|unnecessary|no need|needless|never|hardly|scarcely|without|failed to|unable to|free of|free from"
    r"|avoid\w*|cannot)\b|n['’]t\b"
)
_SPLIT = re.compile(
    r"\s*(?:[;:.]\s|,\s|\band (?=(?:so|that|there|no|none|all|every|each|some|was|were|had|could|can|is|are|it"
    r"|they|he|she|thanked|praised|congratulated|commended"
    r"|the|thus|therefore|did|has|have)\b)|\bso that\b|\bso\b|\bwhich (?=(?:was|were|is|had)\b)|\bthat (?=(?:all"
    r"|no|none"
    r"|some|every|each|there)\b)|\bbecause\b|\bas (?=(?:all|no|none|every|each|there)\b)|\bsince (?=(?:all|no|every"
    r"|there)\b))"
)
_CONTRAST = re.compile(
    r"\b(?:but|although|though|however|except|apart from|other than|while|whilst|whereas|despite|in spite"
    r"|nevertheless"
    r"|only|save for|unlike|still|previous(?:ly)?|earlier|before|last year|used to|until|since then|later"
    r"|subsequent\w*|compared|against \d|would|will|should|(?<!\d )may(?! \d)|might|if|target|aim\w*"
    r"|plan(?:ned)? to|propos\w+|intend\w*"
    r"|once|after|in order|to (?:avoid|prevent|ensure|reduce|tackle|address|deal))\b"
)
_SO = re.compile(
    r"\b(?:so(?: that)?|therefore|thus|hence|accordingly|consequently|as a result|in other words|that is(?: to say)?"
    r"|meaning|which meant|it follow\w+)\b"
)
_CAUSES = frozenset({"because", "as", "since"})
_GOES_ON = re.compile(
    r"(?:(?:was|were|is|are) (?:back )?in (?:use|operation)|thanked|praised|congratulated|commended)\b"
)
"""How a clause goes on about the subject of the one before it."""
_GENERIC = re.compile(
    r"cases?|child(?:ren)?|people|person|posts?|ones?|them|these|those|they|items?|the|had|has|have|was|were|been"
    r"|are|for"
    r"|any|such|then|therefore|thus|that|there|all|none|not|some|every|each|and|yet|also|which|who|whom|overall|whole"
    r"|altogether|number|place|team|service|remaining|outstanding|council|members|officers|authority|department"
    r"|where|about|its|their|his|her|with|inspectors?|auditors?|two|three|four|five|six|seven|eight|nine|ten|places"
    r"|directorate|still|now|could|can|did|left|being|found|held|much|good|great|deal|lot|plenty"
)
_NEEDED = re.compile(
    r"\b(?:it (?:was|is|proved|became)|there (?:was|is)) (?:therefore |thus |still )?(?:necessary|an? (?:urgent "
    r"|real )?need)\b"
    r"|\b(?:had|has|have) to be\b|\bneeded to\b"
)
_TIME = re.compile(rf"\b(?:(?:19|20)\d\d|{MONTH})\b")
_LONGEST = 150
_DECIDED = re.compile(
    r"\b(?:all|every(?:one|body|thing)?|each|both|without|100|throughout|none?|nobody|nil|neither|not|never"
    r"|zero|nothing"
    r"|unnecessary|needless|hardly|scarcely|failed|unable|free|avoid\w*|cannot|so|therefore|thus|hence|accordingly"
    r"|consequently|result|words|that is|meaning|meant|follow\w+|because|since|thanked|praised|congratulated"
    r"|commended)\b|\bno (?:vacanc|concerns?\b|weakness|backlog|waiting list|refusals?\b|objections?\b|fail|deficit"
    r"|accidents?\b|injur)|n['’]t\b| and (?:was|were|is|are) |, as "
)
"""Words without one of which no clause says all or none of a side, or follows from another: a quick look."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two clauses that cannot both be true: the later one's place in the passage and its words, and the earlier's."""

    start: int
    end: int
    said: str
    against: str


@dataclass(frozen=True, slots=True)
class _Clause:
    start: int
    words: str
    link: str
    sentence: int


def clashes(words: str) -> Iterator[Clash]:
    """Yield the neighbouring clauses of a passage, in small letters, of which one says the contrary of the other."""
    if _DECIDED.search(words) is None:
        return
    if len(list(islice(_ANY_SIDE.finditer(words), 2))) < len(("one clause", "the other")):
        return
    telling = [(clause, _sides(clause.words)) for clause in _clauses(words)]
    for (first, sides), (second, others) in (*pairwise(telling), *zip(telling, telling[2:], strict=False)):
        shared = [(at, {sides[at], others[at]}) for at in sides.keys() & others.keys()]
        if not shared or second.sentence - first.sentence > 1:
            continue
        if _CONTRAST.search(second.words) or _CONTRAST.search(first.link) or _CONTRAST.search(first.words):
            continue
        if not _of_one_time(first.words, second.words) or _since_put_right(first.words, second.words):
            continue
        if any(_contrary(first, second, at, kinds) for at, kinds in sorted(shared, key=itemgetter(0))):
            yield Clash(second.start, second.start + len(second.words), second.words, first.words)


def _clauses(words: str) -> Iterator[_Clause]:
    at, link, sentence = 0, "", 0
    for match in (*_SPLIT.finditer(words), None):
        end = match.start() if match is not None else len(words)
        part = words[at:end].strip(" ,.;:")
        if part:
            yield _Clause(at + words[at:end].index(part[:1]), part, link, sentence)
        if match is None:
            return
        link = match.group().strip()
        sentence += link.startswith(".")
        at = match.end()


def _sides(words: str) -> dict[int, Said]:
    """Return what a clause says, by the number of each side of which it says something; nothing of a long clause."""
    if len(words) > _LONGEST or _ANY_SIDE.search(words) is None:
        return {}
    said = ((at, _said(words, good, bad)) for at, (good, bad) in enumerate(_COMPILED))
    return {at: how for at, how in said if how is not None}


def _contrary(first: _Clause, second: _Clause, at: int, kinds: set[Said]) -> bool:
    """Tell whether two clauses, which say these ``kinds`` of things of a side, cannot both be true.

    One says all where the other says that some or all is lacking, and both are of the same thing.
    """
    good, bad = _COMPILED[at]
    caused = first.link in _CAUSES or second.link in _CAUSES or second.words.startswith(("as the ", "because "))
    linked = caused or _SO.search(f"{second.link} {second.words}"[:30]) is not None
    if (linked or _GOES_ON.match(second.words)) and kinds == {Said.LACKS, Said.WELL}:
        return True
    sharp = kinds in ({Said.ALL, Said.NONE}, {Said.ALL, Said.LACKS}, {Said.NONE, Said.SOME})
    if not sharp:
        return False
    return linked or _NEEDED.search(second.words) is not None or _same_thing(first.words, second.words, good, bad)


def _said(words: str, good: re.Pattern[str], bad: re.Pattern[str]) -> Said | None:
    """Return what a clause says of one side or the other, or None where it says nothing or too much."""
    fine, poor = good.search(words), bad.search(words)
    if fine is not None and poor is not None and poor.start() <= fine.start() and fine.end() <= poor.end():
        fine = None  # "remained to be done"
    if fine is not None and poor is not None:
        fine, poor = _predicated(words, fine, poor)
    told = fine or poor
    if told is None or (fine is not None and poor is not None) or _HOW.match(words, told.end()):
        return None
    front = words[: told.start()]
    every, none = _ALL.search(front) or _ALL.match(words, told.end() + 1), _NONE.search(front)
    denied = len(_NOT.findall(front)) % 2 == 1
    attributed = none is not None and fine is not None and _NOUN.match(words, told.end())
    if attributed or (denied and (none is not None or (every is not None and front.find("not") < every.start()))):
        return None  # "no registered children …", "not all", "none failed to"
    well = (fine is not None) is not denied
    if none is not None:
        return Said.NONE if fine is not None else Said.ALL
    if every is not None:
        return Said.ALL if well else Said.NONE
    if not well:
        return Said.LACKS
    return Said.SOME if _SOME.search(words) is not None else Said.WELL if fine is not None else Said.ALL


def _predicated(
    words: str, fine: re.Match[str], poor: re.Match[str]
) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """Return what is said behind the verb of what is only named in front of it: "the outstanding actions were done"."""
    first, last = (fine, poor) if fine.start() < poor.start() else (poor, fine)
    verb = _VERB.search(words, first.end(), last.start())
    if verb is None or re.search(r"\b(?:was|were|is|are|had|has|have)\b", words[: first.start()]):
        return fine, poor
    return (fine, None) if last is fine else (None, poor)


_NOUN = re.compile(r" (?:children|people|[a-z]{4,}s)\b")
_FEW_WORDS = 3
_VERB = re.compile(r"\b(?:was|were|is|are|had been|has been|have been)\b")
_HOW = re.compile(
    r" (?:late|early|twice|wrongly|incorrectly|in (?:error|part)|without|outside|after|over|too|under protest)\b"
)
"""Words behind a verb that say how something was done: that none was paid late does not say that none was paid."""


def _same_thing(first: str, second: str, good: re.Pattern[str], bad: re.Pattern[str]) -> bool:
    """Tell whether the later clause has no subject of its own that the earlier has not."""
    told = good.search(second) or bad.search(second)
    if told is None:
        return False
    front = second[: told.start()]
    own, behind = _own_words(front), _own_words(second[told.end() :])
    if re.search(r"\b(?:their|its) [a-z]+(?: [a-z]+)? (?:was|were|is|are)\b", front):
        return len(behind) <= _FEW_WORDS
    known = {word[:5] for word in re.findall(r"[a-z]{3,}", first)}
    return all(word[:5] in known for word in own) and sum(word[:5] not in known for word in behind) <= _FEW_WORDS


def _own_words(words: str) -> set[str]:
    """Return the words that name something of its own."""
    return {word for word in re.findall(r"[a-z]{3,}", words) if not _GENERIC.fullmatch(word)}


def _of_one_time(first: str, second: str) -> bool:
    """Tell whether two clauses do not name different times."""
    a, b = set(_TIME.findall(first)), set(_TIME.findall(second))
    return not b or b <= a or (not a and _NOW.search(first) is None)


_NOW = re.compile(r"\b(?:now|since|currently|today|presently)\b")
_BY_NOW = re.compile(r"\b(?:now|(?:have|has) (?:(?:all|each|both|now|since|therefore) )*been)\b")
_THEN = re.compile(r"\b(?:was|were|had)\b")


def _since_put_right(first: str, second: str) -> bool:
    """Tell whether a clause tells how things are by now, and the one before how they were: "have all been filled"."""
    return _BY_NOW.search(second) is not None and _BY_NOW.search(first) is None and _THEN.search(first) is not None


_FAINT = re.compile(
    (
        r"\b(?P<aux>has|have|had|was|were|is|are) yet (?!to\b|another\b|more\b|again\b)(?:been )?[a-z]+"
        r"|\b(?:has|have|had|was|were|did) (?!not\b)[a-z]+ (?:[a-z]+ ){0,4}?(?:at all(?! (?:times|levels|stages"
        r"|points|ages|the"
        r"|its|our|schools|sites))|whatsoever|any longer|any ?more(?! than)|in the (?:least|slightest))\b"
        r"|\bthere (?:was|were|is|are|had been|has been|have been) (?:any|anyone|anybody|anything)\b"
        r"|\b(?:would|could|did|does|do|can) (?:[a-z]+ )?(?!not\b)(?:place|place|have|see|find|take|make|need"
        r"|expect|accept|allow"
        r"|permit|employ|send|admit|support|fund|pay|close|charge|lose|cause|leave|know|receive) (?:anyone"
        r"|anybody|anything|any of)\b"
        r"|\bdid (?!not\b)[a-z]+ any\b"
        r"|\b(?:found|had|identified|recorded|reported|raised|there (?:was|were)) (?!no\b|not\b)(?:[a-z]+ ){1,4}?"
        r"(?:in|by|with|at|on|from|for|about) any (?:one )?of (?:the|these|those|its|our)\b"
        r"|\b(?:was|were|had been|has been|have been) [a-z]+(?:ed|en|held|met|made|seen|sent|found|paid"
        r"|heard) (?:by|for"
        r"|against|from) any (?=of (?:the|those|these|its|our)\b|member\b|examination|[a-z]+ (?:who|that|of)\b)"
        r"|\bcould be [a-z]+ any (?=of (?:the|those|their)\b)"
        r"|\b(?:did|was|were|had|has|have|exceeded|breached|reached|fell|rose) (?!not\b)(?:[a-z0-9%£,.]+ ){0,9}?at any"
        r" (?:time|point|stage)\b"
        r"|\b(?:had|have|has|found|reported|raised|received|made|identified|expressed|saw|lost|caused) "
        r"(?:any (?!and all|such|other|further|additional|surplus|outstanding|remaining|new|necessary"
        r"|questions?)[a-z]+|anyone|anybody"
        r"|anything)\b"
    ).replace(" ", r"\s+")
)
_LICENCE = re.compile(
    r"\b(?:not|no|none|nobody|nothing|never|neither|nor|without|if|whether|unless|few(?:er)?|little|hardly"
    r"|scarcely|rarely"
    r"|seldom|before|than|too|all|every|each|only|doubt\w*|den(?:y|ied|ies)|prevent\w*|avoid\w*|refus\w*|unable"
    r"|unlikely"
    r"|fail\w*|lack\w*|in case|should|ask\w*|enquir\w*|question\w*|query|first|last|least|most|until|when|where"
    r"|who|which"
    r"|whoever|wherever|that had|those|such|any|prohibit\w*|against|rather|instead|absence|free from|ban\w*"
    r"|cannot|may"
    r"|can|must|otherwise|why|how|what|decline\w*|rul\w+ out|stop\w*|n['’]t)\b|\?"
)


def unlicensed(words: str) -> Iterator[tuple[int, int]]:
    """Yield where a passage, in small letters, has a word that only a denial or a question allows, and has neither.

    "Has yet been filled", "there were any vacancies", "would place anyone in a home": a "not" or "no" was lost.
    """
    for match in _FAINT.finditer(words):
        start = max(words.rfind(mark, 0, match.start()) for mark in (". ", "; ", "\n", ": ")) + 1
        end = min((at for mark in (".", ";", "\n") if (at := words.find(mark, match.end())) >= 0), default=len(words))
        inside = re.sub(r"\bany\w*|at\s+all", "", match.group())
        asked = re.search(r"\?|\bif\b", words[match.end() : end + 1])
        if not asked and not _LICENCE.search(words[max(start, 0) : match.start()]) and not _LICENCE.search(inside):
            yield match.start(), match.end()
