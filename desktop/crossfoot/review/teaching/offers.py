"""What a decision may say of other figures: those like it in the workspace, and the rule that it would make.

After a corrected indicator or unit, like are the undecided figures with the same label words and the same unit that
were read the same way. After "not a figure", like are those with the same words right beside the number; how many
words is tried from many to few, and where none is like, by the label. A pattern that also fits a figure which the
officer confirmed says nothing of what is no figure, so it is not offered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from crossfoot.extraction.taught import NOTHING_BESIDE, Beside, fits, label_key, stems_of, tells_something
from crossfoot.model import Origin, ReviewedFigure, RuleKind, State, TaughtRule
from crossfoot.review.shelf import Shelf, document_of

_CORRECTED = (("indicator", RuleKind.INDICATOR), ("unit", RuleKind.UNIT))
_STANDS = frozenset({State.CONFIRMED, State.CORRECTED})


@dataclass(frozen=True, slots=True)
class Offer:
    """What could be done after the decision on ``source``: the same to ``figures``, and ``rules`` to be kept.

    ``fields`` are the corrections that the figures would get, in the form of the journal; none where they would be
    rejected, with ``reason``. ``rules`` have no id yet; those that are kept already are left out.
    """

    source: str
    figures: tuple[str, ...]
    rules: tuple[TaughtRule, ...]
    fields: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    pattern: str = ""

    @property
    def documents(self) -> int:
        """Return in how many documents the figures stand."""
        return len({document_of(figure) for figure in self.figures})


def offer_after(shelf: Shelf, figure_id: str) -> Offer | None:
    """Return what the decision on a figure could do besides, or None where it says nothing of others."""
    figure = shelf.figure(figure_id)
    if figure.origin is not Origin.FOUND:
        return None
    offer = _after_rejection(shelf, figure) if figure.state is State.REJECTED else _after_correction(shelf, figure)
    return offer if offer is not None and (offer.figures or offer.rules) else None


def _after_correction(shelf: Shelf, figure: ReviewedFigure) -> Offer | None:
    """Return the offer of an indicator or unit that was put right."""
    fields = {name: figure.corrected[name] for name, _ in _CORRECTED if name in figure.corrected}
    if not fields or not label_key(figure.printed.label):
        return None
    rules = tuple(
        TaughtRule(
            id="",
            kind=kind,
            unit=figure.printed.unit,
            words=figure.printed.label,
            gives=fields[name],
            was=(figure.printed.indicator or "") if kind is RuleKind.INDICATOR else "",
        )
        for name, kind in _CORRECTED
        if name in fields
    )
    like = tuple(
        other.id
        for other in _others(shelf, figure)
        if other.state is State.UNREVIEWED
        and other.printed.indicator == figure.printed.indicator
        and any(fits(rule, other.printed, NOTHING_BESIDE) for rule in rules)
        and any(other.corrected.get(name) != text for name, text in fields.items())
    )
    return Offer(
        source=figure.id,
        figures=like,
        rules=_not_kept(shelf, rules),
        fields=MappingProxyType(fields),
        pattern=figure.printed.label,
    )


def _after_rejection(shelf: Shelf, figure: ReviewedFigure) -> Offer | None:
    """Return the offer of a number that is no figure: the narrowest pattern that others fit, else one to keep."""
    others = [other for other in _others(shelf, figure) if other.printed.unit == figure.printed.unit]
    possible: list[Offer] = []
    for rule in _patterns(figure, shelf.beside(figure.document)[figure.id]):
        fitting = [other for other in others if fits(rule, other.printed, _beside(shelf, rule, other))]
        if any(other.state in _STANDS for other in fitting):
            continue
        like = tuple(other.id for other in fitting if other.state is State.UNREVIEWED)
        offer = Offer(figure.id, like, _not_kept(shelf, (rule,)), reason=figure.reason, pattern=rule.pattern)
        if like:
            return offer
        possible.append(offer)
    return possible[-1] if possible else None


def _beside(shelf: Shelf, rule: TaughtRule, figure: ReviewedFigure) -> Beside:
    """Return the words beside a figure, where a rule asks for them."""
    return NOTHING_BESIDE if rule.words else shelf.beside(figure.document).get(figure.id, NOTHING_BESIDE)


def _patterns(figure: ReviewedFigure, beside: Beside) -> Iterator[TaughtRule]:
    """Yield the rules that would keep a number out, from the narrowest to the widest."""
    before, behind = beside
    rule = TaughtRule(id="", kind=RuleKind.NOT_A_FIGURE, unit=figure.printed.unit)
    around = (
        (before[-2:], behind[:2]),
        (before[-2:], behind[:1]),
        (before[-1:], behind[:1]),
        (before[-2:], ()),
        (before[-1:], ()),
    )
    tried = set()
    for ahead, after in around:
        telling = any(map(tells_something, ahead)) or (ahead and after and any(map(tells_something, after)))
        if telling and (ahead, after) not in tried:
            tried.add((ahead, after))
            yield replace(rule, before=" ".join(ahead), behind=" ".join(after))
    if label_key(figure.printed.label):
        yield replace(rule, words=figure.printed.label)


def _others(shelf: Shelf, figure: ReviewedFigure) -> Iterator[ReviewedFigure]:
    """Yield the other figures that the program found in the workspace, in document order."""
    for document_id in shelf.ids():
        for other in shelf.sheet(document_id).figures.values():
            if other.id != figure.id and other.origin is Origin.FOUND:
                yield other


def _not_kept(shelf: Shelf, rules: tuple[TaughtRule, ...]) -> tuple[TaughtRule, ...]:
    """Return the rules of which no equal one is kept and on."""
    known = [_said(rule) for rule in shelf.rules() if rule.on]
    return tuple(rule for rule in rules if _said(rule) not in known)


def _said(rule: TaughtRule) -> TaughtRule:
    """Return what a rule says, without who made it and when."""
    before, behind = (" ".join(stems_of(words)) for words in (rule.before, rule.behind))
    return replace(rule, id="", on=True, reviewer="", made_at=None, before=before, behind=behind)
