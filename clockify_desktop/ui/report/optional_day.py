"""A day that may be left out."""

from datetime import date

from PySide6.QtWidgets import QWidget

from clockify_desktop.ui.layouts import STRETCH, row
from clockify_desktop.ui.look.check_mark import CheckBox
from clockify_desktop.ui.pickers.date_field import DateField


class OptionalDay(QWidget):
    """A date field that counts while its box is ticked."""

    def __init__(self, name: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.box = CheckBox(words, self)
        self.box.setObjectName(f"has_{name}")
        self.field = DateField(f"{name}_day", words, self)
        self.field.setEnabled(False)
        self.box.toggled.connect(self.field.setEnabled)
        row(self.box, self.field, STRETCH, within=self, spacing=8)
        self.setFocusProxy(self.box)

    @property
    def day(self) -> date | None:
        """The day, ``None`` where it is left out."""
        return self.field.day if self.box.isChecked() else None

    def show_day(self, day: date | None, usual: date, week_start: int) -> None:
        """Show a day; the usual one stands ready where it is left out.

        Args:
            week_start: The weekday that a week begins with, Monday is 0.
        """
        self.box.setChecked(day is not None)
        self.field.show_day(usual if day is None else day, week_start)
