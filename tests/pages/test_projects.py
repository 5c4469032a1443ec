"""The page, against a plain path that adds project by project and day by day."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clockify_desktop.charts.chart import FOLDS, ChartHit, Fold
from clockify_desktop.charts.projects_content import ARROW, BAR, RowKind
from clockify_desktop.domain.completeness import Visibility
from clockify_desktop.domain.directory import Activity, Directory, Person, Project
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.needs import (
    MembersNeed,
    Need,
    ProjectTotalsNeed,
    RecordsNeed,
    ReportNeed,
    TermTotalsNeed,
)
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.project_totals import (
    EstimateReset,
    ProjectEstimate,
    ProjectTotal,
    ResetInterval,
)
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.review_records import ProjectDates, ReviewRecords
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.asked import ProjectDatesAsked
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.projects import PROJECTS
from clockify_desktop.pages.projects_content import ProjectsPageContent
from tests.pages.plan_of_people import HOUR, NEXT_MONDAY, WEEK, WORKSPACE, person

MON, TUE, WED = tuple(WEEK)[:3]
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
MONTHLY = EstimateReset(ResetInterval.MONTHLY)
AMARA, ELIF, LIAM = person("Amara"), person("Elif"), person("Liam")
GONE = person("Quentin", activity=Activity.INACTIVE)
TEAM = (AMARA, ELIF, LIAM, GONE)
QUERY = ReportQuery(WORKSPACE, WEEK, "Europe/Berlin", 0)

Fact = tuple[str, str | None, date, int, int, int, str]
"""Person, project, day, seconds, billable ones, millionths and currency."""


def pid(name: str) -> ProjectId:
    return ProjectId(name.lower())


def project(name: str, **more: Any) -> Project:
    return Project(pid(name), name, **more)


NONE = Project(None, "(Without project)")
MOBILE, SUPPORT, WEB = project("Mobile"), project("Support"), project("Web")
IDLE, OLD = project("Idle"), project("Old", archived=True)
ALL = (MOBILE, SUPPORT, WEB, IDLE, OLD)
LOGGED: list[Fact] = [
    ("Amara", "Web", MON, 3 * HOUR, 3 * HOUR, 300_000_000, "EUR"),
    ("Elif", "Web", TUE, HOUR, 0, 0, "EUR"),
    ("Quentin", "Web", TUE, HOUR, HOUR, 50_500_000, "USD"),
    ("Amara", "Mobile", WED, 8 * HOUR, 4 * HOUR, 400_000_000, "EUR"),
    ("Liam", "Support", WED, 2 * HOUR, 2 * HOUR, 20_000_000, "USD"),
    ("Liam", None, WED, 1800, 0, 0, "EUR"),
]
TOTALS = {
    pid("Web"): ProjectTotal(110 * HOUR, ProjectEstimate(100 * HOUR)),
    pid("Mobile"): ProjectTotal(78 * HOUR, ProjectEstimate(100 * HOUR)),
    pid("Support"): ProjectTotal(500 * HOUR, ProjectEstimate(40 * HOUR, MONTHLY)),
    pid("Idle"): ProjectTotal(7 * HOUR),
}
TERMS = {NOVEMBER: {pid("Support"): 30 * HOUR, pid("Web"): HOUR}}
MEMBERS = {
    pid("Web"): frozenset({AMARA.id, LIAM.id, GONE.id, UserId("nobody")}),
    # Who is deactivated is missed by nobody.
    pid("Mobile"): frozenset({ELIF.id, GONE.id}),
}
DATES = ReviewRecords(
    (
        ProjectDates(pid("Mobile"), date(2026, 11, 18), date(2026, 11, 27)),
        ProjectDates(pid("Web"), None, date(2026, 12, 31)),
    )
)


def report_of(
    logged: Iterable[Fact] = LOGGED,
    projects: tuple[Project, ...] = ALL,
    *,
    at: datetime = NEXT_MONDAY,
    hidden: bool = False,
    withheld: bool = False,
    visibility: Visibility = Visibility.EVERYBODY,
) -> Report:
    facts = list(logged)
    every = (*projects, NONE)
    people = [one.name for one in TEAM]
    names = [None if one.id is None else one.name for one in every]
    currencies = ("EUR", "USD")

    def column(values: Iterable[int], kind: type[np.generic]) -> Any:
        return np.array(list(values), kind)

    told = Facts(
        people=TEAM,
        projects=every,
        currencies=() if hidden else currencies,
        user=column((people.index(one[0]) for one in facts), np.intp),
        project=column((names.index(one[1]) for one in facts), np.intp),
        day=column((one[2].toordinal() for one in facts), np.int64),
        seconds=column((one[3] for one in facts), np.int64),
        billable_seconds=None
        if withheld
        else column((one[4] for one in facts), np.int64),
        amount_micros=None if hidden else column((one[5] for one in facts), np.int64),
        currency=column(
            (-1 if hidden else currencies.index(one[6]) for one in facts), np.intp
        ),
    )
    directory = Directory(TEAM, projects, visibility=visibility)
    return Report(QUERY, told, directory, at, told.total_s)


NEEDS: Mapping[Need, Any] = {
    ProjectTotalsNeed(WORKSPACE): TOTALS,
    TermTotalsNeed(WORKSPACE, WEEK.end, "Europe/Berlin"): TERMS,
    MembersNeed(WORKSPACE): MEMBERS,
    RecordsNeed(WORKSPACE): DATES,
}


def content_of(
    report: Report | None = None,
    choices: Mapping[str, str] | None = None,
    *,
    selected: frozenset[str] = frozenset(),
    cells: frozenset[tuple[str, str]] = frozenset(),
    selection: Selection = EVERYTHING,
    durations: DurationFormat = DurationFormat.MINUTES,
    needs: Mapping[Need, Any] = NEEDS,
    refusals: Mapping[Need, AppError] | None = None,
) -> ProjectsPageContent:
    report = report or report_of()
    answers = Answers({ReportNeed(QUERY): report, **needs}, refusals or {})
    view = ViewOptions(choices or {}, durations, ChartSelection(selected, cells=cells))
    content = PROJECTS.content(answers, QUERY, selection, view)
    assert content is not None
    return content


def lines(content: ProjectsPageContent) -> list[tuple[str, ...]]:
    table = content.table
    return [tuple(map(str, table.texts(at))) for at in table.arranged().tolist()]


def drawn(content: ProjectsPageContent) -> list[tuple[str, ...]]:
    return [
        tuple(filter(None, (one.name, one.words, one.number, one.note)))
        for one in content.chart.lines
    ]


def test_a_week_of_projects() -> None:
    content = content_of()
    assert content.sentence == (
        "Web is 10:00 over its estimate. "
        "Mobile has used 78 % with 50 % of its time passed."
    )
    assert drawn(content) == [
        ("Mobile", "78 %", "50 % of its time passed"),
        ("Web", "110 %", "10:00 over the estimate"),
        # Of the month 22 of 30 days are over.
        ("Support", "75 %", "73 % of the month passed"),
        ("(Without project)", "0:30 in this period"),
    ]
    chart = content.chart
    assert chart.before.tolist() == [0.7, 1.05, 0.7, 0]
    assert chart.used.tolist() == [0.78, 1.1, 0.75, 0]
    assert chart.passed.tolist()[0] == 0.5
    assert np.isnan(chart.passed[1])
    assert chart.legend == (
        *("logged before or since", "16–22 Nov"),
        *("estimate, 100 %", "share of time passed"),
    )
    assert lines(content) == [
        ("Mobile", "8:00", "78:00", "100:00", "50 %", "400.00 EUR"),
        ("Web", "5:00", "110:00", "100:00", "80 %", "300.00 EUR, 50.50 USD"),
        ("Support", "2:00", "500:00", "40:00", "100 %", "20.00 USD"),
        ("(Without project)", "0:30", "–", "–", "0 %", "–"),
    ]
    assert content.table.total == (
        *("All 3 projects", "15:30", "", "", "65 %"),
        "700.00 EUR\n70.50 USD",
    )
    assert content.lacking == ()
    assert (content.count, content.attention) == (None, "")
    assert str(chart.tooltip(ChartHit(1))) == (
        "Web · 110:00 of 100:00 · 110 % · 5:00 in this period · 10:00 over the estimate"
    )
    assert content.controls[0].choices[1] == ("all", "Show 1 without time")


def test_projects_without_time_are_shown_on_demand() -> None:
    content = content_of(choices={"shown": "all", "order": "name"})
    assert [one[0] for one in drawn(content)] == [
        *("Idle", "Mobile", "Support", "Web", "(Without project)")
    ]
    assert drawn(content)[0][1] == "no estimate, 7:00 to date"
    assert lines(content)[0] == ("Idle", "0:00", "7:00", "–", "", "–")
    # What is over its estimate is seen whether it has time or not.
    totals = {**TOTALS, pid("Idle"): ProjectTotal(2, ProjectEstimate(1))}
    needs = {**NEEDS, ProjectTotalsNeed(WORKSPACE): totals}
    assert "Idle" in [one[0] for one in drawn(content_of(needs=needs))]
    view = PROJECTS.choose(ViewOptions(), "shown", "all")
    assert PROJECTS.choose(view, "shown", "all") is view
    assert len(content_of(needs=needs).controls) == 1
    assert PROJECTS.controls(view)[0].choices[1][1] == "Show those without time"
    assert PROJECTS.alternative(view) is None


def test_a_project_opens_to_its_members() -> None:
    content = content_of()
    chart = content.chart
    at = chart.row_of("one:web")
    assert at == 1
    assert chart.folded(ChartHit(at), Fold.TURN) is None
    assert chart.folded(ChartHit(at), Fold.CLOSE) is None
    assert chart.folded(ChartHit(at, BAR), Fold.OPEN) is None
    assert chart.folded(None, Fold.TURN) is None
    choice = chart.folded(ChartHit(at, ARROW), Fold.TURN)
    assert choice == chart.folded(ChartHit(at), Fold.OPEN) == " +one:web"
    view = PROJECTS.choose(content.view, FOLDS, choice)
    opened = content_of(choices=view.choices)
    assert drawn(opened)[1:7] == [
        ("Web", "110 %", "10:00 over the estimate"),
        # Elif is no member.
        ("2 of 3 members and 1 other logged time: 5:00",),
        ("Amara", "3:00"),
        ("Elif", "1:00"),
        ("Quentin", "1:00"),
        ("No time in this period: Liam",),
    ]
    assert opened.chart.used[3:6].tolist() == [0.5, 0.5 / 3, 0.5 / 3]
    close = opened.chart.folded(ChartHit(1, ARROW), Fold.TURN)
    assert close == " -one:web"
    assert opened.chart.folded(ChartHit(2), Fold.CLOSE) is None
    assert opened.chart.label_marks(ChartHit(3)) == ("one:web", None)
    everything = opened.chart.folded(None, Fold.OPEN_ALL)
    view = PROJECTS.choose(opened.view, FOLDS, everything or "")
    heads = [
        one.words
        for one in content_of(choices=view.choices).chart.lines
        if one.kind is RowKind.MEMBERS
    ]
    assert heads == [
        "0 of 1 member and 1 other logged time: 8:00",
        "2 of 3 members and 1 other logged time: 5:00",
        "1 person logged time: 2:00",
        "1 person logged time: 0:30",
    ]
    table = opened.table
    parts = table.parts(table.rows_of(["one:web"])[0])
    assert [tuple(map(str, parts.texts(at)))[:2] for at in parts.positions] == [
        *(("Amara", "3:00"), ("Elif", "1:00"), ("Quentin", "1:00"), ("Liam", "0:00"))
    ]
    assert len(table.arranged(words="elif")) == 2
    # A click on a person's row is one on the project; opened are only theirs.
    amara = f"one:{AMARA.id}"
    assert opened.chart.opened_marks(ChartHit(3)) == ("one:web", amara)
    assert opened.chart.opened_marks(ChartHit(2)) == ("one:web", None)
    assert table.part_mark(parts.positions[0]) == amara


def test_what_a_person_logged_on_a_project_can_be_opened() -> None:
    def part(*cell: Any) -> ProjectsPageContent:
        return content_of(cells=frozenset({cell}))

    content = part("one:web", f"one:{AMARA.id}")
    assert content.narrowed.people == {AMARA.id}
    assert content.narrowed.projects == {pid("Web")}
    assert [one.names for one in content.chips] == [("Web", "Amara")]
    told = content.hours.report.narrowed(content.narrowed)
    assert told.total_s == 3 * HOUR
    for cell in (("one:web", "one:gone"), ("one:gone", f"one:{AMARA.id}")):
        assert not part(*cell).chips


def test_start_and_end_of_a_project_are_asked_of_its_row() -> None:
    content = content_of()
    mark = {one.name: one.mark for one in content.hours.labels}
    (action,) = content.row_actions(mark["Web"])
    assert action.words == "Set start and end"
    asked = action.asks
    assert isinstance(asked, ProjectDatesAsked)
    assert (asked.project, asked.name) == (pid("Web"), "Web")
    assert (asked.today, asked.week_start) == (NEXT_MONDAY.date(), 0)
    assert asked.dates == ProjectDates(pid("Web"), None, date(2026, 12, 31))
    (other,) = content.row_actions(mark["Support"])
    assert isinstance(other.asks, ProjectDatesAsked)
    assert other.asks.dates is None
    # Time without a project runs for ever.
    assert content.row_actions(mark["(Without project)"]) == ()
    assert content.row_actions("one:nothing") == ()


def test_many_without_time_stand_in_several_lines() -> None:
    many = tuple(Person(UserId(f"u{at:02}"), f"P{at:02}") for at in range(23))
    report = report_of()
    directory = replace(report.directory, people=(*TEAM, *many))
    report = replace(report, directory=directory)
    members = {pid("Web"): frozenset(one.id for one in many)}
    needs = {**NEEDS, MembersNeed(WORKSPACE): members}
    content = content_of(report, {FOLDS: " +one:web"}, needs=needs)
    rest = [one.words for one in content.chart.lines if one.kind is RowKind.REST]
    assert rest[0] == "No time in this period: P00, P01, P02, P03, P04,"
    assert rest[3] == "P15, P16, P17, P18, P19 and 3 more"


class RefusedError(AppError):
    def __init__(self) -> None:
        super().__init__("Not here", "Ask an admin.")


def test_while_totals_are_loading_there_are_hours() -> None:
    content = content_of(needs={})
    assert content.sentence == "15:30 in 4 projects; time to date is loading."
    assert drawn(content)[0] == ("Mobile", "8:00, to date loading")
    assert lines(content)[0][:4] == ("Mobile", "8:00", "…", "–")
    assert content.lacking == ()


def test_what_is_refused_is_said() -> None:
    refusals = dict.fromkeys(NEEDS, RefusedError())
    content = content_of(needs={}, refusals=refusals)
    assert content.sentence == "Estimates are not known here."
    assert drawn(content)[0] == ("Mobile", "8:00 in this period")
    assert content.lacking == ("Not here. Ask an admin.",)
    totals = ProjectTotalsNeed(WORKSPACE)
    content = content_of(needs={totals: TOTALS}, refusals=refusals)
    assert drawn(content)[2] == ("Support", "estimate 40:00 each month, 500:00 to date")


def test_what_cannot_be_held_against_hours_is_said() -> None:
    totals = {
        pid("Web"): ProjectTotal(HOUR, ProjectEstimate(10 * HOUR, None, True)),  # noqa: FBT003 - as it stands
        pid("Mobile"): ProjectTotal(9 * HOUR, in_money=True, unreadable=True),
        pid("Support"): ProjectTotal(None, ProjectEstimate(HOUR)),
    }
    needs = {**NEEDS, ProjectTotalsNeed(WORKSPACE): totals}
    content = content_of(report_of(visibility=Visibility.OWN), needs=needs)
    assert content.lacking == (
        "Time to date or estimates of 1 project could not be read.",
        "Estimates of 1 project are of billable time; all time counts here.",
        "Of 1 project Clockify tells less time to date than in this period.",
        (
            "Other people's time may be hidden from this key: who logged none is not"
            " named."
        ),
    )
    assert drawn(content)[:3] == [
        ("Mobile", "estimate in money, 9:00 to date"),
        ("Web", "10 %", "no start date"),
        ("Support", "estimate 1:00, 2:00 in this period"),
    ]
    assert lines(content)[0][3] == "money"
    assert content.chart.used[1] == 0.5
    assert content.hours.members(0).members is None
    assert content.sentence == "No project is over its estimate."
    gone = {**NEEDS, ProjectTotalsNeed(WORKSPACE): {}}
    content = content_of(needs=gone)
    assert content.sentence == "No project has an estimate of hours."


def test_without_amounts_or_billable_there_is_no_column() -> None:
    content = content_of(report_of(hidden=True, withheld=True))
    assert content.table.titles == ("Project", "Hours", "To date", "Estimate")
    assert content.table.total == ("All 3 projects", "15:30", "", "")
    assert "amount" not in content.file.columns
    # In one currency there is nothing that could be added up wrongly.
    assert "Currencies" not in content_of(report_of(LOGGED[:2])).table.remark


def test_what_is_selected_and_what_pickers_chose() -> None:
    content = content_of(selected=frozenset({"one:web", "one:not-there"}))
    assert content.sentence == "Selected: Web is 10:00 over its estimate."
    assert content.picture.sentence == content.sentence
    assert content.view.selected.rows == {"one:web"}
    assert content.narrowed.projects == {pid("Web")}
    assert len(content.chips) == 1
    assert [one[0] for one in lines(content)] == ["Web"]
    assert content.chart.dimmed is not None
    assert content.chart.dimmed.tolist() == [True, False, True, True]
    assert content.narrowed_to("one:mobile").projects == {pid("Mobile")}
    some = Selection(frozenset({ELIF.id}), frozenset({pid("Web"), None}))
    content = content_of(selection=some, choices={FOLDS: " +one:web"})
    assert content.chart.legend[0] == "all other time"
    assert drawn(content) == [
        ("Web", "110 %", "10:00 over the estimate"),
        ("0 of 0 members and 1 other logged time: 1:00",),
        ("Elif", "1:00"),
    ]
    assert content.chart.before[0] == 1.09


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 11, 22, 12, tzinfo=UTC), "logged before"),
        (NEXT_MONDAY, "logged before or since"),
    ],
)
def test_after_a_period_nobody_tells_what_came_since(at: datetime, words: str) -> None:
    assert content_of(report_of(at=at)).chart.legend[0] == words


def test_many_are_counted_in_the_sentence() -> None:
    every = tuple(project(f"P{at}") for at in range(9))
    totals = {
        one.id: ProjectTotal(
            2 * HOUR if at < 5 else 50 * HOUR,
            ProjectEstimate(HOUR if at < 5 else 100 * HOUR),
        )
        for at, one in enumerate(every)
    }
    first, last = date(2026, 11, 21), date(2026, 11, 30)
    dates = tuple(ProjectDates(pid(one.name), first, last) for one in every)
    needs = {
        **NEEDS,
        ProjectTotalsNeed(WORKSPACE): totals,
        RecordsNeed(WORKSPACE): ReviewRecords(dates),
    }
    said = content_of(report_of([], every), needs=needs).sentence
    assert "P2 is 1:00 over its estimate. 2 more are over their estimates. P5" in said
    assert said.endswith(
        "P7 has used 50 % with 20 % of its time passed. 1 more runs ahead of its time."
    )


def test_a_picture_in_a_file_has_hours_and_minutes() -> None:
    content = content_of(durations=DurationFormat.DECIMAL)
    assert "10.00 over" in content.sentence
    assert "10:00 over" in content.picture.sentence
    assert content.picture.title.startswith("Projects · Acme · ")
    assert lines(content)[0][1] == "8.00"


def test_nothing_is_empty() -> None:
    content = content_of(report_of([]), needs={})
    assert content.is_empty
    assert not content.needs_time
    assert content.chart.folded(None, Fold.OPEN_ALL) is None
    assert PROJECTS.content(Answers(), QUERY, EVERYTHING, ViewOptions()) is None


def test_the_file_has_all_numbers_once() -> None:
    file = content_of().file
    rows = [dict(zip(file.columns, row, strict=True)) for row in file.rows]
    assert [one["project"] for one in rows] == [
        *("Idle", "Mobile", "Support", "Web", "Web", "(Without project)")
    ]
    assert sum(one["duration_seconds"] for one in rows) == file.total_s == 15.5 * HOUR
    first, second = rows[3:5]
    assert (first["amount"], first["currency"]) == (Decimal(300), "EUR")
    assert (second["amount"], second["currency"]) == (Decimal("50.5"), "USD")
    assert first["to_date_seconds"] == 110 * HOUR
    assert second["to_date_seconds"] is None
    assert (first["estimate_of"], first["used_percent"]) == ("project", 110)
    assert first["project_end"] == date(2026, 12, 31)
    assert (first["members"], first["members_with_time"]) == (3, 2)
    support = rows[2]
    assert (support["term_start"], support["estimate_of"]) == (NOVEMBER.start, "month")
    assert support["used_seconds"] == 30 * HOUR
    assert rows[0]["members"] is None
    assert rows[0]["billable_seconds"] is None


FACTS = st.lists(
    st.tuples(
        st.sampled_from([one.name for one in TEAM]),
        st.sampled_from([None, *(one.name for one in ALL)]),
        st.sampled_from(list(WEEK)),
        st.integers(1, 40 * HOUR),
        st.sampled_from([0, 1]),
        st.integers(0, 10**9),
        st.sampled_from(["EUR", "USD"]),
    ),
    max_size=25,
).map(lambda facts: [(*one[:4], one[3] * one[4], *one[5:]) for one in facts])


@settings(max_examples=60, deadline=None)
@given(
    FACTS,
    st.dictionaries(
        st.sampled_from([one.id for one in ALL]),
        st.tuples(st.integers(0, 900 * HOUR), st.integers(1, 400 * HOUR)),
    ),
    st.none() | st.frozensets(st.sampled_from([one.id for one in TEAM])),
)
def test_every_number_by_a_plain_path(
    facts: list[Fact],
    told: dict[ProjectId, tuple[int, int]],
    people: frozenset[UserId] | None,
) -> None:
    totals = {
        one: ProjectTotal(to_date, ProjectEstimate(estimate))
        for one, (to_date, estimate) in told.items()
    }
    content = content_of(
        report_of(facts),
        {"shown": "all"},
        selection=Selection(people),
        needs={**NEEDS, ProjectTotalsNeed(WORKSPACE): totals},
    )
    ids = {one.name: one.id for one in TEAM}
    kept = [one for one in facts if people is None or ids[one[0]] in people]
    file = content.file
    for name in [None, *(one.name for one in ALL)]:
        own = [one for one in kept if one[1] == name]
        rows = [
            found
            for row in file.rows
            if (found := dict(zip(file.columns, row, strict=True)))["project"]
            == (name or NONE.name)
        ]
        if not rows:
            assert not own
            continue
        assert sum(one["duration_seconds"] for one in rows) == sum(f[3] for f in own)
        assert sum(one["billable_seconds"] or 0 for one in rows) == sum(
            f[4] for f in own
        )
        for code in ("EUR", "USD"):
            assert (
                sum(one["amount"] for one in rows if one["currency"] == code)
                == Decimal(sum(f[5] for f in own if f[6] == code)) / 10**6
            )
        total = told.get(pid(name)) if name else None
        assert rows[0]["to_date_seconds"] == (total[0] if total else None)
        if total is None:
            continue
        at = content.chart.row_of(f"one:{pid(name or '')}")
        assert at is not None
        hours = sum(f[3] for f in own)
        end = max(total[0], hours)
        assert content.chart.used[at] == end / total[1]
        assert content.chart.before[at] == (end - hours) / total[1]
        is_over = any(
            content.hours.is_over & [p.name == name for p in content.hours.projects]
        )
        assert is_over == (total[0] > total[1])
    assert file.total_s == sum(one[3] for one in kept)
