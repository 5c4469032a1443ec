"""Holidays, leave and approvals of the sample organisation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.sample.moment import WEEK, Moment, date_of, day_number
from clockify_desktop.sample.people import SYDNEY, Membership, Person

POLICIES = ("Vacation", "Sick leave", "Errands")
Half = Literal["NOT_DEFINED", "FIRST_HALF", "SECOND_HALF"]
_FIXED = ((1, 1, "New Year"), (5, 1, "Labour Day"), (12, 25, "Christmas Day"))


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days on which nobody it is for is expected.

    Args:
        name: As people read it.
        first_day: Days since 1970-01-01; of the first year where it is annual.
        last_day: Likewise, included.
        annual: Whether it comes back every year on the same dates.
        people: Numbers of those it is for; ``None``: everybody, also later ones.
        groups: Numbers of user groups it is for.
    """

    name: str
    first_day: int
    last_day: int
    annual: bool = False
    people: tuple[int, ...] | None = None
    groups: tuple[int, ...] = ()

    def covers(self, number: int, person: Person) -> bool:
        """Tell whether the holiday is for a person."""
        if self.people is None and not self.groups:
            return True
        mine = not set(self.groups).isdisjoint(person.groups)
        return mine or number in (self.people or ())


@dataclass(frozen=True, slots=True)
class Leave:
    """One request for time off.

    Args:
        person: The number of who asks.
        first_day: Days since 1970-01-01.
        last_day: Likewise, included.
        status: APPROVED, PENDING or REJECTED; only the first means away.
        policy: The number of a policy.
        note: What the person wrote.
        half: Which half of its day, if not the whole.
        hours: From when to when, hours after midnight; ``None``: whole or half days.
    """

    person: int
    first_day: int
    last_day: int
    status: str = "APPROVED"
    policy: int = 0
    note: str = ""
    half: Half = "NOT_DEFINED"
    hours: tuple[float, float] | None = None

    @property
    def part_of_day(self) -> bool:
        """Whether the person is expected on that day all the same."""
        return self.hours is not None or self.half != "NOT_DEFINED"


@dataclass(frozen=True, slots=True)
class Approval:
    """A week that somebody handed in.

    Args:
        person: The number of who handed it in.
        monday: The first day of the week, days since 1970-01-01.
        state: PENDING or APPROVED; time that is approved is locked.
    """

    person: int
    monday: int
    state: str


def holidays(moment: Moment, people: Sequence[Person], days: int) -> list[Holiday]:
    """List the holidays: annual ones, one in last week, one for a group."""
    first_year = date_of(moment.today - days).year
    annual = [
        Holiday(name, day, day, annual=True)
        for month, number, name in _FIXED
        for day in (day_number(date(first_year, month, number)),)
    ]
    in_sydney = tuple(n for n, person in enumerate(people) if person.zone == SYDNEY)
    wednesday = moment.last_monday + 2
    retreat = moment.this_monday - 10 * WEEK + 3
    return [
        *annual,
        Holiday("Sydney office day", wednesday, wednesday, people=in_sydney),
        Holiday("Design retreat", retreat, retreat + 1, groups=(0,)),
    ]


def leaves(moment: Moment, people: Sequence[Person]) -> list[Leave]:
    """List the requests: two weeks a year for everybody, and what a review finds.

    Among that are half a day and a few hours, which change nothing of the entries.
    """
    handles = {person.handle: number for number, person in enumerate(people)}
    found = [
        Leave(number, monday, monday + WEEK + 4)
        for number, person in enumerate(people)
        if person.membership is Membership.ACTIVE
        for monday in (moment.this_monday - (6 + number * 5 % 44) * WEEK,)
    ]
    if (number := handles.get("wilhelmina")) is not None:
        thursday = moment.last_monday + 3
        found.append(Leave(number, thursday, thursday + 1, note="Moving house"))
    if (number := handles.get("layla.hassan")) is not None:
        found.append(Leave(number, moment.this_monday, moment.this_monday, policy=1))
    if (number := handles.get("jonas.weber")) is not None:
        monday = moment.this_monday + 4 * WEEK
        found.append(Leave(number, monday, monday + 4, "PENDING"))
    if (number := handles.get("oskar.nieminen")) is not None:
        friday = moment.this_monday - 3 * WEEK + 4
        found.append(Leave(number, friday, friday, "REJECTED"))
    if (number := handles.get("bastian.krueger")) is not None:
        friday = moment.last_monday + 4
        found.append(Leave(number, friday, friday, half="SECOND_HALF"))
    if (number := handles.get("ines.carvalho")) is not None:
        tuesday = moment.last_monday + 1
        found.append(Leave(number, tuesday, tuesday, policy=2, hours=(14.0, 16.5)))
    return found


def approvals(moment: Moment, people: Sequence[Person]) -> list[Approval]:
    """List the weeks handed in: last week by some, earlier ones by more."""
    handed_in: list[Approval] = []
    for number, person in enumerate(people):
        if person.membership is not Membership.ACTIVE or number % 3 == 0:
            continue
        for weeks_ago in range(2, 6):
            monday = moment.this_monday - weeks_ago * WEEK
            handed_in.append(Approval(number, monday, "APPROVED"))
        if number % 3 == 1:
            state = "APPROVED" if number % 2 else "PENDING"
            handed_in.append(Approval(number, moment.last_monday, state))
    return handed_in


def expected(
    people: Sequence[Person],
    days: NDArray[np.int64],
    free: Sequence[Holiday],
    away: Sequence[Leave],
) -> NDArray[np.bool_]:
    """Tell who is expected to work on which day.

    Args:
        people: The members.
        days: Days since 1970-01-01, ascending without gaps.
        free: The holidays.
        away: The requests for time off.

    Returns:
        bool, people x days.
    """
    weekdays = (days + 3) % WEEK
    first, last = int(days[0]), int(days[-1])
    working = np.zeros((len(people), WEEK), np.bool_)
    for number, person in enumerate(people):
        working[number, list(person.working_days)] = True
    mask: NDArray[np.bool_] = working[:, weekdays]
    for holiday in free:
        rows = [
            number
            for number, person in enumerate(people)
            if not person.works_holidays and holiday.covers(number, person)
        ]
        for day in _occurrences(holiday, first, last):
            mask[rows, day - first] = False
    for leave in away:
        if leave.status == "APPROVED" and not leave.part_of_day:
            begin = max(leave.first_day - first, 0)
            mask[leave.person, begin : max(leave.last_day - first + 1, 0)] = False
    return mask


def _occurrences(holiday: Holiday, first: int, last: int) -> list[int]:
    found = range(holiday.first_day, holiday.last_day + 1)
    if not holiday.annual:
        return [day for day in found if first <= day <= last]
    start = date_of(holiday.first_day)
    years = range(start.year, date_of(last).year + 1)
    again = (day_number(start.replace(year=year)) for year in years)
    return [day for day in again if first <= day <= last]
