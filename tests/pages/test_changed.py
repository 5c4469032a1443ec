from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.domain.directory import Activity, Directory, Person
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.figure import Figure
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.needs import ReportNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.changed import CHANGED, ChangedContent
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.page import ViewOptions
from tests.pages.five_weeks import (
    AFTERWARDS,
    DIRECTORY,
    HOUR,
    PEOPLE,
    PROJECTS,
    Logged,
    answers_of,
    content_of,
    query_of,
    table_rows,
)

BUSY = AppError("Clockify is busy", "Wait a moment.")
# Mobile app, Support, Intranet, none: now, the week before, three before that.
WEEKS: tuple[list[Logged], ...] = (
    [(0, 0, 0, 12 * HOUR), (1, 1, 1, 5 * HOUR), (1, 3, 4, HOUR)],
    [(0, 0, 0, 10 * HOUR), (2, 2, 3, 4 * HOUR), (1, 3, 4, HOUR)],
    [(0, 0, 0, 8 * HOUR), (2, 2, 3, 2 * HOUR)],
    [(0, 0, 0, 9 * HOUR)],
    [(0, 0, 0, 9 * HOUR)],
)

logged = st.tuples(
    st.integers(0, len(PEOPLE) - 1),
    st.integers(0, len(PROJECTS) - 1),
    st.integers(0, 6),
    st.integers(0, 90_000),
)
five = st.lists(st.lists(logged, max_size=8), min_size=5, max_size=5)
# From the Monday on which the week begins to the one after it.
fetched = st.integers(16, 23).map(lambda day: datetime(2026, 11, day, 12, tzinfo=UTC))
selections = st.builds(
    Selection,
    people=st.none() | st.frozensets(st.sampled_from([one.id for one in PEOPLE])),
    projects=st.none() | st.frozensets(st.sampled_from([one.id for one in PROJECTS])),
)


def slowly(
    weeks: list[list[Logged]], rows: str, over: int, selection: Selection
) -> dict[str, tuple[int | None, int | None, int, int | None, str | None, bool]]:
    """Look at each entry by itself: now, before, change, mean and word of each row.

    Last, whether there is anything before.
    """

    def name(entry: Logged) -> str:
        person, project = PEOPLE[entry[0]], PROJECTS[entry[1]]
        if rows == "user":
            return person.name
        if rows == "project":
            return project.name
        return project.client_name or "(Without client)"

    def chosen(entry: Logged) -> bool:
        person, project = PEOPLE[entry[0]], PROJECTS[entry[1]]
        return (
            entry[2] < over
            and (selection.people is None or person.id in selection.people)
            and (selection.projects is None or project.id in selection.projects)
        )

    sums: dict[str, list[int]] = defaultdict(lambda: [0] * 5)
    everything: dict[str, list[int]] = defaultdict(lambda: [0] * 5)
    for week, entries in enumerate(weeks):
        for entry in entries:
            everything[name(entry)][week] += entry[3]
            if chosen(entry):
                sums[name(entry)][week] += entry[3]
    found = {}
    for row, times in sums.items():
        if not any(times):
            continue
        every = everything[row]
        begun = max(week for week in range(5) if every[week])
        there = [week for week in range(1, 5) if week <= begun]
        exact = Decimal(sum(times[week] for week in there)) / max(len(there), 1)
        mean = int(exact.to_integral_value(ROUND_HALF_UP)) if there else None
        gone = row in {"Cem", "Intranet", "Old"} and not every[0]
        new = times[0] > 0 and not there
        found[row] = (
            None if gone else times[0],
            times[1] if 1 in there else None,
            times[0] - times[1],
            mean,
            "new" if new else "gone" if gone else None,
            any(times[1:]),
        )
    return found


@given(five, fetched, selections, st.sampled_from(("user", "project", "client")))
def test_every_figure_is_that_of_a_slow_plain_path(
    weeks: list[list[Logged]], at: datetime, selection: Selection, rows: str
) -> None:
    content = content_of(weeks, rows=rows, fetched_at=at, selection=selection)
    over = 7 if at.day > 22 else at.day - 16
    told = slowly(weeks, rows, over, selection)
    if not over or not any(row[5] for row in told.values()):
        assert content.is_empty
        assert content.sentence.startswith("Nothing to compare with: ")
        assert content.file.rows == ()
        return
    columns = content.file.columns
    name = columns[0]
    read = {}
    for row in content.file.rows:
        cells = dict(zip(columns, row, strict=True))
        read[cells[name]] = tuple(
            cells[one]
            for one in (
                *("now_seconds", "before_seconds", "change_seconds"),
                *("mean_seconds", "state"),
            )
        )
    assert read == {row: seen[:5] for row, seen in told.items()}
    assert content.file.total_s == sum(row[0] or 0 for row in told.values())
    # The picture has a bar a row, the table a line, of the same numbers.
    by_mark = {label.mark: at for at, label in enumerate(content.chart.labels)}
    assert sum(content.chart.change_s.tolist()) == sum(row[2] for row in told.values())
    assert len(by_mark) == len(content.table.positions) == len(told)


