import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.directory import Activity, Person, Project, UserGroup
from clockify_desktop.domain.identity import ClientId, GroupId, ProjectId, UserId
from clockify_desktop.domain.normal_form import searchable
from clockify_desktop.ui.pickers.people_rows import people_rows
from clockify_desktop.ui.pickers.project_rows import (
    Archived,
    Billable,
    ProjectFilter,
    project_rows,
)
from clockify_desktop.ui.pickers.rows import Row, found, ids_of
from clockify_desktop.viewmodels.picker_states import PeopleState


def _person(key: str, name: str, email: str = "", **more: object) -> Person:
    return Person(UserId(key), name, email, **more)  # type: ignore[arg-type] # activity, groups


def _texts(rows: tuple[Row, ...]) -> list[str]:
    return [f"{row.text} | {row.remark}" if row.remark else row.text for row in rows]


ANNA = _person("id-anna-111111", "Anna Lee", "anna@acme.example")
ANNA_2 = _person("id-anna-222222", "anna lee ", "lee@acme.example")
INES = _person("id-ines", "Inês Carvalho", activity=Activity.INACTIVE)
BO = _person("id-bo", "Bo", "bo@acme.example", groups=(GroupId("g2"),))
GROUPS = (
    UserGroup(GroupId("g2"), "Support"),
    UserGroup(GroupId("g1"), "Design", (ANNA.id, INES.id, UserId("gone"))),
    UserGroup(GroupId("g3"), "Nobody left", (UserId("gone"),)),
)


def test_teams_come_first_and_only_those_with_somebody() -> None:
    rows = people_rows(PeopleState((INES, ANNA, BO), GROUPS), members_only=False)
    assert _texts(rows) == [
        "Teams",
        "Design | 2 people",
        "Support | 1 person",
        "People",
        "Anna Lee",
        "Bo",
        "Inês Carvalho | deactivated",
    ]
    assert rows[1].ids == {ANNA.id, INES.id}
    assert rows[2].ids == {BO.id}


def test_without_teams_there_are_no_headings() -> None:
    assert _texts(people_rows(PeopleState((BO,)), members_only=False)) == ["Bo"]
    assert people_rows(PeopleState(), members_only=False) == ()


@pytest.mark.parametrize(
    ("activity", "words"),
    [
        (Activity.ACTIVE, "Bo"),
        (Activity.INACTIVE, "Bo | deactivated"),
        (Activity.PENDING, "Bo | invited"),
        (Activity.DECLINED, "Bo | declined the invitation"),
        (Activity.UNKNOWN, "Bo | membership not known"),
    ],
)
def test_the_membership_in_words(activity: Activity, words: str) -> None:
    state = PeopleState((_person("b", "Bo", "bo@acme.example", activity=activity),))
    assert _texts(people_rows(state, members_only=False)) == [words]


def test_same_names_are_told_apart() -> None:
    twin = _person("id-anna-333333", "Anna Lee", "anna@acme.example")
    bare = _person("id-anna-444444", "Anna Lee")
    state = PeopleState((ANNA, ANNA_2, BO), ())
    assert _texts(people_rows(state, members_only=False)) == [
        "Anna Lee | anna@acme.example",
        "anna lee | lee@acme.example",
        "Bo",
    ]
    state = PeopleState((ANNA, twin, bare))
    rows = people_rows(state, members_only=False)
    assert _texts(rows) == [
        "Anna Lee | anna@acme.example · id …111111",
        "Anna Lee | anna@acme.example · id …333333",
        "Anna Lee",
    ]


def test_teams_of_one_name_are_told_apart() -> None:
    groups = (
        UserGroup(GroupId("5f00a1b2c3"), "Design", (ANNA.id,)),
        UserGroup(GroupId("5f00d4e5f6"), "design\xa0", (ANNA.id, BO.id)),
    )
    rows = people_rows(PeopleState((ANNA, BO), groups), members_only=False)
    assert _texts(rows)[1:3] == [
        "Design | id …a1b2c3 · 1 person",
        "design | id …d4e5f6 · 2 people",
    ]
    assert found(rows, "D4E5F6")[1:] == rows[2:3]


def test_somebody_without_a_name_has_an_address_or_an_id() -> None:
    state = PeopleState((_person("x", "", "x@acme.example"), _person("y9", "")))
    rows = people_rows(state, members_only=False)
    names = [row.text for row in rows]
    assert names == ["(no name) · x@acme.example", "(no name) · y9"]


