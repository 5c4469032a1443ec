from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clockify_desktop.charts.chart import ChartHit, Fold
from clockify_desktop.charts.heat_map import HeatMap
from clockify_desktop.domain.completeness import Visibility
from clockify_desktop.domain.day_states import DayState
from clockify_desktop.domain.directory import (
    Activity,
    Directory,
    Person,
    Project,
    UserGroup,
)
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.identity import GroupId, ProjectId, UserId
from clockify_desktop.domain.needs import MembersNeed, ReportNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.review_records import DayOff
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.chart_selection import NO_SELECTION, ChartSelection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.who_logged import WhoLogged
from clockify_desktop.pages.who_logged_content import WhoLoggedContent
from clockify_desktop.pages.who_logged_options import Order
from tests.charts.heat import laid_out, words
from tests.pages.days_of_people import StandIn, logged_by_day

MONDAY = date(2026, 11, 16)
WEEK = tuple(MONDAY + timedelta(days=at) for at in range(7))
TEAMS = (UserGroup(GroupId("g0"), "Design"), UserGroup(GroupId("g1"), "Build"))
# Of both teams, of one, of none.
PEOPLE = tuple(
    Person(
        UserId(f"u{at}"),
        f"Person {at}",
        f"u{at}@acme.example",
        groups=tuple(team.id for team in TEAMS if (at + 1) & (int(team.id[1]) + 1)),
    )
    for at in range(4)
)
WORK = (Project(ProjectId("p0"), "Website"), Project(None, "(Without project)"))
MakeReport = Callable[..., Report]
Fact = tuple[int, int, date, int, int, int, int]

facts = st.lists(
    st.tuples(
        st.integers(0, len(PEOPLE) - 1),
        st.integers(0, len(WORK) - 1),
        st.sampled_from(WEEK),
        st.integers(0, 40_000),
        *(st.just(0),) * 3,
    ),
    max_size=30,
)
told = st.dictionaries(
    st.tuples(st.sampled_from([one.id for one in PEOPLE]), st.sampled_from(WEEK)),
    st.tuples(st.sampled_from(list(DayState)), st.sampled_from(["", "Bettag"])),
    max_size=12,
)
marks = [f"one:u{at}" for at in range(4)]
days = [f"one:{day}" for day in WEEK]
selections = st.builds(
    ChartSelection,
    st.frozensets(st.sampled_from([*marks, "one:gone"]), max_size=2),
    st.frozensets(st.sampled_from([*days, "one:2025-01-01"]), max_size=2),
    st.frozensets(st.tuples(st.sampled_from(marks), st.sampled_from(days)), max_size=3),
)
views = st.builds(
    lambda order, shown, folds, selected: ViewOptions(
        {"order": order, "shown": shown, "folds": folds}, selected=selected
    ),
    st.sampled_from(["", *Order, "sideways"]),
    st.sampled_from(["everyone", "missing"]),
    st.sampled_from(["", "2026-11-16..2026-11-22 +*", "2026-11-16..2026-11-22 -g1"]),
    selections,
)


def worked_out(
    report: Report,
    planned: StandIn | None = None,
    selection: Selection = EVERYTHING,
    **view: object,
) -> WhoLoggedContent:
    page = WhoLogged(planned or StandIn())
    answers = Answers({ReportNeed(report.query): report})
    options = replace(ViewOptions(), **view)
    content = page.content(answers, report.query, selection, options)
    assert content is not None
    return content


def report_of(make_report: MakeReport, rows: list[Fact]) -> Report:
    directory = Directory(people=PEOPLE, projects=WORK, groups=TEAMS)
    return make_report(rows, PEOPLE, WORK, directory=directory)


def logged(who: int, *on: int, seconds: int = 28_800) -> list[Fact]:
    return [(who, 0, WEEK[day], seconds, 0, 0, 0) for day in on]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts, told, views)
