"""Saving a file: for which program, which rows, what goes in, a look at it, where."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QWidget

from clockify_desktop.export.file_choice import FileProgram
from clockify_desktop.export.file_layout import FileLayout
from clockify_desktop.translation import tr
from clockify_desktop.ui.error_strip import ErrorStrip, ShownError
from clockify_desktop.ui.labels import (
    field_label,
    link_button,
    push_button,
    rule,
    show_words,
    text_label,
)
from clockify_desktop.ui.layouts import (
    STRETCH,
    VerticalScrollArea,
    column,
    row,
)
from clockify_desktop.ui.preview_view import PreviewView
from clockify_desktop.ui.save_as import RecentFolder, SavedLine
from clockify_desktop.ui.saving.contents_choice import ContentsChoice
from clockify_desktop.ui.saving.document_look import DocumentLook
from clockify_desktop.ui.saving.file_place import FilePlace
from clockify_desktop.ui.saving.preview_words import (
    is_asked_for,
    preview_note,
    preview_words,
)
from clockify_desktop.ui.saving.program_list import ProgramList
from clockify_desktop.ui.saving.rows_choice import RowsChoice
from clockify_desktop.ui.saving.signs_choice import PaperChoice, SignsChoice
from clockify_desktop.ui.window_size import within_screen
from clockify_desktop.viewmodels.export_state import ExportState, SavePhase

_SIZE: Final = QSize(1060, 740)
_LEFT_PX: Final = 232
_LEAST_PX: Final = 620
_BAR_PX: Final = 16
_UNTOUCHED: Final = tr(
    "What is chosen stays, and an earlier file there is still whole."
)
_THERE: Final = tr(
    "A file of this name is there. It stays as it is until the new one is complete."
)
_TITLE: Final = tr("Save a file")
_COPY_COMMAND: Final = tr("Copy as command")


class ExportDialog(QDialog):
    """Shows what a file will hold and saves it; ``start()`` it."""

    # Changes by the names of ``FileChoice``.
    choice_changed = Signal(object)
    # The name of a column, and whether it is to be written.
    column_chosen = Signal(str, bool)
    path_changed = Signal(Path)
    path_chosen = Signal(Path)
    # What could not be prepared is wanted once more.
    retried = Signal()
    # The command that writes the file is to be copied.
    command_wanted = Signal()

    def __init__(
        self, parent: QWidget | None = None, recent: RecentFolder | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle(_TITLE)
        self.resize(within_screen(self, _SIZE))
        self._state = ExportState()
        self._copied: tuple[str, ...] = ()
        self._about = text_label("", self, "quiet")
        body = QWidget(self)
        self._programs = ProgramList(body)
        self._programs.setFixedWidth(max(_LEFT_PX, self._programs.sizeHint().width()))
        self._rows = RowsChoice(body)
        self._signs = SignsChoice(body)
        self._paper = PaperChoice(body)
        self._contents = ContentsChoice(body)
        self._count = text_label("", body, "quiet", name="row_count")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._preview = PreviewView(body)
        self._look = DocumentLook(body)
        self._note = text_label("", body, "quiet", name="preview_note")
        self._place = FilePlace(body, recent or RecentFolder())
        self._there = text_label(_THERE, body, "quiet", name="file_is_there")
        self._strip = ErrorStrip(self)
        self._saved = SavedLine(self)
        self._personal = text_label("", self, "warning", name="personal_data")
        self._command = link_button(_COPY_COMMAND, "copy_file_command", self)
        self._close = push_button("", "close_export", self)
        self._close.setAutoDefault(False)
        self._save = push_button("", "save_export", self, "main")
        self._save.setDefault(True)
        self._lay_out(body)
        self._connect()

    def _lay_out(self, body: QWidget) -> None:
        right = column(
            *(self._rows, self._signs, self._paper, self._contents),
            row(
                field_label(tr("Preview"), self._preview), (self._count, 1), spacing=12
            ),
            *(self._preview, self._look, self._note),
            *(self._place, self._there, STRETCH),
            spacing=10,
            margins=(16, 0, 4, 0),
        )
        line = QFrame(body)
        line.setProperty("role", "divider")
        line.setFixedWidth(1)
        row(self._programs, 12, line, (right, 1), within=body, margins=(20, 4, 8, 8))
        scroll = VerticalScrollArea(self)
        scroll.setWidget(body)
        # In a longer language it needs more.
        needed_px = body.minimumSizeHint().width() + _BAR_PX
        self.setMinimumWidth(max(_LEAST_PX, needed_px))
        title = text_label(_TITLE, self, "title")
        title.setWordWrap(False)
        self._warning = QFrame(self)
        self._warning.setProperty("role", "warning")
        column(self._personal, within=self._warning, margins=(10, 5, 10, 5))
        foot = row(
            *((self._warning, 3), (self._saved, 3), self._command, STRETCH),
            *(self._close, self._save),
            spacing=8,
            margins=(20, 0, 16, 0),
        )
        head = row(title, (self._about, 1), spacing=16, margins=(20, 0, 16, 0))
        trouble = row(self._strip, margins=(20, 0, 16, 0))
        column(
            *(head, (scroll, 1), trouble, rule(self), foot),
            within=self,
            spacing=8,
            margins=(0, 12, 0, 10),
        )

    def _connect(self) -> None:
        self._programs.program_chosen.connect(self._on_program)
        self._rows.layout_chosen.connect(self._on_layout)
        self._rows.columns.column_chosen.connect(self.column_chosen)
        for part in (self._signs, self._paper, self._contents):
            part.changed.connect(self.choice_changed)
        self._place.path_changed.connect(self.path_changed)
        self._place.name.textEdited.connect(self._on_name)
        self._save.clicked.connect(self._on_save)
        self._strip.retried.connect(self._on_retry)
        self._close.clicked.connect(self.reject)
        self._command.clicked.connect(self._on_command)

    def show_state(self, state: ExportState) -> None:
        """Show a state."""
        was_saving = self._state.phase is SavePhase.SAVING
        self._state = state
        is_csv = state.choice.program.is_csv
        self._about.setText(state.about)
        self._programs.show_excel(state.excel)
        self._programs.choose(state.choice.program)
        self._rows.setVisible(is_csv)
        if is_csv:
            self._rows.show_state(state)
        for part in (self._signs, self._paper, self._contents):
            part.show_state(state)
        has_columns = state.choice.program.has_columns
        self._preview.setVisible(has_columns)
        self._preview.show_state(state)
        self._look.setVisible(not has_columns)
        self._look.show_state(state)
        self._count.setText(preview_words(state))
        note = preview_note(state)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        if state.file_name:
            self._place.show_name(state.file_name, state.choice.ending)
        self._there.setVisible(state.there and state.phase is not SavePhase.SAVED)
        self._strip.show_state(_shown_error(state))
        self._saved.show_path(state.saved)
        self._personal.setText(state.personal)
        personal = bool(state.personal) and state.saved is None
        self._warning.setVisible(personal)
        self._command.setVisible(bool(state.command))
        if state.command != self._copied:
            self._command.setText(_COPY_COMMAND)
        self._show_buttons(was_saving=was_saving)

    def start(self) -> None:
        """Open it so that Enter saves."""
        self._place.forget_name()
        self.show_state(self._state)
        self.open()
        if self._save.isEnabled():
            self._save.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._programs.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the program by Ctrl and its number."""
        digit = event.key() - Qt.Key.Key_0
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.ControlModifier and 1 <= digit <= 9:  # noqa: PLR2004 - the last digit
            self._programs.click(digit)
            return
        super().keyPressEvent(event)

    def _show_buttons(self, *, was_saving: bool) -> None:
        state = self._state
        saving = state.phase is SavePhase.SAVING
        saved = state.phase is SavePhase.SAVED
        for one in (self._programs, self._rows, self._signs, self._paper):
            one.setEnabled(not saving)
        self._contents.setEnabled(not saving)
        self._place.setEnabled(not saving)
        ready = state.made and not saving and self._place.path is not None
        if self._save.hasFocus() and not ready and not saving:
            # It would go on to whatever comes next.
            self._programs.take_focus()
        self._save.setEnabled(ready)
        show_words(self._save, _save_words(state))
        show_words(self._close, tr("Close") if saving or saved else tr("Cancel"))
        self._close.setDefault(saved)
        self._save.setDefault(not saved)
        if was_saving and not saving:
            # A button that is disabled for the while loses the focus.
            next_one = self._close if saved else self._save
            next_one.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_command(self) -> None:
        self._copied = self._state.command
        self.command_wanted.emit()
        self._command.setText(tr("Copied"))

    @Slot(object)
    def _on_program(self, program: FileProgram) -> None:
        self.choice_changed.emit({"program": program})

    @Slot(object)
    def _on_layout(self, layout: FileLayout) -> None:
        self.choice_changed.emit({"layout": layout})

    @Slot()
    def _on_name(self) -> None:
        self._show_buttons(was_saving=False)

    @Slot()
    def _on_save(self) -> None:
        path = self._place.path
        if path is not None:
            self.path_chosen.emit(path)

    @Slot()
    def _on_retry(self) -> None:
        if self._state.made:
            self._place.ask()
        else:
            self.retried.emit()


def _shown_error(state: ExportState) -> ShownError | None:
    if state.error is None:
        return None
    if state.made:
        return ShownError(state.error, _UNTOUCHED, tr("Choose another folder"))
    fetches = is_asked_for(state.choice)
    return ShownError(state.error) if fetches else ShownError(state.error, action="")


def _save_words(state: ExportState) -> str:
    if state.phase is SavePhase.SAVING:
        return tr("Saving \N{HORIZONTAL ELLIPSIS}")
    kind = state.choice.ending.upper()
    if state.total and state.made:
        return tr("Save {time} as {kind}", time=state.total, kind=kind)
    return tr("Save as {kind}", kind=kind)
