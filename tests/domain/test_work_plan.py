"""What a day is for somebody, case by case and by a plain path beside the columns."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clockify_desktop.domain.absences import Absences, Holiday, TimeOff
from clockify_desktop.domain.capacity import (
    Capacity,
    CapacitySource,
    WorkingHours,
    working_hours,
)
from clockify_desktop.domain.completeness import IncompleteList, Listing
from clockify_desktop.domain.day_states import DayState
from clockify_desktop.domain.directory import (
    Activity,
    Directory,
    Person,
    Project,
    Workspace,
)
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import ProjectId, UserId, WorkspaceId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.planned_days import planned_days
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.work_plan import (
    MembershipDays,
    WorkPlan,
    day_grid,
)

ANN, BOB = UserId("ann"), UserId("bob")
HOUR = 3600
HAND = CapacitySource.BY_HAND
MON, TUE, WED, THU, FRI, SAT, SUN = (date(2026, 11, 16 + day) for day in range(7))
WEEK = Period(MON, SUN)
NEXT_MONDAY = datetime(2026, 11, 23, 8, 14, tzinfo=UTC)
LETTERS = {
    DayState.MISSING: "M",
    DayState.OPEN: ".",
    DayState.OFF: "-",
    DayState.HOLIDAY: "H",
    DayState.LEAVE: "L",
    DayState.NOT_YET_HERE: "n",
    DayState.LEFT: "x",
    DayState.NOT_EXPECTED: "!",
}


@dataclass(frozen=True)
class Case:
    """One person in one week.

    Args:
        days: A letter a day; ``t`` where something was logged.
        logged: Hours by day; 0 is something without a length.
        at: When the report came, UTC.
    """

    name: str
    days: str
    plan: WorkPlan = field(default_factory=WorkPlan)
    logged: Mapping[date, float] = field(default_factory=dict)
    zone: str = "Europe/Berlin"
    activity: Activity = Activity.ACTIVE
    at: datetime = NEXT_MONDAY
    listed: bool = True
    list_refused: bool = False
    words: Mapping[int, str] = field(default_factory=dict)
    period: Period = WEEK


def hours(*weekdays: int, day_h: float = 8, since: date | None = None) -> WorkingHours:
    return working_hours(int(day_h * HOUR), frozenset(weekdays), HAND, since)


def working(*held: WorkingHours) -> WorkPlan:
    return WorkPlan(Capacity({ANN: held}))


def away(*times: TimeOff) -> WorkPlan:
    return WorkPlan(absences=Absences(times))


def free(*holidays: Holiday) -> WorkPlan:
    return WorkPlan(absences=Absences(holidays=holidays))


def here(first: date | None = None, last: date | None = None) -> WorkPlan:
    return WorkPlan(memberships={ANN: MembershipDays(first, last)})


def leave(first: date, last: date | None = None, **more: int) -> TimeOff:
    return TimeOff(ANN, first, last or first, **more)


def holiday(first: date, last: date | None = None, **more: Any) -> Holiday:
    return Holiday("Bank holiday", first, last or first, **more)


@dataclass(frozen=True)
class Off:
    user: UserId | None
    first: date
    last: date | None
    reason: str = ""


def off(*said: Any) -> tuple[Off, ...]:
    return (Off(*said),)


def utc(day: int, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, second, tzinfo=UTC)


BESIDE = "far time zone: time may be on the day beside"
FULL = dict.fromkeys((MON, TUE, WED, THU, FRI), 8.0)
FOUR_DAYS = hours(0, 1, 2, 3)
WEEKEND = hours(5, 6)
AUTUMN = Period(date(2026, 10, 19), date(2026, 10, 25))
SPRING = Period(date(2026, 3, 23), date(2026, 3, 29))

CASES = (
    Case("nothing logged", "MMMMM--"),
    Case("all logged", "ttttt--", logged=FULL),
    Case("Friday left out", "ttttM--", logged=dict.fromkeys((MON, TUE, WED, THU), 8)),
    Case("a minute is time", "tMMMM--", logged={MON: 1 / 60}),
    Case("came in on Saturday", "MMMMMt-", logged={SAT: 3}),
    # Membership.
    Case("joined on Wednesday", "nnMMM--", here(WED)),
    Case(
        "joined on Wednesday and logged", "nnttt--", here(WED), {WED: 8, THU: 8, FRI: 1}
    ),
    Case("joined on Monday", "MMMMM--", here(MON)),
    Case("joined on Sunday", "nnnnnn-", here(SUN)),
    Case("joins next week", "nnnnnnn", here(date(2026, 11, 23))),
    Case("logged before they joined", "tnMMM--", here(WED), {MON: 2}),
    Case("last day on Wednesday", "MMMxxxx", here(None, WED)),
    Case("left the week before", "xxxxxxx", here(None, date(2026, 11, 13))),
    Case("here for three days", "nMMMxxx", here(TUE, THU)),
    Case("invited", "nnnnnnn", activity=Activity.PENDING),
    Case(
        "invited, and has time", "tnnnnnn", logged={MON: 1}, activity=Activity.PENDING
    ),
    Case("declined", "nnnnnnn", activity=Activity.DECLINED),
    Case("deactivated", "xxxxxxx", activity=Activity.INACTIVE),
    Case(
        "deactivated in mid-week",
        "ttxxxxx",
        logged={MON: 8, TUE: 8},
        activity=Activity.INACTIVE,
    ),
    Case(
        "nobody knows whether a member",
        "!!!!!!!",
        activity=Activity.UNKNOWN,
        words=dict.fromkeys(range(7), "membership not known"),
    ),
    Case(
        "a member by their time",
        "tMMMM--",
        logged={MON: 8},
        activity=Activity.UNKNOWN,
    ),
    Case("deleted, only time is left", "txxxxxx", logged={MON: 8}, listed=False),
    Case(
        "the list of people may not be seen",
        "t!!!!!!",
        logged={MON: 8},
        listed=False,
        list_refused=True,
        words=dict.fromkeys(range(7), "membership not known"),
    ),
    # Working days.
    Case("Monday to Thursday", "MMMM---", working(FOUR_DAYS)),
    Case(
        "Monday to Thursday, with time on Friday",
        "MMMMt--",
        working(FOUR_DAYS),
        {FRI: 1},
    ),
    Case("works at weekends", "-----MM", working(WEEKEND)),
    Case("Sunday to Thursday", "MMMM--M", working(hours(0, 1, 2, 3, 6))),
    Case("every day", "MMMMMMM", working(hours(*range(7)))),
    Case("no day", "-------", working(hours())),
    Case("no hours", "-------", working(hours(*range(5), day_h=0))),
    Case("every second day", "M-M-M--", working(hours(0, 2, 4))),
    Case(
        "fewer days from Thursday on",
        "MMM-M--",
        working(hours(*range(5)), hours(4, since=THU)),
    ),
    Case(
        "known from Wednesday on, assumed before",
        "MM-M---",
        working(hours(3, since=WED)),
    ),
    Case(
        "fewer days from next week on",
        "MMMMM--",
        working(hours(*range(5)), hours(0, since=date(2026, 11, 23))),
    ),
    Case(
        "fewer days since October",
        "MMMM---",
        working(hours(*range(5)), hours(0, 1, 2, 3, since=date(2026, 10, 5))),
    ),
    # Leave.
    Case("a day of leave", "MMLMM--", away(leave(WED))),
    Case("a week of leave", "LLLLL--", away(leave(MON, SUN))),
    Case(
        "half a day of leave",
        "MMMMM--",
        away(leave(WED, half_days=1)),
        words={2: "half a day of leave"},
    ),
    Case(
        "half a day of leave, the other half logged",
        "MMtMM--",
        away(leave(WED, half_days=1)),
        {WED: 4},
        words={2: "half a day of leave"},
    ),
    Case(
        "two half days in one",
        "MMLMM--",
        away(leave(WED, half_days=1), leave(WED, half_days=1)),
    ),
    Case(
        "some hours of leave",
        "MMMMM--",
        away(leave(TUE, half_days=0, seconds=9000)),
        words={1: "2:30 of leave"},
    ),
    Case(
        "as many hours as a day has",
        "MLMMM--",
        away(leave(TUE, half_days=0, seconds=8 * HOUR)),
    ),
    Case(
        "half a day and some hours",
        "MMMMM--",
        away(leave(TUE, half_days=1), leave(TUE, half_days=0, seconds=HOUR)),
        words={1: "half a day and 1:00 of leave"},
    ),
    Case("leave at the weekend", "MMMMM--", away(leave(SAT, SUN))),
    Case(
        "leave from Friday into next week",
        "MMMML--",
        away(leave(FRI, date(2026, 11, 30))),
    ),
    Case("leave that ends on Monday", "LMMMM--", away(leave(date(2026, 11, 9), MON))),
    Case("leave next week", "MMMMM--", away(leave(date(2026, 11, 23)))),
    Case("leave of somebody else", "MMMMM--", away(TimeOff(BOB, MON, SUN))),
    Case("worked while on leave", "MMtMM--", away(leave(WED)), {WED: 2}),
    # Holidays.
    Case(
        "a holiday for everybody",
        "MMHMM--",
        free(holiday(WED)),
        words={2: "Bank holiday"},
    ),
    Case(
        "a holiday of their group",
        "MMHMM--",
        free(holiday(WED, people=frozenset({ANN, BOB}))),
        words={2: "Bank holiday"},
    ),
    Case(
        "a holiday of another group",
        "MMMMM--",
        free(holiday(WED, people=frozenset({BOB}))),
    ),
    Case("a holiday on Saturday", "MMMMM--", free(holiday(SAT))),
    Case(
        "a holiday of two days",
        "MMMHH--",
        free(holiday(THU, FRI)),
        words={3: "Bank holiday", 4: "Bank holiday"},
    ),
    Case(
        "a holiday each year",
        "MMHMM--",
        free(holiday(date(2020, 11, 18), annual=True)),
        words={2: "Bank holiday"},
    ),
    Case(
        "a holiday each year from next year on",
        "MMMMM--",
        free(holiday(date(2027, 11, 18), annual=True)),
    ),
    Case("a holiday of another year", "MMMMM--", free(holiday(date(2025, 11, 18)))),
    Case(
        "worked on a holiday",
        "MMtMM--",
        free(holiday(WED)),
        {WED: 8},
        words={2: "Bank holiday"},
    ),
    Case(
        "two holidays at once",
        "MMHMM--",
        free(holiday(WED), Holiday("Another", WED, WED)),
        words={2: "Another, Bank holiday"},
    ),
    Case(
        "leave on a holiday",
        "MMHMM--",
        WorkPlan(absences=Absences((leave(WED),), (holiday(WED),))),
        words={2: "Bank holiday"},
    ),
    Case(
        "half a day of leave on a holiday",
        "MMHMM--",
        WorkPlan(absences=Absences((leave(WED, half_days=1),), (holiday(WED),))),
        words={2: "Bank holiday"},
    ),
    Case(
        "a holiday on their day off",
        "MMMM---",
        WorkPlan(Capacity({ANN: (FOUR_DAYS,)}), Absences(holidays=(holiday(FRI),))),
    ),
    # What is over, where.
    Case("by Wednesday noon", "MM...--", at=utc(18, 12)),
    Case("Auckland is ahead", "MMM..--", zone="Pacific/Auckland", at=utc(18, 12)),
    Case("Honolulu is behind", "M....--", zone="Pacific/Honolulu", at=utc(18, 8)),
    Case(
        "Kiritimati is furthest ahead",
        "MMM..--",
        zone="Pacific/Kiritimati",
        at=utc(18, 10),
    ),
    # Whose clock is far from the report's begins days of work on the day beside.
    Case(
        "Sydney, each day begins on the one before",
        "tttt!-t",
        logged=dict.fromkeys((MON, TUE, WED, THU, SUN), 8),
        zone="Australia/Sydney",
        words={4: BESIDE},
    ),
    Case(
        "Sydney, without two days in a row",
        "t!Mt!--",
        logged={MON: 8, THU: 8},
        zone="Australia/Sydney",
        words={1: BESIDE, 4: BESIDE},
    ),
    Case(
        "Sydney, of whose Monday nobody knows",
        "!ttt!--",
        logged={TUE: 8, WED: 8, THU: 8},
        zone="Australia/Sydney",
        words={0: BESIDE, 4: BESIDE},
    ),
    Case("Sydney, without any time", "MMMMM--", zone="Australia/Sydney"),
    Case(
        "Tokyo begins on the same day",
        "tMttM--",
        logged={MON: 8, WED: 8, THU: 8},
        zone="Asia/Tokyo",
    ),
    Case(
        "Honolulu, from the afternoon on",
        "!ttttt-",
        logged=dict.fromkeys((TUE, WED, THU, FRI, SAT), 8),
        zone="Pacific/Honolulu",
        words={0: BESIDE},
    ),
    Case(
        "Los Angeles begins on the same day",
        "tMttM--",
        logged={MON: 8, WED: 8, THU: 8},
        zone="America/Los_Angeles",
    ),
    Case(
        "Sydney, on leave on the day beside",
        "ttttL--",
        away(leave(FRI)),
        dict.fromkeys((MON, TUE, WED, THU), 8),
        zone="Australia/Sydney",
    ),
    Case(
        "Sydney, a timer runs",
        "tttt.--",
        logged={**dict.fromkeys((MON, TUE, WED, THU), 8), FRI: 0},
        zone="Australia/Sydney",
    ),
    Case("a second before midnight", "M....--", at=utc(17, 22, 59, 59)),
    Case("midnight", "MM...--", at=utc(17, 23)),
    Case("no zone: that of the report", "MM...--", zone="", at=utc(17, 23)),
    Case(
        "a zone that is none: that of the report",
        "MM...--",
        zone="Mars/Base",
        at=utc(17, 23),
    ),
    Case(
        "Friday evening in New York, Saturday here",
        "MMMM.--",
        zone="America/New_York",
        at=utc(21, 2),
    ),
    Case("time today", "MMt..--", logged={WED: 3}, at=utc(18, 12)),
    Case("a timer runs today", "MM...--", logged={WED: 0}, at=utc(18, 12)),
    Case("a timer runs since Monday", ".MMMM--", logged={MON: 0}),
    Case("a week to come", ".....--", at=utc(10)),
    Case("leave to come", "MM.L.--", away(leave(THU)), at=utc(18, 12)),
    # The clocks go back on Sunday 25 October 2026 and went on on 29 March.
    Case(
        "a Sunday of 25 hours is not over",
        "-----M.",
        working(WEEKEND),
        at=datetime(2026, 10, 25, 22, 30, tzinfo=UTC),
        period=AUTUMN,
    ),
    Case(
        "a Sunday of 25 hours is over",
        "-----MM",
        working(WEEKEND),
        at=datetime(2026, 10, 25, 23, tzinfo=UTC),
        period=AUTUMN,
    ),
    Case(
        "a Sunday of 23 hours is over",
        "-----MM",
        working(WEEKEND),
        at=datetime(2026, 3, 29, 22, tzinfo=UTC),
        period=SPRING,
    ),
    Case(
        "a Sunday of 23 hours is not over",
        "-----M.",
        working(WEEKEND),
        at=datetime(2026, 3, 29, 21, 59, tzinfo=UTC),
        period=SPRING,
    ),
    # What the manager said.
    Case(
        "nobody works on Wednesday",
        "MM!MM--",
        WorkPlan(days_off=off(None, WED, WED, "Office closed")),
        words={2: "Office closed"},
    ),
    Case(
        "not on Wednesday",
        "MM!MM--",
        WorkPlan(days_off=off(ANN, WED, WED, "Course")),
        words={2: "Course"},
    ),
    Case(
        "somebody else not on Wednesday",
        "MMMMM--",
        WorkPlan(days_off=off(BOB, WED, WED, "Course")),
    ),
    Case(
        "not on a day of another week",
        "MMMMM--",
        WorkPlan(days_off=off(ANN, date(2026, 11, 25), None, "Course")),
    ),
    Case(
        "off from Thursday on until it is taken back",
        "MMM!!!!",
        WorkPlan(days_off=off(ANN, THU, None)),
    ),
    Case(
        "what is said of the person counts for more",
        "M!!!M--",
        WorkPlan(
            days_off=(*off(ANN, WED, WED, "Course"), *off(None, TUE, THU, "Fair"))
        ),
        words={1: "Fair", 2: "Course", 3: "Fair"},
    ),
    Case(
        "logs no time",
        "!!!!!!!",
        WorkPlan(days_off=off(ANN, date(2026, 1, 1), None, "Owner")),
        words=dict.fromkeys(range(7), "Owner"),
    ),
    Case(
        "logs no time, but did",
        "t!!!!!!",
        WorkPlan(days_off=off(ANN, date(2026, 1, 1), None, "Owner")),
        {MON: 1},
        words=dict.fromkeys(range(7), "Owner"),
    ),
)

MakeReport = Callable[..., Report]


def empty_report(person: Person, period: Period, at: datetime) -> Report:
    none = np.zeros(0, np.int64)
    facts = Facts((), (), (), none, none, none, none, None, None, none)
    query = ReportQuery(Workspace(WorkspaceId("w"), "W"), period, "Europe/Berlin", 0)
    return Report(query, facts, Directory((person,)), at, 0)


def report_of(make_report: MakeReport, case: Case) -> tuple[Report, Person]:
    ann = Person(ANN, "Ann", activity=case.activity, time_zone=case.zone)
    facts = [
        (0, 0, day, int(hours * HOUR), 0, 0, -1) for day, hours in case.logged.items()
    ]
    lists = (IncompleteList(Listing.PEOPLE, refused=True),) if case.list_refused else ()
    directory = Directory(
        (Person(BOB, "Bob"), *([ann] if case.listed else [])), incomplete_lists=lists
    )
    report = make_report(
        facts, (ann,), (Project(ProjectId("p"), "Web"),), directory=directory
    )
    query = replace(report.query, period=case.period)
    return replace(report, query=query, fetched_at=case.at), ann


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_day_is_what_a_hand_wrote(make_report: MakeReport, case: Case) -> None:
    report, ann = report_of(make_report, case)
    grid = day_grid(report, case.plan, [ann])
    shown = "".join(
        "t" if seconds else LETTERS[DayState(state)]
        for seconds, state in zip(grid.seconds[0], grid.states[0], strict=True)
    )
    assert shown == case.days
    assert grid.is_missing()[0].tolist() == [letter == "M" for letter in case.days]
    assert dict(grid.words) == {(0, at): text for at, text in case.words.items()}
    assert grid.days == tuple(case.period)


def test_without_a_plan_eight_hours_are_assumed(make_report: MakeReport) -> None:
    report, ann = report_of(make_report, Case("", ""))
    planned = planned_days(report, WorkPlan(), [ann])
    assert planned.expected_s.tolist() == [[8 * HOUR] * 5 + [0, 0]]
    assert planned.is_assumed.tolist() == [True]


def test_what_is_taken_off_is_told_apart(make_report: MakeReport) -> None:
    report, ann = report_of(make_report, Case("", ""))
    absences = Absences(
        (leave(MON), leave(TUE, half_days=1), leave(WED)), (holiday(WED),)
    )
    plan = WorkPlan(
        Capacity({ANN: (hours(*range(5)),)}), absences, {ANN: MembershipDays(MON, THU)}
    )
    planned = planned_days(report, plan, [ann])
    day = 8 * HOUR
    assert planned.capacity_s.tolist() == [[day, day, day, day, 0, 0, 0]]
    assert planned.leave_s.tolist() == [[day, day // 2, 0, 0, 0, 0, 0]]
    assert planned.holiday_s.tolist() == [[0, 0, day, 0, 0, 0, 0]]
    assert planned.expected_s.tolist() == [[0, day // 2, 0, day, 0, 0, 0]]
    assert planned.is_assumed.tolist() == [False]


def test_time_of_others_and_of_other_days_counts_for_nobody_here(
    make_report: MakeReport,
) -> None:
    people = (Person(ANN, "Ann"), Person(BOB, "Bob"))
    facts = [
        (0, 0, MON, 60, 0, 0, -1),
        (0, 0, MON, 60, 0, 0, -1),
        (1, 0, TUE, 60, 0, 0, -1),
        (1, 0, date(2026, 11, 15), 60, 0, 0, -1),
    ]
    report = make_report(facts, people, (Project(ProjectId("p"), "Web"),))
    assert day_grid(report, None, people[1:]).seconds.tolist() == [[0, 60, *[0] * 5]]
    assert day_grid(report, None, people).seconds[0].tolist() == [120, *[0] * 6]
    assert day_grid(report, None, []).seconds.shape == (0, 7)


ZONES = ("Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata", "")
DAYS = st.dates(date(2026, 10, 12), date(2026, 11, 8))


@st.composite
def plans(draw: st.DrawFn) -> WorkPlan:
    held = tuple(
        WorkingHours(
            tuple(draw(st.sampled_from([0, 0, 4 * HOUR, 28801])) for _ in range(7)),
            HAND,
            since,
        )
        for since in sorted(draw(st.sets(DAYS, max_size=2)))
    )
    times = tuple(
        TimeOff(
            draw(st.sampled_from([ANN, BOB])),
            first := draw(DAYS),
            first + timedelta(days=draw(st.integers(0, 3))),
            draw(st.integers(0, 2)),
            draw(st.sampled_from([0, 1800])),
        )
        for _ in range(draw(st.integers(0, 3)))
    )
    holidays = tuple(
        Holiday(
            "H",
            first := draw(DAYS),
            first + timedelta(days=draw(st.integers(0, 2))),
            people=draw(st.sampled_from([None, frozenset({ANN}), frozenset({BOB})])),
        )
        for _ in range(draw(st.integers(0, 2)))
    )
    days = st.none() | DAYS
    return WorkPlan(
        Capacity({ANN: held} if held else {}),
        Absences(times, holidays),
        {ANN: MembershipDays(draw(days), draw(days))},
        [
            Off(draw(st.sampled_from([None, ANN, BOB])), day, day)
            for day in draw(st.lists(DAYS, max_size=3))
        ],
    )


def left_by_leave(plan: WorkPlan, day: date, capacity_s: int) -> int:
    halves = seconds = 0
    for one in plan.absences.times_off:
        if one.person == ANN and one.first <= day <= one.last:
            halves, seconds = halves + one.half_days, seconds + one.seconds
    return max(0, capacity_s - capacity_s * min(halves, 2) // 2 - seconds)


def slowly(plan: WorkPlan, zone: str, at: datetime, day: date) -> tuple[DayState, int]:
    """Tell a day's state and what is expected of it, without columns."""
    hours = [28800] * 5 + [0, 0]
    for held in plan.capacity.hours.get(ANN, ()):
        if held.since is not None and held.since <= day:
            hours = list(held.seconds)
    capacity_s = hours[day.weekday()]
    left_s = left_by_leave(plan, day, capacity_s)
    is_holiday = any(
        (one.people is None or ANN in one.people) and one.first <= day <= one.last
        for one in plan.absences.holidays
    )
    member = plan.memberships[ANN]
    if member.last is not None and day > member.last:
        return DayState.LEFT, 0
    if member.first is not None and day < member.first:
        return DayState.NOT_YET_HERE, 0
    if any(one.user != BOB and one.first == day for one in plan.days_off):
        return DayState.NOT_EXPECTED, 0
    if not capacity_s:
        return DayState.OFF, 0
    if is_holiday:
        return DayState.HOLIDAY, 0
    if not left_s:
        return DayState.LEAVE, 0
    today = at.astimezone(ZoneInfo(zone or "Europe/Berlin")).date()
    return (DayState.MISSING if day < today else DayState.OPEN), left_s


@given(
    plan=plans(),
    zone=st.sampled_from(ZONES),
    at=st.integers(0, 28 * 24 * 60).map(
        lambda minutes: datetime(2026, 10, 12, tzinfo=UTC) + timedelta(minutes=minutes)
    ),
    start=DAYS,
    length=st.integers(1, 20),
)
@settings(max_examples=60, deadline=None)
def test_the_columns_say_what_a_plain_path_says(
    plan: WorkPlan, zone: str, at: datetime, start: date, length: int
) -> None:
    ann = Person(ANN, "Ann", time_zone=zone)
    period = Period(start, start + timedelta(days=length - 1))
    report = empty_report(ann, period, at)
    planned = planned_days(report, plan, [ann])
    wanted = [slowly(plan, zone, at, day) for day in period]
    assert planned.states[0].tolist() == [state for state, _ in wanted]
    assert planned.expected_s[0].tolist() == [left_s for _, left_s in wanted]
    assert (day_grid(report, plan, [ann]).states == planned.states).all()
