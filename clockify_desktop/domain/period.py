"""A period: whole days, from the first to the last, both included."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.translation import tr


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days in some time zone.

    Args:
        end: The last day, included.

    Raises:
        UsageError: The end lies before the start.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            title = tr(
                "The period ends before it starts: {start} to {end}",
                start=self.start,
                end=self.end,
            )
            raise UsageError(title, tr("Give the earlier day first."))

    @property
    def days(self) -> int:
        """How many days there are, at least one."""
        return (self.end - self.start).days + 1

    def __iter__(self) -> Iterator[date]:
        """Walk the days in order."""
        first = self.start.toordinal()
        return (date.fromordinal(first + number) for number in range(self.days))

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def common(self, other: "Period") -> "Period | None":
        """Give the days that are in both, ``None`` where there are none."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Period(start, end) if start <= end else None

    def parts(self, longest_days: int) -> tuple["Period", ...]:
        """Cut the period into parts that follow each other without a gap.

        Returns:
            The parts in order; all but the last are of the full length.
        """
        first, last = self.start.toordinal(), self.end.toordinal()
        return tuple(
            Period(
                date.fromordinal(start),
                date.fromordinal(min(last, start + longest_days - 1)),
            )
            for start in range(first, last + 1, longest_days)
        )

    def halves(self) -> tuple["Period", "Period"]:
        """Cut a period of several days in two; the first half may be a day longer."""
        if self.days == 1:
            message = f"{self.start} is a single day"
            raise ValueError(message)
        first, second = self.parts((self.days + 1) // 2)
        return first, second
