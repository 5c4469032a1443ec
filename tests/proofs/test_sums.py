"""From entries to files: every sum agrees to the second, whatever the clocks do.

The entries go into the sample server, come back as summary replies, become facts,
projections and a CSV. Beside it a slow path walks the entries themselves in plain
Python. Both must say the same for any entries, in 24 time zones, in every week in
which their clocks change.
"""

import asyncio
import csv
import io
import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.hosts import own_pair
from clockify_desktop.domain.amount_check import AmountCheck
from clockify_desktop.domain.calendar import first_day_of_week
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import FixedPeriod
from clockify_desktop.domain.projection import matrix_of
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.table import table_of
from clockify_desktop.sample.entries import TYPES, Entry, as_columns
from clockify_desktop.sample.keys import OWNER_KEY
from clockify_desktop.sample.organisation import Organisation
from clockify_desktop.sample.server.app import create_app
from clockify_desktop.services.report_request import ReportRequest, request_report
from tests.written import csv_bytes

pytestmark = pytest.mark.proof
FULL = os.environ.get("PROOFS") == "full"

HOSTS = own_pair("http://127.0.0.1/api/v1", "http://127.0.0.1/report/v1")
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
ZONES = (
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Havana",
    "America/Los_Angeles",
    "America/New_York",
    "America/Santiago",
    "America/Sao_Paulo",
    "America/St_Johns",
    "Asia/Beirut",
    "Asia/Jerusalem",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Tehran",
    "Asia/Tokyo",
    "Atlantic/Azores",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Europe/Berlin",
    "Europe/Dublin",
    "Europe/London",
    "Pacific/Apia",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "UTC",
)
FIRST_YEAR, LAST_YEAR = 2024, 2027
PEOPLE, PROJECTS = 6, 5


@dataclass(frozen=True)
class Worked:
    """An entry in the making: where it starts in the week, how long it takes."""

    user: int
    project: int
    start_s: int
    duration_s: int
    billable: bool
    kind: int = 0


@cache
def weeks_with_a_change(zone_name: str) -> tuple[date, ...]:
    """Find the Mondays of all weeks in which the clocks of a zone change."""
    zone = ZoneInfo(zone_name)
    day = date(FIRST_YEAR, 1, 1)
    found = []
    while day.year <= LAST_YEAR:
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=zone)
        if noon.utcoffset() != (noon - timedelta(days=1)).utcoffset():
            found.append(day - timedelta(days=day.weekday()))
        day += timedelta(days=1)
    return tuple(dict.fromkeys(found)) or (date(2026, 11, 16),)


@cache
def organisation() -> Organisation:
    return Organisation.generate(NOW, users=PEOPLE, projects=PROJECTS, days=7)


async def ask(zone: str, period: Period, *levels: Level) -> Report:
    async with open_clockify(
        HOSTS,
        ApiKey(OWNER_KEY),
        asgi_app=create_app(organisation()),
        rate_a_second=10_000,
    ) as clockify:
        request = ReportRequest(None, FixedPeriod(period), zone, levels=levels)
        return (await request_report(clockify, request, NOW))[0]


