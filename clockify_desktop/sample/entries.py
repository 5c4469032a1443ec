"""Time entries as columns: half a million of them are a dozen arrays."""

from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

RUNNING = -1
"""The end of an entry that has none yet."""
NONE = -1
"""The number of a project or task that an entry does not have."""
TYPES = ("REGULAR", "BREAK", "HOLIDAY", "TIME_OFF")
"""What an entry can be, by code, as Clockify names it."""


@dataclass(frozen=True, slots=True, eq=False)
class Entries:
    """The time entries of one workspace, sorted by start; never edited.

    Args:
        start_s: int64, seconds since 1970, UTC.
        end_s: int64, likewise, or ``RUNNING``.
        user: int32, the number of a member.
        project: int32, the number of a project or ``NONE``.
        task: int32, the number of a task or ``NONE``.
        tags: int32, the number of a tag set.
        description: int32, the number of a text.
        billable: bool.
        kind: int8, the number of a type.
        serial: int64, the order in which the entries came into being.
    """

    start_s: NDArray[np.int64]
    end_s: NDArray[np.int64]
    user: NDArray[np.int32]
    project: NDArray[np.int32]
    task: NDArray[np.int32]
    tags: NDArray[np.int32]
    description: NDArray[np.int32]
    billable: NDArray[np.bool_]
    kind: NDArray[np.int8]
    serial: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.start_s)

    def take(self, rows: NDArray[np.intp] | NDArray[np.bool_] | slice) -> "Entries":
        """Choose entries.

        Args:
            rows: Positions, or a mask.

        Returns:
            The chosen entries in that order.
        """
        return Entries(*(getattr(self, column.name)[rows] for column in fields(self)))

    def sorted(self) -> "Entries":
        """Give the same entries by start, the older one first."""
        return self.take(np.argsort(self.start_s, kind="stable"))

    def numbered(self) -> "Entries":
        """Give the same entries with serial numbers in their order."""
        return replace(self, serial=np.arange(len(self), dtype=np.int64))

    def joined(self, other: "Entries") -> "Entries":
        """Give these entries and others, by start."""
        both = (
            np.concatenate((getattr(self, column.name), getattr(other, column.name)))
            for column in fields(self)
        )
        return Entries(*both).sorted()

    def seconds(self) -> NDArray[np.int64]:
        """Give the durations, int64 seconds; 0 for what is running."""
        lengths: NDArray[np.int64] = np.where(
            self.end_s == RUNNING, 0, self.end_s - self.start_s
        )
        return lengths


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, before it becomes a row. The fields are those of ``Entries``."""

    start_s: int
    end_s: int
    user: int
    project: int = NONE
    task: int = NONE
    tags: int = 0
    description: int = 0
    billable: bool = False
    kind: int = 0
    serial: int = 0


def as_columns(rows: list[Entry]) -> Entries:
    """Turn single entries into columns.

    Args:
        rows: In any order.

    Returns:
        The same entries, in the order given.
    """
    return Entries(
        start_s=np.array([row.start_s for row in rows], np.int64),
        end_s=np.array([row.end_s for row in rows], np.int64),
        user=np.array([row.user for row in rows], np.int32),
        project=np.array([row.project for row in rows], np.int32),
        task=np.array([row.task for row in rows], np.int32),
        tags=np.array([row.tags for row in rows], np.int32),
        description=np.array([row.description for row in rows], np.int32),
        billable=np.array([row.billable for row in rows], np.bool_),
        kind=np.array([row.kind for row in rows], np.int8),
        serial=np.array([row.serial for row in rows], np.int64),
    )
