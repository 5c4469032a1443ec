"""Hours, weekdays and days as people type them, and as spreadsheets write them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from clockify_desktop.domain.calendar import DAYS_A_WEEK
from clockify_desktop.domain.capacity import LONGEST_DAY_S, MONDAY_TO_FRIDAY
from clockify_desktop.domain.durations import (
    SECONDS_AN_HOUR,
    hours_and_minutes,
    hours_minutes_seconds,
)
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.period_words import WEEKDAYS
from clockify_desktop.domain.rounding import half_up
from clockify_desktop.domain.showable import named
from clockify_desktop.translation import tr, tr_context

FIRST_DAY: Final = date(2000, 1, 1)
LAST_DAY: Final = date(2099, 12, 31)
_DECIMAL: Final = re.compile(r"([0-9]{1,4})(?:[.,]([0-9]{1,6}))?\s*(?:h|hours?)?")
_CLOCK: Final = re.compile(r"([0-9]{1,4}):([0-5][0-9])(?::([0-5][0-9]))?\s*(?:h)?")
_HUNDREDTH_S: Final = 36
# fmt: off
_WEEKDAYS: Final = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)
_MONTHS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)
# fmt: on
_SHORTEST_WEEKDAY: Final = 2
_WORDS: Final = re.compile(r"[^\W\d_]+|[-\u2012-\u2015\u2212]|[^\s,;/&+.]")
_UNTIL: Final = frozenset("-\u2012\u2013\u2014\u2015\u2212") | {
    *("to", "until"),
    tr_context("between weekdays", "to"),
}
_AND: Final = frozenset({"and", tr_context("between weekdays", "and")})
# As they are spoken, beside English.
_SPOKEN_WEEKDAYS: Final = tuple(one.casefold().rstrip(".") for one in WEEKDAYS)
# Spreadsheets put the time behind a day that they take for an instant.
_MIDNIGHT: Final = r"(?:[T ]0?0:00(?::00(?:\.0+)?)?)?"
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})" + _MIDNIGHT)
_DOTTED: Final = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d\d)" + _MIDNIGHT)
_EITHER: Final = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d\d)" + _MIDNIGHT)
_WITH_NAME: Final = re.compile(r"(\d{1,2})[-. ]+([a-z]{3})[a-z]*[-. ]+(\d{4}|\d\d)")
_MONTHS_A_YEAR: Final = 12
_CENTURY: Final = 2000
_ADVICE_HOURS: Final = tr("Write hours such as 8, 7.5, 7,5 or 7:30.")
_ADVICE_WEEKDAYS: Final = tr("Write days such as Mon-Fri or Mon, Tue, Thu.")
_ADVICE_DAY: Final = tr("Write a day such as 2026-11-16.")


def read_hours(text: str) -> int:
    """Read the hours of a day, such as ``8``, ``7.5``, ``7,5``, ``7:30`` or ``8 h``.

    Returns:
        Seconds, rounded to whole ones.

    Raises:
        UsageError: It says no hours, or more than a day has.
    """
    typed = text.strip().casefold()
    if found := _DECIMAL.fullmatch(typed):
        whole, decimals = found[1], found[2] or ""
        size = 10 ** len(decimals)
        seconds = half_up(int(whole + decimals) * SECONDS_AN_HOUR, size)
    elif found := _CLOCK.fullmatch(typed):
        hours, minutes, rest = (int(part or 0) for part in found.groups())
        seconds = hours * SECONDS_AN_HOUR + minutes * 60 + rest
    elif typed:
        title = tr(
            "\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK} "
            "says no hours",
            text=named(text),
        )
        raise UsageError(title, _ADVICE_HOURS)
    else:
        title = tr("The hours a day are missing")
        raise UsageError(title, _ADVICE_HOURS)
    if seconds > LONGEST_DAY_S:
        title = tr(
            "\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK} "
            "is more than a day has",
            text=named(text),
        )
        raise UsageError(title, tr("Write the hours of one day, at most 24."))
    return seconds


def hours_to_type(seconds: int) -> str:
    """Write the hours of a day as ``read_hours`` reads them, exact and short."""
    hundredths, rest = divmod(seconds, _HUNDREDTH_S)
    if not rest:
        whole, decimals = divmod(hundredths, 100)
        return f"{whole}.{decimals:02}".rstrip("0").rstrip(".")
    return (
        hours_minutes_seconds(seconds) if seconds % 60 else hours_and_minutes(seconds)
    )


def weekdays_to_type(days: Sequence[int]) -> str:
    """Write weekdays, Monday is 0, as ``read_weekdays`` reads them in any language."""
    names = [name[:3].capitalize() for name in _WEEKDAYS]
    return ", ".join(
        names[first] if first == last else f"{names[first]}-{names[last]}"
        for first, last in weekday_runs(days)
    )


def weekday_runs(days: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the first and last of days that follow each other, Monday is 0."""
    for _, places in groupby(enumerate(days), key=lambda pair: pair[1] - pair[0]):
        run = [day for _, day in places]
        yield run[0], run[-1]


