"""What projects, clients and tasks are called and coloured."""

from clockify_desktop.sample.projects import COLORS, TASKS_A_PROJECT
from clockify_desktop.sample.workspace import SampleWorkspace


def color_of(number: int) -> str:
    """Give the colour of a project."""
    return COLORS[number % len(COLORS)]


def client_name_of(workspace: SampleWorkspace, number: int) -> str:
    """Give the name of a project's client, ``""`` without one [rec]."""
    client = workspace.projects[number].client
    return "" if client is None else workspace.clients[client].name


def client_id_of(workspace: SampleWorkspace, number: int) -> str:
    """Give the id of a project's client, ``""`` without one [rec]."""
    client = workspace.projects[number].client
    return "" if client is None else workspace.client_ids[client]


def task_name(workspace: SampleWorkspace, number: int) -> str:
    """Give the name of a task."""
    project, place = divmod(number, TASKS_A_PROJECT)
    return workspace.projects[project].tasks[place]
