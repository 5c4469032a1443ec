"""The client against the sample server, which knows nothing of it."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from clockify_desktop.api import errors
from clockify_desktop.api.client import Clockify
from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import AddonToken, ApiKey, Credential
from clockify_desktop.api.directory_mapping import (
    directory_of,
    profile_zone_name,
    workspace_of,
)
from clockify_desktop.api.hosts import own_pair
from clockify_desktop.api.report_bodies import (
    DetailedQuery,
    SummaryQuery,
)
from clockify_desktop.api.wire.reports import SummaryNode, first_totals
from clockify_desktop.api.wire.time_entries import NewTimeEntry
from clockify_desktop.domain.directory import Activity
from clockify_desktop.domain.identity import ProjectId, WorkspaceId
from clockify_desktop.domain.period import Period
from clockify_desktop.sample.demo import demo_app
from clockify_desktop.sample.keys import MEMBER_KEY

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
ZONE = "Europe/Berlin"
Call = Callable[[Clockify, WorkspaceId], Awaitable[Any]]


def on_sample(
    call: Call, *, credential: Credential | None = None, core_prefix: str = "/api/v1"
) -> Any:
    app, owner_key = demo_app(NOW)
    root = "http://127.0.0.1"

    async def main() -> Any:
        async with open_clockify(
            own_pair(root + core_prefix, f"{root}/report/v1"),
            credential or ApiKey(owner_key),
            asgi_app=app,
            rate_a_second=1000,
        ) as clockify:
            user = await clockify.user()
            assert user.active_workspace is not None
            return await call(clockify, user.active_workspace)

    return asyncio.run(main())


def leaves(nodes: list[SummaryNode] | None) -> list[SummaryNode]:
    found = []
    for node in nodes or ():
        found += leaves(node.children) if node.children is not None else [node]
    return found


def test_the_directory() -> None:
    async def call(clockify: Clockify, here: WorkspaceId) -> Any:
        users = await clockify.users(here, status="ALL", memberships="WORKSPACE")
        return directory_of(
            here,
            users,
            await clockify.projects(here, hydrated=True),
            await clockify.clients(here),
            await clockify.user_groups(here),
        )

    directory = on_sample(call)
    assert {one.activity for one in directory.people} == {
        Activity.ACTIVE,
        Activity.INACTIVE,
        Activity.PENDING,
    }
    assert len(directory.projects) == 14
    assert any(one.archived for one in directory.projects)
    assert {one.currency for one in directory.projects} == {"EUR", "USD"}
    assert len(directory.groups) == 3
    assert any(one.groups for one in directory.people)


def test_the_two_reports_agree() -> None:
    async def call(clockify: Clockify, here: WorkspaceId) -> Any:
        summary = SummaryQuery(
            period=WEEK, time_zone=ZONE, groups=("USER", "PROJECT", "DATE")
        )
        detailed = DetailedQuery(period=WEEK, time_zone=ZONE, page_size=25)
        return (
            await clockify.summary_report(here, summary, lambda report: report),
            await clockify.detailed_report(here, detailed),
        )

    summary, detailed = on_sample(call)
    total_s = first_totals(summary.totals).total_time
    assert total_s > 0
    assert sum(leaf.duration or 0 for leaf in leaves(summary.group_one)) == total_s
    assert len(detailed.entries) == detailed.totals.entries_count > 25
    assert sum(one.time_interval.duration for one in detailed.entries) == total_s


@pytest.mark.parametrize("zone", ["Pacific/Tongatapu", "America/New_York"])
def test_time_entries_by_instants(zone: str) -> None:
    """Whatever zone the range is given in, the profile's is what the server reads."""

    async def call(clockify: Clockify, here: WorkspaceId) -> Any:
        profile_zone = ZoneInfo(profile_zone_name(await clockify.user()))
        user = (await clockify.users(here, name="Bastian"))[0].id
        start = datetime(2026, 11, 17, 9, 30, tzinfo=ZoneInfo(zone))
        end = start + timedelta(days=2)
        some = await clockify.time_entries(
            here, user, start=start, end=end, profile_zone=profile_zone
        )
        every = await clockify.time_entries(
            here,
            user,
            start=start - timedelta(days=9),
            end=end + timedelta(days=9),
            profile_zone=profile_zone,
        )
        return some, every, start, end

    some, every, start, end = on_sample(call)
    assert len(some) < len(every)
    wanted = [one.id for one in every if start <= one.time_interval.start < end]
    assert [one.id for one in some] == wanted != []


