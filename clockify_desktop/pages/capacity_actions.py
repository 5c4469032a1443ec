"""What a manager may say of how much people are expected to work."""

from typing import Final

import numpy as np

from clockify_desktop.domain.level import Level
from clockify_desktop.domain.showable import named
from clockify_desktop.pages.asked import (
    CapacityAsked,
    Told,
    capacities_told,
    common_hours,
)
from clockify_desktop.pages.capacity_rows import PeopleHours
from clockify_desktop.pages.page import PageAction, RowAction, ViewOptions
from clockify_desktop.pages.table import Truths
from clockify_desktop.translation import tr

READ_CAPACITIES: Final = PageAction(
    "read_capacities", tr("Read capacities from a CSV file\N{HORIZONTAL ELLIPSIS}")
)
SAVE_CAPACITIES: Final = PageAction(
    "save_capacities", tr("Save a CSV to fill in\N{HORIZONTAL ELLIPSIS}")
)
CAPACITY_FILES: Final = (READ_CAPACITIES, SAVE_CAPACITIES)


def capacity_action(
    people: PeopleHours, rows: Truths, name: str, view: ViewOptions, *, of_team: bool
) -> RowAction:
    """Offer to set the capacity of a person, or of all people of a team.

    Args:
        rows: Bool, which of the people.
        name: That of the row.
    """
    users = tuple(people.people[row].id for row in np.flatnonzero(rows).tolist())
    capacity, query = people.plan.capacity, people.report.query
    told: tuple[Told, ...] = ()
    whose = str(named(name))
    if of_team:
        whose = tr(
            "{people} of {team}", people=Level.USER.counted(len(users)), team=whose
        )
    else:
        told = capacities_told(capacity, users[0], view.durations)
    first = query.period.start
    hours = common_hours(capacity, users, first)
    asked = CapacityAsked(users, whose, first, hours, query.week_start, told)
    return RowAction(tr("Set the capacity of {person}", person=whose), asks=asked)
