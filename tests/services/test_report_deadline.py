import asyncio

import pytest

from clockify_desktop.services.report_deadline import (
    ReportDeadlineError,
    report_in_time,
)


def test_a_report_in_time() -> None:
    async def report() -> str:
        return "report"

    assert asyncio.run(report_in_time(report())) == "report"


def test_one_that_takes_too_long() -> None:
    with pytest.raises(ReportDeadlineError) as caught:
        asyncio.run(report_in_time(asyncio.Event().wait(), 0.01))
    assert caught.value.title == "No whole report within 0.01 seconds"
    assert caught.value.deadline_s == 0.01
