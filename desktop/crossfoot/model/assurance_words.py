"""The statement of quality assurance in words that an officer can put under a report.

It says what was done, by whom, and what was not; never that a figure is true (Code of Practice for Statistics, Q3:
explain what was checked against what).
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.model.assurance import Agreement, ErrorRate, QaStatement, SignedRecord, SignOff
from crossfoot.model.wording import day_words

_FEW_RATES = 5


def statement_words(statement: QaStatement) -> tuple[str, ...]:
    """Return the statement as paragraphs."""
    paragraphs = (
        _checked(statement),
        _unchecked(statement),
        _who(statement),
        _errors(statement),
        _findings(statement),
        _second(statement),
        _signed(statement),
        _limit(statement),
    )
    return tuple(paragraph for paragraph in paragraphs if paragraph)


def signed_words(signed: SignOff) -> str:
    """Return one signature in a sentence, for a place where it is clear which record it stands under."""
    return f"Signed off by {signature_words(signed)}."


def _signed(s: QaStatement) -> str:
    """Say which records carry a name and how many do not: one signature among many must not read as all of them."""
    if not s.documents:
        return ""
    if s.documents == 1:
        return signed_words(s.signed[0].sign_off) if s.signed else "The record is not signed off."
    if not s.signed:
        return f"None of the {s.documents:,} records is signed off."
    named = "; ".join(map(_named, s.signed))
    left = s.documents - len(s.signed)
    others = f" The other {left:,} {'is' if left == 1 else 'are'} not signed off." if left else ""
    return f"Signed off: {len(s.signed):,} of {_many(s.documents, 'record')}. {named}.{others}"


def _named(signed: SignedRecord) -> str:
    """Return a signature after the name of its record."""
    return f"{signed.name}, by {signature_words(signed.sign_off)}"


def signature_words(signed: SignOff) -> str:
    """Return who signed, when, and with what open: "Ann Bell (AB) on 6 May 2024 with no open points"."""
    name = f"{signed.name} ({signed.reviewer})" if signed.name else signed.reviewer
    points = f" with {_many(len(signed.open_points), 'open point')}" if signed.open_points else " with no open points"
    note = f": {signed.note}" if signed.note else ""
    return f"{name} on {day_words(signed.at.date())}{points}{note}"


def rate_words(rate: ErrorRate) -> str:
    """Return an error rate with its interval: "unit 2 of 40 (5 %, between 1 % and 17 %)"."""
    share = rate.wrong / rate.checked if rate.checked else 0.0
    return f"{rate.name} {rate.wrong:,} of {rate.checked:,} ({share:.0%}, between {rate.low:.0%} and {rate.high:.0%})"


def agreement_words(one: Agreement) -> str:
    """Return the agreement on a field: "value 9 of 10 (90%, kappa 0.89)"."""
    kappa = "kappa not defined" if one.kappa is None else f"kappa {one.kappa:.2f}"
    return f"{one.field} {one.agreed:,} of {one.checked:,} ({one.agreed / one.checked:.0%}, {kappa})"


def _checked(s: QaStatement) -> str:
    """Say how many figures there are and what became of them."""
    if not s.found:
        return f"No figures were found in {_many(s.documents, 'record')}."
    decided = s.found - s.undecided
    if not decided:
        return f"{_many(s.found, 'figure')} in {_many(s.documents, 'record')}, none of them decided by a reviewer yet."
    added = f" {_many(s.added, 'figure')} had been missed by the program and {_was(s.added)} added." if s.added else ""
    return (
        f"{_many(s.found, 'figure')} in {_many(s.documents, 'record')}: {decided:,} decided by a reviewer, of which "
        f"{s.confirmed:,} confirmed, {s.corrected:,} corrected, {s.rejected:,} rejected as not a figure and "
        f"{s.queried:,} queried.{added}"
    )


def _limit(s: QaStatement) -> str:
    """Say what no statement says: the last sentence of every one."""
    record = "records" if s.documents > 1 else "record"
    return (
        f"This says what was decided on the figures of the {record}, and whether they agree with each other. "
        "It does not say that they are true."
    )


def _unchecked(s: QaStatement) -> str:
    """Say what was not checked."""
    parts = []
    if s.undecided:
        parts.append(f"{_many(s.undecided, 'figure')} {_was(s.undecided)} not checked.")
    if s.unread:
        parts.append(f"Not read by the program: {'; '.join(s.unread)}")
    return " ".join(parts)


def _who(s: QaStatement) -> str:
    """Say who decided, and when."""
    if not s.reviewers:
        return ""

    def one(number: int) -> str:
        part = s.reviewers[number]
        days = list(dict.fromkeys((day_words(part.first.date()), day_words(part.last.date()))))
        when = f"on {days[0]}" if len(days) == 1 else f"from {days[0]} to {days[1]}"
        return f"{part.reviewer or 'someone without initials'} ({part.decisions:,}, {when})"

    return f"Decided by {', '.join(one(number) for number in range(len(s.reviewers)))}."


def _errors(s: QaStatement) -> str:
    """Say where the program was wrong, with 95 % intervals, so that nobody trusts it more than it deserves."""
    wrong = [rate for rate in s.by_field if rate.wrong]
    if not s.by_field:
        return ""
    if not wrong:
        return (
            "Of the program's readings that were checked, none had to be changed "
            f"({_many(s.by_field[0].checked, 'reading')})."
        )
    said = f"Of the program's readings that were checked, some were changed: {'; '.join(map(rate_words, wrong))}."
    worst = [rate for rate in s.by_indicator if rate.wrong][:_FEW_RATES]
    if worst:
        said += f" Most often changed by indicator: {'; '.join(rate_words(rate) for rate in worst)}."
    return said + " The ranges are 95% intervals."


def _findings(s: QaStatement) -> str:
    """Say what the checks asked about."""
    if not s.findings:
        return "The program's checks found nothing to ask about."
    left = s.findings - s.settled
    return (
        f"The program's checks found {_many(s.findings, 'point')} worth checking; {s.settled:,} "
        f"{_was(s.settled)} raised or dismissed by the reviewer, {left:,} {'is' if left == 1 else 'are'} open."
    )


def _second(s: QaStatement) -> str:
    """Say how far a second reviewer went and agreed."""
    if not s.second_checks:
        return "No second check was made."
    blind = f" ({s.blind_checks:,} blind)" if s.blind_checks else ""
    fields = "; ".join(_agreements(s))
    return (
        f"Second check by {', '.join(s.second_reviewers)}: {_many(s.second_checks, 'figure')}{blind}, "
        f"{s.disagreements:,} {'differs' if s.disagreements == 1 else 'differ'}. Agreement: {fields}."
    )


def _agreements(s: QaStatement) -> Iterator[str]:
    """Yield the agreement on each field, those that were agreed on throughout as one."""
    full = [one for one in s.agreement if one.agreed == one.checked]
    yield from (agreement_words(one) for one in s.agreement if one.agreed < one.checked)
    if full:
        yield f"in full on {', '.join(one.field for one in full)}"


def _many(number: int, what: str) -> str:
    """Return a number of things."""
    return f"{number:,} {what}" + ("" if number == 1 else "s")


def _was(number: int) -> str:
    """Return the verb for a number of things."""
    return "was" if number == 1 else "were"
