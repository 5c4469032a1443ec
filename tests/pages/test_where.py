from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.domain.directory import (
    Directory,
    Person,
    Project,
    UserGroup,
)
from clockify_desktop.domain.durations import DurationFormat, duration_text
from clockify_desktop.domain.identity import ClientId, GroupId, ProjectId, UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.projection import matrix_of
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.export.file_names import narrowed_words
from clockify_desktop.pages.chart_selection import NO_SELECTION, ChartSelection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where import WhereContent, where_content
from clockify_desktop.pages.where_options import COLORS, ROWS, Order, WhereOptions

DAY = date(2026, 11, 16)
TEAMS = (UserGroup(GroupId("g0"), "Design"), UserGroup(GroupId("g1"), "Build"))
PEOPLE = tuple(
    Person(
        UserId(f"u{at}"),
        f"Person {at}",
        groups=(TEAMS[at % 2].id,) if at % 3 else (),
    )
    for at in range(5)
)
PROJECTS = (
    *(
        Project(
            ProjectId(f"p{at:02}"),
            f"Project {at:02}",
            ClientId(f"c{at % 4}") if at % 5 else None,
            f"Client {at % 4}" if at % 5 else "",
        )
        for at in range(13)
    ),
    Project(None, "(Without project)"),
)

MakeReport = Callable[..., Report]
facts = st.lists(
    st.tuples(
        st.integers(0, len(PEOPLE) - 1),
        st.integers(0, len(PROJECTS) - 1),
        st.just(DAY),
        # Of all seconds, and of those the billable ones.
        *(st.integers(0, 90_000),) * 2,
        st.just(0),
        st.just(0),
    ).map(lambda fact: (*fact[:4], min(fact[3], fact[4]), *fact[5:])),
    min_size=1,
    max_size=60,
)
views = st.sampled_from(ROWS).flatmap(
    lambda rows: st.builds(
        lambda colors, order: ViewOptions(WhereOptions(rows, colors, order).choices),
        st.sampled_from(COLORS[rows]),
        st.sampled_from(list(Order)),
    )
)
selections = st.builds(
    Selection,
    people=st.none() | st.frozensets(st.sampled_from([one.id for one in PEOPLE])),
    projects=st.none() | st.frozensets(st.sampled_from([one.id for one in PROJECTS])),
)


def report_of(make_report: MakeReport, rows: list[tuple[object, ...]]) -> Report:
    directory = Directory(people=PEOPLE, projects=PROJECTS, groups=TEAMS)
    return make_report(rows, PEOPLE, PROJECTS, directory=directory)


def every_cell() -> list[tuple[object, ...]]:
    return [
        (who, what, DAY, 3600 + 60 * who + 10 * (len(PROJECTS) - what), 600, 0, 0)
        for who in range(4)
        for what in range(len(PROJECTS))
    ]


def selected_in(data: st.DataObject, content: WhereContent) -> ChartSelection:
    rows = [label.mark for label in content.matrix.rows]
    columns = [label.mark for label in content.matrix.columns]
    if not rows or not columns:
        return NO_SELECTION
    row, column = st.sampled_from(rows), st.sampled_from(columns)
    of_columns = columns != ["one:time"]
    return ChartSelection(
        data.draw(st.frozensets(row, max_size=2)),
        data.draw(st.frozensets(column, max_size=2 if of_columns else 0)),
        data.draw(
            st.frozensets(st.tuples(row, column), max_size=4 if of_columns else 0)
        ),
    )


