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
            assert await limit.wait_turn() == 1.0

    asyncio.run(main())


def refused_after(
    count: int, retry_after_s: float | None = None, a_second: float = 10
) -> tuple[RateLimit, FakeTime]:
    """Let so many go out, of which Clockify refuses all."""
    time = FakeTime()
    limit = time.limit(a_second)

    async def main() -> None:
        sent = [await limit.wait_turn() for _ in range(count)]
        for turn in sent:
            limit.refused(turn, retry_after_s)

    asyncio.run(main())
    return limit, time


def more_turns(limit: RateLimit, time: FakeTime, count: int) -> list[float]:
    async def main() -> list[float]:
        taken = []
        for _ in range(count):
            await limit.wait_turn()
            taken.append(time.clock())
        return taken

    return asyncio.run(main())


def test_a_refusal_halves_the_rate_and_those_beside_it_do_not_again() -> None:
    limit, time = refused_after(8)
    assert limit.a_second == 5
    assert more_turns(limit, time, 4) == pytest.approx([1, 1.2, 1.4, 1.6])
    # One that went out since is another matter.
    limit.refused(time.clock(), None)
    assert limit.a_second == 2.5


def test_a_refusal_that_comes_late_allows_no_burst_either() -> None:
    time = FakeTime()
    limit = time.limit(10)

    async def main() -> None:
        turn = await limit.wait_turn()
        await time.sleep(5)
        limit.refused(turn, None)

    asyncio.run(main())
    assert more_turns(limit, time, 3) == pytest.approx([5.2, 5.4, 5.6])


def test_never_below_one_a_second_or_the_maximum() -> None:
    for a_second, lowest in ((10, 1.0), (0.5, 0.5)):
        limit, time = refused_after(1, a_second=a_second)
        for _ in range(5):
            (turn,) = more_turns(limit, time, 1)
            limit.refused(turn, None)
        assert limit.a_second == lowest


def test_nobody_goes_out_before_the_time_that_was_named_is_over() -> None:
    limit, time = refused_after(1, 7.0)
    assert limit.paused_s() == 7
    assert more_turns(limit, time, 3) == pytest.approx([7.2, 7.4, 7.6])
    assert limit.paused_s() == 0


def test_the_longest_time_that_was_named_counts() -> None:
    time = FakeTime()
    limit = time.limit(10)

    async def main() -> None:
        first, second = [await limit.wait_turn() for _ in range(2)]
        limit.refused(first, 7.0)
        limit.refused(second, 9.0)
        limit.refused(second, 2.0)

    asyncio.run(main())
    assert limit.paused_s() == 9
    assert more_turns(limit, time, 1) == pytest.approx([9.2])


def test_whoever_waits_already_waits_longer() -> None:
    time = FakeTime()
    limit = time.limit(2)

    async def main() -> None:
        sent = [await limit.wait_turn() for _ in range(2)]
        waiting = asyncio.ensure_future(limit.wait_turn())
        await asyncio.sleep(0)
        limit.refused(sent[0], 3.0)
        await waiting

    asyncio.run(main())
    # Refused at 1, where its turn would have been; three more, and one space.
    assert time.clock() == pytest.approx(5)


def test_successes_bring_the_rate_back_step_by_step() -> None:
    limit, time = refused_after(1, 2.0)
    rates = []
    for _ in range(60):
        more_turns(limit, time, 1)
        limit.succeeded()
        rates.append(limit.a_second)
    assert rates == sorted(rates)
    assert rates[0] == pytest.approx(5.2)
    assert rates[-1] == 10
    # In about five seconds from when it went on.
    begun = next(number for number, rate in enumerate(rates) if rate == 10)
    assert 30 < begun < 45
    assert time.clock() < 2 + 9


@pytest.mark.parametrize("rate", [0, -1, float("nan")])
def test_a_rate_that_lets_none_through(rate: float) -> None:
    with pytest.raises(ValueError, match="lets none through"):
        RateLimit(rate)
