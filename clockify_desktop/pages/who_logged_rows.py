"""The rows of "Who logged": people in their order, or teams with their people."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.heat_content import HeatRow
from clockify_desktop.domain.day_states import DayGrid, DayState
from clockify_desktop.domain.identity import GroupId
from clockify_desktop.domain.keys import WITHOUT_GROUP, labels_told_apart
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.normal_form import sorting_key
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.showable import NOTHING, Showable, showable_name
from clockify_desktop.pages.who_logged_columns import Columns, joint_states
from clockify_desktop.pages.who_logged_options import Folds, Order

_WITHOUT: Final = "without"
"""By which the people without a team fold; no id is as short."""

Places = NDArray[np.intp]
Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Team:
    """Some people under a name, by their places in the grid."""

    key: str
    name: str
    places: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Rows:
    """What the rows of the picture are of.

    Args:
        heads: One a row.
        of_row: The places in the grid of the people that each row is of.
        in_several: How many people stand in more than one team.
        by_team: Whether they stand by team.
    """

    heads: tuple[HeatRow, ...]
    of_row: tuple[Sequence[int], ...]
    in_several: int = 0
    by_team: bool = False


@dataclass(frozen=True, eq=False)
class Cells:
    """What stands in the rows: see ``HeatContent``."""

    seconds: NDArray[np.int64]
    states: NDArray[np.uint8]
    missing: NDArray[np.int64]
    words: Mapping[tuple[int, int], str]


def labels_of(report: Report, grid: DayGrid) -> tuple[Label, ...]:
    """Name people so that they are told apart."""
    # The report keeps the keys of those with time.
    known = {key.label.key: key for key in report.axis(Level.USER).keys}
    return labels_told_apart(
        [
            known.get(person.id) or Level.USER.key(person, report.grouping)
            for person in grid.people
        ]
    )


def teams_of(grid: DayGrid, names: Mapping[GroupId, str]) -> tuple[Team, ...]:
    """Put people under their teams by name; somebody in two stands in both."""
    places: dict[GroupId, list[int]] = {}
    without = []
    for place, person in enumerate(grid.people):
        known = {one for one in person.groups if one in names}
        if not known:
            without.append(place)
        for group in known:
            places.setdefault(group, []).append(place)
    order = sorted(places, key=lambda one: (sorting_key(names[one]), one))
    teams = [Team(one, names[one], tuple(places[one])) for one in order]
    if without and teams:
        teams.append(Team(_WITHOUT, WITHOUT_GROUP, tuple(without)))
    return tuple(teams)


def rows_of(
    labels: Sequence[Label],
    has_missing: Truths,
    teams: Sequence[Team],
    order: Order,
    folds: Folds,
    remarks: Mapping[int, Showable],
    *,
    only_missing: bool,
) -> Rows:
    """List the rows.

    Args:
        labels: Of the people of the grid.
        has_missing: A truth a person.
        remarks: By places in the grid.
    """

    def head_of(at: int) -> HeatRow:
        label = labels[at]
        remark = remarks.get(at, NOTHING)
        return HeatRow(label.mark, showable_name(label.name), remark=remark)

    def kept(places: Iterable[int]) -> Iterator[int]:
        return (at for at in places if has_missing[at] or not only_missing)

    if order is not Order.TEAM or not teams:
        places = list(kept(in_order(has_missing, order).tolist()))
        return Rows(tuple(map(head_of, places)), tuple((at,) for at in places))
    heads: list[HeatRow] = []
    of_row: list[Sequence[int]] = []
    for team in teams:
        usual = bool(has_missing[list(team.places)].any())
        is_open = folds.is_open(team.key, usual=usual)
        heads.append(_head(team, is_open=is_open))
        of_row.append(team.places)
        if is_open:
            shown = list(kept(team.places))
            heads += map(head_of, shown)
            of_row += [(at,) for at in shown]
    counts = np.bincount([at for team in teams for at in team.places])
    several = int((counts > 1).sum())
    return Rows(tuple(heads), tuple(of_row), several, by_team=True)


def in_order(has_missing: Truths, order: Order) -> Places:
    """Put the people of a grid, who stand by name, in an order: intp."""
    if order is Order.MISSING:
        return np.argsort(~has_missing, kind="stable")
    return np.arange(len(has_missing))


def cells_of(rows: Rows, grid: DayGrid, columns: Columns) -> Cells:
    """Fill the rows; those of teams hold the sums of their people."""
    seconds = columns.added_up(grid.seconds)
    missing = columns.added_up(grid.is_missing().astype(np.int64))
    states = columns.states(grid.states)
    words = _words_by_person(grid, columns)
    shape = len(rows.heads), len(columns.heads)
    firsts = np.fromiter((of[0] for of in rows.of_row), np.intp, shape[0])
    cells = Cells(seconds[firsts], states[firsts], missing[firsts], {})
    found: dict[tuple[int, int], str] = {}
    for row, (head, of_row) in enumerate(zip(rows.heads, rows.of_row, strict=True)):
        if not head.is_team:
            of_person = words.get(of_row[0], {})
            found.update({(row, at): word for at, word in of_person.items()})
            continue
        places = list(of_row)
        cells.seconds[row] = seconds[places].sum(axis=0)
        cells.missing[row] = missing[places].sum(axis=0)
        cells.states[row] = joint_states(states[places])
        for at in np.flatnonzero(cells.states[row] == DayState.HOLIDAY).tolist():
            named = [words[one][at] for one in places if at in words.get(one, {})]
            if named:
                found[row, at] = named[0]
    return Cells(cells.seconds, cells.states, cells.missing, found)


def _head(team: Team, *, is_open: bool) -> HeatRow:
    name = showable_name(team.name)
    mark = f"team:{team.key}"
    return HeatRow(mark, name, team.key, len(team.places), is_open)


def _words_by_person(grid: DayGrid, columns: Columns) -> dict[int, dict[int, str]]:
    """Give the words of each person by column, the first where several are put there.

    A holiday's name goes before others: it stands in the cell.
    """
    found: dict[int, dict[int, str]] = {}
    of_day = columns.of_day.tolist()
    for (person, day), word in sorted(
        grid.words.items(),
        key=lambda one: (grid.states[one[0]] != DayState.HOLIDAY, one[0]),
    ):
        found.setdefault(person, {}).setdefault(of_day[day], word)
    return found
