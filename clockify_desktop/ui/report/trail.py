"""The steps from a page to a list of entries, each but the last a link."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from clockify_desktop.domain.showable import named
from clockify_desktop.ui.labels import (
    LOW_LINK,
    line_label,
    link_button,
    on_a_button,
)
from clockify_desktop.ui.layouts import row

_STEP: Final = "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"

# Several stand beside each other, and buttons behind them.
_LONGEST: Final = 32


class Trail(QWidget):
    """Hidden where there is none."""

    # The place of a step, 0 for the page.
    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trail")
        self._trail: tuple[str, ...] = ()
        self._parts: list[QWidget] = []
        self._row = row(within=self, spacing=6)
        self.hide()

    def show_state(self, trail: tuple[str, ...]) -> None:
        """Show the steps."""
        if trail == self._trail:
            return
        self._trail = trail
        for part in self._parts:
            self._row.removeWidget(part)
            part.deleteLater()
        self._parts = []
        for place, name in enumerate(trail[:-1]):
            link = link_button(
                on_a_button(named(name, _LONGEST)), f"trail_{place}", self
            )
            link.setStyleSheet(LOW_LINK)
            link.setProperty("place", place)
            link.clicked.connect(self._on_clicked)
            self._parts += [link, line_label(_STEP, self, "quiet")]
        for name in trail[-1:]:
            self._parts.append(line_label(named(name, _LONGEST), self, "title"))
        for part in self._parts:
            self._row.addWidget(part)
        self.setVisible(bool(trail))

    @Slot()
    def _on_clicked(self) -> None:
        link = self.sender()
        if isinstance(link, QPushButton):
            self.chosen.emit(link.property("place"))
