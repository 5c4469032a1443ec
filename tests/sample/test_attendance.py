"""The attendance report: everybody on every day, with or without time."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

Compare = Callable[..., list[str]]
DAY_S = 8 * 3600


def attendance(asking: Any, **more: Any) -> list[dict[str, Any]]:
    part = {"page": 1, "pageSize": 1000}
    reply = asking.report("attendance", asking.week(attendanceFilter=part, **more))
    rows: list[dict[str, Any]] = reply.json()["entities"]
    return rows


def of(rows: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return [row for row in rows if row["userName"] == name]


def test_it_is_as_recorded(asking: Any, unlike_recorded: Compare) -> None:
    rows = attendance(asking)
    nullable = {"capacity", "zonedStart", "zonedEnd"}
    assert unlike_recorded("REPORT_ATTENDANCE", {"entities": rows}, nullable) == []


def test_it_adds_up_to_the_detailed_report(asking: Any) -> None:
    rows = attendance(asking)
    total = asking.summary("USER")["totals"][0]["totalTime"]
    assert sum(row["totalDuration"] + row["break"] for row in rows) == total
    days = {row["date"] for row in rows}
    assert len(days) == 7
    assert len(rows) == 7 * len({row["userId"] for row in rows})
    priya = of(rows, "Priya Raman")
    assert [row["totalDuration"] for row in priya] == [0] * 7
    assert {row["capacity"] for row in priya} == {None}
    assert {row["zonedStart"] for row in priya} == {None}
    elif_ = of(rows, "Elif Y\u0131lmaz")
    assert [row["capacity"] for row in elif_] == [DAY_S] * 3 + [0] * 4
    assert elif_[0]["date"] == "2026-11-16T00:00:00.000Z"
    assert elif_[0]["zonedStart"].startswith("2026-11-16T0")


def test_somebody_works_a_day_less_since_some_weeks(asking: Any) -> None:
    monday = date(2026, 9, 28)
    weeks = [
        {
            "dateRangeStart": f"{start}T00:00:00.000Z",
            "dateRangeEnd": f"{start + timedelta(days=6)}T23:59:59.999Z",
        }
        for start in (monday, monday + timedelta(days=7))
    ]
    before, since = (of(attendance(asking, **week), "Jonas Weber") for week in weeks)
    assert [row["capacity"] for row in before] == [DAY_S] * 5 + [0, 0]
    assert [row["capacity"] for row in since] == [DAY_S] * 4 + [0, 0, 0]
    assert before[4]["totalDuration"] > 0
    assert since[4]["totalDuration"] == 0


def test_pages(asking: Any) -> None:
    every = attendance(asking)
    found = []
    for page in (1, 2, 3):
        part = {"page": page, "pageSize": 70}
        reply = asking.report("attendance", asking.week(attendanceFilter=part)).json()
        found += reply["entities"]
    assert found == every[:210]


def test_a_member_sees_themselves_alone(asking: Any) -> None:
    assert len({row["userId"] for row in attendance(asking.member)}) == 1


def test_the_free_plan_does_not_hold_it(asking: Any) -> None:
    reply = asking.report("attendance", asking.week(), 1)
    assert reply.status_code == 402
    assert "plan" in reply.json()["message"]


def test_a_week_without_time(asking: Any) -> None:
    week = {
        "dateRangeStart": "2020-01-06T00:00:00Z",
        "dateRangeEnd": "2020-01-12T23:59:59.999Z",
    }
    rows = attendance(asking, **week)
    assert {row["totalDuration"] for row in rows} == {0}
