"""Lists that change while they are walked: nothing missed and nothing doubled.

A server's list in memory changes between the fetches of its pages: rows are added,
deleted, edited and moved, at four rates. Whatever a walk calls whole must hold every
row that was there from its first page to its last, each once. The control is the naive
walk, which fetches every page once, in the same harness: it must fail.
"""

import asyncio
import os
import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest

from clockify_desktop.api.detailed_pages import DetailedPages, DetailedPart, part_of
from clockify_desktop.api.paging import Page, walk
from clockify_desktop.api.wire.reports import (
    DetailedEntry,
    DetailedPage,
    ReportInterval,
    Totals,
)
from clockify_desktop.domain.identity import TimeEntryId

pytestmark = pytest.mark.proof
FULL = os.environ.get("PROOFS") == "full"

SEEDS = 3000 if FULL else 200
# Changes between two fetches, on average: hardly ever, now and then, often, all the
# time.
RATES = (0.01, 0.1, 0.5, 2.0)
START = datetime(2026, 11, 16, 9, tzinfo=UTC)
# Fetches that are answered in any order, as those of pages that are asked together.
AT_ONCE = 8


@dataclass(frozen=True)
class Row:
    """One row.

    Args:
        name: Its id; no two rows ever have the same.
        seconds: What an edit changes.
        place: What the list is sorted by, which an edit may change too.
    """

    name: str
    seconds: int
    place: float
    billable: bool


@dataclass
class ServerList:
    """A sorted list that changes before each fetch.

    Args:
        rng: Chance.
        rate: How many changes there are before a fetch, on average.
        moving: Whether an edit may move a row, as a new name does.
        page_size: Rows a page.
    """

    rng: random.Random
    rate: float
    moving: bool
    page_size: int
    rows: list[Row] = field(default_factory=list)
    made: int = 0
    lasting: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for _ in range(self.rng.randint(0, 6 * self.page_size)):
            self.add()
        self.lasting = {row.name for row in self.rows}

    def add(self) -> None:
        self.made += 1
        seconds = self.rng.randint(60, 8 * 3600)
        billable = self.rng.random() < 0.5
        row = Row(f"r{self.made}", seconds, self.rng.random(), billable)
        self.rows.append(row)
        self.sort()

    def sort(self) -> None:
        self.rows.sort(key=lambda row: row.place)

    def change(self) -> None:
        """Change as often as the rate says."""
        often = int(self.rate) + (self.rng.random() < self.rate % 1)
        for _ in range(often):
            kind = self.rng.choice(("add", "delete", "edit"))
            if kind == "add":
                self.add()
            elif self.rows:
                at = self.rng.randrange(len(self.rows))
                row = self.rows.pop(at)
                if kind == "delete":
                    self.lasting.discard(row.name)
                    continue
                place = self.rng.random() if self.moving else row.place
                seconds = self.rng.randint(60, 8 * 3600)
                self.rows.append(replace(row, seconds=seconds, place=place))
                self.sort()

    def page(self, number: int) -> list[Row]:
        start = (number - 1) * self.page_size
        return self.rows[start : start + self.page_size]

    def is_last(self, number: int) -> bool:
        return number * self.page_size >= len(self.rows)


def new_list(seed: int, rate: float) -> ServerList:
    rng = random.Random(seed)
    return ServerList(rng, rate, rng.random() < 0.5, rng.randint(2, 8))


@dataclass(frozen=True)
class Outcome:
    """What a walk gave.

    Args:
        names: Ids, as they came.
        whole: Whether it called itself so.
        lasting: The ids that were there all the time.
    """

    names: Sequence[str]
    whole: bool
    lasting: set[str]

    @property
    def right(self) -> bool:
        doubled = len(set(self.names)) != len(self.names)
        return not doubled and self.lasting <= set(self.names)


Walker = Callable[[ServerList], Awaitable[Outcome]]
Figure = Callable[[str, str], None]


