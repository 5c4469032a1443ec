from clockify_desktop.domain.directory import (
    Activity,
    Client,
    Directory,
    Person,
    Project,
    UserGroup,
)
from clockify_desktop.domain.identity import ClientId, GroupId, ProjectId, UserId
from clockify_desktop.services.named_things import people_of, projects_of
from clockify_desktop.services.numbering import Numbering

ACME = Client(ClientId("c"), "Acme", currency="USD")


def test_somebody_in_no_list_stands_under_their_teams() -> None:
    numbering = Numbering()
    numbering.users.number("a", "Ann")
    numbering.users.number(None, None)
    groups = (
        UserGroup(GroupId("g"), "Team", (UserId("a"), UserId("b"))),
        UserGroup(GroupId("h"), "Others", (UserId("a"),)),
    )
    ann, nobody = people_of(numbering, Directory(groups=groups))
    assert ann.groups == (GroupId("g"), GroupId("h"))
    unknown = Activity.UNKNOWN
    assert nobody == Person(UserId(""), "(no name)", activity=unknown)


def test_a_project_in_no_list_has_the_client_of_the_reply() -> None:
    numbering = Numbering()
    for name, client, client_id in (
        ("p", "Gone", None),
        ("q", "Gone", "g"),
        ("r", "Acme", None),
        ("s", None, "c"),
        ("t", "", None),
    ):
        numbering.projects.number(name, name.upper(), client, None, client_id)
    found = projects_of(numbering, Directory(clients=(ACME,)))
    assert [(one.client_id, one.client_name, one.currency) for one in found] == [
        (None, "Gone", None),
        ("g", "Gone", None),
        ("c", "Acme", "USD"),
        ("c", "Acme", "USD"),
        (None, "", None),
    ]


def test_of_two_clients_of_one_name_neither_is_taken() -> None:
    numbering = Numbering()
    numbering.projects.number("p", "P", "Acme")
    both = ACME, Client(ClientId("d"), "Acme")
    (project,) = projects_of(numbering, Directory(clients=both))
    assert (project.client_id, project.client_name) == (None, "Acme")


def test_a_project_whose_client_is_in_no_list_is_completed_by_the_reply() -> None:
    known = (
        Project(ProjectId("p"), "Web", ClientId("g")),
        Project(ProjectId("q"), "App", ClientId("h"), "Told"),
        Project(ProjectId("r"), "Lab"),
    )
    numbering = Numbering()
    for project in known:
        numbering.projects.number(project.id, "?", "Gone")
    found = projects_of(numbering, Directory(projects=known))
    assert [(one.name, one.client_id, one.client_name) for one in found] == [
        ("Web", "g", "Gone"),
        ("App", "h", "Told"),
        ("Lab", None, "Gone"),
    ]
