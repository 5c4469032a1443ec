"""No redirect and no hostile address is shown the key; the naive client shows it."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.endpoints import LISTED
from clockify_desktop.api.errors import ForeignAddressError, RedirectedError
from clockify_desktop.api.hosts import origin_of, own_pair
from clockify_desktop.api.origin_guard import OriginGuard
from clockify_desktop.domain.errors import AppError, UsageError
from tests.faults.calls_with_an_id import CALLS, ONE
from tests.faults.canary import CANARY
from tests.faults.evidence import Evidence
from tests.faults.fault import answer, ok
from tests.faults.hostile_addresses import (
    BASES,
    IDS,
    LEADING_HEADERS,
    LOCATIONS,
    REDIRECT_STATUSES,
)
from tests.faults.naive_client import naive_total_s
from tests.faults.recorder import Recorder
from tests.loopback import Loopback, listening

USER = b'{"id":"u1"}'
Figure = Callable[[str, str], None]


@pytest.fixture
def recorded() -> Callable[..., Recorder]:
    """Run something beside a listener that must hear nothing."""

    def run(scene: Callable[[Recorder], Coroutine[Any, Any, None]]) -> Recorder:
        recorder = Recorder()

        async def main() -> None:
            async with recorder.listening():
                await scene(recorder)

        asyncio.run(main())
        return recorder

    return run


def filled(text: str, here: int, there: int) -> str:
    return text.replace("{here}", str(here)).replace("{there}", str(there))


async def outcome(asking: Awaitable[object], evidence: Evidence) -> object:
    try:
        return await asking
    except AppError as error:
        evidence.note_error(error)
        return type(error)


def test_no_redirect_is_followed(
    recorded: Callable[..., Recorder], evidence: Evidence, figure: Figure
) -> None:
    tried = 0

    async def scene(recorder: Recorder) -> None:
        nonlocal tried
        answers: list[bytes] = []

        async def write(writer: asyncio.StreamWriter, _seen: object) -> None:
            writer.write(answers[-1])
            await writer.drain()

        async with (
            listening(write) as server,
            open_clockify(
                server.hosts, ApiKey(CANARY), rate_a_second=10_000
            ) as clockify,
        ):
            for status in REDIRECT_STATUSES:
                for location in LOCATIONS:
                    where = filled(location, server.port, recorder.port)
                    answers.append(answer(status, b"", f"Location: {where}"))
                    before = len(server.seen)
                    came = await outcome(clockify.user(), evidence)
                    assert came is RedirectedError, location
                    assert len(server.seen) == before + 1, location
                    tried += 1
            for header in LEADING_HEADERS:
                line = filled(header, server.port, recorder.port)
                answers.append(ok(USER, line))
                assert (await clockify.user()).id == "u1"
                tried += 1

    recorder = recorded(scene)
    assert recorder.heard == b""
    figure("redirects and headers that lead elsewhere", f"0 of {tried} saw the key")


def test_no_hostile_base_is_asked(
    recorded: Callable[..., Recorder], evidence: Evidence, figure: Figure
) -> None:
    async def scene(recorder: Recorder) -> None:
        async with listening(ok(USER)) as server:
            for base in BASES:
                address = filled(base, server.port, recorder.port)
                for core, reports in ((0, 1), (1, 0)):
                    pair = [server.hosts.core_url, server.hosts.reports_url]
                    pair[core] = f"{address}/api/v1"
                    assert pair[reports].startswith("http://127.0.0.1")
                    with pytest.raises(UsageError) as caught:
                        own_pair(*pair)
                    evidence.note_error(caught.value)

    recorder = recorded(scene)
    assert recorder.heard == b""
    figure("hostile addresses of a server", f"0 of {len(BASES)} were asked")


@asynccontextmanager
async def refusing() -> AsyncIterator[tuple[Loopback, Clockify]]:
    """Serve refusals alone, and open a client for them."""
    async with (
        listening(answer(404)) as server,
        open_clockify(server.hosts, ApiKey(CANARY), rate_a_second=10_000) as clockify,
    ):
        yield server, clockify


def test_the_calls_with_an_id_are_all_there_are(
    recorded: Callable[..., Recorder], evidence: Evidence
) -> None:
    asked: set[tuple[str, str]] = set()

    async def scene(_recorder: Recorder) -> None:
        async with refusing() as (server, clockify):
            for call in CALLS:
                await path_asked(server, call(clockify, "x"), evidence)
            asked.update((one.method, one.target.split("?")[0]) for one in server.seen)

    recorded(scene)
    prefixes = {"core": "/api/v1", "reports": "/report/v1"}
    assert asked == {
        (
            one.method,
            prefixes[one.host] + one.filled({**dict.fromkeys(names, ONE), name: "x"}),
        )
        for one in LISTED
        for names in [re.findall(r"{(\w+)}", one.path)]
        for name in names
    }


def test_no_id_leaves_its_own_place(
    recorded: Callable[..., Recorder], evidence: Evidence, figure: Figure
) -> None:
    async def scene(recorder: Recorder) -> None:
        async with refusing() as (server, clockify):
            for call in CALLS:
                plain = await path_asked(server, call(clockify, "x"), evidence)
                assert plain is not None
                for template in IDS:
                    an_id = filled(template, server.port, recorder.port)
                    asking = call(clockify, an_id)
                    path = await path_asked(server, asking, evidence)
                    if path is None:
                        continue
                    assert path.count("/") == plain.count("/"), an_id
                    assert not {"..", "."} & set(path.split("/")), an_id
                    assert path.split("/")[:3] == plain.split("/")[:3], an_id

    recorder = recorded(scene)
    assert recorder.heard == b""
    figure("hostile ids x calls", f"0 of {len(IDS) * len(CALLS)} left their place")


async def path_asked(
    server: Loopback, asking: Awaitable[object], evidence: Evidence
) -> str | None:
    """Make a call.

    Returns:
        The path that the server was asked for; ``None`` if the call was refused here.
    """
    before = len(server.seen)
    came = await outcome(asking, evidence)
    if came is UsageError:
        assert len(server.seen) == before
        return None
    (seen,) = server.seen[before:]
    assert seen.headers["host"] == f"127.0.0.1:{server.port}"
    assert seen.headers["x-api-key"] == CANARY
    return seen.target.split("?")[0]


def test_the_guard_lets_nothing_else_out(
    recorded: Callable[..., Recorder], evidence: Evidence
) -> None:
    """Also what no call can ask: any address at all, with a key of its own."""

    async def scene(recorder: Recorder) -> None:
        async with listening(ok(USER)) as server:
            here = origin_of(server.hosts.core_url)
            network = httpx.AsyncHTTPTransport(trust_env=False)
            guard = OriginGuard(server.hosts, {here: network}, ApiKey(CANARY))
            for template in (*LOCATIONS, *BASES):
                address = filled(template, server.port, recorder.port)
                try:
                    request = httpx.Request("GET", address)
                except httpx.InvalidURL:
                    continue
                before = len(server.seen)
                try:
                    response = await guard.handle_async_request(request)
                    await response.aread()
                except ForeignAddressError as error:
                    evidence.note_error(error)
                else:
                    assert len(server.seen) == before + 1, address
            await guard.aclose()

    assert recorded(scene).heard == b""


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_the_control_hands_the_key_over(
    recorded: Callable[..., Recorder], status: int
) -> None:
    async def scene(recorder: Recorder) -> None:
        there = f"http://127.0.0.1:{recorder.port}/"
        async with listening(answer(status, b"", f"Location: {there}")) as server:
            with pytest.raises(KeyError):
                await naive_total_s(server.hosts, CANARY)

    assert CANARY.encode() in recorded(scene).heard


@pytest.mark.parametrize("base", [BASES[0], BASES[5], BASES[7], "http://127.1:{there}"])
def test_the_control_asks_whom_an_address_means(
    recorded: Callable[..., Recorder], base: str
) -> None:
    assert base in BASES

    async def scene(recorder: Recorder) -> None:
        async with listening(ok(USER)) as server:
            address = filled(base, server.port, recorder.port)
            headers = {"X-Api-Key": CANARY}
            async with httpx.AsyncClient(base_url=address, headers=headers) as http:
                await http.get("/api/v1/user")

    assert CANARY.encode() in recorded(scene).heard


def test_the_control_leaves_its_place(recorded: Callable[..., Recorder]) -> None:
    async def scene(recorder: Recorder) -> None:
        async with (
            listening(ok(USER)) as server,
            httpx.AsyncClient(
                base_url=server.hosts.core_url, headers={"X-Api-Key": CANARY}
            ) as http,
        ):
            await http.get("/workspaces/../../../user")
            assert server.seen[0].target == "/user"
            await http.get(f"http://127.0.0.1:{recorder.port}/")

    assert CANARY.encode() in recorded(scene).heard
