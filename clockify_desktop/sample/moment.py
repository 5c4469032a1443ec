"""Where ``now`` stands on the calendar of the sample organisation."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from clockify_desktop.sample.people import BERLIN

_EPOCH_DAY = date(1970, 1, 1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
WEEK = 7
SATURDAY = 5
_DAY_IS_OVER_H = 17
_MORNING_IS_OVER_H = 11


def day_number(day: date) -> int:
    """Count the days since 1970-01-01."""
    return (day - _EPOCH_DAY).days


def date_of(day: int) -> date:
    """Turn a count of days since 1970-01-01 into a date."""
    return _EPOCH_DAY + timedelta(days=day)


def weekday(day: int) -> int:
    """Tell the weekday of a day since 1970-01-01; Monday is 0."""
    return (day + 3) % WEEK


def instant(zone: str, day: int, hour: float) -> int:
    """Read a wall clock.

    Args:
        zone: The IANA zone in which it hangs.
        day: Days since 1970-01-01.
        hour: Hours after midnight; 25.5 is half past one on the next day.

    Returns:
        Seconds since 1970, UTC.
    """
    midnight = datetime.combine(date_of(day), datetime.min.time())
    wall = midnight + timedelta(hours=hour)
    return int(wall.replace(tzinfo=ZoneInfo(zone)).timestamp())


@dataclass(frozen=True, slots=True)
class Moment:
    """``now`` and the weeks around it, as the owner's calendar has them.

    Args:
        now_s: Seconds since 1970, UTC.
        zone: The owner's IANA zone.
        today: Days since 1970-01-01 there.
    """

    now_s: int
    zone: str
    today: int

    @classmethod
    def at(cls, now: datetime, zone: str = BERLIN) -> "Moment":
        """Place an aware instant.

        Args:
            now: Aware; anything below a second is dropped.
            zone: The owner's IANA zone.

        Raises:
            ValueError: ``now`` has no zone of its own.
        """
        if now.tzinfo is None:
            message = "now must be an aware instant"
            raise ValueError(message)
        now_s = (now - _EPOCH) // timedelta(seconds=1)
        return cls(now_s, zone, day_number(now.astimezone(ZoneInfo(zone)).date()))

    @property
    def this_monday(self) -> int:
        """The first day of the running week."""
        return self.today - weekday(self.today)

    @property
    def last_monday(self) -> int:
        """The first day of the week before."""
        return self.this_monday - WEEK

    @property
    def working_until_s(self) -> int:
        """The last instant of this week at which an office would be at work.

        On a workday after eleven that is now. Else it is five in the afternoon of
        the last workday of this week; on a Monday morning it is now again.
        """
        eleven_s = instant(self.zone, self.today, _MORNING_IS_OVER_H)
        if weekday(self.today) < SATURDAY and self.now_s >= eleven_s:
            return min(self.now_s, instant(self.zone, self.today, 19))
        for day in range(self.today - 1, self.this_monday - 1, -1):
            if weekday(day) < SATURDAY:
                return instant(self.zone, day, _DAY_IS_OVER_H)
        return self.now_s
