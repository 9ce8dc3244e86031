"""Whether a record is about children's social care, whose words mean something else in other records.

"Vacancies", "residential care", "new admissions" and "CAF" are measures of children's social care in its own records;
in those of housing, adult care or school places they are not.

The patterns begin with the sign before a word, to which a search skips, and are asked of words with a blank in front.
"""

from __future__ import annotations

import re

from crossfoot.extraction.figures.folding import folded

_SPEAKS_OF_CHILDREN = re.compile(
    r"""[^a-z0-9](?:
      looked[\s-]after | foster\w* | adoption | adoptive | adopters? | safeguarding | child(?:ren)?\s+protection
    | child(?:ren)?(?:'|’)?s?\s+(?:social|services|homes?) | child(?:ren)?\s+in\s+(?:care|need|our\s+care)
    | social\s+work\w* | care\s+(?:proceedings|leavers?|orders?) | early\s+help | youth\s+(?:offending|justice)
    | young\s+(?:people|offenders) | protection\s+plans? | unaccompanied | corporate\s+parent\w*
    | (?:initial|core)\s+assessments? | section\s+47 | (?:social\s+care|safeguarding)\s+(?:contacts|referrals)
    | in\s+(?:our\s+)?care(?!\s+homes?)
    | children(?:'|’)?s?\s+placements? | virtual\s+school | exploitation | missing\s+from\s+(?:home|care)
    )\b""",
    re.VERBOSE,
)
_ABBREVIATES = re.compile(
    r"[LCUMV](?<![A-Za-z0-9].)(?:(?<=L)AC|(?<=C)(?:LA|IN|SE)|(?<=U)ASC|(?<=M)A(?:SH|CE)|(?<=V)EMT)\b"
)
_NAMES_ITS_FIELD = re.compile(
    r"""\b(?:
      child\w* | looked\s+after | foster\w* | adopt\w* | safeguarding | young | youth | juvenile | (?:re)?offend\w*
    | care\s+(?:leavers?|proceedings|orders?|experienced) | leaving\s+care | in\s+our\s+care
    | unaccompanied | kinship | special\s+guardianship | virtual\s+school | section\s+47 | corporate\s+parent\w*
    | LAC | CLA | CIN | CiC | CIOC | CP | CPP | CPPs | UASC | SGOs? | IFAs? | ICPCs? | S?47s? | VEMT | MACE | CSE | CCE
    | MASH | ASYE | NQSWs? | LADO | PEPs? | SDQ | CSC | MFH | RHIs? | NRM | YOT | YJS
    )\b""",
    re.VERBOSE,
)
_SPEAKS_OF_ADULTS = re.compile(
    r"""[^a-z0-9](?:
      older\s+people | adult(?:s|'s|’s)?\s+(?:social|services|and\s+(?:health|communities)|placements?) | care\s+homes?
    | nursing\s+(?:homes?|care|beds?) | home\s+care | domiciliary | hospitals?\s+discharges? | learning\s+disabilit\w+
    | direct\s+payments? | delayed\s+(?:transfers?|discharges?) | public\s+health | extra\s+care | reablement
    | day\s+centres? | meals\s+on\s+wheels | nhs | clinical\s+commissioning | better\s+care\s+fund | cqc
    )\b""",
    re.VERBOSE,
)
_NAMES_THE_YOUNG = re.compile(
    r"[^a-z0-9](?:child\w*|young|youth|foster\w*|adopt\w*|looked[\s-]after|care\s+leavers?|juvenile)\b"
)
_SPEAKS_OF_OTHER_SERVICES = re.compile(
    r"""[^a-z0-9](?:
      older\s+people | adult\s+(?:social|care|services) | adults | home\s+care | nursing | care\s+workers | residents
    | housing | homeless\w* | tenan(?:ts?|cy|cies) | dwellings | council\s+tax | business\s+rates | benefit\s+claims
    | highways? | roads? | car\s+park(?:s|ing) | street\s+lighting | waste | recycling | refuse | leisure
    | librar(?:y|ies) | museums? | parks | planning\s+(?:applications?|appeals?|committee) | licens(?:ing|es)
    | building\s+control | trading\s+standards | environmental\s+health | food\s+hygiene | crime | anti-social
    | customers? | contact\s+centre | per\s+employee | (?:across|within)\s+the\s+(?:whole\s+)?council
    | all\s+directorates | council[\s-]wide | corporate\s+(?:sickness|absence|turnover|agency|vacanc)\w*
    | treasury | borrowing | pensions?\s+fund | crematori\w+ | elections? | electors
    )\b""",
    re.VERBOSE,
)
_SPEAKS_OF_SCHOOLS = re.compile(
    r"[^a-z0-9](?:schools?|pupils?|academ(?:y|ies)|primar(?:y|ies)|secondar(?:y|ies)|teachers?)\b"
)
_MAY_BE_OF_CHILDREN = re.compile(
    r"[^a-z0-9](?:refer(?:s|red|ring|rals?|rers?)?|caseloads?|placements?|assessments?|cafs?|front\s+door)\b"
)
"""Words of children's social care that other services have too."""

