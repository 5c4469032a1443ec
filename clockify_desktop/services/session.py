"""One account during one run: what it needs to know, and the answers that are kept."""

import asyncio
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.deadline import Deadline
from clockify_desktop.api.directory_mapping import members_of
from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.completeness import IncompleteList, Listing
from clockify_desktop.domain.directory import Directory, Members, Workspace
from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.needs import (
    DirectoryNeed,
    EntriesNeed,
    FactsNeed,
    MembersNeed,
    Need,
    ProfileNeed,
    ProjectTotalsNeed,
    RecordsNeed,
    ReportNeed,
    TermTotalsNeed,
)
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.progress import Progress
from clockify_desktop.domain.project_totals import ProjectTotals, TermTotals
from clockify_desktop.domain.report import Report
from clockify_desktop.services.answering import Answering
from clockify_desktop.services.directory_loading import (
    incomplete_lists_of,
    load_directory,
)
from clockify_desktop.services.entries_loading import load_entries
from clockify_desktop.services.part_asking import PartAsking, PartLengths, Tell
from clockify_desktop.services.period_parts import (
    FactsPart,
    covered,
    put_together,
)
from clockify_desktop.services.plan_loading import PlanLoading
from clockify_desktop.services.profile import Profile, ask_profile, profile_of
from clockify_desktop.services.project_totals import (
    load_project_totals,
    load_term_totals,
)
from clockify_desktop.services.query_cache import MOST_BYTES
from clockify_desktop.services.report_loading import load_part
from clockify_desktop.services.review_keeping import ReviewKeeping
from clockify_desktop.translation import tr, tr_plural

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from clockify_desktop.api.wire.people import User

REPORT_DEADLINE_S: Final = 120.0
# In the zone furthest behind a day ends so much later than in UTC.
_LAST_ZONE: Final = "Etc/GMT+12"


class ReportDeadlineError(AppError):
    """A report of which nothing more came; nothing of it is used.

    Args:
        progress: How far it was; ``None`` where it had not come to the time.
    """

    def __init__(self, deadline_s: float, progress: Progress | None = None) -> None:
        waited = f"{deadline_s:g}"
        title = tr("Nothing more came within {seconds} seconds", seconds=waited)
        advice = tr("Clockify or the network is slow. Try again later.")
        if progress is not None:
            title = tr_plural(
                "Nothing more came within {seconds} seconds, after {done} of {count}"
                " part",
                "Nothing more came within {seconds} seconds, after {done} of {count}"
                " parts",
                progress.total,
                seconds=waited,
                done=progress.done,
            )
            advice = tr(
                "Clockify or the network is slow. Try again later, or choose a shorter"
                " period."
            )
        super().__init__(title, advice)


