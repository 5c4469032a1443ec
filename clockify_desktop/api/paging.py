"""Walks lists that come in pages: in order, each row once."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Page(Generic[_T]):
    """One page.

    Args:
        rows: In the server's order.
        last: Whether the server says that no other follows; ``None`` if it does not
            say.
    """

    rows: Sequence[_T]
    last: bool | None = None


async def walk(
    fetch: Callable[[int], Awaitable[Page[_T]]],
    page_size: int,
    key: Callable[[_T], Hashable],
) -> list[_T]:
    """Fetch page after page, where nobody says how many there are.

    Args:
        fetch: Fetches a page by its number, counted from 1.
        page_size: How many rows were asked for a page.
        key: A row's id.

    Returns:
        All rows in order. A row that moved to a later page while the list was walked
        stands where it was seen first.
    """
    rows: dict[Hashable, _T] = {}
    number = 1
    while True:
        page = await fetch(number)
        before = len(rows)
        for row in page.rows:
            rows.setdefault(key(row), row)
        ends = len(page.rows) < page_size if page.last is None else page.last
        # A page that brings nothing new would go on for ever on a server that
        # ignores the page's number.
        if ends or len(rows) == before:
            return list(rows.values())
        number += 1


async def gather(
    fetch: Callable[[int], Awaitable[Page[_T]]],
    numbers: Sequence[int],
) -> list[_T]:
    """Fetch pages at once whose number is known.

    Args:
        fetch: Fetches a page by its number.
        numbers: Which.

    Returns:
        All rows in the order of the pages, as they came.

    Raises:
        Exception: What the first page that failed raised; the others are cancelled.
    """
    tasks = []
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(_fetched(fetch, each)) for each in numbers]
    except BaseExceptionGroup as failures:
        first = failures.exceptions[0]
    else:
        return [row for task in tasks for row in task.result().rows]
    raise first


async def _fetched(
    fetch: Callable[[int], Awaitable[Page[_T]]], number: int
) -> Page[_T]:
    return await fetch(number)


def each_once(rows: Sequence[_T], key: Callable[[_T], Hashable]) -> list[_T]:
    """Drop rows that came twice.

    Args:
        rows: In order.
        key: A row's id.

    Returns:
        The first of each id, in order.
    """
    kept: dict[Hashable, _T] = {}
    for row in rows:
        kept.setdefault(key(row), row)
    return list(kept.values())
