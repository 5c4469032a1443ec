"""When the entries of a file began and ended, and how long they were, in numbers."""

from dataclasses import dataclass
from datetime import date, tzinfo
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.csv_import.date_order import DateOrder, Decided, decided_order
from clockify_desktop.csv_import.table import Table
from clockify_desktop.csv_import.titles import Field
from clockify_desktop.csv_import.values import read_length, read_time
from clockify_desktop.domain.durations import LONGEST_S
from clockify_desktop.domain.zone_offsets import instants_s, offsets_s

_MINUTE_S: Final = 60
_DAY_S: Final = 86_400
_EPOCH: Final = date(1970, 1, 1).toordinal()
_NONE: Final = -1


@dataclass(frozen=True, eq=False)
class Clocks:
    """Times of entries; all columns have one value a row.

    Args:
        day: int64, ordinals of the day on which each began.
        start_s: int64, seconds since 1970, UTC.
        end_s: int64, likewise; the start of one that is still running.
        start_offset_min: int16, how far the zone's clock is ahead of UTC.
        end_offset_min: int16, likewise at the end.
        seconds: int64, 0 for one that is running.
        running: Bool, of which neither an end nor a length is told.
        unreadable: Bool, of which it is not known when it began or how long it was.
        too_long: Bool, longer than anybody can have worked.
    """

    day: NDArray[np.int64]
    start_s: NDArray[np.int64]
    end_s: NDArray[np.int64]
    start_offset_min: NDArray[np.int16]
    end_offset_min: NDArray[np.int16]
    seconds: NDArray[np.int64]
    running: NDArray[np.bool_]
    unreadable: NDArray[np.bool_]
    too_long: NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class _Lengths:
    """What a file says of how long entries were.

    Args:
        seconds: int64, ``_NONE`` where it says nothing that can be read.
        unsure_s: int64, by how many the true length may differ.
        given: Bool, whether it says anything.
    """

    seconds: NDArray[np.int64]
    unsure_s: NDArray[np.int64]
    given: NDArray[np.bool_]

    @property
    def told(self) -> NDArray[np.bool_]:
        """Where a length can be read."""
        return self.seconds >= 0


def order_of(table: Table, chosen: DateOrder | None) -> Decided:
    """Find in which order a file writes dates.

    Raises:
        AppError: As ``decided_order``.
    """
    begun, ended = table.column(Field.START_DATE), table.column(Field.END_DATE)
    texts = dict.fromkeys(text for text in (*begun.texts, *ended.texts) if text)

    def misfits(order: DateOrder) -> int:
        lengths = _lengths(table)
        start_s = _clock_s(table, Field.START_DATE, Field.START_TIME, order)
        end_s = _clock_s(table, Field.END_DATE, Field.END_TIME, order)
        known = lengths.told & begun.given & ended.given
        known &= (start_s != _NONE) & (end_s != _NONE)
        # Clocks that were changed meanwhile, and rounded lengths, are no more off.
        far = np.abs(start_s + lengths.seconds - end_s) >= _DAY_S
        return int((known & far).sum())

    return decided_order(table.name, texts, chosen, misfits)


