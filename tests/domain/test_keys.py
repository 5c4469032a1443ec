from clockify_desktop.domain.directory import Project, Tag, Task
from clockify_desktop.domain.identity import ClientId, ProjectId, TagId, TaskId
from clockify_desktop.domain.keys import (
    NO_WORK,
    Grouping,
    client_key,
    tag_key,
    task_key,
)
from clockify_desktop.domain.label import LabelKind

WEEKS = Grouping({}, 0)


def project(name: str, client_id: str | None, client_name: str) -> Project:
    known = None if client_id is None else ClientId(client_id)
    return Project(ProjectId(name), name, known, client_name)


def test_clients_are_one_by_their_id_or_else_by_their_name() -> None:
    keys = [
        client_key(project(*told), WEEKS)
        for told in (
            ("p", "c", "Acme"),
            ("q", "d", "Acme"),
            ("r", None, "Acme"),
            ("s", None, "Acme"),
            ("t", "c", "Acme"),
            ("u", None, "Other"),
            ("v", "e", ""),
            ("w", None, ""),
        )
    ]
    assert len({key.label.mark for key in keys}) == 6
    assert keys[0] == keys[4]
    assert keys[2] == keys[3]
    assert [key.cells for key in keys[2:]] == [
        ("Acme", ""),
        ("Acme", ""),
        ("Acme", "c"),
        ("Other", ""),
        ("e", "e"),
        ("(Without client)", ""),
    ]


def test_what_is_no_work_stands_apart_by_task_and_by_tag() -> None:
    for kind, name in NO_WORK.items():
        task = task_key(Task(TaskId(kind), "?"), WEEKS)
        tag = tag_key(Tag(TagId(kind), "?"), WEEKS)
        for key in (task, tag):
            assert (key.label.name, key.label.kind) == (name, LabelKind.WITHOUT)
            assert set(key.cells) == {name, ""}
    every = [Tag(None, ""), *(Tag(TagId(kind), "") for kind in NO_WORK)]
    assert len({tag_key(tag, WEEKS).label.mark for tag in every}) == 4
