"""Whose days of work begin on another day by the report's clock."""

from datetime import date, timedelta

import numpy as np
import pytest

from clockify_desktop.domain.directory import Directory, Person, Workspace
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.far_zones import told_beside
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report, ReportQuery
from tests.pages.plan_of_people import NEXT_MONDAY

ACME = Workspace(WorkspaceId("w"), "Acme")


def beside(
    zones: list[str], logged: str, start: date, zone: str = "Europe/Berlin"
) -> list[str]:
    """Give a row of letters for each zone, b where time may be on the day beside."""
    people = tuple(Person(UserId(f"u{at}"), "Ann", time_zone=one)
                   for at, one in enumerate(zones))  # fmt: skip
    days = Period(start, start + timedelta(days=len(logged) - 1))
    none, empty = np.zeros(0, np.intp), np.zeros(0, np.int64)
    facts = Facts(people, (), (), none, none, empty, empty, None, None, none)
    query = ReportQuery(ACME, days, zone, 0)
    report = Report(query, facts, Directory(people), NEXT_MONDAY, 0)
    has_time = np.array([[one == "t" for one in logged]] * len(zones), np.bool_)
    found = told_beside(report, people, has_time)
    return ["".join("b" if one else "." for one in row) for row in found.tolist()]


@pytest.mark.parametrize(
    ("zone", "found"),
    [
        ("Australia/Sydney", "bbb..bb"),
        ("Pacific/Honolulu", "b..bb.b"),
        ("Asia/Tokyo", "......."),
        ("America/Los_Angeles", "......."),
        ("Europe/Berlin", "......."),
        ("", "......."),
        ("Mars/Base", "......."),
    ],
)
def test_time_stands_before_in_the_east_and_after_in_the_west(
    zone: str, found: str
) -> None:
    both = beside([zone, zone], "tt..tt.", date(2026, 11, 16))
    assert both == [found, found]


def test_whoever_has_no_time_at_all_has_none_beside_the_period() -> None:
    assert beside(["Australia/Sydney"], "-------", date(2026, 11, 16)) == ["......."]


def test_the_clocks_of_both_places_are_those_of_the_day() -> None:
    # Sydney is eight hours ahead of Berlin until 3 October, nine from then on.
    found = beside(["Australia/Sydney"], "ttttttt", date(2026, 9, 30))
    assert found == ["....bbb"]