def test_every_figure_is_what_a_plain_path_finds(
    make_report: MakeReport,
    rows: list[Fact],
    said: Mapping[tuple[str, date], tuple[DayState, str]],
    view: ViewOptions,
) -> None:
    report = report_of(make_report, rows)
    content = worked_out(
        report, StandIn(said), choices=view.choices, selected=view.selected
    )

    by_day = logged_by_day(report)

    def logged_s(person: Person, day: date) -> int:
        return by_day.get((person.id, day), 0)

    def is_missing(person: Person, day: date) -> bool:
        usual = DayState.OFF if day.weekday() >= 5 else DayState.MISSING
        state = said.get((person.id, day), (usual, ""))[0]
        return state is DayState.MISSING and not logged_s(person, day)

    missing = {one.id: [day for day in WEEK if is_missing(one, day)] for one in PEOPLE}
    chart, selected = content.chart, content.view.selected
    # The cells of people and of teams.
    for row, head in enumerate(chart.heat_rows):
        of_row = [
            one
            for one in PEOPLE
            if head.mark == f"one:{one.id}"
            or head.key in one.groups
            or (head.key == "without" and not one.groups)
        ]
        assert len(of_row) == (head.people if head.is_team else 1)
        for column, day in enumerate(WEEK):
            total_s = sum(logged_s(one, day) for one in of_row)
            assert chart.seconds[row, column] == total_s
            assert chart.missing[row, column] == sum(
                day in missing[one.id] for one in of_row
            )
            in_focus = any(
                not selected or (f"one:{one.id}", f"one:{day}") in selected
                for one in of_row
            )
            assert chart.dimmed is None or chart.dimmed[row, column] != in_focus
    shown = {head.mark for head in chart.heat_rows if not head.is_team}
    kept = {
        f"one:{one.id}"
        for one in PEOPLE
        if missing[one.id] or not content.options.only_missing
    }
    assert shown <= kept
    assert shown == kept or content.order is Order.TEAM
    # Totals are of everybody, each once, whatever has rows.
    for column, day in enumerate(WEEK):
        whole_s = sum(logged_s(one, day) for one in PEOPLE)
        assert chart.totals_s[column] == whole_s
        of_day = sum(day in missing[one.id] for one in PEOPLE)
        assert chart.totals_missing[column] == of_day
    assert content.count == sum(bool(missing[one.id]) for one in PEOPLE)

    # Table, file and figures know the focus.
    def is_in(person: Person, day: date) -> bool:
        return not selected or (f"one:{person.id}", f"one:{day}") in selected

    table, part = content.table, report.narrowed(content.narrowed)
    for at in table.positions.tolist():
        own = [day for day in WEEK if is_in(PEOPLE[at], day)]
        own_s = sum(logged_s(PEOPLE[at], day) for day in own)
        assert table.columns[1].keys[at] == own_s
        assert table.columns[2].keys[at] == len(
            [day for day in missing[PEOPLE[at].id] if day in own]
        )
    cells = [(one, day) for one in PEOPLE for day in WEEK if is_in(one, day)]
    total_s = sum(logged_s(one, day) for one, day in cells)
    assert content.file.total_s == part.total_s == total_s
    assert [(row[1], row[3], row[4]) for row in content.file.rows] == [
        (one.id, day, logged_s(one, day)) for one, day in cells
    ]
    assert [row[3] for row in content.file.rows if row[6] == "missing"] == [
        day for one, day in cells if day in missing[one.id]
    ]
    # And the picture can be laid out and every part of it named.
    for hit in product(range(chart.rows + 1), [None, *range(7)]):
        assert chart.tooltip(ChartHit(*hit))
    assert isinstance(laid_out(chart), HeatMap)


@pytest.fixture
def drawing(make_report: MakeReport) -> Report:
    """Make the week of the drawing, as far as four people go."""
    rows = [*logged(1, 0, 1, 2, 3), *logged(2, 0, 1, 2, 3, 4, 5), *logged(3, *range(5))]
    return report_of(make_report, rows)


def test_the_page_says_who_has_to_be_asked(drawing: Report) -> None:
    content = worked_out(drawing)
    assert content.title == "Who logged"
    assert content.count == 2
    assert content.attention == "2 people with missing days"
    assert content.sentence == (
        "6 workdays without time for 2 people; Person 0 logged nothing."
        " A day counts once it is over in that person's own time zone."
    )
    assert not content.is_empty
    assert not content.needs_time
    assert content.what == "people by day"
    assert [action.key for action in content.actions] == ["reminder"]
    assert [one.person for one in content.reminder.people] == ["u0", "u1"]


