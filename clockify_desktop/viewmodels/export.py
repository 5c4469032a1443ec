"""Exporting what a page shows: a look at the first rows, then the file."""

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from clockify_desktop.daemon_threads import call_in_daemon
from clockify_desktop.domain.durations import duration_text
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.grid import Grid
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.period_words import period_in_words
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.showable import named
from clockify_desktop.domain.table import Table
from clockify_desktop.export.csv_file import (
    PLAIN,
    CsvSyntax,
    FileFormat,
    csv_lines,
    excel,
    number_columns,
    preview_rows,
)
from clockify_desktop.export.file_layout import FileLayout
from clockify_desktop.export.file_names import narrowed_words, suggested_name
from clockify_desktop.export.regional_signs import RegionalSigns
from clockify_desktop.pages.page import PageContent
from clockify_desktop.services.latest_task import LatestTask
from clockify_desktop.services.saving import save_file
from clockify_desktop.viewmodels.export_state import ExportState, SavePhase


@dataclass(frozen=True, slots=True)
class _Offer:
    """What there is to save, and what was made of it so far."""

    content: PageContent
    signs: RegionalSigns
    sample: bool
    made: dict[FileLayout, Table | FileTable | Grid] = field(default_factory=dict)

    @property
    def query(self) -> ReportQuery:
        return self.content.query

    def levels(self, layout: FileLayout) -> tuple[Level, ...]:
        file = self.content.file
        return () if isinstance(file, FileTable) else layout.levels(file.levels)

    def make(self, layout: FileLayout) -> Table | FileTable | Grid:
        content, file = self.content, self.content.file
        if isinstance(file, FileTable):
            return file
        return layout.laid_out(content.grouped(self.levels(layout)) or file)

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
        layout: FileLayout = FileLayout.SHOWN,
        *,
        sample: bool = False,
    ) -> None:
        """Offer what a page shows, laid out as somebody liked it last."""
        self._job.cancel()
        query = content.query
        made: dict[FileLayout, Table | FileTable | Grid] = {
            FileLayout.SHOWN: content.file
        }
        self._offer = _Offer(content, signs, sample, made)
        layouts = tuple(FileLayout) if content.regroups else (FileLayout.SHOWN,)
        period = period_in_words(
            query.period,
            query.week_start,
            query.time_zone,
            query.counting,
            running=content.running,
        )
        narrowed = narrowed_words(content.narrowed)
        total_s = content.file.total_s
        total = duration_text(total_s or 0, content.view.durations)
        self._state = ExportState(
            about=" · ".join([named(query.workspace.name), period, *narrowed]),
            file_format=file_format,
            layouts=layouts,
            total="" if total_s is None else total,
        )
        self._lay_out(self._offer, layout if layout in layouts else FileLayout.SHOWN)

    def choose_layout(self, layout: FileLayout) -> None:
        """Let the rows of the file be others."""
        if self._offer is not None and self._state.phase is not SavePhase.SAVING:
            self._lay_out(self._offer, layout)

    def choose_file_format(self, file_format: FileFormat) -> None:
        """Write it for another program."""
        if self._offer is None or self._state.phase is SavePhase.SAVING:
            return
        self._state = replace(self._state, file_format=file_format)
        self._lay_out(self._offer, self._state.layout)

    def save(self, path: Path) -> None:
        """Save what was offered; a file there is replaced whole or not at all."""
        offer, state = self._offer, self._state
        if offer is None or state.phase in {SavePhase.SAVING, SavePhase.ADDING_UP}:
            return
        self._show(replace(state, phase=SavePhase.SAVING, error=None, saved=None))
        table, syntax = offer.made[state.layout], offer.syntax(state.file_format)
        content = partial(csv_lines, table, offer.query, syntax)
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

    def _lay_out(self, offer: _Offer, layout: FileLayout) -> None:
        """Show a layout; what is added up by days may take a while, so in a thread."""
        what = offer.content.what
        if layout is not FileLayout.SHOWN:
            what = layout.what(offer.levels(layout))
        named_so = file_name(offer.content, "csv", sample=offer.sample, what=what)
        state = replace(
            self._state,
            title=what[:1].upper() + what[1:],
            file_name=named_so,
            layout=layout,
            error=None,
            saved=None,
        )
        if layout in offer.made:
            self._job.cancel()
            self._look(state, offer)
            return
        self._show(replace(state, phase=SavePhase.ADDING_UP))
        self._job.start(
            partial(call_in_daemon, partial(offer.make, layout), "adding up a file"),
            partial(self._on_made, offer, layout),
            self._on_failed,
        )

    def _on_made(
        self, offer: _Offer, layout: FileLayout, made: Table | FileTable | Grid
    ) -> None:
        offer.made[layout] = made
        self._look(self._state, offer)

    def _look(self, state: ExportState, offer: _Offer) -> None:
        """Show the beginning of the file in the state's format."""
        table, syntax = offer.made[state.layout], offer.syntax(state.file_format)
        columns, *rows = preview_rows(table, offer.query, syntax)
        self._show(
            replace(
                state,
                phase=SavePhase.EDITING,
                columns=columns,
                preview_rows=tuple(rows),
                numbers=number_columns(table),
                count=len(table.rows),
            )
        )

    def _show(self, state: ExportState) -> None:
        self._state = state
        self.changed.emit(state)


def file_name(
    content: PageContent, suffix: str, *, sample: bool = False, what: str = ""
) -> str:
    """Name a file after what a page shows, or after ``what`` it holds."""
    query = content.query
    return suggested_name(
        query.workspace.name,
        query.period,
        query.week_start,
        what or content.what,
        selection=content.narrowed,
        sample=sample,
        suffix=suffix,
    )
