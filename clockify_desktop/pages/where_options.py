"""The choices of the page "Where time went": rows, colours, which time, order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from clockify_desktop.domain.level import Level
from clockify_desktop.pages.chart_selection import NO_SELECTION, ChartSelection
from clockify_desktop.pages.page import Alternative, Control, ViewOptions
from clockify_desktop.translation import tr, tr_context

ROWS: Final = (
    *(Level.USER, Level.GROUP, Level.PROJECT, Level.CLIENT, Level.TASK, Level.TAGS),
)
"""What the window offers as bars; the command line has every level."""

_BILLABLE: Final = "billable"
COLORS: Final = {
    Level.USER: (Level.PROJECT, Level.CLIENT, Level.TASK, Level.TAGS, None),
    Level.GROUP: (Level.PROJECT, Level.CLIENT, Level.TASK, Level.TAGS, None),
    Level.PROJECT: (Level.USER, Level.CLIENT, Level.TASK, Level.TAGS, None),
    Level.CLIENT: (Level.PROJECT, Level.USER, Level.TASK, Level.TAGS, None),
    Level.TASK: (Level.PROJECT, Level.USER, Level.CLIENT, None),
    Level.TAGS: (Level.PROJECT, Level.USER, Level.CLIENT, None),
}
"""What the window offers as colours, the usual one first; ``None`` is billable."""


class Order(StrEnum):
    """How the bars stand."""

    NAME = "name"
    TIME = "time"


class Billable(StrEnum):
    """Which time is shown."""

    ALL = "all"
    ONLY = "billable"
    NOT = "not-billable"

    @property
    def wanted(self) -> bool | None:
        """What a selection is narrowed to, ``None`` for nothing."""
        return None if self is Billable.ALL else self is Billable.ONLY

    @property
    def nothing(self) -> str:
        """Say that nothing is left of what is chosen; empty for all time."""
        return _NOTHING.get(self, "")


_ORDERS: Final = {Order.NAME: tr("by name"), Order.TIME: tr("by time")}
_SHOWN: Final = {
    Billable.ALL: tr("All time"),
    Billable.ONLY: tr_context("time", "Billable"),
    Billable.NOT: tr_context("time", "Not billable"),
}
_NOTHING: Final = {
    Billable.ONLY: tr("Nothing of what is chosen is billable"),
    Billable.NOT: tr("All of what is chosen is billable"),
}


@dataclass(frozen=True, slots=True)
class WhereOptions:
    """The choices of the page.

    Args:
        colors: ``None`` for billable or not, the same as the rows for no colours.
    """

    rows: Level = Level.USER
    colors: Level | None = Level.PROJECT
    order: Order = Order.NAME
    billable: Billable = Billable.ALL

    @property
    def choices(self) -> dict[str, str]:
        """The same as texts, as they are kept."""
        colors = _BILLABLE if self.colors is None else self.colors.value
        return {
            "rows": self.rows.value,
            "colors": colors,
            "order": self.order.value,
            "billable": self.billable.value,
        }

    @property
    def levels(self) -> tuple[Level, ...]:
        """What a file of it is grouped by; billable time has a column in any file."""
        if self.colors is None or self.colors is self.rows:
            return (self.rows,)
        return (self.rows, self.colors)

    @property
    def of_people_and_projects(self) -> bool:
        """Whether people and projects tell both rows and colours."""
        return all(level.column in {"user", "project"} for level in self.levels)

    def known_of(self, has_column: Callable[[str], bool]) -> "WhereOptions":
        """Take what facts with some columns can tell, else what is nearest."""
        rows, colors = self.rows, self.colors
        if not has_column(rows.column):
            rows = Level.PROJECT if rows is Level.TASK else Level.USER
        offered = COLORS.get(rows, (rows,))
        unknown = colors is not None and not has_column(colors.column)
        if unknown or (rows is not self.rows and colors not in offered):
            colors = offered[0]
        return replace(self, rows=rows, colors=colors)

    @property
    def what(self) -> str:
        """What is grouped by what, such as ``people by project``."""
        if self.colors is self.rows:
            return self.rows.plural
        if self.colors is None:
            return tr("{people} by billable", people=self.rows.plural)
        return tr(
            "{people} by {project}",
            people=self.rows.plural,
            project=self.colors.singular,
        )


def options_of(choices: Mapping[str, str]) -> WhereOptions:
    """Read the choices of the page; what means nothing is as usual."""
    levels, usual = set(Level), WhereOptions()
    rows, colors = choices.get("rows", ""), choices.get("colors", "")
    order, billable = choices.get("order", ""), choices.get("billable", "")
    return WhereOptions(
        Level(rows) if rows in levels else usual.rows,
        None
        if colors == _BILLABLE
        else (Level(colors) if colors in levels else usual.colors),
        Order(order) if order in set(Order) else usual.order,
        Billable(billable) if billable in set(Billable) else usual.billable,
    )


def controls_of(view: ViewOptions) -> tuple[Control, ...]:
    """List what its head offers."""
    options = options_of(view.choices)
    colors = list(COLORS.get(options.rows, (options.colors,)))
    if options.colors not in colors:
        colors.append(options.colors)
    rows = tuple((row.value, row.title) for row in ROWS)
    offered = tuple(map(_color_choice, colors))
    key, _ = _color_choice(options.colors)
    orders = tuple((order.value, _ORDERS[order]) for order in Order)
    times = tuple((one.value, _SHOWN[one]) for one in Billable)
    return (
        Control("rows", tr("Rows"), rows, options.rows.value, side_by_side=True),
        Control(
            "colors",
            tr("Colours"),
            offered,
            key,
            tr("colours: billable or not")
            if options.colors is None
            else tr("colours: {projects}", projects=options.colors.plural),
        ),
        Control(
            "billable", tr_context("time", "Billable"), times, options.billable.value
        ),
        Control("order", tr("Order"), orders, options.order.value),
    )


def _color_choice(colors: Level | None) -> tuple[str, str]:
    if colors is None:
        return _BILLABLE, tr("Billable or not")
    return colors.value, colors.title


def chosen(view: ViewOptions, control: str, choice: str) -> ViewOptions:
    """Follow a choice in one of its controls.

    Colours stay where they go with other rows. What was selected of another kind of
    rows or colours does not stay.
    """
    before = options_of(view.choices)
    after = options_of({**view.choices, control: choice})
    if after == before:
        return view
    selected = view.selected
    if after.rows is not before.rows:
        offered = COLORS.get(after.rows, (after.colors,))
        if after.colors not in offered:
            after = replace(after, colors=offered[0])
        selected = ChartSelection(columns=selected.columns)
    if after.colors is not before.colors:
        selected = ChartSelection(rows=selected.rows)
    return replace(view, choices=after.choices, selected=selected)


def alternative_of(view: ViewOptions) -> Alternative:
    """Turn to projects by person, or to people where they are not shown."""
    options = options_of(view.choices)
    by_person = options.rows is Level.USER
    rows = Level.PROJECT if by_person else Level.USER
    turned = replace(options, rows=rows, colors=COLORS[rows][0])
    words = tr("Show by project") if by_person else tr("Show by person")
    return Alternative(
        words, replace(view, choices=turned.choices, selected=NO_SELECTION)
    )
