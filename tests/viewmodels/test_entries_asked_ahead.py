from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, cast

import pytest

from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.needs import EntriesNeed, Need, ReportNeed
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import FixedPeriod
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.to_check import TO_CHECK
from clockify_desktop.pages.where import WHERE
from clockify_desktop.store.settings import AccountSettings
from clockify_desktop.viewmodels.account_preferences import AccountPreferences
from clockify_desktop.viewmodels.query_state import QueryState, ZoneReason
from clockify_desktop.viewmodels.report_answers import want
from clockify_desktop.viewmodels.report_state import ReportState

if TYPE_CHECKING:
    from clockify_desktop.services.query_cache import QueryCache

TODAY = date(2026, 11, 23)


class Wanted:
    """Remembers what is wanted."""

    def __init__(self) -> None:
        self.needs: list[Need] = []

    def want(self, *tiers: tuple[Need, ...], beside: Any) -> None:
        self.needs = [need for tier in (*tiers, *beside) for need in tier]


def wanted(
    days: Period, page: str, options: dict[str, dict[str, str]] | None = None
) -> list[Need]:
    pages = (WHERE, TO_CHECK)
    question = QueryState(
        workspace=Workspace(WorkspaceId("w"), "Acme"),
        period_choice=FixedPeriod(days),
        period=days,
        today=TODAY,
        time_zone="Europe/Berlin",
        zone_reason=ZoneReason.PROFILE,
        week_start=0,
    )
    answers = Wanted()
    state = ReportState(question=question, page_key=page, pages=pages)
    if options:
        state = replace(state, view=ViewOptions(options.get(page, {})))
    kept = AccountPreferences(AccountSettings(options=options or {}))
    want(cast("QueryCache", answers), state, kept)
    return answers.needs


@pytest.mark.parametrize(
    ("last", "page", "asked"),
    [
        (date(2026, 1, 7), "where", True),
        (date(2026, 3, 31), "where", True),
        (date(2026, 12, 31), "where", False),
        (date(2026, 12, 31), "to-check", True),
    ],
)
def test_the_entries_of_a_year_are_asked_for_when_their_page_is_looked_at(
    last: date, page: str, *, asked: bool
) -> None:
    needs = wanted(Period(date(2026, 1, 1), last), page)
    assert any(isinstance(need, EntriesNeed) for need in needs) is asked


@pytest.mark.parametrize(
    ("last", "page", "options", "asked"),
    [
        (date(2026, 1, 7), "where", {}, []),
        (date(2026, 1, 7), "where", {"rows": "tags"}, ["tags"]),
        (date(2026, 1, 7), "where", {"colors": "task"}, ["task"]),
        # What another page will need is asked for too, but not hundreds of questions.
        (date(2026, 1, 7), "to-check", {"rows": "tags"}, ["tags"]),
        (date(2026, 12, 31), "to-check", {"rows": "tags"}, []),
        (date(2026, 12, 31), "to-check", {"rows": "task"}, ["task"]),
        (date(2026, 12, 31), "where", {"rows": "tags"}, ["tags"]),
    ],
)
def test_tasks_and_tags_are_asked_for_where_somebody_chose_them(
    last: date, page: str, options: dict[str, str], asked: list[str]
) -> None:
    needs = wanted(Period(date(2026, 1, 1), last), page, {"where": options})
    columns = [one.columns for one in needs if isinstance(one, ReportNeed)]
    assert sorted(set().union(*columns)) == asked


def test_the_weeks_beside_are_asked_for_by_what_is_chosen_too() -> None:
    week = Period(date(2026, 11, 9), date(2026, 11, 15))
    needs = wanted(week, "where", {"where": {"rows": "task"}})
    by_task = [one for one in needs if isinstance(one, ReportNeed) and one.columns]
    starts = {one.query.period.start for one in by_task}
    assert starts == {date(2026, 11, day) for day in (2, 9, 16)}