def fetching(server: ServerList) -> Callable[[int], Awaitable[Page[Row]]]:
    """Answer as the core host does: it tells which page is the last, and no number.

    Or it does not; then some give their last page for every number behind it.
    """
    tells, repeats = server.rng.random() < 0.5, server.rng.random() < 0.3

    async def fetch(number: int) -> Page[Row]:
        server.change()
        if tells:
            return Page(server.page(number), server.is_last(number))
        pages = -(-len(server.rows) // server.page_size)
        # One page again and again would also be what a server sends that has more.
        if repeats and pages > 1:
            number = min(number, pages)
        return Page(server.page(number))

    return fetch


async def ours(server: ServerList) -> Outcome:
    # The server may give fewer rows at once than it is asked for.
    asked = server.page_size + server.rng.choice((0, 0, 1, 5))
    rows = await walk(fetching(server), asked, lambda row: row.name)
    return Outcome([row.name for row in rows], not rows.changed, server.lasting)


async def naive(server: ServerList) -> Outcome:
    fetch, names, number = fetching(server), [], 1
    while True:
        page = await fetch(number)
        names += [row.name for row in page.rows]
        full = len(page.rows) == server.page_size
        if not full or page.last or number > 50:
            return Outcome(names, whole=True, lasting=server.lasting)
        number += 1


def telling(server: ServerList) -> Callable[[int], Awaitable[DetailedPart]]:
    """Answer as the detailed report does: every page tells the sums of the whole."""
    turns = asyncio.Semaphore(AT_ONCE)

    async def fetch(number: int) -> DetailedPart:
        async with turns:
            # Whoever waits less is answered first.
            for _ in range(server.rng.randint(0, 4)):
                await asyncio.sleep(0)
            server.change()
            billable = [row for row in server.rows if row.billable]
            totals = Totals(
                total_time=sum(row.seconds for row in server.rows),
                total_billable_time=sum(row.seconds for row in billable),
                entries_count=len(server.rows),
            )
            rows = [as_entry(row) for row in server.page(number)]
            return part_of(DetailedPage((totals,), rows), 0)

    return fetch


def as_entry(row: Row) -> DetailedEntry:
    interval = ReportInterval(START, None, row.seconds)
    return DetailedEntry(TimeEntryId(row.name), interval, billable=row.billable)


async def ours_of_entries(server: ServerList) -> Outcome:
    asked = server.page_size + server.rng.choice((0, 0, 1, 5))
    report = await DetailedPages(telling(server), asked).report()
    names = [entry.id for entry in report.entries]
    return Outcome(names, report.complete, server.lasting)


async def naive_of_entries(server: ServerList) -> Outcome:
    fetch = telling(server)
    first = await fetch(1)
    pages = -(-(first.page.count or 0) // server.page_size)
    parts = [first, *[await fetch(number) for number in range(2, pages + 1)]]
    names = [entry.id for part in parts for entry in part.page.rows]
    return Outcome(names, whole=True, lasting=server.lasting)


async def counting_alone(server: ServerList) -> Outcome:
    outcome = await naive_of_entries(server)
    whole = len(outcome.names) == len(server.rows)
    return replace(outcome, whole=whole)


def named(walker: Walker) -> str:
    return walker.__name__.replace("_", " ")


def outcomes(walker: Walker, rate: float) -> list[Outcome]:
    async def every() -> list[Outcome]:
        return [await walker(new_list(seed, rate)) for seed in range(SEEDS)]

    return asyncio.run(every())


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("walker", [ours, ours_of_entries])
def test_what_is_called_whole_is_whole(
    walker: Walker, rate: float, figure: Figure
) -> None:
    found = outcomes(walker, rate)
    whole = sum(one.whole for one in found)
    wrong = sum(one.whole and not one.right for one in found)
    said = f"{whole} of {SEEDS} lists called whole, {wrong} of them wrong"
    figure(f"{named(walker)}, {rate:g} changes a page", said)
    assert [one for one in found if one.whole and not one.right] == []
    # Nothing comes twice and nothing that lasted is left out, whole or not.
    assert [one for one in found if len(set(one.names)) != len(one.names)] == []
    assert any(one.whole for one in found)


@pytest.mark.parametrize("walker", [ours, ours_of_entries])
def test_a_list_that_holds_still_is_called_whole(walker: Walker) -> None:
    found = outcomes(walker, 0.0)
    assert all(one.whole and one.right for one in found)


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("walker", [naive, naive_of_entries])
def test_control_the_naive_walk_fails(
    walker: Walker, rate: float, figure: Figure
) -> None:
    wrong = sum(one.whole and not one.right for one in outcomes(walker, rate))
    said = f"{wrong} of {SEEDS} lists wrong without a word"
    figure(f"{named(walker)}, {rate:g} changes a page", said)
    assert wrong


def test_control_a_number_alone_is_fooled() -> None:
    found = outcomes(counting_alone, 0.5)
    assert any(one.whole and not one.right for one in found)
