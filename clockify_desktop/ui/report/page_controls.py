"""How the report is looked at: rows, colours, order, and how hours are written."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.ui.look.segments import Segments
from clockify_desktop.ui.report.choice_button import ChoiceButton
from clockify_desktop.viewmodels.report_view import Order, Series, ViewOptions
from clockify_desktop.viewmodels.view_choices import (
    ORDER_WORDS,
    ROW_WORDS,
    SERIES_WORDS,
    series_for,
    with_rows,
    with_series,
)

_ROWS: Final = tuple(ROW_WORDS)
_ROW_NAMES: Final = ("rows_people", "rows_teams", "rows_projects", "rows_clients")


class PageControls(QWidget):
    """The line of controls beside the title.

    Signals:
        view_changed: The ``ViewOptions`` that a person wishes.

    Args:
        parent: Where it stands.
    """

    view_changed = Signal(ViewOptions)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = ViewOptions()
        self._rows = Segments("Rows", tuple(ROW_WORDS.values()), self)
        buttons = self._rows.findChildren(QPushButton)
        for button, name in zip(buttons, _ROW_NAMES, strict=True):
            button.setObjectName(name)
        self._series = ChoiceButton("colors", "Colours", self)
        self._order = ChoiceButton("order", "Order", self)
        self._durations = ChoiceButton("durations", "Hours as", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._rows, self._series, self._order, self._durations):
            row.addWidget(part)
        row.addStretch(1)
        self._rows.place_chosen.connect(self._on_rows)
        self._series.key_chosen.connect(self._on_series)
        self._order.key_chosen.connect(self._on_order)
        self._durations.key_chosen.connect(self._on_durations)
        self.show_state(self._view)

    def show_state(self, view: ViewOptions) -> None:
        """Show what is chosen.

        Args:
            view: How the report is looked at.
        """
        self._view = view
        self._rows.choose(_ROWS.index(view.rows))
        colors = [(one.value, SERIES_WORDS[one]) for one in series_for(view.rows)]
        if view.series not in series_for(view.rows):
            colors.append((view.series.value, SERIES_WORDS[view.series]))
        said = f"colours: {SERIES_WORDS[view.series].lower()}"
        self._series.show_choices(colors, view.series.value, said)
        orders = [(one.value, words) for one, words in ORDER_WORDS.items()]
        self._order.show_choices(orders, view.order.value)
        formats = [(one.value, one.value) for one in DurationFormat]
        self._durations.show_choices(formats, view.durations.value)

    @Slot(int)
    def _on_rows(self, place: int) -> None:
        view = with_rows(self._view, _ROWS[place])
        if view != self._view:
            self.view_changed.emit(view)

    @Slot(str)
    def _on_series(self, key: str) -> None:
        self.view_changed.emit(with_series(self._view, Series(key)))

    @Slot(str)
    def _on_order(self, key: str) -> None:
        self.view_changed.emit(replace(self._view, order=Order(key)))

    @Slot(str)
    def _on_durations(self, key: str) -> None:
        view = replace(self._view, durations=DurationFormat(key))
        self.view_changed.emit(view)
