"""Whether a number is of another thing than the indicator that words near it name.

"46 staff attended training on child protection plans": the words are an indicator's, but staff are counted. What is
asked is the grammar of the number, not a list of sayings: which noun it counts, what that noun does, what governs it.
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.indicators.asked import Asked
from crossfoot.extraction.figures.indicators.choice import Choice
from crossfoot.extraction.figures.indicators.others import is_of_others
from crossfoot.extraction.figures.indicators.silence import says_what_became
from crossfoot.extraction.figures.lexicon import Family
from crossfoot.extraction.figures.roots import root
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.extraction.figures.sight import Sight
from crossfoot.extraction.figures.tokens import is_plural
from crossfoot.extraction.figures.words import (
    AUXILIARIES,
    DETERMINERS,
    PEOPLE_AND_CASES,
    TIME_STEMS,
    word_set,
)
from crossfoot.model import Field, Indicator, Measure, Nature, Role, Stage, Unit

_ANYTHING = word_set("total number one point figure time occasion individual person people couple")
_HOW_OFTEN = word_set("time occasion")
"""What tells how often something happened, and not how many there are."""

_ANYBODY = word_set("child young case pupil boy girl baby infant teenager youngster sibling")
"""Whom measures of children count, and those of staff, teams and homes do not."""

_NO_CHILDREN = word_set("FTE staff teams homes authorities items episodes")
_THEIR_PLACES = word_set("carer household adopter worker home team")
"""With whom and where children are, whose number is none of children."""

_STAFF = word_set("starter entrant recruit worker practitioner employee staff colleague officer")
_OF_A_SHARE = word_set("leaver family")
"""Whom a share may be of, whatever else it measures."""

_COUNTED = frozenset({Unit.COUNT, Unit.FTE, Unit.PERCENT, None})
_HEADS = frozenset({Unit.COUNT, Unit.FTE, None})


def is_of_another(asked: Asked, choice: Choice) -> bool:
    """Tell whether a number is of another thing than the indicator that its words speak for."""
    return (
        counts_another_noun(asked, choice.indicator)
        or _befalls_them(asked, choice)
        or _is_done_to_them(asked, choice)
        or _stands_in_an_adjunct(asked, choice)
        or _has_its_own_predicate(asked, choice)
        or _is_about_them(asked, choice)
        or _is_told_of_each(asked, choice)
        or _only_tells_where(asked, choice)
        or _names_who_does_it(asked, choice)
        or _judges_others(asked, choice)
        or _is_of_heads(asked, choice)
        or is_about_adults(asked, choice)
        or _is_a_part_of_a_group(asked, choice)
        or _names_but_the_whole(asked, choice)
        or came_or_went(asked, choice.indicator)
        or _is_of_plans_not_of_pupils(asked, choice)
        or _names_what_follows(asked, choice)
        or _is_given_to_them(asked, choice)
        or _is_counted_from(asked, choice)
        or (choice.indicator == "teams" and not asked.kind.whole)
        or is_of_others(asked, choice)
        or (choice.zone in _FAR and is_told_of_another(asked, choice.indicator))
    )


def counts_another_noun(asked: Asked, key: str) -> bool:
    """Tell whether the noun that a number counts is none that the indicator's wordings know.

    Posts go by the title of whoever holds them: "3.5 FTE plan writers".
    """
    sight = asked.sight
    indicator = asked.lexicon.indicators[key]
    if asked.kind.unit not in _COUNTED or (asked.kind.unit is Unit.FTE and indicator.stage is Stage.WORKFORCE):
        return False
    head = noun_counted(sight)
    if head in _HOW_OFTEN and indicator.measure is Measure.STOCK:
        return True
    if not head or head in _ANYTHING or head in TIME_STEMS or (head == "other" and asked.kind.unit is Unit.COUNT):
        return False
    if head in _THEIR_PLACES and _is_of_children(asked, indicator):
        return True
    if head in _ANYBODY:
        return asked.kind.unit is Unit.COUNT and any(unit in _NO_CHILDREN for unit in indicator.usual_unit.split())
    share = asked.kind.unit is Unit.PERCENT
    of_staff = share or (indicator.stage is Stage.WORKFORCE and indicator.usual_unit != "teams")
    known = head in (_OF_A_SHARE if share else _STAFF) and of_staff
    return not known and root(head) not in asked.lexicon.nouns[key]


def _is_of_children(asked: Asked, indicator: Indicator) -> bool:
    """Tell whether a measure, as a number of its kind, is of children and not of those with whom they are."""
    if asked.kind.unit is Unit.PERCENT:
        return indicator.name.startswith("Children in")
    return asked.kind.unit is Unit.COUNT and indicator.usual_unit in {"children", "places"}


def noun_counted(sight: Sight) -> str:
    """Return the stem of the noun behind a number; empty where none stands there that is one for sure."""
    s, phrase = sight.sentence, sight.phrase
    if s.low(phrase.first) in _OPENS_A_CLAUSE:
        return ""
    joined = s.low(phrase.close) in _GOES_ON and not s.is_number(phrase.close + 1)
    if joined and not is_plural(s.low(phrase.close - 1)):
        return ""  # the noun may stand behind: "77 pre-birth and family CAFs"
    one = sight.number.value == 1
    for i in range(phrase.close - 1, phrase.first - 1, -1):
        stem = s.stem(i)
        if stem in _PERSONS and s.low(i - 1) == "young":
            return "child"
        if is_plural(s.low(i)) or (one and stem in PEOPLE_AND_CASES):
            return "" if s.low(i + 1) in DETERMINERS else stem  # a verb: "the rise to 187 takes the rate to"
    return ""


_PERSONS = word_set("person people")
_GOES_ON = word_set("and or &")
_OPENS_A_CLAUSE = word_set("when while after before because as since if once until whereas although where")
"""What opens a clause right behind a number, whose nouns it does not count: "78% when inspectors came"."""

_NEWCOMERS = word_set("newly prospective additional student")
"""Words in the name of a measure of those who come, of whom it is told that they did."""

_DEEDS = word_set(
    """
    left leave leaves leaving joined join appointed recruited resigned retired withdrew withdrawn converted
    trained completed mentioned cited said told moved went gone came arrived attended took taken received got
    gained obtained achieved passed visited met gave given made entered returned died lost transferred
    deregistered ceased ended closed opened replaced remanded charged sentenced offered invited responded
    interviewed asked complained helped benefited spoke drew paid sent bought sold deleted removed secured
    reduced added approved newly reviewed wrote signed won awarded promoted carried worked felt reported
    started began expressed engaged enrolled registered surveyed consulted deleting buying selling
    """
)
"""What happens or is done to people and posts, and tells nothing of how many there are."""

_BEFORE_A_VERB = AUXILIARIES | word_set("also then since now already all not only just have ) who that newly")
_HEDGES = word_set("a an the another further about around some nearly almost over up to only just all of its our these")


def _stands(asked: Asked, choice: Choice) -> bool:
    """Tell whether an indicator says how many there are, and the number counts heads."""
    indicator = asked.lexicon.indicators[choice.indicator]
    return (
        asked.kind.unit in _HEADS
        and indicator.measure is Measure.STOCK
        and _NEWCOMERS.isdisjoint(indicator.name.lower().split())
    )


def _befalls_them(asked: Asked, choice: Choice) -> bool:
    """Tell whether those that a number counts only did or suffered something: "27 social workers left"."""
    s, phrase = asked.sight.sentence, asked.sight.phrase
    group = asked.lexicon.indicators[choice.indicator].role is Role.COHORT and choice.within[1] > 0
    if not (choice.alone or group) or not _stands(asked, choice):
        return False
    at = max(phrase.close, asked.sight.number.last)
    if s.low(at) == "(" and s.low(at + 2) == ")":
        at += 3
    while s.low(at) in _BEFORE_A_VERB and at < len(s.tokens):
        at += 1
    come = choice.indicator == "agency_staff" and s.low(at) in _HIRED
    listed = s.low(at) == "entered" and are_on_a_list(asked.sight)
    return s.low(at) in _DEEDS and not come and not listed and not _names(s, choice, at)


def are_on_a_list(sight: Sight) -> bool:
    """Tell whether those are counted whose names a list holds: "the names of 143 children were entered on it".

    What happened during a time is that they were put there.
    """
    s, first = sight.sentence, sight.number.first
    if s.low(first - 1) != "of" or s.low(first - 2) != "names":
        return False
    return s.low(first - 3) != "new" and not s.says(_DURING)


_DURING = re.compile(
    r"\b(?:during|between|since|in[\s\xa0]+the[\s\xa0]+(?:\w+[\s\xa0]+)?(?:year|half|quarter|months?|period)|in[\s\xa0]+\d{4})\b"
)


_HIRED = word_set("taken engaged brought started began joined")
"""What is done to those whom an agency lends, of whom there are so many then: "four had been taken on to cover"."""


def _names(s: Sentence, choice: Choice, at: int) -> bool:
    """Tell whether a token is among the words that name the indicator."""
    return at < len(s.tokens) and choice.name[0] <= s.tokens[at].start < choice.name[1]


def _is_done_to_them(asked: Asked, choice: Choice) -> bool:
    """Tell whether a number is the object of a deed: "we lost 19 households", "members visited 4 homes"."""
    s, at = asked.sight.sentence, asked.sight.number.first - 1
    if not (choice.alone or choice.within[1] > 0) or not _stands(asked, choice):
        return False
    while at >= 0 and s.low(at) in _HEDGES:
        at -= 1
    return at >= 0 and s.low(at) in _ON_THEM and not _names(s, choice, at)


def _is_a_part_of_a_group(asked: Asked, choice: Choice) -> bool:
    """Tell whether those of a group are counted of whom something else is told: "31 care leavers are at university"."""
    sight, s = asked.sight, asked.sight.sentence
    close = sight.phrase.close
    if asked.kind.unit is not Unit.COUNT or not choice.alone or close <= sight.phrase.first:
        return False
    if asked.lexicon.indicators[choice.indicator].role is not Role.COHORT or choice.zone != "counted":
        return False
    whole = s.low(sight.number.first - 2) == "of" and s.low(sight.number.first - 1) in DETERMINERS
    told = s.low(close) in AUXILIARIES - _MOODS and not whole
    return told and choice.end <= s.tokens[close - 1].end and says_what_became(sight)


_MOODS = word_set("would will should could shall may might must can be")


_ON_THEM = word_set(
    """
    lost appointed recruited approved trained interviewed visited met paid sent bought sold deleted removed drew added
    invited consulted surveyed engaged deleting buying selling replaced awarded opened closed transferred helped
    """
)
"""What is done to people, posts and homes, whose number behind it is of those that it was done to."""

_JOIN = word_set("by to at with")
_MOVES = word_set(
    """
    rose risen fell fallen dropped grew grown increased decreased declined reduced climbed slipped down up compared put
    estimated budgeted limited capped stood held set back amounted equal equivalent due come came returned close near
    led resulted contributed began begun begins started starts ended ends finished
    """
)


def _stands_in_an_adjunct(asked: Asked, choice: Choice) -> bool:
    """Tell whether a number only says where or by whom something was done: "needed at 71 conferences"."""
    s, at = asked.sight.sentence, asked.sight.number.first - 1
    if asked.kind.unit not in _HEADS or not choice.alone or choice.zone != "counted":
        return False
    if s.low(at) not in _JOIN:
        return False
    verb = s.low(at - 1)
    if verb == "out":
        verb = s.low(at - 2)
    return verb not in _MOVES and (verb.endswith("ed") or verb in _DEEDS) and not _names(s, choice, at - 1)


def _names_but_the_whole(asked: Asked, choice: Choice) -> bool:
    """Tell whether all that a share's own words name is the whole that it is of: "27% of those looked after were"."""
    sight, s = asked.sight, asked.sight.sentence
    last = sight.number.last
    if asked.kind.unit is not Unit.PERCENT or not choice.far or s.low(last) != "of" or s.low(last + 1) == "them":
        return False
    close = max(sight.phrase.close, last + 1)
    if _IN_TIME.search(s.lowered, sight.end - s.start) is not None:
        return False
    return (
        s.tokens[last].start <= choice.start
        and max(choice.end, choice.name[1]) <= s.tokens[min(close + 2, len(s.tokens)) - 1].end
    )


