"""Which workspace a question is about."""

from collections.abc import Sequence

from clockify_desktop.api.directory_mapping import workspace_of
from clockify_desktop.api.wire.people import User
from clockify_desktop.api.wire.workspaces import SentWorkspace
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.errors import LookUpError
from clockify_desktop.domain.look_up import Candidate, look_up


def choose_workspace(
    text: str | None, profile: User, sent: Sequence[SentWorkspace]
) -> Workspace:
    """Find the workspace that somebody means.

    Args:
        text: An id or a name, or ``None`` for the one of the profile: the active
            one, else the default one.
        profile: The key's owner.
        sent: All workspaces that the key can see.

    Returns:
        The workspace.

    Raises:
        LookUpError: None or several match, or the profile names none to be seen.
    """
    workspaces = [workspace_of(one) for one in sent]
    if text is not None:
        candidates = [Candidate(one, one.id, one.name) for one in workspaces]
        return look_up(text, candidates, "workspace")
    by_id = {one.id: one for one in workspaces}
    for wanted in (profile.active_workspace, profile.default_workspace):
        if wanted in by_id:
            return by_id[wanted]
    if len(workspaces) == 1:
        return workspaces[0]
    title = "Your profile names no workspace that this key can see"
    names = "; ".join(f"{one.id}, {one.name}" for one in workspaces)
    advice = f"Name one of these: {names}." if names else "Check the key."
    raise LookUpError(title, advice)
