"""What the settings show: what is chosen so far, and what is kept on this computer."""

from dataclasses import dataclass

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.services.local_data import KeptThing
from clockify_desktop.services.switched_off import PolicyNote
from clockify_desktop.viewmodels.color_scheme import ColorScheme
from clockify_desktop.viewmodels.opening_page import Opening


@dataclass(frozen=True, slots=True)
class SettingsState:
    """Everything that the settings draw; the policy is ``None`` while nobody asks."""

    appearance: ColorScheme = ColorScheme.SYSTEM
    durations: DurationFormat = DurationFormat.MINUTES
    file_format: FileFormat = FileFormat.EXCEL
    opening: Opening = Opening.OVERVIEW
    kept: tuple[KeptThing, ...] = ()
    policy: PolicyNote | None = None
