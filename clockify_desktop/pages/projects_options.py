"""The choices of the page "Projects": order, which are shown, which are open."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from clockify_desktop.charts.chart import FOLDS
from clockify_desktop.pages.page import Control, ViewOptions
from clockify_desktop.pages.who_logged_options import Folds
from clockify_desktop.translation import tr, tr_plural

_SHOWN: Final = "shown"
_WITH_TIME: Final = "with-time"
_ALL: Final = "all"


_AS_USUAL: Final = Folds()


class Order(StrEnum):
    """How the projects stand; the value is how settings spell it."""

    SIZE = "size"
    NAME = "name"


_ORDERS: Final = {Order.SIZE: tr("by size"), Order.NAME: tr("by name")}


@dataclass(frozen=True, slots=True)
class ProjectsOptions:
    """The choices of the page.

    Args:
        without_time: Whether projects without time in the period are shown.
        folds: The open projects, whatever the period.
    """

    order: Order = Order.SIZE
    without_time: bool = False
    folds: Folds = _AS_USUAL

    @property
    def choices(self) -> dict[str, str]:
        """The same as texts, as they are kept."""
        return {
            "order": self.order.value,
            _SHOWN: _ALL if self.without_time else _WITH_TIME,
            FOLDS: self.folds.text,
        }


def options_of(choices: Mapping[str, str]) -> ProjectsOptions:
    """Read the choices of the page; what means nothing is as usual."""
    order = choices.get("order", "")
    of, *changes = choices.get(FOLDS, "").split(" ")
    return ProjectsOptions(
        Order(order) if order in set(Order) else Order.SIZE,
        choices.get(_SHOWN) == _ALL,
        Folds(of, tuple(changes)),
    )


def controls_of(
    view: ViewOptions, without_time: int | None = None
) -> tuple[Control, ...]:
    """List what its head offers.

    Args:
        without_time: How many projects have no time in the period; ``None`` where that
            is not known.
    """
    options = options_of(view.choices)
    orders = tuple((one.value, _ORDERS[one]) for one in Order)
    order = Control("order", tr("Order"), orders, options.order.value)
    if without_time == 0:
        return (order,)
    every = tr("Show those without time")
    if without_time is not None:
        every = tr_plural(
            "Show {count} without time", "Show {count} without time", without_time
        )
    shown = ((_WITH_TIME, tr("Only with time")), (_ALL, every))
    chosen_ones = _ALL if options.without_time else _WITH_TIME
    return (Control(_SHOWN, tr("Projects"), shown, chosen_ones), order)


def chosen(view: ViewOptions, control: str, choice: str) -> ViewOptions:
    """Follow a choice in one of its controls, or a project that folds or opens."""
    options = options_of(view.choices)
    if control == FOLDS:
        after = replace(options, folds=options.folds.changed(choice))
    else:
        after = options_of({**view.choices, control: choice})
    return view if after == options else replace(view, choices=after.choices)
