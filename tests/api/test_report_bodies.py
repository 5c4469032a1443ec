import json
from datetime import date

from clockify_desktop.api.report_bodies import (
    AttendanceQuery,
    DetailedQuery,
    SummaryQuery,
    attendance_body,
    detailed_body,
    summary_body,
)
from clockify_desktop.domain.period import Period

WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
ALWAYS = {
    "dateRangeStart": "2026-11-16T00:00:00.000",
    "dateRangeEnd": "2026-11-22T23:59:59.999",
    "timeZone": "Europe/Berlin",
    "rounding": False,
    "amountShown": "EARNED",
    "exportType": "JSON",
}


def test_summary() -> None:
    query = SummaryQuery(
        period=WEEK,
        time_zone="Europe/Berlin",
        groups=("USER", "PROJECT", "DATE"),
        billable=True,
        week_start="SUNDAY",
    )
    assert json.loads(summary_body(query)) == {
        **ALWAYS,
        "billable": True,
        "weekStart": "SUNDAY",
        "summaryFilter": {
            "groups": ["USER", "PROJECT", "DATE"],
            "sortColumn": "GROUP",
        },
    }


def test_detailed() -> None:
    query = DetailedQuery(
        period=WEEK,
        time_zone="Europe/Berlin",
        description="x",
        without_description=False,
        billable=False,
        page_size=7,
    )
    assert json.loads(detailed_body(query, 3)) == {
        **ALWAYS,
        "billable": False,
        "description": "x",
        "withoutDescription": False,
        "sortOrder": "ASCENDING",
        "detailedFilter": {
            "page": 3,
            "pageSize": 7,
            "sortColumn": "ID",
            "options": {"totals": "CALCULATE"},
        },
    }


def test_people_and_projects_are_never_narrowed_by_the_server() -> None:
    query = SummaryQuery(period=WEEK, time_zone="UTC", groups=("USER",))
    body = json.loads(summary_body(query))
    assert not {"users", "userGroups", "projects", "clients", "archived"} & set(body)


def test_attendance() -> None:
    query = AttendanceQuery(period=WEEK, time_zone="Europe/Berlin", page_size=7)
    assert json.loads(attendance_body(query, 2)) == {
        **ALWAYS,
        "sortOrder": "ASCENDING",
        "attendanceFilter": {"page": 2, "pageSize": 7, "sortColumn": "USER"},
    }
