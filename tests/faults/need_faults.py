"""What may be wrong with the answer to each need, and how its pages say so."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final

import numpy as np

from clockify_desktop.domain.needs import (
    AbsencesNeed,
    ApprovalsNeed,
    CapacityNeed,
    EntriesNeed,
    MemberProfilesNeed,
    MembersNeed,
    Need,
    ProjectTotalsNeed,
    RecordsNeed,
    ReportNeed,
    entries_need,
)
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.pages.changed_comparison import earlier_needs
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.projects_words import terms_need
from clockify_desktop.pages.to_check import TO_CHECK
from clockify_desktop.pages.trend_periods import trend_need
from clockify_desktop.pages.where import WHERE


class Way(StrEnum):
    """What is wrong with an answer."""

    REFUSED = "refused"
    SLOW = "slow"
    EMPTY = "empty"
    PARTIAL = "partial"


NOTHING: Final = "no page"
"""The page cannot be without the need: it has nothing to show, and tells why."""
ROWS: Final = "other rows"
"""The rows, or the columns, are other ones: each says by itself what it is."""
SAME: Final = "the same page"
"""Another need tells the same, or what it tells is not looked at, or comes later."""
WITH_TAGS: Final = {"colors": "tags"}
"""How "Where time went" is looked at meanwhile."""
REFUSED: Final = "Refused for once"
"""The title of what a need is refused with; how a page says it."""
_UNREAD_CAPACITY: Final = "2 answers about capacity could not be read"
_NO_EARLIER: Final = f"Earlier periods could not be had: {REFUSED}"
_UNREAD_LEAVE: Final = "2 of leave and holidays could not be read"


@dataclass(frozen=True)
class NeedFault:
    """One row of the table: a need and what its pages say of each way.

    Args:
        name: What it is, in few words.
        need: Of the days that are looked at.
        said: For each way, by page, a part of what it says, or one of the words
            above.
        without: What is refused besides, as it would tell the same.
        in_view: Whether the page in view cannot show without it what is chosen: that
            it is refused is then said above the page, too.
    """

    name: str
    need: Callable[[ReportQuery], Need]
    said: Mapping[Way, Mapping[str, str]]
    without: Callable[[ReportQuery], tuple[Need, ...]] = field(default=lambda _: ())
    in_view: bool = False


def wrong(need: Need, way: Way, honest: Any) -> Any:
    """Make an empty answer of an honest one, or one that is known to lack something."""
    if isinstance(need, ReportNeed | EntriesNeed):
        if way is Way.PARTIAL:
            return replace(honest, server_total_s=honest.server_total_s + 3600)
        name = "facts" if isinstance(need, ReportNeed) else "entries"
        columns = getattr(honest, name)
        none = columns.take(np.zeros(len(columns), np.bool_))
        return replace(honest, **{name: none, "server_total_s": 0})
    if isinstance(honest, dict):
        few = len(honest) // 2 if way is Way.PARTIAL else 0
        return dict(list(honest.items())[:few])
    return type(honest)() if way is Way.EMPTY else replace(honest, unreadable=2)


def _earlier(by: int) -> Callable[[ReportQuery], Need]:
    return lambda query: earlier_needs(query)[by - 1]


def _on(pages: str, *said: str) -> dict[Way, dict[str, str]]:
    """Let some pages say the same, a text for each of the ways in their order."""
    return {
        way: dict.fromkeys(pages.split(), text)
        for way, text in zip(Way, said, strict=False)
    }


def _both(
    some: dict[Way, dict[str, str]], others: dict[Way, dict[str, str]]
) -> dict[Way, dict[str, str]]:
    """Let other pages say something else."""
    return {way: said | others[way] for way, said in some.items()}


NEED_FAULTS: Final = (
    NeedFault(
        "entries",
        entries_need,
        _on("to-check", NOTHING, NOTHING, "The entries add up to", "own sum is"),
    ),
    NeedFault(
        "tags of the page in view",
        lambda query: next(iter(WHERE.view_needs(query, ViewOptions(WITH_TAGS)))),
        _on(
            "where",
            f"Tags could not be had ({REFUSED})",
            "Tags are not here yet",
            "Tags add up to 0:00:00",
            "Tags: Somebody may have logged time",
        ),
        in_view=True,
    ),
    NeedFault(
        "the eight weeks before",
        lambda query: next(
            one for one in TO_CHECK.optional_needs(query) if isinstance(one, ReportNeed)
        ),
        _on("to-check", f"{REFUSED}, so spikes", "not here yet, so spikes", SAME, SAME),
    ),
    NeedFault(
        "the week before",
        _earlier(1),
        _on(
            "changed",
            *(NOTHING, NOTHING, "more than the week before"),
            "9\N{EN DASH}15 Nov: Somebody may have logged time",
        ),
    ),
    NeedFault(
        "an earlier week",
        _earlier(2),
        _on(
            "changed",
            f"2\N{EN DASH}8 Nov could not be had: {REFUSED}",
            *(ROWS, ROWS),
            "2\N{EN DASH}8 Nov: Somebody may have logged time",
        ),
    ),
    NeedFault(
        "the weeks of the trend",
        trend_need,
        _both(
            _on(
                "trend",
                _NO_EARLIER,
                *("The others are loading", ROWS),
                "Other periods: Somebody may have logged time",
            ),
            # Its small pictures have gaps there.
            _on("capacity", _NO_EARLIER, SAME, SAME, SAME),
        ),
    ),
    NeedFault(
        "absences",
        lambda query: AbsencesNeed(query.workspace, query.period),
        _both(
            _on("who-logged capacity", REFUSED, "loading", ROWS, _UNREAD_LEAVE),
            _on("where", REFUSED, SAME, SAME, _UNREAD_LEAVE),
        ),
    ),
    NeedFault(
        "absences in the weeks of the trend",
        lambda query: AbsencesNeed(query.workspace, trend_need(query).query.period),
        _on("trend", REFUSED, ROWS, ROWS, _UNREAD_LEAVE),
    ),
    NeedFault(
        "capacity",
        lambda query: CapacityNeed(query.workspace),
        {
            Way.REFUSED: {"who-logged": "are assumed", "capacity": "is assumed"}
            | {"trend": ROWS},
            Way.SLOW: {"who-logged": "loading", "capacity": "loading", "trend": ROWS},
            Way.EMPTY: {"who-logged": "are assumed", "capacity": "is assumed"}
            | {"trend": ROWS},
            Way.PARTIAL: dict.fromkeys(
                ("who-logged", "capacity", "trend", "where"), _UNREAD_CAPACITY
            ),
        },
    ),
    NeedFault(
        "profiles where that is refused",
        lambda query: MemberProfilesNeed(query.workspace),
        {
            Way.REFUSED: dict.fromkeys(
                ("who-logged", "capacity", "trend", "where"), REFUSED
            ),
            Way.SLOW: {"who-logged": "loading", "capacity": "loading", "trend": ROWS},
            Way.EMPTY: {"who-logged": "are assumed", "capacity": "is assumed"}
            | {"trend": ROWS},
            Way.PARTIAL: dict.fromkeys(
                ("who-logged", "capacity", "trend", "where"), _UNREAD_CAPACITY
            ),
        },
        lambda query: (CapacityNeed(query.workspace),),
    ),
    NeedFault(
        "approvals",
        lambda query: ApprovalsNeed(query.workspace, query.period),
        _on("who-logged", REFUSED, ROWS, ROWS, "2 of the timesheets handed in"),
    ),
    NeedFault(
        "records",
        lambda query: RecordsNeed(query.workspace),
        {
            Way.REFUSED: dict.fromkeys(
                ("who-logged", "capacity", "trend", "where", "projects", "to-check"),
                REFUSED,
            ),
            Way.SLOW: {},
            Way.EMPTY: {},
        },
    ),
    NeedFault(
        "members of projects",
        lambda query: MembersNeed(query.workspace),
        _on("projects", REFUSED, SAME, SAME, SAME),
    ),
    NeedFault(
        "project totals",
        lambda query: ProjectTotalsNeed(query.workspace),
        _on("projects", REFUSED, "loading", "No project has an estimate", ROWS),
    ),
    NeedFault(
        "terms of estimates",
        terms_need,
        _on("projects", REFUSED, ROWS, ROWS, ROWS),
    ),
)
