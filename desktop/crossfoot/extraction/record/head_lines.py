"""What a line of a record's head is where it is not the title: the meeting, a fact, a name, a time, running text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.extraction.dates import find_dates
from crossfoot.extraction.record.lines import Line, plain
from crossfoot.extraction.record.markers import is_date_alone
from crossfoot.extraction.record.reference import REFERENCE_ROW
from crossfoot.model.english import MONTH

_NOT_A_TITLE = re.compile(
    r"(?:the )?(?:cabinet|executive(?: board| committee| member)?|committee|council|board|panel)\b(?: (?:decisions?"
    r"|meeting|minutes|recommendations?|report|agenda|"
    r"member|briefing|proforma|date|records?|resolutions?)\b.{0,60}|\W*)\Z"
    r"|.{0,60}\b(?:record|notice|statement|schedule|summary|list|register|minutes"
    r"|extract)s? of (?:the )?(?:[\w-]+ ){0,4}?(?:decisions?|cabinet|executive|meetings?|proceedings)\b.{0,60}\Z"
    r"|(?:pro ?forma|issue details.{0,20}|declarations? of .{0,60}|minutes of .{0,60}|chair(?:man)?(?:'s)? .{0,60}"
    r"|welcome\b.{0,60}"
    r"|introductions? and .{0,40}|matters arising.{0,60}"
    r"|exclusion of .{0,60}|any other .{0,40}|cabinet recommendations?|recommendations?|decision(?:s)?(?: details"
    r"| notice| record| sheet| list| maker| made)?|issue details|minutes|agenda|public|"
    r"agenda item.{0,12}|item (?:no\.? ?)?\d.{0,8}|part [ab12i]+|open"
    r"|not for publication|confidential|draft|extract|page \d+.{0,20}|contents|home|print|search"
    r"|agenda (?:and|&) minutes|(?:printed |draft )minutes|issues?(?:(?:\s?-)?\s(?:history|meetings|items.{0,20}))?"
    r"|meeting(?: details)?|details|key decision|non[- ]key decision|"
    r"executive decision.{0,40}|officer decision.{0,40}|delegated decision.{0,40}|form .{0,30}|resolved\b.{0,40}"
    r"|agreed\b.{0,10}|present\b.{0,200}|apologies\b.{0,100}|"
    r"(?:held )?(?:at|on|in) (?:the )?.{0,100}|to:? .{0,40}|from:? .{0,40}|report (?:of|to|by)\b.{0,100}"
    r"|date\b.{0,60}|time\b.{0,60}|venue\b.{0,80}|minutes?\b.{0,40}|"
    r".{0,60}\b(?:sub-?committee|committee|cabinet|executive board|cabinet board|forum|commission)\W*"
    r"|(?:[\w&'’,-]+ ){1,6}(?-i:BOARD|PANEL|Board|Panel)\W*|.{0,40}\bcouncil\W*"
    r"|(?:the )?(?:[\w'’]+ ){0,2}(?:council chamber|(?:committee|meeting|conference) (?:room|suite)s?"
    r"|(?:town|county|shire|city|guild) ?hall|civic (?:centre|offices|suite))(?: \w{1,3})?(?:,.{0,60})?"
    r"|(?:presentation|briefing|paper|note|update|memorandum|statement|address|information|submitted|prepared|written|issued"
    r"|received|considered|adopted|endorsed) (?:of|by|from)\b.{0,200}"
    r"|(?:joint |covering )?(?:report|paper|note|briefing) (?:of|by|from)\b.{0,200}"
    r"|(?:the )?(?:(?:county|borough|city|lead|ward) )?(?:councillors?|cllrs?)\.? (?-i:[A-Z]).{0,120}"
    r"|(?:paper|enclosure|enc|annexe?|document|report)s?\.? (?:no\.? ?)?(?-i:[A-Z]{0,3})[./-]?\d{0,4}(?-i:[A-Z]?)"
    r"|(?:individual |urgent )?decisions? (?:by|of|taken by|made by)\b.{0,100}|extract from\b.{0,80}|dear\b.{0,80}"
    r"|foreword\b.{0,60}"
    r"|.{0,80}\b(?:a\.?m|p\.?m)\b.{0,40})\W*\Z",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?!.*(?::|\b(?:reports?|strategy|plan|budget|annual|update|digest|proposals?|future|changes?|closure"
    r"|(?:review|performance) (?:of|for|in|by))\b))"
    r"(?:the )?(?:[\w'’&,/-]+ ){0,8}(?:directorate|department|dept|division|unit|group|team|section|branch"
    r"|secretariat)\W*\Z"
    r"|(?:chief|director|head|assistant director|corporate director|county|borough|city|town)(?: executive| clerk"
    r"| secretary| treasurer| solicitor)?(?: of [\w'’&, -]{3,60})?(?:'s|’s)?"
    r" ?(?:office|department|directorate|service)s?\W*\Z",
    re.IGNORECASE,
)
"""A line of a head that names who wrote: it is the title only where nothing else is."""

_ONLY_A_TIME = re.compile(
    r"(?:(?:quarter|q[1-4]|qtr|month|period|p\d\d?|year|half|first|second|third|fourth|final|the|of|to|and|for|ended"
    r"|ending|end|in|from|financial"
    rf"|{MONTH}|\d{{1,2}}(?:st|nd|rd|th)?"
    r"|\d{4}(?:/\d{2,4})?)\b[\s,()/:–—-]*)+\Z",
    re.IGNORECASE,
)
"""A line that says only of when a paper is: the line above or below it says of what."""

_PEOPLE = re.compile(r"(?:also )?(?:present|in attendance|apologies|members)\b.{0,40}?[:;]", re.IGNORECASE)
_COUNCIL_LINE = re.compile(
    r"(?:the )?.{0,60}\b(?:council|authority|borough(?: of .{2,40})?|(?:city"
    r"|county) of .{2,40})(?:\s+-\s*.{0,60}|\s*[–—|:,(]\s*.{0,60}|\s{2,}.{0,60}"
    r"|\s+page\s\d+)?\Z",
    re.IGNORECASE,
)
_MEETING_WORD = re.compile(
    r"\b(?:cabinet|meeting|minutes|committee|executive|board|date|panel|council)\b", re.IGNORECASE
)
_FACT_ROW = re.compile(r"[A-Za-z](?:(?!\d)[\w '’()/?-]){1,40}(?::\s|\s?\|\s|\t)")
_SUBJECT_LABEL = re.compile(
    r"[^:\n]{0,40}\b(?:performance|monitoring|review|strategy|outturn|update)\s*:\s", re.IGNORECASE
)
"""What stands before a colon in a title, not in a fact: "QUARTERLY PERFORMANCE: QUARTER 2"."""

_FACT_WORD = re.compile(
    r"\b(?:authors?|reports?|wards?|divisions?|members?|portfolio|cabinet|executive|officers?|holder|contact|dates?|director"
    r"|directorate|department|lead|leader|status|key|exempt|decisions?|ref|reference|no|number|reasons?|purpose|meeting|venue"
    r"|appendix|slide|table|figure|circulation|division|present|chair(?:man)?|councillors?|cllr|from|to|e-?mail|telephone|tel"
    r"|ext|presented|prepared|note|source|published?|issued?|deadline|apologies|attendance|responsible|relevant|scrutiny)\b",
    re.IGNORECASE,
)
"""What is said of a record before a colon: such a line is a fact and no title."""

_OPENS_BODY = re.compile(
    r"\W{0,8}(?:\d{1,2}(?:\.\d)?[.)]?\s+)?(?:(?:executive |report |management )?summary"
    r"|(?:main )?(?:purpose|introduction|background|context|overview|headlines|highlights|contents)"
    r"(?: (?:of|to) (?:the |this )?(?:report|paper|decision|proposals?))?"
    r"|background (?:information|as recorded|and context)|introduction and background|recommendations?|at a glance"
    r"|key (?:messages|points|facts|figures|headlines|findings|issues)|notes? (?:for|to) (?:members|readers)"
    r"|where we are(?: now)?|(?:how to )?read (?:this|the)\b.{0,30}"
    r"|report|proposals?|conclusions?|(?:appendix|appendices|tables?|slides?)\b.{0,80}"
    r"|(?:current|present|overall|financial) (?:position|situation))\W{0,8}\Z",
    re.IGNORECASE,
)
"""A heading of the text below a head. A title stands above it."""

_TELLING = re.compile(
    r"\b(?:is|are|will|was|were|had|has|have|asked|considered|received|noted|agreed|approved|said|told|reported|submitted|presented"
    r"|that|runs?|provides?|sets? out)\b"
)

_ENDS_IN_A_NUMBER = re.compile(r":\s*£?\d[\d.,]*\s?(?:%|[km]|bn|million)?(?:\s*\([^()]{1,40}\))?\Z")
"""A line that tells a number: "Admissions since April: 121"."""


_OPENS_ITEM = "(•-·–—*▪●◦"
"""What a line begins with that is an item of a list or an aside."""

_LONG = 180
"""Characters of a paragraph that is no title broken by a line's end."""
_LONGEST_FACT = 40


