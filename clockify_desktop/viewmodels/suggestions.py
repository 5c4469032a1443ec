"""What the window offers by itself, and what taking it up or declining it does."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject

from clockify_desktop.domain.period_words import dates_in_words
from clockify_desktop.translation import tr
from clockify_desktop.viewmodels.account_preferences import FIRST_PERIOD
from clockify_desktop.viewmodels.choice import new_in_words
from clockify_desktop.viewmodels.picker_states import ChosenPeriod
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_state import ReportState
from clockify_desktop.viewmodels.saved_views import gaps_of, with_view, without_view


class SuggestionKey(StrEnum):
    """What is offered."""

    LAST_WEEK = "last-week"
    BACK = "back"
    NEW_PEOPLE = "new-people"
    NEW_PROJECTS = "new-projects"
    VIEW = "view"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that a person may want now."""

    key: SuggestionKey
    words: str
    take: str
    decline: str


def suggestions_of(state: ReportState) -> tuple[Suggestion, ...]:
    """Find what to offer.

    That is a way out of days that come back from an earlier run or that a click on a
    picture led to, those who are new since a choice was made, and a saved view without
    what is gone of it.
    """
    suggestions = []
    question = state.question
    if state.came_back and question is not None:
        days = dates_in_words(question.period)
        suggestions.append(
            Suggestion(
                SuggestionKey.LAST_WEEK,
                tr("{days}: chosen when you were last here", days=days),
                tr("Go to last week"),
                tr("Stay"),
            )
        )
    if state.led_here and question is not None and not question.is_where_chosen:
        here, chosen = map(dates_in_words, (question.period, question.chosen_period))
        words = tr("{here}: opened from the picture, Alt+Home leads back", here=here)
        take = tr("Back to {chosen}", chosen=chosen)
        suggestions.append(Suggestion(SuggestionKey.BACK, words, take, tr("Stay")))
    for key, people, new in (
        (SuggestionKey.NEW_PEOPLE, True, state.people.new(state.people_ids)),
        (SuggestionKey.NEW_PROJECTS, False, state.projects.new(state.project_ids)),
    ):
        if new:
            words = new_in_words(len(new), people=people)
            suggestions.append(Suggestion(key, words, tr("Add"), tr("Leave out")))
    gaps = gaps_of(state)
    if gaps is not None:
        take = tr("Delete the view") if gaps.left is None else tr("Change the view")
        suggestions.append(
            Suggestion(SuggestionKey.VIEW, gaps.words, take, tr("Keep it"))
        )
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
        elif key is SuggestionKey.BACK:
            model.reset_period()
        elif key is SuggestionKey.VIEW:
            self._mend_view()
        elif state.question is not None:
            model.choose_period(ChosenPeriod(FIRST_PERIOD, state.question.time_zone))

    def decline(self, key: SuggestionKey) -> None:
        """Decline an offer; it is not made again."""
        model, state = self._model, self._model.state
        if key is SuggestionKey.NEW_PEOPLE:
            model.choose_people(state.people.without_new(state.people_ids))
        elif key is SuggestionKey.NEW_PROJECTS:
            model.choose_projects(state.projects.without_new(state.project_ids))
        elif key is SuggestionKey.VIEW:
            model.forget_opened_view()
        else:
            model.keep_period()

    def _mend_view(self) -> None:
        """Keep the opened view without what is gone of it, or not at all."""
        model, state = self._model, self._model.state
        view, gaps = state.opened_view, gaps_of(state)
        if view is not None and gaps is not None:
            views = without_view(model.views, view.name)
            if gaps.left is not None:
                views = with_view(model.views, gaps.left)
            model.keep_views(views)
            model.forget_opened_view()
