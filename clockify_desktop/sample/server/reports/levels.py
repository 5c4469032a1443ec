"""The levels by which a summary groups.

DATE counts a whole entry to the day on which it starts in the report's zone [?];
its ``_id`` and ``name`` are ``YYYY-MM-DD`` [rec]. WEEK has the first day of the week
as both, MONTH ``YYYY-MM`` [?]. TAG has an array as its ``_id`` [code]: here one node
a set of tags, so that nothing is counted twice. USER_GROUP counts the time of
somebody with two groups under both [?]. TIMEENTRY groups by description; its ``_id``
is an object of the ids above it and the text [rec]. What has no project, client,
task or group has the ``_id`` ``""`` and a name such as ``(Without project)``, as in
the exports [?]. Deleted people are called ``DeletedUser`` [off].
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.sample.moment import WEEK, date_of
from clockify_desktop.sample.server.labels import client_name_of, color_of, task_name
from clockify_desktop.sample.server.reports.sums import Sums
from clockify_desktop.sample.server.wire import Json
from clockify_desktop.sample.zones import clock_for

Codes = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Level:
    """One level: which group each entry belongs to.

    Args:
        rows: int64, positions of entries; one may stand there twice.
        codes: int64, the number of the group of each row.
        heads: What a group's node says of itself, in the order of the groups.
    """

    rows: Codes
    codes: Codes
    heads: list[Json]


def days(sums: Sums) -> Codes:
    """Tell on which day each entry starts, days since 1970-01-01."""
    start_s = sums.entries.start_s
    if not len(start_s):
        return start_s
    zone = sums.question.zone_name
    return clock_for(zone, int(start_s[0]), int(start_s[-1])).to_days(start_s)


def _level(
    numbers: NDArray[np.int64] | NDArray[np.int32],
    head: Callable[[int], Json],
    rows: Codes | None = None,
) -> Level:
    """Make a level of any numbers, its groups sorted by name, then id."""
    used, place = np.unique(numbers, return_inverse=True)
    heads = [head(number) for number in used.tolist()]
    order = sorted(
        range(len(heads)),
        key=lambda at: (str(heads[at]["name"]).casefold(), str(heads[at]["_id"])),
    )
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    every = np.arange(len(numbers)) if rows is None else rows
    return Level(every, rank[place], [heads[at] for at in order])


def _named(identity: object, name: str, **more: object) -> Json:
    return {"_id": identity, "name": name, "nameLowerCase": name.lower(), **more}


def _without(what: str, **more: object) -> Json:
    return _named("", f"(Without {what})", **more)


def _users(sums: Sums) -> Level:
    people = sums.workspace.people

    def head(number: int) -> Json:
        name = people[number].name or people[number].email
        return _named(
            people[number].id, name, hasMembership=True, sortingField=f"1-{name}"
        )

    return _level(sums.entries.user, head)


def project_head(sums: Sums, number: int) -> Json:
    """Write what a node says of a project; -1 is "no project"."""
    workspace = sums.workspace
    if number < 0:
        return _without("project", color="", clientName="")
    return _named(
        workspace.project_ids[number],
        workspace.projects[number].name,
        color=color_of(number),
        clientName=client_name_of(workspace, number),
    )


def _projects(sums: Sums) -> Level:
    return _level(sums.entries.project, lambda number: project_head(sums, number))


def _clients(sums: Sums) -> Level:
    workspace = sums.workspace
    owners = [-1 if p.client is None else p.client for p in workspace.projects]
    of_project = np.array([*owners, -1], np.int64)

    def head(number: int) -> Json:
        if number < 0:
            return _without("client")
        return _named(workspace.client_ids[number], workspace.clients[number].name)

    return _level(of_project[sums.entries.project], head)


def _tasks(sums: Sums) -> Level:
    workspace = sums.workspace

    def head(number: int) -> Json:
        if number < 0:
            return _without("task")
        return _named(workspace.task_ids[number], task_name(workspace, number))

    return _level(sums.entries.task, head)


def _tags(sums: Sums) -> Level:
    workspace = sums.workspace
    # Sets that hold the same tags are one group.
    sets = workspace.tag_sets
    first = np.array([sets.index(tags) for tags in sets], np.int64)

    def head(number: int) -> Json:
        tags = sets[number]
        if not tags:
            return {**_without("tags"), "_id": []}
        name = ", ".join(workspace.tags[tag] for tag in tags)
        return _named([workspace.tag_ids[tag] for tag in tags], name)

    return _level(first[sums.entries.tags], head)


def _dates(sums: Sums) -> Level:
    return _level(days(sums), lambda day: _dated(date_of(day).isoformat()))


def _weeks(sums: Sums) -> Level:
    found = days(sums)
    into = (found + 3 - sums.question.week_start) % WEEK
    return _level(found - into, lambda day: _dated(date_of(day).isoformat()))


def _months(sums: Sums) -> Level:
    found = days(sums).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return _level(
        found, lambda month: _dated(f"{1970 + month // 12:04}-{month % 12 + 1:02}")
    )


def _dated(text: str) -> Json:
    return {"_id": text, "name": text}


def _texts(sums: Sums) -> Level:
    texts = sums.workspace.texts
    return _level(
        sums.entries.description,
        lambda code: {"_id": texts[code], "name": texts[code]},
    )


def _groups(sums: Sums) -> Level:
    workspace = sums.workspace
    rows: list[Codes] = []
    numbers: list[Codes] = []
    for person in np.unique(sums.entries.user).tolist():
        here = np.flatnonzero(sums.entries.user == person).astype(np.int64)
        for group in workspace.groups_of(person) or (-1,):
            rows.append(here)
            numbers.append(np.full(len(here), group, np.int64))

    def head(number: int) -> Json:
        if number < 0:
            return _without("group")
        return _named(workspace.group_ids[number], workspace.groups[number])

    return _level(_joined(numbers), head, _joined(rows))


def _joined(parts: Iterable[Codes]) -> Codes:
    return np.concatenate([np.empty(0, np.int64), *parts])


LEVELS: dict[str, Callable[[Sums], Level]] = {
    "USER": _users,
    "PROJECT": _projects,
    "CLIENT": _clients,
    "TASK": _tasks,
    "TAG": _tags,
    "DATE": _dates,
    "WEEK": _weeks,
    "MONTH": _months,
    "TIMEENTRY": _texts,
    "USER_GROUP": _groups,
}
"""Every name that ``summaryFilter.groups`` may hold."""
