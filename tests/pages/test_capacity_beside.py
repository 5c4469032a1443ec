"""The last weeks beside the bars, which a new capacity changes from its date on."""

from datetime import date
from typing import Any

import numpy as np

from clockify_desktop.charts.capacity_content import BesideLines
from clockify_desktop.charts.trend_content import PointState
from clockify_desktop.domain.absences import Absences, TimeOff
from clockify_desktop.domain.capacity import CapacitySource, working_hours
from clockify_desktop.domain.directory import Directory, UserGroup
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import GroupId
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.pages.capacity import CAPACITY
from clockify_desktop.pages.capacity_beside import before_needs
from clockify_desktop.pages.capacity_content import HoursAndCapacityContent
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.trend_periods import trend_need
from tests.pages.five_weeks import DIRECTORY, HOUR, PEOPLE, PROJECTS, query_of
from tests.pages.twelve_weeks import answers_of

DAY_S = 8 * HOUR
# Ann and Bob eight hours each on Monday to Friday, from eleven weeks before on.
FULL = [
    (who, 0, week * 7 + day, DAY_S)
    for who in (0, 1)
    for week in range(-11, 1)
    for day in range(5)
]
ANN, BOB = PEOPLE[0].id, PEOPLE[1].id
FOUR_DAYS = working_hours(DAY_S, frozenset(range(4)), CapacitySource.BY_HAND)


def content_of(
    *,
    period: str = "2026-W47",
    logged: list[tuple[int, int, int, int]] = FULL,
    view: ViewOptions | None = None,
    selection: Selection = EVERYTHING,
    **answered: Any,
) -> HoursAndCapacityContent:
    query = query_of(period)
    answers = answers_of(query, logged, **answered)
    content = CAPACITY.content(answers, query, selection, view or ViewOptions())
    assert content is not None
    return content


def beside_of(**answered: Any) -> BesideLines:
    beside = content_of(**answered).chart.beside
    assert beside is not None
    return beside


def in_hours(seconds: Any) -> list[float]:
    return [one / HOUR for one in seconds.tolist()]


def test_each_week_has_the_capacity_of_that_week() -> None:
    before = working_hours(DAY_S, frozenset(range(5)), CapacitySource.BY_HAND)
    since = working_hours(
        DAY_S, frozenset(range(4)), CapacitySource.BY_HAND, date(2026, 10, 5)
    )
    view = ViewOptions({"tolerance": "2-week"})
    beside = beside_of(capacity={ANN: (before, since)}, view=view)
    assert (beside.head, beside.chosen) == ("last 12 weeks", 11)
    lines = beside.lines
    assert [one.name for one in lines.labels] == ["Ann", "Bob"]
    assert in_hours(lines.capacity_s[0]) == [40] * 5 + [32] * 7
    assert in_hours(lines.seconds[0]) == [40] * 12
    # As it is chosen in the head of the page.
    assert set(in_hours(lines.tolerance_s.ravel())) == {2}


def test_a_week_off_and_weeks_before_the_first_day_are_gaps() -> None:
    late = [row for row in FULL if row[0] == 0 or row[2] >= -7 * 4]
    late = [row for row in late if row[0] == 1 or row[2] // 7 != -2]
    off = TimeOff(ANN, date(2026, 11, 2), date(2026, 11, 8))
    lines = beside_of(logged=late, absences=Absences((off,))).lines
    assert lines.states[0].tolist().index(PointState.OFF) == 9
    assert lines.states[1].tolist() == [PointState.ABSENT] * 7 + [PointState.POINT] * 5
    assert lines.notes == ("", "from week 43")


def test_teams_are_added_up_and_follow_the_order() -> None:
    groups = (
        UserGroup(GroupId("g1"), "Both", (ANN, BOB)),
        UserGroup(GroupId("g2"), "Alone", (BOB,)),
    )
    directory = Directory(people=PEOPLE, projects=PROJECTS, groups=groups)
    logged = [*FULL, (0, 0, 0, HOUR)]
    view = ViewOptions({"rows": "teams", "order": "time"})
    content = content_of(logged=logged, view=view, directory=directory)
    beside = content.chart.beside
    assert beside is not None
    assert [one.name for one in beside.lines.labels] == ["Both", "Alone"]
    assert in_hours(beside.lines.seconds[:, -1]) == [81, 40]
    assert in_hours(beside.lines.capacity_s[:, -1]) == [80, 40]
    assert in_hours(beside.lines.tolerance_s[:, -1]) == [10, 5]
    assert content.picture.beside is beside


def test_projects_that_are_chosen_leave_the_weeks_as_they_are() -> None:
    only = Selection(people=frozenset({BOB}), projects=frozenset({PROJECTS[1].id}))
    lines = beside_of(selection=only).lines
    assert [one.name for one in lines.labels] == ["Bob"]
    assert in_hours(lines.seconds[0]) == [40] * 12


def test_what_is_loading_or_refused_is_said() -> None:
    loading = beside_of(without=["trend"])
    assert loading.head == "last 12 weeks loading"
    known = loading.lines.states != PointState.UNKNOWN
    assert np.flatnonzero(known.any(axis=0)).tolist() == [11]
    without = beside_of(without=["plan"])
    assert not without.lines.has_band.any()
    need = trend_need(query_of())
    busy = AppError("Clockify is busy", "Wait a moment.")
    refused = content_of(without=["trend"], refusals={need: busy})
    assert refused.chart.beside is None
    assert "Earlier periods could not be had: Clockify is busy." in refused.lacking


def test_long_periods_and_those_to_come_have_nothing_beside_them() -> None:
    year = content_of(period="2026-01-01..2026-12-31")
    assert year.chart.beside is None
    assert before_needs(query_of("2026-01-01..2026-12-31")) == ()
    assert before_needs(query_of("2026-11-01..2026-11-30"))
    assert content_of(period="2027-W10").chart.beside is None


def test_who_was_never_there_has_an_empty_picture() -> None:
    nobody = working_hours(DAY_S, frozenset(), CapacitySource.BY_HAND)
    only_ann = [row for row in FULL if row[0] == 0]
    assert DIRECTORY.people[1].id == BOB
    lines = beside_of(logged=only_ann, capacity={BOB: (nobody,)}).lines
    assert len(lines.labels) == 2
    assert set(lines.states[1].tolist()) == {PointState.UNKNOWN}
    assert lines.notes[1] == ""
