from collections.abc import Callable
from dataclasses import replace
from datetime import date

from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.report import Report


def test_the_difference_is_facts_less_server(
    make_report: Callable[..., Report],
) -> None:
    fact = (0, 0, date(2026, 11, 16), 60, 0, 0, 0)
    report = make_report([fact], (Person(UserId("a"), "A"),), (Project(None, ""),))
    assert report.difference_s == 0
    assert replace(report, server_total_s=100).difference_s == -40
