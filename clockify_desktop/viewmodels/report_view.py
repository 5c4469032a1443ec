"""How a person looks at a report: rows, colours, order, and a focus on top."""

from dataclasses import dataclass, field
from enum import StrEnum

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.level import Level


class Rows(StrEnum):
    """What the picture has a bar for, as the settings spell it."""

    PEOPLE = "user"
    TEAMS = "group"
    PROJECTS = "project"
    CLIENTS = "client"

    @property
    def level(self) -> Level:
        """What the facts are grouped by."""
        return Level(self.value)


class Series(StrEnum):
    """What the colours stand for, as the settings spell it."""

    PROJECTS = "project"
    CLIENTS = "client"
    PEOPLE = "user"
    BILLABLE = "billable"

    @property
    def level(self) -> Level | None:
        """What the facts are grouped by; ``None`` for billable or not."""
        return None if self is Series.BILLABLE else Level(self.value)


class Order(StrEnum):
    """How the bars stand."""

    NAME = "name"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class ChartSelection:
    """What a click on the picture set on top of the pickers.

    Args:
        rows: Marks of rows; all if empty.
        columns: Marks of columns; all if empty.
    """

    rows: frozenset[str] = frozenset()
    columns: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.rows or self.columns)

    def clicked(
        self, row: str | None, column: str | None, *, add: bool
    ) -> "ChartSelection":
        """Follow a click.

        Args:
            row: The mark of the row that was hit, ``None`` for none.
            column: Likewise of the column.
            add: Ctrl was held: what was focused before stays.

        Returns:
            The new focus; none when what was clicked was the focus already.
        """
        hit = ChartSelection(
            frozenset() if row is None else frozenset({row}),
            frozenset() if column is None else frozenset({column}),
        )
        if not add:
            return ChartSelection() if hit == self else hit
        return ChartSelection(self.rows ^ hit.rows, self.columns ^ hit.columns)


NO_SELECTION = ChartSelection()


@dataclass(frozen=True, slots=True)
class ViewOptions:
    """How a report is looked at.

    Args:
        rows: What the bars are.
        series: What their colours are.
        order: How the bars stand.
        durations: How hours are written.
        focus: What is focused.
    """

    rows: Rows = Rows.PEOPLE
    series: Series = Series.PROJECTS
    order: Order = Order.NAME
    durations: DurationFormat = DurationFormat.MINUTES
    focus: ChartSelection = field(default=NO_SELECTION)
