"""What is repeated, how often, after which waits; without a network."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from clockify_desktop.api import errors, network_errors
from clockify_desktop.api.errors import ClockifyError, RequestInfo
from clockify_desktop.api.rate import RateLimit
from clockify_desktop.api.retry import (
    Retrier,
    RetryBudget,
    RetryPolicy,
    TimeBudget,
    Wait,
    WaitTracker,
)

INFO = RequestInfo("GET", "/user", "host.example")
LOST = network_errors.ConnectionLostError(INFO)


def server_error(status: int, retry_after_s: float | None = None) -> ClockifyError:
    return errors.ServerError(replace(INFO, status=status), retry_after_s)


Call = Callable[..., tuple[Any, int]]


@pytest.fixture
def call(fake_clock: Any) -> Call:
    """Let a call meet outcomes one after the other; tell its own and the attempts."""

    def run(
        *outcomes: object,
        repeatable: bool = True,
        takes_s: float = 0.0,
        budget: RetryBudget | None = None,
        on_wait: Callable[[Wait | None], None] | None = None,
        rate: RateLimit | None = None,
        **options: Any,
    ) -> tuple[Any, int]:
        retry_policy: RetryPolicy = fake_clock.retry_policy(**options)
        rate = rate or RateLimit(10, clock=fake_clock.clock, sleep=fake_clock.sleep)
        waiting = list(outcomes)

        made = 0

        async def attempt(time_budget: TimeBudget) -> Any:
            nonlocal made
            made += 1
            time_budget.left_s -= takes_s
            return waiting.pop(0) if len(waiting) > 1 else waiting[0]

        retrier = Retrier(retry_policy, rate, WaitTracker(on_wait), budget)
        outcome = asyncio.run(retrier.run(attempt, INFO, repeatable=repeatable))
        return outcome, made

    return run


@pytest.mark.parametrize(
    "error",
    [
        LOST,
        network_errors.UnreachableError(INFO),
        network_errors.NameUnknownError(INFO),
        network_errors.OfflineError(INFO),
        errors.TruncatedResponseError(INFO),
        errors.BusyError(INFO),
        *(server_error(status) for status in (408, 500, 502, 503, 504)),
    ],
    ids=str,
)
def test_what_may_pass_has_three_attempts(call: Call, error: ClockifyError) -> None:
    assert call(error) == (error, 3)
    assert call(error, "response") == ("response", 2)
    assert call(error, LOST, "response") == ("response", 3)
    assert call(error, repeatable=False) == (error, 1)


@pytest.mark.parametrize(
    "error",
    [
        network_errors.DeadlineError(INFO, 30),
        network_errors.CertificateError(INFO, "x"),
        network_errors.EncryptionError(INFO),
        network_errors.ProxyError(INFO),
        errors.InvalidResponseError(INFO),
        errors.ResponseTooLargeError(INFO, 1),
        errors.RedirectedError(INFO),
        errors.NotClockifyError(INFO),
        errors.ForeignAddressError(INFO),
        errors.KeyUnknownError(INFO),
        errors.PlanError(INFO),
        errors.UnknownIdError(INFO),
        errors.RefusedRequestError(INFO),
        *(server_error(status) for status in (501, 505, 507, 511)),
    ],
    ids=str,
)
def test_what_would_only_come_again_is_not(call: Call, error: ClockifyError) -> None:
    assert call(error, "response") == (error, 1)


def test_waits_grow_up_to_a_cap(call: Call, fake_clock: Any) -> None:
    call(LOST, attempts=8)
    assert fake_clock.waits_s == [0.5, 1, 2, 4, 8, 8, 8]


def test_waits_are_left_to_chance(call: Call, fake_clock: Any) -> None:
    chance = random.Random(4)
    for _ in range(200):
        call(LOST, attempts=2, jitter=chance.uniform)
    assert 0 <= min(fake_clock.waits_s) < 0.05
    assert 0.45 < max(fake_clock.waits_s) <= 0.5


@pytest.mark.parametrize("kind", ["busy", "server error"])
def test_a_time_that_was_named_is_waited_and_a_little_more(
    call: Call, fake_clock: Any, kind: str
) -> None:
    error = errors.BusyError(INFO, 7.0) if kind == "busy" else server_error(503, 7.0)
    assert call(error, "response") == ("response", 2)
    assert fake_clock.waits_s == [7.5]


def test_a_wait_that_would_outlast_the_budget_is_not_begun(
    call: Call, fake_clock: Any
) -> None:
    busy = errors.BusyError(INFO, 119.5)
    assert call(busy, "response") == (busy, 1)
    assert fake_clock.waits_s == []
    assert call(busy, "response", jitter=lambda least, _: least)[1] == 2


def test_attempts_and_waits_use_the_budget_up(call: Call, fake_clock: Any) -> None:
    assert call(LOST, takes_s=59.9)[1] == 2
    assert fake_clock.waits_s == [0.5]
    # 30 + 60.5 + 30 would be more than is left.
    busy = errors.BusyError(INFO, 60.0)
    assert call(busy, busy, "response", takes_s=30.0) == (busy, 2)
    # The wait alone uses it up as well.
    busy = errors.BusyError(INFO, 70.0)
    assert call(busy, busy, "response") == (busy, 2)


def test_the_budget_is_shared(call: Call) -> None:
    budget = RetryBudget(3)
    assert call(LOST, budget=budget)[1] == 3
    assert call(LOST, budget=budget)[1] == 2
    assert call(LOST, budget=budget)[1] == 1
    assert call(*[LOST, "response"] * 2, budget=RetryBudget(1))[1] == 2


def test_a_success_gives_its_tokens_back(call: Call) -> None:
    budget = RetryBudget(2)
    for _ in range(5):
        assert call(LOST, LOST, "response", budget=budget) == ("response", 3)


def test_waits_are_reported(call: Call) -> None:
    reported: list[Wait | None] = []
    call(errors.BusyError(INFO), LOST, "response", on_wait=reported.append)
    first, between, second, last = reported
    assert first is not None
    assert second is not None
    assert (first.reason, first.attempt, first.attempts) == ("Clockify is busy", 2, 3)
    assert (second.reason, second.attempt) == (LOST.title, 3)
    assert first.until < second.until
    assert between is last is None


@pytest.fixture
def paused(fake_clock: Any) -> RateLimit:
    """A rate that Clockify has paused for 20 seconds."""
    rate = RateLimit(10, clock=fake_clock.clock, sleep=fake_clock.sleep)
    rate.refused(0.0, 20.0)
    return rate


@pytest.mark.parametrize("repeatable", [True, False])
def test_nothing_is_sent_while_clockify_wants_none(
    call: Call, fake_clock: Any, paused: RateLimit, *, repeatable: bool
) -> None:
    reported: list[Wait | None] = []
    options: dict[str, Any] = {"rate": paused, "on_wait": reported.append}
    assert call("response", repeatable=repeatable, **options) == ("response", 1)
    assert fake_clock.waits_s == [20]
    assert reported[0] is not None
    assert (reported[0].reason, reported[0].attempt) == ("Clockify is busy", 1)


def test_nor_waits_for_it_longer_than_the_budget(call: Call, paused: RateLimit) -> None:
    outcome, made = call("response", rate=paused, time_budget_s=20.0)
    assert made == 0
    assert type(outcome) is errors.BusyError
    assert outcome.retry_after_s == 20


def spent(budget: RetryBudget) -> int:
    number = 0
    while budget.spend():
        number += 1
    return number


def test_a_budget_ends() -> None:
    budget = RetryBudget(3)
    assert spent(budget) == 3
    assert not budget.spend()


def test_a_budget_gets_back_what_a_success_cost() -> None:
    budget = RetryBudget(3)
    spent(budget)
    budget.earn(2)
    assert spent(budget) == 2


def test_a_success_that_cost_nothing_gives_a_budget_a_little() -> None:
    budget = RetryBudget(3)
    spent(budget)
    for _ in range(9):
        budget.earn(0)
    assert not budget.spend()
    for _ in range(2):
        budget.earn(0)
    assert spent(budget) == 1


def test_a_budget_never_has_more_than_at_first() -> None:
    budget = RetryBudget(3)
    budget.earn(9)
    assert spent(budget) == 3


def wait(second: int) -> Wait:
    at = datetime(2026, 11, 23, 9, 0, second, tzinfo=UTC)
    return Wait("Clockify is busy", at, 2, 3)


def test_the_one_that_ends_last_is_reported_once() -> None:
    reported: list[Wait | None] = []
    waits = WaitTracker(reported.append)
    with waits.tracked(wait(5)):
        with waits.tracked(wait(3)), waits.tracked(wait(9)):
            assert reported == [wait(5), wait(9)]
        assert reported == [wait(5), wait(9), wait(5)]
    assert reported == [wait(5), wait(9), wait(5), None]


def test_two_that_are_the_same() -> None:
    reported: list[Wait | None] = []
    waits = WaitTracker(reported.append)
    with waits.tracked(wait(5)):
        with waits.tracked(wait(5)):
            pass
        assert reported == [wait(5)]
    assert reported[-1] is None


def test_nobody_need_listen() -> None:
    with WaitTracker().tracked(wait(1)) as value:
        assert value is None
