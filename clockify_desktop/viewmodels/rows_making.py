"""Makes CSV files of what was offered, and the look at their first rows."""

from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Final

import numpy as np

from clockify_desktop.domain.entry_report import EntryReport, entry_notes
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.grid import Grid
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.needs import entries_need
from clockify_desktop.domain.table import Table, table_of
from clockify_desktop.domain.written_dates import CLOCKIFY_DATES
from clockify_desktop.export.clockify_layout import summary_titles
from clockify_desktop.export.csv_file import (
    PREVIEW_ROWS,
    beginning,
    number_columns,
    records_read,
)
from clockify_desktop.export.csv_wish import CsvWish, entries_shown, unknown_dates
from clockify_desktop.export.file_choice import FileChoice, FileProgram, PeopleAs
from clockify_desktop.export.file_layout import FileLayout
from clockify_desktop.export.rows import columns_of, grid_columns
from clockify_desktop.pages.answers import Answers
from clockify_desktop.viewmodels.file_layouts import levels_of
from clockify_desktop.viewmodels.file_source import FileSource
from clockify_desktop.viewmodels.made_file import MadeFile

_NAMES: Final = ("user", "person", "User")
_OF_NUMBERS: Final = frozenset(
    {
        *("duration_seconds", "duration_hours", "duration_hms", "rate", "amount"),
        *("Time (h)", "Time (decimal)", "Duration (h)", "Duration (decimal)"),
    }
)
_OF_MONEY: Final = ("Amount (", "Billable Rate (", "Billable Amount (")


