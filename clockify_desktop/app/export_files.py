"""Opens files that Clockify exported: chosen in the menu, or let fall on the window."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from clockify_desktop.csv_import.date_order import DateOrder
from clockify_desktop.csv_import.errors import UnclearDateOrderError
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.file_endings import REPORT_FILE, is_report_file
from clockify_desktop.domain.period_words import single_day
from clockify_desktop.domain.showable import named, showable
from clockify_desktop.services.exports import Exports, default_zone, read_exports
from clockify_desktop.services.latest_task import LatestTask
from clockify_desktop.translation import tr
from clockify_desktop.ui.export_file_dialog import ExportFileDialog
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.ui.open_file import OpenFile
from clockify_desktop.ui.pickers.zone_choice import zones_to_choose
from clockify_desktop.ui.save_as import RecentFolder
from clockify_desktop.viewmodels.account import AccountViewModel
from clockify_desktop.viewmodels.report import ReportViewModel

_ASK: Final = tr("Open a Clockify export or a report file")
_KINDS: Final = tr(
    "Exports and report files (*.csv *.txt *.tsv *{report_file});;All files (*)",
    report_file=REPORT_FILE,
)
_ALL_TELL: Final = tr("Exports name no time zone.")


class ExportFiles(QObject):
    """Reads them, asks what they do not tell, and shows them.

    Signals:
        failed: Why a file could not be read, an ``AppError``.
        report_file_found: A file that is none, but a report that somebody saved.
    """

    failed = Signal(object)
    report_file_found = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        account: AccountViewModel,
        model: ReportViewModel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._account, self._model = window, account, model
        self._reading = LatestTask()
        # That of the files before is the likeliest one.
        self._zone = ""
        self._open = OpenFile(window, RecentFolder())
        self._open.paths_chosen.connect(self.read)
        window.action("action_open_export").triggered.connect(self._on_asked)
        window.files_dropped.connect(self.read)

    @Slot(list)
    def read(self, paths: Sequence[Path]) -> None:
        """Read files, and ask what they do not tell."""
        for path in paths:
            if is_report_file(path.name):
                self.report_file_found.emit(path)
                return
        self._reading.start(
            partial(read_exports, tuple(paths), self._likely_zones()[0]),
            partial(self._on_read, paths),
            partial(self._on_refused, paths),
        )

    async def close(self) -> None:
        """End what is under way."""
        await self._reading.close()

    def _likely_zones(self) -> list[str]:
        """List zones: of the files before, of the profile, of this computer."""
        profile = self._model.state.profile
        likely = (self._zone, profile.time_zone if profile else "", default_zone())
        return list(dict.fromkeys(filter(None, likely)))

    @Slot()
    def _on_asked(self) -> None:
        self._open.ask(_ASK, _KINDS, several=True)

    def _on_read(self, paths: Sequence[Path], exports: Exports) -> None:
        self._ask(paths, exports)

    def _on_refused(self, paths: Sequence[Path], error: AppError) -> None:
        if isinstance(error, UnclearDateOrderError):
            self._ask(paths, None, error)
        else:
            self.failed.emit(error)

    def _ask(
        self,
        paths: Sequence[Path],
        exports: Exports | None,
        unclear: UnclearDateOrderError | None = None,
    ) -> None:
        dialog = ExportFileDialog(self._window)
        dialog.confirmed.connect(partial(self._on_confirmed, tuple(paths), exports))
        dialog.finished.connect(dialog.deleteLater)
        dialog.start(
            [path.name for path in paths],
            zones_to_choose(self._likely_zones()),
            () if unclear is None else _orders(unclear),
            _ALL_TELL,
        )

    def _on_confirmed(
        self, paths: Sequence[Path], exports: Exports | None, zone: str, order: str
    ) -> None:
        self._zone = zone
        if exports is not None and exports.time_zone == zone:
            self._account.open_exports(exports)
            return
        chosen = DateOrder(order) if order else None
        self._reading.start(
            partial(read_exports, tuple(paths), zone, chosen),
            self._account.open_exports,
            self.failed.emit,
        )


def _orders(unclear: UnclearDateOrderError) -> list[tuple[str, str]]:
    """Say what each order makes of a date."""
    told = []
    for order in map(DateOrder, unclear.orders):
        day = order.day(unclear.example)
        example = named(unclear.example)
        if day is not None:
            means = single_day(date.fromordinal(day))
            example = showable(tr("{example} is {day}", example=example, day=means))
        told.append((order.value, f"{order.in_words}: {example}"))
    return told
