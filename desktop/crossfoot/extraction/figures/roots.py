"""Roots of words: one for all forms of a verb, so that "were placed" meets "placing".

They are coarser than stems (see ``tokens.stem``) and serve to meet the dictionary's wordings alone; a root need not be
a word.
"""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR = {
    form: base
    for base, forms in {
        "become": "became becoming",
        "begin": "began begun beginning",
        "bring": "brought bringing",
        "care": "cared caring",
        "come": "came coming",
        "find": "found finding",
        "give": "gave given giving",
        "go": "went gone going",
        "grow": "grew grown growing",
        "hold": "held holding",
        "keep": "kept keeping",
        "leave": "left leaving",
        "lose": "lost losing",
        "make": "made making",
        "closed": "closing",
        "ended": "ending",
        "established": "",
        "missing": "missing",
        "placed": "placing",
        "planned": "planning",
        "returned": "returning",
        "started": "starting",
        "pay": "paid paying",
        "rated": "rating",
        "run": "ran running",
        "see": "saw seen seeing",
        "spend": "spent spending",
        "take": "took taken taking",
        "during": "during",
        "need": "needed needing",
        "use": "used using",
    }.items()
    for form in (base, *forms.split())
}
"""Forms that the endings do not tell, and verbs that a noun of another meaning looks like: "end", "place", "start"."""

_DOUBLED = ("bb", "dd", "gg", "mm", "nn", "pp", "rr", "tt")


@lru_cache(maxsize=8192)
def root(stem: str) -> str:
    """Return the root of a stem: without "-ed", "-ing", a final "-e" and the consonant that was doubled for them."""
    known = _IRREGULAR.get(stem)
    if known is not None:
        return known
    if stem.endswith("ing") and len(stem) > 5:
        return _single(stem[:-3])
    if stem.endswith("ed") and len(stem) > 4 and not stem.endswith("eed"):
        return _single(stem[:-2])
    return stem[:-1] if stem.endswith("e") and len(stem) > 3 else stem


def _single(base: str) -> str:
    """Return what an ending was put to, without the consonant that was doubled or the vowel that was left."""
    if base.endswith(_DOUBLED):
        return base[:-1]
    return base[:-1] if base.endswith("e") and len(base) > 3 else base