_IN_TIME = re.compile(r"\b(?:on|in)[\s\xa0]time\b|\b(?:with|)in[\s\xa0](?:the[\s\xa0])?(?:timescales?|\d+)|\bpunctual")
"""What is told of visits or reviews, of whose whole a share is: "94% of visits to them were made on time"."""

_FAR = frozenset({"earlier", "sentence before"})


_COMES_OR_GOES = re.compile(
    r"\b(?:resign\w*|retir\w+|lost|lose|losing|losses|newly|new|recruit\w*|ceased|approvals|deregist\w+|de-regist\w+|transferred|joined"
    r"|(?<!which )left|withdr\w+|(?:been|were|was)[\s\xa0]+approved"
    r"(?![\s\xa0]+(?:to|(?:as[\s\xa0]+)?(?:at|on)[\s\xa0]+(?:the|\d))))\b"
)
_NEAR_BEFORE, _NEAR_BEHIND = 36, 60


def came_or_went(asked: Asked, key: str) -> bool:
    """Tell whether those counted are households who came or went, not how many there are: "20 were newly approved"."""
    if asked.lexicon.indicators[key].usual_unit != "households" or asked.kind.unit not in _HEADS:
        return False
    sight, s = asked.sight, asked.sight.sentence
    before = s.lowered[max(s.start, sight.left, sight.start - _NEAR_BEFORE) - s.start : sight.start - s.start]
    behind = s.lowered[sight.end - s.start : min(sight.right, sight.end + _NEAR_BEHIND) - s.start]
    own = (_ENDS_A_CLAUSE.split(before)[-1], _ENDS_A_CLAUSE.split(behind)[0])
    return any(_COMES_OR_GOES.search(words) is not None for words in own)


