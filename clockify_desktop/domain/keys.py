"""Keys of levels: what a person, a project or a day is grouped under.

Nothing here knows numpy, so that whoever only reads arguments can know the levels.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from clockify_desktop.domain.calendar import first_day_of_month, first_day_of_week
from clockify_desktop.domain.directory import Person, Project, Tag, TagSet, Task
from clockify_desktop.domain.identity import GroupId
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.normal_form import sorting_key
from clockify_desktop.domain.telling_apart import (
    Named,
    all_differ,
    called,
    told_apart,
)
from clockify_desktop.translation import tr, tr_context

WITHOUT_PROJECT = tr("(Without project)")
WITHOUT_CLIENT = tr("(Without client)")
WITHOUT_GROUP = tr("(Without group)")
WITHOUT_TASK = tr("(Without task)")
WITHOUT_TAG = tr("(Without tag)")
# As arguments spell it, whatever is spoken.
PROJECT_IS_NONE: Final = "(Without project)"
CLIENT_IS_NONE: Final = "(Without client)"
ARCHIVED = tr_context("project", "archived")
BILLABLE: Final = Label("billable", tr_context("time", "Billable"), "#03A9F4")
NOT_BILLABLE: Final = Label(
    "not-billable", tr_context("time", "Not billable"), "#9E9E9E"
)
NO_WORK: Final[Mapping[str, str]] = {
    "BREAK": tr("(Break)"),
    "HOLIDAY": tr("(Holiday)"),
    "TIME_OFF": tr("(Time off)"),
}
"""Types of entries that are no work, and what stands for their task and their tags."""
_CLIENT_BY_NAME = "name:"
# Somebody in several groups stands under all of them at once, so that nobody is
# counted twice and a column still adds up to the total; so does an entry with several
# tags.
_BETWEEN_NAMES = " + "
_BETWEEN_IDS = "+"


@dataclass(frozen=True, slots=True)
class Key:
    """One group of a level.

    Args:
        label: Its id, name and colour; a day's id is its ISO date.
        cells: One text a column of the level's ``columns``.
        rank: What it is sorted by: the normal form of its name, then its id.
        remarks: What tells it apart from others of the same name, see ``Named``.
    """

    label: Label
    cells: tuple[str, ...]
    rank: tuple[str, str]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grouping:
    """What keys depend on beside the person, project or day.

    Args:
        group_names: The user groups there are; others do not count.
        week_start: The weekday that a week begins with, Monday is 0.
    """

    group_names: Mapping[GroupId, str]
    week_start: int


def person_key(person: Person, _: Grouping) -> Key:
    """Make the key of a person."""
    label = Label(person.id, person.name)
    return _named(label, person.cells, (person.email,))


def group_key(person: Person, grouping: Grouping) -> Key:
    """Make the key of a person's user groups, all of them together."""
    names = grouping.group_names
    groups = {one: names[one] for one in person.groups if one in names}
    return _together(groups) if groups else _without(WITHOUT_GROUP)


def project_key(project: Project, _: Grouping) -> Key:
    """Make the key of a project, or of the one that stands for none."""
    client = (project.client_name, project.client_id or "")
    if project.id is None:
        return _without(WITHOUT_PROJECT, *client)
    label = Label(project.id, project.name, project.color)
    return _named(label, (project.name, project.id, *client), project_remarks(project))


def project_remarks(project: Project) -> tuple[str, ...]:
    """List what tells a project apart from others of its name."""
    return project.client_name, ARCHIVED if project.archived else ""


def client_key(project: Project, _: Grouping) -> Key:
    """Make the key of a project's client."""
    client_id, name = project.client_id, project.client_name
    if client_id is None:
        if not name:
            return _without(WITHOUT_CLIENT)
        return _named(Label(f"{_CLIENT_BY_NAME}{name}", name), (name, ""))
    return _named(Label(client_id, name or client_id), (name or client_id, client_id))


def task_key(task: Task, _: Grouping) -> Key:
    """Make the key of a task, or of the one that stands for none."""
    if task.id is None:
        return _without(WITHOUT_TASK, "", "")
    if task.id in NO_WORK:
        return _without(NO_WORK[task.id], "", "", key=task.id)
    project = task.project or Project(None, "")
    cells = (task.name, task.id, project.name, project.id or "")
    remarks = (project.name, *project_remarks(project))
    return _named(Label(task.id, task.name), cells, remarks)


def tag_key(tag: Tag, _: Grouping) -> Key:
    """Make the key of a tag, or of the one that stands for none."""
    if tag.id is None:
        return _without(WITHOUT_TAG, "")
    if tag.id in NO_WORK:
        return _without(NO_WORK[tag.id], "", key=tag.id)
    return _named(Label(tag.id, tag.name), (tag.name, tag.id, tr("each of its tags")))


def tags_key(tag_set: TagSet, grouping: Grouping) -> Key:
    """Make the key of all tags of an entry together."""
    tags = {tag.id: tag.name for tag in tag_set.tags if tag.id is not None}
    if len(tags) > 1:
        return _together(tags)
    alone = tag_key(tag_set.tags[0] if tags else Tag(None, WITHOUT_TAG), grouping)
    # That it counts for each of its tags is not so here.
    return replace(alone, cells=alone.cells[:2])


def day_key(day: date, _: Grouping) -> Key:
    """Make the key of a day."""
    return _dated(day.isoformat())


def week_key(day: date, grouping: Grouping) -> Key:
    """Make the key of the week that holds a day: its first day."""
    return _dated(first_day_of_week(day, grouping.week_start).isoformat())


def month_key(day: date, _: Grouping) -> Key:
    """Make the key of the month that holds a day, such as ``2026-11``."""
    return _dated(first_day_of_month(day).isoformat()[:7])


def labels_told_apart(keys: Sequence[Key]) -> tuple[Label, ...]:
    """Name keys of one level so that people can tell them apart."""
    if all_differ([key.label.name for key in keys]):
        return tuple(key.label for key in keys)
    things = [Named(key.label.name, key.label.key, key.remarks) for key in keys]
    return tuple(
        key.label if name == key.label.name else replace(key.label, name=name)
        for key, name in zip(keys, told_apart(things), strict=True)
    )


def things_in(labels: Iterable[Label], *, together: bool = False) -> int:
    """Count what labels stand for: of several things together each of them, once.

    What is without one is none.
    """
    ids = (label.key for label in labels if label.kind is LabelKind.ONE)
    if together:
        ids = (one for several in ids for one in several.split(_BETWEEN_IDS))
    return len(set(ids))


def _named(label: Label, cells: Sequence[str], remarks: tuple[str, ...] = ()) -> Key:
    shown = replace(label, name=called(label.name, *remarks))
    return Key(shown, tuple(cells), (sorting_key(label.name), label.key), remarks)


def _together(names: Mapping[Any, str]) -> Key:
    """Make the key of several things together, by their ids."""
    things = sorted((sorting_key(name), thing_id) for thing_id, name in names.items())
    name = _BETWEEN_NAMES.join(names[thing_id] for _, thing_id in things)
    ids = _BETWEEN_IDS.join(thing_id for _, thing_id in things)
    return _named(Label(ids, name), (name, ids))


def _without(name: str, *more: str, key: str = "") -> Key:
    return _named(Label(key, name, kind=LabelKind.WITHOUT), (name, "", *more))


def _dated(text: str) -> Key:
    return Key(Label(text, text), (text,), (text, ""))
