"""What replies name, joined with the directory by id.

Somebody or something that only the time still tells of keeps the name that the reply
gave: deleted ones, hidden ones, and all where a list is refused.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.directory import (
    Activity,
    Client,
    Directory,
    Person,
    Project,
    Task,
    groups_by_member,
)
from clockify_desktop.domain.identity import ClientId, ProjectId, TaskId, UserId
from clockify_desktop.domain.keys import WITHOUT_PROJECT, WITHOUT_TASK
from clockify_desktop.domain.showable import NO_NAME
from clockify_desktop.services.numbering import Named, Numbering


def people_of(numbering: Numbering, directory: Directory) -> tuple[Person, ...]:
    """Describe the people in the order of their numbers."""
    known = {person.id: person for person in directory.people}
    groups = groups_by_member(directory.groups)

    def person(user_id: UserId, told: Named) -> Person:
        return known.get(user_id) or Person(
            user_id,
            told.name or user_id or NO_NAME,
            activity=Activity.UNKNOWN,
            groups=groups.get(user_id, ()),
        )

    return tuple(
        person(UserId(user_id or ""), told) for user_id, told in numbering.users.items()
    )


def projects_of(numbering: Numbering, directory: Directory) -> tuple[Project, ...]:
    """Describe the projects in the order of their numbers."""
    known = {project.id: project for project in directory.projects}
    clients = _Clients(directory)
    found = []
    for text, told in numbering.projects.items():
        if text is None:
            found.append(Project(None, WITHOUT_PROJECT))
            continue
        project_id = ProjectId(text)
        as_told = clients.project(project_id, told)
        project = known.get(project_id)
        found.append(project.completed(as_told) if project else as_told)
    return tuple(found)


class _Clients:
    """The clients of the directory, by id and by name."""

    def __init__(self, directory: Directory) -> None:
        self._by_id = {client.id: client for client in directory.clients}
        names = Counter(client.name for client in directory.clients)
        # Of two clients of one name it would be the wrong one as often as not.
        self._by_name = {
            client.name: client
            for client in directory.clients
            if names[client.name] == 1
        }

    def project(self, project_id: ProjectId, told: Named) -> Project:
        """Describe a project as the reply tells of it: deleted, or hidden."""
        name = told.client_name or ""
        client: Client | None
        if told.client_id:
            client_id = ClientId(told.client_id)
            client = self._by_id.get(client_id) or Client(client_id, name)
        else:
            client = self._by_name.get(name)
        return Project(
            id=project_id,
            name=told.name or project_id,
            client_id=client.id if client else None,
            client_name=name or (client.name if client else ""),
            color=told.color,
            currency=client.currency if client else None,
        )


def tasks_of(
    numbering: Numbering,
    projects: Sequence[Project],
    project: NDArray[np.intp],
    task: NDArray[np.intp],
) -> tuple[Task, ...]:
    """Describe the tasks in the order of their numbers.

    Args:
        project: intp, one a leaf, positions in ``projects``.
        task: intp, one a leaf.
    """
    used, first = np.unique(task, return_index=True)
    of_task = dict(zip(used.tolist(), project[first].tolist(), strict=True))
    return tuple(
        Task(None, WITHOUT_TASK)
        if task_id is None
        else Task(
            TaskId(task_id),
            told.name or task_id,
            projects[of_task[number]] if number in of_task else None,
        )
        for number, (task_id, told) in enumerate(numbering.tasks.items())
    )
