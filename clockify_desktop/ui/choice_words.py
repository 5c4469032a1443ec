"""What choices are called that can be made in several places."""

from typing import Final

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.viewmodels.color_scheme import ColorScheme

HOURS: Final = "Hours as"
HOUR_FORMATS: Final = {one: one.value for one in DurationFormat}
APPEARANCE: Final = "Appearance"
SCHEMES: Final = {
    ColorScheme.SYSTEM: "As the system",
    ColorScheme.LIGHT: "Light",
    ColorScheme.DARK: "Dark",
}
PROGRAM: Final = "CSV files: for which program?"
PROGRAMS: Final = {
    FileFormat.EXCEL: "Spreadsheet (Excel, LibreOffice)",
    FileFormat.PLAIN: "Other programs (Plain CSV)",
}
