"""Asking who is away when: holidays, and leave that was granted."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.paging import Listed
from clockify_desktop.api.wire.absences import SentHoliday, TimeOffRequest
from clockify_desktop.domain.absences import (
    WHOLE_DAY,
    AbsenceKind,
    Absences,
    Holiday,
    TimeOff,
)
from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.directory import Directory, Workspace
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import GroupId, UserId
from clockify_desktop.domain.showable import NO_NAME
from clockify_desktop.services.gather import gather
from clockify_desktop.services.not_offered import KEPT_BACK, NotOfferedError
from clockify_desktop.translation import tr

if TYPE_CHECKING:
    from clockify_desktop.api.errors import ClockifyError

_NEITHER: Final = tr("Leave and holidays cannot be had here")
_NOT_HERE: Final = {
    AbsenceKind.HOLIDAYS: tr("Holidays cannot be had here"),
    # Translators: days on which somebody is away.
    AbsenceKind.LEAVE: tr("Leave cannot be had here"),
}
_APPROVED: Final = "APPROVED"
_HALVES: Final = frozenset({"FIRST_HALF", "SECOND_HALF"})
_A_DAY: Final = timedelta(days=1)
# Longer is no holiday, and no request that counts hours.
_LONGEST_DAYS: Final = 366
# Days run to a minute before midnight.
_LAST_MINUTE: Final = time(23, 59)

_Rows = tuple[Listed[SentHoliday], Listed[TimeOffRequest]]


async def load_absences(
    clockify: Clockify, workspace: Workspace, directory: Directory
) -> Absences:
    """Ask for all holidays and all granted leave of a workspace, both at once.

    Each may be kept back by itself; what is had is given, and said what is not.

    Raises:
        NotOfferedError: Both are kept back by the plan or the key's role.
        AppError: Clockify or the way to it refuses for any other reason.
    """
    refused: dict[AbsenceKind, ClockifyError] = {}

    async def holidays() -> Listed[SentHoliday]:
        try:
            return await clockify.holidays(workspace.id)
        except KEPT_BACK as error:
            refused[AbsenceKind.HOLIDAYS] = error
            return Listed()

    async def leave() -> Listed[TimeOffRequest]:
        try:
            return await clockify.time_off_requests(workspace.id, statuses=[_APPROVED])
        except KEPT_BACK as error:
            refused[AbsenceKind.LEAVE] = error
            return Listed()

    sent_holidays: Listed[SentHoliday]
    requests: Listed[TimeOffRequest]
    sent_holidays, requests = await gather((holidays(), leave()))  # type: ignore[assignment]  # lists of two kinds
    if len(refused) == len(AbsenceKind):
        raise NotOfferedError(_NEITHER, refused[AbsenceKind.LEAVE])
    absences = await asyncio.to_thread(_read, sent_holidays, requests, directory)
    why = {
        kind: NotOfferedError(_NOT_HERE[kind], error) for kind, error in refused.items()
    }
    return replace(absences, refused=why)


def _read(
    holidays: Listed[SentHoliday],
    requests: Listed[TimeOffRequest],
    directory: Directory,
) -> Absences:
    """Read all rows: those of many years, so the window does not wait for it."""
    groups = {group.id: frozenset(group.members) for group in directory.groups}
    zones = {person.id: person.time_zone for person in directory.people}
    free = [holiday_of(one, groups) for one in holidays]
    away = [times_off_of(one, zones) for one in requests]
    return Absences(
        times_off=tuple(one for times in away for one in times or ()),
        holidays=tuple(one for one in free if one is not None),
        unreadable=holidays.unreadable
        + requests.unreadable
        + Counter(one is None for one in (*free, *away))[True],
        changed=requests.changed,
    )


def holiday_of(
    sent: SentHoliday, groups: Mapping[GroupId, frozenset[UserId]]
) -> Holiday | None:
    """Read a holiday, ``None`` where it does not tell when.

    Args:
        groups: The members of the user groups; they have it too.
    """
    days = sent.date_period
    if days is None or not 0 <= (days.end_date - days.start_date).days < _LONGEST_DAYS:
        return None
    told = (sent.everyone_including_new, sent.user_ids, sent.user_group_ids)
    people: frozenset[UserId] | None = None
    if not sent.everyone_including_new and told != (None, None, None):
        people = frozenset(sent.user_ids or ()).union(
            *(groups.get(group, ()) for group in sent.user_group_ids or ())
        )
    return Holiday(
        sent.name or NO_NAME,
        days.start_date,
        days.end_date,
        sent.occurs_annually or False,
        people,
    )


def times_off_of(
    sent: TimeOffRequest, zones: Mapping[UserId, str]
) -> list[TimeOff] | None:
    """Read a request as leave, by the person's own days.

    Args:
        zones: Of people, for a request that names none that is known.

    Returns:
        None where it was not granted; ``None`` where it does not tell whose it is,
        whether it was granted, or when.
    """
    person, status, absence = sent.user_id, sent.status_name, sent.absence
    if status is not None and status != _APPROVED:
        return []
    if person is None or status is None or absence is None:
        return None
    zone = _zone((sent.user_time_zone, zones.get(person)))
    start, end = (instant.astimezone(zone) for instant in absence)
    if end < start:
        return None
    last = end.date()
    if end.time() == time() and last > start.date():
        # Should it ever be the midnight behind the last day.
        last -= _A_DAY
    whole_days = start.time() == time() and (
        end.time() == time() or end.time() >= _LAST_MINUTE
    )
    in_days = sent.time_unit == "DAYS" or (sent.time_unit is None and whole_days)
    if not in_days:
        if (last - start.date()).days > _LONGEST_DAYS:
            return None
        return list(_by_hours(person, start, end))
    told = sent.time_off_period
    is_half = told is not None and (
        bool(told.half_day) or told.half_day_period in _HALVES
    )
    return [TimeOff(person, start.date(), last, 1 if is_half else WHOLE_DAY)]


def _by_hours(person: UserId, start: datetime, end: datetime) -> Iterator[TimeOff]:
    """Cut hours at the midnights of a zone; a day of a change of clocks is as long."""
    day, zone = start.date(), start.tzinfo
    while day <= end.date():
        midnight = datetime.combine(day + _A_DAY, time(), zone)
        begin = max(start, datetime.combine(day, time(), zone))
        seconds = int(min(end, midnight).timestamp() - begin.timestamp())
        if seconds > 0:
            yield TimeOff(person, day, day, 0, seconds)
        day += _A_DAY


def _zone(names: Iterable[str | None]) -> ZoneInfo:
    for name in filter(None, names):
        try:
            return time_zone(name)
        except AppError:
            continue
    return ZoneInfo("UTC")
