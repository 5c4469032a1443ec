import asyncio
from typing import Any

import pytest

from clockify_desktop.services.report_deadline import ReportDeadlineError, in_time


async def waiting(ended: list[str]) -> Any:
    try:
        await asyncio.Event().wait()
    finally:
        ended.append("cancelled")


def test_a_report_in_time() -> None:
    async def report() -> str:
        return "report"

    assert asyncio.run(in_time(report())) == "report"


def test_one_that_takes_too_long_is_cancelled() -> None:
    ended: list[str] = []
    with pytest.raises(ReportDeadlineError) as caught:
        asyncio.run(in_time(waiting(ended), 0.01))
    assert ended == ["cancelled"]
    assert caught.value.title == "No whole report within 0.01 seconds"
    assert caught.value.deadline_s == 0.01


def test_nothing_of_what_was_cancelled_is_held() -> None:
    with pytest.raises(ReportDeadlineError) as caught:
        asyncio.run(in_time(waiting([]), 0.01))
    assert caught.value.__cause__ is caught.value.__context__ is None


def test_another_time_that_ran_out_is_not_its_own() -> None:
    async def report() -> None:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        asyncio.run(in_time(report()))


def test_cancelling_is_cancelling() -> None:
    async def main() -> None:
        ended: list[str] = []
        task = asyncio.ensure_future(in_time(waiting(ended)))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert ended == ["cancelled"]

    asyncio.run(main())
