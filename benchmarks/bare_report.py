"""The floor for the command line: asks what the report asks, and prints it.

It imports what nobody can do without (httpx, msgspec, numpy), asks one question after
another, adds up with a dictionary and knows no error, no limit and no option.
"""

import asyncio
import csv
import os
import sys
from collections import defaultdict

import httpx
import msgspec
import numpy as np

WEEK = {
    "dateRangeStart": "2026-11-16T00:00:00.000",
    "dateRangeEnd": "2026-11-22T23:59:59.999",
    "timeZone": "Europe/Berlin",
    "exportType": "JSON",
    "amountShown": "EARNED",
    "summaryFilter": {"groups": ["USER", "PROJECT", "DATE"]},
}


async def main() -> None:
    """Ask ten questions and print one table."""
    core = os.environ["CLOCKIFY_API_URL"]
    reports = os.environ["CLOCKIFY_REPORTS_URL"]
    headers = {"X-Api-Key": os.environ["CLOCKIFY_API_KEY"]}
    decode = msgspec.json.decode
    async with httpx.AsyncClient(headers=headers, verify=False) as client:  # noqa: S501 - loopback; loading certificates would make the floor higher
        profile, _ = await asyncio.gather(
            client.get(f"{core}/user"), client.get(f"{core}/workspaces")
        )
        workspace = decode(profile.content)["activeWorkspace"]
        lists = ("users?memberships=WORKSPACE&status=ALL", "projects", "clients")
        roles = ("roles=OWNER&roles=WORKSPACE_ADMIN", "roles=TEAM_MANAGER")
        await asyncio.gather(
            *(
                client.get(f"{core}/workspaces/{workspace}/{one}")
                for one in (*lists, "user-groups")
            ),
            *(client.get(f"{core}/workspaces?{one}") for one in roles),
        )
        url = f"{reports}/workspaces/{workspace}/reports/summary"
        everything, _ = await asyncio.gather(
            client.post(url, json=WEEK),
            client.post(url, json={**WEEK, "billable": True}),
        )
    sums: dict[tuple[str, str], np.int64] = defaultdict(np.int64)
    for user in decode(everything.content)["groupOne"]:
        for project in user["children"]:
            for day in project["children"]:
                sums[user["_id"], project["_id"] or ""] += day["duration"]
    writer = csv.writer(sys.stdout)
    writer.writerow(["user_id", "project_id", "duration_seconds"])
    writer.writerows([*key, value] for key, value in sorted(sums.items()))


if __name__ == "__main__":
    asyncio.run(main())
