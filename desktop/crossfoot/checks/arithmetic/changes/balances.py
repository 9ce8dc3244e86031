"""Opening, what came, what went, closing: told in whatever order, in text, lists and tables, for rules 5 and 22.

Each figure's part in the balance is read from the words of its own clause, or from the label of its row: "opening
caseload 820", "12 arose", "drawn down £0.7m", "37 remained". A balance counts only where every part is told so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from crossfoot.checks.basis.context import Context, same_kind
from crossfoot.checks.basis.interval import reach, total
from crossfoot.checks.basis.outcome import Outcome, holds, query
from crossfoot.checks.basis.passages import Paragraph, Sentence
from crossfoot.model import Figure, Nature, Qualifier, Span, Unit
from crossfoot.model.english import MONTH, numbers_named
from crossfoot.model.wording import value_words

_START = rf"\b(?:start|beginning|outset|opening|(?:on|at) (?:the )?1(?:st)? (?:of )?(?:{MONTH}))\b"
_END = rf"\b(?:end|close|(?:on|at) (?:the )?(?:28|29|30|31)(?:th|st)? (?:of )?(?:{MONTH}))\b"
_OPENS_BEFORE = re.compile(
    rf"\b(?:opening|opened(?: the [a-z]+)? (?:with|at)|start(?:ed|s)?(?: the [a-z]+)? (?:with|at|on)"
    rf"|beg[au]n(?: the [a-z]+)? (?:with|at|on)|brought forward|from)\b[a-z ]{{0,30}}:?\s*£?$"
    rf"|^[^.;]{{0,40}}{_START}[^.;,]{{0,40}}?(?:there were|were|was|had|:|of|,)?\s*£?$"
)
_OPENS_BEHIND = re.compile(
    rf"^[^.;,£\d]{{0,50}}?(?:{_START}|\b(?:was|were|been) brought forward\b"
    rf"|\bin (?:{MONTH})\b|\bwhen (?:the|it) [a-z ]{{0,12}}(?:began|started|opened)\b)"
)
_CLOSES_BEFORE = re.compile(
    rf"\b(?:closing|closed(?: the [a-z]+)? (?:with|at)|ended(?: the [a-z]+)? (?:with|at|on)|carried forward|leaving"
    rf"|so that|giving|making|stands? at|stood at|(?:took|brought|bringing|taking) [a-z ]{{0,30}}\bto"
    rf"|from [^.;]{{0,30}}\bto)\b[a-z ]{{0,30}}:?\s*£?$|{_END}[^.;,]{{0,40}}?(?:there were|were|was|had|:|of)?\s*£?$"
)
_CLOSES_BEHIND = re.compile(
    rf"^[^.;,£\d]{{0,50}}?(?:{_END}|\bto (?:be )?carr(?:y|ied) forward\b"
    rf"|\bremain(?:ed|ing|s)?\b|\bwere left\b|\bwere (?:still )?(?:outstanding|open)\b"
    rf"|\bwhen (?:the|it) [a-z ]{{0,12}}(?:ended|closed)\b)"
)
_COMPARED = re.compile(r"\s*(?:[a-z]+ ){0,2}?(?:(?:lower|higher|more|less|fewer) than|above|below)\b")
_BROUGHT = re.compile(r"\b(?:took|brought|takes|brings|taking|bringing) [a-z ]{0,40}\bfrom\s*£?$")
_LEADS_TO = re.compile(r"\b(?:closing|leaving|so that|giving|making|which left|to leave)\b[a-z ]{0,30}:?\s*£?$")
_CAME = re.compile(
    r"\b(?:new(?:ly)?|start(?:ed|s|ing)|join(?:ed|ers)|became|enter(?:ed|ing)|admitted|admissions?|added|additions?"
    r"|arose|arrivals|came in|opened|approved|recruited|received|starters|gained?|additional|extra|increase"
    r"|rise|growth|began(?! (?:with|at|on|the)\b)|commenced"
    r"|contributions?|paid in|top-?up|net gain|registered|transferred in|issued|granted|begun|taken on|born"
    r"|put on|made"
    r"|acquired|purchased|built"
    r"|becoming|became empty|placed(?= (?:in|on|with|at)\b)|income|receipts?|interest|appointments?|appointed|welcomed"
    r"|arrived|came into|came to us|taken into(?! account| consideration)"
    r"|brought in(?:to)?|carried in|bought back|coming|(?<!de-)registrations)\b"
)
_WENT = re.compile(
    r"\b(?:ceas(?:ed|ing)|left|leav(?:e|ing|ers)|ended|ending|finished|closed|closures?|removed|resigned|resignations?"
    r"|discharged?"
    r"|discharges|departed|came off|withdrawn|filled|loss(?:es)?|lost|drawn down|draw-?down|used|spent|fewer|decrease"
    r"|reduction|fall|allocated|completed|resolved|paid out|retired|de-?registered|transferred out|deleted"
    r"|surrendered"
    r"|expired|revoked|cancelled|let|sold|housed|rehoused|taken off"
    r"|moved on|moved out|demolished|died|disposed of|written off"
    r"|transferred to|de-?registrations"
    r"|sales|committed|stopped|expenditure|payments?|outgoings|withdrawals?|departures?"
    r"|brought to an end|moved away|went home|returned home|stood down|stepped down)\b"
)
_PLACED = frozenset({Unit.COUNT, Unit.FTE, Unit.GBP, None})
_LARGEST = Decimal(3)
"""A closing figure more than so many times what the flows lead to was meant for something else."""


@dataclass(frozen=True, slots=True)
class Balance:
    """An opening figure, what came and what went, and the closing figure."""

    opening: Figure
    came: tuple[Figure, ...]
    went: tuple[Figure, ...]
    closing: Figure

    @property
    def both_ways(self) -> bool:
        """Tell whether something came and something went."""
        return bool(self.came and self.went)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Return all figures of the balance."""
        return (self.opening, *self.came, *self.went, self.closing)


