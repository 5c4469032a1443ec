"""Decodes bodies into typed values, or raises one error that names the wrong field."""

import re
from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec

from clockify_desktop.api.errors import (
    ClockifyError,
    InvalidResponseError,
    NotClockifyError,
    RequestInfo,
    TruncatedResponseError,
)
from clockify_desktop.api.lone_halves import mend_lone_halves

_T = TypeVar("_T")

# msgspec's own words. What they quote in backticks are types and names of fields
# that this program declared, never text of the body.
_PLACE = re.compile(r" - at `(\$[^`]*)`$")
_MISSING = re.compile(r"^Object missing required field `(\w+)`")
_CUT = "Input data was truncated"
_NO_JSON = "(byte 0)"

UNREADABLE = (msgspec.DecodeError, RecursionError, ValueError)
"""What decoders raise: msgspec's own; nested deeper than any body of Clockify's; no
UTF-8, or a number of thousands of digits."""
LARGE_BYTES = 2**20
"""From this size on a body is decoded off the loop; a smaller one takes 5 ms."""
MOST_ROWS = 100_000
"""More rows are decoded at once or not at all: one by one it would take too long, and
no page that is requested has a tenth of them."""


def decoded(body: bytes | bytearray, kind: type[_T], info: RequestInfo) -> _T:
    """Decode a body as a struct, or a list of one; skip fields that are not declared.

    Raises:
        NotClockifyError: It is no JSON at all, or of another kind altogether.
        TruncatedResponseError: The text ends before its end.
        InvalidResponseError: Something in it is not as declared.
    """
    try:
        value: _T = _decoder(kind).decode(body)
    except msgspec.DecodeError as error:
        failure = _failure(str(error), body, info)
    except UNREADABLE:
        failure = InvalidResponseError(info)
    else:
        return value
    # Outside of the handlers: msgspec's error stays unreachable from ours.
    raise failure


def breaks_off(body: bytearray) -> bool:
    """Tell whether a body is a JSON text of which only the end is missing."""
    # One shortly before the end would be taken for it.
    mend_lone_halves(body)
    try:
        msgspec.json.decode(body, type=msgspec.Raw)
    except msgspec.DecodeError as error:
        return str(error) == _CUT
    except UNREADABLE:
        return False
    return False


def decoded_rows(
    body: bytes | bytearray, row_as: type[_T], info: RequestInfo
) -> tuple[list[_T], int]:
    """Decode a list at once, or row by row; tell how many rows are unreadable.

    A list without any row that can be read is refused.
    """
    try:
        return decoded(body, list[row_as], info), 0  # type: ignore[valid-type]  # a type that is made here
    except InvalidResponseError as error:
        failure = error
    try:
        rows, unreadable = readable(_decoder(list[msgspec.Raw]).decode(body), row_as)
    except UNREADABLE:
        rows = []
    if rows:
        return rows, unreadable
    raise failure


def readable(texts: Sequence[msgspec.Raw], row_as: type[_T]) -> tuple[list[_T], int]:
    """Decode rows one by one, none of more than ``MOST_ROWS``; count the others."""
    if len(texts) > MOST_ROWS:
        return [], len(texts)
    rows: list[_T] = []
    unreadable = 0
    decoder = _decoder(row_as)
    for text in texts:
        try:
            rows.append(decoder.decode(text))
        except UNREADABLE:
            unreadable += 1
    return rows, unreadable


def right_fields(
    sent: dict[str, Any], kind: type[msgspec.Struct], *, but: str = ""
) -> tuple[dict[str, Any], set[str]]:
    """Take of a row that is wrong what is right.

    Args:
        but: The name of a field that is left alone.

    Returns:
        Values by the names that ``kind`` has for them, and the names of wrong ones.
    """
    values: dict[str, Any] = {}
    wrong: set[str] = set()
    for field in msgspec.structs.fields(kind):
        if field.encode_name not in sent or field.name == but:
            continue
        try:
            values[field.name] = msgspec.convert(sent[field.encode_name], field.type)
        except (msgspec.ValidationError, OverflowError):
            wrong.add(field.name)
    return values, wrong


# Making a decoder takes longer than most bodies do.
_decoders: dict[object, msgspec.json.Decoder[Any]] = {}


def _decoder(kind: object) -> msgspec.json.Decoder[Any]:
    if kind not in _decoders:
        _decoders[kind] = msgspec.json.Decoder(kind)
    return _decoders[kind]


def _failure(message: str, body: bytes | bytearray, info: RequestInfo) -> ClockifyError:
    if body.lstrip()[:1] == b"<" or _NO_JSON in message:
        return NotClockifyError(info)
    if message == _CUT:
        return TruncatedResponseError(info)
    place = _PLACE.search(message)
    missing = _MISSING.match(message)
    path = place[1] if place else "$"
    if missing:
        return InvalidResponseError(info, f"{path}.{missing[1]}")
    if place:
        return InvalidResponseError(info, path)
    if message.startswith("Expected"):
        return NotClockifyError(info)
    return InvalidResponseError(info)
