"""Repeating requests that failed by chance: which, how often, after which waits.

Repeated is what may pass within a minute: a connection that failed or broke, a body
that was truncated, 429 and some of 5xx. A refusal, a wrong certificate or an invalid
response would only come again, and a request that ran into its deadline has had all
the time there is.
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from clockify_desktop.api import errors, network_errors
from clockify_desktop.api.errors import BusyError, ClockifyError, RequestInfo
from clockify_desktop.api.rate import RateLimit

_T = TypeVar("_T")

# One for each request that can be under way: a failure that meets all of them at once
# is survived, one that lasts does not triple the load of a server that is down.
RETRY_TOKENS = 16.0

_GIVEN_BACK = 0.1
_FIRST_WAIT_S = 0.5
_LONGEST_WAIT_S = 8.0
_TRANSIENT = (
    network_errors.ConnectionLostError,
    network_errors.UnreachableError,
    network_errors.NameUnknownError,
    network_errors.OfflineError,
    errors.TruncatedResponseError,
    errors.BusyError,
)
_TRANSIENT_STATUSES = frozenset({408, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Wait:
    """A wait before a request is sent again, for a person to see.

    Args:
        reason: A short phrase, such as ``Clockify is busy``.
        until: When the request is sent, aware.
        attempt: Counted from 1.
    """

    reason: str
    until: datetime
    attempt: int
    attempts: int


OnWait = Callable[[Wait | None], None]


class WaitTracker:
    """All waits of a client; reports the last one to end, ``None`` when all ended."""

    def __init__(self, on_change: OnWait | None = None) -> None:
        self._on_change = on_change
        self._waits: list[Wait] = []
        self._reported: Wait | None = None

    @contextmanager
    def tracked(self, wait: Wait) -> Iterator[None]:
        """Count a wait as long as it lasts, also when it is cancelled."""
        self._waits.append(wait)
        self._report()
        try:
            yield
        finally:
            self._waits.remove(wait)
            self._report()

    def _report(self) -> None:
        last = max(self._waits, key=lambda wait: wait.until, default=None)
        if self._on_change is not None and last != self._reported:
            self._reported = last
            self._on_change(last)


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often one call is attempted, and after which waits.

    Args:
        attempts: At most; 1 never repeats.
        time_budget_s: The longest that all attempts and the waits between them may
            take, their turns in the queue not counted.
        clock: In seconds, as ``sleep`` and ``jitter`` are.
    """

    attempts: int = 3
    time_budget_s: float = 120.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    jitter: Callable[[float, float], float] = random.uniform


@dataclass(slots=True)
class TimeBudget:
    """The seconds that are left of the time that one call may take."""

    left_s: float


class RetryBudget:
    """Tokens for repeating, shared by all calls of a client.

    Without it a server that is down would get three requests for each of two hundred
    pages.
    """

    def __init__(self, tokens: float = RETRY_TOKENS) -> None:
        self._most = tokens
        self._tokens = tokens

    def spend(self) -> bool:
        """Take a token for one more attempt, and tell whether there was one."""
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True

    def earn(self, spent: int) -> None:
        """Give back the tokens that a success has cost, a tenth if it cost none."""
        self._tokens = min(self._most, self._tokens + max(spent, _GIVEN_BACK))


class Retrier:
    """Repeats attempts for all calls of one client."""

    def __init__(
        self,
        retry_policy: RetryPolicy,
        rate: RateLimit,
        waits: WaitTracker,
        budget: RetryBudget | None = None,
    ) -> None:
        self._retry_policy = retry_policy
        self._rate = rate
        self._waits = waits
        self._budget = budget or RetryBudget()

    async def run(
        self,
        attempt: Callable[[TimeBudget], Awaitable[_T | ClockifyError]],
        info: RequestInfo,
        *,
        repeatable: bool,
    ) -> _T | ClockifyError:
        """Attempt until there is a response, or an error that stays.

        An attempt returns its error as a value, and takes the time that it took from
        the budget.
        """
        time_budget = TimeBudget(self._retry_policy.time_budget_s)
        most = self._retry_policy.attempts if repeatable else 1
        number = 1
        while True:
            # Nothing is sent before the time is over that Clockify named to any call.
            while (paused_s := self._rate.paused_s()) > 0:
                if paused_s >= time_budget.left_s:
                    return BusyError(info, paused_s)
                wait = Wait(BusyError.says, _in(paused_s), number, most)
                await self._wait(paused_s, wait, time_budget)
            outcome = await attempt(time_budget)
            if not isinstance(outcome, ClockifyError):
                self._budget.earn(number - 1)
                return outcome
            if number == most or not _is_transient(outcome):
                return outcome
            wait_s = self._wait_s(outcome, number)
            if wait_s >= time_budget.left_s or not self._budget.spend():
                return outcome
            number += 1
            wait = Wait(outcome.title, _in(wait_s), number, most)
            await self._wait(wait_s, wait, time_budget)

    def _wait_s(self, error: ClockifyError, number: int) -> float:
        jitter = self._retry_policy.jitter
        retry_after_s = None
        if isinstance(error, errors.BusyError | errors.ServerError):
            retry_after_s = error.retry_after_s
        if retry_after_s is not None:
            # A little later each, so that parallel pages do not come back together.
            return retry_after_s + jitter(0.0, _FIRST_WAIT_S)
        longest_s = _FIRST_WAIT_S * 2 ** (number - 1)
        return jitter(0.0, min(_LONGEST_WAIT_S, longest_s))

    async def _wait(self, wait_s: float, wait: Wait, time_budget: TimeBudget) -> None:
        time_budget.left_s -= wait_s
        with self._waits.tracked(wait):
            await self._retry_policy.sleep(wait_s)


def _in(wait_s: float) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=wait_s)


def _is_transient(error: ClockifyError) -> bool:
    if isinstance(error, errors.ServerError):
        return error.request_info.status in _TRANSIENT_STATUSES
    return isinstance(error, _TRANSIENT)
