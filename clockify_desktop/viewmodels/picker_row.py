"""The row of pickers: what each of them shows of a report's state."""

from dataclasses import dataclass

from clockify_desktop.viewmodels.picker_states import (
    PeopleState,
    PeriodState,
    ProjectsState,
    WorkspaceState,
)
from clockify_desktop.viewmodels.report_state import ReportState


@dataclass(frozen=True, slots=True)
class PickerRowState:
    """What the row of pickers shows; no period before anything was asked for.

    ``swap`` says what Ctrl+T turns to; empty where the page has one way only.
    """

    workspace: WorkspaceState
    period: PeriodState | None
    people: PeopleState
    projects: ProjectsState
    ready: bool
    loading: bool
    swap: str


def picker_row_of(state: ReportState) -> PickerRowState:
    """Work the row of pickers out.

    People and projects are those of the report that is shown, workspace and period
    those that were asked for last.
    """
    report, question, profile = state.report, state.question, state.profile
    people = PeopleState()
    projects = ProjectsState()
    if report is not None:
        every_project = report.every_project
        ids = [project.id for project in every_project]
        people = PeopleState(
            people=report.everybody,
            groups=report.directory.groups,
            choice=state.people,
            not_joined=frozenset(one.id for one in report.not_joined),
            members=state.members,
            chosen_projects=state.projects.chosen(ids),
        )
        projects = ProjectsState(every_project, state.projects)
    period = None
    if question is not None and profile is not None:
        period = PeriodState(
            period=question.period,
            period_choice=question.period_choice,
            today=question.today,
            week_start=profile.week_start,
            time_zone=question.time_zone,
            zone_reason=question.zone_reason,
            profile_zone=profile.time_zone if profile.unknown_zone is None else None,
            counting=question.counting,
        )
    alternative = state.page.alternative(state.view)
    return PickerRowState(
        workspace=WorkspaceState(
            profile.workspaces if profile else (),
            question.workspace.id if question else None,
        ),
        period=period,
        people=people,
        projects=projects,
        ready=report is not None,
        loading=state.loading,
        swap=alternative.words if alternative else "",
    )
