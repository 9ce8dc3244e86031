"""Rule 38: an amount among sums of money that has lost its £."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.checks.basis.context import Context
from crossfoot.checks.basis.outcome import Outcome, Rule, query
from crossfoot.checks.basis.passages import Sentence
from crossfoot.checks.form.told_as_money import told_as_money
from crossfoot.model import Severity, Span, Unit

_DIGIT = re.compile(r"\d")
_SCALED = re.compile(
    r"(?<![£$€\d.,/\w–-])(?P<amount>\d{1,3}(?:,\d{3})*(?:\.\d+)?\s?(?:m|k|bn|million|billion))\b(?!\s*(?:pounds"
    r"|people|euros?|dollars?|metres|miles|km))"
)
_LARGE = re.compile(
    r"(?<![£$€\d.,/\w–-])(?P<amount>\d{1,3}(?:,\d{3})+(?:\.\d\d)?)(?![\d%]|,\d|\s*(?:pounds|children|people"
    r"|families|homes|households|pupils|residents|visits|cases|hours|tonnes|miles|hectares|acres|metres|litres))"
)
_MONEY = re.compile(
    r"\b(?:budgets?|out-?turn|overspen\w+|underspen\w+|savings?|spend\w*|spent|costs?|costing|grants?|fund(?:s"
    r"|ing)?|reserves?|allocation|expenditure|income|discounts?|estimates?|transfer|deficit|borrow\w*|capital"
    r"|fees?|contribution|price|charges?)\b"
)
_BARE = re.compile(
    r"(?<![£$€\d.,/\w–-])(?P<amount>\d{1,3}(?:,\d{3})+)(?=\s*(?:[,;:.)(]|$|(?:to|for|from|in|towards|and|on|at"
    r"|(?:had|has|have)(?= been)"
    r"|is|was|which|will|would|went|goes|came|comes|being|this year|next year|a year|a week)\b))"
    r"(?![.,]\d)(?!(?: [a-z0-9]+){0,5} at £)(?!\s*(?:[a-z]+ )?(?:tonnes|miles|hectares|acres|metres|litres)\b)"
)
_SECOND_END = re.compile(
    r"£\d[\d,.]*(?:m|k)?\s+(?:(?:a|per) [a-z]+ )?(?:to|and|or|-|–)\s+(?P<amount>\d[\d,]*(?:\.\d+)?(?:m|k)?)"
    r"(?=\s*(?:[,;)]|\.(?!\d)|$|(?:per|a|an|each)\b))"
)
"""The second end of a range or step of prices: "from £155 to 162 per week"."""
_LIKEWISE = re.compile(
    r"£\d[\d,.]*(?:m|k)? (?P<each>for (?:each|every|an?)|per|to each|to every) [^.;£]{2,40}?(?:,| and|, and|, but) "
    r"(?P<amount>\d[\d,]*(?:\.\d+)?(?:m|k)?) (?P=each)\b"
)
"""A price for each of some, and in the same words another for each of others: "£12 for each adult and 7 for each …"."""
_PENCE = re.compile(
    r"(?<![£$€\d.,/\w–-])(?P<amount>\d{1,3}(?:,\d{3})*\.\d\d)(?![\d%]|\.\d|\s*(?:%|per ?cent|percent|m\b|million"
    r"|k\b|hours|days|weeks|months|years|fte|points|times|miles|km|tonnes|pm\b|am\b|hectares|acres))"
)
"""A number with two decimals, as pounds and pence are printed."""
_PER_TIME = re.compile(
    r"(?<![£$€\d.,/\w–-])(?P<amount>\d[\d,]*(?:\.\d+)?)"
    r"(?=\s+(?:an?|per|each) (?:week|hour|day|night|month|year|head|place|mile))"
)
_POUNDS_PER_TIME = re.compile(r"£\d[\d,.]*\s+(?:an?|per|each) (?:week|hour|day|night|month|year|head|place|mile)\b")
"""A price per time; where one has its £, another beside it is a price too."""
_THINGS = re.compile(
    r"\b(?:numbered|numbering|there (?:were|are)|population|people|children|households|residents|visits"
    r"|visitors|pupils|contacts"
    r"|referrals|membership|borrowers|issues?|items|hours|tonnes|homes|properties|copies|voters"
    r"|electors|subscri\w+|members|applications|requests|places|permits|tickets|bins|tonnage|emissions)\b"
)
_CUE = re.compile(
    r"\b(?:budget|out-?turn|overspend|underspend|savings?|cost|grant|expenditure"
    r"|allocation)\b[a-z ,]{0,20}\b(?:of|was|is|at|to|totalling|approximately|about)\s+$"
)


_PRINTED = 3
"""A record with so many £ prints its sums with it."""


def check_pound(context: Context) -> Iterator[Outcome]:
    """Ask, in one finding, about amounts without their £ in sentences about money.

    Tables that give their unit in the header are left alone. Source: rule 38 of the list of checks (web copies of the
    records have lost every £).
    """
    found: list[Span] = []
    printed = context.text.count("£") >= _PRINTED
    for sentence in context.passages.sentences:
        paragraph = context.passages.paragraphs[sentence.paragraph]
        if paragraph.is_row or _DIGIT.search(sentence.low) is None:
            continue
        if printed:
            before = context.passages.previous(sentence)
            low = before.low if before is not None and before.paragraph == sentence.paragraph else ""
            found += [Span(*at).shifted(sentence.span.start) for at in told_as_money(sentence.low, low)]
        if not ("£" in sentence.text or _MONEY.search(sentence.low) or _pounds_near(context, sentence)):
            continue
        amounts = [m.span("amount") for m in _SCALED.finditer(sentence.low)]
        amounts += [
            m.span("amount") for m in _LARGE.finditer(sentence.low) if _CUE.search(sentence.low[: m.start()][-60:])
        ]
        if _pounds_near(context, sentence):
            amounts += [m.span("amount") for m in _SECOND_END.finditer(sentence.low)]
            amounts += [m.span("amount") for m in _LIKEWISE.finditer(sentence.low)]
            if _POUNDS_AND_PENCE.search(sentence.text):
                amounts += [m.span("amount") for m in _PENCE.finditer(sentence.low)]
            if _POUNDS_PER_TIME.search(sentence.low):
                amounts += [m.span("amount") for m in _PER_TIME.finditer(sentence.low) if _is_price(sentence.low, m)]
            amounts += [
                m.span("amount") for m in _BARE.finditer(sentence.low) if not _counts_things(sentence.low[: m.start()])
            ]
        found += [Span(*amount).shifted(sentence.span.start) for amount in sorted(set(amounts))]
    found = sorted(set(found), key=lambda span: span.start)
    found += _in_columns(context)
    found += [span for span in _in_lists(context) if not any(span.overlaps(other) for other in found)]
    if not found:
        return
    quotes = list(dict.fromkeys(span.cut(context.text) for span in found))
    shown = ", ".join(quotes[:6]) + (f" and {len(quotes) - 6} more" if len(quotes) > 6 else "")
    figures = [
        f for f in context.figures if f.unit in {Unit.GBP, Unit.COUNT, None} and any(f.span.overlaps(s) for s in found)
    ]
    many = len(found) > 1
    message = f"{'Amounts' if many else 'An amount'} among sums of money without a £: {shown}; worth checking."
    yield query(message, shown, figures=figures, span=found[0], words="|".join(quotes))


def _pounds_near(context: Context, sentence: Sentence) -> bool:
    """Tell whether sums of money stand in a sentence, or in both list items beside it or the only one there is."""
    if "£" in sentence.text:
        return True
    paragraphs = context.passages.paragraphs
    here = paragraphs[sentence.paragraph]
    if here.kind not in {"item", "short"}:
        return False
    beside = [p for p in paragraphs[max(0, here.index - 1) : here.index + 2] if p is not here and p.kind == here.kind]
    return bool(beside) and all("£" in p.span.cut(context.text) for p in beside)


_OF_A_COUNT = re.compile(r"\bof (?:the|these|those|our|all) \d[\d,]*\b(?!\.\d)[^.;£]{0,60}$")
"""A whole that is no amount, in front of its part: "Of the 1,875 that were, 1,782 (95%)"."""


def _counts_things(front: str) -> bool:
    """Tell whether the words in front of a number, of its own clause, name what is counted, and money not behind it."""
    clause = re.split(r"[.;£]", front)[-1]
    if _OF_A_COUNT.search(clause):
        return True
    if re.search(_THINGS.pattern + r"[^.;£]{0,40}$", clause):
        return True
    things = [match.start() for match in _THINGS.finditer(clause)]
    return bool(things) and _MONEY.search(clause, things[-1]) is None


_POUNDS_AND_PENCE = re.compile(r"£\d[\d,]*\.\d\d(?!\d)")
_UNPRICED = re.compile(r"\b(?:hours?|visits?|children|people|pupils|cases|meals|places|sessions)\b[^.;]{0,20}$")


def _is_price(low: str, match: re.Match[str]) -> bool:
    """Tell whether a number per time is a price, and no number of hours or people."""
    return _UNPRICED.search(low[: match.start()]) is None and not re.search(r"\b(?:of|for)\s+$", low[: match.start()])


_NUMBER = re.compile(r"\(?-?\d{1,3}(?:,\d{3})*(?:\.\d+)?(?:m|k)?\)?")


def _in_columns(context: Context) -> list[Span]:
    """Return the cells without a £ in columns where every other amount has one."""
    found: list[Span] = []
    for table in context.passages.tables:
        for index in range(1, table.width):
            cells = [
                (row[index], figures[index])
                for row, figures in zip(table.words, table.rows, strict=True)
                if index < len(row)
            ]
            bare = [figure for words, figure in cells if _NUMBER.fullmatch(words) and figure is not None]
            pounds = sum(words.startswith(("£", "(£", "-£")) for words, _ in cells)
            beside = sum(1 for row in table.words for word in row[1:] if word.startswith(("£", "(£", "-£")))
            scaled = len(bare) == 1 and re.search(r"[mk]\)?$", bare[0].quote.strip(), re.IGNORECASE)
            if len(bare) == 1 and (pounds >= 2 or (pounds and scaled and beside >= 2)):
                found.append(bare[0].span)
    return found


_PRICED = re.compile(
    r"^(?P<name>[^£\d]{3,80}?)[\s:–—-]+(?P<sign>£?)(?P<amount>\d[\d,]*(?:\.\d\d)?)"
    r"(?P<tail>(?: (?:an?|per|each|for) [a-z ]+)?)"
    r"[\s.;,]*$"
)
"""An item that names something and its price, as "Agency: £910" or "hire of hall £18.50 an hour"."""
_LEAST_ITEMS = 3


def _in_lists(context: Context) -> list[Span]:
    """Return the one price without a £ of a list in which every other item ends with one, told in the same way."""
    found: list[Span] = []
    for block in context.passages.lists:
        if len(block.items) < _LEAST_ITEMS:
            continue
        priced = [_PRICED.match(context.passages.low[item.span.start : item.span.end]) for item in block.items]
        if any(match is None for match in priced):
            continue
        items = [(item, match) for item, match in zip(block.items, priced, strict=True) if match is not None]
        bare = [(item, match) for item, match in items if not match["sign"]]
        if len(bare) != 1 or len({match["tail"] for _, match in items}) > 1:
            continue
        item, match = bare[0]
        found.append(Span(*match.span("amount")).shifted(item.span.start))
    return found


POUND = Rule(38, "lost £", Severity.LOW, "Sums of money have their £.", check_pound)
