"""What the settings show: what is chosen so far, and what is kept on this computer."""

from dataclasses import dataclass

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.services.local_data import KeptThing
from clockify_desktop.viewmodels.color_scheme import ColorScheme


@dataclass(frozen=True, slots=True)
class SettingsState:
    """Everything that the settings draw."""

    appearance: ColorScheme = ColorScheme.SYSTEM
    durations: DurationFormat = DurationFormat.MINUTES
    file_format: FileFormat = FileFormat.EXCEL
    kept: tuple[KeptThing, ...] = ()
