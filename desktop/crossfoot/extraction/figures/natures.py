"""Nature and qualifier: whether a number reports, plans or compares, and how firmly it is put."""

from __future__ import annotations

import re
from typing import NamedTuple

from crossfoot.extraction.figures.numbers import Form, Number
from crossfoot.extraction.figures.sentences import Sentence
from crossfoot.model import Nature, Qualifier, Unit


class Cue(NamedTuple):
    """Words that tell a nature, over the characters ``start`` to ``end`` of the document's text."""

    nature: Nature
    start: int
    end: int


_W = r"[\s\xa0-]+"
_CUES = re.compile(
    rf"""\b(?:
    (?P<variance>(?:projected{_W}|forecast{_W}|net{_W}|adverse{_W}|favourable{_W})*(?:over[\s-]?spen[dt](?:ing|s)?|under[\s-]?spen[dt](?:ing|s)?|variances?|(?:over|under|above|below|within|in{_W}excess{_W}of|against){_W}(?:the{_W}|its{_W})?(?:budget|cash{_W}limit)|savings?{_W}(?:of|against)|budget{_W}pressure|pressure{_W}of|pressures{_W}of|shortfall|deficit|surplus|favourable|adverse))
  | (?P<target>(?:against{_W}(?:a|the|its){_W})?(?:target|targets|targeted|threshold|stretched{_W}target|optimum|optimal|ceiling|ambition|aim{_W}of|aim{_W}is|goal|benchmark{_W}of|standard{_W}of|recommended{_W}maximum|maximum{_W}of|aspiration|aiming|aims{_W}to{_W}reach|milestone))
  | (?P<benchmark>nationally|national{_W}(?:average|figure|rate|mean|median|level)|england(?:{_W}average)?|statistical{_W}neighbours?|regional(?:ly)?(?:{_W}average)?|comparator(?:s|{_W}authorities)?|benchmark(?:s|ing)?|nearest{_W}neighbours?|similar{_W}(?:councils|authorities)|across{_W}the{_W}(?:[\w-]+{_W}){{0,2}}region|(?:the|across){_W}(?:north|south|east|west)(?:[\s-]+(?:east|west))?{_W}region|region\b(?!{_W}of)|neighbouring{_W}authorities|all{_W}(?:english|shire|unitary|metropolitan){_W}\w+|national\b|family{_W}group|london{_W}average|county{_W}average|peer{_W}(?:group|average))
  | (?P<forecast>(?:projected|forecast|forecasts|forecasted|expected|predicted|anticipated|estimated{_W}outturn|projection|projections|likely{_W}to|would{_W}result|will{_W}result|is{_W}estimated|would{_W}rise|would{_W}fall|will{_W}rise|will{_W}reach|would{_W}reach|expects|expect|probable{_W}outturn|anticipates|by{_W}the{_W}end{_W}of{_W}the{_W}year{_W}(?:it|there)))
  | (?P<proposed>(?:proposed|proposes|proposal|proposals|would{_W}be{_W}(?:required|needed|created)|be{_W}(?:created|established|appointed|released|agreed|approved|allocated|increased|set|built)|request(?:ed|s)?|creation{_W}of|required{_W}in{_W}order|to{_W}be{_W}(?:funded|created|met|recruited)|recommended|seeks?|up{_W}to|would{_W}comprise|would{_W}be{_W}as{_W}follows|would{_W}provide|will{_W}provide|would{_W}be{_W}recruited|bid{_W}for))
  | (?P<budget>(?:budget|budgets|budgeted|cash{_W}limit|allocation|allocated|set{_W}at|approved{_W}at|provision{_W}of))
  | (?P<actual>(?:outturn|actual|spent|spend{_W}was|stood{_W}at|stands{_W}at|expenditure|remained|had{_W}been|were|was))
  )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_CHANGE_BEFORE = re.compile(
    rf"""(?:(?:increased?|increas(?:es|ing)|rose|risen|rise|rises|rising|grew|grown|growth|grow|fell|fallen|fall|falls|falling|drop|dropped|drops|decreas(?:e|ed|es|ing)|reduc(?:e|ed|es|ing|tion|tions)|declin(?:e|ed|es|ing)|up|down|improved?|improvement|change|changed|went{_W}up|gone{_W}up|gain|widened|narrowed|jumped|swing|climbed|net{_W}increase|slipped|dipped|movement|higher|lower)
    (?:{_W}(?:by|of))(?:{_W}(?:a{_W}further|another|an{_W}additional|some|about|around|approximately|almost|nearly|just|just{_W}over|just{_W}under|over|more{_W}than|under|only|the{_W}equivalent{_W}of|a{_W}net|roughly|a|an))*
    |\b(?:a|by{_W}a){_W}further|\b(?:an?|the){_W}(?:[\w-]+{_W})?(?:increase|rise|reduction|fall|decrease|drop|growth|improvement|decline){_W}of(?:{_W}\w+)?)[\s\xa0(£+-]*$""",
    re.VERBOSE | re.IGNORECASE,
)
_CHANGE_AFTER = re.compile(
    rf"^[\s\xa0]*(?:\w+{_W}){{0,3}}?(?:more|fewer|higher|lower|less|increase|rise|reduction|fall|decrease|drop|growth|improvement|decline|up|down){_W}(?:than|on|in|from|compared|since|over)\b|^[\s\xa0]*(?:increase|rise|reduction|fall|decrease|drop|growth|improvement|decline|cut|uplift)\b|^[\s\xa0]*(?:higher|lower)\b",
    re.IGNORECASE,
)
_QUALIFIERS = re.compile(
    rf"""\b(?:(?P<over>(?:just{_W}|well{_W}|slightly{_W})?(?:over|more{_W}than|above|exceed(?:ing|ed|s)|in{_W}excess{_W}of|at{_W}least|a?{_W}?minimum{_W}of|upwards{_W}of|no{_W}(?:less|fewer){_W}than|not{_W}less{_W}than))
      |(?P<under>(?:just{_W}|well{_W}|slightly{_W})?(?:under|less{_W}than|fewer{_W}than|below|up{_W}to|at{_W}most|a?{_W}?maximum{_W}of|no{_W}more{_W}than|not{_W}more{_W}than))
      |(?P<approx>approximately|approx\.?|about|around|some|roughly|circa|c\.|ca\.|nearly|almost|in{_W}the{_W}(?:region|order|vicinity){_W}of|estimated(?:{_W}at)?|estimated{_W}to{_W}be|broadly|close{_W}to|an?{_W}estimated|towards|or{_W}so|something{_W}like|of{_W}the{_W}order{_W}of)
      |(?P<average>(?:an?{_W}|on{_W})?average(?:{_W}of)?|averag(?:ed|es|ing)|mean(?:{_W}of)?|median(?:{_W}of)?)
    )[\s\xa0]*(?:an?{_W}|the{_W})?(?:further{_W}|total{_W}of{_W}|additional{_W})?[\s\xa0(~]*$""",
    re.VERBOSE | re.IGNORECASE,
)


_BESIDE = re.compile(
    r"[\s\xa0]*(?:\((?:or\s)?)?(?:or\s\d[\d.]*%\s)?(?:(?:net|projected|forecast|adverse|favourable)\s)?"
)


def cues_of(text: str, start: int, end: int) -> list[Cue]:
    """Return the words of ``text[start:end]`` that tell a nature, in order."""
    return [Cue(Nature(m.lastgroup or ""), m.start(), m.end()) for m in _CUES.finditer(text, start, end)]


def nature_of(
    s: Sentence, n: Number, cues: list[Cue], left: int, right: int, lead: list[Cue]
) -> tuple[Nature, tuple[int, int] | None]:
    """Return a number's nature and the offsets of the words that tell it.

    ``left`` and ``right`` are the offsets of the numbers around it: cues beyond them belong to those.
    ``lead`` are the cues of the words that the sentence hangs on, a list's lead-in or a heading.
    """
    start, end = s.tokens[n.first].start, s.tokens[n.last - 1].end
    if n.form is Form.MULTIPLE:
        return Nature.CHANGE, (start, end)
    before = s.text[max(s.start, start - 90) : start]
    change = _CHANGE_BEFORE.search(before)
    if change is not None and max(s.start, start - 90) + change.start() >= left:
        at = max(s.start, start - 90) + change.start()
        if n.money and any(c.nature is Nature.VARIANCE and c.start >= left and c.end <= right for c in cues):
            pass
        else:
            return Nature.CHANGE, (at, start)
    if n.unit is Unit.PERCENTAGE_POINTS:
        return Nature.CHANGE, (start, end)
    after = _CHANGE_AFTER.search(s.text[end : min(s.end, end + 50)])
    if after is not None and end + after.end() <= right + 1:
        return Nature.CHANGE, (end, end + after.end())
    near = [c for c in cues if left <= c.start and c.end <= start]
    strong = [c for c in near if c.nature is not Nature.ACTUAL and _fits(c.nature, n, s, c, start)]
    if n.money:
        behind = [c for c in cues if c.start >= end and c.end <= right and c.start - end <= 40]
        for c in behind:
            if c.nature is Nature.VARIANCE and _BESIDE.fullmatch(s.text[end : c.start]):
                return Nature.VARIANCE, (c.start, c.end)
        if strong:
            return _money(strong, s, n)
        if near and near[-1].nature is Nature.ACTUAL:
            return Nature.ACTUAL, (near[-1].start, near[-1].end)
        for c in behind:
            if c.nature in {Nature.BUDGET, Nature.FORECAST, Nature.TARGET, Nature.PROPOSED} and _fits(
                c.nature, n, s, c, start
            ):
                return c.nature, (c.start, c.end)
    elif strong:
        return strong[-1].nature, (strong[-1].start, strong[-1].end)
    else:
        for c in cues:
            if (
                end <= c.start
                and c.end <= right
                and c.start - end <= 30
                and c.nature in {Nature.TARGET, Nature.BENCHMARK}
                and _fits(c.nature, n, s, c, start)
            ):
                return c.nature, (c.start, c.end)
            if (
                end <= c.start
                and c.end <= right
                and c.start - end <= 70
                and c.nature is Nature.PROPOSED
                and n.unit in {Unit.COUNT, Unit.FTE, None}
                and not near
            ):
                return c.nature, (c.start, c.end)
    wide = [
        c
        for c in cues
        if c.end <= start
        and c.nature is Nature.FORECAST
        and not any(k.nature is Nature.ACTUAL and k.start > c.end and k.end <= start for k in cues)
    ]
    if wide and not n.money and left <= wide[-1].start:
        return Nature.FORECAST, (wide[-1].start, wide[-1].end)
    own = [
        c
        for c in lead
        if c.nature
        in {Nature.PROPOSED, Nature.TARGET, Nature.BENCHMARK, Nature.FORECAST, Nature.BUDGET, Nature.VARIANCE}
    ]
    if own and not near:
        best = own[-1]
        if best.nature in {Nature.BUDGET, Nature.VARIANCE} and not n.money:
            return Nature.ACTUAL, None
        return best.nature, (best.start, best.end)
    return Nature.ACTUAL, None


def _money(strong: list[Cue], s: Sentence, n: Number) -> tuple[Nature, tuple[int, int] | None]:
    """Return the nature that the last telling words before an amount give it."""
    last = strong[-1]
    if (
        last.nature is Nature.BUDGET
        and len(strong) > 1
        and strong[-2].nature is Nature.FORECAST
        and last.start - strong[-2].end <= 2
    ):
        return Nature.FORECAST, (strong[-2].start, last.end)
    if (
        last.nature is Nature.FORECAST
        and len(strong) > 1
        and strong[-2].nature is Nature.VARIANCE
        and last.start - strong[-2].end <= 12
    ):
        return Nature.VARIANCE, (strong[-2].start, strong[-2].end)
    return last.nature, (last.start, last.end)


def _fits(nature: Nature, n: Number, s: Sentence, c: Cue, start: int) -> bool:
    """Tell whether a cue can speak of this number: budgets speak of money, variances of money."""
    if nature in {Nature.BUDGET, Nature.VARIANCE}:
        return n.money
    if nature is Nature.PROPOSED and s.text[c.start : c.end].lower().startswith("up"):
        return False
    return True


def qualifier_of(s: Sentence, n: Number) -> tuple[Qualifier, tuple[int, int] | None]:
    """Return how firmly a number is put, and the offsets of the words that tell it."""
    start = s.tokens[n.first].start
    low = max(s.start, start - 40)
    found = _QUALIFIERS.search(s.text[low:start])
    if found is not None:
        if found.lastgroup == "over" and found.group().lower().startswith("above") and False:
            return Qualifier.NONE, None
        return Qualifier(found.lastgroup or ""), (low + found.start(), start)
    if s.low(n.last) == "+" and s.touches(n.last):
        return Qualifier.OVER, (s.tokens[n.last].start, s.tokens[n.last].end)
    return Qualifier.NONE, None
