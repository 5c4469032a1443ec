"""Which days of a period are compared with which of the periods before it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_steps import stepped

MOST_BEFORE: Final = 4
"""With how many periods one is compared."""


def periods_before(period: Period) -> tuple[Period, ...]:
    """List the periods of the same kind before one, what came last first.

    Returns:
        Four; fewer where the calendar begins.
    """
    steps = (stepped(period, None, -by) for by in range(1, MOST_BEFORE + 1))
    return tuple(one for one in steps if one != period)


@dataclass(frozen=True, slots=True)
class ComparedDays:
    """The days of a period that are over, and as many of those before it.

    Args:
        count: ``None`` for all days of each period, however many it has.
    """

    period: Period
    count: int | None

    @property
    def are_none(self) -> bool:
        """Whether no day is over yet."""
        return self.count == 0

    def of(self, period: Period) -> Period:
        """Give those of one of the periods; all of them where none is over yet."""
        if not self.count:
            return period
        last = period.start + timedelta(days=self.count - 1)
        return Period(period.start, min(last, period.end))


def compared_days(period: Period, today: date) -> ComparedDays:
    """Tell which days are compared; of a period that is over all are."""
    if today > period.end:
        return ComparedDays(period, None)
    return ComparedDays(period, max((today - period.start).days, 0))
