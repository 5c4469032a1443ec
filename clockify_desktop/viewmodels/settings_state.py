"""What the settings show: what is chosen so far, and what is kept on this computer."""

from dataclasses import dataclass

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.services.local_data import KeptThing
from clockify_desktop.services.switched_off import PolicyNote
from clockify_desktop.store.language import AS_SYSTEM
from clockify_desktop.viewmodels.color_scheme import ColorScheme
from clockify_desktop.viewmodels.opening_page import Opening


@dataclass(frozen=True, slots=True)
class SettingsState:
    """Everything that the settings draw; the policy is ``None`` while nobody asks.

    The language is a code; ``is_language_set`` where the variable decides it.
    """

    appearance: ColorScheme = ColorScheme.SYSTEM
    durations: DurationFormat = DurationFormat.MINUTES
    file_format: FileFormat = FileFormat.EXCEL
    opening: Opening = Opening.OVERVIEW
    kept: tuple[KeptThing, ...] = ()
    policy: PolicyNote | None = None
    language: str = AS_SYSTEM
    is_language_set: bool = False
