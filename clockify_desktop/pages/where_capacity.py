"""How much was expected of each person, beside what they worked on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from clockify_desktop.domain.durations import DurationFormat, duration_text
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.work_plan import WorkPlan
from clockify_desktop.pages.answered_plan import people_shown
from clockify_desktop.pages.capacity_options import USUAL_TOLERANCE
from clockify_desktop.pages.capacity_rows import PeopleHours
from clockify_desktop.translation import tr


@dataclass(frozen=True, slots=True)
class CapacityTicks:
    """What is known of the capacity of some people.

    Columns have an entry a row, and are ``None`` where nothing is known of any.

    Args:
        capacity_s: Seconds, leave and holidays taken off; ``None`` where nothing is
            expected.
        notes: By how much somebody is short, ``None`` for whoever is not.
        assumed: The rows whose capacity is only assumed.
    """

    capacity_s: tuple[int | None, ...] | None = None
    notes: tuple[str | None, ...] | None = None
    assumed: frozenset[int] = frozenset()


NO_TICKS: Final = CapacityTicks()


def capacity_ticks(
    report: Report,
    plan: WorkPlan,
    selection: Selection,
    rows: Sequence[Label],
    durations: DurationFormat,
) -> CapacityTicks:
    """Work the capacity of people out, by the labels of their rows.

    What is short by less than is said on "Hours and capacity" is not said here.
    """
    people = PeopleHours.of(
        report, plan, people_shown(report, selection), USUAL_TOLERANCE
    )
    place: dict[str, int] = {one.id: at for at, one in enumerate(people.people)}
    at_rows = [place.get(label.key) for label in rows]
    expected_s, is_short = people.expected_s.tolist(), people.is_short.tolist()
    lacking_s = (people.expected_s - people.hours_s).tolist()
    return CapacityTicks(
        tuple(None if at is None else expected_s[at] or None for at in at_rows),
        tuple(
            None
            if at is None or not is_short[at]
            else tr("{time} short", time=duration_text(lacking_s[at], durations))
            for at in at_rows
        ),
        frozenset(
            row
            for row, at in enumerate(at_rows)
            if at is not None and people.is_assumed[at]
        ),
    )
