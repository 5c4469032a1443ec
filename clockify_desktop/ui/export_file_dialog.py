"""Asks what files that Clockify exported do not tell: the time zone, the date order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from clockify_desktop.domain.showable import named, showable
from clockify_desktop.translation import tr, tr_plural
from clockify_desktop.ui.labels import (
    close_button,
    field_label,
    push_button,
    show_text,
    text_label,
)
from clockify_desktop.ui.layouts import STRETCH, column, row


class ExportFileDialog(QDialog):
    """Opened with ``start()``."""

    # An IANA name, and the order of dates; empty where the files tell it.
    confirmed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export_file_dialog")
        self.setWindowTitle(tr("Open a Clockify export"))
        self.setFixedWidth(480)
        self._title = text_label("", self, "title")
        self.zones = QComboBox(self)
        self.zones.setObjectName("export_zone")
        self.orders = QComboBox(self)
        self.orders.setObjectName("export_order")
        self._of_orders = field_label(tr("Dates are written as"), self.orders)
        self._said = text_label("", self, "quiet", name="export_said")
        show = push_button(tr("Open"), "open_export", self, "main")
        show.setDefault(True)
        show.clicked.connect(self._on_open)
        column(
            *(self._title, 4),
            *(field_label(tr("Times are those of"), self.zones), self.zones),
            *(self._of_orders, self.orders, self._said, 8),
            row(STRETCH, close_button(self), show, spacing=8),
            within=self,
            spacing=6,
            margins=(24, 20, 24, 16),
        )

    def start(
        self,
        names: Sequence[str],
        zones: Sequence[str],
        orders: Sequence[tuple[str, str]] = (),
        said: str = "",
    ) -> None:
        """Ask.

        Args:
            names: Of the files.
            zones: The likeliest first.
            orders: Those that may be meant, each with its words; none where it is
                known.
            said: More about the files.
        """
        file, more = named(names[0]), len(names) - 1
        title = tr("Open {file}", file=file)
        if more:
            title = tr_plural(
                "Open {file} and {count} more",
                "Open {file} and {count} more",
                more,
                file=file,
            )
        self._title.setText(showable(title))
        self.zones.addItems(zones)
        for order, words in orders:
            self.orders.addItem(showable(words), order)
        for widget in (self._of_orders, self.orders):
            widget.setVisible(bool(orders))
        show_text(self._said, said)
        self.open()
        first = self.orders if orders else self.zones
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_open(self) -> None:
        self.accept()
        order = self.orders.currentData() or ""
        self.confirmed.emit(self.zones.currentText(), order)
