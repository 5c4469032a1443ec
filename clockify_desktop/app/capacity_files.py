"""Capacities from a file, and a file to fill in."""

import asyncio
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from clockify_desktop.app.review_wiring import ReviewWiring
from clockify_desktop.daemon_threads import call_in_daemon
from clockify_desktop.domain.showable import named
from clockify_desktop.export.csv_file import excel
from clockify_desktop.export.file_names import suggested_name
from clockify_desktop.export.regional_signs import region_named, regional_signs
from clockify_desktop.pages.capacity_actions import READ_CAPACITIES
from clockify_desktop.pages.capacity_content import HoursAndCapacityContent
from clockify_desktop.services.capacity_csv import (
    CapacityLines,
    capacity_sheet,
    read_capacities,
)
from clockify_desktop.services.capacity_matching import capacity_changes
from clockify_desktop.services.file_reading import read_file
from clockify_desktop.services.latest_task import LatestTask
from clockify_desktop.services.saving import save_file
from clockify_desktop.translation import tr
from clockify_desktop.ui.open_file import OpenFile
from clockify_desktop.ui.report.capacity_file_dialog import CapacityFileDialog
from clockify_desktop.ui.save_as import RecentFolder, SaveAs
from clockify_desktop.viewmodels.report import ReportViewModel

if TYPE_CHECKING:
    from clockify_desktop.domain.review_records import SetCapacity

_READ: Final = tr("Read capacities from a CSV file")
_SAVE: Final = tr("Save a CSV to fill in")
_KIND: Final = tr("CSV file (*.csv)")
_TO_READ: Final = tr("CSV files (*.csv *.txt *.tsv);;All files (*)")


class CapacityFiles(QObject):
    """Reads and writes them; nothing is kept before somebody looked at it.

    Signals:
        failed: Why a file could not be read or written, an ``AppError``.
        said: What was done.
    """

    failed = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        model: ReportViewModel,
        review: ReviewWiring,
        window: QWidget,
        recent: RecentFolder,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._model, self._review, self._window = model, review, window
        self._reading, self._saving = LatestTask(), LatestTask()
        self._open = OpenFile(window, recent)
        self._open.path_chosen.connect(self._on_file)
        self._save_as = SaveAs(window, recent)
        self._save_as.path_chosen.connect(self._on_place)
        self._sheet = b""

    @Slot(str)
    def do(self, key: str) -> None:
        """Do what an entry of the page says, by its key."""
        content = self._content
        if content is None:
            return
        if key == READ_CAPACITIES.key:
            self._open.ask(_READ, _TO_READ)
            return
        system = QLocale.system()
        region = region_named(os.environ) or system.name()
        signs = regional_signs(region, system.decimalPoint())
        people, query = content.people, content.query
        # What is saved is what was seen when it was asked for.
        self._sheet = capacity_sheet(
            people.report.everybody, people.plan.capacity, query.period, excel(signs)
        )
        about = query.workspace.name, query.period, query.week_start
        self._save_as.ask(_SAVE, suggested_name(*about, "capacities"), ("csv",), _KIND)

    async def close(self) -> None:
        """End what is under way."""
        await asyncio.gather(self._reading.close(), self._saving.close())

    @property
    def _content(self) -> HoursAndCapacityContent | None:
        content = self._model.state.content
        if isinstance(content, HoursAndCapacityContent) and content.set_actions:
            return content
        return None

    @Slot(object)
    def _on_place(self, path: Path) -> None:
        self._saving.start(
            partial(save_file, path, self._sheet),
            lambda _: self.said.emit(tr("saved {path}", path=named(path.name))),
            self.failed.emit,
        )

    @Slot(object)
    def _on_file(self, path: Path) -> None:
        self._reading.start(
            partial(_lines_of, path), partial(self._on_lines, path), self.failed.emit
        )

    def _on_lines(self, path: Path, lines: CapacityLines) -> None:
        content = self._content
        if content is None:
            return
        people = content.people
        changes = capacity_changes(lines, people.report.everybody, people.plan.capacity)
        dialog = CapacityFileDialog(self._window)
        dialog.kept.connect(self._on_kept)
        dialog.finished.connect(dialog.deleteLater)
        dialog.start(path.name, changes)

    @Slot(object)
    def _on_kept(self, records: "tuple[SetCapacity, ...]") -> None:
        self._review.keep(*records)


async def _lines_of(path: Path) -> CapacityLines:
    content = await read_file(path)
    days = QLocale.system().dateFormat(QLocale.FormatType.ShortFormat)
    day_first = days.find("d") < days.find("M")
    read = partial(read_capacities, content, day_first=day_first)
    return await call_in_daemon(read, tr("reading capacities"))
