"""The headings of a decision record: the seven sections under their many names, and what ends a section.

A heading is told by its words and by what follows them: the line's end, a colon, a tab or a cell's edge.
Numbers, bold, underlining and heading marks may stand around it or be missing. The words are those of
Stockton's proforma, of the pages that most councils' committee systems print, and of minutes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from crossfoot.extraction.figures.words import word_set
from crossfoot.extraction.quick import one_of
from crossfoot.extraction.record.headings_by_sense import headings_by_sense
from crossfoot.extraction.record.lines import GAP, MARKUP, Line, plain, trimmed
from crossfoot.extraction.record.markers import is_date_alone
from crossfoot.extraction.unchanging import unchanging
from crossfoot.model import Section, SectionKind, Span

_K = SectionKind

_MEMBERS = r"(?:\((?:[^()\n]{1,40})\) )?"
_S = r"(?:s|\(s\)|s\(s\)|'s|’s)?"

_WHO = r"(?:we|(?:the )?(?:cabinet|executive|committee|council|board|mayor|leader|members?|portfolio holder))"
_DECIDED = r"(?:decided|agreed|approved|resolved|recommended|chosen|chose|preferred it)"
_COURSE = (
    r"(?:courses?(?: of action)?|ways?(?: forward)?|options?|possibilit(?:y|ies)|choices?|approach(?:es)?"
    r"|solutions?|alternatives?|proposals?)"
)
_WEIGHED = (
    r"(?:looked (?:at|into)|considered|weighed(?: up)?|examined|explored|thought (?:of|about)|discussed|reviewed"
    r"|appraised|assessed|rejected|turned down|dismissed|discounted|ruled out"
    r"|not (?:taken(?: up| forward)?|followed|pursued|chosen|preferred|adopted|recommended))"
)
"""Words in which councils head the reasons and the options without saying either word."""

# Clear phrases: no sentence begins so and then stops at a colon or at the line's end.
_CLEAR: dict[SectionKind, tuple[str, ...]] = {
    _K.TITLE: (
        (
            rf"(?:title|name|subject)(?: and (?:reference|purpose))? of (?:the )?(?:item|report|decision|matter|paper"
            rf"|issue){_S}"
            rf"(?: ?[/&] ?(?:report|item|decision|matter)| or (?:report|item))?"
        ),
        r"(?:item|report|decision|agenda item|issue|record) (?:title|subject|name)",
        r"subject matter(?: of (?:the )?(?:report|decision))?",
        r"title/subject(?: matter)?",
        r"subject/title",
    ),
    _K.DECISION: (
        (
            rf"(?:(?:formal )?record|summary|details?|text|terms|statement|nature|description) of (?:the )?"
            rf"(?:(?:cabinet|executive|proposed|key) )?decision{_S}(?: (?:made|taken|record))?"
        ),
        rf"(?:the )?decision{_S} (?:made|taken|reached|agreed|and resolutions?)(?: by (?:the )?(?:cabinet|executive))?",
        rf"(?:cabinet|executive|committee|board)(?:'s|’s)? (?:decision|resolution){_S}",
        rf"decision{_S} of (?:the )?(?:cabinet|executive|committee|board|mayor)",
        rf"(?:decision{_S} ?/ ?(?:resolution|recommendation){_S}|(?:resolution|recommendation){_S} ?/ ?decision{_S})",
        r"(?:agreed|approved) recommendations?",
        r"recommendations? (?:agreed|approved)",
        r"the (?:decision|resolution)s?",
        r"what (?:was |we |the cabinet |cabinet )?(?:agreed|decided|resolved)",
    ),
    _K.REASONS: (
        (
            rf"(?:(?:the|statement of(?: the)?|summary of(?: the)?) )?reason{_S}(?: and (?:justification"
            rf"|background))? (?:for|of|behind)"
            rf" (?:the |this |these |its |making the |taking the )?(?:proposed |key |executive |cabinet )?(?:decision"
            rf"|recommendation|resolution){_S}"
            rf"(?: ?[/&] ?(?:decision|recommendation){_S})?"
        ),
        rf"rationale (?:for|behind) (?:the |this )?(?:proposed )?(?:decision|recommendation){_S}",
        rf"decision reason{_S}",
        rf"(?:reason{_S} )?why (?:the |this |these )?decision{_S} (?:was |were |is )?(?:made|taken|reached)",
        rf"why {_WHO} (?:has |have |had )?(?:so )?{_DECIDED}(?: (?:this|so|as it did))?",
        (
            rf"why (?:it|this|that|these|they)(?: (?:decision|recommendation|proposal|course){_S})?"
            rf" (?:was|were|is|are|has been|had been) (?:so )?(?:{_DECIDED}|made|taken|reached|needed|proposed)"
        ),
        (
            r"(?:the )?(?:grounds|basis|justification|explanation) (?:for|of|behind) (?:the |this |these )?"
            rf"(?:proposed )?(?:decision|recommendation){_S}"
        ),
    ),
    _K.ALTERNATIVES: (
        (
            r"(?:(?:details|summary|a summary|description|outline|record) of )?"
            r"(?:any |the |all )?(?:alternative|other)s?"
            rf"(?: (?:option|course|proposal|approache?){_S})?(?: of action)?(?: which (?:were|was)"
            rf"| that were)? considered(?:,? ?(?:and|&|/|or|but) ?(?:why (?:they were )?)?(?:rejected|discounted))?"
        ),
        (
            r"(?:(?:details|summary) of )?(?:any |the )?(?:alternative|other) (?:options?|courses of action"
            r"|proposals?)(?:,? (?:and|&) (?:why )?(?:rejected|reasons for rejection))?(?: rejected)?"
        ),
        r"options? considered(?:,? ?(?:and|&|/|or|but) ?(?:why )?(?:rejected|discounted))?",
        r"options? (?:rejected|discounted|not (?:taken (?:forward|up)|pursued|preferred|recommended|chosen))",
        r"alternatives rejected",
        (
            rf"(?:any |the |all |what |which )?(?:other|alternative|different) {_COURSE}"
            rf"(?:,? (?:that|which))?(?: (?:were|was|had been|have been))? {_WEIGHED}(?:,? and why\b[^.:\n]{{0,60}})?"
        ),
        rf"(?:options?|alternatives?|what else) (?:(?:that |which )?(?:were|was|had been|have been) )?{_WEIGHED}",
    ),
    _K.CONFLICTS: (
        (
            rf"(?:(?:details|record|note|register|declaration) of )?(?:any "
            rf"|all )?(?:declared )?{_MEMBERS}(?:conflict{_S}) of interest{_S}"
        ),
        rf"declared {_MEMBERS}(?:conflict{_S} of )?interest{_S}",
        (
            rf"(?:(?:member|councillor){_S}['’]? )?(?:declaration|disclosure){_S} of (?:any |members['’] "
            rf"|disclosable |personal |pecuniary |prejudicial |and |other )*interest{_S}"
        ),
        rf"interest{_S} (?:and nature of interest{_S} )?(?:declared|disclosed)",
        rf"(?:member|councillor){_S}['’]? interest{_S}",
        r"disclosable pecuniary interests?",
        rf"any interest{_S} declared",
        rf"(?:interest|declaration){_S}(?: (?:and|&) | ?/ ?)dispensation{_S}",
    ),
    _K.DISPENSATIONS: (
        (
            rf"(?:(?:details?|note|record|notes) of )?(?:any |the )?(?:relevant )?dispensation{_S} (?:granted|given"
            rf"|received|made|in respect|relating|issued)"
        ),
        rf"(?:details?|note|record|notes) of (?:any |the )?(?:relevant )?dispensation{_S}",
        rf"any dispensation{_S}",
    ),
    _K.CALL_IN: (
        (
            r"(?:the )?(?:last |latest |final )?(?:date|deadline|time)(?:(?: (?:and|&) | ?/ ?)(?:time|date))?"
            r" (?:by which|for"
            r"|of|on which|when) (?:a |the |any )?(?:request for )?(?:decisions? (?:(?:may|can"
            r"|must) be )?)?call(?:ed)?[- ]?in"
        ),
        (
            r"(?:the )?(?:deadline|expiry|time limit|(?:last|final|latest) (?:day|time|moment)) (?:for|of|to)"
            r" (?:a |the |any )?(?:requests? (?:for|to) )?call(?:ing)?(?: (?:it|this|(?:the|this) decision))?[- ]?in"
        ),
        (
            r"call[- ]?in (?:deadline|date|expires?|expiry|ends?|closes?|period|procedure|arrangements|by|to be"
            r"|not later|no later|must be|may be|can be|time|details|information|status)"
        ),
        (
            r"(?:this |the )?decision (?:is )?(?:effective|comes into (?:force|effect)|(?:may|can"
            r"|will) be implemented)(?: from| on)?"
        ),
        r"effective (?:from|date)",
        r"(?:date (?:of|for) |earliest )?implementation date",
        r"date (?:of|for) implementation",
        (
            r"date (?:(?:the )?decision )?(?:is )?(?:effective|comes into force|takes effect|may be implemented"
            r"|to be implemented)(?: from)?"
        ),
        r"subject to call[- ]?in until",
    ),
}

# Plain words: a heading only alone on the line, or before a colon, a tab or a cell's edge.
_PLAIN: dict[SectionKind, tuple[str, ...]] = {
    _K.TITLE: (
        *(r"title", r"subject", r"item", r"topic", r"matter"),
        r"issue(?!\s?[-–]\s(?:items at|meetings\b|details\b|history\b))",
    ),
    _K.DECISION: (rf"decision{_S}", rf"resolution{_S}", r"resolved decision"),
    _K.REASONS: (rf"reason{_S}", r"rationale", r"why(?: (?:this|the) decision)?"),
    _K.ALTERNATIVES: (r"alternatives", r"alternative", r"alternative options?", r"options"),
    _K.CONFLICTS: (rf"declaration{_S}", rf"interest{_S}", r"conflicts?", r"declared interests?"),
    _K.DISPENSATIONS: (rf"dispensation{_S}",),
    _K.CALL_IN: (r"call[- ]?in",),
}

# What else heads a line of a record and so ends the section before it.
_OTHERS = (
    r"(?:date of )?publi(?:cation|shed)(?: date| on)?|date published|decision published|"
    r"wards?(?: affected)?|(?:electoral )?divisions?(?: affected)?|contact(?: officer| details| person)?|"
    r"supporting documents?|background (?:papers|documents|information)|accompanying documents?|documents?|"
    r"related (?:documents?|decisions?|meetings?|issues?)|appendices|attachments?|consult(?:ation"
    r"|ees?)(?: undertaken)?|"
    r"purpose(?: of (?:the )?(?:report|decision))?|decision[- ]?maker|decision taker|decision status|status|"
    r"(?:is (?:this |it )?a? ?)?key decision|is (?:it |the decision |this )?subject to call[- ]?in"
    r"|subject to call[- ]?in|(?:date (?:of|for) )?(?:the )?decision (?:date|due)(?: date)?|"
    r"date (?:of|for) (?:the )?(?:decision|meeting|cabinet|committee|executive)(?: meeting| made| taken)?"
    r"|meeting date|date decision (?:made|taken)|"
    r"decided at(?: meeting)?|decision due(?: date)?|report (?:of|author|by|to|from|number|no)|author|lead (?:member"
    r"|officer|councillor)|"
    r"(?:cabinet |portfolio )(?:member|holder|area)|portfolio|directorate|department|service(?: area)?|"
    r"(?:additional|other|further|exempt) information|(?:financial|legal|resource|equality|equalities|environmental"
    r"|risk|staffing|human resources)"
    r"(?: and [a-z]+)? (?:implications?|comments|considerations|assessment|impact)|implications"
    r"|equality impact(?: assessment)?|"
    r"signed|signature|notice (?:date|of decision)|urgency|(?:reason for )?(?:urgent|exemption|exempt)(?: item)?|"
    r"present|apologies(?: for absence)?|in attendance|also (?:present|in attendance)|members present|chair(?:man)?"
    r"|voting|"
    r"(?:decision |report |key decision |forward plan )?(?:reference|ref)\.?(?: (?:no|number)\.?)?|minute (?:no"
    r"|number)|scrutiny(?: committee| consideration)?|"
    r"confidential(?:ity)?|access to information|restrictions on publication|categor(?:y|ies)|reason key|officer(?:s)?|"
    r"policy framework|corporate (?:priorities|plan|objectives)|next steps|monitoring officer|head of paid service|date"
)

_NUMBER = (
    r"(?:(?:section|part|item|box|paragraph)\s(?:no\.?\s)?)?(?:\(?\d{1,2}(?:\.\d{1,2})?[.):]{0,2}|\(?(?:[a-h]|[ivx]{1,4})[.)])[^\S\n]*"
    r"(?:[-–—][^\S\n]*)?"
)
_OPEN = rf"(?:[^\S\n]|[>|]|{MARKUP})*(?:(?P<number>{_NUMBER})(?:[^\S\n]|[|]|{MARKUP})*)?"

# Words that may run on behind a clear phrase and still belong to the heading.
_TAIL = (
    r"(?P<tail>[^\S\n]?\([^()\n]{1,80}\)|"
    r"(?:[^\S\n]{1,4}|\n[^\S\n]{0,30}(?-i:(?=[a-z])))(?:and|or|by|at|in|for|of|on|to|if|which|that|with|from"
    r"|relating|relevant|declared|granted|given|made|taken|must|may|can|will|shall|should|has|have|is|are|be|including|under|executed|exercised"
    r"|not|no later)\b"
    r"[^:|\t\n.?]{0,160}(?:\n[^\S\n]{0,30}(?-i:[a-z])[^:|\t\n.?]{0,80}(?=\n|\Z))?)?"
)
_AFTER_CLEAR = (
    rf"(?:[^\S\n\t]|{MARKUP})*(?:(?P<alone>[:;.?–—-]{{0,3}}(?:[^\S\n]|[|]|{MARKUP})*(?=\n|\Z))"
    rf"|(?P<mark>[:?]+[-–—]?|\||\t|[-–—][^\S\n]|(?<=[*_>])(?=\S)|(?<=[^\S\n]{{2}})(?=\S)|(?=[^\S\n](?:none|nil|n/?a"
    rf"|not applicable)\b[^\S\n]?[.;]?(?:\n|\Z|[^\S\n]{{2}}))))"
)
_AFTER_PLAIN = (
    rf"(?:[^\S\n\t]|{MARKUP})*(?:(?P<alone>[:?–—-]{{0,3}}(?:[^\S\n]|[|]|{MARKUP})*(?=\n|\Z))"
    rf"|(?P<mark>[:?]+[-–—]?|\||\t|(?<=[*_>])(?=\S)|[-–—][^\S\n](?=[^\n]{{1,60}}(?:\n|\Z))|(?=[^\S\n](?:none|nil|n/?a"
    rf"|not applicable)\b[^\S\n]?[.;]?(?:\n|\Z|[^\S\n]{{2}}))))"
)


def _spaced(phrase: str) -> str:
    """Return the phrase with each blank standing for any gap between words."""
    return phrase.replace("[- ]", r"[-\s]").replace(" ?", "\0").replace(" ", GAP).replace("\0", r"\s?")


def _compiled(phrases: dict[SectionKind, tuple[str, ...]], tail: str, after: str) -> re.Pattern[str]:
    """Return one pattern whose named groups tell the kind."""
    kinds = "|".join(
        f"(?P<{kind.value}>{'|'.join(_spaced(phrase) for phrase in forms)})" for kind, forms in phrases.items()
    )
    return re.compile(rf"{_OPEN}(?P<words>{kinds}){tail}{after}", re.IGNORECASE)


_CLEAR_HEADING = _compiled(_CLEAR, rf"(?![\w'’]){_TAIL}", _AFTER_CLEAR)
_PLAIN_HEADING = _compiled(_PLAIN, r"(?![\w'’])(?:[^\S\n]?\([^()\n]{1,40}\))?", _AFTER_PLAIN)
_OTHER_HEADING = re.compile(rf"{_OPEN}(?P<words>{_spaced(_OTHERS)})(?![\w'’]){_AFTER_PLAIN}", re.IGNORECASE)
_OFFICER = re.compile(rf"{_OPEN}proper{GAP}officer\b(?=[^\n]{{0,120}}(?:\n|\Z))", re.IGNORECASE)
_PUBLISHED = re.compile(
    rf"{_OPEN}(?:(?:this|the|decision|record|notice|of)\s)*(?:date{GAP}of{GAP}publication|publication{GAP}date"
    rf"|published"
    rf"|date{GAP}published)\b[^\n]{{0,60}}\d",
    re.IGNORECASE,
)
_FIRST_WORDS = word_set(
    """
    access accompany additional agenda agreed all also altern any apolog appendi approved attach author background basis
    board cabinet call categor chair committee confiden conflict consult contact corporate councillor date deadline deci
    declar depart descri detail different director disclos dispens division document earliest effective elector environ
    equalit executive exempt expir explan final financ formal forward further ground head human implement implic in
    interest is issue item justif key last latest lead legal matter meeting member minute monitoring name nature next
    note of officer option other outline policy portfolio present proper publi purpose rationale reason recommend record
    ref regist relat relevant report resol resource restrict risk scrutiny service signat signed staffing stat subject
    summary supporting terms text the this time title topic urgen voting ward what which why
    """
)
_MAY_HEAD = re.compile(rf"{_OPEN}{one_of({*_FIRST_WORDS, 'a summary'})}", re.IGNORECASE)
"""How the first word of any heading begins: few lines need a further look."""

_MARKED_HEADING = re.compile(r"\s*(?:#{1,6}\s|\*\*(?![^\n]*\*\*[^\n]*[a-z]{3})|<[uU]>|<[bB]>)")
_BOTH = re.compile(r"(?:and|&|/) dispensation", re.IGNORECASE)
_BETWEEN_ROWS = re.compile(r"[.;)][^\S\n]+(?=[A-Z])|[^\S\n]{2,}(?=[A-Z])")
_LONGEST_ROW = 400
_LONGEST_HEAD_LINE = 110
_WORDS_ABOVE = re.compile(r"[^\ufeff \t\n#*_]")
_WORDS_BELOW = re.compile(r"[^ \t\n*_:]")
_FIRST_LETTERS = frozenset("abcdefghijklmnoprstuvwABCDEFGHIJKLMNOPRSTUVW#*_<>|(`\\0123456789 \t")
_SET_IN = 6
"""Blanks before a line that goes on below a label's own words."""

