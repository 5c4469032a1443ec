"""The client that one would write first: the control of every fault.

It follows redirects, waits for as long as bytes come, reads all that is sent, and
takes JSON for what it was promised.
"""

import json
from typing import Any

import httpx

from clockify_desktop.api.hosts import Hosts


async def naive_total_s(hosts: Hosts, key: str) -> int:
    """Ask for a summary and add up its days.

    Args:
        hosts: Whom to ask.
        key: Goes into the headers of every request.

    Returns:
        Seconds.
    """
    async with httpx.AsyncClient(
        headers={"X-Api-Key": key}, follow_redirects=True, trust_env=False
    ) as http:
        path = "/workspaces/w1/reports/summary"
        response = await http.post(hosts.reports_url + path, json={})
        return total_s(json.loads(response.text))


def total_s(sent: Any) -> int:
    """Add up the days of a summary as one who trusts it.

    Args:
        sent: The JSON.
    """
    return sum(
        day["duration"]
        for person in sent["groupOne"]
        for project in person["children"]
        for day in project["children"]
    )


async def naive_body(url: str, key: str) -> bytes:
    """Read whatever is sent, however much it is.

    Args:
        url: Where.
        key: Goes into the headers.

    Returns:
        The inflated body.
    """
    async with httpx.AsyncClient(trust_env=False, timeout=None) as http:  # noqa: S113 - without limits, that is the point
        response = await http.get(url, headers={"X-Api-Key": key})
        return response.content
