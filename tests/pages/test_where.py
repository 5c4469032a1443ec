from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
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
    Tag,
    TagSet,
    Task,
    UserGroup,
)
from clockify_desktop.domain.durations import DurationFormat, duration_text
from clockify_desktop.domain.identity import (
    ClientId,
    GroupId,
    ProjectId,
    TagId,
    TaskId,
    UserId,
)
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.projection import matrix_of
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.export.file_names import narrowed_words
from clockify_desktop.pages.chart_selection import NO_SELECTION, ChartSelection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where import WhereContent, where_content
from clockify_desktop.pages.where_options import (
    COLORS,
    ROWS,
    Billable,
    Order,
    WhereOptions,
)

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
        for at in range(24)
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
        lambda *chosen: ViewOptions(WhereOptions(rows, *chosen).choices),
        st.sampled_from(COLORS[rows]),
        st.sampled_from(list(Order)),
        st.sampled_from(list(Billable)),
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


def with_tasks_and_tags(report: Report) -> Report:
    """Give each fact some task, and some tags."""
    tags = [Tag(TagId(f"t{at}"), f"Tag {at}") for at in range(3)]
    sets = ((), tags[:1], tags[1:2], tags[:2], tags, tags[1::-1])
    tasks = (
        *(Task(TaskId(f"k{at}"), f"Task {at % 9}", PROJECTS[at]) for at in range(18)),
        Task(None, "(Without task)", None),
    )
    places = np.arange(len(report.facts))
    more = {
        "task": (tasks, places * 7 % len(tasks)),
        "tags": (tuple(TagSet(tuple(one)) for one in sets), places * 5 % len(sets)),
    }
    return replace(report, facts=replace(report.facts, more=more))


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
        } | {name: table[column[at]] for name, (table, column) in facts.more.items()}
        return level.key(things[level.column], report.grouping).label.mark

    def drawn_as(column: str, project: Project) -> str:
        gathered = f"gathered:{project.client_id}"
        found = (one for one in (column, gathered) if one in known)
        return next(found, "other:")

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
            (kind, part_s)
            for kind, part_s in (
                ("billable", billable_s),
                ("not-billable", seconds - billable_s),
            )
            if options.billable in {"all", kind}
        ]
        if options.colors is not None:
            column = mark(options.colors, at)
            parts = [(column, part_s) for _, part_s in parts]
        else:
            parts = [(f"one:{kind}", part_s) for kind, part_s in parts]
        row = mark(options.rows, at)
        total_s += sum(
            part_s
            for column, part_s in parts
            if not selected or (row, drawn_as(column, project)) in selected
        )
    return total_s


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_table_picture_and_file_hold_the_same_sum(
    make_report: MakeReport, data: st.DataObject
) -> None:
    # Of many projects some are drawn together.
    many = every_cell() if data.draw(st.booleans()) else []
    report = with_tasks_and_tags(report_of(make_report, data.draw(facts) + many))
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
        wanted = content.options.billable.wanted
        assert content.narrowed == replace(selection, billable=wanted)
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


@pytest.mark.parametrize(
    ("time", "minutes", "said", "amount"),
    [
        ("billable", 10, "1 person logged 0:10 of billable time.", 5),
        (
            "not-billable",
            51,
            "1 person logged 0:51 of time that is not billable.",
            0,
        ),
    ],
)
def test_only_billable_time_or_the_other_is_shown_and_saved(
    make_report: MakeReport, time: str, minutes: int, said: str, amount: int
) -> None:
    report = report_of(make_report, [(0, 0, DAY, 3660, 600, 5, 0)])
    view = ViewOptions({"billable": time})
    content = where_content(report, EVERYTHING, view)
    assert content.sentence == content.picture.sentence == said
    assert content.table.total == ("1 person", f"0:{minutes}", "100 %")
    # Whoever has none of it need not have had any.
    assert [row.key for row in content.matrix.rows] == ["u0"]
    (row,) = content.file.rows
    assert (row.duration_s, row.amount) == (minutes * 60, Decimal(amount) / 1_000_000)
    kind = "only billable" if time == "billable" else "not billable"
    assert narrowed_words(content.narrowed) == (kind,)
    # As colours there is one kind, and what is selected stays of that kind.
    view = ViewOptions(
        {"billable": time, "colors": "billable"},
        selected=ChartSelection(rows=frozenset({"one:u0"})),
    )
    selected = where_content(report, EVERYTHING, view)
    assert [column.mark for column in selected.matrix.columns] == [f"one:{time}"]
    assert selected.narrowed.billable is content.narrowed.billable is not None
    assert selected.narrowed.people == {"u0"}


