"""Asking again over a real socket: what the server sees, and how it ends."""

import asyncio
import gzip
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from clockify_desktop.api import errors, network_errors
from clockify_desktop.api.client import Clockify
from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.endpoints import Endpoint
from clockify_desktop.api.report_bodies import DetailedQuery
from clockify_desktop.api.requester import ApiRequest
from clockify_desktop.api.retry import RetryPolicy, Wait
from clockify_desktop.api.wire.time_entries import NewTimeEntry
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.period import Period

ADA = b'{"id":"u1","name":"Ada"}'
NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
HEAD = b"HTTP/1.1 200 X\r\n"
PAGES = 200


def in_turn(*replies: bytes) -> Callable[..., Any]:
    """Answer with one after the other, the last one for ever."""
    left = list(replies)

    async def write(writer: asyncio.StreamWriter, _seen: Any) -> None:
        reply = left.pop(0) if len(left) > 1 else left[0]
        writer.write(reply)
        await writer.drain()
        writer.close()

    return write


async def add(clockify: Clockify) -> Any:
    entry = NewTimeEntry(start=NOW, end=NOW + timedelta(hours=1), billable=False)
    return await clockify.add_time_entry(WorkspaceId("w"), entry)


CUT = [
    b"",
    b"HTTP/1.1 200",
    HEAD + b"Content-Le",
    HEAD + b"Content-Length: 99\r\n\r\n",
    HEAD + b"Content-Length: 99\r\n\r\n" + ADA,
    HEAD + b"Transfer-Encoding: chunked\r\n\r\n",
    HEAD + b"Transfer-Encoding: chunked\r\n\r\n18\r\n" + ADA + b"\r\n",
    HEAD + b"Transfer-Encoding: chunked\r\n\r\n18\r\n" + ADA[:5],
    HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(ADA, mtime=0)[:-8],
    HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(ADA, mtime=0)[:-1],
    HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(ADA[:-1], mtime=0),
    HEAD + b"\r\n" + ADA[:-1],
]


@pytest.mark.parametrize("cut", CUT)
def test_a_reply_that_is_cut_anywhere_is_asked_for_again(
    call_server: Any, http_reply: Any, fake_clock: Any, cut: bytes
) -> None:
    user, server = call_server(
        in_turn(cut, cut, http_reply(ADA)), retry_policy=fake_clock.retry_policy()
    )
    assert user.name == "Ada"
    assert len(server.seen) == 3
    error, server = call_server(in_turn(cut), retry_policy=fake_clock.retry_policy())
    assert type(error) in {
        network_errors.ConnectionLostError,
        errors.TruncatedResponseError,
    }
    assert len(server.seen) == 3


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_writes_goes_out_once(
    call_server: Any, http_reply: Any, fake_clock: Any, status: int
) -> None:
    for reply in (http_reply(b"", status), b""):
        error, server = call_server(reply, add, retry_policy=fake_clock.retry_policy())
        assert isinstance(error, errors.ClockifyError)
        assert [seen.method for seen in server.seen] == ["POST"]
    assert fake_clock.waits_s == []


def test_a_call_that_is_not_on_the_list_never_leaves(
    call_server: Any, key: str
) -> None:
    async def forged(clockify: Clockify) -> Any:
        endpoint = Endpoint("POST", "/workspaces/{workspace}/time-entries")
        return await clockify._requester.send(ApiRequest(endpoint, {"workspace": "w"}))

    error, server = call_server(HEAD, forged)
    assert type(error) is errors.UnlistedCallError
    assert key not in repr(error.__dict__)
    assert server.seen == []


def test_the_second_limit_ends_the_repeating(opened: Any, fake_clock: Any) -> None:
    async def slow(_request: object) -> Any:
        # 25 seconds by the clock of the test, then nothing.
        fake_clock.now_s += 25
        raise network_errors.ConnectionLostError(errors.RequestInfo("GET", "", ""))

    async def main() -> None:
        retry_policy = fake_clock.retry_policy(time_budget_s=40.0)
        async with opened(slow, retry_policy=retry_policy) as clockify:
            await clockify.user()

    with pytest.raises(network_errors.ConnectionLostError):
        asyncio.run(main())
    # 25 + 0.5 + 25: nothing is left for a third.
    assert fake_clock.waits_s == [0.5]


def test_a_silent_repeat_ends_by_what_is_left(call_server: Any) -> None:
    async def first_cut(writer: asyncio.StreamWriter, _seen: Any) -> None:
        if len(seen) == 1:
            writer.close()
            return
        await asyncio.Event().wait()

    seen: list[int] = []

    async def counting(writer: asyncio.StreamWriter, one: Any) -> None:
        seen.append(1)
        await first_cut(writer, one)

    retry_policy = RetryPolicy(time_budget_s=0.1, jitter=lambda least, _: least)
    error, server = call_server(counting, retry_policy=retry_policy)
    assert type(error) is network_errors.DeadlineError
    assert 0 < error.deadline_s < 0.1
    assert len(server.seen) == 2


