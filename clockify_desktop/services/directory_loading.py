"""Loading who and what a workspace holds, as far as this key may see it."""

from collections.abc import Coroutine
from typing import Any

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.directory import directory_of
from clockify_desktop.api.errors import NotAllowedError
from clockify_desktop.api.wire.people import User
from clockify_desktop.domain.directory import Directory
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.services.together import together


async def load_directory(
    clockify: Clockify, workspace: WorkspaceId, profile: User
) -> Directory:
    """Ask for people, projects, clients and user groups, all at once.

    A member may not see some of these lists, and user groups need a paid plan. Their
    own time can be shown without them, so what is refused is left out.

    Args:
        clockify: Whom to ask.
        workspace: Which workspace.
        profile: The key's owner, who is there even where the list is refused.

    Returns:
        Everybody, deactivated and invited people and archived projects too.

    Raises:
        AppError: Clockify or the way to it refuses for any other reason.
    """
    questions: tuple[Coroutine[Any, Any, list[Any]], ...] = (
        clockify.users(workspace, status="ALL", memberships="WORKSPACE"),
        clockify.projects(workspace),
        clockify.clients(workspace),
        clockify.user_groups(workspace),
    )
    users, projects, clients, groups = await together(map(_or_nothing, questions))
    return directory_of(workspace, users or [profile], projects, clients, groups)


async def _or_nothing(question: Coroutine[Any, Any, list[Any]]) -> list[Any]:
    try:
        return await question
    except NotAllowedError:
        return []
