import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
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
    Directory,
    Person,
    Project,
    Tag,
    Task,
    Workspace,
)
from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.identity import (
    ProjectId,
    TagId,
    TaskId,
    UserId,
    WorkspaceId,
)
from clockify_desktop.domain.period import Period
from clockify_desktop.services.entry_columns import entry_report, joined_entries
from clockify_desktop.services.entry_facts import facts_of_entries

ASKED = RequestInfo(DETAILED_REPORT.method, DETAILED_REPORT.path, "test")
ANN, BOB = Person(UserId("a"), "Ann"), Person(UserId("b"), "Bob")
WEB = Project(ProjectId("w"), "Web", archived=True)
ACME = Workspace(WorkspaceId("w1"), "Acme", "EUR")
DIRECTORY = Directory(people=(ANN, BOB), projects=(WEB,))
WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def sent(
    entry_id: str,
    duration: int | None = 60,
    start: str = "2026-11-16T09:00:00+01:00",
    end: str | None = None,
    user: str = "a",
    **more: Any,
) -> dict[str, Any]:
    interval = {"start": start, "end": end, "duration": duration}
    return {"_id": entry_id, "timeInterval": interval, "userId": user, **more}


def detailed(
    *entries: dict[str, Any], totals: Totals | None = None, **more: Any
) -> DetailedReport:
    body = json.dumps({"timeentries": entries}).encode()
    page = part_of(decoded(body, DetailedPage, ASKED), 0).page
    return DetailedReport(list(page.rows), totals, **more)


def read(*entries: dict[str, Any], **more: Any) -> EntryReport:
    return entry_report(detailed(*entries, **more), DIRECTORY, WEEK, BERLIN, NOW, ACME)


def test_an_entry_keeps_everything_that_is_asked_about_it() -> None:
    report = read(
        sent(
            "2",
            5400,
            end="2026-11-16T10:30:00+01:00",
            description="Talk",
            projectId="w",
            taskId="k",
            taskName="Mail",
            tags=[{"_id": "t1", "name": "Urgent"}],
            billable=True,
            isLocked=True,
            approvalRequestId="r1",
            type="REGULAR",
        ),
        sent("1", 60, user="b", userName="Bob", description="Talk"),
        totals=Totals(total_time=5460),
    )
    entries = report.entries
    assert (report.server_total_s, report.fetched_at) == (5460, NOW)
    assert report.complete
    assert not report.losses
    assert entries.ids.tolist() == ["2", "1"]
    assert entries.people == (ANN, BOB)
    assert [entries.projects[at].id for at in entries.project] == ["w", None]
    assert entries.projects[0].archived
    assert entries.tasks[entries.task[0]] == Task(TaskId("k"), "Mail", WEB)
    urgent = Tag(TagId("t1"), "Urgent")
    assert [entries.tag_sets[at] for at in entries.tags] == [(urgent,), ()]
    assert entries.descriptions == ("Talk",)
    assert entries.description.tolist() == [0, 0]
    assert entries.kinds == ("REGULAR",)
    assert [entries.approvals[at] for at in entries.approval] == ["r1", None]
    assert entries.start_s[0] == datetime(2026, 11, 16, 8, tzinfo=UTC).timestamp()
    assert (entries.end_s - entries.start_s).tolist() == [5400, 60]
    assert entries.start_offset_min.tolist() == [60, 60]
    assert entries.billable.tolist() == [True, False]
    assert entries.locked.tolist() == [True, False]
    assert entries.day.tolist() == [WEEK.start.toordinal()] * 2


def test_days_are_those_of_the_zone_and_offsets_those_that_were_sent() -> None:
    entries = read(
        sent("1", 3600, "2026-11-16T23:30:00Z", "2026-11-17T00:30:00Z")
    ).entries
    assert entries.day.tolist() == [date(2026, 11, 17).toordinal()]
    assert entries.start_offset_min.tolist() == [0]
    autumn = Period(date(2026, 10, 25), date(2026, 10, 25))
    told = sent("1", 7200, "2026-10-25T01:30:00+02:00", "2026-10-25T02:30:00+01:00")
    entries = entry_report(detailed(told), DIRECTORY, autumn, BERLIN, NOW, ACME).entries
    assert entries.start_offset_min.tolist() == [120]
    assert entries.end_offset_min.tolist() == [60]
    assert (entries.end_s - entries.start_s).tolist() == [7200]


