"""The words that say when: every form of a period expression that councils print, as one pattern.

Each alternative is a named group; ``resolving`` has a reader for each of these names. The pieces stand in
verbose patterns, so blanks of the text are always spelled out: ``S`` is some blank, ``_OPT`` perhaps none. Longer
forms come before the shorter ones that they begin with.
"""

from __future__ import annotations

import re
from itertools import pairwise

from crossfoot.extraction.figures.words import word_set

S = r"[\s\xa0]+"
_OPT = r"[\s\xa0]*"
_TWO_MONTHS = "|".join(
    rf"{first}{S}and{S}{second}\b"
    for first, second in pairwise(
        (
            "jan(?:uary)?",
            "feb(?:ruary)?",
            "mar(?:ch)?",
            "apr(?:il)?",
            "may",
            "june?",
            "july?",
            "aug(?:ust)?",
            "sept?(?:ember)?",
            "oct(?:ober)?",
            "nov(?:ember)?",
            "dec(?:ember)?",
            "jan(?:uary)?",
        )
    )
)
"""A month and the next one, which together are one stretch without a year too."""

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
YEAR = r"(?:19|20)\d{2}"
WEEKDAY = rf"(?:(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?,?{S})?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_DATE = rf"(?:{WEEKDAY}(?:the{S})?{_DAY}{S}(?:of{S})?{MONTH},?{S}{YEAR}|{MONTH}{S}{_DAY},?{S}{YEAR})(?!\d)"
SHORT_DATE = rf"(?:{_DAY}{S}(?:of{S})?{MONTH}|{MONTH}{S}(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th))(?!\w)"
_SLASHED = r"(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.](?:(?:19|20)\d{2}|\d{2})(?![\d/])"
ISO = r"(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)"
ANY_DATE = rf"(?:{_DATE}|{_SLASHED}|{ISO})"
_DASH = rf"(?:{_OPT}(?:-|–|—){_OPT}|{S}(?:to|until|through{S}to|up{S}to){S})"
_AND = rf"{S}(?:and|to){S}"
SPLIT = rf"{YEAR}{_OPT}(?:/|-|–|‑){_OPT}(?:{YEAR}|\d{{2}})(?![\d/])"
_SHORT_SPLIT = r"\d{2}/\d{2}(?![\d/%])"
COUNT = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen"
    r"|twenty)"
)
_ORDINAL = r"(?:first|second|third|fourth|1st|2nd|3rd|4th|final|last|opening|closing)"
_EDGE = rf"(?:(?:the{S})?(?:end|close|beginning|start){S}(?:of{S})?(?:the{S})?)"
_MAYBE_YEAR = rf"(?:{S}{YEAR})?"
_EARLIER = r"(?:last|previous|preceding|prior)"
_YEAR_KIND = rf"(?:(?:financial|municipal|academic|school|full|calendar){S})?"
_SAID_YEAR = rf"(?:the|this|that|last){S}(?:(?:current|present|last|previous|preceding|same|new){S})?{_YEAR_KIND}year\b"
YEAR_NAMED = rf"(?:the{S})?{_YEAR_KIND}(?:year{S})?(?:{SPLIT}|{YEAR}(?!\d)|{_SHORT_SPLIT})"
_NEAR_YEAR = (
    rf"(?:the|this|that|last){S}(?:(?:current|present|last|previous|preceding|same){S})?(?:financial{S})?year\b"
    rf"(?!{S}to\b)"
)
_YEAR_SAID = rf"(?:{YEAR_NAMED}|{_SAID_YEAR})"
_TO_A_DAY = (
    rf"to(?!{S}(?:about{S}|around{S}|over{S}|just{S}|only{S}|nearly{S})?£?\d[\d,.]*(?:%|[km]\b|bn\b)?"
    rf"(?:[;)]|[.,](?!\d)|$|{S}(?!(?:of{S})?{MONTH}|\d)))"
)
"""The "to" of "the year to 31 March", not that of "from 236 at the start of the year to 249"."""

