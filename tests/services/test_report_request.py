import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from clockify_desktop.api.client import Clockify
from clockify_desktop.app.sample_account import open_sample
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.needs import Need, ReportNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import FixedPeriod, Preset
from clockify_desktop.domain.progress import Progress
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.changed import CHANGED
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.services.report_request import (
    ReportRequest,
    request_page,
    request_report,
)
from clockify_desktop.services.session import ReportDeadlineError

BUSY = AppError("Clockify is busy", "Wait a moment.")
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)


class Silent:
    """A Clockify that never comes to an end."""

    async def user(self) -> None:
        await asyncio.Event().wait()

    workspaces = user


def test_it_tells_how_far_it_is() -> None:
    told: list[Progress] = []

    async def whole() -> None:
        days = FixedPeriod(Period(date(2026, 9, 1), date(2026, 11, 22)))
        request = ReportRequest(None, days, None)
        async with open_sample() as clockify:
            await request_report(clockify, request, NOW, on_progress=told.append)

    asyncio.run(whole())
    assert list(dict.fromkeys(told)) == [Progress(done, 3) for done in range(4)]


def test_it_does_not_wait_for_ever() -> None:
    clockify: Any = Silent()
    request = ReportRequest(None, Preset.LAST_WEEK, None)
    with pytest.raises(ReportDeadlineError, match="network is slow"):
        asyncio.run(request_report(clockify, request, NOW, deadline_s=0.01))


async def _asked(page: Any) -> tuple[Report, Selection, Answers]:
    days = FixedPeriod(Period(date(2026, 11, 16), date(2026, 11, 22)))
    request = ReportRequest(None, days, None, projects=["Mobile app"])
    async with open_sample() as clockify:
        return await request_page(clockify, request, page, NOW)


class Asking:
    """A page that needs and uses what it is told to."""

    key = "asking"

    def __init__(self, *more: str, needed: bool = False) -> None:
        self._more, self._needed = more, needed

    def needs(self, query: ReportQuery) -> tuple[Need, ...]:
        return (ReportNeed(query), *(self._of(query) if self._needed else ()))

    def optional_needs(self, query: ReportQuery) -> tuple[Need, ...]:
        return (ReportNeed(query), *self._of(query))

    def _of(self, query: ReportQuery) -> tuple[Need, ...]:
        spaces = (Workspace(WorkspaceId(one), one) for one in self._more)
        week = Period(date(2026, 11, 9), date(2026, 11, 15))
        return (
            ReportNeed(replace(query, period=week)),
            *(ReportNeed(replace(query, workspace=one)) for one in spaces),
        )


def test_a_page_is_given_what_it_needs_and_uses() -> None:
    report, selection, answers = asyncio.run(_asked(Asking()))
    needs = Asking().optional_needs(report.query)
    assert [type(answers.get(need)) for need in needs] == [Report, Report]
    assert answers.get(needs[0]) is report
    assert answers.refusals == {}
    assert selection.projects is not None
    assert len(selection.projects) == 1


def test_what_a_page_only_uses_may_be_refused() -> None:
    page = Asking("elsewhere")
    report, _, answers = asyncio.run(_asked(page))
    *here, refused = page.optional_needs(report.query)
    assert all(answers.get(need) is not None for need in here)
    assert answers.get(refused) is None
    assert isinstance(answers.refusal(refused), AppError)
    with pytest.raises(AppError):
        asyncio.run(_asked(Asking("elsewhere", needed=True)))


class Refusing:
    """A Clockify that refuses the summaries of one week."""

    def __init__(self, clockify: Clockify, first_day: date) -> None:
        self._clockify, self._first_day = clockify, first_day

    def __getattr__(self, name: str) -> Any:
        return getattr(self._clockify, name)

    async def summary_report(self, workspace: str, query: Any, read: Any) -> Any:
        if query.period.start == self._first_day:
            raise BUSY
        return await self._clockify.summary_report(workspace, query, read)


@pytest.mark.parametrize(
    ("first_day", "name"),
    [
        (date(2026, 11, 2), "2\u20138 Nov"),
        (date(2026, 10, 26), "26 Oct \u2013 1 Nov"),
        (date(2026, 10, 19), "19\u201325 Oct"),
    ],
)
def test_a_week_that_is_refused_is_said_by_what_changed(
    first_day: date, name: str
) -> None:
    async def asked() -> tuple[Report, Selection, Answers]:
        request = ReportRequest(None, Preset.LAST_WEEK, "Europe/Berlin")
        async with open_sample() as clockify:
            refusing: Any = Refusing(clockify, first_day)
            return await request_page(refusing, request, CHANGED, NOW)

    report, selection, answers = asyncio.run(asked())
    content = CHANGED.content(answers, report.query, selection, ViewOptions())
    assert content is not None
    assert content.lacking == (f"{name} could not be had: Clockify is busy.",)
    assert "the mean of the three before" in content.sentence


def test_without_the_week_before_what_changed_is_refused() -> None:
    async def asked() -> None:
        request = ReportRequest(None, Preset.LAST_WEEK, "Europe/Berlin")
        async with open_sample() as clockify:
            refusing: Any = Refusing(clockify, date(2026, 11, 9))
            await request_page(refusing, request, CHANGED, NOW)

    with pytest.raises(AppError, match="Clockify is busy"):
        asyncio.run(asked())
