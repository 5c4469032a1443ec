"""A rate limit of our own, so that Clockify never has to refuse us.

Two rules hold at once. *Never more than a second's worth in any one second* is the
limit as Clockify words it. *Evenly spaced once a queue has formed* is what keeps to
it on the way: were each second's worth sent at its beginning, one burst held up by
the network and the next one in time would reach the server together.

From rest a whole second's worth goes out at once, so the eight questions that open a
workspace do not wait for each other; the k-th of a long queue goes at k/rate.
"""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable

# Clockify: 50 a second for an add-on in a workspace; an older text says 10 for keys.
KEY_RATE_A_SECOND = 10.0
ADDON_RATE_A_SECOND = 50.0


class RateLimit:
    """Turns for requests, first come, first served.

    Args:
        a_second: How many requests a second, more than 0.
        clock: Tells the time in seconds, never backwards.
        sleep: Waits for some seconds.
    """

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
        self._spacing_s = 1 / a_second
        self._burst = max(1, int(a_second))
        self._window_s = self._burst / a_second
        self._clock = clock
        self._sleep = sleep
        self._queue = asyncio.Lock()
        self._sent: deque[float] = deque(maxlen=self._burst)
        self._slot = float("-inf")
        self._early = self._burst

    async def wait_turn(self) -> None:
        """Wait until one more request may go out.

        A wait that is cancelled takes no turn away from the others.
        """
        async with self._queue:
            now = self._clock()
            slot = max(now, self._slot + self._spacing_s)
            early = self._early if slot > now else self._burst
            turn = now if early else slot
            if len(self._sent) == self._burst:
                turn = max(turn, self._sent[0] + self._window_s)
            while now < turn:
                await self._sleep(turn - now)
                now = self._clock()
            self._early = max(0, early - 1)
            self._slot = max(slot, turn)
            self._sent.append(now)