_REPORTS = (
    rf"(?:{S}(?:and{S}|&{S})?(?:performance|(?:budget|revenue|capital|financial|finance|corporate|workforce|safeguarding)\b"
    rf"|monitoring|reports?|reporting|packs?|scorecards?|dashboards?|reviews?|updates?|summary|data|figures|results|statistics"
    rf"|position|digest|bulletin|indicators|outturn|forecast)){{1,4}}(?:{_OPT}[-–:])?"
)
"""What a report of a quarter calls itself before it names the year: "Quarter 3 performance report, 2022/23"."""

_AGO = r"(?:earlier|before|previously|ago|prior|back(?!\s+(?:to|in|from|into|on|at)\b))\b"

_FORMS = (
    # "between 1 April and 30 June 2013", "1 April - 30 June 2013"
    rf"""(?P<datespan>
        between{S}(?:the{S})?(?:{ANY_DATE}|{SHORT_DATE}){_AND}{ANY_DATE}
      | (?:{ANY_DATE}|{SHORT_DATE}){_DASH}{ANY_DATE})""",
    # "the year to 31 March 2014", "12 months ended June", "12 month period to June"
    rf"""(?P<yearto>
        (?:rolling{S})?(?:(?:{COUNT}(?:{S}|-(?=month))|the{S}))?
        (?:(?:rolling|full|financial|municipal|calendar|academic){S})?
        (?P<ylen>half(?:{S}|-)years?|years?|half|quarters?|months?|weeks?|period)(?:(?<=month)(?:{S}|-)(?:period|figure|total|average|rate|rolling{S}\w+))?{S}
        (?:(?:up{S})?(?:to|until|to{S}and{S}including)
          |before
          |(?:(?:that|which){S}(?:had{S}|has{S})?)?(?:end|clos|finish)(?:ed|ing|es|s)(?:{S}(?:on|at|with|in))?){S}
        (?:{_EDGE})?
        (?P<yto>{ANY_DATE}|{MONTH}{S}{YEAR}|{WEEKDAY}(?:the{S})?{SHORT_DATE}|{MONTH}
          |(?:(?:period|month){S}|p)(?P<yp>1[0-2]|0?[1-9])(?!\d)|(?:(?:quarter|qtr){S}|q)(?P<yqn>[1-4])(?!\d)
          |(?:that|this){S}(?:date|day|point|time)\b))""",
    # "in the eleven months from April", "the six months beginning in July 2014"
    rf"""(?P<monthsfrom>
        (?P<mq>{COUNT}){S}months{S}(?:from|since|(?:beginn|start)ing(?:{S}(?:in|with))?){S}(?:the{S}(?:start|beginning){S}of{S})?
        (?P<mr>{MONTH}(?:{S}{YEAR})?)(?!{_MAYBE_YEAR}{S}(?:to|until)\b))""",
    # "the week beginning 2 March 2015"
    rf"(?P<weekof>week{S}(?:beginning|commencing|of){S}(?P<wd>{ANY_DATE}|{SHORT_DATE}))",
    rf"(?P<date>{ANY_DATE})",
    # "between 1 April and 30 June", "1 April to 30 June"
    rf"""(?P<shortspan>
        between{S}(?:the{S})?{SHORT_DATE}{_AND}(?:the{S})?{SHORT_DATE}
      | {SHORT_DATE}{_DASH}{SHORT_DATE})""",
    # "between April and June 2013", "April to the end of June"
    rf"""(?P<monthspan>
        {MONTH}{S}and{S}{MONTH}{S}{YEAR}(?!\d)(?![^.;]{{0,60}}\brespectively)
      | (?:{_TWO_MONTHS})(?!{S}{YEAR}|[^.;]{{0,60}}\brespectively)
      | (?:between{S}{MONTH}{_MAYBE_YEAR}{_AND}|{MONTH}{_MAYBE_YEAR}{_DASH}(?:the{S}end{S}of{S})?){MONTH}
            (?:{S}{YEAR}|(?:{S}of)?{S}(?P<my>{_NEAR_YEAR}))?
      | (?:between{S})?{MONTH}{S}(?:and|to){S}the{S}end{S}of{S}the{S}(?P<me>year|period|quarter|month)\b
      | {MONTH},{S}(?:{MONTH},{S}){{0,3}}{MONTH},?{S}and{S}{MONTH}{_MAYBE_YEAR}(?![^.;]{{0,60}}\brespectively))""",
    # "between 3 and 20 June 2014", "11-22 November"
    rf"""(?P<dayspan>
        (?:on{S}{_DAY}{S}and{S}(?={_DAY}{S}(?:of{S})?{MONTH}(?!{S}(?:respectively|and)))
            |(?:between|from){S}(?:the{S})?{_DAY}{S}(?:and|to){S}(?:the{S})?|{_DAY}{_OPT}(?:-|–){_OPT}
            |(?:week{S}(?:of|from){S}(?:the{S})?{_DAY}|(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)){S}to{S}(?:the{S})?){_DAY}{S}(?:of{S})?{MONTH}
        (?:,?{S}(?P<dy>{YEAR})(?!\d))?)""",
    rf"(?P<shortdate>{SHORT_DATE}(?:{S}(?:of{S})?(?P<dw>(?:last|this){S}year\b))?)",
    # "quarters 1 to 3", "Q1-Q3 2015/16"
    rf"""(?P<quarterspan>
        (?:quarters|qtrs?|q){_OPT}(?P<qa>[1-4])(?:{_OPT}(?:-|–|/|&){_OPT}|{S}(?:to|and|&){S})(?:(?:quarter|qtr|q){_OPT})?(?P<qb>[1-4])
        (?!\d|{_OPT}%|/\d)(?:{_OPT}[(,]?{_OPT}(?:of{S})?(?P<qs>{SPLIT}|\d{{2}}/\d{{2}}(?![\d/%])))?)""",
    # a quarter by its number or its order, with its year or without
    rf"""(?P<quarter>
        (?:(?:quarters?|qtr|q){_OPT}(?P<qn>[1-4])|(?:quarter|qtr){S}(?P<qw>one|two|three|four)\b|(?P<qo>{_ORDINAL}){S}quarter\b)(?!\d|{_OPT}%)
        (?:(?:{_REPORTS})?{_OPT}[(,]?{_OPT}(?:of{S})?(?:the{S})?(?:financial{S}year{S})?(?P<qy>{SPLIT}|{YEAR}(?!\d)|\d{{2}}/\d{{2}}(?![\d/%]))
          |{S}of{S}(?P<qz>the{S}calendar{S}year(?:{S}{YEAR})?|{_NEAR_YEAR})|{S}(?P<qu>(?:last|this|previous|prior){S}year\b))?)""",
    # "the first six months of 2015/16", "the first three quarters of the year", "the second half"
    rf"""(?P<half>
        (?P<ho>first|second|opening|closing|last|final|past|previous|preceding){S}
        (?:(?P<hn>{COUNT}){S})?(?P<hu>half|months|quarters)\b
        (?:{S}of{S}(?P<hy>{_YEAR_SAID})|(?!{S}of\b))
      | (?:the{S})?(?P<hj>{COUNT}(?={S}months)|quarter|half(?:[ ]|-)year)(?:{S}months)?{S}
            (?:(?:that|which){S}(?:has|had){S})?(?:just|now|recently){S}(?:ended|gone|past|completed|finished|over|closed)\b
      | (?P<hg>the{S}year{S}(?:that{S}(?:has|had){S})?(?:just|now|recently){S}
            (?:ended|gone|past|over|completed|finished|closed)\b)
      | (?P<hh>h[12]){S}(?:of{S})?(?P<hz>{YEAR_NAMED})
      | (?P<hb>half(?:{S}|-)year(?={_OPT}:))
      | (?P<hp>past{S}year|rolling{S}(?:year|(?:12|twelve)(?:{S}|-)months?))\b)""",
    # "and 39 in the first"
    rf"(?P<elliptic>(?:in|for|during){S}the{S}(?P<eo>first|second|third|fourth)(?={_OPT}(?:[,.;:)]|$)|{S}(?:and|but|to|against|compared|while)\b))",
    # a term that one was named beside, and the summer before: "and 95% in the spring"
    rf"(?P<season>(?:in|for|during){S}the{S}(?P<te>autumn|spring|summer)(?!{S}(?:and|to){S}(?:the{S})?(?:autumn|spring|summer){S}terms?\b)(?={_OPT}(?:[,.;:)]|$)|{S}(?:and|but|to|against|compared|while|there|it|we|they)\b|{S}£?\d))",
    rf"(?P<lastsummer>last{S}summer\b(?!{S}terms?\b))",
    rf"""(?P<monthyear>{MONTH}(?:
        (?:{_OPT},)?(?:{S}of)?{S}{YEAR}(?!\d) | (?:-|–|/|{_OPT}['’])(?:{YEAR}|\d{{2}})(?![\d/%]|\.\d)))""",
    # "between 2016/17 and 2019/20", "from 2015 to 2018"
    rf"""(?P<yearspan>
        (?:(?:{COUNT}{S}(?:financial{S})?years{S})?(?:between|from){S}|{COUNT}{S}(?:financial{S})?years{S})?{SPLIT}(?:{_DASH}|{_AND}){SPLIT}
      | (?:(?:between|from)|{COUNT}{S}years(?:{S}from)?){S}{YEAR}{S}(?:and|to){S}{YEAR}(?![\d/,]|{_OPT}%))""",
    # "23-24 to 26-27"
    rf"(?P<minispan>(?P<sa>\d{{2}})(?:/|-|–)\d{{2}}{S}(?:to|and){S}\d{{2}}(?:/|-|–)(?P<sb>\d{{2}})(?![\d%/-]|\.\d))",
    # "23-24", "09/10": a financial year without its century
    rf"(?P<minisplit>(?P<ya>\d{{2}})(?:/|-|–)(?P<yb>\d{{2}})(?![\d%/-]|\.\d|{_OPT}%))",
    # a financial year, or one that is called academic
    rf"(?P<split>(?:(?:two|three|four|five){S}years{S})?(?:(?P<acb>academic|school){S}year{S})?(?:fy{_OPT})?{SPLIT}(?:{S}(?P<aca>academic|school){S}year)?)",
    # "FY19", "FY18/19"
    rf"(?P<fy>fy{_OPT}(?:(?P<fyl>{YEAR}|\d{{2}})(?![\d/])|\d{{2}}/(?P<fye>\d{{2}})(?![\d/])))",
    # a term, with its year or without
    rf"""(?P<term>
        (?P<tn>autumn|spring|summer|winter)(?:{S}(?:and|to|&){S}(?P<tm>autumn|spring|summer|winter)(?={S}terms?\b))?
        (?:(?:{S}terms?)?(?:{S}(?:of|in))?(?:{S}the)?{S}(?P<ty>{SPLIT}|{YEAR}(?!\d))|{S}terms?\b))""",
    # "month 6", "period 9", "P7" of the financial year
    rf"(?P<ledger>(?:(?:month|period){S}|p)(?P<ln>1[0-2]|0?[1-9])(?![\d/%]|[.,:]\d|st|nd|rd|th|{S}{MONTH})(?:(?:{_REPORTS})?{_OPT},?{_OPT}(?:of{S})?(?P<ly>{SPLIT}))?)",
    # "the calendar year 2022", "the 2022 calendar year"
    rf"(?P<calyear>calendar{S}year{S}(?:of{S})?(?P<ca>{YEAR})(?!\d)|(?P<cb>{YEAR}){S}calendar{S}year\b)",
    rf"(?P<year>\b{YEAR}\b(?![,.]\d)(?!{_OPT}%))",
    # "the same period of 2014/15", "the corresponding quarter of the previous year", "same point a year earlier"
    rf"""(?P<same>
        (?:(?:(?:at|in|for|during){S})?(?:the{S})?(?:same|corresponding|equivalent|comparable){S}(?:{COUNT}{S})?
            (?:period|quarters?|time|months?|point|date|stage|weeks?|half|term|days?|season|figures?|numbers?|totals?)
          | (?:(?:at|in|for|during|over){S})?(?:those|these){S}(?:(?:same|very){S})?(?:{COUNT}{S})?months
          | (?:at{S})?this{S}(?:time|point|stage))
        (?:{S}(?:of|in|from|for|during))?(?:{S}the)?{S}
        (?:
            (?P<sy>{SPLIT}|{_SHORT_SPLIT})
          | (?:last|previous|prior|preceding){S}(?:(?:financial{S})?year|winter|summer|autumn|spring|season|term)
          | (?:(?:a|the){S})?year{S}(?:before|earlier|ago|preceding|prior|back|previously|just{S}(?:gone|ended|past))
          | {YEAR}(?!\d)
        ))""",
    # "two years earlier", "six months ago"
    rf"(?P<ago>(?P<an>{COUNT}|a){S}(?P<au>years?|quarters?|months?|weeks?){S}{_AGO})",
    # "a year later", "six months on"
    rf"(?P<later>(?P<ln2>{COUNT}|a|twelve){S}(?P<lu>years?|quarters?|months?|weeks?){S}(?:later|afterwards|on(?={_OPT}[,.;:)]|{S}(?:the|it|there|that|this)\b)))",
    # "last September", "September last year", "the March before"
    rf"""(?P<monthago>
        (?:(?:the{S})?{_EARLIER}|this){S}(?P<mb>{MONTH})
      | (?P<mn>next|(?:the{S})?following|the{S}coming){S}(?P<mf>{MONTH})
      | the{S}(?P<md>{MONTH}){S}(?:before|previous(?:ly)?|earlier)\b
      | (?P<ma>{MONTH}){S}(?P<mw>last{S}year|last|this{S}year|of{S}(?:this|last){S}year)\b)""",
    # "the end of the year", "when the year closed", "at year end"
    rf"""(?P<yearedge>
        (?:(?:at|by|on|from|to|since){S})?(?:the{S})?(?P<ye>end|close|start|beginning|outset|last{S}(?:working{S})?day|first{S}(?:working{S})?day){S}of{S}
            (?:the|this|that){S}(?:(?:current|reporting|same){S})?{_YEAR_KIND}(?P<yu>year|quarter|period|month)\b
            (?!{S}(?:{_TO_A_DAY}|ended|ending|{YEAR}|ahead)|{_OPT}\({_OPT}(?:the{S})?(?:{_DAY}{S}(?:of{S})?{MONTH}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d))
      | (?:when|once|as|by{S}the{S}time){S}
            (?:(?:the|that|this|last){S}{_YEAR_KIND}(?P<yv>year|quarter|period)|(?P<ym>{MONTH})){S}
            (?P<yw>closed|ended|finished|began|opened|started)\b(?!{S}(?:on|with){S})
      | (?:(?:at|by){S})?(?:the{S})?(?P<yq>quarter|month|period)(?:{S}|-)end\b
      | (?:at|by){S}(?:its|their){S}(?P<yx>end|close|start|beginning|outset)\b(?!{S}of\b)
      | (?:at|on|by){S}the{S}balance{S}sheet{S}date\b
      | (?:at{S}|by{S})?(?:(?:the|its){S})?(?:(?:last|previous){S})?(?:financial{S})?year(?:['’]s)?(?:{S}|-)end\b
            (?!{S}(?:of{S}|for{S})?\(?{SPLIT}))""",
    # "half-way through the year", "at mid-year"
    rf"""(?P<halfway>
        (?:at{S}(?:the{S})?)?half(?:{S}|-)?way{S}(?:through|into){S}(?:the|this){S}{_YEAR_KIND}year\b(?!{S}(?:19|20)\d\d)
      | (?:(?:by|after){S})?(?P<hk>{COUNT}){S}months{S}(?:into|of){S}(?:the|this){S}
            {_YEAR_KIND}year\b(?!{S}(?:19|20)\d\d)
      | (?:at|by){S}(?:the{S})?
        (?:half(?:{S}|-)?way(?:{S}(?:point|stage|mark))?|half(?:{S}|-)year|mid(?:{S}|-)?(?:point|year))\b
        (?:{S}(?:of|in){S}(?:the|this){S}{_YEAR_KIND}year\b)?)""",
    # "the remaining six months", "the rest of the year"
    rf"""(?P<rest>
        (?:(?:in|over|for|during|throughout){S})?the{S}(?:
            remaining{S}(?P<rn>{COUNT}){S}months(?:{S}of{S}(?:the|this){S}{_YEAR_KIND}year)?
          | (?:rest|remainder){S}of{S}(?:the|this){S}{_YEAR_KIND}year)\b)""",
    # "New Year's Eve", "last Friday", "yesterday"
    rf"""(?P<namedday>
        (?P<feast>new{S}year['’]?s{S}(?:eve|day)|christmas{S}(?:eve|day)|boxing{S}day)\b
      | last{S}(?P<lastday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!{S}(?:in|of)\b)\b
      | yesterday\b | last{S}night\b)""",
    # "today", "at the time of the meeting"
    rf"""(?P<today>
        today\b(?!['’]) | as{S}(?:i|we){S}write\b
      | (?:at|as{S}of|as{S}at|on|by){S}the{S}(?:time|date|day){S}of{S}(?:(?:the|this){S})?
        (?:meeting|report|writing|committee|cabinet)\b)""",
    # "the year to date", "so far this year"
    rf"""(?P<todate>
        ytd\b | (?:(?:in|over|during|for){S})?(?:(?:the|this){S})?year(?:-|{S})to(?:-|{S})date\b
      | (?:(?:so|thus){S}far|to{S}date){S}(?:in|for|of|during){S}(?P<ts>{SPLIT})
      | (?:(?:so|thus){S}far|to{S}date){S}(?:in{S})?(?:this|the{S}(?:current|present)){S}{_YEAR_KIND}year\b
      | (?:(?:in|over|during|for){S})?(?:this|the|the{S}current){S}{_YEAR_KIND}year{S}(?:(?:so|thus){S}far|to{S}date)\b
      | so{S}far{S}this{S}term\b | this{S}term{S}(?:so{S}far|to{S}date)\b
      | to{S}date\b)""",
    # "in the nine months since then"
    rf"(?P<sincethen>(?:(?P<sn>{COUNT}){S}(?P<su>months?|weeks?|years?|quarters?){S})since{S}(?:then|that{S}(?:time|date))\b|since{S}then\b)",
    # "the next two years", "each of the two following years", "next year"
    rf"""(?P<nextyears>
        the{S}(?:(?P<nw>next|following|coming|ensuing){S}(?P<na>{COUNT})|(?P<nb>{COUNT}){S}(?P<nx>following|coming)){S}
        (?:financial{S})?years\b)""",
    rf"(?P<nextyear>(?:the{S})?(?:next|following|coming|forthcoming|ensuing|(?<=the[\s\xa0])new){S}{_YEAR_KIND}year\b|the{S}year{S}(?:after|following)\b)",
    # "the previous financial year", "the year before", "twelve months earlier"
    rf"""(?P<lastyear>
        (?:in{S}|for{S}|during{S})?(?:the{S})?{_EARLIER}{S}
            (?:financial{S}|academic{S}|municipal{S}|full{S})?year(?:'s|’s)?\b(?!{S}of{S}the\b)
      | the{S}year{S}(?P<lb>before{S}last)\b
      | (?:the|a){S}year{S}
            (?:before|earlier|ago|previously|preceding|prior(?!{S}to\b)|back(?!{S}(?:to|in|from)\b))(?P<lt>{S}that\b)?
      | twelve{S}months{S}(?:earlier|before|previously|ago|prior(?!{S}to\b)|back(?!{S}(?:to|in|from)\b)))""",
    rf"""(?P<lastquarter>
        (?:the{S})?{_EARLIER}{S}quarter\b(?!{S}of{S}(?:the{S}year\b|{YEAR}|{SPLIT}))
      | the{S}quarter{S}(?:before|previously|earlier)\b)""",
    rf"(?P<lastmonth>(?:the{S})?{_EARLIER}{S}month|the{S}month{S}(?:before|previously|earlier)\b)",
    rf"""(?P<thisyear>
        (?:this|the{S}current|the{S}present|current){S}(?:financial{S}|municipal{S}|academic{S})?year\b
      | the{S}(?:current|present){S}(?:year['’]s{S})?(?:(?:capital|revenue){S})?(?:programme|budget|estimates?)\b)""",
    # "at this point", "during the quarter", "this quarter", "that year"
    rf"""(?P<now>
        this{S}(?:reporting{S})?(?:quarter|month|period|half(?:{S}|-)year)\b(?!{S}(?:to|ended|ending|last)\b)
      |
        (?:at{S})?(?:this|that|the{S}same){S}(?:point|date|time|stage)\b
      | (?:on{S})?that{S}(?:very{S}|same{S})?(?:day|night|evening|morning|afternoon)\b
      | (?:in|over|during|for|throughout|within|across|through){S}(?:the|that){S}
            (?:school|academic|calendar){S}year\b(?!{S}(?:{SPLIT}|{YEAR}))
      | (?:in|over|during){S}the{S}course{S}of{S}(?:the|this|that){S}(?:year|quarter|month|period)\b
      | (?:at|during|in|over|within|for|throughout|across|through){S}(?!this{S}year\b)(?:the|this|that|these|those){S}
            (?:same{S}|whole{S}|reporting{S})?
            (?:quarter|period|month|half(?:{S}|-)year|half(?!{S}year|-year)|year|(?P<nm>{COUNT}){S}months)\b
        (?!(?:(?<=period)|(?<=month)){S}(?:1[0-2]|0?[1-9])\b(?!{S}[a-z])|(?<=year){S}(?:{SPLIT}|{YEAR}(?={_OPT}[,.;)]))|(?<=year){S}(?:[1-9]|1[0-3])\b(?![,.]\d)|(?<=quarter){S}[1-4]\b)
        (?!{S}(?:{_TO_A_DAY}|(?:that|which){S}(?:ha[ds]{S})?(?:ended|closed|finished)|just|ended|ending|up|from|of|since|before|preceding
            |prior|previously|earlier|back|gone|after|following
            |ahead|end
            |(?<=months[\s\xa0])(?:that{S}(?!ha)|which{S}(?!ha)|allowed|permitted|laid|required|prescribed|set\b|in{S}which)
            |groups?)\b|-end\b))""",
    rf"(?P<month>{MONTH})",
)
EXPRESSION = re.compile("|".join(_FORMS), re.VERBOSE | re.IGNORECASE)

