"""``POST /workspaces/{w}/reports/detailed``: the entries themselves.

``page`` counts from 1 and ``pageSize`` is at most 1000 [off]; 50 where it is left
out [?]. ``start`` and ``end`` carry the offset of the report's zone, durations are
seconds [rec]. ``taskName`` and ``tags`` are missing where there are none [rec]; what
has no project has nulls and ``""`` for the client [?]. Newest first unless said [?].
Whether plain JSON has earned and cost amounts, custom fields and invoicing, as another
export type has [live], is [?]; here it has them, custom fields empty. What an entry
that was invoiced says is [?]; here it is what is described of expenses.
"""

from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.sample.entries import NONE, TYPES
from clockify_desktop.sample.ids import Kind, entry_id, sample_id
from clockify_desktop.sample.server import refusals
from clockify_desktop.sample.server.calls import Call, Reply
from clockify_desktop.sample.server.labels import (
    client_id_of,
    client_name_of,
    color_of,
    task_name,
)
from clockify_desktop.sample.server.reports.filters import approval_of
from clockify_desktop.sample.server.reports.question import Question, read_question
from clockify_desktop.sample.server.reports.sums import Sums, cost_rate, number
from clockify_desktop.sample.server.wire import Json
from clockify_desktop.sample.workspace import SampleWorkspace

_DEFAULT_SIZE = 50
_LARGEST_SIZE = 1000
_LARGEST_PAGE = 1_000_000


def asked_page(question: Question, section: str) -> slice:
    """Tell which rows are wanted by ``page`` and ``pageSize`` of a part of the body."""
    part = question.section(section)
    limits = {"page": (1, _LARGEST_PAGE), "pageSize": (_DEFAULT_SIZE, _LARGEST_SIZE)}
    found = []
    for name, (default, largest) in limits.items():
        value = part.get(name, default)
        if not isinstance(value, int) or not 1 <= value <= largest:
            refusals.bad_request(f"{name} must be between 1 and {largest}")
        found.append(value)
    page, size = found
    return slice((page - 1) * size, page * size)


def _order(sums: Sums) -> NDArray[np.intp]:
    """Tell the order of the rows; equal ones in the order of their making."""
    entries, people = sums.entries, sums.workspace.people
    column = sums.question.section("detailedFilter").get("sortColumn") or "DATE"
    keys: NDArray[np.int64] = entries.start_s
    if column == "ID":
        keys = entries.serial
    elif column == "DURATION":
        keys = sums.seconds
    elif column == "DESCRIPTION":
        keys = _ranks(sums.workspace.texts)[entries.description]
    elif column in {"USER", "USER_DATE"}:
        names = [f"{person.name or ''} {person.id}" for person in people]
        keys = _ranks(names)[entries.user]
    order: NDArray[np.intp] = np.lexsort((entries.serial, entries.start_s, keys))
    ascending = sums.question.body.get("sortOrder") == "ASCENDING"
    return order if ascending else order[::-1]


def _ranks(texts: list[str]) -> NDArray[np.int64]:
    order = sorted(range(len(texts)), key=lambda at: texts[at].casefold())
    ranks = np.empty(len(texts), np.int64)
    ranks[order] = np.arange(len(texts))
    return ranks


def _rows(sums: Sums, chosen: NDArray[np.intp]) -> list[Json]:
    workspace, zone = sums.workspace, sums.question.zone
    entries = sums.entries.take(chosen)
    seconds, rates = sums.seconds[chosen].tolist(), sums.rate[chosen].tolist()
    amounts = [amount[chosen].tolist() for amount in sums.amounts]
    earned, cost = (sums.by_kind[kind][chosen].tolist() for kind in ("EARNED", "COST"))
    full_rates = sums.full_rate[chosen].tolist()
    locks = approval_of(workspace, entries).tolist()
    rows: list[Json] = []
    for at in range(len(entries)):
        start_s, end_s = int(entries.start_s[at]), int(entries.end_s[at])
        person = workspace.people[int(entries.user[at])]
        project, task = int(entries.project[at]), int(entries.task[at])
        lock = locks[at]
        approved = lock != NONE and workspace.approvals[lock].state == "APPROVED"
        row: Json = {
            "_id": entry_id(workspace.number, start_s, int(entries.serial[at])),
            "description": workspace.texts[int(entries.description[at])],
            "userId": person.id,
            "timeInterval": {
                "start": datetime.fromtimestamp(start_s, zone).isoformat(),
                "end": datetime.fromtimestamp(end_s, zone).isoformat(),
                "duration": seconds[at],
            },
            "billable": bool(entries.billable[at]),
            "projectId": None,
            "taskId": workspace.task_ids[task] if task != NONE else None,
            "tagIds": [],
            "approvalRequestId": (
                sample_id(Kind.APPROVAL, workspace.number, lock)
                if lock != NONE
                else None
            ),
            "type": TYPES[int(entries.kind[at])],
            "isLocked": approved,
            "amount": number(amounts[0][at]) if amounts else None,
            "rate": rates[at] if amounts else None,
            "projectName": None,
            "projectColor": None,
            "clientName": "",
            "clientId": "",
            "userName": person.name or person.email,
            "userEmail": person.email,
            "customFields": [],
            "invoicingInfo": [],
        }
        if amounts:
            row["amounts"] = sums.amount_list([amount[at] for amount in amounts])
            row["currency"] = workspace.currency_of(project)
            row["earnedAmount"] = number(earned[at])
            row["earnedRate"] = rates[at]
            row["costAmount"] = number(cost[at])
            row["costRate"] = cost_rate(full_rates[at])
        if approved and row["billable"] and project != NONE:
            row["invoicingInfo"] = _invoicing_of(workspace, project)
        if project != NONE:
            row["projectId"] = workspace.project_ids[project]
            row["projectName"] = workspace.projects[project].name
            row["projectColor"] = color_of(project)
            row["clientName"] = client_name_of(workspace, project)
            row["clientId"] = client_id_of(workspace, project)
        if task != NONE:
            row["taskName"] = task_name(workspace, task)
        carried = workspace.tag_sets[int(entries.tags[at])]
        if carried:
            ids = [workspace.tag_ids[tag] for tag in carried]
            row["tagIds"] = ids
            row["tags"] = [
                {"_id": one, "name": workspace.tags[tag]}
                for one, tag in zip(ids, carried, strict=True)
            ]
        rows.append(row)
    return rows


def _invoicing_of(workspace: SampleWorkspace, project: int) -> Json:
    """Tell how the time of a project was invoiced: here, or elsewhere and so marked."""
    if project % 2:
        return {"invoiceId": None, "manuallyInvoiced": True}
    invoice = sample_id(Kind.INVOICE, workspace.number, project)
    return {"invoiceId": invoice, "manuallyInvoiced": False}


def get_detailed(call: Call) -> Reply:
    """Answer with one page of entries."""
    question = read_question(call)
    page = asked_page(question, "detailedFilter")
    sums = Sums(question)
    options = question.section("detailedFilter").get("options")
    totals = [sums.totals()] if len(sums.entries) else []
    if isinstance(options, dict) and options.get("totals") == "EXCLUDE":
        totals = []
    rows = _rows(sums, _order(sums)[page])
    return Reply({"totals": totals, "timeentries": rows})
