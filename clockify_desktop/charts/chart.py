"""What every chart has: a content, free of matplotlib, and a class that draws it."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from clockify_desktop.charts.theme import Theme
from clockify_desktop.domain.showable import Showable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clockify_desktop.charts.marks import Mark

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in logical pixels from the upper left corner."""


@dataclass(frozen=True, slots=True)
class ChartHit:
    """A part of a chart that can be pointed at; without a column a row's name.

    Rows are those of the content, whichever are in view.
    """

    row: int
    column: int | None = None


class ChartContent(Protocol):
    """The numbers and words of a chart, the same for the window and for files."""

    @property
    def title(self) -> str:
        """The heading in a file."""

    @property
    def sentence(self) -> str:
        """What it shows or why it is empty; drawn in files, read aloud elsewhere."""

    @property
    def rows(self) -> int:
        """How many rows there are, also those out of view."""

    @property
    def names(self) -> "Sequence[Showable]":
        """The names from outside that it draws, also those out of view."""

    def tooltip(self, hit: ChartHit) -> Showable:
        """Say in one line what was hit."""

    def label_marks(self, hit: ChartHit) -> tuple[str, str | None]:
        """Give ``Label.mark`` of the row and of the column, ``None`` for its name."""


class Fold(Enum):
    """What a person wants of rows that others stand under."""

    CLOSE = auto()
    OPEN = auto()
    TURN = auto()
    """Whichever of the two it is not."""
    CLOSE_ALL = auto()
    OPEN_ALL = auto()


FOLDS: Final = "folds"
"""The control of a page that takes what ``FoldingContent.folded`` gives."""


@runtime_checkable
class FoldingContent(Protocol):
    """What a content has besides where rows of it fold."""

    def folded(self, hit: ChartHit | None, fold: Fold) -> str | None:
        """Give the choice in ``FOLDS`` that does it; ``None`` where nothing folds."""

    def row_of(self, mark: str) -> int | None:
        """Find a row by its ``Label.mark``; ``None`` where it is gone."""


@runtime_checkable
class LeadingContent(Protocol):
    """What a content has besides where its rows lead to pages and are ticked off."""

    def leads_to(self, hit: ChartHit) -> str:
        """Give the key of what a click opens."""

    def ticks(self, hit: ChartHit) -> bool:
        """Tell whether a click there ticks the row off, and opens nothing."""

    def can_be_ticked(self, hit: ChartHit) -> bool:
        """Tell whether the space bar does."""


@runtime_checkable
class OpeningContent(Protocol):
    """What a content has besides where a part opens to less than it selects."""

    def opened_marks(self, hit: ChartHit) -> tuple[str, str | None]:
        """Give ``Label.mark`` of the row, and of what in it is opened."""


@dataclass(frozen=True, slots=True)
class Viewport:
    """What a content is laid out for; width and height are logical pixels.

    Args:
        scale: Device pixels a logical one.
        first_row: Wished on top; less where the last rows would leave room.
        with_heading: Whether title and sentence are drawn.
        on_paper: Whether the numbers stand beside it on a page: rows stand close.
    """

    width: float
    height: float
    scale: float
    theme: Theme
    first_row: int = 0
    with_heading: bool = True
    on_paper: bool = False

    @property
    def is_tall(self) -> bool:
        """Whether a picture is as tall as it likes."""
        return self.with_heading and not self.on_paper


class Chart(Protocol):
    """A content laid out for a viewport: what is drawn, and where.

    ``chart_figure.CHARTS`` tells which class draws which content. All places are
    logical pixels from the upper left corner.
    """

    @property
    def marks(self) -> "Sequence[Mark]":
        """What is drawn, the lowest first."""

    @property
    def first_row(self) -> int:
        """The row on top."""

    @property
    def rows_in_view(self) -> int:
        """How many rows are drawn."""

    def height_for(self, rows: int) -> int:
        """Compute the height at which so many rows are in view, at this width."""

    def rows_that_fit(self, height_px: float) -> int:
        """Count the rows in view at a height, at least one."""

    def hit(self, x: float, y: float) -> ChartHit | None:
        """Find what is at a place, a row's name too; ``None`` beside all."""

    def box(self, hit: ChartHit) -> Box | None:
        """Give the place of a part; ``None`` out of view or without extent."""

    def walk(self, hit: ChartHit | None, down: int, right: int) -> ChartHit | None:
        """Find the next part for the arrow keys, -1, 0 or 1 down and to the right.

        It is the same part at an end, and ``None`` where there is nothing. The walk
        begins at ``None``.
        """
