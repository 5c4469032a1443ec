"""A trend: the total over periods, and below it a small picture a row, on one scale."""

from collections.abc import Iterator

import numpy as np

from clockify_desktop.charts.bar_layout import Tick, ticks
from clockify_desktop.charts.chart import Box, ChartHit, Viewport
from clockify_desktop.charts.chart_header import chart_header
from clockify_desktop.charts.fonts import (
    AXIS_PX,
    NAME_PX,
    REMARK_PX,
    baseline_of_middle,
)
from clockify_desktop.charts.marks import Mark, labels
from clockify_desktop.charts.text_paths import PlacedText, elided, text_width
from clockify_desktop.charts.trend_content import PointState, TrendContent
from clockify_desktop.charts.trend_layout import (
    LARGE_PX,
    NAME_PX_DOWN,
    Plots,
    TrendLayout,
)
from clockify_desktop.charts.trend_marks import TrendMarks
from clockify_desktop.domain.showable import NOTHING, Showable, showable

# Lines may lie closer above each other than names beside each other.
_CLOSER = 3
_TO_AXIS_PX = 8.0
_STEP_MIDDLE_PX = 12.0
_DATE_MIDDLE_PX = 28.0
_TO_NUMBER_PX = 10.0
_FROM_DOT_PX = 13.0
_NOTE_PX_UP = 18.0


