from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.table import table_of
from tests.written import table_text

DAY = date(2026, 11, 16)
PEOPLE = (Person(UserId("u1"), "Ann\x1b[31m"), Person(UserId("u2"), "日本"))
PROJECTS = (Project(ProjectId("p1"), "Web"), Project(None, ""))
FACTS = [
    (0, 0, DAY, 36_000, 1800, 130_500_000, 0),
    (1, 1, DAY, 60, 0, 2_000_000, 1),
]


def test_columns_are_aligned_and_money_is_never_mixed(
    make_report: Callable[..., Report],
) -> None:
    report = make_report(FACTS, PEOPLE, PROJECTS)
    table = table_of(report, [Level.USER, Level.PROJECT])
    rule = "-" * 57
    assert table_text(table) == (
        "User      Project             Time  Billable  Amount\n"
        f"{rule}\n"
        "Ann�[31m  Web                10:00      0:30  130.50  EUR\n"
        "日本      (Without project)   0:01      0:00    2.00  USD\n"
        f"{rule}\n"
        "Total                        10:01      0:30  130.50  EUR\n"
        f"{'':48}2.00  USD\n"
    )


def test_what_is_hidden_has_no_column(make_report: Callable[..., Report]) -> None:
    report = make_report(FACTS[:1], PEOPLE, PROJECTS, hidden=True, withheld=True)
    assert table_text(table_of(report, [Level.DAY])) == (
        "Day          Time\n"
        "-----------------\n"
        "2026-11-16  10:00\n"
        "-----------------\n"
        "Total       10:00\n"
    )


def test_nothing_found_still_has_a_total(make_report: Callable[..., Report]) -> None:
    report = make_report([], PEOPLE, PROJECTS)
    assert table_text(table_of(report, [Level.WEEK])) == (
        "Week   Time\n-----------\nTotal  0:00\n"
    )


def test_what_would_turn_a_line_around_is_a_sign_that_does_not(
    make_report: Callable[..., Report],
) -> None:
    # Joiners and combining signs shape a word: they stay and take no room.
    people = (
        Person(UserId("u1"), "\u202eAnn\u2066\u200f\a\u2028B"),
        Person(UserId("u2"), "Zo\u0308 क्\u200dष"),
    )
    written = table_text(table_of(make_report(FACTS, people, PROJECTS), [Level.USER]))
    _, _, ann, zoe, *_ = written.splitlines()
    assert ann.startswith("�Ann��� B  10:00")
    assert zoe.startswith("Zo\u0308 क्\u200dष       0:01")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.integers(0, 1),
            st.integers(-(10**7), 10**7),
            st.integers(-(10**6), 10**6),
            st.integers(-(10**12), 10**12) | st.just(0),
            st.sampled_from([-1, 0]),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_all_lines_are_as_wide_as_the_widest_figures(
    make_report: Callable[..., Report], told: list[tuple[int, int, int, int, int]]
) -> None:
    facts = [
        (user, 0, DAY + timedelta(days=at), seconds, billable, micros * -~code, code)
        for at, (user, seconds, billable, micros, code) in enumerate(told)
    ]
    report = make_report(facts, PEOPLE, PROJECTS)
    lines = table_text(table_of(report, [Level.USER, Level.DAY])).splitlines()
    rule = lines[1]
    body = lines[2 : lines.index(rule, 2)]
    assert len(body) == len(told)
    ends = [len(line) + line.count("日本") * 2 for line in body if line.endswith("EUR")]
    assert set(ends) <= {len(rule)}
    assert any(code == 0 for *_, code in told) is bool(ends)


SAID = "Shown figures are rounded."


def rows_of(
    *told: tuple[int, int, int],
) -> list[tuple[int, int, date, int, int, int, int]]:
    return [(at, 0, DAY, *one, 0) for at, one in enumerate(told)]


@pytest.mark.parametrize(
    ("told", "rounded"),
    [
        # Time, billable time and money of which the rows show less than the total.
        (rows_of((1220, 0, 0), (1220, 0, 0), (1220, 0, 0)), True),
        (rows_of((3600, 1220, 0), (3600, 1220, 0), (3600, 1220, 0)), True),
        (rows_of((3600, 0, 3_334), (3600, 0, 3_333), (3600, 0, 3_333)), True),
        (rows_of((3600, 1800, 10_000), (60, 0, 20_000), (0, 0, 0)), False),
        ([], False),
    ],
)
def test_that_figures_are_rounded_is_said_where_they_do_not_add_up(
    make_report: Callable[..., Report],
    told: list[tuple[int, int, date, int, int, int, int]],
    rounded: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    people = tuple(Person(UserId(f"u{at}"), f"Person {at}") for at in range(3))
    report = make_report(told, people, PROJECTS)
    *_, last = table_text(table_of(report, [Level.USER])).splitlines()
    assert (last == SAID) is rounded


def test_money_in_text_is_rounded_half_up(make_report: Callable[..., Report]) -> None:
    # A quarter of a cent more makes no other one, a half does, whatever is before it.
    told = [(0, 0, DAY, 60, 0, 125_000, 0), (0, 1, DAY, 60, 0, 115_000, 1)]
    written = table_text(table_of(make_report(told, PEOPLE, PROJECTS), [Level.PROJECT]))
    assert "0.13  EUR" in written
    assert "0.12  USD" in written


def test_of_a_period_that_is_not_over_the_total_is_one_so_far(
    make_report: Callable[..., Report],
) -> None:
    report = make_report(FACTS, PEOPLE, PROJECTS)
    lines = table_text(table_of(report, [Level.DAY]), running=True).splitlines()
    assert lines[-2].split() == ["Total", "so", "far", "10:01", "0:30", "130.50", "EUR"]