def is_no_title(name: str, words: str, *, numbered: bool, alone: bool) -> bool:
    """Tell whether a line of the head is something else: the council, the meeting, a fact, running text."""
    if (
        REFERENCE_ROW.match(words)
        or _NOT_A_TITLE.match(name)
        or _NOT_A_TITLE.match(words)
        or _COUNCIL_LINE.match(words)
        or names_a_date(words)
    ):
        return True
    if not numbered and _ENDS_IN_A_NUMBER.search(words):
        return True
    before_colon = words.partition(":")[0]
    plain_words = not _FACT_WORD.search(before_colon)
    subject = plain_words and (" " in before_colon or (alone and words.isupper()))
    titled = subject or (alone and (len(words) > _LONGEST_FACT or _SUBJECT_LABEL.match(words) is not None))
    if not numbered and ((_FACT_ROW.match(words) and not titled) or words[:1] in _OPENS_ITEM or words[:1].islower()):
        return True
    return len(name) < 3 or (words.endswith((".", ";", ",")) and (not numbered or len(name) > 100))


def runs_on(text: str, lines: Sequence[Line], index: int, words: str) -> bool:
    """Tell whether a line is a sentence that tells what somebody did, or begins a paragraph that lines break."""
    last = index
    while last + 1 < len(lines) and not lines[last + 1].after_blank and lines[last].last - lines[index].first < _LONG:
        last += 1
    telling = _TELLING.search(words) is not None
    if last == index:
        return telling and words.endswith(".")
    below = text[lines[index + 1].first : lines[index + 1].last]
    apart = _FACT_ROW.match(below) is not None or below.startswith("(") or names_a_date(plain(below))
    apart = apart or _NOT_A_TITLE.match(plain(below)) is not None
    wrapped = len(words) > _LONGEST_FACT and not apart and not words.isupper()
    is_long = lines[last].last - lines[index].first >= _LONG
    return (telling and (words.endswith(".") or below[:1].islower())) or (wrapped and is_long)


