from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import clockify_desktop
from clockify_desktop.domain import durations as durations_module
from clockify_desktop.domain.durations import (
    DurationFormat,
    decimal_hours,
    duration_text,
    hours_and_minutes,
    hours_minutes_seconds,
    share_text,
    signed_text,
)

PACKAGE = Path(clockify_desktop.__file__).parent
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


@pytest.mark.parametrize(
    ("durations", "text"),
    [
        (DurationFormat.MINUTES, "812:30"),
        (DurationFormat.SECONDS, "812:30:00"),
        (DurationFormat.DECIMAL, "812.50"),
    ],
)
def test_a_duration_in_each_format(durations: DurationFormat, text: str) -> None:
    assert duration_text(2_925_000, durations) == text


@pytest.mark.parametrize(
    ("difference_s", "durations", "text"),
    [
        (44_100, DurationFormat.MINUTES, "+12:15"),
        (-13 * 3600, DurationFormat.DECIMAL, "\u221213.00"),
        (0, DurationFormat.MINUTES, "0:00"),
        (29, DurationFormat.MINUTES, "0:00"),
        (-29, DurationFormat.MINUTES, "0:00"),
        (-29, DurationFormat.SECONDS, "\u22120:00:29"),
    ],
)
def test_a_difference_has_a_sign(
    difference_s: int, durations: DurationFormat, text: str
) -> None:
    assert signed_text(difference_s, durations) == text


@given(st.integers(-(10**9), 10**9))
def test_the_decimal_is_right_to_half_a_hundredth(seconds: int) -> None:
    text = duration_text(seconds, DurationFormat.DECIMAL)
    assert abs(float(text) - seconds / 3600) <= 0.005 + 1e-9
    assert text != "-0.00"


@pytest.mark.parametrize(
    ("part_s", "whole_s", "text"),
    [
        (8, 100, "8 %"),
        (0, 100, "0 %"),
        (1, 1000, "<1 %"),
        (100, 100, "100 %"),
        (0, 0, ""),
        (5, -1, ""),
    ],
)
def test_a_share_is_whole_percents(part_s: int, whole_s: int, text: str) -> None:
    assert share_text(part_s, whole_s) == text


def test_what_is_seen_writes_durations_as_they_are_chosen() -> None:
    writers = {
        name
        for name in vars(durations_module)
        if name.startswith(("hours_", "decimal_", "short_"))
    }
    assert len(writers) == 4
    seen = ("ui", "viewmodels", "pages", "charts", "app")
    paths = [path for place in seen for path in (PACKAGE / place).rglob("*.py")]
    # Notes tell sums to the second, which two formats cannot tell apart, and files
    # have columns in every format. What somebody typed comes back as they may type it.
    allowed = {
        PACKAGE / name
        for name in (
            *("domain/durations.py", "domain/report_notes.py"),
            *("domain/entry_report.py", "domain/typed_values.py"),
            "pages/entry_file.py",
        )
    }
    paths = list({*paths, *(PACKAGE / "domain").glob("*.py")} - allowed)
    named = {
        f"{path.relative_to(PACKAGE)}: {name}"
        for path in paths
        for name in writers
        if name in path.read_text()
    }
    assert named == set()
