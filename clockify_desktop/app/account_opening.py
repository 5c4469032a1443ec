"""What the window shows while an account is being opened, and when it cannot be."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from clockify_desktop.domain.errors import AppError
from clockify_desktop.translation import tr
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.ui.report.empty_state import EmptyState
from clockify_desktop.viewmodels.account import AccountViewModel
from clockify_desktop.viewmodels.page_state import EmptyWords

# A password store that is open answers long before.
_SHOWN_AFTER_MS = 700
_TITLE = tr("Your computer's password store is being asked for the key")
_ADVICE = tr("It may be waiting for you to unlock it: look for its question.")


class AccountOpening(QObject):
    """Shows what an account waits for, or why it cannot be opened.

    Signals:
        sign_in_requested: There is no report to stay with.
    """

    sign_in_requested = Signal()

    def __init__(
        self,
        window: MainWindow,
        report: QWidget,
        account: AccountViewModel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._report, self._account = window, report, account
        self._page = EmptyState(window)
        self._page.setObjectName("opening_page")
        self._page.action_chosen.connect(self._on_given_up)
        window.add_page(self._page)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_AFTER_MS)
        self._timer.timeout.connect(self._on_late)
        self._said: AppError | None = None
        account.key_requested.connect(self._on_asking)
        account.opened.connect(self._on_opened)
        account.failed.connect(self._on_failed)
        window.notice.retry_requested.connect(account.open_again)

    @Slot()
    def _on_asking(self) -> None:
        self._withdraw()
        self._timer.start()

    @Slot()
    def _on_late(self) -> None:
        words = (
            tr("Stay with this report")
            if self._account.is_open
            else tr("Sign in again")
        )
        self._page.show_state(EmptyWords(_TITLE, _ADVICE, tr("give up"), words))
        self._window.show_page(self._page)

    @Slot()
    def _on_opened(self) -> None:
        self._timer.stop()
        self._withdraw()

    @Slot(object)
    def _on_failed(self, error: AppError) -> None:
        self._go_back()
        self._said = error
        self._window.notice.add(error, retry=True)

    @Slot()
    def _on_given_up(self) -> None:
        self._account.cancel()
        self._go_back()

    def _go_back(self) -> None:
        self._timer.stop()
        if self._account.is_open:
            self._window.show_page(self._report)
        else:
            self.sign_in_requested.emit()

    def _withdraw(self) -> None:
        if self._said is not None:
            self._window.notice.remove(self._said)
            self._said = None
