import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clockify_desktop.api.bytes_in_flight import (
    BODY_CAP_BYTES,
    MOST_BYTES,
    PROGRAM,
    BytesInFlight,
    Hold,
)

MOST, CAP = 12, 8


def room() -> BytesInFlight:
    return BytesInFlight(MOST, CAP)


def play(scene: Callable[[BytesInFlight], Coroutine[Any, Any, None]]) -> None:
    in_flight = room()
    asyncio.run(scene(in_flight))
    assert in_flight.held_bytes == 0


async def turns() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def taken(hold: Hold, size: int) -> asyncio.Task[None]:
    task = asyncio.ensure_future(hold.take(size))
    await turns()
    return task


def test_the_program_has_96_mib_and_one_answer_at_most_64() -> None:
    assert (MOST_BYTES, BODY_CAP_BYTES) == (92 * 2**20, 64 * 2**20)
    assert PROGRAM.held_bytes == 0


def test_the_first_goes_on_and_the_others_share_what_it_leaves() -> None:
    async def scene(in_flight: BytesInFlight) -> None:
        first, second, third = (in_flight.hold() for _ in range(3))
        await first.take(1)
        await second.take(3)
        late = await taken(third, 2)
        assert not late.done()
        await first.take(7)
        assert in_flight.held_bytes == 11
        # Whole, and not decoded yet: the second is the first now.
        first.end_reading()
        await second.take(1)
        assert not late.done()
        first.give_back()
        await late
        assert third.held_bytes == 2
        await second.take(4)
        assert in_flight.held_bytes == 10
        second.give_back()
        third.give_back()

    play(scene)


def test_what_is_waiting_goes_on_when_the_first_has_ended() -> None:
    async def scene(in_flight: BytesInFlight) -> None:
        holds = [in_flight.hold() for _ in range(4)]
        for hold in holds:
            await hold.take(1)
        waiting = [await taken(hold, 7) for hold in holds[1:]]
        for hold, task in zip(holds, waiting, strict=False):
            assert not task.done()
            hold.give_back()
            await turns()
            assert task.done()
        holds[3].give_back()

    play(scene)


def test_whoever_is_cancelled_gives_back_and_takes_no_turn() -> None:
    async def scene(in_flight: BytesInFlight) -> None:
        first, second, third = (in_flight.hold() for _ in range(3))
        await first.take(8)
        await second.take(4)
        cancelled, waiting = await taken(second, 1), await taken(third, 3)
        cancelled.cancel()
        with pytest.raises(asyncio.CancelledError):
            await cancelled
        assert not waiting.done()
        second.give_back()
        await waiting
        # Granted, and cancelled before it could go on.
        granted = await taken(third, 2)
        first.give_back()
        granted.cancel()
        with pytest.raises(asyncio.CancelledError):
            await granted
        third.give_back()

    play(scene)


@pytest.mark.parametrize("limited", [True, False])
def test_the_deadline_stands_still_while_room_is_waited_for(
    limited: bool,  # noqa: FBT001 - pytest gives it
) -> None:
    async def scene(in_flight: BytesInFlight) -> None:
        first, second = in_flight.hold(), in_flight.hold()
        await first.take(8)
        await second.take(4)
        async with asyncio.timeout(60 if limited else None) as second.timer:
            due = second.timer.when()
            task = await taken(second, 1)
            assert second.timer.when() is None
            first.give_back()
            await task
            assert second.waited_s > 0
            after = second.timer.when()
            assert after == (None if due is None else due + second.waited_s)
        second.give_back()

    play(scene)


# Of an answer: what it takes at a time, turns of the loop before each of these and
# before it is decoded, and after how many turns it is cancelled.
answers = st.tuples(
    st.lists(st.integers(1, 3), max_size=6).filter(lambda sizes: sum(sizes) <= CAP),
    st.integers(0, 3),
    st.integers(0, 6),
    st.none() | st.integers(0, 30),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(answers, max_size=12))
def test_all_end_in_whatever_order_and_never_hold_more(
    told: list[tuple[list[int], int, int, int | None]],
) -> None:
    async def scene(in_flight: BytesInFlight) -> None:
        async def read(sizes: list[int], turns: int, decoding: int) -> None:
            hold = in_flight.hold()
            try:
                for size in sizes:
                    for _ in range(turns):
                        await asyncio.sleep(0)
                    await hold.take(size)
                    assert in_flight.held_bytes <= MOST
                assert hold.held_bytes == sum(sizes)
                hold.end_reading()
                for _ in range(decoding):
                    await asyncio.sleep(0)
            finally:
                hold.give_back()

        async def cancel(task: asyncio.Task[None], after: int) -> None:
            for _ in range(after):
                await asyncio.sleep(0)
            task.cancel()

        tasks, cancelling = [], []
        for *words, after in told:
            task = asyncio.ensure_future(read(*words))
            tasks.append(task)
            if after is not None:
                cancelling.append(asyncio.ensure_future(cancel(task, after)))
        async with asyncio.timeout(3):
            ended = await asyncio.gather(*tasks, *cancelling, return_exceptions=True)
        assert {type(one) for one in ended} <= {type(None), asyncio.CancelledError}

    play(scene)
