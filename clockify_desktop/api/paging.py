"""Walks lists that come in pages, each row once, and knows whether they held still.

Somebody adds, deletes or renames while a list is walked: rows move between pages, one
comes twice, another is passed over. What the rows themselves can prove is this. Where
no row of a walk came twice, every page but the last was full, and every row was still
there when the last page came, the walk is the list as it was at that moment: the rows
of the pages before are as many as the places before the last page, they are there, and
none of them is on the last page, so none but them stands in those places. That the
rows were still there the next walk tells, because what was deleted does not come back.
"""

import asyncio
from collections.abc import (
    Awaitable,
    Callable,
    Coroutine,
    Hashable,
    Iterable,
    Sequence,
)
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Generic, TypeVar

_T = TypeVar("_T")

MOST_WALKS = 4
"""A list that changes faster than this is taken as it is, and that is said."""
_SECOND = 2
_FAR_PAGE = 1000
"""No list is so long, and Clockify documents it as the largest number of a page."""


class Listed(list[_T]):
    """The rows of a list that could be read, each once, and how sure that is.

    ``unreadable`` counts the others. ``changed`` says that the list never held still:
    rows may be missing, others gone.
    """

    def __init__(
        self, rows: Iterable[_T] = (), *, unreadable: int = 0, changed: bool = False
    ) -> None:
        super().__init__(rows)
        self.unreadable = unreadable
        self.changed = changed


@dataclass(frozen=True, slots=True)
class Page(Generic[_T]):
    """The rows of a page that could be read, and how many could not.

    Args:
        last: Whether no other follows; ``None`` if the server does not say.
        count: Rows of the whole list; ``None`` if the server does not say.
    """

    rows: Sequence[_T]
    last: bool | None = None
    unreadable: int = 0
    count: int | None = None

    @property
    def length(self) -> int:
        """How many rows it has, those included that could not be read."""
        return len(self.rows) + self.unreadable


@dataclass(slots=True)
class Walk(Generic[_T]):
    """What one walk through a list found.

    Args:
        rows: By id, in the order in which they were seen first.
        repeated: A row came twice, or a page brought nothing: it moved, or the server
            did not turn the page.
        uneven: Another page followed one that was not full, and nobody had said so.
        count: Rows of the list by the last page that said it; ``None`` if none did.
        certain: Nothing can have changed meanwhile.
    """

    rows: dict[Hashable, _T] = field(default_factory=dict)
    unreadable: int = 0
    repeated: bool = False
    uneven: bool = False
    count: int | None = None
    certain: bool = False
    pages: int = 0
    _full: int | None = None
    _latest: int = 0

    def add(self, page: Page[_T], key: Callable[[_T], Hashable]) -> int:
        """Take the rows of the next page; tell how many are new."""
        before = len(self.rows)
        self.pages += 1
        of_page = dict(zip(map(key, page.rows), page.rows, strict=True))
        if len(of_page) == len(page.rows) and self.rows.keys().isdisjoint(of_page):
            self.rows.update(of_page)
        else:
            for row in page.rows:
                self.rows.setdefault(key(row), row)
        new = len(self.rows) - before
        self.repeated |= new < len(page.rows)
        self.unreadable += page.unreadable
        self.count = self.count if page.count is None else page.count
        if page.length and page.last is None:
            self._full = self._full or page.length
            self.uneven |= self._latest not in {0, self._full} or (
                page.length > self._full
            )
            self._latest = page.length
        return new

    @property
    def counted(self) -> bool:
        """Whether there are as many rows as the server told, if it did."""
        return self.count in {None, len(self.rows) + self.unreadable}

    @property
    def whole(self) -> bool:
        """Whether each row came once from full pages, and as many as were told."""
        return not (self.repeated or self.uneven) and self.counted

    def confirmed_by(self, later: "Walk[_T]") -> bool:
        """Tell by the next walk whether this one is the list as it was at its end."""
        return (
            self.whole
            and self.unreadable == later.unreadable
            and self.rows.keys() <= later.rows.keys()
        )


