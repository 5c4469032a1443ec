"""``--quit-after report``: when the program has done what it was started for."""

from PySide6.QtCore import QObject, QTimer, Slot

from clockify_desktop.app.quitting import Quitting
from clockify_desktop.domain.errors import AppError
from clockify_desktop.viewmodels.page_state import PageState

LIMIT_S = 60.0


class QuitAfterReport(QObject):
    """Quits once the first report is drawn, or cannot be."""

    def __init__(self, quitting: Quitting, parent: QObject, *, wanted: bool) -> None:
        super().__init__(parent)
        self._quitting, self._wanted = quitting, wanted
        self._drawable = False
        self.outcome: AppError | None = None

    @property
    def limit_s(self) -> float | None:
        """Seconds after which waiting ends; ``None`` for as long as it takes."""
        return LIMIT_S if self._wanted else None

    def look(self, page: PageState) -> None:
        """See what the page shows now."""
        self._drawable = page.content is not None
        if page.error is not None and not self._drawable:
            self.end_for(page.error)
        if self._drawable and page.empty is not None:
            # There is nothing to draw, and the page says why.
            self.drawn()

    @Slot(object)
    def drawn(self, _: object = None) -> None:
        """Take note that the picture was drawn, perhaps still an empty one."""
        if self._wanted and self._drawable:
            QTimer.singleShot(0, self._quitting.request_quit)

    def end_for(self, error: AppError) -> None:
        """Take note that there will be no report."""
        if self._wanted:
            self.outcome = error
            self._quitting.request_quit()

    def give_up(self) -> None:
        """Take note that the time is over."""
        title = "No report was drawn within a minute"
        self.outcome = AppError(title, "Check the connection and try again.")
