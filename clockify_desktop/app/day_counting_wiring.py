"""The choice in the View menu of how days are counted."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu

from clockify_desktop.ui.main_window import OF_REPORTS
from clockify_desktop.ui.pickers.period_picker import PeriodPicker
from clockify_desktop.ui.report.day_menu import DayMenu
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_state import ReportState


class DayCountingWiring(QObject):
    """Puts the menu at the end of another one, and tells the report what is chosen."""

    def __init__(
        self, view_menu: QMenu, picker: PeriodPicker, model: ReportViewModel
    ) -> None:
        super().__init__(view_menu)
        self._picker = picker
        self.menu = DayMenu(view_menu)
        self.menu.menuAction().setProperty(OF_REPORTS, True)  # noqa: FBT003 - Qt's own
        self.menu.menuAction().setEnabled(False)
        view_menu.addMenu(self.menu)
        self.menu.counting_chosen.connect(model.choose_counting)
        self.menu.zone_wanted.connect(self._on_zone_wanted)
        model.changed.connect(self._on_changed)

    @Slot(object)
    def _on_changed(self, state: ReportState) -> None:
        if state.question is not None:
            self.menu.show_counting(state.question.counting)

    @Slot()
    def _on_zone_wanted(self) -> None:
        self._picker.open_zones()