_ENDS_A_CLAUSE = re.compile(r"[,;:.]|\b(?:but|while|although|and)\b")


_OF_PLANS = re.compile(
    r"\b(?:issued|finali[sz]ed|went out|20[\s-]weeks?|twenty weeks|statutory period|time\w*|requests?|tribunal|appeals?"
    r"|absen\w+|exclu\w+|expected standard|reviews?|new plans)\b"
)


def _is_of_plans_not_of_pupils(asked: Asked, choice: Choice) -> bool:
    """Tell of a share what becomes of pupils' plans, or by how much they grew: "52% of new plans went out in time"."""
    if choice.indicator != "ehc_plans_percent":
        return False
    sight, s = asked.sight, asked.sight.sentence
    own = s.lowered[max(0, sight.left - s.start) : sight.right - s.start]
    return asked.nature is Nature.CHANGE or _OF_PLANS.search(own) is not None


def _has_its_own_predicate(asked: Asked, choice: Choice) -> bool:
    """Tell whether words farther off name an indicator while the number's own predicate says something else."""
    near = asked.kind.unit in _HEADS or (asked.kind.unit is Unit.PERCENT and choice.zone == "sentence before")
    indicator, previous = asked.lexicon.indicators[choice.indicator], asked.sight.around.previous
    group = indicator.role is Role.COHORT
    # "Initial assessments had not kept pace. 688 had been completed"
    just_named = choice.zone == "sentence before" and not (previous and previous[-1].numbers)
    done = indicator.measure is Measure.FLOW and just_named
    return choice.zone in _FAR and (choice.alone or group) and near and says_what_became(asked.sight, done=done)


