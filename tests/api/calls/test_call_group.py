import asyncio
import json
import threading
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

import httpx
import pytest

from clockify_desktop.api import errors
from clockify_desktop.api.bytes_in_flight import BytesInFlight
from clockify_desktop.api.calls.call_group import read
from clockify_desktop.api.client import Clockify
from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.decoding import LARGE_BYTES
from clockify_desktop.api.errors import InvalidResponseError, RequestInfo
from clockify_desktop.api.hosts import own_pair
from clockify_desktop.api.network_errors import DeadlineError
from clockify_desktop.api.report_bodies import AttendanceQuery, DetailedQuery
from clockify_desktop.api.requester import ApiResponse
from clockify_desktop.domain.identity import ProjectId, WorkspaceId
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


class Limited:
    """A server that refuses pages above a size, in its own way."""

    def __init__(self, largest: int, refusal: httpx.Response, total: int = 620) -> None:
        self.largest, self.refusal, self.total = largest, refusal, total
        self.sizes: list[int] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        size, page = self._asked(request)
        self.sizes.append(size)
        if size > self.largest:
            return self.refusal
        start = (page - 1) * size
        stop = min(start + size, self.total)
        iso = request.method == "GET"
        rows = [self._row(number, iso=iso) for number in range(start, stop)]
        if request.method == "GET":
            last = "true" if stop == self.total else "false"
            return httpx.Response(200, json=rows, headers={"Last-Page": last})
        sums = {
            "entriesCount": self.total,
            "totalTime": 60 * self.total,
            "totalBillableTime": 0,
        }
        of_kind = {"totals": [sums], "timeentries": rows}
        if request.url.path.endswith("/time-off/requests"):
            of_kind = {"count": self.total, "requests": rows}
        if request.url.path.endswith("/reports/attendance"):
            of_kind = {"entities": rows}
        return httpx.Response(200, json=of_kind)

    def _asked(self, request: httpx.Request) -> tuple[int, int]:
        if request.method == "GET":
            params = request.url.params
            return int(params["page-size"]), int(params["page"])
        sent = json.loads(request.content)
        sent = sent.get("detailedFilter") or sent.get("attendanceFilter") or sent
        return sent["pageSize"], sent["page"]

    def _row(self, number: int, *, iso: bool) -> dict[str, Any]:
        duration = "PT1M" if iso else 60
        interval = {"start": "2026-11-16T09:00:00Z", "duration": duration}
        row = {"id": f"r{number}", "_id": f"r{number}", "timeInterval": interval}
        row |= {"userId": f"r{number}", "date": "2026-11-16T00:00:00.000Z"}
        return {**row, "approvalRequest": {"id": f"r{number}"}}


ATTENDANCE = AttendanceQuery(period=DETAILED.period, time_zone="UTC")
LARGE_DETAILED = replace(DETAILED, page_size=1000)
PAGED_CALLS: list[Callable[[Clockify], Awaitable[Any]]] = [
    lambda c: c.users(W),
    lambda c: c.projects(W, hydrated=True),
    lambda c: c.clients(W),
    lambda c: c.tasks(W, ProjectId("p1")),
    lambda c: c.time_entries_in_progress(W),
    lambda c: c.time_off_requests(W),
    lambda c: c.approval_requests(W),
    lambda c: c.detailed_report(W, LARGE_DETAILED),
    lambda c: c.attendance_report(W, ATTENDANCE),
]
REFUSALS = [
    httpx.Response(400, json={"message": "Bad page", "code": 501}),
    httpx.Response(400, json={"message": "page-size: must be <= 500", "code": 3000}),
    httpx.Response(400, text="Page size must not exceed the limit"),
    httpx.Response(400),
    httpx.Response(413),
    httpx.Response(422, text="<html>"),
    # Larger than the cap: heavy rows.
    httpx.Response(200, content=b" " * 2**20),
]


@pytest.mark.parametrize("call", PAGED_CALLS)
@pytest.mark.parametrize("largest", [500, 100, 10])
def test_a_size_that_is_refused_is_followed_by_smaller_ones(
    opened: Any, call: Callable[[Clockify], Awaitable[Any]], largest: int
) -> None:
    server = Limited(largest, REFUSALS[0])

    async def main() -> None:
        async with opened(server) as clockify:
            for _ in range(2):
                found = await call(clockify)
                rows = getattr(found, "entries", found)
                assert len(rows) == 620
                assert not getattr(found, "changed", False)
                refused.append([size for size in server.sizes if size > largest])
                server.sizes.clear()

    refused: list[list[int]] = []
    asyncio.run(main())
    # Once each, the largest first, and not again by the same client.
    assert refused == [sorted(set(refused[0]), reverse=True), []]


@pytest.mark.parametrize("refusal", REFUSALS, ids=range(len(REFUSALS)))
@pytest.mark.parametrize("call", [PAGED_CALLS[0], PAGED_CALLS[-1]])
def test_however_a_size_is_refused(
    opened: Any, call: Callable[[Clockify], Awaitable[Any]], refusal: httpx.Response
) -> None:
    server = Limited(500, refusal)

    async def main() -> Any:
        async with opened(server, body_cap_bytes=2**19) as clockify:
            return await call(clockify)

    found = asyncio.run(main())
    assert len(getattr(found, "entries", found)) == 620
    assert server.sizes[:2] == [1000, 200]


@pytest.mark.parametrize(
    ("refusal", "kind", "sizes"),
    [
        # Refused for whatever reason: it is tried down to the smallest page.
        (REFUSALS[0], errors.RefusedRequestError, [1000, 200, 50, 10]),
        (REFUSALS[-1], errors.ResponseTooLargeError, [1000, 200, 50, 10]),
        # These say why, and it is not the size.
        (httpx.Response(403), errors.NoRightError, [1000]),
        (httpx.Response(409), errors.RefusedRequestError, [1000]),
        (
            httpx.Response(400, json={"message": "User doesn't exist", "code": 501}),
            errors.UnknownIdError,
            [1000],
        ),
        (
            httpx.Response(400, json={"message": "Upgrade your plan", "code": 501}),
            errors.PlanError,
            [1000],
        ),
    ],
    ids=["400", "too large", "403", "409", "unknown id", "plan"],
)
def test_what_is_refused_at_any_size_is_an_error(
    opened: Any, refusal: httpx.Response, kind: type[Exception], sizes: list[int]
) -> None:
    server = Limited(0, refusal)

    async def main() -> None:
        async with opened(server, body_cap_bytes=2**19) as clockify:
            for _ in range(2):
                with pytest.raises(kind) as caught:
                    await clockify.users(W)
                assert caught.value.__context__ is None

    asyncio.run(main())
    # Nothing was taken, so nothing is remembered.
    assert server.sizes == sizes * 2
