import json
from dataclasses import fields, replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from clockify_desktop.api.decoding import decoded
from clockify_desktop.api.endpoints import SUMMARY_REPORT
from clockify_desktop.api.errors import InvalidResponseError, RequestInfo
from clockify_desktop.api.summary_decoding import UNREADABLE
from clockify_desktop.api.wire.reports import SummaryNode, SummaryReport
from clockify_desktop.domain.completeness import Loss
from clockify_desktop.domain.directory import (
    Activity,
    Client,
    Directory,
    Person,
    Project,
    Task,
    Workspace,
)
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.identity import (
    ClientId,
    ProjectId,
    TaskId,
    UserId,
    WorkspaceId,
)
from clockify_desktop.domain.period import Period
from clockify_desktop.services import summary_columns
from clockify_desktop.services.fact_building import BuiltFacts, check_usable
from clockify_desktop.services.summary_facts import (
    Part,
    SummaryReading,
    facts_of_summaries,
)

ASKED = RequestInfo(SUMMARY_REPORT.method, SUMMARY_REPORT.path, "test")
ANN = Person(UserId("a"), "Ann", "ann@x.example")
WEB = Project(ProjectId("w"), "Web", ClientId("c"), "Acme", currency="GBP")
ACME = Workspace(WorkspaceId("ws"), "Acme", "EUR")
NO_MONEY = replace(ACME, currency=None)
WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
DIRECTORY = Directory(
    people=(ANN,), projects=(WEB,), clients=(Client(ClientId("k"), "Known"),)
)


def leaf(day: Any, duration: int | None, **more: Any) -> dict[str, Any]:
    return {"_id": day, "name": str(day), "duration": duration, **more}


def project(project_id: Any, *leaves: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"_id": project_id, "children": list(leaves), **more}


def user(user_id: Any, *projects: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"_id": user_id, "children": list(projects), **more}


def summary(*users: dict[str, Any], totals: Any = None) -> SummaryReport:
    body = json.dumps({"totals": totals, "groupOne": list(users)})
    return decoded(body.encode(), SummaryReport, ASKED)


def build(
    everything: SummaryReport,
    billable: SummaryReport,
    workspace: Workspace = ACME,
    directory: Directory = DIRECTORY,
) -> BuiltFacts:
    built = put_together(everything, billable, workspace, directory)
    check_usable([built])
    return built


def put_together(
    everything: SummaryReport,
    billable: SummaryReport,
    workspace: Workspace = ACME,
    directory: Directory = DIRECTORY,
    *,
    by_task: bool = False,
) -> BuiltFacts:
    reading = SummaryReading(WEEK, by_task=by_task)
    part = Part(reading.read(everything), reading.read(billable))
    return facts_of_summaries([part], reading, directory, workspace)


NOTHING = summary(totals=[])


def test_facts_are_joined_by_id() -> None:
    total = [{"totalTime": 100, "totalBillableTime": 60}]
    first = leaf("2026-11-16", 60, amount=40055.5555)
    built = build(
        summary(
            user("a", project("w", first, leaf("2026-11-17", 30, amount=0))),
            user("gone", project("x", leaf("2026-11-16", 10, currency="USD"))),
            totals=total,
        ),
        summary(user("a", project("w", first))),
    )
    facts = built.facts
    assert built.server_total_s == facts.total_s == 100
    assert not built.billable_withheld
    assert facts.people == (ANN, Person(UserId("gone"), "gone", "", Activity.UNKNOWN))
    assert facts.projects == (WEB, Project(ProjectId("x"), "x"))
    assert facts.seconds.tolist() == [60, 30, 10]
    assert [date.fromordinal(day).day for day in facts.day.tolist()] == [16, 17, 16]
    assert facts.billable_seconds is not None
    assert facts.billable_seconds.tolist() == [60, 0, 0]
    assert facts.amount_micros is not None
    assert facts.amount_micros.tolist() == [400_555_555, 0, 0]
    codes = [facts.currencies[code] for code in facts.currency]
    assert codes == ["GBP", "GBP", "USD"]


