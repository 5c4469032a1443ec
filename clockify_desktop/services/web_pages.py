"""Where the web application shows what the window does.

Nothing of it is documented as stable, and links carry no workspace: they open in the
one that is active in the browser.
"""

import json
from typing import Any, Final
from urllib.parse import urlencode

from clockify_desktop.api.hosts import DEPLOYMENTS, GLOBAL, SANDBOX, Hosts, subdomain_of
from clockify_desktop.domain.label import LabelKind
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.selection import Selection

_APP: Final = "https://app.clockify.me/"
# An address that browsers and servers take; more is not narrowed to.
_MOST_IDS: Final = 50


def _tasks(selection: Selection) -> frozenset[str | None] | None:
    """Tell which tasks alone are selected, if that is all that is."""
    cells = selection.cells
    if cells is None or cells.rows is not Level.TASK:
        return None
    if cells.cells.columns or cells.cells.cells:
        return None
    return frozenset(map(_id_of, cells.cells.rows))


def _id_of(mark: str) -> str | None:
    kind, _, label_id = mark.partition(":")
    return label_id if kind == LabelKind.ONE else None


def web_page(hosts: Hosts, query: ReportQuery, selection: Selection) -> str | None:
    """Give the address of the detailed report of what is selected.

    Returns:
        The first page of the application in a region, whose addresses are not known;
        ``None`` for a server of somebody's own.
    """
    name = subdomain_of(hosts)
    if name:
        start = f"https://{name}.clockify.me/"
    elif hosts == GLOBAL:
        start = _APP
    else:
        known = any(hosts == one.hosts != SANDBOX for one in DEPLOYMENTS)
        return _APP if known else None
    chosen: dict[str, frozenset[Any] | None] = {
        "users": selection.people,
        "projects": selection.projects,
        "tasks": _tasks(selection),
    }
    ids = {
        what: sorted(one for one in some if one is not None)
        for what, some in chosen.items()
        # Time without a project is in no list of ids.
        if some and None not in some and len(some) <= _MOST_IDS
    }
    period = query.period
    if selection.days:
        period = Period(min(selection.days), max(selection.days))
    # Whole days as a wall clock with a Z, which are no instants.
    words = {
        "start": f"{period.start.isoformat()}T00:00:00.000Z",
        "end": f"{period.end.isoformat()}T23:59:59.999Z",
        "page": "1",
        "pageSize": "50",
    }
    if ids:
        words["filterValuesData"] = json.dumps(ids, separators=(",", ":"))
    return f"{start}reports/detailed?{urlencode(words)}"
