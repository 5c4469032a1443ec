"""Heat maps for tests: sixteen people, or teams with theirs."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from clockify_desktop.charts.chart import Viewport
from clockify_desktop.charts.heat_content import HeatColumn, HeatContent, HeatRow
from clockify_desktop.charts.heat_map import HeatMap
from clockify_desktop.charts.marks import Labels, Shape
from clockify_desktop.charts.theme import LIGHT, Theme
from clockify_desktop.domain.day_states import DayState
from clockify_desktop.domain.showable import showable

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def columns(count: int) -> tuple[HeatColumn, ...]:
    return tuple(
        HeatColumn(
            f"one:{at}",
            showable(f"{_DAYS[at % 7]} {at + 1}"),
            showable(str(at + 1)),
            f"{_DAYS[at % 7]} {at + 1} Nov 2026",
        )
        for at in range(count)
    )


def content(people: int = 5, days: int = 7, *, team: bool = False) -> HeatContent:
    """Give everybody eight hours from Monday to Friday; the first logged nothing.

    With a team the first row is that of all others, which are open.
    """
    is_workday = np.arange(days) % 7 < 5
    seconds = np.where(is_workday, 28_800 + 60 * np.arange(people)[:, None], 0)
    seconds[:1] = 0
    states = np.broadcast_to(
        np.where(is_workday, DayState.MISSING, DayState.OFF), seconds.shape
    ).astype(np.uint8)
    missing = ((states == DayState.MISSING) & (seconds == 0)).astype(np.int64)
    rows = [HeatRow(f"one:u{at}", showable(f"Person {at}")) for at in range(people)]
    totals_s, totals_missing = seconds.sum(axis=0), missing.sum(axis=0)
    if team:
        rows.insert(0, HeatRow("team:g", showable("Design"), "g", people, is_open=True))
        seconds = np.vstack([totals_s, seconds])
        missing = np.vstack([totals_missing, missing])
        states = np.vstack([states[:1], states])
    return HeatContent(
        heat_rows=tuple(rows),
        columns=columns(days),
        seconds=seconds.astype(np.int64),
        states=states,
        missing=missing,
        totals_s=totals_s,
        totals_missing=totals_missing,
        total_name=showable(f"All {people} people"),
        title="Who logged",
        sentence="5 workdays without time.",
        folds_of="week",
    )


def with_state(one: HeatContent, row: int, column: int, state: DayState) -> HeatContent:
    """Let a cell be a day of some kind on which nothing is missing."""
    seconds, states, missing = (
        part.copy() for part in (one.seconds, one.states, one.missing)
    )
    seconds[row, column], missing[row, column] = 0, 0
    states[row, column] = state
    return replace(one, seconds=seconds, states=states, missing=missing)


def laid_out(
    one: HeatContent,
    width: float = 900,
    height: float = 600,
    theme: Theme = LIGHT,
    first_row: int = 0,
) -> HeatMap:
    return HeatMap(one, Viewport(width, height, 1.0, theme, first_row))


def words(chart: HeatMap, color: str = "") -> list[str]:
    """List what is written, in one colour or in all."""
    found = (one for one in chart.marks if isinstance(one, Labels))
    return [
        text.text for one in found if color in {"", one.color} for text in one.texts
    ]


def shapes(chart: HeatMap, roles: Iterable[str]) -> list[Shape]:
    wanted = set(roles)
    return [one for one in chart.marks if isinstance(one, Shape) and one.role in wanted]
