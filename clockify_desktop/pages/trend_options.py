"""The choices of the page "Trend": rows, how many periods, order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Final

from clockify_desktop.domain.level import Level
from clockify_desktop.pages.chart_selection import NO_SELECTION
from clockify_desktop.pages.page import Alternative, Control, ViewOptions
from clockify_desktop.pages.period_phrases import counted_periods
from clockify_desktop.translation import tr

TEAMS_FROM: Final = 30
"""So many people are shown by team as long as nobody chooses."""
ROWS: Final = (Level.USER, Level.GROUP, Level.PROJECT, Level.CLIENT)
COUNTS: Final = (12, 8)


class Order(StrEnum):
    """How the small pictures stand."""

    NAME = "name"
    TIME = "time"


_ORDERS: Final = {Order.NAME: tr("by name"), Order.TIME: tr("by time")}


@dataclass(frozen=True, slots=True)
class TrendOptions:
    """The choices of the page.

    Args:
        rows: ``None`` where nobody chose: by how many people there are.
        count: How many periods that are over are shown at most.
    """

    rows: Level | None = None
    count: int = COUNTS[0]
    order: Order = Order.NAME

    @property
    def choices(self) -> dict[str, str]:
        """The same as texts, as they are kept."""
        rows = {} if self.rows is None else {"rows": self.rows.value}
        return {**rows, "periods": str(self.count), "order": self.order.value}

    def shown(self, people: int, *, has_teams: bool) -> Level:
        """Tell what the small pictures are of."""
        usual = Level.GROUP if people >= TEAMS_FROM else Level.USER
        rows = self.rows or usual
        return Level.USER if rows is Level.GROUP and not has_teams else rows


def options_of(choices: Mapping[str, str]) -> TrendOptions:
    """Read the choices of the page; what means nothing is as usual."""
    rows, order = choices.get("rows", ""), choices.get("order", "")
    count = choices.get("periods", "")
    return TrendOptions(
        Level(rows) if rows in set(ROWS) else None,
        int(count) if count in map(str, COUNTS) else COUNTS[0],
        Order(order) if order in set(Order) else Order.NAME,
    )


def controls_of(
    view: ViewOptions,
    shown: Level | None = None,
    several: Callable[[int], str] | None = None,
) -> tuple[Control, ...]:
    """List what its head offers.

    Args:
        shown: What the small pictures are of where nobody chose.
        several: Counts the periods, such as ``12 weeks``.
    """
    options = options_of(view.choices)
    rows = tuple((one.value, one.title) for one in ROWS)
    chosen_rows = options.rows or shown or Level.USER
    counted = several or partial(counted_periods, None)
    counts = tuple((str(one), counted(one)) for one in COUNTS)
    orders = tuple((one.value, _ORDERS[one]) for one in Order)
    return (
        Control("rows", tr("Rows"), rows, chosen_rows.value, side_by_side=True),
        Control("periods", tr("Periods"), counts, str(options.count)),
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
    """Turn to projects, or to people where these are not shown."""
    of_people = options_of(view.choices).rows in {None, Level.USER, Level.GROUP}
    rows = Level.PROJECT if of_people else Level.USER
    words = tr("Show by project") if of_people else tr("Show by person")
    return Alternative(words, chosen(view, "rows", rows.value))
