"""What is asked again, how often, after which waits; without a network."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from clockify_desktop.api import errors
from clockify_desktop.api.errors import ClockifyError, RequestInfo
from clockify_desktop.api.rate import RateLimit
from clockify_desktop.api.retry import Retrier, RetryPolicy, TimeBudget
from clockify_desktop.api.retry_budget import RetryBudget
from clockify_desktop.api.retry_wait import Wait, WaitTracker

ASKED = RequestInfo("GET", "/user", "host.example")
LOST = errors.ConnectionLostError(ASKED)


def trouble(status: int, retry_after_s: float | None = None) -> ClockifyError:
    return errors.ServerTroubleError(replace(ASKED, status=status), retry_after_s)


Call = Callable[..., tuple[Any, int]]


@pytest.fixture
def call(hurried: Any) -> Call:
    """Let a call meet outcomes one after the other; tell its own and the attempts."""

    def run(
        *outcomes: object,
        repeatable: bool = True,
        takes_s: float = 0.0,
        budget: RetryBudget | None = None,
        told: Callable[[Wait | None], None] | None = None,
        rate: RateLimit | None = None,
        **options: Any,
    ) -> tuple[Any, int]:
        retry_policy: RetryPolicy = hurried.retry_policy(**options)
        rate = rate or RateLimit(10, clock=hurried.clock, sleep=hurried.sleep)
        waiting = list(outcomes)

        async def attempt(patience: TimeBudget) -> Any:
            patience.left_s -= takes_s
            return waiting.pop(0) if len(waiting) > 1 else waiting[0]

        made = 0

        async def counted(patience: TimeBudget) -> Any:
            nonlocal made
            made += 1
            return await attempt(patience)

        retries = Retrier(retry_policy, rate, WaitTracker(told), budget)
        outcome = asyncio.run(retries.outcome(counted, ASKED, repeatable=repeatable))
        return outcome, made

    return run


@pytest.mark.parametrize(
    "error",
    [
        LOST,
        errors.UnreachableError(ASKED),
        errors.NameUnknownError(ASKED),
        errors.OfflineError(ASKED),
        errors.TruncatedResponseError(ASKED),
        errors.BusyError(ASKED),
        *(trouble(status) for status in (408, 500, 502, 503, 504)),
    ],
    ids=str,
)
def test_what_may_pass_is_asked_three_times(call: Call, error: ClockifyError) -> None:
    assert call(error) == (error, 3)
    assert call(error, "answer") == ("answer", 2)
    assert call(error, LOST, "answer") == ("answer", 3)
    assert call(error, repeatable=False) == (error, 1)


@pytest.mark.parametrize(
    "error",
    [
        errors.DeadlineError(ASKED, 30),
        errors.CertificateError(ASKED, "x"),
        errors.EncryptionError(ASKED),
        errors.ProxyError(ASKED),
        errors.InvalidResponseError(ASKED),
        errors.ResponseTooLargeError(ASKED, 1),
        errors.RedirectedError(ASKED),
        errors.NotClockifyError(ASKED),
        errors.ForeignAddressError(ASKED),
        errors.KeyUnknownError(ASKED),
        errors.PlanError(ASKED),
        errors.UnknownIdError(ASKED),
        errors.RefusedRequestError(ASKED),
        *(trouble(status) for status in (501, 505, 507, 511)),
    ],
    ids=str,
)
def test_what_would_only_come_again_is_not(call: Call, error: ClockifyError) -> None:
    assert call(error, "answer") == (error, 1)


def test_waits_grow_up_to_a_cap(call: Call, hurried: Any) -> None:
    call(LOST, attempts=8)
    assert hurried.waits_s == [0.5, 1, 2, 4, 8, 8, 8]


def test_waits_are_left_to_chance(call: Call, hurried: Any) -> None:
    chance = random.Random(4)
    for _ in range(200):
        call(LOST, attempts=2, jitter=chance.uniform)
    assert 0 <= min(hurried.waits_s) < 0.05
    assert 0.45 < max(hurried.waits_s) <= 0.5


@pytest.mark.parametrize("kind", ["busy", "trouble"])
def test_a_time_that_was_named_is_waited_and_a_little_more(
    call: Call, hurried: Any, kind: str
) -> None:
    error = errors.BusyError(ASKED, 7.0) if kind == "busy" else trouble(503, 7.0)
    assert call(error, "answer") == ("answer", 2)
    assert hurried.waits_s == [7.5]


def test_a_wait_that_would_outlast_the_patience_is_not_begun(
    call: Call, hurried: Any
) -> None:
    busy = errors.BusyError(ASKED, 119.5)
    assert call(busy, "answer") == (busy, 1)
    assert hurried.waits_s == []
    assert call(busy, "answer", jitter=lambda least, _: least)[1] == 2


def test_attempts_and_waits_use_the_patience_up(call: Call, hurried: Any) -> None:
    assert call(LOST, takes_s=59.9)[1] == 2
    assert hurried.waits_s == [0.5]
    # 30 + 60.5 + 30 would be more than is left.
    busy = errors.BusyError(ASKED, 60.0)
    assert call(busy, busy, "answer", takes_s=30.0) == (busy, 2)
    # The wait alone uses it up as well.
    busy = errors.BusyError(ASKED, 70.0)
    assert call(busy, busy, "answer") == (busy, 2)


def test_the_budget_is_shared(call: Call) -> None:
    budget = RetryBudget(3)
    assert call(LOST, budget=budget)[1] == 3
    assert call(LOST, budget=budget)[1] == 2
    assert call(LOST, budget=budget)[1] == 1
    assert call(*[LOST, "answer"] * 2, budget=RetryBudget(1))[1] == 2


def test_a_success_gives_its_tokens_back(call: Call) -> None:
    budget = RetryBudget(2)
    for _ in range(5):
        assert call(LOST, LOST, "answer", budget=budget) == ("answer", 3)


def test_waits_are_told(call: Call) -> None:
    told: list[Wait | None] = []
    call(errors.BusyError(ASKED), LOST, "answer", told=told.append)
    first, between, second, last = told
    assert first is not None
    assert second is not None
    assert (first.reason, first.attempt, first.attempts) == ("Clockify is busy", 2, 3)
    assert (second.reason, second.attempt) == (LOST.title, 3)
    assert first.until < second.until
    assert between is last is None


@pytest.fixture
def paused(hurried: Any) -> RateLimit:
    """A rate that Clockify has asked to stand still for 20 seconds."""
    rate = RateLimit(10, clock=hurried.clock, sleep=hurried.sleep)
    rate.refused(0.0, 20.0)
    return rate


@pytest.mark.parametrize("repeatable", [True, False])
def test_nobody_asks_while_clockify_wants_none(
    call: Call, hurried: Any, paused: RateLimit, *, repeatable: bool
) -> None:
    told: list[Wait | None] = []
    options: dict[str, Any] = {"rate": paused, "told": told.append}
    assert call("answer", repeatable=repeatable, **options) == ("answer", 1)
    assert hurried.waits_s == [20]
    assert told[0] is not None
    assert (told[0].reason, told[0].attempt) == ("Clockify is busy", 1)


def test_nor_waits_for_it_longer_than_the_patience(
    call: Call, paused: RateLimit
) -> None:
    outcome, made = call("answer", rate=paused, time_budget_s=20.0)
    assert made == 0
    assert type(outcome) is errors.BusyError
    assert outcome.retry_after_s == 20