def balances(context: Context) -> tuple[Balance, ...]:
    """Return the balances that the record tells; found once for a record."""
    return context.once(_found)


def _found(context: Context) -> tuple[Balance, ...]:
    """Find the balances of the running text, the lists and the tables."""
    return (*_in_text(context), *_in_lists(context), *_in_tables(context))


def said(balance: Balance) -> Outcome:
    """Return whether what came and went leads from the opening to the closing figure."""
    opening, closing = balance.opening, balance.closing
    due = reach(opening) + total(_size(f) for f in balance.came) - total(_size(f) for f in balance.went)
    value = _due(balance)
    parts: list[Figure | str] = [opening]
    for sign, against, flows in ((" + ", " − ", balance.came), (" − ", " + ", balance.went)):
        for flow in flows:
            parts += [sign if flow.value >= 0 else against, flow]  # "(0.750)" is taken away by adding it
    printed, computed = value_words(closing.value, closing.unit), value_words(value, closing.unit)
    if due.meets(reach(closing)):
        return holds(f"Opening figure and changes lead to {printed}.", *parts, " = ", closing, " holds")
    return query(
        f"Opening figure and changes lead to {computed}, but {printed} is printed; worth checking.",
        *parts,
        f" = {computed}, ",
        closing,
        " is printed",
    )


def _size(figure: Figure) -> Figure:
    """Return a flow without its sign: its row or its words tell which way it goes."""
    return figure if figure.value >= 0 else replace(figure, value=-figure.value)


def _due(balance: Balance) -> Decimal:
    """Return what opening, came and went lead to, by the printed values."""
    flows = sum((abs(f.value) for f in balance.came), Decimal(0)) - sum(
        (abs(f.value) for f in balance.went), Decimal(0)
    )
    return balance.opening.value + flows


def _usable(figure: Figure) -> bool:
    """Tell whether a figure can stand in a balance: a count or an amount that is no average, target or benchmark."""
    return (
        figure.unit in _PLACED
        and figure.qualifier is not Qualifier.AVERAGE
        and figure.nature not in {Nature.TARGET, Nature.BENCHMARK}
    )


def _of_parts(parts: Sequence[tuple[Figure, str]]) -> Balance | None:
    """Return the balance of figures with their parts, where each part is told as often as it must be."""
    by_part = {name: tuple(f for f, part in parts if part == name) for name in ("open", "in", "out", "close")}
    if len(by_part["open"]) != 1 or len(by_part["close"]) != 1 or not (by_part["in"] or by_part["out"]):
        return None
    balance = Balance(by_part["open"][0], by_part["in"], by_part["out"], by_part["close"][0])
    if not all(same_kind(f, balance.opening) for f in balance.figures):
        return None
    due, closing = _due(balance), balance.closing.value
    fits = 0 < due <= closing * _LARGEST and closing <= due * _LARGEST
    return balance if fits else None


def _in_text(context: Context) -> Iterator[Balance]:
    """Yield the balances that one sentence tells, or two to four that follow each other in one paragraph."""
    for paragraph in context.passages.paragraphs:
        if paragraph.is_row or len(paragraph.figures) < 3:
            continue
        taken: set[str] = set()
        told: dict[str, str | None] = {}
        usable = [[f for f in s.figures if _usable(f) and not _is_of_them(context, f)] for s in paragraph.sentences]
        for count in (1, 2, 3, 4):
            for start in range(len(paragraph.sentences) - count + 1):
                sentences = paragraph.sentences[start : start + count]
                figures = [f for each in usable[start : start + count] for f in each]
                if not 3 <= len(figures) <= 6 or taken & {f.id for f in figures}:
                    continue
                parts: list[tuple[Figure, str]] = []
                for sentence, figure in ((s, f) for s in sentences for f in s.figures if f in figures):
                    if figure.id not in told:
                        told[figure.id] = _part(context, sentence, figure)
                    part = told[figure.id]
                    if part is None:
                        break
                    parts.append((figure, part))
                balance = _of_parts(parts) if len(parts) == len(figures) else None
                span = Span(sentences[0].span.start, sentences[-1].span.end)
                if balance is not None and not _has_unread(context, span, figures):
                    taken |= {f.id for f in balance.figures}
                    yield balance


