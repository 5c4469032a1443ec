"""The page, against a plain path that adds person by person and day by day."""

import asyncio
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.hosts import own_pair
from clockify_desktop.domain.absences import Absences, Holiday, TimeOff
from clockify_desktop.domain.capacity import CapacitySource
from clockify_desktop.domain.directory import Activity, UserGroup
from clockify_desktop.domain.durations import DurationFormat, hours_and_minutes
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.figure import Figure
from clockify_desktop.domain.identity import GroupId, ProjectId, UserId
from clockify_desktop.domain.needs import CapacityNeed, MemberProfilesNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.capacity import CAPACITY
from clockify_desktop.pages.capacity_content import HoursAndCapacityContent
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.sample.keys import OWNER_KEY
from clockify_desktop.sample.organisation import Organisation
from clockify_desktop.sample.people import LONG_NAME
from clockify_desktop.sample.server.app import create_app
from clockify_desktop.services import plan_loading
from clockify_desktop.services.session import Session
from tests.pages.plan_of_people import (
    DAY_S,
    HOUR,
    NEXT_MONDAY,
    WEEK,
    WORKSPACE,
    answers_of,
    hours,
    person,
    report_of,
)

MON, TUE, WED, THU, FRI = tuple(WEEK)[:5]
AMARA, ELIF, HIROSHI = person("Amara"), person("Elif"), person("Hiroshi")
LIAM, PRIYA, SAM = person("Liam"), person("Priya"), person("Sam")
TEAM = (AMARA, ELIF, HIROSHI, LIAM, PRIYA, SAM)
GONE = person("Quentin", activity=Activity.INACTIVE)
FIVE, THREE = (hours(*range(5)),), (hours(0, 1, 2),)
CAPACITIES = {AMARA.id: FIVE, ELIF.id: THREE, HIROSHI.id: FIVE, SAM.id: FIVE}
AWAY = Absences(
    (TimeOff(HIROSHI.id, THU, FRI), TimeOff(SAM.id, MON, FRI)),
    (Holiday("Bank holiday", TUE, TUE, people=frozenset({LIAM.id})),),
)
LOGGED = [
    *(("Amara", day, int(8.5 * HOUR)) for day in (MON, TUE, WED, THU, FRI)),
    *(("Elif", day, 8 * HOUR + 60) for day in (MON, TUE, WED)),
    *(("Hiroshi", day, 8 * HOUR) for day in (MON, TUE, WED)),
    *(("Liam", day, 6 * HOUR) for day in (MON, WED, THU, FRI)),
    ("Quentin", MON, 4 * HOUR),
]
DESIGN = UserGroup(GroupId("g1"), "Design", (AMARA.id, ELIF.id))
CLIENTS = UserGroup(GroupId("g2"), "Clients", (AMARA.id, LIAM.id, UserId("nobody")))


def content_of(
    report: Report,
    answers: Answers,
    view: ViewOptions = ViewOptions(),  # noqa: B008 - frozen
    selection: Selection = EVERYTHING,
) -> HoursAndCapacityContent:
    content = CAPACITY.content(answers, report.query, selection, view)
    assert content is not None
    return content


def reviewed(
    choices: dict[str, str] | None = None,
    selected: frozenset[str] = frozenset(),
    selection: Selection = EVERYTHING,
    **more: Any,
) -> HoursAndCapacityContent:
    """Look at the same week of seven people."""
    report = report_of((*TEAM, GONE), LOGGED, **more)
    view = ViewOptions(choices or {}, selected=ChartSelection(selected))
    return content_of(report, answers_of(report, CAPACITIES, AWAY), view, selection)


def lines(content: HoursAndCapacityContent) -> list[tuple[str, ...]]:
    table = content.table
    return [tuple(map(str, table.texts(at))) for at in table.arranged().tolist()]


