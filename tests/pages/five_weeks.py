"""Week 47 of 2026 and the four before it, as a page is answered."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np

from clockify_desktop.domain.compared_periods import periods_before
from clockify_desktop.domain.directory import (
    Activity,
    Client,
    Directory,
    Person,
    Project,
    Workspace,
)
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import (
    ClientId,
    ProjectId,
    UserId,
    WorkspaceId,
)
from clockify_desktop.domain.needs import Need, ReportNeed
from clockify_desktop.domain.presets import FixedPeriod, parse_period
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.changed import CHANGED, ChangedContent
from clockify_desktop.pages.page import ViewOptions

# Who, on what, on which day of the period, seconds.
Logged = tuple[int, int, int, int]
HOUR = 3600
PEOPLE = (
    Person(UserId("u0"), "Ann"),
    Person(UserId("u1"), "Bob"),
    Person(UserId("u2"), "Cem", activity=Activity.INACTIVE),
)
CLIENTS = (Client(ClientId("c0"), "Acme"), Client(ClientId("c1"), "Old", archived=True))
PROJECTS = (
    Project(ProjectId("p0"), "Mobile app", ClientId("c0"), "Acme"),
    Project(ProjectId("p1"), "Support", ClientId("c0"), "Acme"),
    Project(ProjectId("p2"), "Intranet", ClientId("c1"), "Old", archived=True),
    Project(None, "(Without project)"),
)
DIRECTORY = Directory(people=PEOPLE, projects=PROJECTS, clients=CLIENTS)
WORKSPACE = Workspace(WorkspaceId("w1"), "Acme", "EUR")
AFTERWARDS = datetime(2026, 11, 23, 8, 14, tzinfo=UTC)


def query_of(period: str = "2026-W47") -> ReportQuery:
    choice = parse_period(period)
    assert isinstance(choice, FixedPeriod)
    return ReportQuery(WORKSPACE, choice.period, "Europe/Berlin", 0)


def report_of(
    query: ReportQuery,
    logged: Iterable[Logged],
    fetched_at: datetime = AFTERWARDS,
    directory: Directory = DIRECTORY,
) -> Report:
    rows = list(logged)
    first = query.period.start.toordinal()

    def column(place: int) -> np.ndarray:
        return np.array([row[place] for row in rows], np.int64)

    facts = Facts(
        people=directory.people,
        projects=directory.projects,
        currencies=(),
        user=column(0),
        project=column(1),
        day=column(2) + first,
        seconds=column(3),
        billable_seconds=column(3) // 2,
        amount_micros=None,
        currency=np.full(len(rows), -1),
    )
    # As Clockify has it: who and what has no time is not told of.
    facts = facts.on(query.period)
    return Report(query, facts, directory, fetched_at, facts.total_s)


def answers_of(
    query: ReportQuery,
    weeks: Iterable[Iterable[Logged] | None],
    fetched_at: datetime = AFTERWARDS,
    refusals: Mapping[int, AppError] | None = None,
    directory: Directory = DIRECTORY,
) -> Answers:
    """Answer with the weeks from the one looked at back; ``None`` is not here."""
    periods = (query.period, *periods_before(query.period))
    needs = [ReportNeed(replace(query, period=period)) for period in periods]
    values: dict[Need, Report] = {
        need: report_of(need.query, logged, fetched_at, directory)
        for need, logged in zip(needs, weeks, strict=False)
        if logged is not None
    }
    return Answers(values, {needs[at]: no for at, no in (refusals or {}).items()})


def content_of(
    weeks: Iterable[Iterable[Logged] | None],
    *,
    rows: str = "project",
    order: str = "size",
    period: str = "2026-W47",
    fetched_at: datetime = AFTERWARDS,
    refusals: Mapping[int, AppError] | None = None,
    selection: Selection = EVERYTHING,
    view: ViewOptions | None = None,
    directory: Directory = DIRECTORY,
) -> ChangedContent:
    query = query_of(period)
    answers = answers_of(query, weeks, fetched_at, refusals, directory)
    view = view or ViewOptions({"rows": rows, "order": order})
    content = CHANGED.content(answers, query, selection, view)
    assert content is not None
    return content


def table_rows(content: ChangedContent) -> list[tuple[str, ...]]:
    """Read the table as it stands, the total last."""
    table = content.table
    return [*(table.texts(row) for row in table.arranged().tolist()), table.total]
