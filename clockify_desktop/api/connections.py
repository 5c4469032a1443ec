"""Closes the pooled connections of a client that are of no use any more."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx

# A clock that is being adjusted moves by less between two requests.
_SLEPT_S = 5.0


class SleepDetector:
    """Compares the clock on the wall with the one that stands still in sleep.

    After sleep connections are dead, and no packet says so: a request on one of them
    ends by its deadline. On Windows that clock does not stand still, but a pooled
    connection has expired by it there. Both clocks are in seconds.
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


class Connections:
    """Closes what a transport's pool keeps and nobody can use."""

    def __init__(self, transport: httpx.AsyncBaseTransport) -> None:
        self._transport = transport
        self._sleep_detector = SleepDetector()
        self._under_way = 0
        self._left_some = False
        self._closing: asyncio.Future[None] | None = None

    async def freshen(self) -> None:
        """Close the connections that are of no use any more.

        They are dead after sleep. And a request that was cancelled, by a person or by
        its deadline, can leave its connection in the pool as one that nobody uses and
        nobody closes: once nothing else is under way, all are closed.
        """
        left_some = self._left_some and not self._under_way
        if self._sleep_detector.has_slept() or left_some:
            self._left_some = False
            self._close()
        # A connection that is made meanwhile would be closed by nobody.
        await self._closed()

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Count a request as under way; begin at once after ``freshen``."""
        self._under_way += 1
        try:
            yield
        except asyncio.CancelledError:
            self.abandon()
            raise
        finally:
            self._under_way -= 1

    def abandon(self) -> None:
        """Take note of a request that ended before its response."""
        self._left_some = True

    async def lose(self) -> None:
        """Close those that idle beside one that broke.

        They are probably dead too, after a change of network for one: the next attempt
        shall not have to try them all.
        """
        if not self._under_way:
            self._close()
            await self._closed()

    async def aclose(self) -> None:
        """Close all connections, also those that are just being closed."""
        await self._closed()
        await self._transport.aclose()

    def _close(self) -> None:
        # The next request makes new ones. A task of its own: were it cancelled with
        # who waits for it, the connections that it had not come to would stay open.
        self._closing = asyncio.ensure_future(self._transport.aclose())

    async def _closed(self) -> None:
        """Wait until the connections are closed, if they are being closed."""
        if self._closing is not None and not self._closing.done():
            await asyncio.wait([self._closing])
