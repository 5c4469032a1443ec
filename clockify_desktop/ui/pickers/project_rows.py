"""The rows of the project picker, by client. No Qt."""

from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby

from clockify_desktop.domain.directory import Project
from clockify_desktop.domain.keys import WITHOUT_CLIENT, WITHOUT_PROJECT
from clockify_desktop.domain.showable import showable, showable_name
from clockify_desktop.ui.pickers.rows import Row, searchable


class Archived(Enum):
    """Which projects to list."""

    NO = auto()
    YES = auto()
    BOTH = auto()


class Billable(Enum):
    """Which projects to list."""

    ANY = auto()
    YES = auto()
    NO = auto()


@dataclass(frozen=True, slots=True)
class ProjectFilter:
    """Which projects to list."""

    archived: Archived = Archived.NO
    billable: Billable = Billable.ANY

    def lets_through(self, project: Project) -> bool:
        """Tell whether a project is listed."""
        right_state = self.archived is Archived.BOTH or (
            project.archived is (self.archived is Archived.YES)
        )
        right_kind = self.billable is Billable.ANY or (
            project.billable is (self.billable is Billable.YES)
        )
        return right_state and right_kind


def project_rows(
    projects: tuple[Project, ...], wanted: ProjectFilter
) -> tuple[Row, ...]:
    """List time without a project, then the clients by name, each above its projects.

    Projects without a client stand at the end.
    """
    listed = sorted(filter(wanted.lets_through, projects), key=_order)
    rows: list[Row] = []
    for client, group in groupby(listed, key=_client):
        own = [_row(project, client) for project in group]
        if client is not None:
            ids = frozenset(one for row in own for one in row.ids)
            head = showable_name(client or WITHOUT_CLIENT)
            rows.append(Row(head, ids, heading=True))
        rows.extend(own)
    return tuple(rows)


def _client(project: Project) -> str | None:
    """Name the client; ``None`` above all for time without a project."""
    return None if project.id is None else project.client_name


def _order(project: Project) -> tuple[bool, bool, str, str, str, str]:
    return (
        project.id is not None,
        not project.client_name,
        project.client_name.casefold(),
        project.client_name,
        project.name.casefold(),
        project.id or "",
    )


def _row(project: Project, client: str | None) -> Row:
    name = WITHOUT_PROJECT if project.id is None else project.name
    return Row(
        showable_name(name),
        frozenset({project.id}),
        showable("archived" if project.archived else ""),
        searchable(name, client or ""),
        project.color if project.id is not None else None,
        indented=client is not None,
    )