def check(zone_name: str, period: Period, worked: Sequence[Worked]) -> None:
    """Send entries the long way round and compare with the slow one."""
    zone = ZoneInfo(zone_name)
    workspace = organisation().workspaces[0]
    workspace.entries = as_columns(
        [
            Entry(
                one.start_s,
                one.start_s + one.duration_s,
                one.user,
                one.project,
                billable=one.billable,
                serial=serial,
                kind=one.kind,
            )
            for serial, one in enumerate(worked)
        ]
    ).sorted()
    report = asyncio.run(ask(zone_name, period))
    entries = asyncio.run(ask(zone_name, period, Level.TASK, Level.DAY, Level.TAGS))

    slow: dict[tuple[str, str, date], int] = defaultdict(int)
    billable_s = 0
    for one in worked:
        day = datetime.fromtimestamp(one.start_s, UTC).astimezone(zone).date()
        if day in period:
            project = workspace.project_ids[one.project] if one.project >= 0 else ""
            slow[workspace.people[one.user].id, project, day] += one.duration_s
            billable_s += one.duration_s * one.billable
    total_s = sum(slow.values())
    # Clockify's own sums of money, by currency, are those of the rows.
    assert report.amounts == entries.amounts == AmountCheck()

    facts = report.facts
    assert facts.total_s == report.server_total_s == total_s
    assert facts.billable_seconds is not None
    assert int(facts.billable_seconds.sum()) == billable_s
    for of_level, rows, columns, key in (
        (report, Level.USER, Level.PROJECT, lambda u, p, _: (u, p)),
        (report, Level.USER, Level.DAY, lambda u, _, d: (u, d.isoformat())),
        (entries, Level.USER, Level.DAY, lambda u, _, d: (u, d.isoformat())),
        (
            report,
            Level.WEEK,
            Level.MONTH,
            lambda _u, _p, d: (first_day_of_week(d, 0).isoformat(), f"{d:%Y-%m}"),
        ),
    ):
        sums: dict[tuple[str, str], int] = defaultdict(int)
        for fact, seconds in slow.items():
            sums[key(*fact)] += seconds
        matrix = matrix_of(of_level, rows, columns)
        for place, label in enumerate(matrix.rows):
            for across, column in enumerate(matrix.columns):
                assert matrix.seconds[place, across] == sums[label.key, column.key]
        assert matrix.total_s == total_s
    for level in Level:
        told = report.facts.has_column(level.column)
        if not told and not entries.facts.has_column(level.column):
            continue
        of_level = report if told else entries
        table = table_of(of_level, [level], people_without_time=True)
        written = csv_bytes(table, report.query).decode()
        lines = list(csv.DictReader(io.StringIO(written, newline="")))
        assert sum(int(line["duration_seconds"]) for line in lines) == total_s
        assert sum(int(line["billable_seconds"]) for line in lines) == billable_s


@st.composite
def weeks(draw: st.DrawFn) -> tuple[str, Period, list[Worked]]:
    zone = draw(st.sampled_from(ZONES))
    monday = draw(st.sampled_from(weeks_with_a_change(zone)))
    days = draw(st.sampled_from([1, 7, 14, 40]))
    period = Period(monday, monday + timedelta(days=days - 1))
    midnight = datetime(monday.year, monday.month, monday.day, tzinfo=ZoneInfo(zone))
    first_s = int(midnight.timestamp()) - 2 * 86_400
    entry = st.builds(
        Worked,
        user=st.integers(0, PEOPLE - 1),
        project=st.integers(-1, PROJECTS - 1),
        start_s=st.integers(first_s, first_s + (days + 4) * 86_400),
        duration_s=st.integers(0, 30 * 3600),
        billable=st.booleans(),
        kind=st.integers(0, len(TYPES) - 1),
    )
    return zone, period, draw(st.lists(entry, max_size=30))


@settings(max_examples=20_000 if FULL else 200)
@given(weeks())
def test_any_entries(week: tuple[str, Period, list[Worked]]) -> None:
    check(*week)


@pytest.mark.parametrize("zone", ZONES)
def test_every_week_in_which_the_clocks_change(zone: str) -> None:
    for monday in weeks_with_a_change(zone):
        midnight = datetime(
            monday.year, monday.month, monday.day, tzinfo=ZoneInfo(zone)
        )
        first_s = int(midnight.timestamp()) - 86_400
        # Every half an hour of nine days, the hours that come twice or not at all
        # among them; each lasts a number of seconds that no other has.
        worked = [
            Worked(
                step % PEOPLE,
                step % PROJECTS,
                first_s + step * 1800,
                60 + step,
                billable=step % 3 > 0,
            )
            for step in range(9 * 48)
        ]
        check(zone, Period(monday, monday + timedelta(days=6)), worked)
