import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager

import pytest

from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.errors import (
    ClockifyError,
    KeyUnknownError,
    RefusedRequestError,
    RequestInfo,
)
from clockify_desktop.api.hosts import (
    AUSTRALIA,
    DEPLOYMENTS,
    GERMANY,
    GLOBAL,
    REGIONS,
    SANDBOX,
    UK,
    USA,
    Hosts,
    subdomain,
    within,
)
from clockify_desktop.api.network_errors import UnreachableError
from clockify_desktop.api.paging import Listed
from clockify_desktop.api.wire.people import User
from clockify_desktop.api.wire.workspaces import SentWorkspace, WorkspaceSettings
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.services.roles import Role
from clockify_desktop.services.sign_in import (
    NO_NAME,
    KeyInNoRegionError,
    NoWorkspaceError,
    SignedIn,
    find_region,
    other_regions,
)
from clockify_desktop.services.sign_in import (
    test_connection as ask,
)

KEY = ApiKey("a-key-that-opens-nothing")
ASKED = RequestInfo("GET", "/user", "api.clockify.me")
MIA = User(UserId("u1"), "mia@acme.example", "Mia Larsen")
ACME = SentWorkspace(
    WorkspaceId("w1"),
    "Acme",
    workspace_settings=WorkspaceSettings(only_admins_see_all_time_entries=True),
)
OPEN = SentWorkspace(
    WorkspaceId("w2"),
    "Open",
    workspace_settings=WorkspaceSettings(only_admins_see_all_time_entries=False),
)
BARE = SentWorkspace(WorkspaceId("w3"))


class Clockify:
    """A client that answers from memory."""

    def __init__(
        self,
        user: User | ClockifyError = MIA,
        workspaces: Iterable[SentWorkspace] = (ACME, OPEN, BARE),
        roles: dict[str, set[str]] | None = None,
        *,
        ignores_filter: bool = False,
        refuses_filter: Iterable[str] = (),
        unreadable: int = 0,
    ) -> None:
        self._user = user
        self._workspaces = Listed(workspaces, unreadable=unreadable)
        self._roles = roles or {}
        self._ignores_filter = ignores_filter
        self._refuses_filter = set(refuses_filter)

    async def user(self) -> User:
        if isinstance(self._user, ClockifyError):
            raise self._user
        return self._user

    async def workspaces(self, *, roles: Iterable[str] = ()) -> Listed[SentWorkspace]:
        wanted = set(roles)
        if wanted & self._refuses_filter:
            raise RefusedRequestError(ASKED, "400")
        if not wanted or self._ignores_filter:
            return self._workspaces
        ids = {one for role in wanted for one in self._roles.get(role, ())}
        return Listed(one for one in self._workspaces if one.id in ids)


def opener(
    clients: dict[Hosts, Clockify], asked: list[Hosts] | None = None
) -> Callable[[Hosts, object], object]:
    @asynccontextmanager
    async def open_client(hosts: Hosts, credential: object) -> AsyncIterator[Clockify]:
        assert credential is KEY
        if asked is not None:
            asked.append(hosts)
        yield clients[hosts]

    return open_client


def signed_in(client: Clockify) -> SignedIn:
    return asyncio.run(ask(GLOBAL, KEY, opener({GLOBAL: client})))


def roles_of(client: Clockify) -> dict[str, tuple[Role, bool | None]]:
    found = signed_in(client).workspaces
    return {one.name: (one.role, one.only_own_time) for one in found}


def test_it_names_the_person_and_every_workspace() -> None:
    found = signed_in(Clockify())
    assert (found.person, found.email) == ("Mia Larsen", "mia@acme.example")
    assert found.user_id == "u1"
    assert found.hosts == GLOBAL
    assert [one.name for one in found.workspaces] == ["Acme", "Open", NO_NAME]


def test_workspaces_that_could_not_be_read_are_counted() -> None:
    assert signed_in(Clockify()).unreadable == 0
    assert signed_in(Clockify(unreadable=2)).unreadable == 2


def test_names_that_are_missing() -> None:
    assert signed_in(Clockify(User(UserId("u"), "m@x.example"))).person == "m@x.example"
    nobody = signed_in(Clockify(User(UserId("u"))))
    assert (nobody.person, nobody.email) == (NO_NAME, "")


@pytest.mark.parametrize(
    ("active", "default", "order"),
    [
        (None, None, ["w1", "w2", "w3"]),
        ("w3", "w2", ["w3", "w2", "w1"]),
        ("elsewhere", "w2", ["w2", "w1", "w3"]),
    ],
)
def test_the_workspace_of_the_profile_comes_first(
    active: WorkspaceId | None, default: WorkspaceId | None, order: list[str]
) -> None:
    user = User(
        UserId("u"), name="Mia", active_workspace=active, default_workspace=default
    )
    assert [one.id for one in signed_in(Clockify(user)).workspaces] == order