_NUMBER = re.compile(
    r"(?<![\d.,/£-])(?P<digits>\d[\d,]*)(?=\s+[a-z])|\b(?:"
    rf"{numbers_named(1, 20)}|thirty|forty|fifty)\b"
)


_OF_THEM = re.compile(r"\s*(?:[a-z]+ )?of (?:them|these|those|which|whom)\b")


def _is_of_them(context: Context, figure: Figure) -> bool:
    """Tell whether a number is a part of the one before: "eight have been approved (five of them this quarter)"."""
    return _OF_THEM.match(context.passages.after(figure, 24)) is not None


def _has_unread(context: Context, span: Span, figures: Sequence[Figure]) -> bool:
    """Tell whether a number that is no figure of the balance stands in its sentences: it may be a part of it."""
    for match in _NUMBER.finditer(context.passages.low, span.start, span.end):
        date = match["digits"] and re.match(rf"\s+(?:{MONTH})\b", context.passages.low[match.end() :][:14])
        year = re.fullmatch(r"(?:19|20)\d\d", match["digits"] or "") is not None
        some = _OF_THEM.match(context.passages.low, match.end())
        if not (date or year or some) and not any(f.span.start <= match.start() < f.span.end for f in figures):
            return True
    return False


def _part(context: Context, sentence: Sentence, figure: Figure) -> str | None:
    """Return the part of a figure in a balance by the words of its own clause, or None where they tell none."""
    front, behind = clause_of(context, sentence, figure)
    return _from_or_to(context, sentence, figure, front) or _stock(behind, front) or _flow(behind, front)


def clause_of(context: Context, sentence: Sentence, figure: Figure) -> tuple[str, str]:
    """Return the words in front of a figure and behind it that are of its own clause."""
    low = context.passages.low
    at = sentence.figures.index(figure)
    start = sentence.figures[at - 1].span.end if at else sentence.span.start
    end = sentence.figures[at + 1].span.start if at + 1 < len(sentence.figures) else sentence.span.end
    front, behind = low[start : figure.span.start], low[figure.span.end : end]
    return _CLAUSE_FRONT.split(front)[-1], _CLAUSE_BEHIND.split(behind, maxsplit=1)[0]


_CLAUSE_FRONT = re.compile(r"[;.]|,(?! (?:which|so|giving|leaving|making|taking|bringing|when))")
_CLAUSE_BEHIND = re.compile(r"[;.,]|\band\b|\bso that\b|\bwhich\b|\bafter\b|\bbefore\b|\bleaving\b|\bgiving\b")


def flow_in(front: str, behind: str) -> str | None:
    """Return "in" or "out" for a figure whose clause tells that it is what came or what went."""
    if _BUILT.search(f"{front} {behind}"):
        return "in"
    return _flow(behind, front)


def speaks_of_flows(words: str) -> tuple[bool, bool]:
    """Tell whether words hold any that may make a figure what came, and any that may make one what went."""
    came = _CAME.search(words) is not None or _BUILT.search(words) is not None
    return came, _WENT.search(words) is not None


_BUILT = re.compile(
    r"\b(?:homes|houses|dwellings|bungalows|flats|units|properties)\b[^.;,]{0,40}\b(?:completed|finished"
    r"|handed over)\b"
    r"|\bcompletions?\b[^.;,]{0,20}$"
)
"""Homes that are completed have come; of anything else what is completed has gone."""


def _from_or_to(context: Context, sentence: Sentence, figure: Figure, front: str) -> str | None:
    """Return the part of a figure of "from A to B", or None."""
    if re.search(r"\bfrom\s*£?$", front):
        return "open"
    at = sentence.figures.index(figure)
    if at and re.search(r"\bto\s*£?$", front):
        before = context.passages.before(sentence.figures[at - 1], 60)
        return "close" if _BROUGHT.search(before) else None
    return None


def _stock(behind: str, front: str) -> str | None:
    """Return "open" or "close" for a figure whose clause tells that it is what was there, and when."""
    if _COMPARED.match(behind):
        return None
    if _LEADS_TO.search(front) or _CLOSES_BEHIND.search(behind):
        return "close"
    if _OPENS_BEHIND.search(behind) or _OPENS_BEFORE.search(front):
        return "open"
    return "close" if _CLOSES_BEFORE.search(front) else None


