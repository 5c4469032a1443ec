"""One question, one answer: turn, deadline, status, body.

Errors are made inside and raised outside of every handler, so that no frame of
httpx - those hold the key - can be reached from one of them.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import httpx

import clockify_desktop
from clockify_desktop.api.body import BODY_CAP_BYTES, read_capped
from clockify_desktop.api.endpoints import LISTED, Endpoint
from clockify_desktop.api.errors import (
    AnswerError,
    Asked,
    ClockifyError,
    DeadlineError,
    UnlistedCallError,
)
from clockify_desktop.api.hosts import Hosts, origin_of
from clockify_desktop.api.rate import RateLimit
from clockify_desktop.api.refusal import refusal
from clockify_desktop.api.trouble import trouble

DEADLINE_S = 30.0
# Measured: 200 pages at 50 ms take 1.8 s at 8 together, 1.2 to 1.7 at 16, more at 32.
REQUESTS_AT_ONCE = 16

_CONNECT_TIMEOUT_S = 10.0
_REFUSAL_CAP_BYTES = 2**18
_SUCCESSES = range(200, 300)
_HEADERS = {
    "Accept": "application/json",
    "Accept-Encoding": "gzip",
    "User-Agent": f"clockify-desktop/{clockify_desktop.__version__}",
}
# Only connecting has a time of its own; everything else falls under the deadline.
_EXTENSIONS = {
    "timeout": {
        "connect": _CONNECT_TIMEOUT_S,
        "read": None,
        "write": None,
        "pool": None,
    }
}


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask.

    Args:
        endpoint: One of the list.
        ids: One a brace of its path.
        params: For the query, in order; a name may come several times.
        body: JSON for a POST.
    """

    endpoint: Endpoint
    ids: Mapping[str, str] = field(default_factory=dict)
    params: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A success.

    Args:
        asked: What was asked, safe to show.
        body: Inflated.
        last_page: What the header ``Last-Page`` says; ``None`` where it is missing.
    """

    asked: Asked
    body: bytearray
    last_page: bool | None


class Exchange:
    """Asks Clockify, politely: at most 16 at once and in turn.

    Args:
        hosts: Whom to ask.
        transport: The origin guard, which adds the key.
        rate: Gives the turns.
        deadline_s: The longest that one request may take, its turn not counted.
        body_cap_bytes: The largest body, inflated.
    """

    def __init__(
        self,
        hosts: Hosts,
        transport: httpx.AsyncBaseTransport,
        rate: RateLimit,
        *,
        deadline_s: float = DEADLINE_S,
        body_cap_bytes: int = BODY_CAP_BYTES,
    ) -> None:
        self._urls = {"core": hosts.core_url, "reports": hosts.reports_url}
        self._transport = transport
        self._rate = rate
        self._deadline_s = deadline_s
        self._body_cap_bytes = body_cap_bytes
        self._places = asyncio.Semaphore(REQUESTS_AT_ONCE)

    async def send(self, question: Question) -> Answer:
        """Ask once.

        Args:
            question: What to ask.

        Returns:
            The answer, if it is a success.

        Raises:
            ClockifyError: Any other case, each by its own class.
        """
        # Repeating what failed belongs here, around the attempt and nowhere else:
        # an attempt hands its error over as a value and has taken its own turn.
        outcome = await self._attempt(question)
        if isinstance(outcome, ClockifyError):
            raise outcome
        return outcome

    async def _attempt(self, question: Question) -> Answer | ClockifyError:
        base = self._urls[question.endpoint.host]
        asked = Asked(
            question.endpoint.method, question.endpoint.path, origin_of(base).host
        )
        if question.endpoint not in LISTED:
            raise UnlistedCallError(asked)
        request = _request(base, question)
        async with self._places:
            await self._rate.wait_turn()
            try:
                async with asyncio.timeout(self._deadline_s):
                    return await self._exchanged(request, question.endpoint, asked)
            except TimeoutError:
                return DeadlineError(asked, self._deadline_s)
            except httpx.HTTPError as error:
                return trouble(error, asked, answering=False)
            except ClockifyError as error:
                return error.with_traceback(None)

    async def _exchanged(
        self, request: httpx.Request, endpoint: Endpoint, asked: Asked
    ) -> Answer | ClockifyError:
        response = await self._transport.handle_async_request(request)
        asked = replace(asked, status=response.status_code)
        try:
            if response.status_code in _SUCCESSES:
                body = await read_capped(response, asked, self._body_cap_bytes)
                return Answer(asked, body, _last_page(response.headers))
            body = await _read_refusal(response, asked)
            return refusal(endpoint, asked, response.headers, body)
        except httpx.HTTPError as error:
            return trouble(error, asked, answering=True)
        finally:
            await response.aclose()


def _request(base: str, question: Question) -> httpx.Request:
    headers = dict(_HEADERS)
    if question.body is not None:
        headers["Content-Type"] = "application/json"
    return httpx.Request(
        question.endpoint.method,
        base + question.endpoint.filled(question.ids),
        params=question.params or None,
        headers=headers,
        content=question.body,
        extensions=_EXTENSIONS,
    )


async def _read_refusal(response: httpx.Response, asked: Asked) -> bytearray:
    """Read what a refusal says; one that cannot be read says nothing, not nothing."""
    try:
        return await read_capped(response, asked, _REFUSAL_CAP_BYTES)
    except AnswerError:
        return bytearray(b"-")


def _last_page(headers: Mapping[str, str]) -> bool | None:
    return {"true": True, "false": False}.get(headers.get("last-page", "").lower())
