"""What stands above and below the first rows of a file."""

from typing import Final

from clockify_desktop.export.file_choice import FileChoice, FileProgram
from clockify_desktop.export.file_layout import FileLayout, RowKind
from clockify_desktop.viewmodels.export_state import ExportState, SavePhase

_NOTHING: Final = (
    "No time and nobody: the file will hold the names of its columns alone."
)
_DURATIONS: Final = {
    "duration_seconds": "whole seconds",
    "duration_hours": "hours",
    "duration_hms": "h:mm:ss",
}
_IN_HOURS: Final = "Durations in hours; empty where there is no time."
_AS_CLOCKIFY: Final = "Every field in quotation marks, dates as your profile has them."
_IN_SHEETS: Final = (
    "Dates and durations are numbers that add up; text stays text, whatever it says."
)
_GUARDED: Final = "Text that looks like a formula gets a ' in front."
_RUNS: Final = "A spreadsheet runs text that looks like a formula."
_BY_NAME: Final = "; Other is never written"
_ENDS: Final = "Esc, or another choice, ends that."
_ADDING_UP: Final = "Adding up\N{HORIZONTAL ELLIPSIS}"


def preview_words(state: ExportState) -> str:
    """Say how much of the file is seen, and how much there is."""
    if state.phase.is_preparing:
        return _waiting(state)
    if not state.made:
        return ""
    if not state.choice.program.is_csv:
        return _document(state)
    if not state.count:
        return _NOTHING
    seen = len(state.preview_rows)
    if state.count == 1:
        rows = "The only row"
    elif seen == state.count:
        rows = f"All {seen} rows"
    else:
        rows = f"{seen} of {state.count} rows"
    columns = f"{len(state.columns)} of {state.all_columns} columns"
    of_rows = [one for one, _ in state.offered if one.kind is RowKind.ROWS]
    by_levels = len(of_rows) > 1 and state.choice.layout in of_rows
    parts = [f"{rows}, {columns}{_BY_NAME if by_levels else ''}"]
    if state.total:
        parts.append(f"{state.total} in all")
    return " \N{MIDDLE DOT} ".join(parts)


def _waiting(state: ExportState) -> str:
    if state.phase is SavePhase.ADDING_UP:
        return _ADDING_UP
    return f"Waiting for {needs_words(state.choice)}. {_ENDS}"


def needs_words(choice: FileChoice) -> str:
    """Say what of Clockify a file is made of beside the page; empty for nothing."""
    if choice.program.is_of_review:
        return "what all pages need"
    of_entries = choice.program.is_csv and choice.layout is FileLayout.ENTRIES
    return "the entries" if of_entries else ""


def _document(state: ExportState) -> str:
    what = "The picture"
    if state.choice.program is FileProgram.REVIEW:
        what = "The first of all its pages"
    elif state.choice.program is FileProgram.SPREADSHEET:
        what = f"{state.count} sheets, behind one that says what was asked"
    return f"{what} \N{MIDDLE DOT} {state.total} in all" if state.total else what


def preview_note(state: ExportState) -> str:
    """Say how durations and hostile texts are written, and what the file lacks."""
    choice = state.choice
    if not choice.program.is_csv:
        sheets = choice.program is FileProgram.SPREADSHEET
        return " ".join((*((_IN_SHEETS,) if sheets else ()), *state.lacking))
    if choice.program is FileProgram.CLOCKIFY:
        durations = _AS_CLOCKIFY
    else:
        in_hours = choice.layout.kind is RowKind.GRID
        durations = _IN_HOURS if in_hours else _durations(state.columns)
    other = choice.program is FileProgram.OTHER
    guard = _RUNS if other and not choice.guards else _GUARDED
    return " ".join(filter(None, (durations, guard, *state.lacking)))


def _durations(columns: tuple[str, ...]) -> str:
    words = [text for name, text in _DURATIONS.items() if name in columns]
    if not words:
        return ""
    *others, last = words
    listed = " and ".join((", ".join(others), last)) if others else last
    return f"Durations in {listed}."
