"""The overview drawn: badge, name and sentence, a small picture, a box."""

import re
from collections.abc import Iterator
from typing import Final

import numpy as np
from matplotlib.path import Path

from clockify_desktop.charts.box_paths import Boxes, boxes, rounded_boxes
from clockify_desktop.charts.chart import Box, ChartHit, Viewport
from clockify_desktop.charts.chart_header import MARGIN_PX, chart_header
from clockify_desktop.charts.fonts import NAME_PX, REMARK_PX, baseline_of_middle
from clockify_desktop.charts.marks import Mark, Shape, labels
from clockify_desktop.charts.overview_content import BOX, OverviewContent, OverviewRow
from clockify_desktop.charts.small_pictures import small_marks
from clockify_desktop.charts.text_paths import PlacedText, elided, text_width, wrapped
from clockify_desktop.domain.showable import ELLIPSIS, Showable, showable

PITCH_PX: Final = 70.0
"""From row to row where there is room."""
LEAST_PITCH_PX: Final = 46.0
# Not behind "Dr.", which stands in a name.
_BETWEEN_SENTENCES: Final = re.compile(r"(?<=[\w:%]{3}\.|.[ \d]%\.) (?=[^\W\d_a-z]|\d)")
_BADGE_WIDE_PX: Final = 58.0
_BADGE_PX: Final = 22.0
_IN_BADGE_PX: Final = 8.0
_SMALL_SHARE: Final = 0.32
_MOST_SMALL_PX: Final = 264.0
_AROUND_SMALL_PX: Final = 8.0
_BOX_PX: Final = 16.0
_TO_BOX_PX: Final = 14.0
_LINE_PX: Final = 1.5
_LINE_HEIGHT_PX: Final = 18.0
_CLOSE_LINES_PX: Final = 16.5
"""Where a sentence has no room in two lines, three stand as close."""
_CORNER_PX: Final = 3.0
_BUTTON_PX: Final = 28.0
_TO_KEYS_PX: Final = 16.0
_IN_BUTTON_PX: Final = 14.0


