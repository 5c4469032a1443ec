import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.api.paging import Page, each_once, gather, walk


def walked(pages: list[Page[int]], page_size: int) -> tuple[list[int], int]:
    asked = 0

    async def fetch(number: int) -> Page[int]:
        nonlocal asked
        asked += 1
        assert number == asked
        return pages[number - 1]

    rows = asyncio.run(walk(fetch, page_size, lambda row: row))
    return rows, asked


@given(st.integers(0, 60), st.integers(1, 20), st.booleans())
def test_every_row_once_and_in_order(total: int, size: int, told: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    pages = [
        Page(
            range(start, min(start + size, total)),
            start + size >= total if told else None,
        )
        for start in range(0, total + size, size)
    ]
    rows, asked = walked(pages, size)
    assert rows == list(range(total))
    assert asked <= total // size + 1


def test_rows_that_move_while_walking_come_once() -> None:
    pages = [Page([1, 2, 3], last=False), Page([3, 4, 5], last=False), Page([5, 6])]
    assert walked(pages, 3)[0] == [1, 2, 3, 4, 5, 6]


def test_a_short_page_is_not_the_end_where_the_server_says_so() -> None:
    assert walked([Page([1, 2], last=False), Page([3], last=True)], 50)[0] == [1, 2, 3]


def test_a_server_that_ignores_the_page_does_not_hold_us() -> None:
    same = Page([1, 2], last=False)
    assert walked([same, same, same], 2) == ([1, 2], 2)


def test_pages_together_in_order() -> None:
    most, running = 0, 0

    async def fetch(number: int) -> Page[int]:
        nonlocal most, running
        running += 1
        most = max(most, running)
        # The later the page the sooner it is here.
        for _ in range(20 - number):
            await asyncio.sleep(0)
        running -= 1
        return Page([number * 10, number * 10 + 1])

    rows = asyncio.run(gather(fetch, range(1, 11)))
    assert rows == [n * 10 + i for n in range(1, 11) for i in (0, 1)]
    assert most == 10


def test_the_first_failure_ends_the_others() -> None:
    ended: list[int] = []

    async def fetch(number: int) -> Page[int]:
        if number == 3:
            message = "third"
            raise ValueError(message)
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(number)
        return Page([])

    with pytest.raises(ValueError, match="third") as caught:
        asyncio.run(gather(fetch, range(1, 5)))
    assert sorted(ended) == [1, 2, 4]
    assert caught.value.__context__ is None


def test_cancelling_from_outside_passes_through() -> None:
    async def fetch(_number: int) -> Page[int]:
        await asyncio.Event().wait()
        return Page([])

    async def main() -> None:
        async with asyncio.timeout(0.01):
            await gather(fetch, [1, 2])

    with pytest.raises(TimeoutError):
        asyncio.run(main())


@given(st.lists(st.tuples(st.integers(0, 5), st.integers())))
def test_each_once(rows: list[Any]) -> None:
    kept = each_once(rows, lambda row: row[0])
    assert [row[0] for row in kept] == list(dict.fromkeys(row[0] for row in rows))
