"""One step back or on: which period the arrows beside a period lead to."""

from calendar import monthrange
from datetime import date, timedelta

from clockify_desktop.domain.calendar import first_day_of_month
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import Preset


def stepped(period: Period, preset: Preset | None, by: int) -> Period:
    """Move a period by its own length.

    Whole months, quarters and years stay whole. A February of 28 days can be a month
    or four weeks; only the preset it came from tells which, and without one it is a
    month.

    Args:
        preset: What the period was, before any steps, chosen as; ``None`` for a
            range.
        by: How many lengths to move on; negative ones go back.

    Returns:
        The period; the same one where the calendar ends.
    """
    months = 0 if preset and preset.is_of_days else whole_months(period)
    try:
        if months:
            start = first_day_of_month(period.start, by * months)
            return Period(start, _last_day(start, months))
        length = timedelta(days=by * period.days)
        return Period(period.start + length, period.end + length)
    except (ValueError, OverflowError):
        # There is no year 0 and no year 10000.
        return period


def whole_months(period: Period) -> int:
    """Count the calendar months that make up a period, 0 when it is none."""
    start, end = period.start, period.end
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    whole = start.day == 1 and end == _last_day(start, months)
    return months if whole else 0


def _last_day(start: date, months: int) -> date:
    last_month = first_day_of_month(start, months - 1)
    _, days = monthrange(last_month.year, last_month.month)
    return last_month.replace(day=days)