def test_an_entry_that_runs_has_no_time_yet_and_is_not_lost() -> None:
    report = read(sent("1", None))
    entries = report.entries
    assert entries.running.tolist() == [True]
    assert entries.seconds.tolist() == [0]
    assert (entries.end_s == entries.start_s).all()
    assert not report.losses


@pytest.mark.parametrize(
    "end", [None, "2026-11-16T08:00:00+01:00", "9999-12-31T23:59:59-14:00"]
)
def test_without_an_end_that_can_be_it_is_as_long_as_it_says(end: str | None) -> None:
    entries = read(sent("1", 600, end=end)).entries
    assert (entries.end_s - entries.start_s).tolist() == [600]


def test_a_break_is_told_as_in_the_facts() -> None:
    entries = read(sent("1", type="BREAK", taskId="k", tagIds=["t1"])).entries
    assert entries.tasks[0].name == "(Break)"
    assert [tag.name for tag in entries.tag_sets[0]] == ["(Break)"]
    assert not entries.is_work.any()


def test_what_cannot_be_used_is_counted_and_the_others_are_kept() -> None:
    report = read(
        sent("1"),
        sent("2", -1),
        sent("3", 7_200_001),
        sent("4", None, "2025-01-01T09:00:00Z"),
        # Where Berlin reads its clock, there is no such year.
        sent("5", 60, "0001-01-01T00:00:00+14:00"),
        sent("6", 60, "9999-12-31T23:59:59-14:00"),
        unreadable=2,
        complete=False,
    )
    assert report.entries.ids.tolist() == ["1"]
    told = {
        (Loss.UNREADABLE, "Ann"): 4,
        (Loss.TOO_LONG, "Ann"): 1,
        (Loss.UNREADABLE, ""): 2,
    }
    assert report.losses == Counter(told)
    assert not report.complete


def test_where_none_can_be_used_the_answer_is_wrong() -> None:
    with pytest.raises(InvalidResponseError, match="timeentries"):
        read(sent("1", -1))


def test_nothing_is_a_sum_too() -> None:
    report = read()
    assert not len(report.entries)
    assert report.server_total_s == 0
    assert read(sent("1")).server_total_s is None


def test_facts_and_entries_of_one_answer_are_the_same_time() -> None:
    told = detailed(
        sent("1", 60, projectId="w", billable=True, tagIds=["t1", "t2"]),
        sent("2", None),
        sent("3", 30, user="b", type="BREAK"),
        sent("4", -5),
    )
    acme = Workspace(WorkspaceId("ws"), "Acme", "EUR")
    facts = facts_of_entries(told, DIRECTORY, acme, WEEK, BERLIN, ("tag", "task")).facts
    entries = entry_report(told, DIRECTORY, WEEK, BERLIN, NOW, ACME).entries
    again = entries.take(~entries.running).as_facts(by_tag=True)
    assert facts.total_s == again.total_s == entries.total_s
    for name in ("tag", "task"):
        things, at = facts.more[name]
        others, place = again.more[name]
        assert [things[one].name for one in at] == [others[one].name for one in place]


