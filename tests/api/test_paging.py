import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.api.paging import Listed, Page, Walk, gather_pages, settled, walk


def walked(
    pages: list[Page[int]],
    page_size: int,
    times: int = 1,
    beyond: Page[int] | None = None,
) -> tuple[Listed[int], int]:
    """Walk a list that is the same each time; tell how many pages were asked."""
    asked = 0

    async def fetch(number: int) -> Page[int]:
        nonlocal asked
        asked += 1
        if number <= len(pages):
            return pages[number - 1]
        return Page([]) if beyond is None else beyond

    rows = asyncio.run(walk(fetch, page_size, lambda row: row))
    assert asked % times == 0
    return rows, asked // times


@given(st.integers(0, 60), st.integers(1, 20), st.booleans(), st.integers(0, 9))
def test_every_row_once_and_in_order(
    total: int,
    size: int,
    told: bool,  # noqa: FBT001 - hypothesis gives it
    more: int,
) -> None:
    """``more`` rows are asked for than the server gives."""
    pages = [
        Page(
            range(start, min(start + size, total)),
            start + size >= total if told else None,
        )
        for start in range(0, total + size, size)
    ]
    one_answer = total <= size if told else not total
    rows, asked = walked(pages, size + more, times=1 if one_answer else 2)
    assert rows == list(range(total))
    # Where it is not told, an empty page is the end.
    assert asked == max(1, -(-total // size)) + (not told and total > 0)
    assert not rows.changed


def test_a_server_that_gives_its_list_for_any_number_is_believed() -> None:
    whole = Page([1, 2])
    rows, asked = walked([whole], 50, beyond=whole)
    # The first page, the next one, and one far behind the end.
    assert (rows, rows.changed, asked) == ([1, 2], False, 3)


def test_as_many_rows_as_asked_for_whatever_the_number_may_be_a_beginning() -> None:
    full = Page([1, 2])
    rows, asked = walked([full], 2, times=4, beyond=full)
    assert (rows, rows.changed, asked) == ([1, 2], True, 3)


def test_a_server_that_repeats_its_last_page_for_ever() -> None:
    for last, size in ((Page([5]), 50), (Page([5, 6]), 2)):
        pages = [Page([1, 2]), Page([3, 4]), last]
        rows, asked = walked(pages, size, times=2, beyond=last)
        assert (rows, rows.changed) == ([1, 2, 3, 4, *last.rows], False)
        # Twice these three; at first the last once more, and one far behind the end.
        assert asked == 4


def test_rows_that_moved_by_one_page_are_no_end() -> None:
    before, after = [1, 2, 3, 4], [9, 8, 1, 2, 3, 4]
    answers = iter(
        [before[:2], after[2:4], []] + [after[n : n + 2] for n in range(0, 8, 2)] * 2
    )

    async def fetch(_number: int) -> Page[int]:
        return Page(next(answers))

    rows = asyncio.run(walk(fetch, 50, lambda row: row))
    assert (rows, rows.changed) == (after, False)


def test_a_page_behind_one_that_was_not_full_is_looked_at_again() -> None:
    """While it was walked two rows came behind 3; page 2 held 3 alone."""
    once = [Page([1, 2]), Page([3]), Page([5]), Page([])]
    then = [Page([1, 2]), Page([3, 4]), Page([5]), Page([])] * 2
    answers = iter(once + then)

    async def fetch(_number: int) -> Page[int]:
        return next(answers)

    rows = asyncio.run(walk(fetch, 2, lambda row: row))
    assert (rows, rows.changed) == ([1, 2, 3, 4, 5], False)
    assert next(answers, None) is None


def test_rows_that_move_while_walking_come_once_and_it_is_said() -> None:
    pages = [
        Page([1, 2, 3], last=False),
        Page([3, 4, 5], last=False),
        Page([5, 6], last=True),
    ]
    rows, _ = walked(pages, 3, times=4)
    assert rows == [1, 2, 3, 4, 5, 6]
    assert rows.changed


def test_a_short_page_is_not_the_end_where_the_server_says_so() -> None:
    pages = [Page([1, 2], last=False), Page([3], last=True)]
    assert walked(pages, 50, times=2) == ([1, 2, 3], 2)


def test_an_empty_page_is_the_end_whatever_the_server_says() -> None:
    pages = [Page([1, 2], last=False), Page([], last=False)]
    rows, _ = walked(pages, 2, times=2)
    assert rows == [1, 2]
    assert not rows.changed


def test_a_server_that_ignores_the_page_does_not_hold_us() -> None:
    same = Page([1, 2], last=False)
    rows, asked = walked([same, same, same], 2, times=4)
    assert (rows, asked) == ([1, 2], 2)
    assert rows.changed


def test_rows_that_cannot_be_read_are_counted() -> None:
    pages = [Page([1], last=False, unreadable=1), Page([2], last=True, unreadable=2)]
    rows, _ = walked(pages, 2, times=2)
    assert (rows, rows.unreadable, rows.changed) == ([1, 2], 3, False)
    rows, _ = walked([Page([1], unreadable=3)], 5, times=2)
    assert (rows, rows.unreadable) == ([1], 3)


def test_a_page_of_which_nothing_can_be_read_is_not_taken_for_the_end() -> None:
    nothing: list[int] = []
    pages = [Page([1, 2]), Page(nothing, unreadable=2), Page([3])]
    rows, _ = walked(pages, 2, times=4)
    assert rows.changed


@pytest.mark.parametrize(("count", "times"), [(2, 1), (3, 4), (1, 4)])
def test_a_page_is_whole_if_the_server_counts_as_we_do(count: int, times: int) -> None:
    rows, _ = walked([Page([1, 2], count=count)], 5, times=times)
    assert rows.changed is (times > 1)


def test_the_number_is_told_of_lists_of_several_pages_too() -> None:
    def pages(count: int) -> list[Page[int]]:
        return [Page([1, 2], count=count), Page([3], count=count)]

    assert not walked(pages(3), 2, times=2)[0].changed
    assert walked(pages(4), 2, times=4)[0].changed


def test_a_whole_walk_is_confirmed_by_all_its_pages_at_once() -> None:
    most, running = 0, 0
    asked: list[int] = []

    async def fetch(number: int) -> Page[int]:
        nonlocal most, running
        asked.append(number)
        running += 1
        # The first walk goes page by page.
        most = max(most, running)
        assert running == 1 or len(asked) > 3
        await asyncio.sleep(0)
        running -= 1
        return Page([number], last=number == 3)

    rows = asyncio.run(walk(fetch, 1, lambda row: row))
    assert (rows, rows.changed) == ([1, 2, 3], False)
    assert (asked, most) == ([1, 2, 3] * 2, 3)


def test_what_was_gone_meanwhile_is_found_by_walking_again() -> None:
    lists = iter([[1, 2, 3]] * 2 + [[1, 3]] * 6)

    async def fetch(number: int) -> Page[int]:
        rows = next(lists)[2 * number - 2 : 2 * number]
        return Page(rows, last=len(rows) < 2)

    rows = asyncio.run(walk(fetch, 2, lambda row: row))
    # All at once, page by page, and all at once again.
    assert (rows, rows.changed) == ([1, 3], False)
    assert next(lists, None) is None


def test_a_walk_is_confirmed_by_one_that_still_finds_all_of_it() -> None:
    walks = [Walk({1: 1, 2: 2}), Walk({1: 1, 3: 3}), Walk({1: 1, 3: 3, 4: 4})]
    left = iter(walks)

    async def once() -> Walk[int]:
        return next(left)

    rows = asyncio.run(settled(once, 4))
    assert (rows, rows.changed) == ([1, 3], False)


def test_a_walk_that_could_not_read_as_many_confirms_nothing() -> None:
    left = iter([Walk({1: 1}, 1), Walk({1: 1}, 2), Walk({1: 1}, 2)])

    async def once() -> Walk[int]:
        return next(left)

    rows = asyncio.run(settled(once, 4))
    assert (rows, rows.unreadable, rows.changed) == ([1], 2, False)


def test_where_nothing_settles_all_that_was_seen_is_given_as_last_seen() -> None:
    left = iter([Walk({1: "a"}, 1), Walk({2: "b"}, 3), Walk({1: "c"}, 2)])

    async def once() -> Walk[str]:
        return next(left)

    rows = asyncio.run(settled(once, 3))
    assert (rows, rows.unreadable, rows.changed) == (["c", "b"], 3, True)


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

    pages = asyncio.run(gather_pages(fetch, range(1, 11)))
    assert [page.rows for page in pages] == [[n * 10, n * 10 + 1] for n in range(1, 11)]
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
        asyncio.run(gather_pages(fetch, range(1, 5)))
    assert sorted(ended) == [1, 2, 4]
    assert caught.value.__context__ is None


def test_cancelling_from_outside_passes_through() -> None:
    async def fetch(_number: int) -> Page[int]:
        await asyncio.Event().wait()
        return Page([])

    async def main() -> None:
        async with asyncio.timeout(0.01):
            await gather_pages(fetch, [1, 2])

    with pytest.raises(TimeoutError):
        asyncio.run(main())
