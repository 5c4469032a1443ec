"""The choices of the page "Hours and capacity": rows, tolerance, order."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from clockify_desktop.domain.calendar import DAYS_A_WEEK
from clockify_desktop.domain.durations import (
    SECONDS_AN_HOUR,
    DurationFormat,
    duration_text,
)
from clockify_desktop.pages.chart_selection import NO_SELECTION
from clockify_desktop.pages.page import Alternative, Control, ViewOptions
from clockify_desktop.translation import tr

TEAMS_FROM: Final = 30
"""So many people are shown by team as long as nobody chooses."""
_WORKDAYS: Final = 5


class Rows(StrEnum):
    """What the bars are; the value is what people read."""

    PEOPLE = "people"
    TEAMS = "teams"


class Order(StrEnum):
    """How the bars stand."""

    NAME = "name"
    TIME = "time"


_ROWS: Final = {Rows.PEOPLE: tr("People"), Rows.TEAMS: tr("Teams")}
_ORDERS: Final = {Order.NAME: tr("by name"), Order.TIME: tr("by time")}


@dataclass(frozen=True, slots=True)
class Tolerance:
    """By how much hours and capacity may differ before anything is said.

    Args:
        seconds: A day or a week.
    """

    seconds: int
    by_day: bool = False

    def words(self, durations: DurationFormat) -> str:
        """Name it, such as ``5:00 a week``."""
        time = duration_text(self.seconds, durations)
        return (
            tr("{time} a day", time=time)
            if self.by_day
            else tr("{time} a week", time=time)
        )

    def of_days(self, days: int) -> int:
        """Give what it allows in so many days of a calendar, seconds.

        A day has a fifth of a week, five days or more of one week all of it.
        """
        week_s = self.seconds * _WORKDAYS if self.by_day else self.seconds
        if days >= DAYS_A_WEEK:
            return week_s * days // DAYS_A_WEEK
        return week_s * min(days, _WORKDAYS) // _WORKDAYS


TOLERANCES: Final[Mapping[str, Tolerance]] = {
    "1-day": Tolerance(SECONDS_AN_HOUR, by_day=True),
    "2-day": Tolerance(2 * SECONDS_AN_HOUR, by_day=True),
    "2-week": Tolerance(2 * SECONDS_AN_HOUR),
    "5-week": Tolerance(5 * SECONDS_AN_HOUR),
    "10-week": Tolerance(10 * SECONDS_AN_HOUR),
}
_USUAL: Final = "5-week"
USUAL_TOLERANCE: Final = TOLERANCES[_USUAL]
"""That where nobody chooses one."""


@dataclass(frozen=True, slots=True)
class CapacityOptions:
    """The choices of the page.

    Args:
        rows: ``None`` where nobody chose: by how many people there are.
        tolerance: A key of ``TOLERANCES``.
    """

    rows: Rows | None = None
    tolerance: str = _USUAL
    order: Order = Order.NAME

    @property
    def choices(self) -> dict[str, str]:
        """The same as texts, as they are kept."""
        rows = {} if self.rows is None else {"rows": self.rows.value}
        return {**rows, "tolerance": self.tolerance, "order": self.order.value}


def options_of(choices: Mapping[str, str]) -> CapacityOptions:
    """Read the choices of the page; what means nothing is as usual."""
    rows, order = choices.get("rows", ""), choices.get("order", "")
    tolerance = choices.get("tolerance", "")
    return CapacityOptions(
        Rows(rows) if rows in set(Rows) else None,
        tolerance if tolerance in TOLERANCES else _USUAL,
        Order(order) if order in set(Order) else Order.NAME,
    )


def controls_of(view: ViewOptions, usual: Rows = Rows.PEOPLE) -> tuple[Control, ...]:
    """List what its head offers; ``usual`` are the rows as long as nobody chooses."""
    options = options_of(view.choices)
    rows = tuple((one.value, _ROWS[one]) for one in Rows)
    chosen_rows = options.rows or usual
    tolerances = tuple(
        (key, one.words(view.durations)) for key, one in TOLERANCES.items()
    )
    orders = tuple((one.value, _ORDERS[one]) for one in Order)
    return (
        Control("rows", tr("Rows"), rows, chosen_rows.value, side_by_side=True),
        Control("tolerance", tr("Tolerance"), tolerances, options.tolerance),
        Control("order", tr("Order"), orders, options.order.value),
    )


def chosen(view: ViewOptions, control: str, choice: str) -> ViewOptions:
    """Follow a choice in one of its controls; other rows lose what was selected."""
    before = options_of(view.choices)
    after = options_of({**view.choices, control: choice})
    if after == before:
        return view
    selected = view.selected if after.rows is before.rows else NO_SELECTION
    return replace(view, choices=after.choices, selected=selected)


def alternative_of(view: ViewOptions) -> Alternative:
    """Turn to teams, or to people where teams are shown."""
    teams = options_of(view.choices).rows is Rows.TEAMS
    rows = Rows.PEOPLE if teams else Rows.TEAMS
    words = tr("Show by person") if teams else tr("Show by team")
    return Alternative(words, chosen(view, "rows", rows.value))
