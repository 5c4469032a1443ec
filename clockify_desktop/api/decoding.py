"""Turns bodies into typed values, or into one error that names the wrong field."""

import re
from typing import Any, TypeVar

import msgspec

from clockify_desktop.api.errors import (
    Asked,
    ClockifyError,
    CutReplyError,
    NotClockifyError,
    WrongAnswerError,
)

_T = TypeVar("_T")

# msgspec's own words. What they quote in backticks are types and names of fields
# that this program declared, never text of the answer.
_PLACE = re.compile(r" - at `(\$[^`]*)`$")
_MISSING = re.compile(r"^Object missing required field `(\w+)`")
_CUT = "Input data was truncated"
_NO_JSON = "(byte 0)"


def decoded(body: bytes | bytearray, kind: type[_T], asked: Asked) -> _T:
    """Decode a body.

    Args:
        body: JSON in UTF-8.
        kind: A struct, or a list of one.
        asked: For the error.

    Returns:
        The value; fields that are not declared are passed over.

    Raises:
        NotClockifyError: It is no JSON at all, or of another kind altogether.
        CutReplyError: The text ends before its end.
        WrongAnswerError: Something in it is not as declared.
    """
    try:
        value: _T = _decoder(kind).decode(body)
    except msgspec.DecodeError as error:
        failure = _failure(str(error), body, asked)
    except (RecursionError, UnicodeError):
        # Nested deeper than any answer of Clockify's; or no UTF-8.
        failure = WrongAnswerError(asked)
    else:
        return value
    # Outside of the handlers: msgspec's error stays unreachable from ours.
    raise failure


def breaks_off(body: bytes | bytearray) -> bool:
    """Tell whether a body is the beginning of a JSON text, and no more.

    Args:
        body: Anything.

    Returns:
        Whether only its end is missing.
    """
    try:
        msgspec.json.decode(body, type=msgspec.Raw)
    except msgspec.DecodeError as error:
        return str(error) == _CUT
    except (RecursionError, UnicodeError):
        return False
    return False


# Making a decoder takes longer than most bodies do.
_decoders: dict[object, msgspec.json.Decoder[Any]] = {}


def _decoder(kind: object) -> msgspec.json.Decoder[Any]:
    if kind not in _decoders:
        _decoders[kind] = msgspec.json.Decoder(kind)
    return _decoders[kind]


def _failure(message: str, body: bytes | bytearray, asked: Asked) -> ClockifyError:
    if body.lstrip()[:1] == b"<" or _NO_JSON in message:
        return NotClockifyError(asked)
    if message == _CUT:
        return CutReplyError(asked)
    place = _PLACE.search(message)
    missing = _MISSING.match(message)
    path = place[1] if place else "$"
    if missing:
        return WrongAnswerError(asked, f"{path}.{missing[1]}")
    if place:
        return WrongAnswerError(asked, path)
    if message.startswith("Expected"):
        return NotClockifyError(asked)
    return WrongAnswerError(asked)
