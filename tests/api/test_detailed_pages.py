import asyncio
from datetime import UTC, datetime

import pytest

from clockify_desktop.api.detailed_pages import DetailedPages, DetailedPart, part_of
from clockify_desktop.api.wire.reports import (
    DetailedEntry,
    DetailedPage,
    ReportInterval,
    Totals,
)
from clockify_desktop.domain.durations import LONGEST_S
from clockify_desktop.domain.identity import TimeEntryId

START = datetime(2026, 11, 16, 9, tzinfo=UTC)


def entry(name: str, duration_s: int | None, *, billable: bool) -> DetailedEntry:
    interval = ReportInterval(START, None, duration_s)
    return DetailedEntry(TimeEntryId(name), interval, billable=billable)


def test_what_a_page_adds_up_to() -> None:
    sent = [
        entry("a", 60, billable=True),
        entry("b", None, billable=True),
        entry("c", -1, billable=True),
        entry("d", 30, billable=False),
        entry("e", LONGEST_S + 1, billable=False),
        entry("f", 5, billable=True),
    ]
    part = part_of(DetailedPage((Totals(),), sent), 1)
    assert part.page.rows == sent
    assert (part.duration_s, part.billable_s) == (95 + LONGEST_S, 64)
    assert part.page.unreadable == 1


@pytest.mark.parametrize("arrival", [[2, 3, 4], [4, 3, 2], [3, 4, 2]])
def test_entries_are_in_order_whichever_page_comes_first(arrival: list[int]) -> None:
    totals = Totals(total_time=80, total_billable_time=80, entries_count=8)

    async def fetch(number: int) -> DetailedPart:
        for _ in range(arrival.index(number) if number > 1 else 0):
            await asyncio.sleep(0)
        rows = [entry(f"{number}{place}", 10, billable=True) for place in "ab"]
        return part_of(DetailedPage((totals,), rows), 0)

    report = asyncio.run(DetailedPages(fetch, 2).report())
    ids = [f"{number}{place}" for number in (1, 2, 3, 4) for place in "ab"]
    assert [one.id for one in report.entries] == ids
    assert report.complete
