"""Whether a number's own words count what happened in a while (a flow) or what there was on a day (a stock).

Three things tell it, the surest first: words of a state that lasts ("outstanding", "on the register"), verbs of what
was done ("were received"), and what is counted, when it can be only the one or the other ("offences", "reserves").
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.folding import WORD, folded
from crossfoot.extraction.figures.periods.predicates import Predicate, told_by
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import AUXILIARIES, word_set
from crossfoot.extraction.quick import one_of
from crossfoot.model import Indicator, Measure, Unit
from crossfoot.model.english import numbers_named

_NOT_A_COUNT = rf"(?!(?:{numbers_named(1, 12)}|[a-z]+teen|[a-z]+ty)\b)"
_APPROVED_TO_BE = rf"(?:{_NOT_A_COUNT}[a-z-]+\s+){{0,2}}(?:households?|carers?|famil(?:y|ies)|adopters?|places|for)\b"
"""What behind "approved" makes it an adjective: "143 approved fostering households offering 251 places"."""

_PLACED_SOMEWHERE = (
    r"(?:more\s+than|beyond|outside|over|within|out|further|away|in|through|as\s+follows"
    r"|with(?!\s+(?:\w+\s+){0,2}adopt))\b"
)
"""What behind "placed" tells where those are who were placed, and not that they were."""

_DONE = re.compile(
    rf"""{WORD}(?:
        received|completed|undertaken|held(?!\s+(?:as\s+follows|vacant|open|by\s+(?:\w+\s+){{0,3}}(?:workers?|teams?|officers?)))|started
      | ended(?!\s+(?:it|the\s+(?:year|quarter|period|half))\b)|approved(?!\s+{_APPROVED_TO_BE})|issued|recorded
      | reported(?!\s+(?:that|for|at|last)\b)
      | closed|delivered|sold|admitted|upheld|referred|began|commenced|ceased|left|joined|attended|answered|visited
      | determined|granted|refused
      | collected|repaired|cleared|died|born|adopted|appointed|recruited|resigned|made(?!\s+up\b)|led\s+to
      | resulted|took\s+place
      | placed(?!\s+{_PLACED_SOMEWHERE})
      | accepted|prevented|relieved|investigated|processed|inspected|convened|notified
      | averag(?:ed|ing)|earned|spent|paid|handled|dealt\s+with|lodged|served|evicted|arrested|convicted|prosecuted
      | found|sent|caught|stolen
      | committed|borrowed\s+(?:from|by)|joining|leaving|(?<!care\s)leavers|built|planted|resurfaced
      | treated|tested|trained|(?:been|was|were)\s+let|rehoused|written\s+off|done|let\s+(?:in|during)|returned|renewed
      | registered\s+(?:in|during)|heard|allowed
      | dismissed|published
      | lost|losing|gained|retired|moved\s+(?:on|out|in|away)|went|c[oa]me\s+in(?:to)?|entered|stopped|saw|leaves
      | approving|appointing|recruiting|recommend(?:ed|ing)|match(?:ed|ing)|(?:took|taken|taking)\s+on
      | (?:became|become|becoming|made)\s+subject
      | (?:was|were)\s+the\s+(?:reason|cause|ground)s?\s+(?:in|for)
      | in\s+the\s+(?:year|quarter|period|month)|during\s+the|throughout
    )\b""",
    re.VERBOSE,
)
_EVENTS = re.compile(
    rf"""{WORD}(?:
        enquir(?:y|ies)|admissions?|referrals|applications|completions|discharges|incidents?|complaints|contacts|sales
      | appeals|lets|visits|attendances|calls|requests|offences|crimes?|burglar(?:y|ies)|thefts?|collisions?|casualties
      | accidents|births|deaths|journeys|trips|tonnes|loans\s+made|hours|sessions|evictions|prosecutions|convictions
      | penalt(?:y|ies)|fines|notices|exclusions|suspensions|absences?|reports|compliments|inspections
      | issues\s+(?:of|fell|rose|were|numbered|totalled)
      | audits|fly-?tips?|sightings|conceptions|re-?offen\w+|bookings|downloads|transactions|invoices|starts
      | notifications?|enrolments?|redundanc(?:y|ies)|episodes?|allegations?|terminations?|disruptions?|breakdowns?
      | assaults|arrests|remands|adoptions|conversions|disposals|repairs|relets?|days\s+lost|emails|letters|responses
      | decisions|objections|events|collections?
      | approvals|resignations|departures|arrivals|withdrawals|closures|renewals|interviews|screenings
      | vaccinations|releases|lettings|disclosures|interventions|fires|floods|outages|breaches|injuries|weddings
      | times(?!\s+(?:as|more|higher|greater|the)\b)|occasions
      | funerals|cremations|burials|performances|concerts|lessons|workshops|summonses|cautions|reprimands|visitors
      | swims|seizures|strikes|outbreaks|stoppages|overpayments|refunds|(?:near|missed)\s+(?:misses|bins|collections)
    )\b""",
    re.VERBOSE,
)
_LASTING = one_of(
    (
        *word_set(
            """
            accumulated adults aged applicants arrears await backlog balance borrowing brought carried caseload cases
            claim closed cumulative debt dwellings employ empty ended families headcount held households invest licen
            liv looked membe neet number occupied open order outstanding overdue ow people place plan population
            proportion remaining reserve residents share staff statement stock subject unallocated under unemployed
            unfilled unoccupied unresolved vacan void waiting workforce yet
            """
        ),
        *(r"in\s", r"its\s+stock", r"on\s", r"our\s+stock", r"the\s+stock", r"with\s+a"),
    )
)
"""How the first word of those below begins: the long pattern is tried only there."""

_LASTS = re.compile(
    rf"""{WORD}(?={_LASTING})(?:
        waiting|await(?:s|ed|ing)|outstanding|in\s+post|vacan(?:t|cy|cies)|employed|employs?|on\s+roll
      | (?<!became\s)(?<!become\s)(?<!becoming\s)(?<!made\s)subject\s+to
      | looked\s+after|in\s+care|in\s+assessment|in\s+placement|in\s+(?:the\s+)?pipeline
      | (?<!the\s)remaining|ended\s+(?:it|the\s+(?:year|quarter|period|half))
      | closed\s+the\s+(?:year|quarter)\s+(?:with|on|at)|balances|(?<!the\s)balance|reserves?|debts?|borrowing|arrears
      | ow(?:ed|es|ing)(?!\s+(?:\w+\s+){{0,3}}duty)
      | on\s+(?:the|our|its)\s+(?:\w+\s+){{0,2}}(?:list|register|books)|(?<!to\s)live|caseloads?|yet\s+to\s+be
      | in\s+(?:temporary|supported|sheltered|bed)\s+(?:accommodation|housing|and\s+breakfast)
      | placed\s+(?:more\s+than|beyond|outside|further|away)
      | in\s+(?:some\s+(?:form|kind|type)\s+of\s+)?(?:residential|nursing|hospital|foster)\s+(?:care|homes?|placements?)
      | living\s+in
      | in\s+(?:hostels?|refuges?)|staff\s+in\s+post|headcount|workforce|on\s+the\s+payroll|backlog
      | empty\s+(?:homes|properties|shops|units)|(?<!loss\sfrom\s)voids?(?!\s+(?:loss|rent))
      | (?:people|applicants|households|families|residents)\s+(?:were|are)\s+registered(?!\s+(?:in|during|by)\b)
      | in\s+receipt\s+of|(?:numbers?|proportion|share|people|adults|households|families)\s+receiving
      | members?hip|in\s+(?:force|issue|circulation|use|stock)|claimants?|claiming|unemployed|neet|cases\s+open
      | open\s+(?!(?:days?|evenings?|spaces?|doors?|meetings?|sessions?|events?|markets?)\b)[a-z]+s|under\s+way|underway
      | with\s+(?:a|an)\s+(?:\w+\s+){{0,2}}plans?|places\s+(?:available|filled|in)|occupied|unoccupied
      | on\s+site|in\s+(?:progress|hand)|unallocated|unfilled|unresolved|held\s+in|invested|investments|stock\s+of
      | (?:the|its|our)\s+stock
      | (?:plans?|statements?|orders?)\s+(?:\w+\s+)?maintained
      | held\s+(?:as\s+follows|vacant|open|by\s+(?:\w+\s+){{0,3}}(?:workers?|teams?|officers?))
      | open\s+at|carried\s+forward(?!\s+(?:to|into)\b)|brought\s+forward|aged\s+debt|overdue|dwellings
      | population\s+(?:of|is|was|stood)|(?:cumulative|accumulated)\s+(?:\w+\s+){{0,2}}deficit|licen[cs]es\s+in\s+force
    )\b""",
    re.VERBOSE,
)
_STANDS = re.compile(rf"{WORD}(?:stood|stands|standing|remain(?:ed|s)?(?!\s+(?:the|an?)\b)|still|holds?)\b")
"""Words that tell of a day unless what stands so is something that happens: "enquiries stood at 211"."""

_OWED = re.compile(
    rf"""{WORD}(?:
        outstanding|balances|(?<!the\s)balance|the\s+balance\s+(?:of\s+the|on|was|is|stood|stands|at|held)
      | reserves?|debts?|borrowing|arrears|ow(?:e|ed|es|ing)|held\s+in|invested|investments|stock\s+of
      | carried\s+forward(?!\s+(?:to|into)\b)|brought\s+forward|aged\s+debt|overdue
      | (?:cumulative|accumulated)\s+(?:\w+\s+){{0,2}}deficit|(?:was|were|is|are)\s+(?:now\s+)?worth|valued\s+at
    )\b""",
    re.VERBOSE,
)
"""What makes an amount one that is there on a day: it is owed or held, whoever it is spent on."""

_WAS_DONE = re.compile(
    r"""\b(?:was|were|had|has|have)\s+(?:also\s+|since\s+|\w+ly\s+)?(?:been\s+)?
    (?!(?:rated|judged|classed|deemed|considered|graded|aged|based|located|situated|employed|engaged|occupied|supported
      |housed|accommodated|allocated|assigned|registered|enrolled|entitled|looked|involved|funded|covered|known|insured
      |licensed|owned|managed|maintained|used|needed|required|expected|estimated|planned|budgeted|projected|reduced
      |increased|worked|helped|cared|open|assessed\s+as|fostered|placed|subjected|identified|approved|unallocated|lived
      |been|waited|children|women|men|one|none|nine|ten|seven|eleven|often|even|then|named|risen|fallen|grown|gone|dropped|climbed|doubled|halved|stayed|changed|satisfied|concerned|interested|related|described|moved|reached|exceeded|totalled|numbered|averaged|regarded|chosen)\b)
    (?:\w+(?:ed|en|ne|wn|ft)|lent|brought|caught|taught|fought|fed|dug|swept|struck|laid|heard|hit)\b""",
    re.VERBOSE,
)
"""A verb of what was done, by its form; those that tell of a state are left out."""

_DID = re.compile(
    r"""(?<![a-z-])(?!(?:total|number|remain|includ|involv|employ|own|need|requir|reach|exceed|equal|compris|contain|represent|averag
      |expect|estimat|forecast|predict|project|budget|plann?|aim|agre|propos|recommend|stat|not|show|report|record|explain|add
      |confirm|suggest|indicat|reveal|claim|mean|hop|believ|need|seem|appear|cover|serv|live|liv|wait|last|stay|stopp|increas
      |decreas|reduc|declin|dropp|climb|doubl|halv|narrow|widen|improv|mov|chang|rang|vari|worsen|edg|slipp|jump|plung|eas
      |recover|return|compar|measur|bas|rat|judg|grad|class|rank|plac|situat|locat|nam|call|describ|licen[cs]|support|fund|hous
      |accommodat|foster|aged?|unalter|unchang|limit|relat|fix|set|allow|assum|approv|allocat|earmark|identifi|count|want|lik
      |suppos|us|tri|fail|continu|express|accus|reckon|put|weigh|occupi|balanc|amount|stretch|remark|ask|repli|answer|pledg|promis
      |accru|indebt|unne|equat|account|offer|register|attribut|correspond|provid|maintain|lack|claim|score|rent|lett|spe|excee|succe|proce|unemploy|combin|cit|mention|pass|appoint)(?:ed|d)\b)
    [a-z]+ed\s+(?:(?:with|to|for|on|out|up|down|off|over|in)\s+)?(?:(?:about|around|some|only|just|over|nearly|almost|another|all|a\s+further
      |a\s+total\s+of|more\s+than|at\s+least|up\s+to)\s+)*(?:the\s+)?£?$""",
    re.VERBOSE,
)
"""A verb of doing right before the number of those it was done to or with: "screened 88", "worked with 139"."""

_HELD = re.compile(
    rf"""{WORD}(?:
        workers?|carers|adopters|employees|apprentices|volunteers|subscribers|members|borrowers|tenants|vehicles|dwellings
      | licensed|beds|posts|headcount|fte|staff|teachers|governors|population|sites|guardians|childminders
    )\b""",
    re.VERBOSE,
)
"""Persons and things of which there are so many on a day, where no verb says what was done with them."""

_STATE = re.compile(
    r"""\b(?:was|were|is|are|been)\s+(?:(?:also|still|now|not|currently|only|all|already)\s+)*(?:
        empty|vacant|full|open|live|active|overdue|away|without|un(?:determined|resolved|filled|let|sold|paid|answered)
      | in\s+(?:progress|training|use|force|operation|debt|arrears|special\s+measures)
      | at\s+risk|under\s+(?:construction|offer|repair)|out\s+of\s+use
    )\b
    | \b(?:is|are)\s+(?:(?:also|still|not|only|all|already)\s+)*(?:
        in\s+(?!(?:time|line|favour|total|addition|full|response|excess|the\s+(?:year|quarter|month|period))\b)[a-z]+
      | on\s+(?!(?:time|target|track|average|course|or)\b)[a-z]+
    )\b""",
    re.VERBOSE,
)
"""A verb of being with what something was, not what was done: "were empty", "were in progress", "is on a plan"."""

_NOW = re.compile(
    r"\bthere\s+(?:is|are)\b(?![^.;]{0,40}\bbeen\b)"
    r"|\b(?:now|currently|at\s+present)\s+(?:has|have|numbers?|stands?|totals?|at)\b|\b(?:is|are)\s+(?:now|currently|at\s+present)\b(?!\s+being)"
)
"""Words of what there is at the time of the report, whatever was done about it before: "there are now 31 approved"."""

_THEY_DID = re.compile(
    r"[\s\xa0]+(?:(?:[a-z-]+\s+){0,3}?(?:[a-z]+s|people|children|men|women)\s+|(?=\w+\s+(?:an?|the|to|in|at|from|on|up|out|again|their|his|her)\b))"
    r"(?:also\s+|then\s+)?"
    r"(?!(?:aged|based|located|employed|looked|involved|lived|owned|waited|remained|needed|wanted|housed|placed|registered|identified"
    r"|enrolled|assessed|allocated|supported|funded|covered|fostered|rated|judged|graded|reported|compared|used|licensed|included"
    r"|contained|belonged|lacked|counted|comprised|owed|rented|occupied|consisted|exceeded|numbered|totalled|averaged)\b)[a-z]+ed\b"
)
"""What stands behind a number of those who did something: "61 people appealed", not "61 people aged"."""

_NEAR = 60
"""How many characters on either side of a number its own words are looked for in."""

_STOCKS = frozenset({Measure.STOCK, Measure.RATIO_OF_STOCK})


def dated_as(indicator: Indicator | None) -> Measure | None:
    """Return what an indicator measures as far as its time goes, or None where words alone tell its time.

    A share of those who are there on a day is of the year in which they did what its name tells: "three or more
    placements in year", "who went missing". Of people on their way to be carers some are counted when they enquire
    and some while they wait.
    """
    if indicator is None:
        return None
    if is_stock(indicator.measure):
        name = indicator.name.lower()
        if name.startswith("prospective"):
            return None
        if _NAMES_A_DEED.search(name) is not None:
            return Measure.RATIO_OF_FLOW
    return indicator.measure


_NAMES_A_DEED = re.compile(r"\bin\s+year\b|\bwithin\s+timescale\b|\bwho\s+went\b|\bconvicted\b|\btake-up\b|\bstaying\b")


_FOR_A_WHILE = re.compile(
    rf"{WORD}(?:at\s+(?:some|any|one)\s+(?:point|time|stage)|for\s+(?:much|most|part|all|some|the\s+whole)\s+of\s+the|throughout"
    r"|on\s+an\s+average\s+(?:day|night|week))\b"
)
"""Words with which what was so is told of a while: "had been vacant for much of the year"."""


def is_stock(measure: Measure | None) -> bool:
    """Tell whether what is measured holds at one day."""
    return measure in _STOCKS


def counts_what_happened(sight: Sight) -> bool:
    """Tell whether a number's own words are of something that happened: "were received", "had led to"."""
    words = _own_words(sight)
    if _did_to_them(sight) or _FOR_A_WHILE.search(words) is not None:
        return True
    told = told_by(sight)
    if told is Predicate.STATE or _lasts(words, money=sight.number.money) or _is_so_now(sight, words):
        return False
    if told is Predicate.DEED or _tells_what_was_done(sight, words):
        return True
    if _says_how_it_was(sight, words):
        return False
    if _EVENTS.search(words) is not None or _WAS_DONE.search(words) is not None:
        return True
    return _THEY_DID.match(sight.sentence.lowered, sight.end - sight.sentence.start) is not None


