import asyncio

import pytest

from clockify_desktop.domain.errors import AppError
from clockify_desktop.services.gather import gather


async def answer(value: int) -> int:
    await asyncio.sleep(0)
    return value


async def refuse() -> int:
    msg = "No"
    raise AppError(msg, "Not now.")


async def break_down() -> int:
    message = "a bug"
    raise RuntimeError(message)


def test_answers_come_in_the_order_of_the_questions() -> None:
    assert asyncio.run(gather(answer(value) for value in range(5))) == [0, 1, 2, 3, 4]
    assert asyncio.run(gather([])) == []


def test_one_refusal_is_raised_as_it_is_and_ends_the_others() -> None:
    ended = []

    async def wait() -> int:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(True)
        return 0

    async def nested() -> list[int]:
        return await gather([together_refusing(), wait()])

    async def together_refusing() -> int:
        return (await gather([answer(1), refuse()]))[0]

    with pytest.raises(AppError, match="Not now") as refused:
        asyncio.run(nested())
    assert ended == [True]
    # The group would hold all that the questions were at.
    assert refused.value.__cause__ is refused.value.__context__ is None


def test_two_refusals_are_one() -> None:
    with pytest.raises(AppError, match="Not now"):
        asyncio.run(gather([refuse(), refuse()]))


def test_a_bug_is_not_lost_behind_a_refusal() -> None:
    with pytest.raises(BaseExceptionGroup) as several:
        asyncio.run(gather([refuse(), break_down()]))
    assert several.value.subgroup(RuntimeError) is not None
    with pytest.raises(BaseExceptionGroup):
        asyncio.run(gather([break_down()]))
