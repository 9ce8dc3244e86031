"""A decision is offered to the figures like it, rules are kept, and both can be taken back."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from crossfoot.assets import dictionary
from crossfoot.extraction.extractor import Extractor
from crossfoot.extraction.taught import Beside, fits
from crossfoot.model import (
    Extraction,
    Figure,
    Nature,
    Reading,
    Record,
    ReviewedFigure,
    RuleKind,
    Span,
    State,
    TaughtRule,
    Unit,
    WorldError,
)
from crossfoot.review.prepared import Prepared
from crossfoot.review.session import Review
from crossfoot.review.teaching.files import read_rules, write_rules
from crossfoot.workspace import Workspace

FIRST = (
    "There were 43 lodgings hosts and 12 mentors. Visits under Beacon 7 began. "
    "The 2 lodgings hosts who left were thanked. A grant of £43 went to lodgings hosts."
)
SECOND = "There were 51 lodgings hosts. Visits under Beacon 9 went on, and those under Beacon 11 ended."
LABELS = {"hosts": "lodgings hosts", "mentors": "mentors"}


def record(name: str, text: str) -> Prepared:
    """Return a record whose every number was taken for a figure, labelled by the nouns behind it."""
    figures = []
    for match in re.finditer(r"£?\d+", text):
        behind = text[match.end() :].split()[:2]
        label = next((LABELS[word.strip(".")] for word in behind if word.strip(".") in LABELS), "")
        money = match.group().startswith("£")
        figures.append(
            Figure(
                id=hashlib.sha256(f"{match.start()}".encode()).hexdigest()[:10],
                span=Span(*match.span()),
                quote=match.group(),
                value=Decimal(match.group().strip("£")),
                unit=Unit.GBP if money else Unit.COUNT,
                label="lodgings hosts" if money else label,
                nature=Nature.ACTUAL,
            )
        )
    data = text.encode()
    return Prepared(
        name,
        data,
        hashlib.sha256(data).hexdigest(),
        Reading("text", text),
        Extraction("1", Record(title=name, meeting_date=date(2016, 7, 14)), tuple(figures)),
    )


@pytest.fixture
def review(workspace: Workspace) -> Review:
    """Return a review of two records, signed AB."""
    made = Review(workspace, dictionary(), reviewer="AB")
    made.store(record("first", FIRST))
    made.store(record("second", SECOND))
    return made


def figure(review: Review, quote: str) -> ReviewedFigure:
    """Return the figure of a quote."""
    return next(item for item in review.figures() if item.printed.quote == quote)


def quotes(review: Review, ids: tuple[str, ...]) -> list[str]:
    """Return the quotes of figures."""
    return [review.figure(each).printed.quote for each in ids]


def test_a_corrected_indicator_is_offered_to_undecided_figures_of_the_same_words_and_unit(review: Review) -> None:
    corrected = figure(review, "43")
    review.correct(corrected.id, {"indicator": "active_children"})
    offer = review.offer_after(corrected.id)
    assert offer is not None
    assert quotes(review, offer.figures) == ["2", "51"]
    assert offer.documents == 2
    (rule,) = offer.rules
    assert (rule.kind, rule.words, rule.unit, rule.gives) == (
        RuleKind.INDICATOR,
        "lodgings hosts",
        Unit.COUNT,
        review.figure(corrected.id).current.indicator,
    )


def test_what_is_applied_stays_undecided_and_goes_back_in_one_step_with_its_rule(review: Review) -> None:
    corrected = figure(review, "43")
    review.correct(corrected.id, {"indicator": "active_children"})
    offer = review.offer_after(corrected.id)
    assert offer is not None
    before = review.figures()
    changes = review.teach(offer, apply=True, keep=True)
    assert changes.figures == set(offer.figures)
    assert len(changes.rules) == 1
    for like in map(review.figure, offer.figures):
        assert (like.state, like.current.indicator) == (State.UNREVIEWED, "active_children")
        assert like.printed.indicator is None
    assert review.undo_label() == "teach 2 figures"
    review.undo()
    assert review.figures() == before
    assert review.taught() == ()
    review.redo()
    assert [rule.words for rule in review.taught()] == ["lodgings hosts"]
    assert figure(review, "51").current.indicator == "active_children"


def test_a_figure_decided_since_the_offer_was_made_is_left_alone(review: Review) -> None:
    corrected = figure(review, "43")
    review.correct(corrected.id, {"indicator": "active_children"})
    offer = review.offer_after(corrected.id)
    assert offer is not None
    review.confirm([figure(review, "51").id])
    review.teach(offer, apply=True, keep=False)
    assert figure(review, "51").current.indicator is None
    assert figure(review, "2").current.indicator == "active_children"


def test_a_corrected_unit_is_offered_too(review: Review) -> None:
    corrected = figure(review, "43")
    review.correct(corrected.id, {"unit": "%"})
    offer = review.offer_after(corrected.id)
    assert offer is not None
    assert [(rule.kind, rule.gives) for rule in offer.rules] == [(RuleKind.UNIT, "percent")]
    review.teach(offer, apply=True, keep=False)
    assert figure(review, "51").current.unit is Unit.PERCENT
    assert figure(review, "£43").current.unit is Unit.GBP
    assert review.taught() == ()


def test_a_corrected_value_says_nothing_of_other_figures(review: Review) -> None:
    corrected = figure(review, "43")
    review.correct(corrected.id, {"value": "44"})
    assert review.offer_after(corrected.id) is None
    review.confirm([figure(review, "12").id])
    assert review.offer_after(figure(review, "12").id) is None


def test_a_number_that_is_no_figure_is_offered_to_those_in_the_same_words(review: Review) -> None:
    rejected = figure(review, "7")
    review.reject([rejected.id], "part of a name")
    offer = review.offer_after(rejected.id)
    assert offer is not None
    assert quotes(review, offer.figures) == ["9", "11"]
    assert offer.pattern == "under beacon #"
    review.teach(offer, apply=True, keep=True)
    assert {figure(review, quote).state for quote in ("9", "11")} == {State.REJECTED}
    assert figure(review, "11").reason == "part of a name"
    assert review.counts().rejected == 3
    review.undo()
    assert review.counts().rejected == 1


def test_an_offer_and_its_rule_say_the_words_as_they_stand_in_the_text(workspace: Workspace) -> None:
    review = Review(workspace, dictionary(), reviewer="AB")
    review.store(record("list", "They met in meeting rooms 4 and later in a meeting room 7 of the offices."))
    rejected = figure(review, "4")
    review.reject([rejected.id])
    offer = review.offer_after(rejected.id)
    assert offer is not None
    assert (offer.pattern, quotes(review, offer.figures)) == ("meeting rooms #", ["7"])
    review.teach(offer, apply=True, keep=True)
    assert [rule.pattern for rule in review.taught()] == ["meeting rooms #"]


def test_the_words_of_the_next_item_of_a_list_are_no_words_beside_a_number(workspace: Workspace) -> None:
    review = Review(workspace, dictionary(), reviewer="AB")
    review.store(record("list", "Rooms in use:\nWest wing 4\nWest wing 7\nOffices in the\nwest wing 9"))
    rejected = figure(review, "4")
    review.reject([rejected.id])
    offer = review.offer_after(rejected.id)
    assert offer is not None
    assert offer.pattern == "west wing #"
    assert quotes(review, offer.figures) == ["7", "9"]


def test_a_pattern_that_a_confirmed_figure_fits_is_never_offered(review: Review) -> None:
    review.confirm([figure(review, "9").id])
    rejected = figure(review, "7")
    review.reject([rejected.id])
    offer = review.offer_after(rejected.id)
    assert offer is None or not offer.figures


def test_without_others_like_it_a_rule_can_still_be_kept(review: Review) -> None:
    rejected = figure(review, "12")
    review.reject([rejected.id])
    offer = review.offer_after(rejected.id)
    assert offer is not None
    assert offer.figures == ()
    assert offer.pattern == "mentors"
    review.teach(offer, apply=False, keep=True)
    assert [rule.pattern for rule in review.taught()] == ["mentors"]
    assert review.taught()[0].reviewer == "AB"
    assert review.offer_after(rejected.id) is None


def test_a_rule_about_the_same_words_takes_the_place_of_the_one_before(review: Review) -> None:
    corrected = figure(review, "43")
    for indicator in ("active_children", "contacts"):
        review.correct(corrected.id, {"indicator": indicator})
        offer = review.offer_after(corrected.id)
        assert offer is not None
        review.teach(offer, apply=False, keep=True)
    (rule,) = review.taught()
    assert rule.gives == "contacts"
    review.undo()
    assert review.taught()[0].gives == "active_children"


def test_a_rule_can_be_switched_off_and_on_and_taken_away_and_all_of_it_undone(review: Review) -> None:
    review.keep_rules([TaughtRule("", RuleKind.NOT_A_FIGURE, Unit.COUNT, before="beacon")])
    (rule,) = review.taught()
    review.set_rule_on(rule.id, False)
    assert not review.taught()[0].on
    review.set_rule_on(rule.id, True)
    review.remove_rule(rule.id)
    assert review.taught() == ()
    assert review.undo_label() == "forget “beacon #”"
    review.undo()
    assert review.taught() == (rule,)
    assert [row.verb for row in review.history()] == [
        "undo",
        "forget",
        "switch_on",
        "switch_off",
        "keep",
        "import",
        "import",
    ]
    assert review.verify() == ()
    with pytest.raises(WorldError, match="holds no rule r99"):
        review.remove_rule("r99")


def test_rules_are_still_there_when_the_workspace_is_opened_again(
    review: Review, workspace: Workspace, path: Path
) -> None:
    review.keep_rules([TaughtRule("", RuleKind.UNIT, Unit.COUNT, words="hosts", gives="fte")])
    kept = review.taught()
    workspace.close()
    with Workspace.open(path) as again:
        assert Review(again, dictionary()).taught() == kept


def test_a_document_read_by_kept_rules_has_what_was_taught_and_says_by_which_words(review: Review) -> None:
    text = "At 30 June 2016 there were 43 supported lodgings hosts and 12 mentors in 2 wings."
    plain = Extractor(dictionary()).extract(text)
    hosts = next(f for f in plain.figures if f.quote == "43")
    was = hosts.indicator or ""
    named = TaughtRule("", RuleKind.INDICATOR, Unit.COUNT, words=hosts.label, gives="active_children", was=was)
    review.keep_rules([named, TaughtRule("", RuleKind.NOT_A_FIGURE, Unit.COUNT, behind="mentor")])
    taught = Extractor(dictionary(), review.taught()).extract(text)
    assert [f.quote for f in taught.figures] == [f.quote for f in plain.figures if f.quote != "12"]
    read = next(f for f in taught.figures if f.quote == "43")
    assert read.indicator == "active_children"
    (told,) = (item for item in read.evidence if item.field == "indicator")
    assert told.rule == "taught"
    assert told.span is not None
    assert "lodgings" in told.span.cut(text)
    assert taught.version.startswith(plain.version + "+")


def test_a_rule_that_is_off_changes_nothing_and_leaves_no_mark(review: Review) -> None:
    review.keep_rules([TaughtRule("", RuleKind.NOT_A_FIGURE, Unit.COUNT, behind="mentor", on=False)])
    text = "There were 12 mentors."
    assert Extractor(dictionary(), review.taught()).extract(text) == Extractor(dictionary()).extract(text)


def test_documents_read_before_a_rule_was_kept_are_known_to_be_behind(review: Review) -> None:
    for document in ("d1", "d2"):
        text = review.document(document).text
        review.keep_reading(document, Extractor(dictionary()).extract(text))
    assert review.outdated() == ()
    review.keep_rules([TaughtRule("", RuleKind.NOT_A_FIGURE, Unit.COUNT, behind="mentor")])
    assert review.outdated() == ("d1", "d2")
    assert review.outgrown() == ()


def test_rules_written_to_a_file_are_the_same_when_they_are_read(tmp_path: Path) -> None:
    rules = (
        TaughtRule("", RuleKind.INDICATOR, Unit.COUNT, words="lodgings hosts", gives="active_children", was=""),
        TaughtRule("", RuleKind.UNIT, None, words="hosts", gives="fte", on=False),
        TaughtRule("", RuleKind.NOT_A_FIGURE, Unit.COUNT, before="under beacon", behind="of"),
    )
    write_rules(rules, tmp_path / "rules.json")
    assert read_rules(tmp_path / "rules.json", dictionary()) == rules


def test_rules_of_another_workspace_come_in_once_and_in_one_act(review: Review) -> None:
    rules = [TaughtRule("", RuleKind.NOT_A_FIGURE, Unit.COUNT, before=word) for word in ("beacon", "wing", "beacon")]
    assert len(review.keep_rules(rules).rules) == 2
    assert review.keep_rules(rules).rules == frozenset()
    assert review.undo_label() == "keep 2 rules"


def test_a_pattern_written_by_hand_is_read_by_its_stems(tmp_path: Path) -> None:
    rule = {"kind": "not_a_figure", "unit": "count", "before": "under Beacons #"}
    (tmp_path / "rules.json").write_text(json.dumps({"crossfoot_rules": 1, "rules": [rule]}))
    (read,) = read_rules(tmp_path / "rules.json", dictionary())
    assert read.before == "under beacons #"
    text = "seen under Beacon 4 7 of them"
    there = Figure("", Span(20, 21), "7", Decimal(7), unit=Unit.COUNT)
    assert fits(read, there, Beside.of(text, there.span))


RULE = {"kind": "unit", "unit": "count", "words": "hosts", "gives": "fte"}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("not json", "damaged"),
        ("[1]", "holds no taught rules"),
        ('{"rules": []}', "holds no taught rules"),
        ('{"crossfoot_rules": 99, "rules": []}', "newer Crossfoot"),
        ('{"crossfoot_rules": "x", "rules": []}', "which form"),
        (json.dumps({"crossfoot_rules": 1, "rules": [RULE, RULE | {"kind": "alias"}]}), "rule 2: .*alias"),
        (json.dumps({"crossfoot_rules": 1, "rules": [RULE | {"gives": "stone"}]}), "no unit “stone”"),
        (json.dumps({"crossfoot_rules": 1, "rules": [RULE | {"words": 7}]}), "form of a rule"),
        (json.dumps({"crossfoot_rules": 1, "rules": [RULE | {"words": " "}]}), "no words"),
        ("[" * 100_000, "damaged"),
        (b"\xff\xfe\x00", "damaged"),
    ],
)
def test_a_bad_file_of_rules_gets_one_plain_sentence_with_its_name(
    tmp_path: Path, content: str | bytes, words: str
) -> None:
    path = tmp_path / "rules.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(WorldError, match=words) as told:
        read_rules(path, dictionary())
    assert "rules.json" in str(told.value)
    assert "\n" not in str(told.value)


def test_a_missing_file_of_rules_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="cannot be read"):
        read_rules(tmp_path / "nowhere.json", dictionary())


def test_the_shipped_dictionary_is_never_changed(review: Review, make: Callable[..., Prepared]) -> None:
    before = dictionary()
    corrected = figure(review, "43")
    review.correct(corrected.id, {"indicator": "active_children"})
    offer = review.offer_after(corrected.id)
    assert offer is not None
    review.teach(offer, apply=True, keep=True)
    assert review.dictionary == before == dictionary()
