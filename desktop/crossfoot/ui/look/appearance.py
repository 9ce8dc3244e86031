"""Which colours the window wears: the system's, or those chosen in the View menu."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from crossfoot.ui.look import theme as themes
from crossfoot.ui.look.theme import Theme
from crossfoot.ui.settings import Settings

SCHEMES = ("system", "light", "dark", "contrast")


class Appearance(QObject):
    """Keeps the choice and follows the system; ``changed`` carries the :class:`Theme` to wear now."""

    changed = Signal(object)

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__()
        self._application = application
        self._settings = settings
        stored = settings.text("view/scheme", "system")
        self.scheme = stored if stored in SCHEMES else "system"
        self.theme: Theme = self._resolve()
        themes.apply(application, self.theme)
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    def choose(self, scheme: str) -> None:
        """Wear another scheme from now on."""
        self.scheme = scheme
        self._settings.put("view/scheme", scheme)
        self._wear(self._resolve())

    def _follow_system(self) -> None:
        """Change with the system, where that was chosen."""
        if self.scheme == "system":
            self._wear(self._resolve())

    def _wear(self, theme: Theme) -> None:
        """Put a theme on, if it is another."""
        if theme.name != self.theme.name:
            self.theme = theme
            themes.apply(self._application, theme)
            self.changed.emit(theme)

    def _resolve(self) -> Theme:
        """Return the theme of the chosen scheme."""
        match self.scheme:
            case "light":
                return themes.light()
            case "dark":
                return themes.dark()
            case "contrast":
                return themes.high_contrast()
            case _:
                return themes.system(self._application)