_LABEL = re.compile(r"[A-Z][\w '’/()-]{1,40}:(?:\s|\Z)")
_EMPTY_WORDS = re.compile(
    (
        r"(?:none|nil|n/?a|not applicable|no|none declared|none received|not relevant"
        r"|no interests? (?:were )?declared)\W{0,3}\Z"
    ),
    re.IGNORECASE,
)


@unchanging(frozen=True, slots=True)
class Mark:
    """A heading found: its kind (None for one that is no section), its words, where its body begins.

    ``row`` tells that the value stands on the heading's own line, as in a table or a list of facts.
    """

    kind: SectionKind | None
    start: int
    heading: str
    body: int
    row: bool
    numbered: bool


def find_marks(text: str, lines: list[Line]) -> list[Mark]:
    """Return the headings of ``text`` in order, those of sections and those that only end one."""
    marks: list[Mark] = []
    beyond = 0
    for line in lines:
        if line.start < beyond or line.last - line.first < 3 or text[line.start] not in _FIRST_LETTERS:
            continue
        mark = _mark_at(text, line, line.start)
        if mark is not None:
            marks.append(mark)
            beyond = mark.body
            if mark.row and line.end - line.start <= _LONGEST_ROW:
                marks.extend(_further_marks(text, line, mark.body))
        elif marks and marks[-1].kind is _K.CONFLICTS and not text[marks[-1].body : line.start].strip():
            marks.extend(_further_marks(text, line, line.start))
    kinds = {mark.kind for mark in marks if mark.kind is not None}
    if len(kinds) >= _OF_A_FORM:
        taken = {mark.start for mark in marks}
        more = [
            Mark(kind, line.start, plain(text[line.first : line.last]), line.end, row=False, numbered=False)
            for kind, line in headings_by_sense(text, lines, kinds)
            if line.start not in taken
        ]
        if more:
            marks = sorted([*marks, *more], key=lambda mark: mark.start)
    return marks


