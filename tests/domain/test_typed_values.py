from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.typed_values import (
    FIRST_DAY,
    LAST_DAY,
    days_come_first,
    hours_to_type,
    read_day,
    read_hours,
    read_weekdays,
)

NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAY = date(2026, 11, 16)
days = st.dates(FIRST_DAY, LAST_DAY)
FORMATS = (
    *("{0:%Y-%m-%d}", "{0:%Y/%m/%d}", "{0:%d.%m.%Y}", "{0:%Y-%m-%d} 00:00:00"),
    *("{0.day}.{0.month}.{0:%y}", "{0:%Y-%m-%d}T00:00", " {0:%d}. {0:%m}. {0:%Y} "),
)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("8", 28800),
        (" 7.5 ", 27000),
        ("7,5", 27000),
        ("7:30", 27000),
        ("07:30:00", 27000),
        ("7.75 h", 27900),
        ("8H", 28800),
        ("8 hours", 28800),
        ("0", 0),
        ("24", 86400),
        ("7.3333", 26400),
    ],
)
def test_hours_are_read_as_people_write_them(text: str, seconds: int) -> None:
    assert read_hours(text) == seconds


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "missing"),
        ("eight", "“eight” says no hours"),
        ("-8", "no hours"),
        ("7:75", "no hours"),
        ("1.000,5", "no hours"),
        ("24:01", "more than a day has"),
        ("480", "more than a day has"),
    ],
)
def test_what_are_no_hours_is_said_with_what_to_write(text: str, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        read_hours(text)
    assert said in raised.value.title
    assert raised.value.advice


@given(st.integers(0, 86400))
def test_hours_that_are_written_come_back(seconds: int) -> None:
    assert read_hours(hours_to_type(seconds)) == seconds


def test_hours_are_written_short() -> None:
    of = [28800, 27000, 27900, 26400, 26399, 0, 36000]
    written = ["8", "7.5", "7.75", "7:20", "7:19:59", "0", "10"]
    assert list(map(hours_to_type, of)) == written


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", {0, 1, 2, 3, 4}),
        ("Mon-Fri", {0, 1, 2, 3, 4}),
        ("Mon–Thu", {0, 1, 2, 3}),
        ("mon,tue,thu", {0, 1, 3}),
        ("Monday, Wednesday and Friday", {0, 2, 4}),
        ("Mo Tu We", {0, 1, 2}),
        ("Mon-Tue, Thu to Fri", {0, 1, 3, 4}),
        ("Fri - Mon", {4, 5, 6, 0}),
        ("Thurs; Sat/Sun", {3, 5, 6}),
        ("Mon.", {0}),
        ("Mon-Mon", {0}),
    ],
)
def test_weekdays_are_read_as_people_write_them(text: str, found: set[int]) -> None:
    assert read_weekdays(text) == found


@pytest.mark.parametrize(
    "text", ["Mon-", "-Fri", "T", "Mo--Fr", "1-5", "Feb", "Mon-to-Fri", "Fr!", "to"]
)
def test_what_are_no_weekdays_is_said(text: str) -> None:
    with pytest.raises(UsageError, match="says no weekdays"):
        read_weekdays(text)


@given(
    st.sets(st.sampled_from(range(7)), min_size=1), st.sampled_from([",", "; ", " "])
)
def test_weekdays_come_back(found: set[int], between: str) -> None:
    assert read_weekdays(between.join(NAMES[one] for one in found)) == found


@given(days, st.sampled_from(FORMATS), st.booleans())
def test_clear_days_are_read_whatever_the_region(
    day: date,
    form: str,
    day_first: bool,  # noqa: FBT001 - a case of two
) -> None:
    assert read_day(form.format(day), day_first=day_first) == day


@given(st.lists(days, min_size=1), st.sampled_from("/-"), st.booleans())
def test_a_file_shows_which_comes_first_or_the_region_does(
    found: list[date],
    sign: str,
    day_first: bool,  # noqa: FBT001 - a case of two
) -> None:
    form = f"%d{sign}%m{sign}%Y" if day_first else f"%m{sign}%d{sign}%Y"
    texts = [f"{one:{form}}" for one in found]
    shows = any(one.day > 12 for one in found)
    assert days_come_first(texts, usual=day_first) is day_first
    assert days_come_first(texts, usual=not day_first) is (day_first == shows)
    assert [read_day(one, day_first=day_first) for one in texts] == found


@pytest.mark.parametrize(
    "text", ["16-Nov-26", "16 Nov 2026", "16. November 2026", "16/11/26", "11/16/2026"]
)
def test_days_with_a_name_or_a_short_year(text: str) -> None:
    assert read_day(text, day_first=False) == DAY


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "missing"),
        ("31.2.2026", "is no day"),
        ("16 Xyz 2026", "is no day"),
        ("tomorrow", "is no day"),
        ("46342", "is no day"),
        ("2026-11-16 09:00", "is no day"),
        ("1999-12-31", "not between"),
        ("2100-01-01", "not between"),
        ("16/11-2026", "is no day"),
        ("13/13/2026", "is no day"),
    ],
)
def test_what_is_no_day_is_said(text: str, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        read_day(text, day_first=True)
    assert said in raised.value.title


def test_every_day_is_read_both_ways() -> None:
    for more in range(366):
        day = DAY + timedelta(days=more)
        assert read_day(f"{day:%d %B %Y}", day_first=False) == day
