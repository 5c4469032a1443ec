"""Walks a detailed report, whose every page tells how much there is in all.

The first page tells how many entries there are, and the others are asked together. If
it is smaller than asked for, so are they, and the second one shows whether that is so.
An answer is taken at once where nothing speaks against it: every page told the same
number and the same sums, and the entries are as many and add up to as much. A number
alone would be fooled by one entry deleted and another one made. Else the report is
walked again: a walk is whole where its last page tells as many entries as it found,
none of them twice, and the next walk still finds each of them.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import attrgetter

from clockify_desktop.api.paging import Page, Walk, gather_pages, settled, walk_once
from clockify_desktop.api.wire.reports import (
    DetailedEntry,
    DetailedPage,
    Totals,
    first_totals,
)

MOST_WALKS = 3
_id = attrgetter("id")
# More are not believed but walked to their end.
_MOST_PAGES = 10_000
_MOST_ENTRIES = 1000 * _MOST_PAGES


@dataclass(frozen=True, slots=True)
class DetailedReport:
    """All entries of a period by id, each once, and how many could not be read.

    Args:
        totals: The server's own sums; ``None`` where nothing was found.
        complete: Whether these are all entries; where they changed as often as they
            were walked, some may be missing and others gone.
    """

    entries: list[DetailedEntry]
    totals: Totals | None
    unreadable: int = 0
    complete: bool = True


@dataclass(frozen=True, slots=True)
class DetailedPart:
    """One page, what its entries add up to, and the server's sums of the whole."""

    page: Page[DetailedEntry]
    totals: Totals | None
    duration_s: int
    billable_s: int


def part_of(sent: DetailedPage, unreadable: int) -> DetailedPart:
    """Take a page as it was sent, of which ``unreadable`` entries were not decoded."""
    entries = sent.timeentries or []
    durations_s = [row.time_interval.duration or 0 for row in entries]
    totals = first_totals(sent.totals)
    count = totals.entries_count if totals else None
    if count is not None and not 0 <= count <= _MOST_ENTRIES:
        count = None
    return DetailedPart(
        page=Page(entries, None, unreadable, count),
        totals=totals,
        duration_s=sum(durations_s),
        billable_s=sum(compress(durations_s, [one.billable for one in entries])),
    )


class DetailedPages:
    """Walks the same report until it is sure to be whole, three times at most."""

    def __init__(
        self, fetch: Callable[[int], Awaitable[DetailedPart]], page_size: int
    ) -> None:
        self._fetch = fetch
        self._page_size = page_size
        self._first: DetailedPart | None = None
        self._totals: Totals | None = None

    async def report(self) -> DetailedReport:
        """Walk it."""
        listed = await settled(self._walk, MOST_WALKS)
        return DetailedReport(
            list(listed), self._totals, listed.unreadable, complete=not listed.changed
        )

    async def _walk(self) -> Walk[DetailedEntry]:
        first = await self._fetch(1)
        self._totals = first.totals
        if first.page.count is None:
            self._first = first
            return await walk_once(self._page, self._page_size, _id)
        found: Walk[DetailedEntry] = Walk()
        found.add(first.page, _id)
        parts = [first]
        length = min(first.page.length, self._page_size)
        if 0 < length < min(first.page.count, self._page_size):
            parts.append(await self._fetch(2))
            # More pages would bring as little; what is missing is said.
            more = found.add(parts[1].page, _id) > 0
            length = length if more else first.page.count
        pages = -(-first.page.count // (length or self._page_size))
        if pages > _MOST_PAGES:
            self._first = first
            return await walk_once(self._page, self._page_size, _id)
        parts += await self._others(range(len(parts) + 1, pages + 1), found)
        found.repeated |= any(part.page.count != first.page.count for part in parts)
        alone = len(parts) == 1
        found.certain = found.counted if alone else found.whole and _adds_up(parts)
        return found

    async def _others(
        self, numbers: range, found: Walk[DetailedEntry]
    ) -> list[DetailedPart]:
        """Fetch pages together; each is added while those after it are under way."""
        waiting: dict[int, DetailedPart] = {}
        following = iter(numbers)
        number_to_add = next(following, None)

        async def fetch(number: int) -> DetailedPart:
            nonlocal number_to_add
            part = waiting[number] = await self._fetch(number)
            while number_to_add in waiting:
                found.add(waiting.pop(number_to_add).page, _id)
                number_to_add = next(following, None)
            return part

        return await gather_pages(fetch, numbers)

    async def _page(self, number: int) -> Page[DetailedEntry]:
        """Fetch a page, the first one only once."""
        kept, self._first = self._first, None
        return (kept or await self._fetch(number)).page


def _adds_up(parts: Sequence[DetailedPart]) -> bool:
    """Tell whether every page told the sums that all of them add up to."""
    sums = (
        sum(part.duration_s for part in parts),
        sum(part.billable_s for part in parts),
    )
    return all(
        part.totals is not None
        and (part.totals.total_time, part.totals.total_billable_time) == sums
        and not part.page.unreadable
        for part in parts
    )
