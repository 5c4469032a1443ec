"""The settings: how it looks, how hours and files are written, what is kept."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QTabWidget, QWidget

from clockify_desktop.store.language import VARIABLE
from clockify_desktop.translation import tr
from clockify_desktop.ui.choice_words import (
    APPEARANCE,
    HOUR_FORMATS,
    HOURS,
    LANGUAGE,
    OPENING,
    OPENINGS,
    PROGRAM,
    PROGRAMS,
    SCHEMES,
    SPOKEN,
)
from clockify_desktop.ui.labels import close_button, field_label, text_label
from clockify_desktop.ui.layouts import STRETCH, Part, VerticalScrollArea, column
from clockify_desktop.ui.look.segments import Segments
from clockify_desktop.ui.privacy_page import PrivacyPage
from clockify_desktop.ui.window_size import within_screen
from clockify_desktop.viewmodels.settings_state import SettingsState

_OPENING_NOTE: Final = tr(
    "Days that are shown for the first time open there, all others at the page left."
)
_LATER: Final = tr("From the next start on.")
_LANGUAGE_SET: Final = tr(
    "The environment variable {variable} decides.", variable=VARIABLE
)
_PROGRAMS_NOTE: Final = tr(
    "Plain CSV for other programs has commas and decimal points everywhere; for"
    " spreadsheets it is written as your region writes numbers."
)


_LEAST_PX: Final = 560
_WIDTH_PX: Final = 600
_AROUND_PX: Final = 64
"""The margins, and a bar to scroll with."""


class SettingsDialog(QDialog):
    """Two pages; every choice counts at once. Opened with ``open()``."""

    # A code, or ``system``.
    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings_dialog")
        self.setWindowTitle(tr("Settings"))
        self._pages = QTabWidget(self)
        self._pages.setObjectName("settings_pages")
        self._pages.tabBar().setDrawBase(False)
        general = QWidget(self._pages)
        self.appearance = Segments(APPEARANCE, SCHEMES, general)
        self.durations = Segments(HOURS, HOUR_FORMATS, general)
        self.opening = Segments(OPENING, OPENINGS, general)
        self.file_format = Segments(PROGRAM, PROGRAMS, general)
        self.language = QComboBox(general)
        self.language.setObjectName("language")
        for code, words in SPOKEN.items():
            self.language.addItem(words, code)
        self.language.activated.connect(self._on_language)
        self._of_language = text_label("", general, "quiet", name="language_note")
        parts: list[Part] = [
            *(field_label(LANGUAGE, self.language), self.language),
            *(self._of_language, 10),
        ]
        for segments, note in (
            (self.appearance, ""),
            (self.durations, ""),
            (self.opening, _OPENING_NOTE),
            (self.file_format, _PROGRAMS_NOTE),
        ):
            parts += field_label(segments.accessibleName(), segments), segments
            parts += [text_label(note, general, "quiet")] if note else []
            parts.append(10)
        parts[-1] = STRETCH
        column(*parts, within=general, spacing=6, margins=(0, 16, 0, 0))
        self.privacy = PrivacyPage(self._pages)
        for page, title in ((general, tr("General")), (self.privacy, tr("Privacy"))):
            scroll = VerticalScrollArea(self._pages)
            scroll.setWidget(page)
            self._pages.addTab(scroll, title)
        close = close_button(self), Qt.AlignmentFlag.AlignRight
        column(self._pages, close, within=self, spacing=16, margins=(20, 12, 20, 16))
        # In a longer language the segments need more.
        needed_px = general.minimumSizeHint().width() + _AROUND_PX
        self.setMinimumWidth(max(_LEAST_PX, needed_px))
        self.resize(within_screen(self, QSize(max(_WIDTH_PX, needed_px), 540)))

    def show_state(self, state: SettingsState) -> None:
        """Show a state."""
        self.appearance.choose(state.appearance)
        self.language.setCurrentIndex(self.language.findData(state.language))
        self._of_language.setText(_LANGUAGE_SET if state.is_language_set else _LATER)
        self.durations.choose(state.durations)
        self.opening.choose(state.opening)
        self.file_format.choose(state.file_format)
        self.privacy.show_state(state.kept)
        self.privacy.show_policy(state.policy)

    @Slot()
    def _on_language(self) -> None:
        self.language_chosen.emit(self.language.currentData())

    def open_privacy(self) -> None:
        """Open the dialog at what is kept where."""
        self._pages.setCurrentIndex(1)
        self.open()
