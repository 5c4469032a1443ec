import json
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from clockify_desktop.api.decoding import decoded
from clockify_desktop.api.errors import RequestInfo
from clockify_desktop.api.wire.reports import (
    DetailedPage,
    InvoicingInfo,
    SummaryReport,
    day_of,
    first_totals,
    plain_id,
)

INFO = RequestInfo("POST", "/x", "host.example", 200)


def read(body: Any, kind: type[Any]) -> Any:
    return decoded(json.dumps(body).encode(), kind, INFO)


def test_the_recorded_summary(recorded: Any) -> None:
    report = read(recorded("REPORT_SUMMARY_hidden_amounts"), SummaryReport)
    totals = first_totals(report.totals)
    assert totals is not None
    assert (totals.total_time, totals.total_amount, totals.amounts) == (28800, None, ())
    day = report.group_one[0]
    assert (day.id, day.name, day.duration) == ("2024-05-01", "2024-05-01", 28800)
    assert day.amount is None
    person = day.children[0]
    assert plain_id(person.id) == "e6205drm558ps2y2pscu6hh1"
    assert plain_id(person.children[0].id) is None


def test_the_recorded_detailed(recorded: Any) -> None:
    page = read(recorded("REPORT_DETAILED"), DetailedPage)
    (entry,) = page.timeentries
    sydney = timezone(timedelta(hours=10))
    assert entry.time_interval.start == datetime(2023, 8, 28, 15, 48, tzinfo=sydney)
    assert entry.time_interval.duration == 10440
    assert (entry.amount, entry.rate, entry.currency) == (13050, 4500, None)
    assert (entry.client_name, entry.task_name, entry.tags) == (
        "Client",
        "Consulting",
        None,
    )
    assert first_totals(page.totals).entries_count == 1


@pytest.mark.parametrize("sent", [None, "", "x", 7, {"USER": "u"}, ["t1"], []])
def test_an_id_of_any_type(sent: Any) -> None:
    report = read({"groupOne": [{"_id": sent, "duration": 1}]}, SummaryReport)
    assert plain_id(report.group_one[0].id) == ("x" if sent == "x" else None)


def test_what_varies_may_be_null_or_missing() -> None:
    report = read({"groupOne": [{}]}, SummaryReport)
    assert plain_id(report.group_one[0].id) is None
    names = ("_id", "name", "duration", "amount", "currency", "color", "children")
    nulls = dict.fromkeys(names)
    assert read({"groupOne": [nulls], "totals": None}, SummaryReport) == report
    entry = {
        "_id": "e",
        "timeInterval": {"start": "2026-11-16T09:00:00Z", "end": None},
        "tagIds": None,
        "taskId": None,
        "amount": 40055.5555,
        "clientName": "",
    }
    (read_entry,) = read({"timeentries": [entry]}, DetailedPage).timeentries
    assert read_entry.time_interval.end is None
    assert read_entry.amount == 40055.5555


@pytest.mark.parametrize("sent", [None, [], [None]])
def test_nothing_found(sent: Any) -> None:
    for kind in (SummaryReport, DetailedPage):
        assert first_totals(read({"totals": sent}, kind).totals) is None
        assert first_totals(read({}, kind).totals) is None


@pytest.mark.parametrize("sent", ["2026-11-16", "2026-11-16T00:00:00Z"])
def test_the_day_of_a_node(sent: str) -> None:
    assert day_of(sent) == date(2026, 11, 16)
    with pytest.raises(ValueError, match="format"):
        day_of("Monday")


MONEY = {
    "earnedAmount": 13050.5,
    "earnedRate": 4500,
    "costAmount": 227541.66,
    "costRate": None,
}


@pytest.mark.parametrize(
    ("sent", "invoice_id"),
    [
        ({}, None),
        ({"invoicingInfo": None}, None),
        ({"invoicingInfo": []}, None),
        ({"invoicingInfo": [{"invoiceId": "i1"}]}, None),
        ({"invoicingInfo": {}}, None),
        ({"invoicingInfo": {"invoiceId": "i1", "manuallyInvoiced": False}}, "i1"),
    ],
)
def test_how_an_entry_was_invoiced(
    recorded: Any, sent: dict[str, Any], invoice_id: str | None
) -> None:
    (row,) = recorded("REPORT_DETAILED")["timeentries"]
    page = read({"timeentries": [{**row, **sent}]}, DetailedPage)
    info = page.timeentries[0].invoicing_info
    assert (info.invoice_id if isinstance(info, InvoicingInfo) else None) == invoice_id


def test_what_an_entry_earned_and_cost(recorded: Any) -> None:
    (row,) = recorded("REPORT_DETAILED")["timeentries"]
    page = read({"timeentries": [row, {**row, **MONEY}]}, DetailedPage)
    found = [
        (one.earned_amount, one.earned_rate, one.cost_amount, one.cost_rate)
        for one in page.timeentries
    ]
    assert found == [(None,) * 4, (13050.5, 4500, 227541.66, None)]


@pytest.mark.parametrize(
    ("sent", "values"),
    [
        (None, None),
        ([], ()),
        ({}, {}),
        # As in Clockify's own text, and as its description says.
        ([{"customFieldId": "f1", "value": "custom field value 1"}], ("f1",)),
        (
            [
                {"customFieldId": "f1", "name": "TIN", "type": "NUMBER", "value": 7},
                {"customFieldId": "f2", "value": ["a", "b"], "timeEntryId": "e"},
                {"customFieldId": "f3", "value": None},
            ],
            ("f1", "f2", "f3"),
        ),
    ],
)
def test_custom_fields_of_any_kind(recorded: Any, sent: Any, values: Any) -> None:
    (row,) = recorded("REPORT_DETAILED")["timeentries"]
    page = read({"timeentries": [{**row, "customFields": sent}]}, DetailedPage)
    found = page.timeentries[0].custom_fields
    if isinstance(found, tuple):
        found = tuple(one.custom_field_id for one in found)
    assert found == values
