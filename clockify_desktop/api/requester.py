"""Sends a request: endpoint list, rate limit, deadline, status, body, retries.

Errors are made inside and raised outside of every handler, so that no frame of
httpx - those hold the key - can be reached from one of them.
"""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from urllib.parse import urlsplit

import httpx

import clockify_desktop
from clockify_desktop.api.body import read_capped
from clockify_desktop.api.bytes_in_flight import PROGRAM, Hold
from clockify_desktop.api.connections import Connections
from clockify_desktop.api.endpoints import LISTED, Endpoint
from clockify_desktop.api.error_responses import error_response
from clockify_desktop.api.errors import (
    BusyError,
    ClockifyError,
    RequestInfo,
    ResponseError,
    UnlistedCallError,
)
from clockify_desktop.api.hosts import Hosts, origin_of
from clockify_desktop.api.network_errors import ConnectionLostError, DeadlineError
from clockify_desktop.api.rate import RateLimit
from clockify_desktop.api.retry import (
    OnWait,
    Retrier,
    RetryPolicy,
    TimeBudget,
    WaitTracker,
)
from clockify_desktop.api.scoped_cancelling import cancelled_by_scope
from clockify_desktop.api.transport_errors import transport_error

DEADLINE_S = 30.0
# Measured: 200 pages at 50 ms take 1.8 s at 8 together, 1.2 to 1.7 at 16, more at 32.
REQUESTS_AT_ONCE = 16

_CONNECT_TIMEOUT_S = 10.0
_ERROR_CAP_BYTES = 2**18
_SUCCESSES = range(200, 300)
_HEADERS = {
    "Accept": "application/json",
    "Accept-Encoding": "gzip",
    "User-Agent": f"clockify-desktop/{clockify_desktop.__version__}",
}
# Only connecting has a time of its own; everything else falls under the deadline.
_EXTENSIONS = {"timeout": httpx.Timeout(None, connect=_CONNECT_TIMEOUT_S).as_dict()}


@dataclass(frozen=True, slots=True)
class ApiRequest:
    """A request to an endpoint; ``ids`` has one for each brace of its path."""

    endpoint: Endpoint
    ids: Mapping[str, str] = field(default_factory=dict)
    params: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class ApiResponse:
    """A response with a status of 2xx; ``last_page`` is ``None`` if it was not sent.

    Whoever decodes the body gives back what it holds of the room for answers.
    """

    request_info: RequestInfo
    # People's data: no report of an error shows it.
    body: bytearray = field(repr=False)
    hold: Hold
    last_page: bool | None


_Outcome = ApiResponse | ClockifyError


