from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.charts.trend_content import LARGE, PointState
from clockify_desktop.domain.absences import Absences, TimeOff
from clockify_desktop.domain.capacity import CapacitySource, working_hours
from clockify_desktop.domain.directory import (
    Directory,
    Person,
    UserGroup,
)
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import GroupId, UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.needs import (
    AbsencesNeed,
    CapacityNeed,
    MemberProfilesNeed,
    RecordsNeed,
    ReportNeed,
)
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.registry import PAGES
from clockify_desktop.pages.trend import TREND, TrendPageContent
from clockify_desktop.pages.trend_periods import trend_need
from tests.pages.five_weeks import (
    DIRECTORY,
    HOUR,
    PEOPLE,
    PROJECTS,
    WORKSPACE,
    Logged,
    query_of,
    report_of,
)
from tests.pages.twelve_weeks import answers_of, content_of, table_rows

BUSY = AppError("Clockify is busy", "Wait a moment.")
MONDAY = date(2026, 11, 16)
THURSDAY = datetime(2026, 11, 26, 8, 14, tzinfo=UTC)
DAY_S = 8 * HOUR
# Ann and Bob eight hours each on Monday to Friday, from eleven weeks before on.
FULL: list[Logged] = [
    (who, 0, week * 7 + day, DAY_S)
    for who in (0, 1)
    for week in range(-11, 2)
    for day in range(5)
]


