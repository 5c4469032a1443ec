"""Asking for the parts of a period: some at once, so that the others hold nothing yet.

Each part is columns when it has come. How many days one has is decided when its turn
comes: what was too large once is not asked for again.
"""

from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from typing import Final

from clockify_desktop.domain.directory import Directory
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.needs import ReportNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.progress import Progress
from clockify_desktop.services.gather import gather
from clockify_desktop.services.period_parts import (
    FactsPart,
    longest_part_days,
    pieces,
)

# Two summaries each. More would wait for each other at the server, which counts for
# the deadline of each.
_PARTS_AT_ONCE: Final = 4
# Their pages are asked for together, and kept until all are here.
_ENTRY_PARTS_AT_ONCE: Final = 2

Ask = Callable[[Period], Awaitable[FactsPart]]
Tell = Callable[[Progress], None]


class PartLengths:
    """How many days are asked for at once, as far as that has shown."""

    def __init__(self) -> None:
        self._most: dict[tuple[WorkspaceId, frozenset[str]], int] = {}

    def days(self, need: ReportNeed, directory: Directory) -> int:
        """Tell it for a report."""
        expected = longest_part_days(need.query, directory)
        return min(expected, self._most.get(_kind(need), expected))

    def learn(self, need: ReportNeed, part: FactsPart) -> None:
        """Remember what was too large."""
        if part.halved:
            half, _ = part.period.halves()
            kind = _kind(need)
            self._most[kind] = min(half.days, self._most.get(kind, half.days))


def _kind(need: ReportNeed) -> tuple[WorkspaceId, frozenset[str]]:
    return need.query.workspace.id, need.columns


class PartAsking:
    """Asks for the days of a report that are not here yet.

    Args:
        ask: Gives a part, from Clockify.
        tell: Is told how far it is, first of all and after each part.
    """

    def __init__(
        self,
        need: ReportNeed,
        directory: Directory,
        lengths: PartLengths,
        ask: Ask,
        tell: Tell,
    ) -> None:
        self._need, self._directory, self._lengths = need, directory, lengths
        self._ask, self._tell = ask, tell
        self._left = deque[Period]()
        self._came: list[FactsPart] = []
        self._under_way = 0

    async def parts(self, gaps: Iterable[Period]) -> list[FactsPart]:
        """Ask for all of them.

        Raises:
            AppError: One of them could not be had.
        """
        self._left.extend(gaps)
        self._tell(self._progress())
        of_entries = self._need.part(self._need.query.period).of_entries
        at_once = _ENTRY_PARTS_AT_ONCE if of_entries else _PARTS_AT_ONCE
        if self._progress().total > 2 * at_once:
            # The first tells whether they may be as long.
            await self._next()
        await gather(self._others() for _ in range(at_once))
        return self._came

    async def _others(self) -> None:
        while self._left:
            await self._next()

    async def _next(self) -> None:
        piece, *rest = self._pieces(self._left.popleft())
        if rest:
            self._left.appendleft(Period(rest[0].start, rest[-1].end))
        self._under_way += 1
        part = await self._ask(piece)
        self._under_way -= 1
        self._came.append(part)
        self._lengths.learn(self._need, part)
        self._tell(self._progress())

    def _progress(self) -> Progress:
        left = sum(len(self._pieces(gap)) for gap in self._left)
        came = len(self._came)
        return Progress(came, came + self._under_way + left)

    def _pieces(self, gap: Period) -> tuple[Period, ...]:
        days = self._lengths.days(self._need, self._directory)
        return pieces(gap, days, self._need.query.week_start)
