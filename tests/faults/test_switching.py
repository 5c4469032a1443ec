"""Never a foreign row, however somebody switches and however answers come."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from clockify_desktop.domain.needs import Need, ReportNeed
from clockify_desktop.services.query_cache import QueryCache
from clockify_desktop.viewmodels.report import ReportViewModel
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


class ShowsWhatComes(ReportViewModel):
    """Takes any report that comes, also of what is not asked for any more."""

    def open(self, answers: QueryCache, *more: Any) -> None:
        super().open(answers, *more)
        answers.on_answer = partial(self.show_what_came, answers)

    def leave(self) -> None:
        answers = self._answers
        told = None if answers is None else answers.on_answer
        super().leave()
        if answers is not None:
            answers.on_answer = told

    def show_what_came(self, answers: QueryCache, need: Need) -> None:
        report = answers.value(need)
        if isinstance(need, ReportNeed) and report and self._state.question:
            self._show(report=report)
        else:
            self._on_answer(need)


class NaiveSwitching(Switching):
    """The same with a window that shows what comes."""

    model_class = ShowsWhatComes


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
