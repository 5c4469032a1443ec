"""Views that are saved under names: which there are at first, and what is gone of one.

People, projects, pages and whole workspaces go while views stay.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import msgspec

from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.sentence import list_in_words
from clockify_desktop.domain.showable import named
from clockify_desktop.store.settings import SavedView
from clockify_desktop.translation import tr
from clockify_desktop.viewmodels.choice import (
    ALL,
    Choice,
    PickedId,
    Rule,
    from_dict,
    only,
    to_dict,
)

if TYPE_CHECKING:
    from clockify_desktop.viewmodels.report_state import ReportState

_PEOPLE, _PROJECTS = _PICKERS = ("people", "projects")
_OWN: Final = "own"
"""The rule by which a view chooses whose key it is, whoever that may be."""

FIRST_VIEWS: Final = (
    SavedView(tr("Monday review"), "", "last-week"),
    SavedView(
        tr("Month by client"),
        "where",
        "last-month",
        options={"rows": "client", "colors": "project"},
    ),
    SavedView(
        tr("My own week"),
        "where",
        "this-week",
        options={"rows": "project", "colors": "client"},
        choices={_PEOPLE: {"rule": _OWN}},
    ),
)
"""The views that are there from the start, until somebody changes or deletes them."""


def choices_of(
    view: SavedView, workspace: Workspace, own: UserId | None, state: "ReportState"
) -> dict[str, Choice]:
    """Tell what a view chooses, by picker; all in another workspace than its own.

    Args:
        own: Whose key it is, ``None`` where that is not known.
    """
    if view.workspace not in {"", workspace.id}:
        return dict.fromkeys(_PICKERS, ALL)
    written = {picker: view.choices.get(picker, {}) for picker in _PICKERS}
    chosen = {picker: from_dict(one) for picker, one in written.items()}
    if own is not None and written[_PEOPLE].get("rule") == _OWN:
        chosen[_PEOPLE] = only([own], state.people_ids)
    return chosen


def view_of(state: "ReportState", name: str, period: str) -> SavedView:
    """Put what is looked at under a name.

    Args:
        period: As the command line spells it.
    """
    choices = {_PEOPLE: state.people, _PROJECTS: state.projects}
    question, narrowing = state.question, set(choices.values()) != {ALL}
    return SavedView(
        name,
        state.page_key,
        period,
        workspace=question.workspace.id if question is not None and narrowing else "",
        options=dict(state.view.choices),
        choices={picker: to_dict(choice) for picker, choice in choices.items()},
    )


def with_view(views: tuple[SavedView, ...], view: SavedView) -> tuple[SavedView, ...]:
    """Add a view, in the place of one of the same name."""
    if any(one.name == view.name for one in views):
        return tuple(view if one.name == view.name else one for one in views)
    return (*views, view)


def renamed(
    views: tuple[SavedView, ...], before: str, name: str
) -> tuple[SavedView, ...]:
    """Call a view something else; nothing changes where another one is called so."""
    if not name or any(one.name == name for one in views):
        return views
    return tuple(
        msgspec.structs.replace(one, name=name) if one.name == before else one
        for one in views
    )


def without_view(views: tuple[SavedView, ...], name: str) -> tuple[SavedView, ...]:
    """Leave a view out."""
    return tuple(one for one in views if one.name != name)


@dataclass(frozen=True, slots=True)
class ViewGaps:
    """What is gone of the view that was opened.

    Args:
        left: The view without the people and projects that are gone, ``None`` where
            its page or its workspace is.
    """

    words: str
    left: SavedView | None = None


def gaps_of(state: "ReportState") -> ViewGaps | None:
    """Tell what is gone of the view that was opened, ``None`` for nothing."""
    view, question = state.opened_view, state.question
    if view is None or question is None or state.report is None or state.outdated:
        return None
    name = named(view.name)
    if view.workspace not in {"", question.workspace.id}:
        said = tr(
            "The view {view} is of a workspace that is not here. Shown is all of"
            " {workspace}",
            view=name,
            workspace=named(question.workspace.name),
        )
        return ViewGaps(said)
    if view.page not in {"", state.page_key}:
        said = tr(
            "The view {view} is of a page that is not here. Shown is {page}",
            view=name,
            page=state.page.title,
        )
        return ViewGaps(said)
    there: dict[str, frozenset[PickedId]] = {
        _PEOPLE: frozenset(state.people_ids),
        _PROJECTS: frozenset(state.project_ids) | {None},
    }
    words, choices, anybody = [], dict(view.choices), True
    for picker, level in zip(_PICKERS, (Level.USER, Level.PROJECT), strict=True):
        choice = from_dict(view.choices.get(picker, {}))
        gone = choice.ids - there[picker]
        if choice.rule is Rule.ONLY and gone:
            words.append(level.counted(len(gone)))
            anybody = anybody and bool(choice.ids - gone)
            choices[picker] = to_dict(replace(choice, ids=choice.ids - gone))
    if not words:
        return None
    said = tr(
        "The view {view} has {people} not there any more",
        view=name,
        # Or projects, or both.
        people=list_in_words(words),
    )
    if anybody:
        others = tr("Shown are the others")
        said = f"{said}. {others}"
    return ViewGaps(said, msgspec.structs.replace(view, choices=choices))
