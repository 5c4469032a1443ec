"""What the three keys see."""

from typing import Any


def users_in(reply: Any) -> set[str]:
    return {node["_id"] for node in reply["groupOne"]}


def test_owner_and_manager_see_everybody(asking: Any) -> None:
    every = asking.summary("USER")
    assert len(users_in(every)) == 22
    assert asking.manager.summary("USER") == every
    assert len(asking.manager.core("/users").json()) == 24


def test_a_member_sees_their_own_time_without_money(asking: Any) -> None:
    member = asking.member
    me = member.send("GET", "/api/v1/user").json()
    reply = member.summary("USER", "PROJECT")
    assert users_in(reply) == {me["id"]}
    (total,) = reply["totals"]
    assert total["amounts"] == []
    assert total["totalAmount"] is None
    assert total["totalAmountByCurrency"] == {}
    assert "amount" not in reply["groupOne"][0]["children"][0]
    rows = member.report("detailed", member.week(detailedFilter={})).json()
    assert {row["userId"] for row in rows["timeentries"]} == {me["id"]}
    assert {row["amount"] for row in rows["timeentries"]} == {None}
    assert {row["rate"] for row in rows["timeentries"]} == {None}


def test_a_member_sees_no_rates_and_no_other_people(asking: Any) -> None:
    member = asking.member
    me = member.send("GET", "/api/v1/user").json()
    assert [row["id"] for row in member.core("/users").json()] == [me["id"]]
    space = member.core("").json()
    assert space["hourlyRate"] is None
    assert [one["userId"] for one in space["memberships"]] == [me["id"]]
    names = [row["name"] for row in member.core("/projects").json()]
    assert len(names) == 13
    assert "Hudson pilot" not in names
    projects = member.core("/projects").json()
    assert {row["hourlyRate"] for row in projects} == {None}
    own = member.core(f"/user/{me['id']}/time-entries").json()
    assert own
    assert {row["hourlyRate"] for row in own} == {None}
    found = member.post("/time-off/requests", {}).json()["requests"]
    assert {row["userId"] for row in found} == {me["id"]}
    approvals = member.core("/approval-requests").json()
    owners = {row["approvalRequest"]["owner"]["userId"] for row in approvals}
    assert owners == {me["id"]}
    assert {row["billableAmount"] for row in approvals} == {None}
    assert member.core("/time-entries/status/in-progress").json() == []


def test_each_key_has_its_workspaces(asking: Any) -> None:
    def names(key: Any) -> list[str]:
        return [row["name"] for row in key.send("GET", "/api/v1/workspaces").json()]

    assert names(asking) == names(asking.member) == ["Acme Studio", "Acme Labs"]
    assert names(asking.manager) == ["Acme Studio"]


def test_the_second_workspace_has_another_currency(asking: Any) -> None:
    week = asking.grouped("USER")
    (total,) = asking.report("summary", week, workspace=1).json()["totals"]
    assert set(total["totalAmountByCurrency"]) == {"GBP"}
    assert asking.core("", workspace=1).json()["currencies"][0]["code"] == "GBP"
    assert asking.core("/holidays", workspace=1).json() == []