class Requester:
    """Sends requests to Clockify: 16 at once at most, as fast as the rate allows.

    The transport is the origin guard, which adds the key. A request may take
    ``deadline_s``, its turn not counted, and its body ``body_cap_bytes``, inflated.
    """

    def __init__(
        self,
        hosts: Hosts,
        transport: httpx.AsyncBaseTransport,
        rate: RateLimit,
        *,
        deadline_s: float,
        body_cap_bytes: int,
        retry_policy: RetryPolicy,
        on_wait: OnWait | None,
    ) -> None:
        self._urls = {"core": hosts.core_url, "reports": hosts.reports_url}
        self._transport = transport
        self._rate = rate
        self._deadline_s = deadline_s
        self._body_cap_bytes = body_cap_bytes
        self._slots = asyncio.Semaphore(REQUESTS_AT_ONCE)
        self._connections = Connections(transport)
        self._clock = retry_policy.clock
        self._retrier = Retrier(retry_policy, rate, WaitTracker(on_wait))

    def request_info(self, endpoint: Endpoint) -> RequestInfo:
        """Describe a request to an endpoint for errors, without its ids."""
        host = origin_of(self._urls[endpoint.host]).host
        return RequestInfo(endpoint.method, endpoint.path, host)

    async def send(self, api_request: ApiRequest) -> ApiResponse:
        """Send a request, and again if it failed by chance, unless it writes."""
        endpoint = api_request.endpoint
        info = self.request_info(endpoint)
        if endpoint not in LISTED:
            raise UnlistedCallError(info)
        request = _request(self._urls[endpoint.host], api_request)
        respond = partial(self._respond, request, endpoint, info)
        outcome = await self._retrier.run(
            partial(self._attempt, respond, info), info, repeatable=not endpoint.writes
        )
        if isinstance(outcome, ClockifyError):
            raise outcome
        return outcome

    async def aclose(self) -> None:
        """Close all connections, also those that are just being closed."""
        await self._connections.aclose()

    async def _attempt(
        self,
        respond: Callable[[Hold], Coroutine[object, object, _Outcome]],
        info: RequestInfo,
        time_budget: TimeBudget,
    ) -> _Outcome:
        hold = PROGRAM.hold()
        async with self._slots:
            turn = await self._rate.wait_turn()
            await self._connections.freshen()
            start = self._clock()
            with self._connections.in_use():
                deadline_s = min(self._deadline_s, time_budget.left_s)
                outcome = None
                try:
                    outcome = await _within(deadline_s, respond, hold, info)
                finally:
                    if not isinstance(outcome, ApiResponse):
                        hold.give_back()
            time_budget.left_s -= self._clock() - start - hold.waited_s
        if isinstance(outcome, BusyError):
            self._rate.refused(turn, outcome.retry_after_s)
        elif isinstance(outcome, ApiResponse):
            self._rate.succeeded()
        elif isinstance(outcome, DeadlineError):
            self._connections.abandon()
        elif isinstance(outcome, ConnectionLostError):
            await self._connections.lose()
        return outcome

    async def _respond(
        self, request: httpx.Request, endpoint: Endpoint, info: RequestInfo, hold: Hold
    ) -> _Outcome:
        response = await self._transport.handle_async_request(request)
        info = replace(info, status=response.status_code)
        try:
            if response.status_code in _SUCCESSES:
                body = await read_capped(response, info, hold, self._body_cap_bytes)
                return ApiResponse(info, body, hold, _last_page(response.headers))
            body = await _read_error_body(response, info, hold)
            return error_response(endpoint, info, response.headers, body)
        except httpx.HTTPError as error:
            return transport_error(error, info, responding=True)
        finally:
            await response.aclose()


async def _within(
    deadline_s: float,
    respond: Callable[[Hold], Coroutine[object, object, _Outcome]],
    hold: Hold,
    info: RequestInfo,
) -> _Outcome:
    try:
        async with asyncio.timeout(deadline_s) as hold.timer:
            return await cancelled_by_scope(respond(hold))
    except TimeoutError:
        return DeadlineError(info, deadline_s)
    except httpx.HTTPError as error:
        return transport_error(error, info, responding=False)
    except ClockifyError as error:
        return error.with_traceback(None)


def _request(base: str, api_request: ApiRequest) -> httpx.Request:
    # Else httpx would read the name in letters of its alphabet, which not every name
    # can be.
    headers = {"Host": urlsplit(base).netloc, **_HEADERS}
    if api_request.body is not None:
        headers["Content-Type"] = "application/json"
    return httpx.Request(
        api_request.endpoint.method,
        base + api_request.endpoint.filled(api_request.ids),
        params=api_request.params or None,
        headers=headers,
        content=api_request.body,
        extensions=_EXTENSIONS,
    )


async def _read_error_body(
    response: httpx.Response, info: RequestInfo, hold: Hold
) -> bytearray:
    """Read the body of an error; of one that cannot be read it is not empty."""
    try:
        return await read_capped(response, info, hold, _ERROR_CAP_BYTES)
    except ResponseError:
        return bytearray(b"-")


def _last_page(headers: Mapping[str, str]) -> bool | None:
    return {"true": True, "false": False}.get(headers.get("last-page", "").lower())
