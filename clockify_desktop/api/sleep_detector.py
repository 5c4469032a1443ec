"""Notices that the computer slept: the connections of before are dead then.

Nobody closes them while it sleeps. Asking on one of them is met with silence, and
silence ends by the deadline only.
"""

import time
from collections.abc import Callable

# A clock that is being set right runs on by less between two requests.
_SLEPT_S = 5.0


class SleepDetector:
    """Compares the clock on the wall with the one that stands still in sleep.

    On Windows that one does not stand still. There a pooled connection has expired
    by it, so that nothing has to be noticed.

    Args:
        wall: Tells the time of the day in seconds.
        clock: Tells the time that the computer was awake, in seconds.
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
        """Tell, once, whether the computer slept since this was last asked."""
        before_s, self._ahead_s = self._ahead_s, self._wall() - self._clock()
        return self._ahead_s - before_s > _SLEPT_S
