"""Never a foreign row, however somebody switches and however answers come."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from clockify_desktop.domain.errors import AppError
from clockify_desktop.services.latest_task import LatestTask
from tests.faults.switching_machine import Switching

RUNS, SHORT_RUNS = 1000, 100
STEPS = 40


def test_never_a_foreign_row(*, full: bool, figure: Callable[[str, str], None]) -> None:
    runs = RUNS if full else SHORT_RUNS
    Switching.shown = 0
    run_state_machine_as_test(
        Switching,
        settings=settings(
            max_examples=runs, stateful_step_count=STEPS, derandomize=not full
        ),
    )
    # A machine that never came to a report would find nothing.
    assert Switching.shown > runs
    figure(
        "switching with delayed answers",
        f"{runs} runs of up to {STEPS} steps, {Switching.shown} reports looked at, no"
        " foreign row",
    )


class ShowsWhatComes(LatestTask):
    """Neither cancels nor asks whether a newer wish came meanwhile."""

    def start(
        self,
        job: Callable[[], Awaitable[Any]],
        done: Callable[[Any], None],
        failed: Callable[[AppError], None],
    ) -> None:
        """Start a job beside all others."""

        async def run() -> None:
            try:
                done(await job())
            except AppError as error:
                failed(error)

        task = asyncio.ensure_future(run())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def cancel(self) -> None:
        """Let it go on."""


class NaiveSwitching(Switching):
    """The same with a page that shows what comes."""

    def __init__(self) -> None:
        super().__init__()
        self.model._job = ShowsWhatComes()


def test_the_control_shows_foreign_rows() -> None:
    with pytest.raises(AssertionError):
        run_state_machine_as_test(
            NaiveSwitching,
            settings=settings(
                max_examples=SHORT_RUNS,
                stateful_step_count=STEPS,
                derandomize=True,
                database=None,
                phases=[Phase.generate],
            ),
        )
