"""Days of people for tests: a plain stand-in for what is known of workdays."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from clockify_desktop.domain.day_states import DayGrid, DayState
from clockify_desktop.domain.directory import Person
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.needs import MembersNeed, Need
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.review_records import DayOff
from clockify_desktop.pages.answers import Answers

SATURDAY = 5


@dataclass
class StandIn:
    """Expects everybody from Monday to Friday but for what it is told.

    Args:
        told: States and words by person and day.
    """

    told: Mapping[tuple[str, date], tuple[DayState, str]] = field(default_factory=dict)
    assumed: bool = False
    loading: bool = False
    lacks: tuple[str, ...] = ()
    approved: Mapping[UserId, str] | None = None
    said: tuple[DayOff, ...] = ()

    def needs(self, query: ReportQuery) -> tuple[Need, ...]:
        return (MembersNeed(query.workspace),)

    def grid(
        self, report: Report, answers: Answers, people: tuple[Person, ...]
    ) -> DayGrid:
        del answers
        days = tuple(report.query.period)
        seconds = np.zeros((len(people), len(days)), np.int64)
        states = np.zeros(seconds.shape, np.uint8)
        words = {}
        logged = logged_by_day(report)
        for row, person in enumerate(people):
            for column, day in enumerate(days):
                seconds[row, column] = logged.get((person.id, day), 0)
                usual = DayState.OFF if day.weekday() >= SATURDAY else DayState.MISSING
                state, word = self.told.get((person.id, day), (usual, ""))
                states[row, column] = state
                if word:
                    words[row, column] = word
        return DayGrid(people, days, seconds, states, words)

    def days_off(self, answers: Answers, query: ReportQuery) -> tuple[DayOff, ...]:
        del answers, query
        return self.said

    def is_loading(self, answers: Answers, query: ReportQuery) -> bool:
        del answers, query
        return self.loading

    def is_assumed(self, answers: Answers, query: ReportQuery) -> bool:
        del answers, query
        return self.assumed

    def lacking(self, answers: Answers, query: ReportQuery) -> tuple[str, ...]:
        del answers, query
        return self.lacks

    def approvals(
        self, answers: Answers, query: ReportQuery
    ) -> Mapping[UserId, str] | None:
        del answers, query
        return self.approved


def logged_by_day(report: Report) -> dict[tuple[UserId, date], int]:
    """Add up what each person logged on each day, fact by fact."""
    facts = report.facts
    found: dict[tuple[UserId, date], int] = {}
    for user, day, seconds in zip(facts.user, facts.day, facts.seconds, strict=True):
        place = facts.people[user].id, date.fromordinal(int(day))
        found[place] = found.get(place, 0) + int(seconds)
    return found
