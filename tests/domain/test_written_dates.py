from datetime import date

import pytest

from clockify_desktop.domain.written_dates import WrittenDates, written_dates

DAY = date(2026, 3, 9)


@pytest.mark.parametrize(
    ("date_format", "time_format", "day", "time"),
    [
        ("", "", "03/09/2026", "02:05:09 PM"),
        ("MM/DD/YYYY", "HOUR12", "03/09/2026", "02:05:09 PM"),
        ("DD.MM.YYYY", "HOUR24", "09.03.2026", "14:05:09"),
        ("YYYY-MM-DD", "HOUR24", "2026-03-09", "14:05:09"),
        (" dd/mm/yyyy ", "hour24", "09/03/2026", "14:05:09"),
    ],
)
def test_dates_and_times_are_written_as_the_profile_says(
    date_format: str, time_format: str, day: str, time: str
) -> None:
    found = written_dates(date_format, time_format)
    assert found is not None
    assert found.day(DAY) == day
    assert found.time(14 * 3600 + 5 * 60 + 9) == time


@pytest.mark.parametrize("unknown", ["DD/DD/YYYY", "MM/DD", "D MMM YYYY", "DD/MM-YYYY"])
def test_what_is_no_date_format_is_not_guessed(unknown: str) -> None:
    assert written_dates(unknown, "HOUR24") is None


@pytest.mark.parametrize(
    ("second", "text"),
    [(0, "12:00:00 AM"), (43_199, "11:59:59 AM"), (43_200, "12:00:00 PM")],
)
def test_half_days_have_twelve_hours(second: int, text: str) -> None:
    assert WrittenDates().time(second) == text
