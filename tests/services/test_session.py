import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest

from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.deadline import Deadline
from clockify_desktop.api.hosts import own_pair
from clockify_desktop.api.paging import Listed
from clockify_desktop.api.wire.people import User, UserSettings
from clockify_desktop.domain.completeness import IncompleteList, Listing, Visibility
from clockify_desktop.domain.counted_facts import counted
from clockify_desktop.domain.day_counting import (
    AS_CLOCKIFY,
    DayCounting,
    DaysIn,
    Midnight,
    Rounding,
    RoundingMode,
)
from clockify_desktop.domain.entry_report import EntryReport, entry_notes
from clockify_desktop.domain.errors import AppError, LookUpError
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.domain.needs import (
    EntriesNeed,
    FactsNeed,
    MembersNeed,
    RecordsNeed,
    ReportNeed,
    entries_need,
)
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.review_records import DayOff, ReviewRecords
from clockify_desktop.sample.keys import MEMBER_KEY, OWNER_KEY
from clockify_desktop.sample.organisation import Organisation
from clockify_desktop.sample.server.app import create_app
from clockify_desktop.services.query_cache import Refused
from clockify_desktop.services.review_keeping import ReviewKeeping
from clockify_desktop.services.session import ReportDeadlineError, Session
from clockify_desktop.store.review_file import review_path

HOSTS = own_pair("http://127.0.0.1/api/v1", "http://127.0.0.1/report/v1")
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))


class Counting:
    """An ASGI application that counts what is asked."""

    def __init__(self, now: datetime) -> None:
        self.app = create_app(Organisation.generate(now, days=30))
        self.paths: list[str] = []

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.paths.append(scope["path"])
        await self.app(scope, receive, send)


def play(
    scene: Callable[[Session, Counting], Coroutine[Any, Any, None]],
    key: str = OWNER_KEY,
    *,
    now: datetime = NOW,
) -> None:
    async def whole() -> None:
        app = Counting(now)
        async with open_clockify(
            HOSTS, ApiKey(key), asgi_app=app, rate_a_second=1000
        ) as clockify:
            await scene(Session(clockify), app)

    asyncio.run(whole())


async def query_of(session: Session) -> ReportQuery:
    profile = await session.profile()
    home = next(one for one in profile.workspaces if one.id == profile.home)
    return ReportQuery(home, WEEK, profile.time_zone, profile.week_start)


def test_the_profile_tells_what_a_day_is_and_where_to_begin() -> None:
    async def scene(session: Session, _: Counting) -> None:
        profile = await session.profile()
        assert profile.time_zone == "Europe/Berlin"
        assert profile.unknown_zone is None
        assert profile.week_start == 0
        names = [one.name for one in profile.workspaces]
        assert names == sorted(names, key=str.casefold)
        assert profile.home in {one.id for one in profile.workspaces}
        assert "@" in profile.email

    play(scene)


def test_the_same_question_is_asked_once_and_anew_when_wished() -> None:
    async def scene(session: Session, app: Counting) -> None:
        query = await query_of(session)
        first = await session.report(query)
        asked = len(app.paths)
        assert await session.report(query) is first
        assert len(app.paths) == asked
        refresh = await session.report(query, refresh=True)
        assert refresh is not first
        assert refresh.facts.total_s == first.facts.total_s
        assert await session.report(query) is refresh
        # Another week needs no second look at who is there.
        before = len([path for path in app.paths if path.endswith("/users")])
        earlier = Period(WEEK.start - timedelta(days=7), WEEK.end - timedelta(days=7))
        await session.report(replace(query, period=earlier))
        after = len([path for path in app.paths if path.endswith("/users")])
        assert before == after

    play(scene)


def test_members_are_asked_for_once_and_again_after_a_refresh() -> None:
    async def scene(session: Session, app: Counting) -> None:
        query = await query_of(session)
        workspace = query.workspace
        report = await session.report(query)
        members = await session.answers.get(MembersNeed(workspace))
        projects = {one.id for one in report.directory.projects}
        people = {one.id for one in report.directory.people}
        assert set(members) == projects
        assert all(members.values())
        assert frozenset[UserId]().union(*members.values()) < people
        asked = len(app.paths)
        assert await session.answers.get(MembersNeed(workspace)) is members
        assert len(app.paths) == asked
        await session.report(query, refresh=True)
        again = await session.answers.get(MembersNeed(workspace))
        assert again is not members
        assert again == members

    play(scene)


