"""The words of the charts: titles, keys to the signs, and what each mark is called; no Qt."""

from __future__ import annotations

from collections.abc import Iterable

from crossfoot.model import Better, Nature, State
from crossfoot.model.wording import STATE_WORDS, day_words, money_words, period_words, value_words
from crossfoot.review.charts import Line, Pair, Point, TeamComparison, Trend
from crossfoot.review.charts_budget import BudgetLine
from crossfoot.review.charts_records import Records

_LONGEST = 24
_LEAST = 9  # letters that a council keeps where the name of a line is long
_CADENCE = {1: "monthly", 3: "quarterly", 6: "half-yearly", 12: "yearly"}


def point_words(name: str, point: Point) -> str:
    """Return one figure in a sentence for the line under a chart and for screen readers."""
    said = {*name.casefold().split(", "), str(point.nature)}
    apart = [part for part in point.subject.split(", ") if part and part.casefold() not in said]
    parts = [", ".join([name, *apart]), value_words(point.value, point.unit)]
    if point.nature not in {None, Nature.ACTUAL}:
        parts.append(str(point.nature))
    if point.period:
        parts.append(period_words(point.period))
    if point.is_moved:
        parts.append(f"printed {value_words(point.printed, point.unit)}")
    parts.append(STATE_WORDS[point.state])
    return f"{parts[0]}: {', '.join(parts[1:])}"


def trend_subtitle(trend: Trend) -> str:
    """Return what the axis counts and what a point stands for."""
    at_days = all(line.months == 0 for line in trend.lines)
    spans = all(line.months > 0 for line in trend.lines)
    meaning = (
        "each point holds at its day"
        if at_days
        else "each point is a whole period, drawn at its last day"
        if spans
        else "points hold at their day or for the stretch before it"
    )
    parts = [trend.councils[0] if len(trend.councils) == 1 else "", trend.counted, meaning]
    if trend.undated:
        figures = "1 figure has" if trend.undated == 1 else f"{trend.undated} figures have"
        parts.append(f"{figures} no date and cannot be drawn")
    return " · ".join(part for part in parts if part)


def level_words(level: Point, trend: Trend) -> str:
    """Return the name of a level: whose it is where there are several councils, what it is, and its value."""
    council = level.council if len(trend.councils) > 1 else ""
    return " ".join(part for part in (council, str(level.nature), value_words(level.value, level.unit)) if part)


def line_words(line: Line, trend: Trend) -> str:
    """Return the name of a line: council, subject, and what sets it apart from the others; empty for an only line."""
    parts = [line.council if len(trend.councils) > 1 else "", line.subject]
    if line.nature not in {None, Nature.ACTUAL}:
        parts.append(str(line.nature))
    if len({other.months for other in trend.lines}) > 1:
        parts.append(_CADENCE.get(line.months, "at a day" if line.months == 0 else f"{line.months} months"))
    words = ", ".join(part for part in parts if part)
    return words or ("all" if len(trend.lines) > 1 else "")


def short_line_words(line: Line, trend: Trend) -> str:
    """Return the name of a line as long as a label may be: of a council its beginning, so that the rest has room."""
    words = line_words(line, trend)
    council = line.council if len(trend.councils) > 1 else ""
    rest = words.removeprefix(council).removeprefix(", ")
    if not council or not rest or len(words) <= _LONGEST:
        return shortened(words)
    called = shortened(council, max(_LEAST, _LONGEST - len(rest) - 2))
    return f"{called}, {shortened(rest, _LONGEST - len(called) - 2)}"


def shortened(words: str, longest: int = _LONGEST) -> str:
    """Return ``words`` as long as a label beside a chart may be; the line below the chart has them in full."""
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip(' ,')}…"


def state_key(points: Iterable[Point]) -> str:
    """Return the key to the signs that are really on the chart."""
    points = tuple(points)
    states = {point.state for point in points}
    parts = []
    if states & {State.CONFIRMED, State.CORRECTED}:
        parts.append("● confirmed or corrected")
    if states & {State.UNREVIEWED, State.QUERIED}:
        parts.append("○ undecided or queried")
    if any(point.is_moved for point in points):
        parts.append("× as printed")
    return "   ".join(parts)


def teams_subtitle(comparison: TeamComparison) -> str:
    """Return what is counted and which two days are compared."""
    days = f"small dot {day_words(comparison.before)}, large dot {day_words(comparison.after)}"
    return " · ".join(part for part in (comparison.pairs[0].after.council, comparison.counted, days) if part)


def change_words(pair: Pair) -> str:
    """Return the later value with its change: "24.9 (+5)"."""
    value = value_words(pair.after.value, pair.after.unit)
    if pair.change == 0:
        return f"{value} (same)"
    sign = "+" if pair.change > 0 else ""
    return f"{value} ({sign}{value_words(pair.change, pair.after.unit)})"


def is_worse(change: object, better: Better) -> bool | None:
    """Tell whether a change is for the worse; None where the dictionary does not say or nothing changed."""
    number = float(str(change))
    if better is Better.NEUTRAL or number == 0:
        return None
    return (number > 0) is (better is Better.DOWN)


def range_words(comparison: TeamComparison) -> str:
    """Return the name of the range in the text's words, without "lowest" and "highest", and its two ends."""
    if comparison.lowest is None or comparison.highest is None:
        return ""
    place = comparison.lowest.subject.partition(",")[0].strip()
    ends = f"{value_words(comparison.lowest.value, None)}–{value_words(comparison.highest.value, None)}"
    return f"{place} {ends}".strip()


def budget_title(line: BudgetLine) -> tuple[str, str]:
    """Return a heading, which may be cut, and its year, which may not."""
    year = period_words(line.period)
    return line.name, f", {year}" if year else ""


def elsewhere_words(content: Iterable[BudgetLine], document: str, records: Records) -> str:
    """Return a sentence where a budget chart shows other records than the current one, else an empty text."""
    if not document or all(line.document == document for line in content):
        return ""
    council = records.council_name(document)
    others = f"other records of {council}" if council else "other records"
    return f"This record states no budget. These amounts are from {others}."


def budget_words(line: BudgetLine, record: str = "") -> list[str]:
    """Return what a budget line comes to, in full and shorter: "forecast £4.69m of £5.51m, £820k under".

    ``record`` names the record that it is from.
    """
    outturn, budget, difference = line.outturn, line.budget, line.difference
    if outturn and budget and difference is not None:
        amounts = f"{money_words(outturn.value)} of {money_words(budget.value)}"
        kind = "forecast" if outturn.nature is Nature.FORECAST else "outturn"
        way = "over" if difference > 0 else "under"
        result = f"{money_words(abs(difference))} {way}" if difference else "as set"
        told = line.variance and abs(line.variance.value) != abs(difference) and money_words(abs(line.variance.value))
        full = ", ".join([f"{kind} {amounts}", result, *([f"the text says {told}"] if told else [])])
        short = "; ".join([f"{amounts}, {result}", *([f"text: {told}"] if told else [])])
    elif budget:
        full, short = (
            f"budget {money_words(budget.value)}, no outturn given",
            f"{money_words(budget.value)}, no outturn",
        )
    elif outturn:
        said = f"{outturn.nature} {money_words(outturn.value)}"
        full, short = f"{said}, no budget given", f"{said}, no budget"
    else:
        return [record]
    return [f"{words} · {record}" if record else words for words in (full, short)]