@pytest.mark.parametrize("none", [None, "", "missing"])
def test_time_without_a_project_whatever_it_is_called(none: str | None) -> None:
    node = project(none, leaf("2026-11-16", 60), name="anything")
    if none == "missing":
        del node["_id"]
    built = build(summary(user("a", node), totals=[{"totalTime": 60}]), NOTHING)
    assert built.facts.projects == (Project(None, "(Without project)"),)


def test_what_is_in_no_list_keeps_the_name_of_the_reply() -> None:
    node = project(
        "x",
        leaf("2026-11-16", 60),
        name="Old",
        color="#123456",
        clientName="Known",
    )
    other = project("y", leaf("2026-11-16", 60), clientName="Never heard of")
    built = build(
        summary(user("u", node, other, name="DeletedUser"), totals=[None]), NOTHING
    )
    assert built.facts.people[0].name == "DeletedUser"
    assert built.facts.projects == (
        Project(ProjectId("x"), "Old", ClientId("k"), "Known", "#123456"),
        Project(ProjectId("y"), "y", None, "Never heard of"),
    )
    assert built.server_total_s is None


def test_amounts_are_hidden_when_no_leaf_names_one() -> None:
    built = build(
        summary(user("a", project("w", leaf("2026-11-16", 60))), totals=[None]),
        NOTHING,
    )
    assert built.facts.amount_micros is None
    assert built.facts.currencies == ()
    assert built.facts.currency.tolist() == [-1]


def test_without_time_the_workspace_tells_whether_money_is_hidden() -> None:
    assert build(NOTHING, NOTHING, NO_MONEY).facts.amount_micros is None
    visible = build(NOTHING, NOTHING)
    assert visible.facts.amount_micros is not None
    assert not visible.billable_withheld
    assert len(visible.facts) == 0


def test_money_without_any_currency_has_none() -> None:
    node = project(None, leaf("2026-11-16", 60, amount=5))
    built = build(summary(user("a", node), totals=[None]), NOTHING, NO_MONEY)
    assert built.facts.currency.tolist() == [-1]
    assert built.facts.amount_micros is not None
    # What two such leaves have together is not known.
    assert built.facts.amount_micros.tolist() == [0]
    assert built.amounts.left_out == {None}


def test_every_leaf_may_name_its_currency() -> None:
    node = project("w", leaf("2026-11-16", 60, amount=5, currency="CHF"))
    built = build(summary(user("a", node), totals=[None]), NOTHING)
    assert [built.facts.currencies[code] for code in built.facts.currency] == ["CHF"]


TOTALS = [{"totalTime": 60, "totalBillableTime": 60}]
ONE = user("a", project("w", leaf("2026-11-16", 60)))


@pytest.mark.parametrize(
    ("everything", "billable"),
    [
        pytest.param(
            summary(ONE, totals=TOTALS),
            summary(user("a", project("w", leaf("2026-11-16", 59)))),
            id="another sum",
        ),
        pytest.param(
            summary(ONE, totals=TOTALS),
            summary(user("a", project("w", leaf("2026-11-17", 60)))),
            id="another day",
        ),
        pytest.param(
            summary(totals=[]),
            summary(ONE),
            id="nothing at all but billable time",
        ),
    ],
)
def test_billable_is_withheld_where_it_does_not_add_up(
    everything: SummaryReport, billable: SummaryReport
) -> None:
    built = build(everything, billable)
    assert built.billable_withheld
    assert built.facts.billable_seconds is None


def test_two_leaves_of_one_day_share_their_billable_time() -> None:
    twice = user("a", project("w", leaf("2026-11-16", 60), leaf("2026-11-16", 60)))
    built = build(
        summary(twice, totals=[{"totalTime": 120, "totalBillableTime": 60}]),
        summary(ONE),
    )
    assert built.facts.billable_seconds is not None
    assert int(built.facts.billable_seconds.sum()) == 60


GOOD = leaf("2026-11-16", 60, amount=5)
BAD = [
    *(leaf(day, 60) for day in ("someday", "", None, {"DATE": "2026-11-16"}, ["x"], 7)),
    *(leaf("2026-11-17", seconds) for seconds in (-1, 7_200_001, 10**30)),
]


