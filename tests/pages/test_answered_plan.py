from dataclasses import replace
from datetime import date

import pytest

from clockify_desktop.domain.absences import AbsenceKind, Absences, Holiday
from clockify_desktop.domain.approvals import Approval, Approvals, HandedIn
from clockify_desktop.domain.capacity import Capacity
from clockify_desktop.domain.completeness import Visibility
from clockify_desktop.domain.day_states import DayState
from clockify_desktop.domain.directory import Activity
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.needs import (
    AbsencesNeed,
    ApprovalsNeed,
    CapacityNeed,
    MemberProfilesNeed,
    RecordsNeed,
)
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.pages.answered_plan import PLANNED, people_shown, plan_needs
from clockify_desktop.pages.answers import Answers
from tests.pages.plan_of_people import (
    WEEK,
    WORKSPACE,
    answers_of,
    hours,
    person,
    report_of,
)

ANN, BOB = person("Ann"), person("Bob")
REPORT = report_of([ANN, BOB], [("Ann", WEEK.start, 60)])
QUERY = REPORT.query
CAPACITY, PROFILES = CapacityNeed(WORKSPACE), MemberProfilesNeed(WORKSPACE)
ABSENCES = AbsencesNeed(WORKSPACE, WEEK)
APPROVALS = ApprovalsNeed(WORKSPACE, WEEK)
RECORDS = RecordsNeed(WORKSPACE)


class NoPlanError(AppError):
    def __init__(self) -> None:
        super().__init__("It cannot be had here", "It needs a paid plan.")


def test_the_sources_are_joined_in_their_order() -> None:
    told = Capacity({ANN.id: (hours(0),)})
    others = Capacity({ANN.id: (hours(1),), BOB.id: (hours(2),)})
    free = Absences(holidays=(Holiday("H", WEEK.start, WEEK.start),))
    answers = Answers({CAPACITY: told, PROFILES: others, ABSENCES: free})
    plan = PLANNED.of(answers, QUERY)
    assert plan.capacity.of(ANN.id) == (hours(0),)
    assert plan.capacity.of(BOB.id) == (hours(2),)
    grid = PLANNED.grid(REPORT, answers, [ANN, BOB])
    assert grid.states[:, 0].tolist() == [DayState.HOLIDAY, DayState.OFF]
    assert not PLANNED.is_assumed(answers, QUERY)
    assert PLANNED.is_assumed(Answers(), QUERY)


def test_what_may_still_come_is_loading() -> None:
    assert PLANNED.is_loading(Answers(), QUERY)
    answers = answers_of(REPORT)
    assert not PLANNED.is_loading(answers, QUERY)
    # What was said in reviews is on this computer, and never long in coming.
    for need in set(plan_needs(QUERY)) - {RecordsNeed(QUERY.workspace)}:
        values = {one: value for one, value in answers.values.items() if one != need}
        assert PLANNED.is_loading(Answers(values), QUERY)
        refused = Answers(values, {need: NoPlanError()})
        assert not PLANNED.is_loading(refused, QUERY)
    # Three of whom nothing is told at once do not hold the others up.
    told = {CAPACITY: Capacity({ANN.id: (hours(0),)}), ABSENCES: Absences()}
    assert not PLANNED.is_loading(Answers(told), QUERY)
    assert RecordsNeed(QUERY.workspace) in plan_needs(QUERY)
    assert set(PLANNED.needs(QUERY)) == {*plan_needs(QUERY), APPROVALS}


def test_what_could_not_be_had_is_said() -> None:
    why = "It cannot be had here. It needs a paid plan."
    refusal = NoPlanError()
    every = answers_of(REPORT)
    assert PLANNED.lacking(every, QUERY) == ()
    # One of the two tells all.
    assert PLANNED.lacking(replace(every, refusals={CAPACITY: refusal}), QUERY) == ()
    both = {CAPACITY: refusal, PROFILES: refusal}
    assert PLANNED.lacking(Answers({}, both), QUERY) == (why,)
    assert PLANNED.lacking(Answers({}, {ABSENCES: refusal}), QUERY) == (why,)
    lists = Absences((), (), 2, changed=True, refused={AbsenceKind.LEAVE: refusal})
    told = Capacity({}, 3)
    assert PLANNED.lacking(Answers({ABSENCES: lists, CAPACITY: told}), QUERY) == (
        why,
        "2 of leave and holidays could not be read.",
        "Leave changed while it was read: some may be missing.",
        "3 answers about capacity could not be read.",
    )


def test_whose_zone_is_not_known_is_counted() -> None:
    known = person("Eve", time_zone="Asia/Tokyo")
    mars = person("Max", time_zone="Mars/Base")
    assert PLANNED.zones_lacking([known], QUERY) == ()
    assert PLANNED.zones_lacking([known, mars, ANN], QUERY) == (
        (
            "Days of 2 people, whose own time zone is not known, are those of"
            " Europe/Berlin."
        ),
    )


def test_what_became_of_the_time_that_was_handed_in() -> None:
    assert PLANNED.approvals(answers_of(REPORT), QUERY) is None
    assert PLANNED.approvals(Answers({APPROVALS: Approvals()}), QUERY) is None
    approvals = Approvals((HandedIn(ANN.id, WEEK.start, WEEK.end, approved=True),))
    answers = answers_of(REPORT)
    answers = replace(answers, values={**answers.values, APPROVALS: approvals})
    assert PLANNED.approvals(answers, QUERY) == {
        ANN.id: Approval.APPROVED,
        BOB.id: Approval.NOT_SUBMITTED,
    }


@pytest.mark.parametrize(
    ("visibility", "names"),
    [
        (Visibility.EVERYBODY, ["Ann", "Bob", "Left with time"]),
        (Visibility.OWN, ["Ann", "Left with time"]),
        (Visibility.UNKNOWN, ["Ann", "Left with time"]),
    ],
)
def test_who_is_shown(visibility: Visibility, names: list[str]) -> None:
    people = [
        ANN,
        BOB,
        person("Left with time", activity=Activity.INACTIVE),
        person("Left", activity=Activity.INACTIVE),
        person("Invited", activity=Activity.PENDING),
        person("Unknown", activity=Activity.UNKNOWN),
    ]
    logged = [("Ann", date(2026, 11, 16), 60), ("Left with time", WEEK.start, 60)]
    report = report_of(people, logged, visibility=visibility)
    assert [one.name for one in people_shown(report, EVERYTHING)] == names
    chosen = Selection(people=frozenset({ANN.id, UserId("invited")}))
    assert people_shown(report, chosen) == (ANN,)
