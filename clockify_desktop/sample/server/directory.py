"""Clients and tags: short lists by name."""

from clockify_desktop.sample.server import paging
from clockify_desktop.sample.server.calls import Call, Reply
from clockify_desktop.sample.server.wire import Json
from clockify_desktop.sample.server.workspaces import currency_id
from clockify_desktop.sample.workspace import SampleWorkspace


def client(workspace: SampleWorkspace, number: int) -> Json:
    """Write one client [rec]."""
    named = workspace.clients[number]
    code = named.currency or workspace.currency
    return {
        "id": workspace.client_ids[number],
        "name": named.name,
        "email": None,
        "workspaceId": workspace.id,
        "archived": False,
        "address": "",
        "note": "",
        "currencyId": currency_id(workspace, code),
        "currencyCode": code,
    }


def _named(call: Call, rows: list[Json]) -> Reply:
    name, archived = call.query.get("name", "").casefold(), call.flag("archived")
    found = [
        row
        for row in rows
        if name in str(row["name"]).casefold() and archived in {None, row["archived"]}
    ]
    found.sort(key=lambda row: str(row["name"]).casefold())
    if call.query.get("sort-order") == "DESCENDING":
        found.reverse()
    return paging.paged(call.query, found)


def get_clients(call: Call) -> Reply:
    """Answer ``GET /workspaces/{w}/clients``."""
    workspace = call.workspace().workspace
    rows = [client(workspace, number) for number in range(len(workspace.clients))]
    return _named(call, rows)


def tag(ids: list[str], names: tuple[str, ...], number: int, workspace: str) -> Json:
    """Write one tag [rec]."""
    return {
        "id": ids[number],
        "name": names[number],
        "workspaceId": workspace,
        "archived": False,
    }


def get_tags(call: Call) -> Reply:
    """Answer ``GET /workspaces/{w}/tags``."""
    workspace = call.workspace().workspace
    rows = [
        tag(workspace.tag_ids, workspace.tags, number, workspace.id)
        for number in range(len(workspace.tags))
    ]
    return _named(call, rows)
