"""The shapes that go over the wire."""

from typing import TypeAlias

Json: TypeAlias = dict[str, object]
"""A JSON object."""


def money(minor: int, currency: str) -> Json:
    """Write a rate: whole minor units and their currency [rec]."""
    return {"amount": minor, "currency": currency}


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