def read_weekdays(text: str) -> frozenset[int]:
    """Read weekdays, Monday is 0, such as ``Mon-Fri`` or ``Mon, Tue and Thu``.

    Nothing is Monday to Friday. A range may go over the end of the week.

    Raises:
        UsageError: A word is no weekday of its own.
    """
    words = [one for one in _WORDS.findall(text.casefold()) if one not in _AND]
    if not words:
        return MONDAY_TO_FRIDAY
    found: set[int] = set()
    last: int | None = None
    ranging = False
    for word in words:
        if word in _UNTIL and last is not None and not ranging:
            ranging = True
            continue
        day = _weekday(word)
        if day is None:
            break
        first = day if last is None or not ranging else last
        span = (day - first) % DAYS_A_WEEK
        found.update((first + more) % DAYS_A_WEEK for more in range(span + 1))
        last, ranging = day, False
    else:
        if not ranging:
            return frozenset(found)
    title = tr(
        "\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK} "
        "says no weekdays",
        text=named(text),
    )
    raise UsageError(title, _ADVICE_WEEKDAYS)


def _weekday(word: str) -> int | None:
    if len(word) < _SHORTEST_WEEKDAY:
        return None
    for names in (_WEEKDAYS, _SPOKEN_WEEKDAYS):
        for at, name in enumerate(names):
            if name.startswith(word):
                return at
    return None


def read_day(text: str, *, day_first: bool) -> date:
    """Read a day as spreadsheets of any region write it.

    Args:
        day_first: Which of ``5/6/2026`` is the day where either may be.

    Raises:
        UsageError: It says no day, or one far from today.
    """
    typed = " ".join(text.split()).casefold()
    if not typed:
        title = tr("The day from which it holds is missing")
        raise UsageError(title, _ADVICE_DAY)
    try:
        found = date(*_year_month_day(typed, day_first=day_first))
    except ValueError:
        title = tr(
            "\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK} "
            "is no day",
            text=named(text),
        )
        raise UsageError(title, _ADVICE_DAY) from None
    if not FIRST_DAY <= found <= LAST_DAY:
        title = tr(
            "\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK} "
            "is not between 2000 and 2099",
            text=named(text),
        )
        raise UsageError(title, _ADVICE_DAY)
    return found


def _year_month_day(typed: str, *, day_first: bool) -> tuple[int, int, int]:
    """Find the parts of a day; what is none raises a ``ValueError``."""
    if found := _YEAR_FIRST.fullmatch(typed.upper()):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DOTTED.fullmatch(typed.upper()):
        return _year(found[3]), int(found[2]), int(found[1])
    if found := _EITHER.fullmatch(typed.upper()):
        first, second, year = int(found[1]), int(found[3]), _year(found[4])
        is_day = day_first if max(first, second) <= _MONTHS_A_YEAR else first > second
        return (year, second, first) if is_day else (year, first, second)
    if found := _WITH_NAME.fullmatch(typed):
        return _year(found[3]), _MONTHS.index(found[2]) + 1, int(found[1])
    raise ValueError


def _year(text: str) -> int:
    return int(text) + (0 if len(text) > len("26") else _CENTURY)


def days_come_first(texts: Iterable[str], *, usual: bool) -> bool:
    """Tell whether days of one file stand before months, where one of them shows it.

    Args:
        usual: What is so where none does.
    """
    for text in texts:
        found = _EITHER.fullmatch(" ".join(text.split()).upper())
        if found is not None and max(int(found[1]), int(found[3])) > _MONTHS_A_YEAR:
            return int(found[1]) > int(found[3])
    return usual
