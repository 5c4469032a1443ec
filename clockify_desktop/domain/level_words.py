"""What is said of each level: its names, and how many of it there are."""

from collections.abc import Callable
from typing import Final, NamedTuple

from clockify_desktop.translation import tr, tr_plural


class LevelWords(NamedTuple):
    """How one level is called.

    Args:
        singular: As in ``by person``.
        plural: As in ``grid of people and projects``.
        head: What stands above a column of names.
        title: What stands by itself where it can be chosen, such as ``People``.
        counted: Counts some, such as ``1 person`` or ``16 people``.
        all_counted: Counts all that there are, which are several: ``all 16 people``.
        total: The same at the head of a line: ``All 16 people``.
        without: What time is called that has none; empty where there is no such.
    """

    singular: str
    plural: str
    head: str
    title: str
    counted: Callable[[int], str]
    all_counted: Callable[[int], str]
    total: Callable[[int], str]
    without: str = ""


USER: Final = LevelWords(
    tr("person"),
    tr("people"),
    tr("Person"),
    tr("People"),
    lambda count: tr_plural("{count} person", "{count} people", count),
    lambda count: tr_plural("all {count} person", "all {count} people", count),
    lambda count: tr_plural("All {count} person", "All {count} people", count),
)
PROJECT: Final = LevelWords(
    tr("project"),
    tr("projects"),
    tr("Project"),
    tr("Projects"),
    lambda count: tr_plural("{count} project", "{count} projects", count),
    lambda count: tr_plural("all {count} project", "all {count} projects", count),
    lambda count: tr_plural("All {count} project", "All {count} projects", count),
    tr("time without project"),
)
CLIENT: Final = LevelWords(
    tr("client"),
    tr("clients"),
    tr("Client"),
    tr("Clients"),
    lambda count: tr_plural("{count} client", "{count} clients", count),
    lambda count: tr_plural("all {count} client", "all {count} clients", count),
    lambda count: tr_plural("All {count} client", "All {count} clients", count),
    tr("time without client"),
)
GROUP: Final = LevelWords(
    tr("team"),
    tr("teams"),
    tr("Team"),
    tr("Teams"),
    lambda count: tr_plural("{count} team", "{count} teams", count),
    lambda count: tr_plural("all {count} team", "all {count} teams", count),
    lambda count: tr_plural("All {count} team", "All {count} teams", count),
    tr("time without group"),
)
TASK: Final = LevelWords(
    tr("task"),
    tr("tasks"),
    tr("Task"),
    tr("Tasks"),
    lambda count: tr_plural("{count} task", "{count} tasks", count),
    lambda count: tr_plural("all {count} task", "all {count} tasks", count),
    lambda count: tr_plural("All {count} task", "All {count} tasks", count),
    tr("time without task"),
)
TAGS: Final = LevelWords(
    tr("tag"),
    tr("tags"),
    tr("Tags"),
    tr("Tags"),
    lambda count: tr_plural("{count} tag", "{count} tags", count),
    lambda count: tr_plural("all {count} tag", "all {count} tags", count),
    lambda count: tr_plural("All {count} tag", "All {count} tags", count),
    tr("time without tag"),
)
TAG: Final = TAGS._replace(head=tr("Tag"))
DAY: Final = LevelWords(
    tr("day"),
    tr("days"),
    tr("Day"),
    tr("Days"),
    lambda count: tr_plural("{count} day", "{count} days", count),
    lambda count: tr_plural("all {count} day", "all {count} days", count),
    lambda count: tr_plural("All {count} day", "All {count} days", count),
)
WEEK: Final = LevelWords(
    tr("week"),
    tr("weeks"),
    tr("Week"),
    tr("Weeks"),
    lambda count: tr_plural("{count} week", "{count} weeks", count),
    lambda count: tr_plural("all {count} week", "all {count} weeks", count),
    lambda count: tr_plural("All {count} week", "All {count} weeks", count),
)
MONTH: Final = LevelWords(
    tr("month"),
    tr("months"),
    tr("Month"),
    tr("Months"),
    lambda count: tr_plural("{count} month", "{count} months", count),
    lambda count: tr_plural("all {count} month", "all {count} months", count),
    lambda count: tr_plural("All {count} month", "All {count} months", count),
)
