"""One call: who asks, about which workspace, with what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from starlette.datastructures import QueryParams

from clockify_desktop.sample.organisation import Organisation
from clockify_desktop.sample.people import Person, Role
from clockify_desktop.sample.server import refusals
from clockify_desktop.sample.server.wire import Json
from clockify_desktop.sample.workspace import SampleWorkspace


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that is not an error.

    Args:
        payload: What becomes JSON.
        status: The HTTP status.
        headers: Beside the usual ones.
    """

    payload: object
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Call:
    """What a handler gets.

    Args:
        organisation: Everything there is.
        viewer: Whose key it is.
        ids: The parts of the path by name.
        query: The part after ``?``.
        body: The JSON object that was sent, empty without one.
    """

    organisation: Organisation
    viewer: Person
    ids: Mapping[str, str]
    query: QueryParams
    body: Json

    def workspace(self) -> "Desk":
        """Find the workspace of the path.

        Raises:
            RefusalError: There is none (404, empty), or the viewer is no member: then
                403 code 501, as nothing is known of it [?].
        """
        named = [
            workspace
            for workspace in self.organisation.workspaces
            if workspace.id == self.ids["workspace"]
        ]
        if not named:
            refusals.unknown_workspace()
        handles = [person.handle for person in named[0].people]
        if self.viewer.handle not in handles:
            refusals.access_denied()
        return Desk(named[0], handles.index(self.viewer.handle))

    def flag(self, *names: str) -> bool | None:
        """Read ``true`` or ``false`` from the query; ``None`` where it is left out."""
        for name in names:
            if name in self.query:
                return self.query[name].lower() == "true"
        return None


@dataclass(frozen=True, slots=True)
class Desk:
    """A workspace as one member sees it.

    Both sample workspaces have ``onlyAdminsSeeAllTimeEntries`` and
    ``onlyAdminsSeeBillableRates`` on. How much a plain member then sees of other
    people is [?]; here: nothing, lists of people hold the member alone.

    Args:
        workspace: What is looked at.
        viewer: The number of who looks.
    """

    workspace: SampleWorkspace
    viewer: int

    @property
    def sees_everybody(self) -> bool:
        """Whether the viewer may see other people's time and all rates."""
        return self.workspace.role_of(self.viewer) is not Role.MEMBER

    def sees_project(self, number: int) -> bool:
        """Whether the viewer may see a project: public, or theirs."""
        only = self.workspace.projects[number].only
        mine = only == self.workspace.people[self.viewer].handle
        return self.sees_everybody or only is None or mine

    def number_of(self, ids: list[str], wanted: str, what: str) -> int:
        """Find something by its id.

        Raises:
            RefusalError: There is none: 400 code 501.
        """
        if wanted not in ids:
            refusals.unknown_id(what)
        return ids.index(wanted)

    def person(self, wanted: str) -> int:
        """Find a member by id.

        Raises:
            RefusalError: Nobody here (400 code 501), or not to be seen (403 code 501).
        """
        ids = [person.id for person in self.workspace.people]
        number = self.number_of(ids, wanted, "User")
        if number != self.viewer and not self.sees_everybody:
            refusals.access_denied()
        return number


Handler = Callable[[Call], Reply]
"""What answers one kind of call; raises ``RefusalError``; runs in a worker thread."""