def test_a_week_of_a_team() -> None:
    content = reviewed()
    assert content.sentence == (
        "5 of 7 people logged 118:33 of 160:00. 2 are short by more than 5:00, nobody"
        " is over by as much. Leave and holidays took off 64:00."
    )
    assert (content.count, content.attention) == (2, "2 short of capacity")
    assert content.figure == Figure("74 %", "of capacity", "160:00")
    assert lines(content) == [
        ("Amara", "42:30", "40:00", "+2:30"),
        ("Elif", "24:03", "24:00", "+0:03"),
        ("Hiroshi", "24:00", "24:00", "0:00"),
        ("Liam", "24:00", "≈ 32:00", "−8:00"),
        ("Priya", "0:00", "≈ 40:00", "−40:00"),
        ("Quentin", "4:00", "–", ""),
        ("Sam", "0:00", "0:00", "0:00"),
    ]
    assert content.table.total == ("All 7 people", "118:33", "160:00", "−41:27")
    assert content.table.remark == "≈ assumed for 2: 8 h, Monday to Friday."
    assert list(content.chart.notes) == [
        *("", "", "leave 16:00", "8:00 short, Bank holiday"),
        *("40:00 short", "left", "on leave"),
    ]
    # Nothing is expected of whoever left, or is away all week: no track, no share.
    assert content.chart.has_track.tolist() == [True] * 5 + [False] * 2
    assert content.lacking == ()
    assert not content.is_empty


def test_how_a_capacity_comes_about() -> None:
    since = date(2026, 11, 18)
    held = (hours(*range(5)), hours(*range(4), since=since))
    older = (hours(*range(5)), hours(*range(4), since=date(2026, 10, 5)))
    report = report_of(TEAM[:2], LOGGED[:5])
    away = Absences(
        (TimeOff(AMARA.id, THU, THU), TimeOff(AMARA.id, MON, MON, half_days=1)),
        (Holiday("Bank holiday", TUE, TUE),),
    )
    answers = answers_of(report, {AMARA.id: held, ELIF.id: older}, away)
    table = content_of(report, answers).table
    assert table.has_parts(0)

    def parts(row: int) -> list[tuple[str, ...]]:
        found = table.parts(row)
        return [tuple(map(str, found.texts(at))) for at in found.arranged().tolist()]

    assert parts(0) == [
        ("8 h, Mon–Fri", "", "16:00", ""),
        ("8 h, Mon–Thu, from 18 Nov", "", "16:00", ""),
        ("leave Mon 16, Thu 19", "", "−12:00", ""),
        ("Bank holiday Tue 17", "", "−8:00", ""),
    ]
    assert parts(1) == [
        ("8 h, Mon–Thu, from 5 Oct", "", "32:00", ""),
        ("Bank holiday Tue 17", "", "−8:00", ""),
        ("before: 8 h, Mon–Fri", "", "", ""),
    ]
    assert table.parts(0).arranged(2).tolist() == [2, 3, 0, 1]
    assert "8 h, Mon–Fri\t\t16:00" in table.tab_separated([(0, None), (0, 0)])


def test_a_tolerance_by_the_day_names_the_days() -> None:
    content = reviewed({"tolerance": "1-day"})
    table = content.table
    row = [label.name for label in content.people.labels].index("Liam")
    parts = table.parts(row)
    said = [str(parts.texts(at)[0]) for at in parts.positions.tolist()]
    assert said[2:] == [
        *("Mon 16 2:00 short", "Wed 18 2:00 short"),
        *("Thu 19 2:00 short", "Fri 20 2:00 short"),
    ]
    assert len(table.parts(0).positions) == 1
    assert content.chart.within == "within 5:00"
    saturday = [("Amara", date(2026, 11, 21), 2 * HOUR)]
    report = report_of([AMARA], saturday)
    view = ViewOptions({"tolerance": "1-day"})
    content = content_of(report, answers_of(report, {AMARA.id: THREE}), view)
    parts = content.table.parts(0)
    assert str(parts.texts(len(parts.positions) - 1)[0]) == "Sat 21 2:00 over"


