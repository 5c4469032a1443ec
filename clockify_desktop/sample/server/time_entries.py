"""Time entries on the core host.

``start`` and ``end`` of the list are read as the wall clock of the key owner's
profile even with a ``Z``, while replies are UTC: the double conversion
[seed][live]. An entry is in the range when its start is, both ends included [?].
Durations are ISO 8601, null while running, as is the end [rec].
"""

from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.sample.entries import NONE, RUNNING, TYPES, Entries, Entry
from clockify_desktop.sample.ids import entry_id
from clockify_desktop.sample.projects import TASKS_A_PROJECT
from clockify_desktop.sample.server import paging, projects, refusals, users
from clockify_desktop.sample.server.calls import Call, Desk, Reply
from clockify_desktop.sample.server.directory import tag
from clockify_desktop.sample.server.reports.filters import approval_of
from clockify_desktop.sample.server.reports.question import read_wall
from clockify_desktop.sample.server.wire import Json, iso_duration, money, utc
from clockify_desktop.sample.workspace import SampleWorkspace
from clockify_desktop.sample.zones import find_zone, wall_to_instant_ms

_IN_PROGRESS_SIZE = 10
# The others are made of holidays and leave.
_POSTED_TYPES = TYPES[:2]
_FIRST_YEAR, _LAST_YEAR = 1971, 2099


def written(desk: Desk, chosen: Entries) -> list[Json]:
    """Write entries [rec].

    Args:
        desk: Who looks at which workspace.
        chosen: Not more than a page.
    """
    workspace = desk.workspace
    locks = approval_of(workspace, chosen)
    rows: list[Json] = []
    for at in range(len(chosen)):
        start_s, end_s = int(chosen.start_s[at]), int(chosen.end_s[at])
        person, project = int(chosen.user[at]), int(chosen.project[at])
        task, lock = int(chosen.task[at]), int(locks[at])
        currency = workspace.currency_of(project)
        rate = workspace.rate_of(person, project)
        running = end_s == RUNNING
        rows.append(
            {
                "id": entry_id(workspace.number, start_s, int(chosen.serial[at])),
                "description": workspace.texts[int(chosen.description[at])],
                "tagIds": [
                    workspace.tag_ids[number]
                    for number in workspace.tag_sets[int(chosen.tags[at])]
                ],
                "userId": workspace.people[person].id,
                "billable": bool(chosen.billable[at]),
                "taskId": workspace.task_ids[task] if task != NONE else None,
                "projectId": (
                    workspace.project_ids[project] if project != NONE else None
                ),
                "workspaceId": workspace.id,
                "timeInterval": {
                    "start": utc(start_s),
                    "end": None if running else utc(end_s),
                    "duration": None if running else iso_duration(end_s - start_s),
                },
                "customFieldValues": [],
                "type": TYPES[int(chosen.kind[at])],
                "kioskId": None,
                "hourlyRate": money(rate, currency) if desk.sees_everybody else None,
                "costRate": None,
                "isLocked": lock != NONE
                and workspace.approvals[lock].state == "APPROVED",
            }
        )
    return rows


def _hydrate(call: Call, desk: Desk, rows: list[Json]) -> None:
    """Add the objects behind the ids [rec]."""
    workspace = desk.workspace
    logged = projects.logged_s(workspace)
    people = {person.id: person for person in workspace.people}
    for row in rows:
        row["user"] = users.user(call.organisation, people[str(row["userId"])])
        row["project"] = row["task"] = None
        if row["projectId"] is not None:
            number = workspace.project_ids.index(str(row["projectId"]))
            row["project"] = projects.project(desk, number, logged, hydrated=False)
        if row["taskId"] is not None:
            number = workspace.task_ids.index(str(row["taskId"]))
            row["task"] = projects.task(desk, number, int(logged[1][number]))
        tags = row.pop("tagIds")
        row["tags"] = [
            tag(workspace.tag_ids, workspace.tags, number, workspace.id)
            for number, known in enumerate(workspace.tag_ids)
            if isinstance(tags, list) and known in tags
        ]


