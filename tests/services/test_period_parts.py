import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clockify_desktop.api.endpoints import SUMMARY_REPORT
from clockify_desktop.api.errors import (
    InvalidResponseError,
    RequestInfo,
    ResponseTooLargeError,
)
from clockify_desktop.api.report_bodies import SummaryQuery
from clockify_desktop.api.wire.reports import SummaryNode, SummaryReport, Totals
from clockify_desktop.domain.amount_check import AmountCheck
from clockify_desktop.domain.completeness import Loss
from clockify_desktop.domain.directory import (
    Directory,
    Person,
    Project,
    Tag,
    Task,
    Workspace,
)
from clockify_desktop.domain.identity import (
    ProjectId,
    TagId,
    TaskId,
    UserId,
    WorkspaceId,
)
from clockify_desktop.domain.needs import DirectoryNeed, FactsNeed, ReportNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.services.period_parts import (
    FactsPart,
    covered,
    longest_part_days,
    pieces,
    put_together,
)
from clockify_desktop.services.query_cache import Ready
from clockify_desktop.services.session import Session

ASKED = RequestInfo(SUMMARY_REPORT.method, SUMMARY_REPORT.path, "test")
WORKSPACE = Workspace(WorkspaceId("w"), "Acme", "EUR")
DIRECTORY = Directory(
    people=tuple(Person(UserId(one), one.upper()) for one in "abc"),
    projects=(
        Project(ProjectId("p"), "Web", currency="USD"),
        Project(ProjectId("q"), "Shop"),
    ),
)
FIRST = date(2026, 1, 1)
QUERY = ReportQuery(WORKSPACE, Period(FIRST, FIRST), "Europe/Berlin", 0)

LOST = {(Loss.UNREADABLE, ""): 1}
RUNNING = {(Loss.RUNNING, "A"): 1}

# Day, person, project, seconds, whether billable; z and y are in no list.
Entry = tuple[int, str, str, int, bool]


class Clockify:
    """Tells entries as Clockify does; some days are wrong, some too many for it.

    Args:
        wrong: Days on which its own sum says a second more than its entries.
        most_days: More it does not answer at once.
    """

    def __init__(
        self, entries: Sequence[Entry], wrong: frozenset[int], most_days: int
    ) -> None:
        self.entries, self.wrong, self.most_days = entries, wrong, most_days
        self.asked: list[Period] = []

    async def summary_report(
        self, _: WorkspaceId, query: SummaryQuery, take: Callable[[SummaryReport], Any]
    ) -> Any:
        if query.billable is None:
            self.asked.append(query.period)
        if query.period.days > self.most_days:
            raise ResponseTooLargeError(ASKED, 1)
        tree: dict[str, dict[str, dict[int, int]]] = {}
        for day, person, project, seconds, billable in self.entries:
            there = FIRST + timedelta(days=day) in query.period
            if there and (billable or not query.billable):
                days = tree.setdefault(person, {}).setdefault(project, {})
                days[day] = days.get(day, 0) + seconds
        total_s = sum(
            seconds
            for projects in tree.values()
            for days in projects.values()
            for seconds in days.values()
        )
        total_s += sum(
            FIRST + timedelta(days=day) in query.period for day in self.wrong
        )
        report = SummaryReport(
            totals=(Totals(total_time=total_s, total_billable_time=total_s),),
            group_one=[
                SummaryNode(
                    id=person,
                    name=f"{person} of the reply",
                    children=[
                        SummaryNode(
                            id=project,
                            name=f"{project} of the reply",
                            children=[
                                SummaryNode(
                                    id=(FIRST + timedelta(days=day)).isoformat(),
                                    duration=seconds,
                                    amount=float(seconds),
                                )
                                for day, seconds in days.items()
                            ],
                        )
                        for project, days in projects.items()
                    ],
                )
                for person, projects in tree.items()
            ],
        )
        return take(report)


class Asking(Session):
    """A session of which only the reports are asked for."""

    async def _loaded_directory(
        self, need: DirectoryNeed, *, refresh: bool
    ) -> Directory:
        del need, refresh
        return DIRECTORY


def said(report: Report) -> Any:
    """Give all that a report says, in one order."""
    facts = report.facts
    billable, amounts = facts.billable_seconds, facts.amount_micros
    rows = sorted(
        (
            facts.people[facts.user[place]].name,
            facts.projects[facts.project[place]].name,
            int(facts.day[place]),
            int(facts.seconds[place]),
            -1 if billable is None else int(billable[place]),
            -1 if amounts is None else int(amounts[place]),
            (*facts.currencies, "")[facts.currency[place]],
        )
        for place in range(len(facts))
    )
    return (
        rows,
        sorted(one.name for one in facts.people),
        sorted(one.name for one in facts.projects),
        amounts is None,
        billable is None,
        report.server_total_s,
        report.billable_withheld,
        report.unreadable,
    )


