from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import numpy as np
import pytest

from clockify_desktop.domain import table_rows
from clockify_desktop.domain.directory import Person
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.table import table_of
from clockify_desktop.domain.table_rows import Rows
from tests.domain.two_teams import FIRST, PEOPLE, PROJECTS


@pytest.fixture
def rows(make_report: Callable[..., Report]) -> Rows:
    told = [
        (at % 2, at % 3, FIRST + timedelta(days=at), 60 + at, at, 10**at, at % 2)
        for at in range(7)
    ]
    report = make_report(told, PEOPLE, PROJECTS)
    return table_of(report, [Level.USER, Level.PROJECT, Level.DAY]).rows


def test_rows_are_made_of_columns_whatever_is_taken_at_once(
    rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = list(rows)
    assert len(every) == len(rows) == 7
    assert {row.duration_s: (row.billable_s, row.amount) for row in every} == {
        60 + at: (at, Decimal(10**at) / 1_000_000) for at in range(7)
    }
    for block in (1, 2, 7):
        monkeypatch.setattr(table_rows, "_BLOCK", block)
        assert list(rows) == every
    assert list(rows.at(slice(3))) == every[:3]
    assert list(rows.at(np.array([5, 1]))) == [every[5], every[1]]


def test_only_the_keys_of_rows_are_used(rows: Rows) -> None:
    days = [key.label.key for key in rows.at(slice(2)).used_keys(2)]
    assert days == sorted({row.keys[2].label.key for row in rows.at(slice(2))})


def test_people_without_time_stand_between_the_others(
    rows: Rows, make_report: Callable[..., Report]
) -> None:
    idle = [Person(UserId(f"i{at}"), name) for at, name in enumerate("aZm")]
    grouping = make_report([], PEOPLE, PROJECTS).grouping
    keys = [Level.USER.key(one, grouping) for one in idle]
    every = list(rows.with_zeros(keys, "CHF"))
    assert [row for row in every if row.duration_s] == list(rows)
    ranks = [row.keys[0].rank for row in every]
    assert ranks == sorted(ranks)
    zeros = [row for row in every if not row.duration_s]
    assert {row.keys for row in zeros} == {(key,) for key in keys}
    assert {(row.billable_s, row.amount, row.currency) for row in zeros} == {
        (0, 0, "CHF")
    }
    hidden = replace(rows, billable_s=None, amount_micros=None)
    zeros = [row for row in hidden.with_zeros(keys, None) if not row.duration_s]
    assert {(row.billable_s, row.amount, row.currency) for row in zeros} == {
        (None, None, None)
    }
    assert {key.label.key for key in rows.with_zeros(keys, None).used_keys(1)} == {
        key.label.key for key in rows.used_keys(1)
    }
