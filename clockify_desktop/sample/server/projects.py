"""Projects and their tasks.

``archived`` left out returns archived and active rows, whatever the description's
default says [live]. ``hydrated=true`` adds client, tasks, currency and memberships
[rec]. Rates are null for whom the settings hide them [?].
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.sample.projects import TASKS_A_PROJECT
from clockify_desktop.sample.server import paging, refusals
from clockify_desktop.sample.server.calls import Call, Desk, Reply
from clockify_desktop.sample.server.directory import client
from clockify_desktop.sample.server.labels import (
    client_id_of,
    client_name_of,
    color_of,
    task_name,
)
from clockify_desktop.sample.server.memberships import membership, project_members
from clockify_desktop.sample.server.wire import Json, iso_duration, money
from clockify_desktop.sample.server.workspaces import DEFAULT_RATE, currency_id
from clockify_desktop.sample.workspace import SampleWorkspace

Logged = tuple[NDArray[np.int64], NDArray[np.int64]]
"""Seconds a project and seconds a task, int64."""


def logged_s(workspace: SampleWorkspace) -> Logged:
    """Sum the seconds a project and a task, int64."""
    entries = workspace.entries
    seconds = entries.seconds()

    def sums(column: NDArray[np.int32], size: int) -> NDArray[np.int64]:
        # Those without one go into a bin of their own, which is dropped.
        bins = np.bincount(column + 1, weights=seconds, minlength=size + 1)
        whole: NDArray[np.int64] = bins[1:].astype(np.int64)
        return whole

    return (
        sums(entries.project, len(workspace.projects)),
        sums(entries.task, len(workspace.task_ids)),
    )


def task(desk: Desk, number: int, seconds: int) -> Json:
    """Write one task [rec].

    Args:
        desk: Who looks at which workspace.
        number: Of the task.
        seconds: What was logged on it.
    """
    workspace = desk.workspace
    project = number // TASKS_A_PROJECT
    named = workspace.projects[project]
    return {
        "id": workspace.task_ids[number],
        "name": task_name(workspace, number),
        "projectId": workspace.project_ids[project],
        "assigneeIds": [],
        "assigneeId": None,
        "userGroupIds": [],
        "estimate": "PT0S",
        "status": "ACTIVE",
        "budgetEstimate": 0,
        "duration": iso_duration(seconds),
        "billable": named.billable,
        "hourlyRate": _rate(desk, project),
        "costRate": None,
        "favorite": False,
    }


def _rate(desk: Desk, number: int) -> Json | None:
    if not desk.sees_everybody:
        return None
    workspace = desk.workspace
    own = workspace.projects[number].rate
    return money(own or DEFAULT_RATE, workspace.currency_of(number))


def project(
    desk: Desk,
    number: int,
    logged: Logged,
    *,
    hydrated: bool,
) -> Json:
    """Write one project [rec].

    Args:
        desk: Who looks at which workspace.
        number: Of the project.
        logged: Seconds a project and a task.
        hydrated: Whether everything about it is asked for.
    """
    workspace = desk.workspace
    named = workspace.projects[number]
    hours = named.estimate_h
    estimate = iso_duration((hours or 0) * 3600)
    kind = "AUTO" if hours is None else "MANUAL"
    row: Json = {
        "id": workspace.project_ids[number],
        "name": named.name,
        "hourlyRate": _rate(desk, number),
        "clientId": client_id_of(workspace, number),
        "workspaceId": workspace.id,
        "billable": named.billable,
        "memberships": [],
        "color": color_of(number),
        "estimate": {"estimate": estimate, "type": kind},
        "archived": named.archived,
        "duration": iso_duration(int(logged[0][number])),
        "clientName": client_name_of(workspace, number),
        "note": "",
        "costRate": None,
        "timeEstimate": {
            "estimate": estimate,
            "type": kind,
            "resetOption": "MONTHLY" if named.monthly else None,
            "active": hours is not None,
            "includeNonBillable": True,
        },
        "budgetEstimate": _budget(named.budget),
        "template": False,
        "public": named.only is None,
    }
    if hydrated:
        code = workspace.currency_of(number)
        tasks = _tasks_of(number)
        row["memberships"] = [
            membership(
                workspace.people[n], workspace.project_ids[number], "PROJECT", "ACTIVE"
            )
            for n in project_members(workspace, number)
        ]
        row["client"] = (
            None if named.client is None else client(workspace, named.client)
        )
        row["tasks"] = [task(desk, n, int(logged[1][n])) for n in tasks]
        row["customFields"] = []
        row["currency"] = {"id": currency_id(workspace, code), "code": code}
        row["favorite"] = False
    return row


def _budget(minor: int | None) -> Json | None:
    """Write an estimate of money [off]; where there is none it is null [rec]."""
    if minor is None:
        return None
    return {
        "estimate": minor,
        "type": "MANUAL",
        "active": True,
        "includeExpenses": False,
        "resetOption": None,
    }


def _matches(call: Call, desk: Desk) -> Callable[[int], bool]:
    query, workspace = call.query, desk.workspace
    name = query.get("name", "")
    strict = bool(call.flag("strict-name-search"))
    archived, billable = call.flag("archived"), call.flag("billable")
    clients = _ids(call, "clients")
    users = _ids(call, "users")
    with_client = call.flag("contains-client") is not False
    with_user = call.flag("contains-user") is not False

    def matches(number: int) -> bool:
        named = workspace.projects[number]
        right_name = (
            named.name == name if strict else name.casefold() in named.name.casefold()
        )
        if not (desk.sees_project(number) and (right_name or not name)):
            return False
        if archived not in {None, named.archived} or billable not in {
            None,
            named.billable,
        }:
            return False
        if clients and (client_id_of(workspace, number) in clients) != with_client:
            return False
        members = {workspace.people[n].id for n in project_members(workspace, number)}
        return not users or bool(users & members) == with_user

    return matches


def _ids(call: Call, name: str) -> set[str]:
    """Read a list that may be repeated or joined with commas."""
    return {
        part for text in call.query.getlist(name) for part in text.split(",") if part
    }


def get_projects(call: Call) -> Reply:
    """Answer ``GET /workspaces/{w}/projects``, by name unless said."""
    desk = call.workspace()
    workspace = desk.workspace
    logged = logged_s(workspace)
    columns: dict[str, Callable[[int], object]] = {
        "ID": lambda n: workspace.project_ids[n],
        "CLIENT_NAME": lambda n: client_name_of(workspace, n).casefold(),
        "DURATION": lambda n: int(logged[0][n]),
    }
    column = columns.get(
        call.query.get("sort-column", "NAME"),
        lambda n: workspace.projects[n].name.casefold(),
    )
    matches = _matches(call, desk)
    numbers = [n for n in range(len(workspace.projects)) if matches(n)]
    numbers.sort(key=column, reverse=call.query.get("sort-order") == "DESCENDING")
    page = paging.bounds(call.query)
    hydrated = bool(call.flag("hydrated"))
    rows = [project(desk, n, logged, hydrated=hydrated) for n in numbers[page]]
    return Reply(rows, headers=paging.last_page(page, len(numbers)))


def _wanted(call: Call, desk: Desk) -> int:
    number = desk.number_of(desk.workspace.project_ids, call.ids["project"], "Project")
    if not desk.sees_project(number):
        refusals.access_denied()
    return number


def get_project(call: Call) -> Reply:
    """Answer ``GET /workspaces/{w}/projects/{p}``."""
    desk = call.workspace()
    number = _wanted(call, desk)
    logged = logged_s(desk.workspace)
    return Reply(project(desk, number, logged, hydrated=bool(call.flag("hydrated"))))


def get_tasks(call: Call) -> Reply:
    """Answer ``GET /workspaces/{w}/projects/{p}/tasks``."""
    desk = call.workspace()
    number = _wanted(call, desk)
    logged = logged_s(desk.workspace)[1]
    rows = [task(desk, n, int(logged[n])) for n in _tasks_of(number)]
    return paging.paged(call.query, rows)


def _tasks_of(number: int) -> range:
    return range(number * TASKS_A_PROJECT, (number + 1) * TASKS_A_PROJECT)
