"""What the window remembers of itself: place, size, splitters, look, formats."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

import msgspec
from PySide6.QtCore import QByteArray, QObject

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.store.language import AS_SYSTEM, LANGUAGES
from clockify_desktop.store.settings import WindowSettings
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.viewmodels.color_scheme import ColorScheme
from clockify_desktop.viewmodels.opening_page import Opening

_REPORT = "report"
_Choice = TypeVar("_Choice", bound=StrEnum)


class WindowMemory(QObject):
    """Holds the window's settings as values; tells when they are to be kept."""

    def __init__(
        self,
        window: MainWindow,
        keep: Callable[[WindowSettings], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._keep = keep
        self._settings = WindowSettings()
        self._forgotten = False

    def take(self, settings: WindowSettings) -> None:
        """Take what was remembered and put the window where it was."""
        self._settings = settings
        if settings.geometry:
            place = QByteArray.fromBase64(settings.geometry.encode())
            self._window.restoreGeometry(place)

    @property
    def scheme(self) -> ColorScheme:
        """The chosen colours."""
        return _known(self._settings.appearance, ColorScheme.SYSTEM)

    @property
    def durations(self) -> DurationFormat:
        """How hours are written."""
        return _known(self._settings.duration_format, DurationFormat.MINUTES)

    @property
    def file_format(self) -> FileFormat:
        """For which program files are written."""
        return _known(self._settings.file_format, FileFormat.EXCEL)

    @property
    def opening(self) -> Opening:
        """What a period opens with that is shown for the first time."""
        return _known(self._settings.opening, Opening.OVERVIEW)

    @property
    def language(self) -> str:
        """The code of the language of the next start, or that of the system's."""
        kept = self._settings.language
        return kept if kept in LANGUAGES else AS_SYSTEM

    @property
    def splitter(self) -> tuple[int, ...]:
        """The sizes of picture and table, empty before they were moved."""
        return self._settings.splitters.get(_REPORT, ())

    def forget(self) -> None:
        """Be as at first, and remember nothing more until a setting is changed."""
        self._settings = WindowSettings()
        self._forgotten = True

    def change(self, **changes: object) -> None:
        """Remember other settings, by the names of ``WindowSettings``."""
        settings = msgspec.structs.replace(self._settings, **changes)
        if settings != self._settings:
            self._settings, self._forgotten = settings, False
            self._keep(settings)

    def remember_place(self, splitter: tuple[int, ...]) -> None:
        """Remember where the window is and how it is divided."""
        if self._forgotten:
            return
        place = self._window.saveGeometry().toBase64().toStdString()
        splitters = {**self._settings.splitters, _REPORT: splitter}
        self.change(geometry=place, splitters=splitters)


def _known(text: str, usual: _Choice) -> _Choice:
    # Words of another version are as usual.
    try:
        return type(usual)(text)
    except ValueError:
        return usual
