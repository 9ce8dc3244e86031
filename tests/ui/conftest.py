"""A desk to test on: a real workspace and review over invented records whose figures are known."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crossfoot import assets
from crossfoot.model import (
    Extraction,
    Figure,
    Nature,
    Period,
    PeriodKind,
    Reading,
    Record,
    Resolution,
    Section,
    SectionKind,
    Span,
    Unit,
    WorldError,
)
from crossfoot.review.prepared import Prepared
from crossfoot.review.session import Review
from crossfoot.ui.desk import Desk
from crossfoot.ui.intake.importing import ImportJob
from crossfoot.ui.intake.jobs import ChildJob
from crossfoot.ui.intake.rereading import reread
from crossfoot.ui.look.appearance import Appearance
from crossfoot.ui.services import OpenWorkspace, Services
from crossfoot.ui.settings import Settings
from crossfoot.ui.window import MainWindow
from crossfoot.workspace import Workspace

TITLE = "Workload in the Children's Teams"
HEAD = f"WESTERLEIGH BOROUGH COUNCIL\n\nCABINET RECOMMENDATIONS\n\n1. Title of Item/Report\n\n{TITLE}\n\n"
DECISION = "2. Record of the Decision"
RESOLVED = "RESOLVED that\n\n1. the report be noted.\n2. a further report be received each quarter.\n\n"
REASONS = "3. Reasons for the Decision\n\nTo keep Members informed of the work of the teams.\n"


def sentences(count: int) -> str:
    """Return ``count`` sentences with one figure each, all different."""
    return "\n\n".join(
        f"In team {chr(65 + place % 26)} the officers had {1000 + 7 * place:,} open cases at the end of the month."
        for place in range(count)
    )


def record_of(text: str, day: date) -> Record:
    """Return the record of a text made of the pieces above."""
    decision = text.index(DECISION) + len(DECISION)
    resolved = text.index("RESOLVED")
    reasons = text.index("3. Reasons")
    heading = "3. Reasons for the Decision"
    first = text.index("1. the report")
    title = text.index(TITLE)
    return Record(
        council="Westerleigh Borough Council",
        title=TITLE,
        meeting_date=day,
        sections=(
            Section(SectionKind.TITLE, "1. Title of Item/Report", Span(title, title + len(TITLE))),
            Section(SectionKind.DECISION, DECISION, Span(decision, resolved)),
            Section(SectionKind.REASONS, heading, Span(reasons + len(heading), len(text))),
        ),
        resolutions=(Resolution("1", "the report be noted.", Span(first, first + 23)),),
    )


def figures_of(text: str, record: Record, day: date) -> tuple[Figure, ...]:
    """Return a figure for every number with a comma, a pound or a per cent sign."""
    found = []
    for match in re.finditer(r"£?\d{1,3}(?:,\d{3})+|£\d+(?:\.\d+)?m|\d+(?:\.\d+)?%", text):
        quote = match.group()
        scale = 1_000_000 if quote.endswith("m") else 1
        value = Decimal(quote.strip("£%m").replace(",", "")) * scale
        unit = Unit.GBP if "£" in quote else Unit.PERCENT if "%" in quote else Unit.COUNT
        made = hashlib.sha256(f"{match.start()}{quote}".encode()).hexdigest()[:10]
        found.append(
            Figure(
                id=made,
                span=Span(*match.span()),
                quote=quote,
                value=value,
                unit=unit,
                label="open cases",
                subject=f"team {chr(65 + len(found) % 26)}",
                period=Period(day, day, PeriodKind.AS_AT),
                nature=Nature.ACTUAL,
                section=record.section_at(match.start()),
                confidence=0.55 if len(found) % 10 == 9 else 0.97,
                rule="sample",
            )
        )
    return tuple(found)


def prepare_text(name: str, body: str, day: date) -> Prepared:
    """Return a record of ``body`` as if it had been read from a file called ``name``."""
    text = f"{HEAD}{DECISION}\n\n{body}\n\n{RESOLVED}{REASONS}"
    record = record_of(text, day)
    data = text.encode()
    return Prepared(
        path=name,
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        reading=Reading(reader="text", text=text),
        extraction=Extraction(version="test", record=record, figures=figures_of(text, record, day)),
    )


@dataclass
class AnsweringPrompter:
    """Answers dialogs with what a test laid out, and keeps what was told."""

    files: list[Path] = field(default_factory=list)
    saved_as: Path | None = None
    text: str | None = None
    agrees: bool = True
    told: list[str] = field(default_factory=list)
    reports: list[tuple[str, ...]] = field(default_factory=list)
    returns: int = 0

    def open_files(self, _title: str, _filters: str) -> list[Path]:
        """Give the files laid out."""
        return self.files

    def save_file(self, _title: str, _suggestion: Path, _filters: str) -> Path | None:
        """Give the path laid out."""
        return self.saved_as

    def ask_text(self, _title: str, _label: str, _text: str = "") -> str | None:
        """Give the text laid out."""
        return self.text

    def confirm(self, _title: str, _question: str, _yes: str) -> bool:
        """Answer as laid out."""
        return self.agrees

    def tell(self, _title: str, sentence: str) -> None:
        """Keep the sentence."""
        self.told.append(sentence)

    def report(self, _title: str, summary: str, lines: Sequence[str]) -> None:
        """Keep the list."""
        self.reports.append((summary, *lines))

    def go_back_to_report(self) -> None:
        """Note that the keys go back to the list."""
        self.returns += 1


@dataclass
class RecordingOpener:
    """Stands in for the system's programs: keeps what it was to open."""

    opened: list[Path] = field(default_factory=list)
    finds_a_program: bool = True

    def __call__(self, path: Path) -> bool:
        """Keep the path."""
        self.opened.append(path)
        return self.finds_a_program


