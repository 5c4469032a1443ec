import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from clockify_desktop.domain.presets import Preset
from clockify_desktop.services.report_request import ReportRequest, request_report
from clockify_desktop.services.session import ReportDeadlineError

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)


class Silent:
    """A Clockify that never comes to an end."""

    async def user(self) -> None:
        await asyncio.Event().wait()

    workspaces = user


def test_it_does_not_wait_for_ever() -> None:
    clockify: Any = Silent()
    request = ReportRequest(None, Preset.LAST_WEEK, None)
    with pytest.raises(ReportDeadlineError, match="shorter period"):
        asyncio.run(request_report(clockify, request, NOW, deadline_s=0.01))
