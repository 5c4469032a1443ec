"""A report of parts that are kept is, byte for byte, the report of one question."""

import asyncio
import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.hosts import own_pair
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.needs import FactsNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.table import table_of
from clockify_desktop.sample.keys import MEMBER_KEY, OWNER_KEY
from clockify_desktop.sample.organisation import Organisation
from clockify_desktop.sample.server.app import create_app
from clockify_desktop.services import part_asking
from clockify_desktop.services.session import Session
from tests.written import csv_bytes, json_bytes

pytestmark = pytest.mark.proof
FULL = os.environ.get("PROOFS") == "full"

HOSTS = own_pair("http://127.0.0.1/api/v1", "http://127.0.0.1/report/v1")
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
FIRST, LAST = date(2026, 7, 1), date(2026, 11, 29)
GROUPS = (
    (Level.USER, Level.PROJECT, Level.DAY),
    (Level.CLIENT, Level.WEEK),
    (Level.GROUP, Level.MONTH),
)


@cache
def app() -> Any:
    # More than the 151 days that periods are chosen from.
    return create_app(Organisation.generate(NOW, days=200))


def files(report: Report) -> list[bytes]:
    written = []
    for levels in GROUPS:
        table = table_of(report, levels, people_without_time=True)
        at_once = replace(report, fetched_at=NOW)
        written += [csv_bytes(table, report.query), json_bytes(table, at_once)]
    return written


async def ask(
    key: str, place: int, week_start: int, zone: str, periods: Sequence[Period]
) -> tuple[Report, Report]:
    """Ask for the last period after the others, and in one piece."""
    async with open_clockify(
        HOSTS, ApiKey(key), asgi_app=app(), rate_a_second=10_000
    ) as clockify:
        session, other = (Session(clockify) for _ in range(2))
        every = (await session.profile()).workspaces
        # The server itself refuses long ranges of a free plan.
        workspaces = [one for one in every if one.longest_range_days is None]
        workspace = workspaces[place % len(workspaces)]
        for period in periods:
            query = ReportQuery(workspace, period, zone, week_start)
            report = await session.report(query)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(part_asking, "longest_part_days", lambda *_: 1000)
            whole = await other.report(query)
        assert len(other.answers.kept(FactsNeed)) == 1
        return report, whole


def check(
    key: str, place: int, week_start: int, zone: str, periods: Sequence[Period]
) -> None:
    report, whole = asyncio.run(ask(key, place, week_start, zone, periods))
    assert report.server_total_s == whole.server_total_s == report.facts.total_s
    assert report.billable_withheld is whole.billable_withheld is False
    assert report.everybody == whole.everybody
    assert report.every_project == whole.every_project
    assert files(report) == files(whole)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(st.dates(FIRST, LAST))
    longest = draw(st.sampled_from([1, 7, 14, 31, 90, 151]))
    days = draw(st.integers(1, longest))
    return Period(start, min(LAST, start + timedelta(days=days - 1)))


@settings(max_examples=1000 if FULL else 30)
@given(
    st.sampled_from([OWNER_KEY, OWNER_KEY, MEMBER_KEY]),
    st.integers(0, 3),
    st.integers(0, 6),
    st.sampled_from(["Europe/Berlin", "America/Los_Angeles", "Pacific/Auckland"]),
    st.lists(periods(), min_size=1, max_size=7),
)
def test_whatever_was_asked_before(
    key: str, place: int, week_start: int, zone: str, asked: list[Period]
) -> None:
    check(key, place, week_start, zone, asked)


def test_weeks_then_their_month_then_all_of_the_days() -> None:
    monday = date(2026, 11, 16)
    weeks = [
        Period(monday - timedelta(7 * number), monday - timedelta(7 * number - 6))
        for number in range(5)
    ]
    month = Period(date(2026, 10, 1), date(2026, 10, 31))
    check(OWNER_KEY, 0, 0, "Europe/Berlin", [*weeks, month, Period(FIRST, LAST)])
