import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from clockify_desktop.api.endpoints import MEMBER_PROFILE
from clockify_desktop.api.errors import (
    BusyError,
    InvalidResponseError,
    NoRightError,
    RequestInfo,
    UnknownIdError,
)
from clockify_desktop.api.wire.people import MemberProfile
from clockify_desktop.domain.capacity import Capacity, CapacitySource, working_hours
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.services.member_profiles import MemberProfiles, hours_of
from clockify_desktop.services.not_offered import NotOfferedError

ASKED = RequestInfo(MEMBER_PROFILE.method, MEMBER_PROFILE.path, "test", 403)
W = WorkspaceId("w")
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
FIVE = ("THURSDAY", "MONDAY", "FRIDAY", "TUESDAY", "WEDNESDAY")
GOOD = MemberProfile(work_capacity="PT7H", working_days=FIVE)
HOURS = working_hours(7 * 3600, frozenset(range(5)), CapacitySource.PROFILE)


class Clockify:
    def __init__(self, **told: Any) -> None:
        self.told = told
        self.asked: list[str] = []
        self.at_once = self.most_at_once = 0

    async def member_profile(self, _: WorkspaceId, user: UserId) -> MemberProfile:
        self.asked.append(user)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(0)
        self.at_once -= 1
        told = self.told.get(user, GOOD)
        if isinstance(told, Exception):
            raise told
        return told  # type: ignore[no-any-return]


def load(profiles: MemberProfiles, *people: str, now: datetime = NOW) -> Capacity:
    return asyncio.run(profiles.capacity(W, map(UserId, people), now))


def made(clockify: Clockify) -> MemberProfiles:
    return MemberProfiles(clockify)  # type: ignore[arg-type]  # the part of it that is asked


def test_each_is_asked_for_once_a_day_few_at_a_time() -> None:
    clockify = Clockify()
    profiles = made(clockify)
    people = [f"u{number}" for number in range(11)]
    capacity = load(profiles, *people)
    assert capacity.hours == dict.fromkeys(people, (HOURS,))
    assert clockify.asked == people
    assert 1 < clockify.most_at_once <= 4
    later = NOW + timedelta(hours=23)
    assert load(profiles, *people, "new", now=later).hours.keys() == {*people, "new"}
    assert clockify.asked == [*people, "new"]
    load(profiles, *people, now=NOW + timedelta(hours=24))
    assert len(clockify.asked) == 2 * len(people) + 1


def test_one_that_is_of_no_use_costs_nobody_else_theirs() -> None:
    clockify = Clockify(
        gone=UnknownIdError(ASKED),
        odd=InvalidResponseError(ASKED),
        mute=MemberProfile(name="Mute"),
    )
    capacity = load(made(clockify), "gone", "odd", "ann", "mute")
    assert capacity.hours == {"ann": (HOURS,)}
    # Who is gone, or says nothing, is not unreadable.
    assert capacity.unreadable == 1
    wrong = Clockify(ann=MemberProfile(work_capacity="x", working_days=FIVE))
    assert load(made(wrong), "ann").unreadable == 1


def test_where_one_is_refused_the_others_are_not_asked_for() -> None:
    people = [f"u{number}" for number in range(9)]
    refused = Clockify(**dict.fromkeys(people, NoRightError(ASKED)))
    with pytest.raises(NotOfferedError):
        load(made(refused), *people)
    assert len(refused.asked) == 4
    # A member may see their own.
    own = Clockify(**dict.fromkeys(people[1:], NoRightError(ASKED)))
    assert load(made(own), *people).hours == {"u0": (HOURS,)}
    assert len(own.asked) == 4


def test_trouble_of_another_kind_is_told_as_it_is() -> None:
    with pytest.raises(BusyError):
        load(made(Clockify(ann=BusyError(ASKED))), "ann")


@pytest.mark.parametrize(
    ("capacity", "days", "hours"),
    [
        ("PT7H", FIVE, HOURS),
        ("PT7H", '["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY"]', HOURS),
        ("PT420M", FIVE, HOURS),
        (
            "PT7H30M",
            ("SUNDAY",),
            working_hours(27_000, frozenset({6}), CapacitySource.PROFILE),
        ),
        ("PT0S", FIVE, working_hours(0, frozenset(), CapacitySource.PROFILE)),
        ("PT7H", (), working_hours(0, frozenset(), CapacitySource.PROFILE)),
        (None, FIVE, None),
        ("seven", FIVE, None),
        ("PT25H", FIVE, None),
        ("-PT7H", FIVE, None),
        ("PT7H", None, None),
        ("PT7H", ("MONDAY", "SOMEDAY"), None),
        ("PT7H", "MONDAY", None),
        ("PT7H", "[1]", None),
        ("PT7H", "[" * 100_000, None),
    ],
)
def test_hours_are_read_whole_or_not_at_all(
    capacity: str | None, days: Any, hours: Any
) -> None:
    profile = MemberProfile(work_capacity=capacity, working_days=days)
    assert hours_of(profile) == hours
