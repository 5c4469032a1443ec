"""Asking again what failed by chance: what, how often and how patiently.

Repeated is what the next minute may cure: trouble on the way, a reply that broke
off, a busy server and its passing troubles. A wrong certificate, a refusal or a wrong
answer would only come again, and silence has had its whole deadline already.
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from clockify_desktop.api import errors
from clockify_desktop.api.errors import BusyError, ClockifyError, RequestInfo
from clockify_desktop.api.rate import RateLimit
from clockify_desktop.api.retry_budget import RetryBudget
from clockify_desktop.api.retry_wait import Wait, WaitTracker

_T = TypeVar("_T")

_FIRST_WAIT_S = 0.5
_LONGEST_WAIT_S = 8.0
_PASSING = (
    errors.ConnectionLostError,
    errors.UnreachableError,
    errors.NameUnknownError,
    errors.OfflineError,
    errors.TruncatedResponseError,
    errors.BusyError,
)
_PASSING_TROUBLES = frozenset({408, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often and how patiently one call asks.

    Args:
        attempts: At most; 1 never asks again.
        time_budget_s: The longest that all attempts and the waits between them may
            take, their turns in the queue not counted.
        clock: Tells the time in seconds, never backwards.
        sleep: WaitTracker for some seconds.
        jitter: Chooses by chance between two numbers of seconds.
    """

    attempts: int = 3
    time_budget_s: float = 120.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    jitter: Callable[[float, float], float] = random.uniform


class TimeBudget:
    """What is left of the time that one call may take.

    Args:
        left_s: Seconds.
    """

    def __init__(self, left_s: float) -> None:
        self.left_s = left_s


class Retrier:
    """Repeats attempts for all calls of one client.

    Args:
        retry_policy: How often and how patiently.
        rate: Knows how long Clockify wants nobody to ask.
        waits: Is told of each wait.
        budget: Limits what all calls repeat.
    """

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

    async def outcome(
        self,
        attempt: Callable[[TimeBudget], Awaitable[_T | ClockifyError]],
        info: RequestInfo,
        *,
        repeatable: bool,
    ) -> _T | ClockifyError:
        """Attempt until there is an answer, or an error that stays.

        Args:
            attempt: Hands an error over as a value, and takes the time that it took
                from the patience.
            info: What is asked, for an error.
            repeatable: Whether asking twice does no more than asking once.

        Returns:
            The answer, or the error of the last attempt.
        """
        time_budget = TimeBudget(self._retry_policy.time_budget_s)
        most = self._retry_policy.attempts if repeatable else 1
        number = 1
        while True:
            # Nobody goes out before the time that Clockify named to somebody is over.
            while (paused_s := self._rate.paused_s()) > 0:
                if paused_s >= time_budget.left_s:
                    return BusyError(info, paused_s)
                wait = Wait(BusyError.says, _in(paused_s), number, most)
                await self._wait(paused_s, wait, time_budget)
            outcome = await attempt(time_budget)
            if not isinstance(outcome, ClockifyError):
                self._budget.earn(number - 1)
                return outcome
            if number == most or not _may_pass(outcome):
                return outcome
            wait_s = self._wait_s(outcome, number)
            if wait_s >= time_budget.left_s or not self._budget.spend():
                return outcome
            number += 1
            wait = Wait(outcome.title, _in(wait_s), number, most)
            await self._wait(wait_s, wait, time_budget)

    def _wait_s(self, error: ClockifyError, number: int) -> float:
        jitter = self._retry_policy.jitter
        told_s = None
        if isinstance(error, errors.BusyError | errors.ServerTroubleError):
            told_s = error.retry_after_s
        if told_s is not None:
            # A little later each, so that parallel pages do not come back together.
            return told_s + jitter(0.0, _FIRST_WAIT_S)
        longest_s = _FIRST_WAIT_S * 2 ** (number - 1)
        return jitter(0.0, min(_LONGEST_WAIT_S, longest_s))

    async def _wait(self, wait_s: float, wait: Wait, time_budget: TimeBudget) -> None:
        time_budget.left_s -= wait_s
        with self._waits.told(wait):
            await self._retry_policy.sleep(wait_s)


def _in(wait_s: float) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=wait_s)


def _may_pass(error: ClockifyError) -> bool:
    if isinstance(error, errors.ServerTroubleError):
        return error.request_info.status in _PASSING_TROUBLES
    return isinstance(error, _PASSING)
