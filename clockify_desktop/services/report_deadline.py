"""The longest that a report may take, all of its parts together."""

from collections.abc import Awaitable
from typing import TypeVar

from clockify_desktop.api.deadline import in_time
from clockify_desktop.domain.errors import AppError

_T = TypeVar("_T")

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


async def report_in_time(
    report: Awaitable[_T], deadline_s: float = REPORT_DEADLINE_S
) -> _T:
    """Wait for a report, but not for ever.

    Args:
        report: What to wait for; cancelled when its time is over.
        deadline_s: Seconds.

    Returns:
        The report.

    Raises:
        ReportDeadlineError: Its time is over.
    """
    return await in_time(report, deadline_s, ReportDeadlineError)
