"""Words that tell a nature: of variance, target, comparison, forecast, proposal, budget, or plain report."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.folding import folded
from crossfoot.extraction.figures.words import word_set
from crossfoot.extraction.quick import one_of
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Nature

W = r"[\s\xa0-]+"
"""What parts two words of a cue: blanks of any kind, or a hyphen."""


@unchanging(frozen=True, slots=True)
class Cue:
    """Words that tell a nature, over the characters ``start`` to ``end`` of the document's text."""

    nature: Nature
    start: int
    end: int


_VARIANCE = rf"""
    (?:projected{W}|forecast{W}|net{W}|adverse{W}|favourable{W})*
    (?:
        over[\s-]?spen[dt](?:ing|s)?
      | under[\s-]?spen[dt](?:ing|s)?
      | variances?
      | (?:over|under|above|below|within|in{W}excess{W}of|against){W}(?:the{W}|its{W})?(?:budget|cash{W}limit)
        (?!{W}of{W}£)
      | savings?{W}(?:of|against)
      | budget{W}pressures?|pressure{W}of|pressures{W}of
      | shortfall|deficit
      | surplus(?!{W}(?:\w+{W}){{0,2}}?(?:balances?|places?|land|propert(?:y|ies)|funds?|assets?|capacity)\b)
      | favourable|adverse
      | (?:principal|main|major|significant|largest|key|other|net){W}(?:net{W})?variations?
    )"""
_TARGET = rf"""
    (?:against{W}(?:a|the|its){W})?
    (?:
        (?<!on[ ])(?<!off[ ])(?:target|targets)|targeted(?!{W}(?:at|on|towards|support|intervention|work|help|action))
      | thresholds?
      | limits?(?!{W}to\b)|(?:debt|spending|borrowing|price){W}cap|cap{W}(?:of|on)|operational{W}boundary
      | (?:contractual|statutory|minimum|national){W}requirement|requirement{W}(?:of|is|was)
      | short{W}of{W}the|(?:floor|minimum){W}standard
      | looked{W}for
      | (?:is|are|was|were|be|which){W}allow(?:ed|s)(?!{W}(?:and|but|on|with|in|by|after|at)\b|[\s\xa0]*[.,;)])
      | the{W}minimum(?={W}(?:was|is|set|under|recommended))
      | savings?{W}(?:programme|requirements?|required)|minimum{W}(?:\w+{W}){{0,3}}?recommended
      | minimum{W}(?:level|balance)|requires{W}that
      | must{W}(?:lose|save|find|deliver|achieve|make|reach|be{W}saved|be{W}found)
      | (?:kept|held|maintained){W}at{W}(?:not|no){W}(?:less|lower|fewer){W}than
      | stretched{W}target
      | optimum|optimal
      | ceiling
      | ambition|aim{W}(?:of|is|was|being|for)|goal
      | standard{W}(?:of|is(?={W}\d)|was(?={W}\d))
      | recommended{W}maximum|maximum{W}of
      | aspiration|aiming|aims{W}to{W}reach|aim(?=[\s\xa0]*:)|aimed{W}to
      | (?:needs?|has|have){W}to{W}(?:be|reach|get{W}to)|should{W}not{W}(?:go|fall|drop){W}(?:under|below)
      | (?:statutory|national|government(?:['’]s)?){W}(?:\w+{W})?(?:standard|minimum)
      | (?:below|above|at){W}the{W}minimum
      | milestone|objective{W}(?:of|is|was)
      | (?:had{W})?set{W}(?:ourselves|itself|themselves)|aimed{W}for|hoped{W}for
      | (?:standard|guidance|body|contract|plan|code){W}(?:says|requires|recommends|asks{W}for|calls{W}for)
    )"""