@pytest.mark.parametrize(
    ("time", "billable_s", "why"),
    [
        ("billable", 0, "Nothing of what is chosen is billable"),
        ("not-billable", 60, "All of what is chosen is billable"),
    ],
)
def test_why_nothing_is_left_of_a_kind_is_said(
    make_report: MakeReport, time: str, billable_s: int, why: str
) -> None:
    report = report_of(make_report, [(0, 0, DAY, 60, billable_s, 0, 0)])
    content = where_content(report, EVERYTHING, ViewOptions({"billable": time}))
    assert content.is_empty
    assert content.nothing == why


def test_all_time_is_shown_where_nobody_knows_what_is_billable(
    make_report: MakeReport,
) -> None:
    report = make_report([(0, 0, DAY, 60, 0, 0, 0)], PEOPLE, PROJECTS, withheld=True)
    wanted = {"billable": "billable"}
    content = where_content(report, EVERYTHING, ViewOptions(wanted))
    assert content.sentence == (
        "1 person logged 0:01. 4 people logged nothing. What of it is billable is not"
        " known: all time is shown."
    )
    assert (content.narrowed, content.file.total_s) == (EVERYTHING, 60)
    # The choice waits for a report that can follow it.
    assert content.view.choices["billable"] == "billable"


def test_withheld_billable_time_is_nothing_to_focus_on(make_report: MakeReport) -> None:
    report = make_report([(0, 0, DAY, 60, 0, 0, 0)], PEOPLE, PROJECTS, withheld=True)
    focus = ChartSelection(columns=frozenset({"one:time"}))
    content = where_content(
        report, EVERYTHING, ViewOptions({"colors": "billable"}, selected=focus)
    )
    assert content.view.selected == NO_SELECTION
    assert content.narrowed == EVERYTHING


@pytest.mark.parametrize(
    ("mark", "projects", "chip"),
    [
        ("other:", {"p15", "p20"}, "Other (2 projects)"),
        ("gathered:c1", {"p13", "p17", "p21"}, "Client 1 (3 more)"),
        ("without:", {None}, "(Without project)"),
    ],
)
def test_what_stands_for_many_is_each_of_them(
    make_report: MakeReport, mark: str, projects: set[str | None], chip: str
) -> None:
    report = report_of(make_report, every_cell())
    view = ViewOptions(selected=ChartSelection(columns=frozenset({mark})))
    content = where_content(report, EVERYTHING, view)
    assert content.narrowed.projects == projects
    assert [one.words() for one in content.chips] == [chip]
    # Nor does the table hide behind one name what is selected.
    parts = content.table.parts(0)
    assert len(parts.arranged()) == len(projects)
    file_rows = {row.keys[1].label.key or None for row in content.file.rows}
    assert file_rows == projects


def test_the_largest_of_what_pickers_leave_have_names(make_report: MakeReport) -> None:
    report = report_of(make_report, every_cell())
    content = where_content(report, EVERYTHING, ViewOptions())
    assert [column.name for column in content.matrix.columns] == [
        *(f"Project {at:02}" for at in range(12)),
        *(f"Client {at} (3 more)" for at in (1, 2)),
        *(f"Client {at} (2 more)" for at in (0, 3)),
        "(Without project)",
        "Other (2 projects)",
    ]
    smaller = frozenset(one.id for one in PROJECTS[12:])
    content = where_content(report, Selection(projects=smaller), ViewOptions())
    assert [column.name for column in content.matrix.columns] == [
        *(f"Project {at:02}" for at in range(12, 24)),
        "(Without project)",
    ]


def test_many_people_are_gathered_by_their_teams(make_report: MakeReport) -> None:
    people = tuple(
        Person(UserId(f"u{at:02}"), f"Person {at:02}", groups=(TEAMS[at % 2].id,))
        for at in range(16)
    )
    directory = Directory(people=people, projects=PROJECTS, groups=TEAMS)
    rows = [(who, 0, DAY, 3600 - who, 0, 0, 0) for who in range(16)]
    report = make_report(rows, people, PROJECTS, directory=directory)
    view = ViewOptions({"rows": "project", "colors": "user"})
    content = where_content(report, EVERYTHING, view)
    assert [column.name for column in content.matrix.columns[12:]] == [
        "Design (2 more)",
        "Build (2 more)",
    ]


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
    [(DurationFormat.MINUTES, "25:54"), (DurationFormat.DECIMAL, "25.90")],
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
    # A file of it has the same figures as the window that it was saved from.
    assert content.picture is content.chart


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


def test_the_pointer_is_told_whose_time_on_what(make_report: MakeReport) -> None:
    report = report_of(make_report, every_cell())
    content = where_content(report, EVERYTHING, ViewOptions())
    assert content.chart.tooltip(ChartHit(0, 0)) == "Person 0 · Project 00 · 1:04 · 4 %"
    assert content.chart.tooltip(ChartHit(0)) == "Person 0 · 25:54 · 24 %"
    assert content.chart.tooltip(ChartHit(4)) == "Person 4 · 0:00 · 0 %"
