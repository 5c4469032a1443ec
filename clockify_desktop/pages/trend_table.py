"""The table and the file of "Trend": a line a period, the newest first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.trend_content import (
    STATE_WORDS,
    PointState,
    TrendContent,
    TrendLines,
)
from clockify_desktop.domain.durations import duration_text, share_text
from clockify_desktop.domain.file_table import FileTable, Value, hours_of
from clockify_desktop.domain.period_words import SO_FAR
from clockify_desktop.domain.rounding import half_up
from clockify_desktop.domain.showable import ELLIPSIS, named, showable
from clockify_desktop.domain.shown_sums import ROUNDED, durations_add_up
from clockify_desktop.pages.table import (
    Alignment,
    Column,
    ColumnKind,
    TableContent,
    Words,
)
from clockify_desktop.pages.trend_rows import TrendRows
from clockify_desktop.pages.trend_words import TrendWords
from clockify_desktop.translation import tr, tr_context

_NOT_THERE: Final = "\N{EN DASH}"
_COLUMNS: Final = (
    *("start", "end", "duration_seconds", "duration_hours"),
    *("capacity_seconds", "capacity_hours", "state"),
)


@dataclass(frozen=True, eq=False)
class TrendLine:
    """The large picture as the lines of a table.

    Args:
        awaited: Whether periods that are not known may still come.
        assumed: The sign before a capacity that is assumed, else nothing.
        capacity_loading: Whether capacity may still come.
    """

    chart: TrendContent
    words: TrendWords
    awaited: bool
    assumed: str
    capacity_loading: bool

    @property
    def lines(self) -> TrendLines:
        """The one line."""
        return self.chart.large

    @property
    def has_capacity(self) -> bool:
        """Whether there is a capacity, or may still be."""
        return not self.chart.with_mean or bool(self.lines.has_band.any())

    def table(self) -> TableContent:
        """Make the table."""
        count = len(self.chart.every_step)
        return TableContent(
            columns=tuple(self._columns(count)),
            positions=np.arange(count)[::-1],
            total=tuple(self._mean()),
            mark=lambda at: self.chart.every_step[at].mark,
            remark=self._remark(),
        )

    def _columns(self, count: int) -> Iterator[Column]:
        names = [self.words.in_table(at) for at in range(count)]
        yield Column(
            named(self.lines.names[0]),
            ColumnKind.NAME,
            Alignment.LEADING,
            sort_key=lambda: Words(names),
            text=lambda at: showable(names[at]),
        )
        hours = np.append(self.lines.seconds[0], self.lines.so_far_s)[:count]
        yield _number(tr_context("column of a table", "Hours"), hours, self._hours)
        if not self.has_capacity:
            return
        capacity = np.append(self.lines.capacity_s[0], 0)[:count]
        yield _number(
            tr_context("column of a table", "Capacity"), capacity, self._capacity
        )
        share = hours / np.maximum(capacity, 1)
        yield _number(tr_context("column of a table", "Share"), share, self._share)

    def _hours(self, at: int) -> str:
        if at == len(self.chart.steps):
            return self.chart.so_far(self.lines, 0) or _NOT_THERE
        state = PointState(self.lines.states[0, at])
        if state is PointState.POINT:
            return self._text(int(self.lines.seconds[0, at]))
        if state is PointState.UNKNOWN and self.awaited:
            return ELLIPSIS
        return _NOT_THERE if state is PointState.ABSENT else STATE_WORDS[state]

    def _capacity(self, at: int) -> str:
        if self._has_band(at):
            return f"{self.assumed}{self._text(int(self.lines.capacity_s[0, at]))}"
        loading = self.capacity_loading and at < len(self.chart.steps)
        return ELLIPSIS if loading else _NOT_THERE

    def _share(self, at: int) -> str:
        if not self._has_band(at):
            return _NOT_THERE
        hours_s, capacity_s = self.lines.seconds[0, at], self.lines.capacity_s[0, at]
        return share_text(int(hours_s), int(capacity_s))

    def _has_band(self, at: int) -> bool:
        return at < len(self.chart.steps) and bool(self.lines.has_band[0, at])

    @cached_property
    def mean_of(self) -> NDArray[np.intp]:
        """The places of the periods that the mean is of."""
        return np.flatnonzero(self.lines.is_point[0])

    def _mean(self) -> Iterator[str]:
        """Write the mean of the periods in which it was there."""
        count = len(self.mean_of)
        yield tr("Mean of {count}", count=count)
        yield self._text(int(self.lines.mean_s[0])) if count else _NOT_THERE
        if not self.has_capacity:
            return
        of_band = self.mean_of[self.lines.has_band[0, self.mean_of]]
        hours_s = int(self.lines.seconds[0, of_band].sum())
        capacity_s = int(self.lines.capacity_s[0, of_band].sum())
        if not len(of_band):
            yield from (_NOT_THERE, _NOT_THERE)
            return
        mean_s = half_up(capacity_s, len(of_band))
        yield f"{self.assumed}{self._text(mean_s)}"
        yield share_text(hours_s, capacity_s)

    def _remark(self) -> str:
        parts = []
        if self.assumed and self.lines.has_band.any():
            parts.append(tr("{sign}assumed: 8 h, Monday to Friday.", sign=self.assumed))
        if not durations_add_up(self.lines.seconds[0], self.chart.durations):
            parts.append(ROUNDED)
        return " ".join(parts)

    def _text(self, seconds: int) -> str:
        return duration_text(seconds, self.chart.durations)


def trend_file(rows: TrendRows, words: TrendWords, chart: TrendContent) -> FileTable:
    """Write every row by name, a line a period; gaps have no hours."""
    lines, periods = rows.lines, words.periods
    written: list[tuple[Value, ...]] = []
    for line, cells in enumerate(rows.cells):
        about = tuple(cell or None for cell in cells)
        for at, period in enumerate(periods.whole):
            state = PointState(lines.states[line, at])
            known = state is PointState.POINT
            band = bool(lines.has_band[line, at])
            written.append(
                (
                    *(*about, period.start, period.end),
                    *_hours(int(lines.seconds[line, at]) if known else None),
                    *_hours(int(lines.capacity_s[line, at]) if band else None),
                    None if known else STATE_WORDS[state],
                )
            )
        if chart.has_days and periods.so_far is not None:
            days, so_far_s = periods.so_far, int(lines.so_far_s[line])
            none = (None, None, SO_FAR)
            written.append((*about, days.start, days.end, *_hours(so_far_s), *none))
    # Somebody in several teams stands in each.
    total_s = int(lines.seconds.sum() + lines.so_far_s.sum())
    columns = (*rows.level.columns, *_COLUMNS)
    return FileTable(columns, written, None if rows.is_repeated else total_s)


def _hours(seconds: int | None) -> tuple[Value, Value]:
    return (None, None) if seconds is None else (seconds, hours_of(seconds))


def _number(
    title: str,
    keys: NDArray[np.int64] | NDArray[np.float64],
    text: Callable[[int], str],
) -> Column:
    return Column(
        title,
        ColumnKind.NUMBER,
        Alignment.TRAILING,
        sort_key=partial(_itself, keys),
        text=lambda at: showable(text(at)),
        least_px=52,
    )


def _itself(
    keys: NDArray[np.int64] | NDArray[np.float64],
) -> NDArray[np.int64] | NDArray[np.float64]:
    return keys
