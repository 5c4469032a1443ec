"""The panel of the period picker: presets, own days, time zone."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import FixedPeriod, Preset
from clockify_desktop.translation import tr
from clockify_desktop.ui.labels import line_label, rule
from clockify_desktop.ui.pickers.date_range import DateRange
from clockify_desktop.ui.pickers.popup_panel import PopupPanel
from clockify_desktop.ui.pickers.preset_grid import PresetGrid
from clockify_desktop.ui.pickers.zone_choice import ZoneChoice
from clockify_desktop.viewmodels.picker_states import ChosenPeriod, PeriodState

_WIDTH: Final = 500


class PeriodPanel(PopupPanel):
    """Chooses a period and its time zone; the parent is the picker's button."""

    period_changed = Signal(ChosenPeriod)

    def __init__(self, button: QWidget) -> None:
        super().__init__(tr("Choose a period"), button)
        self.setFixedWidth(_WIDTH)
        self._state: PeriodState | None = None
        self.presets = PresetGrid(self)
        self.dates = DateRange(self)
        self.zone = ZoneChoice(self)
        self.fill(
            self.presets,
            rule(self),
            line_label(tr("Custom"), self, "heading"),
            self.dates,
            rule(self),
            line_label(tr("Time zone"), self, "heading"),
            self.zone,
        )
        self.presets.preset_clicked.connect(self._choose)
        self.dates.period_entered.connect(self._on_period_entered)
        self.zone.zone_picked.connect(self._on_zone_picked)
        self.zone.resized.connect(self.fit)

    def show_period(self, state: PeriodState) -> None:
        """Show what is chosen now."""
        self._state = state
        self.presets.mark(state.preset)
        self.dates.fill(state.period, state.week_start)
        self.zone.show_zone(state)

    def open_to(self, state: PeriodState) -> None:
        """Open with the keyboard at the preset that is shown."""
        self.zone.fold()
        self.show_period(state)
        self.open_with(self.presets.first(state.preset))

    @Slot(Period)
    def _on_period_entered(self, period: Period) -> None:
        self._choose(FixedPeriod(period))

    @Slot(str)
    def _on_zone_picked(self, zone: str) -> None:
        state = self._state
        self.close()
        if state is not None and zone != state.time_zone:
            period_choice = state.preset or FixedPeriod(state.period)
            self.period_changed.emit(ChosenPeriod(period_choice, zone))

    @Slot(Preset)
    def _choose(self, period_choice: Preset | FixedPeriod) -> None:
        state = self._state
        self.close()
        if state is not None:
            self.period_changed.emit(ChosenPeriod(period_choice, state.time_zone))
