"""Saving a file of what a page shows: what is chosen, a look at it, then the file."""

import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from clockify_desktop.charts.paper import Paper
from clockify_desktop.daemon_threads import call_in_daemon
from clockify_desktop.domain.durations import duration_text
from clockify_desktop.domain.errors import AppError
from clockify_desktop.export.file_choice import FileChoice, FileProgram, PaperSize
from clockify_desktop.export.file_layout import FileLayout
from clockify_desktop.export.file_names import suggested_name
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.page import PageContent
from clockify_desktop.services.latest_task import LatestTask
from clockify_desktop.services.needed_answers import answers_to
from clockify_desktop.services.saving import save_file
from clockify_desktop.translation import tr
from clockify_desktop.viewmodels.document_making import (
    picture_made,
    review_made,
    sheets_made,
)
from clockify_desktop.viewmodels.export_state import ExportState, SavePhase
from clockify_desktop.viewmodels.export_words import (
    about_of,
    layout_words,
    personal_data,
    signs_in_words,
)
from clockify_desktop.viewmodels.file_command import file_command
from clockify_desktop.viewmodels.file_layouts import layouts_of, needs_of
from clockify_desktop.viewmodels.file_source import FileSource
from clockify_desktop.viewmodels.made_file import MadeFile
from clockify_desktop.viewmodels.rows_making import RowsMaking


@dataclass(frozen=True, slots=True, eq=False)
class _Offer:
    """What there is to save, and what was worked out of it."""

    source: FileSource
    rows: RowsMaking = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", RowsMaking(self.source))

    def make(self, choice: FileChoice, answers: Answers) -> MadeFile:
        if choice.program is FileProgram.PICTURE:
            return picture_made(self.rows.hidden(choice), choice)
        if choice.program.is_of_review:
            hiding = self.source.hiding(choice)
            made = sheets_made if choice.program.has_columns else review_made
            return made(self.source, choice, hiding, answers)
        return self.rows.made(choice, answers)

    def is_at_hand(self, choice: FileChoice) -> bool:
        return choice.program.is_csv and self.rows.is_at_hand(choice)


