import asyncio
from datetime import UTC, date, datetime
from typing import Any

import pytest

from clockify_desktop.app.sample_account import open_sample
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import FixedPeriod, Preset
from clockify_desktop.domain.progress import Progress
from clockify_desktop.services.report_request import ReportRequest, request_report
from clockify_desktop.services.session import ReportDeadlineError

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