class TrendChart:
    """Lines laid out for a viewport; only the small pictures in view are drawn."""

    def __init__(self, content: TrendContent, viewport: Viewport) -> None:
        self._content, self._viewport = content, viewport
        series = _series(content)
        shown = [at for at, name in enumerate(series) if name]
        self._header = chart_header(content, viewport, series, shown, whole=True)
        self._ticks = ticks(content.large.top_s, _CLOSER * LARGE_PX)
        self._layout = self._laid_out(content.rows, 0)
        self.rows_in_view = min(self.rows_that_fit(viewport.height), content.rows)
        last = content.rows - self.rows_in_view
        self.first_row = min(max(viewport.first_row, 0), last)
        self._layout = self._laid_out(self.rows_in_view, self.first_row)
        self.marks = tuple(self._marks())

    def height_for(self, rows: int) -> int:
        """Compute the height at which so many rows are in view, at this width."""
        return self._layout.height_for(rows)

    def rows_that_fit(self, height_px: float) -> int:
        """Count the rows in view at a height, at least one."""
        return self._layout.rows_that_fit(height_px)

    def hit(self, x: float, y: float) -> ChartHit | None:
        """Find a period of the large picture, or a small one."""
        return self._layout.hit(x, y) if self._content.rows else None

    def box(self, hit: ChartHit) -> Box | None:
        """Give the place of a period or of a small picture; ``None`` out of view."""
        return self._layout.box(hit)

    def walk(self, hit: ChartHit | None, down: int, right: int) -> ChartHit | None:
        """Walk over the small pictures; above them are the periods of the large one."""
        content = self._content
        chosen = len(content.steps) if content.chosen is None else content.chosen
        return self._layout.walk(hit, down, right, chosen)

    def _laid_out(self, rows: int, first_row: int) -> TrendLayout:
        content = self._content
        names = (*(tick.name for tick in self._ticks), showable(content.axis))
        gutter = max(text_width(name, AXIS_PX) for name in names) + _TO_AXIS_PX
        return TrendLayout(
            self._header.bottom,
            float(round(gutter)),
            self._viewport.width,
            len(content.small.labels),
            content.per_row,
            len(content.every_step),
            first_row,
            rows,
        )

    def _marks(self) -> Iterator[Mark]:
        content, header, theme = self._content, self._header, self._viewport.theme
        if not content.rows:
            yield labels(header.sentence, theme.quiet)
            yield labels(header.title, theme.text)
            return
        marks = TrendMarks(self._viewport)
        large = self._layout.large(content.large.top_s)
        small = self._layout.small(content.small.top_s)
        yield from marks.legend(header.legend)
        at = np.array([tick.seconds for tick in self._ticks], np.int64)
        yield from marks.grid(large, at)
        yield from marks.ground(small)
        none = np.zeros(1, np.bool_)
        shown = np.array(self._layout.shown, np.intp)
        dimmed = np.zeros(len(shown), np.bool_)
        if content.dimmed is not None:
            dimmed = content.dimmed[shown]
        for plots, lines, which, faint in (
            (large, content.large, np.zeros(1, np.intp), none),
            (small, content.small, shown, dimmed),
        ):
            yield from marks.lines(
                plots,
                lines,
                which,
                content.chosen,
                dimmed=faint,
                with_mean=content.with_mean and not lines.has_band[which].any(),
                is_large=lines is content.large,
            )
            if content.running is not None and content.has_days:
                so_far_s = lines.so_far_s[which]
                yield from marks.running(plots, so_far_s, len(content.steps), faint)
        if content.has_before:
            before_s = int(content.large.before_s[0])
            yield from marks.before(large, before_s, len(content.steps))
        quiet = [*header.sentence, *header.legend.names]
        quiet += [*self._axis(large, self._ticks), *self._small_axis(small)]
        plain = [*header.title, *self._numbers(large)]
        for place, line in enumerate(shown.tolist()):
            self._words(small, place, line, plain, quiet)
        yield labels(quiet, theme.quiet)
        yield labels(plain, theme.text)

    def _axis(self, plot: Plots, axis: tuple[Tick, ...]) -> Iterator[PlacedText]:
        """Name the ticks beside the large picture, and the periods below it."""
        content, right = self._content, self._layout.large_left - _TO_AXIS_PX
        down = plot.heights(np.array([[tick.seconds for tick in axis]], np.int64))[0]
        for tick, middle in zip(axis, down.tolist(), strict=True):
            yield _ending(tick.name, right, middle)
        bottom = float(plot.bottom[0])
        first, second = bottom + _STEP_MIDDLE_PX, bottom + _DATE_MIDDLE_PX
        yield _ending(showable(content.axis), right, first)
        x = plot.middles(np.arange(plot.steps))[0].tolist()
        for middle, names in (
            (first, [step.name for step in content.every_step]),
            (second, [step.date for step in content.every_step]),
        ):
            free = self._layout.large_left - plot.step_px / 2
            for name, at in zip(names, x, strict=True):
                left = at - text_width(name, AXIS_PX) / 2
                if name and left >= free:
                    yield _placed(name, left, middle, AXIS_PX)
                    free = at + text_width(name, AXIS_PX) / 2 + 4.0

    def _small_axis(self, plots: Plots) -> Iterator[PlacedText]:
        """Name the first and last period below the lowest small pictures in view."""
        steps = self._content.steps
        if not steps:
            return
        count, places = len(plots.left), np.array([0, len(steps) - 1])
        for place in range(max(count - self._content.per_row, 0), count):
            middle = float(plots.bottom[place]) + _STEP_MIDDLE_PX - 2
            left = float(plots.left[place])
            end = float(plots.middles(places)[place, 1])
            yield _placed(steps[0].name, left, middle, AXIS_PX)
            name = steps[-1].name
            left_of_last = end - text_width(name, AXIS_PX) / 2
            if left_of_last > left + text_width(steps[0].name, AXIS_PX) + 4:
                yield _placed(name, left_of_last, middle, AXIS_PX)

    def _numbers(self, plot: Plots) -> Iterator[PlacedText]:
        """Write the number of the period looked at, and that of the running one."""
        content, lines = self._content, self._content.large
        if content.chosen is not None:
            place = content.chosen
            # Below the dot, and the band that it is in.
            lowest_s = lines.seconds[0, place]
            if lines.has_band[0, place]:
                edge_s = lines.capacity_s[0, place] - lines.tolerance_s[0, place]
                lowest_s = min(lowest_s, edge_s)
            down = float(plot.heights(np.array([[lowest_s]]))[0, 0])
            middle = min(down + _FROM_DOT_PX, float(plot.bottom[0]) - _FROM_DOT_PX)
            number = content.number(lines, 0)
            yield from _centred(number, float(plot.middles(place)[0, 0]), middle)
        if content.has_days:
            place = len(content.steps)
            highest_s = max(int(lines.so_far_s[0]), int(lines.before_s[0]))
            down = float(plot.heights(np.array([[highest_s]]))[0, 0])
            number = content.so_far(lines, 0)
            x = float(plot.middles(place)[0, 0])
            # It ends where the picture does.
            x = min(
                x, self._viewport.width - text_width(number, NAME_PX, bold=True) / 2
            )
            yield from _centred(number, x, down - _FROM_DOT_PX)

    def _words(
        self,
        plots: Plots,
        place: int,
        line: int,
        plain: list[PlacedText],
        quiet: list[PlacedText],
    ) -> None:
        """Write above a small picture whose it is and how much, and a note into it."""
        content, lines = self._content, self._content.small
        left, bottom = float(plots.left[place]), float(plots.bottom[place])
        right = left + plots.width
        box = self._layout.box(ChartHit(*divmod(line, content.per_row)))
        middle = (box[1] if box else bottom) + NAME_PX_DOWN
        number = content.number(lines, line)
        width = text_width(number, NAME_PX, bold=True)
        if number:
            plain.append(_placed(number, right - width, middle, NAME_PX, bold=True))
        name = elided(
            lines.names[line], max(plots.width - width - _TO_NUMBER_PX, 1.0), NAME_PX
        )
        plain.append(_placed(name, left, middle, NAME_PX))
        if not lines.notes[line]:
            return
        note = elided(showable(lines.notes[line]), max(plots.width, 1.0), REMARK_PX)
        # Where there is no line.
        begins = lines.states[line, 0] != PointState.POINT
        end = right - plots.step_px - text_width(note, REMARK_PX)
        quiet.append(
            _placed(note, left if begins else end, bottom - _NOTE_PX_UP, REMARK_PX)
        )


def _series(content: TrendContent) -> tuple[Showable, ...]:
    """Name what the picture has, as its legend does; empty for what it has not."""
    if not content.rows:
        return ()
    lines = (content.large, content.small)
    there = (
        True,
        any(one.has_band.any() for one in lines),
        content.has_days,
        content.has_before,
        any((one.states == PointState.OFF).any() for one in lines),
        content.with_mean,
    )
    named = zip(content.legend, there, strict=True)
    return tuple(showable(name) if has else NOTHING for name, has in named)


def _placed(
    words: Showable, x: float, middle: float, size: float, *, bold: bool = False
) -> PlacedText:
    return PlacedText(words, x, baseline_of_middle(middle, size), size, bold)


def _ending(words: Showable, right: float, middle: float) -> PlacedText:
    return _placed(words, right - text_width(words, AXIS_PX), middle, AXIS_PX)


def _centred(words: Showable, x: float, middle: float) -> Iterator[PlacedText]:
    if words:
        x -= text_width(words, NAME_PX, bold=True) / 2
        yield _placed(words, x, middle, NAME_PX, bold=True)