_ABOUT = word_set("about on regarding concerning for by to at with from between among around")


_RELATES = word_set("relates amounts comes goes leads refers applies belongs lies stems results falls concerns")
_MOST_BETWEEN = 5
"""How many words of a name may stand between a preposition and the wording: "to the Duty and Assessment Team"."""


def _is_about_them(asked: Asked, choice: Choice) -> bool:
    """Tell whether the words only say what a thing of another kind is about: "requests about looked after children"."""
    s = asked.sight.sentence
    if choice.zone not in {"before", "counted"} or not choice.alone:
        return False
    at = next((i for i, token in enumerate(s.tokens) if token.start >= choice.start), 0) - 1
    least = at - _MOST_BETWEEN
    while at > max(0, least) and (s.low(at) in DETERMINERS or s.tokens[at].capital or s.low(at) == "and"):
        at -= 1
    if at < 1 or s.low(at) not in _ABOUT:
        return False
    noun = s.stem(at - 1)
    if not is_plural(s.low(at - 1)) or s.low(at - 1) in _RELATES or noun in _ANYBODY or noun in TIME_STEMS:
        return False
    return root(noun) not in asked.lexicon.nouns[choice.indicator]


_LIVING_IN = word_set("in with")
_SCHOOLS = re.compile(r"\b(?:schools?|pupils?|nurser(?:y|ies)|academ(?:y|ies)|college)\b")