def test_people_with_missing_days_stand_first_then_all_by_name(
    make_report: MakeReport,
) -> None:
    rows = [*logged(0, *range(5)), *logged(2, *range(5)), *logged(3, 0)]
    report = report_of(make_report, rows)
    content = worked_out(report)
    names = [head.name for head in content.chart.heat_rows]
    assert names == ["Person 1", "Person 3", "Person 0", "Person 2"]
    by_name = worked_out(report, choices={"order": "name"})
    assert [head.name[-1] for head in by_name.chart.heat_rows] == list("0123")
    assert by_name.table.positions.tolist() == [0, 1, 2, 3]
    assert content.table.positions.tolist() == [1, 3, 0, 2]


def test_the_table_names_the_days(drawing: Report) -> None:
    table = worked_out(drawing).table
    assert table.titles == ("Person", "Logged", "Missing", "Days")
    lines = [table.texts(at) for at in table.positions.tolist()]
    assert lines == [
        ("Person 0", "0:00", "5", "all"),
        ("Person 1", "32:00", "1", "Fri"),
        ("Person 2", "48:00", "–", ""),
        ("Person 3", "40:00", "–", ""),
    ]
    assert table.total == ("All 4 people", "120:00", "6", "")
    assert [*map(int, table.arranged(2, falling=True))] == [0, 1, 2, 3]
    assert table.arranged(words="fri").tolist() == [1]
    assert table.mark(0) == "one:u0"
    decimal = worked_out(drawing, durations=DurationFormat.DECIMAL).table
    assert decimal.texts(1)[1] == "32.00"


def test_the_file_has_a_row_a_person_and_day(drawing: Report) -> None:
    off = {
        ("u1", WEEK[2]): (DayState.HOLIDAY, "Bettag"),
        ("u3", WEEK[4]): (DayState.LEAVE, ""),
    }
    file = worked_out(drawing, StandIn(off)).file
    assert file.columns == (
        *("user", "user_id", "user_email"),
        *("day", "duration_seconds", "duration_hours", "state", "remark"),
    )
    assert len(file.rows) == 28
    first = ("Person 0", "u0", "u0@acme.example", MONDAY, 0, 0, "missing", "")
    assert file.rows[0] == first
    assert file.rows[7][4:] == (28_800, 8, "logged", "")
    assert file.rows[9][4:] == (28_800, 8, "holiday", "Bettag")
    assert file.rows[25][4:] == (28_800, 8, "leave", "")
    assert file.rows[19][4:] == (28_800, 8, "off", "")
    assert file.total_s == 120 * 3600


def test_what_is_approved_is_a_column_where_it_is_known(drawing: Report) -> None:
    planned = StandIn(approved={UserId("u1"): "submitted"})
    content = worked_out(drawing, planned)
    said = words(laid_out(content.chart))
    assert (said.count("Approval"), said.count("submitted")) == (1, 1)
    assert "Approval" not in words(laid_out(worked_out(drawing).chart))
    assert content.chart.tooltip(ChartHit(1)).endswith("submitted")
    assert content.file.columns[-1] == "approval"
    assert {(row[1], row[-1]) for row in content.file.rows} == {
        *(("u0", ""), ("u1", "submitted"), ("u2", ""), ("u3", ""))
    }


def test_what_could_not_be_had_is_said(drawing: Report) -> None:
    content = worked_out(drawing, StandIn(assumed=True, lacks=("No leave.",)))
    assert content.lacking == ("No leave.",)
    assert content.sentence.endswith("Monday to Friday are assumed.")


def test_nobody_is_counted_or_asked_before_their_leave_is_known(
    drawing: Report,
) -> None:
    content = worked_out(drawing, StandIn(loading=True, assumed=True))
    assert content.count is None
    assert content.attention == ""
    assert content.actions == ()
    assert content.sentence.endswith("Leave, holidays and workdays are loading.")


@pytest.mark.parametrize("visibility", [Visibility.OWN, Visibility.TEAMS, "unknown"])
def test_nobody_is_called_missing_whose_time_may_be_hidden(
    drawing: Report, visibility: Visibility
) -> None:
    directory = replace(drawing.directory, visibility=Visibility(visibility))
    content = worked_out(replace(drawing, directory=directory))
    assert [one.id for one in content.grid.people] == ["u1", "u2", "u3"]
    assert content.count == 1
    assert "may be hidden" in content.lacking[-1]


