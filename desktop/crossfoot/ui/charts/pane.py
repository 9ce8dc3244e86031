"""The charts pane: which chart, of what, and its links with the selection that all panes share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from crossfoot.model import About, Annotation, Changes, Dictionary, DocumentSummary, ReviewedFigure, Unit
from crossfoot.review.charts import (
    TeamComparison,
    Trend,
    TrendChoice,
    default_choice,
    team_comparisons,
    trend,
    trend_choices,
)
from crossfoot.review.charts_budget import BudgetLine, budget_lines
from crossfoot.review.charts_records import Records
from crossfoot.ui.background import BackgroundJob
from crossfoot.ui.charts.picking import PickButton
from crossfoot.ui.charts.saying import elsewhere_words, state_key, teams_subtitle, trend_subtitle
from crossfoot.ui.look.theme import UNIT, Theme
from crossfoot.ui.selection import Selection
from crossfoot.ui.widgets import ElidedComboBox, Pane

if TYPE_CHECKING:
    from crossfoot.ui.charts.canvas import Canvas


class ChartSource(Protocol):
    """What the charts ask of the review."""

    @property
    def dictionary(self) -> Dictionary:
        """Return the indicators with their names."""

    def figures(self, document_id: str | None = None) -> tuple[ReviewedFigure, ...]:
        """Return the figures of one document or of all."""

    def documents(self) -> tuple[DocumentSummary, ...]:
        """Return a line for each document: its title, its day and its council."""

    def annotations(self) -> tuple[Annotation, ...]:
        """Return all notes, those on a chart's point among them."""


class ChartKind(StrEnum):
    """The charts that there are; the values stand on the buttons."""

    TREND = "Trend"
    TEAMS = "Teams"
    BUDGET = "Budget"


_EMPTY = {
    ChartKind.TREND: "An indicator appears here as a line once two periods have a figure for it, "
    "in one record or in several.",
    ChartKind.TEAMS: "Teams appear here, before and after, once a record gives the same indicator "
    "for two or more teams at two dates.",
    ChartKind.BUDGET: "Budgets appear here beside what is spent or forecast, once a record states an amount "
    "that was set for a heading.",
}


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is on the canvas; equal values need no new drawing."""

    kind: ChartKind
    content: Trend | TeamComparison | tuple[BudgetLine, ...] | None
    theme: str
    subtitle: str
    records: Records | None


_ANY_HEIGHT = 16_777_215
"""Qt's own largest height of a widget: none is set."""

_MANY = 3_000
"""Figures up to which the charts are worked out at once."""


@dataclass(frozen=True, slots=True)
class _WorkedOut:
    """What the three charts can show; ``due`` numbers the time that it was asked for."""

    due: int
    choices: tuple[TrendChoice, ...]
    comparisons: tuple[TeamComparison, ...]
    budgets: tuple[BudgetLine, ...]


