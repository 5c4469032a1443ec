"""A deadline for work that takes several requests."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from clockify_desktop.domain.errors import AppError

_T = TypeVar("_T")


class Deadline:
    """So many seconds for a piece of work, counted anew from each progress."""

    def __init__(self, deadline_s: float) -> None:
        self._deadline_s = deadline_s
        self._timer: asyncio.Timeout | None = None

    def begin_anew(self) -> None:
        """Count from now on, as something has come."""
        if self._timer is not None and not self._timer.expired():
            due = asyncio.get_running_loop().time() + self._deadline_s
            self._timer.reschedule(due)

    async def keep(self, work: Awaitable[_T], late: Callable[[float], AppError]) -> _T:
        """Await work and cancel it at its deadline; raise what ``late`` makes of it."""
        try:
            async with asyncio.timeout(self._deadline_s) as timer:
                self._timer = timer
                return await work
        except TimeoutError:
            if not timer.expired():
                raise
        # Outside of the handler: what was cancelled is not to be reached from the
        # error, its frames hold the key.
        raise late(self._deadline_s)


async def in_time(
    work: Awaitable[_T], deadline_s: float, late: Callable[[float], AppError]
) -> _T:
    """Keep a deadline that nothing begins anew."""
    return await Deadline(deadline_s).keep(work, late)
