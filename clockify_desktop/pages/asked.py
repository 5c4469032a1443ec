"""What dialogs ask of a person, some people or a project, and what was said of it."""

from dataclasses import dataclass
from datetime import date

from clockify_desktop.domain.capacity import (
    ASSUMED,
    Capacity,
    CapacitySource,
    WorkingHours,
)
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_words import (
    dates_in_words,
    single_day,
)
from clockify_desktop.domain.review_records import (
    DayOff,
    ProjectDates,
    ReviewRecord,
    SetCapacity,
)
from clockify_desktop.pages.capacity_words import hours_in_words
from clockify_desktop.translation import tr, tr_context


@dataclass(frozen=True, slots=True)
class Told:
    """Something that was said before, in words, and can be taken back."""

    words: str
    record: ReviewRecord


@dataclass(frozen=True, slots=True)
class CapacityAsked:
    """How much some people are expected to work.

    Args:
        name: Of the one person, or of all together.
        first: The first day of the period that is looked at.
        hours: What has held on that day up to now.
        week_start: The weekday that a week begins with, Monday is 0.
    """

    users: tuple[UserId, ...]
    name: str
    first: date
    hours: WorkingHours
    week_start: int
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class DaysOffAsked:
    """From which day to which one a person is not expected to log time.

    Args:
        period: What is looked at.
        week_start: The weekday that a week begins with, Monday is 0.
    """

    user: UserId
    name: str
    period: Period
    week_start: int
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class ProjectDatesAsked:
    """When a project is to run.

    Args:
        today: The day on which the numbers came.
        dates: What was said before, ``None`` for nothing.
        week_start: The weekday that a week begins with, Monday is 0.
    """

    project: ProjectId
    name: str
    today: date
    dates: ProjectDates | None
    week_start: int

    @property
    def told(self) -> tuple[Told, ...]:
        """The same, to be taken back."""
        dates = self.dates
        if dates is None:
            return ()
        return (Told(_span(dates.first, dates.last), dates),)


Asked = CapacityAsked | DaysOffAsked | ProjectDatesAsked


def capacities_told(
    capacity: Capacity, user: UserId, durations: DurationFormat
) -> tuple[Told, ...]:
    """List what was set of a person, the latest first."""
    return tuple(
        Told(
            hours_with_year(one, durations),
            SetCapacity(user, one.since, one.seconds),
        )
        for one in reversed(capacity.of(user))
        if one.source is CapacitySource.BY_HAND and one.since is not None
    )


def hours_with_year(hours: WorkingHours, durations: DurationFormat) -> str:
    """Write hours, such as ``8 h, Mon-Thu, from 5 Oct 2026`` with an en dash."""
    return hours_in_words(hours, durations, with_year=True)


def common_hours(
    capacity: Capacity, users: tuple[UserId, ...], day: date
) -> WorkingHours:
    """Give the hours that hold for all of some people on a day, else what is usual."""
    held = {capacity.on(one, Period(day, day))[0] for one in users}
    return held.pop() if len(held) == 1 else ASSUMED


def days_off_told(days_off: tuple[DayOff, ...], user: UserId) -> tuple[Told, ...]:
    """List when a person was said not to be expected, the latest first."""
    of_user = (one for one in days_off if one.user == user)
    return tuple(
        Told(_with_reason(one), one)
        for one in sorted(of_user, key=lambda one: one.first, reverse=True)
    )


def _with_reason(said: DayOff) -> str:
    span = _span(said.first, said.last)
    if not said.reason:
        return span
    return tr("{days}: {reason}", days=span, reason=said.reason)


def _with_year(day: date) -> str:
    return tr_context("date", "{day} {year}", day=single_day(day), year=day.year)


def _span(first: date | None, last: date | None) -> str:
    if first is not None and last is not None and first <= last:
        return dates_in_words(Period(first, last))
    if first is not None and last is not None:
        return tr(
            "from {first} until {last}", first=_with_year(first), last=_with_year(last)
        )
    if first is not None:
        return tr("from {day}", day=_with_year(first))
    return "" if last is None else tr("until {day}", day=_with_year(last))
