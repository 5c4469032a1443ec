from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.sample.zones import clock_for, find_zone, wall_to_instant_ms

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ZONES = st.sampled_from(
    [
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kolkata",
        "Australia/Sydney",
        "Australia/Lord_Howe",
        "America/St_Johns",
        "Africa/Casablanca",
        "Pacific/Apia",
        "UTC",
    ]
)
INSTANTS = st.lists(
    st.integers(1_600_000_000, 1_850_000_000), min_size=1, max_size=30
).map(lambda found: np.array(found, np.int64))


@given(ZONES, INSTANTS)
def test_a_column_of_instants_reads_as_zoneinfo_does(
    name: str, instants: np.ndarray
) -> None:
    clock = clock_for(name, int(instants.min()), int(instants.max()))
    zone = ZoneInfo(name)
    for instant, wall in zip(instants, clock.to_wall(instants), strict=True):
        there = datetime.fromtimestamp(int(instant), zone).replace(tzinfo=UTC)
        assert wall == (there - EPOCH) // timedelta(seconds=1)


@given(ZONES, INSTANTS)
def test_a_column_of_wall_clocks_reads_as_zoneinfo_does(
    name: str, walls: np.ndarray
) -> None:
    clock = clock_for(name, int(walls.min()), int(walls.max()))
    zone = ZoneInfo(name)
    for wall, instant in zip(walls, clock.to_utc(walls), strict=True):
        there = (EPOCH + timedelta(seconds=int(wall))).replace(tzinfo=zone)
        assert instant == there.timestamp()


@pytest.mark.parametrize(
    "wall", ["2026-03-29T02:30:00", "2026-10-25T02:30:00", "2026-10-25T03:00:00"]
)
def test_the_hours_around_a_clock_change_read_as_fold_0(wall: str) -> None:
    read = datetime.fromisoformat(wall)
    zone = ZoneInfo("Europe/Berlin")
    seconds = (read.replace(tzinfo=UTC) - EPOCH) // timedelta(seconds=1)
    clock = clock_for("Europe/Berlin", seconds, seconds)
    expected = read.replace(tzinfo=zone).timestamp()
    assert clock.to_utc(np.array([seconds]))[0] == expected
    assert wall_to_instant_ms(read, zone) == expected * 1000


@pytest.mark.parametrize("name", ["", "Nowhere/Land", "../etc/passwd", "Europe", "\0"])
def test_what_is_no_zone_is_not_found(name: str) -> None:
    with pytest.raises(LookupError):
        find_zone(name)
