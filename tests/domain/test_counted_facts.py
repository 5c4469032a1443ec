"""Entries counted anew, beside a slow and plain way of doing the same."""

import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clockify_desktop.domain.counted_facts import counted, rounded
from clockify_desktop.domain.day_counting import (
    AS_CLOCKIFY,
    DayCounting,
    DaysIn,
    Midnight,
    Rounding,
    RoundingMode,
)
from clockify_desktop.domain.directory import Person
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import UserId
from tests.domain.few_entries import ANN, BOB, HOME, URGENT, One, entries_of

BERLIN = ZoneInfo("Europe/Berlin")
# The clock is changed at 0:00, at 1:00, at 2:00, at 3:00, by half an hour, or never.
ZONES = (
    *("Europe/Berlin", "Europe/London", "Atlantic/Azores", "America/New_York"),
    *("America/St_Johns", "America/Havana", "America/Santiago", "America/Asuncion"),
    *("America/Sao_Paulo", "America/Los_Angeles", "America/Nuuk", "Africa/Cairo"),
    *("Africa/Casablanca", "Asia/Beirut", "Asia/Jerusalem", "Asia/Dhaka"),
    *("Asia/Kathmandu", "Asia/Tokyo", "Australia/Lord_Howe", "Australia/Adelaide"),
    *("Pacific/Auckland", "Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"),
)
SPLIT = DayCounting(midnight=Midnight.SPLIT)
OWN = DayCounting(DaysIn.OWN)
COUNTINGS = st.builds(
    DayCounting,
    st.sampled_from(DaysIn),
    st.sampled_from(Midnight),
    st.none() | st.builds(Rounding, st.sampled_from(RoundingMode), st.integers(1, 60)),
)
_DAY_MINUTES = 24 * 60
# Days of 2026 on or before which some of the clocks are changed.
CHANGED = (64, 66, 82, 85, 87, 94, 112, 245, 276, 294, 297, 303)
NEAR_A_CHANGE = st.builds(
    lambda day, minute: day * _DAY_MINUTES + minute,
    st.sampled_from(CHANGED),
    st.integers(-_DAY_MINUTES, 2 * _DAY_MINUTES),
)
# Person, minutes since 1 January 2026, how many minutes, billable, amount.
ENTRIES = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.integers(0, 365 * _DAY_MINUTES) | NEAR_A_CHANGE,
        st.integers(0, 30 * 60) | st.integers(0, 80 * 60),
        st.booleans(),
        st.integers(-(10**13), 10**13),
    ),
    max_size=4,
)
NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)


def slowly_rounded(seconds: int, rounding: Rounding | None) -> int:
    """Count up by steps."""
    if rounding is None:
        return seconds
    step_s, down_s = rounding.minutes * 60, 0
    while down_s + step_s <= seconds:
        down_s += step_s
    rest_s = seconds - down_s
    if rounding.mode is RoundingMode.UP:
        return down_s + step_s if rest_s else down_s
    if rounding.mode is RoundingMode.DOWN:
        return down_s
    return down_s + step_s if 2 * rest_s >= step_s else down_s


