import json
import time
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.api import endpoints, errors, network_errors
from clockify_desktop.api.endpoints import Endpoint
from clockify_desktop.api.error_responses import error_response, retry_after_s
from clockify_desktop.api.errors import ClockifyError, RequestInfo

GET = endpoints.PROJECT
POST = endpoints.ADD_TIME_ENTRY
LIST = endpoints.USERS
TASKS = endpoints.TASKS
REPORT = endpoints.SUMMARY_REPORT
NOW = datetime(2026, 11, 23, 12, 0, 0, tzinfo=UTC)


def error_body(code: Any, message: Any = "canary") -> bytes:
    return json.dumps({"code": code, "message": message}).encode()


def case(endpoint: Endpoint, status: int, body: bytes = b"", **headers: str) -> Any:
    info = RequestInfo(endpoint.method, endpoint.path, "host.example", status)
    return error_response(endpoint, info, headers, body)


@pytest.mark.parametrize(
    ("endpoint", "status", "body", "kind"),
    [
        (GET, 301, b"", errors.RedirectedError),
        (GET, 302, b"", errors.RedirectedError),
        (GET, 304, b"", errors.RedirectedError),
        (GET, 307, b"", errors.RedirectedError),
        (GET, 308, b"", errors.RedirectedError),
        (GET, 401, error_body(1000), errors.KeyMissingError),
        (GET, 401, error_body(4003), errors.KeyUnknownError),
        (GET, 401, error_body(4017), errors.TokenRefusedError),
        (GET, 401, error_body(77), errors.CredentialError),
        (GET, 401, b"", errors.CredentialError),
        (GET, 402, b"", errors.PlanError),
        (REPORT, 402, error_body(501), errors.PlanError),
        (REPORT, 402, error_body(501, "range over 31 days"), errors.RangeTooLongError),
        (REPORT, 402, error_body(501, "Date range too long"), errors.RangeTooLongError),
        (REPORT, 403, error_body(501, "Upgrade your plan"), errors.PlanError),
        (
            REPORT,
            400,
            error_body(501, "Your plan: one month"),
            errors.RangeTooLongError,
        ),
        (REPORT, 400, error_body(501, "Max. 31 days"), errors.RangeTooLongError),
        (GET, 403, error_body(501, "Your subscription"), errors.PlanError),
        (GET, 400, error_body(501, "31 days, plan"), errors.PlanError),
        (GET, 403, error_body(501, "Access Denied"), errors.NoRightError),
        (GET, 403, b"<html>", errors.NoRightError),
        (POST, 403, error_body(1003), errors.LockedError),
        (POST, 403, error_body(4005), errors.ApprovedError),
        # Nothing that is only read is locked or approved.
        (LIST, 403, error_body(1003), errors.NoRightError),
        (REPORT, 403, error_body(4005), errors.NoRightError),
        (GET, 404, error_body(3000, "No static resource x"), errors.NotClockifyError),
        (GET, 404, b"<html>nginx</html>", errors.NotClockifyError),
        (GET, 404, b"[]", errors.NotClockifyError),
        (GET, 404, b"", errors.WorkspaceHiddenError),
        (REPORT, 404, b"", errors.WorkspaceHiddenError),
        (endpoints.USER, 404, b"", errors.NotClockifyError),
        (GET, 404, error_body(404, "Task not found"), errors.UnknownIdError),
        (POST, 404, error_body(404, "Task not found"), errors.UnknownIdError),
        # The workspace is all that these name, and these name nothing.
        (LIST, 404, error_body(404, "Not found"), errors.WorkspaceHiddenError),
        (REPORT, 404, error_body(404, "Not found"), errors.WorkspaceHiddenError),
        (endpoints.USER, 404, error_body(404), errors.NotClockifyError),
        (GET, 405, error_body(3000), errors.NotClockifyError),
        (GET, 407, b"", network_errors.ProxyError),
        (GET, 400, error_body(501, "whatever"), errors.UnknownIdError),
        (
            POST,
            400,
            error_body(501, "Project doesn't belong to W"),
            errors.UnknownIdError,
        ),
        (POST, 400, error_body(501, "End before start"), errors.RefusedEntryError),
        (POST, 422, b"", errors.RefusedEntryError),
        (endpoints.MEMBER_PROFILE, 400, error_body(501, "?"), errors.UnknownIdError),
        # Of a list the same code may mean the size of its pages, and anything else.
        (LIST, 400, error_body(501, "whatever"), errors.RefusedRequestError),
        (TASKS, 400, error_body(501, "Page size?"), errors.RefusedRequestError),
        (TASKS, 400, error_body(501, "doesn't belong to"), errors.UnknownIdError),
        (endpoints.USER, 400, error_body(501, "whatever"), errors.RefusedRequestError),
        (GET, 400, error_body(3000), errors.RefusedRequestError),
        (
            REPORT,
            400,
            error_body(501, "Invalid group name"),
            errors.RefusedRequestError,
        ),
        (GET, 400, error_body(1), errors.RefusedRequestError),
        (GET, 400, b"", errors.RefusedRequestError),
        (GET, 408, b"", errors.ServerError),
        (GET, 418, b"", errors.RefusedRequestError),
        (GET, 429, b"Too many requests", errors.BusyError),
        (GET, 500, b"", errors.ServerError),
        (GET, 503, b"<html>", errors.ServerError),
        (GET, 599, error_body("x", 7), errors.ServerError),
    ],
)
def test_the_case(
    endpoint: Endpoint, status: int, body: bytes, kind: type[ClockifyError]
) -> None:
    error = case(endpoint, status, body)
    assert type(error) is kind
    assert error.request_info.status == status
    assert "{" not in str(error)
    assert "canary" not in f"{error!r}{error.__dict__}"