def _tells_what_was_done(sight: Sight, words: str) -> bool:
    """Tell whether a number's own words say what was done, adjectives before its noun aside: "two paid leaders"."""
    return any(not _is_attribute(sight, done[0]) for done in _DONE.finditer(words))


def _is_attribute(sight: Sight, word: str) -> bool:
    """Tell whether a participle stands between a number and the noun that it counts: "97 approved households"."""
    s, phrase = sight.sentence, sight.phrase
    if word not in _ATTRIBUTES or phrase.head in _HAPPENINGS:
        return False
    return bool(phrase.head) and word in s.lows[phrase.first : phrase.close - 1] and s.lows.count(word) == 1


_ATTRIBUTES = frozenset({"approved", "paid", "registered", "trained"})
_HAPPENINGS = frozenset(
    {"application", "referral", "complaint", "offence", "crime", "incident", "assessment", "visit", "appeal", "order"}
    | {"case", "request", "call", "enquiry", "death", "birth", "adoption", "contact", "plan", "concern", "repair"}
)
"""Stems of what happens, so that a participle before it tells that it did: "97 reported crimes"."""


def _lasts(words: str, *, money: bool) -> bool:
    """Tell whether words in lower case are of something that lasted, or of an amount that was owed or held."""
    if money and _MOVED.search(words) is not None and _STANDS.search(words) is None:
        return False
    if (_OWED if money else _LASTS).search(words) is not None:
        return True
    return _STANDS.search(words) is not None and _EVENTS.search(words) is None