async def all_pages(clockify: Clockify) -> Any:
    period = Period(date(2026, 11, 16), date(2026, 11, 22))
    query = DetailedQuery(period=period, time_zone="UTC", page_size=1)
    return await clockify.detailed_report(WorkspaceId("w"), query)


def first_page_only(http_reply: Any, refusal: bytes) -> Callable[..., Any]:
    totals = [{"_id": "", "totalTime": 1, "entriesCount": PAGES}]
    first = http_reply(json.dumps({"totals": totals, "timeentries": []}).encode())

    async def write(writer: asyncio.StreamWriter, seen: Any) -> None:
        page = json.loads(seen.body)["detailedFilter"]["page"]
        writer.write(first if page == 1 else refusal)
        await writer.drain()

    return write


@pytest.mark.parametrize("status", [503, 429])
def test_a_storm_over_many_pages_is_stopped(
    call_server: Any, http_reply: Any, fake_clock: Any, status: int
) -> None:
    write = first_page_only(http_reply, http_reply(b"", status))
    error, server = call_server(
        write, all_pages, retry_policy=fake_clock.retry_policy()
    )
    assert isinstance(error, errors.BusyError | errors.ServerError)
    # A call alone asks 3 times; 200 pages that each did would ask 600 times.
    assert len(server.seen) <= 1 + 2 * 16


def test_many_calls_that_nobody_cancels_repeat_little(
    call_server: Any, http_reply: Any, fake_clock: Any
) -> None:
    async def all_at_once(clockify: Clockify) -> Any:
        calls = (clockify.user() for _ in range(PAGES))
        return await asyncio.gather(*calls, return_exceptions=True)

    outcomes, server = call_server(
        http_reply(b"", 503), all_at_once, retry_policy=fake_clock.retry_policy()
    )
    assert {type(one) for one in outcomes} == {errors.ServerError}
    assert PAGES < len(server.seen) <= PAGES + 16


def test_after_a_refusal_the_others_wait_too(
    loopback: Any, http_reply: Any, key: str, fake_clock: Any
) -> None:
    at: list[float] = []
    busy = http_reply(b"", 429, Retry_After="30")

    async def write(writer: asyncio.StreamWriter, _seen: Any) -> None:
        at.append(fake_clock.now_s)
        writer.write(busy if len(at) == 1 else http_reply(ADA))
        await writer.drain()

    async def main() -> None:
        reported, all_wait = asyncio.Queue[Wait | None](), asyncio.Event()
        waiting = 0

        async def sleep(seconds: float) -> None:
            nonlocal waiting
            waiting += 1
            if waiting == 4:
                all_wait.set()
            await all_wait.wait()
            await fake_clock.sleep(seconds)

        retry_policy = RetryPolicy(clock=fake_clock.clock, sleep=sleep)
        async with (
            loopback(write) as server,
            open_clockify(
                server.hosts,
                ApiKey(key),
                retry_policy=retry_policy,
                on_wait=reported.put_nowait,
            ) as clockify,
            asyncio.TaskGroup() as group,
        ):
            group.create_task(clockify.user())
            await reported.get()
            for _ in range(3):
                group.create_task(clockify.user())
            async with asyncio.timeout(5):
                await all_wait.wait()

    asyncio.run(main())
    assert len(at) == 5
    assert min(at[1:]) >= 30


def test_the_rate_follows_refusals_and_successes(
    call_server: Any, http_reply: Any, fake_clock: Any
) -> None:
    rates = []

    async def several(clockify: Clockify) -> Any:
        for _ in range(3):
            await clockify.user()
            rates.append(clockify._requester._rate.a_second)

    write = in_turn(http_reply(b"", 429), http_reply(ADA))
    call_server(
        write, several, rate_a_second=10, retry_policy=fake_clock.retry_policy()
    )
    assert 5 < rates[0] < rates[1] < rates[2] < 6


def test_a_wait_is_told_and_ends_with_its_cancelling(
    loopback: Any, http_reply: Any, key: str
) -> None:
    reported: list[Wait | None] = []
    waiting = asyncio.Event()

    def on_wait(wait: Wait | None) -> None:
        reported.append(wait)
        waiting.set()

    async def main() -> None:
        reply = http_reply(b"", 429, Retry_After="60")
        async with (
            loopback(reply) as server,
            open_clockify(server.hosts, ApiKey(key), on_wait=on_wait) as clockify,
        ):
            task = asyncio.ensure_future(clockify.user())
            await waiting.wait()
            task.cancel()
            async with asyncio.timeout(0.2):
                await asyncio.wait({task})
            assert task.cancelled()
            assert len(server.seen) == 1

    asyncio.run(main())
    wait, nobody = reported
    assert nobody is None
    assert wait is not None
    assert (wait.reason, wait.attempt, wait.attempts) == ("Clockify is busy", 2, 3)
    left_s = (wait.until - datetime.now(UTC)).total_seconds()
    assert 55 < left_s <= 60.5


def test_the_question_is_the_same_each_time(
    call_server: Any, http_reply: Any, fake_clock: Any
) -> None:
    _, server = call_server(
        http_reply(b"", 503), all_pages, retry_policy=fake_clock.retry_policy()
    )
    first, *others = server.seen
    assert first.body
    assert others == [first, first]