_OF_A_FORM = 2
"""So many kinds of known headings make a form, whose other parts may be headed in other words."""


def _further_marks(text: str, line: Line, begin: int) -> Iterator[Mark]:
    """Yield the headings that stand behind the first one on a line: "Interests: None. Dispensations: None."."""
    for gap in _BETWEEN_ROWS.finditer(text, begin, line.end):
        mark = _mark_at(text, line, gap.end())
        if mark is not None and mark.row and mark.start >= begin:
            yield mark


def _mark_at(text: str, line: Line, start: int) -> Mark | None:
    """Return the heading that begins at ``start`` on the line, or None."""
    if _MAY_HEAD.match(text, start) is None:
        return None
    for pattern in (_CLEAR_HEADING, _PLAIN_HEADING):
        match = pattern.match(text, start)
        if match:
            kind = next(kind for kind in SectionKind if match[kind.value] is not None)
            mark = _made(text, kind, match, line)
            if mark is not None:
                return mark
    if _OFFICER.match(text, start) or _PUBLISHED.match(text, start):
        return Mark(None, start, plain(text[max(start, line.first) : line.last]), line.end, row=True, numbered=False)
    match = _OTHER_HEADING.match(text, start)
    if match:
        return _made(text, None, match, line)
    return None


_OF_PROSE = frozenset({_K.DECISION, _K.REASONS, _K.ALTERNATIVES})
_MEETING_OF_A_LIST = re.compile(
    r"\A[^\n]{0,60}\b(?:cabinet|executive|committee|council|board|meeting)\b[^\n]{0,60}\b(?:19|20)\d\d\b", re.IGNORECASE
)
"""The line that heads a list of several decisions: "Summary of Decisions – Cabinet, 28 January 2025"."""

