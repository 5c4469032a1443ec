import asyncio
from typing import Any

import pytest

from clockify_desktop.api.deadline import Deadline, in_time
from clockify_desktop.domain.errors import AppError


class LateError(AppError):
    def __init__(self, deadline_s: float) -> None:
        super().__init__(f"Not within {deadline_s:g} seconds", "Try again.")


async def waiting(ended: list[str]) -> Any:
    try:
        await asyncio.Event().wait()
    finally:
        ended.append("cancelled")


def test_what_is_in_time() -> None:
    async def response() -> str:
        return "response"

    assert asyncio.run(in_time(response(), 60, LateError)) == "response"


def test_what_takes_too_long_is_cancelled() -> None:
    ended: list[str] = []
    with pytest.raises(LateError, match=r"0\.01 seconds"):
        asyncio.run(in_time(waiting(ended), 0.01, LateError))
    assert ended == ["cancelled"]


def test_nothing_of_what_was_cancelled_is_held() -> None:
    with pytest.raises(LateError) as caught:
        asyncio.run(in_time(waiting([]), 0.01, LateError))
    assert caught.value.__cause__ is caught.value.__context__ is None


def test_another_time_that_ran_out_is_not_its_own() -> None:
    async def response() -> None:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        asyncio.run(in_time(response(), 60, LateError))


def test_progress_begins_it_anew() -> None:
    async def main() -> None:
        deadline = Deadline(60)
        # Before its time nothing is counted.
        deadline.begin_anew()

        async def work() -> float:
            assert deadline._timer is not None
            deadline._timer.reschedule(0)
            deadline.begin_anew()
            # It was due.
            for _ in range(5):
                await asyncio.sleep(0)
            return deadline._timer.when() or 0

        now = asyncio.get_running_loop().time()
        assert now + 60 <= await deadline.keep(work(), LateError) <= now + 70

    asyncio.run(main())


def test_progress_at_the_last_moment_is_none() -> None:
    async def main() -> None:
        deadline = Deadline(0.01)

        async def work() -> None:
            try:
                await asyncio.Event().wait()
            finally:
                deadline.begin_anew()

        with pytest.raises(LateError):
            await deadline.keep(work(), LateError)

    asyncio.run(main())


def test_cancelling_is_cancelling() -> None:
    async def main() -> None:
        ended: list[str] = []
        task = asyncio.ensure_future(in_time(waiting(ended), 60, LateError))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert ended == ["cancelled"]

    asyncio.run(main())
