"""Whether words that name an indicator are of another service here, or of others than the children that it measures.

"318 referrals were made to the stop smoking service", "seven carers left for agencies", "81% of young offenders were in
training": the words are an indicator's, and what is told is of somebody else.
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.indicators.asked import Asked
from crossfoot.extraction.figures.indicators.choice import Choice
from crossfoot.model import Stage, Unit

_OWN_SENTENCE = frozenset({"counted", "before", "behind", "earlier", "later"})


def is_of_others(asked: Asked, choice: Choice) -> bool:
    """Tell whether what a choice's words name is told of another service or of other people."""
    return (
        _is_referred_elsewhere(asked, choice)
        or _is_of_carers_agencies(asked, choice)
        or _is_another_caseload(asked, choice)
        or _is_what_nobody_does(asked, choice)
        or _is_of_other_young_people(asked, choice)
        or _is_open_to_others(asked, choice)
        or _enters_another_system(asked, choice)
        or _is_when_a_time_ended(asked, choice)
        or _is_of_the_whole_council(asked, choice)
        or _is_but_of_whom(asked, choice)
        or _is_read_by_auditors(asked, choice)
        or _is_of_other_reviews(asked, choice)
        or _are_places_in_homes(asked, choice)
    )


def _is_referred_elsewhere(asked: Asked, choice: Choice) -> bool:
    """Tell whether those referred went to another service than children's social care: "referrals to the clinic"."""
    if not choice.indicator.startswith(("referral", "re_referral")) or choice.zone not in _OWN_SENTENCE:
        return False
    s = asked.sight.sentence
    elsewhere = _REFERRED_TO.search(s.text, s.start, s.end)
    return elsewhere is not None and _TO_US.search(elsewhere[0]) is None


_REFERRED_TO = re.compile(
    r"\brefer(?:rals?|red)\b(?:[\s\xa0]+(?:were|was|had|have|been|being|are|is|made|received|sent|passed|on|for|\d[\d,]*))*"
    r"[\s\xa0]+(?:to|into)[\s\xa0]+(?:(?!(?:which|a|an)\b)[\w'’-]+[\s\xa0]+){0,6}?"
    r"(?:services?|clinics?|teams?|schemes?|programmes?|projects?|tribunals?|panels?|hospitals?|banks?|agency|police|register|helplines?"
    r"|support|charit(?:y|ies)|courts?)\b",
    re.IGNORECASE,
)
_TO_US = re.compile(
    r"\b(?:social[\s\xa0](?:care|work|services)|child\w*|famil\w+|mash|hub|front[\s\xa0]door|duty|assessment|first[\s\xa0]response"
    r"|safeguarding|department|the[\s\xa0]services?|our|we)\b",
    re.IGNORECASE,
)
"""What a service is called that takes referrals about children."""


def _is_of_carers_agencies(asked: Asked, choice: Choice) -> bool:
    """Tell whether the agencies that are named are those of foster carers, and no social worker is of one."""
    if choice.indicator != "agency_staff":
        return False
    s = asked.sight.sentence
    said = (s, *(r.sentence for r in asked.sight.around.previous[-1:]))
    return any(each.says(_FOSTERS) for each in said) and not any(each.says(_LENT_STAFF) for each in said)


def _is_another_caseload(asked: Asked, choice: Choice) -> bool:
    """Tell whether a caseload is that of another service, or only spoken of: "71 on the caseload; 6 in jail"."""
    if choice.indicator != "average_caseload":
        return False
    sight = asked.sight
    around = sight.around
    near = (sight.sentence, *(r.sentence for r in (around.topic, around.heading, *around.titles) if r is not None))
    if sight.sentence.says(_NO_SOCIAL_WORKERS):
        return True
    if any(s.says(_OTHER_CASEWORK) for s in near) and not sight.sentence.says(_OF_A_WORKER):
        return True
    told = sight.before
    return choice.zone == "earlier" and told is not None and told.indicator != choice.indicator


def _is_of_other_young_people(asked: Asked, choice: Choice) -> bool:
    """Tell whether those at work, in learning or well housed are young offenders or all of an age."""
    if not choice.indicator.startswith("care_leavers_") or asked.kind.unit is not Unit.PERCENT:
        return False
    around = asked.sight.around
    near = [
        asked.sight.sentence,
        *(r.sentence for r in (*around.previous, around.lead, around.topic, around.heading) if r),
    ]
    if any(s.says(_FROM_CARE) for s in near):
        return False
    return any(s.says(_OTHER_YOUNG) for s in near)