_ONLY_NUMBERS = re.compile(r"[^\S\n]*[£(-]?\d[\d,.%£()|\s-]*?(?:\n|\Z)")
"""What stands behind the name of a table's row: "Decisions made   611   742"."""


def _made(text: str, kind: SectionKind | None, match: re.Match[str], line: Line) -> Mark | None:
    """Return the heading, or None where its words turn out to be something else."""
    if match["number"] and match["words"][0].islower():
        return None
    row = match["alone"] is None
    body = match.end()
    if kind is SectionKind.DECISION:
        stop = text.find("\n", body)
        beside = text[body : len(text) if stop < 0 else stop]
        if (row and is_date_alone(beside)) or _MEETING_OF_A_LIST.search(match.group() + beside):
            return None
    if row and kind in _OF_PROSE and _ONLY_NUMBERS.match(text, body):
        return None
    if not row and not match["number"] and kind in _OF_PROSE and _is_sentence(match):
        return None
    heading = plain(text[max(line.first, match.start()) : match.start("mark") if row else match.end()]).rstrip(" :|")
    number = match["number"]
    if number:
        heading = plain(heading.removeprefix(number.strip()))
    return Mark(kind, match.start(), heading, body, row, numbered=number is not None)


def _is_sentence(match: re.Match[str]) -> bool:
    """Tell whether words that could head a section go on to a full stop: "Why it was agreed to is not known."."""
    return bool(match.groupdict().get("tail")) and match["alone"].startswith(".")