def test_only_members_of_the_chosen_projects() -> None:
    one, other = ProjectId("p1"), ProjectId("p2")
    members = {one: frozenset({ANNA.id}), other: frozenset({BO.id})}
    chosen = frozenset({one, None, ProjectId("unknown")})
    state = PeopleState((ANNA, INES, BO), GROUPS, members=members)
    assert people_rows(state, members_only=True) == ()
    state = PeopleState(
        (ANNA, INES, BO), GROUPS, members=members, chosen_projects=chosen
    )
    assert _texts(people_rows(state, members_only=True)) == [
        "Teams",
        "Design | 1 person",
        "People",
        "Anna Lee",
    ]
    state = PeopleState((ANNA, BO), chosen_projects=chosen)
    assert len(people_rows(state, members_only=True)) == 2


def _project(key: str | None, name: str, client: str = "", **more: bool) -> Project:
    return Project(
        ProjectId(key) if key else None,
        name,
        ClientId(client) if client else None,
        client,
        "#123456",
        **more,
    )


PROJECTS = (
    _project("web", "Website", "Northwind", billable=True),
    _project("old", "Old shop", "Northwind", archived=True),
    _project("own", "Own things"),
    _project(None, "whatever"),
    _project("app", "App", "Acme"),
)


def test_projects_stand_under_their_clients() -> None:
    rows = project_rows(PROJECTS, ProjectFilter(Archived.BOTH))
    assert _texts(rows) == [
        "(Without project)",
        "Acme",
        "App",
        "Northwind",
        "Old shop | archived",
        "Website",
        "(Without client)",
        "Own things",
    ]
    assert rows[0].ids == {None}
    assert rows[0].swatch is None
    assert rows[2].swatch == "#123456"
    assert rows[3].ids == {"old", "web"}
    assert rows[3].heading
    assert [row.indented for row in rows[:3]] == [False, False, True]


def test_clients_and_projects_of_one_name_are_told_apart() -> None:
    acme = ClientId("5f00a1b2c3"), "Acme"
    projects = (
        Project(ProjectId("5f00000001"), "Support", *acme),
        Project(ProjectId("5f00000002"), "support ", *acme),
        Project(ProjectId("5f00000003"), "Support", *acme, archived=True),
        Project(ProjectId("5f00000004"), "Support", ClientId("5f00d4e5f6"), "ACME"),
        Project(ProjectId("5f00000005"), "Own"),
        Project(None, ""),
    )
    rows = project_rows(projects, ProjectFilter(Archived.BOTH))
    assert _texts(rows) == [
        "(Without project)",
        "Acme | id …a1b2c3",
        "Support | id …000001",
        "support | id …000002",
        "Support | archived",
        "ACME | id …d4e5f6",
        "Support",
        "(Without client)",
        "Own",
    ]
    assert [row.indented for row in rows] == [0, 0, 1, 1, 1, 0, 1, 0, 1]


@pytest.mark.parametrize(
    ("wanted", "listed"),
    [
        (ProjectFilter(), {None, "app", "own", "web"}),
        (ProjectFilter(Archived.YES), {"old"}),
        (ProjectFilter(billable=Billable.YES), {"web"}),
        (ProjectFilter(Archived.BOTH, Billable.NO), {None, "app", "own", "old"}),
    ],
)
def test_filters_by_archive_and_billable(
    wanted: ProjectFilter, listed: set[str | None]
) -> None:
    assert ids_of(project_rows(PROJECTS, wanted)) == listed


def test_a_search_finds_however_it_is_typed() -> None:
    rows = people_rows(PeopleState((INES, ANNA, BO), GROUPS), members_only=False)
    assert _texts(found(rows, "  INES carv ")) == [
        "People",
        "Inês Carvalho | deactivated",
    ]
    assert _texts(found(rows, "design")) == ["Teams", "Design | 2 people"]
    assert _texts(found(rows, "acme.example")) == ["People", "Anna Lee", "Bo"]
    assert found(rows, "nobody at all") == ()
    assert found(rows, " ") == rows


def test_a_client_found_by_name_brings_its_projects() -> None:
    rows = project_rows(PROJECTS, ProjectFilter(Archived.BOTH))
    assert _texts(found(rows, "north")) == [
        "Northwind",
        "Old shop | archived",
        "Website",
    ]
    site = found(rows, "site")
    # The box of the client is about what is listed under it.
    assert [row.ids for row in site] == [{"web"}, {"web"}]


def test_what_a_screen_reader_says() -> None:
    assert Row("Bo").spoken == "Bo"
    assert Row("Bo", remark="invited").spoken == "Bo, invited"
    assert Row("UTC", current=True).spoken == "UTC, chosen"


@given(st.text(), st.text())
def test_every_text_is_found_by_itself(name: str, email: str) -> None:
    row = Row(name, words=searchable(name, email))
    assert found([row], name) == (row,)
    assert found([row], email) == (row,)
    assert found([row], name.upper()) == (row,) or name.upper().casefold() != (
        name.casefold()
    )
