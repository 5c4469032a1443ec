"""Faults of the status: every refusal, redirect and plea to wait."""

import json

from clockify_desktop.api.errors import (
    BusyError,
    ClockifyError,
    CredentialError,
    KeyMissingError,
    KeyUnknownError,
    NoRightError,
    NotClockifyError,
    PlanError,
    RangeTooLongError,
    RedirectedError,
    RefusedRequestError,
    ServerError,
    TokenRefusedError,
    TruncatedResponseError,
    UnknownIdError,
    WorkspaceHiddenError,
)
from clockify_desktop.api.network_errors import ConnectionLostError, ProxyError
from tests.faults.canary import CANARY
from tests.faults.fault import Fault, answer, ok
from tests.faults.good_answers import ENTRIES, PLACES, USER, WORKSPACES, Place

_PAGE = b"<!DOCTYPE html><html><body>Sign in</body></html>"
_OF_A_WORKSPACE = tuple(place for place in PLACES if place not in {USER, WORKSPACES})
# Those that name nothing but a workspace.
_OF_NO_MORE = tuple(place for place in _OF_A_WORKSPACE if place is not ENTRIES)
_REPORTS = {"summary", "detailed", "attendance"}
_POSTS = tuple(place for place in PLACES if place.shape in _REPORTS)


def _says(code: int, message: str = "No.") -> bytes:
    return json.dumps({"message": message, "code": code}).encode()


def _refusal(
    name: str,
    status: int,
    kind: type[ClockifyError],
    body: bytes = b"",
    *lines: str,
    places: tuple[Place, ...] = PLACES,
    repeatable: bool = False,
    repeats_key: bool = False,
) -> Fault:
    return Fault(
        f"{status} {name}".strip(),
        lambda _: answer(status, body, *lines),
        (kind,),
        repeatable=repeatable,
        places=places,
        repeats_key=repeats_key,
    )


REDIRECTS = tuple(
    _refusal("", status, RedirectedError, b"", "Location: /api/v1/user")
    for status in (300, 301, 302, 303, 304, 305, 306, 307, 308)
)

REFUSALS = (
    _refusal("", 400, RefusedRequestError),
    # Code 501 alone says only that something is wrong.
    _refusal("invalid", 400, RefusedRequestError, _says(501)),
    _refusal("unknown id", 400, UnknownIdError, _says(501, "X doesn't belong to Y")),
    _refusal(
        "over a month",
        400,
        RangeTooLongError,
        _says(0, "At most 31 days"),
        places=_POSTS,
    ),
    _refusal("no body", 401, CredentialError),
    _refusal("no key", 401, KeyMissingError, _says(1000)),
    _refusal("unknown key", 401, KeyUnknownError, _says(4003)),
    _refusal("bad token", 401, TokenRefusedError, _says(4017)),
    _refusal("new code", 401, CredentialError, _says(9999)),
    _refusal("", 402, PlanError),
    _refusal("denied", 403, NoRightError, _says(501)),
    # Only what is written can be locked.
    _refusal("locked", 403, NoRightError, _says(1003)),
    _refusal("approved", 403, NoRightError, _says(4005)),
    _refusal("plan", 403, PlanError, _says(0, "Upgrade your plan")),
    _refusal("page", 403, NoRightError, _PAGE),
    _refusal("empty", 404, WorkspaceHiddenError, places=_OF_A_WORKSPACE),
    _refusal("empty", 404, NotClockifyError, places=(USER, WORKSPACES)),
    _refusal("wrong prefix", 404, NotClockifyError, _says(3000)),
    _refusal("json", 404, WorkspaceHiddenError, _says(404), places=_OF_NO_MORE),
    _refusal("json", 404, NotClockifyError, _says(404), places=(USER, WORKSPACES)),
    _refusal("json", 404, UnknownIdError, _says(404), places=(ENTRIES,)),
    _refusal("page", 404, NotClockifyError, _PAGE),
    _refusal("", 405, NotClockifyError, _says(3000)),
    _refusal("", 407, ProxyError),
    _refusal("", 408, ServerError, repeatable=True),
    _refusal("", 409, RefusedRequestError),
    _refusal("", 410, RefusedRequestError),
    _refusal("", 413, RefusedRequestError),
    _refusal("", 418, RefusedRequestError),
    _refusal("", 451, RefusedRequestError),
    Fault(
        "403 cut",
        lambda _: bytes(answer(403, b"{", length=99)),
        (TruncatedResponseError,),
        repeatable=True,
    ),
    _refusal("deeply nested", 400, RefusedRequestError, b"[" * 100_000),
    _refusal("a code of many digits", 400, RefusedRequestError, _says(10**300)),
    *(
        _refusal("repeating the key", status, kind, body, repeats_key=True)
        for status, kind, body in (
            (400, RefusedRequestError, _says(0, CANARY)),
            (401, CredentialError, _says(0, CANARY)),
            (403, NoRightError, CANARY.encode()),
        )
    ),
    _refusal("of megabytes", 404, NotClockifyError, b" " * 2**20),
)

TROUBLES = tuple(
    _refusal("", status, ServerError, _PAGE, repeatable=repeatable)
    for status, repeatable in (
        (500, True),
        (501, False),
        (502, True),
        (503, True),
        (504, True),
        (521, False),
        (599, False),
    )
)

BUSY = tuple(
    _refusal(
        f"wait {wait}".strip(),
        429,
        BusyError,
        _says(429),
        *([f"Retry-After: {wait}"] if wait else []),
        repeatable=True,
    )
    for wait in (
        "",
        "0",
        "1",
        "-1",
        "1.5",
        "inf",
        "nan",
        "9" * 9,
        "9" * 400,
        "Mon, 23 Nov 2026 08:00:00 GMT",
        "Mon, 23 Nov 1970 08:00:00 -0000",
        "Fri, 31 Dec 9999 23:59:59 GMT",
        "Mon, 23 Nov 99999999999 08:00:00 GMT",
        "Mon, 23 Nov 2026 08:00:00 +99999999999999",
        "tomorrow",
    )
)

NO_ANSWERS = (
    Fault("a page with 200", lambda _: ok(_PAGE), (NotClockifyError,)),
    Fault(
        "a head repeating the key",
        lambda _: answer(400, b"", f"X-Key: {CANARY}", f"Location: /{CANARY}"),
        (RefusedRequestError,),
        repeats_key=True,
    ),
    Fault(
        "a bad head repeating the key",
        lambda _: answer(400, b"", f"{CANARY}", length=CANARY),
        (NotClockifyError, ConnectionLostError),
        repeatable=True,
        repeats_key=True,
    ),
    Fault(
        "200 repeating the key",
        lambda _: ok(CANARY.encode()),
        (NotClockifyError,),
        repeats_key=True,
    ),
    *(
        Fault(name, act, (TruncatedResponseError, NotClockifyError), repeatable=True)
        for name, act in (
            ("204", lambda _: answer(204)),
            ("205", lambda _: answer(205)),
            ("200 empty", lambda _: ok(b"")),
        )
    ),
)

STATUS_FAULTS = (*REDIRECTS, *REFUSALS, *TROUBLES, *BUSY, *NO_ANSWERS)