_PLACES = frozenset({"teams", "homes", "authorities"})
"""Usual units of what is counted itself, and is where others are counted: "in one team caseloads had reached 31"."""

_PLACED_IN = word_set("in at across within for")
_ARTICLES_OF_PLACE = DETERMINERS | word_set(
    "one two three four five six seven eight nine each every other east west north south"
)


def _only_tells_where(asked: Asked, choice: Choice) -> bool:
    """Tell whether the words before a number only say in which team or home it is."""
    s, n = asked.sight.sentence, asked.sight.number
    unit = asked.lexicon.indicators[choice.indicator].usual_unit
    if unit not in _PLACES:
        return _is_of_where_they_live(asked, choice, unit)
    if choice.zone == "counted":
        return (n.value == 1 and s.low(n.first - 1) in _PLACED_IN) or _are_in_it(asked, choice)
    if choice.zone not in {"before", "earlier"}:
        return False
    behind = next((i for i, token in enumerate(s.tokens) if token.start >= choice.end), 0)
    if choice.zone == "before" and s.low(behind) in _ACCOUNTS:
        return True  # for how many of those counted: "children's homes accounted for 89 of them"
    at = next((i for i, token in enumerate(s.tokens) if token.start >= choice.start), 0) - 1
    while at > 0 and (s.low(at) in _ARTICLES_OF_PLACE or s.tokens[at].capital or s.is_number(at)):
        at -= 1
    return s.low(at) in _PLACED_IN


def _are_in_it(asked: Asked, choice: Choice) -> bool:
    """Tell whether those that a bare number counts are in what is named: "14 of whom are in our own homes"."""
    s, phrase = asked.sight.sentence, asked.sight.phrase
    if phrase.close > phrase.first:
        return False
    at = next((i for i, token in enumerate(s.tokens) if token.start >= choice.start), 0) - 1
    if s.low(at + 1) in _PLACED_IN:
        return True
    least = max(asked.sight.number.last, at - _MOST_BETWEEN)
    while at > least and s.low(at) not in _PLACED_IN and s.low(at) not in AUXILIARIES:
        at -= 1
    return s.low(at) in _PLACED_IN


def _is_of_where_they_live(asked: Asked, choice: Choice, unit: str) -> bool:
    """Tell of those who live in what is measured, and of places in schools: "158 were in foster homes"."""
    s, n = asked.sight.sentence, asked.sight.number
    if unit == "households" and choice.zone == "counted":
        at = next((i for i, token in enumerate(s.tokens) if token.start >= choice.start), 0)
        return at > n.last and s.low(at - 1 - (s.low(at - 1) in DETERMINERS)) in _LIVING_IN
    return unit == "places" and s.says(_SCHOOLS) and not s.says(_YOUNG)


