"""What is expected of people on the days of a period, by their hours and absences."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.absences import WHOLE_DAY, LeaveOfDay
from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.capacity import CapacitySource, WorkingHours
from clockify_desktop.domain.completeness import Listing
from clockify_desktop.domain.day_states import DayState
from clockify_desktop.domain.directory import Activity, Person
from clockify_desktop.domain.durations import DurationFormat, duration_text
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report
from clockify_desktop.translation import tr

if TYPE_CHECKING:
    from clockify_desktop.domain.work_plan import WorkPlan

# Nobody of whom these are known now could log time, or can be asked for it.
_NOT_HERE: Final = {
    Activity.PENDING: DayState.NOT_YET_HERE,
    Activity.DECLINED: DayState.NOT_YET_HERE,
    Activity.INACTIVE: DayState.LEFT,
}
_UNKNOWN_MEMBERSHIP: Final = tr("membership not known")

Words = dict[tuple[int, int], str]


@dataclass(frozen=True, eq=False)
class PlannedDays:
    """What is expected of people on the days of a period; all is people x days.

    Args:
        people: The rows.
        capacity_s: int64, seconds, before anything is taken off; 0 on days on which
            somebody is not here, or the manager expects nobody.
        leave_s: int64, seconds of it that leave takes off.
        holiday_s: int64, seconds of it that holidays take off.
        states: uint8, ``DayState``: ``OPEN`` for a day on which something is expected
            and that is not over in the person's own zone, ``MISSING`` for one that is.
        words: As a ``DayGrid`` has them.
        is_assumed: Bool, a person each: whether any of it is assumed.
    """

    people: tuple[Person, ...]
    period: Period
    capacity_s: NDArray[np.int64]
    leave_s: NDArray[np.int64]
    holiday_s: NDArray[np.int64]
    states: NDArray[np.uint8]
    words: Words
    is_assumed: NDArray[np.bool_]

    @property
    def expected_s(self) -> NDArray[np.int64]:
        """What remains: int64, people x days, seconds."""
        left: NDArray[np.int64] = self.capacity_s - self.leave_s - self.holiday_s
        return left


def own_zone(person: Person) -> ZoneInfo | None:
    """Find a person's own time zone, ``None`` where it is not known here."""
    try:
        return time_zone(person.time_zone) if person.time_zone else None
    except AppError:
        return None


def planned_days(
    report: Report, plan: "WorkPlan", people: Iterable[Person]
) -> PlannedDays:
    """Tell what is expected of people on the days of a report's period.

    A day is over when it is in the person's own zone, that of the report where it is
    not known, by the time at which the report came.
    """
    return _Planning(report, plan, tuple(people)).days()


