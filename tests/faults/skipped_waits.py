"""Time without waiting: what would be slept through is skipped."""

import asyncio
import time

from clockify_desktop.api.retry import RetryPolicy


class SkippedWaits:
    """A clock that is put forward by each sleep."""

    def __init__(self) -> None:
        self._skipped_s = 0.0

    def retry_policy(self) -> RetryPolicy:
        """Ask again as often and as late as the program does, by this clock."""
        return RetryPolicy(clock=self._clock, sleep=self._sleep)

    def skip(self, seconds: float) -> None:
        """Let time go by."""
        self._skipped_s += seconds

    def _clock(self) -> float:
        return time.monotonic() + self._skipped_s

    async def _sleep(self, seconds: float) -> None:
        self.skip(seconds)
        await asyncio.sleep(0)
