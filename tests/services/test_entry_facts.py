import json
from collections import Counter
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from clockify_desktop.api.decoding import decoded
from clockify_desktop.api.detailed_pages import DetailedReport, part_of
from clockify_desktop.api.endpoints import DETAILED_REPORT
from clockify_desktop.api.errors import InvalidResponseError, RequestInfo
from clockify_desktop.api.wire.reports import DetailedPage, Totals
from clockify_desktop.domain.completeness import Loss
from clockify_desktop.domain.directory import (
    Activity,
    Directory,
    Person,
    Project,
    Tag,
    Task,
    Workspace,
)
from clockify_desktop.domain.identity import (
    ProjectId,
    TagId,
    TaskId,
    UserId,
    WorkspaceId,
)
from clockify_desktop.domain.period import Period
from clockify_desktop.services.entry_facts import facts_of_entries
from clockify_desktop.services.fact_building import BuiltFacts, check_usable

ASKED = RequestInfo(DETAILED_REPORT.method, DETAILED_REPORT.path, "test")
ANN = Person(UserId("a"), "Ann", "ann@x.example")
WEB = Project(ProjectId("w"), "Web", currency="GBP")
ACME = Workspace(WorkspaceId("ws"), "Acme", "EUR")
WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
DIRECTORY = Directory(people=(ANN,), projects=(WEB,))
TAGGED = {"tags": [{"_id": "t1", "name": "Urgent"}, {"_id": "t2", "name": "Home"}]}


def entry(
    entry_id: str,
    duration: int | None,
    start: str = "2026-11-16T09:00:00+01:00",
    **more: Any,
) -> dict[str, Any]:
    interval = {"start": start, "end": None, "duration": duration}
    return {"_id": entry_id, "timeInterval": interval, "userId": "a", **more}


def build(
    *entries: dict[str, Any],
    totals: Totals | None = None,
    columns: tuple[str, ...] = ("tag",),
    unreadable: int = 0,
) -> BuiltFacts:
    body = json.dumps({"timeentries": entries}).encode()
    page = part_of(decoded(body, DetailedPage, ASKED), unreadable).page
    report = DetailedReport(list(page.rows), totals, page.unreadable)
    zone = ZoneInfo("Europe/Berlin")
    return facts_of_entries(report, DIRECTORY, ACME, WEEK, zone, columns)


def test_an_entry_with_two_tags_counts_under_both_and_once_in_the_sum() -> None:
    built = build(
        entry("1", 60, billable=True, amount=150.5, projectId="w", **TAGGED),
        entry("2", 30, tagIds=["t1"], taskId="k", taskName="Talk", projectId="w"),
        entry("3", 10, userId="gone", userName="Bob", projectId="x", currency="USD"),
        totals=Totals(total_time=100, total_billable_time=60),
    )
    facts = built.facts
    assert built.server_total_s == facts.total_s == 100
    assert facts.seconds.tolist() == [60, 60, 30, 10]
    assert facts.again is not None
    assert facts.again.tolist() == [False, True, False, False]
    tags = (Tag(TagId("t1"), "Urgent"), Tag(TagId("t2"), "Home"))
    assert facts.things("tag") == ((*tags, Tag(None, "(Without tag)")), 0)
    assert facts.column("tag").tolist() == [0, 1, 0, 2]
    tasks = Task(None, "(Without task)"), Task(TaskId("k"), "Talk", WEB)
    assert facts.things("task") == (tasks, 0)
    assert facts.column("task").tolist() == [0, 0, 1, 0]
    assert facts.billable_seconds is not None
    assert facts.billable_seconds.tolist() == [60, 60, 0, 0]
    assert facts.amount_micros is not None
    assert facts.amount_micros.tolist() == [1_505_000, 1_505_000, 0, 0]
    assert facts.people[1] == Person(UserId("gone"), "Bob", "", Activity.UNKNOWN)
    codes = [facts.currencies[code] for code in facts.currency]
    assert codes == ["GBP", "GBP", "GBP", "USD"]


def test_all_tags_of_an_entry_together_count_once() -> None:
    one, other = TAGGED["tags"]
    built = build(
        entry("1", 60, billable=True, amount=150, **TAGGED),
        entry("2", 30, tags=[other, one]),
        entry("3", 10, tags=[one]),
        entry("4", 5),
        entry("5", 3, type="BREAK"),
        entry("6", 2, **TAGGED),
        totals=Totals(total_time=110, total_billable_time=60),
        columns=("tags",),
    )
    facts = built.facts
    assert facts.seconds.tolist() == [60, 30, 10, 5, 3, 2]
    assert facts.again is None
    assert facts.amount_micros is not None
    assert facts.amount_micros.tolist() == [1_500_000, 0, 0, 0, 0, 0]
    assert (facts.total_s, built.server_total_s) == (110, 110)
    sets, place = facts.more["tags"]
    assert [[tag.name for tag in sets[at].tags] for at in place] == [
        ["Urgent", "Home"],
        ["Home", "Urgent"],
        ["Urgent"],
        ["(Without tag)"],
        ["(Break)"],
        ["Urgent", "Home"],
    ]
    assert len({sets[at].id for at in place}) == 4
    # Each tag may be told as well.
    both = build(entry("1", 60, **TAGGED), columns=("tags", "tag")).facts
    assert (list(both.more), both.total_s) == (["tag", "tags", "task"], 60)
    assert both.column("tags").tolist() == [0, 0]


