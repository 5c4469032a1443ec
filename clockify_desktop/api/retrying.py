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
from clockify_desktop.api.errors import Asked, BusyError, ClockifyError
from clockify_desktop.api.rate import RateLimit
from clockify_desktop.api.retry_budget import RetryBudget
from clockify_desktop.api.waits import Wait, Waits

_T = TypeVar("_T")

_FIRST_WAIT_S = 0.5
_LONGEST_WAIT_S = 8.0
_PASSING = (
    errors.ConnectionLostError,
    errors.UnreachableError,
    errors.NameUnknownError,
    errors.OfflineError,
    errors.CutReplyError,
    errors.BusyError,
)
_PASSING_TROUBLES = frozenset({408, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Retrying:
    """How often and how patiently one call asks.

    Args:
        attempts: At most; 1 never asks again.
        patience_s: The longest that all attempts and the waits between them may
            take, their turns in the queue not counted.
        clock: Tells the time in seconds, never backwards.
        sleep: Waits for some seconds.
        jitter: Chooses by chance between two numbers of seconds.
    """

    attempts: int = 3
    patience_s: float = 120.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    jitter: Callable[[float, float], float] = random.uniform


class Patience:
    """What is left of the time that one call may take.

    Args:
        left_s: Seconds.
    """

    def __init__(self, left_s: float) -> None:
        self.left_s = left_s


class Retries:
    """Repeats attempts for all calls of one client.

    Args:
        retrying: How often and how patiently.
        rate: Knows how long Clockify wants nobody to ask.
        waits: Is told of each wait.
        budget: Limits what all calls repeat.
    """

    def __init__(
        self,
        retrying: Retrying,
        rate: RateLimit,
        waits: Waits,
        budget: RetryBudget | None = None,
    ) -> None:
        self._retrying = retrying
        self._rate = rate
        self._waits = waits
        self._budget = budget or RetryBudget()

    async def outcome(
        self,
        attempt: Callable[[Patience], Awaitable[_T | ClockifyError]],
        asked: Asked,
        *,
        repeatable: bool,
    ) -> _T | ClockifyError:
        """Attempt until there is an answer, or an error that stays.

        Args:
            attempt: Hands an error over as a value, and takes the time that it took
                from the patience.
            asked: What is asked, for an error.
            repeatable: Whether asking twice does no more than asking once.

        Returns:
            The answer, or the error of the last attempt.
        """
        patience = Patience(self._retrying.patience_s)
        most = self._retrying.attempts if repeatable else 1
        number = 1
        while True:
            # Nobody goes out before the time that Clockify named to somebody is over.
            while (paused_s := self._rate.paused_s()) > 0:
                if paused_s >= patience.left_s:
                    return BusyError(asked, paused_s)
                wait = Wait(BusyError.says, _in(paused_s), number, most)
                await self._wait(paused_s, wait, patience)
            outcome = await attempt(patience)
            if not isinstance(outcome, ClockifyError):
                self._budget.earn(number - 1)
                return outcome
            if number == most or not _may_pass(outcome):
                return outcome
            wait_s = self._wait_s(outcome, number)
            if wait_s >= patience.left_s or not self._budget.spend():
                return outcome
            number += 1
            wait = Wait(outcome.title, _in(wait_s), number, most)
            await self._wait(wait_s, wait, patience)

    def _wait_s(self, error: ClockifyError, number: int) -> float:
        jitter = self._retrying.jitter
        told_s = None
        if isinstance(error, errors.BusyError | errors.ServerTroubleError):
            told_s = error.retry_after_s
        if told_s is not None:
            # A little later each, so that parallel pages do not come back together.
            return told_s + jitter(0.0, _FIRST_WAIT_S)
        longest_s = _FIRST_WAIT_S * 2 ** (number - 1)
        return jitter(0.0, min(_LONGEST_WAIT_S, longest_s))

    async def _wait(self, wait_s: float, wait: Wait, patience: Patience) -> None:
        patience.left_s -= wait_s
        with self._waits.told(wait):
            await self._retrying.sleep(wait_s)


def _in(wait_s: float) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=wait_s)


def _may_pass(error: ClockifyError) -> bool:
    if isinstance(error, errors.ServerTroubleError):
        return error.asked.status in _PASSING_TROUBLES
    return isinstance(error, _PASSING)
