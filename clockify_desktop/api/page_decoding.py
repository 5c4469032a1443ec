"""Decodes pages that are objects: rows, with sums or a count beside them.

At once, or row by row where that fails, as lists are. A page of which no row can be
read is refused.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TypeVar

import msgspec

from clockify_desktop.api.decoding import UNREADABLE, decoded, readable
from clockify_desktop.api.errors import InvalidResponseError, RequestInfo
from clockify_desktop.api.wire.absences import TimeOffPage, TimeOffRequest
from clockify_desktop.api.wire.reports import DetailedEntry, DetailedPage, Totals

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


def decoded_detailed_page(
    body: bytes | bytearray, info: RequestInfo
) -> tuple[DetailedPage, int]:
    """Decode a page of a detailed report; tell how many entries are unreadable."""

    def by_row() -> tuple[DetailedPage, int]:
        outline = decoded(body, _DetailedOutline, info)
        rows, unreadable = _some_readable(outline.timeentries, DetailedEntry, info)
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


def _some_readable(
    texts: list[msgspec.Raw] | None, row_as: type[_T], info: RequestInfo
) -> tuple[list[_T], int]:
    rows, unreadable = readable(texts or (), row_as)
    if unreadable and not rows:
        raise InvalidResponseError(info)
    return rows, unreadable
