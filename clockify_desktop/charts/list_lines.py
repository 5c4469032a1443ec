"""The lines of a list between two edges of a picture: heads, rows, and their sum."""

from collections.abc import Iterator, Sequence

import numpy as np

from clockify_desktop.charts.box_paths import boxes, rounded_boxes
from clockify_desktop.charts.chart import Box, Viewport
from clockify_desktop.charts.fonts import NAME_PX, REMARK_PX, baseline_of_middle
from clockify_desktop.charts.list_content import ListColumn, ListContent
from clockify_desktop.charts.marks import Mark, Shape, labels
from clockify_desktop.charts.text_paths import PlacedText, elided, text_width
from clockify_desktop.domain.showable import Showable

PITCH_PX = 27.0
HEADS_PX = 30.0
INSET_PX = 8.0
"""By how much the ground of a row goes beyond its words."""
_GAP_PX = 14.0
_BADGE_PX = 18.0
_IN_BADGE_PX = 8.0
_BAR_PX = 9.0
_LONGEST_BAR_PX = 150.0
_CORNER_PX = 2.0


class ListLines:
    """Some rows of a list, laid out below the heads of their columns.

    Args:
        left: Where its words begin, and ``right`` where they end, logical pixels.
        top: Where its heads begin.
        shown: The rows, all of which are there.
    """

    def __init__(
        self,
        content: ListContent,
        viewport: Viewport,
        left: float,
        right: float,
        top: float,
        shown: range,
    ) -> None:
        self._content, self._viewport = content, viewport
        self._left, self._right = left, right
        self._heads, self._top = top, top + HEADS_PX
        self._shown = shown
        self._edges = self._column_edges()

    @property
    def sides(self) -> tuple[float, float]:
        """Where the grounds of rows begin and end."""
        return self._left - INSET_PX, self._right + INSET_PX

    def row_at(self, x: float, y: float) -> int | None:
        """Find the row at a place; ``None`` beside all."""
        row = self._shown.start + int((y - self._top) // PITCH_PX)
        left, right = self.sides
        return row if row in self._shown and left <= x < right else None

    def box(self, row: int) -> Box | None:
        """Give the place of a row; ``None`` out of view."""
        if row not in self._shown:
            return None
        top = self._row_top(row)
        left, right = self.sides
        return left, top, right, top + PITCH_PX

    def _row_top(self, row: int) -> float:
        return self._top + (row - self._shown.start) * PITCH_PX

    def _column_edges(self) -> list[float]:
        """Give where each column begins, and where the last one ends, in pixels."""
        columns = self._content.columns
        width = max(self._right - self._left, 1.0)
        shares = np.array([column.share for column in columns])
        least = np.array([_whole_px(column) for column in columns])
        # What a column needs beyond its share, all others give.
        wide = np.zeros(len(columns), np.bool_)
        widths = shares / shares.sum() * width
        while (short := ~wide & (widths < least)).any():
            wide |= short
            left = max(width - least[wide].sum(), 0.0)
            given = shares[~wide].sum()
            widths = np.where(wide, least, shares * (left / given if given else 0.0))
        edges = np.cumsum([0.0, *widths]) * min(width / widths.sum(), 1.0)
        return [self._left + edge for edge in np.round(edges).tolist()]

    def marks(
        self, quiet: Sequence[PlacedText] = (), plain: Sequence[PlacedText] = ()
    ) -> Iterator[Mark]:
        """Give what is drawn, with words beside the list among it."""
        content, theme = self._content, self._viewport.theme
        yield from self._grounds()
        yield from self._bars()
        badges = list(self._badges())
        yield from self._pills(badges)
        heads = [
            self._placed(at, column.title, self._heads + HEADS_PX / 2)
            for at, column in enumerate(content.columns)
        ]
        quiet, plain = [*quiet, *heads], [*plain]
        room = {text.y: text.x for text in badges}
        lines = [(row, content.cells(row), row in content.heads) for row in self._shown]
        if content.total:
            lines.append((self._shown.stop, content.total, True))
        for row, texts, bold in lines:
            middle = self._row_top(row) + PITCH_PX / 2
            for at, (column, text) in enumerate(
                zip(content.columns, texts, strict=True)
            ):
                end = room.get(baseline_of_middle(middle, REMARK_PX))
                over = _empty_after(texts, at) if bold and not column.trailing else 0
                placed = self._placed(
                    at, text, middle, NAME_PX, end, bold=bold, over=over
                )
                (quiet if column.quiet else plain).append(placed)
        yield labels(quiet, theme.quiet)
        yield labels(plain, theme.text)
        yield labels(badges, theme.accent)

    def _placed(
        self,
        at: int,
        text: Showable,
        middle: float,
        size: float = REMARK_PX,
        end: float | None = None,
        *,
        bold: bool = False,
        over: int = 0,
    ) -> PlacedText:
        """Set the text of a column, cut where the next one or a badge begins.

        Args:
            over: How many columns behind it leave their room to it.
        """
        column: ListColumn = self._content.columns[at]
        left, right = self._edges[at], self._edges[at + 1 + over]
        if at + over < len(self._content.columns) - 1:
            right -= _GAP_PX
        if end is not None:
            right = min(right, end - _IN_BADGE_PX - _GAP_PX)
        if bold and column.trailing and at:
            # A sum is longer than what it adds up, and nothing of it may be missing.
            left = self._edges[at - 1]
        bold = bold and not column.quiet
        text = elided(text, max(right - left, 1.0), size, bold=bold)
        width = text_width(text, size, bold=bold)
        x = right - width if column.trailing else left
        return PlacedText(text, x, baseline_of_middle(middle, size), size, bold=bold)

    def _badges(self) -> Iterator[PlacedText]:
        for row in self._shown:
            word = self._content.badge(row)
            if word:
                x = self._edges[-1] - _IN_BADGE_PX - text_width(word, REMARK_PX)
                middle = self._row_top(row) + PITCH_PX / 2
                y = baseline_of_middle(middle, REMARK_PX)
                yield PlacedText(word, x, y, REMARK_PX)

    def _grounds(self) -> Iterator[Shape]:
        """Draw the ground of what is selected, and a line below heads and rows."""
        theme, scale = self._viewport.theme, self._viewport.scale
        left, right = self.sides
        tops = np.array([self._row_top(row) for row in self._shown])
        chosen = [row in self._content.chosen for row in self._shown]
        found = tops[np.array(chosen, np.bool_)]
        headed = [row in self._content.heads for row in self._shown]
        heads = tops[np.array(headed, np.bool_)]
        for at, color, role in (
            (heads, theme.ground, "head"),
            (found, theme.chosen, "chosen"),
        ):
            yield from _shape(boxes(left, at, right, at + PITCH_PX), color, role)
        hairline = max(1.0, round(scale)) / scale
        y = np.round(np.append(self._top, tops + PITCH_PX) * scale) / scale
        yield from _shape(boxes(left, y - hairline, right, y), theme.line, "line")

    def _bars(self) -> Iterator[Shape]:
        content, theme = self._content, self._viewport.theme
        told = {
            row: content.shares[row] for row in self._shown if row in content.shares
        }
        middle = np.array([self._row_top(row) + PITCH_PX / 2 for row in told])
        left, right = self._edges[content.bars_in : content.bars_in + 2]
        right = max(min(right - _GAP_PX, left + _LONGEST_BAR_PX), left)
        ends = left + np.array(list(told.values())) * (right - left)
        half = _BAR_PX / 2
        for end, color, role in (
            (np.full(len(told), right), theme.line, "track"),
            (ends, theme.accent, "bar"),
        ):
            shown = boxes(left, middle - half, end, middle + half)
            yield from _shape(shown, color, role, _CORNER_PX)

    def _pills(self, badges: list[PlacedText]) -> Iterator[Shape]:
        theme = self._viewport.theme
        x = np.array([text.x for text in badges])
        baseline = np.array([text.y for text in badges])
        middle = baseline - (baseline_of_middle(0.0, REMARK_PX))
        shown = boxes(
            x - _IN_BADGE_PX,
            middle - _BADGE_PX / 2,
            self._edges[-1],
            middle + _BADGE_PX / 2,
        )
        yield from _shape(shown, theme.chosen, "badge", _BADGE_PX / 3)


def _whole_px(column: ListColumn) -> float:
    """Tell the width at which its head, and what must be whole, is not cut."""
    head_px = text_width(column.title, REMARK_PX)
    wide_px = [text_width(text, NAME_PX) for text in column.whole]
    return max([head_px, *wide_px]) + _GAP_PX + 1


def _empty_after(texts: Sequence[Showable], at: int) -> int:
    """Count the empty texts right behind one."""
    behind = texts[at + 1 :]
    return next((count for count, text in enumerate(behind) if text), len(behind))


def _shape(
    shown: np.ndarray, color: str, role: str, corner_px: float = 0.0
) -> Iterator[Shape]:
    path = rounded_boxes(shown, corner_px)
    if path is not None:
        yield Shape(path, color, role=role)