def test_absences_and_the_rest() -> None:
    async def call(clockify: Clockify, here: WorkspaceId) -> Any:
        me = await clockify.user()
        projects = await clockify.projects(here, archived=False)
        return (
            await clockify.member_profile(here, me.id),
            await clockify.holidays(here),
            await clockify.time_off_requests(here),
            await clockify.approval_requests(here),
            await clockify.time_entries_in_progress(here),
            await clockify.tags(here),
            await clockify.tasks(here, projects[0].id),
            await clockify.project(here, projects[0].id, hydrated=True),
        )

    found = on_sample(call)
    assert all(found)
    assert found[4][0].time_interval.end is None


def test_who_is_away_whenever_they_asked_for_it() -> None:
    async def call(clockify: Clockify, here: WorkspaceId) -> Any:
        zone = ZoneInfo(ZONE)
        start = datetime.combine(WEEK.start, datetime.min.time(), zone)
        return await clockify.time_off_requests(
            here, start=start, end=start + timedelta(days=7), statuses=["APPROVED"]
        )

    found = on_sample(call)
    by_name = {one.user_name: one for one in found}
    assert by_name["Bastian Krüger"].time_off_period.half_day
    errand = by_name["Inês Carvalho"]
    start, end = errand.absence
    assert (errand.time_unit, end - start) == ("HOURS", timedelta(hours=2.5))
    assert found.unreadable == 0


def test_a_new_entry_is_kept() -> None:
    async def call(clockify: Clockify, here: WorkspaceId) -> Any:
        start = datetime(2026, 11, 23, 7, tzinfo=UTC)
        entry = NewTimeEntry(start=start, end=start + timedelta(hours=1))
        made = await clockify.add_time_entry(here, entry)
        me = await clockify.user()
        listed = await clockify.time_entries(
            here,
            me.id,
            start=start,
            end=start + timedelta(seconds=1),
            profile_zone=ZoneInfo(profile_zone_name(me)),
        )
        return made, listed

    made, listed = on_sample(call)
    assert made.id in {one.id for one in listed}


async def _user(clockify: Clockify, _here: WorkspaceId) -> Any:
    return await clockify.user()


@pytest.mark.parametrize(
    ("kind", "credential"),
    [
        (errors.KeyUnknownError, ApiKey("x" * 48)),
        (errors.CredentialError, AddonToken("x" * 48)),
    ],
)
def test_keys_that_are_not_known(kind: type, credential: Credential) -> None:
    with pytest.raises(kind):
        on_sample(_user, credential=credential)


def test_the_wrong_prefix() -> None:
    with pytest.raises(errors.NotClockifyError):
        on_sample(_user, core_prefix="/v1")


def test_what_is_not_there() -> None:
    async def workspace(clockify: Clockify, _here: WorkspaceId) -> Any:
        return await clockify.workspace(WorkspaceId("0" * 24))

    async def project(clockify: Clockify, here: WorkspaceId) -> Any:
        return await clockify.project(here, ProjectId("0" * 24))

    with pytest.raises(errors.WorkspaceHiddenError):
        on_sample(workspace)
    with pytest.raises(errors.UnknownIdError):
        on_sample(project)


def test_the_free_plan() -> None:
    async def call(clockify: Clockify, _here: WorkspaceId) -> Any:
        places = [workspace_of(one) for one in await clockify.workspaces()]
        (free,) = [one for one in places if one.longest_range_days == 31]
        quarter = Period(date(2026, 9, 1), date(2026, 11, 22))
        query = SummaryQuery(period=quarter, time_zone=ZONE, groups=("USER",))
        return await clockify.summary_report(free.id, query, lambda report: report)

    with pytest.raises(errors.RangeTooLongError):
        on_sample(call)


def test_a_member_sees_no_amounts() -> None:
    async def call(clockify: Clockify, here: WorkspaceId) -> Any:
        query = SummaryQuery(period=WEEK, time_zone=ZONE, groups=("USER", "DATE"))
        return await clockify.summary_report(here, query, lambda report: report)

    report = on_sample(call, credential=ApiKey(MEMBER_KEY))
    assert {leaf.amount for leaf in leaves(report.group_one)} == {None}
    assert len(report.group_one) == 1