def slow_days(
    start: datetime, seconds: int, zone: tzinfo, *, split: bool
) -> Counter[int]:
    """Walk through an entry by minutes, each on the day that its clock shows."""
    days: Counter[int] = Counter()
    for minute in range(seconds // 60):
        at = start + timedelta(minutes=minute)
        days[at.astimezone(zone).toordinal()] += 60
    first = start.astimezone(zone).toordinal()
    if not split or max(days, default=first) != first + 1:
        return Counter({first: seconds})
    return days


@settings(max_examples=100, deadline=None)
@given(ENTRIES, COUNTINGS, st.lists(st.sampled_from(ZONES), min_size=4, max_size=4))
def test_it_is_what_a_slow_way_counts(
    entries: list[tuple[int, int, int, bool, int]],
    counting: DayCounting,
    names: list[str],
) -> None:
    people = tuple(
        Person(UserId(name), name, time_zone=zone)
        for name, zone in zip("abc", [*names[:2], "Mars/Base"], strict=True)
    )
    report_zone = ZoneInfo(names[3])
    facts, start_s = facts_of(entries, people)
    found = counted(facts, start_s, report_zone, counting)
    slow: Counter[tuple[int, int, int]] = Counter()
    for place, (person, minute, minutes, _, _) in enumerate(entries):
        seconds = slowly_rounded(minutes * 60, counting.rounding)
        own = counting.own_days and person < 2
        zone = ZoneInfo(names[person]) if own else report_zone
        start = NEW_YEAR + timedelta(minutes=minute)
        for day, on_day_s in slow_days(
            start, seconds, zone, split=counting.splits
        ).items():
            slow[person, place, day] += on_day_s
    quick: Counter[tuple[int, int, int]] = Counter()
    money: Counter[int] = Counter()
    assert found.amount_micros is not None
    assert found.billable_seconds is not None
    for person, place, day, seconds, billable_s, micros in zip(
        found.user.tolist(),
        found.column("entry").tolist(),
        found.day.tolist(),
        found.seconds.tolist(),
        found.billable_seconds.tolist(),
        found.amount_micros.tolist(),
        strict=True,
    ):
        quick[person, place, day] += seconds
        money[place] += micros
        assert billable_s == (seconds if entries[place][3] else 0)
    assert quick == slow
    assert money == {at: entry[4] for at, entry in enumerate(entries)}


def facts_of(
    entries: list[tuple[int, int, int, bool, int]], people: tuple[Person, ...]
) -> tuple[Facts, np.ndarray]:
    """Make facts, and tell when the entry of each began."""
    rows = np.array(entries, np.int64).reshape(-1, 5).T
    user, minute, minutes, billable, amount = rows
    first = entries_of(One("2026-01-01 09:00")).as_facts()
    zeros = np.zeros(len(entries), np.intp)
    facts = replace(
        first,
        people=people,
        user=user,
        project=zeros,
        day=zeros - 1,
        seconds=minutes * 60,
        billable_seconds=minutes * 60 * billable,
        amount_micros=amount,
        currency=zeros,
        more={"entry": ((), np.arange(len(entries)))},
    )
    return facts, int(NEW_YEAR.timestamp()) + minute * 60


def days_and_seconds(entry: One, counting: DayCounting) -> list[tuple[str, int]]:
    entries = entries_of(entry)
    facts = counted(entries.as_facts(), entries.start_s, BERLIN, counting)
    days = [date.fromordinal(day).isoformat() for day in facts.day.tolist()]
    return list(zip(days, facts.seconds.tolist(), strict=True))


def test_the_second_at_midnight_is_of_the_new_day() -> None:
    until = One("2026-11-16 22:00", 120)
    assert days_and_seconds(until, SPLIT) == [("2026-11-16", 7200)]
    one_more = One("2026-11-16 22:00", 120 + 1 / 60)
    assert days_and_seconds(one_more, SPLIT) == [
        ("2026-11-16", 7200),
        ("2026-11-17", 1),
    ]
    assert days_and_seconds(one_more, AS_CLOCKIFY) == [("2026-11-16", 7201)]


def test_days_of_23_and_of_25_hours() -> None:
    short = One("2026-03-28 23:00", 23 * 60 + 60)
    assert days_and_seconds(short, SPLIT) == [
        ("2026-03-28", 3600),
        ("2026-03-29", 23 * 3600),
    ]
    long = One("2026-10-24 23:00", 25 * 60 + 60)
    assert days_and_seconds(long, SPLIT) == [
        ("2026-10-24", 3600),
        ("2026-10-25", 25 * 3600),
    ]
    # One second more is over two midnights.
    longer = One("2026-10-24 23:00", 25 * 60 + 60 + 1 / 60)
    assert days_and_seconds(longer, SPLIT) == [("2026-10-24", 26 * 3600 + 1)]


def test_the_clock_changed_within_a_day_begins_none() -> None:
    assert days_and_seconds(One("2026-03-29 01:00", 23 * 60), SPLIT) == [
        ("2026-03-29", 22 * 3600),
        ("2026-03-30", 3600),
    ]


def test_what_is_rounded_over_midnight_is_split_there() -> None:
    up = replace(SPLIT, rounding=Rounding(RoundingMode.UP, 30))
    assert days_and_seconds(One("2026-11-16 23:50", 5), up) == [
        ("2026-11-16", 600),
        ("2026-11-17", 1200),
    ]


def test_whose_zone_is_not_known_has_the_days_of_the_report() -> None:
    entries = entries_of(
        One("2026-11-16 23:00", 30), One("2026-11-16 23:00", 30, person=BOB)
    )
    facts = counted(entries.as_facts(), entries.start_s, BERLIN, OWN)
    told = {
        facts.people[user]: date.fromordinal(day)
        for user, day in zip(facts.user.tolist(), facts.day.tolist(), strict=True)
    }
    assert told == {ANN: date(2026, 11, 16), BOB: date(2026, 11, 17)}


def test_what_is_under_a_second_tag_is_told_again_on_both_days() -> None:
    entries = entries_of(One("2026-11-16 23:30", 60, tags=(URGENT, HOME)))
    facts = entries.as_facts(by_tag=True)
    start_s = entries.start_s[facts.column("entry")]
    told = counted(facts, start_s, BERLIN, SPLIT)
    assert told.total_s == 3600
    assert told.again is not None
    assert told.again.tolist() == [False, True, False, True]
    assert told.column("tag").tolist() == [0, 1, 0, 1]


def test_hidden_money_and_withheld_billable_time_stay_so() -> None:
    entries = entries_of(One("2026-11-16 23:30", 60))
    facts = replace(entries.as_facts(), billable_seconds=None)
    told = counted(facts, entries.start_s, BERLIN, SPLIT)
    assert told.billable_seconds is told.amount_micros is None
    nothing = facts.take(np.zeros(1, np.bool_))
    assert counted(nothing, np.zeros(0, np.int64), BERLIN, SPLIT) is nothing


@pytest.mark.parametrize(
    ("mode", "told"),
    [
        (RoundingMode.UP, [0, 900, 900, 900, 900, 1800]),
        (RoundingMode.DOWN, [0, 0, 0, 0, 900, 900]),
        (RoundingMode.NEAREST, [0, 0, 0, 900, 900, 900]),
    ],
)
def test_half_of_a_step_is_rounded_up(mode: RoundingMode, told: list[int]) -> None:
    seconds = np.array([0, 1, 449, 450, 900, 901], np.int64)
    assert rounded(seconds, Rounding(mode, 15)).tolist() == told


def test_fifty_thousand_entries_take_a_fifth_of_a_second_at_most() -> None:
    draw = np.random.default_rng(12)
    people = tuple(
        Person(UserId(str(at)), str(at), time_zone=zone)
        for at, zone in enumerate(ZONES)
    )
    columns = [
        draw.integers(0, len(ZONES), 50_000),
        draw.integers(0, 84 * 1440, 50_000),
        draw.integers(1, 480, 50_000),
        draw.integers(0, 2, 50_000),
        draw.integers(0, 10**8, 50_000),
    ]
    facts, start_s = facts_of(list(zip(*columns, strict=True)), people)
    counting = DayCounting(
        DaysIn.OWN, Midnight.SPLIT, Rounding(RoundingMode.NEAREST, 15)
    )
    took_s = []
    for _ in range(3):
        before = time.process_time()
        counted(facts, start_s, BERLIN, counting)
        took_s.append(time.process_time() - before)
    assert min(took_s) < 0.2
