"""Every call of the client against every kind of invalid response, by a table.

Each cell is one call that gets 200 and one wrong body: it must be tolerated where
the notes on the API say so, or end in exactly one error that names the field and holds
nothing of the body.
"""

import json
import re
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest

from clockify_desktop.api import errors
from clockify_desktop.api.client import Clockify
from clockify_desktop.api.report_bodies import (
    AttendanceQuery,
    DetailedQuery,
    SummaryQuery,
)
from clockify_desktop.api.wire.time_entries import NewTimeEntry
from clockify_desktop.domain.identity import ProjectId, UserId, WorkspaceId
from clockify_desktop.domain.period import Period

CANARY = "canary-of-the-body"
W, P, U = WorkspaceId("w1"), ProjectId("p1"), UserId("u1")
WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
START = datetime(2026, 11, 16, tzinfo=UTC)
END = datetime(2026, 11, 23, tzinfo=UTC)
NOON = "2026-11-16T12:00:00Z"
DEEP = 100_000

Call = Callable[[Clockify], Awaitable[Any]]


@dataclass(frozen=True)
class CallCase:
    """One call and what is right for it.

    Args:
        call: Makes it.
        good: A valid body with one row, if it has rows.
        rows: Where its rows are: ``""`` for a bare list, a field's name for a page,
            ``None`` for a single value.
        broken: Changes of the value or row, each with the field that is named.
    """

    call: Call
    good: Any
    rows: str | None
    broken: tuple[tuple[dict[str, Any], str], ...]


GONE = object()
ID = (({"id": 7}, ".id"), ({"id": None}, ".id"), ({"id": GONE}, ".id"))
NAME = (({"name": [CANARY]}, ".name"),)
ENTRY = {
    "id": CANARY,
    "description": CANARY,
    "timeInterval": {"start": NOON, "end": None, "duration": None},
}
INTERVAL = (
    ({"timeInterval": GONE}, ".timeInterval"),
    ({"timeInterval": {"start": CANARY}}, ".timeInterval.start"),
    ({"timeInterval": {"start": "2026-11-16T12:00:00"}}, ".timeInterval.start"),
    ({"timeInterval": {"start": NOON, "end": 5}}, ".timeInterval.end"),
)
LEAF = {"_id": "2026-11-16", "duration": 60}
PERSON = {"_id": CANARY, "children": [{"_id": "p", "children": [LEAF]}]}
DURATION = ".duration"


def leaf(**change: Any) -> dict[str, Any]:
    return {"children": [{"_id": "p", "children": [LEAF | change]}]}


def listed(call: Call, row: dict[str, Any], *broken: tuple[Any, str]) -> CallCase:
    return CallCase(call, [row], "", broken)