def periods(days: int) -> st.SearchStrategy[Period]:
    return st.tuples(st.integers(0, days - 1), st.integers(0, days - 1)).map(
        lambda ends: Period(
            FIRST + timedelta(days=min(ends)), FIRST + timedelta(days=max(ends))
        )
    )


entries = st.tuples(
    st.integers(0, 89),
    st.sampled_from("abcz"),
    st.sampled_from("pqy"),
    st.integers(0, 86_400),
    st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(
    entries=st.lists(entries, max_size=40),
    questions=st.lists(st.tuples(periods(90), st.booleans()), min_size=1, max_size=6),
    wrong=st.frozensets(st.integers(0, 89), max_size=2),
    most_days=st.sampled_from([20, 31, 400]),
)
def test_parts_say_what_one_question_would(
    entries: list[Entry],
    questions: list[tuple[Period, bool]],
    wrong: frozenset[int],
    most_days: int,
) -> None:
    async def whole() -> None:
        clockify: Any = Clockify(entries, wrong, most_days)
        session = Asking(clockify)
        for period, refresh in questions:
            at_once: Any = Clockify(entries, wrong, 400)
            need = FactsNeed(WORKSPACE, period, QUERY.time_zone, 0)
            query = replace(QUERY, period=period)
            report = await session.report(query, refresh=refresh)
            part = await Asking(at_once).answers.get(need)
            assert said(report) == said(put_together(query, [part], DIRECTORY))

    asyncio.run(whole())


def asked_for(*questions: tuple[Period, bool], most_days: int = 400) -> list[Period]:
    """Tell what a session asks Clockify for; a minute is logged on each day."""

    async def whole() -> list[Period]:
        clockify: Any = Clockify(
            [(day, "a", "p", 60, True) for day in range(400)], frozenset(), most_days
        )
        session = Asking(clockify)
        for period, refresh in questions:
            report = await session.report(
                replace(QUERY, period=period), refresh=refresh
            )
            assert report.facts.total_s == 60 * period.days
        return list(clockify.asked)

    return asyncio.run(whole())


def days(start: int, end: int) -> Period:
    return Period(FIRST + timedelta(days=start), FIRST + timedelta(days=end))


def test_only_what_is_not_here_is_asked_for() -> None:
    month, week = days(0, 30), days(7, 13)
    assert asked_for((month, False), (week, False)) == [month]
    assert asked_for((week, False), (days(0, 20), False)) == [
        week,
        days(0, 6),
        days(14, 20),
    ]
    assert asked_for((week, False), (days(10, 16), False)) == [week, days(14, 16)]
    assert asked_for((month, False), (week, True)) == [month, week]


def test_a_refreshed_week_is_newer_than_the_month_around_it() -> None:
    async def whole() -> None:
        clockify: Any = Clockify([(8, "a", "p", 60, True)], frozenset(), 400)
        session = Asking(clockify)
        month, week = (replace(QUERY, period=one) for one in (days(0, 30), days(7, 13)))
        assert (await session.report(month)).facts.total_s == 60
        clockify.entries = [(8, "a", "p", 90, True)]
        assert (await session.report(week)).facts.total_s == 60
        assert (await session.report(week, refresh=True)).facts.total_s == 90
        assert session.answers.value(ReportNeed(month)) is None
        assert (await session.report(month)).facts.total_s == 90
        assert len(clockify.asked) == 2

    asyncio.run(whole())


def test_a_quarter_is_asked_by_months() -> None:
    assert asked_for((days(0, 89), False)) == [
        days(0, 30),
        days(31, 61),
        days(62, 89),
    ]


def test_what_was_too_large_once_is_not_asked_for_again() -> None:
    assert asked_for((days(0, 89), False), most_days=20) == [
        *(days(0, 30), days(31, 61), days(62, 89)),
        *(days(0, 15), days(16, 30)),
        *(days(31, 46), days(47, 61)),
        *(days(62, 75), days(76, 89)),
    ]
    # Of many, the first is asked for alone.
    assert asked_for((days(0, 399), False), most_days=20)[:6] == [
        days(0, 30),
        *(days(0, 15), days(16, 30)),
        *(days(31, 46), days(47, 62), days(63, 78)),
    ]


@pytest.mark.parametrize(
    ("longest", "cut"),
    [
        (31, [(0, 20)]),
        (7, [(0, 3), (4, 10), (11, 17), (18, 20)]),
        (6, [(0, 5), (6, 11), (12, 17), (18, 20)]),
        (14, [(0, 13), (14, 20)]),
    ],
)
def test_where_days_are_cut(longest: int, cut: list[tuple[int, int]]) -> None:
    found = pieces(days(0, 20), longest, 0)
    assert found == tuple(days(*one) for one in cut)


@pytest.mark.parametrize(
    ("people", "projects", "limit", "asked", "longest"),
    [
        (0, 0, None, 31, 31),
        (100, 20, None, 31, 31),
        (100, 21, None, 31, 7),
        (1, 1, 31, 31, 31),
        (1, 1, 5, 31, 5),
        (100, 21, 31, 31, 7),
        (0, 0, None, 32, 31),
        (500, 60, None, 32, 31),
        (1000, 60, None, 32, 15),
        (5000, 60, None, 32, 7),
        (5000, 60, 5, 32, 5),
    ],
)
def test_how_many_days_at_once(
    people: int, projects: int, limit: int | None, asked: int, longest: int
) -> None:
    directory = Directory(
        people=tuple(Person(UserId(str(one)), "") for one in range(people)),
        projects=tuple(Project(ProjectId(str(one)), "") for one in range(projects)),
    )
    workspace = replace(WORKSPACE, longest_range_days=limit)
    query = replace(QUERY, workspace=workspace, period=days(0, asked - 1))
    found = longest_part_days(query, directory)
    assert found == longest


def part_of(period: Period, wrong: frozenset[int] = frozenset()) -> FactsPart:
    async def whole() -> FactsPart:
        clockify: Any = Clockify(
            [(day, "a", "p", 60, True) for day in range(90)], wrong, 400
        )
        need = FactsNeed(WORKSPACE, period, QUERY.time_zone, 0)
        part: FactsPart = await Asking(clockify).answers.get(need)
        return part

    return asyncio.run(whole())


def test_a_part_that_its_sum_does_not_confirm_serves_as_a_whole() -> None:
    part = part_of(days(7, 13), frozenset({8}))
    assert not part.is_confirmed
    assert covered(days(7, 10), [part]) == ([], [days(7, 10)])
    assert covered(days(0, 20), [part]) == ([part], [days(0, 6), days(14, 20)])


def with_built(part: FactsPart, **changes: Any) -> FactsPart:
    return replace(part, built=replace(part.built, **changes))


def test_only_what_adds_up_and_lies_in_its_days_is_confirmed() -> None:
    part = part_of(days(7, 13))
    facts = part.built.facts
    assert part.is_confirmed
    assert not with_built(part, losses=LOST).is_confirmed
    assert not with_built(part, billable_withheld=True).is_confirmed
    assert not with_built(part, server_total_s=None).is_confirmed
    for day in (5, 15):
        moved = facts.day.copy()
        moved[0] = (FIRST + timedelta(days=day)).toordinal()
        assert not with_built(part, facts=replace(facts, day=moved)).is_confirmed
    nothing = facts.take(np.zeros(7, np.bool_))
    assert with_built(part, facts=nothing, server_total_s=0).is_confirmed


@pytest.mark.parametrize(
    ("fetched", "today", "kept"),
    [
        (10, 10, days(7, 13)),
        (10, 11, days(7, 9)),
        (13, 20, days(7, 12)),
        (14, 20, days(7, 13)),
        (7, 8, None),
        (5, 8, None),
    ],
)
def test_days_that_were_not_over_are_asked_for_again_on_a_later_day(
    fetched: int, today: int, kept: Period | None
) -> None:
    part = part_of(days(7, 13))
    still = part.still_true(*(FIRST + timedelta(days=one) for one in (today, fetched)))
    assert (still and still.period) == kept
    if still:
        assert still.built.facts.total_s == 60 * still.period.days
    wrong = part_of(days(7, 13), frozenset({8}))
    still = wrong.still_true(*(FIRST + timedelta(days=one) for one in (today, fetched)))
    assert still is (wrong if kept == days(7, 13) else None)


def test_a_part_of_an_earlier_day_is_not_taken_for_today() -> None:
    async def whole() -> None:
        clockify: Any = Clockify([], frozenset(), 400)
        session = Asking(clockify)
        today = datetime.now(UTC).date()
        near = Period(today - timedelta(days=5), today + timedelta(days=5))
        await session.report(replace(QUERY, period=near))
        ((need, ready),) = session.answers.kept(FactsNeed)
        assert isinstance(ready, Ready)
        older = replace(ready.value, fetched_at=ready.fetched_at - timedelta(days=2))
        session.answers._entries[need].answer = replace(ready, value=older)
        day = Period(today, today)
        await session.report(replace(QUERY, period=day))
        assert clockify.asked == [near, day]

    asyncio.run(whole())


def test_a_report_says_of_its_parts_what_is_worst() -> None:
    part, other = part_of(days(0, 6)), part_of(days(7, 13))
    query = replace(QUERY, period=days(0, 13))
    earlier = replace(other, fetched_at=other.fetched_at - timedelta(hours=1))
    report = put_together(query, [earlier, part], DIRECTORY)
    assert report.fetched_at == earlier.fetched_at
    assert report.facts.total_s == report.server_total_s == 14 * 60
    facts = replace(other.built.facts, billable_seconds=None)
    worse = with_built(
        other, facts=facts, server_total_s=None, billable_withheld=True, losses=LOST
    )
    report = put_together(query, [part, worse], DIRECTORY)
    assert report.server_total_s is None
    assert report.billable_withheld
    assert report.facts.billable_seconds is None
    assert report.losses == LOST


def empty(period: Period, **changes: Any) -> FactsPart:
    part = part_of(period)
    facts = part.built.facts.take(np.zeros(period.days, np.bool_))
    return with_built(part, facts=facts, server_total_s=0, **changes)


def test_only_where_no_part_can_be_used_the_answer_is_wrong() -> None:
    query = replace(QUERY, period=days(0, 13))

    def together(*parts: FactsPart) -> Report:
        return put_together(query, parts, DIRECTORY)

    with pytest.raises(InvalidResponseError, match="groupOne"):
        together(
            empty(days(0, 6), losses=RUNNING),
            empty(days(7, 13), losses=LOST),
        )
    timers = empty(days(0, 6), losses=RUNNING)
    assert together(timers, empty(days(7, 13))).losses == RUNNING
    both = together(timers, empty(days(7, 13), losses=RUNNING))
    assert both.losses == {(Loss.RUNNING, "A"): 2}
    assert together(timers, part_of(days(7, 13))).losses == RUNNING


def test_amounts_of_parts_that_cannot_be_added_up_are_a_wrong_answer() -> None:
    def rich(period: Period) -> FactsPart:
        part = part_of(period)
        amounts = np.full(period.days, 10**18, np.int64)
        return with_built(part, facts=replace(part.built.facts, amount_micros=amounts))

    query = replace(QUERY, period=days(0, 13))
    assert put_together(query, [rich(days(0, 6))], DIRECTORY)
    with pytest.raises(InvalidResponseError, match="amount"):
        put_together(query, [rich(days(0, 6)), rich(days(7, 13))], DIRECTORY)


def test_what_is_said_of_amounts_is_said_of_all_parts() -> None:
    shop = ProjectId("q")
    one = AmountCheck({"EUR": 5}, left_out=frozenset({None}))
    other = AmountCheck(
        {"EUR": 2, "USD": 1}, unchecked=True, left_out=frozenset({shop})
    )
    parts = [
        with_built(part_of(days(0, 6)), amounts=one),
        with_built(part_of(days(7, 13)), amounts=other),
    ]
    assert not any(part.is_confirmed for part in parts)
    query = replace(QUERY, period=days(0, 13))
    assert put_together(query, parts, DIRECTORY).amounts == AmountCheck(
        {"EUR": 7, "USD": 1},
        unchecked=True,
        left_out=frozenset({None, shop}),
    )


def test_a_currency_taken_from_sums_is_that_of_all_parts() -> None:
    def of(period: Period, currency: str, *, taken: bool) -> FactsPart:
        part = part_of(period)
        flags = np.ones(period.days, np.bool_) if taken else None
        facts = replace(
            part.built.facts,
            currencies=(currency,),
            amount_micros=np.full(period.days, 5),
            currency=np.zeros(period.days, np.intp),
            from_sums=flags,
        )
        return with_built(part, facts=facts)

    def told(*parts: FactsPart) -> tuple[set[str | None], frozenset[str | None]]:
        report = put_together(replace(QUERY, period=days(0, 13)), parts, DIRECTORY)
        codes = report.facts.currency.tolist()
        names = (*report.facts.currencies, None)
        return {names[code] for code in codes}, report.amounts.left_out

    (gone,) = {one.id for one in part_of(days(0, 6)).built.facts.projects}
    first = of(days(0, 6), "USD", taken=True)
    assert told(first, of(days(7, 13), "USD", taken=False)) == ({"USD"}, frozenset())
    assert told(first, of(days(7, 13), "EUR", taken=False)) == (
        {None, "EUR"},
        frozenset({gone}),
    )
    assert told(first, of(days(7, 13), "EUR", taken=True)) == ({None}, {gone})
    # Some days of a part have it from all of them.
    assert first.is_confirmed
    assert told(first.of_days(days(2, 3))) == ({"USD"}, frozenset())


def test_a_client_that_only_the_time_tells_of_stays_when_names_are_joined() -> None:
    part = part_of(days(0, 6))
    facts = part.built.facts
    told = tuple(replace(one, client_name="Gone") for one in facts.projects)
    part = with_built(part, facts=replace(facts, projects=told))
    report = put_together(replace(QUERY, period=days(0, 6)), [part], DIRECTORY)
    assert {one.client_name for one in report.facts.projects} == {"Gone"}
    assert "Gone" not in {one.client_name for one in DIRECTORY.projects}


def test_amounts_hidden_in_a_part_without_time_are_not_hidden() -> None:
    query = replace(QUERY, period=days(0, 13))
    quiet = empty(days(7, 13))
    hidden = with_built(quiet, facts=replace(quiet.built.facts, amount_micros=None))
    both = put_together(query, [part_of(days(0, 6)), hidden], DIRECTORY)
    assert both.facts.amount_micros is not None
    assert len(both.facts.amount_micros) == 7
    # Without any time the workspace tells, which has no currency for who may not see.
    none = [hidden, replace(hidden, period=days(0, 6))]
    assert put_together(query, none, DIRECTORY).facts.amount_micros is not None
    private = replace(query, workspace=replace(WORKSPACE, currency=None))
    assert put_together(private, none, DIRECTORY).facts.amount_micros is None
    timed = part_of(days(0, 6))
    without = replace(timed.built.facts, amount_micros=None)
    no_money = [with_built(timed, facts=without), hidden]
    assert put_together(query, no_money, DIRECTORY).facts.amount_micros is None


def test_tasks_and_tags_of_several_parts_stand_in_their_tables_once() -> None:
    older = Project(ProjectId("p"), "Website")
    talk, plan = Task(TaskId("k"), "Talk", older), Task(TaskId("l"), "Plan", older)
    none, gone = Task(None, "(Without task)"), Task(TaskId("m"), "Gone")
    red, blue = Tag(TagId("r"), "Red"), Tag(TagId("b"), "Blue")

    def with_more(
        part: FactsPart, tasks: Sequence[Task], tags: Sequence[Tag], **more: Any
    ) -> FactsPart:
        places = {
            "task": (tasks, np.array([0, 1, 1], np.intp)),
            "tag": (tags, np.array([0, 0, 1], np.intp)),
        }
        facts = replace(part.built.facts, more=places, **more)
        return with_built(part, facts=facts, server_total_s=facts.total_s)

    repeated = np.array([False, False, True])
    first = with_more(part_of(days(0, 2)), (talk, none), (red, blue), again=repeated)
    second = with_more(part_of(days(3, 5)), (plan, talk), (blue, red))
    facts = put_together(QUERY, [second, first], DIRECTORY).facts
    web = DIRECTORY.projects[0]
    tasks, _ = facts.things("task")
    assert tasks == [replace(talk, project=web), none, replace(plan, project=web)]
    assert facts.column("task").tolist() == [0, 1, 1, 2, 0, 0]
    assert facts.things("tag")[0] == [red, blue]
    assert facts.column("tag").tolist() == [0, 0, 1, 1, 1, 0]
    assert facts.again is not None
    assert facts.again.tolist() == [False, False, True, False, False, False]
    assert facts.total_s == 5 * 60
    alone = with_more(part_of(days(3, 5)), (talk, gone), (blue, red))
    both = put_together(QUERY, [second, replace(alone, period=days(6, 8))], DIRECTORY)
    assert both.facts.again is None
    only = put_together(QUERY, [alone], DIRECTORY).facts
    assert only.things("task")[0] == [replace(talk, project=web), gone]


def test_a_part_that_does_not_tell_the_days_serves_as_a_whole() -> None:
    part = replace(part_of(days(7, 13)), by_day=False)
    assert covered(days(7, 10), [part]) == ([], [days(7, 10)])
    assert covered(days(7, 13), [part]) == ([part], [])