_FROM_CARE = re.compile(
    r"\b(?:care leavers?|leaving care|left care|looked after|former(?:ly)? (?:relevant|in care)"
    r"|care experienced|from care|corporate parent\w*|pathway plans?"
    r"|19[ -](?:to )?21|17[ -](?:to )?21|18[ -](?:to )?2[15])\b"
)
_OTHER_YOUNG = re.compile(
    r"\b(?:youth (?:justice|offending)|young offenders?|yots?|yjs|16[ -](?:to |and )?1[78]|16 and 17|year 1[123]"
    r"|school leavers?|connexions|all young people|working age|interventions?|orders)\b"
)


def _is_when_a_time_ended(asked: Asked, choice: Choice) -> bool:
    """Tell whether it is the year that was closed or opened, and no plans were: "we closed the year with 268 plans"."""
    if choice.indicator not in {"child_protection_plans_ending", "child_protection_plans_starting"}:
        return False
    s = asked.sight.sentence
    if choice.zone not in _OWN_SENTENCE:
        return False
    start, end = choice.within if choice.within[1] else (choice.start, choice.end)
    ended = _WHEN_IT_ENDED.finditer(s.text, s.start, s.end)
    return s.says(_A_TIME_ENDED) or any(when.start() < end and start < when.end() for when in ended)


_A_TIME_ENDED = re.compile(
    r"\b(?:clos|end|open|start|finish)(?:ed|ing) (?:it|the|this|that) (?:year |quarter |month |period |half year )?"
    r"(?:with|on|at)\b"
    r"|\bbegan (?:the|this) (?:year|quarter|month) with\b"
)
_WHEN_IT_ENDED = re.compile(
    r"\b(?:end(?:ed|s|ing)?|finish(?:ed|es|ing)?)[\s\xa0]+(?:in|with)[\s\xa0]+a[\s\xa0]+(?:\w+[\s\xa0]+){0,2}plan\b|"
    r"\b(?:when|as|by[\s\xa0]the[\s\xa0]time)[\s\xa0]+(?:it|the[\s\xa0]+(?:year|quarter|month|period|half[\s\xa0-]year))[\s\xa0]+"
    r"(?:began|opened|started|closed|ended|finished|was[\s\xa0]+out)\b",
    re.IGNORECASE,
)
"""When a stock was counted: "181 plans were running when the quarter closed"."""


def _is_read_by_auditors(asked: Asked, choice: Choice) -> bool:
    """Tell whether cases were read by the service's own auditors, and by no inspectors."""
    s = asked.sight.sentence
    return choice.indicator == "cases_inspected" and s.says(_AUDITORS) and not s.says(_INSPECTORS)


def _are_places_in_homes(asked: Asked, choice: Choice) -> bool:
    """Tell whether places are those of children's homes, and not of those who foster."""
    s = asked.sight.sentence
    return choice.indicator == "approved_foster_places" and "homes" in s.words and not s.says(_FOSTERS)


def _is_of_other_reviews(asked: Asked, choice: Choice) -> bool:
    """Tell whether the reviews that are measured are those of carers, of staff or of statements, and of no child."""
    return choice.indicator.endswith("_reviews_within_timescale_percent") and asked.sight.sentence.says(_OTHER_REVIEWS)


_OTHER_REVIEWS = re.compile(
    r"\b(?:carers?|households?|staff|appraisal|ehcp?|statements?|contracts?|policy)['’]?(?:s['’]?)? (?:\w+ )?reviews?\b"
)

_AUDITORS = re.compile(r"\baudit\w*\b")
_INSPECTORS = re.compile(r"\b(?:inspect\w*|ofsted|hmi|cqc|reviewers?|peers?)\b")


def _enters_another_system(asked: Asked, choice: Choice) -> bool:
    """Tell whether those who "entered the system" entered that of youth justice, and no care."""
    if choice.indicator != "children_starting_to_be_looked_after":
        return False
    around = asked.sight.around
    near = (asked.sight.sentence, *(r.sentence for r in (around.topic, around.heading) if r is not None))
    return any(s.says(_YOUTH_JUSTICE) for s in near) and not near[0].says(_INTO_CARE)