def names_a_date(words: str) -> bool:
    """Tell whether the line is the meeting's date, alone or behind the meeting's name."""
    if is_date_alone(words):
        return True
    dates = find_dates(words)
    if not dates:
        return False
    before = words[: dates[0].span.start]
    return not before.strip() or _MEETING_WORD.search(before) is not None


def names_a_page(words: str) -> bool:
    """Tell whether words name a body, a page or a role, as what stands above and below a title does."""
    return _NOT_A_TITLE.match(words) is not None


def names_a_meeting(words: str) -> bool:
    """Tell whether words speak of a meeting or of who holds it."""
    return _MEETING_WORD.search(words) is not None


def names_an_office(words: str) -> bool:
    """Tell whether a line names who wrote, a directorate or a unit: it is the title only where nothing else is."""
    return _OFFICE.match(words) is not None


def tells_only_when(words: str) -> bool:
    """Tell whether a line says only of when a paper is: "Quarter 2 2017/18"; what it is about stands beside it."""
    return _ONLY_A_TIME.match(words) is not None


def opens_the_body(words: str) -> bool:
    """Tell whether a line is a heading of the text below a head: a title stands above it."""
    return _OPENS_BODY.match(words) is not None


def lists_people(words: str) -> bool:
    """Tell whether a line begins a list of who was there."""
    return _PEOPLE.match(words) is not None
