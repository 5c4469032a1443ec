"""The settings: how it looks, how hours and files are written, what is kept."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTabWidget, QWidget

from clockify_desktop.ui.choice_words import (
    APPEARANCE,
    HOUR_FORMATS,
    HOURS,
    PROGRAM,
    PROGRAMS,
    SCHEMES,
)
from clockify_desktop.ui.labels import close_button, field_label, text_label
from clockify_desktop.ui.layouts import STRETCH, Part, VerticalScrollArea, column
from clockify_desktop.ui.look.segments import Segments
from clockify_desktop.ui.privacy_page import PrivacyPage
from clockify_desktop.viewmodels.settings_state import SettingsState

_PROGRAMS_NOTE: Final = (
    "Plain CSV for other programs has commas and decimal points everywhere; for"
    " spreadsheets it is written as your region writes numbers."
)


class SettingsDialog(QDialog):
    """Two pages; every choice counts at once. Opened with ``open()``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings_dialog")
        self.setWindowTitle("Settings")
        self.setMinimumWidth(560)
        self.resize(600, 440)
        self._pages = QTabWidget(self)
        self._pages.setObjectName("settings_pages")
        self._pages.tabBar().setDrawBase(False)
        general = QWidget(self._pages)
        self.appearance = Segments(APPEARANCE, SCHEMES, general)
        self.durations = Segments(HOURS, HOUR_FORMATS, general)
        self.file_format = Segments(PROGRAM, PROGRAMS, general)
        parts: list[Part] = []
        for segments in (self.appearance, self.durations, self.file_format):
            parts += field_label(segments.accessibleName(), segments), segments, 10
        parts += text_label(_PROGRAMS_NOTE, general, "quiet"), STRETCH
        column(*parts, within=general, spacing=6, margins=(0, 16, 0, 0))
        self.privacy = PrivacyPage(self._pages)
        scroll = VerticalScrollArea(self._pages)
        scroll.setWidget(self.privacy)
        self._pages.addTab(general, "General")
        self._pages.addTab(scroll, "Privacy")
        close = close_button(self), Qt.AlignmentFlag.AlignRight
        column(self._pages, close, within=self, spacing=16, margins=(20, 12, 20, 16))

    def show_state(self, state: SettingsState) -> None:
        """Show a state."""
        self.appearance.choose(state.appearance)
        self.durations.choose(state.durations)
        self.file_format.choose(state.file_format)
        self.privacy.show_state(state.kept)

    def open_privacy(self) -> None:
        """Open the dialog at what is kept where."""
        self._pages.setCurrentIndex(1)
        self.open()