class GivenJob(ImportJob):
    """Delivers prepared records and failures at once, without another process."""

    def __init__(self, results: Sequence[Prepared | WorldError], parent: QObject) -> None:
        super().__init__((), assets.dictionary(), parent=parent)
        self._results = list(results)

    def start(self) -> None:
        """Deliver everything."""
        total = len(self._results)
        for done, result in enumerate(self._results, start=1):
            if isinstance(result, WorldError):
                self.failed.emit(str(result))
            else:
                self.prepared.emit(result)
            self.progressed.emit(done, total)
        self.finished.emit(False)


class SameProcessJob(ChildJob):
    """Does at once, in this process, what another process would be asked to do."""

    def __init__(self, documents: Sequence[str], review: Review, parent: QObject) -> None:
        super().__init__((), lambda _: lambda: None, str, parent=parent)
        self._documents = documents
        self._review = review

    def start(self) -> None:
        """Read every record again."""
        for done, document in enumerate(self._documents, start=1):
            text = self._review.document(document).text
            self.prepared.emit(reread(document, text, self._review.dictionary, self._review.taught()))
            self.progressed.emit(done, len(self._documents))
        self.finished.emit(False)


@dataclass
class World:
    """A window with everything around it that a test may look at."""

    window: MainWindow
    prompter: AnsweringPrompter
    workspace: Path
    settings: Settings
    results: list[Prepared | WorldError]
    opener: RecordingOpener

    @property
    def desk(self) -> Desk:
        """The desk over the open workspace."""
        assert self.window.desk is not None
        return self.window.desk

    @property
    def review(self) -> Review:
        """The review over the open workspace."""
        return self.desk.review


def open_workspace(path: Path, create: bool, initials: str) -> OpenWorkspace:
    workspace = Workspace.open(path, create=create)
    return OpenWorkspace(Review(workspace, assets.dictionary(), reviewer=initials), workspace.close)


@pytest.fixture
def make_world(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., World]]:
    """Return a maker of windows; each is shown, and closed at the end."""
    made: list[World] = []

    def make(*records: Prepared, initials: str = "JS", open_it: bool = True, shared_by: str = "") -> World:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        settings = Settings(tmp_path / "config" / "window.ini")
        if initials:
            settings.put_initials(initials)
        workspace = tmp_path / "records.crossfoot"
        prompter = AnsweringPrompter()
        results: list[Prepared | WorldError] = []
        opener = RecordingOpener()
        services = Services(
            open=open_workspace,
            samples=lambda: (tmp_path / "sample.txt",),
            samples_workspace=tmp_path / "data" / "Sample records.crossfoot",
            find_files=tuple,
            summary_writer=lambda review: lambda path: path.write_text(review.path.name) and None,
            opener=opener,
            what_shares=lambda _: shared_by,
        )
        window = MainWindow(
            services,
            settings,
            Appearance(application, settings),
            prompter=prompter,
            make_job=lambda _paths, _review, parent: GivenJob(results, parent),
            make_reread_job=SameProcessJob,
        )
        world = World(window, prompter, workspace, settings, results, opener)
        made.append(world)
        window.resize(1366, 728)
        if open_it:
            if records:
                with Workspace.open(workspace, create=True) as file:
                    review = Review(file, assets.dictionary())
                    for record in records:
                        review.store(record)
            window.open_workspace(workspace, create=not workspace.exists())
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return world

    yield make
    for world in made:
        world.window.close()
        world.window.deleteLater()


@pytest.fixture
def prepare_record() -> Callable[[str, str, date], Prepared]:
    """Return the function that prepares a record of a body as if it had been read from a file."""
    return prepare_text


@pytest.fixture
def long_record() -> Prepared:
    """A record of 45 figures."""
    return prepare_text("long.txt", sentences(45), date(2013, 6, 13))


@pytest.fixture
def short_record() -> Prepared:
    """A record of three figures: a count, an amount and a percentage."""
    body = "There were 1,194 open cases. The budget was £5.51m. Of all cases 57.5% were new."
    return prepare_text("short.txt", body, date(2014, 10, 9))


@pytest.fixture
def record_with_missed_figure() -> Prepared:
    """A record of one found figure, and of one that was missed: "28 referrals"."""
    body = "There were 1,194 open cases. In the first week the teams took 28 referrals."
    return prepare_text("missed.txt", body, date(2014, 10, 9))


@pytest.fixture
def record_of_many() -> Prepared:
    """A record of 5,000 figures."""
    return prepare_text("many.txt", sentences(5000), date(2016, 1, 14))


@pytest.fixture
def record_with_a_long_preface() -> Prepared:
    """A record whose first figure stands far below its beginning."""
    preface = "\n\n".join(["Members received a report on the work of the teams and thanked the officers."] * 60)
    return prepare_text("preface.txt", f"{preface}\n\nThere were 1,194 open cases.", date(2014, 10, 9))


@pytest.fixture
def like_records() -> tuple[Prepared, Prepared]:
    """Two records, of three figures and of one, all labelled "open cases"."""
    first = "There were 1,194 open cases. Then there were 1,201 open cases. At last there were 1,330 open cases."
    return (
        prepare_text("a.txt", first, date(2013, 6, 13)),
        prepare_text("b.txt", "There were 2,020 open cases.", date(2014, 6, 12)),
    )


@pytest.fixture
def make_record() -> Callable[..., Prepared]:
    """Return the function that makes a record of a body as if it had been read from a file."""
    return prepare_text
