"""``POST /workspaces/{w}/reports/attendance``: everybody on every day.

People without time are in it, and nothing tells how many rows there are [rec]. Seconds
are whole; ``zonedStart`` and ``zonedEnd`` are wall clocks without an offset, or null
[rec]. That a day off has a capacity of 0, and somebody of whom Clockify knows none a
null, is [?]; so is the error of a plan that does not hold it.
"""

from dataclasses import dataclass
from itertools import islice, product

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.sample.entries import RUNNING, TYPES
from clockify_desktop.sample.moment import WEEK, date_of, day_number, weekday
from clockify_desktop.sample.people import Membership
from clockify_desktop.sample.server import refusals
from clockify_desktop.sample.server.calls import Call, Desk, Reply
from clockify_desktop.sample.server.reports.detailed import asked_page
from clockify_desktop.sample.server.reports.question import Question, read_question
from clockify_desktop.sample.server.reports.sums import Sums
from clockify_desktop.sample.server.wire import Json, utc
from clockify_desktop.sample.zones import DAY_S, clock_for

_BREAK = TYPES.index("BREAK")
_THERE = (Membership.ACTIVE, Membership.INACTIVE)


@dataclass(slots=True)
class _Days:
    """What everybody did on each day of a report; all is people x days.

    Args:
        first: Days since 1970-01-01.
        seconds: int64, breaks among them.
        break_s: int64.
        runs: bool, whether something has no end yet.
        start_s: int64, the wall clock at which the first thing began.
        end_s: int64, at which the last one ended; ``RUNNING`` where nothing did.
    """

    first: int
    seconds: NDArray[np.int64]
    break_s: NDArray[np.int64]
    runs: NDArray[np.bool_]
    start_s: NDArray[np.int64]
    end_s: NDArray[np.int64]

    @classmethod
    def of(cls, question: Question) -> "_Days":
        sums = Sums(question)
        entries = sums.entries
        first = day_number(question.start.date())
        across = day_number(question.end.date()) - first + 1
        clock = clock_for(question.zone_name, *_bounds(entries.start_s))
        start_s = clock.to_wall(entries.start_s)
        ends = entries.end_s != RUNNING
        end_s = np.where(ends, clock.to_wall(entries.end_s), RUNNING)
        shape = len(sums.workspace.people), across
        day = np.clip(start_s // DAY_S - first, 0, across - 1)
        cell = entries.user * across + day
        firsts = np.full(shape, np.iinfo(np.int64).max)
        lasts = np.full(shape, RUNNING, np.int64)
        np.minimum.at(firsts.reshape(-1), cell, start_s)
        np.maximum.at(lasts.reshape(-1), cell, end_s)

        def summed(values: NDArray[np.int64]) -> NDArray[np.int64]:
            size = shape[0] * shape[1]
            sums = np.bincount(cell, values, size).astype(np.int64)
            return sums.reshape(shape)

        pauses = np.where(entries.kind == _BREAK, sums.seconds, 0)
        return cls(
            first,
            summed(sums.seconds),
            summed(pauses),
            summed((~ends).astype(np.int64)) > 0,
            firsts,
            lasts,
        )


def _bounds(instants_s: NDArray[np.int64]) -> tuple[int, int]:
    return (int(instants_s[0]), int(instants_s[-1])) if len(instants_s) else (0, 0)


def _row(desk: Desk, days: _Days, number: int, at: int, this_monday: int) -> Json:
    person, day = desk.workspace.people[number], days.first + at
    weeks_ago = (this_monday - (day - weekday(day))) // WEEK
    capacity_s = person.capacity_s(weekday(day), weeks_ago)
    break_s = int(days.break_s[number, at])
    worked_s = int(days.seconds[number, at]) - break_s
    ended = days.end_s[number, at] != RUNNING
    return {
        "userId": person.id,
        "userName": person.name,
        "imageUrl": "",
        "date": f"{date_of(day)}T00:00:00.000Z",
        "capacity": capacity_s if person.capacity_told else None,
        "remainingCapacity": max(capacity_s - worked_s, 0),
        "totalDuration": worked_s,
        "break": break_s,
        "overtime": max(worked_s - capacity_s, 0),
        "timeOff": 0,
        "hasRunningEntry": bool(days.runs[number, at]),
        "zonedStart": _wall(int(days.start_s[number, at])) if ended else None,
        "zonedEnd": _wall(int(days.end_s[number, at])) if ended else None,
    }


def _wall(wall_s: int) -> str:
    return utc(wall_s).removesuffix("Z")


def get_attendance(call: Call) -> Reply:
    """Answer with one page of people and days, by person and then by day."""
    question = read_question(call)
    if question.desk.workspace.free:
        refusals.not_in_plan()
    page = asked_page(question, "attendanceFilter")
    desk, days = question.desk, _Days.of(question)
    people = [
        number
        for number in range(len(desk.workspace.people))
        if desk.workspace.membership_of(number) in _THERE
        and (desk.sees_everybody or number == desk.viewer)
    ]
    places = product(people, range(days.seconds.shape[1]))
    this_monday = call.organisation.moment.this_monday
    rows = [
        _row(desk, days, number, at, this_monday)
        for number, at in islice(places, page.start, page.stop)
    ]
    return Reply({"entities": rows})
