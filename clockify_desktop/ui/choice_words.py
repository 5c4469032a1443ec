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
from clockify_desktop.translation import tr
from clockify_desktop.viewmodels.color_scheme import ColorScheme
from clockify_desktop.viewmodels.opening_page import Opening

HOURS: Final = tr("Hours as")
HOUR_FORMATS: Final = {one: one.value for one in DurationFormat}
APPEARANCE: Final = tr("Appearance")
SCHEMES: Final = {
    ColorScheme.SYSTEM: tr("As the system"),
    ColorScheme.LIGHT: tr("Light"),
    ColorScheme.DARK: tr("Dark"),
}
OPENING: Final = tr("Open with")
OPENINGS: Final = {
    Opening.OVERVIEW: tr("Overview"),
    Opening.WHO_LOGGED: tr("Who logged"),
    Opening.LEFT: tr("The page I left"),
}
PROGRAM: Final = tr("CSV files: for which program?")
PROGRAMS: Final = {
    FileFormat.EXCEL: tr("Spreadsheet (Excel, LibreOffice)"),
    FileFormat.PLAIN: tr("Other programs (Plain CSV)"),
}

FOR_WHICH: Final = tr("For which program?")
FILES: Final = {
    FileProgram.EXCEL: (tr("Excel"), ""),
    FileProgram.PLAIN: (tr("Plain CSV"), tr(", between, decimal point")),
    FileProgram.CLOCKIFY: (
        tr("Clockify layout"),
        tr("as Clockify\N{RIGHT SINGLE QUOTATION MARK}s own exports"),
    ),
    FileProgram.SPREADSHEET: (tr("Spreadsheet"), tr(".xlsx, a sheet for each page")),
    FileProgram.REVIEW: (tr("Review as PDF"), tr("all pages, with the tick")),
    FileProgram.PICTURE: (tr("This picture"), tr("PNG, SVG or PDF")),
    FileProgram.OTHER: (
        tr("Other\N{HORIZONTAL ELLIPSIS}"),
        tr("choose each sign yourself"),
    ),
}
WHICH_ROWS: Final = tr("Which rows?")
ROW_KINDS: Final = {
    RowKind.ROWS: tr("One row each"),
    RowKind.GRID: tr("As a grid"),
    RowKind.ENTRIES: tr("Every entry"),
}
HIDE_NAMES: Final = tr("Hide names")
PEOPLE: Final = {
    PeopleAs.NAMES: tr("No"),
    PeopleAs.INITIALS: tr("Initials"),
    PeopleAs.LETTERS: "Person A, B, \N{HORIZONTAL ELLIPSIS}",
}
KIND: Final = tr("Kind of picture")
KINDS: Final = {kind: kind.value.upper() for kind in PictureKind}
PAPER: Final = tr("Paper")
PAPERS: Final = {PaperSize.A4: "A4", PaperSize.LETTER: tr("Letter")}
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
