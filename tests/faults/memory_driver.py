"""A client in a process of its own: how much its memory grows by one answer.

Prints JSON: by how many bytes the peak grew, and what came.
"""

import asyncio
import json
import sys
from pathlib import Path

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.errors import ClockifyError
from clockify_desktop.api.hosts import own_pair
from tests.faults.naive_client import naive_body

_KEY = "key-of-the-child"
_KIB = 1024


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


async def main(port: int, who: str) -> None:
    """Ask twice: an honest server first, so that only the second answer counts."""
    base = f"http://127.0.0.1:{port}"
    hosts = own_pair(f"{base}/api/v1", f"{base}/report/v1")
    async with open_clockify(hosts, ApiKey(_KEY)) as clockify:
        url = f"{hosts.core_url}/user"
        program = who == "program"
        await (by_the_program(clockify) if program else by_the_control(url))
        before = peak_bytes()
        came = await (by_the_program(clockify) if program else by_the_control(url))
    print(json.dumps({"grew_bytes": peak_bytes() - before, "came": came}))  # noqa: T201 - its answer


asyncio.run(main(int(sys.argv[1]), sys.argv[2]))
