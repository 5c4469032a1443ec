"""The levels that facts can be grouped by, all that is known of each in one table.

A new level is a row here, its key in ``keys``, and a column of the facts if it needs
one of its own.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, Self

from clockify_desktop.domain import keys, level_words
from clockify_desktop.domain.keys import Grouping, Key
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.level_words import LevelWords
from clockify_desktop.translation import tr

_PROJECT = ("project", "project_id", "client", "client_id")


class Level(StrEnum):
    """What facts can be grouped by; the value is how arguments and settings spell it.

    Attributes:
        singular: As in ``1 person``.
        plural: As in ``16 people``.
        head: What stands above a column of names.
        title: What stands by itself where it can be chosen, such as ``People``.
        without: What time is called that has none; empty where there is no such.
        columns: What the level brings into a file, in order.
        column: Which column of the facts tells it.
        key: Makes the key of what ``column`` points into.
        note: What a report by it has to say; empty for most.
    """

    singular: str
    plural: str
    head: str
    title: str  # type: ignore[assignment]  # a text, not how to make one
    without: str
    columns: tuple[str, ...]
    column: str
    key: Callable[[Any, Grouping], Key]
    note: str
    told: LevelWords

    def __new__(cls, value: str, *known: Any) -> Self:  # noqa: ANN401 - a row of the table below; its types are those above
        """Make a level of a row of the table."""
        level = str.__new__(cls, value)
        level._value_ = value
        words, level.columns, level.column, level.key, *note = known
        level.note = "".join(note)
        level.told = words
        level.singular, level.plural = words.singular, words.plural
        level.head, level.title = words.head, words.title
        level.without = words.without
        return level

    # fmt: off
    USER = (
        "user", level_words.USER,
        ("user", "user_id", "user_email"), "user", keys.person_key,
    )
    PROJECT = (
        "project", level_words.PROJECT,
        _PROJECT, "project", keys.project_key,
    )
    CLIENT = (
        "client", level_words.CLIENT,
        _PROJECT[2:], "project", keys.client_key,
    )
    GROUP = (
        "group", level_words.GROUP,
        ("group", "group_id"), "user", keys.group_key,
    )
    TASK = (
        "task", level_words.TASK,
        ("task", "task_id", "project", "project_id"), "task", keys.task_key,
    )
    TAG = (
        "tag", level_words.TAG,
        ("tag", "tag_id", "entry_counts_for"), "tag", keys.tag_key,
        tr("An entry with several tags counts for each of them."),
    )
    TAGS = (
        "tags", level_words.TAGS,
        ("tags", "tag_ids"), "tags", keys.tags_key,
        tr("An entry with several tags counts once, under all of them together."),
    )
    DAY = "day", level_words.DAY, ("day",), "day", keys.day_key
    WEEK = "week", level_words.WEEK, ("week",), "day", keys.week_key
    MONTH = "month", level_words.MONTH, ("month",), "day", keys.month_key
    # fmt: on

    def counted(self, count: int) -> str:
        """Count things in words, such as ``1 person`` or ``16 people``."""
        return self.told.counted(count)

    def all_counted(self, count: int) -> str:
        """Count all that there are: ``all 16 people``, but ``1 person``."""
        return self.told.all_counted(count) if count != 1 else self.counted(1)

    def total(self, count: int) -> str:
        """Count all at the head of a line: ``All 16 people``, but ``1 person``."""
        return self.told.total(count) if count != 1 else self.counted(1)

    def number_of(self, labels: Iterable[Label]) -> int:
        """Count what some labels of this level stand for."""
        together = self in {Level.GROUP, Level.TAGS}
        return keys.things_in(labels, together=together)