def test_nobody_is_short_before_their_days_are_over() -> None:
    wednesday = datetime(2026, 11, 18, 12, tzinfo=UTC)
    content = reviewed(at=wednesday)
    assert (content.count, content.attention) == (0, "")
    # Elif's three days end today; whoever is away has none to come.
    assert "5 people still have workdays to come." in content.sentence
    assert content.running
    assert content.figure is not None
    assert content.figure.name == "of capacity so far"
    # When a day is over depends on a zone that is not known.
    assert content.lacking[0].startswith("Days of 7 people, whose own time zone")
    # On Saturday all days on which anything is expected are over.
    saturday = datetime(2026, 11, 21, 12, tzinfo=UTC)
    assert reviewed(at=saturday).count == 2
    # Somebody may be over before.
    report = report_of([AMARA], [("Amara", MON, 50 * HOUR)], at=wednesday)
    content = content_of(report, answers_of(report, CAPACITIES))
    assert list(content.chart.notes) == ["10:00 over"]
    assert "nobody is short by more than 5:00, 1 is over" in content.sentence.casefold()


def test_while_capacity_is_loading_there_are_hours() -> None:
    report = report_of(TEAM, LOGGED[:5])
    content = content_of(
        report, Answers({next(iter(answers_of(report).values)): report})
    )
    assert content.count is None
    assert content.figure is None
    assert content.attention == ""
    assert content.sentence == "1 of 6 people logged 42:30; capacity is loading."
    assert set(content.chart.notes) == {"capacity loading"}
    assert lines(content)[0] == ("Amara", "42:30", "…", "")
    assert content.table.total == ("All 6 people", "42:30", "…", "…")
    assert not content.table.has_parts(0)


class RefusedError(AppError):
    def __init__(self) -> None:
        super().__init__("No capacity", "It needs a paid plan.")


def test_what_is_refused_is_assumed_and_said() -> None:
    report = report_of(TEAM, LOGGED[:5])
    needs = CapacityNeed(WORKSPACE), MemberProfilesNeed(WORKSPACE)
    answers = answers_of(report, refusals=dict.fromkeys(needs, RefusedError()))
    values = {one: told for one, told in answers.values.items() if one not in needs}
    content = content_of(report, replace(answers, values=values))
    assert content.lacking == ("No capacity. It needs a paid plan.",)
    assert content.sentence.endswith(
        "No capacity is known: 8 h, Monday to Friday, is assumed."
    )
    assert content.chart.is_assumed.all()


def test_without_the_report_there_is_nothing() -> None:
    query = report_of(TEAM).query
    assert CAPACITY.content(Answers(), query, EVERYTHING, ViewOptions()) is None
    assert len(CAPACITY.needs(query)) == 1
    # Those of the week, of those before, and all hours of these.
    assert len(CAPACITY.optional_needs(query)) == 6


def test_teams_open_into_their_people_who_count_once_in_the_total() -> None:
    content = reviewed({"rows": "teams"}, groups=(DESIGN, CLIENTS))
    assert lines(content) == [
        ("Clients", "66:30", "≈ 72:00", "−5:30"),
        ("Design", "66:33", "64:00", "+2:33"),
        ("(Without group)", "28:00", "≈ 64:00", "−36:00"),
    ]
    assert content.table.total == ("All 7 people", "118:33", "160:00", "−41:27")
    assert list(content.chart.notes) == ["1 short", "", "1 short"]
    members = content.table.parts(0)
    assert [str(members.texts(at)[0]) for at in members.positions.tolist()] == [
        "Amara",
        "Liam",
    ]
    found = content.table.arranged(words="liam").tolist()
    assert [str(content.table.texts(at)[0]) for at in found] == ["Clients"]
    assert content.what == "teams and their capacity"
    mark = content.chart.labels[0].mark
    assert content.narrowed_to(mark).people == {AMARA.id, LIAM.id}
    # The one without a team stays last, however they are sorted.
    last = content.table.arranged(1, falling=True).tolist()[-1]
    assert content.table.texts(last)[0] == "(Without group)"


