from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.facts import summed
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING, Selection

ANN = Person(UserId("a"), "Ann")
BOB = Person(UserId("b"), "Bob")
WEB = Project(ProjectId("web"), "Web")
NONE = Project(None, "")
DAY = date(2026, 11, 16)
FACTS = [
    (0, 0, DAY, 60, 60, 5, 0),
    (0, 1, DAY, 30, 0, 0, 1),
    (1, 0, DAY, 10, 10, 7, 0),
]


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(-(2**50), 2**50))),
)
def test_sums_are_exact_whatever_the_size(pairs: list[tuple[int, int]]) -> None:
    keys = np.array([key for key, _ in pairs], np.intp)
    values = np.array([value for _, value in pairs], np.int64)
    naive: dict[int, int] = defaultdict(int)
    for key, value in pairs:
        naive[key] += value
    assert summed(keys, values, 6).tolist() == [naive[key] for key in range(6)]


def test_sums_beyond_the_exact_floats() -> None:
    keys = np.zeros(2, np.intp)
    values = np.array([2**53, 1], np.int64)
    assert summed(keys, values, 1).tolist() == [2**53 + 1]


def test_everything_is_the_facts_themselves(make_report: Callable[..., Report]) -> None:
    facts = make_report(FACTS, (ANN, BOB), (WEB, NONE)).facts
    assert EVERYTHING.narrow(facts) is facts
    assert len(facts) == 3
    assert facts.total_s == 100


def test_people_and_projects_narrow_together(
    make_report: Callable[..., Report],
) -> None:
    facts = make_report(FACTS, (ANN, BOB), (WEB, NONE)).facts
    of_ann = Selection(people=frozenset({ANN.id})).narrow(facts)
    assert of_ann.seconds.tolist() == [60, 30]
    on_web = Selection(projects=frozenset({WEB.id})).narrow(facts)
    assert on_web.seconds.tolist() == [60, 10]
    assert on_web.billable_seconds is not None
    assert on_web.billable_seconds.tolist() == [60, 10]
    without = Selection(frozenset({ANN.id}), frozenset({None})).narrow(facts)
    assert without.seconds.tolist() == [30]
    assert without.currency.tolist() == [1]
    nobody = Selection(people=frozenset()).narrow(facts)
    assert len(nobody) == 0


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 99)), max_size=9
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_billable_time_and_the_other_are_all_time(
    make_report: Callable[..., Report], worked: list[tuple[int, int, int]]
) -> None:
    rows = [(0, 0, DAY, one + two, one, micros, 0) for one, two, micros in worked]
    facts = make_report(rows, (ANN,), (WEB,)).facts
    billable = Selection(billable=True).narrow(facts)
    other = Selection(billable=False).narrow(facts)
    assert billable.total_s == sum(one for one, _, _ in worked)
    assert other.total_s == sum(two for _, two, _ in worked)
    assert billable.billable_seconds is not None
    assert billable.billable_seconds.tolist() == billable.seconds.tolist()
    assert other.billable_seconds is not None
    assert not other.billable_seconds.any()
    # Money goes with the billable time.
    assert billable.amount_micros is not None
    earned = [micros for one, _, micros in worked if one]
    assert billable.amount_micros.tolist() == earned
    assert other.amount_micros is not None
    assert not other.amount_micros.any()
    assert billable.seconds.all()
    assert other.seconds.all()


def test_days_narrow_with_everything_else(make_report: Callable[..., Report]) -> None:
    next_day = DAY + timedelta(days=1)
    rows = [*FACTS, (0, 0, next_day, 7, 7, 0, 0), (1, 0, next_day, 5, 0, 0, 0)]
    facts = make_report(rows, (ANN, BOB), (WEB, NONE)).facts
    of_day = Selection(days=frozenset({next_day})).narrow(facts)
    assert of_day.seconds.tolist() == [7, 5]
    of_ann = Selection(frozenset({ANN.id}), days=frozenset({next_day})).narrow(facts)
    assert of_ann.seconds.tolist() == [7]
    both = Selection(days=frozenset({DAY, next_day})).narrow(facts)
    assert both.total_s == facts.total_s
    assert not len(Selection(days=frozenset()).narrow(facts))


def test_withheld_or_hidden_figures_narrow_nothing(
    make_report: Callable[..., Report],
) -> None:
    withheld = make_report(FACTS, (ANN, BOB), (WEB, NONE), withheld=True).facts
    assert Selection(billable=True).narrow(withheld) is withheld
    hidden = make_report(FACTS, (ANN, BOB), (WEB, NONE), hidden=True).facts
    other = Selection(billable=False).narrow(hidden)
    assert other.amount_micros is None
    assert other.seconds.tolist() == [30]


def test_hidden_columns_stay_hidden(make_report: Callable[..., Report]) -> None:
    report = make_report(FACTS, (ANN, BOB), (WEB, NONE), hidden=True, withheld=True)
    narrowed = Selection(people=frozenset({ANN.id})).narrow(report.facts)
    assert narrowed.billable_seconds is None
    assert narrowed.amount_micros is None


def test_a_column_that_is_not_there(make_report: Callable[..., Report]) -> None:
    facts = make_report(FACTS, (ANN, BOB), (WEB, NONE)).facts
    assert not facts.has_column("task")
    assert facts.has_column("day")
    with pytest.raises(KeyError):
        facts.things("task")
