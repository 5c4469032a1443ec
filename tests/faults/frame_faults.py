"""Faults of framing: heads, chunks, lengths, interim answers."""

from clockify_desktop.api.errors import NotClockifyError, TruncatedResponseError
from clockify_desktop.api.network_errors import ConnectionLostError, DeadlineError
from tests.faults.fault import SOON_S, Answered, Fault, answer, chunked, ok
from tests.faults.pouring import again_and_again, half

CUT = (TruncatedResponseError,)
NO_HEAD = (NotClockifyError, ConnectionLostError)

FRAME_FAULTS = (
    Fault("no last chunk", lambda body: chunked(body, end=b""), CUT, repeatable=True),
    Fault(
        "closed in mid-chunk",
        lambda body: chunked(end=b"%x\r\n%b" % (len(body), half(body))),
        CUT,
        repeatable=True,
    ),
    Fault(
        "a chunk larger than it says",
        lambda body: chunked(end=b"%x\r\n%b\r\n0\r\n\r\n" % (len(body) - 5, body)),
        CUT,
        repeatable=True,
    ),
    Fault(
        "a chunk without a size",
        lambda body: chunked(end=b"zz\r\n" + body),
        CUT,
        repeatable=True,
    ),
    Fault(
        "a length too long",
        lambda body: bytes(ok(body, length=len(body) + 7)),
        CUT,
        repeatable=True,
    ),
    Fault(
        "a length too short",
        lambda body: bytes(ok(body, length=len(body) - 1)),
        CUT,
        repeatable=True,
    ),
    Fault(
        "two lengths",
        lambda body: bytes(ok(body, "Content-Length: 1")),
        NO_HEAD,
        repeatable=True,
    ),
    Fault(
        "a negative length",
        lambda body: bytes(ok(body, length=-1)),
        NO_HEAD,
        repeatable=True,
    ),
    Fault(
        "a length in words",
        lambda body: bytes(ok(body, length="many")),
        NO_HEAD,
        repeatable=True,
    ),
    Fault(
        "a bad status line",
        lambda _: b"HTTP/x 2OO\r\n\r\n",
        (NotClockifyError,),
    ),
    Fault("HTTP/0.9", lambda body: body + b"\r\n\r\n", (NotClockifyError,)),
    Fault("another protocol", lambda _: b"SSH-2.0-X\r\n\r\n", (NotClockifyError,)),
    Fault(
        "a head of a megabyte",
        lambda body: ok(body, "X-Long: " + "a" * 2**20),
        NO_HEAD,
        repeatable=True,
    ),
    Fault(
        "ten thousand header lines",
        lambda body: ok(body, *(f"X-{number}: {'a' * 20}" for number in range(10_000))),
        NO_HEAD,
        repeatable=True,
    ),
    Fault(
        "a switch of protocols",
        lambda _: answer(101, b""),
        (*NO_HEAD, TruncatedResponseError),
        repeatable=True,
    ),
    Fault(
        "a few interim answers",
        lambda body: type(good := ok(body))(b"HTTP/1.1 103 X\r\n\r\n" * 20 + good),
        (Answered.WHOLE,),
    ),
    Fault(
        "interim answers without end",
        lambda _: again_and_again(b"", b"HTTP/1.1 100 X\r\n\r\n"),
        (DeadlineError,),
        deadline_s=SOON_S,
    ),
)