def _wanted(call: Call, desk: Desk, person: int) -> NDArray[np.bool_]:
    workspace, query = desk.workspace, call.query
    entries = workspace.entries
    mask: NDArray[np.bool_] = entries.user == person
    zone = find_zone(call.viewer.zone)
    if "start" in query:
        first_ms = wall_to_instant_ms(read_wall(query["start"], "start"), zone)
        mask &= entries.start_s * 1000 >= first_ms
    if "end" in query:
        last_ms = wall_to_instant_ms(read_wall(query["end"], "end"), zone)
        mask &= entries.start_s * 1000 <= last_ms
    if call.flag("in-progress"):
        mask &= entries.end_s == RUNNING
    if "project" in query:
        ids = workspace.project_ids
        mask &= entries.project == desk.number_of(ids, query["project"], "Project")
    if "task" in query:
        mask &= entries.task == desk.number_of(
            workspace.task_ids, query["task"], "Task"
        )
    if "description" in query:
        sought = query["description"].casefold()
        hits = [sought in text.casefold() for text in list(workspace.texts)]
        mask &= np.array(hits, np.bool_)[entries.description]
    tags = {part for text in query.getlist("tags") for part in text.split(",") if part}
    if tags:
        numbers = {desk.number_of(workspace.tag_ids, wanted, "Tag") for wanted in tags}
        hits = [bool(numbers & set(carried)) for carried in list(workspace.tag_sets)]
        mask &= np.array(hits, np.bool_)[entries.tags]
    if call.flag("project-required"):
        mask &= entries.project != NONE
    if call.flag("task-required"):
        mask &= entries.task != NONE
    return mask


def get_time_entries(call: Call) -> Reply:
    """Answer ``GET /workspaces/{w}/user/{u}/time-entries``, newest first."""
    desk = call.workspace()
    person = desk.person(call.ids["user"])
    return _listed(call, desk, _wanted(call, desk, person), paging.DEFAULT_SIZE)


def get_in_progress(call: Call) -> Reply:
    """Answer ``GET /workspaces/{w}/time-entries/status/in-progress``: 10 a page."""
    desk = call.workspace()
    entries = desk.workspace.entries
    mask = entries.end_s == RUNNING
    if not desk.sees_everybody:
        mask &= entries.user == desk.viewer
    return _listed(call, desk, mask, _IN_PROGRESS_SIZE)


def _listed(call: Call, desk: Desk, mask: NDArray[np.bool_], size: int) -> Reply:
    newest_first = np.flatnonzero(mask)[::-1]
    page = paging.bounds(call.query, size)
    rows = written(desk, desk.workspace.entries.take(newest_first[page]))
    if call.flag("hydrated"):
        _hydrate(call, desk, rows)
    return Reply(rows, headers=paging.last_page(page, len(newest_first)))


def post_time_entry(call: Call) -> Reply:
    """Answer ``POST /workspaces/{w}/time-entries``: the key's owner did something.

    Here ``start`` and ``end`` are instants [off]; without an end it is running.
    """
    desk = call.workspace()
    workspace, body = desk.workspace, call.body
    start_s = _instant_s(body.get("start"), "start")
    end_s = RUNNING if body.get("end") is None else _instant_s(body["end"], "end")
    if end_s != RUNNING and end_s < start_s:
        refusals.bad_request("end is before start")
    project = _optional(desk, workspace.project_ids, body.get("projectId"), "Project")
    if project != NONE and not desk.sees_project(project):
        refusals.access_denied()
    task = _optional(desk, workspace.task_ids, body.get("taskId"), "Task")
    if task != NONE and task // TASKS_A_PROJECT != project:
        refusals.unknown_id("Task")
    text, tags = body.get("description") or "", body.get("tagIds") or []
    if not isinstance(text, str) or not isinstance(tags, list):
        refusals.bad_request("description is a text and tagIds a list")
    numbers = {desk.number_of(workspace.tag_ids, str(one), "Tag") for one in tags}
    by_project = project != NONE and workspace.projects[project].billable
    billable = body.get("billable")
    entry = Entry(
        start_s,
        end_s,
        desk.viewer,
        project,
        task,
        billable=by_project if billable is None else bool(billable),
        kind=_kind(body.get("type")),
    )
    stored = workspace.add(entry, text, tuple(sorted(numbers)))
    return Reply(_found(desk, workspace, stored), status=201)


def _found(desk: Desk, workspace: SampleWorkspace, stored: Entry) -> Json:
    here = np.flatnonzero(workspace.entries.serial == stored.serial)
    return written(desk, workspace.entries.take(here))[0]


def _instant_s(text: object, name: str) -> int:
    wall = read_wall(text, name)
    if not _FIRST_YEAR <= wall.year <= _LAST_YEAR:
        refusals.bad_request(f"{name} is too far away")
    instant = datetime.fromisoformat(str(text))
    return int((instant if instant.tzinfo else wall.replace(tzinfo=UTC)).timestamp())


def _optional(desk: Desk, ids: list[str], wanted: object, what: str) -> int:
    return desk.number_of(ids, str(wanted), what) if wanted else NONE


def _kind(named: object) -> int:
    kind = str(named or TYPES[0])
    if kind not in _POSTED_TYPES:
        refusals.bad_request("type is REGULAR or BREAK")
    return TYPES.index(kind)
