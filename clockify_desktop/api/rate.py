"""A rate limit of our own, so that Clockify never has to refuse us.

Two rules hold at once: never more than a second's worth in any one second, which is
Clockify's own, and evenly spaced once a queue has formed. Were each second's worth
sent at its beginning, one burst held up by the network and the next one in time would
reach the server together. From rest a whole second's worth goes out at once, so the
eight requests that open a workspace do not wait for each other.

Where Clockify refuses all the same - others use it too - the rate halves, and nobody
goes out before the time is over that Clockify named. Every success then raises it a
little: from the half to the whole in five seconds of full use.
"""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable

# Clockify: 50 a second for an add-on in a workspace; an older text says 10 for keys.
KEY_RATE_A_SECOND = 10.0
ADDON_RATE_A_SECOND = 50.0

_LOWEST_A_SECOND = 1.0
# Of its maximum, that the rate grows by with each second's worth of successes.
_STEP = 0.1


class RateLimit:
    """Turns for requests, first come, first served; ``clock`` is in seconds."""

    def __init__(
        self,
        a_second: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        if not a_second > 0:
            message = f"a rate of {a_second} requests a second lets none through"
            raise ValueError(message)
        self._most = a_second
        self._lowest = min(a_second, _LOWEST_A_SECOND)
        self._set(a_second)
        self._clock = clock
        self._sleep = sleep
        self._queue = asyncio.Lock()
        self._sent: deque[float] = deque(maxlen=self._burst)
        self._slot = float("-inf")
        self._early = self._burst
        self._resumes = float("-inf")
        self._refused_at = float("-inf")

    @property
    def a_second(self) -> float:
        """How many requests a second go out now."""
        return self._a_second

    def paused_s(self) -> float:
        """Tell how many seconds nobody goes out, by Clockify's own wish."""
        return max(0.0, self._resumes - self._clock())

    async def wait_turn(self) -> float:
        """Wait until one more request may go out; tell when, by the clock.

        A wait that is cancelled takes no turn away from the others.
        """
        async with self._queue:
            while True:
                known = self._refused_at, self._resumes
                slot, early, turn = self._next()
                now = self._clock()
                while now < turn:
                    await self._sleep(turn - now)
                    now = self._clock()
                # Somebody was refused meanwhile: the turn may be a later one now.
                if known == (self._refused_at, self._resumes):
                    break
            self._early = max(0, early - 1)
            self._slot = max(slot, turn)
            self._sent.append(now)
            return now

    def succeeded(self) -> None:
        """Go a little faster, if it was slower than it may be."""
        if self._a_second < self._most:
            step = _STEP * self._most / self._a_second
            self._set(min(self._most, self._a_second + step))

    def refused(self, turn: float, retry_after_s: float | None) -> None:
        """Go half as fast from now on, and nobody before ``retry_after_s`` is over.

        ``turn`` is when the refused request went out: those that were under way
        together are refused together, and count as one.
        """
        now = self._clock()
        if turn > self._refused_at:
            self._refused_at = now
            self._set(max(self._lowest, self._a_second / 2))
            # No burst: whoever waited goes out evenly.
            self._early = 0
            self._slot = max(self._slot, now)
        if retry_after_s is not None:
            self._resumes = max(self._resumes, now + retry_after_s)
            self._slot = max(self._slot, self._resumes)

    def _set(self, a_second: float) -> None:
        self._a_second = a_second
        self._spacing_s = 1 / a_second
        self._burst = max(1, int(a_second))
        self._window_s = self._burst / a_second

    def _next(self) -> tuple[float, int, float]:
        """Work out the next slot, how many may go early, and the turn."""
        now = self._clock()
        slot = max(now, self._slot + self._spacing_s)
        early = self._early if slot > now else self._burst
        turn = now if early else slot
        if len(self._sent) >= self._burst:
            turn = max(turn, self._sent[-self._burst] + self._window_s)
        return slot, early, turn
