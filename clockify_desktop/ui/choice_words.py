"""What choices are called that can be made in several places."""

from typing import Final

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.export.file_choice import (
    DecimalSign,
    FileProgram,
    PaperSize,
    PeopleAs,
    PictureKind,
    Separator,
    TextEncoding,
)
from clockify_desktop.export.file_layout import RowKind
from clockify_desktop.viewmodels.color_scheme import ColorScheme
from clockify_desktop.viewmodels.opening_page import Opening

HOURS: Final = "Hours as"
HOUR_FORMATS: Final = {one: one.value for one in DurationFormat}
APPEARANCE: Final = "Appearance"
SCHEMES: Final = {
    ColorScheme.SYSTEM: "As the system",
    ColorScheme.LIGHT: "Light",
    ColorScheme.DARK: "Dark",
}
OPENING: Final = "Open with"
OPENINGS: Final = {
    Opening.OVERVIEW: "Overview",
    Opening.WHO_LOGGED: "Who logged",
    Opening.LEFT: "The page I left",
}
PROGRAM: Final = "CSV files: for which program?"
PROGRAMS: Final = {
    FileFormat.EXCEL: "Spreadsheet (Excel, LibreOffice)",
    FileFormat.PLAIN: "Other programs (Plain CSV)",
}

FOR_WHICH: Final = "For which program?"
FILES: Final = {
    FileProgram.EXCEL: ("Excel", ""),
    FileProgram.PLAIN: ("Plain CSV", ", between, decimal point"),
    FileProgram.CLOCKIFY: (
        "Clockify layout",
        "as Clockify\N{RIGHT SINGLE QUOTATION MARK}s own exports",
    ),
    FileProgram.SPREADSHEET: ("Spreadsheet", ".xlsx, a sheet for each page"),
    FileProgram.REVIEW: ("Review as PDF", "all pages, with the tick"),
    FileProgram.PICTURE: ("This picture", "PNG, SVG or PDF"),
    FileProgram.OTHER: ("Other\N{HORIZONTAL ELLIPSIS}", "choose each sign yourself"),
}
WHICH_ROWS: Final = "Which rows?"
ROW_KINDS: Final = {
    RowKind.ROWS: "One row each",
    RowKind.GRID: "As a grid",
    RowKind.ENTRIES: "Every entry",
}
HIDE_NAMES: Final = "Hide names"
PEOPLE: Final = {
    PeopleAs.NAMES: "No",
    PeopleAs.INITIALS: "Initials",
    PeopleAs.LETTERS: "Person A, B, \N{HORIZONTAL ELLIPSIS}",
}
KIND: Final = "Kind of picture"
KINDS: Final = {kind: kind.value.upper() for kind in PictureKind}
PAPER: Final = "Paper"
PAPERS: Final = {PaperSize.A4: "A4", PaperSize.LETTER: "Letter"}
SEPARATORS: Final = {
    Separator.COMMA: ", comma",
    Separator.SEMICOLON: "; semicolon",
    Separator.TAB: "tab",
    Separator.PIPE: "| bar",
}
DECIMAL_SIGNS: Final = {DecimalSign.POINT: "point", DecimalSign.COMMA: "comma"}
ENCODINGS: Final = {
    TextEncoding.UTF_8: "UTF-8",
    TextEncoding.WITH_MARK: "UTF-8 with a mark",
    TextEncoding.UTF_16: "UTF-16",
    TextEncoding.WINDOWS: "Windows-1252",
}
