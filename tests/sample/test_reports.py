"""What the three reports say of themselves."""

from datetime import UTC, datetime
from typing import Any

import pytest


def body_of(zone: str, first: Any, last: Any, **more: Any) -> dict[str, Any]:
    return {
        "dateRangeStart": f"{first}T00:00:00.000Z",
        "dateRangeEnd": f"{last}T23:59:59.999Z",
        "timeZone": zone,
        **more,
    }


def leaves(found: list[Any], above: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Flatten a summary: the ids down to each leaf, and the leaf."""
    rows: list[tuple[Any, ...]] = []
    for node in found:
        ids = (*above, node["_id"])
        below = node.get("children")
        rows += [(ids, node)] if below is None else leaves(below, ids)
    return rows


@pytest.mark.parametrize("column", ["ID", "DESCRIPTION", "USER", "DURATION", "DATE"])
def test_a_detailed_report_in_another_order(asking: Any, column: str) -> None:
    body = asking.week(detailedFilter={"pageSize": 1000, "sortColumn": column})
    rows = asking.report("detailed", {**body, "sortOrder": "ASCENDING"}).json()
    back = asking.report("detailed", {**body, "sortOrder": "DESCENDING"}).json()
    assert rows["timeentries"] == back["timeentries"][::-1]
    if column == "DURATION":
        lengths = [row["timeInterval"]["duration"] for row in rows["timeentries"]]
        assert lengths == sorted(lengths)


def test_totals_of_a_detailed_report_can_be_left_out(asking: Any) -> None:
    part = {"pageSize": 1, "options": {"totals": "EXCLUDE"}}
    reply = asking.report("detailed", asking.week(detailedFilter=part)).json()
    assert reply["totals"] == []
    assert len(reply["timeentries"]) == 1


def test_an_empty_week(asking: Any) -> None:
    week = {
        "dateRangeStart": "2020-01-06T00:00:00Z",
        "dateRangeEnd": "2020-01-12T23:59:59.999Z",
    }
    body = {**week, "summaryFilter": {"groups": ["USER", "USER_GROUP", "TAG"]}}
    summary = asking.report("summary", body).json()
    assert summary == {"totals": [], "groupOne": []}


def test_the_zone_of_the_key_is_used_where_none_is_named(asking: Any) -> None:
    body = asking.grouped("DATE")
    del body["timeZone"]
    assert asking.report("summary", body).json() == asking.summary("DATE")
    assert asking.summary("DATE", timeZone="UTC") != asking.summary("DATE")


@pytest.mark.parametrize("ending", ["", "Z", ".000Z", "+05:00", ".000000000Z"])
def test_a_range_is_a_wall_clock_whatever_stands_behind(
    asking: Any, ending: str
) -> None:
    found = asking.summary("USER", dateRangeStart=f"2026-11-16T00:00:00{ending}")
    assert found == asking.summary("USER")


def test_ids_of_every_type(asking: Any) -> None:
    tags = asking.summary("TAG")["groupOne"]
    assert all(isinstance(node["_id"], list) for node in tags)
    assert [] in [node["_id"] for node in tags]
    projects = {node["_id"]: node for node in asking.summary("PROJECT")["groupOne"]}
    assert projects[""]["name"] == "(Without project)"
    assert projects[""]["clientName"] == ""
    texts = asking.summary("TIMEENTRY")["groupOne"]
    assert {"TIMEENTRY": ""} in [node["_id"] for node in texts]
    months = asking.summary("MONTH", "WEEK")["groupOne"]
    assert [node["_id"] for node in months] == ["2026-11"]
    assert [node["_id"] for node in months[0]["children"]] == ["2026-11-16"]
    sundays = asking.summary("WEEK", weekStart="SUNDAY")["groupOne"]
    assert [node["_id"] for node in sundays] == ["2026-11-15", "2026-11-22"]


def test_a_project_says_its_colour_client_and_currency(asking: Any) -> None:
    people = {
        node["name"]: node for node in asking.summary("USER", "PROJECT")["groupOne"]
    }
    chiara = people["Chiara Lombardi"]
    assert chiara["currency"] is None
    projects = {node["name"]: node for node in chiara["children"]}
    pilot = projects["Hudson pilot"]
    assert (pilot["currency"], pilot["clientName"]) == ("USD", "Hudson Harbor")
    assert pilot["color"].startswith("#")
    assert pilot["amounts"] == [{"type": "EARNED", "value": pilot["amount"]}]
    totals = asking.summary("USER")["totals"][0]
    assert set(totals["totalAmountByCurrency"]) == {"EUR", "USD"}
    assert people["Daan de Vries"]["currency"] == "EUR"


def test_a_person_of_two_groups_counts_in_both(asking: Any) -> None:
    reply = asking.summary("USER_GROUP", "USER")
    greta = [
        (group["name"], node["duration"])
        for group in reply["groupOne"]
        for node in group["children"]
        if node["name"] == "Greta Lindqvist"
    ]
    assert [name for name, _ in greta] == ["Client services", "Design"]
    assert greta[0][1] == greta[1][1]
    counted = sum(group["duration"] for group in reply["groupOne"])
    assert counted > reply["totals"][0]["totalTime"]
    turned = asking.summary("USER", "USER_GROUP")["groupOne"]
    mine = next(node for node in turned if node["name"] == "Greta Lindqvist")
    # Both ways round the same: her groups hold her time twice.
    assert mine["duration"] == sum(child["duration"] for child in mine["children"])
    assert mine["duration"] == 2 * greta[0][1]


def test_people_who_deleted_their_account(asking: Any) -> None:
    body = body_of(
        "UTC", "2026-06-01", "2026-08-01", summaryFilter={"groups": ["USER"]}
    )
    names = [node["name"] for node in asking.report("summary", body).json()["groupOne"]]
    assert "DeletedUser" in names
    rows = asking.core("/users").json()
    assert "DeletedUser" not in [row["name"] for row in rows]


def test_sorting(asking: Any) -> None:
    def seconds(**more: Any) -> list[int]:
        part = {"groups": ["USER", "PROJECT"], "sortColumn": "DURATION"}
        reply = asking.report("summary", asking.week(summaryFilter=part, **more)).json()
        for node in reply["groupOne"]:
            below = [child["duration"] for child in node["children"]]
            assert below == sorted(below, reverse="sortOrder" in more)
        return [node["duration"] for node in reply["groupOne"]]

    assert seconds() == sorted(seconds())
    assert seconds(sortOrder="DESCENDING") == sorted(seconds(), reverse=True)
    by_name = [node["name"].casefold() for node in asking.summary("USER")["groupOne"]]
    assert by_name == sorted(by_name)
    back = asking.summary("USER", sortOrder="DESCENDING")["groupOne"]
    assert [node["name"].casefold() for node in back] == by_name[::-1]


def test_amounts_of_other_kinds(asking: Any) -> None:
    kinds = ["EARNED", "COST", "PROFIT"]
    (total,) = asking.summary("USER", amounts=kinds)["totals"]
    earned, cost, profit = (amount["value"] for amount in total["amounts"])
    assert [amount["type"] for amount in total["amounts"]] == kinds
    assert cost > 0
    assert profit == pytest.approx(earned - cost)
    (shown,) = asking.summary("USER", amountShown="COST")["totals"]
    assert shown["totalAmount"] == cost


def test_rounding_is_per_entry(asking: Any) -> None:
    body = asking.week(detailedFilter={"pageSize": 1000}, rounding=True)
    rows = asking.report("detailed", body).json()["timeentries"]
    lengths = [row["timeInterval"]["duration"] for row in rows]
    assert all(length % 900 == 0 for length in lengths)
    plain = asking.report(
        "detailed", asking.week(detailedFilter={"pageSize": 1000})
    ).json()
    for row, before in zip(rows, plain["timeentries"], strict=True):
        moved = row["timeInterval"]["duration"] - before["timeInterval"]["duration"]
        assert abs(moved) <= 450


def test_what_runs_is_in_no_report(asking: Any) -> None:
    (running,) = asking.core("/time-entries/status/in-progress").json()
    body = body_of("UTC", "2026-11-23", "2026-11-29", detailedFilter={"pageSize": 1000})
    rows = asking.report("detailed", body).json()["timeentries"]
    assert rows
    assert running["id"] not in [row["_id"] for row in rows]
    assert datetime.fromisoformat(running["timeInterval"]["start"]) < datetime(
        2026, 11, 24, 8, 14, tzinfo=UTC
    )


def test_money_is_minor_units_and_may_be_fractional(asking: Any) -> None:
    values = [
        node["amount"]
        for _, node in leaves(asking.summary("USER", "PROJECT")["groupOne"])
    ]
    assert any(isinstance(value, float) and value % 1 for value in values)
    assert any(isinstance(value, int) and value > 100_000 for value in values)
