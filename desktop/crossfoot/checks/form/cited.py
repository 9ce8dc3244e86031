"""Rule 31: sections and appendices that are cited and are not in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, query
from crossfoot.checks.form.references import OWN_NUMBER
from crossfoot.model import Severity, Span

_NUMBERS = r"\(?\d{1,3}(?:\.\d{1,3})*\.?\)?"
_LABELS = r"(?:[A-Z](?![a-z])|\d{1,2}(?![\d.]*\d))"
_JOIN = r"\s*(?:-|–|—|to|and|,|&|or)\s*"
_SECTION = re.compile(
    rf"\b(?P<kind>[Ss]ections?|[Pp]aragraphs?"
    rf"|[Pp]aras?\.?)\s+(?P<list>{_NUMBERS}(?:{_JOIN}{_NUMBERS})*)(?P<rest>[^.;\n]{{0,60}})"
)
_APPENDIX = re.compile(
    rf"\b(?P<kind>[Aa]ppendix|[Aa]ppendices|[Aa]nnex|[Aa]nnexe?s"
    rf"|[Ss]chedules?)\s+(?P<list>{_LABELS}(?:{_JOIN}{_LABELS})*)\b"
)
_LAW = re.compile(
    r"^\s*(?:\([^)]*\)\s*)?(?:,?\s*(?:and|or)\s+\S+\s*)?(?:of|to"
    r"|under)?\s*(?:the\s+)?(?:[A-Z][\w’',()-]*\s+(?:and\s+|of\s+|the\s+|\(|for\s+)*)*(?:Act|Regulations|Order"
    r"|Rules|Code)\b"
    r"|^\s*(?:enquir|inquir|investigat|assessment|agreement|officer|fund|order|notice|return|audit|contribution"
    r"|framework|grant|monies|referral|strategy|child|duty|plan|visit|process|case)"
)


_OF_ANOTHER = re.compile(
    r"\b(?:Codes?|Rules|Constitution|Regulations|Act|Order|Orders|[Gg]uidance|[Ll]etter|Together|Framework"
    r"|Sch(?:edule|\.)?"
    r"|Part \d+[A-Z]?|Chapter \d+|Directions?|[Ee]xempt)\b(?:[^.;\n]|(?<=\d)\.(?=\d)){0,40}[,(]\s*$"
)
_OF_A_LETTER = re.compile(
    r"^\s*of (?:part|schedule|chapter) \d|^\s*of working together"
    r"|^\s*of (?:the|that|its|their|his) (?:[A-Za-z]+ )?(?:letter|code|constitution|rules|guidance|framework"
    r"|agreement|lease)\b",
    re.IGNORECASE,
)
"""Paragraphs of letters, codes and rules are no paragraphs of the report."""
_OWN_APPENDIX = re.compile(
    r"^[ \t*_#]*(?:<u>)?(?P<kind>appendi|annex|schedule)\w*\s+(?P<label>[A-Z]|\d{1,2})\b[^.\n]{0,80}$",
    re.MULTILINE | re.IGNORECASE,
)
_POINTED_AT = re.compile(
    r"\b(?:outlined|set out|described|detailed|listed|contained|shown|referred to|summarised"
    r"|explained|given|see|as)\s+(?:further\s+)?(?:in|at|under|by)?\s*$",
    re.IGNORECASE,
)


_KEPT_ELSEWHERE = re.compile(
    r"\b(?:published|issued|circulated|sent|printed|supplied|distributed|provided|bound|available)\b[^.\n]{0,40}?"
    r"\b(?:separate(?:ly)?|with the agenda|alongside|under separate cover|on (?:the (?:council's )?)?"
    r"(?:website|web ?site|intranet|request)|in the members' (?:room|library)|electronically)\b"
    r"|\b(?:separate|exempt|confidential) (?:documents?|papers?|appendi\w+|annex\w*|reports?|booklets?)\b"
    r"|\bunder separate cover\b|\bnot for publication\b|\battached (?:to|with) the agenda\b|\bpreviously circulated\b",
    re.IGNORECASE,
)
"""Words that tell where what is cited is kept, so that nobody has to ask for it."""


_BACK = re.compile(r"\s*(?:both|all|they|these|those|each|it|the two)\b", re.IGNORECASE)


def _kept_elsewhere(context: Context) -> frozenset[str]:
    """Return the appendices of which the record itself says where they are: "published with the agenda separately"."""
    kept: set[str] = set()
    for sentence in context.passages.sentences:
        if _KEPT_ELSEWHERE.search(sentence.text) is None:
            continue
        told = [label for match in _APPENDIX.finditer(sentence.text) for label in _labels(match)]
        before = context.passages.previous(sentence)
        if not told and before is not None and _BACK.match(sentence.text):
            told = [label for match in _APPENDIX.finditer(before.text) for label in _labels(match)]
        kept.update(told)
    return frozenset(kept)


def check_cited(context: Context) -> Iterator[Outcome]:
    """Ask, in one finding, about sections, paragraphs and appendices that are cited and are not in the file.

    Sections of Acts ("section 47 enquiries") are no citations of the report. Source: rule 31 of the list of checks
    ("section 6.1.1", "Appendix 3", "Sections 13 – 33").
    """
    cited: dict[str, Span] = {}
    headed = _headed(context)
    kept = _kept_elsewhere(context)
    for match in _SECTION.finditer(context.text):
        first = re.findall(r"\d+(?:\.\d+)*", match["list"])
        report = re.match(r"\s*(?:of|in|to) (?:the|this|that|his|her|their) (?:[a-z]+ )?report", match["rest"])
        pointed = _POINTED_AT.search(context.text, max(0, match.start() - 30), match.start())
        if not (report or pointed) and (_LAW.search(match["rest"]) or _is_law(match["kind"], first)):
            continue
        if not (report or pointed) and _OF_ANOTHER.search(context.text, max(0, match.start() - 60), match.start()):
            continue
        if not report and _OF_A_LETTER.match(match["rest"]):
            continue
        if report or not headed.issuperset(first):
            cited.setdefault(_name(match), Span(match.start(), match.end("list")))
    for match in _APPENDIX.finditer(context.text):
        if match["kind"].lower().startswith("schedule") and re.match(
            r"\s*(?:of|to)\s+the\s+[A-Z]", context.text[match.end() : match.end() + 20]
        ):
            continue
        if re.match(r"[^.;\n]{0,6}\bAct\b|\)\s+allows", context.text[match.end() : match.end() + 20]):
            continue
        if not (headed | kept).issuperset(_labels(match)):
            cited.setdefault(_name(match), Span(match.start(), match.end()))
    if cited:
        names = list(cited)
        shown = ", ".join(names[:6]) + (f" and {len(names) - 6} more" if len(names) > 6 else "")
        yield query(
            f"Cited, but not in the file: {shown}; worth having them to hand.",
            shown,
            span=next(iter(cited.values())),
            words="|".join(names),
        )


def _labels(match: re.Match[str]) -> list[str]:
    """Return the appendices that a citation names, as "appen 3"."""
    return [f"{match['kind'].lower()[:5]} {label}" for label in re.findall(r"\b(?:[A-Z]|\d{1,2})\b", match["list"])]


def _is_law(kind: str, numbers: Sequence[str]) -> bool:
    """Tell whether sections without a dot, and without a word that they are the report's, are those of an Act."""
    return kind.lower().startswith("section") and all("." not in number for number in numbers)


def _name(match: re.Match[str]) -> str:
    """Return a citation as one line without the stop at its end, in small first letter."""
    words = " ".join(f"{match['kind']} {match['list']}".split()).rstrip(".) (")
    return words[0].lower() + words[1:]


def _headed(context: Context) -> frozenset[str]:
    """Return the numbers of the file's own paragraphs and headings, and its appendices as "appen 3"."""
    numbers = {match["number"] for match in OWN_NUMBER.finditer(context.text)}
    appendices = {f"{match['kind'].lower()[:5]} {match['label']}" for match in _OWN_APPENDIX.finditer(context.text)}
    return frozenset(numbers | appendices)


CITED = Rule(
    31, "cited but not in the file", Severity.LOW, "Cited sections and appendices are in the file.", check_cited
)