def test_many_people_are_shown_by_team_as_long_as_nobody_chooses() -> None:
    people = [person(f"P{number}") for number in range(30)]
    group = UserGroup(GroupId("g"), "All", tuple(one.id for one in people))
    report = report_of(people, groups=(group,))
    answers = answers_of(report)
    content = content_of(report, answers)
    assert content.chart.rows == 1
    # The head says what is shown, though nobody chose it.
    assert content.controls[0].chosen == "teams"
    assert "rows" not in content.view.choices
    by_hand = ViewOptions({"rows": "people"})
    assert content_of(report, answers, by_hand).chart.rows == 30
    fewer = report_of(people[:29], groups=(group,))
    assert content_of(fewer, answers_of(fewer)).chart.rows == 29
    teamless = report_of(people)
    assert content_of(teamless, answers_of(teamless)).chart.rows == 30


def test_a_focus_narrows_table_sentence_and_file() -> None:
    amara = reviewed().chart.labels[0].mark
    content = reviewed(selected=frozenset({amara, "one:gone"}))
    assert content.view.selected.rows == {amara}
    assert content.sentence.startswith("Selected: 1 person logged 42:30 of 40:00.")
    assert lines(content) == [("Amara", "42:30", "40:00", "+2:30")]
    assert content.table.total == ("1 person", "42:30", "40:00", "+2:30")
    assert content.chart.dimmed is not None
    assert content.chart.dimmed.tolist() == [False, *[True] * 6]
    assert content.narrowed.people == {AMARA.id}
    assert [row[0] for row in content.file.rows] == ["Amara"]
    (chip,) = content.chips
    assert chip.words() == "Amara"
    teams = reviewed({"rows": "teams"}, groups=(DESIGN,))
    design = teams.chart.labels[0].mark
    teams = reviewed({"rows": "teams"}, frozenset({design}), groups=(DESIGN,))
    assert [row[0] for row in teams.file.rows] == ["Amara", "Elif"]
    assert [line[0] for line in lines(teams)] == ["Design"]


def test_pickers_narrow_to_people_but_not_to_some_of_their_time() -> None:
    chosen = Selection(
        people=frozenset({ELIF.id}), projects=frozenset({ProjectId("p")})
    )
    content = reviewed(selection=chosen)
    assert [label.name for label in content.chart.labels] == ["Elif"]
    assert content.sentence.endswith(
        "All their time counts, whichever projects are chosen."
    )
    assert content.chart.hours_s.tolist() == [24 * HOUR + 180]


def test_rows_stand_by_name_or_by_time() -> None:
    content = reviewed({"order": "time"})
    named = [label.name for label in content.chart.labels]
    assert named[:2] == ["Amara", "Elif"]
    assert [line[0] for line in lines(content)] == named
    assert named == sorted(
        named, key=lambda name: -content.people.hours_s[
            [one.name for one in content.people.labels].index(name)
        ]
    )  # fmt: skip


def test_the_picture_of_a_file_has_hours_and_minutes() -> None:
    report = report_of(TEAM, LOGGED[:5])
    view = ViewOptions(durations=DurationFormat.DECIMAL)
    content = content_of(report, answers_of(report, CAPACITIES), view)
    assert "42.50 of" in content.sentence
    assert "42:30 of" in content.picture.sentence
    assert content.picture.total(0) == "42:30"
    assert content.chart.total(0) == "42.50"
    assert lines(content)[0][1] == "42.50"
    assert content.picture.title == content.chart.title


def test_the_file_has_every_number_of_the_page() -> None:
    content = reviewed(groups=(DESIGN, CLIENTS))
    table = content.file
    rows = {row[0]: dict(zip(table.columns, row, strict=True)) for row in table.rows}
    assert rows["Hiroshi"] == {
        "user": "Hiroshi",
        "user_id": "hiroshi",
        "user_email": "hiroshi@x.example",
        "team": "",
        "duration_seconds": 24 * HOUR,
        "duration_hours": Decimal("24.0000"),
        "capacity_seconds": 24 * HOUR,
        "capacity_hours": Decimal("24.0000"),
        "difference_seconds": 0,
        "difference_hours": Decimal("0.0000"),
        "full_capacity_seconds": 40 * HOUR,
        "leave_seconds": 16 * HOUR,
        "holiday_seconds": 0,
        "capacity_source": "attendance report",
        "remark": "leave 16:00",
    }
    assert rows["Liam"]["capacity_source"] == "assumed"
    assert rows["Liam"]["holiday_seconds"] == 8 * HOUR
    assert table.total_s == 118 * HOUR + 33 * 60
    assert list(rows) == sorted(rows)


