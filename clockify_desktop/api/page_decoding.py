"""Decodes pages that are objects: rows, with sums or a count beside them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import msgspec

from clockify_desktop.api.decoding import UNREADABLE, decoded, readable
from clockify_desktop.api.errors import InvalidResponseError, RequestInfo
from clockify_desktop.api.wire.absences import TimeOffPage, TimeOffRequest
from clockify_desktop.api.wire.reports import DetailedEntry, DetailedPage, Totals

_P = TypeVar("_P")

_NULL = msgspec.Raw(b"null")


@dataclass(frozen=True, slots=True)
class PageKind(Generic[_P]):
    """A page and how to decode it piece by piece.

    Args:
        outline_as: The page with everything that may fail still as text.
        rows_of: Finds the texts of the rows in an outline.
        put_together: Makes a page of an outline and the rows that could be decoded.
    """

    page_as: type[_P]
    outline_as: type[Any]
    row_as: type[Any]
    rows_of: Callable[[Any], list[msgspec.Raw] | None]
    put_together: Callable[[Any, list[Any]], _P]


def decoded_page(
    body: bytes | bytearray, kind: PageKind[_P], info: RequestInfo
) -> tuple[_P, int]:
    """Decode a page at once, or row by row where that fails.

    Returns:
        The page with the rows that could be decoded; how many others there were.

    Raises:
        ClockifyError: As ``decoded`` does; also where there are rows and none of them
            could be decoded.
    """
    try:
        return decoded(body, kind.page_as, info), 0
    except InvalidResponseError as error:
        failure = error
    try:
        outline = decoded(body, kind.outline_as, info)
    except InvalidResponseError:
        outline = None
    if outline is not None:
        rows, unreadable = readable(kind.rows_of(outline) or (), kind.row_as)
        if rows or not unreadable:
            return kind.put_together(outline, rows), unreadable
    raise failure


class _DetailedOutline(msgspec.Struct, frozen=True, gc=False):
    totals: msgspec.Raw = _NULL
    timeentries: list[msgspec.Raw] | None = None


class _TimeOffOutline(msgspec.Struct, frozen=True, gc=False):
    count: msgspec.Raw = _NULL
    requests: list[msgspec.Raw] | None = None


_Sums = tuple[Totals | None, ...] | None
_TOTALS: msgspec.json.Decoder[_Sums] = msgspec.json.Decoder(_Sums)
_COUNT: msgspec.json.Decoder[int | None] = msgspec.json.Decoder(int | None)


def readable_totals(text: msgspec.Raw) -> tuple[Totals | None, ...] | None:
    """Decode the server's own sums; give empty ones where that fails."""
    try:
        return _TOTALS.decode(text)
    except UNREADABLE:
        return (Totals(),)


def _count(text: msgspec.Raw) -> int | None:
    try:
        return _COUNT.decode(text)
    except UNREADABLE:
        return None


def _detailed_rows(outline: _DetailedOutline) -> list[msgspec.Raw] | None:
    return outline.timeentries


def _detailed_page(
    outline: _DetailedOutline, rows: list[DetailedEntry]
) -> DetailedPage:
    return DetailedPage(readable_totals(outline.totals), rows)


def _time_off_rows(outline: _TimeOffOutline) -> list[msgspec.Raw] | None:
    return outline.requests


def _time_off_page(outline: _TimeOffOutline, rows: list[TimeOffRequest]) -> TimeOffPage:
    return TimeOffPage(tuple(rows), _count(outline.count))


DETAILED = PageKind(
    DetailedPage, _DetailedOutline, DetailedEntry, _detailed_rows, _detailed_page
)
TIME_OFF = PageKind(
    TimeOffPage, _TimeOffOutline, TimeOffRequest, _time_off_rows, _time_off_page
)