def test_what_was_said_during_reviews_is_here_at_once(tmp_path: Path) -> None:
    async def scene(session: Session, app: Counting) -> None:
        workspace = (await query_of(session)).workspace
        keeping = ReviewKeeping(review_path(tmp_path, "mia"), told.append)
        kept = Session(session._clockify, keeping)
        asked = len(app.paths)
        need = RecordsNeed(workspace)
        off = DayOff(None, WEEK.start, WEEK.start, "company day")
        assert await kept.answers.get(need) == ReviewRecords()
        kept.answers.want((need,))
        await kept.keep(workspace, off)
        assert await kept.answers.get(need) == ReviewRecords((off,))
        await kept.keep(workspace, off, forget=True)
        assert await kept.answers.get(need) == ReviewRecords()
        await keeping.close()
        # Without a file nothing is kept.
        await session.keep(workspace, off)
        assert await session.answers.get(need) == ReviewRecords()
        assert len(app.paths) == asked

    told: list[AppError] = []
    play(scene)
    assert told == []


def test_a_report_may_be_asked_before_the_profile() -> None:
    async def scene(session: Session, app: Counting) -> None:
        query = await query_of(session)
        other = Session(session._clockify)
        report = await other.report(query)
        assert report.facts.total_s > 0
        assert app.paths

    play(scene)


def test_a_report_that_takes_too_long_leaves_the_earlier_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def scene(session: Session, _: Counting) -> None:
        query = await query_of(session)
        report = await session.report(query)

        async def trickling(*_args: object, **_more: object) -> None:
            await asyncio.Event().wait()

        for name in ("summary_report", "users"):
            with monkeypatch.context() as patched:
                patched.setattr(session._clockify, name, trickling)
                patched.setattr(session, "_deadline_s", 0.05)
                with pytest.raises(ReportDeadlineError):
                    await session.report(query, refresh=True)
            answer = session.answers.answer(ReportNeed(query))
            assert isinstance(answer, Refused)
            assert session.answers.value(ReportNeed(query)) is report

    play(scene)


def test_the_deadline_counts_from_the_last_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def scene(session: Session, _: Counting) -> None:
        query = await query_of(session)
        await session.report(query)
        begun: list[Deadline] = []

        def begin_anew(deadline: Deadline) -> None:
            begun.append(deadline)

        monkeypatch.setattr(Deadline, "begin_anew", begin_anew)
        long = replace(query, period=Period(date(2026, 8, 1), date(2026, 10, 31)))
        await session.report(long)
        # At first, and with each of three parts.
        assert len(begun) == 4

        answer = session._clockify.summary_report

        async def first_alone(workspace: Any, summary: Any, take: Any) -> Any:
            if summary.period.start > long.period.start:
                await asyncio.Event().wait()
            return await answer(workspace, summary, take)

        monkeypatch.setattr(session._clockify, "summary_report", first_alone)
        monkeypatch.setattr(session, "_deadline_s", 0.5)
        with pytest.raises(ReportDeadlineError, match="after 1 of 3 parts") as caught:
            await session.report(long, refresh=True)
        assert "shorter period" in caught.value.advice

    play(scene)


