"""What the page "What changed" says: with what it compares, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from clockify_desktop.domain.calendar import DAYS_A_WEEK
from clockify_desktop.domain.changes import Changes
from clockify_desktop.domain.compared_periods import ComparedDays
from clockify_desktop.domain.durations import (
    DurationFormat,
    duration_text,
    signed_text,
)
from clockify_desktop.domain.figure import Figure
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.number_words import decimals_in_words
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_words import (
    days_in_words,
    kind_in_words,
    kind_of,
    weekdays_in_words,
)
from clockify_desktop.domain.rounding import in_decimals
from clockify_desktop.domain.sentence import people_in_words
from clockify_desktop.pages.period_phrases import (
    NOTHING_BEFORE,
    SINCE,
    THE_BEFORE,
)
from clockify_desktop.translation import tr, tr_context, tr_plural

# By how many periods the mean is of.
_AGAINST_MEAN: Final = {
    2: tr("against the mean of the two before"),
    3: tr("against the mean of the three before"),
    4: tr("against the mean of the four before"),
}
_MEAN: Final = {
    2: tr("the mean of the two before"),
    3: tr("the mean of the three before"),
    4: tr("the mean of the four before"),
}
_MEAN_OF_SAME_DAYS: Final = {
    2: tr("the mean of the same days of the two before"),
    3: tr("the mean of the same days of the three before"),
    4: tr("the mean of the same days of the four before"),
}
NEW: Final = tr_context("what has time now and had none before", "new")
GONE: Final = tr_context("what had time before and has none now", "gone")
_SMALL: Final = "\N{BLACK UP-POINTING TRIANGLE}", "\N{BLACK DOWN-POINTING TRIANGLE}"


@dataclass(frozen=True, slots=True)
class ComparisonWords:
    """What a period is compared with.

    Args:
        kind: Such as ``week``; ``None`` where it is a number of days, weeks or months.
        length: Such as ``week`` or ``10 days``.
        than: Such as ``the week before``, or ``Mon-Wed, 16-18 Nov`` (en dashes) where
            not all days of the period are over.
        dates: Such as ``9-15 Nov``, one a period before, what came last first.
        running: Whether not all days of the period are over.
        mean_of: Of how many periods the mean is; 0 where there is none, or not yet.
    """

    kind: str | None
    length: str
    than: str
    dates: tuple[str, ...]
    running: bool
    mean_of: int

    @property
    def against_mean(self) -> str:
        """Name the mean in a legend; empty where there is none."""
        return _AGAINST_MEAN.get(self.mean_of, "")

    @property
    def mean(self) -> str:
        """Name the mean of several periods."""
        return (_MEAN_OF_SAME_DAYS if self.running else _MEAN)[self.mean_of]

    @property
    def nothing(self) -> str:
        """Say that a row had no time in the period before."""
        if self.running:
            return tr("nothing on these days before")
        said = NOTHING_BEFORE.get(self.kind or "")
        return said or tr("nothing the {days} before", days=self.length)


def comparison_words(
    days: ComparedDays, before: Sequence[Period], week_start: int, mean_of: int
) -> ComparisonWords:
    """Name what a period is compared with."""
    year = days.period.end.year
    kind = kind_of(days.period, week_start)
    length = kind_in_words(days.period, week_start)
    running = days.count is not None
    compared = [days.of(period) for period in before]
    dates = tuple(days_in_words(period, year) for period in compared)
    # Translators: {days} is such as "10 days" or "2 weeks".
    than = THE_BEFORE.get(kind or "") or tr("the {days} before", days=length)
    if running and compared:
        than = dates[0]
        # Longer ones have each weekday more than once; one day says it by itself.
        if 1 < compared[0].days < DAYS_A_WEEK:
            than = f"{weekdays_in_words(compared[0])}, {than}"
    return ComparisonWords(kind, length, than, dates, running, mean_of)


def sentence_of(
    total: Changes,
    rows: Changes,
    words: ComparisonWords,
    level: Level,
    durations: DurationFormat,
) -> str:
    """Say how all rows together changed, which are new and which are gone.

    Args:
        total: All rows as one.
    """
    change_s = int(total.change_s[0])
    parts = [_compared(change_s, words.than, durations)]
    if not change_s:
        parts = [tr("As much as {before}", before=words.than)]
    if words.mean_of and total.mean_of[0]:
        away_s = int(total.now_s[0] - total.mean_s[0])
        parts.append(_compared(away_s, words.mean, durations))
    text = ", ".join(parts) + "."
    new, gone = (
        [one.name for one in rows.take(np.flatnonzero(mask)).labels]
        for mask in (rows.is_new, rows.is_gone)
    )
    said = []
    if new:
        names = people_in_words(new, level)
        said.append(
            tr_plural("{names} is new", "{names} are new", len(new), names=names)
        )
    if gone:
        names = people_in_words(gone, level)
        said.append(
            tr_plural("{names} is gone", "{names} are gone", len(gone), names=names)
        )
    return f"{text} {', '.join(said)}." if said else text


def _compared(difference_s: int, than: str, durations: DurationFormat) -> str:
    if not difference_s:
        return tr("as much as {before}", before=than)
    time = duration_text(abs(difference_s), durations)
    if difference_s > 0:
        return tr("{time} more than {before}", time=time, before=than)
    return tr("{time} less than {before}", time=time, before=than)


def figure_of(
    total: Changes,
    words: ComparisonWords,
    period: Period,
    today: date,
    durations: DurationFormat,
) -> Figure:
    """Give the number on top of the window."""
    change_s, before_s = int(total.change_s[0]), int(total.before_s[0])
    # Of the week that people call the last one, and of that which runs.
    is_last = words.kind == "week" and (today - period.end).days <= DAYS_A_WEEK
    name = tr("Since last week") if is_last else SINCE.get(words.kind or "")
    name = name or tr("Since the {days} before", days=words.length)
    remark = ""
    if before_s > 0 and change_s:
        share = decimals_in_words(in_decimals(100 * abs(change_s), before_s, 1))
        percent = tr("{number} %", number=share)
        remark = f"{_SMALL[change_s < 0]} {percent}"
    return Figure(signed_text(change_s, durations), name, remark)


def note_of(
    changes: Changes, row: int, words: ComparisonWords, durations: DurationFormat
) -> str:
    """Say quietly behind a row's number where it came from."""
    now_s, before_s = int(changes.now_s[row]), int(changes.before_s[row])
    before = duration_text(before_s, durations)
    if changes.is_gone[row]:
        return tr("gone, was {time}", time=before) if before_s else GONE
    if changes.is_new[row]:
        return NEW
    if now_s and not before_s:
        return words.nothing
    return f"{before} \N{RIGHTWARDS ARROW} {duration_text(now_s, durations)}"


def mean_in_words(
    changes: Changes, row: int, words: ComparisonWords, durations: DurationFormat
) -> str:
    """Say a row's mean, and of which periods where these are not all; else nothing."""
    count = int(changes.mean_of[row])
    if not words.mean_of or not count:
        return ""
    mean = duration_text(int(changes.mean_s[row]), durations)
    if count == len(words.dates):
        return _mean_of(count, mean)
    used = changes.there[row, 1:] & changes.known[1:]
    dates = [name for name, here in zip(words.dates, used, strict=True) if here]
    return tr("mean of {dates}: {time}", dates=", ".join(dates), time=mean)


def _mean_of(count: int, time: str) -> str:
    match count:
        case 2:
            return tr("mean of two: {time}", time=time)
        case 3:
            return tr("mean of three: {time}", time=time)
        case _:
            return tr("mean of four: {time}", time=time)
