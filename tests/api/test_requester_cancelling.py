"""What cancelled requests leave behind, and what becomes of it."""

import asyncio
from typing import Any
from weakref import WeakSet

import pytest

from clockify_desktop.api import network_errors
from clockify_desktop.api.client import Clockify
from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.requester import REQUESTS_AT_ONCE

ADA = b'{"id":"u1","name":"Ada"}'
TIMES = 100


async def cancelled(clockify: Clockify, turns: int) -> None:
    """Ask more than may go out at once, and cancel it some turns of the loop later."""
    asking = [
        asyncio.ensure_future(clockify.user()) for _ in range(REQUESTS_AT_ONCE + 4)
    ]
    for _ in range(turns):
        await asyncio.sleep(0)
    for task in asking:
        task.cancel()
    await asyncio.gather(*asking, return_exceptions=True)


def test_cancelled_requests_do_not_use_the_connections_up(
    call_server: Any, http_reply: Any
) -> None:
    async def call(clockify: Clockify) -> set[str | None]:
        for number in range(TIMES):
            await cancelled(clockify, turns=number % 30)
        requests = [clockify.user() for _ in range(REQUESTS_AT_ONCE)]
        return {user.name for user in await asyncio.gather(*requests)}

    # The deadline would end what waits for a connection that nobody gives back.
    names, _ = call_server(http_reply(ADA), call, rate_a_second=1e6, deadline_s=5)
    assert names == {"Ada"}


def test_a_deadline_leaves_no_connection_either(
    call_server: Any, http_reply: Any
) -> None:
    reply = http_reply(ADA)
    silent = True

    async def write(writer: asyncio.StreamWriter, _seen: Any) -> None:
        if not silent:
            writer.write(reply)
            await writer.drain()

    async def call(clockify: Clockify) -> list[object]:
        nonlocal silent
        pool = clockify._requester._connections._transport
        with pytest.raises(network_errors.DeadlineError):
            await clockify.user()
        closed = 0
        close = pool.aclose

        async def counting() -> None:
            nonlocal closed
            closed += 1
            await close()

        pool.aclose = counting  # type: ignore[method-assign]  # a look at the seam
        silent = False
        found: list[object] = [(await clockify.user()).name]
        # Once is enough.
        await clockify.user()
        return [*found, closed]

    found, _ = call_server(write, call, deadline_s=0.2)
    assert found == ["Ada", 1]


def test_a_cancelled_closing_goes_on(call_server: Any, http_reply: Any) -> None:
    async def call(clockify: Clockify) -> list[object]:
        connections = clockify._requester._connections
        await cancelled(clockify, turns=12)
        let, done = asyncio.Event(), asyncio.Event()
        close = connections._transport.aclose

        async def slow() -> None:
            await let.wait()
            await close()
            done.set()

        connections._transport.aclose = slow  # type: ignore[method-assign]  # a look at the seam
        asking = asyncio.ensure_future(clockify.user())
        while connections._closing is None or connections._closing.done():  # noqa: ASYNC110 - a turn of the loop, no wait
            await asyncio.sleep(0)
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        connections._transport.aclose = close  # type: ignore[method-assign]  # as it was
        let.set()
        await done.wait()
        return [asking.cancelled(), (await clockify.user()).name]

    found, _ = call_server(http_reply(ADA), call, rate_a_second=1e6)
    assert found == [True, "Ada"]


def test_connections_are_closed_whoever_is_cancelled_meanwhile(
    loopback: Any, http_reply: Any, key: str
) -> None:
    reply = http_reply(ADA)
    broken = False
    everybody = asyncio.Barrier(REQUESTS_AT_ONCE)

    async def write(writer: asyncio.StreamWriter, _seen: Any) -> None:
        if broken:
            writer.transport.abort()
            return
        # Each waits for the others, so that none takes another one's connection.
        await everybody.wait()
        writer.write(reply)

    async def main() -> None:
        nonlocal broken
        this = asyncio.current_task()
        async with loopback(write) as server:
            async with open_clockify(
                server.hosts, ApiKey(key), rate_a_second=1e6
            ) as clockify:
                many = (clockify.user() for _ in range(REQUESTS_AT_ONCE))
                await asyncio.gather(*many)
                assert server.most_at_once == REQUESTS_AT_ONCE
                broken = True
                connections = clockify._requester._connections
                close = connections._transport.aclose

                async def cancelling() -> None:
                    asyncio.get_running_loop().call_soon(asking.cancel)
                    await close()

                connections._transport.aclose = cancelling  # type: ignore[method-assign]  # a look at the seam
                asking = asyncio.ensure_future(clockify.user())
                await asyncio.wait([asking])
                assert asking.cancelled()
                connections._transport.aclose = close  # type: ignore[method-assign]  # as it was
            assert connections._closing is not None
            assert connections._closing.done()
            # The server waits for whoever is still connected.
            others = [one for one in asyncio.all_tasks() if one is not this]
            _, connected = await asyncio.wait(others, timeout=5)
            assert not connected

    asyncio.run(main())


def test_who_is_cancelled_while_closing_expired_ones_leaves_none_open(
    loopback: Any, http_reply: Any, key: str
) -> None:
    """A server closes what idles; the next request sees it, and may be cancelled."""
    reply = http_reply(ADA)
    left: list[object] = []

    async def main(turns: int) -> None:
        known = WeakSet[asyncio.BaseTransport]()
        here: list[asyncio.StreamWriter] = []
        everybody = asyncio.Barrier(REQUESTS_AT_ONCE)

        async def write(writer: asyncio.StreamWriter, _seen: Any) -> None:
            here.append(writer)
            await everybody.wait()
            writer.write(reply)

        async with (
            loopback(write) as server,
            open_clockify(server.hosts, ApiKey(key), rate_a_second=1e6) as clockify,
        ):
            many = (clockify.user() for _ in range(REQUESTS_AT_ONCE))
            await asyncio.gather(*many)
            loop = asyncio.get_running_loop()
            known.update(loop._transports.values())  # type: ignore[attr-defined]  # a look at what is open
            for one in here:
                one.close()
                await one.wait_closed()
            asking = asyncio.ensure_future(clockify.user())
            for _ in range(turns):
                await asyncio.sleep(0)
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)
        left.extend(one for one in known if not one.is_closing())

    for turns in range(30):
        asyncio.run(main(turns))
    assert left == []
