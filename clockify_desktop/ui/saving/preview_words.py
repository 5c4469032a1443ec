"""What stands above and below the first rows of a file."""

from typing import Final

from clockify_desktop.export.file_choice import FileChoice, FileProgram
from clockify_desktop.export.file_layout import FileLayout, RowKind
from clockify_desktop.translation import tr, tr_plural
from clockify_desktop.viewmodels.export_state import ExportState, SavePhase

_NOTHING: Final = tr(
    "No time and nobody: the file will hold the names of its columns alone."
)
_DURATIONS: Final = {
    "duration_seconds": tr("whole seconds"),
    "duration_hours": tr("hours"),
    "duration_hms": "h:mm:ss",
}
_IN_HOURS: Final = tr("Durations in hours; empty where there is no time.")
_AS_CLOCKIFY: Final = tr(
    "Every field in quotation marks, dates as your profile has them."
)
_IN_SHEETS: Final = tr(
    "Dates and durations are numbers that add up; text stays text, whatever it says."
)
_GUARDED: Final = tr("Text that looks like a formula gets a ' in front.")
_RUNS: Final = tr("A spreadsheet runs text that looks like a formula.")
_BY_NAME: Final = tr("; Other is never written")
_FOR_PAGES: Final = tr("Waiting for what all pages need.")
_FOR_ENTRIES: Final = tr("Waiting for the entries.")
_ENDS: Final = tr("Esc, or another choice, ends that.")
_ADDING_UP: Final = tr("Adding up\N{HORIZONTAL ELLIPSIS}")


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
        rows = tr("The only row")
    elif seen == state.count:
        rows = tr_plural("All {count} rows", "All {count} rows", seen)
    else:
        rows = tr("{seen} of {all} rows", seen=seen, all=state.count)
    columns = tr(
        "{chosen} of {all} columns", chosen=len(state.columns), all=state.all_columns
    )
    of_rows = [one for one, _ in state.offered if one.kind is RowKind.ROWS]
    by_levels = len(of_rows) > 1 and state.choice.layout in of_rows
    seen_of = f"{rows}, {columns}{_BY_NAME if by_levels else ''}"
    return " \N{MIDDLE DOT} ".join((seen_of, *_in_all(state)))


def _waiting(state: ExportState) -> str:
    if state.phase is SavePhase.ADDING_UP:
        return _ADDING_UP
    if state.choice.program.is_of_review:
        return f"{_FOR_PAGES} {_ENDS}"
    return f"{_FOR_ENTRIES} {_ENDS}"


def is_asked_for(choice: FileChoice) -> bool:
    """Whether a file is made of more of Clockify than the page."""
    of_entries = choice.program.is_csv and choice.layout is FileLayout.ENTRIES
    return choice.program.is_of_review or of_entries


def _document(state: ExportState) -> str:
    what = tr("The picture")
    if state.choice.program is FileProgram.REVIEW:
        what = tr("The first of all its pages")
    elif state.choice.program is FileProgram.SPREADSHEET:
        what = tr_plural(
            "{count} sheet, behind one that says what was asked",
            "{count} sheets, behind one that says what was asked",
            state.count,
        )
    return " \N{MIDDLE DOT} ".join((what, *_in_all(state)))


def _in_all(state: ExportState) -> list[str]:
    return [tr("{time} in all", time=state.total)] if state.total else []


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
    listed = last
    if others:
        listed = tr("{units} and {last}", units=", ".join(others), last=last)
    return tr("Durations in {units}.", units=listed)
