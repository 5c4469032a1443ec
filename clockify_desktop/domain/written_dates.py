"""Dates and times as a person's profile in Clockify has them written."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

_PART: Final = "(YYYY|MM|DD)"
_FORMAT: Final = re.compile(rf"{_PART}([./-]){_PART}\2{_PART}")
_HALF_DAY_H: Final = 12


@dataclass(frozen=True, slots=True)
class WrittenDates:
    """How a person writes dates and times; unless told, as Clockify does at first.

    Args:
        date_format: Such as ``DD.MM.YYYY``.
    """

    date_format: str = "MM/DD/YYYY"
    half_days: bool = True

    def day(self, day: date) -> str:
        """Write a date, such as ``11/16/2026``."""
        text = self.date_format.replace("YYYY", f"{day.year:04}")
        return text.replace("MM", f"{day.month:02}").replace("DD", f"{day.day:02}")

    def time(self, second: int) -> str:
        """Write a time of day, such as ``09:05:00 AM``.

        Args:
            second: Seconds since midnight.
        """
        minutes, seconds = divmod(second, 60)
        hours, minutes = divmod(minutes, 60)
        behind = ""
        if self.half_days:
            behind = " AM" if hours < _HALF_DAY_H else " PM"
            hours = hours % _HALF_DAY_H or _HALF_DAY_H
        return f"{hours:02}:{minutes:02}:{seconds:02}{behind}"


CLOCKIFY_DATES: Final = WrittenDates()
ISO_DATES: Final = WrittenDates("YYYY-MM-DD", half_days=False)
"""Dates that no two people read in two ways."""


def written_dates(date_format: str, time_format: str) -> WrittenDates | None:
    """Read what a profile says, such as ``DD/MM/YYYY`` and ``HOUR24``.

    Args:
        date_format: Empty where the profile says none.

    Returns:
        ``None`` where that is no date format that is known.
    """
    half_days = time_format.strip().upper() != "HOUR24"
    name = date_format.strip().upper()
    if not name:
        return WrittenDates(half_days=half_days)
    found = _FORMAT.fullmatch(name)
    if found is None or len({found[1], found[3], found[4]}) < len(("Y", "M", "D")):
        return None
    return WrittenDates(name, half_days)
