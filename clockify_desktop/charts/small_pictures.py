"""The small pictures of the overview, each within a box."""

from collections.abc import Callable, Iterator
from typing import Any, Final

import numpy as np
from matplotlib.path import Path

from clockify_desktop.charts.bar_marks import HATCHES
from clockify_desktop.charts.box_paths import Boxes, boxes, dashes, rounded_boxes
from clockify_desktop.charts.chart import Box, Viewport
from clockify_desktop.charts.contrast import blend
from clockify_desktop.charts.marks import Mark, Shape
from clockify_desktop.charts.series_colors import series_colors
from clockify_desktop.charts.small_content import (
    SmallBullet,
    SmallChanges,
    SmallContent,
    SmallDots,
    SmallHeat,
    SmallStack,
    SmallTracks,
    SmallTrend,
)
from clockify_desktop.charts.theme import Theme
from clockify_desktop.charts.trend_layout import Plots
from clockify_desktop.charts.trend_marks import TrendMarks

_GAP_PX: Final = 2.0
_MOST_CELL_PX: Final = 15.0
_CORNER_PX: Final = 2.0
_BAR_PX: Final = 12.0
_TRACK_PX: Final = 20.0
_TICK_PX: Final = 2.0
_THIN_PX: Final = 8.0
_DOT_PX: Final = 12.0
_TO_DOT_PX: Final = 16.0
_LINE_PX: Final = 1.25
_DASH_PX: Final = 3.0
_TIME_SHARE: Final = 0.7
_CORNER_SHARE: Final = 9
_TO_TRACK_PX: Final = 13.0
_BAR_SHARE: Final = 0.55


def small_marks(content: SmallContent, box: Box, theme: Theme) -> Iterator[Mark]:
    """Draw a small picture within a box."""
    return _DRAWN[type(content)](content, box, theme)


def _shape(
    shown: Boxes, color: str, role: str, corner_px: float = _CORNER_PX
) -> Iterator[Shape]:
    path = rounded_boxes(shown, corner_px)
    if path is not None:
        yield Shape(path, color, role=role)


def _heat(content: SmallHeat, box: Box, theme: Theme) -> Iterator[Shape]:
    """Draw people to the right and days down."""
    left, top, right, bottom = box
    people, days = content.has_time.shape
    if not people or not days:
        return
    wide = min((right - left) / people, _MOST_CELL_PX + _GAP_PX)
    high = min((bottom - top) / days, _MOST_CELL_PX + _GAP_PX)
    # Many stand without gaps.
    gap = min(_GAP_PX, wide / 4, high / 4)
    begin = (top + bottom - days * high) / 2
    row, day = np.indices((people, days))
    x, y = left + row * wide, begin + day * high
    cells = boxes(x, y, x + wide - gap, y + high - gap)
    missing = content.is_missing
    time = content.has_time & ~missing
    off = content.is_off & ~missing & ~time
    corner = min(_CORNER_PX, wide / _CORNER_SHARE)
    yield from _shape(cells[off], theme.hatch_ground, "off", corner)
    shade = blend(theme.accent, theme.surface, _TIME_SHARE)
    yield from _shape(cells[time], shade, "time", corner)
    lines = dashes(cells[missing], _LINE_PX, _DASH_PX)
    yield from _shape(lines, theme.warning, "missing", 0.0)


def _bullet(content: SmallBullet, box: Box, theme: Theme) -> Iterator[Shape]:
    left, top, right, bottom = box
    middle, furthest = (top + bottom) / 2, max(content.hours_s, content.expected_s)
    if furthest <= 0:
        return
    per_s = (right - left) / furthest

    def bar(length_s: int, thick: float) -> Boxes:
        end = left + max(length_s, 0) * per_s
        return boxes([left], middle - thick / 2, end, middle + thick / 2)

    if content.expected_s > 0:
        yield from _shape(bar(content.expected_s, _TRACK_PX), theme.line, "track")
    if content.hours_s > 0:
        yield from _shape(bar(content.hours_s, _BAR_PX), theme.accent, "bar")
    if content.expected_s > 0:
        end = left + content.expected_s * per_s
        half = _TRACK_PX / 2 + 2
        tick = boxes([end - _TICK_PX], middle - half, end, middle + half)
        yield from _shape(tick, theme.text, "tick", 0.0)


def _stack(content: SmallStack, box: Box, theme: Theme) -> Iterator[Shape]:
    left, top, right, bottom = box
    seconds = np.maximum(content.seconds, 0)
    whole = int(seconds.sum())
    if not whole:
        return
    ends = left + np.cumsum(seconds) / whole * (right - left)
    starts = np.append(left, ends[:-1])
    half, middle = _TRACK_PX / 2, (top + bottom) / 2
    colors = series_colors(content.labels, theme)
    for label, color, start, end in zip(
        content.labels, colors, starts.tolist(), ends.tolist(), strict=True
    ):
        if end <= start:
            continue
        until = max(end - 1, start + (end - start) / 2)
        segment = boxes([start], middle - half, until, middle + half)
        if label.kind in HATCHES:
            path = rounded_boxes(segment, _CORNER_PX)
            if path is not None:
                hatch = HATCHES[label.kind]
                yield Shape(path, theme.hatch_ground, hatch, color, "segment")
        else:
            yield from _shape(segment, color, "segment")