def sections_of(text: str, lines: list[Line], marks: list[Mark]) -> tuple[list[Mark], list[Section]]:
    """Return the marks that head a section, and the sections, in the order of the text.

    A section runs to the next heading of any kind. A section other than the decision ends before a
    line that is marked up as a heading of its own, and after a first paragraph that says "None".
    """
    kept = _without_page_title(text, marks)
    heads = [mark for mark in kept if mark.kind is not None]
    starts = [line.start for line in lines]
    sections: list[Section] = []
    for index, mark in enumerate(kept):
        if mark.kind is None:
            continue
        limit = kept[index + 1].start if index + 1 < len(kept) else len(text)
        end = _end_of_body(text, mark, limit, lines, starts)
        span = Span(*trimmed(text, mark.body, end))
        sections.append(Section(mark.kind, mark.heading, span))
        if mark.kind is _K.CONFLICTS and _BOTH.search(mark.heading):
            sections.append(Section(_K.DISPENSATIONS, mark.heading, span))
    return heads, sections


def _without_page_title(text: str, marks: list[Mark]) -> list[Mark]:
    """Leave out a "RECORD OF DECISION" that names the whole page and not its section.

    So does one that nothing stands before, where more of a head follows it: a record says first what it is about.
    """
    first_title = next((mark.start for mark in marks if mark.kind is _K.TITLE), None)
    decisions = [mark for mark in marks if mark.kind is _K.DECISION]
    kept: list[Mark] = []
    for index, mark in enumerate(marks):
        if mark.kind is _K.DECISION and not mark.numbered and not mark.row and _opens_head(text, mark):
            continue
        if mark.kind is _K.DECISION and not mark.numbered and len(decisions) > 1 and mark is not decisions[-1]:
            limit = marks[index + 1].start if index + 1 < len(marks) else len(text)
            empty = not text[mark.body : limit].strip()
            if empty or (first_title is not None and mark.start < first_title):
                continue
        kept.append(mark)
    return kept


