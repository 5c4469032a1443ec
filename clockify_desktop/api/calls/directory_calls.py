"""Calls about the profile, workspaces, people, projects and what belongs to them."""

from collections.abc import Iterable
from typing import Literal

from clockify_desktop.api import endpoints
from clockify_desktop.api.calls.call_group import (
    PAGE_SIZE,
    SMALL_PAGE_SIZE,
    CallGroup,
    query,
)
from clockify_desktop.api.paging import Listed
from clockify_desktop.api.requester import ApiRequest
from clockify_desktop.api.wire.people import SentUserGroup, User
from clockify_desktop.api.wire.projects import SentClient, SentProject, Tag, Task
from clockify_desktop.api.wire.workspaces import SentWorkspace
from clockify_desktop.domain.identity import ClientId, ProjectId, UserId, WorkspaceId

SortOrder = Literal["ASCENDING", "DESCENDING"]
ProjectColumn = Literal["ID", "NAME", "CLIENT_NAME", "DURATION", "BUDGET", "PROGRESS"]
UserStatus = Literal["PENDING", "ACTIVE", "DECLINED", "INACTIVE", "ALL"]
Memberships = Literal["ALL", "NONE", "WORKSPACE", "PROJECT", "USERGROUP"]


class DirectoryCalls(CallGroup):
    """Calls that list people and things by id and name."""

    async def user(self) -> User:
        """Fetch the profile of the person whose key this is."""
        return await self._one(ApiRequest(endpoints.USER), User)

    async def workspaces(self, *, roles: Iterable[str] = ()) -> Listed[SentWorkspace]:
        """Fetch the workspaces that the key can see; this list has no pages.

        With ``roles``, such as ``OWNER`` or ``WORKSPACE_ADMIN``, only those where the
        key's owner has one of them: the documented way to learn a role.
        """
        request = ApiRequest(endpoints.WORKSPACES, params=query(roles=roles))
        return await self._unpaged(request, SentWorkspace)

    async def workspace(self, workspace: WorkspaceId) -> SentWorkspace:
        """Fetch one workspace."""
        request = ApiRequest(endpoints.WORKSPACE, {"workspace": workspace})
        return await self._one(request, SentWorkspace)

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

        ``status`` is that of the membership here, not of the account; ``ALL`` includes
        everybody. ``memberships`` come along only where they are named. ``name`` and
        ``email`` match any part. Clockify documents ``include_roles`` as required.
        """
        with_memberships = memberships not in {None, "NONE"}
        params = query(
            status=status,
            memberships=memberships,
            # The older name of the same; both are documented.
            include_memberships=True if with_memberships else None,
            project_id=project_id,
            name=name,
            email=email,
            include_roles=include_roles,
        )
        ids = {"workspace": workspace}
        return await self._all(endpoints.USERS, ids, User, params=params)

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
        """Fetch the projects of a workspace in the server's order.

        ``None`` leaves a filter out. ``name`` matches any part unless
        ``strict_name_search``. ``contains_client`` and ``contains_user`` of ``False``
        turn ``clients`` and ``users`` round. With ``hydrated`` memberships, tasks and
        the currency come along.
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
        request = ApiRequest(endpoints.PROJECT, ids, query(hydrated=hydrated))
        return await self._one(request, SentProject)

    async def tasks(self, workspace: WorkspaceId, project: ProjectId) -> Listed[Task]:
        """Fetch the tasks of a project."""
        ids = {"workspace": workspace, "project": project}
        return await self._all(endpoints.TASKS, ids, Task)

    async def clients(
        self,
        workspace: WorkspaceId,
        *,
        archived: bool | None = None,
        name: str | None = None,
    ) -> Listed[SentClient]:
        """Fetch the clients; ``archived`` of ``None`` includes archived ones."""
        ids, params = {"workspace": workspace}, query(archived=archived, name=name)
        return await self._all(endpoints.CLIENTS, ids, SentClient, params=params)

    async def tags(
        self, workspace: WorkspaceId, *, archived: bool | None = None
    ) -> Listed[Tag]:
        """Fetch the tags; ``archived`` of ``None`` includes archived ones."""
        ids, params = {"workspace": workspace}, query(archived=archived)
        return await self._all(endpoints.TAGS, ids, Tag, params=params)

    async def user_groups(self, workspace: WorkspaceId) -> Listed[SentUserGroup]:
        """Fetch the user groups with their members' ids."""
        ids = {"workspace": workspace}
        return await self._all(endpoints.USER_GROUPS, ids, SentUserGroup)
