"""Writes wall clocks for Clockify's filters, which do not take instants.

Reports read ``dateRangeStart`` and ``dateRangeEnd`` as a wall clock in the body's
``timeZone``, a trailing ``Z`` or not. The list of time entries reads ``start`` and
``end`` as a wall clock in the key owner's profile, *even with a Z*, and responds in
UTC: a double conversion. Both facts were probed on the live service.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.period import Period
from clockify_desktop.translation import tr

# Longer than any change of a clock; zones have skipped at most a day.
_STEP = timedelta(hours=3)


def report_range(period: Period) -> tuple[str, str]:
    """Write a period for reports, from local midnight to its last millisecond."""
    return f"{period.start}T00:00:00.000", f"{period.end}T23:59:59.999"


def entry_list_range(
    start: datetime, end: datetime, profile_zone: ZoneInfo
) -> tuple[str, str]:
    """Write two aware instants so that the list of time entries covers the range.

    They become wall clocks in the zone of the key owner's profile, with the ``Z`` that
    Clockify demands and ignores. Where a wall clock stands for two instants - the hour
    that comes twice - it is not known which of them Clockify takes, so the range is
    widened to a wall clock that has one meaning only; the caller narrows the rows.
    """
    if start.tzinfo is None or end.tzinfo is None:
        title = tr("A point in time without its zone")
        raise UsageError(
            title, tr("Give the offset too, such as 2026-11-16T09:00+01:00.")
        )
    if end < start:
        title = tr("The end lies before the start")
        raise UsageError(title, tr("Give the earlier time first."))
    earlier = start.astimezone(UTC).replace(microsecond=0)
    while not _has_one_meaning(earlier, profile_zone):
        earlier -= _STEP
    later = end.astimezone(UTC).replace(microsecond=0) + timedelta(seconds=1)
    while not _has_one_meaning(later, profile_zone):
        later += _STEP
    return _wall(earlier, profile_zone), _wall(later, profile_zone)


def _has_one_meaning(instant: datetime, zone: ZoneInfo) -> bool:
    local = instant.astimezone(zone)
    return local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset()


def _wall(instant: datetime, zone: ZoneInfo) -> str:
    return f"{instant.astimezone(zone):%Y-%m-%dT%H:%M:%S}Z"