class ChartsPane(Pane):
    """Trend, teams and budget in one place; a click on a point selects its figure everywhere.

    The charts follow the selection: the selected figure is ringed, and the trend moves to its
    indicator where that has one. Nothing is drawn before the pane has been painted once.
    """

    def __init__(self, review: ChartSource, selection: Selection, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._selection = selection
        self._theme = theme
        self._figures: tuple[ReviewedFigure, ...] = review.figures()
        self._records = Records.of(review.documents())
        self._notes = _on_points(review.annotations())
        self._choices: tuple[TrendChoice, ...] = ()
        self._comparisons: tuple[TeamComparison, ...] = ()
        self._budgets: tuple[BudgetLine, ...] = ()
        self._trend_key: tuple[str, Unit | None] | None = None
        self._teams_key: tuple[str, Unit | None] | None = None
        self._kind = ChartKind.TREND
        self._shown: _Shown | None = None
        self._canvas: Canvas | None = None
        self._is_asked = False
        self._due = 0
        self._then: Callable[[], None] = self._begin
        self._build()
        self._connect()
        self._work_out(self._begin)

    def _begin(self) -> None:
        """Begin with the document, and with the figure: the charts come late, when one is selected already."""
        self._begin_with_document()
        self._follow_figure(self._selection.figure)

    @property
    def kind(self) -> ChartKind:
        """Return the chart that is in front."""
        return self._kind

    @property
    def canvas(self) -> Canvas | None:
        """Return the drawing surface, or None before the first paint."""
        return self._canvas

    @property
    def taken(self) -> tuple[str, ...]:
        """Return the figures that were picked on the charts for a check of the officer's own, in their order."""
        return self.pick.taken

    @property
    def message(self) -> str:
        """Return the sentence that stands in for a chart, or an empty text where a chart is shown."""
        return self._empty.text() if self._stack.currentWidget() is self._empty else ""

    def show_kind(self, kind: ChartKind) -> None:
        """Bring a chart to the front."""
        self._kind = kind
        self._buttons[kind].setChecked(True)
        self._fill_chooser()
        self._draw()

    def point(self) -> tuple[str, str] | None:
        """Return the figure of the point that the keyboard or the selection is on, and the chart with its words."""
        mark = self._canvas.walked_mark if self._canvas is not None and self._shown is not None else None
        return (mark.figure, f"{_named(self._kind)}{mark.words}") if mark else None

    def show_point(self, words: str, figure_id: str) -> None:
        """Bring the chart forward that a note's ``words`` name as :meth:`point` does, with the figure's point."""
        kind = next((kind for kind in ChartKind if words.startswith(_named(kind))), None)
        if kind is None:
            return
        if kind is ChartKind.TEAMS:
            found = next((each for each in self._comparisons if _has(each, figure_id)), None)
            self._teams_key = (found.indicator, found.unit) if found else self._teams_key
        self.show_kind(kind)
        self._follow_figure(figure_id)
        if self._canvas is not None:
            self._canvas.go_to(figure_id)

    def refresh(self, changes: Changes) -> None:
        """Take the figures that ``changes`` names anew; draws only where something on the chart differs."""
        if changes.annotations or changes.documents:
            self._notes = _on_points(self._review.annotations())
            self._sign_noted()
        if not (changes.figures or changes.documents):
            return
        is_known = self._known(self._selection.figure) is not None
        self._figures = self._review.figures()
        if changes.documents:
            self._records = Records.of(self._review.documents())
        self.pick.keep_only({figure.id for figure in self._figures})
        self._work_out(partial(self._show_anew, bool(changes.documents), is_known))

    def _sign_noted(self) -> None:
        """Sign the points of the chart in front that have notes."""
        if self._canvas is not None:
            self._canvas.sign_noted(self._notes[self._kind])
            self._say("")

    def _show_picked(self) -> None:
        """Frame the points that are picked for a check, and say how many they are."""
        if self._canvas is not None:
            self._canvas.is_taking = self.pick.isChecked()
            self._canvas.frame_taken(self.pick.taken)
        self._say("")

    def _show_anew(self, came: bool, is_known: bool) -> None:
        """Show what was worked out; where documents came and nothing was chosen yet, choose.

        A figure that came with them and was selected before it was known here, ``is_known`` says, is followed now.
        """
        if came and self._trend_key is None:
            self._begin_with_document()
        self._fill_chooser()
        self._draw()
        if not is_known:
            self._follow_figure(self._selection.figure)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of ``theme``."""
        self._theme = theme
        self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ask for the drawing surface once the pane can be seen: the first paint must not wait for it."""
        super().paintEvent(event)
        if not self._is_asked:
            self._is_asked = True
            QTimer.singleShot(0, self, self._make_canvas)

    def _build(self) -> None:
        """Lay out the buttons, the chooser, the titles, and the place of the chart."""
        bar = QHBoxLayout()
        bar.setSpacing(UNIT // 2)
        self._group = QButtonGroup(self)
        self._buttons: dict[ChartKind, QToolButton] = {}
        for kind in ChartKind:
            button = QToolButton()
            button.setText(kind.value)
            button.setCheckable(True)
            button.setProperty("segment", True)
            button.setAccessibleName(f"{kind.value} chart")
            self._group.addButton(button)
            self._buttons[kind] = button
            bar.addWidget(button)
        self._buttons[self._kind].setChecked(True)
        bar.addStretch(1)
        self._chooser = ElidedComboBox()
        self._chooser.setAccessibleName("Indicator of the chart")
        self._chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._chooser.setMinimumContentsLength(16)
        self._chooser.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._chooser.setMaximumWidth(320)
        bar.addWidget(self._chooser, 2)

        self._subtitle = QLabel()
        self._subtitle.setProperty("role", "muted")
        self._subtitle.setWordWrap(True)
        self._caption = QLabel()
        self._caption.setProperty("role", "muted")
        self._caption.setWordWrap(True)
        self._caption.setMinimumHeight(self._caption.fontMetrics().height())
        self.pick = PickButton()
        foot = QHBoxLayout()
        foot.addWidget(self._caption, 1)
        foot.addWidget(self.pick, 0, Qt.AlignmentFlag.AlignBottom)

        self._build_stack()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        layout.setSpacing(UNIT // 2)
        layout.addLayout(bar)
        layout.addWidget(self._subtitle)
        layout.addWidget(self._stack, 1)
        layout.addLayout(foot)
        self.setAccessibleName("Charts")

    def _build_stack(self) -> None:
        """Make the place of the chart, and the sentence that stands there where there is none."""
        self._empty = QLabel()
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self._empty.setMargin(3 * UNIT)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName("Chart")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the chart inside takes the keys
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._scroll)

    def _connect(self) -> None:
        """Make every connection of the pane."""
        for kind, button in self._buttons.items():
            button.clicked.connect(_choosing(self, kind))
        self._chooser.activated.connect(self._choose)
        self.pick.changed.connect(self._show_picked)
        self._selection.figure_changed.connect(self._follow_figure)
        self._selection.indicator_changed.connect(self._follow_indicator)
        self._selection.document_changed.connect(self._follow_document)

    def _make_canvas(self) -> None:
        """Make the drawing surface and draw what is due."""
        # Imported here, after the first paint, because pyqtgraph takes 370 ms to import.
        from crossfoot.ui.charts.canvas import Canvas  # noqa: PLC0415

        self._canvas = Canvas(self._theme)
        self._canvas.picked.connect(self._selection.select_figure)
        self._canvas.pointed.connect(self._say)
        self._canvas.taken.connect(self.pick.take)
        self._scroll.setWidget(self._canvas)
        self._canvas.addActions(self.actions())
        self.hand_keys_to(self._canvas)
        self._draw()

    def _work_out(self, then: Callable[[], None]) -> None:
        """Work the three charts out from the figures and the current document, and do ``then``.

        From many figures that is done beside the window; meanwhile what was worked out before is shown.
        """
        self._due += 1
        self._then = then
        document = self._selection.document or None
        work = partial(_work_out, self._due, self._figures, self._review.dictionary, document, self._records)
        if len(self._figures) <= _MANY:
            self._take(work())
            return
        job: BackgroundJob[_WorkedOut] = BackgroundJob(work, self)
        job.done.connect(self._take)
        job.done.connect(job.deleteLater)
        job.start()

    def _take(self, worked: _WorkedOut) -> None:
        """Take what was worked out, unless something newer is being worked out."""
        if worked.due == self._due:
            self._choices, self._comparisons, self._budgets = worked.choices, worked.comparisons, worked.budgets
            self._then()

    def _begin_with_document(self) -> None:
        """Choose the trend that suits the current document, unless the one shown has a part in it."""
        document = self._selection.document or None
        current = next((c for c in self._choices if (c.indicator, c.unit) == self._trend_key), None)
        if current is None or (document and document not in current.documents):
            chosen = default_choice(self._choices, document, self._records)
            self._trend_key = (chosen.indicator, chosen.unit) if chosen else None
        self._fill_chooser()
        self._draw()

    def _fill_chooser(self) -> None:
        """List what the chart in front can show; hidden where there is nothing to choose."""
        items: list[tuple[str, tuple[str, Unit | None]]] = []
        current: tuple[str, Unit | None] | None = None
        if self._kind is ChartKind.TREND:
            items = [(choice.name, (choice.indicator, choice.unit)) for choice in self._choices]
            current = self._trend_key
            if current is not None and current not in [key for _, key in items]:
                items.append((self._review.dictionary.name(current[0]), current))
        elif self._kind is ChartKind.TEAMS:
            items = [(comparison.name, (comparison.indicator, comparison.unit)) for comparison in self._comparisons]
            comparison = self._comparison()
            current = (comparison.indicator, comparison.unit) if comparison else None
        self._chooser.clear()
        for name, key in items:
            self._chooser.addItem(name, key)
        keys = [key for _, key in items]
        self._chooser.setCurrentIndex(keys.index(current) if current in keys else -1)
        self._chooser.setVisible(bool(items))

    def _choose(self, index: int) -> None:
        """Show what the officer chose from the list, and tell the other panes its indicator."""
        indicator, unit = self._chooser.itemData(index)
        if self._kind is ChartKind.TEAMS:
            self._teams_key = (indicator, unit)
        else:
            self._trend_key = (indicator, unit)
        self._draw()
        self._selection.select_indicator(indicator)

    def _follow_figure(self, figure_id: str) -> None:
        """Move the trend to the figure's indicator where it has one, and ring the figure."""
        figure = self._known(figure_id)
        if figure is not None and figure.current.indicator is not None:
            self._turn_trend_to(figure.current.indicator, figure.current.unit)
        if self._canvas is not None:
            self._canvas.select(figure_id)
        self._say("")

    def _known(self, figure_id: str) -> ReviewedFigure | None:
        """Return a figure, or None where the charts do not know it."""
        return next((figure for figure in self._figures if figure.id == figure_id), None)

    def _follow_indicator(self, indicator: str) -> None:
        """Move the trend to the indicator that another pane chose, also where it has too few points yet."""
        if indicator and (self._trend_key is None or self._trend_key[0] != indicator):
            offered = next((c for c in self._choices if c.indicator == indicator), None)
            self._trend_key = (indicator, offered.unit if offered else None)
            self._fill_chooser()
            self._draw()

    def _follow_document(self, document: str) -> None:
        """Begin anew with what suits the document."""
        if document:
            self._work_out(self._begin_with_document)

    def _turn_trend_to(self, indicator: str, unit: Unit | None) -> None:
        """Show the trend of ``indicator`` if it is offered; the unit of the figure first."""
        offered = [choice for choice in self._choices if choice.indicator == indicator]
        if not offered or (self._trend_key is not None and self._trend_key == (indicator, unit)):
            return
        chosen = next((choice for choice in offered if choice.unit == unit), offered[0])
        if self._trend_key != (chosen.indicator, chosen.unit):
            self._trend_key = (chosen.indicator, chosen.unit)
            self._fill_chooser()
            self._draw()

    def _comparison(self) -> TeamComparison | None:
        """Return the comparison that was chosen, or the one with most teams."""
        for comparison in self._comparisons:
            if (comparison.indicator, comparison.unit) == self._teams_key:
                return comparison
        return self._comparisons[0] if self._comparisons else None

    def _content(self) -> Trend | TeamComparison | tuple[BudgetLine, ...] | None:
        """Return what the chart in front has to show, or None where there is too little for it."""
        if self._kind is ChartKind.TEAMS:
            return self._comparison()
        if self._kind is ChartKind.BUDGET:
            return self._budgets or None
        if self._trend_key is None:
            return None
        made = trend(self._figures, self._review.dictionary, *self._trend_key, self._records)
        return made if any(line.days > 1 for line in made.lines) else None

    def _draw(self) -> None:
        """Draw the chart in front, or say what would be there."""
        content = self._content()
        records = self._named_records(content) if isinstance(content, tuple) else None
        due = _Shown(self._kind, content, self._theme.name, self._subtitle_of(content), records)
        if content is None:
            self._empty.setText(self._sentence())
            self._subtitle.hide()
            self._stack.setCurrentWidget(self._empty)
            self._caption.setText("")
            self._shown = None
            return
        self._stack.setCurrentWidget(self._scroll)
        if self._canvas is None or self._shown == due:
            return
        # Imported with the drawing surface, and for the same reason: they need pyqtgraph.
        from crossfoot.ui.charts.budget_view import ROW as BUDGET_ROW  # noqa: PLC0415
        from crossfoot.ui.charts.budget_view import draw_budget  # noqa: PLC0415
        from crossfoot.ui.charts.teams_view import ROW as TEAM_ROW  # noqa: PLC0415
        from crossfoot.ui.charts.teams_view import draw_teams  # noqa: PLC0415
        from crossfoot.ui.charts.trend_view import draw_trend  # noqa: PLC0415

        self._shown = due
        axis = 4 * UNIT
        self._canvas.records = self._records
        match content:
            case Trend():
                self._prepare(due.subtitle, 15 * UNIT)
                draw_trend(self._canvas, content, self._theme)
            case TeamComparison():
                self._prepare(due.subtitle, len(content.pairs) * TEAM_ROW + 2 * axis)
                draw_teams(self._canvas, content, self._theme)
            case _:
                self._prepare(due.subtitle, len(content) * BUDGET_ROW + axis, len(content) * BUDGET_ROW * 4 // 3 + axis)
                draw_budget(self._canvas, content, self._theme, due.records)
        self._canvas.select(self._selection.figure)
        self._sign_noted()
        self._show_picked()

    def _subtitle_of(self, content: Trend | TeamComparison | tuple[BudgetLine, ...] | None) -> str:
        """Return the line above the chart: what is counted, of whom, and whether other records stand in."""
        match content:
            case Trend():
                return trend_subtitle(content)
            case TeamComparison():
                return teams_subtitle(content)
            case tuple():
                return elsewhere_words(content, self._selection.document, self._records)
            case _:
                return ""

    def _named_records(self, lines: Sequence[BudgetLine]) -> Records | None:
        """Return the records where the lines of a budget must say which they are from: not all from the current one."""
        return None if all(line.document == self._selection.document for line in lines) else self._records

    def _prepare(self, subtitle: str, height: int, most: int = _ANY_HEIGHT) -> None:
        """Set the line above the chart, the height below which it is scrolled, and the most that it fills."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        if self._canvas is not None:
            self._canvas.setMinimumHeight(height)
            self._canvas.setMaximumHeight(most)

    def _sentence(self) -> str:
        """Return what would appear where there is no chart."""
        if self._kind is ChartKind.TREND and self._trend_key is not None:
            name = self._review.dictionary.name(self._trend_key[0])
            return f"{name}: a line appears here once two periods have a figure for it."
        return _EMPTY[self._kind]

    def _say(self, words: str) -> None:
        """Say one figure below the chart: the one pointed at, else the selected one, else the key to the signs."""
        self._caption.setToolTip("")
        if words:
            self._caption.setText(words)
            return
        if self.pick.isChecked():
            self._caption.setText(self.pick.caption)
            return
        mark = self._canvas.selected_mark if self._canvas is not None and self._shown is not None else None
        self._caption.setText(self._canvas.said(mark) if mark and self._canvas else self._key())
        if mark and self._canvas and (whole := self._canvas.said(mark, whole=True)) != self._caption.text():
            self._caption.setToolTip(whole)

    def _key(self) -> str:
        """Return the key to the signs on the chart in front."""
        content = self._shown.content if self._shown else None
        match content:
            case Trend():
                return state_key(content.points)
            case TeamComparison():
                return state_key(p for pair in content.pairs for p in (pair.before, pair.after))
            case tuple():
                return "bar: outturn or forecast   stroke: budget"
            case _:
                return ""


def _work_out(
    due: int, figures: Sequence[ReviewedFigure], dictionary: Dictionary, document: str | None, records: Records
) -> _WorkedOut:
    """Return what the three charts can show."""
    return _WorkedOut(
        due,
        trend_choices(figures, dictionary, records),
        team_comparisons(figures, dictionary, document, records),
        budget_lines(figures, dictionary, document, records),
    )


def _named(kind: ChartKind) -> str:
    """Return how a note on a point of this chart begins."""
    return f"{kind.value} chart, "


def _on_points(notes: Iterable[Annotation]) -> dict[ChartKind, Counter[str]]:
    """Return by chart and figure how many notes there are on the figure's point."""
    found: dict[ChartKind, Counter[str]] = {kind: Counter() for kind in ChartKind}
    for note in notes:
        for kind in ChartKind:
            if note.about is About.CHART_POINT and note.quote.startswith(_named(kind)):
                found[kind][note.target] += 1
    return found


def _has(comparison: TeamComparison, figure_id: str) -> bool:
    """Tell whether a comparison shows a figure."""
    return any(figure_id in {pair.before.figure, pair.after.figure} for pair in comparison.pairs)


def _choosing(pane: ChartsPane, kind: ChartKind) -> Callable[[], None]:
    """Return what the button of ``kind`` does."""

    def choose() -> None:
        pane.show_kind(kind)

    return choose
