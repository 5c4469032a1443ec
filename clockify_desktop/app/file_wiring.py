"""Opens the dialog for files, and remembers what was chosen in it."""

import os
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QLocale, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from clockify_desktop.charts.paper import paper_of
from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.export.file_choice import FileChoice, FileProgram
from clockify_desktop.export.regional_signs import region_named, regional_signs
from clockify_desktop.pages.page import PageContent
from clockify_desktop.services.command_words import command_line
from clockify_desktop.ui.export_dialog import ExportDialog
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.ui.save_as import RecentFolder
from clockify_desktop.viewmodels.export import ExportViewModel
from clockify_desktop.viewmodels.file_source import FileSource
from clockify_desktop.viewmodels.report import ReportViewModel


class FileWiring(QObject):
    """The part of the program that saves files.

    Args:
        recent: Where this run saved last.
        is_sample: Tells whether the numbers are nobody's.

    Signals:
        file_format_chosen: The new ``FileFormat``, to be remembered for all accounts.
        dialog_made: The ``ExportDialog``, once it is asked for.
    """

    file_format_chosen = Signal(object)
    dialog_made = Signal(ExportDialog)

    def __init__(
        self,
        model: ReportViewModel,
        window: MainWindow,
        recent: RecentFolder,
        is_sample: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._model, self._is_sample = model, is_sample
        # Of accounts in which nothing was chosen yet.
        self.file_format = FileFormat.EXCEL
        # Its name on this computer, where it has one.
        self.account: str | None = None
        self.export = ExportViewModel(self)
        self.export.chosen.connect(self._on_file_chosen)
        self._window, self._recent = window, recent
        self._dialog: ExportDialog | None = None
        action = window.action
        action("action_export_csv").triggered.connect(self.offer_shown)
        action("action_export_review").triggered.connect(self._offer_review)

    @property
    def dialog(self) -> ExportDialog:
        """The dialog; made when it is first needed: of a hundred widgets."""
        if self._dialog is None:
            self._dialog = dialog = ExportDialog(self._window, self._recent)
            self.export.changed.connect(dialog.show_state)
            dialog.choice_changed.connect(self.export.choose)
            dialog.column_chosen.connect(self._on_column)
            dialog.path_changed.connect(self.export.look_at)
            dialog.path_chosen.connect(self.export.save)
            dialog.retried.connect(self.export.prepare_again)
            dialog.rejected.connect(self.export.withdraw)
            dialog.command_wanted.connect(self._on_command)
            self.dialog_made.emit(dialog)
        return self._dialog

    async def close(self) -> None:
        """End what is under way."""
        await self.export.close()

    @Slot()
    def offer_shown(self) -> None:
        """Offer a file of what is looked at, as somebody liked it last."""
        content = self._model.state.looked_at
        if content is not None:
            self.offer(content)

    @Slot()
    def _offer_review(self) -> None:
        content = self._model.state.looked_at
        if content is not None:
            self.offer(content, FileProgram.REVIEW)

    @Slot(object)
    def offer(self, content: PageContent, program: FileProgram | None = None) -> None:
        """Offer a file of a page.

        Args:
            program: For which it is at first; ``None`` for the one chosen last.
        """
        system = QLocale.system()
        # A program that a desktop started may have no region in its environment.
        region = region_named(os.environ) or system.name()
        source = FileSource(
            self._model.state,
            content,
            self._model.ask,
            regional_signs(region, system.decimalPoint()),
            paper_of(os.environ, system.name()),
            self._is_sample(),
            self.account,
        )
        wish = self._model.file_choice(self._usual_choice)
        if program is not None:
            wish = replace(wish, program=program)
        # Made before there is something to show in it.
        dialog = self.dialog
        self.export.offer(source, wish)
        dialog.start()

    @property
    def _usual_choice(self) -> FileChoice:
        return FileChoice(FileProgram(self.file_format.value))

    @Slot(object)
    def use_file_format(self, file_format: FileFormat) -> None:
        """Save for the program that the settings name, from now on."""
        self.file_format = file_format
        program = FileProgram(file_format.value)
        chosen = self._model.file_choice(self._usual_choice)
        if chosen.program is not program:
            self._model.keep_file_choice(replace(chosen, program=program))

    @Slot(object)
    def _on_file_chosen(self, choice: FileChoice) -> None:
        self._model.keep_file_choice(choice)
        if choice.program.file_format is not None:
            self.file_format_chosen.emit(choice.program.file_format)

    @Slot()
    def _on_command(self) -> None:
        line = command_line(self.export.state.command, windows=os.name == "nt")
        QGuiApplication.clipboard().setText(line)

    @Slot(str, bool)
    def _on_column(self, name: str, written: bool) -> None:  # noqa: FBT001 - a slot takes what its signal sends
        self.export.choose_column(name, written=written)
