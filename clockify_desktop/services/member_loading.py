"""Loading who is a member of which project."""

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.directory_mapping import members_of
from clockify_desktop.domain.directory import Directory, Members
from clockify_desktop.domain.identity import WorkspaceId


async def load_members(
    clockify: Clockify, workspace: WorkspaceId, directory: Directory
) -> Members:
    """Ask for the projects once more, with everything that hangs on them.

    No report needs it, and a big team's memberships are larger than its report: so it
    is asked for by itself, when the report is there.

    Args:
        clockify: Whom to ask.
        workspace: Which workspace.
        directory: Who there is.

    Returns:
        The members of each project that this key may see.

    Raises:
        AppError: Clockify or the way to it refuses.
    """
    projects = await clockify.projects(workspace, hydrated=True)
    return members_of(projects, directory)