def _opens_head(text: str, mark: Mark) -> bool:
    """Tell whether a heading stands first of all words, above a short line that is no sentence."""
    if _WORDS_ABOVE.search(text, 0, mark.start):
        return False
    words = _WORDS_BELOW.search(text, mark.body)
    begin = words.start() if words else len(text)
    below = text[begin : begin + 2 * _LONGEST_HEAD_LINE].partition("\n")[0].rstrip(" *_")
    return 0 < len(below) <= _LONGEST_HEAD_LINE and not below.endswith((".", ";", ":"))


def _end_of_body(text: str, mark: Mark, limit: int, lines: list[Line], starts: list[int]) -> int:
    """Return where the body of the section ends, ``limit`` at the latest."""
    own_end = text.find("\n", mark.body, limit)
    own_end = limit if own_end < 0 else own_end
    own = text[mark.body : own_end].strip()
    whole = mark.kind is _K.CALL_IN and any(map(str.isdigit, own))
    if mark.row and own and mark.kind is _K.TITLE:
        return _wrapped_title_end(text, mark, own_end, limit)
    if mark.row and own and (whole or _EMPTY_WORDS.match(plain(own))):
        return own_end
    if mark.kind is _K.DECISION:
        return limit
    index = bisect_left(starts, own_end if own else mark.body)
    seen = bool(own)
    while index < len(lines) and lines[index].start < limit:
        line = lines[index]
        words = text[line.first : line.last]
        if seen and (_MARKED_HEADING.match(text, line.start) or _is_shouted(words)):
            return line.start
        if not seen and _EMPTY_WORDS.match(words):
            return line.end
        seen = True
        index += 1
    return limit


def _wrapped_title_end(text: str, mark: Mark, end: int, limit: int) -> int:
    """Return where a title beside its label ends: lines set in under its first words belong to it."""
    begin = text.rfind("\n", 0, mark.body) + 1
    label = len(text[begin : mark.start]) - len(text[begin : mark.start].lstrip())
    while end < limit:
        stop = text.find("\n", end + 1, limit)
        below = text[end + 1 : limit if stop < 0 else stop]
        words = below.lstrip(" ")
        if not words.strip() or len(below) - len(words) < label + _SET_IN or _LABEL.match(words):
            break
        end = limit if stop < 0 else stop
    return end


def _is_shouted(words: str) -> bool:
    """Tell whether the words are a heading in capitals."""
    return 6 <= len(words) <= 80 and words.isupper() and sum(map(str.isalpha, words)) >= 6
