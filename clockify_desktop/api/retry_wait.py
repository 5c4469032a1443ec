"""Tells who waits before Clockify is asked again, for a person to see."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Wait:
    """Clockify is asked again in a while.

    Args:
        reason: A short phrase, such as ``Clockify is busy``.
        until: When it is asked again, aware.
        attempt: Which attempt that is, counted from 1.
        attempts: How many there are at most.
    """

    reason: str
    until: datetime
    attempt: int
    attempts: int


OnWait = Callable[[Wait | None], None]


class WaitTracker:
    """All that wait now; of several the one that ends last is told.

    Args:
        tell: Is given that wait whenever it is another one, ``None`` when nobody
            waits any more.
    """

    def __init__(self, tell: OnWait | None = None) -> None:
        self._tell = tell
        self._waits: list[Wait] = []
        self._told: Wait | None = None

    @contextmanager
    def told(self, wait: Wait) -> Iterator[None]:
        """Tell of a wait as long as it lasts, also when it is cancelled."""
        self._waits.append(wait)
        self._tell_last()
        try:
            yield
        finally:
            self._waits.remove(wait)
            self._tell_last()

    def _tell_last(self) -> None:
        last = max(self._waits, key=lambda wait: wait.until, default=None)
        if self._tell is not None and last != self._told:
            self._told = last
            self._tell(last)
