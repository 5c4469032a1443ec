"""Entries as one writes them down by hand, for tests."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from clockify_desktop.domain.directory import Person, Project, Tag, Task
from clockify_desktop.domain.entries import Entries
from clockify_desktop.domain.identity import ProjectId, TagId, TaskId, UserId

BERLIN = ZoneInfo("Europe/Berlin")
ANN = Person(UserId("ann"), "Ann", "ann@x.example")
BOB = Person(UserId("bob"), "Bob", time_zone="Asia/Dhaka")
WEB = Project(ProjectId("web"), "Web", client_name="Acme", billable=True)
OPS = Project(ProjectId("ops"), "Ops")
OLD = Project(ProjectId("old"), "Old", archived=True, billable=True)
NO_PROJECT = Project(None, "(Without project)")
MAIL = Task(TaskId("mail"), "Mail", WEB)
NO_TASK = Task(None, "(Without task)")
URGENT, HOME = Tag(TagId("t1"), "Urgent"), Tag(TagId("t2"), "Home")


@dataclass(frozen=True)
class One:
    """One entry; without a length it is still running.

    Args:
        start: By the clock of ``zone``, such as ``2026-11-16 09:00``.
        minutes: How long it is, ``None`` while it runs.
    """

    start: str
    minutes: float | None = 60
    person: Person = ANN
    project: Project = WEB
    description: str = "Talk"
    task: Task = NO_TASK
    tags: tuple[Tag, ...] = ()
    billable: bool = False
    kind: str = "REGULAR"
    approval: str | None = None
    locked: bool = False
    zone: ZoneInfo = BERLIN
    id: str = ""


def entries_of(*ones: One) -> Entries:
    """Put entries together as columns."""
    start = [datetime.fromisoformat(one.start).replace(tzinfo=one.zone) for one in ones]
    end = [
        (begun.astimezone(UTC) + timedelta(minutes=one.minutes or 0)).astimezone(
            one.zone
        )
        for begun, one in zip(start, ones, strict=True)
    ]
    tables: dict[str, tuple[object, ...]] = {}
    columns: dict[str, np.ndarray] = {}
    for column, table, things in (
        ("user", "people", [one.person for one in ones]),
        ("project", "projects", [one.project for one in ones]),
        ("task", "tasks", [one.task for one in ones]),
        ("tags", "tag_sets", [one.tags for one in ones]),
        ("description", "descriptions", [one.description for one in ones]),
        ("kind", "kinds", [one.kind for one in ones]),
        ("approval", "approvals", [one.approval for one in ones]),
    ):
        tables[table] = tuple(dict.fromkeys(things))
        columns[column] = np.array(
            [tables[table].index(one) for one in things], np.intp
        )
    names = [one.id or f"e{at}" for at, one in enumerate(ones)]
    running = np.array([one.minutes is None for one in ones], np.bool_)
    start_s, end_s = (
        np.array([int(one.timestamp()) for one in several], np.int64)
        for several in (start, end)
    )
    start_min, end_min = (
        np.array([_offset_min(one) for one in several], np.int16)
        for several in (start, end)
    )
    return Entries(
        **tables,
        **columns,
        ids=np.array(names, np.object_),
        start_s=start_s,
        end_s=end_s,
        start_offset_min=start_min,
        end_offset_min=end_min,
        day=np.array([one.toordinal() for one in start], np.int64),
        seconds=np.where(running, 0, end_s - start_s),
        billable=np.array([one.billable for one in ones], np.bool_),
        running=running,
        locked=np.array([one.locked for one in ones], np.bool_),
    ).in_order()


def _offset_min(instant: datetime) -> int:
    offset = instant.utcoffset()
    assert offset is not None
    return int(offset.total_seconds()) // 60