def _names_what_follows(asked: Asked, choice: Choice) -> bool:
    """Tell whether the words that a number counts are of the number behind them: the 12 of "12 teams of 7 workers"."""
    sight, s = asked.sight, asked.sight.sentence
    several = sight.index + 1 < len(sight.reading.numbers)
    if not several or choice.zone != "counted" or not choice.alone or choice.start < sight.end:
        return False
    behind = next((i for i, token in enumerate(s.tokens) if token.start >= choice.end), 0)
    return s.low(behind - 1) == "of" and s.is_number(behind)


def _is_given_to_them(asked: Asked, choice: Choice) -> bool:
    """Tell whether those named only got what a number counts: "lettings, 31 to care leavers"."""
    sight, s = asked.sight, asked.sight.sentence
    if choice.zone != "counted" or not choice.alone or asked.kind.unit not in _HEADS:
        return False
    at = sight.number.last
    if s.low(at) not in _TO_WHOM:
        return False
    first = next((i for i, token in enumerate(s.tokens) if token.start >= choice.start), 0)
    return asked.lexicon.indicators[choice.indicator].role is Role.COHORT and 0 < first - at <= _FEW_BETWEEN


_TO_WHOM = word_set("to for by from")
_FEW_BETWEEN = 3


def _is_counted_from(asked: Asked, choice: Choice) -> bool:
    """Tell whether words but name what days are counted from: "139 within 15 days of the strategy discussion"."""
    s = asked.sight.sentence
    if choice.zone not in {"counted", "behind", "later"} or not choice.alone:
        return False
    return _DAYS_OF.search(s.text, max(asked.sight.end, choice.start - _NEAR_DAYS), choice.start) is not None


_DAYS_OF = re.compile(
    r"\b(?:days?|weeks?|months?|hours?)[\s\xa0]+(?:of|from|after|before)[\s\xa0]+(?:(?:the|an?|their|its)[\s\xa0]+)?\Z"
)
_NEAR_DAYS = 30


def is_told_of_another(asked: Asked, indicator: str) -> bool:
    """Tell whether the words right behind a number name something else: "71% in foster care, 12% in homes"."""
    sight, lexicon = asked.sight, asked.lexicon
    last = sight.number.last
    if sight.sentence.low(last) not in _WHERE or asked.nature in _COMPARED:
        return False
    kin = lexicon.kin[indicator]
    named = {
        wording.indicator
        for mention in sight.reading.mentions
        if last < mention.first <= last + _RIGHT_BEHIND and sight.sentence.tokens[mention.first].start < sight.right
        for wording in lexicon.wordings_of[mention.phrase]
        if len(wording.phrases) == 1 and lexicon.indicators[wording.indicator].role is not Role.COHORT
    }
    return bool(named) and named.isdisjoint(kin)


_WHERE = word_set("in with at to from under")
_RIGHT_BEHIND = 3

_COMPARED = frozenset({Nature.TARGET, Nature.BENCHMARK, Nature.CHANGE})


def _names_who_does_it(asked: Asked, choice: Choice) -> bool:
    """Tell whether a group before a number is but in the name of a team: "caseloads in the children in care teams"."""
    s = asked.sight.sentence
    if choice.zone not in {"before", "earlier"}:
        return False
    indicator, first = asked.lexicon.indicators[choice.indicator], asked.sight.number.first
    for i in range(max(1, first - _NEXT_TO), first):
        if s.stem(i) == "team" and choice.end in {s.tokens[i].end, s.tokens[i - 1].end}:
            return indicator.usual_unit != "teams"  # "in the Leaving Care team 26"
    if not choice.alone or indicator.role is not Role.COHORT:
        return False
    behind = next((i for i, token in enumerate(s.tokens) if token.start >= choice.end), 0)
    return s.stem(behind) in _WHO_DO and s.low(behind + 1) not in {"of", "in"}


