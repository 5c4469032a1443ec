"""One report or page from first to last: profile, workspace, facts, selection."""

from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.deadline import in_time
from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.day_counting import AS_CLOCKIFY, DayCounting
from clockify_desktop.domain.directory import Person
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.keys import CLIENT_IS_NONE, PROJECT_IS_NONE, WITHOUT_CLIENT
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.look_up import Candidate, Kind, look_up
from clockify_desktop.domain.needs import Need, ReportNeed
from clockify_desktop.domain.presets import PeriodChoice
from clockify_desktop.domain.progress import Progress
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.page import Page
from clockify_desktop.services.answering import Answering
from clockify_desktop.services.needed_answers import answers_to
from clockify_desktop.services.profile import choose_workspace
from clockify_desktop.services.query_cache import Loading
from clockify_desktop.services.review_keeping import ReviewKeeping
from clockify_desktop.services.session import (
    REPORT_DEADLINE_S,
    ReportDeadlineError,
    Session,
)


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """What somebody asks for, in their own words.

    Args:
        workspace: An id or a name; the profile's workspace if ``None``.
        period_choice: The period, resolved when today is known.
        time_zone: An IANA name; the profile's if ``None``.
        people: Ids, names or addresses of the only people; everybody if empty.
        projects: Ids or names of the only projects; all if empty.
        clients: Ids or names of the only clients; all if empty.
        levels: What the report is to be grouped by.
        counting: How days are counted.
    """

    workspace: str | None
    period_choice: PeriodChoice
    time_zone: str | None
    people: Sequence[str] = ()
    projects: Sequence[str] = ()
    clients: Sequence[str] = ()
    levels: Sequence[Level] = ()
    counting: DayCounting = AS_CLOCKIFY


async def request_report(
    clockify: Clockify | Answering,
    request: ReportRequest,
    now: datetime,
    *,
    deadline_s: float = REPORT_DEADLINE_S,
    on_progress: Callable[[Progress], None] | None = None,
) -> tuple[Report, Selection]:
    """Ask Clockify for everybody's report, and find what it is to be narrowed to.

    Args:
        clockify: An open client, or what answers in its place until this is done.
        now: An aware instant; decides what today is.
        deadline_s: The longest that the report may take from one part to the next.

    Raises:
        AppError: Clockify refuses, it takes too long, or a name matches nothing or
            several.
    """
    async with _session(clockify, deadline_s, on_progress) as session:
        report = await _asked(session, request, now, deadline_s)
    return report, selection_of(request, report)


def no_needs(_query: ReportQuery) -> Iterable[Need]:
    """Ask for nothing beside a report."""
    return ()


async def request_answers(
    clockify: Clockify | Answering,
    request: ReportRequest,
    needs: Callable[[ReportQuery], Iterable[Need]],
    now: datetime,
    *,
    optional: Callable[[ReportQuery], Iterable[Need]] = no_needs,
    keeping: ReviewKeeping | None = None,
    deadline_s: float = REPORT_DEADLINE_S,
    on_progress: Callable[[Progress], None] | None = None,
) -> tuple[Report, Selection, Answers]:
    """Ask Clockify for a report, for what is needed beside it and what is of use.

    Args:
        optional: What may be refused; the answers say so.
        keeping: What was said during reviews; whoever made it closes it.

    Raises:
        AppError: As ``request_report``, of the report or of what is needed.
    """
    async with _session(clockify, deadline_s, on_progress, keeping) as session:
        report = await _asked(session, request, now, deadline_s)
        query = report.query
        told = await answers_to(needs(query), optional(query), session.answers.get)
    return report, selection_of(request, report), told


async def request_page(
    clockify: Clockify | Answering,
    request: ReportRequest,
    page: Page,
    now: datetime,
    *,
    keeping: ReviewKeeping | None = None,
    deadline_s: float = REPORT_DEADLINE_S,
    on_progress: Callable[[Progress], None] | None = None,
) -> tuple[Report, Selection, Answers]:
    """Ask Clockify for all that a page needs, and for what it uses besides.

    Raises:
        AppError: As ``request_report``, of the report or of what the page needs.
    """
    return await request_answers(
        clockify,
        request,
        lambda query: (ReportNeed(query), *page.needs(query)),
        now,
        optional=page.optional_needs,
        keeping=keeping,
        deadline_s=deadline_s,
        on_progress=on_progress,
    )


@asynccontextmanager
async def _session(
    clockify: Clockify | Answering,
    deadline_s: float,
    on_progress: Callable[[Progress], None] | None,
    keeping: ReviewKeeping | None = None,
) -> AsyncIterator[Answering]:
    session: Answering
    if isinstance(clockify, Answering):
        session = clockify
    else:
        session = Session(clockify, keeping, deadline_s=deadline_s)
    answers = session.answers

    def tell(need: Need) -> None:
        answer = answers.answer(need)
        if on_progress and isinstance(answer, Loading) and answer.progress:
            on_progress(answer.progress)

    answers.on_answer = tell
    try:
        yield session
    finally:
        await answers.close()


async def _asked(
    session: Answering, request: ReportRequest, now: datetime, deadline_s: float
) -> Report:
    profile = await in_time(session.profile(), deadline_s, ReportDeadlineError)
    workspace = choose_workspace(request.workspace, profile)
    zone_name = request.time_zone or profile.time_zone
    today = now.astimezone(time_zone(zone_name)).date()
    query = ReportQuery(
        workspace,
        request.period_choice.resolve(today, profile.week_start),
        zone_name,
        profile.week_start,
        None if request.time_zone else profile.unknown_zone,
        profile.unknown_week_start,
        request.counting,
    )
    return await session.report(query, request.levels)


def selection_of(request: ReportRequest, report: Report) -> Selection:
    """Find what is chosen in the directory, and among what only facts tell of.

    Raises:
        LookUpError: A name matches nothing or several.
    """
    return Selection(
        people=_found_people(request.people, report.everybody),
        projects=_found_projects(request, report),
    )


def _found_people(
    texts: Sequence[str], people: Iterable[Person]
) -> frozenset[UserId] | None:
    if not texts:
        return None
    candidates = [
        Candidate(one.id, one.id, one.name, email=one.email) for one in people
    ]
    return frozenset(look_up(text, candidates, Kind.PERSON) for text in texts)


def _found_projects(
    request: ReportRequest, report: Report
) -> frozenset[ProjectId | None] | None:
    """Find the chosen projects, of the chosen clients where some are."""
    if not request.projects and not request.clients:
        return None
    projects = report.every_project
    chosen = frozenset(one.id for one in projects)
    if request.projects:
        candidates = [
            Candidate(
                one.id,
                one.id or "",
                one.name,
                one.client_name,
                spelled="" if one.id else PROJECT_IS_NONE,
            )
            for one in projects
        ]
        chosen = frozenset(
            look_up(text, candidates, Kind.PROJECT) for text in request.projects
        )
    if request.clients:
        clients = {one.client_id: one.client_name for one in projects}
        clients |= {one.id: one.name for one in report.directory.clients}
        clients[None] = WITHOUT_CLIENT
        named = [
            Candidate(one, one or "", name, spelled="" if one else CLIENT_IS_NONE)
            for one, name in clients.items()
        ]
        wanted = {look_up(text, named, Kind.CLIENT) for text in request.clients}
        chosen &= {one.id for one in projects if one.client_id in wanted}
    return chosen