_MOVED = re.compile(
    rf"{WORD}(?:(?:wrote|written|writing|paid|paying)\s+(?:off|down|back)|repa(?:id|ying)|redeem(?:ed|ing)|borrowed"
    rf"|recover(?:ed|ing)|(?:interest|income|returns?)\s+(?:\w+\s+)?(?:on|from)"
    rf"|(?:support|hardship|grant|award|contract|scheme|settlement)(?:\s+fund)?\s+(?:was|were|is|are)\s+worth|(?:taken|drawn|transferred|released)\s+(?:down\s+)?(?:from|to)|added\s+to|put\s+(?:into|towards))\b"
)
"""What was done with money that is owed or held: "£84,000 of bad debts was written off"."""


def is_share_of_what_there_was(sight: Sight) -> bool:
    """Tell whether a share's own words are surely of something that lasted: "40.8% of open families"."""
    words = _own_words(sight)
    lasts = _LASTS.search(words) is not None or _OF_ALL_THERE_ARE.search(words) is not None
    return lasts and _DONE.search(words) is None


_OF_ALL_THERE_ARE = re.compile(
    r"\bof\s+(?:the\s+|our\s+|its\s+|all\s+)?(?:\w+\s+)?(?:staff|employees|tenants|homes|dwellings|posts|vehicles|members|carers)"
    r"\s+(?:were|are)\s+(?:from|women|men|female|male|aged|under|over|disabled|in|on|part-time|full-time)\b"
)
"""A share of persons or things that there are on a day, and what these were: "4% of staff were from minorities"."""


