"""What the place of a number says of its nature: a resolution proposes, a rejected option would have been."""

from __future__ import annotations

import re

from crossfoot.extraction.figures.natures.blocks import Setting
from crossfoot.extraction.figures.natures.moods import Mood, Verb, governing
from crossfoot.extraction.figures.natures.told import Told
from crossfoot.extraction.figures.periods.known import When
from crossfoot.extraction.figures.sight import Sight
from crossfoot.model import Nature, Span, Unit

_NOW = re.compile(
    r"[\s\xa0]*(?:\w+[\s\xa0]+)?(?:now|at[\s\xa0]+present|currently|presently|today|previously|hitherto)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?<!by )(?<!anything )(?<!ranging )(?<!range )\bfrom"
    r"(?:\s+(?:an?|the|about|around|current|present|its))*[\s\xa0(£]*$",
    re.IGNORECASE,
)
_TO = re.compile(r"[^.;:()]{0,40}?\bto\b[^.;:()]{0,20}$", re.IGNORECASE)
_MOVED = re.compile(
    r"[^.;:()]{0,30}?\b(?:being|be|is|are)?\s*(?:cut|reduced|increased|raised|lifted|extended|lowered|widened)\s+to[\s\xa0£]*$",
    re.IGNORECASE,
)
_ENDS = frozenset({"from", "to"})
_UP_TO = re.compile(r"\b(?:from|by|until|before)\s*(?:the\s+end\s+of\s+)?$", re.IGNORECASE)
"""Words before a date that a decision looks forward to, though no year says so."""

_MOODS_OF_WHAT_IS = frozenset({Mood.PAST, Mood.PRESENT})
_MOODS_OF_ANSWERS = frozenset({Mood.CONDITION, Mood.RESULT})
_PLANS = frozenset({Nature.PROPOSED, Nature.FORECAST})


def in_setting(told: Told, sight: Sight, setting: Setting, when: When | None, past: bool) -> Told:
    """Return the nature of a number whose own words gave ``told``, in the light of its clause and its setting.

    ``past`` tells that ``when``, the number's own date, had gone by at the meeting.
    """
    if told.nature is Nature.FORECAST and told.words is not None and _is_a_new_price(told.words, sight):
        told = Told(Nature.PROPOSED, told.words)
    decided = _of_movement(told, sight, setting) or _of_change_or_saving(told, sight, setting)
    if decided is not None:
        return decided
    text = sight.sentence.text
    here = _HERE.match(text, sight.end, sight.right)
    if here is not None and told.nature in {Nature.ACTUAL, Nature.BENCHMARK}:
        return Told(Nature.ACTUAL, Span(sight.end, here.end()), firm=True)
    if told.nature is not Nature.ACTUAL or told.words is not None:
        return told
    verb = governing(text, sight.reading.verbs, Span(sight.start, sight.end), sight.right)
    if _NOW.match(text, sight.end, sight.right) or (past and when is not None and _tells_what_was(text, verb, when)):
        return told
    return _of_clause(told, sight, setting, verb)


def _of_change_or_saving(told: Told, sight: Sight, setting: Setting) -> Told | None:
    """Return what was if a saving has been made, and what is proposed if a saving or a change is decided."""
    if _is_a_saving_made(told, sight):
        return Told(Nature.ACTUAL, told.words, firm=True)
    proposed = _is_a_saving(told, sight, setting) or (told.nature is Nature.CHANGE and _is_decided(sight, setting))
    return Told(Nature.PROPOSED, told.words) if proposed else None


def _of_movement(told: Told, sight: Sight, setting: Setting) -> Told | None:
    """Return the nature of either end of a movement that is proposed or foreseen: it begins at what is."""
    begins = _where_a_movement_begins(sight)
    lifts = setting is Setting.RESOLUTION and told.nature is Nature.TARGET
    if begins is not None and (told.words is None or told.nature in _PLANS or lifts):
        return Told(Nature.ACTUAL, begins, firm=True)
    return Told(Nature.PROPOSED, told.words) if lifts and _is_where_a_movement_ends(sight) else None


def _tells_what_was(text: str, verb: Verb | None, when: When) -> bool:
    """Tell whether a date that has gone by says when, and not from when or by when in a year that is left out."""
    ahead = verb is not None and verb.mood not in _MOODS_OF_WHAT_IS | {Mood.DECISION}
    return not ahead and _UP_TO.search(text, max(0, when.span.start - 24), when.span.start) is None


def _is_a_new_price(words: Span, sight: Sight) -> bool:
    """Tell whether a charge with its pence "would rise to £62.73": that is what a decision would bring about."""
    priced = sight.number.money and sight.number.step < 1
    return priced and words.cut(sight.sentence.text).lower().startswith("would")


_SAVING = re.compile(r"savings?\b", re.IGNORECASE)
_HERE = re.compile(r"[\s\xa0]*(?:here|locally)\b", re.IGNORECASE)
_ALREADY = re.compile(r"[\s\xa0]+(?:already|now|currently|still|at[\s\xa0]present)\b", re.IGNORECASE)
_MONITORED = re.compile(r"\b(?:over|under)[\s-]?spen[dt]|\bbudget|\boutturn|\bvariance", re.IGNORECASE)