_PUPILS_IN_CARE = re.compile(
    r"[^a-z0-9](?:virtual\s+school|looked[\s-]after|in\s+(?:our\s+)?care|corporate\s+parent\w*|care\s+leavers?)\b"
)
_LEAST_PER_THOUSAND = 4
_LEAST_WORDS = 60
"""A text that is shorter tells too little of its field, and is taken to be of this one."""

_WORD = re.compile(r"\w+")


def is_about_children(text: str) -> bool:
    """Tell whether a record is about children's social care, by how often it speaks of it."""
    words = len(_WORD.findall(text)) if len(text) < _LONGEST_COUNTED else len(text) // _LETTERS_A_WORD
    if words < _LEAST_WORDS:
        return not speaks_of_other_services(text, 0, len(text))
    low = " " + folded(text)
    said = sum(1 for _ in _SPEAKS_OF_CHILDREN.finditer(low)) + sum(1 for _ in _ABBREVIATES.finditer(text))
    if said * 1000 < _LEAST_PER_THOUSAND * words:
        return False
    return said >= sum(1 for _ in _SPEAKS_OF_ADULTS.finditer(low))


_LONGEST_COUNTED = 2_000
_LETTERS_A_WORD = 6


def speaks_of_children(text: str, start: int, end: int) -> bool:
    """Tell whether a paragraph speaks of children's social care, in a record of whatever field."""
    low = " " + folded(text[start:end])
    said = _SPEAKS_OF_CHILDREN.search(low) is not None and _NAMES_THE_YOUNG.search(low) is not None
    return said or _ABBREVIATES.search(text[start:end]) is not None


def section_speaks_of_children(text: str, start: int, end: int) -> bool:
    """Tell whether a section of a record of many services is the one on children: it names them more than adults."""
    low = " " + folded(text[start:end])
    if _NAMES_THE_YOUNG.search(low) is None:
        return False
    said = sum(1 for _ in _SPEAKS_OF_CHILDREN.finditer(low)) + sum(1 for _ in _ABBREVIATES.finditer(text[start:end]))
    return said > sum(1 for _ in _SPEAKS_OF_ADULTS.finditer(low))


def speaks_of_other_services(text: str, start: int, end: int) -> bool:
    """Tell whether a section names another service of a council and no word of children's social care.

    What it tells of schools is of all pupils, unless the record itself is on those in care.
    """
    low = " " + folded(text[start:end])
    if _NAMES_THE_YOUNG.search(low) is not None or _SPEAKS_OF_CHILDREN.search(low) is not None:
        return False
    if _ABBREVIATES.search(text[start:end]) is not None or _MAY_BE_OF_CHILDREN.search(low) is not None:
        return False
    if _SPEAKS_OF_OTHER_SERVICES.search(low) is not None:
        return True
    return _SPEAKS_OF_SCHOOLS.search(low) is not None and _PUPILS_IN_CARE.search(" " + folded(text[:_HEAD])) is None


_HEAD = 400
"""How much of a record, in characters, tells by its title what it is on."""


def names_its_field(words: str) -> bool:
    """Tell whether a wording names children's social care itself."""
    return _NAMES_ITS_FIELD.search(words) is not None
