"""A look at the first rows of a file, the program it is for, and where it goes."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QWidget

from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.export.file_layout import FileLayout
from clockify_desktop.ui.choice_words import LAYOUT, LAYOUTS, PROGRAM, PROGRAMS
from clockify_desktop.ui.error_strip import ErrorStrip, ShownError
from clockify_desktop.ui.labels import (
    field_label,
    push_button,
    show_words,
    text_label,
)
from clockify_desktop.ui.layouts import LEFTOVER, STRETCH, column, row
from clockify_desktop.ui.look.segments import Segments
from clockify_desktop.ui.preview_view import PreviewView
from clockify_desktop.ui.save_as import RecentFolder, SaveAs, SavedLine
from clockify_desktop.ui.window_size import within_screen
from clockify_desktop.viewmodels.export_state import ExportState, SavePhase

_NOTE: Final = (
    "Text that looks like a formula gets a ' in front. Amounts have two decimals for a"
    " spreadsheet, all of them in plain CSV."
)
# The columns of time are seen at once.
_SIZE: Final = QSize(960, 480)
_UNTOUCHED: Final = "An earlier file there is still whole."
_SAVE: Final = "Save\N{HORIZONTAL ELLIPSIS}"
_SAVING: Final = "Saving \N{HORIZONTAL ELLIPSIS}"


class ExportDialog(QDialog):
    """Shows what a CSV file will hold and asks where to save it; ``start()`` it."""

    file_format_chosen = Signal(FileFormat)
    layout_chosen = Signal(FileLayout)
    path_chosen = Signal(Path)

    def __init__(
        self, parent: QWidget | None = None, recent: RecentFolder | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle("Export CSV")
        self.setMinimumWidth(640)
        self.resize(within_screen(self, _SIZE))
        self._state = ExportState()
        self._title = text_label("", self, "title")
        self._about = text_label("", self, "quiet")
        self._layouts = Segments(LAYOUT, LAYOUTS, self)
        self._layouts.setObjectName("file_layout")
        self._layout_label = field_label(LAYOUT, self._layouts)
        self._rows = PreviewView(self)
        self._count = text_label("", self, "quiet", name="row_count")
        self._programs = Segments(PROGRAM, PROGRAMS, self)
        self._programs.setObjectName("file_format")
        self._strip = ErrorStrip(self)
        self._saved = SavedLine(self)
        self._close = push_button("", "close_export", self)
        self._close.setAutoDefault(False)
        self._save = push_button(_SAVE, "save_export", self, "main")
        self._save.setDefault(True)
        program = field_label(self._programs.accessibleName(), self._programs)
        self._whole = column(
            self._title,
            self._about,
            8,
            row(self._layout_label, self._layouts, STRETCH, spacing=12),
            8,
            self._rows,
            self._count,
            8,
            row(program, self._programs, STRETCH, spacing=12),
            text_label(_NOTE, self, "quiet"),
            8,
            STRETCH,
            self._strip,
            8,
            row((self._saved, 1), LEFTOVER, self._close, self._save, spacing=8),
            within=self,
            spacing=4,
            margins=(20, 12, 20, 12),
        )
        self._save_as = SaveAs(self, recent)
        self._layouts.value_chosen.connect(self.layout_chosen)
        self._programs.value_chosen.connect(self.file_format_chosen)
        self._save.clicked.connect(self._on_save)
        self._strip.retried.connect(self._on_save)
        self._close.clicked.connect(self.reject)
        self._save_as.path_chosen.connect(self.path_chosen)

    def show_state(self, state: ExportState) -> None:
        """Show a state."""
        was_saving = self._state.phase is SavePhase.SAVING
        self._state = state
        self._title.setText(state.title)
        self._about.setText(state.about)
        self._rows.show_state(state)
        self._count.setText(_counted(state))
        self._programs.choose(state.file_format)
        self._layouts.choose(state.layout)
        several = len(state.layouts) > 1
        for widget in (self._layouts, self._layout_label):
            widget.setVisible(several)
        self._strip.show_state(
            ShownError(state.error, _UNTOUCHED, "Choose another place")
            if state.error
            else None
        )
        self._saved.show_path(state.saved)
        saving = state.phase is SavePhase.SAVING
        adding_up = state.phase is SavePhase.ADDING_UP
        self._programs.setEnabled(not saving)
        self._layouts.setEnabled(not saving)
        self._save.setEnabled(not saving and not adding_up)
        show_words(self._save, _SAVING if saving else _SAVE)
        editing = adding_up or state.phase is SavePhase.EDITING
        show_words(self._close, "Cancel" if editing else "Close")
        saved = state.phase is SavePhase.SAVED
        self._close.setDefault(saved)
        self._save.setDefault(not saved)
        if was_saving and not saving:
            # A button that is disabled for the while loses the focus.
            next_one = self._close if saved else self._save
            next_one.setFocus(Qt.FocusReason.OtherFocusReason)
        self._make_room()

    def start(self) -> None:
        """Open it so that Enter goes on to the question where."""
        self.open()
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the height that a new width needs."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Let nothing be squeezed: Qt forgets the height that broken lines need."""
        self._whole.activate()
        self.setMinimumHeight(self._whole.totalHeightForWidth(self.width()))

    @Slot()
    def _on_save(self) -> None:
        self._save_as.ask(
            "Export CSV", self._state.file_name, ("csv", "txt"), "CSV file (*.csv)"
        )


def _counted(state: ExportState) -> str:
    if state.phase is SavePhase.ADDING_UP:
        return "Adding up…"
    if not state.count:
        return "No time and nobody: the file will hold the names of its columns alone."
    seen = len(state.preview_rows)
    if state.count == 1:
        rows = "The only row"
    elif seen == state.count:
        rows = f"All {seen} rows"
    else:
        rows = f"The first {seen} of {state.count} rows"
    return f"{rows} \N{MIDDLE DOT} {state.total} in all" if state.total else rows
