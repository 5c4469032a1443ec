"""The levels that facts can be grouped by, all that is known of each in one table.

A new level is a row here, its key in ``keys``, and a column of the facts if it needs
one of its own.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, Self

from clockify_desktop.domain import keys
from clockify_desktop.domain.keys import Grouping, Key
from clockify_desktop.domain.label import Label

_PROJECT = ("project", "project_id", "client", "client_id")


class Level(StrEnum):
    """What facts can be grouped by; the value is how arguments and settings spell it.

    Attributes:
        singular: As in ``1 person``.
        plural: As in ``16 people``.
        head: What stands above a column of names.
        columns: What the level brings into a file, in order.
        column: Which column of the facts tells it.
        key: Makes the key of what ``column`` points into.
        note: What a report by it has to say; empty for most.
    """

    singular: str
    plural: str
    head: str
    columns: tuple[str, ...]
    column: str
    key: Callable[[Any, Grouping], Key]
    note: str

    def __new__(cls, value: str, *known: Any) -> Self:  # noqa: ANN401 - a row of the table below; its types are those above
        """Make a level of a row of the table."""
        level = str.__new__(cls, value)
        level._value_ = value
        words, level.columns, level.column, level.key, *note = known
        level.note = "".join(note)
        level.singular, level.plural, level.head = words
        return level

    # fmt: off
    USER = (
        "user", ("person", "people", "Person"),
        ("user", "user_id", "user_email"), "user", keys.person_key,
    )
    PROJECT = (
        "project", ("project", "projects", "Project"),
        _PROJECT, "project", keys.project_key,
    )
    CLIENT = (
        "client", ("client", "clients", "Client"),
        _PROJECT[2:], "project", keys.client_key,
    )
    GROUP = (
        "group", ("team", "teams", "Team"),
        ("group", "group_id"), "user", keys.group_key,
    )
    TASK = (
        "task", ("task", "tasks", "Task"),
        ("task", "task_id", "project", "project_id"), "task", keys.task_key,
    )
    TAG = (
        "tag", ("tag", "tags", "Tag"),
        ("tag", "tag_id", "entry_counts_for"), "tag", keys.tag_key,
        "An entry with several tags counts for each of them.",
    )
    TAGS = (
        "tags", ("tag", "tags", "Tags"),
        ("tags", "tag_ids"), "tags", keys.tags_key,
        "An entry with several tags counts once, under all of them together.",
    )
    DAY = "day", ("day", "days", "Day"), ("day",), "day", keys.day_key
    WEEK = "week", ("week", "weeks", "Week"), ("week",), "day", keys.week_key
    MONTH = "month", ("month", "months", "Month"), ("month",), "day", keys.month_key
    # fmt: on

    def counted(self, count: int) -> str:
        """Count things in words, such as ``1 person`` or ``16 people``."""
        return f"{count} {self.singular if count == 1 else self.plural}"

    def all_counted(self, count: int) -> str:
        """Count all that there are: ``all 16 people``, but ``1 person``."""
        return self.counted(count) if count == 1 else f"all {self.counted(count)}"

    def number_of(self, labels: Iterable[Label]) -> int:
        """Count what some labels of this level stand for."""
        together = self in {Level.GROUP, Level.TAGS}
        return keys.things_in(labels, together=together)