def _did_to_them(sight: Sight) -> bool:
    """Tell whether a number, not of money, is of those that somebody did something to or with."""
    if sight.number.money:
        return False
    s = sight.sentence
    said = (w.span.end for w in sight.reading.whens if w.span.end <= sight.start)
    low = max(sight.left, sight.start - _NEAR, *said) - s.start
    if s.lowered.rfind("ed ", low, sight.start - s.start) < 0:
        return False
    return _DID.search(s.lowered, low, sight.start - s.start) is not None


def counts_what_there_was(sight: Sight) -> bool:
    """Tell whether a number's own words are of something that lasted: "were waiting", "stood at", "debt"."""
    words, money = _own_words(sight), sight.number.money
    if _did_to_them(sight) or _FOR_A_WHILE.search(words) is not None:
        return False
    told = told_by(sight)
    if told is not None and told is not Predicate.TRAIT:
        return told is Predicate.STATE
    if (_lasts(words, money=money) and _DONE.search(words) is None) or _is_so_now(sight, words):
        return True
    if money or _DONE.search(words) is not None:
        return False
    if sight.number.unit is Unit.PERCENT and _OF_ALL_THERE_ARE.search(words) is not None:
        return True
    return _says_how_it_was(sight, words) or (_is_a_bare_line(sight) and names_what_there_is(words))


