"""Connections that died without a word, while the computer slept or roamed."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from clockify_desktop.api import network_errors
from clockify_desktop.api.client import Clockify
from clockify_desktop.api.connections import SleepDetector
from clockify_desktop.api.requester import REQUESTS_AT_ONCE
from clockify_desktop.api.retry import RetryPolicy
from clockify_desktop.domain.identity import WorkspaceId

ADA = b'{"id":"u1","name":"Ada"}'


class Deaf:
    """Answers the first request of each connection; the rest as it is told.

    Args:
        reply: Of the first.
        later: What befalls the others.
        gathering: Answers when so many have come.
    """

    def __init__(
        self,
        reply: bytes,
        later: Callable[[asyncio.StreamWriter], Any],
        gathering: int = 1,
    ) -> None:
        self.reply, self.later = reply, later
        self.known: set[asyncio.StreamWriter] = set()
        self.gathered = asyncio.Event()
        self.gathering = gathering

    async def __call__(self, writer: asyncio.StreamWriter, _seen: Any) -> None:
        if writer in self.known:
            await self.later(writer)
            return
        self.known.add(writer)
        if len(self.known) >= self.gathering:
            self.gathered.set()
        await self.gathered.wait()
        writer.write(self.reply)
        await writer.drain()


async def silent(_writer: asyncio.StreamWriter) -> None:
    await asyncio.Event().wait()


async def resetting(writer: asyncio.StreamWriter) -> None:
    writer.transport.abort()


@pytest.mark.parametrize("asleep_s", [0, 3600])
def test_after_sleep_the_first_question_is_answered(
    call_server: Any, http_reply: Any, asleep_s: int
) -> None:
    wall_s = 0.0

    async def sleep_between(clockify: Clockify) -> Any:
        nonlocal wall_s
        connections = clockify._requester._connections
        connections._sleep_detector = SleepDetector(lambda: wall_s, lambda: 0.0)
        await clockify.user()
        wall_s += asleep_s
        return await clockify.user()

    server = Deaf(http_reply(ADA), silent)
    user, seen_by = call_server(server, sleep_between, deadline_s=0.1)
    if asleep_s:
        assert user.name == "Ada"
        assert len(server.known) == 2
    else:
        # What it would be like: silence, up to the deadline.
        assert type(user) is network_errors.DeadlineError
        assert len(server.known) == 1
    assert len(seen_by.seen) == 2


def test_not_every_dead_connection_has_to_be_tried(
    call_server: Any, http_reply: Any
) -> None:
    waiting, all_wait = 0, asyncio.Event()

    async def sleep(_seconds: float) -> None:
        # As long as a reset takes to come back.
        nonlocal waiting
        waiting += 1
        if waiting == 4:
            all_wait.set()
        await all_wait.wait()

    async def fill_the_pool(clockify: Clockify) -> Any:
        await asyncio.gather(*(clockify.user() for _ in range(REQUESTS_AT_ONCE)))
        return await asyncio.gather(*(clockify.user() for _ in range(4)))

    server = Deaf(http_reply(ADA), resetting, REQUESTS_AT_ONCE)
    users, seen_by = call_server(
        server, fill_the_pool, retry_policy=RetryPolicy(sleep=sleep)
    )
    assert [user.name for user in users] == ["Ada"] * 4
    assert len(seen_by.seen) == REQUESTS_AT_ONCE + 4 + 4


@pytest.mark.parametrize("ends", ["lost", "cancelled"])
def test_who_is_under_way_beside_it_goes_on(
    call_server: Any, http_reply: Any, ends: str
) -> None:
    """One request's end closes no connection that another one still uses."""
    came, let = asyncio.Event(), asyncio.Event()

    async def write(writer: asyncio.StreamWriter, seen: Any) -> None:
        if seen.target.endswith("/user"):
            came.set()
            await let.wait()
            writer.write(http_reply(ADA))
        elif ends == "lost":
            writer.transport.abort()
        else:
            await asyncio.Event().wait()

    async def call(clockify: Clockify) -> Any:
        beside = asyncio.ensure_future(clockify.user())
        await came.wait()
        other = asyncio.ensure_future(clockify.workspaces())
        if ends == "cancelled":
            while clockify._requester._connections._under_way < 2:  # noqa: ASYNC110 - a turn of the loop, no wait
                await asyncio.sleep(0)
            other.cancel()
        await asyncio.gather(other, return_exceptions=True)
        # The next one looks whether something is to be closed.
        after = asyncio.ensure_future(clockify.workspace(WorkspaceId("w1")))
        while clockify._requester._connections._under_way < 2 and not beside.done():  # noqa: ASYNC110 - as above
            await asyncio.sleep(0)
        let.set()
        user = await beside
        after.cancel()
        await asyncio.gather(after, return_exceptions=True)
        return user

    user, _ = call_server(write, call)
    assert getattr(user, "name", user) == "Ada"