class Session(Answering):
    """Asks Clockify for one account and keeps the answers until the run ends.

    Args:
        clockify: An open client; whoever opened it closes it.
        keeping: What is kept of reviews; whoever made it closes it. ``None`` keeps
            nothing.
        deadline_s: The longest that a report may take from one of its parts to the
            next.
        most_bytes: Of all answers together, but for what is wanted.
    """

    def __init__(
        self,
        clockify: Clockify,
        keeping: ReviewKeeping | None = None,
        *,
        deadline_s: float = REPORT_DEADLINE_S,
        most_bytes: int = MOST_BYTES,
    ) -> None:
        super().__init__(keeping, most_bytes=most_bytes)
        self._clockify = clockify
        self._deadline_s = deadline_s
        # Told with the profile.
        self._user: User
        self._incomplete_lists: tuple[IncompleteList, ...] = ()
        self._lengths = PartLengths()
        self._plan = PlanLoading(clockify, self.answers)
        self._loaders: dict[type[Need], Callable[..., Awaitable[Any]]] = {
            ProfileNeed: self._profile,
            DirectoryNeed: self._loaded_directory,
            MembersNeed: self._members,
            ProjectTotalsNeed: self._project_totals,
            TermTotalsNeed: self._term_totals,
            RecordsNeed: self._records,
            FactsNeed: self._part,
            ReportNeed: self._report_in_time,
            EntriesNeed: self._entries_in_time,
        }

    async def _load(self, need: Need, refresh: bool) -> Any:  # noqa: ANN401, FBT001 - as the cache has it: of the type that the need says
        load = self._loaders.get(type(need), self._plan.load)
        return await load(need, refresh=refresh)

    async def _part(self, need: FactsNeed, *, refresh: bool) -> FactsPart:
        del refresh  # The report that it is a part of asks for the directory anew.
        directory = await self._directory(need.workspace)
        return await load_part(self._clockify, need, directory)

    async def _profile(self, _: ProfileNeed, *, refresh: bool) -> Profile:
        del refresh  # It is a question of its own each time.
        user, sent = await ask_profile(self._clockify)
        self._user = user
        self._incomplete_lists = incomplete_lists_of(Listing.WORKSPACES, sent)
        return profile_of(user, sent)

    async def _directory(
        self, workspace: Workspace, *, refresh: bool = False
    ) -> Directory:
        directory: Directory = await self.answers.get(
            DirectoryNeed(workspace), refresh=refresh
        )
        return directory

    async def _loaded_directory(
        self, need: DirectoryNeed, *, refresh: bool
    ) -> Directory:
        del refresh  # Its lists are asked for each time.
        await self.profile()
        before = self._incomplete_lists
        return await load_directory(self._clockify, need.workspace, self._user, before)

    async def _members(self, need: MembersNeed, *, refresh: bool) -> Members:
        del refresh  # Likewise.
        workspace = need.workspace
        # No report needs it, and a big team's memberships are larger than its report.
        directory = await self._directory(workspace)
        projects = await self._clockify.projects(workspace.id, hydrated=True)
        return members_of(projects, directory)

    async def _project_totals(
        self, need: ProjectTotalsNeed, *, refresh: bool
    ) -> ProjectTotals:
        del refresh  # Likewise.
        return await load_project_totals(self._clockify, need.workspace)

    async def _term_totals(self, need: TermTotalsNeed, *, refresh: bool) -> TermTotals:
        del refresh  # Asked for each time; when terms begin hardly changes.
        totals: ProjectTotals = await self.answers.get(
            ProjectTotalsNeed(need.workspace)
        )
        return await load_term_totals(self._clockify, need, totals)

    async def _entries_in_time(
        self, need: EntriesNeed, *, refresh: bool
    ) -> EntryReport:
        deadline = Deadline(self._deadline_s)

        async def part(of_days: EntriesNeed) -> EntryReport:
            came: EntryReport = await self.answers.get(of_days, refresh=refresh)
            deadline.begin_anew()
            return came

        async def load() -> EntryReport:
            directory = await self._directory(need.workspace)
            return await load_entries(self._clockify, need, directory, part)

        return await deadline.keep(load(), ReportDeadlineError)

    async def _report_in_time(self, need: ReportNeed, *, refresh: bool) -> Report:
        deadline = Deadline(self._deadline_s)
        progress: Progress | None = None

        def tell(told: Progress) -> None:
            nonlocal progress
            progress = told
            deadline.begin_anew()
            self.answers.tell_progress(need, told)

        def late(deadline_s: float) -> AppError:
            return ReportDeadlineError(deadline_s, progress)

        return await deadline.keep(self._report(need, tell, refresh=refresh), late)

    async def _report(self, need: ReportNeed, tell: Tell, *, refresh: bool) -> Report:
        query, began = need.query, datetime.now(UTC)
        directory = await self._directory(query.workspace, refresh=refresh)
        kept = [] if refresh else self._kept_parts(need)
        here, gaps = covered(query.period, kept)

        async def ask(period: Period) -> FactsPart:
            part: FactsPart = await self.answers.get(need.part(period), refresh=refresh)
            return part

        asking = PartAsking(need, directory, self._lengths, ask, tell)
        parts = [*here, *await asking.parts(gaps)]
        report = await asyncio.to_thread(put_together, query, parts, directory)
        if refresh:
            self._outdate_others(need, began)
        return report

    def _kept_parts(self, wanted: ReportNeed) -> list[FactsPart]:
        """List the parts that may serve a period, what came last first."""
        zone = time_zone(wanted.query.time_zone)
        today = datetime.now(zone).date()

        def day_fetched(part: FactsPart) -> date:
            day = part.fetched_at.astimezone(zone).date()
            if day == today or not wanted.query.counting.own_days:
                return day
            # Somewhere the day before was not over.
            return part.fetched_at.astimezone(time_zone(_LAST_ZONE)).date()

        kept: list[FactsPart] = [
            ready.value
            for need, ready in self.answers.kept(FactsNeed)
            if need == wanted.part(need.period)
        ]
        kept.sort(key=lambda part: part.fetched_at, reverse=True)
        parts = (part.still_true(today, day_fetched(part)) for part in kept)
        return [part for part in parts if part is not None]

    def _outdate_others(self, refreshed: ReportNeed, began: datetime) -> None:
        """Have what a refreshed report outdates found out anew when it is wanted.

        Args:
            began: When it was asked for, aware; what came since is as new.
        """
        query = refreshed.query
        here = query.workspace
        terms = [one for one, _ in self.answers.kept(TermTotalsNeed)]
        self.answers.refresh(
            [
                *(MembersNeed(here), ProjectTotalsNeed(here)),
                *(one for one in terms if one.workspace == here),
            ]
        )
        self.answers.forget(
            need
            for need, ready in self.answers.kept(ReportNeed)
            if need.query.workspace == query.workspace
            and need.query.period.common(query.period)
            and need != refreshed
            and ready.fetched_at < began
        )
        self.answers.forget(
            need
            for need, ready in self.answers.kept(FactsNeed)
            if need.workspace == query.workspace
            and need.period.common(query.period)
            and need != refreshed.part(need.period)
            and ready.fetched_at < began
        )
        self.answers.forget(
            need
            for need, ready in self.answers.kept(EntriesNeed)
            if need.workspace == query.workspace
            and need.period.common(query.period)
            and ready.fetched_at < began
        )
