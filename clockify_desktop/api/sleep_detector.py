"""Detects that the computer slept: its connections are dead then.

No packet says so. A request on one of them gets no response and ends by its deadline.
"""

import time
from collections.abc import Callable

# A clock that is being adjusted moves by less between two requests.
_SLEPT_S = 5.0


class SleepDetector:
    """Compares the clock on the wall with the one that stands still in sleep.

    On Windows that one does not stand still. There a pooled connection has expired
    by it, so that nothing has to be noticed.

    Args:
        wall: The time of the day, seconds.
        clock: The time that the computer was awake, seconds.
    """

    def __init__(
        self,
        wall: Callable[[], float] = time.time,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._wall = wall
        self._clock = clock
        self._ahead_s = wall() - clock()

    def has_slept(self) -> bool:
        """Tell whether the computer slept since the last call."""
        before_s, self._ahead_s = self._ahead_s, self._wall() - self._clock()
        return self._ahead_s - before_s > _SLEPT_S
