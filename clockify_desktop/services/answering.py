"""What a run needs to know, from wherever it comes, and the answers that are kept."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.needs import (
    EntriesNeed,
    FactsNeed,
    Need,
    ProfileNeed,
    RecordsNeed,
    ReportNeed,
    needed_columns,
)
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.review_records import ReviewRecord, ReviewRecords
from clockify_desktop.services.profile import Profile
from clockify_desktop.services.query_cache import MOST_BYTES, QueryCache
from clockify_desktop.services.review_keeping import ReviewKeeping
from clockify_desktop.services.sizes import size_of

# In the zone furthest behind a day ends so much later than in UTC.
_DAY_IS_OVER: Final = timedelta(hours=12)


class Answering(ABC):
    """Finds needs out and keeps the answers until the run ends.

    Args:
        keeping: What is kept of reviews; whoever made it closes it. ``None`` keeps
            nothing.
        most_bytes: Of all answers together, but for what is wanted.
    """

    def __init__(
        self, keeping: ReviewKeeping | None = None, *, most_bytes: int = MOST_BYTES
    ) -> None:
        self._keeping = keeping
        self.answers = QueryCache(
            self._load, size_of=size_of, is_closed=_is_closed, most_bytes=most_bytes
        )

    async def profile(self) -> Profile:
        """Tell whose time it is and which workspaces there are."""
        profile: Profile = await self.answers.get(ProfileNeed())
        return profile

    async def report(
        self, query: ReportQuery, levels: Iterable[Level] = (), *, refresh: bool = False
    ) -> Report:
        """Give a report that levels can group; what is kept is not asked for."""
        need = ReportNeed(query, needed_columns(levels))
        report: Report = await self.answers.get(need, refresh=refresh)
        return report

    async def keep(
        self, workspace: Workspace, *records: ReviewRecord, forget: bool = False
    ) -> None:
        """Keep what was said during a review, or forget it: all of it or nothing.

        Raises:
            FileRefusedError: The disk refuses; all is as it was.
        """
        if self._keeping is None:
            return
        change = self._keeping.forget if forget else self._keeping.keep
        await change(workspace.id, *records)
        self.answers.refresh([RecordsNeed(workspace)])

    async def _records(self, need: RecordsNeed, *, refresh: bool) -> ReviewRecords:
        del refresh  # They are read from the disk each time.
        if self._keeping is None:
            return ReviewRecords()
        today = datetime.now(UTC).date()
        return await self._keeping.records(need.workspace.id, today)

    @abstractmethod
    async def _load(self, need: Need, refresh: bool) -> Any:  # noqa: ANN401, FBT001 - as the cache has it: of the type that the need says
        """Find a need's answer out."""


def _is_closed(need: Need) -> bool:
    period = None
    if isinstance(need, ReportNeed):
        period = need.query.period
    elif isinstance(need, FactsNeed | EntriesNeed):
        period = need.period
    if period is None:
        return True
    return period.end < (datetime.now(UTC) - _DAY_IS_OVER).date()
