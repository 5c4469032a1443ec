"""Two lists side by side, each with its own heads, rows and sum."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.charts.list_content import ListContent
from clockify_desktop.domain.showable import NOTHING, Showable, showable

LEFT: Final = 0
RIGHT: Final = 1
BLANK: Final = -1
"""Stands for a row without words."""


def in_order(content: ListContent, rows: Sequence[int]) -> ListContent:
    """Give a list with its rows in another order and blank rows between them.

    Args:
        rows: Those of the list, each once, or ``BLANK``, which has no mark.
    """
    empty = (NOTHING,) * len(content.columns)
    place = {row: at for at, row in enumerate(rows) if row != BLANK}
    return replace(
        content,
        rows=len(rows),
        cells=lambda at: empty if rows[at] == BLANK else content.cells(rows[at]),
        mark=lambda at: "" if rows[at] == BLANK else content.mark(rows[at]),
        badge=lambda at: NOTHING if rows[at] == BLANK else content.badge(rows[at]),
        chosen=frozenset(map(place.__getitem__, content.chosen)),
        heads=frozenset(map(place.__getitem__, content.heads)),
        shares={place[row]: share for row, share in content.shares.items()},
    )


@dataclass(frozen=True, eq=False)
class TwoListsContent:
    """Two lists; what each is of stands above it, as its title.

    Args:
        lists: The left and the right one.
    """

    title: str
    sentence: str
    lists: tuple[ListContent, ListContent]

    @property
    def rows(self) -> int:
        """How many rows the longer one has."""
        return max(one.rows for one in self.lists)

    @cached_property
    def names(self) -> Sequence[Showable]:
        """What of their words comes from outside."""
        return tuple(dict.fromkeys(name for one in self.lists for name in one.names))

    def tooltip(self, hit: ChartHit) -> Showable:
        """Say the whole row of a list, of both where none of them is meant."""
        shown = self.lists if hit.column is None else (self.lists[hit.column],)
        said = ((one.title, one.tooltip(hit)) for one in shown if hit.row < one.rows)
        return showable(" | ".join(f"{title}: {row}" for title, row in said if row))

    def label_marks(self, hit: ChartHit) -> tuple[str, str | None]:
        """Give the mark of the row of the list that is hit, empty for a blank one."""
        return self.mark(hit), None

    def mark(self, hit: ChartHit) -> str:
        """Give what a row of a list is known by, empty for a blank one."""
        side = self.lists[hit.column or LEFT]
        return side.mark(hit.row) if hit.row < side.rows else ""
