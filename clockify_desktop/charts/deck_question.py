"""The pages of one question on paper: picture and numbers side by side."""

from dataclasses import replace
from typing import Any, Final

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.chart import Chart, ChartContent, ChartHit, Viewport
from clockify_desktop.charts.chart_figure import CHARTS
from clockify_desktop.charts.chart_header import MARGIN_PX
from clockify_desktop.charts.deck_content import PEOPLE_A_PAGE, DeckQuestion
from clockify_desktop.charts.deck_sheet import SCALE, TOP_PX, Sheet
from clockify_desktop.charts.deck_table import LINE_PX, PlacedTable
from clockify_desktop.charts.fonts import REMARK_PX, SENTENCE_PX
from clockify_desktop.charts.lettered_bars import LetteredBars, put_legend
from clockify_desktop.charts.text_paths import text_width
from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.domain.showable import showable
from clockify_desktop.translation import tr

TITLE_PX: Final = 21.0
_MOST_SENTENCE_LINES: Final = 4
_HEAD_PX: Final = 30.0
_PITCH_PX: Final = 26.0
_BETWEEN_PX: Final = 26.0
_LEAST_PICTURE_SHARE: Final = 0.3
_TO_TOTAL_PX: Final = 16.0
_TICK_PX: Final = 12.0


def put_title(sheet: Sheet, title: str, sentence: str, part: str = "") -> float:
    """Write what a page is, and what it says.

    Returns:
        Where that ends, down.
    """
    middle = TOP_PX + TITLE_PX / 2
    sheet.text(showable(title), sheet.left, middle, TITLE_PX, bold=True)
    sheet.text(
        showable(part), sheet.right, middle, REMARK_PX, color=LIGHT.quiet, ends=True
    )
    return sheet.lines(
        *(showable(sentence), sheet.left, TOP_PX + 33, sheet.room, SENTENCE_PX),
        most=_MOST_SENTENCE_LINES,
        color=LIGHT.quiet,
    )


