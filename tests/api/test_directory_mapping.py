from typing import Any

import msgspec
import pytest

from clockify_desktop.api.directory_mapping import (
    directory_of,
    members_of,
    person_of,
    profile_week_start,
    profile_zone_name,
    project_of,
    workspace_of,
)
from clockify_desktop.api.wire import people, projects, workspaces
from clockify_desktop.domain.directory import (
    Activity,
    Directory,
    Person,
    UserGroup,
    Workspace,
)
from clockify_desktop.domain.identity import GroupId, UserId, WorkspaceId

HERE = WorkspaceId("w1")


def user(**fields: Any) -> people.User:
    return msgspec.convert({"id": "u1", **fields}, people.User)


def member(status: str | None, where: str = "w1", kind: str = "WORKSPACE") -> Any:
    return {"targetId": where, "membershipType": kind, "membershipStatus": status}


@pytest.mark.parametrize(
    ("memberships", "account", "activity"),
    [
        ([member("ACTIVE")], "ACTIVE", Activity.ACTIVE),
        # The account of somebody deactivated here still says ACTIVE.
        ([member("INACTIVE")], "ACTIVE", Activity.INACTIVE),
        ([member("PENDING")], "PENDING_EMAIL_VERIFICATION", Activity.PENDING),
        ([member("DECLINED")], "ACTIVE", Activity.DECLINED),
        ([member("NEW_WORD")], "ACTIVE", Activity.UNKNOWN),
        ([member(None)], "ACTIVE", Activity.UNKNOWN),
        ([member("ACTIVE", "w2"), member("INACTIVE")], "ACTIVE", Activity.INACTIVE),
        ([member("ACTIVE", "w1", "PROJECT")], "ACTIVE", Activity.UNKNOWN),
        ([], "ACTIVE", Activity.UNKNOWN),
        (None, "PENDING_EMAIL_VERIFICATION", Activity.PENDING),
        (None, None, Activity.UNKNOWN),
    ],
)
def test_activity_is_that_of_the_membership(
    memberships: Any, account: str | None, activity: Activity
) -> None:
    sent = user(memberships=memberships, status=account)
    assert person_of(HERE, sent).activity is activity


def test_a_person_without_a_name() -> None:
    assert person_of(HERE, user(email="a@b.c")).name == "a@b.c"
    assert person_of(HERE, user()).name == "(no name)"
    assert person_of(HERE, user(name="Ada")).email == ""


@pytest.mark.parametrize(
    ("settings", "zone"),
    [(None, ""), ({}, ""), ({"timeZone": " Asia/Kolkata "}, "Asia/Kolkata")],
)
def test_the_zone_of_a_person(settings: Any, zone: str) -> None:
    assert person_of(HERE, user(settings=settings)).time_zone == zone


def test_recorded_people(recorded: Any) -> None:
    users = msgspec.convert(recorded("GET_USERS"), list[people.User])
    here = WorkspaceId("5e64e36443f3817e058c24d7")
    found = [person_of(here, one) for one in users]
    assert {one.activity for one in found} == {Activity.ACTIVE}
    assert "Алиса" in {one.name for one in found}


def test_recorded_workspaces(recorded: Any) -> None:
    sent = msgspec.convert(recorded("GET_WORKSPACES"), list[workspaces.SentWorkspace])
    assert workspace_of(sent[1]) == Workspace(
        WorkspaceId("5e5b8b3a95ae537fbde06e58"),
        "Alice in Wonderland",
        "GBP",
        hides_amounts=True,
    )


def test_workspaces() -> None:
    sent = workspaces.SentWorkspace(
        id=HERE,
        hourly_rate=workspaces.Rate(100, "USD"),
        currencies=(
            workspaces.Currency("USD", is_default=False),
            workspaces.Currency("EUR", is_default=True),
        ),
        feature_subscription_type="FREE",
    )
    assert workspace_of(sent) == Workspace(
        HERE, "(no name)", "EUR", 31, currencies=("USD", "EUR")
    )
    assert workspace_of(workspaces.SentWorkspace(id=HERE)).currency is None
    hidden = workspaces.SentWorkspace(id=HERE, hourly_rate=workspaces.Rate(None, ""))
    assert workspace_of(hidden).currency is None


