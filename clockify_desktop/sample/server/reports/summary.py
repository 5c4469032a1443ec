"""``POST /workspaces/{w}/reports/summary``.

An unknown group: 400 "Invalid group name"; none: 400 "Please provide summary
filter." [live]. Nothing found: ``totals`` is ``[]`` [live]. How nodes are sorted
that have equal values is [?]: by name here.
"""

from typing import cast

from clockify_desktop.sample.server import refusals
from clockify_desktop.sample.server.calls import Call, Reply
from clockify_desktop.sample.server.reports.levels import LEVELS
from clockify_desktop.sample.server.reports.question import Question, read_question
from clockify_desktop.sample.server.reports.sums import Sums
from clockify_desktop.sample.server.reports.tree import nodes
from clockify_desktop.sample.server.wire import Json

_MOST_GROUPS = 3
_COLUMNS = {
    "DURATION": "duration",
    "AMOUNT": "amount",
    "EARNED": "amount",
    "COST": "amount",
    "PROFIT": "amount",
}


def _groups(question: Question) -> list[str]:
    groups = question.section("summaryFilter").get("groups")
    if not groups or not isinstance(groups, list):
        refusals.bad_request("Please provide summary filter.")
    if len(groups) > _MOST_GROUPS:
        refusals.bad_request("Summary filter can have at most 3 groups.")
    names = [str(group) for group in groups]
    if not set(names) <= LEVELS.keys() or len(set(names)) < len(names):
        refusals.bad_request("Invalid group name")
    return names


def get_summary(call: Call) -> Reply:
    """Answer with the sums of nested groups."""
    question = read_question(call)
    groups = _groups(question)
    sums = Sums(question)
    built = nodes(sums, [LEVELS[group](sums) for group in groups], groups)
    column = str(question.section("summaryFilter").get("sortColumn") or "GROUP")
    _sort(built, _COLUMNS.get(column), reverse=question.descending)
    totals = [sums.totals()] if len(sums.entries) else []
    return Reply({"totals": totals, "groupOne": built})


def _sort(found: list[Json], field: str | None, *, reverse: bool) -> None:
    if field is not None:
        found.sort(key=lambda node: cast("float", node.get(field, 0)), reverse=reverse)
    elif reverse:
        found.reverse()
    else:
        return
    for node in found:
        children = node.get("children")
        if isinstance(children, list):
            _sort(children, field, reverse=reverse)