def says_how_they_are(sight: Sight) -> bool:
    """Tell whether a number's own words say in what state those are whom it counts: "are not in contact with us"."""
    return told_by(sight) is Predicate.STATE or _says_how_it_was(sight, _own_words(sight))


def tells_a_trait(sight: Sight) -> bool:
    """Tell whether a number's verb only tells what those were like who were counted: "38 were over ninety"."""
    return told_by(sight) is Predicate.TRAIT


def _says_how_it_was(sight: Sight, words: str) -> bool:
    """Tell whether a verb of being says how what a number, not of money, counts was."""
    being = not sight.number.money and not sight.sentence.words.isdisjoint(_BEING)
    return being and _STATE.search(words) is not None


_BEING = frozenset({"was", "were", "is", "are", "been"})
_PRESENT = frozenset({"now", "currently", "present", "there"})
_LONGEST_LINE = 10


def _is_a_bare_line(sight: Sight) -> bool:
    """Tell whether a number stands in a line without a verb: "Vehicles in the fleet: 118"."""
    s = sight.sentence
    return len(s.tokens) < _LONGEST_LINE and sight.right == s.end and s.words.isdisjoint(AUXILIARIES)


def _is_so_now(sight: Sight, words: str) -> bool:
    """Tell whether a number, not of money, is of what there is when the record reports."""
    now = not sight.number.money and not sight.sentence.words.isdisjoint(_PRESENT)
    return now and _NOW.search(words) is not None


