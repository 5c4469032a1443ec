"""Says each second how long it takes until Clockify is asked again."""

import math
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from clockify_desktop.api.retry_wait import Wait
from clockify_desktop.viewmodels.countdown import Countdown


def wait_in_words(wait: Wait, now: datetime) -> str:
    """Say why and how long somebody waits.

    Args:
        now: The present, aware.

    Returns:
        Such as ``Clockify is busy · asking again in 12 s, attempt 2 of 3``.
    """
    left_s = math.ceil((wait.until - now).total_seconds())
    words = f"{wait.reason} · asking again in {max(left_s, 0)} s"
    if wait.attempt > 1:
        words += f", attempt {wait.attempt} of {wait.attempts}"
    return words


class WaitTeller(QObject):
    """Turns waits into words that count down.

    Signals:
        told: The words, anew each second; nothing when nobody waits any more.

    Args:
        now: Tells the time, aware.
    """

    told = Signal(str)

    def __init__(
        self, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._wait: Wait | None = None
        self._countdown = Countdown(self)
        self._countdown.ticked.connect(self._on_second)

    def tell(self, wait: Wait | None) -> None:
        """Count another wait down.

        Args:
            wait: Until when and why; ``None`` when nobody waits any more.
        """
        self._wait = wait
        self._countdown.follow(waiting=wait is not None)
        self._on_second()

    @Slot()
    def _on_second(self) -> None:
        wait = self._wait
        self.told.emit("" if wait is None else wait_in_words(wait, self._now()))
