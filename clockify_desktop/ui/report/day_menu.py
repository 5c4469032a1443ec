"""The menu that says how days are counted: in which zone, at midnight, how rounded."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from clockify_desktop.domain.day_counting import (
    AS_CLOCKIFY,
    DayCounting,
    DaysIn,
    Midnight,
    Rounding,
    RoundingMode,
    parse_rounding,
)
from clockify_desktop.translation import tr, tr_context
from clockify_desktop.ui import menu_keys
from clockify_desktop.ui.report.choice_menu import ChoiceMenu

_OTHER_ZONE: Final = "zone"
_ZONES: Final = (
    (DaysIn.REPORT.value, tr("The report's time zone")),
    (DaysIn.OWN.value, tr("Each person's own time zone")),
    (_OTHER_ZONE, tr("Another time zone…")),
)
_MIDNIGHT: Final = (
    (Midnight.START.value, tr("On the day it begins, as Clockify")),
    (Midnight.SPLIT.value, tr("Split at midnight")),
)
_MODES: Final = (RoundingMode.UP, RoundingMode.DOWN, RoundingMode.NEAREST)
_MINUTES: Final = (5, 6, 15, 30)
_EXACT: Final = ("", tr("To the second, as Clockify"))


class DayMenu(QMenu):
    """Three menus, of each of which one choice holds.

    Signals:
        counting_chosen: A ``DayCounting``.
        zone_wanted: Another time zone of the report is to be chosen.
    """

    counting_chosen = Signal(DayCounting)
    zone_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr_context("menu", "&Days"), parent)
        self.setObjectName("menu_days")
        self._counting = AS_CLOCKIFY
        self._zones = self._added("days_in", tr("Days in"))
        self._midnight = self._added("midnight", tr("Work over midnight"))
        self._rounding = self._added("rounding", tr("Each entry rounded"))
        self._zones.key_chosen.connect(self._on_zone)
        self._midnight.key_chosen.connect(self._on_midnight)
        self._rounding.key_chosen.connect(self._on_rounding)
        self.show_counting(AS_CLOCKIFY)

    def show_counting(self, counting: DayCounting) -> None:
        """Show how days are counted now."""
        self._counting = counting
        self._zones.show_choices(_ZONES, counting.days_in.value, menu_keys.ZONE)
        self._midnight.show_choices(
            _MIDNIGHT, counting.midnight.value, menu_keys.MIDNIGHT
        )
        usual = [Rounding(mode, one) for mode in _MODES for one in _MINUTES]
        # Settings that somebody edited may say another one.
        roundings = dict.fromkeys([*usual, counting.rounding or usual[0]])
        choices = [(str(one), _rounded(one)) for one in roundings]
        key = str(counting.rounding or "")
        self._rounding.show_choices((_EXACT, *choices), key, menu_keys.ROUNDING)

    def _added(self, key: str, title: str) -> ChoiceMenu:
        menu = ChoiceMenu(title, self)
        menu.setObjectName(f"menu_{key}")
        self.addMenu(menu)
        return menu

    def _choose(self, counting: DayCounting) -> None:
        # What was clicked is not chosen before it is answered.
        self.show_counting(self._counting)
        self.counting_chosen.emit(counting)

    @Slot(str)
    def _on_zone(self, key: str) -> None:
        if key == _OTHER_ZONE:
            self.show_counting(self._counting)
            self.zone_wanted.emit()
            return
        self._choose(replace(self._counting, days_in=DaysIn(key)))

    @Slot(str)
    def _on_midnight(self, key: str) -> None:
        self._choose(replace(self._counting, midnight=Midnight(key)))

    @Slot(str)
    def _on_rounding(self, key: str) -> None:
        rounding = parse_rounding(key) if key else None
        self._choose(replace(self._counting, rounding=rounding))


def _rounded(rounding: Rounding) -> str:
    minutes = rounding.minutes
    if rounding.mode is RoundingMode.UP:
        return tr("Up to {minutes} min", minutes=minutes)
    if rounding.mode is RoundingMode.DOWN:
        return tr("Down to {minutes} min", minutes=minutes)
    return tr("To the nearest {minutes} min", minutes=minutes)
