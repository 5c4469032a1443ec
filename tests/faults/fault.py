"""What a fault is, and what may come of one."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import KW_ONLY, dataclass
from enum import Enum, auto

from clockify_desktop.api.bytes_in_flight import BODY_CAP_BYTES
from clockify_desktop.api.errors import NotAllowedError, PlanError
from clockify_desktop.domain.errors import AppError
from tests.faults.good_answers import PLACES, Place
from tests.loopback import KeptOpen

Pour = Callable[[asyncio.StreamWriter], Awaitable[None]]
Act = Callable[[bytes], bytes | Pour]
"""Makes of the honest body the bytes that are sent, or what pours them."""
PageAct = Callable[[int, int, bytes], bytes]
"""Makes of the page and the size that are asked for, and of the honest body, the bytes
that are sent."""

SOON_S = 0.3
"""The deadline of faults that only a deadline ends."""
LATER_S = 8.0
"""The deadline of the others: long enough for a busy machine, and never reached."""


class Answered(Enum):
    """The honest ways to answer in spite of a fault."""

    WHOLE = auto()
    """Everything is there; the fault is one that the program is to overlook."""
    TOLD = auto()
    """Something is missing, and the report says so."""


Outcome = type[AppError] | Answered


@dataclass(frozen=True)
class Fault:
    """One row of the table.

    Args:
        name: What it is, in few words.
        act: What the server does in place of an honest answer.
        may: The outcomes that are right; any one of them.
        repeatable: Whether asking again may help; else it is asked once.
        places: The endpoints that it applies to.
        deadline_s: What the client is given a request.
        report_deadline_s: What a whole report is given; as many requests' time as it
            takes if ``None``.
        cap_bytes: The largest body that the client takes.
        walks: How often a list may be walked from its beginning.
        refuses: There is no server at all meanwhile.
        repeats_key: The answer holds the key that was sent.
        by_page: What the server does instead where it depends on the page.
    """

    name: str
    act: Act
    may: tuple[Outcome, ...]
    _: KW_ONLY
    repeatable: bool = False
    places: tuple[Place, ...] = PLACES
    deadline_s: float = LATER_S
    report_deadline_s: float | None = None
    cap_bytes: int = BODY_CAP_BYTES
    walks: int = 1
    refuses: bool = False
    repeats_key: bool = False
    by_page: PageAct | None = None

    def outcomes(self, place: Place) -> tuple[Outcome, ...]:
        """Tell what is right at an endpoint.

        A report is shown without the lists that a member may not see, and says so; of
        what the plan does not hold nothing is missing.
        """
        if place.may_be_refused and self._ends_only_with(PlanError):
            return (Answered.WHOLE,)
        if place.may_be_refused and self._ends_only_with(NotAllowedError):
            return (Answered.TOLD,)
        return self.may

    def _ends_only_with(self, kind: type[AppError]) -> bool:
        return all(isinstance(one, type) and issubclass(one, kind) for one in self.may)


def ok(body: bytes, *lines: str, length: int | str | None = None) -> bytes:
    """Write a success; the connection stays.

    Args:
        body: What follows the head.
        lines: More header lines.
        length: The length that is claimed; the true one if ``None``.
    """
    return answer(200, body, *lines, length=length)


def answer(
    status: int, body: bytes = b"", *lines: str, length: int | str | None = None
) -> bytes:
    """Write an answer of any status."""
    claimed = len(body) if length is None else length
    head = [f"HTTP/1.1 {status} X", f"Content-Length: {claimed}", *lines, "", ""]
    return KeptOpen("\r\n".join(head).encode() + body)


def open_ended(body: bytes, *lines: str) -> bytes:
    """Write a success that ends when the connection does."""
    return "\r\n".join(["HTTP/1.1 200 X", *lines, "", ""]).encode() + body


def chunked(*chunks: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    """Write a success in chunks; the connection is closed behind it."""
    framed = b"".join(b"%x\r\n%b\r\n" % (len(one), one) for one in chunks)
    return open_ended(framed + end, "Transfer-Encoding: chunked")