class RowsMaking:
    """Makes CSV files of one source; what was added up once is kept."""

    def __init__(self, source: FileSource) -> None:
        self._source = source
        self._hidden: dict[tuple[PeopleAs, bool], FileSource] = {}
        self._tables: dict[object, tuple[Table | FileTable | Grid, int | None]] = {}

    def is_at_hand(self, choice: FileChoice) -> bool:
        """Tell whether nothing of a file has to be added up first."""
        shown = choice.layout is FileLayout.SHOWN
        as_it_is = shown and choice.program is not FileProgram.CLOCKIFY
        if as_it_is and not self._hides(choice):
            return True
        return choice.layout is not FileLayout.ENTRIES and _key(choice) in self._tables

    def hidden(self, choice: FileChoice) -> FileSource:
        """Give the source without what is not to be in the file."""
        if not self._hides(choice):
            return self._source
        key = choice.people, choice.descriptions
        if key not in self._hidden:
            hiding = self._source.hiding(choice)
            self._hidden[key] = self._source.hidden_by(hiding)
        return self._hidden[key]

    def made(self, choice: FileChoice, answers: Answers) -> MadeFile:
        """Make a file; may take a while.

        Raises:
            AppError: The encoding has no place for a sign, or two signs are the same.
        """
        source, profile = self._source, self._source.state.profile
        dates, notes = None, []
        if choice.program is FileProgram.CLOCKIFY:
            dates = CLOCKIFY_DATES if profile is None else profile.dates
            if profile is not None and profile.unknown_date_format:
                notes = [unknown_dates(profile.unknown_date_format)]
        wish = CsvWish(
            choice.syntax(source.signs), choice.columns, choice.amounts, dates
        )
        made = (
            self._of_entries(choice, wish, answers)
            if choice.layout is FileLayout.ENTRIES
            else self._of_table(choice, wish)
        )
        return replace(made, lacking=(*notes, *made.lacking))

    def _hides(self, choice: FileChoice) -> bool:
        if choice.people is not PeopleAs.NAMES:
            return True
        file = self._source.content.file
        # Other files tell nothing of what entries say.
        described = isinstance(file, FileTable) and "description" in file.columns
        return described and not choice.descriptions

    def _of_entries(
        self, choice: FileChoice, wish: CsvWish, answers: Answers
    ) -> MadeFile:
        source = self._source
        report, selection = source.report, source.content.listed
        told: EntryReport = answers.values[entries_need(source.content.query)]
        notes = entry_notes(told, report.facts.total_s)
        hiding = source.hiding(choice)
        # It tells everybody, so names are given as anywhere else.
        report = hiding.of(report)
        told = hiding.of(told)
        shown = entries_shown(told, report, selection)
        lines = partial(wish.entry_lines, told, shown, report)
        first = wish.entry_lines(told, shown[:PREVIEW_ROWS], report)
        columns, *rows = records_read(first, wish.syntax)
        every = [one.name for one in wish.entry_columns(told, shown, report)]
        people = len(np.unique(told.entries.user[shown]))
        return MadeFile(
            lines,
            self._what(choice),
            columns=columns,
            every_column=tuple(every),
            rows=tuple(rows),
            numbers=_numbers(columns),
            count=len(shown),
            total_s=int(told.entries.seconds[shown].sum(dtype=np.int64)),
            people=people if set(_NAMES).intersection(columns) else 0,
            lacking=tuple(notes),
        )

    def _of_table(self, choice: FileChoice, wish: CsvWish) -> MadeFile:
        table, total_s = self._table(choice)
        query = self._source.content.query
        if wish.dates is not None and isinstance(table, Table):
            every = summary_titles(table, amounts=wish.amounts)
            lines = islice(wish.table_lines(table, query), PREVIEW_ROWS + 1)
            columns, *rows = records_read(lines, wish.syntax)
            numbers = _numbers(columns)
            count = len(np.unique(table.rows.places, axis=0))
        else:
            every = (
                grid_columns(table, query)
                if isinstance(table, Grid)
                else columns_of(table, query)
            )
            places, of_numbers = (
                wish.choice_of(table).places(every),
                number_columns(table),
            )
            numbers = frozenset(
                at for at, one in enumerate(places) if one in of_numbers
            )
            first = wish.table_lines(beginning(table), query)
            columns, *rows = records_read(first, wish.syntax)
            count = len(table.rows)
        named = _people_in(table)
        return MadeFile(
            partial(wish.table_lines, table, query),
            self._what(choice),
            columns=columns,
            every_column=tuple(every),
            rows=tuple(rows),
            numbers=numbers,
            count=count,
            total_s=total_s,
            people=named if set(_NAMES).intersection(columns) else 0,
        )

    def _what(self, choice: FileChoice) -> str:
        source, layout = self._source, choice.layout
        what = layout.what(levels_of(source, layout))
        if choice.program is FileProgram.CLOCKIFY:
            return f"clockify {what}"
        return self.hidden(choice).content.what if layout is FileLayout.SHOWN else what

    def _table(self, choice: FileChoice) -> tuple[Table | FileTable | Grid, int | None]:
        key = _key(choice)
        if key not in self._tables:
            self._tables[key] = self._added_up(choice)
        return self._tables[key]

    def _added_up(
        self, choice: FileChoice
    ) -> tuple[Table | FileTable | Grid, int | None]:
        source, layout = self.hidden(choice), choice.layout
        content = source.content
        levels = levels_of(source, layout)
        if choice.program is FileProgram.CLOCKIFY:
            table = table_of(source.report, levels, content.narrowed)
            return table, table.total_s
        if layout is FileLayout.SHOWN:
            return content.file, content.file.total_s
        grouped = content.grouped(levels)
        if grouped is None:
            return content.file, content.file.total_s
        return layout.laid_out(grouped), grouped.total_s


def _key(choice: FileChoice) -> tuple[object, ...]:
    of_clockify = choice.program is FileProgram.CLOCKIFY
    return choice.layout, of_clockify, choice.people, choice.descriptions


def _numbers(columns: tuple[str, ...]) -> frozenset[int]:
    return frozenset(
        at
        for at, name in enumerate(columns)
        if name in _OF_NUMBERS or name.startswith(_OF_MONEY)
    )


def _people_in(table: Table | FileTable | Grid) -> int:
    """Count the people that a table names."""
    if isinstance(table, Grid):
        return len(table.rows)
    if isinstance(table, Table):
        if Level.USER not in table.levels:
            return 0
        return len(table.rows.used_keys(table.levels.index(Level.USER)))
    places = [at for at, name in enumerate(table.columns) if name in _NAMES]
    return len({row[places[0]] for row in table.rows}) if places else 0