_BENCHMARK = rf"""
        nationally
      | national{W}(?:average|figure|rate|mean|median|level)
      | england(?:{W}average)?
      | statistical{W}neighbours?
      | regional(?:ly)?(?:{W}average)?
      | comparator(?:s|{W}authorities)?
      | benchmark(?:s|ing)?
      | nearest{W}neighbours?
      | (?:similar|comparable|other){W}(?:councils|authorities|counties|boroughs|districts)
      | midlands(?:{W}average)?
      | (?:our|its|cipfa|near){W}neighbours|neighbouring{W}(?:boroughs|councils|counties|districts)
      | (?:council|authority|borough|group){W}average|family{W}averaged?
      | (?:metropolitan|shire|unitary|county|london|district){W}(?:districts|counties|authorities|councils|boroughs)
      | (?:rates?|figures?|averages?|proportions?){W}(?:for|in|across){W}the{W}
        (?:north|south|east|west)(?:[\s-]+(?:east|west))?
      | elsewhere
      | (?:with|against|than){W}the{W}(?:north|south|east|west)(?:[\s-]+(?:east|west))?(?=[\s\xa0]*\()
      | great{W}britain|(?:uk|gb|wales|scotland){W}(?:average|rate|figure|mean)
      | (?:best|top|worst|bottom){W}(?:performing{W})?quart(?:er|ile)
      | across{W}the{W}(?:[\w-]+{W}){{0,2}}region
      | (?:the|across){W}(?:north|south|east|west)(?:[\s-]+(?:east|west))?{W}region
      | region\b(?!{W}of)
      | neighbouring{W}authorities
      | all{W}(?:english|shire|unitary|metropolitan){W}\w+
      | national\b
      | family{W}group
      | london{W}average|county{W}average
      | peer{W}(?:group|average)"""
_FORECAST = rf"""
        projected|projecting|forecast|forecasts|forecasted|forecasting|expected(?!{W}(?:standard|level))|predicted|predicting|anticipated|anticipating
      | estimated{W}outturn|costed{W}at|an?{W}estimated
      | estimated{W}(?:at|to|(?:[\w-]+{W}){{0,2}}(?:costs?|prices?|income|value))
      | (?:year|full)[\s-]+(?:end|year){W}(?:position|effect)|implied|implies
      | revised{W}estimates?|an{W}estimate{W}of|estimates?{W}of
      | projection|projections
      | likely{W}to
      | would{W}result|will{W}result
      | is{W}estimated
      | would{W}rise|would{W}fall|will{W}rise|will{W}reach|would{W}reach
      | expects|expect
      | probable{W}outturn
      | anticipates
      | by{W}the{W}end{W}of{W}the{W}year{W}(?:it|there)"""
_PROPOSED = rf"""
        proposed|proposes|proposal|proposals
      | would{W}be{W}(?:required|needed|created)
      | be{W}(?:created|established|appointed|released|agreed|approved|allocated|increased|set|built)
      | requested|(?<!were[ ])(?<!was[ ])asked{W}for|sought
      | (?:asked|invited|requested|recommended){W}to{W}(?:approve|agree|authorise|endorse)|proposing
      | creation{W}of
      | required{W}in{W}order
      | to{W}be{W}(?:funded|created|met|recruited)
      | recommended|seeks?
      | up{W}to
      | would{W}comprise|would{W}be{W}as{W}follows|would{W}provide|will{W}provide|would{W}be{W}recruited
      | bid{W}for"""
_BUDGET = rf"""
        (?:net|budget|revenue|expenditure|spending){W}requirement(?:{W}(?:of|is|was))?
      | budget|budgets|budgeted
      | programme{W}stood{W}at
      | cash{W}limit
      | allocation|allocated
      | set{W}at|approved{W}at
      | set{W}aside|earmarked(?!{W}reserves?)|(?:original|approved){W}estimates?|(?:the|an){W}estimates?{W}for
      | (?:revised|original|approved|capital|works?){W}programme(?:{W}(?:of|at|stood|was|is))?
      | provision{W}of|funding{W}(?:of|for|is|was)
      | estimates{W}(?:for{W}(?:\S+{W}){{1,5}}?)?
        (?:amount(?:s|ed|ing)?|total(?:s|led|ling)?|com(?:e|ing)|came)(?:{W}to)?
      | over{W}the{W}(?:revised|original|approved){W}estimates?
      | (?:needs|schools?|years|services){W}block(?:{W}of{W}the{W}(?:\w+{W}){{0,2}}?grant)?(?:{W}for{W}\S+)?
        {W}(?:is|was|of|stands{W}at|stood{W}at|amounts{W}to|totals)"""
_ACTUAL = rf"""
        outturn|actual
      | spent|spend|spending|achieved|delivered
      | stood{W}at|stands{W}at
      | expenditure
      | remained|had{W}been|were|was"""

_OPENING = one_of(
    (
        *word_set(
            """
            above achieved across actual adverse against aim all ambition anticipat approved are asked aspiration auth
            average be below benchmark best bid body borough borrowing bottom budget cap cash ceiling cipfa code compar
            contract costed council county creation debt deficit deliver district earmark elsewhere england estimate
            expect expend family favour figure floor forecast full funding gb goal govern great group guidance had has
            have held hoped impli invited kept key larg likely limit london looked main major max metro midlands
            mile minimum must national near need neighbouring net objective op original other our outturn over peer
            plan predict pressure price principal probable programme project proportion propos provision rate recommend
            region remained request requir revenue revised saving school scotland seek services set shire short should
            significant similar sought spen standard stat stood stretched surplus target than threshold top uk under
            unitary variance wales was were will work worst would year
            """
        ),
        *(rf"an?{W}estimate", rf"at{W}the", rf"by{W}the", rf"in{W}excess", rf"is{W}", rf"its{W}n", rf"stands{W}"),
        *(rf"the{W}[emnsw]", rf"to{W}be", rf"up{W}to", "which", "with"),
    )
)
"""How the first word of a cue begins: the long pattern is tried only there."""