LEADING = re.compile(
    r"""
    (?P<edge>
        (?:(?:end|close|beginning|start|middle|last\s+day|first\s+day)\s+of(?:\s+the)?(?:\s+(?:financial\s+year|quarter|year|month))?|\bend[\s-]
            |\byear[\s-]end(?:\s+(?:of|for))?),?\s*\(?$)
  | (?P<asat>(?:\bas\s+(?:at|of)|\bat|\bas\s+on)(?:\s+the)?\s*\(?$)
  | (?P<upto>\b(?:up\s+to|to|until|by)\s*$)
  | (?P<since>\b(?:since|from)\s*$|\bsince\s+the\s+(?:start|beginning|first\s+day|outset)\s+of(?:\s+the)?\s*$
        |\bsince\s+(?:[a-z’']+\s+){1,5}(?:in|on)\s*$
        |\bsince\s+the\s+(?:last|previous)\s+\w+\s+(?:in|of|on)\s*$)
  | (?P<other>\b(?:in|on|during|for|of|over|throughout|within|across|ending|ended)(?:\s+the)?\s*\(?$
        |\b(?:mid|early|late)[\s-]$)""",
    re.VERBOSE,
)
"""The words, in lower case, that lead up to an expression: they show that it is one, and which of its days is meant."""

