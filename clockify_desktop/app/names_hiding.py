"""The choice in the View menu under which people stand without their names."""

from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from clockify_desktop.translation import tr
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_state import ReportState

_WORDS: Final = tr("Hide &names")
_FORCED: Final = tr("Hide &names (policy of this computer)")
_KEYS: Final = "Ctrl+Shift+H"


class NamesHiding(QObject):
    """Hides names in the window, and in all that is saved from it.

    Args:
        forced: Nobody can show them on this computer.
    """

    def __init__(
        self, view_menu: QMenu, model: ReportViewModel, *, forced: bool
    ) -> None:
        super().__init__(view_menu)
        self._model = model
        self.action = QAction(_FORCED if forced else _WORDS, view_menu)
        self.action.setObjectName("action_hide_names")
        self.action.setShortcut(QKeySequence(_KEYS))
        self.action.setCheckable(True)
        self.action.setChecked(forced)
        self.action.setEnabled(not forced)
        view_menu.addAction(self.action)
        self.action.toggled.connect(self._on_toggled)
        model.changed.connect(self._on_changed)

    @Slot(bool)
    def _on_toggled(self, hidden: bool) -> None:  # noqa: FBT001 - a slot takes what its signal sends
        self._model.hide_names(hidden=hidden)

    @Slot(object)
    def _on_changed(self, state: ReportState) -> None:
        self.action.setChecked(state.names_hidden)
