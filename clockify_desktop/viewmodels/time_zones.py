"""The time zones that can be chosen."""

from collections.abc import Iterable
from functools import cache
from typing import Final
from zoneinfo import available_timezones

UTC: Final = "UTC"
# Old names, and clocks that no place has; the regions hold every zone once more.
_REGIONS: Final = (
    *("Africa/", "America/", "Antarctica/", "Arctic/", "Asia/", "Atlantic/"),
    *("Australia/", "Europe/", "Indian/", "Pacific/"),
)


def zones_to_choose(first: Iterable[str]) -> tuple[str, ...]:
    """List the zones, the likely ones first.

    Returns:
        Each zone once: the given ones, UTC, then the places by name.
    """
    return tuple(dict.fromkeys((*first, UTC, *_places())))


@cache
def _places() -> tuple[str, ...]:
    zones = available_timezones()
    return tuple(sorted(zone for zone in zones if zone.startswith(_REGIONS)))
