import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clockify_desktop.api.wire.time_entries import NewTimeEntry
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.identity import (
    ProjectId,
    TagId,
    TaskId,
    UserId,
    WorkspaceId,
)

W = WorkspaceId("w1")
U = UserId("u1")
EAST = timezone(timedelta(hours=13))


def utc(instant: datetime) -> str:
    return f"{instant.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


class Converting:
    """A Clockify that reads the range by the profile's wall clock, Z or not."""

    def __init__(self, starts: list[datetime], zone: ZoneInfo, fold: int) -> None:
        self.starts, self.zone, self.fold = starts, zone, fold

    def __call__(self, request: httpx.Request) -> httpx.Response:
        first, last = (self._read(request.url.params[n]) for n in ("start", "end"))
        rows = [
            {"id": f"e{number}", "timeInterval": {"start": utc(start), "end": None}}
            for number, start in enumerate(self.starts)
            if first <= start <= last
        ]
        return httpx.Response(200, json=rows, headers={"Last-Page": "true"})

    def _read(self, text: str) -> datetime:
        naive = datetime.fromisoformat(text.removesuffix("Z"))
        return naive.replace(tzinfo=self.zone, fold=self.fold).astimezone(UTC)


def around(middle: datetime) -> list[datetime]:
    return [middle + timedelta(minutes=30 * step) for step in range(-12, 13)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.sampled_from(
        [
            ("Pacific/Tongatapu", datetime(2026, 11, 16, 11, tzinfo=UTC)),
            ("Europe/Berlin", datetime(2026, 10, 25, 1, tzinfo=UTC)),
            ("Europe/Berlin", datetime(2026, 3, 29, 1, tzinfo=UTC)),
            ("America/New_York", datetime(2026, 11, 1, 6, tzinfo=UTC)),
            ("Australia/Lord_Howe", datetime(2026, 4, 4, 15, tzinfo=UTC)),
            ("Pacific/Auckland", datetime(2026, 4, 4, 14, tzinfo=UTC)),
        ]
    ),
    st.integers(0, 24),
    st.integers(0, 24),
    st.integers(0, 1),
)
def test_exactly_what_starts_within(
    call_with: Any, case: tuple[str, datetime], one: int, other: int, fold: int
) -> None:
    zone, starts = ZoneInfo(case[0]), around(case[1])
    start, end = starts[min(one, other)], starts[max(one, other)]
    entries, _ = call_with(
        Converting(starts, zone, fold),
        lambda c: c.time_entries(W, U, start=start, end=end, profile_zone=zone),
    )
    found = [entry.time_interval.start for entry in entries]
    assert found == [each for each in starts if start <= each < end]


def test_all_filters(call_with: Any) -> None:
    _, seen = call_with(
        lambda _request: httpx.Response(200, json=[]),
        lambda c: c.time_entries(
            W,
            U,
            start=datetime(2026, 11, 16, tzinfo=EAST),
            end=datetime(2026, 11, 17, tzinfo=EAST),
            profile_zone=ZoneInfo("Pacific/Tongatapu"),
            project=ProjectId("p"),
            task=TaskId("t"),
            tags=[TagId("g1"), TagId("g2")],
            description="x",
            in_progress=False,
            hydrated=True,
        ),
    )
    assert seen[0].url.path == "/api/v1/workspaces/w1/user/u1/time-entries"
    assert list(seen[0].url.params.multi_items())[:9] == [
        ("start", "2026-11-16T00:00:00Z"),
        ("end", "2026-11-17T00:00:01Z"),
        ("project", "p"),
        ("task", "t"),
        ("tags", "g1"),
        ("tags", "g2"),
        ("description", "x"),
        ("in-progress", "false"),
        ("hydrated", "true"),
    ]


def test_recorded_entries(recorded: Any, call_with: Any) -> None:
    sent = recorded("GET_TIME_ENTRIES")
    entries, seen = call_with(
        lambda _request: httpx.Response(200, json=sent),
        lambda c: c.time_entries_in_progress(W),
    )
    assert [one.id for one in entries] == [one["id"] for one in sent]
    assert entries[0].time_interval.duration == "PT30M"
    assert seen[0].url.path == "/api/v1/workspaces/w1/time-entries/status/in-progress"
    plain = recorded("PROJECT_hydrated_and_plain", "time_entry_plain")
    entries, _ = call_with(
        lambda _request: httpx.Response(200, json=[plain]),
        lambda c: c.time_entries_in_progress(W),
    )
    assert entries[0].hourly_rate.amount == 4500


def test_a_new_entry(call_with: Any) -> None:
    sent = {"id": "e1", "timeInterval": {"start": "2026-11-16T08:00:00Z", "end": None}}
    entry, seen = call_with(
        lambda _request: httpx.Response(201, json=sent),
        lambda c: c.add_time_entry(
            W,
            NewTimeEntry(
                start=datetime(2026, 11, 16, 21, tzinfo=EAST),
                end=datetime(2026, 11, 16, 22, 30, tzinfo=EAST),
                description="Ünï",
                project_id=ProjectId("p1"),
                tag_ids=(TagId("t"),),
                billable=False,
            ),
        ),
    )
    assert entry.id == "e1"
    assert (seen[0].method, seen[0].url.path) == (
        "POST",
        "/api/v1/workspaces/w1/time-entries",
    )
    assert seen[0].headers["content-type"] == "application/json"
    assert json.loads(seen[0].content) == {
        "start": "2026-11-16T08:00:00Z",
        "end": "2026-11-16T09:30:00Z",
        "description": "Ünï",
        "projectId": "p1",
        "tagIds": ["t"],
        "billable": False,
    }


def test_a_new_entry_that_runs_on(call_with: Any) -> None:
    sent = {"id": "e1", "timeInterval": {"start": "2026-11-16T08:00:00Z"}}
    start = datetime(2026, 11, 16, 8, tzinfo=UTC)
    _, seen = call_with(
        lambda _request: httpx.Response(201, json=sent),
        lambda c: c.add_time_entry(W, NewTimeEntry(start=start)),
    )
    assert json.loads(seen[0].content) == {"start": "2026-11-16T08:00:00Z"}


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (datetime(2026, 1, 1), None),  # noqa: DTZ001 - the case
        (datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 2)),  # noqa: DTZ001 - the case
        (datetime(2026, 1, 2, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)),
    ],
)
def test_a_new_entry_that_cannot_be(
    call_with: Any, start: datetime, end: datetime | None
) -> None:
    def never(_request: httpx.Request) -> httpx.Response:
        raise AssertionError

    with pytest.raises(UsageError):
        call_with(
            never, lambda c: c.add_time_entry(W, NewTimeEntry(start=start, end=end))
        )