def slowly_added_up(
    report: Report,
    selection: Selection,
    content: WhereContent,
) -> int:
    """Ask of every fact whether each of its two parts is selected."""
    facts, options = report.facts, content.options
    selected, known = (
        content.view.selected,
        {column.mark for column in content.matrix.columns},
    )

    def mark(level: Level, at: int) -> str:
        things = {
            "user": facts.people[facts.user[at]],
            "project": facts.projects[facts.project[at]],
            "day": date.fromordinal(int(facts.day[at])),
        }
        return level.key(things[level.column], report.grouping).label.mark

    total_s = 0
    for at, seconds in enumerate(facts.seconds.tolist()):
        person, project = (
            facts.people[facts.user[at]],
            facts.projects[facts.project[at]],
        )
        if selection.people is not None and person.id not in selection.people:
            continue
        if selection.projects is not None and project.id not in selection.projects:
            continue
        billable_s = int(facts.billable_seconds[at])
        parts = [
            ("one:billable", billable_s),
            ("one:not-billable", seconds - billable_s),
        ]
        if options.colors is not None:
            parts = [(mark(options.colors, at), seconds)]
        row = mark(options.rows, at)
        total_s += sum(
            part_s
            for column, part_s in parts
            if not selected
            or (row, column if column in known else "other:") in selected
        )
    return total_s


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_table_picture_and_file_hold_the_same_sum(
    make_report: MakeReport, data: st.DataObject
) -> None:
    report = report_of(make_report, data.draw(facts))
    selection, view = data.draw(selections), data.draw(views)
    before = where_content(report, selection, view)
    selected = selected_in(data, before)
    content = where_content(report, selection, replace(view, selected=selected))
    assert content.view.selected == selected
    assert content.full.total_s == content.matrix.total_s == before.matrix.total_s
    undimmed = content.matrix.seconds
    if selected:
        assert content.dimmed is not None
        undimmed = undimmed[~content.dimmed]
    else:
        assert content.dimmed is None
        assert content.narrowed == selection
    totals_s = content.table.columns[1].sort_key()
    total_s = totals_s.sum()
    assert total_s == undimmed.sum() == slowly_added_up(report, selection, content)
    assert totals_s[content.table.arranged()].sum() == total_s
    level = content.options.rows
    in_file = matrix_of(report, level, level, content.narrowed)
    assert in_file.total_s == content.file.total_s == total_s
    said = duration_text(int(total_s), DurationFormat.MINUTES)
    assert said in content.sentence or not total_s
    assert report.narrowed(content.narrowed).total_s == total_s


def test_rows_stand_by_name_or_by_time(make_report: MakeReport) -> None:
    report = report_of(make_report, every_cell())
    by_name = where_content(report, EVERYTHING, ViewOptions())
    assert [row.name for row in by_name.matrix.rows] == [one.name for one in PEOPLE]
    by_time = where_content(report, EVERYTHING, ViewOptions({"order": "time"}))
    totals = by_time.matrix.row_totals_s.tolist()
    assert all(one >= next_one for one, next_one in pairwise(totals))
    assert by_time.full.rows == by_time.matrix.rows
    assert np.array_equal(by_time.full.row_totals_s, by_time.matrix.row_totals_s)


def test_whoever_logged_nothing_stands_there_unless_projects_are_chosen(
    make_report: MakeReport,
) -> None:
    report = report_of(make_report, every_cell())
    assert "u4" in [
        row.key for row in where_content(report, EVERYTHING, ViewOptions()).matrix.rows
    ]
    some = Selection(projects=frozenset({PROJECTS[0].id}))
    assert "u4" not in [
        row.key for row in where_content(report, some, ViewOptions()).matrix.rows
    ]


def test_the_total_counts_what_the_rows_stand_for(make_report: MakeReport) -> None:
    people = (
        replace(PEOPLE[0], groups=(TEAMS[0].id,)),
        replace(PEOPLE[1], groups=(TEAMS[0].id, TEAMS[1].id)),
        replace(PEOPLE[2], groups=()),
    )
    directory = Directory(people=people, projects=PROJECTS, groups=TEAMS)
    rows = [(who, 0, DAY, 3600, 0, 0, 0) for who in range(3)]
    report = make_report(rows, people, PROJECTS, directory=directory)
    content = where_content(report, EVERYTHING, ViewOptions({"rows": "group"}))
    assert len(content.matrix.rows) == 3
    assert content.sentence == "3:00 in 2 teams, 1:00 of it without one."
    assert content.table.total[0] == "All 2 teams"


