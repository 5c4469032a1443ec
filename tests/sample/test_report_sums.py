"""Reports against a slow path over the entries themselves."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clockify_desktop.sample.entries import RUNNING

GROUPS = st.lists(
    st.sampled_from(
        [
            "USER",
            "PROJECT",
            "CLIENT",
            "TASK",
            "TAG",
            "DATE",
            "WEEK",
            "MONTH",
            "TIMEENTRY",
        ]
    ),
    min_size=1,
    max_size=3,
    unique=True,
)
ZONES = st.sampled_from(
    [
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kolkata",
        "Australia/Sydney",
        "Pacific/Kiritimati",
        "UTC",
    ]
)
DAYS = st.dates(datetime(2025, 11, 1).date(), datetime(2026, 11, 25).date())  # noqa: DTZ001 - days of a calendar


def body_of(zone: str, first: Any, last: Any, **more: Any) -> dict[str, Any]:
    return {
        "dateRangeStart": f"{first}T00:00:00.000Z",
        "dateRangeEnd": f"{last}T23:59:59.999Z",
        "timeZone": zone,
        **more,
    }


def leaves(found: list[Any], above: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Flatten a summary: the ids down to each leaf, and the leaf."""
    rows: list[tuple[Any, ...]] = []
    for node in found:
        ids = (*above, node["_id"])
        below = node.get("children")
        rows += [(ids, node)] if below is None else leaves(below, ids)
    return rows


def inside(asking: Any, zone: str, first: Any, last: Any) -> list[tuple[Any, ...]]:
    """List (user id, project id, day, seconds, billable) the slow way."""
    space, there = asking.organisation.workspaces[0], ZoneInfo(zone)
    rows = []
    entries = space.entries
    columns = (
        entries.start_s,
        entries.end_s,
        entries.user,
        entries.project,
        entries.billable,
    )
    for start, end, user, project, billable in zip(
        *(column.tolist() for column in columns), strict=True
    ):
        day = datetime.fromtimestamp(start, there).date()
        if first <= day <= last and end != RUNNING:
            identity = space.project_ids[project] if project >= 0 else ""
            person = space.people[user].id
            rows.append((person, identity, day.isoformat(), end - start, billable))
    return rows


def test_a_summary_is_the_sum_of_its_entries(asking: Any) -> None:
    @settings(max_examples=30)
    @given(ZONES, DAYS, st.integers(0, 40))
    def check(zone: str, first: Any, length: int) -> None:
        last = first + timedelta(days=length)
        slow = inside(asking, zone, first, last)
        groups = ["USER", "PROJECT", "DATE"]
        body = body_of(zone, first, last, summaryFilter={"groups": groups})
        reply = asking.report("summary", body).json()
        expected: Counter[Any] = Counter()
        for person, project, day, seconds, _ in slow:
            expected[person, project, day] += seconds
        found = {ids: node["duration"] for ids, node in leaves(reply["groupOne"])}
        assert found == dict(expected)
        if not slow:
            assert reply["totals"] == []
            return
        (total,) = reply["totals"]
        assert total["totalTime"] == sum(row[3] for row in slow)
        assert total["totalBillableTime"] == sum(row[3] for row in slow if row[4])
        assert total["entriesCount"] == len(slow)

    check()


def test_parts_add_up_at_every_depth(asking: Any) -> None:
    @settings(max_examples=30)
    @given(GROUPS, ZONES)
    def check(groups: list[str], zone: str) -> None:
        reply = asking.summary(*groups, timeZone=zone)

        def add_up(node: Any) -> None:
            if "children" in node:
                below = node["children"]
                assert sum(child["duration"] for child in below) == node["duration"]
                money = sum(child["amount"] for child in below)
                assert money == pytest.approx(node["amount"], abs=1e-3)
                for child in below:
                    add_up(child)

        (total,) = reply["totals"]
        tops = reply["groupOne"]
        add_up(
            {
                "children": tops,
                "duration": total["totalTime"],
                "amount": total["totalAmount"],
            }
        )
        by_currency = sum(total["totalAmountByCurrency"].values())
        assert by_currency == pytest.approx(total["totalAmount"])

    check()


def test_a_detailed_report_has_the_same_entries(asking: Any) -> None:
    rows: list[Any] = []
    for page in range(1, 6):
        body = asking.week(detailedFilter={"page": page, "pageSize": 100})
        reply = asking.report("detailed", body).json()
        rows += reply["timeentries"]
    (total,) = reply["totals"]
    assert len(rows) == len({row["_id"] for row in rows}) == total["entriesCount"]
    assert sum(row["timeInterval"]["duration"] for row in rows) == total["totalTime"]
    assert total == asking.summary("USER")["totals"][0]
    starts = [datetime.fromisoformat(row["timeInterval"]["start"]) for row in rows]
    assert starts == sorted(starts, reverse=True)
    assert {start.utcoffset() for start in starts} == {timedelta(hours=1)}
    for row in rows:
        interval = row["timeInterval"]
        length = datetime.fromisoformat(interval["end"]) - datetime.fromisoformat(
            interval["start"]
        )
        assert length == timedelta(seconds=interval["duration"])
        earned = interval["duration"] * row["rate"] / 3600
        assert row["amount"] == pytest.approx(earned, abs=1e-4)
        assert bool(row["rate"]) == row["billable"]
