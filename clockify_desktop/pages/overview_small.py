"""The small picture of each page, of the numbers of its content."""

from collections.abc import Callable
from typing import Any, Final

import numpy as np

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
from clockify_desktop.domain.day_states import DayState
from clockify_desktop.pages.capacity_content import HoursAndCapacityContent
from clockify_desktop.pages.changed import ChangedContent
from clockify_desktop.pages.page import PageContent
from clockify_desktop.pages.projects_content import ProjectsPageContent
from clockify_desktop.pages.to_check import CheckContent
from clockify_desktop.pages.trend import TrendPageContent
from clockify_desktop.pages.where import WhereContent
from clockify_desktop.pages.who_logged_content import WhoLoggedContent

_MOST_CHANGES: Final = 5
_MOST_TRACKS: Final = 4
_ASKED: Final = (DayState.MISSING, DayState.OPEN)


def small_of(content: PageContent) -> SmallContent | None:
    """Draw a page in small; ``None`` where it has no small picture."""
    small = _SMALL.get(type(content))
    return None if small is None else small(content)


def _heat(content: WhoLoggedContent) -> SmallHeat:
    chart = content.chart
    # Of teams the rows of people say nothing more.
    rows = chart.is_team if chart.is_team.any() else slice(None)
    states = chart.states[rows]
    has_time = chart.seconds[rows] > 0
    is_missing = chart.missing[rows] > 0
    return SmallHeat(has_time, is_missing, ~has_time & ~np.isin(states, _ASKED))


def _bullet(content: HoursAndCapacityContent) -> SmallBullet:
    counts = content.counts
    return SmallBullet(counts.hours_s, 0 if counts.is_loading else counts.expected_s)


def _stack(content: WhereContent) -> SmallStack:
    matrix = content.chart.matrix
    if len(matrix.columns) == 1:
        return SmallStack(matrix.rows, matrix.row_totals_s)
    return SmallStack(matrix.columns, matrix.seconds.sum(axis=0))


def _changes(content: ChangedContent) -> SmallChanges:
    change_s = content.chart.ends_s
    # The largest, which stay in the order of the page.
    largest = np.sort(np.argsort(-np.abs(change_s), kind="stable")[:_MOST_CHANGES])
    return SmallChanges(change_s[largest])


def _trend(content: TrendPageContent) -> SmallTrend:
    return SmallTrend(content.chart.large, content.chart.chosen)


def _tracks(content: ProjectsPageContent) -> SmallTracks:
    chart = content.chart
    # The first with an estimate, in the order of the page.
    rows = np.flatnonzero(chart.has_track)[:_MOST_TRACKS]
    return SmallTracks(chart.used[rows], chart.passed[rows])


def _dots(content: CheckContent) -> SmallDots:
    left = content.count or 0
    return SmallDots(left, int(content.words.rows.settled.sum()))


_SMALL: Final[dict[type[PageContent], Callable[[Any], SmallContent]]] = {
    WhoLoggedContent: _heat,
    HoursAndCapacityContent: _bullet,
    WhereContent: _stack,
    ChangedContent: _changes,
    TrendPageContent: _trend,
    ProjectsPageContent: _tracks,
    CheckContent: _dots,
}
