"""All of a thing beside some of its opposite: "all 48 reviews were held on time; several of them were late".

Two clauses that follow each other, of which the second speaks of the same ones: by "of them", by the same noun, or
with no noun at all. Where it speaks of another place, time or group it contradicts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from crossfoot.checks.wording.contradictions import PAIRS, Contradiction
from crossfoot.checks.wording.denied_verbs import denied_in, done_all, told_in
from crossfoot.model.english import numbers_named

_NUMBER = rf"\d[\d,]*|{numbers_named(1, 20)}|thirty|forty|fifty"
_CUT = re.compile(
    rf"[.;:]\s+|,? (?:but|although|though|while|and|with) (?=(?:there (?:was|were|is|are)|{_NUMBER}|several"
    rf"|some|a few"
    rf"|a number|many|most|none|no|nobody|all)\b)|,? whereas |, (?=(?:{_NUMBER}|several|some|a few|many|none) )"
)
_ALL = re.compile(
    r"^(?:[a-z0-9, ]{0,50}\b)?(?P<all>all(?! but)|every(?: one)?|each|everybody|everyone|the whole|the entire)\b"
)
_SO_MANY_OF = re.compile(
    rf"^(?:[a-z, :]{{0,50}}\b)?(?P<all>(?:all )?of (?:the |these |those )?(?P<number>{_NUMBER})\b[^.;\d]{{0,40}}?,?"
    r" (?:all )?(?P=number)\b|(?:all )?(?P<same>\d+) of (?:the |these |those )?(?P=same)\b)"
)
"""As many as there are: "of 61 due, 61 were held on time"."""
_NOT_ALL = re.compile(
    r"\b(?:not|nearly|almost|virtually|except|apart from|save|bar|but for|will|would|should|must|to be|aim\w*|hope\w*"
    r"|if|in future|target|at all|above all|first of all|after all|overall|all the same)\b"
)
_NONE = re.compile(
    r"^(?:[a-z ,]{0,30}\b)?(?P<none>none|no(?! (?:longer|more|doubt|later|less|fewer))|not one|nobody|no one)\b"
)
_SOME = re.compile(
    r"^(?:(?:but|and|yet|however|of (?:these|them|those)|in all|only|just|some|about|at least|there (?:was|were"
    r"|is|are)(?: now)?"
    r"|it follow(?:s|ed) that|so|therefore|thus),? )*"
    rf"(?:the (?=(?:{_NUMBER})\b))?(?P<some>{_NUMBER}|several|some|a few|a number|many"
    rf"|most)\b(?P<of> of (?:them|these|those|which|whom|it))?"
)
_THEY = re.compile(
    r"^(?:was|were|had|is|are|has|have|did|went|took place|remain\w*|having|being|still|failed|missed|late"
    r"|overdue|waiting|unseen"
    r"|declined|refused|(?:that (?:had been )?|which (?:had been )?)?(?:received|heard|considered|submitted"
    r"|lodged|decided"
    r"|determined))\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:others?|another|elsewhere|previous\w*|earlier|last|since|later|until|after|before|during|national\w*"
    r"|next|new"
    r"|more|further|additional|first|initially|other|than|compared|also"
    r"|(?<!in the )(?<!of the )(?<!during the )(?:years?|months?|quarters?|weeks?)|england|\d{4}"
    r"|january|february|march|april|june|july|august|september|october|november|december|target"
    r"|in the (?!year\b|quarter\b|month\b|week\b|period\b)[a-z]+"
    r"|at the [a-z]+|from the [a-z]+|by the [a-z]+|outside the (?:borough|county|city|district|area))\b"
)
_OWN = (
    (
        r"within (?:the |a |one )?(?:month|week|period|year|fortnight|day)",
        r"late|overdue|out of time|delayed|outside (?:it|that|this|the \w+)|after (?:it|that|this)",
    ),
    (r"good(?: or (?:better|outstanding))?|satisfactory or better", r"inadequate|requir\w+ improvement|poor"),
    (r"(?:re-?)?(?:placed|housed|homed)|found (?:an? )?[a-z ]{3,20}", r"without (?:one|an? [a-z]+|any)|homeless"),
    (r"seen|visited|inspected", r"(?:still )?to be (?:seen|visited|inspected)|(?:still )?(?:unseen|unvisited)"),
    (
        r"complete|in order|full|signed|correct|accurate",
        r"missing|incomplete|unsigned|wrong|incorrect|inaccurate|errors?",
    ),
    (r"working|in use|in working order", r"failed|broken|out of order|out of use|faulty"),
    (r"checked|tested|cleared|vetted|trained", r"outstanding|unchecked|untested|failed|untrained|uncleared"),
    (
        r"offered|accepted|admitted|granted|given (?:an? )?[a-z]+|agreed|approved",
        r"refused|turned away|turned down|declined|rejected",
    ),
    (r"met|held|took place|taken place|went ahead|kept|made", r"cancelled|called off|postponed|missed|put off"),
    (
        r"carried out|implemented|put into effect|acted on|done|dealt with|cleared|acted upon",
        r"outstanding|overdue|unfinished|not (?:yet )?(?:been )?(?:carried out|implemented|acted on|done|started)",
    ),
    (
        r"(?:has|had|have|given|with|held) (?:a|an|its|their|his|her|own) ?[a-z -]{0,30}",
        r"went without|without|had none|had no\b|lacked|did not have|not have",
    ),
    (r"sent|issued|delivered|received|submitted|returned", r"missing|(?:still )?awaited|outstanding|overdue|lost"),
    (r"content|satisfied|happy|in favour|supported", r"dissatisfied|unhappy|opposed|against|objected|discontented"),
    (r"present|attended", r"absent|apolog\w+|did not attend|stayed away"),
    (
        r"renewed|current|valid|in force|licensed|insured|registered",
        r"lapsed|expired|un(?:licensed|insured|registered)",
    ),
    (
        r"sound|right|correct\w*|proper(?:ly)?|appropriate(?:ly)?|justified",
        r"wrong(?:ly)?|unsound|incorrect\w*|improper\w*|inappropriate\w*|flawed|mistaken|unjustified",
    ),
    (r"spent|used|taken up", r"unspent|unused|left over|not (?:been )?taken up"),
    (r"occupied|let|filled|staffed|taken", r"empty|vacant|vacanc(?:y|ies)|void|unlet|unfilled|unstaffed"),
    (r"on time|in time|punctual\w*|to time", r"late|overdue|delayed|behind time"),
)
_COMPILED = tuple(
    (
        re.compile(rf"\b(?:{done})(?![a-z])"),
        re.compile(rf"\b(?:{lacking})(?![a-z])"),
        re.compile(rf"\b(?:not|never|hardly)\b (?:been |yet |fully |all |being )*(?:{done})(?![a-z])"),
    )
    for done, lacking in (*PAIRS, *_OWN)
    if "(?P<" not in done
)
_QUEUES = re.compile(r"\b(?:waiting lists?|backlogs?|queues?|one waiting|delays?|arrears|wait)\b")
_QUEUED = re.compile(r"\b(?:waiting|wait|waited|queu\w+|in the queue|in arrears|delayed|on the list)\b")
_STEM, _LONGEST = 4, 150
_WORD = re.compile(r"[a-z]{4,}")
_SUPPLETIVE = {"met": "meeting", "held": "meeting"}


@dataclass(frozen=True, slots=True)
class _Clause:
    start: int
    words: str


_SIGNS = ("all ", "every", "each ", "entire", "whole", "none", "no ", "nobody", "not one")
_OF_SO_MANY = re.compile(rf"\bof (?:the |these |those )?(?:{_NUMBER})\b")
"""What a clause must have one of before it can tell of all or of none: a quick look."""


def _may_tell_of_all(words: str) -> bool:
    """Tell whether words may speak of all there are, or of none; quick."""
    return any(sign in words for sign in _SIGNS) or _OF_SO_MANY.search(words) is not None


def all_and_some(words: str) -> Iterator[Contradiction]:
    """Yield the clauses of a paragraph, in small letters, that count some of what the last one tells of all or none."""
    if not _may_tell_of_all(words):
        return
    yield from _none_so_all(words)
    clauses = list(_clauses(words))
    for first, second in pairwise(clauses):
        if max(len(first.words), len(second.words)) > _LONGEST or not (
            _may_tell_of_all(first.words) or ("no" in second.words and " not " in first.words)
        ):
            continue
        found = (
            _against_all(first, second)
            or _all_and_all(first, second)
            or _none_left_undone(first, second)
            or _none_waiting(first, second)
            or _fewer_than_all(first, second)
            or _denied_again(first, second)
            or _done_to_none(first, second)
        )
        if found is not None:
            yield found


def _clauses(words: str) -> Iterator[_Clause]:
    """Yield the clauses that a paragraph is cut into."""
    at = 0
    for cut in _CUT.finditer(words):
        if cut.group() == ", " and _SO_MANY_OF.match(words[at : cut.end() + _NEAR]):
            continue  # "of 61 due, 61 were held"
        yield _Clause(at, words[at : cut.start()])
        at = cut.end()
    yield _Clause(at, words[at:])


_ALL_OF_THEM = re.compile(r"^(?:all|every one|each) (?:(?:of them|have|had|has|were|was|are|is)\b)")


def _is_same(first: str, second: str, some: re.Match[str], skipped: str) -> bool:
    """Tell whether a clause that counts some speaks of those that the clause before tells of."""
    if some["of"] or _ALL_OF_THEM.match(first):
        return True
    rest = second[some.end() :].strip()
    if _THEY.match(rest):
        return True
    known = {word[:_STEM] for word in _WORD.findall(first)}
    noun = [word for word in _WORD.findall(rest) if word not in skipped][:2]
    if skipped and not noun:
        return True
    return any(word[:_STEM] in known for word in noun) or any(
        noun[:1] and noun[0].startswith(meant) and re.search(rf"\b{word}\b", first)
        for word, meant in _SUPPLETIVE.items()
    )


def _against_all(first: _Clause, second: _Clause) -> Contradiction | None:
    """Return what a clause counts some of, though the clause before tells the opposite of all."""
    said, some = _told_of_all(first.words), _SOME.match(second.words)
    if said is None or some is None or _NOT_ALL.search(first.words) or _ELSEWHERE.search(second.words):
        return None
    for done, lacking, denied in _COMPILED:
        opposite = lacking.search(second.words, some.end())
        if (
            opposite is None
            or lacking.search(first.words)
            or done.search(first.words) is None
            or denied.search(first.words)
        ):
            continue
        if re.search(r"\b(?:no|not|none|never)\b", second.words[: opposite.start()]):
            continue
        if _is_same(first.words, second.words, some, opposite.group()):
            return Contradiction(
                second.start, second.start + opposite.end(), second.words[: opposite.end()], first.words
            )
    return None


_ALL_AGAIN = re.compile(
    r"^(?:(?:but|and|so|therefore|thus) )*(?:(?P<case>in (?:each|every|all) (?:case|instance|one|cases|instances)"
    r"|all of them|every one of them|each one|each of them)|(?P<some>every|each|all(?: (?:the|of the))?))\b"
)
_IS = re.compile(r"\b(?:was|were|is|are|had|has|have|been|went|remain\w*)\b[^,]{0,25}$")


def _all_and_all(first: _Clause, second: _Clause) -> Contradiction | None:
    """Return what a clause says of all, though the clause before tells the opposite of all: "every one is without"."""
    said, again = _told_of_all(first.words), _ALL_AGAIN.match(second.words)
    if said is None or again is None or _NOT_ALL.search(first.words) or _ELSEWHERE.search(second.words):
        return None
    for done, lacking, denied in _COMPILED:
        opposite = lacking.search(second.words, again.end())
        if (
            opposite is None
            or lacking.search(first.words)
            or not done.search(first.words)
            or denied.search(first.words)
        ):
            continue
        front = second.words[again.end() : opposite.start()]
        if re.search(r"\b(?:no|not|none|never|nobody)\b", front) or not (again["case"] or _IS.search(front)):
            continue
        noun = _WORD.findall(front)[:1]
        known = {word[:_STEM] for word in _WORD.findall(first.words)}
        if again["case"] or not noun or noun[0][:_STEM] in known:
            return Contradiction(
                second.start, second.start + opposite.end(), second.words[: opposite.end()], first.words
            )
    return None


def _told_of_all(words: str) -> re.Match[str] | None:
    """Return the words of a clause that make it speak of all there are."""
    return _ALL.match(words) or _SO_MANY_OF.match(words)


def _denied_again(first: _Clause, second: _Clause) -> Contradiction | None:
    """Return what a clause denies of some, by the verb that the clause before says of all: "four did not complete"."""
    said, some = _told_of_all(first.words), _SOME.match(second.words)
    if said is None or some is None or _NOT_ALL.search(first.words) or _ELSEWHERE.search(second.words):
        return None
    denied = denied_in(second.words, some.end())
    if denied is None or not done_all(first.words, denied) or not _is_same(first.words, second.words, some, ""):
        return None
    return Contradiction(second.start, second.start + denied.end(), second.words[: denied.end()], first.words)


_NONE_SO = re.compile(
    r"\b(?:no|none|nobody|no one)\b[^.;:]{3,80}[:;] (?P<not>(?:every|each|all)\b[^.;:,]{0,50}? (?:was|were|had"
    r"|has|have)"
    r" not\b(?! only\b)[^.;:,]{3,40})"
    r"|\b(?P<so>(?:every|each|all)\b[^.;:,]{0,50}? (?:was|were|had|has|have) not\b(?! only\b)[^.;:,]{3,40}),?"
    r" (?:and )?so (?:that )?(?:no|none|nobody|no one)\b"
)


def _none_so_all(words: str) -> Iterator[Contradiction]:
    """Yield what is denied of all though it explains, or is to explain, why nobody waits or is left out."""
    if " not " not in words:
        return
    for found in _NONE_SO.finditer(words):
        group = "not" if found["not"] else "so"
        yield Contradiction(found.start(group), found.end(group), found[group], found.group())


def _done_to_none(first: _Clause, second: _Clause) -> Contradiction | None:
    """Return what a clause says was done to some, by the verb that the clause before says of none."""
    said, some = _NONE.match(first.words), _SOME.match(second.words)
    if said is None or some is None or _ELSEWHERE.search(second.words) or _NOT_ALL.search(first.words[said.end() :]):
        return None
    told = told_in(second.words, some.end(), first.words, said.end())
    if told is None or not _is_same(first.words, second.words, some, ""):
        return None
    return Contradiction(second.start, second.start + told.end(), second.words[: told.end()], first.words)


def _none_left_undone(first: _Clause, second: _Clause) -> Contradiction | None:
    """Return what is told not to be done, though the clause beside it tells that none is left undone."""
    for none, other in ((first, second), (second, first)):
        said = _NONE.match(none.words)
        if said is None or " not " not in other.words or _ELSEWHERE.search(other.words):
            continue
        rest = none.words[said.end() :]
        for _, lacking, denied in _COMPILED:
            undone = denied.search(other.words)
            if undone is not None and lacking.search(rest) and not _NOT_ALL.search(rest):
                return Contradiction(
                    other.start + undone.start(), other.start + undone.end(), undone.group(), none.words
                )
    return None


def _none_waiting(first: _Clause, second: _Clause) -> Contradiction | None:
    """Return how many wait, though the clause before tells that there is no list, queue or delay."""
    said, some = _NONE.match(first.words), _SOME.match(second.words)
    if said is None or some is None or _ELSEWHERE.search(second.words) or _NOT_ALL.search(first.words[said.end() :]):
        return None
    listed, waiting = _QUEUES.search(first.words, said.end()), _QUEUED.search(second.words, some.end())
    if listed is None or waiting is None or listed.start() - said.end() > _NEAR:
        return None
    if re.search(r"\b(?:no|not|none|never)\b", second.words[: waiting.start()]):
        return None
    return Contradiction(second.start, second.start + waiting.end(), second.words[: waiting.end()], first.words)


_NEAR = 12
_NONE_OF = re.compile(rf"^(?:none|not one|no one) of the (?P<number>{_NUMBER}) ")
_SO_MANY = re.compile(
    rf"^(?P<number>{_NUMBER})(?: of (?:them|these|those))? (?:was|were|had been|have been|had|have)"
    r" (?P<rest>[^\d]{3,60})$"
)


def _fewer_than_all(first: _Clause, second: _Clause) -> Contradiction | None:
    """Return how many are done where it is not the number of those of which none is left: "not one of the 31 …: 28"."""
    said, told = _NONE_OF.match(first.words), _SO_MANY.match(second.words)
    if said is None or told is None or _ELSEWHERE.search(second.words):
        return None
    if _value(said["number"]) == _value(told["number"]):
        return None
    for done, lacking, denied in _COMPILED:
        if lacking.search(first.words) and done.search(told["rest"]) and not denied.search(second.words):
            return Contradiction(second.start, second.start + told.end(), second.words, first.words)
    return None


def _value(number: str) -> int:
    """Return the number that digits or a word stand for; tens behind twenty as they come, to tell them apart alone."""
    plain = number.replace(",", "")
    return int(plain) if plain.isdecimal() else _NUMBER.split("|").index(number)