class _Planning:
    """Works a plan out for some people: for all at once, then whoever differs."""

    def __init__(
        self, report: Report, plan: "WorkPlan", people: tuple[Person, ...]
    ) -> None:
        self._report, self._plan, self._people = report, plan, people
        self._row_of = {person.id: row for row, person in enumerate(people)}
        self._period = period = report.query.period
        self._first = period.start.toordinal()
        self._ordinals = np.arange(self._first, self._first + period.days)
        shape = len(people), period.days
        self._capacity_s = np.zeros(shape, np.int64)
        self._leave_s = np.zeros(shape, np.int64)
        self._holiday_s = np.zeros(shape, np.int64)
        self._states = np.full(shape, DayState.OPEN, np.uint8)
        self._is_assumed = np.zeros(len(people), np.bool_)
        self._words: Words = {}

    @cached_property
    def _with_time(self) -> frozenset[UserId]:
        facts = self._report.facts.condensed
        return frozenset(one.id for one in facts.people_with_time)

    def days(self) -> PlannedDays:
        """Work it out."""
        self._expect()
        self._take_leave()
        self._take_holidays()
        self._leave_out_days()
        self._leave_out_people()
        nobody = self._states >= DayState.NOT_YET_HERE
        for seconds in (self._capacity_s, self._leave_s, self._holiday_s):
            seconds[nobody] = 0
        return PlannedDays(
            self._people,
            self._period,
            self._capacity_s,
            self._leave_s,
            self._holiday_s,
            self._states,
            self._words,
            self._is_assumed,
        )

    def _expect(self) -> None:
        """Expect everybody's hours, and tell which days are over for whom."""
        capacity = self._plan.capacity
        # Many have the same hours.
        known: dict[tuple[WorkingHours, ...], tuple[NDArray[np.int64], bool]] = {}
        for row, person in enumerate(self._people):
            hours = capacity.of(person.id)
            if hours not in known:
                held = capacity.on(person.id, self._period)
                assumed = any(one.source is CapacitySource.ASSUMED for one in held)
                known[hours] = capacity.seconds(person.id, self._period), assumed
            self._capacity_s[row], self._is_assumed[row] = known[hours]
        today_by_zone: dict[str, int] = {}
        for person in self._people:
            if person.time_zone not in today_by_zone:
                today_by_zone[person.time_zone] = self._today(person)
        todays = [today_by_zone[person.time_zone] for person in self._people]
        today = np.array(todays, np.int64).reshape(-1, 1)
        self._states[self._ordinals < today] = DayState.MISSING
        self._states[self._capacity_s == 0] = DayState.OFF

    def _today(self, person: Person) -> int:
        zone = own_zone(person) or time_zone(self._report.query.time_zone)
        return self._report.fetched_at.astimezone(zone).date().toordinal()

    def _take_leave(self) -> None:
        absences = self._plan.absences
        for person in self._row_of.keys() & absences.leave.keys():
            row = self._row_of[person]
            for day, leave in absences.leave_on(person, self._period).items():
                at = day.toordinal() - self._first
                capacity_s = int(self._capacity_s[row, at])
                if not capacity_s:
                    continue
                taken_s = leave.taken_s(capacity_s)
                self._leave_s[row, at] = taken_s
                if taken_s == capacity_s:
                    self._states[row, at] = DayState.LEAVE
                else:
                    self._words[row, at] = _in_words(leave)

    def _take_holidays(self) -> None:
        everybody = range(len(self._people))
        for day, holiday in self._plan.absences.holidays_on(self._period):
            at = day.toordinal() - self._first
            people, rows = holiday.people, everybody
            if people is not None:
                of_some = [row for one, row in self._row_of.items() if one in people]
                rows = sorted(of_some)  # type: ignore[assignment]  # numbers of rows too
            for row in rows:
                if not self._capacity_s[row, at]:
                    continue
                before = self._words[row, at] if self._holiday_s[row, at] else ""
                self._words[row, at] = ", ".join(filter(None, (before, holiday.name)))
                self._holiday_s[row, at] = self._capacity_s[row, at]
                self._states[row, at] = DayState.HOLIDAY
        self._leave_s[self._holiday_s > 0] = 0

    def _leave_out_days(self) -> None:
        """Leave out what the manager said: of everybody, then of single people."""
        for one in sorted(self._plan.days_off, key=lambda each: each.user is not None):
            last = self._period.end if one.last is None else one.last
            which = self._ordinals >= one.first.toordinal()
            which &= self._ordinals <= last.toordinal()
            rows = range(len(self._people))
            if one.user is not None:
                row = self._row_of.get(one.user, -1)
                rows = range(row, row + 1) if row >= 0 else range(0)
            for row in rows:
                self._mark(row, which, DayState.NOT_EXPECTED, one.reason)

    def _leave_out_people(self) -> None:
        """Leave out whom nobody expects anything of, on some days or on all."""
        plan, every = self._plan, np.ones(self._period.days, np.bool_)
        listed = {one.id for one in self._report.directory.people}
        for row, person in enumerate(self._people):
            if person.activity is not Activity.ACTIVE or person.id not in listed:
                state, reason = self._standing(person, listed=person.id in listed)
                if state is not None:
                    self._mark(row, every, state, reason)
            days = plan.memberships.get(person.id)
            if days is not None and days.first is not None:
                before = self._ordinals < days.first.toordinal()
                self._mark(row, before, DayState.NOT_YET_HERE)
            if days is not None and days.last is not None:
                after = self._ordinals > days.last.toordinal()
                self._mark(row, after, DayState.LEFT)

    def _mark(
        self, row: int, which: NDArray[np.bool_], state: DayState, reason: str = ""
    ) -> None:
        self._states[row, which] = state
        for at in np.flatnonzero(which).tolist():
            self._words.pop((row, at), None)
            if reason:
                self._words[row, at] = reason

    def _standing(self, person: Person, *, listed: bool) -> tuple[DayState | None, str]:
        """Tell of a person of whom nothing is expected, whatever the day, why."""
        report = self._report
        if not listed:
            lists = report.directory.incomplete_lists
            if all(one.listing is not Listing.PEOPLE for one in lists):
                return DayState.LEFT, ""
            return DayState.NOT_EXPECTED, _UNKNOWN_MEMBERSHIP
        if person.activity is not Activity.UNKNOWN:
            return _NOT_HERE[person.activity], ""
        if person.id in self._with_time:
            return None, ""
        return DayState.NOT_EXPECTED, _UNKNOWN_MEMBERSHIP


def _in_words(leave: LeaveOfDay) -> str:
    time = duration_text(leave.seconds, DurationFormat.MINUTES)
    if not 0 < leave.half_days < WHOLE_DAY:
        return tr("{time} of leave", time=time)
    if not leave.seconds:
        return tr("half a day of leave")
    return tr("half a day and {time} of leave", time=time)
