"""The sample server as a process of its own, and real clients that read from it."""

import asyncio
import importlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from clockify import ClockifyClient
from clockify.models.reports import (
    DetailedReportRequest,
    SummaryReportRequest,
)

from clockify_desktop.sample.serving import listen

WEEK = {
    "dateRangeStart": "2026-11-16T00:00:00.000Z",
    "dateRangeEnd": "2026-11-22T23:59:59.999Z",
    "timeZone": "Europe/Berlin",
}
PROGRAM = [sys.executable, "-m", "clockify_desktop", "sample-server"]


@dataclass(frozen=True)
class Running:
    process: subprocess.Popen[str]
    said: dict[str, Any]

    @property
    def core(self) -> str:
        return str(self.said["CLOCKIFY_API_URL"])

    @property
    def reports(self) -> str:
        return str(self.said["CLOCKIFY_REPORTS_URL"])

    @property
    def headers(self) -> dict[str, str]:
        return {"X-Api-Key": str(self.said["CLOCKIFY_API_KEY"])}

    def end(self, with_signal: signal.Signals) -> tuple[int, str, str]:
        self.process.send_signal(with_signal)
        rest, logs = self.process.communicate(timeout=20)
        return self.process.returncode, rest, logs


def start(*arguments: str) -> Running:
    process = subprocess.Popen(
        [*PROGRAM, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONWARNINGS": "error"},
    )
    assert process.stdout is not None
    return Running(process, json.loads(process.stdout.readline()))


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    running = start("--port", "0", "--now", "2026-11-24T09:14:00+01:00")
    yield running
    assert running.end(signal.SIGTERM)[0] == 0


def test_one_line_says_where_and_with_which_keys(server: Running) -> None:
    keys = server.said["keys"]
    assert sorted(server.said) == [
        "CLOCKIFY_API_KEY",
        "CLOCKIFY_API_URL",
        "CLOCKIFY_REPORTS_URL",
        "keys",
    ]
    assert sorted(keys) == ["manager", "member", "owner"]
    assert keys["owner"] == server.said["CLOCKIFY_API_KEY"]
    assert {len(key) for key in keys.values()} == {48}
    assert server.core.startswith("http://127.0.0.1:")
    assert server.core.endswith("/api/v1")
    assert server.reports == server.core.replace("/api/v1", "/report/v1")
    names = []
    for key in keys.values():
        me = httpx.get(server.core + "/user", headers={"X-Api-Key": key})
        names.append(me.json()["name"])
    assert len(set(names)) == 3


def test_shapes_over_a_socket(
    server: Running, unlike_recorded: Callable[..., list[str]]
) -> None:
    with httpx.Client(headers=server.headers) as client:
        spaces = client.get(server.core + "/workspaces")
        assert spaces.headers["Content-Type"] == "application/json"
        assert unlike_recorded("GET_WORKSPACES", spaces.json()) == []
        space = f"/workspaces/{spaces.json()[0]['id']}"
        users = client.get(f"{server.core}{space}/users?memberships=ALL").json()
        known = [user for user in users if user["settings"]]
        assert unlike_recorded("GET_USERS", known, {"hourlyRate"}) == []
        projects = client.get(f"{server.core}{space}/projects").json()
        assert unlike_recorded("GET_PROJECTS", projects) == []
        body = {
            **WEEK,
            "amountShown": "HIDE_AMOUNT",
            "summaryFilter": {"groups": ["DATE", "USER", "TIMEENTRY"]},
        }
        url = f"{server.reports}{space}/reports/summary"
        report = client.post(url, json=body)
        assert unlike_recorded("REPORT_SUMMARY_hidden_amounts", report.json()) == []


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_with_0(ending: signal.Signals) -> None:
    running = start("--port", "0", "--users", "1", "--projects", "1", "--days", "1")
    assert httpx.get(running.core + "/user", headers=running.headers).status_code == 200
    status, rest, logs = running.end(ending)
    assert (status, rest) == (0, "")
    assert "Traceback" not in logs


def test_a_reply_can_be_held_back() -> None:
    running = start("--port", "0", "--users", "2", "--days", "3", "--latency-ms", "80")
    with httpx.Client(headers=running.headers) as client:
        for _ in range(2):
            assert client.get(running.core + "/user").elapsed.total_seconds() >= 0.08
    assert running.end(signal.SIGTERM)[0] == 0


def test_a_port_that_is_taken_is_an_error() -> None:
    with listen(0) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [*PROGRAM, "--port", port],
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"error: Port {port} is not free")
    assert done.stderr.count("\n") == 1


