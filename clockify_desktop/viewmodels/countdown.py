"""Counting down, each second, to when Clockify is asked again."""

import math
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from clockify_desktop.api.retry import Wait
from clockify_desktop.translation import tr

_SECOND_MS = 1000


class Countdown(QObject):
    """Ticks each second, only as long as somebody waits."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self.ticked)

    @property
    def running(self) -> bool:
        """Whether it ticks."""
        return self._timer.isActive()

    def follow(self, *, waiting: bool) -> None:
        """Tick from now on, or stand still."""
        if not waiting:
            self._timer.stop()
        elif not self.running:
            self._timer.start()


class WaitCountdown(QObject):
    """Turns waits into words that count down."""

    # The words, anew each second; empty when nobody waits any more.
    text_changed = Signal(str)

    def __init__(
        self, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._wait: Wait | None = None
        self._countdown = Countdown(self)
        self._countdown.ticked.connect(self._on_second)

    def show_wait(self, wait: Wait | None) -> None:
        """Count another wait down; ``None`` when nobody waits any more."""
        self._wait = wait
        self._countdown.follow(waiting=wait is not None)
        self._on_second()

    @Slot()
    def _on_second(self) -> None:
        wait = self._wait
        text = "" if wait is None else wait_in_words(wait, self._now())
        self.text_changed.emit(text)


def wait_in_words(wait: Wait, now: datetime) -> str:
    """Say such as ``Clockify is busy · asking again in 12 s, attempt 2 of 3``."""
    left_s = math.ceil((wait.until - now).total_seconds())
    seconds = max(left_s, 0)
    said = tr("asking again in {seconds} s", seconds=seconds)
    if wait.attempt > 1:
        said = tr(
            "asking again in {seconds} s, attempt {attempt} of {attempts}",
            seconds=seconds,
            attempt=wait.attempt,
            attempts=wait.attempts,
        )
    return f"{wait.reason} · {said}"