def test_tags_that_nobody_wants_to_know_repeat_nothing() -> None:
    built = build(entry("1", 60, **TAGGED), columns=("task", "day"))
    assert built.facts.again is None
    assert list(built.facts.more) == ["task"]
    assert built.facts.seconds.tolist() == [60]


def test_a_tag_without_a_name_or_without_an_id() -> None:
    built = build(entry("1", 60, tags=[{"_id": "t9"}, {"name": "Loose"}]))
    told = (Tag(TagId("t9"), "t9"), Tag(TagId("Loose"), "Loose"))
    assert built.facts.things("tag") == (told, 0)


def test_days_are_those_of_the_zone_asked_for() -> None:
    late = entry("1", 60, "2026-11-16T23:30:00Z")
    assert build(late).facts.day.tolist() == [date(2026, 11, 17).toordinal()]


@pytest.mark.parametrize(
    "bad",
    [
        entry("2", 60, "2025-01-01T09:00:00Z"),
        entry("2", 60, "2027-11-16T09:00:00Z"),
        # In Berlin there is no such day.
        entry("2", 60, "0001-01-01T00:00:00+14:00"),
        entry("2", 60, "9999-12-31T23:59:59-14:00"),
        entry("2", -1),
        entry("2", None),
        entry("2", 7_200_001),
    ],
)
def test_an_entry_that_cannot_be_used_is_counted_and_the_others_are_kept(
    bad: dict[str, Any],
) -> None:
    built = build(entry("1", 60), bad, unreadable=2)
    kinds = {None: Loss.RUNNING, 7_200_001: Loss.TOO_LONG}
    kind = kinds.get(bad["timeInterval"]["duration"], Loss.UNREADABLE)
    told = Counter({(Loss.UNREADABLE, ""): 2, (kind, "Ann"): 1})
    assert built.losses == told
    assert built.facts.seconds.tolist() == [60]


def test_where_none_can_be_used_the_answer_is_wrong() -> None:
    built = build(entry("1", -1))
    with pytest.raises(InvalidResponseError, match="timeentries"):
        check_usable([built])
    check_usable([build(entry("1", None))])


@pytest.mark.parametrize("billable_s", [59, None, -1])
def test_billable_is_withheld_where_it_does_not_add_up(billable_s: int | None) -> None:
    totals = Totals(total_time=60, total_billable_time=billable_s)
    built = build(entry("1", 60, billable=True, **TAGGED), totals=totals)
    assert built.billable_withheld
    assert built.facts.billable_seconds is None


def test_of_an_entry_only_what_is_wrong_is_lost_and_it_is_told_whose() -> None:
    built = build(
        entry("1", 60, amount=150, billable=True, currency="EUR"),
        entry("2", 60, amount=1e12, billable=True, currency="EUR"),
        entry("3", None, userId=None, userName="Bob"),
        entry("4", -1, userId="gone"),
        totals=Totals(119, 120, total_amount=150),
    )
    assert built.losses == {
        (Loss.AMOUNT, "Ann"): 1,
        (Loss.RUNNING, "Bob"): 1,
        (Loss.UNREADABLE, "gone"): 1,
    }
    assert built.facts.billable_seconds is not None
    assert built.facts.billable_seconds.tolist() == [60, 60]
    assert built.facts.amount_micros is not None
    assert built.facts.amount_micros.tolist() == [1_500_000, 0]
    assert built.facts.currency.tolist() == [0, -1]


def test_an_amount_under_two_tags_is_checked_once() -> None:
    totals = Totals(60, 60, total_amount=150)
    built = build(entry("1", 60, amount=150, billable=True, **TAGGED), totals=totals)
    assert not built.amounts.differences
    lost = build(entry("1", 60, amount=1e12, **TAGGED))
    assert lost.losses == {(Loss.AMOUNT, "Ann"): 1}


def test_tags_of_which_only_the_ids_are_told_are_not_none() -> None:
    one, other = TAGGED["tags"]
    built = build(entry("1", 60, tagIds=["t2", "t1"], tags=[one]))
    ids = [tag.id for tag in built.facts.things("tag")[0]]
    assert ids == [other["_id"], one["_id"]]


def test_what_is_no_work_has_neither_a_task_nor_tags() -> None:
    rest = {"taskId": "k", "taskName": "Talk", **TAGGED}
    built = build(
        entry("1", 60, type="REGULAR", taskId="k"),
        entry("2", 30, type="BREAK", **rest),
        entry("3", 10, type="HOLIDAY"),
        entry("4", 5, type="TIME_OFF"),
        entry("5", 1, type="BRAND_NEW"),
        totals=Totals(106, 0),
    )
    assert built.facts.total_s == built.server_total_s == 106
    tasks, _ = built.facts.things("task")
    names = ["k", "(Break)", "(Holiday)", "(Time off)", "(Without task)"]
    assert [task.name for task in tasks] == names
    tags, _ = built.facts.things("tag")
    assert [tag.name for tag in tags] == ["(Without tag)", *names[1:4]]
    assert built.facts.column("tag").tolist() == [0, 1, 2, 3, 0]


def test_the_client_of_an_entry_is_known_by_its_id() -> None:
    told = {"projectId": "x", "clientName": "Acme"}
    built = build(
        entry("1", 60, **told, clientId="c1"),
        entry("2", 60, **{**told, "projectId": "y"}, clientId="c2"),
    )
    assert [one.client_id for one in built.facts.projects] == ["c1", "c2"]


def test_no_entries_are_no_time() -> None:
    built = build()
    assert (built.server_total_s, built.facts.total_s) == (0, 0)
    assert not built.billable_withheld
    assert build(entry("1", 60)).server_total_s is None
