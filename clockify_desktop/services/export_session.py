"""What files that Clockify exported answer, in the place of Clockify."""

import asyncio
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.calendar import MONDAY, time_zone
from clockify_desktop.domain.completeness import Loss
from clockify_desktop.domain.counted_facts import counted
from clockify_desktop.domain.day_counting import DayCounting
from clockify_desktop.domain.entries import ENTRY, Entries
from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.errors import KeptBackError
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.file_source import FileSource
from clockify_desktop.domain.needs import (
    AbsenceListsNeed,
    AbsencesNeed,
    ApprovalsNeed,
    CapacityNeed,
    DirectoryNeed,
    EntriesNeed,
    FactsNeed,
    MemberProfilesNeed,
    MembersNeed,
    Need,
    ProfileNeed,
    ProjectTotalsNeed,
    RecordsNeed,
    ReportNeed,
    TermTotalsNeed,
)
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_words import dates_in_words
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.zone_offsets import offsets_s
from clockify_desktop.services.answering import Answering
from clockify_desktop.services.exports import Exports
from clockify_desktop.services.profile import Profile
from clockify_desktop.services.review_keeping import ReviewKeeping
from clockify_desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

_DAY_S: Final = 86_400
_EPOCH: Final = date(1970, 1, 1).toordinal()
_NOT_THERE: Final[dict[type[Need], str]] = {
    AbsenceListsNeed: tr("Leave and holidays are not in the file"),
    AbsencesNeed: tr("Leave and holidays are not in the file"),
    ApprovalsNeed: tr("Approvals are not in the file"),
    CapacityNeed: tr("Capacity is not in the file"),
    FactsNeed: tr("Time as Clockify adds it up is not in the file"),
    MemberProfilesNeed: tr("Capacity is not in the file"),
    MembersNeed: tr("The members of projects are not in the file"),
    ProjectTotalsNeed: tr("Time to date and estimates are not in the file"),
    TermTotalsNeed: tr("Terms of estimates are not in the file"),
}


class NotExportedError(KeptBackError):
    """Something that files which Clockify exported do not tell."""


class ExportSession(Answering):
    """Answers from files.

    Args:
        keeping: What is kept of reviews; ``None`` keeps nothing.
    """

    def __init__(self, exports: Exports, keeping: ReviewKeeping | None = None) -> None:
        super().__init__(keeping)
        self._exports = exports
        self._found: dict[type[Need], Callable[..., Any]] = {
            ProfileNeed: self._profile,
            DirectoryNeed: lambda _: exports.directory,
            ReportNeed: self._report,
            EntriesNeed: self._entries,
        }

    async def _load(self, need: Need, refresh: bool) -> Any:  # noqa: ANN401, FBT001 - as the cache has it: of the type that the need says
        # The files were read once.
        if isinstance(need, RecordsNeed):
            return await self._records(need, refresh=refresh)
        found = self._found.get(type(need))
        if found is None:
            title = _NOT_THERE[type(need)]
            raise NotExportedError(title, tr("Clockify exports time entries alone."))
        return await asyncio.to_thread(found, need)

    def _profile(self, _: ProfileNeed) -> Profile:
        exports = self._exports
        return Profile(
            email="",
            time_zone=exports.time_zone,
            week_start=MONDAY,
            workspaces=(exports.workspace,),
            home=exports.workspace.id,
            dates=exports.dates,
        )

    def _report(self, need: ReportNeed) -> Report:
        exports, query = self._exports, need.query
        self._check(query.period)
        entries = self._in_zone(query.time_zone)
        done = entries.take(~entries.running)
        facts = facts_of(done, need.columns, query.time_zone, query.counting)
        if not exports.billable_told:
            facts = replace(facts, billable_seconds=None)
        begun = _on(done, query.period)
        lost = dict(exports.losses)
        running = _on(entries, query.period) & entries.running
        for user in entries.user[running].tolist():
            who = Loss.RUNNING, entries.people[user].name
            lost[who] = lost.get(who, 0) + 1
        if exports.unreadable:
            lost[Loss.UNREADABLE, ""] = exports.unreadable
        return Report(
            query=query,
            facts=facts.on(query.period),
            directory=exports.directory,
            fetched_at=exports.told_until,
            server_total_s=None,
            billable_withheld=not exports.billable_told,
            losses=lost,
            begun_s=None
            if query.counting.is_clockifys
            else int(done.seconds[begun].sum()),
            source=self._source(query.period),
        )

    def _entries(self, need: EntriesNeed) -> EntryReport:
        self._check(need.period)
        entries = self._in_zone(need.time_zone)
        of_days = entries.take(_on(entries, need.period))
        return EntryReport(of_days, self._exports.written_at, None)

    def _in_zone(self, name: str) -> Entries:
        """Give all entries on the days of a zone."""
        entries = self._exports.entries
        if name == self._exports.time_zone:
            return entries
        clock_s = entries.start_s + offsets_s(time_zone(name), entries.start_s)
        return replace(entries, day=clock_s // _DAY_S + _EPOCH)

    def _check(self, period: Period) -> None:
        if self._exports.period.common(period) is None:
            title = tr(
                "No time of {dates} is in the file", dates=dates_in_words(period)
            )
            days = dates_in_words(self._exports.period)
            raise NotExportedError(title, tr("It holds {days}.", days=days))

    def _source(self, period: Period) -> FileSource:
        exports = self._exports
        if exports.period.common(period) == period:
            return exports.source
        days = dates_in_words(exports.period)
        said = tr("Of other days than {days} the file tells nothing", days=days)
        return replace(exports.source, lacking=(*exports.source.lacking, said))


def facts_of(
    entries: Entries,
    columns: frozenset[str],
    zone_name: str,
    counting: DayCounting,
) -> Facts:
    """Make facts of entries, with their money.

    Args:
        entries: None that is still running.
        columns: What ``needed_columns`` says.
        zone_name: Of the report.
    """
    facts = entries.as_facts(by_tag="tag" in columns)
    entry: NDArray[np.intp] = facts.more[ENTRY][1]
    more = {name: column for name, column in facts.more.items() if name in columns}
    facts = replace(facts, more=more)
    amounts, currency = entries.amount_micros, entries.currency
    if amounts is not None and currency is not None:
        facts = replace(
            facts,
            currencies=entries.currencies,
            amount_micros=amounts[entry],
            currency=currency[entry],
        )
    if counting.is_clockifys:
        return facts
    return counted(facts, entries.start_s[entry], time_zone(zone_name), counting)


def _on(entries: Entries, period: Period) -> NDArray[np.bool_]:
    first, last = period.start.toordinal(), period.end.toordinal()
    return (first <= entries.day) & (entries.day <= last)
