"""The look of the whole program: chosen here, changed while it runs."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from clockify_desktop.charts.theme import DARK, LIGHT, Theme
from clockify_desktop.ui.look.high_contrast import (
    high_contrast_theme,
    wants_high_contrast,
)
from clockify_desktop.ui.look.palette import palette_of
from clockify_desktop.ui.look.style_sheet import style_sheet
from clockify_desktop.viewmodels.color_scheme import ColorScheme

BASE_PX: Final = 13
# From this size on somebody has asked their system for larger letters.
_ENLARGED_PX: Final = 16


class Look(QObject):
    """Gives the application, its parent, its colours, style sheet and font."""

    # For pictures that are drawn with it.
    theme_changed = Signal(Theme)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = ColorScheme.SYSTEM
        app.setStyle("Fusion")
        self._font = program_font(app.font())
        app.setFont(self._font)
        self._theme = self._apply()
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._renew)
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(self._renew)

    @property
    def theme(self) -> Theme:
        """The colours in use, also for pictures."""
        return self._theme

    def choose(self, scheme: ColorScheme) -> None:
        """Show the colours that a person chose."""
        # Every widget is styled anew by it, which takes longer than a report.
        if scheme is not self._scheme:
            self._scheme = scheme
            self._renew()

    @Slot()
    def _renew(self) -> None:
        before = self._theme
        self._theme = self._apply()
        if self._theme != before:
            self.theme_changed.emit(self._theme)

    def _apply(self) -> Theme:
        theme = self._wanted()
        self._app.setPalette(palette_of(theme))
        self._app.setStyleSheet(style_sheet(theme, self._font.pixelSize()))
        return theme

    def _wanted(self) -> Theme:
        # An empty palette brings the system's own back.
        self._app.setPalette(QPalette())
        system = self._app.palette()
        hints = self._app.styleHints()
        if wants_high_contrast(hints, system):
            return high_contrast_theme(system)
        if self._scheme is ColorScheme.SYSTEM:
            dark = hints.colorScheme() is Qt.ColorScheme.Dark
        else:
            dark = self._scheme is ColorScheme.DARK
        return DARK if dark else LIGHT


def program_font(system: QFont) -> QFont:
    """Set the system's own font to the size of this program.

    That is 13 pixels, or the system's size where that is enlarged, with figures of
    equal width where the family has them.
    """
    font = QFont(system)
    own_px = QFontInfo(system).pixelSize()
    font.setPixelSize(own_px if own_px >= _ENLARGED_PX else BASE_PX)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
