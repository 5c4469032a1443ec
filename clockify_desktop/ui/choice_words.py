"""What choices are called that can be made in several places."""

from typing import Final

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.export.file_layout import FileLayout
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
LAYOUT: Final = "Rows of the file"
LAYOUTS: Final = {
    FileLayout.SHOWN: "As shown",
    FileLayout.BY_DAY: "By day",
    FileLayout.BY_CLIENT: "By client",
    FileLayout.PROJECT_GRID: "People \N{MULTIPLICATION SIGN} projects",
    FileLayout.DAY_GRID: "People \N{MULTIPLICATION SIGN} days",
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
