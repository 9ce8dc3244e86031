"""Who stands by the figures: second checks, signatures, and what a statement of quality assurance says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SecondCheck:
    """What another reviewer found of a figure that one reviewer had decided on.

    ``entered`` holds the fields that the second reviewer typed, in the form of corrections; with ``blind`` they were
    typed from the source without a look at the first reviewer's. ``agrees`` tells that none of them differs.
    """

    figure: str
    document: str
    reviewer: str
    at: datetime
    agrees: bool
    blind: bool = False
    entered: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class SignOff:
    """A reviewer's name under the check of one document, with the points that were open at that moment."""

    document: str
    reviewer: str
    at: datetime
    name: str = ""
    note: str = ""
    open_points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SignedRecord:
    """A signature with the name of the record that it stands under, by which people know it."""

    name: str
    sign_off: SignOff


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something that a document leaves open, in words. ``figures`` are the figures that it is about."""

    words: str
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ErrorRate:
    """How many of ``checked`` readings were wrong, and the ends of the 95 % interval of that share."""

    name: str
    checked: int
    wrong: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree on one field: of ``checked`` figures, and Cohen's kappa where it is defined."""

    field: str
    checked: int
    agreed: int
    kappa: float | None


@dataclass(frozen=True, slots=True)
class ReviewerPart:
    """What one reviewer did: how many decisions stand under the initials, from when to when."""

    reviewer: str
    decisions: int
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class QaStatement:
    """The numbers of a statement of quality assurance on some documents; words are made of them elsewhere.

    ``found`` = ``confirmed`` + ``corrected`` + ``rejected`` + ``queried`` + ``undecided``; ``added`` are those of them
    that the program had missed. ``findings`` counts what the checks ask about, ``settled`` those of them that the
    officer dismissed or raised. Rates are of figures that the program had found and a reviewer decided on.
    """

    documents: int
    found: int
    confirmed: int
    corrected: int
    rejected: int
    queried: int
    undecided: int
    added: int
    findings: int
    settled: int
    by_field: tuple[ErrorRate, ...] = ()
    by_indicator: tuple[ErrorRate, ...] = ()
    reviewers: tuple[ReviewerPart, ...] = ()
    second_checks: int = 0
    blind_checks: int = 0
    second_reviewers: tuple[str, ...] = ()
    disagreements: int = 0
    agreement: tuple[Agreement, ...] = ()
    signed: tuple[SignedRecord, ...] = ()
    unread: tuple[str, ...] = ()
