"""Faults of connections and of time: refused, reset, closed, silent, trickling."""

from clockify_desktop.api.errors import TruncatedResponseError
from clockify_desktop.api.network_errors import (
    ConnectionLostError,
    DeadlineError,
    UnreachableError,
)
from tests.faults.fault import SOON_S, Fault, chunked, ok, open_ended
from tests.faults.good_answers import DETAILED, SUMMARY, USER
from tests.faults.pouring import again_and_again, half, reset_after, then_silent

LOST = (ConnectionLostError,)
CUT = (TruncatedResponseError,)
LATE = (DeadlineError,)

CONNECTIONS = (
    Fault(
        "connection refused",
        lambda body: body,
        (UnreachableError,),
        repeatable=True,
        places=(USER, SUMMARY, DETAILED),
        refuses=True,
    ),
    Fault("closed without a byte", lambda _: b"", LOST, repeatable=True),
    Fault("reset without a byte", lambda _: reset_after(b""), LOST, repeatable=True),
    Fault(
        "closed in mid-head", lambda _: b"HTTP/1.1 200 X\r\nCon", LOST, repeatable=True
    ),
    Fault(
        "reset behind the head",
        lambda body: reset_after(open_ended(b"", f"Content-Length: {len(body)}")),
        LOST + CUT,
        repeatable=True,
    ),
    Fault(
        "reset in mid-body",
        lambda body: reset_after(ok(half(body), length=len(body))),
        LOST + CUT,
        repeatable=True,
    ),
    Fault(
        "closed in mid-body",
        lambda body: bytes(ok(half(body), length=len(body))),
        CUT,
        repeatable=True,
    ),
    Fault(
        "closed in mid-body, no length",
        lambda body: open_ended(half(body)),
        CUT,
        repeatable=True,
    ),
)

TIME = (
    Fault("silence", lambda _: then_silent(b""), LATE, deadline_s=SOON_S),
    Fault(
        "silence in the head",
        lambda _: then_silent(b"HTTP/1.1 200 X\r\nCont"),
        LATE,
        deadline_s=SOON_S,
    ),
    Fault(
        "silence in the body",
        lambda body: then_silent(ok(half(body), length=len(body))),
        LATE,
        deadline_s=SOON_S,
    ),
    Fault(
        "a trickle in the head",
        lambda _: again_and_again(b"HTTP/1.1 200 X\r\nX-Slow: ", b"a", 0.01),
        LATE,
        deadline_s=SOON_S,
    ),
    Fault(
        "a trickle in the body",
        lambda _: again_and_again(open_ended(b""), b" ", 0.01),
        LATE,
        deadline_s=SOON_S,
    ),
    Fault(
        "a trickle of chunks",
        lambda _: again_and_again(chunked(end=b""), b"1\r\n \r\n", 0.01),
        LATE,
        deadline_s=SOON_S,
    ),
    Fault(
        "a refusal that trickles",
        lambda _: again_and_again(b"HTTP/1.1 500 X\r\n\r\n", b" ", 0.01),
        LATE,
        deadline_s=SOON_S,
    ),
)

CONNECTION_FAULTS = (*CONNECTIONS, *TIME)
