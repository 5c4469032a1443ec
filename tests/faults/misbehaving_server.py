"""A server that answers honestly, but for one endpoint while a fault is on."""

import asyncio
import json
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import Protocol
from urllib.parse import parse_qsl, urlsplit

from clockify_desktop.api.hosts import Hosts
from tests.faults.fault import Fault, Pour
from tests.faults.good_answers import DETAILED, Place, good_body, place_of
from tests.loopback import KeptOpen, Loopback, Seen, http_reply, listening


class Turn(Protocol):
    """Hears of the beginning and the end of a fault."""

    def __call__(self, *, wrong: bool) -> None:
        """Hear of it."""


def _nobody(*, wrong: bool) -> None:
    """Hear of it and do nothing."""


class MisbehavingServer:
    """One server on a port of its own.

    Args:
        fault: What it does wrong.
        place: Where.
    """

    def __init__(self, fault: Fault, place: Place) -> None:
        self._fault = fault
        self._place = place
        self._wrong = False
        self._loopback: Loopback | None = None
        self._open = AsyncExitStack()
        self.on_turn: Turn = _nobody
        """Is told when the fault begins and when it ends."""
        self.wrong_since_s = 0.0
        """When the fault began, by the monotonic clock."""
        self.asked: Counter[tuple[str, bytes]] = Counter()
        """How often each question was asked while the fault was on."""

    @property
    def hosts(self) -> Hosts:
        """Where it listens, or did."""
        assert self._loopback is not None
        return self._loopback.hosts

    @asynccontextmanager
    async def running(self) -> AsyncIterator["MisbehavingServer"]:
        """Answer until the end of the block."""
        await self._start()
        try:
            yield self
        finally:
            await self._stop()

    async def go_wrong(self) -> None:
        """Let the fault begin."""
        self._wrong = True
        self.wrong_since_s = time.monotonic()
        self.on_turn(wrong=True)
        if self._fault.refuses:
            await self._stop()

    async def mend(self) -> None:
        """Let the fault end."""
        self._wrong = False
        self.on_turn(wrong=False)
        if self._fault.refuses:
            await self._start()

    async def _start(self) -> None:
        port = self._loopback.port if self._loopback else 0
        self._open = AsyncExitStack()
        self._loopback = await self._open.enter_async_context(
            listening(self._write, port)
        )

    async def _stop(self) -> None:
        await self._open.aclose()

    def _act(self, seen: Seen, body: bytes) -> bytes | Pour:
        if self._fault.by_page is None:
            return self._fault.act(body)
        if self._place is DETAILED:
            wanted = json.loads(seen.body)["detailedFilter"]
            return self._fault.by_page(wanted["page"], wanted["pageSize"], body)
        query = dict(parse_qsl(urlsplit(seen.target).query))
        page, size = int(query["page"]), int(query["page-size"])
        return self._fault.by_page(page, size, body)

    async def _write(self, writer: asyncio.StreamWriter, seen: Seen) -> None:
        body = good_body(seen)
        sent = http_reply(body, Last_Page="true")
        if self._wrong and place_of(seen) is self._place:
            self.asked[seen.target, seen.body] += 1
            act = self._act(seen, body)
            if callable(act):
                await act(writer)
                return
            sent = act
        # Whoever has read enough goes away in the middle.
        with suppress(ConnectionError):
            writer.write(sent)
            await writer.drain()
        if not isinstance(sent, KeptOpen):
            writer.close()
