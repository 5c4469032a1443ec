from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from clockify_desktop.domain.completeness import Loss
from clockify_desktop.domain.entry_report import EntryReport, entry_notes
from clockify_desktop.domain.entry_rules import RULES
from clockify_desktop.domain.report import Report
from tests.domain.few_entries import ANN, WEB, One, entries_of

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
HOUR = EntryReport(entries_of(One("2026-11-16 09:00", 60)), NOW, 3600)
MakeReport = Callable[..., Report]


@pytest.fixture
def report(make_report: MakeReport) -> Report:
    fact = (0, 0, date(2026, 11, 16), 3600, 0, 0, 0)
    return make_report([fact], (ANN,), (WEB,))


def test_nothing_is_said_where_all_sums_are_the_same(report: Report) -> None:
    assert not list(entry_notes(HOUR, report.compared_s))
    assert not list(entry_notes(replace(HOUR, server_total_s=None), report.compared_s))


def test_it_is_said_what_differs_and_what_is_lacking(report: Report) -> None:
    (said,) = entry_notes(replace(HOUR, server_total_s=3601), report.compared_s)
    assert said.startswith(
        "The entries add up to 1:00:00, Clockify's own sum is 1:00:01: "
    )
    (said,) = entry_notes(HOUR, 0)
    assert said.startswith("The entries add up to 1:00:00, the report to 0:00:00: ")
    (said,) = entry_notes(replace(HOUR, complete=False), report.compared_s)
    assert "some may be missing" in said
    # What was lost is why they differ.
    lost = replace(HOUR, server_total_s=9999, losses={(Loss.TOO_LONG, "Ann"): 1})
    (said,) = entry_notes(lost, report.compared_s)
    assert said == "1 entry is longer than 2000 hours and left out (Ann)."


def test_what_rules_found_is_kept_until_another_question(report: Report) -> None:
    fresh = replace(HOUR)
    found = fresh.found(RULES, {}, report)
    assert fresh.found(RULES, {}, report) is found
    assert fresh.found(RULES, {"long": 8}, report) is not found
    assert fresh.found(RULES, {}, report) is not found
