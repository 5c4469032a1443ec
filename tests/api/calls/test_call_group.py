import asyncio
import json
import threading
from collections.abc import Awaitable, Callable
from datetime import date
from itertools import count
from typing import Any

import httpx
import pytest

from clockify_desktop.api.bytes_in_flight import BytesInFlight
from clockify_desktop.api.calls.call_group import read
from clockify_desktop.api.client import Clockify
from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.decoding import LARGE_BYTES
from clockify_desktop.api.errors import InvalidResponseError, RequestInfo
from clockify_desktop.api.hosts import own_pair
from clockify_desktop.api.network_errors import DeadlineError
from clockify_desktop.api.report_bodies import DetailedQuery
from clockify_desktop.api.requester import ApiResponse
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.period import Period

W = WorkspaceId("w1")
INFO = RequestInfo("GET", "/clients", "test", 200)
HOSTS = own_pair("http://127.0.0.1:9/api/v1", "http://127.0.0.1:9/report/v1")
DETAILED = DetailedQuery(
    period=Period(date(2026, 11, 16), date(2026, 11, 22)), time_zone="UTC", page_size=2
)


class Endless:
    """Lists whose every page is full of rows that were not there before."""

    def __init__(self) -> None:
        self.numbers = count()

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        # As a network does, it lets others go on.
        await asyncio.sleep(0)
        if request.method == "GET":
            size = int(request.url.params["page-size"])
            return httpx.Response(
                200, json=[{"id": self._id(), "name": "x"} for _ in range(size)]
            )
        sent = json.loads(request.content)
        if "detailedFilter" not in sent:
            requests = [{"id": self._id()} for _ in range(sent["pageSize"])]
            return httpx.Response(200, json={"requests": requests})
        size = sent["detailedFilter"]["pageSize"]
        interval = {"start": "2026-11-16T09:00:00Z", "duration": 60}
        rows = [{"_id": self._id(), "timeInterval": interval} for _ in range(size)]
        return httpx.Response(200, json={"timeentries": rows})

    def _id(self) -> str:
        return f"r{next(self.numbers)}"


@pytest.mark.parametrize(
    ("size_bytes", "aside"), [(LARGE_BYTES - 1, False), (LARGE_BYTES, True)]
)
def test_a_large_answer_is_read_off_the_loop(
    size_bytes: int,
    aside: bool,  # noqa: FBT001 - pytest gives it
) -> None:
    def decode(body: bytearray, info: RequestInfo) -> threading.Thread:
        assert (len(body), info) == (size_bytes, INFO)
        return threading.current_thread()

    in_flight, response = held(size_bytes)
    thread = asyncio.run(read(response, decode))
    assert (thread is not threading.main_thread()) == aside
    assert in_flight.held_bytes == 0


def held(size_bytes: int) -> tuple[BytesInFlight, ApiResponse]:
    in_flight = BytesInFlight()
    hold = in_flight.hold()
    assert in_flight.take(hold, size_bytes)
    hold.end_reading()
    return in_flight, ApiResponse(INFO, bytearray(size_bytes), hold, None)


@pytest.mark.parametrize("size_bytes", [10, LARGE_BYTES])
def test_a_body_that_cannot_be_decoded_is_let_go(size_bytes: int) -> None:
    def decode(_body: bytearray, info: RequestInfo) -> None:
        raise InvalidResponseError(info)

    in_flight, response = held(size_bytes)
    with pytest.raises(InvalidResponseError):
        asyncio.run(read(response, decode))
    assert in_flight.held_bytes == 0


def test_a_body_is_held_as_long_as_a_thread_decodes_it() -> None:
    async def main() -> None:
        begun, go_on = threading.Event(), threading.Event()

        def decode(_body: bytearray, info: RequestInfo) -> None:
            begun.set()
            go_on.wait(10)
            raise InvalidResponseError(info)

        in_flight, response = held(LARGE_BYTES)
        task = asyncio.ensure_future(read(response, decode))
        await asyncio.to_thread(begun.wait, 10)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert in_flight.held_bytes == LARGE_BYTES
        go_on.set()
        await asyncio.get_running_loop().shutdown_default_executor()
        await asyncio.sleep(0)
        assert in_flight.held_bytes == 0

    asyncio.run(main())


@pytest.mark.parametrize(
    ("call", "path"),
    [
        (lambda c: c.clients(W), "/workspaces/{workspace}/clients"),
        (
            lambda c: c.time_off_requests(W),
            "/workspaces/{workspace}/time-off/requests",
        ),
        (
            lambda c: c.detailed_report(W, DETAILED),
            "/workspaces/{workspace}/reports/detailed",
        ),
    ],
    ids=["list", "time off", "detailed report"],
)
def test_a_list_without_end_ends_by_its_deadline(
    key: str, call: Callable[[Clockify], Awaitable[Any]], path: str
) -> None:
    async def main() -> None:
        async with open_clockify(
            HOSTS,
            ApiKey(key),
            transport=httpx.MockTransport(Endless()),
            rate_a_second=10_000,
            walk_deadline_s=0.2,
        ) as clockify:
            await call(clockify)

    with pytest.raises(DeadlineError, match=r"within 0\.2 seconds") as caught:
        asyncio.run(asyncio.wait_for(main(), 20))
    assert caught.value.request_info.path == path
    assert caught.value.__context__ is None