_CHANGED_BY_DECISION = re.compile(
    r"\bbe[\s\xa0]+(?:\w+[\s\xa0]+)?(?:increased|reduced|raised|cut|lowered|uplifted|frozen|decreased)[\s\xa0]+by\b[^.;]{0,24}$"
    r"|\b(?:agree[sd]?|approve[sd]?|resolve[sd]?)[\s\xa0]+that\b[^.;]{0,60}\b(?:rise|increase|go[\s\xa0]+up|fall)[\s\xa0]+by"
    r"(?:[\s\xa0]+\w+)?[\s\xa0]*$"
    r"|^[^,;]{0,80}\b(?:increase|reduction|rise|uplift|cut)[\s\xa0]+of(?:[\s\xa0]+\w+)?[\s\xa0]*$",
    re.IGNORECASE,
)


_IT_IS_PROPOSED = re.compile(
    r"\b(?:propos(?:ed|es)|recommend(?:ed|s))[\s\xa0]+(?:that|to)\b[^.;]{0,80}$"
    r"|\bwould[\s\xa0]+be[\s\xa0]+(?:increased|reduced|raised|cut|lowered)[\s\xa0]+by(?:[\s\xa0]+\w+)?[\s\xa0£]*$",
    re.IGNORECASE,
)


def _is_decided(sight: Sight, setting: Setting) -> bool:
    """Tell whether a change is what a resolution decides: "that rents be increased by 7%", not what a grant lost."""
    s = sight.sentence
    before = s.text[max(s.start, sight.start - 120) : sight.start]
    if setting is not Setting.RESOLUTION:
        return _IT_IS_PROPOSED.search(before) is not None
    return _CHANGED_BY_DECISION.search(before) is not None


def _is_a_saving(told: Told, sight: Sight, setting: Setting) -> bool:
    """Tell whether a saving is what a decision would bring, and no difference that was found in a budget."""
    s = sight.sentence
    if told.nature is not Nature.VARIANCE or told.words is None:
        return False
    if not _SAVING.match(s.text, told.words.start) or _MONITORED.search(s.text, s.start, s.end):
        return False
    verb = governing(s.text, sight.reading.verbs, Span(sight.start, sight.end), sight.right)
    return setting is not Setting.NARRATIVE or (verb is not None and verb.mood in _MOODS_AHEAD)


def _is_a_saving_made(told: Told, sight: Sight) -> bool:
    """Tell whether a saving has been made: "savings of £350k have been achieved"."""
    s = sight.sentence
    if told.nature is not Nature.VARIANCE or told.words is None or not _SAVING.match(s.text, told.words.start):
        return False
    return _MADE.match(s.text, sight.end, sight.right) is not None


_MADE = re.compile(
    r"[\s\xa0]*(?:a[\s\xa0]year[\s\xa0]+)?(?:have|has|had|were|was)[\s\xa0]+(?:already[\s\xa0]+)?(?:been[\s\xa0]+)?"
    r"(?:achieved|made|delivered|realised|found|secured|identified)\b",
    re.IGNORECASE,
)
_MOODS_AHEAD = frozenset({Mood.CONDITION, Mood.RESULT, Mood.PROSPECT})


def _of_clause(told: Told, sight: Sight, setting: Setting, verb: Verb | None) -> Told:
    """Return the nature that a number's verb gives it, or else its setting."""
    if verb is None:
        return told if setting is Setting.NARRATIVE else Told(Nature.PROPOSED, None)
    decided = verb.mood is Mood.DECISION
    answered = verb.mood in _MOODS_OF_ANSWERS and verb.start - sight.end in {0, 1}  # "41% would accept"
    in_force = verb.mood is Mood.PRESENT and setting is Setting.RESOLUTION and verb.end - verb.start <= len("are")
    if in_force and _ALREADY.match(sight.sentence.text, verb.end) is None:  # "£1.26m is made available"
        return Told(Nature.PROPOSED, Span(verb.start, verb.end))
    if (
        verb.mood in _MOODS_OF_WHAT_IS
        or (decided and setting is Setting.NARRATIVE)
        or (answered and sight.number.unit is Unit.PERCENT)
    ):
        return told
    counted = verb.mood is Mood.RESULT and not sight.number.money and setting is Setting.OPTIONS
    price = verb.mood is Mood.RESULT and sight.number.money and sight.number.step < 1
    proposes = counted or price or decided or verb.mood is Mood.CONDITION or setting is Setting.RESOLUTION
    return Told(Nature.PROPOSED if proposes else Nature.FORECAST, Span(verb.start, verb.end))


def _where_a_movement_begins(sight: Sight) -> Span | None:
    """Return the words that tell that a number is what something moves away from, or None.

    "from £8m to £12m", "its 112 stops being cut to 64".
    """
    text = sight.sentence.text
    if sight.right >= sight.sentence.end or "to" not in sight.sentence.words:
        return None
    if _MOVED.fullmatch(text, sight.end, sight.right):
        return Span(sight.end, sight.right)
    begins = _FROM.search(text, max(sight.left, sight.start - 50), sight.start)
    if begins is None or not _TO.fullmatch(text, sight.end, sight.right):
        return None
    return Span(begins.start(), sight.start)


def _is_where_a_movement_ends(sight: Sight) -> bool:
    """Tell whether a number is what something moves to, the one before it being where it moves from."""
    before, text = sight.before, sight.sentence.text
    if before is None or not sight.sentence.words >= _ENDS or _TO.fullmatch(text, before.span.end, sight.start) is None:
        return False
    start = before.span.start
    return _FROM.search(text, max(sight.sentence.start, start - 50), start) is not None
