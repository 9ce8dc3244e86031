"""Every theme can be read: text at 4.5 to 1, edges that mean something at 3 to 1, states by word and sign."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from crossfoot.model import State
from crossfoot.ui.look.theme import Theme, apply, dark, high_contrast, light, palette

THEMES = (light(), dark(), high_contrast())


def _luminance(colour: str) -> float:
    shades = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in QColor(colour).getRgbF()]
    return 0.2126 * shades[0] + 0.7152 * shades[1] + 0.0722 * shades[2]


def _contrast(first: str, second: str) -> float:
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(params=THEMES, ids=lambda theme: theme.name)
def theme(request: pytest.FixtureRequest) -> Theme:
    chosen: Theme = request.param
    return chosen


@pytest.mark.parametrize("ink", ["text", "muted", "accent", "warning", "better", "worse", "neutral"])
def test_text_can_be_read_on_every_ground(theme: Theme, ink: str) -> None:
    for ground in (theme.window, theme.base, theme.raised, theme.selected):
        assert _contrast(getattr(theme, ink), ground) >= 4.5


def test_text_can_be_read_on_the_accent(theme: Theme) -> None:
    assert _contrast(theme.on_accent, theme.accent) >= 4.5


@pytest.mark.parametrize("state", list(State))
def test_a_state_can_be_read_and_has_a_word_and_a_sign(theme: Theme, state: State) -> None:
    style = theme.state(state)
    assert style.word
    assert style.glyph
    for ground in (style.fill, theme.base, theme.window, theme.selected):
        assert _contrast(style.text, ground) >= 4.5
    assert _contrast(theme.text, style.fill) >= 4.5
    assert _contrast(style.edge, theme.base) >= 3


def test_words_and_signs_of_states_are_all_different(theme: Theme) -> None:
    assert len({style.word for style in theme.states.values()}) == len(State)
    assert len({style.glyph for style in theme.states.values()}) == len(State)


def test_series_and_edges_of_controls_can_be_seen(theme: Theme) -> None:
    for colour in (*theme.series, theme.outline):
        assert _contrast(colour, theme.base) >= 3
    assert theme.series_colour(len(theme.series)) == theme.series[0]


def test_text_can_be_read_on_every_highlight(theme: Theme) -> None:
    for wash in theme.highlights.values():
        assert _contrast(theme.text, wash) >= 4.5


def test_applying_a_theme_gives_the_application_its_palette(qapp: QApplication, theme: Theme) -> None:
    apply(qapp, theme)
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == theme.base
    assert palette(theme).color(QPalette.ColorRole.Text).name() == theme.text
    apply(qapp, light())