def says_what_there_was(words: str) -> bool:
    """Tell whether words in lower case are of something that lasted and of nothing that was done."""
    return _lasts(words, money=False) and _DONE.search(words) is None


def names_what_there_is(words: str) -> bool:
    """Tell whether a bare name in lower case, of a row or a line, is of persons or things that are there on a day."""
    if _DONE.search(words) is not None or _EVENTS.search(words) is not None or _CHANGES.search(words) is not None:
        return False
    return _HELD.search(words) is not None or _lasts(words, money=False)


_CHANGES = re.compile(
    r"\b(?:new|net|change|per|average|rate|turnover|starters|(?<!care\s)leavers|lost|target|supported|helped|assisted|used|attending"
    r"|allocated\s+to|hours|days|weeks|costs?|spend|pay)\b"
)
"""Words of a row that make what it names no mere number of them on a day."""


def says_what_happened(words: str) -> bool:
    """Tell whether words in lower case are of something that was done or happened and of nothing that lasted."""
    done = _DONE.search(words) is not None or _EVENTS.search(words) is not None
    return done and not _lasts(words, money=False)


def _own_words(sight: Sight) -> str:
    """Return the words between the numbers on either side, a few on each side, in lower case."""
    text, right = sight.sentence.text, _behind_its_share(sight)
    last = min(right, sight.end + _NEAR)
    if right < sight.sentence.end:
        parted = _NEW_CLAUSE.search(text, sight.end, last)
        last = parted.start() if parted is not None else last
    first = max(sight.left, sight.start - _NEAR)
    if first > sight.sentence.start:
        first = max([first, *(parted.end() for parted in _CLAUSE_BEFORE.finditer(text, first, sight.start))])
        joins = not sight.sentence.words.isdisjoint(_JOINING)
        if joins and (sight.phrase.close > sight.phrase.first or _ITS_OWN_VERB.match(text, sight.end)):
            joined = _AND_SO_MANY.search(text, first, sight.start)
            first = joined.start() if joined is not None else first
    words = folded(_without_edges(sight, text, first, last))
    graded = "outstanding" in words and not sight.sentence.words.isdisjoint(_GRADES)
    return words.replace("outstanding", "graded") if graded else words