def test_as_it_is_drawn() -> None:
    content = content_of(WEEKS)
    assert content.sentence == (
        "3:00 more than the week before, 7:15 more than the mean of the four before. "
        "Support is new, Intranet is gone."
    )
    assert table_rows(content) == [
        ("Mobile app", "12:00", "10:00", "+2:00", "9:00"),
        ("Support", "5:00", "\u2013", "new", "\u2013"),
        ("Intranet", "\u2013", "4:00", "gone", "3:00"),
        ("(Without project)", "1:00", "1:00", "0:00", "1:00"),
        ("All", "18:00", "15:00", "+3:00", "10:45"),
    ]
    assert content.table.titles == ("Project", "Now", "Before", "Change", "Mean of 4")
    assert content.table.remark.startswith("\u2013 not there yet, or no longer")
    assert content.figure == Figure("+3:00", "Since last week", "\u25b2 20.0 %")
    assert [content.chart.note(row) for row in range(4)] == [
        "10:00 \u2192 12:00",
        "new",
        "gone, was 4:00",
        "1:00 \u2192 1:00",
    ]
    assert [content.chart.number(row) for row in range(3)] == [
        "+2:00",
        "+5:00",
        "\u22124:00",
    ]
    assert content.chart.has_against.tolist() == [True, False, True, True]
    assert content.chart.against_s.tolist()[0] == 3 * HOUR
    button = content.controls[1]
    assert button.choices == (("before", "against 9\u201315 Nov"),)
    assert content.title == CHANGED.title == "What changed"
    assert content.what == "changes by project"


def test_the_table_is_sorted_and_filtered() -> None:
    table = content_of(WEEKS).table
    by_change = table.arranged(3, falling=True).tolist()
    assert [table.texts(row)[0] for row in by_change] == [
        "Support",
        "Mobile app",
        "Intranet",
        "(Without project)",
    ]
    found = table.arranged(words="intra").tolist()
    assert [table.texts(row)[0] for row in found] == ["Intranet"]
    lines = table.tab_separated([(row, None) for row in found]).splitlines()
    assert lines[1] == "Intranet\t\u2013\t4:00\tgone\t3:00"


def test_fewer_than_four_weeks_are_named() -> None:
    content = content_of(WEEKS)
    tips = [content.chart.tooltip(ChartHit(row, 0)) for row in range(4)]
    assert tips == [
        "Mobile app · +2:00 · 10:00 \u2192 12:00 · mean of four: 9:00",
        "Support · +5:00 · new",
        (
            "Intranet · \u22124:00 · gone, was 4:00"
            " · mean of 9\u201315 Nov, 2\u20138 Nov: 3:00"
        ),
        "(Without project) · 0:00 · 1:00 \u2192 1:00 · mean of 9\u201315 Nov: 1:00",
    ]


def test_people_stand_by_name_and_are_not_ranked() -> None:
    content = content_of(WEEKS, rows="user", order="change")
    assert [label.name for label in content.chart.labels] == ["Ann", "Bob", "Cem"]
    assert [control.key for control in content.controls] == ["rows", "against"]
    assert not content.chart.swatches
    assert content.sentence.endswith("Cem is gone.")


@given(five)
@example([[(0, 0, 0, 35_999)], [(0, 0, 0, 1)], [], [], []])
@example([[(0, 3, 0, 1)], [], [], [], [(0, 0, 0, 1), (0, 3, 0, 1)]])
def test_no_note_is_wider_than_there_is_room_for(weeks: list[list[Logged]]) -> None:
    chart = content_of(weeks).chart
    widest = max((len(chart.note(row)) for row in range(chart.rows)), default=0)
    assert len(chart.longest_note) == widest


def test_projects_by_change() -> None:
    content = content_of(WEEKS, order="change")
    assert [label.name for label in content.chart.labels] == [
        "Support",
        "Intranet",
        "Mobile app",
        "(Without project)",
    ]


def test_there_but_without_time_is_no_gap() -> None:
    weeks = [
        [(0, 0, 0, 2 * HOUR), (1, 1, 0, HOUR)],
        [(1, 1, 0, HOUR)],
        [(0, 0, 0, HOUR)],
    ]
    content = content_of([*weeks, [], []])
    assert table_rows(content)[0] == ("Mobile app", "2:00", "0:00", "+2:00", "0:30")
    assert content.chart.note(0) == "nothing the week before"


