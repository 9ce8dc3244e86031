"""Posts and who fills them: the establishment, the vacancies within it, agency cover, and posts that are to be added.

"Of 42 posts, 5 were vacant": the whole is the establishment, the part the vacancies. A list of posts is of what governs
it: "each team comprises 1 manager and 8 social workers" tells the establishment, "the additional posts are" what is to
be added, whoever is counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.extraction.figures.indicators.another import is_of_another_service
from crossfoot.extraction.figures.indicators.asked import Asked
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.words import word_set
from crossfoot.model import Figure, Unit
from crossfoot.model.english import numbers_named

ESTABLISHMENT, ADDITIONAL, VACANCIES, AGENCY = (
    "staffing_establishment",
    "additional_posts",
    "social_worker_vacancies",
    "agency_staff",
)
_TEAM_SIZE = "team_size"

_W = r"[\s\xa0-]+"
_FTE = r"(?:FTE|WTE|f\.?t\.?e|full[\s-]time(?:[\s-]equivalents?)?|whole[\s-]time(?:[\s-]equivalents?)?|part[\s-]time)"
_NO_NAME = (
    r"(?:of|out|were|was|are|is|be|been|in|at|on|for|to|by|with|from|who|which|that|while|but|vacant|unfilled|empty"
    r"|vacanc\w*|additional|new|extra|further|agency|filled|covered|each|per|had|have|has|had|will|would)\b"
)
_TITLES = (
    r"(?:managers?|workers?|practitioners?|administrators?|officers?|assistants?|co-?ordinators?|supervisors?|clerks?"
    r"|secretar(?:y|ies)|consultants?|therapists?|psychologists?|solicitors?|lawyers?|advis[eo]rs?|apprentices?|leads?"
    r"|leaders?|heads?|directors?|chairs?|analysts?|nurses?|receptionists?|cooks?|cleaners?|caretakers?|support|admin"
    r"|posts?|roles?|staff|seniors|deput(?:y|ies)|mentors?|teachers?|trainers?|counsellors?)"
)
_POSTS = re.compile(
    rf"(?:[\s\xa0]*[x×])?(?:{_W}{_FTE})?(?:{_W}(?!{_NO_NAME})[\w'’/&]+){{0,7}}?{_W}posts?\b", re.IGNORECASE
)
"""What stands behind a number of posts: "38 posts", "142.5 FTE social worker and OT posts"."""

_A_POST = re.compile(
    rf"""(?:[\s\xa0]*[x×])?(?:[\s\xa0]*\(?{_FTE}\)?)?(?:{_W}of{_W}an?)?
    (?:{_W}(?!{_NO_NAME}|and\b)[\w'’/&]+){{0,5}}?{_W}{_TITLES}\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands behind a number of posts of one title: "1 x Assistant Team Manager", "0.5 of a clerical assistant"."""

_NAMED_BEFORE = re.compile(rf"[\s\W]*(?:\w+{_W}){{0,5}}?{_TITLES}(?:[\s\xa0]*[-–—:=(x×|,])*[\s\xa0]*", re.IGNORECASE)
"""A title before the number of an item: "Team Manager - 1"."""

_OF = re.compile(
    rf"(?:^|\W)(?:out{_W})?of(?:{_W}(?:the|its|our|their|these|those|all|about|some|an?{_W}total{_W}of|approximately))*"
    r"[\s\xa0]*$",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    rf"\b(?:out{_W}of|(?:an?|the|its|our|their){_W}(?:\w+{_W})?(?:establishment|complement|total){_W}of)"
    rf"(?:{_W}(?:the|an?|about|around|some|approximately|nearly|over|total{_W}of|establishment{_W}of))*[\s\xa0]*$",
    re.IGNORECASE,
)
_FILLED = re.compile(
    r"\b(?:vacan(?:t|cy|cies)|unfilled|empty|unoccupied|frozen|filled|covered|occupied|in[\s\xa0]post|agency|locums?"
    r"|fill(?:s|ing)?|cover(?:s|ing)?)\b",
    re.IGNORECASE,
)
_PARTED_BEHIND = re.compile(
    rf"""[^.;]{{0,60}}?
    (?:[,(–—-]|\bof{_W}which\b|\bwith\b|\band\b)[^.;]{{0,40}}?
    (?:\d[\d.]*|{numbers_named(1, 12)}|none)\b[^.;]{{0,40}}?
    \b(?:vacant|unfilled|empty|vacanc\w+|filled|covered|in{_W}post)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_BY_AGENCY = re.compile(
    rf"\b(?:agency|locum|interim|temporary)\b[^.;,\d]{{0,50}}?\b(?:cover\w*|fill\w*|occup\w+|h[eo]ld(?:ing|s)?)"
    rf"(?:{_W}(?:about|around|some|nearly|almost|over|just|all))*[\s\xa0]*$",
    re.IGNORECASE,
)
"""Who fills the posts that an amount is of: "agency workers were covering 27 of the 34 vacancies"."""

_IS_THE_ESTABLISHMENT = re.compile(
    rf"\bestablishments?\b(?![^.;]{{0,60}}\b(?:increas\w+|reduc\w+|rais\w+|add\w*|grow\w*|cut)\b)[^.;,\d]{{0,60}}?"
    rf"(?::|{_W}(?:is|was|of|being|stands{_W}at|stood{_W}at|comprises|comprised|totals|totalled|at|remains|remained"
    rf"|now|currently))"
    rf"(?:{_W}(?:now|currently|about|around|some|just))*[\s\xa0]*$",
    re.IGNORECASE,
)
_COMPRISES = rf"""
    \bcompris(?:e|es|ed|ing)\b|\bconsist(?:s|ed|ing)?{_W}of\b|\bmade{_W}up{_W}of\b|\bstructures?\b|\bcomplement\b
  | \beach{_W}(?:(?:of{_W}(?:the|these){_W})?(?:\w+{_W})?(?:teams?|pods?|units?|hubs?){_W})?
    (?:with|has|had|having|contain(?:s|ing)|(?:is|are){_W}to{_W}have|(?:will|would|should){_W}have)\b
  | \bteam{_W}(?:has|had)\b|\bstaffing{_W}of{_W}(?:the|each|an?|this)\b
  | \bstaffed{_W}(?:by|with)\b|\b(?:an?|the|one|this)(?:{_W}\w+){{0,5}}{_W}team{_W}of(?=[\s\xa0]*$)
  | \bmake-?up\b|\b(?:teams?|service|staffing){_W}(?:is|are|was|were)(?:{_W}\w+)?{_W}as{_W}follows\b
"""
"""What governs the posts that a team has."""

_NUMBER = r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)"
_ADDS = rf"""
    \b(?:additional|extra|new|further)(?:{_W}(?!(?:costs?|funding|money|demands?)\b)[\w/&]+){{0,4}}?
    {_W}(?:posts?|staff|staffing|capacity)\b
  | \b(?:creat(?:e|es|ing)|creation{_W}of|establish|establishing|add|adding)
    (?=(?:{_W}(?:up{_W}to|a{_W}further|an?|another|the))*[\s\xa0]*(?:$|{_NUMBER}))
  | \bestablishment{_W}(?:\w+{_W}){{0,6}}?(?:increased|raised|enlarged){_W}by\b
  | \bincreas(?:e|es|ed|ing){_W}(?:in{_W})?(?:the|its|our){_W}(?:\w+{_W}){{0,3}}?establishment
    (?:{_W}\w+){{0,3}}?{_W}by\b
  | \b(?:will|would|shall){_W}(?:require|need)\b
  | \bbid(?:{_W}(?:is|was))?{_W}for\b
  | \b(?:additional|extra|further)(?=[\s\xa0]*$)
  | \bposts{_W}(?:required|requested|proposed|needed|to{_W}be{_W}created)\b
"""
"""What governs the posts that are to be added."""

_OF_AGENCY = rf"""
    \b(?:(?:additional|extra|further|new){_W})?(?:(?:temporary|interim){_W})?(?:agency|locum){_W}(?:social{_W})?(?:staff|workers?)\b
"""
"""What governs a list of those whom an agency lends."""

_GOVERNS = re.compile(
    rf"(?P<agency>{_OF_AGENCY})|(?P<comprises>{_COMPRISES})|(?P<adds>{_ADDS})", re.VERBOSE | re.IGNORECASE
)
_ENDS_A_LIST = re.compile(
    r";|\.\s|\b(?:was|were|is|are|had|has|have|cost|costs|costing|saving|so|since|because|who|vacan\w+|unfilled)\b",
    re.IGNORECASE,
)
_PART_FOR = re.compile(rf"{_W}(?:(?:would|will|should|are|were|to)(?:{_W}be)?{_W})?(?:for|as)\b", re.IGNORECASE)
_WHICH = re.compile(rf"\bof{_W}(?:which|whom|these)\b|\bincluding\b", re.IGNORECASE)
_TEAMS_HAVE = re.compile(
    rf"\bteams\b[^.;]{{0,40}}?\b(?:have|has|had|with|between|to|and)(?:{_W}(?:about|around|some|between))*[\s\xa0]*$",
    re.IGNORECASE,
)
_EACH_TEAM_HAS = re.compile(
    rf"\b(?:each{_W}(?:of{_W}(?:the|these|our){_W}(?:\w+{_W})?)?(?:\w+{_W})?(?:teams?|pods?)|teams{_W}each)"
    rf"{_W}(?:has|have|had|(?:would|will){_W}have|with)(?:{_W}an?{_W}(?:\w+{_W})?manager{_W}and)?[\s\xa0]*$"
    rf"|\bteams{_W}(?:are|were|is|would{_W}be){_W}made{_W}up{_W}of[\s\xa0]*$",
    re.IGNORECASE,
)
_EACH = re.compile(rf"{_W}(?:each|apiece)\b", re.IGNORECASE)
_TEAMS_OF = re.compile(
    rf"\bteams,?{_W}(?:(?:each{_W})?of|each{_W}(?:with|having))(?:{_W}(?:about|around|some|up{_W}to))*[\s\xa0]*$",
    re.IGNORECASE,
)
_STAFF = re.compile(
    rf"(?:{_W}{_FTE})?{_W}(?:staff|workers?|members?|people|practitioners?|social{_W}workers?)\b", re.IGNORECASE
)

_HEADS = frozenset({Unit.COUNT, Unit.FTE, None})
_HINTS = word_set(
    """
    post posts vacancy vacancies vacant permanent establishment comprise comprises comprised comprising consists
    consisting
    structure complement each creation create creating additional extra staffed teams team require manager managers
    worker workers assistant x staff made fte wte leavers joiners starters practitioners workforce officers
    """
)
_BACK, _FARTHEST = 140, 400
"""How many characters around a number its own words stand in, and the words that govern a list."""

_TAKEN_AWAY = re.compile(
    r"\b(?:delet\w+|remov\w+|los(?:e|s|ing|t)|cut(?:s|ting)?|abolish\w*|disestablish\w*|redundan\w+)\b", re.IGNORECASE
)
"""What posts are told of that are no establishment any more."""


def indicator_of_posts(asked: Asked) -> str | None:
    """Return the indicator of a number of posts, as a part or a whole of others or in the list of what governs it.

    Empty for what no indicator counts: posts that are filled, and those of the staff who came or went.
    """
    sight = asked.sight
    if asked.kind.unit not in _HEADS:
        return None
    s = sight.sentence
    of_vacancies = sight.before is not None and sight.before.indicator == VACANCIES
    if of_vacancies and s.low(sight.number.first - 1) == "of" and s.low(sight.number.first - 2) == "out":
        return ESTABLISHMENT
    if not _may_be_of_posts(sight):
        return None
    before = s.text[max(s.start, sight.start - _BACK) : sight.start]
    behind = s.text[sight.end : min(s.end, sight.end + _BACK)]
    if sight.before is not None and sight.before.indicator == ESTABLISHMENT and _ARE_FILLED.match(behind) is not None:
        return ""
    if _are_no_staff_any_more(s, before, behind) or _CUT_BY.search(before) is not None:
        return ""
    return (
        _parted(asked, before, behind)
        or _added(asked, behind)
        or _of_agency(asked, before, behind)
        or _vacant(asked, before, behind)
        or _whole(asked, before, behind)
        or _of_a_list(sight, before, behind)
    )


def _parted(asked: Asked, before: str, behind: str) -> str | None:
    """Return what a part of the establishment told before is by one word: "52.0 are permanent, 4.0 vacant"."""
    sight = asked.sight
    if asked.lexicon.elsewhere is asked.lexicon or is_of_another_service(sight.sentence):
        return None
    previous = sight.around.previous
    told = [*(f for r in previous[-_SENTENCES:] for f in r.told), *sight.told]
    item = asked.place.item_before
    part = _NAMES_THE_PART.match(before) if item is not None and not told else None
    if part is not None and item is not None and _are_posts(item.told):
        return _BY_WORD[(part[1] or "agency").lower()]
    whole = next((f for f in told if f.indicator == ESTABLISHMENT), None)
    if whole is None or sight.number.value > whole.value:
        return None
    if _NUMBER_VACANT.search(before) is not None:
        return VACANCIES
    part = _ONE_WORD.match(behind)
    return _BY_WORD[part[1].lower()] if part is not None else None


def _are_posts(told: Sequence[Figure]) -> bool:
    """Tell whether the item of a list before tells how many posts or social workers there are."""
    return bool(told) and told[0].indicator in {ESTABLISHMENT, _WORKFORCE} and told[0].unit in _HEADS


_NAMES_THE_PART = re.compile(
    rf"\A[\s\W]*(?:of{_W}(?:which|these|whom|them)[\s,]+)?(?:(?:currently|now|are|were){_W})*"
    rf"(?:(permanent|agency|vacant)|(?:covered|filled){_W}by{_W}agency)(?:{_W}(?:posts|staff|workers))?[\s\xa0:–—-]*\Z",
    re.IGNORECASE,
)
"""All that an item of a list says of a part of the posts in the item before it: "of which vacant: 31.5 FTE"."""

_SENTENCES = 2
_ONE_WORD = re.compile(
    rf"[\s\xa0]*(?:{_FTE}{_W})?(?:(?:are|were|is|was){_W})?(permanent|agency|vacant)[\s\xa0]*(?=[.,;)]|and\b|$)",
    re.IGNORECASE,
)
_BY_WORD = {"permanent": "social_workers", "agency": AGENCY, "vacant": VACANCIES}
_NUMBER_VACANT = re.compile(
    rf"\bnumber{_W}(?:of{_W}posts{_W})?vacant{_W}(?:was|is|stood{_W}at|had{_W}been)[\s\xa0]*$", re.IGNORECASE
)

_ARE_FILLED = re.compile(
    r"[\s\xa0]*(?:(?:were|was|are|is)[\s\xa0]+)?(?:permanently[\s\xa0]+)?(?:filled|occupied|in[\s\xa0]post)\b(?![\s\xa0]+by\b)",
    re.IGNORECASE,
)


_STAFFING = r"(?:staffing|teams?|service|units?|sections?|establishment|complement|workforce|department)"
_CUT_BY = re.compile(
    rf"\b(?:reduc\w+|cut(?:s|ting)?|slim\w*|shrink\w*){_W}(?:(?:the|its|our|overall){_W})*{_STAFFING}{_W}by"
    rf"(?:{_W}(?:about|around|some|up{_W}to))*[\s\xa0]*$",
    re.IGNORECASE,
)
"""By how much staffing is reduced, which is no staffing: "would reduce staffing by 6.5 FTE"."""

_MOVED = re.compile(
    rf"""\b{_STAFFING}\b[^.;,£]{{0,60}}?
    \b(?:cut|reduc\w+|increas\w+|fall\w*|fell|grew|grown|brought|went|gone|slimmed|shrank|shrunk|rose|risen|expanded)\b
    [^.;,£]{{0,40}}?\b(?:from|to)(?:{_W}(?:about|around|some|just|only|over|under))*[\s\xa0]*$""",
    re.VERBOSE | re.IGNORECASE,
)
"""What leads up to staffing that is told before and after: "the team was reduced from 14 FTE to 11 FTE"."""

_HAS_POSTS = re.compile(
    rf"\b(?:{_STAFFING}(?:{_W}(?:now|currently|still))?{_W}(?:has|had|have)|(?:pays?|paid){_W}for|funds)[\s\xa0]*$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[\s\xa0]*(?:$|[.;])|[\s\xa0]+in[\s\xa0]+(?:all|total)\b")

_OF_THE_LEAVERS = re.compile(
    rf"\bof{_W}(?:the|those|our|these){_W}(?:[\d.]+{_W})?(?:leavers|joiners|starters)\b", re.IGNORECASE
)
_WENT = re.compile(
    rf"(?:{_W}of{_W}(?:them|whom|these))?(?:{_W}(?:have|had|has))?{_W}(?:joined|left(?!{_W}(?:care|school|home))|retired|resigned"
    rf"|gave{_W}up|went{_W}to{_W}(?:agency|another|other|work)|moved{_W}on)\b",
    re.IGNORECASE,
)
_STAFFED = word_set("workers staff workforce starters joiners leavers practitioners")


def _are_no_staff_any_more(s: Sentence, before: str, behind: str) -> bool:
    """Tell whether those of the staff are counted who came or went: "of the leavers 12 went to agency work"."""
    if s.words.isdisjoint(_STAFFED):
        return False
    return _OF_THE_LEAVERS.search(before) is not None or _WENT.match(behind) is not None


def _may_be_of_posts(sight: Sight) -> bool:
    """Tell whether a word of a sentence or of what leads up to it may speak of posts."""
    lead = sight.around.lead
    return not sight.sentence.words.isdisjoint(_HINTS) or (
        lead is not None and not lead.sentence.words.isdisjoint(_HINTS)
    )


def _of_agency(asked: Asked, before: str, behind: str) -> str | None:
    """Return agency staff where they fill what is counted, the size of teams, or vacancies that are a part of posts."""
    if _COUNTS_VACANCIES.match(behind) is not None:
        return VACANCIES if asked.lexicon.elsewhere is not asked.lexicon else None
    placed = asked.best is not None and asked.best.indicator == _TEAM_SIZE  # "twelve agency workers are in the teams"
    covered = (placed or _COVERED_BY.search(before) is not None) and _AGENCY_WORKERS.match(behind) is not None
    if covered or _BY_AGENCY.search(before) is not None or _ARE_AGENCY.match(behind) is not None:
        return AGENCY
    if _SHORT_OF.search(before) is not None and _WORKERS.match(behind) is not None:
        return VACANCIES
    staff = _STAFF.match(behind)
    if staff is not None and _EACH_TEAM_HAS.search(before) is not None:
        return _TEAM_SIZE
    of_each = staff is not None and _TEAMS_HAVE.search(before) is not None and _EACH.match(behind, staff.end())
    if staff is not None and (of_each or _TEAMS_OF.search(before) is not None):
        return _TEAM_SIZE
    return _part(asked, before, behind)


_COUNTS_VACANCIES = re.compile(
    rf"(?:{_W}{_FTE})?(?:{_W}(?:qualified|social{_W}work(?:er)?|front-?line))*{_W}vacancies\b", re.IGNORECASE
)
"""What stands behind a number of vacancies, whoever covers them: "agency staff were covering 15 vacancies"."""

_ARE_AGENCY = re.compile(
    rf"(?:{_W}(?:of{_W}(?:them|these|whom)|more|others))?{_W}(?:are|were|is|was)(?:{_W}from)?(?:{_W}an?)?{_W}(?:agency|locums?)\b",
    re.IGNORECASE,
)
_SHORT_OF = re.compile(rf"\bshort{_W}of(?:{_W}(?:about|around|some))*[\s\xa0]*$", re.IGNORECASE)
_COVERED_BY = re.compile(
    rf"\b(?:covered|filled|occupied|held){_W}(?:by|with|through)(?:{_W}(?:about|around|some|just))*[\s\xa0]*$",
    re.IGNORECASE,
)
_AGENCY_WORKERS = re.compile(rf"(?:{_W}{_FTE})?{_W}(?:agency|locum)\b", re.IGNORECASE)
_WORKERS = re.compile(rf"(?:{_W}{_FTE})?{_W}(?:qualified{_W})?social{_W}workers\b", re.IGNORECASE)


def _added(asked: Asked, behind: str) -> str | None:
    """Return added posts where a number counts more of one title: "two additional family placement social workers"."""
    s, start = asked.sight.sentence, asked.sight.start
    title = _A_POST.match(behind)
    if title is not None and _BE_ADDED.match(behind, title.end()) is not None:
        return ADDITIONAL
    if s.words.isdisjoint(_MORE) or (_MORE_OF_A_TITLE.match(behind) is None and _MORE_FTE.match(behind) is None):
        return None
    if _IS_SOUGHT.search(s.text, max(s.start, start - _BACK), start) is not None:
        return ADDITIONAL
    if (
        _ONLY_MORE.match(behind) is not None
        or asked.lexicon.elsewhere is asked.lexicon
        or is_of_another_service(asked.sight.sentence)
    ):
        return None
    return ADDITIONAL


_MORE = word_set("additional extra further more")
_BE_ADDED = re.compile(
    rf"(?:[\s\xa0]*\([^()]{{1,24}}\))?{_W}(?:should{_W}|to{_W})?be{_W}(?:agreed|added|appointed|recruited|employed|engaged|created|established)\b",
    re.IGNORECASE,
)
"""What is resolved of posts that are to be added: "that two recruitment officers (1.5 FTE) be appointed"."""

_ONLY_MORE = re.compile(rf"(?:{_W}{_FTE})?{_W}more\b", re.IGNORECASE)
_MORE_FTE = re.compile(rf"[\s\xa0]*{_FTE}{_W}more\b", re.IGNORECASE)
_IS_SOUGHT = re.compile(
    rf"\b(?:ask(?:s|ed|ing)?{_W}for|requests?|requested|seeks?|sought|propos(?:es|ed|al)|bids?{_W}for|recommend\w*|fund|appoint"
    rf"|employ|recruit(?:ment{_W}of)?|appointment{_W}of|supports?|approv(?:es|ed|al))"
    rf"(?:{_W}(?:to|the|of|for|appointment|recruitment|creation|up|a|an|another|fund|funding|appoint|employ|recruit))*[\s\xa0]*$",
    re.IGNORECASE,
)
"""What leads up to posts that somebody wants: "the business case asks for"."""

_MORE_OF_A_TITLE = re.compile(
    rf"""(?:{_W}{_FTE})?{_W}(?:additional|extra|further|more)(?:{_W}{_FTE})?(?:{_W}(?!{_NO_NAME}|and\b|foster\b)[\w'’/&-]+){{0,4}}?
    {_W}(?:social{_W}workers?|(?:support|family|project|youth|key|care){_W}workers?|practitioners?|managers?|co-?ordinators?
      |officers?|posts?|administrators?|psychologists?)\b""",
    re.VERBOSE | re.IGNORECASE,
)


def _vacant(asked: Asked, before: str, behind: str) -> str | None:
    """Return vacancies where the posts that a number counts are said to be vacant, and are no whole of others."""
    if _VACANCIES_ARE.search(before) is not None and _OUT_OF_POSTS.match(behind) is not None:
        return None if asked.lexicon.elsewhere is asked.lexicon else VACANCIES
    posts = _POSTS.match(behind) if not asked.sight.sentence.words.isdisjoint(_EMPTY) else None
    if posts is None or _ARE_VACANT.match(behind, posts.end()) is None or _OF.search(before) is not None:
        return None
    ours = asked.lexicon.elsewhere is not asked.lexicon and not is_of_another_service(asked.sight.sentence)
    return VACANCIES if ours else None


def _whole(asked: Asked, before: str, behind: str) -> str | None:
    """Return the establishment where a number is the whole of which posts are vacant or filled."""
    s, posts = asked.sight.sentence, _POSTS.match(behind)
    if _is_said_to_be_all(asked, before, behind):
        return ESTABLISHMENT
    low, high = max(s.start, asked.sight.start - _FARTHEST), min(s.end, asked.sight.end + _FARTHEST)
    other = asked.lexicon.elsewhere is asked.lexicon or is_of_another_service(s)
    if (other and not _is_of_staffing(asked.sight, behind)) or _TAKEN_AWAY.search(s.text, low, high) is not None:
        return None
    if _PART_OF.search(before) is not None and _WORKERS.match(behind) is not None:
        return _WORKFORCE
    if _FILLED.search(s.text, low, high) is None:
        return None
    if posts is not None and (_OF.search(before) is not None or _PARTED_BEHIND.match(behind, posts.end())):
        return ESTABLISHMENT
    spoken = not s.words.isdisjoint(_SPOKEN)
    return ESTABLISHMENT if spoken and _OF_ALL.search(before) is not None and _NOTHING.match(behind) else None


def _is_said_to_be_all(asked: Asked, before: str, behind: str) -> bool:
    """Tell whether a number is said to be the establishment, or what a team was, became or has."""
    posts = _POSTS.match(behind)
    counts = posts is not None or _A_POST.match(behind) is not None or _IS_FTE.match(behind) is not None
    if counts and _IS_THE_ESTABLISHMENT.search(before) is not None:
        return True
    if asked.kind.unit is Unit.FTE and _MOVED.search(before) is not None:
        return True
    has = posts is not None and _HAS_POSTS.search(before) is not None
    return has and posts is not None and _ENDS.match(behind, posts.end()) is not None


def _is_of_staffing(sight: Sight, behind: str) -> bool:
    """Tell whether posts are counted as staffing is, in whole time equivalents, whatever the record is about."""
    return sight.number.step < 1 or _IS_FTE.match(behind) is not None


_VACANCIES_ARE = re.compile(
    rf"\bvacancies\b[^.;,\d]{{0,40}}?{_W}(?:stood{_W}at|stand{_W}at|were|are|numbered|number|totalled|had{_W}(?:risen|fallen|gone{_W}up){_W}to)[\s\xa0]*$",
    re.IGNORECASE,
)
_OUT_OF_POSTS = re.compile(
    rf"{_W}(?:out{_W})?of{_W}(?:the{_W}|our{_W})?\d[\d.]*{_W}[^.;,]{{0,40}}?\bposts\b", re.IGNORECASE
)
"""The whole behind vacancies: "vacancies stood at 26 out of 128 social worker posts"."""

_EMPTY = word_set("vacant unfilled empty")
_ARE_VACANT = re.compile(
    rf"(?:,?{_W}out{_W}of{_W}[^.;,]{{1,50}},)?{_W}(?:(?:currently|now|still){_W})?(?:were|was|are|is|remain(?:s|ed)?|stood|lay)"
    rf"(?:{_W}(?:currently|now|still|then|left|lying))?{_W}(?:vacant|unfilled|empty)\b",
    re.IGNORECASE,
)
"""What is told of posts that are vacancies: "eleven posts were vacant (21%)"."""

_PART_OF = re.compile(rf"\w{_W}of{_W}(?:the|its|our|their|these|those)[\s\xa0]*$", re.IGNORECASE)
_WORKFORCE = "social_workers"
_SPOKEN = word_set("post posts vacancy vacancies")
_IS_FTE = re.compile(rf"[\s\xa0]*{_FTE}\b", re.IGNORECASE)
_NOTHING = re.compile(
    r"[\s\xa0]*(?:[.,;:)(]|$|(?:were|was|are|is|had|have|at|in|though|although|and|but|as|on|across)\b"
    rf"|{_FTE})",
    re.IGNORECASE,
)
"""What stands behind a number that counts no noun of its own."""

_OF_A_WHOLE = re.compile(
    rf"""(?P<posts>{_W}(?:{_FTE}{_W})?(?:(?!{_NO_NAME})[\w'’/&]+{_W}){{0,4}}?posts)?
    {_W}\(?(?:out{_W})?of{_W}(?:(?:the|its|our|their|a{_W}total{_W}of){_W})?[\w.-]+(?P<rest>[^.;,]{{0,90}}?)
    \b(?:were|was|are|is|remain(?:s|ed)?|stood|stand|had{_W}been|have{_W}been){_W}
    (?:(?:currently|now|still|then|also|left){_W})?(?P<how>vacant|unfilled|empty|filled|covered)\b
    (?P<agency>{_W}(?:by|with|through)(?:{_W}an?)?{_W}(?:agency|locums?)\b)?""",
    re.VERBOSE | re.IGNORECASE,
)
"""A part of posts and what of them is told: "six social work posts out of 64 were vacant"."""


def _part(asked: Asked, before: str, behind: str) -> str | None:
    """Return vacancies or agency cover where a number is the part of posts that are vacant or filled so."""
    found = _OF_A_WHOLE.match(behind)
    if found is None or _OF.search(before) is not None or not (found["posts"] or "post" in found["rest"].lower()):
        return None
    if found["agency"]:
        return AGENCY
    vacant = found["how"].lower() in {"vacant", "unfilled", "empty"}
    return VACANCIES if vacant and asked.lexicon.elsewhere is not asked.lexicon else None


def _of_a_list(sight: Sight, before: str, behind: str) -> str | None:
    """Return what governs a list of posts that a number stands in: the establishment, or posts that are added."""
    if not _counts_a_post(sight, before, behind):
        return _part_of_the_list(sight, behind)
    s, lead = sight.sentence, sight.around.lead
    low = max(s.start, sight.start - _FARTHEST)
    if _CREATED_OF.search(s.text, low, sight.start) is not None:
        return ADDITIONAL
    last = sight.before
    beside = last is not None and last.indicator == ADDITIONAL
    if beside and last is not None and _JOINS_MORE.fullmatch(s.text, last.span.end, sight.start) is not None:
        return ADDITIONAL
    governor = _last_governor(s.text, low, sight.start)
    if governor is not None:
        ended = _ENDS_A_LIST.search(s.text, governor.end(), sight.start) is not None
        has = governor[0].lower().endswith(("has", "had", "have"))
        counted = governor["comprises"] is not None and (has or not _is_of_staffing(sight, behind))
        alone = counted and not _stands_in_a_row(sight, governor.end())
        return None if ended or alone or governor["agency"] is not None else _kind_of(governor)
    if lead is None:
        return None
    end = lead.sentence.end
    governor = _last_governor(lead.sentence.text, max(lead.sentence.start, end - _FARTHEST), end)
    return _kind_of(governor) if governor is not None else None


_JOINS_MORE = re.compile(rf"[^.;:()\d]{{1,60}}?(?:,|{_W}and|{_W}plus)(?:{_W}and)?[\s\xa0]*", re.IGNORECASE)
"""What stands between posts that are added and the next of them: "six more social workers and two practitioners"."""

_CREATED_OF = re.compile(
    rf"\b(?:be|is|to{_W}be){_W}(?:created|established|set{_W}up|formed),?{_W}"
    rf"(?:consisting{_W}of|comprising|made{_W}up{_W}of|with|of)[\s\xa0]*$",
    re.IGNORECASE,
)
"""What leads up to the posts of a team that is to be made: "that a service be created, consisting of 12 posts"."""


def _stands_in_a_row(sight: Sight, start: int) -> bool:
    """Tell whether another number behind the words that govern a list counts a post too."""
    s, k = sight.sentence, sight.index
    beside = sight.reading.numbers[max(0, k - 1) : k] + sight.reading.numbers[k + 1 : k + 2]
    ends = (s.tokens[n.last - 1].end for n in beside if s.tokens[n.first].start >= start)
    return any(_A_POST.match(s.text, end, min(s.end, end + _BACK)) is not None for end in ends)


def _counts_a_post(sight: Sight, before: str, behind: str) -> bool:
    """Tell whether a number counts posts by a title, behind it or before it in a list's item; not one in brackets."""
    if before.endswith("("):
        return False
    if _A_POST.match(behind) is not None:
        return True
    listed = sight.around.lead is not None and not sight.told
    return listed and _NAMED_BEFORE.fullmatch(before) is not None


def _part_of_the_list(sight: Sight, behind: str) -> str | None:
    """Return that a part of added posts is some: "ten posts, of which seven would be for social workers"."""
    last, s = sight.before, sight.sentence
    if last is None or last.indicator != ADDITIONAL or _PART_FOR.match(behind) is None:
        return None
    parted = _WHICH.search(s.text, max(s.start, sight.start - _FARTHEST), sight.start) is not None
    return ADDITIONAL if parted else None


def _last_governor(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the last words before ``end`` that govern a list of posts."""
    last = None
    for found in _GOVERNS.finditer(text, start, end):
        last = found
    return last


def _kind_of(governor: re.Match[str]) -> str:
    """Return what the posts of a list are that is governed so."""
    if governor["agency"] is not None:
        return AGENCY
    return ESTABLISHMENT if governor["comprises"] is not None else ADDITIONAL
