"""Quitting: every way out ends in one signal that the program waits for."""

import signal
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer, Signal, Slot
from PySide6.QtGui import QFileOpenEvent, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication

from clockify_desktop.cli.endings import endings, exit_code
from clockify_desktop.domain.errors import AppError
from clockify_desktop.translation import tr

if TYPE_CHECKING:
    from clockify_desktop.viewmodels.page_state import PageState

REPORT_LIMIT_S = 60.0


class Application(QApplication):
    """Tells what the system asks of the program: where Qt's own would end the loop.

    A filter of the application's events would see it too, but Python would be called
    for every event of every widget, and each call waits while another thread imports.

    Signals:
        quit_asked: The session ends, or the system's menu says so.
        file_opened: The ``Path`` of a file that macOS hands over: there a double-click
            becomes an event, and no word of a command.
    """

    quit_asked = Signal()
    file_opened = Signal(object)

    def event(self, event: QEvent) -> bool:
        """Take what is of the system."""
        if event.type() is QEvent.Type.Quit:
            self.quit_asked.emit()
            return True
        # What is on no disk has an address and no path.
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_opened.emit(Path(event.file()))
            return True
        return super().event(event)


class Quitting(QObject):
    """Takes Qt's own quitting and tells the program instead.

    Qt would stop the loop while tasks are still under way; then they never reach their
    end. Here the program cancels and awaits them first, and leaves the loop itself.

    Signals:
        quit_requested: Somebody wants to quit, perhaps not for the first time.

    Args:
        keys: By which a person quits, also from a dialog or an open menu: those keep
            the shortcuts of the window behind them from coming through.
    """

    quit_requested = Signal()

    def __init__(self, app: Application, keys: QKeySequence) -> None:
        super().__init__(app)
        self._keys = keys
        self.is_requested = False
        self.exit_code = 0
        """The exit code of the program: another one where a signal ended it."""
        app.setQuitOnLastWindowClosed(False)
        app.quit_asked.connect(self.request_quit)
        app.lastWindowClosed.connect(self.request_quit)
        app.focusWindowChanged.connect(self._on_focus_window)

    def listen_to_signals(self) -> None:
        """Quit at the end of a session and on Ctrl+C in a terminal too.

        Python answers a signal between two of its own instructions, and there are none
        while Qt waits: so each signal wakes Qt through a socket.
        """
        # No part of the first frame.
        import socket  # noqa: PLC0415

        self._woken, self._waking = socket.socketpair()
        for one in (self._woken, self._waking):
            one.settimeout(0)
        signal.set_wakeup_fd(self._waking.fileno(), warn_on_full_buffer=False)
        kind = QSocketNotifier.Type.Read
        notifier = QSocketNotifier(self._woken.fileno(), kind, self)
        notifier.activated.connect(self._on_woken)
        for ending in endings():
            signal.signal(ending, self._on_signal)

    @Slot()
    def request_quit(self) -> None:
        """Ask the program to quit."""
        self.is_requested = True
        self.quit_requested.emit()

    @Slot(QWindow)
    def _on_focus_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that no shortcut of a window took."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and QKeySequence(event.keyCombination()) == self._keys
        ):
            self.request_quit()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_woken(self) -> None:
        # Python has answered the signal already when it comes here.
        self._woken.recv(64)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        self.exit_code = exit_code(number)
        self.request_quit()


class QuitAfterReport(QObject):
    """Quits for ``--quit-after report`` once it is drawn, or cannot be."""

    def __init__(self, quitting: Quitting, parent: QObject, *, wanted: bool) -> None:
        super().__init__(parent)
        self._quitting, self._wanted = quitting, wanted
        self._drawable = False
        self.outcome: AppError | None = None

    @property
    def limit_s(self) -> float | None:
        """Seconds after which waiting ends; ``None`` for as long as it takes."""
        return REPORT_LIMIT_S if self._wanted else None

    def look(self, page: "PageState") -> None:
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
        title = tr("No report was drawn within a minute")
        self.outcome = AppError(title, tr("Check the connection and try again."))
