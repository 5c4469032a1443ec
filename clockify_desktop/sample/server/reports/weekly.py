"""``POST /workspaces/{w}/reports/weekly``.

The range must be exactly seven days, ending either at 23:59:59 or at the next
midnight, else 400 code 501 [live]. ``date`` is a date here, without a time [?]; the
children of a person are projects and those of a project people [?]. An empty week
has ``totals`` ``[null]`` [live].
"""

from dataclasses import replace
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.sample.moment import WEEK, date_of, day_number
from clockify_desktop.sample.people import Membership
from clockify_desktop.sample.server import refusals
from clockify_desktop.sample.server.calls import Call, Reply
from clockify_desktop.sample.server.reports.levels import LEVELS, days
from clockify_desktop.sample.server.reports.question import Question, read_question
from clockify_desktop.sample.server.reports.sums import Sums, number
from clockify_desktop.sample.server.users import settings_of
from clockify_desktop.sample.server.wire import Json

_GROUPS = {"USER": "PROJECT", "PROJECT": "USER"}
_SECOND = timedelta(seconds=1)
_MILLISECOND = timedelta(milliseconds=1)


def _exact_week(question: Question) -> Question:
    length = question.end - question.start
    if not timedelta(days=WEEK) - _SECOND <= length <= timedelta(days=WEEK):
        refusals.bad_request(
            "Please select date range of exactly 7 days for weekly report"
        )
    last = question.start + timedelta(days=WEEK) - _MILLISECOND
    return replace(question, end=last)


class _Table:
    """Seconds and money by group, other group and day."""

    def __init__(self, sums: Sums, first_day: int) -> None:
        self._sums = sums
        self._first_day = first_day
        # A range that begins at noon touches eight days; the eighth joins the last.
        self._day = np.clip(days(sums) - first_day, 0, WEEK - 1)

    def row(self, rows: NDArray[np.intp] | NDArray[np.bool_]) -> Json:
        """Write the sums and days of some entries."""
        sums = self._sums
        by_day = self._by_day(sums.seconds[rows], rows)
        money = [self._by_day(amount[rows], rows) for amount in sums.amounts]
        dates = [date_of(self._first_day + day).isoformat() for day in range(WEEK)]
        written: Json = {
            "duration": sum(by_day),
            "amounts": sums.amount_list([sum(amount) for amount in money]),
        }
        cells: list[Json] = [
            {"date": day, "duration": seconds}
            for day, seconds in zip(dates, by_day, strict=True)
        ]
        if money:
            written["amount"] = number(sum(money[0]))
            for cell, amount in zip(cells, money[0], strict=True):
                cell["amount"] = number(amount)
        written["days"] = cells
        return written

    def _by_day(
        self,
        values: NDArray[np.int64],
        rows: NDArray[np.intp] | NDArray[np.bool_],
    ) -> list[int]:
        sums = np.zeros(WEEK, np.int64)
        np.add.at(sums, self._day[rows], values)
        found: list[int] = sums.tolist()
        return found


def _without_time(sums: Sums) -> list[Json]:
    desk, workspace = sums.question.desk, sums.workspace
    worked = set(sums.entries.user.tolist())
    found: list[Json] = []
    for at, person in enumerate(workspace.people):
        active = workspace.membership_of(at) is Membership.ACTIVE
        if at not in worked and active and (desk.sees_everybody or at == desk.viewer):
            known = settings_of(person)
            names = ("dateFormat", "timeFormat", "timeZone", "weekStart")
            found.append(
                {
                    "id": person.id,
                    "name": person.name,
                    "email": person.email,
                    **{name: known[name] for name in names},
                }
            )
    return found


def get_weekly(call: Call) -> Reply:
    """Answer with seven days a person or a project."""
    question = _exact_week(read_question(call, limited=False))
    group = str(question.section("weeklyFilter").get("group"))
    if group not in _GROUPS:
        refusals.bad_request("Invalid group name")
    sums = Sums(question)
    table = _Table(sums, day_number(question.start.date()))
    outer, inner = LEVELS[group](sums), LEVELS[_GROUPS[group]](sums)
    rows: list[Json] = []
    for at, head in enumerate(outer.heads):
        mine = np.flatnonzero(outer.codes == at)
        children = [
            {**inner.heads[below], **table.row(mine[inner.codes[mine] == below])}
            for below in np.unique(inner.codes[mine]).tolist()
        ]
        rows.append({**head, **table.row(mine), "children": children})
    everything = table.row(np.ones(len(sums.entries), np.bool_))
    return Reply(
        {
            "totals": [sums.totals()] if len(sums.entries) else [None],
            "totalsByDay": everything["days"],
            "groupOne": rows,
            "usersWithoutTime": _without_time(sums),
            "includeUsersWithoutTime": True,
            "decimalFormat": False,
            "trackTimeDownToSeconds": True,
        }
    )
