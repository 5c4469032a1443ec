"""200 pages of a detailed report, against the least that the rate allows.

The server is another process, answers each page after 50 ms and knows nothing of a
limit. The floor is what no client can be faster than that spaces its requests evenly
at the rate: 199 spaces and one latency.
"""

import asyncio
import json
import statistics
import subprocess
import sys
import time
from datetime import date

from background_load import background_load
from figures import Figure, show

from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.hosts import own_pair
from clockify_desktop.api.report_bodies import DetailedQuery
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.period import Period

PAGES = 200
ENTRIES_A_PAGE = 1000
LATENCY_S = 0.05
RATE_A_SECOND = 100
RUNS = 7
TARGET = 1.15
TARGET_UNDER_LOAD = 1.3
FLOOR_S = (PAGES - 1) / RATE_A_SECOND + LATENCY_S
KEY = "a-key-that-opens-nothing"


def page(number: int) -> bytes:
    """Write one page as Clockify would.

    Args:
        number: Counted from 1.

    Returns:
        An HTTP answer.
    """
    entries = [
        {
            "_id": f"{number:012x}{place:012x}",
            "description": "Design of the landing page",
            "userId": f"{place % 40:024x}",
            "userName": "Ada Lovelace",
            "userEmail": "ada@example.com",
            "billable": True,
            "projectId": f"{place % 9:024x}",
            "projectName": "Website",
            "projectColor": "#03A9F4",
            "clientId": "",
            "clientName": "",
            "taskId": None,
            "tagIds": [],
            "timeInterval": {
                "start": "2026-11-16T09:00:00+01:00",
                "end": "2026-11-16T10:00:00+01:00",
                "duration": 3600,
            },
            "amount": 8500.5,
            "rate": 8500,
            "currency": "EUR",
            "isLocked": False,
            "approvalRequestId": None,
            "type": "REGULAR",
        }
        for place in range(ENTRIES_A_PAGE)
    ]
    # The sums are right, as the client compares them with what it found.
    count = PAGES * ENTRIES_A_PAGE
    totals = [
        {
            "_id": "",
            "totalTime": 3600 * count,
            "totalBillableTime": 3600 * count,
            "entriesCount": count,
        }
    ]
    body = json.dumps({"totals": totals, "timeentries": entries}).encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


async def serve() -> None:
    """Answer pages on a free port of loopback, whose number is printed."""
    pages = {number: page(number) for number in range(1, PAGES + 1)}

    async def answer(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).lower()
                length = int(head.split(b"content-length: ")[1].split(b"\r")[0])
                question = json.loads(await reader.readexactly(length))
                await asyncio.sleep(LATENCY_S)
                writer.write(pages[question["detailedFilter"]["page"]])
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


async def fetch_all(port: int) -> float:
    """Fetch the report once, with a client of its own.

    Args:
        port: Where the server listens.

    Returns:
        How long the report took, seconds; opening the client is not counted.
    """
    root = f"http://127.0.0.1:{port}"
    query = DetailedQuery(
        period=Period(date(2026, 11, 16), date(2026, 11, 22)),
        time_zone="Europe/Berlin",
        page_size=ENTRIES_A_PAGE,
    )
    async with open_clockify(
        own_pair(f"{root}/api/v1", f"{root}/report/v1"),
        ApiKey(KEY),
        rate_a_second=RATE_A_SECOND,
    ) as clockify:
        start = time.perf_counter()
        report = await clockify.detailed_report(WorkspaceId("w"), query)
        took = time.perf_counter() - start
    assert len(report.entries) == PAGES * ENTRIES_A_PAGE
    assert report.complete
    return took


def figures() -> list[Figure]:
    """Measure all runs against the floor."""
    server = subprocess.Popen(
        [sys.executable, __file__, "--serve"], stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout is not None
        port = int(server.stdout.readline())
        asyncio.run(fetch_all(port))
        alone: list[float] = []
        under_load: list[float] = []
        for _ in range(RUNS):
            alone.append(asyncio.run(fetch_all(port)) / FLOOR_S)
            with background_load():
                under_load.append(asyncio.run(fetch_all(port)) / FLOOR_S)
    finally:
        server.kill()
        server.wait()
    name = f"{PAGES} pages at 50 ms, {RATE_A_SECOND} a second, against the floor"
    return [
        Figure(name, statistics.median(alone), TARGET),
        Figure(
            f"{name}, beside a load of low priority",
            statistics.median(under_load),
            TARGET_UNDER_LOAD,
        ),
    ]


def main() -> int:
    """Run as the server or as the benchmark.

    Returns:
        The exit code.
    """
    if sys.argv[1:] == ["--serve"]:
        asyncio.run(serve())
        return 0
    return show(figures())


if __name__ == "__main__":
    sys.exit(main())
