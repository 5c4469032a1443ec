import json
from datetime import date
from typing import Any

import pytest

from clockify_desktop.api.decoding import decoded
from clockify_desktop.api.endpoints import SUMMARY_REPORT
from clockify_desktop.api.errors import Asked, WrongAnswerError
from clockify_desktop.api.wire.reports import SummaryReport
from clockify_desktop.domain.directory import (
    Activity,
    Client,
    Directory,
    Person,
    Project,
)
from clockify_desktop.domain.identity import ClientId, ProjectId, UserId
from clockify_desktop.services.fact_building import BuiltFacts, Part, build_facts

ASKED = Asked(SUMMARY_REPORT.method, SUMMARY_REPORT.path, "test")
ANN = Person(UserId("a"), "Ann", "ann@x.example")
WEB = Project(ProjectId("w"), "Web", ClientId("c"), "Acme", currency="GBP")
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
    everything: SummaryReport, billable: SummaryReport, currency: str | None = "EUR"
) -> BuiltFacts:
    return build_facts([Part(everything, billable)], DIRECTORY, currency)


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
    assert built.server_total_s == 0


def test_amounts_are_hidden_when_no_leaf_names_one() -> None:
    built = build(
        summary(user("a", project("w", leaf("2026-11-16", 60))), totals=[None]),
        NOTHING,
    )
    assert built.facts.amount_micros is None
    assert built.facts.currencies == ()
    assert built.facts.currency.tolist() == [-1]


def test_without_time_the_workspace_tells_whether_money_is_hidden() -> None:
    assert build(NOTHING, NOTHING, None).facts.amount_micros is None
    visible = build(NOTHING, NOTHING, "EUR")
    assert visible.facts.amount_micros is not None
    assert not visible.billable_withheld
    assert len(visible.facts) == 0


def test_money_without_any_currency_has_none() -> None:
    node = project(None, leaf("2026-11-16", 60, amount=5))
    built = build(summary(user("a", node), totals=[None]), NOTHING, None)
    assert built.facts.currency.tolist() == [-1]
    assert built.facts.amount_micros is not None


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


@pytest.mark.parametrize("day", ["someday", "", None, {"DATE": "2026-11-16"}, ["x"]])
def test_a_leaf_that_is_no_day_is_a_wrong_answer(day: Any) -> None:
    with pytest.raises(WrongAnswerError):
        build(summary(user("a", project("w", leaf(day, 60)))), NOTHING)


def test_missing_children_and_durations_are_nothing() -> None:
    empty = {"_id": "a", "children": None}
    built = build(
        summary(
            empty,
            user("b", {"_id": "w"}, project("w", leaf("2026-11-16", None))),
            totals=None,
        ),
        NOTHING,
    )
    assert built.facts.seconds.tolist() == [0]
