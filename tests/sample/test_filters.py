"""The filters of a report's body."""

from typing import Any

import pytest


def total(asking: Any, **more: Any) -> int:
    totals = asking.summary("USER", **more)["totals"]
    return int(totals[0]["totalTime"]) if totals else 0


def person(asking: Any, handle: str) -> str:
    people = asking.organisation.people
    return str(next(one.id for one in people if one.handle == handle))


def test_ids_of_people_alone_return_nothing(asking: Any) -> None:
    daan = person(asking, "daan.de.vries")
    assert total(asking, users={"ids": [daan]}) == 0
    assert total(asking, users={"ids": [daan], "contains": "CONTAINS"}) == 0
    full = {"ids": [daan], "contains": "CONTAINS", "status": "ACTIVE"}
    reply = asking.summary("USER", users=full)
    assert [node["_id"] for node in reply["groupOne"]] == [daan]
    assert total(asking, users={"ids": []}) == total(asking)


def test_everybody_but_somebody(asking: Any) -> None:
    daan = person(asking, "daan.de.vries")
    only = {"ids": [daan], "contains": "CONTAINS", "status": "ALL"}
    others = {"ids": [daan], "contains": "DOES_NOT_CONTAIN", "status": "ALL"}
    assert total(asking, users=only) + total(asking, users=others) == total(asking)


def test_somebody_deactivated_needs_all(asking: Any) -> None:
    quentin = person(asking, "quentin.dubois")
    found = {
        status: total(
            asking, users={"ids": [quentin], "contains": "CONTAINS", "status": status}
        )
        for status in ("ACTIVE", "ACTIVE_WITH_PENDING", "PENDING", "INACTIVE", "ALL")
    }
    assert found.pop("ALL") == found.pop("INACTIVE") > 0
    assert set(found.values()) == {0}
    assert total(asking, users={"status": "ACTIVE"}) < total(asking)


@pytest.mark.parametrize(
    ("field", "group", "ids"),
    [
        ("projects", "PROJECT", "project_ids"),
        ("clients", "CLIENT", "client_ids"),
        ("tasks", "TASK", "task_ids"),
    ],
)
def test_by_id(asking: Any, field: str, group: str, ids: str) -> None:
    wanted = getattr(asking.organisation.workspaces[0], ids)[0]
    nodes = {
        node["_id"]: node["duration"] for node in asking.summary(group)["groupOne"]
    }
    part = {"ids": [wanted]}
    assert total(asking, **{field: part}) == nodes[wanted]
    others = {**part, "contains": "DOES_NOT_CONTAIN"}
    assert total(asking, **{field: others}) == total(asking) - nodes[wanted]


def test_by_user_group(asking: Any) -> None:
    group = asking.organisation.workspaces[0].group_ids[0]
    nodes = {n["_id"]: n["duration"] for n in asking.summary("USER_GROUP")["groupOne"]}
    part = {"ids": [group], "contains": "CONTAINS", "status": "ALL"}
    assert total(asking, userGroups=part) == nodes[group]
    others = {**part, "contains": "DOES_NOT_CONTAIN"}
    assert total(asking, userGroups=others) == total(asking) - nodes[group]


def test_by_tag(asking: Any) -> None:
    tag = asking.organisation.workspaces[0].tag_ids[1]
    nodes = asking.summary("TAG")["groupOne"]

    def expected(wanted: Any) -> int:
        return sum(node["duration"] for node in nodes if wanted(node["_id"]))

    part = {"ids": [tag]}
    assert total(asking, tags=part) == expected(lambda ids: tag in ids)
    only = {**part, "containedInTimeentry": "CONTAINS_ONLY"}
    assert total(asking, tags=only) == expected(lambda ids: ids == [tag])
    without = {**part, "contains": "DOES_NOT_CONTAIN"}
    assert total(asking, tags=without) == expected(lambda ids: tag not in ids)
    assert total(asking, tags=only) < total(asking, tags=part)


def test_by_state_of_the_project(asking: Any) -> None:
    archived = total(asking, projects={"status": "ARCHIVED"})
    assert 0 < archived == total(asking, archived=True)
    active = total(asking, projects={"status": "ACTIVE"})
    assert active + archived == total(asking) == total(asking, archived=False)


def test_by_currency(asking: Any) -> None:
    dollars = total(asking, currency={"ids": ["USD"], "contains": "CONTAINS"})
    euros = total(asking, currency={"ids": ["EUR"], "contains": "CONTAINS"})
    assert dollars > 0
    assert dollars + euros == total(asking)


def test_billable(asking: Any) -> None:
    every = asking.summary("USER")["totals"][0]
    assert total(asking, billable=True) == every["totalBillableTime"]
    assert (
        total(asking, billable=False) == every["totalTime"] - every["totalBillableTime"]
    )


def test_by_description(asking: Any) -> None:
    texts = {n["name"]: n["duration"] for n in asking.summary("TIMEENTRY")["groupOne"]}
    matching = sum(s for name, s in texts.items() if "review" in name.lower())
    assert 0 < matching == total(asking, description="REVIEW")
    assert total(asking, withoutDescription=True) == texts[""]


def test_nothing_is_invoiced(asking: Any) -> None:
    assert total(asking, invoicingState="INVOICED") == 0
    assert total(asking, invoicingState="UNINVOICED") == total(asking)
