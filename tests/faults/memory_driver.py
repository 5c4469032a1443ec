"""A client in a process of its own: how much its memory grows by what it is answered.

Prints JSON: by how many bytes the peak grew, and what came.
"""

import asyncio
import json
import sys
from datetime import date
from pathlib import Path

from clockify_desktop.api import requester
from clockify_desktop.api.bytes_in_flight import BytesInFlight
from clockify_desktop.api.client import Clockify
from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.errors import ClockifyError
from clockify_desktop.api.hosts import own_pair
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import FixedPeriod
from clockify_desktop.services.report_request import ReportRequest, request_report
from tests.faults.good_answers import NOW
from tests.faults.naive_client import naive_body

_KEY = "key-of-the-child"
_KIB = 1024
WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
YEARS = Period(date(2021, 11, 22), WEEK.end)


def peak_bytes() -> int:
    """Tell the most memory that this process ever had.

    By Linux's own account of this very program: what ``getrusage`` tells begins with
    the memory of the process that started it.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * _KIB


async def by_the_program(clockify: Clockify) -> str:
    """Ask as the program does."""
    try:
        await clockify.user()
    except ClockifyError as error:
        return type(error).__name__
    return "an answer"


async def by_the_control(url: str) -> str:
    """Ask as one would first."""
    body = await naive_body(url, _KEY)
    values = json.loads(body) if body.strip() else []
    return f"{len(body)} bytes, {len(values)} values"


async def by_reports(clockify: Clockify, days: Period) -> str:
    """Ask for a whole report."""
    request = ReportRequest(None, FixedPeriod(days), None)
    try:
        await request_report(clockify, request, NOW)
    except AppError as error:
        return type(error).__name__
    return "an answer"


async def main(port: int, who: str) -> None:
    """Ask twice: an honest server first, so that only the second answer counts."""
    base = f"http://127.0.0.1:{port}"
    hosts = own_pair(f"{base}/api/v1", f"{base}/report/v1")
    if who == "report without the budget":
        requester.PROGRAM = BytesInFlight(10**12)
    async with open_clockify(hosts, ApiKey(_KEY)) as clockify:
        url = f"{hosts.core_url}/user"

        async def ask(days: Period) -> str:
            if who.startswith("report"):
                return await by_reports(clockify, days)
            program = who == "program"
            return await (by_the_program(clockify) if program else by_the_control(url))

        await ask(WEEK)
        before = peak_bytes()
        came = await ask(YEARS)
    print(json.dumps({"grew_bytes": peak_bytes() - before, "came": came}))  # noqa: T201 - its answer


asyncio.run(main(int(sys.argv[1]), sys.argv[2]))
