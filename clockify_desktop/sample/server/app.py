"""The ASGI application: routes, errors and what keeps the loop free."""

import asyncio
from collections.abc import Awaitable, Callable
from http import HTTPStatus

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from clockify_desktop.sample.keys import Keys
from clockify_desktop.sample.organisation import Organisation
from clockify_desktop.sample.server import (
    absences,
    approvals,
    directory,
    projects,
    refusals,
    time_entries,
    users,
    workspaces,
)
from clockify_desktop.sample.server.authentication import viewer
from clockify_desktop.sample.server.calls import Call, Handler, Reply
from clockify_desktop.sample.server.refusals import RefusalError
from clockify_desktop.sample.server.reports import attendance, detailed, summary

CORE_PREFIX = "/api/v1"
REPORTS_PREFIX = "/report/v1"

_W = "/workspaces/{workspace}"
_CORE: tuple[tuple[str, str, Handler], ...] = (
    ("GET", "/user", users.get_user),
    ("GET", "/workspaces", workspaces.get_workspaces),
    ("GET", _W, workspaces.get_workspace),
    ("GET", f"{_W}/users", users.get_users),
    ("GET", f"{_W}/projects", projects.get_projects),
    ("GET", f"{_W}/projects/{{project}}", projects.get_project),
    ("GET", f"{_W}/projects/{{project}}/tasks", projects.get_tasks),
    ("GET", f"{_W}/clients", directory.get_clients),
    ("GET", f"{_W}/tags", directory.get_tags),
    ("GET", f"{_W}/user-groups", users.get_groups),
    ("GET", f"{_W}/holidays", absences.get_holidays),
    ("GET", f"{_W}/member-profile/{{user}}", users.get_member_profile),
    ("GET", f"{_W}/user/{{user}}/time-entries", time_entries.get_time_entries),
    ("GET", f"{_W}/time-entries/status/in-progress", time_entries.get_in_progress),
    ("POST", f"{_W}/time-entries", time_entries.post_time_entry),
    ("GET", f"{_W}/approval-requests", approvals.get_approval_requests),
    ("POST", f"{_W}/time-off/requests", absences.find_time_off),
)
_REPORTS: tuple[tuple[str, str, Handler], ...] = (
    ("POST", f"{_W}/reports/summary", summary.get_summary),
    ("POST", f"{_W}/reports/detailed", detailed.get_detailed),
    ("POST", f"{_W}/reports/attendance", attendance.get_attendance),
)


def _encoded(reply: Reply) -> Response:
    return Response(
        msgspec.json.encode(reply.payload),
        reply.status,
        dict(reply.headers),
        "application/json",
    )


def _refused(refusal: RefusalError) -> Response:
    body = refusal.body()
    if body is None:
        return Response(status_code=refusal.status)
    return _encoded(Reply(body, refusal.status))


def _answered(handler: Handler, call: Call) -> Response:
    try:
        return _encoded(handler(call))
    except RefusalError as refusal:
        return _refused(refusal)


def _endpoint(keys: Keys, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        try:
            person = viewer(keys, request.headers)
            body = _read_body(await request.body())
        except RefusalError as refusal:
            return _refused(refusal)
        call = Call(
            keys.organisation, person, request.path_params, request.query_params, body
        )
        # In the demo this is the window's own loop: it must not wait for sums.
        return await asyncio.to_thread(_answered, handler, call)

    return answer


def _read_body(sent: bytes) -> dict[str, object]:
    if not sent:
        return {}
    try:
        return msgspec.json.decode(sent, type=dict[str, object])
    except (msgspec.DecodeError, RecursionError):
        refusals.bad_request("The body is no JSON object")


async def _no_route(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    try:
        if status == HTTPStatus.METHOD_NOT_ALLOWED:
            refusals.no_such_method(request.method)
        refusals.no_such_resource(request.url.path)
    except RefusalError as refusal:
        return _refused(refusal)


class Delayed:
    """Lets every reply wait, as the way to a real server does.

    Args:
        app: What answers.
        latency_s: How long a request waits before it is looked at.
    """

    def __init__(self, app: ASGIApp, latency_s: float) -> None:
        self._app = app
        self._latency_s = latency_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Wait, then answer."""
        if scope["type"] == "http" and self._latency_s:
            await asyncio.sleep(self._latency_s)
        await self._app(scope, receive, send)


def create_app(organisation: Organisation) -> Starlette:
    """Make the application that serves an organisation.

    Args:
        organisation: What is served. New time entries go into it.

    Returns:
        The core host under ``/api/v1``, the reports host under ``/report/v1``.
    """
    keys = Keys(organisation)

    # Flat routes: inside a Mount a slash too many would be a redirect, here it is a
    # wrong path.
    tables = ((CORE_PREFIX, _CORE), (REPORTS_PREFIX, _REPORTS))
    app = Starlette(
        routes=[
            Route(prefix + path, _endpoint(keys, handler), methods=[method])
            for prefix, table in tables
            for method, path, handler in table
        ],
        exception_handlers={404: _no_route, 405: _no_route},
    )
    app.router.redirect_slashes = False
    return app
