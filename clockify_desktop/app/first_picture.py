"""The first picture goes before everything that the other pages need."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from clockify_desktop.viewmodels.page_state import PageState
    from clockify_desktop.viewmodels.report_state import ReportState


class FirstPicture(QObject):
    """Tells once when the first picture is drawn, or that there is none to wait for.

    Signals:
        passed: The program has time for what nobody looks at.
    """

    passed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._drawable = self._told = False

    def look(self, state: "ReportState", page: "PageState") -> None:
        """See what the page shows now."""
        self._drawable = page.content is not None and page.empty is None
        # A page that waits for more than the report holds the others up no longer.
        there_is_none = state.report is not None and not self._drawable
        if there_is_none or page.error is not None:
            self.give_up()

    @Slot(object)
    def drawn(self, _: object = None) -> None:
        """Take note that the picture was drawn, perhaps still an empty one."""
        if self._drawable:
            self.give_up()

    @Slot()
    def give_up(self) -> None:
        """Wait no longer."""
        if not self._told:
            self._told = True
            # Whoever drew it, or told of the page, ends first.
            QTimer.singleShot(0, self.passed.emit)