def _flow(behind: str, front: str) -> str | None:
    """Return "in" or "out" by the words behind a figure, or else by those in front of it."""
    if front.rstrip().endswith(" and"):
        front = ""  # "212 have been added and 187 housed": what was added stands in front of the "and"
    for words in (behind, front):
        came, went = _CAME.search(words), _WENT.search(words)
        if came and not went:
            return "in"
        if went and not came:
            return "out"
    # "19 new cases and closed 14": what stands behind the last "and" is of the figure itself.
    own = front.rpartition(" and ")[2] if " and " in front else ""
    if _WENT.search(own) and not _CAME.search(own):
        return "out"
    if _CAME.search(own) and not _WENT.search(own):
        return "in"
    return None


def _in_lists(context: Context) -> Iterator[Balance]:
    """Yield the balances of lists: one figure to an item, the first the opening and the last the closing one."""
    for block in context.passages.lists:
        figures = [item.figures[0] for item in block.items if len(item.figures) == 1]
        if len(figures) == len(block.items):
            labels = [context.passages.low[item.span.start : item.span.end] for item in block.items]
            yield from _rolled(figures, labels)


def _in_tables(context: Context) -> Iterator[Balance]:
    """Yield the balances of tables: each column that has a figure in every row, and rows of one figure each."""
    done: set[str] = set()
    for table in context.passages.tables:
        for index in range(1, table.width):
            figures = [cell for cell in table.column(index) if cell is not None]
            if len(figures) == len(table.rows):
                for balance in _rolled(figures, [label.lower() for label in table.labels]):
                    done.add(balance.closing.id)
                    yield balance
    for run in rows_of_one(context):
        labels = [context.passages.low[row.span.start : row.figures[0].span.start] for row in run]
        yield from (b for b in _rolled([row.figures[0] for row in run], labels) if b.closing.id not in done)


def rows_of_one(context: Context) -> Iterator[list[Paragraph]]:
    """Yield the runs of table rows that hold one figure each: a table without a heading has no first row else."""
    run: list[Paragraph] = []
    for paragraph in context.passages.paragraphs:
        if paragraph.is_row and len(paragraph.figures) == 1:
            run.append(paragraph)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


_OPENING_ROW = re.compile(rf"\bopening\b|\bbrought forward\b|\bb/?f\b|\bstart\b|\bbeginning\b|\b1(?:st)? (?:{MONTH})\b")
_CLOSING_ROW = re.compile(
    rf"\bclosing\b|\bcarried forward\b|\bc/?f\b|\bend\b|\b(?:28|29|30|31)(?:st|th)? (?:{MONTH})\b"
    rf"|\b1(?:st)? (?:{MONTH})\b"
)


_NET = re.compile(r"\b(?:net|change|movement|difference)\b[a-z ]{0,30}[:|\t ]\s*(?P<sign>[-−–+(]) ?£?\d")
"""A row that tells a change with its sign: "Net change: +79"."""
_A_DAY = re.compile(rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTH}) (?P<year>(?:19|20)\d\d)\b")


def _of_two_days(first: str, last: str) -> bool:
    """Tell whether two rows name the same thing on two days, the earlier first: "Plans at 31 March 2020", "… 2021"."""
    days = _A_DAY.search(first), _A_DAY.search(last)
    if days[0] is None or days[1] is None or days[0]["year"] >= days[1]["year"]:
        return False
    names = [
        re.split(r"[:\t|]", day.re.sub("#", row))[0].strip(" -–*•")
        for day, row in zip(days, (first, last), strict=True)
        if day
    ]
    return len(names[0]) > 1 and names[0] == names[1]


def _rolled(figures: Sequence[Figure], labels: Sequence[str]) -> Iterator[Balance]:
    """Yield the balance of rows of which the first is the opening, the last the closing figure, the others flows."""
    if not 3 <= len(figures) <= 8 or not all(_usable(f) for f in figures):
        return
    ends = _OPENING_ROW.search(labels[0]) and _CLOSING_ROW.search(labels[-1])
    if not ends and not _of_two_days(labels[0], labels[-1]):
        return
    parts: list[tuple[Figure, str]] = [(figures[0], "open"), (figures[-1], "close")]
    for figure, label in zip(figures[1:-1], labels[1:-1], strict=True):
        net = _NET.search(label)
        sign = net["sign"] if net else figure.quote.strip()[:1]
        signed = {"-": "out", "−": "out", "–": "out", "(": "out", "+": "in"}.get(sign)
        flow = signed or _flow(label, "")
        if flow is None:
            return
        parts.append((figure, flow))
    balance = _of_parts(parts)
    if balance is not None:
        yield balance
