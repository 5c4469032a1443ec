"""What is expected of whom on which day, and which of these days have no time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.absences import Absences
from clockify_desktop.domain.capacity import Capacity
from clockify_desktop.domain.day_states import DayGrid, DayState
from clockify_desktop.domain.directory import Person
from clockify_desktop.domain.facts import summed
from clockify_desktop.domain.far_zones import told_beside
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.planned_days import planned_days
from clockify_desktop.domain.report import Report
from clockify_desktop.translation import tr

_BESIDE: Final = tr("far time zone: time may be on the day beside")


@dataclass(frozen=True, slots=True)
class MembershipDays:
    """The first and the last day of a membership, ``None`` where not known."""

    first: date | None = None
    last: date | None = None


class DaysOff(Protocol):
    """Days on which time is not expected, as the manager said."""

    @property
    def user(self) -> UserId | None:
        """Whose; ``None`` for everybody."""

    @property
    def first(self) -> date:
        """The first day."""

    @property
    def last(self) -> date | None:
        """The last day, included; ``None`` where there is no end."""

    @property
    def reason(self) -> str:
        """Why, in words; may be empty."""


@dataclass(frozen=True, eq=False)
class WorkPlan:
    """What is known of when people are expected to work.

    Args:
        memberships: As far as anybody knows them; Clockify does not tell.
        days_off: What the manager said of days.
    """

    capacity: Capacity = field(default_factory=Capacity)
    absences: Absences = field(default_factory=Absences)
    memberships: Mapping[UserId, MembershipDays] = field(default_factory=dict)
    days_off: Sequence[DaysOff] = ()


def day_grid(
    report: Report, plan: WorkPlan | None, people: Iterable[Person]
) -> DayGrid:
    """Tell what each day of a report's period is for people.

    A day on which a person has something that is of no length, such as a timer that
    still runs, is not missing: it is not over. Neither is one of whoever lives so far
    away that their time of it may stand on the day beside.

    Args:
        plan: ``None`` where nothing is known: eight hours from Monday to Friday.
    """
    planned = planned_days(report, plan or WorkPlan(), people)
    seconds, logged = logged_days(report, planned.people)
    states = planned.states.copy()
    missing = states == DayState.MISSING
    states[logged & (seconds == 0) & missing] = DayState.OPEN
    beside = ~logged & missing & told_beside(report, planned.people, logged)
    states[beside] = DayState.NOT_EXPECTED
    places = ((row, at) for row, at in np.argwhere(beside).tolist())
    words = {**planned.words, **dict.fromkeys(places, _BESIDE)}
    return DayGrid(planned.people, tuple(planned.period), seconds, states, words)


def logged_days(
    report: Report, people: tuple[Person, ...]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Add up what people logged on the days of a report's period.

    Returns:
        int64 seconds, people x days; and whether there is any fact, bool.
    """
    facts, period = report.facts.once, report.query.period
    row_of = {person.id: row for row, person in enumerate(people)}
    rows = np.array([row_of.get(one.id, -1) for one in facts.people], np.intp)
    row = rows[facts.user] if len(facts) else np.zeros(0, np.intp)
    day = facts.day - period.start.toordinal()
    here = (row >= 0) & (day >= 0) & (day < period.days)
    cell = (row * period.days + day)[here].astype(np.intp)
    shape = len(people), period.days
    seconds = summed(cell, facts.seconds[here], len(people) * period.days)
    count = np.bincount(cell, minlength=len(people) * period.days)
    return seconds.reshape(shape), count.reshape(shape) > 0
