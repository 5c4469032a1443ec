import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime

from clockify_desktop.api.detailed_pages import DetailedReport
from clockify_desktop.api.report_bodies import DetailedQuery
from clockify_desktop.api.wire.reports import (
    DetailedEntry,
    ReportInterval,
    Totals,
)
from clockify_desktop.domain.directory import Directory, Workspace
from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.identity import TimeEntryId, UserId, WorkspaceId
from clockify_desktop.domain.needs import EntriesNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.services.entries_loading import load_entries

WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
NEED = EntriesNeed(Workspace(WorkspaceId("w"), "Acme"), WEEK, "Europe/Berlin", 6)


class Clockify:
    """Has one entry of a minute on each day."""

    def __init__(self) -> None:
        self.asked: list[DetailedQuery] = []

    async def detailed_report(
        self, workspace: WorkspaceId, query: DetailedQuery
    ) -> DetailedReport:
        assert workspace == "w"
        self.asked.append(query)
        await asyncio.sleep(0)
        entries = [
            DetailedEntry(
                id=TimeEntryId(day.isoformat()),
                time_interval=ReportInterval(
                    datetime(day.year, day.month, day.day, 9, tzinfo=UTC), None, 60
                ),
                user_id=UserId("u"),
            )
            for day in query.period
        ]
        return DetailedReport(entries, Totals(total_time=60 * len(entries)))


class Loading:
    """Loads as a session does, each part by itself."""

    def __init__(self) -> None:
        self.clockify = Clockify()
        self.at_once = self.most_at_once = 0

    async def load(self, need: EntriesNeed) -> EntryReport:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        found = await load_entries(
            self.clockify,  # type: ignore[arg-type]  # all that is asked of it
            need,
            Directory(),
            self.load,
        )
        self.at_once -= 1
        return found


def test_a_week_is_asked_for_at_once() -> None:
    loading = Loading()
    report = asyncio.run(loading.load(NEED))
    (asked,) = loading.clockify.asked
    assert (asked.period, asked.time_zone, asked.week_start) == (
        WEEK,
        "Europe/Berlin",
        "SUNDAY",
    )
    assert report.entries.total_s == report.server_total_s == 7 * 60
    assert report.fetched_at.tzinfo is not None


def test_a_long_period_is_asked_for_in_parts_two_at_a_time() -> None:
    loading = Loading()
    quarter = Period(date(2026, 1, 1), date(2026, 5, 31))
    report = asyncio.run(loading.load(replace(NEED, period=quarter)))
    periods = [query.period for query in loading.clockify.asked]
    assert sorted(periods, key=lambda one: one.start) == list(quarter.parts(31))
    assert report.entries.total_s == report.server_total_s == 60 * quarter.days
    assert report.entries.ids.tolist() == [day.isoformat() for day in quarter]
    # The whole, and two of its parts.
    assert loading.most_at_once == 3


def test_a_plan_that_answers_a_week_at_most_is_asked_by_weeks() -> None:
    loading = Loading()
    small = replace(NEED.workspace, longest_range_days=7)
    fortnight = Period(WEEK.start, date(2026, 11, 29))
    asyncio.run(loading.load(replace(NEED, workspace=small, period=fortnight)))
    assert all(query.period.days <= 7 for query in loading.clockify.asked)
