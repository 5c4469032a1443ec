"""What is shown, saved as a report file or copied as a command."""

import os
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.showable import named
from clockify_desktop.export.file_names import safe_name
from clockify_desktop.services.command_words import command_line, report_words
from clockify_desktop.services.latest_task import LatestTask
from clockify_desktop.services.report_file import ENDING, ReportFile, ReportOutput
from clockify_desktop.services.report_file_toml import report_file_bytes
from clockify_desktop.services.saving import save_file
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.ui.save_as import RecentFolder, SaveAs
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.shown_report import shown_report

_PATH: Final = "{workspace}_{period}_{page}.csv"
_KIND: Final = f"Report file (*{ENDING})"


class ReportFiles(QObject):
    """Copies and saves what is shown, so that it can be had again without the window.

    ``account`` is the name of the one that is open, ``None`` where it has none;
    ``sample``: it is the sample organisation.

    Signals:
        failed: Why that cannot be, an ``AppError``.
        said: What was done.
    """

    failed = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        model: ReportViewModel,
        window: MainWindow,
        recent: RecentFolder,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.account: str | None = None
        self.sample = False
        self._saving = LatestTask()
        self._content = b""
        self._save_as = SaveAs(window, recent)
        self._save_as.path_chosen.connect(self._on_place)
        window.action("action_copy_command").triggered.connect(self._on_copy)
        window.action("action_save_report_file").triggered.connect(self._on_save)

    async def close(self) -> None:
        """End what is under way."""
        await self._saving.close()

    def _shown(self, *outputs: ReportOutput) -> ReportFile | None:
        try:
            return shown_report(self._model.state, self.account, *outputs)
        except AppError as error:
            self.failed.emit(error)
            return None

    @Slot()
    def _on_copy(self) -> None:
        shown = self._shown()
        if shown is not None:
            demo = ["--demo"] if self.sample else []
            words = ["report", *report_words(shown), *demo]
            line = command_line(words, windows=os.name == "nt")
            QGuiApplication.clipboard().setText(line)
            self.said.emit("copied the command")

    @Slot()
    def _on_save(self) -> None:
        shown = self._shown(ReportOutput(path=_PATH))
        if shown is not None and shown.workspace is not None:
            # What is saved is what was seen when it was asked for.
            self._content = report_file_bytes(shown)
            name = f"{safe_name(shown.workspace.name)}_{shown.page}{ENDING}"
            self._save_as.ask("Save as report file", name, (ENDING[1:],), _KIND)

    @Slot(object)
    def _on_place(self, path: Path) -> None:
        self._saving.start(
            partial(save_file, path, self._content),
            lambda _: self.said.emit(f"saved {named(path.name)}"),
            self.failed.emit,
        )
