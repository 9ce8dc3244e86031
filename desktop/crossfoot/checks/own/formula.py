"""A formula as an officer types it, read by a parser of our own: names, numbers, + − × ÷, brackets and one comparison.

Nothing of it is ever run as a program. What a formula does not allow is said in one plain sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crossfoot.model import WorldError

LONGEST = 400
_DEEPEST = 30
_MOST_DIGITS = 18
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d[\d,]*(?:\.\d+)?|\.\d+)|(?P<name>[A-Za-z][A-Za-z0-9_]*)|(?P<sign><=|>=|==|\*\*|.))"
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SIGNS = {"−": "-", "–": "-", "×": "*", "·": "*", "÷": "/", ":": "/", "≤": "<=", "≥": ">=", "==": "="}
_UNITS = frozenset({"£", "%", "€", "$"})
COMPARISONS = frozenset({"=", "<", ">", "<=", ">="})


class FormulaError(WorldError):
    """A formula that cannot be read or worked out; the sentence says what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number typed into the formula."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a figure."""

    name: str


@dataclass(frozen=True, slots=True)
class Operation:
    """Two terms and the sign between them: + - * /."""

    sign: str
    left: Term
    right: Term


Term = Number | Name | Operation


@dataclass(frozen=True, slots=True)
class Comparison:
    """A whole formula: two terms and how they are compared."""

    left: Term
    sign: str
    right: Term

    def names(self) -> tuple[str, ...]:
        """Return the names of the formula in their order, each once."""
        return tuple(dict.fromkeys((*_names(self.left), *_names(self.right))))


def _names(term: Term) -> Iterator[str]:
    """Yield the names of a term."""
    if isinstance(term, Name):
        yield term.name
    elif isinstance(term, Operation):
        yield from _names(term.left)
        yield from _names(term.right)


def read_formula(text: str) -> Comparison:
    """Return the formula that was typed; raise FormulaError with one plain sentence where it is none."""
    if len(text) > LONGEST:
        raise FormulaError(f"A formula has {LONGEST} characters at most: split it into two checks.")
    tokens = list(_tokens(text))
    places = [i for i, token in enumerate(tokens) if token in COMPARISONS]
    if not tokens:
        raise FormulaError("Type a formula, for example a + b = c.")
    if len(places) != 1:
        what = "no comparison" if not places else "more than one comparison"
        raise FormulaError(f"The formula has {what}: write one = between its two sides, as in a + b = c.")
    at = places[0]
    return Comparison(_read(tokens[:at]), tokens[at], _read(tokens[at + 1 :]))


def is_grouped(number: str) -> bool:
    """Tell whether each comma of a number stands before three digits: "1,5" is not fifteen."""
    return "," not in number or _GROUPED.fullmatch(number) is not None


def _tokens(text: str) -> Iterator[str]:
    """Yield the numbers, names and signs of a formula."""
    at = 0
    text = text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            return
        at = match.end()
        if match["number"]:
            digits = match["number"].replace(",", "")
            digits = f"0{digits}" if digits.startswith(".") else digits
            if not is_grouped(match["number"]):
                raise FormulaError(
                    f"“{match['number']}” is no number: a comma stands before three digits, as in 1,500."
                )
            if len(digits.replace(".", "")) > _MOST_DIGITS:
                raise FormulaError(f"{digits[:12]}… has too many digits: {_MOST_DIGITS} are the most.")
            if match.end() < len(text) and (text[at].isalpha() or text[at] == "_"):
                raise FormulaError(
                    f"“{text[match.start('number') : at + 1]}” is no number: write numbers out, as in 1500, and names "
                    "with a letter first."
                )
            yield digits
        elif match["name"]:
            if re.match(r"\s*\(", text[at:]):
                raise FormulaError(
                    f"“{match['name']}(” is not possible: a formula has names, numbers, + − × ÷ and brackets, and "
                    "calls nothing."
                )
            yield match["name"]
        else:
            yield _sign(match["sign"])


def _sign(sign: str) -> str:
    """Return a sign in its one form; raise FormulaError for what is none."""
    sign = _SIGNS.get(sign, sign)
    if sign in {"^", "**"}:
        raise FormulaError("Powers are not possible: write a product, as in a × a.")
    if not sign.isprintable() or sign.isspace():
        raise FormulaError("The formula has a sign that cannot be seen: delete it and type it again.")
    if sign in _UNITS:
        raise FormulaError(f"“{sign}” is not needed: type the number alone, the unit is that of the figures.")
    if sign not in {"+", "-", "*", "/", "(", ")"} | COMPARISONS:
        raise FormulaError(f"“{sign}” has no place in a formula: use names, numbers, + − × ÷, brackets and =.")
    return sign


def _read(tokens: Sequence[str]) -> Term:
    """Return the term of one side."""
    if not tokens:
        raise FormulaError("One side of the formula is empty: write something on both sides of the =.")
    reader = _Reader(tokens)
    term = reader.sum(0)
    if reader.at < len(tokens) and tokens[reader.at][0].isdigit() and tokens[reader.at - 1][0].isdigit():
        number = f"{tokens[reader.at - 1]},{tokens[reader.at]}"
        raise FormulaError(f"A number is torn in two by a blank: write it as {number}, or put a sign between.")
    if reader.at < len(tokens):
        raise FormulaError(f"“{tokens[reader.at]}” stands where a sign should: put + − × or ÷ before it.")
    return term


@dataclass(slots=True)
class _Reader:
    """Goes through the tokens of one side."""

    tokens: Sequence[str]
    at: int = 0

    def sum(self, depth: int) -> Term:
        """Read terms with + and − between them."""
        return self._row(("+", "-"), self.product, depth)

    def product(self, depth: int) -> Term:
        """Read factors with × and ÷ between them."""
        return self._row(("*", "/"), self.factor, depth)

    def _row(self, signs: tuple[str, str], read: Callable[[int], Term], depth: int) -> Term:
        """Read what ``read`` reads, as long as one of the signs follows."""
        term = read(depth)
        while self.at < len(self.tokens) and self.tokens[self.at] in signs:
            sign = self.tokens[self.at]
            self.at += 1
            term = Operation(sign, term, read(depth))
        return term

    def factor(self, depth: int) -> Term:
        """Read a number, a name, or a sum in brackets."""
        if depth > _DEEPEST:
            raise FormulaError("The brackets go too deep: write the formula more simply.")
        if self.at >= len(self.tokens):
            raise FormulaError("The formula ends too early: something is missing behind the last sign.")
        sign = self.tokens[self.at]
        self.at += 1
        if sign == "(":
            term = self.sum(depth + 1)
            if self.at >= len(self.tokens) or self.tokens[self.at] != ")":
                raise FormulaError("A bracket is not closed: add a ).")
            self.at += 1
            return term
        if sign == "-":
            return Operation("-", Number(Decimal(0)), self.factor(depth + 1))
        if sign[0].isdigit():
            return Number(Decimal(sign))
        if sign[0].isalpha():
            return Name(sign)
        raise FormulaError(f"“{sign}” stands where a name or a number should.")
