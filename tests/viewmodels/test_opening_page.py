from dataclasses import dataclass
from datetime import date

import pytest

from clockify_desktop.domain.period import Period
from clockify_desktop.pages.registry import PAGES, QUESTIONS
from clockify_desktop.store.settings import AccountSettings
from clockify_desktop.viewmodels.account_preferences import AccountPreferences
from clockify_desktop.viewmodels.opening_page import Opening, opening_page

WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
NEXT = Period(date(2026, 11, 23), date(2026, 11, 29))


@dataclass(frozen=True)
class Case:
    opening: Opening
    period: Period
    opens: str


@pytest.mark.parametrize(
    "case",
    [
        Case(Opening.OVERVIEW, NEXT, "overview"),
        Case(Opening.WHO_LOGGED, NEXT, "who-logged"),
        Case(Opening.LEFT, NEXT, "trend"),
        *(Case(opening, WEEK, "trend") for opening in Opening),
    ],
)
def test_only_a_period_that_is_new_opens_as_it_is_set(case: Case) -> None:
    kept = AccountPreferences(AccountSettings(page="trend"))
    assert kept.see(WEEK)
    assert not kept.see(WEEK)
    assert opening_page(case.opening, kept, case.period, PAGES) == case.opens


def test_a_page_that_is_switched_off_is_not_opened() -> None:
    kept = AccountPreferences(AccountSettings(page="trend"))
    assert opening_page(Opening.OVERVIEW, kept, WEEK, QUESTIONS) == "trend"


def test_half_a_year_is_remembered() -> None:
    kept = AccountPreferences(AccountSettings())
    days = [date.fromordinal(WEEK.start.toordinal() + at) for at in range(27)]
    for day in days:
        kept.see(Period(day, day))
    assert not kept.has_seen(Period(days[0], days[0]))
    assert len(kept.settings.seen) == 26
    assert kept.has_seen(Period(days[1], days[1]))
