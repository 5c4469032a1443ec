"""In which order a file writes day, month and year: one order for all of it."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum, auto
from typing import Final

from clockify_desktop.csv_import.errors import NoExportError, UnclearDateOrderError
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.showable import named
from clockify_desktop.domain.written_dates import ISO_DATES, WrittenDates
from clockify_desktop.translation import tr

# Clockify is younger, and nobody logs time for the next century.
_FIRST_YEAR: Final = 1970
_LAST_YEAR: Final = 2199
_DATE: Final = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})\.?", re.ASCII)
_IN_NAME: Final = re.compile(
    r"(?<!\d)(\d{1,4})[_.-](\d{1,2})[_.-](\d{1,4})-(\d{1,4})[_.-](\d{1,2})[_.-](\d{1,4})"
    r"(?!\d)",
    re.ASCII,
)
_YEAR_DIGITS: Final = 4


class DateOrder(StrEnum):
    """Day, month and year as people write them, and as the command line says it."""

    MDY = "mdy"
    DMY = "dmy"
    YMD = "ymd"

    @property
    def in_words(self) -> str:
        """Such as ``month/day/year``."""
        return _WORDS[self]

    def day(self, text: str) -> int | None:
        """Read a date.

        Returns:
            Its ordinal; ``None`` where it is none in this order.
        """
        found = _DATE.fullmatch(text.strip())
        return None if found is None else self._ordinal(found.group(1, 3, 4))

    def period(self, texts: tuple[str, ...]) -> Period | None:
        """Read six parts, of a first and of a last day."""
        first, last = self._ordinal(texts[:3]), self._ordinal(texts[3:])
        if first is None or last is None or last < first:
            return None
        return Period(date.fromordinal(first), date.fromordinal(last))

    def dates(self, example: str) -> WrittenDates:
        """Tell how dates are written, by one that can be read in this order."""
        found = _DATE.fullmatch(example.strip())
        if found is None:
            return ISO_DATES
        parts = (_FORMATS[letter] for letter in self.value)
        return WrittenDates(found[2].join(parts))

    def _ordinal(self, parts: tuple[str, ...]) -> int | None:
        by_letter = dict(zip(self.value, parts, strict=True))
        if len(by_letter["y"]) != _YEAR_DIGITS:
            return None
        year, month, day = (int(by_letter[letter]) for letter in "ymd")
        try:
            read = date(year, month, day)
        except ValueError:
            return None
        return read.toordinal() if _FIRST_YEAR <= year <= _LAST_YEAR else None


_WORDS: Final = {
    DateOrder.MDY: tr("month/day/year"),
    DateOrder.DMY: tr("day/month/year"),
    DateOrder.YMD: tr("year/month/day"),
}
_FORMATS: Final = {"m": "MM", "d": "DD", "y": "YYYY"}


class ToldBy(Enum):
    """What told the order of dates where several were possible."""

    NAME = auto()
    LENGTHS = auto()


@dataclass(frozen=True, slots=True)
class Decided:
    """An order, and what told it.

    Args:
        told_by: ``None`` where nothing else was possible, or somebody said so.
    """

    order: DateOrder
    told_by: ToldBy | None = None


def decided_order(
    name: str,
    texts: Collection[str],
    chosen: DateOrder | None,
    misfits: Callable[[DateOrder], int],
) -> Decided:
    """Find the order of a file: as somebody said, by its name, its dates, its lengths.

    Args:
        texts: Every date of the file, each once.
        misfits: Counts the entries whose end is not as far from their start as they
            are long, in some order.

    Raises:
        NoExportError: There is no date, or they are of several orders.
        UnclearDateOrderError: Nothing tells it.
    """
    read = {order: {text: order.day(text) for text in texts} for order in DateOrder}
    dates = [text for text in texts if any(one[text] for one in read.values())]
    if not dates:
        title = tr("{name} has no date that can be read", name=named(name))
        advice = tr("Dates are such as 11/16/2026, 16.11.2026 or 2026-11-16.")
        raise NoExportError(title, advice)
    if chosen is not None:
        return _as_chosen(name, chosen, dates, read[chosen])
    possible = [one for one in DateOrder if all(read[one][text] for text in dates)]
    if not possible:
        raise _several_orders(name, dates, read)
    by_name = _order_of_name(name)
    if by_name in possible and by_name is not None:
        return Decided(by_name, ToldBy.NAME if len(possible) > 1 else None)
    first, *others = possible
    if all(read[first] == read[other] for other in others):
        return Decided(first)
    wrong = {one: misfits(one) for one in possible}
    fitting = [one for one in possible if not wrong[one]]
    if len(fitting) == 1:
        return Decided(fitting[0], ToldBy.LENGTHS)
    example = next(text for text in dates if read[first][text] != read[others[0]][text])
    raise UnclearDateOrderError(name, example, possible)


def period_in_name(name: str, order: DateOrder) -> Period | None:
    """Read the days that Clockify writes into the name of a file."""
    found = _IN_NAME.search(name)
    return None if found is None else order.period(found.groups())


def _order_of_name(name: str) -> DateOrder | None:
    told = [one for one in DateOrder if period_in_name(name, one) is not None]
    return told[0] if len(told) == 1 else None


def _as_chosen(
    name: str,
    chosen: DateOrder,
    dates: Iterable[str],
    read: dict[str, int | None],
) -> Decided:
    if not any(read.values()):
        example = next(iter(dates))
        title = tr(
            "{name} writes no date as {order}, such as {date}",
            name=named(name),
            order=chosen.in_words,
            date=example,
        )
        raise NoExportError(title, tr("Give another --date-order, or leave it out."))
    return Decided(chosen)


def _several_orders(
    name: str, dates: Iterable[str], read: dict[DateOrder, dict[str, int | None]]
) -> NoExportError:
    examples = []
    for order in DateOrder:
        only = (
            text
            for text in dates
            if [one for one in DateOrder if read[one][text]] == [order]
        )
        examples += [f"{text} ({order})" for text in list(only)[:1]]
    title = tr(
        "{name} writes dates in several orders: {dates}",
        name=named(name),
        dates=", ".join(examples),
    )
    advice = tr("Give --date-order: what is in another order is listed, and left out.")
    return NoExportError(title, advice)