CALLS = {
    "user": CallCase(
        lambda c: c.user(),
        {"id": CANARY, "name": None, "settings": None, "status": CANARY},
        None,
        (*ID, *NAME, ({"settings": CANARY}, ".settings")),
    ),
    "workspaces": listed(
        lambda c: c.workspaces(),
        {"id": CANARY, "name": None, "featureSubscriptionType": CANARY},
        *ID,
        *NAME,
        ({"currencies": {}}, ".currencies"),
    ),
    "workspace": CallCase(lambda c: c.workspace(W), {"id": CANARY}, None, (*ID, *NAME)),
    "users": listed(
        lambda c: c.users(W),
        {"id": CANARY, "status": CANARY, "memberships": None},
        *ID,
        *NAME,
        ({"memberships": [{"targetId": 3}]}, ".memberships[0].targetId"),
    ),
    "projects": listed(
        lambda c: c.projects(W),
        {"id": CANARY, "clientId": ""},
        *ID,
        *NAME,
        ({"archived": CANARY}, ".archived"),
    ),
    "project": CallCase(lambda c: c.project(W, P), {"id": CANARY}, None, (*ID, *NAME)),
    "tasks": listed(lambda c: c.tasks(W, P), {"id": CANARY}, *ID, *NAME),
    "clients": listed(lambda c: c.clients(W), {"id": CANARY}, *ID, *NAME),
    "tags": listed(lambda c: c.tags(W), {"id": CANARY}, *ID, *NAME),
    "user_groups": listed(
        lambda c: c.user_groups(W),
        {"id": CANARY, "userIds": None},
        *ID,
        ({"userIds": [CANARY, 4]}, ".userIds[1]"),
    ),
    "member_profile": CallCase(
        lambda c: c.member_profile(W, U),
        {"name": CANARY, "workingDays": CANARY},
        None,
        (*NAME, ({"workCapacity": 7}, ".workCapacity")),
    ),
    "holidays": listed(
        lambda c: c.holidays(W),
        {"id": CANARY},
        *ID,
        ({"datePeriod": {"startDate": CANARY}}, ".datePeriod.startDate"),
        ({"datePeriod": {"startDate": "2026-02-30"}}, ".datePeriod.startDate"),
    ),
    "attendance_report": CallCase(
        lambda c: c.attendance_report(W, AttendanceQuery(period=WEEK, time_zone="UTC")),
        {"entities": [{"userId": CANARY, "date": CANARY, "capacity": None}]},
        "entities",
        (
            ({"userId": None}, ".userId"),
            ({"date": 5}, ".date"),
            ({"capacity": CANARY}, ".capacity"),
        ),
    ),
    "approval_requests": listed(
        lambda c: c.approval_requests(W),
        {"approvalRequest": {"id": CANARY, "status": {"state": CANARY}}},
        ({"approvalRequest": None}, ".approvalRequest"),
        ({"approvalRequest": {"id": 5}}, ".approvalRequest.id"),
    ),
    "time_off_requests": CallCase(
        lambda c: c.time_off_requests(W),
        {"count": 1, "requests": [{"id": CANARY, "status": {"statusType": CANARY}}]},
        "requests",
        (*ID, ({"balanceDiff": CANARY}, ".balanceDiff")),
    ),
    "time_entries": listed(
        lambda c: c.time_entries(
            W, U, start=START, end=END, profile_zone=ZoneInfo("UTC")
        ),
        ENTRY,
        *ID,
        *INTERVAL,
    ),
    "time_entries_in_progress": listed(
        lambda c: c.time_entries_in_progress(W), ENTRY, *ID, *INTERVAL
    ),
    "add_time_entry": CallCase(
        lambda c: c.add_time_entry(W, NewTimeEntry(start=START)),
        ENTRY,
        None,
        (*ID, *INTERVAL),
    ),
    "summary_report": CallCase(
        lambda c: c.summary_report(
            W,
            SummaryQuery(period=WEEK, time_zone="UTC", groups=("USER", "PROJECT")),
            lambda report: report,
        ),
        {"totals": [{"totalTime": 60}], "groupOne": [PERSON]},
        "groupOne",
        (
            ({"children": CANARY}, ".children"),
            (leaf(duration="60"), DURATION),
            (leaf(duration=60.5), DURATION),
        ),
    ),
    "detailed_report": CallCase(
        lambda c: c.detailed_report(W, DetailedQuery(period=WEEK, time_zone="UTC")),
        {
            "totals": [{"entriesCount": 1, "totalTime": None}],
            "timeentries": [
                {"_id": CANARY, "type": CANARY, "timeInterval": {"start": NOON}}
            ],
        },
        "timeentries",
        (
            ({"_id": None}, "._id"),
            ({"_id": GONE}, "._id"),
            *INTERVAL[:3],
            ({"timeInterval": {"start": NOON, "duration": "60"}}, DURATION),
        ),
    ),
}
EVERY = pytest.mark.parametrize("name", CALLS)


def changed(row: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in (row | change).items() if v is not GONE}


def with_rows(case: CallCase, rows: list[Any]) -> Any:
    return rows if case.rows == "" else case.good | {case.rows: rows}


def row_of(case: CallCase) -> dict[str, Any]:
    if case.rows is None:
        return dict(case.good)
    rows = case.good if case.rows == "" else case.good[case.rows]
    return dict(rows[0])


def text(value: Any) -> bytes:
    return json.dumps(value).encode()


def inside(name: str, json_text: bytes) -> bytes:
    """Put a piece of JSON into a field that nobody declared, of the first row."""
    marked = row_of(CALLS[name]) | {"more": "MARK"}
    case = CALLS[name]
    value = marked if case.rows is None else with_rows(case, [marked])
    return text(value).replace(b'"MARK"', json_text)


@pytest.fixture
def respond(call_with: Any) -> Callable[[str, bytes], Any]:
    """Make a call of the table against one body; return what came."""

    def run(name: str, body: bytes) -> Any:
        def handle(_request: httpx.Request) -> httpx.Response:
            headers = {"Content-Type": "text/html", "Last-Page": "true"}
            return httpx.Response(200, content=body, headers=headers)

        return call_with(handle, CALLS[name].call)[0]

    return run


def error_of(
    respond: Callable[[str, bytes], Any], name: str, body: bytes
) -> errors.ClockifyError:
    """Make a call that must fail, with an error that holds nothing of the body."""
    with pytest.raises(errors.ClockifyError) as caught:
        respond(name, body)
    error = caught.value
    shown = "".join(traceback.format_exception(error))
    shown += f"{error}{error!r}{error.title}{error.advice}{vars(error)}{error.args}"
    assert CANARY not in shown
    assert error.__cause__ is None
    assert error.__context__ is None
    return error


@EVERY
def test_a_valid_body_is_accepted(respond: Any, name: str) -> None:
    assert respond(name, text(CALLS[name].good)) is not None


WHOLE = {
    "a sign-in page": (f"<html>{CANARY}</html>".encode(), errors.NotClockifyError),
    "a page after blanks": (
        f"\n <!doctype {CANARY}>".encode(),
        errors.NotClockifyError,
    ),
    "plain words": (CANARY.encode(), errors.NotClockifyError),
    "a byte order mark": (b"\xef\xbb\xbf{}", errors.NotClockifyError),
    "nothing": (b"", errors.TruncatedResponseError),
    "null": (b"null", errors.NotClockifyError),
    "a text": (text(CANARY), errors.NotClockifyError),
    "a number": (b"7", errors.NotClockifyError),
}


