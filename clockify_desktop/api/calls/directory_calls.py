"""Calls about who and what there is: the profile, workspaces, people, projects."""

from collections.abc import Iterable
from typing import Literal

from clockify_desktop.api import endpoints
from clockify_desktop.api.calls.call_group import (
    PAGE_SIZE,
    SMALL_PAGE_SIZE,
    CallGroup,
    query,
    read,
)
from clockify_desktop.api.decoding import decoded_rows
from clockify_desktop.api.paging import Listed
from clockify_desktop.api.requester import ApiRequest
from clockify_desktop.api.wire.people import SentUserGroup, User
from clockify_desktop.api.wire.projects import SentClient, SentProject, Tag, Task
from clockify_desktop.api.wire.workspaces import SentWorkspace
from clockify_desktop.domain.identity import (
    ClientId,
    ProjectId,
    UserId,
    WorkspaceId,
)

SortOrder = Literal["ASCENDING", "DESCENDING"]
ProjectColumn = Literal["ID", "NAME", "CLIENT_NAME", "DURATION", "BUDGET", "PROGRESS"]
UserStatus = Literal["PENDING", "ACTIVE", "DECLINED", "INACTIVE", "ALL"]
Memberships = Literal["ALL", "NONE", "WORKSPACE", "PROJECT", "USERGROUP"]


class DirectoryCalls(CallGroup):
    """Everything that names things."""

    async def user(self) -> User:
        """Fetch the profile of the person whose key this is."""
        return await self._one(ApiRequest(endpoints.USER), User)

    async def workspaces(self, *, roles: Iterable[str] = ()) -> Listed[SentWorkspace]:
        """Fetch the workspaces that the key can see; this list has no pages.

        Args:
            roles: Only those where the key's owner has one of these roles, such as
                ``OWNER`` or ``WORKSPACE_ADMIN``: the documented way to learn a role.
        """
        question = ApiRequest(endpoints.WORKSPACES, params=query(roles=roles))
        answer = await self._requester.send(question)
        rows, unreadable = await read(
            answer, lambda body, info: decoded_rows(body, SentWorkspace, info)
        )
        return Listed(rows, unreadable=unreadable)

    async def workspace(self, workspace: WorkspaceId) -> SentWorkspace:
        """Fetch one workspace."""
        question = ApiRequest(endpoints.WORKSPACE, {"workspace": workspace})
        return await self._one(question, SentWorkspace)

    async def users(
        self,
        workspace: WorkspaceId,
        *,
        status: UserStatus | None = None,
        memberships: Memberships | None = None,
        project_id: ProjectId | None = None,
        name: str | None = None,
        email: str | None = None,
        include_roles: bool = False,
    ) -> Listed[User]:
        """Fetch the people of a workspace.

        Args:
            workspace: Whose people.
            status: By membership here, not by account; ``ALL`` for everybody.
            memberships: Which ones to fetch along; none unless asked for.
            project_id: Only those who may work on this project.
            name: Only those whose name holds this.
            email: Only those whose address holds this.
            include_roles: Clockify documents this one as required.

        Returns:
            The people, each once.
        """
        wanted = memberships not in {None, "NONE"}
        params = query(
            status=status,
            memberships=memberships,
            # The older name of the same; both are documented.
            include_memberships=True if wanted else None,
            project_id=project_id,
            name=name,
            email=email,
            include_roles=include_roles,
        )
        ids = {"workspace": workspace}
        return await self._all(endpoints.USERS, ids, User, _id, params=params)

    async def projects(
        self,
        workspace: WorkspaceId,
        *,
        name: str | None = None,
        strict_name_search: bool | None = None,
        archived: bool | None = None,
        billable: bool | None = None,
        clients: Iterable[ClientId] = (),
        contains_client: bool | None = None,
        users: Iterable[UserId] = (),
        contains_user: bool | None = None,
        hydrated: bool | None = None,
        sort_column: ProjectColumn | None = None,
        sort_order: SortOrder | None = None,
    ) -> Listed[SentProject]:
        """Fetch the projects of a workspace.

        Args:
            workspace: Whose projects.
            name: Only those whose name holds this.
            strict_name_search: Whether the name must be the same as a whole.
            archived: Only archived ones, only others; ``None`` for both.
            billable: Only billable ones, only others; ``None`` for both.
            clients: Only those of these clients, or of all others: see below.
            contains_client: ``False`` turns ``clients`` round.
            users: Only those that these people may work on, or the others.
            contains_user: ``False`` turns ``users`` round.
            hydrated: Whether memberships, tasks and the currency come along.
            sort_column: What to sort by.
            sort_order: Which way.

        Returns:
            The projects in the server's order, each once.
        """
        params = query(
            name=name,
            strict_name_search=strict_name_search,
            archived=archived,
            billable=billable,
            clients=clients,
            contains_client=contains_client,
            users=users,
            contains_user=contains_user,
            hydrated=hydrated,
            sort_column=sort_column,
            sort_order=sort_order,
        )
        return await self._all(
            endpoints.PROJECTS,
            {"workspace": workspace},
            SentProject,
            _id,
            params=params,
            page_size=SMALL_PAGE_SIZE if hydrated else PAGE_SIZE,
        )

    async def project(
        self,
        workspace: WorkspaceId,
        project: ProjectId,
        *,
        hydrated: bool | None = None,
    ) -> SentProject:
        """Fetch one project."""
        ids = {"workspace": workspace, "project": project}
        question = ApiRequest(endpoints.PROJECT, ids, query(hydrated=hydrated))
        return await self._one(question, SentProject)

    async def tasks(self, workspace: WorkspaceId, project: ProjectId) -> Listed[Task]:
        """Fetch the tasks of a project."""
        ids = {"workspace": workspace, "project": project}
        return await self._all(endpoints.TASKS, ids, Task, _id)

    async def clients(
        self,
        workspace: WorkspaceId,
        *,
        archived: bool | None = None,
        name: str | None = None,
    ) -> Listed[SentClient]:
        """Fetch the clients; archived ones too, unless narrowed."""
        ids, params = {"workspace": workspace}, query(archived=archived, name=name)
        return await self._all(endpoints.CLIENTS, ids, SentClient, _id, params=params)

    async def tags(
        self, workspace: WorkspaceId, *, archived: bool | None = None
    ) -> Listed[Tag]:
        """Fetch the tags; archived ones too, unless narrowed."""
        ids, params = {"workspace": workspace}, query(archived=archived)
        return await self._all(endpoints.TAGS, ids, Tag, _id, params=params)

    async def user_groups(self, workspace: WorkspaceId) -> Listed[SentUserGroup]:
        """Fetch the user groups with their members' ids."""
        ids = {"workspace": workspace}
        return await self._all(endpoints.USER_GROUPS, ids, SentUserGroup, _id)


def _id(row: User | SentProject | Task | SentClient | Tag | SentUserGroup) -> str:
    return row.id
