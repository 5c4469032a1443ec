"""Who and what a workspace holds: people, projects, clients and user groups.

The directory is what the facts of a report are joined with by id. Names stand here
once; the facts carry positions only.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from clockify_desktop.domain.completeness import IncompleteList, Visibility
from clockify_desktop.domain.identity import (
    ClientId,
    GroupId,
    ProjectId,
    TagId,
    TaskId,
    UserId,
    WorkspaceId,
)
from clockify_desktop.domain.normal_form import sorting_key


class Activity(StrEnum):
    """Where a person stands in one workspace, by membership, not by account.

    Clockify's user ``status`` is that of the account; a person who was deactivated
    in a workspace still says ACTIVE there.
    """

    ACTIVE = "ACTIVE"
    INACTIVE = "INACTIVE"
    PENDING = "PENDING"
    DECLINED = "DECLINED"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace as far as reports need it.

    Args:
        currency: The code of the workspace's own currency, ``None`` where hidden.
        currencies: The codes of all its currencies, as far as they are told.
        longest_range_days: The plan's limit of one report, ``None`` without one.
        hides_time: Only admins see everybody's time here.
        hides_amounts: Only admins see rates and amounts here.
    """

    id: WorkspaceId
    name: str
    currency: str | None = None
    longest_range_days: int | None = None
    hides_time: bool = False
    hides_amounts: bool = False
    currencies: tuple[str, ...] = ()

    def __hash__(self) -> int:
        # Answers are kept by what was needed: hundreds of times in a step.
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Person:
    """One member of a workspace, or somebody only their time still tells of.

    Args:
        time_zone: What their profile names, an IANA name as a rule; empty where it
            names none.
        hidden: The name is made up, and nothing tells the id.
    """

    id: UserId
    name: str
    email: str = ""
    activity: Activity = Activity.ACTIVE
    groups: tuple[GroupId, ...] = ()
    time_zone: str = ""
    hidden: bool = False

    @property
    def cells(self) -> tuple[str, str, str]:
        """Name, id and e-mail as files have them."""
        return self.name, "" if self.hidden else self.id, self.email


@dataclass(frozen=True, slots=True)
class Project:
    """One project; ``id`` is ``None`` for time without a project.

    A client may be known by name only, where just the time tells of it.
    """

    id: ProjectId | None
    name: str
    client_id: ClientId | None = None
    client_name: str = ""
    color: str | None = None
    archived: bool = False
    billable: bool = False
    currency: str | None = None

    def completed(self, told: "Project") -> "Project":
        """Take from another one what this one lacks about the client."""
        if self.client_name:
            return self
        client_id = self.client_id or told.client_id
        return replace(self, client_id=client_id, client_name=told.client_name)


@dataclass(frozen=True, slots=True)
class Task:
    """One task of a project; ``id`` is ``None`` for time without a task."""

    id: TaskId | None
    name: str
    project: Project | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag; ``id`` is ``None`` for time without a tag."""

    id: TagId | None
    name: str


@dataclass(frozen=True, slots=True)
class TagSet:
    """All tags of an entry together; none for time without a tag."""

    tags: tuple[Tag, ...]

    @property
    def id(self) -> tuple[TagId | None, ...]:
        """What is the same in whichever order tags were given."""
        return tuple(sorted((tag.id for tag in self.tags), key=str))


@dataclass(frozen=True, slots=True)
class Client:
    """One client of the workspace."""

    id: ClientId
    name: str
    archived: bool = False
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class UserGroup:
    """One user group ("team" on the screen)."""

    id: GroupId
    name: str
    members: tuple[UserId, ...] = ()


Members = Mapping[ProjectId, frozenset[UserId]]
"""Who is a member of which project."""


@dataclass(frozen=True, slots=True)
class Directory:
    """Everybody and everything that the facts of one workspace are joined with.

    Args:
        people: All members, deactivated and invited ones too.
        projects: All projects, archived ones too.
        incomplete_lists: The lists that are not known to be whole.
        visibility: Whose time this key may see.
    """

    people: tuple[Person, ...] = ()
    projects: tuple[Project, ...] = ()
    clients: tuple[Client, ...] = ()
    groups: tuple[UserGroup, ...] = ()
    incomplete_lists: tuple[IncompleteList, ...] = ()
    visibility: Visibility = Visibility.EVERYBODY


def groups_by_member(
    groups: Iterable[UserGroup],
) -> dict[UserId, tuple[GroupId, ...]]:
    """Find the groups of each member, in the order of the groups."""
    found: dict[UserId, tuple[GroupId, ...]] = {}
    for group in groups:
        for member in group.members:
            found[member] = (*found.get(member, ()), group.id)
    return found


def people_there(
    directory: Iterable[Person], in_report: Iterable[Person]
) -> tuple[Person, ...]:
    """Join the people of a workspace with those only their time tells of.

    Returns:
        Everybody once, by name and then by id.
    """
    everybody = {one.id: one for one in (*in_report, *directory)}
    return tuple(sorted(everybody.values(), key=_person_order))


def projects_there(
    directory: Iterable[Project], in_report: Iterable[Project]
) -> tuple[Project, ...]:
    """Join the projects of a workspace with those only their time tells of.

    Returns:
        Every project once, by name and then by id.
    """
    every = {one.id: one for one in (*in_report, *directory)}
    return tuple(sorted(every.values(), key=_project_order))


def _person_order(person: Person) -> tuple[str, str]:
    return sorting_key(person.name), person.id


def _project_order(project: Project) -> tuple[str, str]:
    return sorting_key(project.name), project.id or ""
