"""The command that writes the file which the dialog for files offers."""

from typing import Final

import msgspec

from clockify_desktop.domain.errors import AppError
from clockify_desktop.export.file_choice import FileChoice, FileProgram, PeopleAs
from clockify_desktop.export.file_layout import FileLayout, RowKind
from clockify_desktop.pages.registry import GROUPED
from clockify_desktop.services.command_words import report_words
from clockify_desktop.services.report_file import (
    WHOLE_REVIEW,
    ReportFile,
    ReportOutput,
)
from clockify_desktop.viewmodels.file_layouts import levels_of
from clockify_desktop.viewmodels.file_source import FileSource
from clockify_desktop.viewmodels.made_file import MadeFile
from clockify_desktop.viewmodels.shown_report import shown_report

_CLOCKIFY: Final = {True: "clockify-detailed", False: "clockify-summary"}


def file_command(
    source: FileSource, choice: FileChoice, made: MadeFile
) -> tuple[str, ...]:
    """Give the arguments behind the program's name, without the place of the file.

    Returns:
        None where no command says it: for what is clicked in a picture or listed, for
        initials, and for a spreadsheet without ids.
    """
    state, content = source.state, source.content
    is_whole = content.narrowed == content.listed == state.selection
    few_columns = not choice.has_usual_columns
    in_sheets = choice.program is FileProgram.SPREADSHEET and few_columns
    by_initials = choice.people is PeopleAs.INITIALS and not state.names_hidden
    if state.opened is not None or not is_whole or in_sheets or by_initials:
        return ()
    try:
        shown = shown_report(state, source.account)
    except AppError:
        return ()
    if shown is None:
        return ()
    hidden = state.names_hidden or choice.people is not PeopleAs.NAMES
    file = msgspec.structs.replace(shown, hide_names=hidden)
    columns = made.columns if few_columns and choice.program.is_csv else ()
    output = _output(choice, columns, is_grid=choice.layout.kind is RowKind.GRID)
    words = report_words(_of(source, choice, file), output)
    return ("report", *words, *(("--demo",) if source.sample else ()))


def _of(source: FileSource, choice: FileChoice, file: ReportFile) -> ReportFile:
    """Ask for the page that has such rows."""
    if choice.program.is_of_review:
        return msgspec.structs.replace(file, page=WHOLE_REVIEW, group_by=(), choose=())
    as_shown = choice.layout is FileLayout.SHOWN
    if not choice.program.is_csv or (
        as_shown and choice.program is not FileProgram.CLOCKIFY
    ):
        return file
    of_entries = choice.layout is FileLayout.ENTRIES
    levels = () if of_entries else levels_of(source, choice.layout)
    return msgspec.structs.replace(file, page=GROUPED.key, group_by=levels, choose=())


def _output(
    choice: FileChoice, columns: tuple[str, ...], *, is_grid: bool
) -> ReportOutput:
    program = choice.program
    if program is FileProgram.PICTURE or program is FileProgram.REVIEW:
        paper = choice.paper.value if choice.paper is not None else ""
        is_pdf = choice.ending == "pdf"
        return ReportOutput(
            path="", format=choice.ending, paper=paper if is_pdf else ""
        )
    layout = "grid" if is_grid else ""
    of_entries = choice.layout is FileLayout.ENTRIES
    if program is FileProgram.CLOCKIFY:
        layout = _CLOCKIFY[of_entries]
    elif of_entries and program.is_csv:
        layout = "entries"
    other = program is FileProgram.OTHER
    return ReportOutput(
        path="",
        format="xlsx" if program is FileProgram.SPREADSHEET else "csv",
        layout=layout,
        dialect="excel" if program is FileProgram.EXCEL else "",
        separator=choice.separator.value if other else "",
        decimal_sign=choice.decimal_sign.value if other else "",
        encoding=choice.encoding.value if other else "",
        columns=columns,
        no_formula_guard=other and not choice.guards,
        no_amounts=not choice.amounts,
        no_descriptions=not choice.descriptions,
    )