async def walk(
    fetch: Callable[[int], Coroutine[Any, Any, Page[_T]]],
    page_size: int,
    key: Callable[[_T], Hashable],
) -> Listed[_T]:
    """Fetch page after page, counted from 1, where nobody says how many there are.

    A list of one page is whole by itself. A longer one is walked until the walk after
    it confirms it. ``key`` gives a row's id.
    """
    once = partial(walk_once, fetch, page_size, key)
    return await settled(once, MOST_WALKS, partial(_all_at_once, fetch, key))


async def _all_at_once(
    fetch: Callable[[int], Coroutine[Any, Any, Page[_T]]],
    key: Callable[[_T], Hashable],
    pages: int,
) -> Walk[_T]:
    # In any order they tell what is still there, but are no list by themselves.
    found: Walk[_T] = Walk(repeated=True)
    for page in await gather_pages(fetch, range(1, pages + 1)):
        found.add(page, key)
    return found


async def walk_once(
    fetch: Callable[[int], Awaitable[Page[_T]]],
    page_size: int,
    key: Callable[[_T], Hashable],
) -> Walk[_T]:
    """Fetch page after page, counted from 1, once."""
    found: Walk[_T] = Walk()
    before: Page[_T] | None = None
    number = 1
    while True:
        page = await fetch(number)
        if before is not None and page.last is None and _same(page, before, key):
            # The number is passed over, unless rows moved by exactly one page.
            far = await fetch(_FAR_PAGE)
            alone = number == _SECOND
            # Alone and full it may be the beginning of more, which cannot be reached.
            ends = _same(far, page, key) and not (alone and page.length >= page_size)
            found.repeated |= not ends
            found.certain = ends and alone and found.counted
            return found
        new = found.add(page, key)
        if _ends(page, found):
            found.certain = number == 1 and found.counted
            return found
        # A page that brings nothing new would go on for ever on a server that
        # ignores the page's number. That is not the end of the list.
        if not new:
            found.repeated = True
            return found
        before = page
        number += 1


def _ends(page: Page[_T], found: Walk[_T]) -> bool:
    """Tell whether no page follows, by what the server says or by an empty page."""
    if page.count is not None and page.last is None:
        return len(found.rows) + found.unreadable >= page.count or not page.length
    return bool(page.last) or not page.length


def _same(page: Page[_T], other: Page[_T], key: Callable[[_T], Hashable]) -> bool:
    return page.unreadable == other.unreadable and list(map(key, page.rows)) == list(
        map(key, other.rows)
    )


async def settled(
    walk_once: Callable[[], Awaitable[Walk[_T]]],
    most: int,
    again: Callable[[int], Awaitable[Walk[_T]]] | None = None,
) -> Listed[_T]:
    """Walk a list until one walk is sure to be whole; give the rows of that walk.

    After ``most`` walks the rows of all of them are given, marked as changed.

    Args:
        again: Fetches as many pages as a walk has found whole, to confirm it; ``None``
            where only another walk can.
    """
    every: dict[Hashable, _T] = {}
    unreadable = 0
    before: Walk[_T] | None = None
    for _ in range(most):
        found = await (
            again(before.pages) if again and before and before.whole else walk_once()
        )
        if found.certain:
            return Listed(found.rows.values(), unreadable=found.unreadable)
        if before is not None and before.confirmed_by(found):
            return Listed(before.rows.values(), unreadable=before.unreadable)
        # Where it was seen first, as it was seen last.
        every |= found.rows
        unreadable = max(unreadable, found.unreadable)
        before = found
    return Listed(every.values(), unreadable=unreadable, changed=True)


async def gather_pages(
    fetch: Callable[[int], Coroutine[Any, Any, _T]], numbers: Sequence[int]
) -> list[_T]:
    """Fetch pages at once; give them in the order of their numbers.

    The error of the first page that fails is raised, and the others are cancelled.
    """
    tasks = []
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(fetch(each)) for each in numbers]
    except BaseExceptionGroup as failures:
        first = failures.exceptions[0]
    else:
        return [task.result() for task in tasks]
    raise first
