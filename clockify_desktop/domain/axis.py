"""Levels of grouping, and how each sorts the facts into keys.

An axis gives every fact a position among the keys of one level. A level is worked
out once a person, project or day, never once a fact, and once a report, however often
that is narrowed.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.calendar import first_day_of_month, first_day_of_week
from clockify_desktop.domain.directory import Directory, Person, Project
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import GroupId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.matrix import Label, LabelKind

WITHOUT_PROJECT = "(Without project)"
WITHOUT_CLIENT = "(Without client)"
WITHOUT_GROUP = "(Without group)"
# Somebody in several groups stands under all of them at once, so that nobody is
# counted twice and a column still adds up to the total.
_BETWEEN_GROUPS = " + "
_BETWEEN_GROUP_IDS = "+"


@dataclass(frozen=True, slots=True)
class Key:
    """One group of a level.

    Args:
        label: Its id, name and colour; a day's id is its ISO date.
        cells: One text a column of ``COLUMNS``.
        rank: What it is sorted by: its name without case, then its id.
        remark: What tells it apart from others of the same name.
    """

    label: Label
    cells: tuple[str, ...]
    rank: tuple[str, str]
    remark: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Axis:
    """One level of a report; the same whatever its facts are narrowed to.

    Args:
        level: Which one.
        keys: Its groups, sorted; some of them may have no facts.
        table: intp, one a person, project or day: where its key stands in ``keys``.
        first_day: The ordinal of the day that stands first in ``table``; 0 where it
            is not about days.
    """

    level: Level
    keys: tuple[Key, ...]
    table: NDArray[np.intp]
    first_day: int = 0

    def places(self, facts: Facts) -> NDArray[np.integer]:
        """Find what facts are looked up by.

        Args:
            facts: All of the report, or some.

        Returns:
            One a fact, which entry of ``table``: its person, its project or its day.
        """
        if self.level in {Level.USER, Level.GROUP}:
            return facts.user
        if self.level in {Level.PROJECT, Level.CLIENT}:
            return facts.project
        return facts.day - self.first_day

    def position(self, facts: Facts) -> NDArray[np.intp]:
        """Look facts up.

        Args:
            facts: All of the report, or some.

        Returns:
            intp, one a fact: where its key stands in ``keys``.
        """
        position: NDArray[np.intp] = self.table[self.places(facts)]
        return position


def axis_of(facts: Facts, level: Level, directory: Directory, week_start: int) -> Axis:
    """Sort the people, projects or days of a report into the keys of one level.

    Args:
        facts: All of the report.
        level: What to group by.
        directory: Tells clients and user groups by id.
        week_start: The weekday that a week begins with, Monday is 0.

    Returns:
        The axis, its keys sorted by name without case and then by id, or by date.
    """
    if level is Level.USER:
        return _axis(level, map(person_key, facts.people))
    if level is Level.PROJECT:
        return _axis(level, map(project_key, facts.projects))
    if level is Level.CLIENT:
        return _axis(level, map(client_key, facts.projects))
    if level is Level.GROUP:
        names = {group.id: group.name for group in directory.groups}
        return _axis(level, (group_key(person, names) for person in facts.people))
    first = int(facts.day.min()) if len(facts) else 0
    last = int(facts.day.max()) if len(facts) else -1
    days = map(date.fromordinal, range(first, last + 1))
    return _axis(level, (_date_key(level, day, week_start) for day in days), first)


def _axis(level: Level, keys_of_places: Iterable[Key], first_day: int = 0) -> Axis:
    """Sort the keys.

    Args:
        level: Which one.
        keys_of_places: The key of each person, project or day; keys of the same id
            are one key.
        first_day: The ordinal of the first day.
    """
    of_places = list(keys_of_places)
    distinct = {(key.label.key, key.label.kind): key for key in of_places}
    keys = sorted(distinct.values(), key=_rank)
    number = {(key.label.key, key.label.kind): n for n, key in enumerate(keys)}
    table = np.fromiter(
        (number[key.label.key, key.label.kind] for key in of_places),
        np.intp,
        len(of_places),
    )
    return Axis(level, tuple(keys), table, first_day)


def _rank(key: Key) -> tuple[str, str]:
    return key.rank


def _named(label: Label, cells: Sequence[str], remark: str = "") -> Key:
    return Key(label, tuple(cells), (label.name.casefold(), label.key), remark)


def labels_told_apart(keys: Sequence[Key]) -> tuple[Label, ...]:
    """Give keys labels that people can tell apart.

    Args:
        keys: Of one level.

    Returns:
        Their labels; where several bear the same name, with an e-mail, a client or
        the id behind it.
    """
    names = [key.label.name for key in keys]
    if len(set(names)) == len(names):
        return tuple(key.label for key in keys)
    counts = Counter(names)
    return tuple(
        key.label
        if counts[key.label.name] == 1
        else replace(
            key.label, name=f"{key.label.name} · {key.remark or key.label.key}"
        )
        for key in keys
    )


def person_key(person: Person) -> Key:
    """Make the key of a person.

    Args:
        person: Anybody.

    Returns:
        Their key at the level USER.
    """
    cells = (person.name, person.id, person.email)
    return _named(Label(person.id, person.name), cells, person.email)


def project_key(project: Project) -> Key:
    """Make the key of a project.

    Args:
        project: A project, or the one that stands for none.

    Returns:
        Its key at the level PROJECT.
    """
    client = (project.client_name, project.client_id or "")
    if project.id is None:
        label = Label("", WITHOUT_PROJECT, kind=LabelKind.WITHOUT)
        return _named(label, (WITHOUT_PROJECT, "", *client))
    label = Label(project.id, project.name, project.color)
    return _named(label, (project.name, project.id, *client), project.client_name)


def client_key(project: Project) -> Key:
    """Make the key of a project's client.

    Args:
        project: A project, or the one that stands for none.

    Returns:
        Its key at the level CLIENT.
    """
    if project.client_id is None:
        label = Label("", WITHOUT_CLIENT, kind=LabelKind.WITHOUT)
        return _named(label, (WITHOUT_CLIENT, ""))
    label = Label(project.client_id, project.client_name)
    return _named(label, (project.client_name, project.client_id))


def group_key(person: Person, names: Mapping[GroupId, str]) -> Key:
    """Make the key of a person's user groups, all of them together.

    Args:
        person: Anybody.
        names: The groups' names by id; groups that are not there do not count.

    Returns:
        Their key at the level GROUP.
    """
    known = (one for one in person.groups if one in names)
    groups = sorted((names[one].casefold(), one) for one in known)
    if not groups:
        label = Label("", WITHOUT_GROUP, kind=LabelKind.WITHOUT)
        return _named(label, (WITHOUT_GROUP, ""))
    name = _BETWEEN_GROUPS.join(names[group_id] for _, group_id in groups)
    group_ids = _BETWEEN_GROUP_IDS.join(group_id for _, group_id in groups)
    return _named(Label(group_ids, name), (name, group_ids))


def _date_key(level: Level, day: date, week_start: int) -> Key:
    if level is Level.WEEK:
        text = first_day_of_week(day, week_start).isoformat()
    elif level is Level.MONTH:
        text = first_day_of_month(day).isoformat()[:7]
    else:
        text = day.isoformat()
    return Key(Label(text, text), (text,), (text, ""))