@pytest.mark.parametrize("zone", ["Mars/Base", "../etc/passwd", "Europe", "GMT+2", ""])
def test_a_profile_whose_zone_is_not_known_here(
    monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    async def scene(session: Session, _: Counting) -> None:
        clockify = session._clockify
        sent = await clockify.user()
        changed = msgspec.structs.replace(sent, settings=UserSettings(time_zone=zone))

        async def user() -> User:
            return changed

        monkeypatch.setattr(clockify, "user", user)
        profile = await session.profile()
        assert profile.time_zone == "UTC"
        assert profile.unknown_zone == zone.strip()

    play(scene)


@pytest.mark.parametrize("count", [0, 2])
def test_a_profile_that_names_no_workspace(
    monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    async def scene(session: Session, _: Counting) -> None:
        clockify = session._clockify
        sent = Listed((await clockify.workspaces())[:count])
        lost = User(id=UserId("me"), active_workspace=WorkspaceId("gone"))

        async def user() -> User:
            return lost

        async def workspaces() -> Any:
            return sent

        monkeypatch.setattr(clockify, "user", user)
        monkeypatch.setattr(clockify, "workspaces", workspaces)
        if count:
            profile = await session.profile()
            assert profile.home == profile.workspaces[0].id
        else:
            with pytest.raises(LookUpError):
                await session.profile()

    play(scene)


def test_workspaces_that_could_not_be_read_are_told_with_each_report(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def scene(session: Session, _: Counting) -> None:
        clockify = session._clockify
        sent = Listed(await clockify.workspaces(), unreadable=2)
        ask = clockify.workspaces

        async def workspaces(*, roles: Any = ()) -> Any:
            return await ask(roles=roles) if roles else sent

        monkeypatch.setattr(clockify, "workspaces", workspaces)
        report = await session.report(await query_of(session))
        assert report.directory.incomplete_lists == (
            IncompleteList(Listing.WORKSPACES, 2),
        )

    play(scene)


@pytest.mark.parametrize(
    ("key", "visibility", "questions"),
    [(OWNER_KEY, Visibility.EVERYBODY, 2), (MEMBER_KEY, Visibility.OWN, 2)],
)
def test_whose_time_is_seen_is_asked_with_the_lists(
    key: str, visibility: Visibility, questions: int
) -> None:
    async def scene(session: Session, app: Counting) -> None:
        query = await query_of(session)
        before = app.paths.count("/api/v1/workspaces")
        report = await session.report(query)
        assert report.directory.visibility is visibility
        assert app.paths.count("/api/v1/workspaces") == before + questions

    play(scene, key)


@pytest.mark.parametrize(
    ("columns", "asked"),
    [
        ({"task"}, ["summary", "summary"]),
        ({"task", "day"}, ["detailed"]),
        ({"tag"}, ["detailed"]),
        ({"tag", "task"}, ["detailed"]),
    ],
)
def test_tasks_and_tags_cost_their_own_requests_and_add_up_to_the_same(
    columns: set[str], asked: list[str]
) -> None:
    async def scene(session: Session, app: Counting) -> None:
        query = await query_of(session)
        report = await session.report(query)
        app.paths.clear()
        need = ReportNeed(query, frozenset(columns))
        further = await session.answers.get(need)
        assert [path.rpartition("/")[2] for path in app.paths] == asked
        assert further.difference_s == report.difference_s == 0
        facts = further.facts
        assert facts.condensed.total_s == report.facts.total_s
        assert _by_person_and_project(facts) == _by_person_and_project(report.facts)
        for column in columns - {"day"}:
            names = {thing.name for thing in facts.things(column)[0]}
            assert f"(Without {column})" in names
            assert len(names) > 3
        assert (facts.again is not None) == ("tag" in columns)
        # Stepping back to a part of the days: only tasks are told for a whole period.
        app.paths.clear()
        day = replace(query, period=Period(WEEK.start, WEEK.start))
        one_day = await session.answers.get(ReportNeed(day, frozenset(columns)))
        assert one_day.facts.total_s == (await session.report(day)).facts.total_s
        assert len(app.paths) == (2 if columns == {"task"} else 0)

    play(scene)


def _by_person_and_project(facts: Facts) -> dict[tuple[str, str | None], Any]:
    told: dict[tuple[str, str | None], Any] = {}
    once = facts.condensed
    assert once.billable_seconds is not None
    for user, project, seconds, billable in zip(
        once.user, once.project, once.seconds, once.billable_seconds, strict=True
    ):
        ids = once.people[user].id, once.projects[project].id
        told[ids] = (seconds, billable)
    return told


def test_days_that_are_over_stay_longest() -> None:
    now = datetime.now(UTC)

    def ended(days_ago: int) -> Period:
        end = (now - timedelta(days=days_ago)).date()
        return Period(end - timedelta(days=3), end)

    async def scene(session: Session, _: Counting) -> None:
        over, open_days = ended(9), ended(0)
        query = await query_of(session)

        async def held(asked: Session) -> set[Period]:
            for period in (over, open_days):
                assert (await asked.report(replace(query, period=period))).facts.total_s
            return {need.period for need, _ in asked.answers.kept(FactsNeed)}

        assert await held(session) == {over, open_days}
        lacking = session.answers.held_bytes - 1
        clockify = session._clockify
        assert await held(Session(clockify, most_bytes=lacking)) == {over}

    play(scene, now=now)


def test_what_is_refreshed_outdates_the_same_days_by_tasks() -> None:
    async def scene(session: Session, app: Counting) -> None:
        query = await query_of(session)
        by_task = ReportNeed(query, frozenset({"task"}))
        await session.answers.get(by_task)
        await session.report(query)
        assert session.answers.value(by_task) is not None
        await session.report(query, refresh=True)
        assert session.answers.value(by_task) is None
        assert {need.columns for need, _ in session.answers.kept(FactsNeed)} == {
            frozenset()
        }
        # Neither of two that are refreshed together outdates the other.
        both = (ReportNeed(query), by_task)
        for need in both:
            await session.answers.get(need)
        session.answers.want(both)
        app.paths.clear()
        session.answers.refresh(both)
        for need in (*both, *both):
            await session.answers.get(need)
        summaries = [path for path in app.paths if path.endswith("/summary")]
        assert len(summaries) == 4
        session.answers.want()

    play(scene)


def test_days_counted_otherwise_are_those_of_the_same_entries() -> None:
    async def scene(session: Session, app: Counting) -> None:
        query = await query_of(session)
        counting = DayCounting(
            DaysIn.OWN, Midnight.SPLIT, Rounding(RoundingMode.UP, 15)
        )
        other = replace(query, counting=counting)
        first = await session.report(query)
        report = await session.report(other)
        # What Clockify's sum is of is the same, and confirmed in both.
        assert report.begun_s == report.server_total_s == first.facts.total_s
        assert report.difference_s == 0
        assert not report.billable_withheld
        around = Period(WEEK.start - timedelta(days=3), WEEK.end + timedelta(days=2))
        entries: EntryReport = await session.answers.get(
            replace(entries_need(query), period=around)
        )
        facts = counted(
            entries.entries.as_facts(),
            entries.entries.start_s,
            ZoneInfo(query.time_zone),
            counting,
        ).on(WEEK)
        assert facts.total_s == report.facts.total_s != first.facts.total_s
        assert not list(
            entry_notes(
                await session.answers.get(entries_need(query)), report.compared_s
            )
        )
        # A day of it is here.
        asked = len(app.paths)
        day = Period(WEEK.end, WEEK.end)
        await session.report(replace(other, period=day))
        assert len(app.paths) == asked
        await session.report(query, refresh=True)
        assert session.answers.value(ReportNeed(other)) is None
        assert {need.counting for need, _ in session.answers.kept(FactsNeed)} == {
            AS_CLOCKIFY
        }

    play(scene)


@pytest.mark.parametrize("own", [False, True])
def test_a_day_that_is_over_here_may_not_be_somewhere_else(*, own: bool) -> None:
    async def scene(session: Session, app: Counting) -> None:
        asked = await query_of(session)
        query = replace(asked, time_zone="UTC")
        if own:
            query = replace(query, counting=DayCounting(DaysIn.OWN))
        today = datetime.now(UTC).date()
        near = Period(today - timedelta(days=5), today + timedelta(days=1))
        await session.report(replace(query, period=near))
        ((need, ready),) = session.answers.kept(FactsNeed)
        # It came in the morning, when it was the day before in the last zone.
        morning = datetime.combine(today - timedelta(days=2), time(8), UTC)
        older = replace(ready.value, fetched_at=morning)
        session.answers._entries[need].answer = replace(ready, value=older)
        before = len(app.paths)
        day = today - timedelta(days=4)
        await session.report(replace(query, period=Period(day, day)))
        assert len(app.paths) == before
        day = today - timedelta(days=3)
        await session.report(replace(query, period=Period(day, day)))
        assert (len(app.paths) > before) is own

    play(scene, now=datetime.now(UTC))


def test_entries_are_those_of_the_report_and_asked_anew_after_a_refresh() -> None:
    async def scene(session: Session, app: Counting) -> None:
        query = await query_of(session)
        report = await session.report(query)
        need = entries_need(query)
        entries: EntryReport = await session.answers.get(need)
        assert entries.complete
        assert entries.server_total_s == entries.entries.total_s
        assert not list(entry_notes(entries, report.compared_s))
        facts = entries.entries.as_facts()
        assert facts.total_s == report.facts.total_s
        asked = len(app.paths)
        assert await session.answers.get(need) is entries
        assert len(app.paths) == asked
        await session.report(query, refresh=True)
        again = await session.answers.get(need)
        assert again is not entries
        # What came after the refresh had begun is as new.
        other = replace(need, period=Period(WEEK.start, WEEK.start))
        began = datetime.now(UTC)
        day = await session.answers.get(other)
        session._outdate_others(ReportNeed(query), began)
        assert session.answers.value(other) is day

    play(scene)


def test_entries_of_a_long_period_are_asked_for_in_parts_that_are_kept() -> None:
    async def scene(session: Session, _: Counting) -> None:
        query = await query_of(session)
        start = WEEK.start - timedelta(days=40)
        need = entries_need(replace(query, period=Period(start, WEEK.end)))
        entries: EntryReport = await session.answers.get(need)
        kept = [one.period for one, _ in session.answers.kept(EntriesNeed)]
        assert len(kept) > 2
        kept.remove(need.period)
        parts = [session.answers.value(replace(need, period=one)) for one in kept]
        count = sum(len(part.entries) for part in parts)
        assert count == len(entries.entries)

    play(scene)


def test_entries_that_take_too_long_are_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def scene(session: Session, _: Counting) -> None:
        query = await query_of(session)

        async def trickling(*_args: object, **_more: object) -> None:
            await asyncio.Event().wait()

        monkeypatch.setattr(session._clockify, "detailed_report", trickling)
        monkeypatch.setattr(session, "_deadline_s", 0.05)
        with pytest.raises(ReportDeadlineError):
            await session.answers.get(entries_need(query))

    play(scene)
