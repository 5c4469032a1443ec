"""Parts whose days are not Clockify's, beside entries counted one by one."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clockify_desktop.api.detailed_pages import DetailedReport
from clockify_desktop.api.endpoints import DETAILED_REPORT
from clockify_desktop.api.errors import (
    NoRightError,
    RequestInfo,
    ResponseTooLargeError,
    ServerError,
)
from clockify_desktop.api.report_bodies import DetailedQuery
from clockify_desktop.api.wire.reports import DetailedEntry, ReportInterval, Totals
from clockify_desktop.domain.completeness import Loss
from clockify_desktop.domain.day_counting import (
    DayCounting,
    DaysIn,
    Midnight,
    Rounding,
    RoundingMode,
)
from clockify_desktop.domain.directory import Directory, Person, Workspace
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.domain.needs import FactsNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.services.counted_loading import EntriesRefusedError
from clockify_desktop.services.period_parts import FactsPart
from clockify_desktop.services.report_loading import load_part

WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
ACME = Workspace(WorkspaceId("ws"), "Acme", "EUR")
ASKED = RequestInfo(DETAILED_REPORT.method, DETAILED_REPORT.path, "test")
PEOPLE = {"a": "Pacific/Kiritimati", "b": "Pacific/Pago_Pago", "c": "Europe/Berlin"}
DIRECTORY = Directory(
    people=tuple(
        Person(UserId(one), one.upper(), time_zone=zone) for one, zone in PEOPLE.items()
    )
)
OWN = DayCounting(DaysIn.OWN)
SPLIT = DayCounting(midnight=Midnight.SPLIT)


class Clockify:
    """Tells entries by the day on which they begin, with its own sums.

    Args:
        entries: Whose it is, when it begins (UTC), and its seconds, if any.
        again: Whether each answer has all entries, as when they are moved meanwhile.
    """

    def __init__(
        self,
        entries: Sequence[tuple[str, datetime, int | None]],
        refusal: Exception | None = None,
        *,
        again: bool = False,
    ) -> None:
        self.entries, self.refusal, self.again = entries, refusal, again
        self.asked: list[Period] = []

    async def detailed_report(
        self, _: WorkspaceId, query: DetailedQuery
    ) -> DetailedReport:
        self.asked.append(query.period)
        if self.refusal is not None:
            raise self.refusal
        zone = ZoneInfo(query.time_zone)
        entries = [
            DetailedEntry(
                id=str(at),
                user_id=user,
                billable=at % 2 == 0,
                amount=float(at),
                time_interval=ReportInterval(start=start, end=None, duration=seconds),
            )
            for at, (user, start, seconds) in enumerate(self.entries)
            if self.again or start.astimezone(zone).date() in query.period
        ]
        told = [one.time_interval.duration or 0 for one in entries]
        billable = [one.time_interval.duration or 0 for one in entries if one.billable]
        totals = Totals(total_time=sum(told), total_billable_time=sum(billable))
        return DetailedReport(entries, totals)


def load(clockify: Any, counting: DayCounting, period: Period = WEEK) -> FactsPart:
    need = FactsNeed(ACME, period, "Europe/Berlin", 0, counting=counting)
    return asyncio.run(load_part(clockify, need, DIRECTORY))


STARTS = st.builds(
    lambda minute: datetime(2026, 11, 13, tzinfo=UTC) + timedelta(minutes=minute),
    st.integers(0, 12 * 24 * 60),
)
ENTRIES = st.lists(
    st.tuples(st.sampled_from("abc"), STARTS, st.integers(0, 20 * 3600)), max_size=6
)


@settings(max_examples=40, deadline=None)
@given(
    ENTRIES,
    st.sampled_from(DaysIn),
    st.sampled_from(Midnight),
    st.sampled_from([None, Rounding(RoundingMode.UP, 15)]),
    st.integers(0, 6),
)
def test_a_period_and_its_parts_hold_what_counts_in_them(
    entries: list[tuple[str, datetime, int]],
    days_in: DaysIn,
    midnight: Midnight,
    rounding: Rounding | None,
    first_days: int,
) -> None:
    counting = DayCounting(days_in, midnight, rounding)
    if counting.is_clockifys:
        return
    expected: Counter[tuple[str, int]] = Counter()
    begun_s = 0
    for user, start, seconds in entries:
        begins = start.astimezone(ZoneInfo("Europe/Berlin")).date()
        begun_s += seconds if begins in WEEK else 0
        zone = ZoneInfo(PEOPLE[user] if counting.own_days else "Europe/Berlin")
        for day, on_day_s in plainly(start, seconds, zone, counting):
            if day in WEEK:
                expected[user, day.toordinal()] += on_day_s
    part = load(Clockify(entries), counting)
    assert by_day(part) == +expected
    assert part.built.compared_s == part.built.server_total_s == begun_s
    assert part.is_confirmed
    assert not part.built.billable_withheld
    # Asked for in two parts, and taken out of one, it is the same.
    first = Period(WEEK.start, WEEK.start + timedelta(days=first_days))
    pieces = [first]
    if first.end < WEEK.end:
        pieces.append(Period(first.end + timedelta(days=1), WEEK.end))
    for piece in pieces:
        asked = load(Clockify(entries), counting, piece)
        taken = part.of_days(piece)
        assert by_day(asked) == by_day(taken)
        assert asked.built.compared_s == taken.built.compared_s
        assert taken.is_confirmed


def plainly(
    start: datetime, seconds: int, zone: ZoneInfo, counting: DayCounting
) -> list[tuple[date, int]]:
    """Count one entry."""
    if counting.rounding is not None:
        seconds = -(-seconds // 900) * 900
    day = start.astimezone(zone).date()
    next_day = day + timedelta(days=1)
    midnight = datetime.combine(next_day, time.min, zone)
    before_s = int((midnight - start).total_seconds())
    if not counting.splits or seconds <= before_s:
        return [(day, seconds)]
    return [(day, before_s), (next_day, seconds - before_s)]


def by_day(part: FactsPart) -> Counter[tuple[str, int]]:
    facts = part.built.facts
    found: Counter[tuple[str, int]] = Counter()
    for user, day, seconds in zip(
        facts.user.tolist(), facts.day.tolist(), facts.seconds.tolist(), strict=True
    ):
        found[facts.people[user].id, day] += seconds
    return +found


@pytest.mark.parametrize(
    ("counting", "around"),
    [
        (DayCounting(rounding=Rounding(RoundingMode.UP, 15)), []),
        (SPLIT, [(15, 15)]),
        (OWN, [(14, 15), (23, 24)]),
        (replace(OWN, midnight=Midnight.SPLIT), [(13, 15), (23, 24)]),
    ],
)
def test_only_the_days_are_asked_for_that_may_count(
    counting: DayCounting, around: list[tuple[int, int]]
) -> None:
    clockify = Clockify([])
    load(clockify, counting)
    november = [Period(date(2026, 11, one), date(2026, 11, end)) for one, end in around]
    assert clockify.asked == [WEEK, *november]


@pytest.mark.parametrize("day", [date.min, date.max])
def test_there_are_no_days_around_the_whole_calendar(day: date) -> None:
    clockify = Clockify([])
    load(clockify, replace(OWN, midnight=Midnight.SPLIT), Period(day, day))
    assert len(clockify.asked) == 2


def test_what_runs_is_told_where_it_began() -> None:
    running = [
        ("a", datetime(2026, 11, 15, 12, tzinfo=UTC), None),  # Monday there
        ("b", datetime(2026, 11, 23, 10, tzinfo=UTC), None),  # Sunday there
        ("b", datetime(2026, 11, 15, 12, tzinfo=UTC), None),
        ("c", datetime(2026, 11, 23, 10, tzinfo=UTC), None),
    ]
    lost = {(Loss.RUNNING, "A"): 1, (Loss.RUNNING, "B"): 1}
    assert load(Clockify(running), OWN).built.losses == lost
    # The one of the evening before may run into the week.
    assert load(Clockify(running), SPLIT).built.losses == {
        (Loss.RUNNING, "A"): 1,
        (Loss.RUNNING, "B"): 1,
    }


def test_what_is_moved_while_it_is_asked_for_counts_once() -> None:
    entries = [("c", datetime(2026, 11, 16, 8, tzinfo=UTC), 3600)]
    assert load(Clockify(entries, again=True), OWN).built.facts.total_s == 3600


@pytest.mark.parametrize(
    "error", [NoRightError(ASKED), ResponseTooLargeError(ASKED, 1)]
)
def test_entries_that_are_refused_say_what_needs_none(error: Any) -> None:
    with pytest.raises(EntriesRefusedError, match="as Clockify does") as caught:
        load(Clockify([], error), OWN)
    assert caught.value.title == error.title


def test_other_errors_stay_what_they_are() -> None:
    with pytest.raises(ServerError):
        load(Clockify([], ServerError(ASKED)), OWN)
