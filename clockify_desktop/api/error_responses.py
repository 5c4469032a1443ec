"""Finds out which case a refusal is: from status, Clockify's code and the endpoint.

The table follows ``Errors`` in the project's notes on Clockify's API. Messages are
looked at for hints of the plan only, and never kept: they can repeat what was sent.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import msgspec

from clockify_desktop.api import errors
from clockify_desktop.api.decoding import UNREADABLE
from clockify_desktop.api.endpoints import Endpoint
from clockify_desktop.api.errors import ClockifyError, RequestInfo

_BY_STATUS_AND_CODE: dict[tuple[int, int], type[ClockifyError]] = {
    (401, 1000): errors.KeyMissingError,
    (401, 4003): errors.KeyUnknownError,
    (401, 4017): errors.TokenRefusedError,
    (403, 1003): errors.LockedError,
    (403, 4005): errors.ApprovedError,
    (404, 3000): errors.NotClockifyError,
}
_BY_STATUS: dict[int, type[ClockifyError]] = {
    401: errors.CredentialError,
    402: errors.PlanError,
    403: errors.NoRightError,
    404: errors.UnknownIdError,
    # Right host, wrong prefix: Clockify answers 405 with code 3000 to some of these.
    405: errors.NotClockifyError,
    407: errors.ProxyError,
}
_MAY_SPEAK_OF_PLANS = frozenset({400, 402, 403})
_BAD_REQUEST = 400
_NOT_FOUND = 404
_TOO_LONG_WAITED = 408
_BUSY = 429
_REDIRECTS = range(300, 400)
_TROUBLES = range(500, 600)
_CODE_INVALID = 501

_PLAN = re.compile(r"\bplans?\b|upgrade|subscription|paid feature", re.IGNORECASE)
_RANGE = re.compile(r"\b31\b|\bmonth\b|\binterval\b|\brange\b", re.IGNORECASE)
_LONGEST = re.compile(r"\b31 days?\b|\bone month\b", re.IGNORECASE)
_UNKNOWN = re.compile(r"belong|exist|not found", re.IGNORECASE)

_LONGEST_WAIT_S = 300.0
_SECONDS = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class _Told:
    """What a refusal's body says; ``readable`` is false for pages and rubbish."""

    code: int | None = None
    message: str = ""
    readable: bool = False


def error_response(
    endpoint: Endpoint,
    info: RequestInfo,
    headers: Mapping[str, str],
    body: bytes | bytearray,
) -> ClockifyError:
    """Name the case of an answer that is no success.

    Args:
        endpoint: What was asked.
        info: The same for the error, with the status.
        headers: The answer's headers.
        body: The answer's body; looked at, not kept.

    Returns:
        The error to raise.
    """
    status = info.status or 0
    told = _told(body)
    info = replace(info, code=told.code)
    if status in _REDIRECTS:
        return errors.RedirectedError(info)
    if status == _BUSY:
        return errors.BusyError(info, retry_after_s(headers, datetime.now(UTC)))
    if status in _TROUBLES or status == _TOO_LONG_WAITED:
        wait_s = retry_after_s(headers, datetime.now(UTC))
        return errors.ServerTroubleError(info, wait_s)
    known = _BY_STATUS_AND_CODE.get((status, told.code or 0))
    if known is None and status in _MAY_SPEAK_OF_PLANS:
        known = _of_plan(endpoint, status, told)
    if known is None and status == _NOT_FOUND and not told.readable:
        known = _of_not_found(endpoint, body)
    if known is None and status == _BAD_REQUEST:
        known = _of_bad_request(endpoint, told)
    if known is None:
        known = _BY_STATUS.get(status)
    return known(info) if known else errors.RefusedRequestError(info, str(status))


def _told(body: bytes | bytearray) -> _Told:
    try:
        found = msgspec.json.decode(body)
    except UNREADABLE:
        return _Told()
    if not isinstance(found, dict):
        return _Told()
    code, message = found.get("code"), found.get("message")
    return _Told(
        code if isinstance(code, int) else None,
        message if isinstance(message, str) else "",
        readable=True,
    )


def _of_plan(
    endpoint: Endpoint, status: int, told: _Told
) -> type[ClockifyError] | None:
    # The refusal of a range that is too long for the free plan was never recorded:
    # its words are guessed from the documentation's.
    reports = endpoint.host == "reports"
    if reports and _LONGEST.search(told.message):
        return errors.RangeTooLongError
    if status in _BY_STATUS and _BY_STATUS[status] is errors.PlanError:
        of_plan = True
    else:
        of_plan = _PLAN.search(told.message) is not None
    if not of_plan:
        return None
    if reports and _RANGE.search(told.message):
        return errors.RangeTooLongError
    return errors.PlanError


def _of_not_found(endpoint: Endpoint, body: bytes | bytearray) -> type[ClockifyError]:
    # An unknown workspace is answered with nothing at all; a page is not Clockify.
    if not body and "{workspace}" in endpoint.path:
        return errors.WorkspaceHiddenError
    return errors.NotClockifyError


def _of_bad_request(endpoint: Endpoint, told: _Told) -> type[ClockifyError] | None:
    # Code 501 means "invalid" of any kind; of a GET only the ids can be.
    if told.code != _CODE_INVALID:
        return None
    if endpoint.method == "GET" or _UNKNOWN.search(told.message):
        return errors.UnknownIdError
    return None


def retry_after_s(headers: Mapping[str, str], now: datetime) -> float | None:
    """Read how long a server asks to wait.

    Args:
        headers: The answer's headers.
        now: An aware instant, to count from when a date is given.

    Returns:
        Seconds from 0 to 300, however many digits are sent, such as an instant's
        in place of a wait; ``None`` where nothing usable is said. ``float`` would also
        take ``inf``, ``nan`` and negative numbers.
    """
    text = headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(text):
        return min(float(text), _LONGEST_WAIT_S)
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        # OverflowError: a year or an offset that no clock can hold.
        return None
    if until.tzinfo is None:
        # "-0000" says that the zone is unknown; HTTP's dates are always UTC.
        until = until.replace(tzinfo=UTC)
    return min(max((until - now).total_seconds(), 0.0), _LONGEST_WAIT_S)