def _changes(content: SmallChanges, box: Box, theme: Theme) -> Iterator[Shape]:
    left, top, right, bottom = box
    change_s = content.change_s
    if not len(change_s):
        return
    furthest = float(max(np.abs(change_s).max(), 1))
    less, more = float(max(-change_s.min(), 0)), float(max(change_s.max(), 0))
    # Where all is more, nothing is at the left end.
    width = (right - left - _LINE_PX) / max(less + more, furthest)
    zero = left + less * width
    pitch = min((bottom - top) / len(change_s), _THIN_PX + _GAP_PX)
    begin = (top + bottom - pitch * len(change_s)) / 2
    y = begin + np.arange(len(change_s)) * pitch
    ends = zero + change_s * width
    bars = boxes(np.minimum(ends, zero), y, np.maximum(ends, zero), y + pitch * 0.8)
    for found, color, role in (
        (bars[change_s < 0], theme.quiet, "less"),
        (bars[change_s > 0], theme.accent, "more"),
    ):
        yield from _shape(found, color, role, 1.0)
    axis = boxes([zero - _LINE_PX / 2], top, zero + _LINE_PX / 2, bottom)
    yield from _shape(axis, theme.control_border, "axis", 0.0)


def _trend(content: SmallTrend, box: Box, theme: Theme) -> Iterator[Mark]:
    left, top, right, bottom = box
    line = content.line
    plot = Plots(
        left=np.array([left]),
        bottom=np.array([bottom - _LINE_PX]),
        width=right - left,
        height=bottom - _LINE_PX - top,
        steps=line.states.shape[1],
        top_s=line.top_s,
    )
    marks = TrendMarks(Viewport(right, bottom, 1.0, theme))
    yield from marks.ground(plot)
    yield from marks.lines(
        plot,
        line,
        np.array([0]),
        content.chosen,
        dimmed=np.array([False]),
        with_mean=False,
        is_large=False,
    )


def _tracks(content: SmallTracks, box: Box, theme: Theme) -> Iterator[Shape]:
    left, top, right, bottom = box
    used, passed = content.used, content.passed
    pitch = min((bottom - top) / max(len(used), 1), _TO_TRACK_PX)
    y = (top + bottom - pitch * len(used)) / 2 + np.arange(len(used)) * pitch
    # Time that has passed ends with the estimate's track.
    per_share = (right - left - _TICK_PX) / max(used.max(initial=1.0), 1.0)
    low = y + pitch * _BAR_SHARE
    yield from _shape(boxes(left, y, left + per_share, low), theme.line, "track")
    there = used > 0
    bars = boxes(left, y, left + used * per_share, low)
    yield from _shape(bars[there], theme.accent, "bar")
    known = np.isfinite(passed)
    x = left + passed[known] * per_share
    ticks = boxes(x, y[known] - 1, x + _TICK_PX, low[known] + 1)
    yield from _shape(ticks, theme.text, "tick", 0.0)


def _dots(content: SmallDots, box: Box, theme: Theme) -> Iterator[Shape]:
    left, top, right, bottom = box
    fit = max(int((right - left) // _TO_DOT_PX), 1)
    left_over = min(content.left, fit)
    settled = min(content.settled, fit - left_over)
    middle = (top + bottom) / 2
    x = left + np.arange(left_over + settled) * _TO_DOT_PX
    middles = [(one + _DOT_PX / 2, middle) for one in x.tolist()]
    empty, radius = middles[left_over:], _DOT_PX / 2
    yield from _circles(middles[:left_over], radius, theme.warning, "dot")
    yield from _circles(empty, radius, theme.control_border, "settled")
    yield from _circles(empty, radius - _LINE_PX, theme.surface, "heart")


def _circles(
    middles: list[tuple[float, float]], radius: float, color: str, role: str
) -> Iterator[Shape]:
    if middles:
        circles = (Path.circle(middle, radius) for middle in middles)
        yield Shape(Path.make_compound_path(*circles), color, role=role)


_DRAWN: Final[dict[type, Callable[[Any, Box, Theme], Iterator[Mark]]]] = {
    SmallHeat: _heat,
    SmallBullet: _bullet,
    SmallStack: _stack,
    SmallChanges: _changes,
    SmallTrend: _trend,
    SmallTracks: _tracks,
    SmallDots: _dots,
}