def test_parts_are_put_together_with_the_names_of_the_directory() -> None:
    first = read(
        sent("1", 60, user="b", projectId="x", projectName="Mine", description="Talk"),
        totals=Totals(total_time=60),
    )
    second = read(
        sent("2", 30, "2026-11-17T09:00:00+01:00", user="b", description="Talk"),
        sent("3", 15, "2026-11-17T09:00:00+01:00", projectId="x", tagIds=["t"]),
        sent("4", -1),
        totals=Totals(total_time=45),
        complete=False,
    )
    second = replace(second, fetched_at=NOW.replace(hour=7))
    renamed = replace(BOB, name="Robert")
    clients = (Project(ProjectId("x"), "Theirs"),)
    both = joined_entries([first, second], Directory((renamed,), clients))
    entries = both.entries
    assert {person.name for person in entries.people} == {"Ann", "Robert"}
    assert entries.projects[0].name == "Theirs"
    assert entries.descriptions == ("Talk", "")
    users = [entries.people[at].name for at in entries.user]
    assert list(zip(entries.ids, users, strict=True)) == [
        ("1", "Robert"),
        ("2", "Robert"),
        ("3", "Ann"),
    ]
    assert [len(entries.tag_sets[at]) for at in entries.tags] == [0, 0, 1]
    assert entries.total_s == both.server_total_s == 105
    assert both.losses == {(Loss.UNREADABLE, "Ann"): 1}
    assert both.fetched_at == second.fetched_at
    assert not both.complete


def test_money_is_in_the_currencies_of_the_facts_or_hidden() -> None:
    told = detailed(
        sent("1", 3600, projectId="w", billable=True, amount=13_050, rate=13_050.5),
        sent("2", 3660, billable=True, amount=1e30, rate=1e30, currency="USD"),
        sent("3", 60, user="b", amount=0, currency="USD"),
        totals=Totals(7320, 7260, None, 13_050, {"EUR": 13_050}),
    )
    facts = facts_of_entries(told, DIRECTORY, ACME, WEEK, BERLIN, ()).facts
    entries = entry_report(told, DIRECTORY, WEEK, BERLIN, NOW, ACME).entries
    assert facts.amount_micros is not None
    assert entries.amount_micros is not None
    assert entries.currency is not None
    assert entries.rate_micros is not None
    assert entries.amount_micros.tolist() == [130_500_000, 0, 0]
    assert entries.rate_micros.tolist() == [130_505_000, 0, 0]
    assert facts.amount_micros.tolist() == entries.amount_micros.tolist()
    assert [entries.currencies[at] for at in entries.currency] == ["EUR", "USD", "USD"]
    hidden = read(sent("1", 60)).entries
    assert hidden.amount_micros is hidden.rate_micros is hidden.currency is None


@pytest.mark.parametrize(
    ("info", "invoice"),
    [
        (None, None),
        ([], None),
        ({}, None),
        ({"invoiceId": None, "manuallyInvoiced": False}, None),
        ({"invoiceId": "i1", "manuallyInvoiced": False}, ""),
        ({"manuallyInvoiced": True}, ""),
    ],
)
def test_an_entry_was_invoiced_here_or_elsewhere_or_not(
    info: Any, invoice: str | None
) -> None:
    entries = read(sent("1", invoicingInfo=info), sent("2", invoicingInfo=[])).entries
    assert entries.invoice is not None
    told = [entries.invoices[at] for at in entries.invoice]
    assert told == [invoice, None]


def test_where_no_answer_tells_what_was_invoiced_nothing_is_known() -> None:
    silent, told = read(sent("1")), read(sent("2", invoicingInfo={"invoiceId": "i"}))
    assert silent.entries.invoice is None
    assert joined_entries([silent, silent], DIRECTORY).entries.invoice is None
    both = joined_entries([silent, told], DIRECTORY).entries
    assert both.invoice is not None
    invoices = [both.invoices[at] for at in both.invoice]
    assert dict(zip(both.ids, invoices, strict=True)) == {"1": None, "2": ""}


def test_parts_that_tell_no_money_earn_none() -> None:
    hidden = read(sent("1", 60))
    earned = read(
        sent("2", 60, amount=500, rate=30_000, currency="USD"),
        totals=Totals(60, 60, None, 500, {"USD": 500}),
    )
    assert joined_entries([hidden, hidden], DIRECTORY).entries.currency is None
    entries = joined_entries([hidden, earned], DIRECTORY).entries
    assert entries.currency is not None
    assert entries.amount_micros is not None
    assert entries.rate_micros is not None
    assert entries.currencies[0] == "USD"
    assert entries.currency.tolist() == [-1, 0]
    assert entries.amount_micros.tolist() == [0, 5_000_000]
    assert entries.rate_micros.tolist() == [0, 300_000_000]
