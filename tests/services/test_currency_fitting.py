"""What only Clockify's sums tell of currencies is found where it is certain."""

from dataclasses import replace
from datetime import date
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.services.currency_fitting import (
    fitted,
    of_one_currency,
    only_fit,
)

NOBODYS = Project(None, "")
X, Y = Project(ProjectId("x"), "X"), Project(ProjectId("y"), "Y")


def fit(amounts: list[int], sums: list[int], tolerance: int = 0) -> list[int] | None:
    found = only_fit(np.array(amounts), np.array(sums), tolerance)
    return None if found is None else found.tolist()


def tried(amounts: list[int], sums: list[int], tolerance: int) -> list[int] | None:
    """Find the same slowly."""
    fitting = []
    for way in product(range(len(sums)), repeat=len(amounts)):
        found = [0] * len(sums)
        for amount, place in zip(amounts, way, strict=True):
            found[place] += amount
        apart = (abs(one - told) for one, told in zip(found, sums, strict=True))
        if all(one <= tolerance for one in apart):
            fitting.append(list(way))
    return fitting[0] if len(fitting) == 1 else None


@st.composite
def shared_out(draw: st.DrawFn) -> tuple[list[int], list[int], int]:
    """Share amounts out, and tell the sums more or less exactly."""
    count = draw(st.integers(1, 3))
    shares = draw(
        st.lists(
            st.tuples(st.integers(-3, 20), st.integers(0, count - 1)),
            min_size=1,
            max_size=7,
        )
    )
    sums = draw(st.lists(st.integers(-1, 1), min_size=count, max_size=count))
    for amount, place in shares:
        sums[place] += amount
    return [amount for amount, _ in shares], sums, draw(st.integers(0, 1))


@given(shared_out())
def test_it_is_found_where_trying_all_ways_finds_one(
    told: tuple[list[int], list[int], int],
) -> None:
    assert fit(*told) == tried(*told)


def test_one_way_of_many_is_found_exactly() -> None:
    # The powers of two add up to any number in one way.
    amounts = [10_000 << place for place in range(32)]
    dollars = sum(amounts[::3])
    found = fit(amounts, [sum(amounts) - dollars, dollars], 5_000)
    assert found == [int(place % 3 == 0) for place in range(32)]
    # An unit less is another sum.
    assert fit(amounts, [sum(amounts) - dollars, dollars - 10_000], 5_000) is None


@pytest.mark.parametrize(
    ("amounts", "sums"),
    [
        # More ways than are tried: by the amounts, by the sums.
        ([1 << place for place in range(33)], [1 << 32, (1 << 32) - 1]),
        ([1, 2, 4, 8, 16], [1, 2, 4, 8, 16, *[0] * 45]),
        # So many ways fit the first sum that not all are looked at.
        ([5] * 32, [80, 80]),
    ],
)
def test_the_work_has_a_bound(amounts: list[int], sums: list[int]) -> None:
    assert fit(amounts, sums) is None


def test_leaves_without_a_project_are_each_by_themselves() -> None:
    none = np.array([False, False, False, False])
    found = fitted(
        np.array([45, 100, 0, 3]),
        np.array([-1, -1, 0, 1]),
        np.array([0, 0, 0, 1]),
        [NOBODYS, X],
        np.array([45, 103]),
        unsure=np.array([True, True, True, False]),
        once=~none,
        tolerance=0,
    )
    assert found is not None
    assert found.code.tolist() == [0, 1, 0, 1]
    assert found.taken.tolist() == [True, True, False, False]


def test_what_earned_nothing_goes_with_its_project() -> None:
    found = fitted(
        np.array([45, 0, 100, 100, 0]),
        np.array([-1, -1, -1, -1, 0]),
        np.array([0, 0, 1, 1, 2]),
        [X, Y, NOBODYS],
        np.array([100, 45]),
        unsure=np.ones(5, np.bool_),
        # The fourth is the third under another tag.
        once=np.array([True, True, True, False, True]),
        tolerance=0,
    )
    assert found is not None
    assert found.code.tolist() == [1, 1, 0, 0, 0]
    assert found.taken.tolist() == [True, True, True, True, False]


def facts_of(*rows: tuple[int, int, int, bool]) -> Facts:
    """Make facts of project, amount, currency, and whether only sums tell it."""
    project, micros, code, from_sums = np.array(rows, np.int64).reshape(-1, 4).T
    hours = np.full(len(rows), 3600)
    return Facts(
        people=(Person(UserId("a"), "Ann"),),
        projects=(X, Y, NOBODYS),
        currencies=("EUR", "USD"),
        user=np.zeros(len(rows), np.intp),
        project=project,
        day=np.full(len(rows), date(2026, 11, 16).toordinal()),
        seconds=hours,
        billable_seconds=hours,
        amount_micros=micros,
        currency=code,
        from_sums=from_sums.astype(np.bool_),
    )


def money(facts: Facts) -> list[tuple[int, int]]:
    assert facts.amount_micros is not None
    return list(zip(facts.amount_micros.tolist(), facts.currency.tolist(), strict=True))


def test_a_project_has_one_currency_in_all_parts_of_a_report() -> None:
    facts = facts_of((0, 45, 0, True), (1, 9, 1, True), (0, 7, 1, True))
    kept, left_out = of_one_currency(facts, frozenset())
    assert money(kept) == [(0, -1), (9, 1), (0, -1)]
    assert left_out == {"x"}
    assert kept.from_sums is not None
    assert kept.from_sums.tolist() == [False, True, False]
    # What the reply itself names in another part stays.
    named = facts_of((0, 45, 0, False), (0, 7, 1, True))
    kept, left_out = of_one_currency(named, frozenset())
    assert (money(kept), left_out) == ([(45, 0), (0, -1)], {"x"})


def test_what_is_left_out_in_one_part_is_taken_in_none() -> None:
    facts = facts_of((0, 45, 0, True), (0, 0, -1, False), (2, 5, 1, True))
    kept, left_out = of_one_currency(facts, frozenset({X.id, None}))
    # Time without a project is of any currency.
    assert money(kept) == [(0, -1), (0, -1), (5, 1)]
    assert left_out == {"x", None}


def test_a_project_that_earned_nothing_in_a_part_is_no_second_row() -> None:
    facts = facts_of(
        (0, 45, 1, True), (0, 0, 0, False), (0, 0, -1, False), (2, 0, 0, False)
    )
    kept, left_out = of_one_currency(facts, frozenset())
    assert money(kept) == [(45, 1), (0, 1), (0, -1), (0, 0)]
    assert not left_out


def test_where_nothing_is_taken_nothing_changes() -> None:
    facts = replace(facts_of((0, 45, 0, False)), from_sums=None)
    assert of_one_currency(facts, frozenset({X.id})) == (facts, {"x"})