def test_roles_come_from_the_filtered_list() -> None:
    client = Clockify(
        roles={"OWNER": {"w1"}, "WORKSPACE_ADMIN": {"w2"}, "PROJECT_MANAGER": {"w1"}}
    )
    assert roles_of(client) == {
        "Acme": (Role.OWNER, False),
        "Open": (Role.ADMIN, False),
        NO_NAME: (Role.MEMBER, None),
    }


def test_a_member_sees_what_the_workspace_lets_members_see() -> None:
    assert roles_of(Clockify()) == {
        "Acme": (Role.MEMBER, True),
        "Open": (Role.MEMBER, False),
        NO_NAME: (Role.MEMBER, None),
    }


def test_what_a_manager_sees_is_not_known() -> None:
    client = Clockify(roles={"TEAM_MANAGER": {"w1"}, "PROJECT_MANAGER": {"w1", "w2"}})
    found = roles_of(client)
    assert found["Acme"] == (Role.TEAM_MANAGER, None)
    assert found["Open"] == (Role.PROJECT_MANAGER, None)


def test_a_server_that_ignores_the_filter_makes_nobody_an_owner() -> None:
    found = roles_of(Clockify(ignores_filter=True))
    assert {role for role, _ in found.values()} == {Role.UNKNOWN}


def test_a_refused_filter_keeps_nobody_out() -> None:
    client = Clockify(roles={"OWNER": {"w1"}}, refuses_filter={"TEAM_MANAGER"})
    found = roles_of(client)
    assert found["Acme"] == (Role.OWNER, False)
    assert found["Open"] == (Role.UNKNOWN, None)


def test_no_workspace_is_said() -> None:
    with pytest.raises(NoWorkspaceError, match="opens no workspace"):
        signed_in(Clockify(workspaces=()))


def test_refusals_pass_as_they_are() -> None:
    error = KeyUnknownError(ASKED)
    with pytest.raises(KeyUnknownError) as caught:
        signed_in(Clockify(error))
    assert caught.value is error


def test_the_other_regions_are_all_but_the_tried_one_and_the_sandbox() -> None:
    every = {GLOBAL, GERMANY, USA, UK, AUSTRALIA}
    assert {one.hosts for one in other_regions(GERMANY)} == every - {GERMANY}
    assert SANDBOX not in every


def test_the_other_regions_of_a_subdomain_keep_its_reports() -> None:
    acme = subdomain("acme")
    mixed = [within(one, "acme").hosts for one in REGIONS]
    assert [one.hosts for one in other_regions(acme)] == [GLOBAL, *mixed]
    assert {one.reports_url for one in mixed} == {acme.reports_url}
    assert {one.hosts for one in other_regions(mixed[0])} == {GLOBAL, *mixed[1:]}


def test_a_subdomain_is_found_in_its_region() -> None:
    places = other_regions(subdomain("acme"))
    clients = {one.hosts: Clockify(KeyUnknownError(ASKED)) for one in places}
    clients[places[2].hosts] = Clockify()
    found = asyncio.run(find_region(places, KEY, opener(clients)))
    assert found.title == "acme in USA"
    assert found.hosts == within(REGIONS[1], "acme").hosts


def test_the_region_that_knows_the_key_is_found() -> None:
    asked: list[Hosts] = []
    clients = {one.hosts: Clockify(KeyUnknownError(ASKED)) for one in DEPLOYMENTS}
    clients[UK] = Clockify()
    clients[AUSTRALIA] = Clockify()
    regions = other_regions(GLOBAL)
    found = asyncio.run(find_region(regions, KEY, opener(clients, asked)))
    assert found.hosts == UK
    assert set(asked) == {one.hosts for one in regions}


def test_a_key_that_is_known_nowhere() -> None:
    clients = {one.hosts: Clockify(KeyUnknownError(ASKED)) for one in DEPLOYMENTS}
    find = find_region(other_regions(GLOBAL), KEY, opener(clients))
    with pytest.raises(KeyInNoRegionError) as caught:
        asyncio.run(find)
    assert caught.value.title == "None of the regions knows this key"


def test_regions_that_did_not_answer_are_named() -> None:
    clients = {one.hosts: Clockify(KeyUnknownError(ASKED)) for one in DEPLOYMENTS}
    clients[UK] = Clockify(UnreachableError(ASKED))
    find = find_region(other_regions(GLOBAL), KEY, opener(clients))
    with pytest.raises(AppError) as caught:
        asyncio.run(find)
    assert "UK" in caught.value.advice
    assert "USA" not in caught.value.advice