def without(rows: list[Logged], who: int, *weeks: int) -> list[Logged]:
    """Take some weeks of a person away; the one looked at is 0."""
    return [row for row in rows if row[0] != who or row[2] // 7 not in weeks]


def leave(who: int, week: int) -> Absences:
    """Have a person away for a whole week."""
    first = MONDAY + timedelta(days=7 * week)
    off = TimeOff(PEOPLE[who].id, first, first + timedelta(days=6))
    return Absences((off,))


def states(content: TrendPageContent, row: int) -> list[PointState]:
    return [PointState(one) for one in content.chart.small.states[row].tolist()]


def test_as_it_is_drawn() -> None:
    content = content_of(FULL, fetched_at=THURSDAY)
    assert content.sentence == (
        "80:00 a week, inside the band each week. "
        "This week so far 48:00, by Wednesday last week 48:00."
    )
    rows = table_rows(content)
    assert content.table.titles == ("All 2 people", "Hours", "Capacity", "Share")
    assert rows[0] == (
        "48 · so far, to Wed",
        "48:00",
        "\N{EN DASH}",
        "\N{EN DASH}",
    )
    assumed = "\N{ALMOST EQUAL TO} 80:00"
    assert rows[1] == ("47 · 16\N{EN DASH}22 Nov", "80:00", assumed, "100 %")
    assert rows[-2][0] == "36 · 31 Aug \N{EN DASH} 6 Sep"
    assert rows[-1] == ("Mean of 12", "80:00", assumed, "100 %")
    assert len(rows) == 14
    assert content.table.remark.endswith("assumed: 8 h, Monday to Friday.")
    chart = content.chart
    assert [step.name for step in chart.steps] == [str(at) for at in range(36, 48)]
    dated = [(str(step.name), str(step.date)) for step in chart.steps if step.date]
    assert dated == [
        ("36", "31 Aug"),
        ("37", "7 Sep"),
        ("41", "5 Oct"),
        ("45", "2 Nov"),
    ]
    assert chart.running is not None
    assert chart.running.name == "48"
    assert chart.chosen == 11
    assert [chart.number(chart.small, row) for row in (0, 1)] == ["40:00", "40:00"]
    assert chart.legend[1] == "capacity assumed, within 5:00 a person"
    assert content.title == TREND.title == "Trend"
    assert content.what == "trend by person"
    assert content.count is None
    assert content.figure is None
    assert TREND in PAGES


# Who, on what, on which day from the Monday of week 47 on, seconds.
entry = st.tuples(
    st.integers(0, len(PEOPLE) - 1),
    st.integers(0, len(PROJECTS) - 1),
    st.integers(-90, 13),
    st.integers(1, 60_000),
)
away = st.lists(st.tuples(st.integers(0, 2), st.integers(-80, 6), st.integers(0, 30)))
selections = st.builds(
    Selection,
    people=st.none() | st.frozensets(st.sampled_from([one.id for one in PEOPLE])),
    projects=st.none() | st.frozensets(st.sampled_from([one.id for one in PROJECTS])),
)


def slowly(  # noqa: C901 - all of it at one place, to be read beside the rules
    logged: list[Logged],
    off: list[tuple[int, int, int]],
    rows: str,
    selection: Selection,
    first: int,
    over: int,
) -> dict[str, tuple[list[tuple[str | None, int | None, int | None]], int | None]]:
    """Look at each entry and day by itself: state, hours, capacity a week; so far.

    Args:
        first: The first week, counted from the one looked at.
        over: How many days of the running week are over.
    """
    weeks = range(first, first + 12)
    running = first + 12 if first + 12 < 2 else None

    def name(row: Logged) -> str:
        if rows == "user":
            return PEOPLE[row[0]].name
        project = PROJECTS[row[1]]
        if rows == "project":
            return project.name
        return project.client_name or "(Without client)"

    chosen = [
        row
        for row in logged
        if (selection.people is None or PEOPLE[row[0]].id in selection.people)
        and (selection.projects is None or PROJECTS[row[1]].id in selection.projects)
    ]
    found = {}
    names = {name(row) for row in chosen}
    if rows == "user" and selection.projects is None:
        # Active people are there without time, too.
        names |= {
            one.name
            for one in PEOPLE[:2]
            if selection.people is None or one.id in selection.people
        }
    for one in names:
        hours = [
            sum(row[3] for row in chosen if name(row) == one and row[2] // 7 == week)
            for week in weeks
        ]
        so_far = None
        if running is not None and over:
            so_far = sum(
                row[3]
                for row in chosen
                if name(row) == one and row[2] // 7 == running and row[2] % 7 < over
            )
        who = next((at for at, each in enumerate(PEOPLE) if each.name == one), None)
        expected, full = [0] * 12, [0] * 12
        if rows == "user" and who in {0, 1}:
            for at, week in enumerate(weeks):
                for day in range(week * 7, week * 7 + 5):
                    full[at] += DAY_S
                    if not any(
                        person == who and start <= day <= start + length
                        for person, start, length in off
                    ):
                        expected[at] += DAY_S
        idle_person = rows == "user" and one in {"Ann", "Bob"}
        idle_person &= selection.projects is None
        if not any(hours) and not so_far and not idle_person:
            continue
        is_off = [
            rows == "user" and not hours[at] and full[at] > 0 and expected[at] == 0
            for at in range(12)
        ]
        seen = [at for at in range(12) if hours[at] or is_off[at]]
        gone = one in {"Cem", "Intranet", "Old"}
        told: list[tuple[str | None, int | None, int | None]] = []
        for at in range(12):
            absent = bool(seen) and (at < seen[0] or (gone and at > seen[-1]))
            absent |= not seen and rows != "user"
            nothing = rows == "user" and not hours[at] and not expected[at]
            if is_off[at]:
                told.append(("off", None, None))
            elif absent or nothing:
                told.append(("not there", None, None))
            else:
                whole = selection.projects is None
                capacity = expected[at] if expected[at] and whole else None
                told.append((None, hours[at], capacity))
        found[one] = (told, so_far)
    return found


@given(
    st.lists(entry, max_size=25),
    away,
    selections,
    st.sampled_from(("user", "project", "client")),
    st.integers(16, 30),
)
def test_every_figure_is_that_of_a_slow_plain_path(
    logged: list[Logged],
    off: list[tuple[int, int, int]],
    selection: Selection,
    rows: str,
    day: int,
) -> None:
    absences = Absences(
        tuple(
            TimeOff(
                PEOPLE[who].id,
                MONDAY + timedelta(days=start),
                MONDAY + timedelta(days=start + length),
            )
            for who, start, length in off
        )
    )
    now = datetime(2026, 11, day, 12, tzinfo=UTC)
    content = content_of(
        logged,
        fetched_at=now,
        selection=selection,
        absences=absences,
        view=ViewOptions({"rows": rows}),
    )
    # The week looked at may run itself, or the one after it, or none.
    first = -12 if day < 23 else -11
    running = 0 if day < 23 else 1 if day < 30 else None
    over = 0 if running is None else (day - 16) % 7
    told = slowly(logged, off, rows, selection, first, over)
    columns = content.file.columns
    read: dict[str, list[tuple[str | None, int | None, int | None]]] = {}
    so_far: dict[str, int | None] = dict.fromkeys(told)
    for row in content.file.rows:
        cells = dict(zip(columns, row, strict=True))
        name = str(cells[columns[0]])
        if cells["state"] == "so far":
            so_far[name] = cells["duration_seconds"]  # type: ignore[assignment]
            continue
        read.setdefault(name, []).append(
            (  # type: ignore[arg-type]  # values of a file
                cells["state"],
                cells["duration_seconds"],
                cells["capacity_seconds"],
            )
        )
    assert read == {name: weeks for name, (weeks, _) in told.items()}
    assert so_far == {
        name: apart if over and running is not None else None
        for name, (_, apart) in told.items()
    }
    # The large picture is all of them together.
    large = content.chart.large
    assert large.seconds[0].tolist() == [
        sum(weeks[at][1] or 0 for weeks, _ in told.values()) for at in range(12)
    ]
    if rows == "user":
        assert large.capacity_s[0].tolist() == [
            sum(weeks[at][2] or 0 for weeks, _ in told.values()) for at in range(12)
        ]
    assert content.is_empty is not bool(told)


def test_a_week_of_leave_is_a_gap() -> None:
    content = content_of(without(FULL, 0, -5), absences=leave(0, -5))
    assert states(content, 0)[6] is PointState.OFF
    assert content.chart.small.notes == ("", "")
    # The others' capacity is left of the band.
    assert content.chart.large.capacity_s[0, 6] == 5 * DAY_S
    selected = ViewOptions(selected=ChartSelection(frozenset({"one:u0"})))
    focused = content_of(without(FULL, 0, -5), absences=leave(0, -5), view=selected)
    assert focused.table.titles[0] == "Ann"
    assert table_rows(focused)[5] == (
        "42 · 12\N{EN DASH}18 Oct",
        "off",
        "\N{EN DASH}",
        "\N{EN DASH}",
    )
    assert table_rows(focused)[-1][0] == "Mean of 11"
    assert focused.sentence.startswith("Selected: 40:00 a week")


def test_no_time_where_it_was_expected_is_nothing_and_no_gap() -> None:
    content = content_of(without(FULL, 0, -5))
    assert states(content, 0)[6] is PointState.POINT
    assert content.chart.small.seconds[0, 6] == 0
    assert content.sentence.startswith(
        "Between 40:00 and 80:00 a week, inside the band in 11 of 12."
    )


def test_before_the_first_time_are_words() -> None:
    content = content_of(without(FULL, 1, *range(-11, -4)))
    assert content.chart.small.notes == ("", "from week 43")
    assert states(content, 1)[:8] == [PointState.ABSENT] * 7 + [PointState.POINT]
    assert content.chart.small.capacity_s[1, 6] == 0
    tip = content.chart.tooltip(ChartHit(1, 0))
    assert tip == "Bob · 40:00 · from week 43"


def test_a_free_day_at_first_is_no_beginning() -> None:
    # The first of twelve days is a Sunday.
    rows = [(0, 0, day, DAY_S) for day in range(-11, 1) if day not in {-11, -5, -4}]
    content = content_of(rows, period="2026-11-19..2026-11-19")
    assert states(content, 0)[0] is PointState.ABSENT
    assert states(content, 0)[-1] is PointState.POINT
    assert set(content.chart.small.notes) == {""}


def test_after_the_last_time_of_who_left_are_words() -> None:
    rows = [*FULL, *((2, 0, week * 7, HOUR) for week in range(-11, -5))]
    content = content_of(rows)
    assert content.chart.small.notes[2] == "until week 41"
    assert content.chart.number(content.chart.small, 2) == ""
    # Nothing is expected of who left.
    assert not content.chart.small.has_band[2].any()


def test_what_was_never_seen_before_this_week_was_not_there() -> None:
    rows = [*FULL, (0, 1, 7, HOUR)]
    view = ViewOptions({"rows": "project"})
    content = content_of(rows, fetched_at=THURSDAY, view=view)
    names = [label.name for label in content.chart.small.labels]
    assert names == ["Mobile app", "Support"]
    assert states(content, 1) == [PointState.ABSENT] * 12
    assert content.chart.small.notes[1] == ""


def test_projects_have_their_mean_and_all_of_them_the_band() -> None:
    rows = [*FULL, (0, 3, 0, HOUR)]
    content = content_of(rows, view=ViewOptions({"rows": "project", "order": "time"}))
    assert content.chart.with_mean
    assert not content.chart.small.has_band.any()
    assert content.chart.large.has_band.all()
    assert content.table.titles[0] == "All 2 people"
    # What has no project stands last.
    names = [label.name for label in content.chart.small.labels]
    assert names == ["Mobile app", "(Without project)"]
    view = replace(content.view, selected=ChartSelection(frozenset({"one:p0"})))
    focused = content_of(rows, view=view)
    assert focused.table.titles == ("Mobile app", "Hours")
    assert focused.narrowed.projects == frozenset({"p0"})
    assert focused.chart.dimmed is not None
    assert focused.chart.dimmed.tolist() == [False, True]
    assert [chip.words() for chip in focused.chips] == ["Mobile app"]
    assert {row[0] for row in focused.file.rows} == {"Mobile app"}


def test_with_some_projects_chosen_there_is_no_capacity() -> None:
    projects = Selection(projects=frozenset({PROJECTS[1].id}))
    content = content_of([*FULL, (0, 1, 0, HOUR)], selection=projects)
    assert [label.name for label in content.chart.small.labels] == ["Ann"]
    assert content.table.titles == ("1 person", "Hours")
    assert not content.chart.large.has_band.any()


def test_several_selected_are_added_up() -> None:
    marks = frozenset({"one:u0", "one:u1", "one:gone"})
    content = content_of(FULL, view=ViewOptions(selected=ChartSelection(marks)))
    assert content.table.titles[0] == "2 people"
    assert content.view.selected.rows == {"one:u0", "one:u1"}
    assert content.narrowed.people == {"u0", "u1"}
    assert content.narrowed_to("one:u1").people == {"u1"}
    assert not content.opens_entries
    assert content.narrowed_to("period:2026-11-09") == content.narrowed


def test_a_period_is_stepped_to() -> None:
    content = content_of(FULL, fetched_at=THURSDAY)
    assert content.chart.label_marks(ChartHit(LARGE, 10)) == ("period:2026-11-09", None)
    week = Period(MONDAY - timedelta(days=7), MONDAY - timedelta(days=1))
    assert content.period_of("period:2026-11-09") == week
    assert content.period_of("period:2026-11-23") is not None
    assert content.period_of("one:u0") is None
    both = ChartSelection(frozenset({"one:u0", "period:2026-11-09"}))
    assert content.leads_to(both) == week
    assert content.leads_to(ChartSelection(frozenset({"one:u0"}))) is None
    assert content.table.mark(10) == "period:2026-11-09"
    assert content.chart.label_marks(ChartHit(0, 0)) == ("one:u0", None)


def test_of_many_people_teams_are_shown_first() -> None:
    people = tuple(Person(UserId(f"u{at:03}"), f"P {at:03}") for at in range(40))
    groups = (
        UserGroup(GroupId("g1"), "Design", tuple(one.id for one in people[:25])),
        UserGroup(GroupId("g0"), "Web", tuple(one.id for one in people[20:35])),
    )
    directory = replace(DIRECTORY, people=people, groups=groups)
    rows = [(at, 0, -7 * week, HOUR) for at in range(40) for week in range(12)]
    content = content_of(rows, directory=directory)
    small = content.chart.small
    names = [label.name for label in small.labels]
    assert names == ["Design", "Web", "(Without group)"]
    assert small.seconds[:, -1].tolist() == [25 * HOUR, 15 * HOUR, 5 * HOUR]
    # Somebody in two teams counts once.
    assert content.chart.large.seconds[0, -1] == 40 * HOUR
    assert content.file.total_s is None
    assert content.controls[0].chosen == "group"
    of_people = content_of(
        rows, directory=directory, view=ViewOptions({"rows": "user"})
    )
    assert len(of_people.chart.small.labels) == 40
    assert of_people.file.total_s == 12 * 40 * HOUR
    view = replace(content.view, selected=ChartSelection(frozenset({"one:g0"})))
    focused = content_of(rows, directory=directory, view=view)
    assert focused.narrowed.people == frozenset(one.id for one in people[20:35])
    # Without teams people are shown however many there are.
    alone = content_of(rows, directory=replace(directory, groups=()))
    assert alone.rows.level is Level.USER


def test_what_is_loading_is_a_gap_and_said() -> None:
    content = content_of(FULL, without=("trend", "plan"))
    assert states(content, 0) == [PointState.UNKNOWN] * 11 + [PointState.POINT]
    assert content.sentence == "80:00 a week. The others are loading."
    rows = table_rows(content)
    dots = "\N{HORIZONTAL ELLIPSIS}"
    assert rows[0] == ("47 · 16\N{EN DASH}22 Nov", "80:00", dots, "\N{EN DASH}")
    assert rows[1][1] == dots
    assert rows[-1] == ("Mean of 1", "80:00", "\N{EN DASH}", "\N{EN DASH}")
    assert not content.lacking
    assert content.chart.small.notes == ("", "")


def test_what_is_refused_is_a_gap_and_said() -> None:
    query = query_of()
    refusals = {trend_need(query): BUSY}
    content = content_of(FULL, without=("trend",), refusals=refusals)
    assert content.sentence == "80:00 a week, inside the band each week."
    assert content.lacking == ("Earlier periods could not be had: Clockify is busy.",)
    assert content.file.notes == content.lacking
    assert table_rows(content)[1][1] == "not known"
    assert "not known" in content.chart.tooltip(ChartHit(LARGE, 3))


def test_reports_of_single_weeks_fill_gaps() -> None:
    query = query_of()
    answers = answers_of(query, FULL, without=("trend",))
    before = Period(MONDAY - timedelta(days=7), MONDAY - timedelta(days=1))
    need = ReportNeed(replace(query, period=before))
    answers.values[need] = report_of(need.query, [(0, 0, 0, HOUR)])  # type: ignore[index]
    content = TREND.content(answers, query, EVERYTHING, ViewOptions())
    assert content is not None
    assert content.chart.small.seconds[0, 10] == HOUR
    assert states(content, 0)[9:11] == [PointState.UNKNOWN, PointState.POINT]


def test_the_period_in_view_is_that_of_its_own_report() -> None:
    query = query_of()
    answers = answers_of(query, FULL)
    own = report_of(query, [(0, 0, 0, HOUR)])
    answers.values[ReportNeed(query)] = own  # type: ignore[index]
    content = TREND.content(answers, query, EVERYTHING, ViewOptions())
    assert content is not None
    assert content.chart.large.seconds[0, -2:].tolist() == [80 * HOUR, HOUR]


def test_what_it_needs() -> None:
    query = query_of()
    assert TREND.needs(query) == (ReportNeed(query),)
    wide, *plan = TREND.optional_needs(query)
    assert isinstance(wide, ReportNeed)
    assert wide.query.period == Period(date(2026, 8, 24), date(2026, 11, 29))
    assert set(plan) == {
        RecordsNeed(WORKSPACE),
        CapacityNeed(WORKSPACE),
        MemberProfilesNeed(WORKSPACE),
        AbsencesNeed(WORKSPACE, wide.query.period),
    }
    assert TREND.content(Answers(), query, EVERYTHING, ViewOptions()) is None


@pytest.mark.parametrize(
    ("period", "said", "head", "last"),
    [
        ("2026-10-01..2026-10-31", "a month", "Oct 2026", "Nov 2025"),
        (
            "2026-07-01..2026-09-30",
            "a quarter",
            "1 Jul \N{EN DASH} 30 Sep",
            "1 Oct \N{EN DASH} 31 Dec 2023",
        ),
        (
            "2026-11-02..2026-11-11",
            "in 10 days",
            "2\N{EN DASH}11 Nov",
            "15\N{EN DASH}24 Jul",
        ),
    ],
)
def test_other_periods_have_as_many_of_their_kind(
    period: str, said: str, head: str, last: str
) -> None:
    content = content_of([(0, 0, 0, HOUR), (0, 0, -800, HOUR)], period=period)
    rows = table_rows(content)
    over = [row[0] for row in rows[:-1] if "so far" not in row[0]]
    assert (over[0], over[-1]) == (head, last)
    assert len(over) == 12
    assert said in content.sentence


def test_of_years_there_are_fewer() -> None:
    content = content_of([(0, 0, 0, HOUR)], period="2025-01-01..2025-12-31")
    assert len(content.chart.steps) == 3
    assert content.chart.steps[0].name == "1 Jan"


def test_the_running_period_looked_at_is_the_one_apart() -> None:
    content = content_of(FULL, fetched_at=datetime(2026, 11, 19, 9, tzinfo=UTC))
    chart = content.chart
    assert chart.chosen is None
    assert chart.running is not None
    assert chart.running.name == "47"
    assert [step.name for step in chart.steps][-1] == "46"
    assert chart.number(chart.small, 0) == "24:00"
    assert "This week so far 48:00, by Wednesday last week 48:00." in content.sentence
    last = len(chart.steps)
    assert chart.tooltip(ChartHit(LARGE, last)) == (
        "All 2 people · week 47, 16\N{EN DASH}22 Nov · 48:00 so far"
        " · the same days before 48:00"
    )
    by_time = ViewOptions({"order": "time"})
    assert content_of(FULL, fetched_at=content.fetched_at, view=by_time).rows.cells


def test_on_its_first_day_nothing_is_over() -> None:
    content = content_of(FULL, fetched_at=datetime(2026, 11, 16, 9, tzinfo=UTC))
    assert not content.chart.has_days
    assert content.sentence.endswith("No day of this week is over.")
    assert table_rows(content)[0][:2] == ("47 · so far", "\N{EN DASH}")
    assert content.chart.number(content.chart.small, 0) == ""


def test_a_period_to_come_says_so() -> None:
    content = content_of([], fetched_at=datetime(2026, 11, 2, 9, tzinfo=UTC))
    assert content.is_empty
    assert content.sentence == content.nothing == "This week has not begun."
    assert content.picture.sentence == content.nothing
    assert content.file.rows == []


def test_nobody_at_all() -> None:
    content = content_of([], directory=Directory())
    assert content.nothing == "No time in these weeks."
    assert content.is_empty
    assert content.table.total[1] == "\N{EN DASH}"


def test_nobody_logged_anything() -> None:
    content = content_of([])
    assert content.sentence == "0:00 a week, outside the band each week."
    assert not content.needs_time
    assert not content.is_empty


def test_where_the_calendar_begins() -> None:
    first = "0001-01-01..0001-01-07"
    content = content_of([(0, 0, 0, HOUR)], period=first)
    assert len(content.chart.steps) == 1
    begun = content_of(
        [(0, 0, 0, HOUR)],
        period=first,
        fetched_at=datetime(1, 1, 3, 12, tzinfo=UTC),
    )
    assert begun.chart.steps == ()
    assert begun.sentence == "No time in the weeks before. This week so far 1:00."


def test_capacity_holds_from_its_date() -> None:
    four = frozenset(range(4))
    source = CapacitySource.ATTENDANCE
    hours = (
        working_hours(DAY_S, frozenset(range(5)), source),
        working_hours(DAY_S, four, source, MONDAY - timedelta(days=14)),
    )
    content = content_of(FULL, capacity={PEOPLE[0].id: hours})
    expected = [40 * HOUR] * 9 + [32 * HOUR] * 3
    assert content.chart.small.capacity_s[0].tolist() == expected
    assert "assumed" not in content.chart.legend[1]
    assert content.table.remark == ""


def test_eight_weeks_and_hours_as_they_are_chosen() -> None:
    view = ViewOptions({"periods": "8"}, DurationFormat.DECIMAL)
    content = content_of(FULL, view=view)
    assert len(content.chart.steps) == 8
    assert content.sentence.startswith("80.00 a week")
    assert table_rows(content)[0][1] == "80.00"
    assert content.picture.sentence.startswith("80:00 a week")
    assert content.picture.number(content.chart.small, 0) == "40:00"
    assert content.controls[1].choices[0] == ("12", "12 weeks")


def test_rounded_figures_are_said_to_be() -> None:
    content = content_of([(0, 0, -7 * week, 90) for week in range(3)])
    assert "rounded" in content.table.remark