def test_a_focus_on_what_is_gone_is_dropped(make_report: MakeReport) -> None:
    report = report_of(make_report, every_cell())
    gone = ViewOptions(
        selected=ChartSelection(frozenset({"one:gone"}), frozenset({"one:too"}))
    )
    content = where_content(report, EVERYTHING, gone)
    assert content.view.selected == NO_SELECTION
    assert content.dimmed is None
    assert content.chips == ()


@pytest.mark.parametrize(
    ("marks", "narrowed", "minutes"),
    [
        ({"one:billable"}, Selection(billable=True), 10),
        ({"one:not-billable"}, Selection(billable=False), 51),
        ({"one:billable", "one:not-billable"}, EVERYTHING, 61),
    ],
)
def test_a_focus_on_billable_or_not_narrows_the_file(
    make_report: MakeReport, marks: set[str], narrowed: Selection, minutes: int
) -> None:
    report = report_of(make_report, [(0, 0, DAY, 3660, 600, 5, 0)])
    focus = ChartSelection(columns=frozenset(marks))
    content = where_content(
        report, EVERYTHING, ViewOptions({"colors": "billable"}, selected=focus)
    )
    assert content.view.selected == focus
    assert content.narrowed == narrowed
    assert content.table.columns[1].sort_key().sum() == minutes * 60
    assert content.narrowed.narrow(report.facts).total_s == minutes * 60


def test_withheld_billable_time_is_nothing_to_focus_on(make_report: MakeReport) -> None:
    report = make_report([(0, 0, DAY, 60, 0, 0, 0)], PEOPLE, PROJECTS, withheld=True)
    focus = ChartSelection(columns=frozenset({"one:time"}))
    content = where_content(
        report, EVERYTHING, ViewOptions({"colors": "billable"}, selected=focus)
    )
    assert content.view.selected == NO_SELECTION
    assert content.narrowed == EVERYTHING


def test_the_others_are_everything_without_a_name_of_its_own(
    make_report: MakeReport,
) -> None:
    report = report_of(make_report, every_cell())
    view = ViewOptions(selected=ChartSelection(columns=frozenset({"other:"})))
    content = where_content(report, EVERYTHING, view)
    assert content.narrowed.projects == {f"p{at:02}" for at in range(8, 13)}
    assert None not in (content.narrowed.projects or ())
    assert [chip.words() for chip in content.chips] == ["Other (5 projects)"]


def test_chips_take_one_thing_away_each(make_report: MakeReport) -> None:
    report = report_of(make_report, every_cell())
    assert where_content(report, EVERYTHING, ViewOptions()).chips == ()
    cell = ("one:u2", "one:p01")
    selected = ChartSelection(
        frozenset({"one:u0", "one:u1"}), frozenset({"one:p00"}), frozenset({cell})
    )
    content = where_content(report, EVERYTHING, ViewOptions(selected=selected))
    names = [chip.words() for chip in content.chips]
    assert names == ["Person 0", "Person 1", "Project 00", "Person 2 · Project 01"]
    without = [chip.without for chip in content.chips]
    assert without[0] == replace(selected, rows=frozenset({"one:u1"}))
    assert without[2] == replace(selected, columns=frozenset())
    assert without[3] == replace(selected, cells=frozenset())


def test_two_cells_are_two_cells(make_report: MakeReport) -> None:
    minutes = {(0, 0): 640, (0, 1): 300, (1, 0): 90, (1, 1): 560, (2, 0): 5}
    report = report_of(
        make_report, [(*at, DAY, 60 * one, 0, 0, 0) for at, one in minutes.items()]
    )
    view = ViewOptions()
    for cell in (("one:u0", "one:p00"), ("one:u1", "one:p01")):
        view = replace(view, selected=view.selected.clicked(*cell, add=True))
    content = where_content(report, EVERYTHING, view)
    said = "Selected: 2 people logged 20:00; Project 00 took the largest share, 53 %."
    assert content.sentence == content.picture.sentence == said
    lines = [content.table.texts(row) for row in content.table.arranged()]
    assert lines == [("Person 0", "10:40", "53 %"), ("Person 1", "9:20", "47 %")]
    assert content.table.total == ("All 2 people", "20:00", "100 %")
    assert [content.chart.total(row) for row in range(3)] == ["10:40", "9:20", ""]
    in_file = [[key.label.name for key in row.keys] for row in content.file.rows]
    assert in_file == [["Person 0", "Project 00"], ["Person 1", "Project 01"]]
    assert narrowed_words(content.narrowed) == ("selected parts",)
    # What rows and columns can say too is said so.
    both = replace(view, selected=view.selected.clicked("one:u1", "one:p01", add=True))
    assert where_content(report, EVERYTHING, both).narrowed == Selection(
        frozenset({UserId("u0")}), frozenset({ProjectId("p00")})
    )


