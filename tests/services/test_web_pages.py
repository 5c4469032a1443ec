from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from clockify_desktop.api.hosts import (
    GERMANY,
    GLOBAL,
    SANDBOX,
    Hosts,
    own_pair,
    subdomain,
)
from clockify_desktop.domain.cells import Cells
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.identity import ProjectId, UserId, WorkspaceId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.selection import EVERYTHING, LevelCells, Selection
from clockify_desktop.services.web_pages import web_page

WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
QUERY = ReportQuery(Workspace(WorkspaceId("w"), "Acme"), WEEK, "Europe/Berlin", 0)
MIXED = Hosts("https://euc1.clockify.me/api/v1", "https://acme.clockify.me/report/v1")


def of_tasks(cells: Cells, level: Level = Level.TASK) -> Selection:
    return Selection(cells=LevelCells(level, Level.PROJECT, cells))


@pytest.mark.parametrize(
    ("hosts", "start"),
    [
        (GLOBAL, "https://app.clockify.me/reports/detailed?start=2026-11-16T"),
        (subdomain("acme"), "https://acme.clockify.me/reports/detailed?"),
        (MIXED, "https://acme.clockify.me/reports/detailed?"),
    ],
)
def test_the_detailed_report_of_the_same_days(hosts: Hosts, start: str) -> None:
    address = web_page(hosts, QUERY, EVERYTHING)
    assert address is not None
    assert address.startswith(start)
    words = parse_qs(urlsplit(address).query)
    assert words["end"] == ["2026-11-22T23:59:59.999Z"]
    assert "filterValuesData" not in words


@pytest.mark.parametrize(
    ("selection", "ids"),
    [
        (
            Selection(frozenset({UserId("b"), UserId("a")})),
            '{"users":["a","b"]}',
        ),
        (
            Selection(frozenset({UserId("a")}), frozenset({ProjectId("&p")})),
            '{"users":["a"],"projects":["&p"]}',
        ),
        (of_tasks(Cells(rows=frozenset({"one:k", "one:j"}))), '{"tasks":["j","k"]}'),
        # What no list of ids tells is not narrowed to.
        (of_tasks(Cells(rows=frozenset({"one:k", "without:"}))), None),
        (of_tasks(Cells(columns=frozenset({"one:p"}))), None),
        (of_tasks(Cells(cells=frozenset({("one:k", "one:p")}))), None),
        (of_tasks(Cells(rows=frozenset({"one:t"})), Level.TAGS), None),
        # No project is none that could be named, and fifty are enough.
        (Selection(None, frozenset({ProjectId("p"), None})), None),
        (Selection(frozenset(UserId(f"u{at}") for at in range(51))), None),
        (Selection(frozenset()), None),
    ],
)
def test_what_is_selected_is_narrowed_to(selection: Selection, ids: str | None) -> None:
    address = web_page(GLOBAL, QUERY, selection)
    assert address is not None
    found = parse_qs(urlsplit(address).query).get("filterValuesData")
    assert found == (None if ids is None else [ids])


def test_some_days_are_narrowed_to_from_the_first_to_the_last() -> None:
    days = frozenset({date(2026, 11, 17), date(2026, 11, 19)})
    address = web_page(GLOBAL, QUERY, Selection(days=days))
    assert address is not None
    words = parse_qs(urlsplit(address).query)
    assert words["start"] == ["2026-11-17T00:00:00.000Z"]
    assert words["end"] == ["2026-11-19T23:59:59.999Z"]


def test_where_no_page_is_known() -> None:
    assert web_page(GERMANY, QUERY, EVERYTHING) == "https://app.clockify.me/"
    assert web_page(SANDBOX, QUERY, EVERYTHING) is None
    own = own_pair("https://c.example/api/v1", "https://c.example/report/v1")
    assert web_page(own, QUERY, EVERYTHING) is None
