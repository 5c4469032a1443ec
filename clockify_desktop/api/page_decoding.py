"""Decodes pages that are objects: rows, with sums or a count beside them.

At once, or row by row where that fails, as lists are. A page of which no row can be
read is refused.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

import msgspec

from clockify_desktop.api.decoding import (
    MOST_ROWS,
    UNREADABLE,
    decoded,
    readable,
    right_fields,
)
from clockify_desktop.api.errors import InvalidResponseError, RequestInfo
from clockify_desktop.api.wire.absences import (
    AttendancePage,
    AttendanceRow,
    TimeOffPage,
    TimeOffRequest,
)
from clockify_desktop.api.wire.reports import (
    WRONG_AMOUNT,
    WRONG_DURATION,
    DetailedEntry,
    DetailedPage,
    ReportInterval,
    Totals,
)

_P = TypeVar("_P")
_T = TypeVar("_T")

_NULL = msgspec.Raw(b"null")
_Sums = tuple[Totals | None, ...] | None
_TOTALS: msgspec.json.Decoder[_Sums] = msgspec.json.Decoder(_Sums)
_COUNT: msgspec.json.Decoder[int | None] = msgspec.json.Decoder(int | None)


class _DetailedOutline(msgspec.Struct, frozen=True, gc=False):
    """A page with everything that may fail still as text."""

    totals: msgspec.Raw = _NULL
    timeentries: list[msgspec.Raw] | None = None


class _TimeOffOutline(msgspec.Struct, frozen=True, gc=False):
    count: msgspec.Raw = _NULL
    requests: list[msgspec.Raw] | None = None


class _AttendanceOutline(msgspec.Struct, frozen=True, gc=False):
    entities: list[msgspec.Raw] | None = None


def decoded_detailed_page(
    body: bytes | bytearray, info: RequestInfo
) -> tuple[DetailedPage, int]:
    """Decode a page of a detailed report; tell how many entries are unreadable.

    An entry that is wrong somewhere keeps what is right of it.
    """

    def by_row() -> tuple[DetailedPage, int]:
        outline = decoded(body, _DetailedOutline, info)
        rows, unreadable = _entries(outline.timeentries or [])
        if outline.timeentries and all(row.time_interval.is_wrong for row in rows):
            raise InvalidResponseError(info)
        return DetailedPage(readable_totals(outline.totals), rows), unreadable

    return _at_once_or(by_row, partial(decoded, body, DetailedPage, info))


def decoded_time_off_page(
    body: bytes | bytearray, info: RequestInfo
) -> tuple[TimeOffPage, int]:
    """Decode a page of requests for time off; tell how many are unreadable."""

    def by_row() -> tuple[TimeOffPage, int]:
        outline = decoded(body, _TimeOffOutline, info)
        rows, unreadable = _some_readable(outline.requests, TimeOffRequest, info)
        try:
            count = _COUNT.decode(outline.count)
        except UNREADABLE:
            count = None
        return TimeOffPage(tuple(rows), count), unreadable

    return _at_once_or(by_row, partial(decoded, body, TimeOffPage, info))


def decoded_attendance_page(
    body: bytes | bytearray, info: RequestInfo
) -> tuple[AttendancePage, int]:
    """Decode a page of an attendance report; tell how many rows are unreadable."""

    def by_row() -> tuple[AttendancePage, int]:
        outline = decoded(body, _AttendanceOutline, info)
        rows, unreadable = _some_readable(outline.entities, AttendanceRow, info)
        return AttendancePage(tuple(rows)), unreadable

    return _at_once_or(by_row, partial(decoded, body, AttendancePage, info))


def readable_totals(text: msgspec.Raw) -> tuple[Totals | None, ...] | None:
    """Decode the server's own sums; give empty ones where that fails."""
    try:
        return _TOTALS.decode(text)
    except UNREADABLE:
        return (Totals(),)


def _at_once_or(
    by_row: Callable[[], tuple[_P, int]], at_once: Callable[[], _P]
) -> tuple[_P, int]:
    try:
        return at_once(), 0
    except InvalidResponseError as error:
        failure = error
    with suppress(InvalidResponseError):
        return by_row()
    raise failure


def _entries(texts: list[msgspec.Raw]) -> tuple[list[DetailedEntry], int]:
    if len(texts) > MOST_ROWS:
        return [], len(texts)
    rows = []
    for text in texts:
        with suppress(*UNREADABLE):
            rows.append(_entry(msgspec.json.decode(text)))
    return rows, len(texts) - len(rows)


def _entry(sent: Any) -> DetailedEntry:  # noqa: ANN401 - whatever was sent
    """Take what is right of an entry; raise where it has no id."""
    with suppress(msgspec.ValidationError, OverflowError):
        return msgspec.convert(sent, DetailedEntry)
    if not isinstance(sent, dict):
        message = "an entry is no object"
        raise msgspec.ValidationError(message)
    values, wrong = right_fields(sent, DetailedEntry)
    if "id" not in values:
        message = "an entry has no id"
        raise msgspec.ValidationError(message)
    if "amount" in wrong:
        values["amount"] = WRONG_AMOUNT
    if "time_interval" not in values:
        interval = sent.get("timeInterval")
        told = interval if isinstance(interval, dict) else {"duration": ""}
        parts, wrong_parts = right_fields(told, ReportInterval)
        if "duration" in wrong_parts:
            parts["duration"] = WRONG_DURATION
        values["time_interval"] = ReportInterval(**parts)
    return DetailedEntry(**values)


def _some_readable(
    texts: list[msgspec.Raw] | None, row_as: type[_T], info: RequestInfo
) -> tuple[list[_T], int]:
    rows, unreadable = readable(texts or (), row_as)
    if unreadable and not rows:
        raise InvalidResponseError(info)
    return rows, unreadable
