from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.entries import Entries
from clockify_desktop.domain.entry_findings import Checked
from clockify_desktop.domain.entry_overlaps import overlapping
from tests.domain.few_entries import ANN, BERLIN, BOB, NO_PROJECT, OPS, WEB, One
from tests.domain.few_entries import entries_of as few

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
NOW_S = int(NOW.timestamp())


def shared(*ones: One, minutes: int = 0) -> dict[tuple[str, str], int]:
    """Tell by the ids of the earlier and the later one how many minutes both have."""
    entries = few(*ones)
    found = overlapping(Checked(entries, NOW_S), minutes)
    assert found.other is not None
    assert found.value is not None
    pairs = zip(entries.ids[found.other], entries.ids[found.at], strict=True)
    return dict(zip(pairs, (found.value // 60).tolist(), strict=True))


NINE = One("2026-11-16 09:00", 60, id="a")


@pytest.mark.parametrize(
    ("other", "minutes"),
    [
        (One("2026-11-16 09:30", 60, id="b"), 30),
        (One("2026-11-16 09:30", 60, project=OPS, id="b"), 30),
        (One("2026-11-16 09:10", 20, project=NO_PROJECT, id="b"), 20),
        (One("2026-11-16 09:00", 60, id="b"), 60),
        (One("2026-11-16 09:00", 90, id="b"), 60),
        # By a clock in another zone.
        (One("2026-11-16 08:30", 60, id="b", zone=ZoneInfo("Europe/London")), 30),
    ],
)
def test_two_at_once_are_found_on_whatever_project(other: One, minutes: int) -> None:
    for order in ((NINE, other), (other, NINE)):
        ((pair, both),) = shared(*order).items()
        assert (set(pair), both) == ({"a", "b"}, minutes)


@pytest.mark.parametrize(
    "other",
    [
        One("2026-11-16 10:00", 60, id="touches"),
        One("2026-11-16 08:00", 60, id="touches before"),
        One("2026-11-16 09:30", 0, id="has no length"),
        One("2026-11-16 09:30", 60, BOB, id="of another"),
        One("2026-11-16 09:30", 60, kind="BREAK", id="a break"),
        One("2026-11-16 09:30", 60, kind="TIME_OFF", id="leave"),
        One("2026-11-17 09:30", 60, id="another day"),
        # 09:00 in London is 10:00 in Berlin.
        One("2026-11-16 09:00", 60, id="later", zone=ZoneInfo("Europe/London")),
    ],
)
def test_what_comes_near_it_does_not_overlap(other: One) -> None:
    assert not shared(NINE, other)


def test_a_few_minutes_may_be_allowed() -> None:
    other = One("2026-11-16 09:55", 60, id="b")
    assert shared(NINE, other, minutes=4) == {("a", "b"): 5}
    assert not shared(NINE, other, minutes=5)


def test_over_midnight_and_through_the_hour_that_comes_twice() -> None:
    late = One("2026-11-16 23:00", 120, id="late")
    early = One("2026-11-17 00:30", 60, id="early")
    assert shared(late, early) == {("late", "early"): 30}
    # At 3:00 on 25 October the clock goes back to 2:00: 150 minutes from 1:00 on are
    # over at 2:30 for the second time.
    autumn = One("2026-10-25 01:00", 150, id="autumn")
    after = One("2026-10-25 03:00", 60, id="after")
    assert not shared(autumn, after)
    longer = One("2026-10-25 01:00", 210, id="longer")
    assert shared(longer, after) == {("longer", "after"): 30}
    # And in spring 2:00 is 3:00.
    spring = One("2026-03-29 01:30", 60, id="spring")
    assert shared(spring, One("2026-03-29 03:00", 60, id="then")) == {
        ("spring", "then"): 30
    }


def test_what_still_runs_is_held_against_nothing() -> None:
    running = One("2026-11-16 08:30", None, id="running")
    assert not shared(running, NINE)
    assert not shared(replace(running, start="2026-11-16 09:30"), NINE)


def test_a_third_that_was_ended_long_before_is_seen_with_the_longest() -> None:
    ones = (
        One("2026-11-16 09:00", 480, id="day"),
        One("2026-11-16 09:30", 60, id="first"),
        One("2026-11-16 10:00", 60, id="second"),
    )
    assert shared(*ones) == {("day", "first"): 60, ("day", "second"): 60}


def test_nothing_is_nothing() -> None:
    assert not shared()
    assert not shared(One("2026-11-16 09:00", kind="BREAK"))


times = st.integers(0, 60)
rows = st.lists(
    st.tuples(
        st.sampled_from([ANN, BOB]),
        times,
        times | st.none(),
        st.sampled_from([WEB, OPS]),
        st.sampled_from(["REGULAR", "REGULAR", "BREAK"]),
        st.sampled_from([BERLIN, ZoneInfo("America/St_Johns"), ZoneInfo("UTC")]),
    ),
    max_size=12,
)
# Half hours around the hour that Berlin has twice.
FIRST = datetime(2026, 10, 24, 20, tzinfo=UTC)


def slowly(entries: Entries) -> dict[int, int]:
    """Compare each with each."""
    found: dict[int, int] = {}
    known = entries.is_work & ~entries.running
    for a, b in product(range(len(entries)), repeat=2):
        same = entries.user[a] == entries.user[b]
        if a < b and same and known[a] and known[b]:
            end_s = min(entries.end_s[a], entries.end_s[b])
            both = end_s - max(entries.start_s[a], entries.start_s[b])
            if both > 0:
                found[b] = max(found.get(b, 0), int(both))
    return found


@given(rows)
def test_it_is_what_comparing_each_with_each_finds(told: list[tuple[Any, ...]]) -> None:
    ones = []
    for person, begin, length, project, kind, zone in told:
        # Of an hour that comes twice only the first is written so.
        start = (FIRST + timedelta(minutes=30 * begin)).astimezone(zone)
        minutes = None if length is None else 30 * length
        text = f"{start:%Y-%m-%d %H:%M}"
        ones.append(One(text, minutes, person, project, kind=kind, zone=zone))
    entries = few(*ones)
    found = overlapping(Checked(entries, NOW_S), 0)
    assert found.value is not None
    assert found.other is not None
    told_by_place = dict(zip(found.at.tolist(), found.value.tolist(), strict=True))
    expected = slowly(entries)
    assert told_by_place == expected
    # Every entry that overlaps is found, or stands beside one that is.
    seen = {*found.at.tolist(), *found.other.tolist()}
    for place in set(range(len(entries))) - seen:
        others = np.arange(len(entries)) != place
        assert len(slowly(entries.take(others))) == len(expected)
