from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clockify_desktop.api.wall_clock import entry_list_range, report_range
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.period import Period

ZONES = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Asia/Kathmandu",
    "Pacific/Tongatapu",
    "Pacific/Auckland",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    "Pacific/Kwajalein",
    "America/Sao_Paulo",
    "Africa/Casablanca",
]
INSTANTS = st.datetimes(
    datetime(1993, 1, 1),  # noqa: DTZ001 - hypothesis wants naive bounds
    datetime(2030, 1, 1),  # noqa: DTZ001 - as above
    timezones=st.just(UTC),
)
HOUR = timedelta(hours=1)


def as_clockify_reads(wall: str, zone: ZoneInfo, fold: int) -> datetime:
    """Read a filter as the server does: the Z is ignored; which fold is not known."""
    naive = datetime.fromisoformat(wall.removesuffix("Z"))
    return naive.replace(tzinfo=zone, fold=fold).astimezone(UTC)


@given(INSTANTS, st.timedeltas(timedelta(), timedelta(days=40)), st.sampled_from(ZONES))
# The hour that comes twice in Berlin, and the day that Samoa left out.
@example(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), HOUR, "Europe/Berlin")
@example(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), HOUR, "Europe/Berlin")
@example(datetime(2011, 12, 30, 9, 30, tzinfo=UTC), HOUR, "Pacific/Apia")
def test_the_range_covers_what_was_meant_whatever_the_fold(
    start: datetime, length: timedelta, name: str
) -> None:
    zone, end = ZoneInfo(name), start + length
    from_wall, to_wall = entry_list_range(start, end, zone)
    for fold in (0, 1):
        from_read = as_clockify_reads(from_wall, zone, fold)
        to_read = as_clockify_reads(to_wall, zone, fold)
        assert start - timedelta(hours=28) < from_read <= start
        assert end <= to_read < end + timedelta(hours=28)


def test_it_is_no_wider_than_a_second_where_the_clock_is_plain() -> None:
    start = datetime(2026, 11, 16, 9, 0, 0, 5, tzinfo=UTC)
    end = datetime(2026, 11, 16, 12, 0, tzinfo=timezone(HOUR))
    zone = ZoneInfo("Pacific/Tongatapu")
    assert entry_list_range(start, end, zone) == (
        "2026-11-16T22:00:00Z",
        "2026-11-17T00:00:01Z",
    )


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (datetime(2026, 1, 1), datetime(2026, 1, 2, tzinfo=UTC)),  # noqa: DTZ001 - the case
        (datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 2)),  # noqa: DTZ001 - the case
        (datetime(2026, 1, 2, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)),
    ],
)
def test_what_cannot_be_asked(start: datetime, end: datetime) -> None:
    with pytest.raises(UsageError):
        entry_list_range(start, end, ZoneInfo("UTC"))


def test_reports_from_midnight_to_the_last_thousandth() -> None:
    period = Period(date(2026, 11, 16), date(2026, 11, 22))
    assert report_range(period) == (
        "2026-11-16T00:00:00.000",
        "2026-11-22T23:59:59.999",
    )
