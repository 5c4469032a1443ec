"""What the window offers by itself, and what taking it up or declining it does."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject

from clockify_desktop.domain.period_words import dates_in_words
from clockify_desktop.viewmodels.account_preferences import FIRST_PERIOD
from clockify_desktop.viewmodels.choice import new_in_words
from clockify_desktop.viewmodels.picker_states import ChosenPeriod
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_state import ReportState


class SuggestionKey(StrEnum):
    """What is offered."""

    LAST_WEEK = "last-week"
    NEW_PEOPLE = "new-people"
    NEW_PROJECTS = "new-projects"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that a person may want now."""

    key: SuggestionKey
    words: str
    take: str
    decline: str


def suggestions_of(state: ReportState) -> tuple[Suggestion, ...]:
    """Find what to offer.

    That is a way out of days that come back from an earlier run, and those who are new
    since a choice was made.
    """
    suggestions = []
    question = state.question
    if state.came_back and question is not None:
        days = dates_in_words(question.period)
        suggestions.append(
            Suggestion(
                SuggestionKey.LAST_WEEK,
                f"{days}: chosen when you were last here",
                "Go to last week",
                "Stay",
            )
        )
    for key, people, new in (
        (SuggestionKey.NEW_PEOPLE, True, state.people.new(state.people_ids)),
        (SuggestionKey.NEW_PROJECTS, False, state.projects.new(state.project_ids)),
    ):
        if new:
            words = new_in_words(len(new), people=people)
            suggestions.append(Suggestion(key, words, "Add", "Leave out"))
    return tuple(suggestions)


class SuggestionActions(QObject):
    """Does what was offered."""

    def __init__(self, model: ReportViewModel) -> None:
        super().__init__(model)
        self._model = model

    def take(self, key: SuggestionKey) -> None:
        """Take an offer up."""
        model, state = self._model, self._model.state
        if key is SuggestionKey.NEW_PEOPLE:
            model.choose_people(state.people.with_new(state.people_ids))
        elif key is SuggestionKey.NEW_PROJECTS:
            model.choose_projects(state.projects.with_new(state.project_ids))
        elif state.question is not None:
            model.choose_period(ChosenPeriod(FIRST_PERIOD, state.question.time_zone))

    def decline(self, key: SuggestionKey) -> None:
        """Decline an offer; it is not made again."""
        model, state = self._model, self._model.state
        if key is SuggestionKey.NEW_PEOPLE:
            model.choose_people(state.people.without_new(state.people_ids))
        elif key is SuggestionKey.NEW_PROJECTS:
            model.choose_projects(state.projects.without_new(state.project_ids))
        else:
            model.keep_period()
