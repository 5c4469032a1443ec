from datetime import UTC, datetime
from typing import Any

import pytest


def starts(asking: Any, handle: str, **query: Any) -> list[str]:
    person = next(p.id for p in asking.organisation.people if p.handle == handle)
    reply = asking.core(f"/user/{person}/time-entries", **{"page-size": 5000, **query})
    assert reply.status_code == 200, reply.text[:300]
    return [row["timeInterval"]["start"] for row in reply.json()]


def test_newest_first_and_always_in_utc(asking: Any) -> None:
    found = starts(asking, "samuel.taylor")
    assert found == sorted(found, reverse=True)
    assert all(start.endswith("Z") for start in found)


@pytest.mark.parametrize("ending", ["", "Z", "+11:00"])
def test_the_filter_is_the_key_owners_wall_clock(asking: Any, ending: str) -> None:
    # The owner of the key lives in Berlin, one hour ahead of UTC in November.
    everything = starts(asking, "bastian.krueger")
    moment = next(s for s in everything if s.startswith("2026-11-18"))
    on_the_wall = datetime.fromisoformat(moment).timestamp() + 3600
    written = datetime.fromtimestamp(on_the_wall, UTC).strftime("%Y-%m-%dT%H:%M:%S")
    same = {"start": written + ending, "end": written + ending}
    assert starts(asking, "bastian.krueger", **same) == [moment]
    # What a client sends who takes the Z at its word finds something else.
    literal = moment.removesuffix("Z") + ending
    found = starts(asking, "bastian.krueger", start=literal, end=literal)
    assert found != [moment]


def test_the_owners_zone_counts_and_not_the_members(asking: Any) -> None:
    day = {"start": "2026-11-18T00:00:00Z", "end": "2026-11-18T23:59:59Z"}
    for start in starts(asking, "sam.taylor", **day):
        assert "2026-11-17T23:00:00Z" <= start <= "2026-11-18T22:59:59Z"


def test_a_date_alone_is_refused(asking: Any) -> None:
    person = asking.organisation.people[0].id
    reply = asking.core(f"/user/{person}/time-entries", start="2026-11-18")
    assert (reply.status_code, reply.json()["code"]) == (400, 501)


def test_filters(asking: Any) -> None:
    space = asking.organisation.workspaces[0]
    person = space.people[2].id
    path = f"/user/{person}/time-entries"

    def rows(**query: Any) -> list[Any]:
        return list(asking.core(path, **{"page-size": 5000, **query}).json())

    every = rows()
    project, task, tag = space.project_ids[0], space.task_ids[0], space.tag_ids[0]
    assert rows(project=project) == [r for r in every if r["projectId"] == project]
    assert rows(task=task) == [r for r in every if r["taskId"] == task]
    assert rows(tags=tag) == [r for r in every if tag in r["tagIds"]]
    assert rows(description="WEEKLY") == [
        r for r in every if "weekly" in r["description"].lower()
    ]
    with_project = rows(**{"project-required": "true"})
    assert with_project == [r for r in every if r["projectId"]] != every
    assert rows(**{"task-required": "true"}) == [r for r in every if r["taskId"]]
    assert rows(**{"in-progress": "true"}) == []
    assert all((rows(project=project), rows(task=task), rows(tags=tag)))


def test_pages_do_not_overlap(asking: Any) -> None:
    person = asking.organisation.people[2].id
    path = f"/user/{person}/time-entries"
    every = asking.core(path, **{"page-size": 5000})
    assert every.headers["Last-Page"] == "true"
    first = asking.core(path, **{"page-size": 60, "page": 1})
    second = asking.core(path, **{"page-size": 60, "page": 2})
    assert first.headers["Last-Page"] == "false"
    assert first.json() + second.json() == every.json()[:120]


def test_a_new_entry_is_there_afterwards(writing: Any) -> None:
    space = writing.organisation.workspaces[0]
    before = writing.summary("USER")["totals"][0]
    sent = {
        "start": "2026-11-18T05:00:00Z",
        "end": "2026-11-18T07:30:00+01:00",
        "projectId": space.project_ids[0],
        "taskId": space.task_ids[1],
        "tagIds": [space.tag_ids[6], space.tag_ids[0]],
        "description": "Something new",
        "billable": True,
    }
    reply = writing.post("/time-entries", sent)
    assert reply.status_code == 201
    row = reply.json()
    assert row["timeInterval"] == {
        "start": "2026-11-18T05:00:00Z",
        "end": "2026-11-18T06:30:00Z",
        "duration": "PT1H30M",
    }
    assert row["userId"] == space.people[0].id
    assert set(row["tagIds"]) == set(sent["tagIds"])
    mine = writing.core(f"/user/{row['userId']}/time-entries", description="something")
    assert mine.json() == [row]
    after = writing.summary("USER")["totals"][0]
    assert after["totalTime"] - before["totalTime"] == 5400
    assert after["totalBillableTime"] - before["totalBillableTime"] == 5400
    assert after["entriesCount"] - before["entriesCount"] == 1
    body = writing.week(description="Something new", detailedFilter={"page": 1})
    (found,) = writing.report("detailed", body).json()["timeentries"]
    assert found["_id"] == row["id"]
    assert {tag["name"] for tag in found["tags"]} == {"meeting", "ops"}
    project = writing.core(f"/projects/{row['projectId']}").json()
    assert project["duration"].startswith("PT")


def test_a_new_entry_without_anything_is_running(writing: Any) -> None:
    reply = writing.member.post("/time-entries", {"start": "2026-11-24T08:00:00Z"})
    row = reply.json()
    assert row["timeInterval"]["end"] is None
    assert row["billable"] is False
    running = writing.core("/time-entries/status/in-progress").json()
    assert row["id"] in [one["id"] for one in running]
    assert writing.member.core("/time-entries/status/in-progress").json() == [row]


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": None},
        {"start": "2026-11-18"},
        {"start": "2026-13-18T05:00:00Z"},
        {"start": "1899-12-31T05:00:00Z"},
        {"end": "2026-11-18T04:00:00Z"},
        {"projectId": "0" * 24},
        {"taskId": "0" * 24},
        {"tagIds": ["0" * 24]},
        {"tagIds": "none"},
        {"description": 7},
        {"type": "HOLIDAY"},
        {"type": ["BREAK"]},
    ],
)
def test_what_cannot_be_written_is_refused(writing: Any, wrong: dict[str, Any]) -> None:
    before = len(writing.organisation.workspaces[0].entries)
    body = {"start": "2026-11-18T05:00:00Z", "end": "2026-11-18T06:00:00Z", **wrong}
    reply = writing.post("/time-entries", body)
    assert (reply.status_code, reply.json()["code"]) == (400, 501)
    assert len(writing.organisation.workspaces[0].entries) == before


def test_a_task_belongs_to_its_project(writing: Any) -> None:
    space = writing.organisation.workspaces[0]
    body = {
        "start": "2026-11-18T05:00:00Z",
        "projectId": space.project_ids[0],
        "taskId": space.task_ids[-1],
    }
    assert writing.post("/time-entries", body).status_code == 400


def test_a_private_project_is_not_for_others(writing: Any) -> None:
    space = writing.organisation.workspaces[0]
    private = next(n for n, project in enumerate(space.projects) if project.only)
    body = {"start": "2026-11-18T05:00:00Z", "projectId": space.project_ids[private]}
    assert writing.member.post("/time-entries", body).status_code == 403
    assert writing.post("/time-entries", body).status_code == 201