def test_time_on_other_projects_keeps_a_person_from_being_new() -> None:
    weeks = [[(0, 0, 0, HOUR)], [(0, 1, 0, HOUR), (1, 0, 0, HOUR)], [], [], []]
    only = Selection(projects=frozenset({PROJECTS[0].id}))
    content = content_of(weeks, rows="user", selection=only)
    assert table_rows(content)[0] == ("Ann", "1:00", "0:00", "+1:00", "0:00")


def test_a_running_week_is_compared_with_the_same_weekdays() -> None:
    wednesday = datetime(2026, 11, 19, 8, tzinfo=UTC)
    weeks = [[(0, 0, day, HOUR) for day in range(7)] for _ in range(5)]
    weeks[1][0] = (0, 0, 0, 3 * HOUR)
    content = content_of(weeks, fetched_at=wednesday)
    days = "Mon\u2013Wed, 9\u201311 Nov"
    assert content.running
    assert content.controls[1].choices[0][1] == f"against {days}"
    assert content.sentence == (
        f"2:00 less than {days}, 0:30 less than the mean of the same days of the four "
        "before."
    )
    assert table_rows(content)[0][1:3] == ("3:00", "5:00")
    # Behind a bar are the days that it counts.
    assert content.listed.days == {date(2026, 11, day) for day in (16, 17, 18)}
    assert content.compared is not None
    assert content.compared.narrowed.days == {
        date(2026, 11, day) for day in (9, 10, 11)
    }
    assert content.compared.query.period == Period(
        date(2026, 11, 9), date(2026, 11, 15)
    )
    assert content.narrowed.days is None
    about = dict(zip(content.file.columns, content.file.rows[0], strict=True))
    assert [str(about[one]) for one in ("now_start", "now_end", "before_end")] == [
        "2026-11-16",
        "2026-11-18",
        "2026-11-11",
    ]
    assert content.figure == Figure("\u22122:00", "Since last week", "\u25bc 40.0 %")


def test_time_on_later_weekdays_keeps_a_project_from_being_new() -> None:
    wednesday = datetime(2026, 11, 19, 8, tzinfo=UTC)
    mobile, friday = (0, 0, 0, HOUR), (1, 1, 4, HOUR)
    weeks = [[mobile, (1, 1, 0, 60)], *[[mobile, friday]] * 4]
    content = content_of(weeks, fetched_at=wednesday)
    assert table_rows(content)[1] == ("Support", "0:01", "0:00", "+0:01", "0:00")
    assert content.chart.note(1) == "nothing on these days before"


def test_by_whose_midnight_a_day_is_over() -> None:
    # It is Tuesday in Berlin, and Monday in UTC.
    late = datetime(2026, 11, 16, 23, 30, tzinfo=UTC)
    content = content_of([[(0, 0, 0, HOUR)]] * 5, fetched_at=late)
    assert content.controls[1].choices[0][1] == "against Mon 9 Nov"


@pytest.mark.parametrize(
    ("weeks", "at", "why"),
    [
        ([[(0, 0, 0, HOUR)], [], [], [], []], AFTERWARDS, "no time in 9\u201315 Nov"),
        (
            [[(0, 0, 0, HOUR)]] * 5,
            datetime(2026, 11, 16, 8, tzinfo=UTC),
            "no day of this week is over so far",
        ),
    ],
)
def test_where_there_is_nothing_to_compare_with(
    weeks: list[list[Logged]], at: datetime, why: str
) -> None:
    content = content_of(weeks, fetched_at=at)
    assert content.nothing == content.sentence == f"Nothing to compare with: {why}."
    assert content.picture.sentence == content.nothing
    assert content.is_empty
    assert content.figure is None


def test_where_the_calendar_begins() -> None:
    content = content_of([[(0, 0, 0, HOUR)]], period="0001-01-01..0001-01-07")
    assert content.nothing == "Nothing to compare with: the calendar begins here."
    assert content.compared is None
    assert content.file.rows == ()


