"""What counts on which day, and how long: as Clockify has it, or as somebody chose.

Clockify counts all of an entry, to the second, on the day on which it begins in the
report's time zone. Anything else is worked out here, from the single entries, and is
said beside every number that it makes.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.showable import named
from clockify_desktop.translation import tr, tr_context, tr_plural

MOST_MINUTES: Final = 240
"""To which an entry can be rounded."""
_MOST_DIGITS: Final = 9
# The clocks of two places are up to 26 hours apart.
_ZONE_DAYS: Final = 2


class DaysIn(StrEnum):
    """In which time zone days begin."""

    REPORT = "report"
    OWN = "own"


class Midnight(StrEnum):
    """Where work over midnight counts: on the day it begins, or on both."""

    START = "start"
    SPLIT = "split"


class RoundingMode(StrEnum):
    """Where an entry is rounded to; half of a step is rounded up."""

    UP = "up"
    DOWN = "down"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class Rounding:
    """To whole steps of so many minutes, each entry by itself.

    Raises:
        UsageError: The minutes are none or too many.
    """

    mode: RoundingMode
    minutes: int

    def __post_init__(self) -> None:
        if not 1 <= self.minutes <= MOST_MINUTES:
            title = tr_plural(
                "Entries cannot be rounded to {count} minute",
                "Entries cannot be rounded to {count} minutes",
                self.minutes,
            )
            raise UsageError(
                title,
                tr("Give 1 to {minutes} minutes.", minutes=MOST_MINUTES),
            )

    def __str__(self) -> str:
        return f"{self.mode}:{self.minutes}"

    @property
    def in_words(self) -> str:
        """Such as ``rounded up to 15 min``."""
        match self.mode:
            case RoundingMode.UP:
                return tr("rounded up to {minutes} min", minutes=self.minutes)
            case RoundingMode.DOWN:
                return tr("rounded down to {minutes} min", minutes=self.minutes)
        return tr("rounded to the nearest {minutes} min", minutes=self.minutes)

    @property
    def note(self) -> str:
        """The same as a sentence, and what it means for amounts."""
        match self.mode:
            case RoundingMode.UP:
                return tr(
                    "Entries are rounded up to {minutes} min; amounts are of the time"
                    " before that.",
                    minutes=self.minutes,
                )
            case RoundingMode.DOWN:
                return tr(
                    "Entries are rounded down to {minutes} min; amounts are of the time"
                    " before that.",
                    minutes=self.minutes,
                )
        return tr(
            "Entries are rounded to the nearest {minutes} min; amounts are of the time"
            " before that.",
            minutes=self.minutes,
        )


def parse_rounding(text: str) -> Rounding:
    """Read how entries are rounded, such as ``nearest:15``.

    Raises:
        UsageError: It says nothing of the kind.
    """
    mode, _, minutes = text.partition(":")
    if mode not in set(RoundingMode) or not (minutes.isascii() and minutes.isdigit()):
        title = tr(
            "\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK} "
            "says not how entries are rounded",
            text=named(text),
        )
        modes = ", ".join(RoundingMode)
        raise UsageError(
            title, tr("Use one of {modes}, and minutes, such as up:15.", modes=modes)
        )
    # More digits than a few are too many minutes, whichever they are.
    return Rounding(RoundingMode(mode), int(minutes[:_MOST_DIGITS]))


@dataclass(frozen=True, slots=True)
class DayCounting:
    """How the time of entries becomes that of days.

    Args:
        rounding: ``None`` where each second counts.
    """

    days_in: DaysIn = DaysIn.REPORT
    midnight: Midnight = Midnight.START
    rounding: Rounding | None = None

    @property
    def is_clockifys(self) -> bool:
        """Whether Clockify's own reports count so."""
        return self == AS_CLOCKIFY

    @property
    def own_days(self) -> bool:
        """Whether days are those of each person's own time zone."""
        return self.days_in is DaysIn.OWN

    @property
    def splits(self) -> bool:
        """Whether work over midnight counts on both days."""
        return self.midnight is Midnight.SPLIT

    @property
    def days_over_midnight(self) -> int:
        """How many days before a day work may begin that counts on it."""
        return 1 if self.splits else 0

    def days_around(self, period: Period) -> tuple[Period, ...]:
        """List the days of entries of which some time may count in a period.

        Args:
            period: Whose own days are not among them; all in the report's time zone.
        """
        zones = _ZONE_DAYS if self.own_days else 0
        first, last = period.start.toordinal(), period.end.toordinal()
        before = first - zones - self.days_over_midnight
        around = (
            (max(before, date.min.toordinal()), first - 1),
            (last + 1, min(last + zones, date.max.toordinal())),
        )
        return tuple(
            Period(date.fromordinal(start), date.fromordinal(end))
            for start, end in around
            if start <= end
        )

    def zone_in_words(self, time_zone: str) -> str:
        """Say whose days they are.

        Args:
            time_zone: The report's, by its IANA name.
        """
        return tr("own time zones") if self.own_days else named(time_zone)

    @property
    def in_words(self) -> tuple[str, ...]:
        """Say what else is not as Clockify counts."""
        return (
            *((tr("split at midnight"),) if self.splits else ()),
            *((self.rounding.in_words,) if self.rounding else ()),
        )

    @property
    def in_short(self) -> tuple[str, ...]:
        """Say all of it in little room, such as ``own zones`` and ``split``."""
        return (
            *((tr("own zones"),) if self.own_days else ()),
            *((tr_context("time over midnight", "split"),) if self.splits else ()),
            *((self.rounding.in_words,) if self.rounding else ()),
        )

    def as_dict(self) -> dict[str, str]:
        """Write what is not as Clockify counts, in words that the settings keep."""
        words = {
            "days_in": self.days_in.value if self.own_days else "",
            "midnight": self.midnight.value if self.splits else "",
            "rounding": str(self.rounding or ""),
        }
        return {name: word for name, word in words.items() if word}

    def notes(self, time_zone: str) -> tuple[str, ...]:
        """Say in sentences what differs from Clockify's own reports.

        Args:
            time_zone: The report's, by its IANA name.
        """
        if self.is_clockifys:
            return ()
        zone = named(time_zone)
        said = []
        if self.own_days:
            text = tr(
                "Days are those of each person's own time zone, or of {zone} where"
                " that is not known.",
                zone=zone,
            )
            said.append(text)
        if self.splits:
            text = tr(
                "Work over one midnight counts on both days, over several on the day on"
                " which it begins."
            )
            said.append(text)
        if self.rounding:
            said.append(self.rounding.note)
        text = tr(
            "Clockify's own sum is compared with what begins on these days in {zone},"
            " not rounded.",
            zone=zone,
        )
        return (*said, text)


AS_CLOCKIFY: Final = DayCounting()


def counting_from(
    days_in: str = DaysIn.REPORT, midnight: str = Midnight.START, rounding: str = ""
) -> DayCounting:
    """Read how days are counted, as ``as_dict`` writes it.

    Raises:
        UsageError: The rounding says nothing of the kind.
        ValueError: One of the others does.
    """
    read = parse_rounding(rounding) if rounding else None
    return DayCounting(DaysIn(days_in), Midnight(midnight), read)
