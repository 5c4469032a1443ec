"""The choices of the page "Who logged": order, who is shown, which teams are open."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from clockify_desktop.charts.chart import FOLDS
from clockify_desktop.charts.heat_content import ALL_ROWS
from clockify_desktop.domain.level import Level
from clockify_desktop.pages.page import Control, ViewOptions
from clockify_desktop.translation import tr

TEAMS_FROM: Final = 30
"""So many people stand by team unless somebody chose another order."""

_SHOWN: Final = "shown"
_EVERYONE: Final = "everyone"
_MISSING: Final = "missing"


class Order(StrEnum):
    """How the rows stand; the value is how settings spell it."""

    MISSING = "missing"
    NAME = "name"
    TEAM = "team"


_ORDER_WORDS: Final = {
    Order.MISSING: tr("problems first"),
    Order.NAME: tr("by name"),
    Order.TEAM: tr("by team"),
}


@dataclass(frozen=True, slots=True)
class Folds:
    """Which teams somebody folded or opened in one period.

    Args:
        of: Names the period; in another one teams stand as usual again.
        changes: Such as ``+id`` for an open and ``-id`` for a folded team, ``+*`` for
            all others.
    """

    of: str = ""
    changes: tuple[str, ...] = ()

    def is_open(self, key: str, *, usual: bool) -> bool:
        """Tell whether a team is open."""
        signs = {change[1:]: change[:1] for change in self.changes}
        sign = signs.get(key, signs.get(ALL_ROWS))
        return usual if sign is None else sign == "+"

    def changed(self, choice: str) -> "Folds":
        """Follow a choice as a chart gives it."""
        of, _, change = choice.partition(" ")
        if of != self.of or change[1:] == ALL_ROWS:
            return Folds(of, (change,))
        kept = (one for one in self.changes if one[1:] != change[1:])
        return Folds(of, (*kept, change))

    @property
    def text(self) -> str:
        """The same as it is kept."""
        return " ".join([self.of, *self.changes]) if self.changes else ""


@dataclass(frozen=True, slots=True)
class WhoLoggedOptions:
    """The choices of the page.

    Args:
        order: ``None`` where nobody chose one.
        only_missing: Whether only people with missing days have rows.
    """

    order: Order | None = None
    only_missing: bool = False
    folds: Folds = Folds()

    @property
    def choices(self) -> dict[str, str]:
        """The same as texts, as they are kept."""
        return {
            "order": self.order or "",
            _SHOWN: _MISSING if self.only_missing else _EVERYONE,
            FOLDS: self.folds.text,
        }

    def order_of(self, people: int, *, teams: bool) -> Order:
        """Tell in which order so many people stand."""
        if self.order is not None:
            return self.order
        return Order.TEAM if teams and people >= TEAMS_FROM else Order.MISSING


def options_of(choices: Mapping[str, str]) -> WhoLoggedOptions:
    """Read the choices of the page; what means nothing is as usual."""
    order = choices.get("order", "")
    of, *changes = choices.get(FOLDS, "").split(" ")
    return WhoLoggedOptions(
        Order(order) if order in set(Order) else None,
        choices.get(_SHOWN) == _MISSING,
        Folds(of, tuple(changes)),
    )


def controls_of(
    view: ViewOptions, order: Order | None = None, counts: tuple[int, int] | None = None
) -> tuple[Control, ...]:
    """List what its head offers.

    Args:
        order: In which the rows stand.
        counts: How many people there are, and how many with missing days; ``None``
            where that is not known yet.
    """
    options = options_of(view.choices)
    chosen_order = order or options.order or Order.MISSING
    names = (tr("Everyone"), tr("Only with missing days"))
    if counts is not None:
        names = (f"{names[0]} {counts[0]}", f"{names[1]} {counts[1]}")
    shown = ((_EVERYONE, names[0]), (_MISSING, names[1]))
    chosen = _MISSING if options.only_missing else _EVERYONE
    orders = tuple((one.value, words) for one, words in _ORDER_WORDS.items())
    return (
        Control(_SHOWN, Level.USER.title, shown, chosen, side_by_side=True),
        Control("order", tr("Order"), orders, chosen_order.value),
    )


def chosen(view: ViewOptions, control: str, choice: str) -> ViewOptions:
    """Follow a choice in one of its controls, or a team that folds or opens."""
    options = options_of(view.choices)
    if control == FOLDS:
        after = replace(options, folds=options.folds.changed(choice))
    else:
        after = options_of({**view.choices, control: choice})
    return view if after == options else replace(view, choices=after.choices)
