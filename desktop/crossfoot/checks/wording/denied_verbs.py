"""The same verb said of all and denied of some: "all 40 completed the course; four did not complete it".

No list of opposites is needed where the verb itself comes back: a denial is "did not", "were not", "had not been",
"failed to", "went un-" or "without" with the stem of a word of the other clause.
"""

from __future__ import annotations

import re

_IRREGULAR = {
    form: base
    for base, forms in {
        "sit": "sat",
        "take": "took taken",
        "meet": "met",
        "hold": "held",
        "have": "had has",
        "give": "gave given",
        "make": "made",
        "send": "sent",
        "see": "saw seen",
        "leave": "left",
        "find": "found",
        "pay": "paid",
        "keep": "kept",
        "tell": "told",
        "speak": "spoke spoken",
        "write": "wrote written",
        "choose": "chose chosen",
        "begin": "began begun",
        "know": "knew known",
        "lose": "lost",
        "do": "did done",
        "go": "went gone",
        "get": "got",
        "reply": "replied",
        "come": "came",
        "win": "won",
        "fill": "full",
    }.items()
    for form in forms.split()
}
_AUXILIARY = r"(?:was|were|is|are|had|has|have|did|does|do|could|would|will)"
_DENIED = re.compile(
    rf"\b{_AUXILIARY} (?:still |yet )?not (?:yet |all |always |in fact )?(?:be |been |being |have )?(?:fully "
    rf"|properly )?"
    r"(?P<not>[a-z]{3,})\b"
    r"|\b(?:failed|declined|refused|omitted|neglected) to (?:be )?(?P<failed>[a-z]{3,})\b"
    r"|\b(?:went|remained|were|was|left|still) un(?P<un>[a-z]{4,}ed|seen|paid|met|let|sent|known|done)\b"
    r"|\b(?:without|had no|have no|has no|lacked|with no) (?:an? |any |their |its |the |his |her |such an? )?"
    r"(?P<lack>[a-z]{4,})\b"
)
_FORM = r"(?P<said>[a-z]{3,}(?:ed|en)|upheld|held|paid|met|made|seen|lost|sent|found|brought)\b"
_SAID, _PARTICIPLE = re.compile(rf"\b{_AUXILIARY} (?:be |been |being )?{_FORM}"), re.compile(rf"\b{_FORM}")
_PLAIN = frozenset({"have", "do", "go", "get", "been", "able", "only", "know", "need", "required", "available"})
"""Verbs that say nothing of their own: what is denied with them may be anything."""
_WORD = re.compile(r"[a-z]{3,}")
_SHORT = 4


def stem(word: str) -> str:
    """Return what the forms of a verb or noun have in common: "inspected", "inspecting", "inspection" → "inspect"."""
    base = _IRREGULAR.get(word, word)
    if base == word:
        base = re.sub(r"(?:ies|ied)$", "y", base)
        base = re.sub(r"(?:ing|ed|es|s|e|d)$", "", base) if len(base) > _SHORT else base
        base = re.sub(r"([bdfglmnprt])\1$", r"\1", base)
    return base.removesuffix("e")


def denied_in(words: str, start: int = 0) -> re.Match[str] | None:
    """Return the first denial of a clause behind ``start`` whose verb says something, or None."""
    for found in _DENIED.finditer(words, start):
        if _verb(found) not in _PLAIN:
            return found
    return None


def _verb(found: re.Match[str]) -> str:
    """Return the verb, or the noun, that a denial denies."""
    word = next(group for group in found.groups() if group)
    return _IRREGULAR.get(word, word)


def done_all(words: str, denied: re.Match[str]) -> bool:
    """Tell whether a clause says what another one denies: it has the verb, and denies nothing itself."""
    if _DENIED.search(words):
        return False
    return stem(next(group for group in denied.groups() if group)) in {stem(word) for word in _WORD.findall(words)}


def told_in(words: str, start: int, none: str, end: int) -> re.Match[str] | None:
    """Return what a clause says was done behind ``start`` that another one, behind ``end``, says of none, or None."""
    other, said = _PARTICIPLE.search(none, end), next(iter([*_SAID.finditer(words, start)][::-1]), None)
    if other is None or said is None or stem(other["said"]) != stem(said["said"]):
        return None
    # "No complaints were upheld in full; two were upheld in part" says more than one thing.
    return None if words[said.end() :].strip(" .;") or none[other.end() :].count(" ") > _SHORT else said
