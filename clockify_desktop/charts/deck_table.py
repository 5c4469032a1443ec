"""The numbers beside a picture on paper: each row where its part of the picture is."""

from collections.abc import Iterable
from typing import Final

from clockify_desktop.charts.deck_content import DeckTable
from clockify_desktop.charts.deck_sheet import Sheet
from clockify_desktop.charts.fonts import REMARK_PX
from clockify_desktop.charts.text_paths import elided, text_width
from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.domain.showable import Showable, showable

GAP_PX: Final = 12.0
LINE_PX: Final = 17.0
"""From one line of the totals to the next."""
_LONGEST_NAME_PX: Final = 200.0
_LONGEST_WORDS_PX: Final = 110.0


class PlacedTable:
    """A table whose columns end at the right margin of a page.

    Args:
        with_names: Whether the first column is there; beside a picture it has the
            names.
    """

    def __init__(self, table: DeckTable, right: float, *, with_names: bool) -> None:
        self._table, self._right = table, right
        first = 0 if with_names else 1
        self._places = range(first, len(table.titles))
        self._widths = {at: self._width(at) for at in self._places}

    @property
    def width(self) -> float:
        """How much room it takes, pixels."""
        return sum(self._widths.values()) + GAP_PX * max(len(self._places) - 1, 0)

    @property
    def total_lines(self) -> int:
        """How many lines the totals have, none where there are none."""
        return max((one.count("\n") + 1 for one in self._table.total), default=0)

    def head(self, sheet: Sheet, middle: float) -> None:
        """Write what stands above the columns."""
        self._line(sheet, self._table.titles, middle, bold=True)

    def rows(self, sheet: Sheet, placed: Iterable[tuple[int, float]]) -> None:
        """Write rows, each with its middle down."""
        for row, middle in placed:
            self._line(sheet, self._table.rows[row], middle)

    def total(self, sheet: Sheet, middle: float) -> None:
        """Write the totals, further ones below the first."""
        lines = [one.split("\n") for one in self._table.total]
        for at in range(self.total_lines):
            cells = tuple(
                showable(one[at]) if at < len(one) else showable("") for one in lines
            )
            self._line(sheet, cells, middle + at * LINE_PX, bold=True)

    def _line(
        self,
        sheet: Sheet,
        cells: tuple[Showable, ...],
        middle: float,
        *,
        bold: bool = False,
    ) -> None:
        x = self._right - self.width
        for at in self._places:
            width = self._widths[at]
            words = elided(cells[at], width + 1, REMARK_PX, bold=bold)
            color = LIGHT.quiet if words == "\N{EN DASH}" else LIGHT.text
            ends = self._table.trailing[at]
            place = x + width if ends else x
            sheet.text(
                words, place, middle, REMARK_PX, bold=bold, color=color, ends=ends
            )
            x += width + GAP_PX

    def _width(self, at: int) -> float:
        """Measure a column: numbers are never cut, words may be."""
        table = self._table
        heads = [
            table.titles[at],
            *(table.total[at].split("\n") if table.total else ()),
        ]
        widest = max(text_width(one, REMARK_PX, bold=True) for one in heads)
        for row in table.rows:
            widest = max(widest, text_width(row[at], REMARK_PX))
        if table.trailing[at]:
            return widest
        return min(widest, _LONGEST_NAME_PX if at == 0 else _LONGEST_WORDS_PX)
