from dataclasses import replace

from clockify_desktop.domain.capacity import ASSUMED, CapacitySource
from clockify_desktop.domain.directory import UserGroup
from clockify_desktop.domain.hidden_names import HiddenNames, Hiding
from clockify_desktop.domain.identity import GroupId
from clockify_desktop.domain.needs import RecordsNeed, ReportNeed
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.review_records import ReviewRecords, SetCapacity
from clockify_desktop.domain.selection import EVERYTHING
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.asked import CapacityAsked
from clockify_desktop.pages.capacity import CAPACITY
from clockify_desktop.pages.capacity_content import HoursAndCapacityContent
from clockify_desktop.pages.page import ViewOptions
from tests.pages.plan_of_people import (
    HOUR,
    WEEK,
    WORKSPACE,
    answers_of,
    hours,
    person,
    report_of,
)

ANN, BOB, CEM = person("Ann"), person("Bob"), person("Cem")
DESIGN = UserGroup(GroupId("g1"), "Design", (ANN.id, BOB.id))
TEAM = report_of((ANN, BOB, CEM), groups=(DESIGN,))
THREE_DAYS = (7 * HOUR,) * 3 + (0,) * 4
SET = SetCapacity(ANN.id, WEEK.start, THREE_DAYS)


def content_of(report: Report = TEAM, rows: str = "people") -> HoursAndCapacityContent:
    told = answers_of(report, {ANN.id: (hours(*range(5)),), BOB.id: (hours(0),)})
    records = {RecordsNeed(WORKSPACE): ReviewRecords((SET,))}
    answers = Answers({**told.values, ReportNeed(report.query): report, **records})
    view = ViewOptions({"rows": rows})
    content = CAPACITY.content(answers, report.query, EVERYTHING, view)
    assert content is not None
    return content


def asked(content: HoursAndCapacityContent, name: str) -> tuple[str, CapacityAsked]:
    marks = {one.name: one.mark for one in content.chart.labels}
    (action,) = content.row_actions(marks[name], None)
    assert isinstance(action.asks, CapacityAsked)
    assert action.record is None
    return action.words, action.asks


def test_the_capacity_of_a_person_begins_with_what_holds() -> None:
    words, ann = asked(content_of(), "Ann")
    assert words == "Set the capacity of Ann"
    assert (ann.users, ann.name, ann.first) == ((ANN.id,), "Ann", WEEK.start)
    assert ann.hours.seconds == THREE_DAYS
    assert ann.hours.source is CapacitySource.BY_HAND
    assert [one.record for one in ann.told] == [SET]
    _, cem = asked(content_of(), "Cem")
    assert (cem.hours, cem.told) == (ASSUMED, ())


def test_a_team_is_asked_of_all_its_people() -> None:
    words, design = asked(content_of(rows="teams"), "Design")
    assert words == "Set the capacity of 2 people of Design"
    assert design.users == (ANN.id, BOB.id)
    assert design.hours == ASSUMED
    assert design.told == ()


def test_nothing_is_asked_of_what_is_no_row() -> None:
    assert content_of().row_actions("one:nobody", None) == ()


def test_hidden_people_stay_hidden_where_they_are_asked_of() -> None:
    hidden = Hiding(HiddenNames()).of(replace(TEAM))
    words, ann = asked(content_of(hidden), "Person A")
    assert words == "Set the capacity of Person A"
    assert ann.users == (ANN.id,)
    assert ann.name == "Person A"
