import errno
import os
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.calendar import (
    first_day_of_month,
    first_day_of_week,
    time_zone,
    weekday,
    weekday_number,
)
from clockify_desktop.domain.errors import FileRefusedError, UsageError


@pytest.mark.parametrize("number", range(7))
def test_a_weekday_is_named_and_found_again(number: int) -> None:
    assert weekday_number(weekday(number)) == number


@pytest.mark.parametrize("name", ["", "SOMEDAY"])
def test_other_names_are_no_weekday(name: str) -> None:
    assert weekday_number(name) is None


def test_case_does_not_matter() -> None:
    assert weekday_number("Sunday") == 6


@given(st.dates(date(2, 1, 1)), st.integers(0, 6))
def test_a_week_begins_at_most_six_days_earlier(day: date, week_start: int) -> None:
    first = first_day_of_week(day, week_start)
    assert first.weekday() == week_start
    assert timedelta() <= day - first < timedelta(days=7)


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.integers(-60, 60))
def test_months_are_counted_on(day: date, months: int) -> None:
    first = first_day_of_month(day, months)
    assert first.day == 1
    apart = (first.year - day.year) * 12 + first.month - day.month
    assert apart == months


def test_a_zone_is_found() -> None:
    assert time_zone("Europe/Berlin").key == "Europe/Berlin"


@pytest.mark.parametrize(
    "name",
    ["", "Mars/Base", "Europe", "../etc/passwd", "/x", "x" * 400, "Europe/Berlin/x"],
)
def test_no_such_zone(name: str) -> None:
    with pytest.raises(UsageError, match="no time zone called"):
        time_zone(name)


@pytest.mark.parametrize(
    "number", [errno.EMFILE, errno.ENFILE, errno.EIO, errno.ENOMEM]
)
def test_a_disk_that_refuses_is_no_missing_zone(
    monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(_: str) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("clockify_desktop.domain.calendar.ZoneInfo", refuse)
    with pytest.raises(FileRefusedError, match="could not be read") as refused:
        time_zone("Europe/Belgrade")
    assert refused.value.advice == f"The computer says: {os.strerror(number)}."


@pytest.mark.parametrize("number", [errno.EISDIR, errno.ENOTDIR, errno.ENAMETOOLONG])
def test_a_name_of_no_file_is_no_zone(
    monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(_: str) -> None:
        raise OSError(number, "")

    monkeypatch.setattr("clockify_desktop.domain.calendar.ZoneInfo", refuse)
    with pytest.raises(UsageError, match="no time zone called"):
        time_zone("Europe")