@pytest.mark.parametrize(
    ("period", "said", "button"),
    [
        ("2026-10-01..2026-10-31", "month", "1\u201330 Sep"),
        ("2026-W40", "week", "21\u201327 Sep"),
        ("2026-11-02..2026-11-11", "10 days", "23 Oct \u2013 1 Nov"),
        (
            "2026-01-01..2026-03-31",
            "quarter",
            "1 Oct \u2013 31 Dec 2025",
        ),
        ("2026-11-02..2026-11-15", "2 weeks", "19 Oct \u2013 1 Nov"),
    ],
)
def test_other_periods_are_compared_with_the_same_kind(
    period: str, said: str, button: str
) -> None:
    weeks = [[(0, 0, 0, HOUR * (at + 1))] for at in range(5)]
    content = content_of(weeks, period=period)
    assert content.sentence.startswith(f"1:00 less than the {said} before, ")
    assert content.controls[1].choices[0][1] == f"against {button}"
    assert content.figure is not None
    assert content.figure.name == f"Since the {said} before"


def test_what_is_awaited_is_no_mean_and_nothing_is_new_yet() -> None:
    content = content_of([*WEEKS[:3], None, WEEKS[4]])
    assert content.sentence == "3:00 more than the week before. Intranet is gone."
    assert table_rows(content)[0][-1] == "\u2026"
    assert table_rows(content)[1] == ("Support", "5:00", "\u2013", "+5:00", "\u2026")
    assert content.chart.note(1) == "nothing the week before"
    assert not content.chart.has_against.any()
    assert content.lacking == ()


@pytest.mark.parametrize("refused", [(2,), (3,), (4,), (2, 3), (2, 3, 4)])
def test_each_earlier_week_may_be_refused(refused: tuple[int, ...]) -> None:
    weeks = [None if at in refused else week for at, week in enumerate(WEEKS)]
    content = content_of(weeks, refusals=dict.fromkeys(refused, BUSY))
    dates = {2: "2\u20138 Nov", 3: "26 Oct \u2013 1 Nov", 4: "19\u201325 Oct"}
    assert content.lacking == tuple(
        f"{dates[at]} could not be had: Clockify is busy." for at in refused
    )
    assert content.file.notes == content.lacking
    count = 4 - len(refused)
    words = {2: "two", 3: "three"}.get(count)
    assert (f"the mean of the {words} before" in content.sentence) is (count > 1)
    head = f"Mean of {count}" if count > 1 else "Mean"
    assert content.table.titles[-1] == head


def test_without_the_week_before_nothing_is_shown() -> None:
    query = query_of()
    answers = answers_of(query, [WEEKS[0], None], refusals={1: BUSY})
    assert CHANGED.content(answers, query, EVERYTHING, ViewOptions()) is None
    needs = CHANGED.needs(query)
    assert needs[0] == ReportNeed(query)
    assert len(needs) == 2
    assert len(CHANGED.optional_needs(query)) == 3


def test_what_an_earlier_week_lacks_is_said() -> None:
    query = query_of()
    answers = answers_of(query, WEEKS)
    need = CHANGED.needs(query)[1]
    earlier = answers.get(need)
    answers.values[need] = replace(earlier, server_total_s=1)  # type: ignore[index]
    content = CHANGED.content(answers, query, EVERYTHING, ViewOptions())
    assert content is not None
    assert len(content.lacking) == 1
    assert content.lacking[0].startswith("9\u201315 Nov: ")


def test_behind_a_bar_of_a_whole_week_are_all_its_days() -> None:
    content = content_of([[(0, 0, 0, HOUR)], [(0, 0, 0, HOUR)]])
    assert content.listed == content.narrowed
    assert content.compared is not None
    assert content.compared.narrowed == content.narrowed
    assert content.opens_entries


def test_a_click_narrows_to_a_row() -> None:
    content = content_of(WEEKS)
    marks = content.chart.label_marks(ChartHit(2, 0))
    assert marks == ("one:p2", None)
    view = replace(content.view, selected=ChartSelection().clicked(*marks, add=False))
    focused = content_of(WEEKS, view=view)
    assert [chip.words() for chip in focused.chips] == ["Intranet"]
    assert [row[0] for row in table_rows(focused)] == ["Intranet", "All"]
    assert focused.chart.dimmed is not None
    assert focused.chart.dimmed.tolist() == [True, True, False, True]
    assert focused.sentence.startswith("Selected: 4:00 less than the week before")
    # It has no time now: the report before knows its id.
    assert focused.narrowed.projects == frozenset({"p2"})
    assert content.narrowed_to("one:p0").projects == frozenset({"p0"})
    gone = replace(view, selected=ChartSelection(frozenset({"one:p9"})))
    assert not content_of(WEEKS, view=gone).view.selected


def test_a_selected_person_is_narrowed_to() -> None:
    view = ViewOptions({"rows": "user"}, selected=ChartSelection(frozenset({"one:u1"})))
    content = content_of(WEEKS, view=view)
    assert content.narrowed.people == frozenset({"u1"})