@pytest.mark.parametrize("bad", BAD)
def test_a_leaf_that_cannot_be_used_is_counted_and_the_others_are_kept(
    bad: dict[str, Any],
) -> None:
    totals = [{"totalTime": 120, "totalBillableTime": 0}]
    built = build(summary(user("a", project("w", bad, GOOD)), totals=totals), NOTHING)
    assert built.unreadable == 1
    assert built.facts.seconds.tolist() == [60]
    assert built.facts.user.tolist() == built.facts.project.tolist() == [0]
    assert built.server_total_s == 120
    assert not built.billable_withheld


@pytest.mark.parametrize("bad", BAD)
def test_where_none_can_be_used_the_answer_is_wrong(bad: dict[str, Any]) -> None:
    with pytest.raises(InvalidResponseError, match="groupOne"):
        build(summary(user("a", project("w", bad, leaf("2026-11-16", None)))), NOTHING)


def test_a_day_without_a_duration_is_counted() -> None:
    built = build(summary(user("a", project("w", leaf("2026-11-16", None)))), NOTHING)
    assert (len(built.facts), built.losses) == (0, {(Loss.RUNNING, "Ann"): 1})


def test_billable_leaves_that_cannot_be_used_leave_the_others_alone() -> None:
    half = leaf("2026-11-16", 30)
    totals = [{"totalTime": 60, "totalBillableTime": 30}]
    everything = summary(user("a", project("w", GOOD)), totals=totals)
    assert not build(
        everything, summary(user("a", project("w", half)))
    ).billable_withheld
    built = build(everything, summary(user("a", project("w", half, BAD[0]))))
    assert built.facts.billable_seconds is not None
    assert built.facts.billable_seconds.tolist() == [30]
    assert built.losses == {(Loss.BILLABLE, "Ann"): 1}


def test_people_and_projects_with_time_but_no_days_are_counted() -> None:
    built = build(
        summary(
            user("a", duration=60),
            user("b", project("w", duration=60), project("w", GOOD)),
            user("c", duration=0),
            user("d", project("w", duration=0)),
        ),
        NOTHING,
    )
    assert built.facts.seconds.tolist() == [60]
    assert built.unreadable == 2


@pytest.mark.parametrize("no_id", [5, True, {"USER": "a"}, ["a"]])
def test_ids_that_are_no_text_are_not_taken_for_each_other(no_id: Any) -> None:
    built = build(
        summary(
            user(no_id, project("w", GOOD), name="Somebody"),
            user("a", project(no_id, GOOD, name="Something"), project("w", GOOD)),
        ),
        NOTHING,
    )
    assert built.facts.people == (ANN,)
    assert built.facts.projects == (WEB,)
    assert built.facts.seconds.tolist() == [60]
    assert built.unreadable == 2


@pytest.mark.parametrize(
    ("day", "read"),
    [
        ("0001-01-01", False),
        ("2026-08-23", False),
        ("2026-08-24", True),
        ("2027-02-14", True),
        ("2027-02-15", False),
        ("9999-12-31", False),
    ],
)
def test_a_day_far_outside_of_the_period_cannot_be_read(
    day: str, *, read: bool
) -> None:
    built = build(summary(user("a", project("w", GOOD, leaf(day, 30)))), NOTHING)
    assert built.facts.seconds.tolist() == ([60, 30] if read else [60])
    assert built.unreadable == (not read)


@pytest.mark.parametrize(
    "totals",
    [None, [], [None], [{}], [{"totalTime": -1}], [{"totalTime": 10**30}]],
)
def test_totals_that_say_nothing_are_none(totals: Any) -> None:
    built = build(summary(user("a", project("w", GOOD)), totals=totals), NOTHING)
    assert built.server_total_s is None
    assert built.billable_withheld
    assert built.facts.total_s == 60


