"""Which time zone, why that one, and the others to choose from."""

from collections.abc import Iterable
from functools import cache
from typing import Final
from zoneinfo import available_timezones

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from clockify_desktop.domain.normal_form import searchable
from clockify_desktop.domain.showable import named, showable, showable_name
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import line_label, push_button
from clockify_desktop.ui.layouts import column, row
from clockify_desktop.ui.pickers.check_list_model import RowListModel
from clockify_desktop.ui.pickers.pick_list import PickList, SearchField
from clockify_desktop.ui.pickers.rows import Row
from clockify_desktop.viewmodels.picker_states import PeriodState, ZoneReason

_ROWS_AT_ONCE: Final = 6
_UTC: Final = "UTC"
# Old names, and clocks that no place has; the regions hold every zone once more.
_REGIONS: Final = (
    *("Africa/", "America/", "Antarctica/", "Arctic/", "Asia/", "Atlantic/"),
    *("Australia/", "Europe/", "Indian/", "Pacific/"),
)


class ZoneChoice(QWidget):
    """Says the time zone and its reason; opens a list of others."""

    # An IANA name.
    zone_picked = Signal(str)
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._state: PeriodState | None = None
        self._sentence = line_label("", self)
        self._reason = line_label("", self, "quiet")
        self.change = push_button(tr("Change…"), "zone_change", self, "link")
        self.change.setAccessibleName(tr("Change the time zone"))
        self.model = RowListModel(self)
        nothing = tr("No time zone is called that")
        self.list = PickList("zone_list", tr("Time zones"), nothing, self.model, self)
        self.search = SearchField(
            "zone_search", tr("Search time zones"), self.list, self.model
        )
        chosen = self._sentence, (self._reason, 1), self.change
        parts = row(*chosen, spacing=8), self.search, self.list
        column(*parts, within=self, spacing=8)
        self.fold()
        self.change.clicked.connect(self._on_change_clicked)
        self.list.picked.connect(self._on_picked)

    def show_zone(self, state: PeriodState) -> None:
        """Say the zone and why it is that one."""
        self._state = state
        self._sentence.setText(state.time_zone)
        self._reason.setText(state.zone_reason.value)
        self._sentence.setAccessibleName(
            tr(
                "Time zone: {zone}, {reason}",
                zone=named(state.time_zone),
                reason=state.zone_reason.value,
            )
        )
        if self.is_open:
            self._list_zones(state)

    @property
    def is_open(self) -> bool:
        """Whether the list of zones is shown."""
        return self.list.isVisibleTo(self)

    def fold(self) -> None:
        """Hide the list of zones."""
        self.search.clear()
        self.search.hide()
        self.list.hide()
        self.change.show()

    def _list_zones(self, state: PeriodState) -> None:
        own = state.profile_zone
        likely = (own, state.time_zone) if own else (state.time_zone,)
        self.model.show_rows(
            [
                Row(
                    showable_name(zone),
                    remark=showable(ZoneReason.PROFILE.value if zone == own else ""),
                    words=searchable(zone, zone.replace("_", " ")),
                    current=zone == state.time_zone,
                )
                for zone in zones_to_choose(likely)
            ]
        )

    @Slot()
    def _on_change_clicked(self) -> None:
        if self._state is None:
            return
        self._list_zones(self._state)
        self.search.show()
        self.list.fit_rows(_ROWS_AT_ONCE)
        self.list.show()
        self.change.hide()
        self.resized.emit()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QModelIndex)
    def _on_picked(self, index: QModelIndex) -> None:
        self.zone_picked.emit(self.model.rows[index.row()].text)


def zones_to_choose(first: Iterable[str]) -> tuple[str, ...]:
    """List each zone once: the given ones, UTC, then the places by name."""
    return tuple(dict.fromkeys((*first, _UTC, *_places())))


@cache
def _places() -> tuple[str, ...]:
    zones = available_timezones()
    return tuple(sorted(zone for zone in zones if zone.startswith(_REGIONS)))
