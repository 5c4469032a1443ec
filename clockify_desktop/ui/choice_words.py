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
from clockify_desktop.store.language import AS_SYSTEM, LANGUAGES
from clockify_desktop.translation import tr, tr_context
from clockify_desktop.viewmodels.color_scheme import ColorScheme
from clockify_desktop.viewmodels.opening_page import Opening

HOURS: Final = tr("Hours as")
HOUR_FORMATS: Final = {
    DurationFormat.MINUTES: "h:mm",
    DurationFormat.SECONDS: "h:mm:ss",
    DurationFormat.DECIMAL: tr_context("hours as", "decimal"),
}
APPEARANCE: Final = tr("Appearance")
SCHEMES: Final = {
    ColorScheme.SYSTEM: tr("As the system"),
    ColorScheme.LIGHT: tr_context("colours of the window", "Light"),
    ColorScheme.DARK: tr_context("colours of the window", "Dark"),
}
LANGUAGE: Final = tr("Language")
SPOKEN: Final = {AS_SYSTEM: tr_context("language", "As the system"), **LANGUAGES}
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
    # Translators: what stands between the fields of a row is the sign ",".
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
    PeopleAs.NAMES: tr_context("hide names", "No"),
    PeopleAs.INITIALS: tr("Initials"),
    PeopleAs.LETTERS: tr("Person A, B, \N{HORIZONTAL ELLIPSIS}"),
}
KIND: Final = tr("Kind of picture")
KINDS: Final = {kind: kind.value.upper() for kind in PictureKind}
PAPER: Final = tr("Paper")
PAPERS: Final = {
    PaperSize.A4: "A4",
    PaperSize.LETTER: tr_context("size of paper", "Letter"),
}
SEPARATORS: Final = {
    Separator.COMMA: tr(", comma"),
    Separator.SEMICOLON: tr("; semicolon"),
    Separator.TAB: tr_context("sign between fields", "tab"),
    Separator.PIPE: tr("| bar"),
}
DECIMAL_SIGNS: Final = {
    DecimalSign.POINT: tr_context("decimal sign", "point"),
    DecimalSign.COMMA: tr_context("decimal sign", "comma"),
}
ENCODINGS: Final = {
    TextEncoding.UTF_8: "UTF-8",
    TextEncoding.WITH_MARK: tr("UTF-8 with a mark"),
    TextEncoding.UTF_16: "UTF-16",
    TextEncoding.WINDOWS: "Windows-1252",
}