class ExportViewModel(QObject):
    """Holds the state of the dialog for files.

    What is offered stays as it was when it was offered, whatever the window does
    meanwhile.
    """

    changed = Signal(ExportState)
    # The FileChoice that is to be remembered.
    chosen = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = ExportState()
        self._wish = FileChoice()
        self._offer: _Offer | None = None
        self._made: MadeFile | None = None
        self._job, self._looking = LatestTask(), LatestTask()

    @property
    def state(self) -> ExportState:
        """What the dialog shows now."""
        return self._state

    def offer(self, source: FileSource, wish: FileChoice) -> None:
        """Offer what a page shows, as somebody liked it last."""
        self._job.cancel()
        self._looking.cancel()
        self._offer, self._wish, self._made = _Offer(source), wish, None
        forced = (
            tr("Names are hidden in the window.") if source.state.names_hidden else ""
        )
        self._state = ExportState(
            about=about_of(source.content),
            excel=signs_in_words(source.signs),
            forced_names=forced,
            described=source.state.descriptions,
        )
        self._prepare()

    def choose(self, changes: dict[str, Any]) -> None:
        """Follow a choice, by the names of ``FileChoice``; the rest stays."""
        if self._offer is None or self._state.phase is SavePhase.SAVING:
            return
        self._wish = replace(self._wish, **changes)
        self.chosen.emit(self._wish)
        self._prepare()

    def choose_column(self, name: str, *, written: bool) -> None:
        """Write a column, or leave it out; one at least is written."""
        if not written and self._state.columns == (name,):
            self._show(self._state)
            return
        changed = self._wish.with_column(name, written=written)
        self.choose({"without": changed.without, "added": changed.added})

    def prepare_again(self) -> None:
        """Ask again for what could not be had."""
        if self._offer is not None:
            self._prepare()

    def withdraw(self) -> None:
        """Wait no longer for what is to be saved; what is being saved goes on."""
        if self._state.phase.is_preparing:
            self._job.cancel()

    def look_at(self, path: Path) -> None:
        """Tell whether a file of that name is there."""
        # A disk in the network may never answer.
        look = partial(call_in_daemon, partial(os.path.lexists, path), "a look at it")
        self._looking.start(look, self._on_looked, self._on_not_looked)

    def save(self, path: Path) -> None:
        """Save what was offered; a file there is replaced whole or not at all."""
        state, made = self._state, self._made
        if made is None or state.phase is SavePhase.SAVING or not state.made:
            return
        self._show(replace(state, phase=SavePhase.SAVING, error=None, saved=None))
        self._job.start(
            partial(save_file, path, made.content),
            partial(self._on_saved, path),
            self._on_failed,
        )

    async def close(self) -> None:
        """End everything that is under way."""
        await self._job.close()
        await self._looking.close()

    def _prepare(self) -> None:
        offer = self._offer
        if offer is None:
            return
        self._job.cancel()
        layouts = layouts_of(offer.source, self._wish.program)
        layout = self._wish.layout
        if layout not in layouts:
            layout = FileLayout.SHOWN
        choice = replace(self._wish, layout=layout)
        words = layout_words(offer.source, choice.program, layouts)
        letter = offer.source.paper(choice) is Paper.LETTER
        paper = PaperSize.LETTER if letter else PaperSize.A4
        state = replace(
            self._state,
            choice=choice,
            offered=words,
            paper=paper,
            made=False,
            command=(),
            error=None,
            saved=None,
        )
        self._made = None
        if offer.is_at_hand(choice):
            self._state = state
            try:
                self._on_made(offer, choice, offer.make(choice, Answers()))
            except AppError as error:
                self._on_failed(error)
            return
        needs, _ = needs_of(offer.source, choice)
        phase = SavePhase.FETCHING if needs else SavePhase.ADDING_UP
        self._show(replace(state, phase=phase))
        self._job.start(
            partial(self._prepared, offer, choice),
            partial(self._on_made, offer, choice),
            self._on_failed,
        )

    async def _prepared(self, offer: _Offer, choice: FileChoice) -> MadeFile:
        needs, optional = needs_of(offer.source, choice)
        answers = await answers_to(needs, optional, offer.source.ask)
        make = partial(offer.make, choice, answers)
        return await _in_thread(make)

    def _on_made(self, offer: _Offer, choice: FileChoice, made: MadeFile) -> None:
        self._made = made
        source = offer.source
        total_s, durations = made.total_s, source.content.view.durations
        # What no box governs can be chosen by itself.
        of_boxes = choice.hidden_columns
        every = tuple(one for one in made.every_column if one not in of_boxes)
        self._show(
            replace(
                self._state,
                phase=SavePhase.EDITING,
                made=True,
                file_name=file_name(
                    *(source.content, choice.ending),
                    sample=source.sample,
                    what=made.what,
                ),
                columns=made.columns,
                every_column=() if choice.layout.is_grid else every,
                all_columns=len(made.every_column),
                preview_rows=made.rows,
                numbers=made.numbers,
                count=made.count,
                picture=made.picture,
                total="" if total_s is None else duration_text(total_s, durations),
                personal=personal_data(made, choice, source.state),
                lacking=made.lacking,
                command=file_command(source, choice, made),
            )
        )

    def _on_looked(self, there: bool) -> None:  # noqa: FBT001 - an answer
        if there != self._state.there:
            self._show(replace(self._state, there=there))

    def _on_not_looked(self, _: AppError) -> None:
        """Say nothing of what cannot be told."""

    def _on_saved(self, path: Path, _: None) -> None:
        state = replace(self._state, phase=SavePhase.SAVED, saved=path, there=True)
        self._show(state)

    def _on_failed(self, error: AppError) -> None:
        self._show(replace(self._state, phase=SavePhase.FAILED, error=error))

    def _show(self, state: ExportState) -> None:
        self._state = state
        self.changed.emit(state)


def _in_thread(make: Callable[[], MadeFile]) -> Awaitable[MadeFile]:
    return call_in_daemon(make, "making a file")


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
