from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.durations import (
    decimal_hours,
    hours_and_minutes,
    hours_minutes_seconds,
)

seconds = st.integers(-(10**12), 10**12)


@given(seconds)
def test_seconds_can_be_read_back(duration_s: int) -> None:
    text = hours_minutes_seconds(duration_s)
    hours, minutes, rest = text.lstrip("-").split(":")
    size = int(hours) * 3600 + int(minutes) * 60 + int(rest)
    assert (-size if text.startswith("-") else size) == duration_s
    assert int(minutes) < 60
    assert int(rest) < 60


@given(seconds)
def test_minutes_are_within_half_a_minute(duration_s: int) -> None:
    text = hours_and_minutes(duration_s)
    hours, minutes = text.lstrip("-").split(":")
    size = (int(hours) * 60 + int(minutes)) * 60
    assert abs(size - abs(duration_s)) <= 30


@given(seconds)
def test_decimals_are_within_half_the_last_place(duration_s: int) -> None:
    text = decimal_hours(duration_s)
    assert abs(Decimal(text) * 3600 - duration_s) <= Decimal("0.18")
    assert len(text.partition(".")[2]) == 4


@pytest.mark.parametrize(
    ("duration_s", "minutes", "exact", "decimal"),
    [
        (0, "0:00", "0:00:00", "0.0000"),
        (2300, "0:38", "0:38:20", "0.6389"),
        (30, "0:01", "0:00:30", "0.0083"),
        (2_925_000, "812:30", "812:30:00", "812.5000"),
        (-5400, "-1:30", "-1:30:00", "-1.5000"),
        (-20, "0:00", "-0:00:20", "-0.0056"),
    ],
)
def test_as_people_read_them(
    duration_s: int, minutes: str, exact: str, decimal: str
) -> None:
    assert hours_and_minutes(duration_s) == minutes
    assert hours_minutes_seconds(duration_s) == exact
    assert decimal_hours(duration_s) == decimal
