from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from clockify_desktop.domain.zone_offsets import instants_s, offsets_s

ZONES = (
    *("Europe/Berlin", "Asia/Dhaka", "America/St_Johns", "Australia/Lord_Howe"),
    *("Asia/Kathmandu", "Pacific/Apia", "America/Sao_Paulo", "UTC"),
)


@pytest.mark.parametrize("name", ZONES)
def test_it_is_what_each_instant_alone_says(name: str) -> None:
    zone = ZoneInfo(name)
    # Every 37 minutes of a year, and the end of 2011, when Samoa left a day out.
    year = np.arange(1_767_225_600, 1_798_761_600, 37 * 60)
    samoa = np.arange(1_325_160_000, 1_325_332_800, 37 * 60)
    instants_s = np.concatenate([year, samoa])[::-1]
    slowly = [_offset_s(zone, instant) for instant in instants_s.tolist()]
    assert offsets_s(zone, instants_s).tolist() == slowly


def test_of_no_instant_nothing_is_told() -> None:
    assert not len(offsets_s(UTC, np.zeros(0, np.int64)))


def _offset_s(zone: ZoneInfo, instant_s: int) -> int:
    offset = datetime.fromtimestamp(instant_s, zone).utcoffset()
    assert offset is not None
    return int(offset / timedelta(seconds=1))


@pytest.mark.parametrize("name", [one for one in ZONES if one != "Pacific/Apia"])
def test_a_clock_is_read_backwards_as_python_does(name: str) -> None:
    zone = ZoneInfo(name)
    clock_s = np.arange(1_767_225_600, 1_798_761_600, 17 * 60)
    for later in (False, True):
        slowly = [
            int(
                datetime.fromtimestamp(one, UTC)
                .replace(tzinfo=zone, fold=later)
                .timestamp()
            )
            for one in clock_s.tolist()
        ]
        assert instants_s(zone, clock_s, later=later).tolist() == slowly