class QuestionPages:
    """A question, laid out for pages of one size.

    Args:
        width: Of a page, logical pixels.
        height: Of a page.
    """

    def __init__(self, question: DeckQuestion, width: float, height: float) -> None:
        self._question, self._size = question, (width, height)
        sheet = Sheet(width, height)
        self._shared = question.rows_by_chart()
        self._table = PlacedTable(
            question.table, sheet.right, with_names=self._shared is None
        )
        beside = self._table.width + _BETWEEN_PX if self._table.width else 0.0
        least = sheet.room * _LEAST_PICTURE_SHARE
        # The picture has a margin of its own, which is the page's here.
        self._width = max(sheet.room - beside, least) + 2 * MARGIN_PX
        self._content = _without_heading(question.chart)
        self._top = self._head(sheet, "")
        room = sheet.bottom - self._top
        self._room = room - max(self._table.total_lines - 1, 0) * LINE_PX
        fitting = self._chart(0, self._room).rows_that_fit(self._room)
        self._rows_a_page = min(fitting, PEOPLE_A_PAGE)
        rows = max(self._content.rows, 1)
        self._count = -(-rows // self._rows_a_page)
        if self._shared is None:
            # The head has a line, and the totals have theirs.
            left = room - _HEAD_PX - (self._table.total_lines + 1) * LINE_PX
            self._lines_a_page = max(int(left // _PITCH_PX), 1)
            lines = -(-len(question.table.rows) // self._lines_a_page)
            self._count = max(self._count, lines)

    def sheets(self) -> list[Sheet]:
        """Lay all pages out, each under the same head."""
        return [self._sheet(at) for at in range(self._count)]

    def _head(self, sheet: Sheet, part: str) -> float:
        question = self._question
        y = put_title(sheet, question.title, question.sentence, part) + 4
        if isinstance(self._content, BarContent):
            y = put_legend(sheet, self._content, self._viewport(0, 1.0), y + 2) + 2
        return y

    def _viewport(self, first: int, height: float) -> Viewport:
        return Viewport(self._width, height, SCALE, LIGHT, first, on_paper=True)

    def _chart(self, first: int, height: float) -> Chart:
        viewport = self._viewport(first, height)
        drawn: Any = CHARTS[type(self._content)]
        if isinstance(self._content, BarContent):
            drawn = LetteredBars
        chart: Chart = drawn(self._content, viewport)
        return chart

    def _sheet(self, at: int) -> Sheet:
        sheet = Sheet(*self._size)
        part = (
            tr("part {number} of {count}", number=at + 1, count=self._count)
            if self._count > 1
            else ""
        )
        self._head(sheet, part)
        rows, pages = self._content.rows, -(-self._content.rows // self._rows_a_page)
        if at < pages or not rows:
            pages = max(pages, 1)
            first = at * self._rows_a_page
            end = min(first + self._rows_a_page, rows)
            # All that fit into one page stand as far apart as there is room.
            height = self._room
            if pages > 1:
                height = self._chart(first, self._room).height_for(end - first)
            chart = self._chart(first, height)
            if self._shared is not None:
                self._numbers(sheet, chart, range(first, end), self._shared)
            sheet.put(chart.marks, sheet.left - MARGIN_PX, self._top - MARGIN_PX)
        if self._shared is None:
            self._beside(sheet, at)
        return sheet

    def _numbers(
        self, sheet: Sheet, chart: Chart, shown: range, shared: dict[int, int]
    ) -> None:
        """Write each row's numbers where it is drawn, and the totals below."""
        down = self._top - MARGIN_PX
        placed, top, bottom, names_end = [], sheet.bottom, self._top, sheet.left
        for row in shown:
            box = chart.box(ChartHit(row))
            if box is None:
                continue
            middle, half = (box[1] + box[3]) / 2 + down, (box[3] - box[1]) / 2
            top, bottom = min(top, middle - half), max(bottom, middle + half)
            names_end = sheet.left - MARGIN_PX + box[2]
            sheet.rule(middle + half + 1, color=LIGHT.grid)
            if row in shared:
                placed.append((shared[row], middle))
        self._table.head(sheet, min(top, bottom) - _TO_TOTAL_PX + 4)
        self._table.rows(sheet, placed)
        if not placed:
            return
        of_chart = chart.box(ChartHit(self._content.rows))
        if of_chart is not None:
            # The picture has totals of its own, and names them.
            self._table.total(sheet, (of_chart[1] + of_chart[3]) / 2 + down)
            return
        words = showable(next(iter(self._question.table.total), ""))
        total = bottom + _TO_TOTAL_PX
        if sheet.left + text_width(words, REMARK_PX, bold=True) > names_end - _TICK_PX:
            # Below the names of the axis, which begin there.
            total += LINE_PX
        sheet.text(words, sheet.left, total, REMARK_PX, bold=True)
        self._table.total(sheet, total)

    def _beside(self, sheet: Sheet, at: int) -> None:
        """Write a table that has rows of its own."""
        first = at * self._lines_a_page
        shown = range(len(self._question.table.rows))[
            first : first + self._lines_a_page
        ]
        if not shown:
            return
        y = self._top + _HEAD_PX / 2
        self._table.head(sheet, y)
        left = sheet.right - self._table.width
        y += _PITCH_PX
        placed = [(row, y + (row - first) * _PITCH_PX) for row in shown]
        for _, middle in placed:
            sheet.rule(middle + _PITCH_PX / 2, left, color=LIGHT.grid)
        self._table.rows(sheet, placed)
        self._table.total(sheet, placed[-1][1] + _PITCH_PX)


def _without_heading(chart: ChartContent) -> ChartContent:
    """Leave out what the page says in its own head."""
    content: Any = chart
    bare: ChartContent = replace(content, title="", sentence="")
    return bare