class OverviewChart:
    """All rows laid out for a viewport; they stand as close as they must."""

    def __init__(self, content: OverviewContent, viewport: Viewport) -> None:
        self._content, self._viewport = content, viewport
        header = chart_header(content, viewport, (), ())
        self._header, self._top = header, header.bottom
        rows = max(content.rows, 1)
        room = (viewport.height - self._top - MARGIN_PX / 2) / rows
        self._pitch = float(np.floor(min(max(room, LEAST_PITCH_PX), PITCH_PX)))
        self.rows_in_view = min(self._rows_in(viewport.height), content.rows)
        last = content.rows - self.rows_in_view
        self.first_row = min(max(viewport.first_row, 0), last)
        self._shown = range(self.first_row, self.first_row + self.rows_in_view)
        self._left, self._right = MARGIN_PX, viewport.width - MARGIN_PX
        wide = self._right - self._left
        self._box_left = self._right - _BOX_PX - _TO_BOX_PX
        small_px = min(wide * _SMALL_SHARE, _MOST_SMALL_PX)
        self._small_left = self._box_left - _TO_BOX_PX - small_px
        self._line_px = _LINE_HEIGHT_PX
        if any(map(self._is_cut, self._shown)):
            self._line_px = _CLOSE_LINES_PX
        self.marks = tuple(self._marks())

    def height_for(self, rows: int) -> int:
        """Compute the height at which so many rows are in view, at this width."""
        return int(np.ceil(self._top + rows * PITCH_PX + MARGIN_PX / 2))

    def rows_that_fit(self, height_px: float) -> int:
        """Count the rows in view at a height, at least one."""
        room = height_px - self._top - MARGIN_PX / 2
        return max(int(room // LEAST_PITCH_PX), 1)

    def _rows_in(self, height_px: float) -> int:
        room = height_px - self._top - MARGIN_PX / 2
        return max(int(room // self._pitch), 1)

    def hit(self, x: float, y: float) -> ChartHit | None:
        """Find the row at a place, or its box; ``None`` beside all."""
        row = self.first_row + int((y - self._top) // self._pitch)
        if row not in self._shown or not self._left <= x < self._right:
            return None
        return ChartHit(row, BOX if x >= self._end_of(row) else 0)

    def box(self, hit: ChartHit) -> Box | None:
        """Give the place of a row, or of its box; ``None`` out of view."""
        if hit.row not in self._shown:
            return None
        top = self._row_top(hit.row)
        if hit.column == BOX:
            left = self._end_of(hit.row)
            return left, top, self._right, top + self._pitch
        return self._left, top, self._right, top + self._pitch

    def walk(self, hit: ChartHit | None, down: int, right: int) -> ChartHit | None:  # noqa: ARG002 - keys tick a row wherever they are in it
        """Walk over the rows, from the first one in view."""
        if not self._content.rows:
            return None
        row = self.first_row if hit is None else hit.row + down
        return ChartHit(min(max(row, 0), self._content.rows - 1), 0)

    def _said(self, text: Showable, room: float) -> tuple[Showable, ...]:
        """Break into lines; last sentences that do not fit are left out whole."""
        lines = wrapped(text, room, NAME_PX, self._lines_of_sentence)
        for end in reversed([one.start() for one in _BETWEEN_SENTENCES.finditer(text)]):
            if not lines[-1].endswith(ELLIPSIS):
                break
            lines = wrapped(
                showable(text[:end]), room, NAME_PX, self._lines_of_sentence
            )
        return lines

    def _is_cut(self, row: int) -> bool:
        said = self._said(self._content.questions[row].said, self._room_of(row))
        return bool(said) and said[-1].endswith(ELLIPSIS)

    def _room_of(self, row: int) -> float:
        """Tell how wide the words of a row may be."""
        question = self._content.questions[row]
        until = self._small_left - _TO_BOX_PX
        if question.button:
            until = self._button(row)[0] - _TO_BOX_PX
        elif question.small is None:
            until = self._box_left - _TO_BOX_PX
        return max(until - self._left - _BADGE_WIDE_PX, 1.0)

    def _row_top(self, row: int) -> float:
        return self._top + (row - self.first_row) * self._pitch

    def _end_of(self, row: int) -> float:
        """Tell where the box or the button of a row begins; its end without one."""
        question = self._content.questions[row]
        if question.button:
            return self._button(row)[0]
        if question.looked_at is None:
            return self._right
        return self._box_left - _TO_BOX_PX / 2

    def _button(self, row: int) -> Box:
        words = self._content.questions[row].button
        width = text_width(words, NAME_PX) + 2 * _IN_BUTTON_PX
        right = self._right - _TO_BOX_PX
        middle = self._row_top(row) + self._pitch / 2
        half = _BUTTON_PX / 2
        return right - width, middle - half, right, middle + half

    def _marks(self) -> Iterator[Mark]:
        theme = self._viewport.theme
        bold = list(self._header.title)
        quiet = list(self._header.sentence)
        badges: list[PlacedText] = []
        buttons: list[PlacedText] = []
        yield from self._lines()
        for row in self._shown:
            question, top = self._content.questions[row], self._row_top(row)
            yield from self._end(row, question)
            begin, room = self._left + _BADGE_WIDE_PX, self._room_of(row)
            said = self._said(question.said, room)
            high = (1 + len(said)) * self._line_px
            middle = top + (self._pitch - high + self._line_px) / 2
            name = elided(question.name, room, NAME_PX, bold=True)
            bold.append(_placed(name, begin, middle, bold=True))
            for line in said:
                middle += self._line_px
                quiet.append(_placed(line, begin, middle))
            if question.count:
                text = showable(str(question.count))
                x = begin - _TO_BOX_PX - _IN_BADGE_PX
                x -= text_width(text, REMARK_PX, bold=True)
                y = baseline_of_middle(top + self._pitch / 2, REMARK_PX)
                badges.append(PlacedText(text, x, y, REMARK_PX, bold=True))
                yield from self._badge(row, x, begin - _TO_BOX_PX)
            if question.button:
                x, up, _, bottom = self._button(row)
                text = question.button
                buttons.append(_placed(text, x + _IN_BUTTON_PX, (up + bottom) / 2))
        quiet += self._keys()
        yield labels(quiet, theme.quiet)
        yield labels([*bold, *buttons], theme.text)
        yield labels(badges, theme.warning)

    def _keys(self) -> Iterator[PlacedText]:
        middle = self._top + len(self._shown) * self._pitch + _TO_KEYS_PX
        is_last = self._shown.stop == self._content.rows
        if is_last and middle + _LINE_HEIGHT_PX <= self._viewport.height:
            begin = self._left + _BADGE_WIDE_PX
            words = elided(self._content.keys, self._right - begin, REMARK_PX)
            y = baseline_of_middle(middle, REMARK_PX)
            yield PlacedText(words, begin, y, REMARK_PX)

    @property
    def _lines_of_sentence(self) -> int:
        return max(int((self._pitch - 4) // self._line_px) - 1, 1)

    def _lines(self) -> Iterator[Shape]:
        scale = self._viewport.scale
        hairline = max(1.0, round(scale)) / scale
        tops = np.array([self._row_top(row) for row in self._shown[1:]])
        y = np.round(tops * scale) / scale
        lines = boxes(self._left, y - hairline, self._right, y)
        yield from _shape(lines, self._viewport.theme.line, "line", 0.0)

    def _end(self, row: int, question: OverviewRow) -> Iterator[Mark]:
        """Draw the small picture and the box, or the button."""
        theme, top = self._viewport.theme, self._row_top(row)
        if question.small is not None:
            around = (
                *(self._small_left, top + _AROUND_SMALL_PX),
                *(self._box_left - _TO_BOX_PX, top + self._pitch - _AROUND_SMALL_PX),
            )
            yield from small_marks(question.small, around, theme)
        if question.button:
            yield from self._outlined(np.array([self._button(row)]), "button")
        elif question.looked_at is not None:
            middle, half = top + self._pitch / 2, _BOX_PX / 2
            left, right = self._box_left, self._box_left + _BOX_PX
            square = boxes([left], middle - half, right, middle + half)
            if question.looked_at:
                yield from _shape(square, theme.accent, "ticked")
                yield _tick(left, middle, theme.on_accent)
            else:
                yield from self._outlined(square, "box")

    def _outlined(self, shown: Boxes, role: str) -> Iterator[Shape]:
        theme = self._viewport.theme
        yield from _shape(shown, theme.control_border, role)
        inner = shown + np.array([_LINE_PX, _LINE_PX, -_LINE_PX, -_LINE_PX])
        yield from _shape(inner, theme.surface, "heart", _CORNER_PX - 1)

    def _badge(self, row: int, x: float, right: float) -> Iterator[Shape]:
        middle, half = self._row_top(row) + self._pitch / 2, _BADGE_PX / 2
        pill = boxes([x - _IN_BADGE_PX], middle - half, right, middle + half)
        ground = self._viewport.theme.warning_ground
        yield from _shape(pill, ground, "badge", _BADGE_PX / 3)


def _placed(
    text: Showable, x: float, middle: float, *, bold: bool = False
) -> PlacedText:
    y = baseline_of_middle(middle, NAME_PX)
    return PlacedText(text, x, y, NAME_PX, bold=bold)


def _tick(left: float, middle: float, color: str) -> Shape:
    """Draw a check mark into a box."""
    corners = np.array(
        [(3.5, 0), (6.7, 3.2), (12.5, -3.4), (11.2, -4.7), (6.7, 0.5), (4.8, -1.3)]
    )
    points = np.vstack([corners, corners[:1]]) + np.array([left, middle])
    return Shape(Path(points, closed=True), color, role="tick")


def _shape(
    shown: Boxes, color: str, role: str, corner_px: float = _CORNER_PX
) -> Iterator[Shape]:
    path = rounded_boxes(shown, corner_px)
    if path is not None:
        yield Shape(path, color, role=role)