def test_a_running_timer_and_an_endless_one_are_lost_alone() -> None:
    running, endless = leaf("2026-11-17", None), leaf("2026-11-17", 7_200_001)
    good = leaf("2026-11-16", 60, amount=5)
    people = (
        user("a", project("w", good, running)),
        user("b", project("w", good, endless), name="Bob"),
        user("c", project("w", good)),
    )
    # Clockify may count what is lost or not.
    for total_s in (180, 7_200_181):
        totals = [{"totalTime": total_s, "totalBillableTime": total_s}]
        built = build(summary(*people, totals=totals), summary(*people))
        assert built.losses == {(Loss.RUNNING, "Ann"): 1, (Loss.TOO_LONG, "Bob"): 1}
        assert built.facts.billable_seconds is not None
        assert built.facts.billable_seconds.tolist() == [60, 60, 60]


def test_with_a_running_timer_the_billable_sum_must_agree() -> None:
    person = user("a", project("w", GOOD, leaf("2026-11-17", None)))

    def withheld(billable_s: int) -> bool:
        totals = [{"totalTime": 60, "totalBillableTime": billable_s}]
        return build(summary(person, totals=totals), summary(person)).billable_withheld

    assert not withheld(60)
    assert withheld(61)


@pytest.mark.parametrize(
    ("total_s", "billable_s", "withheld"),
    [
        (120, 60, False),
        (120, 90, False),
        (120, 120, False),
        (120, 121, True),
        (120, 59, True),
        # Clockify does not count what is lost, or takes it away.
        (60, 60, False),
        (60, 61, True),
        (50, 50, False),
        (50, 49, True),
        # There is nothing to compare it with.
        (None, 7, False),
    ],
)
def test_where_entries_are_lost_billable_time_may_exceed_ours_by_theirs(
    total_s: int | None,
    billable_s: int,
    withheld: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    totals = [{"totalTime": total_s, "totalBillableTime": billable_s}]
    person = user("a", project("w", GOOD, BAD[0]))
    built = build(summary(person, totals=totals), summary(person))
    assert built.billable_withheld is withheld


def test_a_billable_part_that_is_lost_may_be_all_of_its_entry() -> None:
    def withheld(billable_s: int) -> bool:
        totals = [{"totalTime": 60, "totalBillableTime": billable_s}]
        everything = summary(user("a", project("w", GOOD)), totals=totals)
        billable = summary(user("a", project("w", BAD[0])))
        return build(everything, billable).billable_withheld

    assert [withheld(one) for one in (0, 60, 61)] == [False, False, True]


def test_billable_time_of_what_was_lost_takes_nothing_along() -> None:
    totals = [{"totalTime": 120, "totalBillableTime": 120}]
    lost, good = BAD[0], leaf("2026-11-18", 60)
    everything = summary(user("a", project("w", GOOD, lost)), totals=totals)
    built = build(everything, summary(user("a", project("w", GOOD, good))))
    assert built.facts.billable_seconds is not None
    assert built.facts.billable_seconds.tolist() == [60]
    nothing = build(
        summary(user("a", project("w", leaf("2026-11-17", None))), totals=totals),
        summary(user("a", project("w", good))),
    )
    assert len(nothing.facts) == 0


def test_people_without_an_id_are_told_apart_by_their_names() -> None:
    people = (
        user(None, project("w", GOOD), name="Ann B"),
        user("", project("w", GOOD), name="Cleo"),
        user(None, project("w", GOOD)),
    )
    built = build(summary(*people), NOTHING)
    names = [person.name for person in built.facts.people]
    assert names == ["Ann B", "Cleo", "(no name)"]
    assert built.facts.user.tolist() == [0, 1, 2]


def by_task(*leaves: dict[str, Any], totals: Any = None) -> BuiltFacts:
    everything = summary(user("a", project("w", *leaves)), totals=totals)
    return put_together(everything, NOTHING, by_task=True)


def test_tasks_in_the_place_of_days() -> None:
    everything = summary(
        user("a", project("w", leaf("k", 60), leaf("", 30))),
        user("b", project("w", leaf("k", 7)), project("x", leaf(None, 3))),
        totals=[{"totalTime": 100, "totalBillableTime": 67}],
    )
    billable = summary(
        user("a", project("w", leaf("k", 60))), user("b", project("w", leaf("k", 7)))
    )
    built = put_together(everything, billable, by_task=True)
    facts = built.facts
    assert facts.total_s == built.server_total_s == 100
    tasks = Task(TaskId("k"), "k", WEB), Task(None, "(Without task)")
    assert facts.things("task") == (tasks, 0)
    assert facts.column("task").tolist() == [0, 1, 0, 1]
    assert facts.billable_seconds is not None
    assert facts.billable_seconds.tolist() == [60, 0, 7, 0]
    assert set(facts.day.tolist()) == {WEEK.start.toordinal()}


def test_a_task_of_billable_time_alone_belongs_to_no_project() -> None:
    billable = summary(user("a", project("w", leaf("only", 60))))
    everything = summary(user("a", project("w", leaf("k", 60))))
    built = put_together(everything, billable, by_task=True)
    assert built.billable_withheld
    assert built.facts.things("task")[0][1] == Task(TaskId("only"), "only")


@pytest.mark.parametrize("no_id", [{"a": 1}, ["k"], 7])
def test_a_task_whose_id_is_no_text_is_counted(no_id: Any) -> None:
    built = by_task({"_id": no_id, "name": "x", "duration": 60}, leaf("k", 60))
    assert built.losses == {(Loss.UNREADABLE, "Ann"): 1}
    assert built.facts.seconds.tolist() == [60]


def test_a_task_without_a_duration_is_counted() -> None:
    built = by_task(leaf("k", None), leaf("l", 60))
    assert built.losses == {(Loss.RUNNING, "Ann"): 1}


def test_a_node_that_is_none_is_no_task() -> None:
    person = SummaryNode(id="a", children=[SummaryNode(id="w", children=[UNREADABLE])])
    everything = SummaryReport(totals=(), group_one=[person])
    built = put_together(everything, NOTHING, by_task=True)
    assert built.losses == {(Loss.UNREADABLE, "Ann"): 1}


def test_amounts_that_cannot_be_added_up_are_a_wrong_answer() -> None:
    most = leaf("2026-11-16", 60, amount=1e11)
    enough = user("a", project("w", *[most] * 9000))
    assert len(build(summary(enough), NOTHING).facts) == 9000
    with pytest.raises(InvalidResponseError, match="amount"):
        build(summary(enough, user("b", project("w", GOOD))), NOTHING)


@pytest.mark.parametrize("piece_leaves", [1, 3])
def test_facts_are_the_same_made_in_small_pieces(
    monkeypatch: pytest.MonkeyPatch, piece_leaves: int
) -> None:
    first = leaf("2026-11-16", 60, amount=5, currency="CHF")
    second = leaf("2026-11-17", 30, amount=7)
    bad = leaf("2026-11-18", -1)
    everything = summary(
        user("a", project("w", first, bad, second), project("x", second)),
        user("b", project("x", bad), duration=5),
        user("c", project("w", second, leaf("2026-11-16", None)), name="Cleo"),
        totals=[{"totalTime": 150, "totalBillableTime": 90}],
    )
    billable = summary(user("a", project("w", first)), user("c", project("w", second)))
    at_once = build(everything, billable)
    monkeypatch.setattr(summary_columns, "_PIECE_LEAVES", piece_leaves)
    built = build(everything, billable)
    assert not built.billable_withheld
    for column in fields(Facts):
        one, other = (getattr(of.facts, column.name) for of in (at_once, built))
        assert np.array_equal(one, other)
    told = {(Loss.UNREADABLE, "Ann"): 1, (Loss.UNREADABLE, "b"): 1}
    assert built.losses == at_once.losses == {**told, (Loss.RUNNING, "Cleo"): 1}
    assert built.facts.seconds.tolist() == [60, 30, 30, 30]
    assert built.facts.people[1:] == (
        Person(UserId("b"), "b", activity=Activity.UNKNOWN),
        Person(UserId("c"), "Cleo", activity=Activity.UNKNOWN),
    )
