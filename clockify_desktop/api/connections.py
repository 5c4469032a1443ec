"""Closes the pooled connections of a client that are of no use any more."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from clockify_desktop.api.sleep_detector import SleepDetector


class Connections:
    """Closes what a pool keeps and nobody can use.

    Args:
        transport: Closing it closes its connections; the next request makes new ones.
    """

    def __init__(
        self,
        transport: httpx.AsyncBaseTransport,
        sleep_detector: SleepDetector | None = None,
    ) -> None:
        self._transport = transport
        self._sleep_detector = sleep_detector or SleepDetector()
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
        # A task of its own: were it cancelled with who waits for it, the connections
        # that it had not come to would be closed by nobody.
        self._closing = asyncio.ensure_future(self._transport.aclose())

    async def _closed(self) -> None:
        """Wait until the connections are closed, if they are being closed."""
        if self._closing is not None and not self._closing.done():
            await asyncio.wait([self._closing])
