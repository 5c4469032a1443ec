from clockify_desktop.domain.directory import Person, Project, Tag, TagSet, Task
from clockify_desktop.domain.identity import ClientId, ProjectId, TagId, TaskId, UserId
from clockify_desktop.domain.keys import (
    NO_WORK,
    WITHOUT_TAG,
    Grouping,
    client_key,
    person_key,
    project_key,
    tag_key,
    tags_key,
    task_key,
)
from clockify_desktop.domain.label import LabelKind
from clockify_desktop.domain.level import Level

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


def test_all_tags_of_an_entry_are_one_key_in_whichever_order() -> None:
    home, urgent = Tag(TagId("h"), "Home"), Tag(TagId("u"), "urgent")
    keys = [
        tags_key(TagSet(tags), WEEKS)
        for tags in ((urgent, home), (home, urgent), (home,), (), (Tag(None, ""),))
    ]
    assert keys[0] == keys[1]
    assert [key.cells for key in keys[1:]] == [
        ("Home + urgent", "h+u"),
        ("Home", "h"),
        *((WITHOUT_TAG, ""),) * 2,
    ]
    labels = [key.label for key in keys[1:]]
    assert [label.kind for label in labels[2:]] == [LabelKind.WITHOUT] * 2
    # Of several together each counts, once.
    assert Level.TAGS.number_of(labels) == 2
    assert TagSet((urgent, home)).id == TagSet((home, urgent)).id == ("h", "u")
    no_work = tags_key(TagSet((Tag(TagId("BREAK"), "?"),)), WEEKS)
    assert no_work.cells == ("(Break)", "")


def test_a_person_without_a_name_is_known_by_the_address_and_files_keep_it() -> None:
    key = person_key(Person(UserId("u"), "  ", "ann@x"), Grouping({}, 0))
    assert key.label.name == "(no name) · ann@x"
    assert key.cells == ("  ", "u", "ann@x")
    blank = project_key(Project(ProjectId("p"), " "), Grouping({}, 0))
    assert blank.label.name == "(no name)"
