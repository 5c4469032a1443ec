"""The settings: how it looks, how hours and files are written, what is kept."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.ui.labels import close_button, field_label, text_label
from clockify_desktop.ui.look.segments import Segments
from clockify_desktop.ui.privacy_page import PrivacyPage
from clockify_desktop.viewmodels.color_scheme import ColorScheme
from clockify_desktop.viewmodels.settings_state import DurationFormat, SettingsState

_SCHEMES: Final = {
    ColorScheme.SYSTEM: "As the system",
    ColorScheme.LIGHT: "Light",
    ColorScheme.DARK: "Dark",
}
_DURATIONS: Final = {
    DurationFormat.MINUTES: "7:30",
    DurationFormat.SECONDS: "7:30:00",
    DurationFormat.DECIMAL: "7.50",
}
_PROGRAMS: Final = {
    FileFormat.EXCEL: "Excel and LibreOffice",
    FileFormat.PLAIN: "Other programs",
}
_PROGRAMS_NOTE: Final = (
    "Plain CSV for other programs has commas and decimal points everywhere; for"
    " spreadsheets it is written as your region writes numbers."
)


class SettingsDialog(QDialog):
    """Two pages; every choice counts at once. Opened with ``open()``.

    Signals:
        appearance_chosen: The new ``ColorScheme``.
        durations_chosen: The new ``DurationFormat``.
        file_format_chosen: The new ``FileFormat``.
        deletion_confirmed: Delete everything on this computer.
    """

    appearance_chosen = Signal(object)
    durations_chosen = Signal(object)
    file_format_chosen = Signal(object)
    deletion_confirmed = Signal()

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
        self._schemes = Segments("Appearance", list(_SCHEMES.values()), general)
        self._durations = Segments("Hours", list(_DURATIONS.values()), general)
        self._programs = Segments(
            "CSV files: for which program?", list(_PROGRAMS.values()), general
        )
        column = QVBoxLayout(general)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(6)
        for segments in (self._schemes, self._durations, self._programs):
            column.addWidget(field_label(segments.accessibleName(), segments))
            column.addWidget(segments)
            column.addSpacing(10)
        column.addWidget(text_label(_PROGRAMS_NOTE, general, "quiet"))
        column.addStretch(1)
        self._privacy = PrivacyPage(self._pages)
        scroll = QScrollArea(self._pages)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._privacy)
        self._pages.addTab(general, "General")
        self._pages.addTab(scroll, "Privacy")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 12, 20, 16)
        whole.setSpacing(16)
        whole.addWidget(self._pages)
        whole.addWidget(close_button(self), 0, Qt.AlignmentFlag.AlignRight)
        self._schemes.place_chosen.connect(self._on_scheme)
        self._durations.place_chosen.connect(self._on_durations)
        self._programs.place_chosen.connect(self._on_program)
        self._privacy.deletion_confirmed.connect(self.deletion_confirmed)

    def show_state(self, state: SettingsState) -> None:
        """Show a state."""
        self._schemes.choose(list(_SCHEMES).index(state.appearance))
        self._durations.choose(list(_DURATIONS).index(state.durations))
        self._programs.choose(list(_PROGRAMS).index(state.file_format))
        self._privacy.show_state(state.kept)

    def open_privacy(self) -> None:
        """Open the dialog at what is kept where."""
        self._pages.setCurrentIndex(1)
        self.open()

    @Slot(int)
    def _on_scheme(self, place: int) -> None:
        self.appearance_chosen.emit(list(_SCHEMES)[place])

    @Slot(int)
    def _on_durations(self, place: int) -> None:
        self.durations_chosen.emit(list(_DURATIONS)[place])

    @Slot(int)
    def _on_program(self, place: int) -> None:
        self.file_format_chosen.emit(list(_PROGRAMS)[place])