@pytest.mark.parametrize(
    ("activity", "with_time", "there"),
    [
        (Activity.ACTIVE, False, True),
        (Activity.INACTIVE, False, False),
        (Activity.INACTIVE, True, True),
        (Activity.PENDING, False, False),
        (Activity.DECLINED, False, False),
    ],
)
def test_who_is_listed(
    make_report: MakeReport, activity: Activity, *, with_time: bool, there: bool
) -> None:
    people = (replace(PEOPLE[0], activity=activity), *PEOPLE[1:])
    rows = logged(0 if with_time else 1, 0)
    directory = Directory(people=people, projects=WORK)
    report = make_report(rows, people, WORK, directory=directory)
    assert (people[0] in worked_out(report).grid.people) is there


def test_people_are_narrowed_and_projects_are_not(drawing: Report) -> None:
    only = Selection(
        people=frozenset({UserId("u1")}), projects=frozenset({ProjectId("p9")})
    )
    content = worked_out(drawing, selection=only)
    assert [one.id for one in content.grid.people] == ["u1"]
    assert content.narrowed == Selection(people=only.people)
    assert content.sentence.endswith("All projects count.")
    assert content.count == 1


def test_only_people_with_missing_days_and_totals_of_everybody(
    drawing: Report,
) -> None:
    content = worked_out(drawing, choices={"shown": "missing"})
    assert [head.name for head in content.chart.heat_rows] == ["Person 0", "Person 1"]
    assert content.chart.totals_s.sum() == 120 * 3600
    assert content.chart.note == "The totals are of all 4 people."
    assert content.table.positions.tolist() == [0, 1]
    assert content.table.total[0] == "All 4 people"
    nobody = worked_out(
        drawing,
        StandIn({(one.id, day): (DayState.OFF, "") for one in PEOPLE for day in WEEK}),
        choices={"shown": "missing"},
    )
    assert nobody.chart.rows == 0
    assert not nobody.is_empty
    assert nobody.chart.note.startswith("Nobody has missing days")
    assert nobody.attention == ""
    assert nobody.actions == ()


def test_somebody_in_two_teams_stands_in_both_and_counts_once(drawing: Report) -> None:
    content = worked_out(drawing, choices={"order": "team"})
    heads = [(head.name, head.people, head.is_open) for head in content.chart.heat_rows]
    assert heads == [
        *[("Build", 2, True), ("Person 1", 0, False), ("Person 2", 0, False)],
        *[("Design", 2, True), ("Person 0", 0, False), ("Person 2", 0, False)],
        ("(Without group)", 1, False),
    ]
    assert "1 person stands in several teams, counted once." in content.chart.note
    assert content.chart.totals_s.sum() == 120 * 3600
    assert "fold and open" in content.chart.note
    assert "fold and open" not in content.picture.note


def test_teams_fold_and_open_in_this_period_alone(drawing: Report) -> None:
    page = WhoLogged(StandIn())
    content = worked_out(drawing, choices={"order": "team"})
    choice = content.chart.folded(ChartHit(0), Fold.TURN)
    assert choice is not None
    view = page.choose(content.view, "folds", choice)
    folded = worked_out(drawing, choices=view.choices)
    assert [head.is_open for head in folded.chart.heat_rows if head.is_team] == [
        *(False, True, False)
    ]
    every = page.choose(view, "folds", folded.chart.folded(None, Fold.CLOSE_ALL) or "")
    assert worked_out(drawing, choices=every.choices).chart.rows == 3
    later = Period(MONDAY + timedelta(days=7), MONDAY + timedelta(days=13))
    next_week = replace(drawing, query=replace(drawing.query, period=later))
    content = worked_out(next_week, choices=every.choices)
    assert content.chart.heat_rows[0].is_open
    assert content.view.choices["folds"] == ""


def test_from_thirty_people_on_they_stand_by_team(make_report: MakeReport) -> None:
    def order(people: int, *, groups: bool = True) -> Order:
        team = tuple(
            Person(UserId(f"u{at:03}"), f"P {at:03}", groups=(TEAMS[at % 2].id,))
            for at in range(people)
        )
        directory = Directory(people=team, groups=TEAMS if groups else ())
        return worked_out(make_report([], team, WORK, directory=directory)).order

    assert order(29) is Order.MISSING
    assert order(30) is Order.TEAM
    assert order(30, groups=False) is Order.MISSING


