"""A sample organisation at a quiet moment, and a way to ask its server."""

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from clockify_desktop.sample.keys import MANAGER_KEY, MEMBER_KEY, OWNER_KEY
from clockify_desktop.sample.organisation import Organisation
from clockify_desktop.sample.server.app import create_app

NOW = datetime(2026, 11, 24, 8, 14, tzinfo=UTC)


class Asking:
    """Asks the application without a socket, as one of its keys."""

    def __init__(self, app: Starlette, organisation: Organisation) -> None:
        self._app = app
        self.organisation = organisation
        self.headers = {"X-Api-Key": OWNER_KEY}
        self.now = NOW

    def being(self, **headers: str) -> "Asking":
        other = Asking(self._app, self.organisation)
        other.headers = {k.replace("_", "-"): v for k, v in headers.items()}
        return other

    @property
    def manager(self) -> "Asking":
        return self.being(X_Api_Key=MANAGER_KEY)

    @property
    def member(self) -> "Asking":
        return self.being(X_Api_Key=MEMBER_KEY)

    def send(self, method: str, path: str, **more: Any) -> httpx.Response:
        async def sent() -> httpx.Response:
            transport = httpx.ASGITransport(app=self._app)
            async with httpx.AsyncClient(
                transport=transport, base_url="http://sample"
            ) as client:
                return await client.request(method, path, headers=self.headers, **more)

        return asyncio.run(sent())

    def path(self, path: str, workspace: int = 0) -> str:
        return f"/workspaces/{self.organisation.workspaces[workspace].id}{path}"

    def core(self, path: str, workspace: int = 0, **query: Any) -> httpx.Response:
        path = "/api/v1" + self.path(path, workspace)
        return self.send("GET", path, params=query or None)

    def post(self, path: str, body: Any, workspace: int = 0) -> httpx.Response:
        return self.send("POST", "/api/v1" + self.path(path, workspace), json=body)

    @staticmethod
    def week(**more: Any) -> dict[str, Any]:
        """A report's body for the week before NOW, in Berlin."""
        return {
            "dateRangeStart": "2026-11-16T00:00:00.000Z",
            "dateRangeEnd": "2026-11-22T23:59:59.999Z",
            "timeZone": "Europe/Berlin",
            **more,
        }

    def grouped(self, *groups: str, **more: Any) -> dict[str, Any]:
        """A summary's body for that week."""
        return self.week(summaryFilter={"groups": list(groups)}, **more)

    def summary(self, *groups: str, **more: Any) -> Any:
        """The summary of that week."""
        reply = self.report("summary", self.grouped(*groups, **more))
        assert reply.status_code == 200, reply.text
        return reply.json()

    def report(self, kind: str, body: Any, workspace: int = 0) -> httpx.Response:
        path = "/report/v1" + self.path(f"/reports/{kind}", workspace)
        return self.send("POST", path, json=body)


@pytest.fixture(scope="session")
def organisation() -> Organisation:
    return Organisation.generate(NOW)


@pytest.fixture(scope="session")
def asking(organisation: Organisation) -> Asking:
    """Shared: what is asked here must not change anything."""
    return Asking(create_app(organisation), organisation)


@pytest.fixture
def writing() -> Asking:
    """An organisation of one's own, to write into."""
    organisation = Organisation.generate(NOW, days=30)
    return Asking(create_app(organisation), organisation)


_RECORDED = Path(__file__).parent.parent / "recorded"


def _recorded(name: str) -> Any:
    return json.loads((_RECORDED / f"{name}.json").read_text("utf-8"))


def _kind(value: Any) -> str:
    if value is None:
        return "null"
    names = {bool: "boolean", int: "number", float: "number", str: "string"}
    return names.get(type(value), "object" if isinstance(value, dict) else "array")


def _differences(
    examples: list[Any], reply: Any, nullable: frozenset[str], at: str = "$"
) -> list[str]:
    """List where a reply has not the shape of the recorded examples.

    Every key that all examples have must be there, and every value must have a type
    that was recorded at that place. Where only null was recorded anything goes;
    null where something was recorded is right only under keys named in ``nullable``.
    """
    kinds = {_kind(example) for example in examples}
    mine = _kind(reply)
    if mine not in kinds and kinds != {"null"}:
        allowed = mine == "null" and at.rsplit(".", 1)[-1] in nullable
        return [] if allowed else [f"{at}: {mine} instead of {sorted(kinds)}"]
    found: list[str] = []
    if mine == "object":
        objects = [example for example in examples if isinstance(example, dict)]
        for key in sorted(set.union(*(set(o) for o in objects)) if objects else ()):
            if key in reply:
                known = [o[key] for o in objects if key in o]
                found += _differences(known, reply[key], nullable, f"{at}.{key}")
            elif all(key in o for o in objects):
                found.append(f"{at}.{key}: missing")
    if mine == "array":
        items = [item for e in examples if isinstance(e, list) for item in e]
        for place, item in enumerate(reply if items else ()):
            found += _differences(items, item, nullable, f"{at}[{place}]")
    return found


@pytest.fixture(scope="session")
def unlike_recorded() -> Callable[..., list[str]]:
    """A function that lists where a reply differs from a recording in shape.

    It takes the recording's name, the reply, keys that may be null beside what was
    recorded, and the part of the recording to compare with.
    """

    def compare(
        name: str, reply: Any, nullable: set[str] | None = None, part: str = "body"
    ) -> list[str]:
        return _differences([_recorded(name)[part]], reply, frozenset(nullable or ()))

    return compare