_YOUTH_JUSTICE = re.compile(r"\b(?:youth (?:justice|offending)|young offenders?|offend\w+|yots?)\b")
_INTO_CARE = re.compile(r"\b(?:care|looked after|accommodated)\b")


def _is_open_to_others(asked: Asked, choice: Choice) -> bool:
    """Tell whether children are those of another service: "the Youth Justice Service worked with 104 children"."""
    return choice.indicator == "active_children" and asked.sight.sentence.says(_OTHERS_CHILDREN)


_OTHERS_CHILDREN = re.compile(
    r"\b(?:youth (?:justice|offending)|yots?|yjs|home educat\w+|troubled families|advocacy|virtual school"
    r"|children['’]s centres?|family hubs?|nurser(?:y|ies)|people who work with)\b"
)


def _is_of_the_whole_council(asked: Asked, choice: Choice) -> bool:
    """Tell whether what is told of staff is told of all of the council's: "for the council as a whole it was 4.1%"."""
    if asked.lexicon.indicators[choice.indicator].stage is not Stage.WORKFORCE or choice.zone not in _FAR:
        return False
    sight, text = asked.sight, asked.sight.sentence.text
    return _WHOLE_COUNCIL.search(text, max(sight.left, sight.sentence.start), sight.right) is not None


_FAR = frozenset({"earlier", "sentence before", "heading"})
_WHOLE_COUNCIL = re.compile(
    r"\b(?:council|authority)[\s\xa0](?:as[\s\xa0]a[\s\xa0]whole|overall)\b|\b(?:whole|rest[\s\xa0]of[\s\xa0]the)[\s\xa0](?:council|authority)\b"
    r"|\bacross[\s\xa0]the[\s\xa0](?:council|authority)\b|\bcouncil-wide\b|\ball[\s\xa0](?:council[\s\xa0])?(?:staff|employees)\b",
    re.IGNORECASE,
)

_GROUPS_OF_PUPILS = frozenset(
    {"pupil_premium_disadvantaged_pupils_percent", "sen_support_percent", "ehc_plans_percent"}
)
"""Shares that a group of pupils makes, of whom other things are told too."""

_NOT_COUNTED = frozenset({"before", "earlier", "later"})
_AMONG = frozenset({"for", "among", "amongst"})
_LONGEST_AMONG = 4


def _is_but_of_whom(asked: Asked, choice: Choice) -> bool:
    """Tell whether words name but the pupils of whom something is told: "for disadvantaged pupils it was 47%"."""
    if choice.indicator not in _GROUPS_OF_PUPILS or asked.kind.unit is not Unit.PERCENT:
        return False
    if choice.zone not in _NOT_COUNTED:
        return False
    s = asked.sight.sentence
    first = next((i for i, token in enumerate(s.tokens) if token.start >= choice.start), 0)
    return any(s.low(i) in _AMONG for i in range(max(0, first - _LONGEST_AMONG), first))


def _is_what_nobody_does(asked: Asked, choice: Choice) -> bool:
    """Tell whether "no social worker" is who does nothing, and not whom a child is without: "No social worker has"."""
    if choice.indicator != "unallocated_cases" or not choice.alone:
        return False
    text = asked.sight.sentence.text
    return _NOBODY.match(text, choice.start) is not None


_NOBODY = re.compile(
    r"no[\s\xa0]+(?:\w+[\s\xa0]+)?(?:social[\s\xa0]+)?workers?[\s\xa0]+"
    r"(?:should|must|may|can|will|would|shall|has|had|have|carr\w+|holds?|held|is|was|were)\b",
    re.IGNORECASE,
)


_NO_SOCIAL_WORKERS = re.compile(
    r"\b(?:reviewing officers?|iros?|learning disabilit\w+|adults?|older people|occupational therap\w+"
    r"|planning officers?|health visitors?|homeless\w*|housing)\b"
)
"""Who else has a caseload, and is none of children's social workers."""

_OTHER_CASEWORK = re.compile(r"\b(?:youth (?:justice|offending)|yots?|yjs|probation|homeless\w*|housing options)\b")
_OF_A_WORKER = re.compile(r"\b(?:social work\w*|average|mean|per|each|manager|worker|holding|held)\b")


_FOSTERS = re.compile(r"\b(?:foster\w*|carers?|households?)\b")
_LENT_STAFF = re.compile(r"\b(?:social work\w*|staff|locums?|posts?|agency workers?|vacan\w+|teachers?)\b")
