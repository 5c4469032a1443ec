"""What a session tells of when people are expected, asked of the sample server."""

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.hosts import own_pair
from clockify_desktop.domain.approvals import Approval, Approvals
from clockify_desktop.domain.capacity import Capacity, CapacitySource
from clockify_desktop.domain.directory import Directory, Workspace
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.needs import (
    AbsencesNeed,
    ApprovalsNeed,
    CapacityNeed,
    DirectoryNeed,
    MemberProfilesNeed,
)
from clockify_desktop.domain.period import Period
from clockify_desktop.sample.keys import OWNER_KEY
from clockify_desktop.sample.organisation import Organisation
from clockify_desktop.sample.server.app import create_app
from clockify_desktop.services import plan_loading
from clockify_desktop.services.not_offered import NotOfferedError
from clockify_desktop.services.session import Session

if TYPE_CHECKING:
    from clockify_desktop.domain.absences import Absences

HOSTS = own_pair("http://127.0.0.1/api/v1", "http://127.0.0.1/report/v1")
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))


class Counting:
    """An ASGI application that counts what is asked by the end of its path."""

    def __init__(self) -> None:
        self.app = create_app(Organisation.generate(NOW, days=120))
        self.asked: Counter[str] = Counter()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        # Behind the prefix, "workspaces" and the workspace's id.
        self.asked["/".join(scope["path"].split("/")[5:6])] += 1
        await self.app(scope, receive, send)


class _Now(datetime):
    @classmethod
    def now(cls, tz: Any = None) -> datetime:
        return NOW.astimezone(tz)


Scene = Callable[[Session, Workspace, Counting], Coroutine[Any, Any, None]]


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    monkeypatch.setattr(plan_loading, "datetime", _Now)

    def played(scene: Scene, name: str = "Acme Studio") -> None:
        async def whole() -> None:
            app = Counting()
            async with open_clockify(
                HOSTS, ApiKey(OWNER_KEY), asgi_app=app, rate_a_second=1000
            ) as clockify:
                session = Session(clockify)
                profile = await session.profile()
                (here,) = (one for one in profile.workspaces if one.name == name)
                await scene(session, here, app)

        asyncio.run(whole())

    return played


async def ids(session: Session, here: Workspace) -> dict[str, UserId]:
    directory: Directory = await session.answers.get(DirectoryNeed(here))
    return {person.name: person.id for person in directory.people}


def test_attendance_tells_of_everybody_at_once(play: Callable[..., None]) -> None:
    async def scene(session: Session, here: Workspace, app: Counting) -> None:
        capacity: Capacity = await session.answers.get(CapacityNeed(here))
        by_name = await ids(session, here)
        before, since = capacity.hours[by_name["Jonas Weber"]]
        day_s = 8 * 3600
        assert before.seconds == (*[day_s] * 5, 0, 0)
        assert since.seconds == (*[day_s] * 4, 0, 0, 0)
        assert (before.since, since.since) == (None, date(2026, 10, 5))
        assert since.source is CapacitySource.ATTENDANCE
        (elif_,) = capacity.hours[by_name["Elif Y\u0131lmaz"]]
        assert elif_.seconds == (*[day_s] * 3, 0, 0, 0, 0)
        assert by_name["Liam O'Connor"] not in capacity.hours
        assert capacity.unreadable == 0
        assert app.asked["reports"] == 8
        # The profiles of the others alone are asked for, and say nothing either.
        others: Capacity = await session.answers.get(MemberProfilesNeed(here))
        assert app.asked["member-profile"] == 3
        assert others.hours == {}
        assert others.unreadable == 0
        assert app.asked["reports"] == 8

    play(scene)


def test_without_attendance_the_profiles_are_asked_for_once_a_day(
    play: Callable[..., None],
) -> None:
    async def scene(session: Session, here: Workspace, app: Counting) -> None:
        with pytest.raises(NotOfferedError) as refusal:
            await session.answers.get(CapacityNeed(here))
        assert refusal.value.advice == "It needs a paid plan."
        refused = app.asked["reports"]
        profiles: Capacity = await session.answers.get(MemberProfilesNeed(here))
        assert app.asked["reports"] == refused
        by_name = await ids(session, here)
        (jonas,) = profiles.hours[by_name["Jonas Weber"]]
        assert jonas.source is CapacitySource.PROFILE
        assert app.asked["member-profile"] == len(by_name)
        again = await session.answers.get(MemberProfilesNeed(here), refresh=True)
        assert again.hours == profiles.hours
        assert app.asked["member-profile"] == len(by_name)

    play(scene, "Acme Labs")


def test_profiles_may_be_asked_for_before_it_is_known_that_attendance_is_refused(
    play: Callable[..., None],
) -> None:
    async def scene(session: Session, here: Workspace, app: Counting) -> None:
        profiles: Capacity = await session.answers.get(MemberProfilesNeed(here))
        assert profiles.hours
        assert app.asked["reports"] > 0

    play(scene, "Acme Labs")


def test_the_lists_of_absences_are_asked_for_once_for_all_periods(
    play: Callable[..., None],
) -> None:
    async def scene(session: Session, here: Workspace, app: Counting) -> None:
        need = AbsencesNeed(here, WEEK)
        absences: Absences = await session.answers.get(need)
        by_name = await ids(session, here)
        bastian = absences.leave_on(by_name["Bastian Krüger"], WEEK)
        assert [(day.day, one.half_days) for day, one in bastian.items()] == [(20, 1)]
        ines = absences.leave_on(by_name["Inês Carvalho"], WEEK)
        assert [(day.day, one.seconds) for day, one in ines.items()] == [(17, 9000)]
        assert [one.name for _, one in absences.holidays_on(WEEK)] == [
            "Sydney office day"
        ]
        asked = app.asked.copy()
        earlier = replace(need, period=Period(date(2026, 9, 1), date(2026, 9, 30)))
        assert (await session.answers.get(earlier)).times_off != absences.times_off
        assert app.asked == asked
        await session.answers.get(need, refresh=True)
        assert app.asked["holidays"] == asked["holidays"] + 1
        # What it outdates is found out anew, from the same lists.
        assert session.answers.value(earlier) is None
        await session.answers.get(earlier)
        assert app.asked["holidays"] == asked["holidays"] + 1

    play(scene)


def test_approvals_of_a_week(play: Callable[..., None]) -> None:
    async def scene(session: Session, here: Workspace, app: Counting) -> None:
        approvals: Approvals = await session.answers.get(ApprovalsNeed(here, WEEK))
        by_name = await ids(session, here)
        found = Counter(approvals.of(person, WEEK) for person in by_name.values())
        assert set(found) == {
            Approval.APPROVED,
            Approval.SUBMITTED,
            Approval.NOT_SUBMITTED,
        }
        # Not all of them: what was approved weeks ago is of no interest.
        assert app.asked["approval-requests"] <= 12

    play(scene)