@pytest.mark.parametrize(
    "selected",
    [
        ChartSelection(rows=frozenset({f"one:{DAY}"})),
        ChartSelection(cells=frozenset({(f"one:{DAY}", "one:p00")})),
    ],
)
def test_rows_that_only_settings_name_are_focused_too(
    make_report: MakeReport, selected: ChartSelection
) -> None:
    report = report_of(make_report, every_cell())
    view = ViewOptions({"rows": "day", "colors": "project"}, selected=selected)
    content = where_content(report, EVERYTHING, view)
    assert content.narrowed.of_days
    assert content.file.total_s == slowly_added_up(report, EVERYTHING, content) > 0


@pytest.mark.parametrize("colors", ["user", "billable"])
def test_a_bar_without_colours_is_selected_as_its_row(
    make_report: MakeReport, colors: str
) -> None:
    report = make_report([(0, 0, DAY, 60, 0, 0, 0)], PEOPLE, PROJECTS, withheld=True)
    content = where_content(report, EVERYTHING, ViewOptions({"colors": colors}))
    assert content.chart.label_marks(ChartHit(0, 0)) == ("one:u0", None)


@pytest.mark.parametrize(
    ("durations", "total"),
    [(DurationFormat.MINUTES, "14:18"), (DurationFormat.DECIMAL, "14.29")],
)
def test_the_picture_writes_hours_as_the_view_wishes(
    make_report: MakeReport, durations: DurationFormat, total: str
) -> None:
    report = report_of(make_report, every_cell())
    content = where_content(report, EVERYTHING, ViewOptions(durations=durations))
    assert content.chart.total(0) == total
    # A file says itself what it is.
    assert content.picture.title == (
        "Where time went · Acme · 16\N{EN DASH}22 Nov 2026 · week 47 · Europe/Berlin"
    )
    # In a file there are hours and minutes, which may add up where others do not.
    said = where_content(report, EVERYTHING, ViewOptions()).sentence
    assert content.picture.sentence == said


@pytest.mark.parametrize(
    ("durations", "seconds", "rounded"),
    [
        (DurationFormat.MINUTES, 1220, True),
        (DurationFormat.MINUTES, 1200, False),
        (DurationFormat.SECONDS, 1220, False),
        (DurationFormat.DECIMAL, 1200, True),
        (DurationFormat.DECIMAL, 1800, False),
    ],
)
def test_that_figures_are_rounded_is_said_where_they_do_not_add_up(
    make_report: MakeReport,
    durations: DurationFormat,
    seconds: int,
    rounded: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    report = report_of(
        make_report, [(user, 0, DAY, seconds, 0, 0, 0) for user in range(3)]
    )
    view = ViewOptions(durations=durations)
    content = where_content(report, EVERYTHING, view)
    assert content.sentence.endswith("Shown figures are rounded.") is rounded
    in_file = content.picture.sentence.endswith("Shown figures are rounded.")
    assert in_file is (seconds == 1220)


def test_the_pointer_is_told_whose_time_on_what(make_report: MakeReport) -> None:
    report = report_of(make_report, every_cell())
    content = where_content(report, EVERYTHING, ViewOptions())
    assert content.chart.tooltip(ChartHit(0, 0)) == "Person 0 · Project 00 · 1:02 · 7 %"
    assert content.chart.tooltip(ChartHit(0)) == "Person 0 · 14:18 · 24 %"
    assert content.chart.tooltip(ChartHit(4)) == "Person 4 · 0:00 · 0 %"
