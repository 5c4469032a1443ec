"""A fault as the window meets it: a report is there, the fault comes, and it goes."""

import asyncio
from dataclasses import replace
from functools import partial

from clockify_desktop.api.client import Clockify
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.report_notes import sentences_of
from clockify_desktop.pages.page import PageContent
from clockify_desktop.pages.registry import PAGES
from clockify_desktop.pages.where import WHERE
from clockify_desktop.services.session import Session
from clockify_desktop.store.policy import Policy
from clockify_desktop.store.settings import AccountSettings
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_state import ReportState
from tests.faults.cell import Cell
from tests.faults.evidence import Evidence
from tests.faults.fault import Answered
from tests.faults.good_answers import NOW, TOTAL_S
from tests.faults.misbehaving_server import MisbehavingServer

# What other pages need may ask the same; ``need_faults.py`` tries that.
_ALONE = Policy(pages_off=frozenset(one.key for one in PAGES if one is not WHERE))
# A report's deadline is so many times that of a request, which none is to reach.
_REQUESTS_A_REPORT = 10


class Page:
    """The page of a report through a fault and out of it again."""

    def __init__(
        self,
        cell: Cell,
        server: MisbehavingServer,
        clockify: Clockify,
        evidence: Evidence,
    ) -> None:
        self._cell, self._server, self._evidence = cell, server, evidence
        fault = cell.fault
        deadline_s = fault.report_deadline_s or _REQUESTS_A_REPORT * fault.deadline_s
        self._new_session = partial(Session, clockify, deadline_s=deadline_s)
        self._session = self._new_session()
        self._model = ReportViewModel(lambda: NOW, policy=_ALONE)
        self._model.changed.connect(self._on_changed)
        self._settled = asyncio.Event()
        self._waiting_states: list[ReportState] = []

    async def play(self) -> None:
        """Show a report, let the fault come, and let it go."""
        try:
            await self._played()
        finally:
            self._model.leave()
            await self._session.answers.close()

    async def _played(self) -> None:
        if self._cell.place.at_start:
            await self._server.go_wrong()
            before = ReportState()
            after = await self._opened()
        else:
            await self._opened()
            before = await self._with_capacity()
            await self._server.go_wrong()
            after = await self._refreshed()
        self._look(before, after)
        await self._server.mend()
        # Workspaces that came are not asked for again while an account is open.
        if self._cell.place.at_start and after.profile is not None:
            await self._session.answers.close()
            self._session = self._new_session()
            await self._opened()
        mended = await self._refreshed()
        self._cell.check(is_whole(mended.report), "it does not come back")
        self._cell.check(mended.error is None, "the error stays")

    def _look(self, before: ReportState, after: ReportState) -> None:
        check = self._cell.check
        check(
            all(state.report is before.report for state in self._waiting_states),
            "the old report went away in between",
        )
        if after.error is None:
            whole, report = is_whole(after.report), after.report
            self._cell.ended(Answered.WHOLE if whole else Answered.TOLD, self._server)
            told = report is not None and says_what_is_missing(report)
            check(whole or told, "a part was called complete")
            if self._cell.fault.by_page and before.report and report:
                same = report.directory == before.report.directory
                check(same or told, "a part of a list was taken for the whole")
            return
        self._evidence.note_error(
            after.error, with_locals=not self._cell.fault.repeats_key
        )
        self._cell.ended(type(after.error), self._server)
        check(after.report is before.report, "the old report is not the same")
        same = is_same_picture(after.content, before.content)
        check(same, "the old picture is not the same")
        check(not after.outdated, "the old report is marked as another one's")
        check(after.error.title and after.error.advice, "the error says nothing")

    async def _opened(self) -> ReportState:
        self._model.open(self._session.answers, AccountSettings())
        return await self._ended()

    async def _with_capacity(self) -> ReportState:
        """Wait for what is drawn into the picture later."""
        assert self._model.state.report is not None
        query, answers = self._model.state.report.query, self._session.answers
        await asyncio.gather(*map(answers.get, WHERE.optional_needs(query)))
        return self._model.state

    async def _refreshed(self) -> ReportState:
        self._model.refresh()
        return await self._ended()

    async def _ended(self) -> ReportState:
        self._waiting_states.clear()
        self._settled.clear()
        await self._settled.wait()
        return self._model.state

    def _on_changed(self, state: ReportState) -> None:
        if state.loading:
            self._waiting_states.append(state)
        else:
            self._settled.set()


def is_same_picture(one: PageContent | None, other: PageContent | None) -> bool:
    """Tell whether two look the same, whatever of the capacity was refused since."""
    if one is None or other is None:
        return one is other
    return replace(one, lacking=()).shows_the_same(replace(other, lacking=()))


def is_whole(report: Report | None) -> bool:
    """Tell whether a report has all that the honest server has, and says so."""
    return (
        report is not None
        and report.facts.total_s == TOTAL_S
        and not says_what_is_missing(report)
    )


def says_what_is_missing(report: Report) -> bool:
    """Tell whether a report says that something in it is missing."""
    return bool(sentences_of(report) or report.directory.incomplete_lists)