def test_controls_count_whom_they_show(drawing: Report) -> None:
    shown, order = worked_out(drawing).controls
    assert [words for _, words in shown.choices] == [
        *("Everyone 4", "Only with missing days 2")
    ]
    assert shown.side_by_side
    assert shown.chosen == "everyone"
    assert (order.chosen, dict(order.choices)["team"]) == ("missing", "by team")


def test_what_is_selected_narrows_files_and_figures(drawing: Report) -> None:
    cell = NO_SELECTION.clicked("one:u1", f"one:{WEEK[4]}", add=False)
    content = worked_out(drawing, selected=cell)
    assert content.narrowed == Selection(
        people=frozenset({UserId("u1")}), days=frozenset({WEEK[4]})
    )
    assert [chip.words() for chip in content.chips] == ["Person 1 · Fri 20 Nov 2026"]
    assert content.sentence.startswith("Selected: 1 workday without time for Person 1.")
    assert content.count == 2
    assert content.table.positions.tolist() == [1]
    assert content.narrowed_to("one:u1").people == {"u1"}
    two = cell.clicked("one:u2", f"one:{WEEK[0]}", add=True)
    content = worked_out(drawing, selected=two)
    assert content.narrowed.cells is not None
    assert drawing.narrowed(content.narrowed).total_s == 28_800


def test_a_report_that_is_not_here_shows_nothing(drawing: Report) -> None:
    page = WhoLogged(StandIn())
    assert page.content(Answers(), drawing.query, EVERYTHING, ViewOptions()) is None
    assert page.needs(drawing.query) == (ReportNeed(drawing.query),)
    assert page.optional_needs(drawing.query) == (MembersNeed(drawing.query.workspace),)
    assert page.alternative(ViewOptions()) is None
    assert len(page.controls(ViewOptions())) == 2


def test_a_week_without_anybody_is_empty(make_report: MakeReport) -> None:
    content = worked_out(make_report([], (), WORK, directory=Directory()))
    assert content.is_empty
    assert content.file.rows == []
    assert content.table.total == ("All 0 people", "0:00", "0", "")


@pytest.mark.parametrize("people", [300, 500])
def test_many_people_in_many_teams(make_report: MakeReport, people: int) -> None:
    teams = tuple(UserGroup(GroupId(f"g{at}"), f"Team {at:02}") for at in range(20))
    everybody = tuple(
        Person(UserId(f"u{at:03}"), f"P {at:03}", groups=(teams[at % 20].id,))
        for at in range(people)
    )
    rows = [fact for at in range(people) if at % 40 for fact in logged(at, *range(5))]
    directory = Directory(people=everybody, projects=WORK, groups=teams)
    content = worked_out(make_report(rows, everybody, WORK, directory=directory))
    idle = len(range(0, people, 40))
    assert content.count == idle
    assert f"{idle} of them logged nothing" in content.sentence
    open_teams = [head for head in content.chart.heat_rows if head.is_open]
    assert [head.name for head in open_teams] == ["Team 00"]
    assert content.chart.rows == 20 + people // 20
    said = words(laid_out(content.chart))
    assert f"All {people} people" in said


def test_days_and_people_are_said_to_be_off_where_they_stand(drawing: Report) -> None:
    said = DayOff(PEOPLE[0].id, MONDAY, MONDAY, "dentist")
    content = worked_out(drawing, StandIn(said=(said,)))

    def words(*marks: str) -> list[str]:
        return [one.words for one in content.row_actions(*marks)]

    assert words("one:u0", f"one:{MONDAY}") == [
        "A working day again for Person 0",
        "Not a working day for everyone",
    ]
    assert words("one:u1") == [
        "Not expected to log time from Mon 16 Nov",
        "Days on which Person 1 is not expected",
    ]
    # Totals and teams are of several people.
    assert words("", f"one:{MONDAY}") == ["Not a working day for everyone"]
    assert words("team:g0") == []


def test_no_day_is_meant_where_columns_are_weeks(make_report: MakeReport) -> None:
    year = Period(date(2026, 1, 1), date(2026, 12, 31))
    report = report_of(make_report, logged(0, 0))
    report = replace(report, query=replace(report.query, period=year))
    content = worked_out(report)
    assert content.row_actions("one:u0", content.columns.labels[0].mark) == ()