def test_hours_as_they_are_chosen_and_files_with_minutes() -> None:
    view = ViewOptions({}, DurationFormat.DECIMAL)
    content = content_of(WEEKS, view=view)
    assert content.sentence.startswith("3.00 more than")
    assert table_rows(content)[0][3] == "+2.00"
    assert content.picture.sentence.startswith("3:00 more than")
    assert content.picture.number(0) == "+2:00"


def test_no_change_at_all() -> None:
    content = content_of([[(0, 0, 0, HOUR)]] * 5)
    assert content.sentence == (
        "As much as the week before, as much as the mean of the four before."
    )
    assert content.figure == Figure("0:00", "Since last week")


def test_one_key_turns_to_people_and_back() -> None:
    view = ViewOptions({"order": "change"}, selected=ChartSelection(frozenset({"x"})))
    people = CHANGED.alternative(view)
    assert people.words == "Show by person"
    assert people.view.choices == {"rows": "user", "order": "change"}
    assert not people.view.selected
    projects = CHANGED.alternative(people.view)
    assert projects.words == "Show by project"
    assert projects.view.choices == {"rows": "project", "order": "change"}
    assert CHANGED.choose(view, "order", "change") is view
    by_size = CHANGED.choose(view, "order", "size")
    assert by_size.selected == view.selected
    # What is no choice is as usual.
    assert CHANGED.choose(people.view, "rows", "day").choices["rows"] == "project"


def many(count: int, little_of: int) -> ChangedContent:
    people = tuple(
        Person(UserId(f"u{at:03}"), f"Person {at:03}", activity=Activity.ACTIVE)
        for at in range(count)
    )
    now = [
        (at, 0, 0, 40 * HOUR + (60 if at < little_of else 2 * HOUR))
        for at in range(count)
    ]
    before = [(at, 0, 0, 40 * HOUR) for at in range(count)]
    directory = replace(DIRECTORY, people=people)
    return content_of(
        [now, before, before, before, before], rows="user", directory=directory
    )


def test_of_many_people_those_who_hardly_changed_share_a_bar() -> None:
    content = many(300, 142)
    chart = content.chart
    assert chart.rows == 300 - 142 + 1
    assert chart.labels[-1].name == "142 people with less than 1:00 of change"
    assert chart.change_s[-1] == 142 * 60
    assert chart.note(chart.rows - 1) == "5680:00 \u2192 5682:22"
    assert chart.longest_note == chart.note(chart.rows - 1)
    assert len(content.table.positions) == 300
    marks = chart.label_marks(ChartHit(chart.rows - 1, 0))
    assert "142 people" in chart.tooltip(ChartHit(chart.rows - 1, 0))
    view = replace(content.view, selected=ChartSelection().clicked(*marks, add=False))
    focused = replace_view(content, view)
    assert len(focused.table.positions) == 142
    assert focused.narrowed.people is not None
    assert len(focused.narrowed.people) == 142
    # A row of the table that has no bar of its own can be selected too.
    alone = replace(view, selected=ChartSelection(frozenset({"one:u000"})))
    one = replace_view(content, alone)
    assert [chip.words() for chip in one.chips] == ["Person 000"]
    assert one.chart.dimmed is not None
    assert not one.chart.dimmed[-1]
    assert many(40, 20).chart.rows == 40


def test_who_is_new_or_gone_has_a_bar_of_their_own() -> None:
    people = tuple(
        replace(
            Person(UserId(f"u{at:03}"), f"Person {at:03}"),
            activity=Activity.INACTIVE if at == 1 else Activity.ACTIVE,
        )
        for at in range(60)
    )
    now = [(at, 0, 0, 600) for at in range(60) if at != 1]
    before = [(at, 0, 0, 600) for at in range(1, 60)]
    directory = replace(DIRECTORY, people=people)
    weeks = [now, before, before, before, before]
    content = content_of(weeks, rows="user", directory=directory)
    assert [label.name for label in content.chart.labels] == [
        "Person 000",
        "Person 001",
        "58 people with less than 1:00 of change",
    ]


def replace_view(content: ChangedContent, view: ViewOptions) -> ChangedContent:
    comparison = content.comparison
    reports = [one for one in comparison.reports if one is not None]
    answers = Answers({ReportNeed(one.query): one for one in reports})
    made = CHANGED.content(answers, content.query, EVERYTHING, view)
    assert made is not None
    return made


def test_nobody_at_all() -> None:
    content = content_of([[], [], [], [], []], directory=Directory())
    assert content.is_empty
    assert not content.needs_time
    assert content.table.total == ("All", "0:00", "\u2013", "0:00", "\u2013")
