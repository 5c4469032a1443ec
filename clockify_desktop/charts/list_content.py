"""What a list is asked to show: rows of words under the heads of their columns."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.domain.showable import NOTHING, Showable, named, showable

_LONGEST = 120


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column.

    Args:
        share: Of the width, as a part of what all columns say.
        trailing: Whether its texts end where numbers end.
        quiet: Whether they stand back in colour.
        whole: Texts of which nothing may be cut, whatever the others leave.
    """

    title: Showable
    share: float
    trailing: bool = False
    quiet: bool = False
    whole: tuple[Showable, ...] = ()


@dataclass(frozen=True, eq=False)
class ListContent:
    """One picture's words. Only the rows in view are asked for theirs.

    Args:
        cells: Gives the texts of a row, one a column.
        mark: Gives what a row is known by in another content.
        names: What of its words comes from outside.
        badge: Gives a word at the end of a row, empty for none.
        chosen: The rows that are selected.
        heads: The rows that others stand under, drawn in bold.
        shares: What part of a whole a row is, 0 to 1, drawn as a bar in the column
            ``bars_in``.
        total: A text a column below the rows, in sight whichever are; empty for none.
    """

    title: str
    sentence: str
    columns: tuple[ListColumn, ...]
    rows: int
    cells: Callable[[int], tuple[Showable, ...]]
    mark: Callable[[int], str]
    names: Sequence[Showable] = ()
    badge: Callable[[int], Showable] = lambda _: NOTHING
    chosen: frozenset[int] = field(default_factory=frozenset)
    heads: frozenset[int] = field(default_factory=frozenset)
    shares: Mapping[int, float] = field(default_factory=dict)
    bars_in: int = 0
    total: tuple[Showable, ...] = ()

    def tooltip(self, hit: ChartHit) -> Showable:
        """Say the whole row."""
        words = (*self.cells(hit.row), self.badge(hit.row))
        return showable(" · ".join(named(word, _LONGEST) for word in words if word))

    def label_marks(self, hit: ChartHit) -> tuple[str, str | None]:
        """Give the mark of the row, wherever in it something is hit."""
        return self.mark(hit.row), None