def clocks_of(table: Table, order: DateOrder, zone: tzinfo) -> Clocks:
    """Read the times of all rows.

    Args:
        zone: Whose clock they are of.
    """
    lengths = _lengths(table)
    start = _clock_s(table, Field.START_DATE, Field.START_TIME, order)
    end = _clock_s(table, Field.END_DATE, Field.END_TIME, order)
    begun = start != _NONE
    # Each day up to the last one is looked at: nothing may be far away.
    start = np.where(begun, start, start[begun].min() if begun.any() else 0)
    has_end = (end != _NONE) & (Field.END_TIME in table.clocks)
    has_end &= Field.START_TIME in table.clocks
    end = np.clip(end, start - _DAY_S, start + LONGEST_S + _DAY_S)
    start_s, end_s = _instants(start, np.where(has_end, end, start), lengths, zone)
    elapsed_s = end_s - start_s
    has_end &= (elapsed_s >= 0) & ((elapsed_s <= LONGEST_S) | ~lengths.told)
    near = np.abs(elapsed_s - lengths.seconds) <= lengths.unsure_s
    seconds = np.where(has_end & (~lengths.told | near), elapsed_s, lengths.seconds)
    nothing_told = ~lengths.given & ~table.column(Field.END_DATE).given
    running = begun & nothing_told & ~table.clock(Field.END_TIME).given
    unreadable = ~begun | ~(running | lengths.told | has_end)
    seconds = np.where(running | unreadable, 0, seconds)
    told_end_s = start_s + np.minimum(seconds, LONGEST_S)
    end_s = np.where(has_end, np.minimum(end_s, start_s + LONGEST_S), told_end_s)
    return Clocks(
        day=start // _DAY_S + _EPOCH,
        start_s=start_s,
        end_s=end_s,
        start_offset_min=_offset_min(zone, start_s),
        end_offset_min=_offset_min(zone, end_s),
        seconds=seconds,
        running=running,
        unreadable=unreadable,
        too_long=~unreadable & (seconds > LONGEST_S),
    )


def _lengths(table: Table) -> _Lengths:
    """Read durations: where those in hours and minutes say nothing, the decimals."""
    clock, decimal = table.clock(Field.DURATION), table.column(Field.DECIMAL)

    def part(place: int) -> NDArray[np.int64]:
        def read(text: str) -> int | None:
            told = read_length(text)
            return None if told is None else told[place]

        in_clock = clock.lengths(read, _NONE, exact=0 if place else None)
        return np.where(in_clock < 0, decimal.read(read, _NONE), in_clock)

    return _Lengths(part(0), part(1), clock.given | decimal.given)


def _clock_s(
    table: Table, of_date: Field, of_time: Field, order: DateOrder
) -> NDArray[np.int64]:
    """Read what a clock showed.

    Returns:
        int64, seconds since 1970 by that clock; ``_NONE`` where that is not told. A
        file without times of day tells the beginnings of days.
    """
    day = table.column(of_date).read(order.day, 0)
    second = np.zeros(len(table), np.int64)
    if of_time in table.clocks:
        second = table.clock(of_time).of_day(read_time, _NONE)
        if of_date is Field.END_DATE and of_date not in table.columns:
            # It ended on the day on which it began, or in the night after it.
            day = table.column(Field.START_DATE).read(order.day, 0)
            begun = table.clock(Field.START_TIME).of_day(read_time, 0)
            day = np.where((day > 0) & (second < begun), day + 1, day)
    clock_s = (day - _EPOCH) * _DAY_S + second
    return np.where((day > 0) & (second >= 0), clock_s, _NONE)


def _instants(
    start: NDArray[np.int64], end: NDArray[np.int64], lengths: _Lengths, zone: tzinfo
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Find when a zone's clock showed these times.

    Of an hour that a clock shows twice, that is meant which the length tells; the
    first where it tells none.
    """
    start_s, end_s = instants_s(zone, start), instants_s(zone, end)
    later_start_s = instants_s(zone, start, later=True)
    later_end_s = instants_s(zone, end, later=True)
    unsure = (start_s != later_start_s) | (end_s != later_end_s)
    if not unsure.any():
        return start_s, end_s

    def fits(start_s: NDArray[np.int64], end_s: NDArray[np.int64]) -> NDArray[np.bool_]:
        off_s = np.abs(end_s - start_s - lengths.seconds)
        return np.where(lengths.told, off_s <= lengths.unsure_s, end_s >= start_s)

    pairs = (
        *((start_s, end_s), (start_s, later_end_s)),
        *((later_start_s, later_end_s), (later_start_s, end_s)),
    )
    fitting = [fits(*pair) for pair in pairs]
    return (
        np.select(fitting, [pair[0] for pair in pairs], start_s),
        np.select(fitting, [pair[1] for pair in pairs], end_s),
    )


def _offset_min(zone: tzinfo, instants: NDArray[np.int64]) -> NDArray[np.int16]:
    return (offsets_s(zone, instants) // _MINUTE_S).astype(np.int16)
