"""Asking for member profiles: a question a person, so each is kept for a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import msgspec

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.decoding import UNREADABLE
from clockify_desktop.api.errors import (
    ClockifyError,
    ResponseError,
    UnknownIdError,
)
from clockify_desktop.api.wire.people import MemberProfile
from clockify_desktop.domain.calendar import weekday_number
from clockify_desktop.domain.capacity import (
    LONGEST_DAY_S,
    Capacity,
    CapacitySource,
    WorkingHours,
    working_hours,
)
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.services.capacity import NOT_HERE
from clockify_desktop.services.gather import gather
from clockify_desktop.services.not_offered import KEPT_BACK, NotOfferedError

_KEPT: Final = timedelta(days=1)
# Few, so that whatever else is asked for meanwhile does not wait for them.
_AT_ONCE: Final = 4


@dataclass(frozen=True, slots=True)
class _Told:
    """What a profile says; ``hours`` are ``None`` where it says none."""

    at: datetime
    hours: WorkingHours | None = None
    unreadable: bool = False


class MemberProfiles:
    """The hours in the member profiles of one account, each asked for once a day."""

    def __init__(self, clockify: Clockify) -> None:
        self._clockify = clockify
        self._kept: dict[tuple[WorkspaceId, UserId], _Told] = {}

    async def capacity(
        self, workspace: WorkspaceId, people: Iterable[UserId], now: datetime
    ) -> Capacity:
        """Ask for the hours of people, of whom it is not known since less than a day.

        Where one is refused the others would be, too, and are not asked for.

        Args:
            now: Aware.

        Raises:
            NotOfferedError: The plan or the key's role keeps all of them back.
            AppError: Clockify or the way to it refuses for any other reason.
        """
        people = list(people)
        due = [one for one in people if not self._is_kept(workspace, one, now)]
        refused: ClockifyError | None = None
        for first in range(0, len(due), _AT_ONCE):
            together = due[first : first + _AT_ONCE]
            asked = await gather(self._asked(workspace, one, now) for one in together)
            for person, told in zip(together, asked, strict=True):
                if isinstance(told, ClockifyError):
                    refused = told
                else:
                    self._kept[workspace, person] = told
            if refused is not None:
                break
        kept = {
            person: self._kept[workspace, person]
            for person in people
            if (workspace, person) in self._kept
        }
        if refused is not None and not kept:
            raise NotOfferedError(NOT_HERE, refused)
        return Capacity(
            {person: (one.hours,) for person, one in kept.items() if one.hours},
            sum(one.unreadable for one in kept.values()),
        )

    def _is_kept(self, workspace: WorkspaceId, person: UserId, now: datetime) -> bool:
        kept = self._kept.get((workspace, person))
        return kept is not None and now - kept.at < _KEPT

    async def _asked(
        self, workspace: WorkspaceId, person: UserId, now: datetime
    ) -> _Told | ClockifyError:
        try:
            profile = await self._clockify.member_profile(workspace, person)
        except UnknownIdError:
            return _Told(now)
        except ResponseError:
            return _Told(now, unreadable=True)
        except KEPT_BACK as error:
            return error.with_traceback(None)
        if profile.work_capacity is None or profile.working_days is None:
            return _Told(now)
        hours = hours_of(profile)
        return _Told(now, hours, hours is None)


def hours_of(profile: MemberProfile) -> WorkingHours | None:
    """Read the hours of a profile, ``None`` where they cannot all be read."""
    weekdays = _weekdays(profile.working_days)
    try:
        capacity = msgspec.convert(profile.work_capacity, timedelta)
    except (msgspec.ValidationError, OverflowError):
        return None
    day_s = int(capacity.total_seconds())
    if weekdays is None or not 0 <= day_s <= LONGEST_DAY_S:
        return None
    return working_hours(day_s, weekdays, CapacitySource.PROFILE)


def _weekdays(sent: tuple[str, ...] | str | None) -> frozenset[int] | None:
    if isinstance(sent, str):
        try:
            sent = tuple(msgspec.json.decode(sent, type=list[str]))
        except UNREADABLE:
            return None
    numbers = [weekday_number(name) for name in sent or ()]
    if sent is None or None in numbers:
        return None
    return frozenset(number for number in numbers if number is not None)
