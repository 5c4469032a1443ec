from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.services.entry_adding import in_zone

BERLIN = ZoneInfo("Europe/Berlin")


@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)))  # noqa: DTZ001 - wall clocks
def test_a_wall_clock_is_kept_or_refused(wall: datetime) -> None:
    try:
        instant = in_zone(wall, BERLIN)
    except UsageError:
        # Within the hours around a change of the clocks.
        early = (wall - timedelta(hours=2)).replace(tzinfo=BERLIN)
        late = (wall + timedelta(hours=2)).replace(tzinfo=BERLIN)
        assert early.utcoffset() != late.utcoffset()
        return
    assert instant.replace(tzinfo=None) == wall
    assert instant.astimezone(UTC).astimezone(BERLIN).replace(tzinfo=None) == wall


def test_an_instant_is_the_same_instant() -> None:
    instant = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert in_zone(instant, BERLIN) == instant


@pytest.mark.parametrize("wall", ["2026-03-29T02:30", "2026-10-25T02:30"])
def test_a_time_that_is_skipped_or_comes_twice(wall: str) -> None:
    with pytest.raises(UsageError, match="no clear time in Europe/Berlin"):
        in_zone(datetime.fromisoformat(wall), BERLIN)
