"""Words that mean one thing in a record of one service and another elsewhere: what the text around them is about.

"Agency placements" are foster homes where fostering is talked of, else children's homes; "assessments" are those of
early help in a report on early help, else those of social workers.
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.indicators.choice import Choice
from crossfoot.extraction.figures.reading import Reading
from crossfoot.extraction.figures.sight import Sight

_FOSTER = {
    "childrens_homes_agency_budget": "fostering_agency_budget",
    "childrens_home_residential_placements": "independent_fostering_agency_placements",
    "agency_staff": "independent_fostering_agency_placements",
}
_EARLY = {
    "single_assessments": "early_help_assessments",
    "single_assessments_within_45_working_days_percent": "early_help_assessments_against_target_percent",
}

_PLACEMENTS = re.compile(
    r"\bagenc(?:y|ies)\b(?:[\s\xa0]+foster\w*)?[\s\xa0]+placements?\b|\bon[\s\xa0]+agencies\b", re.IGNORECASE
)
_SCHOOLS, _HOMES = "schools_good_or_better_percent", "childrens_homes_good_or_outstanding_percent"
_OF_SCHOOLS = re.compile(
    r"\b(?:schools?|pupils?|academ\w+|nurser\w+|settings?|primar\w+|secondar\w+|learners?)\b", re.IGNORECASE
)
_OF_HOMES = re.compile(
    r"\b(?:children['’]s|external|residential|private|our|own|independent|registered|these)[\s\xa0]+homes?\b",
    re.IGNORECASE,
)
_FOSTERING = re.compile(r"\bfoster\w*\b|\bcarers?\b", re.IGNORECASE)
_RESIDENTIAL = re.compile(
    r"\b(?:residential|children['’]s[\s\xa0]homes?|homes|social[\s\xa0]workers?|staff|locums?)\b", re.IGNORECASE
)
_KIND = re.compile(
    r"\b(?:single|social[\s\xa0]work\w*|statutory|C&F|section[\s\xa0]17|child[\s\xa0]and[\s\xa0]family|45|initial|core|referrals?)\b",
    re.IGNORECASE,
)
_EARLY_HELP = re.compile(r"\b(?:early[\s\xa0]help|family[\s\xa0]hubs?|CAFs?|common[\s\xa0]assessment)\b", re.IGNORECASE)
_NEAR = frozenset({"counted", "before", "earlier", "sentence before"})
_BACK = 3


def meant_here(key: str | None, words: Choice | None, sight: Sight) -> str | None:
    """Return what an indicator's words mean where they stand; ``words`` are those that name it, if any do."""
    if key in _FOSTER and _is_of_fostering(key, sight):
        return _FOSTER[key]
    if key == _SCHOOLS and _is_of_homes(sight):
        return _HOMES
    if key in _EARLY and words is not None and _is_of_early_help(words, sight):
        return _EARLY[key]
    return key


def is_of_own_homes(key: str, words: str) -> bool:
    """Tell whether what is named is a council's own homes, whose budget is none of what is bought: "in-house homes"."""
    return key == "childrens_homes_agency_budget" and _OWN_HOMES.search(words) is not None


_OWN_HOMES = re.compile(
    r"\b(?:own|in[\s\xa0-]house|internal|council[\s\xa0-]run|(?:council|authority|borough|county)(?:['’]s)?)[\s\xa0]+(?:\w+[\s\xa0]+)?"
    r"(?:children['’]s[\s\xa0]+|residential[\s\xa0]+)homes?\b",
    re.IGNORECASE,
)


def _is_of_homes(sight: Sight) -> bool:
    """Tell whether those judged good are children's homes: it or the sentence before names such, and no schools."""
    near = [_text(sight.reading), *(_text(r) for r in sight.around.previous[-1:])]
    return not any(_OF_SCHOOLS.search(words) for words in near) and any(_OF_HOMES.search(words) for words in near)


def _is_of_fostering(key: str, sight: Sight) -> bool:
    """Tell whether the agencies of a sentence, or of those before it, are those of foster carers."""
    s = sight.sentence
    own = s.text[s.start : s.end]
    if _RESIDENTIAL.search(own) is not None:
        return False
    near = [own, *(_text(r) for r in reversed(sight.around.previous[-_BACK:]))]
    named = next((words for words in near if _PLACEMENTS.search(words) is not None), None)
    if named is None or (key == "agency_staff" and named is not own):
        return False
    for words in [*near, *(_text(r) for r in (sight.around.topic, sight.around.heading, *sight.around.titles))]:
        if _RESIDENTIAL.search(words) is not None:
            return False
        if _FOSTERING.search(words) is not None:
            return True
    return False


def _is_of_early_help(words: Choice, sight: Sight) -> bool:
    """Tell whether plain assessments stand in a record or a part of one on early help."""
    s, around = sight.sentence, sight.around
    if _KIND.search(s.text, s.start, s.end) is not None or words.zone not in _NEAR:
        return False
    heads = (*reversed(around.previous), around.lead, around.topic, around.heading, *around.titles)
    for words_above in (_text(r) for r in heads):
        if _KIND.search(words_above) is not None:
            return False
        if _EARLY_HELP.search(words_above) is not None:
            return True
    return False


def _text(reading: Reading | None) -> str:
    """Return the words of a sentence that was read, none for None."""
    return reading.sentence.text[reading.sentence.start : reading.sentence.end] if reading is not None else ""