def _behind_its_share(sight: Sight) -> int:
    """Return where a number's own words end: where the next one begins, or the one behind its share in brackets.

    "330 children (78.4%) were in foster care" says of the 330, too, that they were in care.
    """
    text, right, s = sight.sentence.text, sight.right, sight.sentence
    if right >= s.end or text[right - 1] not in "(£" or _SHARE.match(text, right) is None:
        return right
    numbers = sight.reading.numbers
    return s.tokens[numbers[sight.index + 2].first].start if sight.index + 2 < len(numbers) else s.end


_JOINING = frozenset({"and", "plus", "but"})
_ITS_OWN_VERB = re.compile(r"[\s\xa0]+(?:(?:also|still|now)[\s\xa0]+)?(?:were|was|are|is|have|has|had)\b")
_AND_SO_MANY = re.compile(
    r"\b(?:and|plus|but)[\s\xa0]+(?:(?:about|around|some|only|just|over|nearly|almost|another|the|its|our|a|further|other"
    r"|total|of)[\s\xa0]+)*£?$",
    re.IGNORECASE,
)
"""What joins a number that has a noun of its own to the one before: "had 3,180 visits and 410 members"."""

_SHARE = re.compile(r"[\d.]+[\s\xa0]*(?:%|per[\s\xa0]cent|[km]?)[\s\xa0]*\)", re.IGNORECASE)


def _without_edges(sight: Sight, text: str, first: int, last: int) -> str:
    """Return the text from ``first`` to ``last`` without those of a year that closed or began: they tell no deed."""
    for when in sight.reading.whens:
        low, high = when.span.start, when.span.end
        if when.rule == "year end" and first < high and low < last:
            return text[first : max(low, first)] + " " + text[min(high, last) : last]
    return text[first:last]


_GRADES = frozenset({"good", "inadequate", "satisfactory", "judged", "rated", "graded"})
"""Words beside which "outstanding" is what inspectors say of a school, and nothing that is still to come."""


_NEW_CLAUSE = re.compile(r";|,\s+(?:and|but|while|whilst|with|so\s+that)\b", re.IGNORECASE)
"""What parts a number's own words from those of the next one: "19 evictions, and arrears had come to …"."""

_CLAUSE_BEFORE = re.compile(
    r";|,\s+(?:and|but|while|whilst|so\s+that|so)\b(?!\s+(?:of|in|for)\b)|,?\s+(?:giving|leaving|making)\b",
    re.IGNORECASE,
)
"""What parts a number's own words from those before: "Nine were approved and four resigned, leaving 168"."""