def test_a_socket_listens_before_anybody_is_told() -> None:
    with listen(0) as taken:
        address = taken.getsockname()
        assert address[0] == "127.0.0.1"
        with socket.create_connection(address, timeout=5):
            pass


# It configures its models in a way that pydantic is about to give up.
@pytest.mark.filterwarnings("ignore::pydantic.PydanticDeprecatedSince20")
def test_the_client_of_clockify_sdk_reads_it(
    server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = importlib.import_module("clockify_sdk.config").Config
    monkeypatch.setattr(config, "BASE_URL", server.core)
    monkeypatch.setattr(config, "REPORTS_URL", server.reports)
    made = importlib.import_module("clockify_sdk.client").Clockify
    with made(api_key=server.headers["X-Api-Key"]) as client:
        users, projects = client.users.get_all(), client.projects.get_all()
        assert (len(users), len(projects)) == (24, 14)
        assert len(client.clients.get_all()) == 5
        assert len(client.projects.get_tasks(projects[0]["id"])) == 3
        assert client.time_entries.get_by_user_id(client.user_id)
        first = datetime(2026, 11, 16, tzinfo=UTC)
        last = datetime(2026, 11, 22, 23, 59, 59, tzinfo=UTC)
        summary = client.reports.get_summary(
            first, last, group_by=["USER", "PROJECT", "DATE"]
        )
        assert len(summary["groupOne"]) == 22
        detailed = client.reports.get_detailed(first, last, page_size=1000)
        total = summary["totals"][0]
        assert len(detailed["timeentries"]) == total["entriesCount"]
        durations = [
            entry["timeInterval"]["duration"] for entry in detailed["timeentries"]
        ]
        assert sum(durations) == total["totalTime"]


class _Rewriting(httpx.AsyncHTTPTransport):
    """Takes what is meant for Clockify's hosts to the sample server."""

    def __init__(self, server: Running) -> None:
        super().__init__()
        self._core, self._reports = httpx.URL(server.core), httpx.URL(server.reports)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        reports = request.url.host.startswith("reports.")
        base = self._reports if reports else self._core
        rest = request.url.raw_path.decode().split("/v1/", 1)[1]
        request.url = base.copy_with(raw_path=f"{base.path}/{rest}".encode())
        request.headers["Host"] = f"{base.host}:{base.port}"
        return await super().handle_async_request(request)


def test_the_client_of_clockify_python_115_reads_it(server: Running) -> None:
    async def read() -> None:
        async with httpx.AsyncClient(transport=_Rewriting(server)) as http:
            key = server.headers["X-Api-Key"]
            spaces = await ClockifyClient(
                api_key=key, http_client=http
            ).workspaces.list()
            space = spaces[0].id
            assert space is not None
            client = ClockifyClient(api_key=key, workspace_id=space, http_client=http)
            me = await client.users.me()
            assert me.name == "Amara Okafor"
            # It does not know that an open invitation has no name [live].
            users = await client.users.list(page_size=500, status="ACTIVE")
            projects = await client.projects.list(page_size=500)
            clients = await client.clients.list()
            assert [len(users), len(projects), len(clients)] == [22, 14, 5]
            summary = await client.reports.summary(
                SummaryReportRequest.model_validate(
                    {**WEEK, "summaryFilter": {"groups": ["USER", "PROJECT"]}}
                )
            )
            detailed = await client.reports.detailed(
                DetailedReportRequest.model_validate(
                    {**WEEK, "detailedFilter": {"page": 1, "pageSize": 1000}}
                )
            )
            times = [
                report.totals[0].total_time
                for report in (summary, detailed)
                if report.totals and report.totals[0]
            ]
            assert len(times) == 2
            assert len(set(times)) == 1

    asyncio.run(read())