LAST_OF_LEADING = tuple(
    word_set(
        """
        of the year quarter month end for at as on to until by since from in during over throughout within across
        ending ended mid early late
        """
    )
)
"""The words one of which is the last of those that lead up: without one the pattern above need not be tried."""

DATE_BESIDE = re.compile(
    rf"{_OPT}[(,]{_OPT}(?:(?:to|ending|ended|as{S}at|at|up{S}to|end){S})?({ANY_DATE})", re.IGNORECASE
)
"""A date that a quarter's name is followed by: "quarter 1 (to 30 June 2013)"."""

NUMERIC_DATE = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})")
DAY_AND_MONTH = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?{S}(?:of{S})?({MONTH})(?:,?{S}({YEAR}))?", re.IGNORECASE)
MONTH_AND_DAY = re.compile(rf"({MONTH}){S}(\d{{1,2}})(?:st|nd|rd|th)?(?:,?{S}({YEAR}))?(?!\d)", re.IGNORECASE)
MONTH_AND_YEAR = re.compile(
    rf"({MONTH})(?:(?:[\s,]+(?:of\s+)?(?=(?:19|20)\d\d)|[-–/]|\s*['’])(\d{{4}}|\d{{2}})(?!\d))?", re.IGNORECASE
)
YEARS = re.compile(r"\d{4}|\d{2}")
