"""Who and what the rows of a file name: people, teams, projects, tasks and tags."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.csv_import.made_ids import made_id
from clockify_desktop.csv_import.table import Column, Table
from clockify_desktop.csv_import.titles import Field
from clockify_desktop.domain.directory import (
    Client,
    Directory,
    Person,
    Project,
    Tag,
    Task,
    UserGroup,
)
from clockify_desktop.domain.facts import numbered
from clockify_desktop.domain.identity import (
    ClientId,
    GroupId,
    ProjectId,
    TagId,
    TaskId,
    UserId,
)
from clockify_desktop.domain.keys import NO_WORK, WITHOUT_PROJECT, WITHOUT_TASK
from clockify_desktop.domain.showable import NO_NAME
from clockify_desktop.domain.spreadsheet_text import undefused

if TYPE_CHECKING:
    from collections.abc import Iterable

REGULAR: Final = "REGULAR"
_BETWEEN: Final = ", "
# What Clockify's summaries write where there is none.
_NOTHING: Final = frozenset(
    {"(Without project)", "(Without client)", "(Without task)", "(Without tags)"}
)
_KINDS: Final = {
    **{kind.replace("_", " ").casefold(): kind for kind in NO_WORK},
    **dict.fromkeys(("pause", "intervalo", "pausa"), "BREAK"),
    **dict.fromkeys(("feiertag", "feriado"), "HOLIDAY"),
    **dict.fromkeys(("abwesenheit", "freizeit", "folga", "ausência"), "TIME_OFF"),
}


@dataclass(frozen=True, eq=False)
class Named:
    """What rows name; columns are intp, one value a row."""

    people: tuple[Person, ...]
    projects: tuple[Project, ...]
    tasks: tuple[Task, ...]
    tag_sets: tuple[tuple[Tag, ...], ...]
    kinds: tuple[str, ...]
    directory: Directory
    user: NDArray[np.intp]
    project: NDArray[np.intp]
    task: NDArray[np.intp]
    tags: NDArray[np.intp]
    kind: NDArray[np.intp]


def named_in(table: Table) -> Named:
    """Find out who and what the rows name."""
    people, groups, user = _people(table)
    projects, clients, project = _projects(table)
    kinds, kind = _kinds(table)
    tasks, task = _tasks(table, projects, project, kinds, kind)
    tag_sets, tags = _tags(table, kinds, kind)
    real = tuple(one for one in projects if one.id is not None)
    directory = Directory(people, real, clients, groups)
    return Named(
        *(people, projects, tasks, tag_sets, kinds, directory),
        *(user, project, task, tags, kind),
    )


def plain_text(text: str) -> str:
    """Give what somebody typed, without what keeps it from being a formula."""
    return "" if text in _NOTHING else undefused(text)


def _together(*columns: Column) -> tuple[list[tuple[str, ...]], NDArray[np.intp]]:
    """Number what several columns say together.

    Returns:
        Their texts, each combination once; and intp, one a row.
    """
    number, used = columns[0].codes, np.arange(len(columns[0].texts))
    for column in columns[1:]:
        across = len(column.texts)
        # Few of all that are possible are there.
        used, number = numbered(number * across + column.codes, len(used) * across)
    first = np.zeros(len(used), np.intp)
    first[number] = np.arange(len(number))
    texts = [
        [plain_text(column.texts[code]) for code in column.codes[first].tolist()]
        for column in columns
    ]
    return list(zip(*texts, strict=True)), number


def _people(
    table: Table,
) -> tuple[tuple[Person, ...], tuple[UserGroup, ...], NDArray[np.intp]]:
    columns = map(table.column, (Field.USER, Field.EMAIL, Field.GROUP))
    told, number = _together(*columns)
    people: dict[UserId, tuple[str, str]] = {}
    teams: dict[UserId, dict[GroupId, None]] = {}
    names: dict[GroupId, str] = {}
    place = []
    order: dict[UserId, int] = {}
    for name, email, groups in told:
        # People may bear one name; an address is somebody's own.
        user = UserId(made_id("user", email.casefold() or name))
        people[user] = name or email or NO_NAME, email
        place.append(order.setdefault(user, len(order)))
        for group in filter(None, groups.split(_BETWEEN)):
            group_id = GroupId(made_id("group", group))
            names[group_id] = group
            teams.setdefault(user, {})[group_id] = None
    every = tuple(
        Person(user, name, email, groups=tuple(teams.get(user, ())))
        for user, (name, email) in people.items()
    )
    groups_there = tuple(
        UserGroup(
            group_id, name, tuple(one.id for one in every if group_id in one.groups)
        )
        for group_id, name in names.items()
    )
    return every, groups_there, _placed(place, number)


def _projects(
    table: Table,
) -> tuple[tuple[Project, ...], tuple[Client, ...], NDArray[np.intp]]:
    told, number = _together(table.column(Field.CLIENT), table.column(Field.PROJECT))
    projects: dict[ProjectId | None, Project] = {}
    clients: dict[ClientId, Client] = {}
    order: dict[ProjectId | None, int] = {}
    place = []
    for client_name, name in told:
        client = Client(ClientId(made_id("client", client_name)), client_name)
        made = Project(None, WITHOUT_PROJECT)
        if name:
            made = Project(
                ProjectId(made_id("project", client_name, name)),
                name,
                client.id if client_name else None,
                client_name,
            )
            if client_name:
                clients[client.id] = client
        projects[made.id] = made
        place.append(order.setdefault(made.id, len(order)))
    return tuple(projects.values()), tuple(clients.values()), _placed(place, number)


def _kinds(table: Table) -> tuple[tuple[str, ...], NDArray[np.intp]]:
    column = table.column(Field.TYPE)
    read = [_KINDS.get(text.casefold(), REGULAR) for text in column.texts]
    kinds = tuple(dict.fromkeys((REGULAR, *read)))
    return kinds, _placed([kinds.index(kind) for kind in read], column.codes)


def _tasks(
    table: Table,
    projects: tuple[Project, ...],
    project: NDArray[np.intp],
    kinds: tuple[str, ...],
    kind: NDArray[np.intp],
) -> tuple[tuple[Task, ...], NDArray[np.intp]]:
    """Number tasks, each of its project; what is no work has that for its task."""
    column = table.column(Field.TASK)
    across, in_all = len(column.texts), len(projects) * len(column.texts)
    codes = (kind * len(projects) + project) * across + column.codes
    used, number = numbered(codes, len(kinds) * in_all)
    tasks: dict[TaskId | None, Task] = {}
    order: dict[TaskId | None, int] = {}
    place = []
    for code in used.tolist():
        rest, text = divmod(code, across)
        kind_at, at = divmod(rest, len(projects))
        of_kind, name = kinds[kind_at], plain_text(column.texts[text])
        task = Task(None, WITHOUT_TASK)
        if of_kind in NO_WORK:
            task = Task(TaskId(of_kind), NO_WORK[of_kind])
        elif name:
            of_project = projects[at]
            made = TaskId(made_id("task", of_project.id or "", name))
            task = Task(made, name, of_project)
        tasks[task.id] = task
        place.append(order.setdefault(task.id, len(order)))
    return tuple(tasks.values()), _placed(place, number)


def _tags(
    table: Table, kinds: tuple[str, ...], kind: NDArray[np.intp]
) -> tuple[tuple[tuple[Tag, ...], ...], NDArray[np.intp]]:
    column = table.column(Field.TAGS)
    across = len(column.texts)
    used, number = numbered(kind * across + column.codes, len(kinds) * across)
    sets: dict[tuple[Tag, ...], int] = {}
    place = []
    for code in used.tolist():
        kind_at, text = divmod(code, across)
        of_kind = kinds[kind_at]
        told = _split_tags(plain_text(column.texts[text]))
        if of_kind in NO_WORK:
            told = (Tag(TagId(of_kind), NO_WORK[of_kind]),)
        place.append(sets.setdefault(told, len(sets)))
    return tuple(sets), _placed(place, number)


def _split_tags(text: str) -> tuple[Tag, ...]:
    names: Iterable[str] = dict.fromkeys(filter(None, text.split(_BETWEEN)))
    return tuple(Tag(TagId(made_id("tag", name)), name) for name in names)


def _placed(places: list[int], number: NDArray[np.intp]) -> NDArray[np.intp]:
    return np.array(places, np.intp).reshape(len(places))[number]
