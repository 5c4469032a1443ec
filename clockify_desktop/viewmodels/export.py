"""Exporting what a page shows: a look at the first rows, then the file."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from clockify_desktop.domain.durations import duration_text
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.period_words import period_in_words
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.showable import named
from clockify_desktop.domain.table import Table
from clockify_desktop.export.csv_file import (
    PLAIN,
    CsvSyntax,
    FileFormat,
    csv_bytes,
    excel,
    preview_rows,
)
from clockify_desktop.export.file_names import narrowed_words, suggested_name
from clockify_desktop.export.regional_signs import RegionalSigns
from clockify_desktop.export.rows import NUMBER_COLUMNS
from clockify_desktop.pages.page import PageContent
from clockify_desktop.services.latest_task import LatestTask
from clockify_desktop.services.saving import save_file
from clockify_desktop.viewmodels.export_state import ExportState, SavePhase


@dataclass(frozen=True, slots=True)
class _Offer:
    """What there is to save."""

    table: Table
    query: ReportQuery
    signs: RegionalSigns

    def syntax(self, file_format: FileFormat) -> CsvSyntax:
        return PLAIN if file_format is FileFormat.PLAIN else excel(self.signs)


class ExportViewModel(QObject):
    """Holds the state of the export dialog.

    What is offered stays as it was when it was offered, whatever the window does
    meanwhile.
    """

    changed = Signal(ExportState)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = ExportState()
        self._offer: _Offer | None = None
        self._job = LatestTask()

    @property
    def state(self) -> ExportState:
        """What the dialog shows now."""
        return self._state

    def offer(
        self,
        content: PageContent,
        file_format: FileFormat,
        signs: RegionalSigns,
        *,
        sample: bool = False,
    ) -> None:
        """Offer what a page shows."""
        self._job.cancel()
        table, query, what = content.file, content.query, content.what
        self._offer = _Offer(table, query, signs)
        period = period_in_words(
            query.period, query.week_start, query.time_zone, running=content.running
        )
        narrowed = narrowed_words(content.narrowed)
        self._look(
            ExportState(
                title=what[:1].upper() + what[1:],
                about=" · ".join([named(query.workspace.name), period, *narrowed]),
                file_name=file_name(content, "csv", sample=sample),
                file_format=file_format,
                count=len(table.rows),
                total=duration_text(table.total_s, content.view.durations),
            ),
            self._offer,
        )

    def choose_file_format(self, file_format: FileFormat) -> None:
        """Write it for another program."""
        if self._offer is None or self._state.phase is SavePhase.SAVING:
            return
        fresh = replace(
            self._state,
            file_format=file_format,
            phase=SavePhase.EDITING,
            error=None,
            saved=None,
        )
        self._look(fresh, self._offer)

    def save(self, path: Path) -> None:
        """Save what was offered; a file there is replaced whole or not at all."""
        offer, state = self._offer, self._state
        if offer is None or state.phase is SavePhase.SAVING:
            return
        self._show(replace(state, phase=SavePhase.SAVING, error=None, saved=None))
        content = partial(
            csv_bytes, offer.table, offer.query, offer.syntax(state.file_format)
        )
        self._job.start(
            partial(save_file, path, content),
            partial(self._on_saved, path),
            self._on_failed,
        )

    async def close(self) -> None:
        """End everything that is under way."""
        await self._job.close()

    def _on_saved(self, path: Path, _: None) -> None:
        self._show(replace(self._state, phase=SavePhase.SAVED, saved=path))

    def _on_failed(self, error: AppError) -> None:
        self._show(replace(self._state, phase=SavePhase.FAILED, error=error))

    def _look(self, state: ExportState, offer: _Offer) -> None:
        """Show the beginning of the file in the state's format."""
        syntax = offer.syntax(state.file_format)
        columns, *rows = preview_rows(offer.table, offer.query, syntax)
        places = enumerate(columns)
        numbers = frozenset(at for at, name in places if name in NUMBER_COLUMNS)
        self._show(
            replace(state, columns=columns, preview_rows=tuple(rows), numbers=numbers)
        )

    def _show(self, state: ExportState) -> None:
        self._state = state
        self.changed.emit(state)


def file_name(content: PageContent, suffix: str, *, sample: bool = False) -> str:
    """Name a file after what a page shows."""
    query = content.query
    return suggested_name(
        query.workspace.name,
        query.period,
        query.week_start,
        content.what,
        selection=content.narrowed,
        sample=sample,
        suffix=suffix,
    )
