from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import permutations

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clockify_desktop.domain.calendar import first_day_of_week
from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.label import LabelKind
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.table import table_of
from tests.domain.two_teams import DIRECTORY, FIRST, PEOPLE, PROJECTS, TOLD, facts

level_lists = st.sampled_from(
    [order for count in (1, 2, 3) for order in permutations(TOLD, count)]
)


def _names(
    level: Level, person: Person, project: Project, day: date, start: int
) -> tuple[str, ...]:
    """Say slowly what a fact's key is at a level: its cells."""
    if level is Level.USER:
        return (person.name, person.id, person.email)
    if level is Level.PROJECT:
        name = project.name if project.id else "(Without project)"
        return (name, project.id or "", project.client_name, project.client_id or "")
    if level is Level.CLIENT:
        return (project.client_name or "(Without client)", project.client_id or "")
    if level is Level.GROUP:
        return {
            "u2": ("Design", "g1"),
            "u1": ("Build + Design", "g2+g1"),
        }.get(person.id, ("(Without group)", ""))
    if level is Level.DAY:
        return (day.isoformat(),)
    if level is Level.WEEK:
        return (first_day_of_week(day, start).isoformat(),)
    return (f"{day.year:04}-{day.month:02}",)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts, level_lists, st.integers(0, 6))
def test_a_table_is_what_a_dictionary_adds_up(
    make_report: Callable[..., Report],
    rows: list[tuple[int, int, date, int, int, int, int]],
    levels: tuple[Level, ...],
    week_start: int,
) -> None:
    report = make_report(
        rows, PEOPLE, PROJECTS, directory=DIRECTORY, week_start=week_start
    )
    naive: dict[tuple[object, ...], list[int]] = defaultdict(lambda: [0, 0, 0])
    for user, project, day, seconds, billable, micros, currency in rows:
        key = tuple(
            _names(level, PEOPLE[user], PROJECTS[project], day, week_start)
            for level in levels
        )
        sums = naive[(*key, ("EUR", "USD")[currency])]
        sums[0] += seconds
        sums[1] += billable
        sums[2] += micros
    table = table_of(report, levels)
    found = {
        (*(key.cells for key in row.keys), row.currency): [
            row.duration_s,
            row.billable_s,
            (row.amount or Decimal(0)) * 1_000_000,
        ]
        for row in table.rows
    }
    assert found == naive
    assert len(table.rows) == len(naive)
    assert table.total_s == report.facts.total_s
    totals = {
        row.currency: [row.duration_s, row.billable_s, (row.amount or 0) * 1_000_000]
        for row in table.totals
    }
    by_currency: dict[object, list[int]] = defaultdict(lambda: [0, 0, 0])
    for (*_, currency), sums in naive.items():
        for place, value in enumerate(sums):
            by_currency[currency][place] += value
    assert totals == by_currency
    assert all(row.keys == () for row in table.totals)
    ranks = [(tuple(key.rank for key in row.keys), row.currency) for row in table.rows]
    assert ranks == sorted(ranks)


def test_people_without_time_have_a_row_of_zero(
    make_report: Callable[..., Report],
) -> None:
    rows = [(0, 0, FIRST, 60, 60, 5, 1)]
    report = make_report(rows, PEOPLE, PROJECTS, directory=DIRECTORY)
    table = table_of(report, [Level.USER, Level.PROJECT], people_without_time=True)
    assert [
        (row.keys[0].cells[1], len(row.keys), row.duration_s, row.amount, row.currency)
        for row in table.rows
    ] == [
        ("u1", 1, 0, Decimal(0), "EUR"),
        ("u4", 1, 0, Decimal(0), "EUR"),
        ("u2", 2, 60, Decimal("0.000005"), "USD"),
    ]
    # Their zeros have a total too.
    assert [(row.amount, row.currency) for row in table.totals] == [
        (Decimal("0.000005"), "USD"),
        (Decimal(0), "EUR"),
    ]
    own = make_report([(0, 0, FIRST, 60, 60, 5, 0)], PEOPLE, PROJECTS)
    table = table_of(own, [Level.USER], people_without_time=True)
    assert [row.currency for row in table.totals] == ["EUR"]


def test_only_the_chosen_people_have_a_row_of_zero(
    make_report: Callable[..., Report],
) -> None:
    report = make_report([], PEOPLE, PROJECTS, directory=DIRECTORY, hidden=True)
    chosen = Selection(people=frozenset({UserId("u4"), UserId("u3")}))
    table = table_of(report, [Level.USER], chosen, people_without_time=True)
    assert [(row.keys[0].cells[1], row.amount, row.currency) for row in table.rows] == [
        ("u4", None, None)
    ]
    # Only people can be without time; the other levels are found by their time.
    by_day = table_of(report, [Level.DAY], chosen, people_without_time=True)
    assert not len(by_day.rows)


def test_hidden_and_withheld_figures_are_none(
    make_report: Callable[..., Report],
) -> None:
    rows = [(0, 0, FIRST, 60, 60, 5, 1)]
    report = make_report(
        rows, PEOPLE, PROJECTS, directory=DIRECTORY, hidden=True, withheld=True
    )
    table = table_of(report, [Level.USER], people_without_time=True)
    assert {(row.billable_s, row.amount, row.currency) for row in table.rows} == {
        (None, None, None)
    }


def test_what_has_none_is_marked(make_report: Callable[..., Report]) -> None:
    rows = [(3, 3, FIRST, 60, 0, 0, 0)]
    report = make_report(rows, PEOPLE, PROJECTS, directory=DIRECTORY)
    for level in (Level.PROJECT, Level.CLIENT, Level.GROUP):
        (row,) = table_of(report, [level]).rows
        assert row.keys[0].label.kind is LabelKind.WITHOUT
        assert row.keys[0].label.key == ""


def test_each_column_stands_once(make_report: Callable[..., Report]) -> None:
    report = make_report([], PEOPLE, PROJECTS)
    table = table_of(report, [Level.CLIENT, Level.PROJECT, Level.MONTH])
    assert table.columns == ("client", "client_id", "project", "project_id", "month")


def test_amounts_without_a_currency_are_left_out(
    make_report: Callable[..., Report],
) -> None:
    rows = [(0, 0, FIRST, 60, 60, 5_000_000, 0), (0, 0, FIRST, 30, 30, 0, -1)]
    table = table_of(make_report(rows, PEOPLE, PROJECTS), [Level.USER])
    told = [(row.duration_s, row.amount, row.currency) for row in table.rows]
    assert told == [(30, None, None), (60, 5, "EUR")]
    assert [row.amount for row in table.totals] == [None, 5]


def test_a_currency_that_only_sums_tell_is_marked_in_its_rows(
    make_report: Callable[..., Report],
) -> None:
    rows = [(0, 0, FIRST, 60, 60, 5, 0), (0, 1, FIRST, 60, 60, 5, 0)]
    report = make_report(rows, PEOPLE, PROJECTS)
    assert not table_of(report, [Level.USER]).from_sums
    flags = np.array([False, True])
    report = replace(report, facts=replace(report.facts, from_sums=flags))
    table = table_of(report, [Level.PROJECT])
    assert table.from_sums
    assert {row.keys[0].label.key: row.from_sums for row in table.rows} == {
        PROJECTS[0].id: False,
        PROJECTS[1].id: True,
    }
    alone = Selection(projects=frozenset({PROJECTS[0].id}))
    assert not table_of(report, [Level.PROJECT], alone).from_sums
