"""The rows of the project picker, by client. No Qt."""

from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import groupby

from clockify_desktop.domain.directory import Project
from clockify_desktop.domain.identity import ClientId
from clockify_desktop.domain.keys import ARCHIVED, WITHOUT_CLIENT, WITHOUT_PROJECT
from clockify_desktop.domain.normal_form import searchable, sorting_key
from clockify_desktop.domain.showable import NOTHING, showable, showable_name
from clockify_desktop.domain.telling_apart import Named, distinctions, joined
from clockify_desktop.ui.pickers.rows import Row, ids_of


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
    rows = _rows([one for one in listed if one.id is None])
    of_clients = [one for one in listed if one.id is not None]
    groups = [(client, list(own)) for client, own in groupby(of_clients, key=_client)]
    things = [
        Named(showable_name(name or WITHOUT_CLIENT), one or "")
        for (one, name), _ in groups
    ]
    for client, apart, (_, own) in zip(
        things, distinctions(things), groups, strict=True
    ):
        under, name = _rows(own, client.name, apart), showable_name(client.name)
        rows.append(Row(name, ids_of(under), showable(apart), heading=True))
        rows += (replace(one, indented=True) for one in under)
    return tuple(rows)


def _client(project: Project) -> tuple[ClientId | None, str]:
    return project.client_id, project.client_name


def _order(project: Project) -> tuple[bool, bool, str, str, str, str]:
    return (
        project.id is not None,
        not project.client_name,
        sorting_key(project.client_name),
        project.client_id or "",
        sorting_key(project.name),
        project.id or "",
    )


def _rows(projects: list[Project], *client: str) -> list[Row]:
    """List projects of one client; of each archived one it is said."""
    listed = [
        Row(
            showable_name(WITHOUT_PROJECT if one.id is None else one.name),
            frozenset({one.id}),
            showable(ARCHIVED) if one.archived else NOTHING,
            swatch=one.color if one.id is not None else None,
        )
        for one in projects
    ]
    things = [
        Named(joined(row.text, row.remark), project.id or "")
        for row, project in zip(listed, projects, strict=True)
    ]
    return [
        replace(
            row,
            remark=showable(joined(row.remark, apart)),
            words=searchable(row.text, *client, apart),
        )
        for row, apart in zip(listed, distinctions(things), strict=True)
    ]