@EVERY
@pytest.mark.parametrize("fault", WHOLE)
def test_wrong_as_a_whole(respond: Any, name: str, fault: str) -> None:
    body, kind = WHOLE[fault]
    assert type(error_of(respond, name, body)) is kind


@EVERY
def test_a_list_for_an_object_and_the_reverse(respond: Any, name: str) -> None:
    other = (
        {"message": CANARY, "code": 7} if CALLS[name].rows == "" else [{"id": CANARY}]
    )
    assert type(error_of(respond, name, text(other))) is errors.NotClockifyError


@EVERY
def test_cut_in_the_middle(respond: Any, name: str) -> None:
    body = text(CALLS[name].good)
    for length in (1, len(body) // 2, len(body) - 1):
        assert (
            type(error_of(respond, name, body[:length]))
            is errors.TruncatedResponseError
        )


MALFORMED = {
    "nested without end": b"[" * DEEP + b"]" * DEEP,
    "not a number": b"NaN",
    "infinite": b"-Infinity",
    "a comma too many": b"[1,]",
    "a control character": b'"\x01"',
}


@EVERY
@pytest.mark.parametrize("fault", MALFORMED)
def test_malformed_anywhere(respond: Any, name: str, fault: str) -> None:
    error = error_of(respond, name, inside(name, MALFORMED[fault]))
    assert type(error) is errors.InvalidResponseError


DECLARED = {
    "no UTF-8": b'"\xff"',
    "a number of five thousand digits": b"1" * 5000,
}


@EVERY
@pytest.mark.parametrize("fault", DECLARED)
def test_a_value_that_no_text_can_be_made_of(
    respond: Any, name: str, fault: str
) -> None:
    body = inside(name, b"0").replace(text(CANARY), DECLARED[fault])
    if name == "summary_report":
        body = body.replace(b"60}", b"1" * 5000 + b"}")
    assert type(error_of(respond, name, body)) is errors.InvalidResponseError


@EVERY
def test_what_is_tolerated(respond: Any, name: str) -> None:
    # A field that nobody declared, and words of a list that grew: the canary stands
    # for one in every reply.
    right = respond(name, text(CALLS[name].good))
    more = inside(name, text({CANARY: [CANARY, None, 1e300, {}]}))
    assert repr(respond(name, more)) == repr(right)
    # Half a surrogate pair costs its sign.
    half = inside(name, text(CANARY).replace(b"canary", b"can\\ud800"))
    whole = inside(name, text(CANARY).replace(b"canary", b"can\\ufffd"))
    assert repr(respond(name, half)) == repr(respond(name, whole))
    # The same field twice, of which the last one counts.
    named = re.compile(rb'"(_?id|name|userId)": ' + text(CANARY))
    twice = named.sub(rb'"\1": "first", "\1": ' + text(CANARY), more)
    assert twice != more
    assert repr(respond(name, twice)) == repr(right)


CELLS = [
    pytest.param(name, change, field, id=f"{name}{field}-{place}")
    for name, case in CALLS.items()
    for place, (change, field) in enumerate(case.broken)
]


@pytest.mark.parametrize(("name", "change", "field"), CELLS)
def test_a_wrong_field_is_named(
    respond: Any, name: str, change: dict[str, Any], field: str
) -> None:
    case = CALLS[name]
    row = changed(row_of(case), change)
    body = row if case.rows is None else with_rows(case, [row, row])
    error = error_of(respond, name, text(body))
    assert type(error) is errors.InvalidResponseError
    assert isinstance(error, errors.InvalidResponseError)
    assert error.field.startswith("$")
    assert error.field.endswith(field)


@pytest.mark.parametrize(
    ("name", "change", "field"),
    [cell for cell in CELLS if CALLS[cell.values[0]].rows is not None],
)
def test_one_wrong_row_does_not_take_the_others_along(
    respond: Any, name: str, change: dict[str, Any], field: str
) -> None:
    del field
    case = CALLS[name]
    good = row_of(case)
    other = good | {"_id": "another"} if name == "detailed_report" else good
    body = with_rows(case, [changed(good, change), other])
    found = respond(name, text(body))
    if name == "summary_report":
        assert len(found.group_one) == 2
        assert found.group_one[1].children[0].children[0].duration == 60
        return
    if name == "detailed_report" and not found.unreadable:
        # It has an id, so it can be told whose it is.
        assert [row.time_interval.is_wrong for row in found.entries] == [True, False]
        return
    rows = found.entries if name == "detailed_report" else found
    assert len(rows) == found.unreadable == 1


@pytest.mark.parametrize(
    "name", ["summary_report", "detailed_report", "time_off_requests"]
)
def test_a_message_is_no_empty_report(respond: Any, name: str) -> None:
    body = text({"message": CANARY, "code": 501})
    error = error_of(respond, name, body)
    assert type(error) is errors.InvalidResponseError
    assert isinstance(error, errors.InvalidResponseError)
    assert error.field in {"$.groupOne", "$.timeentries", "$.requests"}