def test_recorded_projects(recorded: Any) -> None:
    plain = msgspec.convert(recorded("GET_PROJECTS"), list[projects.SentProject])
    first, _, last = [project_of(one) for one in plain]
    assert (first.archived, first.currency, first.color) == (True, "GBP", "#009688")
    assert (first.client_id, first.client_name) == (plain[0].client_id, "Reader")
    assert (last.client_id, last.client_name) == (None, "")
    whole = recorded("PROJECT_hydrated_and_plain", "project_hydrated")
    assert project_of(msgspec.convert(whole, projects.SentProject)).currency == "AUD"


def test_the_currency_of_a_project() -> None:
    client = msgspec.convert({"id": "c1", "currencyCode": "CHF"}, projects.SentClient)
    sent = {"id": "p1", "clientId": "c1", "hourlyRate": {"currency": "EUR"}}
    own = {**sent, "currency": {"code": "GBP"}}

    def currency(row: Any, *of: Any) -> str | None:
        return project_of(msgspec.convert(row, projects.SentProject), *of).currency

    assert currency(own, client) == "GBP"
    assert currency(sent, client) == "CHF"
    assert currency(sent) == "EUR"
    plain = [msgspec.convert(sent, projects.SentProject)]
    directory = directory_of(HERE, [], plain, [client], [])
    assert [one.currency for one in directory.clients] == ["CHF"]
    assert [one.currency for one in directory.projects] == ["CHF"]


def test_the_directory() -> None:
    directory = directory_of(
        HERE,
        [user(name="Ada"), user(id="u2")],
        [
            msgspec.convert({"id": "p1", "clientId": "c1"}, projects.SentProject),
            msgspec.convert(
                {"id": "p2", "clientId": "", "color": ""}, projects.SentProject
            ),
        ],
        [msgspec.convert({"id": "c1", "name": "Acme"}, projects.SentClient)],
        [
            msgspec.convert({"id": "g1", "userIds": ["u1"]}, people.SentUserGroup),
            msgspec.convert(
                {"id": "g2", "name": "B", "userIds": None}, people.SentUserGroup
            ),
            msgspec.convert(
                {"id": "g3", "userIds": ["u1", "u9"]}, people.SentUserGroup
            ),
        ],
    )
    assert [one.currency for one in directory.projects] == [None, None]
    ada, other = directory.people
    assert ada.groups == (GroupId("g1"), GroupId("g3"))
    assert other.groups == ()
    assert [one.client_name for one in directory.projects] == ["Acme", ""]
    assert [one.color for one in directory.projects] == [None, None]
    assert [one.name for one in directory.clients] == ["Acme"]
    assert [one.members for one in directory.groups] == [
        (UserId("u1"),),
        (),
        (UserId("u1"), UserId("u9")),
    ]


def test_the_profile(recorded: Any) -> None:
    profile = msgspec.convert(recorded("GET_USER"), people.User)
    settings = recorded("GET_USER")["settings"]
    assert profile_zone_name(profile) == settings["timeZone"]
    assert profile_zone_name(user(settings=None)) == ""
    assert profile_zone_name(user(settings={"timeZone": None})) == ""
    assert profile_zone_name(user(settings={"timeZone": " UTC\n"})) == "UTC"
    assert profile_week_start(user(settings={"weekStart": "SUNDAY "})) == "SUNDAY"
    assert profile_week_start(user()) == ""


def test_members_of_projects() -> None:
    def project(one: str, *users: str | None, public: bool = False) -> Any:
        named = [{"userId": user, "membershipType": "PROJECT"} for user in users]
        fields = {"id": one, "public": public, "memberships": named or None}
        return msgspec.convert(fields, projects.SentProject)

    people_here = (Person(UserId("u1"), "A"), Person(UserId("u2"), "B"))
    team = UserGroup(GroupId("g1"), "Team", (UserId("u2"), UserId("u3")))
    here = Directory(people=people_here, groups=(team,))
    sent = (
        project("own", "u1"),
        project("team", "g1", None),
        project("closed"),
        # Named members are members, whoever else may log time there.
        project("open", "u2", public=True),
        project("everybody's", public=True),
    )
    assert members_of(sent, here) == {
        "own": {"u1"},
        "team": {"u2", "u3"},
        "closed": set(),
        "open": {"u2"},
        "everybody's": {"u1", "u2"},
    }
