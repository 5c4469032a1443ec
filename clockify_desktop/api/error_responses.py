"""Maps error responses to our errors: by status, Clockify's code and the endpoint.

The table follows ``Errors`` in the project's notes on Clockify's API. Messages are
searched for hints of the plan only, and never kept: they can repeat what was sent.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import httpx
import msgspec

from clockify_desktop.api import endpoints, errors, network_errors
from clockify_desktop.api.decoding import UNREADABLE
from clockify_desktop.api.endpoints import Endpoint
from clockify_desktop.api.errors import ClockifyError, RequestInfo

_BY_STATUS_AND_CODE: dict[tuple[int, int], type[ClockifyError]] = {
    (401, 1000): errors.KeyMissingError,
    (401, 4003): errors.KeyUnknownError,
    (401, 4017): errors.TokenRefusedError,
    (404, 3000): errors.NotClockifyError,
}
# Of time that was to be changed; nothing that is only read is locked.
_BY_CODE_OF_WRITING: dict[int, type[ClockifyError]] = {
    1003: errors.LockedError,
    4005: errors.ApprovedError,
}
_BY_STATUS: dict[int, type[ClockifyError]] = {
    401: errors.CredentialError,
    402: errors.PlanError,
    403: errors.NoRightError,
    # Right host, wrong prefix: Clockify sends 405 with code 3000 to some of these.
    405: errors.NotClockifyError,
    407: network_errors.ProxyError,
}
# What an id means that is unknown where one thing is asked for by it.
_OF_ONE: dict[Endpoint, type[ClockifyError]] = {
    endpoints.WORKSPACE: errors.WorkspaceHiddenError,
    endpoints.PROJECT: errors.UnknownIdError,
    endpoints.MEMBER_PROFILE: errors.UnknownIdError,
}
_PLAN_STATUSES = frozenset({400, 402, 403})
_CODE_INVALID = 501

_PLAN = re.compile(r"\bplans?\b|upgrade|subscription|paid feature", re.IGNORECASE)
_RANGE = re.compile(r"\b31\b|\bmonth\b|\binterval\b|\brange\b", re.IGNORECASE)
_LONGEST = re.compile(r"\b31 days?\b|\bone month\b", re.IGNORECASE)
_UNKNOWN = re.compile(r"belong|exist|not found", re.IGNORECASE)

_LONGEST_WAIT_S = 300.0
_SECONDS = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class _ErrorBody:
    """The body of an error; ``readable`` is false where it is no JSON object."""

    code: int | None = None
    message: str = ""
    readable: bool = False


def error_response(
    endpoint: Endpoint,
    info: RequestInfo,
    headers: Mapping[str, str],
    body: bytes | bytearray,
) -> ClockifyError:
    """Map a response that is no success to the error to raise, without its text."""
    status = info.status or 0
    error_body = _read(body)
    info = replace(info, code=error_body.code)
    if httpx.codes.is_redirect(status):
        return errors.RedirectedError(info)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return errors.BusyError(info, retry_after_s(headers, datetime.now(UTC)))
    if httpx.codes.is_server_error(status) or status == HTTPStatus.REQUEST_TIMEOUT:
        return errors.ServerError(info, retry_after_s(headers, datetime.now(UTC)))
    known = (
        _BY_STATUS_AND_CODE.get((status, error_body.code or 0))
        or _of_the_request(endpoint, status, body, error_body)
        or _BY_STATUS.get(status)
    )
    if known is not None:
        return known(info)
    if endpoint.writes:
        return errors.RefusedEntryError(info, str(status))
    return errors.RefusedRequestError(info, str(status))


def _read(body: bytes | bytearray) -> _ErrorBody:
    try:
        found = msgspec.json.decode(body)
    except UNREADABLE:
        return _ErrorBody()
    if not isinstance(found, dict):
        return _ErrorBody()
    code, message = found.get("code"), found.get("message")
    return _ErrorBody(
        code if isinstance(code, int) else None,
        message if isinstance(message, str) else "",
        readable=True,
    )


def _of_the_request(
    endpoint: Endpoint, status: int, body: bytes | bytearray, error_body: _ErrorBody
) -> type[ClockifyError] | None:
    """Choose by what was asked for, where a status or code means many things."""
    plan = status in _PLAN_STATUSES and _of_plan(endpoint, status, error_body)
    if plan:
        return plan
    if status == HTTPStatus.FORBIDDEN and endpoint.writes:
        return _BY_CODE_OF_WRITING.get(error_body.code or 0)
    if status == HTTPStatus.NOT_FOUND:
        return _of_not_found(endpoint, body, error_body)
    if status == HTTPStatus.BAD_REQUEST:
        return _of_bad_request(endpoint, error_body)
    return None


def _of_plan(
    endpoint: Endpoint, status: int, error_body: _ErrorBody
) -> type[ClockifyError] | None:
    # The response to a range that is too long for the free plan was never recorded:
    # its words are guessed from the documentation's.
    reports = endpoint.host == "reports"
    message = error_body.message
    if reports and _LONGEST.search(message):
        return errors.RangeTooLongError
    if status != HTTPStatus.PAYMENT_REQUIRED and not _PLAN.search(message):
        return None
    if reports and _RANGE.search(message):
        return errors.RangeTooLongError
    return errors.PlanError


def _of_not_found(
    endpoint: Endpoint, body: bytes | bytearray, error_body: _ErrorBody
) -> type[ClockifyError]:
    # For an unknown workspace Clockify sends no body; a page is not from Clockify.
    if "workspace" not in endpoint.ids or (body and not error_body.readable):
        return errors.NotClockifyError
    names_more = endpoint.ids > {"workspace"} or endpoint.writes
    if names_more and error_body.readable:
        return errors.UnknownIdError
    return errors.WorkspaceHiddenError


def _of_bad_request(
    endpoint: Endpoint, error_body: _ErrorBody
) -> type[ClockifyError] | None:
    # Code 501 means "invalid" of any kind; where one thing is asked for by its id
    # nothing else can be.
    if error_body.code != _CODE_INVALID:
        return None
    if _UNKNOWN.search(error_body.message):
        return errors.UnknownIdError
    return _OF_ONE.get(endpoint)


def retry_after_s(headers: Mapping[str, str], now: datetime) -> float | None:
    """Read ``Retry-After``: from 0 to 300 seconds, ``None`` where it is unusable.

    Digits may be an instant's in place of a wait, so they are capped; ``float`` alone
    would also take ``inf``, ``nan`` and negative numbers.
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
