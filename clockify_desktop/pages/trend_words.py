"""What the page "Trend" says: what its periods are called, and what came of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from clockify_desktop.charts.trend_content import TrendLines, TrendStep
from clockify_desktop.domain.calendar import DAYS_A_WEEK
from clockify_desktop.domain.durations import DurationFormat, duration_text
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_steps import whole_months
from clockify_desktop.domain.period_words import (
    SO_FAR,
    dates_in_words,
    day_in_words,
    days_in_words,
    kind_in_words,
    kind_of,
    month_in_words,
    week_number,
    weekday,
)
from clockify_desktop.domain.showable import NOTHING, showable
from clockify_desktop.pages.capacity_options import USUAL_TOLERANCE
from clockify_desktop.pages.period_phrases import (
    A_PERIOD,
    INSIDE,
    NO_DAY_YET,
    NO_TIME_BEFORE,
    OFF_ALL,
    OUTSIDE,
    SAME_DAYS,
    SO_FAR_THIS,
    counted_periods,
)
from clockify_desktop.pages.trend_periods import TrendPeriods
from clockify_desktop.translation import tr

_WEEKDAYS: Final = (
    *(tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"), tr("Friday")),
    *(tr("Saturday"), tr("Sunday")),
)


@dataclass(frozen=True, slots=True)
class TrendWords:
    """What the periods of a trend are called.

    Args:
        period: The one looked at.
        week_start: The weekday that a week begins with, Monday is 0.
    """

    periods: TrendPeriods
    period: Period
    week_start: int

    @property
    def kind(self) -> str:
        """What each is, such as ``week`` or ``10 days``."""
        return kind_in_words(self.period, self.week_start)

    @property
    def of_kind(self) -> str | None:
        """The kind itself, ``None`` for a number of days, weeks or months."""
        return kind_of(self.period, self.week_start)

    def several(self, count: int) -> str:
        """Count some of them, such as ``12 weeks``."""
        return counted_periods(self.of_kind, count)

    @property
    def each(self) -> str:
        """Say how often, such as ``a week``."""
        said = A_PERIOD.get(self.of_kind or "")
        # Translators: {days} is the length of a period, such as "10 days".
        return said or tr("in {days}", days=self.kind)

    @property
    def running(self) -> str:
        """Name the one that still runs, such as ``this week so far``."""
        said = SO_FAR_THIS.get(self.of_kind or "")
        return said or tr("these {days} so far", days=self.kind)

    @property
    def same_days(self) -> str:
        """Name as many days of the one before that."""
        return SAME_DAYS[self.of_kind]

    @property
    def axis(self) -> str:
        """What stands before the names of the axis; empty where they say it."""
        return self.kind if self.of_kind == "week" else ""

    def steps(self) -> tuple[TrendStep, ...]:
        """Name those that are over."""
        whole = self.periods.whole
        earlier = (None, *whole)
        return tuple(map(self._step, whole, earlier))

    def running_step(self) -> TrendStep | None:
        """Name the one apart."""
        running = self.periods.running
        return None if running is None else self._step(running, None)

    def named(self, place: int) -> str:
        """Name one from or until which somebody is there, such as ``week 43``.

        Empty for a single day: whoever is off on it is there all the same.
        """
        period = self.periods.whole[place]
        if period.days == 1:
            return ""
        week = week_number(period, self.week_start)
        return tr("week {number}", number=week[1]) if week else self._dates(period)

    def in_table(self, place: int) -> str:
        """Name one in a line of its own, such as ``47 · 16-22 Nov`` (en dash)."""
        if place < len(self.periods.whole):
            period = self.periods.whole[place]
            week = week_number(period, self.week_start)
            dates = self._dates(period)
            return f"{week[1]} · {dates}" if week else dates
        running, so_far = self.periods.running, self.periods.so_far
        if running is None:
            return ""
        week = week_number(running, self.week_start)
        name = str(week[1]) if week else self._dates(running)
        if so_far is None:
            return f"{name} · {SO_FAR}"
        last = so_far.end
        short = running.days <= DAYS_A_WEEK
        day = weekday(last) if short else day_in_words(last)
        so_far_to = tr("so far, to {day}", day=day)
        return f"{name} · {so_far_to}"

    def legend(self, durations: DurationFormat, *, is_assumed: bool) -> tuple[str, ...]:
        """Name what the picture has, in the order of its legend."""
        days = self.periods.whole[-1].days if self.periods.whole else 0
        within = duration_text(USUAL_TOLERANCE.of_days(days), durations)
        return (
            # Translators: {each} is "a week", "a month" and so on, or "in 10 days".
            tr("hours {each}", each=self.each),
            tr("capacity assumed, within {time} a person", time=within)
            if is_assumed
            else tr("capacity, within {time} a person", time=within),
            self.running,
            self.same_days,
            OFF_ALL[self.of_kind],
            tr("its own mean"),
        )

    def _step(self, period: Period, earlier: Period | None) -> TrendStep:
        start = period.start
        week = week_number(period, self.week_start)
        before = earlier.start if earlier else None
        new_month = before is None or start.month != before.month
        new_year = before is None or start.year != before.year
        dates = self._dates(period)
        if week is not None:
            name, below = str(week[1]), day_in_words(start) if new_month else ""
            dates = tr("week {number}, {dates}", number=week[1], dates=dates)
        elif whole_months(period) == 1:
            name, below = month_in_words(start), str(start.year) if new_year else ""
        else:
            name, below = day_in_words(start), str(start.year) if new_year else ""
        return TrendStep(
            mark_of(period),
            showable(name),
            showable(below) if below else NOTHING,
            dates,
        )

    def _dates(self, period: Period) -> str:
        if whole_months(period) == 1:
            return f"{month_in_words(period.start)} {period.start.year}"
        if period.end.year == self.period.end.year:
            return days_in_words(period, self.period.end.year)
        return dates_in_words(period)


def mark_of(period: Period) -> str:
    """Give what a period is known by in picture and table."""
    return f"period:{period.start.isoformat()}"


def sentence_of(
    lines: TrendLines,
    words: TrendWords,
    durations: DurationFormat,
    *,
    awaited: bool,
    has_days: bool,
    has_before: bool,
) -> str:
    """Say between what the hours are, whether inside the band, and the running one.

    Args:
        lines: One line.
        awaited: Whether some of the periods may still come.
        has_days: Whether days of the running period are over and known.
        has_before: Whether the same days before are known.
    """

    def text(seconds: int) -> str:
        return duration_text(seconds, durations)

    found = lines.seconds[0, lines.is_point[0]]
    parts = []
    if len(found):
        low, high = text(int(found.min())), text(int(found.max()))
        said = (
            # Translators: {each} is "a week", "a month" and so on, or "in 10 days".
            tr("{time} {each}", time=low, each=words.each)
            if low == high
            else tr(
                "Between {low} and {high} {each}", low=low, high=high, each=words.each
            )
        )
        parts.append(", ".join(filter(None, (said, _inside(lines, words)))) + ".")
    elif not awaited:
        parts.append(NO_TIME_BEFORE[words.of_kind])
    if awaited:
        parts.append(tr("The others are loading.") if parts else tr("Loading."))
    if has_days:
        parts.append(_so_far(lines, words, text, has_before=has_before) + ".")
    elif words.periods.running is not None and words.periods.so_far is None:
        none = NO_DAY_YET.get(words.of_kind or "")
        parts.append(none or tr("No day of these {days} is over.", days=words.kind))
    return " ".join(parts)


def _inside(lines: TrendLines, words: TrendWords) -> str:
    """Say in how many periods the hours are inside of the band, and in which not."""
    band = lines.has_band[0]
    if not band.any():
        return ""
    away_s = np.abs(lines.seconds[0] - lines.capacity_s[0])
    outside = np.flatnonzero(band & (away_s > lines.tolerance_s[0])).tolist()
    count = int(np.count_nonzero(band))
    if not outside:
        return INSIDE[words.of_kind]
    if len(outside) == count:
        return OUTSIDE[words.of_kind]
    return tr(
        "inside the band in {count} of {total}",
        count=count - len(outside),
        total=count,
    )


def _so_far(
    lines: TrendLines,
    words: TrendWords,
    text: Callable[[int], str],
    *,
    has_before: bool,
) -> str:
    """Say the running period beside the same days of the one before."""
    said = _this(words, text(int(lines.so_far_s[0])))
    so_far = words.periods.so_far
    if not has_before or so_far is None:
        return said
    before = text(int(lines.before_s[0]))
    return f"{said}, {_earlier(words, so_far, before)}"


def _this(words: TrendWords, time: str) -> str:
    match words.of_kind:
        case "day":
            return tr("This day so far {time}", time=time)
        case "week":
            return tr("This week so far {time}", time=time)
        case "month":
            return tr("This month so far {time}", time=time)
        case "quarter":
            return tr("This quarter so far {time}", time=time)
        case "year":
            return tr("This year so far {time}", time=time)
        case _:
            return tr("These {days} so far {time}", days=words.kind, time=time)


def _earlier(words: TrendWords, so_far: Period, time: str) -> str:
    match words.of_kind:
        case "week":
            weekday = _WEEKDAYS[so_far.end.weekday()]
            return tr("by {weekday} last week {time}", weekday=weekday, time=time)
        case "day":
            return tr("on the same days last day {time}", time=time)
        case "month":
            return tr("on the same days last month {time}", time=time)
        case "quarter":
            return tr("on the same days last quarter {time}", time=time)
        case "year":
            return tr("on the same days last year {time}", time=time)
        case _:
            return tr("on as many days before {time}", time=time)