def test_a_holiday_written_from_right_to_left_moves_nothing() -> None:
    name = "\u05d7\u05d2"
    free = Absences(holidays=(Holiday(name, MON, MON),))
    report = report_of([AMARA], LOGGED[:5])
    content = content_of(report, answers_of(report, CAPACITIES, free))
    assert content.chart.notes == (f"10:30 over, \u2068{name}\u2069",)
    parts = content.table.parts(0)
    assert str(parts.texts(1)[0]) == f"\u2068{name}\u2069 Mon 16"
    assert content.file.rows[0][-1] == f"10:30 over, {name}"


class _Now(datetime):
    @classmethod
    def now(cls, tz: Any = None) -> datetime:
        return NEXT_MONDAY.astimezone(tz)


def test_the_sample_organisation_shows_all_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What Clockify answers becomes what people see: the demo, without a window."""
    monkeypatch.setattr(plan_loading, "datetime", _Now)
    content = asyncio.run(of_the_sample())
    assert content.attention == f"{content.count} short of capacity"
    assert content.count == sum(" short" in note for note in content.chart.notes) > 3
    assert "Leave and holidays took off 38:30." in content.sentence
    assert content.table.remark.endswith("assumed for 3: 8 h, Monday to Friday.")
    notes = {
        label.name: note
        for label, note in zip(content.chart.labels, content.chart.notes, strict=True)
    }
    assert notes[LONG_NAME] == "leave 16:00"
    assert notes["Bastian Krüger"] == "leave 4:00"
    assert notes["Inês Carvalho"] == "leave 2:30"
    assert notes["Hiroshi Tanaka"] == "Sydney office day"
    assert notes["Priya Raman"] == "40:00 short"
    assert notes["Quentin Dubois"] == "left"
    jonas = [label.name for label in content.people.labels].index("Jonas Weber")
    parts = content.table.parts(jonas)
    assert [str(parts.texts(at)[0]) for at in parts.positions.tolist()] == [
        "8 h, Mon\u2013Thu, from 5 Oct",
        "before: 8 h, Mon\u2013Fri",
    ]
    assert not content.lacking


async def of_the_sample() -> HoursAndCapacityContent:
    hosts = own_pair("http://127.0.0.1/api/v1", "http://127.0.0.1/report/v1")
    app = create_app(Organisation.generate(NEXT_MONDAY, days=60))
    async with open_clockify(
        hosts, ApiKey(OWNER_KEY), asgi_app=app, rate_a_second=1000
    ) as clockify:
        session = Session(clockify)
        profile = await session.profile()
        here = next(one for one in profile.workspaces if one.id == profile.home)
        query = ReportQuery(here, WEEK, profile.time_zone, profile.week_start)
        needs = (*CAPACITY.needs(query), *CAPACITY.optional_needs(query))
        values = {need: await session.answers.get(need) for need in needs}
    content = CAPACITY.content(Answers(values), query, EVERYTHING, ViewOptions())
    assert content is not None
    return content


def test_teams_of_a_person_are_in_the_file() -> None:
    both = replace(AMARA, groups=(DESIGN.id, GroupId("gone"), CLIENTS.id))
    report = report_of([both], groups=(DESIGN, CLIENTS))
    (row,) = content_of(
        report, answers_of(report), ViewOptions({"rows": "people"})
    ).file.rows
    assert row[3] == "Design, Clients"


@dataclass(frozen=True)
class Plain:
    """One person, added up without columns."""

    hours_s: int
    expected_s: int
    full_s: int
    leave_s: int
    unfinished: bool


DAYS = st.dates(date(2026, 10, 20), date(2026, 11, 1))


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_every_number_is_that_of_a_plain_path(data: st.DataObject) -> None:
    draw = data.draw
    names = [f"P{number}" for number in range(draw(st.integers(1, 4)))]
    zones = st.sampled_from(["", "Asia/Tokyo", "America/New_York"])
    people = [person(name, time_zone=draw(zones)) for name in names]
    start = draw(DAYS)
    period = Period(start, start + timedelta(days=draw(st.integers(0, 9))))
    logged = draw(
        st.lists(
            st.tuples(
                st.sampled_from(names),
                st.sampled_from(list(period)),
                st.integers(0, 12 * HOUR),
            ),
            max_size=20,
        )
    )
    at = datetime(2026, 10, 20, tzinfo=UTC) + timedelta(
        hours=draw(st.integers(0, 24 * 20))
    )
    week = st.lists(st.sampled_from([0, DAY_S, 27_001]), min_size=7, max_size=7)
    held = {one.id: tuple(draw(week)) for one in people if draw(st.booleans())}
    leave = [
        TimeOff(draw(st.sampled_from(people)).id, day, day, draw(st.integers(1, 2)))
        for day in draw(st.lists(DAYS, max_size=4))
    ]
    free = [Holiday("H", day, day) for day in draw(st.lists(DAYS, max_size=2))]
    report = report_of(people, logged, period=period, at=at)
    told = {
        one: (replace(hours(), seconds=seconds, source=CapacitySource.PROFILE),)
        for one, seconds in held.items()
    }
    answers = answers_of(report, told, Absences(tuple(leave), tuple(free)))
    content = content_of(report, answers)

    def plain(name: str) -> Plain:
        (who,) = (one for one in people if one.name == name)
        full = expected = taken = 0
        unfinished = False
        zone = who.time_zone or "Europe/Berlin"
        for day in period:
            seconds = held.get(who.id, (DAY_S,) * 5 + (0, 0))[day.weekday()]
            halves = sum(
                one.half_days
                for one in leave
                if one.person == who.id and one.first == day
            )
            off = seconds * min(halves, 2) // 2
            is_free = any(one.first == day for one in free)
            left = 0 if is_free else seconds - off
            full, expected = full + seconds, expected + left
            taken += 0 if is_free else off
            unfinished |= left > 0 and day >= at.astimezone(ZoneInfo(zone)).date()
        return Plain(
            sum(seconds for whose, _, seconds in logged if whose == name),
            expected, full, taken, unfinished,
        )  # fmt: skip

    wanted = [plain(name) for name in names]
    tolerance_s = 5 * HOUR * (period.days if period.days >= 7 else 0) // 7
    if period.days < 7:
        tolerance_s = min(period.days, 5) * HOUR
    chart = content.chart
    for column, values in (
        (chart.hours_s, [one.hours_s for one in wanted]),
        (chart.expected_s, [one.expected_s for one in wanted]),
        (chart.full_s, [one.full_s for one in wanted]),
        (content.people.leave_s, [one.leave_s for one in wanted]),
    ):
        assert column.tolist() == values
    short = [
        one
        for one in wanted
        if not one.unfinished and one.hours_s < one.expected_s - tolerance_s
    ]
    over = [
        one
        for one in wanted
        if one.full_s and one.hours_s > one.expected_s + tolerance_s
    ]
    assert content.count == len(short) == content.counts.short
    assert content.counts.over == len(over)
    total_s = sum(one.hours_s for one in wanted)
    expected_s = sum(one.expected_s for one in wanted)
    assert content.table.total[1:3] == tuple(
        map(hours_and_minutes, (total_s, expected_s))
    )
    columns = content.file.columns
    for name, values in (
        ("duration_seconds", [one.hours_s for one in wanted]),
        ("capacity_seconds", [one.expected_s for one in wanted]),
        ("leave_seconds", [one.leave_s for one in wanted]),
    ):
        at_column = columns.index(name)
        assert [row[at_column] for row in content.file.rows] == values
    assert content.file.total_s == total_s
