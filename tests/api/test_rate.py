import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.api.rate import RateLimit


class FakeTime:
    """A clock that only sleeping moves, in whole nanoseconds."""

    def __init__(self) -> None:
        self.now_ns = 0

    def clock(self) -> float:
        return self.now_ns / 1e9

    async def sleep(self, seconds: float) -> None:
        self.now_ns += max(1, round(seconds * 1e9))
        await asyncio.sleep(0)

    def limit(self, a_second: float) -> RateLimit:
        return RateLimit(a_second, clock=self.clock, sleep=self.sleep)


def turns(
    a_second: float, count: int, pauses: dict[int, float] | None = None
) -> list[float]:
    time = FakeTime()

    async def main() -> list[float]:
        limit, taken = time.limit(a_second), []
        for number in range(count):
            if pauses and number in pauses:
                await time.sleep(pauses[number])
            await limit.wait_turn()
            taken.append(time.clock())
        return taken

    return asyncio.run(main())


def test_a_seconds_worth_at_once_then_evenly() -> None:
    taken = turns(10, 40)
    assert taken[:10] == [0] * 10
    assert taken[10:] == pytest.approx([number / 10 for number in range(10, 40)])


def test_after_a_rest_there_is_a_burst_again() -> None:
    taken = turns(10, 25, {15: 5.0})
    assert taken[15:] == pytest.approx([taken[15]] * 10)


def test_less_than_one_a_second() -> None:
    assert turns(0.5, 4) == pytest.approx([0, 2, 4, 6])


@given(
    st.integers(1, 60),
    st.dictionaries(st.integers(0, 150), st.floats(0.001, 2.5), max_size=20),
)
def test_never_more_than_the_rate_in_any_second(
    a_second: int, pauses: dict[int, float]
) -> None:
    taken = turns(a_second, 150, pauses)
    assert taken == sorted(taken)
    for first, later in zip(taken, taken[a_second:], strict=False):
        assert later - first >= 1 - 1e-9
    # Nor does it dawdle: the last turn is as early as an even queue would have it.
    assert taken[-1] <= 150 / a_second + sum(pauses.values()) + 1


def test_first_come_first_served() -> None:
    time = FakeTime()

    async def main() -> list[int]:
        limit, order = time.limit(5), []

        async def one(number: int) -> None:
            await limit.wait_turn()
            order.append(number)

        async with asyncio.TaskGroup() as group:
            for number in range(20):
                group.create_task(one(number))
        return order

    assert asyncio.run(main()) == list(range(20))


def cancelled_waits(limit: RateLimit) -> Callable[[], Coroutine[Any, Any, None]]:
    async def waits() -> None:
        for _ in range(3):
            waiting = asyncio.ensure_future(limit.wait_turn())
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting

    return waits


def test_a_cancelled_wait_takes_no_turn() -> None:
    now = [0.0]
    forever = asyncio.Event()

    async def never(_seconds: float) -> None:
        await forever.wait()

    async def main() -> None:
        limit = RateLimit(2, clock=lambda: now[0], sleep=never)
        await limit.wait_turn()
        await limit.wait_turn()
        await cancelled_waits(limit)()
        now[0] = 1.0
        # The turn that the three gave up is still to be had at its time.
        async with asyncio.timeout(1):
            await limit.wait_turn()

    asyncio.run(main())


@pytest.mark.parametrize("rate", [0, -1, float("nan")])
def test_a_rate_that_lets_none_through(rate: float) -> None:
    with pytest.raises(ValueError, match="lets none through"):
        RateLimit(rate)
