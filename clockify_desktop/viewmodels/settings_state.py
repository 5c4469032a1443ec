"""What the settings show: the wishes so far, and what is kept on this computer."""

from dataclasses import dataclass
from enum import StrEnum

from clockify_desktop.services.kept_here import KeptThing
from clockify_desktop.viewmodels.color_scheme import ColorScheme


class DurationFormat(StrEnum):
    """How hours are written on the screen."""

    MINUTES = "h:mm"
    SECONDS = "h:mm:ss"
    DECIMAL = "decimal"


class CsvFor(StrEnum):
    """For which program CSV files are written."""

    SPREADSHEET = "excel"
    OTHER = "plain"


@dataclass(frozen=True, slots=True)
class SettingsState:
    """Everything that the settings draw.

    Args:
        appearance: Light, dark or the system's wish.
        durations: How hours are written.
        csv_for: For which program CSV files are.
        kept: What is kept where; empty when nothing is.
    """

    appearance: ColorScheme = ColorScheme.SYSTEM
    durations: DurationFormat = DurationFormat.MINUTES
    csv_for: CsvFor = CsvFor.SPREADSHEET
    kept: tuple[KeptThing, ...] = ()
