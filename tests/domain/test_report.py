from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import numpy as np
import pytest

from clockify_desktop.domain.directory import Activity, Directory, Person, Project
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection


def test_the_difference_is_facts_less_server(
    make_report: Callable[..., Report],
) -> None:
    fact = (0, 0, date(2026, 11, 16), 60, 0, 0, 0)
    report = make_report([fact], (Person(UserId("a"), "A"),), (Project(None, ""),))
    assert report.difference_s == 0
    assert replace(report, server_total_s=100).difference_s == -40
    assert replace(report, server_total_s=None).difference_s is None


def test_a_level_is_sorted_once_and_serves_every_part(
    make_report: Callable[..., Report],
) -> None:
    people = (Person(UserId("b"), "Bo"), Person(UserId("a"), "Amara"))
    facts = [(who, 0, date(2026, 11, 16 + who), 60, 0, 0, 0) for who in (0, 1)]
    report = make_report(facts, people, (Project(None, ""),))
    axis = report.axis(Level.USER)
    assert report.axis(Level.USER) is axis
    assert [key.label.name for key in axis.keys] == ["Amara", "Bo"]
    for chosen, places in ((None, [1, 0]), ({"a"}, [0]), ({"b"}, [1]), ({}, [])):
        people_ids = None if chosen is None else frozenset(map(UserId, chosen))
        part = Selection(people=people_ids).narrow(report.facts)
        assert axis.position(part).tolist() == places
        days = [1 - place for place in places]
        assert report.axis(Level.DAY).position(part).tolist() == days
    other = replace(report, facts=report.facts.take(np.array([False, True])))
    assert len(other.axis(Level.DAY).keys) == 1


def test_everybody_and_everything_of_it(make_report: Callable[..., Report]) -> None:
    here = Person(UserId("here"), "Here"), Project(ProjectId("here"), "Here")
    gone = Person(UserId("gone"), "Gone"), Project(None, "")
    fact = (0, 0, date(2026, 11, 16), 60, 0, 0, 0)
    directory = Directory(people=here[:1], projects=here[1:])
    report = make_report([fact], gone[:1], gone[1:], directory=directory)
    assert report.people_ids == {"here", "gone"}
    assert report.project_ids == {"here", None}
    assert [one.id for one in report.everybody] == ["gone", "here"]
    assert [one.id for one in report.every_project] == [None, "here"]
    assert report.people_counted == 2
    # Nobody waits for the time of who has not joined, or is there no more.
    others = [
        replace(here[0], id=UserId(activity), activity=activity)
        for activity in Activity
        if activity is not Activity.ACTIVE
    ]
    more = replace(directory, people=(*here[:1], *others))
    assert replace(report, directory=more).people_counted == 2
    (invited,) = replace(report, directory=more).not_joined
    assert invited.activity is Activity.PENDING
    # Somebody's time can be older than their membership.
    early = replace(gone[0], activity=Activity.PENDING)
    earlier = replace(directory, people=(early,))
    assert replace(report, directory=earlier).not_joined == ()
    assert report.condensed is report.condensed
    assert report.condensed.people_ids == report.people_ids


@pytest.mark.parametrize(
    ("fetched", "zone", "running"),
    [
        ("2026-11-15T22:59:59Z", "Europe/Berlin", False),
        ("2026-11-15T23:00:00Z", "Europe/Berlin", True),
        ("2026-11-22T22:59:59Z", "Europe/Berlin", True),
        ("2026-11-22T23:00:00Z", "Europe/Berlin", False),
        ("2026-11-22T23:00:00Z", "America/New_York", True),
    ],
)
def test_a_period_is_running_by_its_own_zone(
    make_report: Callable[..., Report],
    fetched: str,
    zone: str,
    running: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    report = make_report([], (), ())
    asked = replace(report.query, time_zone=zone)
    at = datetime.fromisoformat(fetched)
    assert replace(report, query=asked, fetched_at=at).is_running is running


def test_the_facts_of_the_last_choice_are_at_hand(
    make_report: Callable[..., Report],
) -> None:
    people = (Person(UserId("a"), "A"), Person(UserId("b"), "B"))
    facts = [(who, 0, date(2026, 11, 16), 60 + who, 0, 0, 0) for who in (0, 1)]
    report = make_report(facts, people, (Project(None, ""),))
    chosen = Selection(people=frozenset({UserId("b")}))
    narrowed = report.narrowed(chosen)
    assert narrowed.total_s == 61
    assert report.narrowed(Selection(people=chosen.people)) is narrowed
    assert report.narrowed(Selection()) is report.facts
    assert report.narrowed(chosen) is not narrowed
