"""Which entries a report is about: the filters of its body.

``users: {"ids": [...]}`` alone returns nothing [seed]; with ``contains`` and
``status`` it works [code], and ``status`` goes by membership, so that somebody
deactivated needs ``ALL`` [off]. The other filters take ``ids`` alone [?].
``archived: true`` keeps archived projects only, ``false`` keeps everything [?].
Nothing here is invoiced. A plain member sees their own time only.
"""

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.sample.entries import NONE, RUNNING, Entries
from clockify_desktop.sample.moment import WEEK
from clockify_desktop.sample.server import refusals
from clockify_desktop.sample.server.reports.question import Question
from clockify_desktop.sample.workspace import SampleWorkspace
from clockify_desktop.sample.zones import clock_for

Mask = NDArray[np.bool_]
# More than there are days, for centuries.
_MANY = 1_000_000
_ACTIVE_PROJECT, _ARCHIVED_PROJECT = "ACTIVE", "ARCHIVED"


def chosen(question: Question) -> Entries:
    """Choose the entries that a report is about.

    Membership in the range goes by an entry's start. What still runs is left out,
    as it has no duration yet [?].

    Args:
        question: Range and filters.

    Returns:
        Finished entries, sorted by start.
    """
    workspace = question.desk.workspace
    first_ms, last_ms = question.bounds_ms
    entries = workspace.entries
    begin = np.searchsorted(entries.start_s, -(-first_ms // 1000), side="left")
    end = np.searchsorted(entries.start_s, last_ms // 1000, side="right")
    entries = entries.take(slice(int(begin), int(end)))
    mask = entries.end_s != RUNNING
    if not question.desk.sees_everybody:
        mask &= entries.user == question.desk.viewer
    mask &= _people(question, workspace)[entries.user]
    # Position -1, the last one, stands for "no project".
    mask &= _projects(question, workspace)[entries.project]
    mask &= _tasks(question, workspace)[entries.task]
    mask &= _tags(question, workspace)[entries.tags]
    mask &= _texts(question, workspace)[entries.description]
    billable = question.value("billable", bool)
    if billable is not None:
        mask &= entries.billable == billable
    mask &= _states(question, workspace, entries)
    return entries.take(mask)


def approval_of(workspace: SampleWorkspace, entries: Entries) -> NDArray[np.int64]:
    """Find the hand-in that each entry is part of.

    Weeks are those of each person's own clock, Monday first.

    Returns:
        int64, the number of an approval or -1.
    """
    if not (len(entries) and workspace.approvals):
        return np.full(len(entries), NONE, np.int64)
    # A person and a Monday in one number, so that one search finds all.
    made = np.array([a.person * _MANY + a.monday for a in workspace.approvals])
    order = np.argsort(made)
    zones = np.array([person.zone for person in workspace.people])[entries.user]
    first_s, last_s = int(entries.start_s.min()), int(entries.start_s.max())
    day = np.empty(len(entries), np.int64)
    for zone in np.unique(zones):
        here = zones == zone
        day[here] = clock_for(str(zone), first_s, last_s).to_days(entries.start_s[here])
    key = entries.user.astype(np.int64) * _MANY + day - (day + 3) % WEEK
    at = np.minimum(np.searchsorted(made[order], key), len(made) - 1)
    number: NDArray[np.int64] = order[at]
    return np.where(made[number] == key, number, NONE)


def _listed(question: Question, name: str) -> tuple[set[str], str | None, str | None]:
    part = question.section(name)
    ids = part.get("ids") or []
    if not isinstance(ids, list):
        refusals.bad_request(f"{name}.ids is no list")
    contains, status = part.get("contains"), part.get("status")
    return (
        {str(wanted) for wanted in ids},
        None if contains is None else str(contains),
        None if status is None else str(status),
    )


def _by_ids(known: list[str], ids: set[str], contains: str | None) -> Mask:
    if not ids:
        return np.ones(len(known), np.bool_)
    hit = np.array([name in ids for name in known], np.bool_)
    return ~hit if contains == "DOES_NOT_CONTAIN" else hit


def _people(question: Question, workspace: SampleWorkspace) -> Mask:
    people = workspace.people
    ids, contains, status = _listed(question, "users")
    if ids and (contains is None or status is None):
        return np.zeros(len(people), np.bool_)
    mask = _by_ids([person.id for person in people], ids, contains)
    if status not in {None, "ALL"}:
        standing = [workspace.membership_of(n) for n in range(len(people))]
        wanted = {"ACTIVE", "PENDING"} if status == "ACTIVE_WITH_PENDING" else {status}
        mask &= np.array([place in wanted for place in standing], np.bool_)
    groups, with_groups, _ = _listed(question, "userGroups")
    if groups:
        inside = np.array(
            [
                any(workspace.group_ids[g] in groups for g in workspace.groups_of(n))
                for n in range(len(people))
            ],
            np.bool_,
        )
        mask &= ~inside if with_groups == "DOES_NOT_CONTAIN" else inside
    return mask


def _projects(question: Question, workspace: SampleWorkspace) -> Mask:
    """Tell for each project, and last for "no project", whether it is wanted."""
    projects = workspace.projects
    ids, contains, status = _listed(question, "projects")
    mask = _by_ids([*workspace.project_ids, ""], ids, contains)
    owners = [
        "" if project.client is None else workspace.client_ids[project.client]
        for project in projects
    ]
    clients, with_clients, _ = _listed(question, "clients")
    mask &= _by_ids([*owners, ""], clients, with_clients)
    archived = np.array([*(project.archived for project in projects), False], np.bool_)
    if status == _ARCHIVED_PROJECT or question.body.get("archived") is True:
        mask &= archived
    elif status == _ACTIVE_PROJECT:
        mask &= ~archived
    codes, with_codes, _ = _listed(question, "currency")
    used = [workspace.currency_of(number) for number in range(len(projects))]
    mask &= _by_ids([*used, workspace.currency], codes, with_codes)
    return mask


def _tasks(question: Question, workspace: SampleWorkspace) -> Mask:
    ids, contains, _ = _listed(question, "tasks")
    return _by_ids([*workspace.task_ids, ""], ids, contains)


def _tags(question: Question, workspace: SampleWorkspace) -> Mask:
    """Tell for each set of tags whether it is wanted."""
    part = question.section("tags")
    ids, contains, _ = _listed(question, "tags")
    contains = str(part.get("containedInTimeentry") or contains or "CONTAINS")
    sets = [{workspace.tag_ids[tag] for tag in tags} for tags in workspace.tag_sets]
    if not ids:
        return np.ones(len(sets), np.bool_)
    if contains == "CONTAINS_ONLY":
        return np.array([tags == ids for tags in sets], np.bool_)
    hit = np.array([bool(tags & ids) for tags in sets], np.bool_)
    return ~hit if contains == "DOES_NOT_CONTAIN" else hit


def _texts(question: Question, workspace: SampleWorkspace) -> Mask:
    texts = list(workspace.texts)
    wanted = (question.value("description", str) or "").casefold()
    mask = np.array([wanted in text.casefold() for text in texts], np.bool_)
    if question.value("withoutDescription", bool):
        mask &= np.array([not text for text in texts], np.bool_)
    return mask


def _states(question: Question, workspace: SampleWorkspace, entries: Entries) -> Mask:
    mask = np.ones(len(entries), np.bool_)
    if question.body.get("invoicingState") == "INVOICED":
        mask[:] = False
    state = str(question.body.get("approvalState"))
    if state in {"APPROVED", "UNAPPROVED"}:
        states = [approval.state == "APPROVED" for approval in workspace.approvals]
        approved = np.array([*states, False], np.bool_)[approval_of(workspace, entries)]
        mask &= approved if state == "APPROVED" else ~approved
    return mask
