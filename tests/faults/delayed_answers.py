"""Answers that come when they are told to, in any order, even after a cancel."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import numpy as np

from clockify_desktop.domain.directory import (
    Directory,
    Members,
    Person,
    Project,
    Workspace,
)
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import ProjectId, UserId, WorkspaceId
from clockify_desktop.domain.needs import MembersNeed, Need, ProfileNeed, ReportNeed
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.services.profile import Profile
from clockify_desktop.services.query_cache import QueryCache

# Both accounts see the same ids: what tells them apart is whose rows they are.
WORKSPACES = tuple(
    Workspace(WorkspaceId(one), one.upper()) for one in ("w1", "w2", "w3")
)
ROWS = 3


@dataclass(eq=False)
class Waiting:
    """One question that was asked and not answered yet."""

    answer: Callable[[], object]
    future: "asyncio.Future[object]"


@dataclass
class DelayedAnswers:
    """What one account is answered.

    Args:
        account: Whose rows these are.
        waiting: Questions of all accounts, in the order in which they were asked.
        stubborn: Goes on after a cancel, as a thread would.
    """

    account: str
    waiting: list[Waiting] = field(default_factory=list)
    stubborn: bool = False

    async def profile(self) -> Profile:
        """Ask who the key's owner is."""
        return await self._answered(
            lambda: Profile(
                self.account, "Europe/Berlin", 0, WORKSPACES, WorkspaceId("w1")
            )
        )

    async def report(self, query: ReportQuery, *, refresh: bool = False) -> Report:
        """Give a report."""
        assert refresh in {True, False}
        return await self._answered(lambda: report_of(self.account, query))

    async def members(self, workspace: Workspace) -> Members:
        """Tell who is a member of which project."""
        prefix = id_prefix(self.account, workspace.id)
        return await self._answered(
            lambda: {ProjectId(f"{prefix}p0"): frozenset({UserId(f"{prefix}u0")})}
        )

    async def _answered(self, answer: Callable[[], object]) -> Any:
        future = asyncio.get_running_loop().create_future()
        one = Waiting(answer, future)
        self.waiting.append(one)
        while not future.done():
            try:
                await asyncio.wait((future,))
            except asyncio.CancelledError:
                if not self.stubborn:
                    if one in self.waiting:
                        self.waiting.remove(one)
                    raise
        outcome = future.result()
        if isinstance(outcome, AppError):
            raise outcome
        return outcome


def cache_of(session: DelayedAnswers) -> QueryCache:
    """Keep what an account is answered."""

    async def load(need: Need, refresh: bool) -> object:  # noqa: FBT001 - as the cache has it
        if isinstance(need, ProfileNeed):
            return await session.profile()
        if isinstance(need, ReportNeed):
            return await session.report(need.query, refresh=refresh)
        if isinstance(need, MembersNeed):
            return await session.members(need.workspace)
        # Of other pages than the one in view nothing is looked at here.
        raise AppError(type(need).__name__, "Nobody answers it.")

    return QueryCache(load, size_of=lambda _: 0, is_closed=lambda _: True)


def settle(waiting: list[Waiting], place: int, error: AppError | None) -> None:
    """Answer one of the questions that wait.

    Args:
        waiting: All of them; the answered one is taken out.
        place: Which, counted round.
        error: What is raised in place of an answer.
    """
    if not waiting:
        return
    one = waiting.pop(place % len(waiting))
    one.future.set_result(one.answer() if error is None else error)


def tag_of(account: str, query: ReportQuery) -> str:
    """Name everything that makes a report one's own: each name begins so."""
    days = f"{query.period.start}..{query.period.end}"
    return f"{account} {query.workspace.id} {days} {query.time_zone}: "


def id_prefix(account: str, workspace_id: str) -> str:
    """Tell what the ids of people and projects begin with."""
    return f"{account}/{workspace_id}/"


def report_of(account: str, query: ReportQuery) -> Report:
    """Make a report whose every row tells which question it answers."""
    tag, prefix = tag_of(account, query), id_prefix(account, query.workspace.id)
    people = tuple(
        Person(UserId(f"{prefix}u{number}"), f"{tag}{number}") for number in range(ROWS)
    )
    projects = tuple(
        Project(ProjectId(f"{prefix}p{number}"), f"{tag}{number}")
        for number in range(ROWS)
    )
    places = np.arange(ROWS)
    facts = Facts(
        people=people,
        projects=projects,
        currencies=(),
        user=places,
        project=places[::-1].copy(),
        day=np.full(ROWS, query.period.start.toordinal(), np.int64),
        seconds=3600 * (1 + places.astype(np.int64)),
        billable_seconds=None,
        amount_micros=None,
        currency=np.full(ROWS, -1, np.intp),
    )
    return Report(
        query=query,
        facts=facts,
        directory=Directory(people=people, projects=projects),
        fetched_at=datetime(2026, 11, 23, 8, tzinfo=UTC),
        server_total_s=facts.total_s,
    )
