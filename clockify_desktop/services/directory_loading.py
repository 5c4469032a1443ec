"""Loading who and what a workspace holds, as far as this key may see it."""

from collections.abc import Coroutine
from dataclasses import replace
from itertools import chain
from typing import Any

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.directory_mapping import directory_of
from clockify_desktop.api.errors import NotAllowedError, PlanError
from clockify_desktop.api.paging import Listed
from clockify_desktop.api.wire.people import User
from clockify_desktop.domain.completeness import IncompleteList, Listing
from clockify_desktop.domain.directory import Directory, Workspace
from clockify_desktop.services.gather import gather
from clockify_desktop.services.roles import visibility_in

_LISTINGS = (Listing.PEOPLE, Listing.PROJECTS, Listing.CLIENTS, Listing.TEAMS)


async def load_directory(
    clockify: Clockify,
    workspace: Workspace,
    profile: User,
    before: tuple[IncompleteList, ...] = (),
) -> Directory:
    """Ask for people, projects, clients and user groups, all at once.

    A member may not see some of these lists, and user groups need a paid plan. Time can
    be shown without them, so what is refused is left out; where the role is the reason,
    it is among the incomplete lists. Whose time the key may see is asked along with
    them, where the workspace hides any.

    Args:
        profile: The key's owner, who is there even where the list is refused.
        before: What an earlier list lacks.

    Returns:
        Everybody, deactivated and invited people and archived projects too, and which
        lists are not known to be whole.

    Raises:
        AppError: Clockify or the way to it refuses for any other reason.
    """
    here = workspace.id
    lists: tuple[Coroutine[Any, Any, Listed[Any]], ...] = (
        clockify.users(here, status="ALL", memberships="WORKSPACE"),
        clockify.projects(here),
        clockify.clients(here),
        clockify.user_groups(here),
    )
    questions: tuple[Coroutine[Any, Any, Any], ...] = (
        *map(_allowed, _LISTINGS, lists),
        visibility_in(clockify, workspace),
    )
    *listed, visibility = await gather(questions)
    users, projects, clients, groups = (rows for rows, _ in listed)
    directory = directory_of(here, users or [profile], projects, clients, groups)
    lacking = chain.from_iterable(lacks for _, lacks in listed)
    return replace(
        directory, incomplete_lists=(*before, *lacking), visibility=visibility
    )


def incomplete_lists_of(
    listing: Listing, rows: Listed[Any]
) -> tuple[IncompleteList, ...]:
    """Say what a list lacks.

    Returns:
        One incomplete list; none where it is whole.
    """
    if not rows.unreadable and not rows.changed:
        return ()
    return (IncompleteList(listing, rows.unreadable, rows.changed),)


async def _allowed(
    listing: Listing, question: Coroutine[Any, Any, Listed[Any]]
) -> tuple[Listed[Any], tuple[IncompleteList, ...]]:
    try:
        rows = await question
    except PlanError:
        # Of what the plan does not hold there is nothing to miss.
        return Listed(), ()
    except NotAllowedError:
        return Listed(), (IncompleteList(listing, refused=True),)
    return rows, incomplete_lists_of(listing, rows)
