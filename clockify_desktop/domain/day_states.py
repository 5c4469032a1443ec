"""What each day of each person is: time, a missing day, or one nobody expects."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.directory import Person


class DayState(IntEnum):
    """What a day is for a person who logged nothing on it."""

    MISSING = 0
    """A workday that is over in the person's own zone, expected, without time."""
    OPEN = 1
    """Expected, and not over yet in the person's own zone."""
    OFF = 2
    """No workday of this person."""
    HOLIDAY = 3
    LEAVE = 4
    NOT_YET_HERE = 5
    """Before the first day of the membership, as far as that is known."""
    LEFT = 6
    """After the last day of the membership, as far as that is known."""
    NOT_EXPECTED = 7
    """The manager said so, of this day or of this person."""

    @property
    def spelled(self) -> str:
        """How files spell it, such as ``not yet here``, whatever is spoken."""
        return self.name.replace("_", " ").lower()


@dataclass(frozen=True, eq=False)
class DayGrid:
    """The days of a period by people.

    Args:
        people: The rows.
        days: The columns, without a gap.
        seconds: int64, people x days: what was logged.
        states: uint8, people x days: the ``DayState``, whatever was logged.
        words: More of a cell than its state says, such as a holiday's name or ``half
            a day of leave``, by row and column.
    """

    people: tuple[Person, ...]
    days: tuple[date, ...]
    seconds: NDArray[np.int64]
    states: NDArray[np.uint8]
    words: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def is_missing(self) -> NDArray[np.bool_]:
        """Tell which cells are missing days: bool, people x days."""
        return np.asarray((self.states == DayState.MISSING) & (self.seconds == 0))
