"""The choices of the page "What changed": rows and their order."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from clockify_desktop.domain.level import Level
from clockify_desktop.pages.chart_selection import NO_SELECTION
from clockify_desktop.pages.page import Alternative, Control, ViewOptions
from clockify_desktop.translation import tr

ROWS: Final = (Level.USER, Level.PROJECT, Level.CLIENT)
_AGAINST: Final = "before"


class Order(StrEnum):
    """How projects and clients stand; people always stand by name."""

    SIZE = "size"
    CHANGE = "change"


_ORDERS: Final = {Order.SIZE: tr("by size"), Order.CHANGE: tr("by change")}


@dataclass(frozen=True, slots=True)
class ChangedOptions:
    """The choices of the page."""

    rows: Level = Level.PROJECT
    order: Order = Order.SIZE

    @property
    def choices(self) -> dict[str, str]:
        """The same as texts, as they are kept."""
        return {"rows": self.rows.value, "order": self.order.value}

    @property
    def by_name(self) -> bool:
        """Whether the rows are people, who are never ranked."""
        return self.rows is Level.USER


def options_of(choices: Mapping[str, str]) -> ChangedOptions:
    """Read the choices of the page; what means nothing is as usual."""
    usual = ChangedOptions()
    rows, order = choices.get("rows", ""), choices.get("order", "")
    return ChangedOptions(
        Level(rows) if rows in set(ROWS) else usual.rows,
        Order(order) if order in set(Order) else usual.order,
    )


def controls_of(
    view: ViewOptions, against: str = tr("against the period before")
) -> tuple[Control, ...]:
    """List what its head offers.

    Args:
        against: What the period is compared with, which the report tells.
    """
    options = options_of(view.choices)
    rows = tuple((row.value, row.title) for row in ROWS)
    controls = (
        Control("rows", tr("Rows"), rows, options.rows.value, side_by_side=True),
        Control("against", tr("Against"), ((_AGAINST, against),), _AGAINST),
    )
    if options.by_name:
        return controls
    orders = tuple((order.value, _ORDERS[order]) for order in Order)
    return (*controls, Control("order", tr("Order"), orders, options.order.value))


def chosen(view: ViewOptions, control: str, choice: str) -> ViewOptions:
    """Follow a choice in one of its controls.

    What was selected of another kind of rows does not stay.
    """
    before = options_of(view.choices)
    after = options_of({**view.choices, control: choice})
    if after == before:
        return view
    selected = view.selected if after.rows is before.rows else NO_SELECTION
    return replace(view, choices=after.choices, selected=selected)


def alternative_of(view: ViewOptions) -> Alternative:
    """Turn to projects, or to people where they are not shown."""
    by_person = options_of(view.choices).by_name
    rows = Level.PROJECT if by_person else Level.USER
    words = tr("Show by project") if by_person else tr("Show by person")
    return Alternative(words, chosen(view, "rows", rows.value))
