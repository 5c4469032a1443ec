"""Opening accounts against a real socket: who waits, and how fast a cancel ends it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.hosts import own_pair
from clockify_desktop.api.retry import Wait
from clockify_desktop.services.connection import Connection
from clockify_desktop.store.settings import SettingsFile
from clockify_desktop.viewmodels.account import AccountViewModel, OpenAccount
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_state import ReportState

BUSY = b"HTTP/1.1 429 X\r\nRetry-After: 60\r\nContent-Length: 0\r\n\r\n"
KEY = "canary-key-0123456789abcdefghijklmnopqrstuvwxyz"


class Stage:
    """An account and a report at a server that is busy for a minute."""

    def __init__(self, port: int) -> None:
        base = f"http://127.0.0.1:{port}"
        hosts = own_pair(f"{base}/api/v1", f"{base}/report/v1")
        self.connection = Connection(hosts, ApiKey(KEY))
        self.account = AccountViewModel(SettingsFile(), None)  # type: ignore[arg-type]  # no sample here
        self.report = ReportViewModel(lambda: datetime.now(UTC))
        self.moved = asyncio.Event()
        self.account.opened.connect(self.on_opened)
        self.account.waited.connect(self.report.tell_wait)
        self.report.changed.connect(self.on_changed)

    def on_opened(self, account: OpenAccount) -> None:
        self.report.open(account.session.answers, account.settings)

    def on_changed(self, _: object) -> None:
        self.moved.set()

    async def until(self, what: Callable[[], object], limit_s: float = 5) -> None:
        async with asyncio.timeout(limit_s):
            while not what():
                self.moved.clear()
                await self.moved.wait()

    async def close(self) -> None:
        self.report.leave()
        await self.account.close()


def play(scene: Callable[[Stage, list[str]], Coroutine[Any, Any, None]]) -> None:
    async def whole() -> None:
        seen: list[str] = []

        async def busy(
            reader: asyncio.StreamReader, writer: asyncio.StreamWriter
        ) -> None:
            head = await reader.readuntil(b"\r\n\r\n")
            seen.append(head.split(b" ", 2)[1].decode())
            writer.write(BUSY)
            writer.close()
            await writer.wait_closed()

        server = await asyncio.start_server(busy, "127.0.0.1", 0)
        async with server:
            stage = Stage(server.sockets[0].getsockname()[1])
            stage.account.open_connection(stage.connection, "Work", None)
            try:
                await stage.until(lambda: stage.report.state.waiting)
                await scene(stage, seen)
            finally:
                await stage.close()

    asyncio.run(whole())


def test_a_wait_reaches_the_report() -> None:
    async def scene(stage: Stage, _: list[str]) -> None:
        wait = stage.report.state.wait
        assert isinstance(wait, Wait)
        assert (wait.reason, wait.attempts) == ("Clockify is busy", 3)
        left_s = (wait.until - datetime.now(UTC)).total_seconds()
        assert 50 < left_s < 61

    play(scene)


def test_a_cancel_ends_it_at_once_and_asks_nothing_more() -> None:
    async def scene(stage: Stage, seen: list[str]) -> None:
        asked = len(seen)
        async with asyncio.timeout(0.2):
            stage.report.cancel()
            assert not stage.report.state.loading
            await stage.until(lambda: stage.report.state.wait is None)
        assert len(seen) == asked

    play(scene)


def test_leaving_forgets_the_wait() -> None:
    async def scene(stage: Stage, _: list[str]) -> None:
        states: list[object] = []
        over = asyncio.Event()
        stage.account.waited.connect(lambda wait: wait or over.set())
        stage.report.changed.connect(states.append)
        stage.report.leave()
        async with asyncio.timeout(0.2):
            await over.wait()
        assert stage.report.state.wait is None
        # That nothing is left is told once; the end of the wait is not.
        assert states == [ReportState()]

    play(scene)


def test_nothing_cuts_a_closing_short_and_two_are_never_open() -> None:
    told: list[str] = []

    @asynccontextmanager
    async def opener() -> AsyncIterator[Any]:
        told.append("opened")
        yield None
        for _ in range(5):
            await asyncio.sleep(0)
        told.append("closed")

    async def whole() -> None:
        account = AccountViewModel(SettingsFile(), opener)
        opened = asyncio.Event()
        account.opened.connect(opened.set)
        account.open_sample()
        await opened.wait()
        opened.clear()
        account.leave()
        await asyncio.sleep(0)
        # While the one before is being closed, by the first of these and by none else.
        account.open_sample()
        await asyncio.sleep(0)
        account.open_sample()
        await opened.wait()
        assert told == ["opened", "closed", "opened"]
        account.leave()
        await asyncio.sleep(0)
        await account.close()
        assert told == ["opened", "closed"] * 2

    asyncio.run(whole())


def test_leaving_closes_the_client_and_forgets_it() -> None:
    told: list[str] = []

    @asynccontextmanager
    async def opener() -> AsyncIterator[Any]:
        told.append("opened")
        yield None
        told.append("closed")

    async def whole() -> None:
        account = AccountViewModel(SettingsFile(), opener)
        opened = asyncio.Event()
        account.opened.connect(opened.set)
        account.open_sample()
        await opened.wait()
        assert account.current is not None
        account.leave()
        assert account.current is None
        await account._closed()
        assert told == ["opened", "closed"]
        # Another one may be opened afterwards.
        opened.clear()
        account.open_sample()
        await opened.wait()
        await account.close()
        assert told == ["opened", "closed"] * 2

    asyncio.run(whole())
