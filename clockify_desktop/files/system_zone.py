"""The time zone that this computer is set to, by its IANA name."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_CLOCK: Final = Path("/etc/localtime")
_FOLDER: Final = "zoneinfo"


def system_zone(
    environment: Mapping[str, str] = os.environ, clock: Path = _CLOCK
) -> str | None:
    """Find the name of the zone.

    Args:
        clock: The link that systems other than Windows set their zone with.

    Returns:
        ``None`` where nothing tells it; what is returned may be no zone all the same.
    """
    told = environment.get("TZ", "").removeprefix(":")
    if told:
        return told
    try:
        parts = clock.resolve(strict=True).parts
    except OSError:
        return None
    if _FOLDER not in parts:
        return None
    return "/".join(parts[parts.index(_FOLDER) + 1 :]) or None
