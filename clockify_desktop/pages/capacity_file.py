"""The file of "Hours and capacity": a row a person, with every number of the page."""

from typing import Final

import numpy as np

from clockify_desktop.domain.capacity import CapacitySource
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.file_table import FileTable, Value, hours_of
from clockify_desktop.domain.showable import without_isolates
from clockify_desktop.pages.capacity_rows import PeopleHours
from clockify_desktop.pages.table import Truths

# As files spell them, whatever is spoken.
_SOURCES: Final = {
    CapacitySource.BY_HAND: "set here",
    CapacitySource.ATTENDANCE: "attendance report",
    CapacitySource.PROFILE: "member profile",
    CapacitySource.ASSUMED: "assumed",
}
COLUMNS: Final = (
    *("user", "user_id", "user_email", "team"),
    *("duration_seconds", "duration_hours"),
    *("capacity_seconds", "capacity_hours", "difference_seconds", "difference_hours"),
    *("full_capacity_seconds", "leave_seconds", "holiday_seconds"),
    *("capacity_source", "remark"),
)


def capacity_file(people: PeopleHours, shown: Truths) -> FileTable:
    """Write some of the people by name, whatever the bars are."""
    rows = [_row(people, row) for row in np.flatnonzero(shown).tolist()]
    return FileTable(COLUMNS, rows, int(people.hours_s[shown].sum()))


def _row(people: PeopleHours, row: int) -> tuple[Value, ...]:
    person, report = people.people[row], people.report
    names = report.grouping.group_names
    hours_s, expected_s = int(people.hours_s[row]), int(people.expected_s[row])
    held = people.plan.capacity.on(person.id, report.query.period)
    sources = dict.fromkeys(_SOURCES[one.source] for one in held)
    return (
        *person.cells,
        ", ".join(names[group] for group in person.groups if group in names),
        hours_s,
        hours_of(hours_s),
        expected_s,
        hours_of(expected_s),
        hours_s - expected_s,
        hours_of(hours_s - expected_s),
        int(people.full_s[row]),
        int(people.leave_s[row]),
        int(people.holiday_s[row]),
        ", ".join(sources),
        without_isolates(people.note(row, DurationFormat.MINUTES)),
    )
