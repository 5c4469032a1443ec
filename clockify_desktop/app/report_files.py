"""Report files in the window: opened, saved, and what is shown copied as a command."""

import asyncio
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.file_endings import REPORT_FILE
from clockify_desktop.domain.showable import named
from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.export.file_names import safe_name
from clockify_desktop.files.file_errors import one_line
from clockify_desktop.services.command_words import command_line, report_words
from clockify_desktop.services.file_reading import read_file
from clockify_desktop.services.latest_task import LatestTask
from clockify_desktop.services.report_file import ReportFile, ReportOutput
from clockify_desktop.services.report_file_toml import (
    read_report_file,
    report_file_bytes,
)
from clockify_desktop.services.saving import save_file
from clockify_desktop.translation import tr
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.ui.save_as import RecentFolder, SaveAs
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_opening import ReportOpening
from clockify_desktop.viewmodels.shown_report import shown_report

_PATH: Final = "{workspace}_{period}_{page}.csv"
_KIND: Final = tr("Report file (*{report_file})", report_file=REPORT_FILE)


class ReportFiles(QObject):
    """Opens them, and copies and saves what is shown, to be had without the window.

    Args:
        file_format: Tells for which program CSV files are.

    ``account`` is the name of the one that is open, ``None`` where it has none;
    ``sample``: it is the sample organisation.

    Signals:
        account_asked: A file was read, or in vain, and is to be shown with this
            account; ``None`` for any.
        failed: Why that cannot be, an ``AppError``.
        said: What was done.
    """

    account_asked = Signal(object)
    failed = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        model: ReportViewModel,
        window: MainWindow,
        recent: RecentFolder,
        file_format: Callable[[], FileFormat],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._model, self._file_format = model, file_format
        self.account: str | None = None
        self.sample = False
        self._reading, self._saving = LatestTask(), LatestTask()
        self._content, self._name = b"", ""
        self._read: ReportFile | None = None
        self._opening = ReportOpening(model, self)
        self._opening.failed.connect(self._on_not_there)
        self._save_as = SaveAs(window, recent)
        self._save_as.path_chosen.connect(self._on_place)
        window.action("action_copy_command").triggered.connect(self._on_copy)
        window.action("action_save_report_file").triggered.connect(self._on_save)

    async def close(self) -> None:
        """End what is under way."""
        await asyncio.gather(self._reading.close(), self._saving.close())

    def open(self, path: Path) -> None:
        """Read a file; it is shown when its account is open."""
        self._reading.start(
            partial(_file_at, path),
            partial(self._on_read, path),
            self._on_not_read,
        )

    def show_read(self) -> None:
        """Show the file that was read with the account that is open, if any was."""
        read, self._read = self._read, None
        if read is not None:
            self._opening.open(read)

    def forget_read(self) -> None:
        """Show no file, because its account cannot be opened."""
        self._read = None

    def _on_read(self, path: Path, file: ReportFile) -> None:
        self._read, self._name = file, one_line(Path(path.name))
        self.account_asked.emit(file.account or None)

    def _on_not_read(self, error: AppError) -> None:
        self.account_asked.emit(None)
        self.failed.emit(error)

    @Slot(object)
    def _on_not_there(self, error: AppError) -> None:
        self.failed.emit(AppError(f"{named(self._name)}: {error.title}", error.advice))

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
            self.said.emit(tr("copied the command"))

    @Slot()
    def _on_save(self) -> None:
        is_plain = self._file_format() is FileFormat.PLAIN
        dialect = "" if is_plain else "excel"
        shown = self._shown(ReportOutput(path=_PATH, dialect=dialect))
        if shown is not None and shown.workspace is not None:
            # What is saved is what was seen when it was asked for.
            self._content = report_file_bytes(shown)
            name = f"{safe_name(shown.workspace.name)}_{shown.page}{REPORT_FILE}"
            self._save_as.ask(
                tr("Save as report file"), name, (REPORT_FILE[1:],), _KIND
            )

    @Slot(object)
    def _on_place(self, path: Path) -> None:
        self._saving.start(
            partial(save_file, path, self._content),
            lambda _: self.said.emit(tr("saved {path}", path=named(path.name))),
            self.failed.emit,
        )


async def _file_at(path: Path) -> ReportFile:
    return read_report_file(await read_file(path), one_line(Path(path.name)))
