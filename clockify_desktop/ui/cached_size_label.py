"""A label whose words change often and nearly always need the same room."""

from PySide6.QtWidgets import QWidget

from clockify_desktop.ui.cached_size import CachedSize
from clockify_desktop.ui.labels import PlainLabel


class CachedSizeLabel(CachedSize):
    """Updates its geometry only where the new words need other room."""

    def __init__(self, label: PlainLabel, parent: QWidget) -> None:
        super().__init__(label, parent)
        self._label = label
        # The label does not report it before it has words.
        self._set_wrapping(wraps=label.wordWrap())

    def show_text(self, text: str) -> None:
        """Show other words."""
        self._label.setText(text)
        self.follow()

    def _is_as_reported(self) -> bool:
        # Its longest word may get longer: there is room for any.
        return self._is_as_high_or_wide()