_CUES = re.compile(
    rf"""[^a-z](?={_OPENING})(?:
      (?P<variance>{_VARIANCE})
    | (?P<target>{_TARGET})
    | (?P<benchmark>{_BENCHMARK})
    | (?P<forecast>{_FORECAST})
    | (?P<proposed>{_PROPOSED})
    | (?P<budget>{_BUDGET})
    | (?P<actual>{_ACTUAL})
    )\b""",
    re.VERBOSE,
)
_NATURES = {nature.value: nature for nature in Nature}


def cues_of(text: str, start: int, end: int) -> list[Cue]:
    """Return the words of ``text[start:end]`` that tell a nature, in order."""
    low = folded(text[start - 1 : end]) if start else " " + folded(text[:end])  # each begins with the sign before it
    found = _CUES.finditer(low)
    cues = (Cue(_NATURES[m.lastgroup or ""], start + m.start(), start + m.end() - 1) for m in found)
    return [
        cue
        for cue in cues
        if not (cue.nature is Nature.BENCHMARK and (_is_part_of_a_name(text, cue) or _is_where_one_goes(text, cue)))
        and not (cue.nature is Nature.VARIANCE and _is_a_balance(text, cue))
        and not (cue.nature is Nature.BUDGET and _is_what_is_overspent(text, cue))
    ]


_ADDED_UP = re.compile(r"\b(?:accumulated|cumulative)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


def _is_a_balance(text: str, cue: Cue) -> bool:
    """Tell whether a deficit or surplus is what has added up over the years, and no difference from a budget."""
    return _ADDED_UP.search(text, max(0, cue.start - 40), cue.start) is not None


_DEFICIT_ON = re.compile(
    r"\b(?:deficit|overspend(?:ing)?|pressure|spending|spend|surplus)\s+(?:on|in|of|within)\s+(?:the\s+)?(?:high\s+)?$",
    re.IGNORECASE,
)


def _is_what_is_overspent(text: str, cue: Cue) -> bool:
    """Tell whether a block of a grant is but what has a deficit: "the deficit on the high needs block was"."""
    if "block" not in text[cue.start : cue.end].lower():
        return False
    return _DEFICIT_ON.search(text, max(0, cue.start - 40), cue.start) is not None


_GOES_TO = re.compile(
    r"\b(?:to|into|from|join(?:ed|ing)?)\s+$|\b(?:schools|placements?|placed|homes|carers|beds|places|live|lives|living)\s+in\s+$",
    re.IGNORECASE,
)
_NATIONAL_THING = re.compile(
    r"\s+(?:survey|census|programme|scheme|panel|policy|strategy|standards?|funding|insurance|curriculum|lottery|parks?"
    r"|agreement|pay|awards?|review|framework|guidance|minimum|living|shortage|lockdown|campaign|formula|grid)\b",
    re.IGNORECASE,
)


def _is_where_one_goes(text: str, cue: Cue) -> bool:
    """Tell whether words of others only name where one goes or what is done: "to other councils", "national survey"."""
    words = text[cue.start : cue.end].lower()
    if words == "national":
        return _NATIONAL_THING.match(text, cue.end) is not None
    return words.startswith("other") and _GOES_TO.search(text, max(0, cue.start - 24), cue.start) is not None


_NAME_BEFORE = re.compile(
    r"\b(?:NHS|Health|Sport|Council|Historic|Highways|Homes|Active|Skills|of|Housing|Improvement)\s+$"
)
_NAME_BEHIND = re.compile(r"\s+(?!Average|Mean|Median|Rate|Figure|Indicator|Level)[A-Z][a-z]+")


def _is_part_of_a_name(text: str, cue: Cue) -> bool:
    """Tell whether "England" or "National" belongs to a name: "NHS England", "National Referral Mechanism"."""
    word = text[cue.start : cue.end]
    if word == "England":
        return _NAME_BEFORE.search(text, max(0, cue.start - 16), cue.start) is not None
    return word == "National" and _NAME_BEHIND.match(text, cue.end) is not None
