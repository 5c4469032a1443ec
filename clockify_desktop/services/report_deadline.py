"""The longest that a report may take, all of its parts together."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from clockify_desktop.domain.errors import AppError

T = TypeVar("T")

REPORT_DEADLINE_S = 120.0


class ReportDeadlineError(AppError):
    """A report that is not whole in time; nothing of it is used.

    Args:
        deadline_s: How long was waited.
    """

    def __init__(self, deadline_s: float) -> None:
        super().__init__(
            f"No whole report within {deadline_s:g} seconds",
            "The network or Clockify is slow. Try again, or choose a shorter period.",
        )
        self.deadline_s = deadline_s


async def in_time(report: Awaitable[T], deadline_s: float = REPORT_DEADLINE_S) -> T:
    """Wait for a report, but not for ever.

    Args:
        report: What to wait for; cancelled when its time is over, whatever the
            server is still sending.
        deadline_s: Seconds.

    Returns:
        The report.

    Raises:
        ReportDeadlineError: Its time is over.
    """
    try:
        async with asyncio.timeout(deadline_s) as timer:
            return await report
    except TimeoutError:
        if not timer.expired():
            raise
    # Outside of the handler: what was cancelled is not to be reached from the error,
    # its frames hold the key.
    raise ReportDeadlineError(deadline_s)