def test_the_recorded_one_without_a_message() -> None:
    body = b'{"description":"Full authentication is required","code":1000}'
    error = case(endpoints.USER, 401, body)
    assert type(error) is errors.KeyMissingError
    assert error.request_info.code == 1000


def test_a_region_is_suggested() -> None:
    error = case(endpoints.USER, 401, error_body(4003))
    assert "host.example" in error.title
    assert "region" in error.advice


ENDPOINTS = sorted(endpoints.LISTED, key=lambda one: (one.path, one.method))
WITH_A_PERIOD = {
    endpoints.SUMMARY_REPORT,
    endpoints.DETAILED_REPORT,
    endpoints.ATTENDANCE_REPORT,
    endpoints.TIME_ENTRIES,
}
GENERAL_CODES = [
    (status, body)
    for status in (400, 403, 404, 405, 409, 413, 422)
    for body in (b"", b"Bad request", *map(error_body, (0, 501, 1003, 3000, 4005)))
]


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda one: one.path)
def test_no_advice_speaks_of_what_was_not_asked(endpoint: Endpoint) -> None:
    for status, body in GENERAL_CODES:
        error = case(endpoint, status, body)
        words = f"{error.title} {error.advice}".casefold()
        if endpoint not in WITH_A_PERIOD and not endpoint.writes:
            # "The period is locked" is for who writes.
            assert "period" not in words, (status, body)
        if not endpoint.writes:
            assert "entry was" not in words
            assert "locked" not in words
            assert "approved" not in words
        if not endpoint.ids:
            assert "workspace is gone" not in words, (status, body)
            assert "any more" not in words, (status, body)
        if endpoint.ids == {"workspace"} and not endpoint.writes:
            assert "person, project or entry" not in words, (status, body)
        assert error.title
        assert error.advice


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda one: one.path)
def test_a_shorter_period_is_advised_where_there_is_one(endpoint: Endpoint) -> None:
    info = RequestInfo(endpoint.method, endpoint.path, "host.example", 200)
    for error in (
        errors.ResponseTooLargeError(info, 1),
        network_errors.DeadlineError(info, 1.0),
        errors.RefusedRequestError(info, "400"),
    ):
        assert ("period" in error.advice) == (endpoint in WITH_A_PERIOD)


def test_rubbish_in_the_body() -> None:
    for body in (b"[" * 100_000, b'"\xff"', b"[{}]", b'{"code":[]}'):
        assert type(case(GET, 403, body)) is errors.NoRightError


def test_waits_are_read_along() -> None:
    assert case(GET, 429, **{"retry-after": "7"}).retry_after_s == 7
    assert case(GET, 503, **{"retry-after": "8"}).retry_after_s == 8
    assert case(GET, 429).retry_after_s is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", 0),
        (" 12 ", 12),
        ("999999999", 300),
        ("9999999999", 300),
        pytest.param("9" * 400, 300, id="more than a float holds"),
        ("Mon, 23 Nov 2026 12:00:30 GMT", 30),
        ("Mon, 23 Nov 2026 12:00:30 -0000", 30),
        ("Mon, 23 Nov 2026 11:00:00 GMT", 0),
        ("Mon, 23 Nov 2099 11:00:00 GMT", 300),
        ("inf", None),
        ("nan", None),
        ("-1", None),
        ("1e3", None),
        ("1.5", None),
        ("+5", None),
        ("٣", None),
        ("soon", None),
        ("Mon, 23 Nov 99999999999 12:00:00 GMT", None),
        ("Mon, 23 Nov 2026 12:00:00 +99999999999999", None),
        ("", None),
    ],
)
def test_retry_after(text: str, seconds: float | None) -> None:
    assert retry_after_s({"retry-after": text}, NOW) == seconds


def test_a_date_without_a_zone_is_not_of_this_computers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        zoneless = {"retry-after": "Mon, 23 Nov 2026 12:00:30 -0000"}
        assert retry_after_s(zoneless, NOW) == 30
    time.tzset()


@given(st.text(max_size=40))
def test_retry_after_of_anything(text: str) -> None:
    seconds = retry_after_s({"retry-after": text}, NOW)
    assert seconds is None or 0 <= seconds <= 300


@pytest.mark.parametrize(
    ("wait_s", "words"),
    [(None, "Wait a moment"), (0.4, "Wait a moment"), (40.2, "Wait 41 seconds")],
)
def test_a_busy_server_says_how_long(wait_s: float | None, words: str) -> None:
    assert words in errors.BusyError(RequestInfo("GET", "/user", "x"), wait_s).advice
