"""The shapes that go over the wire."""

from datetime import UTC, datetime
from typing import TypeAlias

from clockify_desktop.sample.moment import instant

Json: TypeAlias = dict[str, object]
"""A JSON object."""


def money(minor: int, currency: str) -> Json:
    """Write a rate: whole minor units and their currency [rec]."""
    return {"amount": minor, "currency": currency}


def utc(instant_s: int) -> str:
    """Write an instant as the core host does [rec].

    Args:
        instant_s: Seconds since 1970.
    """
    return datetime.fromtimestamp(instant_s, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def utc_clock(zone: str, day: int, hour: float = 0.0) -> str:
    """Write as an instant what a clock on the wall shows; see ``moment.instant``."""
    return utc(instant(zone, day, hour))


def iso_duration(seconds: int) -> str:
    """Write a duration as the core host does [rec], such as ``PT2H54M``.

    Args:
        seconds: Whole, not negative.
    """
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    parts = ((hours, "H"), (minutes, "M"), (rest, "S"))
    written = "".join(f"{number}{unit}" for number, unit in parts if number)
    return f"PT{written or '0S'}"
