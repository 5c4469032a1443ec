"""Decodes pages that are objects: rows, with sums or a count beside them.

At once, or row by row where that fails, as lists are.
"""

from typing import Any, Protocol, TypeVar

import msgspec

from clockify_desktop.api.decoding import UNREADABLE, decoded, readable
from clockify_desktop.api.errors import InvalidResponseError, RequestInfo
from clockify_desktop.api.wire.absences import TimeOffPage, TimeOffRequest
from clockify_desktop.api.wire.reports import DetailedEntry, DetailedPage, Totals

_P = TypeVar("_P")
_P_co = TypeVar("_P_co", covariant=True)

_NULL = msgspec.Raw(b"null")
_Sums = tuple[Totals | None, ...] | None
_TOTALS: msgspec.json.Decoder[_Sums] = msgspec.json.Decoder(_Sums)
_COUNT: msgspec.json.Decoder[int | None] = msgspec.json.Decoder(int | None)


def decoded_detailed_page(
    body: bytes | bytearray, info: RequestInfo
) -> tuple[DetailedPage, int]:
    """Decode a page of a detailed report; tell how many entries are unreadable.

    Raises:
        ClockifyError: As ``decoded`` does; also where no entry at all is readable.
    """
    return _decoded_page(body, DetailedPage, _DetailedOutline, DetailedEntry, info)


def decoded_time_off_page(
    body: bytes | bytearray, info: RequestInfo
) -> tuple[TimeOffPage, int]:
    """Decode a page of requests for time off; tell how many are unreadable.

    Raises:
        ClockifyError: As ``decoded`` does; also where no request at all is readable.
    """
    return _decoded_page(body, TimeOffPage, _TimeOffOutline, TimeOffRequest, info)


def readable_totals(text: msgspec.Raw) -> tuple[Totals | None, ...] | None:
    """Decode the server's own sums; give empty ones where that fails."""
    try:
        return _TOTALS.decode(text)
    except UNREADABLE:
        return (Totals(),)


class _Outline(Protocol[_P_co]):
    """A page with everything that may fail still as text."""

    def texts(self) -> list[msgspec.Raw]: ...
    def page(self, rows: list[Any]) -> _P_co: ...


class _DetailedOutline(msgspec.Struct, frozen=True, gc=False):
    totals: msgspec.Raw = _NULL
    timeentries: list[msgspec.Raw] | None = None

    def texts(self) -> list[msgspec.Raw]:
        return self.timeentries or []

    def page(self, rows: list[DetailedEntry]) -> DetailedPage:
        return DetailedPage(readable_totals(self.totals), rows)


class _TimeOffOutline(msgspec.Struct, frozen=True, gc=False):
    count: msgspec.Raw = _NULL
    requests: list[msgspec.Raw] | None = None

    def texts(self) -> list[msgspec.Raw]:
        return self.requests or []

    def page(self, rows: list[TimeOffRequest]) -> TimeOffPage:
        try:
            count = _COUNT.decode(self.count)
        except UNREADABLE:
            count = None
        return TimeOffPage(tuple(rows), count)


def _decoded_page(
    body: bytes | bytearray,
    page_as: type[_P],
    outline_as: type[_Outline[_P]],
    row_as: type[Any],
    info: RequestInfo,
) -> tuple[_P, int]:
    try:
        return decoded(body, page_as, info), 0
    except InvalidResponseError as error:
        failure = error
    try:
        outline = decoded(body, outline_as, info)
    except InvalidResponseError:
        outline = None
    if outline is not None:
        rows, unreadable = readable(outline.texts(), row_as)
        if rows or not unreadable:
            return outline.page(rows), unreadable
    raise failure
