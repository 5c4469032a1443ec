"""The names of the levels; whoever only reads arguments needs nothing else."""

from enum import StrEnum


class Level(StrEnum):
    """What facts can be grouped by."""

    USER = "user"
    PROJECT = "project"
    CLIENT = "client"
    GROUP = "group"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


COLUMNS: dict[Level, tuple[str, ...]] = {
    Level.USER: ("user", "user_id", "user_email"),
    Level.PROJECT: ("project", "project_id", "client", "client_id"),
    Level.CLIENT: ("client", "client_id"),
    Level.GROUP: ("group", "group_id"),
    Level.DAY: ("day",),
    Level.WEEK: ("week",),
    Level.MONTH: ("month",),
}
"""The columns that each level brings into a file, in order."""
