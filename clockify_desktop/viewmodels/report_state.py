"""What the report page shows, and the three ways of narrowing it."""

from dataclasses import dataclass
from datetime import date

from clockify_desktop.domain.directory import Members, Workspace
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import PeriodWish, Preset
from clockify_desktop.domain.report import Report
from clockify_desktop.services.session import Profile
from clockify_desktop.viewmodels.choice import ALL, Choice
from clockify_desktop.viewmodels.picker_states import ZoneReason
from clockify_desktop.viewmodels.report_view import View
from clockify_desktop.viewmodels.scene import Scene


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for last: the pickers of workspace and period show it at once.

    Args:
        workspace: The chosen one.
        wish: What the person chose as the period.
        period: Its days, also after steps with the arrows.
        today: The day it was when the wish was resolved.
        time_zone: What a day is.
        zone_reason: Why that time zone.
    """

    workspace: Workspace
    wish: PeriodWish
    period: Period
    today: date
    time_zone: str
    zone_reason: ZoneReason


@dataclass(frozen=True, slots=True)
class ReportState:
    """Everything that the window draws of one account.

    Args:
        profile: Whose account it is; ``None`` until Clockify has said so.
        asked: What was asked for last.
        report: The last complete report, perhaps of an earlier question.
        scene: That report as it is looked at.
        people: Who is chosen.
        projects: Which projects are chosen.
        members: Who is a member of which project of the report's workspace; ``None``
            until that is known.
        view: How it is looked at.
        loading: An answer is under way.
        error: Why there is no newer report.
    """

    profile: Profile | None = None
    asked: Asked | None = None
    report: Report | None = None
    scene: Scene | None = None
    people: Choice = ALL
    projects: Choice = ALL
    members: Members | None = None
    view: View = View()  # noqa: RUF009 - frozen, so one for all is safe
    loading: bool = False
    error: AppError | None = None

    @property
    def outdated(self) -> bool:
        """Whether the report shown answers an earlier question."""
        if self.report is None or self.asked is None:
            return False
        query = self.report.query
        return (query.workspace.id, query.period, query.time_zone) != (
            self.asked.workspace.id,
            self.asked.period,
            self.asked.time_zone,
        )


FIRST_WISH = Preset.LAST_WEEK
"""A weekly review looks at the week that is over."""