def _is_of_heads(asked: Asked, choice: Choice) -> bool:
    """Tell of a number without a unit that several did something, and is no time: "seven were waiting for a match"."""
    timed = asked.lexicon.families[choice.indicator] is Family.TIME and asked.kind.unit is Unit.COUNT
    return timed and asked.sight.sentence.low(asked.sight.number.last) in _SEVERAL


_SEVERAL = word_set("were are have had remain remained live lived wait waited")


def _judges_others(asked: Asked, choice: Choice) -> bool:
    """Tell whether what is judged are schools, homes or cases, where a measure is of authorities that are."""
    if "authorities" not in asked.lexicon.indicators[choice.indicator].usual_unit:
        return False
    back = _TWO_BACK if asked.kind.unit is Unit.PERCENT else 1
    sentences = [asked.sight.sentence, *(r.sentence for r in asked.sight.around.previous[-back:])]
    return any(s.says(_JUDGED_TOO) for s in sentences) and not any(s.says(_AUTHORITIES) for s in sentences)


_TWO_BACK = 2
_JUDGED_TOO = re.compile(
    r"\b(?:schools?|homes?|pupils?|academ(?:y|ies)|nurser(?:y|ies)|settings?|providers?|audit\w*|cases?|files?|lessons?|carers"
    r"|childminders?|colleges?)\b"
)
_AUTHORITIES = re.compile(
    r"\b(?:authorit(?:y|ies)|councils|las|boroughs|counties|departments|neighbours|regions?|national(?:ly)?|country)\b"
)

_NEXT_TO = 2
_WHO_DO = word_set("team service unit hub panel board division strategy manager plan policy subgroup")
_ACCOUNTS = word_set("accounted accounts represented represent made make formed took accommodated housed")


_ADULTS = re.compile(
    r"\b(?:adults?|older people|pensioners|tenants|learning disabilit\w+|home care|patients|libraries|electors"
    r"|nursing homes?|the elderly)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:adults?|older people|environment(?:al)?|planning|catering|school|schools|libraries|library|leisure|waste"
    r"|housing|transport|museums?|parks|revenues|benefits|legal|ict|refuse|trading standards|nursing"
    r"|occupational therap\w+|teachers?|psychologists?)\b"
)
"""Other services of a council, whose staff are none of children's social care."""

_YOUNG = re.compile(r"\b(?:child\w*|young|youth|foster\w*|adopt\w*|looked after|social work\w*)\b")


def _is_told_of_each(asked: Asked, choice: Choice) -> bool:
    """Tell whether a number is so many of something for each of those named: "9.1 days lost per social worker"."""
    s = asked.sight.sentence
    if not _stands(asked, choice):
        return False
    first = asked.sight.number.first
    if any(s.low(i) == "each" for i in range(max(0, first - _NEXT_TO), first)):
        return True  # "workers each support 17 households"
    if not choice.alone:
        return False
    at = next((i for i, token in enumerate(s.tokens) if token.start >= choice.start), 0)
    return s.low(at - 1) == "per"


def is_of_another_service(s: Sentence) -> bool:
    """Tell whether a sentence about staff names another service of the council, and no children."""
    return s.says(_ELSEWHERE) and not s.says(_YOUNG)


def is_about_adults(asked: Asked, choice: Choice) -> bool:
    """Tell whether a number's clause is about adults, and names no children beside the indicator's own words."""
    if asked.lexicon.indicators[choice.indicator].field is not Field.CHILDREN:
        return False
    s = asked.sight.sentence
    if asked.lexicon.indicators[choice.indicator].stage is Stage.WORKFORCE:
        return is_of_another_service(s)
    topic = asked.sight.around.topic
    of_adults = s.says(_ADULTS) or (
        topic is not None and topic.sentence.says(_ADULTS) and len(topic.sentence.tokens) < _TOPIC
    )
    return of_adults and not s.says(_YOUNG)


_TOPIC = 6
"""A longer opening of a paragraph is no topic of it."""
